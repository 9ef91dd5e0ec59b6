//! One future: a drawn setting is how the person remembers, and the planner
//! lives the days to the exam on answers that fall by it.

use super::{Ask, Card, DayAhead, Lane, Miss, Start, Sums};
use crate::domain::{Day, Grade, Kind, Sureness};
use crate::scheduling::ensemble::{self, Prospect, Weights, half_way};
use crate::scheduling::evidence::Outcome;
use crate::scheduling::frame::{Calendar, Frame, LAST_EVENING_MINUTES};
use crate::scheduling::fsrs6::{self, Setting, bonus};
use crate::scheduling::missed::RIGHT_DAYS;
use crate::scheduling::person::unseen_recall;
use crate::scheduling::planner::{Clock, Cold, Plan, Seen, Spot};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::Rng;
use std::collections::VecDeque;

/// Chance to answer a question right without knowing.
const GUESS: f32 = 0.25;

/// One future.
pub(super) struct Future<'a> {
    start: &'a Start,
    ask: &'a Ask,
    setting: Setting,
    weights: Weights,
    lanes: Vec<Lane>,
    calendar: Calendar,
    passing: [f32; 3],
    week: VecDeque<(f32, f32)>,
    /// Seconds that the last answers took beyond their day.
    debt: f32,
    /// Whether a day is missed; the same days however long they are.
    absences: ChaCha8Rng,
    rng: ChaCha8Rng,
}

impl<'a> Future<'a> {
    pub(super) fn new(start: &'a Start, ask: &'a Ask, k: usize, rng: ChaCha8Rng) -> Self {
        let lane = |card: &Card| Lane {
            seen: card.ln_s.is_some(),
            ln_s: card.ln_s.as_ref().map_or(0.0, |s| s[k]),
            difficulty: card.difficulty,
            last: card.last,
            miss: card.miss,
            sure: card.sure,
        };
        let mut absences = rng.clone();
        absences.set_stream(1);
        Self {
            start,
            ask,
            setting: ensemble::setting(k),
            weights: Weights::only(k),
            lanes: start.cards.iter().map(lane).collect(),
            calendar: Calendar {
                exam: Some(ask.exam),
                minutes: ask.minutes,
                attendance: ask.attendance,
                ..start.calendar.clone()
            },
            passing: start.person.habits.passing_grades(),
            week: start.week.clone(),
            debt: 0.0,
            absences,
            rng,
        }
    }

    /// Lives it; none if `cancel` said so.
    pub(super) fn live(&mut self, sums: &mut Sums, cancel: &dyn Fn() -> bool) -> Option<()> {
        let mut plan: Option<Plan> = None;
        for n in 0..ask_days(self.ask, self.start) {
            if cancel() {
                return None;
            }
            let today = self.start.today + n;
            let mut day = DayAhead::default();
            let recall = self.recall(today);
            let off = self.calendar.is_off(today);
            let missed = unit(&mut self.absences) >= self.ask.attendance && n > 0;
            if !off && !missed {
                let frame = self.frame(today);
                match &mut plan {
                    Some(plan) => plan.dawn(frame),
                    empty => *empty = Some(Plan::new(frame, self.start.candidates.clone())),
                }
                if let Some(plan) = &mut plan {
                    self.study(plan, today, &mut day);
                }
            }
            self.week
                .push_back((day.seconds as f32, day.question_seconds as f32));
            self.week.pop_front();
            sums.day(n as usize, recall, day);
        }
        let exam = self.ask.exam;
        sums.day(
            exam.since(self.start.today) as usize,
            self.recall(exam),
            DayAhead::default(),
        );
        for (i, c) in self.start.candidates.iter().enumerate() {
            let of = sums.domains.entry(c.domain).or_default();
            of.0 += f64::from(c.weight * self.recall_of(i, exam));
            of.1 += f64::from(c.weight);
        }
        Some(())
    }

