//! The work behind a forecast, in steps.

use super::{
    Booking, Choice, Course, DayPoint, EARLY, FURTHEST_DAYS, Forecast, LIKELY, MINUTES, WhatIf,
};
use crate::domain::Day;
use crate::exam::score::Z80;
use crate::scheduling::agenda::calendar;
use crate::scheduling::frame::{Calendar, ROLLING_DAYS};
use crate::scheduling::readiness::{Estimate, Held, Transfer};
use crate::scheduling::rollout::{Ahead, Ask, Playing, Start};
use crate::session::desk::{Desk, Shelf, blueprint_of};
use crate::session::goal::{is_told, passed_by};
use std::collections::VecDeque;

/// So many cards stand for all.
const CARDS: usize = 320;

/// Futures of the goal itself, of an alternative, and of a date to book.
const FUTURES: [u32; 3] = [8, 8, 6];

/// The latest week that is looked at for booking.
const WEEKS: i32 = 26;

/// The same luck in every forecast, so that it changes only with progress.
const SEED: u64 = 0x666f_7265;

/// A domain's recall is less sure than that of the whole.
const DOMAIN_WIDER: f64 = 1.3;

/// Days of a curve that are reckoned one by one.
const POINTS: usize = 60;

/// A forecast being made.
#[derive(Debug)]
pub struct Job {
    start: Start,
    transfer: Transfer,
    domains: Vec<u8>,
    held: Vec<Held>,
    calendar: Calendar,
    tasks: VecDeque<Task>,
    /// What is being played.
    playing: Option<Playing>,
    out: Forecast,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Task {
    /// The goal as it is.
    Goal(Day),
    /// Something else.
    If(WhatIf, Day, u16),
    /// Whether a date is likely enough: minutes, and the weeks it lies between
    /// (the first is too early, the second late enough, or never).
    Book { minutes: u16, low: i32, high: i32 },
}

impl Job {
    /// What is to be reckoned; none if no card is in scope.
    pub fn new(desk: &mut Desk, shelf: Shelf<'_>) -> Option<Self> {
        let start = desk.start(shelf)?.thinned(CARDS);
        let (transfer, domains, held) = desk.transfer(shelf);
        let today = shelf.day;
        let calendar = calendar(shelf.progress, today);
        let own = calendar.minutes;
        let mut tasks = VecDeque::new();
        let day = calendar.exam.unwrap_or(today + ROLLING_DAYS);
        let goal = shelf.progress.goal.as_ref().and_then(|(g, _)| g.date);
        let exam_today = goal == Some(today);
        if !exam_today && day - today <= FURTHEST_DAYS {
            tasks.push_back(Task::Goal(day));
            if calendar.exam.is_some() {
                let mut minutes = MINUTES.to_vec();
                if own >= MINUTES[2] {
                    minutes.push(own.saturating_add(own / 2));
                }
                minutes.retain(|m| *m != own);
                let other = |m: u16| Task::If(WhatIf::Minutes(m), day, m);
                tasks.extend(minutes.into_iter().map(other));
                tasks.push_back(Task::If(WhatIf::Later(day + 7), day + 7, own));
            }
        }
        let is_exam = blueprint_of(shelf).is_some();
        if is_exam && calendar.exam.is_none() && !exam_today && !is_passed(shelf) {
            let mut minutes = MINUTES.to_vec();
            minutes.push(own);
            minutes.sort_unstable();
            minutes.dedup();
            // The most minutes first: fewer can't be ready sooner.
            let book = |minutes| Task::Book {
                minutes,
                low: 0,
                high: WEEKS + 1,
            };
            tasks.extend(minutes.into_iter().rev().map(book));
        }
        Some(Self {
            out: Forecast {
                today,
                exam: calendar.exam,
                exam_today,
                is_exam,
                minutes: own,
                attendance: f64::from(calendar.attendance.min(1.0)),
                early: shelf.progress.person.belief.answers < EARLY,
                course: None,
                choices: Vec::new(),
                bookings: Vec::new(),
            },
            start,
            transfer,
            domains,
            held,
            calendar,
            tasks,
            playing: None,
        })
    }

