//! Asking for a goal: the exam's date, then minutes a day; days off; how the
//! exam went.

use super::prose;
use crate::domain::Day;
use crate::session::days_off::days_off;
use crate::session::goal::Change;
use crate::session::goal_text::{exam_date, is_knowledge_only, long_date, minutes, result};
use crate::tui::keymap::Place;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{sheet, typing};
use ratatui::text::{Line, Span};

/// The longest answers that make sense, in characters: of most questions, and
/// of days off.
const LONGEST: [usize; 2] = [60, 300];

/// The sheet that asks.
#[derive(Debug)]
pub struct Asking {
    /// What is being asked.
    pub step: Step,
    /// Whether the other question follows.
    pub both: bool,
    /// What has been typed.
    pub typed: String,
    error: Option<String>,
    today: Day,
}

/// The questions.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// When is the exam?
    Date,
    /// How many minutes a day? With what was answered before.
    Minutes(Change),
    /// Which days are off?
    DaysOff,
    /// How did the exam go?
    Result,
}

/// What came of Enter.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Ask on.
    NotYet,
    /// The goal changes.
    Goal(Change),
    /// The exam is over.
    Result {
        /// Passed or not.
        passed: bool,
        /// The scaled score, if it was told.
        score: Option<u32>,
    },
}

impl Asking {
    /// Begins to ask.
    pub fn new(step: Step, both: bool, typed: String, today: Day) -> Self {
        Self {
            step,
            both,
            typed,
            error: None,
            today,
        }
    }

    /// Something was typed or pasted.
    pub fn type_in(&mut self, text: &str) {
        self.error = None;
        let longest = LONGEST[usize::from(self.step == Step::DaysOff)];
        typing::type_in(&mut self.typed, text, longest);
    }

    /// Backspace.
    pub fn erase(&mut self) {
        self.error = None;
        typing::erase(&mut self.typed);
    }

    /// Enter: takes what was typed, or says what is wrong with it. `minutes_now`
    /// is offered for the second question; `scores` is the exam's scale.
    pub fn confirm(&mut self, minutes_now: u16, scores: Option<(u32, u32)>) -> Answer {
        match self.step.clone() {
            Step::Date => match self.date() {
                Ok(change) if self.both => {
                    self.step = Step::Minutes(change);
                    self.typed = minutes_now.to_string();
                    Answer::NotYet
                }
                Ok(change) => Answer::Goal(change),
                Err(why) => self.object(why),
            },
            Step::Minutes(change) => match minutes(&self.typed) {
                Ok(n) => Answer::Goal(Change {
                    minutes: Some(n),
                    ..change
                }),
                Err(why) => self.object(why),
            },
            Step::DaysOff => match days_off(&self.typed, self.today) {
                Ok(days) => Answer::Goal(Change {
                    days_off: Some(days),
                    ..Change::default()
                }),
                Err(why) => self.object(why),
            },
            Step::Result => match result(&self.typed, scores) {
                Ok((passed, score)) => Answer::Result { passed, score },
                Err(why) => self.object(why),
            },
        }
    }

    fn date(&self) -> Result<Change, String> {
        if is_knowledge_only(&self.typed) {
            return Ok(Change {
                exam: Some(None),
                date: Some(None),
                ..Change::default()
            });
        }
        Ok(Change {
            date: Some(exam_date(&self.typed, self.today).map_err(|why| why.to_string())?),
            ..Change::default()
        })
    }

    fn object(&mut self, why: String) -> Answer {
        self.error = Some(why);
        Answer::NotYet
    }

    /// The sheet over whatever is there.
    pub fn paint(&self, scene: &mut Scene, page: &Page, theme: &Theme) {
        let width = usize::from(page.body.width);
        let (title, understood, examples) = match &self.step {
            Step::Date => (
                "When is your exam?",
                self.understood(),
                "2027-03-14 · 2027-03 · in 6 weeks · empty if it isn't booked · knowledge only",
            ),
            Step::Minutes(_) => (
                "How many minutes a day?",
                String::new(),
                "20 · 45 · 1 h 30; it can be changed at any time",
            ),
            Step::DaysOff => (
                "Which days are off?",
                days_off(&self.typed, self.today).map_or(String::new(), |d| d.words(self.today)),
                "sat, sun · 24 Dec · 24 Dec – 2 Jan · empty for none",
            ),
            Step::Result => (
                "How did the exam go?",
                String::new(),
                "pass · fail · pass 812",
            ),
        };
        let mut lines = vec![typing::line(&self.typed, width, theme), Line::default()];
        let remark = self.error.clone().unwrap_or(understood);
        lines.extend(prose(remark, theme.text, width));
        lines.extend(prose(examples, theme.dim, width));
        let title = Span::styled(title, theme.strong);
        sheet::put(scene, page, title, lines, Place::Typing, theme);
    }

    /// What the program makes of a date while it is being typed.
    fn understood(&self) -> String {
        if is_knowledge_only(&self.typed) {
            return "no exam: knowledge only".into();
        }
        match exam_date(&self.typed, self.today) {
            Ok(Some(day)) => match day - self.today {
                0 => format!("{}: today", long_date(day)),
                1 => format!("{}: tomorrow", long_date(day)),
                n => format!("{}: {n} days", long_date(day)),
            },
            Ok(None) => "not booked".into(),
            Err(_) => String::new(),
        }
    }
}
