//! Descriptions asked backwards: the question must be a sentence, tell of the
//! one thing and lean on nothing.

use super::beside::scene;
use super::hollow::ranks;
use super::is_gerund;
use super::openings::titled;
use super::told::{breaks_off, glosses_another, of_two, pairs};
use crate::generator::account::Reason;
use crate::generator::words;

/// A description asked backwards: `What do you use to allow you to …` asks for
/// what allows it.
pub(in crate::generator) fn backwards(front: String) -> Result<String, Reason> {
    for (asks, verb) in [
        (" do you use to allow ", " allows "),
        (" do you use to enable ", " enables "),
        (" do you use to let ", " lets "),
        (" do you use to help ", " helps "),
        (" do you use to make ", " makes "),
    ] {
        if let Some((which, rest)) = front.split_once(asks) {
            return Ok(format!("{which}{verb}{rest}"));
        }
    }
    // `What allows to moor …?` lacks whom.
    let front = match front.starts_with("What allows to ") {
        true => front.replacen("What allows to ", "What allows you to ", 1),
        false => front,
    };
    if front.contains("tands for ") {
        return Err(Reason::GivesAway);
    }
    if scene(&front) {
        return Err(Reason::Leans);
    }
    let told = front.split_once(": “").map_or("", |(_, told)| told);
    let predicate = match told {
        "" => front.split_once(' ').map_or("", |(_, rest)| rest),
        _ => told,
    };
    if ranks(predicate) || points(predicate) {
        return Err(Reason::Leans);
    }
    // `does not address the …` and `relates to …` fit nearly everything.
    let fits_many = [
        "relates to ",
        "relate to ",
        "Relates to ",
        "Relate to ",
        "is related to ",
    ]
    .iter()
    .any(|r| predicate.starts_with(r))
        || ["does not ", "doesn't ", "do not ", "don't ", "is not "]
            .iter()
            .any(|n| {
                front
                    .split_once(n)
                    .is_some_and(|(before, _)| words::count(before) < 3)
            });
    if fits_many {
        return Err(Reason::Vague);
    }
    let aim = front.strip_prefix("What do you use to ");
    if aim
        .and_then(|aim| aim.split_once(' '))
        .is_some_and(|(_, object)| titled(object.trim_end_matches('?')))
    {
        return Err(Reason::GivesAway);
    }
    let cut = breaks_off(front.trim_end_matches(['”', '?']));
    if pairs(told) || of_two(told) || glosses_another(told) || cut || goes_on(&front) {
        return Err(Reason::Unfinished);
    }
    // `What involves a pilot?` asks for anything.
    let involves = [
        " involves ",
        " includes ",
        " means ",
        " contains ",
        " consists ",
        " refers ",
    ]
    .iter()
    .any(|v| {
        front
            .split_once(v)
            .is_some_and(|(which, _)| words::count(which) <= 2)
    });
    let becomes = front.contains(" become ") || front.contains(" becomes ");
    let twice = [" a the ", " an the ", " a an ", " the a "]
        .iter()
        .any(|t| front.contains(t));
    if involves || twice || becomes && front.starts_with("What is the name for ") {
        return Err(Reason::Vague);
    }
    // `the hull grows by a plank`: a sentence is nothing's name.
    let sentence = front
        .strip_prefix("What is the name for ")
        .is_some_and(crate::generator::clause::has_own_verb);
    if sentence {
        return Err(Reason::Vague);
    }
    // `Integrated with X, which …`: told of X.
    let of_another = front
        .split_once(", which ")
        .is_some_and(|(before, _)| before.contains(" with "));
    // `What avoids a gap, ideal for …?` is no sentence.
    let spliced = told.is_empty()
        && [
            ", ideal ",
            ", great ",
            ", perfect ",
            ", you ",
            ", and it ",
            ", it ",
            "; ",
        ]
        .iter()
        .any(|s| front.contains(s));
    match spliced || of_another || lacks_verb(&front) {
        true => Err(Reason::Vague),
        false => Ok(front),
    }
}

/// `What moors boats. It is made of hemp?`: a second sentence in a question.
fn goes_on(front: &str) -> bool {
    front
        .split(". ")
        .collect::<Vec<_>>()
        .windows(2)
        .any(|pair| {
            let before = pair[0].split([' ', '(']).next_back().unwrap_or("");
            let letters = before.chars().filter(|c| c.is_alphabetic()).count();
            letters > 3 && !before.contains('.') || before.ends_with(')')
        })
}

/// `eliminates waiting by lending these boats`: which, a sentence before said.
/// What was named before in the same sentence can be pointed at.
fn points(text: &str) -> bool {
    let all: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
        .collect();
    all.windows(2).enumerate().any(|(i, w)| {
        let shown = matches!(w[0], "these" | "this") && !(i > 0 && all[i - 1] == "of");
        let noun = || words::stem(&w[1].to_lowercase());
        let known = || {
            let noun = noun();
            all[..i]
                .iter()
                .any(|b| words::stem(&b.to_lowercase()) == noun)
        };
        shown && !matches!(w[1], "is" | "are") && !known()
    })
}

/// `What efficiently moving boats?` lacks a verb, `the name for boats that sink
/// are lost` has one too many.
fn lacks_verb(front: &str) -> bool {
    if let Some((_, rest)) = front.split_once("hat is the name for ") {
        let before = [" are ", " is ", " was ", " were "]
            .iter()
            .filter_map(|v| rest.find(v))
            .min();
        let joined = [
            " that ", " which ", " who ", " where ", " whose ", " when ", ", ",
        ];
        return before.is_some_and(|at| !joined.iter().any(|j| rest[..=at].contains(j)));
    }
    let mut parts = front.split_whitespace();
    let asks = parts.next() == Some("What");
    let mut next = parts.next().unwrap_or("");
    if next.ends_with("ly") {
        next = parts.next().unwrap_or("");
    }
    asks && is_gerund(next)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_question_for_a_term_is_a_sentence_about_it() {
        assert_eq!(
            backwards("What do you use to allow you to moor a boat?".to_owned()).unwrap(),
            "What allows you to moor a boat?"
        );
        assert!(backwards("What is joined with TideHub, which counts boats?".to_owned()).is_err());
        assert!(backwards("What avoids waves, ideal for ferries?".to_owned()).is_err());
        for front in [
            "What saves a port money by lending these boats?",
            "Which pier fits this description: “Moors ships with this approach”?",
            "What serves as the backbone of a port?",
        ] {
            assert!(backwards(front.to_owned()).is_err(), "{front}");
        }
        assert!(backwards("What builds boats and lends these boats to a port?".to_owned()).is_ok());
        assert!(
            backwards(
                "What do you use to control Objectives for Rope and Related Gear?".to_owned()
            )
            .is_err()
        );
        assert!(backwards("What safely moving boats through a lock?".to_owned()).is_err());
        assert!(
            backwards("What is the name for the two boats in a lock are twins?".to_owned())
                .is_err()
        );
        assert!(
            backwards("What is the name for a boat that is moored at night?".to_owned()).is_ok()
        );
    }

    #[test]
    fn a_question_backwards_asks_for_one_thing() {
        for front in [
            "What involves a pilot and two boats?",
            "What is the name for a the rope that holds a boat?",
            "What is the name for the hull grows by a plank each year?",
            "What moors small boats at night. It is made of hemp?",
        ] {
            assert!(backwards(front.to_owned()).is_err(), "{front}");
        }
        let fine = "What is the name for a rope that holds a boat?";
        assert!(backwards(fine.to_owned()).is_ok());
    }
}
