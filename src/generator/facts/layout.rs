//! How a page numbers and repeats its headings: what only the page as a whole
//! shows of a single one.
//!
//! `S3 - Ropes` between `S2 - Piers` and `S4 - Tides` is the third section, and
//! `Inspection` under many different things is a part of each of them and no
//! thing by itself.

use crate::generator::enumerator;
use crate::generator::outline::Section;
use crate::generator::sentence;
use std::collections::{HashMap, HashSet};

/// Letters that run on over fewer headings than this may belong to the names.
const RUN: usize = 3;
/// A thing may be told of in two places; what stands in more is a kind of part.
const PLACES: usize = 3;

/// What the headings of a page have in common.
#[derive(Debug, Default)]
pub(in crate::generator) struct Layout {
    /// Letters before running numbers, each with the level of its headings.
    counters: HashSet<(char, u8)>,
    /// Headings that stand under many different ones, in small letters,
    /// and how often they stand there.
    recurring: HashMap<String, usize>,
    /// Whether several headings stand at the top.
    chapters: bool,
}

/// A letter and a number before a heading, and the rest of it.
struct Counter<'a> {
    letter: char,
    number: u32,
    rest: &'a str,
}

impl Layout {
    pub(super) fn of(root: &Section) -> Self {
        let mut runs: HashMap<(char, u8), Vec<u32>> = HashMap::new();
        let mut parents: HashMap<String, Vec<String>> = HashMap::new();
        gather(root, "", &mut runs, &mut parents);
        let runs_on = |numbers: &Vec<u32>| {
            numbers.len() >= RUN
                && numbers.first().is_some_and(|n| *n <= 2)
                && numbers.is_sorted()
                && numbers.first() < numbers.last()
        };
        let counters = runs.into_iter().filter(|(_, n)| runs_on(n));
        let recurring = parents.into_iter().filter_map(|(heading, above)| {
            let different: HashSet<&String> = above.iter().collect();
            (different.len() >= PLACES).then_some((heading, above.len()))
        });
        Self {
            counters: counters.map(|(key, _)| key).collect(),
            recurring: recurring.collect(),
            chapters: root.children.iter().filter(|s| s.level == 1).count() > 1,
        }
    }

    /// Whether the headings at the top are chapters, and none is the title.
    pub(in crate::generator) fn has_chapters(&self) -> bool {
        self.chapters
    }

    /// A heading without the letter and number that count it.
    pub(in crate::generator) fn uncounted<'a>(&self, title: &'a str, level: u8) -> &'a str {
        match self.counters.is_empty() {
            true => title,
            false => counter(title)
                .filter(|c| self.counters.contains(&(c.letter, level)))
                .map_or(title, |c| c.rest),
        }
    }

    /// How often the heading stands on the page, if under many different ones.
    pub(super) fn recurs(&self, title: &str) -> Option<usize> {
        match self.recurring.is_empty() {
            true => None,
            false => self.recurring.get(&key(title)).copied(),
        }
    }
}

fn key(title: &str) -> String {
    let bare = enumerator::unnumbered(sentence::strip_symbols(title.trim()));
    bare.trim_end_matches([':', '.', ' ']).to_lowercase()
}

fn gather(
    section: &Section,
    above: &str,
    runs: &mut HashMap<(char, u8), Vec<u32>>,
    parents: &mut HashMap<String, Vec<String>>,
) {
    let title = sentence::trim(&section.heading.plain());
    if let Some(c) = counter(&title) {
        runs.entry((c.letter, section.level))
            .or_default()
            .push(c.number);
    }
    let key = key(&title);
    for child in &section.children {
        gather(child, &key, runs, parents);
    }
    if !key.is_empty() {
        parents.entry(key).or_default().push(above.to_owned());
    }
}

/// `S3 - Ropes`, `M1: Ropes`, `D1.2 Ropes`, `L4) Ropes`.
fn counter(title: &str) -> Option<Counter<'_>> {
    let title = sentence::strip_symbols(title.trim());
    let mut chars = title.chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    let tail = chars.as_str();
    let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
    let number = tail.get(..digits).filter(|n| n.len() <= 2)?.parse().ok()?;
    let after = &tail[digits..];
    let dotted = after.strip_prefix('.').map(|a| {
        let more = a.bytes().take_while(|b| b.is_ascii_digit() || *b == b'.');
        &a[more.count()..]
    });
    let after = dotted.unwrap_or(after);
    let marked = dotted.is_some() && after.starts_with(' ')
        || after.starts_with([':', ')'])
        || [" - ", " – ", " — ", " | "]
            .iter()
            .any(|m| after.starts_with(m));
    let rest = after.trim_start_matches([' ', ':', ')', '-', '–', '—', '|']);
    (marked && rest.chars().any(char::is_alphabetic)).then_some(Counter {
        letter,
        number,
        rest,
    })
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn letters_that_run_on_over_headings_count_them() {
        let page = "# Ports\n\n## S1 - Piers\n\nA pier is a wall at which ships lie.\n\n\
            ## S2 - Harbour lamps\n\n### TideLamp\n\nTideLamp is a service that lights the channel at night.\n\n\
            ## S3 - Asking RopeNet\n\n- Serverless counting of all ropes in a store\n\n\
            ## S4 - Hawser\n\nA hawser is a thick rope that moors a ship.\n";
        let fronts = fronts(page);
        assert!(fronts.iter().any(|f| f.ends_with("hawser?")), "{fronts:?}");
        for letter in ["S1", "S2", "S3", "S4"] {
            assert!(fronts.iter().all(|f| !f.contains(letter)), "{fronts:?}");
        }
    }

    #[test]
    fn a_letter_and_a_number_may_be_a_name() {
        let page = "# Ports\n\n## S3 - Ship Signal Store\n\n\
            S3 is a service that keeps the signals of all ships.\n\n## Buoys\n\nA buoy is a float that marks a channel.\n";
        let named = |(f, b): &(String, String)| f.contains("S3") || b.contains("S3");
        assert!(cards(page).iter().any(named), "{:?}", cards(page));
    }

    #[test]
    fn a_heading_under_many_things_is_no_thing() {
        let page = |third: &str| {
            let plan = |season: &str, repair: &str, told: &str| {
                format!(
                    "## {season} plan\n\nThe ice decides what sails.\n\n### {repair}\n\n- {told}\n\n"
                )
            };
            let winter = plan(
                "Winter",
                "Steady repair",
                "Method of mending hulls bit by bit, led by reports of pilots",
            );
            let summer = plan("Summer", "Steady repair", "Painting of masts and lamps");
            let autumn = plan("Autumn", third, "Counting of ropes and anchors");
            format!("# Ports\n\n{winter}{summer}{autumn}")
        };
        let asks = |p: &str| cards(p).iter().any(|(f, _)| f.contains("teady repair"));
        let twice = page("Stock of ropes");
        assert!(asks(&twice), "{:?}", cards(&twice));
        let often = page("Steady repair");
        assert!(!asks(&often), "{:?}", cards(&often));
    }

    #[test]
    fn a_product_stays_itself_wherever_it_stands() {
        let page = "# Ports\n\n## Lights\n\nMany lamps.\n\n### TideLamp\n\n\
            TideLamp is a service that lights the channel at night.\n\n\
            ## Prices\n\nAll is dear.\n\n### TideLamp\n\nTen coins for each night.\n\n\
            ## Crews\n\nAll are busy.\n\n### TideLamp\n\nTwo guards for each lamp.\n";
        assert!(shows(page, "lights the channel"), "{:?}", cards(page));
    }
}
