//! Small tables: columns where they fit, else one row as a short list.

use super::theme::Theme;
use super::wrap::{Run, wrap};
use pulldown_cmark::Alignment;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Below this a column is no longer readable.
const NARROWEST: usize = 8;
const GAP: usize = 2;

/// A table while it is being read.
pub(super) struct Table {
    alignments: Vec<Alignment>,
    rows: Vec<Vec<Vec<Run>>>,
}

impl Table {
    pub(super) fn new(alignments: Vec<Alignment>) -> Self {
        Self {
            alignments,
            rows: Vec::new(),
        }
    }

    /// Begins a row; the first is the head.
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
    }

    pub(super) fn cell(&mut self, mut runs: Vec<Run>) {
        if self.rows.len() == 1 {
            for run in &mut runs {
                run.style = run.style.add_modifier(Modifier::BOLD);
            }
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(runs);
        }
    }

    pub(super) fn lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        match self.columns(width) {
            Some(columns) => self.as_columns(&columns, theme),
            None => self.as_list(width, theme),
        }
    }

    /// Column widths: natural if they fit, else the widest give way.
    fn columns(&self, width: usize) -> Option<Vec<usize>> {
        let count = self.alignments.len();
        let natural = |i: usize| {
            let cells = self.rows.iter().filter_map(|r| r.get(i));
            cells.map(|c| width_of_runs(c)).max().unwrap_or(0).max(1)
        };
        let mut widths: Vec<usize> = (0..count).map(natural).collect();
        let room = width.checked_sub(GAP * count.saturating_sub(1))?;
        while widths.iter().sum::<usize>() > room {
            let widest = widths.iter_mut().max()?;
            if *widest <= NARROWEST {
                return None;
            }
            *widest -= 1;
        }
        Some(widths)
    }

    fn as_columns(&self, columns: &[usize], theme: &Theme) -> Vec<Line<'static>> {
        let mut out = Vec::new();
        for (r, row) in self.rows.iter().enumerate() {
            let empty = Vec::new();
            let cells: Vec<Vec<Line<'static>>> = columns
                .iter()
                .enumerate()
                .map(|(i, w)| wrap(row.get(i).unwrap_or(&empty), *w))
                .collect();
            let height = cells.iter().map(Vec::len).max().unwrap_or(0);
            for y in 0..height {
                out.push(self.row_line(columns, &cells, y));
            }
            if r == 0 {
                let total = columns.iter().sum::<usize>() + GAP * columns.len().saturating_sub(1);
                out.push(Line::from(Span::styled("─".repeat(total), theme.dim)));
            }
        }
        out
    }

    fn row_line(&self, columns: &[usize], cells: &[Vec<Line<'static>>], y: usize) -> Line<'static> {
        let mut spans: Vec<Span<'static>> = Vec::new();
        for (i, width) in columns.iter().enumerate() {
            let line = cells[i].get(y).cloned().unwrap_or_default();
            let spare = width.saturating_sub(line.width());
            let left = match self.alignments.get(i) {
                _ if line.width() == 0 => 0,
                Some(Alignment::Right) => spare,
                Some(Alignment::Center) => spare / 2,
                _ => 0,
            };
            let gap = if i + 1 < columns.len() { GAP } else { 0 };
            spans.push(Span::raw(" ".repeat(left)));
            spans.extend(line.spans);
            if gap > 0 {
                spans.push(Span::raw(" ".repeat(spare - left + gap)));
            }
        }
        spans.retain(|s| !s.content.is_empty());
        while spans.last().is_some_and(|s| s.content.trim().is_empty()) {
            spans.pop();
        }
        Line::from(spans)
    }

    fn as_list(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let Some((head, rows)) = self.rows.split_first() else {
            return Vec::new();
        };
        let mut out = Vec::new();
        for row in rows {
            if !out.is_empty() {
                out.push(Line::default());
            }
            for (i, cell) in row.iter().enumerate() {
                let mut runs = head.get(i).cloned().unwrap_or_default();
                if !runs.is_empty() {
                    runs.push(Run::new(": ", theme.dim));
                }
                runs.extend(cell.iter().cloned());
                out.extend(wrap(&runs, width));
            }
        }
        out
    }
}

fn width_of_runs(runs: &[Run]) -> usize {
    let spans = runs.iter().map(|r| Span::styled(&*r.text, Style::new()));
    Line::from(spans.collect::<Vec<_>>()).width()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::Text;
    use crate::tui::markdown::render;

    const TABLE: &str = "| Mode | Starts | Cost |\n|---|:-:|--:|\n| File | after the download | 1 |\n| **Pipe** | at once | 12 |\n";

    fn shown(width: usize) -> String {
        let lines = render(&Text::new(TABLE), width, &Theme::plain());
        let lines: Vec<String> = lines.iter().map(Line::to_string).collect();
        lines.join("\n")
    }

    #[test]
    fn columns_are_as_wide_as_they_must_be() {
        insta::assert_snapshot!(shown(60), @r"
        Mode        Starts        Cost
        ──────────────────────────────
        File  after the download     1
        Pipe       at once          12
        ");
    }

    #[test]
    fn the_widest_column_gives_way_first() {
        insta::assert_snapshot!(shown(26), @r"
        Mode      Starts      Cost
        ──────────────────────────
        File    after the        1
                 download
        Pipe     at once        12
        ");
    }

    #[test]
    fn what_does_not_fit_becomes_a_list() {
        insta::assert_snapshot!(shown(16), @r"
        Mode: File
        Starts: after
        the download
        Cost: 1

        Mode: Pipe
        Starts: at once
        Cost: 12
        ");
    }
}
