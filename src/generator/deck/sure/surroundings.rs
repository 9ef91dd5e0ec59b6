//! What a page shows around its cards.

use crate::domain::Choice;
use crate::generator::draft::Draft;
use crate::generator::listed::Listed;
use crate::generator::topic::Topic;
use crate::generator::words;
use std::collections::{BTreeSet, HashMap, HashSet};

/// So many names that begin alike are a row of things explained.
const ROW: usize = 3;

/// What a page shows around its cards.
pub(super) struct Surroundings<'a> {
    lines: Vec<&'a str>,
    pub(super) taken: Lines,
    lost: Lines,
    headings: Lines,
    /// Lines that come first below a heading.
    pub(super) leading: HashSet<u32>,
    /// Cards of each line.
    pub(super) of_line: HashMap<u32, usize>,
    /// Topics with cards, by the first word of their names.
    openings: HashMap<String, usize>,
    /// Topics with cards, by the group of siblings they are of.
    pub(super) groups: HashMap<u32, usize>,
}

impl<'a> Surroundings<'a> {
    pub(super) fn of(text: &'a str, drafts: &[Draft], lost: &[u32], topics: &[Topic]) -> Self {
        let mut of_line = HashMap::new();
        let mut names = BTreeSet::new();
        let mut known = BTreeSet::new();
        for draft in drafts {
            *of_line.entry(draft.line).or_default() += 1;
            names.insert(topics[draft.topic].name.full.as_str());
            known.insert(draft.topic);
        }
        let mut groups = HashMap::new();
        for topic in known {
            *groups.entry(topics[topic].group).or_default() += 1;
        }
        let mut openings = HashMap::new();
        for first in names.iter().filter_map(|n| n.split_whitespace().next()) {
            *openings.entry(first.to_owned()).or_default() += 1;
        }
        let (headings, leading) = headed(text);
        Self {
            lines: text.lines().collect(),
            taken: Lines::of(drafts.iter().map(|d| d.line)),
            lost: Lines::of(lost.iter().copied()),
            headings,
            leading,
            of_line,
            openings,
            groups,
        }
    }

    /// How many wrong options of a question are written like the right one: a
    /// maker's name, letters, one word or several.
    pub(super) fn alike(&self, choice: &Choice) -> usize {
        let look = |name: &str| {
            let first = name.split_whitespace().next().unwrap_or("");
            let row = self.openings.get(first).is_some_and(|n| *n >= ROW);
            let letters = !name.contains(char::is_lowercase);
            (row, letters, name.contains(' '))
        };
        let key = choice.options.iter().find(|o| o.correct);
        let key = key.map(|o| look(o.text.as_str()));
        let wrong = choice.options.iter().filter(|o| !o.correct);
        wrong.filter(|o| Some(look(o.text.as_str())) == key).count()
    }

    /// The text of a line, from 1.
    pub(super) fn text(&self, line: u32) -> &str {
        let at = (line as usize).checked_sub(1);
        at.and_then(|i| self.lines.get(i)).copied().unwrap_or("")
    }

    /// Whether one of the two headings above a line gathers what plays a part in
    /// something else (`Integration points`, `Storage layer`).
    pub(super) fn in_scene(&self, line: u32) -> bool {
        static SCENES: Listed = Listed::new(
            "integration integrations architecture architectures layer layers scenario scenarios \
            workflow workflows practices types summary features examples example table deployment",
        );
        let near = self.headings.last_before(line);
        let above = near.and_then(|n| self.headings.last_before(n.saturating_sub(1)));
        let mut both = [near, above].into_iter().flatten();
        both.any(|h| words::words(self.text(h)).any(|w| SCENES.has(&w)))
    }

    /// How many lines a line stands below its heading.
    pub(super) fn below_heading(&self, line: u32) -> u32 {
        self.headings.last_before(line).map_or(line, |h| line - h)
    }

    /// Of the lines around one, how many in a hundred were taken.
    pub(super) fn share(&self, line: u32, reach: u32) -> usize {
        let (taken, lost) = (
            self.taken.around(line, reach),
            self.lost.around(line, reach),
        );
        // Half a line is added to either side, so that one alone proves little.
        (200 * taken + 100) / (2 * (taken + lost) + 3)
    }

    /// Whether a topic's name begins like those of others that are explained.
    pub(super) fn in_a_row(&self, topic: &Topic) -> bool {
        let first = topic.name.full.split_whitespace().next().unwrap_or("");
        first.starts_with(char::is_uppercase) && self.openings.get(first).is_some_and(|n| *n >= ROW)
    }
}

/// The lines, from 1, of headings, and those that come first below one.
fn headed(text: &str) -> (Lines, HashSet<u32>) {
    let mut headings = Vec::new();
    let mut leading = HashSet::new();
    let mut below = false;
    for (at, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        if below {
            leading.insert(at);
        }
        below = line.starts_with('#');
        if below {
            headings.push(at);
        }
    }
    (Lines(headings), leading)
}

/// Lines of a page, each once.
pub(super) struct Lines(Vec<u32>);

impl Lines {
    pub(super) fn of(lines: impl Iterator<Item = u32>) -> Self {
        let distinct: BTreeSet<u32> = lines.collect();
        Self(distinct.into_iter().collect())
    }

    /// How many there are at most so far from a line.
    pub(super) fn around(&self, line: u32, reach: u32) -> usize {
        let from = self.0.partition_point(|l| l + reach < line);
        let to = self.0.partition_point(|l| *l <= line + reach);
        to - from
    }

    /// The nearest one at or before a line.
    fn last_before(&self, line: u32) -> Option<u32> {
        let at = self.0.partition_point(|l| *l <= line);
        at.checked_sub(1).map(|i| self.0[i])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_below_a_heading_leads() {
        let (headings, leading) = headed("# Ports\n\nFirst.\nSecond.\n## Docks\n- Third\n");
        assert_eq!(leading, [3, 6].into());
        assert_eq!(headings.last_before(4), Some(1));
        assert_eq!(headings.last_before(5), Some(5));
        assert_eq!(Lines::of([7].into_iter()).last_before(6), None);
    }

    #[test]
    fn a_place_is_judged_by_what_was_read_around_it() {
        let page = |lost: &[u32]| Surroundings {
            lines: Vec::new(),
            taken: Lines::of([2, 4, 6].into_iter()),
            lost: Lines::of(lost.iter().copied()),
            headings: Lines(Vec::new()),
            leading: HashSet::new(),
            of_line: HashMap::new(),
            openings: HashMap::new(),
            groups: HashMap::new(),
        };
        assert_eq!(page(&[]).share(4, 12), 77);
        assert_eq!(page(&[]).taken.around(4, 1), 1);
        let near: Vec<u32> = (7..30).collect();
        assert_eq!(page(&near).share(4, 12), 24);
        assert_eq!(page(&near).share(14, 12), 14);
        assert_eq!(page(&near).share(28, 12), 3);
    }
}
