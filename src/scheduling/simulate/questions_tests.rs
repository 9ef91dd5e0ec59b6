//! What the questions' share of the minutes costs and brings, counted on fresh
//! exam-style questions. Run on demand:
//! `cargo test --release --lib questions_share -- --ignored --nocapture`.
//!
//! Each concept has four or five cards and one question, which needs one or two
//! of them. What is held of a concept is the mean recall of its cards and of its
//! question, which is known as well as the cards it needs until it is practised
//! and has a memory of its own from then on. A fresh exam question on a concept
//! is right with guess + (1 − guess) × held. Cards leave something on the table
//! there (transfer): a gap in logits, −0.2 ± 0.6 among people as in `readiness`.
//! What practice does to it is an assumption, so that three are measured:
//! nothing; a concept's gap, where it is one, closes as far as its practised
//! question is remembered; the whole gap halves with every sixty different
//! questions practised. Whether a question and its rationale are a review of
//! the cards it needs is an assumption as well: measured both ways.

use super::dice::Dice;
use super::learner::{Answer, Learner};
use super::{Cell, World};
use crate::domain::{Day, Grade, Kind, Sureness};
use crate::scheduling::ensemble::Trace;
use crate::scheduling::evidence::Outcome;
use crate::scheduling::frame::Calendar;
use crate::scheduling::person::{self, Person};
use crate::scheduling::planner::{Candidate, Clock, Now, Plan};

const GUESS: f64 = 0.25;
const SLIP: f64 = 0.08;
/// Transfer before any practice, in logits: mean and spread among people.
const GAP: (f64, f64) = (-0.2, 0.6);
/// So many different questions practised halve the gap, by one assumption.
const HALVES: f64 = 60.0;
/// Seconds of a question by whether it was right, at first sight and later.
const SECONDS: [[f64; 2]; 2] = [[90.0, 75.0], [75.0, 60.0]];

#[derive(Debug, Clone, Copy)]
struct Scope {
    cell: Cell,
    questions: usize,
}

/// The case: 900 derived cards, 195 questions, 42 days of 20 minutes.
const SCOPE: Scope = Scope {
    cell: Cell {
        days: 42,
        minutes: 20,
        cards: 900,
        missed: 0.0,
    },
    questions: 195,
};

#[derive(Debug, Clone, Copy, Default)]
struct Came {
    /// Expected share right on fresh questions (0–1): without any gap; with
    /// one that practice doesn't touch; closed by concept; by number.
    right: [f64; 4],
    /// Mean recall of the cards.
    cards: f64,
    /// Seconds by week: cards, questions.
    weeks: [[f64; 2]; 6],
    practised: usize,
}

impl Scope {
    /// The concept of a card.
    fn concept(self, card: usize) -> usize {
        card * self.questions / self.cell.cards
    }

    fn cards_of(self, question: usize) -> Vec<usize> {
        let all = 0..self.cell.cards;
        all.filter(|c| self.concept(*c) == question).collect()
    }

    /// The cards that a question needs: one and a half in the mean, as in the
    /// built-in questions.
    fn needs(self, question: usize) -> Vec<usize> {
        let mut cards = self.cards_of(question);
        cards.truncate(1 + question % 2);
        cards
    }

    /// Cards, then questions; each concept counts the same.
    fn candidates(self, with_questions: bool) -> Vec<Candidate> {
        let sizes: Vec<usize> = (0..self.questions)
            .map(|q| self.cards_of(q).len())
            .collect();
        let of = |concept: usize, kind: Kind| {
            let own = sizes[concept] + usize::from(with_questions);
            Candidate {
                weight: 1.0 / (self.questions * own) as f32,
                kind,
                question: kind == Kind::Choice,
                detail: false,
                note: None,
                concept: Some(concept as u32),
                topic: (concept % 14) as u16,
                domain: (concept % 4) as u8 + 1,
                tests: match kind {
                    Kind::Flashcard => Vec::new(),
                    Kind::Choice => self.needs(concept).iter().map(|t| *t as u32).collect(),
                },
            }
        };
        let cards = (0..self.cell.cards).map(|c| of(self.concept(c), Kind::Flashcard));
        let questions = (0..self.questions).map(|q| of(q, Kind::Choice));
        match with_questions {
            true => cards.chain(questions).collect(),
            false => cards.collect(),
        }
    }
}

/// How somebody studies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// All minutes are for cards.
    Cards,
    /// Questions get their share.
    Questions,
    /// The same, and a question is a review of the cards it needs.
    Rehearsing,
}

