//! `cramless correct` and `cramless report`: a card that says something wrong
//! is put right for this person at once, and told to whoever wrote it.

use super::Stop;
use super::look::find_open;
use super::store::Store;
use crate::domain::correction::{Correction, checksum};
use crate::domain::event::Corrected;
use crate::domain::{Card, CardIx, CardRef, Face, Happening, Moment, OptionId, Text};
use serde_json::{Value, json};
use std::io::{self, Write};

/// Put a card right: your wording is kept with your answers
#[derive(Debug, Default, clap::Args)]
#[command(after_help = "\
Examples:
  cramless correct my/deck#fact --back \"Ten thousand, not a thousand\"
  cramless correct exam#q7 --key b --why b=\"It scales to zero\" --note \"see the docs\"
  cramless correct exam#q7 --undo

The card keeps its history, and your wording survives new versions of the deck.
A verdict already recorded stands. `cramless report CARD` prints what to tell
the deck's author.")]
pub struct Args {
    /// DECK#CARD, or the card's own part if it is the only one
    pub(super) card: String,
    /// A flashcard's question, or a question's stem
    #[arg(long, visible_alias = "stem", value_name = "TEXT")]
    pub(super) front: Option<String>,
    /// A flashcard's answer
    #[arg(long, value_name = "TEXT")]
    pub(super) back: Option<String>,
    /// A question's explanation
    #[arg(long, value_name = "TEXT")]
    pub(super) explanation: Option<String>,
    /// How an option reads
    #[arg(long, value_name = "ID=TEXT")]
    pub(super) option: Vec<String>,
    /// Why an option is right, or what it really is
    #[arg(long, value_name = "ID=TEXT")]
    pub(super) why: Vec<String>,
    /// The right options, all of them
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    pub(super) key: Vec<String>,
    /// Why, for the report
    #[arg(long, value_name = "TEXT")]
    pub(super) note: Option<String>,
    /// Take the correction back
    #[arg(long)]
    pub(super) undo: bool,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// Print what to tell the author of a card
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  cramless report exam#q7 > issue.md")]
pub struct ReportArgs {
    /// DECK#CARD, or the card's own part if it is the only one
    card: String,
    /// Print JSON
    #[arg(long)]
    pub(super) json: bool,
}

/// Corrects a card, or takes the correction back.
///
/// # Errors
/// When there is no such card, what is corrected doesn't fit it, or nothing
/// can be written.
pub fn run(store: &mut Store, args: &Args, now: Moment, out: &mut dyn Write) -> Result<(), Stop> {
    let ix = find_open(store, &args.card)?;
    let name = store.catalogue().entry(ix).card.clone();
    if args.undo {
        if correction(store, &name).is_none() {
            return Err(Stop::usage(format!("{name} isn't corrected")));
        }
        keep(store, ix, None, now)?;
        return tell(
            out,
            args.json,
            json!({ "card": name, "corrected": false }),
            || format!("{name} reads as it came."),
        );
    }
    let original = store.original(ix).map_err(Stop::usage)?;
    let mut change = Correction::default();
    take(
        &mut change,
        args,
        &name,
        &original,
        correction(store, &name),
    )?;
    if change.is_empty() && change.note.is_none() {
        let what = "say what should read otherwise, such as --back TEXT; --help lists all";
        return Err(Stop::usage(what));
    }
    change.of = checksum(&original);
    keep(store, ix, Some(change), now)?;
    let asked_again = store.progress().card(&name).is_some_and(|s| s.rekeyed);
    let reply = json!({ "card": name, "corrected": true, "asked_again": asked_again });
    tell(out, args.json, reply, || {
        let again = if asked_again {
            " Its key changed, so it is asked again."
        } else {
            ""
        };
        format!("{name} is corrected; `cramless show {name}` shows it.{again}")
    })
}

fn tell(
    out: &mut dyn Write,
    as_json: bool,
    reply: Value,
    words: impl Fn() -> String,
) -> Result<(), Stop> {
    if as_json {
        writeln!(out, "{reply:#}")?;
    } else {
        writeln!(out, "{}", words())?;
    }
    Ok(())
}

/// The correction of a card.
pub(super) fn correction<'s>(store: &'s Store, name: &CardRef) -> Option<&'s Correction> {
    store.progress().card(name)?.correction.as_deref()
}

/// Records a correction, or that there is none any more.
///
/// # Errors
/// When it can't be written.
pub(super) fn keep(
    store: &mut Store,
    ix: CardIx,
    to: Option<Correction>,
    now: Moment,
) -> Result<(), Stop> {
    let card = store.catalogue().entry(ix).card.clone();
    let to = to.map(Box::new);
    let what = Happening::Corrected(Corrected { card, to });
    let now = store.disk.journal.stamp(now);
    let kept = store.record(vec![what], now, now.study_day());
    kept.map_err(|e| Stop::usage(format!("the correction can't be kept: {e}")))?;
    if let Ok(card) = store.card(ix)
        && let Some(choice) = card.choice()
    {
        store.disk.library.count_keys(ix, choice.keys());
    }
    Ok(())
}

