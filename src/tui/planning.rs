//! What the program does about the goal, and about what is known already.

use super::app::{App, Effect, Over, Pending, Screen};
use super::screens::goal::{Answer, Asking, Step};
use super::screens::settings::{Setting, Settings};
use crate::domain::event::{ExamTaken, OfCard};
use crate::domain::{Happening, Moment};
use crate::session::Study;
use crate::session::days_off::DaysOff;
use crate::session::goal::{Change, remark};
use crate::session::placement::{Placement, finding, is_offered};
use crate::storage::config::SecondLook;

impl App {
    /// Opens the settings.
    pub(super) fn open_settings(&mut self, now: Moment) {
        self.screen = Screen::Settings(Settings::of(&self.known, now.study_day()));
    }

    /// Enter on a setting.
    pub(super) fn change_setting(&mut self, setting: Setting, now: Moment) -> Vec<Effect> {
        match setting {
            Setting::Result => self.ask(Step::Result, false, now),
            Setting::ExamDate => self.ask(Step::Date, false, now),
            Setting::Minutes => self.ask(Step::Minutes(Change::default()), false, now),
            Setting::DaysOff => self.ask(Step::DaysOff, false, now),
            Setting::SecondLook => return self.change_second_look(true),
            Setting::Theme => return self.change_theme(true),
        }
        Vec::new()
    }

    /// The choice after or before.
    pub(super) fn change_second_look(&mut self, forward: bool) -> Vec<Effect> {
        use SecondLook::{End, Never, Soon};
        self.second_look = match (self.second_look, forward) {
            (End, true) | (Never, false) => Soon,
            (Soon, true) | (End, false) => Never,
            (Never, true) | (Soon, false) => End,
        };
        if let Some(study) = &mut self.study {
            study.look_again = self.second_look;
        }
        vec![Effect::KeepSecondLook(self.second_look)]
    }

    pub(super) fn ask(&mut self, step: Step, both: bool, now: Moment) {
        let today = now.study_day();
        let goal = self.known.goal();
        let typed = match &step {
            // A date that is past is no answer any more.
            Step::Date => {
                let date = goal.and_then(|g| g.date).filter(|d| *d >= today);
                date.map_or(String::new(), |d| d.to_string())
            }
            Step::Minutes(_) => crate::session::today::minutes(&self.known.progress).to_string(),
            Step::DaysOff => {
                let off = goal.map(DaysOff::of).unwrap_or_default();
                match off.words(today).as_str() {
                    "none" => String::new(),
                    words => words.to_owned(),
                }
            }
            Step::Result => String::new(),
        };
        self.over = Some(Over::Asking(Asking::new(step, both, typed, today)));
    }

    pub(super) fn asked(&mut self, mut asking: Asking, now: Moment) -> Vec<Effect> {
        let minutes = crate::session::today::minutes(&self.known.progress);
        let range = self.known.exam().map(|e| e.scaled);
        let change = match asking.confirm(minutes, range) {
            Answer::NotYet => {
                self.over = Some(Over::Asking(asking));
                return Vec::new();
            }
            Answer::Result { passed, score } => {
                let date = self.known.goal().and_then(|g| g.date);
                let taken = ExamTaken {
                    passed,
                    score,
                    date,
                };
                let words = "Noted. The stats show it against the forecast.";
                return self.record(Pending::Care(words), Happening::ExamTaken(taken));
            }
            Answer::Goal(change) => change,
        };
        let dated = change.date.is_some();
        let seed = now.utc_ms.unsigned_abs();
        let goal = self.known.goal_with(change, now.study_day(), seed);
        self.pending = Some(Pending::Goal { dated });
        vec![Effect::Record(Happening::GoalSet(goal))]
    }

    pub(super) fn goal_is_set(&mut self, dated: bool, now: Moment) -> Vec<Effect> {
        let exam = self.known.exam();
        let late = self.known.goal().filter(|_| dated);
        match late.and_then(|g| remark(g, exam)) {
            Some(words) => self.say(&words),
            None if dated && is_offered(&self.known.progress) && self.placement(now).is_some() => {
                self.say("Goal saved. Know some of it? i at home: a placement, 15 min.");
            }
            None => self.say("Goal saved."),
        }
        if let Screen::Settings(settings) = &mut self.screen {
            settings.look(&self.known, now.study_day());
        }
        self.restart_clock(now);
        Vec::new()
    }

    /// "I know this cold", of a flashcard never answered.
    pub(super) fn know_cold(&mut self) -> Vec<Effect> {
        let Screen::Study(table) = &self.screen else {
            return Vec::new();
        };
        let card = table.showing.card.clone();
        let seen = self.known.progress.card(&card).is_some_and(|s| s.is_seen());
        if seen {
            self.remark = Some("You have met it before: grade it 4, Easy.".into());
            return Vec::new();
        }
        self.record(Pending::Cold, Happening::KnownCold(OfCard { card }))
    }

    /// Begins a placement.
    pub(super) fn begin_placement(&mut self, now: Moment) -> Vec<Effect> {
        let Some(placement) = self.placement(now) else {
            self.go_home(now);
            let why = match self.known.exam() {
                Some(_) => "There are too few fresh questions for a placement.",
                None => "A placement goes by an exam's topics, and no exam is studied for.",
            };
            self.remark = Some(why.into());
            return Vec::new();
        };
        let scope = self.known.scope.clone();
        let mut study = Study::place(&self.known.progress, placement, scope, now);
        study.look_again = self.second_look;
        self.study = Some(study);
        self.next_card(now)
    }

    fn placement(&mut self, now: Moment) -> Option<Placement> {
        let day = now.study_day();
        let known = &self.known;
        let hidden = self.desk.hidden(known.shelf(day));
        let exam = known.exam()?;
        let (catalogue, progress) = (&known.catalogue, &known.progress);
        Placement::of(catalogue, progress, exam, &known.scope, hidden, day)
    }

    /// The placement's last question was answered: record that it was one.
    pub(super) fn end_placement(&mut self, now: Moment) -> Vec<Effect> {
        let placement = self.study.as_ref().and_then(|s| s.placement.as_ref());
        match placement.and_then(Placement::outcome) {
            Some(what) => self.record(Pending::Placed, what),
            None => {
                self.go_home(now);
                Vec::new()
            }
        }
    }

    /// What the placement found.
    pub(super) fn placed(&mut self, now: Moment) -> Vec<Effect> {
        if let Some(study) = &mut self.study {
            study.placement = None;
        }
        let known = &self.known;
        if let Some(exam) = known.exam() {
            let (catalogue, progress) = (&known.catalogue, &known.progress);
            let words = finding(catalogue, progress, exam, &known.scope, now.study_day());
            self.sum_up(&words, 0, true, now);
        }
        Vec::new()
    }
}
