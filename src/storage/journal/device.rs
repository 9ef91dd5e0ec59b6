//! Which machine this is, and which runs of the program it remembers.
//!
//! The id lives in the state folder. When that folder is cloned with the
//! machine, two machines write under one id; the list of sessions that this
//! one ran gives it away, and the id is changed.

use super::pen::Locked;
use super::sources;
use crate::storage::atomic;
use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// This machine.
pub(super) struct Device {
    id: u64,
    state: PathBuf,
    /// What this machine ran under this id.
    sessions: HashSet<u32>,
}

impl Device {
    /// Reads the id, or takes the fresh one. An id that can't be kept is
    /// still good for this run; the error says why.
    pub(super) fn open(state: &Path, fresh: u64) -> (Self, Option<io::Error>) {
        let path = state.join("device");
        let mut failed = None;
        let id = read_id(&path).unwrap_or_else(|| {
            let line = format!("{fresh:016x}\n");
            let kept = atomic::create_if_absent(&path, line.as_bytes()).and_then(|made| {
                match made || read_id(&path).is_some() {
                    true => Ok(()),
                    // What is there is no id.
                    false => atomic::write(&path, line.as_bytes()),
                }
            });
            failed = kept.err();
            read_id(&path).unwrap_or(fresh)
        });
        let mut device = Self {
            id,
            state: state.to_owned(),
            sessions: HashSet::new(),
        };
        device.reload();
        (device, failed)
    }

    pub(super) fn id(&self) -> u64 {
        self.id
    }

    /// The file that this device writes.
    pub(super) fn file_name(&self) -> String {
        format!("{:016x}.jsonl", self.id)
    }

    fn sessions_path(&self) -> PathBuf {
        self.state.join(format!("sessions-{:016x}", self.id))
    }

    fn reload(&mut self) {
        let bytes = sources::read(&self.sessions_path()).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let known = text.lines().filter_map(|l| u32::from_str_radix(l, 16).ok());
        self.sessions.extend(known);
    }

    /// A session number that this device hasn't used: the wanted one if free.
    pub(super) fn free_session(&self, wanted: u32) -> u32 {
        let mut session = wanted;
        while self.sessions.contains(&session) {
            session = session.wrapping_add(1);
        }
        session
    }

    /// Enters the session into the list, under another number if a second
    /// process was quicker with this one.
    pub(super) fn register(&mut self, wanted: u32) -> u32 {
        let mut options = OpenOptions::new();
        let file = sources::careful(options.read(true).append(true).create(true))
            .open(self.sessions_path());
        let Ok(file) = file else {
            // Without a list the id may be changed once too often; no harm.
            self.sessions.insert(wanted);
            return wanted;
        };
        let _lock = Locked::patiently(&file);
        self.reload();
        let session = self.free_session(wanted);
        let line = format!("{session:08x}\n");
        let written = (&file).write_all(line.as_bytes());
        let _ = written.and_then(|()| file.sync_data());
        self.sessions.insert(session);
        session
    }

    /// Whether this machine ran that session of its own id.
    pub(super) fn ran(&mut self, session: u32) -> bool {
        if !self.sessions.contains(&session) {
            self.reload();
        }
        self.sessions.contains(&session)
    }

    /// Takes another id, since a second machine has this one.
    pub(super) fn rotate(&mut self, fresh: u64) -> io::Result<()> {
        let mut id = fresh;
        while id == self.id || self.state.join(format!("sessions-{id:016x}")).exists() {
            id = scatter(id.wrapping_add(1));
        }
        atomic::write(
            &self.state.join("device"),
            format!("{id:016x}\n").as_bytes(),
        )?;
        self.id = id;
        self.sessions.clear();
        Ok(())
    }
}

/// Reads 16 hexadecimal digits from a small file.
pub(super) fn read_id(path: &Path) -> Option<u64> {
    let meta = fs::metadata(path).ok()?;
    if !meta.is_file() || meta.len() > 64 {
        return None;
    }
    let bytes = sources::read(path).ok()?;
    let text = std::str::from_utf8(&bytes).ok()?;
    let text = text.trim_start_matches('\u{feff}').trim();
    (text.len() == 16)
        .then(|| u64::from_str_radix(text, 16).ok())
        .flatten()
}

/// One number spread over all 64 bits (SplitMix64's finaliser).
pub(super) fn scatter(n: u64) -> u64 {
    let z = n.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_id_stays_and_sessions_never_repeat() {
        let state = tempfile::tempdir().unwrap();
        let (mut first, failed) = Device::open(state.path(), 7);
        assert!(failed.is_none());
        assert_eq!(first.register(5), 5);
        let (mut second, _) = Device::open(state.path(), 8);
        assert_eq!(second.id(), 7);
        assert_eq!(second.free_session(5), 6);
        assert_eq!(second.register(5), 6);
        assert!(first.ran(6), "the list is read again before crying clone");
        assert!(!first.ran(99));
    }

    #[test]
    fn rubbish_in_the_id_file_is_replaced() {
        let state = tempfile::tempdir().unwrap();
        fs::write(state.path().join("device"), "<<<<<<< HEAD\n").unwrap();
        let (device, failed) = Device::open(state.path(), 7);
        assert!(failed.is_none());
        assert_eq!(device.id(), 7);
        assert_eq!(read_id(&state.path().join("device")), Some(7));
    }

    #[test]
    fn a_rotated_id_is_new_and_kept() {
        let state = tempfile::tempdir().unwrap();
        let (mut device, _) = Device::open(state.path(), 7);
        device.register(1);
        device.rotate(7).unwrap();
        assert_ne!(device.id(), 7);
        let (again, _) = Device::open(state.path(), 9);
        assert_eq!(again.id(), device.id());
    }
}
