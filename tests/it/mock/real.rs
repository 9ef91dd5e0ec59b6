//! A whole paper in the real program on a pseudo-terminal, killed on the way.
#![cfg(unix)]

use super::desk::{deck_json, exam_json};
use super::hall::pack;
use crate::pty::terminal::{CRAMLESS, Home, Terminal};
use nix::sys::signal::Signal;
use serde_json::Value;
use std::fs;
use std::process::Command;

/// A home with a pack of questions, an exam and a goal.
fn home() -> Home {
    let home = Home::with_cards(1);
    let decks = home.data().join("decks");
    fs::write(decks.join("d.json"), deck_json(&pack(325)).to_string()).unwrap();
    fs::write(decks.join("exam.json"), exam_json().to_string()).unwrap();
    home.drive(r#"{"op":"goal","exam":"T-1","minutes":30}"#);
    home
}

fn run(home: &Home, args: &[&str]) -> (bool, String, String) {
    let out = Command::new(CRAMLESS)
        .args(args)
        .env_clear()
        .envs(home.environment())
        .output()
        .unwrap();
    let text = |b: Vec<u8>| String::from_utf8(b).unwrap();
    (out.status.success(), text(out.stdout), text(out.stderr))
}

/// The option orders that the journal has for the paper.
fn questions(home: &Home) -> Value {
    let journal = home.journal();
    let line = journal
        .lines()
        .find(|l| l.contains("\"mock-started\""))
        .unwrap();
    serde_json::from_str::<Value>(line).unwrap()["questions"].clone()
}

#[test]
fn a_full_paper_killed_three_times_loses_nothing() {
    let home = home();
    let mut terminal = Terminal::cramless(&home, &["mock"]);
    terminal.wait_for("‹ 65 ›").press("\r");
    let mut asked = 0;
    for leg in [15, 30, 45, 65] {
        while asked < leg {
            asked += 1;
            terminal.wait_for(&format!("Question {asked} of 65"));
            terminal.press("2");
            // Acknowledged: it is chosen on the screen, so it is on disk.
            terminal.wait_until("2 chosen", |s| {
                s.contents().contains("2 is chosen.") || s.contents().contains("1 chosen.")
            });
            if asked < leg {
                terminal.press("n");
            }
        }
        if leg == 65 {
            break;
        }
        terminal.signal(Signal::SIGKILL);
        assert!(terminal.ended());
        terminal = Terminal::cramless(&home, &["mock", "--resume"]);
        terminal.wait_for("is still open.");
        terminal.wait_for("You were away for");
        terminal.press("1");
        terminal.wait_for(&format!("Question {asked} of 65"));
        let left = terminal.picture();
        assert!(
            left.contains("3 h 00 min left") || left.contains("2 h 59 min left"),
            "{left}"
        );
        terminal.press("n");
    }
    terminal.press("n");
    terminal.wait_for("The whole paper").press("e");
    terminal.wait_for("End the paper?").press("y");
    terminal.wait_for("of 65 right").press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.is_given_back();

    let (ok, report, _) = run(&home, &["mock", "--report", "--json"]);
    assert!(ok);
    let report: Value = serde_json::from_str(&report).unwrap();
    let shown = questions(&home);
    for (n, line) in report["questions"].as_array().unwrap().iter().enumerate() {
        assert_eq!(
            line["shown"], shown[n]["shown"],
            "the order is the one drawn"
        );
        assert_eq!(
            line["chosen"][0],
            shown[n]["shown"][1],
            "question {}",
            n + 1
        );
    }
    assert_eq!(report["unanswered"], 0);
    assert!(report["away_uncounted_ms"].as_u64().unwrap() < 60_000);
    let (_, list, _) = run(&home, &["mock", "--list"]);
    assert!(list.contains("first-sight 1"), "{list}");
    let (_, text, _) = run(&home, &["mock", "--report"]);
    assert!(
        text.contains("By domain") && text.contains("Wrong ("),
        "{text}"
    );
}

#[test]
fn a_paper_is_found_open_at_the_next_start_and_left_open_on_wish() {
    let home = home();
    let args = ["mock", "--questions", "10", "--seed", "5"];
    let mut terminal = Terminal::cramless(&home, &args);
    terminal.wait_for("Question 1 of 10").press("q");
    terminal
        .wait_for("The exam's clock can't be stopped.")
        .press("y");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.wait_for("cramless mock --resume");
    terminal.is_given_back();

    let (ok, _, err) = run(&home, &["mock", "--list", "--resume"]);
    assert!(!ok && err.contains("cannot be used with"), "{err}");
    let mut terminal = Terminal::cramless(&home, &["mock", "--questions", "20"]);
    terminal.wait_for("a paper is still open");
    assert_eq!(terminal.wait_for_end(), 2);

    let mut terminal = Terminal::cramless(&home, &[]);
    terminal.wait_for("You were away for").press("\x1b");
    terminal.wait_for("go on with the paper").press("m");
    terminal.wait_for("You were away for").press("3");
    terminal.wait_for("Give this paper up?").press("y");
    terminal.wait_for("It won't be marked.").press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    let (_, list, _) = run(&home, &["mock", "--list", "--json"]);
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list[0]["state"], "discarded");
}

