//! The calendar and the minutes of each day.

use super::super::prose;
use super::{Figures, legend};
use crate::domain::Day;
use crate::session::stats::days::{Calendar, Kind, Level, OneDay};
use crate::tui::theme::Theme;
use crate::tui::widgets::charts;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// Cells for a weekday's name.
const NAME: usize = 5;
/// The widest cell of a day: two digits, a space, the sign twice, air.
const WIDEST: usize = 7;
/// From this width on a cell has the day's number.
const NUMBERED: usize = 5;

/// The calendar: a column a week.
pub(super) fn calendar(f: &Figures<'_>) -> Vec<Line<'static>> {
    let c = &f.stats.calendar;
    let theme = f.theme;
    let mut lines = prose(c.in_words(), theme.text, f.width);
    // Air goes first when it is tight.
    let tight = f.height < lines.len() + 11;
    if !tight {
        lines.push(Line::default());
    }
    let (weeks, cell) = weeks(c, f.width.saturating_sub(NAME));
    lines.push(months(&weeks, cell, theme));
    for (weekday, name) in WEEKDAYS.iter().enumerate() {
        let mut spans = vec![Span::styled(format!("{name:<NAME$}"), theme.dim)];
        for monday in &weeks {
            let day = *monday + i32::try_from(weekday).unwrap_or(0);
            let found = c.days.iter().find(|d| d.day == day);
            spans.extend(day_cell(found, c, cell, theme));
        }
        lines.push(Line::from(spans));
    }
    if !tight {
        lines.push(Line::default());
    }
    lines.extend(legend(&signs(c), f.width, theme));
    lines
}

/// The Mondays of the weeks that fit, and the cells a day gets.
fn weeks(c: &Calendar, room: usize) -> (Vec<Day>, usize) {
    let monday = |day: Day| day + -i32::from(day.weekday());
    let (Some(first), Some(last)) = (c.days.first(), c.days.last()) else {
        return (Vec::new(), 1);
    };
    let (first, last) = (monday(first.day), monday(last.day));
    let all = usize::try_from((last - first) / 7 + 1).unwrap_or(1);
    let cell = (room / all).clamp(1, WIDEST);
    let most = (room / cell).max(1);
    // Where not all fit, a third of what does is the past.
    let third = i32::try_from(most / 3).unwrap_or(0);
    let first = if all > most {
        let wanted = monday(c.today) + -7 * third;
        let latest = last + -7 * (i32::try_from(most).unwrap_or(1) - 1);
        wanted.min(latest).max(first)
    } else {
        first
    };
    let n = i32::try_from(all.min(most)).unwrap_or(1);
    ((0..n).map(|i| first + 7 * i).collect(), cell)
}

/// The months' names over the weeks in which they begin.
fn months(weeks: &[Day], cell: usize, theme: &Theme) -> Line<'static> {
    let mut text = " ".repeat(NAME);
    let mut last = None;
    for (i, monday) in weeks.iter().enumerate() {
        let month = (*monday + 6).date().strftime("%b").to_string();
        let at = NAME + i * cell;
        let free = text.chars().count();
        if last.as_ref() != Some(&month) && free <= at {
            text.push_str(&" ".repeat(at - free));
            text.push_str(&month);
            text.push(' ');
            last = Some(month);
        }
    }
    Line::from(Span::styled(text, theme.dim))
}

fn day_cell(day: Option<&OneDay>, c: &Calendar, cell: usize, theme: &Theme) -> Vec<Span<'static>> {
    let Some(day) = day else {
        return vec![Span::raw(" ".repeat(cell))];
    };
    let (sign, style) = sign(day, c, theme);
    let today = day.day == c.today;
    let style = if today {
        style.add_modifier(Modifier::REVERSED)
    } else {
        style
    };
    let wide = if cell >= 3 { 2 } else { 1 };
    let mut spans = Vec::new();
    let mut used = wide;
    if cell >= NUMBERED {
        let number = day.day.date().strftime("%e").to_string();
        let gap = if cell > NUMBERED { " " } else { "" };
        used += number.chars().count() + gap.len();
        let dim = if today { theme.strong } else { theme.dim };
        spans.push(Span::styled(format!("{number}{gap}"), dim));
    }
    spans.push(Span::styled(sign.to_string().repeat(wide), style));
    spans.push(Span::raw(" ".repeat(cell.saturating_sub(used))));
    spans
}

fn sign(day: &OneDay, c: &Calendar, theme: &Theme) -> (char, Style) {
    match (day.kind, c.level(day)) {
        (Kind::Exam, _) => ('◆', theme.accent),
        _ if day.papers > 0 => ('M', theme.accent),
        (_, Level::All) => ('█', theme.line),
        (_, Level::Most) => ('▒', theme.line),
        (_, Level::Some) => ('░', theme.line),
        (Kind::Planned, _) => ('○', theme.dim),
        (Kind::Paper, _) => ('m', theme.strong),
        (Kind::Off, _) => ('–', theme.dim),
        (Kind::Idle | Kind::Studied, _) => ('·', theme.dim),
    }
}

