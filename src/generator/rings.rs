//! Rings: questions of a page whose keys are each other's distractors.
//!
//! Whoever sees a page's questions side by side can cross names out: one that
//! is offered once must be right there, one that is offered often is mostly
//! wrong. In a ring of four to eight topics each question offers its key and
//! three neighbours, so every name is offered four times, and moving all
//! answers on by one place gives another set of answers that fits as well.

use super::distractors;
use super::draft::Desk;
use super::questions;
use std::collections::HashMap;

/// The questions of one ring.
const LARGEST: usize = 8;
const SMALLEST: usize = 4;

/// For each topic that stands in a ring, its three distractors.
pub(super) fn of(desk: &Desk<'_>) -> HashMap<usize, [usize; 3]> {
    if desk.trusted {
        return HashMap::new();
    }
    let keys: Vec<distractors::Key<'_>> = (0..desk.topics.len())
        .filter_map(|i| {
            let purpose = desk.topics[i].purpose.as_ref()?;
            questions::is_asked(desk, i, purpose).ok()?;
            distractors::Key::of(desk, i, &purpose.statement.body)
        })
        .collect();
    let mutual = |a: usize, b: usize| keys[a].takes(keys[b].topic) && keys[b].takes(keys[a].topic);
    let mut free: Vec<usize> = (0..keys.len()).collect();
    let mut rings: Vec<Vec<usize>> = Vec::new();
    let mut left: Vec<usize> = Vec::new();
    while !free.is_empty() {
        let first = free.remove(0);
        let mut ring = vec![first];
        // The likeliest neighbour of the last one goes next to it.
        while let Some(at) = (0..free.len())
            .filter(|_| ring.len() < LARGEST)
            .filter(|at| ring.iter().all(|r| mutual(*r, free[*at])))
            .max_by(|a, b| {
                let last = &keys[ring[ring.len() - 1]];
                let worth = |at: usize| last.temptation(keys[free[at]].topic);
                worth(*a).total_cmp(&worth(*b)).then(b.cmp(a))
            })
        {
            ring.push(free.remove(at));
        }
        match ring.len() < SMALLEST {
            true => left.push(first),
            false => rings.push(ring.clone()),
        }
        if ring.len() < SMALLEST {
            free.splice(0..0, ring.drain(1..));
            free.sort_unstable();
        }
    }
    for key in left {
        // Only the three on either side ever stand beside it.
        let fits = |ring: &[usize], at: usize| {
            let n = ring.len();
            let beside = (0..SMALLEST - 1).flat_map(|o| [(at + o) % n, (at + n - 1 - o) % n]);
            beside.into_iter().all(|i| mutual(ring[i], key))
        };
        let seat = rings.iter().enumerate().find_map(|(r, ring)| {
            let at = (0..ring.len()).find(|at| fits(ring, *at))?;
            Some((r, at))
        });
        if let Some((ring, at)) = seat {
            rings[ring].insert(at, key);
        }
    }
    rings
        .iter()
        .flat_map(|ring| seated(ring, &keys, desk))
        .collect()
}

/// Each key of a ring with its neighbours. How many of them stand before it is
/// the ring's secret.
fn seated(
    ring: &[usize],
    keys: &[distractors::Key<'_>],
    desk: &Desk<'_>,
) -> Vec<(usize, [usize; 3])> {
    let n = ring.len();
    let of = |at: usize| keys[ring[at % n]].topic;
    let before = questions::hash(&desk.ids[of(0)].purpose) as usize % SMALLEST;
    (0..n)
        .map(|i| {
            let mut others = (0..SMALLEST)
                .filter(|o| *o != before)
                .map(|o| of(i + n + o - before));
            let mut next = || others.next().unwrap_or_else(|| of(i));
            (of(i), [next(), next(), next()])
        })
        .collect()
}
