//! Heads of columns: which describe, which have nothing to learn, which ask for
//! a decision, and how their words are put right before anything is asked.

mod idle;

use super::aspect;
use super::grid::ATTRIBUTE_HEADS;
use super::language::Language;
use super::listed::Listed;
use super::name::Name;
use super::words;
pub(super) use idle::idles;

/// Heads of columns that say what the row's term is.
const DESCRIPTION_HEADS: [&str; 16] = [
    "description",
    "purpose",
    "definition",
    "what it is",
    "what it does",
    "meaning",
    "explanation",
    "function",
    "what is it",
    "details",
    "summary",
    "about",
    "use",
    "what",
    "説明",
    "概要",
];

/// A head as a question takes it: of `Use when...`, `Price (roughly)` and
/// `Use case / remarks` the words that ask. Empty where two things stand in one
/// head and neither is known to ask.
pub(super) fn cleaned(head: &str, language: Language) -> String {
    let head = head.trim_end_matches(['.', '…', ':', '?', '？', ' ']);
    let head = match head.split_once(" (") {
        Some((named, inner)) if inner.ends_with(')') && !is_unit(inner.trim_end_matches(')')) => {
            named.trim_end()
        }
        _ => head,
    };
    let letters = |part: &str| part.chars().count() < 4 && !part.chars().any(char::is_lowercase);
    if !head.contains('/') || head.split('/').all(letters) {
        return head.to_owned();
    }
    let asks = |part: &&str| describes(&part.to_lowercase()) || aspect::has_question(part);
    let mut parts = head.split('/').map(str::trim);
    if language != Language::English {
        return head.to_owned();
    }
    let rest: Vec<&str> = parts
        .clone()
        .filter(|p| !idles(&p.to_lowercase()))
        .collect();
    match (parts.find(asks), &rest[..]) {
        (Some(asking), _) => asking.to_owned(),
        (None, [one]) => (*one).to_owned(),
        _ => String::new(),
    }
}

/// `GiB`, `years`: what a column is counted in.
fn is_unit(inner: &str) -> bool {
    inner.chars().count() <= 7
        && !inner.contains([' ', '-', '.', ','])
        && !inner.chars().any(|c| c.is_ascii_digit())
}

/// Heads that are choices (`Choose Basalt`, `Why Basalt`, `Basalt only`) name
/// what is chosen.
pub(super) fn chosen(heads: &[String]) -> Vec<String> {
    static CHOICES: Listed = Listed::new("choose use pick select prefer why take");
    let thing = |head: &str| {
        let (first, rest) = head.split_once(' ')?;
        let named =
            Name::of(rest).is_some_and(|n| n.is_proper()) || rest.starts_with(char::is_uppercase);
        let low = rest.to_lowercase();
        (CHOICES.has(&first.to_lowercase()) && named && !low.starts_with("case") && low != "when")
            .then(|| rest.to_owned())
    };
    let only = |head: &str| {
        let lower = head.to_lowercase();
        let bare = lower.strip_suffix(" only")?;
        head.get(..bare.len()).map(str::to_owned)
    };
    let terms = heads.iter().skip(1);
    let all = heads.len() > 2 && terms.clone().all(|h| thing(h).is_some());
    let told = |(i, head): (usize, &String)| match i {
        0 => head.clone(),
        _ if all => thing(head).unwrap_or_else(|| head.clone()),
        _ if heads.len() > 2 => only(head).unwrap_or_else(|| head.clone()),
        _ => head.clone(),
    };
    heads.iter().enumerate().map(told).collect()
}

/// Whether a second column explains the words of the first, whatever its head
/// says.
pub(super) fn explains(first: &str, second: &str) -> bool {
    static WORDS: Listed = Listed::phrases(
        "term|terms|word|words|vocabulary|terminology|key term|key terms|jargon|用語|単語|暗記単語|\
        キーワード|术语|術語|용어|begriff|fachbegriff|término|termo|termine|terme",
    );
    static CONCEPTS: Listed =
        Listed::phrases("concept|concepts|concepto|conceito|concetto|notion|idea");
    static TELLS: Listed = Listed::phrases(
        "key idea|key point|in short|in brief|translation|plain english|notes|remarks|remark|comment|details|備考",
    );
    let (first, second) = (first.to_lowercase(), second.to_lowercase());
    let own = aspect::has_question(&second)
        || matches!(
            second.as_str(),
            "formula"
                | "symbol"
                | "unit"
                | "abbreviation"
                | "acronym"
                | "full form"
                | "stands for"
                | "example"
                | "examples"
                | "link"
        );
    !own && (WORDS.has(&first) || CONCEPTS.has(&first) && TELLS.has(&second))
}

