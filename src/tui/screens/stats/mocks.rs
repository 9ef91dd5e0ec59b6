//! Papers one after the other, and why answers were wrong.

use super::super::prose;
use super::{Figures, legend};
use crate::exam::chart::line_chart;
use crate::exam::score::PASS_LINE;
use crate::session::stats::papers::{Sat, in_words};
use crate::tui::theme::Theme;
use ratatui::text::{Line, Span};

/// Columns between two papers on the chart.
const STEP: usize = 6;
/// Papers listed by name.
const LISTED: usize = 6;

pub(super) fn lines(f: &Figures<'_>) -> Vec<Line<'static>> {
    let theme = f.theme;
    let papers = &f.stats.papers;
    let mut lines = prose(in_words(papers), theme.text, f.width);
    let whole: Vec<&Sat> = papers.iter().filter(|p| p.whole).collect();
    if whole.len() > 1 {
        let most = f.width.saturating_sub(8) / STEP + 1;
        let shown = &whole[whole.len().saturating_sub(most)..];
        let shares: Vec<f64> = shown.iter().map(|p| p.share()).collect();
        lines.push(Line::default());
        let rows = f.height.saturating_sub(8).clamp(4, 8);
        let chart = line_chart(&shares, PASS_LINE, rows, STEP);
        lines.extend(
            chart
                .into_iter()
                .map(|r| Line::from(Span::styled(r, theme.line))),
        );
        let dates = shown.iter().map(|p| {
            let date = p.day.date().strftime("%-d/%-m").to_string();
            format!("{date:<STEP$}")
        });
        let dates: String = dates.collect();
        lines.push(Line::from(Span::styled(
            format!("      {}", dates.trim_end()),
            theme.dim,
        )));
        let sense = format!("about where a pass lies ({:.0} %)", PASS_LINE * 100.0);
        lines.extend(legend(&[("┄", &sense)], f.width, theme));
    }
    if !papers.is_empty() {
        lines.extend(
            papers
                .iter()
                .rev()
                .take(LISTED)
                .map(|p| row(p, f.width, theme)),
        );
    }
    lines.push(Line::default());
    lines.extend(prose(f.stats.misses.in_words(), theme.text, f.width));
    lines
}

fn row(p: &Sat, width: usize, theme: &Theme) -> Line<'static> {
    let date = p.day.date().strftime("%a %-d %b").to_string();
    let mut what = Vec::new();
    if p.practice {
        what.push("practice");
    }
    if !p.whole {
        what.push("part of the exam");
    }
    let first = match p.first_sight {
        (_, 0) => String::new(),
        (right, of) => format!("at first sight {right} of {of}"),
    };
    let mut tail = what.join(", ");
    if width >= 60 && !first.is_empty() {
        tail = match tail.is_empty() {
            true => first,
            false => format!("{first}, {tail}"),
        };
    }
    Line::from(vec![
        Span::styled(format!("{date:<12}"), theme.dim),
        Span::styled(format!("{:>3} of {:<3}", p.right, p.of), theme.text),
        Span::styled(
            format!("  range {:.0}–{:.0} %", p.low * 100.0, p.high * 100.0),
            theme.text,
        ),
        Span::styled(format!("   {tail}"), theme.dim),
    ])
}
