//! How much of what was never shown here is known already.
//!
//! People who come from the field aren't bored with it: first exposures to a
//! task statement's cards move what is expected of its other cards, and so do
//! a placement's questions and cards said to be known cold. Each piece of
//! evidence is a likelihood ratio of "knew it before" against "didn't"; the
//! share that knew is found by a few rounds of expectation and maximisation,
//! a domain's first and then each of its task statements', drawn towards the
//! domain's. With grades as most people give them it stays at nothing.

use super::progress::{CardState, Progress};
use crate::domain::{CardIx, CardRef, Catalogue, Day, Grade, Kind, TaskId};
use std::collections::{BTreeMap, HashSet};

/// The share expected before anything was seen, and for how many exposures
/// that counts. Who asks for a placement says that they know something.
const AT_FIRST: (f32, f32) = (0.02, 10.0);
const PLACED: (f32, f32) = (0.25, 3.0);

/// Exposures that a domain counts for in each of its task statements.
const DOMAIN: f32 = 8.0;

/// First grades of a flashcard by people who knew it before.
const KNEW: [f32; 4] = [0.01, 0.04, 0.25, 0.70];

/// First grades over Anki's users (as in `seconds`).
const USUAL: [f32; 4] = [0.24, 0.094, 0.495, 0.171];

/// Likelihood of a right answer at first sight, knowing and not knowing.
const RIGHT: (f32, f32) = (0.92, 0.35);

/// Saying "known cold" is so much likelier of what is known.
const COLD: f32 = 30.0;

/// Rounds of expectation and maximisation.
const ROUNDS: usize = 15;

/// Shares by task statement.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Priors {
    tasks: BTreeMap<TaskId, f32>,
    domains: BTreeMap<u8, f32>,
}

impl Priors {
    /// What exposures before `today`, and the placement's, say.
    pub fn of(catalogue: &Catalogue, cards: &[CardIx], progress: &Progress, today: Day) -> Self {
        let placed = progress.placed.as_ref();
        let placed: HashSet<&CardRef> =
            placed.map_or_else(HashSet::new, |p| p.0.questions.iter().collect());
        let own = progress.person_on(today).habits.first_grades();
        let odds: [f32; 4] = std::array::from_fn(|g| KNEW[g] / (0.5 * own[g] + 0.5 * USUAL[g]));
        let mut tasks: BTreeMap<TaskId, Vec<f32>> = BTreeMap::new();
        let mut asked: HashSet<u8> = HashSet::new();
        for ix in cards {
            let entry = catalogue.entry(*ix);
            let (Some(task), Some(state)) = (entry.task, progress.card(&entry.card)) else {
                continue;
            };
            let in_placement = placed.contains(&entry.card);
            if let Some(odds) = evidence(state, entry.kind, &odds, today, in_placement) {
                tasks.entry(task).or_default().push(odds);
            }
            if in_placement {
                asked.insert(task.domain);
            }
        }
        let mut all: BTreeMap<u8, Vec<f32>> = BTreeMap::new();
        for (task, odds) in &tasks {
            all.entry(task.domain).or_default().extend(odds);
        }
        let domains: BTreeMap<u8, f32> = all
            .iter()
            .map(|(d, odds)| {
                let (share, strength) = if asked.contains(d) { PLACED } else { AT_FIRST };
                (*d, known(share, strength, odds))
            })
            .collect();
        let of_task = |(task, odds): (&TaskId, &Vec<f32>)| {
            let share = domains.get(&task.domain).copied();
            (*task, known(share.unwrap_or(AT_FIRST.0), DOMAIN, odds))
        };
        Self {
            tasks: tasks.iter().map(of_task).collect(),
            domains,
        }
    }

    /// How likely an unseen card of a task statement is known already, 0–1.
    pub fn known(&self, task: Option<TaskId>) -> f32 {
        let share = task.and_then(|t| {
            let own = self.tasks.get(&t);
            own.or_else(|| self.domains.get(&t.domain)).copied()
        });
        // The usual share is in the usual recall of what was never seen.
        ((share.unwrap_or(0.0) - AT_FIRST.0) / (1.0 - AT_FIRST.0)).max(0.0)
    }

    /// The same for a whole domain.
    pub fn known_of_domain(&self, domain: u8) -> f32 {
        let share = self.domains.get(&domain).copied().unwrap_or(0.0);
        ((share - AT_FIRST.0) / (1.0 - AT_FIRST.0)).max(0.0)
    }
}

/// What a card's first exposure says, as a likelihood ratio.
fn evidence(
    state: &CardState,
    kind: Kind,
    odds: &[f32; 4],
    today: Day,
    in_placement: bool,
) -> Option<f32> {
    if state.known_cold.is_some_and(|said| said < today) {
        return Some(COLD);
    }
    let (first, _) = state.seen?;
    // A day is planned by what was known when it began, except by a placement.
    if first >= today && !in_placement {
        return None;
    }
    match kind {
        Kind::Flashcard => {
            let grade: Grade = state.first_grade?;
            Some(odds[grade as usize])
        }
        Kind::Choice => Some(match state.first_right? {
            true => RIGHT.0 / RIGHT.1,
            false => (1.0 - RIGHT.0) / (1.0 - RIGHT.1),
        }),
    }
}

fn known(prior: f32, strength: f32, odds: &[f32]) -> f32 {
    let mut share = prior;
    for _ in 0..ROUNDS {
        let knew = |o: &f32| share * o / (share * o + 1.0 - share);
        let sum: f32 = odds.iter().map(knew).sum();
        share = (strength * prior + sum) / (strength + odds.len() as f32);
    }
    share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_grades_say_nothing_and_easy_ones_much() {
        let odds: [f32; 4] = std::array::from_fn(|g| KNEW[g] / USUAL[g]);
        let of = |counts: [usize; 4]| {
            let all = (0..4).flat_map(|g| vec![odds[g]; counts[g]]);
            known(AT_FIRST.0, AT_FIRST.1, &all.collect::<Vec<_>>())
        };
        let usual = of([24, 9, 50, 17]);
        assert!(usual < 0.03, "{usual}");
        let expert = of([0, 1, 4, 25]);
        assert!(expert > 0.5, "{expert}");
        assert!(of([20, 5, 5, 0]) < 0.01);
    }

    #[test]
    fn three_right_answers_of_a_placement_say_more_than_three_of_study() {
        let right = [RIGHT.0 / RIGHT.1; 3];
        let placed = known(PLACED.0, PLACED.1, &right);
        let studied = known(AT_FIRST.0, AT_FIRST.1, &right);
        assert!(placed > 0.4 && studied < 0.1, "{placed} {studied}");
        let wrong = [(1.0 - RIGHT.0) / (1.0 - RIGHT.1); 3];
        assert!(known(PLACED.0, PLACED.1, &wrong) < 0.2);
    }
}
