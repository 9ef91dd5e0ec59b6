//! Notes of all shapes become decks worth studying: the cards are read here,
//! one snapshot a fixture, and the promises about them are checked on all.

use cramless::domain::{Card, Deck, Face, Origin, Tier};
use cramless::generator::{Generated, Source, generate};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/notes");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 12, "all shapes are there");
    files
}

fn source(path: &Path) -> Source {
    Source {
        path: path.file_name().unwrap().to_string_lossy().into_owned(),
        text: std::fs::read_to_string(path).unwrap(),
    }
}

pub fn notes(text: &str) -> Source {
    Source {
        path: "notes.md".into(),
        text: text.into(),
    }
}

/// A deck as a person would read it aloud.
fn read_aloud(made: &Generated) -> String {
    let mut out = String::new();
    for deck in &made.decks {
        writeln!(out, "{} | {}", deck.id, deck.title).unwrap();
        for card in &deck.cards {
            let mark = if card.tier == Tier::Core { "*" } else { " " };
            writeln!(out, "\n{mark} {}", card.id).unwrap();
            match &card.face {
                Face::Flashcard(f) => {
                    writeln!(out, "  Q {}", indented(f.front.as_str())).unwrap();
                    writeln!(out, "  A {}", indented(f.back.as_str())).unwrap();
                }
                Face::Choice(c) => {
                    writeln!(out, "  Q {}", indented(c.stem.as_str())).unwrap();
                    for o in &c.options {
                        let key = if o.correct { "x" } else { " " };
                        let why = o.why.as_ref().map_or("", |w| w.as_str());
                        writeln!(out, "    [{key}] {} -- {why}", o.text).unwrap();
                    }
                }
            }
        }
    }
    writeln!(out).unwrap();
    for s in &made.account.skipped {
        let shape = s.shape.map_or("passage", |s| s.label());
        writeln!(out, "left out, line {}: {shape}: {}", s.line, s.reason).unwrap();
    }
    out
}

fn indented(text: &str) -> String {
    text.replace('\n', "\n    ")
}

#[test]
fn every_shape_of_notes_gives_cards_that_read_well() {
    for path in fixtures() {
        let made = generate(&[source(&path)], &[], None);
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        insta::assert_snapshot!(format!("notes-{name}"), read_aloud(&made));
    }
}

/// What must hold of any deck, however poor the notes.
pub fn check_promises(made: &Generated) {
    for deck in &made.decks {
        let mut ids = HashSet::new();
        let mut fronts = HashSet::new();
        let mut core: HashMap<&str, usize> = HashMap::new();
        for card in &deck.cards {
            assert!(ids.insert(card.id.as_str()), "{} stands twice", card.id);
            if let Face::Flashcard(f) = &card.face {
                assert!(!f.front.is_blank() && !f.back.is_blank(), "{}", card.id);
                assert!(fronts.insert(f.front.as_str()), "asked twice: {}", f.front);
                assert!(
                    f.back.as_str().len() < 3
                        || !f
                            .front
                            .as_str()
                            .to_lowercase()
                            .contains(&plain(f.back.as_str())),
                    "the answer stands in its question: {} / {}",
                    f.front,
                    f.back
                );
            }
            check_options(card);
            if card.tier == Tier::Core && !authored(card) {
                let topic = card.tags.first().map_or("", |t| t.as_str());
                *core.entry(topic).or_default() += 1;
            }
        }
        assert!(
            core.values().all(|n| *n <= 3),
            "at most three core cards a topic"
        );
    }
}

fn plain(back: &str) -> String {
    back.trim_end_matches('.').to_lowercase()
}

fn authored(card: &Card) -> bool {
    card.choice().is_some_and(|c| c.origin == Origin::Authored)
}

