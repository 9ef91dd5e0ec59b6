//! What a text must show before its label counts as a term: the class of the
//! thing and what sets it apart. Notes label anything (`Latency: 5 ms`,
//! `Gaming: power your servers`); only of a thing can one ask what it is.

use super::asked::{Asked, Form};
use crate::generator::clause;
use crate::generator::headed::{self, Head};
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::mentions::Mentions;
use crate::generator::name::Name;
use crate::generator::qualities;
use crate::generator::sentence;
use crate::generator::words;

/// How far a text goes towards a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    /// `A light that guides ships`.
    Class,
    /// `Ropes used for mooring`.
    Apart,
    /// A value, a list, a bare noun, a clause about something else.
    Nothing,
}

/// Whether a question about a term may stand over this back.
pub(super) fn stands(front: &str, back: &str, known: Option<&Name>, mentions: &Mentions) -> bool {
    let asked = Asked::read(front);
    let known = known
        .is_some_and(|n| asked.term.starts_with(&n.short) && !asked.term.contains([',', '/']))
        && !asked.term.contains(" - ");
    let placed = front.len() > asked.whole.len();
    let shown = shown(back);
    let returns = || mentions.exceed(asked.term, if asked.is_named() { 1 } else { 2 });
    match asked.form {
        // `Athena: query service` under another product tells the part it plays
        // there, not what it is.
        Form::Is if !names_class(&asked, back) => false,
        Form::Is if placed => match Name::of(asked.term).is_some_and(|n| n.is_product()) {
            true => shown == Shown::Class,
            false => shown != Shown::Nothing,
        },
        Form::Is => shown != Shown::Nothing || known || returns(),
        Form::For => shown != Shown::Nothing || aims(back) || mentions.exceed(asked.term, 1),
        Form::Means => shown == Shown::Class,
        // A sentence that only says something of a thing answers no question
        // that anyone would ask.
        Form::Characterises => false,
        _ => true,
    }
}

/// `For winding long ropes`.
fn aims(back: &str) -> bool {
    let aim = back.strip_prefix("For ").unwrap_or("");
    clause::first_word(aim).ends_with("ing") && words::count(aim) > 2
}

/// Whether an answer says what kind of thing is asked about, or what is done
/// where a doing is asked about.
fn names_class(asked: &Asked<'_>, back: &str) -> bool {
    match headed::head(back) {
        Head::Class => true,
        Head::Deed => !asked.is_product() && !lexicon::looks_plural(&asked.term.to_lowercase()),
        Head::Other => false,
    }
}

/// Whether front and back vouch for each other: a class under `What is`, a deed
/// under `What does`, a name or names under `What is the … of`.
pub(super) fn is_sure(front: &str, back: &str) -> bool {
    let asked = Asked::read(front);
    let placed = front.len() > asked.whole.len();
    let shown = shown(back);
    match asked.form {
        Form::Is => headed::head(back) == Head::Class && (!placed || phrase_of_class(back)),
        Form::Means => shown == Shown::Class,
        Form::Does | Form::Used => true,
        Form::For | Form::Can | Form::Characterises | Form::Examples | Form::Has => false,
        Form::Other => {
            let of = front.starts_with("What is the ") || front.starts_with("What are the ");
            let named = shown == Shown::Nothing
                && !back.starts_with("- ")
                && !back.starts_with(|c: char| c.is_ascii_digit());
            let loose = [" handled", " cover", "apabilit", "Which "];
            !placed && !loose.iter().any(|w| front.contains(w)) && (!of || named)
        }
    }
}

/// Whether an answer is a phrase, and no sentence that begins like one: `a rope
/// that holds`, but not `a rope of hemp will tear`.
fn phrase_of_class(back: &str) -> bool {
    static RELATIVE: Listed = Listed::new("that which who whose where when");
    let text = clause::unbracketed(back);
    let mut parts = text
        .split(['.', ';'])
        .next()
        .unwrap_or("")
        .split_whitespace();
    let article = parts
        .next()
        .is_some_and(|w| matches!(w, "A" | "An" | "The"));
    let other = matches!(parts.clone().next(), Some("different" | "same" | "other"));
    let finite = parts
        .clone()
        .take_while(|w| !RELATIVE.has(w))
        .any(clause::is_finite);
    let rules = parts.any(|w| matches!(w, "will" | "must" | "should"));
    article && !other && !finite && !rules
}

