//! Luck that doesn't depend on the order of asking.
//!
//! Policies are compared on the same luck: the third answer to a card falls
//! alike whenever it comes. So a number is a hash of what it is for.

/// A person's luck.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Self {
        Self(scramble(seed ^ 0x5851_f42d_4c95_7f2d))
    }

    /// Evenly in 0..1.
    pub(super) fn uniform(self, purpose: u64, what: u64, nth: u32) -> f64 {
        let x = scramble(self.0 ^ scramble(purpose << 48 ^ what << 16 ^ u64::from(nth)));
        (x >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Standard normal (Box–Muller).
    pub(super) fn normal(self, purpose: u64, what: u64, nth: u32) -> f64 {
        let u = self.uniform(purpose ^ 0x1000, what, nth).max(1e-12);
        let v = self.uniform(purpose ^ 0x2000, what, nth);
        (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
    }
}

/// SplitMix64's finaliser.
fn scramble(x: u64) -> u64 {
    let x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
