//! Usage: how a document writes its words, and so which of them are names and
//! which need an article inside a sentence.

use super::lexicon;
use super::listed::Listed;
use super::words;
use std::collections::{HashMap, HashSet};

/// How a document writes words inside its sentences: which are names.
#[derive(Debug, Default)]
pub(super) struct Usage {
    /// Lower-case word → how often small, how often with a capital.
    counts: HashMap<String, (u32, u32)>,
    /// First words that many headings and leads share: makers and families.
    brands: HashSet<String>,
}

impl Usage {
    pub(super) fn of(text: &str) -> Self {
        let mut counts: HashMap<String, (u32, u32)> = HashMap::new();
        for line in text.lines() {
            let mut inside = false;
            for raw in line.split(' ') {
                let word = raw.trim_matches(|c: char| !c.is_alphanumeric());
                if let Some(first) = word.chars().next().filter(|c| c.is_alphabetic()) {
                    let small = first.is_lowercase();
                    if small || inside {
                        let entry = counts.entry(word.to_lowercase()).or_default();
                        if small { entry.0 += 1 } else { entry.1 += 1 }
                    }
                }
                inside = !word.is_empty()
                    && !raw.ends_with(['.', ':', '!', '?', '*', '|'])
                    && word.starts_with(char::is_lowercase);
            }
        }
        Self {
            counts,
            brands: brands(text),
        }
    }

    /// Whether the prose uses the word.
    pub(super) fn has_seen(&self, word: &str) -> bool {
        self.counts.contains_key(&word.to_lowercase())
    }

    /// Whether the name begins like many others do (`Amazon …`, `Azure …`).
    pub(super) fn is_brand(&self, name: &str) -> bool {
        let first = name.split_whitespace().next().unwrap_or("").to_lowercase();
        name.contains(' ') && self.brands.contains(&first)
    }

    /// The first words of many names that the prose never writes small, if it has
    /// them at all: makers.
    pub(super) fn makers(&self) -> HashSet<String> {
        let brands = self.brands.iter().cloned();
        brands
            .filter(|b| self.is_always_named(b) || !self.has_seen(b))
            .collect()
    }

    /// Whether the first word is a name of its own, which the prose writes with a
    /// capital alone.
    pub(super) fn is_own_name(&self, name: &str) -> bool {
        let first = name.split_whitespace().next().unwrap_or("").to_lowercase();
        let counted = self.counts.get(&first);
        counted.is_some_and(|(small, big)| *small == 0 && *big > 0) && !is_common(&first)
    }

    /// Whether the prose never writes a word small, though it may end like a
    /// common one (`Recollection`).
    pub(super) fn is_always_named(&self, word: &str) -> bool {
        let low = word.to_lowercase();
        let enough = if is_common(&low) { 3 } else { 1 };
        let counted = self.counts.get(&low);
        counted.is_some_and(|(small, big)| *small == 0 && *big >= enough)
    }

    /// Whether the prose seldom writes a word small.
    pub(super) fn is_mostly_named(&self, word: &str) -> bool {
        let counted = self.counts.get(&word.to_lowercase());
        counted.is_some_and(|(small, big)| *big > small * 4)
    }

    /// The phrase with a small first letter, unless the word is a name.
    pub(super) fn calm(&self, phrase: &str) -> String {
        let first = phrase.split_whitespace().next().unwrap_or("");
        let word = first.trim_matches(|c: char| !c.is_alphanumeric());
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let plain = letters.next().is_some()
            && word
                .chars()
                .skip(1)
                .all(|c| c.is_lowercase() || c == '-' || c == '\'');
        let titled = phrase
            .split_whitespace()
            .skip(1)
            .any(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()));
        // `High Availability Zones` is a name, `On Amazon S3` begins a phrase.
        let adjective = {
            static ADJECTIVES: Listed =
                Listed::new("high low large small new long short main single user same simple");
            ADJECTIVES.has(&word.to_lowercase())
        };
        let named = adjective && titled;
        let article = matches!(word, "A" | "An" | "The")
            && !matches!(
                phrase.split_whitespace().nth(1),
                None | Some("and" | "or" | "record" | "records")
            )
            || words::is_stop(&word.to_lowercase())
                && capital
                && plain
                && !named
                && phrase.contains(' ');
        if !article && (!capital || !plain || titled) {
            return phrase.to_owned();
        }
        let lower = word.to_lowercase();
        let common = match self.counts.get(&lower) {
            Some((small, big)) => small > big,
            None => is_common(&lower),
        };
        if article || common {
            let mut chars = phrase.chars();
            chars
                .next()
                .map(|c| c.to_lowercase().chain(chars).collect())
                .unwrap_or_default()
        } else {
            phrase.to_owned()
        }
    }
}

