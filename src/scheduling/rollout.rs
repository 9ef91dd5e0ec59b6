//! The days to come, played through: the planner goes on from where the
//! person stands, against sampled futures.
//!
//! In each future one setting of the ensemble, drawn by how far it is
//! believed, is how the person remembers; grades fall by it, and the real
//! planner chooses by it (within days it would have found out). The rules of
//! the day are the planner's own. So the days ahead cost a 64th of what they
//! would with the whole ensemble.

mod ahead;
mod future;
mod playing;
#[cfg(test)]
mod tests;
mod thin;

pub use ahead::{Ahead, DayAhead};
pub use playing::Playing;

use super::agenda::{self, Agenda, calendar};
use super::ensemble;
use super::frame::Calendar;
use super::person::{KNOWN_RECALL, Person};
use super::planner::Candidate;
use super::progress::{CardState, Progress};
use crate::domain::Day;
use ahead::Sums;
use std::collections::VecDeque;

/// Where the person stands: what every future starts from.
#[derive(Debug, Clone)]
pub struct Start {
    today: Day,
    calendar: Calendar,
    person: Person,
    candidates: Vec<Candidate>,
    cards: Vec<Card>,
    /// Seconds used today: on cards, on questions.
    used: (f32, f32),
    /// Seconds of the last seven days before today: all, on questions.
    week: VecDeque<(f32, f32)>,
    /// How many cards each of these stands for; see [`Start::thinned`].
    grain: f32,
}

/// What to play.
#[derive(Debug, Clone, PartialEq)]
pub struct Ask {
    /// The exam's day; after today.
    pub exam: Day,
    /// Minutes a study day.
    pub minutes: u16,
    /// The share of study days on which the person really studies, 0–1.
    pub attendance: f32,
    /// How many futures; 12 or more make a steady picture.
    pub futures: u32,
    /// The same seed, the same futures.
    pub seed: u64,
}

#[derive(Debug, Clone)]
struct Card {
    /// Stability under each setting, as logarithms; none if never seen.
    ln_s: Option<Box<[f32; ensemble::SETTINGS]>>,
    difficulty: f32,
    last: Day,
    available: bool,
    /// Recall that nothing changes: said to be known cold.
    fixed: Option<f32>,
    /// How likely it is known already if it was never seen.
    known: f32,
    miss: Option<Miss>,
    sure: Option<Day>,
}

#[derive(Debug, Clone, Copy)]
struct Miss {
    day: Day,
    right: u8,
    right_on: Option<Day>,
}

/// A card in one future.
#[derive(Debug, Clone, Copy)]
struct Lane {
    seen: bool,
    ln_s: f32,
    difficulty: f32,
    last: Day,
    miss: Option<Miss>,
    sure: Option<Day>,
}

impl Start {
    /// From the day's plan and progress.
    pub fn of(
        setting: agenda::Setting<'_>,
        agenda: &Agenda,
        progress: &Progress,
        today: Day,
    ) -> Self {
        let card = |ix| {
            let entry = setting.catalogue.entry(ix);
            let known = agenda.priors().known(entry.task);
            Card::of(progress.card(&entry.card), known, today)
        };
        let tally = progress.tally(today);
        let seconds = |ms: u64| ms as f32 / 1000.0;
        let week = (-7..0).map(|back| progress.tally(today + back));
        Self {
            today,
            calendar: calendar(progress, today),
            person: progress.person.clone(),
            candidates: agenda.plan().candidates().to_vec(),
            cards: agenda.cards().iter().map(|ix| card(*ix)).collect(),
            used: (
                seconds(tally.ms - tally.question_ms),
                seconds(tally.question_ms),
            ),
            week: week
                .map(|t| (seconds(t.ms), seconds(t.question_ms)))
                .collect(),
            grain: 1.0,
        }
    }

    /// Plays the futures. None if `cancel` said so; it is asked once a
    /// simulated day.
    pub fn play(&self, ask: &Ask, cancel: &dyn Fn() -> bool) -> Option<Ahead> {
        let mut playing = Playing::new(self, ask.clone());
        while playing.step(self, cancel)? {}
        Some(playing.ahead())
    }
}

impl Card {
    fn of(state: Option<&CardState>, known: f32, today: Day) -> Self {
        let cold = state.is_some_and(|s| s.known_cold.is_some());
        let trace = state.and_then(|s| s.trace.as_ref()).filter(|_| !cold);
        let misses = state.map(|s| &s.misses).filter(|m| m.open);
        Self {
            ln_s: trace.map(|t| Box::new(std::array::from_fn(|k| t.ln_s(k)))),
            difficulty: trace.map_or(5.0, |t| t.difficulty),
            last: trace.map_or(Day(0), |t| t.last),
            // Buried cards come back; the days ahead don't wait for them.
            available: state.is_none_or(|s| !s.suspended && !s.disputed) && !cold,
            fixed: cold.then_some(KNOWN_RECALL),
            known,
            miss: misses.and_then(|m| {
                Some(Miss {
                    day: m.last?,
                    right: m.right_days.len() as u8,
                    right_on: m.right_days.last().copied(),
                })
            }),
            sure: trace
                .filter(|t| t.sure && t.reviews == 1 && t.last <= today)
                .map(|t| t.last),
        }
    }
}
