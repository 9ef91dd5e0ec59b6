//! `cramless missed`: the cards that were missed and aren't known yet.

use super::store::Store;
use super::{ScopeArgs, Stop};
use crate::domain::event::MissReason;
use crate::domain::{CardIx, Day, EventId, Moment};
use crate::session::missed::{Filter, Missed, missed};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Drill the cards you missed, most costly first
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cramless missed                      drill them now
  cramless missed --list --domain 3
  cramless missed --list --json --since 2026-11-01

A card leaves the list when it was answered right, and not by a guess, on two
study days after the miss.")]
pub struct Args {
    #[command(flatten)]
    pub(super) scope: ScopeArgs,
    /// Missed on that day or later
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// Only questions of that paper: its id, or `last`
    #[arg(long, value_name = "ID")]
    mock: Option<String>,
    /// Only what was missed for that reason
    #[arg(long, value_enum)]
    reason: Option<Reason>,
    /// Print the list instead
    #[arg(long)]
    pub(super) list: bool,
    /// Print JSON (with --list)
    #[arg(long, requires = "list")]
    json: bool,
}

/// Why a card was missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Reason {
    /// Two things were taken for each other
    MixedUp,
    /// The question was misread
    Misread,
}

impl Args {
    /// The filter asked for.
    ///
    /// # Errors
    /// When a day or a deck isn't one.
    pub fn filter(&self, store: &Store) -> Result<Filter, Stop> {
        let since = match &self.since {
            None => None,
            Some(s) => Some(Day::parse(s).ok_or_else(|| {
                Stop::usage(format!("--since {s}: no date; write it like 2026-11-01"))
            })?),
        };
        Ok(Filter {
            scope: self.scope.scope(store, None)?,
            since,
            reason: self.reason.map(|r| match r {
                Reason::MixedUp => MissReason::MixedUp,
                Reason::Misread => MissReason::Misread,
            }),
            among: self
                .mock
                .as_deref()
                .map(|id| of_paper(store, id))
                .transpose()?,
        })
    }
}

/// The questions of a paper.
pub(super) fn of_paper(store: &Store, id: &str) -> Result<Vec<CardIx>, Stop> {
    let papers = &store.progress().papers;
    let found = match id {
        "last" => papers.iter().rev().find(|p| p.ended.is_some()),
        id => EventId::parse(id).and_then(|id| store.progress().paper(id)),
    };
    let paper = found.ok_or_else(|| {
        Stop::usage(format!(
            "--mock {id}: no such paper; `last` means the latest one"
        ))
    })?;
    let asked = paper.started.questions.iter();
    Ok(asked
        .filter_map(|q| store.catalogue().find(&q.card))
        .collect())
}

/// Prints the list.
///
/// # Errors
/// When it can't be written.
pub fn list(
    store: &Store,
    args: &Args,
    filter: &Filter,
    now: Moment,
    out: &mut dyn Write,
) -> io::Result<()> {
    let day = now.study_day();
    let blueprints = store.disk.library.blueprints();
    let mut found = missed(store.catalogue(), store.progress(), blueprints, filter, day);
    let hidden = super::paper::hidden(store);
    found.retain(|m| !hidden.contains(&m.card));
    if args.json {
        let rows: Value = found.iter().map(|m| row(store, m)).collect();
        return writeln!(out, "{rows:#}");
    }
    if found.is_empty() {
        return writeln!(out, "Nothing is missed.");
    }
    writeln!(out, "{:<10}  {:>6}  {:>5}  card", "last", "missed", "right")?;
    for m in &found {
        let card = store.card(m.card).ok();
        let prompt = card.map(|c| c.prompt().one_line()).unwrap_or_default();
        let prompt: String = prompt.chars().take(60).collect();
        writeln!(
            out,
            "{:<10}  {:>5}×  {:>3}/2  {}\n{:29}{prompt}",
            m.last.to_string(),
            m.times,
            m.right_days,
            store.catalogue().entry(m.card).card,
            "",
        )?;
    }
    Ok(())
}

fn row(store: &Store, m: &Missed) -> Value {
    let entry = store.catalogue().entry(m.card);
    json!({
        "card": entry.card.as_str(),
        "misses": m.times,
        "last": m.last.to_string(),
        "right_days": m.right_days,
        "task": entry.task.map(|t| t.to_string()),
    })
}
