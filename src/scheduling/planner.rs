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

use super::ensemble::{Prospect, Trace};
use super::frame::Frame;
use super::person::KNOWN_RECALL;
use crate::domain::{Day, Kind};
use last_looks::{Look, keeps_best};
use std::collections::{HashMap, HashSet};

/// Below this recall a card is worth saving before new ones are begun.
const SAVE_BELOW: f32 = 0.8;

/// Unseen cards fit comfortably if they take at most this share of the time
/// left before the final stretch.
const COMFORT: f32 = 0.65;

/// Recall at which a core card counts as secure.
const SECURE: f32 = 0.8;

/// A missed question rests so many days, lest it be learned by heart; so do
/// the cards behind one that was answered right and surely at first sight.
const REST_DAYS: i32 = 3;

/// So much of the questions' time goes to missed ones that rested, while there
/// are any: what was missed comes back until it is known.
const MISSED_SHARE: f32 = 0.5;

/// Misses older than this no longer pull the cards behind them forward.
const BEHIND_DAYS: i32 = 7;

/// Below so many seconds a day there are no questions.
const QUESTIONS_FROM_S: f32 = 480.0;

/// Cards said to be known cold are checked first, in at most this share of a
/// day.
const CHECKS: f32 = 0.2;

/// The fewest questions worth starting a block for.
const BLOCK: f32 = 4.0;

/// What never changes of a card while a plan stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Share of the score; all of a scope add up to 1.
    pub weight: f32,
    /// Flashcard or question.
    pub kind: Kind,
    /// A question that gets its share of the minutes by rule.
    pub question: bool,
    /// Waits until the core of its topic is secure or missed.
    pub detail: bool,
    /// Siblings share it.
    pub note: Option<u32>,
    /// Near neighbours share it.
    pub concept: Option<u32>,
    /// Task statement, numbered from 0.
    pub topic: u16,
    /// Domain, 0 for none.
    pub domain: u8,
    /// Of a question: candidates whose knowledge it needs.
    pub tests: Vec<u32>,
}

/// What is known of a card now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Now<'a> {
    /// Its memory; none before the first answer.
    pub trace: Option<&'a Trace>,
    /// May be shown for study.
    pub available: bool,
    /// Study day of a miss that isn't made good.
    pub missed: Option<Day>,
    /// How likely a card never seen is known already, 0–1.
    pub known: f32,
    /// Whether its person says they know it cold.
    pub cold: Cold,
}

/// A card that its person says they know cold is checked once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cold {
    /// Nothing was said.
    #[default]
    No,
    /// A question that needs it would check it.
    Waiting,
    /// It is time to show it, once.
    Due,
    /// It was checked today.
    Checked,
}

/// All that a plan is told of a card.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Spot {
    pub(super) seen: Option<Seen>,
    pub(super) available: bool,
    pub(super) missed: Option<Day>,
    pub(super) known: f32,
    pub(super) cold: Cold,
}

/// A seen card's memory as the plan needs it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seen {
    pub(super) prospect: Prospect,
    pub(super) last: Day,
    /// Right and sure at first sight, on that day.
    pub(super) sure: Option<Day>,
}

/// The day's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    /// Seconds used on cards today.
    pub cards_s: f32,
    /// Seconds used on questions today.
    pub questions_s: f32,
    /// Seconds left; none: the day's plan.
    pub left_s: Option<f32>,
    /// The card answered last.
    pub just: Option<usize>,
    /// The evening before the exam: what is new comes last.
    pub calm: bool,
}

