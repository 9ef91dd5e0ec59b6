//! Goal, readiness and forecast over `drive`.

use super::request::Request;
use super::{Drive, Refused, reply};
use crate::cli::plan_json;
use crate::domain::{CardIx, Day, Happening, Moment, Text};
use crate::scheduling::priors::Priors;
use crate::scheduling::prospects::Source;
use crate::session::desk::Desk;
use crate::session::forecast::Job;
use crate::session::goal::{self, Change, usual_exam};
use crate::session::goal_text::exam_date;
use crate::session::raising::{Raise, raising};
use crate::session::standing;
use serde_json::{Value, json};

/// Task statements that are named as raising readiness most.
const RAISING: usize = 5;

impl Drive<'_> {
    pub(super) fn goal(
        &mut self,
        r: &Request,
        at: Moment,
        random: &dyn Fn() -> u64,
    ) -> Result<Value, Refused> {
        let day = at.study_day();
        if r.minutes.is_some_and(|m| !(1..=1440).contains(&m)) {
            return Err("minutes: a day has 1 to 1440 of them".into());
        }
        let usual = usual_exam(self.store.catalogue(), self.scope.deck.as_ref());
        let exam = match &r.exam {
            _ if r.knowledge_only == Some(true) => None,
            Some(code) => Some(Text::new(code).one_line()),
            None => usual.map(Into::into),
        };
        let change = Change {
            exam: Some(exam),
            date: Some(date(r.exam_date.as_deref(), day)?),
            minutes: r.minutes,
            days_off: r.days_off(day)?,
        };
        let old = self.store.progress().goal.as_ref().map(|(goal, _)| goal);
        let goal = change.apply(old, usual, day, random());
        self.store
            .record(vec![Happening::GoalSet(goal.clone())], at, day)
            .map_err(|e| e.to_string())?;
        let blueprint = self.store.exam(self.scope.deck.as_ref());
        let mut out = json!({
            "ok": true,
            "goal": plan_json::goal_of(&goal),
            "remark": self.store.remark_on_date(&goal),
            "papers": plan_json::papers(self.store.progress(), blueprint, day),
        });
        if r.forecast == Some(true) {
            out["forecast"] = self.played(day);
        }
        Ok(out)
    }

    pub(super) fn readiness(&mut self, r: &Request, at: Moment) -> Value {
        let day = at.study_day();
        let mut desk = std::mem::take(&mut self.desk);
        let prospects = desk.prospects(self.shelf(day));
        let raises = raising(&mut desk, self.shelf(day));
        self.desk = desk;
        let (catalogue, progress) = (self.store.catalogue(), self.store.progress());
        let (_, by_domain) = standing::standing(catalogue, progress, &self.scope, day);
        let mut out = reply::readiness(&prospects, &by_domain);
        let best = raises.iter().take(RAISING);
        out["raises_most"] = best.map(of_raise).collect();
        if let Some(words) = goal::offer(progress, day) {
            out["passed_by"] = json!(words);
        }
        if r.cards == Some(true) {
            let weights = progress.person.belief.likely();
            let cards: Vec<CardIx> = self.scope.cards(catalogue).map(|(ix, _)| ix).collect();
            let priors = Priors::of(catalogue, &cards, progress, day);
            let source = Source {
                catalogue,
                progress,
                weights: &weights,
                priors: &priors,
            };
            let recall = cards.iter().map(|ix| {
                let name = catalogue.entry(*ix).card.to_string();
                (name, json!(source.recall(*ix, day)))
            });
            out["recall"] = Value::Object(recall.collect());
        }
        if r.forecast == Some(true) {
            out["forecast"] = self.played(day);
        }
        out
    }

    /// What will come of the goal; it takes a few hundred milliseconds.
    pub(super) fn forecast(&mut self, at: Moment) -> Result<Value, Refused> {
        let mut out = json!({ "ok": true });
        out["forecast"] = self.played(at.study_day());
        Ok(out)
    }

    fn played(&mut self, day: Day) -> Value {
        let mut desk: Desk = std::mem::take(&mut self.desk);
        let job = Job::new(&mut desk, self.shelf(day));
        self.desk = desk;
        let forecast = job.and_then(|job| job.run(&|| false));
        forecast.map_or(Value::Null, |f| plan_json::forecast(&f))
    }
}

/// A date as a script or a person writes it; one that is past is taken too.
fn date(typed: Option<&str>, today: Day) -> Result<Option<Day>, Refused> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    match Day::parse(typed) {
        Some(day) => Ok(Some(day)),
        None => exam_date(typed, today).map_err(|e| format!("exam_date: {e}")),
    }
}

fn of_raise(raise: &Raise) -> Value {
    json!({
        "domain": raise.domain,
        "task": raise.task.map(|t| t.to_string()),
        "points_per_hour": raise.points,
        "cards": raise.cards,
    })
}
