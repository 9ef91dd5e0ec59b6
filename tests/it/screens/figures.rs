//! Pictures of readiness and of the stats screen over a history that was lived.

use super::stage::{Memory, Stage, goal};
use crate::support::{deck, flashcard};
use cramless::domain::event::{
    Answered, Explained, MissReason, MockAnswered, MockFinished, MockStarted, Narrowed,
    PaperQuestion, Reviewed,
};
use cramless::domain::*;
use cramless::scheduling::replay::Replay;
use cramless::scheduling::{Progress, Scope};
use cramless::session::desk::Shelf;
use cramless::session::past::past as look_back;
use cramless::session::ready::Ready;
use cramless::tui::shell::Shell;

const SIZES: [(u16, u16); 3] = [(50, 15), (80, 24), (120, 40)];
const TASKS: [&str; 4] = ["1.1", "2.1", "3.1", "4.1"];
const DAY: i64 = 86_400_000;

fn question(n: usize) -> Card {
    let option = |id: &str, correct| ChoiceOption {
        id: OptionId::new(id).unwrap(),
        text: Text::new(id),
        correct,
        why: None,
    };
    Card {
        face: Face::Choice(Choice {
            stem: Text::new("Which?"),
            options: vec![
                option("a", true),
                option("b", false),
                option("c", false),
                option("d", false),
            ],
            explanation: None,
            level: None,
            tests: Vec::new(),
            origin: Origin::Authored,
        }),
        task: TaskId::parse(TASKS[n % 4]),
        ..flashcard(&format!("q-{n}"), None)
    }
}

fn decks() -> Vec<Deck> {
    let cards = (0..120).map(|n| Card {
        task: TaskId::parse(TASKS[n % 4]),
        ..flashcard(&format!("card-{n}"), None)
    });
    let mut all = deck("all", cards.chain((0..90).map(question)).collect());
    all.exam = Some(Text::new("T-1"));
    vec![all]
}

fn card(name: String) -> CardRef {
    CardRef::parse(format!("all#{name}")).unwrap()
}

/// A number that looks like chance and never changes.
fn dice(n: i64) -> i64 {
    (n.wrapping_mul(2_654_435_761) >> 7).rem_euclid(100)
}

fn evening() -> Moment {
    Moment::parse("2026-10-20T19:00:00+02:00").unwrap()
}

/// Evenings of study since 20 October, some of them left out.
fn live(memory: &mut Memory, days: i64) {
    memory.record(&goal("2026-12-31"), evening()).unwrap();
    for day in 0..days {
        if day % 7 == 5 || dice(day) < 12 {
            continue;
        }
        let at = |n: i64| evening().plus_ms(day * DAY + n * 20_000);
        let many = 14 + dice(day + 3) / 4;
        for n in 0..many {
            let which = (day * 5 + n * n) % (20 + day * 4).min(120);
            let grade = match dice(day * 100 + n) {
                0..14 => Grade::Again,
                14..24 => Grade::Hard,
                24..90 => Grade::Good,
                _ => Grade::Easy,
            };
            let what = Happening::Reviewed(Reviewed {
                card: card(format!("card-{which}")),
                grade,
                seconds: 14.0 + dice(n) as f32 / 3.0,
            });
            memory.record(&what, at(n)).unwrap();
        }
        for n in 0..3 {
            let which = day * 2 + n;
            let right = dice(day * 31 + n * 7) < 62;
            let chosen = OptionId::new(if right { "a" } else { "b" }).unwrap();
            let card = card(format!("q-{}", which % 60));
            let what = Happening::Answered(Answered {
                card: card.clone(),
                shown: Vec::new(),
                chosen: vec![chosen],
                right,
                sure: Sureness::Unsaid,
                seconds: 55.0,
            });
            let event = memory.record(&what, at(many + n)).unwrap().event.id;
            if !right && n == 1 {
                let reason = MissReason::MixedUp;
                let what = Happening::Explained(Explained {
                    card,
                    event,
                    reason,
                });
                memory.record(&what, at(many + n)).unwrap();
            }
        }
    }
}

