//! Care of cards from the command line: corrections, reports, `drive`.

use super::program::{Program, Said};
use serde_json::{Value, json};
use std::fs;

const DECK: &str = r#"{ "format": 1, "id": "d", "title": "A deck", "cards": [
  { "id": "a", "kind": "flashcard", "front": "How many?", "back": "A thousand." },
  { "id": "b", "kind": "flashcard", "front": "How long?", "back": "A day." },
  { "id": "q", "kind": "choice", "stem": "Which one?", "origin": "authored", "options": [
    { "id": "a", "text": "This one", "correct": true, "why": "It is." },
    { "id": "b", "text": "That one", "correct": false, "why": "It is not." } ] } ] }"#;

struct Person(Program);

impl std::ops::Deref for Person {
    type Target = Program;

    fn deref(&self) -> &Program {
        &self.0
    }
}

impl Person {
    fn new() -> Self {
        Self::on_machine(0)
    }

    fn on_machine(number: u64) -> Self {
        let person = Self(Program::new(number));
        person.deck(DECK);
        person
    }

    fn deck(&self, text: &str) {
        self.write("decks/d.json", text);
    }

    /// Days pass.
    fn later(&self, days: i64) {
        self.now.set(self.now.get().plus_ms(days * 86_400_000));
    }

    /// The missed cards by their own names, sorted.
    #[track_caller]
    fn missed(&self) -> Vec<String> {
        let list = self.says(&["missed", "--list", "--json"]);
        let list: Vec<Value> = serde_json::from_str(&list).unwrap();
        let mut names: Vec<String> = list
            .iter()
            .map(|m| m["card"].as_str().unwrap().to_owned())
            .collect();
        names.sort();
        names
    }

    #[track_caller]
    fn one(&self, request: Value) -> Value {
        self.drive(&[request]).remove(0)
    }

