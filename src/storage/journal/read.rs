//! Files → events in the one order, and the mark up to which they were read.
//!
//! Any union, repetition or order of the same lines gives the same events:
//! lines are told apart by id and content, and sorted by time and id.

use super::clocks::Clocks;
use super::lines::{self, Line};
use super::mirror::{TAIL, tail};
use super::report::{Oddity, Problem, reason};
use super::sources::{self, read_range};
use crate::domain::{CardRef, Event, EventId, Happening, Text};
use crate::storage::event_line::{self, Damage};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::PathBuf;

/// Named one by one in a file; what is over is only counted.
const MOST_PROBLEMS: usize = 1000;

/// A file that is read as part of the journal.
pub(super) struct Source {
    /// Names it in a [`Mark`].
    pub(super) key: String,
    pub(super) path: PathBuf,
    pub(super) shown: Text,
}

/// Up to where the journal was read: each file's length and a hash of its
/// last bytes, and the last event. What is folded up to a mark stays right as
/// long as [`super::Journal::read_since`] that mark doesn't say `Changed`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mark {
    files: Vec<FileMark>,
    end: Option<(i64, EventId)>,
    clocks: Clocks,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct FileMark {
    key: String,
    len: u64,
    tail: u32,
    ended: bool,
}

/// What happened since a [`Mark`].
#[derive(Debug, Clone, PartialEq)]
pub enum Since {
    /// These events, in order, all after what was read before.
    Appended(Vec<Event>),
    /// A file changed otherwise, or an event belongs between earlier ones:
    /// everything must be read anew.
    Changed,
}

/// How far each file was read, with its last bytes at that point.
#[derive(Default)]
pub(super) struct Coverage {
    files: BTreeMap<String, Covered>,
    end: Option<(i64, EventId)>,
    pub(super) clocks: Clocks,
}

struct Covered {
    len: u64,
    tail: Vec<u8>,
}

impl Covered {
    fn extend(&mut self, bytes: &[u8]) {
        self.len += bytes.len() as u64;
        let last = bytes.len().saturating_sub(TAIL as usize);
        self.tail.extend_from_slice(&bytes[last..]);
        let excess = self.tail.len().saturating_sub(TAIL as usize);
        self.tail.drain(..excess);
    }
}

impl Coverage {
    pub(super) fn mark(&self) -> Mark {
        let files = self.files.iter().map(|(key, seen)| FileMark {
            key: key.clone(),
            len: seen.len,
            tail: crc32fast::hash(&seen.tail),
            ended: seen.tail.last() == Some(&b'\n'),
        });
        Mark {
            files: files.collect(),
            end: self.end,
            clocks: self.clocks.clone(),
        }
    }

    /// Notes what this program itself appended. Bytes of others in between
    /// stay uncovered; reading on from the mark then finds our events not to
    /// come after its end, and says `Changed`.
    pub(super) fn appended(&mut self, key: &str, start: u64, bytes: &[u8], events: &[Event]) {
        if start == 0 && !self.files.contains_key(key) {
            let (len, tail) = (0, Vec::new());
            self.files.insert(key.to_owned(), Covered { len, tail });
        }
        if let Some(seen) = self.files.get_mut(key).filter(|seen| seen.len == start) {
            seen.extend(bytes);
        }
        self.end = self.end.max(events.iter().map(Event::order).max());
        for event in events {
            self.clocks.note(event);
        }
    }
}

/// What one reading brought.
pub(super) struct Reading {
    pub(super) events: Vec<Event>,
    pub(super) problems: Vec<Problem>,
    pub(super) coverage: Coverage,
    /// Ids that stand for two different events.
    pub(super) clones: Vec<EventId>,
}

