//! The keys of what is missed, of browsing, and of caring for cards.

use super::{Command, ENTER, Place, Row, row};
use crossterm::event::KeyCode::{self, Char};

use super::Shown::{First, Help, Second};

const ANSWERED: &[Place] = &[Place::Back, Place::Explained];
const LIST: &[Place] = &[Place::Searching];
const VIEW: &[Place] = &[Place::CardView];
const SHEETS: &[Place] = &[Place::Leech, Place::EditAgain];
const STUDY: &[Place] = &[Place::Front, Place::Back, Place::Choosing, Place::Explained];

#[rustfmt::skip]
pub(super) static TABLE: &[Row] = &[
    row(&[Place::Home], &[Char('x')], Command::Drill, First, ["x", "missed", "drill what you missed, most costly first"]),
    row(&[Place::Home], &[Char('b')], Command::Browse, Second, ["b", "browse", "search and browse all cards"]),
    row(&[Place::Home], &[Char('l')], Command::ListMissed, Help, ["l", "list missed", "list what you missed, each card with its history"]),
    row(&[Place::Home], &[Char('a')], Command::AddOwn, Second, ["a", "add a card", "write a card of your own"]),
    row(&[Place::Home], &[Char('E')], Command::Correct, Help, ["E", "my cards", "open the summary of your own cards in your editor"]),

    row(&[Place::Explained], &[Char('m')], Command::MixedUp, First, ["m", "mixed up", "after a wrong answer: I mixed two things up"]),
    row(&[Place::Explained], &[Char('r')], Command::Misread, First, ["r", "misread", "after a wrong answer: I misread the question"]),
    row(ANSWERED, &[Char('o')], Command::Note, Help, ["o", "note", "a note of your own, shown with the answer"]),
    row(ANSWERED, &[Char('E')], Command::Correct, Help, ["E", "correct", "put the card's wording right in your editor; of your own cards their summary"]),
    row(ANSWERED, &[Char('w')], Command::Link, Help, ["w", "web", "open the card's reference in a browser"]),
    row(ANSWERED, &[Char('v')], Command::Neighbours, Help, ["v", "neighbours", "list the cards near this one; Esc leads back"]),
    row(ANSWERED, &[Char('a')], Command::AddOwn, Help, ["a", "add a card", "write a card of your own"]),
    row(STUDY, &[Char('b')], Command::Bury, Help, ["b", "put aside", "put the card aside until tomorrow"]),
    row(&[Place::Explained], &[Char('d')], Command::Dispute, Help, ["d", "dispute", "dispute the key: the question leaves study and scoring; or take that back"]),

    row(LIST, &[KeyCode::Enter], Command::Confirm, First, ["Enter", "open", "read the card under the cursor"]),
    row(LIST, &[KeyCode::Down], Command::Down, First, ["↑ ↓", "move", "move between the cards found"]),
    row(LIST, &[KeyCode::Up], Command::Up, Help, ["", "", ""]),
    row(LIST, &[KeyCode::PageDown], Command::PageDown, Help, ["", "", ""]),
    row(LIST, &[KeyCode::PageUp], Command::PageUp, Help, ["", "", ""]),
    row(LIST, &[KeyCode::Home], Command::Top, Help, ["", "", ""]),
    row(LIST, &[KeyCode::End], Command::Bottom, Help, ["", "", ""]),
    row(LIST, &[Char('?')], Command::Help, First, ["?", "filters", "this help"]),
    row(LIST, &[KeyCode::Esc], Command::Back, First, ["Esc", "back", "take the words back; without any, to the first screen"]),

    row(VIEW, &[KeyCode::Esc, KeyCode::Enter], Command::Back, First, ["Esc", "list", "back to the list (also Enter)"]),
    row(VIEW, &[Char('n'), KeyCode::Right, Char('l')], Command::Right, First, ["n p", "next, back", "the card after or before in the list (also ← →)"]),
    row(VIEW, &[Char('p'), KeyCode::Left, Char('h')], Command::Left, Help, ["", "", ""]),
    row(VIEW, &[Char('-')], Command::Suspend, First, ["-", "suspend", "take the card out of study, or bring it back"]),
    row(VIEW, &[Char('b')], Command::Bury, First, ["b", "put aside", "put the card aside until tomorrow"]),
    row(VIEW, &[Char('o')], Command::Note, Second, ["o", "note", "a note of your own, shown with the answer"]),
    row(VIEW, &[Char('f')], Command::Flag, Second, ["f", "flag", "mark the card, or unmark it"]),
    row(VIEW, &[Char('d')], Command::Dispute, Second, ["d", "dispute", "dispute the key: the question leaves study and scoring; or take that back"]),
    row(VIEW, &[Char('r')], Command::Reset, Second, ["r", "reset", "start the card's history anew"]),
    row(VIEW, &[Char('?')], Command::Help, Second, ["?", "help", "this help"]),
    row(VIEW, &[Char('E'), Char('e')], Command::Correct, Second, ["E", "correct", "put the card's wording right in your editor; of your own cards their summary"]),
    row(VIEW, &[Char('w')], Command::Link, Second, ["w", "web", "open the card's reference in a browser"]),
    row(VIEW, &[Char('v')], Command::Neighbours, Help, ["v", "neighbours", "list the cards near this one"]),
    row(VIEW, &[Char('a')], Command::AddOwn, Help, ["a", "add a card", "write a card of your own"]),
    row(&[Place::MockWalk], &[Char('E')], Command::Correct, Help, ["E", "correct", "put the question's wording right in your editor"]),
    row(&[Place::MockWalk], &[Char('w')], Command::Link, Help, ["w", "web", "open the question's reference in a browser"]),
    row(VIEW, &[Char('u')], Command::Undo, Second, ["u", "undo", "take the last thing back, as often as you like"]),
    row(VIEW, &[KeyCode::Down, Char('j')], Command::Down, Help, ["↑ ↓", "scroll", "scroll (also j k, Page keys, the wheel)"]),
    row(VIEW, &[KeyCode::Up, Char('k')], Command::Up, Help, ["", "", ""]),
    row(VIEW, &[KeyCode::PageDown, Char(' ')], Command::PageDown, Help, ["", "", ""]),
    row(VIEW, &[KeyCode::PageUp], Command::PageUp, Help, ["", "", ""]),
    row(VIEW, &[KeyCode::Home], Command::Top, Help, ["", "", ""]),
    row(VIEW, &[KeyCode::End], Command::Bottom, Help, ["", "", ""]),
    row(VIEW, &[Char('q')], Command::Quit, Help, ["q", "quit", "leave; everything is saved (also Ctrl-C)"]),

    row(&[Place::Sure], &[Char('y')], Command::Yes, First, ["y", "yes", "yes"]),
    row(&[Place::Sure], &[KeyCode::Esc, Char('n')], Command::Back, First, ["Esc", "no", "no, leave it as it is"]),
    row(&[Place::Noting], &[KeyCode::Enter], Command::Confirm, First, ["Enter", "save", "keep the note"]),
    row(&[Place::Noting], &[KeyCode::Esc], Command::Back, First, ["Esc", "leave it", "leave the note as it was"]),
    row(&[Place::Leech], ENTER, Command::Back, First, ["Space", "go on", "go on with it (also Enter, Esc)"]),
    row(&[Place::Leech], &[KeyCode::Esc], Command::Back, Help, ["", "", ""]),
    row(&[Place::Leech], &[Char('o')], Command::Note, First, ["o", "note", "a note of your own, shown with the answer"]),
    row(&[Place::Leech], &[Char('-')], Command::Suspend, First, ["-", "suspend", "take the card out of study"]),
    row(&[Place::Leech], &[Char('v')], Command::Neighbours, First, ["v", "neighbours", "list the cards near this one; Esc leads back"]),
    row(SHEETS, &[KeyCode::Down, Char('j')], Command::Down, Help, ["↑ ↓", "scroll", "scroll (also j k, Page keys, the wheel)"]),
    row(SHEETS, &[KeyCode::Up, Char('k')], Command::Up, Help, ["", "", ""]),
    row(SHEETS, &[KeyCode::PageDown], Command::PageDown, Help, ["", "", ""]),
    row(SHEETS, &[KeyCode::PageUp], Command::PageUp, Help, ["", "", ""]),
    row(SHEETS, &[KeyCode::Home], Command::Top, Help, ["", "", ""]),
    row(SHEETS, &[KeyCode::End], Command::Bottom, Help, ["", "", ""]),
    row(&[Place::EditAgain], ENTER, Command::Confirm, First, ["Enter", "back to the editor", "mend it (also Space)"]),
    row(&[Place::EditAgain], &[KeyCode::Esc], Command::Back, First, ["Esc", "leave it", "leave it as it is"]),
    row(&[Place::Adding], &[KeyCode::Enter], Command::Confirm, First, ["Enter", "next", "the next line; from the last one: add the card"]),
    row(&[Place::Adding], &[KeyCode::Down, KeyCode::Tab], Command::Down, First, ["↑ ↓", "line", "another line (also Tab)"]),
    row(&[Place::Adding], &[KeyCode::Up, KeyCode::BackTab], Command::Up, Help, ["", "", ""]),
    row(&[Place::Adding], &[KeyCode::Esc], Command::Back, First, ["Esc", "leave", "leave without adding it"]),
];
