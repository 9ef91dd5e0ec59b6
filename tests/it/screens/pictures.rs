//! Pictures of every screen in three sizes.

use super::stage::{Stage, goal};
use crate::support::{deck, flashcard};
use cramless::domain::event::Reviewed;
use cramless::domain::*;
use cramless::tui::shell::Shell;

const SIZES: [(u16, u16); 3] = [(50, 15), (80, 24), (120, 40)];

/// Takes the picture of what a journey leads to, in every size.
#[track_caller]
fn take(name: &str, decks: fn() -> Vec<Deck>, journey: fn(&mut Stage)) {
    for (columns, rows) in SIZES {
        let mut stage = Stage::open(decks());
        stage.resize(columns, rows);
        journey(&mut stage);
        insta::assert_snapshot!(format!("{name}-{columns}x{rows}"), stage.picture());
    }
}

fn decks() -> Vec<Deck> {
    vec![deck("ai", vec![comprehend(), endpoint(), spot()])]
}

/// A flashcard as the pack has them.
fn comprehend() -> Card {
    Card {
        face: Face::Flashcard(Flashcard {
            front: Text::new("What does **Amazon Comprehend** do?"),
            back: Text::new(
                "Natural language processing without training a model of one's own:\n\n\
                 - entities, key phrases, sentiment, language\n\
                 - `DetectPiiEntities` for personal data\n\
                 - custom classification from labelled examples",
            ),
        }),
        task: TaskId::parse("4.1"),
        reference: Some(Text::new("https://docs.aws.amazon.com/comprehend/")),
        status: Some(Text::new("renamed 2024-12: nothing, in fact")),
        ..flashcard("comprehend", None)
    }
}

/// A question of one key with a long stem.
fn endpoint() -> Card {
    question(
        "endpoint",
        "3.1",
        "A company serves a model from a real-time endpoint. Traffic is near zero at night and \
         spikes at eight in the morning, when the first requests time out. The team wants to pay \
         nothing while there is no traffic, and accepts a delay of some seconds on the first \
         request.\n\nWhich option meets these requirements with the LEAST operational effort?",
        &[
            (
                "Keep the real-time endpoint and schedule its deletion every evening.",
                false,
                "It saves money, but somebody must build and watch the schedule.",
            ),
            (
                "Use a serverless endpoint.",
                true,
                "It scales to zero by itself and starts on the first request.",
            ),
            (
                "Use asynchronous inference with a queue.",
                false,
                "It can scale to zero, but callers must fetch results from `S3`.",
            ),
            (
                "Buy a savings plan for the current instance.",
                false,
                "It is cheaper by the hour, and still paid by the hour at night.",
            ),
        ],
    )
}

/// A question of two keys.
fn spot() -> Card {
    question(
        "spot",
        "3.1",
        "What makes training on spot instances safe?",
        &[
            ("Checkpoints in S3", true, "Work done is kept."),
            ("A larger instance", false, "It is reclaimed as well."),
            (
                "A maximum waiting time",
                true,
                "The job ends in a known state.",
            ),
            ("Pipe mode", false, "It only reads data faster."),
            ("A VPC endpoint", false, "It is about the network."),
        ],
    )
}

fn question(id: &str, task: &str, stem: &str, options: &[(&str, bool, &str)]) -> Card {
    let options = options.iter().enumerate().map(|(i, (text, correct, why))| {
        let id = char::from(b'a' + u8::try_from(i).unwrap()).to_string();
        ChoiceOption {
            id: OptionId::new(id).unwrap(),
            text: Text::new(text),
            correct: *correct,
            why: Some(Text::new(why)),
        }
    });
    Card {
        face: Face::Choice(Choice {
            stem: Text::new(stem),
            options: options.collect(),
            explanation: Some(Text::new(
                "What is paid for by the hour is paid for at night.",
            )),
            level: Some(2),
            tests: Vec::new(),
            origin: Origin::Authored,
        }),
        task: TaskId::parse(task),
        reference: Some(Text::new("https://docs.aws.amazon.com/sagemaker/")),
        ..flashcard(id, None)
    }
}

fn only(card: Card) -> Vec<Deck> {
    vec![deck("ai-services", vec![card])]
}

