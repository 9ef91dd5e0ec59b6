//! What a plan is told of cards and the day, and what it answers.

use super::Prospect;
use crate::domain::{Day, Kind};
use crate::scheduling::ensemble::Trace;

/// What never changes of a card while a plan stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Share of the score; all of a scope add up to 1.
    pub weight: f32,
    /// Flashcard or question.
    pub kind: Kind,
    /// A question that gets its share of the minutes by rule.
    pub question: bool,
    /// Waits until the core of its topic is secure or missed.
    pub detail: bool,
    /// Siblings share it.
    pub note: Option<u32>,
    /// Near neighbours share it.
    pub concept: Option<u32>,
    /// Task statement, numbered from 0.
    pub topic: u16,
    /// Domain, 0 for none.
    pub domain: u8,
    /// Of a question: candidates whose knowledge it needs.
    pub tests: Vec<u32>,
}

/// What is known of a card now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Now<'a> {
    /// Its memory; none before the first answer.
    pub trace: Option<&'a Trace>,
    /// May be shown for study.
    pub available: bool,
    /// Study day of a miss that isn't made good.
    pub missed: Option<Day>,
    /// How likely a card never seen is known already, 0–1.
    pub known: f32,
    /// Whether its person says they know it cold.
    pub cold: Cold,
}

/// A card that its person says they know cold is checked once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cold {
    /// Nothing was said.
    #[default]
    No,
    /// A question that needs it would check it.
    Waiting,
    /// It is time to show it, once.
    Due,
    /// It was checked today.
    Checked,
}

/// All that a plan is told of a card.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::scheduling) struct Spot {
    pub(in crate::scheduling) seen: Option<Seen>,
    pub(in crate::scheduling) available: bool,
    pub(in crate::scheduling) missed: Option<Day>,
    pub(in crate::scheduling) known: f32,
    pub(in crate::scheduling) cold: Cold,
}

/// A seen card's memory as the plan needs it.
#[derive(Debug, Clone, Copy)]
pub(in crate::scheduling) struct Seen {
    pub(in crate::scheduling) prospect: Prospect,
    pub(in crate::scheduling) last: Day,
    /// Right and sure at first sight, on that day.
    pub(in crate::scheduling) sure: Option<Day>,
}

/// The day's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    /// Seconds used on cards today.
    pub cards_s: f32,
    /// Seconds used on questions today.
    pub questions_s: f32,
    /// Seconds left; none: the day's plan.
    pub left_s: Option<f32>,
    /// The card answered last.
    pub just: Option<usize>,
    /// The evening before the exam: what is new comes last.
    pub calm: bool,
}

/// Why a card was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A question that needs it was missed.
    BehindMiss,
    /// It is being forgotten, and cheap to save.
    Save,
    /// It buys the most per second.
    Gain,
    /// Of the looks there is time for, it loses least by coming early.
    Keeps,
    /// It is the questions' turn.
    Question,
    /// It was said to be known cold; this is the one check.
    Check,
    /// Nothing better is left today.
    Rest,
}
