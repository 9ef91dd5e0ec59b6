//! Stories of a sitting, told with a clock made by hand.

use super::*;
use crate::domain::event::Narrowed;
use crate::domain::{CardRef, EventId};
use crate::exam::overview::Filter;

const MOCK: EventId = EventId {
    device: 1,
    session: 1,
    seq: 1,
};

fn opt(name: &str) -> OptionId {
    OptionId::new(name).expect("an id")
}

fn paper(questions: usize, minutes: u32, practice: bool) -> MockStarted {
    let question = |n: usize| PaperQuestion {
        card: CardRef::parse(format!("d#q{n}")).expect("an id"),
        shown: ["a", "b", "c", "d", "e"].map(opt).into(),
        first_sight: true,
        task: None,
        derived: false,
    };
    MockStarted {
        mock: MOCK,
        exam: None,
        seed: 1,
        minutes,
        practice,
        held_back: None,
        narrowed: Narrowed::default(),
        questions: (1..=questions).map(question).collect(),
    }
}

/// A sitting with its clock, which records whatever it is given.
struct Desk {
    s: Sitting,
    now: Reading,
    journal: Vec<Happening>,
}

impl Desk {
    fn new(questions: usize, choose: &[u8], practice: bool) -> Self {
        let now = Reading {
            boot_id: "b".into(),
            boot_ms: 1_000_000,
            wall_ms: 0,
        };
        let paper = paper(questions, 60, practice);
        Self {
            s: Sitting::begin(paper, choose, Watch::Ticking, &now),
            now,
            journal: Vec::new(),
        }
    }

    /// Seconds pass, one by one.
    fn wait(&mut self, seconds: u64) -> Vec<Notice> {
        let mut said = Vec::new();
        for _ in 0..seconds {
            self.now.boot_ms += 1_000;
            said.extend(self.s.tick(&self.now));
        }
        said
    }

    fn record(&mut self, what: impl Into<Option<Happening>>) {
        if let Some(what) = what.into() {
            self.s.take(&what, &self.now);
            self.journal.push(what);
        }
    }

    fn pick(&mut self, name: &str) -> Result<(), Full> {
        let now = self.now.clone();
        let what = self.s.pick(&opt(name), &now)?;
        self.record(what);
        Ok(())
    }

    fn go(&mut self, question: usize) {
        let left = self.s.leave(&self.now);
        self.record(left);
        self.s.go_to(question - 1, &self.now);
    }

    fn seconds(&self) -> Vec<u64> {
        self.s.states().iter().map(|s| s.ms / 1000).collect()
    }

    fn chosen(&self, question: usize) -> Vec<&str> {
        let state = &self.s.states()[question - 1];
        state.chosen.iter().map(OptionId::as_str).collect()
    }
}

#[test]
fn one_option_replaces_another_and_two_have_to_make_room() {
    let mut desk = Desk::new(2, &[1, 2], false);
    desk.pick("a").expect("room");
    desk.pick("c").expect("it replaces");
    assert_eq!(desk.chosen(1), ["c"]);
    desk.pick("c").expect("it is let go");
    assert_eq!(desk.s.state().standing(), Standing::Open);
    desk.go(2);
    desk.pick("a").expect("room");
    assert_eq!(desk.s.state().standing(), Standing::Partial);
    desk.pick("b").expect("room");
    assert_eq!(desk.pick("c"), Err(Full(2)));
    desk.pick("a").expect("it is let go");
    desk.pick("c").expect("room again");
    assert_eq!(desk.chosen(2), ["b", "c"]);
    desk.pick("zz")
        .expect("an option that isn't there is nothing");
    assert_eq!(desk.chosen(2), ["b", "c"]);
}

#[test]
fn striking_out_lets_go_and_choosing_brings_back() {
    let mut desk = Desk::new(1, &[1], false);
    desk.pick("a").expect("room");
    desk.record(desk.s.strike(&opt("a"), &desk.now));
    assert!(desk.chosen(1).is_empty());
    assert_eq!(desk.s.state().struck, [opt("a")]);
    desk.record(desk.s.strike(&opt("b"), &desk.now));
    desk.pick("a").expect("room");
    assert_eq!(desk.s.state().struck, [opt("b")]);
    desk.record(desk.s.strike(&opt("b"), &desk.now));
    assert!(desk.s.state().struck.is_empty());
}

