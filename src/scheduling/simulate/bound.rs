//! What no policy can beat, where memory is published FSRS-6.
//!
//! Give each day's second a price and let every card buy its own best course:
//! what the cards then gain, plus the worth of all the time there is, is an
//! upper bound for any price list (Lagrangian relaxation). Searching the list
//! for the lowest bound also shows what a second is worth on each day.

use super::dice::Dice;
use super::learner::{FIRST, PASSES, SECONDS, UNSEEN};
use super::{Cell, Scope};
use crate::domain::Grade;
use crate::scheduling::fsrs6::Setting;
use crate::scheduling::future::{Grades, Grid, Moves, Pace};
use std::collections::BTreeMap;

/// The bound on the score (0–1), and the price of a second by days left.
pub(super) fn bound(cell: Cell, scope: &Scope) -> (f64, Vec<(u16, f64)>) {
    let passes =
        [Grade::Hard, Grade::Good, Grade::Easy].map(|g| (g, PASSES[g as usize - 1] as f32));
    let horizon = cell.days as u16;
    let moves = |grid| Moves::new(Setting::published(), grid, &passes, &[0.0]);
    let (rough, fine) = (moves(Grid::middling()), moves(Grid::fine(horizon)));
    let mut classes: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for w in &scope.weights {
        classes.entry(w.to_bits()).or_insert((f64::from(*w), 0.0)).1 += 1.0;
    }
    let dual = |moves: &Moves, prices: &[f64]| -> f64 {
        let time: f64 = prices.iter().sum::<f64>() * f64::from(cell.minutes) * 60.0;
        let worth = classes
            .values()
            .map(|(w, n)| n * w * course(moves, prices, *w));
        time + worth.sum::<f64>()
    };
    let mut knots: Vec<u16> = [1, 2, 3, 5, 8, 12, 18, 26, 40]
        .into_iter()
        .filter(|k| *k < horizon)
        .collect();
    knots.push(horizon);
    let mut logs = vec![(0.5 / (f64::from(cell.minutes * cell.days) * 60.0)).ln(); knots.len()];
    let spread =
        |logs: &[f64]| -> Vec<f64> { (1..=horizon).map(|n| at(&knots, logs, n).exp()).collect() };
    let mut best = dual(&rough, &spread(&logs));
    // The bound has creases, where single coordinates get stuck: random
    // directions, all knots together first.
    let dice = Dice::new(1);
    let (mut step, mut failures) = (1.0, 0);
    for turn in 0..1500u32 {
        let whole = dice.normal(1, 0, turn);
        let each = if step > 0.3 { 0.3 } else { 1.0 };
        let moved = logs.iter().enumerate().map(|(i, log)| {
            let own = dice.normal(2, i as u64, turn);
            log + step * (whole + each * own)
        });
        let trial: Vec<f64> = moved.collect();
        let value = dual(&rough, &spread(&trial));
        if value < best {
            (best, logs, failures) = (value, trial, 0);
        } else {
            failures += 1;
            if failures % 12 == 0 {
                step *= 0.8;
            }
            if step < 2e-3 {
                break;
            }
        }
    }
    let prices = spread(&logs);
    let bound = dual(&fine, &prices);
    (
        bound,
        knots
            .iter()
            .map(|k| (*k, prices[usize::from(*k) - 1]))
            .collect(),
    )
}

fn course(moves: &Moves, prices: &[f64], weight: f64) -> f64 {
    let grades = Grades {
        first: FIRST.map(|p| p as f32),
        pass: PASSES.map(|p| p as f32),
    };
    let mean = |row: usize| (0..3).map(|i| PASSES[i] * SECONDS[row][i + 1]).sum::<f64>() as f32;
    let first: f64 = (0..4).map(|i| FIRST[i] * SECONDS[0][i]).sum();
    let pace = Pace {
        first: first as f32,
        pass: mean(1),
        fail: SECONDS[1][0] as f32,
    };
    let mut layer = moves.morning(UNSEEN as f32);
    for (i, price) in prices.iter().enumerate() {
        layer = moves.earlier(&layer, i as u16 + 1, (price / weight) as f32, pace, &grades);
    }
    f64::from(layer.unseen[0].0)
}

/// Between knots, straight in days and in the logarithm of the price.
fn at(knots: &[u16], logs: &[f64], n: u16) -> f64 {
    let i = knots.partition_point(|k| *k < n).min(knots.len() - 1);
    if i == 0 || knots[i] == n {
        return logs[i];
    }
    let part = f64::from(n - knots[i - 1]) / f64::from(knots[i] - knots[i - 1]);
    logs[i - 1] + (logs[i] - logs[i - 1]) * part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[ignore = "a measurement"]
    fn print() {
        let cells = std::env::var("CELLS").unwrap_or("30x20x600".into());
        for c in cells.split(',') {
            let v: Vec<usize> = c.split('x').map(|p| p.parse().expect("number")).collect();
            let cell = Cell {
                days: v[0] as u32,
                minutes: v[1] as u32,
                cards: v[2],
                missed: 0.0,
            };
            let scope = Scope::of(cell, Dice::new(1000));
            let t = std::time::Instant::now();
            let (bound, prices) = bound(cell, &scope);
            let base = prices[prices.len() / 2].1;
            let shape: Vec<String> = prices
                .iter()
                .map(|(n, p)| format!("{n}:{:.2}", p / base))
                .collect();
            println!(
                "{c}: {:.2} base {:.3e} {}  {:.1?}",
                100.0 * bound,
                base,
                shape.join(" "),
                t.elapsed()
            );
        }
    }
}