/// A paper of the whole exam, sat on a day, with so many right.
fn sit(memory: &mut Memory, day: i64, from: usize, of: usize, right: usize) {
    let at = |minutes: i64| evening().plus_ms(day * DAY - 8 * 3_600_000 + minutes * 60_000);
    let questions = (0..of).map(|n| PaperQuestion {
        card: card(format!("q-{}", (from + n) % 90)),
        shown: ["a", "b", "c", "d"]
            .map(|o| OptionId::new(o).unwrap())
            .into(),
        first_sight: n % 2 == 0,
        task: TaskId::parse(TASKS[(from + n) % 4]),
        derived: false,
    });
    let nobody = EventId {
        device: 0,
        session: 0,
        seq: 0,
    };
    let started = MockStarted {
        mock: nobody,
        exam: Some("T-1".into()),
        seed: 1,
        minutes: 120,
        practice: false,
        held_back: None,
        narrowed: Narrowed::default(),
        questions: questions.collect(),
    };
    let mock = memory
        .record(&Happening::MockStarted(started), at(0))
        .unwrap()
        .event
        .id;
    for n in 0..of {
        let what = Happening::MockAnswered(MockAnswered {
            mock,
            question: u16::try_from(n + 1).unwrap(),
            chosen: vec![OptionId::new(if n < right { "a" } else { "c" }).unwrap()],
            struck: Vec::new(),
            flag: false,
            sure: Sureness::Unsaid,
            seconds: 95.0,
            elapsed_ms: n as u64 * 95_000,
        });
        memory.record(&what, at(n as i64 * 2)).unwrap();
    }
    let what = Happening::MockFinished(MockFinished {
        mock,
        elapsed_ms: of as u64 * 95_000,
        time_up: false,
        right: (0..of).map(|n| n < right).collect(),
    });
    memory.record(&what, at(of as i64 * 2)).unwrap();
}

/// What is studied after five weeks and two papers.
fn lived(size: (u16, u16)) -> Stage {
    let mut memory = Stage::open(decks()).memory;
    live(&mut memory, 33);
    sit(&mut memory, 19, 0, 40, 21);
    sit(&mut memory, 30, 40, 40, 27);
    memory.now = Moment::parse("2026-11-22T07:00:00+01:00").unwrap();
    Stage::over(memory, size)
}

/// Takes pictures of what keys lead to, in every size. One life serves all:
/// looking back on it takes its time.
#[track_caller]
fn take(journeys: &[(&str, &str)]) {
    let mut stage = lived((80, 24));
    for (name, keys) in journeys {
        stage.keys(keys);
        for (columns, rows) in SIZES {
            stage.resize(columns, rows);
            insta::assert_snapshot!(format!("{name}-{columns}x{rows}"), stage.picture());
        }
        stage.keys("<esc>");
    }
}

#[test]
fn every_page_of_the_figures() {
    take(&[
        ("ready", ""),
        ("stats-days", "t"),
        ("stats-minutes", "t2"),
        ("stats-recall", "t3"),
        ("stats-topics", "t4"),
        ("stats-forecast", "t5"),
        ("stats-mocks", "t6"),
        ("stats-past", "t7"),
        ("stats-help", "t?"),
    ]);
}

/// What is shown is what a start anew would show.
#[track_caller]
fn as_after_a_start(mut stage: Stage, keys: &str) -> Stage {
    let look = |stage: &mut Stage| {
        stage.keys("<esc>").keys(keys);
        // What is reckoned comes one after the other.
        for _ in 0..3 {
            stage.resize(80, 24);
        }
        stage.picture()
    };
    let shown = look(&mut stage);
    let mut anew = stage.again();
    assert_eq!(shown, look(&mut anew), "{keys:?}");
    anew
}

#[test]
fn what_was_reckoned_follows_the_goal_and_the_papers() {
    let mut memory = Stage::open(decks()).memory;
    live(&mut memory, 9);
    memory.now = Moment::parse("2026-10-29T07:00:00+01:00").unwrap();
    let mut stage = Stage::over(memory, (80, 24));
    // Looked at before anything changes.
    stage.shows("this week");
    stage.keys("g<enter>");
    for _ in 0..10 {
        stage.keys("<back>");
    }
    stage.keys("2026-11-20<enter>").shows("Goal saved.");
    let mut stage = as_after_a_start(stage, "");
    // A paper of that day stands on the page at once.
    sit(&mut stage.memory, 9, 0, 40, 31);
    let progress = Box::new(stage.memory.progress());
    stage.send(cramless::tui::app::Msg::Refolded(progress));
    let stage = as_after_a_start(stage, "t7");
    stage.shows("31 of 40 = 78 %");
}

