//! What is waiting for the disk: the screen moves on only once it is there.

use crate::domain::CardIx;
use crate::domain::event::MissReason;

/// What is waiting for the disk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Pending {
    /// An answer to the card on the table.
    Answer { right: bool },
    /// Taking something back: the card to show again.
    Undo {
        card: Option<CardIx>,
        was_right: Option<bool>,
    },
    /// The card on the table leaves study.
    Suspend,
    /// It rests until tomorrow.
    Bury,
    /// It is known cold.
    Cold,
    /// A placement ended.
    Placed,
    /// Why it was missed.
    Reason(MissReason),
    /// The card reads otherwise.
    Corrected(CardIx),
    /// Anything else about a card, and what to say then.
    Care(&'static str),
    /// A goal.
    Goal {
        /// Its date was set.
        dated: bool,
    },
    /// A deed of a mock exam.
    Mock,
}
