//! Sentences that name their own subject: `A trawler is a ship that …` says
//! what a trawler is, whatever heading stands above it.

use super::aside::aside;
use super::classes::{names_class, names_classes, picks_class};
use super::refusals::praises;
use super::{Scope, Walk};
use crate::generator::aspect;
use crate::generator::clause;
use crate::generator::headed;
use crate::generator::jotting;
use crate::generator::language::{self, Language};
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
        bold: &[String],
        line: u32,
        nested: &[Block],
        scope: &Scope,
    ) -> bool {
        if self.language != Language::English {
            return self.own_foreign_subject(text, line, scope);
        }
        let Some(found) = self.defined_inside(text, bold, scope) else {
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

    /// The same in a language whose sentences are taken apart by their particles.
    fn own_foreign_subject(&mut self, text: &str, line: u32, scope: &Scope) -> bool {
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        let first = sentence::split(text).into_iter().next();
        let first = first
            .filter(|_| !vouched && !scope.shown)
            .unwrap_or_default();
        let Some((term, body)) = language::defined(self.language, &first) else {
            return false;
        };
        if language::says(self.language, body) != language::Says::What {
            return false;
        }
        let plain = Scope {
            aspect: None,
            shelf: None,
            ..scope.clone()
        };
        let lead = Lead {
            lead: term.to_owned(),
            text: body.to_owned(),
            marked: true,
            arrow: false,
        };
        let topic = self.reading.topics.len();
        self.led(&lead, line, &[], &plain, true);
        // A whole sentence needs no place to be clear.
        if let Some(t) = self.reading.topics.get_mut(topic) {
            t.owner = None;
            t.category = None;
        }
        true
    }

    /// The term that a sentence defines by itself and what it says of it, if
    /// the term isn't the topic above.
    fn defined_inside(&self, text: &str, bold: &[String], scope: &Scope) -> Option<Defined> {
        if self.language != Language::English || scope.shown {
            return None;
        }
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        let found = defined(&sentence::trim(text), bold).filter(|_| !vouched)?;
        let name = Name::of(&found.lead.lead)?;
        let of_topic = scope.topic.is_some_and(|t| {
            let own = &self.reading.topics[t].name;
            // `RopeNet and TideHub Guide` is about neither alone.
            let same = own.short.eq_ignore_ascii_case(&name.short);
            let inside = name.is_in(&own.full.to_lowercase());
            let of_several = inside && !same && several(&own.full);
            !of_several && (inside || own.is_in(&name.short.to_lowercase()))
        });
        (!of_topic && !self.is_attribute(&found.lead.lead)).then_some(found)
    }
}

/// Whether a heading joins things, each of which is explained below.
fn several(title: &str) -> bool {
    [" and ", " & ", " vs ", " vs. ", ", ", " with ", " + "]
        .iter()
        .any(|j| title.contains(j))
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

/// Whether a name brings its letters: `Rope and Knot Board (RKB)`.
fn spelt(bare: &str) -> bool {
    bare.split_once(" (").is_some_and(|(long, rest)| {
        rest.strip_suffix(')')
            .is_some_and(|letters| name::is_initials(letters, long))
    })
}

/// Verbs that say what a word stands for.
const MEANS: [&str; 6] = [
    " refers to ",
    " represents ",
    " describes ",
    " measures ",
    " denotes ",
    " expresses ",
];

/// `X is a class that …`, taken apart. What stands in bold is meant as a term,
/// so that other verbs than `is` say what it means.
fn defined(text: &str, bold: &[String]) -> Option<Defined> {
    let verbs = [" is a ", " is an ", " is the ", " are "];
    let means: &[&str] = if bold.is_empty() { &[] } else { &MEANS };
    let (at, verb) = verbs
        .iter()
        .chain(means)
        .filter_map(|v| text.find(v).map(|at| (at, *v)))
        .min()?;
    let subject = text[..at].trim();
    let is_bold = |s: &str| bold.iter().any(|b| b.eq_ignore_ascii_case(s));
    let articled = [("A ", "a"), ("An ", "an"), ("The ", "the")]
        .into_iter()
        .find_map(|(a, small)| Some((small, subject.strip_prefix(a)?)))
        .filter(|(small, bare)| *small != "the" || is_bold(bare) || spelt(bare));
    let bare = articled.map_or(subject, |(_, bare)| bare);
    let marked = articled.is_some() && is_bold(bare);
    let told = text.get(at + 1..)?;
    let means = MEANS.contains(&verb);
    let body = told
        .strip_prefix("is ")
        .or_else(|| told.strip_prefix("are "))
        .or_else(|| means.then_some(told))?;
    let sentences = sentence::split(body);
    let body = sentences.first().map_or(body, String::as_str);
    let name = Name::of(bare)?;
    let lower = bare.to_lowercase();
    static NO_TERM: Listed = Listed::new(
        "the this that these those it they there here what which who how why when where if each \
        every another other others all both such no not our my your its their his her we you he \
        she and or of in on at to from by with without than as so also but i often usually \
        typically sometimes mostly generally basically essentially currently always never below \
        above following within inside between while since although though because unlike like \
        after before during under over using",
    );
    // `A key difference`, but `a partition key`; `a user`, but `a user pool`.
    static NO_HEAD: Listed = Listed::new(
        "example note result answer goal purpose idea reason difference problem thing one",
    );
    static NO_OPENING: Listed = Listed::new(
        "key main first second third last next default other most some one user example",
    );
    let mut parts = lower.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-');
    let first = lower.split_whitespace().next().unwrap_or("");
    let opens = NO_OPENING.has(first) && !(first == "user" && lower.contains(' '));
    // `Rope and Knot Board (RKB)` is one name.
    let joined = name.is_product() || spelt(bare);
    let clean = !parts.any(|w| NO_TERM.has(w) && !(joined && matches!(w, "and" | "of" | "for")))
        && !opens
        && !NO_HEAD.has(lower.split_whitespace().next_back().unwrap_or(""))
        && !bare.contains([',', ';', ':', '"', '“', '?', '=']);
    let last = lower.split_whitespace().next_back().unwrap_or("");
    let many = lexicon::looks_plural(last);
    // `Leeway is the angle at which …`: a matter, which has no article.
    let matter = words::count(bare) <= 3
        && bare.starts_with(char::is_uppercase)
        && bare
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
        && !many;
    let plain = headed::is_plain(body);
    let apart = plain
        || [" that ", " which ", " of ", " used ", " where ", " by "]
            .iter()
            .any(|l| body.contains(l));
    let (named, class) = match verb {
        _ if means => (marked && !many, true),
        " are " => (many && articled.is_none(), plain || names_classes(body)),
        " is the " => (
            name.is_proper() || articled.is_some() || matter,
            plain || picks_class(body),
        ),
        _ => (
            name.is_proper()
                || articled.is_some_and(|(a, _)| a != "the")
                || marked
                || matter && apart,
            plain || names_class(body),
        ),
    };
    let one = articled.is_some_and(|(small, _)| small != "the") || name.is_proper() || marked;
    let person = {
        static PEOPLE: Listed = Listed::new(
            "company developer engineer person team student startup organization organisation \
            customer friend member employee man woman",
        );
        body.split_whitespace().take(5).any(|w| PEOPLE.has(w))
    };
    let fits = words::count(&clause::unbracketed(bare)) <= if joined { 6 } else { 4 }
        && clean
        && named
        && class
        && !person
        && words::count(body) >= if plain { 4 } else { 5 }
        && !aside(body)
        && !body.contains("example of")
        && !praises(body)
        && !clause::has_own_verb(bare)
        && (one && plain || !lexicon::is_base_verb(&clause::first_word(&lower)))
        && !jotting::is_label(bare)
        && (one && plain || !aspect::is_aspect(bare));
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
            - Basalt Tug is a vessel that pulls ships to a pier\n\
            - Leeway is the angle between the keel and the course\n\
            - Fenders are bags of rope that keep a hull off the pier\n\n\
            `Pilot Watch` is a service that calls a pilot to each ship.\n";
        let cards = cards(page);
        let of = |front: &str| {
            cards
                .iter()
                .any(|(f, _)| f.to_lowercase().ends_with(&front.to_lowercase()))
        };
        for front in [
            "hat is a trawler?",
            "What is Basalt Tug?",
            "What is `Pilot Watch`?",
            "hat is leeway?",
            "hat are fenders?",
        ] {
            assert!(of(front), "{front}: {cards:?}");
        }
    }

    #[test]
    fn a_compound_of_a_common_word_is_a_term() {
        let page = "# Harbour words\n\n- A user berth is a mooring for one guest of the port.\n\
            - A winch key is a bar of steel that turns the drum\n\
            - A key difference is a bar of steel that turns the drum\n\
            - Below is a rope that holds the boats of a pier\n";
        let fronts: Vec<String> = cards(page).into_iter().map(|(f, _)| f).collect();
        let asks = |what: &str| fronts.iter().any(|f| f.contains(what));
        assert!(asks("a user berth?") && asks("a winch key?"), "{fronts:?}");
        assert!(!asks("difference") && !asks("below"), "{fronts:?}");
    }

    #[test]
    fn bold_type_makes_a_term_of_a_subject() {
        let page = "# Tides\n\n## Harbour reckoning\n\n\
            - The **neap range** is the smaller rise of the water after a half moon.\n\
            - A **slack water** represents the pause of the stream between two tides.\n\
            - The pause is the longer part of the day after a storm.\n";
        let cards = cards(page);
        let of = |front: &str| cards.iter().any(|(f, _)| f.contains(front));
        assert!(
            of("the neap range?") && of("slack water represent?"),
            "{cards:?}"
        );
        assert!(!of("what is the pause"), "{cards:?}");
    }

    #[test]
    fn a_sentence_about_something_that_is_no_term_defines_nothing() {
        let page = "# Harbour words\n\n## Ships and boats\n\n\
            - The result is a list that names all ships\n\
            - One of them is a vessel that pulls ships to a pier\n\
            - Mary is an engineer that mends boats\n\
            - Ferries are good for rivers that have no bridge\n\
            - Security is the best of all reasons\n";
        assert!(cards(page).is_empty(), "{:?}", cards(page));
    }

    #[test]
    fn a_title_of_two_things_is_about_neither() {
        let page = "# RopeNet and TideHub Guide\n\n## Introduction\n\n\
            **RopeNet** is a service that routes boats to a free pier.\n\n\
            **TideHub** is a gate that lets boats into a dock.\n";
        let cards = cards(page);
        for name in ["RopeNet", "TideHub"] {
            assert!(
                cards.iter().any(|(f, _)| *f == format!("What is {name}?")),
                "{name}: {cards:?}"
            );
        }
    }

    #[test]
    fn plain_definitions_are_taken_whatever_their_subject_looks_like() {
        for (line, front) in [
            (
                "A cluster step is a unit of work that a crane does.",
                "hat is a cluster step?",
            ),
            (
                "The Rope Net Board (RNB) is an office that counts ropes.",
                " Rope Net Board (RNB)?",
            ),
            (
                "Tide Lamp Office (TLO) is a service that holds ropes in a port.",
                "hat is Tide Lamp Office (TLO)?",
            ),
            ("A bollard is a post that holds ropes.", "hat is a bollard?"),
        ] {
            let cards = cards(&format!("# Notes of a port\n\n## Words\n\n{line}\n"));
            assert!(
                cards.iter().any(|(f, _)| f.ends_with(front)),
                "{line}: {cards:?}"
            );
        }
        for line in [
            "Within a port is a crane that lifts boats.",
            "Although RopeNet is a service that routes boats, it is slow.",
            "RopeNet is the best way to route boats.",
        ] {
            let cards = cards(&format!("# Notes of a port\n\n## Words\n\n{line}\n"));
            assert!(cards.is_empty(), "{line}: {cards:?}");
        }
    }

    #[test]
    fn a_japanese_sentence_defines_its_subject() {
        let page = "# 港のノート\n\n## 計算\n\n桟橋とは、船が横付けするために海に出した仕組みである。\n\n\
            船を綱で岸につないで動かさない技術のことを**係留**という。\n\n港は海のそばにある。\n";
        let cards = cards(page);
        for term in ["桟橋", "係留"] {
            assert!(
                cards
                    .iter()
                    .any(|(f, _)| f.starts_with(term) && f.contains("とは")),
                "{term}: {cards:?}"
            );
        }
    }
}
