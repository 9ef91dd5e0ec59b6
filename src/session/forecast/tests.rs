//! The forecast's own stories.

use super::{Forecast, Job, WhatIf};
use crate::domain::card::{Card, Deck, Face, Flashcard};
use crate::domain::event::{Goal, Reviewed};
use crate::domain::{
    Blueprint, CardId, CardIx, Catalogue, Day, DeckId, Event, EventId, Grade, Happening, Moment,
    TaskId, Text,
};
use crate::scheduling::Progress;
use crate::scheduling::queue::Scope;
use crate::scheduling::replay::Replay;
use crate::session::desk::{Desk, Shelf};
use std::cell::Cell;

const TODAY: i32 = 20_000;

struct World {
    catalogue: Catalogue,
    exams: Vec<Blueprint>,
    progress: Progress,
    scope: Scope,
}

impl World {
    /// So many cards, of which `seen` were answered yesterday.
    fn new(cards: usize, seen: usize, exam_in: Option<i32>, minutes: u16) -> Self {
        let card = |i: usize| Card {
            task: TaskId::parse(if i.is_multiple_of(3) { "1.1" } else { "2.1" }),
            ..Card::bare(
                CardId::new(format!("c{i}")).expect("an id"),
                Face::Flashcard(Flashcard {
                    front: Text::new("f"),
                    back: Text::new("b"),
                }),
            )
        };
        let deck = Deck {
            id: DeckId::new("d").expect("an id"),
            title: Text::new("d"),
            exam: Some(Text::new("X")),
            source: Vec::new(),
            cards: (0..cards).map(card).collect(),
        };
        let catalogue = Catalogue::of([&deck]);
        let mut events = Vec::new();
        let mut happen = |day: i32, what| {
            let seq = events.len() as u32 + 1;
            events.push(Event {
                id: EventId {
                    device: 1,
                    session: 1,
                    seq,
                },
                at: Moment {
                    utc_ms: i64::from(seq),
                    offset_min: 0,
                },
                day: Day(day),
                what,
            });
        };
        for i in 0..seen {
            let review = Reviewed {
                card: catalogue.entry(CardIx(i as u32)).card.clone(),
                grade: Grade::ALL[i % 4],
                seconds: f32::from(minutes) * 60.0 / seen as f32,
            };
            happen(TODAY - 1, Happening::Reviewed(review));
        }
        let goal = Goal {
            exam: Some("X".into()),
            date: exam_in.map(|days| Day(TODAY + days)),
            minutes,
            days_off: Vec::new(),
            dates_off: vec![Day(TODAY + 2)],
            seed: 1,
        };
        happen(TODAY - 1, Happening::GoalSet(goal));
        Self {
            exams: vec![Blueprint::of_weights(&[40.0, 60.0], 1)],
            progress: Replay::default().fold(events),
            scope: Scope::default(),
            catalogue,
        }
    }

    fn job(&self) -> Job {
        let shelf = Shelf {
            catalogue: &self.catalogue,
            exams: &self.exams,
            progress: &self.progress,
            scope: &self.scope,
            day: Day(TODAY),
        };
        Job::new(&mut Desk::default(), shelf).expect("cards")
    }

    fn forecast(&self) -> Forecast {
        self.job().run(&|| false).expect("not cancelled")
    }
}

#[test]
fn the_same_progress_gives_the_same_forecast_and_more_minutes_promise_more() {
    let world = World::new(220, 60, Some(12), 20);
    let f = world.forecast();
    assert_eq!(f, world.forecast());
    let minutes: Vec<_> = f.choices.iter().map(|c| c.what_if).collect();
    let later = WhatIf::Later(Day(TODAY + 19));
    assert_eq!(
        minutes,
        [
            WhatIf::Minutes(15),
            WhatIf::Minutes(20),
            WhatIf::Minutes(30),
            later
        ]
    );
    let expected: Vec<f64> = f.choices.iter().map(|c| c.score.expected).collect();
    assert!(
        expected[0] < expected[1] && expected[1] < expected[2],
        "{expected:?}"
    );
    assert!(expected[3] >= expected[1], "{expected:?}");
    for c in &f.choices {
        assert!(c.score.low < c.score.expected && c.score.expected < c.score.high);
    }
    let course = f.course.expect("the goal's own");
    assert_eq!(course.score, f.choices[1].score);
    assert!(f.bookings.is_empty(), "it is booked");
}

