//! The fold: events in, [`Progress`] out.
//!
//! Law, tested: folding a journal at once gives exactly what folding it event
//! by event gives, in whatever order files and lines came. It reads no clock:
//! study days are those recorded, and a day before the last one counts as the
//! same day.

use super::evidence::{Outcome, guess_rate};
use super::memory::Fsrs;
use super::paper::{Ended, Paper};
use super::person;
use super::progress::{CardState, DayTally, Deed, Progress, Recent};
use crate::domain::answer::{grade_of_choice, mark};
use crate::domain::event::{Answered, Corrected, MockFinished, Placed};
use crate::domain::{CardRef, Catalogue, Day, Event, EventId, Grade, Happening, Kind, Sureness};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Seconds of one flashcard that count at most: people walk away.
pub const CARD_SECONDS_CAP: f32 = 60.0;
/// Seconds of one question that count at most.
pub const QUESTION_SECONDS_CAP: f32 = 300.0;

/// The event belongs inside what is already folded, or takes back something
/// older than the day: everything must be folded anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeedsRefold;

/// Folds events with the memory model, following renamed cards.
#[derive(Debug, Default)]
pub struct Replay {
    fsrs: Fsrs,
    /// Old card id → the id that took over its history.
    aliases: HashMap<CardRef, CardRef>,
    /// The cards of today, for the keys of questions.
    today: Option<Arc<Catalogue>>,
}

impl Replay {
    /// A fold that follows these renamings.
    pub fn new(aliases: HashMap<CardRef, CardRef>) -> Self {
        Self {
            fsrs: Fsrs::default(),
            aliases,
            today: None,
        }
    }

    /// With the cards of today, so that a question whose key has changed since
    /// it was answered is asked again.
    pub fn with_keys(self, today: Arc<Catalogue>) -> Self {
        Self {
            today: Some(today),
            ..self
        }
    }

    /// The [`mark`] of a question's key as it is now.
    fn key(&self, card: &CardRef) -> Option<u32> {
        self.today.as_ref()?.key_of(card)
    }

    /// The memory model used.
    pub fn fsrs(&self) -> &Fsrs {
        &self.fsrs
    }

    /// Folds all events; their order doesn't matter, duplicates count once.
    pub fn fold(&self, events: Vec<Event>) -> Progress {
        self.fold_watched(events, |_, _| {})
    }

    /// The same; `dawn` sees where the person stood before the first event of
    /// each study day, and that day.
    pub fn fold_watched(
        &self,
        mut events: Vec<Event>,
        mut dawn: impl FnMut(&Progress, Day),
    ) -> Progress {
        events.sort_by_key(Event::order);
        events.dedup_by_key(|e| e.order());
        let undone = undone(&events);
        let mut progress = Progress::default();
        for event in &events {
            if progress.horizon.is_none_or(|last| event.day > last) {
                dawn(&progress, event.day);
            }
            turn(&mut progress, event);
            if !undone.contains(&event.id) {
                self.take(&mut progress, event);
            }
        }
        progress
    }

    /// Folds one more event.
    ///
    /// # Errors
    /// [`NeedsRefold`] if it doesn't come after all others or takes back what
    /// is no longer at hand; progress is unchanged then.
    pub fn apply(&self, progress: &mut Progress, event: &Event) -> Result<(), NeedsRefold> {
        if !progress.is_next(event) {
            return Err(NeedsRefold);
        }
        if let Happening::Undone(u) = &event.what {
            take_back(progress, u.event)?;
        }
        turn(progress, event);
        self.take(progress, event);
        Ok(())
    }

    fn name(&self, card: &CardRef) -> CardRef {
        let mut name = card;
        // Renamed twice is fine; a ring of renamings ends somewhere.
        for _ in 0..8 {
            match self.aliases.get(name) {
                Some(next) => name = next,
                None => break,
            }
        }
        name.clone()
    }

