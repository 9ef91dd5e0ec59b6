//! Days that the planner has to plan rightly.

use super::*;
use crate::scheduling::frame::Calendar;
use crate::scheduling::person::Person;

const TODAY: Day = Day(10);

fn card() -> Candidate {
    Candidate {
        weight: 0.1,
        kind: Kind::Flashcard,
        question: false,
        detail: false,
        note: None,
        concept: None,
        topic: 0,
        domain: 1,
        tests: Vec::new(),
    }
}

fn question(tests: Vec<u32>) -> Candidate {
    Candidate {
        kind: Kind::Choice,
        question: true,
        tests,
        ..card()
    }
}

/// A plan on the tenth of thirty days, `minutes` each; nothing seen.
fn plan(minutes: u16, candidates: Vec<Candidate>) -> Plan {
    plan_on(TODAY, minutes, candidates)
}

fn plan_on(today: Day, minutes: u16, candidates: Vec<Candidate>) -> Plan {
    let calendar = Calendar {
        exam: Some(Day(30)),
        start: Day(0),
        minutes,
        days_off: Vec::new(),
        dates_off: Vec::new(),
        attendance: 1.0,
    };
    let share = if candidates.iter().any(|c| c.question) {
        1.0 / 3.0
    } else {
        0.0
    };
    let frame = calendar.frame(today, &Person::default(), share, 0.0);
    let mut plan = Plan::new(frame, candidates);
    for i in 0..plan.candidates().len() {
        plan.place(i, spot(None));
    }
    plan
}

fn spot(seen: Option<Seen>) -> Spot {
    Spot {
        seen,
        available: true,
        ..Spot::default()
    }
}

/// Seen `ago` days before today and recalled at `now`; a review takes what is
/// `left` on the exam's morning to 0.9.
fn seen(today: Day, ago: i32, now: f32, left: f32) -> Spot {
    spot(Some(Seen {
        prospect: Prospect {
            now,
            left,
            reviewed: 0.9,
            later: 0.9,
        },
        last: today + -ago,
        sure: None,
    }))
}

fn fresh(plan: &Plan) -> Option<(usize, Reason)> {
    plan.next(Clock::default())
}

/// Cards in the order in which they come if each is answered.
fn order(plan: &mut Plan, left_s: f32) -> Vec<usize> {
    let mut order = Vec::new();
    let mut just = None;
    let clock = |just| Clock {
        left_s: Some(left_s),
        just,
        ..Clock::default()
    };
    while let Some((i, _)) = plan.next(clock(just)) {
        let today = plan.frame().today;
        plan.place(i, seen(today, 0, 0.95, 0.8));
        order.push(i);
        just = Some(i);
        assert!(order.len() <= plan.candidates().len(), "{order:?}");
    }
    order
}

#[test]
fn with_room_for_the_new_what_is_slipping_is_saved_first() {
    let mut plan = plan(20, vec![card(); 4]);
    plan.place(1, seen(TODAY, 3, 0.9, 0.1));
    plan.place(2, seen(TODAY, 3, 0.79, 0.6));
    assert_eq!(fresh(&plan), Some((2, Reason::Save)));
    plan.place(2, seen(TODAY, 0, 0.95, 0.8));
    assert_eq!(fresh(&plan).map(|n| n.1), Some(Reason::Gain));
}

#[test]
fn without_room_for_the_new_nothing_is_saved_first() {
    let mut plan = plan(1, vec![card(); 200]);
    plan.place(2, seen(TODAY, 3, 0.79, 0.7));
    let (i, reason) = fresh(&plan).expect("a card");
    assert_eq!(reason, Reason::Keeps);
    assert_ne!(i, 2);
}

#[test]
fn of_the_last_looks_what_keeps_comes_before_what_has_to_be_fresh() {
    let looked = |reviewed, later| {
        let mut spot = seen(TODAY, 3, 0.7, 0.4);
        if let Some(seen) = &mut spot.seen {
            (seen.prospect.reviewed, seen.prospect.later) = (reviewed, later);
        }
        spot
    };
    let mut plan = plan(1, vec![card(); 200]);
    // The new cards gain less than 0.5; of these both fit.
    plan.place(0, looked(0.93, 0.95));
    plan.place(1, looked(0.95, 0.96));
    plan.place(2, looked(0.99, 1.05));
    assert_eq!(fresh(&plan), Some((1, Reason::Keeps)));
    let mut last = plan_on(Day(29), 1, vec![card(); 200]);
    let saved = seen(Day(29), 3, 0.7, 0.1);
    last.place(7, saved);
    assert_eq!(fresh(&last), Some((7, Reason::Gain)), "nothing comes early");
}

