//! How earlier forecasts did: the journal read up to each earlier day, and
//! what this program would have said that morning.
//!
//! Nothing that was forecast is stored; it is reckoned anew from what had
//! happened by then, so it can't be prettified. One fold of the journal serves
//! all days; it belongs in the background.

use super::desk::{Desk, Shelf};
use crate::domain::{Day, Event, EventId};
use crate::scheduling::Progress;
use crate::scheduling::agenda::calendar;
use crate::scheduling::paper::Ended;
use crate::scheduling::readiness::{Estimate, Readiness};
use crate::scheduling::replay::Replay;
use std::collections::BTreeSet;

/// Mornings looked at, at most.
const READINGS: i32 = 36;
/// Papers shorter than this say too little about a forecast.
const SHORTEST: usize = 20;

/// What was expected on a morning.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Before anything happened on that study day.
    pub dawn: Day,
    /// Share right expected on the goal's day (without one: on that very day).
    pub exam: Estimate,
    /// Recall of the cards, likewise.
    pub cards: Estimate,
}

/// A forecast that met its result.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The paper's study day.
    pub day: Day,
    /// Which paper.
    pub mock: EventId,
    /// What was expected of it that morning.
    pub forecast: Estimate,
    /// Questions right.
    pub right: usize,
    /// Questions.
    pub of: usize,
}

/// Where a result fell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fell {
    /// Below the range.
    Below,
    /// Within.
    Inside,
    /// Above it.
    Above,
}

/// Forecasts of the real exam.
#[derive(Debug, Clone, PartialEq)]
pub struct Final {
    /// The day it was reckoned for.
    pub day: Day,
    /// What was expected that morning.
    pub forecast: Estimate,
    /// How likely a pass was thought to be.
    pub pass: f64,
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Past {
    /// Morning by morning, oldest first.
    pub readings: Vec<Reading>,
    /// A week ago, or the first morning after studying began.
    pub week: Option<Reading>,
    /// Papers that tell.
    pub checks: Vec<Check>,
    /// The real exam, if its result was told.
    pub last: Option<Final>,
}

impl Check {
    /// Share right.
    pub fn share(&self) -> f64 {
        self.right as f64 / self.of.max(1) as f64
    }

    /// Where it fell.
    pub fn fell(&self) -> Fell {
        match self.share() {
            s if s < self.forecast.low => Fell::Below,
            s if s > self.forecast.high => Fell::Above,
            _ => Fell::Inside,
        }
    }
}

impl Past {
    /// How forecasts did, in sentences.
    pub fn in_words(&self) -> String {
        let inside = self.checks.iter().filter(|c| c.fell() == Fell::Inside);
        let mut out = match (inside.count(), self.checks.len()) {
            (_, 0) => "No paper on the whole exam has put a forecast to the test yet.".to_owned(),
            (1, 1) => "The one paper so far fell into the range given that morning.".into(),
            (_, 1) => "The one paper so far fell outside the range given that morning.".into(),
            (inside, all) => format!(
                "{inside} of {all} papers fell into the range given that morning; four in five \
                 should."
            ),
        };
        if self.checks.len() >= 2 {
            let miss = self.checks.iter().map(|c| c.forecast.expected - c.share());
            let mean = miss.sum::<f64>() / self.checks.len() as f64;
            let points = (mean.abs() * 100.0).round();
            let side = if mean > 0.0 { "too high" } else { "too low" };
            match points as u32 {
                0 => out.push_str(" On average they were right."),
                1 => out.push_str(&format!(" On average they were a point {side}.")),
                n => out.push_str(&format!(" On average they were {n} points {side}.")),
            }
        }
        out
    }
}

/// Reads the past. `shelf` is the present; none if `stopped` meanwhile.
pub fn past(
    shelf: Shelf<'_>,
    replay: &Replay,
    events: Vec<Event>,
    stopped: impl Fn() -> bool,
) -> Option<Past> {
    let today = shelf.day;
    let ground = Desk::default().ground(shelf);
    let calendar = calendar(shelf.progress, today);
    let mut wanted = Wanted::of(shelf.progress, calendar.start, today);
    let mut seen: Vec<Seen> = Vec::new();
    let mut look = |progress: &Progress, until: Day| {
        while let Some(dawn) = wanted.next_until(until).filter(|_| !stopped()) {
            let on = |day| ground.readiness(shelf.catalogue, progress, dawn, day);
            let then = on(calendar.exam.unwrap_or(dawn));
            let now = wanted.checks.contains(&dawn).then(|| on(dawn));
            seen.push(Seen { dawn, now, then });
        }
    };
    let progress = replay.fold_watched(events, &mut look);
    look(&progress, today);
    if stopped() {
        return None;
    }
    let reading = |s: &Seen| Reading {
        dawn: s.dawn,
        exam: s.then.exam,
        cards: s.then.cards,
    };
    let at = |day: Day| seen.iter().find(|s| s.dawn == day);
    let now = |day: Day| at(day)?.now.as_ref();
    let last = wanted.exam.and_then(|day| {
        Some(Final {
            day,
            forecast: now(day)?.exam,
            pass: now(day)?.pass,
        })
    });
    Some(Past {
        readings: seen.iter().map(reading).collect(),
        week: at(wanted.week).map(reading),
        checks: checks(shelf.progress, |day| Some(now(day)?.exam)),
        last,
    })
}

/// A morning that was looked at.
struct Seen {
    dawn: Day,
    /// For that very day, where something tested it.
    now: Option<Readiness>,
    /// For the goal's day.
    then: Readiness,
}

/// Which mornings are wanted.
struct Wanted {
    left: BTreeSet<Day>,
    week: Day,
    /// Those of papers and of the exam.
    checks: BTreeSet<Day>,
    exam: Option<Day>,
}

impl Wanted {
    fn of(progress: &Progress, start: Day, today: Day) -> Self {
        let step = ((today - start) / READINGS + 1).max(1);
        let mut left: BTreeSet<Day> = (1..)
            .map(|n| today + -(n * step))
            .take_while(|day| *day > start)
            .collect();
        let week = (today + -7).max(start + 1);
        left.insert(week);
        let exam = progress.taken.as_ref();
        let exam = exam.map(|(taken, told)| taken.date.unwrap_or(*told));
        let mut checks: BTreeSet<Day> = papers(progress).map(|p| p.0).collect();
        checks.extend(exam);
        left.extend(&checks);
        left.retain(|day| *day <= today);
        Self {
            left,
            week,
            checks,
            exam,
        }
    }

    fn next_until(&mut self, until: Day) -> Option<Day> {
        let first = *self.left.first()?;
        (first <= until && self.left.remove(&first)).then_some(first)
    }
}

/// Marked papers over the whole blueprint: study day, paper, right, of.
fn papers(progress: &Progress) -> impl Iterator<Item = (Day, EventId, usize, usize)> {
    progress.papers.iter().filter_map(|p| {
        let Some(Ended::Finished { result, .. }) = &p.ended else {
            return None;
        };
        let (right, of) = (&result.right, result.right.len());
        let whole = p.started.narrowed.is_whole() && p.started.exam.is_some() && of >= SHORTEST;
        let right = right.iter().filter(|r| **r).count();
        whole.then(|| (p.at.study_day(), p.id(), right, of))
    })
}

fn checks(progress: &Progress, forecast: impl Fn(Day) -> Option<Estimate>) -> Vec<Check> {
    let check = |(day, mock, right, of)| {
        Some(Check {
            day,
            mock,
            forecast: forecast(day)?,
            right,
            of,
        })
    };
    papers(progress).filter_map(check).collect()
}
