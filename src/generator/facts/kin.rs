//! What the lines of one list share: the noun that their adjectives leave out
//! (`Weighted`, `Simple` under `Mooring policies`), the two sides that divide a
//! duty, members whose words elsewhere name an attribute.

use super::lists::first_line;
use super::{Scope, Walk};
use crate::generator::aspect;
use crate::generator::enumerator;
use crate::generator::language::Language;
use crate::generator::lead::Lead;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::outline::Block;
use crate::generator::sentence;
use crate::generator::words;

/// What is known of a list's lines while they are read.
#[derive(Debug, Clone, Default)]
pub(super) struct Kin {
    /// The noun that its short labels leave out.
    class: Option<String>,
    /// Whether its labels are two parties and more.
    sides: bool,
    /// Whether its labels are members, whatever their words.
    pub(super) members: bool,
    /// Whether the label that is being read took the noun.
    pub(super) renamed: bool,
}

impl Walk<'_> {
    /// Looks at the labels of a list together.
    pub(super) fn kin(&self, leads: &[Option<Lead>], scope: &Scope) -> Kin {
        if self.language != Language::English {
            return Kin::default();
        }
        let labels: Vec<&str> = leads
            .iter()
            .flatten()
            .filter(|l| !l.text.is_empty())
            .map(|l| l.lead.as_str())
            .collect();
        let lone = labels.iter().any(|l| is_modifier(l));
        let heading = scope.aspect.clone().filter(|a| !a.is_empty()).or_else(|| {
            scope
                .topic
                .map(|t| self.reading.topics[t].name.short.clone())
        });
        let class = lone
            .then(|| heading.as_deref().and_then(class_of))
            .flatten();
        let parties = labels.iter().filter(|l| is_party(l)).count();
        let named = |l: &&&str| {
            Name::of(l).is_some()
                && !aspect::is_aspect(l)
                && !is_member_word(l)
                && !aspect::is_attribute(&l.to_lowercase())
        };
        let many = scope
            .topic
            .map(|t| &self.reading.topics[t])
            .is_some_and(|t| {
                let product = t.name.is_product() || self.usage.is_brand(&t.name.short);
                !t.vouched() && !product && (t.name.is_plural() || t.joint)
            });
        let others = labels.iter().filter(named).count();
        Kin {
            class,
            // Whoever stands beside the customer is the other side.
            sides: parties > 1 || parties == 1 && labels.len() == 2,
            renamed: false,
            members: many && scope.aspect.is_none() && others > 1 && others * 2 > labels.len(),
        }
    }

    /// A label as its list means it; `None` where it names nothing by itself.
    pub(super) fn meant(&mut self, l: Lead, scope: &Scope) -> Option<Lead> {
        if self.language != Language::English || l.text.is_empty() {
            return Some(l);
        }
        let divided = scope.topic.is_some_and(|t| {
            let name = self.reading.topics[t].name.short.to_lowercase();
            name.contains("responsib")
        }) || scope
            .aspect
            .as_ref()
            .is_some_and(|a| a.to_lowercase().contains("responsib"));
        if self.kin.sides || tells_both(&l.text) || divided && is_party(&l.lead) {
            return None;
        }
        let Some(class) = self.kin.class.clone() else {
            return (!is_modifier(&l.lead)).then_some(l);
        };
        let lower = l.lead.to_lowercase();
        let short = !lower.contains([' ', '('])
            && !lower.ends_with("ics")
            && !Name::of(&l.lead).is_some_and(|n| n.is_product())
            && !self.usage.is_brand(&l.lead);
        let shares = class.split_whitespace().any(|w| lower.contains(w));
        let says = shares
            || lower
                .split_whitespace()
                .any(|w| lexicon::is_countable(w) || lexicon::looks_plural(w));
        let lead = match (is_modifier(&l.lead), short && !says) {
            (true, _) if shares => return Some(l),
            (true, _) | (false, true) => format!("{} {class}", sentence::capitalised(&l.lead)),
            (false, false) => return Some(l),
        };
        self.kin.renamed = true;
        Some(Lead { lead, ..l })
    }
}

