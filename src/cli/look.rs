//! `cramless search` and `cramless show`: finding a card and reading it.

use super::Stop;
use super::store::Store;
use crate::domain::text::count;
use crate::domain::{Card, CardIx, CardRef, Day, Face, Moment};
use crate::scheduling::progress::CardState;
use crate::scheduling::queue::due_day;
use crate::session::history::{Past, history};
use crate::session::search::{Haystack, Query};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Find cards by their words
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cramless search kinesis shard
  cramless search is:missed domain:3
  cramless search is:disputed

Filters: domain:N task:N.N deck:NAME tag:WORD is:new|seen|due|known|missed|
leech|flagged|disputed|suspended|question|card|noted since:DATE
reason:mixed-up|misread mock:last|ID near:CARD. Questions of papers still to be sat aren't found.
Exit code: 0 found something, 1 found nothing.")]
pub struct SearchArgs {
    /// Words that must all occur, and filters
    #[arg(required = true)]
    words: Vec<String>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Show one card with its history
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  cramless show mls-c01/ai-services#amazon-comprehend/purpose")]
pub struct ShowArgs {
    /// DECK#CARD, or the card's own part if it is the only one
    card: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Prints what was found; says whether anything was.
///
/// # Errors
/// When it can't be written.
pub fn search(
    store: &Store,
    args: &SearchArgs,
    now: Moment,
    world_out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<bool> {
    let query = Query::parse(&args.words.join(" "));
    for unknown in &query.unknown {
        writeln!(
            err,
            "cramless: the filter {unknown} isn't known; `cramless search --help` lists them"
        )?;
    }
    let mut hay = Haystack::default();
    store.disk.library.for_each_card(|ix, card| {
        let name = &store.catalogue().entry(ix).card;
        let card = store.progress().worded(name, card);
        hay.add(ix, name.as_str(), &card);
    });
    let mut found = hay.find(&query, store.catalogue(), store.progress(), now.study_day());
    let hidden = super::paper::hidden(store);
    found.retain(|ix| !hidden.contains(ix));
    if args.json {
        let rows: Value = found
            .iter()
            .filter_map(|ix| Some((store.catalogue().entry(*ix), store.card(*ix).ok()?)))
            .map(
                |(e, c)| json!({ "card": e.card.as_str(), "kind": c.kind(), "prompt": c.prompt() }),
            )
            .collect();
        writeln!(world_out, "{rows:#}")?;
        return Ok(!found.is_empty());
    }
    for ix in &found {
        let Ok(card) = store.card(*ix) else { continue };
        let prompt: String = card.prompt().one_line().chars().take(72).collect();
        writeln!(
            world_out,
            "{}\n    {prompt}",
            store.catalogue().entry(*ix).card
        )?;
    }
    if found.is_empty() {
        writeln!(err, "No card has all of these words.")?;
    }
    Ok(!found.is_empty())
}

/// The card that a name means.
///
/// # Errors
/// When there is none, or more than one.
pub fn find(store: &Store, name: &str) -> Result<CardIx, Stop> {
    if let Ok(full) = CardRef::parse(name)
        && let Some(ix) = store.catalogue().find(&full)
    {
        return Ok(ix);
    }
    let mut of_name = store
        .catalogue()
        .indices()
        .filter(|ix| store.catalogue().entry(*ix).card.card() == name);
    match (of_name.next(), of_name.next()) {
        (Some(ix), None) => Ok(ix),
        (Some(a), Some(b)) => Err(Stop::usage(format!(
            "{name} is in more than one deck: {} and {}",
            store.catalogue().entry(a).card,
            store.catalogue().entry(b).card
        ))),
        _ => Err(Stop::usage(format!(
            "no card {name}; `cramless search` finds cards by their words"
        ))),
    }
}

/// The card that a name means, if its wording may be seen now.
///
/// # Errors
/// As [`find`], or when it is kept for a paper that is still to be sat.
pub fn find_open(store: &Store, name: &str) -> Result<CardIx, Stop> {
    let ix = find(store, name)?;
    if !super::paper::hidden(store).contains(&ix) {
        return Ok(ix);
    }
    let full = &store.catalogue().entry(ix).card;
    let open = store.progress().open_paper();
    let asked = open.is_some_and(|p| p.started.questions.iter().any(|q| q.card == *full));
    Err(Stop::usage(if asked {
        format!("{full} is asked in the paper that is open; it can be read once that is handed in")
    } else {
        format!("{full} is held back for a full mock exam; it can be read once that was sat")
    }))
}

/// Prints a card with its history.
///
/// # Errors
/// When there is no such card, or it can't be written.
pub fn show(store: &Store, args: &ShowArgs, now: Moment, out: &mut dyn Write) -> Result<(), Stop> {
    let ix = find_open(store, &args.card)?;
    let card = store.card(ix).map_err(Stop::usage)?;
    let entry = store.catalogue().entry(ix);
    let name = &entry.card;
    let state = store.progress().card(name);
    let names: Vec<CardRef> = std::iter::once(name).chain(&entry.was).cloned().collect();
    let past = history(&store.disk.history(&names), &names, Some(&card));
    let day = now.study_day();
    if args.json {
        writeln!(out, "{:#}", as_json(name, &card, state, &past, day))?;
        return Ok(());
    }
    writeln!(out, "{name}\n\n{}\n", card.prompt())?;
    match &card.face {
        Face::Flashcard(f) => writeln!(out, "{}\n", f.back)?,
        Face::Choice(c) => {
            for o in &c.options {
                writeln!(out, "{} {}", if o.correct { "✓" } else { "✗" }, o.text)?;
                if let Some(why) = &o.why {
                    writeln!(out, "  {why}")?;
                }
            }
            if let Some(e) = &c.explanation {
                writeln!(out, "\n{e}")?;
            }
            writeln!(out)?;
        }
    }
    for line in card.status.iter().chain(&card.reference) {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "\n{}", standing(state, day))?;
    if let Some(note) = state.and_then(|s| s.note.as_ref()) {
        writeln!(out, "your note: {note}")?;
    }
    for p in &past {
        writeln!(out, "{}  {}", p.at, p.what)?;
    }
    Ok(())
}

fn standing(state: Option<&CardState>, day: Day) -> String {
    let Some(s) = state.filter(|s| s.is_seen()) else {
        return "not seen yet".into();
    };
    let recall = s.recall_on(day).map_or(0.0, |r| r * 100.0);
    let due = due_day(s)
        .map(|d| format!(", due ≈ {d}"))
        .unwrap_or_default();
    let missed = if s.misses.open { ", missed" } else { "" };
    format!(
        "recall today ≈ {recall:.0} %{due}, {}, {}{missed}",
        count(s.reviews, "answer"),
        count(s.lapses, "lapse")
    )
}

fn as_json(
    name: &CardRef,
    card: &Card,
    state: Option<&CardState>,
    past: &[Past],
    day: Day,
) -> Value {
    let events = past
        .iter()
        .map(|p| json!({ "at": p.at, "day": p.day.to_string(), "what": p.what, "wrong": p.wrong }));
    json!({
        "card": name.as_str(),
        "kind": card.kind(),
        "prompt": card.prompt(),
        "recall": state.and_then(|s| s.recall_on(day)),
        "due": state.and_then(due_day).map(|d| d.to_string()),
        "reviews": state.map_or(0, |s| s.reviews),
        "lapses": state.map_or(0, |s| s.lapses),
        "missed": state.is_some_and(|s| s.misses.open),
        "history": events.collect::<Value>(),
    })
}
