//! Lists: what introduces them, whether their lines are topics, facts or one
//! answer together.

use super::{Scope, Walk};
use crate::generator::account::Reason;
use crate::generator::aspect;
use crate::generator::clause;
use crate::generator::jotting;
use crate::generator::language::Language;
use crate::generator::lead::{self, Lead};
use crate::generator::lesson;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::noise;
use crate::generator::outline::{Block, Item, Place, Section};
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::words;

impl Walk<'_> {
    /// A list, with the line that introduced it.
    pub(super) fn list(
        &mut self,
        items: &[Item],
        place: &Place,
        scope: &Scope,
        intro: Option<(Rich, Place)>,
    ) {
        if noise::link_list(items) {
            self.skip(place.line, Reason::Link);
            return;
        }
        if self.only_asks(items) {
            self.skip(place.line, Reason::Question);
            return;
        }
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        if !vouched && (lesson::steps(items) || lesson::options(items)) {
            self.skip(place.line, Reason::Lesson);
            return;
        }
        let scope = match intro {
            Some((rich, at)) => match self.introduced(&rich, &at, items, scope) {
                Some(scope) => scope,
                None => return,
            },
            None => scope.clone(),
        };
        if scope.aspect.is_some() && !scope.inner && self.aspect_list(items, place.line, &scope) {
            return;
        }
        if self.names_features(items, &scope)
            && let Some(topic) = scope.topic
        {
            let name = &self.reading.topics[topic].name;
            let question = format!("Which features of {} can you name?", name.said);
            if self.list_fact(topic, &question, "features", items, place.line) {
                return;
            }
        }
        let scope = Scope {
            group: self.new_group(),
            depth: scope.depth + 1,
            later: false,
            ..scope
        };
        if scope.depth > 24 {
            return;
        }
        let leads: Vec<Option<Lead>> = items
            .iter()
            .map(|i| first_line(i).and_then(lead::split))
            .collect();
        if !vouched && outlines(&leads) {
            self.skip(place.line, Reason::Apparatus);
            return;
        }
        let same = shared_names(&leads, items);
        let kin = match vouched {
            true => super::kin::Kin::default(),
            false => self.kin(&leads, &scope),
        };
        let own = self.leads_are_topics(&leads, items, &scope);
        let led = leads.iter().flatten().count();
        let dashed = leads.iter().flatten().filter(|l| !l.marked).count();
        let weak = led * 2 <= items.len() || dashed < 2 && (led - dashed) * 2 < items.len();
        // `A key`, `A value`, …: the first of several is no description.
        let articled = items
            .iter()
            .filter_map(first_line)
            .map(|r| sentence::trim(&r.plain()).to_lowercase())
            .filter(|t| {
                ["a ", "an ", "one ", "the "]
                    .iter()
                    .any(|a| t.starts_with(a))
            })
            .count();
        let describes =
            articled < 2 && (vouched || !self.enumerates(items, &scope) && !in_chorus(items));
        // In other languages the line that names a kind defines, wherever it is.
        let defining = match self.language {
            Language::English => 0,
            _ => self.defining(items, &scope).unwrap_or(0),
        };
        let outer = std::mem::take(&mut self.kin);
        for (i, (item, lead)) in items.iter().zip(&leads).enumerate() {
            self.kin = kin.clone();
            // A lone dash in a list of sentences sets nothing off.
            let product = |l: &Lead| {
                l.lead.starts_with('`') || Name::of(&l.lead).is_some_and(|n| n.is_product())
            };
            let lone = weak
                && lead.as_ref().is_some_and(|l| !l.marked && !product(l))
                && item.blocks.len() == 1;
            let within = lead.as_ref().is_some_and(|l| same.contains(&l.lead));
            if (lone || within)
                && let Some(rich) = first_line(item)
                && noise::paragraph(rich).is_none()
            {
                self.unled(rich, &item.place, &[], &scope, i == defining && describes);
            } else {
                self.item(item, &scope, own, i == defining && describes);
            }
        }
        self.kin = outer;
    }

    /// Whether the led lines of a list are topics of their own rather than
    /// parts of the topic above.
    pub(super) fn leads_are_topics(
        &self,
        leads: &[Option<Lead>],
        items: &[Item],
        scope: &Scope,
    ) -> bool {
        let Some(topic) = scope.topic.map(|t| &self.reading.topics[t]) else {
            return true;
        };
        if topic.vouched() {
            return false;
        }
        // Notes and exams own nothing.
        if topic.rank == 1 && jotting::of_notes(&topic.name.short) && scope.aspect.is_none() {
            return true;
        }
        let named: Vec<Name> = leads
            .iter()
            .zip(items)
            .filter_map(|(l, i)| {
                l.as_ref()
                    .filter(|l| !l.text.is_empty() || i.blocks.len() > 1)
            })
            .filter(|l| !aspect::is_aspect(&l.lead) && !self.is_attribute(&l.lead))
            .filter_map(|l| Name::of(&l.lead))
            .collect();
        if named.is_empty() || scope.aspect.is_some() {
            return false;
        }
        let proper = named.iter().filter(|n| n.is_proper()).count();
        let mostly_proper = proper * 2 > named.len();
        if scope.shelf.is_some() {
            let a_thing =
                topic.purpose.is_some() && topic.name.is_proper() && !topic.name.is_plural();
            return !a_thing;
        }
        // Products under a heading that names none are topics of their own.
        let product = |n: &Name| n.is_product() || self.usage.is_brand(&n.short);
        let products = named.iter().filter(|n| product(n)).count();
        if products * 2 > named.len() && !product(&topic.name) {
            return true;
        }
        topic.purpose.is_none()
            && topic.facts.is_empty()
            && mostly_proper
            && !topic.name.is_proper()
    }

    pub(super) fn item(&mut self, item: &Item, scope: &Scope, own: bool, first: bool) {
        if let Some(Block::Heading(_, rich, attributes, place)) = item.blocks.first() {
            let section = Section {
                level: 7,
                heading: rich.clone(),
                attributes: attributes.clone(),
                place: place.clone(),
                blocks: item.blocks[1..].to_vec(),
                children: Vec::new(),
            };
            self.section(&section, scope);
            return;
        }
        let Some(rich) = first_line(item) else {
            self.blocks(&item.blocks, scope);
            return;
        };
        if let Some(reason) = noise::paragraph(rich) {
            // What is nested under a link may say something all the same.
            let named = reason == Reason::Link && !rich.plain().contains("://");
            let says = item.blocks[1..]
                .iter()
                .any(|b| !matches!(b, Block::List(items, _) if noise::link_list(items)));
            if named && says {
                let section = Section {
                    level: 7,
                    heading: rich.clone(),
                    place: item.place.clone(),
                    blocks: item.blocks[1..].to_vec(),
                    ..Section::default()
                };
                self.section(&section, scope);
                return;
            }
            self.skip(item.place.line, reason);
            return;
        }
        if item.task.is_some() {
            // A box to tick is something to do, not to know.
            self.skip(item.place.line, Reason::Unasked);
            return;
        }
        let nested = &item.blocks[1..];
        let main = self.main_lines(rich);
        let rich = main.as_ref().unwrap_or(rich);
        let classed = || self.class_below(rich, nested).filter(|_| !scope.shown);
        if let Some((l, below)) = self.child_gloss(rich, nested).or_else(classed) {
            self.led(&l, item.place.line, &below, scope, true);
            return;
        }
        // A line that begins with a label of its own is a line of its own.
        let lines = rich.lines();
        let labelled = |l: &Rich| lead::split(l).is_some_and(|l| !l.text.is_empty());
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        if let [head, rest @ ..] = &lines[..]
            && !vouched
            && rest.iter().any(labelled)
        {
            for (i, line) in lines.iter().enumerate() {
                let below = if i == 0 { &[][..] } else { nested };
                let below = if i + 1 == lines.len() { below } else { &[][..] };
                let own = own && i == 0;
                if !self.lead_line(line, &item.place, below, scope, own) {
                    self.unled(line, &item.place, below, scope, first && i == 0);
                }
            }
            let _ = head;
            return;
        }
        // Where no words are spaced, each line says something of its own.
        if let [head, rest @ ..] = &lines[..]
            && !rest.is_empty()
            && !self.language.is_spaced()
            && !vouched
        {
            if let Some(l) = self.named_above(head, &rest[0]) {
                self.led(&l, item.place.line, nested, scope, true);
                return;
            }
            if !self.lead_line(head, &item.place, nested, scope, own) {
                self.unled(head, &item.place, nested, scope, first);
            }
            return;
        }
        if !vouched && self.nested_answer(rich, &item.place, nested, scope) {
            return;
        }
        if self.lead_line(rich, &item.place, nested, scope, own) {
            return;
        }
        self.unled(rich, &item.place, nested, scope, first);
    }

    /// Of lines nested under a sentence only those are used that explain a
    /// term of their own.
    pub(super) fn nested_glossary(&mut self, items: &[Item], scope: &Scope) {
        for item in items {
            let line = item.place.line;
            let led = first_line(item).and_then(lead::split);
            match led {
                Some(l)
                    if l.marked
                        && !l.text.is_empty()
                        && !aspect::is_aspect(&l.lead)
                        && !aspect::is_illustration(&l.lead)
                        && !first_line(item).is_some_and(|r| r.titles_a_link(&l.lead))
                        && Name::of(&l.lead).is_some_and(|n| n.is_proper()) =>
                {
                    let plain = Scope {
                        aspect: None,
                        shelf: None,
                        ..scope.clone()
                    };
                    self.led(&l, line, &[], &plain, false);
                }
                _ => self.skip(line, Reason::Leans),
            }
        }
    }
}

