//! What is on a paper: held back for it, or from the daily pool.

use super::hall::{Hall, full, of, pack};
use cramless::domain::event::{Marked, MockStarted, OfCard};
use cramless::domain::*;
use cramless::exam::shortage::Shortage;
use cramless::session::mock::hidden::{first_sight_left, hidden, unsat};
use cramless::session::mock::setup::{CantDraw, Setup, choose, minutes_for, sizes};
use std::collections::HashSet;

fn cards(paper: &MockStarted) -> HashSet<CardRef> {
    paper.questions.iter().map(|q| q.card.clone()).collect()
}

fn hidden_cards(hall: &Hall) -> HashSet<CardRef> {
    let set = hidden(&hall.catalogue, &hall.diary.progress, Some(&hall.blueprint));
    let name = |ix: CardIx| hall.catalogue.entry(ix).card.clone();
    set.into_iter().map(name).collect()
}

fn left(hall: &Hall) -> usize {
    first_sight_left(&hall.catalogue, &hall.diary.progress, &hall.blueprint)
}

#[test]
fn a_goal_holds_two_full_papers_back() {
    let mut hall = Hall::new(vec![pack(325)]);
    assert_eq!((left(&hall), hidden_cards(&hall).len()), (0, 0));
    hall.set_goal(42);
    assert_eq!((left(&hall), hidden_cards(&hall).len()), (2, 130));
    let papers = unsat(&hall.catalogue, &hall.diary.progress, &hall.blueprint);
    for (_, paper) in papers {
        let mut counts = [0; 4];
        let mut concepts = HashSet::new();
        let mut multiple = 0;
        for ix in paper {
            let entry = hall.catalogue.entry(ix);
            counts[usize::from(entry.task.unwrap().domain) - 1] += 1;
            assert!(concepts.insert(entry.concept), "a concept twice");
            multiple += usize::from(entry.keys > 1);
        }
        assert_eq!(counts, [13, 16, 23, 13]);
        assert!((7..=13).contains(&multiple), "{multiple}");
    }
}

#[test]
fn every_device_holds_the_same_papers_back_whatever_was_studied_on_it() {
    let mut one = Hall::with_goal(325);
    let other = Hall::with_goal(325);
    for i in 0..40 {
        let card = one.catalogue.entry(CardIx(i)).card.clone();
        one.diary.grade(101, &card, Grade::Good);
    }
    assert_eq!(hidden_cards(&one), hidden_cards(&other));
    let mut another = Hall::new(vec![pack(325)]);
    another.set_goal(43);
    assert_ne!(hidden_cards(&another), hidden_cards(&other));
}

#[test]
fn a_pack_that_grows_changes_few_of_them() {
    let before = hidden_cards(&Hall::with_goal(330));
    let mut decks = vec![pack(330)];
    let more = pack(363).cards.into_iter().filter(|c| c.choice().is_some());
    let more = more
        .enumerate()
        .filter(|(i, _)| i % 11 == 0)
        .map(|(_, mut c)| {
            c.id = CardId::new(format!("new/{}", c.id)).unwrap();
            c.concept = Some(c.id.clone());
            c
        });
    decks.push(crate::support::deck("e", more.collect()));
    let mut grown = Hall::new(decks);
    grown.set_goal(42);
    let after = hidden_cards(&grown);
    assert_eq!(after.len(), 130);
    let kept = before.intersection(&after).count();
    assert!(kept >= 95, "{kept} of 130");
}

