//! From the wish for a paper to its first question, and from a paper that was
//! left to the question it was left at.

use super::{After, AtDesk, Stage, Waiting};
use crate::domain::{Card, CardIx, CardRef, Moment};
use crate::exam::heartbeat::Heartbeat;
use crate::exam::sitting::Watch;
use crate::session::mock::setup::{Setup, choose};
use crate::session::mock::sit;
use crate::tui::app::{App, Effect, Screen};
use crate::tui::keymap::Command;
use crate::tui::screens::mock_paper::Paper;
use crate::tui::screens::mock_setup::MockSetup;
use crate::tui::screens::mock_sheets::Sheet;
use crate::tui::shell::Seat;
use std::collections::HashMap;

impl App {
    /// Goes on with the open paper, begins the one that the command line asked
    /// for, or asks what it shall be.
    pub(super) fn open_mock(&mut self, now: Moment) -> Vec<Effect> {
        if self.known.progress.open_paper().is_some() {
            if matches!(self.screen, Screen::Opening) {
                self.go_home(now);
            }
            return vec![Effect::TakeSeat];
        }
        match self.mocking.wanted.take() {
            Some(setup) => {
                self.go_home(now);
                self.draw_paper(setup)
            }
            None => {
                self.open_setup(now);
                Vec::new()
            }
        }
    }

    fn open_setup(&mut self, now: Moment) {
        let seed = now.utc_ms.unsigned_abs();
        let setup = MockSetup::of(&self.known, seed);
        self.screen = Screen::Mock(Stage::Setup(Box::new(setup)));
    }

    pub(super) fn obey_setup(&mut self, command: Command, now: Moment) -> Vec<Effect> {
        let Screen::Mock(Stage::Setup(setup)) = &mut self.screen else {
            return Vec::new();
        };
        match command {
            Command::Up | Command::Down => setup.step(command == Command::Down),
            Command::Left | Command::Right => {
                setup.change(command == Command::Right, &self.known);
            }
            Command::Confirm if setup.can_be() => {
                let setup = setup.setup();
                return self.draw_paper(setup);
            }
            Command::Papers => return self.open_papers(),
            Command::Back => self.go_home(now),
            Command::Quit => return vec![Effect::Quit],
            _ => {}
        }
        Vec::new()
    }

    /// Takes the seat; the questions are chosen once it is ours.
    pub(super) fn draw_paper(&mut self, setup: Setup) -> Vec<Effect> {
        self.mocking.waiting = Some(Waiting::Seat(setup));
        vec![Effect::TakeSeat]
    }

    /// Whether the seat is ours: then the paper begins or goes on.
    pub(super) fn seat_is_here(&mut self, seat: Seat, now: Moment) -> Vec<Effect> {
        let waiting = self.mocking.waiting.take();
        let found = match seat {
            Seat::Taken => {
                self.remark = Some("Another window is at a paper.".into());
                return Vec::new();
            }
            Seat::Ours(found) => found,
        };
        let was_open = self.known.progress.open_paper().is_some();
        if let Some(progress) = found.progress {
            self.known.progress = *progress;
            if matches!(self.screen, Screen::Home(_)) {
                self.go_home(now);
            }
        }
        match (waiting, self.known.progress.open_paper()) {
            (Some(Waiting::Seat(setup)), _) => self.choose_questions(setup),
            (_, Some(_)) => self.beat_is_here(found.beat.map(|b| *b)),
            (_, None) => {
                if was_open {
                    self.remark = Some("Another window ended the paper.".into());
                }
                Vec::new()
            }
        }
    }

    /// Chooses the questions; their wording comes next.
    fn choose_questions(&mut self, setup: Setup) -> Vec<Effect> {
        let known = &self.known;
        let exam = known.exam_of_paper(setup.deck.as_ref());
        match choose(&setup, &known.catalogue, &known.progress, exam) {
            Ok(chosen) => {
                let cards = chosen.cards.clone();
                self.mocking.fewer = chosen.fewer.then_some(cards.len());
                self.mocking.waiting = Some(Waiting::Draw(setup, chosen));
                vec![Effect::LoadAll(cards)]
            }
            Err(why) => {
                self.remark = Some(sentence(&why.to_string()));
                Vec::new()
            }
        }
    }

