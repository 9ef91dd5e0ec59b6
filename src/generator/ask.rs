//! Asking for a named part of a topic: the question that its text answers, by
//! the manner of the text and what the label names. Where no question fits,
//! there is none.

use super::facts::homes;
use super::label::Part;
use super::lexicon;
use super::listed::Listed;
use super::manner::{self, Manner, illustrates};
use super::name::{self, Name};
use super::parts::{about, bare};
use super::sentence;
use super::statement::{Form, Statement};
use super::words;

/// Whether a topic's name can stand after `what is`: no adjective, verb or
/// piece of a sentence.
pub(super) fn names_a_thing(name: &Name) -> bool {
    let low = name.short.to_lowercase();
    if super::fit::is_side(&name.short) || super::fit::is_numbered(&low) {
        return false;
    }
    name.branded || name.is_product() || name.is_proper() && name.short.contains(' ') || {
        let said = bare(&name.said);
        let low = said.to_lowercase();
        let verb = !said.contains(' ')
            && lexicon::is_base_verb(&low)
            && !lexicon::is_either(&lexicon::plural(&low));
        !verb && (said.starts_with(char::is_uppercase) || !Part::of(said).is_odd())
    }
}

/// Whether `A, B, C` under a name can be asked for at all: its examples, or
/// what makes a product or an activity up.
pub(super) fn holds_examples(name: &Name) -> bool {
    name.counts_many()
        || name.is_product()
        || name.branded
        || name.is_proper() && words::count(&name.short) > 1
        || Part::of(&name.short).is_action()
}

/// Headings under which lines say what comes of a thing, what it is used for or
/// how somebody tried it, rather than what their leads are.
fn is_elsewhere(heading: &str) -> bool {
    let low = heading.to_lowercase();
    if low.contains("true / false") || low.contains("true/false") || low.contains("quiz") {
        return true;
    }
    let first = low
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    static FIRST: Listed = Listed::new(
        "benefit benefits advantage advantages disadvantages pros cons why challenges challenge \
        considerations problems strengths weaknesses drawbacks step lab labs demo hands walkthrough \
        exercise exercises tutorial project scenario scenarios recap warnings",
    );
    FIRST.has(first)
        || [
            "use cases",
            "use case",
            "applications",
            "real-world examples",
            "best practices",
            "tips",
        ]
        .iter()
        .any(|e| low.trim_end_matches(':').ends_with(e))
}

/// `Train Crew` in a `Workflow`: what is done there, whatever its capitals.
fn is_step(heading: &str, lead: &str) -> bool {
    static COURSES: Listed =
        Listed::new("workflow workflows process pipeline lifecycle steps roadmap procedure");
    let last = heading.split_whitespace().next_back().unwrap_or("");
    let first = lead.split_whitespace().next().unwrap_or("").to_lowercase();
    let orders = lead.contains(' ') && lexicon::is_base_verb(&first);
    COURSES.has(&last.to_lowercase()) && orders
}

