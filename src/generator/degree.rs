//! Degree: values that only rate a thing, hold it against another or leave it
//! open (`Generally higher cost`, `Separate from the base`, `Varies`). They
//! answer nothing where one thing is asked for alone.

use super::aspect;
use super::cell;
use super::clause;
use super::lexicon;
use super::listed::Listed;
use super::phrase::lower_title;
use super::sentence;
use super::topic::Ask;
use super::words;

/// Words before a degree that change nothing of it.
static HEDGES: Listed = Listed::new(
    "generally usually typically often potentially relatively slightly much very significantly \
    moderately somewhat fully highly mostly quite rather automatically slight even",
);

/// Columns whose cells tell in sentences, so that a degree there is the point.
static TELLING: Listed = Listed::new(
    "effect effects impact use case cases uses limitation limitations drawback drawbacks disadvantage disadvantages \
    weakness weaknesses strength strengths advantage advantages benefit benefits symptom symptoms \
    result results outcome outcomes cause causes difference differences",
);

/// Whether a question asks for a value: a column does, a label only where it
/// names what many things have.
pub(super) fn asks_value(ask: &Ask, head: &str) -> bool {
    let low = head.to_lowercase();
    let last = low.split(' ').next_back().unwrap_or("");
    !matches!(ask, Ask::Lead(_)) || aspect::has_question(head) || aspect::is_attribute(last)
}

