//! Library, journal and progress held together: what every command that
//! studies stands on.

use crate::domain::event::Goal;
use crate::domain::{
    Blueprint, Card, CardIx, CardRef, Catalogue, Day, Event, Happening, Moment, Problem,
};
use crate::scheduling::memory::Fsrs;
use crate::scheduling::progress::Progress;
use crate::scheduling::replay::Replay;
use crate::storage::builtin::BUILTINS;
use crate::storage::journal::{CantOpen, Fresh, Journal, NotSaved, Report, Since};
use crate::storage::library::{Library, Sources};
use crate::storage::places::Places;
use crate::storage::snapshot;
use std::collections::HashMap;
use std::path::PathBuf;

/// Changes whenever the fold or its types change, so that old snapshots are
/// not believed.
const FOLD_VERSION: u32 = 1;

/// Answers after which the snapshot is written even if nobody quits.
const SNAPSHOT_EVERY: usize = 200;

/// Everything on disk, opened.
pub struct Store {
    /// Where it all is.
    pub places: Places,
    library: Library,
    journal: Journal,
    replay: Replay,
    progress: Progress,
    snapshot: PathBuf,
    version: u64,
    /// Events folded since the snapshot was last written.
    since_snapshot: usize,
    report: Report,
}

impl Store {
    /// Opens decks and journal and folds progress, from the snapshot where it
    /// holds. `binary` names the running program, for the index of its decks.
    ///
    /// # Errors
    /// When the data folder can't be used at all.
    pub fn open(places: Places, binary: &str, fresh: Fresh, now: Moment) -> Result<Self, CantOpen> {
        let (journal, report) = Journal::open(&places, fresh, now)?;
        let library = Library::open(&Sources {
            builtins: BUILTINS,
            decks: &places.data.join("decks"),
            cache: Some(&places.state.join("cache")),
            binary,
        });
        let aliases = library.catalogue().aliases();
        let version = version(&aliases);
        let mut store = Self {
            snapshot: journal.state_folder().join("cache/progress.snapshot"),
            places,
            library,
            journal,
            replay: Replay::new(aliases),
            progress: Progress::default(),
            version,
            since_snapshot: 0,
            report,
        };
        store.load_progress();
        Ok(store)
    }

    fn load_progress(&mut self) {
        if let Some((mark, progress)) = snapshot::load::<Progress>(&self.snapshot, self.version)
            && let Since::Appended(events) = self.journal.read_since(&mark)
        {
            self.progress = progress;
            self.since_snapshot = events.len();
            if self.apply_all(&events) {
                return;
            }
        }
        self.refold();
    }

    fn refold(&mut self) {
        let events = self.journal.read_all();
        self.since_snapshot = events.len();
        self.progress = self.replay.fold(events);
    }

    /// Whether every event could be folded on top.
    fn apply_all(&mut self, events: &[Event]) -> bool {
        events
            .iter()
            .all(|e| self.replay.apply(&mut self.progress, e).is_ok())
    }

    /// Every card there is.
    pub fn catalogue(&self) -> &Catalogue {
        self.library.catalogue()
    }

    /// The library.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The journal.
    pub fn journal(&mut self) -> &mut Journal {
        &mut self.journal
    }

    /// What opening found and healed.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// Where the person stands.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The fold, with the memory model.
    pub fn replay(&self) -> &Replay {
        &self.replay
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
        self.library.card(ix)
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
        let events = self.journal.append(what, at, day)?;
        self.since_snapshot += events.len();
        if !self.apply_all(&events) {
            // On disk it is safe; only the picture of it must be drawn anew.
            self.refold();
        }
        if self.since_snapshot >= SNAPSHOT_EVERY.max(self.progress.cards.len()) {
            self.save_snapshot();
        }
        Ok(events)
    }

    /// Writes the snapshot if there is something new; it is a cache, so a
    /// failure is nobody's business.
    pub fn save_snapshot(&mut self) {
        if self.since_snapshot > 0 {
            let mark = self.journal.mark();
            let _ = snapshot::save(&self.snapshot, self.version, &mark, &self.progress);
            self.since_snapshot = 0;
        }
    }

    /// What a person should hear after opening, a line each.
    pub fn remarks(&self) -> Vec<String> {
        let healed = self.report.healed.iter().map(ToString::to_string);
        let vanished = self
            .report
            .vanished
            .iter()
            .map(|v| format!("{v}; `cramless doctor --restore` does it"));
        let odd = self.report.problems.iter().map(ToString::to_string);
        healed.chain(vanished).chain(odd).collect()
    }

    /// The blueprint of an exam's code.
    pub fn blueprint(&self, code: &str) -> Option<&Blueprint> {
        self.library.blueprint(code)
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

/// Snapshots hold for one version of the fold and one set of renamings.
fn version(aliases: &HashMap<CardRef, CardRef>) -> u64 {
    // Summed, so that the map's order doesn't matter.
    let sum = aliases.iter().fold(0u32, |sum, (old, new)| {
        sum.wrapping_add(crc32fast::hash(format!("{old} {new}").as_bytes()))
    });
    u64::from(FOLD_VERSION) << 32 | u64::from(sum)
}
