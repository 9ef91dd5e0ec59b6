//! Which card now, by plain FSRS: what is due, then what is new.
//!
//! The choice is a function of the catalogue, progress and the day alone, so
//! that asking twice gives the same card, before and after a restart.

use super::memory::{DESIRED_RETENTION, interval};
use super::progress::{CardState, Progress};
use crate::domain::{CardIx, Catalogue, Day, DeckId, Entry, Grade, Kind, Tier};
use std::collections::HashSet;

/// A missed question rests so many days, so that it is not learned by heart.
pub const REST_DAYS: i32 = 3;

/// Every fifth new card is a question, as long as there are both.
const QUESTION_EVERY: u32 = 5;

/// Which cards are studied.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// One deck only.
    pub deck: Option<DeckId>,
    /// One domain only.
    pub domain: Option<u8>,
    /// One kind only.
    pub kind: Option<Kind>,
}

/// Why a card was chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A question that needs it was missed.
    BehindMiss,
    /// Recall has fallen to the desired retention.
    Due,
    /// Never answered.
    New,
    /// Not due yet, but there is time left and a date to study for.
    Ahead,
    /// It adds more to the exam per second than any other.
    Gain,
    /// Time is short, and of the last looks this one keeps best.
    Keeps,
    /// It is the questions' turn.
    Question,
    /// It was said to be known cold; this is the one check.
    Check,
    /// One of a placement's questions.
    Placement,
    /// Failed today, and offered once more.
    SecondLook,
    /// Missed, and drilled because the person asked for it.
    Drill,
    /// Its key has changed since it was answered.
    KeyChanged,
    /// It holds two things against each other that were mixed up.
    MixedUp,
}

/// The next card, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// Study this.
    Card(CardIx, Why),
    /// Nothing now.
    Nothing {
        /// In words for a person.
        reason: &'static str,
        /// The next study day on which a card is due, if any is.
        next_due: Option<Day>,
    },
}

impl Scope {
    /// Whether a card belongs to it.
    pub fn holds(&self, catalogue: &Catalogue, entry: &Entry) -> bool {
        self.kind.is_none_or(|k| k == entry.kind)
            && self
                .domain
                .is_none_or(|d| entry.task.is_some_and(|t| t.domain == d))
            && self
                .deck
                .as_ref()
                .is_none_or(|d| catalogue.decks[usize::from(entry.deck)].id == *d)
    }

    /// The cards that belong to it, in order.
    pub fn cards<'a>(
        &'a self,
        catalogue: &'a Catalogue,
    ) -> impl Iterator<Item = (CardIx, &'a Entry)> {
        catalogue
            .indices()
            .map(|ix| (ix, catalogue.entry(ix)))
            .filter(|(_, e)| self.holds(catalogue, e))
    }
}

/// The study day on which a card is due; none if it was never answered.
pub fn due_day(state: &CardState) -> Option<Day> {
    if state.rekeyed {
        return state.last_day();
    }
    let days = interval(state.memory?, DESIRED_RETENTION);
    Some(state.last_day()? + i32::try_from(days).unwrap_or(i32::MAX))
}

/// Chooses the next card. `left_s`: seconds left today; none means as many as
/// it takes. With `keep_going` cards that are not due yet follow, lowest
/// recall first, until every card was seen today.
pub fn pick(
    catalogue: &Catalogue,
    progress: &Progress,
    scope: &Scope,
    day: Day,
    left_s: Option<f64>,
    keep_going: bool,
) -> Pick {
    let found = survey(catalogue, progress, scope, day);
    if left_s.is_some_and(|s| s <= 0.0) {
        return Pick::Nothing {
            reason: "today's minutes are used",
            next_due: found.next_due,
        };
    }
    if let Some((_, ix)) = found.behind_miss {
        return Pick::Card(ix, Why::BehindMiss);
    }
    if let Some((_, ix)) = found.due {
        return Pick::Card(ix, Why::Due);
    }
    let questions_turn = progress.tally(day).new % QUESTION_EVERY == QUESTION_EVERY - 1;
    let new = if questions_turn {
        found.new_question.or(found.new_card)
    } else {
        found.new_card.or(found.new_question)
    };
    if let Some((_, ix)) = new {
        return Pick::Card(ix, Why::New);
    }
    if keep_going {
        if let Some((_, ix)) = found.ahead {
            return Pick::Card(ix, Why::Ahead);
        }
        if let Some((ix, new)) = found.sibling {
            return Pick::Card(ix, if new { Why::New } else { Why::Ahead });
        }
        if let Some(ix) = found.resting {
            return Pick::Card(ix, Why::Ahead);
        }
    }
    Pick::Nothing {
        reason: if found.any {
            "nothing more is due today"
        } else {
            "no card is left in this selection"
        },
        next_due: found.next_due,
    }
}

/// A question whose key has changed since it was answered, and that wasn't
/// answered today.
pub fn rekeyed(
    catalogue: &Catalogue,
    progress: &Progress,
    scope: &Scope,
    hidden: &HashSet<CardIx>,
    day: Day,
) -> Option<CardIx> {
    let cards = progress.cards.iter().filter(|(_, s)| s.rekeyed);
    cards
        .filter(|(_, s)| s.is_available(day) && s.last_day().is_none_or(|last| last < day))
        .filter_map(|(name, _)| catalogue.find(name))
        .filter(|ix| scope.holds(catalogue, catalogue.entry(*ix)) && !hidden.contains(ix))
        .min()
}

