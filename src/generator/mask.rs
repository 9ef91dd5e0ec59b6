//! Give-aways: whether a description lets its own term show.
//!
//! A term's distinctive words, its aliases, and words related to them must not
//! stand in a text that asks for the term. Where one does, the card is dropped
//! rather than mended: a gap would only point at the place.

use super::lexicon;
use super::name::Name;
use super::words;
use std::collections::{HashMap, HashSet};

/// Words too general to give a name away.
const GENERAL: &str = " data model models machine learning amazon aws azure google cloud ai ml web system \
information computing time line ";

/// The words that many names of a deck share (`Amazon`, `SageMaker`).
#[derive(Debug, Default)]
pub(super) struct Family(HashSet<String>);

impl Family {
    pub(super) fn of<'a>(names: impl Iterator<Item = &'a Name>) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let mut all = 0usize;
        for name in names {
            all += 1;
            let unique: HashSet<String> = words::name_words(&name.short).into_iter().collect();
            for w in unique {
                *counts.entry(w).or_default() += 1;
            }
        }
        let floor = 3.max(all / 6);
        Self(
            counts
                .into_iter()
                .filter(|(_, n)| *n >= floor)
                .map(|(w, _)| w)
                .collect(),
        )
    }

    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

/// Whether the description would give the name away.
pub(super) fn gives_away(name: &Name, description: &str, family: &Family) -> bool {
    let lower = description.to_lowercase();
    if name
        .aliases
        .iter()
        .any(|a| !family.has(a) && !is_general(a) && super::sentence::contains_words(&lower, a))
    {
        return true;
    }
    // Of `TideLab` its parts are said as well.
    let parts = description
        .split_whitespace()
        .filter(|w| w.chars().skip(1).any(char::is_uppercase))
        .flat_map(words::name_words);
    let said: Vec<String> = words::words(&description.replace('-', " "))
        .chain(parts)
        .filter(|w| !words::is_stop(w))
        .collect();
    // `RMSE` shows in `MSE`.
    let loud = |w: &&str| w.len() > 2 && w.chars().all(|c| c.is_ascii_uppercase());
    let letters = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(loud)
            .map(str::to_owned)
            .collect()
    };
    let said_letters = letters(description);
    if letters(&name.short).iter().any(|own| {
        said_letters
            .iter()
            .any(|s| own != s && !family.has(&s.to_lowercase()) && own.contains(s.as_str()))
    }) {
        return true;
    }
    let spelt = super::clause::unbracketed(description);
    if super::name::is_initials(&name.short, spelt.trim_end_matches(['.', ' '])) {
        return true;
    }
    if spells_out(&name.short, description) || shares_characters(&name.short, description) {
        return true;
    }
    if super::language::sounds_in(&name.short, description)
        || super::language::says_in_another(&name.short, description)
    {
        return true;
    }
    let mut own: Vec<String> = words::name_words(&name.short)
        .into_iter()
        .filter(|w| !words::is_stop(w) && !family.has(w))
        .collect();
    // A name of general words only is known by them.
    if own.iter().any(|w| !is_general(w)) {
        own.retain(|w| !is_general(w));
    }
    // `Clustering (Agrupamento)`: the other tongue's word tells as much.
    let inner = name.full.split_once('(').map_or("", |(_, inner)| inner);
    let short = name.short.chars().any(|c| c.is_ascii_digit()) || name.is_lettered();
    if words::count(inner) <= 2 && !short {
        own.extend(words::words(inner).filter(|w| {
            w.chars().count() > 4 && !words::is_stop(w) && !family.has(w) && !is_general(w)
        }));
    }
    own.iter().any(|w| {
        said.iter()
            .any(|s| words::related(w, s) || is_lengthened(w, s))
    })
}

/// `IP` in `IPv4`, `Set` in `subset`: too short for `words::related`.
fn is_lengthened(own: &str, said: &str) -> bool {
    let set = own == "set" && said.ends_with(own);
    set || own.len() < 4 && said.len() > own.len() && {
        let rest = said.strip_prefix(own).unwrap_or("");
        let version = rest.strip_prefix('v').unwrap_or(rest);
        !version.is_empty() && version.bytes().all(|b| b.is_ascii_digit())
    }
}

