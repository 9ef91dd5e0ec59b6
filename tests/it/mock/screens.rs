//! The mock on the screen: journeys by keys, pictures in three sizes.

use super::hall::pack;
use crate::screens::stage::{Stage, goal, picture};
use cramless::domain::*;
use cramless::scheduling::paper::Ended;
use cramless::tui::app::Msg;

const SIZES: [(u16, u16); 3] = [(50, 15), (80, 24), (120, 40)];

const STEM: &str = "A retailer trains a demand model on four years of sales of 40,000 products \
    and retrains it every night. Since spring the job runs past six in the morning, when the \
    stores ask for their forecasts. The data lie in S3 as CSV files of 2 GB each, and the \
    training instances spend most of their time waiting for the copy to finish before the first \
    epoch begins. The team may change how the data are stored and read, but not the algorithm, \
    and the bill must not grow.\n\nWhich change shortens the job MOST?";

const OPTIONS: [(&str, &str); 5] = [
    (
        "Convert the files to `RecordIO` and stream them in Pipe mode, so that training starts \
         while the data are still arriving.",
        "Nothing is copied first: the first batches are there within seconds.",
    ),
    (
        "Use instances with twice the memory, so that a whole file fits and is copied once.",
        "Memory doesn't shorten the copy, and the larger instance costs more.",
    ),
    (
        "Split the training over four instances with data parallelism and a larger batch size.",
        "Each instance still waits for its copy, and the bill grows.",
    ),
    (
        "Move the files to a bucket in another Region with a gateway endpoint.",
        "The distance grows, and so does the time that the copy takes.",
    ),
    (
        "Keep the files as they are and raise the number of epochs.",
        "More epochs make the job longer.",
    ),
];

/// The pack with stems and options as long as real ones.
pub(super) fn decks() -> Vec<Deck> {
    let mut deck = pack(325);
    deck.title = Text::new("Data engineering and the rest");
    for card in &mut deck.cards {
        let reference = Text::new("https://docs.aws.amazon.com/sagemaker/");
        if let Face::Choice(choice) = &mut card.face {
            choice.stem = Text::new(format!("{STEM} (question {})", card.id));
            choice.explanation = Some(Text::new("Streaming starts at once; copying does not."));
            for (option, (text, why)) in choice.options.iter_mut().zip(OPTIONS) {
                option.text = Text::new(text);
                option.why = Some(Text::new(why));
            }
            card.reference = Some(reference);
        }
    }
    vec![deck]
}

/// A stage with a goal, so that two papers are held back.
pub(super) fn stage((columns, rows): (u16, u16)) -> Stage {
    let mut stage = Stage::open(decks());
    let goal = goal("2026-12-31");
    let at = Moment::parse("2026-11-22T18:00:00+01:00").unwrap();
    cramless::tui::shell::Shell::record(&mut stage.memory, &goal, at).unwrap();
    let mut stage = stage.again();
    stage.resize(columns, rows);
    stage
}

/// A full exam paper begun.
pub(super) fn exam(size: (u16, u16)) -> Stage {
    let mut stage = stage(size);
    stage.keys("m<enter>");
    stage
}

/// The place of the key among the options shown, from 1, of the question in view.
fn key(stage: &Stage, question: usize) -> Vec<usize> {
    let progress = stage.app.progress();
    let paper = progress.papers.last().unwrap();
    let asked = &paper.started.questions[question - 1];
    let ix = stage.memory.catalogue.find(&asked.card).unwrap();
    let keys = usize::from(stage.memory.catalogue.entry(ix).keys);
    let place = |id: &str| asked.shown.iter().position(|o| o.as_str() == id).unwrap() + 1;
    ["a", "b"][..keys].iter().map(|id| place(id)).collect()
}

pub(super) fn asks_for_two(stage: &Stage, question: usize) -> bool {
    key(stage, question).len() == 2
}

/// The first question (from 2) that asks for so many.
fn first_that_asks_for(stage: &Stage, n: usize) -> usize {
    (2..=65).find(|q| key(stage, *q).len() == n).unwrap()
}

fn answers(stage: &Stage) -> usize {
    let paper = stage.app.progress().papers.last().unwrap();
    let given = paper.answers.iter().flatten();
    given.filter(|a| !a.chosen.is_empty()).count()
}

