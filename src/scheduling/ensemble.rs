//! A memory model that corrects itself.
//!
//! Sixty-four settings of FSRS-6 are carried side by side: initial stability
//! × {1/32 … 4}, forgetting exponent {0.154, 0.3, 0.6, 1.2}, growth of
//! stability {as published, slower}. Each keeps its own stability of every card
//! ([`Trace`]); what all answers together say about which settings fit the
//! person is the [`Belief`]. Expected recall is the mean over settings, so
//! that somebody who forgets three times faster than the published median is
//! scheduled rightly within days. Measured on simulated people it cut the
//! error of readiness from 3.0 to 0.9 points and saved the plan where FSRS's
//! law of forgetting is wrong (33 → 52 points).

mod belief;
#[cfg(test)]
mod tests;

pub use belief::{Belief, Weights};

use super::evidence::Outcome;
use super::fsrs6::{Setting, bonus, first_difficulty, next_difficulty};
use super::logs::Logs;
use crate::domain::{Day, Grade};
use serde::{Deserialize, Serialize};
use std::array::from_fn;
use std::sync::LazyLock;

/// How many settings there are.
pub const SETTINGS: usize = STARTS.len() * LAWS.len();

/// The settings as columns, so that loops over them become vector code.
struct Table {
    ln_s0: [f32; SETTINGS],
    decay: [f32; SETTINGS],
    factor: [f32; SETTINGS],
    growth: [f32; SETTINGS],
}

impl Table {
    #[inline(always)]
    fn at(&self, k: usize) -> Setting {
        Setting {
            ln_s0: self.ln_s0[k],
            decay: self.decay[k],
            factor: self.factor[k],
            growth: self.growth[k],
        }
    }
}

/// Factors on initial stability: setting k has number k % 8.
pub(crate) const STARTS: [f32; 8] = [0.03125, 0.0625, 0.125, 0.25, 0.5, 1.0, 2.0, 4.0];

/// Forgetting exponent and shift of growth: setting k has number k / 8.
pub(crate) const LAWS: [(f32, f32); 8] = [
    (0.1542, 0.0),
    (0.3, 0.0),
    (0.6, 0.0),
    (1.2, 0.0),
    (0.1542, -0.8),
    (0.3, -0.8),
    (0.6, -0.8),
    (1.2, -0.8),
];

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let settings: [Setting; SETTINGS] = from_fn(|k| {
        let (decay, growth) = LAWS[k / STARTS.len()];
        Setting::varied(STARTS[k % STARTS.len()], decay, growth)
    });
    Table {
        ln_s0: settings.map(|s| s.ln_s0),
        decay: settings.map(|s| s.decay),
        factor: settings.map(|s| s.factor),
        growth: settings.map(|s| s.growth),
    }
});

/// The formulas under a setting.
pub(crate) fn setting(k: usize) -> Setting {
    TABLE.at(k)
}

/// What every setting thinks of one card that was seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    /// Stability by setting.
    ln_s: Logs,
    /// 1–10, shared by the settings.
    pub difficulty: f32,
    /// Study day of the last review.
    pub last: Day,
    /// Reviews so far, those of one day included.
    pub reviews: u16,
    /// Whether the last answer passed.
    pub passed: bool,
    /// Whether the last answer was a right one to a question, and sure.
    pub sure: bool,
}

/// What a review of a card would do, in recall (0–1).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Prospect {
    /// Recall today.
    pub now: f32,
    /// Recall on the horizon's day if it isn't reviewed.
    pub left: f32,
    /// Recall on the horizon's day if it is reviewed today.
    pub reviewed: f32,
    /// The same if it is reviewed half-way there instead; see [`half_way`].
    pub later: f32,
}

/// The day half-way from today to the horizon's eve.
pub(super) fn half_way(today: Day, horizon: Day) -> Day {
    today + horizon.since(today) as i32 / 2
}

impl Trace {
    /// The state after a first answer. `prior` is the recall expected of a
    /// card never seen here (0–1); it matters for questions only.
    pub fn first(outcome: Outcome, prior: f32, day: Day) -> Self {
        let table = &*TABLE;
        let mut ln_s = [0.0; SETTINGS];
        let difficulty = match outcome {
            Outcome::Graded(grade) => {
                for (k, ln_s) in ln_s.iter_mut().enumerate() {
                    *ln_s = table.at(k).first(grade);
                }
                first_difficulty(grade)
            }
            Outcome::Chosen { .. } => {
                let p = outcome.knew(prior);
                for (k, ln_s) in ln_s.iter_mut().enumerate() {
                    let s = table.at(k);
                    *ln_s = mix(p, s.first(Grade::Good), s.first(Grade::Again));
                }
                let (good, again) = (Grade::Good, Grade::Again);
                mix(p, first_difficulty(good), first_difficulty(again))
            }
        };
        Self {
            ln_s: Logs::of(&ln_s),
            difficulty,
            last: day,
            reviews: 1,
            passed: outcome.passed(),
            sure: outcome.surely_right(),
        }
    }

