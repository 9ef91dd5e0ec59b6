//! Readiness that has to doubt itself rightly.

use super::*;

fn of(sights: [FirstSight; 2]) -> Readiness {
    let card = |domain, untraced| Known {
        weight: 0.5,
        domain,
        trace: None,
        untraced,
    };
    let cards = [card(0, 0.9), card(1, 0.7)];
    readiness(&Weights::even(), &cards, &sights, Day(0), Day(10))
}

#[test]
fn recall_alone_promises_too_much() {
    let r = of([FirstSight::default(); 2]);
    assert!((r.cards.expected - 0.8).abs() < 1e-4);
    let face_value = 0.25 + 0.75 * 0.8;
    assert!(r.exam.expected < face_value - 0.02, "{:?}", r.exam);
    assert!(r.exam.low < r.exam.expected && r.exam.expected < r.exam.high);
    assert!(r.domains[0].0.expected > r.domains[1].0.expected);
    assert_eq!(r, of([FirstSight::default(); 2]), "no luck in it");
}

#[test]
fn questions_at_first_sight_move_and_narrow_it() {
    let none = of([FirstSight::default(); 2]);
    let some = |right| {
        of([
            FirstSight { asked: 40.0, right },
            FirstSight { asked: 40.0, right },
        ])
    };
    let (good, bad) = (some(36.0), some(18.0));
    assert!(good.exam.expected > none.exam.expected);
    assert!(bad.exam.expected < none.exam.expected - 0.1);
    let width = |r: &Readiness| r.exam.high - r.exam.low;
    assert!(width(&good) < width(&none));
    assert!(
        good.pass > 0.9 && bad.pass < 0.2,
        "{} {}",
        good.pass,
        bad.pass
    );
}

#[test]
fn a_record_that_surprises_is_believed_and_is_not_certain() {
    let chance = FirstSight {
        asked: 150.0,
        right: 38.0,
    };
    let r = of([chance, chance]);
    assert!((0.2..0.35).contains(&r.exam.expected), "{:?}", r.exam);
    assert!(r.exam.high - r.exam.low > 0.02, "{:?}", r.exam);
}

#[test]
fn what_is_foretold_is_less_sure_than_what_is_seen() {
    use crate::domain::Grade;
    use crate::scheduling::ensemble::Belief;
    use crate::scheduling::evidence::Outcome;
    let trace = Trace::first(Outcome::Graded(Grade::Good), 0.15, Day(0));
    let card = Known {
        weight: 1.0,
        domain: 0,
        trace: Some(&trace),
        untraced: 0.15,
    };
    let weights = Belief::default().likely();
    let width = |today, day| {
        let cards = readiness(&weights, &[card], &[FirstSight::default()], today, day).cards;
        cards.high - cards.low
    };
    let (ahead, there) = (width(Day(1), Day(20)), width(Day(20), Day(20)));
    assert!(ahead > there + 0.01, "{ahead} {there}");
    assert!(width(Day(1), Day(1)) < there);
}