pub(super) fn minutes_pass(stage: &mut Stage, minutes: i64) {
    for _ in 0..minutes * 6 {
        stage.memory.now = stage.memory.now.plus_ms(10_000);
        stage.send(Msg::Tick);
    }
}

#[track_caller]
fn take(name: &str, begin: fn((u16, u16)) -> Stage, journey: fn(&mut Stage)) {
    for size in SIZES {
        let mut stage = begin(size);
        journey(&mut stage);
        let name = format!("{name}-{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, picture(&stage.app, size));
        stage.holds_what_the_journal_says();
    }
}

#[test]
fn setting_a_paper_up() {
    take("mock-setup", stage, |s| {
        s.keys("m");
    });
    take("mock-setup-domain", stage, |s| {
        s.keys("m<left><left><down><right><down><right><right><right>");
    });
}

#[test]
fn a_question_of_an_exam() {
    take("mock-question", exam, |s| {
        s.keys("2f");
        s.lacks("d#q");
    });
    take("mock-choose-two", exam, |s| {
        let n = first_that_asks_for(s, 2);
        s.keys(&format!("/{n}<enter>3<down><down>x"));
    });
}

#[test]
fn the_grid_and_the_end() {
    let sit = |s: &mut Stage| {
        for q in 1..=20 {
            s.keys(if q % 6 == 0 { "2f" } else { "1" });
            s.keys("n");
        }
        s.keys("/62<enter>3r");
    };
    take("mock-grid", exam, sit);
    take("mock-end", exam, |s| {
        s.keys("1n2fn3re");
    });
}

#[test]
fn a_report_and_a_walk() {
    fn sit(s: &mut Stage) {
        for q in 1..=65 {
            minutes_pass(s, 1);
            let keys = key(s, q);
            let right = q % 3 != 0;
            for k in keys {
                let option = if right { k } else { k % 3 + 1 };
                s.keys(&option.to_string());
            }
            s.keys(if q % 9 == 0 { "fn" } else { "n" });
        }
        s.keys("ey");
    }
    take("mock-report", exam, sit);
    take("mock-walk", exam, |s| {
        sit(s);
        s.keys("<enter>");
    });
    take("mock-papers", exam, |s| {
        sit(s);
        s.keys("<esc>p");
    });
}

#[test]
fn a_practice_question_is_explained() {
    take("mock-practice", stage, |s| {
        s.keys("m<left><left><down><down><down><right><enter>1");
        if asks_for_two(s, 1) {
            s.keys("2");
        }
        s.keys("<enter>");
        s.shows("you chose it");
    });
}

#[test]
fn after_a_time_away() {
    take("mock-away", exam, |s| {
        s.keys("1n2");
        s.memory.now = s.memory.now.plus_ms(12 * 60_000);
        s.send(Msg::Tick);
    });
    take("mock-leave", exam, |s| {
        s.keys("q");
    });
}

#[test]
fn options_are_always_reachable() {
    for size in [(50, 15), (80, 24), (40, 12)] {
        let mut s = exam(size);
        for option in ["1", "4", "2"] {
            s.keys(option);
            s.shows("●");
        }
        // Arrows walk through everything that is out of sight, and back.
        let mut s = exam(size);
        s.keys(&"<down>".repeat(30));
        s.shows("▸ ");
        s.keys("<space>");
        s.shows("●");
        s.keys(&"<up>".repeat(40));
        s.shows("A retailer");
    }
}

#[test]
fn one_key_at_a_time() {
    let mut s = exam((80, 24));
    s.keys("1");
    s.shows("1 is chosen.");
    s.keys("1");
    s.shows("Choose one.");
    s.keys("9");
    s.shows("There are 4 options.");
    s.keys("f");
    s.shows("⚑ flagged");
    s.keys("g");
    s.shows("You guess.");
    s.keys("c");
    s.shows("You are certain.");
    s.keys("c");
    s.lacks("You are certain.");
    s.keys("/");
    s.shows("Enter go    Esc stay");
    s.keys("<esc>");
    s.keys("p");
    s.shows("This is the first question.");
    s.keys("/99<enter>");
    s.shows("This paper has questions 1 to 65.");
    s.keys("/65<enter>");
    s.shows("Question 65 of 65");
    s.keys("n");
    s.shows("The whole paper");
    s.keys("<esc>");
    s.shows("Question 65 of 65");
    let two = first_that_asks_for(&s, 2);
    s.keys(&format!("/{two}<enter>"));
    s.shows("Choose two · 0 chosen.");
    s.keys("12");
    s.shows("Choose two · 2 chosen.");
    s.keys("3");
    s.shows("You have chosen two already; let one go first.");
    s.keys("<down>");
    s.holds_what_the_journal_says();
}

#[test]
fn striking_an_option_out_shows_a_sign() {
    let mut s = exam((80, 24));
    s.keys("x");
    s.shows("Go to an option with the arrows first");
    s.keys("3x");
    s.shows("3 ─");
    s.shows("Choose one.");
    s.keys("3");
    s.shows("3 ●");
}

#[test]
fn the_mouse_reaches_options_grid_and_keys() {
    let mut s = exam((80, 24));
    s.click("2 ○");
    s.shows("2 is chosen.");
    s.click("review");
    s.click("10 ○");
    s.shows("Question 10 of 65");
    s.click("flag");
    s.shows("⚑ flagged");
}

#[test]
fn unanswered_ones_come_round() {
    let mut s = exam((80, 24));
    s.keys("/64<enter>");
    for _ in 0..2 {
        let two = s.picture().contains("Choose two");
        s.keys(if two { "12n" } else { "1n" });
    }
    s.keys("<esc>u");
    s.shows("Question 1 of 65");
}

#[test]
fn the_end_names_what_is_open_and_asks() {
    let mut s = exam((80, 24));
    s.keys("1re");
    s.shows("64 unanswered: 2–65");
    s.keys("<esc>");
    assert!(s.app.progress().open_paper().is_some());
    s.keys("ey");
    s.shows("of 65 right");
    s.shows("64 not answered, which counts as wrong");
    assert!(s.app.progress().open_paper().is_none());
    assert_eq!(s.app.progress().reviews, 65);
    s.holds_what_the_journal_says();
}

#[test]
fn at_zero_the_paper_is_handed_in_by_itself() {
    let mut s = exam((80, 24));
    s.keys("1");
    minutes_pass(&mut s, 150);
    s.shows("only 30 minutes left");
    minutes_pass(&mut s, 2);
    s.shows("28 min left");
    minutes_pass(&mut s, 18);
    s.shows("only 10 minutes left");
    minutes_pass(&mut s, 5);
    s.shows("only 5 minutes left");
    minutes_pass(&mut s, 5);
    s.shows("Time is up; the paper is handed in.");
    let paper = s.app.progress().papers.last().unwrap();
    let Some(Ended::Finished { result, .. }) = &paper.ended else {
        panic!("{:?}", paper.ended)
    };
    assert!(result.time_up && result.elapsed_ms == 180 * 60_000);
}

#[test]
fn a_full_disk_keeps_the_question_and_the_end_waits() {
    let mut s = exam((80, 24));
    s.memory.broken = Some("no space left on device");
    s.keys("2");
    s.shows("NOT SAVED");
    s.keys("<esc>");
    s.shows("Choose one.");
    minutes_pass(&mut s, 180);
    s.shows("NOT SAVED");
    s.memory.broken = None;
    s.keys("<enter>");
    s.shows("Time is up; the paper is handed in.");
    assert_eq!(answers(&s), 0);
    s.holds_what_the_journal_says();
}

#[test]
fn a_crash_asks_how_to_go_on() {
    for (choice, left) in [("1", "2 h 59 min left"), ("2", "2 h 49 min left")] {
        let mut s = exam((80, 24));
        s.keys("2n");
        minutes_pass(&mut s, 1);
        let was = s.app.progress().clone();
        s.memory.now = s.memory.now.plus_ms(10 * 60_000);
        let mut s = s.again();
        s.shows("The paper of 2026-11-22 19:00 is still open.");
        s.shows("You were away for 10 minutes");
        s.lacks("A retailer");
        assert_eq!(was.open_paper(), s.app.progress().open_paper());
        s.keys(choice);
        s.shows("Question 2 of 65");
        s.shows(left);
        s.keys("p");
        s.shows("2 is chosen.");
        s.holds_what_the_journal_says();
    }
}

#[test]
fn giving_up_asks_twice_and_keeps_nothing_open() {
    let mut s = exam((80, 24));
    s.keys("1");
    s.memory.now = s.memory.now.plus_ms(10 * 60_000);
    let mut s = s.again();
    s.keys("3<esc>");
    s.shows("You were away");
    s.keys("3y");
    s.shows("Given up. It won't be marked.");
    assert!(s.app.progress().open_paper().is_none());
    s.keys("m");
    s.shows("1 first-sight paper left");
}

#[test]
fn leaving_an_exam_is_confirmed_and_a_practice_paper_just_rests() {
    let mut s = exam((80, 24));
    s.keys("1q");
    s.shows("The exam's clock can't be stopped.");
    s.keys("<esc>b");
    s.shows("An exam can't be paused; practice can.");
    s.keys("qy");
    assert!(!s.running);

    let mut s = stage((80, 24));
    s.keys("m<down><down><down><right><enter>");
    minutes_pass(&mut s, 3);
    s.keys("b");
    s.shows("A break");
    s.memory.now = s.memory.now.plus_ms(3_600_000);
    s.keys("<enter>");
    s.shows("2 h 57 min left");
    s.keys("q");
    assert!(!s.running);
    s.memory.now = s.memory.now.plus_ms(3_600_000);
    let mut s = s.again();
    s.shows("A break");
    s.keys("<enter>");
    s.shows("2 h 57 min left");
    s.holds_what_the_journal_says();
}

#[test]
fn a_practice_paper_does_not_count_a_closed_lid() {
    let mut s = stage((80, 24));
    s.keys("m<down><down><down><right><enter>");
    s.memory.now = s.memory.now.plus_ms(30 * 60_000);
    s.send(Msg::Tick);
    s.shows("You were away for 30 minutes; practice doesn't count it.");
    s.keys("<enter>");
    s.shows("3 h 00 min left");
}

#[test]
fn walking_through_notes_and_disputes() {
    let mut s = exam((80, 24));
    s.keys("1gn2fn");
    s.keys("rey<enter>");
    s.shows("wrong");
    s.keys("t");
    s.shows("1 of 1 flagged");
    s.shows("⚑ flagged");
    s.keys("oread it twice<enter>");
    s.keys("<pgdn><pgdn><pgdn>");
    s.shows("Your note");
    s.shows("read it twice");
    s.memory.broken = Some("no space left on device");
    s.keys("d");
    s.shows("NOT SAVED");
    s.keys("<esc>");
    assert!(!s.app.has_seat(), "another window may sit a paper");
    s.memory.broken = None;
    s.keys("d");
    s.shows("disputed");
    s.keys("<esc>");
    s.shows("Without the 1 question you dispute");
    // A note and a dispute are no study: the walk is still what comes next.
    s.keys("<esc>");
    s.shows("Enter walk through");
    s.keys("<enter>");
    s.shows("all 65  ▸wrong");
    s.holds_what_the_journal_says();
}

#[test]
fn a_paper_can_be_looked_at_and_sat_again_later() {
    let mut s = exam((80, 24));
    s.keys("1rey<esc>p");
    s.shows("Papers so far");
    s.keys("<enter>");
    s.shows("of 65 right");
    let first = s.app.progress().papers[0].started.questions.clone();
    s.keys("a");
    s.shows("The same 65 questions in the same order, as an exam of 180 minutes.");
    s.keys("<esc>");
    s.shows("of 65 right");
    assert_eq!(s.app.progress().papers.len(), 1, "nothing begins unasked");
    s.keys("<esc>pay");
    s.shows("Question 1 of 65");
    let second = &s.app.progress().papers[1].started.questions;
    let orders = |qs: &[cramless::domain::event::PaperQuestion]| -> Vec<_> {
        qs.iter()
            .map(|q| (q.card.clone(), q.shown.clone()))
            .collect()
    };
    assert_eq!(orders(&first), orders(second));
}

#[test]
fn a_paper_that_can_not_be_drawn_says_why() {
    let mut deck = pack(100);
    deck.title = Text::new("Too small");
    for card in &mut deck.cards {
        // One domain has nothing: no size is faithful to the blueprint.
        if card.task.is_some_and(|t| t.domain == 3) {
            card.task = Some(TaskId { domain: 1, task: 1 });
        }
    }
    let mut s = Stage::open(vec![deck]);
    s.keys("m");
    s.shows("No paper");
    s.shows("no faithful paper can be drawn from these decks");
    s.keys("<enter>");
    s.shows("A mock exam");
    assert!(s.app.progress().papers.is_empty());
}
