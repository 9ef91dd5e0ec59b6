//! `cramless` and `cramless study`: the screens on real files and a real clock.

use super::background::Background;
use super::disk::Disk;
use super::store::Store;
use super::world::World;
use super::{ColourWhen, ScopeArgs, Stop, browser, editor, open_quietly, own};
use crate::domain::{Card, CardIx, CardRef, Catalogue, Event, Happening, Kind, Moment, Text};
use crate::exam::clock::Reading;
use crate::exam::heartbeat::Heartbeat;
use crate::scheduling::{Progress, Scope};
use crate::session::desk::Owed;
use crate::session::missed::Filter;
use crate::session::mixups::Confused;
use crate::session::mock::setup::Setup;
use crate::session::own::NewCard;
use crate::session::search::Haystack;
use crate::storage::config::{self, Colour, Config};
use crate::storage::seat;
use crate::tui::app::{App, Msg};
use crate::tui::event_loop::{self, Ended};
use crate::tui::keymap::Command;
use crate::tui::known::Known;
use crate::tui::shell::{AtSeat, Recorded, Remade, Seat, Shell};
use crate::tui::terminal::NoTerminal;
use crate::tui::theme::{Depth, Ground, ThemeChoice};
use crate::tui::work::Job;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// Study today's cards, right away
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cramless study                          what today asks
  cramless study --minutes 10             ten minutes of it
  cramless study --domain 3 --questions   questions on one domain
  cramless study --placement              know some of it already? 15 minutes tell")]
pub struct Args {
    #[command(flatten)]
    scope: ScopeArgs,
    /// Minutes for this sitting, whatever the day's plan
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1440))]
    minutes: Option<u16>,
    /// Flashcards only
    #[arg(long, conflicts_with = "questions")]
    cards: bool,
    /// Questions only
    #[arg(long)]
    questions: bool,
    /// 15 minutes, a question a topic: what you know already waits
    #[arg(long, conflicts_with_all = ["minutes", "cards", "questions"])]
    placement: bool,
}

/// Opens a sitting at once.
pub(super) fn study(
    args: &Args,
    data: Option<PathBuf>,
    colour: ColourWhen,
    world: &mut World<'_>,
) -> Result<u8, Stop> {
    let kind = match (args.cards, args.questions) {
        (true, _) => Some(Kind::Flashcard),
        (_, true) => Some(Kind::Choice),
        _ => None,
    };
    need_terminal(world)?;
    let store = open_quietly(data, world)?;
    let scope = args.scope.scope(&store, kind)?;
    let opening = Opening {
        scope,
        minutes: args.minutes,
        first: Some(match args.placement {
            true => Command::Placement,
            false => Command::Begin,
        }),
        colour,
        ..Opening::default()
    };
    show(store, opening, world)
}

/// Opens a drill of missed cards at once.
pub(super) fn drill(
    store: Store,
    filter: Filter,
    colour: ColourWhen,
    world: &mut World<'_>,
) -> Result<u8, Stop> {
    need_terminal(world)?;
    let opening = Opening {
        scope: filter.scope.clone(),
        missed: filter,
        first: Some(Command::Drill),
        colour,
        ..Opening::default()
    };
    show(store, opening, world)
}

/// Opens the home screen.
pub(super) fn home(
    data: Option<PathBuf>,
    colour: ColourWhen,
    world: &mut World<'_>,
) -> Result<u8, Stop> {
    need_terminal(world)?;
    let store = open_quietly(data, world)?;
    let opening = Opening {
        colour,
        ..Opening::default()
    };
    show(store, opening, world)
}

/// Opens the mock: the paper that is open or wanted, else its set-up.
pub(super) fn mock(
    store: Store,
    wanted: Option<Setup>,
    colour: ColourWhen,
    world: &mut World<'_>,
) -> Result<u8, Stop> {
    let opening = Opening {
        first: Some(Command::Mock),
        wanted,
        colour,
        ..Opening::default()
    };
    show(store, opening, world)
}

/// Said before anything is opened, so that a pipe costs nothing.
pub(super) fn need_terminal(world: &World<'_>) -> Result<(), Stop> {
    if world.terminal {
        Ok(())
    } else {
        Err(Stop::usage(NoTerminal::NotATerminal))
    }
}

/// What the screens begin with.
#[derive(Default)]
struct Opening {
    scope: Scope,
    minutes: Option<u16>,
    /// Which missed cards `x` drills.
    missed: Filter,
    /// The first thing to do; none: home.
    first: Option<Command>,
    /// The paper to begin.
    wanted: Option<Setup>,
    colour: ColourWhen,
}

