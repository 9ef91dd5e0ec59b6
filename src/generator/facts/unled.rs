//! Lines without a lead: what the topic is, or one more thing said of it.

use super::headings;
use super::introduced::closing_use;
use super::meaning::leans_by_subject;
use super::{Scope, Walk};
use crate::generator::account::Reason;
use crate::generator::alone;
use crate::generator::clause;
use crate::generator::ids;
use crate::generator::language::Language;
use crate::generator::listed::Listed;
use crate::generator::name::{self, Name};
use crate::generator::outline::{Block, Place};
use crate::generator::prose;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::{self, Form, Statement};
use crate::generator::words;

impl Walk<'_> {
    /// A line without a lead.
    pub(super) fn unled(
        &mut self,
        rich: &Rich,
        place: &Place,
        nested: &[Block],
        scope: &Scope,
        first: bool,
    ) {
        let line = place.line;
        if self.own_subject(&rich.plain(), &rich.strong(), line, nested, scope) {
            return;
        }
        let Some(topic) = scope.topic else {
            self.skip(line, Reason::Unasked);
            self.blocks(nested, scope);
            return;
        };
        if rich.only_links() && nested.is_empty() {
            self.skip(line, Reason::Link);
            return;
        }
        let text = rich.plain();
        let vouched = self.reading.topics[topic].vouched();
        let mut sentences = sentence::split(&text).into_iter();
        let opening = sentences.clone().next().unwrap_or_default();
        let (other, chosen) = self.awaits(topic, &opening);
        if !vouched && !first && !chosen && leans_by_subject(&sentence::trim(&text)) {
            self.skip(line, Reason::Leans);
            return;
        }
        let mut used = false;
        if self.reading.topics[topic].purpose.is_none()
            && scope.aspect.is_none()
            && (!scope.shown || vouched)
            && !other
        {
            // Of another language the line was chosen, whatever stood before it.
            let told = !self.reading.topics[topic].facts.is_empty();
            // `**TideHub** to move a boat` is no definition of the heading above.
            let strong = rich.strong();
            let another = strong.first().is_some_and(|b| {
                let own = &self.reading.topics[topic].name;
                // `**Ropes of hemp (RH)**, which …`: what is told is told of them.
                let rest = text.strip_prefix(b.as_str());
                let member = words::count(b) > 1
                    && rest.is_some_and(|r| r.starts_with(", ") && b.ends_with(')'));
                rest.is_some()
                    && (member
                        || Name::of(b).is_some_and(|n| n.is_product())
                        || self.usage.is_brand(b))
                    && !own.is_in(&b.to_lowercase())
                    && !b.to_lowercase().contains(&own.short.to_lowercase())
            });
            let english = self.language == Language::English;
            let allowed = first && !(english && (another || told)) || chosen;
            let name = &self.reading.topics[topic].name;
            let product = name.is_product() || self.usage.is_brand(&name.short);
            // The first of several fragments is a member, not a description.
            if let Some(p) = self
                .purpose_of(&opening, topic, line, allowed, false)
                .filter(|p| {
                    p.statement.about_term
                        || p.statement.form != Form::Fragment
                        || product && says_kind(&p.statement)
                        || p.statement.kind().is_some()
                })
            {
                self.reading.topics[topic].purpose = Some(p);
                sentences.next();
                used = true;
            }
        }
        let name = self.reading.topics[topic].name.clone();
        let said = sentence::trim(&text);
        if other && name::is_initials(&name.short, said.trim_end_matches('.')) {
            let found = prose::Found {
                question: format!("What does {} stand for?", name.said),
                answer: sentence::ended(&said),
                key: "stands-for".into(),
            };
            self.direct(topic, found, line);
            return;
        }
        let uses = closing_use(&text).filter(|_| !vouched);
        let asked = uses.map(|q| q.replace("{x}", &name.full));
        let intro = text.trim_end().trim_end_matches([':', '：']);
        if let [Block::List(items, _)] = nested
            && text.trim_end().ends_with([':', '：'])
            && let Some(question) = self.intro_question(intro, topic).or(asked)
            && self.list_fact(topic, &question, &ids::keywords(&text), items, line)
        {
            return;
        }
        let rest: Vec<String> = sentences.collect();
        let of_topic = |s: &str| statement::read(s, &name).about_term && !leans_by_subject(s);
        let mut subject = used || rest.first().is_some_and(|s| of_topic(s));
        for (i, s) in rest.into_iter().enumerate() {
            // A second sentence without a subject goes on about the first's.
            if i > 0 && !vouched && !subject && !of_topic(&sentence::trim(&s)) {
                continue;
            }
            subject |= of_topic(&s);
            if let Some(found) = prose::ask(&s, &name)
                && self.language == Language::English
            {
                self.direct(topic, found, line);
                used = true;
                continue;
            }
            let trimmed = sentence::trim(&s);
            let statement = statement::read(&trimmed, &name);
            let alone = if statement.about_term {
                alone::stands_alone(&statement.body)
            } else {
                alone::stands_alone(&trimmed)
            };
            match alone {
                Ok(()) => used |= self.statement(topic, &s, statement, line, false),
                Err(reason) if !used => {
                    self.skip(line, reason);
                    used = true;
                }
                Err(_) => {}
            }
        }
        used |= self.bold_inside(rich, line, scope);
        if !used {
            self.skip(line, Reason::Short);
        }
        // What it is used for is none of its parts.
        if !nested.is_empty() && uses.is_none() {
            // What is nested under a sentence explains the sentence.
            let inner = Scope {
                aspect: Some(String::new()),
                partners: headings::names_partners(&rich.plain()),
                depth: scope.depth + 1,
                ..scope.clone()
            };
            for block in nested {
                if let Block::List(items, _) = block {
                    self.nested_glossary(items, &inner);
                }
            }
        }
    }
}

