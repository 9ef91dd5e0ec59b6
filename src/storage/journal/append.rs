//! Saving what happened: into the journal, else into a rescue file, else not
//! at all, and then it says so.

use super::Journal;
use super::journal_key;
use super::pen::{Pen, Slip};
use super::report::{NotSaved, reason, shown};
use super::rescue::Rescue;
use crate::domain::event::Undone;
use crate::domain::{Day, Event, EventId, Happening, Moment};
use crate::storage::event_line;
use std::fs;
use std::io;

/// What is to be saved in one go.
pub(super) struct Attempt {
    /// What the caller wants saved.
    asked: Vec<Happening>,
    /// How many events come before that.
    unasked: usize,
    events: Vec<Event>,
    bytes: Vec<u8>,
}

impl Journal {
    /// The id that the next event will have.
    pub fn next_id(&self) -> EventId {
        EventId {
            device: self.device.id(),
            session: self.session,
            seq: self.next_seq,
        }
    }

    /// Saves what happened, durably, and returns it as events, exactly as they
    /// will be read. A paper that starts is named by its own event. When the
    /// journal can't take them, they are saved in a rescue file and
    /// [`Journal::trouble`] says so.
    ///
    /// # Errors
    /// When nothing is saved: the screen must stay where it is. The same call
    /// may be made again.
    pub fn append(
        &mut self,
        what: Vec<Happening>,
        at: Moment,
        day: Day,
    ) -> Result<Vec<Event>, NotSaved> {
        if what.is_empty() {
            return Ok(Vec::new());
        }
        if !self.registered {
            self.session = self.device.register(self.session);
            self.registered = true;
        }
        let attempt = match self.pending.take() {
            // Its first try may have reached the disk: under the same id it
            // counts once wherever it got to.
            Some(pending) if pending.asked == what => pending,
            _ => self.attempt(what, at, day)?,
        };
        match self.save(&attempt.bytes, &attempt.events) {
            Ok(()) => {
                self.doubtful.clear();
                self.said.extend_from_slice(&attempt.bytes);
                Ok(attempt.events[attempt.unasked..].to_vec())
            }
            Err(why) => {
                let failed = attempt.events[attempt.unasked..].iter().map(|e| e.id);
                self.doubtful.extend(failed);
                self.pending = Some(attempt);
                Err(NotSaved { why })
            }
        }
    }

    /// Makes events of what happened, behind ones that take back what could
    /// not be saved before and was answered otherwise then: it may be on disk.
    fn attempt(
        &mut self,
        asked: Vec<Happening>,
        at: Moment,
        day: Day,
    ) -> Result<Attempt, NotSaved> {
        let take_back = |&event: &EventId| Happening::Undone(Undone { event });
        let mut what: Vec<Happening> = self.doubtful.iter().map(take_back).collect();
        let unasked = what.len();
        what.extend_from_slice(&asked);
        let (events, bytes) = self.lines_for(what, at, day)?;
        Ok(Attempt {
            asked,
            unasked,
            events,
            bytes,
        })
    }

    fn lines_for(
        &mut self,
        what: Vec<Happening>,
        at: Moment,
        day: Day,
    ) -> Result<(Vec<Event>, Vec<u8>), NotSaved> {
        let mut bytes = Vec::with_capacity(256 * what.len());
        let mut events = Vec::with_capacity(what.len());
        let first = self.next_id();
        for (n, mut what) in (0..).zip(what) {
            let id = EventId {
                seq: first.seq + n,
                ..first
            };
            if let Happening::MockStarted(paper) = &mut what {
                paper.mock = id;
            }
            let event = Event { id, at, day, what };
            let read_back = event_line::render(&event, &mut bytes);
            events.push(read_back.map_err(|e| NotSaved { why: e.to_string() })?);
        }
        self.next_seq = first.seq + events.len() as u32;
        Ok((events, bytes))
    }

