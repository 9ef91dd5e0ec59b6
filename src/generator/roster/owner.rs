//! Whose a list is: a thing's, a chapter's, or nobody's; and how that is asked.

use super::{linked, relates};
use crate::generator::draft;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::parts::{about, bare};
use crate::generator::sentence::capitalised;
use crate::generator::words;

/// Whose a list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// A thing that has parts.
    Thing,
    /// A chapter, or two things: only a place.
    Place,
    /// A title or label that says nothing on a card.
    Nothing,
}

impl Owner {
    pub(super) fn of(name: &Name) -> Self {
        let short = name.short.as_str();
        let low = short.to_lowercase();
        let first = low.split_whitespace().next().unwrap_or("");
        let last = low.split_whitespace().next_back().unwrap_or("");
        let alone = !low.contains(' ');
        static VERBS: Listed =
            Listed::new("supports includes contains requires provides offers allows uses needs");
        let verb = alone && (VERBS.has(&low) || lexicon::acts(&low) && !lexicon::is_either(&low));
        let numbered = low
            .split_once(": ")
            .is_some_and(|(h, _)| h.chars().any(|c| c.is_ascii_digit()));
        if verb
            || numbered
            || draft::says_nothing(short)
            || name.full.contains("%)")
            || name.full.contains('→')
            || matches!(
                first,
                "todo" | "todo:" | "analogy:" | "problem:" | "trap" | "misc" | "misc."
            )
            || first.ends_with("ing") && low.contains(" from ")
        {
            return Self::Nothing;
        }
        static CHAPTERS: Listed = Listed::new(
            "overview terminology section introduction architecture strategies comparison operations \
            management monitoring optimization optimisation integration ingestion networking \
            security storage compute analytics database design deployment",
        );
        static CLASSES: Listed = Listed::new(
            "concepts basics fundamentals patterns sources destinations options types services \
            tools solutions terms architectures considerations databases",
        );
        let two = [" and ", " & ", " / ", ": ", " + ", " or "]
            .iter()
            .any(|j| short.contains(j))
            || short.contains('/') && !short.contains("I/O");
        let chapter = CHAPTERS.has(last) && !name.is_product() && !name.branded
            || CLASSES.has(last) && words::count(short) < 4;
        match two || chapter || words::count(short) > 5 {
            true => Self::Place,
            false => Self::Thing,
        }
    }

    /// Asks for what any thing has.
    pub(super) fn asks_relation(self, name: &Name, what: &str, tail: &str) -> Option<String> {
        let x = name.said.as_str();
        if !tail.is_empty() {
            return self.asks_of_tail(name, what, tail);
        }
        match self {
            Self::Nothing => None,
            // `In Tides and Moons, what are the trade-offs?`: of what?
            Self::Place if words::count(&name.short) > 5 && !what.contains(' ') => None,
            Self::Place if words::count(&name.short) > 3 => {
                Some(about(x, &format!("what are the {what}")))
            }
            _ => Some(format!("What are {} {x}?", linked(what))),
        }
    }

    /// Asks for the members of a class.
    pub(super) fn asks_members(self, name: &Name, what: &str, tail: &str) -> Option<String> {
        let x = name.said.as_str();
        static KINDS: Listed = Listed::new("types kinds forms sorts flavors flavours varieties");
        if !tail.is_empty() {
            return self.asks_of_tail(name, what, tail);
        }
        if KINDS.has(&what.to_lowercase()) && self != Self::Nothing {
            return Some(format!(
                "What are the {} of {}?",
                what.to_lowercase(),
                bare(x)
            ));
        }
        let articled = bare(x).len() < x.len();
        match self {
            Self::Nothing => None,
            Self::Thing if !articled => {
                let does = if name.counts_many() { "do" } else { "does" };
                Some(format!("Which {what} {does} {x} have?"))
            }
            _ => Some(about(x, &format!("which {what} are there"))),
        }
    }

    /// `Challenges with ropes` say themselves what they are about.
    fn asks_of_tail(self, name: &Name, what: &str, tail: &str) -> Option<String> {
        let x = name.said.as_str();
        let ask = match relates(what.split_whitespace().next_back().unwrap_or("")) {
            true => format!("what are the {what} {tail}"),
            false => format!("which {what} {tail} are there"),
        };
        let told = words::content(tail);
        let own = words::content(x);
        let shares = told.iter().any(|w| own.contains(w));
        let relation = relates(what.split_whitespace().next_back().unwrap_or(""));
        match self {
            _ if shares => Some(format!("{}?", capitalised(&ask))),
            Self::Nothing => None,
            _ if !relation && !tail.starts_with("of ") => None,
            _ => Some(about(x, &ask)),
        }
    }
}
