//! The manner of an answer: whether a text defines its part, says what it does,
//! what it is for or what it is like, by how it begins; and the question that
//! such a text answers. Where no question fits, there is none.

use super::clause;
use super::label::Part;
use super::lexicon;
use super::listed::Listed;
use super::name::{self, Name};
use super::parts::{about, bare, enumerates};
use super::sentence;
use super::statement::{self, Form, Statement};
use super::words;

/// What a text does with the part it stands under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
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

/// Whether a topic's name can stand after `what is`: no adjective, verb or
/// piece of a sentence.
pub(super) fn names_a_thing(name: &Name) -> bool {
    name.branded || name.is_product() || name.is_proper() && name.short.contains(' ') || {
        let said = bare(&name.said);
        said.starts_with(char::is_uppercase) || !Part::of(said).is_odd()
    }
}

/// Whether `A, B, C` under a name can be asked for at all: its examples, or
/// what makes a product or an activity up.
pub(super) fn holds_examples(name: &Name) -> bool {
    name.counts_many()
        || name.is_product()
        || name.branded
        || name.is_proper() && words::count(&name.short) > 1
        || Part::of(&name.short).is_action()
}

/// Headings under which lines say what comes of a thing, what it is used for or
/// how somebody tried it, rather than what their leads are.
fn is_elsewhere(heading: &str) -> bool {
    let low = heading.to_lowercase();
    if low.contains("true / false") || low.contains("true/false") || low.contains("quiz") {
        return true;
    }
    let first = low
        .split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    static FIRST: Listed = Listed::new(
        "benefit benefits advantage advantages disadvantages pros cons why challenges challenge \
        considerations problems strengths weaknesses drawbacks step lab labs demo hands walkthrough \
        exercise exercises tutorial project scenario scenarios recap warnings",
    );
    FIRST.has(first)
        || [
            "use cases",
            "use case",
            "applications",
            "real-world examples",
            "best practices",
            "tips",
        ]
        .iter()
        .any(|e| low.trim_end_matches(':').ends_with(e))
}

