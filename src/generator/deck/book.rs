//! Drafts as they are made, and the book of those that were refused, each with
//! its reason.

use crate::domain::{CardId, Face, Text};
use crate::generator::account::{Account, Reason, Shape, Skipped};
use crate::generator::distractors::{Profile, Weights};
use crate::generator::draft::{Desk, Draft};
use crate::generator::identity::Identified;
use crate::generator::mask::Family;
use crate::generator::recall::{self, Made};
use crate::generator::topic::Reading;
use crate::generator::{compare, questions};
use std::collections::{HashMap, HashSet};

/// All cards that a reading lets one make.
pub(super) fn draft_all(
    reading: &Reading,
    idents: &[Identified],
    path: &str,
    account: &mut Account,
) -> Vec<Draft> {
    let family = Family::of(reading.topics.iter().map(|t| &t.name));
    let profiles: Vec<Profile> = reading.topics.iter().map(Profile::of).collect();
    let weights = Weights::of(&profiles);
    let names = reading
        .topics
        .iter()
        .map(|t| t.name.short.to_lowercase())
        .collect();
    let desk = Desk {
        names: &names,
        topics: &reading.topics,
        ids: idents,
        family: &family,
        profiles: &profiles,
        weights: &weights,
        offered: std::cell::RefCell::new(vec![0; reading.topics.len()]),
    };
    let mut book = Book {
        account,
        path,
        drafts: Vec::new(),
        fronts: HashSet::new(),
        ids: HashSet::new(),
    };
    let mut pairs: HashMap<usize, Vec<Draft>> = HashMap::new();
    for draft in compare::neighbours(&desk) {
        pairs.entry(draft.topic).or_default().push(draft);
    }
    for (i, topic) in reading.topics.iter().enumerate() {
        if let Some(purpose) = &topic.purpose {
            book.enter(recall::term(&desk, i, purpose), Shape::Term, purpose.line);
            book.enter(
                recall::description(&desk, i, purpose),
                Shape::Description,
                purpose.line,
            );
            book.enter(
                questions::make(&desk, i, purpose),
                Shape::Choice,
                purpose.line,
            );
        }
        let mut backwards = 0;
        for (f, fact) in topic.facts.iter().enumerate() {
            let made = recall::fact(&desk, i, f, &mut backwards);
            book.enter(made, fact.shape, fact.line);
        }
        for draft in recall::capabilities(&desk, i) {
            let line = draft.line;
            book.enter(Ok(draft), Shape::List, line);
        }
        for draft in pairs.remove(&i).unwrap_or_default() {
            book.enter(Ok(draft), Shape::Comparison, topic.line);
        }
    }
    for contrast in &reading.contrasts {
        if let Some(draft) = compare::contrast(&desk, contrast) {
            book.enter(Ok(draft), Shape::Comparison, contrast.line);
        }
    }
    let mut drafts = book.drafts;
    drafts.sort_by_key(|d| d.topic);
    drafts
}

/// Takes cards in, or books why not.
struct Book<'a> {
    account: &'a mut Account,
    path: &'a str,
    drafts: Vec<Draft>,
    fronts: HashSet<String>,
    ids: HashSet<String>,
}

/// Whether a flashcard's whole answer stands in its question: the last word on
/// whatever the shapes' own checks let through.
fn betrays(face: &Face) -> bool {
    let Face::Flashcard(f) = face else {
        return false;
    };
    let (front, back) = (
        f.front.as_str().to_lowercase(),
        f.back.as_str().to_lowercase(),
    );
    back.len() >= 3 && front.contains(&back)
}

impl Book<'_> {
    fn enter(&mut self, made: Made, shape: Shape, line: u32) {
        let checked = made.and_then(|draft| {
            if blank(&draft.face) {
                return Err(Reason::Empty);
            }
            if betrays(&draft.face) {
                return Err(Reason::GivesAway);
            }
            let front = match &draft.face {
                Face::Flashcard(f) => f.front.one_line().to_lowercase(),
                Face::Choice(c) => {
                    format!("choice {}", c.stem.one_line().to_lowercase())
                }
            };
            let lawful = CardId::new(draft.id.clone()).is_ok();
            let fresh = lawful && self.fronts.insert(front) && self.ids.insert(draft.id.clone());
            if fresh {
                Ok(draft)
            } else {
                Err(Reason::Repeated)
            }
        });
        match checked {
            Ok(mut draft) => {
                draft.rank = u32::try_from(self.drafts.len()).unwrap_or(u32::MAX);
                self.drafts.push(draft);
            }
            Err(reason) => self.account.skipped.push(Skipped {
                file: self.path.to_owned(),
                line,
                reason,
                shape: Some(shape),
            }),
        }
    }
}

/// Whether a side of the card says nothing.
fn blank(face: &Face) -> bool {
    let says = |t: &Text| t.as_str().chars().any(char::is_alphanumeric);
    match face {
        Face::Flashcard(f) => !says(&f.front) || !says(&f.back),
        Face::Choice(c) => !says(&c.stem) || !c.options.iter().all(|o| says(&o.text)),
    }
}
