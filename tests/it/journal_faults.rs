//! What befalls a journal under a running session, and how it is mended.

use crate::journal_world::{NOON, World, answer, event, line, lines, names, review};
use cramless::domain::{Event, Happening};
use cramless::storage::journal::Journal;
use std::fs;
use std::path::PathBuf;

/// Everything a second reading by the same machine finds.
fn all(world: &World) -> Vec<Event> {
    world.read("laptop")
}

fn own_file(journal: &Journal, world: &World) -> PathBuf {
    world
        .journals()
        .join(format!("{:016x}.jsonl", journal.device()))
}

#[test]
fn a_file_renamed_over_the_open_journal_loses_nothing() {
    let world = World::new();
    let mut expected = world.study("laptop", 5);
    let (mut journal, _) = world.open("laptop");
    expected.extend((10..15).map(|n| answer(&mut journal, n)));
    // A sync tool puts an old version in place, then another one.
    for (text, n) in [(lines(&expected[..2]), 20), (String::new(), 30)] {
        fs::write(world.path("incoming"), text).expect("written");
        fs::rename(world.path("incoming"), own_file(&journal, &world)).expect("renamed");
        expected.extend((n..n + 3).map(|n| answer(&mut journal, n)));
    }
    assert_eq!(journal.trouble(), None);
    // Another machine has no mirror to heal from: the session itself did it.
    assert_eq!(world.read("desktop"), expected);
    let (_, report) = world.open("laptop");
    assert_eq!(report.healed, []);
    assert_eq!(all(&world), expected);
}

#[test]
fn a_journal_cut_or_deleted_under_the_session_loses_nothing() {
    let world = World::new();
    let mut expected = world.study("laptop", 5);
    let (mut journal, _) = world.open("laptop");
    expected.extend((10..13).map(|n| answer(&mut journal, n)));
    let path = own_file(&journal, &world);
    let file = fs::OpenOptions::new()
        .write(true)
        .open(&path)
        .expect("opens");
    file.set_len(300).expect("cut");
    expected.extend((20..23).map(|n| answer(&mut journal, n)));
    assert_eq!(world.read("desktop"), expected);
    fs::remove_file(&path).expect("removed");
    expected.extend((30..33).map(|n| answer(&mut journal, n)));
    fs::remove_dir_all(world.journals()).expect("removed");
    expected.extend((40..43).map(|n| answer(&mut journal, n)));
    assert_eq!(journal.trouble(), None);
    assert_eq!(all(&world), expected);
}

#[test]
fn what_a_mark_covered_is_read_anew_after_a_replacement() {
    let world = World::new();
    let (mut journal, _) = world.open("laptop");
    journal.read_all();
    answer(&mut journal, 1);
    fs::write(world.path("incoming"), line(&event(9, 3))).expect("written");
    fs::rename(world.path("incoming"), own_file(&journal, &world)).expect("renamed");
    answer(&mut journal, 2);
    let (mut next, _) = world.open("laptop");
    let since = next.read_since(&journal.mark());
    assert_eq!(since, cramless::storage::journal::Since::Changed);
    assert_eq!(next.read_all().len(), 3);
}

/// Puts a file where the folder of journals should be.
fn block(world: &World) {
    fs::rename(world.journals(), world.path("aside")).expect("renamed");
    fs::write(world.journals(), "in the way").expect("written");
}

fn unblock(world: &World) {
    fs::remove_file(world.journals()).expect("removed");
    fs::rename(world.path("aside"), world.journals()).expect("renamed");
}

#[test]
fn a_journal_that_can_not_be_written_is_rescued_and_comes_home() {
    let world = World::new();
    let mut expected = world.study("laptop", 5);
    block(&world);
    let (mut journal, _) = world.open("laptop");
    expected.extend((10..15).map(|n| answer(&mut journal, n)));
    let banner = journal.trouble().expect("a banner");
    assert!(banner.contains("answers are kept in"), "{banner}");
    // Meanwhile everything counts: the mirror stands in for the journal.
    assert_eq!(all(&world), expected);
    unblock(&world);
    assert_eq!(
        all(&world),
        expected,
        "its writer still lives: read, not moved"
    );
    drop(journal);
    let (_, report) = world.open("laptop");
    assert_eq!((report.imported, report.healed.len()), (5, 0));
    assert_eq!(all(&world), expected);
    assert_eq!(world.open("laptop").1.imported, 0);
    assert_eq!(
        world.read("desktop"),
        expected,
        "they are in the journal now"
    );
}

