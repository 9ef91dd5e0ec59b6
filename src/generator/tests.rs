//! What the tests of the generator's rooms share: notes in, cards out.

use super::{Source, generate};
use crate::domain::Face;

/// Front and back of each flashcard that a page of notes yields.
pub(super) fn cards(text: &str) -> Vec<(String, String)> {
    let source = Source {
        path: "notes.md".into(),
        text: text.into(),
    };
    let generated = generate(&[source], &[], None);
    let cards = generated.decks.iter().flat_map(|d| &d.cards);
    cards
        .filter_map(|c| match &c.face {
            Face::Flashcard(f) => Some((f.front.to_string(), f.back.to_string())),
            _ => None,
        })
        .collect()
}

/// The fronts alone.
pub(super) fn fronts(text: &str) -> Vec<String> {
    cards(text).into_iter().map(|(front, _)| front).collect()
}

/// Whether any card shows these words on either side.
pub(super) fn shows(text: &str, words: &str) -> bool {
    let found = |s: &str| s.to_lowercase().contains(&words.to_lowercase());
    cards(text).iter().any(|(f, b)| found(f) || found(b))
}
