//! Where the cards of a scope stand today: counts, by plain FSRS.

use crate::domain::{Catalogue, Day};
use crate::scheduling::progress::{CardState, Progress};
use crate::scheduling::queue::{Scope, due_day};
use std::collections::BTreeMap;

/// Counts of a domain, or of everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Cards.
    pub cards: u32,
    /// Never answered.
    pub new: u32,
    /// Recall today at least 0.8.
    pub known: u32,
    /// Due today.
    pub due: u32,
    /// Cards whose miss is open.
    pub missed: u32,
}

/// A scope's standing: in all, and by domain (0 for cards outside a blueprint).
pub fn standing(
    catalogue: &Catalogue,
    progress: &Progress,
    scope: &Scope,
    today: Day,
) -> (Standing, BTreeMap<u8, Standing>) {
    let mut all = Standing::default();
    let mut by_domain: BTreeMap<u8, Standing> = BTreeMap::new();
    for (_, entry) in scope.cards(catalogue) {
        let one = of_card(progress.card(&entry.card), today);
        let domain = entry.task.map_or(0, |t| t.domain);
        all.add(&one);
        by_domain.entry(domain).or_default().add(&one);
    }
    (all, by_domain)
}

fn of_card(state: Option<&CardState>, today: Day) -> Standing {
    let seen = state.filter(|s| s.is_seen());
    let recall = seen.and_then(|s| s.recall_on(today)).map(f64::from);
    Standing {
        cards: 1,
        new: u32::from(seen.is_none()),
        known: u32::from(recall.is_some_and(|r| r >= 0.8)),
        due: u32::from(
            seen.is_some_and(|s| s.is_available(today) && due_day(s).is_some_and(|d| d <= today)),
        ),
        missed: u32::from(seen.is_some_and(|s| s.misses.open)),
    }
}

impl Standing {
    fn add(&mut self, o: &Standing) {
        self.cards += o.cards;
        self.new += o.new;
        self.known += o.known;
        self.due += o.due;
        self.missed += o.missed;
    }
}
