//! Every card there is, without its wording.
//!
//! Scheduling ten thousand cards needs to know what each is about, not what
//! it says; the wording of the one card on the screen is read when it is
//! shown. So a catalogue is small enough to load at every start.

mod wire;

use super::answer::mark;
use super::card::{Card, Choice, Deck, Kind, Origin, Tier};
use super::exam::TaskId;
use super::id::{CardRef, DeckId};
use super::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A card's place in its catalogue; means nothing in another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CardIx(pub u32);

impl CardIx {
    /// For indexing side tables.
    pub fn at(self) -> usize {
        self.0 as usize
    }
}

/// What is known of a card without its wording.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// `DECK#CARD`.
    pub card: CardRef,
    /// Index into [`Catalogue::decks`].
    pub deck: u16,
    /// Flashcard or question.
    pub kind: Kind,
    /// Task statement of the deck's exam.
    pub task: Option<TaskId>,
    /// Siblings share it (numbers mean nothing across catalogues).
    pub note: Option<u32>,
    /// What it teaches or tests, likewise numbered.
    pub concept: Option<u32>,
    /// Core or detail.
    pub tier: Tier,
    /// Of a question: where it came from.
    pub origin: Option<Origin>,
    /// Of a question: 1 easy to 3 hard.
    pub level: Option<u8>,
    /// Of a question: how many options it has.
    pub options: u8,
    /// Of a question: how many of them are keys.
    pub keys: u8,
    /// Of a question: the [`mark`] of its key.
    pub key: u32,
    /// Of a question: the cards whose knowledge it needs.
    pub tests: Vec<CardIx>,
    /// Full ids whose history it takes over.
    pub was: Vec<CardRef>,
}

/// A deck without its cards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeckInfo {
    /// Unique.
    pub id: DeckId,
    /// For people.
    pub title: Text,
    /// The exam it prepares for.
    pub exam: Option<Text>,
}

/// All decks and cards of a library.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(try_from = "wire::Wire", into = "wire::Wire")]
pub struct Catalogue {
    /// In the library's order.
    pub decks: Vec<DeckInfo>,
    /// In deck order, then card order.
    pub entries: Vec<Entry>,
    /// Entry numbers ordered by full id, for look-ups.
    by_ref: Vec<CardIx>,
}

impl Catalogue {
    /// Catalogues decks. Cards that repeat an earlier full id are left out.
    pub fn of<'a>(decks: impl IntoIterator<Item = &'a Deck>) -> Self {
        let mut builder = Builder::default();
        for deck in decks {
            builder.add(deck);
        }
        builder.finish()
    }

    /// The entry.
    ///
    /// # Panics
    /// If the index is another catalogue's and out of range.
    pub fn entry(&self, ix: CardIx) -> &Entry {
        &self.entries[ix.at()]
    }

    /// Number of cards.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no cards.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// All indices in order.
    pub fn indices(&self) -> impl Iterator<Item = CardIx> + use<> {
        (0..self.entries.len() as u32).map(CardIx)
    }

    /// The card of that full id.
    pub fn find(&self, card: &CardRef) -> Option<CardIx> {
        self.by_ref
            .binary_search_by(|ix| self.entry(*ix).card.cmp(card))
            .ok()
            .map(|i| self.by_ref[i])
    }

    /// The deck an entry belongs to.
    pub fn deck_of(&self, ix: CardIx) -> &DeckInfo {
        &self.decks[usize::from(self.entry(ix).deck)]
    }

    /// The mark of a question's key; none of other cards.
    pub fn key_of(&self, card: &CardRef) -> Option<u32> {
        let entry = self.entry(self.find(card)?);
        (entry.kind == Kind::Choice).then_some(entry.key)
    }

    /// Adds a card that no file holds, after all others, with its deck if that is
    /// new. The numbers of the others stay as they are.
    pub fn append(&mut self, deck: &DeckInfo, card: &Card) -> CardIx {
        let full = CardRef::new(&deck.id, &card.id);
        if let Some(ix) = self.find(&full) {
            return ix;
        }
        let of = |d: &DeckInfo| d.id == deck.id;
        let number = self.decks.iter().position(of).unwrap_or(self.decks.len());
        if number == self.decks.len() {
            self.decks.push(deck.clone());
        }
        let ix = CardIx(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        let at = self.by_ref.partition_point(|i| self.entry(*i).card < full);
        self.by_ref.insert(at, ix);
        self.entries.push(Entry {
            card: full,
            deck: u16::try_from(number).unwrap_or(u16::MAX),
            kind: card.kind(),
            task: card.task,
            note: None,
            concept: None,
            tier: card.tier,
            origin: None,
            level: None,
            options: 0,
            keys: 0,
            key: 0,
            tests: Vec::new(),
            was: Vec::new(),
        });
        ix
    }

    /// A question's key has another number of options than was thought.
    pub fn count_keys(&mut self, ix: CardIx, keys: usize) {
        if let Some(entry) = self.entries.get_mut(ix.at()) {
            entry.keys = u8::try_from(keys).unwrap_or(u8::MAX);
        }
    }

    /// Old id → the id that took over its history.
    pub fn aliases(&self) -> HashMap<CardRef, CardRef> {
        let mut out = HashMap::new();
        for e in &self.entries {
            for old in &e.was {
                out.entry(old.clone()).or_insert_with(|| e.card.clone());
            }
        }
        out
    }
}

