//! Statements: what is said of a term, without the term, and in which
//! grammatical form, so that a question around it is a sentence.

mod head;
mod orders;
mod subject;

use super::clause::{
    bare_noun, first_is_listed, first_word, governs_noun, has_own_verb, is_finite, is_owned,
    noun_like,
};
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::sentence;
use orders::{acts_on, acts_on_many};
use subject::{after_subject, enabled, unadverbed, uncontracted};

/// The grammatical form of a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `a service that …`
    Noun,
    /// `stores objects …`, `is focused on …`
    Verb,
    /// `can store objects …`
    Modal,
    /// `used to store …`
    Used,
    /// `for storing …`
    For,
    /// `to store …`
    To,
    /// `store objects …`
    Base,
    /// `managed Hadoop clusters`: a noun phrase without article, a gerund, …
    Fragment,
    /// A sentence with a subject of its own.
    Clause,
}

/// A predicate and its form.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Statement {
    pub(super) form: Form,
    /// The predicate, its first word in lower case where that is safe.
    pub(super) body: String,
    /// Whether the text named the term (or a pronoun for it) as its subject.
    pub(super) about_term: bool,
    /// Whether the subject was plural (`are …`).
    pub(super) plural: bool,
}

/// Reads a text as a statement about the named term.
pub(super) fn read(text: &str, name: &Name) -> Statement {
    let trimmed = uncontracted(sentence::trim(text));
    if let Some(act) = enabled(&trimmed, name) {
        return Statement {
            form: Form::Verb,
            body: format!("lets you {act}"),
            about_term: true,
            plural: false,
        };
    }
    if let Some(rest) = after_subject(&trimmed, name) {
        let rest = rest.trim_start_matches([',', ' ']).to_owned();
        let rest = unadverbed(&rest);
        let first = first_word(&rest);
        let base = lexicon::is_base_verb(&first) && lexicon::base_of(&first).is_none();
        // `TideLock lock rules`: more of a name, where a sentence would say `locks`.
        let compound = base && !is_finite(&first) && !name.is_plural() && !acts_on(&rest);
        if !compound
            && (is_finite(&first)
                || lexicon::base_of(&first).is_some()
                || lexicon::is_base_verb(&first))
        {
            let mut s = predicate(&rest);
            // After its subject, what could be a noun is the verb.
            if lexicon::base_of(&first).is_some()
                && first != "refers"
                && matches!(s.form, Form::Fragment | Form::Clause)
            {
                s.form = Form::Verb;
            }
            s.about_term = true;
            return s;
        }
    }
    predicate(&trimmed)
}

/// The first letter small: a verb is never a name.
fn small(body: &str) -> String {
    let camel = body
        .split_whitespace()
        .next()
        .is_some_and(|w| w.chars().skip(1).any(char::is_uppercase));
    let mut chars = body.chars();
    match chars.next() {
        Some(c) if !camel => c.to_lowercase().chain(chars).collect(),
        _ => body.to_owned(),
    }
}

