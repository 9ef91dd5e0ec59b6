//! What others do, as plainly as it can be written: the planner has to beat it.

use super::Policy;
use super::learner::Answer;
use crate::domain::Grade;
use fsrs::{FSRS, MemoryState, current_retrievability};
use std::collections::VecDeque;

/// Anki with FSRS: due cards first, then new ones up to a limit a day; a card
/// has to pass some same-day steps before it leaves the day.
pub(super) struct AnkiLike {
    fsrs: FSRS,
    cards: Vec<Option<(MemoryState, u32, u32)>>,
    /// New cards a day.
    limit: usize,
    /// Same-day passes a new card needs.
    steps: u8,
    due: VecDeque<usize>,
    learning: VecDeque<(usize, u8)>,
    new: usize,
    new_today: usize,
}

impl AnkiLike {
    pub(super) fn new(cards: usize, limit: usize, steps: u8) -> Self {
        Self {
            fsrs: FSRS::default(),
            cards: vec![None; cards],
            limit,
            steps,
            due: VecDeque::new(),
            learning: VecDeque::new(),
            new: 0,
            new_today: 0,
        }
    }
}

impl Policy for AnkiLike {
    fn begin(&mut self, day: u32) {
        self.learning.clear();
        self.new_today = 0;
        let due = |c: &Option<(_, u32, u32)>| c.is_some_and(|(_, _, due)| due <= day);
        let mut all: Vec<usize> = (0..self.cards.len())
            .filter(|i| due(&self.cards[*i]))
            .collect();
        all.sort_by_key(|i| self.cards[*i].map(|c| c.2));
        self.due = all.into();
    }

    fn next(&mut self, _day: u32, _left: f64) -> Option<usize> {
        // A step comes back once a few others were shown.
        if self.learning.len() > 6 {
            return self.learning.front().map(|l| l.0);
        }
        if let Some(card) = self.due.front() {
            return Some(*card);
        }
        if self.new < self.cards.len() && self.new_today < self.limit {
            return Some(self.new);
        }
        self.learning.front().map(|l| l.0)
    }

    fn record(&mut self, card: usize, answer: Answer, day: u32) {
        let grade = answer.grade;
        let since = self.cards[card].map_or(0, |(_, last, _)| day - last);
        let state = self.cards[card].map(|c| c.0);
        let next = self
            .fsrs
            .next_states(state, 0.9, since)
            .expect("sound states");
        let next = [next.again, next.hard, next.good, next.easy][grade as usize].clone();
        let interval = next.interval.round().max(1.0) as u32;
        let first = self.cards[card].is_none();
        self.cards[card] = Some((next.memory, day, day + interval));
        let step = if let Some(at) = self.learning.iter().position(|l| l.0 == card) {
            self.learning.remove(at).map(|l| l.1)
        } else {
            if first {
                self.new += 1;
                self.new_today += 1;
            } else {
                self.due.retain(|c| *c != card);
            }
            // A new card starts with all steps; a lapse has one.
            (first || grade == Grade::Again).then_some(if first { self.steps } else { 1 })
        };
        let Some(step) = step else { return };
        let left = match grade {
            Grade::Again => {
                if first || step > 1 {
                    self.steps
                } else {
                    1
                }
            }
            Grade::Hard => step,
            Grade::Good => step - 1,
            Grade::Easy => 0,
        };
        if left > 0 && !(grade == Grade::Hard && self.steps == 1) {
            self.learning.push_back((card, left));
        }
    }
}

/// Five boxes, seen every 1, 2, 4, 8 and 16 days; a failure goes to the first.
pub(super) struct Leitner {
    cards: Vec<Option<(u32, usize)>>,
}

impl Leitner {
    pub(super) fn new(cards: usize) -> Self {
        Self {
            cards: vec![None; cards],
        }
    }
}

impl Policy for Leitner {
    fn next(&mut self, day: u32, _left: f64) -> Option<usize> {
        let due = |i: &usize| self.cards[*i].is_some_and(|(last, b)| last + (1 << b) <= day);
        (0..self.cards.len())
            .find(due)
            .or_else(|| self.cards.iter().position(Option::is_none))
    }

    fn record(&mut self, card: usize, answer: Answer, day: u32) {
        let old = self.cards[card].map_or(0, |c| c.1);
        let new = if answer.grade.passed() {
            (old + 1).min(4)
        } else {
            0
        };
        self.cards[card] = Some((day, new));
    }
}

/// All cards in turn, again and again.
pub(super) struct RoundRobin {
    last: Vec<Option<u32>>,
    at: usize,
}

impl RoundRobin {
    pub(super) fn new(cards: usize) -> Self {
        Self {
            last: vec![None; cards],
            at: 0,
        }
    }
}

impl Policy for RoundRobin {
    fn next(&mut self, day: u32, _left: f64) -> Option<usize> {
        (self.last[self.at] != Some(day)).then_some(self.at)
    }

    fn record(&mut self, card: usize, _answer: Answer, day: u32) {
        self.last[card] = Some(day);
        self.at = (card + 1) % self.last.len();
    }
}

/// Published FSRS: whatever fell below recall 0.8 first, then new cards, then
/// what is remembered worst.
pub(super) struct Threshold {
    fsrs: FSRS,
    cards: Vec<Option<(MemoryState, u32)>>,
}

impl Threshold {
    pub(super) fn new(cards: usize) -> Self {
        Self {
            fsrs: FSRS::default(),
            cards: vec![None; cards],
        }
    }
}

impl Policy for Threshold {
    fn next(&mut self, day: u32, _left: f64) -> Option<usize> {
        let recall =
            |c: &(MemoryState, u32)| current_retrievability(c.0, (day - c.1) as f32, 0.1542);
        let open = self
            .cards
            .iter()
            .enumerate()
            .filter_map(|(i, c)| Some((i, c.as_ref()?)));
        let worst = open
            .filter(|(_, c)| c.1 < day)
            .map(|(i, c)| (i, recall(c)))
            .min_by(|a, b| a.1.total_cmp(&b.1));
        let new = self.cards.iter().position(Option::is_none);
        match (worst, new) {
            (Some((i, r)), Some(_)) if r < 0.8 => Some(i),
            (_, Some(new)) => Some(new),
            (worst, None) => worst.map(|w| w.0),
        }
    }

    fn record(&mut self, card: usize, answer: Answer, day: u32) {
        let since = self.cards[card].map_or(0, |c| day - c.1);
        let state = self.cards[card].map(|c| c.0);
        let next = self
            .fsrs
            .next_states(state, 0.9, since)
            .expect("sound states");
        let next = [next.again, next.hard, next.good, next.easy][answer.grade as usize].clone();
        self.cards[card] = Some((next.memory, day));
    }
}
