//! The library as a whole: built in and own, cached and not, added and removed.

use cramless::domain::{CardRef, DeckId};
use cramless::storage::builtin::{BUILTINS, BuiltinFile, Builtins};
use cramless::storage::library::{Library, Sources};
use std::fs;
use std::path::{Path, PathBuf};

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn open_as(&self, binary: &str, builtins: Builtins) -> Library {
        Library::open(&Sources {
            builtins,
            decks: &self.path("decks"),
            cache: Some(&self.path("cache")),
            binary,
        })
    }

    fn open(&self) -> Library {
        self.open_as("b1", BUILTINS)
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, content).expect("written");
        path
    }
}

fn deck(id: &str, front: &str) -> String {
    format!(
        r#"{{"format":1,"id":"{id}","title":"T","cards":[
            {{"id":"one","kind":"flashcard","front":"{front}","back":"b"}},
            {{"id":"two","kind":"flashcard","front":"{front} again","back":"b"}},
            {{"id":"bad","kind":"flashcard","front":"f"}}]}}"#
    )
}

/// Everything that may not depend on the cache.
#[track_caller]
fn same(a: &Library, b: &Library) {
    assert_eq!(a.catalogue(), b.catalogue());
    assert_eq!(a.problems(), b.problems());
    assert_eq!(a.blueprints(), b.blueprints());
    // Every card of one's own, and a sample of the thousands that are built in.
    let last = a.catalogue().len().saturating_sub(50);
    for ix in a
        .catalogue()
        .indices()
        .filter(|ix| ix.at() >= last || ix.at() % 97 == 0)
    {
        assert_eq!(a.card(ix).expect("read"), b.card(ix).expect("read"));
    }
}

#[test]
fn what_comes_with_the_program_is_there_without_any_folder() {
    let home = Home::new();
    let library = home.open();
    assert_eq!(library.problems(), []);
    assert!(!library.catalogue().is_empty());
    assert!(library.is_builtin(0));
    let exam = library.blueprint("MLS-C01").expect("the blueprint");
    for entry in &library.catalogue().entries {
        let task = entry.task.expect("built-in cards have a task");
        assert!(exam.task_weight(task) > 0.0, "{}: {task}", entry.card);
    }
    assert!(!home.path("decks").exists(), "reading makes no folder");
}

#[test]
fn a_cached_index_gives_the_same_library() {
    let home = Home::new();
    home.file("decks/mine.json", &deck("mine", "first"));
    home.file("decks/broken.json", "{");
    let cold = home.open();
    assert!(!cold.from_cache());
    assert_eq!(cold.problems().len(), 2);
    let warm = home.open();
    assert!(warm.from_cache());
    same(&cold, &warm);
}

#[test]
fn an_index_of_other_content_is_not_used() {
    let home = Home::new();
    let path = home.file("decks/mine.json", &deck("mine", "first"));
    home.open();
    let stamp = fs::metadata(&path)
        .and_then(|m| m.modified())
        .expect("a time");

    // Same name, length and time; another word.
    fs::write(&path, deck("mine", "fir2t")).expect("written");
    let file = fs::File::options().write(true).open(&path).expect("open");
    file.set_modified(stamp).expect("set");
    let library = home.open();
    assert!(!library.from_cache());
    let ix = library
        .catalogue()
        .find(&CardRef::parse("mine#one").expect("a card"));
    let card = library.card(ix.expect("there")).expect("read");
    assert_eq!(card.prompt().as_str(), "fir2t");

    assert!(home.open().from_cache());
    home.file("decks/more.json", &deck("more", "x"));
    assert!(!home.open().from_cache());
    fs::remove_file(&path).expect("deleted");
    let library = home.open();
    assert!(!library.from_cache());
    assert!(
        library
            .find_deck(&DeckId::new("mine").expect("an id"))
            .is_none()
    );
}

#[test]
fn an_index_of_another_binary_is_not_used() {
    let home = Home::new();
    home.open_as("b1", BUILTINS);
    assert!(home.open_as("b1", BUILTINS).from_cache());
    assert!(!home.open_as("b2", BUILTINS).from_cache());
    let none = Builtins {
        decks: &[],
        blueprints: &[],
    };
    let library = home.open_as("b2", none);
    assert!(!library.from_cache());
    assert!(library.catalogue().is_empty());
}

#[test]
fn a_damaged_cache_changes_nothing() {
    let home = Home::new();
    home.file("decks/mine.json", &deck("mine", "first"));
    let whole = home.open();
    let cache = fs::read_dir(home.path("cache")).expect("listed").next();
    let cache = cache.expect("an index").expect("read").path();
    let bytes = fs::read(&cache).expect("read");
    for at in (0..bytes.len()).step_by(bytes.len() / 5 + 37) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        for content in [&damaged[..], &bytes[..at]] {
            fs::write(&cache, content).expect("written");
            let library = home.open();
            assert!(!library.from_cache(), "byte {at}");
            same(&whole, &library);
        }
    }
}

#[test]
fn a_cache_that_cannot_be_written_is_done_without() {
    let home = Home::new();
    home.file("cache", "a file where the folder should be");
    assert!(!home.open().from_cache());
    assert!(!home.open().from_cache());
}

