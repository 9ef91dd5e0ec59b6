//! A cache of what was folded from the journal, so that starting is quick.
//!
//! Valid for one mark of the journal and one version of whatever folds it.
//! Deleting it changes nothing; one that is damaged or of another version is
//! passed over.
//!
//! The format (postcard) names no fields, so a state's types must not leave any
//! out (`skip_serializing_if`): such a state would read back wrong. Keep types
//! of their own for a snapshot rather than events.

use super::atomic;
use super::journal::Mark;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::Path;

/// Changes when the layout of this file does.
const MAGIC: &[u8; 8] = b"crmlsnp1";

#[derive(Serialize, Deserialize)]
struct Head {
    version: u64,
    mark: Mark,
}

/// Keeps a state that was folded up to a mark. `version` stands for all else
/// that the state depends on: the program's version, decks, aliases.
///
/// # Errors
/// The system's; the last snapshot then still stands.
pub fn save<T: Serialize>(path: &Path, version: u64, mark: &Mark, state: &T) -> io::Result<()> {
    let mark = mark.clone();
    let mut bytes = MAGIC.to_vec();
    bytes.extend([0; 4]);
    bytes = postcard::to_extend(&Head { version, mark }, bytes).map_err(io::Error::other)?;
    bytes = postcard::to_extend(state, bytes).map_err(io::Error::other)?;
    let crc = crc32fast::hash(&bytes[12..]);
    bytes[8..12].copy_from_slice(&crc.to_le_bytes());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    atomic::write(path, &bytes)
}

/// The state and its mark, if there is a sound snapshot of this version. It
/// still has to be asked of the journal what happened since the mark.
pub fn load<T: DeserializeOwned>(path: &Path, version: u64) -> Option<(Mark, T)> {
    let bytes = fs::read(path).ok()?;
    let (magic, rest) = bytes.split_first_chunk::<8>()?;
    let (crc, body) = rest.split_first_chunk::<4>()?;
    if magic != MAGIC || u32::from_le_bytes(*crc) != crc32fast::hash(body) {
        return None;
    }
    let (head, state) = postcard::take_from_bytes::<Head>(body).ok()?;
    if head.version != version {
        return None;
    }
    Some((head.mark, postcard::from_bytes(state).ok()?))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_snapshot_reads_back_only_as_it_was_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/er/snapshot");
        let state = vec![(1u32, "one".to_owned()), (2, "two".to_owned())];
        save(&path, 3, &Mark::default(), &state).unwrap();
        let back: Option<(Mark, Vec<(u32, String)>)> = load(&path, 3);
        assert_eq!(back, Some((Mark::default(), state)));
        assert!(load::<Vec<(u32, String)>>(&path, 4).is_none());
        let whole = fs::read(&path).unwrap();
        for i in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[i] ^= 1;
            fs::write(&path, &damaged).unwrap();
            assert!(load::<Vec<(u32, String)>>(&path, 3).is_none(), "byte {i}");
            fs::write(&path, &whole[..i]).unwrap();
            assert!(load::<Vec<(u32, String)>>(&path, 3).is_none(), "cut at {i}");
        }
    }
}
