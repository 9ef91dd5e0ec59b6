//! Nothing missed is forgotten: a scripted month, day by day.

use crate::support::{Diary, deck, flashcard, question};
use cramless::domain::event::{Answered, OfCard};
use cramless::domain::*;
use cramless::session::missed::{Filter, missed, next_in_drill};
use std::collections::HashMap;

struct Month {
    catalogue: Catalogue,
    diary: Diary,
}

impl Month {
    fn new() -> Self {
        let cards = vec![
            flashcard("a", None),
            flashcard("b", None),
            question("q", &["a"]),
            question("r", &["b"]),
        ];
        Self {
            catalogue: Catalogue::of([&deck("d", cards)]),
            diary: Diary::new(),
        }
    }

    fn card(&self, name: &str) -> CardRef {
        CardRef::parse(format!("d#{name}")).unwrap()
    }

    fn grade(&mut self, day: i32, name: &str, grade: Grade) {
        let card = self.card(name);
        self.diary.grade(day, &card, grade);
    }

    fn choose(&mut self, day: i32, name: &str, option: &str, sure: Sureness) {
        let answer = Answered {
            card: self.card(name),
            shown: Vec::new(),
            chosen: vec![OptionId::new(option).unwrap()],
            right: option == "a",
            sure,
            seconds: 30.0,
        };
        self.diary.happen(day, Happening::Answered(answer));
    }

    fn queue(&self, day: i32) -> Vec<String> {
        let filter = Filter::default();
        let found = missed(
            &self.catalogue,
            &self.diary.progress,
            &[],
            &filter,
            Day(day),
        );
        let name = |m: &cramless::session::missed::Missed| {
            self.catalogue.entry(m.card).card.card().to_owned()
        };
        let mut names: Vec<_> = found.iter().map(name).collect();
        names.sort();
        names
    }
}

#[test]
fn the_queue_holds_exactly_the_right_cards_every_day() {
    let mut m = Month::new();
    assert!(m.queue(1).is_empty());
    m.grade(1, "a", Grade::Again);
    m.choose(1, "q", "b", Sureness::Unsaid);
    m.choose(1, "r", "a", Sureness::Unsaid);
    assert_eq!(m.queue(1), ["a", "q"]);
    m.grade(1, "a", Grade::Good);
    assert_eq!(m.queue(1), ["a", "q"], "the same day proves nothing");
    m.grade(2, "a", Grade::Good);
    m.choose(4, "q", "a", Sureness::Guessed);
    assert_eq!(m.queue(4), ["a", "q"]);
    m.grade(5, "a", Grade::Hard);
    assert_eq!(m.queue(5), ["q"], "two later days");
    m.choose(6, "q", "a", Sureness::Unsaid);
    m.choose(9, "q", "c", Sureness::Sure);
    m.choose(10, "q", "a", Sureness::Unsaid);
    assert_eq!(m.queue(10), ["q"], "a new miss starts again");
    m.choose(12, "q", "a", Sureness::Sure);
    assert!(m.queue(12).is_empty());
    assert!(m.diary.undo(12));
    assert_eq!(m.queue(12), ["q"], "taken back");
    m.choose(12, "q", "a", Sureness::Sure);
    let card = m.card("r");
    m.choose(13, "r", "d", Sureness::Unsaid);
    m.diary
        .happen(13, Happening::Suspended(OfCard { card: card.clone() }));
    assert!(m.queue(13).is_empty(), "suspended cards rest");
    m.diary.happen(14, Happening::Restored(OfCard { card }));
    assert_eq!(m.queue(14), ["r"]);
    let folded = m.diary.replay.fold(m.diary.events.clone());
    assert_eq!(
        folded, m.diary.progress,
        "folding the journal gives the same"
    );
}

#[test]
fn two_devices_merge_into_one_queue_in_any_order() {
    let mut m = Month::new();
    m.grade(1, "a", Grade::Again);
    m.grade(1, "b", Grade::Again);
    m.grade(2, "a", Grade::Good);
    m.grade(3, "a", Grade::Good);
    let mut events = m.diary.events.clone();
    for e in events.iter_mut().skip(2) {
        e.id.device = 99;
    }
    let folded = m.diary.replay.fold(events.iter().rev().cloned().collect());
    assert_eq!(folded.cards, m.diary.replay.fold(events).cards);
    assert!(!folded.card(&m.card("a")).unwrap().misses.open);
    assert!(folded.card(&m.card("b")).unwrap().misses.open);
}

#[test]
fn a_drill_takes_the_most_costly_first_and_never_the_same_twice_in_a_row() {
    let mut m = Month::new();
    m.grade(1, "a", Grade::Again);
    m.grade(20, "b", Grade::Again);
    m.grade(20, "b", Grade::Again);
    let queue = missed(
        &m.catalogue,
        &m.diary.progress,
        &[],
        &Filter::default(),
        Day(20),
    );
    let mut shown = HashMap::new();
    let mut just = None;
    let mut order = Vec::new();
    for _ in 0..4 {
        let ix = next_in_drill(&queue, &shown, just).unwrap();
        *shown.entry(ix).or_insert(0) += 1;
        just = Some(ix);
        order.push(m.catalogue.entry(ix).card.card().to_owned());
    }
    assert_eq!(order, ["b", "a", "b", "a"]);
    assert_eq!(
        next_in_drill(&queue[..1], &shown, just.map(|_| queue[0].card)),
        None
    );
}

#[test]
fn a_list_is_narrowed_by_day_domain_and_kind() {
    let mut m = Month::new();
    m.grade(1, "a", Grade::Again);
    m.choose(8, "q", "b", Sureness::Unsaid);
    let count =
        |filter: Filter| missed(&m.catalogue, &m.diary.progress, &[], &filter, Day(9)).len();
    assert_eq!(
        count(Filter {
            since: Some(Day(5)),
            ..Filter::default()
        }),
        1
    );
    let mut filter = Filter::default();
    filter.scope.kind = Some(Kind::Flashcard);
    assert_eq!(count(filter.clone()), 1);
    filter.scope.domain = Some(3);
    assert_eq!(count(filter), 0);
}
