//! After a paper: its report, the walk through it, and the list of all.

use super::{After, Stage, Waiting};
use crate::domain::event::{Marked as Mark, Noted, PaperQuestion};
use crate::domain::{Card, CardRef, EventId, Happening, Moment, Text};
use crate::exam::report::Report;
use crate::session::mock::look_back::{find, report};
use crate::session::mock::setup::{Setup, minutes_for};
use crate::tui::app::{App, Effect, Screen};
use crate::tui::keymap::Command;
use crate::tui::screens::mock_papers::Papers;
use crate::tui::screens::mock_report::Marked;
use crate::tui::screens::mock_sheets::Sheet;
use std::collections::HashMap;

impl App {
    /// The paper's end is on disk: its report.
    pub(super) fn handed_in(&mut self, now: Moment) {
        let Some(desk) = self.desk() else {
            return;
        };
        let mock = desk.paper.sitting.paper().mock;
        let wording = std::mem::take(&mut desk.paper.wording);
        self.mocking.sheet = None;
        self.over = None;
        self.open_report(mock, wording, false, now);
        if let Screen::Mock(Stage::Marked(marked)) = &self.screen
            && marked.report.time_up
        {
            self.remark = Some("Time is up; the paper is handed in.".into());
        }
    }

    pub(super) fn open_report(
        &mut self,
        mock: EventId,
        wording: HashMap<CardRef, Card>,
        walk: bool,
        now: Moment,
    ) {
        let Some(report) = self.reckon(mock, &wording) else {
            self.go_home(now);
            return;
        };
        let mut marked = Marked {
            report,
            wording,
            scroll: 0,
            walking: None,
        };
        if walk {
            marked.set_out();
        }
        self.screen = Screen::Mock(Stage::Marked(Box::new(marked)));
    }

    fn reckon(&self, mock: EventId, wording: &HashMap<CardRef, Card>) -> Option<Report> {
        let known = &self.known;
        let paper = known.progress.paper(mock)?;
        let code = paper.started.exam.as_deref();
        let exam = known.exams.iter().find(|b| Some(b.code.as_str()) == code);
        report(paper, &known.progress, exam, |card| {
            let options = wording.get(card)?.choice()?.options.iter();
            Some(
                options
                    .filter(|o| o.correct)
                    .map(|o| o.id.clone())
                    .collect(),
            )
        })
    }

    /// A note or a dispute is on disk: the report may say something else.
    pub(super) fn look_again(&mut self) {
        self.mocking.sheet = None;
        let Screen::Mock(Stage::Marked(marked)) = &self.screen else {
            return;
        };
        let again = self.reckon(marked.report.mock, &marked.wording);
        if let (Screen::Mock(Stage::Marked(marked)), Some(report)) = (&mut self.screen, again) {
            marked.report = report;
        }
    }

    pub(super) fn obey_marked(&mut self, command: Command, now: Moment) -> Vec<Effect> {
        let Screen::Mock(Stage::Marked(marked)) = &mut self.screen else {
            return Vec::new();
        };
        let walking = marked.walking.is_some();
        match command {
            Command::WalkThrough => marked.set_out(),
            Command::Again => {
                let again = Some(marked.report.mock);
                self.ask_again(again);
            }
            Command::Filter => marked.turn(),
            Command::Left | Command::Right if walking => {
                if !marked.step(command == Command::Right) {
                    let end = if command == Command::Right {
                        "last"
                    } else {
                        "first"
                    };
                    self.remark = Some(format!("This is the {end} one; Esc goes back."));
                }
            }
            Command::Note => {
                let card = marked.question().map(|q| q.card.clone());
                let state = card.and_then(|c| self.known.progress.card(&c));
                let note = state.and_then(|s| s.note.as_ref());
                let typed = note.map_or_else(String::new, Text::one_line);
                self.mocking.sheet = Some(Sheet::Note(typed));
            }
            Command::Dispute => {
                if let Some(q) = marked.question() {
                    let (card, on) = (q.card.clone(), !q.disputed);
                    return self.note(Happening::Disputed(Mark { card, on }), After::Marked);
                }
            }
            Command::Correct => return self.edit(),
            Command::Link => return self.open_reference(),
            Command::Back if walking => marked.walking = None,
            Command::Back => self.go_home(now),
            Command::Quit => return vec![Effect::Quit],
            _ => return self.page_mock(command),
        }
        if let Screen::Mock(Stage::Marked(marked)) = &self.screen
            && marked.is_at_last_stop()
        {
            self.mocking.walked = Some(marked.report.mock);
        }
        Vec::new()
    }

