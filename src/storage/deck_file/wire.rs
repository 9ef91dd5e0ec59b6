//! A deck as its file has it: what is written, and what the schema tells editors.
//!
//! Reading goes another way (`json_text`), since it must say what is wrong and
//! where; a test keeps the two to the same fields. The order of fields is the
//! order in the file.

use crate::domain::{Card, Choice, Deck, Face, Origin, Tier};
use schemars::JsonSchema;
use serde::Serialize;

type Words<'a> = Vec<&'a str>;

/// A deck of flashcards and exam questions, format 1.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Deck", deny_unknown_fields)]
pub(super) struct DeckWire<'a> {
    /// The schema that an editor should check this file against.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    #[schemars(extend("format" = "uri-reference"))]
    schema: Option<&'a str>,
    /// The version of this format.
    #[schemars(extend("const" = 1))]
    format: u32,
    /// Unique in a library: segments of letters, digits, '.', '_' and '-',
    /// joined by single '/', at most 128 bytes. A person's history hangs on it.
    #[schemars(with = "IdSchema")]
    id: &'a str,
    /// For people.
    #[schemars(length(min = 1, max = 16384))]
    title: &'a str,
    /// The code of the exam it prepares for, such as MLS-C01.
    #[serde(skip_serializing_if = "Option::is_none")]
    exam: Option<&'a str>,
    /// The files it was generated from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    source: Words<'a>,
    /// In teaching order.
    #[schemars(length(max = 200000))]
    cards: Vec<CardWire<'a>>,
}

/// A flashcard or a question.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Card")]
#[serde(untagged)]
enum CardWire<'a> {
    Flashcard(FlashcardWire<'a>),
    Choice(ChoiceWire<'a>),
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum FlashcardKind {
    Flashcard,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum ChoiceKind {
    Choice,
}

/// A question that is answered from memory and graded by the person.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Flashcard", deny_unknown_fields)]
struct FlashcardWire<'a> {
    /// Unique in its deck, and stable: rewording a card never changes it.
    #[schemars(with = "IdSchema")]
    id: &'a str,
    /// Answered from memory.
    kind: FlashcardKind,
    #[serde(flatten)]
    about: About<'a>,
    /// What is asked: inline Markdown.
    #[schemars(length(min = 1, max = 16384))]
    front: &'a str,
    /// The answer: inline Markdown.
    #[schemars(length(min = 1, max = 16384))]
    back: &'a str,
    #[serde(flatten)]
    more: More<'a>,
}

/// A multiple-choice or multiple-response question, which grades itself. How
/// many to choose is shown from the options marked correct.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Choice", deny_unknown_fields)]
struct ChoiceWire<'a> {
    /// Unique in its deck, and stable: rewording a card never changes it.
    #[schemars(with = "IdSchema")]
    id: &'a str,
    /// Options to choose from.
    kind: ChoiceKind,
    #[serde(flatten)]
    about: About<'a>,
    /// How hard: 1 easy, 3 hard.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 3))]
    level: Option<u8>,
    /// The cards or notes whose knowledge it needs: ids of this deck, of
    /// another deck of the exam, or DECK#CARD.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    tests: Words<'a>,
    /// The scenario and its question: inline Markdown.
    #[schemars(length(min = 1, max = 16384))]
    stem: &'a str,
    /// Shuffled on every showing, so that no text may name an option by letter.
    #[schemars(length(min = 2, max = 26))]
    options: Vec<OptionWire<'a>>,
    /// The principle behind the key: inline Markdown.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<&'a str>,
    #[serde(flatten)]
    more: More<'a>,
    /// Written by a person (the default), or derived from facts.
    #[schemars(with = "Option<OriginSchema>")]
    origin: Origin,
}

/// What a card is about.
#[derive(Serialize, JsonSchema)]
struct About<'a> {
    /// The blueprint's task statement, DOMAIN.TASK.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"^[1-9][0-9]?[0-9]?\.[1-9][0-9]?[0-9]?$"))]
    task: Option<String>,
    /// Free words to filter by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    tags: Words<'a>,
    /// The fact behind it: cards of one note are siblings.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<IdSchema>")]
    note: Option<&'a str>,
    /// What it teaches or tests.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<IdSchema>")]
    concept: Option<&'a str>,
    /// Core (the default) comes first; detail waits until core is secure or its
    /// topic was missed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<TierSchema>")]
    tier: Option<Tier>,
    /// Ids whose history it takes over.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default, with = "Vec<IdSchema>")]
    was: Words<'a>,
}

