//! Quotations: remarks that the dialect knows, and what a stranger's quotation
//! says of the name above it.

use super::{Scope, Walk};
use crate::generator::account::Reason;
use crate::generator::aspect;
use crate::generator::language::Language;
use crate::generator::lead;
use crate::generator::outline::{Block, Place, Section};
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::Form;

/// A quotation that holds a heading and nothing else.
fn quoted_heading(block: &Block) -> bool {
    matches!(block, Block::Quote(inner, _) if matches!(inner[..], [Block::Heading(..)]))
}

impl Walk<'_> {
    /// `> <h3>Piers</h3>`: a heading that somebody set off as a quotation; what
    /// follows stands below it, not below the heading before.
    pub(super) fn under_quoted_headings(&mut self, blocks: &[Block], scope: &Scope) -> bool {
        let Some(at) = blocks.iter().position(quoted_heading) else {
            return false;
        };
        self.blocks(&blocks[..at], scope);
        let mut rest = &blocks[at..];
        while let [Block::Quote(inner, _), below @ ..] = rest
            && let [Block::Heading(_, rich, attributes, place)] = &inner[..]
        {
            let until = below.iter().position(quoted_heading).unwrap_or(below.len());
            let section = Section {
                level: 7,
                heading: rich.clone(),
                attributes: attributes.clone(),
                place: place.clone(),
                blocks: below[..until].to_vec(),
                children: Vec::new(),
            };
            self.section(&section, scope);
            rest = &below[until..];
        }
        true
    }

    /// `> Reference: …` and `> Status: …` belong to their topic.
    pub(super) fn quote(&mut self, inner: &[Block], place: &Place, scope: &Scope) {
        let mut used = false;
        for block in inner {
            let Block::Paragraph(rich, _) = block else {
                continue;
            };
            for text in remarks(rich) {
                let Some(topic) = scope.topic.map(|t| &mut self.reading.topics[t]) else {
                    continue;
                };
                match text {
                    (Remark::Reference, v) => topic.reference = Some(v),
                    (Remark::Status, v) => topic.status = Some(v),
                }
                used = true;
            }
        }
        if !used {
            self.skip(place.line, Reason::Quotation);
        }
    }

    /// A quotation as the description of the name right above it.
    pub(super) fn quoted(&mut self, inner: &[Block], scope: &Scope, first: bool) -> bool {
        let [Block::Paragraph(rich, place), ..] = inner else {
            return false;
        };
        let Some(topic) = scope.topic.filter(|_| self.language == Language::English) else {
            return false;
        };
        let text = rich.plain();
        let spoken = text.starts_with(['"', '“', '«', '[', '!']) || text.contains(['—', '“']);
        let t = &self.reading.topics[topic];
        if t.vouched() || spoken || rich.only_links() || scope.shown || scope.aspect.is_some() {
            return false;
        }
        if rich.bold_lead().is_some() {
            return lead::split(rich).is_some_and(|l| {
                !l.text.is_empty()
                    && !aspect::is_aspect(&l.lead)
                    && !aspect::is_illustration(&l.lead)
            }) && self.lead_line(rich, place, &[], scope, scope.shelf.is_some());
        }
        if !first || t.purpose.is_some() {
            return false;
        }
        let opening = sentence::split(&text)
            .into_iter()
            .next()
            .unwrap_or_default();
        let found = self
            .purpose_of(&opening, topic, place.line, true, false)
            .filter(|p| {
                matches!(p.statement.form, Form::Noun | Form::Used)
                    || p.statement.kind().is_some()
                    || p.statement.about_term && p.statement.form == Form::Verb
            });
        let told = found.is_some();
        self.reading.topics[topic].purpose = found;
        told
    }
}

/// A remark that the dialect knows.
pub(super) enum Remark {
    Reference,
    Status,
}

/// `Reference: …` and `Status: …` lines of a quotation.
pub(super) fn remarks(rich: &Rich) -> Vec<(Remark, String)> {
    let text = rich.plain();
    let mut out = Vec::new();
    for (label, kind) in [("Reference:", true), ("Status:", false)] {
        let Some(at) = text.find(label) else {
            continue;
        };
        let tail = text.get(at + label.len()..).unwrap_or("");
        let end = ["Reference:", "Status:", "Explanation:"]
            .iter()
            .filter_map(|l| tail.find(l))
            .min()
            .unwrap_or(tail.len());
        let value = tail[..end].trim().to_owned();
        if !value.is_empty() {
            out.push((
                if kind {
                    Remark::Reference
                } else {
                    Remark::Status
                },
                value,
            ));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::cards;

    #[test]
    fn a_quotation_below_a_name_says_what_it_is() {
        let page = "# Ports\n\n## TideLock\n\n> A gate that keeps the water in a dock at low tide.\n\n\
            ## Pilots\n\n> “Never trust the fog.”\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f.contains("TideLock") && b.contains("low tide")),
            "{cards:?}"
        );
        assert!(cards.iter().all(|(_, b)| !b.contains("fog")), "{cards:?}");
    }
}
