//! What teaches without stating: labs and their steps, quizzes, scenarios,
//! memory tricks, advice for sitting an exam, contents of a course.
//!
//! Facts may stand in such a section, but none that its heading owns, and the
//! steps of a walk through somebody's screens are no knowledge at all.

use super::lead;
use super::listed::Listed;
use super::outline::{Block, Item};
use super::sentence;

/// Headings over exercises, stories and advice, by how they begin.
const BEGINS: [&str; 58] = [
    "例題",
    "練習問題",
    "演習",
    "模擬試験",
    "练习题",
    "prerequisite",
    "pre-requisite",
    "pre-requirement",
    "scenario",
    "future enhancement",
    "future improvement",
    "future work",
    "challenges and solutions",
    "question ",
    "answer:",
    "answer -",
    "memory trick",
    "memory aid",
    "memory hook",
    "mnemonic",
    "case study",
    "real-world case",
    "real world case",
    "exam question",
    "exam strategy",
    "exam advice",
    "exam gold",
    "exam day",
    "exam scenario",
    "review question",
    "knowledge check",
    "check your ",
    "test your",
    "self-test",
    "self test",
    "self-check",
    "interview question",
    "quiz",
    "hands-on",
    "hands on",
    "walkthrough",
    "walk-through",
    "tutorial",
    "workshop",
    "homework",
    "assignment",
    "exercise",
    "try it",
    "worked ",
    "steps to ",
    "step-by-step",
    "step by step",
    "things to study",
    "topics to ",
    "what to study",
    "course ",
    "learning path",
    "match keywords",
];

/// The same anywhere in the heading.
const CONTAINS: [&str; 18] = [
    "memory trick",
    "practice question",
    "review question",
    "sample question",
    "quiz question",
    "case study",
    "case studies",
    "walkthrough",
    "walk-through",
    "step by step",
    "step-by-step",
    "syllabus",
    "curriculum",
    "cheat codes",
    "cheat code",
    "exam strategy",
    "skills gained",
    "final tips",
];

/// Whether a heading stands over an exercise, a story or advice. `lower` is
/// the heading in small letters, without its number.
pub(super) fn heading(lower: &str) -> bool {
    static WHOLE: Listed = Listed::phrases(
        "answer|answers|solution|solutions|demo|demos|lab|labs|lab steps|steps|example scenario|\
        example scenarios|clean up|cleanup|commands|useful commands|roadmap|exam tips and tricks|\
        tips and tricks|tips & tricks",
    );
    let mut parts = lower.split_whitespace();
    let (first, last) = (
        parts.next().unwrap_or(""),
        lower.split_whitespace().next_back(),
    );
    let lab = matches!(first.trim_end_matches(':'), "lab" | "demo") || last == Some("lab");
    let numbered = first == "step"
        && lower[4..]
            .trim_start()
            .starts_with(|c: char| c.is_ascii_digit());
    // `問題1`, but no `問題点`.
    let asked = ["問題", "문제"].iter().any(|q| {
        let rest = lower.strip_prefix(q).map(str::trim_start);
        rest.is_some_and(|r| r.starts_with(|c: char| c.is_numeric()))
    });
    lab || numbered
        || asked
        || WHOLE.has(lower)
        || BEGINS.iter().any(|b| lower.starts_with(b)) && !chapter(lower)
        || CONTAINS.iter().any(|c| lower.contains(c))
}

