//! What a line that names a thing tells of it: its description, or what it is
//! used for where others only show it in use.

use super::aside::aside;
use super::meaning::cannot_define;
use super::refusals::{dull, instructs, narrates, of_a_lesson, only_qualities, praises};
use super::{MAX_ANSWER, Scope, Walk};
use crate::generator::account::{Reason, Shape};
use crate::generator::alone;
use crate::generator::language::{self, Language};
use crate::generator::lead::Lead;
use crate::generator::lexicon;
use crate::generator::name::Name;
use crate::generator::outline::Block;
use crate::generator::sentence;
use crate::generator::statement::{self, Form, Statement};
use crate::generator::topic::{Ask, Fact, Purpose};
use crate::generator::words;

impl Walk<'_> {
    /// `RopeNet – mooring ships in fog` among uses: what the thing is used for,
    /// where no other thing is the user.
    pub(super) fn in_use(&mut self, name: Name, l: &Lead, line: u32, scope: &Scope) {
        let text = sentence::trim(&l.text);
        let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
        let done = lexicon::is_base_verb(&first)
            && !lexicon::looks_plural(&first)
            && !first.ends_with("ed");
        let doing = first.len() > 5 && first.ends_with("ing");
        let known = name.is_product()
            || self.usage.is_brand(&name.short)
            || self.usage.is_own_name(&name.short);
        let free = scope.topic.is_none_or(|t| !self.is_thing(Some(t)));
        let asks = self.language == Language::English && known && name.is_proper() && free;
        if !asks || !(done || doing) || words::count(&text) < 3 {
            self.skip(line, Reason::Unasked);
            return;
        }
        let topic = self.find_or_add(name, line, scope);
        let t = &mut self.reading.topics[topic];
        let be = if t.name.counts_many() { "are" } else { "is" };
        t.facts.push(Fact {
            key: "used-for".to_owned(),
            ask: Ask::Direct(format!("What {be} {} used for?", t.name.said)),
            text: sentence::ended(&sentence::capitalised(&text)),
            line,
            shape: Shape::List,
        });
    }

    /// Whether a label is the full name of a product and the topic another's.
    pub(super) fn is_stranger(&self, lead: &str, topic: usize) -> bool {
        let own = &self.reading.topics[topic].name;
        let lower = lead.to_lowercase();
        let known = own.is_product() || self.usage.is_brand(&own.short);
        known
            && lead.contains(' ')
            && self.usage.is_brand(lead)
            && lead
                .split_whitespace()
                .all(|w| w.len() < 4 || !w.starts_with(char::is_lowercase))
            && !own.is_in(&lower)
            && Name::of(lead).is_some_and(|n| n.is_proper() && !n.is_in(&own.short.to_lowercase()))
    }

    /// What the text behind a name and the blocks below say of it.
    pub(super) fn own_topic(
        &mut self,
        topic: usize,
        l: &Lead,
        line: u32,
        nested: &[Block],
        scope: &Scope,
    ) {
        let mut sentences = sentence::split(&l.text).into_iter();
        // What has a heading of its own is explained there; here it is used.
        let short = self.reading.topics[topic].name.short.to_lowercase();
        let told = self.by_name.get(&short).copied().filter(|t| *t != topic);
        let told = told.is_some_and(|t| {
            let t = &self.reading.topics[t];
            t.rank < 7 && (t.purpose.is_some() || !t.facts.is_empty())
        });
        if told && self.language == Language::English {
            let name = self.reading.topics[topic].name.clone();
            let said = statement::read(&sentence::trim(&l.text), &name);
            if said.kind().is_none() && said.form != Form::Noun {
                self.skip(line, Reason::Repeated);
                return;
            }
        }
        if let Some(first) = sentences.next() {
            match self.purpose_of(&first, topic, line, true, true) {
                Some(p) => self.reading.topics[topic].purpose = Some(p),
                None => {
                    let text = sentence::trim(&first);
                    let other = self.language != Language::English;
                    let name = self.reading.topics[topic].name.clone();
                    let fits = !l.arrow
                        && alone::stands_alone(&text).is_ok()
                        && self.tells_apart(&name)
                        && !alone::code_only(&text)
                        && !alone::labelled(&text)
                        && !of_a_lesson(&text)
                        && !narrates(&text)
                        && !dull(&text.to_lowercase())
                        && !cannot_define(&text)
                        && (other || !aside(&text) && !aside(&statement::read(&text, &name).body))
                        && !only_qualities(&text)
                        && !praises(&text.to_lowercase())
                        && self.tongue(&text) == self.language
                        && !language::lists_marks(&text)
                        && !(other && self.cannot_tell(&name, &text))
                        && (self.language == Language::English
                            || text.chars().any(words::is_unspaced)
                            || (name.is_product() || self.usage.is_brand(&name.short))
                                && (!super::foreign::is_western(self.language)
                                    || name.short.starts_with('`')
                                    || language::is_phrase(&text)))
                        && words::count(&text) <= MAX_ANSWER
                        && words::content(&text).len() >= 3
                        && !instructs(&text);
                    if fits {
                        self.reading.topics[topic].purpose = Some(Purpose {
                            statement: Statement {
                                form: Form::Clause,
                                ..statement::read(&text, &name)
                            },
                            text,
                            line,
                        });
                    } else {
                        let why = alone::stands_alone(&text).err().unwrap_or(Reason::Short);
                        self.skip(line, why);
                    }
                }
            }
            self.sentences(sentences, topic, line, true);
        }
        let inner = Scope {
            topic: Some(topic),
            shelf: None,
            aspect: None,
            depth: scope.depth + 1,
            ..scope.clone()
        };
        self.blocks(nested, &inner);
    }
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::cards;

    #[test]
    fn a_use_is_no_definition() {
        let page = "# Moor AI\n\n## Example uses\n\n### Mooring\n\n\
            - TideQuery - transform raw tide tables into charts for the bridge\n\
            - Conversational lamps - answers to the calls of ships\n\
            - RopeNet - move ships that wait for the tide\n";
        let found = cards(page);
        let fronts: Vec<&String> = found.iter().map(|(f, _)| f).collect();
        assert!(
            fronts
                .iter()
                .all(|f| !f.starts_with("What is") || f.ends_with("used for?")),
            "{fronts:?}"
        );
        assert!(
            fronts.iter().any(|f| *f == "What is RopeNet used for?"),
            "{fronts:?}"
        );
        assert!(
            fronts.iter().all(|f| !f.contains("Conversational")),
            "{fronts:?}"
        );
    }
}