/// Reads what came after the mark; `None` if more than that changed.
pub(super) fn read_since(sources: &[Source], mark: &Mark) -> Option<Reading> {
    let gone = |m: &FileMark| !sources.iter().any(|s| s.key == m.key);
    if mark.files.iter().any(gone) {
        return None;
    }
    let mut coverage = Coverage::default();
    let mut problems = Vec::new();
    let mut events = Vec::new();
    for source in sources {
        let before = mark.files.iter().find(|m| m.key == source.key);
        match read_on(source, before) {
            Ok(Some((from, bytes, covered))) => {
                gather(source, from, &bytes, &mut events, &mut problems);
                coverage.files.insert(source.key.clone(), covered);
            }
            Ok(None) => return None,
            Err(_) if before.is_some() => return None,
            Err(e) => problems.push(Problem {
                file: source.shown.clone(),
                line: None,
                what: Oddity::Unreadable(reason(&e)),
            }),
        }
    }
    let (events, clones) = merge(events);
    let first = events.first().map(Event::order);
    if first.is_some() && first <= mark.end {
        return None;
    }
    coverage.end = mark.end.max(events.last().map(Event::order));
    coverage.clocks = mark.clocks.clone();
    for event in &events {
        coverage.clocks.note(event);
    }
    Some(Reading {
        events,
        problems,
        coverage,
        clones,
    })
}

type ReadOn = Option<(u64, Vec<u8>, Covered)>;

/// The bytes after a mark, and what is covered with them; `None` if the file
/// no longer ends at the mark as it did.
fn read_on(source: &Source, before: Option<&FileMark>) -> io::Result<ReadOn> {
    let (file, len) = sources::open(&source.path)?;
    let from = before.map_or(0, |m| m.len);
    if len < from {
        return Ok(None);
    }
    let known = tail(&file, from)?;
    if before.is_some_and(|m| m.tail != crc32fast::hash(&known)) {
        return Ok(None);
    }
    let bytes = read_range(&file, from, len - from)?;
    let torn = before.is_some_and(|m| m.len > 0 && !m.ended);
    if torn && bytes.first().is_some_and(|b| *b != b'\n') {
        return Ok(None);
    }
    let mut covered = Covered {
        len: from,
        tail: known,
    };
    covered.extend(&bytes);
    Ok(Some((from, bytes, covered)))
}

fn gather(
    source: &Source,
    from: u64,
    bytes: &[u8],
    events: &mut Vec<Event>,
    problems: &mut Vec<Problem>,
) {
    // A guess that saves most of the growing.
    events.reserve(bytes.len() / 256);
    let mut odd: Vec<(usize, Oddity)> = Vec::new();
    lines::scan(bytes, |number, line| match line {
        Line::Event(event, _) => {
            if event.what == Happening::Unknown {
                odd.push((number, Oddity::Newer));
            }
            events.push(event);
        }
        Line::Damaged(Damage::Foreign) => odd.push((number, Oddity::Newer)),
        Line::Damaged(damage) => odd.push((number, Oddity::Damaged(damage))),
        Line::ConflictMarker => odd.push((number, Oddity::ConflictMarker)),
    });
    if odd.is_empty() {
        return;
    }
    let above = lines_before(&source.path, from).unwrap_or(0);
    let more = odd.len().saturating_sub(MOST_PROBLEMS);
    odd.truncate(MOST_PROBLEMS);
    problems.extend(odd.into_iter().map(|(number, what)| Problem {
        file: source.shown.clone(),
        line: Some(above + number),
        what,
    }));
    if more > 0 {
        problems.push(Problem {
            file: source.shown.clone(),
            line: None,
            what: Oddity::AndMore(more),
        });
    }
}

fn lines_before(path: &std::path::Path, offset: u64) -> io::Result<usize> {
    if offset == 0 {
        return Ok(0);
    }
    let bytes = read_range(&File::open(path)?, 0, offset)?;
    Ok(bytes.iter().filter(|b| **b == b'\n').count())
}

