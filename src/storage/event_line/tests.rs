//! The line format's own tests.

use super::*;
use crate::domain::event::PaperQuestion;
use crate::domain::{CardRef, Grade, OptionId, Sureness, Text};
use crate::storage::journal::tests_support::{any_happening, event, line};
use proptest::prelude::*;

fn rendered(event: &Event) -> (Event, String) {
    let mut out = Vec::new();
    let read = render(event, &mut out).expect("writable");
    (read, String::from_utf8(out).expect("UTF-8"))
}

fn of(what: Happening) -> Event {
    Event { what, ..event(1) }
}

/// Gives a changed line the checksum it should have.
fn resealed(line: &str, from: &str, to: &str) -> Vec<u8> {
    assert!(line.contains(from), "{from} not in {line}");
    let body = line.replace(from, to);
    let body = &body[..body.len() - SEAL_BYTES];
    format!(
        "{body},\"crc\":\"{:08x}\"}}",
        crc32fast::hash(body.as_bytes())
    )
    .into_bytes()
}

#[test]
fn the_line_on_disk_stays_as_it_is() {
    let (_, text) = rendered(&event(1));
    assert_eq!(
        text,
        "{\"v\":1,\"id\":\"00000000000000ab-00000007-1\",\"at\":1795000001000,\"off\":60,\"day\":20775,\
         \"kind\":\"reviewed\",\"card\":\"deck/one#card/1\",\"grade\":\"hard\",\"seconds\":1.5,\"crc\":\"c1a923bd\"}\n"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_kind_reads_back(what in any_happening()) {
        let before = of(what);
        let (read, text) = rendered(&before);
        prop_assert_eq!(&parse(text.trim_end().as_bytes()), &Ok(read.clone()));
        prop_assert_eq!(text.matches('\n').count(), 1);
        // Reading changes nothing more.
        prop_assert_eq!(rendered(&read), (read, text));
        prop_assert_ne!(before.what, Happening::Unknown);
    }

    #[test]
    fn no_flipped_bit_goes_unnoticed(n in 0u32..100, at in 0usize..180, bit in 0u8..8) {
        let mut bytes = line(n).into_bytes();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        // A checksum in capitals is the same checksum.
        let same = parse(&bytes) == Ok(event(n)) && at >= bytes.len() - SEAL_BYTES;
        prop_assert!(parse(&bytes).is_err() || same);
    }
}

#[test]
fn a_line_cut_anywhere_is_damaged() {
    let whole = line(1);
    for len in 0..whole.len() {
        assert!(parse(&whole.as_bytes()[..len]).is_err(), "cut at {len}");
    }
}

#[test]
fn what_a_newer_version_wrote_is_unknown_not_damaged() {
    for (from, to) in [
        ("\"v\":1", "\"v\":2"),
        ("\"kind\":\"reviewed\"", "\"kind\":\"dreamt-of\""),
        ("\"grade\":\"hard\"", "\"grade\":\"superb\""),
        ("\"seconds\":1.5", "\"time\":1.5"),
    ] {
        let read = parse(&resealed(&line(1), from, to)).map(|e| e.what);
        assert_eq!(read, Ok(Happening::Unknown), "{to}");
    }
    let more = resealed(
        &line(1),
        "\"seconds\":1.5",
        "\"seconds\":1.5,\"mood\":{\"a\":[1]}",
    );
    assert_eq!(parse(&more), Ok(event(1)), "a field more is passed over");
    let other = resealed(&line(1), "\"id\":\"", "\"id\":\"x");
    assert_eq!(parse(&other), Err(Damage::Foreign));
}

#[test]
fn goals_and_results_of_the_first_version_are_still_read() {
    // As they were written before single days off and the day of a result.
    let goal = resealed(
        &line(1),
        "\"kind\":\"reviewed\",\"card\":\"deck/one#card/1\",\"grade\":\"hard\",\"seconds\":1.5",
        "\"kind\":\"goal-set\",\"exam\":\"X\",\"date\":20800,\"minutes\":25,\"days_off\":[6],\"seed\":7",
    );
    let Ok(Happening::GoalSet(goal)) = parse(&goal).map(|e| e.what) else {
        panic!("a goal")
    };
    assert_eq!((goal.date, goal.minutes), (Some(Day(20800)), 25));
    assert_eq!((goal.days_off, goal.dates_off), (vec![6], vec![]));
    let taken = resealed(
        &line(1),
        "\"kind\":\"reviewed\",\"card\":\"deck/one#card/1\",\"grade\":\"hard\",\"seconds\":1.5",
        "\"kind\":\"exam-taken\",\"passed\":true,\"score\":812",
    );
    let taken = parse(&taken).map(|e| e.what);
    assert!(
        matches!(&taken, Ok(Happening::ExamTaken(t)) if t.score == Some(812) && t.date.is_none())
    );
}

#[test]
fn times_that_json_can_not_hold_become_none() {
    for seconds in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -1.0, -0.0] {
        let Happening::Reviewed(mut review) = event(1).what else {
            panic!("a review")
        };
        review.seconds = seconds;
        let (read, text) = rendered(&of(Happening::Reviewed(review)));
        assert!(text.contains("\"seconds\":0.0,"), "{text}");
        assert!(matches!(read.what, Happening::Reviewed(r) if r.seconds == 0.0));
    }
}

#[test]
fn the_unknown_can_not_be_written() {
    let mut out = b"before".to_vec();
    assert!(render(&of(Happening::Unknown), &mut out).is_err());
    assert_eq!(out, b"before");
}

#[test]
fn text_is_clean_when_read_whoever_wrote_it() {
    let sly = resealed(
        &crate::storage::journal::tests_support::line_of(1, "calm"),
        "calm",
        "\\u001b]52;c;x\\u0007",
    );
    let Ok(Event {
        what: Happening::Noted(note),
        ..
    }) = parse(&sly)
    else {
        panic!("a note")
    };
    assert_eq!(note.text, Text::new("␛]52;c;x␇"));
}

#[test]
fn the_head_and_no_kind_share_a_name() {
    // A field named like one of the head's would make the line ambiguous.
    let id = |s: &str| OptionId::new(s).expect("an id");
    let card = CardRef::parse("d#c").expect("a card");
    let question = PaperQuestion {
        card: card.clone(),
        shown: vec![id("a")],
        first_sight: true,
        task: None,
        derived: false,
    };
    let fields = [
        serde_json::to_value(Answered {
            card,
            shown: vec![id("a")],
            chosen: vec![id("a")],
            right: true,
            sure: Sureness::Sure,
            seconds: 1.0,
        }),
        serde_json::to_value(MockStarted {
            mock: event(1).id,
            exam: Some("X".into()),
            seed: 1,
            minutes: 1,
            practice: true,
            held_back: Some(1),
            narrowed: Default::default(),
            questions: vec![question],
        }),
        serde_json::to_value(Goal {
            exam: Some("X".into()),
            date: Some(Day(1)),
            minutes: 1,
            days_off: vec![1],
            dates_off: vec![Day(2)],
            seed: 1,
        }),
        serde_json::to_value(ExamTaken {
            passed: true,
            score: Some(1),
            date: Some(Day(1)),
        }),
        serde_json::to_value(Placed {
            questions: vec![CardRef::parse("d#c").expect("a card")],
        }),
        serde_json::to_value(Undone { event: event(1).id }),
    ];
    for value in fields {
        let value = value.expect("JSON");
        for name in ["v", "id", "at", "off", "day", "kind", "crc"] {
            assert!(value.get(name).is_none(), "{name} in {value}");
        }
    }
    assert_eq!(Grade::ALL.len(), 4);
}