/// The signs that occur, with their sense.
fn signs(c: &Calendar) -> Vec<(&'static str, &'static str)> {
    let plain = Theme::plain();
    let occurs = |wanted: char| c.days.iter().any(|d| sign(d, c, &plain).0 == wanted);
    let all = [
        ('█', "█", "the day's minutes"),
        ('▒', "▒", "half of them"),
        ('░', "░", "fewer"),
        ('M', "M", "mock"),
        ('·', "·", "nothing"),
        ('–', "–", "day off"),
        ('○', "○", "planned"),
        ('m', "m", "mock planned"),
        ('◆', "◆", "exam"),
    ];
    let shown = all.into_iter().filter(|(sign, ..)| occurs(*sign));
    shown.map(|(_, sign, sense)| (sign, sense)).collect()
}

/// Minutes a day, as many days back as fit.
pub(super) fn minutes(f: &Figures<'_>) -> Vec<Line<'static>> {
    let c = &f.stats.calendar;
    let theme = f.theme;
    let days: Vec<&OneDay> = c.past().collect();
    if days.iter().all(|d| d.answers == 0) {
        return prose("No study day yet.", theme.text, f.width);
    }
    let mut lines = prose(minutes_in_words(c), theme.text, f.width);
    lines.push(Line::default());
    let room = f.width.saturating_sub(charts::AXIS);
    let step = (room / days.len().max(1)).clamp(2, 4);
    let shown = &days[days.len().saturating_sub(room / step)..];
    let values: Vec<f64> = shown.iter().map(|d| d.study_ms as f64 / 60_000.0).collect();
    let rows = f.height.saturating_sub(lines.len() + 3).clamp(4, 10);
    let mark = f64::from(c.minutes);
    lines.extend(charts::bars(&values, mark, rows, step, theme));
    lines.push(axis(shown, step, theme));
    if shown.iter().any(|d| d.papers > 0) {
        let signs = shown.iter().map(|d| match d.papers {
            0 => " ".repeat(step),
            _ => format!("M{}", " ".repeat(step - 1)),
        });
        let signs: String = signs.collect();
        let lead = " ".repeat(charts::AXIS);
        lines.push(Line::from(Span::styled(
            format!("{lead}{}", signs.trim_end()),
            theme.accent,
        )));
        lines.extend(legend(
            &[("M", "a paper that day; its time isn't in the bars")],
            f.width,
            theme,
        ));
    }
    lines
}

/// Dates under the first day, the last, and Mondays where there is room.
fn axis(days: &[&OneDay], step: usize, theme: &Theme) -> Line<'static> {
    let mut text = " ".repeat(charts::AXIS);
    let today = "today";
    let end = charts::AXIS + days.len() * step;
    let limit = end.saturating_sub(step + today.len());
    for (i, d) in days.iter().enumerate() {
        let at = charts::AXIS + i * step;
        let date = d.day.short();
        let used = text.chars().count();
        let wanted = i == 0 || d.day.weekday() == 0;
        let fits = at + date.len() < limit && (i == 0 || used < at);
        if wanted && fits {
            text.push_str(&" ".repeat(at.saturating_sub(used)));
            text.push_str(&date);
        }
    }
    // Its last letter stands under the last bar.
    let at = end
        .saturating_sub(step - 1 + today.len() - 1)
        .max(text.chars().count() + 1);
    let gap = at.saturating_sub(text.chars().count());
    text.push_str(&" ".repeat(gap));
    text.push_str(today);
    Line::from(Span::styled(text, theme.dim))
}

fn minutes_in_words(c: &Calendar) -> String {
    // Today isn't over.
    let mean = |n: usize| {
        let days = c
            .past()
            .rev()
            .filter(|d| d.day < c.today && d.kind != Kind::Off);
        let days: Vec<&OneDay> = days.take(n).collect();
        let ms: u64 = days.iter().map(|d| d.study_ms).sum();
        (days.len() >= n).then(|| ms as f64 / 60_000.0 / n as f64)
    };
    let today = c.past().next_back().map_or(0, |d| d.study_ms / 60_000);
    let mut out = format!("{today} of {} minutes today", c.minutes);
    let means = [(7, "the last 7 study days"), (30, "the last 30")];
    let said: Vec<String> = means
        .into_iter()
        .filter_map(|(n, words)| Some(format!("{:.0} a day over {words}", mean(n)?)))
        .collect();
    if !said.is_empty() {
        out.push_str(&format!("; {}", said.join(", ")));
    }
    out.push('.');
    out
}
