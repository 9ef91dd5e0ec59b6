//! The plan for exam day from the command line and over `drive`.

use super::program::Program;
use cramless::domain::Moment;
use serde_json::{Value, json};

const TOPICS: [&str; 4] = ["1.1", "1.2", "2.1", "2.2"];

/// A person with forty cards on four task statements, a question on each, and
/// a clock.
struct Person(Program);

impl std::ops::Deref for Person {
    type Target = Program;

    fn deref(&self) -> &Program {
        &self.0
    }
}

impl Person {
    fn new() -> Self {
        let program = Program::new(0);
        let mut cards: Vec<Value> = (0..40)
            .map(|n| {
                json!({ "id": format!("c{n}"), "kind": "flashcard", "task": TOPICS[n % 4],
                        "front": format!("What is {n}?"), "back": format!("It is {n}.") })
            })
            .collect();
        cards.extend((0..4).map(|n| {
            json!({ "id": format!("q{n}"), "kind": "choice", "task": TOPICS[n],
                    "origin": "authored", "tests": [format!("c{n}")],
                    "stem": format!("Which is {n}?"), "options": [
                        { "id": "a", "text": "This", "correct": true, "why": "It is." },
                        { "id": "b", "text": "That", "correct": false, "why": "No." },
                        { "id": "c", "text": "Those", "correct": false, "why": "No." },
                        { "id": "d", "text": "None", "correct": false, "why": "No." } ] })
        }));
        let deck = json!({ "format": 1, "id": "d", "title": "A deck", "exam": "T-1",
                           "cards": cards });
        program.write("decks/d.json", &deck.to_string());
        let domain = |n: u8| {
            json!({ "title": format!("Domain {n}"), "weight": 50.0,
                    "tasks": [{ "id": format!("{n}.1"), "title": "A task" },
                              { "id": format!("{n}.2"), "title": "Another" }] })
        };
        let exam = json!({ "format": 1, "code": "T-1", "title": "An exam", "questions": 4,
            "unscored": 0, "minutes": 8, "scaled": { "lowest": 100, "highest": 1000, "pass": 750 },
            "multiple_response": 0.0, "last_sitting": "2027-03-31",
            "domains": [domain(1), domain(2)] });
        program.write("decks/exam.json", &exam.to_string());
        Self(program)
    }

    fn on(&self, day: &str) {
        let evening = Moment::parse(&format!("{day}T19:00:00Z"));
        self.now.set(evening.unwrap());
    }

    #[track_caller]
    fn plan(&self, args: &[&str]) -> Value {
        let said = self.run(&[&["plan", "--deck", "d", "--json"], args].concat(), "");
        assert_eq!(said.code, 0, "{args:?}: {}", said.err);
        serde_json::from_str(&said.out).unwrap()
    }

    #[track_caller]
    fn refused(&self, args: &[&str]) -> String {
        let said = self.run(&[&["plan", "--deck", "d"], args].concat(), "");
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        said.err
    }

    #[track_caller]
    fn drive(&self, requests: &[Value]) -> Vec<Value> {
        self.drives(&["--deck", "d"], requests)
    }

    #[track_caller]
    fn one(&self, request: Value) -> Value {
        self.drive(&[request]).remove(0)
    }

    /// Some cards are answered, one a second.
    fn study(&self, cards: std::ops::Range<usize>, grade: &str) {
        let requests = cards.map(|n| {
            json!({ "op": "grade", "card": format!("d#c{n}"), "grade": grade, "seconds": 10.0 })
        });
        for reply in self.drive(&requests.collect::<Vec<_>>()) {
            assert_eq!(reply["recorded"], json!(true), "{reply}");
        }
    }
}

