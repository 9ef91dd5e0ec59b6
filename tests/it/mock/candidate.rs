//! A candidate whose ability is known: every figure must be exact.

use super::hall::{Hall, full, of};
use cramless::domain::event::{Noted, Reviewed};
use cramless::domain::*;
use cramless::exam::report::Verdict;
use cramless::scheduling::queue::{Pick, Scope, Why, pick};
use cramless::session::mock::look_back::{State, Walk, find, list, to_walk};

/// Right answers by domain, in the order asked.
const ABILITY: [usize; 4] = [9, 4, 20, 0];

/// Sits a full paper: so many right of each domain, the last question of
/// domain 4 not answered, ninety seconds each.
fn sit(hall: &mut Hall) -> cramless::exam::report::Report {
    let mut sitting = hall.sit(&full(3));
    let mut asked = [0; 4];
    for i in 0..65 {
        sitting.go_to(i, &hall.now);
        hall.wait(&mut sitting, 90);
        let domain = usize::from(sitting.question().task.unwrap().domain) - 1;
        asked[domain] += 1;
        if domain == 3 && asked[3] == 13 {
            continue;
        }
        let right = asked[domain] <= ABILITY[domain];
        hall.answer(&mut sitting, right);
    }
    hall.hand_in(&mut sitting)
}

#[test]
fn raw_and_domain_figures_are_exact() {
    let mut hall = Hall::with_goal(325);
    let r = sit(&mut hall);
    assert_eq!((r.right, r.of, r.unanswered), (33, 65, 1));
    let by_domain: Vec<_> = r.domains.iter().map(|d| (d.right, d.of)).collect();
    assert_eq!(by_domain, [(9, 13), (4, 16), (20, 23), (0, 13)]);
    let verdicts: Vec<_> = r.domains.iter().map(|d| d.verdict).collect();
    use Verdict::{NeedsImprovement, Strength};
    assert_eq!(
        verdicts,
        [
            NeedsImprovement,
            NeedsImprovement,
            Strength,
            NeedsImprovement
        ]
    );
    let tasks: usize = r.tasks.iter().map(|t| t.of).sum();
    assert_eq!((r.tasks.len(), tasks), (15, 65));
    assert_eq!(r.first_sight.of, 65);
    assert!(r.elapsed_ms == 65 * 90_000 && !r.time_up);
    let e = r.estimate.expect("a full paper");
    assert!(e.scaled_high < 750 && e.pass < 0.05, "{e:?}");
}

#[test]
fn multiple_response_is_all_or_nothing() {
    let mut hall = Hall::with_goal(325);
    let r = sit(&mut hall);
    let half: Vec<_> = r
        .questions
        .iter()
        .filter(|l| l.key.len() == 2 && !l.right)
        .collect();
    assert!(half.len() >= 3);
    for line in half.iter().filter(|l| l.answered) {
        let hits = line.chosen.iter().filter(|o| line.key.contains(o)).count();
        assert_eq!((hits, line.chosen.len()), (1, 2), "half right is wrong");
    }
}

#[test]
fn answers_become_reviews_and_misses_at_the_end_and_not_before() {
    let mut hall = Hall::with_goal(325);
    let mut sitting = hall.sit(&of(10, 1));
    hall.answer(&mut sitting, false);
    assert_eq!(hall.diary.progress.reviews, 0);
    let card = sitting.question().card.clone();
    assert!(hall.diary.progress.card(&card).is_none());
    sitting.go_to(1, &hall.now);
    hall.answer(&mut sitting, true);
    let what = sitting.say(Sureness::Guessed, &hall.now);
    hall.record(&mut sitting, what);
    let lucky = sitting.question().card.clone();
    let r = hall.hand_in(&mut sitting);
    assert_eq!((r.right, r.guessed.of, r.guessed.right), (1, 1, 1));
    let progress = &hall.diary.progress;
    assert_eq!(progress.reviews, 10);
    assert!(progress.card(&card).unwrap().misses.open);
    let lucky = progress.card(&lucky).unwrap();
    assert_eq!(lucky.last_grade, Some(Grade::Hard), "right by luck");
    let open = progress.cards.values().filter(|c| c.misses.open).count();
    assert_eq!(open, 9, "unanswered is wrong");
}

