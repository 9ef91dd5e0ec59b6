//! The program as a function: what it shows, and what a message changes.
//!
//! `update` never touches the world; it says what should be done to it, and
//! hears by another message how that went. So every journey through the
//! screens is a test without a terminal, a clock or a disk.

use super::keymap::{Command, Place};
use super::known::Known;
pub use super::message::{Effect, Msg};
use super::mocking::{Mocking, Stage};
pub(super) use super::pending::Pending;
use super::reckoning::Bench;
use super::scene::Scene;
use super::screens::adding::Adding;
use super::screens::browse::Browse;
use super::screens::care_sheets::CareSheet;
use super::screens::goal::Asking;
use super::screens::help::Help;
use super::screens::home::Home;
use super::screens::settings::Settings;
use super::screens::stats::StatsScreen;
use super::screens::study::Table;
use super::screens::summary::{Summary, farewell};
use super::screens::unsaved::Unsaved;
use super::screens::why::Why;
use super::theme::{Ground, Theme, ThemeChoice};
use super::widgets::page::{Page, too_small};
use crate::domain::event::{MissReason, Noted};
use crate::domain::{Card, CardIx, Day, Happening, Moment, Text};
use crate::scheduling::Progress;
use crate::session::Study;
use crate::session::card_form::write;
use crate::session::desk::Desk;
use crate::session::missed::Filter;
use crate::session::mock::look_back::listed;
use crate::session::search::Haystack;
use crate::storage::config::SecondLook;
use ratatui::Frame;
use ratatui::layout::Rect;

/// The screen that is open.
#[derive(Debug)]
pub(super) enum Screen {
    /// Nothing yet.
    Opening,
    Home(Home),
    Study(Box<Table>),
    Summary(Summary),
    Settings(Settings),
    Browse(Box<Browse>),
    Stats(Box<StatsScreen>),
    Mock(Stage),
}

/// What lies over the screen.
#[derive(Debug)]
pub(super) enum Over {
    Help(Help),
    Why(Why),
    Asking(Asking),
    Unsaved(Box<Unsaved>),
    Care(CareSheet),
    Adding(Adding),
}

/// The program's state.
#[derive(Debug)]
pub struct App {
    pub(super) known: Known,
    ground: Ground,
    choice: ThemeChoice,
    theme: Theme,
    pub(super) size: (u16, u16),
    pub(super) screen: Screen,
    pub(super) over: Option<Over>,
    pub(super) study: Option<Study>,
    /// The day's plan, kept between cards.
    pub(super) desk: Desk,
    /// Every card's wording, once it was asked for.
    pub(super) hay: Option<Haystack>,
    /// Which missed cards are drilled.
    pub(super) missed: Filter,
    /// Minutes for a sitting, where the command line named them.
    pub(super) minutes: Option<u16>,
    pub(super) pending: Option<Pending>,
    /// The reason for which a card is being loaded.
    pub(super) loading: Option<crate::scheduling::queue::Why>,
    pub(super) remark: Option<String>,
    /// When failed cards are looked at once more.
    pub(super) second_look: SecondLook,
    /// The goal is asked for before the next card.
    pub(super) ask_goal: bool,
    /// A correction of it is being taken back.
    pub(super) reread: Option<CardIx>,
    /// The screen that a list leads back to.
    pub(super) behind: Option<Box<Screen>>,
    /// The form of a card that is being added.
    pub(super) adding: Option<Adding>,
    /// The topic of the card that was added last.
    pub(super) topic: String,
    /// A card comes once mix-ups are known.
    pub(super) next_after_compare: bool,
    pub(super) mocking: Mocking,
    /// What is reckoned in the background.
    pub(super) bench: Bench,
}

impl App {
    /// The program before anything has happened. Costs nothing: the first
    /// message decides which screen is reckoned.
    pub fn new(known: Known, ground: Ground, choice: ThemeChoice, minutes: Option<u16>) -> Self {
        Self {
            known,
            ground,
            choice,
            theme: Theme::resolve(choice, ground),
            size: (0, 0),
            screen: Screen::Opening,
            over: None,
            study: None,
            desk: Desk::default(),
            hay: None,
            missed: Filter::default(),
            minutes,
            pending: None,
            loading: None,
            remark: None,
            second_look: SecondLook::default(),
            ask_goal: false,
            reread: None,
            behind: None,
            adding: None,
            topic: String::new(),
            next_after_compare: false,
            mocking: Mocking::default(),
            bench: Bench::default(),
        }
    }

    /// Something to be said on the first screen.
    pub fn say_at_start(&mut self, text: &Text) {
        self.remark = Some(text.one_line());
    }

