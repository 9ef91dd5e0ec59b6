//! Answers of questions for a noun: what something is, means or has, what
//! characterises it, which examples there are.

use super::told::{glosses_another, points_back};
use crate::generator::alone::code_only;
use crate::generator::clause;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::manner;
use crate::generator::name::Name;
use crate::generator::words;
use std::collections::BTreeSet;

/// What something is isn't told by a limit or a sentence about each.
pub(super) fn is(first: &str, back: &str) -> bool {
    let code = code_only(back) && words::count(back) < 4 && !back.contains(',');
    // `Online (…) / Offline (…)`: its kinds.
    let kinds = back.contains(") / ") && !back.contains(", ");
    let begins = ["Up to ", "An another"].iter().any(|b| back.starts_with(b))
        || matches!(
            first,
            "each"
                | "every"
                | "knowledge"
                | "another"
                | "even"
                | "although"
                | "though"
                | "while"
                | "because"
                | "since"
                | "due"
                | "lost"
                | "billing"
                | "billed"
                | "default"
                | "automatic"
                | "automatically"
                | "recommended"
        );
    let told = !(begins || code || kinds || names_tool(back));
    told && !points_back(back) && !glosses_another(back)
}

/// `Basalt TideLog to keep the books`: with what it is done.
fn names_tool(back: &str) -> bool {
    let titled = back
        .split_whitespace()
        .take_while(|w| w.starts_with(char::is_uppercase))
        .count();
    let mut rest = back.split_whitespace().skip(titled);
    titled > 1 && rest.next() == Some("to") && rest.next().is_some_and(lexicon::is_base_verb)
}

/// Places, owners and columns that nothing can be asked of: `Regarding piers`,
/// `2 types of pier`, `other …`; and cells that only limit what they tell.
pub(super) fn misplaced(front: &str, back: &str) -> bool {
    static LEADS: Listed = Listed::new("regarding about concerning note re");
    let place = front
        .strip_prefix("In ")
        .or_else(|| front.split_once(": what ").map(|(place, _)| place))
        .unwrap_or("");
    let other = front.starts_with("Which other ")
        || front.contains("the other ")
        || front.contains(" of other ");
    LEADS.has(&clause::first_word(place)) || other || counts_kinds(front) || clashes(front, back)
}

/// A heading over a drawing is no place: `In Pier – Architecture, what is a
/// bollard?`
pub(super) fn undrawn(front: String) -> String {
    let Some((place, question)) = front
        .strip_prefix("In ")
        .and_then(|rest| rest.split_once(", "))
    else {
        return front;
    };
    let bare = clause::unbracketed(place).to_lowercase();
    let last = bare.split_whitespace().next_back().unwrap_or("");
    let of_one = bare.contains(" – ") || bare.contains(" - ");
    let alone = matches!(last, "involved") || !bare.contains(' ');
    match DRAWN.has(last) && (of_one || alone) && question.starts_with("what ") {
        true => crate::generator::sentence::capitalised(question),
        false => front,
    }
}

/// Headings over drawings and what is seen in them.
pub(super) static DRAWN: Listed =
    Listed::new("architecture structure setup flow workflow layout involved diagram topology");

/// Whether the owner is a count: `of 2 types of pier`.
fn counts_kinds(front: &str) -> bool {
    let all: Vec<&str> = front.split_whitespace().collect();
    all.windows(3).any(|w| {
        let number = w[1].chars().all(|c| c.is_ascii_digit())
            || matches!(w[1], "two" | "three" | "four" | "five" | "several");
        let kinds = matches!(
            w[2],
            "types" | "kinds" | "ways" | "flavors" | "flavours" | "options"
        );
        number && kinds && matches!(w[0], "of" | "do" | "does" | "In" | "in")
    })
}

/// A verb asked for what it governs, and a back that brings its own verb.
fn clashes(front: &str, back: &str) -> bool {
    const GOVERNING: [&str; 5] = [
        " output?",
        " integrate with?",
        " support?",
        " provide?",
        " require?",
    ];
    let verb = lexicon::acts(&clause::first_word(back));
    let told = manner::orders(&back.to_lowercase()) || words::count(back) > 10;
    verb && GOVERNING.iter().any(|v| front.ends_with(v)) || told && front.ends_with(" output?")
}

/// `advantages`, `suggestion`: a label over remarks is nothing that has
/// qualities.
fn is_label(term: &str) -> bool {
    static LABELS: Listed = Listed::new(
        "advantage advantages disadvantages benefit benefits suggestion suggestions recommendation \
        recommendations tip tips note notes limitation limitations qualification qualifications \
        consideration considerations",
    );
    let last = term.split_whitespace().next_back().unwrap_or("");
    LABELS.has(&last.to_lowercase())
}

/// What the first words of a text are about.
fn opening(text: &str, words: usize) -> BTreeSet<String> {
    let first: Vec<&str> = text.split_whitespace().take(words).collect();
    words::content(&first.join(" "))
}

