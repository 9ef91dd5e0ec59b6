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
        let card = stage
            .picture()
            .lines()
            .find(line)
            .unwrap()
            .trim()
            .to_owned();
        assert_ne!(Some(&card), seen.last(), "twice in a row");
        seen.push(card);
        stage.keys("<space>3");
    }
    assert_eq!(seen[..3], seen[3..], "round and round");
    days_later(&mut stage, 1);
    stage.shows("3 cards · x drills them");
    stage
        .keys("x<space>3<space>3<space>3")
        .shows("drill · 3 missed");
    days_later(&mut stage, 1);
    stage.keys("x<space>3<space>3").shows("drill · 1 missed");
    stage.keys("<space>3").shows("Nothing is missed.");
    stage.keys("<esc>").lacks("x drills");
    stage.holds_what_the_journal_says();
}

#[test]
fn what_is_put_away_while_it_waits_to_come_again_stays_away() {
    // In the second look at the end,
    let mut stage = Stage::open(cards(3));
    stage.keys("<enter><space>1<space>1<space>1a");
    let first = stage.shown("What is card-");
    stage.keys("-").lacks(&first);
    stage.shows("What is card-");
    // after a few others,
    let mut stage = Stage::open(cards(12));
    stage.keys("g<down><down><down><enter><esc><enter>");
    let first = stage.shown("What is card-");
    stage.keys("<space>1");
    stage.keys(&format!("<esc>b{first}<enter>-<esc><esc><esc><enter>"));
    for _ in 0..10 {
        stage.lacks(&first);
        stage.keys("<space>3");
    }
    // and in a drill.
    let mut stage = Stage::open(cards(3));
    stage.keys("<enter><space>1<space>1<space>3<esc>x");
    let first = stage.shown("What is card-");
    stage.keys("b").lacks(&first);
    stage.keys("<space>1").lacks(&first);
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
        picture
            .lines()
            .any(|l| l.contains(&format!("{n} ○ Option b")))
    });
    stage.keys(&format!("{}<enter><esc>", b.unwrap()));
    stage.lacks("cramless sheet");
    days_later(&mut stage, 1);
    stage.shows("cramless sheet prints two pages");
}

#[test]
fn cards_are_found_as_one_types_and_cared_for() {
    let mut stage = Stage::open(cards(12));
    stage.resize(80, 40);
    stage.keys("<enter><space>1<esc>b").shows("12 of 12 cards");
    stage.keys("card-1").shows("3 of 12 cards");
    stage.keys("0").shows("1 of 12 cards");
    stage.keys("<back><back>0").shows("What is card-0?");
    stage.keys("<enter>").shows("card-0 is itself.");
    stage.shows("1 answer");
    stage.shows("Missed     once; right on 0 of 2 later days");
    stage.shows("✗ Again (6 s)");
    stage.keys("-").shows("Suspended");
    stage.shows("- restore");
    stage.keys("-").shows("Back in study.");
    stage.keys("f").shows("⚑");
    stage.keys("omind the gap<enter>").shows("Noted.");
    stage.shows("Note       mind the gap");
    stage.keys("b").shows("put aside");
    stage.keys("u").shows("Taken back.");
    stage.keys("r").shows("Start this card anew?");
    stage.keys("<esc>").shows("1 answer");
    stage.keys("ry").shows("not seen yet");
    stage.keys("u").shows("1 answer");
    // From the card to the list, to no words, home.
    stage.keys("<esc>").shows("1 of 12 cards");
    stage.keys("<esc>").shows("12 of 12 cards");
    stage.keys("is:flagged").shows("1 of 12 cards");
    stage
        .keys("<esc>is:nonsense")
        .shows("is:nonsense is no filter");
    stage.keys("?").shows("is:missed");
    stage.keys("<esc><esc><esc>").shows("cramless");
    stage.keys("<enter>").lacks("mind the gap");
    stage.holds_what_the_journal_says();
}

