//! The same as JSON. Fields are only ever added.

use super::Figures;
use crate::cli::plan_json::{estimate, forecast};
use crate::cli::store::Store;
use crate::domain::Day;
use crate::session::past::{Check, Fell, Past, Reading};
use crate::session::ready::{About, Ready, Topic, Vague};
use crate::session::standing::Standing;
use crate::session::stats::days::{Calendar, Kind, Level, OneDay};
use crate::session::stats::papers::Sat;
use crate::session::stats::recall::{Bin, Reliability, Verdict};
use serde_json::{Value, json};

pub(super) fn json(store: &Store, f: &Figures) -> Value {
    let progress = store.progress();
    let domains = f.by_domain.iter().map(|(number, s)| {
        let mut v = counts(s);
        v["domain"] = json!(number);
        v
    });
    let days = progress.days.iter().map(|(day, t)| {
        json!({
            "day": day.to_string(), "reviews": t.reviews, "right": t.right, "new": t.new,
            "seconds": t.ms as f64 / 1000.0,
            "paper_seconds": t.paper_ms as f64 / 1000.0, "recalls": t.recalls, "recalled": t.recalled,
            "predicted": t.predicted as f64 / 1e6,
        })
    });
    let m = &f.stats.misses;
    json!({
        "reviews": progress.reviews,
        "cards": counts(&f.all),
        "by_domain": domains.collect::<Value>(),
        "misses": {
            "total": m.total, "mixed_up": m.mixed_up, "misread": m.misread,
            "open": m.open, "made_good": m.mended, "confusions": m.confusions,
            "in_words": m.why,
        },
        "days": days.collect::<Value>(),
        "calendar": calendar(&f.stats.calendar),
        "calibration": calibration(&f.stats.recall),
        "readiness": readiness(&f.ready, &f.past),
        "tasks": f.ready.tasks.iter().map(|t| topic(t, &f.ready)).collect::<Value>(),
        "mocks": f.stats.papers.iter().map(paper).collect::<Value>(),
        "past": past(&f.past),
        "forecast": f.forecast.as_ref().map(forecast),
    })
}

fn counts(s: &Standing) -> Value {
    json!({
        "total": s.cards, "new": s.new, "known": s.known, "due": s.due, "missed": s.missed,
    })
}

fn date(day: Day) -> Value {
    json!(day.to_string())
}

fn calendar(c: &Calendar) -> Value {
    let sum = c.sum();
    json!({
        "start": c.days.first().map(|d| date(d.day)),
        "today": date(c.today),
        "exam": c.exam.map(date),
        "minutes": c.minutes,
        "studied": sum.studied,
        "planned": sum.planned,
        "study_seconds": sum.study_ms as f64 / 1000.0,
        "paper_seconds": sum.paper_ms as f64 / 1000.0,
        "days": c.days.iter().map(|d| one_day(d, c)).collect::<Value>(),
    })
}

fn one_day(d: &OneDay, c: &Calendar) -> Value {
    let kind = match d.kind {
        Kind::Studied => "studied",
        Kind::Idle => "idle",
        Kind::Planned => "planned",
        Kind::Paper => "mock-planned",
        Kind::Off => "off",
        Kind::Exam => "exam",
    };
    let level = match c.level(d) {
        Level::None => 0,
        Level::Some => 1,
        Level::Most => 2,
        Level::All => 3,
    };
    json!({
        "day": date(d.day), "kind": kind, "level": level, "answers": d.answers,
        "seconds": d.study_ms as f64 / 1000.0, "papers": d.papers,
        "paper_seconds": d.paper_ms as f64 / 1000.0,
    })
}

