//! Headings that what stands below makes a term: `Scalability` over `The
//! ability of …`. By itself it would be an aspect of something.

use super::lists::first_line;
use crate::generator::outline::{Block, Section};
use crate::generator::sentence;

/// Whether the first line of a section says what its heading is.
pub(super) fn is_told_below(section: &Section) -> bool {
    let line = match section.blocks.first() {
        Some(Block::Paragraph(rich, _)) => Some(rich),
        Some(Block::List(items, _)) => items.first().and_then(first_line),
        _ => None,
    };
    let Some(line) = line else {
        return false;
    };
    let plain = line.plain();
    let lower = sentence::strip_symbols(&plain).to_lowercase();
    let bare = ["the ", "a ", "an "]
        .iter()
        .find_map(|a| lower.strip_prefix(a))
        .unwrap_or(&lower);
    ["ability ", "capability ", "capacity ", "degree "]
        .iter()
        .find_map(|class| bare.strip_prefix(class))
        .is_some_and(|rest| rest.starts_with("of ") || rest.starts_with("to "))
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn what_stands_below_makes_a_heading_a_term() {
        let page = "# Benefits of harbours\n\n\
            ## Scalability\n\n- The ability of a harbour to take more boats by adding piers as needed.\n\n\
            ## Performance\n\n- More piers take more boats in a storm, and so do longer ones.\n\n";
        let fronts = fronts(page);
        assert!(
            fronts.iter().any(|f| f.contains("calability")),
            "{fronts:?}"
        );
        assert!(
            fronts.iter().all(|f| !f.contains("erformance")),
            "{fronts:?}"
        );
    }
}