#[test]
fn what_can_not_be_is_said_before_the_screen_opens() {
    let home = home();
    for (args, words) in [
        (&["mock", "--questions", "0"][..], "a paper has 1 to 500"),
        (&["mock", "--domain", "7"], "T-1 has 1, 2, 3, 4"),
        (&["mock", "--deck", "nowhere"], "no deck nowhere"),
        (&["mock", "--missed"], "no miss is open"),
        (&["mock", "--resume"], "no paper is open"),
    ] {
        let mut terminal = Terminal::cramless(&home, args);
        terminal.wait_until(words, |s| s.contents().replace('\n', "").contains(words));
        assert_eq!(terminal.wait_for_end(), 2, "{args:?}");
    }
    let (ok, _, err) = run(&home, &["mock", "--report"]);
    assert!(!ok && err.contains("no paper was finished yet"), "{err}");
    let (ok, _, err) = run(&home, &["mock"]);
    assert!(!ok && err.contains("drive"), "{err}");
}

#[test]
fn search_does_not_find_what_is_held_back() {
    let home = home();
    let (_, found, _) = run(&home, &["search", "which", "is:question", "--json"]);
    let found: Value = serde_json::from_str(&found).unwrap();
    let cards = found
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["card"].as_str().unwrap());
    assert_eq!(cards.filter(|c| c.starts_with("d#")).count(), 195);
}

#[test]
fn of_two_windows_one_sits_the_paper() {
    let home = home();
    let mut first = Terminal::cramless(&home, &["mock", "--questions", "10", "--seed", "5"]);
    first.wait_for("Question 1 of 10").press("1");
    first.wait_until("an answer", |s| {
        let s = s.contents();
        s.contains("1 is chosen.") || s.contains("1 chosen.")
    });
    let mut second = Terminal::cramless(&home, &["mock", "--resume"]);
    second.wait_for("Another window is at a paper.");
    let refused = home.drive(r#"{"op":"answer","question":1,"options":["b"]}"#);
    assert!(refused.contains("another window or script"), "{refused}");
    // A question that one chooses two of counts only once both are chosen.
    second.wait_for("of 10 answered · m goes on");
    first.press("rey");
    first.wait_for("of 10 right").press("q");
    assert_eq!(first.wait_for_end(), 0);
    second.press("m");
    second.wait_for("Another window ended the paper.");
    second
        .wait_for("of 10 right · Enter walks through them")
        .press("q");
    assert_eq!(second.wait_for_end(), 0);

    // A kill leaves no lock behind.
    let mut third = Terminal::cramless(&home, &["mock", "--questions", "10"]);
    third.wait_for("Question 1 of 10");
    third.signal(Signal::SIGKILL);
    assert!(third.ended());
    let resumed = home.drive(r#"{"op":"mock","resume":true}"#);
    assert!(resumed.contains("\"resumed\":true"), "{resumed}");
    let discarded = home.drive(r#"{"op":"mock","discard":true}"#);
    assert!(discarded.contains("\"discarded\""), "{discarded}");
    let none = home.drive(r#"{"op":"mock","resume":true}"#);
    assert!(none.contains("no paper is open"), "{none}");
}

#[test]
fn a_signal_in_the_middle_of_an_exam_keeps_the_paper() {
    let home = home();
    let mut terminal = Terminal::cramless(&home, &["mock", "--questions", "10", "--seed", "5"]);
    terminal.wait_for("Question 1 of 10").press("1");
    terminal.wait_until("an answer", |s| {
        let s = s.contents();
        s.contains("1 is chosen.") || s.contains("1 chosen.")
    });
    // Ctrl-C asks, as q does.
    terminal.press("\x03");
    terminal
        .wait_for("Leave in the middle of the exam?")
        .press("\x1b");
    terminal.wait_until("back", |s| !s.contents().contains("Leave in the middle"));
    for signal in [Signal::SIGHUP, Signal::SIGTERM] {
        terminal.signal(signal);
        assert!(terminal.ended());
        terminal = Terminal::cramless(&home, &["mock", "--resume"]);
        terminal.wait_for("You were away for").press("1");
        terminal.wait_for("Question 1 of 10");
        terminal.wait_until("the answer", |s| {
            s.contents().contains("1 ●") || s.contents().contains("1 ■")
        });
    }
    let (_, list, _) = run(&home, &["mock", "--list", "--json"]);
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list[0]["state"], "open");
}

#[test]
fn the_first_picture_is_a_whole_one() {
    // A killed program leaves the alternate screen open, and the shell writes
    // on it: nothing of that may shine through.
    let home = home();
    let mut terminal = Terminal::cramless(&home, &["mock"]);
    terminal.wait_for("‹ 65 ›");
    let text = String::from_utf8_lossy(&terminal.bytes).into_owned();
    let entered = text.find("\x1b[?1049h").expect("the alternate screen");
    let cleared = text.find("\x1b[2J").expect("a clear");
    let drawn = text.find("A mock exam").expect("a picture");
    assert!(entered < cleared && cleared < drawn, "{text:?}");
}