    #[track_caller]
    fn drive(&self, requests: &[Value]) -> Vec<Value> {
        self.drives(&["--deck", "d"], requests)
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
        shown.contains("1 answer, ") && shown.contains("missed"),
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
    assert_eq!(p.run(&["correct", "d#a", "--undo"], "").code, 2);
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
        "b,b",
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
        &["correct", "d#q", "--key", "a,b"],
        &["correct", "d#q", "--option", "a="],
        &["correct", "d#q", "--option", "a=That one, really"],
        &["correct", "d#a", "--front", " "],
        &["correct", "d#a"],
        &["correct", "d#nothing", "--back", "x"],
    ] {
        let Said { code, err, .. } = p.run(wrong, "");
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

#[test]
fn a_question_whose_key_changed_is_asked_again_at_once_and_its_verdict_stands() {
    let p = Person::new();
    let choose = |option: &str| json!({ "op": "choose", "card": "d#q", "options": [option] });
    let next = || json!({ "op": "next" });
    let id = |reply: &Value| reply["card"]["id"].as_str().map(str::to_owned);
    // Everything is known for a while.
    for card in ["d#a", "d#b"] {
        p.one(json!({ "op": "grade", "card": card, "grade": "easy" }));
    }
    assert_eq!(p.one(choose("a"))["correct"], true);
    p.later(1);
    assert_eq!(id(&p.one(next())), None, "nothing is due");
    // By one's own correction, which may be taken back.
    let reply = p.one(json!({ "op": "correct", "card": "d#q", "key": ["b"] }));
    assert_eq!(reply["asked_again"], true);
    assert_eq!(id(&p.one(next())).as_deref(), Some("d#q"));
    assert_eq!(p.one(json!({ "op": "undo" }))["undone"], "care");
    assert_eq!(id(&p.one(next())), None);
    // By an update of the deck.
    let key = |text: &str| {
        text.replace("true", "no")
            .replace("false", "true")
            .replace("no", "false")
    };
    p.deck(&key(DECK));
    assert_eq!(id(&p.one(next())).as_deref(), Some("d#q"));
    assert!(p.says(&["search", "is:due"]).contains("d#q"));
    assert!(p.missed().is_empty(), "it was right then");
    assert_eq!(p.one(choose("b"))["correct"], true);
    assert_eq!(id(&p.one(next())), None, "asked and answered");
    assert!(p.says(&["show", "d#q"]).contains("right, chose “This one”"));
    // The other way round: what was wrong is right now; the miss stays.
    p.later(1);
    p.one(choose("a"));
    p.deck(DECK);
    assert_eq!(p.missed(), ["d#q"]);
    p.later(1);
    assert_eq!(
        id(&p.one(next())).as_deref(),
        Some("d#q"),
        "not held for a third day"
    );
}

#[test]
fn corrections_of_two_programs_and_two_machines_both_count() {
    let p = Person::new();
    p.says(&["correct", "d#a", "--back", "Ten thousand."]);
    // Another machine that knew nothing of it, and whose journal now arrives.
    let other = Person::on_machine(1);
    other.later(1);
    other.says(&["correct", "d#a", "--front", "How many exactly?"]);
    other.says(&["correct", "d#b", "--back", "Two days."]);
    other.sync_to(&p);
    let shown = p.says(&["show", "d#a"]);
    assert!(shown.contains("Ten thousand.") && shown.contains("How many exactly?"));
    assert!(p.says(&["show", "d#b"]).contains("Two days."));
}

#[test]
fn a_days_deeds_are_taken_back_after_a_restart_one_by_one() {
    let p = Person::new();
    let of = |op: &str, card: &str| json!({ "op": op, "card": card });
    p.one(json!({ "op": "grade", "card": "d#a", "grade": "again" }));
    p.one(json!({ "op": "choose", "card": "d#q", "options": ["b"] }));
    p.one(of("dispute", "d#q"));
    p.one(of("suspend", "d#a"));
    p.one(of("reset", "d#q"));
    assert!(p.missed().is_empty());
    // Each is another run of the program.
    for (card, missed) in [
        ("d#q", &[][..]),
        ("d#a", &["d#a"]),
        ("d#q", &["d#a", "d#q"]),
        ("d#q", &["d#a"]),
        ("d#a", &[]),
    ] {
        assert_eq!(p.one(of("undo", ""))["card"], card);
        assert_eq!(p.missed(), missed);
    }
    assert!(
        p.one(of("undo", ""))["error"].is_string(),
        "nothing is left"
    );
    p.one(of("suspend", "d#a"));
    p.later(1);
    let reply = p.one(of("undo", ""));
    assert!(
        reply["error"].as_str().unwrap().contains("study day"),
        "{reply}"
    );
}

const TERMS: &str = r#"{ "format": 1, "id": "t", "title": "Terms", "cards": [
  { "id": "amazon-polly/purpose", "kind": "flashcard", "front": "What does Amazon Polly do?",
    "back": "Turns text into speech." },
  { "id": "amazon-transcribe/purpose", "kind": "flashcard", "front": "What does Amazon Transcribe do?",
    "back": "Turns speech into text." },
  { "id": "amazon-lex/purpose", "kind": "flashcard", "front": "What does Amazon Lex do?",
    "back": "Holds conversations." },
  { "id": "amazon-polly/versus-lex", "kind": "flashcard", "front": "How do Polly and Lex differ?",
    "back": "One speaks, the other converses." },
  { "id": "which", "kind": "choice", "stem": "Which turns text into speech?", "options": [
    { "id": "a", "text": "Amazon Polly", "correct": true },
    { "id": "b", "text": "Amazon Transcribe", "correct": false },
    { "id": "c", "text": "Amazon Lex", "correct": false },
    { "id": "d", "text": "A parrot", "correct": false } ] },
  { "id": "how", "kind": "choice", "stem": "What reads a text aloud?", "options": [
    { "id": "a", "text": "Amazon Polly with a neural voice", "correct": true },
    { "id": "b", "text": "A custom vocabulary in Transcribe", "correct": false } ] } ] }"#;

