//! The missed queue: which cards are missed, most costly first.

use crate::domain::event::MissReason;
use crate::domain::{Blueprint, CardIx, Catalogue, Day, Kind};
use crate::scheduling::progress::{CardState, Progress};
use crate::scheduling::queue::Scope;
use std::collections::HashMap;

/// Days after which a miss counts half as much as a fresh one.
const HALF_LIFE_DAYS: f64 = 14.0;

/// What a list of missed cards is narrowed by, besides its scope.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Deck, domain, kind.
    pub scope: Scope,
    /// Missed on that study day or later.
    pub since: Option<Day>,
    /// The person gave that reason.
    pub reason: Option<MissReason>,
    /// Only cards of this set (a paper's, say).
    pub among: Option<Vec<CardIx>>,
}

/// A missed card.
#[derive(Debug, Clone, PartialEq)]
pub struct Missed {
    /// Which.
    pub card: CardIx,
    /// Wrong answers ever.
    pub times: u32,
    /// Study day of the latest one.
    pub last: Day,
    /// Later study days with a right answer: at two the card leaves.
    pub right_days: u32,
    /// What it costs: exam weight × times × recency.
    pub cost: f64,
}

/// The missed cards, most costly first; ties keep the catalogue's order.
pub fn missed(
    catalogue: &Catalogue,
    progress: &Progress,
    blueprints: &[Blueprint],
    filter: &Filter,
    day: Day,
) -> Vec<Missed> {
    let weights = Weights::new(catalogue, blueprints);
    let mut out: Vec<Missed> = filter
        .scope
        .cards(catalogue)
        .filter(|(ix, _)| filter.among.as_ref().is_none_or(|set| set.contains(ix)))
        .filter_map(|(ix, entry)| {
            let state = progress.card(&entry.card)?;
            let last = state.misses.last.filter(|_| is_missed(state))?;
            let fits = filter.since.is_none_or(|since| last >= since)
                && filter.reason.is_none_or(|r| state.reasons.contains(&r));
            fits.then(|| Missed {
                card: ix,
                times: state.misses.times,
                last,
                right_days: state.misses.right_days.len() as u32,
                cost: weights.of(catalogue, ix)
                    * f64::from(state.misses.times)
                    * 0.5f64.powf(f64::from(day.since(last)) / HALF_LIFE_DAYS),
            })
        })
        .collect();
    out.sort_by(|a, b| b.cost.total_cmp(&a.cost).then(a.card.cmp(&b.card)));
    out
}

/// Whether a card belongs to the queue.
pub fn is_missed(state: &CardState) -> bool {
    state.misses.open && !state.suspended && !state.disputed
}

/// The next card of a drill: the most costly one that isn't the one just
/// shown, and answered in this drill the fewest times.
pub fn next_in_drill(
    queue: &[Missed],
    shown: &HashMap<CardIx, u32>,
    just: Option<CardIx>,
) -> Option<CardIx> {
    let times = |m: &Missed| shown.get(&m.card).copied().unwrap_or(0);
    let others = || queue.iter().filter(|m| Some(m.card) != just);
    // `min_by_key` keeps the first of equals, which is the most costly.
    others().min_by_key(|m| times(m)).map(|m| m.card)
}

/// A card's share of its exam.
struct Weights {
    by_task: HashMap<(u16, u8, u8), f64>,
}

impl Weights {
    fn new(catalogue: &Catalogue, blueprints: &[Blueprint]) -> Self {
        let mut by_task = HashMap::new();
        for (deck, info) in catalogue.decks.iter().enumerate() {
            let Some(b) = blueprints
                .iter()
                .find(|b| Some(&b.code) == info.exam.as_ref())
            else {
                continue;
            };
            for task in b.domains.iter().flat_map(|d| &d.tasks) {
                let key = (deck as u16, task.id.domain, task.id.task);
                by_task.insert(key, b.task_weight(task.id));
            }
        }
        Self { by_task }
    }

    fn of(&self, catalogue: &Catalogue, ix: CardIx) -> f64 {
        let entry = catalogue.entry(ix);
        let known = entry
            .task
            .and_then(|t| self.by_task.get(&(entry.deck, t.domain, t.task)))
            .copied()
            // A deck of one's own has no blueprint; it weighs like a middling task.
            .unwrap_or(0.07);
        // A question costs a mark on the day, a flashcard a part of one.
        if entry.kind == Kind::Choice {
            known * 1.5
        } else {
            known
        }
    }
}

/// How often each reason was given for misses that are on record.
pub fn reasons(progress: &Progress) -> HashMap<MissReason, u32> {
    let mut out = HashMap::new();
    for reason in progress.cards.values().flat_map(|s| &s.reasons) {
        *out.entry(*reason).or_insert(0) += 1;
    }
    out
}

/// Lapses after which a card is a leech, and again every two more.
pub const LEECH_LAPSES: u32 = 4;

