//! Bullets indented by a blank too few: below `1. Ropes` they are set off, and
//! Markdown takes them for a list of their own all the same. Where each level is
//! set off by one blank alone, it takes them all for one list.

use super::outline::{Block, Item, Place};

/// So many bullets of a list a blank to the right of the one above are no slips.
const STEPS: usize = 3;

/// The blocks with such lists back in the item above them.
pub(super) fn slipped(blocks: Vec<Block>, source: &str) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let below = match (out.last_mut(), &block) {
            (Some(Block::List(above, at)), Block::List(_, place)) => {
                let (over, under) = (Line::of(source, at), Line::of(source, place));
                let slipped = over.numbered() && under.close && under.indent() > over.indent();
                above.last_mut().filter(|_| slipped)
            }
            _ => None,
        };
        match (below, block) {
            (Some(item), block) => item.blocks.push(block),
            (None, Block::List(items, place)) => {
                out.push(Block::List(stepped(items, source), place))
            }
            (None, block) => out.push(block),
        }
    }
    out
}

/// A list's items, each in the nearest one above that stands to the left of it.
fn stepped(items: Vec<Item>, source: &str) -> Vec<Item> {
    let indents: Vec<usize> = items
        .iter()
        .map(|i| Line::of(source, &i.place).indent())
        .collect();
    let steps = indents.windows(2).filter(|w| w[1] == w[0] + 1).count();
    if steps < STEPS {
        return items;
    }
    let mut out: Vec<Item> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (item, indent) in items.into_iter().zip(indents) {
        while open.last().is_some_and(|above| *above >= indent) {
            open.pop();
        }
        push(&mut out, item, open.len());
        open.push(indent);
    }
    out
}

/// Puts an item so many levels deep below the last ones.
fn push(items: &mut Vec<Item>, item: Item, depth: usize) {
    let mut level = items;
    for _ in 0..depth {
        let Some(at) = level.len().checked_sub(1) else {
            break;
        };
        let blocks = &mut level[at].blocks;
        if !matches!(blocks.last(), Some(Block::List(..))) {
            blocks.push(Block::List(Vec::new(), item.place.clone()));
        }
        let Some(Block::List(below, _)) = blocks.last_mut() else {
            return;
        };
        level = below;
    }
    level.push(item);
}

/// The line that a block begins in.
struct Line<'a> {
    text: &'a str,
    /// Whether no blank line stands before it.
    close: bool,
}

impl<'a> Line<'a> {
    /// Empty where the place isn't the source's own: what was indented is read
    /// again without its blanks.
    fn of(source: &'a str, place: &Place) -> Self {
        let Some(before) = source.get(..place.bytes.start) else {
            return Self {
                text: "",
                close: false,
            };
        };
        let begin = before.rfind('\n').map_or(0, |i| i + 1);
        let text = source.get(begin..).unwrap_or("");
        let above = before[..begin].strip_suffix('\n').unwrap_or("");
        Self {
            text,
            close: !above.ends_with('\n'),
        }
    }

    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches([' ', '\t']).len()
    }

    fn numbered(&self) -> bool {
        self.text
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::cards;

    #[test]
    fn a_bullet_a_blank_short_is_its_items() {
        let page = |blanks: &str| {
            cards(&format!(
                "# Notes\n\n### Ways to talk to RopeNet\n\n\
                1. **TideConsole**\n{blanks}- Good for: pilots who like to see boats\n\
                2. **TideShell**\n{blanks}- Good for: pilots who like to type by night\n"
            ))
        };
        for blanks in ["   ", "  ", " "] {
            let found = page(blanks);
            let of = |name: &str| found.iter().any(|(f, _)| f.contains(name));
            assert!(
                of("TideConsole") && of("TideShell") && !of("is Ways"),
                "{blanks:?} {found:?}"
            );
        }
    }

    #[test]
    fn bullets_set_off_by_one_blank_are_nested() {
        let page = |blank: &str| {
            let part = |name: &str, does: &str| {
                format!("{blank}- {name}\n{blank}{blank}- {does} the boats of a port at night\n")
            };
            let parts = [
                part("TideLamp", "a service that lights"),
                part("TideHorn", "a service that calls"),
                part("TideDesk", "a service that books"),
            ];
            cards(&format!("# Notes\n\n- Services\n{}", parts.concat()))
        };
        assert_eq!(page(" "), page("  "));
        // One bullet a blank aside is a slip.
        let items = |blank: &str| {
            let bullets = "- TideLamp\n- TideHorn\n";
            let told = "- A service that books the boats of a port at night\n";
            cards(&format!("# Notes\n\n{bullets}{blank}{told}"))
        };
        assert_eq!(items(" "), items(""));
        assert!(
            page(" ").iter().any(|(f, _)| f == "What is TideDesk?"),
            "{:?}",
            page(" ")
        );
    }

    #[test]
    fn a_place_inside_a_letter_is_no_line() {
        let place = Place {
            line: 1,
            bytes: 2..3,
        };
        let line = Line::of("xß\n1. Seile", &place);
        assert!(!line.numbered() && line.indent() == 0);
    }
}
