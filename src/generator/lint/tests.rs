//! One story a flaw: the flawed question is told, its mended sister isn't.

use super::*;
use crate::domain::{CardId, ChoiceOption, Day, DeckId, Face, OptionId, TaskId, Text};

/// A question; keys begin with `*`.
fn card(id: &str, stem: &str, options: &[&str]) -> Card {
    let options = options.iter().zip('a'..).map(|(text, id)| ChoiceOption {
        id: OptionId::new(id.to_string()).unwrap(),
        text: Text::new(text.trim_start_matches('*')),
        correct: text.starts_with('*'),
        why: Some(Text::new("Because it is.")),
    });
    Card {
        task: TaskId::parse("1.1"),
        concept: Some(CardId::new("c").unwrap()),
        reference: Some(Text::new("https://example.org")),
        ..Card::bare(
            CardId::new(id).unwrap(),
            Face::Choice(Choice {
                stem: Text::new(stem),
                options: options.collect(),
                explanation: None,
                level: None,
                tests: Vec::new(),
                origin: Origin::Authored,
            }),
        )
    }
}

fn deck(cards: Vec<Card>) -> Deck {
    Deck {
        id: DeckId::new("d").unwrap(),
        title: Text::new("D"),
        exam: Some(Text::new("T-1")),
        source: Vec::new(),
        cards,
    }
}

fn codes(stem: &str, options: &[&str]) -> Vec<&'static str> {
    flaws(&card("q", stem, options), true)
        .iter()
        .map(|f| f.code)
        .collect()
}

const PLAIN: [&str; 4] = ["*Pink paint", "Blue glass", "Green wood", "Grey stone"];

#[test]
fn a_sound_question_has_no_flaws() {
    assert_eq!(
        codes("A wall must last. Which material fits BEST?", &PLAIN),
        [""; 0]
    );
}

#[test]
fn length_gives_the_key_away() {
    let long = "*Red paint that was mixed by hand with oil and left to rest for a week";
    assert_eq!(
        codes(
            "Which fits?",
            &[long, "Blue glass", "Green wood", "Grey stone"]
        ),
        ["key-long"]
    );
}

#[test]
fn a_word_of_the_stem_points_to_the_key_only_where_no_other_option_echoes() {
    let stem = "A tramway and its carriages are looked after. Which fits?";
    let options = ["*Tramway oil", "Blue glass", "Green wood", "Grey stone"];
    assert_eq!(codes(stem, &options), ["clang"]);
    let echoed = ["*Tramway oil", "Carriage glass", "Green wood", "Grey stone"];
    assert_eq!(codes(stem, &echoed), [""; 0]);
    // The bank's measure counts both.
    let bank = [card("a", stem, &options), card("b", stem, &echoed)];
    assert_eq!(measure(bank.iter().filter_map(Card::choice)).clang, 1.0);
}

#[test]
fn grammar_and_form_fit_only_the_key() {
    let stem = "Which? It is called an";
    assert_eq!(
        codes(
            stem,
            &["*oak tree", "birch wood", "cherry bush", "pine stem"]
        ),
        ["grammar"]
    );
    assert_eq!(
        codes(stem, &["*oak tree", "ash wood", "cherry bush", "pine stem"]),
        [""; 0]
    );
    assert_eq!(
        codes(
            "Which steps help?",
            &[
                "*Paint it, then dry it",
                "Blue glass",
                "Green wood",
                "Grey stone"
            ]
        ),
        ["key-long", "grammar"]
    );
    assert_eq!(
        codes(
            "Which?",
            &["*`Red` paint", "Blue glass", "Green wood", "Grey stone"]
        ),
        ["odd-key"]
    );
}

#[test]
fn absolute_distractors_and_hedged_keys_are_told() {
    assert_eq!(
        codes(
            "Which?",
            &[
                "*It is red",
                "It never fades",
                "It always fades",
                "It is grey"
            ]
        ),
        ["absolutes"]
    );
    assert_eq!(
        codes(
            "Which?",
            &[
                "*It often fades",
                "It is blue now",
                "It is green now",
                "It is grey now"
            ]
        ),
        ["hedged-key"]
    );
}

