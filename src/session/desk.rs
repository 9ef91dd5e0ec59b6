//! The next card for whoever asks, screen or `drive`: by the planner when
//! there is a goal, by plain FSRS when there is none.
//!
//! It keeps the day's plan between questions, since building one looks at
//! every card; what it answers depends on progress alone.

use super::goal;
use super::mock::hidden;
use crate::domain::{Blueprint, CardIx, Catalogue, Day, Goal};
use crate::scheduling::agenda::{Agenda, Setting};
use crate::scheduling::planner::Reason;
use crate::scheduling::progress::Progress;
use crate::scheduling::prospects::{Ground, Prospects, prospects, transfer};
use crate::scheduling::queue::{self, Pick, Scope, Why};
use crate::scheduling::readiness::{Held, Transfer, held};
use crate::scheduling::rollout::Start;
use std::collections::HashSet;

/// The plan at hand, if one was made.
#[derive(Debug, Default)]
pub struct Desk {
    agenda: Option<Agenda>,
    /// Cards that study doesn't show: questions of papers still held back.
    hidden: HashSet<CardIx>,
    hidden_for: Option<HiddenFor>,
    /// Comparisons of what was mixed up.
    owed: Vec<Owed>,
}

/// A comparison that is worth having since two things were mixed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    /// The card that compares them.
    pub card: CardIx,
    /// What says what one of them is: it is studied where that is.
    pub of: CardIx,
    /// Study day of the latest mix-up.
    pub since: Day,
}

/// What the hidden cards follow from.
#[derive(Debug, PartialEq)]
struct HiddenFor {
    goal: Option<Goal>,
    papers: (usize, usize),
    cards: usize,
}

/// What there is to choose from.
#[derive(Debug, Clone, Copy)]
pub struct Shelf<'a> {
    /// Every card.
    pub catalogue: &'a Catalogue,
    /// The blueprints at hand.
    pub exams: &'a [Blueprint],
    /// Where the person stands.
    pub progress: &'a Progress,
    /// Which cards are studied.
    pub scope: &'a Scope,
    /// The study day.
    pub day: Day,
}

impl Desk {
    /// The next card. `left_s`: seconds left today, none for as many as it
    /// takes; `keep_going`: without a goal, whether cards come that aren't due.
    pub fn pick(&mut self, shelf: Shelf<'_>, left_s: Option<f64>, keep_going: bool) -> Pick {
        self.choose(shelf, left_s, keep_going, false)
    }

    /// The next card on the evening before the exam: what is new comes last.
    pub fn pick_calm(&mut self, shelf: Shelf<'_>, left_s: Option<f64>) -> Pick {
        self.choose(shelf, left_s, true, true)
    }

    fn choose(
        &mut self,
        shelf: Shelf<'_>,
        left_s: Option<f64>,
        keep_going: bool,
        calm: bool,
    ) -> Pick {
        let s = shelf;
        let over = left_s.is_some_and(|left| left <= 0.0);
        if !over && let Some((ix, why)) = self.before_all(shelf) {
            return Pick::Card(ix, why);
        }
        if s.progress.goal.is_none() || over {
            return queue::pick(s.catalogue, s.progress, s.scope, s.day, left_s, keep_going);
        }
        let agenda = self.agenda(shelf);
        match agenda.next(s.progress, left_s, calm) {
            Some((ix, reason)) => Pick::Card(ix, why(reason, ix, s)),
            None => match queue::pick(s.catalogue, s.progress, s.scope, s.day, Some(0.0), false) {
                Pick::Nothing { next_due, .. } => Pick::Nothing {
                    reason: "every card of this selection was seen today",
                    next_due,
                },
                card @ Pick::Card(..) => card,
            },
        }
    }

    /// Tells which comparisons are worth having since things were mixed up.
    pub fn owe(&mut self, comparisons: Vec<Owed>) {
        self.owed = comparisons;
    }

    /// What comes before any plan: a question whose key is another one now, and
    /// the comparison of two things that were mixed up since it was last seen.
    fn before_all(&mut self, shelf: Shelf<'_>) -> Option<(CardIx, Why)> {
        let s = shelf;
        self.hide(shelf);
        if let Some(ix) = queue::rekeyed(s.catalogue, s.progress, s.scope, &self.hidden, s.day) {
            return Some((ix, Why::KeyChanged));
        }
        let in_scope = |ix| s.scope.holds(s.catalogue, s.catalogue.entry(ix));
        let owed = self.owed.iter().find(|owed| {
            let state = s.progress.card(&s.catalogue.entry(owed.card).card);
            let last = state.and_then(|c| c.last_day());
            (in_scope(owed.card) || in_scope(owed.of))
                && last.is_none_or(|last| last < owed.since && last < s.day)
                && state.is_none_or(|c| c.is_available(s.day))
        });
        owed.map(|owed| (owed.card, Why::MixedUp))
    }

