//! Which sentence of a section defines its term: not the first that could, but
//! the one that says best what the thing is or does.
//!
//! What stands first under a heading is often an aside: a price, a limit, what
//! must be set up, how the thing compares with another. Where a sentence
//! further down names its class or tells what it does, that one is the
//! definition and the aside is one fact among others.

use super::judgement::defines;
use super::lists::first_line;
use super::meaning::leans_by_subject;
use super::unled::says_kind;
use super::{Scope, Walk};
use crate::generator::clause;
use crate::generator::language::Language;
use crate::generator::lead;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::manner;
use crate::generator::noise;
use crate::generator::outline::Block;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::{Form, Statement};
use crate::generator::topic::Purpose;
use crate::generator::words;

/// How well a sentence says what its term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// A price, a limit, a need, a comparison: true of it, but not what it is.
    Aside,
    /// A quality, an aim, a phrase without a class.
    Hints,
    /// What it does or is used for.
    Tells,
    /// The class it belongs to, and which of the class it is.
    Defines,
}

/// How well a statement defines the term it is about.
pub(super) fn grade(text: &str, statement: &Statement) -> Grade {
    let body = statement.body.as_str();
    if aside(body) || !statement.about_term && aside(text) {
        return Grade::Aside;
    }
    match statement.form {
        Form::Clause => Grade::Aside,
        Form::Noun if words::count(body) >= 4 => Grade::Defines,
        Form::Fragment if statement.kind().is_some() => Grade::Defines,
        Form::Fragment if says_kind(statement) => Grade::Tells,
        Form::Verb if body.starts_with("is ") || body.starts_with("are ") => {
            let said = body.trim_start_matches("is ").trim_start_matches("are ");
            match statement.about_term && !manner::is_quality(said) {
                true => Grade::Tells,
                false => Grade::Hints,
            }
        }
        Form::Verb if super::judgement::dull(body) => Grade::Hints,
        Form::Verb | Form::Used => Grade::Tells,
        _ => Grade::Hints,
    }
}

/// Whether a text tells something beside the point of what its term is.
pub(super) fn aside(text: &str) -> bool {
    let lower = clause::unbracketed(text.trim_start()).to_lowercase();
    compares(&lower) || prices(&lower) || limits(&lower) || needs(&lower) || hollow(&lower)
}

/// Whether a phrase names a class and which of the class it means, and nothing
/// else acts in it: `a rope that moors a boat`, but not `a rope parts in a storm`.
pub(super) fn names_class(body: &str) -> bool {
    static LINKS: Listed = Listed::new(
        "that which who whose where of for to with used designed built made in on by from as at \
        between using based into against within across via without through over per inside \
        containing providing allowing",
    );
    static RELATIVE: Listed = Listed::new("that which who whose where");
    let lower = clause::unbracketed(body).to_lowercase();
    let article = ["a ", "an "].iter().find_map(|a| lower.strip_prefix(a));
    let rest = article.unwrap_or(&lower);
    let all: Vec<&str> = rest.split_whitespace().collect();
    let bare = |w: &&str| w.trim_end_matches([',', ';', ':', '.']).to_owned();
    let head: Vec<String> = all.iter().map(bare).take_while(|w| !LINKS.has(w)).collect();
    let link = all.get(head.len()).copied().unwrap_or("");
    let broken = all
        .iter()
        .take(head.len())
        .any(|w| w.ends_with([',', ';', ':', '.']));
    let one = article.is_some();
    let acts = head.iter().enumerate().skip(1).any(|(i, w)| {
        let after = head.get(i + 1).map_or(link, String::as_str);
        let governs = lexicon::is_determiner(after) && !LINKS.has(after);
        lexicon::acts(w)
            || lexicon::is_either(w) && (one || governs || i + 1 < head.len())
            || one && lexicon::looks_plural(w) && i + 1 == head.len()
            || w.ends_with("ed") && governs
    });
    let finite = all
        .iter()
        .take_while(|w| !RELATIVE.has(w))
        .skip(1)
        .any(|w| clause::is_finite(w) || lexicon::acts(w));
    static LOOSE: Listed =
        Listed::new("the any each every no all some one this these there if when");
    let first = head.first().map_or("", String::as_str);
    let class = one || lexicon::kind_at_end(&head.join(" ")).is_some_and(|(_, many)| !many);
    (1..=7).contains(&head.len())
        && class
        && !link.is_empty()
        && !broken
        && !acts
        && !finite
        && !LOOSE.has(first)
}

