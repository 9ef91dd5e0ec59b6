//! The plan of a study day for a goal, kept in step with progress.
//!
//! Building it looks at every card in scope once; after that an answer, a mark
//! or something taken back touches only its own card. Whatever else happens
//! (another day, another goal, a paper marked, a journal merged) builds it
//! anew, so what it says depends on progress alone.

use super::cold::{Standing, standing};
use super::frame::{Calendar, Frame};
use super::planner::{Candidate, Clock, Cold, Now, Plan, Reason};
use super::priors::Priors;
use super::progress::{CardState, DayTally, Progress, Recent};
use super::queue::Scope;
use super::weights::weights;
use crate::domain::event::Goal;
use crate::domain::{Blueprint, CardIx, Catalogue, Day, EventId, Kind, Moment, Origin, Tier};
use std::collections::{HashMap, HashSet};

/// A calendar starts at the first study day, but at most so long before the
/// exam.
const LONGEST_CALENDAR: i32 = 120;

/// Study days that the person's word about minutes counts for.
const WORD_DAYS: f32 = 5.0;

/// What a plan is made from besides progress.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// Every card there is.
    pub catalogue: &'a Catalogue,
    /// The exam's blueprint, if the goal has an exam.
    pub blueprint: Option<&'a Blueprint>,
    /// Which cards are studied.
    pub scope: &'a Scope,
    /// Cards that study doesn't show (questions of held-back papers).
    pub hidden: &'a HashSet<CardIx>,
}

/// A day's plan over a scope.
#[derive(Debug, Clone)]
pub struct Agenda {
    day: Day,
    plan: Plan,
    cards: Vec<CardIx>,
    /// Candidate number by card.
    at: HashMap<CardIx, u32>,
    /// By candidate: the questions that need its knowledge.
    tested_by: HashMap<u32, Vec<u32>>,
    priors: Priors,
    exam: Option<Day>,
    mark: Mark,
    /// Today's deeds that the plan knows, with their candidates.
    deeds: Vec<(EventId, Option<u32>)>,
}

/// What must not change, or the plan is built anew.
#[derive(Debug, Clone, PartialEq)]
struct Mark {
    goal: Option<(Goal, Moment)>,
    scope: Scope,
    cards: usize,
    hidden: usize,
    papers: (usize, usize),
    placed: Option<(usize, Day)>,
    /// Answers before today's deeds.
    reviews: u32,
}

impl Agenda {
    /// Plans a day.
    pub fn new(setting: Setting<'_>, progress: &Progress, day: Day) -> Self {
        let cards = in_scope(setting, progress);
        let at: HashMap<CardIx, u32> = cards.iter().zip(0..).map(|(ix, i)| (*ix, i)).collect();
        let candidates = candidates(setting, progress, &cards, &at);
        let any_questions = candidates.iter().any(|c| c.question);
        let frame = frame(progress, day, any_questions);
        let mut tested_by: HashMap<u32, Vec<u32>> = HashMap::new();
        for (i, c) in (0..).zip(&candidates) {
            for t in &c.tests {
                tested_by.entry(*t).or_default().push(i);
            }
        }
        let mut agenda = Self {
            day,
            tested_by,
            priors: Priors::of(setting.catalogue, &cards, progress, day),
            exam: calendar(progress, day).exam,
            plan: Plan::new(frame, candidates),
            mark: Mark::of(setting, progress, day),
            cards,
            at,
            deeds: Vec::new(),
        };
        for i in 0..agenda.cards.len() {
            agenda.refresh(setting.catalogue, progress, i);
        }
        let today = progress.recent.iter().filter(|r| r.day == day);
        agenda.deeds = today.map(|r| agenda.deed(setting.catalogue, r)).collect();
        agenda
    }