/// `learning path 2: ropes and knots`: a part of the notes, by what it teaches.
fn chapter(lower: &str) -> bool {
    let rest = lower.strip_prefix("learning path");
    rest.is_some_and(|r| r.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a list walks through screens or a shell: most of its lines are
/// orders, and several of them could be nothing else.
pub(super) fn steps(items: &[Item]) -> bool {
    let mut plain = 0;
    let mut orders = 0;
    let mut certain = 0;
    for item in items {
        let Some(Block::Paragraph(rich, _)) = item.blocks.first() else {
            continue;
        };
        let text = sentence::trim(&rich.plain());
        plain += 1;
        let of_lead = lead::split(rich).map(|l| l.text);
        let ordered = order(&text).or_else(|| of_lead.and_then(|t| order(&t)));
        orders += usize::from(ordered.is_some());
        certain += usize::from(ordered == Some(true));
    }
    plain >= 3 && orders * 5 >= plain * 3 && certain * 3 >= plain || plain == 2 && certain == 2
}

/// Whether a line orders something: `Some(true)` where it is an act at a
/// screen or shell, `Some(false)` where it may also say what a thing does.
fn order(text: &str) -> Option<bool> {
    static SCREEN: Listed = Listed::new(
        "click right-click double-click navigate select choose paste press type scroll sign ssh \
        tick untick download install launch open go enter wait cd sudo rename browse fill",
    );
    static ACTS: Listed = Listed::new(
        "create add set configure attach detach edit name save test verify check connect copy \
        run start stop delete remove use leave keep make repeat confirm review specify define \
        assign allocate update note follow upload build generate deploy terminate enable disable \
        change log switch return find look give put wait expand close ensure execute",
    );
    let mut parts = text.split_whitespace();
    let first = parts.next()?.to_lowercase();
    let second = parts.next().unwrap_or("").to_lowercase();
    let first = match first.as_str() {
        "then" | "now" | "next" | "next," | "then," | "finally" | "finally," => second.clone(),
        _ => first,
    };
    let first = first.trim_end_matches([',', ':']);
    // `Go is a language`, `Select queries are …`.
    let noun = matches!(second.as_str(), "is" | "are" | "can" | "has" | "was");
    match () {
        () if noun => None,
        () if SCREEN.has(first) => Some(true),
        () if ACTS.has(first) => Some(false),
        () => None,
    }
}

/// `A. …`, `B) …`: the options of somebody's quiz.
pub(super) fn options(items: &[Item]) -> bool {
    let letters: Vec<char> = items
        .iter()
        .filter_map(|i| match i.blocks.first() {
            Some(Block::Paragraph(rich, _)) => Some(rich.plain()),
            _ => None,
        })
        .filter_map(|t| {
            let mut chars = t.chars();
            let letter = chars.next()?.to_ascii_uppercase();
            let mark = chars.next()?;
            (('A'..='F').contains(&letter) && matches!(mark, '.' | ')' | ':' | '：'))
                .then_some(letter)
        })
        .collect();
    letters.len() >= 2 && letters.len() == items.len() && letters.windows(2).all(|w| w[0] < w[1])
}

/// Whether a sentence advises how to answer or what to expect of an exam.
pub(super) fn advises(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "exam",
        "exams",
        "certs",
        "not covered in",
        "the test",
        "if you see",
        "when you see",
        "if the question",
        "question mentions",
        "question says",
        "trick question",
        "correct answer",
        "wrong answer",
        "right answer",
        "distractor",
        "distractors",
    ]
    .iter()
    .any(|p| sentence::contains_words(&lower, p))
}

/// `Match each rope to its knot`, `For each pier, name its lamp`: a line that
/// sets a task; what is listed below are its answers or its material.
pub(super) fn sets_task(line: &str) -> bool {
    let lower = line.to_lowercase();
    let starts = [
        "match ",
        "name the ",
        "name each ",
        "draw ",
        "sketch ",
        "fill in ",
        "recall ",
        "quiz ",
        "identify the ",
        "identify which ",
        "write down ",
        "without looking ",
    ];
    let each = lower
        .strip_prefix("for each ")
        .and_then(|rest| rest.split_once(", "))
        .is_some_and(|(_, rest)| {
            [
                "name ",
                "list ",
                "write ",
                "say ",
                "identify ",
                "pick ",
                "choose ",
            ]
            .iter()
            .any(|v| rest.starts_with(v))
        });
    each || starts.iter().any(|s| lower.starts_with(s))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{fronts, shows};

    #[test]
    fn the_options_of_a_question_are_no_facts() {
        let list = |text: &str| match &crate::generator::markdown::read(text).blocks[..] {
            [Block::List(items, _), ..] => options(items),
            other => panic!("{other:?}"),
        };
        assert!(list("- **A**: two pilots\n- **C**: a chest of keys\n"));
        assert!(list("- A) two pilots\n- B) a chest of keys\n"));
        assert!(!list("- C: two pilots\n- A: a chest of keys\n"));
    }

    #[test]
    fn exercises_and_stories_are_known_by_their_headings() {
        for h in [
            "scenario 3 — a leaking boat",
            "lab: first steps",
            "harbour lab",
            "quick memory trick",
            "review questions",
            "case study: the ferry",
            "step 3: moor the boat",
            "prerequisites for mooring",
            "問題1",
        ] {
            assert!(heading(h), "{h}");
        }
        for h in [
            "labels",
            "learning path 2: knots",
            "step engine",
            "labour",
            "stepwise regression",
            "questionnaires",
            "answering machines",
            "問題点",
        ] {
            assert!(!heading(h), "{h}");
        }
    }

    #[test]
    fn a_walk_through_screens_yields_nothing() {
        let page = "# Harbourmaster\n\nHarbourmaster is a service that assigns berths to ships.\n\n\
            ## Berth plans\n\n1. Open the console and click **Plans**\n2. Select the berth\n\
            3. Name the plan: first-plan\n4. Create the plan\n";
        assert!(shows(page, "assigns berths"));
        assert!(!shows(page, "first-plan"), "{:?}", fronts(page));
    }

    #[test]
    fn quizzes_and_scenarios_yield_nothing() {
        let page = "# Ports\n\n## Scenario 2 - night shift\n\n- **Pilot**: a person who guides ships\n\n\
            ## Signals\n\nWhich lamp is port?\n\n- A. Red lamp of the harbour\n- B. Green lamp of the harbour\n";
        assert_eq!(fronts(page), Vec::<String>::new());
    }

    #[test]
    fn advice_for_an_exam_is_told_from_facts() {
        assert!(advises(
            "If you see tides in the question, choose TideTable"
        ));
        assert!(advises("Very important in all harbour certs"));
        assert!(!advises("Examines each ship for barnacles"));
    }

    #[test]
    fn a_list_below_a_task_defines_nothing() {
        let page = "# Ports\n\n## Ropes\n\nMatch each rope to its knot:\n\n\
            - Hawser: bowline that moors a large ship\n- Painter: hitch that ties a small boat\n";
        assert!(crate::generator::tests::cards(page).is_empty());
        assert!(sets_task("For each pier, name its lamp"));
        assert!(!sets_task("Each pier has a lamp"));
    }
}
