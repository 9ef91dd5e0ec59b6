//! What takes longer than a picture: reckoned from copies in the background,
//! and dropped when the person goes elsewhere.
//!
//! A job is pure, so a test runs it on the spot and the program in a thread.

use super::app::Msg;
use super::known::Known;
use crate::domain::{Blueprint, Catalogue, Day, Event, EventId};
use crate::scheduling::replay::Replay;
use crate::scheduling::{Progress, Scope};
use crate::session::desk::Shelf;
use crate::session::past::{Past, past};
use crate::session::ready::Ready;
use std::sync::Arc;

/// What can be reckoned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// How ready the person is.
    Ready,
    /// How earlier forecasts did.
    Past,
}

/// What came of it.
#[derive(Debug)]
pub enum Found {
    /// How ready the person is.
    Ready(Ready),
    /// How earlier forecasts did.
    Past(Past),
}

/// Work with everything it needs but the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Tells it from others.
    pub number: u64,
    /// What is reckoned.
    pub work: Work,
    catalogue: Arc<Catalogue>,
    exams: Vec<Blueprint>,
    progress: Progress,
    scope: Scope,
    day: Day,
}

impl Job {
    /// A job on what is known now.
    pub(super) fn new(number: u64, work: Work, known: &Known, day: Day) -> Self {
        Self {
            number,
            work,
            catalogue: Arc::clone(&known.catalogue),
            exams: known.exams.clone(),
            progress: known.progress.clone(),
            scope: known.scope.clone(),
            day,
        }
    }

    /// Does it. `events` reads the whole journal; none if `stopped` before it
    /// was done.
    pub fn run(
        self,
        events: impl FnOnce() -> Vec<Event>,
        stopped: impl Fn() -> bool,
    ) -> Option<Msg> {
        let shelf = Shelf {
            catalogue: &self.catalogue,
            exams: &self.exams,
            progress: &self.progress,
            scope: &self.scope,
            day: self.day,
        };
        let found = match self.work {
            Work::Ready => Found::Ready(Ready::of(shelf)),
            Work::Past => {
                let replay = Replay::new(self.catalogue.aliases());
                Found::Past(past(shelf, &replay, events(), &stopped)?)
            }
        };
        (!stopped()).then(|| Msg::Found(self.number, Box::new(found)))
    }
}

/// What a result holds for: the journal's last event, and the study day.
type Basis = (Option<(i64, EventId)>, Day);

/// What was reckoned, and what is being reckoned.
#[derive(Debug, Default)]
pub(super) struct Bench {
    jobs: u64,
    running: Option<(u64, Work, Basis)>,
    ready: Option<(Basis, Ready)>,
    past: Option<(Basis, Past)>,
}

/// What is to be done about the work at hand.
pub(super) enum Order {
    /// Begin this, dropping what runs.
    Start(Box<Job>),
    /// Drop what runs.
    Stop,
}

impl Bench {
    /// How ready the person is, as far as it was reckoned.
    pub(super) fn ready(&self) -> Option<&Ready> {
        self.ready.as_ref().map(|(_, ready)| ready)
    }

    /// How earlier forecasts did, likewise.
    pub(super) fn past(&self) -> Option<&Past> {
        self.past.as_ref().map(|(_, past)| past)
    }

    /// What to do so that the first of `wanted` which isn't known gets known.
    pub(super) fn order(&mut self, wanted: &[Work], known: &Known, day: Day) -> Option<Order> {
        let basis = (known.progress.last, day);
        let fresh = |work: &Work| match work {
            Work::Ready => self.ready.as_ref().is_some_and(|(b, _)| *b == basis),
            // What happened today changes nothing of the mornings before.
            Work::Past => self.past.as_ref().is_some_and(|(b, _)| b.1 == day),
        };
        let next = wanted.iter().copied().find(|w| !fresh(w));
        match (&self.running, next) {
            (Some((_, work, on)), Some(next)) if *work == next && *on == basis => None,
            (_, Some(next)) => {
                self.jobs += 1;
                self.running = Some((self.jobs, next, basis));
                Some(Order::Start(Box::new(Job::new(
                    self.jobs, next, known, day,
                ))))
            }
            (Some(_), None) => {
                self.running = None;
                Some(Order::Stop)
            }
            (None, None) => None,
        }
    }

    /// Takes in what a job found, unless it was dropped meanwhile.
    pub(super) fn take_in(&mut self, number: u64, found: Found) {
        let Some((_, _, basis)) = self.running.take_if(|r| r.0 == number) else {
            return;
        };
        match found {
            Found::Ready(ready) => self.ready = Some((basis, ready)),
            Found::Past(past) => self.past = Some((basis, past)),
        }
    }
}
