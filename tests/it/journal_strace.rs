//! Every system call of a session failing or being its last, by `strace`.
//!
//! Slow, and needs `strace` with fault injection, so it is run by hand:
//! `cargo test --test it journal_strace -- --ignored --nocapture`.

use crate::journal_world::World;
use crate::journal_writers::{hear, ids, start};
use std::process::{Command, Stdio};

/// System calls that touch files, and how each may go wrong.
const CALLS: [&str; 12] = [
    "openat",
    "write",
    "fdatasync",
    "fsync",
    "statx",
    "lseek",
    "read",
    "flock",
    "fallocate",
    "rename",
    "linkat",
    "mkdir",
];
const FATES: [&str; 4] = ["error=EIO", "error=ENOSPC", "error=EINTR", "signal=KILL"];

#[cfg(unix)]
#[test]
#[ignore = "slow, and needs strace"]
fn no_fault_loses_an_answer_that_was_told_of() {
    let strace = Command::new("strace")
        .arg("-V")
        .stdout(Stdio::null())
        .status();
    if strace.is_err() {
        eprintln!("skipped: strace isn't installed");
        return;
    }
    let mut runs = 0;
    for call in CALLS {
        for fate in FATES {
            // EINTR is only ever given where the system gives it.
            if fate == "error=EINTR"
                && !matches!(call, "write" | "read" | "openat" | "fdatasync" | "fsync")
            {
                continue;
            }
            for healing in [false, true] {
                for when in 1..60 {
                    runs += 1;
                    if !survives(call, fate, when, healing) {
                        break;
                    }
                }
            }
        }
    }
    println!("{runs} runs");
}

/// Says whether the fault came to pass at all. With `healing` the session
/// starts by bringing back a line that its journal lost.
fn survives(call: &str, fate: &str, when: u32, healing: bool) -> bool {
    let world = World::new();
    let before = world.study("laptop", 2);
    let log = world.path("strace.log");
    let home = world.path("");
    // Only calls on the world's own files, not those of the test's harness.
    let paths = [
        "data",
        "data/journal",
        "data/library-id",
        "laptop",
        "laptop/folders.json",
        "laptop/device",
    ];
    let traced: String = paths
        .iter()
        .map(|p| format!("-P {} ", home.join(p).display()))
        .collect();
    let own = world.only_file();
    if healing {
        let file = std::fs::OpenOptions::new().write(true).open(&own);
        file.and_then(|f| f.set_len(200)).expect("cut");
    }
    let sessions = own
        .file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned();
    let sessions = world.path(&format!("laptop/sessions-{sessions}"));
    let shell = format!(
        "exec strace -f -qq -o {} {traced} -P {} -P {} -e inject={call}:{fate}:when={when}",
        log.display(),
        own.display(),
        sessions.display()
    );
    let mut child = start(&world, 9, 5, &shell);
    let (told, rest) = hear(&mut child, usize::MAX);
    child.wait().expect("ended");
    let log = std::fs::read_to_string(log).unwrap_or_default();
    let struck = log.contains("(INJECTED)") || log.contains("killed by SIGKILL");

    let found = ids(&world.read("laptop"));
    let expected = ids(&before).into_iter().chain(told.iter().copied());
    for id in expected {
        assert!(
            found.contains(&id),
            "{call} {fate} {when}: lost {id}\n{rest}\n{log}"
        );
    }
    let (mut journal, _) = world.open("laptop");
    let mut numbers: Vec<_> = journal.read_all().iter().map(|e| e.id).collect();
    let all = numbers.len();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), all, "{call} {fate} {when}: counted twice");
    // An answer that wasn't told of may be there or not, but not as another.
    assert!(all <= 2 + 5, "{call} {fate} {when}: {all} events");
    if fate != "signal=KILL" && rest.contains("trouble") {
        let refused = rest.lines().filter(|l| l.starts_with("NOT SAVED")).count();
        assert_eq!(told.len() + refused, 5, "{call} {fate} {when}\n{rest}");
    }
    struck
}