    fn frame(&self, today: Day) -> Frame {
        let any = self.start.candidates.iter().any(|c| c.question);
        let share = self.calendar.question_share(today, any);
        let owed = self.week.iter().map(|(all, q)| share * all - q).sum();
        let frame = self.calendar.frame(today, &self.start.person, share, owed);
        let grain = self.start.grain;
        Frame {
            weights: self.weights.clone(),
            grain,
            costs: frame.costs.map(|cost| cost.times(grain)),
            ..frame
        }
    }

    fn study(&mut self, plan: &mut Plan, today: Day, day: &mut DayAhead) {
        for i in 0..self.lanes.len() {
            self.tell(plan, i, today);
        }
        let (mut cards_s, mut questions_s) = (0.0, 0.0);
        if today == self.start.today {
            (cards_s, questions_s) = self.start.used;
        }
        let evening = today + 1 == self.ask.exam;
        let minutes = match evening {
            true => self.ask.minutes.min(LAST_EVENING_MINUTES),
            false => self.ask.minutes,
        };
        let mut left = f32::from(minutes) * 60.0 - cards_s - questions_s - self.debt;
        let mut just = None;
        while left > 0.0 {
            let clock = Clock {
                cards_s,
                questions_s,
                left_s: Some(left),
                just,
                calm: evening,
            };
            let Some((i, _)) = plan.next(clock) else {
                break;
            };
            if evening && !self.lanes[i].seen {
                break;
            }
            let grain = f64::from(self.start.grain);
            day.new += grain * f64::from(u8::from(!self.lanes[i].seen));
            let seconds = self.answer(plan.frame(), i, today);
            day.reviews += grain;
            day.seconds += f64::from(seconds);
            if self.start.candidates[i].kind == Kind::Choice {
                questions_s += seconds;
                day.question_seconds += f64::from(seconds);
            } else {
                cards_s += seconds;
            }
            left -= seconds;
            just = Some(i);
            self.tell(plan, i, today);
        }
        // Where a card stands for many, its overtime is made up for.
        if self.start.grain > 1.0 {
            self.debt = (-left).max(0.0);
        }
    }

    fn tell(&self, plan: &mut Plan, i: usize, today: Day) {
        let lane = &self.lanes[i];
        let seen = lane.seen.then(|| Seen {
            prospect: self.prospect(lane, today),
            last: lane.last,
            sure: lane.sure,
        });
        let missed = lane.miss.map(|m| m.day);
        let card = &self.start.cards[i];
        plan.place(
            i,
            Spot {
                seen,
                available: card.available,
                missed,
                known: card.known,
                cold: Cold::No,
            },
        );
    }

    fn prospect(&self, lane: &Lane, today: Day) -> Prospect {
        let (s, horizon) = (&self.setting, self.ask.exam);
        let (d, ln_d) = (lane.difficulty, lane.difficulty.ln());
        let recall = |day: Day| s.recall(lane.ln_s, day.since(lane.last) as f32);
        let reviewed = |day: Day| {
            let (r, rest) = (recall(day), horizon.since(day) as f32);
            let up = s.recall(s.succeed(lane.ln_s, d, r, 1.0), rest);
            let down = s.recall(s.fail(lane.ln_s, ln_d, r), rest);
            r * up + (1.0 - r) * down
        };
        Prospect {
            now: recall(today),
            left: recall(horizon),
            reviewed: reviewed(today),
            later: reviewed(half_way(today, horizon)),
        }
    }