fn check_options(card: &Card) {
    let Some(choice) = card.choice() else {
        return;
    };
    let mut texts = HashSet::new();
    assert!(choice.options.iter().all(|o| texts.insert(o.text.as_str())));
    if choice.origin == Origin::Derived {
        assert_eq!(choice.keys(), 1, "{}", card.id);
        assert_eq!(choice.options.len(), 4, "{}", card.id);
        assert!(
            choice.options.iter().all(|o| o.why.is_some()),
            "{}",
            card.id
        );
        assert!(!choice.tests.is_empty());
        for option in &choice.options {
            let stem = choice.stem.as_str().to_lowercase();
            assert!(
                !stem.contains(&option.text.as_str().to_lowercase()),
                "{}",
                card.id
            );
        }
    }
}

#[test]
fn every_deck_keeps_the_promises() {
    let sources: Vec<Source> = fixtures().iter().map(|p| source(p)).collect();
    let made = generate(&sources, &[], None);
    check_promises(&made);
    assert!(made.problems.is_empty(), "{:?}", made.problems);
    assert_eq!(
        made.decks.len(),
        sources.len(),
        "every fixture gives a deck"
    );
    assert!(made.account.cards() > 180, "{}", made.account.cards());
    assert!(
        made.account.made.len() >= 8,
        "many shapes: {:?}",
        made.account.made
    );
}

#[test]
fn the_same_notes_give_the_same_decks() {
    let sources: Vec<Source> = fixtures().iter().map(|p| source(p)).collect();
    let first = generate(&sources, &[], None);
    assert_eq!(first, generate(&sources, &[], None));
    let again = generate(&sources, &first.decks, None);
    assert_eq!(first.decks, again.decks, "a second run changes nothing");
    assert!(again.vanished.is_empty());
}

/// Of the cards whose text is the same before and after, how many kept their id.
fn by_back(deck: &Deck) -> HashMap<String, String> {
    deck.cards
        .iter()
        .filter_map(|c| match &c.face {
            Face::Flashcard(f) if f.back.as_str().len() > 25 => {
                Some((f.back.to_string(), c.id.to_string()))
            }
            _ => None,
        })
        .collect()
}

const BEFORE: &str = "# Services

## Finch Depot
Finch Depot is a file store that many machines mount at the same time.

- **Locking:** files can be locked by range, so that two writers don't spoil each other's work.
- **Snapshots:** a read-only copy of the whole tree that is taken within a second.

## Finch Post
Finch Post is a mail relay that signs and queues outgoing letters.

- **Quota:** a daily limit of two hundred letters for a new account until it has a reputation.
- **Bounces:** letters that come back are reported to a topic and suppressed next time.

## Finch Clock
Finch Clock is a scheduler that starts tasks at wall-clock times in any zone.
";

#[test]
fn ids_survive_rewording_moving_and_renaming() {
    let before = generate(&[notes(BEFORE)], &[], None);
    let old = by_back(&before.decks[0]);
    let moved = {
        let (head, rest) = BEFORE.split_at(BEFORE.find("## Finch Post").unwrap());
        let (post, clock) = rest.split_at(rest.find("## Finch Clock").unwrap());
        let (title, depot) = head.split_at(head.find("## Finch Depot").unwrap());
        format!("{title}{clock}\n{post}{depot}")
    };
    let renamed = moved
        .replace("Finch Post", "Finch Courier")
        .replace("**Quota:**", "**Sending quota:**")
        .replace(
            "until it has a reputation",
            "until it has earned a reputation",
        );
    let after = generate(&[notes(&renamed)], &before.decks, None);
    let new: HashSet<String> = after.decks[0]
        .cards
        .iter()
        .map(|c| c.id.to_string())
        .collect();
    for (back, id) in &old {
        assert!(new.contains(id), "{id} was lost: {back}");
    }
    assert!(after.vanished.is_empty(), "{:?}", after.vanished);
    let quota = after.decks[0]
        .cards
        .iter()
        .find(|c| c.id.as_str() == "finch-post/quota");
    assert!(
        quota.is_some_and(|c| c.prompt().as_str().contains("Finch Courier")),
        "{quota:?}"
    );
}

