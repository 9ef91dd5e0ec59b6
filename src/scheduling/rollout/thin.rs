//! A few hundred cards that stand for thousands.
//!
//! What ten thousand cards will be worth in two months needs no ten thousand
//! cards: sorted by what matters for their future, every so many-eth stands
//! for its neighbours, weighs as much as they do together and costs their
//! time. The forecast of a whole library takes no longer than a small deck's.

use super::{Card, Start};
use crate::domain::Day;

impl Start {
    /// The same with at most about `most` cards.
    pub fn thinned(self, most: usize) -> Self {
        let n = self.candidates.len();
        if n <= most.max(1) {
            return self;
        }
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by(|a, b| {
            self.rank(*a)
                .partial_cmp(&self.rank(*b))
                .unwrap_or(a.cmp(b))
        });
        // The block of each card, and the card that stands for each block.
        let block = |place: usize| place * most / n;
        let mut place_of = vec![0; n];
        for (place, i) in order.iter().enumerate() {
            place_of[*i] = place;
        }
        let mut candidates = Vec::with_capacity(most);
        let mut cards = Vec::with_capacity(most);
        for members in order.chunk_by(|a, b| block(place_of[*a]) == block(place_of[*b])) {
            let stands = members[members.len() / 2];
            let mut candidate = self.candidates[stands].clone();
            candidate.weight = members.iter().map(|i| self.candidates[*i].weight).sum();
            let tests = candidate.tests.iter();
            candidate.tests = tests.map(|t| block(place_of[*t as usize]) as u32).collect();
            candidates.push(candidate);
            cards.push(self.cards[stands].clone());
        }
        Self {
            grain: self.grain * n as f32 / candidates.len() as f32,
            candidates,
            cards,
            ..self
        }
    }

    /// Cards with near futures are near in this order.
    fn rank(&self, i: usize) -> (bool, u8, bool, u16, bool, Option<Day>, f32, f32) {
        let (c, card) = (&self.candidates[i], &self.cards[i]);
        let held = |card: &Card| card.ln_s.as_ref().map_or(0.0, |s| s[s.len() / 2]);
        (
            c.question,
            c.domain,
            c.detail,
            c.topic,
            card.available,
            card.ln_s.as_ref().map(|_| card.last),
            held(card),
            c.weight,
        )
    }
}
