//! Two things that a person took for each other, and the card that holds them
//! against each other.
//!
//! A wrong option and the key are such a pair when both are terms that the decks
//! explain: taken as they stand, or, where the person said "I mixed two things
//! up", by the terms that they name. If the notes compare the two themselves,
//! that card is brought forward; else one is made of what is said of each. Its
//! id follows from the two terms, so its history stays whatever else changes.

use crate::domain::card::Flashcard;
use crate::domain::event::MissReason;
use crate::domain::{
    Card, CardId, CardIx, CardRef, Catalogue, Choice, ChoiceOption, Day, DeckId, Face, Kind,
    OptionId, Text,
};
use crate::generator::slug;
use crate::scheduling::Progress;
use crate::session::desk::Owed;
use std::collections::{BTreeMap, HashMap};

/// Words of a term's name at most.
const WORDS: usize = 6;
/// The fact that says what a term is.
const PURPOSE: &str = "/purpose";
/// Between the two terms of a comparison's id.
const VERSUS: &str = "/versus-";

/// A question that was answered with wrong options.
#[derive(Debug, Clone, PartialEq)]
pub struct Confused {
    /// Which.
    pub question: CardIx,
    /// The options, with how often each was taken.
    pub options: Vec<(OptionId, u32)>,
    /// Whether the person called it a mix-up.
    pub marked: bool,
    /// Study day of the latest wrong answer.
    pub day: Day,
}

/// Two terms that were taken for each other.
#[derive(Debug, Clone, PartialEq)]
pub struct MixUp {
    /// The terms' names as the options have them.
    pub names: [Text; 2],
    /// What says what each of them is.
    pub terms: [CardIx; 2],
    /// The questions in which it happened.
    pub questions: Vec<CardIx>,
    /// How often.
    pub times: u32,
    /// Whether the person said so of one of them.
    pub marked: bool,
    /// Study day of the latest time.
    pub last: Day,
    /// The card that compares the two.
    pub card: Comparison,
}

/// Where a comparison comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Comparison {
    /// The decks hold it.
    There(CardIx),
    /// It is made of both terms' cards, for this deck.
    Made(DeckId, Box<Card>),
}

/// Every question that was answered with wrong options, in the catalogue's order.
pub fn confused(catalogue: &Catalogue, progress: &Progress) -> Vec<Confused> {
    let wrong = progress
        .cards
        .iter()
        .filter(|(_, s)| !s.confused.is_empty());
    let mut out: Vec<Confused> = wrong
        .filter_map(|(name, state)| {
            Some(Confused {
                question: catalogue.find(name)?,
                options: state.confused.clone(),
                marked: state.reasons.contains(&MissReason::MixedUp),
                day: state.misses.last?,
            })
        })
        .collect();
    out.sort_by_key(|c| c.question);
    out
}

/// Finds mix-ups; what was found out of a question is kept for the next time.
#[derive(Debug, Default)]
pub struct Finder {
    terms: Option<Terms>,
    /// By question, option and whether it was marked: the two terms.
    known: HashMap<(CardIx, OptionId, bool), Option<Pair>>,
}

impl Finder {
    /// The mix-ups behind wrong answers, by their latest time, newest first.
    /// `load` reads a card's wording.
    pub fn find(
        &mut self,
        catalogue: &Catalogue,
        confused: &[Confused],
        mut load: impl FnMut(CardIx) -> Option<Card>,
    ) -> Vec<MixUp> {
        let terms = &*self.terms.get_or_insert_with(|| Terms::of(catalogue));
        let mut pairs: BTreeMap<[CardIx; 2], MixUp> = BTreeMap::new();
        for c in confused {
            let mut wording = None;
            for (option, times) in &c.options {
                let key = (c.question, option.clone(), c.marked);
                let pair = self.known.entry(key).or_insert_with(|| {
                    let card = wording.get_or_insert_with(|| load(c.question)).as_ref()?;
                    let home = home(catalogue, c.question);
                    terms.pair(home, card.choice()?, option, c.marked)
                });
                let Some(pair) = pair else { continue };
                if let Some(known) = pairs.get_mut(&pair.terms) {
                    known.times += times;
                    known.marked |= c.marked;
                    known.last = known.last.max(c.day);
                    known.questions.push(c.question);
                    continue;
                }
                let card = terms.comparison(catalogue, pair, &mut load);
                let Some(card) = card else { continue };
                let found = MixUp {
                    names: pair.names.clone(),
                    terms: pair.terms,
                    questions: vec![c.question],
                    times: *times,
                    marked: c.marked,
                    last: c.day,
                    card,
                };
                pairs.insert(pair.terms, found);
            }
        }
        let mut out: Vec<MixUp> = pairs.into_values().collect();
        out.iter_mut().for_each(|m| m.questions.dedup());
        out.sort_by_key(|m| std::cmp::Reverse(m.last));
        out
    }
}

