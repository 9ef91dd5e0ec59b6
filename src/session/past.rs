//! How earlier forecasts did: the journal read up to each earlier day, and
//! what this program would have said that morning.
//!
//! Nothing that was forecast is stored; it is reckoned anew from what had
//! happened by then, so it can't be prettified. One fold of the journal serves
//! all days; it belongs in the background.

use super::desk::{Desk, Shelf};
use super::told::{Expected, Told};
use crate::domain::{Day, Event, EventId};
use crate::scheduling::Progress;
use crate::scheduling::agenda::calendar;
use crate::scheduling::paper::Ended;
use crate::scheduling::readiness::{Estimate, Readiness};
use crate::scheduling::replay::Replay;
use std::collections::BTreeSet;

/// Mornings looked at, at most.
const READINGS: i32 = 36;
/// So many days are looked back on at least, however far away the exam is.
const LOOK_BACK: i32 = 120;
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
    pub exam: Option<Told>,
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
    let wanted = Wanted::of(shelf.progress, shelf.day);
    let seen = read(shelf, replay, events, &wanted, stopped)?;
    let reading = |s: &Seen| Reading {
        dawn: s.dawn,
        exam: s.then.exam,
        cards: s.then.cards,
    };
    let at = |day: Day| seen.iter().find(|s| s.dawn == day);
    let readings = seen.iter().filter(|s| wanted.mornings.contains(&s.dawn));
    Some(Past {
        readings: readings.map(reading).collect(),
        week: at(wanted.week).map(reading),
        checks: checks(shelf.progress, |day| at(day)?.now),
        exam: result(shelf.progress, &seen),
    })
}

/// The real exam against what was expected that morning, if its result was
/// told; the same as [`Past::exam`], in less time.
pub fn told(shelf: Shelf<'_>, replay: &Replay, mut events: Vec<Event>) -> Option<Told> {
    let day = sat(shelf.progress)?;
    events.retain(|e| e.day < day);
    let wanted = Wanted {
        exam: Some(day),
        ..Wanted::default()
    };
    let seen = read(shelf, replay, events, &wanted, || false)?;
    result(shelf.progress, &seen)
}

/// The day of the exam whose result was told.
fn sat(progress: &Progress) -> Option<Day> {
    let (taken, told) = progress.taken.as_ref()?;
    Some(taken.date.unwrap_or(*told).min(*told))
}

fn result(progress: &Progress, seen: &[Seen]) -> Option<Told> {
    let (day, (taken, _)) = (sat(progress)?, progress.taken.as_ref()?);
    let morning = seen.iter().find(|s| s.dawn == day);
    Some(Told {
        day,
        passed: taken.passed,
        score: taken.score,
        expected: morning.and_then(|s| s.expected),
    })
}

/// Looks at every morning that is wanted; none if `stopped` meanwhile.
fn read(
    shelf: Shelf<'_>,
    replay: &Replay,
    events: Vec<Event>,
    wanted: &Wanted,
    stopped: impl Fn() -> bool,
) -> Option<Vec<Seen>> {
    let (today, catalogue) = (shelf.day, shelf.catalogue);
    let ground = Desk::default().ground(shelf);
    let goal = shelf.progress.goal.as_ref().and_then(|(g, _)| g.date);
    let goal = goal.filter(|date| *date >= today);
    let mut left = wanted.all();
    let mut seen = Vec::new();
    let mut look = |progress: &Progress, until: Day| {
        while let Some(dawn) = left.first().copied().filter(|d| *d <= until && !stopped()) {
            left.remove(&dawn);
            let on = |day| ground.readiness(catalogue, progress, dawn, day);
            let tested = wanted.papers.contains(&dawn);
            // By the goal of that morning: what is studied for now may be
            // another exam.
            let that_morning = Shelf {
                progress,
                day: dawn,
                ..shelf
            };
            let is_exam = wanted.exam == Some(dawn) && progress.reviews > 0;
            seen.push(Seen {
                dawn,
                now: tested.then(|| on(dawn).exam),
                then: on(goal.unwrap_or(dawn)),
                expected: is_exam.then(|| Expected::on(that_morning)),
            });
        }
    };
    let progress = replay.fold_watched(events, &mut look);
    look(&progress, today);
    (!stopped()).then_some(seen)
}

/// A morning that was looked at.
struct Seen {
    dawn: Day,
    /// Of the exam's questions on that very day, where a paper tested it.
    now: Option<Estimate>,
    /// For the goal's day.
    then: Readiness,
    /// Of the real exam, on its morning.
    expected: Option<Expected>,
}

/// Which mornings are wanted.
#[derive(Default)]
struct Wanted {
    /// Those of the curve.
    mornings: BTreeSet<Day>,
    week: Day,
    /// Those of papers.
    papers: BTreeSet<Day>,
    exam: Option<Day>,
}

impl Wanted {
    fn of(progress: &Progress, today: Day) -> Self {
        let mut days = progress.days.range(today + -LOOK_BACK..);
        let first = days.next().map_or(today, |(day, _)| *day);
        let start = calendar(progress, today).start.min(first);
        let step = ((today - start) / READINGS + 1).max(1);
        let mut mornings: BTreeSet<Day> = (1..)
            .map(|n| today + -(n * step))
            .take_while(|day| *day > start)
            .collect();
        let week = (today + -7).max(start + 1);
        mornings.insert(week);
        let papers: BTreeSet<Day> = papers(progress).map(|p| p.0).collect();
        mornings.extend(&papers);
        mornings.retain(|day| *day <= today);
        Self {
            mornings,
            week,
            papers,
            exam: sat(progress),
        }
    }

    fn all(&self) -> BTreeSet<Day> {
        self.mornings.iter().copied().chain(self.exam).collect()
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