/// Asks for a named part of a topic `x` by the text that is its answer; `under`
/// is the aspect it stands under, or nothing. `None` where no good question is
/// known.
pub(super) fn ask(
    x: &str,
    part: &str,
    under: &str,
    text: &str,
    statement: &Statement,
) -> Option<String> {
    let file = part.starts_with(['/', '.'])
        || part.trim_matches('`').contains('.') && !part.contains(' ') && !part.ends_with('.');
    if illustrates(text) || file {
        return None;
    }
    let part = part.trim_matches(['#', '*']).trim();
    // A page's title is no place: `Everything that one should know`.
    let title = x.split_whitespace().count() > 4
        && [
            " that ",
            " should ",
            " know",
            " guide",
            " notes",
            " need",
            "everything ",
        ]
        .iter()
        .any(|t| x.to_lowercase().contains(t));
    let x = if title { "" } else { x };
    let named = Part::of(part);
    let elsewhere = is_elsewhere(x) || is_elsewhere(under);
    if elsewhere && !(named.proper && matches!(statement.form, Form::Noun)) {
        return None;
    }
    let be = if named.plural { "are" } else { "is" };
    let does = if named.plural { "do" } else { "does" };
    let said = &named.said;
    let (manner, statement) = read(part, text, statement);
    let noun = named.is_noun();
    let telling = named.proper || words::count(part) > 1 || !named.is_everyday();
    let orders = manner == Manner::Advice || statement.form == Form::Base;
    if let Some(act) = doing(part).filter(|_| orders && !named.proper) {
        return Some(within(x, "", &format!("how do you {act}")));
    }
    if !noun && manner != Manner::Sentence {
        return None;
    }
    match manner {
        // `audience`, `biggest benefits of …`: what something has.
        Manner::Definition | Manner::Examples
            if super::aspect::is_attribute(&named.last)
                && !named.proper
                && !part.contains(" of ")
                && !overlap(x, part)
                && (names_product(x) || words::count(part) == 1 && words::count(x) <= 4)
                && !x.contains(':') =>
        {
            Some(format!("What {be} the {part} of {x}?"))
        }
        // A word of every day is defined by a whole phrase or in a product.
        Manner::Definition
            if named.is_everyday()
                && !names_product(x)
                && !matches!(statement.form, Form::Noun) =>
        {
            None
        }
        Manner::Definition if noun => {
            if part.contains(" and ") && !matches!(statement.form, Form::Noun) {
                return None;
            }
            let whole = part
                .split(" of ")
                .next()
                .is_some_and(|h| h.len() < part.len());
            if named.plural && whole && !named.proper {
                return Some(within(x, part, &format!("what are the {part}")));
            }
            if name::is_initials(part, statement.body.trim_end_matches('.')) {
                return Some(format!("What does {part} stand for?"));
            }
            Some(within(x, part, &format!("what {be} {said}")))
        }
        Manner::Action => Some(within(x, part, &format!("what {does} {} do", the(&named)))),
        Manner::Power => Some(within(x, part, &format!("what can {} do", the(&named)))),
        // `Configure objects` is what they do, be it an order or their verb.
        Manner::Aim if named.plural && statement.form == Form::Base && telling => {
            Some(within(x, part, &format!("what do {} do", the(&named))))
        }
        Manner::Aim if telling => Some(within(x, part, &format!("what {be} {} for", the(&named)))),
        Manner::Use => Some(within(
            x,
            part,
            &format!("what {be} {} used for", the(&named)),
        )),
        Manner::Quality if noun && telling => Some(within(
            x,
            part,
            &format!("what characterises {}", the(&named)),
        )),
        Manner::Examples if named.plural => Some(examples(x, part, &named)),
        Manner::Examples if named.is_action() && words::count(part) > 1 => {
            Some(format!("What does {part} cover{}?", place(x, part)))
        }
        Manner::Examples if named.proper && Name::of(part).is_some_and(|n| n.is_product()) => {
            Some(within(x, part, &format!("what characterises {part}")))
        }
        Manner::Sentence if named.is_action() && names_product(x) => {
            Some(within(x, "", &format!("how {be} {part} handled")))
        }
        Manner::Sentence if noun && named.proper => {
            Some(within(x, part, &format!("what characterises {part}")))
        }
        Manner::Sentence
            if (!named.is_everyday() || named.is_action())
                && !part.contains(['/', ','])
                && !one_sided(part) =>
        {
            Some(format!("What does “{part}” mean{}?", place(x, part)))
        }
        _ => None,
    }
}

/// `choosing k` → `choose k`.
fn doing(part: &str) -> Option<String> {
    let (first, object) = part.split_once(' ')?;
    let stem = first.strip_suffix("ing")?.to_lowercase();
    let base = [format!("{stem}e"), stem.clone(), {
        let mut short = stem.clone();
        short.pop();
        short
    }]
    .into_iter()
    .find(|b| lexicon::is_base_verb(b))?;
    let taken = matches!(object.split(' ').next(), Some("a" | "an" | "the" | "your"));
    let thing = object.chars().count() == 1 || lexicon::looks_plural(object);
    (taken || thing).then(|| format!("{base} {object}"))
}

/// `cost`, `data`: with the article that a part of something has.
fn the(part: &Part<'_>) -> String {
    match part.said.strip_suffix(part.text) {
        Some(article) if !article.is_empty() => format!("the {}", part.text),
        _ => part.text.to_owned(),
    }
}

