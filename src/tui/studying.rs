//! What the program does while a person studies: cards come, are answered,
//! recorded, taken back. An answer moves the screen only once it is on disk.

use super::app::{App, Effect, Over, Pending, Screen};
use super::keymap::{Command, Place};
use super::screens::goal::Step as GoalStep;
use super::screens::study::{Stage, Table};
use crate::domain::event::{MissReason, OfCard, Undone};
use crate::domain::{Card, CardIx, Event, Grade, Happening, Moment, OptionId, Sureness, Text};
use crate::scheduling::progress::Deed;
use crate::scheduling::queue::Why;
use crate::session::answering::{answer, review};
use crate::session::why::{Worth, slipping, worth};
use crate::session::{Showing, Step, Study};

/// The goal is asked for after so many answers, once.
const GOAL_AFTER: u32 = 10;

impl App {
    /// Begins a sitting.
    pub(super) fn begin(&mut self, now: Moment) -> Vec<Effect> {
        self.study = Some(self.new_sitting(now));
        let compare = self.compare();
        if compare.is_empty() {
            return self.next_card(now);
        }
        self.next_after_compare = true;
        compare
    }

    /// Begins a drill of what was missed.
    pub(super) fn drill(&mut self, now: Moment) -> Vec<Effect> {
        let filter = self.missed.clone();
        let mut study = Study::drill(&self.known.progress, filter, now);
        study.look_again = self.second_look;
        self.study = Some(study);
        self.next_card(now)
    }

    pub(super) fn second_look(&mut self, now: Moment) -> Vec<Effect> {
        let mut sitting = self.sitting(now);
        sitting.take_second_look(&self.known.catalogue, &self.known.progress);
        self.study = Some(sitting);
        self.next_card(now)
    }

    pub(super) fn keep_going(&mut self, now: Moment) -> Vec<Effect> {
        let mut sitting = self.sitting(now);
        sitting.go_on();
        self.study = Some(sitting);
        self.next_card(now)
    }

    fn sitting(&mut self, now: Moment) -> Study {
        let open = self.study.take();
        open.unwrap_or_else(|| self.new_sitting(now))
    }

    fn new_sitting(&self, now: Moment) -> Study {
        let scope = self.known.scope.clone();
        let mut study = Study::begin(&self.known.progress, scope, now, self.minutes);
        study.look_again = self.second_look;
        study
    }

    /// Asks the session what comes next.
    pub(super) fn next_card(&mut self, now: Moment) -> Vec<Effect> {
        let Some(study) = &self.study else {
            return Vec::new();
        };
        let known = &self.known;
        let (catalogue, exams) = (&known.catalogue, &known.exams);
        match study.next(&mut self.desk, catalogue, exams, &known.progress) {
            Step::Show(ix, why) => {
                self.loading = Some(why);
                vec![Effect::Load(ix)]
            }
            Step::Placed => self.end_placement(now),
            Step::OfferSecondLook(n) => {
                let mut rest = study.clone();
                rest.skip_second_look();
                let end = rest.next(&mut self.desk, catalogue, exams, &known.progress);
                let more = matches!(end, Step::Done { more: true, .. });
                self.sum_up("today's work is done", n, more, now);
                Vec::new()
            }
            Step::Done { reason, more, .. } => {
                self.sum_up(reason, 0, more, now);
                Vec::new()
            }
        }
    }

    /// A card's wording is here: put it on the table.
    pub(super) fn loaded(&mut self, ix: CardIx, card: Card, now: Moment) {
        let Some(why) = self.loading.take() else {
            return;
        };
        let name = self.known.catalogue.entry(ix).card.clone();
        let showing = Showing::new(name, card, why, &self.known.progress);
        let study = self.sitting(now);
        let mut table = Table::new(ix, showing, &study, &self.known, now);
        table.worth = self.worth_of(ix, study.day);
        if let (Why::Due, Some(w), Some(first)) = (why, table.worth, table.why.first_mut()) {
            // The plan's own number, not plain FSRS's: one panel, one truth.
            *first = slipping(100.0 * w.now);
        }
        self.study = Some(study);
        self.screen = Screen::Study(Box::new(table));
        self.look_at_minutes(now);
        if self.ask_goal {
            self.ask_goal = false;
            self.ask(GoalStep::Date, true, now);
        }
    }

    /// What a review of the card would do, by the plan that is at hand anyway.
    fn worth_of(&mut self, ix: CardIx, day: crate::domain::Day) -> Option<Worth> {
        let known = &self.known;
        known.goal()?;
        worth(&mut self.desk, known.shelf(day), ix)
    }

