//! A candidate at a paper: what is chosen, struck and flagged, where they are,
//! and what the journal must be told.
//!
//! A deed is proposed as a [`Happening`], recorded by someone else, and only
//! then taken in with [`Sitting::take`]: so the sitting never shows what is not
//! on disk, and folding the journal gives the same answers.

use super::clock::{Mark, Reading};
use super::timer::{Notice, Rules, Timer};
use crate::domain::event::{MockAnswered, MockClock, MockFinished, MockStarted, PaperQuestion};
use crate::domain::{Happening, OptionId, Sureness};

/// Time on a question that is worth a line of its own.
const WORTH_KEEPING_MS: u64 = 1_000;

/// A question as it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// How many options are to be chosen.
    pub choose: u8,
    /// What is chosen.
    pub chosen: Vec<OptionId>,
    /// What is struck out.
    pub struck: Vec<OptionId>,
    /// Flagged for review.
    pub flag: bool,
    /// What the candidate said of their certainty.
    pub sure: Sureness,
    /// Milliseconds spent on it.
    pub ms: u64,
}

/// How far a question is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is chosen.
    Open,
    /// Too few are.
    Partial,
    /// As many as are asked for, or, typed in, more.
    Answered,
}

/// As many options as asked for are chosen: one has to go first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full(pub u8);

/// How a sitting keeps its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watch {
    /// Someone looks every second: a gap means that the candidate was away.
    Ticking,
    /// Looked at only when something happens, as by a script.
    OnDemand,
}

/// A paper being sat.
#[derive(Debug, Clone, PartialEq)]
pub struct Sitting {
    paper: MockStarted,
    states: Vec<State>,
    at: usize,
    /// Whether a question is in view, rather than the review or nothing.
    looking: bool,
    /// The paper's clock when the time on the question in view was last noted.
    noted_ms: u64,
    /// Practice: what is chosen on each question but not yet answered.
    drafts: Vec<Vec<OptionId>>,
    timer: Timer,
    ended: bool,
}

impl State {
    /// How far it is.
    pub fn standing(&self) -> Standing {
        match self.chosen.len() {
            0 => Standing::Open,
            n if n < usize::from(self.choose) => Standing::Partial,
            _ => Standing::Answered,
        }
    }
}

impl Sitting {
    /// Begins a paper. `choose`: how many options each question asks for.
    pub fn begin(paper: MockStarted, choose: &[u8], watch: Watch, now: &Reading) -> Self {
        let mark = Mark {
            at: now.clone(),
            elapsed_ms: 0,
        };
        let mut sitting = Self::halted(paper, choose, &[], watch, mark);
        sitting.timer.run(0, now);
        sitting
    }

    /// A paper as it was left, its clock standing at `mark`; it goes on with
    /// [`Self::go_on`].
    pub fn halted(
        paper: MockStarted,
        choose: &[u8],
        answers: &[Option<MockAnswered>],
        watch: Watch,
        mark: Mark,
    ) -> Self {
        let rules = Rules {
            limit_ms: u64::from(paper.minutes) * 60_000,
            ends: !paper.practice,
            notices_gaps: watch == Watch::Ticking,
        };
        let mut states: Vec<State> = (0..paper.questions.len())
            .map(|i| State {
                choose: choose.get(i).copied().unwrap_or(1).max(1),
                ..State::default()
            })
            .collect();
        for (state, answer) in states.iter_mut().zip(answers) {
            if let Some(answer) = answer {
                state.take(answer);
            }
        }
        Self {
            drafts: vec![Vec::new(); paper.questions.len()],
            paper,
            states,
            at: 0,
            looking: true,
            noted_ms: mark.elapsed_ms,
            timer: Timer::halted(rules, mark),
            ended: false,
        }
    }

    /// The paper.
    pub fn paper(&self) -> &MockStarted {
        &self.paper
    }

    /// Every question as it stands.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// Where the candidate is, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The question in view.
    pub fn question(&self) -> &PaperQuestion {
        &self.paper.questions[self.at]
    }

    /// Its state.
    pub fn state(&self) -> &State {
        &self.states[self.at]
    }

    /// What is chosen on the question in view, answered or not.
    pub fn chosen(&self) -> &[OptionId] {
        if self.is_drafting() {
            &self.drafts[self.at]
        } else {
            &self.state().chosen
        }
    }

    /// Whether the question in view is answered and explained: practice only.
    pub fn is_explained(&self) -> bool {
        self.paper.practice && !self.state().chosen.is_empty()
    }