fn shown(back: &str) -> Shown {
    static ARTICLES: Listed = Listed::new("a an the any one");
    static LINKS: Listed = Listed::new(
        "of after before during among under that which for to with from used using between where when in on by whose who \
        containing based into as such at designed within through without running made via about \
        across per",
    );
    static FUNCTION: Listed = Listed::new(
        "is are was can may must should will has have be it this these they you we there if when \
        where while because since in on at for to by with from as not no only after before during \
        via up how what why who each every all both either",
    );
    let text = clause::unbracketed(back);
    let text = qualities::unqualified(text.trim());
    let text = text.as_ref();
    // `This is when a boat …` is how many say what something is.
    let text = text.strip_prefix("It is when ").unwrap_or(text);
    let happens = back.trim_start().starts_with("It is when ");
    let first = sentence::split(text).into_iter().next().unwrap_or_default();
    let first = first.trim_end_matches(['.', ' ']);
    let begin = clause::first_word(first);
    let linked = first
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| LINKS.has(&w.to_lowercase()));
    if text.starts_with("- ") || back.contains('\n') || !begin.starts_with(char::is_alphabetic) {
        return Shown::Nothing;
    }
    if ARTICLES.has(&begin) {
        return match linked || lexicon::kind_at_end(first).is_some() {
            true => Shown::Class,
            false => Shown::Apart,
        };
    }
    let head = first.split(',').next().unwrap_or(first);
    let several = head.len() < first.len()
        && !head.split_whitespace().any(|w| {
            matches!(
                w,
                "that" | "which" | "used" | "of" | "created" | "embedded" | "attached"
            )
        });
    if happens && words::count(first) > 4 {
        return Shown::Class;
    }
    if FUNCTION.has(&begin) || words::count(first) <= 2 || several {
        return Shown::Nothing;
    }
    match linked || lexicon::kind_at_end(first).is_some() {
        true => Shown::Apart,
        false => Shown::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_with_a_value_is_no_term() {
        let mentions = Mentions::of("Depth: 3 m. TideHub, TideHub and TideHub again.");
        for (front, back, stays) in [
            ("In Locks, what is depth?", "3 m at low tide.", false),
            ("In Locks, what are keepers?", "Pilots, clerks.", false),
            (
                "In Locks, what is a sluice?",
                "A gate that lets water pass.",
                true,
            ),
            (
                "In Locks, what is a sluice?",
                "Gate used for letting water pass.",
                true,
            ),
            (
                "In Locks, what is a sluice?",
                "Managed water service.",
                true,
            ),
            (
                "In Locks, what is a sluice?",
                "Fully managed, serverless water platform.",
                true,
            ),
            ("What is gaming?", "Fast, calm boats.", false),
            (
                "What is TideHub?",
                "Frequent heavy lifting by night.",
                false,
            ),
            ("What does “spring” mean?", "Boats turn on one rope.", false),
            (
                "What characterises a sluice?",
                "Opened by hand at dawn and dusk.",
                false,
            ),
        ] {
            assert_eq!(
                stands(front, back, None, &mentions),
                stays,
                "{front} {back}"
            );
        }
    }

    #[test]
    fn a_class_vouches_for_its_term_wherever_it_stands() {
        for (back, sure) in [
            ("A gate that lets water pass.", true),
            ("The part of a lock that holds the water.", true),
            ("A gate of a lock is opened by hand.", false),
            ("A gate with a lamp that is lit will turn by night.", false),
            ("A different gate for the ships of another port.", false),
            ("One gate per lock.", false),
        ] {
            assert_eq!(is_sure("In Locks, what is a sluice?", back), sure, "{back}");
        }
    }

    #[test]
    fn what_the_page_comes_back_to_is_a_thing() {
        let page = "Sluice: steel gate\n\nThe sluice opens. A sluice shuts.";
        let front = "What is a sluice?";
        assert!(stands(
            front,
            "Heavy steel gate.",
            None,
            &Mentions::of(page)
        ));
        assert!(!stands(
            front,
            "Heavy steel gate.",
            None,
            &Mentions::of("Sluice: gate")
        ));
    }
}
