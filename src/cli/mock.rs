//! `cramless mock`: sit a paper, list all papers, read a report again.

use super::store::Store;
use super::world::World;
use super::{ColourWhen, Stop, open, open_quietly, paper, scope, screen};
use crate::domain::EventId;
use crate::exam::report_text;
use crate::session::mock::look_back::{Listed, find, list};
use crate::session::mock::setup::{CantDraw, Setup, choose};
use std::io::{self, Write};
use std::path::PathBuf;

/// Width of a report that nobody looks at on a terminal.
const PLAIN_WIDTH: usize = 80;

/// Sit a mock exam
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cramless mock                          choose a paper, then sit it
  cramless mock --questions 20           twenty questions at the exam's pace
  cramless mock --domain 3 --practice    one domain, explained as you go
  cramless mock --missed                 only what you got wrong before
  cramless mock --resume                 go on with the paper that is open
  cramless mock --list                   every paper so far
  cramless mock --report                 the latest report; with an ID, that paper's

A full paper in exam mode is one of those held back for a first sight as long as
there are any; --practice and shorter papers are drawn from the daily pool.")]
pub struct Args {
    /// How many questions
    #[arg(long, value_name = "N")]
    questions: Option<usize>,
    /// How many minutes; without it, the exam's pace
    #[arg(long, value_name = "N")]
    minutes: Option<u32>,
    /// Only this domain of the exam
    #[arg(long, value_name = "N")]
    domain: Option<u8>,
    /// Only this deck (`cramless decks` lists them)
    #[arg(long, value_name = "ID")]
    deck: Option<String>,
    /// Only questions missed before
    #[arg(long)]
    missed: bool,
    /// Explain each answer, allow breaks
    #[arg(long)]
    practice: bool,
    /// Draw the same paper as another with this seed
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Sit an earlier paper's questions once more
    #[arg(long, value_name = "ID", conflicts_with_all = ["questions", "domain", "deck", "missed"])]
    again: Option<String>,
    /// Go on with the paper that is open
    #[arg(long, conflicts_with_all = ["questions", "minutes", "domain", "deck", "missed", "practice", "seed", "again"])]
    resume: bool,
    /// List every paper so far
    #[arg(long, conflicts_with_all = ["resume", "report"])]
    list: bool,
    /// Print a paper's report: the latest, or the one named
    #[arg(long, value_name = "ID", num_args = 0..=1, default_missing_value = "", conflicts_with = "resume")]
    report: Option<String>,
    /// Print JSON, with --list or --report
    #[arg(long)]
    json: bool,
}

impl Args {
    /// Whether any wish for the paper was given.
    fn wishes(&self) -> bool {
        let numbers = self.questions.is_some() || self.minutes.is_some() || self.seed.is_some();
        let from = self.domain.is_some() || self.deck.is_some() || self.missed;
        numbers || from || self.practice || self.again.is_some()
    }

    fn setup(&self, store: &Store, seed: u64) -> Result<Setup, Stop> {
        let deck = self.deck.as_deref().map(|id| scope::deck(store, id));
        let deck = deck.transpose().map_err(Stop::usage)?;
        let again = match &self.again {
            None => None,
            Some(name) => Some(named(store, name)?),
        };
        Ok(Setup {
            questions: self.questions,
            minutes: self.minutes,
            domain: self.domain,
            deck,
            missed: self.missed,
            practice: self.practice,
            again,
            seed: self.seed.unwrap_or(seed),
        })
    }
}

/// The paper of that name, or of which it is the end.
fn named(store: &Store, name: &str) -> Result<EventId, Stop> {
    let paper = find(store.progress(), Some(name)).map_err(Stop::usage)?;
    Ok(paper.id())
}

/// Runs it.
///
/// # Errors
/// Bad usage, or what can't be drawn.
pub(super) fn run(
    args: &Args,
    data: Option<PathBuf>,
    colour: ColourWhen,
    world: &mut World<'_>,
) -> Result<u8, Stop> {
    if args.list || args.report.is_some() {
        let mut store = open(data, world)?;
        match &args.report {
            Some(name) => report(&store, name, args.json, world.out)?,
            None => list_all(&store, args.json, world.out)?,
        }
        store.keep();
        return Ok(0);
    }
    if args.json {
        return Err(Stop::usage("--json goes with --list or --report"));
    }
    screen::need_terminal(world)?;
    let store = open_quietly(data, world)?;
    let open = store.progress().open_paper().is_some();
    if args.resume && !open {
        return Err(Stop::usage("no paper is open; `cramless mock` begins one"));
    }
    if !args.wishes() {
        return screen::mock(store, None, colour, world);
    }
    let setup = args.setup(&store, (world.random)())?;
    let blueprint = paper::blueprint(&store, setup.deck.as_ref());
    choose(&setup, store.catalogue(), store.progress(), blueprint).map_err(|e| match e {
        CantDraw::Open => Stop::usage(
            "a paper is still open: `cramless mock --resume` goes on with it, and can give it up",
        ),
        CantDraw::Short(short) if short.largest > 0 => {
            Stop::usage(format!("{short}: --questions {}", short.largest))
        }
        e => Stop::usage(e),
    })?;
    screen::mock(store, Some(setup), colour, world)
}

fn report(store: &Store, name: &str, json: bool, out: &mut dyn Write) -> Result<(), Stop> {
    let name = (!name.is_empty()).then_some(name);
    let paper = find(store.progress(), name).map_err(Stop::usage)?;
    let report = paper::report(store, paper);
    let report = report.ok_or_else(|| Stop::usage("this paper has no report"))?;
    if json {
        writeln!(out, "{:#}", serde_json::json!(report))?;
        return Ok(());
    }
    write!(out, "{}", report_text::text(&report, PLAIN_WIDTH))?;
    let wrong: Vec<String> = report
        .questions
        .iter()
        .filter(|q| !q.right)
        .map(|q| format!("{:>3}  {}", q.question, q.card))
        .collect();
    if !wrong.is_empty() {
        writeln!(
            out,
            "\nWrong (`cramless show CARD` explains)\n{}",
            wrong.join("\n")
        )?;
    }
    Ok(())
}

fn list_all(store: &Store, json: bool, out: &mut dyn Write) -> io::Result<()> {
    let papers = list(store.progress(), store.catalogue());
    if json {
        return writeln!(out, "{:#}", serde_json::json!(papers));
    }
    if papers.is_empty() {
        return writeln!(out, "No papers yet: `cramless mock` begins one.");
    }
    for paper in &papers {
        writeln!(out, "{}", line(paper))?;
    }
    Ok(())
}

fn line(p: &Listed) -> String {
    let (result, kind) = (p.result_in_words(), p.kind_in_words());
    format!("{}  {result}  {kind:<13}  {}", p.began, p.mock)
}
