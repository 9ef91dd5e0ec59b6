//! Corrections of cards, kept beside the decks: `overlays.json` in the data
//! folder says how a card reads for this person, whichever deck it is in.
//!
//! A correction keeps the card's id and with it the history, and survives new
//! versions of the deck. It holds a checksum of the wording it was made for,
//! so that the person hears when the original has changed meanwhile.

use super::atomic;
use super::read_file::read_regular;
use crate::domain::{Card, CardRef, Face, OptionId, Problem, Severity, Text, shown_path};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

const MAX_FILE: u64 = 16 * 1024 * 1024;

/// How a card reads instead. What is none stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// Checksum of the wording it was made for.
    pub of: u32,
    /// A flashcard's question, or a question's stem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub front: Option<Text>,
    /// A flashcard's answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub back: Option<Text>,
    /// A question's explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Text>,
    /// Options that read otherwise.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<OptionId, Text>,
    /// What is said of options instead.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub why: BTreeMap<OptionId, Text>,
    /// The keys, all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<Vec<OptionId>>,
    /// Why, in the person's words, for the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Every correction of a data folder.
#[derive(Debug, Clone, Default)]
pub struct Overlays {
    cards: BTreeMap<CardRef, Correction>,
    path: PathBuf,
    /// What couldn't be read; then nothing is written over it.
    damaged: bool,
}

#[derive(Serialize, Deserialize)]
struct File {
    format: u32,
    cards: BTreeMap<CardRef, Correction>,
}

impl Overlays {
    /// Reads `overlays.json` of a data folder; none means no corrections.
    pub fn load(data: &Path) -> (Self, Option<Problem>) {
        let path = data.join("overlays.json");
        let shown = shown_path(&path);
        let mut out = Self {
            path,
            ..Self::default()
        };
        let bytes = match read_regular(&out.path, MAX_FILE) {
            Ok(bytes) => bytes,
            Err(e) if e.missing => return (out, None),
            Err(e) => {
                out.damaged = true;
                return (out, Some(e.problem(&shown)));
            }
        };
        match serde_json::from_slice::<File>(&bytes) {
            Ok(file) if file.format == 1 => {
                out.cards = file.cards;
                (out, None)
            }
            _ => {
                out.damaged = true;
                let what = "your corrections can't be read, so cards are shown as they came";
                let problem = Problem::of_file(&shown, Severity::Warning, "overlays", what);
                let help = "mend the file, or move it away to begin anew";
                (out, Some(problem.help(help)))
            }
        }
    }

    /// The correction of a card.
    pub fn get(&self, card: &CardRef) -> Option<&Correction> {
        self.cards.get(card)
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&CardRef, &Correction)> {
        self.cards.iter()
    }

    /// Sets or takes off a correction, and writes the file.
    ///
    /// # Errors
    /// Those of the file system, or that the file there can't be read: it is
    /// then left alone.
    pub fn set(&mut self, card: CardRef, to: Option<Correction>) -> io::Result<()> {
        if self.damaged {
            return Err(io::Error::other("the corrections there can't be read"));
        }
        match to {
            Some(to) => self.cards.insert(card, to),
            None => self.cards.remove(&card),
        };
        let file = File {
            format: 1,
            cards: self.cards.clone(),
        };
        let mut text = serde_json::to_string_pretty(&file)?;
        text.push('\n');
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        atomic::write(&self.path, text.as_bytes())
    }

    /// The card as this person wants it, with a word about that.
    pub fn correct(&self, name: &CardRef, card: Card) -> Card {
        match self.cards.get(name) {
            Some(correction) => correction.apply(card),
            None => card,
        }
    }
}

impl Correction {
    /// Whether nothing reads otherwise.
    pub fn is_empty(&self) -> bool {
        let of = self.of;
        *self
            == Self {
                of,
                note: self.note.clone(),
                ..Self::default()
            }
    }

    /// Whether the original has changed since the correction was made.
    pub fn is_stale(&self, original: &Card) -> bool {
        self.of != checksum(original)
    }

