//! Lists whose lines are one answer together: members of a kind, features of
//! a product, what belongs to an aspect.

use super::lists::first_line;
use super::{Scope, Walk};
use crate::generator::account::{Reason, Shape};
use crate::generator::alone;
use crate::generator::aspect;
use crate::generator::ids;
use crate::generator::language::{self, Language};
use crate::generator::lead;
use crate::generator::outline::Item;
use crate::generator::phrase;
use crate::generator::sentence;
use crate::generator::statement::{self, Form};
use crate::generator::topic::{Ask, Fact};
use crate::generator::words;

impl Walk<'_> {
    /// Whether the lines of a list are members of one kind, so that the first
    /// of them says nothing of the topic: `Red lamp`, `Green lamp`, …
    pub(super) fn enumerates(&self, items: &[Item], scope: &Scope) -> bool {
        let Some(topic) = scope.topic.map(|t| &self.reading.topics[t]) else {
            return false;
        };
        let lines: Vec<_> = items
            .iter()
            .filter_map(first_line)
            .map(|r| sentence::trim(&r.plain()))
            .collect();
        if lines.len() < 2 {
            return false;
        }
        if self.language != Language::English {
            return self.defining(items, scope).is_none();
        }
        let read: Vec<_> = lines
            .iter()
            .map(|l| statement::read(l, &topic.name))
            .collect();
        let noun = |s: &statement::Statement| {
            matches!(s.form, Form::Fragment | Form::Noun) && !s.about_term
        };
        let Some((first, rest)) = read.split_first() else {
            return false;
        };
        let relative = [" that ", " which ", " used to ", " used for "]
            .iter()
            .any(|w| first.body.contains(w));
        if !noun(first) || relative {
            return false;
        }
        let alike = rest.iter().filter(|s| noun(s)).count();
        let twin = first
            .kind()
            .is_some_and(|k| rest.iter().any(|s| s.kind() == Some(k)));
        alike * 2 >= rest.len() && (twin || first.kind().is_none())
    }

    /// Whether a list under a product's heading only names its features.
    pub(super) fn names_features(&self, items: &[Item], scope: &Scope) -> bool {
        if !scope.opening {
            return false;
        }
        let Some(topic) = scope.topic.map(|t| &self.reading.topics[t]) else {
            return false;
        };
        let english = self.language == Language::English;
        let fits = scope.aspect.is_none() && !topic.gathers && !topic.vouched() && topic.rank < 7;
        let name = |item: &Item| {
            let Some(rich) = first_line(item) else {
                return false;
            };
            let text = sentence::trim(&rich.plain());
            let said = statement::read(&text, &topic.name);
            item.blocks.len() == 1
                && said.form == Form::Fragment
                && said.head().is_none()
                && words::count(&text) <= 5
                && text.starts_with(char::is_uppercase)
                && lead::split(rich).is_none()
                && !aspect::is_aspect(&text)
        };
        let lower = topic.name.short.to_lowercase();
        // A maker's name is never written small; `Data volume` only begins like others.
        let maker = topic.name.short.split_whitespace().next().unwrap_or("");
        let branded = topic.name.branded
            && self.usage.calm(maker).starts_with(char::is_uppercase)
            && !self.usage.has_seen(maker);
        let vague = ["main ", "major ", "basic "]
            .iter()
            .any(|p| lower.starts_with(p));
        english
            && fits
            && !vague
            && (topic.name.is_product() || branded)
            && (3..=6).contains(&items.len())
            && items.iter().all(name)
    }

    /// An aspect told in a few short lines is one card.
    pub(super) fn aspect_list(&mut self, items: &[Item], line: u32, scope: &Scope) -> bool {
        let (Some(topic), Some(aspect)) = (scope.topic, scope.aspect.clone()) else {
            return false;
        };
        let led = items
            .iter()
            .filter(|i| {
                first_line(i)
                    .and_then(lead::split)
                    .is_some_and(|l| !l.text.is_empty())
            })
            .count();
        let whole = super::headings::collective(&aspect);
        if led * 2 > items.len() && !whole {
            return false;
        }
        let lower = aspect.to_lowercase();
        let wonders = ["why ", "what ", "how "]
            .iter()
            .any(|w| lower.starts_with(w));
        if wonders
            && !aspect.ends_with('?')
            && !aspect::has_question(&aspect)
            && !self.reading.topics[topic].vouched()
        {
            self.skip(line, Reason::Unasked);
            return true;
        }
        let name = self.reading.topics[topic].name.clone();
        let question = if aspect.ends_with('?') {
            let named = name.is_in(&aspect.to_lowercase());
            if named {
                aspect.clone()
            } else {
                format!("{}: {}", name.full, sentence::lowered(&aspect))
            }
        } else if self.language == Language::English {
            let named = items
                .iter()
                .filter_map(first_line)
                .filter(|r| statement::read(&r.plain(), &name).form == Form::Fragment)
                .count();
            let aspect = self.usage.calm(aspect.trim_end_matches([':', ' ']));
            match phrase::list_question(&name.said, &aspect, named * 2 > items.len()) {
                Some(question) => question,
                None => {
                    self.skip(line, Reason::Vague);
                    return true;
                }
            }
        } else {
            match self.foreign_question(&name.full, &aspect) {
                Some(question) => question,
                None => {
                    self.skip(line, Reason::Vague);
                    return true;
                }
            }
        };
        if question.contains("the advice “") {
            self.skip(line, Reason::Unasked);
            return true;
        }
        self.list_fact(topic, &question, &ids::slug(&aspect), items, line)
    }

    /// Asks for what a heading in another language announces.
    fn foreign_question(&self, owner: &str, aspect: &str) -> Option<String> {
        if language::describes(aspect) {
            return None;
        }
        if let Some(question) = language::question(self.language, owner, aspect, false) {
            return Some(question);
        }
        if self.language.is_question(aspect) {
            let asked = self.language.what_is(aspect, None);
            let named = aspect.to_lowercase().contains(&owner.to_lowercase());
            return Some(if named {
                asked
            } else {
                format!("{owner}: {asked}")
            });
        }
        None
    }

    /// One card for a list of two to six short lines.
    pub(super) fn list_fact(
        &mut self,
        topic: usize,
        question: &str,
        key: &str,
        items: &[Item],
        line: u32,
    ) -> bool {
        let mut lines = Vec::new();
        for item in items {
            let Some(rich) = first_line(item) else {
                continue;
            };
            // Where no words are spaced, each line says something of its own.
            let own = rich.lines();
            let rich = match self.language.is_spaced() {
                true => rich,
                false => own.first().unwrap_or(rich),
            };
            let text = sentence::trim(&rich.plain());
            if text.to_lowercase().trim_end_matches(['.', '…']) == "etc" {
                continue;
            }
            let whole = item.blocks.len() == 1 && alone::stands_alone(&text).is_ok();
            if !whole || words::count(&text) > 14 {
                return false;
            }
            lines.push(sentence::capitalised(
                text.trim_end_matches(['.', ';', ',']),
            ));
        }
        let total: usize = lines.iter().map(|l| words::count(l)).sum();
        if !(2..=6).contains(&lines.len()) || total > 42 {
            return false;
        }
        let text = lines
            .iter()
            .map(|l| format!("- {l}"))
            .collect::<Vec<_>>()
            .join("\n");
        self.reading.topics[topic].facts.push(Fact {
            key: key.to_owned(),
            ask: Ask::Direct(question.to_owned()),
            text,
            line,
            shape: Shape::List,
        });
        true
    }
}
