//! What a heading opens: a topic, an aspect of the topic above, or a shelf of
//! topics to come.

use super::headings;
use super::judgement::acts;
use super::kin;
use super::labels;
use super::shelf::is_shelf;
use super::told_below::is_told_below;
use super::{Scope, Walk};
use crate::domain::TaskId;
use crate::generator::around;
use crate::generator::aspect;
use crate::generator::enumerator;
use crate::generator::jotting;
use crate::generator::language::{self, Language};
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::{self, Name};
use crate::generator::outline::Section;
use crate::generator::sentence;
use crate::generator::usage::with_article;
use crate::generator::words;

/// A heading with a dash.
enum Glossed {
    /// `Cluster - pack ships close together`: a name and what it is.
    Is(String, String),
    /// `TideQuery – reading tables`: what is told of a thing.
    Of(String, String),
}

impl Walk<'_> {
    /// Whether a heading says what is done to the thing above: `Dredging Basalt
    /// Bay` under `Basalt Bay`.
    fn does_to(&self, title: &str, above: &Scope) -> bool {
        let bare = enumerator::unnumbered(title).to_lowercase();
        let (first, rest) = bare.split_once(' ').unwrap_or((&bare, ""));
        let thing = above.topic.map(|t| &self.reading.topics[t].name);
        first.len() > 5
            && first.ends_with("ing")
            && thing.is_some_and(|n| n.aliases.iter().any(|a| a == rest))
    }

    /// `Basalt Quay: The Heart of the Port`: a thing and what somebody calls it.
    fn slogan(&self, title: &str) -> Option<String> {
        let (head, tail) = [": ", " - ", " – ", " — "]
            .iter()
            .find_map(|d| title.split_once(d))?;
        let head = name::untagged(head);
        let head = enumerator::unnumbered(&head).trim().to_owned();
        let calls = ["The ", "Your ", "An ", "A "]
            .iter()
            .find_map(|a| tail.strip_prefix(a))?;
        let titled = |w: &str| w.starts_with(char::is_uppercase) || w.len() < 4;
        let slogan = (2..=5).contains(&words::count(calls)) && calls.split(' ').all(titled);
        let thing = Name::of(&head).is_some_and(|n| n.is_product()) || self.usage.is_brand(&head);
        (slogan && thing).then_some(head)
    }

    /// Takes a heading with a dash apart.
    fn glossed(&self, title: &str, above: &Scope) -> Option<Glossed> {
        if let Some(thing) = self.slogan(title) {
            return Some(Glossed::Is(thing, String::new()));
        }
        let (head, tail) = [" - ", " – ", " — "]
            .iter()
            .find_map(|d| title.split_once(d))?;
        let head = name::untagged(head);
        let head = enumerator::unnumbered(&head);
        let (head, tail) = (head.trim(), tail.trim());
        let name = Name::of(head).filter(|_| words::count(head) <= 3)?;
        if aspect::is_aspect(head) || aspect::is_illustration(head) || headings::shows_use(head) {
            return None;
        }
        let lower = tail.to_lowercase();
        let first = lower.split_whitespace().next().unwrap_or("");
        let many = words::count(tail);
        // `EBS - Eastern Basin Store`: a name and its letters.
        let initial = |w: &str| w.chars().next().filter(|c| c.is_uppercase());
        let spelt = (2..=5).contains(&many)
            && head.chars().count() <= 5
            && head.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
            && tail.split_whitespace().next().and_then(initial) == head.chars().next()
            && tail
                .split_whitespace()
                .all(|w| initial(w).is_some() || w.len() < 4);
        if spelt {
            return Some(Glossed::Is(format!("{head} ({tail})"), String::new()));
        }
        let told = matches!(first, "a" | "an" | "the")
            || lexicon::is_base_verb(first) && !lexicon::looks_plural(first)
            || lexicon::acts(first);
        let letters = head
            .chars()
            .filter(|c| c.is_alphabetic())
            .all(char::is_uppercase);
        let thing = name.is_product() || letters || self.usage.is_brand(head) || self.knows(head);
        let small = tail
            .split_whitespace()
            .skip(1)
            .filter(|w| w.starts_with(char::is_lowercase));
        let told = told && !tail.ends_with('?') && small.count() * 2 >= many - 1;
        if many >= 3 && told && name.is_plural() {
            return Some(Glossed::Is(head.to_owned(), String::new()));
        }
        if many >= 3 && told {
            let heading = above
                .topic
                .map(|t| self.reading.topics[t].name.short.clone());
            let class = heading.as_deref().and_then(kin::class_of);
            let full = match class.filter(|_| !thing && words::count(head) == 1) {
                Some(class) => format!("{} {class}", sentence::capitalised(head)),
                None => head.to_owned(),
            };
            return Some(Glossed::Is(full, tail.to_owned()));
        }
        let doing = first.ends_with("ing") && first.len() > 5 && !first.contains('-');
        if thing && (doing || first == "from") {
            return Some(Glossed::Of(head.to_owned(), tail.to_owned()));
        }
        // `Mooring policies - weighted`.
        let class = kin::class_of(head).filter(|_| many <= 2 && kin::is_modifier(tail))?;
        Some(Glossed::Is(
            format!("{} {class}", sentence::capitalised(&tail.to_lowercase())),
            String::new(),
        ))
    }

    /// What a heading opens.
    pub(super) fn enter(&mut self, section: &Section, title: &str, above: &Scope) -> Scope {
        let line = section.place.line;
        let fixed = section.attributes.id.clone();
        let title = match fixed {
            Some(_) => title,
            None => jotting::unlabelled(title),
        };
        let glossed = fixed
            .is_none()
            .then(|| self.glossed(title, above))
            .flatten();
        let title = match &glossed {
            Some(Glossed::Is(name, _)) => name.as_str(),
            Some(Glossed::Of(thing, aspect)) if fixed.is_none() => {
                if let Some(name) = Name::of(thing) {
                    let topic = self.find_or_add(name, line, above);
                    return Scope {
                        topic: Some(topic),
                        shelf: None,
                        aspect: Some(aspect.clone()),
                        ..above.clone()
                    };
                }
                title
            }
            _ => title,
        };
        if above.places && fixed.is_none() {
            return Scope {
                topic: None,
                shelf: None,
                aspect: Some(title.to_owned()),
                ..above.clone()
            };
        }
        let title = match fixed.is_none() && self.language != Language::English {
            true => language::bare_title(title),
            false => title,
        };
        let name = Name::of(title);
        if let (Some(slug), Some(name)) = (&fixed, &name) {
            let topic = self.add(name.clone(), line, above);
            let t = &mut self.reading.topics[topic];
            t.slug = Some(slug.clone());
            t.name.aliases.clone_from(&name.aliases);
            t.rank = section.level;
            let said = |key| section.attributes.value(key);
            t.task = said("task").and_then(TaskId::parse);
            t.core = said("core").and_then(|n| n.parse().ok());
            t.was = said("was").map_or(Vec::new(), |old| {
                old.split(',').map(str::to_owned).collect()
            });
            t.owner = None;
            return Scope {
                topic: Some(topic),
                shelf: None,
                aspect: None,
                ..above.clone()
            };
        }
        // `第3章 …` only gathers.
        if let Some(rest) = language::chapter(title) {
            return Scope {
                topic: None,
                shelf: Some(rest.to_owned()),
                aspect: None,
                ..above.clone()
            };
        }
        if let Some(scope) = self.foreign_heading(title, line, above) {
            return scope;
        }
        let asks_what = title.to_lowercase().starts_with("what") || around::asks_what(title);
        let is_question = title.ends_with(['?', '？'])
            && name
                .as_ref()
                .is_none_or(|n| !asks_what || n.short.is_empty());
        let doing = title
            .split_whitespace()
            .next()
            .map(str::to_lowercase)
            .is_some_and(|w| {
                static WORDS: Listed = Listed::new(
                    "moving maintaining choosing use-cases usecases handling dealing \
                    understanding working using creating building preparing setting \
                    getting managing improving avoiding selecting deploying \
                    connecting configuring optimizing optimising securing \
                    implementing writing running exploring comparing developing \
                    designing troubleshooting converting ensuring accessing \
                    integrating interpreting thinking",
                );
                WORDS.has(w.as_str())
            });
        let doing = doing || {
            let lower = title.to_lowercase();
            let mut parts = lower.split_whitespace();
            let first = parts.next().unwrap_or("");
            let second = parts.next().unwrap_or("");
            first.len() > 5
                && first.ends_with("ing")
                && matches!(second, "a" | "an" | "the" | "your" | "our" | "my")
        };
        let told = self.language == Language::English && is_told_below(section);
        let aspect = is_question
            || doing
            || language::is_label(self.language, title)
            || aspect::is_aspect(name.as_ref().map_or(title, |n| n.short.as_str()))
            || headings::is_quality(title) && !told && self.is_thing(above.topic)
            || self.does_to(title, above);
        // `TideQuery Streams for rope makers`: a product and whom it serves.
        let serves = title.split_once(" for ").is_some_and(|(head, _)| {
            self.usage.is_brand(head) && Name::of(head).is_some_and(|n| n.is_proper())
        });
        if aspect && !serves {
            // `Key services`: those of no thing are things themselves.
            let serving = lexicon::kind_at_end(title)
                .is_some_and(|(kind, many)| many && matches!(kind, "service" | "tool"));
            if serving && !self.is_thing(above.topic) {
                return Scope {
                    topic: None,
                    shelf: Some(enumerator::unnumbered(title).to_owned()),
                    aspect: None,
                    ..above.clone()
                };
            }
            if above.topic.is_some() {
                return Scope {
                    aspect: Some(enumerator::unnumbered(&name::untagged(title)).to_owned()),
                    shelf: None,
                    ..above.clone()
                };
            }
            let lone = headings::collective(title);
            return Scope {
                topic: None,
                shelf: (!lone).then(String::new),
                aspect: lone.then(|| title.to_owned()),
                ..above.clone()
            };
        }
        // `Gene, allele, locus` and `Miscellaneous topics` name no one thing.
        let several = name
            .as_ref()
            .is_some_and(|n| n.short.contains(", ") || n.short.to_lowercase().starts_with("misc"));
        if several {
            return Scope {
                topic: None,
                shelf: Some(String::new()),
                aspect: None,
                ..above.clone()
            };
        }
        if self.is_kind_of_part(name.as_ref(), title) {
            let thing = self.is_thing(above.topic);
            return Scope {
                topic: above.topic.filter(|_| thing),
                shelf: (!thing).then(String::new),
                aspect: thing.then(|| enumerator::unnumbered(&name::untagged(title)).to_owned()),
                ..above.clone()
            };
        }
        let versus = [" vs ", " vs. ", " versus ", " or "]
            .iter()
            .any(|v| title.to_lowercase().contains(v));
        let bare = enumerator::unnumbered(title);
        let lone = labels::is_verb(enumerator::unnumbered(title));
        let acting = lone || acts(title) || acts(bare) || bare.to_lowercase().starts_with("given ");
        let Some(name) = name.filter(|n| !versus && !acting && n.short.chars().count() > 1) else {
            return Scope {
                topic: None,
                shelf: Some(String::new()),
                aspect: None,
                ..above.clone()
            };
        };
        let two = headings::names_two(&name, headings::has_letters(&name));
        let about = self.describes(&name);
        let name = match about {
            Some(headings::About::AspectOf(aspect, of)) => {
                let topic = self.find_or_add(of, line, above);
                return Scope {
                    topic: Some(topic),
                    shelf: None,
                    aspect: Some(aspect),
                    ..above.clone()
                };
            }
            Some(headings::About::Above) if self.is_thing(above.topic) => {
                return Scope {
                    aspect: Some(enumerator::unnumbered(&name::untagged(title)).to_owned()),
                    shelf: None,
                    ..above.clone()
                };
            }
            Some(headings::About::Above) => {
                let topic = self.add(name, line, above);
                self.reading.topics[topic].joint = true;
                self.reading.topics[topic].gathers = section.children.len() > 1;
                self.reading.topics[topic].rank = section.level;
                return Scope {
                    topic: Some(topic),
                    shelf: None,
                    aspect: None,
                    ..above.clone()
                };
            }
            Some(headings::About::Named(inside)) => inside,
            None => name,
        };
        let gathers = is_shelf(&name, section) || self.lists_names(&name, section);
        let topic = self.add(name.clone(), line, above);
        if self.is_thing(above.topic) && self.is_bare(&name) {
            self.reading.topics[topic].owner = above.topic;
        }
        self.reading.topics[topic].gathers = gathers;
        let of_notes = section.level == 1 && {
            static WORDS: Listed = Listed::new(
                "guide notes cheat handbook tutorial course certification exam blog summary \
                cheatsheet revision study list lecture module session chapter",
            );
            let lower = title.to_lowercase();
            lower
                .split(|c: char| !c.is_alphanumeric())
                .any(|w| WORDS.has(w))
        };
        let quality = headings::is_quality(title) && !told;
        self.reading.topics[topic].joint = two || of_notes || quality;
        self.reading.topics[topic].rank = section.level;
        self.reading.topics[topic].task = section.attributes.value("task").and_then(TaskId::parse);
        if let Some(Glossed::Is(full, _)) = &glossed
            && words::count(full) > 1
            && !full.contains('(')
            && !full
                .split_whitespace()
                .nth(1)
                .is_some_and(|w| w.starts_with(char::is_uppercase))
        {
            let said = with_article(&sentence::lowered(&name.full));
            self.reading.topics[topic].name.said = said;
        }
        if let Some(Glossed::Is(_, gloss)) = &glossed
            && !gloss.is_empty()
        {
            self.reading.topics[topic].purpose = self.purpose_of(gloss, topic, line, true, true);
        }
        Scope {
            topic: Some(topic),
            shelf: gathers.then(|| name.short.clone()),
            aspect: None,
            ..above.clone()
        }
    }

    /// Whether a heading stands under many things and nowhere else, as the parts
    /// do that each of them has: `Steady repair`, `Closer look`.
    pub(super) fn is_kind_of_part(&self, name: Option<&Name>, title: &str) -> bool {
        let (Some(name), Some(often)) = (name, self.layout.recurs(title)) else {
            return false;
        };
        !name.is_product()
            && !name.is_lettered()
            && !self.usage.is_brand(&name.short)
            && !self.reading.mentions.exceed(&name.short, often + 1)
    }

    /// Whether a name is one common word, which the page's title must place:
    /// `Analytics`, `Consumers`.
    fn is_bare(&self, name: &Name) -> bool {
        words::count(&name.short) == 1
            && name.short.chars().all(char::is_alphabetic)
            && !name.is_product()
            && !self.usage.is_brand(&name.short)
            && !name.short.chars().skip(1).any(char::is_uppercase)
            && self.usage.calm(&name.short).starts_with(char::is_lowercase)
    }
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

    #[test]
    fn a_slogan_is_no_part_of_a_name() {
        let asked = |heading: &str| {
            fronts(&format!(
                "# Notes\n\n## {heading}\n\nQuayCraft is a service that moors boats in winter.\n"
            ))
        };
        for heading in [
            "QuayCraft: The Heart of the Port",
            "QuayCraft — Your Friend at Sea",
        ] {
            let found = asked(heading);
            assert!(
                found.contains(&"What is QuayCraft?".to_owned()),
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_gloss_after_a_dash_is_no_part_of_the_name() {
        let page = "# Moorings\n\n## Berthing strategies\n\n\
            ### Cluster - Pack ships close together at one pier\n\nThe hulls touch.\n\n\
            ### Spread - Keep ships far apart from each other\n\nThe hulls never touch.\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .all(|(f, _)| !f.contains("Pack") && !f.contains("Keep")),
            "{cards:?}"
        );
        assert!(
            cards
                .iter()
                .any(|(f, b)| f.contains("luster berthing strategy") && b.contains("close")),
            "{cards:?}"
        );
    }

    #[test]
    fn what_stands_where_a_thing_is_found_is_not_that_thing() {
        let page = "# TideQuery in Harbour Services\n\n\
            TideQuery is an assistant that answers questions about water levels.\n\n\
            ## PilotBook\n\n- Provides answers about the depth of a channel\n";
        let fronts = fronts(page);
        assert!(
            fronts.iter().all(|f| !f.contains("PilotBook")),
            "{fronts:?}"
        );
    }

    #[test]
    fn a_quality_under_a_thing_is_no_term() {
        let page = "# Ports\n\n## TideLock\n\nTideLock is a service that opens the gates of a dock.\n\n\
            ### High availability\n\n- Attempts to take the lock of a second dock in a storm\n";
        let fronts = fronts(page);
        assert!(
            fronts
                .iter()
                .all(|f| !f.to_lowercase().contains("high availability")),
            "{fronts:?}"
        );
    }
}
