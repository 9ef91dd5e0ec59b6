//! `generate`, as its maker and a script meet it: what it writes, what it
//! says, and with which exit code.

use super::program::{Program, Said};
use clap::Parser;
use cramless::cli::context::Context;
use cramless::cli::generate::{self, Args};
use cramless::domain::Moment;
use serde_json::{Value, json};
use std::cell::Cell;
use std::fs;

const NOTES: &str = "# Harbour services\n\n\
    ## TideBell\n\nTideBell is a service that rings when the water turns.\n\n\
    ## TideLock\n\nTideLock is a service that opens the gates of a dock at high water.\n\n\
    ## TideCam\n\nTideCam is a service that films who comes and goes.\n";

/// A machine with `NOTES` in `notes/harbour.md`.
struct Maker(Program);

impl Maker {
    fn new() -> Self {
        let maker = Self(Program::new(1));
        fs::create_dir_all(maker.0.data("notes")).unwrap();
        maker.0.write("notes/harbour.md", NOTES);
        maker
    }

    fn path(&self, name: &str) -> String {
        self.0.data(name).to_str().unwrap().to_owned()
    }

    fn deck(&self) -> Option<String> {
        fs::read_to_string(self.0.data("decks/harbour.json")).ok()
    }

    /// `generate` of the notes' folder into the person's decks.
    fn generate(&self, more: &[&str]) -> Said {
        let (notes, out) = (self.path("notes"), self.path("decks"));
        let args = ["generate", &notes, "--out", &out];
        let mut said = self.0.run(&[&args, more].concat(), "");
        let base = self.path("");
        for text in [&mut said.out, &mut said.err] {
            *text = text.replace(&base, "");
        }
        said
    }
}

#[test]
fn check_writes_nothing_and_names_what_differs() {
    let maker = Maker::new();
    let said = maker.generate(&["--check"]);
    assert_eq!((said.code, maker.deck()), (1, None));
    assert!(
        said.err.starts_with("differs: harbour.json\n"),
        "{}",
        said.err
    );

    assert_eq!(maker.generate(&[]).code, 0);
    let first = maker.deck().expect("written");
    let said = maker.generate(&["--check"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));

    let louder = NOTES.replace("rings when", "rings aloud when");
    maker.0.write("notes/harbour.md", &louder);
    assert_eq!(maker.generate(&["--check"]).code, 1);
    assert_eq!(maker.deck().as_ref(), Some(&first));
    assert_eq!(maker.generate(&[]).code, 0);
    assert_ne!(maker.deck(), Some(first));
    assert_eq!(maker.generate(&["--check"]).code, 0);
}