    /// Space or Enter on a card.
    pub(super) fn confirm_card(&mut self, now: Moment) -> Vec<Effect> {
        let Screen::Study(table) = &mut self.screen else {
            return Vec::new();
        };
        match table.stage.clone() {
            Stage::Front => {
                table.stage = Stage::Back(Grade::Good);
                table.scroll = None;
                Vec::new()
            }
            Stage::Back(grade) => self.grade(grade, now),
            Stage::Choosing {
                cursor,
                chosen,
                sure,
            } => self.answer_question(cursor, &chosen, sure, now),
            Stage::Explained { .. } => self.next_card(now),
        }
    }

    /// A flashcard is graded.
    pub(super) fn grade(&mut self, grade: Grade, now: Moment) -> Vec<Effect> {
        let Screen::Study(table) = &mut self.screen else {
            return Vec::new();
        };
        if self.pending.is_some() || !matches!(table.stage, Stage::Back(_)) {
            return Vec::new();
        }
        table.stage = Stage::Back(grade);
        let what = review(&table.showing.card, grade, table.seconds(now));
        self.pending = Some(Pending::Answer {
            right: grade.passed(),
        });
        vec![Effect::Record(what)]
    }

    fn answer_question(
        &mut self,
        cursor: Option<usize>,
        chosen: &[usize],
        sure: Sureness,
        now: Moment,
    ) -> Vec<Effect> {
        let Screen::Study(table) = &mut self.screen else {
            return Vec::new();
        };
        let Some(choice) = table.showing.content.choice() else {
            return Vec::new();
        };
        let keys = choice.keys();
        let mut chosen = chosen.to_vec();
        // With one to choose, the option under the cursor is the one meant.
        if keys == 1
            && chosen.is_empty()
            && let Some(at) = cursor
        {
            chosen.push(at);
        }
        if chosen.len() < keys {
            let missing = super::screens::question::number_word(keys - chosen.len());
            self.remark = Some(if chosen.is_empty() {
                format!("Choose {missing} first: press its number.")
            } else {
                format!("Choose {missing} more.")
            });
            return Vec::new();
        }
        if self.pending.is_some() {
            return Vec::new();
        }
        let order = &table.showing.order;
        let ids: Vec<OptionId> = chosen
            .iter()
            .filter_map(|i| order.get(*i).cloned())
            .collect();
        let answered = answer(
            &table.showing.card,
            choice,
            order.clone(),
            ids,
            sure,
            table.seconds(now),
        );
        table.stage = Stage::Choosing {
            cursor,
            chosen,
            sure,
        };
        self.pending = Some(Pending::Answer {
            right: answered.right,
        });
        vec![Effect::Record(Happening::Answered(answered))]
    }

    /// Choosing among options, and saying how sure one is.
    pub(super) fn choose(&mut self, command: Command) {
        if self.pending.is_some() {
            return;
        }
        if let Screen::Study(table) = &mut self.screen {
            self.remark = table.choose(command);
        }
    }

    pub(super) fn suspend(&mut self) -> Vec<Effect> {
        let Screen::Study(table) = &self.screen else {
            return Vec::new();
        };
        let card = table.showing.card.clone();
        self.record(Pending::Suspend, Happening::Suspended(OfCard { card }))
    }

    /// Takes the latest thing of the study day back.
    pub(super) fn undo(&mut self, now: Moment) -> Vec<Effect> {
        let progress = &self.known.progress;
        // A sitting may run past four o'clock: the evening's last answer can
        // still be taken back.
        let evening = self.study.as_ref().map(|s| s.day);
        let recent = progress
            .last_undoable(now.study_day())
            .or_else(|| progress.last_undoable(evening?));
        let Some(recent) = recent else {
            self.remark = Some("Nothing to take back today.".into());
            return Vec::new();
        };
        let event = recent.id;
        // What is taken back may be a correction.
        let then = recent.before.as_ref().and_then(|c| c.correction.as_ref());
        let now_is = progress
            .card(&recent.card)
            .and_then(|c| c.correction.as_ref());
        if then != now_is {
            self.reread = self.known.catalogue.find(&recent.card);
        }
        let was_right = (recent.deed == Deed::Answer).then_some(recent.tally.right > 0);
        let card = self.known.catalogue.find(&recent.card);
        self.record(
            Pending::Undo { card, was_right },
            Happening::Undone(Undone { event }),
        )
    }

    pub(super) fn record(&mut self, pending: Pending, what: Happening) -> Vec<Effect> {
        if self.pending.is_some() {
            return Vec::new();
        }
        self.pending = Some(pending);
        vec![Effect::Record(what)]
    }

    /// What was to be recorded is on disk.
    pub(super) fn saved(
        &mut self,
        event: &Event,
        remark: Option<Text>,
        now: Moment,
    ) -> Vec<Effect> {
        self.remark = remark.map(|r| r.one_line());
        match self.known.apply(event) {
            Ok(()) => self.settle(now),
            Err(_) => vec![Effect::Refold],
        }
    }

