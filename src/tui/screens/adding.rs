//! The form in which a card of one's own is written: front, back, topic.

use super::prose;
use crate::session::own::NewCard;
use crate::tui::keymap::Place;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{sheet, typing};
use ratatui::text::{Line, Span};

/// Characters of a field at most.
const LONGEST: usize = 2_000;
const LABELS: [&str; 3] = ["Front", "Back", "Topic"];
/// Cells for a label.
const LABEL: usize = 7;

/// The form.
#[derive(Debug, Default)]
pub struct Adding {
    fields: [String; 3],
    /// The field that is typed into.
    at: usize,
    error: Option<&'static str>,
}

impl Adding {
    /// An empty form, with a topic that was used before.
    pub fn new(topic: &str) -> Self {
        Self {
            fields: [String::new(), String::new(), topic.to_owned()],
            ..Self::default()
        }
    }

    /// Something was typed or pasted.
    pub fn type_in(&mut self, text: &str) {
        self.error = None;
        typing::type_in(&mut self.fields[self.at], text, LONGEST);
    }

    /// Backspace.
    pub fn erase(&mut self) {
        self.error = None;
        typing::erase(&mut self.fields[self.at]);
    }

    /// Another field.
    pub fn step(&mut self, down: bool) {
        let last = self.fields.len() - 1;
        self.at = match down {
            true => (self.at + 1).min(last),
            false => self.at.saturating_sub(1),
        };
    }

    /// Enter: the next field, or from the last one the card. If something is
    /// missing, its field comes back.
    pub fn confirm(&mut self) -> Option<NewCard> {
        if self.at + 1 < self.fields.len() {
            self.step(true);
            return None;
        }
        let [front, back, topic] = self.fields.clone();
        let card = NewCard { front, back, topic };
        self.error = card.lacks();
        if self.error.is_none() {
            return Some(card);
        }
        self.at = usize::from(!card.front.trim().is_empty());
        None
    }

    /// The form over whatever is there.
    pub fn paint(&self, scene: &mut Scene, page: &Page, theme: &Theme) {
        let width = usize::from(page.body.width);
        let mut lines = Vec::new();
        for (i, (label, field)) in LABELS.iter().zip(&self.fields).enumerate() {
            lines.push(self.line(i, label, field, width, theme));
        }
        lines.push(Line::default());
        let words = self.error.unwrap_or(match self.at {
            0 => "What shall be asked?",
            1 => "The answer.",
            _ => "What it is about; may stay empty. Enter adds the card.",
        });
        lines.extend(prose(words, theme.dim, width));
        let title = Span::styled("A card of your own", theme.strong);
        sheet::put(scene, page, title, lines, Place::Adding, theme);
    }

    fn line(
        &self,
        i: usize,
        label: &str,
        field: &str,
        width: usize,
        theme: &Theme,
    ) -> Line<'static> {
        let here = i == self.at;
        let room = width.saturating_sub(LABEL + 4);
        // The end of what is typed is what matters; of the others the start.
        let shown = match here {
            true => typing::end_of(field, room).to_owned(),
            false => crate::tui::wrap::elide(field, room),
        };
        let style = if here { theme.accent } else { theme.dim };
        let mut spans = vec![
            Span::styled(if here { "› " } else { "  " }, theme.accent),
            Span::styled(format!("{label:<LABEL$}"), style),
            Span::styled(shown, if here { theme.strong } else { theme.text }),
        ];
        if here {
            spans.push(Span::styled("▏", theme.accent));
        }
        Line::from(spans)
    }
}
