//! `cramless mixups`: the things that were taken for each other, and the card
//! that compares the two.

use super::store::Store;
use serde_json::{Value, json};
use std::io::{self, Write};

/// List what you mixed up, each pair with the card that compares the two
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  cramless mixups --json

A wrong option and the right one make a pair when your decks explain both. The
card that compares them comes next in study; where no deck has one, it is made.")]
pub struct Args {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Prints them, the latest first.
///
/// # Errors
/// When they can't be written.
pub fn run(store: &mut Store, args: &Args, out: &mut dyn Write) -> io::Result<()> {
    let rows = rows(store);
    if args.json {
        return writeln!(out, "{rows:#}");
    }
    let all = rows.as_array().map_or(&[][..], Vec::as_slice);
    if all.is_empty() {
        return writeln!(out, "Nothing was mixed up.");
    }
    let word = |row: &Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
    for row in all {
        writeln!(
            out,
            "{}  {}×  {} / {}\n{:12}{}",
            word(row, "last"),
            row["times"],
            row["pair"][0].as_str().unwrap_or_default(),
            row["pair"][1].as_str().unwrap_or_default(),
            "",
            word(row, "comparison"),
        )?;
    }
    Ok(())
}

/// The mix-ups as scripts see them.
pub(super) fn rows(store: &mut Store) -> Value {
    let hidden = super::paper::hidden(store);
    let found = store.compare();
    let catalogue = store.catalogue();
    let name = |ix| catalogue.entry(ix).card.as_str();
    let row = |(m, card): &(crate::session::mixups::MixUp, _)| {
        let open = m.questions.iter().filter(|ix| !hidden.contains(ix));
        json!({
            "pair": m.names,
            "terms": m.terms.map(name),
            "questions": open.map(|ix| name(*ix)).collect::<Vec<_>>(),
            "times": m.times,
            "marked": m.marked,
            "last": m.last.to_string(),
            "comparison": name(*card),
            "made": matches!(m.card, crate::session::mixups::Comparison::Made(..)),
        })
    };
    found.iter().map(row).collect()
}
