//! Journeys through what is missed and cared for.

use super::stage::{Stage, goal};
use crate::support::{deck, flashcard, question};
use cramless::domain::*;

fn cards(n: usize) -> Vec<Deck> {
    let cards = (0..n).map(|i| flashcard(&format!("card-{i}"), None));
    vec![deck("d", cards.collect())]
}

/// Lets the clock go on by whole days.
fn days_later(stage: &mut Stage, days: i64) {
    stage.memory.now = stage.memory.now.plus_ms(days * 86_400_000);
    stage.keys("<esc><esc>");
    stage.send(cramless::tui::app::Msg::Tick);
}

#[test]
fn missed_cards_are_drilled_until_they_are_made_good_on_two_later_days() {
    let mut stage = Stage::open(cards(5));
    stage.lacks("x drills");
    // Three of five are missed.
    stage.keys("<enter><space>1<space>3<space>1<space>3<space>1<esc>");
    stage.shows("3 cards · x drills them");
    stage.keys("x").shows("drill · 3 missed");
    let mut seen = Vec::new();
    for _ in 0..6 {
        let line = |l: &&str| l.contains("What is card-");
        let card = stage.picture().lines().find(line).unwrap().trim().to_owned();
        assert_ne!(Some(&card), seen.last(), "twice in a row");
        seen.push(card);
        stage.keys("<space>3");
    }
    assert_eq!(seen[..3], seen[3..], "round and round");
    days_later(&mut stage, 1);
    stage.shows("3 cards · x drills them");
    stage.keys("x<space>3<space>3<space>3").shows("drill · 3 missed");
    days_later(&mut stage, 1);
    stage.keys("x<space>3<space>3").shows("drill · 1 missed");
    stage.keys("<space>3").shows("Nothing is missed.");
    stage.keys("<esc>").lacks("x drills");
    stage.holds_what_the_journal_says();
}

#[test]
fn the_only_missed_card_is_not_asked_twice_in_a_row() {
    let mut stage = Stage::open(cards(1));
    stage.keys("<enter><space>1<esc>x<space>1");
    stage.shows("That was the only missed card.");
    stage.keys("<esc>x").shows("What is card-0?");
}

#[test]
fn the_sheet_is_offered_in_the_last_five_days() {
    let mut stage = Stage::open(vec![deck("d", vec![question("q", &[])])]);
    let goal = goal("2026-11-28");
    let now = stage.memory.now;
    cramless::tui::shell::Shell::record(&mut stage.memory, &goal, now).unwrap();
    let mut stage = stage.again();
    stage.keys("<enter>");
    let b = (1..=4).find(|n| {
        let picture = stage.picture();
        picture.lines().any(|l| l.contains(&format!("{n} ○ Option b")))
    });
    stage.keys(&format!("{}<enter><esc>", b.unwrap()));
    stage.lacks("cramless sheet");
    days_later(&mut stage, 1);
    stage.shows("cramless sheet prints two pages");
}
