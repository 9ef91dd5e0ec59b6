//! A data folder with machines around it, for the journal's stories.

use cramless::domain::event::Reviewed;
use cramless::domain::{CardRef, Event, EventId, Grade, Happening, Moment};
use cramless::storage::event_line;
use cramless::storage::journal::{Fresh, Journal, Report};
use cramless::storage::places::Places;
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const NOON: Moment = Moment {
    utc_ms: 1_795_000_000_000,
    offset_min: 60,
};

/// One data folder; each machine has its own state folder.
pub(crate) struct World {
    home: tempfile::TempDir,
    runs: Cell<u32>,
}

impl World {
    pub(crate) fn new() -> Self {
        // Memory where there is some: hundreds of worlds sync thousands of times.
        let home = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir());
        Self {
            home: home.expect("a folder"),
            runs: Cell::new(0),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    pub(crate) fn places(&self, machine: &str) -> Places {
        Places {
            data: self.path("data"),
            state: self.path(machine),
        }
    }

    pub(crate) fn fresh(&self) -> Fresh {
        self.runs.set(self.runs.get() + 1);
        let session = self.runs.get();
        Fresh {
            device: 0xd0 + u64::from(session),
            session,
        }
    }

    pub(crate) fn open(&self, machine: &str) -> (Journal, Report) {
        self.open_at(&self.places(machine))
    }

    pub(crate) fn open_at(&self, places: &Places) -> (Journal, Report) {
        Journal::open(places, self.fresh(), NOON).expect("opens")
    }

    /// Opens, reads and closes.
    pub(crate) fn read(&self, machine: &str) -> Vec<Event> {
        self.open(machine).0.read_all()
    }

    /// A session of that many reviews.
    pub(crate) fn study(&self, machine: &str, reviews: u32) -> Vec<Event> {
        let (mut journal, _) = self.open(machine);
        (0..reviews).map(|n| answer(&mut journal, n)).collect()
    }

    pub(crate) fn journals(&self) -> PathBuf {
        self.path("data/journal")
    }

    /// The only journal file there is.
    pub(crate) fn only_file(&self) -> PathBuf {
        let files = names(&self.journals());
        assert_eq!(files.len(), 1, "{files:?}");
        self.journals().join(&files[0])
    }

    /// Puts a journal file there as a sync tool would.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::create_dir_all(self.journals()).expect("a folder");
        fs::write(self.journals().join(name), bytes).expect("written");
    }
}

pub(crate) fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|e| {
            e.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

pub(crate) fn review(n: u32) -> Happening {
    Happening::Reviewed(Reviewed {
        card: CardRef::parse(format!("deck/one#card/{}", n % 10)).expect("well formed"),
        grade: Grade::ALL[n as usize % 4],
        seconds: n as f32,
    })
}

/// Saves one review, as a session does.
pub(crate) fn answer(journal: &mut Journal, n: u32) -> Event {
    let at = journal.stamp(NOON.plus_ms(i64::from(n) * 1000));
    let mut saved = journal
        .append(vec![review(n)], at, at.study_day())
        .expect("saved");
    saved.pop().expect("one event")
}

/// A review by another device.
pub(crate) fn event(device: u64, n: u32) -> Event {
    let at = NOON.plus_ms(i64::from(n) * 1000);
    Event {
        id: EventId {
            device,
            session: 1,
            seq: n + 1,
        },
        at,
        day: at.study_day(),
        what: review(n),
    }
}

/// The event's line, `\n` included.
pub(crate) fn line(event: &Event) -> String {
    let mut out = Vec::new();
    event_line::render(event, &mut out).expect("writable");
    String::from_utf8(out).expect("UTF-8")
}

pub(crate) fn lines(events: &[Event]) -> String {
    events.iter().map(line).collect()
}

/// A line's text with its checksum made to fit again.
pub(crate) fn resealed(body: &str) -> String {
    format!("{body},\"crc\":\"{:08x}\"}}\n", crc32(body.as_bytes()))
}

fn crc32(bytes: &[u8]) -> u32 {
    // Bit by bit, so that the test doesn't lean on what it tests.
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| {
            (c >> 1) ^ (0xedb8_8320 & (c & 1).wrapping_neg())
        })
    })
}