    /// Brings the plan up to what happened since; cheap if that was answers.
    pub fn sync(&mut self, setting: Setting<'_>, progress: &Progress, day: Day) {
        if day != self.day || Mark::of(setting, progress, day) != self.mark {
            *self = Self::new(setting, progress, day);
            return;
        }
        let now = || progress.recent.iter().filter(|r| r.day == day);
        let same = now()
            .zip(&self.deeds)
            .take_while(|(r, known)| r.id == known.0)
            .count();
        let gone = self.deeds.split_off(same);
        let added = now().skip(same).map(|r| self.deed(setting.catalogue, r));
        let added: Vec<(EventId, Option<u32>)> = added.collect();
        let changed = gone.iter().chain(&added).filter_map(|(_, i)| *i);
        for i in changed.collect::<Vec<u32>>() {
            self.refresh(setting.catalogue, progress, i as usize);
            // A question may have checked what is said to be known cold.
            for t in self.plan.candidates()[i as usize].tests.clone() {
                self.refresh(setting.catalogue, progress, t as usize);
            }
        }
        self.deeds.extend(added);
    }

    /// The card to study now, with `left_s` seconds left (none: what the goal
    /// leaves of the day); none if every card was seen today. `calm`: what is
    /// new comes last, as on the evening before the exam.
    pub fn next(
        &self,
        progress: &Progress,
        left_s: Option<f64>,
        calm: bool,
    ) -> Option<(CardIx, Reason)> {
        let tally = progress.tally(self.day);
        let clock = Clock {
            cards_s: (tally.ms - tally.question_ms) as f32 / 1000.0,
            questions_s: tally.question_ms as f32 / 1000.0,
            left_s: left_s.map(|s| s as f32),
            just: self.deeds.last().and_then(|d| d.1).map(|i| i as usize),
            calm,
        };
        let (i, reason) = self.plan.next(clock)?;
        Some((self.cards[i], reason))
    }

    /// The numbers behind it.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The plan's number of a card, if it is in scope.
    pub fn candidate(&self, card: CardIx) -> Option<usize> {
        self.at.get(&card).map(|i| *i as usize)
    }

    /// The cards in scope, by the plan's numbers.
    pub fn cards(&self) -> &[CardIx] {
        &self.cards
    }

    fn refresh(&mut self, catalogue: &Catalogue, progress: &Progress, i: usize) {
        let state = progress.card(&catalogue.entry(self.cards[i]).card);
        let now = self.now(catalogue, progress, i, state);
        self.plan.update(i, now);
    }

    fn now<'p>(
        &self,
        catalogue: &Catalogue,
        progress: &'p Progress,
        i: usize,
        state: Option<&'p CardState>,
    ) -> Now<'p> {
        let questions = self.tested_by.get(&(i as u32)).into_iter().flatten();
        let questions = questions.map(|q| {
            let ix = self.cards[*q as usize];
            progress.card(&catalogue.entry(ix).card)
        });
        let (cold, rests) = match standing(state, questions, self.day, self.exam) {
            Standing::Ordinary => (Cold::No, false),
            Standing::Believed(cold) => (cold, cold == Cold::Waiting),
            Standing::Checked { today: true } => (Cold::Checked, true),
            Standing::Checked { today: false } => (Cold::No, true),
        };
        let entry = catalogue.entry(self.cards[i]);
        Now {
            trace: state.and_then(|s| s.trace.as_ref()),
            available: !rests && state.is_none_or(|s| s.is_available(self.day)),
            missed: state.and_then(|s| s.misses.last.filter(|_| s.misses.open)),
            known: self.priors.known(entry.task),
            cold,
        }
    }

    /// What is known already of cards never seen.
    pub fn priors(&self) -> &Priors {
        &self.priors
    }

    fn deed(&self, catalogue: &Catalogue, recent: &Recent) -> (EventId, Option<u32>) {
        let ix = catalogue.find(&recent.card);
        (recent.id, ix.and_then(|ix| self.at.get(&ix).copied()))
    }
}

impl Mark {
    fn of(setting: Setting<'_>, progress: &Progress, day: Day) -> Self {
        let answers = |r: &&Recent| r.day == day && r.person.is_some();
        let today = progress.recent.iter().filter(answers).count() as u32;
        Self {
            goal: progress.goal.clone(),
            scope: setting.scope.clone(),
            cards: setting.catalogue.len(),
            hidden: setting.hidden.len(),
            placed: progress
                .placed
                .as_ref()
                .map(|(p, d)| (p.questions.len(), *d)),
            papers: (
                progress.papers.len(),
                progress.papers.iter().filter(|p| p.ended.is_some()).count(),
            ),
            reviews: progress.reviews.saturating_sub(today),
        }
    }
}

