//! How earlier forecasts did: morning by morning, and against papers.

use super::super::prose;
use super::{Figures, excuse, legend};
use crate::session::past::{Check, Fell, Past};
use crate::session::ready::About;
use crate::session::ready::words::{percent, range};
use crate::tui::theme::Theme;
use crate::tui::widgets::charts::{self, Dot, band, strip};
use crate::tui::work::Work;
use ratatui::text::{Line, Span};

/// Rows of the chart.
const ROWS: usize = 6;
/// Cells of a strip.
const STRIP: usize = 24;

pub(super) fn lines(f: &Figures<'_>) -> Vec<Line<'static>> {
    let theme = f.theme;
    let Some(past) = f.reckoned.past else {
        return excuse(f, Work::Past);
    };
    let mut lines = Vec::new();
    if let Some(told) = &past.exam {
        lines.extend(prose(told.in_words(), theme.strong, f.width));
    }
    if past.readings.is_empty() && lines.is_empty() {
        let text = "Nothing to look back on yet: tomorrow this page says what was expected today.";
        return prose(text, theme.text, f.width);
    }
    lines.extend(prose(past.in_words(), theme.text, f.width));
    if past.readings.is_empty() {
        return lines;
    }
    lines.push(Line::default());
    lines.extend(chart(past, f));
    let exam = f.reckoned.ready.is_none_or(|r| r.about.is_exam());
    let what = match f.reckoned.ready.map(|r| r.about) {
        Some(About::ExamDay) | None => "expected for exam day",
        Some(About::ExamToday) => "expected that day",
        Some(About::HeldThen) => "of these cards held on the goal's day",
        Some(About::HeldNow) => "of these cards held",
    };
    let mut signs = vec![("━", what), ("░", "its range")];
    if !past.checks.is_empty() && exam {
        signs.push(("◆", "a paper's result"));
    }
    lines.extend(legend(&signs, f.width, theme));
    if !past.checks.is_empty() {
        lines.push(Line::default());
        lines.extend(past.checks.iter().rev().map(|c| row(c, f.width, theme)));
    }
    lines
}

fn chart(past: &Past, f: &Figures<'_>) -> Vec<Line<'static>> {
    let (Some(first), Some(last)) = (past.readings.first(), past.readings.last()) else {
        return Vec::new();
    };
    let theme = f.theme;
    let exam = f.reckoned.ready.is_none_or(|r| r.about.is_exam());
    let span = f64::from((last.dawn - first.dawn).max(1));
    let at = |day: crate::domain::Day| f64::from(day - first.dawn) / span;
    let points: Vec<_> = (past.readings.iter())
        .map(|r| (at(r.dawn), if exam { r.exam } else { r.cards }))
        .collect();
    let dots: Vec<Dot> = (past.checks.iter())
        .map(|c| Dot {
            at: at(c.day),
            share: c.share(),
        })
        .collect();
    let mark = exam.then_some(crate::exam::score::PASS_LINE);
    let width = f.width.saturating_sub(charts::AXIS);
    let mut lines = band(&points, &dots, mark, ROWS, width, theme);
    let from = first.dawn.short();
    let to = last.dawn.short();
    lines.push(charts::axis(&from, &to, width, theme));
    lines
}

fn row(c: &Check, width: usize, theme: &Theme) -> Line<'static> {
    let date = c.day.short();
    let mut spans = vec![
        Span::styled(format!("{date:<8}"), theme.dim),
        Span::styled(format!("{:>8}  ", range(&c.forecast)), theme.text),
    ];
    if width >= 60 {
        spans.extend(strip(&c.forecast, c.share(), STRIP, theme));
        spans.push(Span::raw("  "));
    }
    let fell = match c.fell() {
        Fell::Inside => "inside",
        Fell::Below => "below",
        Fell::Above => "above",
    };
    let result = format!("{} of {} = {} %  ", c.right, c.of, percent(c.share()));
    spans.push(Span::styled(result, theme.text));
    let style = match c.fell() {
        Fell::Inside => theme.dim,
        _ => theme.strong,
    };
    spans.push(Span::styled(fell, style));
    Line::from(spans)
}
