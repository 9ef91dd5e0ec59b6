//! `cramless generate`: notes in, decks and an account out.

use super::context::{Context, Exit};
use super::notes::MAX_NOTES;
use super::store::Store;
use crate::domain::Moment;
use crate::domain::{Blueprint, CardRef, Deck, Problem, Severity, Text, shown_path};
use crate::generator::{Generated, Source, generate_watched};
use crate::storage::atomic;
use crate::storage::blueprint_file::read_blueprint;
use crate::storage::deck_file::{read_deck, write_deck};
use crate::storage::file_kind::is_blueprint;
use crate::storage::read_file::read_regular;
use serde_json::{Value, json};
use std::io;
use std::path::{Path, PathBuf};

/// Make decks of notes: Markdown or saved HTML
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cramless generate notes.md --out decks
  cramless generate decks/mls-c01/summaries --out decks/mls-c01 --exam decks/mls-c01/exam.json
  cramless generate notes.md --out decks --check    has anything changed?

Existing decks in the --out folder lend their ids, so that histories stay.
Exit code: 0 done, 1 problems in the notes or (with --check) a difference,
2 something could not be read.")]
pub struct Args {
    /// Files, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Folder for the decks
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Write nothing; fail if what is there differs
    #[arg(long)]
    check: bool,
    /// Check task statements against this blueprint
    #[arg(long, value_name = "FILE")]
    exam: Option<PathBuf>,
    /// Say what every left-out card was and why
    #[arg(long, short)]
    verbose: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// A run of less than this passes without a word about its progress.
const PATIENCE_MS: i64 = 1_000;
/// Milliseconds between two words about progress.
const PACE_MS: i64 = 200;

/// Generates. `store` is where histories are counted for what vanished, if a
/// person's data is at hand; `clock` is for telling progress, if someone sits
/// before a terminal.
///
/// # Errors
/// If the output can't be written.
pub fn run(
    args: &Args,
    store: Option<&Store>,
    clock: Option<&dyn Fn() -> Moment>,
    context: &mut Context<'_>,
) -> io::Result<Exit> {
    let (sources, blueprint) = match read_all(args) {
        Ok(read) => read,
        Err(problem) => {
            writeln!(context.err, "{problem}")?;
            return Ok(Exit::Unusable);
        }
    };
    let previous = decks_in(&args.out);
    let mut progress = clock.map(|now| Progress::of(&sources, now));
    let made = generate_watched(&sources, &previous, blueprint.as_ref(), &mut |lines| {
        if let Some(progress) = &mut progress {
            progress.tell(lines, context.err);
        }
    });
    if let Some(progress) = progress {
        progress.clear(context.err);
    }
    let differs = match write_or_compare(args, &made, &previous)? {
        Ok(differs) => differs,
        Err(problem) => {
            writeln!(context.err, "{problem}")?;
            return Ok(Exit::Unusable);
        }
    };
    if args.json {
        writeln!(context.out, "{:#}", as_json(&made, &differs))?;
    } else {
        tell(args, &made, &differs, store, context)?;
    }
    let errors = made
        .problems
        .iter()
        .any(|p| p.severity != Severity::Warning);
    Ok(if errors || (args.check && !differs.is_empty()) {
        Exit::Problems
    } else {
        Exit::Done
    })
}

/// A counter of lines for whoever waits.
struct Progress<'a> {
    now: &'a dyn Fn() -> Moment,
    lines: usize,
    started: i64,
    told: i64,
    /// Columns of the last word, to be wiped.
    width: usize,
}

impl<'a> Progress<'a> {
    fn of(sources: &[Source], now: &'a dyn Fn() -> Moment) -> Self {
        let started = now().utc_ms;
        Self {
            now,
            lines: sources.iter().map(|s| s.text.lines().count()).sum(),
            started,
            told: started,
            width: 0,
        }
    }

    /// Says how far it has come. A terminal that takes no remark stops nothing.
    fn tell(&mut self, lines: usize, err: &mut dyn io::Write) {
        let now = (self.now)().utc_ms;
        if now - self.started < PATIENCE_MS || now - self.told < PACE_MS {
            return;
        }
        self.told = now;
        let text = format!("line {lines} of {}", self.lines);
        self.width = self.width.max(text.len());
        let _ = write!(err, "\r{text:<width$}", width = self.width);
        let _ = err.flush();
    }

