//! The rules of the house, read off the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// A floor and the floors it may name.
const FLOORS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("storage", &["domain"]),
    ("scheduling", &["domain"]),
    ("exam", &["domain"]),
    ("generator", &["domain"]),
    (
        "session",
        &["domain", "storage", "scheduling", "exam", "generator"],
    ),
    (
        "tui",
        &[
            "domain",
            "storage",
            "scheduling",
            "exam",
            "generator",
            "session",
        ],
    ),
    (
        "cli",
        &[
            "domain",
            "storage",
            "scheduling",
            "exam",
            "generator",
            "session",
            "tui",
        ],
    ),
];

/// What reaches outside, and the places that may.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("SystemTime::now", &["src/main.rs", "src/cli/"]),
    (
        "Instant::now",
        &[
            "src/main.rs",
            "src/cli/",
            "src/tui/event_loop",
            "src/tui/terminal",
        ],
    ),
    ("Timestamp::now", &["src/main.rs", "src/cli/"]),
    ("Zoned::now", &["src/main.rs", "src/cli/"]),
    (
        "clock_gettime",
        &[
            "src/main.rs",
            "src/cli/",
            "src/tui/event_loop",
            "src/tui/terminal",
        ],
    ),
    ("rand::rng()", &["src/main.rs"]),
    ("from_os_rng", &["src/main.rs"]),
    ("SysRng", &["src/main.rs"]),
    ("std::env", &["src/main.rs", "src/cli/"]),
    ("std::fs", &["src/main.rs", "src/cli/", "src/storage/"]),
    ("File::open", &["src/main.rs", "src/cli/", "src/storage/"]),
    (
        "std::process",
        &[
            "src/main.rs",
            "src/storage/atomic",
            "src/cli/",
            "src/tui/event_loop",
            "src/tui/terminal",
        ],
    ),
    (
        "std::thread",
        &[
            "src/main.rs",
            "src/storage/journal/pen",
            "src/cli/",
            "src/tui/event_loop",
            "src/tui/terminal",
        ],
    ),
    ("println!", &["src/main.rs"]),
    ("eprintln!", &["src/main.rs"]),
    (
        "stdout()",
        &["src/main.rs", "src/tui/event_loop", "src/tui/terminal"],
    ),
    (
        "crossterm::terminal",
        &["src/tui/event_loop", "src/tui/terminal"],
    ),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file with its path below the root and its text.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    collect(&root().join("src"), &mut files);
    files.sort();
    assert!(files.len() > 20, "the sources were found");
    files
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(root())
                .unwrap()
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

fn collect(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

/// The lines that are code, without tests (which close a file) and comments.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
        .map(|(i, line)| (i + 1, line.split("//").next().unwrap_or("")))
}

fn is_test_module(name: &str) -> bool {
    name.ends_with("tests.rs") || name.contains("/tests/")
}

#[test]
fn a_floor_names_only_those_below_it() {
    let mut broken = Vec::new();
    for (name, text) in sources() {
        let Some(floor) = name.strip_prefix("src/").and_then(|n| n.split_once('/')) else {
            continue;
        };
        let (_, allowed) = FLOORS
            .iter()
            .find(|(f, _)| *f == floor.0)
            .unwrap_or_else(|| panic!("{name}: no such floor; ARCHITECTURE.md lists them"));
        for (line, code) in code(&text) {
            for (other, _) in FLOORS {
                let names = code.contains(&format!("crate::{other}::"))
                    || code.contains(&format!("cramless::{other}::"));
                if names && *other != floor.0 && !allowed.contains(other) {
                    broken.push(format!("{name}:{line}: {} names {other}", floor.0));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn clock_randomness_disk_and_terminal_stay_in_the_shell() {
    let mut broken = Vec::new();
    for (name, text) in sources() {
        if is_test_module(&name) {
            continue;
        }
        for (line, code) in code(&text) {
            for (call, places) in OUTSIDE {
                if code.contains(call) && !places.iter().any(|p| name.starts_with(p)) {
                    broken.push(format!("{name}:{line}: {call}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn every_file_says_why_it_exists() {
    let silent: Vec<_> = sources()
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//! "))
        .map(|(name, _)| name)
        .collect();
    assert!(silent.is_empty(), "no //! at the top of {silent:?}");
}

#[test]
fn rooms_stay_small() {
    let large: Vec<_> = sources()
        .into_iter()
        .map(|(name, text)| (text.lines().count(), name))
        .filter(|(lines, _)| *lines > 600)
        .collect();
    assert!(large.is_empty(), "look for the second idea in {large:?}");
}

#[test]
fn there_is_no_drawer_for_odds_and_ends() {
    for (name, _) in sources() {
        let file = name.rsplit('/').next().unwrap();
        assert!(
            !matches!(
                file,
                "utils.rs" | "util.rs" | "helpers.rs" | "misc.rs" | "common.rs"
            ),
            "{name}"
        );
    }
}