/// Whether a run of words somewhere in the text has the name's letters as its
/// initials: `voice over networks` of `VoN`.
fn spells_out(short: &str, text: &str) -> bool {
    let unspaced = short.chars().any(words::is_unspaced);
    let acronyms = short.split_whitespace().filter_map(|w| {
        let own: String = w.chars().filter(char::is_ascii_alphabetic).collect();
        let capitals = own.chars().filter(char::is_ascii_uppercase).count();
        // `MaaS` stands for moorings as a service.
        let acronym = capitals * 2 >= own.len() && capitals > 1 && own.len() < 7;
        (acronym && own.len() > if unspaced { 1 } else { 2 }).then(|| own.to_uppercase())
    });
    let acronyms: Vec<String> = acronyms.collect();
    // With the small words and without them.
    !acronyms.is_empty()
        && [true, false].into_iter().any(|all| {
            let mut initials = String::new();
            for word in text
                .split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|w| !w.is_empty())
            {
                let small = matches!(
                    word,
                    "and" | "of" | "for" | "the" | "to" | "in" | "over" | "on" | "by" | "with"
                );
                let first = word.chars().next().map(|c| c.to_ascii_uppercase());
                match first.filter(char::is_ascii_uppercase).filter(|_| !small) {
                    Some(first) => initials.push(first),
                    None if small && !all => {}
                    None if small => initials.push(word.as_bytes()[0].to_ascii_uppercase().into()),
                    None => initials.push(' '),
                }
            }
            acronyms
                .iter()
                .any(|letters| initials.contains(letters.as_str()))
        })
}

/// Where words aren't spaced: whether half of the name's pairs of characters
/// stand in the text.
fn shares_characters(short: &str, text: &str) -> bool {
    let own: Vec<char> = short.chars().filter(|c| words::is_unspaced(*c)).collect();
    if own.len() < 3 {
        return false;
    }
    let pairs: Vec<String> = own.windows(2).map(|p| p.iter().collect()).collect();
    let shown = pairs.iter().filter(|p| text.contains(p.as_str())).count();
    shown * 2 >= pairs.len()
}

/// How many words of a text tell one thing from another.
pub(super) fn telling(text: &str) -> usize {
    let telling: std::collections::BTreeSet<String> = words::words(text)
        .filter(|w| !words::is_stop(w) && !is_general(w))
        .map(|w| words::stem(&w))
        .collect();
    let unspaced = words::content(text)
        .iter()
        .any(|w| w.chars().any(words::is_unspaced));
    if unspaced {
        return words::content(text).len();
    }
    telling.len()
}

/// Words that praise rather than describe.
const QUALITIES: &str = " scalable scale managed manage fully serverless durable secure cheap cheaper effective fast \
faster high highly performance flexible easy easily simple automatic automatically automated reliable \
efficient large small global powerful powered advanced custom customizable modern popular robust \
enterprise production ready purpose based provider offering comprehensive various specific general \
スケーラブル コスト 効率 高速 高品質 高性能 高耐久 大容量 フルマネージド マネージド 簡単 柔軟 安全 自動 自動的 自動化 \
提供 利用 使用 活用 可能 サービス 機能 データ 機械学習 クラウド ユーザー ユーザ アプリケーション アプリ 管理 対応 実行 \
サポート 場合 環境 ";

/// The words of a text by which one thing is told from another: neither
/// general nor praise. Stems; runs of one script where words aren't spaced.
pub(super) fn telling_words(text: &str) -> Vec<String> {
    let quality = |w: &str| QUALITIES.contains(&format!(" {w} "));
    let mut out: Vec<String> = Vec::new();
    for word in words::words(text) {
        if word.chars().any(words::is_unspaced) {
            out.extend(words::runs(&word).into_iter().filter(|r| !quality(r)));
        } else if !words::is_stop(&word) && !is_general(&word) && !quality(&word) {
            out.push(words::stem(&word));
        }
    }
    out.sort();
    out.dedup();
    out
}

/// Whether a word is too general to tell one thing from another.
pub(super) fn is_general(word: &str) -> bool {
    GENERAL.contains(&format!(" {word} ")) || lexicon::kind_at_end(word).is_some()
}

/// The words of a text or a name that carry meaning, with their meanings, so
/// that many names can be held against one description.
#[derive(Debug, Default, Clone)]
pub(super) struct Sense(Vec<(String, Vec<usize>)>);

