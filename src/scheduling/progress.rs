//! Where a person stands: the result of a fold, never stored as truth.

use super::ensemble::Trace;
use super::memory::{Memory, retrievability};
use super::missed::Misses;
use super::paper::Paper;
use super::person::Person;
use crate::domain::event::{ExamTaken, Goal, MissReason, Placed};
use crate::domain::{
    Card, CardRef, Correction, Day, Event, EventId, Grade, Moment, OptionId, Text,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// States by card: boxed, since a table has room to spare, and with a quick
/// hash, since every start looks each card up.
pub type Cards = HashMap<CardRef, Box<CardState>, foldhash::fast::FixedState>;

/// Everything that the journal says, folded.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Progress {
    /// Every card that anything ever happened to, installed or not.
    #[serde(with = "super::kept")]
    pub cards: Cards,
    /// What is studied for, and since when.
    pub goal: Option<(Goal, Moment)>,
    /// The latest result of the real exam, and when it was told.
    pub taken: Option<(ExamTaken, Day)>,
    /// The latest placement, and when it ended.
    pub placed: Option<(Placed, Day)>,
    /// What was done on each study day.
    pub days: BTreeMap<Day, DayTally>,
    /// Papers in the order they were started.
    pub papers: Vec<Paper>,
    /// Answers counted, mocks included.
    pub reviews: u32,
    /// Events of the latest study day that can be taken back, oldest first.
    pub recent: Vec<Recent>,
    /// The latest study day of any event.
    pub horizon: Option<Day>,
    /// The last event folded.
    pub last: Option<(i64, EventId)>,
    /// Its moment, offset included.
    pub last_at: Option<Moment>,
    /// The latest study day of any answer.
    pub last_day: Option<Day>,
    /// What answers told of the person.
    pub person: Person,
    /// The same when the latest study day began: a day is planned by it, so
    /// that an answer changes its own card's place in the plan and no other's.
    pub at_dawn: Person,
}

/// What is known of one card.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CardState {
    /// Plain FSRS memory; none before the first answer.
    pub memory: Option<Memory>,
    /// What the planner's ensemble thinks of it; none before the first answer.
    pub trace: Option<Trace>,
    /// Study day of the first and the latest answer.
    pub seen: Option<(Day, Day)>,
    /// Answers counted.
    pub reviews: u32,
    /// Times it was forgotten after having been known.
    pub lapses: u32,
    /// The latest grade.
    pub last_grade: Option<Grade>,
    /// The very first grade.
    pub first_grade: Option<Grade>,
    /// Whether the very first answer was right.
    pub first_right: Option<bool>,
    /// Wrong answers and whether they are made good.
    pub misses: Misses,
    /// Wrong options chosen, with how often.
    pub confused: Vec<(OptionId, u32)>,
    /// Reasons given for misses.
    pub reasons: Vec<MissReason>,
    /// Out of study until restored.
    pub suspended: bool,
    /// Rests until that day.
    pub buried_until: Option<Day>,
    /// Said to be known cold, and when.
    pub known_cold: Option<Day>,
    /// Marked by the person.
    pub flagged: bool,
    /// The person disputes its key.
    pub disputed: bool,
    /// A personal note.
    pub note: Option<Text>,
    /// How it reads for this person instead.
    pub correction: Option<Box<Correction>>,
    /// Its key is another one than when it was answered last: the verdict then
    /// stands, and it is asked again.
    pub rekeyed: bool,
}

/// A study day in numbers; integers, so that taking back is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DayTally {
    /// Answers.
    pub reviews: u32,
    /// Right ones.
    pub right: u32,
    /// Cards answered for the first time.
    pub new: u32,
    /// Time of study, each answer capped (60 s a card, 300 s a question), in
    /// milliseconds. Papers are outside the daily minutes and not in it.
    pub ms: u64,
    /// Answers to cards seen on an earlier day.
    pub recalls: u32,
    /// Right ones among those.
    pub recalled: u32,
    /// Their predicted recall, summed, in millionths.
    pub predicted: u64,
    /// Answers to questions among the reviews.
    pub questions: u32,
    /// Their time of study, in milliseconds.
    pub question_ms: u64,
    /// Papers marked.
    pub papers: u32,
    /// Time on those, each question capped, in milliseconds.
    pub paper_ms: u64,
}

