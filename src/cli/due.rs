//! `cramless due`: one line about today, cheap enough for a shell prompt.

use super::store::Store;
use crate::domain::Moment;
use crate::domain::text::count;
use crate::scheduling::queue::Scope;
use crate::session::today::Today;
use std::io::{self, Write};

/// Options of `due`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A few characters only, and nothing when nothing is left
    #[arg(long)]
    pub prompt: bool,
}

/// Prints the line; says whether something is left today.
///
/// # Errors
/// When it can't be written.
pub fn run(store: &Store, args: &Args, now: Moment, out: &mut dyn Write) -> io::Result<bool> {
    let day = now.study_day();
    let today = Today::survey(store.catalogue(), store.progress(), &Scope::default(), day);
    let cards = today.cards_left();
    let minutes = (today.left_s() / 60.0).ceil() as u32;
    let left = cards > 0 && minutes > 0;
    let left = left && !today.off;
    let open = match store.progress().open_paper() {
        Some(_) => "; a paper is open: cramless mock --resume",
        None => "",
    };
    match (args.prompt, left) {
        (true, true) => writeln!(out, "▪{cards}")?,
        (true, false) => {}
        (false, true) => {
            let cards = count(cards, "card");
            writeln!(out, "about {cards}, {minutes} min left today{open}")?;
        }
        (false, false) if today.off => writeln!(out, "a day off{open}")?,
        (false, false) => writeln!(out, "nothing left today{open}")?,
    }
    Ok(left)
}