    /// Progress holds what was recorded: the screen may move on.
    pub(super) fn settle(&mut self, now: Moment) -> Vec<Effect> {
        let Some(pending) = self.pending.take() else {
            return Vec::new();
        };
        match pending {
            Pending::Answer { right } => self.answered(right, now),
            Pending::Undo { card, was_right } => self.took_back(card, was_right, now),
            Pending::Suspend => {
                self.say("Suspended: it won't come again. u brings it back.");
                self.next_card(now)
            }
            Pending::Bury => {
                self.say("Put aside until tomorrow. u brings it back.");
                self.next_card(now)
            }
            Pending::Cold => {
                self.say("Known cold: checked once later, not drilled. u takes it back.");
                self.next_card(now)
            }
            Pending::Placed => self.placed(now),
            Pending::Reason(reason) => {
                if let Screen::Study(table) = &mut self.screen {
                    table.reason = Some(reason);
                }
                self.say(match reason {
                    MissReason::MixedUp => "Noted: mixed up.",
                    MissReason::Misread => "Noted: misread.",
                });
                self.look_for_leech();
                self.compare()
            }
            Pending::Corrected(ix) => self.corrected(ix),
            Pending::Care(words) => self.tended(words, now),
            Pending::Goal { dated } => self.goal_is_set(dated, now),
            Pending::Mock => self.mock_recorded(now),
        }
    }

    pub(super) fn say(&mut self, words: &str) {
        // A remark on where something was saved matters more.
        self.remark.get_or_insert_with(|| words.to_owned());
    }

    fn answered(&mut self, right: bool, now: Moment) -> Vec<Effect> {
        let reviews = self.known.progress.reviews;
        if reviews == GOAL_AFTER && self.known.goal().is_none() {
            self.ask_goal = true;
        }
        let mut sitting = self.sitting(now);
        let Screen::Study(table) = &mut self.screen else {
            self.study = Some(sitting);
            return Vec::new();
        };
        sitting.answered(table.ix, right);
        let ms = self.known.progress.recent.last().map_or(0, |r| r.tally.ms);
        sitting.placed(&self.known.catalogue, table.ix, ms);
        if table.place() == Place::Choosing {
            table.explain(&self.known, sitting.day, right);
            table.look_at_marks(&self.known);
            self.study = Some(sitting);
            self.look_at_minutes(now);
            self.look_for_leech();
            return if right { Vec::new() } else { self.compare() };
        }
        self.study = Some(sitting);
        self.look_for_leech();
        match self.over {
            // The card stays behind the word about it.
            Some(Over::Care(_)) => {
                if let Screen::Study(table) = &mut self.screen {
                    table.done = true;
                }
                Vec::new()
            }
            _ => self.next_card(now),
        }
    }

    /// The word about a leech was read: a flashcard goes, an answered question
    /// stays to be read.
    pub(super) fn after_sheet(&mut self, now: Moment) -> Vec<Effect> {
        match &self.screen {
            Screen::Study(table) if table.done => self.next_card(now),
            _ => Vec::new(),
        }
    }

    fn took_back(
        &mut self,
        card: Option<CardIx>,
        was_right: Option<bool>,
        now: Moment,
    ) -> Vec<Effect> {
        let mut sitting = self.sitting(now);
        if let Some(right) = was_right {
            sitting.took_back(right);
        }
        self.study = Some(sitting);
        self.say("Taken back.");
        if let Some(ix) = self.reread.take()
            && card == Some(ix)
        {
            return self.reread(ix);
        }
        if let Screen::Browse(browse) = &self.screen {
            let ix = card.filter(|ix| browse.open.as_ref().is_none_or(|v| v.ix != *ix));
            if let Some(ix) = ix {
                let name = &self.known.catalogue.entry(ix).card;
                self.remark = Some(format!("Taken back, of {name}."));
            }
            return self.tended("", now);
        }
        let Some(ix) = card else {
            return self.next_card(now);
        };
        if let Screen::Study(table) = &mut self.screen
            && table.ix == ix
            && was_right.is_none()
        {
            table.look_at_marks(&self.known);
            table.reason = None;
            return Vec::new();
        }
        let name = &self.known.catalogue.entry(ix).card;
        let seen = self.known.progress.card(name).is_some_and(|s| s.is_seen());
        self.loading = Some(if seen { Why::Due } else { Why::New });
        vec![Effect::Load(ix)]
    }

    /// Brings the minutes, or what is left of a drill, up to date.
    pub(super) fn look_at_minutes(&mut self, now: Moment) {
        let drilled = self.drilled(now.study_day());
        if let (Screen::Study(table), Some(study)) = (&mut self.screen, &self.study) {
            table.look_at_clock(study, &self.known, drilled);
        }
    }

    /// Time spent in a dialog is not time spent on the card below it.
    pub(super) fn restart_clock(&mut self, now: Moment) {
        if let Screen::Study(table) = &mut self.screen {
            table.since = now;
        }
        self.look_at_minutes(now);
    }
}
