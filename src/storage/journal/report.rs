//! What there is to say about the journal, in sentences for a person.

use crate::domain::{Moment, Text};
use crate::storage::event_line::Damage;
use std::fmt;
use std::io;
use std::path::Path;

/// Something odd about a file; it is kept as it is, and the rest counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name, safe to show.
    pub file: Text,
    /// The line, from 1, if it is about one.
    pub line: Option<usize>,
    /// What is odd.
    pub what: Oddity,
}

/// The kinds of oddity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// A line that can't be used.
    Damaged(Damage),
    /// An event of a newer version: kept, not counted.
    Newer,
    /// As many more lines that are odd.
    AndMore(usize),
    /// Git stopped in a merge; the events around the marker count.
    ConflictMarker,
    /// A cloud drive's placeholder.
    NotDownloaded,
    /// A folder, pipe, socket or device by the name of a journal.
    NotAFile(&'static str),
    /// The system's reason.
    Unreadable(Text),
    /// Two machines wrote under this device's id.
    Cloned {
        /// The id that both had.
        device: u64,
        /// Whether it was this machine's, which has another one now.
        ours: bool,
    },
    /// The device's clock was far off.
    ClockWrong {
        /// Whose.
        device: u64,
        /// When it said it was, in UTC ms.
        at: i64,
    },
    /// State is kept in the folder that may be synced.
    StateInsideData,
    /// Nothing could be kept on this machine.
    NoState(Text),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        f.write_str(": ")?;
        match &self.what {
            Oddity::Damaged(damage) => {
                write!(f, "damaged line, {damage}; it is kept and left out of the count")
            }
            Oddity::Newer => f.write_str(
                "written by a newer version of cramless; it is kept and left out of the count: upgrade to see it",
            ),
            Oddity::AndMore(n) => write!(f, "{n} more lines like these"),
            Oddity::ConflictMarker => f.write_str(
                "git left a conflict marker; the answers around it count all the same",
            ),
            Oddity::NotDownloaded => f.write_str(
                "not downloaded by the cloud drive; counts may be low until it is",
            ),
            Oddity::NotAFile(what) => write!(f, "is {what}, not a journal; left alone"),
            Oddity::Unreadable(why) => write!(f, "can't be read ({why}); counts may be low"),
            Oddity::Cloned { device, ours: true } => write!(
                f,
                "device id {device:016x} was cloned with its machine; every answer counts, and this machine has a new id now"
            ),
            Oddity::Cloned { device, .. } => write!(
                f,
                "device id {device:016x} was cloned: two machines used one number for different answers; both count"
            ),
            Oddity::ClockWrong { device, at } => {
                let (utc_ms, offset_min) = (*at, 0);
                let said = Moment { utc_ms, offset_min }.local_minute();
                write!(
                    f,
                    "the clock was wrong on device {device:016x}: it dated an answer {said} UTC; the answer counts"
                )
            }
            Oddity::StateInsideData => f.write_str(
                "this machine's state is kept inside the data folder, so a sync would clone it: set CRAMLESS_STATE to a folder outside",
            ),
            Oddity::NoState(why) => write!(
                f,
                "this machine's state can't be kept there ({why}), so lost answers can't be restored: set CRAMLESS_STATE to a folder that can be written"
            ),
        }
    }
}

/// What opening a journal found and did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// Events restored from this machine's mirror, by the file that lost them.
    pub healed: Vec<Healed>,
    /// Events that an earlier session had to put elsewhere, now in the journal.
    pub imported: usize,
    /// What was in this folder before it was made anew; restored only if
    /// asked for.
    pub vanished: Option<Vanished>,
    /// What is odd.
    pub problems: Vec<Problem>,
}

/// A file that had lost events.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Healed {
    /// The file that lost them.
    pub file: Text,
    /// How many were restored.
    pub events: usize,
}

impl fmt::Display for Healed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}: lost {} that this machine had seen; restored from its own copy",
            self.file,
            events(self.events)
        )
    }
}

/// A library that is gone from its folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Vanished {
    /// How many events this machine remembers of it.
    pub events: usize,
    /// When the last of them happened.
    pub last: Option<Moment>,
}

impl fmt::Display for Vanished {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this folder was emptied: {}", events(self.events))?;
        if let Some(last) = self.last {
            write!(f, ", the last of {}", last.local_minute())?;
        }
        f.write_str(", can be brought back from this machine's own copy")
    }
}

/// `1 event`, `12 events`.
pub(super) fn events(n: usize) -> String {
    format!("{n} event{}", if n == 1 { "" } else { "s" })
}

/// The journal can't be opened at all.
#[derive(Debug)]
pub struct CantOpen {
    pub(super) path: Text,
    pub(super) why: io::Error,
}

impl fmt::Display for CantOpen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, why) = (&self.path, reason(&self.why));
        write!(
            f,
            "{path}: can't be used as data folder ({why}): choose another with --data DIR"
        )
    }
}

impl std::error::Error for CantOpen {}

/// An answer is nowhere on disk that could be relied upon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotSaved {
    pub(super) why: String,
}

impl fmt::Display for NotSaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "NOT SAVED: {}", self.why)
    }
}

impl std::error::Error for NotSaved {}

/// The system's reason without its number.
pub(super) fn reason(e: &io::Error) -> Text {
    let text = e.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    Text::new(&text[..end])
}

/// A path as it may be shown: safe, and on one line.
pub(super) fn shown(path: &Path) -> Text {
    Text::new(path.to_string_lossy().replace('\n', "␤"))
}
