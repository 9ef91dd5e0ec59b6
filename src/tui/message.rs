//! What the program hears of the world, and what it asks of it.

use super::keymap::Command;
use super::shell::{Remade, Seat};
use super::theme::ThemeChoice;
use super::work::{Found, Job};
use crate::domain::{Card, CardIx, CardRef, Catalogue, Event, Happening, Text};
use crate::exam::clock::Reading;
use crate::exam::heartbeat::Heartbeat;
use crate::scheduling::Progress;
use crate::session::desk::Owed;
use crate::session::mixups::Confused;
use crate::session::own::NewCard;
use crate::session::search::Haystack;
use crate::storage::config::SecondLook;
use std::sync::Arc;

/// Something that happened.
#[derive(Debug)]
pub enum Msg {
    /// The person asked for something.
    Do(Command),
    /// A character was typed into a line of text.
    Type(char),
    /// Text was pasted.
    Paste(String),
    /// Backspace in a line of text.
    Erase,
    /// A click there: column, row.
    Click(u16, u16),
    /// The wheel turned, downwards or upwards.
    Wheel {
        /// Downwards.
        down: bool,
    },
    /// The window has this size: columns, rows.
    Resize(u16, u16),
    /// Time passes.
    Tick,
    /// A card's wording is here.
    Loaded(CardIx, Box<Card>),
    /// A card's wording can't be read.
    NotLoaded(Text),
    /// Every card's wording is here.
    ReadAll(Box<Haystack>),
    /// What happened to a card under these names is here.
    History(CardIx, Vec<CardRef>, Vec<Event>),
    /// What was to be recorded is on disk; perhaps with a remark on where.
    Saved(Box<Event>, Option<Text>),
    /// What was to be recorded is not on disk.
    NotSaved(Box<Happening>, Text),
    /// Everything was folded anew.
    Refolded(Box<Progress>),
    /// Every card there is, comparisons of what was mixed up included, and since
    /// when each of those is worth having; none if nobody could look.
    Compared(Option<(Arc<Catalogue>, Vec<Owed>)>),
    /// The editor is done with a card's form: the card as it came, and the form.
    Edited(CardIx, Box<Card>, Result<String, Text>),
    /// The person's own cards were made anew, or why not.
    Remade(Result<Remade, Text>),
    /// A remark from outside, for the person to read.
    Remark(Text),
    /// What the machine's clocks say; comes before every other message.
    Clock(Reading),
    /// The wording of many cards, as far as it can be read.
    LoadedAll(Vec<(CardIx, Card)>),
    /// Whether the seat at the open paper is ours.
    Seat(Seat),
    /// A job of that number was done in the background.
    Found(u64, Box<Found>),
    /// A job of that number came to nothing: there was no thread for it, or it
    /// died.
    Gone(u64),
}

/// Something to be done to the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read a card's wording; answered by `Loaded` or `NotLoaded`.
    Load(CardIx),
    /// Read every card's wording; answered by `ReadAll`.
    ReadAll,
    /// Read what happened to a card under its names; answered by `History`.
    History(CardIx, Vec<CardRef>),
    /// Write to the journal; answered by `Saved` or `NotSaved`.
    Record(Happening),
    /// Fold the journal anew; answered by `Refolded`.
    Refold,
    /// Read many cards' wording; answered by `LoadedAll`.
    LoadAll(Vec<CardIx>),
    /// Look for what was mixed up in these questions; answered by `Compared`.
    Compare(Vec<Confused>),
    /// Let the person change a card in an editor, beginning with its form or with
    /// what became of it before; answered by `Edited`.
    EditCard(CardIx, Option<String>),
    /// Open an address of the web; answered by a remark.
    OpenLink(String),
    /// Add a card to the person's own; answered by `Remade`.
    AddOwn(NewCard),
    /// Let the person change the summary of their own cards; answered by `Remade`.
    EditOwn,
    /// Keep a paper's sign of life.
    Beat(Box<Heartbeat>),
    /// Take the seat at the open paper; answered by `Seat`. It is left when no
    /// paper is on the table any more.
    TakeSeat,
    /// Remember the theme.
    KeepTheme(ThemeChoice),
    /// Remember when failed cards are looked at once more.
    KeepSecondLook(SecondLook),
    /// Begin a job in the background; answered by `Found` or `Gone`, unless it
    /// is dropped.
    Start(Box<Job>),
    /// Drop what runs in the background.
    Stop,
    /// End the program.
    Quit,
}
