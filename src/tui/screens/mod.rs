//! One file a screen: what it holds and the scene it makes.

pub mod adding;
pub mod browse;
pub mod card_view;
pub mod care_sheets;
pub mod flashcard;
pub mod goal;
pub mod help;
pub mod home;
mod mock_options;
pub mod mock_paper;
pub mod mock_papers;
pub mod mock_report;
pub mod mock_review;
pub mod mock_setup;
pub mod mock_sheets;
pub mod question;
mod readiness;
pub mod settings;
pub mod stats;
pub mod study;
pub mod summary;
pub mod unsaved;
pub mod why;

use super::theme::Theme;
use super::wrap::{Run, wrap};
use crate::domain::Day;
use ratatui::style::Style;
use ratatui::text::Line;

/// A day near enough to name: `tomorrow`, `≈ 24 Nov`, `≈ Sep 2027`.
pub(super) fn near_date(day: Day, today: Day) -> String {
    match day - today {
        ..=0 => "today".into(),
        1 => "tomorrow".into(),
        2..=300 => format!("≈ {}", day.short()),
        _ => format!("≈ {}", day.date().strftime("%b %Y")),
    }
}

/// Prose in one style, wrapped.
pub(super) fn prose(text: impl Into<String>, style: Style, width: usize) -> Vec<Line<'static>> {
    wrap(&[Run::new(text, style)], width)
}

/// A dim label and what it is about, wrapped with a hanging indent.
pub(super) fn labelled(label: &str, text: &str, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let indent = LABEL.min(width / 2);
    let rows = prose(text, theme.text, width.saturating_sub(indent));
    let mut out = Vec::new();
    for (i, row) in rows.into_iter().enumerate() {
        let head = if i == 0 { label } else { "" };
        let mut spans = vec![ratatui::text::Span::styled(
            format!("{head:<indent$}"),
            theme.dim,
        )];
        spans.extend(row.spans);
        out.push(Line::from(spans));
    }
    out
}

/// Cells for a label.
const LABEL: usize = 11;
