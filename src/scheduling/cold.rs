//! "I know this cold": believed, and checked once instead of drilled.
//!
//! A question that needs the card checks it best. If none came within some
//! days, the card itself is shown, once. Passed, it rests for good; failed, it
//! is a card like any other.

use super::planner::Cold;
use super::progress::CardState;
use crate::domain::{Day, Grade};

/// Days after which a card is checked by itself: without a question for it,
/// and with one that may do so sooner.
const AFTER: [i32; 2] = [3, 10];

/// The latest check, in days before the exam.
const BEFORE_EXAM: i32 = 2;

/// Where a card said to be known cold stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing was said, or it was found out: a card like any other.
    Ordinary,
    /// Believed, and still to be checked.
    Believed(Cold),
    /// Checked; today, or before.
    Checked {
        /// By itself, today.
        today: bool,
    },
}

/// Where a card stands. `questions` are those that need it.
pub(super) fn standing<'a>(
    state: Option<&CardState>,
    questions: impl Iterator<Item = Option<&'a CardState>>,
    day: Day,
    exam: Option<Day>,
) -> Standing {
    let Some(said) = state.and_then(|s| s.known_cold) else {
        return Standing::Ordinary;
    };
    let last = state.and_then(CardState::last_day);
    if last.is_some_and(|last| last > said) {
        // A failed check would have taken the word back.
        return Standing::Checked {
            today: last == Some(day),
        };
    }
    let mut any = false;
    let mut verdict = None;
    for question in questions {
        any = true;
        let since = question.filter(|q| q.last_day().is_some_and(|d| d > said));
        match since.and_then(|q| q.last_grade) {
            Some(Grade::Again) => return Standing::Ordinary,
            // A guess proves nothing.
            Some(Grade::Good | Grade::Easy) => verdict = Some(Standing::Checked { today: false }),
            Some(Grade::Hard) | None => {}
        }
    }
    if let Some(verdict) = verdict {
        return verdict;
    }
    let mut due = said + AFTER[usize::from(any)];
    if let Some(exam) = exam {
        due = due.min(exam + -BEFORE_EXAM).max(said + 1);
    }
    Standing::Believed(if day >= due { Cold::Due } else { Cold::Waiting })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(known_cold: Option<i32>, last: Option<i32>, grade: Grade) -> CardState {
        CardState {
            known_cold: known_cold.map(Day),
            seen: last.map(|d| (Day(d), Day(d))),
            last_grade: last.map(|_| grade),
            ..CardState::default()
        }
    }

    fn of(card: &CardState, questions: &[CardState], day: i32, exam: Option<i32>) -> Standing {
        let questions = questions.iter().map(Some);
        standing(Some(card), questions, Day(day), exam.map(Day))
    }

    #[test]
    fn it_is_checked_once_by_itself() {
        let card = state(Some(10), None, Grade::Good);
        let at = |day| of(&card, &[], day, None);
        assert_eq!(at(12), Standing::Believed(Cold::Waiting));
        assert_eq!(at(13), Standing::Believed(Cold::Due));
        let passed = state(Some(10), Some(13), Grade::Good);
        assert_eq!(
            of(&passed, &[], 13, None),
            Standing::Checked { today: true }
        );
        assert_eq!(
            of(&passed, &[], 40, None),
            Standing::Checked { today: false }
        );
    }

    #[test]
    fn a_question_checks_it_sooner_and_finds_it_out() {
        let card = state(Some(10), None, Grade::Good);
        let question = |day, grade| [state(None, Some(day), grade)];
        let by = |q: &[CardState], day| of(&card, q, day, None);
        assert_eq!(
            by(&question(9, Grade::Good), 13),
            Standing::Believed(Cold::Waiting)
        );
        assert_eq!(
            by(&question(12, Grade::Good), 13),
            Standing::Checked { today: false }
        );
        assert_eq!(by(&question(12, Grade::Again), 13), Standing::Ordinary);
        assert_eq!(
            by(&question(12, Grade::Hard), 13),
            Standing::Believed(Cold::Waiting)
        );
        assert_eq!(
            by(&question(9, Grade::Good), 20),
            Standing::Believed(Cold::Due)
        );
    }

    #[test]
    fn the_check_comes_before_the_exam() {
        let card = state(Some(10), None, Grade::Good);
        let question = [state(None, None, Grade::Good)];
        assert_eq!(
            of(&card, &question, 13, Some(15)),
            Standing::Believed(Cold::Due)
        );
        assert_eq!(
            of(&card, &question, 10, Some(11)),
            Standing::Believed(Cold::Waiting)
        );
    }
}
