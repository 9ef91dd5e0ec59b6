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

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The latest date in a text: `2026-11-22`, `2026-11` or `November 2026`, which
/// count as the month's first day, else a bare year as its own. What is
/// announced for later counts too: someone looked.
pub fn latest_date(text: &str) -> Option<Day> {
    let year = |w: &str| w.len() == 4 && matches!(w.as_bytes(), [b'1' | b'2', b'9' | b'0', ..]);
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .collect();
    let named = words.windows(2).filter_map(|w| {
        let month = MONTHS.iter().position(|m| *m == w[0])? + 1;
        Day::parse(&format!("{}-{month:02}-01", w[1])).filter(|_| year(w[1]))
    });
    let bare = words.iter().filter(|w| year(w));
    let bare = bare.filter_map(|y| Day::parse(&format!("{y}-01-01")));
    numbered(text)
        .into_iter()
        .chain(named)
        .max()
        .or_else(|| bare.max())
}

fn numbered(text: &str) -> Option<Day> {
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
