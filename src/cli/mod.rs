//! The shell: arguments in, files and terminals out.

pub mod check;
pub mod context;
pub mod decks;
pub mod schema;
pub mod world;
