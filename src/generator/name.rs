//! Names: what a thing is called, in full, in short and by its letters.

use super::around;
use super::clause;
use super::enumerator::{counts_only, unnumbered};
use super::jotting;
use super::lexicon;
use super::listed::Listed;
use super::named;
use super::sentence;
use super::usage::{Usage, with_article};
use super::words;
use std::borrow::Cow;

/// A term as the notes write it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Name {
    /// As shown on cards: `Amazon Augmented AI (A2I)`.
    pub(super) full: String,
    /// Without what stands in brackets.
    pub(super) short: String,
    /// As it reads inside a sentence: with an article and a small letter where
    /// it is a common noun.
    pub(super) said: String,
    /// Other ways in which a text may mention it; lower case.
    pub(super) aliases: Vec<String>,
    /// Whether it begins like many other names of its document do.
    pub(super) branded: bool,
}

/// `High Availability`: what is said of availability is said of more.
fn narrows(first: &str) -> bool {
    static NARROW: Listed = Listed::new(
        "high low strong weak hot cold warm full partial hard soft horizontal vertical supervised \
        unsupervised provisioned reserved dedicated public private internal external custom \
        eventual synchronous asynchronous global local primary secondary",
    );
    NARROW.has(&first.to_lowercase())
}

impl Name {
    /// Reads a heading, a bold lead or a cell; `None` if it can't be a name.
    pub(super) fn of(raw: &str) -> Option<Self> {
        // Sentences are asked, too; with every prefix off they would be too long.
        if raw.len() > 100 && !raw.contains('#') && words::count(raw) > 20 {
            return None;
        }
        let mut t = unnumbered(sentence::strip_symbols(&untagged(raw.trim())))
            .replace('’', "'")
            .replace('⟨', "(")
            .replace('⟩', ")");
        t = t
            .trim_end_matches([':', '：', '.', ',', ' ', '-', '–', '—', '→', '='])
            .to_owned();
        t = t.trim_matches(['*', '"', '“', '”']).trim().to_owned();
        // A heading whose author forgot the space at either end.
        if t.ends_with("##") {
            t = unnumbered(t.trim_end_matches('#')).trim().to_owned();
        }
        let t = super::rich::tidy(&around::bare(&t));
        // Trailing emoji and marks (`S3 ⭐`, `[IMP]`) belong to the person.
        let t = t
            .trim_end_matches(|c: char| {
                !(c.is_alphanumeric()
                    || matches!(
                        c,
                        ')' | '+' | '#' | '`' | '%' | '）' | '」' | '²' | '*' | ']' | '"' | '\''
                    ))
            })
            .to_owned();
        let mut name = Self {
            short: t.clone(),
            said: String::new(),
            full: t,
            aliases: Vec::new(),
            branded: false,
        };
        name.brackets();
        if !named::plausible(&name.short) || words::count(&name.full) > 12 {
            return None;
        }
        name.gather_aliases();
        name.said.clone_from(&name.full);
        Some(name)
    }

    /// Settles how the name reads inside a sentence.
    pub(super) fn say(&mut self, usage: &Usage) {
        self.branded = usage.is_brand(&self.short);
        // A `Managed Harbour` isn't every harbour: only a maker's name may be
        // left out.
        if let Some((first, rest)) = self.short.split_once(' ')
            && (narrows(first) || usage.calm(first).starts_with(char::is_lowercase))
        {
            let rest = rest.to_lowercase();
            self.aliases.retain(|a| *a != rest || rest.contains(' '));
        }
        // A single word that the prose never uses may well be a product.
        let unseen = !self.full.contains(' ') && !usage.has_seen(&self.full);
        let calm = if unseen {
            self.full.clone()
        } else {
            usage.calm(&self.full)
        };
        self.said = if self.is_proper() || calm.starts_with(char::is_uppercase) && unseen {
            calm
        } else {
            with_article(&calm)
        };
    }

