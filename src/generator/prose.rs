//! Running prose: sentences whose form tells what to ask.
//!
//! Only forms that leave one answer are taken; all other prose stays prose.

use super::alone;
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::phrase;
use super::rich::Rich;
use super::sentence;
use super::words;

/// A question and its answer, found in one sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) question: String,
    pub(super) answer: String,
    /// The last part of the fact's id.
    pub(super) key: String,
}

/// Words that introduce examples or an enumeration.
const SUCH: [&str; 4] = [" such as ", " including ", " for example ", ": "];

/// A bold term explained in brackets: `**Data Wrangler** (a GUI based tool)`.
pub(super) fn glosses(rich: &Rich) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for (i, span) in rich.spans.iter().enumerate().skip(1) {
        if !span.style.strong {
            continue;
        }
        let mut after = String::new();
        for next in rich.spans.iter().skip(i + 1).take(4) {
            after.push_str(&next.text);
        }
        let Some(inner) = after.trim_start().strip_prefix('(') else {
            continue;
        };
        let Some((gloss, _)) = inner.split_once(')') else {
            continue;
        };
        let illustrates = ["e.g", "i.e", "for example", "such as", "see ", "like "]
            .iter()
            .any(|e| gloss.to_lowercase().trim_start().starts_with(e));
        if words::count(gloss) >= 2 && words::count(gloss) <= 25 && !illustrates {
            out.push((span.text.trim().to_owned(), gloss.trim().to_owned()));
        }
    }
    out
}

/// The bold terms inside a sentence, when there are several: a membership.
pub(super) fn bold_members(rich: &Rich) -> Vec<String> {
    rich.spans
        .iter()
        .skip(1)
        .filter(|s| s.style.strong)
        .map(|s| s.text.trim().trim_end_matches([':', ',', '.']).to_owned())
        .filter(|t| {
            words::count(t) <= 4
                && Name::of(t)
                    .is_some_and(|n| n.is_proper() || n.short.starts_with(char::is_uppercase))
        })
        .collect()
}

/// What a sentence about a topic lets one ask.
pub(super) fn ask(text: &str, name: &Name) -> Option<Found> {
    let text = sentence::trim(text);
    let text = text.trim_end_matches('.');
    if alone::points(&text.to_lowercase()) || words::count(text) > 60 {
        return None;
    }
    counted(text)
        .or_else(|| supports(text, name))
        .or_else(|| by_means(text, name))
        .or_else(|| provides(text))
}

/// What a relative clause says that something is used for: of `which you can
/// use in order to moor boats` the ` to moor boats`.
fn aim_of(clause: &str) -> String {
    let aim = clause
        .split_once(" in order to ")
        .or_else(|| clause.split_once(" use to "));
    match aim {
        Some((_, aim)) if words::count(aim) <= 6 => format!(" to {}", aim.trim_end_matches(',')),
        _ => String::new(),
    }
}

/// `AWS provides 3 levels of abstraction, …: A, B and C`.
fn counted(text: &str) -> Option<Found> {
    let (head, list) = text.split_once(": ")?;
    let mut members = members(list)?;
    let said = head.split_whitespace().find_map(number_of)?;
    // `A, B, and C and D`: the last one has an `and` of its own.
    if said + 1 == members.len()
        && let (Some(last), Some(before)) = (members.pop(), members.pop())
    {
        members.push(format!("{before} and {last}"));
    }
    let parts: Vec<&str> = head.split_whitespace().collect();
    let at = parts
        .iter()
        .position(|w| number_of(w).is_some_and(|n| n == members.len()))?;
    if at == 0 || at > 6 {
        return None;
    }
    let verb = parts[at - 1].to_lowercase();
    let subject = parts[..at - 1].join(" ");
    let what = parts[at..].join(" ");
    let (what, aim) = match what.split_once(", which") {
        Some((counted, rest)) => (counted.to_owned(), aim_of(rest)),
        None => (what.trim_end_matches(',').to_owned(), String::new()),
    };
    let subject = subject.trim();
    if words::count(subject) == 0 || words::count(&what) < 2 || words::count(&what) > 9 {
        return None;
    }
    // `Three types`: of what?
    let noun = what.split_whitespace().nth(1).unwrap_or("").to_lowercase();
    static KINDS: Listed = Listed::new("types kinds ways forms options things parts main basic");
    if words::count(&what) == 2 && KINDS.has(&noun) && subject.eq_ignore_ascii_case("there") {
        return None;
    }
    let subject = match subject.split_once(' ') {
        Some((article, rest)) if matches!(article, "A" | "An" | "The") => {
            format!("{} {rest}", article.to_lowercase())
        }
        _ => subject.to_owned(),
    };
    let subject = subject.as_str();
    let question = match verb.as_str() {
        "are" if subject.eq_ignore_ascii_case("there") => format!("Which {what} are there?"),
        _ => {
            let base = lexicon::base_of(&verb)?;
            if starts_with_pronoun(subject) {
                return None;
            }
            format!("Which {what} does {subject} {base}{aim}?")
        }
    };
    Some(Found {
        key: super::ids::keywords(&what),
        question,
        answer: list_answer(&members),
    })
}

