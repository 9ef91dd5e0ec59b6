//! Circles: questions of a page whose keys are each other's distractors.
//!
//! Whoever sees a page's questions side by side can cross names out: one that
//! is offered once must be right there, one that is offered often is mostly
//! wrong. In a circle of four topics each question offers the same four names;
//! in one of five to seven each is offered four times, without an order that
//! one known answer would give away.

use super::distractors;
use super::draft::Desk;
use super::questions;
use std::collections::HashMap;

/// Options of a question, and the questions of most circles.
const FOUR: usize = 4;
/// The questions of a circle that took in what was left over.
const LARGEST: usize = 7;

/// For each topic that stands in a circle, its three distractors; `asked` knows
/// which can be asked for at all.
pub(super) fn of(desk: &Desk<'_>, asked: impl Fn(usize) -> bool) -> HashMap<usize, [usize; 3]> {
    if desk.trusted {
        return HashMap::new();
    }
    let keys: Vec<distractors::Key<'_>> = (0..desk.topics.len())
        .filter(|i| asked(*i))
        .filter_map(|i| {
            let purpose = desk.topics[i].purpose.as_ref()?;
            distractors::Key::of(desk, i, &purpose.statement.body)
        })
        .collect();
    let mutual = |a: usize, b: usize| keys[a].takes(keys[b].topic) && keys[b].takes(keys[a].topic);
    let mut free: Vec<usize> = (0..keys.len()).collect();
    let mut circles: Vec<Vec<usize>> = Vec::new();
    let mut left: Vec<usize> = Vec::new();
    while !free.is_empty() {
        let mut circle = vec![free.remove(0)];
        // The first of those left stands highest on the page.
        let reach = keys[circle[0]].topic + distractors::WINDOW;
        while let Some(at) = (0..free.len())
            .take_while(|at| keys[free[*at]].topic <= reach)
            .filter(|_| circle.len() < FOUR)
            .filter(|at| circle.iter().all(|c| mutual(*c, free[*at])))
            .max_by(|a, b| {
                let worth = |at: usize| {
                    let other = keys[free[at]].topic;
                    circle
                        .iter()
                        .map(|c| keys[*c].temptation(other))
                        .sum::<f64>()
                };
                worth(*a).total_cmp(&worth(*b)).then(b.cmp(a))
            })
        {
            circle.push(free.remove(at));
        }
        if circle.len() == FOUR {
            circles.push(circle);
            continue;
        }
        left.push(circle[0]);
        free.splice(0..0, circle.drain(1..));
        free.sort_unstable();
    }
    for key in left {
        let home = circles
            .iter_mut()
            .filter(|c| c.len() < LARGEST && c.iter().all(|c| mutual(*c, key)))
            .min_by_key(|c| c.len());
        if let Some(home) = home {
            home.push(key);
        }
    }
    circles
        .iter()
        .flat_map(|circle| {
            let topics: Vec<usize> = circle.iter().map(|c| keys[*c].topic).collect();
            seated(&topics, |i| desk.ids[i].purpose.as_str())
        })
        .collect()
}

/// Each topic of a circle with three others, so that each stands beside three;
/// which, is as good as chance, but the same each time.
fn seated<'a>(circle: &[usize], id: impl Fn(usize) -> &'a str) -> Vec<(usize, [usize; 3])> {
    let mut order: Vec<Vec<usize>> = Vec::new();
    for (i, own) in circle.iter().enumerate() {
        let mut others: Vec<usize> = (0..circle.len()).filter(|o| *o != i).collect();
        others.sort_by_key(|o| questions::hash(&format!("{} {}", id(*own), id(circle[*o]))));
        order.push(others);
    }
    let mut beside = Vec::new();
    fill(&order, &mut vec![0; circle.len()], &mut beside);
    let topics = |three: &[usize; 3]| three.map(|o| circle[o]);
    beside
        .iter()
        .zip(circle)
        .map(|(three, own)| (*own, topics(three)))
        .collect()
}

/// Seats three of its others beside each, none beside more than three.
fn fill(order: &[Vec<usize>], seats: &mut Vec<usize>, beside: &mut Vec<[usize; 3]>) -> bool {
    let Some(others) = order.get(beside.len()) else {
        return true;
    };
    for (i, a) in others.iter().enumerate() {
        for (j, b) in others.iter().enumerate().skip(i + 1) {
            for c in &others[j + 1..] {
                let three = [*a, *b, *c];
                if three.iter().any(|s| seats[*s] == 3) {
                    continue;
                }
                three.iter().for_each(|s| seats[*s] += 1);
                beside.push(three);
                if fill(order, seats, beside) {
                    return true;
                }
                beside.pop();
                three.iter().for_each(|s| seats[*s] -= 1);
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_a_circle_stands_beside_three() {
        for n in FOUR..=LARGEST {
            let circle: Vec<usize> = (10..10 + n).collect();
            let ids: Vec<String> = (0..20).map(|i| format!("topic {i}")).collect();
            let seated = seated(&circle, |i| ids[i].as_str());
            let mut offered = HashMap::new();
            for (own, three) in &seated {
                assert!(!three.contains(own), "{own}: {three:?}");
                for other in three {
                    *offered.entry(*other).or_insert(0) += 1;
                }
            }
            assert_eq!(offered.len(), n);
            assert!(offered.values().all(|times| *times == 3), "{offered:?}");
        }
    }
}
