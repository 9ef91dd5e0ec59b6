//! Qualities before a noun: `fully managed, petabyte-scale data service` is a
//! service, and no list of two things.

use super::lexicon;
use super::listed::Listed;
use super::words;
use std::borrow::Cow;

/// A text without the qualities that stand, with commas between them, before the
/// kind of thing that it names: `A rope service` of `A fast, secure rope service`.
pub(super) fn unqualified(text: &str) -> Cow<'_, str> {
    let article = ["a ", "an ", "the ", "A ", "An ", "The "];
    let article = article
        .into_iter()
        .find(|a| text.starts_with(a))
        .unwrap_or("");
    let mut rest = &text[article.len()..];
    let whole = rest.len();
    while let Some((_, behind)) = rest.split_once(", ").filter(|(q, _)| is_quality(q)) {
        rest = behind.strip_prefix("and ").unwrap_or(behind);
    }
    match rest.len() < whole && names_a_kind(rest) {
        true => format!("{article}{rest}").into(),
        false => text.into(),
    }
}

/// `Fully managed`, `highly available`, `serverless`.
fn is_quality(phrase: &str) -> bool {
    static QUALITIES: Listed = Listed::new(
        "fast secure simple durable cheap serverless new modern robust open-source real-time \
        low-cost in-memory multi-model multi-region enterprise-grade efficient \
        resilient tolerant redundant compliant global regional relational analytical elastic automatic \
        dynamic native interactive",
    );
    static BEFORE: Listed = Listed::new("cost well pay as you go easy to use most very more auto");
    let low = phrase.to_lowercase();
    let mut words = low.split(' ').rev();
    let last = words.next().unwrap_or("");
    let ends = ["ed", "ble", "less", "ive", "ful", "ous", "-scale"];
    let quality = QUALITIES.has(last) || last.len() > 4 && ends.iter().any(|e| last.ends_with(e));
    quality && words.clone().count() < 3 && words.all(|w| w.ends_with("ly") || BEFORE.has(w))
}

/// Whether a text begins with a kind of thing: `serverless rope service for ferries`.
fn names_a_kind(text: &str) -> bool {
    static ENDS: Listed = Listed::new(
        "that which for to in of on with from by using used designed where and or but so when if",
    );
    let head = text.split([',', '.', ';', '(']).next().unwrap_or("");
    let mut words: Vec<&str> = Vec::new();
    for word in head.split_whitespace() {
        // `Natural language to SQL tool`, `search and query service`.
        if ENDS.has(word) && lexicon::kind_at_end(&words.join(" ")).is_some() {
            break;
        }
        words.push(word);
    }
    let head = words.join(" ");
    words::count(&head) < 9 && lexicon::kind_at_end(&head).is_some()
}

#[cfg(test)]
mod tests {
    use super::unqualified;
    use crate::generator::tests::cards;

    #[test]
    fn qualities_go_and_the_kind_stays() {
        for (text, bare) in [
            (
                "A fully managed, serverless rope service",
                "A serverless rope service",
            ),
            (
                "Fast, secure, and durable rope store for boats",
                "durable rope store for boats",
            ),
            (
                "Fully managed, cost effective, multi-pier",
                "Fully managed, cost effective, multi-pier",
            ),
            ("client, rope service", "client, rope service"),
            ("Moored, boats rest", "Moored, boats rest"),
            ("Ropes, knots and a service", "Ropes, knots and a service"),
        ] {
            assert_eq!(unqualified(text), bare, "{text}");
        }
    }

    #[test]
    fn what_is_managed_and_fast_is_a_service_all_the_same() {
        let found = cards(
            "# Notes\n\n#### RopeNet\n- Fully managed, pier-scale rope warehouse service\n- Dear\n\n\
            #### TideBox\n- Fully managed, serverless, platform for the crews of boats\n- Red\n\n\
            #### TideHub\n- Fully managed, cost effective, multi-pier\n- Old\n",
        );
        let told = (
            "What is RopeNet?",
            "Fully managed, pier-scale rope warehouse service.",
        );
        assert!(
            found.iter().any(|(f, b)| (f.as_str(), b.as_str()) == told),
            "{found:?}"
        );
        assert!(
            found.iter().any(|(f, _)| f == "What is TideBox?"),
            "{found:?}"
        );
        assert!(
            !found.iter().any(|(f, _)| f.contains("TideHub")),
            "{found:?}"
        );
    }
}
