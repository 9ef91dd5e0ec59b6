//! A stage for the screens: decks, a clock, and a journal in memory.

use cramless::domain::event::Goal;
use cramless::domain::*;
use cramless::exam::heartbeat::Heartbeat;
use cramless::scheduling::replay::Replay;
use cramless::scheduling::{Progress, Scope};
use cramless::session::desk::Owed;
use cramless::session::mixups::{Comparison, Confused, Finder};
use cramless::session::own::NewCard;
use cramless::session::search::Haystack;
use cramless::storage::config::SecondLook;
use cramless::tui::app::{App, Msg, view};
use cramless::tui::keymap::{Command, message};
use cramless::tui::known::Known;
use cramless::tui::shell::{AtSeat, Recorded, Remade, Seat, Shell, deliver};
use cramless::tui::theme::{Depth, Ground, ThemeChoice};
use cramless::tui::work::Job;
use crossterm::event::KeyCode;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::sync::Arc;

/// The person's data folder, in memory.
pub struct Memory {
    pub decks: Vec<Deck>,
    pub catalogue: Catalogue,
    pub events: Vec<Event>,
    pub now: Moment,
    /// Why nothing can be saved at the moment.
    pub broken: Option<&'static str>,
    pub theme: Option<ThemeChoice>,
    pub second_look: Option<SecondLook>,
    /// A paper's sign of life.
    pub beat: Option<Heartbeat>,
    /// What the person's editor makes of a text.
    pub editor: Option<fn(&str) -> String>,
    /// Addresses that were opened.
    pub opened: Vec<String>,
    finder: Finder,
    /// Another program sits the paper.
    pub elsewhere: bool,
    /// There is no thread to be had for what is reckoned.
    pub no_threads: bool,
}

impl Memory {
    pub fn progress(&self) -> Progress {
        Replay::new(self.catalogue.aliases()).fold(self.events.clone())
    }
}

impl Shell for Memory {
    fn now(&mut self) -> Moment {
        self.now
    }

    fn load(&mut self, ix: CardIx) -> Result<Card, Text> {
        let wanted = &self.catalogue.entry(ix).card;
        let deck = self.decks.iter().find(|d| d.id.as_str() == wanted.deck());
        let mut cards = deck.into_iter().flat_map(|d| &d.cards);
        let card = cards.find(|c| c.id.as_str() == wanted.card());
        card.cloned().ok_or("the deck has changed".into())
    }

    fn read_all(&mut self, progress: &Progress) -> Haystack {
        let mut hay = Haystack::default();
        let cards = self.decks.iter().flat_map(|d| &d.cards);
        for (ix, card) in self.catalogue.indices().zip(cards) {
            let name = &self.catalogue.entry(ix).card;
            hay.add(ix, name.as_str(), &progress.worded(name, card.clone()));
        }
        hay
    }

    fn history(&mut self, names: &[CardRef]) -> Vec<Event> {
        let about = |e: &&Event| match &e.what {
            Happening::Undone(_) => true,
            what => what.card().is_some_and(|c| names.contains(c)),
        };
        self.events.iter().filter(about).cloned().collect()
    }

    fn record(&mut self, what: &Happening, now: Moment) -> Result<Recorded, Text> {
        if let Some(why) = self.broken {
            return Err(why.into());
        }
        let event = Event {
            id: EventId {
                device: 1,
                session: 1,
                seq: u32::try_from(self.events.len()).unwrap() + 1,
            },
            at: now,
            day: now.study_day(),
            what: what.clone(),
        };
        self.events.push(event.clone());
        Ok(Recorded {
            event,
            remark: None,
        })
    }

    fn refold(&mut self) -> Result<Progress, Text> {
        Ok(self.progress())
    }

    fn compare(&mut self, confused: &[Confused]) -> Option<(Arc<Catalogue>, Vec<Owed>)> {
        let mut finder = std::mem::take(&mut self.finder);
        let catalogue = self.catalogue.clone();
        let found = finder.find(&catalogue, confused, |ix| self.load(ix).ok());
        self.finder = finder;
        let mut owed = Vec::new();
        for m in found {
            let (of, since) = (m.terms[0], m.last);
            let ix = match m.card {
                Comparison::There(ix) => ix,
                Comparison::Made(id, card) => {
                    let ix = self.catalogue.append(
                        &DeckInfo {
                            id: id.clone(),
                            title: Text::new("What you mixed up"),
                            exam: None,
                        },
                        &card,
                    );
                    let mut made = crate::support::deck(id.as_str(), vec![*card]);
                    made.exam = None;
                    self.decks.push(made);
                    ix
                }
            };
            owed.push(Owed {
                card: ix,
                of,
                since,
            });
        }
        Some((self.catalogue.clone().into(), owed))
    }

