//! Days with a goal, card by card: what the running session shows is what a
//! restart would show, and a day keeps its shape.

use crate::support::{deck, flashcard, question};
use cramless::domain::event::*;
use cramless::domain::*;
use cramless::scheduling::queue::Pick;
use cramless::scheduling::replay::Replay;
use cramless::scheduling::{Progress, Scope};
use cramless::session::desk::{Desk, Shelf};
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::HashSet;

const DAY_MS: i64 = 86_400_000;

/// A session that runs, with everything that happened in it.
struct Session {
    catalogue: Catalogue,
    replay: Replay,
    progress: Progress,
    events: Vec<Event>,
    desk: Desk,
    scope: Scope,
}

impl Session {
    fn new(cards: usize, questions: usize, exam: i32) -> Self {
        let card = |i: usize| Card {
            task: TaskId::parse(&format!("{}.{}", i % 3 + 1, i % 2 + 1)),
            concept: CardId::new(format!("concept-{}", i / 3)).ok(),
            tier: if i % 7 == 6 { Tier::Detail } else { Tier::Core },
            ..flashcard(&format!("c{i}"), Some(&format!("note-{}", i / 2)))
        };
        let asked = |i: usize| Card {
            task: TaskId::parse(&format!("{}.1", i % 3 + 1)),
            concept: CardId::new(format!("concept-{i}")).ok(),
            ..question(&format!("q{i}"), &[&format!("c{}", i * 3)])
        };
        let all = (0..cards).map(card).chain((0..questions).map(asked));
        let catalogue = Catalogue::of([&deck("d", all.collect())]);
        let mut session = Self {
            replay: Replay::new(catalogue.aliases()),
            progress: Progress::default(),
            events: Vec::new(),
            desk: Desk::default(),
            scope: Scope::default(),
            catalogue,
        };
        let goal = Goal {
            exam: Some("T-1".into()),
            date: Some(Day(exam)),
            minutes: 20,
            days_off: Vec::new(),
            dates_off: Vec::new(),
            seed: 3,
        };
        session.happen(0, Happening::GoalSet(goal));
        session
    }

    fn happen(&mut self, day: i32, what: Happening) {
        let seq = self.events.len() as u32 + 1;
        let at = Moment {
            utc_ms: i64::from(day) * DAY_MS + 43_200_000 + 1000 * i64::from(seq),
            offset_min: 0,
        };
        let id = EventId {
            device: 1,
            session: 1,
            seq,
        };
        let event = Event {
            id,
            at,
            day: Day(day),
            what,
        };
        self.replay.apply(&mut self.progress, &event).unwrap();
        self.events.push(event);
    }

    fn shelf<'a>(&'a self, progress: &'a Progress, day: i32) -> Shelf<'a> {
        Shelf {
            catalogue: &self.catalogue,
            exams: &[],
            progress,
            scope: &self.scope,
            day: Day(day),
        }
    }

    fn next(&mut self, day: i32, left: Option<f64>) -> Pick {
        let mut desk = std::mem::take(&mut self.desk);
        let pick = desk.pick(self.shelf(&self.progress, day), left, false);
        self.desk = desk;
        pick
    }

    /// What a new start would show.
    fn next_after_restart(&self, day: i32, left: Option<f64>) -> Pick {
        let progress = self.replay.fold(self.events.clone());
        Desk::default().pick(self.shelf(&progress, day), left, false)
    }

    fn answer(&mut self, day: i32, ix: CardIx, dice: &mut ChaCha8Rng) -> f64 {
        let entry = self.catalogue.entry(ix);
        let (card, asked) = (entry.card.clone(), entry.kind == Kind::Choice);
        let option = |name: &str| OptionId::new(name).unwrap();
        let chosen = if dice.random_bool(0.7) { "a" } else { "b" };
        let seconds = if asked { 70.0 } else { 14.0 };
        let what = if asked {
            Happening::Answered(Answered {
                card,
                shown: ["a", "b", "c", "d"].map(option).into(),
                chosen: vec![option(chosen)],
                right: chosen == "a",
                sure: [Sureness::Guessed, Sureness::Unsaid, Sureness::Sure]
                    [dice.random_range(0..3)],
                seconds,
            })
        } else {
            Happening::Reviewed(Reviewed {
                card,
                grade: Grade::ALL[dice.random_range(0..4)],
                seconds,
            })
        };
        self.happen(day, what);
        f64::from(seconds)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn a_restart_shows_what_the_running_session_shows(seed: u64) {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let mut s = Session::new(42, 9, 20);
        let mut day = 1;
        while day < 20 {
            for _ in 0..dice.random_range(0..12) {
                let left = [None, Some(1200.0), Some(400.0), Some(9.0)][dice.random_range(0..4)];
                let pick = s.next(day, left);
                prop_assert_eq!(&pick, &s.next_after_restart(day, left), "day {}", day);
                let any = CardIx(dice.random_range(0..51));
                let card = s.catalogue.entry(any).card.clone();
                match (dice.random_range(0..10), pick) {
                    (0, _) => { s.answer(day, any, &mut dice); }
                    (1, _) => s.happen(day, Happening::Suspended(OfCard { card })),
                    (2, _) => s.happen(day, Happening::Restored(OfCard { card })),
                    (3, _) => {
                        let last = s.progress.last_undoable(Day(day)).map(|r| r.id);
                        if let Some(event) = last {
                            s.happen(day, Happening::Undone(Undone { event }));
                        }
                    }
                    (_, Pick::Card(ix, _)) => { s.answer(day, ix, &mut dice); }
                    _ => {}
                }
            }
            day += dice.random_range(1..4);
        }
    }
}

#[test]
fn questions_get_a_third_of_the_first_week_and_no_card_comes_twice_a_day() {
    let mut dice = ChaCha8Rng::seed_from_u64(4);
    let mut s = Session::new(240, 60, 42);
    let (mut all, mut questions) = (0.0, 0.0);
    for day in 1..=7 {
        let (mut left, mut shown) = (1200.0, HashSet::new());
        while left > 0.0 {
            let Pick::Card(ix, _) = s.next(day, Some(left)) else {
                panic!("time is left on day {day}");
            };
            assert!(shown.insert(ix), "twice on day {day}");
            let seconds = s.answer(day, ix, &mut dice);
            if s.catalogue.entry(ix).kind == Kind::Choice {
                questions += seconds;
            }
            (left, all) = (left - seconds, all + seconds);
        }
    }
    assert!(questions > 0.3 * all, "{questions} of {all}");
    assert!(questions < 0.45 * all, "{questions} of {all}");
}

#[test]
fn weight_and_scope_decide_what_is_studied() {
    let mut s = Session::new(42, 0, 20);
    s.scope.domain = Some(2);
    let mut dice = ChaCha8Rng::seed_from_u64(5);
    let mut seen = HashSet::new();
    while let Pick::Card(ix, _) = s.next(1, Some(3600.0)) {
        let domain = s.catalogue.entry(ix).task.map(|t| t.domain);
        assert_eq!(domain, Some(2));
        seen.insert(ix);
        s.answer(1, ix, &mut dice);
    }
    assert_eq!(seen.len(), 14, "all of the domain, and nothing else");
}
