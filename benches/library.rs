//! What a start costs with ten thousand cards (about 5 MB of JSON): parsing
//! them all, and using the index instead.

use cramless::domain::CardIx;
use cramless::storage::builtin::Builtins;
use cramless::storage::deck_file::read_deck;
use cramless::storage::library::{Library, Sources};
use divan::Bencher;
use std::fmt::Write;
use std::path::PathBuf;
use tempfile::TempDir;

fn main() {
    divan::main();
}

const NONE: Builtins = Builtins {
    decks: &[],
    blueprints: &[],
};

/// Ten thousand cards in ten decks, one in five a question.
fn decks() -> Vec<String> {
    (0..10).map(|deck| text(deck, 1_000)).collect()
}

fn text(deck: usize, cards: usize) -> String {
    let words = "Finds meaning in text with natural language processing: entities, key phrases and sentiment. ";
    let mut out = format!(
        "{{\n  \"format\": 1,\n  \"id\": \"mls-c01/deck-{deck}\",\n  \"title\": \"Deck {deck}\",\n  \"exam\": \"MLS-C01\",\n  \"cards\": ["
    );
    for n in 0..cards {
        let topic = n / 5;
        let about = format!(
            "\"task\": \"4.{}\",\n      \"tags\": [\"topic-{topic}\"],\n      \"note\": \"topic-{topic}/fact-{n}\",\n      \"concept\": \"topic-{topic}\"",
            n % 4 + 1
        );
        let face = if n % 5 == 4 {
            let option = |id: &str| {
                format!(
                    "        {{\n          \"id\": \"{id}\",\n          \"text\": \"{id} {words}\",\n          \"correct\": {},\n          \"why\": \"{words}\"\n        }}",
                    id == "a"
                )
            };
            let options: Vec<String> = ["a", "b", "c", "d"].map(option).into();
            format!(
                "\"kind\": \"choice\",\n      \"level\": 2,\n      \"tests\": [\"topic-{topic}/card-{}\"],\n      \"stem\": \"{words}{words}Which?\",\n      \"options\": [\n{}\n      ],\n      \"explanation\": \"{words}\",\n      \"origin\": \"authored\"",
                n - 1,
                options.join(",\n")
            )
        } else {
            format!(
                "\"kind\": \"flashcard\",\n      \"tier\": \"core\",\n      \"front\": \"Topic {topic} – fact {n}?\",\n      \"back\": \"{words}\""
            )
        };
        let comma = if n == 0 { "" } else { "," };
        let _ = write!(
            out,
            "{comma}\n    {{\n      \"id\": \"topic-{topic}/card-{n}\",\n      {about},\n      {face}\n    }}"
        );
    }
    out.push_str("\n  ]\n}\n");
    out
}

struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().expect("a folder"));
        std::fs::create_dir(home.decks()).expect("made");
        for (i, text) in decks().iter().enumerate() {
            std::fs::write(home.decks().join(format!("{i}.json")), text).expect("written");
        }
        home
    }

    fn decks(&self) -> PathBuf {
        self.0.path().join("decks")
    }

    fn open(&self, cached: bool) -> Library {
        let cache = self.0.path().join("cache");
        Library::open(&Sources {
            builtins: NONE,
            decks: &self.decks(),
            cache: cached.then_some(&cache),
            binary: "bench",
        })
    }
}

/// Bytes to decks, nothing else.
#[divan::bench]
fn parse(bencher: Bencher) {
    let texts = decks();
    let bytes: usize = texts.iter().map(String::len).sum();
    let file = cramless::domain::Text::new("deck.json");
    bencher
        .counter(divan::counter::BytesCount::new(bytes))
        .bench(|| {
            texts
                .iter()
                .map(|t| read_deck(&file, t.as_bytes()))
                .collect::<Vec<_>>()
        });
}

/// A start without a cache.
#[divan::bench]
fn cold(bencher: Bencher) {
    let home = Home::new();
    bencher.bench(|| home.open(false));
}

/// A start with one: files are checked, nothing is parsed.
#[divan::bench]
fn warm(bencher: Bencher) {
    let home = Home::new();
    home.open(true);
    assert!(home.open(true).from_cache());
    bencher.bench(|| home.open(true));
}

/// The wording of the card on the screen.
#[divan::bench]
fn one_card(bencher: Bencher) {
    let home = Home::new();
    let library = home.open(false);
    assert_eq!(library.catalogue().len(), 10_000);
    bencher.bench(|| library.card(CardIx(divan::black_box(7_777))));
}

/// The wording of all, for search.
#[divan::bench]
fn all_cards(bencher: Bencher) {
    let home = Home::new();
    let library = home.open(false);
    bencher.bench(|| {
        let mut letters = 0;
        library.for_each_card(|_, card| letters += card.prompt().as_str().len());
        letters
    });
}
