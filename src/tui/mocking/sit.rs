//! At a paper: choosing, moving, the clock, the end.

use super::{After, Stage};
use crate::domain::{Happening, Moment, Sureness};
use crate::exam::heartbeat::{EVERY_MS, Heartbeat};
use crate::exam::sitting::Full;
use crate::exam::timer::Notice;
use crate::session::mock::sit::verdicts;
use crate::tui::app::{App, Effect, Screen};
use crate::tui::keymap::Command;
use crate::tui::screens::mock_review::Review;
use crate::tui::screens::mock_sheets::Sheet;
use crate::tui::screens::question::number_word;
use crate::tui::widgets::cursor;

impl App {
    /// Looks at the clock. Says what is to be done, and whether something came
    /// up that goes before whatever the person wants.
    pub(super) fn look_at_clock(&mut self) -> (Vec<Effect>, bool) {
        let reading = self.mocking.reading.clone();
        let Some(desk) = self.desk() else {
            return (Vec::new(), false);
        };
        let sitting = &mut desk.paper.sitting;
        let notice = sitting.tick(&reading);
        let elapsed = sitting.timer().elapsed_ms(&reading);
        // The end may have come before, and the disk refused it.
        if sitting.timer().is_up(&reading) && sitting.timer().runs() {
            return (self.hand_in(), true);
        }
        match notice {
            Some(Notice::Left(minutes)) => desk.paper.warned = Some((minutes, elapsed)),
            Some(Notice::Away(_)) => {
                self.over = None;
                self.ask_how_to_go_on(None);
                return (Vec::new(), true);
            }
            Some(Notice::TimeUp) | None => {}
        }
        let due = elapsed.saturating_sub(desk.paper.beat_ms) >= EVERY_MS;
        let runs = desk.paper.sitting.timer().runs();
        let effects = if due && runs { self.beat() } else { Vec::new() };
        (effects, false)
    }

    /// A sign of life, for the next start.
    pub(super) fn beat(&mut self) -> Vec<Effect> {
        let reading = self.mocking.reading.clone();
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        let sitting = &desk.paper.sitting;
        desk.paper.beat_ms = sitting.timer().elapsed_ms(&reading);
        vec![Effect::Beat(Box::new(Heartbeat {
            mock: sitting.paper().mock,
            mark: sitting.timer().mark().clone(),
            question: u16::try_from(sitting.at() + 1).unwrap_or(1),
        }))]
    }

    pub(super) fn obey_paper(&mut self, command: Command, now: Moment) -> Vec<Effect> {
        let reviewing = self.desk().is_some_and(|d| d.review.is_some());
        match command {
            Command::Question(n) => self.go(usize::from(n).saturating_sub(1)),
            Command::NextOpen => {
                match self.desk().and_then(|d| d.paper.sitting.next_unanswered()) {
                    Some(question) => self.go(question),
                    None => self.tell("Everything is answered."),
                }
            }
            Command::GoTo => {
                self.mocking.sheet = Some(Sheet::Number(String::new()));
                Vec::new()
            }
            Command::Quit => self.leave_paper(true, now),
            _ if reviewing => self.obey_review(command),
            Command::Pick(number) => self.pick(usize::from(number).saturating_sub(1)),
            Command::Toggle => match self.desk().and_then(|d| d.paper.cursor) {
                Some(place) => self.pick(place),
                None => self.tell("Choose an option by its number, or with the arrows."),
            },
            Command::Confirm => self.confirm_question(),
            Command::Strike => self.strike(),
            Command::Flag => self.at_question(|s, now| Some(s.flag(now))),
            Command::Certain => self.say_sure(Sureness::Sure),
            Command::Guess => self.say_sure(Sureness::Guessed),
            Command::Right => self.go_by(true),
            Command::Left => self.go_by(false),
            Command::Review => self.review(),
            Command::Pause => self.take_break(),
            Command::Up | Command::Down => self.move_cursor(command),
            _ => self.page_mock(command),
        }
    }

    /// Says how certain one is, or takes that back.
    fn say_sure(&mut self, sure: Sureness) -> Vec<Effect> {
        self.at_question(|s, now| {
            let unsay = s.state().sure == sure;
            Some(s.say(if unsay { Sureness::Unsaid } else { sure }, now))
        })
    }

    /// Something done to the question in view.
    fn at_question(
        &mut self,
        deed: impl FnOnce(
            &crate::exam::sitting::Sitting,
            &crate::exam::clock::Reading,
        ) -> Option<Happening>,
    ) -> Vec<Effect> {
        let reading = self.mocking.reading.clone();
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        match deed(&desk.paper.sitting, &reading) {
            Some(what) => self.note(what, After::Stay),
            None => Vec::new(),
        }
    }

    fn tell(&mut self, words: &str) -> Vec<Effect> {
        self.remark = Some(words.to_owned());
        Vec::new()
    }

