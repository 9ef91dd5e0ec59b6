//! Drawing a paper: the blueprint's counts, no question that answers another,
//! fresh questions first. A function of the pool and a seed.

use super::counts::largest_remainder;
use super::shortage::{Shortage, largest};
use crate::domain::{Blueprint, CardIx, Day, Origin, TaskId};
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::HashSet;

/// A question that could be on the paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Which.
    pub card: CardIx,
    /// Its task statement; none counts as domain 0.
    pub task: Option<TaskId>,
    /// What it tests: no two of a paper share one.
    pub concept: Option<u32>,
    /// Two or more keys.
    pub multiple: bool,
    /// Authored before derived.
    pub origin: Origin,
    /// The latest study day it was seen; none: never.
    pub seen: Option<Day>,
}

/// What is asked of a draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// Questions on the paper.
    pub questions: usize,
    /// Share of multiple response, 0–1.
    pub multiple: f64,
    /// Domain numbers and their weights.
    pub weights: Vec<(u8, f64)>,
    /// What it is drawn from.
    pub seed: u64,
}

impl Order {
    /// A paper of the blueprint, of `questions` questions, of these domains
    /// only if any are named.
    pub fn of(blueprint: &Blueprint, questions: usize, only: &[u8], seed: u64) -> Self {
        let wanted = |number: u8| only.is_empty() || only.contains(&number);
        let domains = blueprint.domains.iter().filter(|d| wanted(d.number));
        Self {
            questions,
            multiple: blueprint.multiple_response,
            weights: domains.map(|d| (d.number, d.weight)).collect(),
            seed,
        }
    }
}

/// A drawn paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// In the order they are asked.
    pub questions: Vec<CardIx>,
    /// How many are derived, because the authored ones ran short.
    pub derived: usize,
    /// How many were never seen.
    pub first_sight: usize,
}

/// Draws a paper.
///
/// # Errors
/// [`Shortage`] when a domain can't be filled without repeating a concept.
pub fn draw(order: &Order, pool: &[Candidate]) -> Result<Paper, Shortage> {
    let (ranked, rng) = shuffled(order, pool);
    match deal(order, pool, ranked, rng) {
        Ok(paper) => Ok(paper),
        Err(missing) => Err(Shortage {
            domain: missing.domain,
            needs: missing.needs,
            has: missing.has,
            largest: largest(order, pool),
        }),
    }
}

/// The pool in an order that its seed alone decides, not the order in which
/// decks were loaded.
pub(super) fn shuffled(order: &Order, pool: &[Candidate]) -> (Vec<usize>, ChaCha8Rng) {
    let mut rng = ChaCha8Rng::seed_from_u64(order.seed);
    let mut ranked: Vec<usize> = (0..pool.len()).collect();
    ranked.sort_by_key(|i| pool[*i].card);
    ranked.shuffle(&mut rng);
    (ranked, rng)
}

/// A domain that a deal couldn't fill.
pub(super) struct Missing {
    domain: u8,
    needs: usize,
    has: usize,
}

/// Draws by a ranking of the pool: within a class, the earlier the sooner.
pub(super) fn deal(
    order: &Order,
    pool: &[Candidate],
    ranked: Vec<usize>,
    rng: ChaCha8Rng,
) -> Result<Paper, Missing> {
    let counts = counts_of(order, order.questions);
    let mut hand = Hand::new(order, pool, ranked, rng);
    for (domain, count) in &counts {
        hand.fill(*domain, *count);
    }
    for (domain, count) in &counts {
        while hand.held(*domain) < *count {
            if !hand.make_room(*domain) {
                return Err(Missing {
                    domain: *domain,
                    needs: *count,
                    has: hand.held(*domain),
                });
            }
        }
    }
    Ok(hand.finish())
}

pub(super) fn counts_of(order: &Order, questions: usize) -> Vec<(u8, usize)> {
    let weights: Vec<f64> = order.weights.iter().map(|(_, w)| *w).collect();
    let counts = largest_remainder(questions, &weights);
    order.weights.iter().map(|(d, _)| *d).zip(counts).collect()
}

pub(super) fn domain_of(c: &Candidate) -> u8 {
    c.task.map_or(0, |t| t.domain)
}

/// The paper while it is drawn.
struct Hand<'p> {
    pool: &'p [Candidate],
    /// The pool in the order of preference within a class.
    ranked: Vec<usize>,
    taken: Vec<usize>,
    is_taken: Vec<bool>,
    concepts: HashSet<u32>,
    multiple: f64,
    rng: ChaCha8Rng,
}

