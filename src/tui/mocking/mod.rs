//! What the program does around a mock exam: set it up, sit it, look back.
//!
//! As everywhere, a deed moves the screen on only once it is on disk: it waits
//! in `pending` with what comes after it.

mod begin;
mod look_back;
mod sit;

use super::app::{App, Effect, Msg, Screen};
use super::keymap::{Command, Place};
use super::known::Known;
use super::scene::Scene;
use super::screens::mock_paper::Paper;
use super::screens::mock_papers::Papers;
use super::screens::mock_report::Marked;
use super::screens::mock_review::Review;
use super::screens::mock_setup::MockSetup;
use super::screens::mock_sheets::Sheet;
use super::theme::Theme;
use super::widgets::page::Page;
use crate::domain::{Card, CardRef, EventId, Happening, Moment};
use crate::exam::clock::Reading;
use crate::exam::heartbeat::Heartbeat;
use crate::exam::report_text::long;
use crate::session::mock::setup::{Chosen, Setup};
use ratatui::text::{Line, Span};
use std::collections::HashMap;

/// What the mock keeps besides its screen.
#[derive(Debug, Default)]
pub(super) struct Mocking {
    /// The machine's clocks at the last message.
    pub(super) reading: Reading,
    /// The paper that the command line asked for.
    pub(super) wanted: Option<Setup>,
    waiting: Option<Waiting>,
    pending: Option<(Happening, After)>,
    sheet: Option<Sheet>,
    /// Wording of a paper that is about to begin.
    wording: HashMap<CardRef, Card>,
    /// How many questions it has, if that is fewer than the usual number.
    fewer: Option<usize>,
    /// The paper that was walked through to its end in this run.
    pub(super) walked: Option<EventId>,
}

/// The screen that is open.
#[derive(Debug)]
pub(super) enum Stage {
    Setup(Box<MockSetup>),
    Papers(Papers),
    Paper(Box<AtDesk>),
    Marked(Box<Marked>),
}

/// A paper on the table, and whether all of it is looked at.
#[derive(Debug)]
pub(super) struct AtDesk {
    paper: Paper,
    review: Option<Review>,
}

/// What the seat is being taken, or questions' wording loaded for.
#[derive(Debug)]
enum Waiting {
    Seat(Setup),
    Draw(Setup, Chosen),
    TakeUp(Option<Heartbeat>),
    Report { mock: EventId, walk: bool },
}

/// What comes once a deed is on disk.
#[derive(Debug, Clone, Copy, PartialEq)]
enum After {
    Begin,
    Stay,
    GoTo(usize),
    Review,
    Break,
    Depart { quit: bool },
    Resumed,
    HandedIn,
    GivenUp,
    Marked,
}

impl Stage {
    fn place(&self) -> Place {
        match self {
            Stage::Setup(_) => Place::MockSetup,
            Stage::Papers(_) => Place::MockPapers,
            Stage::Paper(desk) if desk.review.is_some() => Place::MockReview,
            Stage::Paper(desk) => desk.paper.place(),
            Stage::Marked(marked) => marked.place(),
        }
    }

    /// Where the person is.
    pub(super) fn place_with(&self, mocking: &Mocking) -> Place {
        let sheet = mocking.sheet.as_ref();
        sheet.map_or_else(|| self.place(), Sheet::place)
    }

    /// The scene.
    pub(super) fn paint(
        &self,
        known: &Known,
        mocking: &Mocking,
        scene: &mut Scene,
        page: &Page,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        let now = &mocking.reading;
        let sheet = mocking.sheet.as_ref();
        if sheet.is_some_and(Sheet::hides_question) {
            let head = Line::from(Span::styled("The paper", theme.accent));
            page.put_head(scene, head, Line::default());
            page.put_rule(scene, 0.0, theme);
        } else {
            match self {
                Stage::Setup(setup) => setup.paint(known, scene, page, remark, theme),
                Stage::Papers(papers) => papers.paint(scene, page, remark, theme),
                Stage::Paper(desk) => match &desk.review {
                    Some(review) => review.paint(&desk.paper, scene, page, now, remark, theme),
                    None => desk.paper.paint(scene, page, now, remark, theme),
                },
                Stage::Marked(marked) => {
                    marked.paint(&known.progress, scene, page, remark, theme);
                }
            }
        }
        if let Some(sheet) = sheet {
            let timer = match self {
                Stage::Paper(desk) => Some(desk.paper.sitting.timer()),
                _ => None,
            };
            sheet.paint(scene, page, timer, now, theme);
        }
    }
}

impl App {
    /// The paper that `Command::Mock` begins, as the command line has it.
    pub fn want_mock(&mut self, setup: Setup) {
        self.mocking.wanted = Some(setup);
    }

