//! Which card buys the most exam-day score per second, now.
//!
//! The numeric core: candidates with weights go in, one comes out. For each
//! card the plan knows what recall on the exam's morning would be with and
//! without a review today, by the ensemble, and what the review would cost in
//! seconds; unseen cards compete by the same measure. Rules on top, each
//! measured (see benches/README.md): while unseen cards fit comfortably, cards
//! whose recall fell below 0.8 go first, being cheap to save; once there is no
//! time for a look at each, those that lose least by coming early come first
//! (`last_looks`); questions get their share of the minutes, or flashcards
//! would starve them; no card twice a day.
//!
//! Everything but a card's own state is fixed when the study day begins, so an
//! answer changes one candidate and the next card is one scan away.

mod last_looks;
mod questions;
mod terms;

pub use terms::{Candidate, Clock, Cold, Now, Reason};
pub(super) use terms::{Seen, Spot};

use super::ensemble::Prospect;
use super::frame::Frame;
use super::person::KNOWN_RECALL;
use crate::domain::{Day, Kind};
use last_looks::{Look, keeps_best};
use std::collections::HashMap;

/// Below this recall a card is worth saving before new ones are begun.
const SAVE_BELOW: f32 = 0.8;

/// Unseen cards fit comfortably if they take at most this share of the time
/// left before the final stretch.
const COMFORT: f32 = 0.65;

/// Recall at which a core card counts as secure.
const SECURE: f32 = 0.8;

/// Cards said to be known cold are checked first, in at most this share of a
/// day.
const CHECKS: f32 = 0.2;

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    prospect: Prospect,
    seconds: f32,
    /// Weighted gain per second.
    rate: f32,
    last: Option<Day>,
    available: bool,
    missed: Option<Day>,
    /// Right and sure at first sight, on that day.
    sure: Option<Day>,
    /// Core and not secure.
    insecure: bool,
    cold: Cold,
}

/// A day's plan.
#[derive(Debug, Clone)]
pub struct Plan {
    frame: Frame,
    candidates: Vec<Candidate>,
    slots: Vec<Slot>,
    unseen: [Prospect; 2],
    /// By topic: core cards, and those not secure.
    topics: Vec<(u32, u32)>,
    notes_today: HashMap<u32, u32>,
    misses: Vec<u32>,
    sures: Vec<u32>,
    /// Cards said to be known cold that were checked today.
    checked: u32,
}

impl Plan {
    /// A plan; every candidate still has to be told its state by
    /// [`Plan::update`].
    pub fn new(frame: Frame, candidates: Vec<Candidate>) -> Self {
        let topics = candidates.iter().map(|c| usize::from(c.topic) + 1).max();
        let mut plan = Self {
            slots: vec![Slot::default(); candidates.len()],
            topics: vec![(0, 0); topics.unwrap_or(0)],
            notes_today: HashMap::new(),
            misses: Vec::new(),
            sures: Vec::new(),
            checked: 0,
            unseen: unseen(&frame),
            candidates,
            frame,
        };
        plan.count_core();
        plan
    }

    /// Another day with the same cards; every candidate has to be told its
    /// state again.
    pub(super) fn dawn(&mut self, frame: Frame) {
        self.slots.fill(Slot::default());
        self.topics.fill((0, 0));
        self.notes_today.clear();
        self.misses.clear();
        self.sures.clear();
        self.checked = 0;
        self.unseen = unseen(&frame);
        self.frame = frame;
        self.count_core();
    }

    fn count_core(&mut self) {
        for c in self.candidates.iter().filter(|c| !c.detail && !c.question) {
            self.topics[usize::from(c.topic)].0 += 1;
        }
    }

    /// The frame the day is planned in.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Tells the plan a card's state.
    pub fn update(&mut self, i: usize, now: Now<'_>) {
        let frame = &self.frame;
        let seen = now.trace.map(|trace| Seen {
            prospect: trace.prospect(&frame.weights, frame.today, frame.horizon),
            last: trace.last,
            sure: (trace.sure && trace.reviews == 1).then_some(trace.last),
        });
        self.place(
            i,
            Spot {
                seen,
                available: now.available,
                missed: now.missed,
                known: now.known,
                cold: now.cold,
            },
        );
    }

    /// The same for who worked out a seen card's prospect by themselves.
    pub(super) fn place(&mut self, i: usize, spot: Spot) {
        let Spot {
            seen,
            available,
            missed,
            known,
            cold,
        } = spot;
        let (frame, c) = (&self.frame, &self.candidates[i]);
        let cost = frame.costs[c.kind as usize];
        let (prospect, seconds) = match seen {
            Some(seen) => (seen.prospect, cost.review(seen.prospect.now)),
            None if cold == Cold::Due => (Prospect::default(), cost.pass),
            None => (
                partly_known(self.unseen[c.kind as usize], known),
                cost.first,
            ),
        };
        let last = seen.map(|s| s.last);
        let today = last.is_some_and(|l| l >= frame.today);
        let slot = Slot {
            prospect,
            seconds,
            rate: c.weight * (prospect.reviewed - prospect.left) / seconds,
            last,
            available,
            missed: missed.filter(|_| available),
            sure: seen.and_then(|s| s.sure),
            insecure: !c.detail
                && !c.question
                && available
                && !today
                && cold == Cold::No
                && (last.is_none() || prospect.now < SECURE),
            cold,
        };
        let old = std::mem::replace(&mut self.slots[i], slot);
        let was_today = old.last.is_some_and(|l| l >= self.frame.today);
        if let Some(note) = c.note.filter(|_| today != was_today) {
            let n = self.notes_today.entry(note).or_default();
            *n = if today { *n + 1 } else { n.saturating_sub(1) };
        }
        self.checked += u32::from(slot.cold == Cold::Checked);
        self.checked -= u32::from(old.cold == Cold::Checked);
        let open = &mut self.topics[usize::from(c.topic)].1;
        match (old.insecure, slot.insecure) {
            (false, true) => *open += 1,
            (true, false) => *open -= 1,
            _ => {}
        }
        if c.question {
            relist(&mut self.misses, i, slot.missed.is_some());
            relist(&mut self.sures, i, slot.sure.is_some());
        }
    }

