//! What an answer says about memory.
//!
//! A graded flashcard says it outright. A choice question is weaker evidence:
//! a right answer may be a guess, a wrong one a slip. It is taken as a mixture
//! of "knew" and "didn't know", with what the person said of their certainty;
//! against simulated truth that halves the error of counting right as Good.

use crate::domain::{Grade, Sureness};

/// Likelihood that somebody who knew answers wrong all the same.
const SLIP: f32 = 0.08;

/// A likelihood is kept this far from 0 and 1: one odd answer in a hundred
/// proves nothing about a person's memory.
const ODD: f32 = 0.01;

/// An answer as the memory model takes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// A flashcard's grade.
    Graded(Grade),
    /// A question's verdict.
    Chosen {
        /// Whether it was right.
        right: bool,
        /// Likelihood of being right without knowing, 0–1; see [`guess_rate`].
        guess: f32,
        /// What the person said of their certainty.
        sure: Sureness,
    },
}

impl Outcome {
    /// The share of this answer that counts as a success (1) or failure (0),
    /// if recall was expected at `recall`.
    pub fn knew(self, recall: f32) -> f32 {
        match self {
            Outcome::Graded(grade) => f32::from(u8::from(grade.passed())),
            Outcome::Chosen { right, guess, sure } => {
                let (known, unknown) = if right {
                    (1.0 - SLIP, guess)
                } else {
                    (SLIP, 1.0 - guess)
                };
                // How much likelier those who know say so than those who don't.
                let told = match (sure, right) {
                    (Sureness::Unsaid, _) | (Sureness::Sure, false) => 1.0,
                    (Sureness::Sure, true) => 4.0,
                    (Sureness::Guessed, _) => 0.125,
                };
                let yes = recall * known * told;
                let no = (1.0 - recall) * unknown;
                if yes + no > 0.0 {
                    yes / (yes + no)
                } else {
                    0.0
                }
            }
        }
    }

    /// The likelihood of this outcome if recall was `recall`.
    #[inline(always)]
    pub fn likelihood(self, recall: f32) -> f32 {
        let p = match self {
            Outcome::Graded(Grade::Again) => 1.0 - recall,
            Outcome::Graded(_) => recall,
            Outcome::Chosen { right, guess, .. } => {
                let p = recall * (1.0 - SLIP) + (1.0 - recall) * guess;
                if right { p } else { 1.0 - p }
            }
        };
        p.clamp(ODD, 1.0 - ODD)
    }

    /// The likelihood that an answer of this kind passes at that recall.
    pub(crate) fn likelihood_of_pass(self, recall: f32) -> f32 {
        match self {
            Outcome::Graded(_) => recall,
            Outcome::Chosen { guess, .. } => recall * (1.0 - SLIP) + (1.0 - recall) * guess,
        }
    }

    /// Whether the answer was right and the person said they were sure.
    pub(crate) fn surely_right(self) -> bool {
        matches!(
            self,
            Outcome::Chosen {
                right: true,
                sure: Sureness::Sure,
                ..
            }
        )
    }

    /// The grade whose bonus a success earns.
    pub(crate) fn passing_grade(self) -> Grade {
        match self {
            Outcome::Graded(grade) if grade.passed() => grade,
            _ => Grade::Good,
        }
    }

    /// Whether it passes: not Again, or a right answer.
    pub fn passed(self) -> bool {
        match self {
            Outcome::Graded(grade) => grade.passed(),
            Outcome::Chosen { right, .. } => right,
        }
    }
}

/// The chance of hitting exactly the keys without knowing anything: one over
/// the ways to choose `keys` of `options`, at least 1/20 (people narrow down).
pub fn guess_rate(options: u8, keys: u8) -> f32 {
    if options == 0 || keys == 0 || keys > options {
        return 0.25;
    }
    let ways = (0..u32::from(keys)).fold(1u64, |ways, i| {
        ways.saturating_mul(u64::from(u32::from(options) - i)) / u64::from(i + 1)
    });
    (1.0 / ways as f32).max(0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(right: bool, sure: Sureness) -> Outcome {
        Outcome::Chosen {
            right,
            guess: 0.25,
            sure,
        }
    }

    #[test]
    fn a_right_answer_says_less_than_good() {
        let p = chosen(true, Sureness::Unsaid).knew(0.5);
        assert!((p - 0.5 * 0.92 / (0.5 * 0.92 + 0.5 * 0.25)).abs() < 1e-6);
        let wrong = chosen(false, Sureness::Unsaid).knew(0.5);
        assert!((wrong - 0.5 * 0.08 / (0.5 * 0.08 + 0.5 * 0.75)).abs() < 1e-6);
        assert_eq!(Outcome::Graded(Grade::Hard).knew(0.01), 1.0);
        assert_eq!(Outcome::Graded(Grade::Again).knew(0.99), 0.0);
    }

    #[test]
    fn certainty_moves_it_both_ways() {
        let p = |s| chosen(true, s).knew(0.5);
        assert!(p(Sureness::Sure) > p(Sureness::Unsaid));
        assert!(p(Sureness::Guessed) < 0.4);
        let w = |s| chosen(false, s).knew(0.5);
        assert!(w(Sureness::Guessed) < w(Sureness::Unsaid));
    }

    #[test]
    fn choosing_two_of_five_is_hard_to_guess() {
        assert_eq!(guess_rate(4, 1), 0.25);
        assert_eq!(guess_rate(5, 2), 0.1);
        assert_eq!(guess_rate(6, 3), 0.05);
        assert_eq!(guess_rate(0, 0), 0.25);
    }

    #[test]
    fn no_answer_is_impossible() {
        assert_eq!(Outcome::Graded(Grade::Again).likelihood(1.0), ODD);
        assert!(chosen(true, Sureness::Unsaid).likelihood(0.0) > 0.2);
    }
}
