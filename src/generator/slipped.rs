//! Bullets indented by a blank too few: below `1. Ropes` they are set off, and
//! Markdown takes them for a list of their own all the same.

use super::outline::Block;

/// The blocks with such lists back in the item above them.
pub(super) fn slipped(blocks: Vec<Block>, source: &str) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let below = match (out.last_mut(), &block) {
            (Some(Block::List(above, at)), Block::List(_, place)) => {
                let begins = |start: usize| source[..start].rfind('\n').map_or(0, |i| i + 1);
                let line = |start: usize| &source[begins(start)..];
                let indent = |start: usize| {
                    let line = line(start);
                    line.len() - line.trim_start_matches([' ', '\t']).len()
                };
                let numbered = line(at.bytes.start)
                    .trim_start()
                    .starts_with(|c: char| c.is_ascii_digit());
                let close = source[..begins(place.bytes.start)]
                    .trim_end_matches('\n')
                    .len()
                    + 1
                    == begins(place.bytes.start);
                let set_off = indent(place.bytes.start) > indent(at.bytes.start);
                above.last_mut().filter(|_| numbered && set_off && close)
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

#[cfg(test)]
mod tests {
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
}
