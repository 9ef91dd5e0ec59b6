//! `cramless stats`: where a person stands, in numbers.

use super::store::Store;
use crate::domain::event::MissReason;
use crate::domain::{Day, Moment};
use crate::scheduling::queue::Scope;
use crate::session::missed::{reasons, reasons_in_words};
use crate::session::standing::{Standing, standing};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Options of `stats`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// As JSON, for scripts
    #[arg(long)]
    pub json: bool,
}

/// Prints the numbers.
///
/// # Errors
/// When they can't be written.
pub fn run(store: &Store, args: &Args, now: Moment, out: &mut dyn Write) -> io::Result<()> {
    let day = now.study_day();
    let target = store
        .progress()
        .goal
        .as_ref()
        .and_then(|(g, _)| g.date)
        .unwrap_or(day)
        .max(day);
    if args.json {
        return writeln!(out, "{:#}", as_json(store, day, target));
    }
    let (all, by_domain) = standing(
        store.catalogue(),
        store.progress(),
        &Scope::default(),
        day,
        target,
    );
    let tally = store.progress().tally(day);
    writeln!(
        out,
        "today      {} answers, {} right, {} min",
        tally.reviews,
        tally.right,
        tally.ms / 60_000
    )?;
    writeln!(
        out,
        "ever       {} answers on {} days",
        store.progress().reviews,
        store.progress().days.len()
    )?;
    if let Some(words) = reasons_in_words(store.progress()) {
        writeln!(out, "misses     {words}")?;
    }
    line(out, "all", &all)?;
    for (number, s) in &by_domain {
        let name = match number {
            0 => "no domain".to_owned(),
            n => format!("domain {n}"),
        };
        line(out, &name, s)?;
    }
    Ok(())
}

fn line(out: &mut dyn Write, name: &str, s: &Standing) -> io::Result<()> {
    writeln!(
        out,
        "{name:<10} {:>5} cards  {:>5} new  {:>5} known  {:>4} due  {:>4} missed",
        s.cards, s.new, s.known, s.due, s.missed
    )
}

fn as_json(store: &Store, day: Day, target: Day) -> Value {
    let progress = store.progress();
    let (all, by_domain) = standing(store.catalogue(), progress, &Scope::default(), day, target);
    let domains = by_domain.iter().map(|(number, s)| {
        let mut v = counts(s);
        v["domain"] = json!(number);
        v
    });
    let days = progress.days.iter().map(|(day, t)| {
        json!({
            "day": day.to_string(), "reviews": t.reviews, "right": t.right, "new": t.new,
            "seconds": t.ms as f64 / 1000.0, "recalls": t.recalls, "recalled": t.recalled,
            "predicted": t.predicted as f64 / 1e6,
        })
    });
    let given = reasons(progress);
    let why = |reason| given.get(&reason).copied().unwrap_or(0);
    json!({
        "reviews": progress.reviews,
        "cards": counts(&all),
        "by_domain": domains.collect::<Value>(),
        "misses": {
            "total": progress.cards.values().map(|c| c.misses.times).sum::<u32>(),
            "mixed_up": why(MissReason::MixedUp),
            "misread": why(MissReason::Misread),
        },
        "days": days.collect::<Value>(),
    })
}

fn counts(s: &Standing) -> Value {
    json!({
        "total": s.cards, "new": s.new, "known": s.known, "due": s.due, "missed": s.missed,
    })
}
