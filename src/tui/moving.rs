//! Moving about: scrolling what is long, the cursor among options and
//! settings, the grade that stands out.

use super::app::{App, Effect, Over, Screen};
use super::keymap::{Command, Place};
use super::screens::settings::Setting;

impl App {
    pub(super) fn horizontal(&mut self, forward: bool) -> Vec<Effect> {
        match &mut self.screen {
            Screen::Settings(s) if s.setting() == Setting::Theme => self.change_theme(forward),
            Screen::Settings(s) if s.setting() == Setting::SecondLook => {
                self.change_second_look(forward)
            }
            Screen::Browse(_) => self.other_card(forward),
            Screen::Stats(stats) => {
                stats.turn(forward);
                Vec::new()
            }
            Screen::Study(table) => {
                table.other_grade(forward);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    pub(super) fn vertical(&mut self, down: bool) -> Vec<Effect> {
        match (&self.over, &mut self.screen) {
            (Some(Over::Adding(_)), _) => {
                if let Some(Over::Adding(form)) = &mut self.over {
                    form.step(down);
                }
            }
            (None, Screen::Settings(settings)) => {
                let last = settings.rows().len().saturating_sub(1);
                settings.at = if down {
                    (settings.at + 1).min(last)
                } else {
                    settings.at.saturating_sub(1)
                };
            }
            (None, Screen::Study(table)) if table.place() == Place::Choosing => {
                let scene = self.scene(self.window());
                if let Screen::Study(table) = &mut self.screen {
                    table.move_cursor(down, &scene);
                }
            }
            _ => self.scroll_by(if down { 1 } else { -1 }),
        }
        Vec::new()
    }

    pub(super) fn page(&mut self, command: Command) {
        let scene = self.scene(self.window());
        let page = i32::from(scene.viewport.saturating_sub(1).max(1));
        self.scroll_by(match command {
            Command::PageUp => -page,
            Command::PageDown => page,
            Command::Top => -i32::from(u16::MAX),
            _ => i32::from(u16::MAX),
        });
    }

    pub(super) fn scroll_by(&mut self, rows: i32) {
        if self.in_list() {
            return self.go_in_list(rows);
        }
        let scene = self.scene(self.window());
        let to = (i32::from(scene.offset) + rows).clamp(0, i32::from(scene.max_scroll));
        let to = u16::try_from(to).unwrap_or(0);
        match (&mut self.over, &mut self.screen) {
            (Some(Over::Help(help)), _) => help.scroll = to,
            (Some(Over::Why(why)), _) => why.scroll = to,
            (Some(Over::Care(sheet)), _) => sheet.scroll_to(to),
            (Some(_), _) => {}
            (None, Screen::Study(table)) => table.scroll = Some(to),
            (None, Screen::Home(home)) => home.scroll = to,
            (None, Screen::Stats(stats)) => stats.scroll = to,
            (None, Screen::Browse(browse)) => {
                if let Some(view) = &mut browse.open {
                    view.scroll = to;
                }
            }
            (None, _) => {}
        }
    }

    /// Brings the option under the cursor into sight.
    pub(super) fn show_cursor(&mut self) {
        let scene = self.scene(self.window());
        if let Screen::Study(table) = &mut self.screen {
            table.show_cursor(&scene);
        }
    }
}
