//! Decks made of a person's own notes, and made anew when the notes change.
//!
//! `decks add notes.md` remembers where the notes lie, on this machine: a
//! start looks at their size and time, and generates again only if their text
//! changed. The deck before lends its ids, so histories stay.

use super::context::Context;
use crate::domain::text::count;
use crate::domain::{Deck, Problem, Severity, Text, shown_path};
use crate::generator::{Generated, Source, generate};
use crate::session::own::{DECK, FILE};
use crate::storage::atomic;
use crate::storage::deck_file::write_deck;
use crate::storage::library::{Added, Library};
use crate::storage::read_file::read_regular;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// The longest file of notes that is read.
pub(super) const MAX_NOTES: u64 = 32 << 20;

/// Notes that a deck was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    path: PathBuf,
    deck: String,
    /// Size and time when they were last looked at.
    len: u64,
    changed: u64,
    /// Of their text, when they were last made into a deck.
    crc: u32,
}

/// Makes a deck of notes and installs it.
///
/// # Errors
/// What is wrong with the notes, or why the deck can't be installed.
pub fn add(
    path: &Path,
    library: &Library,
    context: &Context<'_>,
) -> Result<(Vec<Added>, Generated), Vec<Problem>> {
    let shown = shown_path(path);
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // Before it is read: what changes meanwhile is seen at the next start.
    let seen = look(&absolute);
    let bytes = read_regular(path, MAX_NOTES).map_err(|e| vec![e.fault(&shown)])?;
    let (added, made) = install(&absolute, &bytes, library)?;
    remember(&context.state, &absolute, seen, &bytes, &added);
    Ok((added, made))
}

/// Makes the deck of notes anew that are the person's own.
///
/// # Errors
/// As [`add`].
pub(super) fn remake(
    path: &Path,
    state: &Path,
    library: &Library,
) -> Result<Generated, Vec<Problem>> {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let seen = look(&absolute);
    let bytes = read_regular(path, MAX_NOTES).map_err(|e| vec![e.fault(&shown_path(path))])?;
    let (added, made) = install(&absolute, &bytes, library)?;
    remember(state, &absolute, seen, &bytes, &added);
    Ok(made)
}

fn remember(state: &Path, path: &Path, seen: Seen, bytes: &[u8], added: &[Added]) {
    let mut all = load(state);
    all.retain(|k| k.path != path);
    for a in added {
        all.push(known(path, seen, bytes, a.id.as_str()));
    }
    save(state, &all);
}

fn install(
    path: &Path,
    bytes: &[u8],
    library: &Library,
) -> Result<(Vec<Added>, Generated), Vec<Problem>> {
    let shown = shown_path(path);
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let source = Source {
        path: name,
        text: String::from_utf8_lossy(bytes).into_owned(),
    };
    let previous: Vec<Deck> = (0..library.catalogue().decks.len())
        .filter(|i| !library.is_builtin(*i))
        .filter_map(|i| library.deck(i).ok())
        .collect();
    let made = generate(std::slice::from_ref(&source), &previous, None);
    if made.decks.is_empty() {
        if !made.problems.is_empty() {
            return Err(made.problems);
        }
        let what = "no card could be made of these notes";
        let problem = Problem::of_file(&shown, Severity::Error, "no-cards", what);
        let why = "`cramless generate NOTES --out DIR --verbose` says what was left out and why";
        let help = match made.account.doubtful() {
            0 => why.to_owned(),
            n => format!(
                "{} left out as doubtful: `unsure: keep` between two `---` lines at the top of \
                the file keeps such cards; {why}",
                count(n, "card")
            ),
        };
        return Err(vec![problem.help(help)]);
    }
    let mut added = Vec::new();
    for deck in &made.decks {
        added.push(library.add_text(&shown, write_deck(deck).as_bytes())?);
    }
    Ok((added, made))
}

