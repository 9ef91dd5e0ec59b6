//! A card's past in words: what was answered, what was chosen, what was
//! changed. What was taken back is left out.

use crate::domain::{Card, CardRef, Day, Event, EventId, Happening, OptionId};
use std::collections::{HashMap, HashSet};

/// Something that happened to a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The study day.
    pub day: Day,
    /// The local time.
    pub at: String,
    /// What, in a few words.
    pub what: String,
    /// Whether it was a wrong answer.
    pub wrong: bool,
}

/// The past of a card from its events, oldest first. `names` are the card's id
/// and those whose history it took over; `content` gives options their wording.
pub fn history(events: &[Event], names: &[CardRef], content: Option<&Card>) -> Vec<Past> {
    let undone = undone(events);
    let mut papers: HashMap<EventId, OnPaper> = HashMap::new();
    let mut out = Vec::new();
    for event in events.iter().filter(|e| !undone.contains(&e.id)) {
        let (what, wrong) = match &event.what {
            Happening::MockStarted(e) => {
                let place = |q: &crate::domain::event::PaperQuestion| names.contains(&q.card);
                if let Some(at) = e.questions.iter().position(place) {
                    let chosen = Vec::new();
                    papers.insert(event.id, OnPaper { at, chosen });
                }
                continue;
            }
            Happening::MockAnswered(e) => {
                if let Some(paper) = papers.get_mut(&e.mock)
                    && usize::from(e.question) == paper.at + 1
                {
                    paper.chosen.clone_from(&e.chosen);
                }
                continue;
            }
            Happening::MockFinished(e) => {
                let Some(paper) = papers.get(&e.mock) else {
                    continue;
                };
                let right = e.right.get(paper.at).copied().unwrap_or(false);
                let words = chose(right, &paper.chosen, content);
                (format!("on a paper: {words}"), !right)
            }
            Happening::Answered(e) => {
                let words = chose(e.right, &e.chosen, content);
                (format!("{words} ({:.0} s)", e.seconds), !e.right)
            }
            Happening::Reviewed(e) => {
                let words = format!("{} ({:.0} s)", e.grade.label(), e.seconds);
                (words, !e.grade.passed())
            }
            what => match deed(what) {
                Some(words) => (words, false),
                None => continue,
            },
        };
        out.push(Past {
            day: event.day,
            at: event.at.local_minute(),
            what,
            wrong,
        });
    }
    out
}

/// A card's place on a paper, and what was chosen there last.
struct OnPaper {
    at: usize,
    chosen: Vec<OptionId>,
}

fn chose(right: bool, chosen: &[OptionId], content: Option<&Card>) -> String {
    let options = content.and_then(Card::choice).map(|c| &c.options);
    let texts: Vec<String> = chosen
        .iter()
        .map(|id| {
            let found = options.and_then(|all| all.iter().find(|o| o.id == *id));
            found.map_or_else(|| id.as_str().to_owned(), |o| o.text.one_line())
        })
        .collect();
    let verdict = if right { "right" } else { "wrong" };
    match texts.is_empty() {
        true => format!("{verdict}, nothing chosen"),
        false => format!("{verdict}, chose “{}”", texts.join("” and “")),
    }
}

fn deed(what: &Happening) -> Option<String> {
    use crate::domain::event::MissReason;
    Some(match what {
        Happening::Suspended(_) => "suspended".into(),
        Happening::Restored(_) => "restored".into(),
        Happening::Buried(e) => format!("put aside until {}", e.until),
        Happening::Reset(_) => "history reset".into(),
        Happening::Flagged(e) if e.on => "flagged".into(),
        Happening::Flagged(_) => "flag taken off".into(),
        Happening::Disputed(e) if e.on => "disputed".into(),
        Happening::Disputed(_) => "no longer disputed".into(),
        Happening::Noted(e) if e.text.is_blank() => "note taken off".into(),
        Happening::Noted(_) => "noted".into(),
        Happening::KnownCold(_) => "said to be known cold".into(),
        Happening::Corrected(e) if e.to.is_some() => "corrected".into(),
        Happening::Corrected(_) => "correction taken off".into(),
        Happening::Explained(e) => match e.reason {
            MissReason::MixedUp => "said to be a mix-up".into(),
            MissReason::Misread => "said to be misread".into(),
        },
        _ => return None,
    })
}

/// Events taken back by an undo that itself stands.
fn undone(events: &[Event]) -> HashSet<EventId> {
    let mut out = HashSet::new();
    for event in events.iter().rev() {
        if let Happening::Undone(u) = &event.what
            && !out.contains(&event.id)
        {
            out.insert(u.event);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Answered, Marked, OfCard, Undone};
    use crate::domain::{Moment, Sureness};

    fn event(seq: u32, what: Happening) -> Event {
        Event {
            id: id(seq),
            at: Moment::default(),
            day: Day(seq as i32),
            what,
        }
    }

    fn id(seq: u32) -> EventId {
        EventId {
            device: 1,
            session: 1,
            seq,
        }
    }

    #[test]
    fn what_was_taken_back_is_left_out_and_what_was_chosen_is_told() {
        let card = CardRef::parse("d#q").expect("an id");
        let of = |card: &CardRef| OfCard { card: card.clone() };
        let answered = Answered {
            card: card.clone(),
            shown: Vec::new(),
            chosen: vec![OptionId::new("b").expect("an id")],
            right: false,
            sure: Sureness::Unsaid,
            seconds: 6.2,
        };
        let on = Marked {
            card: card.clone(),
            on: true,
        };
        let events = [
            event(1, Happening::Answered(answered)),
            event(2, Happening::Suspended(of(&card))),
            event(3, Happening::Undone(Undone { event: id(2) })),
            event(4, Happening::Flagged(on)),
        ];
        let past = history(&events, &[card], None);
        let words: Vec<_> = past.iter().map(|p| p.what.as_str()).collect();
        assert_eq!(words, ["wrong, chose “b” (6 s)", "flagged"]);
        assert!(past[0].wrong && !past[1].wrong);
    }
}
