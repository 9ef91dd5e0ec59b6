//! Deck format 1: JSON bytes ⇄ [`Deck`].
//!
//! Reading is strict about what could cost a person their history (ids, fields
//! that stand twice) and kind about the rest: a card that can't work is left
//! out and named, and the other cards are used.

mod card;
mod choice;
mod wire;

use super::json_text::{Flaw, Form, Object, Report, Source, Who, id_fault, offset_in};
use crate::domain::{Card, CardId, Deck, DeckId, Problem, Severity, Text};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The newest format that is understood.
pub const FORMAT: u32 = 1;

/// The largest deck file in bytes.
pub const MAX_FILE: u64 = 32 * 1024 * 1024;

/// The most cards in a deck.
pub const MAX_CARDS: usize = 200_000;

/// A deck's outline, shown to whoever wrote something else.
const SKELETON: &str = r#"{ "format": 1, "id": "my-deck", "title": "My deck", "cards": [ { "id": "a", "kind": "flashcard", "front": "…", "back": "…" } ] }"#;

const FORM: Form = Form {
    known: &[
        "$schema", "format", "id", "title", "exam", "source", "cards",
    ],
    cost: Severity::Error,
};

/// Where a card's JSON stands in its file, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Offset of its first byte.
    pub at: u32,
    /// Length.
    pub len: u32,
}

/// What a deck file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadDeck {
    /// The deck, if the file can be used at all.
    pub deck: Option<Deck>,
    /// Of each of its cards, in order.
    pub spans: Vec<Span>,
    /// Of each of its cards, in order: the line it starts on.
    pub lines: Vec<u32>,
    /// In the file's order.
    pub problems: Vec<Problem>,
}

/// Reads a deck. `file` is its name as shown in problems.
pub fn read_deck(file: &Text, bytes: &[u8]) -> ReadDeck {
    let mut out = ReadDeck {
        deck: None,
        spans: Vec::new(),
        lines: Vec::new(),
        problems: Vec::new(),
    };
    if bytes.len() as u64 > MAX_FILE {
        let what = format!(
            "the file has {} bytes; a deck has at most {MAX_FILE} (32 MiB) and {MAX_CARDS} cards",
            bytes.len()
        );
        let problem = Problem::of_file(file, Severity::Error, "too-large", what);
        out.problems.push(problem.help("split it"));
        return out;
    }
    let source = match Source::of(bytes) {
        Ok(source) => source,
        Err(flaw) => {
            let mut report = Report::new(file, "");
            report.add(flaw);
            out.problems = report.finish();
            return out;
        }
    };
    let mut report = Report::new(file, source.text);
    if let Some((deck, raws)) = deck(&mut report) {
        for raw in &raws {
            let at = offset_in(source.text, raw);
            out.lines.push(report.line(at));
            out.spans.push(span(source.base + at, raw.len()));
        }
        out.deck = (!report.refused()).then_some(deck);
    }
    if out.deck.is_none() {
        out.spans.clear();
        out.lines.clear();
    }
    out.problems = report.finish();
    out
}

/// Reads one card of a deck from its own bytes, as a [`Span`] cuts them out.
/// Nothing if they aren't a card that works.
pub fn read_card(bytes: &[u8]) -> Option<Card> {
    let text = std::str::from_utf8(bytes).ok()?;
    let file = Text::default();
    let mut report = Report::new(&file, text);
    let card = card::read(text, 1, &mut report)?;
    (!report.refused()).then_some(card)
}

/// Writes a deck: the same deck always gives the same bytes.
pub fn write_deck(deck: &Deck) -> String {
    // Strings, numbers and booleans into memory: there is nothing to fail.
    let mut out = serde_json::to_string_pretty(&wire::DeckWire::from(deck)).unwrap_or_default();
    out.push('\n');
    out
}

/// The JSON Schema of decks.
pub fn schema() -> serde_json::Value {
    super::schema::of::<wire::DeckWire<'static>>("Cramless deck, format 1")
}

fn span(at: usize, len: usize) -> Span {
    // Both are below MAX_FILE.
    let cap = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Span {
        at: cap(at),
        len: cap(len),
    }
}

