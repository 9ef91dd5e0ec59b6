//! Asking for a list: what its heading calls the members, and whose they are.
//!
//! `Use cases` belong to the thing above, `RopeNet features` name their owner
//! themselves, `Available in two modes` counts nothing. Where the words make no
//! question that a teacher would ask, there is none.

mod owner;

use super::aspect::{self, ASPECTS};
use super::enumerator;
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::parts::{about, bare};
use super::phrase;
use super::sentence::{capitalised, lowered};
use super::statement::{Form, Statement};
use super::words;
use owner::Owner;

/// What is known of a list's lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines {
    /// How many there are.
    pub(super) all: usize,
    /// How many of them are names rather than statements.
    pub(super) named: usize,
}

/// Asks for a short list under an aspect. `None` where nobody would ask so.
///
/// `above` is what the topic is a part of: a chapter's lists are its.
pub(super) fn question(
    name: &Name,
    above: Option<&Name>,
    aspect: &str,
    lines: Lines,
) -> Option<String> {
    let x = name.said.as_str();
    let aspect =
        unquantified(enumerator::unnumbered(aspect.trim_end_matches([':', ' '])).trim()).to_owned();
    let low = aspect.to_lowercase();
    if let "process" | "steps" | "workflow" = low.as_str() {
        return Some(format!("What are the steps of {x}?"));
    }
    if let Some(question) = composed(x, &aspect, &low) {
        return Some(question);
    }
    let known = ASPECTS.iter().any(|(a, _)| *a == low);
    let exam = low
        .split_whitespace()
        .any(|w| matches!(w, "exam" | "exams"));
    if !known && (aspect.contains([':', '→', '?']) || exam) {
        return None;
    }
    if !known && counts(&aspect) {
        let thing = above.filter(|a| Owner::of(a) == Owner::Thing);
        let name = thing
            .filter(|_| Owner::of(name) != Owner::Thing)
            .unwrap_or(name);
        return counted(name, &aspect, lines);
    }
    let last = low.split_whitespace().next_back().unwrap_or("");
    if is_verb(last) || low.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let statement = Statement {
        form: Form::Clause,
        body: String::new(),
        about_term: false,
        plural: false,
    };
    // Points under a word that isn't an aspect: nothing asks for just those.
    phrase::lead_question(x, &aspect, "", &statement, false)
        .filter(|q| !q.contains('“') && !q.contains("characterises"))
}

/// Whether the words speak of several things.
pub(super) fn counts(aspect: &str) -> bool {
    let noun = head_noun(aspect);
    lexicon::looks_plural(noun) && !noun.contains('_') && !is_verb(&noun.to_lowercase())
}

/// Whether things of their own may stand under the words, told at length.
pub(super) fn gathers(aspect: &str) -> bool {
    let last = aspect.split_whitespace().next_back().unwrap_or("");
    counts(aspect) || lexicon::looks_plural(last) && words::count(aspect) <= 4
}

fn is_verb(word: &str) -> bool {
    lexicon::base_of(word).is_some() && !lexicon::is_either(word)
}

/// `Types of knot`, `Parts of the lock`: what the topic consists of.
fn composed(x: &str, aspect: &str, low: &str) -> Option<String> {
    if !aspect::composition(low) {
        return None;
    }
    let whole = aspect
        .split_once(" of ")
        .or_else(|| aspect.split_once(" in "));
    let whole = whole
        .map_or("", |(_, w)| bare(w.trim_end_matches(':')))
        .to_lowercase();
    let shares = whole
        .split_whitespace()
        .any(|w| w.len() > 3 && x.to_lowercase().contains(w.trim_end_matches('s')));
    let be = match low.starts_with("structure") || low.starts_with("division ") {
        true => "is",
        false => "are",
    };
    let ask = format!("what {be} the {}", lowered(aspect));
    Some(match shares {
        true => format!("{}?", capitalised(&ask)),
        false => about(x, &ask),
    })
}

/// `Several modes` → `modes`.
fn unquantified(aspect: &str) -> &str {
    const QUANTITIES: [&str; 12] = [
        "several ",
        "some ",
        "various ",
        "a couple of ",
        "a couple ",
        "a few ",
        "many ",
        "multiple ",
        "different ",
        "following ",
        "the following ",
        "the ",
    ];
    let low = aspect.to_lowercase();
    let cut = QUANTITIES.iter().find(|q| low.starts_with(**q));
    match cut.filter(|_| low.len() == aspect.len()) {
        Some(q) => &aspect[q.len()..],
        None => aspect,
    }
}

