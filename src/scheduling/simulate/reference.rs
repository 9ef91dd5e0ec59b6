//! The plan to start from, written down plainly: the most exam-day recall per
//! expected second by an ensemble, one review ahead, with one rule on top.
//!
//! It keeps its own ensemble, 48 settings all equally likely at first, so that
//! the planner is measured against what was published and not against itself.

use super::learner::{Answer, UNSEEN};
use super::{Cell, Policy, Scope};
use crate::domain::Grade;
use crate::scheduling::fsrs6::{Setting, bonus, first_difficulty, next_difficulty};

const FIRST: [f32; 4] = [0.24, 0.094, 0.495, 0.171];
const FIRST_SECONDS: f32 = 15.1;
const STARTS: [f32; 6] = [0.125, 0.25, 0.5, 1.0, 2.0, 4.0];
const DECAYS: [f32; 4] = [0.1542, 0.3, 0.6, 0.8];
const GROWTHS: [f32; 2] = [0.0, -0.8];
const TEMPER: f32 = 0.7;

pub(super) struct Reference<'a> {
    scope: &'a Scope,
    cell: Cell,
    rule: bool,
    settings: Vec<Setting>,
    /// Logarithms of how far each is believed.
    belief: Vec<f32>,
    weights: Vec<f32>,
    cards: Vec<Option<Card>>,
    /// Recall now, and gain per second, as the day begins.
    gains: Vec<(f32, f32)>,
    seen_today: Vec<bool>,
}

struct Card {
    /// Logarithm of stability by setting.
    ln_s: Vec<f32>,
    difficulty: f32,
    last: u32,
}

impl<'a> Reference<'a> {
    /// The plan.
    pub(super) fn new(scope: &'a Scope, cell: Cell) -> Self {
        let mut settings = Vec::new();
        for growth in GROWTHS {
            for decay in DECAYS {
                settings.extend(STARTS.map(|start| Setting::varied(start, decay, growth)));
            }
        }
        Self::with(scope, cell, true, settings)
    }

    /// Greedy on published FSRS without the rule, for comparison.
    pub(super) fn greedy(scope: &'a Scope, cell: Cell) -> Self {
        Self::with(scope, cell, false, vec![Setting::published()])
    }

    fn with(scope: &'a Scope, cell: Cell, rule: bool, settings: Vec<Setting>) -> Self {
        let n = scope.weights.len();
        Self {
            scope,
            cell,
            rule,
            belief: vec![0.0; settings.len()],
            weights: vec![1.0 / settings.len() as f32; settings.len()],
            settings,
            cards: (0..n).map(|_| None).collect(),
            gains: vec![Default::default(); n],
            seen_today: vec![false; n],
        }
    }

    fn weigh(&mut self) {
        let top = self.belief.iter().copied().fold(f32::MIN, f32::max);
        self.weights = self.belief.iter().map(|b| (b - top).exp()).collect();
        let sum: f32 = self.weights.iter().sum();
        self.weights.iter_mut().for_each(|w| *w /= sum);
    }

    /// Recall now and what a review adds on the exam's morning.
    fn prospect(&self, card: &Card, day: u32) -> (f32, f32) {
        let (exam, since) = (self.cell.days, (day - card.last) as f32);
        let (rest, whole) = ((exam - day) as f32, (exam - card.last) as f32);
        let (mut now, mut gain) = (0.0, 0.0);
        for ((s, w), ln_s) in self.settings.iter().zip(&self.weights).zip(&card.ln_s) {
            let (d, r) = (card.difficulty, s.recall(*ln_s, since));
            let up = s.recall(s.succeed(*ln_s, d, r, 1.0), rest);
            let down = s.recall(s.fail(*ln_s, d.ln(), r), rest);
            now += w * r;
            gain += w * (r * up + (1.0 - r) * down - s.recall(*ln_s, whole));
        }
        (now, gain)
    }

    fn first_gain(&self, day: u32) -> f32 {
        let rest = (self.cell.days - day) as f32;
        let after = |s: &Setting| -> f32 {
            let grades = Grade::ALL.into_iter().zip(FIRST);
            grades.map(|(g, p)| p * s.recall(s.first(g), rest)).sum()
        };
        let all = self.settings.iter().zip(&self.weights);
        all.map(|(s, w)| w * after(s)).sum::<f32>() - UNSEEN as f32
    }
}

impl Policy for Reference<'_> {
    fn begin(&mut self, day: u32) {
        self.weigh();
        let new = self.first_gain(day) / FIRST_SECONDS;
        self.gains = self
            .cards
            .iter()
            .map(|card| match card {
                Some(card) => {
                    let (now, gain) = self.prospect(card, day);
                    (now, gain / (now * 13.0 + (1.0 - now) * 19.4))
                }
                None => (1.0, new),
            })
            .collect();
        self.seen_today.fill(false);
    }

    fn next(&mut self, day: u32, left: f64) -> Option<usize> {
        let unseen = self.cards.iter().filter(|c| c.is_none()).count();
        let last = self.cell.days - self.cell.days / 5;
        let days = last.saturating_sub(day + 1) as f32;
        let room = days * self.cell.minutes as f32 * 60.0 + left as f32;
        let save = self.rule && day < last && unseen as f32 * FIRST_SECONDS <= 0.5 * room;
        let (mut best, mut top) = (None, (false, f32::NEG_INFINITY));
        for i in 0..self.cards.len() {
            if self.seen_today[i] {
                continue;
            }
            let (now, rate) = self.gains[i];
            let key = (save && now < 0.8, rate * self.scope.weights[i]);
            if key > top {
                (best, top) = (Some(i), key);
            }
        }
        best
    }

    fn record(&mut self, card: usize, answer: Answer, day: u32) {
        let grade = answer.grade;
        self.seen_today[card] = true;
        let Some(old) = &mut self.cards[card] else {
            self.cards[card] = Some(Card {
                ln_s: self.settings.iter().map(|s| s.first(grade)).collect(),
                difficulty: first_difficulty(grade),
                last: day,
            });
            return;
        };
        let (d, since) = (old.difficulty, (day - old.last) as f32);
        for ((s, b), ln_s) in self
            .settings
            .iter()
            .zip(&mut self.belief)
            .zip(&mut old.ln_s)
        {
            let r = s.recall(*ln_s, since);
            let p = if grade.passed() { r } else { 1.0 - r };
            *b += TEMPER * p.clamp(0.01, 0.99).ln();
            *ln_s = if grade.passed() {
                s.succeed(*ln_s, d, r, bonus(grade))
            } else {
                s.fail(*ln_s, d.ln(), r)
            };
        }
        (old.difficulty, old.last) = (next_difficulty(d, grade), day);
    }
}
