//! How a catalogue is kept in the library's index: references packed into one
//! page, what few cards have in lists of its own.

use super::{CardIx, Catalogue, DeckInfo, Entry};
use crate::domain::card::{Kind, Origin, Tier};
use crate::domain::exam::TaskId;
use crate::domain::id::CardRef;
use crate::domain::packed::Packed;
use serde::{Deserialize, Serialize};

/// A catalogue as it is written.
#[derive(Serialize, Deserialize)]
pub(super) struct Wire {
    decks: Vec<DeckInfo>,
    cards: Packed,
    rows: Vec<Row>,
    tests: Vec<(u32, Vec<CardIx>)>,
    was: Vec<(u32, Vec<CardRef>)>,
    by_ref: Vec<CardIx>,
}

/// What every entry has.
#[derive(Serialize, Deserialize)]
struct Row {
    deck: u16,
    kind: Kind,
    task: Option<(u8, u8)>,
    note: Option<u32>,
    concept: Option<u32>,
    tier: Tier,
    origin: Option<Origin>,
    level: Option<u8>,
    options: u8,
    keys: u8,
    key: u32,
}

impl From<Catalogue> for Wire {
    fn from(catalogue: Catalogue) -> Self {
        let cards = Packed::of(catalogue.entries.iter().map(|e| &e.card));
        let (mut rows, mut tests, mut was) = (Vec::new(), Vec::new(), Vec::new());
        for (i, e) in (0..).zip(catalogue.entries) {
            rows.push(Row {
                deck: e.deck,
                kind: e.kind,
                task: e.task.map(|t| (t.domain, t.task)),
                note: e.note,
                concept: e.concept,
                tier: e.tier,
                origin: e.origin,
                level: e.level,
                options: e.options,
                keys: e.keys,
                key: e.key,
            });
            if !e.tests.is_empty() {
                tests.push((i, e.tests));
            }
            if !e.was.is_empty() {
                was.push((i, e.was));
            }
        }
        Self {
            decks: catalogue.decks,
            cards,
            rows,
            tests,
            was,
            by_ref: catalogue.by_ref,
        }
    }
}

impl TryFrom<Wire> for Catalogue {
    type Error = &'static str;

    fn try_from(wire: Wire) -> Result<Self, Self::Error> {
        let cards = wire.cards.unpack().ok_or("no references")?;
        if cards.len() != wire.rows.len() {
            return Err("as many references as cards");
        }
        let entry = |(card, row): (CardRef, Row)| Entry {
            card,
            deck: row.deck,
            kind: row.kind,
            task: row.task.map(|(domain, task)| TaskId { domain, task }),
            note: row.note,
            concept: row.concept,
            tier: row.tier,
            origin: row.origin,
            level: row.level,
            options: row.options,
            keys: row.keys,
            key: row.key,
            tests: Vec::new(),
            was: Vec::new(),
        };
        let mut entries: Vec<Entry> = cards.into_iter().zip(wire.rows).map(entry).collect();
        let known = entries.len();
        let fits = |ix: &CardIx| ix.at() < known;
        if wire.by_ref.len() != known || !wire.by_ref.iter().all(fits) {
            return Err("a place for every card");
        }
        for (i, tests) in wire.tests {
            if !tests.iter().all(fits) {
                return Err("tests that are there");
            }
            entries
                .get_mut(i as usize)
                .ok_or("a card that tests")?
                .tests = tests;
        }
        for (i, was) in wire.was {
            entries.get_mut(i as usize).ok_or("a renamed card")?.was = was;
        }
        Ok(Self {
            decks: wire.decks,
            entries,
            by_ref: wire.by_ref,
        })
    }
}
