//! What a raw result says about the real exam: a range, and how likely a pass.
//!
//! The real pass line is not public in raw terms and the scale is equated, so
//! everything here is an estimate and is called one.

use serde::{Deserialize, Serialize};

/// Where the pass line probably lies, as a share of scored questions.
pub const PASS_LINE: f64 = 0.71;
/// How sure that is (standard deviation).
pub const PASS_LINE_SD: f64 = 0.03;
/// z of a two-sided 80 % interval.
pub const Z80: f64 = 1.2816;

/// The estimate from one paper.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// Share right.
    pub share: f64,
    /// 80 % interval of the share (Wilson's).
    pub share_low: f64,
    /// Its upper end.
    pub share_high: f64,
    /// The range on the exam's scale.
    pub scaled_low: u32,
    /// Its upper end.
    pub scaled_high: u32,
    /// Probability that the share on the real paper reaches the line.
    pub pass: f64,
}

/// Estimates from `right` of `of`, on a scale and with `scored` scored
/// questions on the real paper; none without questions.
pub fn estimate(
    right: usize,
    of: usize,
    scaled: (u32, u32),
    pass_mark: u32,
    scored: u32,
) -> Option<Estimate> {
    if of == 0 {
        return None;
    }
    let (low, high) = wilson(right, of, Z80);
    let share = right as f64 / of as f64;
    // The real paper is a sample too: its spread joins this paper's and the line's.
    let centre = (low + high) / 2.0;
    let ours = (high - low) / (2.0 * Z80);
    let theirs = (centre * (1.0 - centre) / f64::from(scored.max(1))).sqrt();
    let sd = (ours * ours + theirs * theirs + PASS_LINE_SD * PASS_LINE_SD).sqrt();
    Some(Estimate {
        share,
        share_low: low,
        share_high: high,
        scaled_low: on_scale(low, PASS_LINE + PASS_LINE_SD, scaled, pass_mark),
        scaled_high: on_scale(high, PASS_LINE - PASS_LINE_SD, scaled, pass_mark),
        pass: normal_cdf((centre - PASS_LINE) / sd),
    })
}

/// A range of shares (0–1) on an exam's scale, an estimate: the pass line is
/// not public.
pub fn scaled_range(share: (f64, f64), scaled: (u32, u32), pass_mark: u32) -> (u32, u32) {
    (
        on_scale(share.0, PASS_LINE + PASS_LINE_SD, scaled, pass_mark),
        on_scale(share.1, PASS_LINE - PASS_LINE_SD, scaled, pass_mark),
    )
}

/// Two straight lines through nothing right, the pass line and all right.
fn on_scale(share: f64, line: f64, (low, high): (u32, u32), pass_mark: u32) -> u32 {
    let (low, high, mark) = (f64::from(low), f64::from(high), f64::from(pass_mark));
    let scaled = if share < line {
        low + share / line * (mark - low)
    } else {
        mark + (share - line) / (1.0 - line) * (high - mark)
    };
    scaled.clamp(low, high).round() as u32
}

/// Wilson's interval of a share.
pub fn wilson(right: usize, of: usize, z: f64) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    let (n, p) = (of as f64, right as f64 / of as f64);
    let z2 = z * z;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = z / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    ((centre - half).max(0.0), (centre + half).min(1.0))
}

/// Φ, by Abramowitz & Stegun 7.1.26 (error below 1.5e-7).
fn normal_cdf(x: f64) -> f64 {
    let z = x.abs() / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * z);
    let poly = t
        * (0.254_829_592
            + t * (-0.284_496_736
                + t * (1.421_413_741 + t * (-1.453_152_027 + t * 1.061_405_429))));
    let erf = 1.0 - poly * (-z * z).exp();
    if x < 0.0 {
        (1.0 - erf) / 2.0
    } else {
        (1.0 + erf) / 2.0
    }
}

/// A probability in words; the interval stands beside it.
pub fn in_words(pass: f64) -> &'static str {
    match pass {
        p if p >= 0.9 => "very likely a pass",
        p if p >= 0.7 => "likely a pass",
        p if p > 0.3 => "could go either way",
        p if p > 0.1 => "a pass is unlikely",
        _ => "a pass is very unlikely",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_65(right: usize) -> Estimate {
        estimate(right, 65, (100, 1000), 750, 50).expect("questions")
    }

    #[test]
    fn a_result_at_the_line_is_open_and_its_range_holds_the_mark() {
        let e = of_65(46);
        assert!((0.35..0.65).contains(&e.pass), "{e:?}");
        assert!(e.scaled_low < 750 && 750 < e.scaled_high);
        assert!(e.share_low < e.share && e.share < e.share_high);
    }

    #[test]
    fn better_papers_are_estimated_higher_and_ends_stay_on_the_scale() {
        let all: Vec<_> = (0..=65).map(of_65).collect();
        for pair in all.windows(2) {
            assert!(pair[0].pass < pair[1].pass + 1e-4);
            assert!(pair[0].scaled_low <= pair[1].scaled_low);
        }
        assert!(all[0].scaled_low == 100 && all[65].scaled_high == 1000);
        assert!(all[65].pass > 0.98 && all[0].pass < 0.01);
        assert_eq!(estimate(0, 0, (100, 1000), 750, 50), None);
    }

    #[test]
    fn the_interval_is_wilson_s() {
        let (low, high) = wilson(8, 10, 1.96);
        assert!((low - 0.4902).abs() < 1e-3 && (high - 0.9433).abs() < 1e-3);
    }

    #[test]
    fn words_follow_the_probability() {
        assert_eq!(in_words(0.95), "very likely a pass");
        assert_eq!(in_words(0.5), "could go either way");
        assert_eq!(in_words(0.0), "a pass is very unlikely");
    }
}
