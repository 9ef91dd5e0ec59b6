//! What would raise the exam's result most per hour, by task statement.
//!
//! The planner knows of each card what a review now adds on exam day and what
//! it costs; the best hour of a task statement's cards is their sum.

use super::desk::{Desk, Shelf};
use crate::domain::TaskId;
use std::collections::BTreeMap;

/// What one more point of recall adds to the share of questions right: who
/// doesn't know guesses one in four.
pub(super) const SHARE_OF_RECALL: f64 = 0.75;

const HOUR: f32 = 3600.0;

/// A domain and, where there is one, a task statement of it.
type Place = (u8, Option<TaskId>);

/// What reviews of some cards add, and the seconds they take.
type Gains = Vec<(f32, f32)>;

/// An hour on one task statement.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Raise {
    /// The domain; 0 outside a blueprint.
    pub domain: u8,
    /// The task statement, if its cards have one.
    pub task: Option<TaskId>,
    /// Percentage points that an hour adds on exam day; less if its cards
    /// don't fill an hour.
    pub points: f64,
    /// Cards that the hour would bring.
    pub cards: u32,
    /// Seconds that they take; an hour or a little more at most.
    pub seconds: f64,
}

/// Task statements, the one that raises the result most first.
pub fn raising(desk: &mut Desk, shelf: Shelf<'_>) -> Vec<Raise> {
    let agenda = desk.agenda(shelf);
    let mut tasks: BTreeMap<Place, Gains> = BTreeMap::new();
    for (i, ix) in agenda.cards().iter().enumerate() {
        let entry = shelf.catalogue.entry(*ix);
        let state = shelf.progress.card(&entry.card);
        let rests = state.is_some_and(|s| {
            !s.is_available(shelf.day) || s.known_cold.is_some() || s.last_day() == Some(shelf.day)
        });
        if rests {
            continue;
        }
        let (prospect, seconds) = agenda.plan().outlook(i);
        let weight = agenda.plan().candidates()[i].weight;
        let gain = weight * (prospect.reviewed - prospect.left);
        if gain > 0.0 && seconds > 0.0 {
            let domain = entry.task.map_or(0, |t| t.domain);
            let task = tasks.entry((domain, entry.task)).or_default();
            task.push((gain, seconds));
        }
    }
    let mut out: Vec<Raise> = tasks.into_iter().map(hour).collect();
    out.sort_by(|a, b| b.points.total_cmp(&a.points));
    out
}

fn hour(((domain, task), mut cards): (Place, Gains)) -> Raise {
    cards.sort_by(|a, b| (b.0 / b.1).total_cmp(&(a.0 / a.1)));
    let (mut points, mut spent, mut n) = (0.0, 0.0, 0);
    for (gain, seconds) in cards {
        if spent >= HOUR {
            break;
        }
        points += 100.0 * SHARE_OF_RECALL * f64::from(gain);
        spent += seconds;
        n += 1;
    }
    Raise {
        domain,
        task,
        points,
        cards: n,
        seconds: f64::from(spent),
    }
}
