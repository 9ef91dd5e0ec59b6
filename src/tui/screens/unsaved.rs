//! NOT SAVED: what happened, and what to do about it.

use super::prose;
use crate::domain::{Happening, Text};
use crate::tui::keymap::{Place, Shown};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::dialog;
use crate::tui::widgets::footer;
use ratatui::layout::Rect;
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
    /// The dialog over whatever is there.
    pub fn paint(&self, scene: &mut Scene, window: Rect, theme: &Theme) {
        let width = dialog::inner_width(window);
        let mut lines = vec![
            Line::from(Span::styled(" NOT SAVED ", theme.alarm)),
            Line::default(),
        ];
        lines.extend(prose(self.reason.one_line(), theme.text, width));
        lines.push(Line::default());
        let advice = "Nothing before this is lost. Mend the cause (free some space, \
                      say), then try again.";
        lines.extend(prose(advice, theme.dim, width));
        lines.push(Line::default());
        lines.push(Line::default());
        let inner = dialog::put(scene, window, "", lines, theme);
        let last = Rect::new(inner.x, inner.bottom().saturating_sub(1), inner.width, 1);
        footer::put(scene, last, Place::Unsaved, theme, |row| {
            (row.shown == Shown::First).then(|| row.label.into())
        });
    }
}
