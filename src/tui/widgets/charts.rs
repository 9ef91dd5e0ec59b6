//! Charts in characters: bars standing side by side, and a line with its band
//! over time. Shapes carry the meaning; colour only helps.

use crate::scheduling::readiness::Estimate;
use crate::tui::theme::Theme;
use crate::tui::wrap::width_of;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Cells for the labels of the upright axis, its line included.
pub const AXIS: usize = 7;

const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A grid of cells, drawn row by row.
struct Grid {
    cells: Vec<Vec<(char, Style)>>,
}

impl Grid {
    fn new(width: usize, rows: usize) -> Self {
        Self {
            cells: vec![vec![(' ', Style::new()); width]; rows],
        }
    }

    fn set(&mut self, x: usize, row: usize, sign: char, style: Style) {
        if let Some(cell) = self.cells.get_mut(row).and_then(|r| r.get_mut(x)) {
            *cell = (sign, style);
        }
    }

    fn lines(self, label: impl Fn(usize) -> String, theme: &Theme) -> Vec<Line<'static>> {
        let rows = self.cells.into_iter().enumerate();
        rows.map(|(row, cells)| {
            let text = label(row);
            let mut spans = vec![Span::styled(format!("{text:>5} │"), theme.dim)];
            for run in cells.chunk_by(|a, b| a.1 == b.1) {
                let text: String = run.iter().map(|c| c.0).collect();
                spans.push(Span::styled(text, run[0].1));
            }
            Line::from(spans)
        })
        .collect()
    }
}

/// Bars side by side, each `step` cells apart and `step - 1` wide (one at
/// least), with the level `mark` drawn across.
pub fn bars(
    values: &[f64],
    mark: f64,
    rows: usize,
    step: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let top = values.iter().copied().fold(mark, f64::max).max(1.0);
    let width = values.len() * step;
    let mut grid = Grid::new(width, rows);
    let level = row_of(mark, top, rows);
    for x in 0..width {
        grid.set(x, level, '┄', theme.dim);
    }
    for (i, value) in values.iter().enumerate() {
        let eighths = (value / top * (rows * 8) as f64).round() as usize;
        // Little is visible.
        let eighths = if *value > 0.0 { eighths.max(1) } else { 0 };
        for row in 0..rows {
            let here = eighths.saturating_sub((rows - 1 - row) * 8).min(8);
            if here > 0 {
                for x in i * step..i * step + (step - 1).max(1) {
                    grid.set(x, row, EIGHTHS[here], theme.line);
                }
            }
        }
    }
    let label = |row: usize| match row {
        _ if row == level => format!("{mark:.0}"),
        0 => format!("{top:.0}"),
        _ => String::new(),
    };
    grid.lines(label, theme)
}

/// The row whose upper edge a value reaches.
fn row_of(value: f64, top: f64, rows: usize) -> usize {
    let up = (value / top * rows as f64).ceil() as usize;
    rows - up.clamp(1, rows)
}

/// Something that happened, on a band chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// Where, from the left (0–1).
    pub at: f64,
    /// Share (0–1).
    pub share: f64,
}