#[test]
fn full_papers_are_the_held_back_ones_and_short_ones_never_touch_them() {
    let mut hall = Hall::with_goal(325);
    let reserved = hidden_cards(&hall);
    let short = hall.draw(&of(20, 1)).unwrap();
    assert!(cards(&short).is_disjoint(&reserved));
    assert_eq!((short.held_back, short.minutes), (None, 55));
    let practice = Setup {
        practice: true,
        ..full(1)
    };
    assert!(cards(&hall.draw(&practice).unwrap()).is_disjoint(&reserved));
    let mut seen = HashSet::new();
    for n in 1..=2 {
        let mut sitting = hall.sit(&full(n));
        let paper = sitting.paper().clone();
        assert_eq!(paper.held_back, Some(n as u32));
        assert_eq!(
            (hall.counts(&paper), paper.minutes),
            ([13, 16, 23, 13], 180)
        );
        assert!(paper.questions.iter().all(|q| q.first_sight));
        assert!(cards(&paper).is_subset(&reserved));
        assert!(
            cards(&paper).is_subset(&hidden_cards(&hall)),
            "while it is open"
        );
        seen.extend(cards(&paper));
        hall.hand_in(&mut sitting);
        assert!(cards(&paper).is_disjoint(&hidden_cards(&hall)));
        assert_eq!(left(&hall), 2 - n as usize);
    }
    assert_eq!(seen, reserved);
    let third = hall.draw(&full(3)).unwrap();
    assert_eq!(third.held_back, None);
    assert!(cards(&third).is_disjoint(&seen), "unseen first");
}

#[test]
fn study_never_plans_a_held_back_question() {
    let mut hall = Hall::with_goal(325);
    let reserved = hidden_cards(&hall);
    let mut desk = cramless::session::desk::Desk::default();
    let planned = |hall: &Hall, desk: &mut cramless::session::desk::Desk| -> HashSet<CardRef> {
        let agenda = desk.agenda(cramless::session::desk::Shelf {
            catalogue: &hall.catalogue,
            exams: std::slice::from_ref(&hall.blueprint),
            progress: &hall.diary.progress,
            scope: &cramless::scheduling::Scope::default(),
            day: Day(hall.day),
        });
        let name = |ix: &CardIx| hall.catalogue.entry(*ix).card.clone();
        agenda.cards().iter().map(name).collect()
    };
    assert!(planned(&hall, &mut desk).is_disjoint(&reserved));
    let mut sitting = hall.sit(&full(1));
    let sat = cards(sitting.paper());
    assert!(
        planned(&hall, &mut desk).is_disjoint(&sat),
        "nor while it is sat"
    );
    hall.hand_in(&mut sitting);
    assert!(
        sat.is_subset(&planned(&hall, &mut desk)),
        "and then it does"
    );
}

#[test]
fn a_paper_given_up_was_seen_all_the_same() {
    let mut hall = Hall::with_goal(325);
    let mut sitting = hall.sit(&full(1));
    let what = sitting.give_up(&hall.now);
    hall.record(&mut sitting, what);
    assert_eq!(left(&hall), 1);
    assert_eq!(hall.draw(&full(1)).unwrap().held_back, Some(2));
}

#[test]
fn a_disputed_question_of_a_held_back_paper_is_replaced() {
    let mut hall = Hall::with_goal(325);
    let paper = hall.draw(&full(1)).unwrap();
    let bad = paper.questions[7].card.clone();
    hall.happen(Happening::Disputed(Marked {
        card: bad.clone(),
        on: true,
    }));
    let again = hall.draw(&full(1)).unwrap();
    assert!(!cards(&again).contains(&bad));
    assert_eq!(hall.counts(&again), [13, 16, 23, 13]);
    assert_eq!(cards(&paper).difference(&cards(&again)).count(), 1);
}

#[test]
fn the_same_seed_brings_the_same_paper_with_the_same_option_orders() {
    let hall = Hall::with_goal(325);
    assert_eq!(hall.draw(&of(20, 7)), hall.draw(&of(20, 7)));
    assert_ne!(hall.draw(&of(20, 7)), hall.draw(&of(20, 8)));
    let (a, b) = (hall.draw(&full(7)).unwrap(), hall.draw(&full(8)).unwrap());
    assert_eq!(
        cards(&a),
        cards(&b),
        "the held-back paper, in another order"
    );
    assert_ne!(a.questions, b.questions);
}

