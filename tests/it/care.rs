//! Care of cards from the command line: corrections, reports, `drive`.

use cramless::cli;
use cramless::cli::world::World;
use cramless::domain::Moment;
use serde_json::{Value, json};
use std::cell::Cell;
use std::fs;

const DECK: &str = r#"{ "format": 1, "id": "d", "title": "A deck", "cards": [
  { "id": "a", "kind": "flashcard", "front": "How many?", "back": "A thousand." },
  { "id": "b", "kind": "flashcard", "front": "How long?", "back": "A day." },
  { "id": "q", "kind": "choice", "stem": "Which one?", "origin": "authored", "options": [
    { "id": "a", "text": "This one", "correct": true, "why": "It is." },
    { "id": "b", "text": "That one", "correct": false, "why": "It is not." } ] } ] }"#;

struct Person {
    folder: tempfile::TempDir,
    runs: Cell<u64>,
}

impl Person {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("data/decks")).unwrap();
        let person = Self {
            folder,
            runs: Cell::new(0),
        };
        person.deck(DECK);
        person
    }

    fn deck(&self, text: &str) {
        fs::write(self.folder.path().join("data/decks/d.json"), text).unwrap();
    }

    fn run(&self, args: &[&str], input: &str) -> (u8, String, String) {
        self.runs.set(self.runs.get() + 1);
        let at = Moment::parse("2026-12-01T19:00:00Z").unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let state = self.folder.path().join("state");
        let random = Cell::new(self.runs.get() << 32);
        let mut world = World {
            now: &|| at,
            clock: &|| cramless::exam::clock::Reading {
                wall_ms: at.utc_ms,
                ..Default::default()
            },
            random: &|| {
                random.set(random.get() + 1);
                random.get()
            },
            env: &|name| (name == "CRAMLESS_STATE").then(|| state.clone().into_os_string()),
            input: &mut input.as_bytes(),
            out: &mut out,
            err: &mut err,
            binary: "test",
            terminal: false,
        };
        let data = self.folder.path().join("data");
        let program = ["cramless", "--data", data.to_str().unwrap()];
        let args = program.iter().chain(args);
        let code = cli::run(args.map(Into::into), &mut world);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (code, text(out), text(err))
    }

    #[track_caller]
    fn says(&self, args: &[&str]) -> String {
        let (code, out, err) = self.run(args, "");
        assert_eq!(code, 0, "{args:?}: {err}");
        out
    }

    #[track_caller]
    fn drive(&self, requests: &[Value]) -> Vec<Value> {
        let lines: String = requests.iter().map(|r| format!("{r}\n")).collect();
        let (_, out, err) = self.run(&["drive", "--deck", "d"], &lines);
        let replies: Vec<Value> = out
            .lines()
            .map(|l| serde_json::from_str(l).unwrap())
            .collect();
        assert_eq!(replies.len(), requests.len(), "{err}");
        replies
    }
}

#[test]
fn a_corrected_card_reads_otherwise_keeps_its_history_and_says_when_the_original_changed() {
    let p = Person::new();
    p.drive(&[json!({ "op": "grade", "card": "d#a", "grade": "again" })]);
    p.says(&[
        "correct",
        "d#a",
        "--back",
        "Ten thousand.",
        "--note",
        "See the docs.",
    ]);
    let shown = p.says(&["show", "d#a"]);
    assert!(
        shown.contains("Ten thousand.") && !shown.contains("A thousand."),
        "{shown}"
    );
    assert!(shown.contains("Corrected by you."), "{shown}");
    assert!(
        shown.contains("1 answers") && shown.contains("missed"),
        "{shown}"
    );
    assert!(p.says(&["search", "ten thousand"]).contains("d#a"));

    let report = p.says(&["report", "d#a"]);
    for words in [
        "Back: A thousand.",
        "Back: Ten thousand.",
        "See the docs.",
        "d#a",
    ] {
        assert!(report.contains(words), "no {words:?} in\n{report}");
    }
    // A new version of the deck.
    p.deck(&DECK.replace("A thousand.", "About a thousand."));
    let shown = p.says(&["show", "d#a"]);
    assert!(
        shown.contains("Ten thousand.") && shown.contains("the original has changed"),
        "{shown}"
    );
    assert!(
        p.says(&["missed", "--list"]).contains("d#a"),
        "still in the queue"
    );

    p.says(&["correct", "d#a", "--undo"]);
    assert!(p.says(&["show", "d#a"]).contains("About a thousand."));
    assert_eq!(p.run(&["correct", "d#a", "--undo"], "").0, 2);
}

