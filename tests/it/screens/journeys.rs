//! Journeys: keys in, and what a person then sees or has on disk.

use super::stage::{Stage, goal, picture};
use crate::support::{deck, flashcard, question};
use cramless::domain::*;
use cramless::tui::app::Msg;
use cramless::tui::theme::ThemeChoice;
use proptest::prelude::*;

fn cards(n: usize) -> Vec<Deck> {
    let cards = (0..n).map(|i| flashcard(&format!("card-{i}"), None));
    vec![deck("d", cards.collect())]
}

fn one_question() -> Vec<Deck> {
    vec![deck("d", vec![question("q", &[])])]
}

#[test]
fn enter_at_the_first_start_shows_a_card_at_once() {
    let mut stage = Stage::open(cards(20));
    stage.shows("show me a card");
    stage.keys("<enter>").shows("What is card-0?");
    stage.lacks("card-0 is itself");
    stage.keys("<space>").shows("card-0 is itself.");
    stage.keys("3").shows("What is card-1?");
    stage.holds_what_the_journal_says();
}

#[test]
fn space_alone_goes_through_a_day() {
    let mut stage = Stage::open(cards(3));
    stage.keys("<enter><space><space><space><space><space><space>");
    stage.shows("Nothing more is due today.");
    stage.shows("3 answers, 3 right");
    assert_eq!(stage.memory.events.len(), 3);
    stage.keys("<enter>").shows("done ·");
}

#[test]
fn an_answer_moves_on_only_when_it_is_on_disk() {
    let mut stage = Stage::open(cards(3));
    stage.keys("<enter><space>");
    stage.memory.broken = Some("The disk is full.");
    stage.keys("3").shows("NOT SAVED");
    stage.shows("The disk is full.");
    stage.keys("<enter>").shows("NOT SAVED");
    // Back to the card, which still waits for its grade.
    stage.keys("<esc>").shows("card-0 is itself.");
    stage.holds_what_the_journal_says();
    stage.keys("2").shows("NOT SAVED");
    stage.memory.broken = None;
    stage.keys("<enter>").shows("What is card-1?");
    assert_eq!(stage.memory.events.len(), 1);
    let Happening::Reviewed(review) = &stage.memory.events[0].what else {
        panic!()
    };
    assert_eq!(review.grade, Grade::Hard);
    stage.holds_what_the_journal_says();
}

#[test]
fn a_question_that_cannot_be_saved_stays_open() {
    let mut stage = Stage::open(one_question());
    stage.keys("<enter>");
    let key = stage.number_of("Option a");
    stage.memory.broken = Some("The disk is full.");
    stage.keys(&key).keys("<enter>").shows("NOT SAVED");
    stage.keys("<esc>").lacks("right");
    stage.memory.broken = None;
    stage.keys("<enter>").shows("✓ Right");
}

#[test]
fn right_and_wrong_are_said_in_words_and_signs() {
    let mut stage = Stage::open(one_question());
    stage.keys("<enter>").shows("Choose one.");
    let wrong = stage.number_of("Option b");
    stage.keys(&wrong).keys("<enter>");
    stage.shows("✗ Wrong");
    stage.shows("wrong, you chose it · Because b.");
    stage.shows("right · Because a.");
    stage.shows("wrong · Because c.");
    let Happening::Answered(answer) = &stage.memory.events[0].what else {
        panic!()
    };
    assert!(!answer.right);
    assert_eq!(answer.chosen[0].as_str(), "b");
    assert_eq!(answer.shown.len(), 4);
    assert!((answer.seconds - 6.0).abs() < 0.1, "{}", answer.seconds);
}

#[test]
fn a_lucky_guess_is_recorded_as_one() {
    let mut stage = Stage::open(one_question());
    stage.keys("<enter>");
    let key = stage.number_of("Option a");
    stage.keys("g").keys(&key).shows("You guess.");
    stage.keys("<enter>").shows("Right, by a guess");
    let Happening::Answered(answer) = &stage.memory.events[0].what else {
        panic!()
    };
    assert_eq!((answer.right, answer.sure), (true, Sureness::Guessed));
}

#[test]
fn multiple_response_counts_along() {
    let mut card = question("q", &[]);
    let Face::Choice(choice) = &mut card.face else {
        panic!()
    };
    choice.options[1].correct = true;
    let mut stage = Stage::open(vec![deck("d", vec![card])]);
    stage.keys("<enter>").shows("Choose two: 0 of 2 chosen.");
    stage.keys("<enter>").shows("Choose two first");
    let (a, b) = (stage.number_of("Option a"), stage.number_of("Option b"));
    let c = stage.number_of("Option c");
    stage.keys(&a).shows("Choose two: 1 of 2 chosen.");
    stage.keys("<enter>").shows("Choose one more.");
    stage.keys(&c).shows("2 of 2 chosen; Enter answers");
    stage.keys(&b).shows("two already; let one go first");
    stage.keys(&c).keys(&b).keys("<enter>").shows("✓ Right");
}

