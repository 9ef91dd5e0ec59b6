//! Care of cards over `drive`: what was missed and why, what leaves study,
//! what is marked and noted.

use super::super::correct::{Args, correction, issue, keep, take};
use super::super::look::find_open;
use super::super::missed::of_paper;
use super::super::own;
use super::super::scope as narrowed;
use super::request::Request;
use super::{Drive, Refused};
use crate::domain::correction::{Correction, checksum};
use crate::domain::event::{Buried, Explained, Marked, MissReason, Noted, OfCard};
use crate::domain::{CardIx, CardRef, Day, Happening, Moment, Text};
use crate::scheduling::progress::Deed;
use crate::session::desk::Desk;
use crate::session::drill::Drill;
use crate::session::missed::Filter;
use crate::session::own::NewCard;
use serde_json::{Value, json};
use std::collections::BTreeMap;

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
        let reason = reason(r.reason.as_deref().unwrap_or_default())?;
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

    /// A card is put right, or reads as it came again.
    pub(super) fn correct(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let (ix, card) = self.open_card(r)?;
        if r.undo == Some(true) {
            keep(self.store, ix, None, at).map_err(|e| e.to_string())?;
            return Ok(json!({ "ok": true, "card": card.as_str(), "corrected": false }));
        }
        let original = self.store.original(ix).map_err(|e| e.to_string())?;
        let pairs = |of: &Option<BTreeMap<String, String>>| {
            let all = of.iter().flatten();
            all.map(|(id, text)| format!("{id}={text}")).collect()
        };
        let args = Args {
            front: r.front.clone().or_else(|| r.stem.clone()),
            back: r.back.clone(),
            explanation: r.explanation.clone(),
            option: pairs(&r.option),
            why: pairs(&r.why),
            key: r.key.clone().unwrap_or_default(),
            note: r.text.clone(),
            ..Args::default()
        };
        let mut change = Correction::default();
        let before = correction(self.store, &card);
        take(&mut change, &args, &card, &original, before).map_err(|e| e.to_string())?;
        if change.is_empty() && change.note.is_none() {
            return Err(
                "say what should read otherwise: front, back, explanation, option, why \
                        or key"
                    .into(),
            );
        }
        change.of = checksum(&original);
        keep(self.store, ix, Some(change), at).map_err(|e| e.to_string())?;
        let asked_again = self.store.progress().card(&card).is_some_and(|s| s.rekeyed);
        Ok(json!({
            "ok": true,
            "card": card.as_str(),
            "corrected": true,
            "asked_again": asked_again,
        }))
    }

    /// A card of the person's own.
    pub(super) fn add(&mut self, r: &Request) -> Result<Value, Refused> {
        let text = |s: &Option<String>| s.clone().unwrap_or_default();
        let card = NewCard {
            front: text(&r.front),
            back: text(&r.back),
            topic: text(&r.topic),
        };
        let disk = &self.store.disk;
        let (made, id) = own::add(&disk.places, &disk.library, &card)?;
        let file = own::path(&disk.places);
        self.store.reopen_library();
        // Cards have other numbers now.
        self.desk = Desk::default();
        Ok(own::reply(&made, Some(&id), &file))
    }

    /// What to tell the author of a card.
    pub(super) fn report_card(&mut self, r: &Request) -> Result<Value, Refused> {
        let (ix, card) = self.open_card(r)?;
        let text = issue(self.store, ix).map_err(|e| e.to_string())?;
        let text = String::from_utf8_lossy(&text);
        Ok(json!({ "ok": true, "card": card.as_str(), "text": text }))
    }

    /// The card asked for, if its wording may be seen now.
    fn open_card(&self, r: &Request) -> Result<(CardIx, CardRef), Refused> {
        let name = r.card.as_deref();
        let name = name.ok_or("card: which one? write DECK#CARD")?;
        let ix = find_open(self.store, name).map_err(|e| e.to_string())?;
        Ok((ix, self.store.catalogue().entry(ix).card.clone()))
    }

    /// The missed queue, most costly first; narrowed as `missed --list` is.
    pub(super) fn missed(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let day = at.study_day();
        let mut desk = std::mem::take(&mut self.desk);
        let hidden = desk.hidden(self.shelf(day)).clone();
        self.desk = desk;
        let mut scope = self.scope.clone();
        scope.deck = self.deck(r)?;
        if let Some(domain) = r.domain {
            let found = narrowed::domain(self.store, scope.deck.as_ref(), domain);
            scope.domain = Some(found.map_err(|why| format!("domain: {why}"))?);
        }
        let since = r.since.as_ref().map(|s| {
            Day::parse(s).ok_or_else(|| format!("since: \"{s}\" is no date; write 2026-12-01"))
        });
        let reason = r.reason.as_deref().map(reason);
        let mock = r.mock.as_deref();
        let among = mock.map(|id| of_paper(self.store, id).map_err(|e| e.to_string()));
        let drill = Drill::of(Filter {
            scope,
            since: since.transpose()?,
            reason: reason.transpose()?,
            among: among.transpose()?,
        });
        let (catalogue, progress) = (self.store.catalogue(), self.store.progress());
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

fn reason(word: &str) -> Result<MissReason, Refused> {
    match word {
        "mixed-up" => Ok(MissReason::MixedUp),
        "misread" => Ok(MissReason::Misread),
        _ => Err("reason: write mixed-up or misread".into()),
    }
}
