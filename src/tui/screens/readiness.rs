//! Readiness as the first screen shows it: one calm block, with its range and
//! its reasons.

use super::labelled;
use crate::session::ready::Ready;
use crate::session::ready::words::range;
use crate::tui::reckoning::{Excuse, Reckoned};
use crate::tui::theme::Theme;
use crate::tui::widgets::charts::share_bar;
use crate::tui::work::Work;
use crate::tui::wrap::{elide, width_of};
use ratatui::text::{Line, Span};

/// Cells of a range at the end of a bar: `58–76 %`, with air.
const RANGE: usize = 9;

/// What is expected, and how it changed. Two rows where the window is wide,
/// known or not.
pub(super) fn lines(reckoned: Reckoned<'_>, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let Some(r) = reckoned.ready else {
        let words = match reckoned.excuse(Work::Ready) {
            Excuse::Soon => "working it out …",
            Excuse::Never => "this can't be worked out now",
        };
        let mut lines = labelled("Ready", words, width, theme);
        lines.push(Line::default());
        return lines;
    };
    let mut lines = labelled("Ready", &r.headline(), width, theme);
    let change = reckoned.past.and_then(|past| r.change(past));
    let said: Vec<String> = r.on_scale().into_iter().chain(change).collect();
    let second = match said.is_empty() {
        true if !r.says_something() => r.caveat().unwrap_or_default(),
        _ => said.join(" · "),
    };
    lines.extend(labelled("", &second, width, theme));
    lines
}

/// A bar a domain: sure, likely, the rest.
pub(super) fn bars(r: &Ready, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let label = label_width(r.domains.iter().map(|d| d.title.as_str()), width);
    let room = width.saturating_sub(label + 2 + RANGE);
    let bar = |d: &crate::session::ready::Domain| {
        let e = r.of_domain(d);
        let mut spans = name(&d.title, label, theme);
        spans.extend(share_bar(&e, room, theme));
        spans.push(Span::styled(format!("{:>RANGE$}", range(&e)), theme.dim));
        Line::from(spans)
    };
    r.domains.iter().map(bar).collect()
}

/// The same before anything is known.
pub(super) fn empty_bars<'a>(
    labels: impl Iterator<Item = &'a str> + Clone,
    width: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let label = label_width(labels.clone(), width);
    let room = width.saturating_sub(label + 2 + RANGE);
    let bar = |text: &str| {
        let mut spans = name(text, label, theme);
        spans.push(Span::styled("─".repeat(room), theme.dim));
        Line::from(spans)
    };
    labels.map(bar).collect()
}

/// What raises it most, and why it is vague.
pub(super) fn advice(r: &Ready, width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let said = r.advice().into_iter().chain(r.caveat());
    let mut lines = Vec::new();
    for (i, text) in said.enumerate() {
        let label = if i == 0 { "Next" } else { "" };
        lines.extend(labelled(label, &text, width, theme));
    }
    lines
}

/// What the parts of a bar mean.
pub(super) fn legend(theme: &Theme) -> Line<'static> {
    Line::from(vec![
        Span::styled("━", theme.accent),
        Span::styled(" as good as sure   ", theme.dim),
        Span::styled("╌", theme.accent),
        Span::styled(" likely: four times in five it ends here", theme.dim),
    ])
}

fn label_width<'a>(labels: impl Iterator<Item = &'a str>, width: usize) -> usize {
    labels.map(width_of).max().unwrap_or(0).min(width / 2)
}

fn name(text: &str, label: usize, theme: &Theme) -> Vec<Span<'static>> {
    let text = elide(text, label);
    let pad = " ".repeat(label.saturating_sub(width_of(&text)) + 2);
    vec![Span::styled(text, theme.text), Span::raw(pad)]
}
