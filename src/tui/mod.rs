//! The screen: everything between a key and what is drawn.

pub mod app;
mod caring;
pub mod event_loop;
pub mod keymap;
pub mod known;
pub mod markdown;
mod markdown_table;
mod mocking;
mod moving;
pub mod scene;
pub mod screens;
pub mod shell;
mod studying;
pub mod terminal;
pub mod theme;
pub mod widgets;
pub mod work;
pub mod wrap;