    fn pick(&mut self, place: usize) -> Vec<Effect> {
        if self.pending.is_some() {
            return Vec::new();
        }
        let reading = self.mocking.reading.clone();
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        let Some(option) = desk.paper.option(place).cloned() else {
            let n = desk.paper.sitting.question().shown.len();
            return self.tell(&format!("There are {n} options."));
        };
        desk.paper.cursor = Some(place);
        match desk.paper.sitting.pick(&option, &reading) {
            Ok(Some(what)) => self.note(what, After::Stay),
            Ok(None) => {
                self.show_cursor_of_paper();
                Vec::new()
            }
            Err(Full(n)) => {
                let n = number_word(usize::from(n));
                self.tell(&format!("You have chosen {n} already; let one go first."))
            }
        }
    }

    fn strike(&mut self) -> Vec<Effect> {
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        let Some(option) = desk
            .paper
            .cursor
            .and_then(|at| desk.paper.option(at))
            .cloned()
        else {
            return self.tell("Go to an option with the arrows first; x strikes it out.");
        };
        self.at_question(|s, now| s.strike(&option, now))
    }

    /// Enter on a question: the next one; in practice its answer first.
    fn confirm_question(&mut self) -> Vec<Effect> {
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        let sitting = &desk.paper.sitting;
        let (chosen, choose) = (sitting.chosen().len(), usize::from(sitting.state().choose));
        // With one to choose, the option under the cursor is the one meant.
        if let (0, 1, Some(at)) = (chosen, choose, desk.paper.cursor) {
            return self.pick(at);
        }
        if !sitting.paper().practice || sitting.is_explained() {
            return self.go_by(true);
        }
        if chosen < choose {
            let n = number_word(choose - chosen);
            let more = if chosen > 0 { " more" } else { "" };
            return self.tell(&format!("Choose {n}{more} first."));
        }
        desk.paper.scroll = None;
        self.at_question(|s, now| s.answer(now))
    }

    fn move_cursor(&mut self, command: Command) -> Vec<Effect> {
        if self.desk().is_some_and(|d| d.paper.sitting.is_explained()) {
            return self.page_mock(command);
        }
        let scene = self.scene(self.window());
        if let Some(desk) = self.desk() {
            let moved = cursor::step(desk.paper.cursor, command == Command::Down, &scene);
            desk.paper.cursor = moved.cursor;
            desk.paper.scroll = moved.scroll.or(desk.paper.scroll);
        }
        Vec::new()
    }

    /// Brings what was just chosen into sight.
    pub(super) fn show_cursor_of_paper(&mut self) {
        let scene = self.scene(self.window());
        if let Some(desk) = self.desk()
            && let Some(at) = desk.paper.cursor
        {
            desk.paper.scroll = cursor::bring(at, &scene).or(desk.paper.scroll);
        }
    }

    fn go_by(&mut self, forward: bool) -> Vec<Effect> {
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        let (at, of) = (desk.paper.sitting.at(), desk.paper.sitting.states().len());
        match (forward, at) {
            (true, at) if at + 1 >= of => self.review(),
            (true, at) => self.go(at + 1),
            (false, 0) => self.tell("This is the first question."),
            (false, at) => self.go(at - 1),
        }
    }

    pub(super) fn go_to_typed(&mut self, typed: &str) -> Vec<Effect> {
        let of = self.desk().map_or(0, |d| d.paper.sitting.states().len());
        self.mocking.sheet = None;
        match typed.parse::<usize>() {
            Ok(n) if (1..=of).contains(&n) => self.go(n - 1),
            Ok(_) => self.tell(&format!("This paper has questions 1 to {of}.")),
            Err(_) => Vec::new(),
        }
    }

    /// Leaves the question in view, with a note of the time spent on it, for
    /// whatever comes after.
    fn leave_question(&mut self, after: After) -> Result<(), Vec<Effect>> {
        let reading = self.mocking.reading.clone();
        let Some(desk) = self.desk() else {
            return Ok(());
        };
        match desk.paper.sitting.leave(&reading) {
            Some(what) => Err(self.note(what, after)),
            None => Ok(()),
        }
    }

    fn go(&mut self, question: usize) -> Vec<Effect> {
        if let Err(effects) = self.leave_question(After::GoTo(question)) {
            return effects;
        }
        self.arrive(question)
    }

    /// At another question; a kill right after finds it again.
    pub(super) fn arrive(&mut self, question: usize) -> Vec<Effect> {
        let reading = self.mocking.reading.clone();
        if let Some(desk) = self.desk() {
            desk.paper.sitting.go_to(question, &reading);
            desk.paper.cursor = None;
            desk.paper.scroll = None;
            desk.review = None;
        }
        self.beat()
    }

    fn review(&mut self) -> Vec<Effect> {
        if let Err(effects) = self.leave_question(After::Review) {
            return effects;
        }
        self.look_at_all();
        Vec::new()
    }

