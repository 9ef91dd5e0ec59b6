//! Wrong answers: how many are made good, and why they happened.

use crate::domain::event::MissReason;
use crate::domain::text::count;
use crate::scheduling::Progress;
use crate::session::missed::{is_missed, reasons, reasons_in_words};

/// What went wrong so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Misses {
    /// Wrong answers ever.
    pub total: u32,
    /// Said to be mix-ups.
    pub mixed_up: u32,
    /// Said to be misread.
    pub misread: u32,
    /// Cards missed and not yet made good.
    pub open: u32,
    /// Cards missed once and made good since.
    pub mended: u32,
    /// Questions where the same wrong option was chosen twice or more.
    pub confusions: u32,
    /// Why, in a sentence; none while no reason was given.
    pub why: Option<String>,
}

impl Misses {
    /// Counts them.
    pub fn of(progress: &Progress) -> Self {
        let given = reasons(progress);
        let why = |reason| given.get(&reason).copied().unwrap_or(0);
        let mut out = Self {
            mixed_up: why(MissReason::MixedUp),
            misread: why(MissReason::Misread),
            why: reasons_in_words(progress),
            ..Self::default()
        };
        for state in progress.cards.values() {
            out.total += state.misses.times;
            out.open += u32::from(is_missed(state));
            out.mended += u32::from(state.misses.times > 0 && !state.misses.open);
            out.confusions += u32::from(state.confused.iter().any(|(_, n)| *n >= 2));
        }
        out
    }

    /// In a sentence.
    pub fn in_words(&self) -> String {
        let wrong = count(self.total, "wrong answer");
        let mut out = match (self.total, self.open) {
            (0, _) => return "Nothing was missed yet.".into(),
            (_, 0) => format!("{wrong}, all made good"),
            (_, open) => format!(
                "{wrong}; {} to be made good, {} done",
                count(open, "card"),
                self.mended
            ),
        };
        if let Some(why) = &self.why {
            out.push_str(&format!("; {why}"));
        }
        out.push('.');
        out
    }
}
