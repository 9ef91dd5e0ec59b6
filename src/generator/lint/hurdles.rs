//! Flaws that make a question hard without asking for more knowledge, and what
//! an item must carry to be learnt from.

use super::Flaw;
use super::item::{Item, Negative, Opt, plain};
use crate::domain::{Card, Choice, Text};
use crate::generator::words::words;

/// Longest stem in words, code and tables included.
const LONGEST: usize = 150;
/// Words that all options may begin or end with.
const REPEATED: usize = 4;

pub(super) fn look(item: &Item<'_>, out: &mut Vec<Flaw>) {
    negative(item, out);
    asking(item, out);
    if item.stem_words > LONGEST {
        let what = format!(
            "the stem has {} words: reading speed decides, not knowledge",
            item.stem_words
        );
        out.push(Flaw::new(
            "long-stem",
            what,
            "cut what no option depends on",
        ));
    }
    repeated(item, out);
    ranges(item, out);
    counts(item, out);
    letters(item, out);
}

fn negative(item: &Item<'_>, out: &mut Vec<Flaw>) {
    match item.negative() {
        None => return,
        Some(Negative::Hidden) => out.push(Flaw::new(
            "hidden-negative",
            "the question asks for what doesn't hold, and doesn't show it: it is easily misread",
            "ask for what holds, or write NOT in capitals",
        )),
        Some(Negative::Shown) => out.push(Flaw::new(
            "negative-stem",
            "the question asks for the exception: it tests care in reading, and an exception is seldom worth knowing",
            "ask for what holds",
        )),
    }
    let denies = |w: &String| {
        matches!(w.as_str(), "not" | "never" | "no" | "without" | "cannot") || w.ends_with("n't")
    };
    if item.options.iter().any(|o| o.words.iter().any(denies)) {
        let what = "a negative stem with a negative option must be thought through twice";
        out.push(Flaw::new(
            "double-negative",
            what,
            "state one of the two positively",
        ));
    }
}

fn asking(item: &Item<'_>, out: &mut Vec<Flaw>) {
    let lower = item.question.to_lowercase();
    if !item.prose.contains('?') {
        let what = "the stem asks nothing: it can't be answered with the options covered";
        out.push(Flaw::new("no-question", what, "end it with one question"));
    } else if [
        "which of the following is true",
        "which of the following is correct",
        "which of the following statements",
        "which statement is true",
        "which statement is correct",
        "which statements are true",
        "which is true",
    ]
    .iter()
    .any(|s| lower.contains(s))
    {
        let what = "the question can't be answered with the options covered: it is a row of true/false items";
        out.push(Flaw::new(
            "unfocused",
            what,
            "ask for one thing: which service, what happens, why",
        ));
    }
    let verdicts = item.options.iter().filter(|o| {
        let first = o.words.first().map_or("", String::as_str);
        matches!(first, "yes" | "no" | "true" | "false")
    });
    if item.options.len() == 2 || (item.options.len() > 2 && verdicts.count() == item.options.len())
    {
        let what = "this is true/false in disguise: half the guesses are right";
        out.push(Flaw::new(
            "true-false",
            what,
            "offer four courses of action or causes",
        ));
    }
}

fn repeated(item: &Item<'_>, out: &mut Vec<Flaw>) {
    let Some((first, rest)) = item.options.split_first().filter(|(_, r)| r.len() > 1) else {
        return;
    };
    let shared = |backwards: bool| {
        let of = |o: &[String], n: usize| match backwards {
            true => o.len().checked_sub(n + 1).and_then(|i| o.get(i).cloned()),
            false => o.get(n).cloned(),
        };
        let same = |n: &usize| {
            let word = of(&first.words, *n);
            word.is_some() && rest.iter().all(|o| of(&o.words, *n) == word)
        };
        (0..).take_while(same).count()
    };
    let (start, end) = (shared(false), shared(true));
    if start.max(end) >= REPEATED && first.words.len() > start.max(end) {
        let n = start.max(end);
        let words = match start >= end {
            true => first.words[..n].join(" "),
            false => first.words[first.words.len() - n..].join(" "),
        };
        let what = format!("every option repeats \"{words}\"");
        out.push(Flaw::new("repeated-text", what, "say it once, in the stem"));
    }
}

/// A range such as `5–20`, as the whole of an option's figures.
fn range(text: &str) -> Option<(f64, f64)> {
    let figures: String = text
        .chars()
        .map(|c| match c {
            '0'..='9' | '.' => c,
            '–' => '-',
            '-' => '-',
            ',' => '\u{0}',
            _ => ' ',
        })
        .filter(|c| *c != '\u{0}')
        .collect();
    let mut parts = figures.split_whitespace();
    let (from, to) = parts.next()?.split_once('-')?;
    if parts.next().is_some() {
        return None;
    }
    let range: (f64, f64) = (from.parse().ok()?, to.parse().ok()?);
    (range.0 < range.1).then_some(range)
}

