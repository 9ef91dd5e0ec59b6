//! A paper for whoever studies for no exam: by the decks' blueprint if they
//! follow one, and without a word of an exam if they don't.

use super::desk::Desk;
use super::screens::decks;
use crate::screens::stage::{Stage, goal};
use cramless::domain::*;
use cramless::tui::shell::Shell;
use serde_json::json;

/// Knowledge only, chosen on 22 November.
fn knowledge_only() -> Stage {
    let mut stage = Stage::open(decks());
    let Happening::GoalSet(mut goal) = goal("2026-12-31") else {
        unreachable!("a goal is set by a goal's event");
    };
    goal.exam = None;
    goal.date = None;
    let at = Moment::parse("2026-11-22T18:00:00+01:00").unwrap();
    let set = Happening::GoalSet(goal);
    stage.memory.record(&set, at).unwrap();
    stage.again()
}

#[test]
fn knowledge_only_sits_a_paper_by_the_decks_blueprint() {
    let mut s = knowledge_only();
    s.keys("m");
    s.shows("the whole exam");
    s.shows("you study for knowledge only: no paper is held back");
    s.lacks("left");
    s.lacks("No goal");
    s.keys("<down><down><right>");
    s.shows("domain 1, ");
    s.keys("<left><enter>");
    let paper = s.app.progress().open_paper().unwrap();
    assert_eq!(paper.started.questions.len(), 65);
    assert_eq!(paper.started.exam.as_deref(), Some("T-1"));
    assert_eq!(paper.started.held_back, None);
}

#[test]
fn scripts_get_the_same_paper() {
    let desk = Desk::new(325);
    let only = json!({ "op": "goal", "knowledge_only": true, "at": "2026-12-01T18:00:00Z" });
    let start = json!({ "op": "mock", "seed": 7, "at": "2026-12-01T19:00:00Z" });
    let paper = &desk.drive(&[only, start])[1];
    assert_eq!(paper["exam"], json!("MLS-C01"));
    assert_eq!(paper["questions"].as_array().unwrap().len(), 65);
    assert_eq!(paper["held_back"], json!(null));
}

#[test]
fn decks_without_an_exam_hear_nothing_of_one() {
    let mut decks = decks();
    for deck in &mut decks {
        deck.exam = None;
    }
    let mut s = Stage::open(decks);
    s.keys("m");
    s.shows("40, two for each question");
    s.shows("all your questions");
    s.lacks("the exam's pace");
    s.lacks("whole exam");
    s.lacks("first-sight");
    s.lacks("first sight");
    s.keys("<enter>");
    let paper = s.app.progress().open_paper().unwrap();
    assert_eq!(paper.started.questions.len(), 20);
    assert_eq!((paper.started.minutes, &paper.started.exam), (40, &None));
}
