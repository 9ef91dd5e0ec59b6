//! Which card buys the most exam-day score per second, now.
//!
//! The numeric core: candidates with weights go in, one comes out. For each
//! card the plan knows what recall on the exam's morning would be with and
//! without a review today, by the ensemble, and what the review would cost in
//! seconds; unseen cards compete by the same measure. Rules on top, each
//! measured (see benches/README.md): while unseen cards fit comfortably, cards
//! whose recall fell below 0.8 go first, being cheap to save; in the last fifth
//! of the calendar it is gain per second alone; questions get their share of
//! the minutes, or flashcards would starve them; no card twice a day.
//!
//! Everything but a card's own state is fixed when the study day begins, so an
//! answer changes one candidate and the next card is one scan away.

use super::ensemble::{Prospect, Trace};
use super::frame::Frame;
use crate::domain::{Day, Kind};
use std::collections::HashMap;

/// Below this recall a card is worth saving before new ones are begun.
const SAVE_BELOW: f32 = 0.8;

/// Unseen cards fit comfortably if they take at most this share of the time
/// left before the final stretch.
const COMFORT: f32 = 0.5;

/// Recall at which a core card counts as secure.
const SECURE: f32 = 0.8;

/// A missed question rests so many days, lest it be learned by heart; so do
/// the cards behind one that was answered right and surely at first sight.
const REST_DAYS: i32 = 3;

/// Misses older than this no longer pull the cards behind them forward.
const BEHIND_DAYS: i32 = 7;

/// Below so many seconds a day there are no questions.
const QUESTIONS_FROM_S: f32 = 480.0;

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
    /// It is the questions' turn.
    Question,
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
}

impl Plan {
    /// A plan; every candidate still has to be told its state by
    /// [`Plan::update`].
    pub fn new(frame: Frame, candidates: Vec<Candidate>) -> Self {
        let topics = candidates.iter().map(|c| usize::from(c.topic) + 1).max();
        let unseen = |grades| {
            let w = &frame.weights;
            w.unseen(grades, frame.unseen, frame.today, frame.horizon)
        };
        // A question at first sight is as good as a failed or a good look.
        let unseen = [unseen(frame.first_grades), unseen([0.5, 0.0, 0.5, 0.0])];
        let mut plan = Self {
            slots: vec![Slot::default(); candidates.len()],
            topics: vec![(0, 0); topics.unwrap_or(0)],
            notes_today: HashMap::new(),
            misses: Vec::new(),
            sures: Vec::new(),
            unseen,
            candidates,
            frame,
        };
        for i in 0..plan.candidates.len() {
            let c = &plan.candidates[i];
            if !c.detail && !c.question {
                plan.topics[usize::from(c.topic)].0 += 1;
            }
        }
        plan
    }

    /// The frame the day is planned in.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// Tells the plan a card's state.
    pub fn update(&mut self, i: usize, now: Now<'_>) {
        let (frame, c) = (&self.frame, &self.candidates[i]);
        let cost = frame.costs[c.kind as usize];
        let (prospect, seconds) = match now.trace {
            Some(trace) => {
                let p = trace.prospect(&frame.weights, frame.today, frame.horizon);
                (p, cost.review(p.now))
            }
            None => (self.unseen[c.kind as usize], cost.first),
        };
        let last = now.trace.map(|t| t.last);
        let today = last.is_some_and(|l| l >= frame.today);
        let sure = now.trace.filter(|t| t.sure && t.reviews == 1);
        let slot = Slot {
            prospect,
            seconds,
            rate: c.weight * (prospect.reviewed - prospect.left) / seconds,
            last,
            available: now.available,
            missed: now.missed.filter(|_| now.available),
            sure: sure.map(|t| t.last),
            insecure: !c.detail
                && !c.question
                && now.available
                && !today
                && (last.is_none() || prospect.now < SECURE),
        };
        let old = std::mem::replace(&mut self.slots[i], slot);
        let was_today = old.last.is_some_and(|l| l >= self.frame.today);
        if let Some(note) = c.note.filter(|_| today != was_today) {
            let n = self.notes_today.entry(note).or_default();
            *n = if today { *n + 1 } else { n.saturating_sub(1) };
        }
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
        if let Some(i) = self.behind_miss() {
            return Some((i, Reason::BehindMiss));
        }
        self.card(clock)
    }

