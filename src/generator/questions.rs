//! Derived questions: a description, four siblings to choose from, and for
//! each option what it really is.

use super::account::{Reason, Shape};
use super::circles;
use super::described;
use super::distractors;
use super::draft::{Desk, Draft};
use super::fit;
use super::ids;
use super::language::{self, Language};
use super::manner;
use super::mask;
use super::name::Name;
use super::parts;
use super::polish;
use super::recall::{self, Made};
use super::sentence;
use super::statement::Form;
use super::topic::{Purpose, Topic};
use crate::domain::{Choice, ChoiceOption, Face, OptionId, Origin, Text};
use std::collections::HashMap;

/// What is offered as a wrong answer.
#[derive(Debug)]
pub(super) struct Offers {
    /// Which topics can be asked for among options, and why the others can't.
    asked: Vec<Result<(), Reason>>,
    /// The distractors of topics that stand in a circle.
    circles: HashMap<usize, [usize; 3]>,
    /// How often each topic was a wrong answer so far.
    offered: Vec<u32>,
}

impl Offers {
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let asked: Vec<Result<(), Reason>> = (0..desk.topics.len())
            .map(|i| match &desk.topics[i].purpose {
                Some(purpose) => is_asked(desk, i, purpose),
                None => Err(Reason::Unasked),
            })
            .collect();
        Self {
            circles: circles::of(desk, |i| asked[i].is_ok()),
            asked,
            offered: vec![0; desk.topics.len()],
        }
    }

    fn to(&mut self, desk: &Desk<'_>, topic: usize, body: &str) -> Option<[usize; 3]> {
        // Among so many a name that is offered once stands out.
        const MANY: usize = 12;
        match self.circles.get(&topic) {
            Some(others) => Some(*others),
            None if self.circles.len() >= MANY => None,
            None => distractors::choose(desk, &mut self.offered, topic, body),
        }
    }
}

/// Whether a purpose can be asked for among options.
fn is_asked(desk: &Desk<'_>, topic: usize, purpose: &Purpose) -> Result<(), Reason> {
    let t = &desk.topics[topic];
    let english = t.language == Language::English;
    if purpose.statement.form == Form::Clause || t.gathers {
        return Err(Reason::Leans);
    }
    let body = &purpose.statement.body;
    let enumerates = purpose.statement.form == Form::Fragment && parts::enumerates(body);
    if enumerates && english && !t.vouched() {
        return Err(Reason::Ambiguous);
    }
    if !t.vouched() && manner::illustrates(&purpose.statement.body)
        || recall::gains(t, &purpose.statement)
    {
        return Err(Reason::Vague);
    }
    // `Used for A, B and C`: so are others of its kind.
    let uses = matches!(purpose.statement.form, Form::Used | Form::For);
    if uses && english && !t.vouched() && body.matches(", ").count() > 1 {
        return Err(Reason::Ambiguous);
    }
    if !english && t.language.is_question(&t.name.full) {
        return Err(Reason::Question);
    }
    if !english && !language::tells_enough(t.language, body) {
        return Err(Reason::Short);
    }
    let telling = mask::telling(body);
    if telling < 4 {
        return Err(Reason::Short);
    }
    if mask::gives_away(&t.name, body, desk.family) {
        return Err(Reason::GivesAway);
    }
    Ok(())
}

/// A question from a topic's purpose.
pub(super) fn make(desk: &Desk<'_>, offers: &mut Offers, topic: usize, purpose: &Purpose) -> Made {
    let t = &desk.topics[topic];
    let english = t.language == Language::English;
    let body = &purpose.statement.body;
    offers.asked[topic]?;
    let Some(others) = offers.to(desk, topic, body) else {
        return Err(Reason::NoDistractors);
    };
    let names = others.iter().map(|i| desk.topics[*i].name.short.as_str());
    if t.language.is_eastern() && language::echoes_alone(&t.name.short, names, body) {
        return Err(Reason::NoDistractors);
    }
    let kinds = std::iter::once(topic).chain(others).map(|i| desk.kind(i));
    let mut kinds: Vec<_> = kinds.collect();
    kinds.dedup();
    let kind = match kinds[..] {
        [one] => one,
        _ => None,
    };
    let stem = if english {
        let stem = described::choice_stem(kind, &purpose.statement);
        match t.vouched() {
            true => stem,
            false => fit::backwards(stem)?,
        }
    } else {
        t.language.which_of_these(body)
    };
    let id = format!("{}/which", desk.ids[topic].purpose);
    let options = options(desk, topic, others, &id);
    let face = Face::Choice(Choice {
        stem: Text::new(stem),
        options,
        explanation: None,
        level: Some(1),
        tests: vec![Text::new(&desk.ids[topic].purpose)],
        origin: Origin::Derived,
    });
    Ok(Draft {
        note: desk.ids[topic].purpose.clone(),
        concept: desk.ids[topic].slug.clone(),
        shape: Shape::Choice,
        face,
        topic,
        line: purpose.line,
        rank: 0,
        was: Vec::new(),
        id,
    })
}

