//! Questions from a description: what fits it, in words and with options.

use super::describe::after_be;
use super::lexicon;
use super::sentence::capitalised;
use super::statement::{Form, Statement};
use super::words;

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
    let which_kind = format!("which {made}{}", who.unwrap_or("term"));
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
                _ => fits(&which_kind, body),
            },
        },
        Form::Verb if statement.plural => fits(&which_kind, body),
        Form::Verb if !asks_whole(body) => fits(&which_kind, after_be(body)),
        Form::Verb | Form::Modal => format!("{which} {body}?"),
        Form::Used => format!("{which} is {body}?"),
        Form::For => format!("{which} do you use {}?", purpose(body)),
        Form::To => format!("{which} do you use {body}?"),
        Form::Base => format!("{which} do you use to {body}?"),
        Form::Fragment | Form::Clause => fits(&which_kind, body),
    };
    if context.is_empty() {
        capitalised(&ask)
    } else {
        format!("{context}{ask}")
    }
}

/// Whether such a question says where its thing is at home: in what, or by
/// whom, as the name of the thing says.
pub(super) fn says_where(question: &str, name: &str) -> bool {
    let maker = name.split_once(' ').map_or("", |(m, _)| m);
    let asked = question.split("\n\n").next().unwrap_or("");
    question.starts_with("In ")
        || question.starts_with(&format!("Which {maker} "))
        || question.starts_with(&format!("What is {maker}’s "))
        // In other languages the place stands behind the question.
        || asked.len() < question.len() && asked.ends_with(')')
}

/// `for when things go wrong` → `when things go wrong`.
fn purpose(body: &str) -> &str {
    body.strip_prefix("for ")
        .filter(|rest| rest.starts_with("when ") || rest.starts_with("if "))
        .unwrap_or(body)
}

fn fits(which: &str, body: &str) -> String {
    let told = capitalised(unquoted(body));
    format!("{which} fits this description: “{told}”?")
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
            _ if body.starts_with("one ") => fits(&which, body),
            _ => format!("{which} is {body}?"),
        },
        Form::Verb if statement.plural => fits(&which, body),
        Form::Verb | Form::Modal => format!("{which} {body}?"),
        Form::Used => format!("{which} is {body}?"),
        Form::For => format!("{which} do you use {}?", purpose(body)),
        Form::To => format!("{which} do you use {body}?"),
        Form::Base => format!("{which} do you use to {body}?"),
        Form::Fragment | Form::Clause => fits(&which, body),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::generator::name::Name;
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
            assert!(says_where(question, "Basalt Harbour"));
        }
        let statement = st("Finds meaning in text");
        let here = description_question(None, &statement, Some(Place::In("Basalt")));
        assert!(says_where(&here, "Basalt Harbour"), "{here}");
        let anywhere = description_question(Some("service"), &statement, None);
        assert!(!says_where(&anywhere, "Basalt Harbour"), "{anywhere}");
    }
}