#[test]
fn time_is_booked_on_the_question_in_view_only() {
    let mut desk = Desk::new(3, &[1; 3], false);
    desk.wait(20);
    desk.go(3);
    desk.wait(10);
    desk.pick("a").expect("room");
    desk.wait(5);
    desk.s.look(false, &desk.now);
    desk.wait(100);
    desk.go(1);
    desk.wait(7);
    desk.record(desk.s.flag(&desk.now));
    assert_eq!(
        desk.seconds(),
        [27, 0, 10],
        "five seconds were not left with a note"
    );
    assert_eq!(desk.s.timer().elapsed_ms(&desk.now), 142_000);
}

#[test]
fn a_glance_leaves_no_line() {
    let mut desk = Desk::new(3, &[1; 3], false);
    for question in [2, 3, 1, 2] {
        desk.now.boot_ms += 300;
        desk.go(question);
    }
    assert!(desk.journal.is_empty());
}

#[test]
fn the_next_unanswered_goes_round() {
    let mut desk = Desk::new(4, &[1, 1, 2, 1], false);
    desk.go(3);
    desk.pick("a").expect("room");
    desk.go(4);
    assert_eq!(desk.s.next_unanswered(), Some(0));
    desk.pick("a").expect("room");
    desk.go(1);
    assert_eq!(desk.s.next_unanswered(), Some(1));
    desk.record(desk.s.flag(&desk.now));
    desk.go(2);
    assert_eq!(desk.s.next_unanswered(), Some(2), "too few chosen is open");
    assert_eq!(desk.s.list(Filter::Unanswered), [0, 1, 2]);
    assert_eq!(desk.s.list(Filter::Flagged), [0]);
    assert_eq!(desk.s.answered(), 1);
    assert_eq!(
        desk.s.still_open().in_words(),
        [
            "2 unanswered: 1, 2",
            "1 with too few chosen: 3",
            "1 flagged: 1"
        ]
    );
}

#[test]
fn the_paper_comes_back_from_what_was_recorded() {
    let mut desk = Desk::new(3, &[1, 2, 1], false);
    desk.wait(12);
    desk.pick("a").expect("room");
    desk.record(desk.s.strike(&opt("b"), &desk.now));
    desk.go(2);
    desk.wait(30);
    desk.pick("d").expect("room");
    desk.record(desk.s.flag(&desk.now));
    desk.record(desk.s.say(Sureness::Guessed, &desk.now));
    let mut answers = vec![None; 3];
    for what in &desk.journal {
        if let Happening::MockAnswered(e) = what {
            answers[usize::from(e.question) - 1] = Some(e.clone());
        }
    }
    let mark = desk.s.timer().mark().clone();
    let back = Sitting::halted(
        desk.s.paper().clone(),
        &[1, 2, 1],
        &answers,
        Watch::Ticking,
        mark,
    );
    assert_eq!(back.states(), desk.s.states());
    assert!(!back.timer().runs());
}

#[test]
fn time_away_counts_or_not_as_the_candidate_says() {
    for (counted, elapsed) in [(false, 40_000), (true, 640_000)] {
        let mut desk = Desk::new(1, &[1], false);
        desk.wait(40);
        desk.now.boot_ms += 600_000;
        assert_eq!(desk.s.tick(&desk.now), Some(Notice::Away(600_000)));
        let what = desk.s.go_on(counted, false, &desk.now);
        let Happening::MockResumed(clock) = &what else {
            panic!("{what:?}")
        };
        assert_eq!((clock.away_ms, clock.counted), (Some(600_000), counted));
        desk.record(what);
        desk.wait(3);
        assert_eq!(desk.s.timer().elapsed_ms(&desk.now), elapsed + 3_000);
        desk.record(desk.s.flag(&desk.now));
        assert_eq!(desk.seconds(), [3], "nobody read the question meanwhile");
    }
}

