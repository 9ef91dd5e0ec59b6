//! The library: every deck there is, built in or a person's own.
//!
//! It knows what each card is about (a [`Catalogue`]) and reads a card's
//! wording when it is to be shown, so that ten thousand cards cost neither time
//! nor memory at the start. One bad file never keeps the others from being
//! used.

mod build;
mod shelf;

use super::blueprint_file::read_blueprint;
use super::builtin::Builtins;
use super::deck_file::{self, Span, read_card, read_deck};
use super::deck_index::{self, Home, Index};
use super::read_file::{open_regular, read_regular};
use crate::domain::{
    Blueprint, Card, CardIx, Catalogue, Deck, DeckId, DeckInfo, Problem, Severity, Text, shown_path,
};
use build::Found;
use std::collections::HashMap;
use std::ffi::OsString;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use shelf::Added;

/// Where a library looks.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// What comes with the program.
    pub builtins: Builtins,
    /// The folder of the person's own decks; it needn't exist.
    pub decks: &'a Path,
    /// Where the index may be kept.
    pub cache: Option<&'a Path>,
    /// Identity of the running binary: another one makes a new index.
    pub binary: &'a str,
}

/// All decks, their cards' places, and what is wrong with them.
#[derive(Debug)]
pub struct Library {
    builtins: Builtins,
    folder: PathBuf,
    files: Vec<OsString>,
    catalogue: Arc<Catalogue>,
    homes: Vec<Home>,
    spans: Vec<Span>,
    blueprints: Vec<Blueprint>,
    problems: Vec<Problem>,
    from_cache: bool,
    /// Cards that no file holds.
    made: HashMap<CardIx, Card>,
}

impl Library {
    /// Opens the library. Whatever is wrong is a problem, never a failure.
    pub fn open(sources: &Sources<'_>) -> Self {
        let (files, listing) = build::list(sources.decks);
        // A folder that can't be read may be readable next time.
        let cache = sources.cache.filter(|_| listing.is_empty());
        let cached = cache.and_then(|cache| {
            let key = build::key_of(sources, &files);
            deck_index::load(cache, &key)
        });
        let from_cache = cached.is_some();
        let index = cached.unwrap_or_else(|| {
            let Found { key, index } = build::parse(sources, &files, listing);
            if let Some(cache) = cache {
                deck_index::save(cache, &key, &index);
            }
            index
        });
        Self::of(sources, files, index, from_cache)
    }

    fn of(sources: &Sources<'_>, files: Vec<OsString>, index: Index, from_cache: bool) -> Self {
        let mut library = Self {
            builtins: sources.builtins,
            folder: sources.decks.to_owned(),
            files,
            catalogue: Arc::new(index.catalogue),
            homes: index.homes,
            spans: index.spans,
            blueprints: Vec::new(),
            problems: index.problems,
            from_cache,
            made: HashMap::new(),
        };
        for file in sources.builtins.blueprints {
            let name = builtin_name(file.name);
            library.take_blueprint(&name, file.bytes);
        }
        for (i, bytes) in index.blueprints {
            let name = library
                .files
                .get(i as usize)
                .map(|f| library.folder.join(f));
            let name = name.map_or_else(Text::default, |p| shown_path(&p));
            library.take_blueprint(&name, &bytes);
        }
        library
    }

    fn take_blueprint(&mut self, name: &Text, bytes: &[u8]) {
        let (read, problems) = read_blueprint(name, bytes);
        self.problems.extend(problems);
        let Some(blueprint) = read else { return };
        if self.blueprint(blueprint.code.as_str()).is_some() {
            let what = format!("there is a blueprint for {} already", blueprint.code);
            let problem = Problem::of_file(name, Severity::Error, "duplicate-exam", what);
            self.problems.push(problem.help("this file is not used"));
            return;
        }
        self.blueprints.push(blueprint);
    }

    /// Adds a card that no file holds, until the program ends. Of one that is
    /// there already nothing changes.
    pub fn make(&mut self, deck: &DeckInfo, card: Card) -> CardIx {
        let (cards, decks) = (self.catalogue.len(), self.catalogue.decks.len());
        let catalogue = Arc::make_mut(&mut self.catalogue);
        let ix = catalogue.append(deck, &card);
        if catalogue.decks.len() > decks {
            self.homes.push(Home::Made);
        }
        if catalogue.len() > cards {
            self.spans.push(Span { at: 0, len: 0 });
            self.made.insert(ix, card);
        }
        ix
    }

    /// A question's key has another number of options than in its deck.
    pub fn count_keys(&mut self, ix: CardIx, keys: usize) {
        if usize::from(self.catalogue.entry(ix).keys) != keys {
            Arc::make_mut(&mut self.catalogue).count_keys(ix, keys);
        }
    }

    /// Every card without its wording.
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The exams that decks may name, built-in ones first.
    pub fn blueprints(&self) -> &[Blueprint] {
        &self.blueprints
    }

    /// The exam of that code.
    pub fn blueprint(&self, code: &str) -> Option<&Blueprint> {
        self.blueprints.iter().find(|b| b.code.as_str() == code)
    }

    /// What is wrong with the files, in the library's order.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// Whether the index was still good, so that nothing was parsed.
    pub fn from_cache(&self) -> bool {
        self.from_cache
    }

    /// Whether the deck of that number in the catalogue came with the program.
    pub fn is_builtin(&self, deck: usize) -> bool {
        matches!(self.homes.get(deck), Some(Home::Builtin(_)))
    }