    /// When failed cards are looked at once more.
    pub fn set_second_look(&mut self, when: SecondLook) {
        self.second_look = when;
    }

    /// Narrows what `x` drills.
    pub fn drill_only(&mut self, filter: Filter) {
        self.missed = filter;
    }

    /// A card's form, as it reads for the person now.
    pub fn form(&self, ix: CardIx, original: &Card) -> String {
        let name = &self.known.catalogue.entry(ix).card;
        write(
            name.as_str(),
            &self.known.progress.worded(name, original.clone()),
        )
    }

    /// What the person has done so far, folded.
    pub fn progress(&self) -> &Progress {
        &self.known.progress
    }

    /// Where the person is: which keys mean something.
    pub fn place(&self) -> Place {
        match (&self.over, &self.screen) {
            (Some(Over::Help(_)), _) => Place::Help,
            (Some(Over::Why(_)), _) => Place::Why,
            (Some(Over::Asking(_)), _) => Place::Typing,
            (Some(Over::Unsaved(_)), _) => Place::Unsaved,
            (Some(Over::Care(sheet)), _) => sheet.place(),
            (Some(Over::Adding(_)), _) => Place::Adding,
            (None, Screen::Browse(browse)) => browse.place(),
            (None, Screen::Opening | Screen::Home(_)) => Place::Home,
            (None, Screen::Study(table)) => table.place(),
            (None, Screen::Summary(_)) => Place::Summary,
            (None, Screen::Settings(_)) => Place::Settings,
            (None, Screen::Stats(_)) => Place::Stats,
            (None, Screen::Mock(stage)) => stage.place_with(&self.mocking),
        }
    }

    /// The line that stays on the terminal after quitting.
    pub fn farewell(&self, now: Moment) -> String {
        let day = now.study_day();
        let line = farewell(&self.known, day);
        let Some(paper) = self.known.progress.open_paper() else {
            return line;
        };
        let p = listed(paper, &self.known.catalogue);
        let words = format!(
            "A paper is open, {} of {} answered: cramless mock --resume goes on with it.",
            p.answered, p.of
        );
        match self.known.progress.tally(day).reviews {
            // A paper's answers count at its end.
            0 => words,
            _ => format!("{line} {words}"),
        }
    }

    /// Takes in a message, and says what is to be done.
    pub fn update(&mut self, msg: Msg, now: Moment) -> Vec<Effect> {
        let msg = match self.mock_update(msg, now) {
            Ok(effects) => return effects,
            Err(msg) => msg,
        };
        match msg {
            Msg::Do(command) => return self.obey(command, now),
            Msg::Type(c) => self.type_in(c.encode_utf8(&mut [0; 4])),
            Msg::Paste(text) => self.type_in(&text),
            Msg::Erase => match &mut self.over {
                Some(Over::Asking(asking)) => asking.erase(),
                Some(Over::Care(sheet)) => sheet.erase(),
                Some(Over::Adding(form)) => form.erase(),
                Some(_) => {}
                None => self.erase_query(),
            },
            Msg::Click(x, y) => {
                if let Some(command) = self.scene(self.window()).hit(x, y) {
                    return self.obey(command, now);
                }
            }
            Msg::Wheel { down } => self.scroll_by(if down { 3 } else { -3 }),
            Msg::Resize(columns, rows) => {
                self.size = (columns, rows);
                return self.look_for_work(now);
            }
            Msg::Found(number, found) => self.bench.take_in(number, *found),
            Msg::Gone(number) => self.bench.give_up(number),
            Msg::Tick => {
                if self.is_of_another_day(now.study_day()) {
                    self.go_home(now);
                }
            }
            Msg::Loaded(ix, card) => {
                let card = self.worded(ix, *card);
                match self.loading {
                    None => self.opened(ix, card),
                    Some(_) => self.loaded(ix, card, now),
                }
            }
            Msg::Edited(ix, card, form) => return self.edited(ix, *card, form, now),
            Msg::Remade(made) => return self.remade(made, now),
            Msg::Compared(found) => return self.compared(found, now),
            Msg::ReadAll(hay) => self.read_all(*hay),
            Msg::History(ix, names, events) => self.remembered(ix, &names, &events),
            Msg::NotLoaded(why) => {
                self.loading = None;
                self.pending = None;
                self.mock_dropped();
                self.go_home(now);
                self.remark = Some(why.one_line());
            }
            Msg::Saved(event, remark) => return self.saved(&event, remark, now),
            Msg::NotSaved(what, reason) => {
                let what = *what;
                self.over = Some(Over::Unsaved(Box::new(Unsaved { what, reason })));
            }
            Msg::Refolded(progress) => {
                self.known.progress = *progress;
                if self.pending.is_none() && matches!(self.screen, Screen::Home(_)) {
                    self.go_home(now);
                }
                return self.settle(now);
            }
            Msg::Remark(text) => self.remark = Some(text.one_line()),
            // The mock's own, taken in above.
            Msg::Clock(_) | Msg::LoadedAll(_) | Msg::Seat(_) => {}
        }
        Vec::new()
    }