/// The key and its distractors in an order that says nothing.
fn options(desk: &Desk<'_>, key: usize, others: [usize; 3], id: &str) -> Vec<ChoiceOption> {
    let mut order: Vec<usize> = std::iter::once(key).chain(others).collect();
    // In a circle of four each name has one place, and so the key has each once.
    let salt = if desk.trusted { id } else { "" };
    order.sort_by_key(|i| hash(&format!("{salt} {}", desk.topics[*i].name.short)));
    let mut names = ids::Names::default();
    order
        .into_iter()
        .filter_map(|i| {
            let topic = &desk.topics[i];
            let option = OptionId::new(names.unique(&ids::slug(&topic.name.short))).ok()?;
            Some(ChoiceOption {
                id: option,
                text: Text::new(shown(desk, &topic.name)),
                correct: i == key,
                why: topic
                    .purpose
                    .as_ref()
                    .map(|p| Text::new(what_it_is(topic, p))),
            })
        })
        .collect()
}

/// A name among options: the only one in small letters would stand out.
fn shown(desk: &Desk<'_>, name: &Name) -> String {
    let word = name.short.split(['-', ' ']).next().unwrap_or("");
    let plain = word.chars().all(char::is_lowercase);
    match !desk.trusted && plain {
        true => sentence::capitalised(&name.short),
        false => name.short.clone(),
    }
}

/// A sentence that says what a topic is.
pub(super) fn what_it_is(topic: &Topic, purpose: &Purpose) -> String {
    let name = &topic.name.short;
    let s = &purpose.statement;
    let body = s.body.trim();
    if topic.language != Language::English {
        return format!("{name}: {}", sentence::ended(body));
    }
    let last = name.split_whitespace().next_back().unwrap_or("");
    let common = last.starts_with(char::is_lowercase) || !topic.name.is_proper();
    let be = if s.plural || topic.name.is_plural() && common {
        "are"
    } else {
        "is"
    };
    let text = match s.form {
        // `Placement groups are a way …` is right for some, so it stays unsaid.
        Form::Noun if be == "are" && !s.plural && !topic.vouched() => {
            format!("{name}: {}", as_written(&purpose.text, body))
        }
        Form::Noun | Form::Used | Form::For => format!("{name} {be} {body}"),
        Form::Verb if !topic.vouched() && !s.plural && topic.name.counts_many() => {
            format!("{name} {}", polish::agreeing(body))
        }
        Form::Verb | Form::Modal => format!("{name} {body}"),
        Form::To | Form::Base | Form::Fragment | Form::Clause if topic.vouched() => {
            format!("{name}: {body}")
        }
        _ => format!("{name}: {}", as_written(&purpose.text, body)),
    };
    sentence::ended(&text)
}

/// The end of a text with the first letter that its author gave it.
fn as_written<'a>(text: &'a str, body: &'a str) -> &'a str {
    let (text, body) = (
        text.trim().trim_end_matches('.'),
        body.trim_end_matches('.'),
    );
    text.len()
        .checked_sub(body.len())
        .and_then(|at| text.get(at..))
        .filter(|tail| tail.eq_ignore_ascii_case(body))
        .unwrap_or(body)
}

/// FNV-1a with a finisher that lets every letter reach the high bits, by which
/// is sorted: spreads keys over positions, the same on every machine.
pub(super) fn hash(text: &str) -> u64 {
    let h = text.bytes().fold(0xcbf2_9ce4_8422_2325, |h: u64, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let h = (h ^ (h >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let h = (h ^ (h >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    h ^ (h >> 33)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::domain::Choice;
    use crate::generator::{Source, generate};

    #[test]
    fn no_option_stands_out_by_its_letters_or_its_number() {
        let terms = [
            (
                "cleat",
                "A piece of iron that a mooring rope is wound around.",
            ),
            (
                "capstan",
                "A drum of oak that sailors turn to lift anchors.",
            ),
            (
                "fender",
                "A cushion of cork that keeps hulls from scraping walls.",
            ),
            ("beacon", "A fire on a tower that warns pilots of reefs."),
            (
                "lanterns",
                "Glass lamps that show fishermen the channel after dusk.",
            ),
            ("sluice", "A gate of planks that lets water into a dock."),
        ];
        let choices = choices(&terms);
        assert!(!choices.is_empty());
        for text in choices.iter().flatten() {
            assert!(text.starts_with(char::is_uppercase), "{text}");
            assert_ne!(text, "Lanterns");
        }
    }

    #[test]
    fn a_thing_and_its_letters_are_no_two_options() {
        let terms = [
            (
                "Keel Crane",
                "A machine of iron that lifts hulls out of the water.",
            ),
            (
                "TDL",
                "A basin of stone where moored hulls wait for repairs.",
            ),
            (
                "Tide Depth Log",
                "A book of figures that pilots keep about reefs.",
            ),
            (
                "Harbour Drum",
                "A barrel of oak that sailors turn to wind anchors.",
            ),
            (
                "Fog Bell",
                "A signal of bronze that warns fishermen after dusk.",
            ),
        ];
        let choices = choices(&terms);
        assert!(!choices.is_empty());
        for options in choices {
            let both = ["TDL", "Tide Depth Log"].map(|n| options.contains(&n.to_owned()));
            assert_ne!(both, [true, true], "{options:?}");
        }
    }

    /// The options of each question about the terms of a page.
    fn choices(terms: &[(&str, &str)]) -> Vec<Vec<String>> {
        let section = |(term, told): &(&str, &str)| format!("### {term}\n\n{told}\n\n");
        let sections: String = terms.iter().map(section).collect();
        let source = Source {
            path: "ports.md".into(),
            text: format!("# Ports\n\n{sections}"),
        };
        let made = generate(&[source], &[], None);
        let cards = made.decks.iter().flat_map(|d| &d.cards);
        let texts = |c: &Choice| c.options.iter().map(|o| o.text.to_string()).collect();
        cards.filter_map(|c| c.choice()).map(texts).collect()
    }
}
