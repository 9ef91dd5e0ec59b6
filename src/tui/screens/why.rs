//! The sheet that says why this card comes now.

use super::prose;
use crate::domain::Day;
use crate::session::why::sentences;
use crate::tui::keymap::Place;
use crate::tui::known::Known;
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
}

impl Why {
    /// Asks the session.
    pub fn of(table: &Table, known: &Known, day: Day) -> Self {
        let card = &table.showing.card;
        let tier = known.catalogue.entry(table.ix).tier;
        Self {
            sentences: sentences(table.showing.why, known.progress.card(card), tier, day),
            card: card.to_string(),
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
        sheet::put(scene, page, title, lines, Place::Why, theme);
    }
}