#[test]
fn what_vanished_is_reported() {
    let before = generate(&[notes(BEFORE)], &[], None);
    let without = BEFORE.split("## Finch Post").next().unwrap();
    let after = generate(&[notes(without)], &before.decks, None);
    let gone: Vec<String> = after.vanished.iter().map(ToString::to_string).collect();
    assert!(
        gone.contains(&"notes#finch-post/purpose".to_owned()),
        "{gone:?}"
    );
    assert!(
        !gone.iter().any(|g| g.contains("finch-depot/locking")),
        "{gone:?}"
    );
}

#[test]
fn a_slug_that_its_author_changed_hands_the_history_over() {
    let old = "# S\n\n## Lime {#lime task=1.1}\n\nRaises the pH of acid ground with ground limestone.\n\n- **Dose:** two hundred grams a square metre on heavy ground, half of it on sand.\n";
    let new = old
        .replace("{#lime ", "{#garden-lime ")
        .replace("**Dose:**", "**Amount:**");
    let before = generate(&[notes(old)], &[], None);
    let after = generate(&[notes(&new)], &before.decks, None);
    let was = |id: &str| -> Vec<String> {
        let card = after.decks[0].cards.iter().find(|c| c.id.as_str() == id);
        card.unwrap_or_else(|| panic!("{id} is there"))
            .was
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(was("garden-lime/purpose"), ["lime/purpose"]);
    assert_eq!(was("garden-lime/amount"), ["lime/dose"]);
    assert!(after.vanished.is_empty(), "{:?}", after.vanished);
    let third = generate(&[notes(&new)], &after.decks, None);
    assert_eq!(third.decks, after.decks, "and goes on doing so");
}

#[test]
fn errors_in_questions_point_at_their_place() {
    let text = "# S

### Question: too few {#a-b task=9 level=7 tests=x//y}

What now?

- [ ] One. — Because.
- [ ] Two.
- plain

### Question: fine {#ok task=1.1 level=1 concept=c}

Which is right?

- [x] This one. — It is.
- [ ] That one. — It isn't.
- [ ] Another one. — It isn't either.
- [ ] The last one. — Nor is this.

> Explanation: Only one is.
> Reference: https://example.org/x
";
    let made = generate(&[notes(text)], &[], None);
    let said: Vec<String> = made.problems.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(said.join("\n"));
    let ids: Vec<&str> = made.decks[0].cards.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids, ["q/ok"], "the question with errors is left out");
}

#[test]
fn a_question_is_taken_as_it_was_written() {
    let path = fixtures()
        .into_iter()
        .find(|p| p.ends_with("dialect.md"))
        .unwrap();
    let made = generate(&[source(&path)], &[], None);
    let deck = &made.decks[0];
    assert_eq!(deck.id.as_str(), "garden/soil");
    assert_eq!(deck.exam.as_ref().map(|e| e.as_str()), Some("GARDEN-1"));
    let card = deck
        .cards
        .iter()
        .find(|c| c.id.as_str() == "q/sandy-bed")
        .unwrap();
    let choice = card.choice().unwrap();
    assert_eq!(choice.origin, Origin::Authored);
    assert_eq!(choice.level, Some(2));
    assert_eq!(choice.keys(), 1);
    let tests: Vec<&str> = choice.tests.iter().map(|t| t.as_str()).collect();
    assert_eq!(tests, ["compost/purpose", "mulch/depth"]);
    assert_eq!(card.task.map(|t| t.to_string()).as_deref(), Some("1.1"));
    assert_eq!(
        card.reference.as_ref().map(|r| r.as_str()),
        Some("https://example.org/sand")
    );
    let explanation = choice.explanation.as_ref().map(|e| e.as_str());
    assert_eq!(
        explanation,
        Some("Only organic matter in the ground changes how it holds water.")
    );
    let lime = deck
        .cards
        .iter()
        .find(|c| c.id.as_str() == "lime/purpose")
        .unwrap();
    assert!(
        lime.status
            .as_ref()
            .is_some_and(|s| s.as_str().starts_with("burnt lime"))
    );
}
