//! Simulated people live through study policies in a virtual calendar.
//!
//! Every change to the planner can be measured by anybody in a minute: the
//! same people and the same luck for each policy, so that the difference
//! between two policies is known far better than either's score.

mod baselines;
mod bound;
mod dice;
mod learner;
mod ours;
mod priced;
mod reference;

pub(super) use learner::{Answer, Learner, UNSEEN, World};

use dice::Dice;

/// A situation: a calendar, a budget and a pile of cards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cell {
    /// Study days 0…days−1; the exam is on the morning of day `days`.
    pub days: u32,
    /// Minutes a study day.
    pub minutes: u32,
    /// Cards in scope.
    pub cards: usize,
    /// Share of days on which nothing is done, 0–1.
    pub missed: f64,
}

/// What a card counts for.
#[derive(Debug)]
pub(super) struct Scope {
    /// Share of the score, by card; they add up to 1.
    pub weights: Vec<f32>,
    /// Domain of each card, from 0.
    pub domains: Vec<u8>,
}

impl Scope {
    /// Four domains of an exam with unequal weights and unequal piles.
    fn of(cell: Cell, dice: Dice) -> Self {
        let shares = [0.20, 0.24, 0.36, 0.20];
        let cuts = [0.22, 0.45, 0.75];
        let domain = |i: usize| {
            let u = dice.uniform(9, i as u64, 0);
            cuts.iter().filter(|c| u > **c).count() as u8
        };
        let domains: Vec<u8> = (0..cell.cards).map(domain).collect();
        let count = |d: u8| domains.iter().filter(|x| **x == d).count().max(1) as f32;
        let counts = [count(0), count(1), count(2), count(3)];
        let weights = domains
            .iter()
            .map(|d| shares[usize::from(*d)] / counts[usize::from(*d)]);
        Self {
            weights: weights.collect(),
            domains,
        }
    }
}

/// Chooses what to study; cards are numbered in deck order.
pub(crate) trait Policy {
    /// A study day begins (days without study don't).
    fn begin(&mut self, _day: u32) {}
    /// The next card, with `left` seconds to go today; none ends the day.
    fn next(&mut self, day: u32, left: f64) -> Option<usize>;
    /// The answer to a card.
    fn record(&mut self, card: usize, answer: Answer, day: u32);
    /// Expected score on the exam's morning (0–1) and its standard deviation.
    fn predict(&self) -> Option<(f32, f32)> {
        None
    }
}

/// How a person fared.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fared {
    /// Weighted true recall on the exam's morning, 0–1.
    pub score: f64,
    /// Answers given.
    pub answers: u32,
    /// Cards seen at all.
    pub seen: u32,
    /// The policy's own last forecast of `score`, and its standard deviation.
    pub predicted: Option<(f32, f32)>,
}