/// Whether a list says what a lesson will treat: it has its own introduction.
fn outlines(leads: &[Option<Lead>]) -> bool {
    static INTRO: Listed = Listed::new(
        "introduction intro introducción introduzione introdução einführung einleitung",
    );
    let led: Vec<&Lead> = leads
        .iter()
        .flatten()
        .filter(|l| !l.text.is_empty())
        .collect();
    led.len() > 2 && led.iter().any(|l| INTRO.has(&l.lead.to_lowercase()))
}

/// What stands before the dash in several lines, or begins several others:
/// there the dash belongs to the names (`Pier - North`, `Pier - South (closed)`,
/// `Pier East`).
fn shared_names(leads: &[Option<Lead>], items: &[Item]) -> Vec<String> {
    let weak: Vec<&str> = leads
        .iter()
        .flatten()
        .filter(|l| !l.marked)
        .map(|l| l.lead.as_str())
        .collect();
    let begins = |l: &str| {
        let begun = items.iter().filter_map(first_line).filter(|r| {
            let text = sentence::trim(&r.plain());
            text.strip_prefix(l)
                .is_some_and(|rest| rest.starts_with([' ', '-']))
        });
        begun.count()
    };
    let shared = |l: &&&str| {
        weak.iter().filter(|o| *o == *l).count() > 1
            || l.starts_with(char::is_uppercase) && words::count(l) == 1 && begins(l) > 2
    };
    weak.iter()
        .filter(shared)
        .map(|l| (*l).to_owned())
        .collect()
}

