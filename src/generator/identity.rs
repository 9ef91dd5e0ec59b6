//! Identity: which fact is which after an edit.
//!
//! Ids come from a topic's slug and a fact's lead, never from the wording of
//! its text. Where a deck was generated before, its facts are recognised by
//! their content, so that a renamed heading or a moved section keeps its ids;
//! where the author fixed a new slug, the old id is handed over in `was`.

use super::ids::{self, Names};
use super::topic::{Ask, Topic};
use super::words;
use crate::domain::{CardId, Deck, Face, Origin};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Content shared by two wordings of one fact, at least.
const SAME_FACT: f64 = 0.5;
/// Content shared by two versions of one topic, at least.
const SAME_TOPIC: f64 = 0.5;
/// Comparisons made at most when looking for a lost topic.
const MAX_TRIES: usize = 4_000_000;

/// The ids of a topic and its facts.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Identified {
    pub(super) slug: String,
    pub(super) purpose: String,
    pub(super) facts: Vec<String>,
    /// New fact id → the id it had before.
    pub(super) before: Vec<(String, String)>,
}

/// A fact of the deck as it was.
#[derive(Debug, Clone)]
struct Old {
    note: String,
    content: BTreeSet<String>,
}

/// What the deck held before.
#[derive(Debug, Default)]
pub(super) struct Past {
    /// Topic slug → its facts.
    topics: BTreeMap<String, Vec<Old>>,
    /// Card id → the ids whose history it had taken over.
    pub(super) was: HashMap<String, Vec<CardId>>,
    /// All card ids.
    pub(super) cards: BTreeSet<String>,
}

impl Past {
    pub(super) fn of(deck: Option<&Deck>) -> Self {
        let mut past = Self::default();
        for card in deck.iter().flat_map(|d| &d.cards) {
            past.cards.insert(card.id.to_string());
            if !card.was.is_empty() {
                past.was.insert(card.id.to_string(), card.was.clone());
            }
            let authored = card.choice().is_some_and(|c| c.origin == Origin::Authored);
            let Some(note) = card.note.as_ref().filter(|_| !authored) else {
                continue;
            };
            let Some((topic, _)) = note.as_str().rsplit_once('/') else {
                continue;
            };
            let text = match &card.face {
                Face::Flashcard(f) if card.id == *note => format!("{} {}", f.back, f.front),
                Face::Flashcard(f) => f.front.to_string(),
                Face::Choice(c) => c.stem.to_string(),
            };
            let facts = past.topics.entry(topic.to_owned()).or_default();
            match facts.iter_mut().find(|f| f.note == note.as_str()) {
                Some(_) => {}
                None => facts.push(Old {
                    note: note.to_string(),
                    content: words::content(&text),
                }),
            }
        }
        past
    }
}

/// Gives every topic and fact its id.
pub(super) fn assign(topics: &[Topic], past: &Past) -> Vec<Identified> {
    let mut names = Names::default();
    // Slugs that authors fixed come first, so that no other topic takes them.
    for topic in topics {
        if let Some(slug) = &topic.slug {
            names.take(slug);
        }
    }
    let mut fixed: HashSet<&str> = HashSet::new();
    let mut out: Vec<Identified> = Vec::with_capacity(topics.len());
    for topic in topics {
        let slug = match &topic.slug {
            Some(slug) if fixed.insert(slug) => slug.clone(),
            Some(slug) => names.unique(slug),
            None => names.unique(&ids::slug(&topic.name.short)),
        };
        out.push(Identified {
            slug,
            ..Identified::default()
        });
    }
    let renamed = renamed(topics, &out, past);
    for (i, topic) in topics.iter().enumerate() {
        let mut old_slug = out[i].slug.clone();
        if let Some(old) = renamed.get(&i) {
            old_slug.clone_from(old);
            if topic.slug.is_none() && names.take(old) {
                out[i].slug.clone_from(old);
            }
        }
        let empty = Vec::new();
        let known = past.topics.get(&old_slug).unwrap_or(&empty);
        facts(topic, &mut out[i], known);
    }
    out
}

/// Topics that the past doesn't know by their slug, with the vanished topic
/// that each of them continues.
fn renamed(topics: &[Topic], ids: &[Identified], past: &Past) -> HashMap<usize, String> {
    let now: HashSet<&str> = ids.iter().map(|i| i.slug.as_str()).collect();
    let lost: Vec<(&String, BTreeSet<String>)> = past
        .topics
        .iter()
        .filter(|(slug, _)| !now.contains(slug.as_str()))
        .map(|(slug, facts)| {
            let all = facts
                .iter()
                .flat_map(|f| f.content.iter().cloned())
                .collect();
            (slug, all)
        })
        .collect();
    let mut tries = 0;
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (i, topic) in topics.iter().enumerate() {
        if lost.is_empty() || past.topics.contains_key(&ids[i].slug) || topic.is_empty() {
            continue;
        }
        let content = words::content(&topic.everything());
        for (j, (_, old)) in lost.iter().enumerate() {
            tries += 1;
            if tries > MAX_TRIES {
                break;
            }
            let likeness = words::likeness(&content, old);
            if likeness >= SAME_TOPIC {
                pairs.push((likeness, i, j));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut out = HashMap::new();
    let mut taken = HashSet::new();
    for (_, i, j) in pairs {
        if !out.contains_key(&i) && taken.insert(j) {
            out.insert(i, lost[j].0.clone());
        }
    }
    out
}

/// The ids of a topic's facts.
fn facts(topic: &Topic, ids: &mut Identified, known: &[Old]) {
    let slug = ids.slug.clone();
    let mut names = Names::default();
    names.take("purpose");
    ids.purpose = format!("{slug}/purpose");
    let keys: Vec<String> = topic.facts.iter().map(|f| names.unique(&f.key)).collect();
    let old_key = |o: &Old| o.note.rsplit('/').next().unwrap_or("").to_owned();
    let old_keys: HashSet<String> = known.iter().map(old_key).collect();
    let mut keys = keys;
    let current: HashSet<String> = keys.iter().cloned().collect();
    let mut lost: Vec<&Old> = known
        .iter()
        .filter(|o| {
            !current.contains(&old_key(o))
                && old_key(o) != "purpose"
                && !old_key(o).starts_with("versus-")
        })
        .collect();
    for (fact, key) in topic.facts.iter().zip(&mut keys) {
        if old_keys.contains(key.as_str()) || lost.is_empty() {
            continue;
        }
        let content = words::content(&fact.text);
        let best = lost
            .iter()
            .enumerate()
            .map(|(i, o)| (words::likeness(&content, &o.content), i))
            .filter(|(l, _)| *l >= SAME_FACT)
            .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, i)) = best {
            let old = lost.remove(i);
            let fixed_lead = topic.vouched() && matches!(fact.ask, Ask::Lead(_) | Ask::Cell(_));
            if fixed_lead {
                ids.before.push((format!("{slug}/{key}"), old.note.clone()));
            } else {
                *key = old_key(old);
            }
        }
    }
    ids.facts = keys.iter().map(|k| format!("{slug}/{k}")).collect();
    // The same facts under a slug that the author changed.
    for old in known {
        let new = format!("{slug}/{}", old_key(old));
        let here = new == ids.purpose || ids.facts.contains(&new);
        if new != old.note && here && !ids.before.iter().any(|(n, _)| *n == new) {
            ids.before.push((new, old.note.clone()));
        }
    }
}
