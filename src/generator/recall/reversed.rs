//! Descriptions asked for their term: which of them can be, and how.

use super::{Made, SPECIFIC, shelf, turned};
use crate::generator::account::{Reason, Shape};
use crate::generator::ask;
use crate::generator::describe;
use crate::generator::described::{self, Place};
use crate::generator::distractors;
use crate::generator::draft::{self, Desk};
use crate::generator::facts;
use crate::generator::fit;
use crate::generator::language::{self, Language};
use crate::generator::listed::Listed;
use crate::generator::manner;
use crate::generator::mask;
use crate::generator::parts;
use crate::generator::sentence;
use crate::generator::statement::{Form, Statement};
use crate::generator::topic::{Purpose, Topic};
use crate::generator::words;
use std::collections::HashSet;
use std::sync::OnceLock;

/// Description → term.
pub(in crate::generator) fn description(desk: &Desk<'_>, topic: usize, purpose: &Purpose) -> Made {
    let t = &desk.topics[topic];
    backwards(desk, topic, &purpose.statement)?;
    if !t.vouched()
        && (describe::is_matter(&t.name, &purpose.statement)
            || desk.kind(topic).is_none() && principle(t, &purpose.statement)
            || gains(t, &purpose.statement)
            || t.language == Language::English && !turns(desk, topic, &purpose.statement))
    {
        return Err(Reason::Vague);
    }
    if !t.vouched() && t.language == Language::English && !ask::names_a_thing(&t.name) {
        return Err(Reason::Vague);
    }
    if t.language.is_question(&t.name.full) {
        return Err(Reason::Question);
    }
    let front = if t.language == Language::English {
        let within = desk.within(topic).or_else(|| {
            let word = words::count(&t.name.full) == 1 && !t.vouched();
            shelf(desk, topic).filter(|_| word)
        });
        // `In TDN, … – Basalt TDN`
        let own = t.name.short.split_whitespace().next_back();
        let place = within
            .map(Place::In)
            .or_else(|| home(desk, topic, &purpose.statement.body))
            .filter(|p| t.vouched() || !matches!(p, Place::In(w) if own == Some(w)));
        described::description_question(desk.kind(topic), &purpose.statement, place)
    } else {
        let context = desk.within(topic).or(foreign_shelf(t));
        let context = context.or_else(|| match home(desk, topic, &purpose.statement.body)? {
            Place::In(home) | Place::By(home) => Some(home),
        });
        t.language.which_fits(&purpose.statement.body, context)
    };
    let front = turned(desk, topic, front)?;
    let tool = t.name.is_known();
    let used = front.contains("hat do you use to ") && !t.vouched();
    if used && (is_role(&t.name.short) || !tool) {
        return Err(Reason::Vague);
    }
    let id = &desk.ids[topic].purpose;
    let mut draft = desk.flashcard(
        topic,
        Shape::Description,
        (&format!("{id}/reverse"), id),
        &front,
        &t.name.full,
    );
    draft.concept = desk.ids[topic].slug.clone();
    draft.line = purpose.line;
    Ok(draft)
}

/// Whose a thing is that is asked for by what it does: the realm's, or else its
/// maker's.
pub(super) fn home<'a>(desk: &Desk<'a>, topic: usize, told: &str) -> Option<Place<'a>> {
    let t = &desk.topics[topic];
    let maker = || {
        let (first, _) = t.name.full.split_once(' ')?;
        let told = t.vouched() || sentence::contains_words(told, first);
        (desk.makes(first) && !told).then_some(first)
    };
    let realm = realm(desk, topic, told).map(Place::In);
    realm.or_else(|| maker().map(Place::By))
}

/// The page's realm, where neither a product's name nor what is told of it says
/// whose it is.
fn realm<'a>(desk: &Desk<'a>, topic: usize, told: &str) -> Option<&'a str> {
    let t = &desk.topics[topic];
    // `L1 loss` is a field's, and what a foundation gives away is at home everywhere.
    let first = t.name.short.split_whitespace().next().unwrap_or("");
    let coded = first.len() < 3 && t.name.short.contains(' ');
    let free = ["Apache", "GNU", "Linux"].contains(&first);
    let product = t.name.is_product() && !coded || t.name.branded;
    let made = !free && (product || desk.kind(topic) == Some("service"));
    let says = |text: &str| {
        desk.realm
            .is_some_and(|r| sentence::contains_words(text, r))
    };
    desk.realm.filter(|_| made && !t.vouched() && !says(told))
}

