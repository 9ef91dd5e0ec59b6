//! Rows 23–25, 27 and 44–51: several files, and files that are no files. The
//! other decks are used whatever one of them is.

use super::*;
use cramless::storage::builtin::Builtins;
use cramless::storage::library::{Library, Sources};
use std::fs;
use std::path::{Path, PathBuf};

const NONE: Builtins = Builtins {
    decks: &[],
    blueprints: &[],
};

/// A folder of decks with one good deck in it.
struct Shelf(tempfile::TempDir);

impl Shelf {
    fn new() -> Self {
        let shelf = Self(tempfile::tempdir().expect("a folder"));
        fs::create_dir(shelf.folder()).expect("made");
        shelf.put(
            "good.json",
            deck(&flashcard("a")).replacen("\"d\"", "\"good\"", 1),
        );
        shelf
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("decks")
    }

    fn put(&self, name: impl AsRef<Path>, content: impl AsRef<[u8]>) {
        fs::write(self.folder().join(name), content).expect("written");
    }

    fn open(&self) -> Library {
        Library::open(&Sources {
            builtins: NONE,
            decks: &self.folder(),
            cache: None,
            binary: "test",
        })
    }

    /// The decks that are used, and the problems with the folder left out.
    fn sees(&self) -> (Vec<String>, Vec<String>) {
        let library = self.open();
        let decks = library.catalogue().decks.iter().map(|d| d.id.to_string());
        let base = format!("{}/", self.folder().display());
        let problems = library.problems().iter();
        (
            decks.collect(),
            problems.map(|p| p.to_string().replace(&base, "")).collect(),
        )
    }

    #[track_caller]
    fn keeps(&self, decks: &[&str], problems: &[&str]) {
        let (seen_decks, seen_problems) = self.sees();
        assert_eq!(seen_problems, problems);
        assert_eq!(seen_decks, decks);
    }
}

fn named(id: &str, front: &str) -> String {
    deck(&flashcard("a").replace("\"f\"", &format!("\"{front}\""))).replacen(
        "\"d\"",
        &format!("\"{id}\""),
        1,
    )
}

#[test]
fn row_23_same_deck_id_with_other_content() {
    let shelf = Shelf::new();
    shelf.put("x.json", named("x", "one"));
    shelf.put("x.sync-conflict.json", named("x", "two"));
    shelf.keeps(
        &["good"],
        &[
            "x.json:1:1: error: the deck id \"x\" stands in x.sync-conflict.json too, with other content; neither is used; \
             delete one of them or change its id; your progress stays as it is",
            "x.sync-conflict.json:1:1: error: the deck id \"x\" stands in x.json too, with other content; neither is used; \
             delete one of them or change its id; your progress stays as it is",
        ],
    );
}

#[test]
fn row_24_the_same_deck_twice() {
    let shelf = Shelf::new();
    shelf.put("x.json", named("x", "one"));
    shelf.put("y.json", named("x", "one"));
    shelf.keeps(
        &["good", "x"],
        &["y.json:1:1: warning: the same deck as x.json; it is used once; delete one of them"],
    );
}

#[test]
fn row_25_the_same_card_id_in_two_decks() {
    let shelf = Shelf::new();
    shelf.put("x.json", named("x", "one"));
    shelf.keeps(&["good", "x"], &[]);
    assert_eq!(shelf.open().catalogue().len(), 2);
}

#[test]
fn row_27_deck_ids_that_differ_in_case() {
    let shelf = Shelf::new();
    shelf.put("x.json", named("GOOD", "one"));
    shelf.keeps(
        &["good", "GOOD"],
        &["x.json:1:1: warning: the deck id \"GOOD\" differs from \"good\" in good.json only in upper and lower case"],
    );
}

