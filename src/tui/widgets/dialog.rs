//! A small panel in the middle of the window, over what was there.

use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The widest content of a dialog in a window of that width.
pub fn inner_width(window: Rect) -> usize {
    usize::from(window.width.saturating_sub(8).min(56))
}

/// Covers the middle of the window and puts lines into a frame there. Returns
/// where the lines are.
pub fn put(
    scene: &mut Scene,
    window: Rect,
    title: &str,
    lines: Vec<Line<'static>>,
    theme: &Theme,
) -> Rect {
    let width = inner_width(window);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let height = rows.saturating_add(4).min(window.height);
    let outer = Rect::new(
        window.x + (window.width.saturating_sub(width as u16 + 6)) / 2,
        window.y + (window.height - height) / 3,
        (width as u16 + 6).min(window.width),
        height,
    );
    scene.cover(outer);
    scene.put(outer, frame(title, width, height, theme));
    let inner = Rect::new(
        outer.x + 3,
        outer.y + 2,
        width as u16,
        height.saturating_sub(4),
    );
    scene.put(inner, lines);
    inner
}

fn frame(title: &str, width: usize, height: u16, theme: &Theme) -> Vec<Line<'static>> {
    let inside = width + 4;
    let title = if title.is_empty() {
        String::new()
    } else {
        format!(" {title} ")
    };
    let rest = inside.saturating_sub(crate::tui::wrap::width_of(&title) + 1);
    let mut out = vec![Line::from(vec![
        Span::styled("╭─", theme.dim),
        Span::styled(title, theme.strong),
        Span::styled(format!("{}╮", "─".repeat(rest)), theme.dim),
    ])];
    for _ in 2..height {
        let blank = " ".repeat(inside);
        out.push(Line::from(Span::styled(format!("│{blank}│"), theme.dim)));
    }
    out.push(Line::from(Span::styled(
        format!("╰{}╯", "─".repeat(inside)),
        theme.dim,
    )));
    out
}
