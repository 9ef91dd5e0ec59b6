//! Setting and changing what is studied for, and what is to be said of it.

use super::days_off::DaysOff;
use super::goal_text::long_date;
use crate::domain::{Blueprint, Catalogue, Day, DeckId, Goal, Text};
use crate::scheduling::Progress;

/// What shall be different; what isn't named stays.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Change {
    /// The exam's code, or none for knowledge only.
    pub exam: Option<Option<String>>,
    /// The exam's day, or none for not booked.
    pub date: Option<Option<Day>>,
    /// Minutes a study day.
    pub minutes: Option<u16>,
    /// Days without study.
    pub days_off: Option<DaysOff>,
}

impl Change {
    /// Whether nothing shall be different.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// The goal after it. `usual` is the exam of the decks that are studied,
    /// `seed` what held-back papers are drawn from if the exam is another.
    /// Days off that are past stay: what was a holiday was no missed day.
    pub fn apply(self, old: Option<&Goal>, usual: Option<&str>, today: Day, seed: u64) -> Goal {
        let kept = old.cloned().unwrap_or_else(|| Goal {
            exam: usual.map(Into::into),
            date: None,
            minutes: Goal::USUAL_MINUTES,
            days_off: Vec::new(),
            dates_off: Vec::new(),
            seed,
        });
        let exam = match self.exam {
            Some(exam) => exam,
            // A date is an exam's: who sets one studies for it again.
            None if kept.exam.is_none() && matches!(self.date, Some(Some(_))) => {
                usual.map(Into::into)
            }
            None => kept.exam.clone(),
        };
        // Knowledge only, once it is chosen, has no date.
        let left = exam.is_none() && kept.exam.is_some();
        let date = self.date.unwrap_or(kept.date.filter(|_| !left));
        let days_off = match self.days_off {
            Some(mut days) => {
                days.dates.retain(|d| *d >= today);
                let past = kept.dates_off.iter().filter(|d| **d < today);
                days.dates.splice(0..0, past.copied());
                days
            }
            None => DaysOff::of(&kept),
        };
        Goal {
            // The held-back papers stay the same when a date or pace changes.
            seed: if exam == kept.exam { kept.seed } else { seed },
            exam,
            date,
            minutes: self.minutes.unwrap_or(kept.minutes),
            days_off: days_off.weekdays,
            dates_off: days_off.dates,
        }
    }
}

/// The exam of a deck, or of the first deck that has one: its code.
pub fn usual_exam<'a>(catalogue: &'a Catalogue, deck: Option<&DeckId>) -> Option<&'a str> {
    let mut decks = catalogue.decks.iter();
    let found = match deck {
        Some(id) => decks.find(|d| d.id == *id),
        None => decks.find(|d| d.exam.is_some()),
    };
    found?.exam.as_ref().map(Text::as_str)
}

/// The code of the exam that is studied for: the goal's, which has none for
/// knowledge only; without a goal that of the decks that are studied.
pub fn exam<'a>(
    progress: &'a Progress,
    catalogue: &'a Catalogue,
    deck: Option<&DeckId>,
) -> Option<&'a str> {
    match &progress.goal {
        Some((goal, _)) => goal.exam.as_deref(),
        None => usual_exam(catalogue, deck),
    }
}

/// The code of the exam that a paper follows: that of the deck it is `narrowed`
/// to, else of what is studied for. Also for knowledge only, where `deck` is
/// what is studied: an exam's paper is still the best account of what one knows.
pub fn exam_of_paper<'a>(
    progress: &'a Progress,
    catalogue: &'a Catalogue,
    deck: Option<&DeckId>,
    narrowed: Option<&DeckId>,
) -> Option<&'a str> {
    if narrowed.is_some() {
        return usual_exam(catalogue, narrowed);
    }
    exam(progress, catalogue, deck).or_else(|| usual_exam(catalogue, deck))
}

