//! One event ⇄ one line of JSON, sealed with a checksum.
//!
//! ```text
//! {"v":1,"id":"<device>-<session>-<n>","at":<utc ms>,"off":<minutes>,"day":<study day>,
//!  "kind":"reviewed",…fields of the kind…,"crc":"xxxxxxxx"}
//! ```
//!
//! The CRC-32 covers the bytes before `,"crc"` and is always the last field, so
//! a line can be judged without being understood: damaged, newer than this
//! program, or an event.

use crate::domain::event::{
    Answered, Buried, Corrected, ExamTaken, Explained, Goal, Marked, MockAnswered, MockClock,
    MockFinished, MockStarted, Noted, OfCard, Placed, Reviewed, Undone,
};
use crate::domain::{Day, Event, EventId, Happening, Moment};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::io::Write;

/// The newest line format that this program writes and understands.
pub const VERSION: u32 = 1;

/// `,"crc":"xxxxxxxx"}`
pub(super) const SEAL_BYTES: usize = 18;

/// Why a line is not an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Damage {
    /// It doesn't end in a checksum: cut short, or never an event.
    NoChecksum,
    /// It ends in a checksum that doesn't fit: something changed in it.
    WrongChecksum,
    /// The checksum fits, but who, when or what can't be read: written by a
    /// program that this one doesn't know.
    Foreign,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Damage::NoChecksum => "cut short (no checksum at its end)",
            Damage::WrongChecksum => "its checksum doesn't fit",
            Damage::Foreign => "sound, but not in a form that this version knows",
        })
    }
}

/// Why an event can't be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unwritable(&'static str);

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Unwritable {}

/// Appends the event's line, `\n` included, and returns the event as a reader
/// of that line will have it (a time of NaN seconds, for one, is written as 0).
///
/// # Errors
/// [`Happening::Unknown`] can't be written, nor can a line that wouldn't read
/// back.
pub fn render(event: &Event, out: &mut Vec<u8>) -> Result<Event, Unwritable> {
    let mut what = event.what.clone();
    tidy(&mut what);
    let start = out.len();
    let outcome = write_body(event, &what, out).and_then(|()| {
        let crc = crc32fast::hash(&out[start..]);
        // Writing to a Vec can't fail.
        let _ = writeln!(out, ",\"crc\":\"{crc:08x}\"}}");
        parse(&out[start..out.len() - 1]).map_err(|_| Unwritable("the event doesn't read back"))
    });
    if outcome.is_err() {
        out.truncate(start);
    }
    outcome
}

fn write_body(event: &Event, what: &Happening, out: &mut Vec<u8>) -> Result<(), Unwritable> {
    let kind = kind_of(what).ok_or(Unwritable("an event of unknown kind can't be written"))?;
    let (id, at) = (event.id, event.at);
    let _ = write!(
        out,
        "{{\"v\":{VERSION},\"id\":\"{id}\",\"at\":{},\"off\":{},\"day\":{},\"kind\":\"{kind}\"",
        at.utc_ms, at.offset_min, event.day.0
    );
    let fields = out.len();
    let written = match what {
        Happening::Reviewed(e) => put(out, e),
        Happening::Answered(e) => put(out, e),
        Happening::KnownCold(e)
        | Happening::Suspended(e)
        | Happening::Restored(e)
        | Happening::Reset(e) => put(out, e),
        Happening::Undone(e) => put(out, e),
        Happening::Buried(e) => put(out, e),
        Happening::Flagged(e) | Happening::Disputed(e) => put(out, e),
        Happening::Noted(e) => put(out, e),
        Happening::Explained(e) => put(out, e),
        Happening::Corrected(e) => put(out, e),
        Happening::MockStarted(e) => put(out, e),
        Happening::MockAnswered(e) => put(out, e),
        Happening::MockPaused(e) | Happening::MockResumed(e) | Happening::MockDiscarded(e) => {
            put(out, e)
        }
        Happening::MockFinished(e) => put(out, e),
        Happening::GoalSet(e) => put(out, e),
        Happening::ExamTaken(e) => put(out, e),
        Happening::Placed(e) => put(out, e),
        Happening::Unknown => return Err(Unwritable("an event of unknown kind can't be written")),
    };
    written.map_err(|_| Unwritable("the event can't be put into JSON"))?;
    // `{"card":…}` becomes `,"card":…`; an empty `{}` becomes nothing.
    out.pop();
    if out.len() == fields + 1 {
        out.pop();
    } else {
        out[fields] = b',';
    }
    Ok(())
}