#[test]
fn the_list_scrolls_with_its_cursor_and_takes_clicks() {
    let mut stage = Stage::open(cards(100));
    stage.keys("b<end>").shows("▸ What is card-99?");
    stage.keys("<home>").shows("▸ What is card-0?");
    stage.keys("<pgdn>").lacks("▸ What is card-0?");
    stage.keys("<home>");
    stage.click("What is card-3?");
    stage.shows("card-3 is itself.");
    stage.keys("n").shows("card-4 is itself.");
    stage.keys("pp").shows("card-2 is itself.");
    stage.keys("<home><esc>").shows("▸ What is card-2?");
    for (columns, rows) in [(40, 12), (50, 15), (120, 40), (80, 24)] {
        stage.resize(columns, rows);
        stage.shows("▸ What is card-2?");
    }
}

#[test]
fn a_reason_for_a_miss_is_one_key_and_given_once() {
    let mut stage = Stage::open(vec![deck("d", vec![question("q", &[])])]);
    stage.keys("<enter>");
    stage.answer("Option b");
    stage.shows("m mixed up");
    stage.keys("m").shows("Noted: mixed up.");
    stage.lacks("m mixed up");
    stage.keys("r").shows("A reason is noted already");
    let last = &stage.memory.events.last().unwrap().what;
    let Happening::Explained(why) = last else {
        panic!("{last:?}")
    };
    assert_eq!(why.event, stage.memory.events[0].id);
    stage.keys("u").shows("Taken back.");
    stage.keys("r").shows("Noted: misread.");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_right_answer_needs_no_reason() {
    let mut stage = Stage::open(vec![deck("d", vec![question("q", &[])])]);
    stage.keys("<enter>");
    stage.answer("Option a");
    stage.lacks("mixed up");
    stage.keys("mr").lacks("Noted");
    assert_eq!(stage.memory.events.len(), 1);
}

#[test]
fn the_same_confusion_twice_is_shown_side_by_side_once() {
    let mut stage = Stage::open(vec![deck("d", vec![question("q", &[])])]);
    stage.keys("<enter>");
    stage.answer("Option b");
    stage.lacks("leech");
    stage.keys("<esc>x");
    stage.answer("Option b");
    stage.shows("This card is a leech");
    stage.shows("✗ 2× Option b");
    stage.shows("│ ✓ Option a");
    stage.keys("<space>").shows("✗ Wrong");
    stage.keys("<esc>x");
    stage.answer("Option b");
    stage.lacks("leech");
    stage.keys("<esc>x");
    stage.answer("Option b");
    stage.shows("This card is a leech");
    stage.keys("-").shows("Nothing is missed.");
    stage.keys("u").shows("Which one is q?");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_flashcard_forgotten_four_times_says_so_and_then_goes() {
    let mut stage = Stage::open(cards(2));
    for day in 0..5 {
        stage.keys("<enter>");
        for _ in 0..2 {
            if stage.picture().contains("leech") {
                break;
            }
            let first = stage.picture().contains("What is card-0?");
            stage.keys(if first { "<space>1" } else { "<space>4" });
        }
        if day == 4 {
            break;
        }
        days_later(&mut stage, 1);
    }
    // The fifth failure is the fourth lapse.
    stage.shows("This card is a leech");
    stage.shows("known and forgotten this 4 times");
    stage.keys("oremember the zero<enter>");
    stage.lacks("leech");
    stage.lacks("This card");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_note_is_shown_with_the_answer() {
    let mut stage = Stage::open(cards(1));
    stage.keys("<enter><space>onot the other one<enter>");
    stage.shows("Your note  not the other one");
    stage
        .keys("3<esc>b<enter>")
        .shows("Note       not the other one");
}

#[test]
fn a_note_that_could_not_be_saved_is_still_at_hand() {
    let mut stage = Stage::open(cards(1));
    stage.memory.broken = Some("The disk is full.");
    stage
        .keys("<enter><space>onot the other one<enter>")
        .shows("NOT SAVED");
    stage.keys("<esc>").shows("not the other one");
    stage.lacks("NOT SAVED");
    stage.memory.broken = None;
    stage.keys("<enter>").shows("Noted.");
    stage.shows("Your note  not the other one");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_card_put_aside_in_study_comes_back_tomorrow() {
    let mut stage = Stage::open(cards(2));
    stage.keys("<enter>b").shows("Put aside until tomorrow.");
    stage.shows("What is card-1?");
    stage.keys("u").shows("What is card-0?");
    stage.keys("b<space>3").lacks("What is card-0?");
    days_later(&mut stage, 1);
    stage.keys("<enter>").shows("What is card-0?");
}
