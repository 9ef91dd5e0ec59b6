//! Simulated people live through study policies in a virtual calendar.
//!
//! Every change to the planner can be measured by anybody in a minute: the
//! same people and the same luck for each policy, so that the difference
//! between two policies is known far better than either's score. Learners
//! 1,000 to 9,999 were used for tuning; tables are made with others.

mod baselines;
mod bound;
mod dice;
mod learner;
mod ours;
#[cfg(test)]
mod questions_tests;
mod reference;
#[cfg(test)]
mod refit_tests;
pub mod table;

pub use learner::World;
use learner::{Answer, Learner, UNSEEN};

use dice::Dice;

/// A situation: a calendar, a budget and a pile of cards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cell {
    /// Study days 0…days−1; the exam is on the morning of day `days`.
    pub days: u32,
    /// Minutes a study day.
    pub minutes: u32,
    /// Cards in scope.
    pub cards: usize,
    /// Share of days on which nothing is done, 0–1.
    pub missed: f64,
}

/// What a card counts for.
#[derive(Debug)]
pub(super) struct Scope {
    /// Share of the score, by card; they add up to 1.
    pub weights: Vec<f32>,
    /// Domain of each card, from 0.
    pub domains: Vec<u8>,
}

impl Scope {
    /// Four domains of an exam with unequal weights and unequal piles.
    fn of(cell: Cell, dice: Dice) -> Self {
        let shares = [0.20, 0.24, 0.36, 0.20];
        let cuts = [0.22, 0.45, 0.75];
        let domain = |i: usize| {
            let u = dice.uniform(9, i as u64, 0);
            cuts.iter().filter(|c| u > **c).count() as u8
        };
        let domains: Vec<u8> = (0..cell.cards).map(domain).collect();
        let count = |d: u8| domains.iter().filter(|x| **x == d).count().max(1) as f32;
        let counts = [count(0), count(1), count(2), count(3)];
        let weights = domains
            .iter()
            .map(|d| shares[usize::from(*d)] / counts[usize::from(*d)]);
        Self {
            weights: weights.collect(),
            domains,
        }
    }
}

/// Chooses what to study; cards are numbered in deck order.
pub(crate) trait Policy {
    /// A study day begins (days without study don't).
    fn begin(&mut self, _day: u32) {}
    /// The next card, with `left` seconds to go today; none ends the day.
    fn next(&mut self, day: u32, left: f64) -> Option<usize>;
    /// The answer to a card.
    fn record(&mut self, card: usize, answer: Answer, day: u32);
    /// Expected score on the exam's morning (0–1) and its standard deviation.
    fn predict(&self) -> Option<(f32, f32)> {
        None
    }
}

/// How a person fared.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fared {
    /// Weighted true recall on the exam's morning, 0–1.
    pub score: f64,
    /// Answers given.
    pub answers: u32,
    /// Cards seen at all.
    pub seen: u32,
    /// The policy's own last forecast of `score`, and its standard deviation.
    pub predicted: Option<(f32, f32)>,
}

/// The days that a person studies by a policy, answer by answer.
fn study(
    learner: &mut Learner,
    cell: Cell,
    dice: Dice,
    policy: &mut dyn Policy,
    mut each: impl FnMut(usize, u32, Answer),
) {
    for day in 0..cell.days {
        if dice.uniform(7, u64::from(day), 0) < cell.missed {
            continue;
        }
        policy.begin(day);
        let mut left = f64::from(cell.minutes) * 60.0;
        while left > 0.0 {
            let Some(card) = policy.next(day, left) else {
                break;
            };
            let answer = learner.answer(card, day);
            left -= answer.seconds;
            policy.record(card, answer, day);
            each(card, day, answer);
        }
    }
}

/// A person lives through a policy.
fn live(world: World, cell: Cell, seed: u64, scope: &Scope, policy: &mut dyn Policy) -> Fared {
    let mut learner = Learner::new(world, cell.cards, seed);
    let dice = Dice::new(seed ^ 0xabcd);
    let mut answers = 0;
    study(&mut learner, cell, dice, policy, |_, _, _| answers += 1);
    let unseen = |i: &usize| learner.recall(*i, cell.days) != UNSEEN;
    Fared {
        score: (0..cell.cards)
            .map(|i| f64::from(scope.weights[i]) * learner.recall(i, cell.days))
            .sum(),
        answers,
        seen: (0..cell.cards).filter(unseen).count() as u32,
        predicted: policy.predict(),
    }
}
