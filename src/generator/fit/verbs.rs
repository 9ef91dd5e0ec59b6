//! Answers of questions with a verb: what something does, can do or is for.

use super::asked::Asked;
use super::hollow::{is_benefit, of_owner};
use crate::generator::account::Reason;
use crate::generator::clause;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::sentence::capitalised;
use crate::generator::words;

/// An adverb and a verb: `constantly watches`.
pub(super) fn acts_often(back: &str) -> bool {
    let mut parts = back.split_whitespace();
    let first = parts.next().unwrap_or("").to_lowercase();
    let second = parts.next().unwrap_or("").to_lowercase();
    first.ends_with("ly") && lexicon::acts(&second)
}

/// `What is X?` → `What is X made of?`, before a place in brackets.
pub(super) fn asking(front: &str, tail: &str) -> String {
    let bare = front.trim_end_matches('?');
    match bare.rfind(" (") {
        Some(at) if bare.ends_with(')') => format!("{} {tail}{}?", &bare[..at], &bare[at..]),
        _ => format!("{bare} {tail}?"),
    }
}

/// `What is X …` → `What does X …`.
pub(super) fn as_deed(front: &str) -> String {
    match front.contains("hat are ") {
        true => front.replacen("hat are ", "hat do ", 1),
        false => front.replacen("hat is ", "hat does ", 1),
    }
}

/// `Shows how ropes are wound` below `Use case` is what a thing does.
pub(super) fn of_case(front: &str, back: &str) -> Option<String> {
    let first = clause::first_word(back);
    let acts = lexicon::base_of(&first).is_some() && !lexicon::is_either(&first);
    ["hat is a use case for ", "hat are use cases for "]
        .iter()
        .find(|p| acts && !back.starts_with("- ") && front.contains(**p))
        .map(|p| asking(&front.replacen(p, "hat does ", 1), "do"))
}

/// What something does is told by a verb that it can be the subject of.
pub(super) fn does(front: &str, back: String) -> Result<(String, String), Reason> {
    let asked = Asked::read(front);
    if is_benefit(asked.term) {
        let better = of_owner(front, &asked, &back).ok_or(Reason::Vague)?;
        return Ok((better, back));
    }
    if inert(asked.term) || is_practice(asked.term) {
        return Err(Reason::Vague);
    }
    let mut parts = back.split_whitespace();
    // `Rope nets: turn your nets into ropes`: told to the reader.
    static ORDERED: Listed =
        Listed::new("add choose configure consider avoid try implement apply involve fix expect");
    if front.contains("hat do ") && ORDERED.has(&clause::first_word(&back)) {
        return Err(Reason::Vague);
    }
    let (first, second, third) = (
        parts.next().unwrap_or("").to_lowercase(),
        parts.next().unwrap_or("").to_lowercase(),
        parts.next().unwrap_or("").to_lowercase(),
    );
    let rest = |skip: usize| {
        let rest: Vec<&str> = back.split_whitespace().skip(skip).collect();
        capitalised(&rest.join(" "))
    };
    let asks = |verb: &str| {
        front
            .replace(" do?", &format!(" {verb}?"))
            .replace(" do (", &format!(" {verb} ("))
    };
    let (front, back) = match (first.as_str(), second.as_str()) {
        ("consists" | "consist", "of") => (asks("consist of"), rest(2)),
        ("involves" | "involve", _) => (asks("involve"), rest(1)),
        ("depends" | "depend", "on") => (asks("depend on"), rest(2)),
        ("means" | "mean", "that") => (asks("mean"), rest(2)),
        ("refers" | "refer", "to") => (asks("refer to"), rest(2)),
        ("contains" | "contain", _) => (asks("contain"), rest(1)),
        ("supports" | "support", _) => (asks("support"), rest(1)),
        // `Allow or deny`: values.
        (_, "or") if words::count(&back) < 4 => return Err(Reason::Vague),
        ("requires" | "require", _) if words::count(&back) < 12 => (asks("require"), rest(1)),
        ("works" | "work", "by") => (
            asks("work")
                .replace("What do", "How do")
                .replace("what do", "how do"),
            rest(1),
        ),
        _ => {
            static STATES: Listed = Listed::new(
                "occurs occur happens happen is are was were has have had how exists exist varies vary \
                looks look costs cost comes come stays stay lives live",
            );
            let noun = lexicon::is_either(&first)
                && (matches!(second.as_str(), "and" | "or" | "of")
                    && !third.ends_with("ing")
                    && lexicon::base_of(&third).is_none()
                    || second.is_empty());
            let property = matches!(first.as_str(), "runs" | "run")
                && matches!(
                    second.as_str(),
                    "on" | "in" | "at" | "with" | "efficiently" | "as"
                );
            static SAYS: Listed = Listed::new(
                "ensures guarantees means shows says states checks verifies proves indicates \
                assumes ensure guarantee mean show say check verify prove indicate assume",
            );
            // `Changes made to …`, `contracts that …`: a noun and what is said of it.
            let qualified = matches!(
                second.as_str(),
                "which" | "who" | "made" | "used" | "needed" | "must" | "need" | "are"
            ) || second == "that" && !SAYS.has(&first);
            // A limit, a port, a number of days: not what it is there for.
            let figured = words::count(&back) < 14
                && clause::unbracketed(&back).split_whitespace().any(|w| {
                    let w = w.rsplit('/').next().unwrap_or(w);
                    w.chars().take_while(char::is_ascii_digit).count() > 1
                });
            let share = back.contains('%') && matches!(first.as_str(), "causes" | "affects");
            // `Turn out that …`: what somebody found.
            let found = matches!(first.as_str(), "turn" | "turns") && second == "out";
            // `Act at the keel level`, `operates on tides`: where or how it works.
            let placed = matches!(first.as_str(), "act" | "acts" | "operate" | "operates")
                && matches!(second.as_str(), "at" | "on" | "in" | "within");
            // `Ropes can be used to …`, `filters (hemp), wrappers (tar)`: nouns.
            let noun = noun || clause::is_finite(&second) || second.starts_with('(');
            let vague = second == "you" && third == "the" && back.contains(" flexibility");
            if placed
                || found
                || vague
                || figured
                || share
                || STATES.has(&first)
                || noun
                || qualified
                || property
            {
                return Err(Reason::Vague);
            }
            (front.to_owned(), back)
        }
    };
    Ok((front, back))
}

