//! What is held back for a paper is not found before it was sat; what was on
//! a paper is found by its name.

use super::desk::{Desk, key};
use serde_json::{Value, json};
use std::collections::HashSet;

fn found(desk: &Desk, words: &str) -> HashSet<String> {
    let said = desk.run(&["search", "--json", words], "");
    let rows: Value = serde_json::from_str(&said.out).unwrap();
    let rows = rows.as_array().unwrap().iter();
    rows.map(|r| r["card"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn held_back_questions_are_found_once_their_paper_was_sat() {
    let desk = Desk::new(325);
    let all = found(&desk, "is:question");
    desk.drive(&[json!({ "op": "goal", "exam": "T-1", "minutes": 30 })]);
    let open = found(&desk, "is:question");
    assert!(open.len() < all.len(), "papers are held back");
    let paper = &desk.drive(&[json!({ "op": "mock", "questions": 65, "seed": 7 })])[0];
    let asked: HashSet<String> = paper["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|q| q["card"].as_str().unwrap().to_owned())
        .collect();
    assert!(
        found(&desk, "is:question").is_disjoint(&asked),
        "an open paper"
    );

    // All but the first three are answered right.
    let mut lines = vec![json!({ "op": "mock", "resume": true })];
    for (i, q) in paper["questions"].as_array().unwrap().iter().enumerate() {
        let key = key(q["card"].as_str().unwrap());
        let options = if i < 3 { vec!["c"] } else { key };
        lines.push(json!({ "op": "answer", "question": i + 1, "options": options }));
    }
    lines.push(json!({ "op": "finish" }));
    desk.drive(&lines);
    assert_eq!(found(&desk, "mock:last"), asked);
    let missed = found(&desk, "mock:last is:missed");
    assert_eq!(missed.len(), 3);
    let listed = desk.run(&["missed", "--list", "--json", "--mock", "last"], "");
    let listed: Value = serde_json::from_str(&listed.out).unwrap();
    let listed = listed.as_array().unwrap().iter();
    let listed: HashSet<String> = listed
        .map(|r| r["card"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(listed, missed);
    assert_eq!(
        desk.run(&["missed", "--list", "--mock", "never"], "").code,
        2
    );

    // Made good on two later days, they leave.
    for (day, left) in [(2, 3), (3, 0)] {
        let at = format!("2026-12-{:02}T19:00:00Z", day);
        let choose =
            |card: &String| json!({ "op": "choose", "card": card, "options": key(card), "at": at });
        let mut lines: Vec<Value> = missed.iter().map(choose).collect();
        lines.push(json!({ "op": "missed", "at": at }));
        let replies = desk.drive(&lines);
        let queue = replies[missed.len()]["missed"].as_array().unwrap();
        assert_eq!(queue.len(), left, "on day {day}");
    }
}
