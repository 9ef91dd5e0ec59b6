//! What happened: the only thing that is stored for ever.
//!
//! An event says what a person did, never what was made of it; everything
//! else (schedules, missed cards, reports) is a fold over events and can be
//! computed anew, by a better formula, at any time.
//!
//! No field is left out when it is written: the snapshot's format names none,
//! so a missing one would be read as its neighbour.

use super::answer::{Grade, Sureness};
use super::correction::Correction;
use super::exam::TaskId;
use super::id::{CardRef, DeckId, OptionId};
use super::text::Text;
use super::time::{Day, Moment};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Which event: device, session of the program on it, and a running number.
/// Two processes on one device differ in `session`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EventId {
    /// Random, one a machine; kept outside the synced folder.
    pub device: u64,
    /// Random, one a run of the program.
    pub session: u32,
    /// From 1 in its session.
    pub seq: u32,
}

impl EventId {
    /// Takes `0123456789abcdef-01234567-42`.
    pub fn parse(s: &str) -> Option<Self> {
        let (device, rest) = s.split_at_checked(16)?;
        let (session, rest) = rest.strip_prefix('-')?.split_at_checked(8)?;
        let seq = rest.strip_prefix('-')?;
        Some(Self {
            device: u64::from_str_radix(device, 16).ok()?,
            session: u32::from_str_radix(session, 16).ok()?,
            seq: seq.parse().ok()?,
        })
    }
}

impl TryFrom<String> for EventId {
    type Error = &'static str;
    fn try_from(s: String) -> Result<Self, Self::Error> {
        Self::parse(&s).ok_or("an event id is DEVICE-SESSION-NUMBER")
    }
}

impl From<EventId> for String {
    fn from(id: EventId) -> String {
        id.to_string()
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}-{:08x}-{}", self.device, self.session, self.seq)
    }
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Unique for ever.
    pub id: EventId,
    /// When, by the writer's clock, never before the writer's last event.
    pub at: Moment,
    /// The study day it was when it happened; recorded, never recomputed.
    pub day: Day,
    /// What.
    pub what: Happening,
}

impl Event {
    /// The order of a fold: by time, ties by device, session and number, so
    /// that no order of files or lines matters.
    pub fn order(&self) -> (i64, EventId) {
        (self.at.utc_ms, self.id)
    }
}

/// The kinds of event. On disk each is `"kind"` plus these fields.
#[derive(Debug, Clone, PartialEq)]
pub enum Happening {
    /// A flashcard was graded.
    Reviewed(Reviewed),
    /// A question was answered in study.
    Answered(Answered),
    /// "I know this cold": leaves study until a question checks it.
    KnownCold(OfCard),
    /// An earlier event is taken back. Undoing an undo brings it back.
    Undone(Undone),
    /// A card is out of study until restored.
    Suspended(OfCard),
    /// A suspended or buried card is back.
    Restored(OfCard),
    /// A card rests until a day.
    Buried(Buried),
    /// A card's history starts anew.
    Reset(OfCard),
    /// A mark on a card, set or taken off.
    Flagged(Marked),
    /// A question's key is disputed (it leaves scheduling and scoring), or not.
    Disputed(Marked),
    /// A personal note on a card; empty takes it off.
    Noted(Noted),
    /// Why an answer was wrong, in the person's view.
    Explained(Explained),
    /// A card reads otherwise for this person, or again as it came.
    Corrected(Corrected),
    /// A paper began.
    MockStarted(MockStarted),
    /// An answer, flag or strike on a paper changed.
    MockAnswered(MockAnswered),
    /// A practice paper was paused.
    MockPaused(MockClock),
    /// A paper goes on after a pause, a crash or a closed lid.
    MockResumed(MockClock),
    /// A paper ended and was marked.
    MockFinished(MockFinished),
    /// An unfinished paper was given up.
    MockDiscarded(MockClock),
    /// What is studied for, by when, and for how long a day.
    GoalSet(Goal),
    /// How the real exam went.
    ExamTaken(ExamTaken),
    /// A placement ended: its questions tell what is known already.
    Placed(Placed),
    /// A kind that this version doesn't know: kept on disk, skipped in folds.
    Unknown,
}

