//! Asides: what is true of a thing but not what it is. A price, a limit, what
//! has to be done, a comparison, a place in an order.

use crate::generator::clause;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::words;

/// Whether a text tells something beside the point of what its term is.
pub(in crate::generator) fn aside(text: &str) -> bool {
    let lower = clause::unbracketed(text.trim_start()).to_lowercase();
    let lower = lower.strip_prefix("is ").unwrap_or(&lower).to_owned();
    compares(&lower) || prices(&lower) || limits(&lower) || needs(&lower) || hollow(&lower)
}

/// `Opposite of the winch`, `like a crane`, `a hull larger than the ferry's`.
fn compares(lower: &str) -> bool {
    let begins = [
        "opposite of",
        "the opposite of",
        "alternative to",
        "an alternative to",
        "similar to",
        "the same as",
        "same as",
        "similar as",
        "equivalent to",
        "equivalent of",
        "the equivalent of",
        "comparable to",
        "counterpart",
        "unlike ",
        "compared to",
        "compared with",
        "instead of",
        "as opposed to",
        "very similar",
        "works like",
        "just like",
        "like ",
        "replacement for",
        "a replacement for",
    ]
    .iter()
    .any(|b| lower.starts_with(b));
    let opening: Vec<&str> = lower.split_whitespace().take(4).collect();
    // `Provides the same lamps as the pier`.
    let same = opening.windows(2).any(|w| w == ["the", "same"])
        && (lower.contains(" as ") || lower.contains(" like "))
        && !lower.contains(" but ");
    begins || same
}

/// `Pay for what you use`, `$0.10 per hour`, `Costs more than …`.
fn prices(lower: &str) -> bool {
    static MONEY: Listed = Listed::new(
        "cost costs costly charged charges billed billing price priced prices pricing cheap cheaper \
        cheapest expensive",
    );
    let mut parts = lower.split_whitespace();
    let first = parts
        .next()
        .unwrap_or("")
        .trim_end_matches([',', ':', ';', '.']);
    let second = parts.next().unwrap_or("");
    let paid = matches!(first, "pay" | "pays" | "paid" | "paying" | "free")
        && matches!(
            second,
            "for" | "as" | "only" | "per" | "what" | "by" | "when" | "if" | "tier" | "of"
        );
    // `cost-effective`, `cost optimisation`: what it is about.
    let money = MONEY.has(first) && (first != "cost" || lexicon::is_determiner(second));
    paid || money || lower.starts_with('$')
}

/// `Up to 15 minutes`, `maximum size 5 GB`, `default: 30 days`.
fn limits(lower: &str) -> bool {
    let figure = lower.chars().any(|c| c.is_ascii_digit());
    let begins = [
        "up to ",
        "max ",
        "max. ",
        "maximum ",
        "min ",
        "min. ",
        "minimum ",
        "at least ",
        "at most ",
        "default",
        "by default",
        "limited to",
        "no more than",
    ]
    .iter()
    .any(|b| lower.starts_with(b));
    // `Ferries only`.
    let bare = lower.trim_end_matches(['.', ' ']);
    let only = bare.ends_with(" only") && words::count(bare) <= 4;
    only || begins && (figure || lower.starts_with("default") || lower.starts_with("by default"))
}

/// `The other port must allow it`: what has to be done, not what is.
fn needs(lower: &str) -> bool {
    static LINKS: Listed =
        Listed::new("that which who whose where when how so if what whether because");
    let main: Vec<&str> = lower
        .split_whitespace()
        .take(14)
        .take_while(|w| !LINKS.has(w))
        .collect();
    main.iter().any(|w| matches!(*w, "must" | "should"))
        || main
            .windows(2)
            .any(|w| matches!(w[0], "needs" | "has") && w[1] == "to")
}

/// `A proprietary technology of Harbour Works`: a class that anything is in,
/// and whose it is.
fn hollow(lower: &str) -> bool {
    static ANY: Listed = Listed::new(
        "technology product service offering solution feature tool thing part component way type \
        kind option version subset member concept term element aspect",
    );
    // `The first step of a voyage`: its place, not what it is.
    static ORDER: Listed = Listed::new("first second third last next final");
    static STEPS: Listed = Listed::new("step stage part thing line");
    let mut opening = lower.split_whitespace();
    if opening.next() == Some("the")
        && opening.next().is_some_and(|w| ORDER.has(w))
        && opening.next().is_some_and(|w| STEPS.has(w))
    {
        return true;
    }
    let bare = lower.trim_end_matches(['.', '!']);
    let rest = ["a ", "an ", "the ", "one ", "another "]
        .iter()
        .find_map(|a| bare.strip_prefix(a));
    let mut parts = rest.unwrap_or("").split_whitespace();
    let class = parts
        .by_ref()
        .take(3)
        .find(|w| ANY.has(w.trim_end_matches(',')));
    let link = parts.next().unwrap_or("");
    let left = parts.count();
    class.is_some() && matches!(link, "from" | "by" | "in" | "within") && left <= 3
}

#[cfg(test)]
mod tests {
    use super::aside;

    #[test]
    fn what_stands_beside_a_definition_is_told_from_it() {
        for text in [
            "Opposite of the winch",
            "Similar to a crane, but on wheels",
            "Up to 15 boats",
            "Default: 30 days",
            "$0.10 per boat",
            "Charged by the hour",
            "Foreign ships, the other port must grant them a berth",
            "A proprietary technology from Basalt Works",
            "Ferries only (no barges)",
            "The first step of a voyage",
            "Provides the same lamps as the pier",
        ] {
            assert!(aside(text), "{text}");
        }
        for text in [
            "A maximum of a curve that is found by stepping uphill",
            "Maximum amount of cargo that a ship can carry",
            "Costing tool for voyages",
            "A device in the lock that must not fail",
            "Feature of the lock that lets water in",
        ] {
            assert!(!aside(text), "{text}");
        }
    }
}