#[test]
fn time_away_that_counts_can_end_the_paper() {
    let mut desk = Desk::new(1, &[1], false);
    desk.wait(10);
    desk.now.boot_ms += 2 * 3_600_000;
    desk.s.tick(&desk.now);
    desk.record(desk.s.go_on(true, false, &desk.now));
    assert_eq!(desk.wait(1), [Notice::TimeUp]);
    let Happening::MockFinished(end) = desk.s.hand_in(vec![false], &desk.now) else {
        panic!()
    };
    assert!(end.time_up);
    assert_eq!(end.elapsed_ms, 3_600_000);
}

#[test]
fn an_exam_can_not_pause_and_practice_can() {
    let exam = Desk::new(1, &[1], false);
    assert_eq!(exam.s.pause(&exam.now), None);
    let mut desk = Desk::new(1, &[1], true);
    desk.wait(10);
    desk.record(desk.s.pause(&desk.now));
    assert_eq!(desk.wait(1000), []);
    desk.record(desk.s.go_on(true, true, &desk.now));
    desk.wait(5);
    assert_eq!(desk.s.timer().elapsed_ms(&desk.now), 15_000);
    assert!(matches!(&desk.journal[1], Happening::MockResumed(c) if c.away_ms.is_none()));
}

#[test]
fn practice_answers_once_and_explains() {
    let mut desk = Desk::new(2, &[2, 1], true);
    assert_eq!(desk.s.answer(&desk.now), None, "not with nothing");
    desk.pick("a").expect("room");
    desk.pick("b").expect("room");
    assert!(
        desk.journal.is_empty(),
        "nothing is recorded while choosing"
    );
    assert_eq!(desk.s.chosen(), [opt("a"), opt("b")]);
    desk.wait(9);
    desk.record(desk.s.answer(&desk.now));
    assert!(desk.s.is_explained());
    desk.pick("c").expect("ignored");
    desk.record(desk.s.strike(&opt("c"), &desk.now));
    assert_eq!(desk.chosen(1), ["a", "b"]);
    assert_eq!(desk.journal.len(), 1);
    desk.go(2);
    desk.pick("a").expect("room");
    desk.go(1);
    desk.s.look(false, &desk.now);
    desk.go(2);
    assert_eq!(desk.s.chosen(), [opt("a")], "a draft waits for its answer");
    assert_eq!(desk.journal.len(), 1);
}

#[test]
fn practice_lets_go_of_what_is_struck_out() {
    let mut desk = Desk::new(1, &[1], true);
    desk.pick("b").expect("room");
    desk.record(desk.s.strike(&opt("b"), &desk.now));
    assert!(desk.s.chosen().is_empty());
    assert_eq!(desk.s.answer(&desk.now), None, "there is nothing to answer");
    desk.pick("b").expect("room");
    assert_eq!(desk.s.chosen(), [opt("b")]);
    assert!(desk.s.state().struck.is_empty(), "choosing brings it back");
    desk.record(desk.s.answer(&desk.now));
    assert_eq!(desk.chosen(1), ["b"]);
}

#[test]
fn a_script_sets_a_whole_answer() {
    let mut desk = Desk::new(2, &[1, 1], false);
    for _ in 0..2 {
        let what = desk.s.set(1, 70_000, &desk.now, |e| {
            e.chosen = vec![opt("b")];
            e.flag = true;
        });
        desk.record(what);
    }
    assert_eq!(desk.seconds(), [0, 140]);
    assert!(desk.s.states()[1].flag);
    assert_eq!(desk.s.set(2, 0, &desk.now, |_| {}), None);
}

#[test]
fn handing_in_ends_everything() {
    let mut desk = Desk::new(1, &[1], false);
    desk.wait(30);
    desk.record(desk.s.hand_in(vec![true], &desk.now));
    assert!(desk.s.has_ended());
    assert_eq!(desk.wait(7200), []);
    assert_eq!(desk.s.timer().elapsed_ms(&desk.now), 30_000);
    assert_eq!(desk.s.leave(&desk.now), None);
}
