//! What can be seen from an answer alone: that it breaks off, holds the values
//! of several attributes, speaks of two things or says its term again.

use super::asked::{Asked, Form};
use super::nouns::members;
use crate::generator::clause;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::sentence;
use crate::generator::words;

/// `Convert the ropes to metres`: a step that stands where a thing should.
pub(super) fn is_order(term: &str) -> bool {
    let first = clause::first_word(term);
    words::count(term) > 2
        && lexicon::is_base_verb(&first)
        && !lexicon::is_either(&lexicon::plural(&first))
        && !lexicon::is_countable(&first)
}

/// `≥`, `=`, `→` in a term: a relation, not a thing. Code keeps its signs.
pub(super) fn is_relation(term: &str) -> bool {
    !term.contains('`')
        && (term.contains(['≥', '≤', '≠', '→', '⇒'])
            || term.contains(" = ")
            || term.contains(" < ")
            || term.contains(" > "))
}

/// `…, such as A. Piers 1.`: cut where a list of its own begins.
pub(super) fn breaks_off(text: &str) -> bool {
    let t = text.trim_end_matches(['.', ' ']);
    let last = t.split_whitespace().next_back().unwrap_or("");
    let number = last.len() == 1
        && last.bytes().all(|b| b.is_ascii_digit())
        && text.trim_end().ends_with('.');
    let before = t.split_whitespace().rev().nth(1).unwrap_or("");
    let dangling = [
        "as written",
        "as described",
        "as shown",
        "as explained",
        "creates this",
        "means this",
    ]
    .iter()
    .any(|d| t.to_lowercase().ends_with(d));
    // `A service to create.`, `runs queries across.`
    static TAKING: Listed = Listed::new("create provide enable ensure deliver");
    let thing = t.rsplitn(3, ' ').nth(2).unwrap_or("");
    let verb = before == "to" && TAKING.has(last) && lexicon::kind_at_end(thing).is_some();
    let open = verb || matches!(last, "across" | "between" | "against");
    number && before.starts_with(char::is_uppercase) || t.contains(", A. ") || dangling || open
}

/// `depth: 3 m, width: 2 m, …`: values of several attributes in one line.
pub(super) fn pairs(text: &str) -> bool {
    if text.starts_with("- ") || text.contains('\n') {
        return false;
    }
    clause::unbracketed(text)
        .split([',', ';'])
        .filter(|part| {
            part.trim().split_once(": ").is_some_and(|(label, value)| {
                words::count(label) <= 3 && words::count(value) <= 4 && !value.is_empty()
            })
        })
        .count()
        > 1
}

/// `Guards the pier; Sailor - guards the boat`: what two do, in one line.
pub(super) fn of_two(text: &str) -> bool {
    text.split("; ").skip(1).any(|part| {
        [" - ", " – ", " = "].iter().any(|dash| {
            part.split_once(dash).is_some_and(|(label, _)| {
                words::count(label) <= 3 && label.starts_with(char::is_uppercase)
            })
        })
    })
}

/// `Pilot Boat (guides ships)`: another thing and what it does.
pub(super) fn glosses_another(text: &str) -> bool {
    let t = text.trim_end_matches(['.', '?', '”']);
    t.strip_suffix(')')
        .and_then(|t| t.split_once(" ("))
        .is_some_and(|(name, gloss)| {
            let named = name
                .split_whitespace()
                .all(|w| w.starts_with(char::is_uppercase));
            let first = clause::first_word(gloss);
            named
                && words::count(name) > 1
                && words::count(gloss) > 1
                && lexicon::base_of(&first).is_some()
        })
}

/// A back that leans on the term's place in a text.
pub(super) fn points_back(back: &str) -> bool {
    let t = back.trim_end_matches(['.', ' ']).to_lowercase();
    t.ends_with(" this") || t.ends_with(" it") && t.split_whitespace().count() < 5
}

/// What a thing is made of, where that is all that is said.
pub(super) fn made_of(back: &str) -> Option<&str> {
    [
        "Made up of ",
        "Made of ",
        "Composed of ",
        "Comprised of ",
        "Consists of ",
    ]
    .iter()
    .find_map(|p| back.strip_prefix(p))
}