#[test]
fn a_deck_whose_notes_are_gone_is_noticed() {
    let maker = Maker::new();
    maker.generate(&[]);
    let (old, new) = (maker.0.data("notes/harbour.md"), "notes/port.md");
    fs::rename(old, maker.0.data(new)).unwrap();
    fs::remove_file(maker.0.data("decks/harbour.json")).unwrap();
    maker.generate(&[]);
    maker.0.write("notes/harbour.md", NOTES);
    maker.generate(&[]);
    fs::remove_file(maker.0.data("notes/harbour.md")).unwrap();
    let said = maker.generate(&["--check"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err
            .starts_with("differs: harbour (its notes are gone)\n"),
        "{}",
        said.err
    );
}

#[test]
fn a_card_that_vanished_is_told_with_its_reviews_and_how_to_map_it() {
    let maker = Maker::new();
    maker.generate(&[]);
    let card = "harbour#tidecam/purpose";
    let grade = json!({ "op": "grade", "card": card, "grade": "good" });
    maker.0.drives(&["--deck", "harbour"], &[grade]);
    let without = NOTES.split("## TideCam").next().unwrap();
    maker.0.write("notes/harbour.md", without);
    let said = maker.generate(&[]);
    let told = said.err.lines().find(|l| l.contains(card));
    assert_eq!(
        told,
        Some(
            "gone: harbour#tidecam/purpose: 1 review hangs on it; if another card continues it, \
            write was=tidecam/purpose behind that heading's #id"
        ),
        "{}",
        said.err
    );

    let renamed = NOTES.replace("## TideCam", "## TideEye {#tide-eye was=tidecam/purpose}");
    maker
        .0
        .write("notes/harbour.md", &renamed.replace("TideCam", "TideEye"));
    let said = maker.generate(&[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let shown = maker.0.says(&["show", "harbour#tide-eye/purpose"]);
    assert!(shown.contains("1 answer"), "{shown}");
}

#[test]
fn the_account_is_told_in_words_and_in_json() {
    let maker = Maker::new();
    let idle = format!("{NOTES}\n## Diary\n\n![the pier](pier.png)\n");
    maker.0.write("notes/harbour.md", &idle);
    let said = maker.generate(&["--verbose"]);
    assert!(said.out.starts_with("harbour   "), "{}", said.out);
    assert!(
        said.out.contains("notes/harbour.md:17: an image\n"),
        "{}",
        said.out
    );
    let json: Value = serde_json::from_str(&maker.generate(&["--json"]).out).unwrap();
    assert_eq!(json["decks"][0]["id"], "harbour");
    assert_eq!(json["decks"][0]["file"], "harbour.json");
    assert_eq!(json["decks"][0]["cards"], json["cards"]);
    let lines = json["skipped"].as_array().unwrap().iter();
    assert!(lines.map(|s| &s["line"]).any(|l| l == 17), "{json}");
    assert_eq!(json["differs"], json!([]), "written the first time");
}

/// Four lines, to be put behind `NOTES`.
const QUESTION: &str = "\n## Question: who {#who task=9.9}\nWhich service rings?\n\n\
    - [x] TideBell. — It rings.\n- [ ] TideLock. — It opens.\n\
    - [ ] TideCam. — It films.\n- [ ] A gull. — It screams.\n";

#[test]
fn what_is_wrong_behind_a_heading_is_told_with_its_place() {
    let maker = Maker::new();
    let marked = NOTES
        .replace("## TideBell", "## TideBell {#bell task=9.8 wsa=x core=z}")
        .replace("## TideLock", "## TideLock {#lock task=foo was=A!}")
        .replace("## TideCam", "## TideCam {#tide Cam}");
    maker
        .0
        .write("notes/harbour.md", &format!("{marked}{QUESTION}"));
    let exam = concat!(env!("CARGO_MANIFEST_DIR"), "/decks/mls-c01/exam.json");
    let said = maker.generate(&["--exam", exam]);
    assert_eq!(said.code, 0, "the cards are there: {}", said.err);
    insta::assert_snapshot!(said.err);
}

#[test]
fn a_question_that_cannot_be_one_is_an_error() {
    let maker = Maker::new();
    let keyless = QUESTION.replace("[x]", "[ ]");
    maker
        .0
        .write("notes/harbour.md", &format!("{NOTES}{keyless}"));
    let said = maker.generate(&[]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(
        said.err.starts_with("notes/harbour.md:18:1: error:"),
        "{}",
        said.err
    );
    assert!(maker.deck().is_some(), "the rest is written");
}

#[test]
fn what_gives_no_card_or_no_file_is_told_in_a_line() {
    let maker = Maker::new();
    let rain = "And then it rained and we went home again.\n\n".repeat(9);
    maker.0.write("notes/harbour.md", &rain);
    let said = maker.generate(&[]);
    assert_eq!(said.code, 0);
    assert!(
        said.out
            .starts_with("No card could be made of these notes.\n")
    );

    fs::remove_file(maker.0.data("notes/harbour.md")).unwrap();
    let said = maker.generate(&[]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("no notes are here"), "{}", said.err);

    maker.0.write("notes/harbour.md", NOTES);
    fs::remove_dir(maker.0.data("decks")).unwrap();
    maker.0.write("decks", "a file where the folder should be");
    let said = maker.generate(&[]);
    assert_eq!(said.code, 2);
    assert!(
        said.err
            .starts_with("decks/harbour.json:1:1: error: can't be written"),
        "{}",
        said.err
    );
}

#[test]
fn only_a_long_run_speaks_of_its_progress() {
    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        args: Args,
    }
    let told = |step: i64| {
        let maker = Maker::new();
        let (notes, out) = (maker.path("notes"), maker.path("decks"));
        let args = Cli::parse_from(["generate", &notes, "--out", &out]).args;
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let at = Cell::new(Moment::parse("2026-12-01T19:00:00Z").unwrap());
        let clock = || {
            let mut next = at.get();
            next.utc_ms += step;
            at.replace(next)
        };
        let (data, state) = (maker.0.data(""), maker.0.data("state"));
        let mut context = Context::new(data, state, "test", &mut out, &mut err);
        generate::run(&args, None, Some(&clock), &mut context).unwrap();
        String::from_utf8(err).unwrap()
    };
    assert_eq!(told(150), "");
    let slow = told(700);
    assert!(slow.starts_with("\rline "), "{slow:?}");
    let last = slow.trim_end_matches('\r').rsplit('\r').next().unwrap();
    assert_eq!(last.trim(), "", "wiped: {slow:?}");
}
