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
//! ```

mod clocks;
mod device;
mod home;
mod lines;
mod mirror;
mod pen;
mod read;
mod report;
mod rescue;
mod sources;
mod tend;
#[cfg(test)]
pub(crate) mod tests_support;

pub use clocks::{Clocks, FAR_AHEAD_MS};
pub use read::{Mark, Since};
pub use report::{CantOpen, Healed, NotSaved, Oddity, Problem, Report, Vanished};

use self::device::Device;
use self::home::Home;
use self::mirror::{Mirror, MirrorFile};
use self::pen::{Pen, Slip};
use self::read::Source;
use self::report::{reason, shown};
use self::rescue::Rescue;
use self::sources::What;
use super::event_line;
use super::places::Places;
use crate::domain::{CardRef, Day, Event, EventId, Happening, Moment, Text};
use std::ffi::OsString;
use std::fs;
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
    pending: Option<(Vec<Happening>, Vec<Event>, Vec<u8>)>,
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
            coverage: read::Coverage::default(),
            unhealed: Vec::new(),
            problems: Vec::new(),
            trouble: None,
        };
        let tended = journal.tend(false);
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

    /// All events in order, each once. What can't be used is in
    /// [`Journal::problems`] then.
    pub fn read_all(&mut self) -> Vec<Event> {
        match self.read_since(&Mark::default()) {
            Since::Appended(events) => events,
            Since::Changed => Vec::new(),
        }
    }

    /// The events after a mark, if all that happened since is that events were
    /// appended which come after those before the mark.
    pub fn read_since(&mut self, mark: &Mark) -> Since {
        let (sources, mut problems) = self.sources();
        let Some(reading) = read::read_since(&sources, mark) else {
            return Since::Changed;
        };
        problems.extend(reading.problems);
        self.coverage = reading.coverage;
        for id in &reading.clones {
            let what = Oddity::Cloned {
                device: id.device,
                ours: false,
            };
            let problem = whole_file(file_of(id.device), what);
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
        self.problems = problems;
        if self.is_cloned(&reading.events, &reading.clones) {
            self.change_device();
        }
        Since::Appended(reading.events)
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
        let (what, events, bytes) = match self.pending.take() {
            // Its first try may have reached the disk: under the same id it
            // counts once wherever it got to.
            Some(pending) if pending.0 == what => pending,
            _ => {
                let (events, bytes) = self.lines_for(&what, at, day)?;
                (what, events, bytes)
            }
        };
        match self.save(&bytes, &events) {
            Ok(()) => {
                self.said.extend_from_slice(&bytes);
                Ok(events)
            }
            Err(why) => {
                self.pending = Some((what, events, bytes));
                Err(NotSaved { why })
            }
        }
    }

    fn lines_for(
        &mut self,
        what: &[Happening],
        at: Moment,
        day: Day,
    ) -> Result<(Vec<Event>, Vec<u8>), NotSaved> {
        let mut bytes = Vec::with_capacity(256 * what.len());
        let mut events = Vec::with_capacity(what.len());
        let first = self.next_id();
        for (n, what) in (0..).zip(what) {
            let id = EventId {
                seq: first.seq + n,
                ..first
            };
            let mut what = what.clone();
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
            let name = format!("{:016x}-{:08x}", self.device.id(), self.session);
            let lines = [&self.said, bytes].concat();
            Rescue::begin(&self.rescue_folder(), &name, &lines).map(|r| self.rescue = Some(r))
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
    fn append_raw(&mut self, lines: &[u8]) -> Result<(), String> {
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

    /// What was odd at the last reading.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
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

    /// This device's id.
    pub fn device(&self) -> u64 {
        self.device.id()
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
    pub fn verify(&mut self) -> Vec<Healed> {
        self.tend(true).healed
    }

    fn rescue_folder(&self) -> PathBuf {
        self.home.state.join("rescue")
    }

    /// The files to read: the journals, or their mirrors where a journal can't
    /// be read now, and what waits to be taken in.
    fn sources(&self) -> (Vec<Source>, Vec<Problem>) {
        let mut sources = Vec::new();
        let mut problems = Vec::new();
        let mut from_mirror = self.unhealed.clone();
        match sources::survey(&self.folder) {
            Ok(found) => {
                for file in found {
                    let name = shown(Path::new(&file.name));
                    let odd = match file.what {
                        What::File => {
                            let (key, path) = (journal_key(&file.name), file.path);
                            let shown = name;
                            sources.push(Source { key, path, shown });
                            continue;
                        }
                        What::NotDownloaded => Oddity::NotDownloaded,
                        What::NotAFile(what) => Oddity::NotAFile(what),
                        What::Unreadable(e) => Oddity::Unreadable(reason(&e)),
                    };
                    problems.push(whole_file(name, odd));
                    from_mirror.push(file.name);
                }
            }
            Err(e) => {
                problems.push(whole_file(
                    shown(&self.folder),
                    Oddity::Unreadable(reason(&e)),
                ));
                from_mirror = self.mirror.names();
            }
        }
        from_mirror.sort();
        from_mirror.dedup();
        for name in from_mirror {
            let path = self.mirror.path_of(&name);
            if path.exists() {
                sources.push(Source {
                    key: format!("mirror/{}", name.to_string_lossy()),
                    shown: shown(&path),
                    path,
                });
            }
        }
        for path in rescue::waiting(&self.rescue_folder()) {
            sources.push(Source {
                key: format!("rescue/{}", path.to_string_lossy()),
                shown: shown(&path),
                path,
            });
        }
        (sources, problems)
    }

    /// Whether a second machine writes under this device's id: it ran a
    /// session that this machine never did, or used a number twice.
    fn is_cloned(&mut self, events: &[Event], clones: &[EventId]) -> bool {
        let own = self.device.id();
        let mut last = self.session;
        let foreign = events.iter().any(|e| {
            let id = e.id;
            let new = id.device == own && id.session != last && id.session != self.session;
            if new {
                last = id.session;
            }
            new && !self.device.ran(id.session)
        });
        foreign || clones.iter().any(|id| id.device == own)
    }

    fn change_device(&mut self) {
        let old = self.device.id();
        let fresh = device::scatter(self.fresh.device ^ u64::from(self.fresh.session));
        if self.device.rotate(fresh).is_err() {
            return;
        }
        self.session = self.device.free_session(self.session);
        self.registered = false;
        self.pen = None;
        self.mirror_file = None;
        let of_old = |p: &Problem| matches!(p.what, Oddity::Cloned { device, .. } if device == old);
        self.problems.retain(|p| !of_old(p));
        let what = Oddity::Cloned {
            device: old,
            ours: true,
        };
        self.problems.push(whole_file(file_of(old), what));
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

    /// Devices whose clock was more than a day ahead, or before this program
    /// existed, by what was read so far.
    pub fn wrong_clocks(&self, now: Moment) -> Vec<Problem> {
        let wrong = self.coverage.clocks.wrong(now).into_iter();
        wrong
            .map(|(device, at)| {
                let (utc_ms, offset_min) = (at, 0);
                let day = Moment { utc_ms, offset_min }.study_day();
                whole_file(file_of(device), Oddity::ClockWrong { device, day })
            })
            .collect()
    }
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
