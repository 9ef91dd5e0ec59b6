//! Whether what stands beside a label answers `What is the LABEL of X?`. A
//! table's author writes for an eye that sees its head, its neighbours and the
//! line above; the card shows one cell.

use super::asked::Asked;
use super::nouns::DRAWN;
use crate::generator::clause;
use crate::generator::degree;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::manner;
use crate::generator::name::Name;
use crate::generator::words;

/// Whether a label doesn't ask for what stands beside it.
pub(super) fn mislabelled(asked: &Asked<'_>, back: &str) -> bool {
    attribute(asked.whole).is_some_and(|(what, of)| {
        hollow(what, of, back)
            || sorts(what, back)
            || tells_itself(what, back)
            || degree::leans(what, back)
            || unmeasured(what, back)
            || numbers(what, back)
    })
}

/// `Consumers: one per message`: how many there are, not who they are.
fn numbers(what: &str, back: &str) -> bool {
    static WHO: Listed = Listed::new("consumers producers subscribers readers users receivers");
    static MANY: Listed = Listed::new("one many multiple single usually several unlimited few two");
    let last = what.split_whitespace().next_back().unwrap_or("");
    WHO.has(&last.to_lowercase()) && MANY.has(&clause::first_word(back).to_lowercase())
}

/// `The default of message retention` → `the default message retention`.
pub(super) fn bounded(front: String) -> String {
    let Some((what, of)) = attribute(&front) else {
        return front;
    };
    static BOUNDS: Listed = Listed::new("default maximum minimum max min");
    let bare = clause::unbracketed(of);
    let last = bare.split_whitespace().next_back().unwrap_or("");
    let quantity = crate::generator::aspect::is_attribute(&last.to_lowercase())
        && !Name::of(&bare).is_some_and(|n| n.is_product());
    if !(BOUNDS.has(what) && quantity) {
        return front;
    }
    let (said, place) = of.split_at(bare.trim_end().len().min(of.len()));
    let said = ["a ", "an ", "the "]
        .iter()
        .find_map(|a| said.strip_prefix(a))
        .unwrap_or(said);
    let said = crate::generator::phrase::lower_title(said);
    format!("What is the {what} {said}{place}?")
}

/// What `What is the X of Y?` asks for, and of what.
fn attribute(question: &str) -> Option<(&str, &str)> {
    [
        "What is the ",
        "What are the ",
        "what is the ",
        "what are the ",
    ]
    .iter()
    .find_map(|p| question.strip_prefix(p))
    .and_then(|rest| rest.trim_end_matches('?').split_once(" of "))
}

/// `The VPC features of VPC`, `the default of a port`, `the layout of a drawing`:
/// an attribute that its owner doesn't have, or a cell that only narrows one.
fn hollow(what: &str, of: &str, back: &str) -> bool {
    // A heading over a drawing owns nothing.
    let owner = clause::unbracketed(of);
    let own = words::content(&owner);
    let asked = words::content(what);
    let last = owner.to_lowercase();
    let drawn = last
        .split_whitespace()
        .next_back()
        .is_some_and(|w| DRAWN.has(w));
    let circular = !own.is_empty() && own.iter().all(|w| asked.contains(w));
    let ordered = manner::orders(&back.to_lowercase()) && !lexicon::looks_plural(what);
    let told = what == "default" && words::count(back) > 4;
    let narrows = matches!(what, "scope" | "note") && back.starts_with("Per ");
    let money = ["price", "cost", "billing", "charge", "pricing"]
        .iter()
        .any(|w| what.contains(w) || of.contains(w));
    let begun = !money && ["From ", "By ", "Via "].iter().any(|p| back.starts_with(p));
    let command = matches!(what, "command" | "syntax" | "cli command") && of.starts_with('`');
    // What somebody has today is an exercise's.
    let today = what.starts_with("current ");
    // `High throughput: medium` grades what its column claims.
    static CLAIMS: Listed = Listed::new(
        "high low fast slow strong weak large small easy question improved increased enhanced \
        reduced",
    );
    let claimed = CLAIMS.has(&clause::first_word(what)) || what.starts_with("important for ");
    drawn
        || command
        || today
        || claimed
        || circular
        || ordered
        || told
        || narrows
        || begun
        || what.contains(" per ")
        || back.starts_with('[')
}

