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
/// Particles that must carry a belief.
const FEWEST: f64 = 30.0;

/// One particle in so many stands for people whose gap is far from all that:
/// three times the spread. Without them a surprising record would rest on the
/// one particle that comes nearest, and look certain.
const FAR: (usize, f64) = (8, 3.0);

/// A domain's own share of it.
const DOMAIN: f64 = 0.25;

/// Scored questions of a full paper.
const SCORED: f64 = 50.0;

/// Where the pass line lies in raw terms is not public: mean and deviation.
const PASS_LINE: (f64, f64) = (0.71, 0.03);

/// Chance to answer right without knowing.
const GUESS: f64 = 0.25;

/// What the deviation of mean recall is made of, in quadrature. This share of
/// the spread between settings. No setting is quite true: this much, once the
/// second figure and more of the cards seen is expected to be forgotten (in a
/// domain twice as much). And this share of what will have been forgotten
/// between now and then, which nobody has seen yet. Fitted on simulated people,
/// checked on others; see benches/README.md.
const SPREAD: f64 = 0.9;
const UNTRUE: (f64, f64) = (0.01, 0.01);
const UNSEEN_YET: f64 = 0.17;

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

/// How well knowledge carries over to fresh questions: an unknown, as 4,000
/// guesses weighed by what was answered at first sight.
#[derive(Debug, Clone)]
pub struct Transfer {
    particles: Vec<Particle>,
    asked: f64,
    /// Recall on the day of learning.
    now: Recall,
}

/// Recall of a domain's cards on a day, and its share of the score (0–1).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Held {
    /// The mean.
    pub mean: f64,
    /// Its standard deviation.
    pub deviation: f64,
    /// The domain's share; all add up to 1.
    pub weight: f64,
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
    Transfer::learn(weights, cards, sights, today).readiness(weights, cards, day)
}

