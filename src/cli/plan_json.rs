//! Goal, readiness and forecast as JSON, for `plan --json` and `drive`.

use super::plan::Said;
use crate::domain::{Blueprint, Day, Goal};
use crate::scheduling::Progress;
use crate::scheduling::readiness::Estimate;
use crate::session::forecast::{Course, Forecast, WhatIf};
use crate::session::goal;
use crate::session::mock::planned::planned;
use crate::session::told::Told;
use serde_json::{Value, json};

/// A whole plan.
pub(super) fn plan(said: &Said<'_>) -> Value {
    let (store, today) = (said.store, said.today);
    let progress = store.progress();
    let blueprint = said.exam;
    let r = &said.ready;
    let mut readiness = estimate(&r.exam);
    readiness["pass"] = json!(r.pass);
    readiness["day"] = json!(r.day.to_string());
    readiness["cards"] = estimate(&r.cards);
    json!({
        "today": today.to_string(),
        "goal": progress.goal.as_ref().map(|(g, _)| goal_of(g)),
        "days_left": progress.goal.as_ref().and_then(|(g, _)| g.date).map(|d| d - today),
        "remark": said.remark,
        "passed_by": goal::offer(progress, today),
        "papers": papers(progress, blueprint, today),
        "readiness": readiness,
        "forecast": said.forecast.as_ref().map(forecast),
        "result": said.result.as_ref().map(|told| result(told, said)),
    })
}

/// What is studied for.
pub(super) fn goal_of(goal: &Goal) -> Value {
    let dates = goal.dates_off.iter().map(ToString::to_string);
    json!({
        "exam": goal.exam,
        "exam_date": goal.date.map(|d| d.to_string()),
        "minutes": goal.minutes,
        "days_off": goal.days_off,
        "dates_off": dates.collect::<Vec<_>>(),
    })
}

/// The full papers in the plan.
pub(super) fn papers(progress: &Progress, blueprint: Option<&Blueprint>, today: Day) -> Value {
    let papers = planned(progress, blueprint, today).into_iter();
    papers
        .map(|p| {
            json!({
                "paper": p.number,
                "day": p.day.to_string(),
                "sat": p.sat.map(|id| id.to_string()),
            })
        })
        .collect()
}

/// What will come of it.
pub(super) fn forecast(f: &Forecast) -> Value {
    let choices = f.choices.iter().map(|c| {
        let mut out = estimate(&c.score);
        out["pass"] = json!(c.pass);
        out["recall"] = json!(c.cards.expected);
        match c.what_if {
            WhatIf::Minutes(m) => out["minutes"] = json!(m),
            WhatIf::Later(day) => out["exam_date"] = json!(day.to_string()),
        }
        out
    });
    let bookings = f
        .bookings
        .iter()
        .map(|b| json!({ "minutes": b.minutes, "exam_date": b.day.map(|d| d.to_string()) }));
    let mut out = json!({
        "made": f.today.to_string(),
        "exam_date": f.exam.map(|d| d.to_string()),
        "minutes": f.minutes,
        "attendance": f.attendance,
        "early": f.early,
        "choices": choices.collect::<Value>(),
        "bookings": bookings.collect::<Value>(),
    });
    if let (Some(course), Some(out)) = (&f.course, out.as_object_mut())
        && let Value::Object(more) = of_course(course)
    {
        out.extend(more);
    }
    out
}

fn of_course(course: &Course) -> Value {
    let days = course.days.iter().map(|d| {
        let mut out = estimate(&d.score);
        out["day"] = json!(d.day.to_string());
        out["recall"] = json!(d.cards.expected);
        out["minutes"] = json!(rounded(d.minutes));
        out["answers"] = json!(rounded(d.answers));
        out["new"] = json!(rounded(d.new));
        out["off"] = json!(d.off);
        out
    });
    let domains = course.domains.iter();
    let domains = domains.map(|(d, recall)| json!({ "domain": d, "recall": recall }));
    let mut out = estimate(&course.score);
    out["pass"] = json!(course.pass);
    out["day"] = json!(course.day.to_string());
    out["cards"] = estimate(&course.cards);
    out["by_domain"] = domains.collect();
    out["days"] = days.collect();
    out
}

fn result(told: &Told, said: &Said<'_>) -> Value {
    let forecast = told.expected.as_ref().map(|expected| {
        let mut out = estimate(&expected.share);
        out["pass"] = json!(expected.pass);
        out
    });
    let taken = said.store.progress().taken.as_ref();
    json!({
        "passed": told.passed,
        "score": told.score,
        "exam_date": taken.and_then(|(t, _)| t.date).map(|d| d.to_string()),
        "told": taken.map(|(_, on)| on.to_string()),
        "forecast": forecast,
    })
}

/// An estimate with its 80 % interval.
pub(super) fn estimate(e: &Estimate) -> Value {
    json!({ "expected": e.expected, "low": e.low, "high": e.high })
}

fn rounded(x: f64) -> f64 {
    (x * 10.0).round() / 10.0
}
