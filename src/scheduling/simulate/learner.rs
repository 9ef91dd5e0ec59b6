//! People made of numbers: how simulated learners remember and answer.
//!
//! Four laws of memory, so that a planner isn't praised for sharing the
//! learner's: FSRS-6 as published or with the spread of real people's fits,
//! power-law activation (Pavlik & Anderson 2005), DASH (Lindsey et al. 2014)
//! and a half-life that grows with every success. Truth steps through the
//! `fsrs` crate, not through the planner's own formulas.

use super::dice::Dice;
use crate::domain::Grade;
use fsrs::{FSRS, MemoryState, current_retrievability};

/// Recall of a card never seen, on the exam.
pub(crate) const UNSEEN: f64 = 0.15;

/// Likelihoods of Hard, Good and Easy among passes (Anki users' average).
pub(super) const PASSES: [f64; 3] = [0.224, 0.631, 0.145];

/// Likelihoods of the four grades at first sight (Anki users' average).
pub(super) const FIRST: [f64; 4] = [0.24, 0.094, 0.495, 0.171];

/// Seconds by grade at first sight, on review, and on a same-day repeat
/// (Anki users' average).
pub(super) const SECONDS: [[f64; 4]; 3] = [
    [19.58, 18.79, 13.78, 10.71],
    [19.38, 17.59, 12.38, 8.94],
    [16.44, 15.25, 12.32, 8.03],
];

/// A law of memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum World {
    /// FSRS-6 exactly as published.
    Matched,
    /// FSRS-6 with the spread of real people's parameters.
    People,
    /// Power-law activation.
    Activation,
    /// Logistic on counts of practice within 1, 7, 30 and all days.
    Dash,
    /// Exponential forgetting with a growing half-life.
    Exponential,
}

impl World {
    /// All of them.
    pub const ALL: [World; 5] = [
        World::Matched,
        World::People,
        World::Activation,
        World::Dash,
        World::Exponential,
    ];

    /// For tables.
    pub fn name(self) -> &'static str {
        match self {
            World::Matched => "matched",
            World::People => "people",
            World::Activation => "activation",
            World::Dash => "dash",
            World::Exponential => "exponential",
        }
    }
}

/// One person.
pub(crate) struct Learner {
    law: Law,
    cards: Vec<Option<Memory>>,
    /// Of each card, on the law's own scale, standard normal.
    hardness: Vec<f64>,
    pace: f64,
    dice: Dice,
    tries: Vec<u32>,
}

enum Law {
    Fsrs { fsrs: Box<FSRS>, decay: f32 },
    Activation { decay: f64, threshold: f64 },
    Dash { base: f64, scale: f64 },
    Exponential { half_life: f64, growth: f64 },
}

enum Memory {
    Fsrs { state: MemoryState, last: u32 },
    Activation { looks: Vec<(f64, f64)> },
    Dash { looks: Vec<(u32, bool)> },
    Exponential { half_life: f64, last: u32 },
}

/// One answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Answer {
    /// The key pressed.
    pub grade: Grade,
    /// How long it took.
    pub seconds: f64,
}

impl Learner {
    /// A person of that world; the same seed, the same person and luck.
    pub(crate) fn new(world: World, cards: usize, seed: u64) -> Self {
        let dice = Dice::new(seed);
        let n = |i: u64| dice.normal(1, i, 0);
        let law = match world {
            World::Matched => fsrs_of(super::super::fsrs6::DEFAULTS),
            World::People => fsrs_of(person(&n)),
            World::Activation => Law::Activation {
                decay: 0.145 * (0.22 * n(0)).exp(),
                threshold: -0.9 + 0.15 * n(1),
            },
            World::Dash => Law::Dash {
                base: -1.3 + 0.6 * n(0),
                scale: (0.2 * n(1)).exp(),
            },
            World::Exponential => Law::Exponential {
                half_life: 1.6 * (0.6 * n(0)).exp(),
                growth: 3.0 * (0.3 * n(1)).exp(),
            },
        };
        let pace = match world {
            World::Matched => 1.0,
            _ => (0.25 * n(30)).exp(),
        };
        Self {
            law,
            cards: (0..cards).map(|_| None).collect(),
            hardness: (0..cards).map(|i| dice.normal(2, i as u64, 0)).collect(),
            pace,
            dice,
            tries: vec![0; cards],
        }
    }

