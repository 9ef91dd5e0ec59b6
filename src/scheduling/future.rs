//! What a card's future is worth when time has a price.
//!
//! Looking one review ahead misjudges a card that will be seen again anyway.
//! If a second of study costs `price` points, each card's best course until
//! the exam is a small problem of its own, solved backwards from the exam's
//! morning over a grid of stability, difficulty and days since the last
//! review. The price at which the expected time of all cards just fits the
//! calendar is the right one (Lagrangian relaxation);
//! `simulate::bound` looks for it.

use super::fsrs6::{Setting, bonus, first_difficulty, next_difficulty};
use crate::domain::Grade;

/// Expected seconds that the planner reckons with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Pace {
    /// A first look.
    pub(crate) first: f32,
    /// A review that passes.
    pub(crate) pass: f32,
    /// A review that fails.
    pub(crate) fail: f32,
}

/// Likelihoods of grades.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Grades {
    /// Of the four at first sight.
    pub(crate) first: [f32; 4],
    /// Of Hard, Good and Easy among passes.
    pub(crate) pass: [f32; 3],
}

/// The points at which futures are worked out.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Grid {
    ln_s: (f32, f32),
    stabilities: usize,
    difficulties: usize,
    elapsed: Vec<u16>,
}

/// A point between grid points.
#[derive(Debug, Clone, Copy, Default)]
struct Between {
    at: u16,
    part: f32,
}

/// How a setting moves cards over a grid; the same whatever time costs.
#[derive(Debug, Clone)]
pub(crate) struct Moves {
    setting: Setting,
    grid: Grid,
    /// Factors on first stabilities, as logarithms.
    starts: Vec<f32>,
    /// Recall at (elapsed, difficulty, stability).
    recall: Vec<f32>,
    /// Where outcomes lead: stability, by outcome, then as `recall`.
    to: Vec<Vec<Between>>,
    /// Difficulty after each outcome, by outcome and difficulty.
    harder: Vec<Vec<Between>>,
    /// Likelihood of each outcome given a pass; the first outcome is Again.
    odds: Vec<f32>,
}

/// Values with so many days left, before that day's choice.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layer {
    /// Days from this day to the exam.
    pub(crate) left: u16,
    /// Exam-day recall less the price of the seconds to come.
    value: Vec<f32>,
    /// Seconds to come.
    spend: Vec<f32>,
    /// Both for a card never seen, by factor on first stabilities.
    pub(crate) unseen: Vec<(f32, f32)>,
}

/// A layer's values and seconds to come of cards just reviewed, by difficulty
/// and stability.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fresh(Vec<f32>, Vec<f32>);

impl Grid {
    /// Coarse, in stability; the base of the others.
    pub(crate) fn coarse() -> Self {
        let elapsed = [
            1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 28, 36, 46, 60, 80, 110, 150, 250, 400,
        ];
        Self {
            ln_s: (-4.0, 6.0),
            stabilities: 26,
            difficulties: 4,
            elapsed: elapsed.into(),
        }
    }

    /// The simulator's, for the bound on what any policy can reach.
    pub(crate) fn fine(horizon: u16) -> Self {
        Self {
            ln_s: (-4.5, 7.0),
            stabilities: 93,
            difficulties: 19,
            elapsed: (1..=horizon.max(2)).collect(),
        }
    }

    /// Between the two, for searching.
    pub(crate) fn middling() -> Self {
        Self {
            stabilities: 41,
            difficulties: 6,
            ..Self::coarse()
        }
    }

    fn states(&self) -> usize {
        self.elapsed.len() * self.plane()
    }

    fn plane(&self) -> usize {
        self.difficulties * self.stabilities
    }

    fn stability(&self, i: usize) -> f32 {
        let (low, high) = self.ln_s;
        low + (high - low) * i as f32 / (self.stabilities - 1) as f32
    }

    fn difficulty(&self, i: usize) -> f32 {
        1.0 + 9.0 * i as f32 / (self.difficulties - 1) as f32
    }

    #[inline]
    fn at_stability(&self, ln_s: f32) -> Between {
        let (low, high) = self.ln_s;
        between((ln_s - low) / (high - low), self.stabilities)
    }

    #[inline]
    fn at_difficulty(&self, difficulty: f32) -> Between {
        between((difficulty - 1.0) / 9.0, self.difficulties)
    }

    fn at_elapsed(&self, days: u16) -> Between {
        let e = &self.elapsed;
        let at = e.partition_point(|x| *x <= days).clamp(1, e.len() - 1) - 1;
        let part = f32::from(days.max(e[at]) - e[at]) / f32::from(e[at + 1] - e[at]);
        Between {
            at: at as u16,
            part: part.min(1.0),
        }
    }
}

#[inline]
fn between(share: f32, points: usize) -> Between {
    let x = share.clamp(0.0, 1.0) * (points - 1) as f32;
    let at = (x as usize).min(points - 2);
    Between {
        at: at as u16,
        part: x - at as f32,
    }
}