/// A flashcard's grade.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reviewed {
    /// Which card.
    pub card: CardRef,
    /// The key pressed.
    pub grade: Grade,
    /// Seconds it took, as measured.
    pub seconds: f32,
}

/// A question's answer in study.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// Which question.
    pub card: CardRef,
    /// Option ids in the order shown; empty if it was answered unseen.
    #[serde(default)]
    pub shown: Vec<OptionId>,
    /// What was chosen.
    pub chosen: Vec<OptionId>,
    /// The verdict when it was answered; a key changed later doesn't change it.
    pub right: bool,
    /// What the person said of their certainty.
    #[serde(default)]
    pub sure: Sureness,
    /// Seconds it took, as measured.
    pub seconds: f32,
}

/// An event taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Undone {
    /// The event that no longer counts.
    pub event: EventId,
}

/// Something about one card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfCard {
    /// Which.
    pub card: CardRef,
}

/// A card put aside until a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Buried {
    /// Which.
    pub card: CardRef,
    /// First study day on which it may come again.
    pub until: Day,
}

/// A mark set or taken off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Marked {
    /// Which card.
    pub card: CardRef,
    /// Set, or taken off.
    pub on: bool,
}

/// A personal note.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Noted {
    /// Which card.
    pub card: CardRef,
    /// The whole note; empty takes it off.
    pub text: Text,
}

/// Why an answer was wrong, when it wasn't simply not knowing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissReason {
    /// Two things were taken for each other.
    MixedUp,
    /// The question was misread.
    Misread,
}

/// A reason given for a wrong answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Explained {
    /// The question that was missed.
    pub card: CardRef,
    /// The answer that was wrong.
    pub event: EventId,
    /// Why.
    pub reason: MissReason,
}

/// A card put right, or that taken off.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Corrected {
    /// Which card.
    pub card: CardRef,
    /// What reads otherwise from now on, besides what did before; none: all of
    /// it reads as it came.
    #[serde(default)]
    pub to: Option<Box<Correction>>,
}

/// A paper as it was drawn: enough to bring it back exactly.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MockStarted {
    /// The paper's name: the id of this very event, as text.
    pub mock: EventId,
    /// The exam's code, if it follows a blueprint.
    #[serde(default)]
    pub exam: Option<String>,
    /// What it was drawn from.
    pub seed: u64,
    /// Minutes allowed.
    pub minutes: u32,
    /// Practice papers explain after each answer and can pause.
    #[serde(default)]
    pub practice: bool,
    /// A held-back full paper, by its number from 1.
    #[serde(default)]
    pub held_back: Option<u32>,
    /// What it was narrowed to.
    #[serde(default)]
    pub narrowed: Narrowed,
    /// The questions in order.
    pub questions: Vec<PaperQuestion>,
}

/// What a paper was drawn from, where that wasn't the whole exam.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Narrowed {
    /// These domains only.
    #[serde(default)]
    pub domains: Vec<u8>,
    /// This deck only.
    #[serde(default)]
    pub deck: Option<DeckId>,
    /// Questions missed before only.
    #[serde(default)]
    pub missed: bool,
    /// The questions of an earlier paper, sat once more.
    #[serde(default)]
    pub again: Option<EventId>,
}

impl Narrowed {
    /// Whether it follows the whole blueprint.
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }
}

/// A question on a paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PaperQuestion {
    /// Which.
    pub card: CardRef,
    /// Option ids in the order shown.
    pub shown: Vec<OptionId>,
    /// Whether it had never been seen before this paper.
    #[serde(default)]
    pub first_sight: bool,
    /// Its task statement then: reports outlive decks.
    #[serde(default)]
    pub task: Option<TaskId>,
    /// Derived from facts, because the authored ones ran short.
    #[serde(default)]
    pub derived: bool,
}

