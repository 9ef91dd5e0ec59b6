//! Rows 1–12 and 28–43: bytes, JSON, and the deck as a whole.

use super::*;

#[test]
fn row_01_empty_file() {
    refused(
        b"",
        "d.json:1:1: error: the file is empty (0 bytes); did a download or sync stop half-way?",
    );
}

#[test]
fn row_02_white_space_only() {
    refused(
        b" \n\t\n",
        "d.json:1:1: error: the file is empty (4 bytes, nothing but white space); did a download or sync stop half-way?",
    );
}

#[test]
fn row_03_byte_order_mark() {
    let text = deck(&flashcard("a"));
    let read = read([b"\xef\xbb\xbf", text.as_bytes()].concat());
    sees(&read, Some(1), &[]);
    let at = text.find("{\"id\":\"a\"").expect("the card") + 3;
    assert_eq!(read.spans[0].at as usize, at);
}

#[test]
fn row_04_utf16() {
    let text = deck(&flashcard("a"));
    for (mark, swap) in [
        (&b"\xff\xfe"[..], false),
        (b"\xfe\xff", true),
        (b"", false),
        (b"", true),
    ] {
        let units = text.encode_utf16().map(|u| {
            if swap {
                u.to_be_bytes()
            } else {
                u.to_le_bytes()
            }
        });
        let bytes = [mark.to_vec(), units.flatten().collect()].concat();
        refused(
            bytes,
            "d.json:1:1: error: the file is saved as UTF-16; save it as UTF-8",
        );
    }
}

#[test]
fn row_05_crlf() {
    let read = read(deck(&flashcard("a")).replace('\n', "\r\n"));
    sees(&read, Some(1), &[]);
}

#[test]
fn row_06_invalid_utf8() {
    let text = deck(&flashcard("é").replace("\"f\"", "\"caf#\""));
    let bytes: Vec<u8> = text
        .bytes()
        .map(|b| if b == b'#' { 0xff } else { b })
        .collect();
    refused(
        bytes,
        "d.json:2:42: error: byte 0xFF at line 2, column 42 is not UTF-8; is it Latin-1? save the file as UTF-8",
    );
}

#[test]
fn row_07_raw_control_characters() {
    for (raw, what, write) in [
        ("\0", "the control character U+0000", "\\u0000"),
        ("\u{1b}", "the control character U+001B", "\\u001B"),
        ("\n", "a line break", "\\n"),
        ("\t", "a tab", "\\t"),
    ] {
        let text = deck(&flashcard("my-card").replace("\"f\"", &format!("\"f{raw}g\"")));
        refused(
            text,
            &format!(
                "d.json:2:46: error: {what} stands raw in the text, near id \"my-card\"; write it as {write}"
            ),
        );
    }
}