/// Two evenings of study in a moment, so that home has something to say. Which
/// cards come is left to nobody's plan.
fn studied(stage: &mut Stage) {
    let cards: Vec<Card> = (0..40)
        .map(|n| Card {
            task: TaskId::parse(["1.1", "2.1", "3.1", "3.1", "4.1"][n % 5]),
            ..flashcard(&format!("card-{n}"), None)
        })
        .collect();
    let mut memory = Stage::open(vec![deck("all", cards)]).memory;
    let evening = Moment::parse("2026-11-19T19:00:00+01:00").unwrap();
    memory.record(&goal("2026-12-31"), evening).unwrap();
    for n in 0..26 {
        let card = CardRef::parse(format!("all#card-{n}")).unwrap();
        let grade = Grade::ALL[if n % 7 == 3 { 0 } else { 2 }];
        let what = Happening::Reviewed(Reviewed {
            card,
            grade,
            seconds: 8.0,
        });
        let day = if n < 13 { 0 } else { 86_400_000 };
        let at = evening.plus_ms(day + n * 10_000);
        memory.record(&what, at).unwrap();
    }
    *stage = Stage::over(memory, stage.size());
}

#[test]
fn home_at_first() {
    take("home-first", decks, |_| {});
}

#[test]
fn home_after_some_days() {
    take("home", decks, studied);
}

#[test]
fn a_flashcard_before_and_after() {
    take(
        "front",
        || only(comprehend()),
        |s| {
            s.keys("<enter>");
        },
    );
    take(
        "back",
        || only(comprehend()),
        |s| {
            s.keys("<enter><space>");
        },
    );
}

#[test]
fn a_question_before_and_after() {
    take(
        "choosing",
        || only(endpoint()),
        |s| {
            s.keys("<enter>2");
        },
    );
    take(
        "explained-wrong",
        || only(endpoint()),
        |s| {
            s.keys("<enter>1<enter>");
        },
    );
    take(
        "choose-two",
        || only(spot()),
        |s| {
            s.keys("<enter>2");
        },
    );
}

#[test]
fn the_end_of_a_day() {
    take("summary", decks, |s| {
        s.keys("<enter><space>1");
        for _ in 0..2 {
            s.keys("1<enter>2<enter><enter>");
        }
    });
}

#[test]
fn help_settings_and_panels() {
    take(
        "help",
        || only(endpoint()),
        |s| {
            s.keys("<enter>?");
        },
    );
    take("settings", decks, |s| {
        s.keys("g");
    });
    take(
        "why",
        || only(comprehend()),
        |s| {
            s.keys("<enter>e");
        },
    );
    take("goal", decks, |s| {
        s.keys("g<enter>in 6 weeks");
    });
    take(
        "not-saved",
        || only(comprehend()),
        |s| {
            s.memory.broken = Some("The disk is full: /home/me/.local/share/cramless.");
            s.keys("<enter><space>3");
        },
    );
}

#[test]
fn too_small() {
    let mut stage = Stage::open(decks());
    stage.resize(39, 11);
    insta::assert_snapshot!(stage.picture());
}

#[test]
fn studying_works_down_to_40_by_12() {
    let mut stage = Stage::open(only(endpoint()));
    stage.resize(40, 12);
    insta::assert_snapshot!("smallest-choosing", stage.keys("<enter>").picture());
    let mut stage = Stage::open(only(comprehend()));
    stage.resize(40, 12);
    insta::assert_snapshot!("smallest-back", stage.keys("<enter><space>").picture());
}

#[test]
fn browse_and_a_card_looked_up() {
    take("browse", decks, |s| {
        s.keys("bs");
    });
    take("browse-filters", decks, |s| {
        s.keys("b?");
    });
    take(
        "card-view",
        || only(endpoint()),
        |s| {
            s.keys("g<enter>2026-12-31<enter><esc>");
            s.keys("<enter>1<enter>m<esc>b<enter><end>");
        },
    );
    take(
        "leech",
        || only(endpoint()),
        |s| {
            let rows = s.picture().lines().count();
            s.resize(120, 40);
            s.keys("<enter>");
            for _ in 0..2 {
                let line = |l: &&str| l.contains("Keep the real-time");
                let picture = s.picture();
                let shown = picture.lines().find(line).unwrap();
                let n = shown.chars().find(char::is_ascii_digit).unwrap();
                s.keys(&n.to_string()).keys("<enter>");
                if !s.picture().contains("leech") {
                    s.keys("<esc>x");
                }
            }
            let size = SIZES.into_iter().find(|s| usize::from(s.1) == rows);
            let (columns, rows) = size.unwrap();
            s.resize(columns, rows);
        },
    );
}
