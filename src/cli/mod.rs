//! The shell: arguments in, files and terminals out. One file a subcommand.
//!
//! Exit codes: 0 done, 1 found problems (or nothing is left), 2 bad usage or
//! unusable input. Results go to standard output, remarks to standard error.

mod background;
mod browser;
pub mod check;
pub mod context;
pub mod correct;
pub mod decks;
pub mod disk;
mod disputed;
pub mod doctor;
pub mod drive;
pub mod due;
mod editor;
pub mod generate;
pub mod look;
pub mod missed;
pub mod mixups;
pub mod mock;
pub mod notes;
pub mod own;
mod paper;
pub mod plan;
mod plan_json;
mod plan_text;
pub mod schema;
mod scope;
pub mod screen;
pub mod sheet;
pub mod simulate;
pub mod stats;
pub mod store;
pub mod world;

use crate::storage::builtin::BUILTINS;
use crate::storage::journal::Fresh;
use crate::storage::library::{Library, Sources};
use crate::storage::places::Places;
use clap::{CommandFactory, Parser, Subcommand};
use context::Context;
pub use scope::ScopeArgs;
use std::ffi::OsString;
use std::fmt;
use std::io::IsTerminal;
use std::path::PathBuf;
use store::Store;
use world::World;

/// Study for an exam date in the terminal.
#[derive(Debug, Parser)]
#[command(
    name = "cramless",
    version,
    about = "Study for an exam date in the terminal",
    after_help = "\
Examples:
  cramless                       open the home screen
  cramless study --minutes 15    a quarter of an hour, right away
  cramless decks add notes.md    make a deck of your own notes
  cramless due --prompt          for your shell's prompt

Without a command the home screen opens. Everything is kept in the data
folder (--data DIR, or CRAMLESS_DATA), one journal a machine; sync it as you like.",
    disable_help_subcommand = true
)]
struct Cli {
    /// Keep answers and decks in this folder
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// When to use colour: auto, always or never
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        hide_possible_values = true,
        hide_default_value = true
    )]
    color: ColourWhen,
    #[command(subcommand)]
    command: Option<Command>,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum ColourWhen {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Subcommand)]
enum Command {
    Study(screen::Args),
    Mock(mock::Args),
    Missed(missed::Args),
    Plan(plan::Args),
    Mixups(mixups::Args),
    Search(look::SearchArgs),
    Show(look::ShowArgs),
    Sheet(sheet::Args),
    Correct(correct::Args),
    Report(correct::ReportArgs),
    Add(own::Args),
    Decks(decks::Args),
    Generate(generate::Args),
    Check(check::Args),
    Schema(schema::Args),
    /// The session as JSON lines, for scripts and screen readers
    #[command(after_help = drive::contract::EXAMPLE, after_long_help = drive::contract::CONTRACT)]
    Drive(ScopeArgs),
    /// Where you stand, in numbers
    Stats(stats::Args),
    /// One line about today; exit 0 if something is left
    #[command(after_help = "Example, in ~/.bashrc:\n  PS1='$(cramless due --prompt) \\w $ '")]
    Due(due::Args),
    Doctor(doctor::Args),
    /// Measure the planner on simulated learners
    #[command(hide = true)]
    Simulate(simulate::Args),
    /// Completions for your shell
    #[command(
        after_help = "Example:\n  cramless completions bash > ~/.local/share/bash-completion/completions/cramless"
    )]
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
    /// The manual page
    #[command(after_help = "Example:\n  cramless man | man -l -")]
    Man,
}

/// Why a command ends early: what to say, and the exit code.
#[derive(Debug)]
pub struct Stop {
    say: String,
    code: u8,
}

impl Stop {
    /// Bad usage or unusable input: exit 2.
    pub fn usage(say: impl fmt::Display) -> Self {
        Self {
            say: say.to_string(),
            code: 2,
        }
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say)
    }
}

impl From<std::io::Error> for Stop {
    fn from(e: std::io::Error) -> Self {
        // A reader that has seen enough (`| head`) is no fault.
        let quiet = e.kind() == std::io::ErrorKind::BrokenPipe;
        Self {
            say: if quiet {
                String::new()
            } else {
                format!("can't go on: {e}")
            },
            code: if quiet { 0 } else { 2 },
        }
    }
}

/// Runs the program; returns its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>, world: &mut World<'_>) -> u8 {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(e) => {
            let text = e.render();
            let shown = if e.use_stderr() {
                write!(world.err, "{text}")
            } else {
                write!(world.out, "{text}")
            };
            return if e.use_stderr() || shown.is_err() {
                2
            } else {
                0
            };
        }
    };
    match perform(cli, world) {
        Ok(code) => code,
        Err(stop) => {
            if !stop.say.is_empty() {
                let _ = writeln!(world.err, "cramless: {}", stop.say);
            }
            stop.code
        }
    }
}

