//! Full papers kept back for a first sight on the day they are sat.
//!
//! Study, search and browse hide their questions until then. Which ones they
//! are follows from the goal's seed alone, so every device agrees; and by each
//! card's own number rather than by its place, so that a pack that grows
//! changes few of them.

use super::counts::largest_remainder;
use super::draw::Candidate;
use crate::domain::{Blueprint, CardIx, Catalogue, Origin};
use std::collections::HashSet;

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
/// Concepts don't repeat within a paper.
pub fn hold_back(
    blueprint: &Blueprint,
    catalogue: &Catalogue,
    pool: &[Candidate],
    seed: u64,
) -> Vec<Vec<CardIx>> {
    let authored: Vec<&Candidate> = pool
        .iter()
        .filter(|c| c.origin == Origin::Authored)
        .collect();
    let size = blueprint.questions as usize;
    let mut ranked: Vec<(u64, &Candidate)> = authored
        .iter()
        .map(|c| (number(seed, catalogue.entry(c.card).card.as_str()), *c))
        .collect();
    ranked.sort_by_key(|(n, c)| (*n, c.card));
    let weights: Vec<f64> = blueprint.domains.iter().map(|d| d.weight).collect();
    let counts = largest_remainder(size, &weights);
    let mut used = HashSet::new();
    let mut papers = Vec::new();
    for _ in 0..papers_to_spare(authored.len(), size) {
        let mut paper = Vec::new();
        let mut concepts = HashSet::new();
        for (domain, count) in blueprint.domains.iter().zip(&counts) {
            let fits = ranked.iter().filter(|(_, c)| {
                c.task.is_some_and(|t| t.domain == domain.number) && !used.contains(&c.card)
            });
            let mut left = *count;
            for (_, c) in fits {
                if left == 0 {
                    break;
                }
                if c.concept.is_none_or(|concept| concepts.insert(concept)) {
                    paper.push(c.card);
                    left -= 1;
                }
            }
            if left > 0 {
                return papers;
            }
        }
        used.extend(paper.iter().copied());
        papers.push(paper);
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