/// What something represents without the verb of the question.
pub(super) fn mended(front: &str, back: String) -> String {
    match back.strip_prefix("Represents ") {
        Some(rest) if front.ends_with(" represent?") => sentence::capitalised(rest),
        _ => back,
    }
}

/// A back without a last sentence that only announces more: `Two modes.`
pub(super) fn whole(back: String) -> String {
    static COUNTS: Listed =
        Listed::new("two three four five six seven several 2 3 4 5 6 7 many different");
    let Some((told, last)) = back.trim_end_matches('.').rsplit_once(". ") else {
        return back;
    };
    let announces = words::count(last) <= 3 && COUNTS.has(&clause::first_word(last));
    match announces && words::count(told) > 2 {
        true => format!("{told}."),
        false => back,
    }
}

/// `Pier building: build piers of stone`: an order made of the name's own words
/// doesn't say what that is.
pub(super) fn restates(term: &str, back: &str) -> bool {
    // `A Rope Net Board (RNB) service` of the RNB gate spells three letters out.
    if let Some((_, rest)) = back.split_once('(')
        && let Some((letters, rest)) = rest.split_once(')')
        && term.split_whitespace().any(|w| w == letters)
        && words::count(rest) <= 1
    {
        return true;
    }
    let own: Vec<String> = words::name_words(term)
        .into_iter()
        .filter(|w| !words::is_stop(w) && w.len() > 3)
        .collect();
    let told: Vec<String> = words::words(back)
        .filter(|w| !words::is_stop(w))
        .take(own.len() + 2)
        .collect();
    let orders = told.first().is_some_and(|w| lexicon::is_base_verb(w));
    let again = |o: &String| told.iter().any(|t| t == o || words::related(o, t));
    orders && own.len() > 1 && !term.contains('`') && own.iter().all(again)
}

/// `Sluice 1 (overflow)`: the bracket of the name is the verb of the answer.
pub(super) fn bracket_tells(asked: &Asked<'_>, back: &str) -> bool {
    let inner = asked.whole.rsplit_once(" (").map_or("", |(_, rest)| rest);
    let word = inner.split(')').next().unwrap_or("").to_lowercase();
    let first = clause::first_word(back);
    word.len() > 3 && word == first && asked.form != Form::Is
}

/// `Fully managed service in Azure`: true of half of all products.
pub(super) fn says_little(term: &str, back: &str) -> bool {
    static ANY: Listed = Listed::new(
        "fully managed serverless service services tool solution platform product offering cloud \
        aws amazon azure google microsoft gcp scalable highly available secure reliable durable \
        fast cost-effective modern powerful native based management web online software system \
        complete new simple easy",
    );
    let own = words::content(term);
    words::words(back)
        .filter(|w| !words::is_stop(w))
        .all(|w| ANY.has(&w) || own.contains(&words::stem(&w)) || own.contains(&w))
}

/// Whether the back only says the term's own words again, with verbs and nouns
/// that fit anything.
pub(super) fn tells_nothing(term: &str, back: &str) -> bool {
    static ANYTHING: Listed = Listed::new(
        "allow enable creat manag provid perform run support handl servic tool featur applic place \
        application system thing resourc functional multipl just differ simpl process",
    );
    // A member may well be called after its class.
    if members(back) && back.matches(',').count() > 1 {
        return false;
    }
    let mut own = words::content(term);
    own.extend(words::name_words(term).iter().map(|w| words::stem(w)));
    let told = words::content(back);
    let named = |w: &&String| {
        own.iter()
            .any(|o| o == *w || w.len() > 5 && words::related(o, w))
    };
    let shared = told.iter().filter(named).count();
    let new = told
        .iter()
        .filter(|w| !named(w) && !ANYTHING.has(w))
        .count();
    (shared > 1 && new <= 1 || shared > 0 && new == 0) && told.len() <= 6 && !back.contains('\n')
}