    fn clear(&self, err: &mut dyn io::Write) {
        if self.width > 0 {
            let _ = write!(err, "\r{:width$}\r", "", width = self.width);
            let _ = err.flush();
        }
    }
}

fn read_all(args: &Args) -> Result<(Vec<Source>, Option<Blueprint>), Problem> {
    let mut files = Vec::new();
    for path in &args.paths {
        collect(path, path, true, &mut files)?;
    }
    let mut sources = Vec::new();
    for (path, shown) in files {
        let bytes = read_regular(&path, MAX_NOTES).map_err(|e| e.fault(&shown_path(&path)))?;
        sources.push(Source {
            path: shown,
            // Notes in another encoding lose their odd letters, not the rest.
            text: String::from_utf8_lossy(&bytes).into_owned(),
        });
    }
    if sources.is_empty() {
        let file = args
            .paths
            .first()
            .map(|p| shown_path(p))
            .unwrap_or_default();
        let problem = Problem::of_file(&file, Severity::Error, "no-notes", "no notes are here");
        return Err(problem.help("name Markdown (.md) or saved HTML files, or a folder of them"));
    }
    let Some(path) = &args.exam else {
        return Ok((sources, None));
    };
    let name = shown_path(path);
    let bytes = read_regular(path, MAX_NOTES).map_err(|e| e.fault(&name))?;
    match read_blueprint(&name, &bytes) {
        (Some(blueprint), _) => Ok((sources, Some(blueprint))),
        (None, problems) => Err(problems.into_iter().next().unwrap_or_else(|| {
            Problem::of_file(&name, Severity::Error, "no-exam", "this is no blueprint")
        })),
    }
}

/// Files of notes below a path, in order of name, as they are to be shown: a
/// folder's files relative to its parent, so that decks don't depend on where
/// the folder lies.
fn collect(
    path: &Path,
    base: &Path,
    named: bool,
    out: &mut Vec<(PathBuf, String)>,
) -> Result<(), Problem> {
    if path.is_dir() {
        let unreadable = |e: io::Error| {
            let what = format!("can't be read: {e}");
            Problem::of_file(&shown_path(path), Severity::Error, "unreadable", what)
        };
        let entries: Result<Vec<_>, _> = std::fs::read_dir(path).map_err(unreadable)?.collect();
        let mut inside: Vec<PathBuf> = entries
            .map_err(unreadable)?
            .iter()
            .map(|e| e.path())
            .collect();
        inside.sort();
        for entry in inside {
            let hidden = entry
                .file_name()
                .is_some_and(|n| n.to_string_lossy().starts_with('.'));
            if !hidden {
                collect(&entry, base, false, out)?;
            }
        }
        return Ok(());
    }
    if named || is_notes(path) {
        let below = match named {
            true => path.file_name().map(PathBuf::from),
            false => path.strip_prefix(base).ok().map(|p| {
                base.file_name()
                    .map(Path::new)
                    .unwrap_or(Path::new(""))
                    .join(p)
            }),
        };
        let shown = below.unwrap_or_else(|| path.to_owned());
        out.push((path.to_owned(), shown.to_string_lossy().replace('\\', "/")));
    }
    Ok(())
}

/// Whether a file's name is that of notes.
pub fn is_notes(path: &Path) -> bool {
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    matches!(ending.as_deref(), Some("md" | "markdown" | "html" | "htm"))
}

/// The decks of a folder, in order of name; others' files are passed over.
fn decks_in(folder: &Path) -> Vec<Deck> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "json"));
    files.sort();
    let mut out = Vec::new();
    for path in files {
        if let Ok(bytes) = read_regular(&path, MAX_NOTES)
            && !is_blueprint(&bytes)
        {
            out.extend(read_deck(&shown_path(&path), &bytes).deck);
        }
    }
    out
}