/// Two terms, in the order of their slugs.
#[derive(Debug, Clone, PartialEq)]
struct Pair {
    terms: [CardIx; 2],
    names: [Text; 2],
}

/// A home and a slug in it.
type Name = (Box<str>, Box<str>);

/// The terms that decks explain, and the comparisons that they hold.
#[derive(Debug)]
struct Terms {
    /// Home and slug → the card that says what it is.
    terms: HashMap<Name, CardIx>,
    /// Home and slug → what it is compared with.
    versus: HashMap<Name, Vec<(Box<str>, CardIx)>>,
}

impl Terms {
    fn of(catalogue: &Catalogue) -> Self {
        let (mut terms, mut versus) = (HashMap::new(), HashMap::<_, Vec<_>>::new());
        for ix in catalogue.indices() {
            let entry = catalogue.entry(ix);
            let key = |slug: &str| (home(catalogue, ix).into(), slug.into());
            if entry.kind != Kind::Flashcard {
                continue;
            }
            if let Some(slug) = entry.card.card().strip_suffix(PURPOSE) {
                terms.entry(key(slug)).or_insert(ix);
            } else if let Some((slug, other)) = entry.card.card().split_once(VERSUS) {
                versus
                    .entry(key(slug))
                    .or_default()
                    .push((other.into(), ix));
            }
        }
        Self { terms, versus }
    }

    /// The card of a term by its slug, with the maker's name or without.
    fn term(&self, home: &str, slug: &str) -> Option<CardIx> {
        let find = |slug: &str| self.terms.get(&(home.into(), slug.into())).copied();
        let bare = without_maker(slug);
        find(slug)
            .or_else(|| find(bare))
            .or_else(|| find(&format!("amazon-{bare}")))
            .or_else(|| find(&format!("aws-{bare}")))
    }

    fn pair(&self, home: &str, choice: &Choice, wrong: &OptionId, marked: bool) -> Option<Pair> {
        let chosen = choice.options.iter().find(|o| o.id == *wrong)?;
        if chosen.correct {
            return None;
        }
        let keys: Vec<&ChoiceOption> = choice.options.iter().filter(|o| o.correct).collect();
        let theirs = self.named(home, chosen, marked);
        let right: Vec<_> = keys
            .iter()
            .flat_map(|o| self.named(home, o, marked))
            .collect();
        let a = theirs
            .iter()
            .find(|(ix, _)| right.iter().all(|(r, _)| r != ix))?;
        let b = right
            .iter()
            .find(|(ix, _)| theirs.iter().all(|(t, _)| t != ix))?;
        let (a, b) = if a.0 < b.0 { (a, b) } else { (b, a) };
        Some(Pair {
            terms: [a.0, b.0],
            names: [Text::new(&a.1), Text::new(&b.1)],
        })
    }