    /// Works to the end. None if `cancel` said so; it is asked often.
    pub fn run(mut self, cancel: &dyn Fn() -> bool) -> Option<Forecast> {
        while self.step(cancel)? {}
        Some(self.out)
    }

    /// One future more, or a task's conclusion; whether there is more to do.
    fn step(&mut self, cancel: &dyn Fn() -> bool) -> Option<bool> {
        let Some(task) = self.tasks.front().copied() else {
            return Some(false);
        };
        if cancel() {
            return None;
        }
        let playing = self.playing.take();
        let ask = self.ask(task);
        let mut playing = playing.unwrap_or_else(|| Playing::new(&self.start, ask));
        if playing.step(&self.start, cancel)? {
            self.playing = Some(playing);
        } else {
            self.tasks.pop_front();
            self.conclude(task, &playing.ahead());
        }
        Some(!self.tasks.is_empty())
    }

    fn ask(&self, task: Task) -> Ask {
        let today = self.out.today;
        let (exam, minutes, futures) = match task {
            Task::Goal(day) => (day, self.out.minutes, FUTURES[0]),
            Task::If(_, day, minutes) => (day, minutes, FUTURES[1]),
            Task::Book { minutes, low, high } => {
                (today + 7 * middle(low, high), minutes, FUTURES[2])
            }
        };
        Ask {
            exam,
            minutes,
            attendance: self.out.attendance as f32,
            futures,
            seed: SEED,
        }
    }

    fn conclude(&mut self, task: Task, ahead: &Ahead) {
        let then = self.held_then(ahead);
        let (score, pass) = self.transfer.exam(&then);
        match task {
            Task::Goal(day) => {
                let domains = self.domains.iter().zip(&then);
                self.out.course = Some(Course {
                    minutes: self.out.minutes,
                    day,
                    score,
                    cards: ahead.recall,
                    pass,
                    domains: domains.map(|(d, held)| (*d, held.mean)).collect(),
                    days: self.curve(ahead, &then),
                });
                if self.out.exam.is_some() {
                    let what_if = WhatIf::Minutes(self.out.minutes);
                    let cards = ahead.recall;
                    self.choose(Choice {
                        what_if,
                        score,
                        cards,
                        pass,
                    });
                }
            }
            Task::If(what_if, ..) => self.choose(Choice {
                what_if,
                score,
                cards: ahead.recall,
                pass,
            }),
            Task::Book { minutes, low, high } => {
                let week = middle(low, high);
                let (low, high) = if pass >= LIKELY {
                    (low, week)
                } else {
                    (week, high)
                };
                if high - low > 1 {
                    self.tasks.push_front(Task::Book { minutes, low, high });
                } else {
                    self.book(minutes, high);
                }
            }
        }
    }

    /// More minutes never promise less, nor does another week: what says so is
    /// the luck of few futures.
    fn choose(&mut self, choice: Choice) {
        let order = |c: &Choice| match c.what_if {
            WhatIf::Minutes(m) => (0, i32::from(m)),
            WhatIf::Later(day) => (1, day.0),
        };
        let choices = &mut self.out.choices;
        choices.push(choice);
        choices.sort_by_key(order);
        let own = WhatIf::Minutes(self.out.minutes);
        let mut floor: Option<Choice> = None;
        let mut base = None;
        for c in choices.iter_mut() {
            if matches!(c.what_if, WhatIf::Later(_)) {
                floor = base;
            }
            if let Some(f) = floor {
                raise(c, &f);
            }
            floor = Some(*c);
            if c.what_if == own {
                base = Some(*c);
            }
        }
        if let (Some(course), Some(base)) = (&mut self.out.course, base) {
            (course.score, course.pass) = (base.score, base.pass);
            course.cards = base.cards;
        }
    }

    fn book(&mut self, minutes: u16, week: i32) {
        let day = (week <= WEEKS).then(|| self.out.today + 7 * week);
        self.out.bookings.push(Booking { minutes, day });
        self.out.bookings.sort_by_key(|b| b.minutes);
        // Fewer minutes aren't ready sooner.
        for task in &mut self.tasks {
            if let Task::Book { low, .. } = task {
                *low = (*low).max(week - 1).min(WEEKS);
            }
        }
    }