#[test]
fn row_08_escaped_control_characters() {
    warned(
        deck(&flashcard("a").replace("\"f\"", r#""x\u0000\u001b]52;c;y""#)),
        1,
        "d.json:2:38: warning: card 1 \"a\", \"front\": 2 control characters shown as ␛ or the like",
    );
}

#[test]
fn row_09_invisible_characters() {
    for c in ['\u{202e}', '\u{2066}', '\u{200b}', '\u{e0041}'] {
        warned(
            deck(&flashcard("a").replace("\"f\"", &format!("\"x{c}y\""))),
            1,
            &format!(
                "d.json:2:38: warning: card 1 \"a\", \"front\": invisible or bidi control U+{:04X} replaced",
                u32::from(c)
            ),
        );
    }
    warned(
        deck(&flashcard("a").replace("\"f\"", "\"x\\u009by\"")),
        1,
        "d.json:2:38: warning: card 1 \"a\", \"front\": 1 control character shown as ␛ or the like",
    );
}

#[test]
fn row_10_lone_surrogate() {
    for (text, half) in [
        ("x\\ud83d\\ude00\\ud800", "\\ud800"),
        ("\\uDFFF!", "\\uDFFF"),
        ("\\uD800\\n", "\\uD800"),
    ] {
        let read = read(deck(
            &flashcard("a").replace("\"f\"", &format!("\"{text}\"")),
        ));
        let column = 39 + text.find(half).expect("it is there");
        sees(
            &read,
            None,
            &[&format!(
                "d.json:2:{column}: error: card 1 \"a\", \"front\": half of a surrogate pair ({half}); \
                 write the character itself, or both halves of the pair"
            )],
        );
    }
}

#[test]
fn row_11_not_a_number() {
    for word in ["NaN", "Infinity", "-Infinity"] {
        refused(
            question("").replace("\"stem\"", &format!("\"level\":{word},\"stem\"")),
            &format!(
                "d.json:3:35: error: {word} is not JSON, near id \"q\"; use a number or leave the field out"
            ),
        );
    }
}

#[test]
fn row_12_number_out_of_range() {
    refused(
        question(TWO).replace("\"stem\"", "\"level\":1e999,\"stem\""),
        "d.json:3:35: error: card 2 \"q\": \"level\": the number 1e999 is out of range",
    );
}

const TWO: &str = r#"{"id":"a","text":"A","correct":true},{"id":"b","text":"B","correct":false}"#;

#[test]
fn row_28_duplicate_field() {
    let twice =
        "d.json:2:16: error: card 1 \"x\": the field \"id\" stands twice; delete one of them";
    refused(
        deck(r#"{"id":"a","id":"x","kind":"flashcard","front":"f","back":"b"}"#),
        &twice.replace(" \"x\"", ""),
    );
    refused(
        r#"{"format":1,"id":"d","title":"D","cards":[],"id":"e"}"#,
        "d.json:1:50: error: deck: the field \"id\" stands twice; delete one of them",
    );
    refused(
        question(&TWO.replace("\"text\":\"A\"", "\"text\":\"A\",\"correct\":false")),
        "d.json:3:96: error: card 2 \"q\", option 1: the field \"correct\" stands twice; delete one of them",
    );
}

#[test]
fn row_29_missing_field() {
    for (field, left) in [
        ("id", r#""kind":"flashcard","front":"f","back":"b""#),
        ("kind", r#""id":"x","front":"f","back":"b""#),
        ("front", r#""id":"x","kind":"flashcard","back":"b""#),
        ("back", r#""id":"x","kind":"flashcard","front":"f""#),
        (
            "stem",
            r#""id":"x","kind":"choice","options":[{"id":"a","text":"A","correct":true},{"id":"b","text":"B","correct":false}]"#,
        ),
        ("options", r#""id":"x","kind":"choice","stem":"s""#),
    ] {
        let name = if field == "id" { "" } else { " \"x\"" };
        quarantined(
            deck(&format!("{},\n{{{left}}}", flashcard("a"))),
            &[&format!(
                "d.json:3:1: error: card 2{name}: the field \"{field}\" is missing"
            )],
        );
    }
    for field in ["id", "title", "cards"] {
        let all = [
            ("id", "\"d\""),
            ("title", "\"D\""),
            (
                "cards",
                "[{\"id\":\"a\",\"kind\":\"flashcard\",\"front\":\"f\",\"back\":\"b\"}]",
            ),
        ];
        let rest = all
            .iter()
            .filter(|(n, _)| *n != field)
            .map(|(n, v)| format!(",\"{n}\":{v}"));
        refused(
            format!("{{\"format\":1{}}}", rest.collect::<String>()),
            &format!("d.json:1:1: error: deck: the field \"{field}\" is missing"),
        );
    }
}

#[test]
fn row_30_null() {
    quarantined(
        deck(&format!(
            "{},\n{}",
            flashcard("a"),
            flashcard("x").replace("\"f\"", "null")
        )),
        &["d.json:3:38: error: card 2 \"x\": \"front\" is null, but needs a value"],
    );
    refused(
        r#"{"format":1,"id":null,"title":"D","cards":[{"id":"a","kind":"flashcard","front":"f","back":"b"}]}"#,
        "d.json:1:18: error: deck: \"id\" is null, but needs a value",
    );
    // Where a field may be left out, null leaves it out.
    let read = read(deck(
        &flashcard("a").replace("\"back\"", "\"task\":null,\"back\""),
    ));
    sees(&read, Some(1), &[]);
}

#[test]
fn row_31_unknown_field() {
    warned(
        deck(&flashcard("a").replace("\"back\"", "\"bakc\":\"oops\",\"back\"")),
        1,
        "d.json:2:49: warning: card 1 \"a\": unknown field \"bakc\" is ignored; did you mean \"back\"?",
    );
    warned(
        deck(&flashcard("a").replace("\"back\"", "\"zzz\":{},\"back\"")),
        1,
        "d.json:2:48: warning: card 1 \"a\": unknown field \"zzz\" is ignored",
    );
    // What belongs to the other kind is no more read than a slip.
    warned(
        deck(&flashcard("a").replace("\"back\"", "\"explanation\":\"e\",\"back\"")),
        1,
        "d.json:2:56: warning: card 1 \"a\": unknown field \"explanation\" is ignored",
    );
}

#[test]
fn row_32_almost_json() {
    let two = format!("{},\n{},", flashcard("a"), flashcard("b"));
    refused(
        deck(&two),
        "d.json:3:53: error: a comma before the closing bracket, near id \"b\"; delete the comma",
    );
    refused(
        deck(&flashcard("a").replace("\"b\"}", "\"b\",}")),
        "d.json:2:52: error: a comma before the closing bracket, near id \"a\"; delete the comma",
    );
    refused(
        deck(&format!("// mine\n{}", flashcard("a"))),
        "d.json:2:1: error: JSON has no comments, near id \"d\"; delete the comment",
    );
    refused(
        deck(&flashcard("a").replace("\"f\"", "'f'")),
        "d.json:2:38: error: single quotes are not JSON, near id \"a\"; JSON takes double quotes only",
    );
    refused(
        deck(&flashcard("a").replace("\"front\"", "'front'")),
        "d.json:2:30: error: single quotes are not JSON, near id \"a\"; JSON takes double quotes only",
    );
    refused(
        deck(&flashcard("a").replace("\"front\"", "front")),
        "d.json:2:30: error: the field name front stands without quotes, near id \"a\"; put it in double quotes",
    );
    refused(
        deck(&flashcard("a").replace("\"f\"", "“f”")),
        "d.json:2:38: error: typographic quotes are not JSON, near id \"a\"; JSON takes double quotes only",
    );
    refused(
        deck(&format!("{}\n{}", flashcard("a"), flashcard("b"))),
        "d.json:3:1: error: a comma or colon is missing before this, near id \"a\"; \
         separate fields and items with commas, a name and its value with a colon",
    );
    refused(
        deck(&flashcard("a").replace("\"f\"", "True")),
        "d.json:2:38: error: True is not JSON, near id \"a\"; JSON writes true, false and null",
    );
    refused(
        deck(&flashcard("a").replace("\"f\"", "\"C:\\x\"")),
        "d.json:2:41: error: \\x is not an escape that JSON knows, near id \"a\"; write a backslash itself as \\\\",
    );
}

#[test]
fn row_33_truncated() {
    let text = deck(&format!("{},\n{}", flashcard("a"), flashcard("b")));
    let whole = text.trim_end().len();
    for end in 1..whole {
        let read = read(&text[..end]);
        assert!(read.deck.is_none());
        let line = text[..end].trim_end().lines().count().max(1);
        let seen = read.problems[0].to_string();
        let wanted =
            format!("error: the file ends early at line {line}; an incomplete download or sync?");
        assert!(seen.ends_with(&wanted), "at {end}: {seen}");
    }
}

#[test]
fn row_34_trailing_garbage() {
    let help = "a file holds one JSON object; delete what follows, or make two files of it";
    let text = deck(&flashcard("a"));
    for (more, line) in [("xyz", 4), ("}", 4), (&*text, 4)] {
        refused(
            format!("{text}{more}"),
            &format!("d.json:{line}:1: error: there is more after the end of the document; {help}"),
        );
    }
}

#[test]
fn row_35_wrong_shape() {
    let skeleton = r#"expected { "format": 1, "id": "my-deck", "title": "My deck", "cards": [ { "id": "a", "kind": "flashcard", "front": "…", "back": "…" } ] }"#;
    refused(
        format!("[{}]", flashcard("a")),
        &format!("d.json:1:1: error: the file is a list, not a deck; {skeleton}"),
    );
    refused(
        r#"{"format":1,"id":"d","title":"D","cards":{"a":1}}"#,
        &format!("d.json:1:42: error: deck: \"cards\" must be a list of cards; {skeleton}"),
    );
    quarantined(
        deck(&format!("{},\n\"card\"", flashcard("a"))),
        &["d.json:3:1: error: card 2 is text, not an object; write it in { }"],
    );
}

#[test]
fn row_36_git_conflict() {
    let help = "choose a side, and delete the lines <<<<<<<, ======= and >>>>>>>";
    refused(
        format!("<<<<<<< HEAD\n{}", deck("")),
        &format!("d.json:1:1: error: unresolved git conflict; {help}"),
    );
    refused(
        deck(&format!(
            "{}\n<<<<<<< ours\n=======\n,\n>>>>>>> theirs",
            flashcard("a")
        )),
        &format!("d.json:3:1: error: unresolved git conflict; {help}"),
    );
}

#[test]
fn row_37_something_else() {
    for (bytes, what) in [
        (&b"<!DOCTYPE html>\n<html>"[..], "an HTML page"),
        (b"\n  <html lang=en>", "an HTML page"),
        (b"<?xml version='1.0'?>", "XML"),
        (b"\x1f\x8b\x08\0\0", "a gzip archive"),
        (b"PK\x03\x04\x14", "a zip archive"),
        (
            b"version https://git-lfs.github.com/spec/v1\noid",
            "a Git LFS pointer (run git lfs pull)",
        ),
        (b"SQLite format 3\0", "an SQLite database"),
    ] {
        refused(
            bytes,
            &format!("d.json:1:1: error: this is {what}, not JSON"),
        );
    }
}

#[test]
fn row_38_deep_nesting() {
    let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    warned(
        deck(&flashcard("a").replace("\"back\"", &format!("\"deep\":{deep},\"back\""))),
        1,
        "d.json:2:49: warning: card 1 \"a\": unknown field \"deep\" is ignored",
    );
}

#[test]
fn row_39_huge_field() {
    let text = |n: usize| deck(&flashcard("a").replace("\"f\"", &format!("\"{}\"", "x".repeat(n))));
    sees(&read(text(16 * 1024)), Some(1), &[]);
    refused(
        text(16 * 1024 + 1),
        "d.json:2:38: error: card 1 \"a\": \"front\" has 16385 bytes; a field has at most 16384 (16 KiB)",
    );
}

#[test]
fn row_40_too_many_cards() {
    let cards = vec!["{}"; 200_001].join(",");
    refused(
        deck(&cards),
        "d.json:1:42: error: the deck has 200001 cards; at most 200000 are allowed; split it",
    );
    refused(
        vec![b' '; 32 * 1024 * 1024 + 1],
        "d.json:1:1: error: the file has 33554433 bytes; a deck has at most 33554432 (32 MiB) and 200000 cards; split it",
    );
}

#[test]
fn row_41_empty_deck() {
    warned(
        deck(""),
        0,
        "d.json:1:42: warning: the deck has no cards that can be studied",
    );
}

#[test]
fn row_42_newer_format() {
    refused(
        r#"{"format":99,"cards":"of another kind","id":7}"#,
        "d.json:1:11: error: made for format 99; this program knows format 1 at most; upgrade cramless; the file stays untouched",
    );
}

#[test]
fn row_43_format_missing_or_text() {
    let text = deck(&flashcard("a"));
    warned(
        text.replace("\"format\":1,", ""),
        1,
        "d.json:1:1: warning: deck: the field \"format\" is missing; format 1 is assumed; add \"format\": 1",
    );
    for other in ["\"1\"", "0", "1.5", "-1", "[]"] {
        refused(
            text.replace(":1,", &format!(":{other},")),
            &format!("d.json:1:11: error: deck: \"format\" must be the number 1, not {other}"),
        );
    }
}
