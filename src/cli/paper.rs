//! Papers on real decks: what `mock` and `drive` share.

use super::store::Store;
use crate::domain::{Blueprint, CardIx, CardRef, Choice, DeckId, Face, Happening, OptionId};
use crate::exam::report::Report;
use crate::scheduling::paper::Paper;
use crate::session::goal;
use crate::session::mock::setup::{CantDraw, Setup};
use crate::session::mock::{self, look_back, setup, sit};
use std::collections::HashSet;

/// The blueprint that a paper follows which is narrowed to this deck, or to
/// none.
pub(super) fn blueprint<'s>(store: &'s Store, deck: Option<&DeckId>) -> Option<&'s Blueprint> {
    let (progress, catalogue) = (store.progress(), store.catalogue());
    store.blueprint(goal::exam_of_paper(progress, catalogue, None, deck)?)
}

/// The blueprint that a paper followed.
pub(super) fn blueprint_of<'s>(store: &'s Store, paper: &Paper) -> Option<&'s Blueprint> {
    store.blueprint(paper.started.exam.as_deref()?)
}

/// A question's wording, as far as it is still there.
pub(super) fn choice(store: &Store, card: &CardRef) -> Option<Choice> {
    let ix = store.catalogue().find(card)?;
    match store.card(ix).ok()?.face {
        Face::Choice(choice) => Some(choice),
        Face::Flashcard(_) => None,
    }
}

fn ids(choice: Choice, only_keys: bool) -> Vec<OptionId> {
    let options = choice.options.into_iter();
    let wanted = options.filter(|o| o.correct || !only_keys);
    wanted.map(|o| o.id).collect()
}

/// Draws a paper; what it records isn't recorded yet.
pub(super) fn draw(store: &Store, wanted: &Setup) -> Result<Happening, CantDraw> {
    let (catalogue, progress) = (store.catalogue(), store.progress());
    let blueprint = blueprint(store, wanted.deck.as_ref());
    setup::draw(wanted, catalogue, progress, blueprint, |ix| {
        let card = &catalogue.entry(ix).card;
        Some(ids(choice(store, card)?, false))
    })
}

/// The verdict on each question of a paper.
pub(super) fn verdicts(store: &Store, paper: &Paper) -> Vec<bool> {
    sit::verdicts(&paper.started, &paper.answers, |card| choice(store, card))
}

/// The report on a marked paper.
pub(super) fn report(store: &Store, paper: &Paper) -> Option<Report> {
    let blueprint = blueprint_of(store, paper);
    look_back::report(paper, store.progress(), blueprint, |card| {
        Some(ids(choice(store, card)?, true))
    })
}

/// The cards that nobody may find before they are asked in earnest.
pub(super) fn hidden(store: &Store) -> HashSet<CardIx> {
    let (catalogue, progress) = (store.catalogue(), store.progress());
    mock::hidden(catalogue, progress, store.exam(None))
}
