//! Questions for a named part of a topic: what it is, does, covers or means
//! there.

use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::qualities;
use super::sentence::{capitalised, lowered};
use super::statement::{Form, Statement};
use super::usage::with_article;
use super::words;

/// Asks for a named part of a topic on a page whose author can be trusted with
/// what its labels name.
pub(super) fn part_question(x: &str, part: &str, statement: &Statement) -> String {
    let low = part.to_lowercase();
    let first = low.split_whitespace().next().unwrap_or("");
    if [" that ", " which ", " who "]
        .iter()
        .any(|r| part.contains(r))
        || lexicon::acts(first)
        || first.ends_with("ing")
            && low
                .split_whitespace()
                .nth(1)
                .is_some_and(|w| matches!(w, "a" | "an" | "the" | "your" | "of"))
    {
        return meaning(x, part);
    }
    if let Some(what) = low.strip_suffix(" when") {
        return about(x, &format!("when should you {what}"));
    }
    if low == "hardware" {
        return format!("Which hardware suits {x}?");
    }
    if let Some(noun) = part.strip_suffix(" needed") {
        return format!("Which {noun} does {x} need?");
    }
    if low == "missing values" {
        return format!("How does {x} handle {low}?");
    }
    let head = [" of ", " on ", " to ", " for ", " in "]
        .iter()
        .fold(part, |h, p| h.split(p).next().unwrap_or(h));
    let last = head
        .split(" (")
        .next()
        .unwrap_or(head)
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .to_lowercase();
    let plural = lexicon::looks_plural(&last)
        || last == "series" && matches!(first, "many" | "several" | "two" | "three");
    let name = Name::of(part);
    let proper = name.as_ref().is_some_and(Name::is_proper);
    let indefinite = if proper || plural {
        part.to_owned()
    } else {
        with_article(part)
    };
    let definite = match indefinite.strip_suffix(part) {
        Some(article) if !article.is_empty() => format!("the {part}"),
        _ if plural && head.len() < part.len() && !proper => format!("the {part}"),
        _ => part.to_owned(),
    };
    let body = statement.body.as_str();
    let be = if plural { "are" } else { "is" };
    // `It …` speaks of the topic, not of the part.
    let form = if statement.about_term {
        Form::Clause
    } else {
        statement.form
    };
    let attribute = first != "no" && attribute_like(first, &last, head.len() < part.len());
    let ends = |list: &[&str]| list.iter().any(|e| last.ends_with(e));
    let action = ends(&["ing", "tion", "ment"]);
    let abstraction = action || ends(&["ness", "ity", "ance", "sis", "ism"]);
    match form {
        Form::Verb if !body.starts_with("is ") && !body.starts_with("are ") => about(
            x,
            &format!(
                "what {} {definite} do",
                if plural && (statement.plural || !proper) {
                    "do"
                } else {
                    "does"
                }
            ),
        ),
        Form::Used => about(x, &format!("what {be} {definite} used for")),
        Form::Noun if body.starts_with("the ") && !proper && !plural && !abstraction => {
            about(x, &format!("what is the {part}"))
        }
        Form::Noun => about(x, &format!("what {be} {indefinite}")),
        Form::Fragment if !plural && (proper || statement.head().is_some()) => {
            about(x, &format!("what is {definite}"))
        }
        _ if attribute => {
            let named = match first.is_empty() || proper && !is_attribute_noun(first) {
                true => part.to_owned(),
                false => lowered(part),
            };
            about(x, &format!("what {be} the {named}"))
        }
        Form::Fragment if plural && !proper => format!("What are the {part} of {x}?"),
        Form::For | Form::To => about(x, &format!("what {be} {definite} for")),
        Form::Clause if names_product(x) && action && !proper => {
            let be = if part.contains(" and ") { "are" } else { "is" };
            about(x, &format!("how {be} {part} handled"))
        }
        Form::Clause if names_product(x) && plural && !part.contains(' ') => {
            about(x, &format!("what role do {part} play"))
        }
        _ => meaning(x, part),
    }
}

/// Whether the words are a product's name rather than an idea's.
fn names_product(x: &str) -> bool {
    !x.starts_with(char::is_lowercase)
        && x.split(" (").next().is_some_and(|n| {
            n.split_whitespace().count() > 1
                && n.split_whitespace()
                    .all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
                || n.chars().skip(1).any(char::is_uppercase)
        })
}

/// The fallback for a lead whose text is a statement of its own.
fn meaning(x: &str, part: &str) -> String {
    let named = part.to_lowercase();
    if words::count(part) > 1 && x.to_lowercase().contains(named.trim_end_matches('s')) {
        return format!("What does “{part}” mean?");
    }
    format!("What does “{part}” mean {}?", within(x))
}

/// Asks within a topic: `In X, what is …?`, or `X: what is …?` where the topic
/// would need an article or is long.
pub(super) fn about(x: &str, question: &str) -> String {
    let label = bare(x);
    if label.len() < x.len() || words::count(x) > 5 || x.contains(':') {
        format!("{}: {question}?", capitalised(label))
    } else {
        format!("In {x}, {question}?")
    }
}

fn within(x: &str) -> String {
    if x.contains(" of ") || x.contains(':') {
        format!("under “{}”", capitalised(bare(x)))
    } else if bare(x).len() < x.len() {
        format!("for {x}")
    } else {
        format!("in {x}")
    }
}

/// A phrase without its article.
pub(super) fn bare(x: &str) -> &str {
    ["a ", "an ", "the "]
        .iter()
        .find_map(|a| x.strip_prefix(a))
        .unwrap_or(x)
}

/// Whether a lead names a property rather than a part: `effect of …`,
/// `relation to …`, `remedies`.
fn attribute_like(first: &str, last: &str, extended: bool) -> bool {
    is_attribute_noun(last) || extended && is_attribute_noun(first)
}

fn is_attribute_noun(word: &str) -> bool {
    static NOUNS: Listed = Listed::new(
        "effect relation remedy sign symptom role rule baseline default cause consequence order \
        range behaviour behavior difference formula reason aim goal advantage drawback risk \
        condition result outcome unit cost price limit step successor idea alternative \
        bottleneck trade-off trap use gate share effects relations remedies signs symptoms \
        roles rules defaults causes consequences differences formulas reasons aims goals \
        advantages drawbacks risks conditions results outcomes units costs prices limits steps \
        successors ideas alternatives bottlenecks trade-offs traps",
    );
    NOUNS.has(word)
}

/// Whether a text is an enumeration of short names.
pub(super) fn enumerates(text: &str) -> bool {
    let text = qualities::unqualified(text.trim_end_matches('.'));
    let text = text.as_ref();
    text.contains(',')
        && super::prose::members(text).is_some_and(|m| {
            let long = m.iter().map(|m| words::count(m)).max().unwrap_or(0);
            let first = m.first().and_then(|m| m.split_whitespace().next());
            let first = first.unwrap_or("").to_lowercase();
            let acts = lexicon::is_base_verb(&first)
                && !lexicon::is_either(&lexicon::plural(&first))
                && !first.ends_with("ing");
            long <= 4
                && !acts
                && !m.iter().any(|m| {
                    m.contains(" by ") || m.contains(" with ") || super::clause::has_own_verb(m)
                })
        })
}
