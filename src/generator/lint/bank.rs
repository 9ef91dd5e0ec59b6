//! Flaws that only show against the rest of the bank: twins, one question that
//! answers another, options that are never right, retired keys, abbreviations.

use super::abbreviations;
use super::item::{Item, plain};
use super::{Flaw, authored, twins};
use crate::domain::{Card, Choice, Deck};
use std::collections::{BTreeMap, BTreeSet};

/// Times that an option may be wrong before it must be right once.
const ALWAYS_WRONG: usize = 4;
/// Words of a key that another stem must hold to give it away.
const TELLING: usize = 6;

/// A question with its deck's and its own place.
struct Entry<'a> {
    deck: usize,
    place: usize,
    card: &'a Card,
    choice: &'a Choice,
    item: Item<'a>,
}

/// Looks over all questions of decks that belong together: (deck, card, flaw).
pub fn in_bank(decks: &[&Deck]) -> Vec<(usize, usize, Flaw)> {
    let mut bank = Vec::new();
    for (deck, d) in decks.iter().enumerate() {
        bank.extend(authored(d).map(|(place, card, choice)| Entry {
            deck,
            place,
            card,
            choice,
            item: Item::of(choice),
        }));
    }
    let mut out = Vec::new();
    same(&bank, &mut out);
    answered_elsewhere(&bank, &mut out);
    never_right(&bank, &mut out);
    retired(decks, &bank, &mut out);
    let texts = decks.iter().flat_map(|d| &d.cards);
    let known = abbreviations::spelt_out(texts);
    let mut told = BTreeSet::new();
    for e in &bank {
        for short in abbreviations::unknown(e.choice, &known) {
            if told.insert(short.clone()) {
                let what = format!(
                    "\"{short}\" is never spelt out in these decks: who doesn't know it can't answer"
                );
                let help = "write the full name with it once, here or on a card";
                out.push((e.deck, e.place, Flaw::new("abbreviation", what, help)));
            }
        }
    }
    out.sort_by_key(|(deck, place, _)| (*deck, *place));
    out
}

type Found = Vec<(usize, usize, Flaw)>;

fn same(bank: &[Entry<'_>], out: &mut Found) {
    for twin in twins(bank.iter().map(|e| e.choice)) {
        let (first, second) = (&bank[twin.first], &bank[twin.second]);
        let what = format!(
            "the stem is nearly that of \"{}\" ({:.0} % of its runs of words)",
            first.card.id,
            100.0 * twin.alike
        );
        let help = "ask for something else, or drop one of them";
        out.push((
            second.deck,
            second.place,
            Flaw::new("near-duplicate", what, help),
        ));
    }
}

fn answered_elsewhere(bank: &[Entry<'_>], out: &mut Found) {
    let stems: Vec<String> = bank
        .iter()
        .map(|e| format!(" {} ", plain(e.choice.stem.as_str()).to_lowercase()))
        .collect();
    for (n, e) in bank.iter().enumerate() {
        let Some(key) = e.item.key().filter(|k| k.words.len() >= TELLING) else {
            continue;
        };
        let text = key.text.trim_end_matches('.').to_lowercase();
        let other = (stems.iter().enumerate()).find(|(m, s)| *m != n && s.contains(&text));
        if let Some((m, _)) = other {
            let what = format!("its key stands in the stem of \"{}\"", bank[m].card.id);
            let help = "reword one of them";
            out.push((e.deck, e.place, Flaw::new("answered-elsewhere", what, help)));
        }
    }
}

fn never_right(bank: &[Entry<'_>], out: &mut Found) {
    let mut wrong: BTreeMap<String, (usize, usize, usize)> = BTreeMap::new();
    let mut right = BTreeSet::new();
    for e in bank {
        for o in &e.item.options {
            let text = o.words.join(" ");
            if o.key {
                right.insert(text);
            } else if !o.words.is_empty() {
                wrong.entry(text).or_insert((e.deck, e.place, 0)).2 += 1;
            }
        }
    }
    for (text, (deck, place, times)) in wrong {
        let named = right
            .iter()
            .any(|r| format!(" {r} ").contains(&format!(" {text} ")));
        if times >= ALWAYS_WRONG && !named {
            let what = format!(
                "\"{text}\" is offered {times} times and never right: it can be ruled out at sight"
            );
            let help = "make it the key of a question, or use another distractor";
            out.push((deck, place, Flaw::new("never-right", what, help)));
        }
    }
}

/// How a status begins that means: not for new work. Further on such words
/// speak of a feature or of an older version.
const GONE: [&str; 8] = [
    "retired",
    "discontinued",
    "ended",
    "end of",
    "closed to new",
    "shut down",
    "deprecated",
    "sunset",
];

fn retired(decks: &[&Deck], bank: &[Entry<'_>], out: &mut Found) {
    let mut gone: BTreeSet<String> = BTreeSet::new();
    for card in decks.iter().flat_map(|d| &d.cards) {
        let status = card.status.as_ref().map(|s| s.as_str().to_lowercase());
        let topic = card.tags.first().filter(|_| card.note.is_some());
        if let (Some(status), Some(topic)) = (status, topic)
            && GONE.iter().any(|g| status.starts_with(g))
            && card
                .note
                .as_ref()
                .is_some_and(|n| n.as_str().ends_with("/purpose"))
        {
            gone.insert(topic.as_str().replace('-', " ").to_lowercase());
        }
    }
    for e in bank.iter().filter(|e| e.card.status.is_none()) {
        for key in e.item.keys() {
            let text = format!(" {} ", key.words.join(" "));
            if let Some(name) = gone.iter().find(|g| text.contains(&format!(" {g} "))) {
                let what =
                    format!("the key is \"{name}\", and its card's status says that it is gone");
                let help = "ask for its successor, or give the question a status of its own";
                out.push((e.deck, e.place, Flaw::new("retired-key", what, help)));
                break;
            }
        }
    }
}
