//! A body that scrolls when it must, and says so.

use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Puts lines into `area`, scrolled down by `offset` (clamped). Returns the
/// words that say what is out of sight.
pub fn put(
    scene: &mut Scene,
    area: Rect,
    lines: Vec<Line<'static>>,
    offset: u16,
    theme: &Theme,
) -> Line<'static> {
    let total = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let max = total.saturating_sub(area.height);
    let offset = offset.min(max);
    let seen = lines
        .into_iter()
        .skip(usize::from(offset))
        .take(usize::from(area.height));
    scene.put(area, seen.collect::<Vec<_>>());
    scene.offset = offset;
    scene.max_scroll = max;
    scene.viewport = area.height;
    hint(offset, max - offset, theme)
}

fn hint(above: u16, below: u16, theme: &Theme) -> Line<'static> {
    let words = match (above, below) {
        (0, 0) => return Line::default(),
        (_, 0) => format!("↑ {above} above"),
        (0, _) => format!("↓ {below} more"),
        _ => format!("↑ {above}  ↓ {below} more"),
    };
    Line::from(Span::styled(words, theme.line))
}
