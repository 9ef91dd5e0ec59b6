//! What only shows when files are looked at together: ids that two decks
//! share, links to cards that aren't there, tasks that no blueprint has.

use super::reading::Read;
use crate::domain::{Blueprint, Card, Deck, Problem, Severity, TaskId, Text};
use crate::storage::builtin::Builtins;
use crate::storage::deck_file::read_deck;
use std::collections::HashSet;

/// Names under which a card can be linked to.
#[derive(Default)]
struct Names {
    /// `DECK#NAME`, within a deck and by full id.
    in_deck: HashSet<String>,
    /// `EXAM##NAME`, from any deck of the exam.
    in_exam: HashSet<String>,
}

impl Names {
    fn add(&mut self, deck: &Deck) {
        for card in &deck.cards {
            for name in [Some(&card.id), card.note.as_ref()].into_iter().flatten() {
                self.in_deck.insert(format!("{}#{name}", deck.id));
                self.in_exam.insert(format!("{}##{name}", home(deck)));
            }
        }
    }

    fn has(&self, deck: &Deck, name: &Text) -> bool {
        self.in_deck.contains(&format!("{}#{name}", deck.id))
            || self.in_exam.contains(&format!("{}##{name}", home(deck)))
            || self.in_deck.contains(name.as_str())
    }
}

fn home(deck: &Deck) -> &str {
    deck.exam.as_ref().map_or(deck.id.as_str(), Text::as_str)
}

/// Checks decks against each other, the known blueprints, and what is built in.
pub(super) fn check(decks: &[Read], blueprints: &[Blueprint], builtins: Builtins) -> Vec<Problem> {
    let mut names = Names::default();
    for read in decks {
        names.add(&read.deck);
    }
    let linked = decks
        .iter()
        .any(|r| r.deck.cards.iter().any(|c| !tests(c).is_empty()));
    if linked {
        for file in builtins.decks {
            let read = read_deck(&Text::default(), file.bytes).deck;
            // A built-in deck that is being checked counts as it is now.
            let now = |d: &Deck| decks.iter().any(|r| r.deck.id == d.id);
            if let Some(deck) = read.filter(|d| !now(d)) {
                names.add(&deck);
            }
        }
    }
    let exam = |code: &Text| blueprints.iter().find(|b| b.code == *code);

    let mut out = Vec::new();
    for (i, read) in decks.iter().enumerate() {
        let (file, deck) = (&read.file, &read.deck);
        let at = |n: usize| read.at(n);
        let warn = |code, what: String| Problem::of_file(file, Severity::Warning, code, what);
        if let Some(earlier) = decks[..i].iter().find(|r| r.deck.id == deck.id) {
            let other = &earlier.file;
            out.push(if earlier.deck == *deck {
                warn(
                    "duplicate-deck",
                    format!("the same deck as {other}; it is used once"),
                )
            } else {
                let what = format!(
                    "the deck id \"{}\" stands in {other} too, with other content",
                    deck.id
                );
                Problem::of_file(file, Severity::Error, "duplicate-deck", what)
                    .help("give each deck an id of its own")
            });
        }
        let blueprint = deck.exam.as_ref().and_then(exam);
        if let (Some(code), None) = (&deck.exam, blueprint) {
            let what =
                format!("no blueprint is known for the exam \"{code}\", so tasks weigh nothing");
            out.push(warn("unknown-exam", what).help("check its exam.json together with the deck"));
        }
        for (n, card) in deck.cards.iter().enumerate() {
            let who = format!("card \"{}\"", card.id);
            if let (Some(task), Some(b)) = (card.task, blueprint)
                && !has_task(b, task)
            {
                let what = format!("{who}: {} has no task {task}", b.code);
                out.push(warn("unknown-task", what).at(at(n)));
            }
            // The generator has told which facts of a summary's question are missing.
            let named = tests(card).iter().filter(|_| !read.links_told);
            for name in named.filter(|name| !names.has(deck, name)) {
                let what =
                    format!("{who}: \"tests\" names \"{name}\", and no card or note has that id");
                out.push(warn("dangling-test", what).at(at(n)));
            }
        }
    }
    out
}

fn has_task(blueprint: &Blueprint, task: TaskId) -> bool {
    let domain = blueprint.domain(task.domain);
    domain.is_some_and(|d| d.tasks.iter().any(|t| t.id == task))
}

fn tests(card: &Card) -> &[Text] {
    card.choice().map_or(&[], |c| &c.tests)
}
