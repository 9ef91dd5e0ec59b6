//! Cramless's own planner, as the program runs it.

use super::learner::Answer;
use super::{Cell, Policy, Scope};
use crate::domain::{Day, Kind};
use crate::scheduling::ensemble::Trace;
use crate::scheduling::evidence::Outcome;
use crate::scheduling::frame::Calendar;
use crate::scheduling::person::{self, Person, UNSEEN_RECALL};
use crate::scheduling::planner::{Candidate, Clock, Now, Plan};
use crate::scheduling::readiness::{Known, recall_on};

pub(super) struct Ours<'a> {
    scope: &'a Scope,
    calendar: Calendar,
    person: Person,
    traces: Vec<Option<Trace>>,
    plan: Option<Plan>,
    used_s: f32,
    just: Option<usize>,
    total_s: f32,
}

impl<'a> Ours<'a> {
    pub(super) fn new(scope: &'a Scope, cell: Cell) -> Self {
        Self {
            scope,
            calendar: Calendar {
                exam: Some(Day(cell.days as i32)),
                start: Day(0),
                minutes: cell.minutes as u16,
                days_off: Vec::new(),
                dates_off: Vec::new(),
                attendance: 1.0,
            },
            person: Person::default(),
            traces: vec![None; cell.cards],
            plan: None,
            used_s: 0.0,
            just: None,
            total_s: 0.0,
        }
    }

    fn tell(&mut self, i: usize) {
        let now = Now {
            trace: self.traces[i].as_ref(),
            available: true,
            ..Now::default()
        };
        if let Some(plan) = &mut self.plan {
            plan.update(i, now);
        }
    }
}

impl Policy for Ours<'_> {
    fn begin(&mut self, day: u32) {
        let planned = day as f32;
        let done = self.total_s / 60.0 / f32::from(self.calendar.minutes);
        self.calendar.attendance = ((done + 5.0) / (planned + 5.0)).clamp(0.2, 2.0);
        let frame = self.calendar.frame(Day(day as i32), &self.person, 0.0, 0.0);
        let candidate = |(weight, domain): (&f32, &u8)| Candidate {
            weight: *weight,
            kind: Kind::Flashcard,
            question: false,
            detail: false,
            note: None,
            concept: None,
            topic: u16::from(*domain),
            domain: domain + 1,
            tests: Vec::new(),
        };
        let all = self.scope.weights.iter().zip(&self.scope.domains);
        self.plan = Some(Plan::new(frame, all.map(candidate).collect()));
        (0..self.traces.len()).for_each(|i| self.tell(i));
        self.used_s = 0.0;
        self.just = None;
    }

    fn next(&mut self, _day: u32, left: f64) -> Option<usize> {
        let clock = Clock {
            cards_s: self.used_s,
            questions_s: 0.0,
            left_s: Some(left as f32),
            just: self.just,
            calm: false,
        };
        self.plan.as_ref()?.next(clock).map(|n| n.0)
    }

    fn record(&mut self, card: usize, answer: Answer, day: u32) {
        let seconds = answer.seconds as f32;
        let answer = person::Answer {
            kind: Kind::Flashcard,
            outcome: Outcome::Graded(answer.grade),
            grade: answer.grade,
            seconds,
            day: Day(day as i32),
        };
        self.person.observe(&mut self.traces[card], answer);
        self.used_s += seconds;
        self.total_s += seconds;
        self.just = Some(card);
        self.tell(card);
    }

    fn predict(&self) -> Option<(f32, f32)> {
        fn known<'a>((trace, weight): (&'a Option<Trace>, &f32)) -> Known<'a> {
            Known {
                weight: *weight,
                domain: 0,
                trace: trace.as_ref(),
                untraced: UNSEEN_RECALL,
            }
        }
        let cards = self.traces.iter().zip(&self.scope.weights);
        let known: Vec<Known<'_>> = cards.map(known).collect();
        let weights = self.person.belief.likely();
        let (mean, deviation) = recall_on(&weights, &known, self.calendar.exam?);
        Some((mean as f32, deviation as f32))
    }
}
