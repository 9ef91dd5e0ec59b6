//! The command line: one file a subcommand, wired to the real world.

pub mod check;
pub mod context;
pub mod decks;
pub mod schema;
