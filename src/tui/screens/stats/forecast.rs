//! What will come of it: the days to the exam with their range and load, and
//! what other minutes or another date would change.

use super::super::prose;
use super::{Figures, excuse, legend};
use crate::exam::score::PASS_LINE;
use crate::session::forecast::{Course, Forecast};
use crate::tui::widgets::charts::{self, band};
use crate::tui::work::Work;
use ratatui::text::Line;

pub(super) fn lines(f: &Figures<'_>) -> Vec<Line<'static>> {
    let theme = f.theme;
    if let Some(text) = f.nothing_yet {
        return prose(text, theme.text, f.width);
    }
    let forecast = match f.reckoned.forecast {
        None => return excuse(f, Work::Forecast),
        Some(None) => return prose("There is nothing to study.", theme.text, f.width),
        Some(Some(forecast)) => forecast,
    };
    let mut lines = Vec::new();
    if let Some(text) = forecast.headline() {
        lines.extend(prose(text, theme.strong, f.width));
    }
    let what_if = forecast.what_if().into_iter();
    for text in what_if.chain(forecast.booking_in_words()) {
        lines.extend(prose(text, theme.text, f.width));
    }
    if let Some(course) = forecast.course.as_ref().filter(|c| c.days.len() > 1) {
        lines.push(Line::default());
        let rows = f.height.saturating_sub(lines.len() + 4).clamp(5, 10);
        lines.extend(chart(forecast, course, rows, f));
        if let Some(text) = forecast.assumption() {
            lines.extend(prose(text, theme.dim, f.width));
        }
    }
    lines
}

fn chart(forecast: &Forecast, course: &Course, rows: usize, f: &Figures<'_>) -> Vec<Line<'static>> {
    let theme = f.theme;
    let width = f.width.saturating_sub(charts::AXIS);
    let mark = forecast.is_exam.then_some(PASS_LINE);
    let mut lines = band(&forecast.curve(), &[], mark, rows, width, theme);
    let minutes: Vec<f64> = course.days.iter().map(|d| d.minutes).collect();
    lines.push(charts::load("min", &minutes, width, theme));
    let to = course.day.short();
    lines.push(charts::axis("today", &to, width, theme));
    lines.extend(legend(&forecast.signs(), f.width, theme));
    lines
}
