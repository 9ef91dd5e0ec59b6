//! Paragraphs: which topic their sentences tell of, and what they tell.

use super::meaning::{hands_over, leans_by_subject};
use super::{MAX_ANSWER, Scope, Walk};
use crate::generator::account::{Reason, Shape};
use crate::generator::alone;
use crate::generator::clause;
use crate::generator::headed;
use crate::generator::ids;
use crate::generator::language::Language;
use crate::generator::lead::{self};
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::noise;
use crate::generator::outline::Place;
use crate::generator::prose;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::{self, Statement};
use crate::generator::topic::{Ask, Fact, Purpose};
use crate::generator::words;

impl Walk<'_> {
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
