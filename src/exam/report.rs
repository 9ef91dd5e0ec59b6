//! What a marked paper says: a function of what was recorded, so that it can
//! be shown again at any time.

mod reckon;

use super::score::Estimate;
use crate::domain::event::{MockAnswered, MockFinished, MockStarted, Narrowed};
use crate::domain::{Blueprint, CardRef, EventId, Moment, OptionId, Sureness, TaskId};
use serde::Serialize;

/// What a report is made of.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The paper.
    pub started: &'a MockStarted,
    /// When it began.
    pub at: Moment,
    /// How it was marked.
    pub result: &'a MockFinished,
    /// The last state of each question.
    pub answers: &'a [Option<MockAnswered>],
    /// What was chosen on each, change by change.
    pub trails: &'a [Vec<Vec<OptionId>>],
    /// Times away: milliseconds, and whether they counted.
    pub away: Vec<(u64, bool)>,
    /// The exam, if the paper is of one.
    pub blueprint: Option<&'a Blueprint>,
    /// What is known of each question today.
    pub today: Vec<Today>,
    /// Marked papers that began before this one, in order.
    pub earlier: Vec<Earlier>,
}

/// What is known of a question today, rather than when it was answered.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Today {
    /// Its keys; none if it is no longer in any deck.
    pub key: Option<Vec<OptionId>>,
    /// Whether the candidate disputes them.
    pub disputed: bool,
}

/// A paper in one line of the list of papers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Earlier {
    /// Which.
    pub mock: EventId,
    /// When it began, `2026-12-01 19:00`.
    pub began: String,
    /// Questions right.
    pub right: usize,
    /// Questions.
    pub of: usize,
    /// Whether it followed the whole blueprint, so that results compare.
    pub comparable: bool,
}

/// A share in whole numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Split {
    /// Right.
    pub right: usize,
    /// In all.
    pub of: usize,
}

/// What the real report says of a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// At the pass line or above.
    Strength,
    /// Below.
    NeedsImprovement,
    /// Too few questions to say.
    TooFew,
}

/// A domain's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DomainLine {
    /// Its number; 0: outside the blueprint.
    pub domain: u8,
    /// For people.
    pub title: String,
    /// Right.
    pub right: usize,
    /// In all.
    pub of: usize,
    /// 80 % interval of the share.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// Strength or not.
    pub verdict: Verdict,
}

/// A task statement's line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaskLine {
    /// Its number.
    pub task: TaskId,
    /// For people.
    pub title: String,
    /// Right.
    pub right: usize,
    /// In all.
    pub of: usize,
}

/// Answers that were changed, by what they were and became. Only answers with
/// as many options as asked for are compared.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Changed {
    /// Question numbers changed from wrong to right in the end.
    pub wrong_to_right: Vec<usize>,
    /// From right to wrong in the end.
    pub right_to_wrong: Vec<usize>,
    /// From wrong to wrong.
    pub wrong_to_wrong: Vec<usize>,
    /// From wrong to nothing, or too little.
    pub wrong_to_nothing: Vec<usize>,
    /// Changed and changed back to right.
    pub right_again: Vec<usize>,
}

/// A question of the paper as it was answered.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    /// From 1.
    pub question: usize,
    /// Which.
    pub card: CardRef,
    /// Its task statement.
    pub task: Option<TaskId>,
    /// The verdict of that day.
    pub right: bool,
    /// Whether anything was chosen.
    pub answered: bool,
    /// Whether something was chosen, but less than the question asks for.
    pub too_few: bool,
    /// Options in the order shown.
    pub shown: Vec<OptionId>,
    /// What was chosen.
    pub chosen: Vec<OptionId>,
    /// What was struck out.
    pub struck: Vec<OptionId>,
    /// The keys today; empty if the question is in no deck any more.
    pub key: Vec<OptionId>,
    /// Seconds spent on it.
    pub seconds: f32,
    /// Flagged in the end.
    pub flag: bool,
    /// What was said of certainty.
    pub sure: Sureness,
    /// Never seen before.
    pub first_sight: bool,
    /// Derived rather than authored.
    pub derived: bool,
    /// The candidate disputes its key.
    pub disputed: bool,
}

/// The report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The paper's name.
    pub mock: EventId,
    /// When it began, `2026-12-01 19:00`.
    pub began: String,
    /// The exam's code.
    pub exam: Option<String>,
    /// Practice, not exam.
    pub practice: bool,
    /// Which of the held-back papers, from 1.
    pub held_back: Option<u32>,
    /// What it was narrowed to.
    pub narrowed: Narrowed,
    /// What it was drawn from.
    pub seed: u64,
    /// Minutes allowed.
    pub minutes: u32,
    /// Milliseconds used.
    pub elapsed_ms: u64,
    /// Ended by the clock.
    pub time_up: bool,
    /// Milliseconds away that the clock did not count.
    pub away_uncounted_ms: u64,
    /// Milliseconds away that it did.
    pub away_counted_ms: u64,
    /// Questions right, of all.
    pub right: usize,
    /// Questions.
    pub of: usize,
    /// Questions without an answer: wrong.
    pub unanswered: usize,
    /// Answered with fewer options than asked for.
    pub too_few: usize,
    /// What it says about the real exam; none for a narrow paper.
    pub estimate: Option<Estimate>,
    /// Lowest and highest score of the real scale, and the one that passes.
    pub scale: Option<(u32, u32, u32)>,
    /// Without the disputed questions, if there are any.
    pub undisputed: Option<Split>,
    /// The estimate without them.
    pub undisputed_estimate: Option<Estimate>,
    /// By domain.
    pub domains: Vec<DomainLine>,
    /// By task statement.
    pub tasks: Vec<TaskLine>,
    /// Questions never seen before.
    pub first_sight: Split,
    /// The others.
    pub seen_before: Split,
    /// How many were derived, because the authored ones ran short.
    pub derived: usize,
    /// Seconds a question, on average over those looked at.
    pub mean_seconds: Option<f32>,
    /// Seconds a question that the paper allows.
    pub pace_seconds: f32,
    /// Numbers of the slowest questions, slowest first.
    pub slowest: Vec<usize>,
    /// Numbers of those answered wrong in a hurry.
    pub rushed: Vec<usize>,
    /// Changed answers.
    pub changed: Changed,
    /// Flagged ones.
    pub flagged: Split,
    /// Those said to be guessed.
    pub guessed: Split,
    /// Those said to be certain.
    pub sure: Split,
    /// Earlier papers.
    pub earlier: Vec<Earlier>,
    /// Every question.
    pub questions: Vec<Line>,
}

impl Split {
    fn of<'a>(lines: impl Iterator<Item = &'a Line>) -> Self {
        lines.fold(Self::default(), |s, l| Self {
            right: s.right + usize::from(l.right),
            of: s.of + 1,
        })
    }

    /// The share; none of nothing.
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| self.right as f64 / self.of as f64)
    }
}

impl Earlier {
    /// Its share right.
    pub fn share(&self) -> f64 {
        self.right as f64 / self.of.max(1) as f64
    }
}

impl Report {
    /// Whether results of papers like it can be compared with others.
    pub fn is_comparable(&self) -> bool {
        self.exam.is_some() && self.narrowed.is_whole()
    }
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;
