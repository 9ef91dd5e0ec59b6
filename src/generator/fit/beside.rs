//! Texts that tell of a thing without saying what it is: asides, how one gets
//! it, what it costs, what has to be done, the same word again.

use super::asked::{Asked, Form};
use crate::generator::clause;
use crate::generator::facts::aside;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
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

/// `In RopeNet, what does the watch do?` → `RopeNet counts …`: what the owner
/// does is no deed of its feature, nor what that is.
pub(super) fn of_owner(asked: &Asked<'_>, front: &str, back: &str) -> bool {
    let place = &front[..front.len() - asked.whole.len()];
    let place = place.strip_prefix("In ").unwrap_or(place);
    let Some(owner) = Name::of(place.trim_end_matches([',', ':', ' '])) else {
        return false;
    };
    if place.is_empty() || !matches!(asked.form, Form::Is | Form::Does | Form::For) {
        return false;
    }
    let told = back.strip_prefix("The ").unwrap_or(back).to_lowercase();
    owner.aliases.iter().any(|alias| {
        let rest = told
            .strip_prefix(alias.as_str())
            .and_then(|r| r.strip_prefix(' '));
        let mut next = rest.unwrap_or("").split_whitespace();
        let verb = next.next().unwrap_or("");
        let verb = match verb.len() > 4 && verb.ends_with("ly") {
            true => next.next().unwrap_or(""),
            false => verb,
        };
        lexicon::acts(verb) || matches!(verb, "is" | "can" | "uses" | "has")
    })
}

/// Whether a term or the place before it points to somewhere on its page:
/// `below`, `solutions to above problems`, `supports these calls`.
pub(super) fn points(asked: &Asked<'_>, front: &str) -> bool {
    static POINTERS: Listed = Listed::new("this these those below above following here");
    let place = &front[..front.len() - asked.whole.len()];
    let bracket = match asked.whole.trim_end_matches('?').strip_suffix(')') {
        Some(rest) => rest.rsplit_once(" (").map_or("", |(_, inner)| inner),
        None => "",
    };
    // `Above-ground store` is a name.
    [asked.term, place, bracket].iter().any(|part| {
        !part.contains('`')
            && part
                .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
                .any(|w| POINTERS.has(&w.to_lowercase()))
    })
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
        "these two ",
        "those two ",
        "other two ",
        "these three ",
    ]
    .iter()
    .any(|s| lower.contains(s))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_owner_does_is_no_deed_of_its_feature() {
        let front = "In RopeNet, what does Night Watch do?";
        let asked = Asked::read(front);
        for back in [
            "RopeNet automatically sends a pilot to each ship.",
            "The RopeNet can wake the pilot.",
        ] {
            assert!(of_owner(&asked, front, back), "{back}");
        }
        for back in ["Sends a pilot to each ship.", "RopeNet crew on the bridge."] {
            assert!(!of_owner(&asked, front, back), "{back}");
        }
        let alone = "What does RopeNet do?";
        assert!(!of_owner(
            &Asked::read(alone),
            alone,
            "RopeNet counts ropes."
        ));
    }

    #[test]
    fn nothing_points_to_the_page_it_stood_on() {
        for front in [
            "What is below?",
            "RopeNet supports these calls: what is Untie for?",
            "In RopeNet, what does tar do (answers to above problems)?",
        ] {
            assert!(points(&Asked::read(front), front), "{front}");
        }
        for front in ["What is a hawser?", "In RopeNet, what is “Above-deck”?"] {
            assert!(!points(&Asked::read(front), front), "{front}");
        }
    }

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
