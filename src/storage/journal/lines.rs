//! Bytes of a journal file → its lines, whatever a sync tool, an editor or git
//! did to them.
//!
//! A BOM, `\r` and NULs around a line are not part of it; git's conflict
//! markers are nobody's event; two lines that lost the line end between them
//! are still two.

use crate::domain::Event;
use crate::storage::event_line::{self, Damage, SEAL_BYTES};
use std::io::BufRead;

/// What one line turned out to be.
// One at a time is alive; boxing a hundred thousand events would cost more.
#[allow(clippy::large_enum_variant)]
pub(super) enum Line<'a> {
    /// An event and its very bytes, without line end.
    Event(Event, &'a [u8]),
    /// Not an event; kept where it is.
    Damaged(Damage),
    /// A git conflict marker.
    ConflictMarker,
}

/// How every event line of every version begins.
const OPENING: &[u8] = b"{\"v\":";

/// How the last field of every event line begins.
const SEAL: &[u8] = b",\"crc\":\"";

/// Calls `each` with every line's number (from 1) and what it is. Blank lines
/// are passed over; a line that holds two events is told twice.
pub(super) fn scan<'a>(bytes: &'a [u8], mut each: impl FnMut(usize, Line<'a>)) {
    for (number, line) in split(bytes) {
        match event_line::parse(line) {
            Ok(event) => each(number, Line::Event(event, line)),
            Err(_) if is_conflict_marker(line) => each(number, Line::ConflictMarker),
            Err(damage) => salvage(line, damage, |l| each(number, l)),
        }
    }
}

/// The lines with their numbers from 1, trimmed of what isn't theirs; no blanks.
pub(super) fn split(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut rest = bytes;
    let mut number = 0;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let whole = rest;
            // The standard library's fast search for a byte; it can't fail on a slice.
            let taken = rest.skip_until(b'\n').unwrap_or(whole.len());
            number += 1;
            let line = trim(&whole[..taken]);
            if !line.is_empty() {
                return Some((number, line));
            }
        }
        None
    })
}

fn trim(mut line: &[u8]) -> &[u8] {
    loop {
        line = match line {
            [b'\n' | b'\r' | b' ' | b'\t' | 0, rest @ ..] => rest,
            [rest @ .., b'\n' | b'\r' | b' ' | b'\t' | 0] => rest,
            [0xef, 0xbb, 0xbf, rest @ ..] => rest,
            _ => return line,
        }
    }
}

fn is_conflict_marker(line: &[u8]) -> bool {
    [&b"<<<<<<<"[..], b"=======", b">>>>>>>", b"|||||||"]
        .iter()
        .any(|marker| {
            line.strip_prefix(*marker)
                .is_some_and(|rest| rest.is_empty() || rest[0] == b' ')
        })
}

/// Finds sound events inside a damaged line. Neither an opening nor a seal can
/// occur within an event (in a JSON string their quotes would be escaped), so
/// an event can only reach from the last opening before a seal to that seal.
fn salvage<'a>(line: &'a [u8], damage: Damage, mut each: impl FnMut(Line<'a>)) {
    let mut rest = line;
    let mut lost = false;
    while let Some(seal) = find(rest, SEAL) {
        let (piece, after) = rest.split_at((seal + SEAL_BYTES).min(rest.len()));
        let start = piece.windows(OPENING.len()).rposition(|w| w == OPENING);
        let (before, event) = piece.split_at(start.unwrap_or(0));
        match event_line::parse(event) {
            Ok(read) => each(Line::Event(read, event)),
            Err(_) => lost = true,
        }
        lost |= !is_nothing(before);
        rest = after;
    }
    if lost || !is_nothing(rest) {
        each(Line::Damaged(damage));
    }
}

fn is_nothing(bytes: &[u8]) -> bool {
    let bytes = trim(bytes);
    bytes.is_empty() || is_conflict_marker(bytes)
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|w| w == what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::journal::tests_support::{line, line_of};

    fn events(bytes: &[u8]) -> (usize, usize, usize) {
        let (mut events, mut damaged, mut markers) = (0, 0, 0);
        scan(bytes, |_, line| match line {
            Line::Event(..) => events += 1,
            Line::Damaged(_) => damaged += 1,
            Line::ConflictMarker => markers += 1,
        });
        (events, damaged, markers)
    }

    #[test]
    fn editors_and_git_do_no_harm() {
        let (a, b) = (line(1), line(2));
        let crlf = format!("\u{feff}{a}\r\n\r\n{b}\r\n");
        assert_eq!(events(crlf.as_bytes()), (2, 0, 0));
        let merge = format!("<<<<<<< HEAD\n{a}\n=======\n{b}\n>>>>>>> other\n");
        assert_eq!(events(merge.as_bytes()), (2, 0, 3));
        let no_end = format!("{a}\n{b}");
        assert_eq!(events(no_end.as_bytes()), (2, 0, 0));
    }

    #[test]
    fn two_events_without_a_line_end_between_them_are_two() {
        let (a, b) = (line(1), line(2));
        assert_eq!(events(format!("{a}{b}\n").as_bytes()), (2, 0, 0));
        let torn = &a[..40];
        assert_eq!(events(format!("{torn}{b}\n").as_bytes()), (1, 1, 0));
        assert_eq!(events(format!("\0\0\0{b}\n").as_bytes()), (1, 0, 0));
        assert_eq!(
            events(format!("{a}=======\n{b}\0\0{torn}\n").as_bytes()),
            (2, 1, 0)
        );
    }

    #[test]
    fn a_note_that_looks_like_a_line_is_a_note() {
        let sly = line_of(1, "{\"v\":1,\"id\":\"x\"} and {\"v\":1");
        assert_eq!(events(format!("{sly}\n").as_bytes()), (1, 0, 0));
    }

    #[test]
    fn lines_are_numbered_as_an_editor_would() {
        let bytes = format!("{}\n\nrubbish\n{}\n", line(1), line(2));
        let mut seen = Vec::new();
        scan(bytes.as_bytes(), |number, line| {
            seen.push((number, matches!(line, Line::Event(..))));
        });
        assert_eq!(seen, [(1, true), (3, false), (4, true)]);
    }
}
