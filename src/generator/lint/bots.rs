//! Three ways to answer without knowing anything. If one of them beats
//! guessing by much, the bank can be passed by test-wiseness.

use super::item::{Item, Opt};

/// Words that make a claim easy to refute.
pub(super) const ABSOLUTE: [&str; 14] = [
    "always",
    "never",
    "all",
    "only",
    "must",
    "every",
    "none",
    "entirely",
    "completely",
    "impossible",
    "guarantees",
    "guarantee",
    "any",
    "fully",
];
/// Words that make a claim hard to refute.
pub(super) const VAGUE: [&str; 9] = [
    "usually",
    "often",
    "may",
    "sometimes",
    "generally",
    "typically",
    "probably",
    "tends",
    "might",
];

/// How many words of a list stand in an option.
pub(super) fn among(option: &Opt, list: &[&str]) -> usize {
    let words = option.words.iter();
    words.filter(|w| list.contains(&w.as_str())).count()
}

/// A bot's chance on a question: 1 for the key alone on top, a share in a tie.
fn chance(item: &Item<'_>, score: impl Fn(&Opt) -> i64) -> f64 {
    let best = item.options.iter().map(&score).max();
    let top: Vec<&Opt> = item
        .options
        .iter()
        .filter(|o| Some(score(o)) == best)
        .collect();
    let keys = top.iter().filter(|o| o.key).count();
    keys as f64 / top.len().max(1) as f64
}

/// Takes the longest option.
pub(super) fn longest(item: &Item<'_>) -> f64 {
    chance(item, |o| o.length as i64)
}

/// Takes the option that shares most words with the stem.
pub(super) fn stem_words(item: &Item<'_>) -> f64 {
    chance(item, |o| {
        o.subject.intersection(&item.subject).count() as i64
    })
}

/// Takes an option with the fewest absolute words.
pub(super) fn avoids_absolutes(item: &Item<'_>) -> f64 {
    chance(item, |o| -(among(o, &ABSOLUTE) as i64))
}
