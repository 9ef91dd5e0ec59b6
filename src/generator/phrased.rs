//! Phrased heads: columns whose words are a question or a case rather than a
//! noun (`What it does`, `How it scales`, `Low value`). The question is the one
//! that the head asks; what a thing has is never "the what".

use super::cell::Kind;
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::parts::bare;
use super::words;

/// Whether a head's words are a question or a case of its rows.
pub(super) fn is_phrase(low: &str) -> bool {
    wonders(low) || case(low).is_some()
}

/// Asks with the head's own words; `None` where they ask nothing of one thing.
pub(super) fn question(x: &str, head: &str, cell: &str) -> Option<String> {
    let low = head.to_lowercase();
    let low = low.as_str();
    if let Some(case) = case(low) {
        // What is counted is the value, what is told is its effect.
        return (Kind::of(cell) != Kind::Number).then(|| case.question(x));
    }
    let mut parts = low.split_whitespace();
    let (wh, second, third) = (parts.next()?, parts.next()?, parts.next().unwrap_or(""));
    let rest: Vec<&str> = parts.collect();
    // Letters that are a name stay as they are.
    let named = |w: &str| w.chars().skip(1).any(char::is_uppercase);
    let tail: String = head
        .split_whitespace()
        .skip(3)
        .map(|w| match named(w) {
            true => format!(" {w}"),
            false => format!(" {}", w.to_lowercase()),
        })
        .collect();
    let asking = super::sentence::capitalised(wh);
    let one = matches!(second, "it" | "they");
    if low.contains("exam") || words::count(low) > 6 {
        return None;
    }
    // `For old boats` is no place.
    if wh == "where" && cell.to_lowercase().starts_with("for ") {
        return None;
    }
    let many = counts_many(x);
    let (does, be) = if many { ("do", "are") } else { ("does", "is") };
    match (wh, second, third) {
        ("what", "it", "is") | ("what", "they", "are") | ("what", "is", "it")
            if tail.is_empty() =>
        {
            Some(format!("What {be} {x}?"))
        }
        ("what" | "how" | "why" | "when" | "where", _, "is" | "are") if one => {
            Some(format!("{asking} {be} {x}{tail}?"))
        }
        ("what" | "how" | "why" | "when" | "where", _, "can") if one => {
            Some(format!("{asking} can {x}{tail}?"))
        }
        ("what" | "how" | "why" | "when" | "where", _, verb) if one => {
            let base = match second {
                "it" => lexicon::base_of(verb)?,
                _ => lexicon::is_base_verb(verb).then(|| verb.to_owned())?,
            };
            Some(format!("{asking} {does} {x} {base}{tail}?"))
        }
        ("what" | "how", "does" | "do", "it" | "they") if !tail.is_empty() => {
            Some(format!("{asking} {does} {x}{tail}?"))
        }
        ("where" | "how" | "when" | "why", "you" | "we", verb)
            if lexicon::is_base_verb(verb) && matches!(rest[..], ["it"] | ["them"]) =>
        {
            Some(format!("{asking} do you {verb} {x}?"))
        }
        ("how", "to", verb) if lexicon::is_base_verb(verb) && matches!(rest[..], [] | ["it"]) => {
            Some(format!("How do you {verb} {x}?"))
        }
        ("when", "to", verb) if lexicon::is_base_verb(verb) && matches!(rest[..], [] | ["it"]) => {
            Some(format!("When should you {verb} {x}?"))
        }
        ("who", verb, "it" | "them") => {
            lexicon::base_of(verb).map(|_| format!("Who {verb} {x}{tail}?"))
        }
        _ => None,
    }
}

/// Whether a thing's name, without a remark in brackets, is a plural.
fn counts_many(x: &str) -> bool {
    let named = x.split(" (").next().unwrap_or(x);
    Name::of(named).is_some_and(|n| n.counts_many())
}

/// Whether the words begin as a question does.
fn wonders(low: &str) -> bool {
    static ASKING: Listed = Listed::new("what how why when where who whom whose");
    low.split(' ').next().is_some_and(|w| ASKING.has(w))
}

