//! Statuses that were looked up long ago: a service may have been renamed or
//! retired since.

use crate::domain::{Card, Day};
use std::collections::BTreeSet;

/// Days after which a status is to be looked up again.
const YEAR: i32 = 365;

/// A status that needs another look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale<'a> {
    /// Place of the first card that carries it.
    pub card: usize,
    /// The status.
    pub status: &'a str,
    /// Its latest date, if it has any.
    pub dated: Option<Day>,
}

/// Lists a deck's statuses whose latest date is over a year before today, or
/// that have none; each text once.
pub fn stale(cards: &[Card], today: Day) -> Vec<Stale<'_>> {
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for (card, c) in cards.iter().enumerate() {
        let Some(status) = c.status.as_ref().map(|s| s.as_str()) else {
            continue;
        };
        let dated = latest_date(status);
        let fresh = dated.is_some_and(|d| today - d <= YEAR);
        if !fresh && seen.insert(status) {
            out.push(Stale {
                card,
                status,
                dated,
            });
        }
    }
    out
}

/// The latest date in a text: `2026-11-22`, or `2026-11`, which counts as its
/// first day. What is announced for later counts too: someone looked.
pub fn latest_date(text: &str) -> Option<Day> {
    let tokens = text.split(|c: char| !(c.is_ascii_digit() || c == '-'));
    tokens
        .filter_map(|t| {
            let t = t.trim_matches('-');
            let month = t.len() == 7 && t.as_bytes().get(4) == Some(&b'-');
            match month {
                true => Day::parse(&format!("{t}-01")),
                false => Day::parse(t).filter(|_| t.len() == 10),
            }
        })
        .max()
}
