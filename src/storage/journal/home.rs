//! Which library a data folder holds, and what this machine remembers of it.
//!
//! A library has an id, kept in its folder; the state folder remembers which
//! path held which library. So a folder that moved keeps its mirror, a copied
//! folder gets its own, and a folder that was made anew isn't filled with old
//! answers behind anyone's back: they are offered.

use super::device::{read_id, scatter};
use super::lines::{self, Line};
use super::sources;
use crate::domain::{EventId, Moment};
use crate::storage::atomic;
use crate::storage::places::Places;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const GIT_ATTRIBUTES: &str = "*.jsonl -text merge=union\n";

/// A library's place on this machine.
pub(super) struct Home {
    /// The library's id.
    pub(super) library: u64,
    /// This machine's folder for it.
    pub(super) state: PathBuf,
    /// Libraries that were at this path and are gone.
    pub(super) gone: Vec<Gone>,
    root: PathBuf,
    path: String,
}

/// A library that vanished from its path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Gone {
    key: String,
    pub(super) events: usize,
    pub(super) last: Option<Moment>,
}

#[derive(Default, Serialize, Deserialize)]
struct Registry {
    folders: Vec<Entry>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Entry {
    path: String,
    library: String,
    key: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    gone: Vec<Gone>,
}

impl Home {
    /// Makes the data folder if need be and finds out which library it is.
    /// The second error is about the state folder: without it the journal
    /// works, but nothing can be healed.
    pub(super) fn settle(places: &Places, fresh: u64) -> io::Result<(Self, Option<io::Error>)> {
        if !places.data.is_dir() {
            fs::create_dir_all(&places.data)?;
            atomic::sync_folder_of(&places.data);
        }
        // If this fails, so will appending, which then says so.
        let _ = fs::create_dir_all(places.journals());
        let path = path_key(&places.data);
        let mut registry = Registry::load(&places.state);
        let known = registry.folders.iter().find(|e| e.path == path).cloned();
        let id_path = places.data.join("library-id");
        let on_disk = read_id(&id_path);
        let any = || sources::survey(&places.journals()).is_ok_and(|found| !found.is_empty());
        let known_id = known
            .as_ref()
            .and_then(|k| u64::from_str_radix(&k.library, 16).ok());
        let library = match (on_disk, known_id) {
            (Some(id), _) => id,
            (None, Some(id)) if any() => write_id(&id_path, id),
            (None, _) => {
                let mut id = scatter(fresh);
                while places.state.join(hex(id)).exists() {
                    id = scatter(id);
                }
                write_id(&id_path, id)
            }
        };
        // A file of the person's own stays as it is.
        let _ = atomic::create_if_absent(
            &places.data.join(".gitattributes"),
            GIT_ATTRIBUTES.as_bytes(),
        );
        let entry = match known {
            Some(entry) if entry.library == hex(library) => entry,
            known => registry.enter(&path, library, known, places),
        };
        let state = places.state.join(&entry.key);
        let failed = registry.keep(&places.state, &entry, &state).err();
        let home = Self {
            library,
            state,
            gone: entry.gone,
            root: places.state.clone(),
            path,
        };
        Ok((home, failed))
    }

    /// Files with the lines of what vanished.
    pub(super) fn gone_files(&self) -> Vec<PathBuf> {
        let keys = self.gone.iter().map(|g| self.root.join(&g.key));
        keys.flat_map(|folder| files_of(&folder)).collect()
    }

