//! A question taken apart once, for all rules: plain words instead of Markdown.

use crate::domain::Choice;
use crate::generator::words::{content, words};
use std::collections::BTreeSet;

/// A question as the rules see it.
pub(super) struct Item<'a> {
    /// As it was written.
    pub(super) choice: &'a Choice,
    /// The stem without code blocks and tables, on one line.
    pub(super) prose: String,
    /// The stem's last sentence that asks, or its last sentence.
    pub(super) question: String,
    /// Words of the stem, code and tables included.
    pub(super) stem_words: usize,
    /// Stems of the words that carry the stem's subject.
    pub(super) subject: BTreeSet<String>,
    /// In the author's order.
    pub(super) options: Vec<Opt>,
}

/// An option as the rules see it.
pub(super) struct Opt {
    pub(super) key: bool,
    /// Without marks of Markdown, on one line.
    pub(super) text: String,
    /// In lower case.
    pub(super) words: Vec<String>,
    /// Stems of the words that carry its subject.
    pub(super) subject: BTreeSet<String>,
    /// Characters.
    pub(super) length: usize,
}

impl<'a> Item<'a> {
    pub(super) fn of(choice: &'a Choice) -> Self {
        let prose = prose(choice.stem.as_str());
        let options = choice.options.iter().map(|o| {
            let text = plain(o.text.as_str());
            Opt {
                key: o.correct,
                words: words(&text).collect(),
                subject: subject(&text),
                length: text.chars().count(),
                text,
            }
        });
        Self {
            choice,
            question: question(&prose),
            stem_words: words(choice.stem.as_str()).count(),
            subject: subject(choice.stem.as_str()),
            options: options.collect(),
            prose,
        }
    }

    /// The key, if there is exactly one.
    pub(super) fn key(&self) -> Option<&Opt> {
        let mut keys = self.keys();
        keys.next().filter(|_| keys.next().is_none())
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &Opt> {
        self.options.iter().filter(|o| o.key)
    }

    pub(super) fn distractors(&self) -> impl Iterator<Item = &Opt> {
        self.options.iter().filter(|o| !o.key)
    }

    /// Whether the key is longer than every distractor.
    pub(super) fn key_longest(&self) -> bool {
        self.key()
            .is_some_and(|k| self.distractors().all(|d| d.length < k.length))
    }

    /// The key's length by the distractors' mean.
    pub(super) fn key_by_mean(&self) -> Option<f64> {
        let key = self.key()?;
        let n = self.distractors().count();
        let sum: usize = self.distractors().map(|d| d.length).sum();
        (sum > 0).then(|| key.length as f64 * n as f64 / sum as f64)
    }

    /// A word of the stem's subject that stands in an option and in no other.
    pub(super) fn echo<'o>(&self, of: &'o Opt) -> Option<&'o str> {
        let words = of.subject.iter().filter(|w| self.subject.contains(*w));
        let mut alone = words.filter(|w| {
            let holders = self.options.iter().filter(|o| o.subject.contains(*w));
            holders.count() == 1
        });
        alone.next().map(String::as_str)
    }

    /// A word of the stem that stands in the key and in no distractor.
    pub(super) fn clang(&self) -> Option<&str> {
        self.key().and_then(|k| self.echo(k))
    }

    /// Whether the stem asks for what doesn't hold, and with which word.
    pub(super) fn negative(&self) -> Option<Negative> {
        let capitals: Vec<&str> = self
            .prose
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|w| !w.is_empty())
            .collect();
        for (i, w) in capitals.iter().enumerate() {
            let least = *w == "LEAST"
                && capitals.get(i + 1).is_some_and(|n| {
                    // "LEAST effort" bounds a solution; "LEAST likely" turns it round.
                    matches!(
                        *n,
                        "likely" | "suitable" | "appropriate" | "useful" | "true" | "helpful"
                    )
                });
            if least || matches!(*w, "NOT" | "EXCEPT" | "CANNOT") {
                return Some(Negative::Shown);
            }
        }
        let asked: Vec<String> = words(&self.question).collect();
        let from = asked.iter().rposition(|w| {
            matches!(
                w.as_str(),
                "which" | "what" | "why" | "how" | "who" | "where"
            )
        })?;
        let early = asked[from..].iter().take(6);
        let hidden = early
            .into_iter()
            .any(|w| matches!(w.as_str(), "not" | "except" | "cannot") || w.ends_with("n't"));
        hidden.then_some(Negative::Hidden)
    }
}

/// How a stem shows that it asks for what doesn't hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Negative {
    /// In capitals.
    Shown,
    /// In passing.
    Hidden,
}

/// Subject words that can give something away: no numbers, no short scraps.
fn subject(text: &str) -> BTreeSet<String> {
    let mut out = content(text);
    out.retain(|w| w.chars().count() > 2 && !w.chars().all(|c| c.is_numeric()));
    for broad in ["aws", "amazon", "sagemaker"] {
        out.remove(broad);
    }
    out
}

/// Text without the marks of inline Markdown, on one line.
pub(super) fn plain(text: &str) -> String {
    let bare: String = text.chars().filter(|c| !matches!(c, '`' | '*')).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A stem without its code blocks and tables.
fn prose(stem: &str) -> String {
    let mut code = false;
    let mut out = String::new();
    for line in stem.lines() {
        let line = line.trim();
        if line.starts_with("```") || line.starts_with("~~~") {
            code = !code;
        } else if !code && !line.starts_with('|') {
            out.push_str(line);
            out.push(' ');
        }
    }
    plain(&out)
}

fn question(prose: &str) -> String {
    let mut sentences: Vec<&str> = prose.split_inclusive(['?', '.', '!']).collect();
    sentences.retain(|s| s.chars().any(char::is_alphanumeric));
    let asks = sentences.iter().rev().find(|s| s.trim_end().ends_with('?'));
    asks.or(sentences.last())
        .map_or("", |s| s.trim())
        .to_owned()
}
