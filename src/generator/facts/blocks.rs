//! Blocks in their order, and what a paragraph opens for the list behind it.

use super::headings;
use super::runs;
use super::{Scope, Walk};
use crate::generator::account::Reason;
use crate::generator::clause;
use crate::generator::lead::{self, Lead};
use crate::generator::name::Name;
use crate::generator::noise;
use crate::generator::outline::{Block, Item, Place, Section};
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::words;

impl Walk<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block], scope: &Scope) {
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        let gathered = (!vouched).then(|| runs::gathered(blocks)).flatten();
        let blocks = gathered.as_deref().unwrap_or(blocks);
        if !vouched && self.under_quoted_headings(blocks, scope) {
            return;
        }
        self.await_definition(blocks, scope);
        if !vouched && scope.aspect.is_some() {
            self.bold_led(blocks, scope);
        }
        let mut pending: Option<(Rich, Place)> = None;
        let mut below = false;
        for (i, block) in blocks.iter().enumerate() {
            self.done(block.place().line);
            if std::mem::take(&mut below) {
                continue;
            }
            let next_is_list =
                matches!(blocks.get(i + 1), Some(Block::List(..) | Block::Table(..)));
            match block {
                Block::Paragraph(rich, place) => {
                    self.give_up(pending.take());
                    if !vouched
                        && let Some(next) = self.dialogue(rich, place, blocks.get(i + 1), scope)
                    {
                        below = next;
                        continue;
                    }
                    let own = self.main_lines(rich);
                    let rich = own.as_ref().unwrap_or(rich);
                    if let Some(reason) = noise::paragraph(rich) {
                        self.skip(place.line, reason);
                    } else if next_is_list && introduces(rich, scope, self) {
                        pending = Some((rich.clone(), place.clone()));
                    } else if self.opens(rich, blocks.get(i + 1), scope) {
                        self.lead_line(rich, place, &blocks[i + 1..=i + 1], scope, true);
                        below = true;
                    } else {
                        self.paragraph(rich, place, scope, i == 0);
                    }
                }
                Block::List(items, place) => {
                    let scope = Scope {
                        opening: i == 0,
                        later: !vouched && is_later(blocks, i, scope),
                        shown: scope.shown || self.happens_before(&blocks[..i]),
                        // `It works with:` is said of partners.
                        partners: scope.partners
                            || pending
                                .as_ref()
                                .is_some_and(|(intro, _)| headings::names_partners(&intro.plain())),
                        ..scope.clone()
                    };
                    self.list(items, place, &scope, pending.take());
                }
                Block::Table(_, place) if scope.sample => {
                    pending = None;
                    self.skip(place.line, Reason::Lesson);
                }
                Block::Table(rows, place) => {
                    pending = None;
                    crate::generator::tables::read(self, rows, place, scope);
                }
                Block::Definitions(terms, _) => self.definitions(terms, scope),
                Block::Quote(inner, place) => {
                    if !self.quoted(inner, scope, i == 0) {
                        self.quote(inner, place, scope);
                    }
                }
                Block::Heading(_, rich, attributes, place) => {
                    // A heading inside an item or a quotation.
                    let section = Section {
                        level: 7,
                        heading: rich.clone(),
                        attributes: attributes.clone(),
                        place: place.clone(),
                        blocks: Vec::new(),
                        children: Vec::new(),
                    };
                    self.section(&section, scope);
                }
                Block::Code(place) => self.skip(place.line, Reason::Code),
                Block::Markup(place) => self.skip(place.line, Reason::Markup),
            }
        }
        self.give_up(pending);
    }

    /// `**Shore Crane (SC)** - lifts boats` over a list: the list tells of it,
    /// not of the heading above.
    fn opens(&self, rich: &Rich, next: Option<&Block>, scope: &Scope) -> bool {
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        let name = lead::split(rich)
            .filter(|l| l.marked || l.lead.starts_with('`'))
            .filter(|l| !l.text.is_empty() && rich.lines().len() == 1)
            .filter(|l| !crate::generator::aspect::is_aspect(&l.lead))
            .filter(|l| !self.is_attribute(&l.lead))
            .and_then(|l| Name::of(&l.lead));
        let several = name.is_some_and(|n| {
            n.is_proper() && (n.is_product() || words::count(&n.short) > 1) || tells_sides(next)
        });
        several && !vouched && scope.aspect.is_none() && matches!(next, Some(Block::List(..)))
    }

    pub(super) fn give_up(&mut self, pending: Option<(Rich, Place)>) {
        if let Some((_, place)) = pending {
            self.skip(place.line, Reason::Unfinished);
        }
    }

    pub(super) fn definitions(&mut self, terms: &[(Rich, Item)], scope: &Scope) {
        let scope = Scope {
            group: self.new_group(),
            ..scope.clone()
        };
        for (term, item) in terms {
            let lead = sentence::trim(&term.plain());
            let first = item.blocks.iter().find_map(|b| match b {
                Block::Paragraph(rich, _) => Some(rich.plain()),
                _ => None,
            });
            match first {
                Some(text) => {
                    let l = Lead {
                        lead,
                        text,
                        marked: true,
                        arrow: false,
                    };
                    let whole = scope.topic.is_none_or(|t| {
                        self.reading.topics[t].purpose.is_none() || self.reading.topics[t].gathers
                    });
                    self.led(&l, item.place.line, &[], &scope, whole);
                }
                None => self.skip(item.place.line, Reason::Empty),
            }
        }
    }
}

