//! The calendar from the first study day to the exam: what was done, what is
//! planned, papers, days off. Its days are the journal's study days.

use crate::domain::{Blueprint, Day};
use crate::scheduling::agenda::calendar;
use crate::scheduling::progress::Progress;
use crate::session::mock::planned::planned;

/// Without an exam's date the calendar looks so many days ahead.
const AHEAD: i32 = 13;

/// What lies further back is another calendar's.
const BEHIND: i32 = 300;

/// The days.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// Today's study day.
    pub today: Day,
    /// The exam's day, if it is to come.
    pub exam: Option<Day>,
    /// Minutes planned a study day.
    pub minutes: u16,
    /// Every day from the first to the last, without a gap.
    pub days: Vec<OneDay>,
}

/// A day of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OneDay {
    /// Which.
    pub day: Day,
    /// What it is.
    pub kind: Kind,
    /// Time studied, papers left out, in milliseconds.
    pub study_ms: u64,
    /// Time on papers that were marked that day, in milliseconds.
    pub paper_ms: u64,
    /// Answers.
    pub answers: u32,
    /// Papers marked that day.
    pub papers: u32,
}

/// What a day is in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something was answered.
    Studied,
    /// Past (or today), planned, and nothing was answered.
    Idle,
    /// To come, and planned.
    Planned,
    /// A full paper is planned.
    Paper,
    /// A weekday without study on which nothing was answered.
    Off,
    /// The exam.
    Exam,
}

/// How much of a day's minutes was studied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Nothing.
    None,
    /// Less than half.
    Some,
    /// Half or more.
    Most,
    /// All of them.
    All,
}

/// The past in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sum {
    /// Days with answers.
    pub studied: u32,
    /// Days until today that were planned or studied.
    pub planned: u32,
    /// Time studied, papers left out, in milliseconds.
    pub study_ms: u64,
    /// Time on papers, in milliseconds.
    pub paper_ms: u64,
}

impl Calendar {
    /// From the first study day to the exam, or some days ahead.
    pub fn of(progress: &Progress, blueprint: Option<&Blueprint>, today: Day) -> Self {
        let planned = planned(progress, blueprint, today);
        let paper = |day| planned.iter().any(|p| p.day == day && p.sat.is_none());
        let frame = calendar(progress, today);
        let last = frame.exam.unwrap_or(today + AHEAD);
        let first = progress.days.range(today + -BEHIND..).next();
        let start = first.map_or(today, |(day, _)| (*day).min(today));
        let date = progress.goal.as_ref().and_then(|(g, _)| g.date);
        let one = |day: Day| {
            let tally = progress.tally(day);
            let kind = match () {
                () if date == Some(day) => Kind::Exam,
                () if tally.reviews > 0 => Kind::Studied,
                () if paper(day) => Kind::Paper,
                () if frame.is_off(day) => Kind::Off,
                () if day <= today => Kind::Idle,
                () => Kind::Planned,
            };
            OneDay {
                day,
                kind,
                study_ms: tally.ms,
                paper_ms: tally.paper_ms,
                answers: tally.reviews,
                papers: tally.papers,
            }
        };
        Self {
            today,
            exam: frame.exam,
            minutes: frame.minutes,
            days: (start.0..=last.0).map(Day).map(one).collect(),
        }
    }

    /// The days up to today.
    pub fn past(&self) -> impl DoubleEndedIterator<Item = &OneDay> {
        self.days.iter().filter(|d| d.day <= self.today)
    }

    /// How much of the planned minutes a day had.
    pub fn level(&self, day: &OneDay) -> Level {
        let whole = f64::from(self.minutes.max(1)) * 60_000.0;
        // A minute short is not short.
        match (day.study_ms as f64 + 60_000.0) / whole {
            _ if day.study_ms == 0 => Level::None,
            share if share >= 1.0 => Level::All,
            share if share >= 0.5 => Level::Most,
            _ => Level::Some,
        }
    }

    /// What came of it so far. Today counts once something was answered.
    pub fn sum(&self) -> Sum {
        let mut out = Sum::default();
        for d in self.past() {
            out.study_ms += d.study_ms;
            out.paper_ms += d.paper_ms;
            out.studied += u32::from(d.answers > 0);
            let open = d.kind == Kind::Idle && d.day < self.today;
            out.planned += u32::from(open || d.answers > 0);
        }
        out
    }