fn perform(cli: Cli, world: &mut World<'_>) -> Result<u8, Stop> {
    match cli.command {
        Some(Command::Completions { shell }) => {
            let mut bytes = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "cramless", &mut bytes);
            world.out.write_all(&bytes)?;
            Ok(0)
        }
        Some(Command::Man) => {
            let mut bytes = Vec::new();
            clap_mangen::Man::new(Cli::command()).render(&mut bytes)?;
            world.out.write_all(&bytes)?;
            Ok(0)
        }
        Some(Command::Decks(args)) if args.disputed => {
            let mut store = open(cli.data, world)?;
            disputed::list(&store, args.json, world.out)?;
            store.keep();
            Ok(0)
        }
        Some(Command::Decks(args)) => Ok(decks::run(&args, &mut context(cli.data, world)?)? as u8),
        Some(Command::Check(args)) => {
            let today = (world.now)().study_day();
            Ok(check::run(&args, today, &mut context(cli.data, world)?)? as u8)
        }
        Some(Command::Generate(args)) => {
            // Histories are counted where there are any; making decks needs none.
            let store = open_quietly(cli.data.clone(), world).ok();
            let watched = world.terminal && std::io::stderr().is_terminal();
            let clock = watched.then_some(world.now);
            let mut context = context(cli.data, world)?;
            Ok(generate::run(&args, store.as_ref(), clock, &mut context)? as u8)
        }
        Some(Command::Schema(args)) => {
            Ok(schema::run(&args, &mut context(cli.data, world)?)? as u8)
        }
        Some(Command::Drive(args)) => {
            let mut store = open(cli.data, world)?;
            let scope = args.scope(&store, None)?;
            drive::run(&mut store, scope, world)?;
            Ok(0)
        }
        Some(Command::Stats(args)) => {
            let mut store = open(cli.data, world)?;
            stats::run(&store, &args, (world.now)(), world.out)?;
            store.keep();
            Ok(0)
        }
        Some(Command::Plan(args)) => {
            let mut store = open(cli.data, world)?;
            let done = plan::run(&mut store, &args, world);
            store.keep();
            done
        }
        Some(Command::Due(args)) => {
            let mut store = open(cli.data, world)?;
            let left = due::run(&store, &args, (world.now)(), world.out)?;
            store.keep();
            // A prompt waits for this: ten thousand cards are freed by the
            // program's end more quickly than one by one.
            std::mem::forget(store);
            Ok(u8::from(!left))
        }
        Some(Command::Missed(args)) => {
            // Without a terminal to drill on, the list is what can be had.
            if !args.list && world.terminal {
                let store = open_quietly(cli.data, world)?;
                let filter = args.filter(&store)?;
                return screen::drill(store, filter, cli.color, world);
            }
            let mut store = open(cli.data, world)?;
            let filter = args.filter(&store)?;
            store.compare();
            missed::list(&store, &args, &filter, (world.now)(), world.out)?;
            store.keep();
            Ok(0)
        }
        Some(Command::Mixups(args)) => {
            let mut store = open(cli.data, world)?;
            mixups::run(&mut store, &args, world.out)?;
            store.keep();
            Ok(0)
        }
        Some(Command::Search(args)) => {
            let mut store = open(cli.data, world)?;
            store.compare();
            let found = look::search(&store, &args, (world.now)(), world.out, world.err)?;
            store.keep();
            Ok(u8::from(!found))
        }
        Some(Command::Show(args)) => {
            let mut store = open(cli.data, world)?;
            store.compare();
            look::show(&store, &args, (world.now)(), world.out)?;
            store.keep();
            Ok(0)
        }
        Some(Command::Correct(args)) => {
            let mut store = open(cli.data, world)?;
            store.compare();
            correct::run(&mut store, &args, (world.now)(), world.out)?;
            store.keep();
            Ok(0)
        }
        Some(Command::Report(args)) => {
            let mut store = open(cli.data, world)?;
            store.compare();
            correct::report(&store, &args, world.out)?;
            store.keep();
            Ok(0)
        }
        Some(Command::Add(args)) => {
            let store = open(cli.data, world)?;
            own::run(&args, store, world)
        }
        Some(Command::Sheet(_)) => {
            let mut store = open(cli.data, world)?;
            sheet::run(&store, (world.now)(), world.out)?;
            store.keep();
            Ok(0)
        }
        Some(Command::Simulate(args)) => {
            simulate::run(&args, world.out)?;
            Ok(0)
        }
        Some(Command::Doctor(args)) => {
            let mut store = open_quietly(cli.data, world)?;
            let sound = doctor::run(&mut store, &args, (world.now)(), world.out)?;
            store.keep();
            Ok(u8::from(!sound))
        }
        Some(Command::Mock(args)) => mock::run(&args, cli.data, cli.color, world),
        Some(Command::Study(args)) => screen::study(&args, cli.data, cli.color, world),
        None => screen::home(cli.data, cli.color, world),
    }
}

/// What commands that only touch decks are handed.
fn context<'a>(data: Option<PathBuf>, world: &'a mut World<'_>) -> Result<Context<'a>, Stop> {
    let places = Places::find(data, world.env).map_err(Stop::usage)?;
    Ok(Context::new(
        places.data,
        places.state,
        world.binary,
        world.out,
        world.err,
    ))
}

fn open(data: Option<PathBuf>, world: &mut World<'_>) -> Result<Store, Stop> {
    let store = open_quietly(data, world)?;
    for remark in store.disk.remarks() {
        writeln!(world.err, "cramless: {remark}")?;
    }
    Ok(store)
}

/// Opens everything, and leaves its remarks to be said later.
fn open_quietly(data: Option<PathBuf>, world: &World<'_>) -> Result<Store, Stop> {
    let places = Places::find(data, world.env).map_err(Stop::usage)?;
    let fresh = Fresh {
        device: (world.random)(),
        session: (world.random)() as u32,
    };
    let remade = notes::refresh(&places.data, &places.state, || {
        Library::open(&Sources {
            builtins: BUILTINS,
            decks: &places.data.join("decks"),
            cache: None,
            binary: world.binary,
        })
    });
    let mut store = Store::open(places, world.binary, fresh, (world.now)()).map_err(Stop::usage)?;
    store.disk.remade = remade;
    Ok(store)
}
