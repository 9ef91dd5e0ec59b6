//! The session as JSON lines, for scripts and screen readers.
//!
//! One request a line, one reply a line; what can't be done is a reply with
//! `error`, and the session goes on. It stands on the same `session` floor as
//! the screen. What scripts may rely on is in [`contract`], which is the long
//! help of `cramless drive`.

mod care;
pub(super) mod contract;
mod mock;
mod plan;
mod reply;
mod request;

use super::mixups;
use super::scope as narrowed;
use super::store::Store;
use super::world::World;
use crate::domain::answer::grade_of_choice;
use crate::domain::event::Undone;
use crate::domain::{
    Card, CardIx, CardRef, Day, DeckId, Happening, Moment, OptionId, Sureness, Text,
};
use crate::scheduling::progress::Deed;
use crate::scheduling::queue::{self, Pick, Scope};
use crate::session::answering::{self, outlooks};
use crate::session::desk::{Desk, Shelf};
use crate::session::{Showing, today};
use request::Request;
use serde_json::{Value, json};
use std::io;

/// Runs until the input ends.
///
/// # Errors
/// When replies can no longer be written.
pub fn run(store: &mut Store, scope: Scope, world: &mut World<'_>) -> io::Result<()> {
    // Comparisons that were made before have their history.
    store.compare();
    let mut drive = Drive {
        store,
        scope,
        desk: Desk::default(),
        candidate: mock::Candidate::default(),
    };
    let mut line = Vec::new();
    loop {
        line.clear();
        if world.input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.trim_ascii().is_empty() {
            continue;
        }
        let reply = drive.answer(&line, (world.now)(), world.random);
        let mut bytes = reply.to_string().into_bytes();
        bytes.push(b'\n');
        world.out.write_all(&bytes)?;
        world.out.flush()?;
    }
    drive.store.keep();
    Ok(())
}

struct Drive<'s> {
    store: &'s mut Store,
    scope: Scope,
    desk: Desk,
    candidate: mock::Candidate,
}

/// A refusal, in words for a person.
type Refused = String;