#[test]
fn two_things_mixed_up_get_a_comparison_with_a_history_of_its_own() {
    let p = Person::new();
    p.deck(TERMS);
    let choose =
        |card: &str, option: &str| json!({ "op": "choose", "card": card, "options": [option] });
    let drive = |requests: &[Value]| {
        let lines: String = requests.iter().map(|r| format!("{r}\n")).collect();
        let Said { out, err, .. } = p.run(&["drive"], &lines);
        let replies: Vec<Value> = out
            .lines()
            .map(|l| serde_json::from_str(l).unwrap())
            .collect();
        assert_eq!(replies.len(), requests.len(), "{err}");
        replies
    };
    let mixups = || json!({ "op": "mixups" });
    // What the decks compare already is brought forward.
    let replies = drive(&[
        choose("t#which", "d"),
        mixups(),
        choose("t#which", "c"),
        mixups(),
    ]);
    assert_eq!(replies[1]["mixups"], json!([]), "a parrot is no term");
    let found = &replies[3]["mixups"][0];
    assert_eq!(found["comparison"], "t#amazon-polly/versus-lex", "{found}");
    assert_eq!(found["made"], false);
    p.later(1);
    let next = drive(&[json!({ "op": "next" })]).remove(0);
    assert_eq!(next["card"]["id"], "t#amazon-polly/versus-lex");
    drive(&[json!({ "op": "grade", "card": "t#amazon-polly/versus-lex", "grade": "good" })]);
    // Without one, it is made of both; loosely named things only where the
    // person says that they were mixed up.
    let replies = drive(&[choose("t#how", "b"), mixups()]);
    assert_eq!(replies[1]["mixups"].as_array().unwrap().len(), 1);
    let replies = drive(&[
        json!({ "op": "explain", "card": "t#how", "reason": "mixed-up" }),
        mixups(),
        json!({ "op": "next" }),
    ]);
    let made = "mixed-up/t#amazon-polly/versus-amazon-transcribe";
    assert_eq!(replies[1]["mixups"][0]["comparison"], made);
    assert_eq!(replies[1]["mixups"][0]["marked"], true);
    assert_eq!(replies[2]["card"]["id"], made);
    assert_eq!(
        replies[2]["card"]["front"],
        "How do Amazon Polly and Transcribe differ?"
    );
    drive(&[json!({ "op": "grade", "card": made, "grade": "again" })]);
    assert!(
        p.missed().contains(&made.to_owned()),
        "it is a card like any"
    );
    let shown = p.says(&["show", made]);
    assert!(shown.contains("Turns text into speech.") && shown.contains("Turns speech into text."));
    assert!(
        shown.contains("1 answer, ") && shown.contains("Again"),
        "{shown}"
    );
    // Mixed up once more: it comes once more, the next day.
    p.later(2);
    let replies = drive(&[choose("t#which", "b"), json!({ "op": "next" })]);
    assert_eq!(replies[1]["card"]["id"], made);
    assert!(p.says(&["mixups"]).contains("Amazon Polly / "));
    let listed: Value = serde_json::from_str(&p.says(&["mixups", "--json"])).unwrap();
    assert_eq!(listed[0]["times"], 2);
}

