//! Questions of a page that is about one thing, asked in that thing.
//!
//! Under `# Basalt Quay` its author need not say whose masts are counted; a
//! question that stands alone must. What is known by itself is asked for as it
//! is, unless only its part in the page's thing is told.

use super::account::Shape;
use super::draft::{Desk, Draft};
use super::language::Language;
use super::sentence;
use super::topic::Topic;
use super::words;
use crate::domain::{Face, Text};

/// The draft with its question placed, where it needs a place.
pub(super) fn placed(desk: &Desk<'_>, mut draft: Draft) -> Draft {
    let topic = &desk.topics[draft.topic];
    let Some(subject) = desk.subject else {
        return draft;
    };
    let Face::Flashcard(card) = &mut draft.face else {
        return draft;
    };
    let asked = card.front.as_str();
    if needs_place(topic, draft.shape, asked, subject) {
        card.front = Text::new(format!("In {subject}, {}", sentence::lowered(asked)));
    }
    draft
}

fn needs_place(topic: &Topic, shape: Shape, asked: &str, subject: &str) -> bool {
    let name = &topic.name;
    // `Basalt Lamp` beside `Basalt Quay`.
    let maker = subject.split_once(' ').is_some_and(|(maker, _)| {
        name.full.strip_prefix(maker).is_some_and(|rest| rest.starts_with(' '))
    });
    let known =
        maker || name.is_product() || name.branded || name.is_lettered() || topic.houses;
    let described = matches!(shape, Shape::Term | Shape::Description);
    let part = topic.category.as_deref().is_some_and(|c| c.to_lowercase().contains("integrat"));
    topic.language == Language::English
        && !topic.vouched()
        && !asked.starts_with("In ")
        && !says(asked, subject)
        && !says(&name.full, subject)
        && (!known || part && !described)
}

/// Whether a text has the last word of a thing's name, which is its own.
fn says(text: &str, subject: &str) -> bool {
    let own = subject.split_whitespace().next_back().unwrap_or(subject);
    let own = own.to_lowercase();
    words::words(text).any(|w| w == own || words::stem(&w) == words::stem(&own))
}
