//! `cramless sheet`: two pages for the last days.

use super::store::Store;
use crate::domain::Moment;
use crate::session::sheet::{sheet, wanted};
use std::io::{self, Write};

/// Two pages of Markdown for the last days: your misses, mix-ups, formulas
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  cramless sheet > sheet.md")]
pub struct Args {}

/// Prints the sheet.
///
/// # Errors
/// When it can't be written.
pub fn run(store: &Store, now: Moment, out: &mut dyn Write) -> io::Result<()> {
    let day = now.study_day();
    let blueprints = store.disk.library.blueprints();
    let hidden = super::paper::hidden(store);
    let cards: Vec<_> = wanted(store.catalogue(), store.progress(), blueprints, day)
        .into_iter()
        .filter(|ix| !hidden.contains(ix))
        .filter_map(|ix| Some((ix, store.card(ix).ok()?)))
        .collect();
    write!(
        out,
        "{}",
        sheet(&cards, store.catalogue(), store.progress(), day)
    )
}
