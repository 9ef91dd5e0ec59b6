//! The fold: at once and step by step, undone, renamed.

use super::*;
use crate::domain::Moment;
use crate::domain::event::{OfCard, Reviewed, Undone};

fn card(name: &str) -> CardRef {
    CardRef::parse(format!("d#{name}")).expect("an id")
}

fn event(seq: u32, day: i32, what: Happening) -> Event {
    Event {
        id: EventId {
            device: 1,
            session: 1,
            seq,
        },
        at: Moment {
            utc_ms: i64::from(seq) * 1000,
            offset_min: 0,
        },
        day: Day(day),
        what,
    }
}

fn review(seq: u32, day: i32, name: &str, grade: Grade) -> Event {
    let e = Reviewed {
        card: card(name),
        grade,
        seconds: 5.0,
    };
    event(seq, day, Happening::Reviewed(e))
}

fn undo(seq: u32, day: i32, target: u32) -> Event {
    let event_id = EventId {
        device: 1,
        session: 1,
        seq: target,
    };
    event(seq, day, Happening::Undone(Undone { event: event_id }))
}

/// Event by event, with a refold where it is asked for.
fn stepwise(replay: &Replay, events: &[Event]) -> Progress {
    let mut p = Progress::default();
    for (i, e) in events.iter().enumerate() {
        if replay.apply(&mut p, e).is_err() {
            p = replay.fold(events[..=i].to_vec());
        }
    }
    p
}

#[test]
fn folding_at_once_equals_folding_step_by_step() {
    let r = Replay::default();
    let events = vec![
        review(1, 10, "a", Grade::Good),
        review(2, 10, "b", Grade::Again),
        undo(3, 10, 2),
        review(4, 10, "b", Grade::Good),
        event(5, 11, Happening::Suspended(OfCard { card: card("a") })),
        undo(6, 11, 5),
        review(7, 12, "a", Grade::Again),
        undo(8, 12, 7),
        undo(9, 12, 4),
        undo(10, 12, 9),
        review(11, 15, "a", Grade::Hard),
    ];
    let at_once = r.fold(events.clone());
    assert_eq!(stepwise(&r, &events), at_once);
    let mut shuffled = events.clone();
    shuffled.reverse();
    shuffled.extend(events.clone());
    assert_eq!(r.fold(shuffled), at_once);
    assert_eq!(at_once.reviews, 3);
    assert!(
        at_once.card(&card("b")).is_some_and(CardState::is_seen),
        "redone"
    );
}

#[test]
fn undoing_every_answer_of_a_day_leaves_no_trace() {
    let r = Replay::default();
    let before = vec![
        review(1, 10, "a", Grade::Good),
        review(2, 10, "b", Grade::Hard),
    ];
    let mut events = before.clone();
    events.push(review(3, 13, "a", Grade::Again));
    events.push(review(4, 13, "a", Grade::Good));
    events.push(review(5, 13, "c", Grade::Good));
    let mut p = stepwise(&r, &events);
    for (seq, target) in [(6, 5), (7, 4), (8, 3)] {
        assert_eq!(p.last_undoable(Day(13)).map(|u| u.id.seq), Some(target));
        let e = undo(seq, 13, target);
        r.apply(&mut p, &e)
            .expect("the last deed is undone in place");
        events.push(e);
    }
    assert_eq!(p, r.fold(events));
    let clean = r.fold(before);
    assert_eq!(
        (&p.cards, &p.days, p.reviews),
        (&clean.cards, &clean.days, clean.reviews)
    );
    assert_eq!(p.last_undoable(Day(13)), None);
}

#[test]
fn a_renamed_card_keeps_its_history() {
    let aliases = [(card("old"), card("new"))].into();
    let events = vec![
        review(1, 1, "old", Grade::Good),
        review(2, 4, "new", Grade::Good),
    ];
    let p = Replay::new(aliases).fold(events);
    assert!(p.card(&card("old")).is_none());
    assert_eq!(p.card(&card("new")).map(|c| c.reviews), Some(2));
}

#[test]
fn a_day_before_the_last_counts_as_the_same_day() {
    let p = Replay::default().fold(vec![
        review(1, 20, "a", Grade::Good),
        review(2, 3, "a", Grade::Good),
        review(3, 22, "a", Grade::Good),
    ]);
    let fsrs = Fsrs::default();
    let m = fsrs.after(None, 0, Grade::Good);
    let m = fsrs.after(Some(m), 0, Grade::Good);
    let m = fsrs.after(Some(m), 2, Grade::Good);
    assert_eq!(p.card(&card("a")).and_then(|c| c.memory), Some(m));
}

#[test]
fn the_crate_gives_the_same_memory_for_the_whole_history() {
    let fsrs = fsrs::FSRS::new(&[]).expect("defaults");
    let grades = [
        Grade::Good,
        Grade::Again,
        Grade::Good,
        Grade::Easy,
        Grade::Hard,
    ];
    let days = [0, 3, 3, 8, 40];
    let mut events = Vec::new();
    let mut reviews = Vec::new();
    for (i, (grade, day)) in grades.into_iter().zip(days).enumerate() {
        events.push(review(i as u32 + 1, day, "a", grade));
        let delta_t = if i == 0 {
            0
        } else {
            (day - days[i - 1]) as u32
        };
        reviews.push(fsrs::FSRSReview {
            rating: grade.number(),
            delta_t,
        });
    }
    let theirs = fsrs
        .memory_state(fsrs::FSRSItem { reviews }, None)
        .expect("a state");
    let p = Replay::default().fold(events);
    let ours = p.card(&card("a")).and_then(|c| c.memory).expect("a memory");
    assert!((ours.stability - theirs.stability).abs() < 1e-5 * theirs.stability);
    assert!((ours.difficulty - theirs.difficulty).abs() < 1e-5);
}
