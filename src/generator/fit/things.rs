//! What no question can be asked about: clauses, comparatives, parts without a
//! whole, the actors of an example. Notes put a colon after any of them.

use crate::generator::ask::names_product;
use crate::generator::clause;
use crate::generator::jotting;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::words;

/// Whether what is asked about is no thing.
pub(super) fn is_no_thing(term: &str) -> bool {
    if term.contains('`') {
        return false;
    }
    if term.contains("--") || term.to_lowercase().contains("use case") {
        return true;
    }
    if term.contains('→') || term.contains("->") || is_page(term) || joins_names(term) {
        return true;
    }
    let bare = clause::unbracketed(term);
    let low = bare.trim().to_lowercase();
    is_label(&low)
        || is_side(bare.trim())
        || leans(&bare)
        || counts(&low)
        || compares(&bare)
        || is_part(&low)
        || is_numbered(&low)
        || is_account(&low)
        || is_actor(term)
        || is_judged(&low)
        || is_clause(&bare)
}

/// `Anti-Pattern`, `your account`, `Pier-side`: what its author calls a line, what
/// belongs to the reader, and what is said of a thing whose noun is missing.
pub(super) fn is_label(low: &str) -> bool {
    let last = low.split(' ').next_back().unwrap_or("");
    let reader = ["your ", "our ", "my "].iter().any(|p| low.starts_with(p));
    let kept = ["core concepts", "highlight", "highlights"]
        .iter()
        .any(|e| low.ends_with(e) && low.len() > e.len());
    let said = ["-based", "-side", "-efficient", "-specific", "-managed"];
    let sides = [
        "integration with ",
        "integrations with ",
        "support for ",
        "compatibility with ",
    ];
    let side = sides
        .iter()
        .any(|s| low.trim_start_matches('`').starts_with(s));
    jotting::is_label(low) || side || reader || kept || said.iter().any(|e| last.ends_with(e))
}

/// `TDN Performance`: a side of a thing, under which its notes go on.
pub(in crate::generator) fn is_side(term: &str) -> bool {
    static SIDES: Listed = Listed::new(
        "performance scalability security pricing availability durability reliability limits limitations",
    );
    let Some((thing, side)) = term.rsplit_once(' ') else {
        return false;
    };
    let capitals = |w: &str| w.chars().filter(|c| c.is_uppercase()).count() > 1;
    let named = names_product(thing) || thing.split(' ').any(capitals);
    named && SIDES.has(&side.to_lowercase())
}

/// `Basalt option 2`, `Scenario B`: one of several that only their list tells
/// apart.
pub(in crate::generator) fn is_numbered(low: &str) -> bool {
    static COUNTED: Listed = Listed::new(
        "option scenario case example variant approach question project module unit session \
        lecture lesson week day chapter section video lab",
    );
    let mut last = low.split_whitespace().rev();
    let number = last.next().unwrap_or("");
    let short = number.len() == 1 || number.bytes().all(|b| b.is_ascii_digit());
    short && last.next().is_some_and(|w| COUNTED.has(w))
}

/// `P55`: where it stands in a talk.
pub(in crate::generator) fn is_page(term: &str) -> bool {
    let number = term.trim().strip_prefix(['P', 'p']).unwrap_or("");
    let number = number.trim_start_matches('.').trim_start();
    number.len() > 1 && number.bytes().all(|b| b.is_ascii_digit())
}

/// `GetMooringRingPolicyStatus`: an operation that says all of itself.
pub(in crate::generator) fn is_operation(term: &str) -> bool {
    static VERBS: Listed = Listed::new(
        "get put list describe create delete update start stop add remove set enable disable associate \
        disassociate attach detach register deregister",
    );
    let term = term.trim_matches('`');
    let begins = |(at, c): &(usize, char)| *at > 0 && c.is_ascii_uppercase();
    let humps: Vec<usize> = term
        .char_indices()
        .filter(begins)
        .map(|(at, _)| at)
        .collect();
    let verb = humps.first().map_or("", |at| &term[..*at]);
    humps.len() > 2 && !term.contains(' ') && VERBS.has(&verb.to_lowercase())
}