/// `Opposite of the winch`, `like a crane`, `a hull larger than the ferry's`.
fn compares(lower: &str) -> bool {
    let begins = [
        "opposite of",
        "the opposite of",
        "alternative to",
        "an alternative to",
        "similar to",
        "the same as",
        "same as",
        "similar as",
        "equivalent to",
        "equivalent of",
        "the equivalent of",
        "comparable to",
        "counterpart",
        "unlike ",
        "compared to",
        "compared with",
        "instead of",
        "as opposed to",
        "very similar",
        "works like",
        "just like",
        "like ",
        "replacement for",
        "a replacement for",
    ]
    .iter()
    .any(|b| lower.starts_with(b));
    let opening: Vec<&str> = lower.split_whitespace().take(4).collect();
    // `Provides the same lamps as the pier`.
    let same = opening.windows(2).any(|w| w == ["the", "same"])
        && (lower.contains(" as ") || lower.contains(" like "))
        && !lower.contains(" but ");
    begins || same
}

/// `Pay for what you use`, `$0.10 per hour`, `Costs more than …`.
fn prices(lower: &str) -> bool {
    static MONEY: Listed = Listed::new(
        "cost costs costly charged charges billed billing price priced prices pricing cheap cheaper \
        cheapest expensive",
    );
    let mut parts = lower.split_whitespace();
    let first = parts
        .next()
        .unwrap_or("")
        .trim_end_matches([',', ':', ';', '.']);
    let second = parts.next().unwrap_or("");
    let paid = matches!(first, "pay" | "pays" | "paid" | "paying" | "free")
        && matches!(
            second,
            "for" | "as" | "only" | "per" | "what" | "by" | "when" | "if" | "tier" | "of"
        );
    // `cost-effective`, `cost optimisation`: what it is about.
    let money = MONEY.has(first) && !(first == "cost" && !lexicon::is_determiner(second));
    paid || money || lower.starts_with('$')
}

/// `Up to 15 minutes`, `maximum size 5 GB`, `default: 30 days`.
fn limits(lower: &str) -> bool {
    let figure = lower.chars().any(|c| c.is_ascii_digit());
    let begins = [
        "up to ",
        "max ",
        "max. ",
        "maximum ",
        "min ",
        "min. ",
        "minimum ",
        "at least ",
        "at most ",
        "default",
        "by default",
        "limited to",
        "no more than",
    ]
    .iter()
    .any(|b| lower.starts_with(b));
    // `Ferries only`.
    let bare = lower.trim_end_matches(['.', ' ']);
    let only = bare.ends_with(" only") && words::count(bare) <= 4;
    only || begins && (figure || lower.starts_with("default") || lower.starts_with("by default"))
}

/// `The other port must allow it`: what has to be done, not what is.
fn needs(lower: &str) -> bool {
    static LINKS: Listed =
        Listed::new("that which who whose where when how so if what whether because");
    let main: Vec<&str> = lower
        .split_whitespace()
        .take(14)
        .take_while(|w| !LINKS.has(w))
        .collect();
    main.iter().any(|w| matches!(*w, "must" | "should"))
        || main
            .windows(2)
            .any(|w| matches!(w[0], "needs" | "has") && w[1] == "to")
}

