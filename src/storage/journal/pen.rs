//! The hand that appends to this device's journal file, and nothing else.
//!
//! One append is: take the lock, mend a torn last line with a line end, write,
//! sync, then look whether the path still names this very file and whether it
//! holds what was written. Sync tools rename other files over an open journal;
//! without that look, answers would go to a file that nobody can find.

use super::mirror::MirrorFile;
use super::sources::{careful, read_range};
use crate::storage::atomic::sync_folder_of;
#[cfg(target_os = "linux")]
use std::cell::Cell;
use std::fs::{self, File, Metadata, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Space kept ready past the end, so that a full disk stops nobody mid-session.
#[cfg(target_os = "linux")]
const RESERVE: u64 = 256 * 1024;

/// Why bytes weren't appended, or can't be relied upon.
pub(super) enum Slip {
    /// The system refused; what is on disk now is unknown.
    Io(io::Error),
    /// The path names another file by now, or the file lost bytes.
    Replaced,
}

impl From<io::Error> for Slip {
    fn from(e: io::Error) -> Self {
        Slip::Io(e)
    }
}

/// What an append put where.
pub(super) struct Written {
    /// The file's length before.
    pub(super) start: u64,
    /// Whether a line end had to go first.
    pub(super) mended: bool,
}

/// An open journal file.
pub(super) struct Pen {
    path: PathBuf,
    file: File,
    /// The length after our last append, which ended in `\n`.
    end: Option<u64>,
    #[cfg(target_os = "linux")]
    reserved: Cell<u64>,
}

impl Pen {
    /// Opens the file, making it if it isn't there.
    pub(super) fn open(path: PathBuf) -> io::Result<Self> {
        let new = fs::symlink_metadata(&path).is_err();
        let file = careful(OpenOptions::new().read(true).append(true).create(true)).open(&path)?;
        if !file.metadata()?.is_file() {
            return Err(io::Error::other("not a regular file"));
        }
        if new {
            sync_folder_of(&path);
        }
        Ok(Self {
            path,
            file,
            end: None,
            #[cfg(target_os = "linux")]
            reserved: Cell::new(0),
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Appends whole lines durably; the mirror follows while the lock is held.
    pub(super) fn write(
        &mut self,
        lines: &[u8],
        mirror: Option<&mut MirrorFile>,
    ) -> Result<Written, Slip> {
        let lock = Locked::patiently(&self.file);
        let start = self.file.metadata()?.len();
        if self.end.is_some_and(|end| start < end) {
            return Err(Slip::Replaced);
        }
        let mended = start > 0 && self.end != Some(start) && !self.ends_in_newline(start)?;
        #[cfg(target_os = "linux")]
        self.reserve(start + lines.len() as u64);
        let with_newline;
        let bytes = if mended {
            with_newline = [b"\n", lines].concat();
            &with_newline
        } else {
            lines
        };
        (&self.file).write_all(bytes)?;
        self.file.sync_data()?;
        let end = start + bytes.len() as u64;
        let now = self.file.metadata()?;
        let whole = now.len() == end || (now.len() > end && self.holds(start, now.len(), lines)?);
        if !whole || !is_still(&self.path, &now) {
            return Err(Slip::Replaced);
        }
        if let Some(mirror) = mirror {
            mirror.follow(&self.file, start, bytes, now.len());
        }
        self.end = Some(now.len()).filter(|len| *len == end);
        drop(lock);
        Ok(Written { start, mended })
    }

    fn ends_in_newline(&self, len: u64) -> io::Result<bool> {
        Ok(read_range(&self.file, len - 1, 1)? == b"\n")
    }

    /// Whether the bytes stand somewhere between two offsets: a writer that
    /// takes no lock may have been quicker.
    fn holds(&self, from: u64, to: u64, bytes: &[u8]) -> io::Result<bool> {
        let region = read_range(&self.file, from, to - from)?;
        Ok(region.windows(bytes.len()).any(|w| w == bytes))
    }

    #[cfg(target_os = "linux")]
    fn reserve(&self, upto: u64) {
        use nix::fcntl::{FallocateFlags, fallocate};
        if upto + RESERVE / 4 <= self.reserved.get() {
            return;
        }
        // Where the file system can't, it can't; the append itself will tell.
        if let Ok(from) = i64::try_from(upto) {
            let mode = FallocateFlags::FALLOC_FL_KEEP_SIZE;
            let _ = fallocate(&self.file, mode, from, RESERVE as i64);
        }
        self.reserved.set(upto + RESERVE);
    }
}

/// Whether the path still names the file with this metadata.
#[cfg(unix)]
fn is_still(path: &Path, file: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).is_ok_and(|there| there.dev() == file.dev() && there.ino() == file.ino())
}

#[cfg(not(unix))]
fn is_still(path: &Path, file: &Metadata) -> bool {
    fs::metadata(path).is_ok_and(|there| there.len() >= file.len())
}

/// A file lock, given back when dropped.
pub(super) struct Locked<'a>(&'a File);

impl<'a> Locked<'a> {
    /// Waits about two seconds for the lock, then goes without: a stopped
    /// program must not stop this one, and appends are whole in any case.
    pub(super) fn patiently(file: &'a File) -> Option<Self> {
        for wait in [0, 50, 100, 200, 500].into_iter().chain([1000; 2000]) {
            if wait > 0 {
                std::thread::sleep(Duration::from_micros(wait));
            }
            match file.try_lock() {
                Ok(()) => return Some(Self(file)),
                Err(TryLockError::WouldBlock) => {}
                // A file system without locks.
                Err(TryLockError::Error(_)) => return None,
            }
        }
        None
    }

    /// Takes the lock if nobody has it.
    pub(super) fn at_once(file: &'a File) -> Result<Self, TryLockError> {
        file.try_lock().map(|()| Self(file))
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}
