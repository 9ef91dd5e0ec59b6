//! `cramless schema`: what editors check decks and blueprints against.

use super::context::{Context, Exit};
use crate::storage::{blueprint_file, deck_file};
use std::io;

/// Print the JSON Schema of decks or blueprints
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  cramless schema > deck.schema.json
  cramless schema exam > exam.schema.json

Name it in a deck, and editors complete and check: \"$schema\": \"deck.schema.json\"")]
pub struct Args {
    /// What to describe
    #[arg(value_enum, default_value = "deck")]
    what: What,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum What {
    /// A deck of cards and questions
    Deck,
    /// An exam's blueprint (exam.json)
    Exam,
}

/// Prints the schema.
///
/// # Errors
/// If the output can't be written.
pub fn run(args: &Args, context: &mut Context<'_>) -> io::Result<Exit> {
    let schema = match args.what {
        What::Deck => deck_file::schema(),
        What::Exam => blueprint_file::schema(),
    };
    writeln!(context.out, "{schema:#}")?;
    Ok(Exit::Done)
}
