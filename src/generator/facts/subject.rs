//! Sentences that name their own subject: `A trawler is a ship that …` says
//! what a trawler is, whatever heading stands above it.

use super::definition::{aside, names_class};
use super::judgement::praises;
use super::{Scope, Walk};
use crate::generator::aspect;
use crate::generator::clause;
use crate::generator::jotting;
use crate::generator::language::Language;
use crate::generator::lead::Lead;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::{self, Name};
use crate::generator::outline::Block;
use crate::generator::sentence;
use crate::generator::words;

impl Walk<'_> {
    /// Takes a sentence that defines a term of its own; whether it was one.
    pub(super) fn own_subject(
        &mut self,
        text: &str,
        line: u32,
        nested: &[Block],
        scope: &Scope,
    ) -> bool {
        let Some(found) = self.defined_inside(text, scope) else {
            return false;
        };
        let plain = Scope {
            aspect: None,
            shelf: None,
            ..scope.clone()
        };
        let topic = self.reading.topics.len();
        self.led(&found.lead, line, nested, &plain, true);
        let above = scope.topic.map(|t| self.reading.topics[t].name.clone());
        if let Some(t) = self.reading.topics.get_mut(topic) {
            if let Some(article) = found.article {
                t.name.said = format!("{article} {}", t.name.full);
            }
            // `A pier lamp is …` under `Pier lamps` needs no `In pier lamps`.
            if above.is_some_and(|a| says_the_same(&a, &t.name)) {
                t.owner = None;
            }
        }
        true
    }

    /// The term that a sentence defines by itself and what it says of it, if
    /// the term isn't the topic above.
    fn defined_inside(&self, text: &str, scope: &Scope) -> Option<Defined> {
        if self.language != Language::English || scope.shown {
            return None;
        }
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        let found = defined(&sentence::trim(text)).filter(|_| !vouched)?;
        let name = Name::of(&found.lead.lead)?;
        let of_topic = scope.topic.is_some_and(|t| {
            let own = &self.reading.topics[t].name;
            own.is_in(&name.short.to_lowercase()) || name.is_in(&own.short.to_lowercase())
        });
        (!of_topic && !self.is_attribute(&found.lead.lead)).then_some(found)
    }
}

/// Whether one name is the other's plural or its letters.
fn says_the_same(a: &Name, b: &Name) -> bool {
    let stems = |n: &Name| -> Vec<String> {
        let parts = words::name_words(&n.short);
        parts.iter().map(|w| words::stem(w)).collect()
    };
    stems(a) == stems(b)
        || a.short
            .split_once(' ')
            .is_some_and(|(_, own)| name::is_initials(&b.short, own))
        || name::is_initials(&b.short, &a.short)
}

/// A term, the article it had, and what was said of it.
struct Defined {
    lead: Lead,
    article: Option<&'static str>,
}

/// `X is a class that …`, taken apart.
fn defined(text: &str) -> Option<Defined> {
    let (at, verb) = [" is a ", " is an ", " are the ", " is the ", " are "]
        .iter()
        .filter_map(|v| text.find(v).map(|at| (at, *v)))
        .min()?;
    let subject = text[..at].trim();
    let articled = [("A ", "a"), ("An ", "an")]
        .into_iter()
        .find_map(|(a, small)| Some((small, subject.strip_prefix(a)?)));
    let bare = articled.map_or(subject, |(_, bare)| bare);
    let told = text.get(at + 1..)?;
    let body = told
        .strip_prefix("is ")
        .or_else(|| told.strip_prefix("are "))?;
    let sentences = sentence::split(body);
    let body = sentences.first().map_or(body, String::as_str);
    let name = Name::of(bare)?;
    let lower = bare.to_lowercase();
    static NO_TERM: Listed = Listed::new(
        "the this that these those it they there here what which who how why when where if each \
        every one another other others all most some both such no not our my your its their his \
        her we you he she and or of in on at to from by with without than as so also but one user \
        i example note result answer goal purpose idea reason difference default problem thing \
        first second third last next main key often usually typically sometimes mostly generally \
        basically essentially currently always never",
    );
    let clean = !lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
        .any(|w| NO_TERM.has(w))
        && !bare.contains([',', ';', ':', '"', '“', '?', '=']);
    let named = name.is_proper() || articled.is_some() && verb != " are ";
    let class = match verb {
        " is a " | " is an " => names_class(body),
        _ => false,
    };
    let person = {
        static PEOPLE: Listed = Listed::new(
            "company developer engineer person team student startup organization organisation \
            customer friend member employee man woman",
        );
        body.split_whitespace().take(5).any(|w| PEOPLE.has(w))
    };
    let fits = words::count(bare) <= 4
        && clean
        && named
        && class
        && !person
        && words::count(body) >= 5
        && !aside(body)
        && !praises(body)
        && !clause::has_own_verb(bare)
        && !lexicon::is_base_verb(&clause::first_word(&lower))
        && !jotting::is_label(bare)
        && !aspect::is_aspect(bare);
    fits.then(|| Defined {
        lead: Lead {
            lead: bare.to_owned(),
            text: told.to_owned(),
            marked: true,
            arrow: false,
        },
        article: articled.map(|(small, _)| small),
    })
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::cards;

    #[test]
    fn a_sentence_that_names_its_subject_defines_that() {
        let page = "# Harbour words\n\n## Ships and boats\n\n\
            - A trawler is a ship that drags a net over the ground\n\
            - Basalt Tug is a vessel that pulls ships to a pier\n\n\
            `Pilot Watch` is a service that calls a pilot to each ship.\n";
        let cards = cards(page);
        let of = |front: &str| cards.iter().any(|(f, _)| f.ends_with(front));
        for front in [
            "hat is a trawler?",
            "What is Basalt Tug?",
            "What is `Pilot Watch`?",
        ] {
            assert!(of(front), "{front}: {cards:?}");
        }
    }

    #[test]
    fn a_sentence_about_something_that_is_no_term_defines_nothing() {
        let page = "# Harbour words\n\n## Ships and boats\n\n\
            - The result is a list that names all ships\n\
            - One of them is a vessel that pulls ships to a pier\n\
            - Mary is an engineer that mends boats\n";
        assert!(cards(page).is_empty(), "{:?}", cards(page));
    }
}