impl Usage {
    /// A title in small letters, but for words that the sentences write with a
    /// capital.
    pub(super) fn quiet(&self, title: &str) -> String {
        let small = |word: &str| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            let capitals = bare.chars().filter(|c| c.is_uppercase()).count();
            let titled = capitals == 1
                && bare.starts_with(char::is_uppercase)
                && !bare.chars().any(char::is_numeric);
            let low = bare.to_lowercase();
            let name = self
                .counts
                .get(&low)
                .is_some_and(|(small, big)| big > small && *big > 1)
                || self.brands.contains(&low);
            match titled && (!name || is_common(&low)) {
                true => word.to_lowercase(),
                false => word.to_owned(),
            }
        };
        title.split(' ').map(small).collect::<Vec<_>>().join(" ")
    }
}

pub(super) fn brands(text: &str) -> HashSet<String> {
    let mut seen: HashMap<String, HashSet<&str>> = HashMap::new();
    for line in text.lines() {
        let name = line.trim_start_matches(|c: char| !c.is_alphabetic());
        let marked = name.len() < line.len();
        let end = name
            .find(['*', ':', '|', '(', '→', '–', '—', '='])
            .into_iter()
            .chain(name.find(" - "))
            .chain(name.find("->"))
            .chain(name.find("&rarr;"))
            .min()
            .unwrap_or(name.len());
        let name = name[..end].trim();
        let mut parts = name.split_whitespace();
        if let (true, Some(first), Some(second)) = (marked, parts.next(), parts.next())
            && name.len() < 60
            && first.starts_with(char::is_uppercase)
            && second.starts_with(char::is_uppercase)
            && !is_common(&first.to_lowercase())
        {
            seen.entry(first.to_lowercase()).or_default().insert(name);
        }
    }
    seen.into_iter()
        .filter(|(_, names)| names.len() >= 3)
        .map(|(w, _)| w)
        .collect()
}

/// Whether a word that the document doesn't show inside a sentence is most
/// likely a common one.
pub(super) fn is_common(word: &str) -> bool {
    words::is_stop(word)
        || lexicon::is_base_verb(word)
        || lexicon::is_countable(word)
        || super::aspect::is_attribute(word)
        || lexicon::kind_at_end(word).is_some()
        || [
            "ing", "tion", "sion", "ness", "ity", "ment", "ance", "ence", "ised", "ized", "able",
            "al", "ic", "ive", "ous", "less", "age",
        ]
        .iter()
        .any(|e| word.ends_with(e))
}

/// A common noun that is counted needs an article; what it counts of stands
/// after `of`.
pub(super) fn with_article(noun: &str) -> String {
    let first = noun.split_whitespace().next().unwrap_or("");
    let whole = noun.split(" of ").next().unwrap_or(noun);
    let definite = whole.len() < noun.len();
    let whole = whole.split(" (").next().unwrap_or(whole);
    let head = whole
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .trim_end_matches(')');
    let has_one = matches!(
        first.to_lowercase().as_str(),
        "a" | "an" | "the" | "each" | "one" | "no" | "every" | "all" | "any"
    );
    let inner = whole.split_whitespace().skip(1).any(|w| {
        static WORDS: Listed = Listed::new("a an the in on for with to from by at is as");
        WORDS.has(w)
    });
    if has_one
        || inner
        || first.ends_with("ing") && whole.contains(' ') && !lexicon::is_countable(head)
        || !lexicon::is_countable(&head.to_lowercase())
    {
        return noun.to_owned();
    }
    let vowel =
        noun.starts_with(['a', 'e', 'i', 'o', 'A', 'E', 'I', 'O']) || noun.starts_with("un");
    match (definite, vowel) {
        (true, _) => format!("the {noun}"),
        (false, true) => format!("an {noun}"),
        (false, false) => format!("a {noun}"),
    }
}
