//! The library's index: what is in all decks, without their wording.
//!
//! Parsing 5 MB of JSON takes longer than a whole start may, so what the parse
//! found is kept in a cache folder: valid for one binary (whose built-in decks
//! and types it describes) and for files of the same names, lengths and
//! checksums. Anything else means parsing anew. Deleting the cache changes
//! nothing.

use super::atomic;
use super::deck_file::Span;
use super::read_file::{Unreadable, open_regular};
use crate::domain::{Catalogue, Problem};
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::io::Read;
use std::path::{Path, PathBuf};

const MAGIC: &[u8; 16] = b"cramless-index2\n";

/// More than any index of sane decks takes.
const MAX_INDEX: u64 = 512 * 1024 * 1024;

/// What an index is valid for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Key {
    /// Identity of the running binary.
    pub(super) binary: String,
    /// Names and lengths of the built-in files.
    pub(super) builtins: Vec<(String, u64)>,
    /// The folder of the person's decks.
    pub(super) folder: Vec<u8>,
    /// Its files in order.
    pub(super) files: Vec<FileKey>,
}

/// One file's part of the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FileKey {
    pub(super) name: Vec<u8>,
    /// Length and CRC-32, or why it can't be read.
    pub(super) state: Result<(u64, u32), String>,
}

/// Where a deck's text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Home {
    /// Number in the list of built-in decks.
    Builtin(u32),
    /// Number in the key's list of files.
    File(u32),
    /// In no file: made while the program runs.
    Made,
}

/// What the parse found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Index {
    pub(super) catalogue: Catalogue,
    /// By deck.
    pub(super) homes: Vec<Home>,
    /// By card.
    pub(super) spans: Vec<Span>,
    /// The person's blueprints: number of the file, and its bytes.
    pub(super) blueprints: Vec<(u32, Vec<u8>)>,
    pub(super) problems: Vec<Problem>,
}

impl Key {
    pub(super) fn of_file(name: &OsString, state: &Result<(u64, u32), Unreadable>) -> FileKey {
        FileKey {
            name: name.as_encoded_bytes().to_vec(),
            state: state.clone().map_err(|e| e.message),
        }
    }

    /// The cache's file; each folder of decks has its own.
    pub(super) fn path(&self, cache: &Path) -> PathBuf {
        cache.join(format!("decks-{:08x}.idx", crc32fast::hash(&self.folder)))
    }
}

/// Length and CRC-32 of a regular file of at most `cap` bytes, read in pieces.
pub(super) fn checksum(path: &Path, cap: u64) -> Result<(u64, u32), Unreadable> {
    let (file, meta) = open_regular(path)?;
    let mut crc = crc32fast::Hasher::new();
    let mut len = 0_u64;
    let mut piece = vec![0; 64 * 1024];
    let mut file = file.take(cap.saturating_add(1));
    loop {
        match file.read(&mut piece) {
            Ok(0) => break,
            Ok(n) => {
                crc.update(&piece[..n]);
                len += n as u64;
            }
            Err(e) if e.kind() == std::io::ErrorKind::Interrupted => {}
            Err(e) => return Err(Unreadable::from_io(path, &e)),
        }
    }
    if len > cap {
        return Err(Unreadable::too_large(meta.len().max(len), cap));
    }
    Ok((len, crc.finalize()))
}

/// The index, if the cache has one for this key.
pub(super) fn load(cache: &Path, key: &Key) -> Option<Index> {
    let bytes = super::read_file::read_regular(&key.path(cache), MAX_INDEX).ok()?;
    let body = bytes.strip_prefix(MAGIC)?;
    let (crc, body) = body.split_first_chunk::<4>()?;
    if crc32fast::hash(body) != u32::from_le_bytes(*crc) {
        return None;
    }
    let (stored, rest) = postcard::take_from_bytes::<Key>(body).ok()?;
    if stored != *key {
        return None;
    }
    let index: Index = postcard::from_bytes(rest).ok()?;
    index.fits(key).then_some(index)
}

/// Keeps the index. A cache that can't be written is only a slower start.
pub(super) fn save(cache: &Path, key: &Key, index: &Index) {
    let body = postcard::to_stdvec(key).and_then(|head| postcard::to_extend(index, head));
    if let Ok(body) = body {
        let crc = crc32fast::hash(&body).to_le_bytes();
        let bytes = [&MAGIC[..], &crc, &body].concat();
        let _ =
            std::fs::create_dir_all(cache).and_then(|()| atomic::write(&key.path(cache), &bytes));
    }
}

impl Index {
    /// Whether its parts fit together, so that nothing is out of range later.
    fn fits(&self, key: &Key) -> bool {
        let c = &self.catalogue;
        let decks = c.decks.len();
        self.homes.len() == decks
            && self.spans.len() == c.len()
            && c.entries.iter().all(|e| usize::from(e.deck) < decks)
            && self.homes.iter().all(|home| match *home {
                Home::Made => false,
                Home::Builtin(i) => (i as usize) < key.builtins.len(),
                Home::File(i) => (i as usize) < key.files.len(),
            })
            && self
                .blueprints
                .iter()
                .all(|(i, _)| (*i as usize) < key.files.len())
    }
}
