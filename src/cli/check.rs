//! `cramless check`: whether decks, blueprints and summaries work, alone and
//! together, and whether their questions measure knowledge.

mod audit;
mod links;
mod quality;
mod reading;
mod tell;

use super::context::{Context, Exit};
use crate::domain::{Day, Severity};
use reading::Checked;
use std::io;
use std::path::PathBuf;

/// Check decks, blueprints and summaries: what is wrong, where, how to mend it
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cramless check my-deck.json
  cramless check notes.md
  cramless check decks/ --deny warnings
  cramless check decks/ --coverage
  cramless check my-deck.json --json

Questions that give themselves away are warnings. Of all questions for one exam
together (40 or more) the shares printed below them must keep their bars: key
longest 15-35 %, 1.5 times as long at most 10 %, a word of the stem in the key
only at most 10 %, negative stems at most 5 %, multiple response 10-18 %, each
bot at most 35 %. A deck's own breach is only marked with \"!\".

Exit code: 0 nothing wrong, 1 problems found, 2 something could not be read.")]
pub struct Args {
    /// Files, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Count warnings as problems
    #[arg(long, value_name = "WHAT")]
    deny: Option<Deny>,
    /// Show what there is on each task statement and topic
    #[arg(long)]
    coverage: bool,
    /// Want an entry for each question's present wording in this log
    #[arg(long, value_name = "FILE", hide = true)]
    audit: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Fail on warnings too
    Warnings,
}

/// Checks, and tells. Statuses are judged by `today`.
///
/// # Errors
/// If the output can't be written.
pub fn run(args: &Args, today: Day, context: &mut Context<'_>) -> io::Result<Exit> {
    let mut checked = Checked::default();
    for path in &args.paths {
        checked.look(path);
    }
    checked.read_notes(context.builtins);
    let known = checked.known_blueprints(context.builtins);
    let links = links::check(&checked.decks, &known, context.builtins);
    checked.problems.extend(links);
    let quality = quality::judge(&checked.decks, &known, today);
    checked.problems.extend(quality.problems.iter().cloned());
    if let Some(log) = &args.audit {
        checked.problems.extend(audit::check(log, &checked.decks));
    }
    if args.json {
        tell::json(args, &checked, &quality, context)?;
    } else {
        tell::text(args, &checked, &quality, context)?;
    }
    let worst = checked.problems.iter().map(|p| p.severity).max();
    Ok(match worst {
        _ if checked.unreadable => Exit::Unusable,
        None => Exit::Done,
        Some(Severity::Warning) if args.deny.is_none() => Exit::Done,
        Some(_) => Exit::Problems,
    })
}
