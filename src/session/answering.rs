//! From what a person did to what the journal records.

use crate::domain::answer::is_right;
use crate::domain::event::{Answered, Reviewed};
use crate::domain::{CardRef, Choice, Day, Grade, Happening, OptionId, Sureness};
use crate::scheduling::CardState;
use crate::scheduling::memory::{DESIRED_RETENTION, Fsrs, Memory, interval};

/// Why an answer can't be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAnAnswer {
    /// A question can't be graded by the person.
    IsQuestion,
    /// A flashcard has no options.
    IsFlashcard,
}

/// A flashcard's grade as an event.
pub fn review(card: &CardRef, grade: Grade, seconds: f32) -> Happening {
    Happening::Reviewed(Reviewed {
        card: card.clone(),
        grade,
        seconds: sane(seconds),
    })
}

/// A question's answer as an event, with its verdict by today's key.
pub fn answer(
    card: &CardRef,
    choice: &Choice,
    shown: Vec<OptionId>,
    chosen: Vec<OptionId>,
    sure: Sureness,
    seconds: f32,
) -> Answered {
    Answered {
        card: card.clone(),
        right: is_right(choice, &chosen),
        shown,
        chosen,
        sure,
        seconds: sane(seconds),
    }
}

fn sane(seconds: f32) -> f32 {
    if seconds.is_finite() {
        seconds.clamp(0.0, 86_400.0)
    } else {
        0.0
    }
}

/// What a grade would make of a card.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outlook {
    /// Memory after it.
    pub memory: Memory,
    /// Study day on which the card would be due.
    pub due: Day,
}

/// What each grade would make of a card answered on `day`, in the order of
/// [`Grade::ALL`].
pub fn outlooks(fsrs: &Fsrs, state: Option<&CardState>, day: Day) -> [Outlook; 4] {
    let memory = state.and_then(|s| s.memory);
    let days = state
        .and_then(CardState::last_day)
        .map_or(0, |last| day.since(last));
    fsrs.after_each(memory, days).map(|memory| Outlook {
        memory,
        due: day + i32::try_from(interval(memory, DESIRED_RETENTION)).unwrap_or(i32::MAX),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_card_is_due_sooner_the_worse_it_was_recalled() {
        let due = outlooks(&Fsrs::default(), None, Day(100)).map(|o| o.due.0 - 100);
        assert_eq!(due, [1, 1, 2, 8]);
    }

    #[test]
    fn nonsense_seconds_are_none() {
        let card = CardRef::parse("d#a").expect("an id");
        for bad in [f32::NAN, f32::INFINITY, -3.0] {
            let Happening::Reviewed(r) = review(&card, Grade::Good, bad) else {
                panic!()
            };
            assert_eq!(r.seconds, 0.0);
        }
    }
}