    /// The card to study now; none if every card was seen today.
    pub fn next(&self, clock: Clock) -> Option<(usize, Reason)> {
        if self.questions_turn(clock)
            && let Some(i) = self.question(clock)
        {
            return Some((i, Reason::Question));
        }
        if let Some(i) = self.behind_miss(clock.calm) {
            return Some((i, Reason::BehindMiss));
        }
        self.card(clock)
    }

    /// The cards the plan chooses from.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }

    /// What a review of that card today would do, and its expected seconds.
    pub fn outlook(&self, i: usize) -> (Prospect, f32) {
        (self.slots[i].prospect, self.slots[i].seconds)
    }

    fn card(&self, clock: Clock) -> Option<(usize, Reason)> {
        let frame = &self.frame;
        let resting = self.behind_sure();
        let missed = self.missed_concepts();
        let dormant = |c: &Candidate| {
            c.detail && {
                let (core, open) = self.topics[usize::from(c.topic)];
                10 * open > core && c.concept.is_none_or(|c| !missed.contains(&c))
            }
        };
        let used = clock.cards_s + clock.questions_s;
        let left = clock.left_s.unwrap_or((frame.day_s - used).max(0.0));
        let mut unseen_s = 0.0;
        for (s, c) in self.slots.iter().zip(&self.candidates) {
            if s.last.is_none() && s.available && !c.question && !dormant(c) {
                unseen_s += s.seconds;
            }
        }
        let room = (frame.room_s + left) * (1.0 - frame.questions);
        let save = frame.today < frame.stretch && unseen_s <= COMFORT * room;
        let check_s = self.frame.costs[Kind::Flashcard as usize].pass;
        let checks = self.checked as f32 * check_s < CHECKS * frame.day_s;
        let just = clock.just.and_then(|j| self.candidates[j].concept);
        let mut best: Option<((u8, f32), usize)> = None;
        let mut looks = Vec::new();
        for (i, (s, c)) in self.slots.iter().zip(&self.candidates).enumerate() {
            if !self.open(s) {
                continue;
            }
            let sibling = c
                .note
                .is_some_and(|n| self.notes_today.get(&n).is_some_and(|n| *n > 0));
            let class = if clock.calm && s.last.is_none() {
                0
            } else if s.cold == Cold::Due && checks {
                4
            } else if s.cold == Cold::Due
                || c.question
                || sibling
                || self.rests(s)
                || resting.get(i).copied().unwrap_or(false)
                || dormant(c)
            {
                1
            } else if save && s.last.is_some() && s.prospect.now < SAVE_BELOW {
                3
            } else {
                2
            };
            let near = c.concept.is_some() && c.concept == just;
            if frame.dated && matches!(class, 2 | 3) {
                let p = &s.prospect;
                let later = p.later + frame.lost * (p.left - p.later);
                looks.push(Look {
                    i,
                    rate: s.rate,
                    early: c.weight * (p.reviewed - later) / s.seconds,
                    seconds: s.seconds,
                    near,
                });
            }
            let key = (class, if near { 0.5 * s.rate } else { s.rate });
            keep(&mut best, key, i);
        }
        let ((class, _), i) = best?;
        let all = (frame.all_s + left) * (1.0 - frame.questions);
        if matches!(class, 2 | 3)
            && let Some(keeps) = keeps_best(looks, all)
        {
            // On the last day nothing comes early.
            let last = frame.horizon.since(frame.today) <= 1;
            return Some((keeps, if last { Reason::Gain } else { Reason::Keeps }));
        }
        let reason = match class {
            4 => Reason::Check,
            3 => Reason::Save,
            2 => Reason::Gain,
            _ => Reason::Rest,
        };
        Some((i, reason))
    }

    fn open(&self, s: &Slot) -> bool {
        s.available && s.last.is_none_or(|last| last < self.frame.today)
    }
}

/// What first looks do, at a flashcard and at a question. A question at first
/// sight is as good as a failed or a good look.
fn unseen(frame: &Frame) -> [Prospect; 2] {
    [frame.first_grades, [0.5, 0.0, 0.5, 0.0]].map(|grades| {
        let w = &frame.weights;
        w.unseen(grades, frame.unseen, frame.today, frame.horizon)
    })
}

/// A first look at what may be known already adds less.
fn partly_known(unseen: Prospect, known: f32) -> Prospect {
    let mix = |p: f32, knows: f32| known * knows + (1.0 - known) * p;
    Prospect {
        now: mix(unseen.now, KNOWN_RECALL),
        left: mix(unseen.left, KNOWN_RECALL),
        reviewed: mix(unseen.reviewed, KNOWN_RECALL.max(unseen.reviewed)),
        later: mix(unseen.later, KNOWN_RECALL.max(unseen.later)),
    }
}

fn keep<K: PartialOrd>(best: &mut Option<(K, usize)>, key: K, i: usize) {
    if best.as_ref().is_none_or(|(k, _)| key > *k) {
        *best = Some((key, i));
    }
}

fn relist(list: &mut Vec<u32>, i: usize, on: bool) {
    let i = i as u32;
    match (list.binary_search(&i), on) {
        (Err(at), true) => list.insert(at, i),
        (Ok(at), false) => {
            list.remove(at);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
