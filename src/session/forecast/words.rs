//! A forecast in sentences: of exam questions where there is an exam, of cards
//! held where there is none.

use super::{Booking, DayPoint, Forecast, WhatIf};
use crate::domain::Day;
use crate::domain::text::count;
use crate::exam::score;
use crate::scheduling::Progress;
use crate::scheduling::readiness::Estimate;
use crate::session::ready::words::range;

/// Why nothing can be forecast at all, if so: without a single answer it would
/// tell of people in general, not of this one.
pub fn nothing_yet(progress: &Progress) -> Option<&'static str> {
    (progress.reviews == 0).then_some(
        "Nothing to go by yet: after the first answers the days to come are played through here.",
    )
}

impl Forecast {
    /// What will be reached, or why that isn't played; none if it wasn't yet.
    pub fn headline(&self) -> Option<String> {
        let Some(course) = &self.course else {
            return match self.exam {
                _ if self.exam_today => Some("The exam is today. Good luck!".into()),
                Some(_) => Some("The exam is too far away for a forecast.".into()),
                None => None,
            };
        };
        let minutes = count(course.minutes, "minute");
        let reach = self.of(&course.score, &course.cards);
        let by = course.day.short();
        Some(match (self.exam.is_some(), self.is_exam) {
            (true, true) => {
                let passing = self.passing(course.pass);
                format!("At {minutes} a day you will reach {reach}; {passing}.")
            }
            (false, true) => format!("At {minutes} a day you would reach {reach} by {by}."),
            (true, false) => format!("At {minutes} a day you will hold {reach} of these cards."),
            (false, false) => {
                format!("At {minutes} a day you would hold {reach} of these cards by {by}.")
            }
        })
    }

    /// What it is about, as a range.
    fn of(&self, score: &Estimate, cards: &Estimate) -> String {
        range(if self.is_exam { score } else { cards })
    }

    /// Whether that leads to a pass, where it can be said.
    fn passing(&self, pass: f64) -> &'static str {
        match self.early {
            true => "too early to say more",
            false => score::in_words(pass),
        }
    }

    /// What other minutes or another week would change.
    pub fn what_if(&self) -> Option<String> {
        let others = self.choices.iter().filter_map(|c| {
            let reach = self.of(&c.score, &c.cards);
            match c.what_if {
                WhatIf::Minutes(m) if m == self.minutes => None,
                WhatIf::Minutes(m) => Some(format!("{}: {reach}", count(m, "minute"))),
                WhatIf::Later(_) => Some(format!("a week later: {reach}")),
            }
        });
        let others: Vec<String> = others.collect();
        (!others.is_empty()).then(|| others.join(" · "))
    }

    /// What date to book, where none is: a sentence, and the dates it leads up
    /// to, if they can be named yet.
    pub fn when_to_book(&self) -> Option<(&'static str, &[Booking])> {
        let none = self.bookings.iter().all(|b| b.day.is_none());
        match self.bookings.as_slice() {
            [] => None,
            _ if none && self.early => Some((
                "What date to book? Too early to say: a week of answers will tell.",
                &[],
            )),
            bookings => Some((
                "What date to book? The first with four chances in five of passing:",
                bookings,
            )),
        }
    }

    /// The same in two lines at most.
    pub fn booking_in_words(&self) -> Vec<String> {
        let Some((words, dates)) = self.when_to_book() else {
            return Vec::new();
        };
        let dates = dates.iter().map(|b| {
            let when = b.day.map_or(NOT_SOON.into(), Day::short);
            format!("{} min a day: {when}", b.minutes)
        });
        let dates: Vec<String> = dates.collect();
        let dates = Some(dates.join(" · ")).filter(|d| !d.is_empty());
        std::iter::once(words.to_owned()).chain(dates).collect()
    }

    /// The course as a curve: (place from the left 0–1, what it is about).
    pub fn curve(&self) -> Vec<(f64, Estimate)> {
        let days = self.course.as_ref().map_or(&[][..], |c| &c.days);
        let last = days.len().saturating_sub(1).max(1) as f64;
        let points = days.iter().enumerate();
        let point = |(i, d): (usize, &DayPoint)| {
            let of = if self.is_exam { d.score } else { d.cards };
            (i as f64 / last, of)
        };
        points.map(point).collect()
    }

    /// What the signs on its chart mean.
    pub fn signs(&self) -> Vec<(&'static str, &'static str)> {
        let what = match self.is_exam {
            true => "questions right",
            false => "cards held",
        };
        let mut signs = vec![("━", what), ("░", "its range"), ("▄", "minutes")];
        if self.is_exam {
            signs.push(("┄", "about a pass"));
        }
        signs
    }

    /// What it takes for granted.
    pub fn assumption(&self) -> Option<String> {
        let given = (100.0 * self.attendance).round();
        (self.attendance < 0.95)
            .then(|| format!("It assumes {given} % of the planned time is studied, as so far."))
    }
}

/// Said of a date that lies further ahead than is looked.
pub const NOT_SOON: &str = "not within half a year";
