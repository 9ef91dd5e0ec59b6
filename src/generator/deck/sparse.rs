//! Pages of which little could be read.
//!
//! Where a long page gives only a few cards, its author's habits are not
//! understood, and the few are as often wrong as right: read by strangers, 57 %
//! of them were worth keeping, against 82 % elsewhere. Of such a page only the
//! cards stay whose two sides vouch for each other; among those it is 80 %.

use crate::domain::Face;
use crate::generator::account::{Account, Reason, Shape, Skipped};
use crate::generator::draft::Draft;
use crate::generator::fit;
use std::collections::HashSet;

/// Shorter pages, in bytes, may well have few things to ask.
const LONG: usize = 3_000;
/// Fewer cards are few on any long page.
const FEW: usize = 10;
/// Fewer cards in so many bytes are few.
const STRETCH: usize = 1_667;

/// Whether a page gave too few cards for its length.
pub(super) fn is_sparse(cards: usize, bytes: usize) -> bool {
    bytes >= LONG && (cards < FEW || cards * STRETCH < bytes)
}

/// Leaves the sure cards, and those that a person may know already.
pub(super) fn thin(
    drafts: Vec<Draft>,
    known: &HashSet<String>,
    path: &str,
    account: &mut Account,
) -> Vec<Draft> {
    let sure = |d: &Draft| match &d.face {
        Face::Flashcard(f) => fit::is_sure(f.front.as_str(), f.back.as_str()),
        Face::Choice(_) => true,
    };
    let forward: HashSet<String> = drafts
        .iter()
        .filter(|d| d.shape == Shape::Term && sure(d))
        .map(|d| d.note.clone())
        .collect();
    let (kept, left): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|d| match d.shape {
        _ if known.contains(&d.id) => true,
        Shape::Description => forward.contains(&d.note),
        Shape::Choice | Shape::Comparison | Shape::Cloze => true,
        _ => sure(d),
    });
    leave(left, path, account);
    kept
}

/// Books drafts that are not sure enough.
pub(super) fn leave(left: Vec<Draft>, path: &str, account: &mut Account) {
    account.skipped.extend(left.into_iter().map(|d| Skipped {
        file: path.to_owned(),
        line: d.line,
        reason: Reason::Sparse,
        shape: Some(d.shape),
    }));
}

#[cfg(test)]
mod tests {
    use super::is_sparse;
    use crate::generator::tests::fronts;

    const HEAD: &str = "# Ports\n\n\
        ## Tide Lock\n\nTide Lock is a service that opens the gates of a dock for TDN boats.\n\n\
        ### Parts\n\n- **Keeper**: clerk used for winding gates at low tide\n\n\
        ## Tide Bell\n\nTide Bell is a service that rings a bell when the water turns at night.\n\n\
        ## Tide Cam\n\nTide Cam is a service that films who comes to a pier and who goes.\n\n";

    #[test]
    fn few_cards_of_a_long_page_must_be_sure() {
        let prose = "One day we walked along the pier and it rained the whole day long.\n\n";
        let long = format!("{HEAD}## A diary\n\n{}", prose.repeat(60));
        let short = fronts(HEAD);
        assert!(short.iter().any(|f| f.contains("Keeper")), "{short:?}");
        let long = fronts(&long);
        assert!(long.iter().any(|f| f == "What is Tide Lock?"), "{long:?}");
        assert!(!long.iter().any(|f| f.contains("Keeper")), "{long:?}");
    }

    #[test]
    fn few_is_reckoned_by_length() {
        assert!(!is_sparse(2, 2_000));
        assert!(is_sparse(9, 4_000));
        assert!(!is_sparse(12, 4_000));
        assert!(is_sparse(12, 40_000));
    }
}
