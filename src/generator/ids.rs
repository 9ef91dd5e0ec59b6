//! Slugs: the lawful, readable part of an id.

use super::words;
use std::collections::{HashMap, HashSet};

/// The longest slug in bytes; two of them and a suffix fit an id.
const MAX_BYTES: usize = 48;

/// Lower-case letters and digits joined by `-`.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let mut buffer = String::new();
        if c.is_alphanumeric() {
            buffer.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
        } else if c == '+' && !out.is_empty() && !out.ends_with('-') {
            buffer.push_str("-plus");
        } else if !out.is_empty() && !out.ends_with('-') && c != '\'' && c != '’' {
            buffer.push('-');
        }
        if out.len() + buffer.len() > MAX_BYTES {
            break;
        }
        out.push_str(&buffer);
    }
    let trimmed = out.trim_matches('-');
    if trimmed.is_empty() {
        "x".to_owned()
    } else {
        trimmed.to_owned()
    }
}

/// A slug for a fact without a lead: its first words of substance.
pub(super) fn keywords(text: &str) -> String {
    let mut chosen: Vec<String> = Vec::new();
    for word in words::words(text) {
        if !words::is_stop(&word) && !chosen.contains(&word) {
            chosen.push(word);
        }
        if chosen.len() == 3 {
            break;
        }
    }
    slug(&chosen.join(" "))
}

/// Hands out ids, each only once.
#[derive(Debug, Default)]
pub(super) struct Names {
    taken: HashSet<String>,
    /// The next number to try after an id, so that many alike stay cheap.
    next: HashMap<String, usize>,
}

impl Names {
    /// The id itself, or with the smallest number that makes it unique.
    pub(super) fn unique(&mut self, id: &str) -> String {
        if self.taken.insert(id.to_owned()) {
            return id.to_owned();
        }
        let next = self.next.entry(id.to_owned()).or_insert(2);
        loop {
            let candidate = format!("{id}-{next}");
            *next += 1;
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
        }
    }

    /// Reserves an id; whether it was free.
    pub(super) fn take(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::check_id;

    #[test]
    fn slugs_are_lawful() {
        for (text, expected) in [
            ("Amazon Comprehend", "amazon-comprehend"),
            ("  K-fold (cross) validation! ", "k-fold-cross-validation"),
            ("DeepAR+", "deepar-plus"),
            ("don't", "dont"),
            ("???", "x"),
            (".hidden", "hidden"),
        ] {
            assert_eq!(slug(text), expected);
        }
        for text in [
            "日本語のとても長い見出しがここにあるので切られなければならない",
            "İstanbul",
            "ﬁne",
        ] {
            assert!(check_id(&slug(text)).is_ok(), "{}", slug(text));
        }
        assert!(slug(&"word ".repeat(99)).len() <= MAX_BYTES);
    }

    #[test]
    fn an_id_is_given_once() {
        let mut names = Names::default();
        assert_eq!(names.unique("a"), "a");
        assert_eq!(names.unique("a"), "a-2");
        assert_eq!(names.unique("a"), "a-3");
    }
}