fn show(mut store: Store, opening: Opening, world: &mut World<'_>) -> Result<u8, Stop> {
    // Comparisons that were made before have their history.
    store.compare();
    let Store {
        disk,
        replay,
        progress,
    } = store;
    let (config, problems) = Config::load(&disk.places.state);
    let mut remarks = disk.remarks();
    remarks.extend(problems.iter().map(ToString::to_string));
    let env = |name: &str| (world.env)(name).and_then(|v| v.into_string().ok());
    let known = Known {
        catalogue: Arc::clone(disk.library.catalogue()),
        progress,
        replay,
        exams: disk.library.blueprints().to_vec(),
        scope: opening.scope,
    };
    let wanted = match opening.colour {
        ColourWhen::Auto => config.colour,
        ColourWhen::Always => Colour::Always,
        ColourWhen::Never => Colour::Never,
    };
    let ground = ground(wanted, Ground::of(env));
    let mut app = App::new(known, ground, choice(config.theme), opening.minutes);
    app.drill_only(opening.missed);
    app.set_second_look(config.second_look);
    if let Some(setup) = opening.wanted {
        app.want_mock(setup);
    }
    if let Some(first) = remarks.first() {
        app.say_at_start(&Text::new(first));
    }
    let mut shell = OnDisk {
        disk,
        config,
        now: world.now,
        clock: world.clock,
        seat: None,
        env: world.env,
        background: Background::default(),
    };
    let term = env("TERM").unwrap_or_default();
    let ended = event_loop::run(&mut app, opening.first, &term, &mut shell);

    let farewell = app.farewell(shell.now());
    let mut disk = shell.disk;
    disk.keep(app.progress());
    let ended = ended.map_err(Stop::usage)?;
    for remark in &remarks {
        let _ = writeln!(world.err, "cramless: {remark}");
    }
    if let Some(trouble) = disk.journal.trouble() {
        let _ = writeln!(world.err, "cramless: {trouble}");
    }
    if ended != Ended::Gone {
        let _ = writeln!(world.out, "{farewell}");
        let _ = world.out.flush();
    }
    Ok(match ended {
        Ended::Quit => 0,
        Ended::Gone => 129,
        Ended::Signal(signal) => {
            event_loop::end_by_signal(signal);
            128 + u8::try_from(signal).unwrap_or(0)
        }
    })
}

/// The world behind the screen.
struct OnDisk<'a> {
    disk: Disk,
    config: Config,
    now: &'a dyn Fn() -> Moment,
    clock: &'a dyn Fn() -> Reading,
    /// Held while a paper is on the table.
    seat: Option<seat::Seat>,
    env: &'a dyn Fn(&str) -> Option<OsString>,
    background: Background,
}

