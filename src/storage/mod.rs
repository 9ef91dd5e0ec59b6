//! Bytes ⇄ domain: decks, blueprints, settings, the journal.

pub mod blueprint_file;
pub mod builtin;
pub mod config;
pub mod deck_file;
mod deck_index;
pub mod file_kind;
mod json_text;
pub mod library;
pub mod read_file;
mod schema;
pub mod write_file;
