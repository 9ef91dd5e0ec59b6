//! A running paper's time: what is left, the quiet warnings, zero, and the
//! moments when nobody was there.

use super::clock::{Mark, Reading};

/// Between two looks at the clock a second passes. When it was more than this,
/// the machine slept or the program was stopped: the candidate was away.
pub const AWAY_MS: u64 = 30_000;

/// Minutes before the end at which a word is said.
pub const WARNINGS: [u32; 3] = [30, 10, 5];

/// What the clock has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// So many minutes are left.
    Left(u32),
    /// None is.
    TimeUp,
    /// Nobody was there for so many milliseconds; the clock stands still until
    /// it is said whether they count.
    Away(u64),
}

/// How a paper's time is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Milliseconds allowed.
    pub limit_ms: u64,
    /// Whether the paper ends when they are used.
    pub ends: bool,
    /// Whether a gap between two looks means that the candidate was away.
    pub notices_gaps: bool,
}

/// A paper's time.
#[derive(Debug, Clone, PartialEq)]
pub struct Timer {
    rules: Rules,
    mark: Mark,
    runs: bool,
    /// The last warning given, in minutes.
    warned: u32,
    told: bool,
}

impl Timer {
    /// Begins to count.
    pub fn start(rules: Rules, now: &Reading) -> Self {
        let mark = Mark {
            at: now.clone(),
            elapsed_ms: 0,
        };
        let mut timer = Self::halted(rules, mark);
        timer.runs = true;
        timer
    }

    /// A clock that stands at a mark.
    pub fn halted(rules: Rules, mark: Mark) -> Self {
        let mut timer = Self {
            rules,
            mark,
            runs: false,
            warned: u32::MAX,
            told: false,
        };
        // What was said before isn't said again.
        let left = timer.rules.limit_ms.saturating_sub(timer.mark.elapsed_ms);
        timer.warned = warning(rules.limit_ms, left).unwrap_or(u32::MAX);
        timer
    }

    /// Whether it counts.
    pub fn runs(&self) -> bool {
        self.runs
    }

    /// Milliseconds allowed.
    pub fn limit_ms(&self) -> u64 {
        self.rules.limit_ms
    }

    /// Milliseconds used; a paper that ends with its time uses no more.
    pub fn elapsed_ms(&self, now: &Reading) -> u64 {
        // A gap counts only once somebody said so.
        let elapsed = if self.runs && !self.was_away(now) {
            self.mark.elapsed(now)
        } else {
            self.mark.elapsed_ms
        };
        if self.rules.ends {
            elapsed.min(self.rules.limit_ms)
        } else {
            elapsed
        }
    }

    /// Milliseconds left.
    pub fn left_ms(&self, now: &Reading) -> u64 {
        self.rules.limit_ms.saturating_sub(self.elapsed_ms(now))
    }

    fn was_away(&self, now: &Reading) -> bool {
        self.rules.notices_gaps && self.mark.since(now) > AWAY_MS
    }

    /// Milliseconds since the mark.
    pub fn away_ms(&self, now: &Reading) -> u64 {
        self.mark.since(now)
    }

    /// Milliseconds that would be left if the time since the mark counted.
    pub fn left_if_counted_ms(&self, now: &Reading) -> u64 {
        self.rules.limit_ms.saturating_sub(self.mark.elapsed(now))
    }

    /// Whether the time is used and the paper ends with it.
    pub fn is_up(&self, now: &Reading) -> bool {
        self.rules.ends && self.left_ms(now) == 0
    }

    /// The mark that a heartbeat keeps.
    pub fn mark(&self) -> &Mark {
        &self.mark
    }

    /// Looks at the clock.
    pub fn tick(&mut self, now: &Reading) -> Option<Notice> {
        if !self.runs {
            return None;
        }
        if self.was_away(now) {
            self.runs = false;
            return Some(Notice::Away(self.mark.since(now)));
        }
        self.mark = Mark {
            elapsed_ms: self.mark.elapsed(now),
            at: now.clone(),
        };
        if self.is_up(now) {
            return (!std::mem::replace(&mut self.told, true)).then_some(Notice::TimeUp);
        }
        let minutes = warning(self.rules.limit_ms, self.left_ms(now))?;
        if minutes >= self.warned {
            return None;
        }
        self.warned = minutes;
        Some(Notice::Left(minutes))
    }

    /// Stands still at so many milliseconds.
    pub fn halt(&mut self, elapsed_ms: u64, now: &Reading) {
        self.set(elapsed_ms, now);
        self.runs = false;
    }