/// Where to read on.
#[derive(Serialize, JsonSchema)]
struct More<'a> {
    /// Where to read on, as a rule a URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a str>,
    /// What became of the thing taught, with its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
}

/// One option of a question.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Option", deny_unknown_fields)]
struct OptionWire<'a> {
    /// Unique in its question.
    #[schemars(with = "IdSchema")]
    id: &'a str,
    /// What is offered: inline Markdown.
    #[schemars(length(min = 1, max = 16384))]
    text: &'a str,
    /// Whether it is to be chosen.
    correct: bool,
    /// Why it is right, or what it really is.
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
}

#[derive(JsonSchema)]
#[schemars(rename = "Id", transparent)]
#[expect(dead_code, reason = "stands for its schema only")]
struct IdSchema(
    #[schemars(
        length(min = 1, max = 128),
        // Looser than the law of ids, since not every validator knows \p{L}.
        regex(pattern = r"^[^./#\s][^/#\s]*(/[^./#\s][^/#\s]*)*$")
    )]
    String,
);

#[derive(JsonSchema)]
#[schemars(rename = "Tier", rename_all = "lowercase")]
#[expect(dead_code, reason = "stands for its schema only")]
enum TierSchema {
    Core,
    Detail,
}

#[derive(JsonSchema)]
#[schemars(rename = "Origin", rename_all = "lowercase")]
#[expect(dead_code, reason = "stands for its schema only")]
enum OriginSchema {
    Authored,
    Derived,
}

impl<'a> From<&'a Deck> for DeckWire<'a> {
    fn from(deck: &'a Deck) -> Self {
        Self {
            schema: None,
            format: super::FORMAT,
            id: deck.id.as_str(),
            title: deck.title.as_str(),
            exam: deck.exam.as_ref().map(|e| e.as_str()),
            source: deck.source.iter().map(|s| s.as_str()).collect(),
            cards: deck.cards.iter().map(CardWire::from).collect(),
        }
    }
}

impl<'a> From<&'a Card> for CardWire<'a> {
    fn from(card: &'a Card) -> Self {
        let question = matches!(card.face, Face::Choice(_));
        let about = About {
            task: card.task.map(|t| t.to_string()),
            tags: card.tags.iter().map(|t| t.as_str()).collect(),
            note: card.note.as_ref().map(|n| n.as_str()),
            concept: card.concept.as_ref().map(|c| c.as_str()),
            // Of a question core goes without saying.
            tier: (!question || card.tier == Tier::Detail).then_some(card.tier),
            was: card.was.iter().map(|w| w.as_str()).collect(),
        };
        let more = More {
            reference: card.reference.as_ref().map(|r| r.as_str()),
            status: card.status.as_ref().map(|s| s.as_str()),
        };
        let id = card.id.as_str();
        match &card.face {
            Face::Flashcard(face) => CardWire::Flashcard(FlashcardWire {
                id,
                kind: FlashcardKind::Flashcard,
                about,
                front: face.front.as_str(),
                back: face.back.as_str(),
                more,
            }),
            Face::Choice(face) => CardWire::Choice(choice(id, about, face, more)),
        }
    }
}

fn choice<'a>(id: &'a str, about: About<'a>, face: &'a Choice, more: More<'a>) -> ChoiceWire<'a> {
    let option = |o: &'a crate::domain::ChoiceOption| OptionWire {
        id: o.id.as_str(),
        text: o.text.as_str(),
        correct: o.correct,
        why: o.why.as_ref().map(|w| w.as_str()),
    };
    ChoiceWire {
        id,
        kind: ChoiceKind::Choice,
        about,
        level: face.level,
        tests: face.tests.iter().map(|t| t.as_str()).collect(),
        stem: face.stem.as_str(),
        options: face.options.iter().map(option).collect(),
        explanation: face.explanation.as_ref().map(|e| e.as_str()),
        more,
        origin: face.origin,
    }
}
