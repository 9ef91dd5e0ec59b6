//! Headings that describe what follows instead of naming a thing.
//!
//! `Storage with Quarry`, `Core Function & Configuration`, `Workflow for a
//! queue`: what stands below is about the term further up, or about the name
//! inside; the heading itself is nothing that a card could ask for.

use super::Walk;
use crate::generator::enumerator;
use crate::generator::language;
use crate::generator::listed::Listed;
use crate::generator::name::{self, Name};
use crate::generator::sentence;
use crate::generator::words;

/// What a describing heading is about.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum About {
    /// A thing of that name, at the end of the heading.
    Named(Name),
    /// The thing and an aspect that many things have: `Benefits of barges`.
    AspectOf(String, Name),
    /// Whatever the term above is.
    Above,
}

/// Nouns at the end of headings that say how something is told.
fn tells(word: &str) -> bool {
    static WORDS: Listed = Listed::new(
        "settings configuration configurations placement consideration integration integrations \
        behavior behaviour functionality flow workflow workflows process lifecycle life-cycle trick \
        tricks concerns relationship relationships difference differences guidance guidelines \
        decision decisions trade-offs tradeoffs mapping matrix routine revision recap setup steps \
        procedure timeline statement enhancements improvements troubleshooting testing challenges \
        issues problems solutions knowledge responsibility responsibilities facts",
    );
    WORDS.has(word)
}

/// Aspects that have no card for each of their lines: the lines are the answer.
pub(super) fn collective(aspect: &str) -> bool {
    static HEADS: Listed = Listed::new(
        "benefit benefits advantage advantages disadvantage disadvantages pro pros con cons \
        drawback drawbacks strength strengths weakness weaknesses use-case use-cases usecase \
        usecases scenarios applications challenges considerations goals factors responsibilities \
        risks criteria",
    );
    let lower = enumerator::unnumbered(aspect).to_lowercase();
    let lower = sentence::strip_symbols(lower.trim_end_matches([':', ' ', '?']));
    let head = lower.split(" of ").next().unwrap_or(lower);
    let head = head.split(" for ").next().unwrap_or(head);
    let last = head.split_whitespace().next_back().unwrap_or("");
    HEADS.has(last)
        || suits(lower)
        || head.ends_with("use case")
        || head.ends_with("use cases")
        || head.ends_with("best practices")
        || ["why ", "when to use", "when not", "when you", "examples"]
            .iter()
            .any(|p| lower.starts_with(p))
}

/// `Best suited for`, `Great for (use cases)`.
fn suits(lower: &str) -> bool {
    lower.ends_with("(use cases)")
        || [
            "best suited",
            "best for",
            "ideal for",
            "great for",
            "good for",
        ]
        .iter()
        .any(|p| lower.starts_with(p))
}

/// `Other notes`: what stands there belongs to nothing above.
pub(in crate::generator) fn digresses(title: &str) -> bool {
    static REST: Listed = Listed::phrases(
        "other notes|other stuff|other things|other topics|other|misc|misc notes|\
            miscellaneous|miscellaneous notes|random notes|random",
    );
    let lower = enumerator::unnumbered(title).to_lowercase();
    REST.has(sentence::strip_symbols(lower.trim_end_matches([':', ' '])))
}

/// Whether lines under a heading show a thing in use instead of saying what it
/// is: `Use cases`, `Real examples`, `Assumptions`.
pub(super) fn shows_use(title: &str) -> bool {
    let lower = enumerator::unnumbered(title).to_lowercase();
    let lower = sentence::strip_symbols(lower.trim_end_matches([':', ' ']));
    static LAST: Listed = Listed::new(
        "example examples usecase usecases use-case use-cases scenario scenarios analogy analogies \
        assumptions assumption metaphor outline",
    );
    let head = lower.split(" of ").next().unwrap_or(lower);
    let head = head.split(" for ").next().unwrap_or(head);
    let last = head.split_whitespace().next_back().unwrap_or("");
    // `Example uses`, `Common applications`; `Web applications` are programs.
    static SHOWING: Listed = Listed::new(
        "example sample common typical practical real-world real main popular everyday key",
    );
    let opening = lower.split_whitespace().next().unwrap_or("");
    let used = matches!(last, "uses" | "applications") && words::count(head) <= 3;
    let used = used && (SHOWING.has(opening) || last == "uses" && opening == last);
    // Examples of a kind are its members.
    let members = lower.contains("examples of ") || lower.contains("example of ");
    LAST.has(last) && !members
        || used
        || suits(lower)
        || head.ends_with("use case")
        || head.ends_with("use cases")
        || head.ends_with("skills gained")
        || lower.starts_with("examples") && !members
}

