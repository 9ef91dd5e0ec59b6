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
pub(super) const KNOWN_COLD: f32 = 0.9;

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
    let Calendar { exam, .. } = calendar(progress, today);
    let day = exam.unwrap_or(today);
    let cards = in_scope(setting, progress);
    let shares = weights(setting.catalogue, &cards, setting.blueprint);
    let weights = progress.person.belief.weights();
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
            trace: state.and_then(|s| s.trace.as_ref()),
            untraced: untraced(state, setting.catalogue, progress, &weights, *ix, day),
        }
    });
    let known: Vec<Known<'_>> = known.collect();
    Prospects {
        readiness: readiness(&weights, &known, &sights, today, day),
        domains,
        day,
        dated: exam.is_some(),
    }
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