/// The noun that the phrase counts: of `challenges with ropes` the first word.
fn head_noun(aspect: &str) -> &str {
    phrase_head(aspect)
        .split_whitespace()
        .next_back()
        .unwrap_or("")
}

/// The words before the first preposition.
fn phrase_head(aspect: &str) -> &str {
    static LINKS: Listed = Listed::new(
        "of for in on with to into from by at per via within across against between without \
        under over that which when using",
    );
    let mut end = 0;
    for word in aspect.split(' ') {
        if end > 0 && LINKS.has(&word.to_lowercase()) {
            return aspect[..end].trim_end();
        }
        end = (end + word.len() + 1).min(aspect.len());
    }
    aspect
}

/// Nouns for what any thing has: their members may be statements, and they
/// belong to the thing that the notes speak of.
fn relates(last: &str) -> bool {
    static RELATIONS: Listed = Listed::new(
        "features benefits advantages disadvantages drawbacks pros cons limits limitations \
        restrictions constraints requirements prerequisites characteristics properties qualities \
        considerations challenges issues problems risks goals objectives aims principles \
        components functions functionalities purposes responsibilities capabilities metrics \
        applications use-cases usecases examples steps stages phases elements pillars reasons \
        causes effects consequences symptoms signs factors determinants strengths weaknesses \
        differences similarities practices cases scenarios points concepts facts takeaways \
        assumptions dependencies activities ideas trade-offs tradeoffs rules hyperparameters",
    );
    RELATIONS.has(last)
}

/// What a noun in the plural asks for.
fn counted(name: &Name, aspect: &str, lines: Lines) -> Option<String> {
    let head = phrase_head(aspect);
    let tail = aspect[head.len()..].trim();
    let low = head.to_lowercase();
    let parts: Vec<&str> = head.split_whitespace().collect();
    let (last, before) = parts.split_last()?;
    let last = last.to_lowercase();
    if words::count(aspect) > 7 || !countable(&low, lines.all) || is_note(&last) {
        return None;
    }
    let cases = matches!(
        last.as_str(),
        "cases" | "practices" | "usecases" | "use-cases"
    );
    let relation = relates(&last) && (!cases || low.ends_with("use cases") || low != "practices");
    let members = lines.named * 2 > lines.all;
    if !relation && !members {
        return None;
    }
    // The noun with what belongs to it: `best practices`, `use cases`.
    let own = usize::from(matches!(last.as_str(), "cases" | "practices"));
    let (named, noun) = before.split_at(before.len().saturating_sub(own));
    let noun = [noun, &[last.as_str()][..]]
        .concat()
        .join(" ")
        .to_lowercase();
    let owner = Owner::of(name);
    // `Harbour applications` are programs there.
    let programs = last == "applications" && named.iter().any(|w| w.contains(char::is_uppercase));
    let inside = named_inside(name, named).filter(|_| tail.is_empty() && !low.contains(" and "));
    let inside = inside.filter(|(_, of)| of.is_none() || !programs);
    let head = judged_low(head);
    let head = head.as_str();
    if relation && let Some((judged, of)) = inside {
        let what = [judged.as_str(), noun.as_str()].join(" ");
        return match of {
            // `RopeNet limits` under RopeNet.
            None => owner.asks_relation(name, what.trim(), tail),
            Some(of) => Some(format!("What are {} {of}?", linked(what.trim()))),
        };
    }
    match relation && !programs {
        true => owner.asks_relation(name, head, tail),
        false => owner.asks_members(name, head, tail),
    }
}

/// `use cases for`, `the limits of`.
fn linked(what: &str) -> String {
    static FOR: Listed = Listed::new(
        "cases usecases use-cases applications practices scenarios recommendations prerequisites",
    );
    let last = what.split_whitespace().next_back().unwrap_or("");
    match FOR.has(&last.to_lowercase()) {
        true => format!("{what} for"),
        false => format!("the {what} of"),
    }
}

/// Words that judge what they stand before.
static JUDGES: Listed = Listed::new(
    "key main common typical core major important basic additional primary best general useful \
    potential possible top advanced non-ideal business features benefits use real-world practical \
    industry everyday",
);

/// `Common use cases` inside a sentence.
fn judged_low(head: &str) -> String {
    let mut judging = true;
    let small = head.split(' ').map(|w| {
        let low = w.to_lowercase();
        judging &= JUDGES.has(&low);
        match judging || relates(&low) {
            true => low,
            false => w.to_owned(),
        }
    });
    small.collect::<Vec<_>>().join(" ")
}