/// A person lives through a policy.
fn live(world: World, cell: Cell, seed: u64, scope: &Scope, policy: &mut dyn Policy) -> Fared {
    let mut learner = Learner::new(world, cell.cards, seed);
    let dice = Dice::new(seed ^ 0xabcd);
    let mut answers = 0;
    for day in 0..cell.days {
        if dice.uniform(7, u64::from(day), 0) < cell.missed {
            continue;
        }
        policy.begin(day);
        let mut left = f64::from(cell.minutes) * 60.0;
        while left > 0.0 {
            let Some(card) = policy.next(day, left) else {
                break;
            };
            let answer = learner.answer(card, day);
            left -= answer.seconds;
            policy.record(card, answer, day);
            answers += 1;
        }
    }
    let unseen = |i: &usize| learner.recall(*i, cell.days) != UNSEEN;
    Fared {
        score: (0..cell.cards)
            .map(|i| f64::from(scope.weights[i]) * learner.recall(i, cell.days))
            .sum(),
        answers,
        seen: (0..cell.cards).filter(unseen).count() as u32,
        predicted: policy.predict(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod bench {
    use super::*;
    use baselines::*;
    use ours::Ours;
    use priced::Priced;
    use reference::Reference;

    fn mean(v: &[f64]) -> (f64, f64) {
        let n = v.len() as f64;
        let m = v.iter().sum::<f64>() / n;
        let var = v.iter().map(|x| (x - m).powi(2)).sum::<f64>() / (n - 1.0).max(1.0);
        (m, 1.96 * (var / n).sqrt())
    }

    #[test]
    #[ignore]
    fn table() {
        let env = |k: &str, d: &str| std::env::var(k).unwrap_or(d.into());
        let people: u64 = env("PEOPLE", "10").parse().unwrap();
        let only = env("POLICIES", "");
        let cells: Vec<Cell> = env("CELLS", "30x20x600")
            .split(',')
            .map(|c| {
                let v: Vec<f64> = c.split('x').map(|p| p.parse().unwrap()).collect();
                Cell {
                    days: v[0] as u32,
                    minutes: v[1] as u32,
                    cards: v[2] as usize,
                    missed: v.get(3).copied().unwrap_or(0.0),
                }
            })
            .collect();
        let worlds = env("WORLDS", "");
        type Make = for<'a> fn(&'a Scope, Cell) -> Box<dyn Policy + 'a>;
        let all: Vec<(&str, Make)> = vec![
            ("anki", |_, c| Box::new(AnkiLike::new(c.cards, 20, 2))),
            ("anki1", |_, c| {
                Box::new(AnkiLike::new(c.cards, usize::MAX, 1))
            }),
            ("leitner", |_, c| Box::new(Leitner::new(c.cards))),
            ("robin", |_, c| Box::new(RoundRobin::new(c.cards))),
            ("threshold", |_, c| Box::new(Threshold::new(c.cards))),
            ("greedy", |s, c| Box::new(Reference::new(s, c, true))),
            ("ours", |s, c| Box::new(Ours::new(s, c))),
            ("priced", |s, c| Box::new(Priced::new(s, c))),
            ("reference", |s, c| Box::new(Reference::new(s, c, false))),
        ];
        for world in World::ALL {
            if !worlds.is_empty() && !worlds.split(',').any(|w| w == world.name()) {
                continue;
            }
            for &cell in &cells {
                println!("== {} {:?}", world.name(), cell);
                let base: u64 = env("SEED", "1000").parse().unwrap();
                let mut reference: Vec<f64> = vec![];
                let mut rows = vec![];
                for (name, make) in &all {
                    if !only.is_empty() && !only.split(',').any(|p| p == *name) {
                        continue;
                    }
                    let started = std::time::Instant::now();
                    let fared: Vec<Fared> = (0..people)
                        .map(|p| {
                            let scope = Scope::of(cell, Dice::new(base + p));
                            let mut policy = make(&scope, cell);
                            live(world, cell, base + p, &scope, &mut *policy)
                        })
                        .collect();
                    let scores: Vec<f64> = fared.iter().map(|f| 100.0 * f.score).collect();
                    if *name == "reference" {
                        reference = scores.clone();
                    }
                    rows.push((name, scores, fared, started.elapsed()));
                }
                for (name, scores, fared, time) in rows {
                    let (m, ci) = mean(&scores);
                    let diff: Vec<f64> =
                        scores.iter().zip(&reference).map(|(a, b)| a - b).collect();
                    let (dm, dci) = if diff.is_empty() {
                        (0.0, 0.0)
                    } else {
                        mean(&diff)
                    };
                    let worst = diff.iter().copied().fold(f64::INFINITY, f64::min);
                    let n = fared.len() as f64;
                    let seen = fared.iter().map(|f| f64::from(f.seen)).sum::<f64>() / n;
                    let answers = fared.iter().map(|f| f64::from(f.answers)).sum::<f64>() / n;
                    let errors: Vec<f64> = fared
                        .iter()
                        .filter_map(|f| Some(100.0 * (f64::from(f.predicted?.0) - f.score)))
                        .collect();
                    let bias = errors.iter().sum::<f64>() / n;
                    let error = errors.iter().map(|e| e.abs()).sum::<f64>() / n;
                    let inside = fared
                        .iter()
                        .filter(|f| {
                            f.predicted.is_some_and(|(m, sd)| {
                                (f64::from(m) - f.score).abs() < 1.2816 * f64::from(sd)
                            })
                        })
                        .count();
                    println!(
                        "{name:12} {m:6.2} ±{ci:5.2}  vs ref {dm:+6.2} ±{dci:4.2} worst {worst:+6.2}  seen {seen:5.0} answers {answers:5.0}  bias {bias:+5.2} err {error:5.2} in {inside}/{n}  {:.2}s",
                        time.as_secs_f64()
                    );
                }
            }
        }
    }
}