/// Whether a paragraph before a list announces the list.
pub(super) fn introduces(rich: &Rich, scope: &Scope, walk: &Walk<'_>) -> bool {
    let text = rich.plain();
    if text.trim_end().ends_with([':', '：']) && sentence::split(&text).len() == 1 {
        return true;
    }
    let vouched = scope
        .topic
        .is_some_and(|t| walk.reading.topics[t].vouched());
    let short = words::count(&text) <= 6 && !text.ends_with(['.', '!', '?']);
    short
        && !vouched
        && rich.lines().len() == 1
        && !clause::has_own_verb(&text)
        && Name::of(&text).is_some()
}

/// Whether a list can't be what its heading announces: another list or a bold
/// name with its text stands between them, or a question was answered before.
fn is_later(blocks: &[Block], at: usize, scope: &Scope) -> bool {
    let before = &blocks[..at];
    let asks = scope.aspect.as_ref().is_some_and(|a| a.ends_with('?'));
    let listed = before.iter().any(|b| matches!(b, Block::List(..)));
    let named = before
        .last()
        .is_some_and(|b| super::answers::bold_lead(b).is_some());
    listed || named || asks && at > 1
}

/// Whether a list tells sides of one thing: `Pros: …`, `Use case: …`.
fn tells_sides(next: Option<&Block>) -> bool {
    let Some(Block::List(items, _)) = next else {
        return false;
    };
    let sides = items.iter().filter(|item| match item.blocks.first() {
        Some(Block::Paragraph(rich, _)) => {
            let plain = rich.plain();
            let lead = plain.split(':').next().unwrap_or("").trim();
            plain.contains(':') && crate::generator::aspect::is_aspect(lead)
        }
        _ => false,
    });
    sides.count() > 1
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, shows};

    #[test]
    fn a_paragraph_that_names_another_thing_defines_that_one() {
        let page = "# Ports\n\n## TideGuard\n\nStorm surges - a wall of water that floods the piers.\n\n\
            TideGuard closes the gates of a harbour before a surge arrives.\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .all(|(f, b)| !f.contains("TideGuard") || !b.contains("wall of water")),
            "{cards:?}"
        );
    }

    #[test]
    fn under_an_aspect_only_a_definition_defines() {
        let page = |aspect: &str, text: &str| {
            format!("# Ports\n\n## TideLock\n\n### {aspect}\n\n{text}\n")
        };
        let told = |aspect: &str, text: &str| {
            let cards = cards(&page(aspect, text));
            cards
                .iter()
                .any(|(f, _)| f.starts_with("What") && f.contains("TideLock"))
        };
        let act = "TideLock watches the water at each gate of a dock by night.";
        let plain = "TideLock is a service that opens the gates of a dock.";
        assert!(told("Overview", act) && told("Security", plain));
        assert!(!told("Security", act));
    }

    #[test]
    fn a_list_under_a_named_line_tells_of_that_name() {
        let page = "# Harbour\n\n## Lifting\n\n**Shore Crane (SC)** - lifts boats out of the water\n\n\
            - Creation/Setup\n  - It works with up to 20 piers\n  - Can be moved at any time\n\n**Mobile Hoist (MH)** - carries boats to the shed\n\n\
            - Creation/Setup\n  - It works with up to 5 piers\n  - Can be bought with the pier\n";
        let cards = cards(page);
        let of = |back: &str| {
            let found = cards.iter().find(|(_, b)| b.as_str() == back);
            found.map(|(f, _)| f.clone()).unwrap_or_default()
        };
        assert!(of("20").contains("Shore Crane"), "{cards:?}");
        assert!(of("5").contains("Mobile Hoist"), "{cards:?}");
    }

    #[test]
    fn lines_with_labels_are_lines_though_no_mark_breaks_them() {
        let page = "# Harbour words\n\n## Ropes\n\nHawser - A thick rope that moors a large ship\n\
            Painter - A short rope that ties a small boat to the pier\n\
            Sheet - A rope that sets the angle of a sail against the wind\n";
        assert!(!shows(page, "large ship Painter"), "{:?}", cards(page));
    }

    #[test]
    fn sides_belong_to_the_bold_name_above_them() {
        let page = "# Basalt\n\n## Mooring groups\n\n\
            **Cluster** - (one pier) moors boats close together at a pier\n\
            \x20 * Pros: Ropes of five metres do for all boats\n\
            \x20 * Cons: If the pier breaks, all boats drift at once\n";
        let fronts = crate::generator::tests::fronts(page);
        assert!(fronts.iter().any(|f| f.contains("Cluster")), "{fronts:?}");
        let of_group = |f: &String| f.ends_with("of Mooring groups?");
        assert!(!fronts.iter().any(of_group), "{fronts:?}");
    }
}