/// A quality, or a sentence about the thing itself.
pub(super) fn characterises(term: &str, back: &str) -> bool {
    if is_label(term) {
        return false;
    }
    if manner::is_quality(&back.to_lowercase()) {
        return true;
    }
    let lower = back.to_lowercase();
    if lower.starts_with("can be ") || lower.starts_with("capable ") || lower.starts_with("must ") {
        return true;
    }
    let told = opening(&lower, 5);
    let own = words::content(term);
    let named = !own.is_empty() && own.iter().all(|w| told.contains(w));
    match clause::has_own_verb(back) {
        true => named,
        false => !manner::orders(&lower),
    }
}

/// What a word means isn't told by a judgement or a rule about something else.
pub(super) fn meaning(term: &str, back: &str) -> bool {
    let lower = back.to_lowercase();
    static ELSEWHERE: Listed = Listed::new(
        "one all even although though most some many enabling despite unlike cloud function",
    );
    let first = clause::first_word(&lower);
    let told = opening(&lower, 4);
    let named = words::content(term).iter().any(|w| told.contains(w));
    // `Default is 4 days`: a setting.
    if lower.starts_with("default") {
        return false;
    }
    let rules = !matches!(first.as_str(), "if" | "when")
        && [" must ", " should ", " would be "]
            .iter()
            .any(|v| lower.contains(v));
    !ELSEWHERE.has(&first) && !points_back(back) && (named || !(rules || words::count(term) > 3))
}

/// `Which piers does X have?`: the piers.
fn class_of(question: &str) -> String {
    let (head, _) = question.split_once(" do").unwrap_or_default();
    let last = head.split_whitespace().next_back();
    last.unwrap_or("").to_lowercase()
}

/// `Which piers …? Each pier has a lamp`: sentences about the class, no members.
pub(super) fn tells_of(question: &str, back: &str) -> bool {
    let class = words::stem(&class_of(question));
    back.lines().any(|l| {
        words::words(l).any(|w| words::stem(&w) == class)
            && clause::has_own_verb(l.trim_start_matches("- "))
    })
}

/// Whether no member of a line is a trait: `strong hulls`, `massive stones`.
pub(super) fn names_only(back: &str) -> bool {
    static TRAITS: Listed = Listed::new(
        "strong weak low high large small unusual unlimited limited fast slow good bad new old \
        different several various no more less minimum maximum cheaper faster longer book",
    );
    back.starts_with("- ")
        || back.trim_end_matches('.').split([',', '/']).all(|m| {
            let first = clause::first_word(m.trim()).to_lowercase();
            let ends = ["ed", "ing", "able", "ous", "ive", "ful", "less"];
            let compound = first.contains('-') && m.trim().starts_with(char::is_lowercase);
            let shaped = m.trim().contains(' ') && ends.iter().any(|e| first.ends_with(e));
            let told = TRAITS.has(&first) || compound || shaped;
            !told
        })
}

/// Whether the class that is asked for is a class: no band's or album's name.
pub(super) fn counts_known(question: &str) -> bool {
    let class = class_of(question);
    let one = lexicon::singular(&class).unwrap_or_else(|| class.clone());
    lexicon::is_countable(&one)
        || lexicon::kind_at_end(&class).is_some()
        || crate::generator::aspect::is_attribute(&class)
        || crate::generator::aspect::is_aspect(&class)
        || [
            "pillar",
            "principle",
            "plan",
            "feature",
            "benefit",
            "capability",
            "form",
            "characteristic",
            "pro",
            "con",
        ]
        .contains(&one.as_str())
}

/// Several names: no qualities, no orders, no lone adjective.
pub(super) fn members(back: &str) -> bool {
    if back.starts_with("- ") {
        return !back.lines().any(|l| {
            let item = l.trim_start_matches("- ").to_lowercase();
            manner::orders(&item) && words::count(&item) > 1
        });
    }
    let text = back.trim_end_matches('.');
    let several = text.contains(',') || text.contains(" and ") || text.contains('/');
    let first = text.split([',', ' ']).next().unwrap_or("").to_lowercase();
    let quality = manner::is_quality(&text.to_lowercase())
        || matches!(first.as_str(), "low" | "high" | "constant" | "very" | "no");
    several && !quality && !manner::orders(&text.to_lowercase())
}

/// What matters for the security of a thing is more than a word or a slogan,
/// and a chapter has no security.
pub(super) fn matters(of: &str, back: &str) -> bool {
    let thing = of.split_once(" of ").map_or("", |(_, thing)| thing);
    let named = Name::of(thing.trim_end_matches('?')).is_some_and(|n| n.is_proper());
    let listed = back.starts_with("- ");
    let first = clause::first_word(back);
    named && (listed || words::count(back) > 4 && !lexicon::acts(&first))
}
