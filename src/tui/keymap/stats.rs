//! The keys of the stats screen.

use super::{Command, DIGITS, Place, Row, row};
use crossterm::event::KeyCode::{self, Char};

use super::Shown::{First, Help, Second};

const STATS: &[Place] = &[Place::Stats];

#[rustfmt::skip]
pub(super) static TABLE: &[Row] = &[
    row(&[Place::Home], &[Char('t')], Command::Stats, Second, ["t", "stats", "what was done, how well it is held, how forecasts did"]),
    row(STATS, &[KeyCode::Tab, KeyCode::Right, Char('l')], Command::Right, First, ["Tab", "next page", "the next page (also → l; back with Shift-Tab ← h)"]),
    row(STATS, &[KeyCode::BackTab, KeyCode::Left, Char('h')], Command::Left, Help, ["", "", ""]),
    row(STATS, DIGITS, Command::Pick(0), Help, ["1–9", "page", "the page of that number"]),
    row(STATS, &[KeyCode::Esc, Char('t')], Command::Back, First, ["Esc", "back", "back to the first screen (also t)"]),
];
