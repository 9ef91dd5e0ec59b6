//! An ensemble that has to agree with the crate and find people out.

use super::*;

fn graded(grade: Grade) -> Outcome {
    Outcome::Graded(grade)
}

#[test]
fn one_setting_is_published_fsrs() {
    let fsrs = fsrs::FSRS::default();
    let mut belief = Belief::default();
    let (mut card, mut state, mut day) = (None, None, Day(100));
    for (days, grade) in [
        (0, Grade::Good),
        (2, Grade::Hard),
        (9, Grade::Again),
        (3, Grade::Easy),
    ] {
        day = day + days;
        belief.observe(&mut card, graded(grade), 0.15, day);
        let next = fsrs.next_states(state, 0.9, days as u32).expect("a step");
        let next = [next.again, next.hard, next.good, next.easy];
        state = Some(next[grade as usize].memory);
    }
    let trace = card.expect("seen");
    let (ours, theirs) = (
        trace.stability(&Weights::published()),
        state.expect("seen").stability,
    );
    // Logarithms are kept in steps of 1/2048.
    assert!((ours / theirs - 1.0).abs() < 1e-3, "{ours} {theirs}");
}

#[test]
fn somebody_who_forgets_fast_is_found_out() {
    let mut belief = Belief::default();
    let before = Trace::first(graded(Grade::Good), 0.15, Day(0));
    let at_first = before.recall(&belief.weights(), Day(3));
    for i in 0..40 {
        let mut card = None;
        belief.observe(&mut card, graded(Grade::Good), 0.15, Day(0));
        let grade = if i % 2 == 0 {
            Grade::Good
        } else {
            Grade::Again
        };
        belief.observe(&mut card, graded(grade), 0.15, Day(3));
    }
    let later = before.recall(&belief.weights(), Day(3));
    assert!((later - 0.5).abs() < 0.08, "{later}");
    assert!(at_first > 0.6, "{at_first}");
}

#[test]
fn same_day_repeats_teach_nothing_about_the_person() {
    let mut belief = Belief::default();
    let mut card = None;
    belief.observe(&mut card, graded(Grade::Again), 0.15, Day(0));
    belief.observe(&mut card, graded(Grade::Again), 0.15, Day(0));
    assert_eq!(belief, Belief::default());
    assert_eq!(card.map(|t| t.reviews), Some(2));
}

#[test]
fn a_prospect_is_the_mean_of_what_would_follow() {
    let belief = Belief::default();
    let w = belief.weights();
    let trace = Trace::first(graded(Grade::Good), 0.15, Day(0));
    let p = trace.prospect(&w, Day(4), Day(20));
    assert!((p.now - trace.recall(&w, Day(4))).abs() < 1e-5);
    assert!((p.left - trace.recall(&w, Day(20))).abs() < 1e-5);
    assert!(p.reviewed > p.left && p.reviewed < 1.0);
}

#[test]
fn a_right_guess_moves_stability_less_than_good() {
    let mut good = None;
    let mut guess = None;
    let (mut a, mut b) = (Belief::default(), Belief::default());
    for day in [Day(0), Day(5)] {
        a.observe(&mut good, graded(Grade::Good), 0.15, day);
        let chosen = Outcome::Chosen {
            right: true,
            guess: 0.25,
            sure: crate::domain::Sureness::Guessed,
        };
        b.observe(&mut guess, chosen, 0.15, day);
    }
    let w = Weights::even();
    let s = |t: Option<Trace>| t.expect("seen").stability(&w);
    assert!(s(guess) < 0.5 * s(good));
}
