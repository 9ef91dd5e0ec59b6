//! What takes longer than a picture: reckoned from copies in the background,
//! and dropped when the person goes elsewhere.
//!
//! A job is pure, so a test runs it on the spot and the program in a thread.

use super::app::Msg;
use super::known::Known;
use crate::domain::{Blueprint, Catalogue, Day, Event};
use crate::scheduling::replay::Replay;
use crate::scheduling::{Progress, Scope};
use crate::session::desk::{Desk, Shelf};
use crate::session::forecast::{self, Forecast};
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
    /// What will come of it.
    Forecast,
}

/// What came of it.
#[derive(Debug)]
pub enum Found {
    /// How ready the person is.
    Ready(Ready),
    /// How earlier forecasts did.
    Past(Past),
    /// What will come of it; none if there is nothing to study.
    Forecast(Option<Forecast>),
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
                let keys = Arc::clone(&self.catalogue);
                let replay = Replay::new(self.catalogue.aliases()).with_keys(keys);
                Found::Past(past(shelf, &replay, events(), &stopped)?)
            }
            Work::Forecast => {
                Found::Forecast(match forecast::Job::new(&mut Desk::default(), shelf) {
                    Some(job) => Some(job.run(&stopped)?),
                    None => None,
                })
            }
        };
        (!stopped()).then(|| Msg::Found(self.number, Box::new(found)))
    }
}