    /// Offers nothing more; the files stay where they are.
    pub(super) fn forget_gone(&mut self) -> io::Result<()> {
        self.gone.clear();
        let mut registry = Registry::load(&self.root);
        for entry in registry.folders.iter_mut().filter(|e| e.path == self.path) {
            entry.gone.clear();
        }
        registry.save(&self.root)
    }
}

impl Registry {
    fn load(root: &Path) -> Self {
        let bytes = sources::read(&root.join("folders.json")).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    fn save(&self, root: &Path) -> io::Result<()> {
        let bytes = serde_json::to_vec_pretty(self).map_err(io::Error::other)?;
        atomic::write(&root.join("folders.json"), &bytes)
    }

    /// A library at a path where it wasn't before.
    fn enter(&self, path: &str, library: u64, before: Option<Entry>, places: &Places) -> Entry {
        let library = hex(library);
        let same = |e: &&Entry| e.library == library && e.path != path;
        let elsewhere = self.folders.iter().find(same);
        let key = match elsewhere {
            // Still there: this folder is a copy, with answers of its own.
            Some(other)
                if read_id(&Path::new(&other.path).join("library-id")).map(hex)
                    == Some(library.clone()) =>
            {
                format!("{library}-{:08x}", crc32fast::hash(path.as_bytes()))
            }
            Some(moved) => moved.key.clone(),
            None => library.clone(),
        };
        let mut gone = Vec::new();
        if let Some(before) = before {
            gone = before.gone;
            let lost = count_lost(&places.state.join(&before.key), &places.journals());
            gone.extend(lost.map(|(events, last)| Gone {
                key: before.key,
                events,
                last,
            }));
        }
        Entry {
            path: path.to_owned(),
            library,
            key,
            gone,
        }
    }

    fn keep(&mut self, root: &Path, entry: &Entry, state: &Path) -> io::Result<()> {
        fs::create_dir_all(state)?;
        if self.folders.contains(entry) {
            return Ok(());
        }
        self.folders
            .retain(|e| e.path != entry.path && e.key != entry.key);
        self.folders.push(entry.clone());
        self.save(root)
    }
}

/// How many events of a library's memory aren't in the journals, and the last.
fn count_lost(state: &Path, journals: &Path) -> Option<(usize, Option<Moment>)> {
    let mut present = HashSet::new();
    for found in sources::survey(journals).unwrap_or_default() {
        each_event(&found.path, |id, _| {
            present.insert(id);
        });
    }
    let mut lost = HashSet::new();
    let mut last: Option<Moment> = None;
    for path in files_of(state) {
        each_event(&path, |id, at| {
            if !present.contains(&id) && lost.insert(id) {
                last = last.max(Some(at));
            }
        });
    }
    (!lost.is_empty()).then_some((lost.len(), last))
}

fn each_event(path: &Path, mut each: impl FnMut(EventId, Moment)) {
    let bytes = sources::read(path).unwrap_or_default();
    lines::scan(&bytes, |_, line| {
        if let Line::Event(event, _) = line {
            each(event.id, event.at);
        }
    });
}

/// Everything of a library's state folder that holds events.
fn files_of(state: &Path) -> Vec<PathBuf> {
    let folders = [state.join("mirror"), state.join("rescue")];
    let found = folders
        .iter()
        .flat_map(|f| sources::survey(f).unwrap_or_default());
    found.map(|f| f.path).collect()
}

fn path_key(data: &Path) -> String {
    let real = data.canonicalize().or_else(|_| std::path::absolute(data));
    let real = real.unwrap_or_else(|_| data.to_owned());
    match real.to_str() {
        Some(text) => text.to_owned(),
        None => {
            let bytes = real.as_os_str().as_encoded_bytes();
            format!("{}#{:08x}", real.to_string_lossy(), crc32fast::hash(bytes))
        }
    }
}

/// Writes the library's id, unless another program was quicker; what counts is
/// what the file then says. A folder that can't be written goes by the id that
/// this machine remembers.
fn write_id(path: &Path, id: u64) -> u64 {
    let line = format!("{}\n", hex(id));
    let made = atomic::create_if_absent(path, line.as_bytes());
    if made.is_ok() && read_id(path).is_none() {
        let _ = atomic::write(path, line.as_bytes());
    }
    read_id(path).unwrap_or(id)
}

fn hex(id: u64) -> String {
    format!("{id:016x}")
}