    fn type_in(&mut self, text: &str) {
        match &mut self.over {
            Some(Over::Asking(asking)) => asking.type_in(text),
            Some(Over::Care(sheet)) => sheet.type_in(text),
            Some(Over::Adding(form)) => form.type_in(text),
            Some(_) => {}
            None => self.type_query(text),
        }
    }

    /// The window as it is.
    pub(super) fn window(&self) -> Rect {
        Rect::new(0, 0, self.size.0, self.size.1)
    }

    fn obey(&mut self, command: Command, now: Moment) -> Vec<Effect> {
        if let Some(effects) = self.obey_mock(command, now) {
            return effects;
        }
        // What is said at the start stays until the first key.
        if !matches!(self.screen, Screen::Opening) {
            self.remark = None;
        }
        match command {
            Command::Quit => return vec![Effect::Quit],
            Command::Help if !matches!(self.over, Some(Over::Help(_))) => {
                let about = self.place();
                self.over = Some(Over::Help(Help { about, scroll: 0 }));
            }
            Command::Up => return self.vertical(false),
            Command::Down => return self.vertical(true),
            Command::PageUp | Command::PageDown | Command::Top | Command::Bottom => {
                self.page(command);
            }
            Command::Left | Command::Right => return self.horizontal(command == Command::Right),
            Command::Back => return self.back(now),
            Command::Home => self.go_home(now),
            Command::Settings => self.open_settings(now),
            Command::KnownCold => return self.know_cold(),
            Command::Placement => return self.begin_placement(now),
            Command::Begin => return self.begin(now),
            Command::SecondLook => return self.second_look(now),
            Command::KeepGoing => return self.keep_going(now),
            Command::Undo => return self.undo(now),
            Command::Confirm => return self.confirm(now),
            Command::Why => {
                if let Screen::Study(table) = &self.screen {
                    self.over = Some(Over::Why(Why::of(table)));
                }
            }
            Command::Grade(grade) => return self.grade(grade, now),
            Command::Stats => self.open_stats(now),
            Command::Pick(n) if matches!(self.screen, Screen::Stats(_)) => self.open_leaf(n),
            Command::Pick(_) | Command::Toggle | Command::Guess | Command::Certain => {
                self.choose(command);
                self.show_cursor();
            }
            Command::Drill => return self.drill(now),
            Command::Browse => {
                self.behind = None;
                return self.browse(now);
            }
            Command::Item(at) => return self.open_item(usize::from(at)),
            Command::Flag
            | Command::Suspend
            | Command::Bury
            | Command::Reset
            | Command::Note
            | Command::Dispute => {
                // On the sheet about a leech they are what it offers.
                self.over = None;
                return self.care(command, now);
            }
            Command::Correct => return self.edit(),
            Command::Link => return self.open_reference(),
            Command::AddOwn => self.add_own(),
            Command::Neighbours => {
                self.over = None;
                return self.neighbours(now);
            }
            Command::ListMissed => return self.list("is:missed", now),
            Command::MixedUp => return self.explain_miss(MissReason::MixedUp),
            Command::Misread => return self.explain_miss(MissReason::Misread),
            Command::Yes => {
                if let Some(Over::Care(sheet)) = self.over.take() {
                    return self.agree(sheet);
                }
            }
            // The mock's own.
            _ => {}
        }
        Vec::new()
    }

    fn confirm(&mut self, now: Moment) -> Vec<Effect> {
        match self.over.take() {
            Some(Over::Unsaved(unsaved)) => return vec![Effect::Record(unsaved.what)],
            Some(Over::Asking(asking)) => return self.asked(asking, now),
            Some(Over::Care(sheet)) => {
                self.restart_clock(now);
                return self.agree(sheet);
            }
            Some(Over::Adding(form)) => return self.own_written(form),
            Some(_) => return Vec::new(),
            None => {}
        }
        match &self.screen {
            Screen::Opening | Screen::Home(_) => self.begin(now),
            Screen::Study(_) => self.confirm_card(now),
            Screen::Browse(_) => self.open_card(),
            Screen::Summary(_) => {
                self.go_home(now);
                Vec::new()
            }
            Screen::Mock(_) | Screen::Stats(_) => Vec::new(),
            Screen::Settings(settings) => self.change_setting(settings.setting(), now),
        }
    }