#[test]
fn many_papers_use_the_whole_pool_and_keep_their_counts() {
    let hall = Hall::new(vec![pack(325)]);
    let mut used = HashSet::new();
    for seed in 0..150 {
        let paper = hall.draw(&full(seed)).unwrap();
        assert_eq!(hall.counts(&paper), [13, 16, 23, 13], "seed {seed}");
        let mut concepts = HashSet::new();
        for q in &paper.questions {
            let entry = hall.catalogue.entry(hall.catalogue.find(&q.card).unwrap());
            assert!(concepts.insert(entry.concept), "seed {seed}: {}", q.card);
        }
        used.extend(cards(&paper));
    }
    assert_eq!(used.len(), 325);
}

#[test]
fn papers_can_be_narrowed() {
    let mut hall = Hall::new(vec![pack(325)]);
    let domain = Setup {
        domain: Some(3),
        ..of(10, 1)
    };
    assert_eq!(hall.counts(&hall.draw(&domain).unwrap()), [0, 0, 10, 0]);
    let deck = Setup {
        deck: DeckId::new("d").ok(),
        ..Setup::default()
    };
    assert_eq!(hall.draw(&deck).unwrap().questions.len(), 20);
    let elsewhere = Setup {
        deck: DeckId::new("e").ok(),
        ..Setup::default()
    };
    let said = hall.draw(&elsewhere).unwrap_err().to_string();
    assert_eq!(said, "this deck has no question that can be asked");
    // Nobody asked for a number: what there is is enough, and what isn't there
    // isn't counted.
    let mut other = pack(325);
    other.id = DeckId::new("f").unwrap();
    other
        .cards
        .retain(|c| c.task.is_some_and(|t| t.domain == 1));
    other.cards.truncate(14);
    let two = Hall::new(vec![pack(325), other]);
    let of_domain = |domain: u8| Setup {
        deck: DeckId::new("f").ok(),
        domain: Some(domain),
        ..Setup::default()
    };
    let said = two.draw(&of_domain(4)).unwrap_err().to_string();
    assert_eq!(said, "this deck has no question of this domain");
    let progress = &two.diary.progress;
    let few = choose(
        &of_domain(1),
        &two.catalogue,
        progress,
        Some(&two.blueprint),
    )
    .unwrap();
    assert!(few.fewer && (1..20).contains(&few.cards.len()));
    let whole = choose(&deck, &two.catalogue, progress, Some(&two.blueprint)).unwrap();
    assert!(!whole.fewer && whole.cards.len() == 20);
    let missed = Setup {
        missed: true,
        ..Setup::default()
    };
    let said = hall.draw(&missed).unwrap_err().to_string();
    assert_eq!(said, "no miss is open: there is nothing to draw from");
    let mut sitting = hall.sit(&of(10, 5));
    let paper = cards(sitting.paper());
    hall.hand_in(&mut sitting);
    assert_eq!(cards(&hall.draw(&missed).unwrap()), paper);
}

#[test]
fn a_paper_can_be_sat_once_more_as_it_was() {
    let mut hall = Hall::with_goal(325);
    let mut sitting = hall.sit(&of(10, 5));
    let first = sitting.paper().clone();
    hall.hand_in(&mut sitting);
    let again = Setup {
        again: Some(first.mock),
        ..full(99)
    };
    let second = hall.draw(&again).unwrap();
    let orders = |p: &MockStarted| -> Vec<_> {
        let questions = p.questions.iter();
        questions
            .map(|q| (q.card.clone(), q.shown.clone()))
            .collect()
    };
    assert_eq!(orders(&second), orders(&first));
    assert!(second.questions.iter().all(|q| !q.first_sight));
}