/// Takes in what is asked for. It must fit the card as it came, `card`, and
/// together with what was corrected `before`.
pub(super) fn take(
    to: &mut Correction,
    args: &Args,
    name: &CardRef,
    card: &Card,
    before: Option<&Correction>,
) -> Result<(), Stop> {
    let text = |s: &Option<String>| s.as_ref().map(Text::new);
    let question = card.choice();
    for (given, of_question, flag) in [
        (args.back.is_some(), false, "--back"),
        (args.explanation.is_some(), true, "--explanation"),
        (!args.option.is_empty(), true, "--option"),
        (!args.why.is_empty(), true, "--why"),
        (!args.key.is_empty(), true, "--key"),
    ] {
        if given && of_question != question.is_some() {
            let kind = if of_question { "flashcard" } else { "question" };
            return Err(Stop::usage(format!("{name} is a {kind}; it has no {flag}")));
        }
    }
    let option = |id: &str| {
        let known = question.into_iter().flat_map(|c| &c.options);
        let ids: Vec<&OptionId> = known.map(|o| &o.id).collect();
        let found = ids.iter().find(|o| o.as_str() == id).map(|o| (*o).clone());
        found.ok_or_else(|| {
            let all: Vec<_> = ids.iter().map(|o| o.as_str()).collect();
            Stop::usage(format!(
                "{name} has no option {id}; there are {}",
                all.join(", ")
            ))
        })
    };
    let pair = |given: &str| {
        let (id, text) = given.split_once('=').ok_or_else(|| {
            Stop::usage(format!("{given}: write the option's id, =, and the text"))
        })?;
        Ok::<_, Stop>((option(id.trim())?, Text::new(text.trim())))
    };
    for given in &args.option {
        let (id, text) = pair(given)?;
        to.options.insert(id, text);
    }
    for given in &args.why {
        let (id, text) = pair(given)?;
        to.why.insert(id, text);
    }
    if !args.key.is_empty() {
        let ids: Result<Vec<_>, _> = args.key.iter().map(|id| option(id.trim())).collect();
        let mut ids = ids?;
        ids.sort();
        ids.dedup();
        to.key = Some(ids);
    }
    to.front = text(&args.front);
    to.back = text(&args.back);
    to.explanation = text(&args.explanation);
    to.note = text(&args.note);
    let mut all = before.cloned().unwrap_or_default();
    all.take(to);
    match all.fault(card) {
        Some(fault) => Err(Stop::usage(format!("{name}: {fault}"))),
        None => Ok(()),
    }
}

/// Prints an issue's text about a card.
///
/// # Errors
/// When there is no such card, or it can't be written.
pub fn report(store: &Store, args: &ReportArgs, out: &mut dyn Write) -> Result<(), Stop> {
    let ix = find_open(store, &args.card)?;
    let text = issue(store, ix)?;
    if args.json {
        let card = store.catalogue().entry(ix).card.as_str();
        let text = String::from_utf8_lossy(&text);
        writeln!(out, "{:#}", json!({ "card": card, "text": text }))?;
    } else {
        out.write_all(&text)?;
    }
    Ok(())
}

/// What to tell the author of a card.
///
/// # Errors
/// When its wording can't be read.
pub(super) fn issue(store: &Store, ix: CardIx) -> Result<Vec<u8>, Stop> {
    let mut out = Vec::new();
    let entry = store.catalogue().entry(ix);
    let original = store.original(ix).map_err(Stop::usage)?;
    let correction = correction(store, &entry.card).filter(|c| !c.is_empty());
    writeln!(out, "# Card {}\n", entry.card)?;
    writeln!(out, "Program: cramless {}", env!("CARGO_PKG_VERSION"))?;
    let deck = store.catalogue().deck_of(ix).title.one_line();
    writeln!(out, "Deck: {deck}\nWording: {:08x}\n", checksum(&original))?;
    writeln!(out, "## As it is\n")?;
    wording(&original, &mut out)?;
    if let Some(correction) = correction {
        writeln!(out, "\n## As it should be\n")?;
        let mut now = correction.apply(original.clone());
        now.status.clone_from(&original.status);
        wording(&now, &mut out)?;
        if correction.is_stale(&original) {
            writeln!(out, "\n(The card has changed since this was written.)")?;
        }
    }
    let state = store.progress().card(&entry.card);
    let note = state.and_then(|s| s.correction.as_ref()?.note.as_ref());
    writeln!(out, "\n## Why\n")?;
    match note.or(state.and_then(|s| s.note.as_ref())) {
        Some(note) => writeln!(out, "{note}")?,
        None => writeln!(out, "(say here what is wrong, and where it can be read)")?,
    }
    if state.is_some_and(|s| s.disputed) {
        writeln!(out, "\nThe key is disputed.")?;
    }
    Ok(out)
}

fn wording(card: &Card, out: &mut dyn Write) -> io::Result<()> {
    match &card.face {
        Face::Flashcard(f) => writeln!(out, "Front: {}\n\nBack: {}", f.front, f.back)?,
        Face::Choice(choice) => {
            writeln!(out, "{}\n", choice.stem)?;
            for o in &choice.options {
                let sign = if o.correct { "x" } else { " " };
                writeln!(out, "- [{sign}] {}: {}", o.id.as_str(), o.text.one_line())?;
                if let Some(why) = &o.why {
                    writeln!(out, "  - {}", why.one_line())?;
                }
            }
            if let Some(text) = &choice.explanation {
                writeln!(out, "\n{text}")?;
            }
        }
    }
    if let Some(reference) = &card.reference {
        writeln!(out, "\nReference: {reference}")?;
    }
    Ok(())
}
