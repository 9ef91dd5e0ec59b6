//! Cloze: a sentence with its one deciding word left out, a number or one of
//! two opposites. A sentence with several such words decides nothing.

mod number;
mod opposite;

use super::clause;
use super::lexicon;
use super::name::Name;
use super::sentence;
use super::statement::{Form, Statement};
use super::words;
use number::number;
use opposite::opposite;

/// What stands for the word.
const GAP: &str = "____";

/// Front and back of a cloze, if the sentence decides one thing. `within` is
/// what the name needs to be clear.
pub(super) fn make(
    text: &str,
    statement: &Statement,
    name: &Name,
    within: Option<&str>,
    trusted: bool,
) -> Option<(String, String)> {
    let text = sentence::trim(text);
    // A stranger's heading may be no subject of the scraps below.
    let own = trusted
        || statement.about_term
        || statement.form == Form::Verb
        || name.is_in(&text.to_lowercase());
    if !own {
        return None;
    }
    let whole = whole_sentence(&text, statement, name, within)?;
    let lower = whole.to_lowercase();
    let illustrates = ["such as", "for example", "e.g.", "for instance", "i.e."]
        .iter()
        .any(|e| lower.contains(e));
    if illustrates
        || sentence::split(&text).len() > 1
        || words::count(&whole) < 6
        || words::count(&whole) > 34
        || whole.contains('`')
    {
        return None;
    }
    // `Pier 9` is a name, `about 9 boats` a guess.
    let own = |value: &str| name.full.split_whitespace().any(|w| w == value);
    let guessed = |front: &str| {
        [
            "about ____",
            "around ____",
            "approximately ____",
            "roughly ____",
        ]
        .iter()
        .any(|g| front.contains(g))
    };
    // `Two ropes: hemp and steel`: what is counted stands beside its number.
    let counted = |front: &str| {
        front
            .split_once(GAP)
            .is_some_and(|(_, after)| after.contains(": ") || names_them(after))
    };
    // `Hull: 7 planks, more tar`: a label and a scrap.
    let scrap = |front: &str| {
        front.split_once(": ").is_some_and(|(label, rest)| {
            let low = rest.to_lowercase();
            let says = clause::has_own_verb(rest)
                || [
                    "up to ",
                    "max",
                    "min",
                    "at least",
                    "at most",
                    " per ",
                    "by default",
                    "every ",
                ]
                .iter()
                .any(|w| low.contains(w))
                || lexicon::base_of(&clause::first_word(rest)).is_some()
                || lexicon::is_base_verb(&clause::first_word(rest));
            let thing = name.is_product() || name.branded;
            words::count(label) <= 4 && !thing && !says && !front.ends_with("?)")
        })
    };
    // `BoatNet: 7 ropes of hemp`, `Search boat first 7 knots`: how many there
    // are or can be, nothing says.
    let bare = |front: &str| {
        let low = front.to_lowercase();
        let label = front.split_once(": ").is_some_and(|(_, rest)| {
            let bound = ["max", "min", " than ", "default", " up to "]
                .iter()
                .any(|w| low.contains(w));
            // `Hull rate: 7 planks per hour`, but not of a whole chapter.
            let label = front.split_once(": ").map_or("", |(label, _)| label);
            let bound = bound || low.contains(" per ") && words::count(label) <= 3;
            rest.starts_with(GAP) && !bound && !clause::has_own_verb(rest)
        });
        label || low.contains(" first ____") && !low.contains(" the first ____")
    };
    // `Net-34 has 34 knots`, `the distance between 2 piers`.
    let shown = |front: &str, value: &str| {
        let again = front
            .split(|c: char| !c.is_ascii_digit())
            .any(|digits| digits == value);
        again || front.contains("between ____") && value == "2"
    };
    // What stands in brackets counts or shows what the sentence says, `3am` is a
    // moment of a story.
    let aside = |front: &str| {
        let before = front.split(GAP).next().unwrap_or(front);
        before.matches('(').count() > before.matches(')').count()
            || ["____am ", "____pm ", "____ am ", "____ pm ", " took ____"]
                .iter()
                .any(|m| front.contains(m))
    };
    // `Add 3 ropes to the net`: somebody is told what to do, and nobody asked.
    let ordered = |front: &str| {
        let said = front.split_once(": ").map_or(front, |(_, rest)| rest);
        let said = said.strip_prefix("Only ").unwrap_or(said);
        let orders = |w: &str| {
            lexicon::is_base_verb(w) && !lexicon::is_either(&lexicon::plural(w)) && w != "limit"
        };
        let before = front.split(GAP).next().unwrap_or(front);
        let last = before.split_whitespace().next_back().unwrap_or("");
        orders(&clause::first_word(said)) || matches!(last, "add" | "set" | "from" | "enter")
    };
    // `We moor 5 boats`, `…, this holds 4 ropes`, `a 3 step process`: whose or
    // what nobody knows.
    let leaning = |front: &str| {
        let said = front.split_once(": ").map_or(front, |(_, rest)| rest);
        ["We ", "I ", "Our ", "This "]
            .iter()
            .any(|p| said.starts_with(p))
            || front.contains(", this ")
            || front.contains("____ step")
            || ["____% cheaper", "____% faster", "____% less", "____x "]
                .iter()
                .any(|p| front.contains(p))
    };
    number(&whole)
        .or_else(|| opposite(&whole))
        .filter(|(front, back)| {
            !front.starts_with(GAP)
                && !own(back)
                && !guessed(front)
                && !counted(front)
                && !bare(front)
                && !scrap(front)
                && !aside(front)
                && !shown(front, back)
                && !ordered(front)
                && !leaning(front)
        })
}

