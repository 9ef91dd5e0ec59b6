//! Homes: things by name, in whose sections other names have their place. A
//! chapter (`Critical terms`) only says where on the page a name stood.

use super::Walk;
use super::titled;
use crate::generator::clause;
use crate::generator::draft;
use crate::generator::enumerator;
use crate::generator::listed::Listed;
use crate::generator::name::{Name, is_initials};
use crate::generator::outline::{Block, Section};
use crate::generator::sentence;
use crate::generator::usage::Usage;
use crate::generator::words;

/// The thing that a heading names and that can have parts: itself, or what it
/// speaks of (`Purpose of Basalt Quay`).
pub(super) fn thing(name: &Name, usage: &Usage) -> Option<String> {
    let short = draft::context(&name.short);
    let about = [
        "Purpose of ",
        "Overview of ",
        "Introduction to ",
        "Benefits of ",
        "Features of ",
        "Understanding ",
        "Working with ",
        "Describe ",
        "Using ",
        "About ",
        "Types of ",
    ];
    let bare = about.iter().find_map(|a| short.strip_prefix(a));
    match bare {
        None if houses(name, usage) => Some(name.said.clone()),
        None => leading(short, usage),
        Some(bare) => Name::of(bare)
            .filter(|n| {
                n.short == bare
                    && (n.is_product() || usage.is_brand(bare))
                    && houses_as(bare, usage.is_brand(bare), usage)
            })
            .map(|n| n.full),
    }
}

/// The thing that a heading begins with and whose chapter it opens: `Basalt TDL
/// Winch Types`.
fn leading(short: &str, usage: &Usage) -> Option<String> {
    let words: Vec<&str> = short.split_whitespace().collect();
    let (last, before) = words.split_last()?;
    let chapter = draft::is_chapter(last);
    let titled = before
        .iter()
        .all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || *w == "and");
    if !chapter || !titled {
        return None;
    }
    let maker = |w: &str| w.chars().all(|c| c.is_ascii_uppercase()) || usage.is_brand(short);
    let own = |w: &str| {
        let name = Name::of(w).filter(|n| n.short == w);
        let capitals = w.chars().filter(|c| c.is_ascii_uppercase()).count() > 1;
        let named = name.is_some_and(|n| n.is_product()) || capitals;
        named && w.chars().all(char::is_alphanumeric) && !is_field(w) && !is_field_only(w)
    };
    match before {
        [first, second, ..] if maker(first) && own(second) => Some(format!("{first} {second}")),
        [first, ..] if own(first) => Some((*first).to_owned()),
        _ => None,
    }
}

/// Whether a heading names one thing that can have parts.
pub(super) fn houses(name: &Name, usage: &Usage) -> bool {
    houses_as(
        draft::context(&name.short),
        name.branded && name.is_proper(),
        usage,
    )
}

fn houses_as(short: &str, branded: bool, usage: &Usage) -> bool {
    let two = [" and ", " & ", " vs", "/", ",", ":", " - ", " – "];
    if two.iter().any(|t| short.contains(t)) || words::count(short) > 4 || !short.is_ascii() {
        return false;
    }
    // `ROPES OF A QUAY` is a chapter, written in capitals.
    let shouted = |w: &str| w.len() > 5 && w.chars().all(|c| c.is_ascii_uppercase());
    if short.contains(' ') && short.split(' ').any(shouted) {
        return false;
    }
    let capitals = short.chars().all(|c| c.is_ascii_uppercase());
    let letters = capitals && (2..6).contains(&short.len()) && !is_field(short);
    let lone = !short.contains(' ') && usage.is_own_name(short);
    let maker = lone || branded && usage.is_own_name(short);
    let known = Name::of(short).is_some_and(|n| n.is_product());
    (letters || known || maker || made_of_letters(short) || is_numbered(short))
        && !gathers_many(short)
}

/// `Basalt TDL`, `TDN Lamp`: a titled name of which one word is letters.
fn made_of_letters(short: &str) -> bool {
    let words: Vec<&str> = short.split_whitespace().collect();
    let letters = |w: &&str| w.len() > 1 && w.chars().all(|c| c.is_ascii_uppercase());
    let titled = words
        .iter()
        .all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
    let named = words.iter().any(|w| letters(w) && !is_field_only(w));
    // `TDN TDL Quay`: several things in a row.
    let row = words.iter().filter(|w| letters(w)).count() > 1 && words.len() > 2;
    (2..=4).contains(&words.len()) && titled && named && !row && words[0] != "The"
}

