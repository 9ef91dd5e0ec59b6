//! The sheet that says why this card comes now.

use super::prose;
use crate::tui::keymap::Place;
use crate::tui::scene::Scene;
use crate::tui::screens::study::Table;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::sheet;
use ratatui::text::{Line, Span};

/// The sheet.
#[derive(Debug)]
pub struct Why {
    sentences: Vec<String>,
    card: String,
    /// Rows scrolled down.
    pub scroll: u16,
}

impl Why {
    /// What was known when the card was put on the table.
    pub fn of(table: &Table) -> Self {
        Self {
            sentences: table.why.clone(),
            card: table.showing.card.to_string(),
            scroll: 0,
        }
    }

    /// The sheet over whatever is there.
    pub fn paint(&self, scene: &mut Scene, page: &Page, theme: &Theme) {
        let width = usize::from(page.body.width);
        let mut lines = Vec::new();
        for sentence in &self.sentences {
            lines.extend(prose(sentence, theme.text, width));
        }
        lines.push(Line::default());
        lines.extend(prose(&self.card, theme.dim, width));
        let title = Span::styled("Why this card", theme.strong);
        sheet::put_at(scene, page, title, lines, self.scroll, Place::Why, theme);
    }
}
