//! The few formulas of FSRS-6, for any setting of its parameters.
//!
//! The `fsrs` crate steps one card under one setting; the planner asks what
//! sixty-four settings say about every card, hundreds of times faster, so it
//! owns these. Source of every formula: "The Algorithm" in the wiki of
//! open-spaced-repetition/fsrs4anki; each is tested step by step against the
//! crate. Stabilities travel as logarithms, in days.

use super::quick::{exp, ln};
use crate::domain::Grade;

/// FSRS-6's published default parameters (w0–w20).
pub(crate) const DEFAULTS: [f32; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
    0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// Logarithms of w0–w3.
const LN_S0: [f32; 4] = [-1.551_169, 0.257_042_9, 0.835_731_9, 2.115_725_3];

/// Logarithms of the crate's bounds of a stability, 0.001 and 36,500 days.
const LN_BOUNDS: (f32, f32) = (-6.907_755, 10.505_068);

/// What a setting of the ensemble varies, worked out once. All other
/// parameters stay at their defaults, so that the compiler can fold them in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// Logarithm of the factor on every initial stability (w0–w3).
    pub(crate) ln_s0: f32,
    /// Exponent of the forgetting curve, positive (w20).
    pub(crate) decay: f32,
    /// Scales time so that recall is 0.9 after one stability.
    pub(crate) factor: f32,
    /// Logarithm of the growth of stability on success (w8).
    pub(crate) growth: f32,
}

impl Setting {
    /// The published defaults with initial stability times `s0`, forgetting
    /// exponent `decay` and growth of stability shifted by `growth` (w8).
    pub(crate) fn varied(s0: f32, decay: f32, growth: f32) -> Self {
        Self {
            ln_s0: s0.ln(),
            decay,
            factor: (0.9f32.ln() / -decay).exp() - 1.0,
            growth: DEFAULTS[8] + growth,
        }
    }

    /// FSRS-6 as published.
    pub(crate) fn published() -> Self {
        Self::varied(1.0, DEFAULTS[20], 0.0)
    }

    /// Log stability after a first review.
    #[inline(always)]
    pub(crate) fn first(&self, grade: Grade) -> f32 {
        clamp_ln(LN_S0[grade as usize] + self.ln_s0)
    }

    /// Probability of recall `days` after a review that left `ln_s`.
    #[inline(always)]
    pub(crate) fn recall(&self, ln_s: f32, days: f32) -> f32 {
        exp(-self.decay * ln(days * exp(-ln_s) * self.factor + 1.0))
    }

    /// Log stability after a success on a later day; `bonus` is 1 for Good
    /// (see [`bonus`]), `recall` what it was just before.
    #[inline(always)]
    pub(crate) fn succeed(&self, ln_s: f32, difficulty: f32, recall: f32, bonus: f32) -> f32 {
        let pull = exp((1.0 - recall) * DEFAULTS[10]) - 1.0;
        let growth = exp(self.growth - DEFAULTS[9] * ln_s) * (11.0 - difficulty) * pull * bonus;
        clamp_ln(ln_s + ln(growth + 1.0))
    }

    /// Log stability after a failure on a later day. `ln_difficulty` is the
    /// logarithm of the difficulty before it.
    #[inline(always)]
    pub(crate) fn fail(&self, ln_s: f32, ln_difficulty: f32, recall: f32) -> f32 {
        let w = &DEFAULTS;
        let kept = (exp(w[13] * ln(exp(ln_s) + 1.0)) - 1.0).max(1e-9);
        let scale = w[14] * (1.0 - recall) - w[12] * ln_difficulty;
        clamp_ln((ln(w[11] * kept) + scale).min(ln_s - w[17] * w[18]))
    }

    /// Log stability after another review on the same day.
    #[inline(always)]
    pub(crate) fn same_day(&self, ln_s: f32, grade: Grade) -> f32 {
        let w = &DEFAULTS;
        let gain = w[17] * (grade.number() as f32 - 3.0 + w[18]) - w[19] * ln_s;
        let floor = if grade == Grade::Again {
            f32::NEG_INFINITY
        } else {
            0.0
        };
        clamp_ln(ln_s + gain.max(floor))
    }
}

/// What a passing grade does to the growth of stability.
pub(crate) fn bonus(grade: Grade) -> f32 {
    match grade {
        Grade::Hard => DEFAULTS[15],
        Grade::Easy => DEFAULTS[16],
        _ => 1.0,
    }
}

