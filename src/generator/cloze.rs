//! Cloze: a sentence with its one deciding word left out, a number or one of
//! two opposites. A sentence with several such words decides nothing.

use super::lexicon;
use super::name::Name;
use super::sentence;
use super::statement::Statement;
use super::words;

/// What stands for the word.
const GAP: &str = "____";

/// Front and back of a cloze, if the sentence decides one thing.
pub(super) fn make(text: &str, statement: &Statement, name: &Name) -> Option<(String, String)> {
    let text = sentence::trim(text);
    let whole = whole_sentence(&text, statement, name);
    let lower = whole.to_lowercase();
    let illustrates = ["such as", "for example", "e.g.", "for instance", "i.e."]
        .iter()
        .any(|e| lower.contains(e));
    if illustrates
        || sentence::split(&text).len() > 1
        || words::count(&whole) < 6
        || words::count(&whole) > 34
        || whole.contains('`')
    {
        return None;
    }
    number(&whole)
        .or_else(|| opposite(&whole))
        .filter(|(front, _)| !front.starts_with(GAP))
}

/// The sentence with its subject named.
fn whole_sentence(text: &str, statement: &Statement, name: &Name) -> String {
    let named = name.is_in(&text.to_lowercase());
    let body = statement.body.trim_end_matches('.');
    let out = if named && !statement.about_term {
        text.trim_end_matches('.').to_owned()
    } else if statement.about_term {
        let verb = match statement.form {
            super::statement::Form::Noun
            | super::statement::Form::Used
            | super::statement::Form::Fragment => {
                if statement.plural {
                    "are "
                } else {
                    "is "
                }
            }
            _ => "",
        };
        format!("{} {verb}{body}", name.full)
    } else {
        format!("{}: {}", name.full, text.trim_end_matches('.'))
    };
    format!("{out}.")
}

fn number(sentence: &str) -> Option<(String, String)> {
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
            && previous.starts_with(char::is_uppercase)
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
        if found.is_some() || year || label || !simple || value == "1" || value == "0" {
            return None;
        }
        let inner = word.find(core)?;
        found = Some((start + inner, start + inner + value.len()));
        previous = word;
    }
    let (from, to) = found?;
    let after = sentence.get(to..)?;
    let unit = after.trim_start().chars().next()?;
    if !(unit.is_alphabetic() || unit == '%') {
        return None;
    }
    let front = format!("{}{GAP}{after}", &sentence[..from]);
    let next: String = after
        .split_whitespace()
        .next()
        .unwrap_or("")
        .trim_end_matches(['.', ',', ')', ';'])
        .to_owned();
    let value = &sentence[from..to];
    let glued = after.starts_with(|c: char| !c.is_whitespace());
    let unit = next.len() <= 3 && !next.is_empty()
        || matches!(
            next.as_str(),
            "hours"
                | "hour"
                | "days"
                | "minutes"
                | "seconds"
                | "months"
                | "years"
                | "weeks"
                | "nines"
                | "percent"
                | "milliseconds"
        );
    let back = match (glued, unit) {
        (true, _) => format!("{value}{next}"),
        (false, true)
            if next.chars().all(char::is_alphabetic)
                && !matches!(
                    next.as_str(),
                    "per" | "of" | "API" | "and" | "or" | "for" | "in" | "to" | "x"
                ) =>
        {
            format!("{value} {next}")
        }
        _ => value.to_owned(),
    };
    Some((front, back))
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

fn opposite(sentence: &str) -> Option<(String, String)> {
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::generator::statement;

    fn made(text: &str) -> Option<(String, String)> {
        let name = Name::of("Kinesis").unwrap();
        make(text, &statement::read(text, &name), &name)
    }

    #[test]
    fn one_number_is_left_out() {
        assert_eq!(
            made("Data is automatically replicated to 3 AZs")
                .map(|c| c.1)
                .as_deref(),
            Some("3 AZs")
        );
        assert_eq!(
            made("It keeps every record for 24 hours by default"),
            Some((
                "Kinesis keeps every record for ____ hours by default.".into(),
                "24 hours".into()
            ))
        );
        assert_eq!(
            made("It keeps records for 24 hours and up to 365 days"),
            None
        );
        assert_eq!(made("It was launched by the company in 2013 already"), None);
    }

    #[test]
    fn one_of_two_opposites_is_left_out() {
        assert_eq!(
            made("Security groups are stateful and apply to instances"),
            Some((
                "Kinesis: Security groups are ____ and apply to instances (stateful or stateless?)"
                    .into(),
                "Stateful".into()
            ))
        );
        assert_eq!(
            made("Groups are stateful while lists are stateless here"),
            None
        );
        assert_eq!(made("The groups are not stateful in this service"), None);
    }
}
