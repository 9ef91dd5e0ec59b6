//! What can only be seen once all decks are there: names that lead nowhere,
//! and cards that nothing continues.

use super::Made1;
use crate::domain::{Blueprint, CardId, CardRef, Deck, Problem, Severity, Text};
use std::collections::{BTreeSet, HashSet};

/// `tests=` must name facts that exist in these sources or previous decks.
pub(super) fn references(made: &[Made1], previous: &[Deck], problems: &mut Vec<Problem>) {
    let mut known: BTreeSet<String> = BTreeSet::new();
    for deck in made.iter().map(|m| &m.deck).chain(previous) {
        for card in &deck.cards {
            known.insert(card.id.to_string());
            known.extend(card.note.as_ref().map(ToString::to_string));
        }
    }
    for m in made {
        for question in &m.authored {
            for fact in question.card.choice().iter().flat_map(|c| &c.tests) {
                if !known.contains(fact.as_str()) {
                    problems.push(
                        Problem::of_file(
                            &Text::new(&m.path),
                            Severity::Warning,
                            "unknown-fact",
                            format!("tests names \"{fact}\", which no summary here explains"),
                        )
                        .at(question.at)
                        .help(
                            "write topic-slug/fact-slug as in the summaries, or topic-slug/purpose",
                        ),
                    );
                }
            }
        }
    }
}

pub(super) fn tasks(made: &[Made1], blueprint: &Blueprint, problems: &mut Vec<Problem>) {
    for m in made {
        for (task, at) in &m.tasks {
            let known = blueprint
                .domain(task.domain)
                .is_some_and(|d| d.tasks.iter().any(|t| t.id == *task));
            if !known {
                let what = format!("{} has no task statement {task}", blueprint.code);
                let path = Text::new(&m.path);
                let problem = Problem::of_file(&path, Severity::Warning, "unknown-task", what);
                let help = "write a task of the blueprint, such as task=1.1";
                problems.push(problem.at(*at).help(help));
            }
        }
    }
}

/// Cards of previous versions of these decks that nothing continues.
pub(super) fn vanished(decks: &[Deck], previous: &[Deck]) -> Vec<CardRef> {
    let mut out = Vec::new();
    for old in previous {
        let Some(new) = decks.iter().find(|d| d.id == old.id) else {
            continue;
        };
        let alive: HashSet<&CardId> = new
            .cards
            .iter()
            .flat_map(|c| std::iter::once(&c.id).chain(&c.was))
            .collect();
        out.extend(
            old.cards
                .iter()
                .filter(|c| !alive.contains(&c.id))
                .map(|c| CardRef::new(&old.id, &c.id)),
        );
    }
    out
}
