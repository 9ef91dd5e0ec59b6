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
    let weights = progress.person.belief.likely();
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
    let ground = Ground::of(setting, progress);
    let (transfer, known) = ground.transfer(setting.catalogue, progress, today, day);
    (transfer, ground.domains, known)
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
        let domain = |ix: &CardIx| domain_of(setting.catalogue, *ix);
        let mut domains: Vec<u8> = cards.iter().map(domain).collect();
        domains.sort_unstable();
        domains.dedup();
        Self {
            cards,
            shares,
            domains,
        }
    }

    /// The cards with their weights, which add up to 1, and their expected
    /// recall on a day.
    pub fn recalls(
        &self,
        catalogue: &Catalogue,
        progress: &Progress,
        today: Day,
        day: Day,
    ) -> Vec<(CardIx, f32, f32)> {
        let weights = progress.person.belief.likely();
        let priors = Priors::of(catalogue, &self.cards, progress, today);
        let source = Source {
            catalogue,
            progress,
            weights: &weights,
            priors: &priors,
        };
        let cards = self.cards.iter().zip(&self.shares);
        let recall = |(ix, share): (&CardIx, &f32)| (*ix, *share, source.recall(*ix, day));
        cards.map(recall).collect()
    }

    /// How ready a person with this progress would be on a `day`, if they
    /// studied no more from `today` on.
    pub fn readiness(
        &self,
        catalogue: &Catalogue,
        progress: &Progress,
        today: Day,
        day: Day,
    ) -> Readiness {
        let (transfer, known) = self.transfer(catalogue, progress, today, day);
        transfer.readiness(&progress.person.belief.likely(), &known, day)
    }

    fn transfer<'p>(
        &self,
        catalogue: &Catalogue,
        progress: &'p Progress,
        today: Day,
        day: Day,
    ) -> (Transfer, Vec<Known<'p>>) {
        let weights = progress.person.belief.likely();
        let priors = Priors::of(catalogue, &self.cards, progress, today);
        let source = Source {
            catalogue,
            progress,
            weights: &weights,
            priors: &priors,
        };
        let mut sights = vec![FirstSight::default(); self.domains.len()];
        let known = self.cards.iter().zip(&self.shares).map(|(ix, weight)| {
            let state = progress.card(&catalogue.entry(*ix).card);
            let domain = domain_of(catalogue, *ix);
            let domain = self.domains.binary_search(&domain).unwrap_or(0);
            if let Some(sight) = state.and_then(|s| first_sight(s, catalogue, *ix, today)) {
                sights[domain].asked += sight.asked;
                sights[domain].right += sight.right;
            }
            Known {
                weight: *weight,
                domain,
                trace: state
                    .filter(|s| s.known_cold.is_none())
                    .and_then(|s| s.trace.as_ref()),
                untraced: source.untraced(state, *ix, day),
            }
        });
        let known: Vec<Known<'_>> = known.collect();
        (Transfer::learn(&weights, &known, &sights, today), known)
    }
}

fn domain_of(catalogue: &Catalogue, ix: CardIx) -> u8 {
    catalogue.entry(ix).task.map_or(0, |t| t.domain)
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