#[test]
fn arrows_and_vim_keys_choose_as_well() {
    let mut stage = Stage::open(one_question());
    stage.keys("<enter><enter>").shows("press its number");
    stage.keys("<down>jk").shows("▸ 1");
    stage.keys("<space>").shows("1 is chosen");
    stage.keys("<space>").shows("Choose one.");
    // With one to choose, Enter takes the option under the cursor.
    stage.keys("j<enter>").shows("you chose it");
    let mut stage = Stage::open(cards(2));
    stage.keys("<enter><space>hh<right><enter>");
    let Happening::Reviewed(review) = &stage.memory.events[0].what else {
        panic!()
    };
    assert_eq!(review.grade, Grade::Hard);
}

#[test]
fn undo_takes_any_number_of_answers_back_across_restarts() {
    let mut stage = Stage::open(cards(4));
    stage.keys("<enter><space>3<space>1<space>4");
    stage.shows("What is card-3?");
    stage.keys("u").shows("What is card-2?");
    stage.shows("Taken back.");
    stage.holds_what_the_journal_says();
    let mut stage = stage.again();
    stage.keys("u").shows("What is card-1?");
    stage.keys("u").shows("What is card-0?");
    stage.keys("u").shows("Nothing to take back today.");
    stage.holds_what_the_journal_says();
    assert_eq!(stage.app.progress().reviews, 0);
    assert_eq!(stage.memory.events.len(), 6, "undo is an event");
}

#[test]
fn the_evenings_last_answer_can_be_taken_back_after_four() {
    let mut stage = Stage::open(cards(4));
    stage.memory.now = Moment::parse("2026-11-23T03:59:40+01:00").unwrap();
    stage
        .keys("<enter><space>3<space>3")
        .shows("What is card-2?");
    stage.memory.now = Moment::parse("2026-11-23T04:01:00+01:00").unwrap();
    stage.keys("u").shows("What is card-1?");
    stage.holds_what_the_journal_says();
    // What is answered now belongs to the new day, and can be taken back too.
    stage.keys("<space>3u").shows("What is card-1?");
    assert_eq!(stage.memory.events[3].day, stage.memory.events[0].day + 1);
    stage.holds_what_the_journal_says();
}

#[test]
fn home_and_study_agree_on_whether_something_is_left() {
    let mut siblings = vec![flashcard("a", Some("n")), flashcard("b", Some("n"))];
    siblings.push(flashcard("c", None));
    let mut stage = Stage::open(vec![deck("d", siblings)]);
    stage.keys("<enter><space>3<space>3");
    stage.shows("Nothing more is due today.");
    stage.keys("<enter>").shows("Today      done ·");
}

#[test]
fn flag_suspend_and_undo_them() {
    let mut stage = Stage::open(cards(3));
    stage.keys("<enter><space>f").shows("⚑ flagged");
    stage.shows("card-0 is itself.");
    stage.keys("u").lacks("⚑");
    stage.shows("card-0 is itself.");
    stage.keys("-").shows("What is card-1?");
    stage.shows("Suspended");
    stage.keys("u").shows("What is card-0?");
    stage.holds_what_the_journal_says();
}

#[test]
fn failed_cards_are_offered_once_more_at_the_end() {
    let mut stage = Stage::open(cards(2));
    stage.keys("<enter><space>1<space>3");
    stage.shows("1 card: a shows them once more");
    stage.keys("a").shows("What is card-0?");
    stage.keys("<space>1").shows("Today");
    stage.lacks("look again");
    stage.keys("<esc>").shows("cramless");
    stage.holds_what_the_journal_says();
}

#[test]
fn the_goal_is_asked_after_ten_cards_and_esc_skips_it() {
    let mut stage = Stage::open(cards(30));
    stage.keys("<enter>");
    for n in 0..10 {
        stage.lacks("When is your exam?");
        stage.shows(&format!("What is card-{n}?"));
        stage.keys("<space>3");
    }
    stage.shows("When is your exam?");
    stage.keys("<esc>").shows("What is card-10?");
    for _ in 0..5 {
        stage.keys("<space>3");
        stage.lacks("When is your exam?");
    }
    let mut again = stage.again();
    again.keys("<enter>").lacks("When is your exam?");
}

