//! The world behind the screen: what effects are performed through.
//!
//! The command line implements it with real files and a real clock; tests
//! with a diary in memory. Everything else about an effect is here.

use super::app::{App, Effect, Msg};
use super::theme::ThemeChoice;
use super::work::Job;
use crate::domain::{Card, CardIx, CardRef, Catalogue, Event, Happening, Moment, Text};
use crate::exam::clock::Reading;
use crate::exam::heartbeat::Heartbeat;
use crate::scheduling::Progress;
use crate::session::desk::Owed;
use crate::session::mixups::Confused;
use crate::session::own::NewCard;
use crate::session::search::Haystack;
use crate::storage::config::SecondLook;
use std::collections::VecDeque;
use std::sync::Arc;

/// The world that the screen acts on. Every error is a sentence for a person.
pub trait Shell {
    /// The time.
    fn now(&mut self) -> Moment;

    /// Reads a card's wording.
    ///
    /// # Errors
    /// What is wrong with its deck, and how to mend it.
    fn load(&mut self, card: CardIx) -> Result<Card, Text>;

    /// Reads every card's wording, as the person corrected it, for search.
    fn read_all(&mut self, progress: &Progress) -> Haystack;

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

    /// The comparisons of what was mixed up in these questions, with when that
    /// was; and every card there is, since some of them may just have been made.
    fn compare(&mut self, _: &[Confused]) -> Option<(Arc<Catalogue>, Vec<Owed>)> {
        None
    }

    /// Lets the person change a text in an editor of theirs.
    ///
    /// # Errors
    /// There is no editor, or it failed.
    fn edit(&mut self, _text: &str) -> Result<String, Text> {
        Err("There is no editor here.".into())
    }

    /// Opens an address of the web in a browser, and says what came of it.
    fn open_link(&mut self, address: &str) -> Text {
        Text::new(address)
    }

    /// Adds a card to the person's own.
    ///
    /// # Errors
    /// Why it isn't on disk.
    fn add_own(&mut self, _card: &NewCard) -> Result<Remade, Text> {
        Err("Nothing can be added here.".into())
    }

    /// Lets the person change the summary of their own cards in an editor, and
    /// makes the cards anew.
    ///
    /// # Errors
    /// There is no editor, or it failed.
    fn edit_own(&mut self) -> Result<Remade, Text> {
        Err("There is no editor here.".into())
    }

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
        Seat::Ours(AtSeat::default())
    }

    /// Leaves it, if it is ours.
    fn leave_seat(&mut self) {}

    /// Begins a job in the background, dropping the one before. A shell without
    /// a background may answer at once.
    fn start(&mut self, _job: Job) -> Option<Msg> {
        None
    }

    /// Drops what runs in the background.
    fn stop(&mut self) {}

    /// What was found in the background meanwhile.
    fn found(&mut self) -> Option<Msg> {
        None
    }

    /// Whether something runs in the background.
    fn is_working(&self) -> bool {
        false
    }

    /// Remembers the theme for the next start.
    ///
    /// # Errors
    /// Why it can't be remembered.
    fn keep_theme(&mut self, theme: ThemeChoice) -> Result<(), Text>;

    /// Remembers when failed cards are looked at once more.
    ///
    /// # Errors
    /// Why it can't be remembered.
    fn keep_second_look(&mut self, _when: SecondLook) -> Result<(), Text> {
        Ok(())
    }
}

/// A person's own cards, made anew.
#[derive(Debug, Clone, PartialEq)]
pub struct Remade {
    /// Every card there is now; none if nothing has changed.
    pub catalogue: Option<Arc<Catalogue>>,
    /// What was done, in a sentence.
    pub said: Text,
    /// What of the summary could not be used, each with its line.
    pub faults: Vec<Text>,
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
    Ours(AtSeat),
}

/// What was found on taking the seat.
#[derive(Debug, Default)]
pub struct AtSeat {
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
        if let Some(answer) = perform(effect, app, now, shell) {
            effects.extend(app.update(answer, shell.now()));
        }
    }
    if !app.has_seat() {
        shell.leave_seat();
    }
    true
}

fn perform(effect: Effect, app: &App, now: Moment, shell: &mut impl Shell) -> Option<Msg> {
    match effect {
        Effect::Load(ix) => Some(match shell.load(ix) {
            Ok(card) => Msg::Loaded(ix, Box::new(card)),
            Err(why) => Msg::NotLoaded(why),
        }),
        Effect::ReadAll => Some(Msg::ReadAll(Box::new(shell.read_all(app.progress())))),
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
        Effect::Compare(confused) => Some(Msg::Compared(shell.compare(&confused))),
        Effect::EditCard(ix, form) => {
            let original = match shell.load(ix) {
                Ok(card) => Box::new(card),
                Err(why) => return Some(Msg::Remark(why)),
            };
            let form = form.unwrap_or_else(|| app.form(ix, &original));
            let edited = shell.edit(&form);
            Some(Msg::Edited(ix, original, edited))
        }
        Effect::OpenLink(address) => Some(Msg::Remark(shell.open_link(&address))),
        Effect::AddOwn(card) => Some(Msg::Remade(shell.add_own(&card))),
        Effect::EditOwn => Some(Msg::Remade(shell.edit_own())),
        Effect::Beat(beat) => {
            shell.beat(&beat);
            None
        }
        Effect::TakeSeat => Some(Msg::Seat(shell.take_seat())),
        Effect::Start(job) => shell.start(*job),
        Effect::Stop => {
            shell.stop();
            None
        }
        Effect::KeepTheme(theme) => shell.keep_theme(theme).err().map(Msg::Remark),
        Effect::KeepSecondLook(when) => shell.keep_second_look(when).err().map(Msg::Remark),
        Effect::Quit => None,
    }
}