fn put(out: &mut Vec<u8>, fields: &impl Serialize) -> serde_json::Result<()> {
    serde_json::to_writer(out, fields)
}

/// The word on disk for a kind of event.
fn kind_of(what: &Happening) -> Option<&'static str> {
    Some(match what {
        Happening::Reviewed(_) => "reviewed",
        Happening::Answered(_) => "answered",
        Happening::KnownCold(_) => "known-cold",
        Happening::Undone(_) => "undone",
        Happening::Suspended(_) => "suspended",
        Happening::Restored(_) => "restored",
        Happening::Buried(_) => "buried",
        Happening::Reset(_) => "reset",
        Happening::Flagged(_) => "flagged",
        Happening::Disputed(_) => "disputed",
        Happening::Noted(_) => "noted",
        Happening::Explained(_) => "explained",
        Happening::Corrected(_) => "corrected",
        Happening::MockStarted(_) => "mock-started",
        Happening::MockAnswered(_) => "mock-answered",
        Happening::MockPaused(_) => "mock-paused",
        Happening::MockResumed(_) => "mock-resumed",
        Happening::MockFinished(_) => "mock-finished",
        Happening::MockDiscarded(_) => "mock-discarded",
        Happening::GoalSet(_) => "goal-set",
        Happening::ExamTaken(_) => "exam-taken",
        Happening::Placed(_) => "placed",
        Happening::Unknown => return None,
    })
}

/// JSON has no NaN, and no answer takes less than no time.
fn tidy(what: &mut Happening) {
    let seconds = match what {
        Happening::Reviewed(e) => &mut e.seconds,
        Happening::Answered(e) => &mut e.seconds,
        Happening::MockAnswered(e) => &mut e.seconds,
        _ => return,
    };
    if !seconds.is_finite() || *seconds <= 0.0 {
        *seconds = 0.0;
    }
}

/// What every version's line says; the rest is read by its kind.
#[derive(Deserialize)]
struct Head<'a> {
    v: u32,
    #[serde(borrow)]
    id: Cow<'a, str>,
    at: i64,
    #[serde(default)]
    off: i16,
    day: i32,
    #[serde(borrow)]
    kind: Cow<'a, str>,
}

/// Reads one line, without its line ending. A kind that this version doesn't
/// know, or any kind of a newer version, becomes [`Happening::Unknown`].
///
/// # Errors
/// Says what is wrong with the line.
pub fn parse(line: &[u8]) -> Result<Event, Damage> {
    let sealed = check_seal(line)?;
    if let Some(event) = parse_own(sealed) {
        return Ok(event);
    }
    let head: Head<'_> = serde_json::from_slice(line).map_err(|_| Damage::Foreign)?;
    let id = EventId::parse(&head.id).ok_or(Damage::Foreign)?;
    let what = if head.v == VERSION {
        // A value that this version doesn't know makes the event unknown too.
        std::str::from_utf8(line)
            .ok()
            .and_then(|text| parse_fields(&head.kind, text).ok())
            .unwrap_or(Happening::Unknown)
    } else {
        Happening::Unknown
    };
    let at = Moment {
        utc_ms: head.at,
        offset_min: head.off,
    };
    let day = Day(head.day);
    Ok(Event { id, at, day, what })
}

