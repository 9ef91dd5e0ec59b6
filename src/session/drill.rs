//! A drill of the missed queue: the most costly card first, never the same one
//! twice in a row, round and round until the person has had enough.

use super::missed::{Filter, Missed, missed, next_in_drill};
use crate::domain::{Blueprint, CardIx, Catalogue, Day};
use crate::scheduling::progress::Progress;
use std::collections::{HashMap, HashSet};

/// A drill. It begins anew each time it is asked for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drill {
    /// Which missed cards.
    pub filter: Filter,
    /// How often each was answered in this drill.
    shown: HashMap<CardIx, u32>,
    just: Option<CardIx>,
}

impl Drill {
    /// A drill of the missed cards that a filter lets through.
    pub fn of(filter: Filter) -> Self {
        Self {
            filter,
            ..Self::default()
        }
    }

    /// The cards that are drilled now: none put aside until another day. What
    /// is `hidden` belongs to a paper that is still to be sat.
    pub fn queue(
        &self,
        catalogue: &Catalogue,
        exams: &[Blueprint],
        progress: &Progress,
        hidden: &HashSet<CardIx>,
        day: Day,
    ) -> Vec<Missed> {
        let mut out = missed(catalogue, progress, exams, &self.filter, day);
        out.retain(|m| {
            let state = progress.card(&catalogue.entry(m.card).card);
            !hidden.contains(&m.card) && state.is_none_or(|s| s.is_available(day))
        });
        out
    }

    /// The next card of a queue: fewest answers first, then the most costly.
    pub fn next(&self, queue: &[Missed]) -> Option<CardIx> {
        next_in_drill(queue, &self.shown, self.just)
    }

    /// Cards have other numbers now; what has none is left out.
    pub fn renumber(&mut self, to: impl Fn(CardIx) -> Option<CardIx>) {
        let shown = self.shown.drain().filter_map(|(ix, n)| Some((to(ix)?, n)));
        self.shown = shown.collect::<HashMap<_, _>>();
        self.just = self.just.and_then(&to);
        if let Some(among) = &mut self.filter.among {
            *among = among.iter().filter_map(|ix| to(*ix)).collect();
        }
    }

    /// A card was answered.
    pub fn answered(&mut self, card: CardIx) {
        *self.shown.entry(card).or_insert(0) += 1;
        self.just = Some(card);
    }
}
