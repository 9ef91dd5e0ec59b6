//! Bytes ⇄ domain: the journal of what happened, and where things are kept.

pub mod atomic;
pub mod doctor;
pub mod event_line;
pub mod journal;
pub mod places;
pub mod snapshot;