/// Whether a label is a lone adjective, which leaves its noun out.
pub(super) fn is_modifier(label: &str) -> bool {
    static WORDS: Listed = Listed::new(
        "tabular hybrid simple persistent supervised unsupervised semi-supervised self-supervised \
        structured unstructured semi-structured transient ephemeral static dynamic public private \
        internal external inbound outbound real-time realtime on-demand weighted multivalue \
        synchronous asynchronous linear nonlinear non-linear logistic categorical numerical \
        numeric continuous discrete ordinal nominal managed self-managed customer-managed \
        provider-managed dedicated temporary permanent local global regional zonal horizontal \
        vertical positive negative direct indirect primary secondary sequential hierarchical \
        durable scalable flexible reliable automatic manual explicit implicit mutable immutable \
        stateful stateless relational non-relational cumulative reversible irreversible acute \
        chronic systemic cognitive physical logical virtual serverless fast slow cheap expensive \
        optional mandatory sparse dense deterministic probabilistic stochastic generative \
        discriminative parametric non-parametric predictive preventive corrective \
        proactive reactive centralized centralised decentralized decentralised distributed \
        provisioned spread uniform cost-effective balanced mild severe moderate lightweight secure",
    );
    static ENDS: [&str; 6] = [
        "-based",
        "-managed",
        "-defined",
        "-driven",
        "-oriented",
        "-optimized",
    ];
    let lower = label.trim().trim_end_matches([':', ' ']).to_lowercase();
    let one = !lower.contains(' ');
    let based = words::count(&lower) == 2
        && lower.ends_with(" based")
        && !label
            .chars()
            .skip(1)
            .any(|c| c.is_uppercase() || c.is_ascii_digit());
    let managed = based
        || matches!(
            lower.as_str(),
            "customer managed"
                | "self managed"
                | "fully managed"
                | "cloud based"
                | "highly available"
                | "cost effective"
        );
    managed || one && (WORDS.has(&lower) || ENDS.iter().any(|e| lower.ends_with(e)))
}

/// The noun of what a heading gathers: `Data types` → `data type`, `Types of
/// rope` → `rope`, `Mooring policies` → `mooring policy`.
pub(super) fn class_of(heading: &str) -> Option<String> {
    let heading = enumerator::unnumbered(heading);
    let heading = heading
        .split(" (")
        .next()
        .unwrap_or("")
        .trim_end_matches([':', ' ']);
    let (counted, kind) = match enumerator::counted(heading) {
        Some(kind) => (true, kind),
        None => (false, heading),
    };
    let kind = kind.split([',', ':', '/', '&']).next().unwrap_or("").trim();
    // `How it works`: a clause.
    if kind
        .split(' ')
        .any(|w| ["it", "they", "we", "you"].contains(&w))
    {
        return None;
    }
    let head = [" of ", " for ", " in ", " on ", " with "]
        .iter()
        .fold(kind, |h, p| h.split(p).next().unwrap_or(h));
    let last = head.split_whitespace().next_back()?.to_lowercase();
    static VAGUE: Listed = Listed::new(
        "features benefits components concepts terms topics basics notes points details steps \
        facts considerations advantages disadvantages limits characteristics properties \
        fundamentals questions services tips resources tools options aspects elements principles \
        goals requirements challenges applications metrics parameters settings pros cons uses \
        capabilities issues problems differences solutions practices examples things",
    );
    let one = lexicon::singular(&last);
    static ALONE: Listed = Listed::new("strategy policy mode level model method approach");
    if VAGUE.has(&last) || !counted && one.is_none() && !ALONE.has(&last) || last.is_empty() {
        return None;
    }
    let noun = one.unwrap_or_else(|| last.clone());
    static LOOSE: Listed = Listed::new(
        "different main common various following basic available other all many several two three \
        four five six seven key major both these some",
    );
    // `Pier lamp types`: the nearest word says which type.
    let before = head
        .split_whitespace()
        .rev()
        .nth(1)
        .filter(|w| {
            !is_modifier(w)
                && !LOOSE.has(&w.to_lowercase())
                && w.chars().all(|c| c.is_alphabetic() || c == '-')
        })
        .map(sentence::lowered);
    static HOLLOW: Listed =
        Listed::new("type kind form approach class category group way paradigm");
    match before {
        // `Learning approaches`: the activity is the class.
        Some(before) if HOLLOW.has(&noun) && before.ends_with("ing") => Some(before),
        Some(before) => Some(format!("{before} {noun}")),
        // `Levels of prevention`.
        None => match kind.split_once(" of ").filter(|(h, _)| *h == head) {
            Some((_, of)) if words::count(of) <= 2 => {
                Some(format!("{noun} of {}", sentence::lowered(of)))
            }
            _ => (!HOLLOW.has(&noun)).then_some(noun),
        },
    }
}

/// One of those who share a duty.
fn is_party(label: &str) -> bool {
    static PARTIES: Listed = Listed::phrases(
        "customer|customers|client|clients|user|users|you|your responsibility|provider|\
        cloud provider|service provider|csp|vendor|tenant|we|the customer|the user|the provider|\
        consumer|customer responsibility|customer responsibilities|provider responsibility|\
        landlord|seller|buyer",
    );
    PARTIES.has(&label.trim().trim_end_matches([':', ' ']).to_lowercase())
}