    fn take(&self, p: &mut Progress, event: &Event) {
        let day = event.day;
        match &event.what {
            Happening::Reviewed(e) => {
                let seconds = e.seconds.clamp(0.0, CARD_SECONDS_CAP);
                self.answer(p, event, &e.card, e.grade, Sureness::Unsaid, seconds, None);
            }
            Happening::Answered(e) => self.question(p, event, e),
            Happening::MockFinished(e) => self.finish(p, event, e),
            Happening::Suspended(e) => self.care(p, event, &e.card, |c| c.suspended = true),
            Happening::Restored(e) => self.care(p, event, &e.card, |c| {
                c.suspended = false;
                c.buried_until = None;
                c.known_cold = None;
            }),
            Happening::KnownCold(e) => self.care(p, event, &e.card, |c| c.known_cold = Some(day)),
            Happening::Buried(e) => {
                self.care(p, event, &e.card, |c| c.buried_until = Some(e.until));
            }
            Happening::Reset(e) => self.care(p, event, &e.card, |c| {
                *c = CardState {
                    suspended: c.suspended,
                    flagged: c.flagged,
                    disputed: c.disputed,
                    note: c.note.take(),
                    correction: c.correction.take(),
                    ..CardState::default()
                };
            }),
            Happening::Flagged(e) => self.care(p, event, &e.card, |c| c.flagged = e.on),
            Happening::Disputed(e) => self.care(p, event, &e.card, |c| c.disputed = e.on),
            Happening::Noted(e) => self.care(p, event, &e.card, |c| {
                c.note = (!e.text.is_blank()).then(|| e.text.clone());
            }),
            Happening::Explained(e) => {
                self.care(p, event, &e.card, |c| c.reasons.push(e.reason));
            }
            Happening::Corrected(e) => self.correct(p, event, e),
            Happening::GoalSet(goal) => p.goal = Some((goal.clone(), event.at)),
            Happening::ExamTaken(result) => p.taken = Some((result.clone(), day)),
            Happening::Placed(e) => {
                let questions = e.questions.iter().map(|q| self.name(q)).collect();
                p.placed = Some((Placed { questions }, day));
            }
            Happening::MockStarted(e) => {
                let mut started = e.clone();
                started.mock = event.id;
                for question in &mut started.questions {
                    question.card = self.name(&question.card);
                }
                p.papers.push(Paper::new(started, event.at));
            }
            Happening::MockAnswered(e) => with_open(p, e.mock, |paper| paper.answer(e, event.at)),
            Happening::MockPaused(e) => with_open(p, e.mock, |paper| paper.pause(e, event.at)),
            Happening::MockResumed(e) => with_open(p, e.mock, |paper| paper.resume(e, event.at)),
            Happening::MockDiscarded(e) => {
                with_open(p, e.mock, |paper| paper.ended = Some(Ended::Discarded));
            }
            Happening::Undone(_) | Happening::Unknown => {}
        }
    }

    /// A card reads otherwise. Its verdicts stand; with another key it is asked
    /// again.
    fn correct(&self, p: &mut Progress, event: &Event, e: &Corrected) {
        let came = self.key(&self.name(&e.card));
        let key = |c: &CardState| {
            let own = c.correction.as_ref().and_then(|c| c.key.as_ref());
            own.map(mark).or(came)
        };
        self.care(p, event, &e.card, |c| {
            let before = key(c);
            match &e.to {
                None => c.correction = None,
                Some(to) => c.correction.get_or_insert_default().take(to),
            }
            c.rekeyed |= c.is_seen() && key(c) != before;
        });
    }

    fn question(&self, p: &mut Progress, event: &Event, e: &Answered) {
        let seconds = e.seconds.clamp(0.0, QUESTION_SECONDS_CAP);
        let grade = grade_of_choice(e.right, e.sure);
        self.answer(p, event, &e.card, grade, e.sure, seconds, Some(e));
    }