#[test]
fn options_must_stand_alone_and_apart() {
    assert_eq!(
        codes(
            "Which?",
            &["*Red paint", "Blue glass", "Green wood", "All of the above"]
        ),
        ["all-or-none"]
    );
    assert_eq!(
        codes(
            "Which?",
            &[
                "*Red paint",
                "Red paint and glass",
                "Green wood",
                "Grey stone"
            ]
        ),
        ["contained-option"]
    );
    assert_eq!(
        codes(
            "Which?",
            &[
                "*Increase the rate",
                "Decrease the rate",
                "Green woods",
                "Grey stone"
            ]
        ),
        ["exhausting-pair"]
    );
    assert_eq!(
        codes(
            "Which?",
            &["*Red paint", "red paint.", "Green wood", "Grey stone"]
        ),
        [""; 0]
    );
    assert_eq!(
        codes(
            "Which?",
            &["*Red paint", "Red `paint`", "Green wood", "Grey stone"]
        ),
        ["same-option"]
    );
}

#[test]
fn negative_stems_are_told_and_hidden_ones_too() {
    assert_eq!(
        codes("Which of these is NOT red?", &PLAIN),
        ["negative-stem"]
    );
    assert_eq!(codes("Which is not red?", &PLAIN), ["hidden-negative"]);
    assert_eq!(
        codes(
            "Which is LEAST likely?",
            &["*Red paint", "No glass", "Green wood", "Grey stone"]
        ),
        ["negative-stem", "double-negative"]
    );
    assert_eq!(
        codes("It does not last. Which takes the LEAST effort?", &PLAIN),
        [""; 0]
    );
}

#[test]
fn a_stem_asks_one_thing_that_can_be_answered() {
    assert_eq!(codes("A wall fades.", &PLAIN), ["no-question"]);
    assert_eq!(
        codes("Which of the following is true?", &PLAIN),
        ["unfocused"]
    );
    assert_eq!(
        codes("Does it fade?", &["*Yes, it does", "No, never"]),
        ["true-false"]
    );
    let long = format!("{} Which fits?", "word ".repeat(149));
    assert_eq!(codes(&long, &PLAIN), ["long-stem"]);
}

#[test]
fn counts_ranges_and_repeats_are_checked() {
    assert_eq!(codes("Which two fit?", &PLAIN), ["wrong-count"]);
    assert_eq!(
        codes(
            "Which fit?",
            &["*Red paint", "*Blue glass", "Green wood", "Grey stone"]
        ),
        ["few-options"]
    );
    assert_eq!(
        codes("How many?", &["*1–10", "5–20", "30–40", "50–60"]),
        ["overlapping-numbers"]
    );
    assert_eq!(
        codes("How many?", &["*1–10", "11–20", "30–40", "50–60"]),
        [""; 0]
    );
    assert_eq!(
        codes(
            "Which?",
            &[
                "*paint it all over red",
                "paint it all over blue",
                "paint it all over pink",
                "paint it all over grey"
            ]
        ),
        ["repeated-text"]
    );
}

#[test]
fn letters_mean_nothing_when_options_are_shuffled() {
    let mut c = card("q", "Which?", &PLAIN);
    if let Face::Choice(choice) = &mut c.face {
        choice.explanation = Some(Text::new("Option B fades."));
    }
    assert_eq!(flaws(&c, true)[0].code, "names-a-letter");
}

#[test]
fn what_an_item_must_carry() {
    let mut c = card("q", "Which?", &PLAIN);
    (c.task, c.concept, c.reference) = (None, None, None);
    if let Face::Choice(choice) = &mut c.face {
        choice.options[1].why = None;
    }
    let codes = |of_exam| {
        flaws(&c, of_exam)
            .iter()
            .map(|f| f.code)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        codes(true),
        ["no-rationale", "no-reference", "no-task", "no-concept"]
    );
    assert_eq!(codes(false), ["no-rationale", "no-reference"]);
}

