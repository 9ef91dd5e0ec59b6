//! Round trips, and the schema beside the reader.

use super::*;
use crate::domain::card::{ChoiceOption, Face, Flashcard, Origin, Tier};
use crate::domain::{Choice, OptionId, TaskId};
use proptest::prelude::*;
use serde_json::Value;

const PLACEHOLDER: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/decks/mls-c01/ai-services.json"
));

fn read(text: &str) -> ReadDeck {
    read_deck(&Text::new("d.json"), text.as_bytes())
}

fn id() -> impl Strategy<Value = CardId> {
    "[a-z0-9é_-][a-z0-9._-]{0,6}(/[A-Z0-9]{1,4}){0,2}".prop_map(|s| CardId::new(s).expect("an id"))
}

fn text() -> impl Strategy<Value = Text> {
    "(?s).{1,40}"
        .prop_map(Text::new)
        .prop_filter("says something", |t| !t.is_blank())
}

fn maybe<T: std::fmt::Debug>(s: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(s)
}

fn few<T: std::fmt::Debug>(s: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    proptest::collection::vec(s, 0..3)
}

fn face() -> impl Strategy<Value = Face> {
    let flashcard =
        (text(), text()).prop_map(|(front, back)| Face::Flashcard(Flashcard { front, back }));
    let option = (text(), maybe(text()));
    let options = proptest::collection::vec(option, 2..6);
    let tests = few(id()).prop_map(|ids| {
        ids.iter()
            .map(|i| Text::new(i.as_str()))
            .collect::<Vec<_>>()
    });
    let choice = (
        text(),
        options,
        0..2_usize,
        maybe(text()),
        maybe(1..4_u8),
        tests,
        any::<bool>(),
    );
    let choice = choice.prop_map(|(stem, options, key, explanation, level, tests, derived)| {
        let options = options
            .into_iter()
            .enumerate()
            .map(|(i, (text, why))| ChoiceOption {
                id: OptionId::new(format!("o{i}")).expect("an id"),
                // Numbered, since equal options are refused.
                text: Text::new(format!("{i} {text}")),
                correct: i == key,
                why,
            });
        Face::Choice(Choice {
            stem,
            options: options.collect(),
            explanation,
            level,
            tests,
            origin: if derived {
                Origin::Derived
            } else {
                Origin::Authored
            },
        })
    });
    prop_oneof![flashcard, choice]
}

fn card() -> impl Strategy<Value = Card> {
    let about = (
        maybe((1..9_u8, 1..9_u8)),
        few(text()),
        maybe(id()),
        maybe(id()),
        any::<bool>(),
        few(id()),
    );
    (id(), face(), about, maybe(text()), maybe(text())).prop_map(
        |(id, face, about, reference, status)| {
            let (task, tags, note, concept, detail, was) = about;
            Card {
                id,
                face,
                task: task.map(|(domain, task)| TaskId { domain, task }),
                tags,
                note,
                concept,
                tier: if detail { Tier::Detail } else { Tier::Core },
                was,
                reference,
                status,
            }
        },
    )
}

fn decks() -> impl Strategy<Value = Deck> {
    let cards = proptest::collection::vec(card(), 1..5);
    (id(), text(), maybe(text()), few(text()), cards).prop_map(
        |(id, title, exam, source, mut cards)| {
            let mut taken = std::collections::HashSet::new();
            cards.retain(|c| taken.insert(c.id.as_str().to_lowercase()));
            Deck {
                id: DeckId::new(id.as_str()).expect("an id"),
                title,
                exam,
                source,
                cards,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_written_deck_reads_as_it_was(deck in decks()) {
        let text = write_deck(&deck);
        let back = read(&text);
        prop_assert_eq!(&back.problems, &[]);
        prop_assert_eq!(back.deck.as_ref(), Some(&deck));
        for (span, card) in back.spans.iter().zip(&deck.cards) {
            let (at, len) = (span.at as usize, span.len as usize);
            let alone = read_card(&text.as_bytes()[at..at + len]);
            prop_assert_eq!(alone.as_ref(), Some(card));
        }
        prop_assert_eq!(write_deck(&deck), text);
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let back = read_deck(&Text::new("d"), &bytes);
        prop_assert!(back.deck.is_some() || !back.problems.is_empty());
        read_card(&bytes);
    }

    #[test]
    fn no_damage_makes_it_panic(
        at in 0..PLACEHOLDER.len(),
        len in 0..40_usize,
        put in proptest::collection::vec(prop_oneof![any::<u8>(), Just(b'"'), Just(b'{'), Just(b'\\'), Just(b',')], 0..6),
    ) {
        let mut bytes = PLACEHOLDER.as_bytes().to_vec();
        let end = (at + len).min(bytes.len());
        bytes.splice(at..end, put);
        let back = read_deck(&Text::new("d"), &bytes);
        for p in &back.problems {
            prop_assert!(!p.to_string().contains(['\n', '\u{1b}']), "{}", p);
            prop_assert!(p.line > 0 && p.column > 0);
        }
        prop_assert!(back.deck.is_some() || back.problems.iter().any(|p| p.severity == Severity::Error));
    }
}

#[test]
fn fields_are_written_in_the_order_of_the_design() {
    let deck = read(PLACEHOLDER).deck.expect("a deck");
    assert_eq!(write_deck(&deck), PLACEHOLDER);
}

/// The fields that a definition of the schema allows.
fn fields(of: &Value) -> Vec<&str> {
    let fields = of["properties"].as_object().expect("an object");
    let mut names: Vec<_> = fields.keys().map(String::as_str).collect();
    names.sort_unstable();
    names
}

fn sorted(form: &Form) -> Vec<&'static str> {
    let mut known = form.known.to_vec();
    known.sort_unstable();
    known
}

#[test]
fn schema_and_reader_know_the_same_fields() {
    let schema = schema();
    assert_eq!(fields(&schema), sorted(&FORM));
    let all = &schema["definitions"];
    for (name, form) in [
        ("Flashcard", &card::FLASHCARD),
        ("Choice", &card::CHOICE),
        ("Option", &choice::OPTION),
    ] {
        assert_eq!(fields(&all[name]), sorted(form), "{name}");
        assert_eq!(all[name]["additionalProperties"], false, "{name}");
    }
}

#[test]
fn schema_and_reader_need_the_same_fields() {
    let schema = schema();
    let all = &schema["definitions"];
    let required = |of: &Value| -> Vec<String> {
        let names = of["required"].as_array().expect("a list").iter();
        let mut names: Vec<String> = names.filter_map(Value::as_str).map(str::to_owned).collect();
        names.sort();
        names
    };
    assert_eq!(required(&schema), ["cards", "format", "id", "title"]);
    assert_eq!(required(&all["Flashcard"]), ["back", "front", "id", "kind"]);
    assert_eq!(required(&all["Choice"]), ["id", "kind", "options", "stem"]);
    assert_eq!(required(&all["Option"]), ["correct", "id", "text"]);
}

#[test]
fn every_field_of_the_schema_is_described() {
    fn look(at: &Value, path: &str) {
        for (name, field) in at["properties"].as_object().into_iter().flatten() {
            assert!(field["description"].is_string(), "{path}.{name}");
        }
        for (name, def) in at["definitions"].as_object().into_iter().flatten() {
            look(def, name);
        }
    }
    look(&schema(), "deck");
    look(&crate::storage::blueprint_file::schema(), "blueprint");
}
