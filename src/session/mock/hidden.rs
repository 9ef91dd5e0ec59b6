//! Questions nobody may meet before they are asked in earnest: the held-back
//! papers until they are sat, and any paper that is open.

use crate::domain::{Blueprint, CardIx, CardRef, Catalogue, Kind, Origin};
use crate::exam::draw::Candidate;
use crate::exam::held_back::hold_back;
use crate::scheduling::Progress;
use crate::scheduling::paper::Paper;
use std::collections::HashSet;

/// What study, search and browse leave out.
pub fn hidden(
    catalogue: &Catalogue,
    progress: &Progress,
    blueprint: Option<&Blueprint>,
) -> HashSet<CardIx> {
    let mut out = HashSet::new();
    let held = blueprint.map(|b| unsat(catalogue, progress, b));
    for (_, cards) in held.into_iter().flatten() {
        out.extend(cards);
    }
    // More than one is open where two devices began one each.
    let open = progress.papers.iter().filter(|p| p.ended.is_none());
    for paper in open.filter(|p| !p.started.practice) {
        let asked = paper.started.questions.iter();
        out.extend(asked.filter_map(|q| catalogue.find(&q.card)));
    }
    out
}

/// How many papers are left of which nothing was ever seen.
pub fn first_sight_left(
    catalogue: &Catalogue,
    progress: &Progress,
    blueprint: &Blueprint,
) -> usize {
    unsat(catalogue, progress, blueprint).len()
}

/// The held-back papers that are still to be sat, with their numbers from 1.
/// None without a goal for this exam: its seed decides which they are.
pub fn unsat(
    catalogue: &Catalogue,
    progress: &Progress,
    blueprint: &Blueprint,
) -> Vec<(u32, Vec<CardIx>)> {
    let goal = progress.goal.as_ref().map(|(goal, _)| goal);
    let Some(goal) = goal.filter(|g| g.exam.as_deref() == Some(blueprint.code.as_str())) else {
        return Vec::new();
    };
    let pool = questions(catalogue, progress, Some(blueprint));
    let papers = hold_back(blueprint, catalogue, &pool, goal.seed);
    let numbered = (1u32..).zip(papers);
    numbered
        .filter(|(_, cards)| !was_sat(catalogue, progress, cards))
        .collect()
}

/// A paper that was begun and isn't open any more has been seen, even if it
/// was given up. The pack may have grown meanwhile: most of it is enough.
fn was_sat(catalogue: &Catalogue, progress: &Progress, cards: &[CardIx]) -> bool {
    let names: HashSet<&CardRef> = cards.iter().map(|ix| &catalogue.entry(*ix).card).collect();
    let holds_most = |paper: &Paper| {
        let asked = paper.started.questions.iter();
        2 * asked.filter(|q| names.contains(&q.card)).count() > cards.len()
    };
    let mut sat = progress.papers.iter().filter(|p| {
        let open = progress.open_paper().is_some_and(|o| o.id() == p.id());
        p.started.held_back.is_some() && !open
    });
    sat.any(holds_most)
}

/// Every question of an exam, or of all decks, whether it can be asked or not.
pub(super) fn questions(
    catalogue: &Catalogue,
    progress: &Progress,
    blueprint: Option<&Blueprint>,
) -> Vec<Candidate> {
    let mut out = Vec::new();
    for ix in catalogue.indices() {
        let entry = catalogue.entry(ix);
        let exam = catalogue.deck_of(ix).exam.as_ref();
        let belongs = blueprint.is_none_or(|b| exam.is_some_and(|e| *e == b.code));
        if entry.kind != Kind::Choice || !belongs {
            continue;
        }
        out.push(Candidate {
            card: ix,
            task: entry.task,
            concept: entry.concept,
            multiple: entry.keys > 1,
            origin: entry.origin.unwrap_or(Origin::Derived),
            seen: progress.card(&entry.card).and_then(|s| s.last_day()),
        });
    }
    out
}

/// Whether a question may be asked at all.
pub(super) fn can_be_asked(catalogue: &Catalogue, progress: &Progress, ix: CardIx) -> bool {
    let state = progress.card(&catalogue.entry(ix).card);
    state.is_none_or(|s| !s.suspended && !s.disputed)
}
