//! Any bytes as notes, in Markdown and as a page: the generator neither dies
//! nor hangs, says the same twice, and its decks can be read back.

#![no_main]

use cramless::domain::Text;
use cramless::generator::{Source, generate};
use cramless::storage::deck_file::{read_deck, write_deck};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    for path in ["notes.md", "notes.html"] {
        let source = Source {
            path: path.into(),
            text: text.clone(),
        };
        let sources = [source];
        let made = generate(&sources, &[], None);
        assert_eq!(made, generate(&sources, &[], None));
        let again = generate(&sources, &made.decks, None);
        assert_eq!(made.decks, again.decks);
        for deck in &made.decks {
            let written = write_deck(deck);
            let read = read_deck(&Text::new(path), written.as_bytes());
            assert_eq!(read.deck.as_ref(), Some(deck), "{:?}", read.problems);
        }
    }
});
