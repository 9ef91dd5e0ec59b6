//! Openings that name their own question: letters and what they stand for,
//! `Designed to …`.

use super::asked::{Asked, Form};
use super::verbs::{as_deed, asking};
use crate::generator::name;
use crate::generator::sentence::capitalised;
use crate::generator::words;

/// `What is TB? Stands for tide board`, `What is TB for? Tide board`: what the
/// letters stand for.
pub(super) fn stands_for(asked: &Asked<'_>, front: &str, back: &str) -> Option<(String, String)> {
    let told = back
        .strip_prefix("Stands for ")
        .or_else(|| back.strip_prefix("Short for "));
    // `TB stands for “Tide Board”.`
    let spelt_out = back
        .split_once(" stands for ")
        .filter(|(letters, told)| words::count(letters) < 3 && words::count(told) < 8);
    let told = told.or(spelt_out.map(|(_, told)| told));
    let letters = asked.term.len() > 2 && asked.term.chars().all(char::is_uppercase);
    let spelt = asked.form == Form::For
        && (name::is_initials(asked.term, back.trim_end_matches('.')) || letters && titled(back));
    let told = told.or(spelt.then_some(back))?;
    if !matches!(asked.form, Form::Is | Form::For | Form::Does) {
        return None;
    }
    let bare = as_deed(front)
        .replacen(" for?", "?", 1)
        .replacen(" do?", "?", 1);
    Some((asking(&bare, "stand for"), capitalised(told)))
}

/// `What characterises X? Designed to …`: what it is designed to do.
pub(super) fn designed(front: &str, back: &str) -> Option<(String, String)> {
    let (tail, told) = [
        ("Designed to ", "designed to do"),
        ("Designed for ", "designed for"),
    ]
    .into_iter()
    .find_map(|(opening, tail)| Some((tail, back.strip_prefix(opening)?)))?;
    let question = front.replacen("hat characterises ", "hat is ", 1);
    Some((asking(&question, tail), capitalised(told)))
}

/// `Control Objectives for Rope and Related Gear`: a title, word for word.
pub(super) fn titled(text: &str) -> bool {
    let long: Vec<&str> = text.split_whitespace().filter(|w| w.len() > 3).collect();
    long.len() > 2 && long.iter().all(|w| w.starts_with(char::is_uppercase))
}
