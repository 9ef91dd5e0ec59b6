//! Which settings fit the person: what all answers together say.

use super::{Prospect, SETTINGS, STARTS, Trace, half_way};
use crate::domain::{Day, Grade};
use crate::scheduling::evidence::Outcome;
use crate::scheduling::quick;
use serde::{Deserialize, Serialize};
use std::array::from_fn;

/// How much of an answer's log-likelihood counts: less than all of it, since
/// no setting is quite true and answers on one card depend on each other.
const TEMPER: f32 = 0.7;

/// One number a setting. (Serde knows arrays up to 32.)
type Lanes = [[f32; 8]; SETTINGS / 8];

/// How likely each factor is before any answer: fits of real collections
/// (srs-benchmark) scatter around the published stability by about e either
/// way, and a few lie far below it.
const LIKELY_STARTS: [f32; 8] = [0.002, 0.008, 0.025, 0.08, 0.22, 0.33, 0.23, 0.105];

/// How likely each law is before any answer; fits have their middle at an
/// exponent of about 0.25.
const LIKELY_LAWS: [f32; 8] = [0.205, 0.28, 0.118, 0.018, 0.125, 0.17, 0.072, 0.012];

/// How far each setting is believed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Belief {
    /// Logarithm of the posterior weight, not normalised.
    log_weight: Lanes,
    /// Answers that counted.
    pub answers: u32,
}

/// Posterior weights, adding up to 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights(pub(super) [f32; SETTINGS]);

impl Default for Belief {
    fn default() -> Self {
        Self {
            log_weight: [[0.0; 8]; SETTINGS / 8],
            answers: 0,
        }
    }
}

impl Belief {
    /// Takes in an answer: moves the card's trace and, unless the card was
    /// seen the same day already, the belief in each setting. Returns the
    /// recall that was expected, if the card had a trace.
    pub fn observe(
        &mut self,
        card: &mut Option<Trace>,
        outcome: Outcome,
        prior: f32,
        day: Day,
    ) -> Option<f32> {
        let Some(trace) = card else {
            *card = Some(Trace::first(outcome, prior, day));
            return None;
        };
        let recalls = trace.recalls(day);
        let expected = self.weights().mean(&recalls);
        if day.since(trace.last) > 0 {
            let weights = self.log_weight.as_flattened_mut();
            for (weight, recall) in weights.iter_mut().zip(&recalls) {
                *weight += TEMPER * quick::ln(outcome.likelihood(*recall));
            }
            // Kept near zero, or a lifetime of answers would cost precision.
            let top = weights.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            weights.iter_mut().for_each(|w| *w = (*w - top).max(-60.0));
            self.answers = self.answers.saturating_add(1);
        }
        trace.review(outcome, &recalls, outcome.knew(expected), day);
        Some(expected)
    }

    /// The posterior weights, all settings alike before any answer: to plan
    /// by. Who forgets much faster than most is scheduled rightly the sooner.
    pub fn weights(&self) -> Weights {
        self.posterior(|_| 1.0)
    }

    /// The posterior weights if before any answer settings are as likely as
    /// among people: to promise by. With all alike, readiness was 10 points too
    /// low wherever time allowed no more than one look at each card.
    pub fn likely(&self) -> Weights {
        let n = STARTS.len();
        self.posterior(|k| LIKELY_STARTS[k % n] * LIKELY_LAWS[k / n])
    }

    fn posterior(&self, prior: impl Fn(usize) -> f32) -> Weights {
        let mut out = [0.0; SETTINGS];
        for (k, log) in self.log_weight.as_flattened().iter().enumerate() {
            out[k] = prior(k) * quick::exp(*log);
        }
        let sum: f32 = out.iter().sum();
        Weights(out.map(|w| w / sum))
    }
}

impl Weights {
    /// All settings equally likely.
    pub fn even() -> Self {
        Self([1.0 / SETTINGS as f32; SETTINGS])
    }

    /// One setting only: FSRS-6 as published, for comparison.
    pub fn published() -> Self {
        Self::only(5)
    }

    /// One setting only.
    pub(crate) fn only(setting: usize) -> Self {
        Self(from_fn(|k| f32::from(u8::from(k == setting))))
    }

    /// The weights by setting.
    pub(crate) fn all(&self) -> &[f32; SETTINGS] {
        &self.0
    }

    pub(super) fn mean(&self, values: &[f32; SETTINGS]) -> f32 {
        let mut sums = [0.0f32; 8];
        for (i, (w, v)) in self.0.iter().zip(values).enumerate() {
            sums[i % 8] += w * v;
        }
        sums.iter().sum()
    }

    /// What a first look today at a card never seen would do for recall on
    /// `horizon`: `grades` are the likelihoods of the four first grades,
    /// `unseen` the recall of a card never seen.
    pub fn unseen(&self, grades: [f32; 4], unseen: f32, today: Day, horizon: Day) -> Prospect {
        let rest = horizon.since(today);
        let looked = Grade::ALL.map(|g| Trace::first(Outcome::Graded(g), unseen, Day(0)));
        let after = |rest: u32| -> f32 {
            let each = looked.iter().zip(grades);
            each.map(|(trace, p)| p * trace.recall(self, Day(rest as i32)))
                .sum()
        };
        Prospect {
            now: unseen,
            left: unseen,
            reviewed: after(rest),
            // The last evening brings nothing new.
            later: after(horizon.since(half_way(today, horizon)).max(2.min(rest))),
        }
    }

    /// Mean and standard deviation of a quantity over settings.
    pub(crate) fn mean_and_spread(&self, by_setting: &[f32; SETTINGS]) -> (f32, f32) {
        let mean = self.mean(by_setting);
        let squares = by_setting.map(|v| (v - mean) * (v - mean));
        (mean, self.mean(&squares).max(0.0).sqrt())
    }
}