/// `X is able to support different types of data such as text and images`.
fn supports(text: &str, name: &Name) -> Option<Found> {
    let lower = text.to_lowercase();
    let verb_at = [
        "support ",
        "supports ",
        "accept ",
        "accepts ",
        "integrates with ",
        "works with ",
    ]
    .iter()
    .filter_map(|v| sentence::find_words(&lower, v.trim_end()).map(|at| (at, *v)))
    .min_by_key(|(at, _)| *at)?;
    let (at, verb) = verb_at;
    if lower.len() != text.len() {
        return None;
    }
    let before = lower[..at].trim();
    let about =
        before.is_empty() || before == "it" || before.starts_with("it ") || name.is_in(before);
    if !about
        || words::count(before) > 8
        || before.contains(" not")
        || before.contains("n't")
        || before.contains("only")
    {
        return None;
    }
    let object = text.get(at + verb.len()..)?;
    let (noun, list, open) = SUCH
        .iter()
        .find_map(|s| object.split_once(s).map(|(n, l)| (n, l, *s != ": ")))?;
    let noun = bare_of_number(noun.trim().trim_end_matches(','));
    // `customisation with images` are no images.
    if [" with ", " from "].iter().any(|p| noun.contains(p)) {
        return None;
    }
    let last = noun.split_whitespace().next_back().unwrap_or("");
    let plural_inside = noun.split_whitespace().any(lexicon::looks_plural);
    if words::count(noun) > 6
        || noun.is_empty()
        || noun.starts_with("both ")
        || !(lexicon::looks_plural(last) || plural_inside)
    {
        return None;
    }
    let members = members(list)?;
    let verb = verb.trim();
    let (base, tail) = match verb.split_once(' ') {
        Some((v, preposition)) => (lexicon::base_of(v)?, format!(" {preposition}")),
        None => (
            lexicon::base_of(verb).unwrap_or_else(|| verb.to_owned()),
            String::new(),
        ),
    };
    // What is only begun is asked for as such.
    let sorts = ["types of ", "kinds of "]
        .iter()
        .any(|k| noun.starts_with(k));
    let others = if open && !sorts { ", among others" } else { "" };
    let question = format!(
        "Which {} does {} {base}{tail}{others}?",
        phrase::lower_title(noun),
        name.full
    );
    Some(Found {
        key: super::ids::keywords(&format!("{base} {noun}")),
        question,
        answer: list_answer(&members),
    })
}

/// `a wide range of ropes`: how many there are is no part of what they are.
fn bare_of_number(noun: &str) -> &str {
    let mut bare = noun;
    while let Some(rest) = [
        "for ",
        "a ",
        "the ",
        "all ",
        "of ",
        "wide ",
        "broad ",
        "variety ",
        "range ",
        "number ",
        "different ",
        "various ",
        "several ",
        "many ",
        "multiple ",
    ]
    .iter()
    .find_map(|q| bare.strip_prefix(q))
    {
        bare = rest;
    }
    bare
}

/// `X makes this possible by taking … and converting it`.
fn by_means(text: &str, name: &Name) -> Option<Found> {
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return None;
    }
    let phrase = [
        "makes this possible by ",
        "does this by ",
        "achieves this by ",
        "works by ",
        "do this by ",
    ]
    .iter()
    .find_map(|p| lower.find(p).map(|at| (at, *p)))?;
    let before = lower[..phrase.0].trim().trim_end_matches(',');
    if !(name.is_in(before) || before == "it" || before.is_empty()) || words::count(before) > 6 {
        return None;
    }
    let means = text.get(phrase.0 + phrase.1.len()..)?;
    if words::count(means) < 4 || words::count(means) > 50 {
        return None;
    }
    Some(Found {
        key: "how-it-works".into(),
        question: format!("How does {} work?", name.full),
        answer: sentence::ended(&format!("By {means}")),
    })
}

/// `AWS provides different machine images designed to … such as A and B (which …)`.
fn provides(text: &str) -> Option<Found> {
    let (head, list) = text.split_once(" such as ")?;
    let parts: Vec<&str> = head.split_whitespace().collect();
    let at = parts.iter().take(5).position(|w| {
        matches!(
            w.to_lowercase().as_str(),
            "provides" | "offers" | "has" | "includes" | "contains"
        )
    })?;
    let subject = parts[..at].join(" ");
    let base = lexicon::base_of(&parts[at].to_lowercase())?;
    let mut object: Vec<&str> = parts[at + 1..].to_vec();
    while object.first().is_some_and(|w| {
        matches!(
            w.to_lowercase().as_str(),
            "different" | "various" | "several" | "many" | "some" | "a" | "number" | "of"
        )
    }) {
        object.remove(0);
    }
    let plural = object
        .iter()
        .take(3)
        .any(|w| lexicon::looks_plural(w.trim_end_matches(',')));
    let what = object.join(" ");
    if subject.is_empty() || starts_with_pronoun(&subject) || !plural || words::count(&what) > 12 {
        return None;
    }
    let members = members(list)?;
    Some(Found {
        key: super::ids::keywords(&what),
        question: format!("Which {what} does {subject} {base}?"),
        answer: list_answer(&members),
    })
}

