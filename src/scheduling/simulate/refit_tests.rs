//! Would fitting all of FSRS-6's parameters to the person foretell their
//! answers better than the ensemble does? Run on demand:
//! `cargo test --release --lib refit -- --ignored --nocapture`.
//!
//! A learner lives through the planner; the first part of their reviews is
//! learned from, the rest is foretold. All three models step through every
//! review; only what they know of the person stops at the split.

use super::dice::Dice;
use super::learner::{Answer, Learner};
use super::ours::Ours;
use super::{Cell, Scope, World, study};
use crate::domain::Day;
use crate::scheduling::ensemble::{Belief, Trace};
use crate::scheduling::evidence::Outcome;
use fsrs::{
    ComputeParametersInput, FSRS, FSRSItem, FSRSReview, MemoryState, compute_parameters,
    current_retrievability,
};

const CELL: Cell = Cell {
    days: 30,
    minutes: 20,
    cards: 600,
    missed: 0.0,
};

/// Learners a world.
const PEOPLE: u64 = 4;

/// Every answer: card, day, the key pressed.
fn history(world: World, person: u64) -> Vec<(usize, u32, Answer)> {
    let scope = Scope::of(CELL, Dice::new(person));
    let mut learner = Learner::new(world, CELL.cards, person);
    let mut policy = Ours::new(&scope, CELL);
    let mut all = Vec::new();
    study(
        &mut learner,
        CELL,
        Dice::new(person),
        &mut policy,
        |card, day, answer| {
            all.push((card, day, answer));
        },
    );
    all
}

/// The optimiser's fit to the reviews before a day, and its decay.
fn fitted(all: &[(usize, u32, Answer)], split: u32) -> (FSRS, f32) {
    let mut cards: Vec<Vec<FSRSReview>> = vec![Vec::new(); CELL.cards];
    let mut last = vec![0; CELL.cards];
    let mut items = Vec::new();
    for (card, day, answer) in all.iter().filter(|r| r.1 < split) {
        let reviews = &mut cards[*card];
        let delta_t = if reviews.is_empty() {
            0
        } else {
            day - last[*card]
        };
        reviews.push(FSRSReview {
            rating: answer.grade.number(),
            delta_t,
        });
        last[*card] = *day;
        // It panics on items without a later day.
        if reviews.iter().any(|r| r.delta_t > 0) {
            items.push(FSRSItem {
                reviews: reviews.clone(),
            });
        }
    }
    let parameters = compute_parameters(ComputeParametersInput {
        train_set: items,
        ..ComputeParametersInput::default()
    });
    let parameters = parameters.expect("a fit");
    (FSRS::new(&parameters).expect("parameters"), parameters[20])
}

#[derive(Default, Clone, Copy)]
struct Loss {
    log: f64,
    square: f64,
    n: f64,
}

impl Loss {
    fn add(&mut self, p: f32, passed: bool) {
        let p = f64::from(p).clamp(0.001, 0.999);
        self.log -= if passed { p.ln() } else { (1.0 - p).ln() };
        self.square += (p - f64::from(u8::from(passed))).powi(2);
        self.n += 1.0;
    }
}

/// Losses of one set of parameters on the reviews from a day on.
fn foretell(fsrs: &FSRS, decay: f32, all: &[(usize, u32, Answer)], split: u32) -> Loss {
    let mut states: Vec<Option<(MemoryState, u32)>> = vec![None; CELL.cards];
    let mut loss = Loss::default();
    for (card, day, answer) in all {
        let since = states[*card].map_or(0, |(_, last)| day - last);
        if let Some((state, _)) = states[*card].filter(|_| since > 0 && *day >= split) {
            let p = current_retrievability(state, since as f32, decay);
            loss.add(p, answer.grade.passed());
        }
        let next = fsrs.next_states(states[*card].map(|s| s.0), 0.9, since);
        let next = next.expect("a step");
        let next = [next.again, next.hard, next.good, next.easy];
        states[*card] = Some((next[answer.grade as usize].memory, *day));
    }
    loss
}

/// The same for the ensemble, which stops learning of the person at the split.
fn ensemble(all: &[(usize, u32, Answer)], split: u32) -> Loss {
    let mut belief = Belief::default();
    let mut cards: Vec<Option<Trace>> = vec![None; CELL.cards];
    let (mut weights, mut loss) = (belief.weights(), Loss::default());
    for (card, day, answer) in all {
        let today = Day(*day as i32);
        if *day < split {
            weights = belief.weights();
        } else if let Some(trace) = cards[*card].as_ref().filter(|t| t.last < today) {
            loss.add(trace.recall(&weights, today), answer.grade.passed());
        }
        belief.observe(
            &mut cards[*card],
            Outcome::Graded(answer.grade),
            0.15,
            today,
        );
    }
    loss
}

#[test]
#[ignore = "a measurement"]
fn against_the_optimiser() {
    for world in [World::People, World::Activation, World::Exponential] {
        for split in [5, 10, 20] {
            let mut sums = [Loss::default(); 3];
            let (mut better, mut reviews) = (0, 0);
            for person in 20_000..20_000 + PEOPLE {
                let all = history(world, person);
                reviews += all.iter().filter(|r| r.1 < split).count();
                let (fit, decay) = fitted(&all, split);
                let losses = [
                    foretell(&FSRS::default(), 0.1542, &all, split),
                    foretell(&fit, decay, &all, split),
                    ensemble(&all, split),
                ];
                better += u32::from(losses[2].log < losses[1].log);
                for (sum, loss) in sums.iter_mut().zip(losses) {
                    sum.log += loss.log / loss.n;
                    sum.square += loss.square / loss.n;
                }
            }
            let n = PEOPLE as f64;
            let [published, fit, ours] = sums.map(|s| (s.log / n, (s.square / n).sqrt()));
            println!(
                "{} after {split} days ({} reviews): log loss published {:.4}, refit {:.4}, \
                 ensemble {:.4} (better for {better} of {PEOPLE})",
                world.name(),
                reviews / PEOPLE as usize,
                published.0,
                fit.0,
                ours.0
            );
        }
    }
}