    /// Where the brackets open that tell of the name: `係船（けいせん）柱 (bollard)`
    /// reads its own word first.
    fn opening(&self) -> Option<usize> {
        let first = self.full.find(['(', '（'])?;
        let last = self.full.rfind(['(', '（'])?;
        let between = self.full[first..last].split_once(['）', ')']);
        let goes_on = between.is_some_and(|(_, rest)| rest.chars().any(words::is_unspaced));
        Some(if goes_on { last } else { first })
    }

    fn brackets(&mut self) {
        let Some(open) = self.opening() else {
            return;
        };
        let before = self.full[..open]
            .trim()
            .trim_end_matches([':', '-', ' '])
            .to_owned();
        let Some(close) = self.full.rfind([')', '）']) else {
            self.short = before.clone();
            self.full = before;
            return;
        };
        let bracket = self.full[open..].chars().next().map_or(1, char::len_utf8);
        // `Hawser (HW) and Painter (PT)`: two things, of which none is the name.
        let inner = self.full.get(open + bracket..close).unwrap_or("");
        if inner.find([')', '）']).is_some_and(|end| {
            let link = inner[end..].split(['(', '（']).next().unwrap_or("");
            [" and ", " & ", " or ", " / ", " + "]
                .iter()
                .any(|j| link.contains(j))
        }) {
            self.short.clear();
            return;
        }
        let after = self
            .full
            .get(close..)
            .unwrap_or("")
            .trim_start_matches([')', '）', ' ']);
        if words::count(after) > 3 {
            self.short.clear();
            return;
        }
        let inner = self
            .full
            .get(open + bracket..close)
            .unwrap_or("")
            .trim()
            .to_owned();
        if before.is_empty() {
            // `(second, optional)` is a remark and nothing else.
            let end = self.full.find([')', '）']).unwrap_or(close);
            let rest = self.full.get(end..).unwrap_or("");
            self.full = rest.trim_start_matches([')', '）', ' ']).to_owned();
            self.short.clone_from(&self.full);
            if !self.full.is_empty() {
                self.brackets();
            }
            return;
        }
        self.short = if after.is_empty() {
            before
        } else {
            format!("{before} {after}")
        };
        let acronym_of = is_initials(&inner, &self.short) || is_initials(&self.short, &inner);
        let lettered =
            !inner.contains(' ') && inner.chars().filter(|c| c.is_uppercase()).count() >= 2;
        if acronym_of || lettered {
            self.aliases.push(inner.to_lowercase());
        } else if words::count(&inner) > 4
            || inner.starts_with(char::is_lowercase)
            || counts_only(&inner)
            || jotting::shouts(&inner)
        {
            // A remark, not a name.
            self.full = self.short.clone();
        }
    }

