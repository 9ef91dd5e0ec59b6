//! Journeys through goal, days off, placement and what is known cold.

use super::stage::{Stage, goal};
use crate::support::{deck, flashcard, question};
use cramless::domain::*;
use cramless::storage::config::SecondLook;

fn cards(n: usize) -> Vec<Deck> {
    let cards = (0..n).map(|i| flashcard(&format!("card-{i}"), None));
    vec![deck("d", cards.collect())]
}

/// A question on each of four domains, two of the first.
fn questions() -> Vec<Deck> {
    let mut all: Vec<Card> = (0..5)
        .map(|n| Card {
            task: TaskId::parse(["1.1", "2.1", "3.1", "4.1", "1.1"][n]),
            ..question(&format!("q{n}"), &[])
        })
        .collect();
    all.extend((0..12).map(|i| flashcard(&format!("card-{i}"), None)));
    vec![deck("d", all)]
}

/// The number under which the key is shown.
fn key(stage: &Stage) -> String {
    let picture = stage.picture();
    let line = picture.lines().find(|l| l.contains("Option a")).unwrap();
    line.chars().find(char::is_ascii_digit).unwrap().to_string()
}

fn later(stage: &mut Stage, days: i64) {
    stage.memory.now = stage.memory.now.plus_ms(days * 86_400_000);
    stage.keys("<esc><esc>");
    stage.send(cramless::tui::app::Msg::Tick);
}

#[test]
fn known_cold_leaves_the_table_and_can_be_taken_back() {
    let mut stage = Stage::open(cards(4));
    stage.keys("<enter>").shows("What is card-0?");
    stage.keys("i").shows("Known cold: checked once later");
    stage.shows("What is card-1?");
    stage.keys("u").shows("What is card-0?");
    stage.keys("<space>i").shows("What is card-1?");
    stage.holds_what_the_journal_says();
    let last = stage.memory.events.last().unwrap();
    assert!(matches!(&last.what, Happening::KnownCold(k) if k.card.card() == "card-0"));
    later(&mut stage, 1);
    stage.holds_what_the_journal_says();
}

#[test]
fn days_off_are_typed_and_home_says_so() {
    let mut stage = Stage::open(cards(3));
    stage.keys("g<enter>2027-01-10<enter>").shows("Goal saved.");
    stage.keys("jj<enter>").shows("Which days are off?");
    stage.keys("someday<enter>").shows("is no day");
    stage.keys("<back><back><back><back><back><back><back>");
    stage.keys("sun, 24 dec").shows("Sundays, 24 Dec");
    stage.keys("<enter>").shows("Sundays, 24 Dec");
    // The stage's day is a Sunday.
    stage.keys("<esc><enter><space>3<esc>");
    later(&mut stage, 7);
    stage.shows("a day off");
    stage.keys("<enter>").shows("What is card-");
    stage.holds_what_the_journal_says();
}

#[test]
fn days_off_that_are_far_or_past_survive_a_second_look() {
    let mut stage = Stage::open(cards(3));
    stage
        .keys("g<down><down><enter>")
        .shows("Which days are off?");
    stage.keys("23 nov, 2028-03-01<enter>");
    stage.shows("23 Nov, 2028-03-01");
    later(&mut stage, 3);
    stage
        .keys("g<down><down><enter><enter>")
        .shows("2028-03-01");
    let Some((goal, _)) = stage.memory.progress().goal else {
        panic!("no goal")
    };
    let days = ["2026-11-23", "2028-03-01"].map(|d| Day::parse(d).unwrap());
    assert_eq!(goal.dates_off, days);
}

#[test]
fn knowledge_only_is_an_answer() {
    let mut stage = Stage::open(cards(3));
    stage
        .keys("g<enter>knowledge only")
        .shows("no exam: knowledge only");
    stage.keys("<enter>").shows("none: knowledge only");
    stage.keys("<esc>").shows("Knowledge only");
}

#[test]
fn an_exam_that_is_past_asks_how_it_went() {
    let mut stage = Stage::open(cards(3));
    stage.keys("g<enter>tomorrow<enter><esc><enter><space>3<esc>");
    later(&mut stage, 3);
    stage.shows("is past. How did it go?");
    stage.keys("g").shows("is past: how did it go?");
    stage
        .keys("<enter>perhaps<enter>")
        .shows("Say pass or fail");
    stage
        .keys("<esc><enter>pass 99<enter>")
        .shows("between 100 and 1000");
    stage.keys("<esc><enter>pass 812<enter>").shows("Noted.");
    stage.lacks("how did it go?");
    let last = stage.memory.events.last().unwrap().clone();
    let Happening::ExamTaken(taken) = last.what else {
        panic!("{last:?}")
    };
    assert_eq!((taken.passed, taken.score), (true, Some(812)));
    assert_eq!(taken.date, Day::parse("2026-11-23"));
    stage.keys("<esc>t7").resize(80, 24);
    stage.shows("Your exam, Monday 23 November 2026: passed, 812.");
    stage.keys("<esc>").shows("is past. g: set a new date");
    stage.keys("g").lacks("how did it go?");
    stage.keys("<enter><enter><esc>").shows("No exam booked");
    stage.holds_what_the_journal_says();
}