/// Sorts, drops repetitions, and names the ids that two events share.
pub(super) fn merge(mut events: Vec<Event>) -> (Vec<Event>, Vec<EventId>) {
    events.sort_by_key(Event::order);
    if events.windows(2).any(|w| w[0].order() == w[1].order()) {
        events = events
            .chunk_by(|a, b| a.order() == b.order())
            .flat_map(distinct)
            .collect();
    }
    let mut ids: Vec<EventId> = events.iter().map(|e| e.id).collect();
    ids.sort();
    let mut clones: Vec<EventId> = ids
        .windows(2)
        .filter(|w| w[0] == w[1])
        .map(|w| w[0])
        .collect();
    clones.dedup();
    (events, clones)
}

/// The different events among those of one id and time, in an order that
/// doesn't depend on where they were found.
fn distinct(same: &[Event]) -> Vec<Event> {
    if let [one] = same {
        return vec![one.clone()];
    }
    let mut kept: Vec<(Vec<u8>, &Event)> = Vec::new();
    for event in same {
        let mut line = Vec::new();
        // What can't be written is of an unknown kind, and all those are alike.
        let _ = event_line::render(event, &mut line);
        kept.push((line, event));
    }
    kept.sort_by(|a, b| a.0.cmp(&b.0));
    kept.dedup_by(|a, b| a.1 == b.1);
    kept.into_iter().map(|(_, event)| event.clone()).collect()
}

/// The events about one card: what names it, what happened to it on papers,
/// and what undid any of that. Lines are sifted by their bytes before any is
/// parsed.
pub(super) fn events_of_card(sources: &[Source], card: &CardRef) -> Vec<Event> {
    let texts: Vec<Vec<u8>> = sources
        .iter()
        .filter_map(|source| sources::read(&source.path).ok())
        .collect();
    let texts: Vec<_> = texts.iter().map(|b| String::from_utf8_lossy(b)).collect();
    let sift_all = |needle: &str| {
        let mut events = Vec::new();
        for text in &texts {
            sift(text, needle, &mut events);
        }
        events
    };
    let mut events = sift_all(&format!("\"{card}\""));
    let papers: Vec<(EventId, u16)> = events.iter().filter_map(|e| on_paper(e, card)).collect();
    if !papers.is_empty() {
        let of_papers = sift_all("\"kind\":\"mock-").into_iter();
        events.extend(of_papers.filter(|e| concerns(e, &papers)));
    }
    // An undo may itself be undone.
    let mut undoing = sift_all("\"kind\":\"undone\"");
    loop {
        let about = |e: &Event| match &e.what {
            Happening::Undone(u) => events.iter().any(|known| known.id == u.event),
            _ => false,
        };
        let (found, rest): (Vec<Event>, Vec<Event>) = undoing.into_iter().partition(about);
        if found.is_empty() {
            break;
        }
        events.extend(found);
        undoing = rest;
    }
    merge(events).0
}

/// The paper that this event starts with the card on it, and its number there.
fn on_paper(event: &Event, card: &CardRef) -> Option<(EventId, u16)> {
    let Happening::MockStarted(paper) = &event.what else {
        return None;
    };
    let place = paper.questions.iter().position(|q| q.card == *card)?;
    Some((paper.mock, u16::try_from(place + 1).ok()?))
}

fn concerns(event: &Event, papers: &[(EventId, u16)]) -> bool {
    match &event.what {
        Happening::MockAnswered(a) => papers.contains(&(a.mock, a.question)),
        Happening::MockFinished(f) => papers.iter().any(|p| p.0 == f.mock),
        Happening::MockDiscarded(d) => papers.iter().any(|p| p.0 == d.mock),
        _ => false,
    }
}

fn sift(text: &str, needle: &str, out: &mut Vec<Event>) {
    let mut at = 0;
    while let Some(hit) = text[at..].find(needle) {
        let start = text[..at + hit].rfind('\n').map_or(0, |i| i + 1);
        let end = text[at + hit..]
            .find('\n')
            .map_or(text.len(), |i| at + hit + i);
        lines::scan(&text.as_bytes()[start..end], |_, line| {
            if let Line::Event(event, bytes) = line {
                // Two events on one line: only the one that names it.
                if bytes.windows(needle.len()).any(|w| w == needle.as_bytes()) {
                    out.push(event);
                }
            }
        });
        at = end;
    }
}
