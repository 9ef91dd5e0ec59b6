//! English questions: what a teacher would say to ask for a lead, a purpose,
//! a description or a table cell.

use super::ask;
use super::aspect::{ASPECTS, ATTRIBUTES};
use super::draft;
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::parts::{about, part_question};
use super::sentence::capitalised;
use super::statement::{Form, Statement};
use super::words;

/// Asks for a lead's text. `x` is the topic's name as it reads in a sentence;
/// the lead's first letter is small unless it is a name.
/// `None` where nobody would ask so.
pub(super) fn lead_question(
    x: &str,
    lead: &str,
    text: &str,
    statement: &Statement,
    trusted: bool,
) -> Option<String> {
    let (lead, under) = lead.split_once(UNDER).unwrap_or((lead, ""));
    let question = uncapitalised_lead_question(x, lead, under, text, statement, trusted)?;
    let question = capitalised(&agreeing(&question, x));
    // One place is enough: what it belongs to, or else its chapter.
    let placed = !trusted && (question.starts_with("In ") || ask::stands_alone(lead, x));
    Some(
        match question
            .strip_suffix('?')
            .filter(|_| !under.is_empty() && !placed && (trusted || !draft::says_nothing(under)))
        {
            Some(bare) => format!("{bare} ({})?", lower_title(under.trim_end_matches(':'))),
            None => question,
        },
    )
}

/// `How is storage classes priced` → `How are …`.
fn agreeing(question: &str, x: &str) -> String {
    let last = x.split_whitespace().next_back().unwrap_or("");
    if !(last.starts_with(char::is_lowercase) && lexicon::looks_plural(last)) {
        return question.to_owned();
    }
    question
        .replace(&format!(" is {x}"), &format!(" are {x}"))
        .replace(&format!(" does {x}"), &format!(" do {x}"))
}

/// Between a lead and the aspect that it was found under.
pub(super) const UNDER: &str = "\u{1f}";

fn uncapitalised_lead_question(
    x: &str,
    lead: &str,
    under: &str,
    text: &str,
    statement: &Statement,
    trusted: bool,
) -> Option<String> {
    let l = lead.trim().trim_end_matches('?').trim();
    let low = l.to_lowercase();
    if low == "limit" && !trusted {
        return Some(format!("What is the limit of {x}?"));
    }
    if let Some((_, question)) = ASPECTS.iter().find(|(a, _)| *a == low) {
        return Some(question.replace("{x}", x));
    }
    if lead.trim().ends_with('?') {
        return Some(format!("{x}: {l}?"));
    }
    for versus in [
        "versus ",
        "vs. ",
        "vs ",
        "compared with ",
        "compared to ",
        "difference from ",
        "difference to ",
        "unlike ",
    ] {
        if low.starts_with(versus) {
            let other = l.get(versus.len()..).unwrap_or("").trim();
            return Some(format!("How does {x} differ from {other}?"));
        }
    }
    if let Some((a, b)) = [" vs. ", " vs ", " versus "]
        .iter()
        .find_map(|v| l.split_once(v))
    {
        return Some(format!("How do {a} and {b} differ?"));
    }
    if let Some(act) = strip_words(l, "when not to ").filter(|_| !trusted) {
        return Some(format!(
            "{}should you not {}?",
            when(x, act),
            lowered_act(act)
        ));
    }
    if let Some(act) = strip_words(l, "when to ").filter(|_| !trusted) {
        return Some(format!("{}should you {}?", when(x, act), lowered_act(act)));
    }
    if let Some(act) = strip_words(l, "when to ") {
        return Some(format!("With {x}, when should you {act}?"));
    }
    if let Some(act) = strip_words(l, "how to ") {
        return Some(format!("With {x}, how do you {act}?"));
    }
    if let Some(act) = strip_words(l, "what to ") {
        return Some(format!("With {x}, what do you {act}?"));
    }
    if let Some(question) = what_it(x, &low) {
        return Some(question);
    }
    let given = low.starts_with("when ") || low.starts_with("if ");
    if given && !trusted {
        return Some(format!("{x}: what happens {l}?"));
    }
    if ["why ", "what ", "how ", "which ", "where ", "who ", "when "]
        .iter()
        .any(|w| low.starts_with(w))
    {
        if !trusted {
            return None;
        }
        return Some(format!("{x}: {l}?"));
    }
    if let Some(degree) = low.strip_prefix("too ") {
        return Some(format!("What happens when {x} is too {degree}?"));
    }
    if let Some((noun, degree)) = low.split_once(" too ") {
        let noun = noun.trim();
        let be = if lexicon::looks_plural(noun) {
            "are"
        } else {
            "is"
        };
        return Some(format!(
            "{x}: what happens when the {noun} {be} too {degree}?"
        ));
    }
    let first = low.split_whitespace().next().unwrap_or("");
    let many = words::count(l) > 1;
    if many && {
        static WORDS: Listed = Listed::new(
            "at in on during after before for with without under outside \
                    across inside if between",
        );
        WORDS.has(first)
    } {
        return Some(format!("{x}: what holds {l}?"));
    }
    let last = low.split_whitespace().next_back().unwrap_or("");
    let proper = Name::of(l).is_some_and(|n| n.is_proper());
    if !proper
        && matches!(statement.form, Form::Fragment | Form::Noun)
        && ATTRIBUTES.contains(&format!(" {last} "))
        && words::count(l) <= 4
        && (trusted || !defines(text))
        && !low.contains(" of ")
        && !x.to_lowercase().ends_with(last)
    {
        let be = if lexicon::looks_plural(last) {
            "are"
        } else {
            "is"
        };
        return Some(format!("What {be} the {l} of {x}?"));
    }
    let second = low.split_whitespace().nth(1).unwrap_or("");
    if let Some(verb) = l
        .strip_suffix(" it")
        .filter(|v| trusted && lexicon::is_base_verb(&v.to_lowercase()))
    {
        return Some(format!("When would you {verb} {x}, and with what effect?"));
    }
    let advice = matches!(
        last,
        "first" | "it" | "them" | "early" | "again" | "instead" | "often" | "twice"
    ) || matches!(
        second,
        "the" | "a" | "an" | "your" | "its" | "all" | "no" | "not"
    );
    if trusted && !proper && lexicon::is_base_verb(first) && advice && many {
        return Some(format!("What does the advice “{l}” mean for {x}?"));
    }
    if let Some(of) = strip_words(l, "examples of ") {
        return Some(about(x, &format!("what are examples of {of}")));
    }
    if let Some(of) = strip_words(l, "example of ").or_else(|| strip_words(l, "example for ")) {
        return Some(format!("In {x}, what is an example of {of}?"));
    }
    match trusted {
        true => Some(part_question(x, l, statement)),
        false => ask::part(x, l, under, text, statement),
    }
}

