//! The generator: study notes in Markdown or saved HTML → decks, and an
//! account of what was made and what was left out.
//!
//! ```text
//!   text ── markdown/html ──▶ outline ── facts/tables/prose ──▶ topics
//!                                │                                │
//!                            authored                     recall, questions,
//!                                │                        compare, cloze
//!                                ▼                                ▼
//!                              cards ◀── identity, tiers ──── fit, drafts
//! ```
//!
//! Quality goes before quantity: a card that might be wrong, might give itself
//! away or might have two right answers is dropped, with its reason.

mod account;
mod alone;
mod around;
mod ask;
mod aspect;
mod authored;
mod callouts;
mod cell;
mod circles;
mod clause;
mod cloze;
mod column;
mod compare;
mod course;
mod deck;
mod degree;
mod describe;
mod described;
mod distractors;
mod draft;
mod enumerator;
mod facts;
mod fit;
mod folds;
mod grid;
mod headed;
mod heads;
mod html;
mod identity;
mod ids;
mod jotting;
mod label;
mod language;
mod lead;
mod lesson;
mod lexicon;
pub mod lint;
mod listed;
mod manner;
mod markdown;
mod mask;
mod mentions;
mod name;
mod named;
mod needs;
mod noise;
mod outline;
mod parts;
mod phrase;
mod phrased;
mod placed;
mod polish;
mod prose;
mod qualities;
mod questions;
mod raised;
mod ranged;
mod realm;
mod recall;
mod rich;

mod roster;
mod rows;
mod sentence;
mod shortcodes;
mod sides;
mod slipped;
mod standing;
mod statement;
mod strays;
mod tables;
#[cfg(test)]
mod tests;
mod tiers;
mod titles;
mod topic;
mod unmarked;
mod usage;
mod whose;
mod words;
mod wraps;

pub use account::{Account, Reason, Shape, Skipped};
pub use ids::slug;

use crate::domain::{Blueprint, CardRef, Deck, Problem};

/// One file of notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// As it shall be shown and recorded in the deck, `/` between folders.
    pub path: String,
    /// Its content.
    pub text: String,
}

/// What a run yields.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Generated {
    /// One deck a source that yields cards, in the order of the sources.
    pub decks: Vec<Deck>,
    /// What was made and what was left out.
    pub account: Account,
    /// Errors in the dialect of summaries.
    pub problems: Vec<Problem>,
    /// Cards of the previous decks that no card continues.
    pub vanished: Vec<CardRef>,
}

/// Generates decks. `previous` are the decks that an earlier run wrote: their
/// facts keep their ids. With a blueprint, task statements are checked.
///
/// The result depends on the arguments only, to the byte.
pub fn generate(sources: &[Source], previous: &[Deck], blueprint: Option<&Blueprint>) -> Generated {
    generate_watched(sources, previous, blueprint, &mut |_| {})
}

/// As [`generate`], telling now and then how many lines of all sources are
/// done. What is told never changes the result.
pub fn generate_watched(
    sources: &[Source],
    previous: &[Deck],
    blueprint: Option<&Blueprint>,
    watch: &mut dyn FnMut(usize),
) -> Generated {
    deck::generate(sources, previous, blueprint, watch)
}
