//! Blocks in their order: paragraphs, quotations, definition lists, and the
//! prose among them.

use super::headings;
use super::meaning::{hands_over, leans_by_subject};
use super::runs;
use super::{MAX_ANSWER, Scope, Walk};
use crate::generator::account::{Reason, Shape};
use crate::generator::alone;
use crate::generator::clause;
use crate::generator::headed;
use crate::generator::ids;
use crate::generator::language::Language;
use crate::generator::lead::{self, Lead};
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::noise;
use crate::generator::outline::{Block, Item, Place, Section};
use crate::generator::prose;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::{self, Statement};
use crate::generator::topic::{Ask, Fact, Purpose};
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

    pub(super) fn paragraph(&mut self, rich: &Rich, place: &Place, scope: &Scope, first: bool) {
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        if vouched && scope.aspect.is_none() {
            let topic = scope.topic.unwrap_or_default();
            if self.reading.topics[topic].purpose.is_none() {
                self.vouched_purpose(rich, place, topic);
            } else if !self.lead_line(rich, place, &[], scope, false) {
                self.skip(place.line, Reason::Narrative);
            }
            return;
        }
        let lines = rich.lines();
        if lines.len() > 1 {
            // The first of the lines opens the section as the only one does.
            let opens = first && self.language != Language::English;
            let lines = match self.language {
                Language::English => lines,
                _ => super::foreign_lists::titled(lines),
            };
            for (i, line) in lines.into_iter().enumerate() {
                if let Some(reason) = noise::paragraph(&line) {
                    self.skip(place.line, reason);
                } else if !self.lead_line(&line, place, &[], scope, false) {
                    self.prose(&line, place, scope, opens && i == 0);
                }
            }
            return;
        }
        let marked = lead::split(rich).is_some_and(|l| l.marked && !l.text.is_empty());
        let stands_apart = scope.topic.is_none_or(|t| {
            let owner = &self.reading.topics[t];
            !owner.name.is_proper() && owner.purpose.is_none()
        });
        let named = || {
            lead::split(rich)
                .and_then(|l| Name::of(&l.lead))
                .is_some_and(|n| n.is_proper())
        };
        let own = scope.shelf.is_some() || stands_apart && named();
        if marked && self.lead_line(rich, place, &[], scope, own) {
            return;
        }
        self.prose(rich, place, scope, first);
    }

    pub(super) fn vouched_purpose(&mut self, rich: &Rich, place: &Place, topic: usize) {
        let text = sentence::trim(&rich.plain());
        let name = self.reading.topics[topic].name.clone();
        let kept = sentence::first_sentences(&text, 60, 2).unwrap_or(text);
        let first = sentence::split(&kept)
            .into_iter()
            .next()
            .unwrap_or_default();
        let mut statement = statement::read(&first, &name);
        let rest = kept.get(first.len()..).unwrap_or("").trim();
        if !rest.is_empty() {
            let body = sentence::ended(&statement.body);
            statement.body = format!("{body} {rest}");
        }
        self.reading.topics[topic].purpose = Some(Purpose {
            text: kept,
            statement,
            line: place.line,
        });
    }

    /// Prose: the topic's purpose if it says it, and what single sentences
    /// let one ask.
    pub(super) fn prose(&mut self, rich: &Rich, place: &Place, scope: &Scope, first: bool) {
        let text = rich.plain();
        let bold = rich.strong();
        let of_itself = self.own_subject(&text, &bold, place.line, &[], scope);
        for later in sentence::split(&text).iter().skip(1) {
            self.own_subject(later, &bold, place.line, &[], scope);
        }
        if of_itself {
            return;
        }
        let Some(topic) = scope.topic else {
            self.skip(place.line, Reason::Narrative);
            return;
        };
        if rich.only_links() {
            self.skip(place.line, Reason::Link);
            return;
        }
        let text = rich.plain();
        let mut used = false;
        let mut sentences = sentence::split(&text).into_iter();
        // `Pier lamp - a light that …` says what a pier lamp is, whatever stands above.
        let own = &self.reading.topics[topic].name;
        let of_another = lead::split(rich).is_some_and(|l| {
            let lower = l.lead.to_lowercase();
            !l.text.is_empty()
                && Name::of(&l.lead)
                    .is_some_and(|n| !own.is_in(&lower) && !n.is_in(&own.short.to_lowercase()))
                && !crate::generator::aspect::is_aspect(&l.lead)
                && !super::judgement::defines(&l.lead)
        });
        if self.reading.topics[topic].purpose.is_none()
            && !of_another
            && (first || scope.aspect.is_none())
            && (self.language == Language::English || scope.aspect.is_none())
        {
            let opening: Vec<String> = sentences.clone().take(3).collect();
            let name = self.reading.topics[topic].name.clone();
            for (i, s) in opening.iter().enumerate() {
                let (other, chosen) = self.awaits(topic, s);
                if other {
                    continue;
                }
                // Whom `it` means, the sentence before must have named.
                let named = match i {
                    0 => first,
                    _ => {
                        let before = &opening[i - 1];
                        !leans_by_subject(before)
                            && !hands_over(before)
                            && statement::read(before, &name).about_term
                    }
                };
                if !named && !chosen && leans_by_subject(&sentence::trim(s)) {
                    continue;
                }
                let allowed = first && i == 0 || chosen;
                // Under an aspect a sentence tells of that: only a definition is one
                // wherever it stands.
                let of_aspect = self.language == Language::English
                    && scope.aspect.as_deref().is_some_and(|a| !is_of_whole(a));
                if let Some(p) = self
                    .purpose_of(s, topic, place.line, allowed, false)
                    .filter(|p| !of_aspect || headed::is_plain(&p.statement.body))
                {
                    self.reading.topics[topic].purpose = Some(p);
                    used = true;
                    if i == 0 {
                        sentences.next();
                    }
                    break;
                }
            }
        }
        used |= self.sentences(sentences, topic, place.line, first || used);
        used |= self.bold_inside(rich, place.line, scope);
        if !used {
            self.skip(place.line, Reason::Narrative);
        }
    }

    /// Facts in the sentences that follow a purpose.
    pub(super) fn sentences(
        &mut self,
        sentences: impl Iterator<Item = String>,
        topic: usize,
        line: u32,
        mut anchored: bool,
    ) -> bool {
        let mut used = false;
        if self.language != Language::English {
            return false;
        }
        let vouched = self.reading.topics[topic].vouched();
        let name = self.reading.topics[topic].name.clone();
        for s in sentences {
            if noise::invites(&s) || alone::points(&s.to_lowercase()) {
                self.skip(line, Reason::Invitation);
                continue;
            }
            let pronoun = leans_by_subject(&sentence::trim(&s));
            if (pronoun && !anchored || sums_up(&s)) && !vouched {
                self.skip(line, Reason::Leans);
                continue;
            }
            anchored = (pronoun || statement::read(&s, &name).about_term) && !s.contains('`');
            if let Some(found) = prose::ask(&s, &name) {
                self.direct(topic, found, line);
                used = true;
                continue;
            }
            let statement = statement::read(&s, &name);
            let of_term = statement.about_term && alone::stands_alone(&statement.body).is_ok();
            let names_it = || name.is_in(&s.to_lowercase()) && alone::stands_alone(&s).is_ok();
            if of_term || names_it() {
                used |= self.statement(topic, &s, statement, line, true);
            }
        }
        used
    }

    pub(super) fn direct(&mut self, topic: usize, found: prose::Found, line: u32) {
        self.reading.topics[topic].facts.push(Fact {
            key: found.key,
            ask: Ask::Direct(found.question),
            text: found.answer,
            line,
            shape: Shape::List,
        });
    }

    pub(super) fn statement(
        &mut self,
        topic: usize,
        text: &str,
        statement: Statement,
        line: u32,
        prose: bool,
    ) -> bool {
        let text = sentence::trim(text);
        if words::count(&text) < 4 || words::count(&text) > MAX_ANSWER {
            return false;
        }
        self.reading.topics[topic].facts.push(Fact {
            key: ids::keywords(&statement.body),
            ask: Ask::Statement(statement, prose),
            text: sentence::ended(&text),
            line,
            shape: Shape::Description,
        });
        true
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

/// `This saves time`: the subject is all that was said before, not the term.
fn sums_up(text: &str) -> bool {
    let mut parts = text.split_whitespace();
    let this = parts
        .next()
        .is_some_and(|w| matches!(w.to_lowercase().as_str(), "this" | "that"));
    let verb = parts.next().unwrap_or("").to_lowercase();
    this && verb != "is" && (clause::is_finite(&verb) || lexicon::base_of(&verb).is_some())
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

/// Whether what stands under an aspect is about the whole thing.
fn is_of_whole(aspect: &str) -> bool {
    static WHOLE: Listed = Listed::new(
        "overview introduction intro summary purpose description definition what about basics \
        background general key",
    );
    let low = aspect.to_lowercase();
    low.is_empty()
        || low
            .split_whitespace()
            .any(|w| WHOLE.has(w.trim_end_matches(['?', ':'])))
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
