//! The plan to start from, written down plainly: the most exam-day recall per
//! expected second by the ensemble, one review ahead, with one rule on top.

use super::learner::{Answer, UNSEEN};
use super::{Cell, Policy, Scope};
use crate::domain::Day;
use crate::scheduling::ensemble::{Belief, Prospect, SETTINGS, Trace, Weights};
use crate::scheduling::evidence::Outcome;

pub(super) struct Reference<'a> {
    scope: &'a Scope,
    cell: Cell,
    belief: Belief,
    weights: Weights,
    fixed: bool,
    cards: Vec<Option<Trace>>,
    gains: Vec<(Prospect, f32)>,
    seen_today: Vec<bool>,
}

const FIRST: [f32; 4] = [0.24, 0.094, 0.495, 0.171];
const FIRST_SECONDS: f32 = 15.1;

fn seconds(recall: f32) -> f32 {
    recall * 13.0 + (1.0 - recall) * 19.4
}

impl<'a> Reference<'a> {
    /// `fixed`: greedy on published FSRS without the rule, for comparison.
    pub(super) fn new(scope: &'a Scope, cell: Cell, fixed: bool) -> Self {
        let n = scope.weights.len();
        Self {
            scope,
            cell,
            belief: Belief::default(),
            weights: Weights::even(),
            fixed,
            cards: vec![None; n],
            gains: vec![Default::default(); n],
            seen_today: vec![false; n],
        }
    }
}

impl Policy for Reference<'_> {
    fn begin(&mut self, day: u32) {
        self.weights = if self.fixed {
            Weights::published()
        } else {
            self.belief.weights()
        };
        let (today, exam) = (Day(day as i32), Day(self.cell.days as i32));
        let unseen = self.weights.unseen(FIRST, UNSEEN as f32, today, exam);
        for (card, gain) in self.cards.iter().zip(&mut self.gains) {
            *gain = match card {
                Some(trace) => {
                    let p = trace.prospect(&self.weights, today, exam);
                    (p, (p.reviewed - p.left) / seconds(p.now))
                }
                None => (unseen, (unseen.reviewed - unseen.left) / FIRST_SECONDS),
            };
        }
        self.seen_today.fill(false);
    }

    fn next(&mut self, day: u32, left: f64) -> Option<usize> {
        let unseen = self.cards.iter().filter(|c| c.is_none()).count();
        let last = self.cell.days - self.cell.days / 5;
        let days = last.saturating_sub(day + 1) as f32;
        let room = days * self.cell.minutes as f32 * 60.0 + left as f32;
        let save = !self.fixed && day < last && unseen as f32 * FIRST_SECONDS <= 0.5 * room;
        let (mut best, mut top) = (None, (false, f32::NEG_INFINITY));
        for i in 0..self.cards.len() {
            if self.seen_today[i] {
                continue;
            }
            let (p, rate) = &self.gains[i];
            let urgent = save && self.cards[i].is_some() && p.now < 0.8;
            let key = (urgent, rate * self.scope.weights[i]);
            if key > top {
                (best, top) = (Some(i), key);
            }
        }
        best
    }

    fn record(&mut self, card: usize, answer: Answer, day: u32) {
        let outcome = Outcome::Graded(answer.grade);
        self.belief.observe(
            &mut self.cards[card],
            outcome,
            UNSEEN as f32,
            Day(day as i32),
        );
        self.seen_today[card] = true;
    }

    fn predict(&self) -> Option<(f32, f32)> {
        let weights = if self.fixed {
            Weights::published()
        } else {
            self.belief.weights()
        };
        let mut sums = [0.0; SETTINGS];
        for (card, w) in self.cards.iter().zip(&self.scope.weights) {
            match card {
                Some(trace) => trace.add_recalls(Day(self.cell.days as i32), *w, &mut sums),
                None => sums.iter_mut().for_each(|s| *s += w * UNSEEN as f32),
            }
        }
        Some(weights.mean_and_spread(&sums))
    }
}
