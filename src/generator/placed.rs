//! Questions of a page that is about one thing, asked in that thing.
//!
//! Under `# Basalt Quay` its author need not say whose masts are counted; a
//! question that stands alone must. What is known by itself is asked for as it
//! is, unless only its part in the page's thing is told. A name that many use
//! for things of their own (`Pier services`) is asked in the page's realm.

use super::account::Shape;
use super::draft::{Desk, Draft};
use super::facts::homes;
use super::language::{Language, in_traditional};
use super::name::Name;
use super::sentence;
use super::topic::Topic;
use super::usage;
use super::words;
use crate::domain::{Face, Text};

/// The draft with its question placed, where it needs a place.
pub(super) fn placed(desk: &Desk<'_>, mut draft: Draft) -> Draft {
    let topic = &desk.topics[draft.topic];
    if desk.traditional && topic.language == Language::Chinese {
        match &mut draft.face {
            Face::Flashcard(f) => f.front = Text::new(in_traditional(f.front.as_str())),
            Face::Choice(c) => c.stem = Text::new(in_traditional(c.stem.as_str())),
        }
        return draft;
    }
    let Face::Flashcard(card) = &mut draft.face else {
        return draft;
    };
    if topic.language != Language::English || topic.vouched() || desk.trusted {
        return draft;
    }
    let asked = match desk.subject {
        Some(subject) => out_of_chapter(card.front.as_str(), subject),
        None => card.front.as_str().to_owned(),
    };
    if asked.starts_with("In ") {
        return draft;
    }
    let asked = asked.as_str();
    // What another thing does for the page's.
    let serves = |s: &str| {
        let described = draft.shape == Shape::Description || asked.starts_with("What is ");
        !described && says(card.back.as_str(), s)
    };
    let subject = desk
        .subject
        .filter(|s| serves(s) || needs_place(desk, topic, draft.shape, s));
    let collective = homes::gathers_many(&topic.name.short) && asked.contains(&topic.name.short);
    let realm = desk.realm.filter(|_| collective);
    let named = |p: &str| draft.shape == Shape::Description && says(&topic.name.full, p);
    let place = subject.or(realm).filter(|p| !says(asked, p) && !named(p));
    if let Some(place) = place {
        // `Query and Scan: what …`: names, which stay as they are.
        let names = asked
            .split_once(": ")
            .is_some_and(|(_, ask)| ask.starts_with(char::is_lowercase));
        let asked = match names {
            true => asked.to_owned(),
            false => sentence::lowered(asked),
        };
        card.front = Text::new(format!("In {place}, {asked}"));
    }
    draft
}

/// `In Core Parts, what is a cleat?`: of a page about one thing, a chapter is no
/// place.
fn out_of_chapter(asked: &str, subject: &str) -> String {
    let place = asked.strip_prefix("In ").and_then(|a| a.split_once(", "));
    let chapter = |p: &str| {
        let thing = Name::of(p).is_some_and(|n| n.is_product() || n.is_lettered());
        let chapter = p.contains(' ') || usage::is_common(&p.to_lowercase());
        !thing && chapter && !says(p, subject) && !subject.contains(p)
    };
    match place {
        Some((place, rest)) if chapter(place) => sentence::capitalised(rest),
        _ => asked.to_owned(),
    }
}

fn needs_place(desk: &Desk<'_>, topic: &Topic, shape: Shape, subject: &str) -> bool {
    let described = matches!(shape, Shape::Term | Shape::Description);
    let name = &topic.name;
    // `Basalt Lamp` beside `Basalt Quay`, or a lamp that is called so elsewhere.
    let made = subject.split_once(' ').is_some_and(|(maker, _)| {
        let beside = name.full.strip_prefix(maker);
        beside.is_some_and(|rest| rest.starts_with(' '))
            || desk.mentions.exceed(&format!("{maker} {}", name.short), 0)
    });
    // `A cleat`, though other names stand below it.
    let common = ["a", "an"]
        .iter()
        .any(|a| desk.mentions.exceed(&format!("{a} {}", name.short), 0));
    let lone = !name.short.contains(' ') && (name.is_lettered() || topic.houses && !common);
    let first = name.full.split_whitespace().next().unwrap_or("");
    let branded = described && desk.makers.contains(&first.to_lowercase());
    let known = made || branded || name.is_product() || lone;
    let part = topic
        .category
        .as_deref()
        .is_some_and(|c| c.to_lowercase().contains("integrat"));
    !known || part && !described
}

/// Whether a text has the word of a thing's name that is its own.
fn says(text: &str, subject: &str) -> bool {
    let own = homes::own_word(subject).to_lowercase();
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
        let one = table.replace(" Film |", "film |");
        let one = one.replace("## Films", "## Nightfilm vs Dayfilm");
        asks(
            &page(&one),
            &["In Basalt Rekvell, Nightfilm and Dayfilm: how is each priced?"],
        );
        asks(
            &page(table),
            &["In Basalt Rekvell, Night Film and Day Film: how is each priced?"],
        );
    }

    #[test]
    fn what_another_thing_does_for_the_subject_is_asked_in_it() {
        let found = page(
            "## Around it\n\n- **QuayCraft**: Feeds the films of each pier to Rekvell at night\n\
            - **MastCraft**: Paints the masts of boats that lie at a pier\n",
        );
        asks(
            &found,
            &[
                "In Basalt Rekvell, what does QuayCraft do?",
                "What does MastCraft do?",
            ],
        );
    }

    #[test]
    fn a_common_word_has_its_place_though_names_stand_below_it() {
        let found = page(
            "## Slipway\n\nA Slipway is a ramp by which boats of any size slide into the water. Ask for a \
            Slipway by horn.\n\n### Slipway TDL\n\nIt counts the boats.\n",
        );
        asks(&found, &["In Basalt Rekvell, what is Slipway?"]);
    }

    #[test]
    fn a_chapter_is_no_place_on_a_page_about_one_thing() {
        let found =
            page("## Alias Solution\n\nCleat is a piece of iron that a rope is wound around.\n");
        assert!(
            !found.iter().any(|f| f.contains("Alias Solution")),
            "{found:?}"
        );
        let asked = super::out_of_chapter("In Core Parts, what is a cleat?", "Basalt Quay");
        assert_eq!(asked, "What is a cleat?");
        let asked = super::out_of_chapter("In Record, what is a cleat?", "Basalt Quay");
        assert_eq!(asked, "What is a cleat?");
        for kept in [
            "In QuayCraft, what is a cleat?",
            "In Basalt Quay, what is a cleat?",
        ] {
            assert_eq!(super::out_of_chapter(kept, "Basalt Quay"), kept);
        }
    }

    #[test]
    fn a_collective_name_is_asked_in_the_realm() {
        let found = fronts(
            "# TDN for sailors\n\nAll of it runs in TDN. Whoever pays for TDN by the month gets TDN \
            cheaper.\n\n## Pier Services\n\nPier Services provide all that a boat needs at night.\n\n\
            ### QuayCraft\n\nQuayCraft is a service that moors boats in winter.\n",
        );
        assert!(
            found
                .iter()
                .any(|f| f.starts_with("In TDN, what do Pier Services")),
            "{found:?}"
        );
        asks(&found, &["What is QuayCraft?"]);
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