    fn edit(&mut self, text: &str) -> Result<String, Text> {
        let editor = self
            .editor
            .ok_or("No editor is known: set VISUAL or EDITOR.")?;
        Ok(editor(text))
    }

    fn open_link(&mut self, address: &str) -> Text {
        self.opened.push(address.to_owned());
        Text::new(format!("Opened {address}"))
    }

    fn add_own(&mut self, card: &NewCard) -> Result<Remade, Text> {
        let mut own = crate::support::flashcard("card/new", None);
        own.face = Face::Flashcard(Flashcard {
            front: Text::new(&card.front),
            back: Text::new(&card.back),
        });
        // In front of all others, as a deck's name may have it.
        self.decks
            .insert(0, crate::support::deck("my-cards", vec![own]));
        self.catalogue = Catalogue::of(&self.decks);
        Ok(Remade {
            catalogue: Some(self.catalogue.clone().into()),
            said: "Added to your own cards.".into(),
            faults: Vec::new(),
        })
    }

    fn beat(&mut self, beat: &Heartbeat) {
        self.beat = Some(beat.clone());
    }

    fn take_seat(&mut self) -> Seat {
        if self.elsewhere {
            return Seat::Taken;
        }
        // Whatever another program wrote meanwhile is in the journal.
        Seat::Ours(AtSeat {
            beat: self.beat.clone().map(Box::new),
            progress: Some(Box::new(self.progress())),
        })
    }

    /// There is no background on a stage: all is there at once.
    fn start(&mut self, job: Job) -> Option<Msg> {
        if self.no_threads {
            return Some(Msg::Gone(job.number));
        }
        job.run(|| self.events.clone(), || false)
    }

    fn keep_second_look(&mut self, when: SecondLook) -> Result<(), Text> {
        self.second_look = Some(when);
        Ok(())
    }

    fn keep_theme(&mut self, theme: ThemeChoice) -> Result<(), Text> {
        self.theme = Some(theme);
        Ok(())
    }
}

/// The program on its stage.
pub struct Stage {
    pub app: App,
    pub memory: Memory,
    pub running: bool,
    size: (u16, u16),
}

impl Stage {
    /// Opens the program on decks, in a window of 80×24, on a Sunday evening.
    pub fn open(decks: Vec<Deck>) -> Self {
        let catalogue = Catalogue::of(&decks);
        let memory = Memory {
            catalogue,
            decks,
            events: Vec::new(),
            now: Moment::parse("2026-11-22T19:00:00+01:00").unwrap(),
            broken: None,
            theme: None,
            second_look: None,
            beat: None,
            editor: None,
            opened: Vec::new(),
            finder: Finder::default(),
            elsewhere: false,
            no_threads: false,
        };
        Self::over(memory, (80, 24))
    }

    /// Opens it on what is in the journal.
    pub fn over(memory: Memory, size: (u16, u16)) -> Self {
        let known = Known {
            catalogue: memory.catalogue.clone().into(),
            progress: memory.progress(),
            replay: Replay::new(memory.catalogue.aliases()),
            exams: vec![blueprint()],
            scope: Scope::default(),
        };
        let ground = Ground {
            depth: Depth::None,
            light: false,
        };
        let app = App::new(known, ground, ThemeChoice::Auto, None);
        let mut stage = Self {
            app,
            memory,
            running: true,
            size,
        };
        stage.send(Msg::Do(Command::Home));
        stage.resize(size.0, size.1);
        stage
    }

    pub fn size(&self) -> (u16, u16) {
        self.size
    }

    /// Quits and starts again.
    pub fn again(self) -> Self {
        Self::over(self.memory, self.size)
    }

    pub fn send(&mut self, msg: Msg) {
        self.running = deliver(&mut self.app, msg, &mut self.memory);
        // As the loop does after each picture.
        let (columns, rows) = self.size;
        if self.running {
            deliver(&mut self.app, Msg::Resize(columns, rows), &mut self.memory);
        }
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.size = (columns, rows);
        self.send(Msg::Resize(columns, rows));
    }

    /// The first line on screen with these words.
    #[track_caller]
    pub fn shown(&self, words: &str) -> String {
        let picture = self.picture();
        let line = picture.lines().find(|l| l.contains(words)).unwrap();
        line.trim().to_owned()
    }