impl<'p> Hand<'p> {
    fn new(order: &Order, pool: &'p [Candidate], mut ranked: Vec<usize>, rng: ChaCha8Rng) -> Self {
        // Stable: among the seen, least recently first; else as ranked.
        ranked.sort_by_key(|i| class(&pool[*i]));
        Self {
            pool,
            ranked,
            taken: Vec::new(),
            is_taken: vec![false; pool.len()],
            concepts: HashSet::new(),
            multiple: order.multiple.clamp(0.0, 1.0),
            rng,
        }
    }

    fn held(&self, domain: u8) -> usize {
        let of_domain = |i: &&usize| domain_of(&self.pool[**i]) == domain;
        self.taken.iter().filter(of_domain).count()
    }

    fn is_free(&self, i: usize) -> bool {
        !self.is_taken[i]
            && self.pool[i]
                .concept
                .is_none_or(|c| !self.concepts.contains(&c))
    }

    fn take(&mut self, i: usize) {
        self.taken.push(i);
        self.is_taken[i] = true;
        self.concepts.extend(self.pool[i].concept);
    }

    /// Takes up to `count` of a domain, its task statements in turn.
    fn fill(&mut self, domain: u8, count: usize) {
        let of_domain = |i: &usize| domain_of(&self.pool[*i]) == domain;
        let ranked: Vec<usize> = self.ranked.iter().copied().filter(of_domain).collect();
        let mut tasks: Vec<Option<TaskId>> = ranked.iter().map(|i| self.pool[*i].task).collect();
        tasks.sort();
        tasks.dedup();
        let mut used = vec![0usize; tasks.len()];
        let mut candidates: Vec<(usize, usize)> = ranked
            .into_iter()
            .map(|i| (tasks.partition_point(|t| *t < self.pool[i].task), i))
            .collect();
        for _ in 0..count {
            candidates.retain(|(_, i)| self.is_free(*i));
            let Some((task, i)) = self.choose(&candidates, &used) else {
                return;
            };
            used[task] += 1;
            self.take(i);
        }
    }

    /// The next question: of the best class at hand, from the task statement
    /// used least, of the sort (single, multiple) that the share asks for.
    fn choose(&mut self, candidates: &[(usize, usize)], used: &[usize]) -> Option<(usize, usize)> {
        let want_multiple = self.wants_multiple();
        // The first of equals wins: the one ranked before.
        candidates.iter().copied().min_by_key(|(task, i)| {
            let c = &self.pool[*i];
            (class(c), used[*task], c.multiple != want_multiple)
        })
    }

    fn wants_multiple(&mut self) -> bool {
        let so_far = self
            .taken
            .iter()
            .filter(|i| self.pool[**i].multiple)
            .count() as f64;
        let due = self.multiple * (self.taken.len() + 1) as f64;
        // Randomised rounding, so that no place of the paper is special.
        due - so_far >= 1.0 || due - so_far > self.rng.random::<f64>()
    }

    /// Frees a concept that this domain needs by exchanging a question of
    /// another domain that holds it.
    fn make_room(&mut self, domain: u8) -> bool {
        for i in self.ranked.clone() {
            if domain_of(&self.pool[i]) != domain || self.is_taken[i] {
                continue;
            }
            let holder = self
                .taken
                .iter()
                .position(|t| self.pool[*t].concept == self.pool[i].concept);
            let Some(at) = holder.filter(|at| domain_of(&self.pool[self.taken[*at]]) != domain)
            else {
                continue;
            };
            let other = domain_of(&self.pool[self.taken[at]]);
            let swap = self
                .ranked
                .iter()
                .copied()
                .find(|j| domain_of(&self.pool[*j]) == other && self.is_free(*j));
            if let Some(j) = swap {
                self.is_taken[self.taken[at]] = false;
                self.is_taken[j] = true;
                self.taken[at] = j;
                self.concepts.extend(self.pool[j].concept);
                self.take(i);
                return true;
            }
        }
        false
    }

    fn finish(mut self) -> Paper {
        let derived = self
            .taken
            .iter()
            .filter(|i| self.pool[**i].origin == Origin::Derived)
            .count();
        let first_sight = self
            .taken
            .iter()
            .filter(|i| self.pool[**i].seen.is_none())
            .count();
        self.taken.shuffle(&mut self.rng);
        Paper {
            questions: self.taken.iter().map(|i| self.pool[*i].card).collect(),
            derived,
            first_sight,
        }
    }
}

/// Authored before derived, unseen before seen.
fn class(c: &Candidate) -> (bool, Option<Day>) {
    (c.origin == Origin::Derived, c.seen)
}

#[cfg(test)]
#[path = "draw_tests.rs"]
mod tests;
