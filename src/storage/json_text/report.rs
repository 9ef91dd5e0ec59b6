//! Gathers a file's flaws and turns their byte offsets into lines and columns.

use crate::domain::{Problem, Severity, Text};
use std::borrow::Cow;
use std::cell::OnceCell;

/// After this many a file's further problems are only counted.
const MAX_PROBLEMS: usize = 1_000;

/// On longer lines columns are counted in bytes, lest a file of one line and
/// many flaws be read over and over.
const MAX_COLUMN_SCAN: usize = 64 * 1024;

/// A problem whose place is still a byte offset.
#[derive(Debug)]
pub(crate) struct Flaw {
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    pub(crate) at: usize,
    pub(crate) message: String,
    pub(crate) help: Option<Cow<'static, str>>,
    /// Line and column, where they are known already.
    pub(crate) place: Option<(u32, u32)>,
}

impl Flaw {
    pub(crate) fn new(
        severity: Severity,
        code: &'static str,
        at: usize,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            code,
            at,
            message: message.into(),
            help: None,
            place: None,
        }
    }

    /// The file must be refused.
    pub(crate) fn error(code: &'static str, at: usize, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, at, message)
    }

    pub(crate) fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A file's problems so far.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    file: &'a Text,
    text: &'a str,
    /// Offsets at which lines start, made when first asked for.
    lines: OnceCell<Vec<usize>>,
    problems: Vec<Problem>,
    worst: Option<Severity>,
    hidden: usize,
}

impl<'a> Report<'a> {
    /// For a file of that name and text.
    pub(crate) fn new(file: &'a Text, text: &'a str) -> Self {
        Self {
            file,
            text,
            lines: OnceCell::new(),
            problems: Vec::new(),
            worst: None,
            hidden: 0,
        }
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    /// Whether the file must be refused.
    pub(crate) fn refused(&self) -> bool {
        self.worst == Some(Severity::Error)
    }

    /// Whether further problems are only counted, and needn't be explained.
    pub(crate) fn full(&self) -> bool {
        self.problems.len() >= MAX_PROBLEMS
    }

    pub(crate) fn add(&mut self, flaw: Flaw) {
        self.worst = self.worst.max(Some(flaw.severity));
        if self.full() {
            self.hidden += 1;
            return;
        }
        let place = flaw.place.unwrap_or_else(|| self.place(flaw.at));
        let problem = Problem::of_file(self.file, flaw.severity, flaw.code, flaw.message).at(place);
        self.problems.push(match flaw.help {
            Some(help) => problem.help(help),
            None => problem,
        });
    }

    /// The problems, in the file's order.
    pub(crate) fn finish(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|p| (p.line, p.column));
        if self.hidden > 0 {
            let severity = self.worst.unwrap_or(Severity::Warning);
            self.problems.push(Problem::of_file(
                self.file,
                severity,
                "more",
                format!("and {} more problems", self.hidden),
            ));
        }
        self.problems
    }

    /// Line of an offset, from 1.
    pub(crate) fn line(&self, at: usize) -> u32 {
        self.place(at).0
    }

    /// Line and column of an offset, from 1, the column in characters.
    pub(crate) fn place(&self, at: usize) -> (u32, u32) {
        let starts = self.lines.get_or_init(|| {
            let ends = self.text.bytes().enumerate();
            let after = ends.filter(|(_, b)| *b == b'\n').map(|(i, _)| i + 1);
            std::iter::once(0).chain(after).collect()
        });
        let at = at.min(self.text.len());
        let line = starts.partition_point(|start| *start <= at);
        let start = starts[line.saturating_sub(1)];
        let before = &self.text.as_bytes()[start..at];
        let column = if before.len() > MAX_COLUMN_SCAN {
            before.len()
        } else {
            // Every byte but a continuation byte begins a character.
            before.iter().filter(|b| (**b as i8) >= -0x40).count()
        };
        let cap = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (cap(line), cap(column + 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let file = Text::new("x");
        let report = Report::new(&file, "é{\r\n  \"ü\": 1");
        assert_eq!(report.place(0), (1, 1));
        assert_eq!(report.place(2), (1, 2));
        assert_eq!(report.place(5), (2, 1));
        assert_eq!(report.place(10), (2, 5));
        assert_eq!(report.place(999), report.place(14));
    }

    #[test]
    fn a_flood_of_problems_is_counted_not_listed() {
        let file = Text::new("x");
        let mut report = Report::new(&file, "\n");
        for _ in 0..1_500 {
            report.add(Flaw::new(Severity::Warning, "w", 0, "again"));
        }
        report.add(Flaw::error("e", 0, "late"));
        assert!(report.refused());
        let problems = report.finish();
        assert_eq!(problems.len(), MAX_PROBLEMS + 1);
        let last = problems.last().expect("a last problem");
        assert_eq!(last.message.as_str(), "and 501 more problems");
        assert_eq!(last.severity, Severity::Error);
    }
}