/// Asks for a named part of a topic `x` by the text that is its answer; `under`
/// is the aspect it stands under, or nothing. `None` where no good question is
/// known.
pub(super) fn part(
    x: &str,
    part: &str,
    under: &str,
    text: &str,
    statement: &Statement,
) -> Option<String> {
    let file = part.starts_with(['/', '.'])
        || part.trim_matches('`').contains('.') && !part.contains(' ') && !part.ends_with('.');
    // `Used to be called RopeNet`: what it was.
    let once = text
        .get(..11)
        .is_some_and(|t| t.eq_ignore_ascii_case("used to be "));
    if illustrates(text) || file || once || is_step(x, part) {
        return None;
    }
    let part = part.trim_matches(['#', '*']).trim();
    // A page's title is no place: `Everything that one should know`.
    let title = x.split_whitespace().count() > 4
        && [
            " that ",
            " should ",
            " know",
            " guide",
            " notes",
            " need",
            "everything ",
        ]
        .iter()
        .any(|t| x.to_lowercase().contains(t));
    let x = if title { "" } else { x };
    let named = Part::of(part);
    let elsewhere = is_elsewhere(x) || is_elsewhere(under);
    if elsewhere && !(named.proper && matches!(statement.form, Form::Noun)) {
        return None;
    }
    let be = if named.plural { "are" } else { "is" };
    let does = if named.plural { "do" } else { "does" };
    let said = &named.said;
    let (manner, statement) = manner::read(part, text, statement);
    let noun = named.is_noun();
    // `IAM roles: create IAM roles …`: how one begins, not what they are for.
    let begins = text
        .split_whitespace()
        .take(4)
        .collect::<Vec<_>>()
        .join(" ");
    if manner == Manner::Aim && overlap(&begins, part) {
        return None;
    }
    let telling = named.proper || words::count(part) > 1 || !named.is_everyday();
    let orders = manner == Manner::Advice || statement.form == Form::Base;
    if let Some(act) = doing(part).filter(|_| orders && !named.proper) {
        return Some(within(x, "", &format!("how do you {act}")));
    }
    if !noun && manner != Manner::Sentence {
        return None;
    }
    let acts = matches!(manner, Manner::Action | Manner::Power | Manner::Sentence);
    if acts && part.eq_ignore_ascii_case("operation") && !x.is_empty() {
        return Some(format!("How does {x} work?"));
    }
    let handled = manner == Manner::Sentence && named.is_action() && names_product(x);
    if is_facet(part) && manner != Manner::Definition && !handled {
        return None;
    }
    match manner {
        // `audience`, `biggest benefits of …`: what something has.
        Manner::Definition | Manner::Examples
            if super::aspect::is_attribute(&named.last)
                && !named.proper
                && !part.contains(" of ")
                && !overlap(x, part)
                && statement.form != Form::Noun
                && !gathers(x)
                && (names_product(x) || words::count(part) == 1 && words::count(x) <= 4)
                && !x.contains(':') =>
        {
            Some(format!("What {be} the {part} of {x}?"))
        }
        // A word of every day is defined by a whole phrase or in a product.
        Manner::Definition
            if named.is_everyday()
                && !names_product(x)
                && !matches!(statement.form, Form::Noun) =>
        {
            None
        }
        Manner::Definition if noun => {
            if part.contains(" and ") && !matches!(statement.form, Form::Noun) {
                return None;
            }
            let whole = part
                .split(" of ")
                .next()
                .is_some_and(|h| h.len() < part.len());
            if named.plural && whole && !named.proper {
                return Some(within(x, part, &format!("what are the {part}")));
            }
            if name::is_initials(part, statement.body.trim_end_matches('.')) {
                return Some(format!("What does {part} stand for?"));
            }
            Some(within(x, part, &format!("what {be} {said}")))
        }
        Manner::Action => Some(within(x, part, &format!("what {does} {} do", the(&named)))),
        Manner::Power => Some(within(x, part, &format!("what can {} do", the(&named)))),
        // `Configure objects` is what they do, be it an order or their verb.
        Manner::Aim if named.plural && statement.form == Form::Base && telling => {
            Some(within(x, part, &format!("what do {} do", the(&named))))
        }
        Manner::Aim if telling => Some(within(x, part, &format!("what {be} {} for", the(&named)))),
        Manner::Use => Some(within(
            x,
            part,
            &format!("what {be} {} used for", the(&named)),
        )),
        Manner::Quality if noun && telling => Some(within(
            x,
            part,
            &format!("what characterises {}", the(&named)),
        )),
        Manner::Examples if named.plural => Some(examples(x, part, &named)),
        Manner::Examples if named.is_action() && words::count(part) > 1 => {
            Some(format!("What does {part} cover{}?", place(x, part)))
        }
        Manner::Examples if named.proper && Name::of(part).is_some_and(|n| n.is_product()) => {
            Some(within(x, part, &format!("what characterises {part}")))
        }
        // `Authentication method: pre-shared key`.
        Manner::Sentence if words::count(text) < 4 => None,
        Manner::Sentence if named.is_action() && names_product(x) => {
            Some(within(x, "", &format!("how {be} {part} handled")))
        }
        Manner::Sentence if noun && named.proper => {
            Some(within(x, part, &format!("what characterises {part}")))
        }
        Manner::Sentence
            if (!named.is_everyday() || named.is_action())
                && !part.contains(['/', ','])
                && !one_sided(part) =>
        {
            Some(format!("What does “{part}” mean{}?", place(x, part)))
        }
        _ => None,
    }
}

/// Whether a word names a side that any thing may have (`Networking: connects to
/// …`): the line tells what the thing does, and the word nothing that does it.
fn is_facet(part: &str) -> bool {
    static SIDES: Listed = Listed::new(
        "automation execution deployment networking governance compliance backup backups identity \
        auditing integration management storage security monitoring scaling maintenance \
        authentication authorization logging legacy structure lifecycle impact generality \
        mechanism mechanisms consequence simplicity flexibility portability no-code multi-channel \
        functionality operation",
    );
    SIDES.has(&part.trim_end_matches(':').to_lowercase())
}

