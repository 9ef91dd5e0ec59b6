//! The one word of a sentence that has an opposite and decides what is said:
//! `stateful` or `stateless`.

use super::GAP;
use crate::generator::lexicon;
use crate::generator::sentence;

/// The sentence with a gap for that word, both to choose from, and the word.
pub(super) fn opposite(sentence: &str) -> Option<(String, String)> {
    let lower = sentence.to_lowercase();
    if lower.len() != sentence.len() {
        return None;
    }
    let mut found: Option<(usize, &str, &str)> = None;
    for (a, b) in lexicon::OPPOSITES {
        for (word, other) in [(a, b), (b, a)] {
            if let Some(at) = sentence::find_words(&lower, word) {
                let again = sentence::contains_words(&lower[at + word.len()..], word);
                let overlaps = found.is_some_and(|(f, w, _)| f <= at && at < f + w.len());
                if overlaps {
                    continue;
                }
                if again || sentence::contains_words(&lower, other) || found.is_some() {
                    return None;
                }
                found = Some((at, word, other));
            }
        }
    }
    let (at, word, other) = found?;
    // A hyphen makes it part of another word (`non-linear`), a negation turns it.
    let before = lower[..at].trim_end();
    if lower[..at].ends_with('-')
        || before.ends_with("not")
        || before.ends_with("n't")
        || before.ends_with("no")
        || before.ends_with("non")
    {
        return None;
    }
    let (first, second) = if word < other {
        (word, other)
    } else {
        (other, word)
    };
    let front = format!(
        "{}{GAP}{} ({first} or {second}?)",
        &sentence[..at],
        &sentence[at + word.len()..].trim_end_matches('.')
    );
    Some((front, sentence::capitalised(word)))
}
