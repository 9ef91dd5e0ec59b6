//! Where the bank has holes: topics, cards and questions by task statement,
//! and questions by topic.

use super::authored;
use crate::domain::{Blueprint, Deck, Kind, TaskId};
use std::collections::{BTreeMap, BTreeSet};

/// What there is on one task statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// None: cards that name no task statement.
    pub task: Option<TaskId>,
    /// Topics: what has a card on its purpose.
    pub topics: usize,
    /// Flashcards.
    pub cards: usize,
    /// Questions that a person wrote.
    pub questions: usize,
}

/// What there is, by task statement and by topic.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Coverage {
    /// In the blueprint's order; its empty task statements stand in it too.
    pub tasks: Vec<Row>,
    /// Deck and topic → questions that test one of its facts, in order of name.
    pub topics: BTreeMap<(String, String), usize>,
    /// Questions that name no fact they test.
    pub unlinked: usize,
}

/// Counts decks of one exam.
pub fn coverage(decks: &[&Deck], blueprint: Option<&Blueprint>) -> Coverage {
    let mut out = Coverage::default();
    let mut cards: BTreeMap<Option<TaskId>, usize> = BTreeMap::new();
    let mut topics: BTreeMap<Option<TaskId>, BTreeSet<(&str, &str)>> = BTreeMap::new();
    let mut questions: BTreeMap<Option<TaskId>, usize> = BTreeMap::new();
    for deck in decks {
        for card in &deck.cards {
            // Rows of tables carry tags too, but only a topic has a purpose.
            let note = card.note.as_ref().map(|n| n.as_str());
            let Some(topic) = card
                .tags
                .first()
                .filter(|t| note.and_then(|n| n.strip_suffix("/purpose")) == Some(t.as_str()))
            else {
                continue;
            };
            let place = (deck.id.as_str(), topic.as_str());
            topics.entry(card.task).or_default().insert(place);
            let named = (place.0.to_owned(), place.1.to_owned());
            out.topics.entry(named).or_default();
        }
        let flashcards = deck.cards.iter().filter(|c| c.kind() == Kind::Flashcard);
        for card in flashcards {
            *cards.entry(card.task).or_default() += 1;
        }
        for (_, card, _) in authored(deck) {
            *questions.entry(card.task).or_default() += 1;
        }
    }
    for deck in decks {
        for (_, _, choice) in authored(deck) {
            out.count_tests(deck, choice.tests.iter().map(|t| t.as_str()));
        }
    }
    let listed = blueprint.iter().flat_map(|b| &b.domains);
    let listed = listed.flat_map(|d| d.tasks.iter().map(|t| Some(t.id)));
    let mut tasks: BTreeSet<Option<TaskId>> = listed.collect();
    tasks.extend(cards.keys().chain(questions.keys()).copied());
    // Some(…) first, the nameless last.
    let (some, none): (Vec<_>, Vec<_>) = tasks.into_iter().partition(Option::is_some);
    out.tasks = some
        .into_iter()
        .chain(none)
        .map(|task| Row {
            task,
            topics: topics.get(&task).map_or(0, BTreeSet::len),
            cards: cards.get(&task).copied().unwrap_or(0),
            questions: questions.get(&task).copied().unwrap_or(0),
        })
        .collect();
    out
}

impl Coverage {
    /// Counts a question once for each topic it tests: its own deck's, else the
    /// one of that name.
    fn count_tests<'a>(&mut self, deck: &Deck, tests: impl Iterator<Item = &'a str>) {
        let mut found = BTreeSet::new();
        for name in tests {
            let (home, fact) = name.split_once('#').unwrap_or((deck.id.as_str(), name));
            let topic = fact.split('/').next().unwrap_or(fact);
            let own = (home.to_owned(), topic.to_owned());
            if self.topics.contains_key(&own) {
                found.insert(own);
            } else if let Some(place) = self.topics.keys().find(|(_, t)| t == topic) {
                found.insert(place.clone());
            }
        }
        self.unlinked += usize::from(found.is_empty());
        for place in found {
            *self.topics.entry(place).or_default() += 1;
        }
    }
}