#[test]
fn the_last_evening_is_short_and_brings_nothing_new() {
    let mut stage = Stage::open(cards(40));
    stage.memory.decks.truncate(1);
    stage.keys("g<enter>in 2 days<enter><esc>");
    stage.keys("<enter>");
    for _ in 0..5 {
        stage.keys("<space>3");
    }
    stage.keys("<esc>");
    later(&mut stage, 1);
    stage.shows("the last evening: 15 minutes of what you know");
    stage.keys("<enter>").shows("15 min left");
    for _ in 0..5 {
        stage.keys("<space>3");
    }
    stage.shows("Nothing new tonight");
    stage.keys("k").shows("What is card-");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_placement_asks_a_question_a_topic_and_says_what_waits() {
    let mut stage = Stage::open(questions());
    stage.keys("g<enter>2027-01-31<enter>");
    stage.shows("i at home: a placement");
    stage.keys("<esc>i").shows("placement · 1 of 4");
    for n in 1..=4 {
        stage.shows(&format!("placement · {n} of 4"));
        let key = key(&stage);
        stage.keys(&key).keys("<enter><space>");
    }
    stage.shows("The placement is done: you seem to know");
    let last = stage.memory.events.last().unwrap();
    assert!(matches!(&last.what, Happening::Placed(p) if p.questions.len() == 4));
    stage.keys("<esc>").lacks("placement");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_placement_needs_fresh_questions() {
    let mut stage = Stage::open(cards(5));
    stage.keys("i").shows("too few fresh questions");
}

#[test]
fn failed_cards_come_again_at_the_end_soon_or_never() {
    let mut stage = Stage::open(cards(12));
    stage.keys("gjjj").shows("‹ end ›");
    stage.keys("<enter>").shows("‹ soon ›");
    assert_eq!(stage.memory.second_look, Some(SecondLook::Soon));
    stage.keys("<esc><enter><space>1");
    let mut shown = Vec::new();
    for _ in 0..8 {
        let picture = stage.picture();
        let line = picture.lines().find(|l| l.contains("What is card-"));
        shown.push(line.unwrap().trim().to_owned());
        stage.keys("<space>3");
    }
    assert_eq!(shown[6], "What is card-0?", "{shown:?}");
    assert!(!shown[7].contains("card-0?"), "once");
    stage.keys("<esc>gjjj<right>").shows("‹ never ›");
    stage.keys("<esc><enter><space>1");
    for _ in 0..6 {
        stage.keys("<space>3");
    }
    stage.lacks("look again");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_full_paper_is_announced() {
    let mut stage = Stage::open(cards(30));
    let now = stage.memory.now;
    use cramless::tui::shell::Shell;
    stage.memory.record(&goal("2026-12-02"), now).unwrap();
    let mut stage = stage.again();
    stage.keys("<enter><space>3<esc>");
    // Ten days: half of them is the fifth.
    later(&mut stage, 4);
    stage.shows("a full paper is planned tomorrow");
    later(&mut stage, 1);
    stage.shows("a full paper is planned today");
}

#[test]
fn the_remark_on_a_late_date_comes_with_the_date_and_not_again() {
    let mut stage = Stage::open(cards(3));
    stage
        .keys("g<enter>2027-05-01<enter>")
        .shows("Taken, though");
    stage.keys("j<enter>").lacks("Taken, though");
    stage.keys("<back><back>30<enter>").shows("Goal saved.");
    stage.lacks("Taken, though");
}

#[test]
fn known_cold_is_offered_on_new_cards_only() {
    let mut stage = Stage::open(cards(3));
    stage.keys("g<enter>2027-01-10<enter><esc><enter>");
    stage.shows("i known cold");
    stage.keys("<space>1<esc>");
    later(&mut stage, 1);
    stage.keys("<enter>");
    while !stage.picture().contains("What is card-0?") {
        stage.shows("i known cold");
        stage.keys("<space>3");
    }
    stage.lacks("i known cold");
    stage.keys("i").shows("You have met it before");
}

#[test]
fn the_exam_day_and_what_comes_after_it() {
    let mut stage = Stage::open(cards(60));
    stage.keys("g<enter>in 3 days<enter><esc><enter>");
    for _ in 0..30 {
        stage.keys("<space>3");
    }
    stage.keys("<esc>");
    later(&mut stage, 3);
    stage.shows("% right today (");
    stage.keys("t5").shows("The exam is today. Good luck!");
    stage.lacks("to book");
    later(&mut stage, 1);
    stage.keys("t5").shows("What date to book?");
    stage.keys("<esc>g<enter>pass 812<enter>").shows("Noted.");
    stage.keys("<esc>t5").shows("a day you would reach");
    stage.lacks("to book");
    stage.keys("7");
    stage.shows("Your exam, Wednesday 25 November 2026: passed, 812. Expected that");
}
