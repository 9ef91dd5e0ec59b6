//! Rows of the table of bad inputs, by number: what a person sees of each.

use cramless::domain::{Severity, Text};
use cramless::storage::deck_file::{ReadDeck, read_deck};

mod content;
mod files;
mod syntax;

/// Reads a deck from a file called `d.json`.
fn read(bytes: impl AsRef<[u8]>) -> ReadDeck {
    read_deck(&Text::new("d.json"), bytes.as_ref())
}

/// A deck of those cards.
fn deck(cards: &str) -> String {
    format!("{{\"format\":1,\"id\":\"d\",\"title\":\"D\",\"cards\":[\n{cards}\n]}}\n")
}

fn flashcard(id: &str) -> String {
    format!(r#"{{"id":"{id}","kind":"flashcard","front":"f","back":"b"}}"#)
}

/// A question with those options, and a flashcard that should survive it.
fn question(options: &str) -> String {
    deck(&format!(
        "{},\n{{\"id\":\"q\",\"kind\":\"choice\",\"stem\":\"s\",\"options\":[{options}]}}",
        flashcard("good")
    ))
}

/// The problems as lines, with how many cards were kept (none: refused).
#[track_caller]
fn sees(read: &ReadDeck, cards: Option<usize>, lines: &[&str]) {
    let seen: Vec<String> = read.problems.iter().map(ToString::to_string).collect();
    assert_eq!(seen, lines);
    assert_eq!(read.deck.as_ref().map(|d| d.cards.len()), cards);
    assert_eq!(read.spans.len(), cards.unwrap_or(0));
}

/// The file is refused, for this one reason.
#[track_caller]
fn refused(bytes: impl AsRef<[u8]>, line: &str) {
    let read = read(bytes);
    sees(&read, None, &[line]);
    assert_eq!(read.problems[0].severity, Severity::Error);
}

/// One card is left out, for this reason; one is kept.
#[track_caller]
fn quarantined(bytes: impl AsRef<[u8]>, lines: &[&str]) {
    let read = read(bytes);
    sees(&read, Some(1), lines);
    assert!(
        read.problems
            .iter()
            .any(|p| p.severity == Severity::Quarantine)
    );
}

/// All is used, with this warning.
#[track_caller]
fn warned(bytes: impl AsRef<[u8]>, cards: usize, line: &str) {
    let read = read(bytes);
    sees(&read, Some(cards), &[line]);
    assert_eq!(read.problems[0].severity, Severity::Warning);
}
