//! What `cramless drive --help` promises to scripts holds.

use super::program::Program;
use serde_json::Value;

fn help() -> String {
    Program::new(0).says(&["drive", "--help"])
}

/// The requests in the help, as they stand there.
fn requests() -> Vec<Value> {
    let help = help();
    let lines = help.lines().filter(|l| l.starts_with("  {\"op\":"));
    let request = |line: &str| {
        let mut values = serde_json::Deserializer::from_str(line).into_iter();
        values.next().unwrap().unwrap()
    };
    lines.map(request).collect()
}

#[test]
fn every_request_in_the_help_can_be_made() {
    let p = Program::new(0);
    let requests = requests();
    assert!(requests.len() > 25, "{}", requests.len());
    let replies = p.drives(&[], &requests);
    for (request, reply) in requests.iter().zip(&replies) {
        assert!(reply.get("error").is_none(), "{request}: {reply}");
    }
}

#[test]
fn the_fields_that_the_help_names_are_in_the_replies() {
    let help = help();
    let p = Program::new(0);
    let requests = requests();
    let replies = p.drives(&[], &requests);
    for (request, reply) in requests.iter().zip(&replies) {
        for field in reply.as_object().unwrap().keys() {
            // A report is documented by its JSON.
            let told = request["op"] == "report" || help.contains(field.as_str());
            assert!(told, "{field} of {request}");
        }
    }
    let by_domain = |op: &str| {
        let at = requests.iter().position(|r| r["op"] == op).unwrap();
        &replies[at]
    };
    for field in [
        "expected",
        "low",
        "high",
        "pass",
        "day",
        "cards",
        "by_domain",
    ] {
        assert!(by_domain("readiness").get(field).is_some(), "{field}");
    }
}

#[test]
fn every_operation_is_in_the_help() {
    let p = Program::new(0);
    let said = &p.drives(&[], &[serde_json::json!({ "op": "nothing" })])[0];
    let (_, list) = said["error"]
        .as_str()
        .unwrap()
        .split_once("there are ")
        .unwrap();
    let (help, mut n) = (help(), 0);
    for op in list.split(", ") {
        assert!(help.contains(&format!("{{\"op\":\"{op}\"")), "{op}");
        n += 1;
    }
    assert!(n > 20, "{n}");
}

#[test]
fn the_help_fits_a_terminal() {
    let wide = help();
    // Requests may be longer; words are not.
    let mut wide = wide
        .lines()
        .filter(|l| l.chars().count() > 80 && !l.contains("{\"op\""));
    assert_eq!(wide.next(), None);
}
