//! What the screens look at: the catalogue, the person's progress, the exams.

use crate::domain::{Blueprint, CardIx, Catalogue, Day, DeckId, Event, Goal};
use crate::scheduling::replay::{NeedsRefold, Replay};
use crate::scheduling::{Progress, Scope};
use crate::session::desk::Shelf;
use crate::session::goal::{self, Change, usual_exam};
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
    /// What there is to choose from on a study day.
    pub fn shelf(&self, day: Day) -> Shelf<'_> {
        Shelf {
            catalogue: &self.catalogue,
            exams: &self.exams,
            progress: &self.progress,
            scope: &self.scope,
            day,
        }
    }

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

    /// The blueprint of the exam that is studied for, if any.
    pub fn exam(&self) -> Option<&Blueprint> {
        let deck = self.scope.deck.as_ref();
        self.blueprint(goal::exam(&self.progress, &self.catalogue, deck)?)
    }

    /// The blueprint that a paper follows which is narrowed to this deck, or to
    /// none.
    pub fn exam_of_paper(&self, narrowed: Option<&DeckId>) -> Option<&Blueprint> {
        let deck = self.scope.deck.as_ref();
        let code = goal::exam_of_paper(&self.progress, &self.catalogue, deck, narrowed)?;
        self.blueprint(code)
    }

    fn blueprint(&self, code: &str) -> Option<&Blueprint> {
        self.exams.iter().find(|b| b.code.as_str() == code)
    }

    /// What the goal would be after a change.
    pub fn goal_with(&self, change: Change, today: Day, seed: u64) -> Goal {
        let usual = usual_exam(&self.catalogue, self.scope.deck.as_ref());
        change.apply(self.goal(), usual, today, seed)
    }
}
