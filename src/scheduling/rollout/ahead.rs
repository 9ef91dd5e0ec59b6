//! What became of the futures played: each day in their mean, with an interval.

use crate::scheduling::person::UNSEEN_RECALL;
use crate::scheduling::readiness::Estimate;
use std::collections::BTreeMap;

/// z of an 80 % interval.
const Z80: f64 = 1.2816;

/// No setting is quite true: this share of what is learned and yet forgotten
/// adds to the futures' own spread, as in `readiness`.
const DOUBT: f64 = 0.2;

/// What became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Ahead {
    /// Mean recall of the scope on the exam's morning, weighted, with its 80 %
    /// interval.
    pub recall: Estimate,
    /// Its mean by domain number, with the domain's weight.
    pub domains: BTreeMap<u8, (f64, f64)>,
    /// Each day from today to the exam's morning; days off included.
    pub days: Vec<DayAhead>,
    /// Recall of the scope on the exam's morning in each future.
    pub futures: Vec<f64>,
}

/// A day to come, in the mean of the futures.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct DayAhead {
    /// Weighted recall of the scope on that morning (today: now).
    pub recall: Estimate,
    /// Answers.
    pub reviews: f64,
    /// Cards seen for the first time among them.
    pub new: f64,
    /// Seconds of study.
    pub seconds: f64,
    /// Seconds of them on questions.
    pub question_seconds: f64,
}

/// Running sums over futures.
pub(super) struct Sums {
    days: Vec<DayAhead>,
    /// By day: recall in each future.
    recalls: Vec<Vec<f64>>,
    pub(super) domains: BTreeMap<u8, (f64, f64)>,
}

impl Sums {
    pub(super) fn new(days: usize) -> Self {
        Self {
            days: vec![DayAhead::default(); days],
            recalls: vec![Vec::new(); days],
            domains: BTreeMap::new(),
        }
    }

    pub(super) fn day(&mut self, n: usize, recall: f64, day: DayAhead) {
        self.recalls[n].push(recall);
        let sum = &mut self.days[n];
        sum.reviews += day.reviews;
        sum.new += day.new;
        sum.seconds += day.seconds;
        sum.question_seconds += day.question_seconds;
    }

    pub(super) fn ahead(self, futures: f64) -> Ahead {
        let mut days = self.days;
        for (day, recalls) in days.iter_mut().zip(&self.recalls) {
            *day = DayAhead {
                recall: estimate(recalls),
                reviews: day.reviews / futures,
                new: day.new / futures,
                seconds: day.seconds / futures,
                question_seconds: day.question_seconds / futures,
            };
        }
        let domains = self.domains.into_iter();
        Ahead {
            recall: days.last().map(|d| d.recall).unwrap_or_default(),
            domains: domains
                .map(|(d, (recall, w))| (d, (recall / w.max(1e-9), w / futures)))
                .collect(),
            days,
            futures: self.recalls.into_iter().next_back().unwrap_or_default(),
        }
    }
}

fn estimate(values: &[f64]) -> Estimate {
    let n = values.len().max(1) as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    let unseen = f64::from(UNSEEN_RECALL);
    let held = ((mean - unseen) / (1.0 - unseen)).clamp(0.0, 1.0);
    let spread = (squares / (n - 1.0).max(1.0)).sqrt();
    let deviation = spread.hypot(DOUBT * held * (1.0 - held));
    Estimate {
        expected: mean,
        low: (mean - Z80 * deviation).clamp(0.0, 1.0),
        high: (mean + Z80 * deviation).clamp(0.0, 1.0),
    }
}