    pub(super) fn look_at_all(&mut self) {
        let reading = self.mocking.reading.clone();
        if let Some(desk) = self.desk() {
            desk.paper.sitting.look(false, &reading);
            desk.review = Some(Review {
                at: desk.paper.sitting.at(),
                ..Review::default()
            });
        }
    }

    pub(super) fn obey_review(&mut self, command: Command) -> Vec<Effect> {
        let width = crate::tui::widgets::page::Page::of(self.window()).map_or(40, |p| p.body.width);
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        let Some(review) = &mut desk.review else {
            return Vec::new();
        };
        match command {
            Command::Confirm => {
                let list = desk.paper.sitting.list(review.filter);
                let at = review.at;
                if list.contains(&at) {
                    return self.arrive(at);
                }
            }
            Command::Back => {
                let at = desk.paper.sitting.at();
                return self.arrive(at);
            }
            Command::Filter => {
                let filter = review.next_filter();
                let list = desk.paper.sitting.list(filter);
                review.show(filter, &list);
            }
            Command::HandIn => {
                let open = desk.paper.sitting.still_open();
                self.mocking.sheet = Some(Sheet::HandIn(open));
            }
            Command::GiveUp => self.mocking.sheet = Some(Sheet::GiveUp),
            _ => {
                let list = desk.paper.sitting.list(review.filter);
                let of = desk.paper.sitting.states().len();
                review.step(command, &list, width, of);
            }
        }
        Vec::new()
    }

    /// Has the paper marked.
    pub(super) fn hand_in(&mut self) -> Vec<Effect> {
        let reading = self.mocking.reading.clone();
        let Screen::Mock(Stage::Paper(desk)) = &self.screen else {
            return Vec::new();
        };
        let sitting = &desk.paper.sitting;
        let Some(paper) = self.known.progress.paper(sitting.paper().mock) else {
            return Vec::new();
        };
        let right = verdicts(&paper.started, &paper.answers, |card| {
            desk.paper.wording.get(card)?.choice().cloned()
        });
        let what = sitting.hand_in(right, &reading);
        self.mocking.sheet = None;
        self.note(what, After::HandedIn)
    }

    pub(super) fn give_up(&mut self) -> Vec<Effect> {
        let reading = self.mocking.reading.clone();
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        let what = desk.paper.sitting.give_up(&reading);
        self.note(what, After::GivenUp)
    }

    /// Goes on after a time away or a break.
    pub(super) fn go_on(&mut self, counted: bool, paused: bool) -> Vec<Effect> {
        let reading = self.mocking.reading.clone();
        let Some(desk) = self.desk() else {
            return Vec::new();
        };
        let what = desk.paper.sitting.go_on(counted, paused, &reading);
        self.note(what, After::Resumed)
    }

    pub(super) fn resumed(&mut self) -> Vec<Effect> {
        self.mocking.sheet = None;
        let reading = self.mocking.reading.clone();
        match self.desk() {
            Some(desk) if desk.paper.sitting.timer().is_up(&reading) => self.hand_in(),
            _ => self.beat(),
        }
    }

    /// A break: practice only.
    pub(super) fn take_break(&mut self) -> Vec<Effect> {
        let reading = self.mocking.reading.clone();
        match self.desk() {
            Some(desk) if !desk.paper.sitting.paper().practice => {
                self.tell("An exam can't be paused; practice can.")
            }
            Some(desk) if desk.paper.sitting.timer().runs() => {
                if let Err(effects) = self.leave_question(After::Break) {
                    return effects;
                }
                let pause = self.desk().and_then(|d| d.paper.sitting.pause(&reading));
                pause.map_or_else(Vec::new, |what| self.note(what, After::Break))
            }
            Some(_) => {
                self.mocking.sheet = Some(Sheet::Paused(None));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// The person wants to leave in the middle of a paper.
    pub(super) fn leave_paper(&mut self, quit: bool, now: Moment) -> Vec<Effect> {
        match self.desk() {
            Some(desk) if !desk.paper.sitting.paper().practice => {
                self.mocking.sheet = Some(Sheet::Leave { quit });
                Vec::new()
            }
            Some(_) => self.depart(quit, now),
            None if quit => vec![Effect::Quit],
            None => Vec::new(),
        }
    }

    /// Leaves, with everything noted; a practice paper's clock stops.
    pub(super) fn depart(&mut self, quit: bool, now: Moment) -> Vec<Effect> {
        let after = After::Depart { quit };
        if let Err(effects) = self.leave_question(after) {
            return effects;
        }
        let reading = self.mocking.reading.clone();
        let pause = self.desk().and_then(|d| d.paper.sitting.pause(&reading));
        if let Some(what) = pause {
            return self.note(what, after);
        }
        let mut effects = self.beat();
        self.mocking.sheet = None;
        if quit {
            effects.push(Effect::Quit);
        } else {
            self.go_home(now);
        }
        effects
    }
}
