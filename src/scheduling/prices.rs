//! The price of a second, and what each card is worth at it.
//!
//! Time spent on one card is taken from another. The price at which all cards
//! together would spend just the time there is until the exam is found anew
//! each study day; a card's index is then what reviewing it today adds over
//! the best that waiting can do, per expected second.

use super::ensemble::{LAWS, SETTINGS, STARTS, Trace, Weights};
use super::fsrs6::{Setting, bonus};
use super::future::{Fresh, Grades, Grid, Layer, Moves, Pace};
use crate::domain::{Day, Grade};
use std::sync::LazyLock;

static MOVES: LazyLock<Vec<Moves>> = LazyLock::new(|| {
    let starts = STARTS.map(f32::ln);
    let moves = |(decay, growth): (f32, f32)| {
        let setting = Setting::varied(1.0, decay, growth);
        Moves::new(setting, Grid::coarse(), &[(Grade::Good, 1.0)], &starts)
    };
    LAWS.into_iter().map(moves).collect()
});

/// What the prices depend on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Calendar {
    /// Days from today to the exam; at least 1.
    pub(crate) left: u16,
    /// Days of the whole calendar.
    pub(crate) whole: u16,
    /// Seconds of study until the exam.
    pub(crate) seconds: f32,
}

/// Values of cards under the price that was found.
#[derive(Debug)]
pub(crate) struct Market {
    laws: Vec<Law>,
    settings: Vec<(usize, usize, f32)>,
}

#[derive(Debug)]
struct Law {
    number: usize,
    next: Layer,
    fresh: Fresh,
}

/// How the price of a second `left` days before the exam relates to its price
/// far from it: it rises in the last days, the more so the more time there is.
fn price_on(base: f32, left: u16, whole: u16, peak: f32) -> f32 {
    let whole = f32::from(whole);
    let tau = (whole / 5.0).clamp(1.0, 4.0);
    let last = peak * base.sqrt() * whole / (whole + 8.0);
    base + last * (-(f32::from(left) - 1.0) / tau).exp()
}

/// Days before the exam on which futures are worked out: daily near it.
fn schedule(left: u16) -> Vec<u16> {
    let mut days: Vec<u16> = (1..=left.min(40)).collect();
    while let Some(last) = days.last().copied().filter(|last| *last < left) {
        days.push((last + (last / 16).max(1)).min(left));
    }
    days
}

impl Market {
    /// Finds the price. `cards` are some of the cards in scope, `unseen` the
    /// number never seen, both counted in the same unit.
    #[allow(clippy::too_many_arguments)]
    pub(crate) fn open(
        weights: &Weights,
        cards: &[(&Trace, f32)],
        unseen: f32,
        today: Day,
        calendar: Calendar,
        pace: Pace,
        grades: &Grades,
        peak: f32,
    ) -> Self {
        let mut by_law = [0.0f32; LAWS.len()];
        for (k, w) in weights.all().iter().enumerate() {
            by_law[k / STARTS.len()] += w;
        }
        let mut order: Vec<usize> = (0..LAWS.len()).collect();
        order.sort_by(|a, b| by_law[*b].total_cmp(&by_law[*a]));
        order.retain(|law| by_law[*law] >= 0.04);
        let keep = |k: &usize| order.contains(&(k / STARTS.len()));
        let top = weights.all().iter().copied().fold(0.0, f32::max);
        let mut settings: Vec<(usize, usize, f32)> = (0..SETTINGS)
            .filter(keep)
            .filter(|k| weights.all()[*k] > 0.02 * top)
            .map(|k| {
                (
                    k,
                    order
                        .iter()
                        .position(|l| *l == k / STARTS.len())
                        .unwrap_or(0),
                    weights.all()[k],
                )
            })
            .collect();
        let sum: f32 = settings.iter().map(|s| s.2).sum();
        settings.iter_mut().for_each(|s| s.2 /= sum);

        let days = schedule(calendar.left);
        let solve = |base: f32| -> (Vec<(Layer, Layer)>, f32) {
            let layers: Vec<(Layer, Layer)> = order
                .iter()
                .map(|law| {
                    let moves = &MOVES[*law];
                    let mut next = moves.morning(UNSEEN);
                    let mut now = next.clone();
                    for day in &days {
                        let price = price_on(base, *day, calendar.whole, peak);
                        let earlier = moves.earlier(&now, *day, price, pace, grades);
                        next = std::mem::replace(&mut now, earlier);
                    }
                    (next, now)
                })
                .collect();
            let mut spend = 0.0;
            for (k, law, w) in &settings {
                let (moves, layer) = (&MOVES[order[*law]], &layers[*law].1);
                spend += w * unseen * layer.unseen[k % STARTS.len()].1;
                for (trace, times) in cards {
                    let elapsed = today.since(trace.last).clamp(1, 400) as u16;
                    spend += w
                        * times
                        * moves
                            .standing(layer, elapsed, trace.difficulty, trace.ln_s(*k))
                            .1;
                }
            }
            (layers, spend)
        };
        // Spending falls as the price rises.
        let (mut low, mut high) = (1e-7f32.ln(), 0.05f32.ln());
        let mut layers = Vec::new();
        for _ in 0..9 {
            let base = 0.5 * (low + high);
            let (found, spend) = solve(base.exp());
            layers = found;
            if spend > calendar.seconds {
                low = base;
            } else {
                high = base;
            }
        }
        let laws = layers
            .into_iter()
            .zip(order)
            .map(|((next, now), number)| Law {
                number,
                fresh: MOVES[number].fresh(&next, now.left - next.left),
                next,
            })
            .collect();
        Self { laws, settings }
    }

    /// What reviewing a card today adds over waiting, in exam-day recall net
    /// of the price of the time it will take later. Today's seconds are not
    /// in it.
    pub(crate) fn advantage(&self, trace: &Trace, today: Day, left: u16) -> f32 {
        let elapsed = today.since(trace.last).clamp(1, 400) as u16;
        let (d, ln_d) = (trace.difficulty, trace.difficulty.ln());
        let up_d = super::fsrs6::next_difficulty(d, Grade::Good);
        let down_d = super::fsrs6::next_difficulty(d, Grade::Again);
        let mut sum = 0.0;
        for (k, law, w) in &self.settings {
            let law = &self.laws[*law];
            let moves = &MOVES[law.number];
            let s = moves.setting();
            let ln_s = trace.ln_s(*k);
            let r = s.recall(ln_s, f32::from(elapsed));
            let up = moves.after(&law.fresh, up_d, s.succeed(ln_s, d, r, bonus(Grade::Good)));
            let down = moves.after(&law.fresh, down_d, s.fail(ln_s, ln_d, r));
            let gap = left - law.next.left;
            let wait = moves.worth(&law.next, elapsed.saturating_add(gap), d, ln_s);
            sum += w * (r * up + (1.0 - r) * down - wait);
        }
        sum
    }

    /// The same for a first look at a card never seen.
    pub(crate) fn advantage_unseen(&self, grades: &Grades) -> f32 {
        let mut sum = 0.0;
        for (k, law, w) in &self.settings {
            let law = &self.laws[*law];
            let moves = &MOVES[law.number];
            let start = k % STARTS.len();
            let learn = moves.first(&law.fresh, grades, STARTS[start].ln()).0;
            sum += w * (learn - law.next.unseen[start].0);
        }
        sum
    }
}

const UNSEEN: f32 = 0.15;