#[test]
fn a_goal_is_set_in_the_persons_words_and_changed_piece_by_piece() {
    let p = Person::new();
    assert_eq!(p.plan(&[])["goal"], Value::Null);
    let said = p.plan(&[
        "--exam-date",
        "in 6 weeks",
        "--minutes",
        "1 h",
        "--days-off",
        "sat,sun",
    ]);
    assert_eq!(
        said["goal"],
        json!({ "exam": "T-1", "exam_date": "2027-01-12", "minutes": 60, "days_off": [5, 6],
                "dates_off": [] })
    );
    assert_eq!(said["days_left"], json!(42));
    let said = p.plan(&["--days-off", "sun", "24 Dec – 26 Dec"]);
    assert_eq!(said["goal"]["days_off"], json!([6]));
    assert_eq!(
        said["goal"]["dates_off"],
        json!(["2026-12-24", "2026-12-25", "2026-12-26"])
    );
    assert_eq!(said["goal"]["minutes"], json!(60), "what isn't named stays");
    let said = p.plan(&["--minutes", "25"]);
    assert_eq!(said["goal"]["exam_date"], json!("2027-01-12"));
    let said = p.plan(&["--not-booked"]);
    assert_eq!(said["goal"]["exam_date"], Value::Null);
    assert_eq!(said["goal"]["exam"], json!("T-1"));
    let said = p.plan(&["--knowledge-only"]);
    assert_eq!(said["goal"]["exam"], Value::Null);
    // Each a line of the journal; looking changes nothing.
    p.plan(&[]);
    assert_eq!(p.journal().matches("goal-set").count(), 5);
}

#[test]
fn what_is_no_goal_is_refused_in_a_sentence() {
    let p = Person::new();
    assert!(p.refused(&["--exam-date", "soon"]).contains("Not a date"));
    assert!(
        p.refused(&["--exam-date", "2026-11-30"])
            .contains("is past")
    );
    assert!(p.refused(&["--minutes", "0"]).contains("--minutes"));
    let err = p.refused(&["--days-off", "weekdays,weekends"]);
    assert!(err.contains("no day to study"), "{err}");
    assert!(p.refused(&["--days-off", "someday"]).contains("is no day"));
    assert!(p.refused(&["--result", "maybe"]).contains("pass or fail"));
    assert!(
        p.refused(&["--result", "pass", "9999"])
            .contains("between 100 and 1000")
    );
    p.plan(&["--exam-date", "2027-01-12"]);
    let err = p.refused(&["--result", "pass"]);
    assert!(err.contains("still to come"), "{err}");
    let said = p.run(&["plan", "--exam-date", "2027-01-12", "--not-booked"], "");
    assert_eq!(said.code, 2);
}

#[test]
fn a_date_after_the_last_sitting_is_taken_with_one_plain_remark() {
    let p = Person::new();
    let said = p.run(&["plan", "--deck", "d", "--exam-date", "2027-05"], "");
    assert_eq!(said.code, 0);
    assert_eq!(
        said.err.matches("last given on 31 Mar 2027").count(),
        1,
        "{}",
        said.err
    );
    assert!(said.out.contains("Saturday 1 May 2027"), "{}", said.out);
    let said = p.plan(&["--exam-date", "2027-03-31"]);
    assert_eq!(said["remark"], Value::Null);
}

#[test]
fn a_date_that_passed_is_said_and_nothing_changes_until_the_person_does() {
    let p = Person::new();
    p.plan(&["--exam-date", "2026-12-10", "--minutes", "20"]);
    p.study(0..30, "good");
    p.on("2026-12-12");
    let said = p.run(&["plan", "--deck", "d"], "");
    for words in [
        "is past. How did it go?",
        "--result",
        "--not-booked",
        "What date to book?",
    ] {
        assert!(said.out.contains(words), "no {words:?} in\n{}", said.out);
    }
    let before = p.plan(&[]);
    assert_eq!(before["goal"]["exam_date"], json!("2026-12-10"));
    assert!(before["forecast"]["exam_date"].is_null());
    assert_eq!(before["result"], Value::Null);
    assert!(p.one(json!({ "op": "readiness" }))["passed_by"].is_string());
    let told = p.plan(&["--result", "pass", "812"]);
    assert_eq!(
        told["goal"]["exam_date"],
        json!("2026-12-10"),
        "nothing silently"
    );
    let result = &told["result"];
    assert_eq!(
        (&result["passed"], &result["score"], &result["exam_date"]),
        (&json!(true), &json!(812), &json!("2026-12-10"))
    );
    let forecast = &result["forecast"];
    let (low, high) = (
        forecast["low"].as_f64().unwrap(),
        forecast["high"].as_f64().unwrap(),
    );
    assert!(0.2 < low && low < high && high < 0.95, "{forecast}");
    // What is answered after the exam was no part of its forecast.
    p.study(0..40, "easy");
    assert_eq!(p.plan(&[])["result"]["forecast"], *forecast);
    let said = p.run(&["plan", "--deck", "d"], "");
    assert!(said.out.contains("passed, 812"), "{}", said.out);
    assert!(said.out.contains("expected that morning: "), "{}", said.out);
    assert!(!said.out.contains("to book"), "it is passed: {}", said.out);
    let stats = p.says(&["stats"]);
    assert!(
        stats.contains("Your exam, Thursday 10 December 2026: passed, 812. Expected that morning:"),
        "{stats}"
    );
    let of_stats: Value = serde_json::from_str(&p.says(&["stats", "--json"])).unwrap();
    assert_eq!(of_stats["past"]["exam"]["low"], forecast["low"]);
    let again = p.plan(&["--exam-date", "in 3 weeks"]);
    assert_eq!(again["passed_by"], Value::Null);
}