    /// Counts on from so many milliseconds.
    pub fn run(&mut self, elapsed_ms: u64, now: &Reading) {
        self.set(elapsed_ms, now);
        self.runs = true;
    }

    fn set(&mut self, elapsed_ms: u64, now: &Reading) {
        // Never back below what is recorded.
        let elapsed_ms = elapsed_ms.max(self.mark.elapsed_ms);
        self.mark = Mark {
            at: now.clone(),
            elapsed_ms,
        };
    }
}

/// The warning that holds with so much left; a paper as short as the warning
/// needs none.
fn warning(limit_ms: u64, left_ms: u64) -> Option<u32> {
    let ms = |minutes: u32| u64::from(minutes) * 60_000;
    let due = |m: &&u32| left_ms <= ms(**m) && ms(**m) * 2 <= limit_ms;
    WARNINGS.iter().rev().find(due).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: Rules = Rules {
        limit_ms: 180 * 60_000,
        ends: true,
        notices_gaps: true,
    };

    fn at(ms: u64) -> Reading {
        Reading {
            boot_id: "b".into(),
            boot_ms: ms,
            wall_ms: 0,
        }
    }

    /// Every second from one moment to another.
    fn watch(timer: &mut Timer, from: u64, to: u64) -> Vec<(u64, Notice)> {
        let seconds = (from / 1000)..=(to / 1000);
        let looked = seconds.filter_map(|s| Some((s, timer.tick(&at(s * 1000))?)));
        looked.collect()
    }

    #[test]
    fn it_warns_three_times_and_ends_once() {
        let mut timer = Timer::start(RULES, &at(0));
        let said = watch(&mut timer, 0, 181 * 60_000);
        let minute = |m: u64| m * 60;
        assert_eq!(
            said,
            [
                (minute(150), Notice::Left(30)),
                (minute(170), Notice::Left(10)),
                (minute(175), Notice::Left(5)),
                (minute(180), Notice::TimeUp),
            ]
        );
        assert_eq!(timer.elapsed_ms(&at(999 * 60_000)), RULES.limit_ms);
    }

    #[test]
    fn a_short_paper_is_warned_only_where_it_helps() {
        let rules = Rules {
            limit_ms: 28 * 60_000,
            ..RULES
        };
        let said = watch(&mut Timer::start(rules, &at(0)), 0, 28 * 60_000);
        let words: Vec<Notice> = said.into_iter().map(|(_, n)| n).collect();
        assert_eq!(words, [Notice::Left(10), Notice::Left(5), Notice::TimeUp]);
    }

    #[test]
    fn a_closed_lid_is_noticed_and_counted_only_on_demand() {
        let mut timer = Timer::start(RULES, &at(0));
        assert_eq!(timer.tick(&at(1_000)), None);
        assert_eq!(
            timer.elapsed_ms(&at(601_000)),
            1_000,
            "before the look, too"
        );
        assert_eq!(timer.tick(&at(601_000)), Some(Notice::Away(600_000)));
        assert_eq!(timer.elapsed_ms(&at(700_000)), 1_000);
        assert_eq!(timer.tick(&at(700_000)), None, "the clock stands still");
        let mut counted = timer.clone();
        timer.run(1_000, &at(700_000));
        assert_eq!(timer.elapsed_ms(&at(705_000)), 6_000);
        counted.run(1_000 + counted.away_ms(&at(700_000)), &at(700_000));
        assert_eq!(counted.elapsed_ms(&at(705_000)), 705_000);
    }

    #[test]
    fn a_practice_paper_runs_over_and_never_ends_by_itself() {
        let rules = Rules {
            ends: false,
            ..RULES
        };
        let mut timer = Timer::start(rules, &at(0));
        let said = watch(&mut timer, 0, 190 * 60_000);
        assert!(said.iter().all(|(_, n)| *n != Notice::TimeUp), "{said:?}");
        assert_eq!(timer.elapsed_ms(&at(190 * 60_000)), 190 * 60_000);
        assert_eq!(timer.left_ms(&at(190 * 60_000)), 0);
    }

    #[test]
    fn a_warning_given_before_a_crash_is_not_repeated() {
        let mark = Mark {
            at: at(0),
            elapsed_ms: 171 * 60_000,
        };
        let mut timer = Timer::halted(RULES, mark);
        timer.run(0, &at(0));
        assert_eq!(timer.elapsed_ms(&at(0)), 171 * 60_000, "never back");
        let said = watch(&mut timer, 0, 9 * 60_000);
        let words: Vec<Notice> = said.into_iter().map(|(_, n)| n).collect();
        assert_eq!(words, [Notice::Left(5), Notice::TimeUp]);
    }
}