/// Whether a value says nothing of its thing alone.
pub(super) fn leans(head: &str, text: &str) -> bool {
    let head = head.to_lowercase();
    // `Small to large`: nothing against which it is measured.
    static SIZES: Listed = Listed::new("small medium large low high to very");
    let mut words = text
        .split([' ', '-'])
        .map(|w| w.trim_matches(['.', ',']).to_lowercase());
    if words.all(|w| SIZES.has(&w)) {
        return true;
    }
    // `$$ (by the hour)`: a rank among its neighbours.
    if text.starts_with(['$', '€', '★', '⭐']) && !text.contains(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    let last = head.split([' ', '/']).next_back().unwrap_or("");
    if is_open(text) || head.starts_with("integrat") && !integrates(text) {
        return true;
    }
    let digits = text.contains(|c: char| c.is_ascii_digit());
    if digits || head.split([' ', '/']).any(|w| TELLING.has(w)) {
        return false;
    }
    // `Higher (than BasaltPier's)`: the bracket is an aside.
    let low = clause::unbracketed(text).to_lowercase();
    let all: Vec<&str> = low
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
        .collect();
    let hedges = all.iter().take_while(|w| HEDGES.has(w)).count();
    let Some(first) = all.get(hedges) else {
        return false;
    };
    let second = all.get(hedges + 1).copied().unwrap_or("");
    static COMPARED: Listed = Listed::new(
        "higher lower better worse cheaper faster slower larger smaller bigger easier harder",
    );
    static RATED: Listed = Listed::new("good great excellent poor decent robust outstanding");
    static HELD: Listed = Listed::new("separate shared same different similar identical");
    // `Flexible`, `Many nets`, `Not native`: as its reader likes.
    static LOOSE: Listed = Listed::new(
        "flexible integrated unlimited moderate variable various several many not less fewer fast slow \
        greater simpler limited similar same different good great excellent more",
    );
    static BESIDE: Listed = Listed::new("from with as to than");
    // Against what is said, it is a value.
    let against = low.contains(" than ") && !low.contains(" than other");
    let compared = !against && (COMPARED.has(first) || *first == "more" && all.len() <= 5);
    let rated = RATED.has(first) && all.len() <= 8 && !matches!(second, "for" | "at" | "in" | "if")
        || *first == "strong" && matches!(second, "focus" | "emphasis" | "support");
    let limited = matches!(*first, "limited" | "broad" | "wide" | "extensive")
        && !matches!(second, "to" | "by" | "column" | "area")
        && all.len() <= 6;
    let held = matches!(*first, "optional" | "depends") || HELD.has(first) && BESIDE.has(second);
    // `Availability: highly available and safe`.
    let stem = |w: &str| w.chars().take(6).collect::<String>();
    let again = hedges > 0
        && all.len() <= 5
        && first.len() > 5
        && head.split(' ').any(|w| stem(w) == stem(first));
    // `Scalability: automatically scales up`: what it does, not what it is.
    let acts = hedges > 0
        && !aspect::has_question(&head)
        && lexicon::base_of(first).is_some()
        && all.len() <= 7;
    // `Performance: performance depends on the boat`.
    let told = all.len() > 2
        && words::stem(all[0]) == words::stem(last)
        && matches!(all[1], "depends" | "varies" | "is" | "can" | "may");
    let loose = all.len() <= 3 && LOOSE.has(first);
    compared || loose || rated || limited || held || again || acts || told
}

/// `Varies`, `Depends on the boat`, `Not disclosed`: no value at all.
pub(super) fn is_open(text: &str) -> bool {
    let low = text.to_lowercase();
    let first = low
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    let many = words::count(&low);
    first == "varies"
        || many == 1 && matches!(first, "unknown" | "undisclosed")
        || matches!(low.as_str(), "none specific" | "none natively")
        || many <= 8
            && [
                "not disclosed",
                "not publicly disclosed",
                "not specified",
                "not published",
            ]
            .iter()
            .any(|p| low.contains(p))
}

/// Two sides that rate (`High performance`, `Good performance`) say little of
/// what tells them apart.
pub(super) fn rates_both(a: &str, b: &str) -> bool {
    static GRADES: Listed = Listed::new("good great excellent decent high strong");
    let rated = |t: &str| {
        let low = t.to_lowercase();
        let first = low.split(|c: char| !c.is_alphanumeric()).next();
        first.is_some_and(|w| GRADES.has(w)) && !t.contains(|c: char| c.is_ascii_digit())
    };
    rated(a) && rated(b)
}

/// The two things that a heading tells apart: `Difference between A and B`.
pub(super) fn sides(heading: &str) -> Option<(&str, &str)> {
    const FRAMES: [&str; 2] = ["difference between ", "differences between "];
    let frame = FRAMES.iter().find(|f| {
        heading
            .get(..f.len())
            .is_some_and(|h| h.eq_ignore_ascii_case(f))
    })?;
    heading[frame.len()..].split_once(" and ")
}

/// Asks for what such a heading tells of both in one respect.
pub(super) fn differing(heading: &str, head: &str, text: &str) -> Option<String> {
    let (a, b) = sides(heading)?;
    let low = text.to_lowercase();
    let said = |n: &str| sentence::contains_words(&low, &n.to_lowercase());
    (said(a) && said(b)).then(|| format!("How do {a} and {b} differ in {}?", lower_title(head)))
}

/// What a thing integrates with has names; its part in the work has none.
fn integrates(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    let verb = lexicon::base_of(&first).is_some() || cell::begins_with_verb(text);
    let named = text.split_whitespace().skip(1).any(|w| {
        w.trim_start_matches(['(', '`'])
            .starts_with(char::is_uppercase)
    });
    let again = sentence::contains_words(&text.to_lowercase(), "integration");
    !verb && !again && (named || words::count(text) <= 3)
}

/// A bare amount of money in a column of prices: it goes out of date and tells
/// nothing of the thing.
pub(super) fn is_price(head: &str, text: &str) -> bool {
    let head = head.to_lowercase();
    let money = [
        "price", "pricing", "cost", "usd", "料金", "価格", "費用", "fee",
    ];
    if !money.iter().any(|m| head.contains(m)) && !head.contains(['/', '$', '€']) {
        return false;
    }
    static UNITS: Listed = Listed::new(
        "usd eur gbp jpy per hour hr hours month months gb tb mb gib h mo day year yr second \
        million requests request 円 ドル about approx from a the",
    );
    let currency = text.contains(['$', '€', '£', '¥', '円'])
        || ["usd", "eur", "ドル"]
            .iter()
            .any(|c| text.to_lowercase().contains(c));
    let bare = text
        .to_lowercase()
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| !w.is_empty())
        .all(|w| UNITS.has(w));
    currency && bare && text.contains(|c: char| c.is_ascii_digit())
}

