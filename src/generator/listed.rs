//! Lists of words, written as prose is and looked up as a set.

use std::collections::HashSet;
use std::sync::OnceLock;

/// A list of words or phrases, split when it is first asked.
pub(super) struct Listed {
    set: OnceLock<HashSet<&'static str>>,
    text: &'static str,
    separator: char,
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
        let split = || {
            let parts = self.text.split(self.separator).map(str::trim);
            parts.filter(|p| !p.is_empty()).collect()
        };
        self.set.get_or_init(split).contains(word)
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
