//! Leads that come back in list after list: `Dose`, `Onset`, `Side effects`
//! under drug after drug. They are attributes of what each list is about, and
//! no terms, whatever they look like.

use super::lists::first_line;
use crate::generator::enumerator;
use crate::generator::lead;
use crate::generator::name::Name;
use crate::generator::outline::{Block, Section};
use crate::generator::sentence;
use crate::generator::words;
use std::collections::{HashMap, HashSet};

/// Lists in which a pair of leads must stand together.
const TOGETHER: usize = 3;
/// Lists that each list is held against.
const MAX_LISTS: usize = 200;
/// Leads of one list that are looked at.
const MAX_LEADS: usize = 12;

/// The leads, in small letters, that come back together with others.
pub(super) fn leads(root: &Section) -> HashSet<String> {
    let mut told = Vec::new();
    let mut headings = Vec::new();
    gather(root, &mut told, &mut headings);
    // Numbers for the leads: each list is held against many others.
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut lists: Vec<Vec<u32>> = Vec::with_capacity(told.len());
    for list in &told {
        let mut numbered: Vec<u32> = list
            .iter()
            .map(|lead| {
                let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                *numbers.entry(lead).or_insert(next)
            })
            .collect();
        numbered.sort_unstable();
        numbered.dedup();
        lists.push(numbered);
    }
    let mut out: HashSet<u32> = HashSet::new();
    // Two lists of one build are enough.
    for (i, a) in lists.iter().enumerate() {
        for b in lists.iter().skip(i + 1).take(MAX_LISTS) {
            let longest = a.len().max(b.len());
            if a.len().min(b.len()) * 5 < longest * 3 {
                continue;
            }
            let shared: Vec<u32> = a
                .iter()
                .copied()
                .filter(|l| b.binary_search(l).is_ok())
                .collect();
            if shared.len() > 2 && shared.len() * 5 >= longest * 3 {
                out.extend(shared);
            }
        }
    }
    let mut pairs: HashMap<(u32, u32), usize> = HashMap::new();
    for list in &lists {
        for (i, a) in list.iter().enumerate() {
            for b in &list[i + 1..] {
                *pairs.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let often = pairs.iter().filter(|(_, n)| **n >= TOGETHER);
    out.extend(often.flat_map(|((a, b), _)| [*a, *b]));
    let said: HashSet<&str> = headings
        .iter()
        .flat_map(|h| h.split(|c: char| !c.is_alphanumeric()))
        .collect();
    // What has a heading of its own is a thing, however often it is listed.
    let headed = |lead: &str| {
        let unspaced = lead.chars().any(words::is_unspaced);
        let mut own = lead.split(|c: char| !c.is_alphanumeric());
        (unspaced || own.all(|w| w.is_empty() || said.contains(w)))
            && headings.iter().any(|h| sentence::contains_words(h, lead))
    };
    numbers
        .into_iter()
        .filter(|(lead, n)| out.contains(n) && !headed(lead))
        .map(|(lead, _)| lead.to_owned())
        .collect()
}

fn gather(section: &Section, lists: &mut Vec<Vec<String>>, headings: &mut Vec<String>) {
    headings.push(section.heading.plain().to_lowercase());
    in_blocks(&section.blocks, lists, 0);
    for child in &section.children {
        gather(child, lists, headings);
    }
}

fn in_blocks(blocks: &[Block], lists: &mut Vec<Vec<String>>, depth: usize) {
    // Paragraphs `**Dose:** …` one after another are a list, too.
    let mut loose = Vec::new();
    for block in blocks {
        match block {
            Block::List(items, _) => {
                let leads = items
                    .iter()
                    .filter_map(|i| first_line(i).and_then(lead::split))
                    .filter_map(|l| told(&l.lead))
                    .take(MAX_LEADS);
                lists.push(leads.collect());
                if depth < 8 {
                    for item in items {
                        in_blocks(&item.blocks, lists, depth + 1);
                    }
                }
            }
            Block::Table(rows, _) if rows.first().is_some_and(|r| r.cells.len() == 2) => {
                let labels = rows.iter().skip(1).filter_map(|r| r.cells.first());
                lists.push(
                    labels
                        .filter_map(|c| told(&c.plain()))
                        .take(MAX_LEADS)
                        .collect(),
                );
            }
            Block::Paragraph(rich, _) if loose.len() < MAX_LEADS => {
                for line in rich.lines() {
                    let lead = lead::split(&line).filter(|l| l.marked);
                    loose.extend(lead.and_then(|l| told(&l.lead)));
                }
            }
            _ => {}
        }
    }
    lists.push(loose);
}

/// A lead in small letters, unless it is the name of one particular thing.
fn told(lead: &str) -> Option<String> {
    let product = Name::of(lead).is_some_and(|n| n.is_product());
    (!product).then(|| key(lead))
}

/// How a lead is looked up.
pub(super) fn key(lead: &str) -> String {
    let bare = enumerator::unnumbered(lead);
    bare.trim_end_matches([':', ' ', '.']).to_lowercase()
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

    #[test]
    fn what_comes_back_in_every_list_is_an_attribute() {
        let page = "# Knots of the harbour\n\n## Bowline\n\n- **Strands**: one rope of hemp\n- **Holds**: a ring at the pier\n\n\
            ## Carrick bend\n\n- **Strands**: two ropes of one thickness\n- **Holds**: heavy hawsers of ferries\n\n\
            ## Sheet bend\n\n- **Strands**: two ropes, one thicker\n- **Holds**: sails and light loads\n";
        let fronts = fronts(page);
        assert!(
            fronts
                .iter()
                .all(|f| !f.contains("What is Strands") && !f.contains("what are the strands?")),
            "{fronts:?}"
        );
        assert!(
            cards(page)
                .iter()
                .any(
                    |(f, b)| f.contains("strands of Carrick bend") && b.starts_with("Two ropes")
                        || f.contains("Carrick bend") && f.contains("strands")
                ),
            "{fronts:?}"
        );
        assert!(
            cards(page)
                .iter()
                .all(|(_, b)| b != "Holds" && b != "Strands"),
            "{fronts:?}"
        );
    }
}
