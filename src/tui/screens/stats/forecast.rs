//! What will come of it: the days to the exam with their range and load, and
//! what other minutes or another date would change.

use super::super::prose;
use super::{Figures, excuse, legend};
use crate::exam::score::PASS_LINE;
use crate::session::forecast::{Course, DayPoint};
use crate::tui::widgets::charts::{self, band};
use crate::tui::work::Work;
use ratatui::text::{Line, Span};

const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

pub(super) fn lines(f: &Figures<'_>) -> Vec<Line<'static>> {
    let theme = f.theme;
    if f.stats.answers == 0 {
        let text = "Nothing to go by yet: after the first answers the days to come are played \
                    through here.";
        return prose(text, theme.text, f.width);
    }
    let forecast = match f.reckoned.forecast {
        None => return excuse(f, Work::Forecast),
        Some(None) => return prose("There is nothing to study.", theme.text, f.width),
        Some(Some(forecast)) => forecast,
    };
    let mut lines = Vec::new();
    match forecast.headline() {
        Some(text) => lines.extend(prose(text, theme.strong, f.width)),
        None => {
            let text = "The exam is too far away for a forecast.";
            lines.extend(prose(text, theme.text, f.width));
        }
    }
    let more = [forecast.what_if(), forecast.when_to_book()];
    for text in more.into_iter().flatten() {
        lines.extend(prose(text, theme.text, f.width));
    }
    if let Some(course) = forecast.course.as_ref().filter(|c| c.days.len() > 1) {
        lines.push(Line::default());
        let rows = f.height.saturating_sub(lines.len() + 4).clamp(5, 10);
        lines.extend(chart(course, rows, f));
    }
    if let Some(text) = forecast.assumption() {
        lines.extend(prose(text, theme.dim, f.width));
    }
    lines
}

fn chart(course: &Course, rows: usize, f: &Figures<'_>) -> Vec<Line<'static>> {
    let theme = f.theme;
    let exam = f.reckoned.ready.is_none_or(|r| r.about.is_exam());
    let width = f.width.saturating_sub(charts::AXIS);
    let last = (course.days.len() - 1) as f64;
    let points: Vec<_> = (course.days.iter().enumerate())
        .map(|(i, d)| (i as f64 / last, if exam { d.score } else { d.cards }))
        .collect();
    let mark = exam.then_some(PASS_LINE);
    let mut lines = band(&points, &[], mark, rows, width, theme);
    lines.push(load(&course.days, width, f));
    let lead = " ".repeat(charts::AXIS);
    let to = course.day.date().strftime("%-d %b").to_string();
    let gap = width.saturating_sub("today".len() + to.len());
    let axis = format!("{lead}today{}{to}", " ".repeat(gap));
    lines.push(Line::from(Span::styled(axis, theme.dim)));
    let what = if exam {
        "questions right"
    } else {
        "cards held"
    };
    let mut signs = vec![("━", what), ("░", "its range"), ("▄", "minutes")];
    if exam {
        signs.push(("┄", "about a pass"));
    }
    lines.extend(legend(&signs, f.width, theme));
    lines
}

/// The minutes of each day under the curve.
fn load(days: &[DayPoint], width: usize, f: &Figures<'_>) -> Line<'static> {
    let most = days.iter().map(|d| d.minutes).fold(1.0, f64::max);
    let end = width.saturating_sub(1).max(1);
    let cell = |x: usize| {
        let day = &days[x * (days.len() - 1) / end];
        let eighths = (day.minutes / most * 8.0).round() as usize;
        EIGHTHS[eighths.min(8)]
    };
    let text: String = (0..width).map(cell).collect();
    Line::from(vec![
        Span::styled("  min │", f.theme.dim),
        Span::styled(text, f.theme.line),
    ])
}
