//! Leads that come back in list after list: `Dose`, `Onset`, `Side effects`
//! under drug after drug. They are attributes of what each list is about, and
//! no terms, whatever they look like.

use super::lists::first_line;
use crate::generator::enumerator;
use crate::generator::lead;
use crate::generator::name::Name;
use crate::generator::outline::{Block, Section};
use crate::generator::sentence;
use std::collections::{BTreeMap, HashSet};

/// Lists in which a pair of leads must stand together.
const TOGETHER: usize = 3;
/// Lists that each list is held against.
const MAX_LISTS: usize = 200;
/// Leads of one list that are looked at.
const MAX_LEADS: usize = 12;

/// The leads, in small letters, that come back together with others.
pub(super) fn leads(root: &Section) -> HashSet<String> {
    let mut lists = Vec::new();
    let mut headings = Vec::new();
    gather(root, &mut lists, &mut headings);
    let mut pairs: BTreeMap<(String, String), usize> = BTreeMap::new();
    for list in &mut lists {
        list.sort();
        list.dedup();
    }
    let mut out = HashSet::new();
    // Two lists of one build are enough.
    for (i, a) in lists.iter().enumerate() {
        for b in lists.iter().skip(i + 1).take(MAX_LISTS) {
            let shared: Vec<&String> = a.iter().filter(|l| b.contains(l)).collect();
            if shared.len() > 2 && shared.len() * 5 >= a.len().max(b.len()) * 3 {
                out.extend(shared.into_iter().cloned());
            }
        }
    }
    for list in &lists {
        for (i, a) in list.iter().enumerate() {
            for b in &list[i + 1..] {
                let pair = match a < b {
                    true => (a.clone(), b.clone()),
                    false => (b.clone(), a.clone()),
                };
                *pairs.entry(pair).or_default() += 1;
            }
        }
    }
    for ((a, b), n) in pairs {
        if n >= TOGETHER {
            out.insert(a);
            out.insert(b);
        }
    }
    // What has a heading of its own is a thing, however often it is listed.
    out.retain(|lead: &String| !headings.iter().any(|h| sentence::contains_words(h, lead)));
    out
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
