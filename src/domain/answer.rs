//! Answers: how a card was graded, and when a set of options is right.

use super::card::Choice;
use super::id::OptionId;
use serde::{Deserialize, Serialize};

/// How well a flashcard was recalled, as the person judged it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Forgotten.
    Again,
    /// Recalled with real effort.
    Hard,
    /// Recalled.
    Good,
    /// Recalled at once.
    Easy,
}

impl Grade {
    /// All four, in the order of their keys 1–4.
    pub const ALL: [Grade; 4] = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy];

    /// 1 (Again) to 4 (Easy), as FSRS counts.
    pub fn number(self) -> u32 {
        self as u32 + 1
    }

    /// Whether it counts as recalled.
    pub fn passed(self) -> bool {
        self != Grade::Again
    }

    /// The word on the key.
    pub fn label(self) -> &'static str {
        match self {
            Grade::Again => "Again",
            Grade::Hard => "Hard",
            Grade::Good => "Good",
            Grade::Easy => "Easy",
        }
    }
}

/// What the person said of their certainty when choosing options.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sureness {
    /// "I guessed".
    Guessed,
    /// Nothing was said.
    #[default]
    Unsaid,
    /// "I'm sure".
    Sure,
}

/// The grade that a question gives itself: wrong is Again, a lucky guess Hard.
pub fn grade_of_choice(right: bool, sure: Sureness) -> Grade {
    match (right, sure) {
        (false, _) => Grade::Again,
        (true, Sureness::Guessed) => Grade::Hard,
        (true, _) => Grade::Good,
    }
}

/// A mark of a set of options, whatever their order: two keys with the same
/// mark are the same key.
pub fn mark<'a>(options: impl IntoIterator<Item = &'a OptionId>) -> u32 {
    let mut ids: Vec<&str> = options.into_iter().map(OptionId::as_str).collect();
    ids.sort_unstable();
    ids.dedup();
    crc32fast::hash(ids.join("\n").as_bytes())
}

/// Whether exactly the keys were chosen: all or nothing, order and repeats
/// don't matter, unknown options make it wrong.
pub fn is_right(choice: &Choice, chosen: &[OptionId]) -> bool {
    choice
        .options
        .iter()
        .all(|o| o.correct == chosen.contains(&o.id))
        && chosen
            .iter()
            .all(|id| choice.options.iter().any(|o| o.id == *id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::card::{ChoiceOption, Origin};
    use crate::domain::text::Text;

    fn choice(keys: &[bool]) -> Choice {
        let options = keys.iter().enumerate().map(|(i, &correct)| ChoiceOption {
            id: OptionId::new(format!("o{i}")).expect("an id"),
            text: Text::new("text"),
            correct,
            why: None,
        });
        Choice {
            stem: Text::new("stem"),
            options: options.collect(),
            explanation: None,
            level: None,
            tests: Vec::new(),
            origin: Origin::Authored,
        }
    }

    fn ids(names: &[&str]) -> Vec<OptionId> {
        names
            .iter()
            .map(|n| OptionId::new(*n).expect("an id"))
            .collect()
    }

    #[test]
    fn multiple_response_is_all_or_nothing() {
        let c = choice(&[true, false, true, false, false]);
        assert!(is_right(&c, &ids(&["o2", "o0"])));
        assert!(!is_right(&c, &ids(&["o0"])));
        assert!(!is_right(&c, &ids(&["o0", "o2", "o1"])));
        assert!(!is_right(&c, &ids(&["o0", "o2", "nowhere"])));
        assert!(!is_right(&c, &[]));
    }

    #[test]
    fn a_guess_is_worth_less_than_knowledge() {
        assert_eq!(grade_of_choice(true, Sureness::Guessed), Grade::Hard);
        assert_eq!(grade_of_choice(true, Sureness::Unsaid), Grade::Good);
        assert_eq!(grade_of_choice(false, Sureness::Sure), Grade::Again);
    }
}