/// `Tied Lines (TL) and Rope Nets`: two things, each by its name.
fn joins_names(term: &str) -> bool {
    let named = |half: &str| {
        let bare = clause::unbracketed(half);
        let many = bare.split_whitespace().count() > 1;
        let titled = bare
            .split_whitespace()
            .all(|w| w.starts_with(char::is_uppercase));
        many && titled && half.len() > bare.len()
    };
    term.split_once(" and ")
        .is_some_and(|(a, b)| named(a) && b.split_whitespace().count() > 1)
}

/// `higher throughput`: than what?
fn compares(term: &str) -> bool {
    static MORE: Listed = Listed::new(
        "higher lower faster slower better worse more less fewer greater cheaper larger smaller \
        easier simpler quicker stronger increased decreased reduced improved",
    );
    // `Reduced Tide Storage` is a name.
    let next = term.split_whitespace().nth(1);
    next.is_some_and(|w| w.starts_with(char::is_lowercase)) && MORE.has(&clause::first_word(term))
}

/// `Unlike RopeNet`, `uses hemp instead of tar`: how a sentence begins.
fn leans(term: &str) -> bool {
    static OPENERS: Listed = Listed::new(
        "unlike instead like whereas although though while since because if when where within \
        without via also only just then thus so but",
    );
    let first = clause::first_word(term);
    let acts = term.starts_with(char::is_lowercase)
        && lexicon::base_of(&first).is_some()
        && term.contains(' ');
    OPENERS.has(&first) && term.contains(' ') || acts
}

/// `two kinds of gate`: a lead-in.
fn counts(low: &str) -> bool {
    static NUMBERS: Listed = Listed::new(
        "two three four five six seven eight nine ten several some many both all various different",
    );
    let first = clause::first_word(low);
    let number = NUMBERS.has(&first) || first.parse::<u32>().is_ok();
    let last = low.split_whitespace().next_back().unwrap_or("");
    number && low.contains(' ') && lexicon::looks_plural(last)
}

/// `a subset of piers`: what follows is said of it, not of all.
fn is_part(low: &str) -> bool {
    static PARTS: Listed = Listed::new("subset kind type part set one number amount example");
    let mut parts = low.split_whitespace();
    let first = parts.next().unwrap_or("");
    PARTS.has(first) && parts.next() == Some("of")
}

/// `Evolution of piers`, `2010s`, `few ropes left`: a chapter, a time, a case.
fn is_account(low: &str) -> bool {
    static ACCOUNTS: Listed = Listed::new(
        "evolution history overview importance introduction rise future basics fundamentals need",
    );
    let mut parts = low.split_whitespace();
    let first = parts.next().unwrap_or("");
    let second = parts.next();
    let decade = first
        .strip_suffix('s')
        .is_some_and(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()));
    ACCOUNTS.has(first) && matches!(second, Some("of" | "for"))
        || decade && second.is_none()
        || matches!(first, "few" | "no" | "too") && second.is_some()
}

/// `System B`, `Option 2`: somebody in a story.
fn is_actor(term: &str) -> bool {
    static ACTORS: Listed = Listed::new(
        "system server user client service app account customer company team node host table step \
        option topic case example scenario plan person service site phase level question part day \
        session chapter module lesson week",
    );
    let Some((first, last)) = term.trim().split_once(' ') else {
        return false;
    };
    let lettered = last.len() <= 2
        && (last.chars().all(|c| c.is_ascii_digit())
            || last.len() == 1 && last.chars().all(|c| c.is_ascii_uppercase()));
    lettered && ACTORS.has(&first.to_lowercase())
}