/// Estimates from left to right with their ranges: `━` the expected share,
/// `░` the range, `◆` what really came. The level `mark` is drawn across.
/// `points` are (place from the left 0–1, estimate), in order.
pub fn band(
    points: &[(f64, Estimate)],
    dots: &[Dot],
    mark: Option<f64>,
    rows: usize,
    width: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let (low, high) = frame(points, dots, mark);
    let rows = rows.max(3);
    let row = |share: f64| {
        let up = (share - low) / (high - low) * (rows - 1) as f64;
        rows - 1 - (up.round().max(0.0) as usize).min(rows - 1)
    };
    let mut grid = Grid::new(width, rows);
    if let Some(mark) = mark {
        for x in 0..width {
            grid.set(x, row(mark), '┄', theme.dim);
        }
    }
    let last = width.saturating_sub(1).max(1) as f64;
    for x in 0..width {
        let Some(e) = at(points, x as f64 / last, 0.5 / last) else {
            continue;
        };
        for r in row(e.high)..=row(e.low) {
            grid.set(x, r, '░', theme.dim);
        }
        grid.set(x, row(e.expected), '━', theme.line);
    }
    for dot in dots {
        let x = (dot.at * last).round() as usize;
        grid.set(x, row(dot.share), '◆', theme.accent);
    }
    let marked = mark.map(row);
    let label = |r: usize| {
        let share = high - (high - low) * r as f64 / (rows - 1) as f64;
        match marked {
            _ if r == 0 || r == rows - 1 => format!("{:.0} %", share * 100.0),
            Some(m) if m == r => format!("{:.0} %", mark.unwrap_or(0.0) * 100.0),
            None if r == (rows - 1) / 2 => format!("{:.0} %", share * 100.0),
            _ => String::new(),
        }
    };
    grid.lines(label, theme)
}

/// Whole tenths around everything, never less than four of them.
fn frame(points: &[(f64, Estimate)], dots: &[Dot], mark: Option<f64>) -> (f64, f64) {
    let ends = points.iter().flat_map(|(_, e)| [e.low, e.high]);
    let all = ends.chain(dots.iter().map(|d| d.share)).chain(mark);
    let (low, high) = all.fold((1.0f64, 0.0f64), |(l, h), s| (l.min(s), h.max(s)));
    let low = ((low * 10.0).floor() / 10.0).clamp(0.0, 0.6);
    let high = ((high * 10.0).ceil() / 10.0).clamp(low + 0.4, 1.0);
    (low, high)
}

/// The estimate at a place, between its neighbours; none outside of them all.
fn at(points: &[(f64, Estimate)], x: f64, slack: f64) -> Option<Estimate> {
    let after = points.iter().position(|(p, _)| *p >= x);
    match after {
        Some(0) => (points[0].0 - x <= slack).then_some(points[0].1),
        Some(i) => {
            let ((x0, a), (x1, b)) = (points[i - 1], points[i]);
            let t = if x1 > x0 { (x - x0) / (x1 - x0) } else { 0.0 };
            let mix = |a: f64, b: f64| a + t * (b - a);
            Some(Estimate {
                expected: mix(a.expected, b.expected),
                low: mix(a.low, b.low),
                high: mix(a.high, b.high),
            })
        }
        None => {
            let (p, e) = points.last()?;
            (x - p <= slack).then_some(*e)
        }
    }
}

/// What each column of a row stands for, where so many things share `width`
/// columns.
pub fn columns<T>(things: &[T], width: usize) -> impl Iterator<Item = &T> {
    let (last, end) = (
        things.len().saturating_sub(1),
        width.saturating_sub(1).max(1),
    );
    (0..width).filter_map(move |x| things.get(x * last / end))
}

/// One row of bars from the first value to the last, to stand under a band.
pub fn load(label: &str, values: &[f64], width: usize, theme: &Theme) -> Line<'static> {
    let most = values.iter().copied().fold(1.0, f64::max);
    let eighths = |value: &f64| (value / most * 8.0).round() as usize;
    let bars = columns(values, width).map(|v| EIGHTHS[eighths(v).min(8)]);
    Line::from(vec![
        Span::styled(format!("{label:>5} │"), theme.dim),
        Span::styled(bars.collect::<String>(), theme.line),
    ])
}

/// What the ends of a chart stand for.
pub fn axis(from: &str, to: &str, width: usize, theme: &Theme) -> Line<'static> {
    let gap = width.saturating_sub(width_of(from) + width_of(to)).max(1);
    let (lead, gap) = (" ".repeat(AXIS), " ".repeat(gap));
    Line::from(Span::styled(format!("{lead}{from}{gap}{to}"), theme.dim))
}

