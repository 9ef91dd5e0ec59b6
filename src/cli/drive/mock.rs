//! A paper by JSON lines. Its clock is `at`; its core is the screen's.

use super::request::Request;
use super::{Drive, Refused};
use crate::cli::paper;
use crate::domain::event::{MockAnswered, MockStarted};
use crate::domain::{Choice, EventId, Happening, Moment, OptionId, Sureness};
use crate::exam::clock::Reading;
use crate::exam::report::Report;
use crate::exam::sitting::{Sitting, Watch};
use crate::scheduling::paper::Paper;
use crate::session::mock::hidden::first_sight_left;
use crate::session::mock::setup::{CantDraw, Setup};
use crate::session::mock::{look_back, sit};
use crate::storage::seat::Seat;
use serde_json::{Value, json};

/// Whoever sits a paper here.
#[derive(Default)]
pub(super) struct Candidate {
    sitting: Option<Sitting>,
    /// Handed in by the clock, and nobody asked for the result yet.
    time_up: Option<EventId>,
    /// Held while there is a sitting.
    seat: Option<Seat>,
}

impl Candidate {
    /// Leaves the seat unless a paper is on the desk.
    pub(super) fn leave_seat(&mut self) {
        if self.sitting.is_none() {
            self.seat = None;
        }
    }
}

/// What can't be drawn, and the size that can.
fn in_json(e: &CantDraw) -> Refused {
    match e {
        CantDraw::Short(short) if short.largest > 0 => {
            format!("{short}: \"questions\":{}", short.largest)
        }
        e => e.to_string(),
    }
}

/// In a script `at` is all the clock there is.
fn reading(at: Moment) -> Reading {
    Reading {
        boot_id: String::new(),
        boot_ms: 0,
        wall_ms: at.utc_ms,
    }
}

const NONE_OPEN: &str = "no paper is open; {\"op\":\"mock\"} begins one";