/// How a setting stands in the rows of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Value(&'static str),
    Turned(&'static str),
    Too(&'static str),
}

impl Case {
    fn question(self, x: &str) -> String {
        let x = bare(x);
        match self {
            Self::Value(size) => format!("What is the effect of a {size} value of {x}?"),
            Self::Turned(doing) => format!("What is the effect of {doing} {x}?"),
            Self::Too(size) => format!("What happens if {x} is too {size}?"),
        }
    }
}

/// `Low value`, `When too high`, `Increasing it`: a case, under which a table
/// says what comes of it.
fn case(low: &str) -> Option<Case> {
    let low = ["if ", "when ", "effect of ", "effect when ", "effect if "]
        .iter()
        .find_map(|p| low.strip_prefix(p))
        .unwrap_or(low);
    let low = ["it is ", "it's ", "set ", "set to "]
        .iter()
        .find_map(|p| low.strip_prefix(p))
        .unwrap_or(low);
    let (first, rest) = low.split_once(' ').unwrap_or((low, ""));
    let of_setting = matches!(rest, "value" | "values" | "setting" | "settings");
    match (first, rest) {
        ("too", "low") => Some(Case::Too("low")),
        ("too", "high") => Some(Case::Too("high")),
        ("too", "small") => Some(Case::Too("small")),
        ("too", "large" | "big") => Some(Case::Too("large")),
        ("low", _) if of_setting => Some(Case::Value("low")),
        ("high", _) if of_setting => Some(Case::Value("high")),
        ("small", _) if of_setting => Some(Case::Value("small")),
        ("large", _) if of_setting => Some(Case::Value("large")),
        ("lower" | "smaller", _) if of_setting => Some(Case::Turned("decreasing")),
        ("higher" | "larger", _) if of_setting => Some(Case::Turned("increasing")),
        ("increase" | "increased" | "increasing" | "raising", "" | "it" | "value") => {
            Some(Case::Turned("increasing"))
        }
        ("decrease" | "decreased" | "decreasing" | "lowering", "" | "it" | "value") => {
            Some(Case::Turned("decreasing"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn a_phrase_asks_its_own_question() {
        for (head, asked) in [
            ("what it does", Some("What does Basalt do?")),
            ("how it scales", Some("How does Basalt scale?")),
            ("where it is kept", Some("Where is Basalt kept?")),
            ("what it protects", Some("What does Basalt protect?")),
            ("where you use it", Some("Where do you use Basalt?")),
            ("how to moor", None),
            ("how to configure it", Some("How do you configure Basalt?")),
            ("who owns it", Some("Who owns Basalt?")),
            ("too low", Some("What happens if Basalt is too low?")),
            ("why it matters for the exam", None),
            ("what to know", None),
            ("what you pay for", None),
            ("How it uses AIS", Some("How does Basalt use AIS?")),
        ] {
            assert_eq!(question("Basalt", head, "x").as_deref(), asked, "{head}");
        }
        assert_eq!(question("Basalt", "low value", "0.1"), None);
        assert_eq!(
            question("Basalt", "where you use it", "For old boats"),
            None
        );
        assert!(!is_phrase("low") && !is_phrase("highest value") && !is_phrase("storage"));
    }

    #[test]
    fn a_column_of_low_values_tells_what_comes_of_them() {
        let page = "# Winches\n\n## Settings of a winch\n\n\
            | Setting | What it controls | Low value | High value |\n|---|---|---|---|\n\
            | Drum tension | The pull of the rope | Slack rope, gentle stop | Tight rope, hard stop |\n\
            | Brake delay | The wait before a stop | Stops at once | Drifts past the pier |\n";
        let fronts = fronts(page);
        assert!(
            fronts
                .iter()
                .any(|f| f.contains("effect of a low value of Drum tension")),
            "{fronts:?}"
        );
        assert!(
            fronts
                .iter()
                .all(|f| !f.contains("the low value") && !f.contains("in high value")),
            "{fronts:?}"
        );
        assert!(
            fronts
                .iter()
                .any(|f| f.starts_with("What does Drum tension") && f.contains("control")),
            "{:?}",
            cards(page)
        );
        assert!(shows(page, "Slack rope"));
    }

    #[test]
    fn two_things_side_by_side_are_never_asked_for_the_what() {
        let page = "# Harbour\n\n## TideLock and RopeNet\n\n| | TideLock | RopeNet |\n|---|---|---|\n\
            | What it does | Closes the gates before a surge | Moors ships that wait for the tide |\n\
            | Medium | Steel gates | Hemp ropes |\n";
        let fronts = fronts(page);
        assert!(
            fronts.iter().any(|f| f == "What does TideLock do?"),
            "{fronts:?}"
        );
        assert!(
            fronts
                .iter()
                .all(|f| !f.contains("the what") && !f.contains("differ: what")),
            "{fronts:?}"
        );
    }
}
