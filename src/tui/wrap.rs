//! Wrapping styled text to a width in terminal cells.
//!
//! Our own, because ratatui's wrapping knows neither hanging indents nor how
//! many lines came of it, and scrolling needs both.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A stretch of text in one style; `\n` breaks the line.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Its style.
    pub style: Style,
}

impl Run {
    /// Text in a style.
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self {
            text: text.into(),
            style,
        }
    }
}

/// Cells that a string takes on a terminal.
pub fn width_of(s: &str) -> usize {
    UnicodeWidthStr::width(s)
}

/// Cuts to at most `width` cells, with `…` where something was cut off.
pub fn elide(s: &str, width: usize) -> String {
    if width_of(s) <= width {
        return s.to_owned();
    }
    let mut out = String::new();
    let mut used = 0;
    for g in s.graphemes(true) {
        let w = width_of(g);
        if used + w + 1 > width {
            break;
        }
        used += w;
        out.push_str(g);
    }
    if width > 0 {
        let kept = out.trim_end().len();
        out.truncate(kept);
        out.push('…');
    }
    out
}

#[derive(Clone, Copy)]
struct Cell<'a> {
    text: &'a str,
    style: Style,
    width: usize,
}

/// Wraps runs to `width` cells: at spaces, after wide characters, else after
/// `/`, `-`, `_` and the like, else anywhere. Never yields a wider line, save
/// for a single grapheme wider than `width`.
pub fn wrap(runs: &[Run], width: usize) -> Vec<Line<'static>> {
    let width = width.max(1);
    let mut out = Vec::new();
    let mut line: Vec<Cell<'_>> = Vec::new();
    let mut used = 0;
    for run in runs {
        for text in run.text.graphemes(true) {
            if text == "\n" || text == "\r\n" {
                out.push(finish(&line));
                line.clear();
                used = 0;
                continue;
            }
            let cell = Cell {
                text,
                style: run.style,
                width: width_of(text),
            };
            let continued = line.is_empty() && !out.is_empty();
            if text == " " && (continued || used + 1 > width) {
                if used + 1 > width {
                    out.push(finish(&line));
                    line.clear();
                    used = 0;
                }
                continue;
            }
            while used + cell.width > width && !line.is_empty() {
                let rest = line.split_off(break_point(&line));
                out.push(finish(&line));
                line = rest;
                used = line.iter().map(|c| c.width).sum();
            }
            used += cell.width;
            line.push(cell);
        }
    }
    if !line.is_empty() || out.is_empty() {
        out.push(finish(&line));
    }
    out
}

/// Where an overfull line is best cut: the count of cells that stay.
fn break_point(line: &[Cell<'_>]) -> usize {
    let after = |wanted: fn(&Cell<'_>) -> bool| line.iter().rposition(wanted).map(|i| i + 1);
    after(|c| c.text == " " || c.width > 1)
        // Half a line is worth keeping together; less is a ragged hole.
        .or_else(|| {
            after(|c| matches!(c.text, "/" | "-" | "_" | "," | "." | ":" | "="))
                .filter(|&at| at * 2 >= line.len())
        })
        .unwrap_or(line.len())
}

fn finish(cells: &[Cell<'_>]) -> Line<'static> {
    let end = cells
        .iter()
        .rposition(|c| c.text != " ")
        .map_or(0, |i| i + 1);
    let mut spans: Vec<Span<'static>> = Vec::new();
    for cell in &cells[..end] {
        match spans.last_mut() {
            Some(last) if last.style == cell.style => last.content.to_mut().push_str(cell.text),
            _ => spans.push(Span::styled(cell.text.to_owned(), cell.style)),
        }
    }
    Line::from(spans)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plain(text: &str, width: usize) -> Vec<String> {
        let runs = [Run::new(text, Style::new())];
        wrap(&runs, width).iter().map(Line::to_string).collect()
    }

    #[test]
    fn breaks_at_spaces_and_drops_them() {
        assert_eq!(plain("one two  three", 7), ["one two", "three"]);
        assert_eq!(plain("one two", 3), ["one", "two"]);
        assert_eq!(plain("", 5), [""]);
        assert_eq!(plain("a\n\nb", 5), ["a", "", "b"]);
    }

    #[test]
    fn long_words_break_where_it_reads_best() {
        assert_eq!(
            plain("s3://bucket/prefix/name", 12),
            ["s3://bucket/", "prefix/name"]
        );
        assert_eq!(plain("abcdefghij", 4), ["abcd", "efgh", "ij"]);
    }

    #[test]
    fn wide_characters_count_two_cells() {
        assert_eq!(plain("日本語の文章", 5), ["日本", "語の", "文章"]);
        assert_eq!(plain("👩‍🔬👩‍🔬", 2), ["👩‍🔬", "👩‍🔬"]);
        // Wider than the whole width: it still comes out, once.
        assert_eq!(plain("日", 1), ["日"]);
    }

    #[test]
    fn eliding_never_exceeds_the_width() {
        assert_eq!(elide("Machine learning", 9), "Machine…");
        assert_eq!(elide("short", 5), "short");
        assert_eq!(elide("日本語", 4), "日…");
        assert_eq!(elide("abc", 0), "");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(
            text in "[a-zA-Z日é👩/ \\-\n]{0,120}",
            width in 2usize..30,
        ) {
            let lines = plain(&text, width);
            let squeeze = |s: &str| s.split_whitespace().collect::<String>();
            prop_assert_eq!(squeeze(&lines.concat()), squeeze(&text));
            for line in lines {
                prop_assert!(width_of(&line) <= width, "{:?}", line);
            }
        }
    }
}
