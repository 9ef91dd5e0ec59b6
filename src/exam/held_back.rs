//! Full papers kept back for a first sight on the day they are sat.
//!
//! Study, search and browse hide their questions until then. Which ones they
//! are follows from the goal's seed alone, so every device agrees; and by each
//! card's own number rather than by its place, so that a pack that grows
//! changes few of them.

use super::draw::{Candidate, Order, deal};
use crate::domain::{Blueprint, CardIx, Catalogue, Origin};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// How many full papers a pool of authored questions can spare: two of 325,
/// three from 500, none from a pool too small to study from as well.
pub fn papers_to_spare(authored: usize, questions: usize) -> usize {
    match authored / questions.max(1) {
        0..=2 => 0,
        3..=4 => 1,
        5..=7 if authored < 500 => 2,
        _ => 3,
    }
}

/// The held-back papers, as sets of cards, in the order they are to be sat.
///
/// Each follows the blueprint like any paper (counts by domain, task statements
/// in turn, share of multiple response, no concept twice). What was seen before
/// doesn't matter: it would differ between devices.
pub fn hold_back(
    blueprint: &Blueprint,
    catalogue: &Catalogue,
    pool: &[Candidate],
    seed: u64,
) -> Vec<Vec<CardIx>> {
    let mut left: Vec<(u64, Candidate)> = pool
        .iter()
        .filter(|c| c.origin == Origin::Authored)
        .map(|c| {
            let unseen = Candidate {
                seen: None,
                ..c.clone()
            };
            (number(seed, catalogue.entry(c.card).card.as_str()), unseen)
        })
        .collect();
    left.sort_by_key(|(n, c)| (*n, c.card));
    let size = blueprint.questions as usize;
    let spare = papers_to_spare(left.len(), size);
    let mut papers = Vec::new();
    for n in 0..spare {
        let order = Order::of(blueprint, size, &[], seed.wrapping_add(n as u64));
        let candidates: Vec<Candidate> = left.iter().map(|(_, c)| c.clone()).collect();
        let ranked = (0..candidates.len()).collect();
        let rng = ChaCha8Rng::seed_from_u64(order.seed);
        let Ok(paper) = deal(&order, &candidates, ranked, rng) else {
            break;
        };
        let mut cards = paper.questions;
        cards.sort();
        left.retain(|(_, c)| cards.binary_search(&c.card).is_err());
        papers.push(cards);
    }
    papers
}

/// A card's number under a seed: FNV-1a, then mixed so that near names part.
fn number(seed: u64, name: &str) -> u64 {
    let bytes = seed.to_le_bytes().into_iter().chain(name.bytes());
    let h = bytes.fold(0xcbf2_9ce4_8422_2325u64, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    });
    let h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    h ^ (h >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pool_spares_what_it_can() {
        let spare = [0, 64, 194, 195, 324, 325, 499, 500, 650].map(|n| papers_to_spare(n, 65));
        assert_eq!(spare, [0, 0, 0, 1, 1, 2, 2, 3, 3]);
    }

    #[test]
    fn near_names_get_far_numbers() {
        let low = (0..1000)
            .filter(|i| number(1, &format!("d#q{i}")) < u64::MAX / 4)
            .count();
        assert!((200..300).contains(&low), "{low}");
        assert_ne!(number(1, "d#q"), number(2, "d#q"));
    }
}
