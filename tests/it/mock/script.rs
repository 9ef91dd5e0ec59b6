//! A paper by JSON lines, as a script or a screen reader sits it.

use super::desk::{Desk, key};
use serde_json::{Value, json};

const GOAL: &str = r#"{"op":"goal","exam":"T-1","minutes":30,"at":"2026-12-01T18:00:00Z"}"#;

fn goal() -> Value {
    serde_json::from_str(GOAL).unwrap()
}

/// So many seconds after 19:00.
fn at(seconds: u32) -> String {
    let (h, m, s) = (19 + seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("2026-12-01T{h:02}:{m:02}:{s:02}Z")
}

fn start(questions: usize) -> Value {
    json!({ "op": "mock", "questions": questions, "seed": 7, "at": at(0) })
}

fn error(reply: &Value) -> &str {
    reply["error"].as_str().unwrap_or_else(|| panic!("{reply}"))
}

/// Answers every question of a paper, the first `right` of each domain right,
/// a minute each.
fn answers(paper: &Value, right: [usize; 4]) -> Vec<Value> {
    let mut asked = [0; 4];
    let mut out = Vec::new();
    for (i, q) in paper["questions"].as_array().unwrap().iter().enumerate() {
        let domain = q["domain"].as_u64().unwrap() as usize - 1;
        asked[domain] += 1;
        let key = key(q["card"].as_str().unwrap());
        let options = match asked[domain] <= right[domain] {
            true => key,
            false => vec!["c"],
        };
        out.push(json!({
            "op": "answer", "question": i + 1, "options": options, "seconds": 60,
            "at": at(60 * (i as u32 + 1)),
        }));
    }
    out
}

#[test]
fn a_paper_from_start_to_finish() {
    let desk = Desk::new(325);
    let paper = &desk.drive(&[goal(), start(65)])[1];
    assert_eq!(paper["minutes"], 180);
    assert_eq!(paper["questions"].as_array().unwrap().len(), 65);
    assert_eq!(
        (&paper["held_back"], &paper["first_sight_left"]),
        (&json!(1), &json!(2))
    );
    let first = &paper["questions"][0];
    assert!(first["stem"].is_string() && first["options"][0]["text"].is_string());
    assert!(!paper.to_string().contains("correct"), "never the key");

    let mut lines = vec![json!({ "op": "mock", "resume": true, "at": at(0) })];
    lines.extend(answers(paper, [9, 4, 20, 0]));
    lines.push(json!({ "op": "finish", "at": at(65 * 60) }));
    lines.push(json!({ "op": "report", "at": at(65 * 60) }));
    let replies = desk.drive(&lines);
    assert_eq!(replies[1]["recorded"], true);
    assert_eq!(replies[1]["left_seconds"], 180 * 60 - 60);
    let result = &replies[66];
    assert_eq!((&result["right"], &result["of"]), (&json!(33), &json!(65)));
    let domain = |n: usize| (&result["domains"][n]["right"], &result["domains"][n]["of"]);
    assert_eq!(domain(0), (&json!(9), &json!(13)));
    assert_eq!(domain(1), (&json!(4), &json!(16)));
    assert_eq!(domain(2), (&json!(20), &json!(23)));
    assert_eq!(domain(3), (&json!(0), &json!(13)));
    assert_eq!(result["missed"].as_array().unwrap().len(), 32);
    let report = &replies[67];
    assert_eq!(
        (&report["ok"], &report["mean_seconds"]),
        (&json!(true), &json!(60.0))
    );
    assert_eq!(report["mock"], result["mock"]);

    let stats: Value = serde_json::from_str(&desk.run(&["stats", "--json"], "").out).unwrap();
    assert_eq!(
        (&stats["reviews"], &stats["cards"]["missed"]),
        (&json!(65), &json!(32))
    );
    let paper = &stats["mocks"][0];
    assert_eq!((&paper["right"], &paper["of"]), (&json!(33), &json!(65)));
    let today = &stats["calendar"]["days"][0];
    assert_eq!(
        (&today["papers"], &today["seconds"]),
        (&json!(1), &json!(0.0))
    );
    assert_eq!(stats["past"]["checks"][0]["right"], json!(33));
    for part in ["calibration", "readiness", "tasks", "forecast"] {
        assert!(!stats[part].is_null(), "{part}");
    }
}

#[test]
fn one_moment_given_to_several_runs_keeps_their_order() {
    let desk = Desk::new(325);
    desk.drive(&[goal()]);
    // Sessions' ids are drawn at random: by chance one in two came earlier.
    for round in 0..6 {
        let now = at(60 * round);
        let start = json!({ "op": "mock", "questions": 10, "seed": round, "at": now });
        assert!(desk.drive(&[start])[0]["mock"].is_string());
        let answer = json!({ "op": "answer", "question": 1, "options": ["a"], "at": now });
        assert_eq!(desk.drive(&[answer])[0]["recorded"], true);
        let finish = json!({ "op": "finish", "at": at(0) });
        assert_eq!(desk.drive(&[finish])[0]["of"], 10, "round {round}");
    }
}

#[test]
fn the_same_paper_comes_back_after_a_restart() {
    let desk = Desk::new(325);
    let paper = desk.drive(&[goal(), start(20)])[1].clone();
    let sat = desk.drive(&[
        json!({ "op": "answer", "question": 3, "options": ["b"], "flag": true, "seconds": 70,
                "at": at(300) }),
        json!({ "op": "flag", "question": 5, "at": at(310) }),
    ]);
    assert_eq!(sat[0]["recorded"], true);
    assert_eq!(sat[1], json!({ "ok": true, "question": 5, "flag": true }));
    // Hours later: the time between is not counted unless that is asked for.
    let back = &desk.drive(&[json!({ "op": "mock", "resume": true, "at": at(9_000) })])[0];
    assert_eq!(back["mock"], paper["mock"]);
    assert_eq!(back["elapsed_seconds"], 310);
    assert_eq!(back["left_seconds"], 55 * 60 - 310);
    for (was, is) in paper["questions"]
        .as_array()
        .unwrap()
        .iter()
        .zip(back["questions"].as_array().unwrap())
    {
        assert_eq!(
            (&was["card"], &was["options"]),
            (&is["card"], &is["options"])
        );
    }
    let third = &back["questions"][2];
    assert_eq!(
        (&third["chosen"], &third["flag"], &third["seconds"]),
        (&json!(["b"]), &json!(true), &json!(70.0))
    );
    assert_eq!(back["questions"][4]["flag"], true);
    let journal = desk.journal();
    assert!(
        journal.contains("\"away_ms\":300000,\"counted\":true"),
        "a script's next line"
    );
    assert!(
        journal.contains("\"away_ms\":8690000,\"counted\":false"),
        "resumed by name"
    );
}

#[test]
fn the_clock_is_at_and_the_paper_ends_with_it() {
    let desk = Desk::new(325);
    let replies = desk.drive(&[
        goal(),
        start(10),
        json!({ "op": "goto", "question": 4, "at": at(60) }),
        json!({ "op": "answer", "question": 1, "options": ["a"], "at": at(120) }),
        json!({ "op": "answer", "question": 2, "options": ["a"], "at": at(28 * 60 + 1) }),
        json!({ "op": "finish", "at": at(28 * 60 + 2) }),
        json!({ "op": "finish", "at": at(28 * 60 + 3) }),
    ]);
    assert_eq!(replies[2]["left_seconds"], 27 * 60);
    assert_eq!(
        (&replies[2]["ok"], &replies[2]["question"]),
        (&json!(true), &json!(4))
    );
    assert!(error(&replies[4]).starts_with("the time was up"));
    assert_eq!(
        (&replies[5]["time_up"], &replies[5]["unanswered"]),
        (&json!(true), &json!(9))
    );
    assert_eq!(replies[5]["elapsed_seconds"], 28 * 60);
    assert!(error(&replies[6]).starts_with("no paper is open"));
}

#[test]
fn one_paper_at_a_time() {
    let desk = Desk::new(325);
    let replies = desk.drive(&[
        goal(),
        json!({ "op": "answer", "question": 1, "options": ["a"], "at": at(0) }),
        start(10),
        start(20),
        json!({ "op": "mock", "discard": true, "at": at(9) }),
        start(20),
    ]);
    assert!(error(&replies[1]).starts_with("no paper is open"));
    let refused = error(&replies[3]);
    assert!(
        refused.contains("\"resume\":true") && refused.contains("\"discard\":true"),
        "{refused}"
    );
    assert_eq!(replies[4]["discarded"], replies[2]["mock"]);
    assert_eq!(replies[5]["questions"].as_array().unwrap().len(), 20);
    let list = desk.says(&["mock", "--list"]);
    assert!(list.contains("of 10  given up"), "{list}");
    assert!(list.contains("  0 of 20  open"), "{list}");
}

#[test]
fn what_makes_no_sense_is_said_and_the_paper_goes_on() {
    let desk = Desk::new(325);
    let replies = desk.drive(&[
        goal(),
        start(10),
        json!({ "op": "answer", "question": 11, "options": ["a"], "at": at(1) }),
        json!({ "op": "answer", "question": 1, "options": ["zz"], "at": at(1) }),
        json!({ "op": "answer", "question": 1, "at": at(1) }),
        json!({ "op": "answer", "options": ["a"], "at": at(1) }),
        // Too many is a wrong answer, never refused.
        json!({ "op": "answer", "question": 1, "options": ["a", "b", "c", "d"], "at": at(1) }),
        json!({ "op": "finish", "at": at(2) }),
        json!({ "op": "report", "mock": "nothing", "at": at(2) }),
        json!({ "op": "mock", "questions": 65, "domain": 1, "at": at(2) }),
    ]);
    assert_eq!(error(&replies[2]), "question: this paper has 1 to 10");
    assert_eq!(error(&replies[3]), "options: question 1 has no option zz");
    assert!(error(&replies[4]).starts_with("options: which ones?"));
    assert!(error(&replies[5]).starts_with("question: which one"));
    assert_eq!(replies[6]["recorded"], true);
    assert_eq!(
        (&replies[7]["right"], &replies[7]["unanswered"]),
        (&json!(0), &json!(9))
    );
    assert!(error(&replies[8]).starts_with("there is no paper nothing"));
    let short = error(&replies[9]);
    assert!(
        short.starts_with("domain 1 needs 65 questions") && short.contains("\"questions\":"),
        "{short}"
    );
}

#[test]
fn practice_explains_each_answer_once() {
    let desk = Desk::new(325);
    let replies = desk.drive(&[
        goal(),
        json!({ "op": "mock", "questions": 10, "practice": true, "seed": 3, "at": at(0) }),
        json!({ "op": "answer", "question": 1, "options": ["c"], "sure": false, "at": at(1) }),
        json!({ "op": "answer", "question": 1, "options": ["a"], "at": at(2) }),
    ]);
    assert_eq!(replies[2]["correct"], false);
    assert_eq!(replies[2]["options"][0]["why"], "Because a.");
    assert_eq!(error(&replies[3]), "question 1 was answered and explained");
}

#[test]
fn a_disputed_key_leaves_the_score_and_is_listed() {
    let desk = Desk::new(325);
    let replies = desk.drive(&[
        goal(),
        start(10),
        json!({ "op": "answer", "question": 1, "options": ["c"], "at": at(9) }),
        json!({ "op": "finish", "at": at(10) }),
    ]);
    let card = replies[1]["questions"][0]["card"].clone();
    assert_eq!(
        desk.run(&["decks", "--disputed"], "").out,
        "No key is disputed.\n"
    );
    let replies = desk.drive(&[
        json!({ "op": "dispute", "card": card, "at": at(11) }),
        json!({ "op": "report", "at": at(12) }),
    ]);
    assert_eq!(
        (&replies[1]["right"], &replies[1]["of"]),
        (&json!(0), &json!(10))
    );
    assert_eq!(replies[1]["undisputed"], json!({ "right": 0, "of": 9 }));
    let listed = desk.run(&["decks", "--disputed"], "").out;
    assert!(listed.starts_with(card.as_str().unwrap()), "{listed}");
    let listed = desk.run(&["decks", "--disputed", "--json"], "").out;
    let listed: Value = serde_json::from_str(&listed).unwrap();
    assert_eq!(listed[0]["card"], card);
}

#[test]
fn a_paper_is_outside_the_days_minutes() {
    let desk = Desk::new(325);
    let answer = |n: u32| json!({ "op": "answer", "question": n, "options": ["a"], "seconds": 120, "at": at(2 * n) });
    let mut requests = vec![goal(), start(10)];
    requests.extend((1..=10).map(answer));
    requests.push(json!({ "op": "finish", "at": at(25) }));
    requests.push(json!({ "op": "next", "at": at(26) }));
    let replies = desk.drive(&requests);
    assert!(
        replies.last().unwrap()["card"]["id"].is_string(),
        "{replies:?}"
    );
    let stats: Value = serde_json::from_str(&desk.says(&["stats", "--json"])).unwrap();
    let day = &stats["days"][0];
    assert_eq!(
        (&day["seconds"], &day["paper_seconds"]),
        (&json!(0.0), &json!(1200.0))
    );
    // A dispute later changes nothing of what the day took.
    let card = replies[1]["questions"][0]["card"].clone();
    desk.drive(&[json!({ "op": "dispute", "card": card, "at": at(30) })]);
    let again: Value = serde_json::from_str(&desk.says(&["stats", "--json"])).unwrap();
    assert_eq!(again["days"][0], *day);
}
