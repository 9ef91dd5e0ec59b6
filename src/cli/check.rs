//! `cramless check`: whether decks and blueprints work, alone and together.

mod links;

use super::context::{Context, Exit};
use crate::domain::{Blueprint, Deck, Problem, Severity, Text, shown_path};
use crate::storage::blueprint_file::{self, read_blueprint};
use crate::storage::deck_file::{self, ReadDeck, read_deck};
use crate::storage::file_kind::is_blueprint;
use crate::storage::read_file::read_regular;
use serde::Serialize;
use serde_json::{Map, Value};
use std::io;
use std::path::{Path, PathBuf};

/// Check decks and blueprints: what is wrong, where, and how to mend it
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cramless check my-deck.json
  cramless check decks/ --deny warnings
  cramless check my-deck.json --json

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
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Fail on warnings too
    Warnings,
}

/// What was read of the paths.
#[derive(Default)]
struct Checked {
    decks: Vec<(Text, Deck, Vec<u32>)>,
    blueprints: Vec<Blueprint>,
    problems: Vec<Problem>,
    files: usize,
    unreadable: bool,
}

/// A problem as scripts see it.
#[derive(Debug, Serialize)]
struct ProblemRow<'a> {
    file: String,
    line: u32,
    column: u32,
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
}

/// A deck as scripts see it.
#[derive(Debug, Serialize)]
struct DeckRow<'a> {
    id: &'a str,
    /// How many questions it has.
    items: usize,
    cards: usize,
    file: String,
    /// Measures of its questions, by name.
    gates: Map<String, Value>,
}

/// Checks, and tells.
///
/// # Errors
/// If the output can't be written.
pub fn run(args: &Args, context: &mut Context<'_>) -> io::Result<Exit> {
    let mut checked = Checked::default();
    for path in &args.paths {
        checked.look(path);
    }
    let links = links::check(&checked.decks, &checked.blueprints, context.builtins);
    checked.problems.extend(links);
    if args.json {
        tell_json(&checked, context)?;
    } else {
        tell(&checked, context)?;
    }
    let worst = checked.problems.iter().map(|p| p.severity).max();
    Ok(match worst {
        _ if checked.unreadable => Exit::Unusable,
        None => Exit::Done,
        Some(Severity::Warning) if args.deny.is_none() => Exit::Done,
        Some(_) => Exit::Problems,
    })
}

impl Checked {
    fn look(&mut self, path: &Path) {
        if !path.is_dir() {
            self.file(path);
            return;
        }
        let before = self.files;
        self.folder(path);
        if self.files == before {
            let what = "there is no deck (.json) in this folder";
            self.cannot(Problem::of_file(
                &shown_path(path),
                Severity::Error,
                "no-decks",
                what,
            ));
        }
    }

    /// Reads the decks below a folder in order; hidden files are left alone, and
    /// links to folders aren't followed.
    fn folder(&mut self, folder: &Path) {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(e) => {
                let what = format!("cannot read the folder: {}", e.kind());
                self.cannot(Problem::of_file(
                    &shown_path(folder),
                    Severity::Error,
                    "unreadable",
                    what,
                ));
                return;
            }
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().unwrap_or_default().as_encoded_bytes();
            let is_folder = path.symlink_metadata().is_ok_and(|m| m.is_dir());
            if name.starts_with(b".") {
                continue;
            }
            if is_folder {
                self.folder(&path);
            } else if path
                .extension()
                .is_some_and(|e| e.eq_ignore_ascii_case("json"))
            {
                self.file(&path);
            }
        }
    }

    fn cannot(&mut self, problem: Problem) {
        self.unreadable = true;
        self.files += 1;
        self.problems.push(problem);
    }

    fn file(&mut self, path: &Path) {
        let shown = shown_path(path);
        let bytes = match read_regular(path, deck_file::MAX_FILE) {
            Ok(bytes) => bytes,
            Err(e) => {
                let problem = e.problem(&shown);
                return self.cannot(Problem {
                    severity: Severity::Error,
                    ..problem
                });
            }
        };
        self.files += 1;
        if is_blueprint(&bytes) {
            let (read, problems) = read_blueprint(&shown, &bytes);
            self.problems.extend(problems);
            self.blueprints.extend(read);
        } else {
            let ReadDeck {
                deck,
                lines,
                problems,
                ..
            } = read_deck(&shown, &bytes);
            self.problems.extend(problems);
            self.decks.extend(deck.map(|d| (shown, d, lines)));
        }
    }
}

fn tell(checked: &Checked, context: &mut Context<'_>) -> io::Result<()> {
    for problem in &checked.problems {
        writeln!(context.out, "{problem}")?;
    }
    let warnings = checked
        .problems
        .iter()
        .filter(|p| p.severity == Severity::Warning);
    let warnings = warnings.count();
    let errors = checked.problems.len() - warnings;
    let cards: usize = checked.decks.iter().map(|(_, d, _)| d.cards.len()).sum();
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    writeln!(
        context.err,
        "{}, {}, {}: {}, {}",
        count(checked.files, "file"),
        count(checked.decks.len(), "deck"),
        count(cards, "card"),
        count(errors, "error"),
        count(warnings, "warning"),
    )
}

fn tell_json(checked: &Checked, context: &mut Context<'_>) -> io::Result<()> {
    let problems = checked.problems.iter().map(|p| ProblemRow {
        file: p.file.one_line(),
        line: p.line,
        column: p.column,
        code: &p.code,
        severity: p.severity.label(),
        message: p.message.as_str(),
        help: p.help.as_ref().map(|h| h.as_str()),
    });
    let decks = checked.decks.iter().map(|(file, deck, _)| DeckRow {
        id: deck.id.as_str(),
        items: deck.cards.iter().filter(|c| c.choice().is_some()).count(),
        cards: deck.cards.len(),
        file: file.one_line(),
        gates: Map::new(),
    });
    #[derive(Serialize)]
    struct Out<'a> {
        problems: Vec<ProblemRow<'a>>,
        decks: Vec<DeckRow<'a>>,
    }
    let out = Out {
        problems: problems.collect(),
        decks: decks.collect(),
    };
    writeln!(context.out, "{}", serde_json::to_string_pretty(&out)?)
}

const _: () = assert!(
    blueprint_file::MAX_FILE < deck_file::MAX_FILE,
    "one read serves both"
);
