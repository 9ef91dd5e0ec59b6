//! The keys of what is known already: known cold, and the placement.

use super::{Command, Place, Row, row};
use crossterm::event::KeyCode::Char;

use super::Shown::{First, Help, Second};

const CARD: &[Place] = &[Place::Front, Place::Back];

#[rustfmt::skip]
pub(super) static TABLE: &[Row] = &[
    row(CARD, &[Char('i')], Command::KnownCold, First, ["i", "known cold", "a new card that you know cold: checked once later instead of drilled"]),
    row(&[Place::Home], &[Char('i')], Command::Placement, Second, ["i", "placement", "15 minutes, a question a topic: what you know already comes later"]),
    row(&[Place::Settings], &[Char('i')], Command::Placement, Help, ["i", "placement", "15 minutes, a question a topic: what you know already comes later"]),
];