/// The text of an item's first line.
pub(super) fn first_line(item: &Item) -> Option<&Rich> {
    match item.blocks.first() {
        Some(Block::Paragraph(rich, _)) => Some(rich),
        _ => None,
    }
}

/// `Lifts boats`, `Counts them`, `Paints them red`: the first and short one of many
/// acts says no more of a thing than the last.
fn in_chorus(items: &[Item]) -> bool {
    let act = |item: &Item| {
        let line = first_line(item)?;
        let text = sentence::trim(&line.plain());
        let first = clause::first_word(&text);
        let acts = lexicon::base_of(&first).is_some() || lexicon::is_base_verb(&first);
        acts.then(|| words::count(&text))
    };
    let short = items.first().and_then(act).is_some_and(|n| n < 7);
    short && items.iter().filter_map(act).count() > 2
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn what_should_be_avoided_when_is_no_list_of_things() {
        let page = |intro: &str| {
            format!(
                "# Ports\n\n## RopeNet\n\nRopeNet is a service that moors boats.\n\n{intro}\n\n\
                - **Storm tide**: a tide that a storm drives into the port\n\
                - **Low quay**: a quay that the sea covers in spring\n"
            )
        };
        let asked = |intro: &str| fronts(&page(intro)).iter().any(|f| f.contains("torm tide"));
        assert!(asked("It knows these words:"));
        assert!(!asked("It should be avoided when:"));
    }

    #[test]
    fn what_stands_below_a_label_of_a_label_is_not_the_topic_s() {
        let page = |label: &str, indent: &str| {
            format!(
                "# Ports\n\n## RopeNet\n\nRopeNet is a service that moors boats.\n\n\
                {label}{indent}- Consumers\n{indent}    - Pilots\n{indent}    - Tugs\n\
                {indent}    - Ferries\n"
            )
        };
        let asked = |page: &str| fronts(page).iter().any(|f| f.contains("onsumers"));
        assert!(asked(&page("", "")));
        let label = "- Night boats\n    - Many lamps light each of the boats\n";
        assert!(!asked(&page(label, "    ")));
    }
}
