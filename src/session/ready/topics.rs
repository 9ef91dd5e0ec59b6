//! Task statement by task statement: how much of it is known, whether that
//! will do, and what an hour on it would add.

use super::Ready;
use crate::domain::{Blueprint, CardIx, TaskId};
use crate::session::desk::Shelf;
use crate::session::raising::Raise;
use std::collections::BTreeMap;

/// Chance to answer a question right without knowing.
const GUESS: f64 = 0.25;

/// What an hour of study would add now.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Hour {
    /// Share of the whole score (0–1), about.
    pub points: f64,
    /// Seconds of worthwhile study there are, an hour at most.
    pub seconds: f64,
}

/// A task statement.
#[derive(Debug, Clone, PartialEq)]
pub struct Topic {
    /// Its number; none for cards outside the blueprint.
    pub task: Option<TaskId>,
    /// For people.
    pub title: String,
    /// Cards and questions.
    pub cards: u32,
    /// Those seen.
    pub seen: u32,
    /// Mean recall on the day, weighted (0–1).
    pub recall: f64,
    /// Share of its questions right on the day; recall where there's no exam.
    pub share: f64,
    /// Whether that reaches the target.
    pub on_target: bool,
    /// What an hour on it would add now.
    pub hour: Hour,
}

pub(super) fn topics(
    shelf: Shelf<'_>,
    blueprint: Option<&Blueprint>,
    cards: &[(CardIx, f32, f32)],
    raises: &[Raise],
    ready: &Ready,
) -> Vec<Topic> {
    let entry = |ix: CardIx| shelf.catalogue.entry(ix);
    let known = |t: &TaskId| blueprint.is_none_or(|b| b.domain(t.domain).is_some());
    let task_of = |ix: CardIx| entry(ix).task.filter(known);
    let mut groups: BTreeMap<Option<TaskId>, Vec<(CardIx, f32, f32)>> = BTreeMap::new();
    for card in cards {
        groups.entry(task_of(card.0)).or_default().push(*card);
    }
    let topic = |(task, cards): (Option<TaskId>, Vec<(CardIx, f32, f32)>)| {
        let seen = cards.iter().filter(|(ix, ..)| {
            let state = shelf.progress.card(&entry(*ix).card);
            state.is_some_and(|s| s.is_seen())
        });
        let whole: f32 = cards.iter().map(|c| c.1).sum();
        let recalled: f32 = cards.iter().map(|c| c.1 * c.2).sum();
        let recall = f64::from(recalled / whole.max(1e-9));
        let domain = task.map_or(0, |t| t.domain);
        let share = match ready.domains.iter().find(|d| d.number == domain) {
            Some(d) if ready.about.is_exam() => share(recall, d.cards.expected, d.exam.expected),
            _ => recall,
        };
        Topic {
            task,
            title: title(task, blueprint),
            cards: u32::try_from(cards.len()).unwrap_or(u32::MAX),
            seen: u32::try_from(seen.count()).unwrap_or(u32::MAX),
            recall,
            share,
            on_target: share >= ready.target,
            hour: hour(raises, task),
        }
    };
    let mut out: Vec<Topic> = groups.into_iter().map(topic).collect();
    if out.first().is_some_and(|t| t.task.is_none()) {
        out.rotate_left(1);
    }
    out
}

fn hour(raises: &[Raise], task: Option<TaskId>) -> Hour {
    let found = raises.iter().find(|r| r.task == task);
    found.map_or_else(Hour::default, |r| Hour {
        points: r.points / 100.0,
        seconds: r.seconds,
    })
}

/// Share right of a topic, if knowledge carries over to its questions as it
/// does in its domain, of which recall and share are known.
fn share(recall: f64, domain_recall: f64, domain_share: f64) -> f64 {
    let logit = |p: f64| {
        let p = p.clamp(0.001, 0.999);
        (p / (1.0 - p)).ln()
    };
    let guessed = |recall: f64| GUESS + (1.0 - GUESS) * recall;
    let gap = logit(domain_share) - logit(guessed(domain_recall));
    1.0 / (1.0 + (-(logit(guessed(recall)) + gap)).exp())
}

fn title(task: Option<TaskId>, blueprint: Option<&Blueprint>) -> String {
    let Some(task) = task else {
        return match blueprint {
            Some(_) => "Cards outside the exam's blueprint".into(),
            None => "All cards".into(),
        };
    };
    let domain = blueprint.and_then(|b| b.domain(task.domain));
    let found = domain.and_then(|d| d.tasks.iter().find(|t| t.id == task));
    match found {
        Some(t) => t.title.one_line(),
        None => format!("Task statement {task}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_as_good_as_its_domain_scores_like_it() {
        assert!((share(0.6, 0.6, 0.65) - 0.65).abs() < 1e-9);
        assert!(share(0.9, 0.6, 0.65) > 0.8);
        assert!(share(0.15, 0.6, 0.65) < 0.4);
    }
}
