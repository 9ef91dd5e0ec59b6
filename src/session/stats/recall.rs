//! Whether recall came out as predicted, bin by bin and in words.

use crate::exam::score::{Z80, wilson};
use crate::scheduling::calibration::{BINS, Calibration};

/// Fewer answers than this say nothing of a bin.
const FEWEST: u32 = 10;
/// Percentage points within which prediction and truth are called the same.
const CLOSE: f64 = 0.02;

/// All predictions so far against what became of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Reliability {
    /// Answers to cards seen on an earlier day.
    pub answers: u32,
    /// Predicted recall, mean (0–1).
    pub predicted: f64,
    /// Recalled, share.
    pub recalled: f64,
    /// By predicted recall, lowest first.
    pub bins: Vec<Bin>,
    /// Mean squared error; none without answers.
    pub brier: Option<f64>,
    /// That of always predicting the mean.
    pub base_rate: Option<f64>,
}

/// Predictions of about the same height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// From (0–1).
    pub from: f64,
    /// To.
    pub to: f64,
    /// Answers.
    pub answers: u32,
    /// Predicted recall, mean; 0 without answers.
    pub predicted: f64,
    /// Recalled, share; 0 without answers.
    pub recalled: f64,
    /// 80 % range of that share.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// What became of predictions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Too few answers to say.
    TooFew,
    /// As predicted, as far as chance allows to tell.
    AsPredicted,
    /// Less was recalled.
    TooHopeful,
    /// More was recalled.
    TooTimid,
}

impl Verdict {
    /// In two or three words.
    pub fn in_words(self) -> &'static str {
        match self {
            Verdict::TooFew => "too few to say",
            Verdict::AsPredicted => "as predicted",
            Verdict::TooHopeful => "less than predicted",
            Verdict::TooTimid => "more than predicted",
        }
    }

    fn of(answers: u32, predicted: f64, recalled: f64, low: f64, high: f64) -> Self {
        if answers < FEWEST {
            Verdict::TooFew
        } else if (predicted - recalled).abs() <= CLOSE || (low..=high).contains(&predicted) {
            Verdict::AsPredicted
        } else if recalled < predicted {
            Verdict::TooHopeful
        } else {
            Verdict::TooTimid
        }
    }
}

impl Bin {
    /// What became of it.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(
            self.answers,
            self.predicted,
            self.recalled,
            self.low,
            self.high,
        )
    }
}

impl Reliability {
    /// From what was kept of every prediction.
    pub fn of(calibration: &Calibration) -> Self {
        let mut from = 0.0;
        let bins: Vec<Bin> = BINS
            .iter()
            .zip(calibration.bins())
            .map(|(to, b)| {
                let to = f64::from(*to);
                let n = f64::from(b.reviews.max(1));
                let (low, high) = wilson(b.recalled as usize, b.reviews as usize, Z80);
                Bin {
                    from: std::mem::replace(&mut from, to),
                    to,
                    answers: b.reviews,
                    predicted: b.predicted / n,
                    recalled: f64::from(b.recalled) / n,
                    low,
                    high,
                }
            })
            .collect();
        let answers = calibration.reviews();
        let n = f64::from(answers.max(1));
        let sum = |of: fn(&Bin) -> f64| {
            let all = bins.iter().map(|b| of(b) * f64::from(b.answers));
            all.sum::<f64>() / n
        };
        Self {
            answers,
            predicted: sum(|b| b.predicted),
            recalled: sum(|b| b.recalled),
            bins,
            brier: calibration.brier(),
            base_rate: calibration.base_rate(),
        }
    }

    /// What became of all of them.
    pub fn verdict(&self) -> Verdict {
        let right = (self.recalled * f64::from(self.answers)).round() as usize;
        let (low, high) = wilson(right, self.answers as usize, Z80);
        Verdict::of(self.answers, self.predicted, self.recalled, low, high)
    }

    /// In a sentence or two.
    pub fn in_words(&self) -> String {
        if self.answers == 0 {
            return "No card has come back on a later day yet.".into();
        }
        let (p, r) = (self.predicted * 100.0, self.recalled * 100.0);
        let what = match self.answers {
            1 => "The one card that came back".to_owned(),
            n => format!("Of {n} cards that came back"),
        };
        let wrong = |b: &&Bin| !matches!(b.verdict(), Verdict::TooFew | Verdict::AsPredicted);
        let off = self.bins.iter().filter(wrong).count() > 1;
        let verdict = match self.verdict() {
            Verdict::TooFew => "Too few to judge the predictions by.",
            Verdict::AsPredicted if off => "On the whole they hold, but not at every height.",
            Verdict::AsPredicted => "The predictions hold.",
            Verdict::TooHopeful => "Predictions were a little too hopeful; they learn from it.",
            Verdict::TooTimid => "You remember more than predicted; the plan learns from it.",
        };
        format!("{what}, {p:.0} % were predicted to be recalled; {r:.0} % were. {verdict}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(answers: &[(f32, bool, u32)]) -> Reliability {
        let mut c = Calibration::default();
        for (predicted, recalled, times) in answers {
            for _ in 0..*times {
                c.observe(*predicted, *recalled);
            }
        }
        Reliability::of(&c)
    }

    #[test]
    fn predictions_that_come_true_are_said_to_hold() {
        let r = of(&[
            (0.9, true, 90),
            (0.9, false, 10),
            (0.6, true, 31),
            (0.6, false, 20),
        ]);
        assert_eq!(r.answers, 151);
        assert_eq!(r.verdict(), Verdict::AsPredicted);
        assert!(
            r.bins
                .iter()
                .all(|b| { matches!(b.verdict(), Verdict::AsPredicted | Verdict::TooFew) })
        );
        assert!(r.in_words().contains("hold"), "{}", r.in_words());
    }

    #[test]
    fn hope_and_timidity_are_told_apart() {
        let hopeful = of(&[(0.9, true, 60), (0.9, false, 40)]);
        assert_eq!(hopeful.bins[4].verdict(), Verdict::TooHopeful);
        assert_eq!(hopeful.verdict(), Verdict::TooHopeful);
        let timid = of(&[(0.4, true, 60), (0.4, false, 40)]);
        assert_eq!(timid.bins[0].verdict(), Verdict::TooTimid);
        assert_eq!(of(&[(0.9, false, 3)]).verdict(), Verdict::TooFew);
        assert!(of(&[]).in_words().starts_with("No card"));
    }
}