    fn back(&mut self, now: Moment) -> Vec<Effect> {
        match self.over.take() {
            Some(Over::Unsaved(unsaved)) => self.leave_unsaved(unsaved.what),
            Some(Over::Asking(_) | Over::Adding(_)) => self.restart_clock(now),
            Some(Over::Care(_)) => {
                self.restart_clock(now);
                return self.after_sheet(now);
            }
            Some(_) => {}
            None => return self.leave_browse(now),
        }
        Vec::new()
    }

    /// Goes on without what could not be saved. What was typed isn't lost: the
    /// note is open again.
    fn leave_unsaved(&mut self, what: Happening) {
        self.pending = None;
        self.mock_dropped();
        // The mock's own sheet is still there.
        if let Happening::Noted(Noted { card, text }) = what
            && !matches!(self.screen, Screen::Mock(_))
        {
            let typed = text.one_line();
            self.over = Some(Over::Care(CareSheet::Note { card, typed }));
        }
    }

    /// Reckons the home screen and opens it.
    pub(super) fn go_home(&mut self, now: Moment) {
        self.behind = None;
        let mut home = Home::of(&self.known, now);
        if home.missed > 0 {
            // Without what is asked in a paper that is open.
            home.missed = self.count_missed(now.study_day());
        }
        home.has_walked(self.mocking.walked);
        self.screen = Screen::Home(home);
    }

    /// Whether what is shown belongs to another study day than this.
    pub fn is_of_another_day(&self, day: Day) -> bool {
        matches!(&self.screen, Screen::Home(home) if home.day != day)
    }

    /// Opens the end of the day.
    pub(super) fn sum_up(&mut self, reason: &str, failed: usize, more: bool, now: Moment) {
        let day = self.study.as_ref().map_or(now.study_day(), |s| s.day);
        self.screen = Screen::Summary(Summary::of(&self.known, day, reason, failed, more));
    }

    pub(super) fn change_theme(&mut self, forward: bool) -> Vec<Effect> {
        self.choice = self.choice.step(forward);
        self.theme = Theme::resolve(self.choice, self.ground);
        vec![Effect::KeepTheme(self.choice)]
    }

    /// Everything that is shown in a window of that size.
    pub fn scene(&self, window: Rect) -> Scene {
        let Some(page) = Page::of(window) else {
            return too_small(window);
        };
        let mut scene = Scene::default();
        let theme = &self.theme;
        if let Some(Over::Help(help)) = &self.over {
            help.paint(&mut scene, &page, theme);
            return scene;
        }
        let remark = self.remark.as_deref();
        match &self.screen {
            Screen::Opening => {}
            Screen::Home(home) => {
                home.paint(&mut scene, &page, self.reckoned(), remark, theme);
            }
            Screen::Stats(stats) => {
                stats.paint(&mut scene, &page, self.reckoned(), remark, theme);
            }
            Screen::Study(table) => table.paint(&mut scene, &page, remark, theme),
            Screen::Summary(summary) => summary.paint(&mut scene, &page, remark, theme),
            Screen::Browse(browse) => {
                let none = Haystack::default();
                let hay = self.hay.as_ref().unwrap_or(&none);
                browse.paint(&mut scene, &page, &self.known, hay, remark, theme);
            }
            Screen::Settings(settings) => {
                let choices = (self.second_look, self.choice);
                settings.paint(&mut scene, &page, &self.known, choices, remark, theme);
            }
            Screen::Mock(stage) => {
                stage.paint(&self.known, &self.mocking, &mut scene, &page, remark, theme);
            }
        }
        match &self.over {
            Some(Over::Why(why)) => why.paint(&mut scene, &page, theme),
            Some(Over::Asking(asking)) => asking.paint(&mut scene, &page, theme),
            Some(Over::Unsaved(unsaved)) => unsaved.paint(&mut scene, &page, theme),
            Some(Over::Care(sheet)) => sheet.paint(&mut scene, &page, theme),
            Some(Over::Adding(form)) => form.paint(&mut scene, &page, theme),
            Some(Over::Help(_)) | None => {}
        }
        scene
    }
}

/// Draws the program as it is.
pub fn view(app: &App, frame: &mut Frame<'_>) {
    app.scene(frame.area()).draw(frame);
}
