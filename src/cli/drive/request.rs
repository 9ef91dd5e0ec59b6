//! One line of input to `drive`, read strictly but kindly.

use crate::domain::{Day, Grade};
use crate::session::days_off::{DaysOff, days_off};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A day off: a weekday's number (Monday 0), or what a person would write.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum DayOff {
    Weekday(u8),
    Words(String),
}

/// Every field of every operation; each operation says what it misses.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Request {
    pub op: String,
    pub at: Option<String>,
    pub left: Option<f64>,
    pub again: Option<bool>,
    pub card: Option<String>,
    pub grade: Option<Grade>,
    pub options: Option<Vec<String>>,
    pub sure: Option<bool>,
    pub seconds: Option<f32>,
    pub exam: Option<String>,
    pub exam_date: Option<String>,
    pub minutes: Option<u16>,
    pub days_off: Option<Vec<DayOff>>,
    pub cards: Option<bool>,
    pub forecast: Option<bool>,
    pub knowledge_only: Option<bool>,
    pub questions: Option<usize>,
    pub seed: Option<u64>,
    pub domain: Option<u8>,
    pub deck: Option<String>,
    pub missed: Option<bool>,
    pub practice: Option<bool>,
    pub repeat: Option<String>,
    pub resume: Option<bool>,
    pub count: Option<bool>,
    pub discard: Option<bool>,
    pub question: Option<usize>,
    pub struck: Option<Vec<String>>,
    pub flag: Option<bool>,
    pub on: Option<bool>,
    pub text: Option<String>,
    pub front: Option<String>,
    pub back: Option<String>,
    pub topic: Option<String>,
    pub stem: Option<String>,
    pub explanation: Option<String>,
    pub option: Option<BTreeMap<String, String>>,
    pub why: Option<BTreeMap<String, String>>,
    pub key: Option<Vec<String>>,
    pub undo: Option<bool>,
    pub reason: Option<String>,
    pub since: Option<String>,
    pub mock: Option<String>,
}

impl Request {
    /// Reads a line.
    pub(super) fn parse(line: &[u8]) -> Result<Self, String> {
        let request: Self = serde_json::from_slice(line).map_err(|e| {
            let what = e.to_string();
            let what = what.split(" at line ").next().unwrap_or(&what).to_owned();
            format!("this line is not a request ({what}); write {{\"op\":\"next\"}}")
        })?;
        if request.op.is_empty() {
            return Err("op: say what to do, such as {\"op\":\"next\"}".into());
        }
        if request.seconds.is_some_and(|s| !s.is_finite() || s < 0.0) {
            return Err("seconds: a number from 0 up".into());
        }
        Ok(request)
    }

    /// The days off it names, if it names any list of them.
    pub(super) fn days_off(&self, today: Day) -> Result<Option<DaysOff>, String> {
        let Some(named) = &self.days_off else {
            return Ok(None);
        };
        let mut out = DaysOff::default();
        for day in named {
            let more = match day {
                DayOff::Weekday(n @ 0..=6) => DaysOff {
                    weekdays: vec![*n],
                    dates: Vec::new(),
                },
                DayOff::Weekday(_) => {
                    return Err("days_off: weekdays go from 0 (Monday) to 6 (Sunday)".into());
                }
                DayOff::Words(text) => {
                    days_off(text, today).map_err(|e| format!("days_off: {e}"))?
                }
            };
            out.weekdays.extend(more.weekdays);
            out.dates.extend(more.dates);
        }
        out.weekdays.sort_unstable();
        out.weekdays.dedup();
        out.dates.sort_unstable();
        out.dates.dedup();
        if out.weekdays.len() == 7 {
            return Err("days_off: that leaves no day to study".into());
        }
        Ok(Some(out))
    }
}