    /// Saves lines in the journal, else in a rescue file.
    fn save(&mut self, bytes: &[u8], events: &[Event]) -> Result<(), String> {
        if self.rescue.is_none() && self.trouble.is_none() {
            match self.write_journal(bytes, events) {
                Ok(()) => return Ok(()),
                Err(why) => {
                    self.pen = None;
                    self.trouble = Some(format!("{}: {}", shown(&self.folder), reason(&why)));
                }
            }
        }
        let saved = match &mut self.rescue {
            Some(rescue) => rescue.write(bytes),
            None => Err(io::ErrorKind::NotFound.into()),
        };
        let saved = saved.or_else(|_| {
            self.rescue = None;
            // The whole session is best; where there is no room for it, the
            // journal did take what came before.
            let whole = [&self.said, bytes].concat();
            self.begin_rescue(&whole)
                .or_else(|_| self.begin_rescue(bytes))
        });
        match saved {
            Ok(()) => {
                self.coverage.appended("", 1, &[], events);
                Ok(())
            }
            Err(e) => Err(format!(
                "{}; nor can {} be written ({}): free some space or check the folder, then answer again",
                self.trouble
                    .as_deref()
                    .unwrap_or("the journal can't be written"),
                shown(&self.rescue_folder()),
                reason(&e)
            )),
        }
    }

    fn begin_rescue(&mut self, lines: &[u8]) -> io::Result<()> {
        let name = format!("{:016x}-{:08x}", self.device.id(), self.session);
        let rescue = Rescue::begin(&self.rescue_folder(), &name, lines)?;
        self.rescue = Some(rescue);
        Ok(())
    }

    fn write_journal(&mut self, bytes: &[u8], events: &[Event]) -> io::Result<()> {
        for _ in 0..3 {
            let mut pen = self.take_pen()?;
            match pen.write(bytes, self.mirror_file.as_mut()) {
                Ok(written) => {
                    let key = pen.path().file_name().map(journal_key).unwrap_or_default();
                    if written.mended {
                        let mended = [b"\n", bytes].concat();
                        self.coverage.appended(&key, written.start, &mended, events);
                    } else {
                        self.coverage.appended(&key, written.start, bytes, events);
                    }
                    self.pen = Some(pen);
                    return Ok(());
                }
                Err(Slip::Io(e)) => return Err(e),
                Err(Slip::Replaced) => self.settle_again()?,
            }
        }
        Err(io::Error::other(
            "the file is being replaced again and again",
        ))
    }

    /// The path names another file, or the file was cut: puts back what this
    /// device had written there.
    fn settle_again(&mut self) -> io::Result<()> {
        self.pen = None;
        self.mirror_file = None;
        let mut pen = self.take_pen()?;
        let missing = self.missing_from(pen.path());
        if !missing.is_empty() {
            match pen.write(&missing, None) {
                Ok(_) => {}
                Err(Slip::Io(e)) => return Err(e),
                // The next turn looks again.
                Err(Slip::Replaced) => return Ok(()),
            }
        }
        if let Some(name) = pen.path().file_name() {
            let _ = self.mirror.accept(name, pen.path());
        }
        self.pen = Some(pen);
        Ok(())
    }

    /// Appends whole lines that have their ids already.
    pub(super) fn append_raw(&mut self, lines: &[u8]) -> Result<(), String> {
        let mut pen = self.take_pen().map_err(|e| reason(&e).to_string())?;
        match pen.write(lines, None) {
            Ok(_) => {
                self.pen = Some(pen);
                Ok(())
            }
            Err(Slip::Io(e)) => Err(reason(&e).to_string()),
            Err(Slip::Replaced) => Err("the file was replaced meanwhile".into()),
        }
    }

    /// The open pen, or a new one on this device's own file; on a name of its
    /// own if that one can't be written.
    fn take_pen(&mut self) -> io::Result<Pen> {
        if let Some(pen) = self.pen.take() {
            return Ok(pen);
        }
        if self.data.is_dir() {
            fs::create_dir_all(&self.folder)?;
        }
        let usual = self.device.file_name();
        let pen = Pen::open(self.folder.join(&usual)).or_else(|e| {
            let other = usual.replace(".jsonl", &format!("-{:08x}.jsonl", self.session));
            Pen::open(self.folder.join(other)).map_err(|_| e)
        })?;
        if let Some(name) = pen.path().file_name() {
            self.mirror_file = self.mirror.open_file(name).ok();
        }
        Ok(pen)
    }

    /// Why answers go to a rescue file, if they do: one line for a banner.
    pub fn trouble(&self) -> Option<String> {
        let why = self.trouble.as_ref()?;
        Some(match &self.rescue {
            Some(rescue) => format!(
                "{why}; answers are kept in {} and join the journal at the next start",
                shown(rescue.path())
            ),
            None => format!("{why}; answers are NOT SAVED"),
        })
    }
}
