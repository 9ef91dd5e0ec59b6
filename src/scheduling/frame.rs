//! A study day's frame: the calendar it stands in and what is believed of the
//! person when it begins.

use super::ensemble::Weights;
use super::person::{Person, UNSEEN_RECALL};
use super::seconds::Cost;
use crate::domain::{Day, Kind};

/// Without a date, what matters is recall so many days ahead.
pub const ROLLING_DAYS: i32 = 45;

/// The last so many days of the calendar, as one part of it, are for pure gain.
const STRETCH: i32 = 5;

/// The last evening before the exam is no longer than this, and brings nothing
/// new.
pub const LAST_EVENING_MINUTES: u16 = 15;

/// Days that come to nothing although nothing so far says so.
const SURPRISE_DAYS: f32 = 0.3;

/// Questions get this share of the minutes, and that in the final third.
const QUESTIONS: [f32; 2] = [1.0 / 3.0, 0.5];

/// From the first study day to the exam.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// The exam's day, if there is one to come.
    pub exam: Option<Day>,
    /// The first study day.
    pub start: Day,
    /// Minutes a study day.
    pub minutes: u16,
    /// Weekdays without study, Monday 0 to Sunday 6.
    pub days_off: Vec<u8>,
    /// Single days without study.
    pub dates_off: Vec<Day>,
    /// The share of planned time that the person really gives.
    pub attendance: f32,
}

/// What doesn't change during a study day.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The study day.
    pub today: Day,
    /// The exam's day, or a rolling horizon.
    pub horizon: Day,
    /// First day of the final stretch: gain per second alone from here on.
    pub stretch: Day,
    /// Seconds of study from tomorrow until the final stretch.
    pub room_s: f32,
    /// Seconds of study from tomorrow until the exam.
    pub all_s: f32,
    /// How likely a look put off till half-way to the exam is never had, 0–1.
    pub lost: f32,
    /// Whether there is an exam's day.
    pub dated: bool,
    /// Seconds of study a day.
    pub day_s: f32,
    /// Share of the time that questions get, 0–1.
    pub questions: f32,
    /// Question seconds owed from the days before (negative: in advance).
    pub owed_s: f32,
    /// What is believed of the person's memory.
    pub weights: Weights,
    /// Likelihoods of the four first grades of a flashcard.
    pub first_grades: [f32; 4],
    /// What flashcards cost, and questions.
    pub costs: [Cost; 2],
    /// Recall of a card never seen.
    pub unseen: f32,
    /// How many cards each stands for; `costs` are of that many.
    pub grain: f32,
}

impl Calendar {
    /// The frame of a day. `questions`: their share of its time; `owed_s`:
    /// seconds of it that earlier days fell short.
    pub fn frame(&self, today: Day, person: &Person, questions: f32, owed_s: f32) -> Frame {
        let horizon = self.horizon(today);
        let stretch = match self.exam {
            Some(exam) => exam + -(self.whole(today) / STRETCH),
            None => horizon,
        };
        let usual_s = f32::from(self.minutes) * 60.0;
        let evening_s = usual_s.min(f32::from(LAST_EVENING_MINUTES) * 60.0);
        let day_s = match self.exam == Some(today + 1) {
            true => evening_s,
            false => usual_s,
        };
        let eve = horizon + -1;
        let evening = self.exam.is_some() && eve > today && !self.is_off(eve);
        let short_s = f32::from(u8::from(evening)) * (usual_s - evening_s);
        let all_s = usual_s * self.study_days(today + 1, horizon) as f32 - short_s;
        let days = self.study_days(today + 1, stretch) as f32;
        Frame {
            today,
            horizon,
            stretch,
            room_s: usual_s * self.attendance * days,
            all_s: self.attendance * all_s,
            lost: self.lost(horizon.since(today) as f32),
            dated: self.exam.is_some(),
            day_s,
            questions,
            owed_s,
            weights: person.belief.weights(),
            first_grades: person.habits.first_grades(),
            costs: [Kind::Flashcard, Kind::Choice].map(|k| person.habits.cost(k)),
            unseen: UNSEEN_RECALL,
            grain: 1.0,
        }
    }

    /// Whoever missed days will miss others; and even who never did may, which
    /// weighs the more the fewer are left.
    fn lost(&self, days_left: f32) -> f32 {
        let absent = (1.0 - self.attendance).max(0.0);
        (absent + SURPRISE_DAYS / days_left.max(1.0)).min(1.0)
    }

    /// The day that recall is wanted for.
    pub fn horizon(&self, today: Day) -> Day {
        self.exam.unwrap_or(today + ROLLING_DAYS)
    }

    /// The share of the minutes that questions get on a day.
    pub fn question_share(&self, today: Day, any_questions: bool) -> f32 {
        let third = self.whole(today) / 3;
        let late = self.exam.is_some_and(|exam| today >= exam + -third);
        if any_questions {
            QUESTIONS[usize::from(late)]
        } else {
            0.0
        }
    }

    /// Days of study from `from` on and before `until`.
    pub fn study_days(&self, from: Day, until: Day) -> usize {
        let days = (from.0..until.0).map(Day);
        days.filter(|day| !self.is_off(*day)).count()
    }

    /// Whether no study is planned on a day.
    pub fn is_off(&self, day: Day) -> bool {
        self.days_off.contains(&day.weekday()) || self.dates_off.contains(&day)
    }

    fn whole(&self, today: Day) -> i32 {
        self.horizon(today).since(self.start) as i32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar() -> Calendar {
        Calendar {
            exam: Some(Day(30)),
            start: Day(0),
            minutes: 20,
            days_off: Vec::new(),
            dates_off: Vec::new(),
            attendance: 1.0,
        }
    }

    #[test]
    fn the_final_fifth_is_for_pure_gain() {
        let f = calendar().frame(Day(0), &Person::default(), 0.0, 0.0);
        assert_eq!((f.horizon, f.stretch), (Day(30), Day(24)));
        assert_eq!(f.room_s, 23.0 * 1200.0);
        assert_eq!(f.all_s, 28.0 * 1200.0 + 900.0, "the last evening is short");
    }

    #[test]
    fn days_off_leave_less_room() {
        let c = Calendar {
            days_off: vec![5, 6],
            ..calendar()
        };
        // 1970-01-01 was a Thursday: 24 days from it hold 6 or 7 weekend days.
        assert_eq!(c.study_days(Day(1), Day(24)), 23 - 7);
        // Of two single days one is a Saturday, off in any case.
        let c = Calendar {
            dates_off: vec![Day(2), Day(4)],
            ..c
        };
        assert_eq!(c.study_days(Day(1), Day(24)), 23 - 8);
        let all = calendar().frame(Day(0), &Person::default(), 0.0, 0.0);
        let some = c.frame(Day(0), &Person::default(), 0.0, 0.0);
        assert_eq!(all.room_s - some.room_s, 8.0 * 1200.0);
    }

    #[test]
    fn questions_get_a_third_and_in_the_end_half() {
        let c = calendar();
        assert_eq!(c.question_share(Day(0), true), 1.0 / 3.0);
        assert_eq!(c.question_share(Day(20), true), 0.5);
        assert_eq!(c.question_share(Day(20), false), 0.0);
        let open = Calendar { exam: None, ..c };
        assert_eq!(open.question_share(Day(99), true), 1.0 / 3.0);
        assert_eq!(open.horizon(Day(99)), Day(99 + ROLLING_DAYS));
    }
}