/// The cards that the goal and the scope ask for, in order.
pub(super) fn in_scope(setting: Setting<'_>, progress: &Progress) -> Vec<CardIx> {
    let exam = progress.goal.as_ref().and_then(|(g, _)| g.exam.as_deref());
    let fits = |ix: CardIx| {
        let other = setting.catalogue.deck_of(ix).exam.as_ref();
        // Another exam's decks only if they were asked for.
        setting.scope.deck.is_some()
            || exam.is_none()
            || other.is_none_or(|e| Some(e.as_str()) == exam)
    };
    let cards = setting.scope.cards(setting.catalogue).map(|(ix, _)| ix);
    cards
        .filter(|ix| !setting.hidden.contains(ix) && fits(*ix))
        .collect()
}

fn candidates(
    setting: Setting<'_>,
    progress: &Progress,
    cards: &[CardIx],
    at: &HashMap<CardIx, u32>,
) -> Vec<Candidate> {
    let exam = progress.goal.as_ref().and_then(|(g, _)| g.exam.as_deref());
    let weights = weights(setting.catalogue, cards, setting.blueprint);
    let mut topics = HashMap::new();
    let candidate = |(ix, weight): (&CardIx, f32)| {
        let entry = setting.catalogue.entry(*ix);
        let of_exam = setting.catalogue.deck_of(*ix).exam.as_ref();
        let next = topics.len();
        let topic = *topics.entry((entry.deck, entry.task)).or_insert(next);
        Candidate {
            weight,
            kind: entry.kind,
            question: entry.kind == Kind::Choice
                && entry.origin == Some(Origin::Authored)
                && exam.is_some()
                && of_exam.map(crate::domain::Text::as_str) == exam,
            detail: entry.tier == Tier::Detail,
            note: entry.note,
            concept: entry.concept,
            topic: u16::try_from(topic).unwrap_or(u16::MAX),
            domain: entry.task.map_or(0, |t| t.domain),
            tests: entry
                .tests
                .iter()
                .filter_map(|t| at.get(t).copied())
                .collect(),
        }
    };
    cards.iter().zip(weights).map(candidate).collect()
}

fn frame(progress: &Progress, today: Day, any_questions: bool) -> Frame {
    let calendar = calendar(progress, today);
    let share = calendar.question_share(today, any_questions);
    let owed_s = owed(progress, today, share);
    calendar.frame(today, progress.person_on(today), share, owed_s)
}

/// The calendar that a goal and what was done so far make.
pub fn calendar(progress: &Progress, today: Day) -> Calendar {
    let goal = progress.goal.as_ref().map(|(goal, _)| goal);
    let exam = goal.and_then(|g| g.date).filter(|date| *date > today);
    let earliest = exam.unwrap_or(today) + -LONGEST_CALENDAR;
    let first = progress
        .days
        .range(earliest..)
        .next()
        .map_or(today, |(day, _)| *day);
    let mut calendar = Calendar {
        exam,
        start: first.min(today),
        minutes: goal.map_or(Goal::USUAL_MINUTES, |g| g.minutes),
        days_off: goal.map(|g| g.days_off.clone()).unwrap_or_default(),
        dates_off: goal.map(|g| g.dates_off.clone()).unwrap_or_default(),
        attendance: 1.0,
    };
    if goal.is_some() {
        calendar.attendance = attendance(progress, &calendar, today);
    }
    calendar
}

/// The share of the planned time that the person really gave, so far.
fn attendance(progress: &Progress, calendar: &Calendar, today: Day) -> f32 {
    let planned = calendar.study_days(calendar.start, today) as f32;
    let days = progress.days.range(calendar.start..today);
    let ms: u64 = days.map(|(_, tally)| tally.ms).sum();
    let done = ms as f32 / 60_000.0 / f32::from(calendar.minutes.max(1));
    ((done + WORD_DAYS) / (planned + WORD_DAYS)).clamp(0.2, 2.0)
}

/// Question seconds that the last week fell short of its share.
fn owed(progress: &Progress, today: Day, share: f32) -> f32 {
    let week = progress.days.range(today + -7..today);
    let owed = |(_, t): (&Day, &DayTally)| share * t.ms as f32 - t.question_ms as f32;
    week.map(owed).sum::<f32>() / 1000.0
}