#[test]
fn in_the_final_fifth_it_is_gain_alone() {
    let day = Day(24);
    let mut plan = plan_on(day, 20, vec![card(); 3]);
    plan.place(0, seen(day, 3, 0.79, 0.78));
    plan.place(1, seen(day, 3, 0.85, 0.3));
    plan.place(2, seen(day, 3, 0.85, 0.7));
    assert_eq!(fresh(&plan), Some((1, Reason::Gain)));
}

#[test]
fn where_time_is_short_the_heaviest_cards_come_last_and_the_lightest_never() {
    // Of some 120 looks in all that fit, a tenth is left for surprises.
    let weigh = |i: usize| Candidate {
        weight: 0.001 * (i + 1) as f32,
        ..card()
    };
    let cards: Vec<Candidate> = (0..400).map(weigh).collect();
    let first = plan_on(Day(29), 15, cards.clone());
    let (last_day, _) = fresh(&first).expect("a card");
    let earlier = plan_on(Day(20), 3, cards);
    let (long_before, reason) = fresh(&earlier).expect("a card");
    assert_eq!(reason, Reason::Keeps);
    assert!(long_before < last_day, "{long_before} before {last_day}");
    let fits = 400 - long_before;
    let looks = 10.0 * 3.0 * 60.0 / earlier.frame().costs[0].first;
    assert!(
        (fits as f32) < looks && fits as f32 > 0.85 * looks,
        "{fits} of {looks}"
    );
}

#[test]
fn without_a_date_the_heaviest_come_first() {
    let weigh = |i: usize| Candidate {
        weight: 0.001 * (i + 1) as f32,
        ..card()
    };
    let mut plan = plan(1, (0..400).map(weigh).collect());
    plan.frame.dated = false;
    assert_eq!(fresh(&plan).map(|n| n.0), Some(399));
}

#[test]
fn no_card_comes_twice_a_day() {
    let mut plan = plan(60, vec![card(); 12]);
    let mut order = order(&mut plan, 3600.0);
    order.sort_unstable();
    assert_eq!(order, (0..12).collect::<Vec<_>>());
    assert_eq!(fresh(&plan), None);
}

#[test]
fn siblings_wait_for_all_others() {
    let sibling = |note| Candidate {
        note: Some(note),
        weight: 0.9,
        ..card()
    };
    let mut plan = plan(60, vec![sibling(1), sibling(1), card(), card(), card()]);
    let order = order(&mut plan, 3600.0);
    assert_eq!((order[0], order[4]), (0, 1), "{order:?}");
}

#[test]
fn near_neighbours_are_kept_apart() {
    let of = |concept| Candidate {
        concept: Some(concept),
        ..card()
    };
    let mut plan = plan(60, vec![of(1), of(1), of(1), of(2), of(2), of(2)]);
    let order = order(&mut plan, 3600.0);
    let concept = |i: &usize| i / 3;
    let neighbours = order
        .windows(2)
        .filter(|w| concept(&w[0]) == concept(&w[1]));
    assert_eq!(neighbours.count(), 0, "{order:?}");
}

#[test]
fn questions_get_their_third_in_one_block() {
    let mut cards = vec![card(); 100];
    cards.extend(vec![question(Vec::new()); 40]);
    let mut plan = plan(20, cards);
    let (mut cards_s, mut questions_s, mut shown) = (0.0, 0.0, String::new());
    while cards_s + questions_s < 1200.0 {
        let clock = Clock {
            cards_s,
            questions_s,
            left_s: Some(1200.0 - cards_s - questions_s),
            ..Clock::default()
        };
        let (i, _) = plan.next(clock).expect("a card");
        let seconds = plan.outlook(i).1;
        if plan.candidates()[i].question {
            questions_s += seconds;
            shown.push('q');
        } else {
            cards_s += seconds;
            shown.push('c');
        }
        plan.place(i, seen(TODAY, 0, 0.95, 0.8));
    }
    assert!(
        questions_s > 0.3 * 1200.0 && questions_s < 0.45 * 1200.0,
        "{shown}"
    );
    let blocks = shown.split('c').filter(|block| !block.is_empty());
    assert_eq!(blocks.count(), 1, "{shown}");
    assert!(shown.starts_with('c') && shown.ends_with('c'), "{shown}");
}

