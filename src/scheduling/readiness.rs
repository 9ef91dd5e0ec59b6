//! "Am I ready?", answered with what isn't known.
//!
//! Recall of cards taken at face value promises 5–7 points too much: cards
//! seen are not questions unseen. How well knowledge carries over to fresh
//! questions is an unknown with a prior, learned from questions answered at
//! first sight and from mocks. In each domain logit(share right) =
//! logit(guess + (1 − guess)·recall) + δ + ε, with the transfer gap
//! δ ~ N(−0.2, 0.6) and ε ~ N(0, 0.25) for the domain; 4,000 such particles
//! are weighted by what was answered. On simulated people the error was 5.2
//! points and the 80 % interval covered 79 %.

use super::ensemble::{SETTINGS, Trace, Weights};
use crate::domain::Day;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Particles drawn; fixed seed, so that the same answers give the same words.
const PARTICLES: usize = 4000;

/// The transfer gap before any question was answered, in logits.
const TRANSFER: (f64, f64) = (-0.2, 0.6);

/// A domain's own share of it.
const DOMAIN: f64 = 0.25;

/// Scored questions of a full paper.
const SCORED: f64 = 50.0;

/// Where the pass line lies in raw terms is not public: mean and deviation.
const PASS_LINE: (f64, f64) = (0.71, 0.03);

/// Chance to answer right without knowing.
const GUESS: f64 = 0.25;

/// How much wider than the ensemble's own spread the truth was found to lie,
/// and the least deviation of mean recall; see benches/README.md.
const RECALL_SPREAD: (f32, f32) = (1.6, 0.004);

/// z of an 80 % interval.
const Z80: f64 = 1.2816;

/// An estimate (0–1) with its 80 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    /// The mean.
    pub expected: f64,
    /// One in ten lies below.
    pub low: f64,
    /// One in ten lies above.
    pub high: f64,
}

/// What is known of a card for this purpose.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Its share of the score; all add up to 1.
    pub weight: f32,
    /// Its domain's place in the answer.
    pub domain: usize,
    /// Its memory; none if never seen.
    pub trace: Option<&'a Trace>,
    /// Recall to take if there is no trace.
    pub untraced: f32,
}

/// Questions answered without having been seen before, in one domain.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct FirstSight {
    /// How many; recent ones in full, older ones in part.
    pub asked: f64,
    /// How many of them were right.
    pub right: f64,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Readiness {
    /// Share of exam questions right on the day.
    pub exam: Estimate,
    /// Mean recall of the cards on the day.
    pub cards: Estimate,
    /// Both by domain: share right, mean recall.
    pub domains: Vec<(Estimate, Estimate)>,
    /// Likelihood of passing; an estimate, since the line isn't public.
    pub pass: f64,
    /// First-sight questions behind the transfer gap.
    pub asked: f64,
}

