//! The journal: what happened, one event a line, only ever appended to.
//!
//! `<data>/journal/<device>.jsonl` has one writer; progress is a fold over the
//! union of all files there, so a synced folder merges by itself. The program
//! never rewrites, truncates or deletes a byte of an event: undo is an event,
//! mending is appending.
//!
//! ```text
//!   event_line   one event ⇄ one line            sources  which files there are
//!   lines        bytes → lines → events          read     files → events, marks
//!   pen          one durable append              mirror   this machine's own copy
//!   rescue       when the journal can't be had   tend     healing at the start
//!   device, home who and where we are            clocks   when it was
//!   append, replay: the journal's two halves, as everyone else sees them
//! ```

mod append;
mod clocks;
mod device;
mod home;
mod lines;
mod mirror;
mod pen;
mod read;
mod replay;
mod report;
mod rescue;
mod sources;
mod tend;
#[cfg(test)]
pub(crate) mod tests_support;

pub use clocks::{Clocks, FAR_AHEAD_MS, is_wrong};
pub use read::{Mark, Since};
pub use report::{CantOpen, Healed, NotSaved, Oddity, Problem, Report, Vanished};

use self::append::Attempt;
use self::device::Device;
use self::home::Home;
use self::mirror::{Mirror, MirrorFile};
use self::pen::Pen;
use self::report::{reason, shown};
use self::rescue::Rescue;
use super::event_line;
use super::places::Places;
use crate::domain::{CardRef, Event, EventId, Moment, Text};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

/// Randomness for a run of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fresh {
    /// Becomes the device's id if it has none yet, or needs another.
    pub device: u64,
    /// Names this run; bumped if this device used it before.
    pub session: u32,
}

/// An open journal.
pub struct Journal {
    folder: PathBuf,
    data: PathBuf,
    home: Home,
    device: Device,
    fresh: Fresh,
    session: u32,
    registered: bool,
    next_seq: u32,
    pen: Option<Pen>,
    mirror: Mirror,
    mirror_file: Option<MirrorFile>,
    rescue: Option<Rescue>,
    /// Every line that this session has saved.
    said: Vec<u8>,
    /// What couldn't be saved, to be tried again under the same ids.
    pending: Option<Attempt>,
    /// Events that couldn't be saved but may be on disk all the same.
    doubtful: Vec<EventId>,
    coverage: read::Coverage,
    /// Files whose mirrored lines couldn't be restored: their mirrors count.
    unhealed: Vec<OsString>,
    problems: Vec<Problem>,
    trouble: Option<String>,
}

impl Journal {
    /// Opens the journal, making the folders if need be, and mends what can be
    /// mended. `now` is for naming clocks that were wrong. Whole files are
    /// read only if they were seen for the first time or lost something.
    ///
    /// # Errors
    /// Only if the data folder can neither be found nor made.
    pub fn open(places: &Places, fresh: Fresh, now: Moment) -> Result<(Self, Report), CantOpen> {
        survive_file_size_limits();
        let seed = fresh.device ^ u64::from(fresh.session).rotate_left(32);
        let (home, state_failed) = Home::settle(places, seed).map_err(|why| CantOpen {
            path: shown(&places.data),
            why,
        })?;
        let (device, device_failed) = Device::open(&places.state, fresh.device);
        let session = device.free_session(fresh.session);
        let mut journal = Self {
            folder: places.journals(),
            data: places.data.clone(),
            mirror: Mirror::new(home.state.join("mirror")),
            home,
            device,
            fresh,
            session,
            registered: false,
            next_seq: 1,
            pen: None,
            mirror_file: None,
            rescue: None,
            said: Vec::new(),
            pending: None,
            doubtful: Vec::new(),
            coverage: read::Coverage::default(),
            unhealed: Vec::new(),
            problems: Vec::new(),
            trouble: None,
        };
        let tended = journal.tend(false);
        journal.note_mended(&tended, now);
        let mut problems = Vec::new();
        if let Some(e) = state_failed.or(device_failed) {
            let what = Oddity::NoState(reason(&e));
            problems.push(whole_file(shown(&places.state), what));
        }
        if places.state_is_inside_data() {
            problems.push(whole_file(shown(&places.state), Oddity::StateInsideData));
        }
        problems.extend(journal.sources().1);
        problems.extend(journal.glance_at_clocks(now));
        let vanished = journal.vanished();
        let report = Report {
            healed: tended.healed,
            imported: tended.imported,
            vanished,
            problems,
        };
        Ok((journal, report))
    }

