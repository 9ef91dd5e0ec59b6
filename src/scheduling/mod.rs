//! What to study now: a pure function of what happened and what there is.
//!
//! `replay` folds events into [`Progress`]; `memory` is FSRS-6 through its
//! crate; `queue` chooses the next card without a goal; `missed` says which
//! cards come back until they are known.
//!
//! With a goal the `planner` chooses: `ensemble` is a memory model that
//! corrects itself by each answer (`evidence` says what an answer proves,
//! `fsrs6` has the formulas), `seconds` what an answer costs this person.
//! `readiness` says what all of it is worth on exam day, `forecast` how that
//! changes with more minutes or days (`rollout` plays the days to come),
//! `simulate` how well it all does.

pub mod agenda;
pub mod calibration;
mod cold;
pub mod ensemble;
pub mod evidence;
pub mod frame;
mod fsrs6;
mod future;
mod kept;
mod logs;
pub mod memory;
pub mod missed;
pub mod paper;
pub mod person;
pub mod planner;
pub mod priors;
pub mod progress;
pub mod prospects;
pub mod queue;
mod quick;
pub mod readiness;
pub mod replay;
pub mod rollout;
pub mod seconds;
pub mod simulate;
pub mod weights;

pub use memory::{Fsrs, Memory};
pub use progress::{CardState, DayTally, Progress};
pub use queue::{Pick, Scope};