/// Difficulty (1–10) after a first review; shared by all settings.
pub(crate) fn first_difficulty(grade: Grade) -> f32 {
    initial_difficulty(grade.number()).clamp(1.0, 10.0)
}

/// Difficulty (1–10) after a further review; shared by all settings.
pub(crate) fn next_difficulty(difficulty: f32, grade: Grade) -> f32 {
    let w = &DEFAULTS;
    let delta = -w[6] * (grade.number() as f32 - 3.0);
    let moved = difficulty + (10.0 - difficulty) * delta / 9.0;
    (w[7] * (initial_difficulty(4) - moved) + moved).clamp(1.0, 10.0)
}

fn initial_difficulty(number: u32) -> f32 {
    let w = &DEFAULTS;
    w[4] - (w[5] * (number - 1) as f32).exp() + 1.0
}

#[inline(always)]
fn clamp_ln(ln_s: f32) -> f32 {
    ln_s.clamp(LN_BOUNDS.0, LN_BOUNDS.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use fsrs::{FSRS, MemoryState, current_retrievability};

    /// Steps both and compares after each review.
    #[track_caller]
    fn walk((s0, decay, growth): (f32, f32, f32), reviews: &[(u32, Grade)]) {
        let mut w = DEFAULTS;
        w[..4].iter_mut().for_each(|w| *w *= s0);
        w[8] += growth;
        w[20] = decay;
        let theirs = FSRS::new(&w).expect("parameters");
        let ours = Setting::varied(s0, decay, growth);
        let mut state: Option<MemoryState> = None;
        let (mut ln_s, mut d) = (0.0, 0.0);
        for &(days, grade) in reviews {
            let next = theirs.next_states(state, 0.9, days).expect("a step");
            let next = match grade {
                Grade::Again => next.again,
                Grade::Hard => next.hard,
                Grade::Good => next.good,
                Grade::Easy => next.easy,
            };
            if state.is_none() {
                (ln_s, d) = (ours.first(grade), first_difficulty(grade));
            } else {
                let r = ours.recall(ln_s, days as f32);
                ln_s = match (days, grade) {
                    (0, g) => ours.same_day(ln_s, g),
                    (_, Grade::Again) => ours.fail(ln_s, d.ln(), r),
                    (_, g) => ours.succeed(ln_s, d, r, bonus(g)),
                };
                d = next_difficulty(d, grade);
            }
            let m = next.memory;
            let (want, got) = (m.stability, ln_s.exp());
            assert!((got / want - 1.0).abs() < 1e-5, "{got} {want} {reviews:?}");
            assert!((d - m.difficulty).abs() < 1e-5, "{d} {m:?}");
            for t in [1.0f32, 7.0, 40.0] {
                let want = current_retrievability(m, t, w[20]);
                assert!((ours.recall(ln_s, t) - want).abs() < 1e-5);
            }
            state = Some(m);
        }
    }

    #[test]
    fn every_step_agrees_with_the_crate() {
        use Grade::{Again, Easy, Good, Hard};
        for w in [
            (1.0, 0.1542, 0.0),
            (0.125, 0.8, -0.8),
            (4.0, 0.3, 0.0),
            (0.5, 0.6, -0.8),
        ] {
            for first in Grade::ALL {
                for second in Grade::ALL {
                    let then = [(3, second), (0, Good), (5, Again), (0, Again), (0, Hard)];
                    let mut reviews = vec![(0, first)];
                    reviews.extend(then);
                    reviews.extend([(1, Good), (9, Easy), (40, Hard), (200, Again), (2, Good)]);
                    walk(w, &reviews);
                }
            }
            walk(
                w,
                &[
                    (0, Good),
                    (3, Good),
                    (10, Good),
                    (30, Good),
                    (90, Easy),
                    (400, Easy),
                ],
            );
        }
        for (ln, w) in LN_S0.iter().zip(DEFAULTS) {
            assert!((ln - w.ln()).abs() < 1e-6, "{ln} {}", w.ln());
        }
        assert!((LN_BOUNDS.0 - 0.001f32.ln()).abs() < 1e-5);
        assert!((LN_BOUNDS.1 - 36_500f32.ln()).abs() < 1e-5);
    }
}