/// The state of one question on a paper after a keypress.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MockAnswered {
    /// Which paper.
    pub mock: EventId,
    /// Which question of it, from 1.
    pub question: u16,
    /// What is chosen now.
    pub chosen: Vec<OptionId>,
    /// What is struck out now.
    #[serde(default)]
    pub struck: Vec<OptionId>,
    /// Flagged for review now.
    #[serde(default)]
    pub flag: bool,
    /// What the person says of their certainty.
    #[serde(default)]
    pub sure: Sureness,
    /// Seconds spent on this question so far.
    pub seconds: f32,
    /// The paper's clock: milliseconds used of the whole.
    pub elapsed_ms: u64,
}

/// The paper's clock at a turning point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MockClock {
    /// Which paper.
    pub mock: EventId,
    /// Milliseconds used of the whole.
    pub elapsed_ms: u64,
    /// On resuming: milliseconds that passed meanwhile.
    #[serde(default)]
    pub away_ms: Option<u64>,
    /// On resuming: whether they were counted, as the real exam would.
    #[serde(default)]
    pub counted: bool,
}

/// A marked paper.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MockFinished {
    /// Which paper.
    pub mock: EventId,
    /// Milliseconds used of the whole.
    pub elapsed_ms: u64,
    /// Ended by the clock, not the candidate.
    #[serde(default)]
    pub time_up: bool,
    /// The verdict on each question, in order, by the keys of that day.
    pub right: Vec<bool>,
}

/// What is studied for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// The exam's code; none: knowledge only.
    #[serde(default)]
    pub exam: Option<String>,
    /// The exam's day; none: not booked.
    #[serde(default)]
    pub date: Option<Day>,
    /// Minutes a study day.
    pub minutes: u16,
    /// Weekdays without study, Monday 0 to Sunday 6.
    #[serde(default)]
    pub days_off: Vec<u8>,
    /// Single days without study.
    #[serde(default)]
    pub dates_off: Vec<Day>,
    /// What the held-back papers are drawn from, the same on every device.
    pub seed: u64,
}

/// How the real exam went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExamTaken {
    /// Passed or not.
    pub passed: bool,
    /// The scaled score, if told.
    #[serde(default)]
    pub score: Option<u32>,
    /// The day it was sat, if that was known.
    #[serde(default)]
    pub date: Option<Day>,
}

/// A placement that was carried through: a question a task statement, before
/// the field was studied here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Placed {
    /// What was asked, in order; the answers are events of their own.
    pub questions: Vec<CardRef>,
}

impl Goal {
    /// Minutes a study day, where nobody said how many.
    pub const USUAL_MINUTES: u16 = 20;

    /// Whether no study is planned on a day.
    pub fn is_off(&self, day: Day) -> bool {
        self.days_off.contains(&day.weekday()) || self.dates_off.contains(&day)
    }

    /// The last evening before the exam: short, and nothing new.
    pub fn is_last_evening(&self, day: Day) -> bool {
        self.date == Some(day + 1)
    }
}

impl Happening {
    /// The card it is about, if it is about one.
    pub fn card(&self) -> Option<&CardRef> {
        match self {
            Happening::Reviewed(e) => Some(&e.card),
            Happening::Answered(e) => Some(&e.card),
            Happening::KnownCold(e)
            | Happening::Suspended(e)
            | Happening::Restored(e)
            | Happening::Reset(e) => Some(&e.card),
            Happening::Buried(e) => Some(&e.card),
            Happening::Flagged(e) | Happening::Disputed(e) => Some(&e.card),
            Happening::Noted(e) => Some(&e.card),
            Happening::Explained(e) => Some(&e.card),
            Happening::Corrected(e) => Some(&e.card),
            Happening::Undone(_)
            | Happening::MockStarted(_)
            | Happening::MockAnswered(_)
            | Happening::MockPaused(_)
            | Happening::MockResumed(_)
            | Happening::MockFinished(_)
            | Happening::MockDiscarded(_)
            | Happening::GoalSet(_)
            | Happening::ExamTaken(_)
            | Happening::Placed(_)
            | Happening::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn event_ids_read_back() {
        let id = EventId {
            device: 0xab,
            session: 7,
            seq: 42,
        };
        assert_eq!(id.to_string(), "00000000000000ab-00000007-42");
        assert_eq!(EventId::parse(&id.to_string()), Some(id));
        assert_eq!(EventId::parse("ab-7-42"), None);
        assert_eq!(EventId::parse(""), None);
    }
}
