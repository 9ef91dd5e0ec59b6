//! Tiers: at most three core cards a topic, the rest detail. Notes of very many
//! topics can ask for fewer: `core: 1` in the front matter, `core=0` behind a
//! heading's id.

use super::account::Shape;
use super::draft::Draft;
use crate::domain::Tier;
use std::collections::HashMap;

/// Core cards of one topic, at most.
pub(super) const MAX_CORE: usize = 3;

/// What a card's shape counts for when the core is chosen.
fn worth(shape: Shape) -> u32 {
    match shape {
        Shape::Term => 0,
        Shape::Feature | Shape::Table | Shape::List => 1,
        Shape::Description => 2,
        Shape::Cloze => 3,
        Shape::Choice | Shape::Authored => 4,
        Shape::Comparison => 5,
    }
}

/// The tier of each draft, in their order. Comparisons concern two topics and
/// wait.
pub(super) fn assign(drafts: &[Draft], most: impl Fn(usize) -> usize) -> Vec<Tier> {
    let mut by_topic: HashMap<usize, Vec<usize>> = HashMap::new();
    for (i, draft) in drafts.iter().enumerate() {
        by_topic.entry(draft.topic).or_default().push(i);
    }
    let mut out = vec![Tier::Detail; drafts.len()];
    for (topic, cards) in &mut by_topic {
        cards.sort_by_key(|i| (worth(drafts[*i].shape), drafts[*i].rank, *i));
        for i in cards.iter().take(most(*topic).min(MAX_CORE)) {
            if drafts[*i].shape != Shape::Comparison {
                out[*i] = Tier::Core;
            }
        }
    }
    out
}
