//! A number a setting for every card there is, kept small: logarithms of
//! stability in steps of 1/2048, two bytes each. A step moves recall by less
//! than 0.0002, far below what any setting knows; ten thousand cards take
//! megabytes less at every start.
//!
//! Rounding happens where a number is kept, so that folding anew and reading
//! a snapshot give the same to the bit.

use super::ensemble::SETTINGS;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// Steps in one unit; numbers from −16 to 16 fit, a stability's are −7 to 10.5.
const STEPS: f32 = 2048.0;

/// Logarithms by setting, rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Logs([i16; SETTINGS]);

impl Logs {
    /// Rounds.
    pub(super) fn of(logs: &[f32; SETTINGS]) -> Self {
        // A cast of a float saturates.
        Self(logs.map(|x| (x * STEPS).round() as i16))
    }

    /// The numbers.
    #[inline]
    pub(super) fn all(&self) -> [f32; SETTINGS] {
        self.0.map(|x| f32::from(x) / STEPS)
    }
}

impl Serialize for Logs {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut bytes = [0; 2 * SETTINGS];
        for (pair, x) in bytes.chunks_exact_mut(2).zip(self.0) {
            pair.copy_from_slice(&x.to_le_bytes());
        }
        to.serialize_bytes(&bytes)
    }
}

impl<'de> Deserialize<'de> for Logs {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl de::Visitor<'_> for Bytes {
            type Value = Logs;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} bytes", 2 * SETTINGS)
            }
            fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Logs, E> {
                if bytes.len() != 2 * SETTINGS {
                    return Err(E::invalid_length(bytes.len(), &self));
                }
                let mut out = [0; SETTINGS];
                for (x, pair) in out.iter_mut().zip(bytes.chunks_exact(2)) {
                    *x = i16::from_le_bytes([pair[0], pair[1]]);
                }
                Ok(Logs(out))
            }
        }
        from.deserialize_bytes(Bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_within_half_a_step() {
        let logs = std::array::from_fn(|k| k as f32 * 0.27 - 6.9);
        let kept = Logs::of(&logs);
        for (a, b) in kept.all().iter().zip(logs) {
            assert!((a - b).abs() <= 0.5 / STEPS, "{a} for {b}");
        }
        assert_eq!(Logs::of(&kept.all()), kept, "rounded once");
        let bytes = postcard::to_stdvec(&kept).expect("bytes");
        assert_eq!(postcard::from_bytes::<Logs>(&bytes), Ok(kept));
        assert!(postcard::from_bytes::<Logs>(&bytes[..40]).is_err());
    }
}
