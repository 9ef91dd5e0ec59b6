//! Definitions below a line that is a fact itself: `Kinds of gate – each dock
//! has one:` over `Sluice gate: a gate that lets water pass`.

use super::{Scope, Walk};
use crate::generator::aspect;
use crate::generator::headed;
use crate::generator::jotting;
use crate::generator::language::Language;
use crate::generator::lead;
use crate::generator::name::Name;
use crate::generator::outline::Block;
use crate::generator::words;

impl Walk<'_> {
    /// Takes the plain definitions of `nested` lists; whatever else stands there
    /// explains the line above.
    pub(super) fn plain_below(&mut self, nested: &[Block], scope: &Scope) {
        if self.language != Language::English || scope.shown {
            return;
        }
        let scope = Scope {
            aspect: None,
            shelf: None,
            depth: scope.depth + 1,
            ..scope.clone()
        };
        let items = nested.iter().filter_map(|b| match b {
            Block::List(items, _) => Some(items),
            _ => None,
        });
        for item in items.flatten() {
            let Some((Block::Paragraph(rich, place), below)) = item.blocks.split_first() else {
                continue;
            };
            let Some(l) = lead::split(rich) else {
                continue;
            };
            let plain = headed::begins_plainly(&l.text);
            let named = Name::of(&l.lead)
                .is_some_and(|n| n.is_proper() || words::count(&n.short) > 1)
                && words::count(&l.lead) <= 5;
            let label = aspect::is_aspect(&l.lead) || jotting::is_label(&l.lead);
            if plain && named && !label {
                self.led(&l, place.line, below, &scope, true);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn what_is_defined_below_a_line_is_asked_for() {
        let page = |text: &str| {
            format!(
                "# Harbour\n\n## TideLock\n\nTideLock is a service that opens the gates of a dock.\n\n\
                - **Kinds of gate** – Each dock has one of two, as its keel says. They are:\n\
                {text}"
            )
        };
        let told = fronts(&page(
            "    - **Sluice gate**: A gate that lets water pass at low tide\n\
                 - **Sea gate**: Must be closed at night\n",
        ));
        assert!(told.iter().any(|f| f.contains("Sluice gate")), "{told:?}");
        assert!(!told.iter().any(|f| f.contains("Sea gate")), "{told:?}");
    }

    #[test]
    fn a_plain_definition_of_a_common_word_needs_no_other_proof() {
        let told = |text: &str| {
            fronts(&format!("# Ports\n\n## Bollards\n\n{text}\n"))
                .iter()
                .any(|f| f.contains("ollard"))
        };
        assert!(told("A bollard is a post that holds ropes."));
        assert!(!told("A bollard is near the water of a port."));
    }

    #[test]
    fn a_class_right_below_a_name_defines_it() {
        let page = |text: &str| format!("# Ports\n\n## Pilot desk\n\n{text}\n");
        let told = |text: &str| fronts(&page(text)).iter().any(|f| f.contains("ilot desk"));
        assert!(told("Simplified room for building ropes and nets."));
        assert!(!told("TLB a private room for building ropes."));
        assert!(!told(
            "The Granite Union suffered losses for years in the port."
        ));
        assert!(!told("Imagine two groups of boats in a narrow port."));
    }
}
