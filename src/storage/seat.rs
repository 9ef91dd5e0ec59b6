//! Who sits the open paper: one program on this machine at a time.
//!
//! Two terminals at one exam would each write over the other's answers unseen.
//! A lock is held while a paper is on the table; the system lets it go with
//! the program, however that ends, so nothing is left behind by a kill.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

/// The lock, held until it is dropped.
#[derive(Debug)]
pub struct Seat {
    /// None where files can't be locked: then nobody is refused.
    _held: Option<File>,
}

impl Seat {
    /// Takes the seat by a lock on `path`; none if another program has it.
    pub fn take(path: &Path) -> Option<Self> {
        let mut options = OpenOptions::new();
        let options = options.create(true).truncate(false).write(true);
        let Ok(file) = options.open(path) else {
            return Some(Self { _held: None });
        };
        match file.try_lock() {
            Ok(()) => Some(Self { _held: Some(file) }),
            Err(TryLockError::WouldBlock) => None,
            Err(TryLockError::Error(_)) => Some(Self { _held: None }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sits_at_a_time_and_the_next_when_it_has_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("mock.lock");
        let first = Seat::take(&path);
        assert!(first.is_some());
        assert!(Seat::take(&path).is_none());
        drop(first);
        assert!(Seat::take(&path).is_some());
    }

    #[test]
    fn where_nothing_can_be_locked_nobody_is_refused() {
        let path = Path::new("/nowhere/at/all/mock.lock");
        assert!(Seat::take(path).is_some());
        assert!(Seat::take(path).is_some());
    }
}