#[test]
fn the_cards_behind_a_miss_come_first_next_day() {
    let mut hall = Hall::with_goal(325);
    let mut sitting = hall.sit(&of(10, 1));
    for i in 0..10 {
        sitting.go_to(i, &hall.now);
        hall.answer(&mut sitting, i != 4);
    }
    let missed = sitting.paper().questions[4].card.clone();
    hall.hand_in(&mut sitting);
    let entry = hall.catalogue.entry(hall.catalogue.find(&missed).unwrap());
    let next = |hall: &Hall, day: i32| {
        let (catalogue, progress) = (&hall.catalogue, &hall.diary.progress);
        pick(
            catalogue,
            progress,
            &Scope::default(),
            Day(day),
            None,
            false,
        )
    };
    let today = hall.day;
    assert!(!matches!(
        next(&hall, today),
        Pick::Card(_, Why::BehindMiss)
    ));
    let first = Pick::Card(entry.tests[0], Why::BehindMiss);
    assert_eq!(next(&hall, today + 1), first);
    let fact = hall.catalogue.entry(entry.tests[0]).card.clone();
    hall.diary.grade(today + 1, &fact, Grade::Good);
    assert!(!matches!(
        next(&hall, today + 1),
        Pick::Card(_, Why::BehindMiss)
    ));
}

#[test]
fn papers_are_listed_found_and_walked() {
    let mut hall = Hall::with_goal(325);
    let none = find(&hall.diary.progress, None).unwrap_err();
    assert_eq!(none, "no paper was finished yet");
    let mut sitting = hall.sit(&of(10, 1));
    hall.answer(&mut sitting, true);
    let what = sitting.flag(&hall.now);
    hall.record(&mut sitting, what);
    let name = sitting.paper().mock.to_string();
    let listed = &list(&hall.diary.progress, &hall.catalogue)[0];
    assert_eq!((listed.state, listed.answered), (State::Open, 1));
    let open = find(&hall.diary.progress, Some(&name)).unwrap_err();
    assert!(
        open.ends_with("is still open: it has no report yet"),
        "{open}"
    );
    let r = hall.hand_in(&mut sitting);
    assert_eq!(
        list(&hall.diary.progress, &hall.catalogue)[0].right,
        Some(1)
    );
    for name in [None, Some(name.as_str()), Some(&name[name.len() - 6..])] {
        assert!(find(&hall.diary.progress, name).is_ok(), "{name:?}");
    }
    assert_eq!(Walk::Wrong.through(&r), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(Walk::Flagged.through(&r), [0]);
    assert_eq!(Walk::All.through(&r).len(), 10);
    let today = Moment::default().study_day();
    assert_eq!(to_walk(&hall.diary.progress, today), Some(r.mock));
    assert_eq!(to_walk(&hall.diary.progress, today + 3), None);
    let card = sitting.paper().questions[0].card.clone();
    hall.happen(Happening::Noted(Noted {
        card: card.clone(),
        text: "twice".into(),
    }));
    assert!(
        to_walk(&hall.diary.progress, today).is_some(),
        "a note is no study"
    );
    hall.happen(Happening::Reviewed(Reviewed {
        card,
        grade: Grade::Good,
        seconds: 3.0,
    }));
    assert_eq!(to_walk(&hall.diary.progress, today), None);
}

#[test]
fn too_few_chosen_is_not_an_answer_anywhere() {
    let mut hall = Hall::with_goal(325);
    let mut sitting = hall.sit(&of(20, 1));
    let two = (0..20)
        .find(|i| sitting.states()[*i].choose == 2)
        .expect("one");
    sitting.go_to(two, &hall.now);
    let first = sitting.question().shown[0].clone();
    hall.choose(&mut sitting, &[first]);
    assert_eq!(sitting.answered(), 0);
    assert_eq!(list(&hall.diary.progress, &hall.catalogue)[0].answered, 0);
    let r = hall.hand_in(&mut sitting);
    assert_eq!((r.unanswered, r.too_few), (19, 1));
}

#[test]
fn an_earlier_paper_is_compared_only_if_it_is_like_this_one() {
    let mut hall = Hall::with_goal(325);
    let mut first = hall.sit(&of(20, 1));
    hall.answer(&mut first, true);
    hall.hand_in(&mut first);
    let mut narrow = of(10, 1);
    narrow.domain = Some(2);
    let mut second = hall.sit(&narrow);
    hall.hand_in(&mut second);
    let mut third = hall.sit(&of(10, 2));
    let r = hall.hand_in(&mut third);
    let earlier: Vec<_> = r
        .earlier
        .iter()
        .map(|e| (e.right, e.of, e.comparable))
        .collect();
    assert_eq!(earlier, [(1, 20, true), (0, 10, false)]);
}
