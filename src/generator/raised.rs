//! Lines that head what follows though nothing marks them as headings.
//!
//! Many write `**TideLock**` on a line of its own where others write `###
//! TideLock`. What stands below belongs to that name, not to the heading
//! further up; read as one more paragraph, the line would lose its text to the
//! wrong owner. Lists under such a line find their own way (`facts/lists`).

use super::aspect;
use super::clause;
use super::jotting;
use super::lead;
use super::lesson;
use super::name::Name;
use super::noise;
use super::outline::{Attributes, Block, Item, Place};
use super::rich::Rich;
use super::sentence;
use super::words;

/// Deeper than any heading that Markdown can mark.
const LEVEL: u8 = 7;

/// The blocks with such lines as headings. A document in the dialect of
/// summaries marks its own.
pub(super) fn raised(blocks: Vec<Block>) -> Vec<Block> {
    let fixed = |b: &Block| matches!(b, Block::Heading(_, _, a, _) if a.id.is_some());
    if blocks.iter().any(fixed) {
        return blocks;
    }
    let mut out = Vec::with_capacity(blocks.len());
    let mut rest = blocks.into_iter().flat_map(unlisted).peekable();
    while let Some(block) = rest.next() {
        let Block::Paragraph(rich, place) = block else {
            out.push(block);
            continue;
        };
        let text_below = matches!(rest.peek(), Some(Block::Paragraph(..) | Block::Quote(..)));
        split(rich, place, text_below, &mut out);
    }
    out
}

/// `* ### TideLock` over text that isn't indented: the marker of a list before
/// each heading, and no list.
fn unlisted(block: Block) -> Vec<Block> {
    let bare = |item: &Item| matches!(item.blocks[..], [Block::Heading(..)]);
    match block {
        Block::List(items, _) if items.iter().all(bare) => {
            items.into_iter().flat_map(|item| item.blocks).collect()
        }
        block => vec![block],
    }
}

/// Takes a paragraph apart at the lines that are names in bold type alone.
fn split(rich: Rich, place: Place, text_below: bool, out: &mut Vec<Block>) {
    let lines = rich.lines();
    let heads: Vec<bool> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let below = match lines.get(i + 1) {
                Some(next) => !bold(next) && !labelled(next),
                None => text_below,
            };
            below && heads(line)
        })
        .collect();
    if !heads.contains(&true) {
        out.push(Block::Paragraph(rich, place));
        return;
    }
    let mut text: Vec<&Rich> = Vec::new();
    for (line, head) in lines.iter().zip(heads) {
        if head {
            paragraph(&mut text, &place, out);
            let attributes = Attributes::default();
            out.push(Block::Heading(
                LEVEL,
                line.clone(),
                attributes,
                place.clone(),
            ));
        } else {
            text.push(line);
        }
    }
    paragraph(&mut text, &place, out);
}

fn paragraph(lines: &mut Vec<&Rich>, place: &Place, out: &mut Vec<Block>) {
    if lines.is_empty() {
        return;
    }
    let mut rich = Rich::default();
    for line in lines.drain(..) {
        if !rich.spans.is_empty() {
            rich.push("\n", super::rich::Style::default());
        }
        rich.spans.extend(line.spans.iter().cloned());
    }
    out.push(Block::Paragraph(rich, place.clone()));
}

/// Whether all of a line that can be read is bold or code.
fn bold(line: &Rich) -> bool {
    line.spans
        .iter()
        .filter(|s| s.text.chars().any(char::is_alphabetic))
        .all(|s| s.style.strong && !s.style.link)
}

/// `Name - gloss`: a line with a name of its own.
fn labelled(line: &Rich) -> bool {
    lead::split(line).is_some_and(|l| !l.text.is_empty())
}

/// Whether a line in bold is the name of what follows.
fn heads(line: &Rich) -> bool {
    if !bold(line) {
        return false;
    }
    let text = sentence::trim(&line.plain());
    let name = super::enumerator::unnumbered(text.trim_end_matches([':', '：', ' ']));
    // `**Range**: (0, 1)`: what the thing above has.
    let valued = name.split_once(':').is_some_and(|(label, _)| {
        aspect::is_aspect(label) || aspect::is_attribute(&label.to_lowercase())
    });
    let told = valued
        || aspect::is_aspect(name)
        || aspect::is_illustration(name)
        || jotting::is_label(name)
        || jotting::is_collection(name)
        || noise::heading(name).is_some()
        || lesson::heading(&name.to_lowercase());
    words::count(name) <= 7
        && name.starts_with(|c: char| !c.is_lowercase())
        && !text.ends_with(['.', '!', ',', ';', '。'])
        && !told
        && !clause::has_own_verb(name)
        && Name::of(name).is_some()
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

    #[test]
    fn a_name_in_bold_owns_the_text_below_it() {
        let page = "# Ports\n\n## TideBoard\n\nTideBoard is a service that draws charts of tides.\n\n\
            **TideLock**\n\nTideLock is a service that opens the gates of a dock.\n\n\
            It needs two keepers at each gate.\n\n\
            **PilotBook**\nPilotBook is a register that keeps the depth of each channel.\n";
        let cards = cards(page);
        for name in ["TideBoard", "TideLock", "PilotBook"] {
            assert!(
                cards.iter().any(|(f, _)| *f == format!("What is {name}?")),
                "{name}: {cards:?}"
            );
        }
        assert!(
            cards
                .iter()
                .all(|(f, b)| !f.contains("TideBoard") || !b.contains("keepers")),
            "{cards:?}"
        );
    }

    #[test]
    fn a_remark_in_bold_heads_nothing() {
        let page = "# Ports\n\n## TideLock\n\n**Important**\n\n\
            TideLock is a service that opens the gates of a dock.\n";
        assert!(
            fronts(page).iter().any(|f| f == "What is TideLock?"),
            "{:?}",
            fronts(page)
        );
    }

    #[test]
    fn a_value_in_bold_owns_nothing() {
        let page = "# Ports\n\n### TideLock\n\n**Depth**: (0, 1)\n\n**Advantages**:\n\
            - Opens by itself at night\n- Holds any flood of spring\n";
        let fronts = fronts(page);
        assert_eq!(fronts, ["What are the advantages of TideLock?"]);
    }

    #[test]
    fn a_heading_behind_a_list_s_marker_heads_what_follows() {
        let page = "# Ports\n\n* ### Basalt [[TideLock]]\nService that opens the gates of a dock\n\n\
            * ### Basalt [[PilotBook]]\nBook that keeps the depth of each channel\n";
        let cards = cards(page);
        for name in ["Basalt TideLock", "Basalt PilotBook"] {
            assert!(
                cards.iter().any(|(f, _)| *f == format!("What is {name}?")),
                "{name}: {cards:?}"
            );
        }
    }
}
