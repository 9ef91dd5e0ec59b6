//! The questions' share of a day: when it is their turn, which one comes, and
//! what an answer does to the cards behind it.

use super::{Clock, Cold, Plan, Slot, keep};
use crate::domain::{Day, Kind};
use std::collections::HashSet;

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

/// The fewest questions worth starting a block for.
const BLOCK: f32 = 4.0;

impl Plan {
    /// Whether it is time for questions: cards come first and last, and the
    /// questions between them in one block.
    pub(super) fn questions_turn(&self, clock: Clock) -> bool {
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

    pub(super) fn question(&self, clock: Clock) -> Option<usize> {
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

    pub(super) fn behind_miss(&self, calm: bool) -> Option<usize> {
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

    pub(super) fn rests(&self, s: &Slot) -> bool {
        s.missed.is_some_and(|m| self.frame.today < m + REST_DAYS)
    }

    /// Concepts of questions whose miss isn't made good.
    pub(super) fn missed_concepts(&self) -> HashSet<u32> {
        let concept = |q: &u32| self.candidates[*q as usize].concept;
        self.misses.iter().filter_map(concept).collect()
    }

    /// Whether each card is behind a question that was answered right and
    /// surely at first sight, not long ago; empty if none is.
    pub(super) fn behind_sure(&self) -> Vec<bool> {
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
