//! Questions around a description: for it, from it, and with options.

use super::lexicon;
use super::listed::Listed;
use super::manner;
use super::name::Name;
use super::parts;
use super::sentence::{capitalised, ended};
use super::statement::{Form, Statement};
use super::words;

/// Asks what a term is or does, by the form of what is said of it.
pub(super) fn purpose_question(
    name: &Name,
    statement: &Statement,
    within: Option<&str>,
    trusted: bool,
) -> String {
    // An author who writes `Routes requests` under `Target groups` may or may
    // not see one thing in them; the dialect's authors do.
    let singular_verb = trusted
        && (matches!(statement.form, Form::Verb)
            || statement.form == Form::Clause
                && lexicon::base_of(
                    &statement
                        .body
                        .split_whitespace()
                        .next()
                        .unwrap_or("")
                        .to_lowercase(),
                )
                .is_some());
    let plural = statement.plural
        || !trusted
            && matches!(statement.form, Form::Noun | Form::Fragment)
            && name.is_plural()
            && is_about_many(&statement.body)
        || name.counts_many() && !singular_verb && !matches!(statement.form, Form::Modal);
    let (be, does) = if plural {
        ("are", "do")
    } else {
        ("is", "does")
    };
    let term = name.said.as_str();
    let product = name.is_product()
        || name.branded
        || trusted
        || name.is_proper() && words::count(&name.short) > 1;
    if parts::enumerates(&statement.body) && statement.form == Form::Fragment && !trusted {
        return match (name.counts_many(), within) {
            (false, None) if product => format!("What characterises {term}?"),
            (true, Some(owner)) => parts::about(owner, &format!("what are examples of {term}")),
            (true, None) => format!("What are examples of {term}?"),
            (false, Some(owner)) => format!("What does “{}” cover in {owner}?", name.full),
            (false, None) => format!("What does “{}” cover?", name.full),
        };
    }
    let ask = match statement.form {
        Form::Clause if product && !trusted && !acts(&statement.body) => {
            format!("what characterises {term}")
        }
        Form::Fragment | Form::Clause | Form::Verb
            if !trusted && manner::is_quality(after_be(&statement.body)) =>
        {
            format!("what characterises {term}")
        }
        Form::Fragment | Form::Clause if !trusted && !plural && manner::orders(&statement.body) => {
            format!("what is {term} for")
        }
        Form::Fragment if !trusted && plural && manner::orders(&statement.body) => {
            format!("what do {term} do")
        }
        Form::Verb if statement.body.starts_with("is ") || statement.body.starts_with("are ") => {
            format!("what {be} {term}")
        }
        Form::Verb => verb_question(term, does, &statement.body),
        Form::Base if plural => format!("what do {term} do"),
        Form::Modal => format!("what can {term} do"),
        Form::Used => format!("what {be} {term} used for"),
        Form::For | Form::To | Form::Base => format!("what {be} {term} for"),
        Form::Noun | Form::Fragment if !trusted && is_matter(name, statement) => {
            format!("what {be} {term} for")
        }
        Form::Noun | Form::Fragment => format!("what {be} {term}"),
        Form::Clause if product => {
            let first = statement.body.split_whitespace().next().unwrap_or("");
            match lexicon::base_of(&first.to_lowercase()) {
                Some(_) => format!("what {does} {term} do"),
                None => format!("what {be} {term}"),
            }
        }
        Form::Clause => format!("what does “{}” mean", name.full),
    };
    match within {
        Some(owner) => parts::about(owner, &ask),
        None => format!("{}?", capitalised(&ask)),
    }
}

/// Whether a named thing is told by what it works on: `TideDisk: data that is
/// read once a year`. The disk is no data.
pub(super) fn is_matter(name: &Name, statement: &Statement) -> bool {
    static MATTER: Listed = Listed::new("data workload workloads");
    let head = statement
        .body
        .split([',', ';', '.'])
        .next()
        .unwrap_or("")
        .split_whitespace()
        .take_while(|w| !matches!(*w, "that" | "which" | "needing" | "requiring" | "with"))
        .take(5)
        .last()
        .unwrap_or("")
        .to_lowercase();
    let short = words::count(&statement.body) <= 4 && head.starts_with("workload");
    let qualified = short
        || ["that ", "which ", "needing ", "requiring "]
            .iter()
            .any(|q| statement.body.contains(q));
    let own = name.short.to_lowercase();
    name.is_proper()
        && qualified
        && MATTER.has(&head)
        && !own.contains("data")
        && !own.contains("workload")
}

