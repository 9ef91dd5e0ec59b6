//! NOT SAVED: what happened, and what to do about it.

use super::prose;
use crate::domain::{Happening, Text};
use crate::tui::keymap::Place;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::sheet;
use ratatui::text::{Line, Span};

/// Something that could not be recorded; the screen stays where it was.
#[derive(Debug)]
pub struct Unsaved {
    /// What would have been recorded.
    pub what: Happening,
    /// Why it could not be.
    pub reason: Text,
}

impl Unsaved {
    /// The sheet over whatever is there.
    pub fn paint(&self, scene: &mut Scene, page: &Page, theme: &Theme) {
        let width = usize::from(page.body.width);
        let mut lines = prose(self.reason.one_line(), theme.text, width);
        lines.push(Line::default());
        let advice = "Everything before this is safe. Mend the cause (free some space, say), \
                      then try again.";
        lines.extend(prose(advice, theme.dim, width));
        let title = Span::styled(" NOT SAVED ", theme.alarm);
        sheet::put(scene, page, title, lines, Place::Unsaved, theme);
    }
}
