//! The only loop: wait, read, hand over, draw.

use super::app::{App, Msg, view};
use super::keymap::{Command, message};
use super::shell::{Shell, deliver};
use super::terminal::lending::was_lent;
use super::terminal::waiting::{Wake, Watch, stop};
use super::terminal::{NoTerminal, Screen, enter, leave, take};
use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use ratatui::layout::{Position, Rect};
use std::io::{self, Write};
use std::time::Duration;

/// An idle program looks at the clock this often (a new study day may begin).
const IDLE: Duration = Duration::from_secs(30);

/// A paper's clock is looked at this often.
const SECOND: Duration = Duration::from_secs(1);

/// While something is reckoned in the background, it is asked for this often.
const GLANCE: Duration = Duration::from_millis(15);

/// How the program came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The person left.
    Quit,
    /// A signal asked for it; its number.
    Signal(i32),
    /// The terminal is gone.
    Gone,
}

/// Shows the program on the terminal until it ends. `first` is done at once,
/// before anything is drawn; without it, home opens. `term` is the
/// environment's `TERM`. The terminal is as it was when this returns.
///
/// # Errors
/// There is no terminal, or it failed.
pub fn run(
    app: &mut App,
    first: Option<Command>,
    term: &str,
    shell: &mut impl Shell,
) -> Result<Ended, NoTerminal> {
    let watch = Watch::new();
    let mut screen = take(term)?;
    let ended = watch.and_then(|watch| {
        let mut running = Running {
            app,
            shell,
            screen: &mut screen,
            watch,
            ended: None,
            // Whatever a program that was killed here left in the alternate
            // screen, and a shell wrote over it since.
            torn: true,
        };
        running.run(first)
    });
    leave();
    drop(screen);
    Ok(ended?)
}

/// Draws colours even where `NO_COLOR` is set: the person asked for them.
pub fn force_colour() {
    crossterm::style::force_color_output(true);
}

/// Ends the process as a signal would have, for whoever waits for it.
pub fn end_by_signal(signal: i32) {
    super::terminal::waiting::end_by(signal);
}

struct Running<'a, S: Shell> {
    app: &'a mut App,
    shell: &'a mut S,
    screen: &'a mut Screen,
    watch: Watch,
    ended: Option<Ended>,
    /// The terminal no longer shows the last picture.
    torn: bool,
}

impl<S: Shell> Running<'_, S> {
    fn run(&mut self, first: Option<Command>) -> io::Result<Ended> {
        self.hand_over(Msg::Do(first.unwrap_or(Command::Home)));
        let mut stale = true;
        loop {
            if let Some(ended) = self.ended {
                return Ok(ended);
            }
            self.torn |= self.watch.was_resized();
            if (stale || self.torn) && self.draw().is_err() {
                return Ok(Ended::Gone);
            }
            stale = true;
            let working = self.shell.is_working();
            let idle = match (working, self.app.keeps_time()) {
                (true, _) => GLANCE,
                (false, true) => SECOND,
                (false, false) => IDLE,
            };
            match self.watch.wait(idle) {
                Wake::Input => {
                    // All that is there, then one picture of what came of it.
                    while self.ended.is_none() {
                        match next_event() {
                            Ok(Some(event)) => self.take_in(event)?,
                            Ok(None) => break,
                            Err(_) => return Ok(Ended::Gone),
                        }
                    }
                }
                Wake::Idle if working && !self.app.keeps_time() => stale = false,
                Wake::Idle => stale = self.tick(),
                Wake::End(signal) => return Ok(Ended::Signal(signal)),
                Wake::Gone => return Ok(Ended::Gone),
                Wake::Stop => self.stop()?,
                Wake::Continued => self.take_again()?,
            }
            if let Some(found) = self.shell.found() {
                self.hand_over(found);
                stale = true;
            }
        }
    }

    fn hand_over(&mut self, msg: Msg) {
        if self.ended.is_none() && !deliver(self.app, msg, self.shell) {
            self.ended = Some(Ended::Quit);
        }
        if was_lent() {
            self.torn = true;
            self.watch.forget_interrupt();
        }
    }

    /// Says whether the picture may have changed.
    fn tick(&mut self) -> bool {
        let day = self.shell.now().study_day();
        let stale = self.app.is_of_another_day(day);
        let face = self.app.clock_face();
        self.hand_over(Msg::Tick);
        stale || self.app.clock_face() != face
    }

    fn take_in(&mut self, event: Event) -> io::Result<()> {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.key(key)?,
            Event::Mouse(mouse) => {
                let msg = match mouse.kind {
                    MouseEventKind::Down(MouseButton::Left) => Msg::Click(mouse.column, mouse.row),
                    MouseEventKind::ScrollDown => Msg::Wheel { down: true },
                    MouseEventKind::ScrollUp => Msg::Wheel { down: false },
                    _ => return Ok(()),
                };
                self.hand_over(msg);
            }
            Event::Paste(text) => self.hand_over(Msg::Paste(text)),
            Event::Resize(columns, rows) => {
                // Even if it is the size of the last picture: there may have
                // been others in between, and the terminal forgot what they
                // cut off.
                self.torn = true;
                self.hand_over(Msg::Resize(columns, rows));
            }
            _ => {}
        }
        Ok(())
    }

    fn key(&mut self, key: KeyEvent) -> io::Result<()> {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            match key.code {
                KeyCode::Char('c') => self.hand_over(Msg::Do(Command::Quit)),
                KeyCode::Char('z') => self.stop()?,
                KeyCode::Char('l') => self.torn = true,
                _ => {}
            }
            return Ok(());
        }
        if key.modifiers.contains(KeyModifiers::ALT) {
            return Ok(());
        }
        if let Some(msg) = message(self.app.place(), key.code) {
            self.hand_over(msg);
        }
        Ok(())
    }

    fn stop(&mut self) -> io::Result<()> {
        leave();
        let stopped = stop();
        self.watch.forget_stop();
        self.take_again()?;
        if !stopped {
            let words = "There is no shell to go back to; q quits.";
            self.hand_over(Msg::Remark(words.into()));
        }
        Ok(())
    }

    /// Takes the terminal once more, whoever had it meanwhile.
    fn take_again(&mut self) -> io::Result<()> {
        leave();
        self.torn = true;
        enter()
    }

    /// Makes the next picture a whole one. (`Terminal::clear` would ask the
    /// terminal where its cursor is, and not all of them answer.)
    fn paint_over(&mut self) -> io::Result<()> {
        let size = self.screen.size()?;
        self.screen.resize(Rect::from((Position::ORIGIN, size)))
    }

    fn draw(&mut self) -> io::Result<()> {
        queue!(self.screen.backend_mut(), BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.torn) {
            self.paint_over()?;
        }
        let app = &*self.app;
        let area = self.screen.draw(|frame| view(app, frame))?.area;
        queue!(self.screen.backend_mut(), EndSynchronizedUpdate)?;
        self.screen.backend_mut().flush()?;
        self.hand_over(Msg::Resize(area.width, area.height));
        Ok(())
    }
}

/// An event, if one is there.
fn next_event() -> io::Result<Option<Event>> {
    // At zero, crossterm wouldn't even look.
    let moment = Duration::from_millis(1);
    event::poll(moment)?.then(event::read).transpose()
}
