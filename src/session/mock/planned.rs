//! Full papers in the plan: when about half and four fifths of the calendar
//! are gone, none in the last two days, outside the daily minutes.

use crate::domain::{Blueprint, Day, EventId, Goal};
use crate::scheduling::Progress;
use crate::scheduling::agenda::calendar;
use crate::scheduling::paper::{Ended, Paper};

/// Where in the calendar they lie, as parts of it.
const AT: [(i32, i32); 2] = [(1, 2), (4, 5)];

/// The last paper's day, so that two whole days lie between it and the exam's
/// morning.
const BEFORE_EXAM: i32 = 3;

/// Days between two papers, so that one can be walked through.
const APART: i32 = 2;

/// A full paper in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedPaper {
    /// From 1.
    pub number: u32,
    /// When it was sat, or is to be.
    pub day: Day,
    /// The paper, once it was sat.
    pub sat: Option<EventId>,
}

/// The full papers of the goal's calendar, in order; none without a date to
/// come, or where the calendar is too short for one.
pub fn planned(
    progress: &Progress,
    blueprint: Option<&Blueprint>,
    today: Day,
) -> Vec<PlannedPaper> {
    let (Some((goal, _)), Some(blueprint)) = (&progress.goal, blueprint) else {
        return Vec::new();
    };
    let calendar = calendar(progress, today);
    let Some(exam) = calendar.exam else {
        return Vec::new();
    };
    let whole = exam.since(calendar.start) as i32;
    let last = exam + -BEFORE_EXAM;
    let mut out: Vec<PlannedPaper> = Vec::new();
    let papers = progress.papers.iter();
    let sat = papers.filter_map(|p| full_paper(p, blueprint, calendar.start));
    for (n, (day, id)) in (1u32..).zip(sat) {
        let sat = Some(id);
        let number = n;
        out.push(PlannedPaper { number, day, sat });
    }
    for (part, of) in AT.iter().skip(out.len()) {
        let wanted = calendar.start + (whole * part + of / 2) / of;
        let after = out.last().map_or(calendar.start + 1, |p| p.day + APART);
        let earliest = wanted.max(after).max(today);
        if let Some(day) = free_day(goal, earliest, after.max(today), last) {
            let number = out.last().map_or(1, |p| p.number + 1);
            out.push(PlannedPaper {
                number,
                day,
                sat: None,
            });
        }
    }
    out
}

/// The paper that is to be sat today, if one is.
pub fn due(progress: &Progress, blueprint: Option<&Blueprint>, today: Day) -> Option<PlannedPaper> {
    let mut papers = planned(progress, blueprint, today).into_iter();
    papers.find(|p| p.sat.is_none() && p.day == today)
}

/// A whole paper that was marked in this calendar: its day and name.
fn full_paper(paper: &Paper, blueprint: &Blueprint, start: Day) -> Option<(Day, EventId)> {
    let Some(Ended::Finished { at, .. }) = &paper.ended else {
        return None;
    };
    let started = &paper.started;
    let whole = started.questions.len() >= blueprint.questions as usize
        && started.narrowed.is_whole()
        && started.exam.as_deref() == Some(blueprint.code.as_str());
    let day = at.study_day();
    (whole && day >= start).then(|| (day, paper.id()))
}

/// The first study day from `wanted` on, else the last before it.
fn free_day(goal: &Goal, wanted: Day, earliest: Day, last: Day) -> Option<Day> {
    let free = |day: &Day| !goal.is_off(*day);
    let mut later = (wanted.0..=last.0).map(Day);
    let earlier = || (earliest.0..wanted.0.min(last.0 + 1)).rev().map(Day);
    later.find(free).or_else(|| earlier().find(free))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::event::{MockFinished, MockStarted, Narrowed, PaperQuestion};
    use crate::domain::{CardRef, Moment};

    fn blueprint() -> Blueprint {
        Blueprint {
            questions: 2,
            unscored: 0,
            minutes: 5,
            ..Blueprint::of_weights(&[], 0)
        }
    }

    fn progress(start: i32, exam: i32, days_off: &[u8], dates_off: &[i32]) -> Progress {
        let goal = Goal {
            exam: Some("X".into()),
            date: Some(Day(exam)),
            minutes: 20,
            days_off: days_off.to_vec(),
            dates_off: dates_off.iter().map(|d| Day(*d)).collect(),
            seed: 1,
        };
        let mut progress = Progress {
            goal: Some((goal, Moment::default())),
            ..Progress::default()
        };
        progress.days.insert(Day(start), Default::default());
        progress
    }

    fn days(progress: &Progress, today: i32) -> Vec<i32> {
        let papers = planned(progress, Some(&blueprint()), Day(today));
        papers.iter().map(|p| p.day.0).collect()
    }

    fn sit(progress: &mut Progress, day: i32, seq: u32) {
        let question = PaperQuestion {
            card: CardRef::parse("d#q").unwrap(),
            shown: Vec::new(),
            first_sight: true,
            task: None,
            derived: false,
        };
        let mock = EventId {
            device: 1,
            session: 1,
            seq,
        };
        let started = MockStarted {
            mock,
            exam: Some("X".into()),
            seed: 1,
            minutes: 5,
            practice: false,
            held_back: None,
            narrowed: Narrowed::default(),
            questions: vec![question; 2],
        };
        let at = Moment {
            utc_ms: i64::from(day) * 86_400_000 + 43_200_000,
            offset_min: 0,
        };
        let mut paper = Paper::new(started, at);
        let result = MockFinished {
            mock,
            elapsed_ms: 1,
            time_up: false,
            right: vec![true, false],
        };
        paper.ended = Some(Ended::Finished { result, at });
        progress.papers.push(paper);
    }

    #[test]
    fn half_and_four_fifths() {
        let none: [i32; 0] = [];
        assert_eq!(days(&progress(100, 160, &[], &[]), 100), [130, 148]);
        assert_eq!(
            days(&progress(100, 110, &[], &[]), 100),
            [105, 107],
            "two days apart"
        );
        assert_eq!(
            days(&progress(100, 103, &[], &[]), 100),
            none,
            "no room for one"
        );
        assert_eq!(
            days(&progress(100, 160, &[], &[]), 170),
            none,
            "the exam is past"
        );
    }

    #[test]
    fn a_day_off_moves_a_paper_and_a_missed_one_waits_for_today() {
        let none: [i32; 0] = [];
        assert_eq!(Day(130).weekday(), 0, "a Monday");
        assert_eq!(days(&progress(100, 160, &[0], &[131]), 100), [132, 148]);
        assert_eq!(days(&progress(100, 160, &[], &[]), 140), [140, 148]);
        assert_eq!(days(&progress(100, 160, &[], &[]), 155), [155, 157]);
        assert_eq!(
            days(&progress(100, 160, &[], &[]), 158),
            none,
            "never in the last 48 hours"
        );
    }

    #[test]
    fn what_was_sat_is_done() {
        let mut p = progress(100, 160, &[], &[]);
        sit(&mut p, 128, 1);
        let papers = planned(&p, Some(&blueprint()), Day(135));
        assert_eq!(papers[0].sat.map(|id| id.seq), Some(1));
        assert_eq!((papers[1].day, papers[1].sat), (Day(148), None));
        assert_eq!(
            due(&p, Some(&blueprint()), Day(148)).map(|p| p.number),
            Some(2)
        );
        sit(&mut p, 148, 2);
        assert_eq!(due(&p, Some(&blueprint()), Day(149)), None);
        assert_eq!(days(&p, 149), [128, 148]);
        assert!(planned(&p, None, Day(149)).is_empty());
    }
}