/// Whether the rows are fields in which one thing is used (`Industry | Use
/// case`): what stands there is that thing's, not the field's.
pub(super) fn sorts_uses(heads: &[String]) -> bool {
    static FIELDS: Listed = Listed::new(
        "category industry department domain area sector team field vertical audience customer",
    );
    let first = heads.first().map(|h| h.to_lowercase()).unwrap_or_default();
    let uses = |h: &String| {
        let low = h.to_lowercase();
        low.contains("use case") || low.contains("example") || low.contains("application")
    };
    FIELDS.has(&first) && heads.iter().skip(1).any(uses)
}

/// A first column of what speaks for a thing, or of what a course gives: no
/// things of their own.
pub(super) fn praises(head: &str) -> bool {
    static PRAISE: Listed = Listed::new(
        "benefit benefits advantage advantages reason reasons skill skills outcome outcomes lesson",
    );
    PRAISE.has(&head.to_lowercase())
}

/// Whether the words are an adjective that needs a noun: `moored`, `aws owned`.
pub(super) fn is_quality(label: &str) -> bool {
    static QUALITIES: Listed = Listed::new(
        "physical logical global regional local virtual zonal digital horizontal vertical internal \
        external continual optional functional personal lateral central national manual broadcast \
        public private hybrid symmetric asymmetric",
    );
    let mut parts = label.split_whitespace();
    let later = parts
        .by_ref()
        .skip(1)
        .all(|w| w.starts_with(char::is_lowercase));
    let low = label.to_lowercase();
    let last = low.split([' ', '-']).next_back().unwrap_or("");
    let ends = [
        "able", "ible", "ful", "ous", "ised", "ized", "vised", "aged", "owned", "ated", "ored",
        "less", "tive",
    ]
    .iter()
    .any(|e| last.ends_with(e) && last.len() > e.len());
    later
        && words::count(label) <= 2
        && label
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
        && (ends || QUALITIES.has(last))
}

/// Grades of an offer, which need the noun of what is graded: `Basic`, `Standard`.
pub(super) fn is_grade(label: &str) -> bool {
    static GRADES: Listed = Listed::new(
        "always never sometimes standard basic premium advanced custom express professional \
        enterprise generative neural normal general simple free paid pro plus developer business \
        starter classic legacy modern traditional default",
    );
    GRADES.has(&label.to_lowercase())
}

/// What a heading over several of a kind calls one of them: of `Comparison of
/// RopeNet lamp plans` the `lamp plan`.
pub(super) fn kind_of_many(heading: &str) -> Option<String> {
    let bare = heading.split(" (").next().unwrap_or(heading);
    let bare = ["Comparison of ", "Comparing ", "Types of ", "Kinds of "]
        .iter()
        .find_map(|p| bare.strip_prefix(p))
        .unwrap_or(bare);
    let mut parts = bare.split_whitespace().rev();
    let last = parts.next()?.to_lowercase();
    let one = super::lexicon::singular(&last).filter(|_| super::lexicon::looks_plural(&last))?;
    static CHAPTERS: Listed = Listed::new("concept service tool difference option feature type");
    if CHAPTERS.has(&one) {
        return None;
    }
    let before = parts.next().filter(|w| w.chars().all(char::is_lowercase));
    Some(match before {
        Some(w) if !super::words::is_stop(w) => format!("{w} {one}"),
        _ => one,
    })
}

/// Whether a chapter's title is a thing's name and no more.
pub(super) fn is_plain_thing(title: &str) -> bool {
    static CHAPTERS: Listed = Listed::new(
        "options limits limit pricing costs cost responsibilities limitation limitations commands \
        command behavior behaviour types syntax process logs delay rules monitoring metadata default \
        direct recovery failover",
    );
    let low = title.to_lowercase();
    let joined = [
        " in ", " via ", " with ", " for ", " and ", " across ", " to ", " not ",
    ];
    let last = low.split_whitespace().next_back().unwrap_or("");
    words::count(title) <= 4
        && !title.contains([':', '–', '/', '&', '+', ','])
        && !joined.iter().any(|j| low.contains(j))
        && !CHAPTERS.has(last)
}

/// Whether a first column names things that are written with a capital because
/// they are names.
pub(super) fn names_things(head: &str) -> bool {
    static THINGS: Listed = Listed::new(
        "service services tool tools product products name framework library platform engine \
        vendor provider company brand software app application project package module language \
        database",
    );
    head.to_lowercase().split([' ', '/']).any(|w| THINGS.has(w))
}

