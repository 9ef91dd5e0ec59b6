//! FSRS-6 as its crate computes it, in whole study days.
//!
//! The crate has no notion of days without a review count, of due dates or of
//! rounding; those small decisions are made here and nowhere else.

use crate::domain::Grade;
use fsrs::{FSRS, MemoryState};
use serde::{Deserialize, Serialize};

/// Desired retention: recall at which a card is due (0–1).
pub const DESIRED_RETENTION: f32 = 0.9;

/// FSRS-6's w20: the exponent of the default forgetting curve.
const DEFAULT_DECAY: f32 = fsrs::FSRS6_DEFAULT_DECAY;

/// What FSRS knows of a card.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Days until recall falls to 0.9.
    pub stability: f32,
    /// 1 (easy) to 10.
    pub difficulty: f32,
}

impl From<MemoryState> for Memory {
    fn from(m: MemoryState) -> Self {
        Self {
            stability: m.stability,
            difficulty: m.difficulty,
        }
    }
}

impl From<Memory> for MemoryState {
    fn from(m: Memory) -> Self {
        Self {
            stability: m.stability,
            difficulty: m.difficulty,
        }
    }
}

/// The memory model with its published default parameters.
#[derive(Debug)]
pub struct Fsrs(FSRS);

impl Default for Fsrs {
    fn default() -> Self {
        // The empty slice selects the crate's own defaults, which it accepts.
        Self(FSRS::new(&[]).expect("FSRS accepts its own defaults"))
    }
}

impl Fsrs {
    /// Memory after each of the four grades, in the order of [`Grade::ALL`].
    /// `days` since the last review; 0 uses the same-day formula.
    pub fn after_each(&self, before: Option<Memory>, days: u32) -> [Memory; 4] {
        let states = self
            .0
            .next_states(before.map(Into::into), DESIRED_RETENTION, days);
        match states {
            Ok(s) => [s.again, s.hard, s.good, s.easy].map(|s| s.memory.into()),
            // Only unusable parameters or states fail; keep what was known.
            Err(_) => [before.unwrap_or(FALLBACK); 4],
        }
    }

    /// Memory after a grade.
    pub fn after(&self, before: Option<Memory>, days: u32, grade: Grade) -> Memory {
        self.after_each(before, days)[grade as usize]
    }
}

const FALLBACK: Memory = Memory {
    stability: 0.212,
    difficulty: 6.41,
};

/// Probability of recall (0–1) `days` after the last review.
pub fn retrievability(memory: Memory, days: u32) -> f32 {
    fsrs::current_retrievability(memory.into(), days as f32, DEFAULT_DECAY)
}

/// Whole days, at least 1, until recall falls to `retention` (within 0.01–0.99).
pub fn interval(memory: Memory, retention: f32) -> u32 {
    // FSRS-6: R(t) = (1 + F·t/S)^−w20 with F chosen so that R(S) = 0.9.
    let r = f64::from(retention.clamp(0.01, 0.99));
    let power = -1.0 / f64::from(DEFAULT_DECAY);
    let days = f64::from(memory.stability) * (r.powf(power) - 1.0) / (0.9f64.powf(power) - 1.0);
    (days.round() as u32).clamp(1, 36_500)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_grades_give_the_published_stabilities() {
        let [again, hard, good, easy] = Fsrs::default().after_each(None, 0);
        assert!((good.stability - 2.3065).abs() < 1e-4, "{good:?}");
        assert!(again.stability < hard.stability && good.stability < easy.stability);
        assert!(again.difficulty > easy.difficulty);
    }

    #[test]
    fn at_the_stability_recall_is_nine_tenths() {
        let m = Memory {
            stability: 100.0,
            difficulty: 5.0,
        };
        assert!((retrievability(m, 100) - 0.9).abs() < 1e-5);
        assert_eq!(interval(m, 0.9), 100);
        assert_eq!([0.85, 0.95].map(|r| interval(m, r)), [191, 40]);
    }

    #[test]
    fn intervals_are_never_below_a_day_nor_infinite() {
        let m = Memory {
            stability: 0.001,
            difficulty: 10.0,
        };
        assert_eq!(interval(m, 0.9), 1);
        assert_eq!(
            interval(
                Memory {
                    stability: 1e9,
                    difficulty: 1.0
                },
                0.0
            ),
            36_500
        );
        assert_eq!(interval(m, f32::NAN), 1);
    }

    #[test]
    fn the_crate_and_our_interval_agree() {
        let f = FSRS::new(&[]).expect("defaults");
        for s in [0.5f32, 3.0, 40.0, 365.0] {
            for r in [0.8, 0.85, 0.9, 0.97] {
                let theirs = f.next_interval(Some(s), r, 3).max(1.0);
                let memory = Memory {
                    stability: s,
                    difficulty: 5.0,
                };
                assert!(
                    (interval(memory, r) as f32 - theirs).abs() <= 0.51,
                    "{s} {r}"
                );
            }
        }
    }
}
