//! Readiness of a scope: progress and catalogue in, estimates out.

use super::agenda::{Setting, calendar, in_scope};
use super::ensemble::{Trace, Weights};
use super::person::{KNOWN_RECALL, unseen_recall};
use super::priors::Priors;
use super::progress::{CardState, Progress};
use super::readiness::{FirstSight, Known, Readiness, Transfer};
use super::weights::weights;
use crate::domain::{CardIx, Catalogue, Day, Kind};

/// Days after which a first-sight answer says half as much: since then the
/// person has learned.
const HALF_LIFE_DAYS: f32 = 14.0;

/// Readiness with the names of its domains.
#[derive(Debug, Clone, PartialEq)]
pub struct Prospects {
    /// Domain numbers in order, 0 for cards outside the blueprint.
    pub domains: Vec<u8>,
    /// The estimates; `domains` of it are in the same order.
    pub readiness: Readiness,
    /// The day they are for.
    pub day: Day,
    /// Whether that is an exam's day, rather than today.
    pub dated: bool,
}

/// How ready the person would be on exam day (without a date: today) if they
/// studied no more. Every answer so far counts.
pub fn prospects(setting: Setting<'_>, progress: &Progress, today: Day) -> Prospects {
    let exam = calendar(progress, today).exam;
    let day = exam.unwrap_or(today);
    let (transfer, domains, known) = transfer(setting, progress, today, day);
    let weights = progress.person.belief.weights();
    Prospects {
        readiness: transfer.readiness(&weights, &known, day),
        domains,
        day,
        dated: exam.is_some(),
    }
}

/// How well knowledge carries over to questions, by all answers so far; the
/// domains in order; and what is known of each card in scope for `day`.
pub fn transfer<'p>(
    setting: Setting<'_>,
    progress: &'p Progress,
    today: Day,
    day: Day,
) -> (Transfer, Vec<u8>, Vec<Known<'p>>) {
    let cards = in_scope(setting, progress);
    let shares = weights(setting.catalogue, &cards, setting.blueprint);
    let weights = progress.person.belief.weights();
    let priors = Priors::of(setting.catalogue, &cards, progress, today);
    let source = Source {
        catalogue: setting.catalogue,
        progress,
        weights: &weights,
        priors: &priors,
    };
    let domain_of = |ix: &CardIx| setting.catalogue.entry(*ix).task.map_or(0, |t| t.domain);
    let mut domains: Vec<u8> = cards.iter().map(domain_of).collect();
    domains.sort_unstable();
    domains.dedup();
    let mut sights = vec![FirstSight::default(); domains.len()];
    let known = cards.iter().zip(shares).map(|(ix, weight)| {
        let state = progress.card(&setting.catalogue.entry(*ix).card);
        let domain = domains.binary_search(&domain_of(ix)).unwrap_or(0);
        if let Some(sight) = state.and_then(|s| first_sight(s, setting.catalogue, *ix, today)) {
            sights[domain].asked += sight.asked;
            sights[domain].right += sight.right;
        }
        Known {
            weight,
            domain,
            trace: state
                .filter(|s| s.known_cold.is_none())
                .and_then(|s| s.trace.as_ref()),
            untraced: source.untraced(state, *ix, day),
        }
    });
    let known: Vec<Known<'_>> = known.collect();
    (
        Transfer::learn(&weights, &known, &sights, today),
        domains,
        known,
    )
}

/// What a card's recall follows from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Every card.
    pub catalogue: &'a Catalogue,
    /// Where the person stands.
    pub progress: &'a Progress,
    /// What is believed of their memory.
    pub weights: &'a Weights,
    /// What is known already of cards never seen.
    pub priors: &'a Priors,
}

impl Source<'_> {
    /// Expected recall of a card on a day (0–1), by all answers so far.
    pub fn recall(&self, ix: CardIx, day: Day) -> f32 {
        let state = self.progress.card(&self.catalogue.entry(ix).card);
        let believed = state.is_some_and(|s| s.known_cold.is_some());
        match state.and_then(|s| s.trace.as_ref()) {
            Some(trace) if !believed => trace.recall(self.weights, day),
            _ => self.untraced(state, ix, day),
        }
    }

    /// A card never answered: known cold, or by the cards it builds on, or by
    /// what is known of its task statement.
    fn untraced(&self, state: Option<&CardState>, ix: CardIx, day: Day) -> f32 {
        if state.is_some_and(|s| s.known_cold.is_some()) {
            return KNOWN_RECALL;
        }
        let entry = self.catalogue.entry(ix);
        let tests = &entry.tests;
        let unseen = |ix: CardIx| {
            let task = self.catalogue.entry(ix).task;
            unseen_recall(self.priors.known(task))
        };
        if tests.is_empty() {
            return unseen(ix);
        }
        let trace = |t: &CardIx| -> Option<&Trace> {
            let card = &self.catalogue.entry(*t).card;
            self.progress.card(card)?.trace.as_ref()
        };
        let of = |t| trace(t).map_or_else(|| unseen(*t), |t| t.recall(self.weights, day));
        tests.iter().map(of).sum::<f32>() / tests.len() as f32
    }
}

fn first_sight(
    state: &CardState,
    catalogue: &Catalogue,
    ix: CardIx,
    today: Day,
) -> Option<FirstSight> {
    if catalogue.entry(ix).kind != Kind::Choice {
        return None;
    }
    let (first, _) = state.seen?;
    let asked = f64::from(0.5f32.powf(today.since(first) as f32 / HALF_LIFE_DAYS));
    let right = f64::from(u8::from(state.first_right?));
    Some(FirstSight {
        asked,
        right: asked * right,
    })
}
