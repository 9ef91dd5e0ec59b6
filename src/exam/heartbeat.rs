//! Where a paper was when nobody could say so any more.
//!
//! Every answer is in the journal with the paper's clock; between answers a
//! small file beside it (never synced) is written anew every 15 seconds and on
//! every move, so that a kill loses a quarter of a minute at most.

use super::clock::{Mark, Reading};
use crate::domain::{EventId, Moment};
use serde::{Deserialize, Serialize};

/// How often it beats.
pub const EVERY_MS: u64 = 15_000;

/// What the file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heartbeat {
    /// Which paper.
    pub mock: EventId,
    /// Its clock.
    pub mark: Mark,
    /// The question in view, from 1.
    pub question: u16,
}

impl Heartbeat {
    /// Reads the file; anything else than a heartbeat is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// What to write.
    pub fn to_json(&self) -> String {
        serde_json::json!(self).to_string()
    }
}

/// A paper as the journal has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Journaled {
    /// Which.
    pub mock: EventId,
    /// Milliseconds used, with the last answer.
    pub elapsed_ms: u64,
    /// When that was, by the wall clock.
    pub at: Moment,
    /// The question it was about, from 1.
    pub question: u16,
}

/// The latest that is known of an open paper: its clock and its place.
pub fn last_known(journal: Journaled, heartbeat: Option<Heartbeat>) -> (Mark, u16) {
    match heartbeat.filter(|h| h.mock == journal.mock) {
        Some(h) if h.mark.elapsed_ms >= journal.elapsed_ms => (h.mark, h.question),
        // An answer came after the last beat, so much later as its clock says.
        Some(h) => {
            let later = journal.elapsed_ms - h.mark.elapsed_ms;
            let at = Reading {
                boot_ms: h.mark.at.boot_ms.saturating_add(later),
                wall_ms: h.mark.at.wall_ms.saturating_add_unsigned(later),
                ..h.mark.at
            };
            let elapsed_ms = journal.elapsed_ms;
            (Mark { at, elapsed_ms }, journal.question)
        }
        None => {
            let at = Reading {
                boot_id: String::new(),
                boot_ms: 0,
                wall_ms: journal.at.utc_ms,
            };
            let elapsed_ms = journal.elapsed_ms;
            (Mark { at, elapsed_ms }, journal.question)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mock(seq: u32) -> EventId {
        EventId {
            device: 1,
            session: 1,
            seq,
        }
    }

    fn journal(elapsed_ms: u64) -> Journaled {
        Journaled {
            mock: mock(1),
            elapsed_ms,
            at: Moment {
                utc_ms: 500_000,
                offset_min: 60,
            },
            question: 3,
        }
    }

    fn beat(of: u32, elapsed_ms: u64) -> Heartbeat {
        Heartbeat {
            mock: mock(of),
            mark: Mark {
                at: Reading {
                    boot_id: "b".into(),
                    boot_ms: 70_000,
                    wall_ms: 499_000,
                },
                elapsed_ms,
            },
            question: 9,
        }
    }

    fn now(boot: &str, boot_ms: u64, wall_ms: i64) -> Reading {
        Reading {
            boot_id: boot.into(),
            boot_ms,
            wall_ms,
        }
    }

    #[test]
    fn the_later_of_journal_and_heartbeat_counts() {
        let (mark, question) = last_known(journal(10_000), Some(beat(1, 24_000)));
        assert_eq!((mark.elapsed_ms, question), (24_000, 9));
        let (mark, question) = last_known(journal(30_000), Some(beat(1, 24_000)));
        assert_eq!((mark.elapsed_ms, question), (30_000, 3));
        // The answer came six seconds after the beat at 70 s of this boot.
        assert_eq!(mark.since(&now("b", 80_000, 0)), 4_000);
    }

    #[test]
    fn without_a_heartbeat_the_wall_clock_has_to_do() {
        for heartbeat in [None, Some(beat(2, 99_000))] {
            let (mark, question) = last_known(journal(10_000), heartbeat);
            assert_eq!((mark.elapsed_ms, question), (10_000, 3));
            assert_eq!(mark.since(&now("b", 1, 560_000)), 60_000);
            assert_eq!(mark.since(&now("b", 1, 100_000)), 0, "set back: nothing");
        }
    }

    #[test]
    fn a_damaged_file_is_no_heartbeat() {
        let beat = beat(1, 5);
        let json = beat.to_json();
        assert_eq!(Heartbeat::read(json.as_bytes()), Some(beat));
        assert_eq!(Heartbeat::read(&json.as_bytes()[..20]), None);
        assert_eq!(Heartbeat::read(b""), None);
    }
}