    fn gather_aliases(&mut self) {
        self.aliases.push(self.short.to_lowercase());
        self.aliases.push(self.full.to_lowercase());
        let bare = bare(&self.short).to_lowercase();
        self.aliases.push(bare.clone());
        // `Sagemaker` for `SageMaker` is the same in lower case; the last words
        // of a long product name are how prose repeats it (`SageMaker Neo`).
        let parts: Vec<&str> = self.short.split_whitespace().collect();
        if parts.len() >= 3
            && parts
                .iter()
                .all(|p| p.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
        {
            self.aliases.push(parts[1..].join(" ").to_lowercase());
            if parts.len() >= 4 {
                self.aliases.push(parts[2..].join(" ").to_lowercase());
            }
        } else if parts.len() == 2
            && parts.iter().all(|p| p.starts_with(char::is_uppercase))
            && parts[1].chars().count() > 3
        {
            self.aliases.push(parts[1].to_lowercase());
        }
        let initials: String = self
            .short
            .split([' ', '-'])
            .filter_map(|w| w.chars().next())
            .filter(|c| c.is_alphabetic())
            .collect();
        if initials.chars().count() >= 3 {
            self.aliases.push(initials.to_lowercase());
        }
        self.aliases.retain(|a| a.chars().count() > 1);
        self.aliases.sort_by_key(|a| std::cmp::Reverse(a.len()));
        self.aliases.dedup();
    }

    /// Whether it is written like the name of one particular thing: capitals,
    /// digits or code inside.
    pub(super) fn is_proper(&self) -> bool {
        let mut parts = self.short.split_whitespace();
        let first = parts.next().unwrap_or("");
        let inner = |w: &str| {
            w.chars().skip(1).any(char::is_uppercase)
                || w.chars().any(char::is_numeric)
                || w.starts_with('`')
        };
        inner(first) || parts.any(|w| w.starts_with(char::is_uppercase) || inner(w))
    }

    /// Whether it needs no place to be known: by its make, its maker or its letters.
    pub(super) fn is_known(&self) -> bool {
        self.is_product() || self.branded || self.is_lettered()
    }

    /// Whether it can only be a name: a capital or digit inside a word.
    pub(super) fn is_product(&self) -> bool {
        self.short.split_whitespace().any(|w| {
            let acronym = w.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
                && !w.chars().any(char::is_numeric);
            let inner = w.chars().skip(1).any(char::is_uppercase) && !w.contains(['/', '&', '-']);
            inner && !acronym
                || w.starts_with(char::is_uppercase) && w.chars().any(|c| c.is_ascii_digit())
        })
    }

    /// Whether it goes by letters: `VPC`, `Tide Net (TN)`.
    pub(super) fn is_lettered(&self) -> bool {
        let capitals = |w: &str| w.chars().filter(|c| c.is_uppercase()).count() >= 2;
        self.short.split_whitespace().any(capitals)
            || self.full.split_once('(').is_some_and(|(_, r)| capitals(r))
    }

    /// Whether the last word is a plural noun; of `rules of a group` the one
    /// before `of`.
    pub(super) fn is_plural(&self) -> bool {
        let head = clause::before_preposition(self.short.as_str());
        head.split_whitespace().next_back().is_some_and(|w| {
            let letters = w.strip_suffix('s').unwrap_or("");
            lexicon::looks_plural(w)
                || letters.chars().count() > 1 && letters.chars().all(char::is_uppercase)
        })
    }

    /// Whether a question about it takes a plural verb: `What are target
    /// groups?`, but `What is SageMaker Pipelines?`.
    pub(super) fn counts_many(&self) -> bool {
        let common = self
            .said
            .split_whitespace()
            .next_back()
            .is_some_and(|w| w.starts_with(char::is_lowercase));
        let inner = self.short.split_whitespace().any(|w| {
            w.chars().skip(1).any(char::is_uppercase)
                && w.chars().any(char::is_lowercase)
                && !w.ends_with('s')
        });
        let last = self.short.split_whitespace().next_back().unwrap_or("");
        let single = last.to_lowercase();
        let single = single.strip_suffix('s').unwrap_or(&single);
        let known = lexicon::is_countable(single)
            || lexicon::kind_at_end(last).is_some()
            || single.strip_suffix('e').is_some_and(lexicon::is_countable)
            || last.chars().rev().skip(1).all(char::is_uppercase);
        let means = self.short.to_lowercase().ends_with("means");
        self.is_plural()
            && !means
            && (known || common || !self.is_proper())
            && (common || !self.is_proper() || !self.branded && !inner)
    }

    /// Whether a text mentions it, in any of its ways.
    pub(super) fn is_in(&self, lower_text: &str) -> bool {
        self.aliases
            .iter()
            .filter(|a| a.chars().count() > 2 || a.as_str() == self.short.to_lowercase())
            .any(|a| sentence::contains_words(lower_text, a))
    }
}

/// A heading without its tags: `Amazon Lex #important`.
pub(super) fn untagged(raw: &str) -> Cow<'_, str> {
    let tag = |word: &str| {
        let bare = word.trim_matches(['`', '*', '_']);
        bare.strip_prefix('#').is_some_and(|w| {
            w.starts_with(|c: char| c.is_alphabetic() || c == '~')
                && w.chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '~' | '%'))
        })
    };
    if !raw.contains('#') {
        return raw.into();
    }
    let mut kept: Vec<&str> = Vec::new();
    for (i, word) in raw.split(' ').enumerate() {
        if i == 0 || !tag(word) {
            kept.push(word);
        }
    }
    kept.join(" ").trim_end().to_owned().into()
}

