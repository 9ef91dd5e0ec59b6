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
use crate::generator::name::Name;
use crate::generator::outline::{Block, Item};
use crate::generator::roster::{self, Lines};
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
        // Products under a heading are its members, not features of it.
        let products = items
            .iter()
            .filter_map(first_line)
            .any(|r| Name::of(&sentence::trim(&r.plain())).is_some_and(|n| n.is_product()));
        english
            && fits
            && !vague
            && !products
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
        let vouched = self.reading.topics[topic].vouched();
        let asks = aspect.ends_with('?');
        // What stands further down has an introduction of its own.
        if !vouched && (scope.later || asks && super::questions::is_quiz(&aspect)) {
            let short = short_lines(items).is_some();
            if short {
                self.skip(line, Reason::Unasked);
            }
            return short;
        }
        let name = self.reading.topics[topic].name.clone();
        if asks && !vouched && super::questions::of_a_group(&aspect) {
            self.skip(line, Reason::Question);
            return true;
        }
        let question = if asks {
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
            let aspect = self.usage.quiet(aspect.trim_end_matches([':', ' ']));
            let lines = Lines {
                all: items.len(),
                named,
            };
            let owner = self.reading.topics[topic].owner;
            let owner = owner.map(|o| &self.reading.topics[o].name);
            match roster::question(&name, owner, &aspect, lines) {
                Some(question) => question,
                // Long lines under a class may be things of their own.
                None if roster::gathers(&aspect) && short_lines(items).is_none() => return false,
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
        let key = ids::slug(&aspect);
        self.list_fact(topic, &question, &key, items, line)
            || whole
                && !wonders
                && !lower.starts_with("when ")
                && !vouched
                && self.leads_fact(topic, &question, &key, items, line)
    }

    /// `**Calm** - …long…` under `Benefits`: where the lines are too long to be
    /// recalled, what they begin with is the answer.
    fn leads_fact(
        &mut self,
        topic: usize,
        question: &str,
        key: &str,
        items: &[Item],
        line: u32,
    ) -> bool {
        let leads: Vec<String> = items
            .iter()
            .filter_map(first_line)
            .filter_map(lead::split)
            .filter(|l| l.marked && words::count(&l.lead) <= 5 && !aspect::is_aspect(&l.lead))
            .map(|l| sentence::capitalised(l.lead.trim_end_matches([':', '.', ' '])))
            .collect();
        if leads.len() != items.len() || !(2..=7).contains(&leads.len()) {
            return false;
        }
        let bullets = leads.iter().map(|l| format!("- {l}"));
        self.reading.topics[topic].facts.push(Fact {
            key: key.to_owned(),
            ask: Ask::Direct(question.to_owned()),
            text: bullets.collect::<Vec<_>>().join("\n"),
            line,
            shape: Shape::List,
        });
        true
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
        let Some(text) = short_lines(items) else {
            return false;
        };
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

impl Walk<'_> {
    /// Under an aspect, paragraphs that each begin with a bold name are its
    /// members; the lists below them are theirs.
    pub(super) fn bold_led(&mut self, blocks: &[Block], scope: &Scope) {
        let (Some(topic), Some(aspect)) = (scope.topic, scope.aspect.as_ref()) else {
            return;
        };
        let english = self.language == Language::English;
        let lists = blocks.iter().any(|b| matches!(b, Block::List(..)));
        if !english || !lists || self.reading.topics[topic].vouched() || aspect.ends_with('?') {
            return;
        }
        if !roster::counts(&self.usage.quiet(aspect)) {
            return;
        }
        let leads: Vec<(String, u32)> = blocks.iter().filter_map(bold_lead).collect();
        // A bold line of its own is a member as well, though not told so.
        let bold = blocks
            .iter()
            .filter(|b| matches!(b, Block::Paragraph(r, _) if r.spans.first().is_some_and(|s| s.style.strong)));
        if bold.count() > leads.len() {
            return;
        }
        let other = blocks
            .iter()
            .any(|b| matches!(b, Block::Table(..) | Block::Code(..)));
        let short = leads.iter().all(|(l, _)| words::count(l) <= 4);
        if !(2..=6).contains(&leads.len()) || !short || other {
            return;
        }
        let lines = Lines {
            all: leads.len(),
            named: leads.len(),
        };
        let name = self.reading.topics[topic].name.clone();
        let owner = self.reading.topics[topic].owner;
        let owner = owner.map(|o| &self.reading.topics[o].name);
        let aspect = self.usage.quiet(aspect);
        let Some(question) = roster::question(&name, owner, &aspect, lines) else {
            return;
        };
        let text: Vec<String> = leads.iter().map(|(l, _)| format!("- {l}")).collect();
        self.reading.topics[topic].facts.push(Fact {
            key: ids::slug(&aspect),
            ask: Ask::Direct(question),
            text: text.join("\n"),
            line: leads[0].1,
            shape: Shape::List,
        });
    }
}

/// The name in bold that begins a paragraph and is explained there.
pub(super) fn bold_lead(block: &Block) -> Option<(String, u32)> {
    let Block::Paragraph(rich, place) = block else {
        return None;
    };
    let lead = lead::split(rich).filter(|l| l.marked && !l.text.is_empty())?;
    (!aspect::is_aspect(&lead.lead)).then_some((lead.lead, place.line))
}

/// Two to six short lines as one answer.
pub(super) fn short_lines(items: &[Item]) -> Option<String> {
    let mut lines = Vec::new();
    for item in items {
        let Some(rich) = first_line(item) else {
            continue;
        };
        let text = sentence::trim(&rich.plain());
        if text.to_lowercase().trim_end_matches(['.', '…']) == "etc" {
            continue;
        }
        let whole = item.blocks.len() == 1 && alone::stands_alone(&text).is_ok();
        if !whole || words::count(&text) > 14 {
            return None;
        }
        lines.push(sentence::capitalised(
            text.trim_end_matches(['.', ';', ',']),
        ));
    }
    let total: usize = lines.iter().map(|l| words::count(l)).sum();
    let fits = (2..=6).contains(&lines.len()) && total <= 42;
    let bullets = lines.iter().map(|l| format!("- {l}"));
    fits.then(|| bullets.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn bold_names_are_the_members_and_their_lists_are_theirs() {
        let page = "# Harbour\n\n## RopeBus\n\nRopeBus is a service that carries ropes to ships.\n\n\
            ### Components of RopeBus\n\n**Rollers** - hold a rope at the quay\n- One roller holds many ropes\n\n\
            **Drums** - carry the rope along\n- For example an iron drum\n\n\
            **Winches** - pull the rope in\n- Winches belong to one quay\n- A hand winch comes first\n";
        let cards = cards(page);
        let of = |f: &String| f == "What are the components of RopeBus?";
        let told: Vec<_> = cards.iter().filter(|(f, _)| of(f)).collect();
        assert_eq!(told.len(), 1, "{cards:?}");
        assert_eq!(told[0].1, "- Rollers\n- Drums\n- Winches");
    }

    #[test]
    fn products_under_a_heading_are_no_features_of_it() {
        let page = "# Harbour\n\n## PierData\n\n- TideFlow\n- RopeProc\n- BuoyQuery\n";
        assert!(
            fronts(page).iter().all(|f| !f.contains("features")),
            "{:?}",
            fronts(page)
        );
    }

    #[test]
    fn a_second_list_is_only_a_part_of_the_answer() {
        let page = "# Harbour\n\n## RopeNet\n\nRopeNet is a service that carries ropes.\n\n\
            ### Limitations\n\n- No ropes of iron\n- No ropes over ten metres\n\n\
            In winter it is worse.\n\n- No ropes at night\n- No wet ropes\n";
        assert!(
            shows(page, "ropes of iron") && !shows(page, "wet ropes"),
            "{:?}",
            cards(page)
        );
    }
}
