//! Drawing a paper: the blueprint's counts, no question that answers another,
//! fresh questions first. A function of the pool and a seed.

use super::counts::largest_remainder;
use crate::domain::{Blueprint, CardIx, Day, Origin, TaskId};
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::HashSet;
use std::fmt;

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
fn shuffled(order: &Order, pool: &[Candidate]) -> (Vec<usize>, ChaCha8Rng) {
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

fn counts_of(order: &Order, questions: usize) -> Vec<(u8, usize)> {
    let weights: Vec<f64> = order.weights.iter().map(|(_, w)| *w).collect();
    let counts = largest_remainder(questions, &weights);
    order.weights.iter().map(|(d, _)| *d).zip(counts).collect()
}

fn domain_of(c: &Candidate) -> u8 {
    c.task.map_or(0, |t| t.domain)
}

/// The largest size that can be drawn with this seed.
fn largest(order: &Order, pool: &[Candidate]) -> usize {
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
mod tests {
    use super::*;

    const MLS: [(u8, f64); 4] = [(1, 20.0), (2, 24.0), (3, 36.0), (4, 20.0)];

    fn order(questions: usize, seed: u64) -> Order {
        Order {
            questions,
            multiple: 0.15,
            weights: MLS.into(),
            seed,
        }
    }

    /// 325 questions spread like the pack, every seventh multiple response.
    fn pool() -> Vec<Candidate> {
        let sizes = [(1, 65, 3), (2, 78, 3), (3, 117, 5), (4, 65, 4)];
        let mut out = Vec::new();
        for (domain, size, tasks) in sizes {
            for i in 0..size {
                let n = out.len() as u32;
                out.push(Candidate {
                    card: CardIx(n),
                    task: Some(TaskId {
                        domain,
                        task: i % tasks + 1,
                    }),
                    concept: Some(n / 2 * 2 + u32::from(i % 3 == 0)),
                    multiple: n.is_multiple_of(7),
                    origin: Origin::Authored,
                    seen: None,
                });
            }
        }
        out
    }

    #[test]
    fn every_paper_keeps_the_counts_and_every_question_is_used() {
        let pool = pool();
        let mut used = HashSet::new();
        for seed in 0..1_000 {
            let paper = draw(&order(65, seed), &pool).expect("enough");
            let mut counts = [0; 5];
            let mut concepts = HashSet::new();
            for ix in &paper.questions {
                let c = &pool[ix.at()];
                counts[usize::from(domain_of(c))] += 1;
                assert!(concepts.insert(c.concept), "seed {seed}: a concept twice");
            }
            assert_eq!(counts, [0, 13, 16, 23, 13]);
            let multiple = paper
                .questions
                .iter()
                .filter(|ix| pool[ix.at()].multiple)
                .count();
            assert!((8..=12).contains(&multiple), "seed {seed}: {multiple}");
            used.extend(paper.questions);
        }
        assert_eq!(used.len(), pool.len());
    }

    #[test]
    fn the_same_seed_draws_the_same_paper() {
        let pool = pool();
        let mut turned = pool.clone();
        turned.reverse();
        let paper = draw(&order(20, 7), &pool);
        assert_eq!(paper, draw(&order(20, 7), &pool));
        assert_eq!(paper, draw(&order(20, 7), &turned));
        assert_ne!(paper, draw(&order(20, 8), &pool));
    }

    #[test]
    fn task_statements_get_their_turn() {
        let pool = pool();
        let paper = draw(&order(65, 3), &pool).expect("enough");
        for task in 1..=5 {
            let n = paper
                .questions
                .iter()
                .filter(|ix| pool[ix.at()].task == Some(TaskId { domain: 3, task }));
            assert!((4..=5).contains(&n.count()), "3.{task}");
        }
    }

    #[test]
    fn unseen_first_then_least_recently_seen_then_derived() {
        let mut pool: Vec<Candidate> = (0..6)
            .map(|n| Candidate {
                card: CardIx(n),
                task: TaskId::parse("1.1"),
                concept: None,
                multiple: false,
                origin: Origin::Authored,
                seen: None,
            })
            .collect();
        pool[0].seen = Some(Day(9));
        pool[1].seen = Some(Day(5));
        pool[2].origin = Origin::Derived;
        let one_domain = |n| Order {
            questions: n,
            multiple: 0.0,
            weights: vec![(1, 1.0)],
            seed: 1,
        };
        let drawn = |n| -> HashSet<u32> {
            let p = draw(&one_domain(n), &pool).expect("enough");
            p.questions.iter().map(|c| c.0).collect()
        };
        assert_eq!(drawn(3), [3, 4, 5].into());
        assert_eq!(drawn(4), [1, 3, 4, 5].into());
        assert_eq!(drawn(5), [0, 1, 3, 4, 5].into());
        assert_eq!(draw(&one_domain(6), &pool).map(|p| p.derived), Ok(1));
    }

    #[test]
    fn a_shortage_is_named_with_the_largest_faithful_paper() {
        let mut pool = pool();
        pool.retain(|c| domain_of(c) != 2 || c.card.0 % 10 == 0);
        let has = pool.iter().filter(|c| domain_of(c) == 2).count();
        let shortage = draw(&order(65, 1), &pool).expect_err("too few");
        assert_eq!(
            (shortage.domain, shortage.needs, shortage.has),
            (2, 16, has)
        );
        assert!(
            draw(&order(shortage.largest, 1), &pool).is_ok(),
            "{shortage}"
        );
        assert!(draw(&order(shortage.largest + 1, 1), &pool).is_err());
    }

    #[test]
    fn a_concept_shared_by_two_domains_is_given_to_the_one_that_needs_it() {
        let c = |card: u32, domain, concept| Candidate {
            card: CardIx(card),
            task: Some(TaskId { domain, task: 1 }),
            concept: Some(concept),
            multiple: false,
            origin: Origin::Authored,
            seen: None,
        };
        let pool = [c(0, 1, 1), c(1, 1, 2), c(2, 2, 1)];
        for seed in 0..20 {
            let order = Order {
                questions: 2,
                multiple: 0.0,
                weights: vec![(1, 1.0), (2, 1.0)],
                seed,
            };
            let drawn: HashSet<_> = draw(&order, &pool)
                .expect("one of each")
                .questions
                .into_iter()
                .collect();
            assert_eq!(drawn, [CardIx(1), CardIx(2)].into());
        }
    }
}
