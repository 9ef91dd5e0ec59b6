//! Rows 13–27, 56 and 62: cards, options, ids and their wording.

use super::*;

fn option(id: &str, text: &str, correct: bool) -> String {
    format!(r#"{{"id":"{id}","text":"{text}","correct":{correct}}}"#)
}

fn options(keys: &[bool]) -> String {
    let each = keys
        .iter()
        .enumerate()
        .map(|(i, key)| option(&format!("o{i}"), &format!("text {i}"), *key));
    each.collect::<Vec<_>>().join(",")
}

#[test]
fn row_13_correct_missing() {
    quarantined(
        question(r#"{"id":"a","text":"A","correct":true},{"id":"b","text":"B"}"#),
        &[
            "d.json:3:86: error: card 2 \"q\", option 2 \"b\": the field \"correct\" is missing; \
           add \"correct\": true or \"correct\": false",
        ],
    );
}

#[test]
fn row_14_correct_of_another_type() {
    for value in ["1", "\"true\"", "null"] {
        quarantined(
            question(&format!(
                r#"{{"id":"a","text":"A","correct":{value}}},{{"id":"b","text":"B","correct":true}}"#
            )),
            &[
                "d.json:3:80: error: card 2 \"q\", option 1 \"a\": \"correct\" must be true or false; \
               add \"correct\": true or \"correct\": false",
            ],
        );
    }
}

#[test]
fn row_15_duplicate_option_id() {
    quarantined(
        question(&format!(
            "{},{}",
            option("a", "A", true),
            option("a", "B", false)
        )),
        &[
            "d.json:3:86: error: card 2 \"q\": options 1 and 2 have the same id \"a\"; give each an id of its own",
        ],
    );
}

#[test]
fn row_16_no_key() {
    quarantined(
        question(&options(&[false, false])),
        &[
            "d.json:3:48: error: card 2 \"q\": no option is marked correct; add \"correct\": true to the right one",
        ],
    );
}

#[test]
fn row_17_all_keys() {
    warned(
        question(&options(&[true, true])),
        2,
        "d.json:3:48: warning: card 2 \"q\": all 2 options are marked correct, so there is nothing to choose; add wrong options",
    );
}

#[test]
fn row_18_too_few_options() {
    for (text, n) in [(String::new(), 0), (options(&[true]), 1)] {
        quarantined(
            question(&text),
            &[&format!(
                "d.json:3:48: error: card 2 \"q\": a question needs at least 2 options, not {n}; add the wrong options"
            )],
        );
    }
}

#[test]
fn row_19_too_many_options() {
    let keys = |n: usize| options(&(0..n).map(|i| i == 0).collect::<Vec<_>>());
    sees(&read(question(&keys(26))), Some(2), &[]);
    quarantined(
        question(&keys(27)),
        &[
            "d.json:3:48: error: card 2 \"q\": 27 options are more than there are keys for (26); leave some out",
        ],
    );
}

#[test]
fn row_20_duplicate_option_text() {
    let three = |third| {
        format!(
            "{},{},{}",
            option("a", "A", true),
            option("b", "B", false),
            option("c", third, false)
        )
    };
    warned(
        question(&three("B")),
        2,
        "d.json:3:124: warning: card 2 \"q\": options \"b\" and \"c\" say the same; reword or delete one of them",
    );
    quarantined(
        question(&three(" A ")),
        &[
            "d.json:3:124: error: card 2 \"q\": options \"a\" and \"c\" say the same; reword or delete one of them",
        ],
    );
}

#[test]
fn row_21_multiple_response_with_few_options() {
    warned(
        question(&options(&[true, true, false, false])),
        2,
        "d.json:3:48: warning: card 2 \"q\": 2 keys among 4 options; multiple response has at least 5 options",
    );
    sees(
        &read(question(&options(&[true, true, false, false, false]))),
        Some(2),
        &[],
    );
}

#[test]
fn row_22_duplicate_card_id() {
    let read = read(deck(&format!(
        "{},\n{}",
        flashcard("a"),
        flashcard("a").replace("\"f\"", "\"other\"")
    )));
    sees(
        &read,
        Some(1),
        &[
            "d.json:3:1: error: card 2 \"a\": card 1 on line 2 has the same id, and their histories would merge; \
           give one of them an id of its own",
        ],
    );
    let kept = &read.deck.expect("the deck").cards[0];
    assert_eq!(kept.prompt().as_str(), "f");
}

#[test]
fn row_26_bad_ids() {
    let long = "x".repeat(129);
    for (id, why) in [
        ("", "an id can't be empty"),
        (&*long, "an id has at most 128 bytes"),
        (
            r"a\u001bb",
            "an id holds letters, digits, '.', '_', '-' and '/' only",
        ),
        (
            "a#b",
            "an id holds letters, digits, '.', '_', '-' and '/' only",
        ),
        (
            "a b",
            "an id holds letters, digits, '.', '_', '-' and '/' only",
        ),
        (".a", "no segment of an id starts with a dot"),
        (
            "a//b",
            "an id's segments are joined by single '/', with none at either end",
        ),
        (
            "/a",
            "an id's segments are joined by single '/', with none at either end",
        ),
    ] {
        let in_card = read(deck(&flashcard(id)));
        let in_deck = read(deck(&flashcard("a")).replacen("\"d\"", &format!("\"{id}\""), 1));
        for (read, place) in [(in_card, "d.json:2:7"), (in_deck, "d.json:1:18")] {
            assert!(read.deck.is_none(), "{id}");
            let seen = read.problems[0].to_string();
            assert!(seen.starts_with(place), "{seen}");
            assert!(seen.contains(why), "{seen}");
            assert!(
                seen.contains("ids are segments of letters, digits"),
                "{seen}"
            );
            assert!(!seen.contains('\u{1b}'), "{seen}");
        }
    }
    // An accent as a character of its own looks right and isn't.
    let seen = read(deck(&flashcard("caf\u{65}\u{301}"))).problems[0].to_string();
    assert!(seen.contains("U+0301"), "{seen}");
}

#[test]
fn row_27_ids_that_differ_in_case() {
    warned(
        deck(&format!(
            "{},\n{}",
            flashcard("Kinesis"),
            flashcard("kinesis")
        )),
        2,
        "d.json:3:1: warning: card 2 \"kinesis\": its id differs from \"Kinesis\" only in upper and lower case",
    );
}

#[test]
fn row_56_zalgo() {
    let read = read(deck(
        &flashcard("a").replace("\"f\"", &format!("\"e{}\"", "\u{301}".repeat(5_000))),
    ));
    sees(
        &read,
        Some(1),
        &[
            "d.json:2:38: warning: card 1 \"a\", \"front\": 4996 combining marks dropped (at most 4 a letter)",
        ],
    );
}

#[test]
fn row_62_right_to_left_text() {
    sees(
        &read(deck(&flashcard("a").replace("\"f\"", "\"مرحبا שלום\""))),
        Some(1),
        &[],
    );
}

#[test]
fn what_an_optional_field_says_wrong_is_ignored_with_a_word() {
    let card = r##"{"id":"a","kind":"flashcard","task":"four","tier":"kore","note":"a b","was":["ok","#"],"front":"f","back":"b"}"##;
    let read = read(deck(card));
    sees(
        &read,
        Some(1),
        &[
            "d.json:2:37: warning: card 1 \"a\": the task \"four\" is ignored; write DOMAIN.TASK, such as \"4.2\"",
            "d.json:2:51: warning: card 1 \"a\": the tier \"kore\" is ignored; write \"core\" or \"detail\"",
            "d.json:2:65: warning: card 1 \"a\": \"note\" \"a b\" is ignored: an id holds letters, digits, '.', '_', '-' and '/' only; ids are segments of letters, digits, '.', '_' and '-', joined by single '/', at most 128 bytes",
            "d.json:2:83: warning: card 1 \"a\": \"was\" \"#\" is ignored: an id holds letters, digits, '.', '_', '-' and '/' only; ids are segments of letters, digits, '.', '_' and '-', joined by single '/', at most 128 bytes",
        ],
    );
}

#[test]
fn kinds_of_a_later_format_are_left_out() {
    let card = r#"{"id":"x","kind":"ordering","stem":"s"}"#;
    quarantined(
        deck(&format!("{},\n{card}", flashcard("a"))),
        &[
            "d.json:3:18: error: card 2 \"x\": the kind \"ordering\" isn't known; this program knows \"flashcard\" and \"choice\"",
        ],
    );
}

#[test]
fn a_field_of_the_wrong_type_names_both() {
    quarantined(
        deck(&format!(
            "{},\n{}",
            flashcard("a"),
            flashcard("x").replace("\"f\"", "[1]")
        )),
        &["d.json:3:38: error: card 2 \"x\": \"front\" must be text in double quotes, not a list"],
    );
    quarantined(
        deck(&format!(
            "{},\n{}",
            flashcard("a"),
            flashcard("x").replace("\"f\"", "\" \"")
        )),
        &["d.json:3:38: error: card 2 \"x\": \"front\" is empty"],
    );
}