fn key_mark(choice: &Choice) -> u32 {
    mark(choice.options.iter().filter(|o| o.correct).map(|o| &o.id))
}

/// Builds a catalogue deck by deck.
#[derive(Debug, Default)]
pub struct Builder {
    out: Catalogue,
    slugs: HashMap<Box<str>, u32>,
    tests: Vec<(CardIx, Vec<Text>)>,
    /// Note or card id (within any deck of the same exam) → cards.
    by_name: HashMap<Box<str>, Vec<CardIx>>,
    taken: HashMap<CardRef, ()>,
}

impl Builder {
    /// Adds a deck's cards.
    pub fn add(&mut self, deck: &Deck) {
        let deck_ix = u16::try_from(self.out.decks.len()).unwrap_or(u16::MAX);
        self.out.decks.push(DeckInfo {
            id: deck.id.clone(),
            title: deck.title.clone(),
            exam: deck.exam.clone(),
        });
        for card in &deck.cards {
            self.add_card(deck, deck_ix, card);
        }
    }

    fn slug(&mut self, name: String) -> u32 {
        let next = self.slugs.len() as u32;
        *self.slugs.entry(name.into_boxed_str()).or_insert(next)
    }

    fn add_card(&mut self, deck: &Deck, deck_ix: u16, card: &Card) {
        let full = CardRef::new(&deck.id, &card.id);
        if self.taken.insert(full.clone(), ()).is_some() {
            return;
        }
        let ix = CardIx(self.out.entries.len() as u32);
        // Notes belong to their deck; concepts are shared by decks of one exam.
        let note = card.note.as_ref().map(|n| format!("n:{}#{n}", deck.id));
        let home = deck.exam.as_ref().map_or(deck.id.as_str(), Text::as_str);
        let concept = card.concept.as_ref().map(|c| format!("c:{home}#{c}"));
        let choice = card.choice();
        let entry = Entry {
            card: full.clone(),
            deck: deck_ix,
            kind: card.kind(),
            task: card.task,
            note: note.map(|n| self.slug(n)),
            concept: concept.map(|c| self.slug(c)),
            tier: card.tier,
            origin: choice.map(|c| c.origin),
            level: choice.and_then(|c| c.level),
            options: choice.map_or(0, |c| u8::try_from(c.options.len()).unwrap_or(u8::MAX)),
            keys: choice.map_or(0, |c| u8::try_from(c.keys()).unwrap_or(u8::MAX)),
            key: choice.map_or(0, key_mark),
            tests: Vec::new(),
            was: card.was.iter().map(|w| CardRef::new(&deck.id, w)).collect(),
        };
        self.out.entries.push(entry);
        for name in [Some(&card.id), card.note.as_ref()].into_iter().flatten() {
            for key in [format!("{}#{name}", deck.id), format!("{home}##{name}")] {
                let list = self.by_name.entry(key.into_boxed_str()).or_default();
                if list.last() != Some(&ix) {
                    list.push(ix);
                }
            }
        }
        if let Some(c) = choice.filter(|c| !c.tests.is_empty()) {
            self.tests.push((ix, c.tests.clone()));
        }
    }

    /// Resolves links between cards and orders the look-up table.
    pub fn finish(mut self) -> Catalogue {
        for (ix, names) in std::mem::take(&mut self.tests) {
            let info = self.out.deck_of(ix).clone();
            let home = info.exam.as_ref().map_or(info.id.as_str(), Text::as_str);
            let mut found = Vec::new();
            for name in &names {
                // Own deck first, then any deck of the exam, then a full id.
                let keys = [
                    format!("{}#{name}", info.id),
                    format!("{home}##{name}"),
                    name.to_string(),
                ];
                if let Some(cards) = keys.iter().find_map(|k| self.by_name.get(k.as_str())) {
                    found.extend(cards.iter().copied().filter(|c| *c != ix));
                }
            }
            found.dedup();
            self.out.entries[ix.at()].tests = found;
        }
        let mut order: Vec<CardIx> = self.out.indices().collect();
        order.sort_unstable_by(|a, b| self.out.entry(*a).card.cmp(&self.out.entry(*b).card));
        self.out.by_ref = order;
        self.out
    }
}