/// The sentence with its subject named; `None` where the subject isn't known.
fn whole_sentence(
    text: &str,
    statement: &Statement,
    name: &Name,
    within: Option<&str>,
) -> Option<String> {
    let named = name.is_in(&text.to_lowercase());
    let body = statement.body.trim_end_matches('.');
    let owner = match within {
        Some(within) => format!("{} ({within})", name.full),
        None => name.full.clone(),
    };
    // `Per region`, `Before use`: a heading under which things hold.
    let first = name.full.split_whitespace().next().unwrap_or("");
    let low = first.to_lowercase();
    let acts = lexicon::acts(&low);
    let counts = name
        .full
        .split_whitespace()
        .any(|w| w.chars().all(|c| c.is_ascii_digit()));
    let subject = !words::is_stop(&low) && !acts && (!counts || name.is_product());
    let predicate = matches!(statement.form, Form::Verb | Form::Modal);
    let out = if statement.about_term && subject {
        let verb = match statement.form {
            Form::Noun | Form::Used | Form::Fragment if statement.plural => "are ",
            Form::Noun | Form::Used | Form::Fragment => "is ",
            _ => "",
        };
        format!("{owner} {verb}{body}")
    } else if predicate && named {
        // `Can hold five copies of X`: who can?
        return None;
    } else if predicate
        && subject
        && !name.counts_many()
        && name.said.starts_with(char::is_uppercase)
        && (!name.short.contains(' ') || name.is_known())
    {
        format!("{owner} {body}")
    } else if named {
        text.trim_end_matches('.').to_owned()
    } else if subject && (name.said.starts_with(char::is_uppercase) || name.is_proper()) {
        format!("{owner}: {}", text.trim_end_matches('.'))
    } else {
        return None;
    };
    Some(format!("{out}."))
}

