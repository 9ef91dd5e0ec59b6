//! What is on disk, what is damaged, what was mended: a full examination.
//!
//! Starting up looks at the ends of files only; this reads every line and
//! compares it with this machine's mirror. Data only; saying it is the cli's.

use super::journal::{
    Healed, Journal, Mark, Oddity, Problem, Report, Since, Vanished, clock_problem, is_wrong,
};
use crate::domain::{Event, Happening, Moment, Text};
use std::collections::BTreeMap;

/// What an examination found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Findings {
    /// This device's id.
    pub device: u64,
    /// The library's id.
    pub library: u64,
    /// Every file that was read, in order of name.
    pub files: Vec<FileCount>,
    /// Different events in all of them.
    pub events: usize,
    /// Of these, of a kind that only a newer version knows.
    pub newer: usize,
    /// The devices that wrote them.
    pub devices: Vec<DeviceCount>,
    /// Numbers that are missing from a session: answers that were lost for
    /// good, or that could not be saved and were not answered again.
    pub gaps: Vec<Gap>,
    /// What is odd, with file and line.
    pub problems: Vec<Problem>,
    /// What this start and this examination restored.
    pub healed: Vec<Healed>,
    /// What this start took in from rescue files.
    pub imported: usize,
    /// What was mended before, a line each, oldest first.
    pub history: Vec<Text>,
    /// What was in this folder before it was made anew.
    pub vanished: Option<Vanished>,
    /// Why answers can't go into the journal now.
    pub trouble: Option<String>,
}

/// One file's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileCount {
    /// Its name, safe to show.
    pub file: Text,
    /// Its length.
    pub bytes: u64,
    /// Lines that hold an event, repeated ones included.
    pub events: usize,
    /// Lines that hold none.
    pub damaged: usize,
}

/// One device's share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceCount {
    /// Its id.
    pub device: u64,
    /// Its events.
    pub events: usize,
    /// Its sessions.
    pub sessions: usize,
    /// When its last event happened.
    pub last: Moment,
}

/// A session with missing numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Whose.
    pub device: u64,
    /// Which run of the program.
    pub session: u32,
    /// How many numbers are missing.
    pub missing: u32,
}

impl Findings {
    /// Whether there is nothing to worry about.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
            && self.gaps.is_empty()
            && self.healed.is_empty()
            && self.vanished.is_none()
            && self.trouble.is_none()
    }
}

/// Examines a journal that was just opened with this report.
pub fn examine(journal: &mut Journal, report: &Report, now: Moment) -> Findings {
    let mut healed = report.healed.clone();
    healed.extend(journal.verify(now));
    let events = match journal.read_since(&Mark::default()) {
        Since::Appended(events) => events,
        Since::Changed => Vec::new(),
    };
    let mut problems = report.problems.clone();
    problems.retain(|p| !matches!(p.what, Oddity::ClockWrong { .. }));
    for problem in journal.problems() {
        if !problems.contains(problem) {
            problems.push(problem.clone());
        }
    }
    problems.extend(wrong_clocks(&events, now));
    let unknown = |e: &&Event| e.what == Happening::Unknown;
    let (devices, gaps) = count(&events);
    Findings {
        device: journal.device(),
        library: journal.library(),
        files: journal.census(),
        events: events.len(),
        newer: events.iter().filter(unknown).count(),
        devices,
        gaps,
        problems,
        healed,
        imported: report.imported,
        history: journal.mended_before(),
        vanished: journal.vanished(),
        trouble: journal.trouble(),
    }
}

/// Each device whose clock was ever wrong, with the first such time.
fn wrong_clocks(events: &[Event], now: Moment) -> Vec<Problem> {
    let mut wrong = BTreeMap::new();
    for event in events.iter().filter(|e| is_wrong(e.at.utc_ms, now)) {
        wrong.entry(event.id.device).or_insert(event.at.utc_ms);
    }
    let problem = |(device, at)| clock_problem(device, at);
    wrong.into_iter().map(problem).collect()
}

fn count(events: &[Event]) -> (Vec<DeviceCount>, Vec<Gap>) {
    let mut sessions: BTreeMap<(u64, u32), Vec<u32>> = BTreeMap::new();
    let mut devices: BTreeMap<u64, DeviceCount> = BTreeMap::new();
    for event in events {
        let id = event.id;
        sessions
            .entry((id.device, id.session))
            .or_default()
            .push(id.seq);
        let device = devices.entry(id.device).or_insert(DeviceCount {
            device: id.device,
            events: 0,
            sessions: 0,
            last: event.at,
        });
        device.events += 1;
        device.last = device.last.max(event.at);
    }
    let mut gaps = Vec::new();
    for ((device, session), mut numbers) in sessions {
        if let Some(count) = devices.get_mut(&device) {
            count.sessions += 1;
        }
        numbers.sort_unstable();
        numbers.dedup();
        let last = numbers.last().copied().unwrap_or(0);
        let missing = last.saturating_sub(numbers.len() as u32);
        if missing > 0 {
            gaps.push(Gap {
                device,
                session,
                missing,
            });
        }
    }
    (devices.into_values().collect(), gaps)
}