impl Sense {
    pub(super) fn of_name(name: &Name) -> Self {
        let parts = words::name_words(&name.full).into_iter();
        Self::of(parts.filter(|w| !words::is_stop(w) && w.chars().count() > 1))
    }

    pub(super) fn of_text(text: &str) -> Self {
        Self::of(words::words(&text.replace('-', " ")).filter(|w| !words::is_stop(w)))
    }

    fn of(parts: impl Iterator<Item = String>) -> Self {
        Self(parts.map(|w| (w.clone(), words::meanings(&w))).collect())
    }

    /// How strongly a name is hinted at by a text: the number of words of the
    /// text that some word of the name is related to.
    pub(super) fn hints(&self, text: &Self) -> usize {
        text.0
            .iter()
            .filter(|(said, rows)| {
                self.0.iter().any(|(part, own)| {
                    rows.iter().any(|r| own.contains(r)) || words::related(part, said)
                })
            })
            .count()
    }
}

/// Whether an answer can be read off its own question.
pub(super) fn answer_shows(front: &str, back: &str) -> bool {
    let asked = words::content(front);
    let told = words::content(back);
    if told.is_empty() {
        // `0.5` or a sign: a number that stands in the question.
        let plain = back.trim().trim_end_matches('.').to_lowercase();
        return !plain.is_empty() && super::sentence::contains_words(&front.to_lowercase(), &plain);
    }
    let shared = told.iter().filter(|w| asked.contains(*w)).count();
    shared * 10 >= told.len() * 7
}

/// Whether a very short answer has a word of its question: `use case of
/// Translate` → `text translation`.
pub(super) fn answer_echoes(front: &str, back: &str) -> bool {
    let asked = words::content(&super::clause::unbracketed(front));
    let told = words::content(back);
    let last = |t: &str| {
        let t = t.trim_end_matches(['.', '?', '!', ')', '”']);
        t.split_whitespace().next_back().map(words::stem)
    };
    told.len() <= 2
        && told
            .iter()
            .any(|w| asked.contains(w) && w.chars().count() > 3)
        // `triggers` → `event driven triggers`
        || told.len() <= 3
            && last(super::clause::unbracketed(front).trim_end_matches(['?', ' ']))
                .is_some_and(|w| w.len() > 3 && Some(w) == last(back))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_shows_in_its_description_is_seen() {
        let family = Family::default();
        for (name, text) in [
            ("Amazon Translate", "a language translation service"),
            ("Feature Store", "keeps features for training"),
            ("Custom classification", "trains a classifier"),
            ("Elastic MapReduce (EMR)", "runs EMR clusters"),
            ("Amazon Textract", "extracts text from scans"),
            ("VoIP", "Voice over Internet Protocol 音声データ"),
            ("E-R図", "Entity-Relationship の図"),
            ("AWS ZQM", "the Zinc Quota Manager of a ring"),
            ("MaaS", "Moorings as a service, paid by the month"),
            ("Quay Translate", "船の言葉を翻訳するサービス"),
            ("Harbour Lab", "a room built on the open TideLab"),
            ("IP Insights", "learns which IPv4 addresses a ship uses"),
            ("Test Set", "a subset of the ropes that is kept apart"),
            (
                "Clustering (Agrupamento)",
                "agrupamentos de barcos sem nome",
            ),
        ] {
            assert!(
                gives_away(&Name::of(name).unwrap(), text, &family),
                "{name}"
            );
        }
        for (name, text) in [
            ("Amazon Polly", "turns text into speech"),
            ("Amazon Comprehend", "finds entities and sentiment"),
            ("AWS Data Pipeline", "moves data between stores"),
            ("Tide Log", "keeps a catalogue of ships"),
        ] {
            assert!(
                !gives_away(&Name::of(name).unwrap(), text, &family),
                "{name}"
            );
        }
    }

    #[test]
    fn an_answer_that_repeats_the_question_is_seen() {
        assert!(answer_shows(
            "What does S3 Versioning keep?",
            "versioning keeps"
        ));
        assert!(!answer_shows(
            "What does versioning do?",
            "Keeps old objects."
        ));
        assert!(answer_shows("X: 5 or more?", "5"));
    }
}
