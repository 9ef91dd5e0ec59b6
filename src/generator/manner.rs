//! The manner of an answer: whether a text defines its part, says what it does,
//! what it is for or what it is like, by how it begins.

use super::clause;
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::parts::enumerates;
use super::statement::{self, Form, Statement};
use super::words;

/// What a text does with the part it stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// `a key that …`, `adding random text …`
    Definition,
    /// `automatically detects …`
    Action,
    /// `can view tables`
    Power,
    /// `configure objects to …`, `designed to …`
    Aim,
    /// `used to …`
    Use,
    /// `held for …`, `symmetric, …`, `good for …`
    Quality,
    /// `lemon, lime, orange`
    Examples,
    /// `use a key …`, `you can …`: what one should do.
    Advice,
    /// A sentence with a subject of its own.
    Sentence,
}

/// Whether a text shows an instance or a path instead of saying what something
/// is: `e.g. …`, `A → B`, a question.
pub(super) fn illustrates(text: &str) -> bool {
    let low = text.trim_start().to_lowercase();
    [
        "e.g",
        "eg.",
        "eg ",
        "ex.",
        "for example",
        "for instance",
        "such as",
        "including ",
        "includes ",
        "include ",
        "like ",
        "i.e",
        "same as ",
        "same for ",
        "as above",
    ]
    .iter()
    .any(|p| low.starts_with(p))
        || ["? ", "?\"", "?”"].iter().any(|a| text.contains(a))
        || !["a ", "an ", "the "].iter().any(|a| low.starts_with(a))
            && ["->", "→", "=>", "➡"].iter().any(|a| text.contains(a))
}

/// `a producer produces messages`: a noun that acts, not a definition.
pub(super) fn tells_of_another(statement: &Statement) -> bool {
    if statement.form != Form::Noun {
        return false;
    }
    let mut parts = statement.body.split_whitespace();
    let article = parts.next().unwrap_or("");
    let (noun, verb, next) = (parts.next(), parts.next(), parts.next());
    let (Some(noun), Some(verb), Some(next)) = (noun, verb, next) else {
        return false;
    };
    matches!(article, "a" | "an" | "the")
        && !noun.ends_with(',')
        && !lexicon::looks_plural(noun)
        && lexicon::base_of(verb).is_some()
        && (!lexicon::is_either(verb)
            || lexicon::looks_plural(next)
            || lexicon::is_determiner(next))
        && !matches!(
            next,
            "of" | "for"
                | "in"
                | "on"
                | "that"
                | "to"
                | "with"
                | "from"
                | "by"
                | "as"
                | "at"
                | "into"
                | "without"
                | "across"
                | "between"
                | "through"
                | "against"
                | "over"
        )
}

/// Reads how a text begins. The statement comes back, read with the part as its
/// subject where the text names it.
pub(super) fn read(part: &str, text: &str, statement: &Statement) -> (Manner, Statement) {
    let own = Name::of(part)
        .filter(|name| name.is_in(&first_words(text).to_lowercase()))
        .map(|name| statement::read(text, &name))
        .filter(|own| own.about_term);
    let mut statement = own.unwrap_or_else(|| statement.clone());
    // `Block blobs, append blobs`: nouns that could be orders.
    if statement.form == Form::Base && !orders(&statement.body) && enumerates(&statement.body) {
        statement.form = Form::Fragment;
    }
    let body = statement.body.as_str();
    let own_words: Vec<String> = body
        .split_whitespace()
        .take(3)
        .map(|w| {
            w.trim_matches(|c: char| !c.is_alphanumeric() && c != '-')
                .to_lowercase()
        })
        .collect();
    let word = |i: usize| own_words.get(i).map_or("", String::as_str);
    let (first, second) = (word(0), word(1));
    static ADVICE: Listed = Listed::new(
        "use enable choose avoid ensure make check remember consider prefer keep must should don't \
        try add select apply look you we need needs see do always never if can't cannot",
    );
    static AIMED: Listed = Listed::new(
        "created designed intended built made needed required introduced developed meant",
    );
    let article = matches!(first, "a" | "an" | "the");
    let of_early =
        own_words.iter().any(|w| w == "of") || body.split_whitespace().take(6).any(|w| w == "of");
    let short = words::count(text) <= 4;
    let formula = text.contains(['=', '*', '×', '÷']);
    let orders = imperatives(body);
    let manner = if ADVICE.has(first) || orders > 1 {
        Manner::Advice
    } else if statement.form == Form::Modal && first == "can" && second != "be" {
        Manner::Power
    } else if orders == 1 {
        Manner::Aim
    } else if formula && !text.contains("**") {
        Manner::Definition
    } else if (statement.form == Form::Fragment && enumerates(body))
        || text.contains(" vs ") && lexicon::looks_plural(part)
    {
        Manner::Examples
    } else if first.ends_with("ly") && lexicon::base_of(second).is_some()
        || statement.form == Form::Verb && !body.starts_with("is ") && !body.starts_with("are ")
    {
        Manner::Action
    } else if statement.form == Form::Used {
        Manner::Use
    } else if AIMED.has(first) && matches!(second, "to" | "for")
        || matches!(statement.form, Form::Base | Form::To | Form::For)
    {
        Manner::Aim
    } else if is_quality(body)
        || statement.form == Form::Verb
        || is_preposition(first)
            && statement.form == Form::Clause
            && !matches!(first, "when" | "if")
    {
        Manner::Quality
    } else if short && ends_in_verb(body) {
        Manner::Advice
    } else if matches!(statement.form, Form::Noun | Form::Fragment)
        || article && of_early
        || first.ends_with("ing") && first.len() > 4 && !clause::has_own_verb(body)
    {
        Manner::Definition
    } else {
        Manner::Sentence
    };
    (manner, statement)
}