/// What something is used for is told by an aim; `used when …` tells when.
pub(super) fn used(front: &str, back: String) -> Result<(String, String), Reason> {
    let told = ["Can be used ", "Used ", "It is used "]
        .iter()
        .find_map(|p| back.strip_prefix(p))
        .map_or(back.clone(), capitalised);
    let first = clause::first_word(&told);
    if matches!(first.as_str(), "when" | "if" | "where") {
        let question = front.replacen("hat is ", "hen should you use ", 1);
        let question = question.replacen("hat are ", "hen should you use ", 1);
        return Ok((question.replacen(" used for", "", 1), told));
    }
    // `Used in training`, `used with ropes`: where and how.
    static BESIDE: Listed = Listed::new("in on at with within during by alongside together");
    // `AcmeNets are ropes …`, `Clouding service: knots`: no aim at all.
    let said = clause::has_own_verb(&told) && !matches!(first.as_str(), "to" | "for" | "as");
    let labelled = told
        .split_once(": ")
        .is_some_and(|(l, _)| words::count(l) < 5);
    // `As it has ropes` tells why.
    let why = ["as it ", "as they ", "as there "]
        .iter()
        .any(|w| told.to_lowercase().starts_with(w));
    match BESIDE.has(&first) || said || labelled || why {
        true => Err(Reason::Vague),
        false => Ok((front.to_owned(), told)),
    }
}

/// `Default state`, `pier level`, `price`: what is true of a thing, which does
/// nothing itself.
fn inert(term: &str) -> bool {
    static STATES: Listed = Listed::new(
        "level levels state states use usage price prices pricing cost costs fee fees note notes tip \
        tips scope size sizes case cases situation scenario requirement requirements ownership \
        availability latency throughput bandwidth durability performance goal goals objective \
        objectives tradeoffs capabilities types options considerations satisfaction ratio score \
        recommendations concepts design",
    );
    let bare = clause::unbracketed(term).to_lowercase();
    let last = bare.split_whitespace().next_back().unwrap_or("");
    bare.contains(' ') && STATES.has(last)
}