    fn is_drafting(&self) -> bool {
        self.paper.practice && self.state().chosen.is_empty()
    }

    /// The paper's clock.
    pub fn timer(&self) -> &Timer {
        &self.timer
    }

    /// Whether the paper was handed in or given up.
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// Looks at the clock.
    pub fn tick(&mut self, now: &Reading) -> Option<Notice> {
        if self.ended {
            return None;
        }
        self.timer.tick(now)
    }

    /// Chooses an option or lets it go. In practice nothing is recorded until
    /// the question is answered with [`Self::answer`].
    ///
    /// # Errors
    /// [`Full`] if as many as are asked for are chosen already, and more than one.
    pub fn pick(&mut self, option: &OptionId, now: &Reading) -> Result<Option<Happening>, Full> {
        if self.is_explained() || !self.question().shown.contains(option) {
            return Ok(None);
        }
        let mut next = self.chosen().to_vec();
        let choose = self.state().choose;
        match next.iter().position(|o| o == option) {
            Some(i) => {
                next.remove(i);
            }
            None if choose == 1 => next = vec![option.clone()],
            None if next.len() >= usize::from(choose) => return Err(Full(choose)),
            None => next.push(option.clone()),
        }
        if self.is_drafting() {
            let struck = self.state().struck.contains(option);
            self.drafts[self.at] = next;
            // What is chosen is no longer struck out, and that is recorded.
            let back = || self.note(self.at, now, |e| e.struck.retain(|o| o != option));
            return Ok(struck.then(back));
        }
        Ok(Some(self.note(self.at, now, |e| {
            // What is chosen is no longer struck out.
            e.struck.retain(|o| !next.contains(o));
            e.chosen = next;
        })))
    }

    /// Answers with what is chosen: practice only, and not with nothing.
    pub fn answer(&self, now: &Reading) -> Option<Happening> {
        let chosen = self.drafts[self.at].clone();
        if !self.is_drafting() || chosen.is_empty() {
            return None;
        }
        Some(self.note(self.at, now, |e| {
            e.struck.retain(|o| !chosen.contains(o));
            e.chosen = chosen;
        }))
    }

    /// Strikes an option out or brings it back.
    pub fn strike(&self, option: &OptionId, now: &Reading) -> Option<Happening> {
        if self.is_explained() || !self.question().shown.contains(option) {
            return None;
        }
        Some(self.note(self.at, now, |e| {
            if let Some(i) = e.struck.iter().position(|o| o == option) {
                e.struck.remove(i);
            } else {
                e.struck.push(option.clone());
                e.chosen.retain(|o| o != option);
            }
        }))
    }

    /// Flags the question in view for review, or takes the flag off.
    pub fn flag(&self, now: &Reading) -> Happening {
        self.note(self.at, now, |e| e.flag = !e.flag)
    }

    /// Says how certain the candidate is of the question in view.
    pub fn say(&self, sure: Sureness, now: &Reading) -> Happening {
        self.note(self.at, now, |e| e.sure = sure)
    }

    /// A question's whole new state, as a script gives it. `ms` is added to
    /// the time spent on it.
    pub fn set(
        &self,
        question: usize,
        ms: u64,
        now: &Reading,
        change: impl FnOnce(&mut MockAnswered),
    ) -> Option<Happening> {
        let spent = self.states.get(question)?.ms.saturating_add(ms);
        Some(self.note(question, now, |e| {
            change(e);
            e.seconds = seconds(spent);
        }))
    }

    /// What to record before the question in view is left: the time spent on
    /// it, if there is some to speak of.
    pub fn leave(&self, now: &Reading) -> Option<Happening> {
        let new = self.spent_ms(now) - self.state().ms;
        (!self.ended && new >= WORTH_KEEPING_MS).then(|| self.note(self.at, now, |_| {}))
    }

    /// Moves to a question, from 0; beyond the last stays at the last.
    pub fn go_to(&mut self, question: usize, now: &Reading) {
        self.at = question.min(self.states.len().saturating_sub(1));
        self.look(true, now);
    }

    /// Looks away from the question, at the review, or back at it.
    pub fn look(&mut self, at_question: bool, now: &Reading) {
        self.looking = at_question;
        self.noted_ms = self.timer.elapsed_ms(now);
    }

    /// Stops the clock: practice only.
    pub fn pause(&self, now: &Reading) -> Option<Happening> {
        let may = self.paper.practice && self.timer.runs() && !self.ended;
        may.then(|| Happening::MockPaused(self.clock_at(self.timer.elapsed_ms(now))))
    }