fn bare(short: &str) -> &str {
    for article in ["The ", "the ", "A ", "An "] {
        if let Some(rest) = short.strip_prefix(article) {
            return rest;
        }
    }
    short
}

/// Whether the letters are the initials of the words.
pub(super) fn is_initials(letters: &str, phrase: &str) -> bool {
    let letters: Vec<char> = letters
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    let parts: Vec<String> = phrase
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    if letters.len() < 2 || parts.len() < 2 {
        return false;
    }
    let initials = |stops: bool| -> Vec<char> {
        parts
            .iter()
            .filter(|w| {
                stops
                    || !matches!(
                        w.as_str(),
                        "of" | "the" | "and" | "for" | "amazon" | "aws" | "in" | "to"
                    )
            })
            .filter_map(|w| w.chars().next())
            .collect()
    };
    letters == initials(true) || letters == initials(false)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_in_the_midst_of_a_name_ends_nothing() {
        let name = Name::of("一時（いちじ）係留 (Short Mooring)").unwrap();
        assert_eq!(name.short, "一時（いちじ）係留");
        assert_eq!(
            Name::of("係船柱（けいせんちゅう）").unwrap().short,
            "係船柱"
        );
    }

    #[test]
    fn what_is_said_of_all_is_not_said_of_some() {
        let aliases = |name: &str| {
            let mut name = Name::of(name).unwrap();
            name.say(&Usage::of(
                "Ports need High Availability. Is it High Availability?",
            ));
            name.aliases
        };
        assert!(aliases("Amazon Polly").contains(&"polly".to_owned()));
        assert!(!aliases("High Availability").contains(&"availability".to_owned()));
    }

    #[test]
    fn headings_are_read_as_names() {
        for (raw, full) in [
            ("1.2 Amazon S3:", "Amazon S3"),
            ("What is Amazon Polly?", "Amazon Polly"),
            ("What does TideBell do?", "TideBell"),
            ("What are ropes used for?", "ropes"),
            ("📦 Introduction to Glue", "Glue"),
            ("3. Kinesis Overview", "Kinesis"),
            ("EC2 (Elastic Compute Cloud)", "EC2 (Elastic Compute Cloud)"),
            ("Step Functions ⭐", "Step Functions"),
            ("S3 (important for the exam!)", "S3"),
            ("TideLamp (Lesson 183)", "TideLamp"),
            ("TideLamp (Lectures 3 & 4)", "TideLamp"),
        ] {
            assert_eq!(Name::of(raw).unwrap().full, full, "{raw}");
        }
        assert_eq!(Name::of("It is what it is"), None);
        assert_eq!(Name::of("→"), None);
        for nothing in [
            "Wrap-up",
            "最後に",
            "Fazit",
            "Lesson-3",
            "Hawser (HW) and Painter(PT) ropes",
        ] {
            assert_eq!(Name::of(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn a_name_is_recognised_by_its_letters() {
        let n = Name::of("Elastic MapReduce (EMR)").unwrap();
        assert_eq!(n.short, "Elastic MapReduce");
        assert!(n.is_in("run it on emr clusters"));
        assert!(
            Name::of("Amazon SageMaker Neo")
                .unwrap()
                .is_in("sagemaker neo, makes")
        );
        assert!(is_initials("S3", "Simple Storage Service") || !is_initials("S3", "x"));
    }

    #[test]
    fn proper_names_are_told_from_common_words() {
        assert!(Name::of("Amazon Polly").unwrap().is_proper());
        assert!(Name::of("XGBoost").unwrap().is_proper());
        assert!(!Name::of("Custom classification").unwrap().is_proper());
    }
}
