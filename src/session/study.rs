//! A sitting of daily study: what comes next until the person has had enough.

use super::desk::{Desk, Shelf};
use super::drill::Drill;
use super::missed::{Filter, Missed};
use super::placement::Placement;
use super::shown::option_order;
use super::today;
use crate::domain::{Blueprint, Card, CardIx, CardRef, Catalogue, Day, Moment, OptionId};
use crate::scheduling::progress::Progress;
use crate::scheduling::queue::{self, Pick, Scope, Why};
use crate::storage::config::SecondLook;
use std::collections::HashSet;

/// A failed card that comes again soon comes after so many others.
const SOON: u32 = 6;

/// A sitting.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// What is studied.
    pub scope: Scope,
    /// Its study day; a sitting that runs past 04:00 stays with its day's plan.
    pub day: Day,
    /// When it began.
    pub started: Moment,
    /// Minutes for this sitting, where the person named them; else the day's.
    pub minutes: Option<u16>,
    /// Milliseconds used on the day when the sitting began.
    used_before_ms: u64,
    /// The person asked to keep going beyond the day's minutes.
    pub keep_going: bool,
    /// Failed cards are being offered once more, each once.
    second_look: Option<Vec<CardIx>>,
    /// When failed cards are looked at once more.
    pub look_again: SecondLook,
    /// Failed cards that come once more soon, and after how many answers.
    soon: Vec<(CardIx, u32)>,
    /// Missed cards are drilled, whatever the day asks.
    pub drill: Option<Drill>,
    /// A placement, whatever the day asks.
    pub placement: Option<Placement>,
    /// Answers in this sitting.
    pub answered: u32,
    /// Right ones.
    pub right: u32,
}

/// What a sitting does next.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Show this card.
    Show(CardIx, Why),
    /// The placement is over.
    Placed,
    /// The day's work is done; so many failed cards could be looked at again.
    OfferSecondLook(usize),
    /// Nothing more by itself.
    Done {
        /// In words.
        reason: &'static str,
        /// When the next card is due.
        next_due: Option<Day>,
        /// Whether keeping going would bring more cards.
        more: bool,
    },
}

/// A card on the table: its wording and its options' order.
#[derive(Debug, Clone, PartialEq)]
pub struct Showing {
    /// `DECK#CARD`.
    pub card: CardRef,
    /// Its wording.
    pub content: Card,
    /// Why now.
    pub why: Why,
    /// Of a question: option ids in shown order.
    pub order: Vec<OptionId>,
}

impl Study {
    /// Begins a sitting.
    pub fn begin(progress: &Progress, scope: Scope, now: Moment, minutes: Option<u16>) -> Self {
        let day = now.study_day();
        Self {
            scope,
            day,
            started: now,
            minutes,
            used_before_ms: progress.tally(day).ms,
            keep_going: false,
            second_look: None,
            look_again: SecondLook::default(),
            soon: Vec::new(),
            drill: None,
            placement: None,
            answered: 0,
            right: 0,
        }
    }

    /// Begins a drill of missed cards.
    pub fn drill(progress: &Progress, filter: Filter, now: Moment) -> Self {
        Self {
            drill: Some(Drill::of(filter.clone())),
            ..Self::begin(progress, filter.scope, now, None)
        }
    }

    /// Seconds left of the minutes this sitting has.
    pub fn left_s(&self, progress: &Progress) -> f64 {
        let used = progress.tally(self.day).ms;
        let (minutes, used) = match self.minutes {
            Some(m) => (m, used.saturating_sub(self.used_before_ms)),
            None => (today::minutes_on(progress, self.day), used),
        };
        f64::from(minutes) * 60.0 - used as f64 / 1000.0
    }

    /// What comes next: the same progress gives the same step. The desk keeps
    /// the plan at hand.
    pub fn next(
        &self,
        desk: &mut Desk,
        catalogue: &Catalogue,
        exams: &[Blueprint],
        progress: &Progress,
    ) -> Step {
        let shelf = Shelf {
            catalogue,
            exams,
            progress,
            scope: &self.scope,
            day: self.day,
        };
        if let Some(drill) = &self.drill {
            let hidden = desk.hidden(shelf);
            let queue = drill.queue(catalogue, exams, progress, hidden, self.day);
            return match drill.next(&queue) {
                Some(ix) => Step::Show(ix, Why::Drill),
                None => self.done(desk, shelf, after_drill(&queue)),
            };
        }
        // What was suspended or put aside while it waited here stays away.
        let is_free = |ix: &CardIx| {
            let state = progress.card(&catalogue.entry(*ix).card);
            state.is_none_or(|s| s.is_available(self.day))
        };
        if let Some(queue) = &self.second_look {
            return match queue.iter().find(|ix| is_free(ix)) {
                Some(ix) => Step::Show(*ix, Why::SecondLook),
                None => self.done(desk, shelf, "the second look is done"),
            };
        }
        if let Some(placement) = &self.placement {
            return match placement.next(is_free) {
                Some(ix) => Step::Show(ix, Why::Placement),
                None => Step::Placed,
            };
        }
        let ripe = |(ix, at): &&(CardIx, u32)| self.answered >= *at && is_free(ix);
        if let Some((ix, _)) = self.soon.iter().find(ripe) {
            return Step::Show(*ix, Why::SecondLook);
        }
        let left = (!self.keep_going).then(|| self.left_s(progress));
        let on = self.keep_going || progress.goal.is_some();
        let calm = self.is_calm(progress);
        let pick = match calm {
            true => desk.pick_calm(shelf, left),
            false => desk.pick(shelf, left, on),
        };
        match pick {
            Pick::Card(_, Why::New) if calm => {
                self.done(desk, shelf, "nothing new tonight; sleep is worth more now")
            }
            Pick::Card(ix, why) => Step::Show(ix, why),
            Pick::Nothing { reason, .. } => {
                let failed = queue::failed_today(catalogue, progress, &self.scope, self.day);
                match failed.len() {
                    _ if self.look_again == SecondLook::Never => self.done(desk, shelf, reason),
                    0 => self.done(desk, shelf, reason),
                    n => Step::OfferSecondLook(n),
                }
            }
        }
    }

