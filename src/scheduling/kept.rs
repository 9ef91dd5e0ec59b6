//! How the cards' states are kept in a snapshot: their references as one page,
//! then the states in the same order. They are sorted, so that after a start
//! what is asked for one after the other lies so in memory as well.

use super::progress::{CardState, Cards};
use crate::domain::Packed;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

#[derive(Deserialize)]
struct Columns {
    cards: Packed,
    // Read into the boxes that the table holds, not moved there afterwards.
    #[allow(clippy::vec_box)]
    states: Vec<Box<CardState>>,
}

#[derive(Serialize)]
struct Lent<'a> {
    cards: Packed,
    states: Vec<&'a CardState>,
}

pub(super) fn serialize<S: Serializer>(cards: &Cards, to: S) -> Result<S::Ok, S::Error> {
    let mut sorted: Vec<_> = cards.iter().collect();
    sorted.sort_unstable_by_key(|(card, _)| *card);
    let columns = Lent {
        cards: Packed::of(sorted.iter().map(|(card, _)| *card)),
        states: sorted.iter().map(|(_, state)| state.as_ref()).collect(),
    };
    columns.serialize(to)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Cards, D::Error> {
    let Columns { cards, states } = Columns::deserialize(from)?;
    let cards = cards
        .unpack()
        .filter(|cards| cards.len() == states.len())
        .ok_or_else(|| de::Error::custom("a reference for every state"))?;
    Ok(cards.into_iter().zip(states).collect())
}
