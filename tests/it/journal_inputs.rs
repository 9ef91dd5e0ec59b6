//! Rows 64–71 of the table of bad inputs: what a journal folder may hold.

use crate::journal_world::{NOON, World, answer, event, line, lines, resealed};
use cramless::domain::event::Reviewed;
use cramless::domain::{Event, Happening};
use cramless::storage::doctor;
use cramless::storage::journal::{Journal, Problem};
use std::fs;

fn words(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

fn read(world: &World) -> (Vec<Event>, Vec<String>, Journal) {
    let (mut journal, _) = world.open("laptop");
    let events = journal.read_all();
    let words = words(journal.problems());
    (events, words, journal)
}

#[test]
fn row_64_damaged_torn_zeroed_and_garbage_lines() {
    let good = event(9, 1);
    let torn = &line(&event(9, 2))[..80];
    let wrong = line(&event(9, 3)).replace("seconds\":3.0", "seconds\":4.0");
    let zeros = "\0".repeat(700);
    let mut text = format!("{torn}\n{}{wrong}{zeros}\ngarb\u{fffd}ge\n", line(&good)).into_bytes();
    text.extend(b"\xff\xfe\x00binary\n{}\n[1,2]\n");
    let world = World::new();
    world.put("0009.jsonl", &text);
    let (events, words, mut journal) = read(&world);
    assert_eq!(events, [good]);
    let cut =
        "damaged line, cut short (no checksum at its end); it is kept and left out of the count";
    let changed = "damaged line, its checksum doesn't fit; it is kept and left out of the count";
    let expected = [
        (1, cut),
        (3, changed),
        (5, cut),
        (6, cut),
        (7, cut),
        (8, cut),
    ];
    let expected: Vec<String> = expected
        .iter()
        .map(|(n, what)| format!("0009.jsonl:{n}: {what}"))
        .collect();
    assert_eq!(words, expected);
    answer(&mut journal, 5);
    assert_eq!(
        fs::read(world.journals().join("0009.jsonl")).expect("a file"),
        text
    );
}

#[test]
fn row_64_lines_are_numbered_from_the_top_also_when_only_the_end_is_read() {
    let world = World::new();
    world.put("0009.jsonl", lines(&[event(9, 1), event(9, 2)]));
    let (_, _, journal) = read(&world);
    let mark = journal.mark();
    world.put(
        "0009.jsonl",
        lines(&[event(9, 1), event(9, 2)]) + "\nrubbish\n",
    );
    let (mut journal, _) = world.open("laptop");
    journal.read_since(&mark);
    assert_eq!(journal.problems()[0].line, Some(4));
}

#[test]
fn row_64_a_file_of_nothing_but_garbage_is_told_of_with_measure() {
    let world = World::new();
    world.put("0009.jsonl", "{\"v\":\n".repeat(50_000));
    let (events, words, _) = read(&world);
    assert_eq!((events.len(), words.len()), (0, 1001));
    assert_eq!(words[1000], "0009.jsonl: 49000 more lines like these");
    // One endless line takes no more time than many.
    world.put("0009.jsonl", "{\"v\":,\"crc\":\"".repeat(100_000));
    assert_eq!(read(&world).1.len(), 1);
}

#[test]
fn row_65_unknown_kinds_and_newer_versions_are_kept_and_skipped() {
    let known = line(&event(9, 1));
    let body = &known[..known.len() - 19];
    let newer = [
        body.replace("\"v\":1", "\"v\":2"),
        body.replace("\"kind\":\"reviewed\"", "\"kind\":\"dreamt-of\""),
        body.replace("\"id\":", "\"name\":"),
    ];
    let text: String = newer.iter().map(|b| resealed(b)).collect();
    let world = World::new();
    world.put("0009.jsonl", &text);
    let (events, words, mut journal) = read(&world);
    assert!(
        events.iter().all(|e| e.what == Happening::Unknown),
        "{events:?}"
    );
    assert_eq!(words.len(), 3);
    assert!(
        words[2].starts_with("0009.jsonl:3: written by a newer version of cramless"),
        "{words:?}"
    );
    answer(&mut journal, 1);
    assert_eq!(
        fs::read_to_string(world.journals().join("0009.jsonl")).expect("text"),
        text
    );
}

#[test]
fn row_66_events_of_cards_that_are_not_installed_are_kept() {
    let world = World::new();
    let mut elsewhere = event(9, 1);
    if let Happening::Reviewed(Reviewed { card, .. }) = &mut elsewhere.what {
        *card = cramless::domain::CardRef::parse("nobody/has-this#card").expect("well formed");
    }
    world.put("0009.jsonl", line(&elsewhere));
    let (events, words, _) = read(&world);
    assert_eq!((events, words), (vec![elsewhere], vec![]));
}

#[test]
fn row_67_one_id_for_two_answers_of_another_device() {
    let world = World::new();
    let mut twin = event(9, 1);
    twin.at = twin.at.plus_ms(5);
    world.put("a.jsonl", line(&event(9, 1)));
    world.put("b.jsonl", line(&twin));
    let (events, words, journal) = read(&world);
    assert_eq!(events, [event(9, 1), twin]);
    assert_eq!(words.len(), 1);
    assert!(
        words[0].contains("device id 0000000000000009 was cloned"),
        "{words:?}"
    );
    assert_ne!(journal.device(), 9);
}

#[test]
fn row_67_twins_of_one_moment_are_in_one_order_wherever_they_were_found() {
    let mut twin = event(9, 1);
    twin.what = crate::journal_world::review(2);
    let (a, b) = (line(&event(9, 1)), line(&twin));
    let orders = [[&a, &b], [&b, &a]].map(|files| {
        let world = World::new();
        world.put("1.jsonl", files[0]);
        world.put("2.jsonl", files[1]);
        read(&world).0
    });
    assert_eq!(orders[0], orders[1]);
    assert_eq!(orders[0].len(), 2);
}

#[test]
fn row_67_a_cloned_machine_gets_an_id_of_its_own() {
    let world = World::new();
    let mut all = world.study("laptop", 2);
    copy_folder(&world.path("laptop"), &world.path("clone"));
    all.extend(world.study("laptop", 2));
    let (mut clone, _) = world.open("clone");
    let before = clone.device();
    clone.read_all();
    assert_ne!(
        clone.device(),
        before,
        "the laptop ran a session that the clone never did"
    );
    let words = words(clone.problems());
    assert!(
        words[0].contains("this machine has a new id now"),
        "{words:?}"
    );
    all.push(answer(&mut clone, 50));
    let id = clone.device();
    drop(clone);
    let (mut clone, _) = world.open("clone");
    assert_eq!(clone.read_all(), all);
    assert_eq!(
        (clone.device(), clone.problems()),
        (id, &[][..]),
        "said once"
    );
    assert_eq!(world.open("laptop").0.device(), before);
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

#[test]
fn row_68_clocks_that_were_wrong_are_named_and_not_followed() {
    let world = World::new();
    let mut old = event(8, 1);
    old.at.utc_ms = 5_000;
    let mut ahead = event(9, 1);
    ahead.at.utc_ms = NOON.utc_ms + 40 * 86_400_000;
    let fine = event(9, 2);
    world.put("0008.jsonl", lines(&[old.clone(), event(8, 3)]));
    world.put("0009.jsonl", lines(&[ahead.clone(), fine.clone()]));
    let (mut journal, report) = world.open("laptop");
    let saved = answer(&mut journal, 7);
    assert_eq!(saved.at, NOON.plus_ms(7000), "not drawn into the future");
    let events = journal.read_all();
    assert_eq!(events, [old, fine, event(8, 3), saved, ahead]);
    let findings = doctor::examine(&mut journal, &report, NOON);
    let words = words(&findings.problems);
    assert_eq!(
        words,
        [
            "0000000000000008.jsonl: the clock was wrong on device 0000000000000008: it dated an answer 1970-01-01 00:00 UTC; the answer counts",
            "0000000000000009.jsonl: the clock was wrong on device 0000000000000009: it dated an answer 2026-12-28 11:06 UTC; the answer counts",
        ]
    );
}

#[test]
fn row_69_a_journal_that_shrank_is_healed_with_a_word() {
    let world = World::new();
    let expected = world.study("laptop", 112);
    fs::write(world.only_file(), "").expect("emptied");
    let (mut journal, report) = world.open("laptop");
    let banner = report.healed[0].to_string();
    assert!(
        banner.contains("lost 112 events that this machine had seen; restored"),
        "{banner}"
    );
    assert_eq!(journal.read_all(), expected);
}

#[test]
fn row_70_what_a_cloud_drive_has_not_downloaded_is_never_taken_for_empty() {
    let world = World::new();
    let seen = [event(9, 1), event(9, 2)];
    world.put("0009.jsonl", lines(&seen));
    world.put("0008.jsonl", line(&event(8, 3)));
    world.read("laptop");
    // iCloud takes one away and leaves a stub; another one is hollow.
    let path = world.journals().join("0009.jsonl");
    fs::rename(&path, world.journals().join(".0009.jsonl.icloud")).expect("renamed");
    let hollow = fs::File::create(world.journals().join("0008.jsonl")).expect("made");
    hollow
        .set_len(line(&event(8, 3)).len() as u64)
        .expect("hollow");
    drop(hollow);
    let (mut journal, report) = world.open("laptop");
    assert_eq!(report.healed, [], "it isn't lost");
    let expected = "not downloaded by the cloud drive; counts may be low until it is";
    if cfg!(unix) {
        let expected = ["0008.jsonl", "0009.jsonl"].map(|name| format!("{name}: {expected}"));
        assert_eq!(words(&report.problems), expected);
    }
    let events = journal.read_all();
    assert_eq!(
        events,
        [event(9, 1), event(9, 2), event(8, 3)],
        "this machine remembers"
    );
}

#[test]
fn row_71_line_ends_and_marks_of_git_and_editors() {
    let events = [event(9, 1), event(9, 2), event(9, 3)];
    let text = lines(&events);
    let world = World::new();
    world.put(
        "0009.jsonl",
        format!("\u{feff}{}", text.replace('\n', "\r\n")),
    );
    let (read_back, words, _) = read(&world);
    assert_eq!((&read_back[..], words), (&events[..], vec![]));
}

#[test]
fn folders_pipes_and_links_among_the_journals() {
    let world = World::new();
    world.put("0009.jsonl", line(&event(9, 1)));
    fs::create_dir(world.journals().join("dir.jsonl")).expect("a folder");
    let mut expected = vec!["dir.jsonl: is a folder, not a journal; left alone".to_owned()];
    #[cfg(unix)]
    {
        use nix::sys::stat::Mode;
        use std::os::unix::fs::symlink;
        let at = |name: &str| world.journals().join(name);
        nix::unistd::mkfifo(&at("fifo.jsonl"), Mode::S_IRWXU).expect("a pipe");
        fs::write(world.path("elsewhere"), line(&event(7, 2))).expect("written");
        symlink(world.path("elsewhere"), at("link.jsonl")).expect("a link");
        symlink("/dev/zero", at("zero.jsonl")).expect("a link");
        symlink(at("loop.jsonl"), at("loop.jsonl")).expect("a link");
        expected.extend([
            "fifo.jsonl: is a pipe, socket or device, not a journal; left alone".into(),
            "loop.jsonl: can't be read (Too many levels of symbolic links); counts may be low"
                .into(),
            "zero.jsonl: is a pipe, socket or device, not a journal; left alone".into(),
        ]);
    }
    let (events, words, _) = read(&world);
    assert_eq!(words, expected);
    let mut all = vec![event(9, 1)];
    if cfg!(unix) {
        all.push(event(7, 2));
    }
    assert_eq!(events, all);
}

#[test]
fn its_own_file_may_be_a_folder_or_a_pipe() {
    let world = World::new();
    let (journal, _) = world.open("laptop");
    let own = world
        .journals()
        .join(format!("{:016x}.jsonl", journal.device()));
    fs::create_dir(&own).expect("a folder");
    let (mut journal, _) = world.open("laptop");
    let saved = answer(&mut journal, 1);
    assert_eq!(journal.trouble(), None);
    let both = |last: &[Event]| [std::slice::from_ref(&saved), last].concat();
    assert_eq!(world.read("desktop"), both(&[]));
    #[cfg(unix)]
    {
        fs::remove_dir(&own).expect("removed");
        nix::unistd::mkfifo(&own, nix::sys::stat::Mode::S_IRWXU).expect("a pipe");
        let (mut journal, _) = world.open("laptop");
        let again = answer(&mut journal, 2);
        assert_eq!(world.read("desktop"), both(&[again]));
    }
}

#[test]
fn names_with_escape_codes_are_shown_safely() {
    let world = World::new();
    let name = "x\u{1b}]0;hi\u{7}\n.jsonl";
    world.put(name, "rubbish\n");
    let (_, words, _) = read(&world);
    assert!(words[0].starts_with("x␛]0;hi␇␤.jsonl:1: "), "{words:?}");
}
