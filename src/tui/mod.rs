//! The screen: everything between a key and what is drawn.

pub mod markdown;
mod markdown_table;
pub mod theme;
pub mod wrap;