/// Whether the format is one that this program reads.
pub(super) fn format_fits(
    object: &Object<'_>,
    report: &mut Report<'_>,
    kind: &'static str,
) -> bool {
    let at = object.at_field(report, "format");
    let flaw = match object.raw("format") {
        Some("1") => return true,
        None => {
            let what = format!("{kind}: the field \"format\" is missing; format 1 is assumed");
            report.add(
                Flaw::new(Severity::Warning, "missing-format", at, what).help("add \"format\": 1"),
            );
            return true;
        }
        Some(n) if n.parse::<u64>().is_ok_and(|n| n > 1) => {
            let short: String = n.chars().take(20).collect();
            let what =
                format!("made for format {short}; this program knows format {FORMAT} at most");
            Flaw::error("newer-format", at, what).help("upgrade cramless; the file stays untouched")
        }
        Some(other) => {
            let short: String = other.chars().take(20).collect();
            Flaw::error(
                "format",
                at,
                format!("{kind}: \"format\" must be the number 1, not {short}"),
            )
        }
    };
    report.add(flaw);
    false
}

/// Reads the deck and the JSON of the cards that were kept.
fn deck<'a>(report: &mut Report<'a>) -> Option<(Deck, Vec<&'a str>)> {
    let who = Who::only("deck");
    let object = Object::of_file(report, &FORM, who, SKELETON)?;
    if !format_fits(&object, report, "deck") {
        return None;
    }
    object.warn_of_unknown(report, &FORM, who);
    let id = object.required(report, who, "id").and_then(|_| {
        let id = object.string(report, who, "id")?;
        let at = object.at_field(report, "id");
        if let Some((what, help)) = id_fault(&id) {
            report.add(Flaw::error("bad-id", at, format!("deck \"{id}\": {what}")).help(help));
        }
        DeckId::new(id.into_owned()).ok()
    });
    let title = object.required_text(report, who, "title");
    let exam = object.text(report, who, "exam").filter(|e| !e.is_blank());
    let source = object.texts(report, who, "source");
    let raws = cards_of(&object, report, who)?;
    let mut cards = Cards::default();
    for (i, raw) in raws.into_iter().enumerate() {
        if let Some(card) = card::read(raw, i + 1, report) {
            cards.keep(card, i + 1, raw, report);
        }
    }
    let (id, title) = (id?, title?);
    if cards.kept.is_empty() && !report.refused() {
        let at = object.at_field(report, "cards");
        let what = "the deck has no cards that can be studied";
        report.add(Flaw::new(Severity::Warning, "no-cards", at, what));
    }
    let deck = Deck {
        id,
        title,
        exam,
        source,
        cards: cards.kept,
    };
    Some((deck, cards.raws))
}

fn cards_of<'a>(
    object: &Object<'a>,
    report: &mut Report<'a>,
    who: Who<'_>,
) -> Option<Vec<&'a str>> {
    let value = object.required(report, who, "cards")?;
    if !value.starts_with('[') {
        let at = object.at_field(report, "cards");
        let flaw = Flaw::error("shape", at, "deck: \"cards\" must be a list of cards");
        report.add(flaw.help(format!("expected {SKELETON}")));
        return None;
    }
    let raws = object.list(report, who, "cards");
    if raws.len() > MAX_CARDS {
        let at = object.at_field(report, "cards");
        let what = format!(
            "the deck has {} cards; at most {MAX_CARDS} are allowed",
            raws.len()
        );
        report.add(Flaw::error("too-many-cards", at, what).help("split it"));
        return None;
    }
    Some(raws)
}

/// The cards kept so far, and the ids they took.
#[derive(Default)]
struct Cards<'a> {
    kept: Vec<Card>,
    raws: Vec<&'a str>,
    /// Where each id stands.
    ids: HashMap<CardId, (usize, &'a str)>,
    /// Ids as a file system that ignores case would have them.
    folded: HashMap<String, CardId>,
}

impl<'a> Cards<'a> {
    fn keep(&mut self, card: Card, ordinal: usize, raw: &'a str, report: &mut Report<'a>) {
        let at = offset_in(report.text(), raw);
        if let Some((first, first_raw)) = self.ids.get(&card.id) {
            let line = report.line(offset_in(report.text(), first_raw));
            let what = format!(
                "card {ordinal} \"{}\": card {first} on line {line} has the same id, \
                 and their histories would merge",
                card.id
            );
            let flaw = Flaw::new(Severity::Quarantine, "duplicate-id", at, what);
            report.add(flaw.help("give one of them an id of its own"));
            return;
        }
        self.ids.insert(card.id.clone(), (ordinal, raw));
        let folded = card.id.as_str().to_lowercase();
        if let Some(other) = self.folded.get(&folded) {
            let what = format!(
                "card {ordinal} \"{}\": its id differs from \"{other}\" only in upper and lower case",
                card.id
            );
            report.add(Flaw::new(Severity::Warning, "similar-id", at, what));
        } else {
            self.folded.insert(folded, card.id.clone());
        }
        self.kept.push(card);
        self.raws.push(raw);
    }
}

#[cfg(test)]
mod tests;