#[test]
fn an_answer_that_is_nowhere_is_not_saved_and_trying_again_counts_once() {
    let world = World::new();
    let mut expected = world.study("laptop", 2);
    let (mut journal, _) = world.open("laptop");
    expected.push(answer(&mut journal, 5));
    block(&world);
    let rescue = journal.state_folder().join("rescue");
    fs::write(&rescue, "in the way").expect("written");
    // The open file still takes bytes, but nobody would find them.
    let at = journal.stamp(NOON);
    let failed = journal.append(vec![review(6)], at, at.study_day());
    let words = failed.expect_err("nowhere to go").to_string();
    assert!(words.starts_with("NOT SAVED: "), "{words}");
    assert!(
        !words.contains("os error") && !words.contains('\n'),
        "{words}"
    );
    assert!(journal.append(vec![review(6)], at, at.study_day()).is_err());
    fs::remove_file(&rescue).expect("removed");
    let later = journal.stamp(NOON.plus_ms(60_000));
    let saved = journal.append(vec![review(6)], later, later.study_day());
    expected.extend(saved.expect("saved"));
    expected.push(answer(&mut journal, 7));
    drop(journal);
    unblock(&world);
    assert_eq!(all(&world), expected);
}

#[test]
fn an_answer_not_saved_and_then_given_otherwise_is_taken_back() {
    let world = World::new();
    let (mut journal, _) = world.open("laptop");
    let first = answer(&mut journal, 5);
    block(&world);
    let rescue = journal.state_folder().join("rescue");
    fs::write(&rescue, "in the way").expect("written");
    let refused = journal.next_id();
    for n in [6, 7] {
        let at = NOON.plus_ms(6000);
        let failed = journal.append(vec![review(n)], at, at.study_day());
        assert!(failed.is_err());
    }
    fs::remove_file(&rescue).expect("removed");
    let last = answer(&mut journal, 8);
    drop(journal);
    unblock(&world);
    let events = all(&world);
    assert_eq!((&events[0], events.last()), (&first, Some(&last)));
    let undone = |e: &Event| match &e.what {
        Happening::Undone(u) => Some(u.event.seq),
        _ => None,
    };
    let undone: Vec<u32> = events.iter().filter_map(undone).collect();
    assert!(undone.contains(&refused.seq), "{events:?}");
    for event in &events[1..events.len() - 1] {
        let taken_back = undone.contains(&event.id.seq);
        assert!(
            taken_back || matches!(event.what, Happening::Undone(_)),
            "{event:?}"
        );
    }
}

#[test]
fn a_shrunk_journal_is_healed_wherever_it_was_cut() {
    let world = World::new();
    let mut expected = world.study("laptop", 6);
    let path = world.only_file();
    let whole = fs::read(&path).expect("a journal");
    for cut in (0..whole.len()).step_by(41) {
        fs::write(&path, &whole[..cut]).expect("written");
        let (mut journal, report) = world.open("laptop");
        let lost = 6 - lines_in(&whole[..cut]);
        assert_eq!(report.healed.iter().map(|h| h.events).sum::<usize>(), lost);
        assert_eq!(journal.read_all(), expected, "cut at {cut}");
        let now = fs::read(&path).expect("a journal");
        assert!(now.starts_with(&whole[..cut]), "healing only appends");
    }
    fs::remove_file(&path).expect("removed");
    expected.extend(world.study("laptop", 1));
    expected.sort_by_key(Event::order);
    assert_eq!(all(&world), expected);
}

fn lines_in(bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    text.lines()
        .filter(|l| l.ends_with("\"}") && l.contains(",\"crc\":\""))
        .count()
}