fn is_preposition(word: &str) -> bool {
    static WORDS: Listed = Listed::new(
        "in on at by to for from with as into over per through when using of under within only \
        via between against across after before during",
    );
    WORDS.has(word)
}

/// Whether a text says what something is like: it begins with a participle or
/// an adjective that has no noun (`held for …`, `symmetric, …`, `good for …`).
pub(super) fn is_quality(body: &str) -> bool {
    let mut parts = body.split_whitespace();
    let raw = parts.next().unwrap_or("");
    let second = parts.next().unwrap_or("").to_lowercase();
    let word = raw
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '-')
        .to_lowercase();
    static IRREGULAR: Listed = Listed::new(
        "sent held built made kept set given taken written run found shown chosen stored bound \
        known left paid read hidden drawn spread split",
    );
    static STATES: Listed = Listed::new(
        "good best great ideal suitable useful more less faster slower cheaper similar different \
        available only usually often independent dependent consistent resistant resilient \
        tolerant transparent compliant easy ready equal",
    );
    let participle = word.ends_with("ed")
        && word.len() > 3
        && !matches!(
            word.as_str(),
            "started" | "launched" | "need" | "speed" | "feed"
        )
        || IRREGULAR.has(&word);
    let state = STATES.has(&word)
        || ["able", "ible", "ful", "less", "ous", "ic", "ive"]
            .iter()
            .any(|e| word.ends_with(e) && word.len() > e.len() + 2);
    let ends = raw.ends_with([',', ';', '.']) || second.is_empty();
    let third = parts.next().unwrap_or("");
    if word.ends_with("ly") && word.len() > 4 && is_preposition(&third.to_lowercase()) {
        return true;
    }
    participle && is_preposition(&second)
        || state && (is_preposition(&second) || ends || second == "and")
}

/// Whether a clause begins with a verb's base form: an order, or what many do.
pub(super) fn orders(clause: &str) -> bool {
    let mut parts = clause.split_whitespace();
    let first = parts.next().unwrap_or("").to_lowercase();
    let second = parts.next().unwrap_or("").to_lowercase();
    lexicon::is_base_verb(&first)
        && !second.is_empty()
        && (!lexicon::is_either(&lexicon::plural(&first))
            && !matches!(
                first.as_str(),
                "direct"
                    | "average"
                    | "aggregate"
                    | "separate"
                    | "clean"
                    | "end"
                    | "pay"
                    | "consist"
            )
            && !matches!(second.as_str(), "and" | "of")
            || lexicon::is_determiner(&second) && !is_preposition(&second))
}

/// How many clauses begin with a verb that orders something, if the first does:
/// `scan images, sign images`.
fn imperatives(body: &str) -> usize {
    match orders(body) {
        true => {
            let verb = |clause: &str| {
                let first = clause.split_whitespace().next().unwrap_or("");
                lexicon::is_base_verb(&first.to_lowercase()) && clause.trim().contains(' ')
            };
            1 + body
                .split([';', ',', '.'])
                .skip(1)
                .filter(|c| verb(c))
                .count()
        }
        false => 0,
    }
}

/// `Net exports increases`: a sentence of few words.
fn ends_in_verb(body: &str) -> bool {
    let last = body.trim_end_matches('.').split_whitespace().next_back();
    last.is_some_and(|w| lexicon::base_of(w).is_some())
        && words::count(body) > 1
        && body.split_whitespace().rev().nth(1).is_some_and(|w| {
            lexicon::looks_plural(w) || w.len() == 1 || w.starts_with(char::is_uppercase)
        })
}

fn first_words(text: &str) -> String {
    text.split_whitespace()
        .take(6)
        .collect::<Vec<_>>()
        .join(" ")
}
