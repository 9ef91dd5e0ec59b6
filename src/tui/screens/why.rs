//! The small panel that says why this card comes now.

use super::prose;
use crate::domain::Day;
use crate::session::why::sentences;
use crate::tui::keymap::Place;
use crate::tui::known::Known;
use crate::tui::scene::Scene;
use crate::tui::screens::study::Table;
use crate::tui::theme::Theme;
use crate::tui::widgets::dialog;
use crate::tui::widgets::footer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The panel.
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

    /// The panel over whatever is there.
    pub fn paint(&self, scene: &mut Scene, window: Rect, theme: &Theme) {
        let width = dialog::inner_width(window);
        let mut lines = Vec::new();
        for sentence in &self.sentences {
            lines.extend(prose(sentence, theme.text, width));
        }
        lines.push(Line::default());
        lines.extend(prose(&self.card, theme.dim, width));
        lines.push(Line::default());
        lines.push(Line::from(Span::raw("")));
        let inner = dialog::put(scene, window, "Why this card", lines, theme);
        let last = Rect::new(inner.x, inner.bottom().saturating_sub(1), inner.width, 1);
        footer::put(scene, last, Place::Why, theme, |row| {
            (row.key == "Esc").then(|| row.label.into())
        });
    }
}
