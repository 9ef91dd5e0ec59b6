//! Parses every deck anew, and judges them beside each other.

use super::{Sources, builtin_name};
use crate::domain::catalogue::Builder;
use crate::domain::{Deck, Problem, Severity, Text, shown_path};
use crate::storage::deck_file::{self, MAX_FILE, Span, read_deck};
use crate::storage::deck_index::{FileKey, Home, Index, Key, checksum};
use crate::storage::file_kind::is_blueprint;
use crate::storage::read_file::{Unreadable, read_regular};
use std::collections::HashMap;
use std::ffi::OsString;
use std::path::Path;

/// More files than anyone has decks.
const MAX_FILES: usize = 4_096;

/// What a parse found, and what it is valid for.
pub(super) struct Found {
    pub(super) key: Key,
    pub(super) index: Index,
}

/// The names of the person's deck files in order, and what kept the folder
/// from being read.
pub(super) fn list(folder: &Path) -> (Vec<OsString>, Vec<Problem>) {
    let shown = shown_path(folder);
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) => {
            let why = Unreadable::from_io(folder, &e);
            // Whoever has no decks of their own needs no folder for them.
            return match why.missing {
                true => (Vec::new(), Vec::new()),
                false => (Vec::new(), vec![why.problem(&shown)]),
            };
        }
    };
    let mut names: Vec<OsString> = entries
        .filter_map(|e| e.ok().map(|e| e.file_name()))
        .filter(is_deck_name)
        .collect();
    names.sort();
    let mut problems = Vec::new();
    if names.len() > MAX_FILES {
        let what = format!("{} decks; only the first {MAX_FILES} are used", names.len());
        problems.push(Problem::of_file(
            &shown,
            Severity::Error,
            "too-many-files",
            what,
        ));
        names.truncate(MAX_FILES);
    }
    (names, problems)
}

/// Hidden files are drafts and stubs of programs that sync. Of one's own cards
/// the summary counts; a sync tool's second copy of what was made of it doesn't.
fn is_deck_name(name: &OsString) -> bool {
    let bytes = name.as_encoded_bytes();
    let json = Path::new(name)
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("json"));
    let lower = bytes.to_ascii_lowercase();
    let copy = lower.starts_with(b"my-cards") && lower.windows(8).any(|w| w == b"conflict");
    json && !copy && !bytes.starts_with(b".")
}

/// What an index of these files would be valid for.
pub(super) fn key_of(sources: &Sources<'_>, files: &[OsString]) -> Key {
    let files = files.iter().map(|name| {
        let state = checksum(&sources.decks.join(name), MAX_FILE);
        Key::of_file(name, &state)
    });
    key(sources, files.collect())
}

fn key(sources: &Sources<'_>, files: Vec<FileKey>) -> Key {
    let builtins = sources.builtins.decks.iter();
    Key {
        binary: sources.binary.to_owned(),
        builtins: builtins
            .map(|f| (f.name.to_owned(), f.bytes.len() as u64))
            .collect(),
        folder: sources.decks.as_os_str().as_encoded_bytes().to_vec(),
        files,
    }
}

/// A deck that could be used by itself.
struct Candidate {
    file: Text,
    home: Home,
    deck: Deck,
    spans: Vec<Span>,
}

/// Reads all built-in decks and files.
pub(super) fn parse(
    sources: &Sources<'_>,
    files: &[OsString],
    mut problems: Vec<Problem>,
) -> Found {
    let mut candidates = Vec::new();
    for (i, builtin) in (0..).zip(sources.builtins.decks) {
        let file = builtin_name(builtin.name);
        take(
            file,
            Home::Builtin(i),
            builtin.bytes,
            &mut candidates,
            &mut problems,
        );
    }
    let mut keys = Vec::new();
    let mut blueprints = Vec::new();
    for (i, name) in (0..).zip(files) {
        let path = sources.decks.join(name);
        let shown = shown_path(&path);
        let read = read_regular(&path, MAX_FILE);
        let state = match &read {
            Ok(bytes) => Ok((bytes.len() as u64, crc32fast::hash(bytes))),
            Err(e) => Err(e.clone()),
        };
        keys.push(Key::of_file(name, &state));
        match read {
            Err(e) => problems.push(e.problem(&shown)),
            Ok(bytes) if is_blueprint(&bytes) => blueprints.push((i, bytes)),
            Ok(bytes) => take(shown, Home::File(i), &bytes, &mut candidates, &mut problems),
        }
    }
    let candidates = without_clashes(candidates, &mut problems);
    let mut builder = Builder::default();
    let (mut homes, mut spans) = (Vec::new(), Vec::new());
    for candidate in candidates {
        builder.add(&candidate.deck);
        homes.push(candidate.home);
        spans.extend(candidate.spans);
    }
    Found {
        key: key(sources, keys),
        index: Index {
            catalogue: builder.finish(),
            homes,
            spans,
            blueprints,
            problems,
        },
    }
}

