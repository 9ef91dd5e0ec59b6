//! The paper's clock: neither suspend, kill nor a changed wall clock gives or
//! takes time.
//!
//! Within one boot the boot-time clock counts (it runs on while the machine
//! sleeps); across a reboot only the wall clock is left, and it may not run
//! backwards.

/// What the machine's clocks said at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Reading {
    /// Which boot of the machine; empty if it can't be known.
    pub boot_id: String,
    /// Milliseconds since that boot, sleep included.
    pub boot_ms: u64,
    /// Wall clock, UTC milliseconds.
    pub wall_ms: i64,
}

/// A paper's elapsed time at a moment.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Mark {
    /// When it was made.
    pub at: Reading,
    /// Milliseconds used of the paper by then.
    pub elapsed_ms: u64,
}

impl Mark {
    /// Milliseconds since the mark was made.
    pub fn since(&self, now: &Reading) -> u64 {
        if !now.boot_id.is_empty() && now.boot_id == self.at.boot_id {
            return now.boot_ms.saturating_sub(self.at.boot_ms);
        }
        u64::try_from(now.wall_ms.saturating_sub(self.at.wall_ms)).unwrap_or(0)
    }

    /// Milliseconds used of the paper now, if it ran on all the while.
    pub fn elapsed(&self, now: &Reading) -> u64 {
        self.elapsed_ms.saturating_add(self.since(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(boot: &str, boot_ms: u64, wall_ms: i64) -> Reading {
        Reading {
            boot_id: boot.into(),
            boot_ms,
            wall_ms,
        }
    }

    #[test]
    fn setting_the_wall_clock_changes_nothing_within_a_boot() {
        let mark = Mark {
            at: reading("b", 1_000, 50_000),
            elapsed_ms: 600,
        };
        for wall in [0, 50_000, 9_000_000] {
            assert_eq!(mark.elapsed(&reading("b", 4_000, wall)), 3_600);
        }
    }

    #[test]
    fn across_a_reboot_the_wall_clock_counts_but_never_backwards() {
        let mark = Mark {
            at: reading("b", 1_000, 50_000),
            elapsed_ms: 600,
        };
        assert_eq!(mark.elapsed(&reading("c", 10, 55_000)), 5_600);
        assert_eq!(mark.elapsed(&reading("c", 10, 20_000)), 600);
        let blind = Mark {
            at: reading("", 0, 50_000),
            elapsed_ms: 600,
        };
        assert_eq!(blind.elapsed(&reading("", 0, 51_000)), 1_600);
    }
}