impl Drive<'_> {
    /// `{"op":"mock"}`: begins, resumes or discards a paper.
    pub(super) fn mock(
        &mut self,
        r: &Request,
        at: Moment,
        random: &dyn Fn() -> u64,
    ) -> Result<Value, Refused> {
        if r.discard == Some(true) {
            return self.discard(at);
        }
        if r.resume == Some(true) {
            return self.resume(r, at);
        }
        self.take_seat()?;
        if let Some(open) = self.store.progress().open_paper() {
            return Err(format!(
                "paper {} is still open: {{\"op\":\"mock\",\"resume\":true}} goes on with it, \
                 {{\"op\":\"mock\",\"discard\":true}} gives it up",
                open.id()
            ));
        }
        let setup = self.setup(r, random)?;
        let begun = paper::draw(self.store, &setup).map_err(|e| in_json(&e))?;
        self.keep(begun, at)?;
        let paper = self.open_paper()?;
        let sitting = sit::begin(paper, self.store.catalogue(), Watch::OnDemand, &reading(at));
        let reply = self.whole_paper(&sitting, at)?;
        self.candidate.sitting = Some(sitting);
        Ok(reply)
    }

    /// Takes the seat at the paper, if it isn't ours already, and hears what
    /// whoever had it before did.
    fn take_seat(&mut self) -> Result<(), Refused> {
        if self.candidate.seat.is_none() {
            let seat = self.store.disk.take_seat();
            let taken = || "a paper is being sat in another window or script; end that one first";
            self.candidate.seat = Some(seat.ok_or_else(taken)?);
            self.store.catch_up();
        }
        Ok(())
    }

    fn setup(&self, r: &Request, random: &dyn Fn() -> u64) -> Result<Setup, Refused> {
        let deck = self.deck(r)?;
        let again = match &r.repeat {
            Some(name) => Some(EventId::parse(name).ok_or("repeat: the name of a paper")?),
            None => None,
        };
        Ok(Setup {
            questions: r.questions,
            minutes: r.minutes.map(u32::from),
            domain: r.domain.or(self.scope.domain),
            deck,
            missed: r.missed == Some(true),
            practice: r.practice == Some(true),
            again,
            seed: r.seed.unwrap_or_else(random),
        })
    }

    fn resume(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        if self.candidate.sitting.is_none() {
            self.take_up(r.count == Some(true), at)?;
        }
        self.hand_in_if_up(at)?;
        match self.candidate.sitting.take() {
            Some(sitting) => {
                let mut reply = self.whole_paper(&sitting, at)?;
                reply["resumed"] = json!(true);
                self.candidate.sitting = Some(sitting);
                Ok(reply)
            }
            None => Err(NONE_OPEN.into()),
        }
    }

    /// After a restart the open paper goes on where it was left. The time
    /// between counts, since `at` is the clock, unless the paper was resumed
    /// by name and nobody asked for it to.
    fn take_up(&mut self, counted: bool, at: Moment) -> Result<(), Refused> {
        self.take_seat()?;
        let now = reading(at);
        // What the screen wrote down last, if the paper was begun there.
        let beat = self.store.disk.last_beat();
        let paper = self.open_paper()?;
        let paused = paper.paused;
        let mut sitting = sit::take_up(paper, self.store.catalogue(), Watch::OnDemand, beat, &now);
        let goes_on = sitting.go_on(counted, paused, &now);
        sitting.take(&goes_on, &now);
        self.keep(goes_on, at)?;
        self.candidate.sitting = Some(sitting);
        Ok(())
    }

    fn discard(&mut self, at: Moment) -> Result<Value, Refused> {
        self.take_seat()?;
        let now = reading(at);
        let on_desk = self.candidate.sitting.take();
        let paper = self.open_paper()?;
        let id = paper.id();
        let sitting = on_desk.unwrap_or_else(|| {
            sit::take_up(paper, self.store.catalogue(), Watch::OnDemand, None, &now)
        });
        self.keep(sitting.give_up(&now), at)?;
        Ok(json!({ "ok": true, "discarded": id }))
    }

    /// The paper on the desk, with the number of the question that is meant.
    fn desk(&mut self, r: &Request, at: Moment) -> Result<(Sitting, usize), Refused> {
        if self.candidate.sitting.is_none() {
            self.take_up(true, at)?;
        }
        if self.hand_in_if_up(at)? {
            return Err(
                "the time was up and the paper was handed in; {\"op\":\"finish\"} tells the result"
                    .into(),
            );
        }
        let sitting = self.candidate.sitting.as_ref().ok_or(NONE_OPEN)?;
        let of = sitting.states().len();
        let number = r.question.ok_or("question: which one, from 1?")?;
        if !(1..=of).contains(&number) {
            return Err(format!("question: this paper has 1 to {of}"));
        }
        Ok((sitting.clone(), number - 1))
    }

    /// `{"op":"answer"}`: a question's whole new state.
    pub(super) fn answer_question(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let (mut sitting, n) = self.desk(r, at)?;
        let now = reading(at);
        let asked = &sitting.paper().questions[n];
        let card = asked.card.clone();
        let known = |ids: &[String], field: &str| -> Result<Vec<OptionId>, Refused> {
            let one = |id: &String| {
                let found = asked.shown.iter().find(|o| o.as_str() == id);
                found
                    .cloned()
                    .ok_or_else(|| format!("{field}: question {} has no option {id}", n + 1))
            };
            ids.iter().map(one).collect()
        };
        let chosen = r
            .options
            .as_ref()
            .map(|o| known(o, "options"))
            .transpose()?;
        let struck = r.struck.as_ref().map(|o| known(o, "struck")).transpose()?;
        if chosen.is_none() && struck.is_none() && r.flag.is_none() && r.sure.is_none() {
            return Err("options: which ones? write a list of option ids".into());
        }
        let practice = sitting.paper().practice;
        if practice && chosen.is_some() && !sitting.states()[n].chosen.is_empty() {
            return Err(format!("question {} was answered and explained", n + 1));
        }
        sitting.go_to(n, &now);
        sitting.look(false, &now);
        let ms = self.spent_ms(r, &sitting, &now);
        let what = sitting.set(n, ms, &now, |e: &mut MockAnswered| {
            if let Some(chosen) = chosen {
                e.struck.retain(|o| !chosen.contains(o));
                e.chosen = chosen;
            }
            if let Some(struck) = struck {
                e.chosen.retain(|o| !struck.contains(o));
                e.struck = struck;
            }
            e.flag = r.flag.unwrap_or(e.flag);
            e.sure = match r.sure {
                Some(true) => Sureness::Sure,
                Some(false) => Sureness::Guessed,
                None => e.sure,
            };
        });
        self.keep_on_desk(sitting, what, at)?;
        let sitting = self.candidate.sitting.as_ref().ok_or(NONE_OPEN)?;
        let state = &sitting.states()[n];
        let mut reply = json!({
            "recorded": true,
            "mock": sitting.paper().mock,
            "question": n + 1,
            "chosen": state.chosen,
            "flag": state.flag,
            "answered": sitting.answered(),
            "left_seconds": sitting.timer().left_ms(&now) / 1000,
        });
        if practice && !state.chosen.is_empty() {
            explain(
                &mut reply,
                paper::choice(self.store, &card).as_ref(),
                &state.chosen,
            );
        }
        Ok(reply)
    }

    /// Seconds as told, else what passed since the paper was last touched.
    fn spent_ms(&self, r: &Request, sitting: &Sitting, now: &Reading) -> u64 {
        match r.seconds {
            Some(s) => (f64::from(s) * 1000.0) as u64,
            None => {
                let noted = self
                    .store
                    .progress()
                    .open_paper()
                    .map_or(0, |p| p.elapsed_ms);
                sitting.timer().elapsed_ms(now).saturating_sub(noted)
            }
        }
    }

    /// `{"op":"flag"}`: sets, takes off or turns a question's flag.
    pub(super) fn flag(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let (mut sitting, n) = self.desk(r, at)?;
        let now = reading(at);
        let on = r.flag.unwrap_or(!sitting.states()[n].flag);
        sitting.look(false, &now);
        let what = sitting.set(n, 0, &now, |e| e.flag = on);
        self.keep_on_desk(sitting, what, at)?;
        Ok(json!({ "ok": true, "question": n + 1, "flag": on }))
    }

    /// `{"op":"goto"}`: shows a question as it stands.
    pub(super) fn go_to(&mut self, r: &Request, at: Moment) -> Result<Value, Refused> {
        let (mut sitting, n) = self.desk(r, at)?;
        sitting.go_to(n, &reading(at));
        let mut reply = self.question(&sitting, n)?;
        reply["ok"] = json!(true);
        reply["left_seconds"] = json!(sitting.timer().left_ms(&reading(at)) / 1000);
        self.candidate.sitting = Some(sitting);
        Ok(reply)
    }

    /// `{"op":"finish"}`: hands the paper in and says how it went.
    pub(super) fn finish(&mut self, at: Moment) -> Result<Value, Refused> {
        if let Some(mock) = self.candidate.time_up.take() {
            return self.result(mock);
        }
        if self.candidate.sitting.is_none() {
            self.take_up(true, at)?;
        }
        let mock = self.hand_in(at)?;
        self.candidate.time_up = None;
        self.result(mock)
    }

    /// `{"op":"report"}`: all that is to be said of a marked paper.
    pub(super) fn report(&mut self, r: &Request) -> Result<Value, Refused> {
        let paper = look_back::find(self.store.progress(), r.mock.as_deref())?;
        let report = paper::report(self.store, paper).ok_or("this paper has no report")?;
        let mut reply = json!(report);
        reply["ok"] = json!(true);
        Ok(reply)
    }

    /// Whether the time was up, so that the paper was handed in.
    fn hand_in_if_up(&mut self, at: Moment) -> Result<bool, Refused> {
        let sitting = self.candidate.sitting.as_ref();
        if !sitting.is_some_and(|s| s.timer().is_up(&reading(at))) {
            return Ok(false);
        }
        let mock = self.hand_in(at)?;
        self.candidate.time_up = Some(mock);
        Ok(true)
    }

    fn hand_in(&mut self, at: Moment) -> Result<EventId, Refused> {
        let sitting = self.candidate.sitting.as_ref().ok_or(NONE_OPEN)?;
        let paper = self.open_paper()?;
        let verdicts = paper::verdicts(self.store, paper);
        let mock = paper.id();
        let what = sitting.hand_in(verdicts, &reading(at));
        self.keep(what, at)?;
        self.candidate.sitting = None;
        Ok(mock)
    }

    fn result(&self, mock: EventId) -> Result<Value, Refused> {
        let paper = self.store.progress().paper(mock).ok_or(NONE_OPEN)?;
        let r = paper::report(self.store, paper).ok_or("this paper has no report")?;
        Ok(outcome(&r))
    }

    fn open_paper(&self) -> Result<&Paper, Refused> {
        let open = self.store.progress().open_paper();
        open.ok_or_else(|| NONE_OPEN.to_owned())
    }

    fn keep(&mut self, what: Happening, at: Moment) -> Result<(), Refused> {
        let recorded = self.store.record(vec![what], at, at.study_day());
        recorded.map(|_| ()).map_err(|e| e.to_string())
    }

    /// Records what was done at the desk, and only then does it.
    fn keep_on_desk(
        &mut self,
        mut sitting: Sitting,
        what: Option<Happening>,
        at: Moment,
    ) -> Result<(), Refused> {
        if let Some(what) = what {
            self.keep(what.clone(), at)?;
            sitting.take(&what, &reading(at));
        }
        self.candidate.sitting = Some(sitting);
        Ok(())
    }

    fn whole_paper(&self, sitting: &Sitting, at: Moment) -> Result<Value, Refused> {
        let started = sitting.paper();
        let questions: Result<Vec<Value>, Refused> = (0..started.questions.len())
            .map(|n| self.question(sitting, n))
            .collect();
        let left = paper::blueprint(self.store, self.scope.deck.as_ref())
            .map(|b| first_sight_left(self.store.catalogue(), self.store.progress(), b));
        let now = reading(at);
        let mut reply = json!({
            "mock": started.mock,
            "exam": started.exam,
            "minutes": started.minutes,
            "seed": started.seed,
            "practice": started.practice,
            "held_back": started.held_back,
            "first_sight_left": left.unwrap_or(0),
            "derived": derived(started),
            "answered": sitting.answered(),
            "elapsed_seconds": sitting.timer().elapsed_ms(&now) / 1000,
            "left_seconds": sitting.timer().left_ms(&now) / 1000,
        });
        reply["questions"] = Value::Array(questions?);
        Ok(reply)
    }

    /// A question as it is asked and stands: never with its key.
    fn question(&self, sitting: &Sitting, n: usize) -> Result<Value, Refused> {
        let asked = &sitting.paper().questions[n];
        let state = &sitting.states()[n];
        let choice = paper::choice(self.store, &asked.card)
            .ok_or_else(|| format!("{} is in no deck any more", asked.card))?;
        let options = asked.shown.iter().filter_map(|id| {
            let option = choice.options.iter().find(|o| o.id == *id)?;
            Some(json!({ "id": id, "text": option.text }))
        });
        Ok(json!({
            "question": n + 1,
            "card": asked.card,
            "domain": asked.task.map(|t| t.domain),
            "task": asked.task,
            "choose": choice.keys(),
            "stem": choice.stem,
            "options": options.collect::<Value>(),
            "chosen": state.chosen,
            "struck": state.struck,
            "flag": state.flag,
            "sure": state.sure,
            "seconds": state.ms as f64 / 1000.0,
            "first_sight": asked.first_sight,
        }))
    }
}

