//! Care of cards over `drive`: what was missed and why, what leaves study,
//! what is marked and noted.

use super::request::Request;
use super::{Drive, Refused};
use crate::domain::event::{Buried, Explained, Marked, MissReason, Noted, OfCard};
use crate::domain::{Happening, Moment, Text};
use crate::scheduling::progress::Deed;
use crate::session::drill::Drill;
use serde_json::{Value, json};

impl Drive<'_> {
    /// `suspend`, `restore`, `bury`, `reset`, `known-cold`, `dispute`, `note`: one
    /// event about one card.
    pub(super) fn care(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let (_, card, content) = self.find(r)?;
        let day = at.study_day();
        let on = r.on.or(r.flag).unwrap_or(true);
        let mut reply = json!({ "ok": true, "card": card.as_str() });
        let what = match r.op.as_str() {
            "suspend" => {
                reply["suspended"] = json!(true);
                Happening::Suspended(OfCard { card })
            }
            "restore" => {
                reply["suspended"] = json!(false);
                Happening::Restored(OfCard { card })
            }
            "known-cold" => {
                reply["known_cold"] = json!(true);
                Happening::KnownCold(OfCard { card })
            }
            "bury" => {
                let until = day + 1;
                reply["until"] = json!(until.to_string());
                Happening::Buried(Buried { card, until })
            }
            "reset" => {
                reply["reset"] = json!(true);
                Happening::Reset(OfCard { card })
            }
            "note" => {
                let text = r
                    .text
                    .as_deref()
                    .ok_or("text: write the note; an empty one takes it off")?;
                let text = Text::new(text.trim());
                reply["note"] = json!(text.as_str());
                Happening::Noted(Noted { card, text })
            }
            "dispute" if content.choice().is_none() => {
                return Err(format!(
                    "{card} is a flashcard; only questions are disputed"
                ));
            }
            "dispute" => {
                reply["disputed"] = json!(on);
                Happening::Disputed(Marked { card, on })
            }
            _ => {
                reply["flagged"] = json!(on);
                Happening::Flagged(Marked { card, on })
            }
        };
        self.store
            .record(vec![what], at, day)
            .map_err(|e| e.to_string())?;
        Ok(reply)
    }

    /// Why the latest wrong answer of the study day to a question was wrong.
    pub(super) fn explain(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let (_, card, content) = self.find(r)?;
        let reason = match r.reason.as_deref() {
            Some("mixed-up") => MissReason::MixedUp,
            Some("misread") => MissReason::Misread,
            _ => return Err("reason: write mixed-up or misread".into()),
        };
        if content.choice().is_none() {
            return Err(format!("{card} is a flashcard; reasons are for questions"));
        }
        let day = at.study_day();
        let recent = self.store.progress().recent.iter().rev();
        let mut answers = recent.filter(|x| x.deed == Deed::Answer && x.card == card);
        let answer = answers
            .next()
            .filter(|x| x.day == day && x.tally.right == 0);
        let event = answer
            .map(|x| x.id)
            .ok_or_else(|| format!("{card} wasn't answered wrong today"))?;
        let what = Explained {
            card: card.clone(),
            event,
            reason,
        };
        self.store
            .record(vec![Happening::Explained(what)], at, day)
            .map_err(|e| e.to_string())?;
        Ok(json!({ "ok": true, "card": card.as_str(), "reason": r.reason }))
    }

    /// The missed queue, most costly first.
    pub(super) fn missed(&mut self, at: Moment) -> Result<Value, Refused> {
        let day = at.study_day();
        let mut desk = std::mem::take(&mut self.desk);
        let hidden = desk.hidden(self.shelf(day)).clone();
        self.desk = desk;
        let (catalogue, progress) = (self.store.catalogue(), self.store.progress());
        let drill = Drill::of(crate::session::missed::Filter {
            scope: self.scope.clone(),
            ..Default::default()
        });
        let exams = self.store.disk.library.blueprints();
        let queue = drill.queue(catalogue, exams, progress, &hidden, day);
        let rows = queue.iter().map(|m| {
            json!({
                "card": catalogue.entry(m.card).card.as_str(),
                "misses": m.times,
                "last": m.last.to_string(),
                "right_days": m.right_days,
            })
        });
        Ok(json!({ "ok": true, "missed": rows.collect::<Value>() }))
    }
}
