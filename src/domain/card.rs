//! Cards and decks as the program thinks of them; their JSON is storage's.

use super::exam::TaskId;
use super::id::{CardId, DeckId, OptionId};
use super::text::Text;
use serde::{Deserialize, Serialize};

/// A deck: cards compiled from one or more summaries, or a person's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Deck {
    /// Unique in a library.
    pub id: DeckId,
    /// For people.
    pub title: Text,
    /// The code of the exam it prepares for, if any.
    pub exam: Option<Text>,
    /// The files it was generated from.
    pub source: Vec<Text>,
    /// In teaching order.
    pub cards: Vec<Card>,
}

/// One thing to know, or one question to answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Stable: never derived from the wording.
    pub id: CardId,
    /// What is shown and asked.
    pub face: Face,
    /// The blueprint's task statement it belongs to.
    pub task: Option<TaskId>,
    /// Free words to filter by.
    pub tags: Vec<Text>,
    /// The fact behind it: cards of one note are siblings.
    pub note: Option<CardId>,
    /// What it teaches or tests.
    pub concept: Option<CardId>,
    /// Detail waits until core is secure.
    pub tier: Tier,
    /// Ids whose history it takes over.
    pub was: Vec<CardId>,
    /// Where to read on.
    pub reference: Option<Text>,
    /// What became of the thing taught, with its date.
    pub status: Option<Text>,
}

impl Card {
    /// Of which nothing but id and face is known.
    pub fn bare(id: CardId, face: Face) -> Self {
        Self {
            id,
            face,
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
}

/// The two kinds of card.
#[derive(Debug, Clone, PartialEq)]
pub enum Face {
    /// Asked in free recall, graded by the person.
    Flashcard(Flashcard),
    /// Options to choose from, graded by itself.
    Choice(Choice),
}

/// Front and back.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flashcard {
    /// The question (inline Markdown).
    pub front: Text,
    /// The answer (inline Markdown).
    pub back: Text,
}

/// A multiple-choice or multiple-response question.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// The scenario and its question (inline Markdown).
    pub stem: Text,
    /// In the author's order; shown shuffled.
    pub options: Vec<ChoiceOption>,
    /// The principle behind the key.
    pub explanation: Option<Text>,
    /// 1 easy to 3 hard.
    pub level: Option<u8>,
    /// Cards or notes whose knowledge it needs: ids of this deck, of another
    /// deck, or `DECK#CARD`.
    pub tests: Vec<Text>,
    /// Written by a person, or derived from facts.
    pub origin: Origin,
}

/// One option of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceOption {
    /// Unique in its question.
    pub id: OptionId,
    /// What is offered.
    pub text: Text,
    /// Whether it is a key.
    pub correct: bool,
    /// Why it is right, or what it really is.
    pub why: Option<Text>,
}

/// How much a card matters in its topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Learned first; the default.
    #[default]
    Core,
    /// Waits until core is secure or its topic was missed.
    Detail,
}

/// Where a question came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// Written by a person.
    Authored,
    /// Derived from the facts of a summary.
    Derived,
}

/// A card's kind without its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Free recall.
    Flashcard,
    /// Options.
    Choice,
}

impl Card {
    /// The card's kind.
    pub fn kind(&self) -> Kind {
        match self.face {
            Face::Flashcard(_) => Kind::Flashcard,
            Face::Choice(_) => Kind::Choice,
        }
    }

    /// Front or stem: what is asked.
    pub fn prompt(&self) -> &Text {
        match &self.face {
            Face::Flashcard(f) => &f.front,
            Face::Choice(c) => &c.stem,
        }
    }

    /// The question inside, if it is one.
    pub fn choice(&self) -> Option<&Choice> {
        match &self.face {
            Face::Choice(c) => Some(c),
            Face::Flashcard(_) => None,
        }
    }
}

impl Choice {
    /// How many options must be chosen.
    pub fn keys(&self) -> usize {
        self.options.iter().filter(|o| o.correct).count()
    }
}