/// `choosing k` → `choose k`.
fn doing(part: &str) -> Option<String> {
    let (first, object) = part.split_once(' ')?;
    let stem = first.strip_suffix("ing")?.to_lowercase();
    let base = [format!("{stem}e"), stem.clone(), {
        let mut short = stem.clone();
        short.pop();
        short
    }]
    .into_iter()
    .find(|b| lexicon::is_base_verb(b))?;
    let taken = matches!(object.split(' ').next(), Some("a" | "an" | "the" | "your"));
    let thing = object.chars().count() == 1 || lexicon::looks_plural(object);
    (taken || thing).then(|| format!("{base} {object}"))
}

/// `cost`, `data`: with the article that a part of something has.
fn the(part: &Part<'_>) -> String {
    match part.said.strip_suffix(part.text) {
        Some(article) if !article.is_empty() => format!("the {}", part.text),
        _ => part.text.to_owned(),
    }
}

/// Phrases that judge or count rather than name: `different sizes`, `at least
/// two`, `4 of 6`.
fn one_sided(part: &str) -> bool {
    let low = part.to_lowercase();
    let first = low.split_whitespace().next().unwrap_or("");
    static JUDGES: Listed = Listed::new(
        "different high low large small new good bad better best most many more less fewer no not \
        only custom global main important available full other min max the additional several \
        must can always never by with without for to in on at from as if when how why what",
    );
    JUDGES.has(first)
        || low.starts_with(|c: char| c.is_ascii_digit())
        || lexicon::is_base_verb(first) && !lexicon::is_either(&lexicon::plural(first))
}

/// Asks for members of a class.
fn examples(x: &str, part: &str, named: &Part<'_>) -> String {
    static CLOSED: Listed = Listed::new(
        "options types modes levels classes states phases steps stages formats flavors flavours layers \
        tiers kinds forms components parts methods versions categories",
    );
    let shown = super::phrase::lower_title(part);
    let shown = if named.proper && !CLOSED.has(&named.last) {
        part
    } else {
        shown.as_str()
    };
    let product = Name::of(x.split(" (").next().unwrap_or(x)).is_some_and(|n| n.is_product());
    if product && !overlap(x, part) {
        return format!("Which {shown} does {x} have?");
    }
    // `Four factors of growth` are all of them.
    static COUNTS: Listed = Listed::new("two three four five six seven eight nine");
    let first = shown.split(' ').next().unwrap_or("").to_lowercase();
    let ask = match CLOSED.has(&named.last) {
        _ if COUNTS.has(&first) => {
            let rest = shown.get(first.len()..).unwrap_or("");
            format!("what are the {first}{rest}")
        }
        true => format!("which {shown} are there"),
        false => format!("what are examples of {shown}"),
    };
    within(x, part, &ask)
}

/// `Factors of growth`, `Determinants of health`: what stands below is one of
/// them, not their attribute.
fn gathers(x: &str) -> bool {
    let low = x.to_lowercase();
    super::aspect::composition(&low)
        || ["factors", "determinants", "causes", "members", "examples"]
            .iter()
            .any(|w| low.split(' ').take(2).any(|own| own == *w))
}

/// Within the topic, unless the part says by itself where it belongs.
fn within(x: &str, part: &str, question: &str) -> String {
    match x.is_empty() || overlap(x, part) || stands_alone(part, x) {
        true => format!("{}?", sentence::capitalised(question)),
        false => about(x, question),
    }
}

/// Whether a part needs no place, or what is there to place it is a chapter.
pub(super) fn stands_alone(part: &str, x: &str) -> bool {
    let letters = !x.contains(|c: char| !c.is_uppercase());
    let chapter = !letters && !names_product(x);
    places_itself(part) && chapter || is_titled(part) && homes::gathers_many(x)
}

/// `Basalt TDL`, `TideLog Reader`: known outside the chapter it stands in.
fn places_itself(part: &str) -> bool {
    let capitals = |w: &str| w.chars().filter(|c| c.is_uppercase()).count() > 1;
    words::count(part) > 1 && part.split_whitespace().any(capitals)
}

/// `Basalt Lamp`: a name of several words.
fn is_titled(part: &str) -> bool {
    words::count(part) > 1
        && part
            .split_whitespace()
            .all(|w| w.starts_with(char::is_uppercase))
}

/// ` in X`, where the part alone would not be clear.
fn place(x: &str, part: &str) -> String {
    let telling = words::count(part) > 1 && !one_sided(part);
    if x.is_empty() || overlap(x, part) || telling && (x.contains(':') || words::count(x) > 3) {
        return String::new();
    }
    if x.contains(" of ") || x.contains(':') {
        format!(" under “{}”", sentence::capitalised(bare(x)))
    } else if bare(x).len() < x.len() {
        format!(" for {x}")
    } else {
        format!(" in {x}")
    }
}