    fn held_then(&self, ahead: &Ahead) -> Vec<Held> {
        // The few cards that were played stand a little above or below all.
        let exact: f64 = self.held.iter().map(|h| h.weight * h.mean).sum();
        let played = ahead.days.first().map_or(exact, |d| d.recall.expected);
        let shift = (exact - played) / (1.0 - played).max(0.05);
        let deviation = (ahead.recall.expected - ahead.recall.low) / Z80;
        let domain = |(number, now): (&u8, &Held)| {
            let then = ahead.domains.get(number).map_or(now.mean, |d| d.0);
            Held {
                mean: (then + shift * (1.0 - then)).clamp(0.0, 1.0),
                deviation: (DOMAIN_WIDER * deviation).max(now.deviation.min(0.01)),
                weight: now.weight,
            }
        };
        self.domains.iter().zip(&self.held).map(domain).collect()
    }

    /// Between today and the end each domain goes the way that all cards go.
    fn curve(&self, ahead: &Ahead, then: &[Held]) -> Vec<DayPoint> {
        let recall = |n: usize| ahead.days[n].recall.expected;
        let last = ahead.days.len() - 1;
        let whole = recall(last) - recall(0);
        let score = |n: usize| {
            let way = match whole.abs() > 1e-6 {
                true => (recall(n) - recall(0)) / whole,
                false => n as f64 / last.max(1) as f64,
            };
            let mix = |now: f64, then: f64| now + way * (then - now);
            let held = self.held.iter().zip(then).map(|(now, then)| Held {
                mean: mix(now.mean, then.mean).clamp(0.0, 1.0),
                deviation: mix(now.deviation, then.deviation).max(0.004),
                weight: now.weight,
            });
            self.transfer.exam(&held.collect::<Vec<_>>()).0
        };
        let stride = last.div_ceil(POINTS).max(1);
        let mut scores: Vec<Estimate> = Vec::new();
        for n in (0..=last).step_by(stride) {
            scores.push(score(n));
        }
        if !last.is_multiple_of(stride) {
            scores.push(score(last));
        }
        let point = |(n, d): (usize, &crate::scheduling::rollout::DayAhead)| {
            let day = self.out.today + i32::try_from(n).unwrap_or(i32::MAX);
            let at = n / stride;
            let (a, b) = (scores[at], scores[(at + 1).min(scores.len() - 1)]);
            let width = stride.min(last.saturating_sub(at * stride)).max(1);
            DayPoint {
                day,
                score: between(a, b, (n % stride) as f64 / width as f64),
                cards: d.recall,
                minutes: d.seconds / 60.0,
                answers: d.reviews,
                new: d.new,
                off: n < last && self.calendar.is_off(day),
            }
        };
        ahead.days.iter().enumerate().map(point).collect()
    }
}

/// The goal's day is past, and it went well.
fn is_passed(shelf: Shelf<'_>) -> bool {
    let (progress, today) = (shelf.progress, shelf.day);
    let told = passed_by(progress, today).is_some() && is_told(progress);
    told && progress.taken.as_ref().is_some_and(|(t, _)| t.passed)
}

fn middle(low: i32, high: i32) -> i32 {
    low + (high - low) / 2
}

fn raise(choice: &mut Choice, floor: &Choice) {
    let pairs = [
        (&mut choice.score, &floor.score),
        (&mut choice.cards, &floor.cards),
    ];
    for (own, least) in pairs {
        own.expected = own.expected.max(least.expected);
        own.low = own.low.max(least.low);
        own.high = own.high.max(least.high);
    }
    choice.pass = choice.pass.max(floor.pass);
}

fn between(a: Estimate, b: Estimate, way: f64) -> Estimate {
    let mix = |a: f64, b: f64| a + way * (b - a);
    Estimate {
        expected: mix(a.expected, b.expected),
        low: mix(a.low, b.low),
        high: mix(a.high, b.high),
    }
}