fn starts_with_pronoun(subject: &str) -> bool {
    let first = subject
        .split_whitespace()
        .next()
        .unwrap_or("")
        .to_lowercase();
    {
        static WORDS: Listed =
            Listed::new("it this they we you i these that which there he she one and");
        WORDS.has(first.as_str())
    }
}

/// The number a word says, up to nine.
fn number_of(word: &str) -> Option<usize> {
    let names = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let w = word.to_lowercase();
    names
        .iter()
        .position(|n| *n == w)
        .map(|i| i + 2)
        .or_else(|| w.parse().ok().filter(|n| (2..10).contains(n)))
}

/// The members of an enumeration, if it is one and ends the sentence.
pub(super) fn members(list: &str) -> Option<Vec<String>> {
    let list = list.trim().trim_end_matches(['.', ';']);
    let mut out = Vec::new();
    let mut depth = 0i32;
    let mut current = String::new();
    for c in list.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 && matches!(c, ',' | ';') {
            out.push(std::mem::take(&mut current));
        } else {
            current.push(c);
        }
    }
    out.push(current);
    if let Some(last) = out.pop() {
        let joined = [" and ", " or ", " & "].iter().find_map(|j| {
            let outside = last.find('(').unwrap_or(last.len());
            last.find(j)
                .filter(|at| *at < outside)
                .map(|at| (at, j.len()))
        });
        match joined {
            Some((at, n)) if words::count(&last[..at]) <= 5 => {
                out.push(last[..at].to_owned());
                out.push(last[at + n..].to_owned());
            }
            _ => out.push(last),
        }
    }
    let out: Vec<String> = out
        .into_iter()
        .map(|m| {
            let m = m.trim();
            let m = m
                .strip_prefix("and ")
                .or_else(|| m.strip_prefix("or "))
                .unwrap_or(m);
            m.trim().to_owned()
        })
        .filter(|m| !m.is_empty() && !m.eq_ignore_ascii_case("etc") && m != "etc…")
        .collect();
    // A member that is a clause shows that the sentence went on.
    let clean = out.iter().all(|m| {
        let outside = m.split('(').next().unwrap_or(m);
        let open = m.matches('(').count();
        words::count(outside) <= 6
            && open == m.matches(')').count()
            && !m.to_lowercase().split_whitespace().any(|w| {
                matches!(w, "which" | "that" | "is" | "are" | "can" | "will" | "to") && open == 0
            })
    });
    ((2..=8).contains(&out.len()) && clean).then_some(out)
}

/// An enumeration as an answer.
pub(super) fn list_answer(members: &[String]) -> String {
    let text = match members {
        [a, b] => format!("{a} and {b}"),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
        [] => String::new(),
    };
    sentence::ended(&sentence::capitalised(&text))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn asked(text: &str, name: &str) -> Option<(String, String)> {
        ask(text, &Name::of(name).unwrap()).map(|f| (f.question, f.answer))
    }

    #[test]
    fn what_is_counted_keeps_its_aim() {
        let asked = asked(
            "Acme provides 3 levels of service, which you can use in order to moor boats: Gold, Silver and Bronze",
            "Acme",
        );
        assert_eq!(
            asked.map(|p| p.0).as_deref(),
            Some("Which 3 levels of service does Acme provide to moor boats?")
        );
    }

    #[test]
    fn sentences_that_enumerate_are_asked_for() {
        assert_eq!(
            asked(
                "Currently, Deep Scribe is able to support different types of data such as text, images and videos.",
                "Deep Scribe"
            ),
            Some((
                "Which types of data does Deep Scribe support?".into(),
                "Text, images and videos.".into()
            ))
        );
        assert_eq!(
            asked(
                "Acme supports a wide range of ropes, including hemp and sisal.",
                "Acme"
            ),
            Some((
                "Which ropes does Acme support, among others?".into(),
                "Hemp and sisal.".into()
            ))
        );
        assert_eq!(
            asked(
                "Acme provides 3 levels of service, which you can mix: Gold, Silver and Bronze",
                "Acme"
            )
            .map(|p| p.0)
            .as_deref(),
            Some("Which 3 levels of service does Acme provide?")
        );
        assert_eq!(
            asked("The lake offers several table formats built for analytics such as Orc and Delta (both open).", "x").map(|p| p.1).as_deref(),
            Some("Orc and Delta (both open).")
        );
    }

    #[test]
    fn other_prose_is_left_alone() {
        for text in [
            "It supports what you need",
            "We support teams such as yours that are growing",
            "Acme provides 3 levels: Gold and Silver",
            "Does not support formats such as CSV and JSON",
            "Acme supports mooring with ropes such as hemp and sisal",
        ] {
            assert_eq!(asked(text, "Acme"), None, "{text}");
        }
    }
}