#[test]
fn row_44_a_folder_with_a_decks_name() {
    let shelf = Shelf::new();
    fs::create_dir(shelf.folder().join("x.json")).expect("made");
    shelf.keeps(
        &["good"],
        &["x.json:1:1: error: this is a folder, not a file"],
    );
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn row_45_a_pipe_and_a_socket() {
        let shelf = Shelf::new();
        let mode = nix::sys::stat::Mode::from_bits_truncate(0o600);
        nix::unistd::mkfifo(&shelf.folder().join("p.json"), mode).expect("a pipe");
        let _socket = std::os::unix::net::UnixListener::bind(shelf.folder().join("s.json"))
            .expect("a socket");
        shelf.keeps(
            &["good"],
            &[
                "p.json:1:1: error: this is a pipe (FIFO), not a file",
                "s.json:1:1: error: this is a socket, not a file",
            ],
        );
    }

    #[test]
    fn row_46_an_endless_device() {
        let shelf = Shelf::new();
        symlink("/dev/zero", shelf.folder().join("z.json")).expect("linked");
        shelf.keeps(
            &["good"],
            &["z.json:1:1: error: this is a device, not a file"],
        );
    }

    #[test]
    fn row_47_a_link_loop() {
        let shelf = Shelf::new();
        symlink("b.json", shelf.folder().join("a.json")).expect("linked");
        symlink("a.json", shelf.folder().join("b.json")).expect("linked");
        let line = "error: the link leads back to itself";
        shelf.keeps(
            &["good"],
            &[
                &format!("a.json:1:1: {line}"),
                &format!("b.json:1:1: {line}"),
            ],
        );
    }

    #[test]
    fn row_48_a_link_out_of_the_folder_is_followed() {
        let shelf = Shelf::new();
        let elsewhere = shelf.0.path().join("mine.json");
        fs::write(&elsewhere, named("mine", "one")).expect("written");
        symlink(&elsewhere, shelf.folder().join("x.json")).expect("linked");
        shelf.keeps(&["good", "mine"], &[]);
        fs::remove_file(&elsewhere).expect("deleted");
        let (decks, problems) = shelf.sees();
        assert_eq!(decks, ["good"]);
        assert!(
            problems[0].starts_with("x.json:1:1: error: this is a link to "),
            "{problems:?}"
        );
        assert!(
            problems[0].ends_with("/mine.json, which isn't there"),
            "{problems:?}"
        );
    }

    #[test]
    fn row_49_an_unreadable_file() {
        let shelf = Shelf::new();
        shelf.put("x.json", named("x", "one"));
        let path = shelf.folder().join("x.json");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("closed");
        if fs::File::open(&path).is_ok() {
            return; // root may read everything; the words have a test of their own
        }
        let (decks, problems) = shelf.sees();
        assert_eq!(decks, ["good"]);
        assert!(
            problems[0].starts_with("x.json:1:1: error: cannot read it (mode 000, owner "),
            "{problems:?}"
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn row_51_names_that_are_not_text() {
        use std::os::unix::ffi::OsStrExt;
        let shelf = Shelf::new();
        for (i, name) in [&b"caf\xe9.json"[..], b"new\nline.json", b"esc\x1b[31m.json"]
            .iter()
            .enumerate()
        {
            let name = std::ffi::OsStr::from_bytes(name);
            shelf.put(
                name,
                named(&format!("x{i}"), "one").replace("\"format\":1,", ""),
            );
        }
        shelf.put(format!("{}.json", "l".repeat(250)), named("x3", "one"));
        let (mut decks, problems) = shelf.sees();
        decks.sort();
        assert_eq!(decks, ["good", "x0", "x1", "x2", "x3"]);
        let names: Vec<&str> = problems
            .iter()
            .filter_map(|p| p.split(':').next())
            .collect();
        assert_eq!(
            names,
            ["caf\\xE9.json", "esc\\u{1b}[31m.json", "new\\nline.json"]
        );
        assert!(problems.iter().all(|p| !p.contains(['\u{1b}', '\n'])));
    }
}

#[test]
fn row_50_a_file_that_vanishes_or_changes_while_in_use() {
    let shelf = Shelf::new();
    shelf.put("x.json", named("x", "one"));
    let library = shelf.open();
    let of_x = library.catalogue().indices().last().expect("a card");
    assert_eq!(library.card(of_x).expect("read").prompt().as_str(), "one");

    shelf.put("x.json", deck("").replacen("\"d\"", "\"x\"", 1));
    let problem = library.card(of_x).expect_err("changed").to_string();
    assert!(
        problem.ends_with("x.json:1:1: warning: the file changed while it was in use; start again to use it as it is now"),
        "{problem}"
    );
    fs::remove_file(shelf.folder().join("x.json")).expect("deleted");
    let problem = library.card(of_x).expect_err("gone").to_string();
    assert!(
        problem.ends_with("x.json:1:1: warning: there is no such file"),
        "{problem}"
    );

    let mut read = 0;
    let problems = library.for_each_card(|_, _| read += 1);
    assert_eq!((read, problems.len()), (1, 1));
}

#[test]
fn hidden_and_other_files_are_left_alone() {
    let shelf = Shelf::new();
    for name in [".good.json.icloud", ".draft.json", "notes.txt", "README"] {
        shelf.put(name, "rubbish");
    }
    shelf.put("UPPER.JSON", named("upper", "one"));
    shelf.keeps(&["upper", "good"], &[]);
}