/// `A proprietary technology of Harbour Works`: a class that anything is in,
/// and whose it is.
fn hollow(lower: &str) -> bool {
    static ANY: Listed = Listed::new(
        "technology product service offering solution feature tool thing part component way type \
        kind option version subset member concept term element aspect",
    );
    // `The first step of a voyage`: its place, not what it is.
    static ORDER: Listed = Listed::new("first second third last next final");
    static STEPS: Listed = Listed::new("step stage part thing line");
    let mut opening = lower.split_whitespace();
    if opening.next() == Some("the")
        && opening.next().is_some_and(|w| ORDER.has(w))
        && opening.next().is_some_and(|w| STEPS.has(w))
    {
        return true;
    }
    let bare = lower.trim_end_matches(['.', '!']);
    let rest = ["a ", "an ", "the ", "one ", "another "]
        .iter()
        .find_map(|a| bare.strip_prefix(a));
    let mut parts = rest.unwrap_or("").split_whitespace();
    let class = parts
        .by_ref()
        .take(3)
        .find(|w| ANY.has(w.trim_end_matches(',')));
    let link = parts.next().unwrap_or("");
    let left = parts.count();
    class.is_some() && matches!(link, "from" | "by" | "in" | "within") && left <= 3
}

/// A sentence that could define its topic.
struct Candidate {
    text: String,
    grade: Grade,
    /// Whether nothing of the section stands before it.
    first: bool,
    /// Whether it names the term.
    named: bool,
}