impl Moves {
    /// Works out where reviews lead under a setting. `passes` are the grades
    /// a pass may have and their likelihoods; `starts` the factors on first
    /// stabilities that unseen cards are asked about, as logarithms.
    pub(crate) fn new(
        setting: Setting,
        grid: Grid,
        passes: &[(Grade, f32)],
        starts: &[f32],
    ) -> Self {
        let mut recall = Vec::with_capacity(grid.states());
        let mut to = vec![Vec::with_capacity(grid.states()); passes.len() + 1];
        for &days in &grid.elapsed {
            for d in (0..grid.difficulties).map(|i| grid.difficulty(i)) {
                for ln_s in (0..grid.stabilities).map(|i| grid.stability(i)) {
                    let r = setting.recall(ln_s, f32::from(days));
                    recall.push(r);
                    to[0].push(grid.at_stability(setting.fail(ln_s, d.ln(), r)));
                    for (to, (grade, _)) in to[1..].iter_mut().zip(passes) {
                        let up = setting.succeed(ln_s, d, r, bonus(*grade));
                        to.push(grid.at_stability(up));
                    }
                }
            }
        }
        let grades = std::iter::once(Grade::Again).chain(passes.iter().map(|p| p.0));
        let harder = grades.map(|grade| {
            let d = (0..grid.difficulties).map(|i| grid.difficulty(i));
            d.map(|d| grid.at_difficulty(next_difficulty(d, grade)))
                .collect()
        });
        Self {
            setting,
            starts: starts.to_vec(),
            harder: harder.collect(),
            recall,
            to,
            odds: passes.iter().map(|p| p.1).collect(),
            grid,
        }
    }

    /// The exam's morning: recall is what counts.
    pub(crate) fn morning(&self, unseen: f32) -> Layer {
        // A review on the day before was one day ago: elapsed as it stands.
        Layer {
            left: 0,
            value: self.recall.clone(),
            spend: vec![0.0; self.recall.len()],
            unseen: vec![(unseen, 0.0); self.starts.len()],
        }
    }

    /// The layer for `left` days before the exam from the one after it, with
    /// a second on that day at `price`.
    pub(crate) fn earlier(
        &self,
        next: &Layer,
        left: u16,
        price: f32,
        pace: Pace,
        grades: &Grades,
    ) -> Layer {
        let (grid, gap) = (&self.grid, left - next.left);
        let plane = grid.plane();
        // Straight after a review today: seen again `gap` days ago next time.
        let fresh = self.fresh(next, gap);
        let mut out = Layer {
            left,
            value: Vec::with_capacity(next.value.len()),
            spend: Vec::with_capacity(next.value.len()),
            unseen: next.unseen.clone(),
        };
        for (e, &days) in grid.elapsed.iter().enumerate() {
            let later = grid.at_elapsed(days.saturating_add(gap));
            for d in 0..grid.difficulties {
                for s in 0..grid.stabilities {
                    let cell = d * grid.stabilities + s;
                    let i = e * plane + cell;
                    let (a, b) = (
                        later.at as usize * plane + cell,
                        (later.at as usize + 1) * plane + cell,
                    );
                    let wait = lerp(next.value[a], next.value[b], later.part);
                    let wait_spend = lerp(next.spend[a], next.spend[b], later.part);
                    let r = self.recall[i];
                    let (mut v, mut t) = self.look(&fresh, 0, d, self.to[0][i]);
                    v *= 1.0 - r;
                    t *= 1.0 - r;
                    for (k, odds) in self.odds.iter().enumerate() {
                        let (pv, pt) = self.look(&fresh, k + 1, d, self.to[k + 1][i]);
                        v += r * odds * pv;
                        t += r * odds * pt;
                    }
                    let seconds = r * pace.pass + (1.0 - r) * pace.fail;
                    let review = v - price * seconds;
                    if review > wait {
                        out.value.push(review);
                        out.spend.push(t + seconds);
                    } else {
                        out.value.push(wait);
                        out.spend.push(wait_spend);
                    }
                }
            }
        }
        for (ln_s0, unseen) in self.starts.iter().zip(&mut out.unseen) {
            let (v, t) = self.first(&fresh, grades, *ln_s0);
            let learn = v - price * pace.first;
            if learn > unseen.0 {
                *unseen = (learn, t + pace.first);
            }
        }
        out
    }

    /// What cards reviewed `gap` days before the layer's day are worth.
    pub(crate) fn fresh(&self, next: &Layer, gap: u16) -> Fresh {
        let (plane, at) = (self.grid.plane(), self.grid.at_elapsed(gap));
        let a = at.at as usize * plane;
        let slice = |v: &[f32]| -> Vec<f32> {
            let pairs = v[a..a + plane].iter().zip(&v[a + plane..a + 2 * plane]);
            pairs.map(|(x, y)| lerp(*x, *y, at.part)).collect()
        };
        Fresh(slice(&next.value), slice(&next.spend))
    }

    /// Value and seconds to come right after a first look.
    pub(crate) fn first(&self, fresh: &Fresh, grades: &Grades, ln_s0: f32) -> (f32, f32) {
        let (mut v, mut t) = (0.0, 0.0);
        for (grade, p) in Grade::ALL.into_iter().zip(grades.first) {
            let s = self.grid.at_stability(self.setting.first(grade) + ln_s0);
            let d = self.grid.at_difficulty(first_difficulty(grade));
            let (x, y) = self.plane_at(fresh, d, s);
            v += p * x;
            t += p * y;
        }
        (v, t)
    }

    #[inline]
    fn look(&self, fresh: &Fresh, outcome: usize, d: usize, s: Between) -> (f32, f32) {
        self.plane_at(fresh, self.harder[outcome][d], s)
    }

    #[inline]
    fn plane_at(&self, fresh: &Fresh, d: Between, s: Between) -> (f32, f32) {
        (self.point(&fresh.0, d, s), self.point(&fresh.1, d, s))
    }

    #[inline]
    fn point(&self, v: &[f32], d: Between, s: Between) -> f32 {
        let n = self.grid.stabilities;
        let i = d.at as usize * n + s.at as usize;
        lerp(
            lerp(v[i], v[i + 1], s.part),
            lerp(v[i + n], v[i + n + 1], s.part),
            d.part,
        )
    }
}

#[inline(always)]
fn lerp(a: f32, b: f32, part: f32) -> f32 {
    a + (b - a) * part
}