/// `Pier 9`, but no `Level 2`: a name that ends in a number.
fn is_numbered(short: &str) -> bool {
    static COUNTED: Listed = Listed::new(
        "level tier phase stage step layer type class task topic day unit lab tutorial version \
        question section chapter page figure table example exercise option scenario",
    );
    short.split_once(' ').is_some_and(|(word, number)| {
        word.starts_with(char::is_uppercase)
            && number.chars().all(|c| c.is_ascii_digit())
            && !COUNTED.has(&word.to_lowercase())
            && !draft::sorts_notes(short)
    })
}

/// Letters that name a field and no maker.
static FIELDS: Listed = Listed::new("ai ml dl it nlp cv rl cicd ci cd etl elt genai");

/// `AI`, `API`: letters that make no name of the words beside them.
fn is_field_only(word: &str) -> bool {
    static KINDS: Listed = Listed::new("api sdk cli ui os ip iot");
    let low = word.to_lowercase();
    FIELDS.has(&low) || KINDS.has(&low)
}

/// `AI`, `AIF-C01`: a field, a format, a maker or an examination, no thing.
fn is_field(short: &str) -> bool {
    static MAKERS: Listed = Listed::new("aws gcp");
    let low = short.to_lowercase();
    FIELDS.has(&low) || ALONE.has(&low) || MAKERS.has(&low)
}

/// Letters of formats and of examinations.
static ALONE: Listed = Listed::new(
    "faq toc todo iac data json csv xml \
    sap saa clf dva soa mls mla dea aif dop cka ckad cks kcna ans scs",
);

/// The last word of a thing's name that is its own: `Quay` of `Basalt Quay AI`.
pub(in crate::generator) fn own_word(thing: &str) -> &str {
    let mut words = thing.split_whitespace().rev();
    words.find(|w| !is_no_place(w)).unwrap_or(thing)
}

/// Whether a word names a field, a format or an examination: nothing is at home
/// there.
pub(in crate::generator) fn is_no_place(word: &str) -> bool {
    let low = word.to_lowercase();
    is_field_only(word) || ALONE.has(&low) || gathers_many(word) && !is_field(word)
}

/// `RopeNet Services`, `DP-9 Basics`: many things, or a part of the notes.
pub(in crate::generator) fn gathers_many(short: &str) -> bool {
    static MANY: Listed = Listed::new(
        "services concepts formats techniques algorithms classes models types basics \
        fundamentals features tools notes patterns options methods metrics components terms \
        family tooling practices overview exam certification course guide summary introduction architecture \
        networking security storage monitoring pricing cli console management examples \
        infrastructure lifecycle design structure pillars accounts apis approaches environment databases \
        analytics compute",
    );
    // An examination, or the notes themselves.
    static NOTES: Listed = Listed::new(
        "certified certification exam associate practitioner professional specialty essentials \
        study complete quick cheat guide course module section chapter domain lecture week lesson revision part \
        resumo resumen guia notas apuntes estudos estudo curso fiche appunti",
    );
    let head = clause::before_preposition(short);
    let head = head.to_lowercase();
    let head = head.strip_suffix(" in depth").unwrap_or(&head);
    let last = head.split_whitespace().next_back().unwrap_or("");
    if head.ends_with(" and more") {
        return true;
    }
    // `DP-100`, `AIF-C01`: an examination.
    let numbered = short
        .split_whitespace()
        .any(|w| w.contains('-') && w.ends_with(|c: char| c.is_ascii_digit()));
    let notes = head.split([' ', '-']).any(|w| NOTES.has(w));
    MANY.has(last) || notes || numbered || is_field(short)
}

