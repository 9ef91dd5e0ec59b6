//! A folder with decks and an exam, and the program run on it by lines of JSON.

use super::hall::{blueprint, pack};
use cramless::cli;
use cramless::cli::world::World;
use cramless::domain::*;
use serde_json::{Value, json};
use std::cell::Cell;
use std::fs;

/// A person's files.
pub struct Desk {
    folder: tempfile::TempDir,
    runs: Cell<u64>,
}

/// What a command said.
pub struct Said {
    pub code: u8,
    pub out: String,
    pub err: String,
}

impl Desk {
    /// With a pack of so many questions.
    pub fn new(size: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let decks = folder.path().join("data/decks");
        fs::create_dir_all(&decks).unwrap();
        fs::write(decks.join("d.json"), deck_json(&pack(size)).to_string()).unwrap();
        fs::write(decks.join("exam.json"), exam_json().to_string()).unwrap();
        Self {
            folder,
            runs: Cell::new(0),
        }
    }

    /// Runs the program once, as on 2026-12-01 at 19:00.
    pub fn run(&self, args: &[&str], input: &str) -> Said {
        self.runs.set(self.runs.get() + 1);
        let at = Moment::parse("2026-12-01T19:00:00Z").unwrap();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let state = self.folder.path().join("state");
        // Later runs get smaller numbers, as may happen by chance.
        let random = Cell::new(self.runs.get() << 32 | (0xffff_0000 - self.runs.get() * 16));
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
        let data = data.to_str().unwrap();
        let program = ["cramless", "--data", data];
        let args = program.iter().chain(args);
        let code = cli::run(args.map(Into::into), &mut world);
        Said {
            code,
            out: String::from_utf8(out).unwrap(),
            err: String::from_utf8(err).unwrap(),
        }
    }

    /// Runs `drive` on these requests; one reply each.
    pub fn drive(&self, requests: &[Value]) -> Vec<Value> {
        let lines: String = requests.iter().map(|r| format!("{r}\n")).collect();
        let said = self.run(&["drive"], &lines);
        assert_eq!(said.code, 0, "{}", said.err);
        let lines = said.out.lines();
        let replies: Vec<Value> = lines.map(|l| serde_json::from_str(l).unwrap()).collect();
        assert_eq!(replies.len(), requests.len());
        replies
    }

    /// Everything in the journals.
    pub fn journal(&self) -> String {
        let folder = fs::read_dir(self.folder.path().join("data/journal")).unwrap();
        let files = folder.map(|f| fs::read_to_string(f.unwrap().path()).unwrap());
        files.collect()
    }
}

pub fn deck_json(deck: &Deck) -> Value {
    let card = |c: &Card| {
        let mut out = json!({ "id": c.id, "task": c.task });
        if let Some(concept) = &c.concept {
            out["concept"] = json!(concept);
        }
        match &c.face {
            Face::Flashcard(f) => {
                out["kind"] = json!("flashcard");
                out["front"] = json!(f.front);
                out["back"] = json!(f.back);
            }
            Face::Choice(q) => {
                out["kind"] = json!("choice");
                out["stem"] = json!(q.stem);
                out["tests"] = json!(q.tests);
                out["origin"] = json!(q.origin);
                let option = |o: &ChoiceOption| {
                    json!({ "id": o.id, "text": format!("{} of {}", o.text, c.id),
                            "correct": o.correct, "why": o.why })
                };
                out["options"] = q.options.iter().map(option).collect();
            }
        }
        out
    };
    json!({
        "format": 1, "id": deck.id, "title": deck.title, "exam": "T-1",
        "cards": deck.cards.iter().map(card).collect::<Value>(),
    })
}

pub fn exam_json() -> Value {
    let b = blueprint();
    let domain = |d: &Domain| {
        let tasks = d
            .tasks
            .iter()
            .map(|t| json!({ "id": t.id, "title": t.title }));
        json!({ "title": d.title, "weight": d.weight, "tasks": tasks.collect::<Value>() })
    };
    json!({
        "format": 1, "code": b.code, "title": b.title, "questions": b.questions,
        "unscored": b.unscored, "minutes": b.minutes,
        "scaled": { "lowest": 100, "highest": 1000, "pass": 750 },
        "multiple_response": b.multiple_response,
        "domains": b.domains.iter().map(domain).collect::<Value>(),
    })
}

/// The key of a question of the pack.
pub fn key(card: &str) -> Vec<&'static str> {
    let n: usize = card.trim_start_matches("d#q").parse().unwrap();
    if n.is_multiple_of(7) {
        vec!["a", "b"]
    } else {
        vec!["a"]
    }
}