    pub(super) fn keep_note(&mut self, typed: &str) -> Vec<Effect> {
        let Screen::Mock(Stage::Marked(marked)) = &self.screen else {
            return Vec::new();
        };
        let Some(card) = marked.question().map(|q| q.card.clone()) else {
            return Vec::new();
        };
        let text = Text::new(typed.trim());
        self.note(Happening::Noted(Noted { card, text }), After::Marked)
    }

    pub(super) fn open_papers(&mut self) -> Vec<Effect> {
        let papers = Papers::of(&self.known.progress, &self.known.catalogue);
        self.screen = Screen::Mock(Stage::Papers(papers));
        Vec::new()
    }

    pub(super) fn obey_papers(&mut self, command: Command, now: Moment) -> Vec<Effect> {
        let Screen::Mock(Stage::Papers(papers)) = &mut self.screen else {
            return Vec::new();
        };
        match command {
            Command::Up | Command::Down => papers.step(command == Command::Down),
            Command::Question(n) => papers.go_to(usize::from(n).saturating_sub(1)),
            Command::Confirm => {
                if let Some(mock) = papers.marked() {
                    return self.load_report(mock, false);
                }
            }
            Command::Again => {
                let again = papers.paper();
                self.ask_again(again);
            }
            Command::Back => self.go_home(now),
            Command::Quit => return vec![Effect::Quit],
            _ => {}
        }
        Vec::new()
    }

    /// The latest marked paper, question by question.
    pub(super) fn walk_latest(&mut self, now: Moment) -> Vec<Effect> {
        match find(&self.known.progress, None).map(|p| p.id()) {
            Ok(mock) => self.load_report(mock, true),
            Err(why) => {
                self.go_home(now);
                self.remark = Some(super::begin::sentence(&why));
                Vec::new()
            }
        }
    }

    fn load_report(&mut self, mock: EventId, walk: bool) -> Vec<Effect> {
        let Some(paper) = self.known.progress.paper(mock) else {
            return Vec::new();
        };
        let cards = paper.started.questions.iter().map(|q| &q.card);
        let cards = cards.filter_map(|c| self.known.catalogue.find(c)).collect();
        self.mocking.waiting = Some(Waiting::Report { mock, walk });
        vec![Effect::LoadAll(cards)]
    }

    /// An exam's clock starts at once: not without asking.
    fn ask_again(&mut self, again: Option<EventId>) {
        let known = &self.known;
        if known.progress.open_paper().is_some() {
            self.remark = Some("End the paper that is open first.".into());
            return;
        }
        let paper = again.and_then(|mock| known.progress.paper(mock));
        self.mocking.sheet = paper.map(|paper| {
            let there = |q: &&PaperQuestion| known.catalogue.find(&q.card).is_some();
            let questions = paper.started.questions.iter().filter(there).count();
            Sheet::Again {
                mock: paper.id(),
                questions,
                minutes: minutes_for(questions, known.exam_of_paper(None)),
            }
        });
    }

    /// An earlier paper's questions once more, as an exam.
    pub(super) fn sit_again(&mut self, mock: EventId, now: Moment) -> Vec<Effect> {
        self.draw_paper(Setup {
            again: Some(mock),
            seed: now.utc_ms.unsigned_abs(),
            ..Setup::default()
        })
    }
}
