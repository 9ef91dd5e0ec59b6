//! Whether predicted recall came true.

use serde::{Deserialize, Serialize};

/// Where the bins of predicted recall end (the last at 1).
pub const BINS: [f32; 5] = [0.5, 0.7, 0.8, 0.9, 1.0];

/// Every prediction made on a later day than the card's last review.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Calibration {
    bins: [Bin; 5],
    squares: f64,
}

/// Reviews whose predicted recall fell into one range.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Bin {
    /// Reviews.
    pub reviews: u32,
    /// Those recalled.
    pub recalled: u32,
    /// Predicted recall, summed.
    pub predicted: f64,
}

impl Calibration {
    /// Takes in a review.
    pub fn observe(&mut self, predicted: f32, recalled: bool) {
        let i = BINS.iter().position(|end| predicted < *end).unwrap_or(4);
        let bin = &mut self.bins[i];
        bin.reviews += 1;
        bin.recalled += u32::from(recalled);
        bin.predicted += f64::from(predicted);
        let miss = f64::from(predicted) - f64::from(u8::from(recalled));
        self.squares += miss * miss;
    }

    /// The bins, lowest predicted recall first.
    pub fn bins(&self) -> &[Bin; 5] {
        &self.bins
    }

    /// Reviews in all.
    pub fn reviews(&self) -> u32 {
        self.bins.iter().map(|b| b.reviews).sum()
    }

    /// Brier score: the mean squared error of the predictions, 0 at best.
    /// None without reviews.
    pub fn brier(&self) -> Option<f64> {
        let n = self.reviews();
        (n > 0).then(|| self.squares / f64::from(n))
    }

    /// The Brier score of always predicting the mean, for comparison.
    pub fn base_rate(&self) -> Option<f64> {
        let n = self.reviews();
        let rate = f64::from(self.bins.iter().map(|b| b.recalled).sum::<u32>()) / f64::from(n);
        (n > 0).then_some(rate * (1.0 - rate))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knowing_beats_the_base_rate() {
        let mut c = Calibration::default();
        for i in 0..100 {
            c.observe(0.95, i % 20 != 0);
            c.observe(0.3, i % 10 < 3);
        }
        assert_eq!(c.reviews(), 200);
        assert_eq!(c.bins()[4].recalled, 95);
        assert_eq!(c.bins()[0].recalled, 30);
        assert!(c.brier().expect("reviews") < c.base_rate().expect("reviews"));
        assert_eq!(Calibration::default().brier(), None);
    }
}
