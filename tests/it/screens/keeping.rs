//! Journeys through wording: cards put right, cards of one's own, references,
//! neighbours, comparisons.

use super::stage::Stage;
use crate::support::{deck, flashcard, question};
use cramless::domain::*;

fn cards() -> Vec<Deck> {
    let mut first = flashcard("polly/purpose", None);
    first.reference = Some(Text::new(
        "[The guide](https://docs.example/polly), chapter 2",
    ));
    vec![deck(
        "d",
        vec![
            first,
            flashcard("polly/limits", None),
            flashcard("lex/purpose", None),
            question("q", &["polly/purpose"]),
        ],
    )]
}

#[test]
fn a_card_is_put_right_in_the_editor_and_that_is_taken_back() {
    let mut stage = Stage::open(cards());
    stage.keys("<enter><space>E").shows("set VISUAL or EDITOR");
    stage.memory.editor = Some(|text| text.replace("is itself.", "is a voice."));
    stage.keys("E").shows("Corrected; its history stays.");
    stage.shows("polly/purpose is a voice.");
    stage.shows("Corrected by you.");
    stage.keys("u").shows("Taken back.");
    stage.shows("polly/purpose is itself.");
    stage.lacks("Corrected by you.");
    stage.keys("E3").keys("<esc>");
    // It is found by its new words, and still there after a restart.
    let mut stage = stage.again();
    stage.resize(80, 40);
    stage.keys("ba voice").shows("1 of 4 cards");
    stage.keys("<enter>").shows("polly/purpose is a voice.");
    stage.shows("corrected");
    stage.memory.editor = Some(|text| text.to_owned());
    stage.keys("E").shows("Nothing was changed.");
    stage.memory.editor = Some(|_| String::new());
    stage.keys("E").shows("Nothing was changed.");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_form_with_faults_says_where_and_leads_back_to_the_editor() {
    let mut stage = Stage::open(cards());
    stage.resize(50, 15);
    stage.keys("bwhich one<enter>").shows("Which one is q?");
    stage.memory.editor = Some(|text| text.replace("] key", "]").replace("[stem]", "[stm]"));
    stage.keys("E").shows("Not all of it can be used");
    stage.shows("there is no part [stm]");
    stage.keys("<end>").shows("no option is a key");
    // What was written is at hand again.
    stage.memory.editor = Some(|text| {
        assert!(text.contains("[stm]"));
        text.replace("[stm]", "[stem]")
            .replace("[option b]", "[option b] key")
    });
    stage.keys("<enter>").shows("Corrected");
    stage.memory.editor = Some(|_| "nonsense".into());
    stage.keys("E").shows("line 1: this stands in no part");
    stage.keys("<esc>").shows("Which one is q?");
    stage.holds_what_the_journal_says();
}

#[test]
fn another_key_leaves_the_verdict_and_asks_again() {
    let mut stage = Stage::open(vec![deck("d", vec![question("q", &[])])]);
    stage.keys("<enter>");
    stage.answer("Option a");
    stage.memory.editor = Some(|text| {
        text.replace("] key", "]")
            .replace("[option b]", "[option b] key")
    });
    stage
        .keys("E")
        .shows("the verdict stands, and it is asked again.");
    stage.keys("<esc>");
    stage.lacks("x drills");
    stage.memory.now = stage.memory.now.plus_ms(86_400_000);
    stage.send(cramless::tui::app::Msg::Tick);
    stage.keys("<enter>").shows("Which one is q?");
    stage
        .keys("e")
        .shows("Its key was changed since you answered it");
    stage.keys("<esc>");
    stage.answer("Option b");
    stage.shows("Right");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_reference_is_opened_and_said_where_there_is_none() {
    let mut stage = Stage::open(cards());
    stage
        .keys("<enter><space>w")
        .shows("Opened https://docs.example/polly");
    assert_eq!(stage.memory.opened, ["https://docs.example/polly"]);
    stage
        .keys("3<space>w")
        .shows("This card names no reference.");
    stage.keys("<esc>b<enter>w").shows("Opened");
}

#[test]
fn neighbours_are_listed_and_lead_back() {
    let mut stage = Stage::open(cards());
    stage.keys("<enter><space>v").shows("near:d#polly/purpose");
    stage.shows("2 of 4 cards");
    stage.shows("What is polly/limits?");
    stage.keys("<enter>").shows("polly/limits is itself.");
    stage.keys("<esc>").shows("2 of 4 cards");
    stage.keys("<esc>").shows("polly/purpose is itself.");
    stage.keys("3").lacks("polly/purpose is itself.");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_leech_offers_its_neighbours_and_scrolls_in_a_small_window() {
    let mut asked = question("q", &["f"]);
    if let Face::Choice(c) = &mut asked.face {
        c.options[0].why = Some(Text::new("Because of much. ".repeat(20)));
    }
    let mut stage = Stage::open(vec![deck("d", vec![asked, flashcard("f", None)])]);
    stage.keys("<enter><space>4").shows("Which one is q?");
    stage.answer("Option b");
    stage.keys("<esc>x").shows("Which one is q?");
    stage.answer("Option b");
    stage.shows("This card is a leech");
    stage.resize(50, 15);
    stage.shows("✗ 2× Option b");
    stage.shows("↓");
    stage.keys("<end>").lacks("↓");
    stage.lacks("✗ 2× Option b");
    stage.keys("<home>").shows("✗ 2× Option b");
    stage.keys("v").shows("What is f?");
    stage.keys("<esc>").shows("Wrong");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_card_of_ones_own_is_written_in_a_small_window() {
    let mut stage = Stage::open(cards());
    stage.resize(50, 15);
    stage.keys("a").shows("A card of your own");
    stage
        .keys("<enter><enter><enter>")
        .shows("The front is empty");
    stage
        .keys("Who?<enter><enter>")
        .keys("<enter>")
        .shows("The back is empty");
    stage.keys("Me<up> there<tab><tab>").keys("<enter>");
    stage.shows("Added to your own cards.");
    stage.keys("bwho").shows("1 of 5 cards");
    stage.keys("<enter>").shows("Who? there");
    // While a card is on the table: it stays there, whatever its number.
    stage.keys("<esc><esc><esc><enter>");
    let mut stage = Stage::open(cards());
    stage.keys("<enter><space>aA<enter>B<enter><enter>");
    stage.shows("polly/purpose is itself.");
    stage.keys("3<esc>u").shows("What is polly/purpose?");
    stage.holds_what_the_journal_says();
}

#[test]
fn what_was_reckoned_follows_the_decks() {
    let mut stage = Stage::open(cards());
    stage.keys("<enter><space>3<space>3<esc>");
    stage.shows("2 of 4 cards seen so far");
    stage.keys("aWho?<enter>Me<enter><enter>");
    stage.shows("Added to your own cards.");
    stage.shows("2 of 5 cards seen so far");
}

#[test]
fn what_was_mixed_up_comes_as_a_comparison_next() {
    let mut choice = question("which", &[]);
    if let Face::Choice(c) = &mut choice.face {
        c.options[0].text = Text::new("Polly");
        c.options[1].text = Text::new("Lex");
    }
    let mut decks = cards();
    decks[0].cards.push(choice);
    let mut stage = Stage::open(decks);
    stage.keys("<enter>");
    for _ in 0..9 {
        if stage.picture().contains("Which one is which?") {
            break;
        }
        if stage.picture().contains("Which one is q?") {
            stage.answer("Option a");
            stage.keys("<space>");
        } else {
            stage.keys("<space>4");
        }
    }
    stage.answer("Lex");
    stage.keys("<space>").shows("How do Polly and Lex differ?");
    stage
        .keys("e")
        .shows("You took one of these two things for the other.");
    stage
        .keys("<esc><space>")
        .shows("Lex: lex/purpose is itself.");
    stage.shows("Made because you mixed these two up.");
    stage.keys("3");
    stage.holds_what_the_journal_says();
    let mut stage = stage.again();
    stage.keys("bis:seen differ").shows("1 of 6 cards");
    stage.keys("<esc><esc>");
    stage.keys("<enter>").lacks("How do Polly");
}

#[test]
fn what_was_missed_is_listed_from_home() {
    let mut stage = Stage::open(cards());
    stage.keys("<enter><space>1<esc>l").shows("is:missed");
    stage.shows("1 of 4 cards");
    stage.keys("<esc>").shows("x drills");
}
