//! Labels before a text: what they show of themselves, a name, a clause, a
//! case, an order, something done.

use super::judgement::acts;
use super::{Scope, Walk};
use crate::generator::aspect;
use crate::generator::clause;
use crate::generator::jotting;
use crate::generator::lead::Lead;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::outline::Block;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::words;

/// `Direct definition: A trawler is a ship that …`: the subject of a sentence
/// that defines it, unless it is the term above.
pub(super) fn subject_of(l: &Lead, scope: &Scope, walk: &Walk<'_>) -> Option<Lead> {
    let (at, verb) = [" is a ", " is an ", " is the ", " are the "]
        .iter()
        .filter_map(|v| l.text.find(v).map(|at| (at, *v)))
        .min()?;
    let subject = l.text[..at].trim();
    let bare = ["A ", "An ", "The "]
        .iter()
        .find_map(|a| subject.strip_prefix(a))
        .unwrap_or(subject);
    let name = Name::of(bare).filter(|_| words::count(bare) <= 4 && !clause::has_own_verb(bare))?;
    let own = scope.topic.is_some_and(|t| {
        let own = &walk.reading.topics[t].name;
        own.is_in(&name.short.to_lowercase()) || name.is_in(&own.short.to_lowercase())
    });
    let told = words::count(&l.text[at + verb.len()..]) >= 4 && verb != " is the "
        || name.is_proper() && words::count(&l.text[at + verb.len()..]) >= 4;
    (!own && told && !jotting::is_label(bare) && !aspect::is_aspect(bare)).then(|| Lead {
        lead: bare.to_owned(),
        text: l.text[at + 1..].to_owned(),
        marked: true,
        arrow: false,
    })
}

/// A line that is only a name, with a list of its own under it.
pub(super) fn bare_name(rich: &Rich, nested: &[Block]) -> Option<Lead> {
    let text = sentence::trim(&rich.plain());
    let listed = matches!(nested, [Block::List(items, _), ..] if items.len() > 1);
    let named = words::count(&text) <= 4
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', '!', '?', ','])
        && !clause::has_own_verb(&text)
        && !acts(&text)
        && Name::of(&text).is_some();
    (listed && named).then(|| Lead {
        lead: text,
        text: String::new(),
        marked: true,
        arrow: false,
    })
}

/// `Weigh heavy cargo → crane`, `Night traffic: north pier`: a case and the
/// choice for it, of which neither says what the other is.
pub(super) fn chooses(l: &Lead) -> bool {
    static CASES: Listed = Listed::new("traffic workload workloads requests");
    let lower = clause::unbracketed(&l.lead).trim().to_lowercase();
    let first = lower.split_whitespace().next().unwrap_or("");
    let last = lower.split_whitespace().next_back().unwrap_or("");
    let short = (1..=5).contains(&words::count(&l.text)) && !clause::has_own_verb(&l.text);
    let task = l.arrow && words::count(&lower) > 2 && lexicon::is_base_verb(first);
    short && (task || CASES.has(last) && lower.contains(' '))
}

/// `Provide 2 main benefits`: what a thing does, though its last word names an
/// aspect.
pub(super) fn orders(lead: &str) -> bool {
    static FIRST: Listed =
        Listed::new("provide prefer offer allow include require ensure enable support contain");
    let first = lead.split_whitespace().next().unwrap_or("").to_lowercase();
    FIRST.has(&first) && lead.contains(' ')
}

/// `Simulating Storms`: something to do, which no noun phrase begins with.
/// `Choosing k` is asked for as it stands.
pub(super) fn is_doing(lead: &str) -> bool {
    static FIRST: Listed = Listed::new(
        "simulating documenting choosing creating identifying ensuring improving reducing \
        preventing avoiding selecting understanding configuring enabling applying evaluating \
        determining defining collecting removing adding using",
    );
    let first = lead.split_whitespace().next().unwrap_or("").to_lowercase();
    let object = lead.split_whitespace().nth(1).unwrap_or("");
    let titled = object.starts_with(char::is_uppercase) && object.chars().count() > 3;
    FIRST.has(&first) && words::count(lead) == 2 && titled
}

