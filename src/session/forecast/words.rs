//! A forecast in sentences.

use super::{Course, Forecast, WhatIf};
use crate::domain::Day;
use crate::exam::score;
use crate::session::ready::words::range;

impl Forecast {
    /// What will be reached; none if nothing was played.
    pub fn headline(&self) -> Option<String> {
        let course = self.course.as_ref()?;
        let (minutes, reach) = (course.minutes, range(&course.score));
        Some(match self.exam {
            Some(_) => format!(
                "At {minutes} minutes a day you will reach {reach}; {}.",
                self.passing(course)
            ),
            None => format!(
                "At {minutes} minutes a day you would reach {reach} by {}.",
                short(course.day)
            ),
        })
    }

    /// Whether a course leads to a pass, where that can be said.
    pub fn passing(&self, course: &Course) -> &'static str {
        match self.early {
            true => "too early to say more",
            false => score::in_words(course.pass),
        }
    }

    /// Why no date can be named yet, if so.
    pub fn too_early_to_book(&self) -> Option<&'static str> {
        let none = self.bookings.iter().all(|b| b.day.is_none());
        (self.early && none && !self.bookings.is_empty())
            .then_some("What date to book? Too early to say: a week of answers will tell.")
    }

    /// What other minutes or another week would change.
    pub fn what_if(&self) -> Option<String> {
        let others = self.choices.iter().filter_map(|c| match c.what_if {
            WhatIf::Minutes(m) if m == self.minutes => None,
            WhatIf::Minutes(m) => Some(format!("{m} minutes: {}", range(&c.score))),
            WhatIf::Later(_) => Some(format!("a week later: {}", range(&c.score))),
        });
        let others: Vec<String> = others.collect();
        (!others.is_empty()).then(|| others.join(" · "))
    }

    /// What date to book, where none is.
    pub fn when_to_book(&self) -> Option<String> {
        if let Some(why) = self.too_early_to_book() {
            return Some(why.into());
        }
        let dates = self.bookings.iter().map(|b| {
            let when = b.day.map_or("not within half a year".into(), short);
            format!("{} min a day: {when}", b.minutes)
        });
        let dates: Vec<String> = dates.collect();
        (!dates.is_empty()).then(|| {
            let dates = dates.join(" · ");
            format!("The first date with four chances in five of passing: {dates}")
        })
    }

    /// What it takes for granted.
    pub fn assumption(&self) -> Option<String> {
        let given = (100.0 * self.attendance).round();
        (self.attendance < 0.95)
            .then(|| format!("It assumes {given} % of the planned time is studied, as so far."))
    }
}

fn short(day: Day) -> String {
    day.date().strftime("%-d %b").to_string()
}
