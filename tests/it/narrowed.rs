//! Commands narrowed to a deck or a domain: what there isn't is refused.

use super::program::Program;
use serde_json::json;

#[test]
fn a_domain_that_is_none_is_refused_everywhere() {
    let p = Program::new(0);
    for args in [
        &["plan", "--domain", "9"][..],
        &["missed", "--list", "--domain", "9"],
        &["drive", "--domain", "9"],
        &[
            "missed",
            "--list",
            "--deck",
            "mls-c01/storage",
            "--domain",
            "0",
        ],
    ] {
        let said = p.run(args, "");
        assert_eq!(said.code, 2, "{args:?}: {}", said.out);
        let why = "--domain: MLS-C01 has 1, 2, 3, 4";
        assert!(said.err.contains(why), "{args:?}: {}", said.err);
    }
    assert_eq!(p.run(&["missed", "--list", "--domain", "4"], "").code, 0);
}

#[test]
fn a_script_hears_of_a_deck_or_domain_that_is_none() {
    let p = Program::new(0);
    let replies = p.drives(
        &[],
        &[
            json!({ "op": "missed", "deck": "nope" }),
            json!({ "op": "mock", "deck": "nope" }),
            json!({ "op": "missed", "domain": 9 }),
            json!({ "op": "missed", "deck": "mls-c01/storage", "domain": 1 }),
        ],
    );
    let none = json!("deck: no deck nope; `cramless decks` lists them");
    assert_eq!(replies[0]["error"], none);
    assert_eq!(replies[1]["error"], none);
    assert_eq!(replies[2]["error"], json!("domain: MLS-C01 has 1, 2, 3, 4"));
    assert_eq!(replies[3]["ok"], json!(true));
}
