//! Experiment: the index policy under prices.

use super::learner::{Answer, UNSEEN};
use super::{Cell, Policy, Scope};
use crate::domain::Day;
use crate::scheduling::ensemble::{Belief, Trace};
use crate::scheduling::evidence::Outcome;
use crate::scheduling::future::{Grades, Pace};
use crate::scheduling::prices::{Calendar, Market};

pub(super) struct Priced<'a> {
    scope: &'a Scope,
    cell: Cell,
    belief: Belief,
    cards: Vec<Option<Trace>>,
    gains: Vec<f32>,
    seen_today: Vec<bool>,
    peak: f32,
}

impl<'a> Priced<'a> {
    pub(super) fn new(scope: &'a Scope, cell: Cell) -> Self {
        let n = scope.weights.len();
        Self {
            scope,
            cell,
            belief: Belief::default(),
            cards: vec![None; n],
            gains: vec![0.0; n],
            seen_today: vec![false; n],
            peak: 0.17,
        }
    }
}

impl Policy for Priced<'_> {
    fn begin(&mut self, day: u32) {
        let pace = Pace {
            first: 15.1,
            pass: 13.0,
            fail: 19.4,
        };
        let grades = Grades {
            first: [0.24, 0.094, 0.495, 0.171],
            pass: [0.224, 0.631, 0.145],
        };
        let left = (self.cell.days - day) as u16;
        let calendar = Calendar {
            left,
            whole: self.cell.days as u16,
            seconds: f32::from(left) * self.cell.minutes as f32 * 60.0,
        };
        let w = self.belief.weights();
        let seen: Vec<&Trace> = self.cards.iter().flatten().collect();
        let every = (seen.len() / 150).max(1);
        let sample: Vec<(&Trace, f32)> = seen.iter().step_by(every).map(|t| (*t, 0.0)).collect();
        let times = seen.len() as f32 / sample.len().max(1) as f32;
        let sample: Vec<(&Trace, f32)> = sample.into_iter().map(|(t, _)| (t, times)).collect();
        let unseen = (self.cards.len() - seen.len()) as f32;
        let today = Day(day as i32);
        let market = Market::open(
            &w, &sample, unseen, today, calendar, pace, &grades, self.peak,
        );
        let new = market.advantage_unseen(&grades) / pace.first;
        for (card, gain) in self.cards.iter().zip(&mut self.gains) {
            *gain = match card {
                Some(trace) => {
                    let r = trace.recall(&w, today);
                    market.advantage(trace, today, left) / (r * pace.pass + (1.0 - r) * pace.fail)
                }
                None => new,
            };
        }
        self.seen_today.fill(false);
    }

    fn next(&mut self, _day: u32, _left: f64) -> Option<usize> {
        let (mut best, mut top) = (None, f32::NEG_INFINITY);
        for i in 0..self.cards.len() {
            let key = self.gains[i] * self.scope.weights[i];
            if !self.seen_today[i] && key > top {
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
}