    /// The latest sign of life of the open paper is here, or there is none.
    fn beat_is_here(&mut self, beat: Option<Heartbeat>) -> Vec<Effect> {
        let Some(paper) = self.known.progress.open_paper() else {
            return Vec::new();
        };
        let cards = paper.started.questions.iter().map(|q| &q.card);
        let cards = cards.filter_map(|c| self.known.catalogue.find(c)).collect();
        self.mocking.waiting = Some(Waiting::TakeUp(beat));
        vec![Effect::LoadAll(cards)]
    }

    /// The wording of a paper's questions is here.
    pub(super) fn wording_is_here(
        &mut self,
        cards: Vec<(CardIx, Card)>,
        now: Moment,
    ) -> Vec<Effect> {
        let mut wording: HashMap<CardRef, Card> = HashMap::new();
        for (ix, card) in cards {
            let card = self.worded(ix, card);
            let name = self.known.catalogue.entry(ix).card.clone();
            wording.insert(name, card);
        }
        match self.mocking.waiting.take() {
            Some(Waiting::Draw(setup, chosen)) => {
                let known = &self.known;
                let catalogue = &known.catalogue;
                let exam = known.exam_of_paper(setup.deck.as_ref());
                let options = |ix: CardIx| {
                    let choice = wording.get(&catalogue.entry(ix).card)?.choice()?;
                    Some(choice.options.iter().map(|o| o.id.clone()).collect())
                };
                match chosen.begin(&setup, catalogue, &known.progress, exam, options) {
                    Ok(begun) => {
                        self.mocking.wording = wording;
                        self.note(begun, After::Begin)
                    }
                    Err(why) => {
                        self.remark = Some(sentence(&why.to_string()));
                        Vec::new()
                    }
                }
            }
            Some(Waiting::TakeUp(beat)) => {
                self.take_up(wording, beat);
                Vec::new()
            }
            Some(Waiting::Report { mock, walk }) => {
                self.open_report(mock, wording, walk, now);
                Vec::new()
            }
            Some(Waiting::Seat(_)) | None => Vec::new(),
        }
    }

    /// The paper's beginning is on disk: its first question.
    pub(super) fn paper_has_begun(&mut self, now: Moment) {
        let known = &self.known;
        let Some(paper) = known.progress.open_paper() else {
            self.go_home(now);
            return;
        };
        let reading = &self.mocking.reading;
        let sitting = sit::begin(paper, &known.catalogue, Watch::Ticking, reading);
        let wording = std::mem::take(&mut self.mocking.wording);
        self.put_on_table(Paper::new(sitting, wording));
        self.mocking.sheet = None;
        if let Some(n) = self.mocking.fewer.take() {
            self.say(&format!("This paper has {n} questions: there are no more."));
        }
    }

    /// Puts a paper that was left on the table; its clock stands until it is
    /// said how it goes on.
    fn take_up(&mut self, wording: HashMap<CardRef, Card>, beat: Option<Heartbeat>) {
        let known = &self.known;
        let Some(paper) = known.progress.open_paper() else {
            return;
        };
        let (paused, began) = (paper.paused, paper.at.local_minute());
        let reading = &self.mocking.reading;
        let sitting = sit::take_up(paper, &known.catalogue, Watch::Ticking, beat, reading);
        self.put_on_table(Paper::new(sitting, wording));
        if paused {
            self.mocking.sheet = Some(Sheet::Paused(None));
        } else {
            self.ask_how_to_go_on(Some(format!("The paper of {began}")));
        }
    }

    fn put_on_table(&mut self, paper: Paper) {
        let review = None;
        let desk = AtDesk { paper, review };
        self.screen = Screen::Mock(Stage::Paper(Box::new(desk)));
    }

    /// If the clock stands because nobody was there: what to do with the time.
    pub(super) fn ask_how_to_go_on(&mut self, found: Option<String>) {
        let Screen::Mock(Stage::Paper(desk)) = &self.screen else {
            return;
        };
        let sitting = &desk.paper.sitting;
        if sitting.timer().runs() || sitting.has_ended() {
            return;
        }
        self.mocking.sheet = Some(if sitting.paper().practice {
            let ms = sitting.timer().away_ms(&self.mocking.reading);
            Sheet::Paused(Some(ms))
        } else {
            Sheet::Away { found }
        });
    }
}

/// A sentence from words that follow a colon elsewhere.
pub(super) fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>());
    let words = format!("{}{}", first.unwrap_or_default(), chars.as_str());
    if words.ends_with('.') {
        words
    } else {
        format!("{words}.")
    }
}