/// Reckons readiness. `sights` are the first-sight answers by domain, given
/// about `today`; `day` is the exam's.
pub fn readiness(
    weights: &Weights,
    cards: &[Known<'_>],
    sights: &[FirstSight],
    today: Day,
    day: Day,
) -> Readiness {
    let count = sights.len();
    let now = Recall::of(weights, cards, count, today);
    let then = Recall::of(weights, cards, count, day);
    let mut rng = ChaCha8Rng::seed_from_u64(0x0072_6561_6479);
    let mut particles = Vec::with_capacity(PARTICLES);
    for _ in 0..PARTICLES {
        let gap = TRANSFER.0 + TRANSFER.1 * normal(&mut rng);
        let own: Vec<f64> = (0..count).map(|_| DOMAIN * normal(&mut rng)).collect();
        let luck = normal(&mut rng);
        let mut weight = 0.0;
        let mut shares = Vec::with_capacity(count);
        let mut whole = 0.0;
        for d in 0..count {
            let sight = sights[d];
            if sight.asked > 0.0 {
                let p = share(now.particle(d, luck), gap + own[d]);
                weight += sight.right * p.ln() + (sight.asked - sight.right) * (1.0 - p).ln();
            }
            let p = share(then.particle(d, luck), gap + own[d]);
            whole += then.weight[d] * p;
            shares.push(p);
        }
        let noise = normal(&mut rng) * (whole * (1.0 - whole) / SCORED).sqrt();
        let line = PASS_LINE.0 + PASS_LINE.1 * normal(&mut rng);
        particles.push(Particle {
            weight,
            whole,
            day: (whole + noise).clamp(0.0, 1.0),
            line,
            shares,
        });
    }
    let top = particles.iter().map(|p| p.weight).fold(f64::MIN, f64::max);
    particles
        .iter_mut()
        .for_each(|p| p.weight = (p.weight - top).exp());
    let sum: f64 = particles.iter().map(|p| p.weight).sum();
    let passing = particles.iter().filter(|p| p.day >= p.line);
    let domain = |d: usize| {
        (
            estimate(&particles, |p| p.shares[d], |p| p.shares[d]),
            then.estimate(d),
        )
    };
    Readiness {
        exam: estimate(&particles, |p| p.whole, |p| p.day),
        cards: then.all(),
        domains: (0..count).map(domain).collect(),
        pass: passing.map(|p| p.weight).sum::<f64>() / sum,
        asked: sights.iter().map(|s| s.asked).sum(),
    }
}

struct Particle {
    weight: f64,
    whole: f64,
    day: f64,
    line: f64,
    shares: Vec<f64>,
}

/// Mean recall by domain with its deviation.
struct Recall {
    mean: Vec<f64>,
    deviation: Vec<f64>,
    weight: Vec<f64>,
    whole: (f64, f64),
}

impl Recall {
    fn of(weights: &Weights, cards: &[Known<'_>], domains: usize, day: Day) -> Self {
        let mut by_setting = vec![[0.0f32; SETTINGS]; domains];
        let mut weight = vec![0.0f64; domains];
        for card in cards {
            weight[card.domain] += f64::from(card.weight);
            let sums = &mut by_setting[card.domain];
            match card.trace {
                Some(trace) => trace.add_recalls(day, card.weight, sums),
                None => sums
                    .iter_mut()
                    .for_each(|s| *s += card.weight * card.untraced),
            }
        }
        let mut all = [0.0f32; SETTINGS];
        for sums in &by_setting {
            all.iter_mut().zip(sums).for_each(|(a, s)| *a += s);
        }
        let whole = widened(weights.mean_and_spread(&all), 1.0);
        let each = by_setting.iter().zip(&weight).map(|(sums, w)| {
            let w = w.max(1e-9) as f32;
            widened(weights.mean_and_spread(&sums.map(|s| s / w)), 2.0)
        });
        let (mean, deviation) = each.unzip();
        Self {
            mean,
            deviation,
            weight,
            whole,
        }
    }

    /// Recall of a domain if all of recall is off by `luck` deviations.
    fn particle(&self, domain: usize, luck: f64) -> f64 {
        (self.mean[domain] + luck * self.deviation[domain]).clamp(0.005, 0.995)
    }

    fn estimate(&self, domain: usize) -> Estimate {
        around(self.mean[domain], self.deviation[domain])
    }

    fn all(&self) -> Estimate {
        around(self.whole.0, self.whole.1)
    }
}

fn widened((mean, spread): (f32, f32), floor: f32) -> (f64, f64) {
    let (times, least) = RECALL_SPREAD;
    let deviation = (spread * times).hypot(least * floor);
    (f64::from(mean), f64::from(deviation))
}

fn around(mean: f64, deviation: f64) -> Estimate {
    Estimate {
        expected: mean,
        low: (mean - Z80 * deviation).clamp(0.0, 1.0),
        high: (mean + Z80 * deviation).clamp(0.0, 1.0),
    }
}

/// Share right in a domain: what is known or guessed, moved by the gap.
fn share(recall: f64, gap: f64) -> f64 {
    let q = GUESS + (1.0 - GUESS) * recall;
    let x = (q / (1.0 - q)).ln() + gap;
    (1.0 / (1.0 + (-x).exp())).clamp(0.001, 0.999)
}

/// Weighted mean of one quantity, and the 80 % range of another.
fn estimate(
    particles: &[Particle],
    mean: impl Fn(&Particle) -> f64,
    range: impl Fn(&Particle) -> f64,
) -> Estimate {
    let sum: f64 = particles.iter().map(|p| p.weight).sum();
    let expected = particles.iter().map(|p| p.weight * mean(p)).sum::<f64>() / sum;
    let mut values: Vec<(f64, f64)> = particles.iter().map(|p| (range(p), p.weight)).collect();
    values.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let at = |share: f64| {
        let mut left = share * sum;
        for (value, weight) in &values {
            left -= weight;
            if left <= 0.0 {
                return *value;
            }
        }
        values.last().map_or(0.0, |v| v.0)
    };
    Estimate {
        expected,
        low: at(0.1),
        high: at(0.9),
    }
}

/// Standard normal (Box–Muller).
fn normal(rng: &mut ChaCha8Rng) -> f64 {
    let mut unit = || (rng.next_u64() >> 11) as f64 / (1u64 << 53) as f64;
    let (u, v) = (unit().max(1e-12), unit());
    (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(sights: [FirstSight; 2]) -> Readiness {
        let card = |domain, untraced| Known {
            weight: 0.5,
            domain,
            trace: None,
            untraced,
        };
        let cards = [card(0, 0.9), card(1, 0.7)];
        readiness(&Weights::even(), &cards, &sights, Day(0), Day(10))
    }

    #[test]
    fn recall_alone_promises_too_much() {
        let r = of([FirstSight::default(); 2]);
        assert!((r.cards.expected - 0.8).abs() < 1e-4);
        let face_value = 0.25 + 0.75 * 0.8;
        assert!(r.exam.expected < face_value - 0.02, "{:?}", r.exam);
        assert!(r.exam.low < r.exam.expected && r.exam.expected < r.exam.high);
        assert!(r.domains[0].0.expected > r.domains[1].0.expected);
        assert_eq!(r, of([FirstSight::default(); 2]), "no luck in it");
    }

    #[test]
    fn questions_at_first_sight_move_and_narrow_it() {
        let none = of([FirstSight::default(); 2]);
        let some = |right| {
            of([
                FirstSight { asked: 40.0, right },
                FirstSight { asked: 40.0, right },
            ])
        };
        let (good, bad) = (some(36.0), some(18.0));
        assert!(good.exam.expected > none.exam.expected);
        assert!(bad.exam.expected < none.exam.expected - 0.1);
        let width = |r: &Readiness| r.exam.high - r.exam.low;
        assert!(width(&good) < width(&none));
        assert!(
            good.pass > 0.9 && bad.pass < 0.2,
            "{} {}",
            good.pass,
            bad.pass
        );
    }
}
