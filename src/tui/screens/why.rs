//! The sheet that says why this card comes now.

use super::prose;
use crate::session::why::Worth;
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
    worth: Option<Worth>,
    card: String,
    /// Rows scrolled down.
    pub scroll: u16,
}

impl Why {
    /// What was known when the card was put on the table.
    pub fn of(table: &Table) -> Self {
        Self {
            sentences: table.why.clone(),
            worth: table.worth,
            card: table.showing.card.to_string(),
            scroll: 0,
        }
    }

    /// The sheet over whatever is there.
    pub fn paint(&self, scene: &mut Scene, page: &Page, theme: &Theme) {
        let width = usize::from(page.body.width);
        let mut lines = Vec::new();
        let mut sentences = self.sentences.iter();
        for sentence in sentences.by_ref().take(1) {
            lines.extend(prose(sentence, theme.text, width));
        }
        if let Some(w) = &self.worth {
            lines.push(Line::default());
            lines.extend(in_numbers(w, width, theme));
            lines.push(Line::default());
        }
        let rest: Vec<&str> = sentences.map(String::as_str).collect();
        if !rest.is_empty() {
            lines.extend(prose(rest.join(" "), theme.text, width));
        }
        lines.extend(prose(&self.card, theme.dim, width));
        let title = Span::styled("Why this card", theme.strong);
        sheet::put_at(scene, page, title, lines, self.scroll, Place::Why, theme);
    }
}

/// Cells of a bar's label and of its percentage.
const LABEL: usize = 24;
const PERCENT: usize = 8;
/// More points an hour than this are a small deck's, and no news.
const NO_NEWS: f64 = 30.0;

/// Three bars and a sentence.
fn in_numbers(w: &Worth, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let day = w.on.short();
    let on = if w.exam { "exam day".to_owned() } else { day };
    let bar = |label: String, share: f64| {
        let room = width.saturating_sub(LABEL + PERCENT);
        let full = ((share * room as f64).round() as usize).min(room);
        Line::from(vec![
            Span::styled(format!("{label:<LABEL$}"), theme.text),
            Span::styled("━".repeat(full), theme.line),
            Span::styled("─".repeat(room - full), theme.dim),
            Span::styled(format!("  ≈{:>3.0} %", share * 100.0), theme.text),
        ])
    };
    let now = if w.new {
        "Recall now, unseen"
    } else {
        "Recall now"
    };
    let mut lines = vec![
        bar(now.into(), w.now),
        bar(format!("{on}, left alone"), w.left),
        bar(format!("{on}, reviewed now"), w.reviewed),
    ];
    let weight = match w.weight {
        x if x >= 1.15 => format!("counts {x:.1} times as much as the average card"),
        x if x <= 0.85 => format!("counts {x:.1} of the average card"),
        _ => "counts as much as the average card".into(),
    };
    let mut text = format!("It takes about {:.0} seconds and {weight}", w.seconds);
    if w.hour < NO_NEWS {
        text.push_str(&format!("; an hour at this rate: ≈ +{:.1} points", w.hour));
    }
    text.push('.');
    lines.extend(prose(text, theme.text, width));
    lines
}
