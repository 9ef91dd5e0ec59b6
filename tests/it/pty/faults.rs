//! Killed, panicked, unplugged: the terminal comes back and every answer that
//! the screen acknowledged is in the journal.

use super::terminal::{Home, Terminal};
use cramless::domain::{
    Blueprint, Card, CardIx, CardRef, Catalogue, Event, Happening, Moment, Text,
};
use cramless::scheduling::replay::Replay;
use cramless::scheduling::{Progress, Scope};
use cramless::session::search::Haystack;
use cramless::tui::app::App;
use cramless::tui::event_loop;
use cramless::tui::keymap::Command;
use cramless::tui::known::Known;
use cramless::tui::shell::{Recorded, Shell};
use cramless::tui::theme::{Depth, Ground, ThemeChoice};
use nix::sys::signal::Signal;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Rounds of `kill -9`; `CRAMLESS_KILL_ROUNDS` asks for more.
const ROUNDS: usize = 6;

#[test]
fn killed_at_any_moment_no_acknowledged_answer_is_lost() {
    let rounds = std::env::var("CRAMLESS_KILL_ROUNDS");
    let rounds = rounds.ok().and_then(|n| n.parse().ok()).unwrap_or(ROUNDS);
    let home = Home::with_cards(rounds * 40);
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let mut acknowledged = 0;
    for round in 0..rounds {
        let mut terminal = Terminal::cramless(&home, &["study", "--deck", "own"]);
        terminal.wait_for("What is card-");
        let first = on_screen(&terminal).expect("a card");
        assert!(
            first >= acknowledged,
            "round {round}: card {first} comes again"
        );
        // Type ahead, and kill somewhere in the middle of it.
        let answers = random.random_range(1..30usize);
        terminal.press(&" 3".repeat(answers));
        for _ in 0..random.random_range(1..answers * 2) {
            if on_screen(&terminal) == Some(first + answers) || !terminal.read_some() {
                break;
            }
        }
        // A new card on the screen acknowledges all before it.
        acknowledged = on_screen(&terminal).unwrap_or(first).max(first);
        terminal.signal(Signal::SIGKILL);
        terminal.wait_for_end();
        let journal = home.journal();
        for n in 0..acknowledged {
            let card = format!("\"own#card-{n}\"");
            assert!(journal.contains(&card), "round {round}: {card} is lost");
        }
    }
    assert!(acknowledged > 0);
    let reply = home.drive(r#"{"op":"readiness"}"#);
    assert!(!reply.contains("error"), "{reply}");
}

/// The number of the card whose question is on the screen.
fn on_screen(terminal: &Terminal) -> Option<usize> {
    let picture = terminal.picture();
    let (_, rest) = picture.split_once("What is card-")?;
    rest.split('?').next()?.parse().ok()
}

#[test]
fn when_the_terminal_is_gone_it_ends() {
    let home = Home::with_cards(3);
    let mut terminal = Terminal::cramless(&home, &["study", "--deck", "own"]);
    terminal.wait_for("Space show answer");
    terminal.press(" 3").wait_for("card-1");
    let pid = terminal.pid();
    terminal.unplug();
    assert!(terminal.ended(), "process {pid} goes on without a terminal");
    assert!(home.journal().contains("own#card-0"));
}

#[test]
fn a_panic_gives_the_terminal_back() {
    for (child, code) in [("panics_here", 101), ("panics_in_a_thread", 101)] {
        let exe = std::env::current_exe().unwrap();
        let name = format!("pty::faults::{child}");
        let args = ["--exact", &name, "--ignored", "--nocapture"];
        let env = [("TERM", "xterm".to_owned())];
        let mut terminal = Terminal::spawn(&exe.to_string_lossy(), &args, &env);
        let ended = terminal.wait_for_end();
        assert_eq!(ended, code, "{child}:\n{}", terminal.picture());
        terminal.is_given_back();
        let picture = terminal.picture();
        assert!(picture.contains("a fault in the program"), "{picture}");
    }
}

#[test]
#[ignore = "the child of another test"]
fn panics_here() {
    show(Fault::Here);
}

#[test]
#[ignore = "the child of another test"]
fn panics_in_a_thread() {
    show(Fault::InAThread);
}

enum Fault {
    Here,
    InAThread,
}

fn show(fault: Fault) {
    let deck = crate::support::deck("d", vec![crate::support::flashcard("a", None)]);
    let known = Known {
        catalogue: Catalogue::of([&deck]).into(),
        progress: Progress::default(),
        replay: Replay::default(),
        exams: Vec::<Blueprint>::new(),
        scope: Scope::default(),
    };
    let ground = Ground {
        depth: Depth::None,
        light: false,
    };
    let mut app = App::new(known, ground, ThemeChoice::Auto, None);
    let _ = event_loop::run(&mut app, Some(Command::Begin), "xterm", &mut Broken(fault));
}

struct Broken(Fault);

impl Shell for Broken {
    fn now(&mut self) -> Moment {
        Moment::default()
    }

    fn load(&mut self, _: CardIx) -> Result<Card, Text> {
        match self.0 {
            Fault::Here => panic!("on purpose"),
            Fault::InAThread => {
                let thread = std::thread::spawn(|| panic!("on purpose"));
                let _ = thread.join();
                Err("unreachable".into())
            }
        }
    }

    fn read_all(&mut self, _: &Progress) -> Haystack {
        Haystack::default()
    }

    fn history(&mut self, _: &[CardRef]) -> Vec<Event> {
        Vec::new()
    }

    fn record(&mut self, _: &Happening, _: Moment) -> Result<Recorded, Text> {
        Err("nothing is recorded".into())
    }

    fn refold(&mut self) -> Result<Progress, Text> {
        Ok(Progress::default())
    }

    fn keep_theme(&mut self, _: ThemeChoice) -> Result<(), Text> {
        Ok(())
    }
}
