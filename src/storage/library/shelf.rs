//! Putting a person's decks into the library, and taking them out.

use super::{Home, Library};
use crate::domain::{DeckId, Problem, Severity, Text, shown_path};
use crate::storage::atomic;
use crate::storage::blueprint_file::read_blueprint;
use crate::storage::deck_file::{MAX_FILE, read_deck};
use crate::storage::file_kind::is_blueprint;
use crate::storage::read_file::read_regular;
use std::path::{Path, PathBuf};

/// What was added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The deck's id, or the exam's code.
    pub id: Text,
    /// Number of cards; none for a blueprint.
    pub cards: Option<usize>,
    /// The file it is in now, as shown.
    pub file: Text,
    /// Whether an earlier copy was replaced.
    pub replaced: bool,
    /// What isn't quite right with it.
    pub remarks: Vec<Problem>,
}

impl Library {
    /// Copies a deck (or blueprint) into the person's folder, if it can be used.
    /// A deck of the same id is replaced: its history hangs on the ids of its
    /// cards. The library is as it was until it is opened again.
    ///
    /// # Errors
    /// What is wrong with the file, or why it can't be written.
    pub fn add(&self, file: &Path) -> Result<Added, Vec<Problem>> {
        let shown = shown_path(file);
        let bytes = read_regular(file, MAX_FILE).map_err(|e| {
            let problem = e.problem(&shown);
            vec![Problem {
                severity: Severity::Error,
                ..problem
            }]
        })?;
        match is_blueprint(&bytes) {
            true => self.add_blueprint(&shown, &bytes),
            false => self.add_deck(&shown, &bytes),
        }
    }

    /// Adds a deck that was just made of the file `shown`.
    ///
    /// # Errors
    /// What is wrong with it, or why it can't be written.
    pub fn add_text(&self, shown: &Text, deck: &[u8]) -> Result<Added, Vec<Problem>> {
        self.add_deck(shown, deck)
    }

    fn add_deck(&self, shown: &Text, bytes: &[u8]) -> Result<Added, Vec<Problem>> {
        let refuse = |code, what: String, help: &str| {
            vec![Problem::of_file(shown, Severity::Error, code, what).help(help)]
        };
        let read = read_deck(shown, bytes);
        // A deck without a card that works would only be in the way.
        let Some(deck) = read.deck.filter(|d| !d.cards.is_empty()) else {
            return Err(read.problems);
        };
        let earlier = self.find_deck(&deck.id);
        if earlier.is_some_and(|d| self.is_builtin(d)) {
            let what = format!("the deck id \"{}\" belongs to a built-in deck", deck.id);
            return Err(refuse("builtin-id", what, "give the deck an id of its own"));
        }
        let path = match earlier.and_then(|d| self.homes.get(d)) {
            Some(home) => self.path(*home),
            None => free_name(&self.folder, deck.id.as_str()),
        };
        self.write(shown, &path, bytes)?;
        Ok(Added {
            id: Text::new(deck.id.as_str()),
            cards: Some(deck.cards.len()),
            file: shown_path(&path),
            replaced: earlier.is_some(),
            remarks: read.problems,
        })
    }

    fn add_blueprint(&self, shown: &Text, bytes: &[u8]) -> Result<Added, Vec<Problem>> {
        let (read, remarks) = read_blueprint(shown, bytes);
        let Some(blueprint) = read else {
            return Err(remarks);
        };
        let code = blueprint.code;
        if self.blueprint(code.as_str()).is_some() {
            let what = format!("there is a blueprint for {code} already");
            return Err(vec![Problem::of_file(
                shown,
                Severity::Error,
                "duplicate-exam",
                what,
            )]);
        }
        let safe = code
            .as_str()
            .replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let path = free_name(&self.folder, &format!("exam-{safe}"));
        self.write(shown, &path, bytes)?;
        Ok(Added {
            id: code,
            cards: None,
            file: shown_path(&path),
            replaced: false,
            remarks,
        })
    }

    fn write(&self, shown: &Text, path: &Path, bytes: &[u8]) -> Result<(), Vec<Problem>> {
        let made = std::fs::create_dir_all(&self.folder);
        made.and_then(|()| atomic::write(path, bytes)).map_err(|e| {
            let what = format!("cannot write {}: {e}", shown_path(path));
            vec![Problem::of_file(shown, Severity::Error, "unwritable", what)]
        })
    }

    /// Deletes a deck of the person's own. What was learnt of it stays in the
    /// journal, and is there again when the deck is.
    ///
    /// # Errors
    /// If there is no such deck, it is built in, or it can't be deleted.
    pub fn remove(&self, id: &DeckId) -> Result<Text, Problem> {
        let name = Text::new(id.as_str());
        let refuse = |code, what: String| Problem::of_file(&name, Severity::Error, code, what);
        let Some(deck) = self.find_deck(id) else {
            let known = self.catalogue().decks.iter().map(|d| d.id.as_str());
            let near = known.max_by(|a, b| {
                let score = |s: &str| strsim::normalized_damerau_levenshtein(s, id.as_str());
                score(a).total_cmp(&score(b))
            });
            let problem = refuse("no-deck", format!("there is no deck \"{id}\""));
            return Err(match near {
                Some(near) => problem.help(format!(
                    "the nearest is \"{near}\"; cramless decks lists them"
                )),
                None => problem,
            });
        };
        let home = self.homes[deck];
        if matches!(home, Home::Builtin(_)) {
            let what = format!("the deck \"{id}\" is built in and can't be removed");
            return Err(refuse("builtin-id", what));
        }
        let path = self.path(home);
        match std::fs::remove_file(&path) {
            Ok(()) => Ok(shown_path(&path)),
            Err(e) => {
                let what = format!("cannot delete {}: {e}", shown_path(&path));
                Err(refuse("unwritable", what))
            }
        }
    }
}

/// A name for a deck's file that is free in the folder, on any system.
fn free_name(folder: &Path, id: &str) -> PathBuf {
    let mut stem = id.replace('/', "--");
    let head = stem
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    let device = |prefix: &str| {
        head.strip_prefix(prefix)
            .is_some_and(|n| n.len() == 1 && n.starts_with(|c: char| c.is_ascii_digit()))
    };
    // Windows keeps these names for itself, with any ending.
    if matches!(&*head, "CON" | "PRN" | "AUX" | "NUL") || device("COM") || device("LPT") {
        stem.insert(0, '_');
    }
    let mut path = folder.join(format!("{stem}.json"));
    let mut n = 2;
    while path.symlink_metadata().is_ok() {
        path = folder.join(format!("{stem}-{n}.json"));
        n += 1;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deck_gets_a_name_that_every_system_takes() {
        let name = |id| free_name(Path::new("/nowhere"), id);
        assert_eq!(name("my/deck"), Path::new("/nowhere/my--deck.json"));
        assert_eq!(name("con"), Path::new("/nowhere/_con.json"));
        assert_eq!(name("NUL.x"), Path::new("/nowhere/_NUL.x.json"));
        assert_eq!(name("com1"), Path::new("/nowhere/_com1.json"));
        assert_eq!(name("common"), Path::new("/nowhere/common.json"));
    }

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::write(dir.path().join("a--b.json"), "x").expect("written");
        assert_eq!(free_name(dir.path(), "a/b"), dir.path().join("a--b-2.json"));
    }
}
