//! Which moment to record when clocks disagree.
//!
//! An event is never dated before what its writer had already seen, so that
//! an answer sorts after the one it followed. A device whose clock is more
//! than a day ahead is not followed into the future; it is named instead.

use crate::domain::{Event, Moment};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A clock further ahead than this is wrong, not early.
pub const FAR_AHEAD_MS: i64 = 24 * 3_600_000;

/// 2020-01-01, before this program existed: earlier clocks had been reset.
const PLAUSIBLE_FROM_MS: i64 = 1_577_836_800_000;

/// The latest moment seen from each device.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Clocks {
    latest: BTreeMap<u64, i64>,
}

impl Clocks {
    /// Takes note of an event.
    pub fn note(&mut self, event: &Event) {
        let latest = self.latest.entry(event.id.device).or_insert(i64::MIN);
        *latest = (*latest).max(event.at.utc_ms);
    }

    /// The moment to record for something that happens on `device` at `wall`:
    /// the later of the wall clock and just after the latest event seen,
    /// leaving out other devices that are more than a day ahead.
    pub fn stamp(&self, device: u64, wall: Moment) -> Moment {
        let believed = |(&whose, &at): (&u64, &i64)| {
            let ahead = at.saturating_sub(wall.utc_ms) > FAR_AHEAD_MS;
            (whose == device || !ahead).then_some(at)
        };
        match self.latest.iter().filter_map(believed).max() {
            Some(last) => Moment {
                utc_ms: wall.utc_ms.max(last.saturating_add(1)),
                ..wall
            },
            None => wall,
        }
    }

    /// The devices whose latest event shows a clock that was wrong, with that
    /// event's time in UTC ms.
    pub fn wrong(&self, wall: Moment) -> Vec<(u64, i64)> {
        self.latest
            .iter()
            .filter(|(_, at)| is_wrong(**at, wall))
            .map(|(device, at)| (*device, *at))
            .collect()
    }
}

/// Whether a clock that said `at` (UTC ms) was wrong: more than a day ahead of
/// `wall`, or before this program existed.
pub fn is_wrong(at: i64, wall: Moment) -> bool {
    at.saturating_sub(wall.utc_ms) > FAR_AHEAD_MS || at < PLAUSIBLE_FROM_MS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Day, EventId, Happening};

    const NOON: i64 = 1_795_000_000_000;

    fn seen(entries: &[(u64, i64)]) -> Clocks {
        let mut clocks = Clocks::default();
        for &(device, at) in entries {
            clocks.note(&Event {
                id: EventId {
                    device,
                    session: 1,
                    seq: 1,
                },
                at: Moment {
                    utc_ms: at,
                    offset_min: 0,
                },
                day: Day(0),
                what: Happening::Unknown,
            });
        }
        clocks
    }

    fn stamp(entries: &[(u64, i64)], wall: i64) -> i64 {
        let wall = Moment {
            utc_ms: wall,
            offset_min: 60,
        };
        seen(entries).stamp(1, wall).utc_ms
    }

    #[test]
    fn time_never_runs_backwards() {
        assert_eq!(stamp(&[], NOON), NOON);
        assert_eq!(stamp(&[(1, NOON - 5)], NOON), NOON);
        assert_eq!(stamp(&[(1, NOON)], NOON), NOON + 1);
        assert_eq!(stamp(&[(2, NOON + 60_000)], NOON), NOON + 60_001);
    }

    #[test]
    fn another_devices_leap_is_not_followed_but_ones_own_is() {
        let leap = NOON + FAR_AHEAD_MS + 1;
        assert_eq!(stamp(&[(2, leap), (3, NOON + 7)], NOON), NOON + 8);
        assert_eq!(stamp(&[(1, leap)], NOON), leap + 1);
        assert_eq!(stamp(&[(2, i64::MAX), (1, i64::MAX)], NOON), i64::MAX);
    }

    #[test]
    fn wrong_clocks_are_named() {
        let wall = Moment {
            utc_ms: NOON,
            offset_min: 0,
        };
        let clocks = seen(&[(1, NOON), (2, 86_400_000), (3, NOON + FAR_AHEAD_MS + 1)]);
        let devices: Vec<u64> = clocks.wrong(wall).iter().map(|w| w.0).collect();
        assert_eq!(devices, [2, 3]);
    }
}