/// `Setup time: a rope`, `availability: calm water`: a quantity without figure or
/// unit.
fn unmeasured(what: &str, back: &str) -> bool {
    static QUANTITIES: Listed =
        Listed::new("time size duration availability latency lifetime distance");
    static MEASURED: Listed = Listed::new(
        "second seconds minute minutes hour hours day days week weeks month months year years ms \
        instant instantly immediate immediately real-time realtime near-real-time sub-second unlimited \
        zone zones az azs region regions regional global single multi-az multiple bytes kb mb gb tb \
        millisecond milliseconds microseconds permanent forever indefinite indefinitely fixed",
    );
    let last = what.split_whitespace().next_back().unwrap_or("");
    let low = back.to_lowercase();
    let told = back.contains(|c: char| c.is_ascii_digit() || c == '%')
        || low
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .any(|w| MEASURED.has(w) || lexicon::is_base_verb(w));
    QUANTITIES.has(&last.to_lowercase()) && !told && words::count(back) < 9
}

/// `Category: ropes`: where the author put it, and little to know.
fn sorts(label: &str, back: &str) -> bool {
    static SORTS: Listed = Listed::phrases(
        "type|kind|class|group|area|section|data type|domain|level|status|version|layer|pillar|stack",
    );
    let told = words::count(back) > 3 || back.contains(|c: char| c.is_ascii_digit());
    label.eq_ignore_ascii_case("category") || SORTS.has(&label.to_lowercase()) && !told
}

/// `Outliers: outliers are squeezed`: a sentence about the label, or about
/// something else, where the label's value should stand.
fn tells_itself(label: &str, back: &str) -> bool {
    let label = label.to_lowercase();
    let first = clause::first_word(back);
    let same = words::count(&label) == 1
        && lexicon::looks_plural(&label)
        && first == label
        && clause::has_own_verb(back);
    static ABOUT: Listed =
        Listed::new("operations size outliers rules requirements command mechanism");
    let beside = ABOUT.has(&label) && !back.starts_with("- ") && clause::has_own_verb(back);
    same || beside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_must_answer_its_label() {
        for (front, back) in [
            ("What is the setup time of RopeNet?", "A rope and a winch"),
            (
                "What is the availability of RopeNet?",
                "Calm water, dry ropes",
            ),
            ("What is the category of RopeNet?", "Mooring nets"),
            ("What is the layer of RopeNet?", "Mooring nets"),
            ("What are the consumers of RopeNet?", "One per pier"),
            ("What is the high throughput of RopeNet?", "Low/Medium"),
            ("What is the question of RopeNet?", "“How are my ropes?”"),
            (
                "What is the improved hold of RopeNet?",
                "It can help to hold boats.",
            ),
            (
                "What is the mechanism of RopeNet?",
                "Ropes are counted every hour of the night.",
            ),
            ("In Harbour, what is the type of RopeNet?", "Net"),
            (
                "What are the gates of RopeNet?",
                "Gates of the dock are locked at night.",
            ),
            (
                "What is the size of RopeNet?",
                "All ropes of a net must be shorter than the pier.",
            ),
        ] {
            assert!(mislabelled(&Asked::read(front), back), "{front} {back}");
        }
        for (front, back) in [
            ("What is the latency of RopeNet?", "Higher (60 s)"),
            (
                "What is the type of RopeNet?",
                "A net that is woven of hemp ropes",
            ),
            ("What are the gates of RopeNet?", "- Sluice\n- Sea gate"),
            ("What is the size of RopeNet?", "Up to 20 m"),
            ("What is RopeNet?", "Flexible"),
            ("What are the consumers of RopeNet?", "Pilots and keepers"),
        ] {
            assert!(!mislabelled(&Asked::read(front), back), "{front} {back}");
        }
    }
}
