//! The realm of a page: the platform on which its things are at home.
//!
//! A container service is sold in every harbour: who is asked for one by what
//! it does must be told whose is meant. A page's realm stands in its title or
//! before the names of many of its things, and its prose speaks of it alone as
//! well (`in RopeNet`), which it hardly does of a maker (`Basalt Quay`).

use super::clause;
use super::facts::homes;
use super::lexicon;
use super::topic::{Reading, Topic};
use super::usage;
use std::collections::{HashMap, HashSet};

/// Names of a page that begin with its realm, where the title doesn't say it.
const NAMES: usize = 5;
/// So many do where it isn't written in capitals, and might be a product.
const SURELY: usize = 8;
/// One in so many of its names at least does.
const SHARE: usize = 12;
/// How often at least a page speaks of its realm alone.
const ALONE: usize = 3;

/// The realm of a page, if it has one. What one of its `chapters` is about is no
/// place for the others.
pub(super) fn of(
    text: &str,
    title: &str,
    chapters: &HashSet<String>,
    reading: &Reading,
) -> Option<String> {
    let topics = &reading.topics;
    let mut firsts: HashMap<&str, usize> = HashMap::new();
    for topic in topics.iter().filter(|t| !t.is_empty()) {
        let first = topic.name.full.split_whitespace().next().unwrap_or("");
        *firsts.entry(first).or_default() += 1;
    }
    let all: usize = firsts.values().sum();
    let many = |count: usize| count >= NAMES && count * SHARE >= all;
    // `(Very Simple English)`: how the page is written.
    let titled = candidates(&clause::unbracketed(title));
    let mut named: Vec<String> = firsts
        .iter()
        .filter(|(word, count)| many(**count) && is_name(word))
        .filter(|(word, count)| is_letters(word) || **count >= SURELY && is_place(text, word))
        .map(|(word, _)| (*word).to_owned())
        .collect();
    named.sort();
    // What the page explains, or is about, is one of the things.
    let explained = |name: &String| {
        // `Basalt TDN`: its maker may stand before it.
        let called = |short: &str| {
            short == name
                || short.split_once(' ').is_some_and(|(maker, own)| {
                    own == name && reading.makers.contains(&maker.to_lowercase())
                })
        };
        let told = |t: &Topic| called(&t.name.short) && t.purpose.is_some();
        let about = reading
            .subject
            .as_ref()
            .is_some_and(|s| s.ends_with(name.as_str()));
        about || topics.iter().any(told)
    };
    let weighed = |names: Vec<String>| {
        let mut out: Vec<(usize, String)> = names
            .into_iter()
            .filter(|n| !explained(n) && !chapters.contains(n))
            .filter_map(|n| Some((stands_alone(text, &n, &reading.makers)?, n)))
            .collect();
        out.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        out
    };
    let titled = weighed(titled);
    let (letters, words): (Vec<String>, _) = named.into_iter().partition(|n| is_letters(n));
    let named = Some(weighed(letters)).filter(|l| !l.is_empty());
    let named = named.unwrap_or_else(|| weighed(words));
    let (count, best) = titled.first().or(named.first())?;
    // `Basalt and RopeNet compared`: a page of two realms has none.
    let rival = titled.iter().chain(&named).any(|(other, name)| {
        !name.contains(best.as_str()) && !best.contains(name.as_str()) && other * 3 >= *count
    });
    (!rival).then(|| best.clone())
}

/// The names in a title that could be a realm's.
fn candidates(title: &str) -> Vec<String> {
    let all: Vec<&str> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let mut out: Vec<String> = Vec::new();
    // `Basalt Quay`: a maker's thing, and no realm.
    let made = |i: usize| i > 0 && is_name(all[i - 1]);
    let names = all.iter().enumerate().filter(|(_, w)| is_name(w));
    for (i, word) in names.filter(|(i, _)| !made(*i)) {
        match all.get(i + 1) {
            Some(&"Cloud") => out.push(format!("{word} Cloud")),
            _ => out.push((*word).to_owned()),
        }
    }
    out
}

/// Whether a word can name a platform: no field, no examination, no word.
fn is_name(word: &str) -> bool {
    let letters = word.chars().all(|c| c.is_ascii_alphabetic());
    letters
        && word.len() > 2
        && word.starts_with(char::is_uppercase)
        && !homes::is_no_place(word)
        && !usage::is_common(&word.to_lowercase())
        && !lexicon::looks_plural(word)
}