impl Walk<'_> {
    /// Looks for the sentence that defines the topic of a section, and has the
    /// others pass for facts, where it isn't the first that could be one.
    pub(super) fn await_definition(&mut self, blocks: &[Block], scope: &Scope) {
        let Some(topic) = scope.topic else {
            return;
        };
        let t = &self.reading.topics[topic];
        let idle = t.vouched()
            || t.purpose.is_some()
            || scope.aspect.is_some()
            || scope.shown
            || self.language != Language::English
            || self.awaited.contains_key(&topic);
        if idle {
            return;
        }
        let found = self.candidates(blocks, topic, scope);
        // What comes first stays, unless only something further down says what it is.
        let usual = found.iter().find(|c| c.first || c.named);
        if usual.is_none_or(|c| c.grade < Grade::Tells)
            && let Some(chosen) = found
                .into_iter()
                .find(|c| !c.first && c.grade == Grade::Defines)
        {
            self.awaited.insert(topic, chosen.text);
        }
    }

    /// Whether another sentence than this defines the topic; and whether it is
    /// this one.
    pub(super) fn awaits(&self, topic: usize, text: &str) -> (bool, bool) {
        match self.awaited.get(&topic) {
            Some(chosen) => {
                let it = *chosen == sentence::trim(text);
                (!it, it)
            }
            None => (false, false),
        }
    }

    fn candidates(&self, blocks: &[Block], topic: usize, scope: &Scope) -> Vec<Candidate> {
        let mut out = Vec::new();
        let mut introduced = false;
        for (i, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(rich, _) => {
                    let list_below = matches!(blocks.get(i + 1), Some(Block::List(..)));
                    introduced = list_below && super::blocks::introduces(rich, scope, self);
                    if introduced || noise::paragraph(rich).is_some() {
                        continue;
                    }
                    for (l, line) in rich.lines().iter().enumerate() {
                        for (k, s) in sentence::split(&line.plain()).iter().take(3).enumerate() {
                            let first = i == 0 && l == 0 && k == 0;
                            out.extend(self.candidate(line, s, topic, first));
                        }
                    }
                }
                Block::List(items, _) if !std::mem::take(&mut introduced) => {
                    if noise::link_list(items) {
                        continue;
                    }
                    let describes = !self.enumerates(items, scope);
                    for (k, item) in items.iter().enumerate() {
                        let Some(rich) = first_line(item) else {
                            continue;
                        };
                        if item.task.is_some() || noise::paragraph(rich).is_some() {
                            continue;
                        }
                        let text = rich.plain();
                        let Some(s) = sentence::split(&text).into_iter().next() else {
                            continue;
                        };
                        let first = i == 0 && k == 0;
                        out.extend(
                            self.candidate(rich, &s, topic, first)
                                .filter(|c| describes || c.named || c.text.starts_with("It ")),
                        );
                    }
                }
                _ => introduced = false,
            }
        }
        out
    }

    fn candidate(&self, line: &Rich, s: &str, topic: usize, first: bool) -> Option<Candidate> {
        let own = &self.reading.topics[topic].name;
        let of_another = lead::split(line)
            .is_some_and(|l| !l.text.is_empty() && !own.is_in(&l.lead.to_lowercase()));
        if of_another || lead::split(line).is_some_and(|l| defines(&l.lead)) {
            return None;
        }
        let text = sentence::trim(s);
        let leans = leans_by_subject(&text);
        let found = self.purpose_of(s, topic, 0, true, false)?;
        let Purpose { statement, .. } = &found;
        let product = own.is_product() || self.usage.is_brand(&own.short);
        let told = statement.about_term
            || statement.form != Form::Fragment
            || product && says_kind(statement)
            || statement.kind().is_some();
        let grade = grade(&text, statement);
        let named = statement.about_term && !leans;
        // Whom `it` means further down, only a class tells.
        // Among other lines only a class of things that have a use is sure to be meant.
        static USEFUL: Listed = Listed::new(
            "service tool toolkit platform system database engine framework library solution \
            appliance device agent repository catalog warehouse store network protocol algorithm \
            technique method model language IDE API SDK product application resource layer",
        );
        let it = text.starts_with("It ");
        let class = grade == Grade::Defines
            && names_class(&statement.body)
            && (it || statement.kind().is_some_and(|k| USEFUL.has(k)))
            && !own.is_in(&statement.body.to_lowercase());
        let clear = first || named || class && (!leans || it);
        (told && clear).then_some(Candidate {
            text,
            grade,
            first,
            named,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{aside, names_class};
    use crate::generator::tests::{cards, shows};

    #[test]
    fn what_stands_beside_a_definition_is_told_from_it() {
        for text in [
            "Opposite of the winch",
            "Similar to a crane, but on wheels",
            "Up to 15 boats",
            "Default: 30 days",
            "$0.10 per boat",
            "Charged by the hour",
            "Foreign ships, the other port must grant them a berth",
            "A proprietary technology from Basalt Works",
            "Ferries only (no barges)",
            "The first step of a voyage",
            "Provides the same lamps as the pier",
        ] {
            assert!(aside(text), "{text}");
        }
        for text in [
            "A maximum of a curve that is found by stepping uphill",
            "Maximum amount of cargo that a ship can carry",
            "Costing tool for voyages",
            "A device in the lock that must not fail",
            "Feature of the lock that lets water in",
        ] {
            assert!(!aside(text), "{text}");
        }
    }

    #[test]
    fn a_class_and_which_of_it() {
        assert!(names_class("a rope that moors a boat"));
        assert!(names_class("managed service for mooring boats"));
        assert!(!names_class("a rope parts in a storm that lasts"));
        assert!(!names_class("the rope that parts first was tarred"));
        assert!(!names_class("an old rope of hemp can part"));
        assert!(!names_class("a rope"));
    }

    #[test]
    fn the_line_that_defines_is_found_behind_an_aside() {
        let page = "# Harbour\n\n## TideLift\n\n- Opposite of TideSink\n\
            - Pay for each boat\n- It is a machine that lifts boats over a weir\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f == "What is TideLift?" && b.contains("over a weir")),
            "{cards:?}"
        );
        assert!(!shows(page, "opposite of"), "{cards:?}");
    }

    #[test]
    fn where_nothing_defines_nothing_is_asked() {
        let page = "# Harbour\n\n## TideLift\n\n- Opposite of TideSink\n\
            - A boat on the lift waits until the gate is shut\n";
        assert!(
            cards(page).iter().all(|(f, _)| f != "What is TideLift?"),
            "{:?}",
            cards(page)
        );
    }
}
