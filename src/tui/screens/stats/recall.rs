//! Predicted recall against what came, a line for each height of prediction.

use super::super::prose;
use super::{Figures, legend};
use crate::session::stats::recall::{Bin, Verdict};
use crate::tui::theme::Theme;
use ratatui::text::{Line, Span};

/// Cells of the numbers: predicted, recalled, answers, with air.
const NUMBERS: usize = 10 + 8 + 8 + 5;
/// Cells of the words at the end.
const WORDS: usize = 20;

pub(super) fn lines(f: &Figures<'_>) -> Vec<Line<'static>> {
    let r = &f.stats.recall;
    let theme = f.theme;
    let mut lines = prose(r.in_words(), theme.text, f.width);
    if r.answers == 0 {
        let text = "Cards answered today come back tomorrow or later; then predictions can be \
                    checked.";
        lines.extend(prose(text, theme.dim, f.width));
        return lines;
    }
    lines.push(Line::default());
    let words = f.width >= 60;
    let bar = f
        .width
        .saturating_sub(NUMBERS + if words { WORDS } else { 2 });
    let bar = bar.clamp(8, 30);
    let pad = " ".repeat(bar - 7);
    let head = format!("predicted   mean  recalled{pad}   answers");
    lines.push(Line::from(Span::styled(head, theme.dim)));
    for bin in r.bins.iter().rev() {
        lines.push(row(bin, bar, words, theme));
    }
    lines.push(Line::default());
    let signs = [("━", "recalled"), ("┃", "where it was predicted")];
    lines.extend(legend(&signs, f.width, theme));
    if let (Some(brier), Some(base)) = (r.brier, r.base_rate) {
        let text =
            format!("Brier {brier:.3}, lower is better; always guessing the mean: {base:.3}.");
        lines.extend(prose(text, theme.dim, f.width));
    }
    lines
}

fn row(bin: &Bin, bar: usize, words: bool, theme: &Theme) -> Line<'static> {
    let label = match bin.from {
        0.0 => format!("under {:.0}", bin.to * 100.0),
        from => format!("{:.0}–{:.0}", from * 100.0, bin.to * 100.0),
    };
    let percent = |share: f64| match bin.answers {
        0 => "–".to_owned(),
        _ => format!("{:.0} %", share * 100.0),
    };
    let cell = |share: f64| ((share * bar as f64).round() as usize).min(bar);
    let (full, mark) = (cell(bin.recalled), cell(bin.predicted).min(bar - 1));
    let mut spans = vec![
        Span::styled(format!("{label:<10}"), theme.text),
        Span::styled(format!("{:>6}", percent(bin.predicted)), theme.dim),
        Span::raw("  "),
    ];
    for x in 0..bar {
        spans.push(match x {
            _ if bin.answers > 0 && x == mark => Span::styled("┃", theme.strong),
            _ if x < full => Span::styled("━", theme.line),
            _ => Span::styled("─", theme.dim),
        });
    }
    spans.push(Span::styled(
        format!("{:>6}", percent(bin.recalled)),
        theme.text,
    ));
    spans.push(Span::styled(format!("{:>6}", bin.answers), theme.dim));
    let verdict = bin.verdict();
    let text = match (verdict, words) {
        (_, true) if bin.answers == 0 => String::new(),
        (v, true) => format!("  {}", v.in_words()),
        (Verdict::TooHopeful, false) => " ↓".into(),
        (Verdict::TooTimid, false) => " ↑".into(),
        _ => String::new(),
    };
    let style = match verdict {
        Verdict::TooHopeful | Verdict::TooTimid => theme.strong,
        _ => theme.dim,
    };
    spans.push(Span::styled(text, style));
    Line::from(spans)
}