/// One plain remark on a date after the exam's last sitting.
pub fn remark(goal: &Goal, blueprint: Option<&Blueprint>) -> Option<String> {
    let exam = blueprint?;
    let last = exam.last_sitting.filter(|last| Some(*last) < goal.date)?;
    let (code, last) = (exam.code.one_line(), last.date().strftime("%-d %b %Y"));
    Some(format!("Taken, though {code} was last given on {last}."))
}

/// The exam's day, once it is past, and nothing was said of it yet.
pub fn passed_by(progress: &Progress, today: Day) -> Option<Day> {
    let (goal, _) = progress.goal.as_ref()?;
    goal.date.filter(|date| *date < today)
}

/// Whether the result of the goal's exam was told.
pub fn is_told(progress: &Progress) -> bool {
    let date = progress.goal.as_ref().and_then(|(g, _)| g.date);
    let taken = progress.taken.as_ref();
    taken.is_some_and(|(t, day)| match (t.date, date) {
        (Some(sat), Some(date)) => sat == date,
        (_, Some(date)) => *day >= date,
        _ => true,
    })
}

/// A word on an exam day that is past, and what can be done.
pub fn offer(progress: &Progress, today: Day) -> Option<String> {
    let (what, ways) = past_day(progress, today)?;
    Some(format!("{what} You can {ways}."))
}

/// The same where a key does it.
pub fn offer_by_key(progress: &Progress, today: Day, key: &str) -> Option<String> {
    let (what, ways) = past_day(progress, today)?;
    Some(format!("{what} {key}: {ways}."))
}

fn past_day(progress: &Progress, today: Day) -> Option<(String, &'static str)> {
    let date = long_date(passed_by(progress, today)?);
    let past = format!("The exam day, {date}, is past.");
    Some(match is_told(progress) {
        true => (past, "set a new date, or none to keep what you know"),
        false => (
            format!("{past} How did it go?"),
            "tell the result, set a new date, or none to keep what you know",
        ),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn usual() -> Option<&'static str> {
        Some("T-1")
    }

    #[test]
    fn what_is_not_named_stays() {
        let first = Change {
            date: Some(Some(Day(100))),
            minutes: Some(30),
            ..Change::default()
        };
        let goal = first.apply(None, usual(), Day(2), 7);
        assert_eq!(
            (goal.exam.as_deref(), goal.date),
            (Some("T-1"), Some(Day(100)))
        );
        let off = Change {
            days_off: Some(DaysOff {
                weekdays: vec![6],
                dates: vec![Day(50), Day(60)],
            }),
            ..Change::default()
        };
        let goal = off.apply(Some(&goal), usual(), Day(2), 8);
        assert_eq!(
            (goal.minutes, goal.date, goal.seed),
            (30, Some(Day(100)), 7)
        );
        assert!(goal.is_off(Day(50)) && goal.is_off(Day(3)) && !goal.is_off(Day(4)));
        assert!(Change::default().is_none());
        // On day 55 the second of them is taken back; the first is past.
        let none = Change {
            days_off: Some(DaysOff::default()),
            ..Change::default()
        };
        let goal = none.apply(Some(&goal), usual(), Day(55), 9);
        assert_eq!((goal.days_off, goal.dates_off), (vec![], vec![Day(50)]));
    }

    #[test]
    fn knowledge_only_has_no_date_and_a_date_brings_the_exam_back() {
        let only = Change {
            exam: Some(None),
            ..Change::default()
        };
        let booked = Change {
            date: Some(Some(Day(9))),
            ..Change::default()
        };
        let goal = booked.clone().apply(None, usual(), Day(2), 1);
        let goal = only.apply(Some(&goal), usual(), Day(2), 2);
        assert_eq!((&goal.exam, goal.date), (&None, None));
        let minutes = Change {
            minutes: Some(10),
            ..Change::default()
        };
        let goal = minutes.apply(Some(&goal), usual(), Day(2), 3);
        assert_eq!((&goal.exam, goal.minutes), (&None, 10));
        let goal = booked.apply(Some(&goal), usual(), Day(2), 4);
        assert_eq!((goal.exam.as_deref(), goal.date), (usual(), Some(Day(9))));
    }
}
