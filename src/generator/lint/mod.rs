//! The item-flaw lint: whether a question measures knowledge, or can be
//! answered without any.
//!
//! It lives with the generator because it judges what the generator compiles
//! and shares its idea of a word; it reads cards, never files. A flaw belongs to
//! one question; measures and gates belong to a whole bank, since a habit (the
//! key is always the longest) shows in no single item. Every rule is a proxy
//! that errs towards silence: all flaws are warnings, for a person to judge.

mod abbreviations;
mod bank;
mod bots;
mod coverage;
mod cues;
mod gates;
mod hurdles;
mod item;
mod shingles;
mod stale;
mod wording;

pub use bank::in_bank;
pub use coverage::{Coverage, Row, coverage};
pub use gates::{Bar, Gate, Measures, measure};
pub use shingles::{Twins, twins};
pub use stale::{Stale, latest_date, stale};
pub use wording::wording;

use crate::domain::{Card, Choice, Deck, Origin};
use item::Item;

/// What is wrong with one question, why it matters and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// A stable word for scripts: `key-longest`.
    pub code: &'static str,
    /// What is seen, and why it matters.
    pub what: String,
    /// How to mend it.
    pub help: &'static str,
}

impl Flaw {
    fn new(code: &'static str, what: impl Into<String>, help: &'static str) -> Self {
        Self {
            code,
            what: what.into(),
            help,
        }
    }
}

/// The questions of a deck that a person wrote, with their places in it.
pub fn authored(deck: &Deck) -> impl Iterator<Item = (usize, &Card, &Choice)> {
    deck.cards.iter().enumerate().filter_map(|(n, card)| {
        let choice = card.choice()?;
        (choice.origin == Origin::Authored).then_some((n, card, choice))
    })
}

/// The flaws that show in one question alone. `of_exam` says that its deck
/// prepares for an exam, so that a task statement and a concept are wanted.
pub fn flaws(card: &Card, of_exam: bool) -> Vec<Flaw> {
    let Some(choice) = card.choice() else {
        return Vec::new();
    };
    let item = Item::of(choice);
    let mut out = Vec::new();
    cues::look(&item, &mut out);
    hurdles::look(&item, &mut out);
    hurdles::missing(card, choice, of_exam, &mut out);
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
