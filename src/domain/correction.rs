//! How a card reads for one person instead of how it came.
//!
//! A correction is an event like all else that a person does, so it syncs and
//! merges with the journal, is taken back like the rest, and survives new
//! versions of the deck. It holds a checksum of the wording it was made for, so
//! that the person hears when the original has changed meanwhile.

use super::card::{Card, ChoiceOption, Face};
use super::id::OptionId;
use super::text::Text;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a card reads instead. What is none stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Correction {
    /// Checksum of the wording it was made for.
    pub of: u32,
    /// A flashcard's question, or a question's stem.
    pub front: Option<Text>,
    /// A flashcard's answer.
    pub back: Option<Text>,
    /// A question's explanation.
    pub explanation: Option<Text>,
    /// Options that read otherwise.
    pub options: BTreeMap<OptionId, Text>,
    /// What is said of options instead.
    pub why: BTreeMap<OptionId, Text>,
    /// The keys, all of them.
    pub key: Option<Vec<OptionId>>,
    /// Why, in the person's words, for the report.
    pub note: Option<Text>,
}

impl Correction {
    /// Whether nothing reads otherwise.
    pub fn is_empty(&self) -> bool {
        let bare = Self {
            of: self.of,
            note: self.note.clone(),
            ..Self::default()
        };
        *self == bare
    }

    /// What no correction of this card may leave behind, in words for a person:
    /// an empty side, two options alike, a question nobody can get wrong or
    /// right.
    pub fn fault(&self, card: &Card) -> Option<String> {
        let empty = |what: &str| Some(format!("{what} would be empty"));
        match &self.apply(card.clone()).face {
            Face::Flashcard(f) if f.front.is_blank() => empty("its front"),
            Face::Flashcard(f) if f.back.is_blank() => empty("its back"),
            Face::Flashcard(_) => None,
            Face::Choice(c) if c.stem.is_blank() => empty("its stem"),
            Face::Choice(c) => {
                let blank = c.options.iter().find(|o| o.text.is_blank());
                let twin = |o: &&ChoiceOption| {
                    let like = c.options.iter().filter(|p| p.text == o.text);
                    like.count() > 1
                };
                match (blank, c.options.iter().find(twin), c.keys()) {
                    (Some(o), _, _) => empty(&format!("option {}", o.id)),
                    (_, Some(o), _) => {
                        Some(format!("option {} would say the same as another", o.id))
                    }
                    (.., 0) => Some("no option would be right".into()),
                    (.., n) if n == c.options.len() => Some("every option would be right".into()),
                    _ => None,
                }
            }
        }
    }

    /// Whether the original has changed since the correction was made.
    pub fn is_stale(&self, original: &Card) -> bool {
        self.of != checksum(original)
    }

    /// Takes a later correction in. What that one leaves alone stays, so that
    /// two made at once, on two machines say, both count.
    pub fn take(&mut self, later: &Correction) {
        let or = |new: &Option<Text>, old: &mut Option<Text>| {
            if new.is_some() {
                old.clone_from(new);
            }
        };
        self.of = later.of;
        or(&later.front, &mut self.front);
        or(&later.back, &mut self.back);
        or(&later.explanation, &mut self.explanation);
        or(&later.note, &mut self.note);
        self.options.extend(later.options.clone());
        self.why.extend(later.why.clone());
        if later.key.is_some() {
            self.key.clone_from(&later.key);
        }
    }

    /// What has to be corrected for `before` to read like `after`; none if
    /// nothing has. Both are versions of one card: their options are the same.
    pub fn between(before: &Card, after: &Card, original: &Card) -> Option<Self> {
        let mut out = Self {
            of: checksum(original),
            ..Self::default()
        };
        let changed = |a: &Text, b: &Text| (a != b).then(|| b.clone());
        match (&before.face, &after.face) {
            (Face::Flashcard(a), Face::Flashcard(b)) => {
                out.front = changed(&a.front, &b.front);
                out.back = changed(&a.back, &b.back);
            }
            (Face::Choice(a), Face::Choice(b)) => {
                out.front = changed(&a.stem, &b.stem);
                let text = |t: &Option<Text>| t.clone().unwrap_or_default();
                out.explanation = changed(&text(&a.explanation), &text(&b.explanation));
                for (x, y) in a.options.iter().zip(&b.options) {
                    out.options
                        .extend(changed(&x.text, &y.text).map(|t| (x.id.clone(), t)));
                    let why = changed(&text(&x.why), &text(&y.why));
                    out.why.extend(why.map(|t| (x.id.clone(), t)));
                }
                let keys = |c: &super::card::Choice| -> Vec<OptionId> {
                    let keys = c.options.iter().filter(|o| o.correct);
                    keys.map(|o| o.id.clone()).collect()
                };
                out.key = Some(keys(b)).filter(|k| *k != keys(a));
            }
            _ => return None,
        }
        (!out.is_empty()).then_some(out)
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
    use crate::domain::card::{Choice, ChoiceOption, Flashcard, Origin};

    fn card(face: Face) -> Card {
        Card::bare(CardId::new("a").unwrap(), face)
    }

    fn flashcard(back: &str) -> Card {
        card(Face::Flashcard(Flashcard {
            front: Text::new("What?"),
            back: Text::new(back),
        }))
    }

    fn question(key: &str, text: &str) -> Card {
        let option = |id: &str| ChoiceOption {
            id: OptionId::new(id).unwrap(),
            text: Text::new(text),
            correct: id == key,
            why: None,
        };
        card(Face::Choice(Choice {
            stem: Text::new("Which?"),
            options: ["a", "b"].map(option).into(),
            explanation: None,
            level: None,
            tests: Vec::new(),
            origin: Origin::Authored,
        }))
    }

    #[test]
    fn a_corrected_card_says_so_and_when_the_original_has_changed() {
        let original = flashcard("That.");
        let wanted = flashcard("This.");
        let correction = Correction::between(&original, &wanted, &original).unwrap();
        let now = correction.apply(original.clone());
        assert_eq!(now.face, wanted.face);
        assert_eq!(now.status.unwrap().as_str(), "Corrected by you.");
        let later = correction.apply(flashcard("That other."));
        assert_eq!(later.face, wanted.face);
        assert!(later.status.unwrap().as_str().contains("has changed"));
        assert_eq!(Correction::between(&original, &original, &original), None);
    }

    #[test]
    fn two_corrections_of_different_parts_both_count() {
        let original = question("a", "x");
        let key = Correction::between(&original, &question("b", "x"), &original).unwrap();
        let text = Correction::between(&original, &question("a", "y"), &original).unwrap();
        for (first, second) in [(&key, &text), (&text, &key)] {
            let mut both = first.clone();
            both.take(second);
            assert_eq!(both.apply(original.clone()).face, question("b", "y").face);
        }
    }

    #[test]
    fn a_key_that_no_option_has_any_more_is_left_as_it_came() {
        let gone = Correction {
            key: Some(vec![OptionId::new("z").unwrap()]),
            ..Correction::default()
        };
        let original = question("a", "x");
        assert_eq!(gone.apply(original.clone()).face, original.face);
    }
}