    /// What a review of that card today would do, and its expected seconds.
    pub fn outlook(&self, i: usize) -> (Prospect, f32) {
        (self.slots[i].prospect, self.slots[i].seconds)
    }

    /// What a review of that card today would add to the score (0–1), and its
    /// expected seconds; none if it isn't for study today.
    pub fn gain(&self, i: usize) -> Option<(f32, f32)> {
        let s = &self.slots[i];
        self.open(s).then_some((s.rate * s.seconds, s.seconds))
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
        let one = self.frame.costs[Kind::Choice as usize].first;
        let worth_a_block = due > (BLOCK - 1.0) * one || clock.questions_s > 0.0;
        worth_a_block
            && clock.questions_s + 0.5 * one < due
            && clock.cards_s >= 0.5 * (day - due).max(0.0)
    }

    fn question(&self, clock: Clock) -> Option<usize> {
        let just = clock.just.map(|j| self.candidates[j].domain);
        let mut best: Option<(f32, usize)> = None;
        for (i, c) in self.candidates.iter().enumerate() {
            let s = &self.slots[i];
            if !c.question || !self.open(s) || self.rests(s) {
                continue;
            }
            let mut key = s.rate;
            if s.last.is_none() && !c.tests.is_empty() {
                let known = c
                    .tests
                    .iter()
                    .any(|t| self.slots[*t as usize].last.is_some());
                key *= if known { 1.5 } else { 0.5 };
            }
            if just == Some(c.domain) {
                key *= 0.5;
            }
            keep(&mut best, key, i);
        }
        best.map(|b| b.1)
    }

    fn behind_miss(&self) -> Option<usize> {
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
                if since && self.open(s) && !self.candidates[*t as usize].question {
                    keep(&mut best, s.rate, *t as usize);
                }
            }
        }
        best.map(|b| b.1)
    }

    fn card(&self, clock: Clock) -> Option<(usize, Reason)> {
        let frame = &self.frame;
        let resting = self.behind_sure();
        let dormant = |c: &Candidate| {
            c.detail && {
                let (core, open) = self.topics[usize::from(c.topic)];
                10 * open > core && !self.topic_missed(c)
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
        let just = clock.just.and_then(|j| self.candidates[j].concept);
        let mut best: Option<((u8, f32), usize)> = None;
        for (i, (s, c)) in self.slots.iter().zip(&self.candidates).enumerate() {
            if !self.open(s) {
                continue;
            }
            let sibling = c
                .note
                .is_some_and(|n| self.notes_today.get(&n).is_some_and(|n| *n > 0));
            let class = if c.question
                || sibling
                || self.rests(s)
                || resting.contains(&(i as u32))
                || dormant(c)
            {
                0
            } else if save && s.last.is_some() && s.prospect.now < SAVE_BELOW {
                2
            } else {
                1
            };
            let near = c.concept.is_some() && c.concept == just;
            let key = (class, if near { 0.5 * s.rate } else { s.rate });
            keep(&mut best, key, i);
        }
        let ((class, _), i) = best?;
        let reason = match class {
            2 => Reason::Save,
            1 => Reason::Gain,
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

    fn topic_missed(&self, c: &Candidate) -> bool {
        c.concept.is_some()
            && self
                .misses
                .iter()
                .any(|q| self.candidates[*q as usize].concept == c.concept)
    }

    fn behind_sure(&self) -> Vec<u32> {
        let rests = |q: &&u32| {
            let sure = self.slots[**q as usize].sure;
            sure.is_some_and(|day| self.frame.today < day + REST_DAYS)
        };
        let tests = |q: &u32| self.candidates[*q as usize].tests.iter().copied();
        self.sures.iter().filter(rests).flat_map(tests).collect()
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
