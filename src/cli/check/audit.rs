//! The audit log: one JSON line a question that someone who did not write it
//! has solved blind. It vouches for a wording, so a changed question needs a
//! new entry.

use super::reading::Read;
use crate::domain::{CardRef, Problem, Severity, shown_path};
use crate::generator::lint::{authored, wording};
use crate::storage::read_file::read_regular;
use serde::Deserialize;
use std::collections::HashMap;
use std::path::Path;

/// The largest log that is read, in bytes.
const MAX_LOG: u64 = 16 << 20;

/// One audited question.
#[derive(Debug, Deserialize)]
struct Entry {
    /// `DECK#CARD`.
    question: String,
    /// See [`wording`].
    wording: String,
    /// What was answered with the key covered.
    blind: String,
    /// Whether that was the key.
    #[serde(rename = "agreed")]
    _agreed: bool,
    /// `kept`, `mended` or `dropped`.
    verdict: String,
    /// What was changed, or nothing.
    #[serde(rename = "changed")]
    _changed: String,
}

/// Wants an entry for each authored question in its present wording.
pub(super) fn check(log: &Path, decks: &[Read]) -> Vec<Problem> {
    let shown = shown_path(log);
    let mut out = Vec::new();
    let bytes = match read_regular(log, MAX_LOG) {
        Ok(bytes) => bytes,
        Err(e) => return vec![e.problem(&shown)],
    };
    let mut vouched: HashMap<String, Vec<String>> = HashMap::new();
    for (n, line) in (1..).zip(String::from_utf8_lossy(&bytes).lines()) {
        let bad =
            |what: &str| Problem::of_file(&shown, Severity::Error, "bad-audit", what).at((n, 1));
        match serde_json::from_str::<Entry>(line) {
            Err(_) => out.push(bad("this line is no audit entry").help(
                "write {\"question\", \"wording\", \"blind\", \"agreed\", \"verdict\", \"changed\"}",
            )),
            Ok(e) if e.blind.trim().is_empty() => out.push(bad("nothing was answered blind")),
            Ok(e) if !matches!(&*e.verdict, "kept" | "mended" | "dropped") => {
                out.push(bad("the verdict must be \"kept\", \"mended\" or \"dropped\""));
            }
            Ok(e) => vouched.entry(e.question).or_default().push(e.wording),
        }
    }
    for read in decks {
        for (place, card, choice) in authored(&read.deck) {
            let name = CardRef::new(&read.deck.id, &card.id);
            let words = wording(choice);
            let what = match vouched.get(name.as_str()) {
                None => format!("card \"{}\" was never audited", card.id),
                Some(known) if !known.contains(&words) => {
                    format!(
                        "card \"{}\" was reworded since its audit (now {words})",
                        card.id
                    )
                }
                Some(_) => continue,
            };
            out.push(
                Problem::of_file(&read.file, Severity::Error, "no-audit", what).at(read.at(place)),
            );
        }
    }
    out
}
