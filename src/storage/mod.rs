//! Bytes ⇄ domain: decks, blueprints, settings, the journal.

pub mod deck_file;
mod json_text;
mod schema;
