//! Kill it, close the lid, set the clock: the paper comes back as it was.

use super::hall::{Hall, full, of};
use cramless::domain::*;
use cramless::exam::heartbeat::Heartbeat;
use cramless::exam::sitting::{Sitting, Watch};
use cramless::session::mock::hidden::hidden;
use cramless::session::mock::sit::take_up;

/// What the heartbeat's file holds right now.
fn beat(sitting: &Sitting) -> Heartbeat {
    Heartbeat {
        mock: sitting.paper().mock,
        mark: sitting.timer().mark().clone(),
        question: sitting.at() as u16 + 1,
    }
}

/// The program dies and comes back, `heartbeat` being all that it left beside
/// the journal.
fn restart(hall: &Hall, heartbeat: Option<Heartbeat>) -> Sitting {
    let folded = hall.diary.replay.fold(hall.diary.events.clone());
    assert_eq!(folded, hall.diary.progress);
    let paper = folded.open_paper().expect("it is still open");
    take_up(paper, &hall.catalogue, Watch::Ticking, heartbeat, &hall.now)
}

#[test]
fn three_kills_lose_nothing() {
    let mut hall = Hall::with_goal(325);
    let mut sitting = hall.sit(&full(9));
    let order = sitting.paper().questions.clone();
    let mut expected = 0;
    for part in 0..3 {
        for i in part * 20..part * 20 + 20 {
            sitting.go_to(i, &hall.now);
            hall.wait(&mut sitting, 60);
            hall.answer(&mut sitting, i % 2 == 0);
            expected += 60_000;
        }
        let what = sitting.flag(&hall.now);
        hall.record(&mut sitting, what);
        // Eleven seconds into the next question, four after the last beat.
        let next = part * 20 + 20;
        sitting.go_to(next, &hall.now);
        hall.wait(&mut sitting, 7);
        let left = beat(&sitting);
        hall.wait(&mut sitting, 4);
        let before = sitting.states().to_vec();
        // Gone for an hour; the wall clock is set back meanwhile.
        hall.now.boot_ms += 3_600_000;
        hall.now.wall_ms -= 86_400_000;
        sitting = restart(&hall, Some(left));
        assert_eq!(sitting.states(), before);
        assert_eq!(sitting.paper().questions, order);
        assert_eq!(sitting.at(), next);
        expected += 7_000;
        assert_eq!(sitting.timer().elapsed_ms(&hall.now), expected);
        assert_eq!(sitting.timer().away_ms(&hall.now), 3_604_000);
        let what = sitting.go_on(false, false, &hall.now);
        hall.record(&mut sitting, what);
        assert!(sitting.timer().runs());
    }
    let r = hall.hand_in(&mut sitting);
    assert_eq!((r.right, r.unanswered, r.flagged.of), (30, 5, 3));
    assert_eq!(r.elapsed_ms, 3 * (20 * 60_000 + 7_000));
    assert_eq!(r.away_uncounted_ms, 3 * 3_604_000);
}

#[test]
fn without_a_heartbeat_the_last_answer_says_how_late_it_was() {
    let mut hall = Hall::with_goal(325);
    let mut sitting = hall.sit(&of(10, 1));
    hall.wait(&mut sitting, 50);
    hall.answer(&mut sitting, true);
    let at = hall.diary.progress.last_at.unwrap().utc_ms;
    // Another boot, a minute later by the wall clock.
    hall.now.boot_id = "another".into();
    hall.now.boot_ms = 10;
    hall.now.wall_ms = at + 60_000;
    let back = restart(&hall, None);
    assert_eq!(back.timer().elapsed_ms(&hall.now), 50_000);
    assert_eq!(back.timer().away_ms(&hall.now), 60_000);
    hall.now.wall_ms = at - 5_000_000;
    assert_eq!(restart(&hall, None).timer().away_ms(&hall.now), 0);
}

#[test]
fn the_candidate_may_have_the_time_counted_and_then_it_can_be_over() {
    let mut hall = Hall::with_goal(325);
    let mut sitting = hall.sit(&of(10, 1));
    hall.wait(&mut sitting, 50);
    hall.answer(&mut sitting, true);
    let left = beat(&sitting);
    hall.now.boot_ms += 600_000;
    let mut back = restart(&hall, Some(left.clone()));
    let what = back.go_on(true, false, &hall.now);
    hall.record(&mut back, what);
    assert_eq!(back.timer().elapsed_ms(&hall.now), 650_000);
    hall.now.boot_ms += 3_600_000;
    let mut back = restart(&hall, Some(beat(&back)));
    let what = back.go_on(true, false, &hall.now);
    hall.record(&mut back, what);
    assert!(back.timer().is_up(&hall.now));
    let r = hall.hand_in(&mut back);
    assert!(r.time_up);
    assert_eq!((r.elapsed_ms, r.right), (28 * 60_000, 1));
    assert_eq!(r.away_counted_ms, 600_000 + 3_600_000);
}

#[test]
fn papers_begun_on_two_devices_are_both_finished_one_after_the_other() {
    let mut hall = Hall::with_goal(325);
    let here = hall.draw(&of(10, 1)).expect("a paper");
    let there = hall.draw(&of(10, 2)).expect("another");
    // Neither device knew of the other's paper when it began its own.
    hall.happen(Happening::MockStarted(here.clone()));
    hall.happen(Happening::MockStarted(there.clone()));
    let hidden = hidden(&hall.catalogue, &hall.diary.progress, Some(&hall.blueprint));
    for question in here.questions.iter().chain(&there.questions) {
        let ix = hall.catalogue.find(&question.card).expect("it is there");
        assert!(hidden.contains(&ix), "{}", question.card);
    }
    let mut marked = 0;
    for paper in [&there, &here] {
        let mut sitting = restart(&hall, None);
        assert_eq!(sitting.paper().questions, paper.questions);
        let what = sitting.go_on(false, false, &hall.now);
        hall.record(&mut sitting, what);
        hall.answer(&mut sitting, true);
        marked += hall.hand_in(&mut sitting).right;
    }
    assert_eq!(marked, 2);
    assert!(hall.diary.progress.open_paper().is_none());
}

#[test]
fn the_running_paper_and_the_fold_agree_after_every_keypress() {
    let mut hall = Hall::with_goal(325);
    let mut sitting = hall.sit(&of(10, 4));
    for (i, right) in [(0, true), (3, false), (0, true), (9, false), (3, true)] {
        if let Some(what) = sitting.leave(&hall.now) {
            hall.record(&mut sitting, what);
        }
        sitting.go_to(i, &hall.now);
        hall.wait(&mut sitting, 5);
        let option = sitting.question().shown[2].clone();
        if let Some(what) = sitting.strike(&option, &hall.now) {
            hall.record(&mut sitting, what);
        }
        if sitting.state().chosen.is_empty() {
            hall.answer(&mut sitting, right);
        }
        let back = restart(&hall, Some(beat(&sitting)));
        assert_eq!(back.states(), sitting.states());
        assert_eq!(back.at(), sitting.at());
    }
    let sure = sitting.say(Sureness::Sure, &hall.now);
    hall.record(&mut sitting, sure);
    assert_eq!(restart(&hall, None).states(), sitting.states());
}
