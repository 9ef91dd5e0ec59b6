//! Why a text is not JSON, in the words of someone who has to mend it.
//!
//! serde_json says what it expected; a person wants to know what is there. So
//! only the place is taken from its error, and the text around it is judged.

use super::report::Flaw;

/// Explains a syntax error of `text`.
pub(super) fn explain(text: &str, error: &serde_json::Error) -> Flaw {
    if let Some(at) = conflict_marker(text) {
        return Flaw::error("git-conflict", at, "unresolved git conflict")
            .help("choose a side, and delete the lines <<<<<<<, ======= and >>>>>>>");
    }
    let at = offset_of(text, error);
    if error.is_eof() {
        let end = text.trim_end().len();
        let line = text[..end].bytes().filter(|b| *b == b'\n').count() + 1;
        return Flaw::error(
            "truncated",
            end,
            format!("the file ends early at line {line}"),
        )
        .help("an incomplete download or sync?");
    }
    let near = near_id(text, at);
    let flaw = [
        unicode_escape,
        control_character,
        bad_escape,
        word,
        comma,
        punctuation,
    ]
    .iter()
    .find_map(|judge| judge(text, at));
    let mut flaw = flaw.unwrap_or_else(|| {
        let here: String = text[floor(text, at)..].chars().take(12).collect();
        Flaw::error("syntax", at, format!("this is not JSON: {here:?}"))
            .help("a comma, quote or bracket may be missing just before it")
    });
    flaw.message.push_str(&near);
    flaw
}

/// What follows the document, if anything does.
pub(super) fn trailing(text: &str, error: &serde_json::Error) -> Flaw {
    if let Some(at) = conflict_marker(text) {
        return Flaw::error("git-conflict", at, "unresolved git conflict")
            .help("choose a side, and delete the lines <<<<<<<, ======= and >>>>>>>");
    }
    let at = offset_of(text, error);
    Flaw::error(
        "trailing",
        at,
        "there is more after the end of the document",
    )
    .help("a file holds one JSON object; delete what follows, or make two files of it")
}

/// The offset of the offending byte. serde_json counts columns in bytes and
/// names the last byte it read.
fn offset_of(text: &str, error: &serde_json::Error) -> usize {
    let newlines = text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
    let start = match error.line() {
        0 | 1 => 0,
        line => newlines.map(|(i, _)| i + 1).nth(line - 2).unwrap_or(0),
    };
    (start + error.column()).saturating_sub(1).min(text.len())
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|i| text.is_char_boundary(*i))
        .unwrap_or(0)
}

fn conflict_marker(text: &str) -> Option<usize> {
    if text.starts_with("<<<<<<<") {
        return Some(0);
    }
    text.find("\n<<<<<<<").map(|i| i + 1)
}

/// ` near id "x"`: the last id before the place, as a rule the card's.
fn near_id(text: &str, at: usize) -> String {
    let before = &text[..floor(text, at)];
    let found = before.rfind("\"id\"").and_then(|i| {
        let rest = before[i + 4..].trim_start().strip_prefix(':')?;
        let rest = rest.trim_start().strip_prefix('"')?;
        rest.split_once('"').map(|(id, _)| id)
    });
    match found {
        Some(id) if !id.is_empty() && id.len() <= 128 => format!(", near id \"{id}\""),
        _ => String::new(),
    }
}

fn control_character(text: &str, at: usize) -> Option<Flaw> {
    let bytes = text.as_bytes();
    // serde_json stops at the byte or just before it.
    let at = [at, at + 1]
        .into_iter()
        .find(|i| bytes.get(*i).is_some_and(|b| *b < 0x20))?;
    let byte = bytes[at];
    let in_string = inside_string(text, at);
    let (what, write) = match byte {
        b'\n' | b'\r' if in_string => ("a line break".to_owned(), "\\n".to_owned()),
        b'\t' if in_string => ("a tab".to_owned(), "\\t".to_owned()),
        b'\n' | b'\r' | b'\t' => return None,
        b => (
            format!("the control character U+{b:04X}"),
            format!("\\u{b:04X}"),
        ),
    };
    let flaw = Flaw::error("control", at, format!("{what} stands raw in the text"));
    Some(flaw.help(format!("write it as {write}")))
}

/// Whether a string is open at `at`, judged from the start of the line.
fn inside_string(text: &str, at: usize) -> bool {
    let bytes = &text.as_bytes()[..at];
    let start = bytes.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
    let mut open = false;
    let mut escaped = false;
    for b in &bytes[start..] {
        match b {
            _ if escaped => escaped = false,
            b'\\' if open => escaped = true,
            b'"' => open = !open,
            _ => {}
        }
    }
    open
}