/// A card failed today and not answered right since: the earliest failed first.
pub fn second_look(
    catalogue: &Catalogue,
    progress: &Progress,
    scope: &Scope,
    day: Day,
) -> Option<CardIx> {
    failed_today(catalogue, progress, scope, day)
        .into_iter()
        .next()
}

/// The cards failed today and not answered right since, earliest first.
pub fn failed_today(
    catalogue: &Catalogue,
    progress: &Progress,
    scope: &Scope,
    day: Day,
) -> Vec<CardIx> {
    let mut out = Vec::new();
    for recent in progress.recent.iter().filter(|r| r.day == day) {
        let failed = progress.card(&recent.card).is_some_and(|s| {
            s.last_grade == Some(Grade::Again) && s.last_day() == Some(day) && s.is_available(day)
        });
        if !failed {
            continue;
        }
        if let Some(ix) = catalogue.find(&recent.card)
            && scope.holds(catalogue, catalogue.entry(ix))
            && !out.contains(&ix)
        {
            out.push(ix);
        }
    }
    out
}

#[derive(Default)]
struct Survey {
    any: bool,
    due: Option<(f32, CardIx)>,
    new_card: Option<(u8, CardIx)>,
    new_question: Option<(u8, CardIx)>,
    ahead: Option<(f32, CardIx)>,
    behind_miss: Option<(f32, CardIx)>,
    sibling: Option<(CardIx, bool)>,
    resting: Option<CardIx>,
    next_due: Option<Day>,
}

fn survey(catalogue: &Catalogue, progress: &Progress, scope: &Scope, day: Day) -> Survey {
    let seen_today = notes_seen_on(catalogue, progress, day);
    let wanted = behind_misses(catalogue, progress, day);
    let mut out = Survey::default();
    for (ix, entry) in scope.cards(catalogue) {
        let state = progress.card(&entry.card);
        if state.is_some_and(|s| !s.is_available(day) || s.known_cold.is_some()) {
            continue;
        }
        out.any = true;
        let due = state.and_then(due_day);
        if state
            .and_then(CardState::last_day)
            .is_some_and(|last| last >= day)
        {
            out.next_due = earliest(out.next_due, due.map(|d| d.max(day + 1)));
            continue;
        }
        if entry.note.is_some_and(|n| seen_today.contains(&n)) {
            out.sibling
                .get_or_insert((ix, state.is_none_or(|s| !s.is_seen())));
            out.next_due = earliest(out.next_due, due.map(|d| d.max(day + 1)));
            continue;
        }
        if let Some(until) = rests_until(entry, state).filter(|until| day < *until) {
            out.resting.get_or_insert(ix);
            out.next_due = earliest(out.next_due, Some(until));
            continue;
        }
        let recall = state.and_then(|s| s.recall_on(day));
        if wanted.contains(&ix) {
            lower(&mut out.behind_miss, recall.unwrap_or(0.0), ix);
        }
        match (recall, due) {
            (Some(recall), Some(due)) if due <= day => lower(&mut out.due, recall, ix),
            (Some(recall), due) => {
                lower(&mut out.ahead, recall, ix);
                out.next_due = earliest(out.next_due, due);
            }
            (None, _) if entry.kind == Kind::Choice => {
                lower(&mut out.new_question, rank(catalogue, progress, entry), ix);
            }
            (None, _) => lower(&mut out.new_card, u8::from(entry.tier == Tier::Detail), ix),
        }
    }
    out
}

/// The day until which a missed question rests.
fn rests_until(entry: &Entry, state: Option<&CardState>) -> Option<Day> {
    let misses = &state.filter(|_| entry.kind == Kind::Choice)?.misses;
    Some(misses.last.filter(|_| misses.open)? + REST_DAYS)
}

/// The cards that missed questions test and that were not answered since.
fn behind_misses(catalogue: &Catalogue, progress: &Progress, day: Day) -> HashSet<CardIx> {
    let mut out = HashSet::new();
    for (name, state) in &progress.cards {
        let Some(miss) = state.misses.last.filter(|m| state.misses.open && *m < day) else {
            continue;
        };
        let Some(question) = catalogue.find(name) else {
            continue;
        };
        out.extend(
            catalogue
                .entry(question)
                .tests
                .iter()
                .copied()
                .filter(|ix| {
                    let card = progress.card(&catalogue.entry(*ix).card);
                    card.and_then(CardState::last_day)
                        .is_none_or(|last| last <= miss)
                }),
        );
    }
    out
}

/// Questions whose cards are known come first, then those with none named.
fn rank(catalogue: &Catalogue, progress: &Progress, entry: &Entry) -> u8 {
    let seen = |ix: &CardIx| {
        progress
            .card(&catalogue.entry(*ix).card)
            .is_some_and(CardState::is_seen)
    };
    match (entry.tests.is_empty(), entry.tests.iter().any(seen)) {
        (false, true) => 0,
        (true, _) => 1,
        (false, false) => 2,
    }
}

fn notes_seen_on(catalogue: &Catalogue, progress: &Progress, day: Day) -> HashSet<u32> {
    let today = progress.recent.iter().filter(|r| r.day == day);
    today
        .filter(|r| {
            progress
                .card(&r.card)
                .is_some_and(|s| s.last_day() == Some(day))
        })
        .filter_map(|r| catalogue.entry(catalogue.find(&r.card)?).note)
        .collect()
}

fn lower<K: PartialOrd>(best: &mut Option<(K, CardIx)>, key: K, ix: CardIx) {
    if best.as_ref().is_none_or(|(k, _)| key < *k) {
        *best = Some((key, ix));
    }
}

fn earliest(a: Option<Day>, b: Option<Day>) -> Option<Day> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
