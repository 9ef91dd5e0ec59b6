//! A placement: a quarter of an hour, one question a task statement, to see
//! what is known already. Its answers are first exposures like any other; that
//! it was a placement makes them count at once, and for their whole domain.

use crate::domain::event::Placed;
use crate::domain::{Blueprint, CardIx, CardRef, Catalogue, Day, Happening, Kind, Origin, TaskId};
use crate::scheduling::priors::Priors;
use crate::scheduling::progress::Progress;
use crate::scheduling::queue::Scope;
use std::collections::{BTreeMap, HashSet};

/// Minutes it takes at most.
pub const MINUTES: u16 = 15;

/// With fewer questions there is nothing to place by.
const FEWEST: usize = 3;

/// A placement is offered until so many cards were seen.
const OFFERED_UNTIL: u32 = 40;

/// A domain counts as partly known from this share on.
const WORTH_SAYING: f32 = 0.15;

/// A placement under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Placement {
    /// Questions still to come.
    left: Vec<CardIx>,
    /// Questions answered.
    asked: Vec<CardRef>,
    /// Milliseconds it took so far.
    ms: u64,
}

impl Placement {
    /// One question that was never seen for each task statement in scope, in
    /// an order that changes domain each time; none if there are too few.
    pub fn of(
        catalogue: &Catalogue,
        progress: &Progress,
        exam: &Blueprint,
        scope: &Scope,
        hidden: &HashSet<CardIx>,
        day: Day,
    ) -> Option<Self> {
        let mut best: BTreeMap<TaskId, ((u8, u8), CardIx)> = BTreeMap::new();
        for (ix, entry) in scope.cards(catalogue) {
            let of_exam = catalogue.deck_of(ix).exam.as_ref() == Some(&exam.code);
            let state = progress.card(&entry.card);
            let fresh = state.is_none_or(|s| !s.is_seen() && s.is_available(day));
            let Some(task) = entry.task.filter(|t| exam.domain(t.domain).is_some()) else {
                continue;
            };
            if entry.kind != Kind::Choice || !of_exam || !fresh || hidden.contains(&ix) {
                continue;
            }
            // A person's own question of middling difficulty tells most.
            let derived = u8::from(entry.origin != Some(Origin::Authored));
            let rank = (derived, entry.level.map_or(1, |l| l.abs_diff(2)));
            match best.get(&task) {
                Some((other, _)) if *other <= rank => {}
                _ => {
                    best.insert(task, (rank, ix));
                }
            }
        }
        let mut all: Vec<(TaskId, CardIx)> = best.into_iter().map(|(t, b)| (t, b.1)).collect();
        all.sort_by_key(|(t, _)| (t.task, t.domain));
        (all.len() >= FEWEST).then(|| Self {
            left: all.into_iter().map(|(_, ix)| ix).collect(),
            asked: Vec::new(),
            ms: 0,
        })
    }

    /// The next question that is free to be shown; none at its end.
    pub fn next(&self, is_free: impl Fn(&CardIx) -> bool) -> Option<CardIx> {
        let over = self.ms >= u64::from(MINUTES) * 60_000;
        self.left.iter().copied().find(is_free).filter(|_| !over)
    }

    /// Cards have other numbers now; what has none is left out.
    pub(super) fn renumber(&mut self, to: impl Fn(CardIx) -> Option<CardIx>) {
        self.left = self.left.iter().filter_map(|ix| to(*ix)).collect();
    }

    /// How many questions were answered, and how many there are.
    pub fn count(&self) -> (usize, usize) {
        (self.asked.len(), self.asked.len() + self.left.len())
    }

    /// A question was answered.
    pub(super) fn answered(&mut self, catalogue: &Catalogue, ix: CardIx, ms: u64) {
        if self.left.contains(&ix) {
            self.left.retain(|q| *q != ix);
            self.asked.push(catalogue.entry(ix).card.clone());
            self.ms += ms;
        }
    }

    /// What is recorded at its end; nothing if nothing was answered.
    pub fn outcome(&self) -> Option<Happening> {
        (!self.asked.is_empty()).then(|| {
            Happening::Placed(Placed {
                questions: self.asked.clone(),
            })
        })
    }
}

/// Whether a placement is worth offering: the field was hardly touched yet.
pub fn is_offered(progress: &Progress) -> bool {
    progress.placed.is_none() && progress.reviews < OFFERED_UNTIL
}

/// What a placement found, in a sentence.
pub fn finding(
    catalogue: &Catalogue,
    progress: &Progress,
    exam: &Blueprint,
    scope: &Scope,
    day: Day,
) -> String {
    let cards: Vec<CardIx> = scope.cards(catalogue).map(|(ix, _)| ix).collect();
    let priors = Priors::of(catalogue, &cards, progress, day);
    let known = exam.domains.iter().filter_map(|d| {
        let share = priors.known_of_domain(d.number);
        (share >= WORTH_SAYING).then(|| {
            let tenths = (share * 10.0).round();
            format!("about {tenths} in 10 of {}", d.title.one_line())
        })
    });
    match known.collect::<Vec<_>>().as_slice() {
        [] => "The placement is done: everything will be taken from the start".into(),
        some => format!(
            "The placement is done: you seem to know {} already; that comes later",
            some.join(", ")
        ),
    }
}
