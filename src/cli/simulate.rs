//! `cramless simulate`: how well the planner does, measured by anybody.
//!
//! Simulated learners live through the planner and through what others do, in
//! a virtual calendar; nothing of the person's own is read or written.

use super::Stop;
use crate::scheduling::simulate::table::{Row, Who, ceiling, world};
use crate::scheduling::simulate::{Cell, World};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Options of `simulate`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cramless simulate
  cramless simulate --days 14 --minutes 10 --cards 300 --world people
  cramless simulate --missed-days 20 --learners 40 --json

Every policy meets the same learners with the same luck, so that the column
\"cramless leads by\" is known much better than the scores. Learners 1000 to
9999 were used for tuning: start elsewhere (--seed) to measure.")]
pub struct Args {
    /// Days of study; the exam is on the morning after
    #[arg(long, value_name = "N", default_value_t = 30, value_parser = clap::value_parser!(u32).range(2..=365))]
    days: u32,
    /// Minutes a day
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=480))]
    minutes: u32,
    /// Cards in scope
    #[arg(long, value_name = "N", default_value_t = 600, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    cards: u32,
    /// Learners in each world
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    learners: u64,
    /// Number of the first learner
    #[arg(long, value_name = "N", default_value_t = 20_000)]
    seed: u64,
    /// Percent of days on which nothing is done
    #[arg(long, value_name = "PERCENT", default_value_t = 0, value_parser = clap::value_parser!(u8).range(0..=90))]
    missed_days: u8,
    /// Only this law of memory: matched, people, activation, dash, exponential
    #[arg(long, value_name = "NAME")]
    world: Option<String>,
    /// Also work out what no policy can beat, where memory is published FSRS
    #[arg(long)]
    bound: bool,
    /// As JSON, for scripts
    #[arg(long)]
    json: bool,
}

/// Lives through it and prints the table, world by world.
///
/// # Errors
/// For a world that doesn't exist, or when the table can't be written.
pub fn run(args: &Args, out: &mut dyn Write) -> Result<(), Stop> {
    let worlds = worlds(args)?;
    let cell = Cell {
        days: args.days,
        minutes: args.minutes,
        cards: args.cards as usize,
        missed: f64::from(args.missed_days) / 100.0,
    };
    let top = args.bound.then(|| ceiling(cell, args.seed));
    let rows = |w: &World| world(cell, *w, &Who::ALL, args.learners, args.seed);
    if args.json {
        let all: Vec<Value> = worlds.iter().flat_map(rows).map(|r| as_json(&r)).collect();
        let value = json!({
            "days": args.days, "minutes": args.minutes, "cards": args.cards,
            "missed_days": cell.missed, "learners": args.learners, "seed": args.seed,
            "bound": top, "rows": all,
        });
        writeln!(out, "{value:#}")?;
        return Ok(());
    }
    let missed = match args.missed_days {
        0 => String::new(),
        percent => format!(", {percent} % of days missed"),
    };
    writeln!(
        out,
        "{} days × {} min × {} cards{missed}; {} learners from {} on; ± is a 95 % interval",
        args.days, args.minutes, args.cards, args.learners, args.seed
    )?;
    for w in &worlds {
        table(out, *w, &rows(w))?;
        if let Some(top) = top.filter(|_| *w == World::Matched) {
            writeln!(out, "  no policy can beat {top:.1}")?;
        }
    }
    Ok(())
}

fn worlds(args: &Args) -> Result<Vec<World>, Stop> {
    let Some(name) = &args.world else {
        return Ok(World::ALL.to_vec());
    };
    let found = World::ALL.into_iter().find(|w| w.name() == name);
    found.map(|w| vec![w]).ok_or_else(|| {
        let names: Vec<&str> = World::ALL.into_iter().map(World::name).collect();
        Stop::usage(format!("no world {name}; there are {}", names.join(", ")))
    })
}

fn table(out: &mut dyn Write, world: World, rows: &[Row]) -> io::Result<()> {
    writeln!(out, "\n{}", world.name())?;
    writeln!(
        out,
        "  {:12} {:>13} {:>18} {:>6} {:>8}",
        "", "score", "cramless leads by", "seen", "answers"
    )?;
    for row in rows {
        let lead = match row.who {
            Who::Cramless => String::new(),
            _ => format!("{:+.1} ±{:4.1}", row.behind.value, row.behind.within),
        };
        writeln!(
            out,
            "  {:12} {:6.1} ±{:5.1} {lead:>18} {:6.0} {:8.0}",
            row.who.name(),
            row.score.value,
            row.score.within,
            row.seen,
            row.answers
        )?;
    }
    for row in rows.iter().filter(|r| r.who == Who::Cramless) {
        if let Some(told) = row.foretold {
            writeln!(
                out,
                "  its last forecast was {:.1} points off ({:+.1} in the mean); \
                 {:.0} % of truths lay in its 80 % interval",
                told.error,
                told.bias,
                100.0 * told.covered
            )?;
        }
    }
    Ok(())
}

fn as_json(row: &Row) -> Value {
    let foretold = row
        .foretold
        .map(|told| json!({"bias": told.bias, "error": told.error, "covered": told.covered}));
    json!({
        "world": row.world.name(),
        "policy": row.who.name(),
        "score": row.score.value, "score_within": row.score.within,
        "cramless_leads_by": row.behind.value, "lead_within": row.behind.within,
        "seen": row.seen, "answers": row.answers,
        "forecast": foretold,
    })
}
