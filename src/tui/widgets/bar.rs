//! A labelled bar: what is known, what is being learnt, what is new.

use crate::tui::theme::Theme;
use crate::tui::wrap::{elide, width_of};
use ratatui::text::{Line, Span};

/// Cards in three parts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bar {
    /// What it is about.
    pub label: String,
    /// Cards known.
    pub known: u32,
    /// Cards seen, but not known.
    pub learning: u32,
    /// All cards.
    pub all: u32,
}

impl Bar {
    /// The bar as one line: label, bar, share known in percent.
    pub fn line(&self, label_width: usize, width: usize, theme: &Theme) -> Line<'static> {
        let label = elide(&self.label, label_width);
        let pad = " ".repeat(label_width.saturating_sub(width_of(&label)) + 2);
        let room = width.saturating_sub(label_width + 2 + 6);
        let (known, learning) = self.cells(room);
        let percent = if self.all == 0 {
            0
        } else {
            (f64::from(self.known) * 100.0 / f64::from(self.all)).floor() as u32
        };
        Line::from(vec![
            Span::styled(label, theme.text),
            Span::raw(pad),
            Span::styled("━".repeat(known), theme.line),
            Span::styled("╌".repeat(learning), theme.line),
            Span::styled("─".repeat(room - known - learning), theme.dim),
            Span::styled(format!("{percent:>4} %"), theme.dim),
        ])
    }

    /// Cells for known and learning: nothing that exists is invisible, and
    /// only what is complete looks complete.
    fn cells(&self, room: usize) -> (usize, usize) {
        if self.all == 0 || room == 0 {
            return (0, 0);
        }
        let share = |n: u32| {
            let exact = f64::from(n) / f64::from(self.all) * room as f64;
            match n {
                0 => 0,
                _ if n == self.all => room,
                _ => (exact.round() as usize).clamp(1, room.saturating_sub(1).max(1)),
            }
        };
        let known = share(self.known);
        (known, share(self.learning).min(room - known))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn shown(known: u32, learning: u32, all: u32) -> String {
        let bar = Bar {
            label: "Modelling".into(),
            known,
            learning,
            all,
        };
        bar.line(10, 28, &Theme::plain()).to_string()
    }

    #[test]
    fn little_is_visible_and_almost_is_not_all() {
        assert_eq!(shown(0, 0, 100), "Modelling   ──────────   0 %");
        assert_eq!(shown(1, 1, 1000), "Modelling   ━╌────────   0 %");
        assert_eq!(shown(999, 1, 1000), "Modelling   ━━━━━━━━━╌  99 %");
        assert_eq!(shown(7, 0, 7), "Modelling   ━━━━━━━━━━ 100 %");
        assert_eq!(shown(0, 0, 0), "Modelling   ──────────   0 %");
    }
}
