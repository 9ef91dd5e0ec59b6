//! What is mended when a journal is opened: lost lines come back from the
//! mirror, rescued ones come home.
//!
//! Mending is appending whole lines to this device's own file. Nothing that
//! stands in a journal file is touched, and no other device's file is written.

use super::Journal;
use super::lines::{self, Line};
use super::mirror::Verdict;
use super::pen::Locked;
use super::read::Source;
use super::report::{Healed, events, shown};
use super::rescue;
use super::sources::{self, What, careful, survey};
use crate::domain::{Moment, Text};
use crate::storage::doctor::FileCount;
use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What was mended.
#[derive(Default)]
pub(super) struct Tended {
    pub(super) healed: Vec<Healed>,
    pub(super) imported: usize,
}

/// Lines that are somewhere but not in the journal, in order of finding.
struct Lost {
    known: HashSet<Vec<u8>>,
    bytes: Vec<u8>,
}

impl Lost {
    /// Starts from what the journal holds.
    fn beside<'a>(journal: impl Iterator<Item = &'a Path>) -> Self {
        let mut lost = Self {
            known: HashSet::new(),
            bytes: Vec::new(),
        };
        for path in journal {
            lost.take(&sources::read(path).unwrap_or_default());
        }
        lost.bytes.clear();
        lost
    }

    /// Adds the sound lines that aren't known yet; says how many.
    fn take(&mut self, bytes: &[u8]) -> usize {
        let before = self.known.len();
        lines::scan(bytes, |_, line| {
            if let Line::Event(_, line) = line
                && !self.known.contains(line)
            {
                self.known.insert(line.to_vec());
                self.bytes.extend_from_slice(line);
                self.bytes.push(b'\n');
            }
        });
        self.known.len() - before
    }
}

impl Journal {
    /// Compares each file with its mirror, by its end or (`full`) line by line,
    /// restores what was lost, and takes in rescue files.
    pub(super) fn tend(&mut self, full: bool) -> Tended {
        let mut tended = Tended::default();
        self.unhealed.clear();
        let _ = fs::create_dir_all(&self.home.state);
        let mut options = OpenOptions::new();
        let lock = careful(options.append(true).create(true)).open(self.home.state.join("lock"));
        let _lock = lock.as_ref().ok().and_then(Locked::patiently);
        let Ok(found) = survey(&self.folder) else {
            // An unreadable folder isn't an empty one.
            self.unhealed = self.mirror.names();
            return tended;
        };
        let mut suspects: Vec<OsString> = Vec::new();
        for file in found.iter().filter(|f| matches!(f.what, What::File)) {
            let verdict = self.mirror.compare(&file.name, &file.path);
            if full || matches!(verdict, Ok(Verdict::Differs)) {
                suspects.push(file.name.clone());
            }
        }
        let still_there = |name: &OsString| {
            let same = found.iter().find(|f| f.name == *name);
            same.is_some_and(|f| !matches!(f.what, What::NotAFile(_)))
        };
        let gone = self.mirror.names().into_iter().filter(|n| !still_there(n));
        suspects.extend(gone);
        let rescued: Vec<(PathBuf, Vec<u8>)> = rescue::waiting(&self.rescue_folder())
            .into_iter()
            .filter_map(|path| rescue::take(&path).map(|bytes| (path, bytes)))
            .collect();
        if suspects.is_empty() && rescued.is_empty() {
            return tended;
        }

        let files = found.iter().filter(|f| matches!(f.what, What::File));
        let mut lost = Lost::beside(files.map(|f| f.path.as_path()));
        for name in &suspects {
            let copy = sources::read(&self.mirror.path_of(name)).unwrap_or_default();
            let events = lost.take(&copy);
            if events > 0 {
                let file = shown(Path::new(name));
                tended.healed.push(Healed { file, events });
            }
        }
        tended.imported = rescued.iter().map(|(_, bytes)| lost.take(bytes)).sum();
        if !lost.bytes.is_empty() && self.append_raw(&lost.bytes).is_err() {
            // They count all the same; the next start tries again.
            self.unhealed = suspects;
            return Tended::default();
        }
        for name in &suspects {
            let _ = self.mirror.accept(name, &self.folder.join(name));
        }
        if let Some(pen) = &self.pen
            && let Some(own) = pen.path().file_name()
        {
            let _ = self.mirror.compare(own, pen.path());
        }
        for (path, _) in &rescued {
            rescue::set_aside(path);
        }
        tended
    }

    /// Keeps an account of what was mended, for `doctor`.
    pub(super) fn note_mended(&self, tended: &Tended, now: Moment) {
        let when = now.local_minute();
        let mut account: String = tended
            .healed
            .iter()
            .map(|healed| format!("{when} {healed}\n"))
            .collect();
        if tended.imported > 0 {
            account += &format!(
                "{when} {} taken in from rescue files\n",
                events(tended.imported)
            );
        }
        if !account.is_empty() {
            let mut options = OpenOptions::new();
            let file = careful(options.append(true).create(true)).open(self.account());
            // An account that can't be kept stops nobody.
            let _ = file.and_then(|mut f| f.write_all(account.as_bytes()));
        }
    }

    /// What was mended so far, a line each, oldest first; the last hundred.
    pub(in crate::storage) fn mended_before(&self) -> Vec<Text> {
        let bytes = sources::read(&self.account()).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<&str> = text.lines().collect();
        let from = lines.len().saturating_sub(100);
        lines[from..].iter().map(Text::new).collect()
    }

    fn account(&self) -> PathBuf {
        self.home.state.join("mended.log")
    }

    /// What each file that is read holds.
    pub(in crate::storage) fn census(&self) -> Vec<FileCount> {
        let count = |source: Source| {
            let bytes = sources::read(&source.path).unwrap_or_default();
            let (mut events, mut damaged) = (0, 0);
            lines::scan(&bytes, |_, line| match line {
                Line::Event(..) => events += 1,
                Line::Damaged(_) => damaged += 1,
                Line::ConflictMarker => {}
            });
            FileCount {
                file: source.shown,
                bytes: bytes.len() as u64,
                events,
                damaged,
            }
        };
        self.sources().0.into_iter().map(count).collect()
    }

    /// Brings back lines from files outside the journal; says how many.
    pub(super) fn bring_back(&mut self, files: &[PathBuf]) -> Result<usize, String> {
        let found = survey(&self.folder).map_err(|e| e.to_string())?;
        let mut lost = Lost::beside(found.iter().map(|f| f.path.as_path()));
        let events = files
            .iter()
            .map(|path| lost.take(&sources::read(path).unwrap_or_default()))
            .sum();
        if !lost.bytes.is_empty() {
            self.append_raw(&lost.bytes)?;
        }
        Ok(events)
    }

    /// What an open file that changed under us no longer holds of what this
    /// device put there.
    pub(super) fn missing_from(&self, path: &Path) -> Vec<u8> {
        let mut lost = Lost::beside(std::iter::once(path));
        if let Some(name) = path.file_name() {
            let copy = sources::read(&self.mirror.path_of(name));
            lost.take(&copy.unwrap_or_default());
        }
        lost.take(&self.said);
        lost.bytes
    }
}