/// Whether a lead is a lone verb (`Deploy`): a step, not a thing.
pub(super) fn is_verb(lead: &str) -> bool {
    let lower = lead.trim().trim_end_matches(':').to_lowercase();
    let finite = lexicon::acts(&lower);
    finite && lexicon::kind_at_end(&lower).is_none()
        || lexicon::is_base_verb(&lower)
            && !lexicon::is_either(&lexicon::plural(&lower))
            && !lexicon::is_countable(&lower)
            && lexicon::kind_at_end(&lower).is_none()
}

/// Whether a lead in another language reads like a clause: it begins with an
/// article and goes on.
pub(super) fn clause_like(lead: &str) -> bool {
    if lead.chars().any(words::is_unspaced) {
        let long = lead.chars().filter(|c| words::is_unspaced(*c)).count() > 14;
        return long
            || lead.contains(['，', '、', '。'])
            || ["如下", "如上", "以下", "以上"]
                .iter()
                .any(|w| lead.contains(w));
    }
    static ARTICLES: Listed = Listed::new(
        "il lo la i gli le un una el los las les des der die das ein eine o os as um uma",
    );
    let first = lead.split_whitespace().next().unwrap_or("").to_lowercase();
    ARTICLES.has(&first) && words::count(lead) > 2
}

/// `Use when the tide is high` behind a name is what the thing is used for.
pub(super) fn as_used(text: &str) -> Option<String> {
    let rest = [
        "Use it ",
        "Use this ",
        "Use ",
        "use it ",
        "use this ",
        "use ",
    ]
    .iter()
    .find_map(|p| text.strip_prefix(p))?;
    let first = clause::first_word(rest);
    matches!(first.as_str(), "when" | "if" | "to" | "for").then(|| format!("Used {rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{cards, shows};

    fn lead(lead: &str, text: &str, arrow: bool) -> Lead {
        Lead {
            lead: lead.into(),
            text: text.into(),
            marked: true,
            arrow,
        }
    }

    #[test]
    fn a_case_and_its_choice_define_nothing() {
        assert!(chooses(&lead("Weigh heavy cargo", "crane", true)));
        assert!(chooses(&lead(
            "Night traffic (no lamps)",
            "north pier",
            false
        )));
        assert!(!chooses(&lead("Harbour lamp", "a light on a pier", true)));
        assert!(!chooses(&lead(
            "Weigh house",
            "a house with scales for cargo",
            true
        )));
    }

    #[test]
    fn what_to_use_a_thing_for_is_what_it_is_used_for() {
        let page = "# Port gates\n\nA gate is a door that keeps the water of a dock in.\n\n\
            - Sluice gate – Use when you want to let a little water pass\n\
            - Storm gate – Use to keep the sea out of the port\n\
            - Use of gates – Never at night\n";
        let cards = cards(page);
        let told = |front: &str, back: &str| {
            cards
                .iter()
                .any(|(f, b)| f.contains(front) && b.starts_with(back))
        };
        assert!(
            told("hen should you use", "When you want to let"),
            "{cards:?}"
        );
        assert!(told("used for", "To keep the sea"), "{cards:?}");
        assert!(!told("", "Never at night"), "{cards:?}");
    }

    #[test]
    fn something_done_is_no_label_unless_it_can_be_asked_for() {
        assert!(is_doing("Simulating Storms"));
        assert!(!is_doing("choosing k") && !is_doing("Dredging Fleet"));
    }

    #[test]
    fn a_label_that_is_a_verb_asks_for_its_object() {
        let page = "# Ports\n\n## TideBoard\n\nTideBoard is a service that draws charts of tides.\n\n\
            - Supports: several harbours and piers\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f == "What does TideBoard support?" && b.contains("harbours")),
            "{cards:?}"
        );
    }

    #[test]
    fn a_clause_or_a_comparison_is_no_label() {
        let page = "# Ports\n\n## TideBoard\n\nTideBoard is a service that draws charts of tides.\n\n\
            - Provide 2 main benefits: calm and order at the piers\n\
            - Faster mooring: ships that start closer to the pier\n\
            - d ≥ 5: the pier of deep ships\n";
        for part in ["2 main benefits", "aster mooring", "≥"] {
            assert!(!shows(page, part), "{part}: {:?}", cards(page));
        }
    }
}