/// Whether a text says what its label is, so that the label is a thing and no
/// attribute: `Handles ropes`, `the place where ropes are kept`.
pub(super) fn defines(text: &str) -> bool {
    let low = text.to_lowercase();
    let mut parts = low.split_whitespace();
    let first = parts.next().unwrap_or("");
    if matches!(first, "a" | "an") {
        return true;
    }
    explains(text) || first == "the" && parts.take(8).any(|w| LINKS.has(w))
}

static LINKS: Listed = Listed::new("of that which where who whose");

/// The same beyond doubt: by a verb, or a noun with a clause of its own.
pub(super) fn explains(text: &str) -> bool {
    let low = text.to_lowercase();
    let mut parts = low.split_whitespace();
    let article = matches!(parts.next(), Some("a" | "an" | "the"));
    article && parts.take(9).any(|w| LINKS.has(w)) || super::cell::begins_with_verb(text)
}

/// The beginning of a question for a time, with its place unless the act names
/// it: `When `, `With RopeNet, when `.
fn when(x: &str, act: &str) -> String {
    let own = words::content(x);
    match words::content(act).iter().any(|w| own.contains(w)) {
        true => "When ".to_owned(),
        false => format!("With {x}, when "),
    }
}

/// `Choose RopeNet` inside a sentence.
fn lowered_act(act: &str) -> String {
    let first = act.split(' ').next().unwrap_or("");
    match lexicon::is_base_verb(&first.to_lowercase()) {
        true => super::sentence::lowered(act),
        false => act.to_owned(),
    }
}

/// `What it measures` → `What does X measure?`, and so with where, when, how.
fn what_it(x: &str, low: &str) -> Option<String> {
    let (word, rest) = low.split_once(' ')?;
    if !matches!(word, "what" | "where" | "when" | "how" | "why" | "which") {
        return None;
    }
    let asks = super::sentence::capitalised(word);
    let rest = rest
        .strip_prefix("it ")
        .or_else(|| rest.strip_prefix("they "))?;
    if let Some(act) = rest
        .strip_prefix("does not ")
        .or_else(|| rest.strip_prefix("doesn't "))
    {
        return Some(format!("{asks} does {x} not {act}?"));
    }
    let first = rest.split_whitespace().next()?;
    if let "should" | "can" | "must" | "are" = first {
        let rest = &rest[first.len()..];
        return Some(format!("{asks} {first} {x}{rest}?"));
    }
    if first == "is" {
        return Some(format!("{asks} is {x}{}?", &rest[2..]));
    }
    if low[word.len()..].starts_with(" they ") && lexicon::is_base_verb(first) {
        return Some(format!("{asks} do {x} {rest}?"));
    }
    let base = lexicon::base_of(first)?;
    Some(format!("{asks} does {x} {base}{}?", &rest[first.len()..]))
}

fn strip_words<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    (head.to_lowercase() == prefix).then(|| &text[prefix.len()..])
}

/// A column title in lower case, word by word, acronyms untouched.
pub(super) fn lower_title(title: &str) -> String {
    title
        .split(' ')
        .map(|w| {
            let capitals = w.chars().filter(|c| c.is_uppercase()).count();
            if capitals == 1
                && w.starts_with(char::is_uppercase)
                && !w.chars().any(char::is_numeric)
            {
                w.to_lowercase()
            } else {
                w.to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::generator::statement;

    fn st(text: &str) -> Statement {
        statement::read(text, &Name::of("Amazon Polly").unwrap())
    }

    #[test]
    fn leads_become_questions() {
        for (lead, text, question) in [
            ("When to choose it", "x", "When should you choose Dropout?"),
            ("Versus L2", "x", "How does Dropout differ from L2?"),
            (
                "When to raise the rate",
                "x",
                "With Dropout, when should you raise the rate?",
            ),
            (
                "Rate too high",
                "x",
                "Dropout: what happens when the rate is too high?",
            ),
            ("At inference", "x", "Dropout: what holds at inference?"),
            ("Usual range", "x", "What is the usual range of Dropout?"),
            (
                "Versioning",
                "keeps each old object",
                "In Dropout, what does versioning do?",
            ),
            (
                "Bucket Key",
                "a key that cuts the number of requests",
                "In Dropout, what is Bucket Key?",
            ),
        ] {
            assert_eq!(
                lead_question(
                    "Dropout",
                    &super::super::usage::Usage::default().calm(lead),
                    text,
                    &st(text),
                    false
                )
                .unwrap(),
                question
            );
        }
    }
}