/// An event that can be taken back, with what was there before it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recent {
    /// Which.
    pub id: EventId,
    /// Its study day.
    pub day: Day,
    /// The card it changed.
    pub card: CardRef,
    /// What it was, for the screen.
    pub deed: Deed,
    /// The card before it; none if it was untouched.
    pub before: Option<Box<CardState>>,
    /// What it added to its day.
    pub tally: DayTally,
    /// Of an answer: what was known of the person before it.
    pub person: Option<Box<Person>>,
}

/// What kind of thing can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deed {
    /// An answer.
    Answer,
    /// Anything else about a card: suspending, burying, restoring, resetting,
    /// flagging, noting, knowing it cold, disputing, correcting, explaining a miss.
    Care,
}

impl CardState {
    /// Whether it was ever answered.
    pub fn is_seen(&self) -> bool {
        self.seen.is_some()
    }

    /// Study day of the latest answer.
    pub fn last_day(&self) -> Option<Day> {
        self.seen.map(|(_, last)| last)
    }

    /// Probability of recall on a day, by plain FSRS; none if never seen.
    pub fn recall_on(&self, day: Day) -> Option<f32> {
        Some(retrievability(self.memory?, day.since(self.last_day()?)))
    }

    /// Whether it may be shown for study on that day.
    pub fn is_available(&self, day: Day) -> bool {
        !self.suspended && !self.disputed && self.buried_until.is_none_or(|until| day >= until)
    }
}

impl DayTally {
    /// Time of study and of papers, in milliseconds.
    pub fn spent_ms(&self) -> u64 {
        self.ms + self.paper_ms
    }

    pub(super) fn add(&mut self, o: &DayTally) {
        self.reviews += o.reviews;
        self.right += o.right;
        self.new += o.new;
        self.ms += o.ms;
        self.recalls += o.recalls;
        self.recalled += o.recalled;
        self.predicted += o.predicted;
        self.questions += o.questions;
        self.question_ms += o.question_ms;
        self.papers += o.papers;
        self.paper_ms += o.paper_ms;
    }

    pub(super) fn take(&mut self, o: &DayTally) {
        self.reviews -= o.reviews;
        self.right -= o.right;
        self.new -= o.new;
        self.ms -= o.ms;
        self.recalls -= o.recalls;
        self.recalled -= o.recalled;
        self.predicted -= o.predicted;
        self.questions -= o.questions;
        self.question_ms -= o.question_ms;
        self.papers -= o.papers;
        self.paper_ms -= o.paper_ms;
    }
}

impl Progress {
    /// The card's state, if anything ever happened to it.
    pub fn card(&self, card: &CardRef) -> Option<&CardState> {
        self.cards.get(card).map(AsRef::as_ref)
    }

    /// A card as the person corrected it.
    pub fn worded(&self, name: &CardRef, card: Card) -> Card {
        match self.card(name).and_then(|s| s.correction.as_ref()) {
            Some(correction) => correction.apply(card),
            None => card,
        }
    }

    /// What was done on a study day.
    pub fn tally(&self, day: Day) -> DayTally {
        self.days.get(&day).copied().unwrap_or_default()
    }

    /// The paper that was neither finished nor given up.
    pub fn open_paper(&self) -> Option<&Paper> {
        self.papers.iter().rev().find(|p| p.ended.is_none())
    }

    /// The paper of that name.
    pub fn paper(&self, id: EventId) -> Option<&Paper> {
        self.papers.iter().find(|p| p.id() == id)
    }

    /// The latest event of that study day that can be taken back.
    pub fn last_undoable(&self, day: Day) -> Option<&Recent> {
        self.recent.last().filter(|r| r.day == day)
    }

    /// What is known of the person for planning a day: all that happened
    /// before that day.
    pub fn person_on(&self, day: Day) -> &Person {
        if self.horizon.is_some_and(|h| h >= day) {
            &self.at_dawn
        } else {
            &self.person
        }
    }

    /// Whether an event would extend the fold rather than belong inside it.
    pub fn is_next(&self, event: &Event) -> bool {
        self.last.is_none_or(|last| event.order() > last)
    }
}
