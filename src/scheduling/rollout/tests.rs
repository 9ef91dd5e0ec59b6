//! The days to come, in small.

use super::*;
use crate::domain::Kind;

fn start(cards: usize, questions: usize) -> Start {
    let today = Day(100);
    let candidate = |i: usize| Candidate {
        weight: 1.0 / cards as f32,
        kind: if i < questions {
            Kind::Choice
        } else {
            Kind::Flashcard
        },
        question: i < questions,
        detail: false,
        note: None,
        concept: None,
        topic: 0,
        domain: (i % 2) as u8 + 1,
        tests: Vec::new(),
    };
    Start {
        today,
        calendar: Calendar {
            exam: None,
            start: today,
            minutes: 20,
            days_off: vec![6],
            dates_off: Vec::new(),
            attendance: 1.0,
        },
        person: Person::default(),
        candidates: (0..cards).map(candidate).collect(),
        cards: vec![Card::of(None, 0.0, today); cards],
        used: (0.0, 0.0),
        week: VecDeque::from([(0.0, 0.0); 7]),
        grain: 1.0,
    }
}

fn ask(minutes: u16, days: i32) -> Ask {
    Ask {
        exam: Day(100) + days,
        minutes,
        attendance: 1.0,
        futures: 6,
        seed: 1,
    }
}

fn play(start: &Start, ask: &Ask) -> Ahead {
    start.play(ask, &|| false).expect("not cancelled")
}

#[test]
fn more_minutes_and_more_days_promise_more() {
    let start = start(300, 0);
    let base = play(&start, &ask(10, 14));
    assert_eq!(base.days.len(), 15);
    assert!((base.days[0].recall.expected - 0.15).abs() < 1e-6);
    assert!(play(&start, &ask(20, 14)).recall.expected > base.recall.expected + 0.02);
    assert!(play(&start, &ask(10, 21)).recall.expected > base.recall.expected + 0.02);
    assert!(base.recall.low < base.recall.expected);
    assert_eq!(base, play(&start, &ask(10, 14)), "no luck in it");
    let domains: f64 = base.domains.values().map(|d| d.0 * d.1).sum();
    assert!((domains - base.recall.expected).abs() < 1e-4);
}

#[test]
fn days_off_rest_and_questions_get_their_share() {
    let ahead = play(&start(200, 60), &ask(20, 14));
    let sundays = ahead.days.iter().filter(|d| d.seconds == 0.0).count();
    assert_eq!(sundays, 3, "two Sundays and the exam");
    let all: f64 = ahead.days.iter().map(|d| d.seconds).sum();
    let questions: f64 = ahead.days.iter().map(|d| d.question_seconds).sum();
    assert!(questions > 0.3 * all, "{questions} of {all}");
}

#[test]
fn a_few_cards_that_stand_for_many_fare_alike() {
    let (all, few) = (start(900, 150), start(900, 150).thinned(300));
    assert_eq!((few.cards.len(), few.grain), (300, 3.0));
    let weight: f32 = few.candidates.iter().map(|c| c.weight).sum();
    assert!((weight - 1.0).abs() < 1e-3, "{weight}");
    let (all, few) = (play(&all, &ask(20, 12)), play(&few, &ask(20, 12)));
    let gap = all.recall.expected - few.recall.expected;
    assert!(gap.abs() < 0.03, "{gap}");
    let minutes = |a: &Ahead| a.days.iter().map(|d| d.seconds).sum::<f64>() / 60.0;
    assert!((minutes(&all) - minutes(&few)).abs() < 15.0);
    let questions = |a: &Ahead| a.days.iter().map(|d| d.question_seconds).sum::<f64>();
    assert!((questions(&few) / questions(&all) - 1.0).abs() < 0.25);
    let same = start(200, 0).thinned(300);
    assert_eq!((same.cards.len(), same.grain), (200, 1.0));
}

#[test]
fn the_last_evening_is_short_and_brings_nothing_new() {
    let ahead = play(&start(600, 0), &ask(40, 6));
    let evening = ahead.days[5];
    assert!(
        evening.new == 0.0 && evening.seconds < 15.5 * 60.0,
        "{evening:?}"
    );
    assert!(ahead.days[4].new > 0.0);
}

#[test]
fn it_ends_when_told_to() {
    assert_eq!(start(50, 0).play(&ask(10, 14), &|| true), None);
}

#[test]
#[ignore = "a timing"]
fn how_long_it_takes() {
    for (cards, days) in [(300, 30), (1000, 42), (1100, 60)] {
        let start = start(cards, 195);
        let t = std::time::Instant::now();
        let ahead = play(&start, &ask(20, days));
        println!(
            "{cards}x{days}: {:.3?} for 6, {:?}",
            t.elapsed(),
            ahead.recall
        );
    }
}