/// Phrases that judge or count rather than name: `different sizes`, `at least
/// two`, `4 of 6`.
fn one_sided(part: &str) -> bool {
    let low = part.to_lowercase();
    let first = low.split_whitespace().next().unwrap_or("");
    static JUDGES: Listed = Listed::new(
        "different high low large small new good bad better best most many more less fewer no not \
        only custom global main important available full other min max the additional several \
        must can always never by with without for to in on at from as if when how why what",
    );
    JUDGES.has(first)
        || low.starts_with(|c: char| c.is_ascii_digit())
        || lexicon::is_base_verb(first) && !lexicon::is_either(&lexicon::plural(first))
}

/// Asks for members of a class.
fn examples(x: &str, part: &str, named: &Part<'_>) -> String {
    static CLOSED: Listed = Listed::new(
        "options types modes levels classes states phases stages formats flavors flavours layers \
        tiers kinds forms components parts methods versions categories",
    );
    let shown = super::phrase::lower_title(part);
    let shown = if named.proper && !CLOSED.has(&named.last) {
        part
    } else {
        shown.as_str()
    };
    let product = Name::of(x.split(" (").next().unwrap_or(x)).is_some_and(|n| n.is_product());
    if product && !overlap(x, part) {
        return format!("Which {shown} does {x} have?");
    }
    let ask = match CLOSED.has(&named.last) {
        true => format!("which {shown} are there"),
        false => format!("what are examples of {shown}"),
    };
    within(x, part, &ask)
}

/// Within the topic, unless the part says by itself where it belongs.
fn within(x: &str, part: &str, question: &str) -> String {
    match x.is_empty() || overlap(x, part) {
        true => format!("{}?", sentence::capitalised(question)),
        false => about(x, question),
    }
}

/// ` in X`, where the part alone would not be clear.
fn place(x: &str, part: &str) -> String {
    let telling = words::count(part) > 1 && !one_sided(part);
    if x.is_empty() || overlap(x, part) || telling && (x.contains(':') || words::count(x) > 3) {
        return String::new();
    }
    if x.contains(" of ") || x.contains(':') {
        format!(" under “{}”", sentence::capitalised(bare(x)))
    } else if bare(x).len() < x.len() {
        format!(" for {x}")
    } else {
        format!(" in {x}")
    }
}

/// Whether the part repeats a telling word of its topic.
fn overlap(x: &str, part: &str) -> bool {
    let of_x = words::name_words(x.split(" (").next().unwrap_or(x));
    words::name_words(part)
        .iter()
        .any(|w| w.chars().count() > 2 && !words::is_stop(w) && of_x.contains(w))
}

/// Whether the words are a product's name rather than an idea's.
fn names_product(x: &str) -> bool {
    let x = x.split(" (").next().unwrap_or(x);
    Name::of(x).is_some_and(|n| n.is_product())
        || x.contains(' ')
            && x.split_whitespace()
                .all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
            && !lexicon::looks_plural(x.split_whitespace().next_back().unwrap_or(""))
            && words::count(x) <= 3
}

/// Reads how a text begins. The statement comes back, read with the part as its
/// subject where the text names it.
fn read(part: &str, text: &str, statement: &Statement) -> (Manner, Statement) {
    let statement = match Name::of(part) {
        Some(name) if name.is_in(&first_words(text).to_lowercase()) => {
            let own = statement::read(text, &name);
            match own.about_term {
                true => own,
                false => statement.clone(),
            }
        }
        _ => statement.clone(),
    };
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
    let begins_own = |w: &str| body.starts_with(w);
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
        || statement.form == Form::Verb && !begins_own("is ") && !begins_own("are ")
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
        available only usually often",
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
        && parts.next().is_some()
        && (!lexicon::is_either(&lexicon::plural(&first))
            && !matches!(
                first.as_str(),
                "direct" | "average" | "aggregate" | "separate" | "clean"
            )
            && second != "and"
            || lexicon::is_determiner(&second) && !is_preposition(&second))
}

/// How many clauses begin with a verb that orders something, if the first does:
/// `scan images, sign images`.
fn imperatives(body: &str) -> usize {
    match orders(body) {
        true => body.split([';', ',', '.']).filter(|c| orders(c)).count(),
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