/// Whether the words before the noun name a thing: which words only judge
/// (`key`, `common`), and the thing, if it isn't the owner itself.
fn named_inside(name: &Name, before: &[&str]) -> Option<(String, Option<String>)> {
    let judges = before
        .iter()
        .take_while(|w| JUDGES.has(&w.to_lowercase()))
        .count();
    let (judged, thing) = before.split_at(judges);
    let named = thing.iter().any(|w| w.contains(char::is_uppercase));
    let own: Vec<String> = words::words(&name.full).collect();
    let of_owner = |w: &&str| {
        let low = w.to_lowercase();
        own.contains(&low)
    };
    let shared = thing.iter().filter(|w| of_owner(w)).count();
    let judged = judged.join(" ").to_lowercase();
    if !thing.is_empty() && shared == thing.len() {
        return Some((judged, None));
    }
    (named && shared == 0).then(|| (judged, Some(thing.join(" "))))
}

/// Whether the words can be counted at all: no order, no half sentence, and as
/// many as they say.
fn countable(low: &str, lines: usize) -> bool {
    let mut parts = low.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next());
    let number = ["two", "three", "four", "five", "six", "seven"]
        .iter()
        .position(|n| *n == first)
        .map(|i| i + 2)
        .or_else(|| first.parse().ok());
    if let Some(said) = number {
        return said == lines && second.is_some();
    }
    let order = second.is_some()
        && (lexicon::is_base_verb(first) && !lexicon::is_either(&lexicon::plural(first))
            || first.ends_with("ing") && low.split(' ').count() > 3);
    let joined = low
        .split_once(" and ")
        .is_some_and(|(a, _)| !lexicon::looks_plural(a.split(' ').next_back().unwrap_or("")));
    static ODD: Listed =
        Listed::new("other others exam following available how why what when know learn remember");
    !order && !joined && !ODD.has(first)
}

/// Notes and tips are nobody's members.
fn is_note(last: &str) -> bool {
    static NOTES: Listed = Listed::new(
        "notes tips tricks hints links resources references questions answers exercises labs \
        traps reminders details things stuff others topics numbers pitfalls gotchas",
    );
    NOTES.has(last)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn asked(owner: &str, aspect: &str, all: usize, named: usize) -> Option<String> {
        question(
            &Name::of(owner).unwrap(),
            None,
            aspect,
            Lines { all, named },
        )
    }

    #[test]
    fn a_list_is_asked_for_by_what_its_heading_counts() {
        for (owner, aspect, front) in [
            (
                "RopeNet",
                "common use cases",
                "What are common use cases for RopeNet?",
            ),
            (
                "Acme RopeNet",
                "RopeNet limits",
                "What are the limits of Acme RopeNet?",
            ),
            (
                "Piers and Cranes",
                "TideHub use cases",
                "What are use cases for TideHub?",
            ),
            (
                "RopeNet",
                "mooring modes",
                "Which mooring modes does RopeNet have?",
            ),
            (
                "Pier Concepts",
                "roles",
                "In Pier Concepts, which roles are there?",
            ),
            (
                "RopeNet",
                "three lamp colours",
                "Which three lamp colours does RopeNet have?",
            ),
            ("RopeNet", "types", "What are the types of RopeNet?"),
            (
                "RopeNet",
                "multiple rope sources",
                "Which rope sources does RopeNet have?",
            ),
        ] {
            assert_eq!(asked(owner, aspect, 3, 3).as_deref(), Some(front));
        }
    }

    #[test]
    fn what_counts_nothing_asks_nothing() {
        for (owner, aspect) in [
            ("RopeNet", "available in two modes"),
            ("RopeNet", "split into different targets"),
            ("RopeNet", "manage following practices"),
            ("RopeNet", "monitoring gainst costs plans"),
            ("RopeNet", "solution: untie your boats"),
            ("RopeNet", "two modes"),
            ("RopeNet", "exam tips"),
            ("Task 2.1: Choose a Pier", "applications"),
            ("Supports", "stateful rules"),
        ] {
            assert_eq!(asked(owner, aspect, 3, 3), None, "{owner} {aspect}");
        }
        // Statements are no members.
        assert_eq!(asked("RopeNet", "target piers", 3, 1), None);
        assert!(asked("RopeNet", "limits", 3, 0).is_some());
    }
}
