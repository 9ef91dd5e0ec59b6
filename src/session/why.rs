//! Why this card comes now, in sentences for a person.

use super::desk::{Desk, Shelf};
use super::raising::SHARE_OF_RECALL;
use crate::domain::{CardIx, Day, Tier};
use crate::scheduling::CardState;
use crate::scheduling::queue::Why;

/// What a review of a card would do, in numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth {
    /// Never answered so far: recall is what is expected of such cards.
    pub new: bool,
    /// Recall now (0–1).
    pub now: f64,
    /// Recall on `on` if it is left alone.
    pub left: f64,
    /// Recall on `on` if it is reviewed today.
    pub reviewed: f64,
    /// The exam's day, or how far the plan looks ahead.
    pub on: Day,
    /// Whether that is an exam's day.
    pub exam: bool,
    /// Seconds that a review takes, about.
    pub seconds: f64,
    /// How many times the mean card's weight it has.
    pub weight: f64,
    /// Points of a hundred that an hour of such reviews would add.
    pub hour: f64,
}

/// What a review of a card would do by today's plan; none if the card isn't
/// in it.
pub fn worth(desk: &mut Desk, shelf: Shelf<'_>, card: CardIx) -> Option<Worth> {
    let new = {
        let state = shelf.progress.card(&shelf.catalogue.entry(card).card);
        !state.is_some_and(CardState::is_seen)
    };
    let agenda = desk.agenda(shelf);
    let i = agenda.candidate(card)?;
    let plan = agenda.plan();
    let (prospect, seconds) = plan.outlook(i);
    let weight = f64::from(plan.candidates()[i].weight);
    let (left, reviewed) = (f64::from(prospect.left), f64::from(prospect.reviewed));
    let gain = SHARE_OF_RECALL * weight * (reviewed - left).max(0.0);
    let date = shelf.progress.goal.as_ref().and_then(|(g, _)| g.date);
    let on = plan.frame().horizon;
    Some(Worth {
        new,
        now: f64::from(prospect.now),
        left,
        reviewed,
        on,
        exam: date == Some(on),
        seconds: f64::from(seconds),
        weight: weight * agenda.cards().len() as f64,
        hour: 100.0 * gain / f64::from(seconds.max(1.0)) * 3600.0,
    })
}

/// Why a card that is being forgotten comes; `percent` is its recall now.
pub fn slipping(percent: f64) -> String {
    format!(
        "You would still recall it with about {percent:.0} % probability; now is a good time to \
         save it."
    )
}

/// The reason first, then what is known of the card.
pub fn sentences(why: Why, state: Option<&CardState>, tier: Tier, day: Day) -> Vec<String> {
    let seen = state.filter(|s| s.is_seen());
    let recall = seen.and_then(|s| s.recall_on(day));
    let percent = recall.map(|r| (r * 100.0).round());
    let mut out = vec![match (why, percent) {
        (Why::Due, Some(p)) => slipping(f64::from(p)),
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
        (Why::Keeps, _) => {
            "There is time for about one more look at each card; what this one gains lasts, so it \
             comes before those that need to be fresh on the day."
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
    }
}
