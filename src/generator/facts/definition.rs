//! Which sentence of a section defines its term: not the first that could, but
//! the one that says best what the thing is or does.
//!
//! What stands first under a heading is often an aside: a price, a limit, what
//! must be set up, how the thing compares with another. Where a sentence
//! further down names its class or tells what it does, that one is the
//! definition and the aside is one fact among others.

use super::aside::aside;
use super::classes::{names_class, picks_class};
use super::judgement::defines;
use super::lists::first_line;
use super::meaning::{hands_over, leans_by_subject};
use super::unled::says_kind;
use super::{Scope, Walk};
use crate::generator::language::Language;
use crate::generator::lead;
use crate::generator::listed::Listed;
use crate::generator::manner;
use crate::generator::name;
use crate::generator::noise;
use crate::generator::outline::Block;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::{Form, Statement};
use crate::generator::topic::Purpose;
use crate::generator::words;
use std::ops::ControlFlow;

/// How well a sentence says what its term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// A price, a limit, a need, a comparison: true of it, but not what it is.
    Aside,
    /// A quality, an aim, a phrase without a class.
    Hints,
    /// What it does or is used for.
    Tells,
    /// The class it belongs to, and which of the class it is.
    Defines,
}

/// How well a statement defines the term it is about.
pub(super) fn grade(text: &str, statement: &Statement) -> Grade {
    let body = statement.body.as_str();
    if aside(body) || !statement.about_term && aside(text) {
        return Grade::Aside;
    }
    match statement.form {
        Form::Clause => Grade::Aside,
        Form::Noun if words::count(body) >= 4 => Grade::Defines,
        Form::Fragment if statement.kind().is_some() => Grade::Defines,
        Form::Fragment if says_kind(statement) => Grade::Tells,
        Form::Verb if body.starts_with("is ") || body.starts_with("are ") => {
            let said = body.trim_start_matches("is ").trim_start_matches("are ");
            match statement.about_term && !manner::is_quality(said) {
                true => Grade::Tells,
                false => Grade::Hints,
            }
        }
        Form::Verb if super::refusals::dull(body) => Grade::Hints,
        Form::Verb | Form::Used => Grade::Tells,
        _ => Grade::Hints,
    }
}

/// A sentence that could define its topic.
struct Candidate {
    text: String,
    grade: Grade,
    /// Whether nothing of the section stands before it.
    first: bool,
    /// Whether only the letters of the term spelt out stand before it.
    shifted: bool,
    /// Whether it names the term, or goes on from it: `is a rope that …`.
    named: bool,
}

/// What a section has to offer.
#[derive(Default)]
struct Found {
    /// The sentence that a reader would take for the definition.
    usual: Option<Candidate>,
    /// The first further down that says which of its class the thing is.
    chosen: Option<String>,
}

impl Found {
    /// Takes a sentence in; `Break` once no further one can matter.
    fn take(&mut self, candidate: Candidate) -> ControlFlow<()> {
        if self.chosen.is_none() && !candidate.first && candidate.grade == Grade::Defines {
            self.chosen = Some(candidate.text.clone());
        }
        if self.usual.is_none() && (candidate.first || candidate.named) {
            self.usual = Some(candidate);
        }
        match &self.usual {
            Some(usual) if usual.grade >= Grade::Tells || self.chosen.is_some() => {
                ControlFlow::Break(())
            }
            _ => ControlFlow::Continue(()),
        }
    }
}

