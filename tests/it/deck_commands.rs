//! `check`, `decks` and `schema`, as a script and a person meet them.

use clap::Parser;
use cramless::cli::context::{Context, Exit};
use cramless::cli::{check, decks, schema};
use cramless::domain::Day;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

#[derive(Parser)]
enum Cli {
    Check(check::Args),
    Decks(decks::Args),
    Schema(schema::Args),
}

struct Home(tempfile::TempDir);

struct Ran {
    exit: Exit,
    out: String,
    err: String,
}

impl Ran {
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).expect("JSON")
    }
}

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn file(&self, name: &str, content: &str) -> String {
        let path: PathBuf = self.0.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, content).expect("written");
        path.to_str().expect("text").to_owned()
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().expect("text").to_owned()
    }

    /// Runs a command; paths in what it says are shown from the folder.
    fn run(&self, args: &[&str]) -> Ran {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let data = self.0.path().join("data");
        let state = self.0.path().join("state");
        let mut context = Context::new(data, state, "test", &mut out, &mut err);
        let args = ["cramless"].iter().chain(args);
        let exit = match Cli::try_parse_from(args).expect("usage") {
            Cli::Check(args) => check::run(
                &args,
                Day::parse("2026-12-01").expect("a date"),
                &mut context,
            ),
            Cli::Decks(args) => decks::run(&args, &mut context),
            Cli::Schema(args) => schema::run(&args, &mut context),
        };
        let base = format!("{}/", self.0.path().display());
        let text = |bytes| String::from_utf8(bytes).expect("text").replace(&base, "");
        Ran {
            exit: exit.expect("written"),
            out: text(out),
            err: text(err),
        }
    }
}

const GOOD: &str = r#"{"format":1,"id":"good","title":"Good","cards":[{"id":"a","kind":"flashcard","front":"f","back":"b"}]}"#;

#[test]
fn a_good_deck_is_told_in_a_line() {
    let home = Home::new();
    let ran = home.run(&["check", &home.file("good.json", GOOD)]);
    assert_eq!(ran.exit, Exit::Done);
    assert_eq!(ran.out, "");
    assert_eq!(ran.err, "1 file, 1 deck, 1 card: 0 errors, 0 warnings\n");
}

#[test]
fn warnings_count_when_they_are_denied() {
    let home = Home::new();
    let path = home.file("d.json", &GOOD.replace("\"back\"", "\"bcak\":1,\"back\""));
    let ran = home.run(&["check", &path]);
    assert_eq!(ran.exit, Exit::Done);
    assert!(ran.out.contains("did you mean \"back\"?"), "{}", ran.out);
    assert_eq!(
        home.run(&["check", &path, "--deny", "warnings"]).exit,
        Exit::Problems
    );
}

#[test]
fn problems_and_unreadable_input_differ() {
    let home = Home::new();
    let broken = home.file("broken.json", "{");
    assert_eq!(home.run(&["check", &broken]).exit, Exit::Problems);
    let nowhere = home.path("nowhere.json");
    let ran = home.run(&["check", &broken, &nowhere]);
    assert_eq!(ran.exit, Exit::Unusable);
    assert!(
        ran.out
            .contains("nowhere.json:1:1: error: there is no such file"),
        "{}",
        ran.out
    );
    fs::create_dir(home.path("empty")).expect("made");
    assert_eq!(
        home.run(&["check", &home.path("empty")]).exit,
        Exit::Unusable
    );
}

#[test]
fn a_folder_is_checked_with_what_is_below_it() {
    let home = Home::new();
    home.file("pack/a/good.json", GOOD);
    home.file("pack/b/broken.json", "[");
    home.file("pack/.hidden/broken.json", "[");
    home.file("pack/notes.md", "# Notes");
    let ran = home.run(&["check", &home.path("pack")]);
    assert_eq!(ran.exit, Exit::Problems);
    let files: Vec<&str> = ran
        .out
        .lines()
        .filter_map(|l| l.split(':').next())
        .collect();
    assert_eq!(files, ["pack/b/broken.json"]);
    assert!(ran.err.starts_with("3 files, 1 deck,"), "{}", ran.err);
}

#[test]
fn check_json_has_the_promised_shape() {
    let home = Home::new();
    let path = home.file("d.json", &GOOD.replace("\"b\"", "7"));
    let json = home.run(&["check", &path, "--json"]).json();
    assert_eq!(json["problems"][0]["code"], "no-cards");
    let problem = &json["problems"][1];
    assert_eq!(problem["file"], "d.json");
    assert_eq!(
        (&problem["line"], &problem["column"]),
        (&1.into(), &97.into())
    );
    assert_eq!(problem["code"], "wrong-type");
    assert_eq!(problem["severity"], "error");
    assert_eq!(
        problem["message"],
        "card 1 \"a\": \"back\" must be text in double quotes, not a number"
    );
    assert_eq!(problem["help"], Value::Null);
    assert_eq!(json["decks"][0]["id"], "good");
    assert_eq!(json["decks"][0]["items"], 0);
    assert!(json["decks"][0]["gates"].is_object());
}