/// Whether things are told to stand in it: `to boats in Basalt`.
fn is_place(text: &str, name: &str) -> bool {
    let stands = |(at, _): &(usize, &str)| {
        let (head, after) = (&text[..*at], &text[at + name.len()..]);
        let whole = !after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
        let goes_on = after
            .strip_prefix(' ')
            .is_some_and(|a| a.starts_with(char::is_uppercase));
        let within = [" in ", " on ", " to ", " from ", " within "];
        whole && !goes_on && within.iter().any(|p| head.ends_with(p))
    };
    text.match_indices(name).filter(stands).count() >= ALONE
}

fn is_letters(word: &str) -> bool {
    // `VACUUM` is a command.
    word.len() < 6 && word.chars().all(|c| c.is_ascii_uppercase())
}

/// How often a page speaks of a name alone, before and after no other name's
/// word; `None` where it seldom does, or writes the word small as well.
fn stands_alone(text: &str, name: &str, makers: &HashSet<String>) -> Option<usize> {
    let edge = |c: Option<char>| !c.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-');
    let mut before: HashMap<&str, usize> = HashMap::new();
    let (mut all, mut alone) = (0, 0);
    for (at, _) in text.match_indices(name) {
        let (head, after) = (&text[..at], &text[at + name.len()..]);
        if !edge(head.chars().next_back()) || !edge(after.chars().next()) {
            continue;
        }
        all += 1;
        let next = after.strip_prefix(' ').unwrap_or("").chars().next();
        alone += usize::from(!next.is_some_and(|c| c.is_ascii_uppercase() || c == '('));
        let last = head
            .strip_suffix(' ')
            .and_then(|h| h.rsplit([' ', '\n']).next());
        if let Some(word) = last.filter(|w| w.starts_with(char::is_uppercase)) {
            *before.entry(word).or_default() += 1;
        }
    }
    // `Basalt Quay`: a maker's, or the end of a longer name.
    let makes = |w: &str| w != name && makers.contains(&w.to_lowercase());
    let part = before
        .iter()
        .any(|(w, n)| makes(w) && n * 10 >= all || *n > 1 && n * 6 >= all);
    let small = text.matches(&format!(" {} ", name.to_lowercase())).count();
    (!part && alone >= ALONE && alone * 4 >= all && small * 5 < all).then_some(alone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::fronts;

    /// Where a page places the question for `QuayCraft`.
    fn place(title: &str, text: &str) -> Option<String> {
        let page = format!(
            "# {title}\n\n{text}\n\n## Boats\n\n### QuayCraft\n\n\
            QuayCraft is a service that moors boats in winter and lets them go in spring.\n"
        );
        let found = fronts(&page);
        let asked = found.iter().find(|f| f.contains("moors boats"))?;
        Some(asked.strip_prefix("In ")?.split_once(", ")?.0.to_owned())
    }

    const ALONE: &str =
        "All of it runs in TDN. Whoever pays for TDN by the month gets TDN cheaper.";

    #[test]
    fn a_platform_is_spoken_of_alone() {
        assert_eq!(place("TDN notes", ALONE), Some("TDN".into()));
        assert_eq!(place("Notes", ALONE), None);
        assert_eq!(place("Notes (TDN)", ALONE), None);
        let made = "All of it runs in TDN Quay. Pay for TDN Lamp and TDN Horn by the month.";
        assert_eq!(place("TDN notes", made), None);
        let both = format!("{ALONE} It also runs in Harbora, as Harbora said of Harbora itself.");
        assert_eq!(place("TDN and Harbora", &both), None);
    }

    #[test]
    fn a_platform_may_be_a_word_where_many_names_begin_with_it() {
        let page = |named: usize, spoken: &str| {
            let parts = [
                "Lamp", "Horn", "Chart", "Bell", "Flag", "Buoy", "Crane", "Winch",
            ];
            let parts = parts[..named].iter().map(|p| {
                let does = p.to_lowercase();
                format!("- **Harbora {p}**: a service that runs the {does} of each pier at night\n")
            });
            let found = fronts(&format!(
                "# Notes\n\n{spoken}\n\n\
                ## Services\n\n{}\n## QuayCraft\n\n\
                QuayCraft is a service that moors boats in winter and lets them go in spring.\n",
                parts.collect::<String>()
            ));
            let asked = found.iter().find(|f| f.contains("moors boats")).cloned();
            asked.is_some_and(|f| f.starts_with("In Harbora, "))
        };
        let within = "All runs in Harbora. Move boats to Harbora, or from Harbora.";
        assert!(page(8, within) && !page(7, within));
        // A thing of many parts is bought and used, and nothing runs in it.
        assert!(!page(
            8,
            "Who buys Harbora may use Harbora. Ask Harbora for a pilot."
        ));
    }

    #[test]
    fn a_thing_under_its_makers_name_is_no_platform() {
        let explained = |name: &str| {
            let makers = "- **Basalt Lamp**: a service that lights piers\n\
                - **Basalt Horn**: a service that calls boats\n\
                - **Basalt Bell**: a service that wakes pilots of Basalt Horn\n";
            let text = format!(
                "{}\n\n{makers}\n## {name}\n\n{name} is a service that ties ships in rows.\n",
                ALONE.repeat(9)
            );
            place("TDN notes", &text)
        };
        assert_eq!(explained("Basalt Rope"), Some("TDN".into()));
        assert_eq!(explained("Basalt TDN"), None);
    }

    #[test]
    fn a_chapter_is_no_platform_for_the_next() {
        let page = |chapter: &str| {
            let parts = ["Lamp", "Horn", "Chart", "Bell", "Flag"];
            let parts = parts.map(|p| {
                let does = p.to_lowercase();
                format!("- **TDN {p}**: a service that runs the {does} of each pier at night\n")
            });
            let found = fronts(&format!(
                "# {chapter}\n\n{ALONE}\n\n{}\n# QuayCraft\n\n\
                QuayCraft is a service that moors boats in winter and lets them go in spring.\n",
                parts.concat()
            ));
            let asked = found.iter().find(|f| f.contains("moors boats")).cloned();
            asked.is_some_and(|f| f.starts_with("In TDN, "))
        };
        assert!(page("Night services") && !page("TDN"));
    }

    #[test]
    fn a_command_in_capitals_is_no_platform() {
        let speaks = ALONE.replace("TDN", "BALLAST");
        assert_eq!(place("BALLAST notes", &speaks), Some("BALLAST".into()));
        let listed = |name: &str| {
            let parts = ["Lamp", "Horn", "Chart", "Bell", "Flag"];
            let parts =
                parts.map(|p| format!("- **{name} {p}**: a lamp that lights {p} piers at night\n"));
            let text = ALONE.replace("TDN", name);
            place(
                "Notes",
                &format!("{text}\n\n## Services\n\n{}", parts.concat()),
            )
        };
        assert_eq!(listed("TDN"), Some("TDN".into()));
        assert_eq!(listed("BALLAST"), None);
    }

    #[test]
    fn one_of_many_headings_at_the_top_is_no_title() {
        let page = |top: &str| {
            fronts(&format!(
                "# {top}\n\n{ALONE}\n\n# QuayCraft\n\n\
                QuayCraft is a service that moors boats in winter and lets them go in spring.\n"
            ))
        };
        let placed = |found: &[String]| found.iter().any(|f| f.starts_with("In TDN, "));
        assert!(
            placed(&page("TDN for sailors")),
            "{:?}",
            page("TDN for sailors")
        );
        assert!(!placed(&page("TDN")), "{:?}", page("TDN"));
    }

    #[test]
    fn what_anybody_may_use_is_at_home_on_no_platform() {
        let placed = |name: &str| {
            let found = fronts(&format!(
                "# TDN notes\n\n{ALONE}\n\n## Boats\n\n### {name}\n\n\
                {name} is a tool that moors boats in winter and lets them go in spring.\n"
            ));
            assert!(found.iter().any(|f| f.contains("moors boats")), "{found:?}");
            found.iter().any(|f| f.starts_with("In TDN, "))
        };
        assert!(placed("QuayCraft") && placed("TideLog"));
        assert!(!placed("Apache QuayCraft") && !placed("L1 Hawser"));
    }

    #[test]
    fn what_a_maker_calls_so_is_no_platform() {
        let none = HashSet::new();
        assert_eq!(stands_alone(ALONE, "TDN", &none), Some(3));
        let made = format!("{ALONE} Ask Basalt TDN.");
        assert_eq!(stands_alone(&made, "TDN", &none), Some(4));
        let makers = HashSet::from(["basalt".to_owned()]);
        assert_eq!(stands_alone(&made, "TDN", &makers), None);
        assert_eq!(
            stands_alone("so tdn and tdn of TDN or TDN or TDN", "TDN", &none),
            None
        );
    }
}