    /// In a line.
    pub fn in_words(&self) -> String {
        let sum = self.sum();
        if sum.studied == 0 {
            return "No study day yet.".into();
        }
        let mut out = match sum.planned {
            1 => "1 day studied".to_owned(),
            n if n == sum.studied => format!("All {n} days studied"),
            n => format!("{} of {n} days", sum.studied),
        };
        out.push_str(&format!(" · {}", long(sum.study_ms)));
        if sum.paper_ms > 0 {
            out.push_str(&format!(" and {} of papers", long(sum.paper_ms)));
        }
        let to_come = |d: &&OneDay| matches!(d.kind, Kind::Planned | Kind::Paper);
        let left = self.days.iter().filter(to_come).count();
        if self.exam.is_some() && left > 0 {
            out.push_str(&format!(" · {left} to come"));
        }
        out
    }
}

/// `6 h 40 min`.
pub fn long(ms: u64) -> String {
    let minutes = (ms + 30_000) / 60_000;
    match (minutes / 60, minutes % 60) {
        (0, m) => format!("{m} min"),
        (h, 0) => format!("{h} h"),
        (h, m) => format!("{h} h {m} min"),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::event::{EventId, Reviewed};
    use crate::domain::{CardRef, Event, Goal, Grade, Happening, Moment};
    use crate::scheduling::replay::Replay;

    fn event(seq: u32, at: &str, what: Happening) -> Event {
        let at = Moment::parse(at).unwrap();
        let (device, session) = (1, 1);
        Event {
            id: EventId {
                device,
                session,
                seq,
            },
            at,
            day: at.study_day(),
            what,
        }
    }

    fn review(seq: u32, at: &str) -> Event {
        let what = Happening::Reviewed(Reviewed {
            card: CardRef::parse(format!("d#c{seq}")).unwrap(),
            grade: Grade::Good,
            seconds: 60.0,
        });
        event(seq, at, what)
    }

    fn goal(seq: u32, at: &str) -> Event {
        let what = Happening::GoalSet(Goal {
            exam: None,
            date: Day::parse("2026-12-10"),
            minutes: 2,
            days_off: vec![6],
            dates_off: Vec::new(),
            seed: 1,
        });
        event(seq, at, what)
    }

    fn calendar(events: Vec<Event>, today: &str) -> Calendar {
        let progress = Replay::default().fold(events);
        Calendar::of(&progress, None, Day::parse(today).unwrap())
    }

    #[test]
    fn days_are_the_journal_s_study_days() {
        let c = calendar(
            vec![
                goal(1, "2026-12-01T19:00:00+01:00"),
                // After midnight it is still the evening before.
                review(2, "2026-12-02T01:30:00+01:00"),
                review(3, "2026-12-02T03:59:00+01:00"),
                // In Tokyo it is the next morning already.
                review(4, "2026-12-03T05:00:00+09:00"),
            ],
            "2026-12-04",
        );
        let studied: Vec<(String, u32)> = (c.days.iter())
            .filter(|d| d.kind == Kind::Studied)
            .map(|d| (d.day.to_string(), d.answers))
            .collect();
        assert_eq!(
            studied,
            [("2026-12-01".to_owned(), 2), ("2026-12-03".to_owned(), 1)]
        );
        assert_eq!(c.days.first().unwrap().day.to_string(), "2026-12-01");
        assert_eq!(c.days.last().unwrap().kind, Kind::Exam);
        assert_eq!(c.days.len(), 10, "no day is left out");
    }

    #[test]
    fn each_day_is_one_thing() {
        let c = calendar(
            vec![
                goal(1, "2026-12-01T19:00:00+01:00"),
                review(2, "2026-12-01T19:01:00+01:00"),
                review(3, "2026-12-01T19:02:00+01:00"),
                review(4, "2026-12-03T19:00:00+01:00"),
            ],
            "2026-12-04",
        );
        let kinds: Vec<Kind> = c.days.iter().map(|d| d.kind).collect();
        use Kind::{Exam, Idle, Off, Planned, Studied};
        // Tuesday the 1st to Thursday the 10th; Sunday the 6th is off.
        assert_eq!(
            kinds,
            [
                Studied, Idle, Studied, Idle, Planned, Off, Planned, Planned, Planned, Exam
            ]
        );
        assert_eq!(c.level(&c.days[0]), Level::All);
        assert_eq!(c.level(&c.days[1]), Level::None);
        assert!(c.level(&c.days[2]) >= Level::Most);
        let sum = c.sum();
        assert_eq!((sum.studied, sum.planned), (2, 3), "today may still be");
        assert_eq!(c.in_words(), "2 of 3 days · 3 min · 4 to come");
    }

    #[test]
    fn without_a_date_it_looks_two_weeks_ahead() {
        let c = calendar(vec![review(1, "2026-12-01T19:00:00Z")], "2026-12-01");
        assert_eq!(c.days.len(), 14);
        assert_eq!(c.exam, None);
        assert_eq!(
            calendar(Vec::new(), "2026-12-01").in_words(),
            "No study day yet."
        );
    }
}
