//! Answers and names that tell nothing of a thing: its rank among others, and
//! qualities that any product claims for itself.

use super::asked::Asked;
use super::verbs::acts_often;
use crate::generator::clause;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::sentence::{capitalised, lowered};
use crate::generator::words;

/// Whether a predicate only ranks its subject: `serves as the foundation of
/// knot theory`, `plays a key role in …`, `represents one of the …`.
pub(super) fn ranks(text: &str) -> bool {
    static PLACES: Listed = Listed::new(
        "foundation foundations basis backbone cornerstone cornerstones heart core centerpiece \
        centrepiece bedrock mainstay pillar pillars essence hallmark highlight staple",
    );
    static PARTS: Listed = Listed::new(
        "part parts component components aspect aspects element elements step steps role roles \
        factor factors concept concepts advantage benefit feature consideration",
    );
    static WEIGHTS: Listed = Listed::new(
        "key core critical central essential vital crucial important integral fundamental major \
        significant main pivotal primary big great",
    );
    let mut parts = text.split_whitespace().map(clean).peekable();
    let first = parts.next().unwrap_or("");
    let leads = |w: &str, forms: &[&str]| forms.iter().any(|f| w.eq_ignore_ascii_case(f));
    let verb = leads(
        first,
        &[
            "serves",
            "serve",
            "acts",
            "act",
            "stands",
            "stand",
            "represents",
            "represent",
            "forms",
            "form",
            "plays",
            "play",
            "is",
            "are",
            "constitutes",
        ],
    );
    if verb && parts.peek().is_some_and(|w| w.eq_ignore_ascii_case("as")) {
        parts.next();
    }
    let mut next = match verb {
        true => parts.next().unwrap_or(""),
        false => first,
    };
    if next.eq_ignore_ascii_case("one") {
        return verb && parts.next() == Some("of");
    }
    let article = ["the", "a", "an"]
        .iter()
        .any(|a| next.eq_ignore_ascii_case(a));
    if article {
        next = parts.next().unwrap_or("");
    }
    if !article {
        return false;
    }
    let mut weighed = false;
    while WEIGHTS.has(&next.to_lowercase()) || next.eq_ignore_ascii_case("very") {
        // `the core of`: the last of them is the noun.
        if PLACES.has(next) && matches!(parts.peek(), Some(&("of" | "for"))) {
            break;
        }
        weighed = true;
        next = parts.next().unwrap_or("");
    }
    let after = parts.next().unwrap_or("");
    let ends = matches!(
        after,
        "" | "of" | "for" | "in" | "to" | "when" | "on" | "upon"
    );
    ends && (PLACES.has(next) && (verb || weighed || next != "core" && next != "pillar")
        || weighed && PARTS.has(next))
}

fn clean(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, ',' | '.' | ';' | ':'))
}

/// Whether a name is a quality or a benefit that a thing has rather than a
/// thing: `Scalability`, `Ease of use`, `Integration with cranes`, `Faster
/// mooring`. It does nothing itself and nobody would ask for it.
pub(in crate::generator) fn is_benefit(term: &str) -> bool {
    static HEADS: Listed = Listed::new(
        "performance scalability reliability durability flexibility simplicity querying \
        compatibility availability elasticity resilience resiliency agility productivity savings \
        saving affordability portability maintainability extensibility usability effectiveness \
        cost-effectiveness cost-efficiency efficiency ease convenience tolerance interoperability \
        responsiveness robustness versatility adaptability",
    );
    // `Fully managed and serverless`: what every product says of itself.
    static CLAIMED: Listed = Listed::new(
        "fully managed serverless resilient scalable secure reliable durable flexible simple fast \
        cheap elastic highly available easy efficient and or",
    );
    let bare = clause::unbracketed(term);
    let lower = bare.trim().to_lowercase();
    let mut claimed = lower
        .split([' ', ',', '/'])
        .filter(|w| !w.is_empty())
        .peekable();
    if claimed.peek().is_some() && claimed.all(|w| CLAIMED.has(w)) && !term.contains('`') {
        return true;
    }
    let last = head(&lower).split_whitespace().next_back().unwrap_or("");
    (HEADS.has(last) || claims(term)) && !term.contains('`') && !is_named(term)
}

