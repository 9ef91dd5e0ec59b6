//! A plan in lines for a person.

use super::plan::{Said, Told};
use crate::domain::{Day, Goal};
use crate::exam::score::{in_words, scaled_range};
use crate::scheduling::readiness::Estimate;
use crate::session::days_off::DaysOff;
use crate::session::forecast::{Course, DayPoint, Forecast, WhatIf};
use crate::session::goal;
use crate::session::goal_text::long_date;
use crate::session::mock::planned::planned;

/// Columns of the chart, rows of its curve.
const CHART: (usize, usize) = (60, 8);

/// All that is to be said.
pub(super) fn lines(said: &Said<'_>) -> Vec<String> {
    let exam = said.exam.is_some();
    let mut out = goal_lines(said);
    if let Some(told) = &said.result {
        out.extend(result_lines(told, said));
    }
    if said.store.progress().reviews > 0 {
        let r = &said.prospects.readiness;
        let when = match said.prospects.dated {
            true => "if you stopped studying now",
            false => "if it were today",
        };
        let now = if exam { &r.exam } else { &r.cards };
        out.push(entry("Ready", &format!("{} {when}", range(now))));
    }
    if let Some(forecast) = &said.forecast {
        out.push(String::new());
        out.extend(forecast_lines(forecast, said));
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
    let off = DaysOff {
        weekdays: goal.days_off.clone(),
        dates: goal.dates_off.clone(),
    };
    let off = match off.words(today).as_str() {
        "none" => "no days off".to_owned(),
        words => format!("days off: {words}"),
    };
    out.push(entry("A day", &format!("{} minutes; {off}", goal.minutes)));
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

fn result_lines(told: &Told, said: &Said<'_>) -> Vec<String> {
    let verdict = if told.taken.passed {
        "passed"
    } else {
        "not passed"
    };
    let score = told.taken.score.map_or(String::new(), |s| format!(", {s}"));
    let day = told.taken.date.unwrap_or(told.on);
    let mut out = vec![entry(
        "Result",
        &format!("{verdict}{score}, {}", long_date(day)),
    )];
    if let Some(p) = &told.forecast {
        let r = &p.readiness;
        let scale = said.exam.map(|b| {
            let (low, high) = scaled_range((r.exam.low, r.exam.high), b.scaled, b.pass);
            format!(", about {low}–{high}")
        });
        out.push(entry(
            "",
            &format!(
                "the forecast that morning: {}{}; {}",
                range(&r.exam),
                scale.unwrap_or_default(),
                in_words(r.pass)
            ),
        ));
    }
    out
}

fn forecast_lines(f: &Forecast, said: &Said<'_>) -> Vec<String> {
    let exam = said.exam.is_some();
    // Without an exam it is about the cards themselves.
    let of = |score, cards| range(if exam { score } else { cards });
    let mut out = Vec::new();
    match (&f.course, f.exam) {
        (None, Some(_)) => out.push("The exam is too far away for a forecast.".into()),
        (Some(course), Some(_)) => {
            out.push(format!(
                "At {} minutes a day you will reach {}{}.",
                course.minutes,
                of(&course.score, &course.cards),
                match exam {
                    true => format!("; {}", f.passing(course)),
                    false => " of these cards".into(),
                }
            ));
            let others = f.choices.iter().filter_map(|c| match c.what_if {
                WhatIf::Minutes(m) if m == f.minutes => None,
                WhatIf::Minutes(m) => Some(format!("{m} minutes: {}", of(&c.score, &c.cards))),
                WhatIf::Later(_) => Some(format!("a week later: {}", of(&c.score, &c.cards))),
            });
            out.push(format!("{}.", others.collect::<Vec<_>>().join("; ")));
        }
        (Some(course), None) => out.push(format!(
            "At {} minutes a day you would reach {} by {}.",
            course.minutes,
            of(&course.score, &course.cards),
            short(course.day)
        )),
        (None, None) => {}
    }
    if let Some(why) = f.too_early_to_book().filter(|_| said.exam.is_some()) {
        out.push(why.into());
    } else if !f.bookings.is_empty() && said.exam.is_some() {
        out.push("What date to book? The first with four chances in five of passing:".into());
        for b in &f.bookings {
            let when = b.day.map_or("not within half a year".into(), |day| {
                format!("{} ({} weeks)", long_date(day), (day - f.today) / 7)
            });
            out.push(format!("  at {:>2} minutes a day  {when}", b.minutes));
        }
    }
    if let Some(course) = f.course.as_ref().filter(|c| c.days.len() > 2) {
        out.push(String::new());
        out.extend(chart(course, exam));
    }
    out.push(String::new());
    if f.attendance < 0.95 {
        out.push(format!(
            "It assumes you keep giving {} % of the planned time, as so far.",
            (100.0 * f.attendance).round()
        ));
    }
    let mut limits = "Ranges hold four times in five.".to_owned();
    if exam {
        limits.push_str(
            " The pass line isn't public, and cards\naren't the exam: a full paper tells more.",
        );
    }
    out.extend(limits.lines().map(str::to_owned));
    out
}

/// The curve with its range, and the minutes of each day below it.
fn chart(course: &Course, exam: bool) -> Vec<String> {
    let of = |p: &DayPoint| if exam { p.score } else { p.cards };
    let (most, rows) = CHART;
    let n = course.days.len();
    let columns = n.min(most);
    let at = |x: usize| &course.days[x * (n - 1) / (columns - 1).max(1)];
    let points: Vec<&DayPoint> = (0..columns).map(at).collect();
    let low = points.iter().map(|p| of(p).low).fold(1.0, f64::min);
    let high = points.iter().map(|p| of(p).high).fold(0.0, f64::max);
    let bottom = (low * 10.0).floor() / 10.0;
    let top = ((high * 10.0).ceil() / 10.0).max(bottom + 0.1);
    let step = (top - bottom) / rows as f64;
    let what = match exam {
        true => "Share of exam questions right",
        false => "Share of these cards held",
    };
    let mut out = vec![format!("{what} (· 80 % range)")];
    for row in (0..rows).rev() {
        let (from, to) = (bottom + step * row as f64, bottom + step * (row + 1) as f64);
        let cell = |p: &&DayPoint| {
            let s = of(p);
            match () {
                () if s.expected >= from && (s.expected < to || row + 1 == rows) => '━',
                () if s.low < to && s.high >= from => '·',
                () => ' ',
            }
        };
        let line: String = points.iter().map(cell).collect();
        out.push(format!("{:>4.0} % │{line}", 100.0 * (from + to) / 2.0));
    }
    let busiest = points.iter().map(|p| p.minutes).fold(1.0, f64::max);
    let bar = |p: &&DayPoint| {
        const BARS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
        BARS[((p.minutes / busiest * 8.0).round() as usize).min(8)]
    };
    let fresh = |p: &&DayPoint| match p.new {
        n if n >= 0.5 => '+',
        _ => ' ',
    };
    out.push(format!(
        "   min │{}",
        points.iter().map(bar).collect::<String>()
    ));
    out.push(format!(
        "   new │{}",
        points.iter().map(fresh).collect::<String>()
    ));
    let (first, last) = (short(points[0].day), short(course.day));
    let gap = columns.saturating_sub(first.chars().count() + last.chars().count());
    out.push(format!("        {first}{}{last}", " ".repeat(gap.max(1))));
    out
}

fn range(e: &Estimate) -> String {
    let percent = |x: f64| (100.0 * x).round();
    format!("{}–{} %", percent(e.low), percent(e.high))
}

fn short(day: Day) -> String {
    day.date().strftime("%a %-d %b").to_string()
}
