//! What will come of it: the days to the exam played through, and what more
//! minutes, fewer, or another week would change.
//!
//! A [`Job`] asks before each simulated future, every few milliseconds, whether
//! anybody still waits for it. The same progress gives the same forecast.

mod job;
#[cfg(test)]
mod tests;
mod words;

pub use job::Job;
pub use words::{NOT_SOON, nothing_yet};

use crate::domain::Day;
use crate::scheduling::readiness::Estimate;

/// Minutes a day that are compared.
pub const MINUTES: [u16; 3] = [15, 20, 30];

/// A date is worth booking from this likelihood of passing on.
pub const LIKELY: f64 = 0.8;

/// Until so many cards came back on a later day, a forecast tells what people
/// are like and not this one: no word on passing is worth saying.
pub const EARLY: u32 = 60;

/// Further ahead nothing is played: nobody's habits hold so long.
pub const FURTHEST_DAYS: i32 = 400;

/// What will come of it, as far as it was reckoned.
#[derive(Debug, Clone, PartialEq)]
pub struct Forecast {
    /// The study day it was made on.
    pub today: Day,
    /// The exam's day, if one is set and still to come.
    pub exam: Option<Day>,
    /// It is today: nothing more is to be forecast.
    pub exam_today: bool,
    /// It is about exam questions; where there is no exam, about cards held.
    pub is_exam: bool,
    /// Minutes a day of the goal.
    pub minutes: u16,
    /// The share of planned time that was really given so far, at most 1; the
    /// forecast assumes it goes on.
    pub attendance: f64,
    /// Too few answers so far to know how this person forgets ([`EARLY`]).
    pub early: bool,
    /// The goal as it is: to the exam, or without a date 45 days ahead. None
    /// until it was played, or if the exam is today or too far away.
    pub course: Option<Course>,
    /// What if, in the order of minutes; the week later comes last.
    pub choices: Vec<Choice>,
    /// For an exam without a date to come: when to book, by minutes a day. None
    /// after a pass.
    pub bookings: Vec<Booking>,
}

/// One way of going on, played to its end.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Minutes a day.
    pub minutes: u16,
    /// The day it leads to.
    pub day: Day,
    /// Share of exam questions right on that day (0–1).
    pub score: Estimate,
    /// Recall of the cards on that day (0–1).
    pub cards: Estimate,
    /// Likelihood of passing (0–1); an estimate, the line isn't public.
    pub pass: f64,
    /// Recall by domain number on that day (0–1); 0 is outside the blueprint.
    pub domains: Vec<(u8, f64)>,
    /// Day by day from today to that day; of alternatives none.
    pub days: Vec<DayPoint>,
}

/// A day to come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayPoint {
    /// Which.
    pub day: Day,
    /// Share of exam questions right if the exam were on that morning (0–1).
    pub score: Estimate,
    /// Recall of the cards on that morning (0–1).
    pub cards: Estimate,
    /// Minutes of study.
    pub minutes: f64,
    /// Answers.
    pub answers: f64,
    /// Cards seen for the first time among them.
    pub new: f64,
    /// No study is planned.
    pub off: bool,
}

/// What could be chosen instead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    /// What would change.
    pub what_if: WhatIf,
    /// Share of exam questions right then (0–1).
    pub score: Estimate,
    /// Recall of the cards then (0–1).
    pub cards: Estimate,
    /// Likelihood of passing (0–1).
    pub pass: f64,
}

/// A change to the goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhatIf {
    /// So many minutes a day; the goal's own among them.
    Minutes(u16),
    /// The goal's minutes, and the exam on this later day.
    Later(Day),
}

/// What date to book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booking {
    /// At so many minutes a day.
    pub minutes: u16,
    /// The first day, in whole weeks from today, with a likelihood of passing
    /// of [`LIKELY`]; none within half a year.
    pub day: Option<Day>,
}
