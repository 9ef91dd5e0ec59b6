//! What a paper leaves for the days after it: the cards behind what was missed.

use super::paper::{Ended, Paper};
use super::progress::{CardState, Progress};
use crate::domain::{CardIx, Catalogue, Day};
use std::collections::HashSet;

/// A paper is fresh for so many study days.
const FRESH_DAYS: u32 = 3;

/// The cards that the questions missed in a fresh paper of an earlier day test
/// and that were not answered since: they come first. In the paper's order.
pub fn behind_misses(catalogue: &Catalogue, progress: &Progress, day: Day) -> Vec<CardIx> {
    let mut out = Vec::new();
    let mut taken = HashSet::new();
    for (paper, marked) in progress.papers.iter().filter_map(marked_on) {
        if day <= marked || day.since(marked) > FRESH_DAYS {
            continue;
        }
        for ix in tested_by_misses(paper, catalogue) {
            let state = progress.card(&catalogue.entry(ix).card);
            let since = state
                .and_then(CardState::last_day)
                .is_some_and(|d| d > marked);
            let away = state.is_some_and(|s| !s.is_available(day));
            if !since && !away && taken.insert(ix) {
                out.push(ix);
            }
        }
    }
    out
}

fn marked_on(paper: &Paper) -> Option<(&Paper, Day)> {
    match &paper.ended {
        Some(Ended::Finished { at, .. }) => Some((paper, at.study_day())),
        _ => None,
    }
}

fn tested_by_misses(paper: &Paper, catalogue: &Catalogue) -> Vec<CardIx> {
    let questions = paper.started.questions.iter();
    let wrong = questions
        .zip(paper.verdicts().unwrap_or_default())
        .filter(|(_, right)| !**right);
    let entries = wrong.filter_map(|(q, _)| Some(catalogue.entry(catalogue.find(&q.card)?)));
    entries.flat_map(|e| e.tests.iter().copied()).collect()
}
