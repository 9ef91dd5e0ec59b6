//! Orders: whether a verb in its base form has what it acts on, so that it is no
//! noun that is written alike.

use crate::generator::clause;
use crate::generator::lexicon;
use crate::generator::listed::Listed;

/// Whether a verb in its base form has an object that no noun could have:
/// `lock the gates`, `let you …`.
pub(super) fn acts_on(rest: &str) -> bool {
    let second = rest.split_whitespace().nth(1).unwrap_or("").to_lowercase();
    lexicon::is_determiner(&second)
        || matches!(
            second.as_str(),
            "you" | "us" | "users" | "to" | "your" | "it" | "them"
        )
        || rest.trim_end().ends_with('.')
}

/// `transform raw ropes into nets`, `look for a berth`: an adjective before the
/// plural that is acted on, or a verb's own preposition.
pub(super) fn acts_on_many(text: &str, second: &str) -> bool {
    let mut parts = text.split_whitespace();
    let first = parts.next().unwrap_or("").to_lowercase();
    let third = parts.skip(1).find(|w| !w.contains('-')).unwrap_or("");
    let third = third
        .trim_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    static FOR: Listed = Listed::new("search look wait check ask plan pay listen scan");
    if second == "for" {
        return FOR.has(&first) && lexicon::is_determiner(&third);
    }
    static PLAIN: Listed = Listed::new(
        "large small new old big raw noisy real huge complex simple multiple various different \
        specific custom existing missing live unstructured structured incoming outgoing temporary",
    );
    let using = text.split_once(" using ").is_some_and(|(before, _)| {
        lexicon::kind_at_end(before).is_none() && before.split(' ').count() < 5
    });
    if using {
        return true;
    }
    // `increase the hold by moving a wall`: only a verb is done by doing.
    if text.split_once(" by ").is_some_and(|(before, way)| {
        before.split(' ').count() < 5 && clause::first_word(way).ends_with("ing")
    }) {
        return true;
    }
    // `train custom pilots`: hardly ever a train.
    if first == "train" && PLAIN.has(second) {
        return true;
    }
    let adjective = PLAIN.has(second)
        || ["ous", "ful", "less", "able", "ible", "ive"]
            .iter()
            .any(|e| second.ends_with(e) && second.len() > e.len() + 2);
    let matter = matches!(
        third.as_str(),
        "data" | "traffic" | "text" | "code" | "information"
    );
    let many = lexicon::looks_plural(&third) && lexicon::kind_at_end(&third).is_none();
    adjective && (many || matter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_acts_on_many_though_it_could_be_a_noun() {
        for (text, second) in [
            ("transform complex tables into charts", "complex"),
            ("search for a berth", "for"),
            ("index large volumes of tide data", "large"),
            ("request temporary short-lived keys", "temporary"),
            ("increase hull speed by scraping it", "hull"),
            ("train custom rope detection", "custom"),
            ("release boats using a winch", "boats"),
        ] {
            assert!(acts_on_many(text, second), "{text}");
        }
        for (text, second) in [
            ("store for ropes and sails", "for"),
            ("record of large ships", "of"),
            ("model hosting service", "hosting"),
            ("search engine using ropes", "engine"),
        ] {
            assert!(!acts_on_many(text, second), "{text}");
        }
    }
}
