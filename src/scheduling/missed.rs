//! Cards that were missed come back until they are known.
//!
//! A card is missed from its first wrong answer until it was answered right,
//! and not by a guess, on two different study days later than the miss's.

use crate::domain::Day;
use serde::{Deserialize, Serialize};

/// Right answers on this many later days end a miss.
pub const RIGHT_DAYS: usize = 2;

/// The record of a card's misses.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Misses {
    /// Wrong answers ever.
    pub times: u32,
    /// Study day of the latest wrong answer.
    pub last: Option<Day>,
    /// Later study days with a right answer, while the miss is open.
    pub right_days: Vec<Day>,
    /// Whether the miss is still open.
    pub open: bool,
}

impl Misses {
    /// Takes an answer in: `right`, and whether by the person's own account a guess.
    pub fn observe(&mut self, right: bool, guessed: bool, day: Day) {
        if !right {
            self.times += 1;
            self.last = Some(self.last.map_or(day, |last| last.max(day)));
            self.right_days.clear();
            self.open = true;
        } else if self.open && !guessed {
            let later = self.last.is_none_or(|miss| day > miss);
            if later && !self.right_days.contains(&day) {
                self.right_days.push(day);
            }
            if self.right_days.len() >= RIGHT_DAYS {
                self.open = false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_later_days_end_a_miss_and_a_new_miss_starts_again() {
        let mut m = Misses::default();
        m.observe(true, false, Day(1));
        assert!(!m.open);
        m.observe(false, false, Day(2));
        m.observe(true, false, Day(2));
        assert!(
            m.open && m.right_days.is_empty(),
            "the same day proves nothing"
        );
        m.observe(true, false, Day(3));
        m.observe(true, false, Day(3));
        assert!(m.open, "one day twice is one day");
        m.observe(false, false, Day(4));
        m.observe(true, false, Day(5));
        m.observe(true, true, Day(6));
        assert!(m.open, "a guess doesn't count");
        m.observe(true, false, Day(7));
        assert!(!m.open);
        assert_eq!(m.times, 2);
    }
}
