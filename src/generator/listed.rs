//! Lists of words, written as prose is and looked up as a set.

use std::collections::HashSet;
use std::sync::OnceLock;

/// A list of words or phrases, split when it is first asked.
pub(super) struct Listed {
    set: OnceLock<Set>,
    text: &'static str,
    separator: char,
}

/// The words, and what most others are told from them by without a look.
struct Set {
    words: HashSet<&'static str>,
    /// A bit for each first byte, of 64 classes.
    heads: u64,
    /// A bit for each length in bytes, the last for all that are longer.
    lengths: u64,
}

fn head(word: &str) -> u64 {
    1 << (word.as_bytes().first().copied().unwrap_or(0) & 63)
}

fn length(word: &str) -> u64 {
    1 << word.len().min(63)
}

impl Listed {
    /// Words with spaces between.
    pub(super) const fn new(text: &'static str) -> Self {
        Self {
            set: OnceLock::new(),
            text,
            separator: ' ',
        }
    }

    /// Phrases with `|` between.
    pub(super) const fn phrases(text: &'static str) -> Self {
        Self {
            set: OnceLock::new(),
            text,
            separator: '|',
        }
    }

    /// Whether the word stands in the list.
    pub(super) fn has(&self, word: &str) -> bool {
        let set = self.set.get_or_init(|| {
            let parts = self.text.split(self.separator).map(str::trim);
            let words: HashSet<&str> = parts.filter(|p| !p.is_empty()).collect();
            Set {
                heads: words.iter().fold(0, |bits, w| bits | head(w)),
                lengths: words.iter().fold(0, |bits, w| bits | length(w)),
                words,
            }
        });
        set.heads & head(word) != 0 && set.lengths & length(word) != 0 && set.words.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_split_as_it_was_written() {
        static WORDS: Listed = Listed::new("one two three");
        static PHRASES: Listed = Listed::phrases("one two|three");
        assert!(WORDS.has("three") && !WORDS.has("one two") && !WORDS.has(""));
        assert!(PHRASES.has("one two") && !PHRASES.has("one"));
    }
}