    /// The card with what reads otherwise, and a word about it in its status.
    /// A key that the options don't hold any more is left as it came.
    pub fn apply(&self, mut card: Card) -> Card {
        let stale = self.is_stale(&card);
        match &mut card.face {
            Face::Flashcard(f) => {
                replace(&mut f.front, self.front.as_ref());
                replace(&mut f.back, self.back.as_ref());
            }
            Face::Choice(choice) => {
                replace(&mut choice.stem, self.front.as_ref());
                if let Some(text) = &self.explanation {
                    choice.explanation = Some(text.clone());
                }
                let key = self.key.as_deref().unwrap_or_default();
                let holds = |id: &OptionId| choice.options.iter().any(|o| o.id == *id);
                let whole = !key.is_empty() && key.iter().all(holds);
                for option in &mut choice.options {
                    replace(&mut option.text, self.options.get(&option.id));
                    if let Some(why) = self.why.get(&option.id) {
                        option.why = Some(why.clone());
                    }
                    if whole {
                        option.correct = key.contains(&option.id);
                    }
                }
            }
        }
        let said = if stale {
            "Corrected by you; the original has changed since then."
        } else {
            "Corrected by you."
        };
        card.status = Some(match card.status {
            Some(status) => Text::new(format!("{status}\n\n{said}")),
            None => Text::new(said),
        });
        card
    }
}

fn replace(text: &mut Text, with: Option<&Text>) {
    if let Some(with) = with {
        *text = with.clone();
    }
}

/// A checksum of what a card says.
pub fn checksum(card: &Card) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    let mut add = |text: &str| {
        hasher.update(text.as_bytes());
        hasher.update(&[0]);
    };
    match &card.face {
        Face::Flashcard(f) => {
            add(f.front.as_str());
            add(f.back.as_str());
        }
        Face::Choice(choice) => {
            add(choice.stem.as_str());
            for option in &choice.options {
                add(option.id.as_str());
                add(option.text.as_str());
                add(if option.correct { "1" } else { "0" });
                add(option.why.as_ref().map_or("", Text::as_str));
            }
            add(choice.explanation.as_ref().map_or("", Text::as_str));
        }
    }
    hasher.finalize()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::CardId;
    use crate::domain::card::{Flashcard, Tier};

    fn card(back: &str) -> Card {
        Card {
            id: CardId::new("a").unwrap(),
            face: Face::Flashcard(Flashcard {
                front: Text::new("What?"),
                back: Text::new(back),
            }),
            task: None,
            tags: Vec::new(),
            note: None,
            concept: None,
            tier: Tier::Core,
            was: Vec::new(),
            reference: None,
            status: None,
        }
    }

    fn back(card: &Card) -> &str {
        match &card.face {
            Face::Flashcard(f) => f.back.as_str(),
            Face::Choice(_) => "",
        }
    }

    #[test]
    fn a_correction_survives_the_start_and_a_new_version_of_the_card() {
        let dir = tempfile::tempdir().unwrap();
        let name = CardRef::parse("d#a").unwrap();
        let (mut overlays, _) = Overlays::load(dir.path());
        let correction = Correction {
            of: checksum(&card("That.")),
            back: Some(Text::new("This.")),
            ..Correction::default()
        };
        overlays.set(name.clone(), Some(correction)).unwrap();
        let (again, problem) = Overlays::load(dir.path());
        assert_eq!(problem, None);
        let now = again.correct(&name, card("That."));
        assert_eq!(back(&now), "This.");
        assert_eq!(now.status.unwrap().as_str(), "Corrected by you.");
        let later = again.correct(&name, card("That other."));
        assert_eq!(back(&later), "This.");
        assert!(later.status.unwrap().as_str().contains("has changed"));
        let (mut last, _) = Overlays::load(dir.path());
        last.set(name.clone(), None).unwrap();
        let (none, _) = Overlays::load(dir.path());
        assert_eq!(none.correct(&name, card("That.")), card("That."));
    }

    #[test]
    fn a_damaged_file_costs_the_corrections_and_is_never_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("overlays.json");
        std::fs::write(&path, "{").unwrap();
        let (mut overlays, problem) = Overlays::load(dir.path());
        assert!(problem.is_some());
        let name = CardRef::parse("d#a").unwrap();
        let to = Correction::default();
        assert!(overlays.set(name, Some(to)).is_err());
        assert_eq!(std::fs::read_to_string(path).unwrap(), "{");
    }
}