fn take(
    file: Text,
    home: Home,
    bytes: &[u8],
    out: &mut Vec<Candidate>,
    problems: &mut Vec<Problem>,
) {
    let read = read_deck(&file, bytes);
    problems.extend(read.problems);
    if let Some(deck) = read.deck {
        out.push(Candidate {
            file,
            home,
            deck,
            spans: read.spans,
        });
    }
}

/// Takes out decks that share an id. Equal ones are used once; of different
/// ones none is, since either may be what the person's history hangs on. Only
/// what came with the program stays.
fn without_clashes(candidates: Vec<Candidate>, problems: &mut Vec<Problem>) -> Vec<Candidate> {
    let mut groups: HashMap<String, Vec<usize>> = HashMap::new();
    let mut folded: HashMap<String, Vec<usize>> = HashMap::new();
    for (i, c) in candidates.iter().enumerate() {
        let id = c.deck.id.as_str();
        groups.entry(id.to_owned()).or_default().push(i);
        folded.entry(id.to_lowercase()).or_default().push(i);
    }
    let mut keep = vec![true; candidates.len()];
    for (i, c) in candidates.iter().enumerate() {
        let group = &groups[c.deck.id.as_str()];
        let first = &candidates[group[0]];
        let builtin = matches!(first.home, Home::Builtin(_));
        let all_equal = group.iter().all(|j| candidates[*j].deck == first.deck);
        let clash =
            |severity, what: String| Problem::of_file(&c.file, severity, "duplicate-deck", what);
        if group.len() > 1 && (i != group[0] || !(builtin || all_equal)) {
            keep[i] = false;
            let id = &c.deck.id;
            problems.push(if c.deck == first.deck && (builtin || all_equal) {
                let what = format!("the same deck as {}; it is used once", first.file);
                clash(Severity::Warning, what).help("delete one of them")
            } else if builtin {
                let what = format!(
                    "the deck id \"{id}\" belongs to a built-in deck, so this file is not used"
                );
                clash(Severity::Error, what).help("give the deck an id of its own")
            } else {
                let others = group
                    .iter()
                    .filter(|j| **j != i)
                    .map(|j| candidates[*j].file.as_str());
                let others: Vec<&str> = others.collect();
                let what = format!(
                    "the deck id \"{id}\" stands in {} too, with other content; neither is used",
                    others.join(" and ")
                );
                clash(Severity::Error, what)
                    .help("delete one of them or change its id; your progress stays as it is")
            });
        }
        let twins = &folded[&c.deck.id.as_str().to_lowercase()];
        if let Some(j) = twins
            .iter()
            .find(|j| **j < i && candidates[**j].deck.id != c.deck.id)
        {
            let other = &candidates[*j];
            let what = format!(
                "the deck id \"{}\" differs from \"{}\" in {} only in upper and lower case",
                c.deck.id, other.deck.id, other.file
            );
            problems.push(Problem::of_file(
                &c.file,
                Severity::Warning,
                "similar-id",
                what,
            ));
        }
    }
    let kept = candidates.into_iter().zip(keep);
    kept.filter(|(_, keep)| *keep).map(|(c, _)| c).collect()
}

const _: () = assert!(
    MAX_FILES < u16::MAX as usize,
    "a catalogue numbers decks in 16 bits"
);
const _: () = assert!(deck_file::MAX_FILE < u32::MAX as u64, "a span is 32 bits");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::builtin::BUILTINS;

    #[test]
    fn a_file_that_vanishes_after_it_was_listed_is_a_warning() {
        let folder = tempfile::tempdir().expect("a folder");
        let sources = Sources {
            builtins: BUILTINS,
            decks: folder.path(),
            cache: None,
            binary: "test",
        };
        let found = parse(&sources, &["ghost.json".into()], Vec::new());
        assert!(!found.index.catalogue.is_empty());
        let problems = found.index.problems;
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].severity, Severity::Warning);
        assert_eq!(problems[0].message.as_str(), "there is no such file");
    }
}
