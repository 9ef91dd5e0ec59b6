//! What the screens look at: the catalogue, the person's progress, the exams.

use crate::domain::{Blueprint, CardIx, Catalogue, Day, DeckId, Event, Goal};
use crate::scheduling::replay::{NeedsRefold, Replay};
use crate::scheduling::{Progress, Scope};
use crate::session::goal::{Change, usual_exam};
use std::sync::Arc;

/// Everything that is known, without any card's wording.
#[derive(Debug)]
pub struct Known {
    /// Every card there is.
    pub catalogue: Arc<Catalogue>,
    /// Where the person stands.
    pub progress: Progress,
    /// How events change that.
    pub replay: Replay,
    /// The blueprints at hand.
    pub exams: Vec<Blueprint>,
    /// What is studied.
    pub scope: Scope,
}

impl Known {
    /// Takes in an event that was recorded.
    ///
    /// # Errors
    /// [`NeedsRefold`] if progress must be folded anew instead.
    pub fn apply(&mut self, event: &Event) -> Result<(), NeedsRefold> {
        self.replay.apply(&mut self.progress, event)
    }

    /// A corrected key may have another number of options.
    pub fn count_keys(&mut self, ix: CardIx, keys: usize) {
        if usize::from(self.catalogue.entry(ix).keys) != keys {
            Arc::make_mut(&mut self.catalogue).count_keys(ix, keys);
        }
    }

    /// The goal, if one was set.
    pub fn goal(&self) -> Option<&Goal> {
        self.progress.goal.as_ref().map(|(goal, _)| goal)
    }

    /// The exam that is studied for: the goal's, else that of the first deck
    /// in scope which names one.
    pub fn exam(&self) -> Option<&Blueprint> {
        let code = match self.goal() {
            Some(goal) => goal.exam.clone(),
            None => {
                let mut decks = self.catalogue.decks.iter();
                let deck = decks.find(|d| {
                    d.exam.is_some() && self.scope.deck.as_ref().is_none_or(|id| *id == d.id)
                });
                deck.and_then(|d| d.exam.as_ref().map(ToString::to_string))
            }
        }?;
        self.exams.iter().find(|e| e.code.as_str() == code)
    }

    /// The exam that a paper from this deck follows; of no deck: the one that
    /// is studied for.
    pub fn exam_of_deck(&self, deck: Option<&DeckId>) -> Option<&Blueprint> {
        let Some(id) = deck else { return self.exam() };
        let deck = self.catalogue.decks.iter().find(|d| d.id == *id)?;
        let code = deck.exam.as_ref()?;
        self.exams.iter().find(|b| b.code == *code)
    }

    /// What the goal would be after a change.
    pub fn goal_with(&self, change: Change, today: Day, seed: u64) -> Goal {
        let usual = usual_exam(&self.catalogue, self.scope.deck.as_ref());
        change.apply(self.goal(), usual, today, seed)
    }
}