const NOTES: &str = "---
id: notes
title: Notes
---

# Paints

## Primer {#primer}

Keeps the paint on the wall for years.

### Question: what holds {#what-holds tests=primer/purpose}
A painted wall sheds. What was forgotten?

- [x] The coat below the paint that is made to hold it for years — It is the primer.
- [ ] The glass — No.
- [ ] The wood — No.
- [ ] The stone — No.

> Reference: https://example.org

### Question: no key {#no-key}
What was forgotten?

- [ ] The glass — No.
- [ ] The wood — No.
";

#[test]
fn a_summary_is_checked_and_its_questions_where_they_stand() {
    let home = Home::new();
    let ran = home.run(&["check", &home.file("notes.md", NOTES)]);
    assert_eq!(ran.exit, Exit::Problems);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(
        lines[0].contains("notes.md:25:1: error: no option is marked right"),
        "{}",
        ran.out
    );
    assert!(
        lines[1].starts_with("notes.md:12:1: warning: card \"q/what-holds\": the key is 6."),
        "{}",
        ran.out
    );
    assert_eq!(ran.err, "1 file, 1 deck, 3 cards: 1 error, 2 warnings\n");
}

#[test]
fn habits_of_an_exams_questions_are_errors() {
    let home = Home::new();
    let question = |n: usize| {
        format!(
            r#"{{"id":"q{n}","kind":"choice","task":"1.1","concept":"c{n}","reference":"https://example.org","stem":"Which of them is thing {n}?","options":[
{{"id":"a","text":"Grey stone, cut","correct":true,"why":"Yes."}},{{"id":"b","text":"Blue glass","correct":false,"why":"No."}},
{{"id":"c","text":"Red paint","correct":false,"why":"No."}},{{"id":"d","text":"Green wood","correct":false,"why":"No."}}]}}"#
        )
    };
    let deck = |n: usize| {
        let cards: Vec<String> = (0..n).map(question).collect();
        let cards = cards.join(",");
        format!(r#"{{"format":1,"id":"x","title":"X","exam":"MLS-C01","cards":[{cards}]}}"#)
    };
    let few = home.run(&["check", &home.file("x.json", &deck(39)), "--json"]);
    assert_eq!(few.exit, Exit::Done, "{}", few.out);
    let json = few.json();
    let gate = &json["decks"][0]["gates"]["key_longest"];
    assert_eq!(gate["value"], 1.0);
    assert_eq!(gate["limit"], serde_json::json!([0.15, 0.35]));
    assert_eq!(gate["ok"], false);

    let many = home.run(&["check", &home.file("x.json", &deck(40))]);
    assert_eq!(many.exit, Exit::Problems);
    assert!(
        many.out.starts_with("x.json:1:1: error: over all 40 questions for MLS-C01: key longest 100 %, and it must be 15 to 35 %"),
        "{}",
        many.out
    );
    assert!(
        many.out
            .contains("x   40 questions; in %: key longest 100!"),
        "{}",
        many.out
    );
}

#[test]
fn coverage_and_old_statuses_are_told() {
    let home = Home::new();
    let old = GOOD.replace(
        "\"front\"",
        "\"task\":\"1.1\",\"status\":\"renamed 2024-02\",\"front\"",
    );
    let old = old.replace("\"title\"", "\"exam\":\"MLS-C01\",\"title\"");
    let ran = home.run(&["check", &home.file("old.json", &old), "--coverage"]);
    assert_eq!(ran.exit, Exit::Done);
    let first = ran.out.lines().next().expect("a line");
    assert!(
        first.contains("the status dates from 2024-02-01"),
        "{first}"
    );
    assert!(
        ran.out.contains("   1.1      0      1      0\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("   4.4      0      0      0\n"),
        "{}",
        ran.out
    );
}

#[test]
fn links_between_files_are_checked() {
    let home = Home::new();
    let question = |task: &str, tests: &str| {
        format!(
            r#"{{"format":1,"id":"x","title":"X","exam":"MLS-C01","cards":[
{{"id":"q","kind":"choice","task":"{task}","origin":"derived","stem":"s","tests":["{tests}"],"options":[
{{"id":"a","text":"A","correct":true}},{{"id":"b","text":"B","correct":false}}]}}]}}"#
        )
    };
    let run = |task, tests| {
        home.run(&["check", &home.file("x.json", &question(task, tests))])
            .out
    };
    assert_eq!(
        run("4.4", "amazon-comprehend/purpose"),
        "",
        "in a built-in deck of the exam"
    );
    assert_eq!(
        run("4.9", "amazon-comprehend/purpose"),
        "x.json:2:1: warning: card \"q\": MLS-C01 has no task 4.9\n"
    );
    assert_eq!(
        run("4.4", "nowhere/to-be-found"),
        "x.json:2:1: warning: card \"q\": \"tests\" names \"nowhere/to-be-found\", and no card or note has that id\n"
    );
    let other = home.file("y.json", &question("4.4", "q").replace("MLS-C01", "ABC"));
    let ran = home.run(&["check", &other, &home.file("x.json", &question("4.4", "q"))]);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        lines,
        [
            "y.json:1:1: warning: no blueprint is known for the exam \"ABC\", so tasks weigh nothing; check its exam.json together with the deck",
            "x.json:1:1: error: the deck id \"x\" stands in y.json too, with other content; give each deck an id of its own",
        ]
    );
}

