//! `cramless decks`: which decks there are; adding and removing one's own.

use super::context::{Context, Exit};
use super::generate::is_notes;
use super::notes;
use crate::domain::text::count;
use crate::domain::{DeckId, Kind, Problem};
use crate::storage::library::{Added, Library};
use serde::Serialize;
use std::io::{self, Write};
use std::path::PathBuf;
use unicode_width::UnicodeWidthStr;

/// List the decks, or add and remove one of your own
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cramless decks
  cramless decks --json
  cramless decks add notes.md          make a deck of notes, and again when they change
  cramless decks add my-deck.json
  cramless decks remove my-deck

Decks that you add are copied into the data folder's decks/. Removing one keeps
what you learnt: add it again, and its progress is there.")]
pub struct Args {
    #[command(subcommand)]
    action: Option<Action>,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
    /// List the questions whose key you dispute
    #[arg(long)]
    pub(super) disputed: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Add a deck, notes to make one of, or an exam's blueprint
    Add {
        /// A deck's JSON, or notes in Markdown or HTML
        file: PathBuf,
    },
    /// Delete a deck of your own from the data folder
    Remove {
        /// The deck's id
        id: String,
    },
}

/// A deck as scripts see it.
#[derive(Debug, Serialize)]
struct Row {
    id: String,
    title: String,
    cards: usize,
    flashcards: usize,
    choices: usize,
    exam: Option<String>,
    builtin: bool,
    file: String,
}

/// Lists, adds or removes.
///
/// # Errors
/// If the output can't be written.
pub fn run(args: &Args, context: &mut Context<'_>) -> io::Result<Exit> {
    let library = context.library();
    match &args.action {
        None => list(&library, args.json, context),
        Some(Action::Add { file }) if is_notes(file) => match notes::add(file, &library, context) {
            Ok((added, made)) => {
                for problem in &made.problems {
                    writeln!(context.err, "{problem}")?;
                }
                for one in &added {
                    tell_added(one, context)?;
                }
                writeln!(context.out, "{}.", notes::summary(&made))?;
                Ok(Exit::Done)
            }
            Err(problems) => refuse(&problems, context),
        },
        Some(Action::Add { file }) => match library.add(file) {
            Ok(added) => tell_added(&added, context),
            Err(problems) => refuse(&problems, context),
        },
        Some(Action::Remove { id }) => {
            let removed = DeckId::new(id.as_str()).map_err(|e| {
                let name = crate::domain::Text::new(id);
                let severity = crate::domain::Severity::Error;
                Problem::of_file(&name, severity, "bad-id", e.to_string())
            });
            match removed.and_then(|id| library.remove(&id)) {
                Ok(file) => {
                    writeln!(context.out, "Removed {id} ({file}). Its progress is kept.")?;
                    Ok(Exit::Done)
                }
                Err(problem) => {
                    let help = problem.help.map(|h| format!("; {h}")).unwrap_or_default();
                    writeln!(context.err, "cramless: {}{help}", problem.message)?;
                    Ok(Exit::Unusable)
                }
            }
        }
    }
}

fn tell_added(added: &Added, context: &mut Context<'_>) -> io::Result<Exit> {
    for remark in &added.remarks {
        writeln!(context.err, "{remark}")?;
    }
    let what = match added.cards {
        Some(n) => count(n, "card"),
        None => "an exam's blueprint".to_owned(),
    };
    let verb = if added.replaced { "Replaced" } else { "Added" };
    writeln!(
        context.out,
        "{verb} {}: {what}, in {}",
        added.id, added.file
    )?;
    Ok(Exit::Done)
}

fn refuse(problems: &[Problem], context: &mut Context<'_>) -> io::Result<Exit> {
    for problem in problems {
        writeln!(context.err, "{problem}")?;
    }
    Ok(Exit::Unusable)
}

fn rows(library: &Library) -> Vec<Row> {
    let catalogue = library.catalogue();
    let mut rows: Vec<Row> = (catalogue.decks.iter().enumerate())
        .map(|(i, deck)| Row {
            id: deck.id.to_string(),
            title: deck.title.one_line(),
            cards: 0,
            flashcards: 0,
            choices: 0,
            exam: deck.exam.as_ref().map(|e| e.one_line()),
            builtin: library.is_builtin(i),
            file: library.file_of(i).one_line(),
        })
        .collect();
    for entry in &catalogue.entries {
        if let Some(row) = rows.get_mut(usize::from(entry.deck)) {
            row.cards += 1;
            match entry.kind {
                Kind::Flashcard => row.flashcards += 1,
                Kind::Choice => row.choices += 1,
            }
        }
    }
    rows
}

fn list(library: &Library, json: bool, context: &mut Context<'_>) -> io::Result<Exit> {
    let rows = rows(library);
    if json {
        writeln!(context.out, "{}", serde_json::to_string_pretty(&rows)?)?;
    } else {
        table(&rows, context.out)?;
    }
    for problem in library.problems() {
        writeln!(context.err, "{problem}")?;
    }
    Ok(Exit::Done)
}

fn table(rows: &[Row], out: &mut dyn Write) -> io::Result<()> {
    let widest =
        |column: fn(&Row) -> &str| rows.iter().map(|r| column(r).width()).max().unwrap_or(0);
    let (id, title) = (widest(|r| &r.id), widest(|r| &r.title).min(40));
    let pad = |s: &str, width: usize| format!("{s}{}", " ".repeat(width.saturating_sub(s.width())));
    for r in rows {
        let whose = if r.builtin { "built in" } else { "your own" };
        let count =
            |n: usize, word: &str| format!("{n:>5} {word}{}", if n == 1 { " " } else { "s" });
        writeln!(
            out,
            "{}  {}  {}  {}  {whose}",
            pad(&r.id, id),
            pad(&r.title, title),
            count(r.flashcards, "card"),
            count(r.choices, "question"),
        )?;
    }
    Ok(())
}