    /// True probability of recall on the morning of a day.
    pub(crate) fn recall(&self, card: usize, day: u32) -> f64 {
        let Some(memory) = &self.cards[card] else {
            return UNSEEN;
        };
        let hard = self.hardness[card];
        match (&self.law, memory) {
            (Law::Fsrs { decay, .. }, Memory::Fsrs { state, last }) => {
                f64::from(current_retrievability(*state, (day - last) as f32, *decay))
            }
            (Law::Activation { threshold, .. }, Memory::Activation { looks }) => {
                let m = activation(looks, f64::from(day));
                1.0 / (1.0 + ((threshold + 0.12 * hard - m) / 0.255).exp())
            }
            (Law::Dash { base, scale }, Memory::Dash { looks }) => {
                let mut x = base - 0.5 * hard;
                for (span, right, seen) in [
                    (1, 0.8, -0.1),
                    (7, 0.6, 0.0),
                    (30, 0.5, 0.05),
                    (9999, 0.9, 0.3),
                ] {
                    let within = looks.iter().filter(|(at, _)| day - at <= span);
                    let (mut c, mut all) = (0.0f64, 0.0f64);
                    for (_, ok) in within {
                        all += 1.0;
                        c += f64::from(u8::from(*ok));
                    }
                    x += scale * (right * (1.0 + c).ln() + seen * (1.0 + all).ln());
                }
                1.0 / (1.0 + (-x).exp())
            }
            (Law::Exponential { .. }, Memory::Exponential { half_life, last }) => {
                0.5f64.powf(f64::from(day - last) / half_life)
            }
            _ => UNSEEN,
        }
    }

    /// The person answers a card; what they know changes by it.
    pub(crate) fn answer(&mut self, card: usize, day: u32) -> Answer {
        let n = self.tries[card];
        self.tries[card] += 1;
        let (luck, kind, noise) = (
            self.dice.uniform(3, card as u64, n),
            self.dice.uniform(4, card as u64, n),
            self.dice.normal(5, card as u64, n),
        );
        let first = self.cards[card].is_none();
        let repeat = !first && self.last(card) == Some(day);
        let grade = if first {
            pick(&FIRST, luck, 0)
        } else if luck
            >= self
                .recall(card, day)
                .clamp(0.02, if repeat { 0.95 } else { 1.0 })
        {
            Grade::Again
        } else {
            pick(&PASSES, kind, 1)
        };
        let row = if first {
            0
        } else if repeat {
            2
        } else {
            1
        };
        let seconds = SECONDS[row][grade as usize] * self.pace * (0.3 * noise - 0.045).exp();
        self.learn(card, day, grade);
        Answer { grade, seconds }
    }

    fn last(&self, card: usize) -> Option<u32> {
        match self.cards[card].as_ref()? {
            Memory::Fsrs { last, .. } | Memory::Exponential { last, .. } => Some(*last),
            Memory::Activation { looks } => looks.last().map(|l| l.0 as u32),
            Memory::Dash { looks } => looks.last().map(|l| l.0),
        }
    }

