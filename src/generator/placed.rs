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
    if needs_place(desk, topic, draft.shape, asked) {
        card.front = Text::new(format!("In {subject}, {}", sentence::lowered(asked)));
    }
    draft
}

fn needs_place(desk: &Desk<'_>, topic: &Topic, shape: Shape, asked: &str) -> bool {
    let Some(subject) = desk.subject else {
        return false;
    };
    let described = matches!(shape, Shape::Term | Shape::Description);
    let name = &topic.name;
    // `Basalt Lamp` beside `Basalt Quay`, or a lamp that is called so elsewhere.
    let made = subject.split_once(' ').is_some_and(|(maker, _)| {
        let beside = name.full.strip_prefix(maker);
        beside.is_some_and(|rest| rest.starts_with(' '))
            || desk.mentions.exceed(&format!("{maker} {}", name.short), 0)
    });
    let lone = !name.short.contains(' ') && (name.is_lettered() || topic.houses);
    let first = name.full.split_whitespace().next().unwrap_or("");
    let branded = described && desk.makers.contains(&first.to_lowercase());
    let known = made || branded || name.is_product() || lone;
    let part = topic
        .category
        .as_deref()
        .is_some_and(|c| c.to_lowercase().contains("integrat"));
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

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    fn page(rest: &str) -> Vec<String> {
        let told = "With help of Rekvell a port sees its boats. Ask for the count of masts, \
            and Rekvell answers. ";
        let makers = "- Basalt Lamp: a service that lights the piers of a port at night\n\
            - Basalt Horn: a service that calls the boats of a port in fog\n\
            - Basalt Chart: a service that draws the depth of each dock\n";
        fronts(&format!(
            "# Basalt Rekvell\n\n{}\n\n{rest}\n\n## Others\n\n{makers}",
            told.repeat(3)
        ))
    }

    fn asks(found: &[String], these: &[&str]) {
        for asked in these {
            assert!(found.iter().any(|f| f == asked), "{asked}: {found:?}");
        }
    }

    #[test]
    fn on_a_page_about_one_thing_its_parts_are_asked_in_it() {
        let table = "## Films\n\n| Kind | Longest | Price |\n|---|---|---|\n\
            | Night Film | nine hours of darkness | two crowns each |\n\
            | Day Film | four hours of daylight | one crown each |\n";
        asks(
            &page(table),
            &["In Basalt Rekvell, Night Film and Day Film: how is each priced?"],
        );
    }

    #[test]
    fn what_is_known_by_itself_needs_no_place() {
        let found =
            page("## Critical terms\n\n- Cleat: a piece of iron that a rope is wound around\n");
        asks(
            &found,
            &["What is Basalt Lamp?", "In Basalt Rekvell, what is Cleat?"],
        );
    }
}