#[test]
fn a_goal_is_typed_corrected_and_kept() {
    let mut stage = Stage::open(cards(30));
    stage.keys("<enter>");
    for _ in 0..10 {
        stage.keys("<space>3");
    }
    stage.keys("soon<enter>").shows("Not a date.");
    stage.keys("<back><back><back><back>in 6 weeks");
    stage.shows("Sunday 3 January 2027: 42 days");
    stage.keys("<enter>").shows("How many minutes a day?");
    stage.keys("<back><back>45<enter>").shows("Goal saved.");
    stage.shows("What is card-10?");
    let (goal, _) = stage.app.progress().goal.clone().unwrap();
    assert_eq!(goal.exam.as_deref(), Some("T-1"));
    assert_eq!(goal.date, Day::parse("2027-01-03"));
    assert_eq!(goal.minutes, 45);
    // Typing took a minute; none of it counts for the card below.
    stage.keys("<space>3");
    let Happening::Reviewed(review) = &stage.memory.events.last().unwrap().what else {
        panic!()
    };
    assert!(review.seconds < 10.0, "{}", review.seconds);
    stage.keys("<esc>").shows("42 days left");
    stage.holds_what_the_journal_says();
}

#[test]
fn a_date_after_the_last_sitting_is_taken_with_one_remark() {
    let mut stage = Stage::open(cards(3));
    stage.keys("g<enter>2027-05-01<enter>");
    stage.shows("Taken, though T-1 was last given on 31 Mar 2027.");
    stage.keys("<esc>").shows("Saturday 1 May 2027");
}

#[test]
fn the_theme_changes_at_once_and_is_kept() {
    let mut stage = Stage::open(cards(3));
    stage.keys("gjjjj<enter>").shows("‹ dark ›");
    assert_eq!(stage.memory.theme, Some(ThemeChoice::Dark));
    stage.keys("<left><left>").shows("‹ plain ›");
    stage.keys("<esc>").shows("cramless");
}

#[test]
fn help_and_why_lie_over_the_card_and_leave_it_as_it_was() {
    let mut stage = Stage::open(cards(3));
    stage
        .keys("<enter><space>?")
        .shows("recalled with real effort");
    stage.keys("<esc>").shows("card-0 is itself.");
    stage.keys("e").shows("Why this card");
    stage.keys("<esc>").shows("card-0 is itself.");
    // Keys that mean nothing here do nothing.
    stage.keys("xyz7").shows("card-0 is itself.");
    assert!(stage.memory.events.is_empty());
}

#[test]
fn the_mouse_does_what_the_keys_do() {
    let mut stage = Stage::open(one_question());
    stage.click("show me a card");
    stage.click("Option a");
    stage.shows("is chosen; Enter answers.");
    stage.click("Enter answer    g");
    stage.shows("✓ Right");
    stage.click("Space continue");
    stage.shows("Today");
    let mut stage = Stage::open(cards(2));
    stage.keys("<enter>").click("What is card-0?");
    stage.click("4 Easy");
    stage.shows("What is card-1?");
}

#[test]
fn long_text_scrolls_and_says_so() {
    let mut card = flashcard("long", None);
    let back: Vec<String> = (1..=40).map(|n| format!("Paragraph {n}.")).collect();
    card.face = Face::Flashcard(Flashcard {
        front: Text::new("Short?"),
        back: Text::new(back.join("\n\n")),
    });
    let mut stage = Stage::open(vec![deck("d", vec![card])]);
    stage.keys("<enter><space>").shows("more");
    stage.shows("Short?");
    stage.keys("jjj").shows("↑ 3");
    stage.send(Msg::Wheel { down: true });
    stage.shows("↑ 6");
    stage.keys("<end>").shows("Paragraph 40.");
    stage.shows("above");
    stage.keys("j<pgup>k").shows("Short?");
    // The next size has its own end.
    stage.resize(120, 40);
    stage.shows("Paragraph");
}

#[test]
fn a_stem_longer_than_the_window_can_be_read_with_the_arrows_alone() {
    let mut card = question("q", &[]);
    let Face::Choice(choice) = &mut card.face else {
        panic!()
    };
    let stem: Vec<String> = (1..=30).map(|n| format!("Sentence {n}.")).collect();
    choice.stem = Text::new(stem.join("\n\n"));
    let mut stage = Stage::open(vec![deck("d", vec![card])]);
    stage.keys("<enter>");
    let mut seen = String::new();
    for _ in 0..40 {
        seen.push_str(&stage.picture());
        stage.keys("<down>");
    }
    for n in 1..=30 {
        assert!(seen.contains(&format!("Sentence {n}.")), "{n}");
    }
    stage.shows("▸ 4");
    // A digit brings its option into sight, wherever one has read to.
    stage.keys("<home>2").shows("▸ 2 ●");
}

#[test]
fn a_deck_that_changed_underneath_is_said_and_nothing_breaks() {
    let mut stage = Stage::open(cards(3));
    stage.memory.decks.clear();
    stage.keys("<enter>").shows("the deck has changed");
    stage.shows("cramless");
}

