//! The figures behind the stats screen, `cramless stats` and its JSON: each a
//! function of progress, so that all three say the same.

pub mod days;
pub mod misses;
pub mod papers;
pub mod recall;

use super::desk::{Shelf, blueprint_of};
use days::Calendar;
use misses::Misses;
use papers::Sat;
use recall::Reliability;

/// What can be told at once; readiness, the past and the forecast take longer.
#[derive(Debug, Clone, PartialEq)]
pub struct Stats {
    /// Day by day, from the first to the exam.
    pub calendar: Calendar,
    /// Whether predicted recall came true.
    pub recall: Reliability,
    /// Marked papers, oldest first.
    pub papers: Vec<Sat>,
    /// What went wrong, and why.
    pub misses: Misses,
    /// Answers ever.
    pub answers: u32,
}

impl Stats {
    /// Reckons them.
    pub fn of(shelf: Shelf<'_>) -> Self {
        let progress = shelf.progress;
        Self {
            calendar: Calendar::of(progress, blueprint_of(shelf), shelf.day),
            recall: Reliability::of(&progress.person.calibration),
            papers: papers::papers(progress),
            misses: Misses::of(progress),
            answers: progress.reviews,
        }
    }
}
