//! Whether questions measure knowledge: flaws, habits, holes, old statuses.

use super::reading::Read;
use crate::domain::{Blueprint, Day, Deck, Problem, Severity, Text};
use crate::generator::lint::{
    Bar, Coverage, Flaw, Gate, Measures, authored, coverage, flaws, in_bank, measure, stale,
};

/// All decks of one exam, measured together.
pub(super) struct ExamQuality {
    pub(super) exam: String,
    pub(super) decks: usize,
    pub(super) measures: Measures,
    pub(super) coverage: Coverage,
}

/// What was found.
pub(super) struct Quality {
    pub(super) problems: Vec<Problem>,
    /// Of each deck, in order.
    pub(super) decks: Vec<Measures>,
    /// In order of their first decks.
    pub(super) exams: Vec<ExamQuality>,
}

/// Judges questions alone, then decks, then all decks of an exam together.
pub(super) fn judge(decks: &[Read], blueprints: &[Blueprint], today: Day) -> Quality {
    let mut out = Quality {
        problems: Vec::new(),
        decks: Vec::new(),
        exams: Vec::new(),
    };
    let mut found: Vec<(usize, usize, Problem)> = Vec::new();
    for (n, read) in decks.iter().enumerate() {
        let of_exam = read.deck.exam.is_some();
        for (place, card, _) in authored(&read.deck) {
            let flaws = flaws(card, of_exam).into_iter();
            found.extend(flaws.map(|f| (n, place, problem(read, place, &f))));
        }
        let old = stale(&read.deck.cards, today);
        found.extend(old.iter().map(|s| {
            let help = "look it up again and write when, such as \"checked 2026-11\"";
            let (code, what) = match s.dated {
                Some(day) => (
                    "old-status",
                    format!(
                        "the status dates from {day}, over a year ago: \"{}\"",
                        s.status
                    ),
                ),
                None => (
                    "undated-status",
                    format!("the status has no date: \"{}\"", s.status),
                ),
            };
            (n, s.card, problem(read, s.card, &Flaw { code, what, help }))
        }));
        out.decks
            .push(measure(authored(&read.deck).map(|(_, _, c)| c)));
    }
    for group in groups(decks) {
        let members: Vec<&Deck> = group.iter().map(|n| &decks[*n].deck).collect();
        for (d, place, flaw) in in_bank(&members) {
            let n = group[d];
            found.push((n, place, problem(&decks[n], place, &flaw)));
        }
        let Some(exam) = members[0].exam.as_ref() else {
            continue;
        };
        let bank = members.iter().flat_map(|d| authored(d)).map(|(_, _, c)| c);
        let measures = measure(bank);
        out.problems
            .extend(breaches(&decks[group[0]].file, exam, &measures));
        let blueprint = blueprints.iter().find(|b| b.code == *exam);
        out.exams.push(ExamQuality {
            exam: exam.one_line(),
            decks: members.len(),
            measures,
            coverage: coverage(&members, blueprint),
        });
    }
    found.sort_by_key(|(deck, place, _)| (*deck, *place));
    out.problems.extend(found.into_iter().map(|(_, _, p)| p));
    out
}

fn problem(read: &Read, place: usize, flaw: &Flaw) -> Problem {
    let id = &read.deck.cards[place].id;
    let what = format!("card \"{id}\": {}", flaw.what);
    Problem::of_file(&read.file, Severity::Warning, flaw.code, what)
        .at(read.at(place))
        .help(flaw.help)
}

/// Decks that belong together: those of one exam; each other deck alone. A deck
/// given twice counts once.
fn groups(decks: &[Read]) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    for (n, read) in decks.iter().enumerate() {
        if decks[..n].iter().any(|r| r.deck.id == read.deck.id) {
            continue;
        }
        let kin = |g: &&mut Vec<usize>| {
            let exam = &decks[g[0]].deck.exam;
            exam.is_some() && *exam == read.deck.exam
        };
        match out.iter_mut().find(kin) {
            Some(group) => group.push(n),
            None => out.push(vec![n]),
        }
    }
    out
}

/// Bars that an exam's questions break, if there are enough to tell.
fn breaches(file: &Text, exam: &Text, measures: &Measures) -> Vec<Problem> {
    if !measures.tells() {
        return Vec::new();
    }
    let broken = measures.gates().into_iter().filter(|g| !g.ok());
    let tell = |g: Gate| {
        let what = format!(
            "over all {} questions for {exam}: {} {}, and it must be {}",
            measures.items,
            g.label,
            percent(g.value),
            bar(g.bar),
        );
        Problem::of_file(file, Severity::Error, "gate", what)
            .help("`check --json` names each question that adds to it")
    };
    broken.map(tell).collect()
}

/// A share in whole percent.
pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", 100.0 * share)
}

fn bar(bar: Bar) -> String {
    match bar {
        Bar::AtMost(most) => format!("at most {}", percent(most)),
        Bar::Between(least, most) => format!("{:.0} to {}", 100.0 * least, percent(most)),
    }
}