/// Whether lines under a title say what part others play for the thing above,
/// rather than what they are: `Integrations`, `Can collect logs from`.
pub(super) fn names_partners(title: &str) -> bool {
    static TOWARDS: Listed = Listed::new("from with to into");
    let lower = enumerator::unnumbered(title).to_lowercase();
    let lower = sentence::strip_symbols(lower.trim_end_matches([':', ' ', '-', '–', '.']));
    let mut parts = lower.split_whitespace();
    let last = parts.next_back().unwrap_or("");
    // `File integration` may be a thing's name.
    static JOINED: Listed =
        Listed::new("integrations sources triggers destinations targets producers consumers sinks");
    let joins = JOINED.has(last) && words::count(lower) <= 4 || lower == "integration";
    joins || TOWARDS.has(last) && parts.next().is_some()
}

/// Whether a heading places a thing in others, which the headings below name:
/// `TideQuery in Harbour Services`, `Integrations with other tools`.
pub(super) fn places(title: &str) -> bool {
    let lower = enumerator::unnumbered(title).to_lowercase();
    if lower.contains("integrations with ") || lower.contains("integration with ") {
        return true;
    }
    static OTHERS: Listed = Listed::new("services products apps applications tools platforms");
    let Some((head, tail)) = title.split_once(" in ") else {
        return false;
    };
    let last = tail.split_whitespace().next_back().unwrap_or("");
    OTHERS.has(&last.to_lowercase())
        && Name::of(head).is_some_and(|n| n.is_proper() && !n.is_plural())
}

/// Qualities that a thing has: under it they are no things.
pub(super) fn is_quality(title: &str) -> bool {
    static QUALITIES: Listed = Listed::phrases(
        "high availability|availability|durability|security|performance|caching|scalability|\
        scaling|deployment|limitations|features|fault tolerance|resilience|reliability|pricing|\
        availability and durability|availability & durability|security and compliance|\
        security & compliance|cost optimization|cost optimisation|performance optimization|\
        integration|integrations|high-availability",
    );
    let lower = enumerator::unnumbered(title).to_lowercase();
    QUALITIES.has(sentence::strip_symbols(lower.trim_end_matches([':', ' '])))
}

impl Walk<'_> {
    /// What a heading is about, if it describes rather than names.
    pub(super) fn describes(&self, name: &Name) -> Option<About> {
        let short = name.short.as_str();
        let lower = short.to_lowercase();
        if let Some((head, tail)) = short.split_once(" of ")
            && collective(head)
            && let Some(tail) = Name::of(tail)
        {
            return Some(About::AspectOf(head.to_owned(), tail));
        }
        if ["various ", "misc", "random ", "assorted ", "different "]
            .iter()
            .any(|p| lower.starts_with(p))
        {
            return Some(About::Above);
        }
        // `Advantages over a pier on Basalt`: those of the thing above.
        if lower
            .split_once(" over ")
            .is_some_and(|(head, _)| collective(head))
        {
            return Some(About::Above);
        }
        let known = |n: &Name| n.is_product() || self.usage.is_brand(&n.short);
        let first = short.split_whitespace().next().unwrap_or("");
        let branded = self.usage.is_brand(short) || Name::of(first).is_some_and(|n| known(&n));
        let last = lower.split_whitespace().next_back().unwrap_or("");
        for link in [" with ", " using ", " through ", " via ", " in ", " on "] {
            let Some((head, tail)) = short.split_once(link) else {
                continue;
            };
            if branded {
                break;
            }
            let generic = head.split_whitespace().next_back().unwrap_or("");
            // `TDN on Basalt`: neither alone.
            if Name::of(head).is_some_and(|n| n.is_product() || n.is_lettered()) {
                break;
            }
            return match Name::of(tail).filter(|n| known(n) && n.is_proper()) {
                Some(product) if !tells(&generic.to_lowercase()) && !generic.ends_with("ing") => {
                    Some(About::Named(product))
                }
                Some(_) => Some(About::Above),
                None if matches!(link, " in " | " on ") => None,
                None => Some(About::Above),
            };
        }
        (tells(last) && words::count(short) > 1 && !known(name)
            || lower.split(" for ").next().is_some_and(|h| {
                lower.contains(" for ") && h.split_whitespace().next_back().is_some_and(tells)
            }))
        .then_some(About::Above)
    }
}

