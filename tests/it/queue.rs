//! Which card now: due, new, siblings, a second look.

use crate::support::{Diary, deck, flashcard, question};
use cramless::domain::event::OfCard;
use cramless::domain::*;
use cramless::scheduling::queue::{Pick, Scope, Why, failed_today, pick, second_look};

fn next(c: &Catalogue, d: &Diary, day: i32, keep_going: bool) -> Option<(String, Why)> {
    match pick(
        c,
        &d.progress,
        &Scope::default(),
        Day(day),
        None,
        keep_going,
    ) {
        Pick::Card(ix, why) => Some((c.entry(ix).card.card().to_owned(), why)),
        Pick::Nothing { .. } => None,
    }
}

fn named(c: &Catalogue, name: &str) -> CardRef {
    c.entries
        .iter()
        .find(|e| e.card.card() == name)
        .unwrap()
        .card
        .clone()
}

#[test]
fn siblings_do_not_meet_on_one_day_unless_nothing_else_is_left() {
    let cards = vec![
        flashcard("x/purpose", Some("x")),
        flashcard("x/reverse", Some("x")),
        flashcard("y", None),
    ];
    let c = Catalogue::of([&deck("d", cards)]);
    let mut d = Diary::new();
    assert_eq!(next(&c, &d, 1, false), Some(("x/purpose".into(), Why::New)));
    d.grade(1, &named(&c, "x/purpose"), Grade::Good);
    assert_eq!(next(&c, &d, 1, false), Some(("y".into(), Why::New)));
    d.grade(1, &named(&c, "y"), Grade::Good);
    assert_eq!(next(&c, &d, 1, false), None);
    assert_eq!(next(&c, &d, 1, true), Some(("x/reverse".into(), Why::New)));
    assert_eq!(next(&c, &d, 2, false), Some(("x/reverse".into(), Why::New)));
}

#[test]
fn undoing_an_answer_frees_its_sibling_again() {
    let cards = vec![
        flashcard("x/purpose", Some("x")),
        flashcard("x/reverse", Some("x")),
    ];
    let c = Catalogue::of([&deck("d", cards)]);
    let mut d = Diary::new();
    d.grade(1, &named(&c, "x/purpose"), Grade::Good);
    assert_eq!(next(&c, &d, 1, false), None);
    assert!(d.undo(1));
    assert_eq!(next(&c, &d, 1, false), Some(("x/purpose".into(), Why::New)));
}

#[test]
fn what_is_due_comes_first_lowest_recall_before_the_rest() {
    let c = Catalogue::of([&deck(
        "d",
        ["a", "b", "n"].map(|id| flashcard(id, None)).into(),
    )]);
    let mut d = Diary::new();
    d.grade(1, &named(&c, "a"), Grade::Good);
    d.grade(1, &named(&c, "b"), Grade::Again);
    // Good is due after two days, Again after one.
    assert_eq!(next(&c, &d, 2, false), Some(("b".into(), Why::Due)));
    d.grade(2, &named(&c, "b"), Grade::Again);
    assert_eq!(next(&c, &d, 2, false), Some(("n".into(), Why::New)));
    assert_eq!(next(&c, &d, 3, false), Some(("b".into(), Why::Due)));
}

#[test]
fn every_fifth_new_card_is_a_question_about_what_is_known() {
    let mut cards: Vec<Card> = (0..8).map(|i| flashcard(&format!("c{i}"), None)).collect();
    cards.push(question("far", &["c7"]));
    cards.push(question("near", &["c0"]));
    let c = Catalogue::of([&deck("d", cards)]);
    let mut d = Diary::new();
    let mut seen = Vec::new();
    while let Some((name, _)) = next(&c, &d, 1, false) {
        d.grade(1, &named(&c, &name), Grade::Easy);
        seen.push(name);
    }
    assert_eq!(
        seen,
        [
            "c0", "c1", "c2", "c3", "near", "c4", "c5", "c6", "c7", "far"
        ]
    );
}