#[test]
fn below_eight_minutes_there_are_cards_only() {
    let mut cards = vec![card(); 40];
    cards.extend(vec![question(Vec::new()); 40]);
    let mut plan = plan(7, cards);
    let clock = Clock {
        cards_s: 300.0,
        left_s: Some(100.0),
        ..Clock::default()
    };
    for _ in 0..5 {
        let (i, _) = plan.next(clock).expect("a card");
        assert!(!plan.candidates()[i].question);
        plan.place(i, seen(TODAY, 0, 0.95, 0.8));
    }
}

#[test]
fn a_missed_question_brings_the_cards_behind_it_and_rests() {
    let mut plan = plan(20, vec![card(), card(), question(vec![0])]);
    plan.place(0, seen(TODAY, 2, 0.95, 0.89));
    let missed = |on: Day| Spot {
        missed: Some(on),
        ..seen(TODAY, TODAY.since(on) as i32, 0.3, 0.1)
    };
    plan.place(2, missed(TODAY));
    assert_eq!(fresh(&plan), Some((0, Reason::BehindMiss)));
    // Once the card was looked at after the miss, the day goes on.
    plan.place(0, seen(TODAY, 0, 0.95, 0.9));
    assert_eq!(fresh(&plan), Some((1, Reason::Gain)));
    plan.place(1, seen(TODAY, 0, 0.95, 0.9));
    // The question itself rests for three days: it comes when nothing else is left.
    plan.place(2, missed(TODAY + -1));
    assert_eq!(fresh(&plan).map(|n| n.1), Some(Reason::Rest));
}

#[test]
fn a_missed_question_comes_back_once_it_rested() {
    let mut plan = plan(20, vec![question(Vec::new()), question(Vec::new())]);
    plan.place(1, seen(TODAY, 4, 0.6, 0.3));
    let missed = |ago: i32| Spot {
        missed: Some(TODAY + -ago),
        ..seen(TODAY, ago, 0.7, 0.6)
    };
    plan.place(0, missed(4));
    assert_eq!(plan.question(Clock::default()), Some(0));
    plan.place(0, missed(1));
    assert_eq!(plan.question(Clock::default()), Some(1), "it rests");
    // Half of the questions' time is for others.
    plan.place(0, missed(4));
    let late = Clock {
        questions_s: 300.0,
        ..Clock::default()
    };
    assert_eq!(plan.question(late), Some(1));
    // Known again, only what it adds counts.
    plan.place(0, seen(TODAY, 4, 0.7, 0.6));
    assert_eq!(plan.question(Clock::default()), Some(1));
}

#[test]
fn cards_behind_a_sure_right_answer_rest() {
    let mut plan = plan(20, vec![card(), card(), question(vec![0])]);
    let sure = Seen {
        prospect: Prospect::default(),
        last: TODAY + -1,
        sure: Some(TODAY + -1),
    };
    plan.place(2, spot(Some(sure)));
    assert_eq!(fresh(&plan), Some((1, Reason::Gain)));
    plan.place(1, seen(TODAY, 0, 0.95, 0.9));
    assert_eq!(fresh(&plan).map(|n| n.1), Some(Reason::Rest));
}

#[test]
fn details_wait_until_their_core_is_secure_or_missed() {
    let detail = Candidate {
        detail: true,
        weight: 0.9,
        concept: Some(7),
        ..card()
    };
    let asked = Candidate {
        concept: Some(7),
        ..question(vec![])
    };
    let mut plan = plan(20, vec![detail, card(), asked]);
    assert_eq!(fresh(&plan).map(|n| n.0), Some(1), "its core is unseen");
    plan.place(1, seen(TODAY, 2, 0.95, 0.8));
    assert_eq!(fresh(&plan), Some((0, Reason::Gain)), "its core is secure");
    plan.place(1, seen(TODAY, 2, 0.5, 0.3));
    assert_eq!(fresh(&plan).map(|n| n.0), Some(1), "and is no longer");
    let missed = Spot {
        missed: Some(TODAY + -1),
        ..seen(TODAY, 1, 0.3, 0.1)
    };
    plan.place(2, missed);
    plan.place(1, seen(TODAY, 0, 0.5, 0.3));
    assert_eq!(
        fresh(&plan),
        Some((0, Reason::Gain)),
        "its topic was missed"
    );
}