    /// What is known changes by an answer.
    pub(super) fn learn(&mut self, card: usize, day: u32, grade: Grade) {
        let (hard, recall) = (self.hardness[card], self.recall(card, day));
        let old = self.cards[card].take();
        self.cards[card] = Some(match (&self.law, old) {
            (Law::Fsrs { fsrs, .. }, old) => {
                let (state, since) = match old {
                    Some(Memory::Fsrs { state, last }) => (Some(state), day - last),
                    _ => (None, 0),
                };
                let next = fsrs
                    .next_states(state, 0.9, since)
                    .expect("valid by construction");
                let next = [next.again, next.hard, next.good, next.easy];
                Memory::Fsrs {
                    state: next[grade as usize].memory,
                    last: day,
                }
            }
            (Law::Activation { decay, .. }, old) => {
                let mut looks = match old {
                    Some(Memory::Activation { looks }) => looks,
                    _ => Vec::new(),
                };
                let m = activation(&looks, f64::from(day));
                let d = if m.is_finite() {
                    0.217 * m.exp().min(3.0) + decay
                } else {
                    *decay
                };
                looks.push((f64::from(day), d));
                Memory::Activation { looks }
            }
            (Law::Dash { .. }, old) => {
                let mut looks = match old {
                    Some(Memory::Dash { looks }) => looks,
                    _ => Vec::new(),
                };
                looks.push((day, grade.passed()));
                Memory::Dash { looks }
            }
            (Law::Exponential { half_life, growth }, old) => {
                let half_life = match old {
                    Some(Memory::Exponential { half_life, .. }) if grade.passed() => {
                        half_life * (1.0 + growth * (-0.15 * hard).exp() * (1.0 - recall).powf(0.8))
                    }
                    Some(Memory::Exponential { half_life, .. }) => (0.3 * half_life).max(0.3),
                    _ => half_life * (-0.3 * hard).exp() * [0.3, 0.6, 1.0, 2.5][grade as usize],
                };
                Memory::Exponential {
                    half_life,
                    last: day,
                }
            }
        });
    }
}

/// Parameters of a person: the published ones moved by the spread that fits
/// of real collections show (srs-benchmark: stabilities within a factor of
/// about eight either way, forgetting exponent around 0.25).
fn person(n: &dyn Fn(u64) -> f64) -> [f32; 21] {
    let mut w = super::super::fsrs6::DEFAULTS.map(f64::from);
    let all = 0.8 * n(0);
    for (i, w) in w[..4].iter_mut().enumerate() {
        *w = (*w * (all + 0.35 * n(1 + i as u64)).exp()).clamp(0.02, 60.0);
    }
    w[1] = w[1].max(w[0]);
    w[2] = w[2].max(w[1]);
    w[3] = w[3].max(w[2]);
    w[4] = (w[4] + 0.4 * n(5)).clamp(2.0, 9.0);
    w[6] = (w[6] + 0.5 * n(6)).clamp(0.5, 4.0);
    w[8] = (w[8] - 0.15 + 0.35 * n(7)).clamp(0.6, 3.0);
    w[9] = (w[9] + 0.12 * n(8)).clamp(0.001, 0.6);
    w[10] = (w[10] + 0.25 * n(9)).clamp(0.3, 2.0);
    w[11] = (w[11] * (0.2 * n(10)).exp()).clamp(0.5, 3.0);
    w[13] = (w[13] + 0.08 * n(11)).clamp(0.05, 0.6);
    w[14] = (w[14] + 0.4 * n(12)).clamp(0.3, 3.0);
    w[20] = (0.25 * (0.55 * n(13)).exp()).clamp(0.1, 0.8);
    w.map(|w| w as f32)
}

fn fsrs_of(w: [f32; 21]) -> Law {
    Law::Fsrs {
        fsrs: Box::new(FSRS::new(&w).expect("parameters within bounds")),
        decay: w[20],
    }
}

/// Log of summed power-law traces; a day apart from study counts 2,160 s.
fn activation(looks: &[(f64, f64)], day: f64) -> f64 {
    let sum: f64 = looks
        .iter()
        .map(|(at, d)| (60.0 + 2160.0 * (day - at)).powf(-d))
        .sum();
    sum.ln()
}

fn pick(weights: &[f64], mut u: f64, from: usize) -> Grade {
    for (i, w) in weights.iter().enumerate() {
        if u < *w {
            return Grade::ALL[from + i];
        }
        u -= w;
    }
    Grade::Easy
}
