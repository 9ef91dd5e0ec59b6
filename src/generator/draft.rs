//! Drafts: cards before they have their place in a deck.

use super::account::Shape;
use super::identity::Identified;
use super::topic::Topic;
use crate::domain::{CardId, Face, Flashcard, Text};

/// A card and what the deck needs to know of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    pub(super) id: String,
    /// The fact behind it.
    pub(super) note: String,
    pub(super) concept: String,
    pub(super) shape: Shape,
    pub(super) face: Face,
    /// The topic it belongs to.
    pub(super) topic: usize,
    pub(super) line: u32,
    /// Lower comes first when the core of a topic is chosen.
    pub(super) rank: u32,
    pub(super) was: Vec<CardId>,
}

/// All that makes cards of one deck look at.
pub(super) struct Desk<'a> {
    pub(super) topics: &'a [Topic],
    pub(super) ids: &'a [Identified],
    pub(super) family: &'a super::mask::Family,
    pub(super) profiles: &'a [super::distractors::Profile],
    pub(super) weights: &'a super::distractors::Weights,
    /// How often each topic was offered as a wrong answer so far.
    pub(super) offered: std::cell::RefCell<Vec<u32>>,
}

impl Desk<'_> {
    /// A flashcard of a topic.
    pub(super) fn flashcard(
        &self,
        topic: usize,
        shape: Shape,
        ids: (&str, &str),
        front: &str,
        back: &str,
    ) -> Draft {
        let (id, note) = ids;
        Draft {
            id: id.to_owned(),
            note: note.to_owned(),
            concept: note.to_owned(),
            shape,
            face: Face::Flashcard(Flashcard {
                front: Text::new(front),
                back: Text::new(back),
            }),
            topic,
            line: self.topics[topic].line,
            rank: 0,
            was: Vec::new(),
        }
    }

    /// What kind of thing the notes say a topic is: by its description, or by
    /// the heading over at least three siblings.
    pub(super) fn kind(&self, topic: usize) -> Option<&'static str> {
        let t = &self.topics[topic];
        let own = t.purpose.as_ref().and_then(|p| p.statement.kind());
        let siblings = || {
            super::distractors::near(self.topics, topic)
                .filter(|i| self.topics[*i].group == t.group)
                .take(2)
                .count()
        };
        own.or_else(|| t.kind.filter(|_| siblings() == 2))
    }

    /// The name of the topic that gives a name its meaning, if one is needed.
    pub(super) fn within(&self, topic: usize) -> Option<&str> {
        let t = &self.topics[topic];
        let owner = &self.topics[t.owner?].name;
        let shares = super::words::name_words(&owner.short).iter().any(|w| {
            w.len() > 3
                && super::words::name_words(&t.name.short).contains(w)
                && !super::words::is_stop(w)
        });
        let owner_name = owner.is_proper();
        // A name of several words, or a product's, needs a product to belong to
        // only.
        let telling = t.name.is_product() || t.name.branded || words_of(&t.name.short) > 1;
        let loose =
            owner_name && !owner.is_product() && !owner.branded && words_of(&owner.short) > 1;
        let proper = t.name.is_proper();
        // A heading over two things at once tells little of either.
        let chapter = self.topics[t.owner?].joint && (t.name.is_proper() || telling);
        let clear = t.vouched() || chapter || proper && (shares || !owner_name || telling && loose);
        (!clear).then(|| context(&owner.said))
    }
}

fn words_of(name: &str) -> usize {
    super::words::count(name)
}

/// A heading as the context of a question: without remarks in brackets and
/// words that speak of the notes.
fn context(said: &str) -> &str {
    let mut t = said.split(" (").next().unwrap_or(said);
    for tail in [
        " Table",
        " table",
        " Section",
        " section",
        " Examples",
        " Example",
        " Reference",
        " List",
        " Notes",
        " notes",
        " Cheat Sheet",
        " Intro",
    ] {
        t = t.trim_end_matches(':').strip_suffix(tail).unwrap_or(t);
    }
    t.trim_end_matches(':')
}