/// A share on a line from 0 to 1: `━` up to the low end of its range, `╌` to
/// the high end, `─` beyond.
pub fn share_bar(e: &Estimate, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    let cell = |share: f64| ((share * width as f64).round() as usize).min(width);
    let (low, high) = (cell(e.low), cell(e.high).max(cell(e.low)));
    vec![
        Span::styled("━".repeat(low), theme.line),
        Span::styled("╌".repeat(high - low), theme.line),
        Span::styled("─".repeat(width - high), theme.dim),
    ]
}

/// A range from 0 to 1 with what really came: `━` the range, `◆` the result.
pub fn strip(e: &Estimate, result: f64, width: usize, theme: &Theme) -> Vec<Span<'static>> {
    let last = width.saturating_sub(1);
    let cell = |share: f64| ((share * last as f64).round() as usize).min(last);
    let (low, high, here) = (cell(e.low), cell(e.high), cell(result));
    (0..width)
        .map(|x| match x {
            _ if x == here => Span::styled("◆", theme.accent),
            _ if (low..=high).contains(&x) => Span::styled("━", theme.line),
            _ => Span::styled("·", theme.dim),
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn drawn(lines: Vec<Line<'static>>) -> String {
        let rows = lines.iter().map(|l| l.to_string().trim_end().to_owned());
        rows.collect::<Vec<_>>().join("\n")
    }

    fn e(low: f64, expected: f64, high: f64) -> Estimate {
        Estimate {
            expected,
            low,
            high,
        }
    }

    #[test]
    fn bars_stand_on_the_ground_and_little_is_visible() {
        let lines = bars(&[0.0, 0.1, 10.0, 20.0, 30.0], 20.0, 3, 2, &Theme::plain());
        insta::assert_snapshot!(drawn(lines), @r"
   30 │        █
   20 │┄┄┄┄┄┄█┄█┄
      │  ▁ █ █ █
");
    }

    #[test]
    fn a_band_narrows_and_results_lie_on_it() {
        let points = [(0.0, e(0.3, 0.5, 0.7)), (1.0, e(0.65, 0.7, 0.75))];
        let dots = [Dot {
            at: 0.5,
            share: 0.8,
        }];
        let lines = band(&points, &dots, Some(0.71), 5, 21, &Theme::plain());
        insta::assert_snapshot!(drawn(lines), @r"
 80 % │          ◆    ░░░░░░
 71 % │░░░░░░░░░░░░━━━━━━━━━
      │━━━━━━━━━━━━░░░░░░
      │░░░░░░░░░░░
 30 % │░░░░
");
    }

    #[test]
    fn a_load_and_an_axis_stand_under_a_band() {
        let plain = Theme::plain();
        let load = load("min", &[0.0, 10.0, 20.0], 6, &plain);
        let axis = axis("today", "3 Jan", 12, &plain);
        insta::assert_snapshot!(drawn(vec![load, axis]), @r"
  min │   ▄▄█
       today  3 Jan
");
    }

    #[test]
    fn nothing_is_drawn_where_nothing_is_known() {
        let points = [(0.4, e(0.3, 0.5, 0.7)), (0.6, e(0.3, 0.5, 0.7))];
        let lines = band(&points, &[], None, 4, 11, &Theme::plain());
        let row = lines[2].to_string();
        assert_eq!(row.chars().skip(AXIS).filter(|c| *c == ' ').count(), 8);
        assert_eq!(band(&[], &[], None, 4, 5, &Theme::plain()).len(), 4);
    }

    #[test]
    fn shares_fill_their_width() {
        let text = |spans: Vec<Span<'static>>| Line::from(spans).to_string();
        let plain = Theme::plain();
        assert_eq!(text(share_bar(&e(0.2, 0.4, 0.6), 10, &plain)), "━━╌╌╌╌────");
        assert_eq!(
            text(strip(&e(0.2, 0.4, 0.6), 0.9, 11, &plain)),
            "··━━━━━··◆·"
        );
    }
}