#[test]
fn failed_cards_are_offered_once_more_in_the_order_they_failed() {
    let c = Catalogue::of([&deck("d", ["a", "b"].map(|id| flashcard(id, None)).into())]);
    let mut d = Diary::new();
    d.grade(1, &named(&c, "b"), Grade::Again);
    d.grade(1, &named(&c, "a"), Grade::Again);
    let failed = failed_today(&c, &d.progress, &Scope::default(), Day(1));
    assert_eq!(
        failed,
        [
            c.find(&named(&c, "b")).unwrap(),
            c.find(&named(&c, "a")).unwrap()
        ]
    );
    d.grade(1, &named(&c, "b"), Grade::Good);
    assert_eq!(
        second_look(&c, &d.progress, &Scope::default(), Day(1)),
        c.find(&named(&c, "a"))
    );
    assert_eq!(
        second_look(&c, &d.progress, &Scope::default(), Day(2)),
        None
    );
}

#[test]
fn suspended_and_buried_cards_stay_away() {
    let c = Catalogue::of([&deck("d", ["a", "b"].map(|id| flashcard(id, None)).into())]);
    let mut d = Diary::new();
    d.happen(
        1,
        Happening::Suspended(OfCard {
            card: named(&c, "a"),
        }),
    );
    let until = Day(3);
    d.happen(
        1,
        Happening::Buried(cramless::domain::event::Buried {
            card: named(&c, "b"),
            until,
        }),
    );
    assert_eq!(next(&c, &d, 1, true), None);
    assert_eq!(next(&c, &d, 3, true), Some(("b".into(), Why::New)));
    d.happen(
        3,
        Happening::Restored(OfCard {
            card: named(&c, "a"),
        }),
    );
    assert_eq!(next(&c, &d, 3, true), Some(("a".into(), Why::New)));
}

#[test]
fn a_scope_narrows_by_deck_domain_and_kind() {
    let mut other = flashcard("b", None);
    other.task = TaskId::parse("3.2");
    let c = Catalogue::of([
        &deck("d", vec![flashcard("a", None), question("q", &[])]),
        &deck("e", vec![other]),
    ]);
    let only = |scope: Scope| -> Vec<String> {
        scope.cards(&c).map(|(_, e)| e.card.to_string()).collect()
    };
    assert_eq!(
        only(Scope {
            domain: Some(3),
            ..Scope::default()
        }),
        ["e#b"]
    );
    assert_eq!(
        only(Scope {
            kind: Some(Kind::Choice),
            ..Scope::default()
        }),
        ["d#q"]
    );
    assert_eq!(
        only(Scope {
            deck: DeckId::new("d").ok(),
            ..Scope::default()
        }),
        ["d#a", "d#q"]
    );
}

#[test]
fn the_cards_behind_a_missed_question_come_first_and_the_question_rests() {
    let mut cards: Vec<Card> = (0..3).map(|i| flashcard(&format!("c{i}"), None)).collect();
    cards.push(question("q", &["c2"]));
    let c = Catalogue::of([&deck("d", cards)]);
    let mut d = Diary::new();
    d.grade(1, &named(&c, "q"), Grade::Again);
    assert_eq!(
        next(&c, &d, 1, false),
        Some(("c0".into(), Why::New)),
        "not before the next day"
    );
    assert_eq!(next(&c, &d, 2, false), Some(("c2".into(), Why::BehindMiss)));
    for name in ["c2", "c0", "c1"] {
        d.grade(2, &named(&c, name), Grade::Easy);
    }
    assert_eq!(next(&c, &d, 2, false), None, "the question rests");
    assert_eq!(next(&c, &d, 3, false), None);
    assert_eq!(next(&c, &d, 4, false), Some(("q".into(), Why::Due)));
    assert_eq!(
        next(&c, &d, 2, true),
        Some(("q".into(), Why::Ahead)),
        "unless all else was seen"
    );
}
