//! A play in progress, future by future, so that whoever waits for it can be
//! served in between.

use super::future::{Future, drawn, unit};
use super::{Ahead, Ask, Start, Sums};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// Futures played so far.
pub struct Playing {
    ask: Ask,
    done: u32,
    sums: Sums,
}

impl Playing {
    /// Nothing played yet.
    pub fn new(start: &Start, ask: Ask) -> Self {
        Self {
            sums: Sums::new(ask.exam.since(start.today) as usize + 1),
            ask,
            done: 0,
        }
    }

    /// Plays one more future; says whether others are left. None if `cancel`
    /// said so; it is asked once a simulated day.
    pub fn step(&mut self, start: &Start, cancel: &dyn Fn() -> bool) -> Option<bool> {
        let futures = self.ask.futures.max(1);
        if self.done < futures {
            let seed = self.ask.seed ^ (u64::from(self.done) << 32);
            let mut rng = ChaCha8Rng::seed_from_u64(seed);
            // Evenly over what is believed, so that few futures show it all.
            let at = (self.done as f32 + unit(&mut rng)) / futures as f32;
            let weights = start.person.belief.likely();
            let mut future = Future::new(start, &self.ask, drawn(&weights, at), rng);
            future.live(&mut self.sums, cancel)?;
            self.done += 1;
        }
        Some(self.done < futures)
    }

    /// What became of it, in the mean of the futures played.
    pub fn ahead(self) -> Ahead {
        self.sums.ahead(f64::from(self.done.max(1)))
    }
}

impl std::fmt::Debug for Playing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}, {} played", self.ask, self.done)
    }
}
