//! A sheet over the lower part of the page: a titled rule, some lines, and
//! the keys that count until it is closed. What is above stays readable.

use super::footer;
use super::page::{Page, spread};
use super::scroll;
use crate::tui::keymap::Place;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::wrap::width_of;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Rows besides the lines: title, air, air, keys.
const AROUND: u16 = 4;

/// Covers the lower part of the page with lines and the keys of `place`.
pub fn put(
    scene: &mut Scene,
    page: &Page,
    title: Span<'static>,
    lines: Vec<Line<'static>>,
    place: Place,
    theme: &Theme,
) {
    put_at(scene, page, title, lines, 0, place, theme);
}

/// The same, scrolled down by `offset` rows (clamped) if not all fits.
pub fn put_at(
    scene: &mut Scene,
    page: &Page,
    title: Span<'static>,
    lines: Vec<Line<'static>>,
    offset: u16,
    place: Place,
    theme: &Theme,
) {
    let bottom = page.foot.bottom();
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    // Where the body begins on a page with room, so that sheets of about the
    // same height have their title in the same row.
    let usual = page.body.y + page.body.height / 2;
    let top = bottom
        .saturating_sub(rows.saturating_add(AROUND))
        .min(usual)
        .max(page.rule.bottom());
    let x = page.body.x;
    let width = page.body.width;
    let area = Rect::new(x, top, width, bottom.saturating_sub(top));
    let above = top.saturating_sub(1).max(page.rule.bottom());
    scene.cover(Rect::new(x, above, width, bottom.saturating_sub(above)));
    let rest = usize::from(width).saturating_sub(4 + width_of(&title.content));
    let head = vec![
        Span::styled("── ", theme.line),
        title,
        Span::styled(format!(" {}", "─".repeat(rest)), theme.line),
    ];
    scene.put(Rect::new(x, top, width, 1), vec![Line::from(head)]);
    let room = Rect::new(x, top + 2, width, area.height.saturating_sub(AROUND));
    let hint = scroll::put(scene, room, lines, offset, theme);
    if scene.max_scroll > 0 {
        let line = spread(Line::default(), hint, usize::from(width));
        scene.put(Rect::new(x, bottom.saturating_sub(2), width, 1), vec![line]);
    }
    let last = Rect::new(x, bottom.saturating_sub(1), width, 1);
    footer::put(scene, last, place, theme, footer::as_labelled);
}