#[test]
fn own_cards_keep_history_and_place_in_the_queue_when_their_text_is_edited() {
    let p = Person::new();
    let file = p.data("my-cards.md");
    p.says(&[
        "add",
        "What is SSE-C?",
        "You bring the key",
        "--topic",
        "S3",
    ]);
    let added = p.one(
        json!({ "op": "add", "front": "How many shards?", "back": "200", "topic": "Kinesis" }),
    );
    assert_eq!(added["card"], "my-cards#card/how-many-shards", "{added}");
    let (sse, shards) = (
        "my-cards#card/what-is-sse-c",
        "my-cards#card/how-many-shards",
    );
    let grade = |card: &str, grade: &str| {
        let request = json!({ "op": "grade", "card": card, "grade": grade });
        let Said { out, err, .. } = p.run(&["drive"], &format!("{request}\n"));
        assert!(out.contains("recorded"), "{out}{err}");
    };
    grade(sse, "again");
    grade(shards, "again");
    assert_eq!(p.missed(), [shards, sse]);
    // Another wording, in another order, by hand.
    let text = fs::read_to_string(&file).unwrap();
    fs::write(
        &file,
        text.replace("What is SSE-C?", "Who holds the key with SSE-C?"),
    )
    .unwrap();
    p.later(1);
    assert_eq!(p.missed(), [shards, sse]);
    let shown = p.says(&["show", sse]);
    assert!(
        shown.contains("Who holds the key") && shown.contains("1 answer, "),
        "{shown}"
    );
    // In an editor; what can't be used points at its line.
    let Said { code, err, .. } = p.run(&["add", "--edit"], "");
    assert_eq!(code, 2);
    assert!(err.contains("EDITOR"), "{err}");
    p.editor.replace(Some("sed -i s/^200$//".into()));
    let Said { code, err, .. } = p.run(&["add", "--edit"], "");
    assert_eq!(code, 1);
    let line = fs::read_to_string(&file).unwrap();
    let line = line.lines().position(|l| l.contains("How many")).unwrap() + 1;
    assert!(err.contains(&format!("my-cards.md:{line}:")), "{err}");
    p.editor
        .replace(Some("sed -i s/{#how-many-shards.*/&\\n\\n300/".into()));
    p.says(&["add", "--edit"]);
    assert!(p.says(&["show", shards]).contains("300"));
    assert_eq!(p.missed(), [shards, sse], "both in their place");
    for days in [1, 1] {
        p.later(days);
        grade(sse, "good");
    }
    assert_eq!(p.missed(), [shards]);
    assert_eq!(p.run(&["add", " ", "x"], "").code, 2);
}

#[test]
fn a_question_kept_for_a_paper_shows_nothing_to_anyone() {
    let p = Person::new();
    p.drive(&[json!({ "op": "choose", "card": "d#q", "options": ["b"] })]);
    assert_eq!(p.missed(), ["d#q"]);
    let open = p.one(json!({ "op": "mock", "questions": 1, "seed": 1, "deck": "d" }));
    assert!(open["mock"].is_string(), "{open}");
    for args in [
        &["show", "d#q"][..],
        &["show", "d#q", "--json"],
        &["report", "d#q"],
        &["correct", "d#q", "--key", "b"],
    ] {
        let Said { code, out, err } = p.run(args, "");
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(err.contains("the paper that is open"), "{err}");
    }
    assert!(p.missed().is_empty());
    assert!(!p.says(&["sheet"]).contains("This one"));
    assert!(p.one(json!({ "op": "report", "card": "d#q" }))["error"].is_string());
    p.one(json!({ "op": "mock", "discard": true }));
    assert!(p.says(&["show", "d#q"]).contains("This one"));
}

#[test]
fn a_deed_of_another_machine_is_taken_back_after_a_merge() {
    let (p, other) = (Person::new(), Person::on_machine(1));
    let of = |op: &str, card: &str| json!({ "op": op, "card": card });
    p.one(json!({ "op": "grade", "card": "d#a", "grade": "again" }));
    p.one(of("suspend", "d#a"));
    p.sync_to(&other);
    assert!(other.missed().is_empty());
    other.now.set(other.now.get().plus_ms(60_000));
    assert_eq!(other.one(of("undo", ""))["card"], "d#a");
    assert_eq!(other.missed(), ["d#a"]);
    other.sync_to(&p);
    assert_eq!(p.missed(), ["d#a"]);
    // What both did in the same minute is taken back latest first.
    p.now.set(p.now.get().plus_ms(120_000));
    other.now.set(p.now.get().plus_ms(1000));
    p.one(of("flag", "d#b"));
    other.one(of("dispute", "d#q"));
    other.sync_to(&p);
    p.now.set(p.now.get().plus_ms(60_000));
    assert_eq!(p.one(of("undo", ""))["card"], "d#q");
    assert_eq!(p.one(of("undo", ""))["card"], "d#b");
    assert_eq!(p.says(&["decks", "--disputed"]), "No key is disputed.\n");
}