    /// Up to where this journal was read and written: keep it with what was
    /// folded from the events.
    pub fn mark(&self) -> Mark {
        self.coverage.mark()
    }

    /// The events about one card, in order: what names it, what was chosen on
    /// papers, and what undid any of that.
    pub fn events_of_card(&self, card: &CardRef) -> Vec<Event> {
        read::events_of_card(&self.sources().0, card)
    }

    /// The moment to record for something that happens at `wall`: never before
    /// what was read or written so far. See [`Clocks::stamp`].
    pub fn stamp(&self, wall: Moment) -> Moment {
        self.coverage.clocks.stamp(self.device.id(), wall)
    }

    /// What was odd at the last reading.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// This device's id.
    pub fn device(&self) -> u64 {
        self.device.id()
    }

    /// Whether this session wrote that event: only its own events of one
    /// millisecond are sure to keep their order.
    pub fn is_of_this_session(&self, event: EventId) -> bool {
        event.device == self.device.id() && event.session == self.session
    }

    /// The library's id, kept in the data folder.
    pub fn library(&self) -> u64 {
        self.home.library
    }

    /// This machine's folder for this library: caches and heartbeats go here.
    pub fn state_folder(&self) -> &Path {
        &self.home.state
    }

    /// What was at this path before the folder was made anew.
    pub fn vanished(&self) -> Option<Vanished> {
        (!self.home.gone.is_empty()).then(|| Vanished {
            events: self.home.gone.iter().map(|g| g.events).sum(),
            last: self.home.gone.iter().filter_map(|g| g.last).max(),
        })
    }

    /// Brings back what vanished; says how many events.
    ///
    /// # Errors
    /// When they can't be written; nothing is lost then.
    pub fn restore_vanished(&mut self) -> Result<usize, NotSaved> {
        let files = self.home.gone_files();
        let events = self.bring_back(&files).map_err(|why| NotSaved { why })?;
        let _ = self.home.forget_gone();
        Ok(events)
    }

    /// Offers what vanished no longer. Its copy stays in the state folder.
    ///
    /// # Errors
    /// The system's, when that can't be noted.
    pub fn forget_vanished(&mut self) -> io::Result<()> {
        self.home.forget_gone()
    }

    /// Compares every line with this machine's mirror and restores what is
    /// damaged or gone; says what. For `doctor`: it reads everything.
    pub fn verify(&mut self, now: Moment) -> Vec<Healed> {
        let tended = self.tend(true);
        self.note_mended(&tended, now);
        tended.healed
    }

    fn rescue_folder(&self) -> PathBuf {
        self.home.state.join("rescue")
    }

    /// Reads each journal's last line: enough to name clocks that are wrong
    /// and to stay behind none that isn't.
    fn glance_at_clocks(&mut self, now: Moment) -> Vec<Problem> {
        for source in self.sources().0 {
            let tail = sources::open(&source.path).and_then(|(f, len)| mirror::tail(&f, len));
            let tail = tail.unwrap_or_default();
            if let Some((_, line)) = lines::split(&tail).last()
                && let Ok(event) = event_line::parse(line)
            {
                self.coverage.clocks.note(&event);
            }
        }
        self.wrong_clocks(now)
    }

    /// Devices whose latest event read so far shows that their clock was wrong.
    fn wrong_clocks(&self, now: Moment) -> Vec<Problem> {
        let wrong = self.coverage.clocks.wrong(now).into_iter();
        wrong
            .map(|(device, at)| clock_problem(device, at))
            .collect()
    }
}

/// Says that a device's clock was wrong.
pub(super) fn clock_problem(device: u64, at: i64) -> Problem {
    whole_file(file_of(device), Oddity::ClockWrong { device, at })
}

fn journal_key(name: impl AsRef<std::ffi::OsStr>) -> String {
    let name = name.as_ref();
    match name.to_str() {
        Some(text) => format!("journal/{text}"),
        None => format!("journal#{:08x}", crc32fast::hash(name.as_encoded_bytes())),
    }
}

fn file_of(device: u64) -> Text {
    Text::new(format!("{device:016x}.jsonl"))
}

fn whole_file(file: Text, what: Oddity) -> Problem {
    let line = None;
    Problem { file, line, what }
}

/// A file-size limit must end in an error, not in the program's death.
fn survive_file_size_limits() {
    #[cfg(unix)]
    {
        use std::sync::{Arc, Once, atomic::AtomicBool};
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            let flag = Arc::new(AtomicBool::new(false));
            let _ = signal_hook::flag::register(nix::libc::SIGXFSZ, flag);
        });
    }
}
