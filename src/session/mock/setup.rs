//! What a person asks for, and the paper they get.

use super::hidden::{can_be_asked, hidden, questions, unsat};
use crate::domain::event::{MockStarted, Narrowed, PaperQuestion};
use crate::domain::{Blueprint, CardIx, Catalogue, DeckId, EventId, Happening, OptionId, Origin};
use crate::exam::draw::{self, Candidate, Order};
use crate::exam::options;
use crate::exam::shortage::Shortage;
use crate::scheduling::Progress;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, HashSet};
use std::fmt;

/// Minutes a question without a blueprint that says how many.
const MINUTES_EACH: f64 = 2.0;
/// Questions of a narrow paper when nobody says how many.
const NARROW: usize = 20;
/// The longest paper that anybody may ask for.
pub const LONGEST: usize = 500;

/// A paper that someone would like.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Setup {
    /// How many questions; none: as many as the exam has, or a narrow paper's.
    pub questions: Option<usize>,
    /// Minutes; none: at the exam's pace.
    pub minutes: Option<u32>,
    /// One domain only.
    pub domain: Option<u8>,
    /// One deck only.
    pub deck: Option<DeckId>,
    /// Open misses only.
    pub missed: bool,
    /// With explanations and pauses.
    pub practice: bool,
    /// The questions of this earlier paper, in their order.
    pub again: Option<EventId>,
    /// What it is drawn from.
    pub seed: u64,
}

/// Why there is no such paper; a sentence for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CantDraw {
    /// Another paper is open.
    Open,
    /// A domain can't be filled.
    Short(Shortage),
    /// Nothing fits the description.
    Nothing(&'static str),
    /// The description itself is wrong.
    Wrong(String),
}

impl fmt::Display for CantDraw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CantDraw::Open => f.write_str("a paper is still open: resume it, or give it up"),
            CantDraw::Short(s) => s.fmt(f),
            CantDraw::Nothing(what) => f.write_str(what),
            CantDraw::Wrong(what) => f.write_str(what),
        }
    }
}

/// The sizes to offer: 10, 20, half and the whole of what the exam has.
pub fn sizes(blueprint: Option<&Blueprint>) -> Vec<usize> {
    let full = blueprint.map_or(NARROW, |b| b.questions as usize);
    let mut sizes = vec![10, 20, full.div_ceil(2), full];
    sizes.retain(|n| *n <= full);
    sizes.sort_unstable();
    sizes.dedup();
    sizes
}

/// Minutes for so many questions at the exam's pace.
pub fn minutes_for(questions: usize, blueprint: Option<&Blueprint>) -> u32 {
    let each = blueprint.map_or(MINUTES_EACH, |b| {
        f64::from(b.minutes) / f64::from(b.questions.max(1))
    });
    ((questions as f64 * each).round() as u32).max(1)
}

/// Questions chosen for a paper, before their wording is at hand.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// In the order they will be asked.
    pub cards: Vec<CardIx>,
    held_back: Option<u32>,
    /// Nobody said how many, and there are fewer than such a paper usually has.
    pub fewer: bool,
    /// Option orders, where they are those of an earlier paper.
    orders: Option<Vec<Vec<OptionId>>>,
}

/// Chooses a paper's questions.
///
/// # Errors
/// [`CantDraw`], in words for a person.
pub fn choose(
    setup: &Setup,
    catalogue: &Catalogue,
    progress: &Progress,
    blueprint: Option<&Blueprint>,
) -> Result<Chosen, CantDraw> {
    if progress.open_paper().is_some() {
        return Err(CantDraw::Open);
    }
    check(setup, blueprint)?;
    let table = Table {
        setup,
        catalogue,
        progress,
        blueprint,
    };
    table.choose()
}

/// Chooses a paper's questions and records it as begun.
///
/// # Errors
/// [`CantDraw`], in words for a person.
pub fn draw(
    setup: &Setup,
    catalogue: &Catalogue,
    progress: &Progress,
    blueprint: Option<&Blueprint>,
    options: impl FnMut(CardIx) -> Option<Vec<OptionId>>,
) -> Result<Happening, CantDraw> {
    let chosen = choose(setup, catalogue, progress, blueprint)?;
    chosen.begin(setup, catalogue, progress, blueprint, options)
}

impl Chosen {
    /// Which held-back paper it is, from 1.
    pub fn held_back(&self) -> Option<u32> {
        self.held_back
    }