#[test]
fn a_corrected_key_marks_from_now_on_and_leaves_verdicts_alone() {
    let p = Person::new();
    let choose = |option: &str| json!({ "op": "choose", "card": "d#q", "options": [option] });
    assert_eq!(p.drive(&[choose("b")])[0]["correct"], false);
    p.says(&[
        "correct",
        "d#q",
        "--key",
        "b",
        "--option",
        "b=That one, really",
    ]);
    assert_eq!(p.drive(&[choose("b")])[0]["correct"], true);
    let shown = p.says(&["show", "d#q"]);
    assert!(
        shown.contains("✓ That one, really") && shown.contains("✗ This one"),
        "{shown}"
    );
    assert!(
        shown.contains("wrong, chose"),
        "the verdict then stands: {shown}"
    );
    for wrong in [
        &["correct", "d#q", "--key", "z"][..],
        &["correct", "d#q", "--back", "x"],
        &["correct", "d#a", "--key", "a"],
        &["correct", "d#a"],
        &["correct", "d#nothing", "--back", "x"],
    ] {
        let (code, _, err) = p.run(wrong, "");
        assert_eq!(code, 2, "{wrong:?}");
        assert_eq!(err.lines().count(), 1, "{err}");
    }
}

#[test]
fn drive_cares_for_cards_and_takes_it_back() {
    let p = Person::new();
    let of = |op: &str, card: &str| json!({ "op": op, "card": card });
    let replies = p.drive(&[
        json!({ "op": "choose", "card": "d#q", "options": ["b"] }),
        json!({ "op": "explain", "card": "d#q", "reason": "mixed-up" }),
        of("missed", ""),
        of("suspend", "d#q"),
        of("missed", ""),
        of("restore", "d#q"),
        of("bury", "d#a"),
        of("next", ""),
        json!({ "op": "note", "card": "d#b", "text": "a day is 24 h" }),
        json!({ "op": "flag", "card": "d#b" }),
        of("dispute", "d#q"),
        of("undo", ""),
        of("reset", "d#q"),
        of("missed", ""),
        of("undo", ""),
        of("missed", ""),
        of("dispute", "d#a"),
        json!({ "op": "explain", "card": "d#a", "reason": "misread" }),
    ]);
    for (i, reply) in replies.iter().enumerate() {
        let fine = reply["ok"] == true || [0, 7].contains(&i) || i >= 16;
        assert!(fine, "{i}: {reply}");
    }
    assert_eq!(replies[2]["missed"][0]["card"], "d#q");
    assert_eq!(replies[4]["missed"], json!([]), "suspended");
    assert_eq!(replies[6]["until"], "2026-12-02");
    assert_eq!(replies[7]["card"]["id"], "d#b", "d#a is put aside");
    assert_eq!(replies[13]["missed"], json!([]), "its history began anew");
    assert_eq!(replies[15]["missed"][0]["misses"], 1, "and is back");
    assert!(replies[16]["error"].as_str().unwrap().contains("flashcard"));
    assert!(replies[17]["error"].is_string());
    let stats = p.says(&["stats"]);
    assert!(stats.contains("all of your misses are mix-ups"), "{stats}");
    assert!(
        p.says(&["search", "is:flagged", "is:noted"])
            .contains("d#b")
    );
    assert!(
        p.says(&["search", "reason:mixed-up", "since:2026-12-01"])
            .contains("d#q")
    );
    assert!(p.says(&["show", "d#b"]).contains("a day is 24 h"));
}