pub(super) fn after_be(body: &str) -> &str {
    body.strip_prefix("is ")
        .or_else(|| body.strip_prefix("are "))
        .unwrap_or(body)
}

/// Whether the first word is a verb in the third person.
fn acts(body: &str) -> bool {
    let first = body.split_whitespace().next().unwrap_or("");
    lexicon::base_of(&first.to_lowercase()).is_some()
}

/// Whether a description's own noun is plural: `rules that …`.
fn is_about_many(body: &str) -> bool {
    let end = |w: &str| {
        w.ends_with([',', '.', ';', ':'])
            || matches!(
                w,
                "that"
                    | "which"
                    | "for"
                    | "to"
                    | "of"
                    | "in"
                    | "on"
                    | "with"
                    | "used"
                    | "by"
                    | "from"
            )
    };
    let mut last = "";
    for (i, word) in body.split_whitespace().take(6).enumerate() {
        if i == 0 && matches!(word.to_lowercase().as_str(), "a" | "an" | "one") {
            return false;
        }
        if matches!(
            word,
            "that" | "which" | "for" | "to" | "of" | "in" | "on" | "with" | "used" | "by" | "from"
        ) {
            break;
        }
        last = word;
        if end(word) {
            break;
        }
    }
    lexicon::looks_plural(last.trim_end_matches([',', '.', ';', ':']))
}

/// `what does X do`, unless the verb asks for better.
pub(super) fn verb_question(term: &str, does: &str, body: &str) -> String {
    let first = body.split_whitespace().next().unwrap_or("");
    let second = body.split_whitespace().nth(1).unwrap_or("");
    match (first, second) {
        (
            "represents" | "means" | "describes" | "denotes" | "measures" | "indicates"
            | "quantifies",
            _,
        ) => {
            let base =
                lexicon::base_of(first).unwrap_or_else(|| first.trim_end_matches('s').to_owned());
            format!("what {does} {term} {base}")
        }
        ("refers", "to") | ("stands", "for") | ("consists", "of") | ("depends", "on") => {
            format!(
                "what {does} {term} {} {second}",
                first.trim_end_matches('s')
            )
        }
        ("works", "for" | "with" | "on" | "in" | "as" | "only" | "well" | "best") => {
            format!("what characterises {term}")
        }
        ("works", _) => format!("how {does} {term} work"),
        (
            "varies" | "depends" | "comes" | "behaves" | "happens" | "occurs" | "exists"
            | "remains" | "stays" | "has" | "needs" | "requires" | "costs" | "includes" | "lacks"
            | "contains",
            _,
        ) => {
            format!("what characterises {term}")
        }
        _ => format!("what {does} {term} do"),
    }
}

/// The description as an answer: a sentence for the back of a card.
pub(super) fn answer(statement: &Statement) -> String {
    let body = statement.body.trim();
    let body = match statement.form {
        Form::Modal => ["can ", "may ", "could "]
            .iter()
            .find_map(|m| body.strip_prefix(m))
            .unwrap_or(body),
        Form::Used => body.strip_prefix("used ").unwrap_or(body),
        Form::Verb | Form::Clause => body.strip_prefix("is ").unwrap_or(body),
        _ => body,
    };
    // `When you …` would be an occasion to use it.
    let body = match body.starts_with("when ") && statement.body.starts_with("is when ") {
        true => &format!("it is {body}"),
        false => body,
    };
    if body.starts_with("are ") {
        return ended(&format!("They {body}"));
    }
    if statement.form == Form::Modal && body.starts_with("be ") {
        return ended(&format!("It can {body}"));
    }
    ended(&capitalised(body))
}