    /// The event that begins the paper. `options`: a question's option ids, in
    /// the author's order; none if its wording can't be read.
    ///
    /// # Errors
    /// [`CantDraw`] if a question can't be read.
    pub fn begin(
        self,
        setup: &Setup,
        catalogue: &Catalogue,
        progress: &Progress,
        blueprint: Option<&Blueprint>,
        mut options: impl FnMut(CardIx) -> Option<Vec<OptionId>>,
    ) -> Result<Happening, CantDraw> {
        let mut shown = Vec::new();
        for ix in &self.cards {
            let name = &catalogue.entry(*ix).card;
            let lost =
                || CantDraw::Wrong(format!("{name} can't be read: `cramless check` says why"));
            shown.push(options(*ix).ok_or_else(lost)?);
        }
        match self.orders {
            Some(orders) => shown = orders,
            None => options::shuffle(setup.seed, &mut shown),
        }
        let question = |(ix, shown): (&CardIx, Vec<OptionId>)| {
            let entry = catalogue.entry(*ix);
            let state = progress.card(&entry.card);
            PaperQuestion {
                card: entry.card.clone(),
                shown,
                first_sight: state.is_none_or(|s| !s.is_seen()),
                task: entry.task,
                derived: entry.origin == Some(Origin::Derived),
            }
        };
        let questions: Vec<PaperQuestion> = self.cards.iter().zip(shown).map(question).collect();
        let minutes = setup.minutes;
        Ok(Happening::MockStarted(MockStarted {
            // The journal names a paper after the event that began it.
            mock: EventId {
                device: 0,
                session: 0,
                seq: 0,
            },
            exam: blueprint.map(|b| b.code.to_string()),
            seed: setup.seed,
            minutes: minutes.unwrap_or_else(|| minutes_for(questions.len(), blueprint)),
            practice: setup.practice,
            held_back: self.held_back,
            narrowed: Narrowed {
                domains: setup.domain.into_iter().collect(),
                deck: setup.deck.clone(),
                missed: setup.missed,
                again: setup.again,
            },
            questions,
        }))
    }
}

fn check(setup: &Setup, blueprint: Option<&Blueprint>) -> Result<(), CantDraw> {
    let wrong = |what: String| Err(CantDraw::Wrong(what));
    if setup.questions.is_some_and(|n| !(1..=LONGEST).contains(&n)) {
        return wrong(format!("questions: a paper has 1 to {LONGEST}"));
    }
    if setup.minutes.is_some_and(|m| !(1..=1440).contains(&m)) {
        return wrong("minutes: a paper takes 1 to 1440".into());
    }
    match (setup.domain, blueprint) {
        (Some(_), None) => wrong("domain: these decks follow no exam's blueprint".into()),
        (Some(d), Some(b)) if b.domain(d).is_none() => {
            let all: Vec<_> = b.domains.iter().map(|d| d.number.to_string()).collect();
            wrong(format!("domain: {} has {}", b.code, all.join(", ")))
        }
        _ => Ok(()),
    }
}

struct Table<'a> {
    setup: &'a Setup,
    catalogue: &'a Catalogue,
    progress: &'a Progress,
    blueprint: Option<&'a Blueprint>,
}