#[test]
fn a_curve_has_every_day_its_load_and_days_off() {
    let f = World::new(220, 60, Some(12), 20).forecast();
    let days = f.course.expect("the goal's own").days;
    assert_eq!(days.len(), 13, "today to the exam's morning");
    assert!(days.iter().map(|d| d.day.0).eq(TODAY..=TODAY + 12));
    assert!(days[2].off && days[2].minutes == 0.0);
    assert!(
        (19.0..22.0).contains(&days[1].minutes),
        "{}",
        days[1].minutes
    );
    assert!(days[0].new > 10.0);
    let evening = days[11];
    assert!(evening.minutes < 15.5 && evening.new == 0.0, "{evening:?}");
    assert!(days[12].score.expected > days[0].score.expected + 0.05);
    assert!(!days[12].off && days[12].minutes == 0.0);
}

#[test]
fn without_a_date_it_says_what_to_book() {
    let f = World::new(120, 20, None, 25).forecast();
    assert!(f.exam.is_none() && f.choices.is_empty());
    assert_eq!(f.course.expect("a rolling one").day, Day(TODAY + 45));
    let minutes: Vec<u16> = f.bookings.iter().map(|b| b.minutes).collect();
    assert_eq!(minutes, [15, 20, 25, 30]);
    let days: Vec<Day> = f.bookings.iter().filter_map(|b| b.day).collect();
    assert_eq!(days.len(), 4, "120 cards can be held");
    assert!(days.windows(2).all(|w| w[0] >= w[1]), "{days:?}");
    assert!(days.iter().all(|d| (d.0 - TODAY) % 7 == 0 && d.0 > TODAY));
}

#[test]
fn on_the_day_itself_nothing_is_played() {
    let f = World::new(60, 10, Some(0), 20).forecast();
    assert!(f.course.is_none() && f.choices.is_empty() && f.bookings.is_empty());
    assert_eq!(
        f.headline().as_deref(),
        Some("The exam is today. Good luck!")
    );
}

#[test]
fn without_an_exam_it_speaks_of_cards() {
    let mut world = World::new(60, 10, None, 20);
    world.exams.clear();
    let f = world.forecast();
    assert!(f.bookings.is_empty() && f.booking_in_words().is_empty());
    let words = f.headline().expect("played");
    assert!(
        words.starts_with("At 20 minutes a day you would hold "),
        "{words}"
    );
    let mut world = World::new(60, 10, Some(9), 1);
    world.exams.clear();
    let f = world.forecast();
    let words = f.headline().expect("played");
    assert!(
        words.starts_with("At 1 minute a day you will hold "),
        "{words}"
    );
    assert!(words.ends_with(" % of these cards."), "{words}");
    assert!(f.what_if().is_some_and(|w| w.contains("a week later: ")));
}

#[test]
fn a_date_that_is_past_is_no_date() {
    let f = World::new(60, 10, Some(-3), 20).forecast();
    assert!(f.exam.is_none() && !f.bookings.is_empty());
}

#[test]
fn an_exam_in_years_is_not_played() {
    let f = World::new(60, 10, Some(2000), 20).forecast();
    assert!(f.course.is_none() && f.choices.is_empty());
    let words = f.headline().expect("why not");
    assert_eq!(words, "The exam is too far away for a forecast.");
}

#[test]
fn it_is_dropped_when_told_to() {
    let world = World::new(220, 60, Some(12), 20);
    let left = Cell::new(40);
    let cancel = || {
        left.set(left.get() - 1);
        left.get() < 0
    };
    assert_eq!(world.job().run(&cancel), None);
    assert_eq!(world.job().run(&|| false), Some(world.forecast()));
}

#[test]
fn few_cards_stand_for_many() {
    // The same share seen, three times as many cards and minutes.
    let score = |cards, minutes| {
        let f = World::new(cards, cards / 4, Some(10), minutes).forecast();
        f.course.expect("played").cards.expected
    };
    let (few, many) = (score(480, 20), score(1440, 60));
    assert!((few - many).abs() < 0.03, "{few} {many}");
}