#[test]
fn what_can_not_be_drawn_is_said_in_a_sentence() {
    let mut hall = Hall::new(vec![pack(100)]);
    let Err(CantDraw::Short(Shortage { largest, .. })) = hall.draw(&full(1)) else {
        panic!("a hundred questions on fifty concepts are no full paper")
    };
    assert!((40..65).contains(&largest), "{largest}");
    let said = hall.draw(&full(1)).unwrap_err().to_string();
    assert!(
        said.ends_with(&format!("has {largest} questions")),
        "{said}"
    );
    assert!(hall.draw(&of(largest, 1)).is_ok());
    let nowhere = Setup {
        domain: Some(9),
        ..of(5, 1)
    };
    let said = hall.draw(&nowhere).unwrap_err().to_string();
    assert_eq!(said, "domain: T-1 has 1, 2, 3, 4");
    assert!(hall.draw(&of(0, 1)).is_err());
    hall.sit(&of(10, 1));
    assert_eq!(hall.draw(&of(10, 2)), Err(CantDraw::Open));
}

#[test]
fn suspended_questions_are_not_asked() {
    let mut hall = Hall::new(vec![pack(325)]);
    let victim = hall.draw(&of(10, 1)).unwrap().questions[0].card.clone();
    hall.happen(Happening::Suspended(OfCard {
        card: victim.clone(),
    }));
    for seed in 0..20 {
        assert!(!cards(&hall.draw(&of(10, seed)).unwrap()).contains(&victim));
    }
}

#[test]
fn sizes_and_minutes_follow_the_exam() {
    let blueprint = super::hall::blueprint();
    assert_eq!(sizes(Some(&blueprint)), [10, 20, 33, 65]);
    assert_eq!(sizes(None), [10, 20]);
    let minutes = [10, 20, 33, 65].map(|n| minutes_for(n, Some(&blueprint)));
    assert_eq!(minutes, [28, 55, 91, 180]);
    assert_eq!(minutes_for(10, None), 20);
}

/// Ten thousand full papers of a catalogue without a goal: exact counts, no
/// concept twice, multiple response at its share, every authored question used.
fn ten_thousand(catalogue: &Catalogue, blueprint: &Blueprint) {
    let progress = cramless::scheduling::Progress::default();
    let authored: HashSet<CardIx> = (catalogue.indices())
        .filter(|ix| catalogue.entry(*ix).origin == Some(Origin::Authored))
        .collect();
    let mut used = HashSet::new();
    let mut multiple = 0usize;
    for seed in 0..10_000 {
        let setup = full(seed);
        let chosen =
            cramless::session::mock::setup::choose(&setup, catalogue, &progress, Some(blueprint))
                .unwrap();
        let mut counts = [0; 4];
        let mut concepts = HashSet::new();
        for ix in &chosen.cards {
            let entry = catalogue.entry(*ix);
            counts[usize::from(entry.task.unwrap().domain) - 1] += 1;
            assert!(
                authored.contains(ix),
                "seed {seed}: derived while authored are left"
            );
            if let Some(concept) = entry.concept {
                assert!(concepts.insert(concept), "seed {seed}: {}", entry.card);
            }
            multiple += usize::from(entry.keys > 1);
        }
        assert_eq!(counts, [13, 16, 23, 13], "seed {seed}");
        used.extend(chosen.cards);
    }
    let unused: Vec<_> = authored.difference(&used).collect();
    assert!(
        unused.is_empty(),
        "{} of {} never used",
        unused.len(),
        authored.len()
    );
    let share = multiple as f64 / 650_000.0;
    println!("{} questions, multiple response {share:.4}", authored.len());
    let wanted = blueprint.multiple_response;
    assert!((share - wanted).abs() < 0.02, "{share} for {wanted}");
}

#[test]
#[ignore = "a minute"]
fn ten_thousand_papers_of_a_small_pack() {
    let hall = Hall::new(vec![pack(325)]);
    ten_thousand(&hall.catalogue, &hall.blueprint);
}

#[test]
#[ignore = "a minute"]
fn ten_thousand_papers_of_the_pack() {
    use cramless::storage::builtin::BUILTINS;
    use cramless::storage::library::{Library, Sources};
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(&Sources {
        builtins: BUILTINS,
        decks: folder.path(),
        cache: None,
        binary: "test",
    });
    let blueprint = library.blueprint("MLS-C01").unwrap();
    ten_thousand(library.catalogue(), blueprint);
}
