//! What to study now: a pure function of what happened and what there is.
//!
//! `replay` folds events into [`Progress`]; `memory` is FSRS-6 through its
//! crate; `queue` chooses the next card; `missed` says which cards come back
//! until they are known.

pub mod aftermath;
pub mod memory;
pub mod missed;
pub mod paper;
pub mod progress;
pub mod queue;
pub mod replay;

pub use memory::{Fsrs, Memory};
pub use progress::{CardState, DayTally, Progress};
pub use queue::{Pick, Scope};
