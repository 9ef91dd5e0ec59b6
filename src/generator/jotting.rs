//! Jottings: labels by which note-takers speak of their notes rather than of a
//! thing (`Key difference`, `Design lessons`, `About prices`, `Rule of thumb`).
//! They are never terms, owners or answers.

use super::listed::Listed;

/// Whether a label only says what kind of remark follows.
pub(super) fn is_label(label: &str) -> bool {
    let lower = label
        .trim()
        .trim_end_matches([':', '：', '.', '?', ' '])
        .replace('’', "'")
        .to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    static WHOLE: Listed = Listed::phrases(
        "imp|nb|n.b|ps|fyi|tldr|keyword|keywords|key words|statement|proof|proof sketch|perspective|reason|reasons|reasoning|concept|concepts|\
        core concept|difference|differences|contrast|contrasts|lesson|lessons|tie-in|tie-ins|\
        hook|hooks|caveat|caveats|gotcha|gotchas|install|installation|usage|command|commands|\
        practice|practices|considerations|most common|least common|most important|\
        most likely|rule of thumb|good rule of thumb|rules of thumb|solution|solutions|\
        disclaimer|discussion|observation|observations|remark|remarks|thoughts|impression|\
        impressions|clarification|reminder|reminders|exam|exam tip|real-world|in practice|\
        in summary|to summarise|to summarize|in other words|in theory|direct definition|\
        formal definition|informal definition|explanation|simple explanation|elements|pairs|\
        core term pairs|scope note|so what|why it matters|bottom line|memory hook|in general|\
        problem|the problem|correct|incorrect|correct answer|wrong answer|the action|the result|\
        the scenario|the strategy|the logic|exam gotchas|simply put|at a glance|in essence|in this case|in that case|on the other hand|\
        anti-pattern|anti-patterns|basic information|scenario keywords|business benefits|\
        planning phase|why it exists|technical failure|today",
    );
    static LAST: Listed = Listed::new(
        "here perspective takeaway takeaways tie-in tie-ins caveat caveats gotcha gotchas hook \
        hooks lessons mistake mistakes considerations pitfall pitfalls reminder reminders recap",
    );
    static LAST_TWO: Listed = Listed::phrases(
        "of thumb|exam point|exam points|key point|key points|key difference|key differences|\
        main difference|main differences|term pairs|operational detail|operational details|\
        key contrast|key contrasts|key intuition|key insight|key insights|key idea|main idea|\
        core idea|core intuition|big picture|to remember|to note|to know|to keep straight",
    );
    let words: Vec<&str> = lower.split_whitespace().collect();
    let last = words.last().copied().unwrap_or("");
    let two = words
        .len()
        .checked_sub(2)
        .map(|at| words[at..].join(" "))
        .unwrap_or_default();
    WHOLE.has(lower)
        || words.len() > 1 && LAST.has(last)
        || LAST_TWO.has(&two)
        || begins(lower)
        || words.len() == 1 && is_adverb(last)
}

/// How such labels begin.
fn begins(lower: &str) -> bool {
    [
        "about ",
        "learning path",
        "how to ",
        "key exam",
        "reason why",
        "reasons why",
        "reasons to ",
        "steps to ",
        "most common ",
        "common mistake",
        "important topic",
        "important note",
        "important point",
        "exam topic",
        "exam note",
        "things to ",
        "points to ",
        "pairs to ",
        "a note on ",
        "note on ",
        "some notes",
        "in exam",
        "for the exam",
        "what to ",
    ]
    .iter()
    .any(|b| lower.starts_with(b))
}

/// `Reasons of delay`, `Difference between ropes`: what is told of a thing. As a
/// heading it may hold the terms, as a label it is none.
pub(super) fn is_collection(label: &str) -> bool {
    static HEADS: Listed = Listed::phrases(
        "reason for|reason of|reasons for|reasons of|cause of|causes of|benefit of|benefits of|\
        advantage of|advantages of|disadvantages of|requirements for|requirements of|\
        limitations of|steps of|steps for|types of|difference between|differences between|\
        difference of|drawbacks of|examples of|example of|importance of|impact of",
    );
    let lower = label.trim().to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    let mut parts = lower.split_whitespace();
    let head = [parts.next().unwrap_or(""), parts.next().unwrap_or("")].join(" ");
    HEADS.has(&head) || lower.starts_with("key difference") || lower.starts_with("main difference")
}

/// `Automatically`: how something is done.
fn is_adverb(word: &str) -> bool {
    static NOUNS: Listed = Listed::new("assembly anomaly reassembly ally rally");
    static OTHERS: Listed = Listed::new(
        "only mainly usually mostly daily weekly monthly yearly hourly early likely simply namely \
        firstly secondly thirdly lastly finally quickly slowly easily recently",
    );
    let ends = [
        "ically", "ually", "onally", "erally", "ntally", "ingly", "edly", "ently", "antly",
        "ously", "ively", "ably", "ibly", "fully", "tely", "essly", "ctly",
    ];
    (ends.iter().any(|e| word.ends_with(e)) || OTHERS.has(word)) && !NOUNS.has(word)
}