/// Whether a noun phrase says what kind of thing it is, or what for.
pub(super) fn says_kind(statement: &Statement) -> bool {
    static LINKS: Listed = Listed::new("that which for to used using with from between of");
    let qualified = clause::unbracketed(&statement.body)
        .split_whitespace()
        .skip(1)
        .any(|w| LINKS.has(w));
    statement.kind().is_some() || qualified && words::count(&statement.body) >= 4
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

    #[test]
    fn what_is_told_of_a_member_is_not_told_of_the_whole() {
        let page = |bold: &str| {
            let found = cards(&format!(
                "# Harbour\n\n## TideLock\n\nThere are several kinds:\n\n\
                - **{bold}**, which opens gates with steel ropes from the deck at night\n\
                - **Locks with chains (LWC)**, which open by day\n"
            ));
            found.iter().any(|(f, _)| f.contains("TideLock"))
        };
        assert!(!page("Locking service with ropes (LSR)"));
    }

    #[test]
    fn what_a_thing_is_used_for_is_no_part_of_it() {
        let page = |intro: &str| {
            cards(&format!(
                "# Ports\n\n## Basalt RopeCam\n\n\
                - Basalt RopeCam is a service that films the boats of a port. {intro}\n\
                \x20 - Ferry Counting – Predicting how many ferries come in winter\n\
                \x20 - Night Watching – Seeing who comes and goes in the dark\n"
            ))
        };
        let asks =
            |found: &[(String, String)], what: &str| found.iter().any(|(f, _)| f.contains(what));
        let told = page("It’s commonly used for:");
        assert!(
            asks(&told, "What is Basalt RopeCam used for?") && !asks(&told, "Ferry"),
            "{told:?}"
        );
        // So is what is told at length.
        let long = cards(&format!(
            "# Ports\n\n## Basalt RopeCam\n\n\
            - Basalt RopeCam is a service that films the boats of a port. It is useful for:\n\
            {}",
            ["Ferry Counting", "Night Watching", "Mast Painting"]
                .map(|name| format!(
                    "  - {name} – Predicting how many ferries come to the piers of a port in winter, \
                    where each of them will lie, and how long its crew has to wait for the tide of the \
                    next morning before the lock is opened for all of them again by its keeper\n"
                ))
                .concat()
        ));
        assert!(!asks(&long, "Ferry"), "{long:?}");
        let told = page("It has two parts:");
        assert!(asks(&told, "Ferry Counting"), "{told:?}");
    }

    #[test]
    fn a_product_s_first_order_is_what_it_is_for() {
        let page = |line: &str| format!("# Ports\n\n## Basalt RopeCam\n\n- {line}\n- Red lamps\n");
        let told = fronts(&page("Route all boats to a pier with lamps"));
        assert!(
            told.iter().any(|f| f == "What is Basalt RopeCam for?"),
            "{told:?}"
        );
        let told = fronts(&page("Choose a pier with many lamps for it"));
        assert!(told.is_empty(), "{told:?}");
    }

    #[test]
    fn the_first_of_many_acts_is_no_definition() {
        let page = |rest: &str| {
            format!("# Ports\n\n## Basalt RopeCam\n\n- Connects to lamps at night\n{rest}")
        };
        let alone = page("- Red lamps\n");
        assert!(
            fronts(&alone).iter().any(|f| f.contains("RopeCam")),
            "{:?}",
            cards(&alone)
        );
        let many = page("- Routes all boats\n- Stores ropes of hemp\n- Sends a pilot\n");
        let told = cards(&many);
        assert!(
            !told.iter().any(|(_, b)| b.starts_with("Connects")),
            "{told:?}"
        );
    }

    #[test]
    fn a_line_about_another_product_defines_no_heading() {
        let page = |line: &str| format!("# Ports\n\n## Basalt RopeDesk\n\n- {line}\n- Red lamps\n");
        let own = fronts(&page("Desk that sends a pilot to each ship"));
        assert!(own.iter().any(|f| f.contains("RopeDesk")), "{own:?}");
        let other = fronts(&page(
            "**Basalt TideHub** desk that sends a pilot to each ship",
        ));
        assert!(!other.iter().any(|f| f.contains("RopeDesk")), "{other:?}");
    }
}