impl Table<'_> {
    fn choose(&self) -> Result<Chosen, CantDraw> {
        if let Some(earlier) = self.setup.again {
            return self.again(earlier);
        }
        let mut held_back = None;
        let cards = match self.next_held_back() {
            Some((number, cards)) => {
                held_back = Some(number);
                self.held_back_paper(cards)?
            }
            None => self.daily_paper()?,
        };
        let usual = self.setup.questions.is_none() && self.is_narrow();
        Ok(Chosen {
            fewer: usual && cards.len() < NARROW,
            cards,
            held_back,
            orders: None,
        })
    }

    /// An earlier paper's questions and orders, as far as they are still there.
    fn again(&self, earlier: EventId) -> Result<Chosen, CantDraw> {
        let paper = self.progress.paper(earlier);
        let paper = paper.ok_or_else(|| CantDraw::Wrong(format!("there is no paper {earlier}")))?;
        let mut chosen = Chosen {
            cards: Vec::new(),
            held_back: None,
            fewer: false,
            orders: Some(Vec::new()),
        };
        for question in &paper.started.questions {
            if let Some(ix) = self.catalogue.find(&question.card) {
                chosen.cards.push(ix);
                if let Some(orders) = &mut chosen.orders {
                    orders.push(question.shown.clone());
                }
            }
        }
        if chosen.cards.is_empty() {
            return Err(CantDraw::Nothing("none of its questions is left"));
        }
        Ok(chosen)
    }

    fn is_narrow(&self) -> bool {
        let s = self.setup;
        s.domain.is_some() || s.deck.is_some() || s.missed
    }

    /// The held-back paper that this one is, if it is a full one in earnest.
    fn next_held_back(&self) -> Option<(u32, Vec<CardIx>)> {
        let blueprint = self.blueprint?;
        let full = blueprint.questions as usize;
        let asked = self.setup.questions.unwrap_or(full);
        if self.setup.practice || self.is_narrow() || asked != full {
            return None;
        }
        let unsat = unsat(self.catalogue, self.progress, blueprint);
        unsat.into_iter().next()
    }

    /// A held-back paper in this seed's order. What can't be asked any more is
    /// replaced from the daily pool, domain by domain.
    fn held_back_paper(&self, cards: Vec<CardIx>) -> Result<Vec<CardIx>, CantDraw> {
        let (mut cards, out): (Vec<CardIx>, Vec<CardIx>) = cards
            .into_iter()
            .partition(|ix| can_be_asked(self.catalogue, self.progress, *ix));
        let concept = |ix: &CardIx| self.catalogue.entry(*ix).concept;
        for gone in out {
            let taken: HashSet<u32> = cards.iter().filter_map(concept).collect();
            let mut pool = self.pool();
            pool.retain(|c| c.concept.is_none_or(|n| !taken.contains(&n)));
            pool.retain(|c| !cards.contains(&c.card));
            let domain = self.catalogue.entry(gone).task.map_or(0, |t| t.domain);
            let order = Order {
                questions: 1,
                multiple: 0.0,
                weights: vec![(domain, 1.0)],
                seed: self.setup.seed,
            };
            let one = draw::draw(&order, &pool).map_err(CantDraw::Short)?;
            cards.extend(one.questions);
        }
        let mut rng = ChaCha8Rng::seed_from_u64(self.setup.seed);
        cards.shuffle(&mut rng);
        Ok(cards)
    }

    /// What may be drawn from: neither hidden nor put aside, and of the deck
    /// or the misses that are asked for.
    fn pool(&self) -> Vec<Candidate> {
        let hidden = self.blueprint.map_or_else(HashSet::new, |b| {
            hidden(self.catalogue, self.progress, Some(b))
        });
        let mut pool = questions(self.catalogue, self.progress, self.blueprint);
        pool.retain(|c| {
            let entry = self.catalogue.entry(c.card);
            let deck = &self.catalogue.deck_of(c.card).id;
            let state = self.progress.card(&entry.card);
            !hidden.contains(&c.card)
                && can_be_asked(self.catalogue, self.progress, c.card)
                && self.setup.deck.as_ref().is_none_or(|d| d == deck)
                && (!self.setup.missed || state.is_some_and(|s| s.misses.open))
        });
        if self.blueprint.is_none() {
            for c in &mut pool {
                c.task = None;
            }
        }
        pool
    }

    fn daily_paper(&self) -> Result<Vec<CardIx>, CantDraw> {
        let pool = self.pool();
        let none = |domain: bool| {
            CantDraw::Nothing(match (self.setup.missed, &self.setup.deck, domain) {
                (true, _, false) => "no miss is open: there is nothing to draw from",
                (true, _, true) => "no open miss is of this domain",
                (_, Some(_), false) => "this deck has no question that can be asked",
                (_, Some(_), true) => "this deck has no question of this domain",
                (_, None, false) => "there are no questions to draw from",
                (_, None, true) => "there are no questions of this domain",
            })
        };
        if pool.is_empty() {
            return Err(none(false));
        }
        if let Some(d) = self.setup.domain
            && !(pool.iter()).any(|c| c.task.is_some_and(|t| t.domain == d))
        {
            return Err(none(true));
        }
        let (order, asked) = self.order(&pool);
        match draw::draw(&order, &pool) {
            Ok(paper) => Ok(paper.questions),
            // A narrow paper of no stated size has as many as there are.
            Err(short) if !asked && self.is_narrow() && short.largest > 0 => {
                let smaller = Order {
                    questions: short.largest,
                    ..order
                };
                let paper = draw::draw(&smaller, &pool).map_err(CantDraw::Short)?;
                Ok(paper.questions)
            }
            Err(short) => Err(CantDraw::Short(short)),
        }
    }

    /// The order, and whether its size is the person's.
    fn order(&self, pool: &[Candidate]) -> (Order, bool) {
        let s = self.setup;
        let asked = s.questions.is_some();
        let whole = |b: &Blueprint| b.questions as usize;
        let default = match self.blueprint {
            Some(b) if !self.is_narrow() => whole(b),
            _ => NARROW,
        };
        let questions = s.questions.unwrap_or(default);
        let only: Vec<u8> = s.domain.into_iter().collect();
        let mut order = match self.blueprint {
            Some(b) => Order::of(b, questions, &only, s.seed),
            None => Order {
                questions,
                multiple: share_of_multiple(pool),
                weights: vec![(0, 1.0)],
                seed: s.seed,
            },
        };
        // A deck or a list of misses has the shape it has.
        if self.blueprint.is_some() && (s.deck.is_some() || s.missed) {
            order.multiple = share_of_multiple(pool);
            order.weights = weights_of(pool);
            if let Some(d) = s.domain {
                order.weights = vec![(d, 1.0)];
            }
        }
        (order, asked)
    }
}

fn share_of_multiple(pool: &[Candidate]) -> f64 {
    let multiple = pool.iter().filter(|c| c.multiple).count();
    multiple as f64 / pool.len().max(1) as f64
}

/// The domains of a pool by the number of concepts each holds.
fn weights_of(pool: &[Candidate]) -> Vec<(u8, f64)> {
    /// A concept, or a card that names none.
    type One = (Option<u32>, Option<CardIx>);
    let mut concepts: BTreeMap<u8, HashSet<One>> = BTreeMap::new();
    for c in pool {
        let one = match c.concept {
            Some(n) => (Some(n), None),
            None => (None, Some(c.card)),
        };
        let domain = c.task.map_or(0, |t| t.domain);
        concepts.entry(domain).or_default().insert(one);
    }
    let weights = concepts.into_iter().map(|(d, set)| (d, set.len() as f64));
    weights.collect()
}