/// Whether a heading names two things at once, of which a sentence below may
/// mean either: `Zones & regions`, `Invoices / free tier`.
pub(super) fn names_two(name: &Name, initials: bool) -> bool {
    let short = name.short.as_str();
    let joined = [
        ": ", " & ", " and ", " / ", " y ", " e ", " und ", " et ", " + ",
    ]
    .iter()
    .any(|j| short.contains(j));
    !initials && (joined || language::joins(short))
}

/// Whether the bracket of a name holds its letters: `Identity and Berth
/// Management (IBM)` is one thing.
pub(super) fn has_letters(name: &Name) -> bool {
    let inner = name
        .full
        .split_once('(')
        .map(|(_, r)| r.trim_end_matches(')'));
    inner.is_some_and(|i| name::is_initials(i.trim(), &name.short))
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn what_digresses_belongs_to_nothing_above() {
        let page = |heading: &str| {
            fronts(&format!(
                "# RopeNet\n\nRopeNet is a service that moors boats.\n\n\
                ## {heading}\n\n1) Tide Horn is a device that calls boats in fog.\n\n\
                2) Warp is a long rope by which a boat is pulled along a pier.\n"
            ))
        };
        let first = |heading: &str| page(heading).swap_remove(0);
        assert_eq!(first("Critical terms"), "In RopeNet, what is Tide Horn?");
        assert_eq!(first("Other notes"), "What is Tide Horn?");
    }

    #[test]
    fn tables_of_examples_name_no_things() {
        let page = |heading: &str| {
            fronts(&format!(
                "# RopeNet\n\nRopeNet is a service that moors boats.\n\n## {heading}\n\n\
                | Table | First key | Second key |\n|---|---|---|\n\
                | Ferries | Name of the captain | Day of the first voyage |\n\
                | Tugs | Name of the pier | Hour of the next tide |\n"
            ))
        };
        let asked = |found: &[String]| found.iter().any(|f| f.contains("Ferries"));
        assert!(asked(&page("Tables")), "{:?}", page("Tables"));
        assert!(!asked(&page("Examples")));
    }

    #[test]
    fn the_part_a_thing_plays_is_no_definition() {
        let page = "# Harbour\n\n## TideHub\n\nTideHub is a service that counts ships.\n\n\
            - TideHub can collect logs from\n    - AWS Lambda: Collection from function logs\n\n\
            ### Integrations\n\n- **AWS PierDB**: Collection of the tides of a year\n\
            - **QuayLog**: a service that keeps what pilots say\n";
        let triggers = fronts(&page.replace("Integrations", "Trigger sources"));
        // An intro that names the thing by its letters makes no question.
        let announced = fronts(
            "# Harbour Managed Streaming\n\nHarbour Managed Streaming (Harbour HMS) is a managed \
            service for streams.\n\nHarbour HMS Integrates with:\n\n\
            * Harbour Glue: To execute night jobs on Harbour HMS cluster\n\
            * Harbour Horn: To execute day jobs on Harbour HMS cluster\n* Lamps\n\n\
            # Harbour Glue\n\nIt is of use at night.\n",
        );
        assert!(
            !announced.iter().any(|f| f.contains("Glue")),
            "{announced:?}"
        );
        assert!(
            !triggers.iter().any(|f| f.contains("PierDB")),
            "{triggers:?}"
        );
        let fronts = fronts(page);
        let asked = |name: &str| fronts.iter().any(|f| f.contains(name));
        assert!(!asked("Lambda") && !asked("PierDB"), "{fronts:?}");
        assert!(asked("QuayLog"), "{fronts:?}");
    }

    #[test]
    fn what_is_said_of_one_of_two_is_said_of_neither() {
        let page = |heading: &str| {
            format!(
                "# Harbour\n\n## {heading}\n\n- **Use cases**: Mooring of cutters and ferries\n"
            )
        };
        let asked = |heading: &str| {
            fronts(&page(heading))
                .iter()
                .any(|f| f.contains("use case"))
        };
        assert!(asked("PierDB"));
        assert!(!asked("PierDB / QuayDB"));
    }

    #[test]
    fn a_describing_heading_is_no_term() {
        let page = "# HarbourCloud BerthDB\n\nBerthDB is a database that keeps the plans of ports.\n\n\
            ## Core Function & Configuration\n\nIt achieves this by polling each berth.\n\n\
            - **Slot Template**: a form that names the width of a mooring\n\n\
            ## Backup Workflow\n\n- A worker copies the plans to tape\n- A clerk labels the tape\n";
        let fronts = fronts(page);
        assert!(
            fronts
                .iter()
                .all(|f| !f.contains("What does Core Function")),
            "{fronts:?}"
        );
        assert!(
            fronts
                .iter()
                .all(|f| !f.contains("What is Backup Workflow")),
            "{fronts:?}"
        );
        assert!(shows(page, "the width of a mooring"));
    }

    #[test]
    fn the_name_inside_a_heading_is_the_term() {
        let page = "# Tides\n\n## Tide tables with TideQuery\n\n\
            TideQuery is a service that answers questions about water levels.\n";
        let cards = cards(page);
        assert!(
            cards.iter().any(|(f, _)| f == "What is TideQuery?"),
            "{cards:?}"
        );
    }

    #[test]
    fn benefits_are_one_answer() {
        let page = "# Boats\n\n## FerryNet\n\nFerryNet is a service that books ferries.\n\n### Benefits\n\n\
            - **Calm**: fewer queues at the pier\n- **Order**: seats are numbered\n";
        let fronts = fronts(page);
        assert!(
            fronts.iter().all(|f| !f.to_lowercase().contains("calm")),
            "{fronts:?}"
        );
        assert!(
            fronts.iter().any(|f| f.contains("benefits of FerryNet")),
            "{fronts:?}"
        );
    }

    #[test]
    fn advantages_over_another_are_not_the_other_s() {
        let page = "# TideLog overview\n\nTideLog is a service that keeps logs.\n\n\
            ## Advantages over keeping a log on RopeNet\n\n\
            - Pages that number themselves\n- Copies that are made each night\n";
        let fronts = fronts(page);
        assert!(!fronts.iter().any(|f| f.contains("RopeNet")), "{fronts:?}");
    }

    #[test]
    fn a_heading_over_two_kinds_names_neither() {
        let list = "- **Basalt Quay**: keeps logs of every boat that passes the bar at night\n\
            - **Basalt Winch**: pulls ferries of any size to the pier by a rope of steel\n\
            - **Basalt Lamp**: lights the channel for pilots who come home after dusk\n\
            - **Basalt Drum**: warns sailors of fog by a beat that carries for a mile\n";
        for (heading, named) in [("Databases", true), ("Storage and databases", false)] {
            let fronts = fronts(&format!("# Basalt\n\n## {heading}\n\n{list}"));
            let found = fronts
                .iter()
                .any(|f| f.starts_with("Which Basalt database"));
            assert_eq!(found, named, "{fronts:?}");
        }
    }

    #[test]
    fn one_product_on_another_is_neither_alone() {
        let page = "# Harbour\n\n## TDN on BasaltQuay\n\n\
            - Limit: 40 boats in each of its berths\n- Price: 3 coins for each boat and day\n";
        let fronts = fronts(page);
        let of = |name: &str| fronts.iter().any(|f| f.contains(name));
        assert!(of("TDN on BasaltQuay"), "{fronts:?}");
    }
}
