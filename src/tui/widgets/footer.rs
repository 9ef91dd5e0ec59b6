//! The keys at the bottom: those that matter always, the others where there
//! is room. Each is also a button for the mouse.

use crate::domain::Grade;
use crate::tui::keymap::{self, Command, Place, Row, Shown};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::wrap::width_of;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Puts the keys of a place, except those for which nothing can be done.
pub fn put(
    scene: &mut Scene,
    foot: Rect,
    place: Place,
    theme: &Theme,
    hint: impl Fn(&Row) -> Option<Hint>,
) {
    put_row(scene, row_of(foot, 0), place, Shown::First, theme, &hint);
    if foot.height > 2 {
        let last = row_of(foot, foot.height - 1);
        put_row(scene, last, place, Shown::Second, theme, &hint);
    }
}

/// The same on a tight page: both rows of keys, without air between them.
pub fn put_close(
    scene: &mut Scene,
    foot: Rect,
    place: Place,
    theme: &Theme,
    hint: impl Fn(&Row) -> Option<Hint>,
) {
    put_row(scene, row_of(foot, 0), place, Shown::First, theme, &hint);
    put_row(scene, row_of(foot, 1), place, Shown::Second, theme, &hint);
}

/// A key and what it does here, in two words.
pub type Hint = (String, String);

/// What the table says.
pub fn as_labelled(row: &Row) -> Option<Hint> {
    Some((row.key.to_owned(), row.label.to_owned()))
}

/// Puts the four grades with their dates, the chosen one standing out.
pub fn put_grades(scene: &mut Scene, foot: Rect, at: Grade, dates: &[String; 4], theme: &Theme) {
    let cell = foot.width / 4;
    for (i, grade) in Grade::ALL.into_iter().enumerate() {
        let x = foot.x + cell * u16::try_from(i).unwrap_or(0);
        let area = Rect::new(x, foot.y, cell, foot.height.min(2));
        let chosen = grade == at;
        let style = if chosen { theme.accent } else { theme.strong };
        let sign = if chosen { "▸" } else { " " };
        let name = Line::from(vec![
            Span::styled(format!("{sign}{} ", grade.number()), style),
            Span::styled(
                grade.label(),
                if chosen { theme.accent } else { theme.text },
            ),
        ]);
        let date = Line::from(Span::styled(format!(" {}", dates[i]), theme.dim));
        scene.put(area, vec![name, date]);
        scene.zone(area, Command::Grade(grade));
    }
    if foot.height > 2 {
        let last = row_of(foot, foot.height - 1);
        put_rows(
            scene,
            last,
            keymap::rows(Place::Back).filter(|r| r.shown != Shown::Help),
            theme,
            theme.dim,
            &as_labelled,
        );
    }
}

fn row_of(foot: Rect, n: u16) -> Rect {
    Rect::new(foot.x, foot.y + n, foot.width, 1).intersection(foot)
}

fn put_row(
    scene: &mut Scene,
    area: Rect,
    place: Place,
    shown: Shown,
    theme: &Theme,
    hint: &impl Fn(&Row) -> Option<Hint>,
) {
    let style = match shown {
        Shown::First => theme.accent,
        _ => theme.dim,
    };
    let rows = keymap::rows(place).filter(|r| r.shown == shown);
    put_rows(scene, area, rows, theme, style, hint);
}

fn put_rows(
    scene: &mut Scene,
    area: Rect,
    rows: impl Iterator<Item = &'static Row>,
    theme: &Theme,
    key_style: ratatui::style::Style,
    hint: &impl Fn(&Row) -> Option<Hint>,
) {
    let keys: Vec<(Hint, Command)> = rows.filter_map(|r| Some((hint(r)?, r.command))).collect();
    let wide = |gap: usize| {
        let each = keys.iter().map(|((k, l), _)| width_of(k) + 1 + width_of(l));
        each.sum::<usize>() + gap * keys.len().saturating_sub(1)
    };
    let room = usize::from(area.width);
    let gap = [4, 3, 2]
        .into_iter()
        .find(|g| wide(*g) <= room)
        .unwrap_or(2);
    let mut spans = Vec::new();
    let mut used = 0;
    for ((key, label), command) in keys {
        let width = width_of(&key) + 1 + width_of(&label);
        let lead = if used == 0 { 0 } else { gap };
        if used + lead + width > room {
            break;
        }
        let x = area.x + u16::try_from(used + lead).unwrap_or(0);
        let zone = Rect::new(x, area.y, u16::try_from(width).unwrap_or(0), 1);
        scene.zone(zone, command);
        spans.push(Span::raw(" ".repeat(lead)));
        spans.push(Span::styled(key, key_style));
        let text_style = if key_style == theme.dim {
            theme.dim
        } else {
            theme.text
        };
        spans.push(Span::styled(format!(" {label}"), text_style));
        used += lead + width;
    }
    scene.put(area, vec![Line::from(spans)]);
}