/// The noun that a first column gives its rows (`Learning type` → `learning`,
/// `Access key` → `access key`); nothing where it only says that they are many.
pub(super) fn noun(head: &str) -> Option<String> {
    static FRAMES: Listed = Listed::new(
        "type types kind kinds name names category categories class level levels mode modes option \
        options form forms variant variants style styles method methods value range status state",
    );
    let mut parts: Vec<&str> = head.split_whitespace().collect();
    while parts.last().is_some_and(|w| FRAMES.has(&w.to_lowercase())) {
        parts.pop();
    }
    let last = parts.last()?.to_lowercase();
    let lone = parts.len() < 3 && head.chars().all(|c| c.is_alphabetic() || c == ' ');
    static VAGUE: Listed = Listed::new(
        "concept consideration topic item entry thing pattern step point challenge risk issue area \
        role pillar domain tool service provider product",
    );
    let vague = aspect::is_aspect(&last)
        || ATTRIBUTE_HEADS.contains(&last.as_str())
        || VAGUE.has(&last)
        || last.chars().count() < 3;
    (lone && !vague && !super::lexicon::looks_plural(&last))
        .then(|| super::phrase::lower_title(&parts.join(" ")))
}

/// Whether the first column asks for a decision: what to take in which case.
pub(super) fn decides(head: &str) -> bool {
    let lower = head.to_lowercase();
    static CASES: Listed = Listed::new(
        "scenario scenarios situation situations requirement requirements need needs question \
        questions problem problems symptom symptoms goal goals task tasks keyword keywords when if \
        issue issues case cases step steps day week phrase clue trigger want",
    );
    let mut parts = lower.split('/').map(str::trim);
    let attributes = parts.any(|p| !p.is_empty() && ATTRIBUTE_HEADS.contains(&p));
    let mut words = lower.split([' ', '/']).filter(|w| !w.is_empty());
    let first = words.next().unwrap_or("");
    let last = words.next_back().unwrap_or(first);
    !attributes && (CASES.has(first) || CASES.has(last))
}

/// Whether a column says what its rows are: `Description`, `One-line meaning`.
pub(super) fn describes(lower: &str) -> bool {
    let last = lower.split_whitespace().next_back().unwrap_or("");
    DESCRIPTION_HEADS.contains(&lower)
        || super::language::describes(lower)
        || matches!(
            last,
            "description" | "definition" | "meaning" | "explanation"
        ) && words::count(lower) <= 3
}

/// Whether a column describes or refers, and so is no term.
pub(super) fn is_idle(head: &str) -> bool {
    let h = head.to_lowercase();
    // `Step 3` is one of many, `Step Gates` are a thing.
    let aspect = match h.strip_prefix("step ") {
        Some(rest) => rest.starts_with(|c: char| c.is_ascii_digit()) || aspect::is_aspect(rest),
        None => aspect::is_aspect(head),
    };
    DESCRIPTION_HEADS.contains(&h.as_str()) || idle::HEADS.contains(&h.as_str()) || aspect
}