    /// An answer falls as the future has it; returns its seconds.
    fn answer(&mut self, frame: &Frame, i: usize, today: Day) -> f32 {
        let kind = self.start.candidates[i].kind;
        let cost = frame.costs[kind as usize];
        let (luck, which) = (unit(&mut self.rng), unit(&mut self.rng));
        let seen = self.lanes[i].seen;
        let recall = self.recall_of(i, today);
        let seconds = match (seen, kind) {
            (false, _) => cost.first,
            (true, _) if luck < recall => cost.pass,
            (true, _) => cost.fail,
        };
        let (right, knew, grade) = match kind {
            Kind::Flashcard if seen => {
                let right = luck < recall;
                let grade = drawn_grade(&self.passing, which, 1);
                (right, f32::from(u8::from(right)), grade)
            }
            Kind::Flashcard => {
                let grade = drawn_grade(&frame.first_grades, luck, 0);
                (grade.passed(), f32::from(u8::from(grade.passed())), grade)
            }
            Kind::Choice => {
                let asked = |right| Outcome::Chosen {
                    right,
                    guess: GUESS,
                    sure: Sureness::Unsaid,
                };
                let right = luck < asked(true).likelihood(recall);
                (right, asked(right).knew(recall), Grade::Good)
            }
        };
        let (s, lane) = (self.setting, &mut self.lanes[i]);
        let (up, again) = (if right { grade } else { Grade::Good }, Grade::Again);
        let (ln_s, difficulty) = if seen {
            let (d, r) = (lane.difficulty, recall);
            (
                [
                    s.succeed(lane.ln_s, d, r, bonus(up)),
                    s.fail(lane.ln_s, d.ln(), r),
                ],
                [
                    fsrs6::next_difficulty(d, up),
                    fsrs6::next_difficulty(d, again),
                ],
            )
        } else {
            (
                [s.first(up), s.first(again)],
                [fsrs6::first_difficulty(up), fsrs6::first_difficulty(again)],
            )
        };
        let mix = |[yes, no]: [f32; 2]| knew * yes + (1.0 - knew) * no;
        (lane.ln_s, lane.difficulty) = (mix(ln_s), mix(difficulty));
        (lane.seen, lane.last, lane.sure) = (true, today, None);
        lane.miss = missed(lane.miss, right, today);
        seconds
    }

    /// Recall of a card on a day; a question never seen is known as well as
    /// the cards it builds on.
    fn recall_of(&self, i: usize, day: Day) -> f32 {
        let own = |i: usize| {
            let lane = &self.lanes[i];
            lane.seen
                .then(|| self.setting.recall(lane.ln_s, day.since(lane.last) as f32))
                .or(self.start.cards[i].fixed)
        };
        own(i).unwrap_or_else(|| {
            let tests = &self.start.candidates[i].tests;
            let unseen = |i: usize| unseen_recall(self.start.cards[i].known);
            let of = |t: &u32| own(*t as usize).unwrap_or_else(|| unseen(*t as usize));
            match tests.len() {
                0 => unseen(i),
                n => tests.iter().map(of).sum::<f32>() / n as f32,
            }
        })
    }

    fn recall(&self, day: Day) -> f64 {
        let all = self.start.candidates.iter().enumerate();
        all.map(|(i, c)| f64::from(c.weight * self.recall_of(i, day)))
            .sum()
    }
}

fn ask_days(ask: &Ask, start: &Start) -> i32 {
    ask.exam.since(start.today) as i32
}

/// What an answer does to the record of a miss.
fn missed(miss: Option<Miss>, right: bool, today: Day) -> Option<Miss> {
    if !right {
        return Some(Miss {
            day: today,
            right: 0,
            right_on: None,
        });
    }
    let mut miss = miss?;
    if today > miss.day && miss.right_on != Some(today) {
        miss.right += 1;
        miss.right_on = Some(today);
    }
    (usize::from(miss.right) < RIGHT_DAYS).then_some(miss)
}

fn drawn_grade(odds: &[f32], mut u: f32, from: usize) -> Grade {
    for (i, p) in odds.iter().enumerate() {
        if u < *p {
            return Grade::ALL[from + i];
        }
        u -= p;
    }
    Grade::Good
}

/// The setting at a place in 0..1 of all that is believed.
pub(super) fn drawn(weights: &Weights, at: f32) -> usize {
    let mut sum = 0.0;
    for (k, w) in weights.all().iter().enumerate() {
        sum += w;
        if at < sum {
            return k;
        }
    }
    ensemble::SETTINGS - 1
}

/// Evenly in 0..1.
pub(super) fn unit(rng: &mut ChaCha8Rng) -> f32 {
    (rng.next_u32() >> 8) as f32 / (1u32 << 24) as f32
}
