//! A mock paper as the journal tells it: open, paused or finished.

use crate::domain::event::{MockAnswered, MockFinished, MockStarted};
use crate::domain::{EventId, Moment};
use serde::{Deserialize, Serialize};

/// One paper and the latest state of each of its questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// How it was drawn.
    pub started: MockStarted,
    /// When.
    pub at: Moment,
    /// The latest answer of each question, by its number from 1.
    pub answers: Vec<Option<MockAnswered>>,
    /// Milliseconds used of the whole, as far as the journal knows.
    pub elapsed_ms: u64,
    /// Paused (practice only).
    pub paused: bool,
    /// How it ended.
    pub ended: Option<Ended>,
}

/// How a paper ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Ended {
    /// Marked; the verdict on each question in order.
    Finished {
        /// The verdicts and the clock.
        result: MockFinished,
        /// When.
        at: Moment,
    },
    /// Given up.
    Discarded,
}

impl Paper {
    pub(super) fn new(started: MockStarted, at: Moment) -> Self {
        Self {
            answers: vec![None; started.questions.len()],
            started,
            at,
            elapsed_ms: 0,
            paused: false,
            ended: None,
        }
    }

    /// Its name.
    pub fn id(&self) -> EventId {
        self.started.mock
    }

    /// The verdicts, if it was marked.
    pub fn verdicts(&self) -> Option<&[bool]> {
        match &self.ended {
            Some(Ended::Finished { result, .. }) => Some(&result.right),
            _ => None,
        }
    }

    pub(super) fn answer(&mut self, answer: &MockAnswered) {
        self.elapsed_ms = self.elapsed_ms.max(answer.elapsed_ms);
        let slot = usize::from(answer.question)
            .checked_sub(1)
            .and_then(|i| self.answers.get_mut(i));
        if let Some(slot) = slot {
            *slot = Some(answer.clone());
        }
    }
}
