//! The screens on the real terminal, with the real disk behind them.

use super::disk::Disk;
use super::store::Store;
use super::world::World;
use super::{ColourWhen, Stop};
use crate::domain::{Card, CardIx, Happening, Moment, Text};
use crate::scheduling::progress::Progress;
use crate::scheduling::queue::Scope;
use crate::scheduling::replay::Replay;
use crate::storage::config::{Colour, Config, Theme};
use crate::tui::app::App;
use crate::tui::event_loop::{self, Ended};
use crate::tui::keymap::Command;
use crate::tui::known::Known;
use crate::tui::shell::{Recorded, Shell};
use crate::tui::theme::{Depth, Ground, ThemeChoice};
use std::sync::Arc;

/// What the screens begin with.
#[derive(Debug, Default)]
pub struct Opening {
    /// Which cards.
    pub scope: Scope,
    /// The first thing to do; none: home.
    pub first: Option<Command>,
    /// Minutes for a sitting.
    pub minutes: Option<u16>,
    /// `--color`.
    pub colour: ColourWhen,
}

/// Shows the screens until the person leaves.
///
/// # Errors
/// There is no terminal, or it failed.
pub fn run(store: Store, opening: Opening, world: &mut World<'_>) -> Result<u8, Stop> {
    let (config, _) = Config::load(&store.disk.places.state);
    let ground = ground(world, &config, opening.colour);
    let known = Known {
        catalogue: Arc::clone(store.disk.library.catalogue()),
        progress: store.progress,
        replay: store.replay,
        exams: store.disk.library.blueprints().to_vec(),
        scope: opening.scope,
    };
    let mut app = App::new(known, ground, choice(config.theme), opening.minutes);
    let term = (world.env)("TERM").unwrap_or_default();
    let mut behind = Behind {
        refold: Replay::new(store.disk.library.catalogue().aliases()),
        disk: store.disk,
        config,
        now: world.now,
    };
    let ended = event_loop::run(
        &mut app,
        opening.first,
        &term.to_string_lossy(),
        &mut behind,
    );
    behind.disk.keep(app.progress());
    match ended.map_err(Stop::usage)? {
        Ended::Quit => {
            let farewell = app.farewell((world.now)());
            if !farewell.is_empty() {
                writeln!(world.out, "{farewell}")?;
            }
            Ok(0)
        }
        Ended::Signal(signal) => {
            event_loop::end_by_signal(signal);
            Ok(0)
        }
        Ended::Gone => Ok(0),
    }
}

/// The real shell behind the screens.
struct Behind<'w> {
    disk: Disk,
    refold: Replay,
    config: Config,
    now: &'w dyn Fn() -> Moment,
}

impl Shell for Behind<'_> {
    fn now(&mut self) -> Moment {
        (self.now)()
    }

    fn load(&mut self, card: CardIx) -> Result<Card, Text> {
        self.disk
            .library
            .card(card)
            .map_err(|p| Text::new(p.to_string()))
    }

    fn record(&mut self, what: &Happening, now: Moment) -> Result<Recorded, Text> {
        let at = self.disk.journal.stamp(now);
        let events = self
            .disk
            .append(vec![what.clone()], at, now.study_day())
            .map_err(|e| Text::new(e.to_string()))?;
        let event = events
            .into_iter()
            .next()
            .ok_or_else(|| Text::new("the journal gave nothing back"))?;
        Ok(Recorded {
            event,
            remark: self.disk.journal.trouble().map(Text::new),
        })
    }

    fn refold(&mut self) -> Result<Progress, Text> {
        Ok(self.disk.fold(&self.refold))
    }

    fn keep_theme(&mut self, theme: ThemeChoice) -> Result<(), Text> {
        self.config.theme = kept(theme);
        self.config
            .save()
            .map_err(|e| Text::new(format!("the theme can't be kept: {e}")))
    }
}

fn ground(world: &World<'_>, config: &Config, colour: ColourWhen) -> Ground {
    let var = |name: &str| (world.env)(name).map(|v| v.to_string_lossy().into_owned());
    let never = match colour {
        ColourWhen::Auto => config.colour == Colour::Never,
        ColourWhen::Always => false,
        ColourWhen::Never => true,
    };
    let always = colour == ColourWhen::Always || config.colour == Colour::Always;
    let ground = Ground::of(|name| var(name).filter(|_| !(always && name == "NO_COLOR")));
    match never {
        true => Ground {
            depth: Depth::None,
            ..ground
        },
        false => ground,
    }
}

fn choice(theme: Theme) -> ThemeChoice {
    match theme {
        Theme::Auto => ThemeChoice::Auto,
        Theme::Light => ThemeChoice::Light,
        Theme::Dark => ThemeChoice::Dark,
        Theme::Sixteen => ThemeChoice::Sixteen,
        Theme::Plain => ThemeChoice::Plain,
    }
}

fn kept(choice: ThemeChoice) -> Theme {
    match choice {
        ThemeChoice::Auto => Theme::Auto,
        ThemeChoice::Light => Theme::Light,
        ThemeChoice::Dark => Theme::Dark,
        ThemeChoice::Sixteen => Theme::Sixteen,
        ThemeChoice::Plain => Theme::Plain,
    }
}