/// Whether an answer has just made a card a leech, or a worse one: at four
/// lapses and every two more, at two of the same confusion (the same wrong
/// option, or what the person called a mix-up) and every two more.
pub fn became_leech(before: Option<&CardState>, after: &CardState) -> bool {
    let lapses = before.map_or(0, |b| b.lapses);
    let grew = after.lapses > lapses;
    if grew && after.lapses >= LEECH_LAPSES && after.lapses.is_multiple_of(2) {
        return true;
    }
    let mixed = mix_ups(after);
    if mixed > before.map_or(0, mix_ups) && mixed.is_multiple_of(2) {
        return true;
    }
    after.confused.iter().any(|(option, times)| {
        let earlier = before.and_then(|b| b.confused.iter().find(|(o, _)| o == option));
        *times > earlier.map_or(0, |(_, n)| *n) && times.is_multiple_of(2)
    })
}

/// How often the person called a wrong answer to it a mix-up.
pub fn mix_ups(state: &CardState) -> usize {
    let mixed = |r: &&MissReason| **r == MissReason::MixedUp;
    state.reasons.iter().filter(mixed).count()
}

/// Why cards were missed, in one sentence; none while no reason was given.
pub fn reasons_in_words(progress: &Progress) -> Option<String> {
    let misses: u32 = progress.cards.values().map(|c| c.misses.times).sum();
    let counts = reasons(progress);
    let of = |reason| counts.get(&reason).copied().unwrap_or(0);
    let parts = [
        (of(MissReason::MixedUp), "mix-ups", "a mix-up"),
        (
            of(MissReason::Misread),
            "misread questions",
            "a misread question",
        ),
    ];
    // Said once is enough of how many there were.
    let first = parts.iter().map(|p| p.0).find(|n| *n > 0).unwrap_or(0);
    let said: Vec<String> = parts
        .iter()
        .filter(|(n, _, _)| *n > 0)
        .map(|(n, many, one)| match n {
            1 if misses > 3 => format!("one of your {misses} misses is {one}"),
            n => match share(*n, misses.max(*n)) {
                Some(share) => format!("{share} of your misses are {many}"),
                None if *n == first => format!("{n} of your {misses} misses are {many}"),
                None => format!("{n} are {many}"),
            },
        })
        .collect();
    (!said.is_empty()).then(|| said.join(", "))
}

/// A share as people say it; none if they would say numbers.
fn share(n: u32, of: u32) -> Option<&'static str> {
    const NAMED: [(f64, &str); 5] = [
        (0.25, "a quarter"),
        (1.0 / 3.0, "a third"),
        (0.5, "half"),
        (2.0 / 3.0, "two thirds"),
        (0.75, "three quarters"),
    ];
    let exact = f64::from(n) / f64::from(of.max(1));
    if n >= of {
        return Some("all");
    }
    let named = NAMED.iter().find(|(s, _)| (s - exact).abs() < 0.03);
    named.map(|(_, name)| *name)
}

/// Whether a card costs more than it gives: four lapses (then every two), or
/// two confusions: the same wrong option, or what was called a mix-up.
pub fn is_leech(state: &CardState) -> bool {
    let confused = state.confused.iter().any(|(_, times)| *times >= 2);
    state.lapses >= LEECH_LAPSES || confused || mix_ups(state) >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CardRef, OptionId};

    fn lapsed(lapses: u32) -> CardState {
        CardState {
            lapses,
            ..CardState::default()
        }
    }

    fn confused(times: u32) -> CardState {
        CardState {
            confused: vec![(OptionId::new("b").expect("an id"), times)],
            ..CardState::default()
        }
    }

    #[test]
    fn a_leech_is_told_of_at_four_lapses_and_every_two_more() {
        let told = |n| became_leech(Some(&lapsed(n - 1)), &lapsed(n));
        let when: Vec<_> = (1..=8).filter(|n| told(*n)).collect();
        assert_eq!(when, [4, 6, 8]);
        assert!(!became_leech(Some(&lapsed(4)), &lapsed(4)), "no new lapse");
    }

    #[test]
    fn a_confusion_is_told_of_at_the_second_time_and_every_two_more() {
        let told = |n| became_leech(Some(&confused(n - 1)), &confused(n));
        let when: Vec<_> = (1..=6).filter(|n| told(*n)).collect();
        assert_eq!(when, [2, 4, 6]);
        assert!(!became_leech(None, &confused(1)));
    }

    #[test]
    fn reasons_are_told_as_people_would() {
        let mut progress = Progress::default();
        assert_eq!(reasons_in_words(&progress), None);
        let mut state = CardState::default();
        state.misses.times = 6;
        state.reasons = vec![MissReason::MixedUp; 2];
        let card = CardRef::parse("d#a").expect("an id");
        progress.cards.insert(card.clone(), Box::new(state.clone()));
        let said = |p: &Progress| reasons_in_words(p).expect("a sentence");
        assert_eq!(said(&progress), "a third of your misses are mix-ups");
        state.reasons.push(MissReason::Misread);
        progress.cards.insert(card, Box::new(state));
        assert_eq!(
            said(&progress),
            "a third of your misses are mix-ups, one of your 6 misses is a misread question"
        );
    }
}
