//! Journeys through a mock exam by keys: second thoughts, second windows,
//! what comes after the paper.

use super::hall::pack;
use super::screens::{asks_for_two, decks, exam, minutes_pass, stage};
use crate::screens::stage::Stage;
use cramless::domain::*;
use cramless::tui::app::Msg;

#[test]
fn the_walk_is_the_next_session_until_it_was_done() {
    let mut s = exam((80, 24));
    s.keys("1rey<esc>");
    s.shows("of 65 right · Enter walks through them");
    s.shows("s study");
    s.keys("<enter>");
    s.shows("1 of ");
    // Reading begins with the question, not with the verdict below it.
    s.shows("A retailer trains");
    s.keys(&"<right>".repeat(64));
    s.keys("<esc><esc>");
    s.shows("Enter study");
    s.shows("w walk");
    s.keys("<enter>");
    s.lacks("Papers so far");
    assert!(
        s.picture().contains("Space"),
        "study began:\n{}",
        s.picture()
    );
}

#[test]
fn the_walk_says_which_lists_there_are() {
    let mut s = exam((80, 24));
    s.keys("1gn2fn");
    s.keys("rey<enter>");
    s.shows("all 65  ▸wrong");
    s.shows("flagged 1  guessed 1");
    s.keys("t");
    s.shows("▸flagged 1");
}

#[test]
fn a_time_away_that_would_end_the_paper_is_said_to() {
    let mut s = exam((80, 24));
    s.keys("1");
    minutes_pass(&mut s, 60);
    s.memory.now = s.memory.now.plus_ms(30 * 60_000);
    s.send(Msg::Tick);
    s.shows("You were away for 30 minutes");
    s.shows("2  Count it, as the real exam would: 1 h 30 min left then.");
    // It goes on while the question is open, and so does what is said.
    assert!(s.app.keeps_time());
    let face = s.app.clock_face();
    s.memory.now = s.memory.now.plus_ms(90 * 60_000);
    s.send(Msg::Tick);
    assert_ne!(s.app.clock_face(), face);
    s.shows("You were away for 2 h 0 min");
    s.shows("2  Count it: that uses up all the time, and the paper ends.");
    s.keys("2");
    s.shows("Time is up; the paper is handed in.");
}

#[test]
fn a_draft_waits_and_what_is_struck_out_is_not_chosen() {
    let mut s = stage((80, 24));
    s.keys("m<down><down><down><right><enter>");
    let n = if asks_for_two(&s, 1) { 2 } else { 1 };
    s.keys(&format!("/{n}<enter>2"));
    s.shows("2 is chosen.");
    s.keys("rn");
    s.keys(&format!("<esc>/{n}<enter>"));
    s.shows("2 is chosen.");
    s.keys("2<down>2x");
    s.shows("2 ─");
    s.shows("Choose one.");
    s.keys("<enter>");
    s.lacks("you chose it");
}

#[test]
fn moves_too_quick_for_a_line_are_found_again() {
    let mut s = exam((80, 24));
    for _ in 0..3 {
        // No time passes on the paper's clock.
        s.send(Msg::Do(cramless::tui::keymap::Command::Right));
    }
    s.shows("Question 4 of 65");
    let mut s = s.again();
    s.keys("1");
    s.shows("Question 4 of 65");
}

#[test]
fn who_comes_second_does_not_get_at_the_paper() {
    let mut s = exam((80, 24));
    s.keys("1");
    s.memory.elsewhere = true;
    let mut s = s.again();
    s.shows("Another window is at a paper.");
    s.shows("open, 1 of 65 answered · m goes on");
    s.keys("pa");
    s.shows("End the paper that is open first.");
    s.keys("<esc>m");
    s.shows("Another window is at a paper.");
    s.lacks("Question");
    // The other one gives it up and leaves.
    let mock = s.app.progress().open_paper().unwrap().id();
    let given_up = Happening::MockDiscarded(cramless::domain::event::MockClock {
        mock,
        elapsed_ms: 9_000,
        away_ms: None,
        counted: false,
    });
    let now = s.memory.now;
    cramless::tui::shell::Shell::record(&mut s.memory, &given_up, now).unwrap();
    s.memory.elsewhere = false;
    s.keys("m");
    s.shows("Another window ended the paper.");
    s.keys("m");
    s.shows("A mock exam");
    s.memory.elsewhere = true;
    s.keys("<enter>");
    s.shows("Another window is at a paper.");
    assert_eq!(s.app.progress().papers.len(), 1);
    s.holds_what_the_journal_says();
}

#[test]
fn as_many_as_there_are_can_be_chosen() {
    let mut deck = pack(100);
    deck.title = Text::new("Too small");
    let mut s = Stage::open(vec![deck]);
    s.keys("m");
    s.shows("as many as there are");
    s.shows("without a goal no paper is held back");
    s.lacks("first-sight papers left");
    s.keys("<enter>");
    s.shows("Question 1 of ");
    let n = s.app.progress().papers[0].started.questions.len();
    assert!((40..65).contains(&n), "{n}");
}

#[test]
fn a_question_that_needs_a_row_more_gets_it() {
    let mut deck = decks().remove(0);
    for card in &mut deck.cards {
        if let Face::Choice(choice) = &mut card.face {
            // With four options of one row each: as high as the page of 80×24
            // without its air, and three rows higher than with it.
            let stem: Vec<String> = (1..=13).map(|n| format!("Row {n}.")).collect();
            choice.stem = Text::new(stem.join("\n\n").replacen("\n\n", " ", 7));
            for option in &mut choice.options {
                option.text = Text::new("Short.");
            }
        }
    }
    let mut s = Stage::open(vec![deck]);
    s.keys("m<enter>");
    s.shows("Row 13.");
    s.shows("4 ○");
    s.lacks("more");
    s.shows("f flag");
    s.shows("? help");
}

#[test]
fn the_wheel_turns_what_is_under_it() {
    let mut s = exam((50, 15));
    let before = s.picture();
    s.send(Msg::Wheel { down: true });
    assert_ne!(s.picture(), before, "a long question scrolls");
    s.send(Msg::Wheel { down: false });
    assert_eq!(s.picture(), before);
    s.keys("r");
    s.shows("▸ 1 ○");
    s.send(Msg::Wheel { down: true });
    s.lacks("▸ 1 ○");
    s.send(Msg::Wheel { down: false });
    s.shows("▸ 1 ○");
    s.keys("ey");
    let before = s.picture();
    s.send(Msg::Wheel { down: true });
    assert_ne!(s.picture(), before, "the report scrolls");
}

#[test]
fn a_walk_survives_a_question_that_is_gone() {
    let mut s = exam((80, 24));
    s.keys("1rey");
    let gone = s.app.progress().papers[0].started.questions[1].card.clone();
    s.memory.decks[0]
        .cards
        .retain(|c| c.id.as_str() != gone.card());
    s.memory.catalogue = Catalogue::of(&s.memory.decks);
    let mut s = s.again();
    s.keys("w");
    for _ in 0..66 {
        s.keys("n");
        if s.picture().contains("is in no deck any more") {
            s.shows("✗ Question 2");
            s.keys("o<esc>");
            return;
        }
    }
    panic!("never {gone}:\n{}", s.picture());
}
