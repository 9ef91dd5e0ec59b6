//! From a file's bytes to its text, or a plain word on why it is none.

use super::report::Flaw;

/// A file's text and where it starts in the file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    /// Without a byte order mark.
    pub(crate) text: &'a str,
    /// Bytes before it.
    pub(crate) base: usize,
}

impl<'a> Source<'a> {
    /// Takes UTF-8, with or without a byte order mark; what is empty or
    /// plainly something else is named.
    pub(crate) fn of(bytes: &'a [u8]) -> Result<Self, Flaw> {
        let (body, base) = match bytes.strip_prefix(b"\xef\xbb\xbf") {
            Some(rest) => (rest, 3),
            None => (bytes, 0),
        };
        if body.iter().all(u8::is_ascii_whitespace) {
            let size = match bytes.len() {
                0 => "0 bytes".to_owned(),
                n => format!("{n} bytes, nothing but white space"),
            };
            return Err(
                Flaw::error("empty", 0, format!("the file is empty ({size})"))
                    .help("did a download or sync stop half-way?"),
            );
        }
        if let Some(what) = foreign(body) {
            return Err(Flaw::error(
                "not-json",
                0,
                format!("this is {what}, not JSON"),
            ));
        }
        if let Some(which) = utf16(body) {
            return Err(
                Flaw::error("not-utf8", 0, format!("the file is saved as {which}"))
                    .help("save it as UTF-8"),
            );
        }
        match std::str::from_utf8(body) {
            Ok(text) => Ok(Self { text, base }),
            Err(e) => Err(bad_byte(body, e.valid_up_to())),
        }
    }
}

fn bad_byte(body: &[u8], at: usize) -> Flaw {
    let before = &body[..at];
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let start = before
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |i| i + 1);
    let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
    let byte = body.get(at).copied().unwrap_or_default();
    let what = format!("byte 0x{byte:02X} at line {line}, column {column} is not UTF-8");
    let mut flaw = Flaw::error("not-utf8", at, what).help("is it Latin-1? save the file as UTF-8");
    flaw.place = Some((cap(line), cap(column)));
    flaw
}

fn cap(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn utf16(body: &[u8]) -> Option<&'static str> {
    match body {
        [0xff, 0xfe, ..] | [b'{' | b'[', 0, _, 0, ..] => Some("UTF-16"),
        [0xfe, 0xff, ..] | [0, b'{' | b'[', 0, ..] => Some("UTF-16"),
        _ => None,
    }
}

/// Names what was saved under a deck's name by mistake.
fn foreign(body: &[u8]) -> Option<&'static str> {
    let magic: [(&[u8], &str); 8] = [
        (b"\x1f\x8b", "a gzip archive"),
        (b"PK\x03\x04", "a zip archive"),
        (b"%PDF", "a PDF"),
        (b"SQLite format 3\0", "an SQLite database"),
        (
            b"version https://git-lfs.github.com/",
            "a Git LFS pointer (run git lfs pull)",
        ),
        (
            b"---\n",
            "Markdown with front matter (cramless generate makes a deck of it)",
        ),
        (
            b"---\r\n",
            "Markdown with front matter (cramless generate makes a deck of it)",
        ),
        (b"# ", "Markdown (cramless generate makes a deck of it)"),
    ];
    if let Some((_, what)) = magic.iter().find(|(m, _)| body.starts_with(m)) {
        return Some(what);
    }
    let head = body.trim_ascii_start();
    let head = &head[..head.len().min(9)];
    let starts =
        |tag: &[u8]| head.len() >= tag.len() && head[..tag.len()].eq_ignore_ascii_case(tag);
    if starts(b"<!doctype") || starts(b"<html") || starts(b"<head") {
        return Some("an HTML page");
    }
    starts(b"<?xml").then_some("XML")
}