#[test]
fn why_a_card_comes_in_numbers() {
    for (columns, rows) in SIZES {
        let mut memory = Stage::open(decks()).memory;
        live(&mut memory, 12);
        memory.now = Moment::parse("2026-11-02T07:00:00+01:00").unwrap();
        let mut stage = Stage::over(memory, (columns, rows));
        stage.keys("<enter>e");
        insta::assert_snapshot!(format!("why-planned-{columns}x{rows}"), stage.picture());
    }
}

#[test]
fn a_morning_looked_back_on_is_that_morning_s_own_word() {
    let mut memory = Stage::open(decks()).memory;
    live(&mut memory, 16);
    sit(&mut memory, 13, 0, 40, 21);
    let exams = [super::stage::blueprint()];
    let replay = Replay::new(memory.catalogue.aliases());
    let scope = Scope::default();
    let catalogue = memory.catalogue.clone();
    fn shelf<'a>(
        (catalogue, exams, scope): (&'a Catalogue, &'a [Blueprint], &'a Scope),
        progress: &'a Progress,
        day: Day,
    ) -> Shelf<'a> {
        Shelf {
            catalogue,
            exams,
            progress,
            scope,
            day,
        }
    }
    let world = (&catalogue, exams.as_slice(), &scope);
    let today = Day::parse("2026-11-06").unwrap();
    let progress = memory.progress();
    let events = memory.events.clone();
    let past = look_back(shelf(world, &progress, today), &replay, events, || false).unwrap();

    let first = past.readings.first().unwrap();
    assert_eq!(
        first.dawn.to_string(),
        "2026-10-22",
        "the second study day's"
    );
    for reading in past.readings.iter().step_by(6).chain(&past.week) {
        let before = memory.events.iter().filter(|e| e.day < reading.dawn);
        let then = replay.fold(before.cloned().collect());
        let ready = Ready::of(shelf(world, &then, reading.dawn));
        assert_eq!((ready.exam, ready.cards), (reading.exam, reading.cards));
    }
    let [check] = past.checks.as_slice() else {
        panic!("one paper, one check: {:?}", past.checks);
    };
    assert_eq!(
        (check.day.to_string(), check.right),
        ("2026-11-02".into(), 21)
    );
    assert!(check.forecast.low < check.forecast.high);
    assert_eq!(past.week.map(|w| w.dawn), Some(today + -7));
    // An exam a year away hides nothing of it.
    let dawn = Moment::parse("2026-11-06T07:00:00+01:00").unwrap();
    memory.record(&goal("2027-11-30"), dawn).unwrap();
    let (progress, events) = (memory.progress(), memory.events.clone());
    let far = look_back(shelf(world, &progress, today), &replay, events, || false).unwrap();
    assert_eq!(far.readings.len(), past.readings.len());
    assert!(far.week.is_some());
    // Dropped in the middle, it says nothing rather than half of it.
    let events = memory.events.clone();
    assert_eq!(
        look_back(shelf(world, &progress, today), &replay, events, || true),
        None
    );
}

#[test]
fn what_can_not_be_reckoned_is_not_waited_for() {
    let mut memory = Stage::open(decks()).memory;
    live(&mut memory, 3);
    memory.now = evening().plus_ms(3 * DAY);
    memory.no_threads = true;
    let mut stage = Stage::over(memory, (80, 24));
    stage.shows("Ready      this can't be worked out now");
    stage.keys("t");
    for page in ["4", "5", "7"] {
        stage.keys(page).shows("This can't be worked out now");
    }
    // With the next answer it is tried again.
    stage.memory.no_threads = false;
    stage.keys("<esc><enter><space>3<esc>").shows("%");
    stage.keys("t4").lacks("worked out");
}

#[test]
fn readiness_says_why_it_is_vague() {
    let words = |days| {
        let mut memory = Stage::open(decks()).memory;
        live(&mut memory, days);
        memory.now = evening().plus_ms(days * DAY);
        let stage = Stage::over(memory, (80, 24));
        stage.picture()
    };
    assert!(
        words(0).contains("show me a card"),
        "nothing is claimed yet"
    );
    assert!(words(2).contains("too early to say"));
    let weeks = words(24);
    assert!(!weeks.contains("vague"), "{weeks}");
}
