//! What an answer costs this person, learned from their own answers.
//!
//! A scenario question costs five flashcards, and people differ by a factor of
//! two; a planner that counts points per second has to know. Published means
//! stand in until there are answers, and every answer is capped, since people
//! walk away.

use crate::domain::{Grade, Kind};
use serde::{Deserialize, Serialize};

/// Answers that the published figure counts for.
const PRIOR: f32 = 8.0;

/// Older answers fade so that about so many count.
const MEMORY: f32 = 200.0;

/// Mean seconds of Again, Hard, Good and Easy at first sight of a flashcard
/// and on review, over Anki's users (defaults of `fsrs`'s simulator).
const FLASHCARD: [[f32; 4]; 2] = [[19.58, 18.79, 13.78, 10.71], [19.38, 17.59, 12.38, 8.94]];

/// A scenario question takes reading; wrong ones take their explanation too.
const QUESTION: [[f32; 4]; 2] = [[90.0, 80.0, 75.0, 75.0], [75.0, 65.0, 60.0, 60.0]];

/// Likelihoods of the four grades at first sight, over Anki's users.
const FIRST: [f32; 4] = [0.24, 0.094, 0.495, 0.171];

/// Likelihoods of Hard, Good and Easy among passes.
const PASS: [f32; 3] = [0.224, 0.631, 0.145];

/// How questions grade themselves, about, at first sight and on review.
const QUESTION_FIRST: [f32; 4] = [0.45, 0.1, 0.45, 0.0];
const QUESTION_PASS: [f32; 3] = [0.1, 0.9, 0.0];

/// How long answers take a person, and which grades they give.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Habits {
    /// By kind, then first sight or review: seconds against the published
    /// means (a factor), and answers behind it.
    pace: [[(f32, f32); 2]; 2],
    /// Grades at first sight of a flashcard.
    first: [f32; 4],
    /// Hard, Good and Easy on review of a flashcard.
    pass: [f32; 3],
}

/// Expected seconds and grades, worked out once a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// A first look.
    pub first: f32,
    /// A review that passes.
    pub pass: f32,
    /// A review that fails.
    pub fail: f32,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            pace: [[(1.0, PRIOR); 2]; 2],
            first: FIRST.map(|p| p * 2.0 * PRIOR),
            pass: PASS.map(|p| p * 2.0 * PRIOR),
        }
    }
}

impl Habits {
    /// Takes in an answer of `seconds` (already capped); `first` at first sight.
    /// Answers that took no time at all weren't measured.
    pub fn observe(&mut self, kind: Kind, first: bool, grade: Grade, seconds: f32) {
        let row = usize::from(!first);
        if seconds > 0.0 {
            let usual = table(kind)[row][grade as usize];
            let (factor, n) = &mut self.pace[kind as usize][row];
            *n = (*n + 1.0).min(MEMORY);
            *factor += (seconds / usual - *factor) / *n;
        }
        if kind == Kind::Flashcard {
            let i = grade as usize;
            if first {
                fade(&mut self.first);
                self.first[i] += 1.0;
            } else if grade.passed() {
                fade(&mut self.pass);
                self.pass[i - 1] += 1.0;
            }
        }
    }

    /// Likelihoods of the four grades at first sight of a flashcard.
    pub fn first_grades(&self) -> [f32; 4] {
        let sum: f32 = self.first.iter().sum();
        self.first.map(|n| n / sum)
    }

    /// Likelihoods of Hard, Good and Easy among passes of a flashcard.
    pub fn passing_grades(&self) -> [f32; 3] {
        let sum: f32 = self.pass.iter().sum();
        self.pass.map(|n| n / sum)
    }

    /// What answers to cards of a kind are expected to cost.
    pub fn cost(&self, kind: Kind) -> Cost {
        let [first, review] = self.pace[kind as usize].map(|p| p.0.max(0.05));
        let [new, old] = table(kind);
        let (looks, passes) = match kind {
            Kind::Flashcard => (self.first, self.pass),
            Kind::Choice => (QUESTION_FIRST, QUESTION_PASS),
        };
        Cost {
            first: first * mean(&looks, &new),
            pass: review * mean(&passes, &old[1..]),
            fail: review * old[0],
        }
    }
}

fn mean(counts: &[f32], seconds: &[f32]) -> f32 {
    let sum: f32 = counts.iter().zip(seconds).map(|(n, s)| n * s).sum();
    sum / counts.iter().sum::<f32>()
}

impl Cost {
    /// The cost of so many answers.
    pub fn times(self, n: f32) -> Self {
        Self {
            first: n * self.first,
            pass: n * self.pass,
            fail: n * self.fail,
        }
    }

    /// Expected seconds of a review at that recall.
    pub fn review(&self, recall: f32) -> f32 {
        recall * self.pass + (1.0 - recall) * self.fail
    }
}

fn table(kind: Kind) -> [[f32; 4]; 2] {
    match kind {
        Kind::Flashcard => FLASHCARD,
        Kind::Choice => QUESTION,
    }
}

fn fade<const N: usize>(counts: &mut [f32; N]) {
    let sum: f32 = counts.iter().sum();
    if sum >= MEMORY {
        counts
            .iter_mut()
            .for_each(|n| *n *= (MEMORY - 1.0) / MEMORY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_person_is_known_after_a_few_answers() {
        let mut habits = Habits::default();
        let before = habits.cost(Kind::Flashcard);
        for _ in 0..30 {
            habits.observe(Kind::Flashcard, false, Grade::Good, 2.0 * 12.38);
        }
        let after = habits.cost(Kind::Flashcard);
        assert!(after.pass > 1.7 * before.pass && after.pass < 2.0 * before.pass);
        assert_eq!(after.first, before.first);
        assert_eq!(
            habits.cost(Kind::Choice),
            Habits::default().cost(Kind::Choice)
        );
    }

    #[test]
    fn unmeasured_answers_change_no_pace() {
        let mut habits = Habits::default();
        habits.observe(Kind::Flashcard, true, Grade::Easy, 0.0);
        assert_eq!(habits.pace, Habits::default().pace);
        assert!(habits.first_grades()[3] > Habits::default().first_grades()[3]);
    }

    #[test]
    fn a_question_costs_several_cards() {
        let h = Habits::default();
        assert!(h.cost(Kind::Choice).first > 4.0 * h.cost(Kind::Flashcard).first);
    }
}
