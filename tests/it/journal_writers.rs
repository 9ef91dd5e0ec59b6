//! Several sessions at once, killed ones, and disks that refuse: with real
//! processes, which are this test binary started again.

use crate::journal_world::{NOON, World, answer, names, review};
use cramless::domain::{Event, EventId};
use cramless::storage::journal::{Fresh, Journal};
use cramless::storage::places::Places;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Not a test of its own: what the children of the tests here do.
#[test]
#[ignore = "run by the tests of this file"]
fn child() {
    let var = |name: &str| std::env::var(name).expect("set by the parent");
    let home = PathBuf::from(var("CHILD_HOME"));
    let places = Places {
        data: home.join("data"),
        state: home.join("laptop"),
    };
    let session = var("CHILD_SESSION").parse().expect("a number");
    let answers: u32 = var("CHILD_ANSWERS").parse().expect("a number");
    let fresh = Fresh { device: 5, session };
    let (mut journal, _) = Journal::open(&places, fresh, NOON).expect("opens");
    let mut out = std::io::stdout().lock();
    for n in 0..answers {
        let at = journal.stamp(NOON);
        match journal.append(vec![review(n)], at, at.study_day()) {
            // Told only after it was saved, as a screen would.
            Ok(saved) => writeln!(out, "saved {}", saved[0].id).expect("heard"),
            Err(why) => writeln!(out, "{why}").expect("heard"),
        }
    }
    writeln!(out, "trouble {:?}", journal.trouble()).expect("heard");
}