#[test]
fn all_cards_are_read_in_order() {
    let home = Home::new();
    home.file("decks/mine.json", &format!("\u{feff}{}", deck("mine", "é")));
    let library = home.open();
    let mut seen = Vec::new();
    let problems = library.for_each_card(|ix, card| seen.push((ix, card)));
    assert_eq!(problems, []);
    assert_eq!(seen.len(), library.catalogue().len());
    for (ix, card) in seen {
        assert_eq!(library.card(ix).expect("read"), card);
    }
    for deck in 0..library.catalogue().decks.len() {
        let whole = library.deck(deck).expect("read");
        assert_eq!(whole.id, library.catalogue().decks[deck].id);
    }
}

#[test]
fn an_index_of_another_catalogue_is_no_panic() {
    let library = Home::new().open();
    assert!(library.card(cramless::domain::CardIx(9_999)).is_err());
    assert!(library.deck(99).is_err());
    assert!(!library.is_builtin(99));
}

#[test]
fn a_deck_is_added_replaced_and_removed() {
    let home = Home::new();
    let file = home.file("mine.json", &deck("my/deck", "first"));
    let added = home.open().add(&file).expect("added");
    assert_eq!(
        (added.id.as_str(), added.cards, added.replaced),
        ("my/deck", Some(2), false)
    );
    assert_eq!(added.remarks.len(), 1, "the card without a back is named");
    assert!(home.path("decks/my--deck.json").exists());

    home.file("mine.json", &deck("my/deck", "second"));
    let library = home.open();
    assert!(library.add(&file).expect("added").replaced);
    let library = home.open();
    let id = DeckId::new("my/deck").expect("an id");
    let number = library.find_deck(&id).expect("there");
    assert_eq!(
        library.deck(number).expect("read").cards[0]
            .prompt()
            .as_str(),
        "second"
    );
    assert!(!library.is_builtin(number));

    library.remove(&id).expect("removed");
    assert!(home.open().find_deck(&id).is_none());
    assert!(library.remove(&id).is_err(), "gone already");
    let names: Vec<_> = fs::read_dir(home.path("decks")).expect("listed").collect();
    assert!(names.is_empty());
}

#[test]
fn a_deck_that_cannot_be_used_is_not_added() {
    let home = Home::new();
    let library = home.open();
    let builtin = &library.catalogue().decks[0].id.clone();
    for (content, word) in [
        ("{".to_owned(), "ends early"),
        (deck(builtin.as_str(), "mine"), "belongs to a built-in deck"),
        (deck(".x", "mine"), "starts with a dot"),
        (
            deck("x", "").replace("\"back\"", "\"b\""),
            "no cards that can be studied",
        ),
    ] {
        let file = home.file("new.json", &content);
        let problems = library.add(&file).expect_err("refused");
        assert!(problems[0].to_string().contains(word), "{}", problems[0]);
    }
    let gone = library
        .add(Path::new("/nowhere/at/all.json"))
        .expect_err("refused");
    assert!(
        gone[0]
            .to_string()
            .ends_with("error: there is no such file"),
        "{}",
        gone[0]
    );
    assert!(library.add(&home.path("")).is_err(), "a folder");
    assert!(!home.path("decks").exists());
    let problem = library.remove(builtin).expect_err("refused");
    assert!(problem.to_string().contains("is built in"), "{problem}");
}

#[test]
fn a_built_in_id_in_the_folder_does_not_hide_the_built_in_deck() {
    const OWN: Builtins = Builtins {
        decks: &[BuiltinFile {
            name: "b.json",
            bytes: br#"{"format":1,"id":"b","title":"B","cards":[{"id":"c","kind":"flashcard","front":"f","back":"b"}]}"#,
        }],
        blueprints: &[],
    };
    let home = Home::new();
    home.file("decks/b.json", &deck("b", "mine"));
    let library = home.open_as("x", OWN);
    assert_eq!(library.catalogue().len(), 1);
    let lines: Vec<String> = library.problems().iter().map(ToString::to_string).collect();
    assert!(
        lines
            .iter()
            .any(|l| l.contains("belongs to a built-in deck, so this file is not used")),
        "{lines:?}"
    );
}

#[test]
fn an_exam_of_ones_own_can_be_added() {
    let home = Home::new();
    let blueprint = r#"{"format":1,"code":"X-1","title":"X","questions":10,"minutes":20,
        "scaled":{"lowest":0,"highest":100,"pass":60},
        "domains":[{"title":"All","weight":100,"tasks":[{"id":"1.1","title":"t"}]}]}"#;
    let file = home.file("x.json", blueprint);
    let added = home.open().add(&file).expect("added");
    assert_eq!((added.id.as_str(), added.cards), ("X-1", None));
    for _ in 0..2 {
        let library = home.open();
        assert_eq!(library.problems(), []);
        assert_eq!(library.blueprint("X-1").expect("there").questions, 10);
    }
    let mls = home.file("mls.json", &blueprint.replace("X-1", "MLS-C01"));
    assert!(
        home.open().add(&mls).is_err(),
        "the built-in exam stays as it is"
    );
}

#[test]
fn a_folder_that_is_none_costs_only_ones_own_decks() {
    let home = Home::new();
    let file = home.file("decks", "a file where the folder should be");
    for _ in 0..2 {
        let library = home.open();
        assert!(!library.catalogue().is_empty());
        let problem = library.problems()[0].to_string();
        assert!(
            problem.ends_with("decks:1:1: error: cannot read it: not a directory"),
            "{problem}"
        );
    }
    fs::remove_file(file).expect("deleted");
    assert_eq!(home.open().problems(), []);
}
