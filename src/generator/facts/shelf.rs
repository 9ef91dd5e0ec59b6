//! Shelves: headings that gather topics rather than name one.

use super::Walk;
use super::lists::first_line;
use crate::generator::aspect;
use crate::generator::lead::{self, Lead};
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::noise;
use crate::generator::outline::{Block, Section};
use crate::generator::words;

impl Walk<'_> {
    /// Whether a heading stands over a bare list of led names, and isn't the
    /// name of a product itself: `Compute` over `Lambda: …`, `EC2: …`.
    pub(super) fn lists_names(&self, name: &Name, section: &Section) -> bool {
        let mut blocks = section
            .blocks
            .iter()
            .filter(|b| !matches!(b, Block::Markup(_) | Block::Code(_)));
        let Some(Block::List(items, _)) = blocks.next() else {
            return false;
        };
        let leads: Vec<Lead> = items
            .iter()
            .filter_map(|i| first_line(i).and_then(lead::split))
            .collect();
        let names = leads
            .iter()
            .filter(|l| {
                (!l.text.is_empty())
                    && !aspect::is_aspect(&l.lead)
                    && !aspect::is_illustration(&l.lead)
            })
            .filter_map(|l| Name::of(&l.lead))
            .filter(|n| {
                n.short
                    .starts_with(|c: char| c.is_uppercase() || c == '`' || words::is_unspaced(c))
            })
            .collect::<Vec<_>>();
        let most = names.len() >= 2 && names.len() * 10 >= items.len() * 7;
        let telling = names
            .iter()
            .filter(|n| n.is_product() || n.full.contains('(') || self.usage.is_brand(&n.short))
            .count();
        most && (!name.is_product() && !self.usage.is_brand(&name.short))
            && (!name.is_proper()
                || telling * 2 >= names.len()
                || name.short.contains(['&', '/'])
                || name.short.contains(" and "))
    }
}

/// Whether a heading gathers topics: by its plural, or by what stands under it.
pub(super) fn is_shelf(name: &Name, section: &Section) -> bool {
    let last = name
        .short
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .to_lowercase();
    let generic = {
        static WORDS: Listed = Listed::new(
            "concepts terms basics fundamentals topics notes others services \
                    glossary terminology keywords definitions acronyms \
                    abbreviations engineering vocabulary essentials miscellaneous",
        );
        WORDS.has(last.as_str())
    };
    let plural_kind = lexicon::kind_at_end(&name.short).is_some_and(|(_, plural)| plural);
    let children = section
        .children
        .iter()
        .filter(|c| {
            let title = c.heading.plain();
            !aspect::is_aspect(&title)
                && noise::heading(&title).is_none()
                && Name::of(&title).is_some()
        })
        .count();
    let title_like = section.level == 1 && children > 0;
    generic || plural_kind || children >= 2 || title_like
}
