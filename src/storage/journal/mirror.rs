//! This machine's own copy of every journal file it has seen.
//!
//! A file that a sync tool or a person cut at a line end looks perfectly sound;
//! only memory tells that it was longer. The mirror is that memory: a byte copy
//! of each file, kept in the state folder. Its length is the high-water mark.
//! It is never synced to disk on purpose: what a power cut takes from it, the
//! journal itself still has.

use super::pen::Locked;
use super::sources::{self, read_range};
use crate::storage::atomic;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How much of a file's end tells it from another.
pub(super) const TAIL: u64 = 4096;

/// The folder of copies.
pub(super) struct Mirror {
    folder: PathBuf,
}

/// How a journal file compares with its copy.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The copy was a beginning of it, and is whole now.
    Kept,
    /// It lost bytes, or other bytes stand where the copy ends.
    Differs,
}

impl Mirror {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(super) fn path_of(&self, name: &OsStr) -> PathBuf {
        self.folder.join(name)
    }

    /// The names of all copies.
    pub(super) fn names(&self) -> Vec<OsString> {
        let found = sources::survey(&self.folder).unwrap_or_default();
        found.into_iter().map(|f| f.name).collect()
    }

    /// Opens the copy that the running session keeps up to date.
    pub(super) fn open_file(&self, name: &OsStr) -> io::Result<MirrorFile> {
        fs::create_dir_all(&self.folder)?;
        MirrorFile::open(self.path_of(name))
    }

    /// Compares a journal file with its copy, by the copy's last bytes, and
    /// brings the copy up to date if the file only grew.
    pub(super) fn compare(&self, name: &OsStr, journal: &Path) -> io::Result<Verdict> {
        let copy = self.open_file(name)?;
        let lock = copy.file.try_clone()?;
        let _lock = Locked::patiently(&lock);
        let (file, len) = sources::open(journal)?;
        let kept = copy.file.metadata()?.len();
        if kept > len || tail(&copy.file, kept)? != tail(&file, kept)? {
            return Ok(Verdict::Differs);
        }
        if kept < len {
            copy.copy_on(&file, kept, len)?;
        }
        Ok(Verdict::Kept)
    }

    /// Takes the file as it is now for the truth, once nothing that the old
    /// copy held is missing elsewhere. A file that is gone needs no copy.
    pub(super) fn accept(&self, name: &OsStr, journal: &Path) -> io::Result<()> {
        match sources::read(journal) {
            Ok(bytes) => atomic::write(&self.path_of(name), &bytes),
            Err(e) if e.kind() == io::ErrorKind::NotFound => fs::remove_file(self.path_of(name)),
            Err(e) => Err(e),
        }
    }
}

/// The last bytes before an offset.
pub(super) fn tail(file: &File, upto: u64) -> io::Result<Vec<u8>> {
    let len = upto.min(TAIL);
    read_range(file, upto - len, len)
}

/// One copy, open.
pub(super) struct MirrorFile {
    path: PathBuf,
    file: File,
}

impl MirrorFile {
    fn open(path: PathBuf) -> io::Result<Self> {
        let file = sources::careful(OpenOptions::new().read(true).append(true).create(true))
            .open(&path)?;
        Ok(Self { path, file })
    }

    /// Follows an append to the journal file. A failure only means that less
    /// could be healed later, so it stops nobody.
    pub(super) fn follow(&mut self, journal: &File, start: u64, bytes: &[u8], end: u64) {
        let _ = self.try_follow(journal, start, bytes, end);
    }

    fn try_follow(&mut self, journal: &File, start: u64, bytes: &[u8], end: u64) -> io::Result<()> {
        if !self.is_linked()? {
            *self = Self::open(self.path.clone())?;
        }
        let lock = Locked::patiently(&self.file);
        let kept = self.file.metadata()?.len();
        if kept == start && end == start + bytes.len() as u64 {
            (&self.file).write_all(bytes)?;
        } else if kept < end {
            self.copy_on(journal, kept, end)?;
        }
        drop(lock);
        Ok(())
    }

    fn copy_on(&self, journal: &File, from: u64, to: u64) -> io::Result<()> {
        let mut at = from;
        while at < to {
            let bytes = read_range(journal, at, (to - at).min(1 << 20))?;
            if bytes.is_empty() {
                break;
            }
            (&self.file).write_all(&bytes)?;
            at += bytes.len() as u64;
        }
        Ok(())
    }

    /// False once another process put a new copy in this one's place.
    #[cfg(unix)]
    fn is_linked(&self) -> io::Result<bool> {
        use std::os::unix::fs::MetadataExt;
        Ok(self.file.metadata()?.nlink() > 0)
    }

    #[cfg(not(unix))]
    fn is_linked(&self) -> io::Result<bool> {
        Ok(self.path.exists())
    }
}