    /// The evening before the exam, unless the person asks for more.
    fn is_calm(&self, progress: &Progress) -> bool {
        let goal = progress.goal.as_ref().map(|(goal, _)| goal);
        let evening = goal.is_some_and(|g| g.is_last_evening(self.day));
        evening && self.minutes.is_none() && !self.keep_going
    }

    fn done(&self, desk: &mut Desk, shelf: Shelf<'_>, reason: &'static str) -> Step {
        let next_due = match desk.pick(shelf, Some(0.0), false) {
            Pick::Nothing { next_due, .. } => next_due,
            Pick::Card(..) => None,
        };
        let more = desk.pick(shelf, None, true);
        Step::Done {
            reason,
            next_due,
            more: matches!(more, Pick::Card(..)),
        }
    }

    /// Begins a placement.
    pub fn place(progress: &Progress, placement: Placement, scope: Scope, now: Moment) -> Self {
        Self {
            placement: Some(placement),
            ..Self::begin(progress, scope, now, None)
        }
    }

    /// A question of a placement was answered.
    pub fn placed(&mut self, catalogue: &Catalogue, card: CardIx, ms: u64) {
        if let Some(placement) = &mut self.placement {
            placement.answered(catalogue, card, ms);
        }
    }

    /// Starts the second look at what was failed today.
    pub fn take_second_look(&mut self, catalogue: &Catalogue, progress: &Progress) {
        let failed = queue::failed_today(catalogue, progress, &self.scope, self.day);
        self.second_look = Some(failed);
        self.drill = None;
        self.placement = None;
    }

    /// Leaves the second look, done or declined.
    pub fn skip_second_look(&mut self) {
        self.second_look = Some(Vec::new());
    }

    /// Goes on beyond the day's minutes.
    pub fn go_on(&mut self) {
        self.keep_going = true;
        self.second_look = None;
        self.drill = None;
        self.placement = None;
    }

    /// An answer was recorded.
    pub fn answered(&mut self, card: CardIx, right: bool) {
        self.answered += 1;
        self.right += u32::from(right);
        if let Some(drill) = &mut self.drill {
            drill.answered(card);
        }
        if let Some(queue) = &mut self.second_look {
            queue.retain(|ix| *ix != card);
            return;
        }
        // Once only: a card that fails its second look has had it.
        let had = self.soon.len();
        self.soon.retain(|(ix, _)| *ix != card);
        let again = had == self.soon.len() && !right && self.drill.is_none();
        if again && self.look_again == SecondLook::Soon && self.placement.is_none() {
            self.soon.push((card, self.answered + SOON));
        }
    }

    /// Cards have other numbers now; what has none is left out.
    pub fn renumber(&mut self, to: impl Fn(CardIx) -> Option<CardIx>) {
        if let Some(queue) = &mut self.second_look {
            *queue = queue.iter().filter_map(|ix| to(*ix)).collect();
        }
        self.soon = (self.soon.iter())
            .filter_map(|(ix, at)| Some((to(*ix)?, *at)))
            .collect();
        if let Some(placement) = &mut self.placement {
            placement.renumber(&to);
        }
        if let Some(drill) = &mut self.drill {
            drill.renumber(to);
        }
    }

    /// An answer was taken back.
    pub fn took_back(&mut self, right: bool) {
        self.answered = self.answered.saturating_sub(1);
        self.right = self.right.saturating_sub(u32::from(right));
    }
}

fn after_drill(queue: &[Missed]) -> &'static str {
    match queue.len() {
        0 => "nothing is missed",
        _ => "that was the only missed card",
    }
}

impl Showing {
    /// It was put right while it lies on the table. Its options keep their
    /// order unless they are others now.
    pub fn reword(&mut self, content: Card, progress: &Progress) {
        let anew = Self::new(self.card.clone(), content, self.why, progress);
        let ids = |order: &[OptionId]| order.iter().cloned().collect::<HashSet<_>>();
        if ids(&anew.order) != ids(&self.order) {
            self.order = anew.order;
        }
        self.content = anew.content;
    }

    /// Puts a card on the table.
    pub fn new(card: CardRef, content: Card, why: Why, progress: &Progress) -> Self {
        let reviews = progress.card(&card).map_or(0, |s| s.reviews);
        let order = content
            .choice()
            .map(|c| option_order(&card, c, reviews))
            .unwrap_or_default();
        Self {
            card,
            content,
            why,
            order,
        }
    }
}
