//! A plan in lines for a person.

use super::plan::Said;
use crate::domain::text::count;
use crate::domain::{Day, Goal};
use crate::exam::score::PASS_LINE;
use crate::session::days_off::DaysOff;
use crate::session::forecast::{Course, Forecast, NOT_SOON, nothing_yet};
use crate::session::goal;
use crate::session::goal_text::long_date;
use crate::session::mock::planned::planned;
use crate::session::told::Told;
use crate::tui::theme::Theme;
use crate::tui::widgets::charts;

/// Columns of the chart, rows of its curve.
const CHART: (usize, usize) = (60, 8);

/// All that is to be said.
pub(super) fn lines(said: &Said<'_>) -> Vec<String> {
    let mut out = goal_lines(said);
    if let Some(told) = &said.result {
        out.extend(result_lines(told));
    }
    if let Some(words) = nothing_yet(said.store.progress()) {
        out.extend([String::new(), words.into()]);
        return out;
    }
    out.extend(ready_lines(said));
    if let Some(forecast) = said.forecast.as_ref().filter(|f| !f.exam_today) {
        out.push(String::new());
        out.extend(forecast_lines(forecast));
    }
    out
}

fn entry(label: &str, text: &str) -> String {
    format!("{label:<12}{text}")
}

fn goal_lines(said: &Said<'_>) -> Vec<String> {
    let (store, today) = (said.store, said.today);
    let progress = store.progress();
    let goal = progress.goal.as_ref().map(|(goal, _)| goal);
    let blueprint = said.exam;
    let exam = blueprint.map(|b| format!("{} ({})", b.title.one_line(), b.code));
    let mut out = vec![entry(
        "Goal",
        &match (goal, exam) {
            (Some(Goal { exam: None, .. }), _) => "knowledge only".into(),
            (_, Some(exam)) => exam,
            (
                Some(Goal {
                    exam: Some(code), ..
                }),
                None,
            ) => code.clone(),
            (None, None) => "none yet".into(),
        },
    )];
    let Some(goal) = goal else {
        let words = "not set: cramless plan --exam-date DATE, or --not-booked";
        out.push(entry("Exam", words));
        return out;
    };
    let past = goal::offer(progress, today);
    match (goal.date, &past) {
        (_, Some(words)) => {
            out.push(entry("Exam", words));
            for way in [
                "--result pass 812   or --result fail",
                "--exam-date DATE    a new date",
                "--not-booked        no date: keep what you know",
            ] {
                out.push(entry("", &format!("cramless plan {way}")));
            }
        }
        (Some(date), None) => {
            let left = match date - today {
                0 => "today. Good luck!".into(),
                1 => "tomorrow".into(),
                n => format!("{n} days left"),
            };
            out.push(entry("Exam", &format!("{}, {left}", long_date(date))));
        }
        (None, None) if goal.exam.is_some() => out.push(entry("Exam", "not booked")),
        (None, None) => {}
    }
    if let Some(remark) = &said.remark {
        out.push(entry("", remark));
    }
    let off = match DaysOff::of(goal).words(today).as_str() {
        "none" => "no days off".to_owned(),
        words => format!("days off: {words}"),
    };
    out.push(entry(
        "A day",
        &format!("{}; {off}", count(goal.minutes, "minute")),
    ));
    if goal.is_off(today) {
        out.push(entry("Today", "a day off"));
    } else if goal.is_last_evening(today) {
        out.push(entry(
            "Today",
            "15 minutes at most, nothing new, and an early night",
        ));
    }
    let papers = planned(progress, blueprint, today);
    if !papers.is_empty() {
        let each = papers.iter().map(|p| match (p.sat, p.day == today) {
            (Some(_), _) => format!("{} (sat)", short(p.day)),
            (None, true) => "today".into(),
            (None, false) => short(p.day),
        });
        let days: Vec<String> = each.collect();
        let text = format!("{}, outside the daily minutes", days.join(" · "));
        out.push(entry("Full papers", &text));
    }
    out
}

fn result_lines(told: &Told) -> Vec<String> {
    let result = format!("{}, {}", told.result(), long_date(told.day));
    let mut out = vec![entry("Result", &result)];
    if let Some(expected) = &told.expected {
        let text = format!("expected that morning: {}", expected.in_words());
        out.push(entry("", &text));
    }
    out
}

fn ready_lines(said: &Said<'_>) -> Vec<String> {
    let ready = &said.ready;
    let more = ready.on_scale().into_iter().chain(ready.caveat());
    let mut out = vec![entry("Ready", &ready.headline())];
    out.extend(more.map(|text| entry("", &text)));
    out
}

fn forecast_lines(f: &Forecast) -> Vec<String> {
    let mut out: Vec<String> = f.headline().into_iter().chain(f.what_if()).collect();
    if let Some((words, dates)) = f.when_to_book() {
        out.push(words.into());
        for b in dates {
            let when = b.day.map_or(NOT_SOON.into(), |day| {
                format!(
                    "{} ({})",
                    long_date(day),
                    count((day - f.today) / 7, "week")
                )
            });
            out.push(format!("  at {:>2} minutes a day  {when}", b.minutes));
        }
    }
    let Some(course) = f.course.as_ref().filter(|c| c.days.len() > 2) else {
        return out;
    };
    out.push(String::new());
    out.extend(chart(f, course));
    out.push(String::new());
    out.extend(f.assumption());
    out.push("Ranges hold four times in five.".into());
    if f.is_exam {
        let limits =
            "The pass line isn't public, and cards aren't the exam: a full paper tells more.";
        out.push(limits.into());
    }
    out
}

/// The curve with its range, below it the minutes of each day, and on which of
/// them new cards come.
fn chart(f: &Forecast, course: &Course) -> Vec<String> {
    let (width, rows) = CHART;
    let plain = Theme::plain();
    let mark = f.is_exam.then_some(PASS_LINE);
    let mut lines = charts::band(&f.curve(), &[], mark, rows, width, &plain);
    let minutes: Vec<f64> = course.days.iter().map(|d| d.minutes).collect();
    lines.push(charts::load("min", &minutes, width, &plain));
    let mut out: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let fresh = charts::columns(&course.days, width).map(|d| match d.new {
        n if n >= 0.5 => '+',
        _ => ' ',
    });
    out.push(format!("  new │{}", fresh.collect::<String>()));
    let axis = charts::axis("today", &short(course.day), width, &plain);
    out.push(axis.to_string());
    let signs = f.signs().into_iter().chain([("+", "new cards")]);
    let signs: Vec<String> = signs
        .map(|(sign, sense)| format!("{sign} {sense}"))
        .collect();
    out.push(signs.join("   "));
    out
}

fn short(day: Day) -> String {
    day.date().strftime("%a %-d %b").to_string()
}
