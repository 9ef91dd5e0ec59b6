//! A screen as data: lines at places, and what a click on a place means.
//!
//! Screens build scenes without a terminal, so that size and mouse are tested
//! like any other function. Drawing uses only `Paragraph`, `Text`, `Line` and
//! `Span`: the other widgets panic at a height of zero.

use super::keymap::Command;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::Paragraph;

/// What a screen shows.
#[derive(Debug, Default)]
pub struct Scene {
    parts: Vec<(Rect, Vec<Line<'static>>)>,
    zones: Vec<(Rect, Command)>,
    /// How far the body is scrolled.
    pub offset: u16,
    /// How far it can be.
    pub max_scroll: u16,
    /// Rows of the body that are seen at once.
    pub viewport: u16,
    /// Of options to choose from: first row and the row after the last, in
    /// the unscrolled body.
    pub options: Vec<(u16, u16)>,
}

impl Scene {
    /// Puts lines at a place; what doesn't fit is cut off.
    pub fn put(&mut self, area: Rect, lines: impl Into<Vec<Line<'static>>>) {
        let lines = lines.into();
        if area.height > 0 && area.width > 0 && !lines.is_empty() {
            self.parts.push((area, lines));
        }
    }

    /// A click inside `area` means `command`; later zones lie on top.
    pub fn zone(&mut self, area: Rect, command: Command) {
        self.zones.push((area, command));
    }

    /// Covers a place, with everything on it, for something on top.
    pub fn cover(&mut self, area: Rect) {
        let blank = Line::from(" ".repeat(usize::from(area.width)));
        self.put(area, vec![blank; usize::from(area.height)]);
        self.zones.clear();
    }

    /// What a click there means.
    pub fn hit(&self, x: u16, y: u16) -> Option<Command> {
        let at = Position::new(x, y);
        let zone = self.zones.iter().rev().find(|(area, _)| area.contains(at));
        zone.map(|(_, command)| *command)
    }

    /// Draws it; whatever lies outside of the frame is left out.
    pub fn draw(self, frame: &mut Frame<'_>) {
        let screen = frame.area();
        for (area, lines) in self.parts {
            let area = area.intersection(screen);
            if !area.is_empty() {
                frame.render_widget(Paragraph::new(Text::from(lines)), area);
            }
        }
    }
}