#[test]
fn another_devices_loss_is_healed_without_touching_its_file() {
    let world = World::new();
    world.put(
        "0009.jsonl",
        lines(&[event(9, 1), event(9, 2), event(9, 3)]),
    );
    world.read("laptop");
    let cut = line(&event(9, 1));
    world.put("0009.jsonl", &cut);
    let (mut journal, report) = world.open("laptop");
    assert_eq!(
        report.healed[0].to_string(),
        "0009.jsonl: lost 2 events that this machine had seen; restored from its own copy"
    );
    assert_eq!(journal.read_all().len(), 3);
    assert_eq!(
        fs::read_to_string(world.journals().join("0009.jsonl")).expect("text"),
        cut
    );
    assert_eq!(world.open("laptop").1.healed, [], "once is enough");
}

#[test]
fn a_bit_flipped_long_ago_is_healed_by_the_doctor() {
    let world = World::new();
    let expected = world.study("laptop", 60);
    let path = world.only_file();
    let mut bytes = fs::read(&path).expect("a journal");
    bytes[100] ^= 4;
    fs::write(&path, &bytes).expect("written");
    let (mut journal, report) = world.open("laptop");
    assert_eq!(report.healed, [], "a start looks at the ends only");
    assert_eq!(journal.read_all().len(), 59);
    let findings = cramless::storage::doctor::examine(&mut journal, &report, NOON);
    assert_eq!(findings.healed.len(), 1);
    assert_eq!((findings.events, findings.gaps.len()), (60, 0));
    let shown: Vec<String> = findings.problems.iter().map(ToString::to_string).collect();
    let file = path.file_name().expect("a name").to_string_lossy();
    assert_eq!(
        shown,
        [format!(
            "{file}:1: damaged line, its checksum doesn't fit; it is kept and left out of the count"
        )]
    );
    assert_eq!(findings.history.len(), 1);
    assert!(!findings.is_sound());
    assert_eq!(all(&world), expected);
}

#[test]
fn a_folder_made_anew_is_not_filled_in_silence() {
    let world = World::new();
    let expected = world.study("laptop", 5);
    fs::remove_dir_all(world.path("data")).expect("removed");
    let (mut journal, report) = world.open("laptop");
    assert_eq!(report.healed, []);
    assert_eq!(journal.read_all(), []);
    let offer = report.vanished.expect("an offer");
    assert_eq!((offer.events, offer.last), (5, Some(expected[4].at)));
    let mut later = vec![answer(&mut journal, 100)];
    drop(journal);
    let (mut journal, report) = world.open("laptop");
    assert!(
        report.vanished.is_some(),
        "it stands until it is taken or refused"
    );
    assert_eq!(journal.restore_vanished().expect("restored"), 5);
    later.splice(0..0, expected);
    assert_eq!(journal.read_all(), later);
    assert_eq!(world.open("laptop").1.vanished, None);
}

#[test]
fn an_offer_can_be_refused() {
    let world = World::new();
    world.study("laptop", 5);
    fs::remove_dir_all(world.path("data")).expect("removed");
    let (mut journal, _) = world.open("laptop");
    journal.forget_vanished().expect("noted");
    assert_eq!(world.open("laptop").1.vanished, None);
    assert_eq!(all(&world), []);
}

#[test]
fn a_session_whose_folder_vanished_is_kept_and_offered() {
    let world = World::new();
    let mut expected = world.study("laptop", 3);
    let (mut journal, _) = world.open("laptop");
    expected.extend((10..13).map(|n| answer(&mut journal, n)));
    fs::remove_dir_all(world.path("data")).expect("removed");
    expected.extend((20..23).map(|n| answer(&mut journal, n)));
    assert!(journal.trouble().is_some());
    drop(journal);
    let (mut journal, report) = world.open("laptop");
    assert_eq!(report.vanished.expect("an offer").events, expected.len());
    journal.restore_vanished().expect("restored");
    assert_eq!(journal.read_all(), expected);
}