/// Makes decks anew whose notes changed; says what was done, a line each.
pub fn refresh(data: &Path, state: &Path, library: impl FnOnce() -> Library) -> Vec<String> {
    let mut all = load(state);
    // One's own cards may have come from another machine.
    let own = std::path::absolute(data.join(FILE)).unwrap_or_else(|_| data.join(FILE));
    if own.is_file() && all.iter().all(|k| k.path != own) {
        all.push(Known {
            path: own.clone(),
            deck: DECK.to_owned(),
            len: 0,
            changed: 0,
            crc: 0,
        });
    }
    let mut remarks = conflicts(data);
    let mut stale: Vec<(usize, Seen)> = Vec::new();
    for (i, k) in all.iter().enumerate() {
        let seen = look(&k.path);
        if seen.is_some() && seen != Some((k.len, k.changed)) {
            stale.push((i, seen));
        }
    }
    if stale.is_empty() {
        return remarks;
    }
    let library = library();
    for (i, seen) in stale {
        let path = all[i].path.clone();
        let Ok(bytes) = read_regular(&path, MAX_NOTES) else {
            continue;
        };
        let there = library
            .catalogue()
            .decks
            .iter()
            .any(|d| d.id.as_str() == all[i].deck)
            || path == own;
        if there && crc32fast::hash(&bytes) != all[i].crc {
            remarks.push(match install(&path, &bytes, &library) {
                Ok((_, made)) => told(&path, &made),
                Err(problems) => problems
                    .first()
                    .map(ToString::to_string)
                    .unwrap_or_default(),
            });
        }
        all[i] = known(&path, seen, &bytes, &all[i].deck.clone());
    }
    save(state, &all);
    remarks
}

/// Second copies of the person's own cards that a sync tool left: nothing of
/// them is lost, but only the person can say what belongs where.
fn conflicts(data: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(data) else {
        return Vec::new();
    };
    let names = entries.filter_map(|e| Some(e.ok()?.file_name().to_string_lossy().into_owned()));
    let copies = names.filter(|n| {
        let lower = n.to_lowercase();
        n != FILE && lower.starts_with(DECK) && lower.ends_with(".md") && lower.contains("conflict")
    });
    let mut out: Vec<String> = copies
        .map(|n| {
            let n = Text::new(n);
            format!(
                "{n} lies beside your own cards; move what it has more into {FILE}, then delete it"
            )
        })
        .collect();
    out.sort();
    out
}

fn told(path: &Path, made: &Generated) -> String {
    let cards = count(made.account.cards(), "card");
    let gone = match made.vanished.len() {
        0 => String::new(),
        1 => ", 1 card is gone".to_owned(),
        n => format!(", {n} cards are gone"),
    };
    format!(
        "{} changed: its deck was made anew ({cards}{gone})",
        shown_path(path)
    )
}

/// Size and time of notes, before they were read.
type Seen = Option<(u64, u64)>;

fn known(path: &Path, seen: Seen, bytes: &[u8], deck: &str) -> Known {
    let (len, changed) = seen.unwrap_or_default();
    Known {
        path: path.to_owned(),
        deck: deck.to_owned(),
        len,
        changed,
        crc: crc32fast::hash(bytes),
    }
}

fn look(path: &Path) -> Seen {
    let m = std::fs::metadata(path).ok()?;
    let changed = m.modified().ok();
    let since = changed.and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    Some((m.len(), since.map_or(0, |d| d.as_nanos() as u64)))
}

fn load(state: &Path) -> Vec<Known> {
    let bytes = std::fs::read(state.join("notes.json")).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

/// A list that can't be kept only means that the notes must be added again.
fn save(state: &Path, all: &[Known]) {
    if let Ok(text) = serde_json::to_vec_pretty(all) {
        let _ = std::fs::create_dir_all(state);
        let _ = atomic::write(&state.join("notes.json"), &text);
    }
}

/// A line for people about what was made.
pub fn summary(made: &Generated) -> Text {
    let left_out = made.account.skipped.len();
    Text::new(format!(
        "{} made, {left_out} left out",
        count(made.account.cards(), "card")
    ))
}