/// The file a deck is written to: the last part of its id.
fn file_of(deck: &Deck, all: &[Deck]) -> String {
    let last = |d: &Deck| {
        d.id.as_str()
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let name = last(deck);
    let alone = all.iter().filter(|d| last(d) == name).count() == 1;
    match alone {
        true => format!("{name}.json"),
        false => format!("{}.json", deck.id.as_str().replace('/', "-")),
    }
}

/// Writes what changed, or with `--check` only names it.
fn write_or_compare(
    args: &Args,
    made: &Generated,
    previous: &[Deck],
) -> io::Result<Result<Vec<String>, Problem>> {
    let mut differs = Vec::new();
    for deck in &made.decks {
        let name = file_of(deck, &made.decks);
        let path = args.out.join(&name);
        let text = write_deck(deck);
        if std::fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
            continue;
        }
        differs.push(name);
        if args.check {
            continue;
        }
        let written =
            std::fs::create_dir_all(&args.out).and_then(|()| atomic::write(&path, text.as_bytes()));
        if let Err(e) = written {
            let what = format!("can't be written: {e}");
            return Ok(Err(Problem::of_file(
                &shown_path(&path),
                Severity::Error,
                "unwritable",
                what,
            )));
        }
    }
    if args.check {
        // A deck whose notes are gone would otherwise stay for ever unnoticed.
        let generated = |d: &&Deck| !d.source.is_empty();
        let gone = previous
            .iter()
            .filter(generated)
            .filter(|d| !made.decks.iter().any(|m| m.id == d.id));
        differs.extend(gone.map(|d| format!("{} (its notes are gone)", d.id)));
    }
    Ok(Ok(differs))
}

fn tell(
    args: &Args,
    made: &Generated,
    differs: &[String],
    store: Option<&Store>,
    context: &mut Context<'_>,
) -> io::Result<()> {
    for problem in &made.problems {
        writeln!(context.err, "{problem}")?;
    }
    if made.decks.is_empty() && made.problems.is_empty() {
        writeln!(context.out, "No card could be made of these notes.")?;
    }
    for deck in &made.decks {
        let questions = deck.cards.iter().filter(|c| c.choice().is_some()).count();
        let cards = deck.cards.len() - questions;
        writeln!(
            context.out,
            "{:<32} {cards:>4} cards  {questions:>4} questions",
            deck.id.as_str()
        )?;
    }
    for (shape, count) in &made.account.made {
        writeln!(context.out, "  {count:>5}  {}", shape.label())?;
    }
    for (reason, count) in made.account.reasons() {
        writeln!(context.out, "  {count:>5}  left out: {reason}")?;
    }
    if args.verbose {
        for s in &made.account.skipped {
            writeln!(
                context.out,
                "{}:{}: {}",
                Text::new(&s.file),
                s.line,
                s.reason
            )?;
        }
    }
    for card in &made.vanished {
        let reviews = store
            .and_then(|s| s.progress().card(card))
            .map_or(0, |c| c.reviews);
        let hangs = match reviews {
            0 => String::new(),
            1 => ": 1 review hangs on it".to_owned(),
            n => format!(": {n} reviews hang on it"),
        };
        writeln!(context.err, "gone: {card}{hangs}; {}", to_map(card))?;
    }
    if args.check {
        for name in differs {
            writeln!(context.err, "differs: {name}")?;
        }
        if !differs.is_empty() {
            writeln!(
                context.err,
                "Run the same command without --check to write them."
            )?;
        }
    }
    Ok(())
}

fn to_map(card: &CardRef) -> String {
    format!(
        "if another card continues it, write was={} behind that heading's #id",
        card.card()
    )
}

fn as_json(made: &Generated, differs: &[String]) -> Value {
    let decks = made.decks.iter().map(|d| {
        json!({ "id": d.id.as_str(), "title": d.title, "cards": d.cards.len(), "file": file_of(d, &made.decks) })
    });
    let shapes = made
        .account
        .made
        .iter()
        .map(|(s, n)| (s.label().to_owned(), json!(n)));
    let skipped = made
        .account
        .skipped
        .iter()
        .map(|s| json!({ "file": s.file, "line": s.line, "reason": s.reason.to_string() }));
    let problems = made.problems.iter().map(|p| {
        json!({
            "file": p.file, "line": p.line, "column": p.column, "code": p.code,
            "severity": p.severity.label(), "message": p.message, "help": p.help,
        })
    });
    json!({
        "decks": decks.collect::<Value>(),
        "cards": made.account.cards(),
        "by_shape": Value::Object(shapes.collect()),
        "skipped": skipped.collect::<Value>(),
        "vanished": made.vanished.iter().map(|c| json!(c.as_str())).collect::<Value>(),
        "problems": problems.collect::<Value>(),
        "differs": differs,
    })
}
