//! A day's shape in numbers: what is planned, what is done, what is left.

use super::missed::is_missed;
use crate::domain::{Catalogue, Day, Goal};
use crate::scheduling::frame::LAST_EVENING_MINUTES;
use crate::scheduling::progress::{DayTally, Progress};
use crate::scheduling::queue::{Scope, due_day};

/// Expected seconds of an answer before the person has given enough of them.
const SECONDS_DEFAULT: f64 = 12.0;

/// Where the day stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Today {
    /// The study day.
    pub day: Day,
    /// Minutes the person gives it.
    pub minutes: u16,
    /// No study is planned.
    pub off: bool,
    /// The exam is tomorrow: little, and nothing new.
    pub last_evening: bool,
    /// What was done.
    pub done: DayTally,
    /// Cards due and not yet seen today.
    pub due: u32,
    /// Cards never seen.
    pub unseen: u32,
    /// All cards of the scope.
    pub cards: u32,
    /// Cards whose miss is open.
    pub missed: u32,
    /// Seconds an answer takes this person, about.
    pub seconds_each: f64,
    /// Days since the latest study day before today, if there was one.
    pub away: Option<u32>,
}

impl Today {
    /// Looks at the whole scope.
    pub fn survey(catalogue: &Catalogue, progress: &Progress, scope: &Scope, day: Day) -> Self {
        let goal = progress.goal.as_ref().map(|(goal, _)| goal);
        let mut out = Self {
            day,
            minutes: minutes_on(progress, day),
            off: goal.is_some_and(|g| g.is_off(day)),
            last_evening: goal.is_some_and(|g| g.is_last_evening(day)),
            done: progress.tally(day),
            due: 0,
            unseen: 0,
            cards: 0,
            missed: 0,
            seconds_each: seconds_each(progress),
            away: progress
                .days
                .range(..day)
                .next_back()
                .map(|(last, _)| day.since(*last)),
        };
        for (_, entry) in scope.cards(catalogue) {
            out.cards += 1;
            let state = progress.card(&entry.card);
            match state.filter(|s| s.is_seen()) {
                None => out.unseen += 1,
                Some(s) if !s.is_available(day) => {}
                Some(s) => {
                    let today = s.last_day() == Some(day);
                    out.due += u32::from(!today && due_day(s).is_some_and(|d| d <= day));
                }
            }
            out.missed += u32::from(state.is_some_and(is_missed));
        }
        out
    }

    /// Seconds left of the day's minutes.
    pub fn left_s(&self) -> f64 {
        (f64::from(self.minutes) * 60.0 - self.done.ms as f64 / 1000.0).max(0.0)
    }

    /// Cards that probably fit into what is left.
    pub fn cards_left(&self) -> u32 {
        let fit = (self.left_s() / self.seconds_each).floor() as u32;
        fit.min(self.due + self.unseen)
    }
}

/// The person's minutes a day.
pub fn minutes(progress: &Progress) -> u16 {
    progress
        .goal
        .as_ref()
        .map_or(Goal::USUAL_MINUTES, |(goal, _)| goal.minutes)
}

/// The person's minutes on a day: fewer on the evening before the exam.
pub fn minutes_on(progress: &Progress, day: Day) -> u16 {
    let goal = progress.goal.as_ref().map(|(goal, _)| goal);
    match goal {
        Some(goal) if goal.is_last_evening(day) => goal.minutes.min(LAST_EVENING_MINUTES),
        _ => minutes(progress),
    }
}

/// Mean seconds an answer, drawn towards a plausible value while there are few.
fn seconds_each(progress: &Progress) -> f64 {
    let (mut n, mut s) = (20.0, 20.0 * SECONDS_DEFAULT);
    for tally in progress.days.values().rev().take(30) {
        n += f64::from(tally.reviews);
        s += tally.spent_ms() as f64 / 1000.0;
    }
    (s / n).max(1.0)
}

/// How many cards come due on each of the next days (index 0: `day` itself,
/// with all that fell due before it).
pub fn load(
    catalogue: &Catalogue,
    progress: &Progress,
    scope: &Scope,
    day: Day,
    days: usize,
) -> Vec<u32> {
    let mut out = vec![0; days];
    for (_, entry) in scope.cards(catalogue) {
        let state = progress.card(&entry.card);
        let due = state.filter(|s| s.is_available(day)).and_then(due_day);
        if let Some(slot) = due.and_then(|d| out.get_mut(d.since(day) as usize)) {
            *slot += 1;
        }
    }
    out
}

/// Whether any card of the catalogue was ever answered.
pub fn is_first_start(progress: &Progress) -> bool {
    !progress.cards.values().any(|state| state.is_seen())
}
