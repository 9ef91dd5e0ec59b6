//! The screen: everything between a key and what is drawn.

pub mod keymap;
pub mod markdown;
mod markdown_table;
pub mod scene;
pub mod theme;
pub mod widgets;
pub mod wrap;
