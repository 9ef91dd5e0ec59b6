//! Bytes ⇄ domain: the journal of what happened, decks, blueprints, settings,
//! and where they are kept.

pub mod atomic;
pub mod blueprint_file;
pub mod builtin;
pub mod config;
pub mod deck_file;
mod deck_index;
pub mod doctor;
pub mod event_line;
pub mod file_kind;
pub mod journal;
mod json_text;
pub mod library;
pub mod places;
pub mod read_file;
mod schema;
pub mod seat;
pub mod snapshot;