/// `Security of the pier; User - security of the boat`: a second party in one
/// line.
fn tells_both(text: &str) -> bool {
    text.split([';', ',', '.'])
        .skip(1)
        .filter_map(|part| {
            part.split_once(" - ")
                .or_else(|| part.split_once(": "))
                .or_else(|| part.split_once(" – "))
        })
        .any(|(label, _)| is_party(label))
}

/// Whether a word in capitals is made of the first letters of the lines below:
/// a hook for the memory, which owns nothing.
pub(super) fn spells(word: &str, nested: &[Block]) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let capitals = letters.len() > 3 && letters.iter().all(|c| c.is_uppercase());
    let [Block::List(items, _)] = nested else {
        return false;
    };
    let firsts = items
        .iter()
        .filter_map(first_line)
        .filter_map(|r| {
            sentence::trim(&r.plain())
                .chars()
                .find(|c| c.is_alphabetic())
        })
        .filter(|c| letters.contains(&c.to_ascii_uppercase()));
    capitals && items.len() > 2 && firsts.count() == items.len()
}

/// Words that name an attribute of a thing, but a member among members.
pub(super) fn is_member_word(label: &str) -> bool {
    static WORDS: Listed = Listed::new(
        "capital cost costs role roles latency integration integrations family age environment \
        resource resources source order author status level state symbol location currency \
        population area weight mass height memory storage throughput duration price security",
    );
    WORDS.has(&label.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn the_noun_of_a_class_is_read_from_its_heading() {
        for (heading, class) in [
            ("Data Types", Some("data type")),
            ("Mooring policies", Some("mooring policy")),
            ("Types of bias", Some("bias")),
            ("Learning approaches", Some("learning")),
            ("Five different types", None),
            ("Levels of pilotage", Some("level of pilotage")),
            ("5 types of hull", Some("hull")),
            ("Key features", None),
            ("How it works", None),
            ("Ballast", None),
        ] {
            assert_eq!(class_of(heading).as_deref(), class, "{heading}");
        }
    }

    #[test]
    fn an_adjective_takes_the_noun_of_its_class() {
        let page = "# Harbour office\n\n## Mooring policies\n\n\
            - **Weighted**: a policy that sends ships to piers by the depth of their keels\n\
            - **Simple**: a policy that sends each ship to the nearest free pier\n";
        let fronts = fronts(page);
        assert!(
            fronts.iter().any(|f| f.contains("weighted mooring policy")),
            "{fronts:?}"
        );
    }

    #[test]
    fn an_adjective_without_a_noun_is_left_out() {
        let page = "# FerryNet\n\nFerryNet is a service that books ferries for travellers.\n\n\
            - **Persistent**: bookings survive a storm and a loss of power\n";
        assert!(!shows(page, "persistent"), "{:?}", fronts(page));
    }

    #[test]
    fn the_sides_of_a_duty_are_no_terms() {
        let page = "# Shared duties\n\n## Who guards the harbour\n\n\
            - **Provider**: a guard that watches the gates and walls of the harbour\n\
            - **Customer**: a watchman that keeps the keys of the boat and its cargo\n";
        let fronts = fronts(page);
        assert!(
            fronts
                .iter()
                .all(|f| !f.contains("rovider") && !f.contains("ustomer")),
            "{fronts:?}"
        );
    }

    #[test]
    fn a_hook_for_the_memory_owns_nothing() {
        let page = "# Storms\n\n## Signs of a storm\n\n- WAVE\n  \
            - Wind\n    - a breeze that turns against the tide\n  \
            - Air\n    - pressure that falls within an hour\n  \
            - Vapour\n    - clouds that rise over the cape\n";
        let fronts = fronts(page);
        assert!(fronts.iter().all(|f| !f.contains("WAVE")), "{fronts:?}");
    }

    #[test]
    fn a_member_stays_a_member_whatever_its_word() {
        let page = "# Trade\n\n## Factors of Shipbuilding\n\n\
            - **Timber**: wood that was felled for hulls and masts\n\
            - **Labour**: people who work at the yards of a port\n\
            - **Capital**: machines and tools made by people for the yards\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .all(|(f, _)| !f.to_lowercase().contains("the capital of")),
            "{cards:?}"
        );
        assert!(
            cards.iter().any(|(_, b)| b.contains("achines and tools")),
            "{cards:?}"
        );
    }
}