/// One person studies by the plan, with the questions' share or with cards only.
struct Study {
    scope: Scope,
    learner: Learner,
    dice: Dice,
    /// Whether a question is a review of the cards it needs.
    rehearses: bool,
    person: Person,
    traces: Vec<Option<Trace>>,
    missed: Vec<Option<Miss>>,
    /// Seconds a day: cards, questions.
    days: Vec<[f32; 2]>,
}

#[derive(Debug, Clone, Copy)]
struct Miss {
    day: Day,
    right_days: usize,
}

impl Study {
    fn live(scope: Scope, world: World, seed: u64, way: Way) -> Came {
        let with_questions = way != Way::Cards;
        let items = scope.cell.cards + scope.questions;
        let mut study = Self {
            scope,
            learner: Learner::new(world, items, seed),
            dice: Dice::new(seed ^ 0x5151),
            rehearses: way == Way::Rehearsing,
            person: Person::default(),
            traces: vec![None; items],
            missed: vec![None; items],
            days: Vec::new(),
        };
        for day in 0..scope.cell.days {
            study.day(day, with_questions);
        }
        study.came()
    }

    fn day(&mut self, day: u32, with_questions: bool) {
        let today = Day(day as i32);
        let calendar = Calendar {
            exam: Some(Day(self.scope.cell.days as i32)),
            start: Day(0),
            minutes: self.scope.cell.minutes as u16,
            days_off: Vec::new(),
            dates_off: Vec::new(),
            attendance: 1.0,
        };
        let share = calendar.question_share(today, with_questions);
        let week = self.days.iter().rev().take(7);
        let owed = week.map(|[c, q]| share * (c + q) - q).sum();
        let frame = calendar.frame(today, &self.person, share, owed);
        let mut plan = Plan::new(frame, self.scope.candidates(with_questions));
        for i in 0..plan.candidates().len() {
            self.tell(&mut plan, i);
        }
        let whole = self.scope.cell.minutes as f32 * 60.0;
        let (mut used, mut just) = ([0.0f32; 2], None);
        while used[0] + used[1] < whole {
            let clock = Clock {
                cards_s: used[0],
                questions_s: used[1],
                left_s: Some(whole - used[0] - used[1]),
                just,
                calm: false,
            };
            let Some((i, _)) = plan.next(clock) else {
                break;
            };
            let question = i >= self.scope.cell.cards;
            used[usize::from(question)] += match question {
                true => self.ask(i, day),
                false => self.show(i, day),
            };
            just = Some(i);
            self.tell(&mut plan, i);
        }
        self.days.push(used);
    }

    fn tell(&self, plan: &mut Plan, i: usize) {
        let now = Now {
            trace: self.traces[i].as_ref(),
            available: true,
            missed: self.missed[i].map(|m| m.day),
            ..Now::default()
        };
        plan.update(i, now);
    }

    fn show(&mut self, i: usize, day: u32) -> f32 {
        let Answer { grade, seconds } = self.learner.answer(i, day);
        self.took(
            i,
            Kind::Flashcard,
            Outcome::Graded(grade),
            grade,
            seconds,
            day,
        );
        seconds as f32
    }

    /// A question is answered by what is held of it; its rationale teaches who
    /// didn't know.
    fn ask(&mut self, i: usize, day: u32) -> f32 {
        let nth = self.traces[i].as_ref().map_or(0, |t| u32::from(t.reviews));
        let luck = |purpose| self.dice.uniform(purpose, i as u64, nth);
        let knew = luck(1) < self.held_of_question(i, day);
        let right = luck(2) < if knew { 1.0 - SLIP } else { GUESS };
        let lesson = if knew { Grade::Good } else { Grade::Again };
        self.learner.learn(i, day, lesson);
        if self.rehearses {
            for card in self.scope.needs(i - self.scope.cell.cards) {
                let known = self.traces[card].is_some();
                if known {
                    self.learner.learn(card, day, lesson);
                }
            }
        }
        let seconds = SECONDS[usize::from(nth > 0)][usize::from(right)];
        let grade = if right { Grade::Good } else { Grade::Again };
        let outcome = Outcome::Chosen {
            right,
            guess: GUESS as f32,
            sure: Sureness::Unsaid,
        };
        self.took(i, Kind::Choice, outcome, grade, seconds, day);
        let today = Day(day as i32);
        self.missed[i] = match (right, self.missed[i]) {
            (false, _) => Some(Miss {
                day: today,
                right_days: 0,
            }),
            (true, Some(m)) if m.right_days + 1 < crate::scheduling::missed::RIGHT_DAYS => {
                Some(Miss {
                    right_days: m.right_days + 1,
                    ..m
                })
            }
            (true, _) => None,
        };
        seconds as f32
    }

