//! Settings: how the exam went, its date, minutes a day, days off, second look,
//! colours.

use crate::domain::Day;
use crate::session::days_off::DaysOff;
use crate::session::goal::{is_told, passed_by};
use crate::session::goal_text::long_date;
use crate::storage::config::SecondLook;
use crate::tui::keymap::{Command, Place};
use crate::tui::known::Known;
use crate::tui::scene::Scene;
use crate::tui::theme::{Theme, ThemeChoice};
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// A setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// How the exam went, once its day is past.
    Result,
    /// The exam's day.
    ExamDate,
    /// Minutes a study day.
    Minutes,
    /// Days without study.
    DaysOff,
    /// When failed cards are looked at once more.
    SecondLook,
    /// Colours.
    Theme,
}

/// The settings screen.
#[derive(Debug)]
pub struct Settings {
    /// The row that the cursor is on.
    pub at: usize,
    rows: Vec<Setting>,
    today: Day,
}

impl Settings {
    /// The setting that the cursor is on.
    pub fn setting(&self) -> Setting {
        let row = self.rows.get(self.at).or(self.rows.last());
        row.copied().unwrap_or(Setting::Theme)
    }

    /// The settings there are now.
    pub fn of(known: &Known, today: Day) -> Self {
        let mut out = Self {
            at: 0,
            rows: Vec::new(),
            today,
        };
        out.look(known, today);
        out
    }

    /// Brings the rows up to date.
    pub fn look(&mut self, known: &Known, today: Day) {
        let progress = &known.progress;
        let past = passed_by(progress, today).is_some() && !is_told(progress);
        self.rows = past.then_some(Setting::Result).into_iter().collect();
        self.rows.extend([
            Setting::ExamDate,
            Setting::Minutes,
            Setting::DaysOff,
            Setting::SecondLook,
            Setting::Theme,
        ]);
        self.at = self.at.min(self.rows.len() - 1);
        self.today = today;
    }

    /// The rows in order.
    pub fn rows(&self) -> &[Setting] {
        &self.rows
    }

    fn value(
        &self,
        setting: Setting,
        known: &Known,
        look: SecondLook,
        choice: ThemeChoice,
    ) -> String {
        let goal = known.goal();
        match setting {
            Setting::Result => "is past: how did it go?".into(),
            Setting::ExamDate => match goal {
                Some(goal) if goal.exam.is_none() && goal.date.is_none() => {
                    "none: knowledge only".into()
                }
                _ => goal
                    .and_then(|g| g.date)
                    .map_or("not booked".into(), long_date),
            },
            Setting::Minutes => {
                let minutes = crate::session::today::minutes(&known.progress);
                format!("{minutes} minutes")
            }
            Setting::DaysOff => {
                let off = goal.map(DaysOff::of).unwrap_or_default();
                off.words(self.today)
            }
            Setting::SecondLook => match look {
                SecondLook::End => "‹ end ›  failed cards once more at the end".into(),
                SecondLook::Soon => "‹ soon ›  failed cards after a few others".into(),
                SecondLook::Never => "‹ never ›  not on the same day".into(),
            },
            Setting::Theme => format!("‹ {} ›  {}", choice.name(), choice.describe()),
        }
    }

    /// The scene.
    pub fn paint(
        &self,
        scene: &mut Scene,
        page: &Page,
        known: &Known,
        (look, choice): (SecondLook, ThemeChoice),
        remark: Option<&str>,
        theme: &Theme,
    ) {
        page.put_head(
            scene,
            Line::from(Span::styled("Settings", theme.accent)),
            Line::default(),
        );
        page.put_rule(scene, 0.0, theme);
        let mut lines = vec![Line::default()];
        for (i, setting) in self.rows.iter().enumerate() {
            let value = self.value(*setting, known, look, choice);
            let label = match setting {
                Setting::Result => "Exam day",
                Setting::ExamDate => "Exam",
                Setting::Minutes => "A day",
                Setting::DaysOff => "Days off",
                Setting::SecondLook => "Second look",
                Setting::Theme => "Theme",
            };
            let on = i == self.at;
            let y = page
                .body
                .y
                .saturating_add(u16::try_from(lines.len()).unwrap_or(0));
            let area = Rect::new(page.body.x, y, page.body.width, 1).intersection(page.body);
            if on {
                scene.zone(area, Command::Confirm);
            } else {
                let toward = if i < self.at {
                    Command::Up
                } else {
                    Command::Down
                };
                scene.zone(area, toward);
            }
            lines.push(Line::from(vec![
                Span::styled(if on { "▸ " } else { "  " }, theme.accent),
                Span::styled(format!("{label:<12}"), theme.dim),
                Span::styled(value, if on { theme.accent } else { theme.text }),
            ]));
            if usize::from(page.body.height) > 2 * self.rows.len() {
                lines.push(Line::default());
            }
        }
        let hint = scroll::put(scene, page.body, lines, 0, theme);
        page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
        footer::put(
            scene,
            page.foot,
            Place::Settings,
            theme,
            footer::as_labelled,
        );
    }
}