#[test]
fn a_moved_folder_keeps_its_memory_and_a_copy_gets_its_own() {
    let world = World::new();
    let expected = world.study("laptop", 4);
    let mut places = world.places("laptop");
    fs::rename(&places.data, world.path("moved")).expect("renamed");
    places.data = world.path("moved");
    let (journal, report) = world.open_at(&places);
    assert_eq!(report.vanished, None);
    let own = format!("{:016x}.jsonl", journal.device());
    fs::write(places.data.join("journal").join(&own), "").expect("written");
    let (mut journal, report) = world.open_at(&places);
    assert_eq!(
        report.healed[0].events, 4,
        "remembered from before the move"
    );
    assert_eq!(journal.read_all(), expected);

    // Answers in a copy stay in the copy.
    let copy = world.places("laptop");
    fs::create_dir_all(copy.data.join("journal")).expect("a folder");
    for name in ["library-id".to_owned(), format!("journal/{own}")] {
        fs::copy(places.data.join(&name), copy.data.join(&name)).expect("copied");
    }
    let (mut in_copy, _) = world.open_at(&copy);
    answer(&mut in_copy, 50);
    let (mut journal, report) = world.open_at(&places);
    assert_eq!(report.healed, []);
    assert_eq!(journal.read_all(), expected);
}

#[test]
fn two_folders_that_a_sync_joins_become_one_library() {
    let world = World::new();
    let mut expected = world.study("laptop", 3);
    let mut places = world.places("desktop");
    places.data = world.path("other");
    let (mut desktop, _) = world.open_at(&places);
    expected.extend((50..53).map(|n| answer(&mut desktop, n)));
    drop(desktop);
    // Of the two ids one wins; the journals are put together.
    for (from, to) in [("other", "data"), ("data", "other")] {
        for name in names(&world.path(from).join("journal")) {
            let file = format!("journal/{name}");
            fs::copy(world.path(from).join(&file), world.path(to).join(&file)).expect("copied");
        }
    }
    fs::copy(
        world.path("data/library-id"),
        world.path("other/library-id"),
    )
    .expect("copied");
    let (mut desktop, report) = world.open_at(&places);
    assert_eq!((report.vanished, report.healed), (None, vec![]));
    assert_eq!(desktop.read_all(), expected);
    assert_eq!(all(&world), expected);
}

#[test]
fn a_lost_library_id_is_written_again() {
    let world = World::new();
    let expected = world.study("laptop", 4);
    let id = fs::read(world.path("data/library-id")).expect("an id");
    fs::remove_file(world.path("data/library-id")).expect("removed");
    let (mut journal, report) = world.open("laptop");
    assert_eq!(report.vanished, None);
    assert_eq!(journal.read_all(), expected);
    assert_eq!(fs::read(world.path("data/library-id")).expect("an id"), id);
}

#[test]
fn everything_in_the_state_folder_can_be_deleted() {
    let world = World::new();
    let mut expected = world.study("laptop", 4);
    fs::remove_dir_all(world.path("laptop")).expect("removed");
    assert_eq!(all(&world), expected);
    expected.extend(world.study("laptop", 2));
    assert_eq!(world.open("laptop").1.problems, [], "a new id is no clone");
    expected.sort_by_key(Event::order);
    assert_eq!(all(&world), expected);
}

#[test]
fn without_a_state_folder_answers_are_still_saved() {
    let world = World::new();
    fs::write(world.path("laptop"), "in the way").expect("written");
    let (mut journal, report) = world.open("laptop");
    assert_eq!(report.problems.len(), 1, "{:?}", report.problems);
    let saved = answer(&mut journal, 1);
    assert_eq!(journal.trouble(), None);
    assert_eq!(world.read("desktop"), [saved]);
}

#[test]
fn state_inside_the_synced_folder_is_warned_of() {
    let world = World::new();
    let mut places = world.places("laptop");
    places.state = places.data.join("state");
    let (_, report) = world.open_at(&places);
    let words = report.problems[0].to_string();
    assert!(words.contains("CRAMLESS_STATE"), "{words}");
}

#[test]
fn the_data_folder_holds_what_it_should_and_no_more() {
    let world = World::new();
    world.study("laptop", 1);
    let expected = [".gitattributes", "journal", "library-id"];
    assert_eq!(names(&world.path("data")), expected);
}
