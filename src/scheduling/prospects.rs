//! Readiness of a scope: progress and catalogue in, estimates out.

use super::agenda::{Setting, calendar, in_scope};
use super::ensemble::{Trace, Weights};
use super::frame::Calendar;
use super::person::UNSEEN_RECALL;
use super::progress::{CardState, Progress};
use super::readiness::{FirstSight, Known, Readiness, readiness};
use super::weights::weights;
use crate::domain::{CardIx, Catalogue, Day, Kind};

/// Recall of a card that its person says they know cold.
const KNOWN_COLD: f32 = 0.9;

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

/// The cards that readiness is about, with what each counts for.
#[derive(Debug, Clone)]
pub struct Ground {
    cards: Vec<CardIx>,
    shares: Vec<f32>,
    /// Domain numbers in order, 0 for cards outside the blueprint.
    domains: Vec<u8>,
}

impl Ground {
    /// The cards that goal and scope ask for.
    pub fn of(setting: Setting<'_>, progress: &Progress) -> Self {
        let cards = in_scope(setting, progress);
        let shares = weights(setting.catalogue, &cards, setting.blueprint);
        let mut domains: Vec<u8> = cards
            .iter()
            .map(|ix| domain_of(setting.catalogue, *ix))
            .collect();
        domains.sort_unstable();
        domains.dedup();
        Self {
            cards,
            shares,
            domains,
        }
    }

    /// The cards with their weights, which add up to 1.
    pub fn cards(&self) -> impl Iterator<Item = (CardIx, f32)> + '_ {
        self.cards.iter().copied().zip(self.shares.iter().copied())
    }

    /// How ready a person with this progress, `today`, would be on a `day` if
    /// they studied no more.
    pub fn readiness(
        &self,
        catalogue: &Catalogue,
        progress: &Progress,
        today: Day,
        day: Day,
    ) -> Readiness {
        let weights = progress.person.belief.weights();
        let mut sights = vec![FirstSight::default(); self.domains.len()];
        let known = self.cards().map(|(ix, weight)| {
            let state = progress.card(&catalogue.entry(ix).card);
            let domain = domain_of(catalogue, ix);
            let domain = self.domains.binary_search(&domain).unwrap_or(0);
            if let Some(sight) = state.and_then(|s| first_sight(s, catalogue, ix, today)) {
                sights[domain].asked += sight.asked;
                sights[domain].right += sight.right;
            }
            Known {
                weight,
                domain,
                trace: state.and_then(|s| s.trace.as_ref()),
                untraced: untraced(state, catalogue, progress, &weights, ix, day),
            }
        });
        let known: Vec<Known<'_>> = known.collect();
        readiness(&weights, &known, &sights, today, day)
    }
}

/// How ready the person would be on exam day (without a date: today) if they
/// studied no more. Every answer so far counts.
pub fn prospects(setting: Setting<'_>, progress: &Progress, today: Day) -> Prospects {
    let Calendar { exam, .. } = calendar(progress, today);
    let day = exam.unwrap_or(today);
    let ground = Ground::of(setting, progress);
    Prospects {
        readiness: ground.readiness(setting.catalogue, progress, today, day),
        domains: ground.domains,
        day,
        dated: exam.is_some(),
    }
}

fn domain_of(catalogue: &Catalogue, ix: CardIx) -> u8 {
    catalogue.entry(ix).task.map_or(0, |t| t.domain)
}

/// Expected recall of a card on a day (0–1), by all answers so far.
pub fn recall(
    catalogue: &Catalogue,
    progress: &Progress,
    weights: &Weights,
    ix: CardIx,
    day: Day,
) -> f32 {
    let state = progress.card(&catalogue.entry(ix).card);
    match state.and_then(|s| s.trace.as_ref()) {
        Some(trace) => trace.recall(weights, day),
        None => untraced(state, catalogue, progress, weights, ix, day),
    }
}

/// A card never answered: known cold, or by the cards it builds on.
fn untraced(
    state: Option<&CardState>,
    catalogue: &Catalogue,
    progress: &Progress,
    weights: &Weights,
    ix: CardIx,
    day: Day,
) -> f32 {
    if state.is_some_and(|s| s.known_cold.is_some()) {
        return KNOWN_COLD;
    }
    let tests = &catalogue.entry(ix).tests;
    if tests.is_empty() {
        return UNSEEN_RECALL;
    }
    let trace =
        |t: &CardIx| -> Option<&Trace> { progress.card(&catalogue.entry(*t).card)?.trace.as_ref() };
    let of = |t| trace(t).map_or(UNSEEN_RECALL, |t| t.recall(weights, day));
    tests.iter().map(of).sum::<f32>() / tests.len() as f32
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
