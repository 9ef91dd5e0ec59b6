//! Marked papers: their reports, the list of them, and what the walk through
//! one shows.

use super::sit::choose_of;
use crate::domain::{Blueprint, CardRef, Catalogue, Day, EventId, OptionId, Sureness};
use crate::exam::report::{Earlier, Facts, Line, Report, Today};
use crate::scheduling::Progress;
use crate::scheduling::paper::{Ended, Paper};
use crate::scheduling::progress::Deed;
use serde::Serialize;

/// A paper in the list of all.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Listed {
    /// Its name.
    pub mock: EventId,
    /// When it began, `2026-12-01 19:00`.
    pub began: String,
    /// The exam's code.
    pub exam: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Practice, not exam.
    pub practice: bool,
    /// Which of the held-back papers.
    pub held_back: Option<u32>,
    /// Questions.
    pub of: usize,
    /// Right ones, once it is marked.
    pub right: Option<usize>,
    /// Questions answered in full so far.
    pub answered: usize,
    /// Minutes allowed.
    pub minutes: u32,
    /// Milliseconds used.
    pub elapsed_ms: u64,
}

/// Where a paper stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It can go on.
    Open,
    /// It was marked.
    Finished,
    /// It was given up.
    Discarded,
}

impl Listed {
    /// What came of it, in columns: ` 41 of 65   63 %`, ` 12 of 65  open`.
    pub fn result_in_words(&self) -> String {
        let of = self.of;
        let text = match (self.state, self.right) {
            (_, Some(right)) => {
                let share = right as f64 / of.max(1) as f64 * 100.0;
                format!("{right:>3} of {of:<3} {share:>3.0} %")
            }
            (State::Open, _) => format!("{:>3} of {of:<3} open", self.answered),
            _ => format!("    of {of:<3} given up"),
        };
        format!("{text:<19}")
    }

    /// Where its questions came from: `practice`, `first-sight 2`, `daily pool`.
    pub fn kind_in_words(&self) -> String {
        match (self.practice, self.held_back) {
            (true, _) => "practice".into(),
            (_, Some(n)) => format!("first-sight {n}"),
            _ => "daily pool".into(),
        }
    }
}

/// All papers, oldest first.
pub fn list(progress: &Progress, catalogue: &Catalogue) -> Vec<Listed> {
    let papers = progress.papers.iter();
    papers.map(|p| listed(p, catalogue)).collect()
}

/// A paper as it stands in the list.
pub fn listed(p: &Paper, catalogue: &Catalogue) -> Listed {
    let enough = choose_of(&p.started, catalogue);
    let given = p.answers.iter().zip(enough);
    Listed {
        mock: p.id(),
        began: p.at.local_minute(),
        exam: p.started.exam.clone(),
        state: match &p.ended {
            None => State::Open,
            Some(Ended::Finished { .. }) => State::Finished,
            Some(Ended::Discarded) => State::Discarded,
        },
        practice: p.started.practice,
        held_back: p.started.held_back,
        of: p.started.questions.len(),
        right: p.verdicts().map(|v| v.iter().filter(|r| **r).count()),
        answered: given
            .filter(|(a, n)| (a.as_ref()).is_some_and(|a| a.chosen.len() >= usize::from(*n)))
            .count(),
        minutes: p.started.minutes,
        elapsed_ms: p.elapsed_ms,
    }
}

/// The paper that a person means: its whole name, or its end, or none for the
/// latest that was marked.
///
/// # Errors
/// A sentence that says what there is.
pub fn find<'p>(progress: &'p Progress, name: Option<&str>) -> Result<&'p Paper, String> {
    let mut marked = progress.papers.iter().filter(|p| p.verdicts().is_some());
    let Some(name) = name else {
        let latest = marked.next_back();
        return latest.ok_or_else(|| "no paper was finished yet".into());
    };
    let found: Vec<&Paper> = progress
        .papers
        .iter()
        .filter(|p| {
            let id = p.id().to_string();
            id == name || (name.len() >= 4 && id.ends_with(name))
        })
        .collect();
    match found.as_slice() {
        [one] if one.verdicts().is_some() => Ok(one),
        [one] if one.ended.is_none() => Err(format!("{name} is still open: it has no report yet")),
        [_] => Err(format!("{name} was given up: it has no report")),
        [] => Err(format!("there is no paper {name}; --list names them")),
        _ => Err(format!(
            "{name} fits more than one paper; write its whole name"
        )),
    }
}