    /// Goes on after a pause or a time away. Time away counts only in an exam,
    /// and there only if the candidate wants it to.
    pub fn go_on(&self, counted: bool, paused: bool, now: &Reading) -> Happening {
        let counted = counted && !self.paper.practice;
        let away = self.timer.away_ms(now);
        let stood = self.timer.mark().elapsed_ms;
        let elapsed_ms = if counted {
            stood.saturating_add(away)
        } else {
            stood
        };
        Happening::MockResumed(MockClock {
            away_ms: (!paused).then_some(away),
            counted,
            ..self.clock_at(elapsed_ms.min(self.ceiling()))
        })
    }

    /// Gives the paper up.
    pub fn give_up(&self, now: &Reading) -> Happening {
        Happening::MockDiscarded(self.clock_at(self.timer.elapsed_ms(now)))
    }

    /// Hands the paper in with the verdict on each question.
    pub fn hand_in(&self, right: Vec<bool>, now: &Reading) -> Happening {
        Happening::MockFinished(MockFinished {
            mock: self.paper.mock,
            elapsed_ms: self.timer.elapsed_ms(now),
            time_up: self.timer.is_up(now),
            right,
        })
    }

    /// Takes in what was recorded of this paper.
    pub fn take(&mut self, what: &Happening, now: &Reading) {
        match what {
            Happening::MockAnswered(e) if e.mock == self.paper.mock => {
                let i = usize::from(e.question).wrapping_sub(1);
                if let Some(state) = self.states.get_mut(i) {
                    state.take(e);
                    self.drafts[i].retain(|o| state.chosen.is_empty() && !state.struck.contains(o));
                    if i == self.at {
                        self.noted_ms = e.elapsed_ms;
                    }
                }
            }
            Happening::MockPaused(e) if e.mock == self.paper.mock => {
                self.timer.halt(e.elapsed_ms, now);
            }
            Happening::MockResumed(e) if e.mock == self.paper.mock => {
                self.timer.run(e.elapsed_ms, now);
                self.noted_ms = e.elapsed_ms;
            }
            Happening::MockFinished(e) if e.mock == self.paper.mock => {
                self.timer.halt(e.elapsed_ms, now);
                self.ended = true;
            }
            Happening::MockDiscarded(e) if e.mock == self.paper.mock => {
                self.timer.halt(e.elapsed_ms, now);
                self.ended = true;
            }
            _ => {}
        }
    }

    fn ceiling(&self) -> u64 {
        if self.paper.practice {
            u64::MAX
        } else {
            self.timer.limit_ms()
        }
    }

    fn clock_at(&self, elapsed_ms: u64) -> MockClock {
        MockClock {
            mock: self.paper.mock,
            elapsed_ms,
            away_ms: None,
            counted: false,
        }
    }

    /// Milliseconds spent on the question in view, up to now.
    fn spent_ms(&self, now: &Reading) -> u64 {
        let new = if self.looking {
            self.timer.elapsed_ms(now).saturating_sub(self.noted_ms)
        } else {
            0
        };
        self.state().ms.saturating_add(new)
    }

    fn note(
        &self,
        question: usize,
        now: &Reading,
        change: impl FnOnce(&mut MockAnswered),
    ) -> Happening {
        let state = &self.states[question];
        let ms = if question == self.at {
            self.spent_ms(now)
        } else {
            state.ms
        };
        let mut event = MockAnswered {
            mock: self.paper.mock,
            question: u16::try_from(question + 1).unwrap_or(u16::MAX),
            chosen: state.chosen.clone(),
            struck: state.struck.clone(),
            flag: state.flag,
            sure: state.sure,
            seconds: seconds(ms),
            elapsed_ms: self.timer.elapsed_ms(now),
        };
        change(&mut event);
        Happening::MockAnswered(event)
    }
}

impl State {
    fn take(&mut self, e: &MockAnswered) {
        self.chosen.clone_from(&e.chosen);
        self.struck.clone_from(&e.struck);
        self.flag = e.flag;
        self.sure = e.sure;
        self.ms = (f64::from(e.seconds.max(0.0)) * 1000.0).round() as u64;
    }
}

fn seconds(ms: u64) -> f32 {
    (ms as f64 / 1000.0) as f32
}

#[cfg(test)]
#[path = "sitting_tests.rs"]
mod tests;