/// What something is for is told by an aim: `to …`, `for …`, or an order.
pub(super) fn purpose(
    asked: &Asked<'_>,
    front: &str,
    back: String,
) -> Result<(String, String), Reason> {
    let mut parts = back.split_whitespace();
    let first = parts.next().unwrap_or("").to_lowercase();
    let second = parts.next().unwrap_or("").to_lowercase();
    static STATES: Listed = Listed::new(
        "consist have has is are be fail end start know remember happen occur exist depend reject",
    );
    static LETS: Listed = Listed::new("allow enable let help");
    let aims = matches!(first.as_str(), "to" | "for");
    let step = !asked.term.contains(' ') && lexicon::is_base_verb(&asked.term.to_lowercase());
    let verdict = back.to_lowercase().contains(" not for ");
    // `For a large port, the crane is moved`: a sentence that begins so.
    let sentence = first == "for"
        && back.split_once(", ").is_some_and(|(_, rest)| {
            let joined = matches!(
                clause::first_word(rest).as_str(),
                "but" | "and" | "or" | "which" | "where" | "that" | "to"
            );
            !joined && clause::has_own_verb(rest)
        });
    // `Monitor by stage` is no aim of a monitor.
    let aimless = matches!(
        second.as_str(),
        "by" | "at" | "in" | "on" | "as" | "" | "is" | "are" | "using" | "via" | "through"
    );
    // `clear explanation`, `aggregate demand (AD)`: no orders.
    static QUALITIES: Listed = Listed::new(
        "clear complete separate direct average aggregate secure open live present fast slow smooth \
        free content correct clean empty exact level subject",
    );
    let described = QUALITIES.has(&first)
        && !lexicon::is_determiner(&second)
        && !lexicon::looks_plural(&second);
    let bare = described || aims && words::count(&back) < 3 || !aims && aimless;
    let benefit = is_benefit(asked.term);
    // `Types of rope`, `mooring workflow`: a first step or one of many.
    static COURSES: Listed = Listed::new(
        "workflow process procedure steps setup types options classes modes kinds levels goal goals \
        objective objectives design testing satisfaction rate ratio score layer",
    );
    let course = asked
        .term
        .split_whitespace()
        .next_back()
        .is_some_and(|w| COURSES.has(&w.to_lowercase()));
    if course || STATES.has(&first) || step || verdict || sentence || bare || benefit {
        return Err(Reason::Vague);
    }
    // `Tide charts: contain the depths`: what many do, no order.
    let last = asked.term.split(" (").next().unwrap_or("");
    let last = last
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .to_lowercase();
    static TELLS: Listed = Listed::new("contain hold describe represent define store keep");
    let many = lexicon::looks_plural(&last) && TELLS.has(&first);
    if many && front.contains("hat is ") {
        let question = front.replacen("hat is ", "hat do ", 1);
        let question = question
            .replacen(" for?", " do?", 1)
            .replacen(" for (", " do (", 1);
        return does(&question, back);
    }
    if LETS.has(&first) && !second.is_empty() {
        let many = front.contains("hat are ");
        let question = as_deed(front)
            .replacen(" for?", " do?", 1)
            .replacen(" for (", " do (", 1);
        let verb = match many {
            true => first.clone(),
            false => format!("{first}s"),
        };
        let told = back.get(first.len()..).unwrap_or("");
        return Ok((question, format!("{}{told}", capitalised(&verb))));
    }
    Ok((front.to_owned(), back))
}

/// `It can be more simplified`: what is done to a thing is nothing it can do.
pub(super) fn is_passive(back: &str) -> bool {
    let lower = back.to_lowercase();
    let body = lower
        .strip_prefix("it can ")
        .or_else(|| lower.strip_prefix("they can "))
        .unwrap_or(&lower);
    body.starts_with("be ") && !body.starts_with("be used ") || body.starts_with("only ")
}

/// `deleting ropes`, `specific knots`: a practice or a choice does nothing.
fn is_practice(term: &str) -> bool {
    static PICKED: Listed =
        Listed::new("specific general other additional common typical various certain further");
    let first = clause::first_word(term);
    let last = term.split_whitespace().next_back().unwrap_or("");
    let gerund = super::is_gerund(&first) && term.starts_with(char::is_lowercase);
    term.contains(' ') && (PICKED.has(&first) || gerund && lexicon::looks_plural(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_thing_is_made_is_not_what_it_is_for() {
        let aim = |back: &str| {
            let front = "What is Tide Chart for?";
            purpose(&Asked::read(front), front, back.to_owned())
        };
        assert!(aim("Draw using ink or a pencil.").is_err());
        assert!(aim("Draw the depth of each channel.").is_ok());
    }

    #[test]
    fn what_many_hold_is_what_they_do() {
        let front = "What is Tide Charts for?";
        let back = "Contain the depth of each channel of a port.".to_owned();
        let (asked, _) = purpose(&Asked::read(front), front, back).unwrap_or_default();
        assert_eq!(asked, "What do Tide Charts contain?");
        assert!(
            does(
                "What do tides do?",
                "Turn out that they follow the moon.".to_owned()
            )
            .is_err()
        );
    }

    #[test]
    fn an_aim_says_what_a_thing_is_used_for() {
        let told = |back: &str| used("What is RopeNet used for?", back.to_owned()).ok();
        assert_eq!(told("As it has ropes for boats."), None);
        let pair = |front: &str, back: &str| Some((front.to_owned(), back.to_owned()));
        assert_eq!(
            told("Can be used to moor boats."),
            pair("What is RopeNet used for?", "To moor boats.")
        );
        assert_eq!(
            told("Used when the tide is high."),
            pair("When should you use RopeNet?", "When the tide is high.")
        );
        assert_eq!(
            told("Mooring of small boats."),
            pair("What is RopeNet used for?", "Mooring of small boats.")
        );
        for back in [
            "Used in boats.",
            "Can be used with hemp.",
            "RopeNets are nets that moor boats.",
            "Net service: hemp, tar",
        ] {
            assert_eq!(told(back), None, "{back}");
        }
    }
}