impl Walk<'_> {
    /// Looks for the sentence that defines the topic of a section, and has the
    /// others pass for facts, where it isn't the first that could be one.
    pub(super) fn await_definition(&mut self, blocks: &[Block], scope: &Scope) {
        let Some(topic) = scope.topic else {
            return;
        };
        let t = &self.reading.topics[topic];
        let idle = t.vouched()
            || t.purpose.is_some()
            || scope.aspect.is_some()
            || scope.shown
            || self.language != Language::English
            || self.awaited.contains_key(&topic);
        if idle {
            return;
        }
        let Found { usual, chosen } = self.candidates(blocks, topic, scope);
        let awaited = match usual {
            // What comes first stays, unless only something further down says
            // what it is.
            Some(usual) if usual.grade >= Grade::Tells => usual.shifted.then_some(usual.text),
            _ => chosen,
        };
        if let Some(text) = awaited {
            self.awaited.insert(topic, text);
        }
    }

    /// Whether another sentence than this defines the topic; and whether it is
    /// this one.
    pub(super) fn awaits(&self, topic: usize, text: &str) -> (bool, bool) {
        match self.awaited.get(&topic) {
            Some(chosen) => {
                let it = *chosen == sentence::trim(text);
                (!it, it)
            }
            None => (false, false),
        }
    }

    fn candidates(&self, blocks: &[Block], topic: usize, scope: &Scope) -> Found {
        let mut out = Found::default();
        let mut introduced = false;
        for (i, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(rich, _) => {
                    let list_below = matches!(blocks.get(i + 1), Some(Block::List(..)));
                    introduced = list_below && super::blocks::introduces(rich, scope, self);
                    if introduced || noise::paragraph(rich).is_some() {
                        continue;
                    }
                    for (l, line) in rich.lines().iter().enumerate() {
                        let sentences = sentence::split(&line.plain());
                        for (k, s) in sentences.iter().take(3).enumerate() {
                            if k > 0 && leans_by_subject(s) && hands_over(&sentences[k - 1]) {
                                continue;
                            }
                            let first = i == 0 && l == 0 && k == 0;
                            let found = self.candidate(line, s, topic, (first, false));
                            if found.is_some_and(|c| out.take(c).is_break()) {
                                return out;
                            }
                        }
                    }
                }
                Block::List(items, _) if !std::mem::take(&mut introduced) => {
                    if noise::link_list(items) {
                        continue;
                    }
                    let describes = !self.enumerates(items, scope);
                    let letters = &self.reading.topics[topic].name.short;
                    let spelt = items
                        .iter()
                        .map_while(first_line)
                        .take_while(|r| {
                            r.only_links() || name::is_initials(letters, r.plain().trim())
                        })
                        .count();
                    for (k, item) in items.iter().enumerate() {
                        let Some(rich) = first_line(item) else {
                            continue;
                        };
                        if item.task.is_some() || noise::paragraph(rich).is_some() {
                            continue;
                        }
                        let text = rich.plain();
                        let Some(s) = sentence::split(&text).into_iter().next() else {
                            continue;
                        };
                        let first = i == 0 && k == spelt;
                        let shifted = first && spelt > 0;
                        let found = self
                            .candidate(rich, &s, topic, (first, shifted))
                            .filter(|c| describes || c.named || c.text.starts_with("It "));
                        if found.is_some_and(|c| out.take(c).is_break()) {
                            return out;
                        }
                    }
                }
                _ => introduced = false,
            }
        }
        out
    }

    fn candidate(
        &self,
        line: &Rich,
        s: &str,
        topic: usize,
        (first, shifted): (bool, bool),
    ) -> Option<Candidate> {
        let own = &self.reading.topics[topic].name;
        let of_another = lead::split(line)
            .is_some_and(|l| !l.text.is_empty() && !own.is_in(&l.lead.to_lowercase()));
        if of_another || lead::split(line).is_some_and(|l| defines(&l.lead)) {
            return None;
        }
        let text = sentence::trim(s);
        let leans = leans_by_subject(&text);
        let found = self.purpose_of(s, topic, 0, true, false)?;
        let Purpose { statement, .. } = &found;
        let product = own.is_product() || self.usage.is_brand(&own.short);
        let told = statement.about_term
            || statement.form != Form::Fragment
            || product && says_kind(statement)
            || statement.kind().is_some();
        let grade = grade(&text, statement);
        let copula = ["is a ", "is an ", "is the "]
            .iter()
            .any(|c| text.starts_with(c))
            && grade == Grade::Defines
            && (names_class(&statement.body) || picks_class(&statement.body));
        let named = statement.about_term && !leans || copula;
        // Whom `it` means further down, only a class tells.
        // Among other lines only a class of things that have a use is sure to be meant.
        static USEFUL: Listed = Listed::new(
            "service tool toolkit platform system database engine framework library solution \
            appliance device agent repository catalog warehouse store network protocol algorithm \
            technique method model language IDE API SDK product application resource layer",
        );
        let it = text.starts_with("It ");
        let class = grade == Grade::Defines
            && names_class(&statement.body)
            && (it || statement.kind().is_some_and(|k| USEFUL.has(k)))
            && !own.is_in(&statement.body.to_lowercase());
        let clear = first || named || class && (!leans || it);
        (told && clear).then_some(Candidate {
            text,
            grade,
            first,
            shifted,
            named,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, shows};

    #[test]
    fn it_may_be_what_the_sentence_before_tells_of() {
        let page = |before: &str| {
            format!(
                "# Harbour\n\n## TideNews\n\nTideNews has topics for each pier.\n\n\
                {before} It is a policy that sorts messages for each subscriber.\n"
            )
        };
        assert!(!shows(&page("TideNews also supports filters."), "policy"));
        assert!(shows(&page("TideNews grows."), "policy"));
    }

    #[test]
    fn the_line_that_defines_is_found_behind_an_aside() {
        let page = "# Harbour\n\n## TideLift\n\n- Opposite of TideSink\n\
            - Pay for each boat\n- It is a machine that lifts boats over a weir\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f == "What is TideLift?" && b.contains("over a weir")),
            "{cards:?}"
        );
        assert!(!shows(page, "opposite of"), "{cards:?}");
    }

    #[test]
    fn where_nothing_defines_nothing_is_asked() {
        let page = "# Harbour\n\n## TideLift\n\n- Opposite of TideSink\n\
            - A boat on the lift waits until the gate is shut\n";
        assert!(
            cards(page).iter().all(|(f, _)| f != "What is TideLift?"),
            "{:?}",
            cards(page)
        );
    }
}