impl Shell for OnDisk<'_> {
    /// Never before what was recorded last, so that neither a clock set back
    /// nor another device's answers make time run backwards.
    fn now(&mut self) -> Moment {
        let wall = (self.now)();
        self.disk.journal.stamp(wall)
    }

    fn load(&mut self, card: CardIx) -> Result<Card, Text> {
        self.disk
            .library
            .card(card)
            .map_err(|p| Text::new(p.to_string()))
    }

    fn read_all(&mut self, progress: &Progress) -> Haystack {
        let library = &self.disk.library;
        let catalogue = library.catalogue();
        let mut hay = Haystack::default();
        library.for_each_card(|ix, card| {
            let name = &catalogue.entry(ix).card;
            hay.add(ix, name.as_str(), &progress.worded(name, card));
        });
        hay
    }

    fn history(&mut self, names: &[CardRef]) -> Vec<Event> {
        self.disk.history(names)
    }

    fn record(&mut self, what: &Happening, now: Moment) -> Result<Recorded, Text> {
        let before = self.disk.journal.trouble();
        let event = self
            .disk
            .append(vec![what.clone()], now, now.study_day())
            .map_err(|e| Text::new(e.to_string()))?
            .into_iter()
            .next()
            .ok_or_else(|| Text::new("the journal took nothing"))?;
        let after = self.disk.journal.trouble();
        Ok(Recorded {
            event,
            remark: after.filter(|_| before.is_none()).map(Text::new),
        })
    }

    fn refold(&mut self) -> Result<Progress, Text> {
        let replay = self.disk.replay();
        Ok(self.disk.fold(&replay))
    }

    fn compare(&mut self, confused: &[Confused]) -> Option<(Arc<Catalogue>, Vec<Owed>)> {
        let found = self.disk.compare(confused);
        let owed = found.iter().map(|(m, ix)| m.owed(*ix)).collect();
        Some((Arc::clone(self.disk.library.catalogue()), owed))
    }

    fn edit(&mut self, text: &str) -> Result<String, Text> {
        let edited = editor::find(self.env)
            .and_then(|e| editor::change(e, &self.disk.places.state.join("edit"), text));
        edited.map_err(Text::new)
    }

    fn open_link(&mut self, address: &str) -> Text {
        browser::open(address, self.env)
    }

    fn add_own(&mut self, card: &NewCard) -> Result<Remade, Text> {
        let (made, _) = own::add(&self.disk.places, &self.disk.library, card).map_err(Text::new)?;
        Ok(self.remade(made, "Added to your own cards."))
    }

    fn edit_own(&mut self) -> Result<Remade, Text> {
        if !own::edit(&self.disk.places, self.env).map_err(Text::new)? {
            return Ok(Remade {
                catalogue: None,
                said: "Nothing was changed.".into(),
                faults: Vec::new(),
            });
        }
        let made = own::make(&self.disk.places, &self.disk.library);
        Ok(self.remade(made, "Your own cards were made anew; their histories stay."))
    }

    fn clock(&mut self) -> Reading {
        (self.clock)()
    }

    fn beat(&mut self, beat: &Heartbeat) {
        self.disk.beat(beat);
    }

    fn take_seat(&mut self) -> Seat {
        if self.seat.is_none() {
            self.seat = self.disk.take_seat();
        }
        if self.seat.is_none() {
            return Seat::Taken;
        }
        // Whoever had it may have ended the paper.
        let replay = self.disk.replay();
        let news = self.disk.has_news();
        Seat::Ours(AtSeat {
            beat: self.disk.last_beat().map(Box::new),
            progress: news.then(|| Box::new(self.disk.fold(&replay))),
        })
    }

    fn leave_seat(&mut self) {
        self.seat = None;
    }

    fn start(&mut self, job: Job) -> Option<Msg> {
        self.background.start(job, self.disk.journal.reader())
    }

    fn stop(&mut self) {
        self.background.stop();
    }

    fn found(&mut self) -> Option<Msg> {
        self.background.found()
    }

    fn is_working(&self) -> bool {
        self.background.is_working()
    }

    fn keep_theme(&mut self, theme: ThemeChoice) -> Result<(), Text> {
        self.config.theme = match theme {
            ThemeChoice::Auto => config::Theme::Auto,
            ThemeChoice::Dark => config::Theme::Dark,
            ThemeChoice::Light => config::Theme::Light,
            ThemeChoice::Sixteen => config::Theme::Sixteen,
            ThemeChoice::Plain => config::Theme::Plain,
        };
        let saved = self.config.save();
        saved.map_err(|e| Text::new(format!("the theme can't be kept: {e}")))
    }

    fn keep_second_look(&mut self, when: config::SecondLook) -> Result<(), Text> {
        self.config.second_look = when;
        let saved = self.config.save();
        saved.map_err(|e| Text::new(format!("the setting can't be kept: {e}")))
    }
}

impl OnDisk<'_> {
    fn remade(&mut self, made: own::Made, said: &str) -> Remade {
        let faults = made.faults.iter().map(|p| Text::new(p.to_string()));
        let (faults, said) = match made.cards {
            Some(_) => (faults.collect(), Text::new(said)),
            None => (faults.collect::<Vec<_>>(), "No card could be made.".into()),
        };
        self.disk.reopen_library();
        Remade {
            catalogue: Some(Arc::clone(self.disk.library.catalogue())),
            said,
            faults,
        }
    }
}

fn choice(theme: config::Theme) -> ThemeChoice {
    match theme {
        config::Theme::Auto => ThemeChoice::Auto,
        config::Theme::Dark => ThemeChoice::Dark,
        config::Theme::Light => ThemeChoice::Light,
        config::Theme::Sixteen => ThemeChoice::Sixteen,
        config::Theme::Plain => ThemeChoice::Plain,
    }
}

fn ground(colour: Colour, ground: Ground) -> Ground {
    match (colour, ground.depth) {
        (Colour::Never, _) => Ground {
            depth: Depth::None,
            ..ground
        },
        (Colour::Always, Depth::None) => {
            // crossterm would hear NO_COLOR as well.
            event_loop::force_colour();
            Ground {
                depth: Depth::Sixteen,
                ..ground
            }
        }
        _ => ground,
    }
}