/// The report on a marked paper. `key`: a question's keys today; none if it is
/// in no deck any more.
pub fn report(
    paper: &Paper,
    progress: &Progress,
    blueprint: Option<&Blueprint>,
    mut key: impl FnMut(&CardRef) -> Option<Vec<OptionId>>,
) -> Option<Report> {
    let Some(Ended::Finished { result, .. }) = &paper.ended else {
        return None;
    };
    let blueprint = blueprint.filter(|b| paper.started.exam.as_deref() == Some(b.code.as_str()));
    let mut today = Vec::new();
    for question in &paper.started.questions {
        let state = progress.card(&question.card);
        today.push(Today {
            key: key(&question.card),
            disputed: state.is_some_and(|s| s.disputed),
        });
    }
    let before = progress.papers.iter().take_while(|p| p.id() != paper.id());
    let earlier = before.filter_map(|p| {
        let right = p.verdicts()?;
        Some(Earlier {
            mock: p.id(),
            began: p.at.local_minute(),
            right: right.iter().filter(|r| **r).count(),
            of: right.len(),
            comparable: p.started.exam == paper.started.exam && p.started.narrowed.is_whole(),
        })
    });
    Some(Report::of(Facts {
        started: &paper.started,
        at: paper.at,
        result,
        answers: &paper.answers,
        trails: &paper.trails,
        away: paper.away.iter().map(|a| (a.ms, a.counted)).collect(),
        blueprint,
        today,
        earlier: earlier.collect(),
    }))
}

/// Which questions a walk goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Walk {
    /// Every question.
    #[default]
    All,
    /// Those that were wrong.
    Wrong,
    /// Those that were flagged.
    Flagged,
    /// Those that were guessed.
    Guessed,
}

impl Walk {
    /// All four in the order of their keys.
    pub const ALL: [Walk; 4] = [Walk::All, Walk::Wrong, Walk::Flagged, Walk::Guessed];

    /// The word on its tab.
    pub fn label(self) -> &'static str {
        match self {
            Walk::All => "all",
            Walk::Wrong => "wrong",
            Walk::Flagged => "flagged",
            Walk::Guessed => "guessed",
        }
    }

    /// Whether it stops at a question.
    pub fn takes(self, line: &Line) -> bool {
        match self {
            Walk::All => true,
            Walk::Wrong => !line.right,
            Walk::Flagged => line.flag,
            Walk::Guessed => line.sure == Sureness::Guessed,
        }
    }

    /// The questions it goes through, from 0.
    pub fn through(self, report: &Report) -> Vec<usize> {
        let lines = report.questions.iter().enumerate();
        lines
            .filter(|(_, l)| self.takes(l))
            .map(|(i, _)| i)
            .collect()
    }
}

/// The latest paper that waits to be walked through: marked today or
/// yesterday, and nothing was answered since.
pub fn to_walk(progress: &Progress, today: Day) -> Option<EventId> {
    let paper = progress
        .papers
        .iter()
        .rev()
        .find(|p| p.verdicts().is_some())?;
    let Some(Ended::Finished { at, .. }) = &paper.ended else {
        return None;
    };
    let fresh = today.since(at.study_day()) <= 1;
    // Anything that can be taken back came after the paper's end.
    let studied_since = progress.recent.iter().any(|r| r.deed == Deed::Answer);
    (fresh && !studied_since).then(|| paper.id())
}
