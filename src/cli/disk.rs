//! Library, journal and snapshot held together: what is on disk, without the
//! progress that is folded from it.

use crate::domain::{CardIx, CardRef, Catalogue, Day, DeckInfo, Event, Happening, Moment, Text};
use crate::exam::heartbeat::Heartbeat;
use crate::scheduling::progress::Progress;
use crate::scheduling::replay::Replay;
use crate::session::mixups::{Comparison, Confused, Finder, MixUp};
use crate::storage::atomic;
use crate::storage::builtin::BUILTINS;
use crate::storage::journal::{CantOpen, Fresh, Journal, NotSaved, Report, Since};
use crate::storage::library::{Library, Sources};
use crate::storage::places::Places;
use crate::storage::seat::Seat;
use crate::storage::snapshot;
use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

/// Changes whenever the fold or its types change, so that old snapshots are
/// not believed.
const FOLD_VERSION: u32 = 7;

/// Answers after which the snapshot is written even if nobody quits.
const SNAPSHOT_EVERY: usize = 200;

/// Everything on disk, opened.
pub struct Disk {
    /// Where it all is.
    pub places: Places,
    /// The decks.
    pub library: Library,
    /// What happened.
    pub journal: Journal,
    /// What opening found and healed.
    pub report: Report,
    /// Decks that were made anew because their notes changed, a line each.
    pub remade: Vec<String>,
    /// Looks for what was mixed up.
    finder: Finder,
    binary: String,
    snapshot: PathBuf,
    version: u64,
    /// Events folded since the snapshot was last written.
    since_snapshot: usize,
}

impl Disk {
    /// Opens decks and journal, and folds progress, from the snapshot where it
    /// holds. `binary` names the running program, for the index of its decks.
    ///
    /// # Errors
    /// When the data folder can't be used at all.
    pub fn open(
        places: Places,
        binary: &str,
        fresh: Fresh,
        now: Moment,
    ) -> Result<(Self, Replay, Progress), CantOpen> {
        let (journal, report) = Journal::open(&places, fresh, now)?;
        let library = library(&places, binary);
        let catalogue = Arc::clone(library.catalogue());
        let aliases = catalogue.aliases();
        let mut disk = Self {
            snapshot: journal.state_folder().join("cache/progress.snapshot"),
            version: version(&catalogue, &aliases),
            places,
            library,
            journal,
            report,
            finder: Finder::default(),
            binary: binary.to_owned(),
            remade: Vec::new(),
            since_snapshot: 0,
        };
        let replay = Replay::new(aliases).with_keys(catalogue);
        let progress = match disk.snapshot_of(&replay) {
            Some(progress) => progress,
            None => disk.fold(&replay),
        };
        Ok((disk, replay, progress))
    }

    fn snapshot_of(&mut self, replay: &Replay) -> Option<Progress> {
        let (mark, mut progress) = snapshot::load::<Progress>(&self.snapshot, self.version)?;
        let Since::Appended(events) = self.journal.read_since(&mark) else {
            return None;
        };
        self.since_snapshot = events.len();
        let all = events
            .iter()
            .all(|e| replay.apply(&mut progress, e).is_ok());
        all.then_some(progress)
    }

    /// Folds the whole journal.
    pub fn fold(&mut self, replay: &Replay) -> Progress {
        let events = self.journal.read_all();
        self.since_snapshot = events.len();
        replay.fold(events)
    }

    /// What happened to a card under any of its names, in order.
    pub fn history(&self, names: &[CardRef]) -> Vec<Event> {
        let of = |name| self.journal.events_of_card(name);
        let mut events: Vec<Event> = names.iter().flat_map(of).collect();
        events.sort_by_key(Event::order);
        events.dedup_by_key(|e| e.id);
        events
    }

    /// Opens the decks once more, since one of them was made anew.
    pub fn reopen_library(&mut self) {
        self.library = library(&self.places, &self.binary);
        self.finder = Finder::default();
        let catalogue = self.library.catalogue();
        self.version = version(catalogue, &catalogue.aliases());
    }

    /// The fold's rules for the decks as they are now.
    pub fn replay(&self) -> Replay {
        let catalogue = self.library.catalogue();
        Replay::new(catalogue.aliases()).with_keys(Arc::clone(catalogue))
    }