    /// The day's plan, up to date.
    pub fn agenda(&mut self, shelf: Shelf<'_>) -> &Agenda {
        self.hide(shelf);
        let setting = setting(shelf, &self.hidden);
        match &mut self.agenda {
            Some(agenda) => {
                agenda.sync(setting, shelf.progress, shelf.day);
                agenda
            }
            empty => empty.insert(Agenda::new(setting, shelf.progress, shelf.day)),
        }
    }

    /// Questions nobody may meet yet: those of papers still to be sat.
    pub fn hidden(&mut self, shelf: Shelf<'_>) -> &HashSet<CardIx> {
        self.hide(shelf);
        &self.hidden
    }

    /// Brings the hidden cards up to date; only a goal or a paper changes them.
    fn hide(&mut self, shelf: Shelf<'_>) {
        let progress = shelf.progress;
        let ended = progress.papers.iter().filter(|p| p.ended.is_some()).count();
        let now = HiddenFor {
            goal: progress.goal.as_ref().map(|(goal, _)| goal.clone()),
            papers: (progress.papers.len(), ended),
            cards: shelf.catalogue.len(),
        };
        if self.hidden_for.as_ref() == Some(&now) {
            return;
        }
        self.hidden = hidden(shelf.catalogue, progress, blueprint_of(shelf));
        self.hidden_for = Some(now);
    }

    /// The cards that readiness is about.
    pub(super) fn ground(&mut self, shelf: Shelf<'_>) -> Ground {
        self.hide(shelf);
        Ground::of(setting(shelf, &self.hidden), shelf.progress)
    }

    /// Where the person stands, for playing the days to come; none if no card
    /// is in scope.
    pub fn start(&mut self, shelf: Shelf<'_>) -> Option<Start> {
        self.agenda(shelf);
        let agenda = self.agenda.as_ref()?;
        let setting = setting(shelf, &self.hidden);
        let any = !agenda.cards().is_empty();
        any.then(|| Start::of(setting, agenda, shelf.progress, shelf.day))
    }

    /// How well knowledge carries over to questions, and how each domain is
    /// held today.
    pub fn transfer(&mut self, shelf: Shelf<'_>) -> (Transfer, Vec<u8>, Vec<Held>) {
        self.hide(shelf);
        let setting = setting(shelf, &self.hidden);
        let (transfer, domains, known) = transfer(setting, shelf.progress, shelf.day, shelf.day);
        let weights = shelf.progress.person.belief.likely();
        let held = held(&weights, &known, domains.len(), shelf.day);
        (transfer, domains, held)
    }

    /// How ready the person is.
    pub fn prospects(&mut self, shelf: Shelf<'_>) -> Prospects {
        self.hide(shelf);
        prospects(setting(shelf, &self.hidden), shelf.progress, shelf.day)
    }
}

/// The blueprint that is studied for.
pub(super) fn blueprint_of(shelf: Shelf<'_>) -> Option<&Blueprint> {
    let code = goal::exam(shelf.progress, shelf.catalogue, shelf.scope.deck.as_ref())?;
    shelf.exams.iter().find(|b| b.code.as_str() == code)
}

fn setting<'a>(shelf: Shelf<'a>, hidden: &'a HashSet<CardIx>) -> Setting<'a> {
    Setting {
        catalogue: shelf.catalogue,
        blueprint: blueprint_of(shelf),
        scope: shelf.scope,
        hidden,
    }
}

fn why(reason: Reason, ix: CardIx, shelf: Shelf<'_>) -> Why {
    let card = &shelf.catalogue.entry(ix).card;
    let seen = shelf.progress.card(card).is_some_and(|s| s.is_seen());
    match reason {
        Reason::BehindMiss => Why::BehindMiss,
        Reason::Question => Why::Question,
        Reason::Check => Why::Check,
        Reason::Save => Why::Due,
        Reason::Gain | Reason::Keeps | Reason::Rest if !seen => Why::New,
        Reason::Gain => Why::Gain,
        Reason::Keeps => Why::Keeps,
        Reason::Rest => Why::Ahead,
    }
}