#[test]
fn notes_whose_only_cards_are_doubtful_say_how_to_keep_them() {
    let home = Home::new();
    let idle = "And then it rained and we went home again.\n\n".repeat(60);
    let notes = format!("# Ports\n\n## Diary\n\n- **Keeper**: a clerk of the pier.\n\n{idle}");
    let file = home.file("ports.md", &notes);
    let ran = home.run(&["decks", "add", &file]);
    assert_eq!(ran.exit, Exit::Unusable);
    for said in ["no card could be made", "1 card left out as doubtful"] {
        assert!(ran.err.contains(said), "{}", ran.err);
    }
    let kept = home.file("ports.md", &format!("---\nunsure: keep\n---\n{notes}"));
    let ran = home.run(&["decks", "add", &kept]);
    assert_eq!((ran.exit, ran.err.as_str()), (Exit::Done, ""));
    assert!(ran.out.starts_with("Added ports: 1 card"), "{}", ran.out);
}

#[test]
fn decks_are_listed_added_and_removed() {
    let home = Home::new();
    let file = home.file("good.json", GOOD);
    let ran = home.run(&["decks", "add", &file]);
    assert_eq!(ran.exit, Exit::Done);
    assert_eq!(ran.out, "Added good: 1 card, in data/decks/good.json\n");
    assert_eq!(
        home.run(&["decks", "add", &file]).out,
        "Replaced good: 1 card, in data/decks/good.json\n"
    );

    let listed = home.run(&["decks"]);
    assert!(
        listed
            .out
            .lines()
            .any(|l| l.starts_with("good ") && l.ends_with("your own")),
        "{}",
        listed.out
    );
    let json = home.run(&["decks", "--json"]).json();
    let row = json
        .as_array()
        .expect("a list")
        .iter()
        .find(|r| r["id"] == "good")
        .expect("the deck");
    assert_eq!((&row["title"], &row["cards"]), (&"Good".into(), &1.into()));
    assert_eq!(
        (&row["flashcards"], &row["choices"]),
        (&1.into(), &0.into())
    );
    assert_eq!(row["builtin"], false);

    let ran = home.run(&["decks", "remove", "good"]);
    assert_eq!(
        ran.out,
        "Removed good (data/decks/good.json). Its progress is kept.\n"
    );
    let ran = home.run(&["decks", "remove", "good"]);
    assert_eq!(ran.exit, Exit::Unusable);
    assert!(
        ran.err.starts_with("cramless: there is no deck \"good\""),
        "{}",
        ran.err
    );
}

#[test]
fn what_cannot_be_added_is_refused_with_its_reason() {
    let home = Home::new();
    let ran = home.run(&["decks", "add", &home.path("nowhere.json")]);
    assert_eq!(
        (ran.exit, &*ran.err),
        (
            Exit::Unusable,
            "nowhere.json:1:1: error: there is no such file\n"
        )
    );
    let ran = home.run(&["decks", "add", &home.path("nowhere.md")]);
    let gone = "nowhere.md:1:1: error: there is no such file\n";
    assert_eq!((ran.exit, &*ran.err), (Exit::Unusable, gone));
    let taken = home.file(
        "mine.json",
        &GOOD.replace("\"good\"", "\"mls-c01/ai-services\""),
    );
    let ran = home.run(&["decks", "add", &taken]);
    assert_eq!(ran.exit, Exit::Unusable);
    assert!(
        ran.err.contains("belongs to a built-in deck"),
        "{}",
        ran.err
    );
    let ran = home.run(&["decks", "remove", "mls-c01/ai-services"]);
    assert_eq!(ran.exit, Exit::Unusable);
    assert!(
        ran.err.contains("built in and can't be removed"),
        "{}",
        ran.err
    );
}

#[test]
fn one_bad_deck_does_not_hide_the_others() {
    let home = Home::new();
    home.file("data/decks/broken.json", "{");
    let ran = home.run(&["decks", "--json"]);
    assert_eq!(ran.exit, Exit::Done);
    assert!(!ran.json().as_array().expect("a list").is_empty());
    assert!(
        ran.err
            .starts_with("data/decks/broken.json:1:2: error: the file ends early"),
        "{}",
        ran.err
    );
}

#[test]
fn schemas_are_printed() {
    let home = Home::new();
    let deck = home.run(&["schema"]).json();
    assert_eq!(deck["title"], "Cramless deck, format 1");
    let exam = home.run(&["schema", "exam"]).json();
    assert_eq!(exam["title"], "Cramless exam blueprint, format 1");
}
