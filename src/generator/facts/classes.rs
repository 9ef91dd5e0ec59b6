//! Phrases that name a class and say which of it is meant: the form that a
//! definition has, whoever its subject is.

use crate::generator::clause;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::words;

/// Words that begin what tells one of a class from the others.
static LINKS: Listed = Listed::new(
    "that which who whose where of for to with used designed built made in on by from as at \
        between using based into against within across via without through over per inside \
        containing providing allowing after before during under among whose",
);

/// Whether a phrase names a class and which of the class it means, and nothing
/// else acts in it: `a rope that moors a boat`, but not `a rope parts in a storm`.
pub(super) fn names_class(body: &str) -> bool {
    static RELATIVE: Listed = Listed::new("that which who whose where");
    let lower = clause::unbracketed(body).to_lowercase();
    let article = ["a ", "an "].iter().find_map(|a| lower.strip_prefix(a));
    let rest = article.unwrap_or(&lower);
    let all: Vec<&str> = rest.split_whitespace().collect();
    let bare = |w: &&str| w.trim_end_matches([',', ';', ':', '.']).to_owned();
    let head: Vec<String> = all.iter().map(bare).take_while(|w| !LINKS.has(w)).collect();
    let link = all.get(head.len()).copied().unwrap_or("");
    let broken = all
        .iter()
        .take(head.len())
        .any(|w| w.ends_with([',', ';', ':', '.']));
    let one = article.is_some();
    let acts = acts_in(&head, link, one);
    let finite = all
        .iter()
        .take_while(|w| !RELATIVE.has(w))
        .skip(1)
        .any(|w| clause::is_finite(w) || lexicon::acts(w));
    static LOOSE: Listed =
        Listed::new("the any each every no all some one this these there if when");
    let first = head.first().map_or("", String::as_str);
    let class = one || lexicon::kind_at_end(&head.join(" ")).is_some_and(|(_, many)| !many);
    (1..=7).contains(&head.len())
        && class
        && !link.is_empty()
        && !broken
        && !acts
        && !finite
        && !LOOSE.has(first)
}

/// Whether a verb stands among the words of a phrase before its first link.
fn acts_in(head: &[String], link: &str, one: bool) -> bool {
    head.iter().enumerate().skip(1).any(|(i, w)| {
        let after = head.get(i + 1).map_or(link, String::as_str);
        let governs = lexicon::is_determiner(after) && !LINKS.has(after);
        lexicon::acts(w)
            || lexicon::is_either(w) && (one || governs || i + 1 < head.len())
            || one && lexicon::looks_plural(w) && i + 1 == head.len()
            || w.ends_with("ed") && governs
    })
}

/// `the pilot owns the boat`: a sentence, though it begins like a phrase.
pub(in crate::generator) fn acts_within(body: &str) -> bool {
    let lower = clause::unbracketed(body).to_lowercase();
    let rest = lower.strip_prefix("the ").unwrap_or(&lower);
    let head: Vec<String> = rest
        .split_whitespace()
        .map(|w| w.trim_end_matches([',', ';', ':', '.']).to_owned())
        .take_while(|w| !LINKS.has(w))
        .collect();
    acts_in(&head, "", false)
}

/// The same of the one thing that is meant: `the rate at which water rises`.
pub(super) fn picks_class(body: &str) -> bool {
    static PRAISE: Listed = Listed::new(
        "best most main default only same one key first second third last next recommended primary \
        preferred old new final other case reason answer problem result way mainstay cornerstone \
        backbone foundation hallmark goal heart core target example",
    );
    let rest = body
        .strip_prefix("the ")
        .or_else(|| body.strip_prefix("The "));
    rest.is_some_and(|rest| {
        let first = clause::first_word(rest);
        let second = rest.split_whitespace().nth(1).unwrap_or("");
        // `the key that opens a lock` is a key, `the key part` is praised.
        let noun = first == "key" && matches!(second, "that" | "which" | "used" | "of" | "for");
        (noun || !PRAISE.has(&first)) && names_class(&format!("a {rest}"))
    })
}

/// The same of many: `ropes that moor boats`, `the parts of a rope`.
pub(super) fn names_classes(body: &str) -> bool {
    static LOOSE: Listed = Listed::new(
        "good best great better ideal key important main one two three some many most other \
        different also both all examples old new common certain several more less multiple those \
        things ways not major building fundamental",
    );
    static LINKS: Listed = Listed::new("of that which used designed where between for with");
    let lower = clause::unbracketed(body).to_lowercase();
    let rest = lower.strip_prefix("the ").unwrap_or(&lower);
    let all: Vec<&str> = rest.split_whitespace().collect();
    let head = all.iter().take_while(|w| !LINKS.has(w)).count();
    let plain = all.iter().take(head).all(|w| {
        w.chars().all(|c| c.is_alphanumeric() || c == '-')
            && !words::is_stop(w)
            && !w.ends_with("ly")
            && !clause::is_finite(w)
            && !LOOSE.has(w)
    });
    let many = head > 0 && lexicon::looks_plural(all[head - 1]);
    (1..=5).contains(&head) && plain && many && head < all.len()
}

#[cfg(test)]
mod tests {
    use super::names_class;

    #[test]
    fn a_class_and_which_of_it() {
        assert!(names_class("a rope that moors a boat"));
        assert!(names_class("managed service for mooring boats"));
        assert!(!names_class("a rope parts in a storm that lasts"));
        assert!(!names_class("the rope that parts first was tarred"));
        assert!(!names_class("an old rope of hemp can part"));
        assert!(!names_class("a rope"));
    }
}
