//! `cramless decks --disputed`: the questions whose key the person disputes.
//! They are out of study and scoring until the dispute is taken back.

use super::store::Store;
use crate::tui::wrap::{elide, width_of};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Cells of a question's beginning.
const WIDTH: usize = 72;

/// The beginning of a question, cut between words.
fn beginning(prompt: &str) -> String {
    if width_of(prompt) <= WIDTH {
        return prompt.to_owned();
    }
    let mut out = String::new();
    for word in prompt.split(' ') {
        if width_of(&out) + 1 + width_of(word) > WIDTH - 2 {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    // One endless word, or a language without spaces.
    if out.is_empty() {
        return elide(prompt, WIDTH);
    }
    out.push_str(" …");
    out
}

/// Lists them.
///
/// # Errors
/// When the list can't be written.
pub(super) fn list(store: &Store, as_json: bool, out: &mut dyn Write) -> io::Result<()> {
    let catalogue = store.catalogue();
    let mut rows = Vec::new();
    for ix in catalogue.indices() {
        let card = &catalogue.entry(ix).card;
        let state = store.progress().card(card).filter(|s| s.disputed);
        if let (Some(state), Ok(wording)) = (state, store.card(ix)) {
            rows.push((card, wording.prompt().one_line(), state.note.clone()));
        }
    }
    if as_json {
        let rows = rows
            .iter()
            .map(|(card, prompt, note)| json!({ "card": card, "prompt": prompt, "note": note }));
        return writeln!(out, "{:#}", rows.collect::<Value>());
    }
    if rows.is_empty() {
        return writeln!(out, "No key is disputed.");
    }
    for (card, prompt, note) in rows {
        writeln!(out, "{card}\n    {}", beginning(&prompt))?;
        if let Some(note) = note {
            writeln!(out, "    your note: {}", note.one_line())?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_s_beginning_ends_with_a_word() {
        let short = "Which service streams?";
        assert_eq!(beginning(short), short);
        let long = "A retailer trains a demand model on four years of sales of 40,000 products \
            and retrains it every night";
        let cut = beginning(long);
        assert_eq!(
            cut,
            "A retailer trains a demand model on four years of sales of 40,000 …"
        );
        assert!(width_of(&cut) <= WIDTH);
        assert_eq!(width_of(&beginning(&"x".repeat(100))), WIDTH);
    }
}
