//! The keys of what is missed, of browsing, and of caring for cards.

use super::{Command, Place, Row, row};
use crossterm::event::KeyCode::Char;

use super::Shown::{First, Second};

#[rustfmt::skip]
pub(super) static TABLE: &[Row] = &[
    row(&[Place::Home], &[Char('x')], Command::Drill, First, ["x", "missed", "drill what you missed, most costly first"]),
];