    /// Recall on a day, by setting.
    fn recalls(&self, day: Day) -> [f32; SETTINGS] {
        let days = day.since(self.last) as f32;
        let (table, ln_s) = (&*TABLE, self.ln_s.all());
        let mut out = [0.0; SETTINGS];
        for (k, out) in out.iter_mut().enumerate() {
            *out = table.at(k).recall(ln_s[k], days);
        }
        out
    }

    /// Adds recall on a day times `share` to each setting's sum.
    pub(crate) fn add_recalls(&self, day: Day, share: f32, sums: &mut [f32; SETTINGS]) {
        for (sum, recall) in sums.iter_mut().zip(self.recalls(day)) {
            *sum += share * recall;
        }
    }

    /// Expected recall on a day (0–1).
    pub fn recall(&self, weights: &Weights, day: Day) -> f32 {
        weights.mean(&self.recalls(day))
    }

    /// Logarithm of stability in days under a setting.
    #[inline]
    pub(crate) fn ln_s(&self, setting: usize) -> f32 {
        self.ln_s.all()[setting]
    }

    /// Geometric mean of stability over settings, in days.
    pub fn stability(&self, weights: &Weights) -> f32 {
        let mut sum = 0.0;
        for (ln_s, w) in self.ln_s.all().iter().zip(weights.0) {
            sum += ln_s * w;
        }
        sum.exp()
    }

    /// Takes in an answer. Several on one day are possible; those after the
    /// first move stability by FSRS's same-day formula.
    fn review(&mut self, outcome: Outcome, recalls: &[f32; SETTINGS], knew: f32, day: Day) {
        let table = &*TABLE;
        let old = self.ln_s.all();
        let mut ln_s = [0.0; SETTINGS];
        let (grade, d) = (outcome.passing_grade(), self.difficulty);
        let (ln_d, bonus) = (d.ln(), bonus(grade));
        if day.since(self.last) == 0 {
            for k in 0..SETTINGS {
                let s = table.at(k);
                let (up, down) = (s.same_day(old[k], grade), s.same_day(old[k], Grade::Again));
                ln_s[k] = mix(knew, up, down);
            }
        } else {
            for k in 0..SETTINGS {
                let (s, r) = (table.at(k), recalls[k]);
                let (up, down) = (s.succeed(old[k], d, r, bonus), s.fail(old[k], ln_d, r));
                ln_s[k] = mix(knew, up, down);
            }
        }
        let (up, down) = (next_difficulty(d, grade), next_difficulty(d, Grade::Again));
        *self = Self {
            ln_s: Logs::of(&ln_s),
            difficulty: mix(knew, up, down),
            last: self.last.max(day),
            reviews: self.reviews.saturating_add(1),
            passed: outcome.passed(),
            sure: outcome.surely_right(),
        };
    }

    /// What reviewing this card today would do for recall on `horizon`.
    /// Grades above Again are taken as Good.
    pub fn prospect(&self, weights: &Weights, today: Day, horizon: Day) -> Prospect {
        let (table, ln_s, w) = (&*TABLE, self.ln_s.all(), &weights.0);
        let days = |from: Day, to: Day| to.since(from) as f32;
        let middle = half_way(today, horizon);
        let (elapsed, by_then) = (days(self.last, today), days(self.last, middle));
        let (ahead, rest, half) = (
            days(self.last, horizon),
            days(today, horizon),
            days(middle, horizon),
        );
        let (d, ln_d) = (self.difficulty, self.difficulty.ln());
        let [mut now, mut left, mut reviewed, mut later] = [[0.0f32; 8]; 4];
        for block in (0..SETTINGS).step_by(8) {
            for i in 0..8 {
                let k = block + i;
                let s = table.at(k);
                let after = |r: f32, rest: f32| {
                    let (up, down) = (s.succeed(ln_s[k], d, r, 1.0), s.fail(ln_s[k], ln_d, r));
                    r * s.recall(up, rest) + (1.0 - r) * s.recall(down, rest)
                };
                let r = s.recall(ln_s[k], elapsed);
                now[i] += w[k] * r;
                left[i] += w[k] * s.recall(ln_s[k], ahead);
                reviewed[i] += w[k] * after(r, rest);
                later[i] += w[k] * after(s.recall(ln_s[k], by_then), half);
            }
        }
        Prospect {
            now: now.iter().sum(),
            left: left.iter().sum(),
            reviewed: reviewed.iter().sum(),
            later: later.iter().sum(),
        }
    }
}

#[inline(always)]
fn mix(p: f32, yes: f32, no: f32) -> f32 {
    p * yes + (1.0 - p) * no
}
