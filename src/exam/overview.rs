//! The whole paper at a glance: the grid, the lists of the review, and what is
//! still open when the candidate wants to hand in.

use super::sitting::{Sitting, Standing};

/// A list of the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// Every question.
    #[default]
    All,
    /// Those without an answer, or with too few options chosen.
    Unanswered,
    /// Those flagged.
    Flagged,
}

impl Filter {
    /// All three in the order of their keys.
    pub const ALL: [Filter; 3] = [Filter::All, Filter::Unanswered, Filter::Flagged];

    /// The word on its tab.
    pub fn label(self) -> &'static str {
        match self {
            Filter::All => "all",
            Filter::Unanswered => "unanswered",
            Filter::Flagged => "flagged",
        }
    }
}

/// What is open on a paper; numbers from 1.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StillOpen {
    /// Nothing chosen.
    pub unanswered: Vec<usize>,
    /// Too few chosen.
    pub partial: Vec<usize>,
    /// Flagged, answered or not.
    pub flagged: Vec<usize>,
}

impl Sitting {
    /// The questions of a list, from 0.
    pub fn list(&self, filter: Filter) -> Vec<usize> {
        let states = self.states().iter().enumerate();
        states
            .filter(|(_, s)| match filter {
                Filter::All => true,
                Filter::Unanswered => s.standing() != Standing::Answered,
                Filter::Flagged => s.flag,
            })
            .map(|(i, _)| i)
            .collect()
    }

    /// How many are answered in full.
    pub fn answered(&self) -> usize {
        self.states().len() - self.list(Filter::Unanswered).len()
    }

    /// The next question that isn't answered, from the one after this round
    /// to this one; none if all are.
    pub fn next_unanswered(&self) -> Option<usize> {
        let open = self.list(Filter::Unanswered);
        let after = open.iter().find(|i| **i > self.at());
        after.or(open.first()).copied()
    }

    /// What is open.
    pub fn still_open(&self) -> StillOpen {
        let mut out = StillOpen::default();
        for (i, state) in self.states().iter().enumerate() {
            match state.standing() {
                Standing::Open => out.unanswered.push(i + 1),
                Standing::Partial => out.partial.push(i + 1),
                Standing::Answered => {}
            }
            if state.flag {
                out.flagged.push(i + 1);
            }
        }
        out
    }
}

impl StillOpen {
    /// A line for each sort of open question; none: nothing is open.
    pub fn in_words(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut say = |numbers: &[usize], what: &str| {
            if !numbers.is_empty() {
                let n = numbers.len();
                lines.push(format!("{n} {what}: {}", runs(numbers)));
            }
        };
        say(&self.unanswered, "unanswered");
        say(&self.partial, "with too few chosen");
        say(&self.flagged, "flagged");
        lines
    }
}

/// Ascending numbers, runs joined: `1–3, 7, 9–10`.
pub fn runs(numbers: &[usize]) -> String {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for &n in numbers {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == n => *last = n,
            _ => parts.push((n, n)),
        }
    }
    let words = parts.into_iter().map(|(a, b)| match b - a {
        0 => a.to_string(),
        1 => format!("{a}, {b}"),
        _ => format!("{a}–{b}"),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_joined_into_runs() {
        assert_eq!(runs(&[]), "");
        assert_eq!(runs(&[4]), "4");
        assert_eq!(runs(&[1, 2, 3, 7, 9, 10]), "1–3, 7, 9, 10");
    }

    #[test]
    fn what_is_open_is_named() {
        let open = StillOpen {
            unanswered: vec![4, 17, 60],
            partial: vec![12],
            flagged: vec![],
        };
        assert_eq!(
            open.in_words(),
            ["3 unanswered: 4, 17, 60", "1 with too few chosen: 12"]
        );
        assert!(StillOpen::default().in_words().is_empty());
    }
}
