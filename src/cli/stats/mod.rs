//! `cramless stats`: where a person stands, in numbers.

mod json;

use super::store::Store;
use crate::domain::text::count;
use crate::domain::{Day, Moment};
use crate::scheduling::queue::Scope;
use crate::session::desk::Desk;
use crate::session::forecast::{Forecast, Job, nothing_yet};
use crate::session::past::{Past, past};
use crate::session::ready::Ready;
use crate::session::standing::{Standing, standing};
use crate::session::stats::{Stats, papers};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Options of `stats`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// As JSON, for scripts
    #[arg(long)]
    pub json: bool,
}

/// Everything there is to say.
struct Figures {
    today: Day,
    stats: Stats,
    ready: Ready,
    past: Past,
    forecast: Option<Forecast>,
    all: Standing,
    by_domain: BTreeMap<u8, Standing>,
}

impl Figures {
    fn of(store: &Store, today: Day) -> Self {
        let scope = Scope::default();
        let shelf = store.shelf(&scope, today);
        let events = store.disk.journal.reader()();
        let (all, by_domain) = standing(shelf.catalogue, shelf.progress, &scope, today);
        Self {
            today,
            stats: Stats::of(shelf),
            ready: Ready::of(shelf),
            forecast: nothing_yet(shelf.progress)
                .is_none()
                .then(|| Job::new(&mut Desk::default(), shelf)?.run(&|| false))
                .flatten(),
            past: past(shelf, &store.replay, events, || false).unwrap_or_default(),
            all,
            by_domain,
        }
    }
}

/// Prints the numbers.
///
/// # Errors
/// When they can't be written.
pub fn run(store: &Store, args: &Args, now: Moment, out: &mut dyn Write) -> io::Result<()> {
    let figures = Figures::of(store, now.study_day());
    if args.json {
        return writeln!(out, "{:#}", json::json(store, &figures));
    }
    for (label, text) in sentences(store, &figures) {
        writeln!(out, "{label:<10} {text}")?;
    }
    writeln!(out)?;
    line(out, "all", &figures.all)?;
    for (number, s) in &figures.by_domain {
        let name = match number {
            0 => "no domain".to_owned(),
            n => format!("domain {n}"),
        };
        line(out, &name, s)?;
    }
    Ok(())
}

/// What there is to say, a line each.
fn sentences(store: &Store, f: &Figures) -> Vec<(&'static str, String)> {
    let (stats, ready) = (&f.stats, &f.ready);
    let tally = store.progress().tally(f.today);
    let today = format!(
        "{}, {} right, {} of {} min",
        count(tally.reviews, "answer"),
        tally.right,
        tally.ms / 60_000,
        stats.calendar.minutes
    );
    let answers = count(stats.answers, "answer");
    let ever = format!("{answers} · {}", stats.calendar.in_words());
    let mut out = vec![("today", today), ("ever", ever)];
    if stats.answers == 0 {
        return out;
    }
    out.push(("ready", ready.headline()));
    let change = ready.change(&f.past);
    let scale: Vec<String> = ready.on_scale().into_iter().chain(change).collect();
    let more = [
        (!scale.is_empty()).then(|| scale.join(" · ")),
        ready.advice(),
        ready.caveat(),
    ];
    out.extend(more.into_iter().flatten().map(|text| ("", text)));
    if let Some(text) = f.forecast.as_ref().and_then(Forecast::headline) {
        out.push(("ahead", text));
    }
    let more = f.forecast.iter().flat_map(|f| {
        let assumption = f.assumption().filter(|_| f.course.is_some());
        let what_if = f.what_if().into_iter();
        what_if.chain(f.booking_in_words()).chain(assumption)
    });
    out.extend(more.map(|text| ("", text)));
    if ready.says_something() {
        out.push(("topics", ready.topics_in_words()));
    }
    if stats.recall.answers > 0 {
        out.push(("recall", stats.recall.in_words()));
    }
    if !stats.papers.is_empty() {
        out.push(("mocks", papers::in_words(&stats.papers)));
        out.push(("forecasts", f.past.in_words()));
    }
    if let Some(told) = &f.past.exam {
        out.push(("exam", told.in_words()));
    }
    if stats.misses.total > 0 {
        out.push(("misses", stats.misses.in_words()));
    }
    out
}

fn line(out: &mut dyn Write, name: &str, s: &Standing) -> io::Result<()> {
    writeln!(
        out,
        "{name:<10} {:>5} cards  {:>5} new  {:>5} known  {:>4} due  {:>4} missed",
        s.cards, s.new, s.known, s.due, s.missed
    )
}