/// `Heavy workloads with much traffic`: whom or what a thing is for rather than
/// what it is.
pub(super) fn is_occasion(text: &str) -> bool {
    static OCCASIONS: Listed =
        Listed::new("workloads applications apps jobs scenarios situations environments projects");
    static ENDS: Listed = Listed::new(
        "with for of that which where requiring needing using in on at from to by when as",
    );
    let first = text.split(['.', ';', '(']).next().unwrap_or("");
    let head = first
        .split_whitespace()
        .take_while(|w| !ENDS.has(w))
        .last()
        .unwrap_or("");
    OCCASIONS.has(head.trim_end_matches(',')) && !cell::begins_with_verb(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn a_degree_is_no_value() {
        for (head, text) in [
            ("Pricing", "Generally higher cost"),
            ("Berths", "Separate from the old pier"),
            ("Size", "Several sizes (not publicly disclosed)"),
            ("Depth", "Varies with the tide"),
            ("Availability", "Highly available and calm"),
            ("Performance", "Performance depends on the wind"),
            ("Scalability", "Automatically scales up with the tide"),
            ("Integration", "Limited harbour integration"),
            ("Integration", "Main store of all the fish"),
            ("Integration", "Uses TideLog records for its nightly rounds"),
            ("Control", "Limited control over the winch"),
            ("Safety", "Strong focus on safety"),
            ("Latency", "Higher (than TideHub)"),
            ("Storage", "Not native"),
            ("Cost", "$$ (by the hour)"),
            ("Speed", "Fast (in the bay)"),
            ("Volume", "Medium to Large"),
            ("Schedule", "Flexible (you write it)"),
        ] {
            assert!(leans(head, text), "{head}: {text}");
        }
        for (head, text) in [
            ("Pricing", "Less than BasaltPier by 20 %"),
            ("Performance", "Better than the old pier; has a lamp"),
            ("Bandwidth", "Automatically scales up to 100 boats"),
            ("Limitations", "Limited depth of the pier"),
            ("Region", "Limited to the North Quay"),
            ("Integration", "TideLog, RopeNet and BeaconBox"),
            ("Type", "Managed pier"),
            ("Use case", "Great for old boats"),
        ] {
            assert!(!leans(head, text), "{head}: {text}");
        }
    }

    #[test]
    fn a_degree_stands_only_beside_its_counterpart() {
        let page = "# Harbour\n\n| Feature | BasaltPier | GranitePier |\n|---|---|---|\n\
            | Berth capacity | Separate from the old pier | Shared with the old pier |\n\
            | Length | 40 metres of stone | 60 metres of wood |\n";
        let fronts = fronts(page);
        let of = |what: &str, how: &str| {
            fronts
                .iter()
                .any(|f| f.contains(what) && f.starts_with(how))
        };
        assert!(of("berth capacity", "How do"), "{fronts:?}");
        assert!(!of("berth capacity", "What"), "{fronts:?}");
        assert!(of("length", "What"), "{fronts:?}");
    }

    #[test]
    fn what_tells_two_apart_has_no_values_of_its_own() {
        let name = "Difference between Sloop and Ketch";
        assert_eq!(
            differing(name, "Masts", "Sloop (one); Ketch (two)").as_deref(),
            Some("How do Sloop and Ketch differ in masts?")
        );
        assert_eq!(differing(name, "Masts", "both of wood"), None);
        assert_eq!(sides("Sloop and Ketch"), None);
    }

    #[test]
    fn bare_prices_are_not_learnt() {
        let page = "# Piers\n\n| Pier | Berth price per hour | Depth |\n|---|---|---|\n\
            | BasaltPier | $0.40 / hour | 12 metres |\n| GranitePier | 0.60 USD | 30 metres |\n";
        assert!(
            !shows(page, "0.40") && !shows(page, "0.60"),
            "{:?}",
            cards(page)
        );
        assert!(shows(page, "30 metres"), "{:?}", cards(page));
    }

    #[test]
    fn a_purpose_is_no_definition() {
        let page = "# Harbour\n\n## Rope types\n\n| Rope type | Purpose | Length |\n|---|---|---|\n\
            | Zarn rope | Mooring jobs with heavy boats and much wind | 40 metres |\n\
            | Quen rope | Towing scenarios that need a long reach | 90 metres |\n";
        let found = cards(page);
        let asked = found
            .iter()
            .any(|(q, a)| q.ends_with("used for?") && a.starts_with("Mooring"));
        assert!(asked, "{found:?}");
        assert!(
            !found.iter().any(|(q, _)| q == "What is Zarn rope?"),
            "{found:?}"
        );
    }

    #[test]
    fn one_value_of_two_rows_is_asked_of_neither() {
        let page = "# Harbour\n\n| Rope | Use case | Length |\n|---|---|---|\n\
            | ZarnRope | Old boats of the northern fleet | 40 metres |\n\
            | QuenRope | Old boats of the northern fleet | 90 metres |\n\
            | TavoRope | New ferries with steel hulls | 70 metres |\n";
        assert!(!shows(page, "Old boats of the"), "{:?}", cards(page));
        assert!(shows(page, "New ferries"), "{:?}", cards(page));
    }
}
