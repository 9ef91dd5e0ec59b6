//! Bullets indented by a blank too few: below `1. Ropes` they are set off, and
//! Markdown takes them for a list of their own all the same.

use super::outline::{Block, Place};

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
        match below {
            Some(item) => item.blocks.push(block),
            None => out.push(block),
        }
    }
    out
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
    fn a_place_inside_a_letter_is_no_line() {
        let place = Place {
            line: 1,
            bytes: 2..3,
        };
        let line = Line::of("xß\n1. Seile", &place);
        assert!(!line.numbered() && line.indent() == 0);
    }
}
