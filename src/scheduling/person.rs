//! What answers tell of the person rather than of a card.

use super::calibration::Calibration;
use super::ensemble::{Belief, Trace};
use super::evidence::Outcome;
use super::seconds::Habits;
use crate::domain::{Day, Grade, Kind};
use serde::{Deserialize, Serialize};

/// Recall of a card never seen (0–1): some answers are guessed or known.
pub const UNSEEN_RECALL: f32 = 0.15;

/// Recall of a card that was known before it was ever seen here (0–1).
pub const KNOWN_RECALL: f32 = 0.9;

/// Recall of a card never seen that is known already with a likelihood (0–1).
pub fn unseen_recall(known: f32) -> f32 {
    UNSEEN_RECALL + known * (KNOWN_RECALL - UNSEEN_RECALL)
}

/// How a person remembers and answers.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Person {
    /// How fast they forget.
    pub belief: Belief,
    /// How long answers take them.
    pub habits: Habits,
    /// Whether predictions came true.
    pub calibration: Calibration,
}

/// An answer with all that the person's model learns from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Answer {
    /// Flashcard or question.
    pub kind: Kind,
    /// What it proves.
    pub outcome: Outcome,
    /// As FSRS counts it.
    pub grade: Grade,
    /// Seconds, capped.
    pub seconds: f32,
    /// Its study day.
    pub day: Day,
}

impl Person {
    /// Takes in an answer to a card.
    pub fn observe(&mut self, card: &mut Option<Trace>, answer: Answer) {
        let first = card.is_none();
        let later = card.as_ref().is_some_and(|t| answer.day > t.last);
        let prior = UNSEEN_RECALL;
        let expected = self.belief.observe(card, answer.outcome, prior, answer.day);
        if let Some(expected) = expected.filter(|_| later) {
            let passed = answer.outcome.passed();
            self.calibration
                .observe(answer.outcome.likelihood_of_pass(expected), passed);
        }
        if first || later {
            self.habits
                .observe(answer.kind, first, answer.grade, answer.seconds);
        }
    }
}
