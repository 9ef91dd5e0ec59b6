//! What a key costs in browse with ten thousand cards: finding, and the whole
//! way from the key to the picture.

use cramless::domain::card::Flashcard;
use cramless::domain::*;
use cramless::scheduling::replay::Replay;
use cramless::scheduling::{Progress, Scope};
use cramless::session::search::{Haystack, Query};
use cramless::tui::app::{App, Msg};
use cramless::tui::keymap::Command;
use cramless::tui::known::Known;
use cramless::tui::shell::{Recorded, Shell, deliver};
use cramless::tui::theme::{Depth, Ground, ThemeChoice};
use divan::Bencher;
use ratatui::layout::Rect;

fn main() {
    divan::main();
}

/// Ten thousand cards of about 500 letters.
fn deck() -> Deck {
    const WORDS: [&str; 8] = [
        "endpoint",
        "bucket",
        "gradient",
        "recall",
        "Kinesis",
        "shard",
        "regularisation",
        "latency",
    ];
    let card = |n: usize| {
        let text = (0..50).map(|i| WORDS[(n * 7 + i * i) % WORDS.len()]);
        Card {
            task: TaskId::parse(&format!("{}.1", n % 4 + 1)),
            ..Card::bare(
                CardId::new(format!("card-{n}")).expect("an id"),
                Face::Flashcard(Flashcard {
                    front: Text::new(format!("What is fact {n} of {}?", WORDS[n % 8])),
                    back: Text::new(text.collect::<Vec<_>>().join(" ")),
                }),
            )
        }
    };
    Deck {
        id: DeckId::new("d").expect("an id"),
        title: Text::new("d"),
        exam: None,
        source: Vec::new(),
        cards: (0..10_000).map(card).collect(),
    }
}

fn hay(deck: &Deck, catalogue: &Catalogue) -> Haystack {
    let mut hay = Haystack::default();
    for (ix, card) in catalogue.indices().zip(&deck.cards) {
        hay.add(ix, catalogue.entry(ix).card.as_str(), card);
    }
    hay
}

/// What a query finds; the last one finds nothing, so it reads everything.
#[divan::bench(args = ["e", "kinesis shard", "domain:3 is:new gradient", "nowhere"])]
fn find(bencher: Bencher, query: &str) {
    let deck = deck();
    let catalogue = Catalogue::of([&deck]);
    let hay = hay(&deck, &catalogue);
    let progress = Progress::default();
    bencher.bench(|| hay.find(&Query::parse(query), &catalogue, &progress, Day(0)));
}

/// All wording made ready, once a session (without reading it from disk).
#[divan::bench]
fn make_ready(bencher: Bencher) {
    let deck = deck();
    let catalogue = Catalogue::of([&deck]);
    bencher.bench(|| hay(&deck, &catalogue));
}

/// From a key in browse to the scene that is drawn.
#[divan::bench]
fn key_to_scene(bencher: Bencher) {
    let deck = deck();
    let catalogue = Catalogue::of([&deck]);
    let hay = hay(&deck, &catalogue);
    let known = Known {
        catalogue: catalogue.into(),
        progress: Progress::default(),
        replay: Replay::default(),
        exams: Vec::new(),
        scope: Scope::default(),
    };
    let ground = Ground {
        depth: Depth::None,
        light: false,
    };
    let mut app = App::new(known, ground, ThemeChoice::Auto, None);
    let mut shell = Nothing;
    deliver(&mut app, Msg::Resize(80, 24), &mut shell);
    deliver(&mut app, Msg::Do(Command::Browse), &mut shell);
    deliver(&mut app, Msg::ReadAll(Box::new(hay)), &mut shell);
    deliver(&mut app, Msg::Paste("gradient 9".into()), &mut shell);
    bencher.bench_local(|| {
        deliver(&mut app, Msg::Type('9'), &mut shell);
        let scene = app.scene(Rect::new(0, 0, 80, 24));
        deliver(&mut app, Msg::Erase, &mut shell);
        scene
    });
}

/// A world in which nothing is kept.
struct Nothing;

impl Shell for Nothing {
    fn now(&mut self) -> Moment {
        Moment::default()
    }

    fn load(&mut self, _: CardIx) -> Result<Card, Text> {
        Err("nothing is read".into())
    }

    fn read_all(&mut self, _: &Progress) -> Haystack {
        Haystack::default()
    }

    fn history(&mut self, _: &[CardRef]) -> Vec<Event> {
        Vec::new()
    }

    fn record(&mut self, _: &Happening, _: Moment) -> Result<Recorded, Text> {
        Err("nothing is recorded".into())
    }

    fn refold(&mut self) -> Result<Progress, Text> {
        Ok(Progress::default())
    }

    fn keep_theme(&mut self, _: ThemeChoice) -> Result<(), Text> {
        Ok(())
    }
}
