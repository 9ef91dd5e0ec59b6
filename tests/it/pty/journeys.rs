//! Days of study at a real terminal.

use super::terminal::{CRAMLESS, Home, Terminal};
use nix::sys::signal::Signal;
use std::process::{Command, Stdio};

#[test]
fn start_answer_quit_and_come_back() {
    let home = Home::with_cards(5);
    let mut terminal = Terminal::cramless(&home, &[]);
    terminal.wait_for("show me a card").press("\r");
    terminal.wait_for("Space show answer").press(" ");
    terminal.wait_for("▸3 Good").press("3");
    terminal.wait_for("Space show answer").press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.is_given_back();
    assert!(
        terminal.picture().contains("1 answer, 1 right"),
        "{}",
        terminal.picture()
    );

    let study = &["study", "--deck", "own"];
    let mut terminal = Terminal::cramless(&home, study);
    terminal.wait_for("What is card-0?").press(" ");
    terminal.wait_for("Answer 0.").press("3");
    terminal.wait_for("What is card-1?").press("\x03");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.is_given_back();
    assert!(home.journal().contains("own#card-0"));

    let mut terminal = Terminal::cramless(&home, study);
    terminal.wait_for("What is card-1?").press("u");
    terminal.wait_for("What is card-0?").press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.is_given_back();
}

#[test]
fn signals_end_it_and_the_terminal_is_given_back() {
    let home = Home::with_cards(3);
    for signal in [Signal::SIGTERM, Signal::SIGHUP, Signal::SIGINT] {
        let mut terminal = Terminal::cramless(&home, &["study", "--deck", "own"]);
        terminal.wait_for("Space show answer");
        terminal.signal(signal);
        assert_ne!(terminal.wait_for_end(), 0, "{signal}");
        terminal.is_given_back();
    }
}

#[test]
fn ctrl_z_stops_the_job_and_fg_brings_it_back() {
    let home = Home::with_cards(3);
    let mut terminal = Terminal::spawn("/bin/sh", &["-i"], &home.environment());
    terminal.press(&format!(
        "PS1='ready> '; set -m; stty -a; {CRAMLESS} study --deck own\n"
    ));
    terminal.wait_for("Space show answer").press("\x1a");
    terminal.wait_until("stopped", |s| {
        !s.alternate_screen() && !s.hide_cursor() && s.contents().contains("topped")
    });
    terminal
        .press("echo back at the $((40 + 2))\n")
        .wait_for("at the 42");
    terminal.press("fg\n").wait_until("again", |s| {
        s.alternate_screen() && s.contents().contains("Space show answer")
    });
    terminal.press(" ").wait_for("Again");
    terminal.press("q").wait_for("ready>");
    terminal.press("exit 7\n");
    terminal.wait_for_end();
}

#[test]
fn without_a_shell_ctrl_z_says_so_and_goes_on() {
    let home = Home::with_cards(3);
    let mut terminal = Terminal::cramless(&home, &["study", "--deck", "own"]);
    terminal.wait_for("Space show answer").press("\x1a");
    terminal.wait_for("There is no shell to go back to");
    terminal.press(" ").wait_for("Again");
    terminal.signal(Signal::SIGTSTP);
    terminal.wait_for("There is no shell to go back to");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.is_given_back();
}

#[test]
fn a_stop_that_nobody_announced_is_survived() {
    let home = Home::with_cards(3);
    let mut terminal = Terminal::cramless(&home, &["study", "--deck", "own"]);
    terminal.wait_for("Space show answer");
    terminal.signal(Signal::SIGSTOP);
    terminal.signal(Signal::SIGCONT);
    terminal.press(" ").wait_for("Again");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.is_given_back();
}

#[test]
fn a_storm_of_sizes_is_survived() {
    let home = Home::with_cards(3);
    let mut terminal = Terminal::cramless(&home, &["study", "--deck", "own"]);
    terminal.wait_for("Space show answer");
    for n in 0..200u16 {
        terminal.resize(n * 7 % 131, n * 5 % 43);
    }
    for (columns, rows) in [(0, 0), (1, 0), (0, 1), (80, 0), (1, 1), (39, 11)] {
        terminal.resize(columns, rows);
        terminal.press("j");
    }
    terminal.resize(80, 24);
    terminal.press(" ").wait_for("Again");
    terminal.press("3").wait_for("card-1");
    terminal.press("q");
    assert_eq!(terminal.wait_for_end(), 0);
    terminal.is_given_back();
}

#[test]
fn no_terminal_gets_a_clear_word() {
    let home = Home::with_cards(1);
    for args in [&[][..], &["study"][..]] {
        let out = Command::new(CRAMLESS)
            .args(args)
            .env_clear()
            .envs(home.environment())
            .stdin(Stdio::null())
            .output()
            .unwrap();
        assert_eq!(out.status.code(), Some(2));
        assert!(out.stdout.is_empty());
        let said = String::from_utf8(out.stderr).unwrap();
        assert!(said.contains("cramless drive"), "{said}");
    }
}

#[test]
fn no_colour_means_no_colour() {
    let home = Home::with_cards(2);
    let mut environment = home.environment();
    environment.push(("NO_COLOR", "1".into()));
    let mut terminal = Terminal::spawn(CRAMLESS, &["study"], &environment);
    terminal.wait_for("Space show answer").press(" ");
    terminal.wait_for("Again");
    terminal.wait_until("no colour", |screen| {
        (0..24).all(|row| {
            (0..80).all(|column| {
                screen
                    .cell(row, column)
                    .is_none_or(|c| c.fgcolor() == vt100::Color::Default)
            })
        })
    });
}

#[test]
fn pasted_text_is_no_command() {
    let home = Home::with_cards(2);
    let mut terminal = Terminal::cramless(&home, &[]);
    terminal.wait_for("show me a card");
    terminal.press("\x1b[200~q\r q\x1b[201~g");
    terminal.wait_for("Settings").press("\r");
    terminal.wait_for("When is your exam?");
    terminal.press("\x1b[200~2027-03-14\x1b[201~");
    terminal.wait_for("Sunday 14 March 2027").press("\r");
    terminal.wait_for("Taken, though MLS-C01").press("q");
    assert_eq!(terminal.wait_for_end(), 0);
}