fn calibration(r: &Reliability) -> Value {
    let bin = |b: &Bin| {
        json!({
            "from": b.from, "to": b.to, "answers": b.answers,
            "predicted": (b.answers > 0).then_some(b.predicted),
            "recalled": (b.answers > 0).then_some(b.recalled),
            "low": b.low, "high": b.high, "verdict": verdict(b.verdict()),
        })
    };
    json!({
        "answers": r.answers,
        "predicted": (r.answers > 0).then_some(r.predicted),
        "recalled": (r.answers > 0).then_some(r.recalled),
        "brier": r.brier, "base_rate": r.base_rate, "verdict": verdict(r.verdict()),
        "in_words": r.in_words(),
        "bins": r.bins.iter().map(bin).collect::<Value>(),
    })
}

fn verdict(v: Verdict) -> &'static str {
    match v {
        Verdict::TooFew => "too-few",
        Verdict::AsPredicted => "as-predicted",
        Verdict::TooHopeful => "too-hopeful",
        Verdict::TooTimid => "too-timid",
    }
}

fn readiness(r: &Ready, past: &Past) -> Value {
    let domain = |d: &crate::session::ready::Domain| {
        let mut v = estimate(&d.exam);
        v["domain"] = json!(d.number);
        v["title"] = json!(d.title);
        v["recall"] = json!(d.cards.expected);
        v
    };
    let mut out = estimate(&r.exam);
    out["day"] = date(r.day);
    out["about"] = json!(match r.about {
        About::ExamDay => "exam-day",
        About::ExamToday => "exam-today",
        About::HeldThen => "held-then",
        About::HeldNow => "held-now",
    });
    out["cards"] = estimate(&r.cards);
    out["pass"] = json!(r.pass);
    out["scaled"] = match r.scaled {
        Some(s) => json!({ "low": s.low, "high": s.high, "top": s.top, "pass": s.pass }),
        None => Value::Null,
    };
    out["vague"] = json!(r.vague.map(|v| match v {
        Vague::Start { .. } => "start",
        Vague::Fresh { .. } => "few-recalls",
        Vague::FewSights { .. } => "few-first-sights",
        Vague::NoQuestions => "no-questions",
    }));
    out["in_words"] = json!(r.headline());
    out["week_ago"] = past.week.as_ref().map_or(Value::Null, reading);
    out["by_domain"] = r.domains.iter().map(domain).collect();
    out
}

fn topic(t: &Topic, r: &Ready) -> Value {
    json!({
        "task": t.task.map(|t| t.to_string()), "title": t.title, "cards": t.cards,
        "seen": t.seen, "recall": t.recall, "share": t.share, "target": r.target,
        "on_target": t.on_target, "hour": t.hour.points,
    })
}

fn paper(p: &Sat) -> Value {
    json!({
        "mock": p.mock.to_string(), "day": date(p.day), "right": p.right, "of": p.of,
        "low": p.low, "high": p.high, "practice": p.practice, "whole": p.whole,
        "first_sight": { "right": p.first_sight.0, "of": p.first_sight.1 },
    })
}

fn past(p: &Past) -> Value {
    json!({
        "readings": p.readings.iter().map(reading).collect::<Value>(),
        "checks": p.checks.iter().map(check).collect::<Value>(),
        "exam": p.exam.as_ref().map(|told| {
            let mut v = told.expected.as_ref().map_or(json!({}), |e| estimate(&e.share));
            v["day"] = date(told.day);
            v["pass"] = json!(told.expected.as_ref().map(|e| e.pass));
            v["passed"] = json!(told.passed);
            v["score"] = json!(told.score);
            v["in_words"] = json!(told.in_words());
            v
        }),
        "in_words": p.in_words(),
    })
}

fn reading(r: &Reading) -> Value {
    let mut v = estimate(&r.exam);
    v["day"] = date(r.dawn);
    v["cards"] = estimate(&r.cards);
    v
}

fn check(c: &Check) -> Value {
    let mut v = estimate(&c.forecast);
    v["mock"] = json!(c.mock.to_string());
    v["day"] = date(c.day);
    v["right"] = json!(c.right);
    v["of"] = json!(c.of);
    v["fell"] = json!(match c.fell() {
        Fell::Below => "below",
        Fell::Inside => "inside",
        Fell::Above => "above",
    });
    v
}