    /// What was mixed up, each with the card that compares the two; one that no
    /// deck holds is made.
    pub fn compare(&mut self, confused: &[Confused]) -> Vec<(MixUp, CardIx)> {
        let (library, finder) = (&self.library, &mut self.finder);
        let found = finder.find(library.catalogue(), confused, |ix| library.card(ix).ok());
        let mut out = Vec::new();
        for mix_up in found {
            let ix = match &mix_up.card {
                Comparison::There(ix) => *ix,
                Comparison::Made(deck, card) => {
                    let exam = &self.library.catalogue().deck_of(mix_up.terms[0]).exam;
                    let deck = DeckInfo {
                        id: deck.clone(),
                        title: Text::new("What you mixed up"),
                        exam: exam.clone(),
                    };
                    self.library.make(&deck, (**card).clone())
                }
            };
            out.push((mix_up, ix));
        }
        out
    }

    /// Writes what happened; returns only when it is safely on disk.
    ///
    /// # Errors
    /// When it isn't.
    pub fn append(
        &mut self,
        what: Vec<Happening>,
        at: Moment,
        day: Day,
    ) -> Result<Vec<Event>, NotSaved> {
        let events = self.journal.append(what, at, day)?;
        self.since_snapshot += events.len();
        Ok(events)
    }

    /// Writes the snapshot if so much is new that a start would notice.
    pub fn keep_now_and_then(&mut self, progress: &Progress) {
        if self.since_snapshot >= SNAPSHOT_EVERY.max(progress.cards.len()) {
            self.keep(progress);
        }
    }

    /// Writes the snapshot if there is anything new. It is a cache, so a
    /// failure is nobody's business.
    pub fn keep(&mut self, progress: &Progress) {
        if self.since_snapshot > 0 {
            let mark = self.journal.mark();
            let _ = snapshot::save(&self.snapshot, self.version, &mark, progress);
            self.since_snapshot = 0;
        }
    }

    /// The latest sign of life of a paper on this machine.
    pub fn last_beat(&self) -> Option<Heartbeat> {
        Heartbeat::read(&fs::read(self.heartbeat()).ok()?)
    }

    /// Writes a sign of life. It bounds what a kill can lose, so a failure is
    /// no reason to stop.
    pub fn beat(&self, beat: &Heartbeat) {
        let _ = atomic::write(&self.heartbeat(), beat.to_json().as_bytes());
    }

    /// Takes the seat at the open paper; none if another program has it.
    pub fn take_seat(&self) -> Option<Seat> {
        Seat::take(&self.journal.state_folder().join("mock.lock"))
    }

    /// Whether anything was written by others since this was last asked or
    /// read. Whoever is told so must fold anew.
    pub fn has_news(&mut self) -> bool {
        let mark = self.journal.mark();
        match self.journal.read_since(&mark) {
            Since::Appended(events) => !events.is_empty(),
            Since::Changed => true,
        }
    }

    fn heartbeat(&self) -> PathBuf {
        self.journal.state_folder().join("mock.json")
    }

    /// What a person should hear after opening, a line each.
    pub fn remarks(&self) -> Vec<String> {
        let healed = self.report.healed.iter().map(ToString::to_string);
        let vanished = self.report.vanished.iter();
        let vanished = vanished.map(|v| format!("{v}; `cramless doctor --restore` does it"));
        let odd = self.report.problems.iter().map(ToString::to_string);
        let remade = self.remade.iter().cloned();
        let odd = odd.chain(remade);
        healed.chain(vanished).chain(odd).collect()
    }
}

fn library(places: &Places, binary: &str) -> Library {
    Library::open(&Sources {
        builtins: BUILTINS,
        decks: &places.data.join("decks"),
        cache: Some(&places.state.join("cache")),
        binary,
    })
}

/// Snapshots hold for one version of the fold, one set of renamings and keys.
fn version(catalogue: &Catalogue, aliases: &HashMap<CardRef, CardRef>) -> u64 {
    // Summed, so that the map's order doesn't matter.
    let renamed = aliases
        .iter()
        .map(|(old, new)| crc32fast::hash(format!("{old} {new}").as_bytes()));
    let questions = catalogue.entries.iter().filter(|e| e.key != 0);
    let keyed = questions.map(|e| crc32fast::hash(e.card.as_str().as_bytes()) ^ e.key);
    let sum = renamed.chain(keyed).fold(0u32, u32::wrapping_add);
    u64::from(FOLD_VERSION) << 32 | u64::from(sum)
}