#[test]
fn an_event_from_elsewhere_makes_a_refold_and_nothing_is_lost() {
    let mut stage = Stage::open(cards(3));
    // The clock was set back: the new event sorts before the last one.
    stage.keys("<enter><space>3");
    stage.memory.now = stage.memory.now.plus_ms(-3_600_000);
    stage.keys("<space>3").shows("What is card-2?");
    stage.holds_what_the_journal_says();
}

#[test]
fn no_decks_at_all_says_what_to_do() {
    let mut stage = Stage::open(Vec::new());
    stage.shows("cramless decks add FILE");
    stage.keys("<enter>").shows("No card is left");
}

#[test]
fn the_last_line_says_what_was_done() {
    let mut stage = Stage::open(cards(3));
    assert_eq!(
        stage.app.farewell(stage.memory.now),
        "Nothing answered today."
    );
    stage.keys("<enter><space>3q");
    assert!(!stage.running);
    assert_eq!(
        stage.app.farewell(stage.memory.now),
        "Today under a minute: 1 answer, 1 right, 1 new card. Tomorrow nothing due yet."
    );
}

#[test]
fn hostile_text_reaches_the_screen_without_a_control_character() {
    let mut card = flashcard("evil", None);
    card.face = Face::Flashcard(Flashcard {
        front: Text::new("a\u{1b}[2Jb &#27;]0;x&#7; \u{202e}c \u{200b}d"),
        back: Text::new(format!("e{}", "\u{301}".repeat(5000))),
    });
    let mut stage = Stage::open(vec![deck("d", vec![card])]);
    stage.keys("<enter><space>");
    let picture = stage.picture();
    assert!(!picture.chars().any(|c| c.is_control() && c != '\n'));
    assert!(picture.contains('␛'));
    assert!(picture.len() < 10_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_size_and_no_key_panics(
        sizes in prop::collection::vec((0u16..=130, 0u16..=45), 1..6),
        keys in "[ a-z1-9?,\\-]{0,40}",
        clicks in prop::collection::vec((0u16..130, 0u16..45), 0..6),
    ) {
        let mut all = vec![question("q", &["card-1"])];
        all.extend((0..3).map(|i| flashcard(&format!("card-{i}"), None)));
        let mut stage = Stage::open(vec![deck("d", all)]);
        for (columns, rows) in sizes {
            stage.resize(columns, rows);
            let _ = stage.picture();
            for key in keys.chars().filter(|c| *c != 'q') {
                stage.keys(&key.to_string());
            }
            for (x, y) in &clicks {
                stage.send(Msg::Click(*x, *y));
                if !stage.running {
                    return Ok(());
                }
            }
            let _ = stage.picture();
        }
        stage.holds_what_the_journal_says();
    }
}

#[test]
fn windows_of_almost_nothing_show_almost_nothing() {
    let journeys = [
        "",
        "<enter>",
        "<enter><space>",
        "g",
        "g<enter>",
        "?",
        "<enter>e",
    ];
    for journey in journeys {
        let mut decks = cards(3);
        decks.push(deck("e", vec![question("q", &[])]));
        let mut stage = Stage::open(decks);
        stage.keys(journey);
        for columns in 0..=12 {
            for rows in 0..=6 {
                let _ = picture(&stage.app, (columns, rows));
            }
        }
        for columns in [0, 1, 39, 40, 41, 80, 500] {
            for rows in [0, 1, 11, 12, 13, 14, 15, 18, 20, 22, 24, 26, 34, 200] {
                let _ = picture(&stage.app, (columns, rows));
            }
        }
    }
}

#[test]
fn a_gap_is_planned_anew_without_reproach() {
    let mut stage = Stage::open(cards(30));
    stage.keys("<enter><space>3<space>3");
    stage.memory.now = stage.memory.now.plus_ms(7 * 86_400_000);
    let stage = stage.again();
    stage.shows("7 days away; planned anew");
    stage.lacks("overdue");
}

#[test]
fn the_exam_day_comes_and_passes() {
    let mut stage = Stage::open(cards(3));
    let what = goal("2026-11-23");
    cramless::tui::shell::Shell::record(&mut stage.memory, &what, Moment::default()).unwrap();
    let mut stage = stage.again();
    stage.shows("1 day left · Monday 23 November 2026");
    stage.memory.now = stage.memory.now.plus_ms(86_400_000);
    stage.send(Msg::Tick);
    stage.shows("The exam is today.");
    stage.memory.now = stage.memory.now.plus_ms(86_400_000);
    stage.send(Msg::Tick);
    stage.shows("is past. How did it go?");
}
