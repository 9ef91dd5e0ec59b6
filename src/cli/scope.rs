//! Which cards a command is about, and whether there are such.

use super::Stop;
use super::store::Store;
use crate::domain::{DeckId, Kind};
use crate::scheduling::queue::Scope;
use std::collections::BTreeSet;

/// Which cards.
#[derive(Debug, Default, clap::Args)]
pub struct ScopeArgs {
    /// Only this deck (`cramless decks` lists them)
    #[arg(long, value_name = "ID")]
    deck: Option<String>,
    /// Only this domain of the exam
    #[arg(long, value_name = "N")]
    domain: Option<u8>,
}

impl ScopeArgs {
    /// The scope that is meant.
    ///
    /// # Errors
    /// When there is no such deck, or no such domain.
    pub(super) fn scope(&self, store: &Store, kind: Option<Kind>) -> Result<Scope, Stop> {
        let deck = self.deck.as_deref().map(|id| deck(store, id));
        let deck = deck.transpose().map_err(Stop::usage)?;
        let domain = self.domain.map(|d| domain(store, deck.as_ref(), d));
        let refused = |why| Stop::usage(format!("--domain: {why}"));
        Ok(Scope {
            domain: domain.transpose().map_err(refused)?,
            deck,
            kind,
        })
    }
}

/// The deck of that id.
///
/// # Errors
/// A sentence, when there is none.
pub(super) fn deck(store: &Store, id: &str) -> Result<DeckId, String> {
    let mut decks = store.catalogue().decks.iter();
    let found = decks.find(|d| d.id.as_str() == id);
    let found = found.map(|d| d.id.clone());
    found.ok_or_else(|| format!("no deck {id}; `cramless decks` lists them"))
}

/// The domain of that number: of the exam that these decks follow, or of any
/// card in them.
///
/// # Errors
/// A sentence that says which there are.
pub(super) fn domain(store: &Store, deck: Option<&DeckId>, number: u8) -> Result<u8, String> {
    let catalogue = store.catalogue();
    let exam = super::paper::blueprint(store, deck);
    let of_exam = exam.iter().flat_map(|b| &b.domains).map(|d| d.number);
    let cards = catalogue.indices();
    let of_deck = cards.filter(|ix| deck.is_none_or(|id| catalogue.deck_of(*ix).id == *id));
    let of_cards = of_deck.filter_map(|ix| Some(catalogue.entry(ix).task?.domain));
    let all: BTreeSet<u8> = of_exam.chain(of_cards).collect();
    if all.contains(&number) {
        return Ok(number);
    }
    let all: Vec<String> = all.iter().map(u8::to_string).collect();
    Err(match (all.is_empty(), exam) {
        (true, _) => "no card here is of any domain".into(),
        (_, Some(exam)) => format!("{} has {}", exam.code, all.join(", ")),
        (_, None) => format!("there are {}", all.join(", ")),
    })
}
