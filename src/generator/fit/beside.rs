//! Texts that tell of a thing without saying what it is: asides, how one gets
//! it, what it costs, what has to be done, the same word again.

use super::asked::Asked;
use crate::generator::clause;
use crate::generator::facts::aside;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::words;

/// Whether a text answers `What is X?` beside the point.
pub(super) fn tells_beside(asked: &Asked<'_>, back: &str) -> bool {
    let lower = back.to_lowercase();
    aside(back)
        || joins(&lower)
        || derived(&lower)
        || costs(&lower)
        || asked.term.starts_with("number of ")
        || alludes(&lower)
        || orders(asked, &lower)
        || circular(asked, &lower)
}

/// `Reckoned from the width of a pier`: how one gets it.
fn derived(lower: &str) -> bool {
    let mut parts = lower.split_whitespace();
    let first = parts.next().unwrap_or("");
    let second = parts.next().unwrap_or("");
    first.ends_with("ed") && matches!(second, "based" | "by" | "from" | "when" | "if" | "through")
}

/// `Integration with the crane`, `support for ferries`: one of the things that
/// it has, and not what it is.
fn joins(lower: &str) -> bool {
    [
        "integration with ",
        "integrations with ",
        "support for ",
        "compatibility with ",
        "compatible with ",
    ]
    .iter()
    .any(|j| lower.starts_with(j))
}

/// `… incurs additional charges`.
fn costs(lower: &str) -> bool {
    [
        " incurs ",
        " incur ",
        "additional cost",
        "additional charge",
        "associated cost",
        "extra charge",
        " charges based on ",
        "pricing component",
    ]
    .iter()
    .any(|c| lower.contains(c))
}

/// `The anchors. Each ship …`: an image, not a class.
fn alludes(lower: &str) -> bool {
    let head = lower.split(['.', '—', '–', ';']).next().unwrap_or("");
    lower.starts_with("the ") && words::count(head) == 2
}

/// `Train ropes and knots`: what somebody does, though its first word may be a
/// noun as well. A product's purpose is asked for elsewhere.
fn orders(asked: &Asked<'_>, lower: &str) -> bool {
    static DEEDS: Listed = Listed::new(
        "utilize utilise oversample undersample leverage specify incorporate implement ensure \
        enforce consider choose select avoid",
    );
    let mut parts = lower.split_whitespace();
    let first = parts.next().unwrap_or("");
    let second = parts.next().unwrap_or("");
    let often = first.len() > 4 && first.ends_with("ly") && lexicon::is_base_verb(second);
    let object = matches!(second, "your" | "all" | "the" | "a" | "an" | "each" | "any");
    DEEDS.has(first)
        || often && !asked.is_named()
        || lexicon::is_base_verb(first) && object && !asked.is_named()
}

/// `Resources: the actual resources to create`: nothing but the word again.
fn circular(asked: &Asked<'_>, lower: &str) -> bool {
    static EMPTY: Listed =
        Listed::new("actual number amount kind type name value just random total given specific");
    let own: Vec<String> = words::words(&asked.term.to_lowercase())
        .map(|w| words::stem(&w))
        .collect();
    let head = clause::unbracketed(lower);
    let mut told = words::content(&head)
        .into_iter()
        .filter(|w| !EMPTY.has(w))
        .peekable();
    told.peek().is_some() && !own.is_empty() && told.all(|w| own.contains(&words::stem(&w)))
}

/// Whether a text speaks of the case that some question told before.
pub(super) fn scene(back: &str) -> bool {
    let lower = back.to_lowercase();
    [
        "this task",
        "this scenario",
        "the scenario",
        "this use case",
        "this requirement",
        "the company",
        "these requirements",
    ]
    .iter()
    .any(|s| lower.contains(s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_beside_a_definition_is_none() {
        for (front, back) in [
            ("What is tarring?", "The first step of building a boat."),
            ("What is a hawser?", "The opposite of a painter."),
            ("What is a berth fee?", "Reckoned from the width of a pier."),
            ("What are locks?", "Passing a lock incurs a fee."),
            ("What are group berths?", "Small boats only (no ferries)."),
            ("What is number of boats?", "A count that a port pays by."),
            ("What is calm?", "Utilize the harbour to rest."),
            ("What is order?", "Store all ropes in the shed."),
            ("What are ropes?", "The actual ropes."),
            ("What are ropes?", "The veins. Each ship has some."),
            ("What is rope day?", "Integration with the crane of a port."),
        ] {
            assert!(tells_beside(&Asked::read(front), back), "{front} {back}");
        }
        for (front, back) in [
            ("What is a hawser?", "A thick rope that moors a ship."),
            (
                "What is a rope shed?",
                "The shed in which a port keeps its ropes.",
            ),
            ("What is a store?", "Store of all ropes in a port."),
        ] {
            assert!(!tells_beside(&Asked::read(front), back), "{front} {back}");
        }
    }
}