    /// The terms that an option is, or, loosely, that it names.
    fn named(&self, home: &str, option: &ChoiceOption, loosely: bool) -> Vec<(CardIx, String)> {
        let text = option.text.one_line().replace(['*', '`'], "");
        let text = text.trim_end_matches('.');
        let whole = self.term(home, &slug(text));
        let by_id = || self.term(home, option.id.as_str());
        if let Some(ix) = whole.or_else(by_id) {
            return vec![(ix, text.to_owned())];
        }
        let mut out: Vec<(CardIx, String)> = Vec::new();
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut at = 0;
        while loosely && at < words.len() {
            let longest = (1..=WORDS.min(words.len() - at)).rev().find_map(|n| {
                let name = words[at..at + n].join(" ");
                let name = name.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
                // A word in small letters is no name.
                let named = name.chars().any(char::is_uppercase) || n > 1;
                let ix = self.term(home, &slug(&name)).filter(|_| named)?;
                Some((n, ix, name))
            });
            match longest {
                Some((n, ix, name)) => {
                    if out.iter().all(|(known, _)| *known != ix) {
                        out.push((ix, name));
                    }
                    at += n;
                }
                None => at += 1,
            }
        }
        out
    }

    /// The card that compares two terms: the notes' own, else one made of both.
    fn comparison(
        &self,
        catalogue: &Catalogue,
        pair: &Pair,
        load: &mut impl FnMut(CardIx) -> Option<Card>,
    ) -> Option<Comparison> {
        let [a, b] = pair.terms.map(|ix| term_slug(catalogue, ix));
        let home = home(catalogue, pair.terms[0]);
        let held = |a: &str, b: &str| {
            let all = self.versus.get(&(home.into(), a.into()))?;
            let same = |s: &str| without_maker(s) == without_maker(b);
            let found = all.iter().find(|(other, _)| same(other));
            found.map(|(_, ix)| *ix)
        };
        if let Some(ix) = held(a, b).or_else(|| held(b, a)) {
            return Some(Comparison::There(ix));
        }
        let (x, y) = (load(pair.terms[0])?, load(pair.terms[1])?);
        let (Face::Flashcard(fx), Face::Flashcard(fy)) = (&x.face, &y.face) else {
            return None;
        };
        let mut slugs = [a, b];
        slugs.sort_unstable();
        let deck = DeckId::new(format!("mixed-up/{}", slug(home))).ok()?;
        let [name_x, name_y] = &pair.names;
        let card = Card {
            task: x.task.or(y.task),
            tags: vec![Text::new("mixed-up")],
            reference: x.reference.clone(),
            status: Some(Text::new("Made because you mixed these two up.")),
            ..Card::bare(
                CardId::new(format!("{}{VERSUS}{}", slugs[0], slugs[1])).ok()?,
                Face::Flashcard(Flashcard {
                    front: Text::new(format!("How do {name_x} and {name_y} differ?")),
                    back: Text::new(format!(
                        "- **{name_x}:** {}\n- **{name_y}:** {}",
                        fx.back, fy.back
                    )),
                }),
            )
        };
        Some(Comparison::Made(deck, Box::new(card)))
    }
}

impl MixUp {
    /// What is owed for it, once its comparison has a number.
    pub fn owed(&self, card: CardIx) -> Owed {
        Owed {
            card,
            of: self.terms[0],
            since: self.last,
        }
    }

    /// The comparison's full id.
    pub fn comparison(&self, catalogue: &Catalogue) -> CardRef {
        match &self.card {
            Comparison::There(ix) => catalogue.entry(*ix).card.clone(),
            Comparison::Made(deck, card) => CardRef::new(deck, &card.id),
        }
    }
}

/// Decks of one exam share their terms; a deck without one has its own.
fn home(catalogue: &Catalogue, ix: CardIx) -> &str {
    let deck = catalogue.deck_of(ix);
    deck.exam.as_ref().map_or(deck.id.as_str(), Text::as_str)
}

fn term_slug(catalogue: &Catalogue, ix: CardIx) -> &str {
    let id = catalogue.entry(ix).card.card();
    id.strip_suffix(PURPOSE).unwrap_or(id)
}

fn without_maker(slug: &str) -> &str {
    let bare = slug.strip_prefix("amazon-");
    bare.or_else(|| slug.strip_prefix("aws-")).unwrap_or(slug)
}
