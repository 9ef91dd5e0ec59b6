//! The one number of a sentence that can be left out: with a unit behind it, and
//! no part of a name, a date or a label.

use super::GAP;
use crate::generator::listed::Listed;

/// The sentence with a gap for its only number, and the number.
pub(super) fn number(sentence: &str) -> Option<(String, String)> {
    let mut found: Option<(usize, usize)> = None;
    let mut previous = "";
    for (start, word) in spans(sentence) {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        if digits == 0 {
            if number_word(word) {
                return None;
            }
            previous = word;
            continue;
        }
        // `Route 53`, `SAML 2.0`: the number is part of a name.
        let of_a_name = start > 0
            && previous.contains(char::is_uppercase)
            && previous.ends_with(char::is_alphanumeric)
            && !sentence[..start].trim_end().ends_with([':', '.'])
            && sentence[..start].trim_end().len() > previous.len();
        if of_a_name {
            return None;
        }
        let core =
            word.trim_matches(|c: char| matches!(c, '(' | ')' | ',' | '.' | ';' | ':' | '"'));
        let starts = core.starts_with(|c: char| c.is_ascii_digit());
        if !starts {
            // `S3`, `p90`, `~10`, `$5`: a name, or not a plain number.
            if core.starts_with(|c: char| c.is_alphabetic()) {
                previous = word;
                continue;
            }
            return None;
        }
        let unit: String = core
            .chars()
            .skip_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
            .collect();
        let value = &core[..core.len() - unit.len()];
        let year = value.len() == 4
            && (value.starts_with("19") || value.starts_with("20"))
            && unit.is_empty();
        let label = matches!(
            previous.to_lowercase().as_str(),
            "step"
                | "figure"
                | "chapter"
                | "part"
                | "version"
                | "section"
                | "level"
                | "layer"
                | "phase"
                | "type"
                | "top"
                | "http"
                | "python"
        );
        let simple = unit.is_empty()
            || unit == "%"
            || unit.chars().all(char::is_alphabetic)
                && unit.len() <= 3
                && (unit.len() > 1 || matches!(unit.as_str(), "s" | "h" | "m"))
                && !(unit == "s" && value.ends_with('0'))
                && !matches!(unit.as_str(), "st" | "nd" | "rd" | "th" | "x" | "D");
        // `0.0.0.0`, `10.2.1`: an address or a release.
        let dotted = value.matches('.').count() > 1;
        if found.is_some() || year || label || dotted || !simple || value == "1" || value == "0" {
            return None;
        }
        let inner = word.find(core)?;
        // `.2`: a part of something longer. `We can 5 copies`: a word is missing.
        if word[..inner].ends_with('.')
            || matches!(
                previous,
                "can" | "could" | "may" | "might" | "will" | "must" | "should"
            )
        {
            return None;
        }
        found = Some((start + inner, start + inner + value.len()));
        previous = word;
    }
    let (from, to) = found?;
    let after = sentence.get(to..)?;
    let unit = after.trim_start().chars().next()?;
    if !(unit.is_alphabetic() || unit == '%') {
        return None;
    }
    // `2 further features`: they are told below.
    static TOLD_BELOW: Listed = Listed::new(
        "features types kinds ways modes parts components reasons benefits methods categories \
        advantages elements principles pillars",
    );
    let listed = after
        .split_whitespace()
        .take(3)
        .take_while(|w| w.chars().all(char::is_alphabetic))
        .any(|w| TOLD_BELOW.has(&w.to_lowercase()));
    let mut counted = after.split_whitespace();
    let noun = counted.next().unwrap_or("");
    let old = matches!(counted.next(), Some(w) if w.starts_with("old") || w == "ago");
    // `Quay 365 is a port`: what is counted is missing, so it is a name.
    let named = matches!(noun, "is" | "are" | "was" | "has" | "can" | "does");
    let noun = noun
        .trim_end_matches(['.', ',', ')', ';', 's'])
        .to_lowercase();
    // `the 802.11 standards`, `the 6.5 release`: a number as a name.
    if old
        || listed
        || named
        || matches!(
            noun.as_str(),
            "type"
                | "kind"
                | "way"
                | "main"
                | "standard"
                | "protocol"
                | "release"
                | "version"
                | "edition"
                | "serie"
        )
    {
        return None;
    }
    let front = format!("{}{GAP}{after}", &sentence[..from]);
    // The unit stands in the question.
    Some((front, sentence[from..to].to_owned()))
}

fn number_word(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "hundred"
            | "thousand"
            | "million"
            | "billion"
    )
}

/// Words with where they start.
fn spans(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len() + 1;
        Some((start, word))
    })
}