/// Whether the part repeats a telling word of its topic.
fn overlap(x: &str, part: &str) -> bool {
    let of_x = words::name_words(x.split(" (").next().unwrap_or(x));
    words::name_words(part)
        .iter()
        .any(|w| w.chars().count() > 2 && !words::is_stop(w) && of_x.contains(w))
}

/// Whether the words are a product's name rather than an idea's.
pub(super) fn names_product(x: &str) -> bool {
    let x = x.split(" (").next().unwrap_or(x);
    Name::of(x).is_some_and(|n| n.is_product())
        || x.contains(' ')
            && x.split_whitespace()
                .all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
            && !lexicon::looks_plural(x.split_whitespace().next_back().unwrap_or(""))
            && words::count(x) <= 3
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::generator::name::Name;
    use crate::generator::statement;

    fn asked(x: &str, part: &str, under: &str, text: &str) -> Option<String> {
        let statement = statement::read(text, &Name::of("Basalt").unwrap());
        super::part(x, part, under, text, &statement)
    }

    #[test]
    fn a_side_of_a_thing_is_no_thing() {
        let names = |name: &str| super::names_a_thing(&Name::of(name).unwrap());
        assert!(!names("TDN Performance") && !names("Amazon Quay Pricing"));
        assert!(!names("Project 3") && names("Pier 3"));
        assert!(names("TDN Quay") && names("Performance Board"));
    }

    #[test]
    fn a_side_that_all_things_have_does_nothing_itself() {
        let asked = |part: &str| asked("QuartzDB", part, "", "Connects to the pier by two ropes");
        let works = asked("Operation");
        assert_eq!(works.as_deref(), Some("How does QuartzDB work?"));
        assert_eq!(asked("Networking"), None);
        assert!(asked("Ring Profiler").is_some());
    }

    #[test]
    fn what_a_thing_was_is_not_what_it_is_used_for() {
        assert!(asked("RopeNet", "TDN", "", "Used to be named CloudRope").is_none());
        assert!(asked("RopeNet", "TDN", "", "Used to moor boats at night").is_some());
    }

    #[test]
    fn a_part_is_asked_for_by_how_its_text_begins() {
        for (part, text, question) in [
            (
                "Key ring",
                "a rope that moors a boat",
                "In QuartzDB, what is Key ring?",
            ),
            (
                "salting",
                "adding random text before hashing",
                "In QuartzDB, what is salting?",
            ),
            (
                "Ring Profiler",
                "Automatically detects slow rings",
                "In QuartzDB, what does Ring Profiler do?",
            ),
            (
                "Ring Studio",
                "Restore data to any point in time",
                "In QuartzDB, what is Ring Studio for?",
            ),
            (
                "Idle Rings",
                "Held for a month without a charge",
                "In QuartzDB, what characterises Idle Rings?",
            ),
            (
                "Reader",
                "Can view all tables of a ring",
                "In QuartzDB, what can Reader do?",
            ),
            (
                "logging",
                "Logs are kept in the ring for a week",
                "In QuartzDB, how is logging handled?",
            ),
            (
                "connectors",
                "files, queues, tables",
                "Which connectors does QuartzDB have?",
            ),
            (
                "choosing k",
                "Plot the spread against k and take the bend",
                "In QuartzDB, how do you choose k?",
            ),
        ] {
            let asked = asked("QuartzDB", part, "", text);
            assert_eq!(asked.as_deref(), Some(question), "{part}");
        }
    }

    #[test]
    fn what_no_teacher_would_ask_is_left() {
        for (x, part, under, text) in [
            (
                "QuartzDB",
                "secrets",
                "",
                "Integrate with a vault; use roles with care",
            ),
            ("QuartzDB", "Ring path", "", "NAT -> gate -> ring"),
            ("QuartzDB", "Ring events", "", "e.g. a ring that was closed"),
            (
                "Benefits of rings",
                "scalability",
                "",
                "Easily grow with simple commands",
            ),
            ("QuartzDB", "pricing tests", "use cases", "Fast answers"),
            ("True / False", "Q5", "", "Rings are kept for a month"),
            ("QuartzDB", "/orders", "", "The service of orders"),
            (
                "QuartzDB",
                "4 of 6 copies",
                "",
                "Needed for a write to count as done",
            ),
        ] {
            assert_eq!(asked(x, part, under, text), None, "{part}");
        }
    }

    #[test]
    fn a_telling_part_needs_no_place() {
        let text = "an agreement between ports that costs are shared";
        let place = "Everything that harbour masters should know";
        assert_eq!(
            asked(place, "Ring Accord", "", text).as_deref(),
            Some("What is Ring Accord?")
        );
    }
}
