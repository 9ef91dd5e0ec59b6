//! `cramless add`: a card of one's own, put into the summary of own cards in
//! the data folder and from there into its deck.
//!
//! The summary is the truth. It is written as a whole under a lock, so that two
//! programs that add a card at once lose none.

use super::notes;
use super::store::Store;
use super::world::World;
use super::{Stop, editor};
use crate::domain::Problem;
use crate::domain::text::count;
use crate::session::own::{DECK, FILE, NewCard, holds_all, with_card};
use crate::storage::atomic;
use crate::storage::library::Library;
use crate::storage::places::Places;
use crate::storage::read_file::read_regular;
use serde_json::{Value, json};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Add a card of your own
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cramless add \"What does SSE-C mean?\" \"You bring the key with each request\"
  cramless add \"How many shards by default?\" 200 --topic Kinesis
  cramless add --edit                   the summary of your own cards, in your editor

Your cards are kept in my-cards.md in the data folder, in the Markdown that
`cramless generate` reads; change it as you like: histories stay.")]
pub struct Args {
    /// The question
    #[arg(required_unless_present = "edit")]
    front: Option<String>,
    /// The answer
    #[arg(required_unless_present = "edit")]
    back: Option<String>,
    /// What it is about
    #[arg(long, value_name = "TOPIC")]
    topic: Option<String>,
    /// Open the summary in your editor instead
    #[arg(long, conflicts_with_all = ["front", "back", "topic"])]
    edit: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What became of the summary.
#[derive(Debug, Default)]
pub(super) struct Made {
    /// The cards in the deck now; none if nothing was made.
    pub(super) cards: Option<usize>,
    /// What of it can't be used, each with its line.
    pub(super) faults: Vec<Problem>,
}

/// Adds the card, or opens the summary.
pub(super) fn run(args: &Args, store: Store, world: &mut World<'_>) -> Result<u8, Stop> {
    let (places, library) = (&store.disk.places, &store.disk.library);
    let (made, id) = if args.edit {
        let changed = edit(places, world.env).map_err(Stop::usage)?;
        let made = match changed {
            true => make(places, library),
            false => Made::default(),
        };
        (made, None)
    } else {
        let card = NewCard {
            front: args.front.clone().unwrap_or_default(),
            back: args.back.clone().unwrap_or_default(),
            topic: args.topic.clone().unwrap_or_default(),
        };
        let (made, id) = add(places, library, &card).map_err(Stop::usage)?;
        (made, Some(id))
    };
    for fault in &made.faults {
        writeln!(world.err, "{fault}")?;
    }
    let file = path(places);
    if args.json {
        let reply = reply(&made, id.as_deref(), &file);
        writeln!(world.out, "{reply:#}")?;
    } else {
        match (&id, made.cards) {
            (Some(id), _) => writeln!(world.out, "Added {id}, in {}.", file.display())?,
            (None, Some(n)) => writeln!(world.out, "{} of your own now.", count(n, "card"))?,
            (None, None) if made.faults.is_empty() => writeln!(world.out, "Nothing was changed.")?,
            (None, None) => {}
        }
    }
    Ok(u8::from(!made.faults.is_empty()))
}

/// What scripts are told.
pub(super) fn reply(made: &Made, id: Option<&str>, file: &Path) -> Value {
    json!({
        "ok": true,
        "card": id,
        "cards": made.cards,
        "file": crate::domain::shown_path(file).as_str(),
        "problems": made.faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

/// Where the summary is.
pub(super) fn path(places: &Places) -> PathBuf {
    places.data.join(FILE)
}

/// Adds a card to the summary and makes the deck anew. Says the card's full id.
///
/// # Errors
/// What is missing, or why nothing was written.
pub(super) fn add(
    places: &Places,
    library: &Library,
    card: &NewCard,
) -> Result<(Made, String), String> {
    if let Some(lacks) = card.lacks() {
        return Err(lacks.into());
    }
    let cant = |e: io::Error| format!("the card can't be kept: {e}");
    let path = path(places);
    // A link into one's notes stays one.
    let path = fs::canonicalize(&path).unwrap_or(path);
    let _lock = lock(places).map_err(cant)?;
    let before = match read_regular(&path, notes::MAX_NOTES) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| {
            format!(
                "{} is no UTF-8 text and was left as it is: save it as UTF-8, then add the card.",
                crate::domain::shown_path(&path)
            )
        })?,
        Err(e) if e.missing => String::new(),
        Err(e) => return Err(e.problem(&crate::domain::shown_path(&path)).to_string()),
    };
    let (after, id) = with_card(&before, card);
    if !holds_all(&before, &after, &id) {
        return Err(format!(
            "{}: the card would not be read as one there; look with `cramless add --edit` for \
             code, a comment or HTML that isn't closed. Nothing was written.",
            crate::domain::shown_path(&path)
        ));
    }
    fs::create_dir_all(&places.data).map_err(cant)?;
    atomic::write(&path, after.as_bytes()).map_err(cant)?;
    Ok((make(places, library), format!("{DECK}#{id}")))
}

/// Opens the summary in the person's editor. Says whether it was changed.
///
/// # Errors
/// There is no editor, or it failed.
pub(super) fn edit(
    places: &Places,
    env: &dyn Fn(&str) -> Option<std::ffi::OsString>,
) -> Result<bool, String> {
    let path = path(places);
    let editor = editor::find(env)?;
    if !path.exists() {
        let text = "---\nid: my-cards\ntitle: My cards\n---\n\n# My cards\n\n\
                    ### Card: What shall be asked? {#my-first-card}\n\nThe answer.\n";
        let made = fs::create_dir_all(&places.data)
            .and_then(|()| atomic::create_if_absent(&path, text.as_bytes()));
        made.map_err(|e| format!("{} can't be written: {e}", path.display()))?;
    }
    let before = fs::read(&path).unwrap_or_default();
    editor::open(editor, &path)?;
    Ok(fs::read(&path).unwrap_or_default() != before || !is_installed(places))
}

fn is_installed(places: &Places) -> bool {
    places
        .data
        .join("decks")
        .join(format!("{DECK}.json"))
        .exists()
}

/// Makes the deck of what the summary says now; its cards keep their ids.
pub(super) fn make(places: &Places, library: &Library) -> Made {
    match notes::remake(&path(places), &places.state, library) {
        Ok(made) => Made {
            cards: Some(made.decks.iter().map(|d| d.cards.len()).sum()),
            faults: made.problems,
        },
        Err(faults) => Made {
            cards: None,
            faults,
        },
    }
}

/// Only one program of this machine writes the summary at a time.
fn lock(places: &Places) -> io::Result<File> {
    fs::create_dir_all(&places.state)?;
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(places.state.join("my-cards.lock"))?;
    // Where files can't be locked, two programs at once are rarer still.
    let _ = file.lock();
    Ok(file)
}
