//! Why a paper can't be drawn, and how large one could be.

use super::draw::{Candidate, Order, counts_of, deal, domain_of, shuffled};
use std::collections::HashSet;
use std::fmt;

/// Why a paper can't be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// The domain that can't be filled.
    pub domain: u8,
    /// Questions it needs.
    pub needs: usize,
    /// Questions on different concepts that it has.
    pub has: usize,
    /// The largest paper that keeps the weights.
    pub largest: usize,
}

impl fmt::Display for Shortage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            domain,
            needs,
            has,
            largest,
        } = self;
        write!(
            f,
            "domain {domain} needs {needs} questions on different concepts and has {has}; "
        )?;
        match largest {
            0 => write!(f, "no faithful paper can be drawn from these decks"),
            n => write!(f, "the largest faithful paper has {n} questions"),
        }
    }
}

/// The largest size that can be drawn with this seed.
pub(super) fn largest(order: &Order, pool: &[Candidate]) -> usize {
    let capacity = |domain: u8| {
        let of_domain = pool.iter().filter(|c| domain_of(c) == domain);
        let (mut lone, mut concepts) = (0, HashSet::new());
        for c in of_domain {
            match c.concept {
                Some(concept) => {
                    concepts.insert(concept);
                }
                None => lone += 1,
            }
        }
        lone + concepts.len()
    };
    let enough = |n: usize| {
        let counts = counts_of(order, n);
        counts.iter().all(|(d, count)| *count <= capacity(*d))
    };
    // Domains that share concepts may yet stand in each other's way.
    let works = |n: usize| {
        let smaller = Order {
            questions: n,
            ..order.clone()
        };
        let (ranked, rng) = shuffled(&smaller, pool);
        deal(&smaller, pool, ranked, rng).is_ok()
    };
    let mut sizes = (1..order.questions).rev();
    sizes.find(|n| enough(*n) && works(*n)).unwrap_or(0)
}
