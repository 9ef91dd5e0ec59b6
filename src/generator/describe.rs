//! Questions for a description, and the description as an answer.

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
