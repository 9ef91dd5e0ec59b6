//! Cramless: study for an exam date in the terminal.
//!
//! The house has floors; each names only what is below it (a test enforces it):
//!
//! ```text
//!   cli         one file a subcommand; real files, clock, randomness
//!    │
//!   tui         screens: App::update(msg, now) -> effects, view(&App)
//!    │
//!   session     what screen and `drive` share: next card, answers, undo
//!    │
//!   storage · scheduling · exam · generator      (none names another)
//!    │
//!   domain      values and their laws: card, deck, event, time, text
//! ```
//!
//! Everything below `cli` and the event loop is pure: clock, randomness, disk
//! and terminal come in as arguments. ARCHITECTURE.md tells the rest.

pub mod cli;
pub mod domain;
pub mod exam;
pub mod generator;
pub mod scheduling;
pub mod session;
pub mod storage;
pub mod tui;