/// Only ranges: an order of figures would be lost when options are shuffled.
fn ranges(item: &Item<'_>, out: &mut Vec<Flaw>) {
    let found: Option<Vec<_>> = item.options.iter().map(|o| range(&o.text)).collect();
    let Some(mut found) = found else { return };
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    if found.windows(2).any(|w| w[1].0 < w[0].1) {
        let what = "the ranges of two options overlap: a value may fit both";
        out.push(Flaw::new(
            "overlapping-numbers",
            what,
            "make the ranges exclude each other",
        ));
    }
}

fn counts(item: &Item<'_>, out: &mut Vec<Flaw>) {
    let keys = item.keys().count();
    let asked: Vec<String> = words(&item.question).collect();
    let told = asked.windows(2).find_map(|w| {
        let n = match w[1].as_str() {
            "two" => 2,
            "three" => 3,
            "four" => 4,
            _ => return None,
        };
        matches!(w[0].as_str(), "which" | "choose" | "select" | "what").then_some(n)
    });
    // "Which two lags?" may be answered by options that are pairs.
    let pairs = |o: &Opt| o.words.iter().any(|w| w == "and") || o.text.contains(',');
    let grouped = keys == 1 && item.options.iter().all(pairs);
    if let Some(n) = told.filter(|n| *n != keys && !grouped) {
        let what = format!("the stem asks for {n} and {keys} are right");
        out.push(Flaw::new(
            "wrong-count",
            what,
            "leave the number out: the program shows it, from the key",
        ));
    }
    let n = item.options.len();
    if keys > 1 && n < 5 {
        let what = format!("{keys} of {n} options are right: too few wrong ones to tempt");
        out.push(Flaw::new(
            "few-options",
            what,
            "multiple response has five or six options",
        ));
    } else if keys == 1 && n == 3 {
        let what = "three options: a guess is right once in three";
        out.push(Flaw::new(
            "few-options",
            what,
            "multiple choice has four options",
        ));
    }
}

/// Whether a text names an option by its letter.
fn names_letter(text: &str) -> bool {
    let tokens: Vec<&str> = text.split([' ', ',', ';', ':', '(', ')', '.']).collect();
    tokens.windows(2).any(|w| {
        let noun = matches!(
            w[0].to_lowercase().as_str(),
            "option" | "options" | "answer" | "answers" | "choice" | "choices"
        );
        let b = w[1].as_bytes();
        let letter = b.len() == 1 && b[0].is_ascii_uppercase() && b[0] < b'H';
        let capital = w[0].starts_with(char::is_uppercase) || w[1] != "A";
        noun && letter && capital
    })
}

fn letters(item: &Item<'_>, out: &mut Vec<Flaw>) {
    let choice = item.choice;
    let whys = choice.options.iter().filter_map(|o| o.why.as_ref());
    let mut texts = whys
        .chain(choice.explanation.as_ref())
        .chain([&choice.stem])
        .chain(choice.options.iter().map(|o| &o.text));
    if texts.any(|t| names_letter(&plain(t.as_str()))) {
        let what = "a letter names an option, and options are shuffled on every showing";
        out.push(Flaw::new(
            "names-a-letter",
            what,
            "say what the option says",
        ));
    }
}

/// What an item must carry: rationales, a reference and, for an exam, a task
/// statement and a concept.
pub(super) fn missing(card: &Card, choice: &Choice, of_exam: bool, out: &mut Vec<Flaw>) {
    let blank = |t: &Option<Text>| t.as_ref().is_none_or(Text::is_blank);
    let silent = choice.options.iter().filter(|o| blank(&o.why)).count();
    if silent > 0 {
        let what = match silent {
            1 => "an option has no rationale: a miss teaches nothing".to_owned(),
            n => format!("{n} options have no rationale: a miss teaches nothing"),
        };
        out.push(Flaw::new(
            "no-rationale",
            what,
            "say of each option why it is right, or what it really is",
        ));
    }
    if blank(&card.reference) {
        let what = "there is no reference: nobody can look it up";
        out.push(Flaw::new(
            "no-reference",
            what,
            "name the page that settles it",
        ));
    }
    if of_exam && card.task.is_none() {
        let what = "no task statement is named: the question weighs nothing";
        out.push(Flaw::new(
            "no-task",
            what,
            "name the blueprint's task it belongs to",
        ));
    }
    if of_exam && card.concept.is_none() {
        let what = "no concept is named: its like may come twice on a paper";
        out.push(Flaw::new(
            "no-concept",
            what,
            "name what it tests in a slug",
        ));
    }
}