#[test]
fn papers_days_off_and_the_curve_stand_in_the_plan() {
    let p = Person::new();
    let plan = p.plan(&["--exam-date", "2026-12-31", "--days-off", "16 dec, sun"]);
    let days: Vec<&str> = plan["papers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|p| p["day"].as_str().unwrap())
        .collect();
    // Half of the calendar would be the 16th, which is off.
    assert_eq!(days, ["2026-12-17", "2026-12-25"]);
    let forecast = &plan["forecast"];
    let days = forecast["days"].as_array().unwrap();
    assert_eq!(days.len(), 31, "today to the exam's morning");
    for day in days {
        let sunday = ["2026-12-06", "2026-12-13", "2026-12-20", "2026-12-27"];
        let name = day["day"].as_str().unwrap();
        let off = sunday.contains(&name) || name == "2026-12-16";
        assert_eq!(day["off"], json!(off), "{day}");
        assert!(!off || day["minutes"] == json!(0.0), "{day}");
    }
    assert!(
        days[29]["minutes"].as_f64().unwrap() <= 15.5,
        "the last evening"
    );
    let choices = forecast["choices"].as_array().unwrap();
    assert_eq!(choices.len(), 4);
    assert_eq!(choices[3]["exam_date"], json!("2027-01-07"));
    let words = |p: &Person| p.says(&["plan", "--deck", "d"]);
    let said = words(&p);
    assert!(said.contains("Nothing to go by yet"), "{said}");
    assert!(!said.contains('%'), "no number of nobody: {said}");
    p.study(0..8, "good");
    let said = words(&p);
    assert!(said.contains("20 minutes a day you will reach"), "{said}");
    assert!(said.contains("a week later:"), "{said}");
    assert!(said.contains("Ready       too early to say"), "{said}");
    assert!(said.contains("8 of 44 cards seen so far"), "{said}");
}

#[test]
fn a_plan_after_ten_days() {
    let p = Person::new();
    p.plan(&["--exam-date", "2027-01-12"]);
    for day in 1..=10 {
        p.on(&format!("2026-12-{day:02}"));
        p.study(0..20 + day, if day % 3 == 0 { "hard" } else { "good" });
    }
    let said = p.says(&["plan", "--deck", "d"]);
    for words in [
        "% right on exam day (",
        "of 1000, where 750 passes",
        "vague: no question seen at first sight yet",
        "minutes a day you will reach",
        " 71 % │░┄┄┄┄",
        "  min │",
        "  new │+",
        "       today                                             Tue 12 Jan",
        "━ questions right   ░ its range   ▄ minutes   ┄ about a pass   + new cards",
        "of the planned time is studied, as so far.",
    ] {
        assert!(said.contains(words), "no {words:?} in\n{said}");
    }
    assert!(said.lines().all(|l| l.chars().count() < 80), "{said}");
    p.plan(&["--not-booked"]);
    for args in [&["plan", "--deck", "d"][..], &["stats"]] {
        let said = p.says(args);
        assert!(said.contains("a day you would reach"), "{said}");
        assert!(said.contains("What date to book? The first with"), "{said}");
    }
}

#[test]
fn without_an_exam_nobody_speaks_of_passing_one() {
    let p = Person::new();
    p.plan(&["--knowledge-only"]);
    for day in 1..=4 {
        p.on(&format!("2026-12-{day:02}"));
        p.study(0..24, "good");
    }
    for args in [&["plan", "--deck", "d"][..], &["stats"]] {
        let said = p.says(args);
        assert!(said.contains("a day you would hold"), "{said}");
        assert!(said.contains("of these cards by"), "{said}");
        for words in ["pass", "reach", "book", "right on"] {
            assert!(!said.contains(words), "{words:?} in {said}");
        }
    }
    assert_eq!(p.plan(&[])["forecast"]["bookings"], json!([]));
}

#[test]
fn on_the_morning_of_the_exam_nothing_is_forecast() {
    let p = Person::new();
    p.plan(&["--exam-date", "2026-12-05"]);
    for day in 1..=4 {
        p.on(&format!("2026-12-{day:02}"));
        p.study(0..30, "good");
    }
    p.on("2026-12-05");
    let said = p.says(&["plan", "--deck", "d"]);
    assert!(said.contains("today. Good luck!"), "{said}");
    assert!(said.contains("% right today ("), "{said}");
    assert!(
        !said.contains("book") && !said.contains("minutes a day you"),
        "{said}"
    );
    let said = p.says(&["stats"]);
    assert!(said.contains("The exam is today. Good luck!"), "{said}");
    assert!(!said.contains("to book"), "{said}");
    assert_eq!(p.plan(&[])["forecast"]["bookings"], json!([]));
}

#[test]
fn drive_tells_goal_forecast_and_what_raises_it_most() {
    let p = Person::new();
    let reply = p.one(
        json!({ "op": "goal", "exam_date": "2026-12-20", "minutes": 20,
                              "days_off": [5, "2026-12-08", "sun", "2026-12-06", "8 dec"],
                              "forecast": true }),
    );
    assert_eq!(reply["goal"]["days_off"], json!([5, 6]));
    assert_eq!(
        reply["goal"]["dates_off"],
        json!(["2026-12-06", "2026-12-08"])
    );
    assert!(reply["forecast"]["expected"].is_f64(), "{reply}");
    assert_eq!(reply["papers"].as_array().unwrap().len(), 2);
    let plain = p.one(json!({ "op": "goal", "exam_date": "in 2 weeks", "minutes": 20 }));
    assert!(plain.get("forecast").is_none());
    assert_eq!(plain["goal"]["exam_date"], json!("2026-12-15"));
    assert_eq!(
        plain["goal"]["days_off"],
        json!([5, 6]),
        "what isn't named stays"
    );
    assert!(p.one(json!({ "op": "goal", "days_off": [7] }))["error"].is_string());
    p.study(0..12, "good");
    let reply = p.one(json!({ "op": "readiness", "forecast": true }));
    assert_eq!(reply["by_domain"].as_array().unwrap().len(), 2);
    let raises = reply["raises_most"].as_array().unwrap();
    assert!(raises.len() == 4 && raises[0]["points_per_hour"].as_f64() > Some(0.0));
    assert!(reply["forecast"]["days"].is_array());
    let now = reply["expected"].as_f64().unwrap();
    assert!(reply["forecast"]["expected"].as_f64().unwrap() > now + 0.05);
    let asked = p.one(json!({ "op": "forecast" }));
    assert_eq!(
        asked["forecast"], reply["forecast"],
        "the same progress, the same forecast"
    );
}

#[test]
fn a_card_known_cold_is_checked_once_and_rests() {
    let p = Person::new();
    p.one(json!({ "op": "goal", "exam_date": "2027-01-31", "minutes": 20 }));
    let reply = p.one(json!({ "op": "known-cold", "card": "d#c9" }));
    assert_eq!(
        reply,
        json!({ "ok": true, "card": "d#c9", "known_cold": true })
    );
    let recall = |p: &Person| p.one(json!({ "op": "readiness", "cards": true }))["recall"].clone();
    assert!((recall(&p)["d#c9"].as_f64().unwrap() - 0.9).abs() < 1e-6);
    // Today nobody asks for it.
    let shown = |p: &Person, n: usize| {
        let mut seen = Vec::new();
        for _ in 0..n {
            let reply = p.one(json!({ "op": "next", "left": 1000.0 }));
            let Some(card) = reply["card"]["id"].as_str().map(str::to_owned) else {
                break;
            };
            let answer = match reply["card"]["kind"].as_str() {
                Some("choice") => json!({ "op": "choose", "card": card, "options": ["a"] }),
                _ => json!({ "op": "grade", "card": card, "grade": "good", "seconds": 5.0 }),
            };
            p.one(answer);
            seen.push(card);
        }
        seen
    };
    let today = shown(&p, 60);
    assert_eq!(today.len(), 43, "all but that one");
    assert!(!today.contains(&"d#c9".to_owned()));
    p.on("2026-12-04");
    assert_eq!(shown(&p, 1), ["d#c9"], "the check comes first");
    p.on("2026-12-05");
    assert!(
        !shown(&p, 60).contains(&"d#c9".to_owned()),
        "passed: it rests"
    );
    assert!((recall(&p)["d#c9"].as_f64().unwrap() - 0.9).abs() < 1e-6);
}

#[test]
fn a_card_known_cold_that_fails_its_check_is_studied_like_any_other() {
    let p = Person::new();
    p.one(json!({ "op": "goal", "exam_date": "2027-01-31", "minutes": 20 }));
    p.one(json!({ "op": "known-cold", "card": "d#c1" }));
    // A question that needs it finds it out on the next day.
    p.on("2026-12-02");
    p.one(json!({ "op": "choose", "card": "d#q1", "options": ["b"] }));
    let next = p.one(json!({ "op": "next", "left": 300.0 }));
    assert_eq!(next["card"]["id"], json!("d#c1"), "behind the miss");
    p.one(json!({ "op": "grade", "card": "d#c1", "grade": "again", "seconds": 9.0 }));
    p.on("2026-12-03");
    let recall = p.one(json!({ "op": "readiness", "cards": true }));
    assert!(recall["recall"]["d#c1"].as_f64().unwrap() < 0.85);
}

#[test]
fn easy_first_looks_move_what_is_expected_of_their_task_statement() {
    let p = Person::new();
    p.one(json!({ "op": "goal", "exam_date": "2027-01-31", "minutes": 20 }));
    let recall = |card: &str| {
        let reply = p.one(json!({ "op": "readiness", "cards": true }));
        reply["recall"][card].as_f64().unwrap()
    };
    let at_first = recall("d#c36");
    // Eight cards of 1.1 are known at once, eight of 2.1 are not.
    let grade = |n: usize, grade: &str| json!({ "op": "grade", "card": format!("d#c{n}"), "grade": grade, "seconds": 6.0 });
    let mut all: Vec<Value> = (0..8).map(|n| grade(4 * n, "easy")).collect();
    all.extend((0..8).map(|n| grade(4 * n + 2, "again")));
    p.drive(&all);
    assert_eq!(recall("d#c36"), at_first, "a day is planned by its dawn");
    p.on("2026-12-02");
    let (easy, hard) = (recall("d#c36"), recall("d#c38"));
    assert!((at_first - 0.15).abs() < 1e-6);
    assert!(easy > 0.3, "{easy}");
    assert!((hard - 0.15).abs() < 0.02, "{hard}");
}

#[test]
fn the_last_evening_brings_nothing_new_over_drive() {
    let p = Person::new();
    p.one(json!({ "op": "goal", "exam_date": "2026-12-05", "minutes": 20 }));
    p.study(0..6, "good");
    p.on("2026-12-04");
    let mut seen = 0;
    for _ in 0..6 {
        let reply = p.one(json!({ "op": "next" }));
        assert_eq!(reply["new"], json!(false), "{reply}");
        let card = reply["card"]["id"].clone();
        p.one(json!({ "op": "grade", "card": card, "grade": "good", "seconds": 5.0 }));
        seen += 1;
    }
    // Who asks on gets a card, as the contract says; and who names the seconds
    // has planned the evening themselves.
    assert_eq!(p.one(json!({ "op": "next" }))["new"], json!(true));
    assert_eq!(seen, 6);
}