/// Whether a first column only counts or refers.
pub(super) fn counts(lower: &str) -> bool {
    matches!(lower, "#" | "no" | "no." | "nr" | "id" | "url" | "№")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{cards, fronts, shows};

    fn heads(words: &[&str]) -> Vec<String> {
        words.iter().map(|w| (*w).to_owned()).collect()
    }

    #[test]
    fn heads_are_put_right() {
        for (head, put) in [
            ("Use When...", "Use When"),
            ("Cost (pier 4-east)", "Cost"),
            ("Length (m)", "Length (m)"),
            ("Use case / remarks", "Use case"),
            ("Rope / Knot", ""),
            ("Techniques / notes", "Techniques"),
            ("I/O", "I/O"),
        ] {
            assert_eq!(cleaned(head, Language::English), put, "{head}");
        }
        assert_eq!(
            chosen(&heads(&["Factor", "Choose Basalt", "Choose Granite"])),
            heads(&["Factor", "Basalt", "Granite"])
        );
        assert_eq!(
            chosen(&heads(&["Aspect", "Basalt Only", "Step Stones"])),
            heads(&["Aspect", "Basalt", "Step Stones"])
        );
        assert_eq!(
            chosen(&heads(&["Boat", "Use Case", "Why"])),
            heads(&["Boat", "Use Case", "Why"])
        );
    }

    #[test]
    fn aspects_stand_first_whatever_the_things_are_called() {
        let page = "# Harbour\n\n## Step Gates\n\nStep Gates is a system that opens locks one by one.\n\n\
            ## Compared\n\n| Aspect | Tide Gate Only | Step Gates |\n|---|---|---|\n\
            | Longest waiting time | Up to 15 minutes | Up to one year |\n| Crew | One pilot on the bridge | A crew of four pilots |\n";
        let fronts = fronts(page);
        assert!(
            fronts
                .iter()
                .all(|f| !f.to_lowercase().contains("step gates of")),
            "{fronts:?}"
        );
        assert!(
            fronts
                .iter()
                .any(|f| f.contains("Tide Gate and Step Gates")),
            "{fronts:?}"
        );
    }

    #[test]
    fn a_label_that_says_nothing_is_not_replaced_by_its_section() {
        let page = "# Harbour\n\n## Harbour Systems\n\n| Category | Main supplier | Retention |\n|---|---|---|\n\
            | Rope Store | HawserCo | 30 days |\n| Monitoring | BuoyWatch | 10 days |\n| Berthing | QuayMaster | 2 days |\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .all(|(f, b)| !f.contains("of Harbour Systems") && !b.contains("10 days")),
            "{cards:?}"
        );
        assert!(shows(page, "30 days"), "{cards:?}");
    }

    #[test]
    fn a_tool_keeps_its_capital_and_a_quality_takes_its_noun() {
        let page = "# Harbour\n\nWe moor without anchor, anchorless, in calm water.\n\n## Tools\n\n\
            | Tool | Language |\n|---|---|\n| Anchorless | PierScript |\n| Hawser | TideBasic |\n\n\
            ## Craft\n\n| Boat type | How it works |\n|---|---|\n| Moored | Lies on a rope at the pier |\n| Hybrid | Sails by wind and by motor |\n";
        let fronts = fronts(page);
        assert!(
            fronts.iter().any(|f| f.contains("of Anchorless")),
            "{fronts:?}"
        );
        assert!(
            fronts.iter().any(|f| f.contains("oored boat")),
            "{fronts:?}"
        );
    }

    #[test]
    fn where_one_row_needs_its_noun_common_words_beside_it_take_it_too() {
        let page = "# Ports\n\n## Sluice rules\n\n| Rule | Use case |\n|---|---|\n\
            | Simple | A single gate |\n| Weighted | Trying out a new gate |\n\
            | FIFO | Ships in their order |\n";
        let fronts = fronts(page);
        for asked in ["the Simple rule", "the Weighted rule", "for FIFO"] {
            assert!(
                fronts.iter().any(|f| f.contains(asked)),
                "{asked}: {fronts:?}"
            );
        }
    }

    #[test]
    fn trades_and_their_uses_define_neither() {
        let page = |head: &str| {
            format!(
                "# RopeNet\n\nRopeNet is a service that moors boats.\n\n\
                | {head} | Use case |\n|---|---|\n\
                | Fishing | Mooring the cutters of a village |\n\
                | Ferries | Holding a ferry while the cars roll off |\n"
            )
        };
        let asked = |head: &str| fronts(&page(head)).iter().any(|f| f.contains("use case"));
        assert!(asked("Net"));
        assert!(!asked("Industry"));
    }

    #[test]
    fn words_are_explained_by_whatever_stands_beside_them() {
        let page = "# Harbour\n\n| Term | In plain English |\n|---|---|\n\
            | Hawser | A thick rope that moors a large ship |\n| Capstan | A winch with an upright drum that hauls anchors |\n";
        assert!(
            fronts(page).iter().any(|f| f.ends_with("what is Hawser?")),
            "{:?}",
            fronts(page)
        );
    }

    #[test]
    fn records_of_an_example_are_no_terms() {
        let page = |first: [&str; 3]| {
            let [a, b, c] = first;
            format!(
                "# Berths\n\n| Order | Boats needed | Rope length |\n|---|---|---|\n\
                | {a} | 500 | 12 m |\n| {b} | 75 | 9 m |\n| {c} | 50 | 7 m |\n"
            )
        };
        assert_eq!(cards(&page(["1st", "2nd", "3rd"])), []);
        assert_eq!(cards(&page(["B#1420", "B#1421", "I#7"])), []);
        assert!(!cards(&page(["Ferry dock", "Tug dock", "Fish dock"])).is_empty());
    }

    #[test]
    fn rests_and_remarks_are_not_asked_for() {
        let page = "# Harbour\n\n| Pier | Retention | Other considerations | Remarks |\n|---|---|---|---|\n\
            | Basalt Pier | 30 days | Fees apply for pilots | closed on Mondays |\n| Granite Pier | 10 days | No fees for pilots | open all year |\n";
        assert!(
            shows(page, "30 days") && !shows(page, "fees") && !shows(page, "Mondays"),
            "{:?}",
            cards(page)
        );
    }
}