/// The quick way for lines in exactly the form that [`render`] gives them,
/// which is nearly all: the head is read by hand and only the fields of the
/// kind as JSON. Anything unusual is left to the thorough way.
fn parse_own(sealed: &[u8]) -> Option<Event> {
    let mut rest = sealed.strip_prefix(b"{\"v\":1,\"id\":\"")?;
    let id = EventId::parse(upto(&mut rest, b"\",\"at\":")?)?;
    let at = Moment {
        utc_ms: upto(&mut rest, b",\"off\":")?.parse().ok()?,
        offset_min: upto(&mut rest, b",\"day\":")?.parse().ok()?,
    };
    let day = Day(upto(&mut rest, b",\"kind\":\"")?.parse().ok()?);
    let kind = upto(&mut rest, b"\",")?;
    let mut fields = String::with_capacity(rest.len() + 2);
    fields.push('{');
    fields.push_str(std::str::from_utf8(rest).ok()?);
    fields.push('}');
    let what = parse_fields(kind, &fields).ok()?;
    Some(Event { id, at, day, what })
}

/// Takes what stands before `stop`, which must come where its first byte does.
fn upto<'a>(rest: &mut &'a [u8], stop: &[u8]) -> Option<&'a str> {
    let end = rest.iter().position(|b| *b == stop[0])?;
    let (taken, after) = rest.split_at(end);
    *rest = after.strip_prefix(stop)?;
    std::str::from_utf8(taken).ok()
}

/// Checks the checksum at the line's end and returns what it covers.
fn check_seal(line: &[u8]) -> Result<&[u8], Damage> {
    let cut = line.len().checked_sub(SEAL_BYTES);
    let (sealed, seal) = line.split_at(cut.ok_or(Damage::NoChecksum)?);
    let digits = seal
        .strip_prefix(b",\"crc\":\"")
        .and_then(|s| s.strip_suffix(b"\"}"))
        .and_then(|s| std::str::from_utf8(s).ok())
        .filter(|s| s.bytes().all(|b| b.is_ascii_hexdigit()))
        .ok_or(Damage::NoChecksum)?;
    match u32::from_str_radix(digits, 16) {
        Ok(crc) if crc == crc32fast::hash(sealed) => Ok(sealed),
        _ => Err(Damage::WrongChecksum),
    }
}

fn parse_fields(kind: &str, line: &str) -> serde_json::Result<Happening> {
    fn get<'a, T: Deserialize<'a>>(line: &'a str) -> serde_json::Result<T> {
        serde_json::from_str(line)
    }
    Ok(match kind {
        "reviewed" => Happening::Reviewed(get::<Reviewed>(line)?),
        "answered" => Happening::Answered(get::<Answered>(line)?),
        "known-cold" => Happening::KnownCold(get::<OfCard>(line)?),
        "undone" => Happening::Undone(get::<Undone>(line)?),
        "suspended" => Happening::Suspended(get::<OfCard>(line)?),
        "restored" => Happening::Restored(get::<OfCard>(line)?),
        "buried" => Happening::Buried(get::<Buried>(line)?),
        "reset" => Happening::Reset(get::<OfCard>(line)?),
        "flagged" => Happening::Flagged(get::<Marked>(line)?),
        "disputed" => Happening::Disputed(get::<Marked>(line)?),
        "noted" => Happening::Noted(get::<Noted>(line)?),
        "explained" => Happening::Explained(get::<Explained>(line)?),
        "corrected" => Happening::Corrected(get::<Corrected>(line)?),
        "mock-started" => Happening::MockStarted(get::<MockStarted>(line)?),
        "mock-answered" => Happening::MockAnswered(get::<MockAnswered>(line)?),
        "mock-paused" => Happening::MockPaused(get::<MockClock>(line)?),
        "mock-resumed" => Happening::MockResumed(get::<MockClock>(line)?),
        "mock-finished" => Happening::MockFinished(get::<MockFinished>(line)?),
        "mock-discarded" => Happening::MockDiscarded(get::<MockClock>(line)?),
        "goal-set" => Happening::GoalSet(get::<Goal>(line)?),
        "exam-taken" => Happening::ExamTaken(get::<ExamTaken>(line)?),
        "placed" => Happening::Placed(get::<Placed>(line)?),
        _ => Happening::Unknown,
    })
}

#[cfg(test)]
mod tests;