/// Labels of a verdict, remarks and adjectives: `Positioning`, `Pier tip`,
/// `I/O bound`, `Embeddable`.
fn is_judged(low: &str) -> bool {
    static REMARKS: Listed = Listed::new(
        "tip tips takeaway takeaways gotcha gotchas question answer quiz exercise itself \
        themselves only too etc specifically reminder warning caveat example examples scenario \
        scenarios description descriptions definition definitions",
    );
    let last = low.split_whitespace().next_back().unwrap_or("");
    if REMARKS.has(last) {
        return true;
    }
    let lone = !low.contains([' ', '-']);
    if lone
        && ["able", "ible"]
            .iter()
            .any(|e| low.len() > 7 && low.ends_with(e))
    {
        return !matches!(low, "variable" | "decidable" | "disposable");
    }
    static LABELS: Listed = Listed::phrases(
        "positioning|cost savings|savings|time out|launch year|evolution|verdict|bottom line|\
        explanation|functionality|review|recap|agenda|type|types|category|categories|\
        how it works|key idea|good to know|fun fact|analogy|think of it|in practice|real life|\
        real world",
    );
    LABELS.has(low) || low.ends_with(" bound") || low.ends_with("-bound")
}

/// `Exports come in two formats`, `Running steps to move a rope`.
fn is_clause(term: &str) -> bool {
    static VERBS: Listed = Listed::new("come comes happen happens occur occurs exist exists");
    let tells = term.split_whitespace().skip(1).any(|w| VERBS.has(w));
    let mut last = "";
    let purposes = term.split_whitespace().any(|w| {
        let to = last == "to" && lexicon::is_base_verb(&w.to_lowercase());
        last = w;
        to
    });
    // `Store ropes for boats`: an order, whose object is no part of a name.
    let mut opening = term.split_whitespace();
    let first = opening.next().unwrap_or("").to_lowercase();
    let object = opening
        .next()
        .is_some_and(|w| w.starts_with(char::is_lowercase));
    let orders = lexicon::is_base_verb(&first)
        && object
        && [" for ", " to ", " in ", " from ", " with ", " across "]
            .iter()
            .any(|p| term.contains(p));
    words::count(term) > 2 && (tells || orders || purposes || clause::has_own_verb(term))
}

#[cfg(test)]
mod tests {
    use super::is_no_thing;

    #[test]
    fn an_operation_that_says_all_is_asked_of_nothing() {
        use super::is_operation;
        assert!(
            is_operation("GetMooringRingPolicyStatus") && is_operation("`DeletePublicPierBlock`")
        );
        assert!(!is_operation("PutItem") && !is_operation("ListedShipsByName"));
    }

    #[test]
    fn a_question_needs_a_thing() {
        for term in [
            "Exports come in 2 formats",
            "higher throughput",
            "Anti-Pattern",
            "your account",
            "Pier-side",
            "Integration with Analytics",
            "Basalt Core Concepts",
            "Project 1",
            "TDN Performance",
            "subset of piers",
            "System B",
            "Option 2",
            "Basalt Option 1",
            "Docking case 12",
            "Positioning",
            "I/O bound",
            "Pier exam tip",
            "Practical example",
            "Embeddable",
            "Running Steps to Move Ropes",
            "Store ropes for boats",
            "two kinds of gates",
            "Unlike RopeNet",
            "uses hemp instead of tar",
            "Official Description",
            "RopeNet → Pier",
            "P55",
            "Tied Lines (TL) and Rope Nets",
        ] {
            assert!(is_no_thing(term), "{term}");
        }
        for term in [
            "Harbour Data Stores",
            "RopeNet",
            "Route 53",
            "Vitamin B",
            "rope to pier mooring",
            "`more`",
            "Tide Watch Triggers",
            "bound",
            "P9",
            "Tide and Weather Board (TWB)",
        ] {
            assert!(!is_no_thing(term), "{term}");
        }
    }
}