/// Why a card was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A question that needs it was missed.
    BehindMiss,
    /// It is being forgotten, and cheap to save.
    Save,
    /// It buys the most per second.
    Gain,
    /// Of the looks there is time for, it loses least by coming early.
    Keeps,
    /// It is the questions' turn.
    Question,
    /// It was said to be known cold; this is the one check.
    Check,
    /// Nothing better is left today.
    Rest,
}

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

    /// Whether it is time for questions: cards come first and last, and the
    /// questions between them in one block.
    fn questions_turn(&self, clock: Clock) -> bool {
        let used = clock.cards_s + clock.questions_s;
        let left = clock.left_s.unwrap_or(self.frame.day_s - used).max(0.0);
        let day = used + left;
        if day < QUESTIONS_FROM_S {
            return false;
        }
        let share = self.frame.questions;
        let room = share * day;
        let due = (room + self.frame.owed_s).clamp(0.0, 1.5 * room);
        let one = self.frame.costs[Kind::Choice as usize].first / self.frame.grain;
        let worth_a_block = due > (BLOCK - 1.0) * one || clock.questions_s > 0.0;
        worth_a_block
            && clock.questions_s + 0.5 * one < due
            && clock.cards_s >= 0.5 * (day - due).max(0.0)
    }

    fn question(&self, clock: Clock) -> Option<usize> {
        let just = clock.just.map(|j| self.candidates[j].domain);
        let time = self.frame.questions * self.frame.day_s;
        let missed_first = clock.questions_s < MISSED_SHARE * time;
        let mut best: Option<(f32, usize)> = None;
        for (i, c) in self.candidates.iter().enumerate() {
            let s = &self.slots[i];
            let new = clock.calm && s.last.is_none();
            if !c.question || !self.open(s) || self.rests(s) || new {
                continue;
            }
            let mut key = s.rate;
            let rested = |last: Day| self.frame.today - last >= REST_DAYS;
            if missed_first && s.missed.is_some() && s.last.is_some_and(rested) {
                // Before all others, which gain less than a whole mark a second.
                key += 1.0;
            }
            if s.last.is_none() && !c.tests.is_empty() {
                let known = c
                    .tests
                    .iter()
                    .any(|t| self.slots[*t as usize].last.is_some());
                key *= if known { 1.5 } else { 0.5 };
                let cold = |t: &u32| self.slots[*t as usize].cold;
                if c.tests.iter().any(|t| cold(t) == Cold::Waiting) {
                    key *= 2.0;
                }
            }
            if just == Some(c.domain) {
                key *= 0.5;
            }
            keep(&mut best, key, i);
        }
        best.map(|b| b.1)
    }

    fn behind_miss(&self, calm: bool) -> Option<usize> {
        let mut best = None;
        for q in &self.misses {
            let Some(missed) = self.slots[*q as usize].missed else {
                continue;
            };
            if self.frame.today - missed > BEHIND_DAYS {
                continue;
            }
            for t in &self.candidates[*q as usize].tests {
                let s = &self.slots[*t as usize];
                let since = s.last.is_none_or(|last| last <= missed);
                let new = calm && s.last.is_none();
                if since && !new && self.open(s) && !self.candidates[*t as usize].question {
                    keep(&mut best, s.rate, *t as usize);
                }
            }
        }
        best.map(|b| b.1)
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

    fn rests(&self, s: &Slot) -> bool {
        s.missed.is_some_and(|m| self.frame.today < m + REST_DAYS)
    }

    /// Concepts of questions whose miss isn't made good.
    fn missed_concepts(&self) -> HashSet<u32> {
        let concept = |q: &u32| self.candidates[*q as usize].concept;
        self.misses.iter().filter_map(concept).collect()
    }

    /// Whether each card is behind a question that was answered right and
    /// surely at first sight, not long ago; empty if none is.
    fn behind_sure(&self) -> Vec<bool> {
        let mut resting = Vec::new();
        for q in &self.sures {
            let sure = self.slots[*q as usize].sure;
            if sure.is_some_and(|day| self.frame.today < day + REST_DAYS) {
                resting.resize(self.slots.len(), false);
                for t in &self.candidates[*q as usize].tests {
                    resting[*t as usize] = true;
                }
            }
        }
        resting
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