    /// Whether somebody has to look at the clock every second.
    pub fn keeps_time(&self) -> bool {
        let Screen::Mock(Stage::Paper(desk)) = &self.screen else {
            return false;
        };
        desk.paper.sitting.timer().runs() || matches!(self.mocking.sheet, Some(Sheet::Away { .. }))
    }

    /// What of the picture the clock alone can change.
    pub fn clock_face(&self) -> (Place, String) {
        let now = &self.mocking.reading;
        let time = match (&self.screen, &self.mocking.sheet) {
            (Screen::Mock(Stage::Paper(desk)), Some(Sheet::Away { .. })) => {
                long(desk.paper.sitting.timer().away_ms(now))
            }
            (Screen::Mock(Stage::Paper(desk)), _) => desk.paper.time(now),
            _ => String::new(),
        };
        (self.place(), time)
    }

    /// Whether this program is at a paper, or about to begin one.
    pub fn has_seat(&self) -> bool {
        let at_paper = matches!(self.screen, Screen::Mock(Stage::Paper(_)));
        at_paper || self.mocking.waiting.is_some() || self.mocking.pending.is_some()
    }

    /// The mock's share of the messages; hands back what isn't its own.
    pub(super) fn mock_update(&mut self, msg: Msg, now: Moment) -> Result<Vec<Effect>, Msg> {
        match msg {
            Msg::Clock(reading) => {
                self.mocking.reading = reading;
                return Ok(Vec::new());
            }
            Msg::Seat(seat) => return Ok(self.seat_is_here(seat, now)),
            Msg::LoadedAll(cards) => return Ok(self.wording_is_here(cards, now)),
            Msg::NotLoaded(_) => self.mocking.waiting = None,
            _ => {}
        }
        let Screen::Mock(stage) = &self.screen else {
            return Err(msg);
        };
        let at_paper = matches!(stage, Stage::Paper(_));
        let by_person = matches!(
            msg,
            Msg::Do(_) | Msg::Click(..) | Msg::Wheel { .. } | Msg::Type(_) | Msg::Tick
        );
        if at_paper && by_person && self.pending.is_none() {
            // A closed lid or the end comes before whatever was pressed.
            let (effects, came) = self.look_at_clock();
            let quits = matches!(msg, Msg::Do(Command::Quit));
            if matches!(msg, Msg::Tick) || (came && !quits) {
                return Ok(effects);
            }
        }
        if self.over.is_some() {
            return Err(msg);
        }
        let sheet = self.mocking.sheet.as_mut();
        match (msg, sheet) {
            (Msg::Type(c), Some(sheet)) => sheet.type_in(c.encode_utf8(&mut [0; 4])),
            (Msg::Paste(text), Some(sheet)) => sheet.type_in(&text),
            (Msg::Erase, Some(sheet)) => sheet.erase(),
            (Msg::Wheel { down }, None) => self.scroll_mock(if down { 3 } else { -3 }),
            (msg, _) => return Err(msg),
        }
        Ok(Vec::new())
    }

    /// The mock's share of what a person asks for.
    pub(super) fn obey_mock(&mut self, command: Command, now: Moment) -> Option<Vec<Effect>> {
        if self.over.is_some() || command == Command::Help {
            return None;
        }
        let open = self.known.progress.open_paper().is_some();
        match (&self.screen, command) {
            (Screen::Opening, Command::Home) if open => {
                self.go_home(now);
                Some(vec![Effect::TakeSeat])
            }
            (Screen::Home(home), Command::Confirm) if home.walks_next() => {
                Some(self.walk_latest(now))
            }
            (Screen::Opening | Screen::Home(_), _) => match command {
                Command::Mock => Some(self.open_mock(now)),
                Command::Papers => Some(self.open_papers()),
                Command::WalkThrough => Some(self.walk_latest(now)),
                _ => None,
            },
            (Screen::Mock(stage), _) => {
                self.remark = None;
                Some(match (&self.mocking.sheet, stage) {
                    (Some(_), _) => self.obey_sheet(command, now),
                    (_, Stage::Setup(_)) => self.obey_setup(command, now),
                    (_, Stage::Papers(_)) => self.obey_papers(command, now),
                    (_, Stage::Paper(_)) => self.obey_paper(command, now),
                    (_, Stage::Marked(_)) => self.obey_marked(command, now),
                })
            }
            _ => None,
        }
    }

