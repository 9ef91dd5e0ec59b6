//! `cramless plan`: what is studied for, and what will come of it.

use super::store::Store;
use super::world::World;
use super::{ScopeArgs, Stop, plan_json, plan_text};
use crate::domain::event::ExamTaken;
use crate::domain::{Blueprint, Day, Happening, Moment};
use crate::scheduling::queue::Scope;
use crate::session::days_off::days_off;
use crate::session::desk::Desk;
use crate::session::forecast::{Forecast, Job, nothing_yet};
use crate::session::goal::{Change, usual_exam};
use crate::session::goal_text::{self, exam_date, minutes};
use crate::session::past;
use crate::session::ready::Ready;
use crate::session::told::Told;

/// Set your goal; see what will come of it
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cramless plan                                   the plan, and what it will come to
  cramless plan --exam-date 2027-03-14 --minutes 20
  cramless plan --exam-date \"in 6 weeks\" --days-off sat,sun
  cramless plan --days-off \"sun, 24 Dec – 2 Jan\"
  cramless plan --not-booked                      no date: what should I book?
  cramless plan --result pass 812                 how the real exam went

What you don't name stays as it is. Dates may be 2027-03-14, 2027-03, 14 March
or \"in 6 weeks\"; days off weekdays, single days and spans, or none.")]
pub struct Args {
    /// The exam's day
    #[arg(long, value_name = "DATE", conflicts_with_all = ["not_booked", "knowledge_only"])]
    exam_date: Option<String>,
    /// Minutes a study day
    #[arg(long, value_name = "N")]
    minutes: Option<String>,
    /// Days without study: sat,sun or dates; `none` for none
    #[arg(long, value_name = "DAYS", num_args = 1..)]
    days_off: Option<Vec<String>>,
    /// No exam date for now; what was learnt is kept up
    #[arg(long, conflicts_with = "knowledge_only")]
    not_booked: bool,
    /// No exam at all: knowledge only
    #[arg(long)]
    knowledge_only: bool,
    /// How the real exam went: pass or fail, and the score if you like
    #[arg(long, value_names = ["pass|fail", "SCORE"], num_args = 1..=2)]
    result: Option<Vec<String>>,
    #[command(flatten)]
    scope: ScopeArgs,
    /// As JSON, for scripts
    #[arg(long)]
    json: bool,
}

/// All that is said of a plan.
pub(super) struct Said<'a> {
    pub(super) store: &'a Store,
    /// The blueprint that is studied for.
    pub(super) exam: Option<&'a Blueprint>,
    pub(super) today: Day,
    pub(super) ready: Ready,
    /// What will come of it; for people only if something can be said.
    pub(super) forecast: Option<Forecast>,
    /// How the real exam went.
    pub(super) result: Option<Told>,
    pub(super) remark: Option<String>,
}

/// Sets what is asked for, then prints the plan.
///
/// # Errors
/// When something isn't understood, or can't be recorded or written.
pub fn run(store: &mut Store, args: &Args, world: &mut World<'_>) -> Result<u8, Stop> {
    let now = store.disk.journal.stamp((world.now)());
    let today = now.study_day();
    let scope = args.scope.scope(store, None)?;
    let what = wanted(store, args, &scope, now, world.random)?;
    if !what.is_empty() {
        store.record(what, now, today).map_err(Stop::usage)?;
    }
    let events = match store.progress().taken {
        Some(_) => store.disk.journal.read_all(),
        None => Vec::new(),
    };
    let mut desk = Desk::default();
    let shelf = store.shelf(&scope, today);
    let goal = store.progress().goal.as_ref().map(|(goal, _)| goal);
    let said = Said {
        store,
        exam: store.exam(scope.deck.as_ref()),
        today,
        ready: Ready::of(shelf),
        forecast: (args.json || nothing_yet(shelf.progress).is_none())
            .then(|| Job::new(&mut desk, shelf)?.run(&|| false))
            .flatten(),
        result: past::told(shelf, &store.replay, events),
        remark: goal.and_then(|goal| store.remark_on_date(goal)),
    };
    if args.json {
        writeln!(world.out, "{:#}", plan_json::plan(&said))?;
    } else {
        if let Some(remark) = said.remark.as_ref().filter(|_| args.exam_date.is_some()) {
            writeln!(world.err, "cramless: {remark}")?;
        }
        for line in plan_text::lines(&said) {
            writeln!(world.out, "{}", line.trim_end())?;
        }
    }
    Ok(0)
}

/// The events that the options ask for.
fn wanted(
    store: &Store,
    args: &Args,
    scope: &Scope,
    now: Moment,
    random: &dyn Fn() -> u64,
) -> Result<Vec<Happening>, Stop> {
    let today = now.study_day();
    let mut change = Change::default();
    if let Some(typed) = &args.exam_date {
        let date = exam_date(typed, today);
        change.date = Some(date.map_err(|e| Stop::usage(format!("--exam-date: {e}")))?);
    }
    if let Some(typed) = &args.minutes {
        let n = minutes(typed).map_err(|e| Stop::usage(format!("--minutes: {e}")))?;
        change.minutes = Some(n);
    }
    if let Some(typed) = &args.days_off {
        let days = days_off(&typed.join(","), today);
        change.days_off = Some(days.map_err(|e| Stop::usage(format!("--days-off: {e}")))?);
    }
    if args.not_booked {
        change.date = Some(None);
    }
    if args.knowledge_only {
        change.exam = Some(None);
    }
    let mut out = Vec::new();
    // The result is the old date's, so it is told before a new one is set.
    if let Some(words) = &args.result {
        out.push(Happening::ExamTaken(result(store, words, today)?));
    }
    if !change.is_none() {
        let old = store.progress().goal.as_ref().map(|(goal, _)| goal);
        let usual = usual_exam(store.catalogue(), scope.deck.as_ref());
        let goal = change.apply(old, usual, today, random());
        out.push(Happening::GoalSet(goal));
    }
    Ok(out)
}

fn result(store: &Store, words: &[String], today: Day) -> Result<ExamTaken, Stop> {
    let goal = store.progress().goal.as_ref().map(|(goal, _)| goal);
    let date = goal.and_then(|g| g.date);
    if let Some(date) = date.filter(|date| *date > today) {
        let when = crate::session::goal_text::long_date(date);
        return Err(Stop::usage(format!(
            "--result: the exam is on {when}, still to come; set the day it was sat first"
        )));
    }
    let range = store.exam(None).map(|b| b.scaled);
    let told = goal_text::result(&words.join(" "), range);
    let (passed, score) = told.map_err(|e| Stop::usage(format!("--result: {e}")))?;
    Ok(ExamTaken {
        passed,
        score,
        date,
    })
}