/// Whether a name claims a gain: `Faster mooring`, `Integration with cranes`,
/// `Accelerated time to value`. Of such a thing nothing can be asked at all.
pub(super) fn claims(term: &str) -> bool {
    static PRAISE: Listed = Listed::new(
        "improved faster easier better greater simplified streamlined seamless quicker cheaper \
        cost-effective effortless",
    );
    // `Reduced costs`, but `Reduced Rope Store`.
    static AMOUNTS: Listed = Listed::new("reduced increased fewer less more minimal lower");
    static BURDENS: Listed = Listed::new(
        "cost costs latency complexity risk risks overhead time effort downtime maintenance errors \
        efficiency accuracy revenue",
    );
    let lower = term.to_lowercase();
    let first = clause::first_word(&lower);
    let joined = head(&lower);
    let met = joined.len() < lower.len()
        && joined
            .split_whitespace()
            .next_back()
            .is_some_and(|w| matches!(w, "integration" | "integrations"))
        && lower.contains(" with ");
    let early = [
        "time to value",
        "time to market",
        "time-to-market",
        "time-to-value",
    ]
    .iter()
    .any(|t| lower.contains(t));
    let amount = AMOUNTS.has(&first)
        && lower
            .split_whitespace()
            .next_back()
            .is_some_and(|w| BURDENS.has(w));
    (met || early || amount || PRAISE.has(&first) && lower.contains(' '))
        && !term.contains('`')
        && !is_named(term)
}

/// What stands before the first preposition of a name.
fn head(lower: &str) -> &str {
    [
        " of ", " with ", " to ", " for ", " in ", " across ", " at ",
    ]
    .iter()
    .filter_map(|l| lower.find(l))
    .min()
    .map_or(lower, |at| &lower[..at])
}

fn is_named(term: &str) -> bool {
    head(term) == term && Name::of(term).is_some_and(|n| n.is_product())
}

/// What a quality does is asked of its owner, where a mechanism or a number is
/// told: `In TideLock, what does fault tolerance do?` → `How is fault tolerance
/// handled in TideLock?`
pub(super) fn of_owner(front: &str, asked: &Asked<'_>, back: &str) -> Option<String> {
    let owner = front
        .strip_prefix("In ")
        .and_then(|rest| rest.split_once(", what do"))
        .map(|(owner, _)| owner)?;
    let owned = Name::of(owner).is_some_and(|n| n.is_proper());
    let means = back.split_whitespace().any(|w| {
        matches!(
            clean(w),
            "by" | "using" | "through" | "across" | "via" | "within" | "without" | "when"
        ) || w.starts_with(|c: char| c.is_ascii_digit())
    });
    let acts = lexicon::acts(&clause::first_word(back)) || acts_often(back);
    let term = lowered(&clause::unbracketed(asked.term));
    let title = term
        .split_whitespace()
        .all(|w| w.starts_with(char::is_uppercase));
    let term = match title {
        true => term.to_lowercase(),
        false => term,
    };
    (owned && means && acts && words::count(back) > 5)
        .then(|| capitalised(&format!("how is {} handled in {owner}?", term.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_product_says_of_itself_is_no_thing() {
        for claim in [
            "Fully managed and serverless",
            "Highly available",
            "Scalability",
        ] {
            assert!(super::is_benefit(claim), "{claim}");
        }
        assert!(!super::is_benefit("Managed harbour") && !super::is_benefit("Elastic rope"));
    }

    #[test]
    fn a_rank_is_no_answer() {
        for text in [
            "Serves as the foundation of knot theory.",
            "Plays a key role in every harbour.",
            "Represents one of the greatest gains of a port.",
            "Is the heart of the harbour.",
            "A critical component of any pier.",
            "The fundamental aspect of mooring.",
            "Acts as the backbone of the port.",
        ] {
            assert!(ranks(text), "{text}");
        }
        for text in [
            "The core engine that drives the winch.",
            "Serves as a gate that keeps the tide out.",
            "A step of the ladder.",
            "The part of a rope that bears the load.",
            "Acts as a pilot for small boats.",
            "A key that opens a lock.",
        ] {
            assert!(!ranks(text), "{text}");
        }
    }

    #[test]
    fn a_benefit_is_known_by_its_head() {
        for term in [
            "Scalability",
            "High Performance",
            "Ease of use",
            "Cost savings",
            "Faster mooring",
            "Integration with cranes",
            "Reduced costs",
            "Accelerated Time to Value",
        ] {
            assert!(is_benefit(term), "{term}");
        }
        for term in [
            "Rope integration",
            "Performance buoy",
            "Low Wave Queue",
            "Reduced Rope Store",
            "Enhanced Mooring",
            "TideLock Performance",
        ] {
            assert!(!is_benefit(term), "{term}");
        }
    }

    #[test]
    fn what_a_quality_does_is_asked_of_its_owner() {
        let front = "In TideLock, what does Fault Tolerance do?";
        let asked = |back: &str| of_owner(front, &Asked::read(front), back);
        assert_eq!(
            asked("Quickly replaces a broken gate by a second one.").as_deref(),
            Some("How is fault tolerance handled in TideLock?")
        );
        assert_eq!(asked("The gates stay shut by night and by day."), None);
    }
}
