//! Goal and theme: exam date, minutes a day, colours.

use crate::session::goal_text::long_date;
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
    /// The exam's day.
    ExamDate,
    /// Minutes a study day.
    Minutes,
    /// Colours.
    Theme,
}

impl Setting {
    /// All, in the order shown.
    pub const ALL: [Setting; 3] = [Setting::ExamDate, Setting::Minutes, Setting::Theme];
}

/// The settings screen.
#[derive(Debug, Default)]
pub struct Settings {
    /// The row that the cursor is on.
    pub at: usize,
}

impl Settings {
    /// The setting that the cursor is on.
    pub fn setting(&self) -> Setting {
        Setting::ALL[self.at.min(Setting::ALL.len() - 1)]
    }

    /// The scene.
    pub fn paint(
        &self,
        scene: &mut Scene,
        page: &Page,
        known: &Known,
        choice: ThemeChoice,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        page.put_head(
            scene,
            Line::from(Span::styled("Goal and theme", theme.accent)),
            Line::default(),
        );
        page.put_rule(scene, 0.0, theme);
        let date = known.goal().and_then(|g| g.date);
        let minutes = crate::session::today::minutes(&known.progress);
        let values = [
            ("Exam", date.map_or("not booked".into(), long_date)),
            ("A day", format!("{minutes} minutes")),
            (
                "Theme",
                format!("‹ {} ›  {}", choice.name(), choice.describe()),
            ),
        ];
        let mut lines = vec![Line::default()];
        for (i, (label, value)) in values.into_iter().enumerate() {
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
                Span::styled(format!("{label:<8}"), theme.dim),
                Span::styled(value, if on { theme.accent } else { theme.text }),
            ]));
            if page.body.height >= 9 {
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
