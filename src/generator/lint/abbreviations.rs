//! Abbreviations that are never spelt out.

use super::item::plain;
use crate::domain::{Card, Choice, Face};
use std::collections::BTreeSet;

/// What everyone who works with computers reads without a full name.
const COMMON: &str = " AWS API APIS CPU CPUS GPU GPUS RAM SSD HDD GB TB MB KB PB GIB MIB TIB CSV JSON XML HTML PDF SQL \
HTTP HTTPS URL URLS URI IP TCP UDP SSH SSL TLS ID IDS OK UTC US EU UK SDK CLI UI IDE OS PNG JPEG JPG GIF MP3 MP4 WAV \
AI ML IT S3 EC2 DNA ISO USD EUR USA NOT LEAST BEST MOST FIRST TWO THREE FOUR ALL EXCEPT ANY AND OR ONLY MINIMUM \
TRUE FALSE NULL NAN YES NO IF FROM TO IN GET PUT POST SELECT WHERE JOIN GROUP BY ORDER LAST NEXT HIGHEST LOWEST LOW HIGH EVEN \
LITTLE SUPER XL XS MW KW DNS REST FEWEST LONGEST CANNOT COST FASTEST CHEAPEST SMALLEST LARGEST AM PM TV HR VIP Q1 Q2 Q3 Q4 ";

fn is_short_form(token: &str) -> bool {
    let letters = token.chars().filter(char::is_ascii_uppercase).count();
    let rest = token.trim_end_matches('s');
    letters >= 2
        && (2..=6).contains(&rest.len())
        && rest
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        && rest.starts_with(|c: char| c.is_ascii_uppercase())
}

fn short_forms(text: &str) -> impl Iterator<Item = String> + '_ {
    let tokens = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/' | '=')));
    tokens
        .map(|t| t.trim_matches(['.', ':', '-', '/', '=']))
        .filter(|t| is_short_form(t))
        .map(|t| t.trim_end_matches('s').to_owned())
}

fn texts(card: &Card) -> Vec<&str> {
    match &card.face {
        Face::Flashcard(f) => vec![f.front.as_str(), f.back.as_str()],
        Face::Choice(c) => {
            let options = c.options.iter().map(|o| &o.text);
            let whys = c.options.iter().filter_map(|o| o.why.as_ref());
            [&c.stem]
                .into_iter()
                .chain(options)
                .chain(whys)
                .chain(&c.explanation)
                .map(|t| t.as_str())
                .collect()
        }
    }
}

/// Short forms that some card explains: in brackets after words whose initials
/// they are, or followed by such words.
pub(super) fn spelt_out<'a>(cards: impl Iterator<Item = &'a Card>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for card in cards {
        let text = plain(&texts(card).join(" "));
        let words: Vec<&str> = text
            .split([' ', '(', ')', '-', ',', ';', ':', '/', '–'])
            .filter(|w| !w.is_empty())
            .collect();
        for (i, w) in words.iter().enumerate() {
            let short = w
                .trim_matches(|c: char| !c.is_alphanumeric())
                .trim_end_matches('s');
            if !is_short_form(short) || out.contains(short) {
                continue;
            }
            // A product is called by its short name: Amazon EMR.
            let product = i > 0 && matches!(words[i - 1], "Amazon" | "AWS");
            let before = &words[i.saturating_sub(short.len() + 3)..i];
            let after = &words[i + 1..(i + short.len() + 4).min(words.len())];
            if product || initials(before, short) || initials(after, short) {
                out.insert(short.to_owned());
            }
        }
    }
    out
}

/// Whether the letters begin words of the phrase, in order (the last letters of
/// a short form may come from inside a word: `XML`).
fn initials(phrase: &[&str], short: &str) -> bool {
    let wanted: Vec<char> = short
        .chars()
        .filter(char::is_ascii_alphabetic)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let mut left = wanted.iter();
    let mut next = left.next();
    let mut hits = 0;
    for w in phrase {
        let first = w.chars().next().map(|c| c.to_ascii_lowercase());
        if first.is_some() && first == next.copied() && !is_short_form(w) {
            hits += 1;
            next = left.next();
        }
    }
    hits >= 2 && hits + 1 >= wanted.len()
}

/// Short forms of a question that aren't explained anywhere.
pub(super) fn unknown(choice: &Choice, known: &BTreeSet<String>) -> BTreeSet<String> {
    let options = choice.options.iter().map(|o| &o.text);
    let mut out = BTreeSet::new();
    let mut code = false;
    for text in [&choice.stem].into_iter().chain(options) {
        for line in text.as_str().lines() {
            if line.trim_start().starts_with("```") {
                code = !code;
            } else if !code {
                // Names in code are no words.
                let bare: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" ");
                out.extend(short_forms(&plain(&bare)));
            }
        }
    }
    out.retain(|s| !known.contains(s) && !COMMON.contains(&format!(" {} ", s.to_uppercase())));
    out
}