/// Where a thing is at home that is asked for by what it does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place<'a> {
    /// On a platform, or among the parts of a thing.
    In(&'a str),
    /// Among its maker's, whose name its own begins with.
    By(&'a str),
}

/// Asks for the term: `who` is `service`, or nothing when the kind is unknown.
pub(super) fn description_question(
    who: Option<&str>,
    statement: &Statement,
    place: Option<Place<'_>>,
) -> String {
    let (context, maker) = match place {
        Some(Place::In(p)) => (format!("In {p}, "), None),
        Some(Place::By(maker)) => (String::new(), Some(maker)),
        None => (String::new(), None),
    };
    let (made, whose) = match maker {
        Some(m) => (format!("{m} "), format!("{m}’s")),
        None => (String::new(), "the".to_owned()),
    };
    let which = match who {
        Some(k) => format!("which {made}{k}"),
        None if maker.is_some() => format!("which {made}offering"),
        None => "what".to_owned(),
    };
    let kind = format!("{made}{}", who.unwrap_or("term"));
    let body = statement.body.trim_end_matches(['.', ' ']);
    let ask = match statement.form {
        Form::Noun => match merged_kind(statement, &format!("which {made}")) {
            Some(question) => question,
            None => match who {
                Some(k)
                    if statement.kind() != Some(k)
                        && (body.starts_with("a ")
                            || body.starts_with("an ")
                            || body.starts_with("the ")) =>
                {
                    format!("{which} is {body}?")
                }
                _ if takes_name(body) => format!("what is {whose} name for {body}?"),
                _ => quoted(&kind, body),
            },
        },
        Form::Verb if statement.plural => quoted(&kind, body),
        Form::Verb if !asks_whole(body) => quoted(&kind, after_be(body)),
        Form::Verb | Form::Modal => format!("{which} {body}?"),
        Form::Used => format!("{which} is {body}?"),
        Form::For => format!("{which} do you use {}?", purpose(body)),
        Form::To => format!("{which} do you use {body}?"),
        Form::Base => format!("{which} do you use to {body}?"),
        Form::Fragment | Form::Clause => quoted(&kind, body),
    };
    if context.is_empty() {
        capitalised(&ask)
    } else {
        format!("{context}{ask}")
    }
}

/// `for when things go wrong` → `when things go wrong`.
fn purpose(body: &str) -> &str {
    body.strip_prefix("for ")
        .filter(|rest| rest.starts_with("when ") || rest.starts_with("if "))
        .unwrap_or(body)
}

fn quoted(kind: &str, body: &str) -> String {
    format!(
        "which {kind} fits this description: “{}”?",
        capitalised(unquoted(body))
    )
}

/// Whether `the name for` can stand before a noun phrase: it has an article and
/// no verb of its own after a comma or a dash.
fn takes_name(body: &str) -> bool {
    let article = ["a ", "an ", "the "].iter().any(|a| body.starts_with(a));
    let broken = body.contains(" – ") || body.contains(" — ") || body.contains(" - ");
    let verb_after = body.split(", ").skip(1).any(|clause| {
        let first = clause
            .split_whitespace()
            .next()
            .unwrap_or("")
            .to_lowercase();
        lexicon::acts(&first) || matches!(first.as_str(), "it" | "they" | "this" | "is" | "are")
    });
    article && !broken && !verb_after && !body.contains(" than the ")
}

/// Whether `what` before a predicate makes a question of it.
fn asks_whole(body: &str) -> bool {
    let after = after_be(body);
    let first = after.split_whitespace().next().unwrap_or("");
    let asks = after.len() < body.len()
        && matches!(
            first,
            "how" | "what" | "when" | "why" | "where" | "like" | "because"
        );
    let leans = [" it ", " they ", " - ", " – "]
        .iter()
        .any(|p| body.contains(p));
    !(asks || leans && after.len() < body.len())
}

/// Without the quotation marks around the whole.
fn unquoted(body: &str) -> &str {
    [('"', '"'), ('“', '”')]
        .iter()
        .find_map(|(open, close)| body.strip_prefix(*open)?.strip_suffix(*close))
        .filter(|inner| !inner.contains(['"', '“', '”']))
        .unwrap_or(body)
}

/// `a text to speech service which can be used …` → `which text to speech
/// service can be used …`.
pub(super) fn merged_kind(statement: &Statement, which: &str) -> Option<String> {
    let body = statement.body.trim_end_matches(['.', ' ']);
    let article = ["a ", "an ", "the "]
        .iter()
        .find(|a| body.starts_with(**a))?;
    let (_, end, plural) = statement.head()?;
    if plural {
        return None;
    }
    let head = body.get(article.len()..end)?;
    let tail = body.get(end..)?.trim_start();
    if words::count(head) > 9 || head.contains(',') {
        return None;
    }
    let first = tail.split_whitespace().next().unwrap_or("");
    let rest = tail.get(first.len()..).unwrap_or("").trim_start();
    let second = rest.split_whitespace().next().unwrap_or("").to_lowercase();
    let tail = match first {
        "that" | "which" if is_predicate(&second) => rest.to_owned(),
        // `A gate for boats that …`: whose is what follows?
        "for" | "from" if rest.contains(" that ") || rest.contains(" which ") => return None,
        "designed" | "used" | "built" | "intended" | "made" | "based" | "for" | "from"
        | "aimed" | "optimised" | "optimized" => {
            format!("is {tail}")
        }
        "" => {
            return Some(format!(
                "{}{head} called?",
                if which == "which " {
                    "what is the "
                } else {
                    return None;
                }
            ));
        }
        _ => return None,
    };
    Some(format!("{which}{head} {tail}?"))
}

pub(super) fn is_predicate(word: &str) -> bool {
    matches!(word, "can" | "is" | "has" | "may" | "will" | "does")
        || lexicon::base_of(word).is_some()
}

/// The stem of a derived question: the same description, asked of options.
pub(super) fn choice_stem(kind: Option<&str>, statement: &Statement) -> String {
    let which = kind.map_or_else(|| "Which of these".to_owned(), |k| format!("Which {k}"));
    let body = statement.body.trim_end_matches(['.', ' ']);
    match statement.form {
        Form::Noun => match merged_kind(statement, "Which ") {
            Some(question) if kind.is_some() => question,
            _ if body.starts_with("one ") => {
                format!(
                    "{which} fits this description: “{}”?",
                    capitalised(unquoted(body))
                )
            }
            _ => format!("{which} is {body}?"),
        },
        Form::Verb if statement.plural => {
            format!(
                "{which} fits this description: “{}”?",
                capitalised(unquoted(body))
            )
        }
        Form::Verb | Form::Modal => format!("{which} {body}?"),
        Form::Used => format!("{which} is {body}?"),
        Form::For => format!("{which} do you use {}?", purpose(body)),
        Form::To => format!("{which} do you use {body}?"),
        Form::Base => format!("{which} do you use to {body}?"),
        Form::Fragment | Form::Clause => {
            format!(
                "{which} fits this description: “{}”?",
                capitalised(unquoted(body))
            )
        }
    }
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
    fn descriptions_ask_for_their_term() {
        for (text, question) in [
            (
                "is a text to speech service which can be used to create talk",
                "Which text to speech service can be used to create talk?",
            ),
            (
                "Finds meaning in text",
                "Which service finds meaning in text?",
            ),
            (
                "Build, train and deploy models",
                "Which service do you use to build, train and deploy models?",
            ),
            (
                "a design that serves queries",
                "Which service is a design that serves queries?",
            ),
            (
                "Managed Hadoop clusters",
                "Which service fits this description: “Managed Hadoop clusters”?",
            ),
        ] {
            assert_eq!(
                description_question(Some("service"), &st(text), None),
                question
            );
        }
        assert_eq!(
            description_question(None, &st("Adds the squares to the loss"), None),
            "What adds the squares to the loss?"
        );
    }

    #[test]
    fn a_makers_things_are_asked_for_as_its_own() {
        let asked = |who, text: &str| {
            let statement = st(text);
            description_question(who, &statement, Some(Place::By("Basalt")))
        };
        for (who, text, question) in [
            (
                Some("service"),
                "Finds meaning in text",
                "Which Basalt service finds meaning in text?",
            ),
            (
                None,
                "Finds meaning in text",
                "Which Basalt offering finds meaning in text?",
            ),
            (
                None,
                "a tool which shows the tides",
                "Which Basalt tool shows the tides?",
            ),
            (
                None,
                "a board of the tides on each pier",
                "What is Basalt’s name for a board of the tides on each pier?",
            ),
            (
                None,
                "Boards near piers",
                "Which Basalt term fits this description: “Boards near piers”?",
            ),
        ] {
            assert_eq!(asked(who, text), question);
        }
    }
}
