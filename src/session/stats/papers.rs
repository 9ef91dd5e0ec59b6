//! Marked papers, one after the other.

use crate::domain::{Day, EventId};
use crate::exam::score::{Z80, wilson};
use crate::scheduling::Progress;
use crate::scheduling::paper::Ended;

/// A paper that was sat and marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Sat {
    /// Which.
    pub mock: EventId,
    /// The study day on which it began.
    pub day: Day,
    /// Questions right.
    pub right: usize,
    /// Questions.
    pub of: usize,
    /// 80 % range of what the share says.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// Practice rather than exam.
    pub practice: bool,
    /// Whether it followed the whole blueprint, so that results compare.
    pub whole: bool,
    /// Right among questions never seen before, and how many those were.
    pub first_sight: (usize, usize),
}

impl Sat {
    /// Share right.
    pub fn share(&self) -> f64 {
        self.right as f64 / self.of.max(1) as f64
    }
}

/// All of them, oldest first.
pub fn papers(progress: &Progress) -> Vec<Sat> {
    let marked = progress.papers.iter().filter_map(|p| {
        let Some(Ended::Finished { result, .. }) = &p.ended else {
            return None;
        };
        let of = result.right.len();
        let right = result.right.iter().filter(|r| **r).count();
        let (low, high) = wilson(right, of, Z80);
        let first = p.first_sight().map(|(_, _, right)| right);
        let first: Vec<bool> = first.collect();
        Some(Sat {
            mock: p.id(),
            day: p.at.study_day(),
            right,
            of,
            low,
            high,
            practice: p.started.practice,
            whole: p.started.narrowed.is_whole(),
            first_sight: (first.iter().filter(|r| **r).count(), first.len()),
        })
    });
    marked.filter(|s| s.of > 0).collect()
}

/// How the latest comparable paper did against the one before, in a sentence.
pub fn in_words(papers: &[Sat]) -> String {
    let whole: Vec<&Sat> = papers.iter().filter(|p| p.whole).collect();
    match whole.as_slice() {
        [] if papers.is_empty() => "No paper was sat yet: m on the first screen.".into(),
        [] => "Only papers on a part of the exam so far; one on all of it tells more.".into(),
        [one] => format!(
            "One paper on the whole exam: {} of {} right, a range of {:.0}–{:.0} %.",
            one.right,
            one.of,
            one.low * 100.0,
            one.high * 100.0
        ),
        [.., before, last] => {
            let step = ((last.share() - before.share()) * 100.0).round() as i32;
            let change = match step {
                0 => "the same as the one before".to_owned(),
                n @ 1.. => format!("{n} points more than the one before"),
                n => format!("{} points less than the one before", -n),
            };
            // Two ranges that overlap prove no change.
            let chance = last.low <= before.high && before.low <= last.high && step != 0;
            let chance = if chance { " (may be chance)" } else { "" };
            format!(
                "The last of {} papers on the whole exam: {} of {} right, {change}{chance}.",
                whole.len(),
                last.right,
                last.of
            )
        }
    }
}