fn derived(paper: &MockStarted) -> usize {
    paper.questions.iter().filter(|q| q.derived).count()
}

/// In practice: the key and every option's reason.
fn explain(reply: &mut Value, choice: Option<&Choice>, chosen: &[OptionId]) {
    let Some(choice) = choice else { return };
    let key = choice.options.iter().filter(|o| o.correct);
    let why = choice
        .options
        .iter()
        .map(|o| json!({ "id": o.id, "correct": o.correct, "why": o.why }));
    reply["correct"] = json!(crate::domain::answer::is_right(choice, chosen));
    reply["key"] = key.map(|o| json!(o.id)).collect();
    reply["options"] = why.collect();
    reply["explanation"] = json!(choice.explanation);
}

/// The result of a paper in a few figures.
fn outcome(r: &Report) -> Value {
    let domains = r.domains.iter();
    let missed = r.questions.iter().filter(|l| !l.right);
    json!({
        "mock": r.mock,
        "right": r.right,
        "of": r.of,
        "unanswered": r.unanswered,
        "time_up": r.time_up,
        "elapsed_seconds": r.elapsed_ms / 1000,
        "domains": domains
            .map(|d| json!({ "domain": d.domain, "right": d.right, "of": d.of, "verdict": d.verdict }))
            .collect::<Value>(),
        "missed": missed.map(|l| json!(l.card)).collect::<Value>(),
        "first_sight": r.first_sight,
        "estimate": r.estimate,
    })
}