    /// A marked paper's answers count as reviews and misses, all at its end.
    fn finish(&self, p: &mut Progress, event: &Event, e: &MockFinished) {
        let Some(i) = p
            .papers
            .iter()
            .position(|q| q.id() == e.mock && q.ended.is_none())
        else {
            return;
        };
        p.papers[i].elapsed_ms = p.papers[i].elapsed_ms.max(e.elapsed_ms);
        p.papers[i].ended = Some(Ended::Finished {
            result: e.clone(),
            at: event.at,
        });
        let paper = p.papers[i].clone();
        let studied = p.days.get(&event.day).copied().unwrap_or_default();
        for ((question, answer), right) in paper
            .started
            .questions
            .iter()
            .zip(&paper.answers)
            .zip(&e.right)
        {
            // A disputed key teaches the schedule nothing.
            let card = p.cards.get(&question.card);
            if card.is_some_and(|c| c.disputed) {
                continue;
            }
            let as_study = Answered {
                card: question.card.clone(),
                shown: question.shown.clone(),
                chosen: answer
                    .as_ref()
                    .map(|a| a.chosen.clone())
                    .unwrap_or_default(),
                right: *right,
                sure: answer.as_ref().map(|a| a.sure).unwrap_or_default(),
                seconds: answer.as_ref().map_or(0.0, |a| a.seconds),
            };
            self.question(p, event, &as_study);
        }
        let day = p.days.entry(event.day).or_default();
        day.papers += 1;
        day.paper_ms += day.ms - studied.ms;
        (day.ms, day.question_ms) = (studied.ms, studied.question_ms);
        // A paper is not taken back question by question, and what came before
        // it can no longer be taken back in place.
        p.recent.clear();
    }

    #[allow(clippy::too_many_arguments)]
    fn answer(
        &self,
        p: &mut Progress,
        event: &Event,
        card: &CardRef,
        grade: Grade,
        sure: Sureness,
        seconds: f32,
        choice: Option<&Answered>,
    ) {
        let day = event.day;
        let name = self.name(card);
        let before = p.cards.get(&name).cloned();
        let person_before = p.person.clone();
        let state = p.cards.entry(name.clone()).or_default();
        let days = state.last_day().map_or(0, |last| day.since(last));
        let recalled_before = state.memory.filter(|_| days > 0);
        let mut tally = DayTally {
            reviews: 1,
            right: u32::from(grade.passed()),
            new: u32::from(!state.is_seen()),
            ms: (f64::from(seconds) * 1000.0) as u64,
            ..DayTally::default()
        };
        if choice.is_some() {
            (tally.questions, tally.question_ms) = (1, tally.ms);
        }
        let answer = person::Answer {
            kind: choice.map_or(Kind::Flashcard, |_| Kind::Choice),
            outcome: outcome(grade, choice),
            grade,
            seconds,
            day,
        };
        p.person.observe(&mut state.trace, answer);
        if let Some(memory) = recalled_before {
            tally.recalls = 1;
            tally.recalled = u32::from(grade.passed());
            tally.predicted = (f64::from(super::memory::retrievability(memory, days)) * 1e6) as u64;
            if !grade.passed() {
                state.lapses += 1;
            }
        }
        state.memory = Some(self.fsrs.after(state.memory, days, grade));
        let first = state.seen.map_or(day, |(first, _)| first);
        let last = state.last_day().map_or(day, |last| last.max(day));
        state.seen = Some((first, last));
        state.reviews += 1;
        state.last_grade = Some(grade);
        state.first_right.get_or_insert(grade.passed());
        state.first_grade.get_or_insert(grade);
        state.buried_until = None;
        // By a corrected key it was marked with that one.
        let own = state.correction.as_ref().is_some_and(|c| c.key.is_some());
        let asked = choice.filter(|_| !own);
        state.rekeyed = asked.is_some_and(|e| {
            let key = self.key(&name);
            key.is_some_and(|key| e.right != (mark(&e.chosen) == key))
        });
        if state.known_cold.is_some() && !grade.passed() {
            state.known_cold = None;
        }
        state
            .misses
            .observe(grade.passed(), sure == Sureness::Guessed, day);
        if let Some(e) = choice.filter(|e| !e.right) {
            for option in &e.chosen {
                match state.confused.iter_mut().find(|(id, _)| id == option) {
                    Some((_, times)) => *times += 1,
                    None => state.confused.push((option.clone(), 1)),
                }
            }
        }
        p.reviews += 1;
        p.days.entry(day).or_default().add(&tally);
        p.last_day = Some(p.last_day.map_or(day, |d| d.max(day)));
        remember(p, event, name, Deed::Answer, before, tally);
        if let Some(recent) = p.recent.last_mut().filter(|r| r.id == event.id) {
            recent.person = Some(Box::new(person_before));
        }
    }