impl Transfer {
    /// Learns it from the first-sight answers by domain, given about `today`.
    pub fn learn(
        weights: &Weights,
        cards: &[Known<'_>],
        sights: &[FirstSight],
        today: Day,
    ) -> Self {
        let now = Recall::of(weights, cards, sights.len(), today);
        let mut rng = ChaCha8Rng::seed_from_u64(0x0072_6561_6479);
        let particle = |i: usize| {
            let far = if i.is_multiple_of(FAR.0) { FAR.1 } else { 1.0 };
            let gap = TRANSFER.0 + far * TRANSFER.1 * normal(&mut rng);
            let own = sights.iter().map(|_| far * DOMAIN * normal(&mut rng));
            let gaps: Vec<f64> = own.map(|own| gap + own).collect();
            let luck = normal(&mut rng);
            let mut weight = 0.0;
            for (d, sight) in sights.iter().enumerate().filter(|(_, s)| s.asked > 0.0) {
                let p = share(now.held[d].by(luck), gaps[d]);
                weight += sight.right * p.ln() + (sight.asked - sight.right) * (1.0 - p).ln();
            }
            Particle {
                weight,
                gaps,
                luck,
                noise: normal(&mut rng),
                line: PASS_LINE.0 + PASS_LINE.1 * normal(&mut rng),
            }
        };
        let mut particles: Vec<Particle> = (0..PARTICLES).map(particle).collect();
        let top = particles.iter().map(|p| p.weight).fold(f64::MIN, f64::max);
        let belief = tempered(particles.iter().map(|p| p.weight - top).collect());
        for (particle, weight) in particles.iter_mut().zip(belief) {
            particle.weight = weight;
        }
        Self {
            particles,
            asked: sights.iter().map(|s| s.asked).sum(),
            now,
        }
    }

    /// Readiness for a day, if nothing more is studied.
    pub fn readiness(&self, weights: &Weights, cards: &[Known<'_>], day: Day) -> Readiness {
        let domains = self.particles.first().map_or(0, |p| p.gaps.len());
        let then = Recall::of(weights, cards, domains, day).since(&self.now);
        let (exam, pass) = self.exam(&then.held);
        let domain = |(d, held): (usize, &Held)| {
            let shares = |p: &Particle| share(held.by(p.luck), p.gaps[d]);
            let drawn = self.particles.iter().map(|p| Drawn {
                weight: p.weight,
                mean: shares(p),
                value: shares(p),
            });
            (estimate(drawn.collect()), around(held.mean, held.deviation))
        };
        Readiness {
            exam,
            cards: around(then.whole.mean, then.whole.deviation),
            domains: then.held.iter().enumerate().map(domain).collect(),
            pass,
            asked: self.asked,
        }
    }

    /// The share of exam questions right if the domains are held so, with the
    /// likelihood of passing (0–1).
    pub fn exam(&self, held: &[Held]) -> (Estimate, f64) {
        let (mut passing, mut sum) = (0.0, 0.0);
        let drawn = self.particles.iter().map(|p| {
            let domains = held.iter().zip(&p.gaps);
            let whole: f64 = domains
                .map(|(h, gap)| h.weight * share(h.by(p.luck), *gap))
                .sum();
            let noise = p.noise * (whole * (1.0 - whole) / SCORED).max(0.0).sqrt();
            let day = (whole + noise).clamp(0.0, 1.0);
            sum += p.weight;
            passing += if day >= p.line { p.weight } else { 0.0 };
            Drawn {
                weight: p.weight,
                mean: whole,
                value: day,
            }
        });
        (estimate(drawn.collect()), passing / sum)
    }
}

/// How the domains are held on a day, asked on that day.
pub fn held(weights: &Weights, cards: &[Known<'_>], domains: usize, day: Day) -> Vec<Held> {
    Recall::of(weights, cards, domains, day).held
}

/// One guess at what is unknown.
#[derive(Debug, Clone)]
struct Particle {
    weight: f64,
    /// By domain.
    gaps: Vec<f64>,
    luck: f64,
    noise: f64,
    line: f64,
}

/// What a guess makes of a quantity: its mean, and a value with the day's luck.
struct Drawn {
    weight: f64,
    mean: f64,
    value: f64,
}

impl Held {
    /// Recall if all of recall is off by `luck` deviations.
    fn by(&self, luck: f64) -> f64 {
        (self.mean + luck * self.deviation).clamp(0.005, 0.995)
    }

    /// The same, foretold on a day when it was held so.
    fn since(self, now: &Held) -> Self {
        let lost = (now.mean - self.mean).max(0.0);
        Self {
            deviation: self.deviation.hypot(UNSEEN_YET * lost),
            ..self
        }
    }
}

/// Mean recall by domain with its deviation.
#[derive(Debug, Clone)]
struct Recall {
    held: Vec<Held>,
    whole: Held,
}

impl Recall {
    fn of(weights: &Weights, cards: &[Known<'_>], domains: usize, day: Day) -> Self {
        let mut by_setting = vec![[0.0f32; SETTINGS]; domains];
        // By domain: weight, weight of cards seen, recall of the others.
        let mut sums = vec![[0.0f32; 3]; domains];
        for card in cards {
            let [weight, seen, others] = &mut sums[card.domain];
            *weight += card.weight;
            match card.trace {
                Some(trace) => {
                    trace.add_recalls(day, card.weight, &mut by_setting[card.domain]);
                    *seen += card.weight;
                }
                None => *others += card.weight * card.untraced,
            }
        }
        let mut all = [0.0f32; SETTINGS];
        let (mut all_seen, mut all_others) = (0.0, 0.0);
        for (by, [_, seen, others]) in by_setting.iter().zip(&sums) {
            all.iter_mut().zip(by).for_each(|(a, s)| *a += s);
            all_seen += seen;
            all_others += others;
        }
        let whole = recall(weights, &all, all_seen, all_others, 1.0);
        let whole = Held {
            weight: 1.0,
            ..whole
        };
        let each = by_setting
            .iter()
            .zip(sums)
            .map(|(by, [weight, seen, others])| {
                let w = weight.max(1e-9);
                Held {
                    weight: f64::from(weight),
                    ..recall(weights, &by.map(|s| s / w), seen / w, others / w, 2.0)
                }
            });
        Self {
            held: each.collect(),
            whole,
        }
    }

    /// The same, foretold on a day when recall was `now`.
    fn since(self, now: &Recall) -> Self {
        let held = self.held.into_iter().zip(&now.held);
        Self {
            held: held.map(|(then, now)| then.since(now)).collect(),
            whole: self.whole.since(&now.whole),
        }
    }
}

/// Mean recall and its deviation, if cards seen weigh `seen` and are recalled
/// so by each setting, and the others add `others`.
fn recall(
    weights: &Weights,
    by_setting: &[f32; SETTINGS],
    seen: f32,
    others: f32,
    untrue: f64,
) -> Held {
    let (mean, spread) = weights.mean_and_spread(by_setting);
    let forgotten = f64::from((seen - mean).max(0.0));
    let (most, from) = UNTRUE;
    let untrue = untrue * most * forgotten / (forgotten + from);
    Held {
        mean: f64::from(mean + others),
        deviation: (SPREAD * f64::from(spread)).hypot(untrue),
        weight: 0.0,
    }
}

/// Mean recall of cards on a day with its standard deviation (0–1), asked on
/// that day.
pub fn recall_on(weights: &Weights, cards: &[Known<'_>], day: Day) -> (f64, f64) {
    let domains = cards.iter().map(|c| c.domain + 1).max().unwrap_or(0);
    let Held {
        mean, deviation, ..
    } = Recall::of(weights, cards, domains, day).whole;
    (mean, deviation)
}

fn around(mean: f64, deviation: f64) -> Estimate {
    Estimate {
        expected: mean,
        low: (mean - Z80 * deviation).clamp(0.0, 1.0),
        high: (mean + Z80 * deviation).clamp(0.0, 1.0),
    }
}

/// Weights from their logarithms (the highest 0), discounted until at least
/// [`FEWEST`] particles carry them: fewer say nothing of how sure to be.
fn tempered(logs: Vec<f64>) -> Vec<f64> {
    let at = |heat: f64| logs.iter().map(|l| (heat * l).exp()).collect::<Vec<f64>>();
    let effective = |weights: &[f64]| {
        let sum: f64 = weights.iter().sum();
        sum * sum / weights.iter().map(|w| w * w).sum::<f64>()
    };
    let all = at(1.0);
    if effective(&all) >= FEWEST {
        return all;
    }
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..20 {
        let middle = (low + high) / 2.0;
        match effective(&at(middle)) >= FEWEST {
            true => low = middle,
            false => high = middle,
        }
    }
    at(low)
}

/// Share right in a domain: what is known or guessed, moved by the gap.
fn share(recall: f64, gap: f64) -> f64 {
    let q = GUESS + (1.0 - GUESS) * recall;
    let x = (q / (1.0 - q)).ln() + gap;
    (1.0 / (1.0 + (-x).exp())).clamp(0.001, 0.999)
}

/// Weighted mean of one quantity, and the 80 % range of the other.
fn estimate(mut drawn: Vec<Drawn>) -> Estimate {
    let sum: f64 = drawn.iter().map(|d| d.weight).sum();
    let expected = drawn.iter().map(|d| d.weight * d.mean).sum::<f64>() / sum;
    drawn.sort_unstable_by(|a, b| a.value.total_cmp(&b.value));
    let at = |share: f64| {
        let mut left = share * sum;
        for d in &drawn {
            left -= d.weight;
            if left <= 0.0 {
                return d.value;
            }
        }
        drawn.last().map_or(0.0, |d| d.value)
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
mod tests;
