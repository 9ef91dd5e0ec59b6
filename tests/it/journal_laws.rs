//! The journal's promises, whatever happens to its files between sessions.

use crate::journal_world::{World, answer, event, line, lines, names, review};
use cramless::domain::{Event, Happening};
use cramless::storage::journal::{Mark, Since};
use proptest::prelude::*;
use std::fs;

/// What sync tools, editors and git make of the same lines.
#[derive(Debug, Clone)]
enum Fate {
    Twice,
    Reversed,
    Crlf,
    Bom,
    NoLastLineEnd,
    TornTail(usize),
    Nuls(usize),
    Rubbish,
    GitMarkers,
    Blanks,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        Just(Fate::Twice),
        Just(Fate::Reversed),
        Just(Fate::Crlf),
        Just(Fate::Bom),
        Just(Fate::NoLastLineEnd),
        (1usize..150).prop_map(Fate::TornTail),
        (1usize..5000).prop_map(Fate::Nuls),
        Just(Fate::Rubbish),
        Just(Fate::GitMarkers),
        Just(Fate::Blanks),
    ]
}

fn befall(fate: &Fate, text: String) -> String {
    match fate {
        Fate::Twice => text.clone() + &text,
        Fate::Reversed => text.lines().rev().map(|l| format!("{l}\n")).collect(),
        Fate::Crlf => text.replace('\n', "\r\n"),
        Fate::Bom => format!("\u{feff}{text}"),
        Fate::NoLastLineEnd => text.trim_end().to_owned(),
        Fate::TornTail(n) => {
            let extra = line(&event(99, 7));
            text + &extra[..(*n).min(extra.len() - 3)]
        }
        Fate::Nuls(n) => text + &"\0".repeat(*n),
        Fate::Rubbish => format!("not json\n{{}}\n{text}{{\"v\":1}}\n"),
        Fate::GitMarkers => format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> theirs\n"),
        Fate::Blanks => text.replace('\n', "\n\n \n"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_union_repetition_order_or_name_gives_one_state(
        spread in proptest::collection::vec((0u64..3, 0u32..40, 0usize..4), 1..60),
        fates in proptest::collection::vec(fate(), 4),
        then in proptest::collection::vec(fate(), 4),
    ) {
        let files = ["00d1.jsonl", "00d1.sync-conflict-20261122.jsonl", "a b (copy).JSONL", "zz.jsonl"];
        let mut expected: Vec<Event> = Vec::new();
        let mut texts = vec![String::new(); files.len()];
        for (device, n, file) in spread {
            let event = event(device, n);
            texts[file].push_str(&line(&event));
            if !expected.contains(&event) {
                expected.push(event);
            }
        }
        expected.sort_by_key(Event::order);
        let world = World::new();
        for (i, text) in texts.into_iter().enumerate() {
            if !text.is_empty() {
                world.put(files[i], befall(&then[i], befall(&fates[i], text)));
            }
        }
        prop_assert_eq!(world.read("laptop"), expected);
    }

    #[test]
    fn a_flipped_bit_costs_at_most_its_line(at in 0usize..5000, bit in 0u8..8) {
        let events: Vec<Event> = (0..8).map(|n| event(1, n)).collect();
        let mut bytes = lines(&events).into_bytes();
        let at = at % bytes.len();
        let hit = bytes[..at].iter().filter(|b| **b == b'\n').count();
        let joins = bytes[at] == b'\n';
        bytes[at] ^= 1 << bit;
        let world = World::new();
        world.put("0001.jsonl", bytes);
        let (mut journal, _) = world.open("laptop");
        let read = journal.read_all();
        for (n, event) in events.iter().enumerate() {
            let may_go = n == hit || (joins && n == hit + 1);
            prop_assert!(read.contains(event) || may_go, "lost {n}, hit {hit}");
        }
        prop_assert!(read.len() >= 7 || joins);
        prop_assert!(read.len() == 8 || !journal.problems().is_empty());
    }
}

#[test]
fn cut_at_any_byte_the_rest_stays_and_the_next_answer_is_kept() {
    let before = World::new();
    let events = before.study("laptop", 3);
    let bytes = fs::read(before.only_file()).expect("a journal");
    let first = line(&events[0]).len();
    for len in first - 2..bytes.len() {
        let world = World::new();
        world.put("0000000000000001.jsonl", &bytes[..len]);
        // Its own file cut short is what this machine goes on with.
        let places = world.places("laptop");
        fs::create_dir_all(&places.state).expect("a folder");
        fs::write(places.state.join("device"), "0000000000000001").expect("written");
        let (mut journal, _) = world.open("laptop");
        let next = answer(&mut journal, 50);
        let ends = [0, 1, 2].map(|n| lines(&events[..=n]).len() - 1);
        let kept = ends.iter().filter(|end| len >= **end).count();
        let mut expected = events[..kept].to_vec();
        expected.push(next);
        assert_eq!(journal.read_all(), expected, "cut at {len}");
        let now = fs::read(world.only_file()).expect("a journal");
        assert!(
            now.starts_with(&bytes[..len]),
            "never truncated, cut at {len}"
        );
    }
}

#[test]
fn what_is_appended_is_exactly_what_is_read() {
    let world = World::new();
    let (mut journal, _) = world.open("laptop");
    let mut returned = vec![answer(&mut journal, 1)];
    let paper = cramless::domain::event::MockStarted {
        mock: event(5, 5).id,
        exam: None,
        seed: 7,
        minutes: 180,
        practice: false,
        held_back: None,
        narrowed: Default::default(),
        questions: Vec::new(),
    };
    let at = journal.stamp(crate::journal_world::NOON);
    let both = vec![Happening::MockStarted(paper), review(2)];
    let next = journal.next_id();
    let saved = journal.append(both, at, at.study_day()).expect("saved");
    assert_eq!(saved[0].id, next);
    assert!(matches!(&saved[0].what, Happening::MockStarted(p) if p.mock == saved[0].id));
    returned.extend(saved);
    assert_eq!(world.read("laptop"), returned);
}

#[test]
fn a_mark_tells_what_was_appended_since() {
    let world = World::new();
    let mut all = world.study("laptop", 3);
    let (mut journal, _) = world.open("laptop");
    journal.read_all();
    let early = journal.mark();
    all.push(answer(&mut journal, 10));
    let late = journal.mark();
    // A snapshot keeps a mark as bytes.
    let bytes = serde_json::to_vec(&late).expect("JSON");
    let late: Mark = serde_json::from_slice(&bytes).expect("a mark");

    let (mut next, _) = world.open("laptop");
    assert_eq!(next.read_since(&late), Since::Appended(Vec::new()));
    assert_eq!(next.read_since(&early), Since::Appended(all[3..].to_vec()));
    assert_eq!(
        next.read_since(&Mark::default()),
        Since::Appended(all.clone())
    );

    // Another device's later answer is appended; an earlier one changes all.
    let later = event(9, 60);
    world.put("0009.jsonl", line(&later));
    let (mut next, _) = world.open("laptop");
    assert_eq!(next.read_since(&late), Since::Appended(vec![later]));
    world.put("0008.jsonl", line(&event(8, 0)));
    assert_eq!(next.read_since(&late), Since::Changed);
    assert_eq!(next.read_all().len(), all.len() + 2);
}

#[test]
fn a_mark_notices_every_change_that_is_not_growth() {
    let events: Vec<Event> = (0..30).map(|n| event(1, n)).collect();
    let world = World::new();
    world.put("0001.jsonl", lines(&events));
    let (mut journal, _) = world.open("laptop");
    journal.read_all();
    let mark = journal.mark();
    let changes = [
        ("shrunk", lines(&events[..29])),
        ("empty", String::new()),
        ("another end", lines(&events[..29]) + &line(&event(1, 31))),
        ("reordered", lines(&events[1..]) + &line(&events[0])),
    ];
    for (what, text) in changes {
        let world = World::new();
        world.put("0001.jsonl", text);
        let (mut journal, _) = world.open("laptop");
        assert_eq!(journal.read_since(&mark), Since::Changed, "{what}");
    }
    let (mut elsewhere, _) = World::new().open("laptop");
    assert_eq!(elsewhere.read_since(&mark), Since::Changed, "gone");
    let (mut again, _) = world.open("desktop");
    assert_eq!(again.read_since(&mark), Since::Appended(Vec::new()));
}

#[test]
fn a_line_that_was_torn_when_marked_may_become_whole() {
    let events: Vec<Event> = (0..3).map(|n| event(1, n)).collect();
    let whole = lines(&events);
    for cut in 1..line(&events[2]).len() {
        let world = World::new();
        world.put("0001.jsonl", &whole[..whole.len() - cut]);
        let (mut journal, _) = world.open("laptop");
        let first = journal.read_all();
        let mark = journal.mark();
        world.put("0001.jsonl", &whole);
        let (mut journal, _) = world.open("laptop");
        let all = match journal.read_since(&mark) {
            Since::Appended(more) => [first, more].concat(),
            Since::Changed => journal.read_all(),
        };
        assert_eq!(all, events, "cut {cut}");
    }
}

#[test]
fn two_machines_and_a_conflict_copy_merge() {
    let world = World::new();
    let mut all = world.study("laptop", 5);
    all.extend(world.study("desktop", 5));
    let files = names(&world.journals());
    assert_eq!(files.len(), 2, "one file a device: {files:?}");
    let copy = fs::read(world.journals().join(&files[0])).expect("a journal");
    world.put("copy.sync-conflict-1.jsonl", copy);
    all.sort_by_key(Event::order);
    assert_eq!(world.read("laptop"), all);
    assert_eq!(world.read("desktop"), all);
    let attributes = fs::read_to_string(world.path("data/.gitattributes")).expect("shipped");
    assert_eq!(attributes, "*.jsonl -text merge=union\n");
}

#[test]
fn time_stays_in_order_across_sessions_and_devices() {
    let world = World::new();
    let last = world.study("laptop", 5).pop().expect("an event");
    let (mut journal, _) = world.open("desktop");
    let next = journal.stamp(crate::journal_world::NOON);
    assert_eq!(next.utc_ms, last.at.utc_ms + 1);
    let saved = journal
        .append(vec![review(0)], next, next.study_day())
        .expect("saved");
    assert_eq!(world.read("laptop").last(), saved.last());
}

#[test]
fn the_history_of_a_card_brings_its_undo_and_nothing_of_others() {
    use cramless::domain::event::Undone;
    let world = World::new();
    let (mut journal, _) = world.open("laptop");
    let events: Vec<Event> = (0..25).map(|n| answer(&mut journal, n)).collect();
    let at = journal.stamp(events[24].at);
    let undo = |e: &Event| vec![Happening::Undone(Undone { event: e.id })];
    let mut append = |what| {
        let saved = journal.append(what, at, at.study_day()).expect("saved");
        saved[0].clone()
    };
    let undone = append(undo(&events[13]));
    let redone = append(undo(&undone));
    append(undo(&events[14]));
    let card = events[3].what.card().expect("a card");
    let expected = [&events[3], &events[13], &events[23], &undone, &redone];
    let found = journal.events_of_card(card);
    assert_eq!(found.iter().collect::<Vec<_>>(), expected);
}