/// Starts a child; `shell` is what the shell says before its name: `exec`, or
/// a limit or a tracer as well.
pub(crate) fn start(world: &World, session: u32, answers: u32, shell: &str) -> Child {
    let this = std::env::current_exe().expect("this program");
    Command::new("sh")
        .arg("-c")
        .arg(format!(
            "{shell} \"$0\" --exact journal_writers::child --ignored --nocapture"
        ))
        .arg(this)
        .env("CHILD_HOME", world.path(""))
        .env("CHILD_SESSION", session.to_string())
        .env("CHILD_ANSWERS", answers.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts")
}

/// What a child said: the ids it holds for saved, and everything else.
pub(crate) fn hear(child: &mut Child, upto: usize) -> (Vec<EventId>, String) {
    let mut saved = Vec::new();
    let mut rest = String::new();
    for line in BufReader::new(child.stdout.take().expect("piped")).lines() {
        let line = line.expect("text");
        match line
            .split_once("saved ")
            .and_then(|(_, id)| EventId::parse(id))
        {
            Some(id) => saved.push(id),
            None => rest += &(line + "\n"),
        }
        if saved.len() == upto {
            break;
        }
    }
    (saved, rest)
}

pub(crate) fn ids(events: &[Event]) -> Vec<EventId> {
    let mut ids: Vec<EventId> = events.iter().map(|e| e.id).collect();
    ids.sort();
    ids
}

fn fifty(journal: &mut Journal) -> Vec<Event> {
    (0..50).map(|n| answer(journal, n)).collect()
}

fn mirror_of(journal: &Journal, file: &Path) -> PathBuf {
    let name = file.file_name().expect("a name");
    journal.state_folder().join("mirror").join(name)
}

#[test]
fn two_sessions_on_one_device_take_turns() {
    let world = World::new();
    let (mut one, _) = world.open("laptop");
    let (mut two, _) = world.open("laptop");
    assert_eq!(one.device(), two.device());
    let mut all = Vec::new();
    for n in 0..50 {
        all.push(answer(&mut one, n));
        all.push(answer(&mut two, n));
    }
    let mut found = world.read("laptop");
    assert_eq!(ids(&found), ids(&all));
    found.sort_by_key(|e| e.id);
    all.sort_by_key(|e| e.id);
    assert_eq!(found, all);
    let file = world.only_file();
    let mirror = mirror_of(&one, &file);
    assert_eq!(
        fs::read(mirror).expect("a mirror"),
        fs::read(file).expect("a journal")
    );
}

#[test]
fn threads_that_write_at_once_lose_nothing() {
    let world = World::new();
    let mut journals: Vec<Journal> = (0..4).map(|_| world.open("laptop").0).collect();
    let all: Vec<Event> = std::thread::scope(|scope| {
        let work = |journal| scope.spawn(move || fifty(journal));
        let threads: Vec<_> = journals.iter_mut().map(work).collect();
        let joined = threads.into_iter().map(|t| t.join().expect("no panic"));
        joined.flatten().collect()
    });
    let (mut journal, report) = world.open("laptop");
    assert_eq!(ids(&journal.read_all()), ids(&all));
    assert_eq!((report.healed, journal.problems()), (vec![], &[][..]));
    let file = world.only_file();
    let mirror = mirror_of(&journal, &file);
    assert_eq!(
        fs::read(mirror).expect("a mirror"),
        fs::read(file).expect("a journal")
    );
}

#[cfg(unix)]
#[test]
fn processes_that_write_at_once_lose_nothing() {
    let world = World::new();
    // Even with the same number for their session.
    let mut children: Vec<Child> = (0..3).map(|_| start(&world, 7, 100, "exec")).collect();
    let mut all: Vec<EventId> = Vec::new();
    for child in &mut children {
        all.extend(hear(child, usize::MAX).0);
        assert!(child.wait().expect("ended").success());
    }
    all.sort();
    all.dedup();
    assert_eq!(all.len(), 300);
    let (mut journal, _) = world.open("laptop");
    assert_eq!(ids(&journal.read_all()), all);
    assert_eq!(journal.problems(), []);
}

#[cfg(unix)]
#[test]
fn a_killed_session_keeps_every_answer_that_it_told_of() {
    let world = World::new();
    let mut told = Vec::new();
    for (session, answers) in (1..).zip([1, 2, 30, 111]) {
        let mut child = start(&world, session, 1_000_000, "exec");
        let (saved, _) = hear(&mut child, answers);
        child.kill().expect("killed");
        child.wait().expect("ended");
        told.extend(saved);
        let found = ids(&world.read("laptop"));
        let missing: Vec<_> = told.iter().filter(|id| !found.contains(id)).collect();
        assert!(missing.is_empty(), "lost {missing:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_size_limit_is_an_error_and_not_the_end() {
    let world = World::new();
    // In blocks of 512 bytes; a review takes some 170 bytes.
    let mut child = start(&world, 1, 100, "ulimit -f 8; exec");
    let (saved, rest) = hear(&mut child, usize::MAX);
    assert!(child.wait().expect("ended").success(), "{rest}");
    assert!(rest.contains("File too large"), "{rest}");
    assert_eq!(saved.len(), 100, "several rescue files took them: {rest}");
    assert_eq!(ids(&world.read("laptop")), saved);
    assert_eq!(
        world.read("desktop"),
        world.read("laptop"),
        "and it is in the journal now"
    );
}

#[cfg(unix)]
#[test]
fn a_session_that_may_not_write_keeps_its_answers_elsewhere() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::new();
    world.study("laptop", 2);
    let lock = |mode| {
        for path in [world.path("data"), world.journals(), world.only_file()] {
            fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
        }
    };
    lock(0o555);
    if fs::write(world.path("data/probe"), "").is_ok() {
        eprintln!("skipped: this user may write everywhere");
        return;
    }
    let (mut journal, _) = world.open("laptop");
    answer(&mut journal, 5);
    assert!(
        journal
            .trouble()
            .expect("a banner")
            .contains("Permission denied")
    );
    assert_eq!(world.read("laptop").len(), 3);
    drop(journal);
    lock(0o755);
    assert_eq!(world.open("laptop").1.imported, 1);
    // A folder that can't even be looked into isn't empty.
    let journals = |mode| {
        let mode = fs::Permissions::from_mode(mode);
        fs::set_permissions(world.journals(), mode).expect("set");
    };
    journals(0o000);
    let (mut journal, report) = world.open("laptop");
    assert_eq!(journal.read_all().len(), 3);
    assert_eq!((report.healed.len(), report.vanished), (0, None));
    journals(0o755);
}

/// Needs a small disk of its own, which only root can make:
/// `mount -t tmpfs -o size=1M tmpfs DIR` and `CRAMLESS_SMALL_DISK=DIR`.
#[test]
#[ignore = "needs a small disk in CRAMLESS_SMALL_DISK"]
fn a_full_disk_stops_nobody_in_silence() {
    let disk = PathBuf::from(std::env::var_os("CRAMLESS_SMALL_DISK").expect("set"));
    for state_too in [false, true] {
        let elsewhere = World::new();
        let places = Places {
            data: disk.join("data"),
            state: if state_too {
                disk.join("state")
            } else {
                elsewhere.path("state")
            },
        };
        let (mut journal, _) = elsewhere.open_at(&places);
        answer(&mut journal, 0);
        let filler = disk.join("filler");
        let mut file = fs::File::create(&filler).expect("made");
        while file.write_all(&[1; 4096]).is_ok() {}
        let mut saved = 1;
        let mut refused = 0;
        for n in 1..20_000 {
            match journal.append(vec![review(n)], NOON, NOON.study_day()) {
                Ok(_) => saved += 1,
                Err(_) => refused += 1,
            }
            if refused == 5 {
                break;
            }
        }
        assert!(saved > 1000, "{saved} saved");
        assert_eq!(refused > 0, state_too);
        drop(journal);
        fs::remove_file(filler).expect("removed");
        let (mut journal, _) = elsewhere.open_at(&places);
        assert_eq!(journal.read_all().len(), saved);
        println!("state on the disk: {state_too}; saved {saved}, refused {refused}");
        for name in names(&disk) {
            fs::remove_dir_all(disk.join(name)).expect("removed");
        }
    }
}
