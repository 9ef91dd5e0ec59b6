//! `cramless doctor`: what is on disk, what is damaged, what was healed.

use super::store::Store;
use crate::domain::Moment;
use crate::storage::doctor::{Findings, examine};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Examine everything on disk; nothing is changed unless it can only help
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cramless doctor
  cramless doctor --restore    bring a vanished library back from this machine's copy

Exit code: 0 all is well, 1 something is odd (each with file and line).")]
pub struct Args {
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Bring back what vanished from the data folder
    #[arg(long, conflicts_with = "forget")]
    restore: bool,
    /// Leave what vanished where it is, and don't mention it again
    #[arg(long)]
    forget: bool,
}

/// Examines, tells, and says whether all is well.
///
/// # Errors
/// When the answer can't be written, or what vanished can't be brought back.
pub fn run(store: &mut Store, args: &Args, now: Moment, out: &mut dyn Write) -> io::Result<bool> {
    if args.restore {
        let restored = store
            .disk
            .journal
            .restore_vanished()
            .map_err(io::Error::other)?;
        writeln!(out, "{restored} events brought back")?;
        store.progress = store.disk.fold(&store.replay);
    }
    if args.forget {
        store.disk.journal.forget_vanished()?;
    }
    let report = store.disk.report.clone();
    let found = examine(&mut store.disk.journal, &report, now);
    let decks: Vec<String> = store
        .disk
        .library
        .problems()
        .iter()
        .map(ToString::to_string)
        .collect();
    if args.json {
        writeln!(out, "{:#}", as_json(store, &found, &decks))?;
    } else {
        tell(store, &found, &decks, out)?;
    }
    Ok(found.is_sound() && decks.is_empty())
}

fn tell(store: &Store, found: &Findings, decks: &[String], out: &mut dyn Write) -> io::Result<()> {
    let places = &store.disk.places;
    writeln!(
        out,
        "data     {}",
        crate::domain::Text::new(places.data.to_string_lossy())
    )?;
    writeln!(
        out,
        "state    {}",
        crate::domain::Text::new(places.state.to_string_lossy())
    )?;
    writeln!(
        out,
        "library  {:016x}, this device {:016x}",
        found.library, found.device
    )?;
    writeln!(
        out,
        "events   {} in {} files",
        found.events,
        found.files.len()
    )?;
    for f in &found.files {
        let damaged = match f.damaged {
            0 => String::new(),
            n => format!(", {n} damaged"),
        };
        writeln!(
            out,
            "         {}: {} events, {} bytes{damaged}",
            f.file, f.events, f.bytes
        )?;
    }
    for d in &found.devices {
        let (events, last) = (d.events, d.last.local_minute());
        writeln!(
            out,
            "device   {:016x}: {events} events, the last at {last}",
            d.device
        )?;
    }
    if found.newer > 0 {
        writeln!(
            out,
            "newer    {} events of a newer version: kept, not counted",
            found.newer
        )?;
    }
    for gap in &found.gaps {
        writeln!(
            out,
            "gap      {} numbers of session {:08x} on {:016x} are missing",
            gap.missing, gap.session, gap.device
        )?;
    }
    for healed in &found.healed {
        writeln!(out, "healed   {healed}")?;
    }
    if found.imported > 0 {
        writeln!(
            out,
            "healed   {} events of a rescue file, now in the journal",
            found.imported
        )?;
    }
    for line in &found.history {
        writeln!(out, "before   {line}")?;
    }
    if let Some(vanished) = &found.vanished {
        writeln!(
            out,
            "vanished {vanished}: cramless doctor --restore, or --forget"
        )?;
    }
    if let Some(trouble) = &found.trouble {
        writeln!(out, "trouble  {trouble}")?;
    }
    for problem in &found.problems {
        writeln!(out, "odd      {problem}")?;
    }
    for problem in decks {
        writeln!(out, "deck     {problem}")?;
    }
    if found.is_sound() && decks.is_empty() {
        writeln!(out, "All is well.")?;
    }
    Ok(())
}

fn as_json(store: &Store, found: &Findings, decks: &[String]) -> Value {
    let texts = |items: Vec<String>| -> Value { items.into_iter().collect() };
    let files = found.files.iter().map(
        |f| json!({ "file": f.file, "bytes": f.bytes, "events": f.events, "damaged": f.damaged }),
    );
    json!({
        "sound": found.is_sound() && decks.is_empty(),
        "data": store.disk.places.data.to_string_lossy(),
        "state": store.disk.places.state.to_string_lossy(),
        "events": found.events,
        "newer": found.newer,
        "files": files.collect::<Value>(),
        "problems": texts(found.problems.iter().map(ToString::to_string).collect()),
        "healed": texts(found.healed.iter().map(ToString::to_string).collect()),
        "imported": found.imported,
        "vanished": found.vanished.as_ref().map(ToString::to_string),
        "trouble": found.trouble,
        "decks": decks,
    })
}
