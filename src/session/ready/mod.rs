//! "Am I ready?" as screen, text and JSON say it: the share expected on exam
//! day with its range, domain by domain, what an hour would do for it, and
//! why it is vague where it is.

mod topics;
pub mod words;

pub use topics::{Hour, Topic};

use super::desk::{Desk, Shelf, blueprint_of};
use super::raising::raising;
use crate::domain::{Blueprint, CardIx, Day, Kind};
use crate::exam::score::{PASS_LINE, scaled_range};
use crate::scheduling::readiness::Estimate;

/// Fewer answers than this say nothing at all.
const FEW_ANSWERS: u32 = 20;
/// Fewer cards than this that came back say nothing about forgetting.
const FEW_RECALLS: u32 = 30;
/// With fewer questions at first sight the range is mostly prior.
const FEW_SIGHTS: f64 = 15.0;

/// How ready a person is.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready {
    /// The study day it was reckoned on.
    pub today: Day,
    /// The day it is about.
    pub day: Day,
    /// What that day is.
    pub about: About,
    /// Share of exam questions right, with its 80 % range.
    pub exam: Estimate,
    /// Mean recall of the cards, with its 80 % range.
    pub cards: Estimate,
    /// The range on the exam's scale.
    pub scaled: Option<Scaled>,
    /// Probability of a pass, where there is an exam.
    pub pass: Option<f64>,
    /// By domain, those outside the blueprint last.
    pub domains: Vec<Domain>,
    /// By task statement, in order.
    pub tasks: Vec<Topic>,
    /// Share right from which a task statement is on target.
    pub target: f64,
    /// Why it is vague; none if it isn't.
    pub vague: Option<Vague>,
}

/// What readiness is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// An exam with a date to come.
    ExamDay,
    /// An exam, if it were today.
    ExamToday,
    /// Knowledge only, on the day of the goal.
    HeldThen,
    /// Knowledge only, today.
    HeldNow,
}

/// A range on the exam's scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scaled {
    /// Its lower end.
    pub low: u32,
    /// Its upper end.
    pub high: u32,
    /// The highest score there is.
    pub top: u32,
    /// The score that passes.
    pub pass: u32,
}

/// A domain's part.
#[derive(Debug, Clone, PartialEq)]
pub struct Domain {
    /// Its number; 0 outside the blueprint.
    pub number: u8,
    /// For people.
    pub title: String,
    /// Share of its questions right.
    pub exam: Estimate,
    /// Mean recall of its cards.
    pub cards: Estimate,
}

/// Why an estimate is vague.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Vague {
    /// Hardly any card was seen yet.
    Start {
        /// Cards seen.
        seen: u32,
        /// All cards.
        all: u32,
    },
    /// Hardly any card came back on a later day.
    Fresh {
        /// Answers to cards seen on an earlier day.
        answers: u32,
    },
    /// Too few questions were seen at first sight.
    FewSights {
        /// How many count.
        asked: u32,
    },
    /// The decks have no exam questions.
    NoQuestions,
}

impl Scaled {
    /// Of shares right, by an exam's scale; an estimate.
    pub fn of(share: &Estimate, exam: &Blueprint) -> Self {
        let (low, high) = scaled_range((share.low, share.high), exam.scaled, exam.pass);
        Self {
            low,
            high,
            top: exam.scaled.1,
            pass: exam.pass,
        }
    }
}

impl About {
    /// Whether it is about exam questions rather than cards held.
    pub fn is_exam(self) -> bool {
        matches!(self, About::ExamDay | About::ExamToday)
    }
}