/// The heading over a common word in another language, where it tells which
/// of several things is meant.
pub(super) fn foreign_shelf(t: &Topic) -> Option<&str> {
    let shelf = t.category.as_deref()?;
    let told = !draft::says_nothing(shelf)
        && !language::holds_terms(shelf)
        && (t.language.is_spaced() || words::count(shelf) <= 4)
        && !shelf.contains('、')
        && !language::is_remark(shelf)
        && !["是", "為", "为", "如下", "以下"]
            .iter()
            .any(|e| shelf.ends_with(e));
    (told && !t.name.is_proper()).then_some(shelf)
}

/// `Makes it easy to set up, operate and scale`: said of any tool.
fn says_faintly(body: &str) -> bool {
    static FAINT: OnceLock<HashSet<String>> = OnceLock::new();
    let faint = FAINT.get_or_init(|| {
        "set operate deploy build create run require administration administer rule action thing \
        way provide help make allow let enable use manage infrastructure need multiple different \
        support handle perform process common several object group type kind key value result"
            .split_whitespace()
            .map(words::stem)
            .collect()
    });
    let telling = mask::telling_words(body);
    telling.iter().filter(|w| !faint.contains(*w)).count() < 2
}

/// People, whom nobody uses.
fn is_role(name: &str) -> bool {
    let last = name.split_whitespace().next_back().unwrap_or("");
    static ROLES: Listed = Listed::new(
        "engineer engineers analyst analysts scientist scientists architect architects \
        administrator administrators developer developers operator operators manager managers \
        team teams stakeholder stakeholders",
    );
    ROLES.has(&last.to_lowercase())
}

/// `Cost reduction: moor fewer boats`: an aim that orders serve, and no tool.
fn principle(t: &Topic, statement: &Statement) -> bool {
    let last = t.name.short.split_whitespace().next_back().unwrap_or("");
    let last = last.to_lowercase();
    let abstraction = ["tion", "ment", "ity", "ance", "ence", "ness", "first"]
        .iter()
        .any(|e| last.ends_with(e));
    statement.form == Form::Base && abstraction && !t.name.is_product() && !t.name.branded
}

/// Whether a statement tells how a thing is good: nobody could name the
/// benefit that is meant.
pub(in crate::generator) fn gains(t: &Topic, statement: &Statement) -> bool {
    // `Ability to moor in a storm`: what it is measured by, as a glossary has it.
    static MEASURES: Listed = Listed::new(
        "ability capability capacity degree extent measure speed rate property state likelihood \
        probability percentage ratio willingness efficiency",
    );
    let first = statement.body.split_whitespace().next().unwrap_or("");
    t.language == Language::English
        && !t.vouched()
        && statement.form != Form::Noun
        && !MEASURES.has(&first.to_lowercase())
        && fit::is_benefit(&t.name.short)
}

/// Whether a description can be asked for its term: a whole sentence can't, and
/// what is ordered is done with a thing that has a name.
fn turns(desk: &Desk<'_>, topic: usize, statement: &Statement) -> bool {
    let name = &desk.topics[topic].name;
    let body = statement.body.as_str();
    match statement.form {
        Form::Base | Form::To => {
            name.is_product()
                || name.branded
                || name.is_proper()
                || name.short.contains('`')
                || desk.kind(topic).is_some()
        }
        Form::Noun if body.starts_with("the ") => !facts::acts_within(body),
        _ => true,
    }
}