    /// Answers to a sheet.
    fn obey_sheet(&mut self, command: Command, now: Moment) -> Vec<Effect> {
        let Some(sheet) = self.mocking.sheet.clone() else {
            return Vec::new();
        };
        match (sheet, command) {
            (Sheet::HandIn(_), Command::Yes) => self.hand_in(),
            (Sheet::GiveUp, Command::Yes) => self.give_up(),
            (Sheet::Again { mock, .. }, Command::Yes) => {
                self.mocking.sheet = None;
                self.sit_again(mock, now)
            }
            (Sheet::Leave { quit }, Command::Yes) => self.depart(quit, now),
            (Sheet::Leave { .. }, Command::Quit) => self.depart(true, now),
            (Sheet::GiveUp, Command::Back) => {
                self.mocking.sheet = None;
                self.ask_how_to_go_on(None);
                Vec::new()
            }
            (Sheet::Away { .. }, Command::Pick(1)) => self.go_on(false, false),
            (Sheet::Away { .. }, Command::Pick(2)) => self.go_on(true, false),
            (Sheet::Away { .. }, Command::Pick(3)) => {
                self.mocking.sheet = Some(Sheet::GiveUp);
                Vec::new()
            }
            (Sheet::Paused(away), Command::Confirm) => self.go_on(false, away.is_none()),
            (Sheet::Away { .. } | Sheet::Paused(_), Command::Back) => {
                self.mocking.sheet = None;
                self.go_home(now);
                Vec::new()
            }
            (Sheet::Number(typed), Command::Confirm) => self.go_to_typed(&typed),
            (Sheet::Note(typed), Command::Confirm) => self.keep_note(&typed),
            (Sheet::Away { .. } | Sheet::Paused(_), Command::Quit) => vec![Effect::Quit],
            (_, Command::Quit) => self.leave_paper(true, now),
            (_, Command::Back) => {
                self.mocking.sheet = None;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Records a deed; `after` comes once it is on disk.
    fn note(&mut self, what: Happening, after: After) -> Vec<Effect> {
        if self.pending.is_some() {
            return Vec::new();
        }
        self.pending = Some(super::app::Pending::Mock);
        self.mocking.pending = Some((what.clone(), after));
        vec![Effect::Record(what)]
    }

    /// What was to be recorded of a mock is on disk.
    pub(super) fn mock_recorded(&mut self, now: Moment) -> Vec<Effect> {
        let Some((what, after)) = self.mocking.pending.take() else {
            return Vec::new();
        };
        let reading = self.mocking.reading.clone();
        if let Screen::Mock(Stage::Paper(desk)) = &mut self.screen {
            desk.paper.sitting.take(&what, &reading);
        }
        match after {
            After::Begin => self.paper_has_begun(now),
            After::Stay => self.show_cursor_of_paper(),
            After::GoTo(question) => return self.arrive(question),
            After::Review => self.look_at_all(),
            After::Break => return self.take_break(),
            After::Depart { quit } => return self.depart(quit, now),
            After::Resumed => return self.resumed(),
            After::HandedIn => self.handed_in(now),
            After::GivenUp => {
                self.mocking.sheet = None;
                self.go_home(now);
                self.remark = Some("Given up. It won't be marked.".into());
            }
            After::Marked => self.look_again(),
        }
        Vec::new()
    }

    /// What was to be recorded of a mock isn't, and won't be.
    pub(super) fn mock_dropped(&mut self) {
        self.mocking.pending = None;
    }

    fn desk(&mut self) -> Option<&mut AtDesk> {
        match &mut self.screen {
            Screen::Mock(Stage::Paper(desk)) => Some(desk),
            _ => None,
        }
    }

    /// Scrolls whatever of the mock scrolls.
    pub(super) fn scroll_mock(&mut self, rows: i32) {
        let scene = self.scene(self.window());
        let to = (i32::from(scene.offset) + rows).clamp(0, i32::from(scene.max_scroll));
        let to = u16::try_from(to).unwrap_or(0);
        match &mut self.screen {
            Screen::Mock(Stage::Paper(desk)) if desk.review.is_none() => {
                desk.paper.scroll = Some(to);
            }
            Screen::Mock(Stage::Marked(marked)) => match &mut marked.walking {
                Some(walking) => walking.scroll = Some(to),
                None => marked.scroll = to,
            },
            Screen::Mock(Stage::Papers(papers)) => papers.go_by(rows),
            Screen::Mock(Stage::Paper(_)) => {
                let way = if rows > 0 { Command::Down } else { Command::Up };
                let _ = self.obey_review(way);
            }
            _ => {}
        }
    }

    /// Pages and ends.
    fn page_mock(&mut self, command: Command) -> Vec<Effect> {
        let page = i32::from(self.scene(self.window()).viewport.saturating_sub(1).max(1));
        self.scroll_mock(match command {
            Command::Up => -1,
            Command::Down => 1,
            Command::PageUp => -page,
            Command::PageDown => page,
            Command::Top => -i32::from(u16::MAX),
            Command::Bottom => i32::from(u16::MAX),
            _ => return Vec::new(),
        });
        Vec::new()
    }
}