    fn care(
        &self,
        p: &mut Progress,
        event: &Event,
        card: &CardRef,
        change: impl FnOnce(&mut CardState),
    ) {
        let name = self.name(card);
        let before = p.cards.get(&name).cloned();
        change(p.cards.entry(name.clone()).or_default());
        remember(p, event, name, Deed::Care, before, DayTally::default());
    }
}

fn outcome(grade: Grade, choice: Option<&Answered>) -> Outcome {
    let Some(e) = choice else {
        return Outcome::Graded(grade);
    };
    let count = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
    // How many keys there are isn't recorded; people choose as many as asked.
    let guess = guess_rate(count(e.shown.len()), count(e.chosen.len()));
    Outcome::Chosen {
        right: e.right,
        guess,
        sure: e.sure,
    }
}

fn with_open(p: &mut Progress, mock: EventId, change: impl FnOnce(&mut Paper)) {
    if let Some(paper) = p
        .papers
        .iter_mut()
        .find(|q| q.id() == mock && q.ended.is_none())
    {
        change(paper);
    }
}

fn remember(
    p: &mut Progress,
    event: &Event,
    card: CardRef,
    deed: Deed,
    before: Option<Box<CardState>>,
    tally: DayTally,
) {
    if p.horizon.is_none_or(|horizon| event.day >= horizon) {
        p.recent.push(Recent {
            id: event.id,
            day: event.day,
            card,
            deed,
            before,
            tally,
            person: None,
        });
    }
}

/// Moves the fold's edge to an event, whether or not it was taken back later:
/// deeds of earlier study days leave the list of what can be undone.
fn turn(p: &mut Progress, event: &Event) {
    p.last = Some(event.order());
    p.last_at = Some(event.at);
    let horizon = p.horizon.map_or(event.day, |h| h.max(event.day));
    if p.horizon != Some(horizon) {
        p.horizon = Some(horizon);
        p.recent.retain(|r| r.day >= horizon);
        p.at_dawn = p.person.clone();
    }
}

fn take_back(p: &mut Progress, target: EventId) -> Result<(), NeedsRefold> {
    // Only the very last deed is undone in place: then nothing else depends on
    // it, and the state before it is the state of a fold without it.
    if p.recent.last().is_none_or(|r| r.id != target) {
        return Err(NeedsRefold);
    }
    let Some(r) = p.recent.pop() else {
        return Err(NeedsRefold);
    };
    if r.deed == Deed::Answer {
        p.reviews -= 1;
        if let Some(tally) = p.days.get_mut(&r.day) {
            tally.take(&r.tally);
            if *tally == DayTally::default() {
                p.days.remove(&r.day);
            }
        }
        p.last_day = p.days.keys().next_back().copied();
        if let Some(person) = r.person {
            p.person = *person;
        }
    }
    match r.before {
        Some(state) => p.cards.insert(r.card, state),
        None => p.cards.remove(&r.card),
    };
    Ok(())
}

/// Which events don't count: those taken back by an undo that itself stands.
fn undone(events: &[Event]) -> HashSet<EventId> {
    let mut out = HashSet::new();
    for event in events.iter().rev() {
        if let Happening::Undone(u) = &event.what
            && !out.contains(&event.id)
        {
            out.insert(u.event);
        }
    }
    out
}

#[cfg(test)]
mod tests;
