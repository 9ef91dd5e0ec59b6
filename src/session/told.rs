//! The real exam: how it went, and what was expected of it that morning.

use super::desk::{Desk, Shelf, blueprint_of};
use super::goal_text::long_date;
use super::ready::Scaled;
use super::ready::words::range;
use crate::domain::Day;
use crate::exam::score;
use crate::scheduling::readiness::Estimate;

/// A result that was told.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The day of the exam, or if nobody said which, of the telling.
    pub day: Day,
    /// Whether it was passed.
    pub passed: bool,
    /// The score, if it was told too.
    pub score: Option<u32>,
    /// What was expected; none if nothing was answered before.
    pub expected: Option<Expected>,
}

/// What was expected on the morning of the exam.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// Share of exam questions right, with its 80 % range.
    pub share: Estimate,
    /// Likelihood of a pass (0–1).
    pub pass: f64,
    /// The range on the exam's scale.
    pub scaled: Option<Scaled>,
}

impl Expected {
    /// Of an exam on the shelf's own day.
    pub(super) fn on(shelf: Shelf<'_>) -> Self {
        let ground = Desk::default().ground(shelf);
        let day = shelf.day;
        let r = ground.readiness(shelf.catalogue, shelf.progress, day, day);
        Self {
            share: r.exam,
            pass: r.pass,
            scaled: blueprint_of(shelf).map(|b| Scaled::of(&r.exam, b)),
        }
    }

    /// `71–83 % right, ≈ 760–850; likely a pass`.
    pub fn in_words(&self) -> String {
        let scaled = self.scaled.map(|s| format!(", ≈ {}", s.range()));
        format!(
            "{} right{}; {}",
            range(&self.share),
            scaled.unwrap_or_default(),
            score::in_words(self.pass)
        )
    }
}

impl Told {
    /// `passed, 812`.
    pub fn result(&self) -> String {
        let verdict = if self.passed { "passed" } else { "not passed" };
        match self.score {
            Some(score) => format!("{verdict}, {score}"),
            None => verdict.into(),
        }
    }

    /// Result and expectation, in sentences.
    pub fn in_words(&self) -> String {
        let mut out = format!("Your exam, {}: {}.", long_date(self.day), self.result());
        if let Some(expected) = &self.expected {
            out.push_str(&format!(" Expected that morning: {}.", expected.in_words()));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_stands_beside_what_was_expected() {
        let share = Estimate {
            expected: 0.77,
            low: 0.713,
            high: 0.828,
        };
        let mut told = Told {
            day: Day::parse("2027-03-14").expect("a day"),
            passed: true,
            score: Some(812),
            expected: Some(Expected {
                share,
                pass: 0.8,
                scaled: Some(Scaled {
                    low: 763,
                    high: 851,
                    top: 1000,
                    pass: 750,
                }),
            }),
        };
        assert_eq!(
            told.in_words(),
            "Your exam, Sunday 14 March 2027: passed, 812. Expected that morning: 71–83 % right, \
             ≈ 760–850; likely a pass."
        );
        (told.passed, told.score, told.expected) = (false, None, None);
        assert_eq!(
            told.in_words(),
            "Your exam, Sunday 14 March 2027: not passed."
        );
    }
}
