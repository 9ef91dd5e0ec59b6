//! Cells: what plays its part in a place is asked for there, and a table that
//! was read the wrong way round isn't asked at all.

use crate::generator::column;
use crate::generator::language;
use crate::generator::parts;
use crate::generator::sentence;
use crate::generator::topic::Topic;
use crate::generator::words;

/// A thing with the part it plays: `Acme BoatDB as a source`.
pub(super) fn playing(owner: String, part: Option<&str>) -> String {
    match part {
        Some(part) if part.starts_with(['a', 'e', 'i', 'o']) => format!("{owner} as an {part}"),
        Some(part) => format!("{owner} as a {part}"),
        None => owner,
    }
}

/// Asks for a cell of what plays its part in a place: elsewhere the answer is
/// another.
pub(super) fn placed(owner: &str, title: &str, place: &str, cell: &str) -> Option<String> {
    let question = column::question(owner, title, cell, false)?;
    let asks = [
        "What ", "How ", "Which ", "When ", "Where ", "Who ", "Does ", "Is ",
    ]
    .iter()
    .any(|w| question.starts_with(w));
    if owner.contains(place) {
        return Some(question);
    }
    let bare = question.trim_end_matches('?');
    asks.then(|| parts::about(place, &sentence::uncapitalised(bare)))
}

/// Whether a table's row was an attribute and its column the thing.
pub(super) fn is_turned(t: &Topic, column: &str) -> bool {
    let shouts = column.chars().any(char::is_uppercase)
        && !column
            .chars()
            .any(|c| c.is_lowercase() || words::is_unspaced(c));
    language::is_label(t.language, &t.name.short) || shouts && !t.name.is_proper()
}