    fn took(
        &mut self,
        i: usize,
        kind: Kind,
        outcome: Outcome,
        grade: Grade,
        seconds: f64,
        day: u32,
    ) {
        let answer = person::Answer {
            kind,
            outcome,
            grade,
            seconds: seconds as f32,
            day: Day(day as i32),
        };
        self.person.observe(&mut self.traces[i], answer);
    }

    /// Recall of cards on a day.
    fn held(&self, cards: &[usize], day: u32) -> f64 {
        let recall = |c: &usize| self.learner.recall(*c, day);
        cards.iter().map(recall).sum::<f64>() / cards.len() as f64
    }

    fn held_of_question(&self, i: usize, day: u32) -> f64 {
        match self.traces[i] {
            Some(_) => self.learner.recall(i, day),
            None => self.held(&self.scope.needs(i - self.scope.cell.cards), day),
        }
    }

    fn came(&self) -> Came {
        let (cards, exam) = (self.scope.cell.cards, self.scope.cell.days);
        let practised = |q: usize| self.traces[cards + q].is_some();
        let count = (0..self.scope.questions).filter(|q| practised(*q)).count();
        let person = GAP.0 + GAP.1 * self.dice.normal(3, 0, 0);
        let by_number = person.max(0.0) + person.min(0.0) * 0.5f64.powf(count as f64 / HALVES);
        let mut right = [0.0; 4];
        for q in 0..self.scope.questions {
            let all = self.scope.cards_of(q);
            let (of_cards, n) = (self.held(&all, exam), all.len());
            let own = self.held_of_question(cards + q, exam);
            let held = (of_cards * n as f64 + own) / (n as f64 + 1.0);
            let kept = if practised(q) { own } else { 0.0 };
            let by_concept = person.max(0.0) + person.min(0.0) * (1.0 - kept);
            for (sum, gap) in right.iter_mut().zip([0.0, person, by_concept, by_number]) {
                *sum += share(held, gap) / self.scope.questions as f64;
            }
        }
        let mut weeks = [[0.0; 2]; 6];
        for (n, day) in self.days.iter().enumerate() {
            let week = &mut weeks[(n / 7).min(5)];
            week[0] += f64::from(day[0]);
            week[1] += f64::from(day[1]);
        }
        Came {
            right,
            cards: (0..cards)
                .map(|c| self.learner.recall(c, exam))
                .sum::<f64>()
                / cards as f64,
            weeks,
            practised: count,
        }
    }
}

/// The likelihood that a fresh question is answered right.
fn share(held: f64, gap: f64) -> f64 {
    let q = GUESS + (1.0 - GUESS) * held;
    1.0 / (1.0 + (-(q / (1.0 - q)).ln() - gap).exp())
}

#[test]
fn questions_get_their_third_from_the_first_week_on() {
    let came = Study::live(SCOPE, World::People, 1_000, Way::Questions);
    for (n, [cards, questions]) in came.weeks.iter().enumerate() {
        let part = questions / (cards + questions);
        assert!((0.3..0.56).contains(&part), "week {}: {part}", n + 1);
    }
}

#[test]
#[ignore = "a measurement"]
fn what_the_questions_share_costs_and_brings() {
    let people = 20_000..20_008;
    for world in [World::Matched, World::People] {
        let ways = [Way::Cards, Way::Questions, Way::Rehearsing];
        let mut table = [[0.0; 6]; 3];
        let n = people.clone().count() as f64;
        for person in people.clone() {
            for (way, row) in ways.into_iter().zip(&mut table) {
                let came = Study::live(SCOPE, world, person, way);
                let practised = came.practised as f64 / 100.0;
                let all = came.right.into_iter().chain([came.cards, practised]);
                row.iter_mut()
                    .zip(all)
                    .for_each(|(sum, x)| *sum += 100.0 * x / n);
            }
        }
        println!(
            "{}: fresh questions right without a gap, with one, closed by concept, by number; \
             recall of the cards; questions practised",
            world.name()
        );
        for (way, row) in ways.iter().zip(table) {
            println!("  {way:?} {row:.1?}");
        }
    }
}