    /// The deck's file as shown to people; of a built-in one its name.
    pub fn file_of(&self, deck: usize) -> Text {
        match self.homes.get(deck) {
            Some(Home::Builtin(i)) => match self.builtins.decks.get(*i as usize) {
                Some(file) => builtin_name(file.name),
                None => Text::default(),
            },
            Some(Home::Made) => Text::new("made from what you mixed up"),
            Some(home) => shown_path(&self.path(*home)),
            None => Text::default(),
        }
    }

    /// The wording of one card as it came.
    ///
    /// # Errors
    /// If the deck's file changed or vanished since the library was opened, or
    /// the index is another catalogue's.
    pub fn card(&self, ix: CardIx) -> Result<Card, Problem> {
        if let Some(card) = self.made.get(&ix) {
            return Ok(card.clone());
        }
        let (Some(entry), Some(span)) =
            (self.catalogue.entries.get(ix.at()), self.spans.get(ix.at()))
        else {
            return Err(self.changed(usize::MAX));
        };
        let deck = usize::from(entry.deck);
        self.reader(deck)?
            .card(*span)
            .filter(|card| card.id.as_str() == entry.card.card())
            .ok_or_else(|| self.changed(deck))
    }

    /// Reads the wording of all cards, in the catalogue's order, one at a time:
    /// for search. Cards that can't be read any more are reported, once a deck.
    pub fn for_each_card(&self, mut visit: impl FnMut(CardIx, Card)) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut open: Option<(usize, Option<Reader<'_>>)> = None;
        for ix in self.catalogue.indices() {
            let entry = self.catalogue.entry(ix);
            let deck = usize::from(entry.deck);
            if let Some(card) = self.made.get(&ix) {
                visit(ix, card.clone());
                continue;
            }
            if open.as_ref().is_none_or(|(of, _)| *of != deck) {
                let reader = self.reader(deck).map_err(|p| problems.push(p)).ok();
                open = Some((deck, reader));
            }
            let Some((_, slot)) = &mut open else { continue };
            let Some(reader) = slot else { continue };
            match reader.card(self.spans[ix.at()]) {
                Some(card) if card.id.as_str() == entry.card.card() => {
                    visit(ix, card);
                }
                _ => {
                    problems.push(self.changed(deck));
                    *slot = None;
                }
            }
        }
        problems
    }

    /// A whole deck, by its number in the catalogue.
    ///
    /// # Errors
    /// If its file changed or vanished since the library was opened.
    pub fn deck(&self, deck: usize) -> Result<Deck, Problem> {
        let changed = || self.changed(deck);
        let home = *self.homes.get(deck).ok_or_else(changed)?;
        let bytes = match home {
            Home::Builtin(i) => self
                .builtins
                .decks
                .get(i as usize)
                .ok_or_else(changed)?
                .bytes
                .to_vec(),
            Home::Made => return Err(changed()),
            Home::File(_) => read_regular(&self.path(home), deck_file::MAX_FILE)
                .map_err(|e| e.problem(&self.file_of(deck)))?,
        };
        read_deck(&self.file_of(deck), &bytes)
            .deck
            .filter(|d| {
                self.catalogue
                    .decks
                    .get(deck)
                    .is_some_and(|info| info.id == d.id)
            })
            .ok_or_else(changed)
    }

    /// The number of the deck of that id.
    pub fn find_deck(&self, id: &DeckId) -> Option<usize> {
        self.catalogue.decks.iter().position(|d| d.id == *id)
    }

    fn path(&self, home: Home) -> PathBuf {
        match home {
            Home::File(i) => match self.files.get(i as usize) {
                Some(name) => self.folder.join(name),
                None => self.folder.clone(),
            },
            Home::Builtin(_) | Home::Made => PathBuf::new(),
        }
    }

    fn reader(&self, deck: usize) -> Result<Reader<'_>, Problem> {
        match self.homes.get(deck) {
            Some(Home::Builtin(i)) => match self.builtins.decks.get(*i as usize) {
                Some(file) => Ok(Reader::Memory(file.bytes)),
                None => Err(self.changed(deck)),
            },
            Some(home) => match open_regular(&self.path(*home)) {
                Ok((file, _)) => Ok(Reader::File(BufReader::new(file), 0)),
                Err(e) => Err(e.problem(&self.file_of(deck))),
            },
            None => Err(self.changed(deck)),
        }
    }

    fn changed(&self, deck: usize) -> Problem {
        let what = "the file changed while it was in use";
        Problem::of_file(&self.file_of(deck), Severity::Warning, "changed", what)
            .help("start again to use it as it is now")
    }
}

fn builtin_name(name: &str) -> Text {
    Text::new(format!("built-in {name}"))
}

/// A deck's text, open for reading cards out of it.
enum Reader<'a> {
    Memory(&'a [u8]),
    /// With the offset that would be read next.
    File(BufReader<std::fs::File>, u64),
}

impl Reader<'_> {
    fn card(&mut self, span: Span) -> Option<Card> {
        let (at, len) = (u64::from(span.at), span.len as usize);
        match self {
            Reader::Memory(bytes) => {
                let start = usize::try_from(at).ok()?;
                read_card(bytes.get(start..start.checked_add(len)?)?)
            }
            Reader::File(file, next) => {
                if len as u64 > deck_file::MAX_FILE {
                    return None;
                }
                // Forward steps stay within the buffer.
                match i64::try_from(at)
                    .ok()?
                    .checked_sub(i64::try_from(*next).ok()?)
                {
                    Some(step) => file.seek_relative(step).ok()?,
                    None => file.seek(SeekFrom::Start(at)).map(|_| ()).ok()?,
                }
                let mut bytes = vec![0; len];
                file.read_exact(&mut bytes).ok()?;
                *next = at + len as u64;
                read_card(&bytes)
            }
        }
    }
}
