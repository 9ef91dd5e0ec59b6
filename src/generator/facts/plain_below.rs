//! Definitions below a line that is a fact itself: `Kinds of gate – each dock
//! has one:` over `Sluice gate: a gate that lets water pass`.

use super::labels;
use super::lists::first_line;
use super::{Scope, Walk};
use crate::generator::aspect;
use crate::generator::headed::{self, Head};
use crate::generator::jotting;
use crate::generator::language::Language;
use crate::generator::lead::{self, Lead};
use crate::generator::name::Name;
use crate::generator::outline::Block;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::{self, Form};
use crate::generator::words;

impl Walk<'_> {
    /// A bare name whose first nested line says what class of things it is of:
    /// `Sluice gate` over `A gate that lets water pass at low tide`.
    pub(super) fn class_below(&self, rich: &Rich, nested: &[Block]) -> Option<(Lead, Vec<Block>)> {
        let text = sentence::trim(&rich.plain());
        if self.language != Language::English || words::count(&text) > 6 {
            return None;
        }
        let [Block::List(items, place), rest @ ..] = nested else {
            return None;
        };
        let (head, others) = items.split_first()?;
        let gloss = sentence::trim(&first_line(head)?.plain());
        let name = Name::of(&text)?;
        // `tl3`: a size or a version, by its letters.
        let coded = |w: &str| {
            w.contains(|c: char| c.is_ascii_digit())
                && w.contains(|c: char| c.is_ascii_alphabetic())
        };
        let first = name.short.split(' ').next().unwrap_or("");
        let titled = |w: &str| w.starts_with(char::is_uppercase);
        let several = words::count(&name.short) > 1 && name.short.split(' ').all(titled);
        let named = coded(first) || name.is_product() || name.is_lettered() || several;
        let label = aspect::is_aspect(&text)
            || jotting::is_label(&text)
            || jotting::is_collection(&text)
            || labels::is_verb(&text)
            || text.ends_with([':', '.', '?', ','])
            || name.is_plural() && !name.is_proper();
        let statement = statement::read(&gloss, &name);
        let linked = [" that ", " which ", " designed ", " used to "]
            .iter()
            .any(|l| gloss.contains(l));
        let classed = headed::head(&gloss) == Head::Class
            && matches!(statement.form, Form::Noun | Form::Fragment)
            && (statement.kind().is_some() || linked && headed::is_apt(&gloss))
            && !gloss.contains(" - ")
            && words::count(&gloss) >= 5;
        if !named || label || !classed {
            return None;
        }
        let mut left: Vec<Block> = head.blocks[1..].to_vec();
        if !others.is_empty() {
            left.push(Block::List(others.to_vec(), place.clone()));
        }
        left.extend_from_slice(rest);
        let lead = Lead {
            lead: text,
            text: gloss,
            marked: true,
            arrow: false,
        };
        Some((lead, left))
    }

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
    fn a_bare_name_is_defined_by_the_class_below_it() {
        let page = |name: &str, below: &str| {
            let found = fronts(&format!(
                "# Harbour\n\n## Lifting gear\n\n- {name}\n    - {below}\n\
                \x20   - Must be oiled each week\n- Tide Hoist\n    - Pull here\n"
            ));
            found.iter().any(|f| *f == format!("What is {name}?"))
        };
        let told = "A small crane that lifts crates from the deck of a ferry";
        assert!(page("Sea Winch", told) && page("tl3", told));
        // What is well done, named or said of it defines nothing.
        assert!(!page(
            "Sea Winch",
            "Unlimited number of crates per day and pier"
        ));
        assert!(!page(
            "TDN-Based API",
            "APIs Explorer - tool to try TDN API by browser"
        ));
        assert!(!page(
            "Sea Winch",
            "Kind: a crane that lifts crates from a ferry"
        ));
        assert!(!page("winch", told) && !page("Benefits", told));
    }

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
