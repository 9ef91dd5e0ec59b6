//! The world behind the screen: what effects are performed through.
//!
//! The command line implements it with real files and a real clock; tests
//! with a diary in memory. Everything else about an effect is here.

use super::app::{App, Effect, Msg};
use super::theme::ThemeChoice;
use crate::domain::{Card, CardIx, CardRef, Event, Happening, Moment, Text};
use crate::exam::clock::Reading;
use crate::exam::heartbeat::Heartbeat;
use crate::scheduling::Progress;
use crate::session::search::Haystack;
use std::collections::VecDeque;

/// The world that the screen acts on. Every error is a sentence for a person.
pub trait Shell {
    /// The time.
    fn now(&mut self) -> Moment;

    /// Reads a card's wording.
    ///
    /// # Errors
    /// What is wrong with its deck, and how to mend it.
    fn load(&mut self, card: CardIx) -> Result<Card, Text>;

    /// Reads every card's wording, for search.
    fn read_all(&mut self) -> Haystack;

    /// What happened to a card under any of its names, in order.
    fn history(&mut self, names: &[CardRef]) -> Vec<Event>;

    /// Writes to the journal, and returns only when it is safely there.
    ///
    /// # Errors
    /// Why it is not on disk.
    fn record(&mut self, what: &Happening, now: Moment) -> Result<Recorded, Text>;

    /// Folds the whole journal anew.
    ///
    /// # Errors
    /// Why it can't be read.
    fn refold(&mut self) -> Result<Progress, Text>;

    /// What the machine's clocks say. Without a boot-time clock the wall clock
    /// has to do.
    fn clock(&mut self) -> Reading {
        Reading {
            wall_ms: self.now().utc_ms,
            ..Reading::default()
        }
    }

    /// Keeps a paper's sign of life, for the start after a crash.
    fn beat(&mut self, _beat: &Heartbeat) {}

    /// Takes the seat at the open paper, unless another program has it.
    fn take_seat(&mut self) -> Seat {
        Seat::Ours(Found::default())
    }

    /// Leaves it, if it is ours.
    fn leave_seat(&mut self) {}

    /// Remembers the theme for the next start.
    ///
    /// # Errors
    /// Why it can't be remembered.
    fn keep_theme(&mut self, theme: ThemeChoice) -> Result<(), Text>;
}

/// What is safely on disk.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    /// As the journal has it.
    pub event: Event,
    /// What the person should know of it: a rescue file, say.
    pub remark: Option<Text>,
}

/// Whether this program may sit the open paper, or begin one.
#[derive(Debug)]
pub enum Seat {
    /// Another one on this machine is at it.
    Taken,
    /// It may.
    Ours(Found),
}

/// What was found on taking the seat.
#[derive(Debug, Default)]
pub struct Found {
    /// The latest sign of life that was kept.
    pub beat: Option<Box<Heartbeat>>,
    /// Progress, if others wrote since it was last folded.
    pub progress: Option<Box<Progress>>,
}

/// Hands a message to the program and performs what comes of it, until
/// nothing more does. Says whether the program goes on.
pub fn deliver(app: &mut App, msg: Msg, shell: &mut impl Shell) -> bool {
    let now = shell.now();
    let clock = shell.clock();
    app.update(Msg::Clock(clock), now);
    let mut effects = VecDeque::from(app.update(msg, now));
    while let Some(effect) = effects.pop_front() {
        if effect == Effect::Quit {
            return false;
        }
        if let Some(answer) = perform(effect, now, shell) {
            effects.extend(app.update(answer, shell.now()));
        }
    }
    if !app.has_seat() {
        shell.leave_seat();
    }
    true
}

fn perform(effect: Effect, now: Moment, shell: &mut impl Shell) -> Option<Msg> {
    match effect {
        Effect::Load(ix) => Some(match shell.load(ix) {
            Ok(card) => Msg::Loaded(ix, Box::new(card)),
            Err(why) => Msg::NotLoaded(why),
        }),
        Effect::ReadAll => Some(Msg::ReadAll(Box::new(shell.read_all()))),
        Effect::History(ix, names) => {
            let events = shell.history(&names);
            Some(Msg::History(ix, names, events))
        }
        Effect::Record(what) => Some(match shell.record(&what, now) {
            Ok(done) => Msg::Saved(Box::new(done.event), done.remark),
            Err(why) => Msg::NotSaved(Box::new(what), why),
        }),
        Effect::Refold => Some(match shell.refold() {
            Ok(progress) => Msg::Refolded(Box::new(progress)),
            Err(why) => Msg::NotLoaded(why),
        }),
        Effect::LoadAll(cards) => {
            let read = cards.into_iter();
            let found = read.filter_map(|ix| Some((ix, shell.load(ix).ok()?)));
            Some(Msg::LoadedAll(found.collect()))
        }
        Effect::Beat(beat) => {
            shell.beat(&beat);
            None
        }
        Effect::TakeSeat => Some(Msg::Seat(shell.take_seat())),
        Effect::KeepTheme(theme) => shell.keep_theme(theme).err().map(Msg::Remark),
        Effect::Quit => None,
    }
}