/// The label before the name in a heading: `Problem: leaking hulls`.
pub(super) fn unlabelled(title: &str) -> &str {
    static LABELS: Listed = Listed::phrases(
        "problem|topic|concept|term|definition|service|issue|subject|solution|answer|related service|\
        related topic|related concept",
    );
    match title.split_once(':') {
        Some((label, rest))
            if LABELS.has(&label.trim().to_lowercase()) && !rest.trim().is_empty() =>
        {
            rest.trim()
        }
        _ => title,
    }
}

/// A remark in brackets that shouts or speaks of an exam: `(EXAM CRITICAL)`.
pub(super) fn shouts(inner: &str) -> bool {
    let lower = inner.to_lowercase();
    let letters = inner.chars().filter(|c| c.is_alphabetic());
    let capitals = letters.clone().count() > 4 && letters.clone().all(char::is_uppercase);
    static LOUD: Listed = Listed::new(
        "exam important critical must essential optional deprecated legacy new note tip favourite \
        favorite know remember common default recommended",
    );
    // `(Simple)` is how notes put it, `(Simple Rope Service)` a name.
    let plain = matches!(lower.trim(), "simple" | "simplified" | "realistic");
    let loud = lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| LOUD.has(w));
    plain || loud && (capitals || inner.split_whitespace().count() > 1 || lower.len() < 12)
}

/// Headings that speak of notes or of an exam, and so place nothing.
pub(super) fn of_notes(heading: &str) -> bool {
    static WORDS: Listed = Listed::new(
        "tips exam exams cheatsheet cheatsheets certification certified notes study \
        syllabus chapter practitioner course bootcamp tutorial handbook curriculum roadmap \
        takeaways glossary flashcards revision explanation explanations",
    );
    let lower = heading.to_lowercase();
    lower
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| WORDS.has(w))
        || [
            "cheat sheet",
            "test strategy",
            "to study",
            "to know",
            "need to know",
            "final ",
        ]
        .iter()
        .any(|p| lower.contains(p) || lower.trim_end() == p.trim_end())
        || lower == "final"
        || lower.ends_with(" guide")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn a_label_before_a_name_is_no_part_of_it() {
        assert_eq!(unlabelled("Related service: TideLock"), "TideLock");
        assert_eq!(unlabelled("Problem: leaking hulls"), "leaking hulls");
        assert_eq!(unlabelled("Chapter: "), "Chapter: ");
    }

    #[test]
    fn labels_of_note_takers_are_known() {
        for label in [
            "Key difference",
            "Key exam point",
            "Design lessons",
            "Automatically",
            "About the fees",
            "Good rule of thumb",
            "Problem here",
            "The statement",
        ] {
            assert!(is_label(label), "{label}");
        }
        for name in [
            "Supply",
            "Family",
            "Reasoned silt",
            "Concept drift",
            "Command post",
            "Proof coin",
            "Hook knot",
            "Pollyanna",
            "Tide Insights",
        ] {
            assert!(!is_label(name), "{name}");
        }
        assert!(is_collection("Reasons of delay") && !is_collection("Reasoned silt"));
    }

    #[test]
    fn a_label_is_no_term() {
        let page = "# Moorings\n\n## Berth types\n\n\
            - **Dry berth**: a berth that stands on land at low water\n\
            - **Key difference**: a dry berth needs no fender and no line of its own\n\
            - **Design lessons**: a pier that is built of stone and outlasts a storm\n";
        assert!(shows(page, "stands on land"));
        assert!(
            !shows(page, "lesson") && !shows(page, "key difference"),
            "{:?}",
            fronts(page)
        );
    }

    #[test]
    fn a_concept_under_a_name_is_what_the_name_means() {
        let page = "# Ships\n\n## Ballast\n\n\
            - **Concept:** a heavy load that keeps a ship upright in a storm\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f.contains("allast") && b.contains("upright")),
            "{cards:?}"
        );
        assert!(
            cards
                .iter()
                .all(|(f, b)| !f.contains("oncept") && !b.contains("oncept")),
            "{cards:?}"
        );
    }

    #[test]
    fn the_subject_of_a_labelled_definition_is_the_term() {
        let page = "# Classes of ships\n\n## What the register says\n\n\
            - **Direct Definition**: A trawler is a ship that drags a net along the ground\n";
        let cards = cards(page);
        assert!(
            cards.iter().any(|(f, _)| f.contains("trawler")),
            "{cards:?}"
        );
    }

    #[test]
    fn a_heading_after_problem_is_the_thing() {
        assert_eq!(unlabelled("Problem: leaking hulls"), "leaking hulls");
        assert_eq!(unlabelled("Pier: north"), "Pier: north");
        assert!(is_label("KeyWords:") && !is_label("Key ropes"));
        assert!(
            shouts("EXAM CRITICAL")
                && shouts("important")
                && shouts("Simple")
                && !shouts("ROPE")
                && !shouts("SSD")
        );
    }
}