impl Ready {
    /// Reckons. It looks at every card, so it takes some milliseconds.
    pub fn of(shelf: Shelf<'_>) -> Self {
        let mut desk = Desk::default();
        let (catalogue, progress, today) = (shelf.catalogue, shelf.progress, shelf.day);
        let p = desk.prospects(shelf);
        let blueprint = blueprint_of(shelf);
        let goal = progress.goal.as_ref().and_then(|(g, _)| g.date);
        let about = match (blueprint.is_some(), p.dated) {
            // The morning of the exam.
            (true, false) if goal == Some(today) => About::ExamDay,
            (true, true) => About::ExamDay,
            (true, false) => About::ExamToday,
            (false, true) => About::HeldThen,
            (false, false) => About::HeldNow,
        };
        let cards = desk
            .ground(shelf)
            .recalls(catalogue, progress, today, p.day);
        let raises = raising(&mut desk, shelf);
        let title = |number: u8| match blueprint.and_then(|b| b.domain(number)) {
            Some(d) => d.title.one_line(),
            None if p.domains.len() == 1 => "All cards".into(),
            None if number == 0 => "Other cards".into(),
            None => format!("Domain {number}"),
        };
        let estimates = p.domains.iter().zip(&p.readiness.domains);
        let mut domains: Vec<Domain> = estimates
            .map(|(number, (exam, cards))| Domain {
                number: *number,
                title: title(*number),
                exam: *exam,
                cards: *cards,
            })
            .collect();
        if domains.first().is_some_and(|d| d.number == 0) {
            domains.rotate_left(1);
        }
        let mut out = Self {
            today,
            day: p.day,
            about,
            exam: p.readiness.exam,
            cards: p.readiness.cards,
            scaled: None,
            pass: None,
            tasks: Vec::new(),
            target: if about.is_exam() { PASS_LINE } else { 0.8 },
            vague: vague(shelf, &cards, p.readiness.asked),
            domains,
        };
        if let Some(b) = blueprint {
            out.scaled = Some(Scaled::of(&out.exam, b));
            out.pass = Some(p.readiness.pass);
        }
        out.tasks = topics::topics(shelf, blueprint, &cards, &raises, &out);
        out
    }

    /// What it is about: exam questions where there is an exam, else cards.
    pub fn main(&self) -> Estimate {
        if self.about.is_exam() {
            self.exam
        } else {
            self.cards
        }
    }

    /// A domain's estimate, of the same kind.
    pub fn of_domain(&self, domain: &Domain) -> Estimate {
        if self.about.is_exam() {
            domain.exam
        } else {
            domain.cards
        }
    }

    /// Whether there is enough to show numbers at all.
    pub fn says_something(&self) -> bool {
        !matches!(self.vague, Some(Vague::Start { .. }))
    }

    /// The task statement on which an hour adds most now.
    pub fn best_hour(&self) -> Option<&Topic> {
        let by = |a: &&Topic, b: &&Topic| a.hour.points.total_cmp(&b.hour.points);
        let best = self.tasks.iter().max_by(by);
        best.filter(|t| t.hour.points >= 0.001 && self.about.is_exam() && self.tasks.len() > 1)
    }
}

fn vague(shelf: Shelf<'_>, cards: &[(CardIx, f32, f32)], asked: f64) -> Option<Vague> {
    let entry = |ix: &CardIx| shelf.catalogue.entry(*ix);
    let state = |ix: &CardIx| shelf.progress.card(&entry(ix).card);
    let seen = cards
        .iter()
        .filter(|c| state(&c.0).is_some_and(|s| s.is_seen()));
    let seen = u32::try_from(seen.count()).unwrap_or(u32::MAX);
    let answers = shelf.progress.person.belief.answers;
    let questions = cards.iter().any(|c| entry(&c.0).kind == Kind::Choice);
    let all = u32::try_from(cards.len()).unwrap_or(u32::MAX);
    if seen < FEW_ANSWERS.min(all) || seen == 0 {
        Some(Vague::Start { seen, all })
    } else if answers < FEW_RECALLS.min(all) {
        Some(Vague::Fresh { answers })
    } else if blueprint_of(shelf).is_none() {
        None
    } else if !questions {
        Some(Vague::NoQuestions)
    } else if asked < FEW_SIGHTS {
        let asked = asked.round() as u32;
        Some(Vague::FewSights { asked })
    } else {
        None
    }
}
