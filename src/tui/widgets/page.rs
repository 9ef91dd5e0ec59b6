//! The page: one centred column with a head, a rule, a body, a remark and a
//! foot, always in the same rows, so that nothing jumps between cards.

use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::wrap::{elide, width_of};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The smallest window that a page fits into: columns and rows.
pub const SMALLEST: (u16, u16) = (40, 12);

/// Wider lines are hard to read.
const WIDEST: u16 = 76;
/// Higher pages send the eye from one end of the window to the other.
const HIGHEST: u16 = 34;

/// Where things go on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// One row: where we are, and how much is left.
    pub head: Rect,
    /// One row: the rule that also shows progress.
    pub rule: Rect,
    /// The content.
    pub body: Rect,
    /// One row: what just happened, or what is asked for.
    pub remark: Rect,
    /// Two rows or more: the keys.
    pub foot: Rect,
}

impl Page {
    /// The page of a window; none if the window is too small for it.
    pub fn of(window: Rect) -> Option<Self> {
        if window.width < SMALLEST.0 || window.height < SMALLEST.1 {
            return None;
        }
        let margin = ((window.width - 36) / 7).max(1);
        let width = (window.width - 2 * margin).min(WIDEST);
        let height = window.height.min(HIGHEST);
        let x = window.x + (window.width - width) / 2;
        let mut top = window.y + (window.height - height) / 3;
        let mut bottom = top + height;
        if height >= 20 {
            top += 1;
        }
        if height >= 22 {
            bottom -= 1;
        }
        let rows = |y: u16, n: u16| Rect::new(x, y, width, n);
        let foot_rows = match height {
            ..15 => 2,
            15..26 => 3,
            _ => 4,
        };
        let foot = rows(bottom - foot_rows, foot_rows);
        let remark = rows(foot.y - 1 - u16::from(height >= 24), 1);
        let body_top = top + 2 + u16::from(height >= 14);
        let body_end = remark.y - u16::from(height >= 18);
        Some(Self {
            head: rows(top, 1),
            rule: rows(top + 1, 1),
            body: rows(body_top, body_end.saturating_sub(body_top)),
            remark,
            foot,
        })
    }

    /// The same page without its blank rows, for a body that needs them. Head,
    /// rule and the last row stay where they are; the keys are put close.
    pub fn tight(&self) -> Self {
        let width = self.body.width;
        let rows = self.foot.height.min(2);
        let foot = Rect::new(self.foot.x, self.foot.bottom() - rows, width, rows);
        let remark = Rect::new(self.remark.x, foot.y - 1, width, 1);
        let top = self.rule.bottom();
        Self {
            body: Rect::new(self.body.x, top, width, remark.y - top),
            remark,
            foot,
            ..*self
        }
    }

    /// Puts the head: something left, something right; the left gives way.
    pub fn put_head(&self, scene: &mut Scene, left: Line<'static>, right: Line<'static>) {
        let line = spread(left, right, usize::from(self.head.width));
        scene.put(self.head, vec![line]);
    }

    /// Puts the remark: words left, what is out of sight right.
    pub fn put_remark(&self, scene: &mut Scene, words: &str, hint: Line<'static>, theme: &Theme) {
        let left = Line::from(Span::styled(words.to_owned(), theme.text));
        scene.put(
            self.remark,
            vec![spread(left, hint, usize::from(self.remark.width))],
        );
    }

    /// Puts the rule; a share (0–1) of it is filled.
    pub fn put_rule(&self, scene: &mut Scene, filled: f64, theme: &Theme) {
        scene.put(
            self.rule,
            vec![rule(usize::from(self.rule.width), filled, theme)],
        );
    }
}

/// A rule of which a share (0–1) is heavy.
pub fn rule(width: usize, filled: f64, theme: &Theme) -> Line<'static> {
    let share = if filled.is_finite() {
        filled.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let heavy = (share * width as f64).round() as usize;
    Line::from(vec![
        Span::styled("━".repeat(heavy), theme.line),
        Span::styled("─".repeat(width - heavy), theme.dim),
    ])
}

/// One line with something at both ends; the left gives way when it is tight.
pub fn spread(left: Line<'static>, right: Line<'static>, width: usize) -> Line<'static> {
    let room = width.saturating_sub(right.width() + 2);
    let mut spans = Vec::new();
    let mut used = 0;
    for span in left.spans {
        let text = elide(&span.content, room.saturating_sub(used));
        used += width_of(&text);
        spans.push(Span::styled(text, span.style));
    }
    let gap = width.saturating_sub(used + right.width());
    spans.push(Span::raw(" ".repeat(gap)));
    spans.extend(right.spans);
    Line::from(spans)
}

/// The whole window when it is too small for anything.
pub fn too_small(window: Rect) -> Scene {
    let mut scene = Scene::default();
    let (columns, rows) = SMALLEST;
    let words = [
        "This window is too small.".to_owned(),
        format!("Cramless needs {columns}×{rows}; this is"),
        format!(
            "{}×{}. Enlarge it, or q quits.",
            window.width, window.height
        ),
    ];
    let lines: Vec<_> = words.into_iter().map(Line::from).collect();
    let y = window.y + window.height.saturating_sub(3) / 2;
    scene.put(
        Rect::new(window.x, y, window.width, window.height.min(3)),
        lines,
    );
    scene
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_page_fills_its_window_without_overlap() {
        for width in 40..160 {
            for height in 12..70 {
                let p = Page::of(Rect::new(0, 0, width, height)).unwrap();
                assert_eq!(p.rule.y, p.head.bottom());
                assert!(p.body.y >= p.rule.bottom());
                assert!(p.body.height >= 7, "{width}×{height}: {p:?}");
                assert!(p.remark.y >= p.body.bottom());
                assert!(p.foot.y >= p.remark.bottom());
                assert!(p.foot.bottom() <= height);
                assert!(p.head.width >= 38 && p.head.right() < width);
                let t = p.tight();
                assert_eq!((t.head, t.rule), (p.head, p.rule));
                assert_eq!(t.foot.bottom(), p.foot.bottom());
                assert_eq!(t.body.y, t.rule.bottom());
                assert_eq!(t.remark.y, t.body.bottom());
                assert_eq!(t.foot.y, t.remark.bottom());
                assert!(t.body.height >= p.body.height);
                assert_eq!(t.tight(), t);
            }
        }
        assert_eq!(Page::of(Rect::new(0, 0, 39, 40)), None);
        assert_eq!(Page::of(Rect::new(0, 0, 80, 11)), None);
    }

    #[test]
    fn the_right_end_stays_where_it_is() {
        let line = spread(
            Line::from("A very long title of a deck"),
            Line::from("12 min left"),
            30,
        );
        assert_eq!(line.to_string(), "A very long titl…  12 min left");
        assert_eq!(line.width(), 30);
    }
}