/// Whether a statement can be asked backwards: specific, not giving its term
/// away, and fitting no neighbour.
pub(super) fn backwards(
    desk: &Desk<'_>,
    topic: usize,
    statement: &Statement,
) -> Result<(), Reason> {
    let t = &desk.topics[topic];
    if statement.form == Form::Clause || t.gathers {
        return Err(Reason::Leans);
    }
    // `Ropes and nets are made to …`: so are others.
    if !t.vouched() && statement.form == Form::Verb && t.name.short.contains(" and ") {
        return Err(Reason::Ambiguous);
    }
    // `Remove the source, isolate, disinfect, …`: so do others.
    let aims = matches!(statement.form, Form::Base | Form::To | Form::For);
    if !t.vouched() && aims && statement.body.matches(", ").count() > 2 {
        return Err(Reason::Ambiguous);
    }
    if !t.vouched() && (manner::illustrates(&statement.body) || manner::tells_of_another(statement))
    {
        return Err(Reason::Vague);
    }
    if statement.form == Form::Fragment && !t.vouched() && parts::enumerates(&statement.body) {
        return Err(Reason::Ambiguous);
    }
    let content = words::content(&statement.body);
    let telling = mask::telling(&statement.body);
    let faint = !t.vouched() && t.language == Language::English && says_faintly(&statement.body);
    let sentence_like = t.vouched() || statement.form == Form::Noun;
    if telling
        < if sentence_like {
            SPECIFIC - 1
        } else {
            SPECIFIC
        }
    {
        return Err(Reason::Short);
    }
    if faint {
        return Err(Reason::Ambiguous);
    }
    if t.language != Language::English && !language::tells_enough(t.language, &statement.body) {
        return Err(Reason::Short);
    }
    let heard = t.language.is_eastern() && language::says_most(&t.name.short, &statement.body);
    if heard || mask::gives_away(&t.name, &statement.body, desk.family) {
        return Err(Reason::GivesAway);
    }
    let twin = distractors::near(desk.topics, topic).any(|i| {
        let other = &desk.topics[i];
        let same =
            other.name.short == t.name.short || t.owner == Some(i) || other.owner == Some(topic);
        !same && distractors::repeats(&content, &desk.profiles[i], t.vouched())
    });
    if twin { Err(Reason::Ambiguous) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::says_faintly;
    use crate::generator::tests::{fronts, shows};

    #[test]
    fn a_heading_that_only_holds_terms_is_no_shelf() {
        let asked = |heading: &str| {
            let page = format!(
                "# 港\n\n## {heading}\n\n- 係船柱: 船の綱を結びつけるために桟橋に立てられた鉄の柱\n\
                - 水門: 港の水位を保つために夜のあいだ閉じられる大きな門\n"
            );
            let found = fronts(&page);
            let first = found.into_iter().find(|f| f.starts_with("係船柱"));
            first.unwrap_or_default()
        };
        assert_eq!(asked("桟橋の設備"), "係船柱 (桟橋の設備) とは何ですか？");
        assert_eq!(asked("用語集"), "係船柱 とは何ですか？");
    }

    #[test]
    fn a_thing_is_asked_for_among_its_makers() {
        let also = " It automatically weighs containers, pallets and barrels before they reach \
            the deck.";
        let page = |maker: &str| {
            let section = |name: &str, does: &str, more: &str| {
                format!(
                    "## {maker} {name}\n\n{maker} {name} is a managed service that {does}.{more}\n\n"
                )
            };
            let parts = [
                section("Ropes", "ties boats to piers at night", ""),
                section("Tides", "measures the water in docks", ""),
                section("Cranes", "lifts crates", also),
                section(
                    "Lamps",
                    "lights channels",
                    &format!(" Ask pilots of {maker}."),
                ),
            ];
            fronts(&format!("# Harbour\n\n{}", parts.concat()))
        };
        let asked = |maker: &str, question: &str| page(maker).iter().any(|f| f == question);
        let bare = "Which managed service measures the water in docks?";
        let made = "Which Basalt managed service measures the water in docks?";
        assert!(asked("Basalt", made), "{:?}", page("Basalt"));
        // The maker is no part of the answer that the question gives away.
        let also = "Which Basalt managed service weighs containers, pallets and barrels before \
            they reach the deck?";
        assert!(asked("Basalt", also), "{:?}", page("Basalt"));
        // Two letters are a field's.
        assert!(asked("TD", bare), "{:?}", page("TD"));
    }

    #[test]
    fn what_a_thing_also_is_tells_it_from_none() {
        let section = |name: &str, does: &str, more: &str| {
            format!("## Basalt {name}\n\nBasalt {name} is a managed service that {does}.{more}\n\n")
        };
        let also = " Basalt Ropes is also highly available and durable, so pilots can be \
            confident that boats reach piers.";
        let page = [
            section("Ropes", "ties boats at night", also),
            section("Tides", "measures water in docks", ""),
            section("Cranes", "lifts crates from ships", ""),
            section("Lamps", "lights channels for ferries", ""),
        ];
        assert!(!shows(
            &format!("# Piers\n\n{}", page.concat()),
            "also highly"
        ));
    }

    #[test]
    fn what_is_said_of_any_tool_is_asked_of_none() {
        for text in [
            "makes it easy to set up, operate and scale",
            "a set of rules that consists of actions",
            "fully managed and requires no administration",
        ] {
            assert!(says_faintly(text), "{text}");
        }
        assert!(!says_faintly(
            "a service that routes ferries to a free pier"
        ));
    }
}
