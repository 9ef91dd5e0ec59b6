//! What `check` is given, read: decks, blueprints, and summaries through the
//! generator.

use crate::cli::generate::is_notes;
use crate::domain::{Blueprint, Deck, Problem, Severity, Text, shown_path};
use crate::generator::lint::authored;
use crate::generator::{Source, generate};
use crate::storage::blueprint_file::{self, read_blueprint};
use crate::storage::builtin::Builtins;
use crate::storage::deck_file::{self, ReadDeck, read_deck};
use crate::storage::file_kind::is_blueprint;
use crate::storage::read_file::read_regular;
use std::path::{Path, PathBuf};

/// A deck with where it was read.
pub(super) struct Read {
    pub(super) file: Text,
    pub(super) deck: Deck,
    /// Of each card, in order: the line it starts on.
    pub(super) lines: Vec<u32>,
    /// Whether the generator has told which links of its questions are missing:
    /// its summary was read too.
    pub(super) links_told: bool,
}

impl Read {
    /// Line and column of a card.
    pub(super) fn at(&self, card: usize) -> (u32, u32) {
        (self.lines.get(card).copied().unwrap_or(1), 1)
    }
}

/// What was read of the paths.
#[derive(Default)]
pub(super) struct Checked {
    pub(super) decks: Vec<Read>,
    pub(super) blueprints: Vec<Blueprint>,
    pub(super) problems: Vec<Problem>,
    pub(super) files: usize,
    pub(super) unreadable: bool,
    notes: Vec<Source>,
}

impl Checked {
    pub(super) fn look(&mut self, path: &Path) {
        if !path.is_dir() {
            self.file(path);
            return;
        }
        let before = self.files;
        self.folder(path);
        if self.files == before {
            let what = "there is no deck (.json) or summary (.md) in this folder";
            self.cannot(Problem::of_file(
                &shown_path(path),
                Severity::Error,
                "no-decks",
                what,
            ));
        }
    }

    /// Reads the decks below a folder in order; hidden files are left alone, and
    /// links to folders aren't followed.
    fn folder(&mut self, folder: &Path) {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(e) => {
                let what = format!("cannot read the folder: {}", e.kind());
                self.cannot(Problem::of_file(
                    &shown_path(folder),
                    Severity::Error,
                    "unreadable",
                    what,
                ));
                return;
            }
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap_or_default().as_encoded_bytes();
            let is_folder = path.symlink_metadata().is_ok_and(|m| m.is_dir());
            if name.starts_with(b".") {
                continue;
            }
            if is_folder {
                self.folder(&path);
            } else {
                let is = |end: &str| {
                    path.extension()
                        .is_some_and(|e| e.eq_ignore_ascii_case(end))
                };
                if is("json") || is("md") {
                    self.file(&path);
                }
            }
        }
    }

    fn cannot(&mut self, problem: Problem) {
        self.unreadable = true;
        self.files += 1;
        self.problems.push(problem);
    }

    fn file(&mut self, path: &Path) {
        let shown = shown_path(path);
        let bytes = match read_regular(path, deck_file::MAX_FILE) {
            Ok(bytes) => bytes,
            Err(e) => {
                let problem = e.problem(&shown);
                return self.cannot(Problem {
                    severity: Severity::Error,
                    ..problem
                });
            }
        };
        self.files += 1;
        if is_notes(path) {
            self.notes.push(Source {
                path: shown.one_line(),
                text: String::from_utf8_lossy(&bytes).into_owned(),
            });
        } else if is_blueprint(&bytes) {
            let (read, problems) = read_blueprint(&shown, &bytes);
            self.problems.extend(problems);
            self.blueprints.extend(read);
        } else {
            let ReadDeck {
                deck,
                lines,
                problems,
                ..
            } = read_deck(&shown, &bytes);
            self.problems.extend(problems);
            self.decks.extend(deck.map(|deck| Read {
                file: shown,
                deck,
                lines,
                links_told: false,
            }));
        }
    }

    /// Generates the decks of the summaries, for the problems of their dialect
    /// and, unless the deck itself was given too, for its questions.
    pub(super) fn read_notes(&mut self, builtins: Builtins) {
        if self.notes.is_empty() {
            return;
        }
        // Facts of other decks may be named, and keep their ids.
        let mut others: Vec<Deck> = self.decks.iter().map(|r| r.deck.clone()).collect();
        for file in builtins.decks {
            let read = read_deck(&Text::default(), file.bytes).deck;
            others.extend(read.filter(|d| !self.decks.iter().any(|r| r.deck.id == d.id)));
        }
        let made = generate(&self.notes, &others, None);
        self.problems.extend(made.problems);
        for deck in made.decks {
            let given = self.decks.iter_mut().find(|r| r.deck.id == deck.id);
            if let Some(given) = given {
                given.links_told = true;
                continue;
            }
            let path = deck
                .source
                .first()
                .map(|s| s.one_line())
                .unwrap_or_default();
            let notes = self.notes.iter().find(|n| n.path == path);
            if let Some(notes) = notes {
                let lines = lines_in(&notes.text, &deck);
                self.decks.push(Read {
                    file: Text::new(&notes.path),
                    deck,
                    lines,
                    links_told: true,
                });
            }
        }
    }

    /// The blueprints that were given, then those built in.
    pub(super) fn known_blueprints(&self, builtins: Builtins) -> Vec<Blueprint> {
        let own = builtins.blueprints.iter();
        let own = own.filter_map(|f| read_blueprint(&Text::default(), f.bytes).0);
        self.blueprints.iter().cloned().chain(own).collect()
    }
}

/// The lines of a deck's questions in its summary, by their headings' ids.
fn lines_in(text: &str, deck: &Deck) -> Vec<u32> {
    let mut out = vec![1; deck.cards.len()];
    let mut headings: Vec<(u32, &str)> = Vec::new();
    for (n, line) in (1..).zip(text.lines()) {
        if let Some((_, id)) = line.split_once("{#").filter(|_| line.starts_with('#')) {
            let end = id.find([' ', '}']).unwrap_or(id.len());
            headings.push((n, &id[..end]));
        }
    }
    for (place, card, _) in authored(deck) {
        let slug = card.id.as_str().trim_start_matches("q/");
        if let Some((n, _)) = headings.iter().find(|(_, id)| *id == slug) {
            out[place] = *n;
        }
    }
    out
}

const _: () = assert!(
    blueprint_file::MAX_FILE < deck_file::MAX_FILE,
    "one read serves all"
);