    /// The number under which an option is shown.
    #[track_caller]
    pub fn number_of(&self, words: &str) -> String {
        let picture = self.picture();
        let line = picture.lines().find(|l| l.contains(words)).unwrap();
        line.chars().find(char::is_ascii_digit).unwrap().to_string()
    }

    /// Chooses the option with these words, and no other.
    #[track_caller]
    pub fn answer(&mut self, words: &str) {
        let number = self.number_of(words);
        self.keys(&number).keys("<enter>");
    }

    /// Presses keys, three seconds apart: characters, `<enter>`, `<esc>`,
    /// `<up>`, `<down>`, `<left>`, `<right>`, `<back>`, `<space>`, `<pgdn>`.
    #[track_caller]
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let (key, len) = match rest.find('>').filter(|_| c == '<') {
                Some(end) => (named(&rest[1..end]), end + 1),
                None => (KeyCode::Char(c), c.len_utf8()),
            };
            rest = &rest[len..];
            self.memory.now = self.memory.now.plus_ms(3000);
            if let Some(msg) = message(self.app.place(), key) {
                assert!(self.running, "a key after the end");
                self.send(msg);
            }
        }
        self
    }

    /// What is on the screen, without the white space at the ends of lines.
    pub fn picture(&self) -> String {
        picture(&self.app, self.size)
    }

    #[track_caller]
    pub fn shows(&self, words: &str) {
        let picture = self.picture();
        assert!(picture.contains(words), "no {words:?} in\n{picture}");
    }

    #[track_caller]
    pub fn lacks(&self, words: &str) {
        let picture = self.picture();
        assert!(!picture.contains(words), "{words:?} in\n{picture}");
    }

    /// Clicks on the first place where these words are.
    #[track_caller]
    pub fn click(&mut self, words: &str) {
        let picture = self.picture();
        let found = picture.lines().enumerate().find_map(|(y, line)| {
            let at = line.find(words)?;
            Some((line[..at].chars().count(), y))
        });
        let (x, y) = found.unwrap_or_else(|| panic!("no {words:?} in\n{picture}"));
        self.send(Msg::Click(x as u16, y as u16));
    }

    /// The law: folding the journal gives exactly what the program holds.
    #[track_caller]
    pub fn holds_what_the_journal_says(&self) {
        assert_eq!(*self.app.progress(), self.memory.progress());
    }
}

/// Draws a program in a window of that size.
pub fn picture(app: &App, (columns, rows): (u16, u16)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| view(app, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let mut out = String::new();
    for y in 0..rows {
        let mut line = String::new();
        let mut hidden = 0;
        for x in 0..columns {
            let symbol = buffer[(x, y)].symbol();
            if hidden == 0 {
                line.push_str(symbol);
                hidden = cramless::tui::wrap::width_of(symbol).saturating_sub(1);
            } else {
                hidden -= 1;
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn named(name: &str) -> KeyCode {
    match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "back" => KeyCode::Backspace,
        "space" => KeyCode::Char(' '),
        "pgdn" => KeyCode::PageDown,
        "pgup" => KeyCode::PageUp,
        "tab" => KeyCode::Tab,
        "end" => KeyCode::End,
        "home" => KeyCode::Home,
        other => panic!("no key {other}"),
    }
}

/// A goal for the stage's exam.
pub fn goal(date: &str) -> Happening {
    Happening::GoalSet(Goal {
        exam: Some("T-1".into()),
        date: Day::parse(date),
        minutes: 20,
        days_off: Vec::new(),
        dates_off: Vec::new(),
        seed: 7,
    })
}

/// The stage's exam.
pub fn blueprint() -> Blueprint {
    let domain = |number: u8, title: &str, weight: f64| Domain {
        number,
        title: Text::new(title),
        weight,
        tasks: vec![TaskStatement {
            id: TaskId {
                domain: number,
                task: 1,
            },
            title: Text::new("A task"),
        }],
    };
    Blueprint {
        code: Text::new("T-1"),
        title: Text::new("AWS Certified Machine Learning – Specialty"),
        questions: 65,
        unscored: 15,
        minutes: 180,
        scaled: (100, 1000),
        pass: 750,
        multiple_response: 0.2,
        domains: vec![
            domain(1, "Data engineering", 20.0),
            domain(2, "Exploratory data analysis", 24.0),
            domain(3, "Modelling", 36.0),
            domain(4, "ML implementation and operations", 20.0),
        ],
        last_sitting: Day::parse("2027-03-31"),
        status: None,
    }
}
