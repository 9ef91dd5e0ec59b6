//! Where answers go when the journal can't take them.
//!
//! After a failed write or sync nothing about that file can be trusted, not
//! even a sync that then succeeds. The session's lines go to a new file in the
//! state folder instead, and from there into the journal at the next start.

use super::pen::Locked;
use super::sources::{self, careful};
use crate::storage::atomic::sync_folder_of;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A rescue file being written. It stays locked as long as its writer lives,
/// so that nobody takes it for finished.
pub(super) struct Rescue {
    file: File,
    path: PathBuf,
    len: u64,
}

impl Rescue {
    /// Starts a file that doesn't exist yet with these lines.
    pub(super) fn begin(folder: &Path, name: &str, lines: &[u8]) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        let (file, path) = create_new(folder, name)?;
        // Without locks the worst is that lines are imported twice.
        let _ = file.try_lock();
        let mut rescue = Self { file, path, len: 0 };
        let written = rescue.write(lines).and_then(|()| rescue.file.sync_all());
        if let Err(e) = written {
            // Nobody was told that anything in it is saved.
            let _ = fs::remove_file(&rescue.path);
            return Err(e);
        }
        sync_folder_of(&rescue.path);
        Ok(rescue)
    }

    /// Appends lines durably.
    pub(super) fn write(&mut self, lines: &[u8]) -> io::Result<()> {
        (&self.file).write_all(lines)?;
        self.file.sync_data()?;
        self.len += lines.len() as u64;
        let there = fs::metadata(&self.path)?;
        if there.len() != self.len {
            return Err(io::Error::other("the rescue file changed under us"));
        }
        Ok(())
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

fn create_new(folder: &Path, name: &str) -> io::Result<(File, PathBuf)> {
    let mut n = 1;
    loop {
        let path = folder.join(format!("{name}-{n}.jsonl"));
        let mut options = OpenOptions::new();
        let attempt = careful(options.read(true).append(true).create_new(true)).open(&path);
        match attempt {
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && n < 1000 => n += 1,
            other => return other.map(|file| (file, path)),
        }
    }
}

/// The rescue files that wait for the journal.
pub(super) fn waiting(folder: &Path) -> Vec<PathBuf> {
    let found = sources::survey(folder).unwrap_or_default();
    found.into_iter().map(|f| f.path).collect()
}

/// A rescue file's content, if its writer is done with it.
pub(super) fn take(path: &Path) -> Option<Vec<u8>> {
    let (file, _) = sources::open(path).ok()?;
    match Locked::at_once(&file) {
        Err(TryLockError::WouldBlock) => None,
        _ => sources::read(path).ok(),
    }
}

/// Sets a rescue file aside whose lines are all in the journal now.
pub(super) fn set_aside(path: &Path) {
    let mut done = path.as_os_str().to_owned();
    done.push(".imported");
    let _ = fs::rename(path, PathBuf::from(done));
}
