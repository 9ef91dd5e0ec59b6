//! What is on disk and the progress folded from it, kept in step: what every
//! command that studies stands on. (The screen holds progress itself.)

use super::disk::Disk;
use crate::domain::event::Goal;
use crate::domain::{Blueprint, Card, CardIx, Catalogue, Day, Event, Happening, Moment, Problem};
use crate::scheduling::memory::Fsrs;
use crate::scheduling::progress::Progress;
use crate::scheduling::replay::Replay;
use crate::storage::journal::{CantOpen, Fresh, NotSaved};
use crate::storage::places::Places;

/// Disk and progress.
pub struct Store {
    /// What is on disk.
    pub disk: Disk,
    /// The fold.
    pub replay: Replay,
    /// Where the person stands.
    pub progress: Progress,
}

impl Store {
    /// Opens everything.
    ///
    /// # Errors
    /// When the data folder can't be used at all.
    pub fn open(places: Places, binary: &str, fresh: Fresh, now: Moment) -> Result<Self, CantOpen> {
        let (disk, replay, progress) = Disk::open(places, binary, fresh, now)?;
        Ok(Self {
            disk,
            replay,
            progress,
        })
    }

    /// Every card there is.
    pub fn catalogue(&self) -> &Catalogue {
        self.disk.library.catalogue()
    }

    /// Where the person stands.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The memory model.
    pub fn fsrs(&self) -> &Fsrs {
        self.replay.fsrs()
    }

    /// One card's wording.
    ///
    /// # Errors
    /// When its deck changed or vanished meanwhile.
    pub fn card(&self, ix: CardIx) -> Result<Card, Problem> {
        self.disk.library.card(ix)
    }

    /// Writes what happened to disk, then counts it.
    ///
    /// # Errors
    /// When it isn't safely on disk; progress is unchanged then.
    pub fn record(
        &mut self,
        what: Vec<Happening>,
        at: Moment,
        day: Day,
    ) -> Result<Vec<Event>, NotSaved> {
        let events = self.disk.append(what, at, day)?;
        let all = events
            .iter()
            .all(|e| self.replay.apply(&mut self.progress, e).is_ok());
        if !all {
            // On disk it is safe; only the picture of it must be drawn anew.
            self.progress = self.disk.fold(&self.replay);
        }
        self.disk.keep_now_and_then(&self.progress);
        Ok(events)
    }

    /// Takes in what other programs wrote meanwhile.
    pub fn catch_up(&mut self) {
        if self.disk.has_news() {
            self.progress = self.disk.fold(&self.replay);
        }
    }

    /// Writes the snapshot.
    pub fn keep(&mut self) {
        self.disk.keep(&self.progress);
    }

    /// The blueprint of an exam's code.
    pub fn blueprint(&self, code: &str) -> Option<&Blueprint> {
        self.disk.library.blueprint(code)
    }

    /// One plain remark on a goal's date, if its exam is no longer given then.
    pub fn remark_on_date(&self, goal: &Goal) -> Option<String> {
        let blueprint = self.blueprint(goal.exam.as_deref()?)?;
        let last = blueprint.last_sitting?;
        (goal.date? > last).then(|| {
            format!(
                "{} was last given on {last}; the date is kept, and what you learn stays true.",
                blueprint.code
            )
        })
    }
}
