//! A mock paper as the journal tells it: open, paused or finished.

use crate::domain::event::{MockAnswered, MockClock, MockFinished, MockStarted};
use crate::domain::{CardRef, EventId, Moment, OptionId, TaskId};
use serde::{Deserialize, Serialize};

/// One paper and the latest state of each of its questions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// How it was drawn.
    pub started: MockStarted,
    /// When.
    pub at: Moment,
    /// The latest answer of each question, in order.
    pub answers: Vec<Option<MockAnswered>>,
    /// What was chosen on each question, change by change.
    pub trails: Vec<Vec<Vec<OptionId>>>,
    /// When the candidate was away, in order.
    pub away: Vec<Away>,
    /// When anything last happened on it, by the wall clock.
    pub touched: Moment,
    /// The question answered last, from 1.
    pub latest: u16,
    /// Milliseconds used of the whole, as far as the journal knows.
    pub elapsed_ms: u64,
    /// Paused (practice only).
    pub paused: bool,
    /// How it ended.
    pub ended: Option<Ended>,
}

/// A time away from a paper: a crash, a closed lid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    /// How long, in milliseconds.
    pub ms: u64,
    /// Whether the paper's clock counted it.
    pub counted: bool,
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
    pub(crate) fn new(started: MockStarted, at: Moment) -> Self {
        Self {
            answers: vec![None; started.questions.len()],
            trails: vec![Vec::new(); started.questions.len()],
            away: Vec::new(),
            touched: at,
            latest: 1,
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

    /// The questions never seen before this paper, with their verdicts, once
    /// it is marked: what readiness can be measured by.
    pub fn first_sight(&self) -> impl Iterator<Item = (&CardRef, Option<TaskId>, bool)> {
        let verdicts = self.verdicts().unwrap_or_default();
        let questions = self.started.questions.iter().zip(verdicts);
        questions
            .filter(|(q, _)| q.first_sight)
            .map(|(q, right)| (&q.card, q.task, *right))
    }

    pub(super) fn answer(&mut self, answer: &MockAnswered, at: Moment) {
        self.reach(answer.elapsed_ms, at);
        let Some(i) = usize::from(answer.question).checked_sub(1) else {
            return;
        };
        let (Some(slot), Some(trail)) = (self.answers.get_mut(i), self.trails.get_mut(i)) else {
            return;
        };
        if *trail.last().unwrap_or(&Vec::new()) != answer.chosen {
            trail.push(answer.chosen.clone());
        }
        *slot = Some(answer.clone());
        self.latest = answer.question;
    }

    pub(super) fn pause(&mut self, clock: &MockClock, at: Moment) {
        self.reach(clock.elapsed_ms, at);
        self.paused = true;
    }

    pub(super) fn resume(&mut self, clock: &MockClock, at: Moment) {
        self.reach(clock.elapsed_ms, at);
        self.paused = false;
        if let Some(ms) = clock.away_ms {
            let counted = clock.counted;
            self.away.push(Away { ms, counted });
        }
    }

    fn reach(&mut self, elapsed_ms: u64, at: Moment) {
        self.elapsed_ms = self.elapsed_ms.max(elapsed_ms);
        self.touched = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Narrowed, PaperQuestion};

    fn id() -> EventId {
        EventId {
            device: 1,
            session: 1,
            seq: 1,
        }
    }

    fn paper() -> Paper {
        let option = |name: &str| OptionId::new(name).expect("an id");
        let started = MockStarted {
            mock: id(),
            exam: None,
            seed: 7,
            minutes: 30,
            practice: false,
            held_back: None,
            narrowed: Narrowed::default(),
            questions: vec![PaperQuestion {
                card: CardRef::parse("d#q").expect("an id"),
                shown: vec![option("a"), option("b")],
                first_sight: true,
                task: None,
                derived: false,
            }],
        };
        Paper::new(started, Moment::default())
    }

    fn answer(chosen: &str, elapsed_ms: u64) -> MockAnswered {
        MockAnswered {
            mock: id(),
            question: 1,
            chosen: vec![OptionId::new(chosen).expect("an id")],
            struck: Vec::new(),
            flag: false,
            sure: crate::domain::Sureness::Unsaid,
            seconds: 1.0,
            elapsed_ms,
        }
    }

    #[test]
    fn a_trail_keeps_each_change_once() {
        let mut p = paper();
        for (chosen, ms) in [("a", 1_000), ("a", 2_000), ("b", 9_000), ("a", 8_000)] {
            p.answer(&answer(chosen, ms), Moment::default());
        }
        let names: Vec<_> = p.trails[0].iter().map(|c| c[0].as_str()).collect();
        assert_eq!(names, ["a", "b", "a"]);
        assert_eq!(p.elapsed_ms, 9_000, "the clock never runs backwards");
    }

    #[test]
    fn a_paper_survives_the_snapshot_s_format() {
        let mut p = paper();
        p.answer(&answer("b", 5), Moment::default());
        p.ended = Some(Ended::Finished {
            result: MockFinished {
                mock: id(),
                elapsed_ms: 9,
                time_up: false,
                right: vec![true],
            },
            at: Moment::default(),
        });
        let bytes = postcard::to_stdvec(&p).expect("written");
        assert_eq!(postcard::from_bytes::<Paper>(&bytes), Ok(p));
    }
}
