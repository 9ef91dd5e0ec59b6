//! Why this card comes now, in sentences for a person, and in the few figures
//! behind them.

use super::desk::{Desk, Shelf};
use crate::domain::{CardIx, Day, Tier};
use crate::scheduling::CardState;
use crate::scheduling::ensemble::Prospect;
use crate::scheduling::queue::Why;

/// What the plan weighed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// Recall now, on the day it is wanted for without a review, and with one
    /// now (0–1).
    pub prospect: Prospect,
    /// Whether it was ever answered.
    pub seen: bool,
    /// Seconds that it will take, about.
    pub seconds: f32,
    /// Its share of the exam, or of all that is studied (0–1).
    pub weight: f32,
    /// The exam's day, or the rolling horizon.
    pub day: Day,
}

/// What the plan weighs of a card; none without a goal.
pub fn worth(desk: &mut Desk, shelf: Shelf<'_>, card: CardIx) -> Option<Worth> {
    shelf.progress.goal.as_ref()?;
    let seen = shelf.progress.card(&shelf.catalogue.entry(card).card);
    let agenda = desk.agenda(shelf);
    let i = agenda.candidate(card)?;
    let plan = agenda.plan();
    let (prospect, seconds) = plan.outlook(i);
    Some(Worth {
        prospect,
        seen: seen.is_some_and(CardState::is_seen),
        seconds,
        weight: plan.candidates()[i].weight,
        day: plan.frame().horizon,
    })
}

impl Worth {
    /// The figures in two sentences.
    pub fn sentences(&self) -> Vec<String> {
        let percent = |p: f32| (100.0 * p).round();
        let p = &self.prospect;
        let day = self.day.date().strftime("%-d %b");
        let now = match self.seen {
            true => format!("recall is about {} % now, and", percent(p.now)),
            false => "never seen, it".into(),
        };
        vec![
            format!(
                "As reckoned: {now} would be {} % on {day} as it is, {} % with a look now.",
                percent(p.left),
                percent(p.reviewed.max(p.left))
            ),
            format!(
                "It takes about {:.0} seconds and counts for {} of what is wanted that day.",
                self.seconds.max(1.0),
                share(self.weight)
            ),
        ]
    }
}

/// One in so many, as people grasp small shares.
fn share(weight: f32) -> String {
    match (1.0 / weight.max(1e-6)).round() {
        n if n < 20.0 => format!("{:.0} %", 100.0 * weight),
        n if n < 1000.0 => format!("one part in {:.0}", (n / 10.0).round() * 10.0),
        n => format!("one part in {:.0}", (n / 100.0).round() * 100.0),
    }
}

/// The reason first, then what is known of the card.
pub fn sentences(why: Why, state: Option<&CardState>, tier: Tier, day: Day) -> Vec<String> {
    let seen = state.filter(|s| s.is_seen());
    let recall = seen.and_then(|s| s.recall_on(day));
    let percent = recall.map(|r| (r * 100.0).round());
    let mut out = vec![match (why, percent) {
        (Why::Due, Some(p)) => {
            format!(
                "You would still recall it with about {p} % probability; now is a good time to save it."
            )
        }
        (Why::Due, None) => "It is due.".into(),
        (Why::New, _) => match tier {
            Tier::Core => "You haven't met it yet, and it belongs to the core of its topic.".into(),
            Tier::Detail => "You haven't met it yet, and the core of its topic is known.".into(),
        },
        (Why::Ahead, _) => "Nothing is due, and this is what you would forget first.".into(),
        (Why::Gain, _) => {
            "A review now adds more to your exam, for the seconds it takes, than any other card."
                .into()
        }
        (Why::Question, _) => {
            "Questions get their share of your minutes, and this one is worth most now.".into()
        }
        (Why::Check, _) => "You said you know it cold; this is the one check.".into(),
        (Why::Placement, _) => {
            "One question a task statement, to see what you know already; nothing hangs on it."
                .into()
        }
        (Why::BehindMiss, _) => {
            "You missed a question today, and this is part of what it needed.".into()
        }
        (Why::Drill, _) => {
            "You missed it, and it isn't made good yet; the most costly come first.".into()
        }
        (Why::KeyChanged, _) => {
            "Its key was changed since you answered it, so it is asked again; the verdict then stands."
                .into()
        }
        (Why::MixedUp, _) => "You took one of these two things for the other.".into(),
        (Why::SecondLook, _) => "You missed it today; this is the second look.".into(),
    }];
    if let Some(s) = seen {
        let times = match s.reviews {
            1 => "once".to_owned(),
            n => format!("{n} times"),
        };
        let last = s.last_day().map_or(0, |last| day.since(last));
        let ago = match last {
            0 => "today".to_owned(),
            1 => "yesterday".to_owned(),
            n => format!("{n} days ago"),
        };
        out.push(format!("Answered {times}, last {ago}."));
        if s.lapses > 0 {
            let times = if s.lapses == 1 {
                "once".into()
            } else {
                format!("{} times", s.lapses)
            };
            out.push(format!("Forgotten {times} after it had been known."));
        }
    }
    if let Some(memory) = seen.and_then(|s| s.memory) {
        out.push(format!(
            "Its memory now holds for about {} before recall falls to 90 %.",
            super::answering::short_days(memory.stability.round().max(1.0) as u32)
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scheduling::Memory;

    #[test]
    fn a_new_card_says_so_and_claims_nothing_more() {
        let said = sentences(Why::New, None, Tier::Core, Day(10));
        assert_eq!(said.len(), 1);
        assert!(said[0].contains("haven't met it"));
    }

    #[test]
    fn the_figures_are_few_and_plain() {
        let worth = Worth {
            prospect: Prospect {
                now: 0.62,
                left: 0.481,
                reviewed: 0.81,
            },
            seen: true,
            seconds: 12.6,
            weight: 0.0021,
            day: Day::parse("2027-01-03").expect("a day"),
        };
        let said = worth.sentences();
        assert_eq!(
            said[0],
            "As reckoned: recall is about 62 % now, and would be 48 % on 3 Jan as it is, 81 % with a look now."
        );
        assert_eq!(
            said[1],
            "It takes about 13 seconds and counts for one part in 480 of what is wanted that day."
        );
        assert_eq!(share(0.2), "20 %");
        assert_eq!(share(0.0003), "one part in 3300");
    }

    #[test]
    fn a_due_card_tells_its_history() {
        let state = CardState {
            memory: Some(Memory {
                stability: 4.0,
                difficulty: 5.0,
            }),
            seen: Some((Day(1), Day(9))),
            reviews: 3,
            lapses: 1,
            ..CardState::default()
        };
        let said = sentences(Why::Due, Some(&state), Tier::Core, Day(15)).join("\n");
        assert!(
            said.contains("Answered 3 times, last 6 days ago."),
            "{said}"
        );
        assert!(said.contains("Forgotten once"), "{said}");
        assert!(said.contains("about 4 d"), "{said}");
    }
}
