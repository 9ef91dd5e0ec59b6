//! Lists that range the same things under one aspect after another: a table in
//! all but its form, and read as one.

use super::enumerator;
use super::lead;
use super::outline::{Block, Item, Place, Row};
use super::rich::{Rich, Style};
use super::words;

/// So many aspects make a table.
const ASPECTS: usize = 3;

/// An aspect and what it is of each thing.
struct Aspect<'a> {
    name: String,
    told: Vec<(String, String, &'a Place)>,
}

/// The blocks with such lists as tables.
pub(super) fn ranged(blocks: Vec<Block>) -> Vec<Block> {
    let turned = |block: Block| match &block {
        Block::List(items, place) => table(items, place).unwrap_or(block),
        _ => block,
    };
    blocks.into_iter().map(turned).collect()
}

fn table(items: &[Item], place: &Place) -> Option<Block> {
    if items.len() < ASPECTS {
        return None;
    }
    let aspects: Vec<Aspect<'_>> = items.iter().map(aspect).collect::<Option<_>>()?;
    let things = |a: &Aspect<'_>| -> Vec<String> {
        let mut all: Vec<String> = a
            .told
            .iter()
            .map(|(thing, ..)| thing.to_lowercase())
            .collect();
        all.sort_unstable();
        all
    };
    let first = aspects.first()?;
    let ranged = things(first);
    let alike =
        ranged.windows(2).all(|w| w[0] != w[1]) && aspects.iter().all(|a| things(a) == ranged);
    if ranged.len() < 2 || !alike {
        return None;
    }
    let mut rows = vec![Row {
        place: place.clone(),
        cells: std::iter::once("")
            .chain(aspects.iter().map(|a| a.name.as_str()))
            .map(cell)
            .collect(),
    }];
    for (thing, _, place) in &first.told {
        let of = |a: &Aspect<'_>| {
            let own = a.told.iter().find(|(t, ..)| t.eq_ignore_ascii_case(thing));
            cell(own.map_or("", |(_, text, _)| text))
        };
        rows.push(Row {
            place: (*place).clone(),
            cells: std::iter::once(cell(thing))
                .chain(aspects.iter().map(of))
                .collect(),
        });
    }
    Some(Block::Table(rows, place.clone()))
}

/// `Latency` over `RopeNet: low`, `TideHub: high`.
fn aspect(item: &Item) -> Option<Aspect<'_>> {
    let [Block::Paragraph(head, _), Block::List(below, _)] = &item.blocks[..] else {
        return None;
    };
    let head = head.plain();
    let name = enumerator::unnumbered(head.trim_end_matches([':', ' ']));
    let told = below.iter().map(|i| match &i.blocks[..] {
        [Block::Paragraph(line, place)] => {
            let l = lead::split(line).filter(|l| !l.text.is_empty())?;
            Some((l.lead, l.text, place))
        }
        _ => None,
    });
    let told: Vec<_> = told.collect::<Option<_>>()?;
    (words::count(name) <= 5 && !name.contains(':')).then(|| Aspect {
        name: name.to_owned(),
        told,
    })
}

fn cell(text: &str) -> Rich {
    let mut rich = Rich::default();
    rich.push(text, Style::default());
    rich
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn things_ranged_under_their_aspects_are_a_table() {
        let page = |last: &str| {
            fronts(&format!(
                "# Piers\n\n## TideHub and RopeNet\n\n\
                - Latency per boat\n  - TideHub: low for ferries\n  - RopeNet: high in winter\n\
                - Throughput (at ebb)\n  - TideHub: nine boats a day\n  - RopeNet: two boats a day\n\
                - Durability\n  - TideHub: a hundred years\n  - {last}: ten years\n"
            ))
        };
        let found = page("RopeNet");
        for asked in [
            "What is the throughput of TideHub?",
            "How do TideHub and RopeNet differ in durability?",
        ] {
            assert!(found.iter().any(|f| f == asked), "{asked}: {found:?}");
        }
        let found = page("BoatDB");
        assert!(!found.iter().any(|f| f.contains("differ")), "{found:?}");
    }
}