impl Walk<'_> {
    /// The thing that the first words of a page without a title name: `Basalt
    /// Quay is a service that …`, be it under `Overview`. Where headings name
    /// things, each has its own.
    pub(super) fn opening(&self, root: &Section) -> Option<String> {
        let overview = root.children.first().filter(|s| {
            root.blocks.is_empty() && draft::says_nothing(&sentence::trim(&s.heading.plain()))
        });
        let blocks = overview.map_or(&root.blocks, |s| &s.blocks);
        let first = match blocks.first()? {
            Block::Paragraph(text, _) => text,
            Block::List(items, _) => match items.first()?.blocks.first()? {
                Block::Paragraph(text, _) => text,
                _ => return None,
            },
            _ => return None,
        };
        let plain = first.plain();
        let (subject, _) = plain.split_once(" is ")?;
        let subject = sentence::trim(subject);
        let housed = |s: &Section| {
            let thing = self.home_of(&s.heading.plain());
            thing.is_some_and(|t| !t.contains(subject.as_str()))
        };
        let mut name = Name::of(&subject)?;
        name.say(&self.usage);
        let titled = subject
            .split(' ')
            .filter(|w| w.starts_with(char::is_uppercase));
        let titled = titled.count() > 1 && self.usage.is_own_name(&subject);
        let thing = thing(&name, &self.usage)
            .or_else(|| titled.then(|| name.said.clone()))
            .filter(|_| words::count(&subject) <= 4);
        // A page that goes on to speak of it in chapters is all about it.
        let about = overview.is_some() && self.reading.mentions.exceed(&subject, 5);
        let one = !self.layout.has_chapters();
        thing.filter(|_| (one || about) && !root.children.iter().any(housed))
    }

    /// The thing that a heading speaks of, at whatever length: `Basalt Quay –
    /// Ropes & winches`, `Key components of Basalt Quay`, `How Basalt Quay works`.
    pub(in crate::generator) fn thing_in(&self, title: &str) -> Option<String> {
        let title = enumerator::unnumbered(sentence::strip_symbols(title.trim()));
        let title = title.trim_end_matches(['?', ':', ' ']);
        let head = titled::before_subtitle(title);
        // `Basalt Quay Streams (BQS)`.
        let spelt = head.strip_suffix(')').and_then(|h| h.split_once(" ("));
        let spelt = spelt.filter(|(long, letters)| is_initials(letters, long));
        if let Some((long, _)) = spelt.filter(|(long, _)| !gathers_many(long)) {
            return Some(long.to_owned());
        }
        let of = head.split_once(" of ").filter(|(h, _)| gathers_many(h));
        let asked = ["How ", "What is ", "What Is "]
            .iter()
            .find_map(|a| head.strip_prefix(a));
        let asked = asked.map(|a| {
            a.strip_suffix(" Works")
                .or_else(|| a.strip_suffix(" works"))
                .unwrap_or(a)
        });
        let bare = titled::bare(head);
        [
            Some(title),
            Some(head),
            of.map(|(_, t)| t),
            asked,
            Some(bare.as_str()),
        ]
        .into_iter()
        .flatten()
        .find_map(|t| self.home_of(t))
        .map(|t| draft::context(&t).to_owned())
    }

    /// The thing that a heading names, if it names one.
    pub(super) fn home_of(&self, title: &str) -> Option<String> {
        let mut name = Name::of(enumerator::unnumbered(title))?;
        name.say(&self.usage);
        thing(&name, &self.usage)
    }
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn a_name_of_common_words_has_its_place_too() {
        let page = |chapter: &str| {
            format!(
                "# RopeNet\n\nRopeNet is a service that moors boats.\n\n## {chapter}\n\n\
                - Core winch: a winch that pulls ferries to the pier\n\
                - RopeNet TDL: a log that keeps the depth of each dock\n"
            )
        };
        for chapter in ["Winch related", "Navigate the winches"] {
            let fronts = fronts(&page(chapter));
            assert!(
                fronts.contains(&"In RopeNet, what is Core winch?".to_owned()),
                "{fronts:?}"
            );
            assert!(
                fronts.contains(&"What is RopeNet TDL?".to_owned()),
                "{fronts:?}"
            );
        }
    }

    #[test]
    fn a_word_has_its_place_in_a_thing_and_not_in_a_chapter() {
        let fronts = fronts(
            "# RopeNet\n\nRopeNet is a service that moors boats.\n\n## Critical terms\n\n\
            - Cleat: a piece of iron that a rope is wound around\n\
            - Warp: a long rope by which a boat is pulled along a pier\n",
        );
        assert!(
            fronts.contains(&"In RopeNet, what is Cleat?".to_owned()),
            "{fronts:?}"
        );
        let fronts = crate::generator::tests::fronts(
            "# Knot Services\n\n## Critical terms\n\n\
            - Cleat: a piece of iron that a rope is wound around\n\
            - Warp: a long rope by which a boat is pulled along a pier\n",
        );
        assert!(
            !fronts.iter().any(|f| f.contains("Knot Services")),
            "{fronts:?}"
        );
    }
}