#[test]
fn the_bank_shows_what_no_item_does() {
    let stem = "A painter stands before a long wall in the rain and waits. Which colour fits?";
    let near = "A painter stands before a long wall in the rain and sings. Which colour fits?";
    let abbreviated = card("r", "Which uses QXT?", &PLAIN);
    let d = deck(vec![
        card("p", stem, &PLAIN),
        card("q", near, &PLAIN),
        abbreviated,
    ]);
    let found: Vec<_> = in_bank(&[&d])
        .into_iter()
        .map(|(_, n, f)| (n, f.code))
        .collect();
    assert_eq!(found, [(1, "near-duplicate"), (2, "abbreviation")]);

    let key = card(
        "k",
        "What helps?",
        &["*wait until the paint is dry", "Glass", "Wood", "Stone"],
    );
    let told = card("t", "They wait until the paint is dry. Why?", &PLAIN);
    let d = deck(vec![key, told]);
    assert_eq!(in_bank(&[&d])[0].2.code, "answered-elsewhere");

    let colours = ["*Red", "Blue", "Grey", "Teal"];
    let many = (0..4).map(|n| card(&format!("q{n}"), &format!("Which is {n}?"), &colours));
    let d = deck(many.collect());
    let never = in_bank(&[&d])
        .iter()
        .filter(|(_, _, f)| f.code == "never-right")
        .count();
    assert_eq!(never, 3);
}

#[test]
fn bots_split_ties_and_gates_have_bars() {
    let one = card("q", "Which?", &PLAIN);
    let m = measure(one.choice());
    assert_eq!((m.items, m.single, m.of_four), (1, 1, 1));
    // All four options have ten characters.
    assert!((m.bot_longest - 0.25).abs() < 1e-9, "{m:?}");
    assert!((m.bot_stem_words - 0.25).abs() < 1e-9);
    assert_eq!(m.positions, [1.0, 0.0, 0.0, 0.0]);
    let longest = m
        .gates()
        .into_iter()
        .find(|g| g.name == "key_longest")
        .unwrap();
    assert!(!longest.ok(), "0 is below 15 %");
    assert!(!m.tells());
    assert!(measure([]).gates().is_empty());
}

#[test]
fn a_wording_is_stem_options_and_key() {
    let name = |c: &Card| wording(c.choice().unwrap());
    let c = card("q", "s", &["*x", "y"]);
    // CRC-32 of "s\n[x] x\n[ ] y\n".
    assert_eq!(name(&c), "d9b6f3f5");
    assert_ne!(name(&card("q", "s", &["x", "*y"])), name(&c));
    let mut other = c.clone();
    if let Face::Choice(choice) = &mut other.face {
        choice.options[0].why = None;
    }
    assert_eq!(name(&other), name(&c));
}

#[test]
fn statuses_age() {
    let day = |s: &str| Day::parse(s);
    assert_eq!(
        latest_date("renamed 2024-12: X; checked 2026-11-22"),
        day("2026-11-22")
    );
    assert_eq!(latest_date("retired in September 2023"), day("2023-09-01"));
    assert_eq!(latest_date("since release 7.10 (2025)"), day("2025-01-01"));
    assert_eq!(latest_date("still there"), None);
    let with = |status: &str| Card {
        status: Some(Text::new(status)),
        ..card("q", "Which?", &PLAIN)
    };
    let cards = [
        with("ended 2025-11-30"),
        with("ended 2025-11-30"),
        with("ended 2025-12-02"),
        with("gone"),
    ];
    let old = stale(&cards, day("2026-12-01").unwrap());
    let places: Vec<_> = old.iter().map(|s| (s.card, s.dated.is_some())).collect();
    assert_eq!(places, [(0, true), (3, false)]);
}

#[test]
fn coverage_shows_holes() {
    let topic = |slug: &str, id: &str| Card {
        tags: vec![Text::new(slug)],
        note: Some(CardId::new(id).unwrap()),
        face: Face::Flashcard(crate::domain::Flashcard {
            front: Text::new("f"),
            back: Text::new("b"),
        }),
        ..card(id, "", &[])
    };
    let mut asked = card("q/x", "Which?", &PLAIN);
    if let Face::Choice(choice) = &mut asked.face {
        choice.tests = vec![Text::new("paint/purpose"), Text::new("paint/price")];
    }
    let d = deck(vec![
        topic("paint", "paint/purpose"),
        topic("glass", "glass/purpose"),
        asked,
        card("q/y", "Which?", &PLAIN),
    ]);
    let c = coverage(&[&d], None);
    assert_eq!(c.tasks.len(), 1);
    assert_eq!(
        (c.tasks[0].topics, c.tasks[0].cards, c.tasks[0].questions),
        (2, 2, 2)
    );
    let by_topic: Vec<_> = c
        .topics
        .iter()
        .map(|((_, t), n)| (t.as_str(), *n))
        .collect();
    assert_eq!(by_topic, [("glass", 0), ("paint", 1)]);
    assert_eq!(c.unlinked, 1);
}
