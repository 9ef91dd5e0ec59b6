//! What is on disk and the progress folded from it, kept in step: what every
//! command that studies stands on. (The screen holds progress itself.)

use super::disk::Disk;
use crate::domain::event::Goal;
use crate::domain::{
    Blueprint, Card, CardIx, Catalogue, Day, DeckId, Event, Happening, Moment, Problem,
};
use crate::scheduling::memory::Fsrs;
use crate::scheduling::progress::Progress;
use crate::scheduling::queue::Scope;
use crate::scheduling::replay::Replay;
use crate::session::desk::Shelf;
use crate::session::goal;
use crate::session::mixups::{MixUp, confused};
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
        let mut store = Self {
            disk,
            replay,
            progress,
        };
        store.count_keys();
        Ok(store)
    }

    /// A corrected key may have another number of options.
    fn count_keys(&mut self) {
        for (name, state) in &self.progress.cards {
            let key = state.correction.as_ref().and_then(|c| c.key.as_ref());
            if let Some(key) = key
                && let Some(ix) = self.disk.library.catalogue().find(name)
            {
                self.disk.library.count_keys(ix, key.len());
            }
        }
    }

    /// Opens the decks once more, since one of them was made anew; what was done
    /// is folded by their rules.
    pub fn reopen_library(&mut self) {
        self.disk.reopen_library();
        self.replay = self.disk.replay();
        self.progress = self.disk.fold(&self.replay);
        self.count_keys();
    }

    /// What was mixed up, each with the card that compares the two, newest
    /// first.
    pub fn compare(&mut self) -> Vec<(MixUp, CardIx)> {
        let confused = confused(self.disk.library.catalogue(), &self.progress);
        self.disk.compare(&confused)
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

    /// One card's wording, as the person corrected it.
    ///
    /// # Errors
    /// When its deck changed or vanished meanwhile.
    pub fn card(&self, ix: CardIx) -> Result<Card, Problem> {
        let card = self.disk.library.card(ix)?;
        Ok(self.progress.worded(&self.catalogue().entry(ix).card, card))
    }

    /// One card's wording as it came.
    ///
    /// # Errors
    /// As [`Store::card`].
    pub fn original(&self, ix: CardIx) -> Result<Card, Problem> {
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
        goal::remark(goal, self.blueprint(goal.exam.as_deref()?))
    }

    /// The blueprint of the exam that is studied for, if any.
    pub fn exam(&self, deck: Option<&DeckId>) -> Option<&Blueprint> {
        self.blueprint(goal::exam(&self.progress, self.catalogue(), deck)?)
    }

    /// All that a choice of cards depends on.
    pub fn shelf<'a>(&'a self, scope: &'a Scope, day: Day) -> Shelf<'a> {
        Shelf {
            catalogue: self.catalogue(),
            exams: self.disk.library.blueprints(),
            progress: self.progress(),
            scope,
            day,
        }
    }
}
