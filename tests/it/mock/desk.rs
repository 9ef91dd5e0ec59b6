//! A folder with decks and an exam, and the program run on it by lines of JSON.

use super::hall::{blueprint, pack};
use crate::program::Program;
use cramless::domain::*;
use serde_json::{Value, json};
use std::ops::Deref;

/// A person's files.
pub struct Desk(Program);

impl Deref for Desk {
    type Target = Program;

    fn deref(&self) -> &Program {
        &self.0
    }
}

impl Desk {
    /// With a pack of so many questions.
    pub fn new(size: usize) -> Self {
        let program = Program::new(0);
        program.write("decks/d.json", &deck_json(&pack(size)).to_string());
        program.write("decks/exam.json", &exam_json().to_string());
        Self(program)
    }

    /// Runs `drive` on these requests; one reply each.
    pub fn drive(&self, requests: &[Value]) -> Vec<Value> {
        self.drives(&[], requests)
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