/// `\ud800` without its other half.
fn unicode_escape(text: &str, at: usize) -> Option<Flaw> {
    let end = (at + 6).min(text.len());
    let window = &text.as_bytes()[at.saturating_sub(12)..end];
    let half = window.windows(6).rev().find(|w| {
        w.starts_with(b"\\u")
            && matches!(w[2], b'd' | b'D')
            && matches!(w[3], b'8'..=b'9' | b'a'..=b'f' | b'A'..=b'F')
    })?;
    Some(half_pair(at, &String::from_utf8_lossy(half), ""))
}

/// Names half of a surrogate pair.
pub(super) fn half_pair(at: usize, half: &str, place: &str) -> Flaw {
    let what = format!("{place}half of a surrogate pair ({half})");
    Flaw::error("surrogate", at, what)
        .help("write the character itself, or both halves of the pair")
}

fn bad_escape(text: &str, at: usize) -> Option<Flaw> {
    let bytes = text.as_bytes();
    let back = [at, at.saturating_sub(1)]
        .into_iter()
        .find(|i| bytes.get(*i) == Some(&b'\\'))?;
    let next = text[back + 1..].chars().next()?;
    if matches!(next, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't') || !inside_string(text, back)
    {
        return None;
    }
    let what = format!("\\{next} is not an escape that JSON knows");
    Some(Flaw::error("escape", back, what).help("write a backslash itself as \\\\"))
}

/// Bare words where a value should be.
fn word(text: &str, at: usize) -> Option<Flaw> {
    let part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'+' | b'_' | b'$');
    let bytes = text.as_bytes();
    let mut start = at.min(text.len());
    while start > 0 && part(bytes[start - 1]) {
        start -= 1;
    }
    let len = bytes[start..].iter().take_while(|b| part(**b)).count();
    let token = &text[start..start + len];
    let flaw =
        |code, what: String, help: &'static str| Some(Flaw::error(code, start, what).help(help));
    match token.trim_start_matches(['-', '+']) {
        "" => None,
        "NaN" | "Infinity" | "inf" | "nan" => flaw(
            "not-a-number",
            format!("{token} is not JSON"),
            "use a number or leave the field out",
        ),
        "True" | "False" | "None" | "undefined" => flaw(
            "literal",
            format!("{token} is not JSON"),
            "JSON writes true, false and null",
        ),
        t if t.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$') => {
            let is_key = text[start + len..].trim_start().starts_with(':');
            let what = if is_key { "field name" } else { "text" };
            flaw(
                "quotes",
                format!("the {what} {token} stands without quotes"),
                "put it in double quotes",
            )
        }
        _ => flaw(
            "number",
            format!("{token} is not a number as JSON writes them"),
            "write it like 12 or 0.5",
        ),
    }
}

fn comma(text: &str, at: usize) -> Option<Flaw> {
    let at = floor(text, at);
    let closes = text[at..].starts_with([']', '}']);
    let before = text[..at].trim_end();
    if closes && before.ends_with(',') {
        let flaw = Flaw::error(
            "trailing-comma",
            before.len() - 1,
            "a comma before the closing bracket",
        );
        return Some(flaw.help("delete the comma"));
    }
    let starts_item = text[at..].starts_with(['"', '{', '[']);
    if starts_item && before.ends_with(['"', '}', ']', 'e', 'l']) {
        return Some(
            Flaw::error(
                "missing-comma",
                at,
                "a comma or colon is missing before this",
            )
            .help("separate fields and items with commas, a name and its value with a colon"),
        );
    }
    if text[at..].starts_with(',') {
        return Some(
            Flaw::error("extra-comma", at, "a comma with nothing before it").help("delete it"),
        );
    }
    None
}

fn punctuation(text: &str, at: usize) -> Option<Flaw> {
    let at = floor(text, at);
    let rest = &text[at..];
    let help = "JSON takes double quotes only";
    match rest.chars().next()? {
        '/' | '#' => {
            Some(Flaw::error("comment", at, "JSON has no comments").help("delete the comment"))
        }
        '\'' => Some(Flaw::error("quotes", at, "single quotes are not JSON").help(help)),
        '“' | '”' | '‘' | '’' | '„' | '«' => {
            Some(Flaw::error("quotes", at, "typographic quotes are not JSON").help(help))
        }
        _ => None,
    }
}
