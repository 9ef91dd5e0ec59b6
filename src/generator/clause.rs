//! Clauses: whether a finite verb stands where, without a parser.

use super::lexicon;
use super::listed::Listed;
use std::borrow::Cow;

pub(super) fn first_word(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c == ',')
        .next()
        .unwrap_or("")
        .to_lowercase()
}

/// What stands before the first preposition of a phrase: `rules` of `rules of a
/// group`.
pub(super) fn before_preposition(phrase: &str) -> &str {
    [" of ", " for ", " in ", " on "]
        .iter()
        .fold(phrase, |h, p| h.split(p).next().unwrap_or(h))
}

pub(super) fn is_finite(word: &str) -> bool {
    {
        static WORDS: Listed = Listed::new(
            "is are was were can could may might will would must should has \
                    have had does do did don't doesn't didn't isn't aren't wasn't can't cannot won't \
                    couldn't wouldn't",
        );
        WORDS.has(word)
    }
}

/// Whether what follows a word that may be noun or verb makes it a verb: an
/// object does, a preposition or participle doesn't.
pub(super) fn governs_noun(second: &str, text: &str, at: usize) -> bool {
    let preposition = {
        static WORDS: Listed = Listed::new(
            "of for in on per that which with from to and or by at as are is \
                    without between such via vs can must may should will like using \
                    not where when if",
        );
        second.is_empty() || WORDS.has(second)
    };
    let third = text.split_whitespace().nth(2).unwrap_or("").to_lowercase();
    let participle = second.ends_with("ed")
        && matches!(
            third.as_str(),
            "on" | "by" | "in" | "for" | "with" | "at" | "from" | "to" | "as" | "using" | ""
        );
    let adverb = second.ends_with("ly") && lexicon::is_base_verb(&third);
    !preposition
        && !adverb
        && !participle
        && !text[at..].starts_with(',')
        && !second.starts_with(|c: char| !c.is_alphanumeric())
}

/// `build, train and deploy …`: a list of verbs.
pub(super) fn first_is_listed(text: &str) -> bool {
    let mut parts = text.splitn(2, [',', ' ']);
    let (Some(first), Some(rest)) = (parts.next(), parts.next()) else {
        return false;
    };
    let rest = rest
        .trim_start()
        .trim_start_matches("and ")
        .trim_start_matches("or ");
    (text[first.len()..].starts_with(',') || text[first.len()..].starts_with(" and "))
        && lexicon::is_base_verb(&first_word(rest))
}

pub(super) fn noun_like(rest: &str) -> bool {
    let first = first_word(rest);
    !first.ends_with("ed")
        && !first.ends_with("ly")
        && !first.ends_with("ing")
        && !{
            static WORDS: Listed = Listed::new(
                "not in on at also only able very more less as part similar \
                    available responsible good great best ideal suitable useful \
                    stateful stateless free for to from by",
            );
            WORDS.has(first.as_str())
        }
}

/// `speech to text service used …` after `is`: an article was forgotten.
pub(super) fn bare_noun(rest: &str) -> bool {
    let head: Vec<&str> = rest
        .split_whitespace()
        .take_while(|w| !matches!(*w, "used" | "that" | "which" | "for" | "designed"))
        .take(7)
        .collect();
    // `bound to sink`, `able to float`: what it will do or can.
    let fated = matches!(
        first_word(rest).as_str(),
        "bound" | "likely" | "able" | "about" | "due"
    );
    noun_like(rest)
        && !fated
        && head.len() > 1
        && lexicon::kind_at_end(&head.join(" ")).is_some_and(|(_, plural)| !plural)
}

/// `your second gate`, `Basalt's unified board`: its owner stands where an
/// article would.
pub(super) fn is_owned(rest: &str) -> bool {
    static OWNERS: Listed = Listed::new("your our my its their his her");
    let mut start = rest.split_whitespace().take(3);
    OWNERS.has(&first_word(rest)) || start.any(|w| w.ends_with("'s") || w.ends_with("’s"))
}

/// Whether a finite verb stands in the main clause of a noun phrase's text.
pub(super) fn has_own_verb(text: &str) -> bool {
    let mut previous = String::new();
    // `Router maps addresses`: one of these, and what it does.
    static ACTORS: Listed = Listed::new(
        "router client server user node host producer consumer leader worker scheduler broker sender \
        receiver pilot",
    );
    let text = unbracketed(text);
    let text = &*text;
    let mut words = text.split_whitespace().peekable();
    for i in 0..16 {
        let Some(raw) = words.next() else {
            break;
        };
        let word = raw.trim_matches(['"', '“', '”', ')']).to_lowercase();
        let bare = word.trim_end_matches([',', ';', ':', '.']);
        if {
            static WORDS: Listed = Listed::new(
                "that which who what whose where when so because if while as how \
                    whether unless whereas although",
            );
            WORDS.has(bare)
        } || word.starts_with('(')
        {
            return false;
        }
        let next = words.peek().copied().unwrap_or_default();
        let named_object = next.starts_with(char::is_uppercase);
        if i > 0 && is_finite(bare) {
            return true;
        }
        static OFTEN: Listed =
            Listed::new("usually often always never sometimes rarely typically mostly");
        if i > 0 && OFTEN.has(bare) {
            // `Pilots usually pick …`: the word before is still the subject.
            continue;
        }
        if i > 0
            && lexicon::looks_plural(&previous)
            && lexicon::is_base_verb(bare)
            && !previous.ends_with(',')
        {
            return true;
        }
        if i > 0
            && lexicon::base_of(bare).is_some()
            && !{
                static WORDS: Listed =
                    Listed::new("a an the of and or for in with by its to your their on from");
                WORDS.has(previous.as_str())
            }
            && (!lexicon::is_either(bare)
                || bare == "uses" && named_object
                || bare == "supports"
                || i == 1 && ACTORS.has(&previous) && text.starts_with(char::is_uppercase)
                || i == 1
                    && text.starts_with(char::is_uppercase)
                    && matches!(bare, "offers" | "uses" | "handles")
                // `The gate automatically scales`.
                || previous.len() > 4 && previous.ends_with("ly")
                || {
                    let follower = next.trim_matches([',', '(', '"', '.']).to_lowercase();
                    lexicon::is_determiner(&follower)
                        && !{
                            static WORDS: Listed = Listed::new(
                                "that which for in on from with to at by as into across over between",
                            );
                            WORDS.has(follower.as_str())
                        }
                })
        {
            return true;
        }
        if word.ends_with([',', ';', ':', '.']) {
            return false;
        }
        previous = bare.to_owned();
    }
    false
}

/// A text without what stands in brackets.
pub(super) fn unbracketed(text: &str) -> Cow<'_, str> {
    if !text.contains(['(', ')']) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut depth = 0usize;
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    // A bracket that never closes keeps its text.
    if depth > 0 { text.into() } else { out.into() }
}

#[cfg(test)]
mod tests {
    use super::has_own_verb;

    #[test]
    fn what_somebody_could_not_do_is_a_sentence() {
        assert!(has_own_verb("Pilots couldn't moor their boats at night"));
        assert!(!has_own_verb("The art of mooring boats that couldn't moor"));
    }
}