/// `____ sizes, small and large`: what is counted is named behind.
fn names_them(after: &str) -> bool {
    after.split_once(", ").is_some_and(|(counted, named)| {
        words::count(counted) <= 3
            && named.split([',', '.', '-']).next().is_some_and(|n| {
                n.split_once(" and ")
                    .is_some_and(|(a, b)| words::count(a) <= 2 && words::count(b.trim()) <= 2)
            })
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::generator::statement;

    fn made(text: &str) -> Option<(String, String)> {
        let name = Name::of("Kinesis").unwrap();
        make(text, &statement::read(text, &name), &name, None, true)
    }

    #[test]
    fn a_sentence_that_leans_on_another_hides_no_number() {
        for text in [
            "We aim to support new ropes within 5 months of their launch",
            "Using the winch and a rope, this lifts up to 4 boats in Kinesis",
            "Kinesis is a 3 step process for mooring boats at a pier",
        ] {
            assert_eq!(made(text), None, "{text}");
        }
    }

    #[test]
    fn a_stranger_s_scraps_hide_no_number() {
        let name = Name::of("Kinesis").unwrap();
        let made = |text: &str, trusted| {
            make(text, &statement::read(text, &name), &name, None, trusted).is_some()
        };
        for scrap in [
            "Up to 20 boats per pier by default",
            "Can be kept for up to 7 days there",
        ] {
            assert!(!made(scrap, false) && made(scrap, true), "{scrap}");
        }
        assert!(made("It keeps every record for 24 hours by default", false));
    }

    #[test]
    fn one_number_is_left_out() {
        assert_eq!(
            made("Data is automatically replicated to 3 AZs")
                .map(|c| c.1)
                .as_deref(),
            Some("3")
        );
        assert_eq!(
            made("It keeps every record for 24 hours by default"),
            Some((
                "Kinesis keeps every record for ____ hours by default.".into(),
                "24".into()
            ))
        );
        assert_eq!(
            made("It keeps records for 24 hours and up to 365 days"),
            None
        );
        assert_eq!(made("It keeps records for about 24 hours or so"), None);
        assert_eq!(made("It was launched by the company in 2013 already"), None);
    }

    #[test]
    fn the_subject_is_named_or_there_is_none() {
        let of = |name: &str, text: &str, within| {
            let name = Name::of(name).unwrap();
            make(text, &statement::read(text, &name), &name, within, true).map(|c| c.0)
        };
        assert_eq!(
            of("Basalt", "Can hold up to 16 copies of a table", None).as_deref(),
            Some("Basalt can hold up to ____ copies of a table.")
        );
        assert_eq!(
            of(
                "Standard",
                "Survives the loss of 2 sites at the same time",
                Some("Basalt")
            )
            .as_deref(),
            Some("Standard (Basalt) survives the loss of ____ sites at the same time.")
        );
        for (name, text) in [
            ("Copies", "Can create up to 16 copies of a table"),
            ("Per region", "Up to 16 tables of any size"),
            ("Basalt", "16 tables of the older kind"),
            ("Harbour search", "Search text of first 16 pages"),
            ("Basalt", "We can 5 direct copies of each Basalt table"),
            ("Basalt", "The address .2 is reserved for Basalt itself"),
            ("Basalt", "It is certified for the 11.3 standards of radio"),
            ("Basalt", "You are using a vCore 6.5 server for all of it"),
            ("Basalt", "Quay 365 is an older sort of pier beside Basalt"),
            ("Basalt", "Basalt has 2 further main features for ships"),
            (
                "Basalt",
                "Basalt has 12 sizes, small and large, which set what it can pull",
            ),
            (
                "Basalt",
                "Basalt counts the ships between 2 piers of a port",
            ),
            ("Basalt", "The first Basalt was Dock-34 with its 34 gates"),
            ("Basalt", "Add 3 nets of rope to the table of Basalt"),
            ("Basalt", "In the table of Basalt add 3 nets to the pier"),
            ("Basalt", "Calls the pilots in (every 4 hours on a Sunday)"),
            (
                "Basalt",
                "Loading the table of Basalt took 55 seconds in all",
            ),
            (
                "Basalt",
                "Traffic leaves from the pier for 0.0.0.0 of Basalt",
            ),
        ] {
            assert_eq!(of(name, text, None), None, "{text}");
        }
    }

    #[test]
    fn what_is_counted_isn_t_named_behind_the_gap() {
        assert!(names_them(" sizes, small and large - no limits"));
        assert!(!names_them(
            " sizes, and each of them has a price and a rope of its own"
        ));
    }

    #[test]
    fn one_of_two_opposites_is_left_out() {
        assert_eq!(
            made("Security groups are stateful and apply to instances"),
            Some((
                "Kinesis: Security groups are ____ and apply to instances (stateful or stateless?)"
                    .into(),
                "Stateful".into()
            ))
        );
        assert_eq!(
            made("Groups are stateful while lists are stateless here"),
            None
        );
        assert_eq!(made("The groups are not stateful in this service"), None);
    }
}
