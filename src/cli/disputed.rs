//! `cramless decks --disputed`: the questions whose key the person disputes.
//! They are out of study and scoring until the dispute is taken back.

use super::store::Store;
use serde_json::{Value, json};
use std::io::{self, Write};

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
        let prompt: String = prompt.chars().take(72).collect();
        writeln!(out, "{card}\n    {prompt}")?;
        if let Some(note) = note {
            writeln!(out, "    your note: {}", note.one_line())?;
        }
    }
    Ok(())
}
