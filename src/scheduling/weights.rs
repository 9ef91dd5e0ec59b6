//! What each card counts for: domain → task → concept → card.
//!
//! A domain weighs what the blueprint says, its tasks share that evenly, a
//! task's concepts likewise, and a concept's cards and questions likewise. So
//! a topic with many cards doesn't count more than one with few. Only what is
//! in scope counts, and a scope's weights add up to 1.

use crate::domain::{Blueprint, CardIx, Catalogue, Entry, TaskId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Which concept a card belongs to for the purpose of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Topic {
    Concept(u32),
    /// A fact whose concept nobody named stands for itself.
    Note(u32),
    Alone(CardIx),
}

/// The weights of some cards, in their order; they add up to 1.
pub fn weights(catalogue: &Catalogue, cards: &[CardIx], blueprint: Option<&Blueprint>) -> Vec<f32> {
    let place = |ix: &CardIx| {
        let entry = catalogue.entry(*ix);
        (task_of(entry, blueprint), topic(*ix, entry))
    };
    let mut members: HashMap<(Option<TaskId>, Topic), u32> = HashMap::new();
    for ix in cards {
        *members.entry(place(ix)).or_default() += 1;
    }
    let mut topics: HashMap<Option<TaskId>, u32> = HashMap::new();
    for (task, _) in members.keys() {
        *topics.entry(*task).or_default() += 1;
    }
    let tasks: BTreeSet<TaskId> = topics.keys().copied().flatten().collect();
    let mut shares: BTreeMap<Option<TaskId>, f64> = BTreeMap::new();
    for task in &tasks {
        shares.insert(Some(*task), share(*task, &tasks, blueprint));
    }
    // Cards outside the blueprint count like the mean of those inside.
    if let Some(outside) = topics.get(&None) {
        let inside: u32 = tasks.iter().map(|t| topics[&Some(*t)]).sum();
        let own = f64::from(*outside) / f64::from(outside + inside);
        shares.values_mut().for_each(|s| *s *= 1.0 - own);
        shares.insert(None, own);
    }
    let of = |ix: &CardIx| {
        let (task, topic) = place(ix);
        let own = shares[&task] / f64::from(topics[&task]);
        (own / f64::from(members[&(task, topic)])) as f32
    };
    cards.iter().map(of).collect()
}

/// A task's share among those in scope: its domain's weight among the domains
/// in scope, split evenly over the domain's tasks in scope.
fn share(task: TaskId, tasks: &BTreeSet<TaskId>, blueprint: Option<&Blueprint>) -> f64 {
    let weight = |domain: u8| {
        let found = blueprint.and_then(|b| b.domain(domain));
        found.map_or(0.0, |d| d.weight.max(0.0))
    };
    let domains: BTreeSet<u8> = tasks.iter().map(|t| t.domain).collect();
    let total: f64 = domains.iter().map(|d| weight(*d)).sum();
    let peers = tasks.iter().filter(|t| t.domain == task.domain).count() as f64;
    if total > 0.0 {
        weight(task.domain) / total / peers
    } else {
        1.0 / domains.len() as f64 / peers
    }
}

/// The card's task if the blueprint knows it.
fn task_of(entry: &Entry, blueprint: Option<&Blueprint>) -> Option<TaskId> {
    let task = entry.task?;
    blueprint?.domain(task.domain).map(|_| task)
}

fn topic(ix: CardIx, entry: &Entry) -> Topic {
    match (entry.concept, entry.note) {
        (Some(c), _) => Topic::Concept(c),
        (None, Some(n)) => Topic::Note(n),
        (None, None) => Topic::Alone(ix),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::card::{Card, Deck, Face, Flashcard};
    use crate::domain::{CardId, DeckId, Text};

    fn card(id: &str, task: Option<&str>, concept: Option<&str>) -> Card {
        Card {
            task: task.map(|t| TaskId::parse(t).expect("a task")),
            concept: concept.map(|c| CardId::new(c).expect("an id")),
            ..Card::bare(
                CardId::new(id).expect("an id"),
                Face::Flashcard(Flashcard {
                    front: Text::new("f"),
                    back: Text::new("b"),
                }),
            )
        }
    }

    fn deck(cards: Vec<Card>) -> Deck {
        Deck {
            id: DeckId::new("d").expect("an id"),
            title: Text::new("d"),
            exam: Some(Text::new("X")),
            source: Vec::new(),
            cards,
        }
    }

    fn of(cards: Vec<Card>, blueprint: Option<&Blueprint>) -> Vec<f32> {
        let catalogue = Catalogue::of([&deck(cards)]);
        let all: Vec<CardIx> = catalogue.indices().collect();
        weights(&catalogue, &all, blueprint)
    }

    #[test]
    fn weight_goes_from_domain_to_task_to_concept() {
        let cards = vec![
            card("a", Some("1.1"), Some("x")),
            card("b", Some("1.1"), Some("x")),
            card("c", Some("1.1"), Some("y")),
            card("d", Some("1.2"), None),
            card("e", Some("2.1"), None),
        ];
        let w = of(cards, Some(&Blueprint::of_weights(&[25.0, 75.0], 2)));
        let want = [0.03125, 0.03125, 0.0625, 0.125, 0.75];
        assert!(
            w.iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-6),
            "{w:?}"
        );
    }

    #[test]
    fn without_a_blueprint_every_concept_counts_alike() {
        let cards = vec![card("a", Some("1.1"), None), card("b", None, None)];
        assert_eq!(of(cards, None), [0.5, 0.5]);
    }

    #[test]
    fn cards_outside_the_blueprint_count_like_the_mean() {
        let cards = vec![
            card("a", Some("1.1"), None),
            card("b", Some("2.1"), None),
            card("c", None, None),
            card("d", Some("9.1"), None),
        ];
        let w = of(cards, Some(&Blueprint::of_weights(&[25.0, 75.0], 2)));
        assert!((w.iter().sum::<f32>() - 1.0).abs() < 1e-6);
        assert_eq!((w[2], w[3]), (0.25, 0.25));
    }
}