/// Reads a text without subject.
fn predicate(text: &str) -> Statement {
    let text = text.trim();
    let first = first_word(text);
    let make = |form, body: &str, plural| Statement {
        form,
        body: match form {
            Form::Verb | Form::Base | Form::Modal | Form::Used | Form::For | Form::To => {
                small(body.trim())
            }
            _ => sentence::lowered(body.trim()),
        },
        about_term: false,
        plural,
    };
    let strip = |n: usize| text.get(n..).unwrap_or("").trim_start();
    match first.as_str() {
        "is" | "are" | "was" | "were" => {
            let plural = first == "are" || first == "were";
            let rest = strip(first.len());
            let rest = [
                "basically ",
                "essentially ",
                "simply ",
                "just ",
                "actually ",
                "also ",
            ]
            .iter()
            .fold(rest, |r, a| r.strip_prefix(a).unwrap_or(r));
            let next = first_word(rest);
            return match next.as_str() {
                "a" | "an" | "the" | "one" => {
                    let form = if has_own_verb(rest) {
                        Form::Clause
                    } else {
                        Form::Noun
                    };
                    make(form, rest, plural)
                }
                "used" => make(Form::Used, rest, plural),
                "for" => make(Form::For, rest, plural),
                _ if plural && noun_like(rest) => make(Form::Fragment, rest, true),
                _ if first == "is" && is_owned(rest) && bare_noun(rest) => {
                    make(Form::Noun, rest, false)
                }
                _ if first == "is" && bare_noun(rest) => {
                    let vowel =
                        rest.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
                    let article = if vowel { "an" } else { "a" };
                    make(Form::Noun, &format!("{article} {rest}"), false)
                }
                _ => make(Form::Verb, text, plural),
            };
        }
        "refers" | "refer" if strip(first.len()).starts_with("to ") => {
            let mut s = predicate(strip(first.len() + 4));
            if !matches!(s.form, Form::Noun | Form::Fragment | Form::Clause) {
                s.form = Form::Fragment;
            }
            return s;
        }
        // `Can be used for mooring` under a name is what it is used for.
        "can" | "may" if strip(first.len()).starts_with("be used ") => {
            return make(Form::Used, strip(first.len() + 4), false);
        }
        "can" | "may" | "could" => return make(Form::Modal, text, false),
        "must" | "should" | "will" | "cannot" | "can't" | "don't" | "doesn't" | "do" | "does"
        | "has" | "have" => {
            return make(
                if first == "has" {
                    Form::Verb
                } else {
                    Form::Clause
                },
                text,
                false,
            );
        }
        "made" | "built" | "designed" | "intended" => {
            return make(
                Form::Verb,
                &format!("is {}", sentence::lowered(text)),
                false,
            );
        }
        "used" => return make(Form::Used, text, false),
        "for" => return make(Form::For, text, false),
        "by" | "when" | "if" | "with" | "in" | "on" | "at" | "as" | "from" | "during" | "after"
        | "before" | "under" | "while" | "instead" | "since" | "once" => {
            return make(Form::Clause, text, false);
        }
        "to" => return make(Form::To, text, false),
        "a" | "an" | "the" | "one" | "any" | "each" => {
            let form = if has_own_verb(text) {
                Form::Clause
            } else {
                Form::Noun
            };
            return make(form, text, false);
        }
        _ => {}
    }
    let second = text
        .split_whitespace()
        .nth(1)
        .map(|w| w.trim_matches([',', '(', '"']).to_lowercase())
        .unwrap_or_default();
    // `Support many formats`: notes leave the `s` out.
    let named = text
        .split_whitespace()
        .nth(1)
        .is_some_and(|w| w.starts_with(char::is_uppercase));
    // `Checks for leaks`, `gain a view of the port`.
    static SEEKS: Listed = Listed::new("check look wait listen ask search watch");
    if second == "for" && lexicon::base_of(&first).is_some_and(|b| SEEKS.has(&b)) {
        return make(Form::Verb, text, false);
    }
    if second == "for" && matches!(first.as_str(), "check" | "look" | "wait" | "listen")
        || first == "gain" && !matches!(second.as_str(), "of" | "in")
    {
        return make(Form::Base, text, false);
    }
    static MANY: Listed = Listed::new("a an the its your both many multiple various different");
    if first == "support" && (named || MANY.has(&second) || acts_on_many(text, &second)) {
        return make(Form::Verb, &text.replacen("upport", "upports", 1), false);
    }
    // `Signals collected during the watch`: a noun and what was done with it.
    let third = text.split_whitespace().nth(2).unwrap_or("").to_lowercase();
    static LINKS: Listed =
        Listed::new("in by during from to at on with for as within between under after before");
    let done = second.len() > 4 && second.ends_with("ed")
        || matches!(second.as_str(), "kept" | "made" | "held" | "sent" | "built");
    if done && LINKS.has(&third) && lexicon::is_either(&first) {
        return make(Form::Fragment, text, false);
    }
    // `Groups automate the watch`: somebody and what they do.
    static DOERS: Listed = Listed::new(
        "views models groups nodes users jobs tasks functions policies services alarms events",
    );
    let doing = lexicon::is_base_verb(&second) && !lexicon::is_either(&lexicon::plural(&second));
    if DOERS.has(&first) && doing {
        return make(Form::Clause, text, false);
    }
    if lexicon::base_of(&first).is_some() {
        let either = lexicon::is_either(&first);
        let governs = if either {
            governs_noun(&second, text, first.len())
        } else {
            lexicon::is_determiner(&second)
        };
        let coordinated = text
            .split_whitespace()
            .take(4)
            .filter(|w| lexicon::base_of(&w.trim_matches(',').to_lowercase()).is_some())
            .count()
            > 1;
        if (governs && !(either && has_own_verb(text)))
            || coordinated
            || (!either && !is_finite(&second))
        {
            return make(Form::Verb, text, false);
        }
        if has_own_verb(text) {
            return make(Form::Clause, text, false);
        }
        if !lexicon::is_either(&first) || !is_finite(&second) {
            return make(Form::Fragment, text, false);
        }
    }
    // An unknown word in `-s` before an article is a verb more often than not.
    static NO_VERBS: Listed = Listed::new(
        "sometimes always besides perhaps nowadays towards afterwards upwards downwards",
    );
    let third_person = lexicon::looks_plural(&first)
        && lexicon::kind_at_end(&first).is_none()
        && !NO_VERBS.has(&first);
    let object_follows = {
        static WORDS: Listed =
            Listed::new("a an the its each every any all one your how what which");
        WORDS.has(&second)
    };
    if third_person && object_follows && lexicon::base_of(&first).is_none() {
        return make(Form::Verb, text, false);
    }
    let articled = {
        static WORDS: Listed = Listed::new(
            "a an the its your our their each every any all both many \
                    several multiple",
        );
        WORDS.has(second.as_str())
    };
    // `signal bounces off a surface`: a noun with its verb.
    let subject = lexicon::is_either(&lexicon::plural(&first))
        && lexicon::base_of(&second).is_some()
        && !lexicon::is_either(&second);
    if subject {
        return make(Form::Clause, text, false);
    }
    if lexicon::is_base_verb(&first) && (articled || !has_own_verb(text)) {
        let plural_next = lexicon::looks_plural(&second) && lexicon::kind_at_end(&second).is_none();
        let listed = first_is_listed(text)
            || text.split(' ').next().is_some_and(|w| w.ends_with(','))
                && !lexicon::is_either(&lexicon::plural(&first));
        let noun_too = lexicon::is_either(&lexicon::plural(&first)) || first.ends_with("ing");
        let object = governs_noun(&second, text, first.len());
        let matter = matches!(
            second.as_str(),
            "data" | "traffic" | "text" | "code" | "information" | "content"
        );
        let acts = articled || object && !noun_too || matter || plural_next || listed;
        if acts || acts_on_many(text, &second) {
            return make(Form::Base, text, false);
        }
    }
    let form = if has_own_verb(text) {
        Form::Clause
    } else {
        Form::Fragment
    };
    make(form, text, false)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn form(text: &str) -> Form {
        read(text, &Name::of("Amazon Polly").unwrap()).form
    }

    #[test]
    fn forms_are_told_apart() {
        for (text, expected) in [
            (
                "is a Deep Learning enabled text to speech service",
                Form::Noun,
            ),
            ("It is a chatbot engine", Form::Noun),
            ("It's a chatbot engine", Form::Noun),
            ("It’s a chatbot engine", Form::Noun),
            ("Amazon Polly is used to make speech", Form::Used),
            ("Finds meaning in text with language processing", Form::Verb),
            ("makes it possible to deploy a model", Form::Verb),
            ("Switches off a random share of neurons", Form::Verb),
            (
                "Price tiers that can be set for each object",
                Form::Fragment,
            ),
            ("Managed Hadoop clusters", Form::Fragment),
            ("Build, train, and deploy models", Form::Base),
            ("for orchestrating workflows", Form::For),
            ("Can create speech", Form::Modal),
            ("an object's arrival can call a function", Form::Clause),
            ("Data is replicated to 3 zones", Form::Clause),
            ("A design that serves queries from two paths", Form::Noun),
            ("Serverless compute service", Form::Fragment),
            ("Queries data in S3 with SQL", Form::Verb),
            (
                "Sometimes the best split of a tree isn't the purest",
                Form::Clause,
            ),
            ("This service lets you talk", Form::Verb),
            ("Groups automate the watch in a port", Form::Clause),
            ("Router maps piers to docks", Form::Clause),
            ("Checks for boats at night", Form::Verb),
            ("Gain a view of the port", Form::Base),
            ("is bound to sink at night with its service", Form::Verb),
            ("Signals collected during the watch", Form::Fragment),
            ("Handles encrypted signals in a port", Form::Verb),
            (
                "Amazon Polly refers to nets where a rope is torn",
                Form::Fragment,
            ),
            ("Support TideLog records in all docks", Form::Verb),
            ("Support team for docks", Form::Fragment),
            ("A rope gate supports tide control in docks", Form::Clause),
            (
                "Basalt Quay automatically scales to high tides",
                Form::Clause,
            ),
        ] {
            assert_eq!(form(text), expected, "{text}");
        }
    }

    #[test]
    fn the_subject_is_taken_off() {
        let s = read(
            "SageMaker Neo, makes this possible",
            &Name::of("Amazon SageMaker Neo").unwrap(),
        );
        assert!(s.about_term);
        assert_eq!(s.body, "makes this possible");
    }

    #[test]
    fn an_owner_takes_no_article() {
        let body = |text: &str| read(text, &Name::of("Amazon Polly").unwrap()).body;
        assert_eq!(body("is speech service"), "a speech service");
        assert_eq!(
            body("is Basalt's unified speech service"),
            "Basalt's unified speech service"
        );
        assert_eq!(
            body("is your second speech service"),
            "your second speech service"
        );
    }
}