impl Drive<'_> {
    fn answer(&mut self, line: &[u8], clock: Moment, random: &dyn Fn() -> u64) -> Value {
        let result = Request::parse(line).and_then(|r| {
            let at = self.moment(r.at.as_deref(), clock)?;
            self.perform(&r, at, random)
        });
        self.candidate.leave_seat();
        result.unwrap_or_else(|refused| json!({ "error": Text::new(refused).as_str() }))
    }

    /// The request's moment; one before the last event's counts as that. What
    /// an earlier run wrote sorts by chance beside events of the same
    /// millisecond, so this run begins just after it.
    fn moment(&self, at: Option<&str>, clock: Moment) -> Result<Moment, Refused> {
        let given = match at {
            Some(s) => Moment::parse(s)
                .ok_or_else(|| format!("at: \"{s}\" is no time; write 2026-12-01T19:00:00Z"))?,
            None => clock,
        };
        let progress = self.store.progress();
        let (Some(last), Some((_, id))) = (progress.last_at, progress.last) else {
            return Ok(given);
        };
        let ours = self.store.disk.journal.is_of_this_session(id);
        let earliest = last.utc_ms + i64::from(!ours);
        Ok(match given.utc_ms < earliest {
            true => Moment {
                utc_ms: earliest,
                ..last
            },
            false => given,
        })
    }

    fn perform(
        &mut self,
        r: &Request,
        at: Moment,
        random: &dyn Fn() -> u64,
    ) -> Result<Value, Refused> {
        match r.op.as_str() {
            "next" => self.next(r, at),
            "grade" => self.grade(r, at),
            "choose" => self.choose(r, at),
            "undo" => self.undo(at),
            "goal" => self.goal(r, at, random),
            "readiness" => Ok(self.readiness(r, at)),
            "forecast" => self.forecast(at),
            "mock" => self.mock(r, at, random),
            "answer" => self.answer_question(r, at),
            // A flag is a question's on a paper, or else a card's.
            "flag" if r.question.is_none() && r.card.is_some() => self.care(r, at),
            "flag" => self.flag(r, at),
            "suspend" | "restore" | "bury" | "reset" | "dispute" | "note" | "known-cold" => {
                self.care(r, at)
            }
            "explain" => self.explain(r, at),
            "missed" => self.missed(r, at),
            "mixups" => Ok(json!({ "ok": true, "mixups": mixups::rows(self.store) })),
            "correct" => self.correct(r, at),
            "add" => self.add(r),
            "report" if r.card.is_some() => self.report_card(r),
            "goto" => self.go_to(r, at),
            "finish" => self.finish(at),
            "report" => self.report(r),
            other => Err(format!(
                "op: \"{other}\" is not known; there are next, grade, choose, undo, goal, \
                 readiness, forecast, mock, answer, flag, goto, finish, report, missed, suspend, \
                 restore, bury, reset, known-cold, dispute, note, explain, mixups, correct, add"
            )),
        }
    }

    fn next(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let day = at.study_day();
        let owed = self.store.compare();
        self.desk
            .owe(owed.iter().map(|(m, ix)| m.owed(*ix)).collect());
        let progress = self.store.progress();
        let catalogue = self.store.catalogue();
        if r.again == Some(true)
            && let Some(ix) = queue::second_look(catalogue, progress, &self.scope, day)
        {
            return self.shown(ix, queue::Why::SecondLook, day);
        }
        let goal = progress.goal.is_some();
        let left = r.left.or_else(|| {
            let used = progress.tally(day).ms as f64 / 1000.0;
            (!goal).then(|| f64::from(today::minutes(progress)) * 60.0 - used)
        });
        let shelf = self.store.shelf(&self.scope, day);
        // Who names the seconds left has made the evening's plan themselves.
        let goal_set = progress.goal.as_ref().map(|(goal, _)| goal);
        let calm = r.left.is_none() && goal_set.is_some_and(|g| g.is_last_evening(day));
        let pick = match calm {
            true => self.desk.pick_calm(shelf, left),
            false => self.desk.pick(shelf, left, goal),
        };
        match pick {
            Pick::Card(ix, why) => self.shown(ix, why, day),
            Pick::Nothing { reason, next_due } => Ok(json!({
                "card": null,
                "reason": reason,
                "next_due": next_due.map(|d| d.to_string()),
            })),
        }
    }

    fn shown(&self, ix: CardIx, why: queue::Why, day: Day) -> Result<Value, Refused> {
        let card = self.wording(ix)?;
        let full = self.store.catalogue().entry(ix).card.clone();
        let showing = Showing::new(full.clone(), card, why, self.store.progress());
        let state = self.store.progress().card(&full);
        Ok(reply::card(&showing, state, day))
    }

    fn wording(&self, ix: CardIx) -> Result<Card, Refused> {
        self.store.card(ix).map_err(|p| p.to_string())
    }

    fn find(&self, r: &Request) -> Result<(CardIx, CardRef, Card), Refused> {
        let name = r
            .card
            .as_deref()
            .ok_or("card: which one? write DECK#CARD")?;
        let full = CardRef::parse(name).map_err(|e| format!("card: {e}"))?;
        let ix = self.store.catalogue().find(&full).ok_or_else(|| {
            format!("card: no card {name} is installed; `cramless decks` lists the decks")
        })?;
        let card = self.wording(ix)?;
        Ok((ix, full, card))
    }

    /// The deck that a request narrows to, else that of the whole session.
    fn deck(&self, r: &Request) -> Result<Option<DeckId>, Refused> {
        match &r.deck {
            Some(id) => {
                let found = narrowed::deck(self.store, id);
                found.map(Some).map_err(|why| format!("deck: {why}"))
            }
            None => Ok(self.scope.deck.clone()),
        }
    }

    fn grade(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let (_, full, card) = self.find(r)?;
        let grade = r.grade.ok_or("grade: write again, hard, good or easy")?;
        if card.choice().is_some() {
            return Err(format!("{full} is a question; answer it with choose"));
        }
        let day = at.study_day();
        let outlook = self.outlook(&full, grade, day);
        let what = answering::review(&full, grade, r.seconds.unwrap_or(0.0));
        self.store
            .record(vec![what], at, day)
            .map_err(|e| e.to_string())?;
        Ok(reply::recorded(&outlook, None))
    }

    fn choose(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let (_, full, card) = self.find(r)?;
        let Some(choice) = card.choice() else {
            return Err(format!("{full} is a flashcard; answer it with grade"));
        };
        let chosen = r
            .options
            .as_ref()
            .ok_or("options: which ones? write a list of option ids")?;
        let mut ids = Vec::new();
        for id in chosen {
            let id = OptionId::new(id.as_str()).map_err(|e| format!("options: {e}"))?;
            if !choice.options.iter().any(|o| o.id == id) {
                return Err(format!("options: {full} has no option {id}"));
            }
            ids.push(id);
        }
        let sure = match r.sure {
            Some(true) => Sureness::Sure,
            Some(false) => Sureness::Guessed,
            None => Sureness::Unsaid,
        };
        let day = at.study_day();
        let reviews = self.store.progress().card(&full).map_or(0, |s| s.reviews);
        let shown = crate::session::shown::option_order(&full, choice, reviews);
        let answered = answering::answer(&full, choice, shown, ids, sure, r.seconds.unwrap_or(0.0));
        let right = answered.right;
        let outlook = self.outlook(&full, grade_of_choice(right, sure), day);
        self.store
            .record(vec![Happening::Answered(answered)], at, day)
            .map_err(|e| e.to_string())?;
        Ok(reply::recorded(&outlook, Some((right, choice))))
    }

    fn outlook(&self, card: &CardRef, grade: crate::domain::Grade, day: Day) -> answering::Outlook {
        let state = self.store.progress().card(card);
        outlooks(self.store.fsrs(), state, day)[grade as usize]
    }

    fn undo(&mut self, at: Moment) -> Result<Value, Refused> {
        let day = at.study_day();
        let (event, card, deed) = match self.store.progress().last_undoable(day) {
            Some(r) => (r.id, r.card.clone(), r.deed),
            None => return Err("nothing of this study day is left to take back".into()),
        };
        self.store
            .record(vec![Happening::Undone(Undone { event })], at, day)
            .map_err(|e| e.to_string())?;
        let deed = match deed {
            Deed::Answer => "answer",
            Deed::Care => "care",
        };
        Ok(json!({ "ok": true, "undone": deed, "card": card.as_str() }))
    }

    fn shelf(&self, day: Day) -> Shelf<'_> {
        self.store.shelf(&self.scope, day)
    }
}
