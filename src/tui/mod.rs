//! The screen: everything between a key and what is drawn.

pub mod app;
mod caring;
pub mod event_loop;
mod keeping;
pub mod keymap;
pub mod known;
pub mod markdown;
mod markdown_table;
mod message;
mod mocking;
mod moving;
mod pending;
mod planning;
pub mod reckoning;
pub mod scene;
pub mod screens;
pub mod shell;
mod studying;
pub mod terminal;
pub mod theme;
pub mod widgets;
pub mod work;
pub mod wrap;
