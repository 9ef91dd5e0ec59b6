//! Questions and answers one after another in running text: `**Q: …?**` and
//! below it `A: …`, or the paragraph or short list that follows. Somebody wrote
//! them to be asked, so they are asked as they stand.

use super::answers::short_lines;
use super::questions::{asks, impersonal, is_quiz, unlettered};
use super::{MAX_ANSWER, Scope, Walk};
use crate::generator::account::{Reason, Shape};
use crate::generator::alone;
use crate::generator::enumerator;
use crate::generator::lead;
use crate::generator::name::Name;
use crate::generator::outline::{Block, Place};
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::words;

/// The longest question in words.
const MAX_QUESTION: usize = 30;

impl Walk<'_> {
    /// Reads a question with its answer; tells whether it was one, and whether
    /// the answer was the next block.
    pub(super) fn dialogue(
        &mut self,
        rich: &Rich,
        place: &Place,
        next: Option<&Block>,
        scope: &Scope,
    ) -> Option<bool> {
        let lines = rich.lines();
        let (first, rest) = lines.split_first()?;
        let (question, below) = match asked(first) {
            Some(question) => (question, rest.iter().map(Rich::plain).collect()),
            None if rest.is_empty() => inline(first)?,
            None => return None,
        };
        let below: Vec<String> = below
            .iter()
            .map(|l| sentence::trim(l))
            .filter(|l| !l.is_empty())
            .collect();
        let (answer, next_taken) = match below.is_empty() {
            false => match chosen(&below) {
                Some(answer) => (answer, false),
                None => (told(&below.join(" ")), false),
            },
            true => match next {
                Some(Block::Paragraph(answer, _)) if asked(answer).is_none() => {
                    let labelled =
                        lead::split(answer).is_some_and(|l| l.marked && !l.text.is_empty());
                    let text = sentence::trim(&answer.plain());
                    (
                        told(&text).filter(|_| !labelled || answer_label(&text).is_some()),
                        true,
                    )
                }
                Some(Block::List(items, _)) => (short_lines(items), true),
                _ => return None,
            },
        };
        let whole = asks(&question) && !is_quiz(&question) && !of_options(&question);
        let whole = whole && words::count(&question) <= MAX_QUESTION;
        let answer = answer.filter(|a| whole && answers(a));
        match answer {
            Some(answer) => self.tell_dialogue(&question, answer, place, scope),
            None => self.skip(place.line, Reason::Question),
        }
        Some(next_taken)
    }

    fn tell_dialogue(&mut self, question: &str, answer: String, place: &Place, scope: &Scope) {
        let topic = match scope.topic.filter(|t| !self.reading.topics[*t].gathers) {
            Some(topic) => topic,
            None => match super::questions::subject(question).and_then(|s| Name::of(&s)) {
                Some(name) => self.add(name, place.line, scope),
                None => return self.skip(place.line, Reason::Question),
            },
        };
        self.tell_question(topic, question, &answer, place.line, Shape::Feature);
    }
}

/// The question that a line is: wholly bold or in code, or with a `Q:`.
fn asked(line: &Rich) -> Option<String> {
    let plain = sentence::trim(&line.plain());
    let plain = plain.trim_matches('`').trim();
    let bare = enumerator::unnumbered(plain);
    let bare = bare.trim_start_matches(|c: char| c.is_ascii_digit());
    let bare = bare.trim_start_matches([' ', '-', '.', ')']);
    let question = unlettered(bare);
    let marked = question.len() < bare.len();
    let set_off = line
        .spans
        .iter()
        .all(|s| s.style.strong || s.style.code || s.text.trim().is_empty());
    (question.ends_with(['?', '？']) && (marked || set_off)).then(|| impersonal(question))
}

/// `**Which rope holds a ferry?** One of steel.`: both in one line. A question
/// that names its term is read as that term's heading.
fn inline(line: &Rich) -> Option<(String, Vec<String>)> {
    let bold = line.spans.iter().take_while(|s| s.style.strong).count();
    let (question, answer) = line.spans.split_at(bold);
    let text = |spans: &[crate::generator::rich::Span]| {
        spans.iter().map(|s| s.text.as_str()).collect::<String>()
    };
    let question = impersonal(unlettered(enumerator::unnumbered(&sentence::trim(&text(
        question,
    )))));
    let asks = question.ends_with(['?', '？']) && Name::of(&question).is_none();
    let answer = text(answer);
    (asks && !answer.trim().is_empty()).then(|| (question, vec![answer]))
}

/// The rest of a line that begins with `A:`.
fn answer_label(text: &str) -> Option<&str> {
    ["A: ", "Answer: ", "Ans: ", "Short answer: "]
        .iter()
        .find_map(|l| text.strip_prefix(l))
}

/// Of lettered options the one that is marked, or whose letter the answer
/// names: `B. Bowline`, … `Answer: B`. Nothing where these are no options.
fn chosen(below: &[String]) -> Option<Option<String>> {
    let option = |line: &String| {
        let bare = sentence::strip_symbols(line).trim_start().to_owned();
        let mut letters = bare.chars();
        let letter = letters.next().filter(char::is_ascii_uppercase)?;
        let rest = letters
            .as_str()
            .strip_prefix(['.', ')'])?
            .strip_prefix(' ')?;
        let text = rest.trim_end_matches(['✅', '✓', '✔', ' ']).to_owned();
        Some((letter, text, line.contains(['✅', '✓', '✔'])))
    };
    let options: Vec<(char, String, bool)> = below.iter().filter_map(option).collect();
    if options.len() < 2 {
        return None;
    }
    let named = below
        .iter()
        .filter_map(|l| answer_label(sentence::strip_symbols(l).trim_start()))
        .find_map(|a| {
            let mut letters = a.trim_start_matches('*').chars();
            let letter = letters.next()?;
            let alone = letters.next().is_none_or(|c| !c.is_alphanumeric());
            alone.then_some(letter)
        });
    let right: Vec<&(char, String, bool)> = options
        .iter()
        .filter(|(letter, _, ticked)| named.map_or(*ticked, |n| n == *letter))
        .collect();
    Some(match &right[..] {
        [(_, text, _)] => Some(text.clone()),
        _ => None,
    })
}

/// What an answer says first, without its label.
fn told(text: &str) -> Option<String> {
    let labelled = answer_label(text);
    let said = labelled.unwrap_or(text).trim();
    let short = sentence::first_sentences(said, MAX_ANSWER, 2)?;
    let named = Name::of(short.trim_end_matches('.')).is_some_and(|n| n.is_proper());
    (labelled.is_some() || named || words::count(&short) >= 4).then_some(short)
}

/// Whether an answer says something by itself.
fn answers(text: &str) -> bool {
    let low = text.trim_end_matches('.').to_lowercase();
    let bare = matches!(low.as_str(), "yes" | "no" | "true" | "false" | "it depends");
    let listed = text.starts_with("- ");
    !bare && (listed || alone::stands_alone(text).is_ok() && !alone::labelled(text))
}

/// `Which of the following …`: the options are elsewhere.
fn of_options(question: &str) -> bool {
    let low = question.to_lowercase();
    ["of the following", "of these", "statement", "option "]
        .iter()
        .any(|w| low.contains(w))
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::cards;

    #[test]
    fn questions_and_answers_in_running_text_are_cards() {
        let page = "# Harbour\n\n## Quick facts\n\n**Q: What is the default length of a mooring rope?**\n\
            A: Twelve metres\n\n**Q: Can two ferries share one pier?**\nA: Yes\n\n\
            **Which lamp marks the end of the pier?**\n\nShips steer by a red light.\n\n\
            **Which of the following is a knot?**\n\nBowline Knot\n\n\
            **Which machine lifts the heaviest stones?**  \nA. Jib crane  \nB. Gantry crane  \nAnswer: B\n";
        let cards = cards(page);
        let has = |front: &str, back: &str| cards.iter().any(|(f, b)| f == front && b == back);
        assert!(
            has(
                "What is the default length of a mooring rope?",
                "Twelve metres."
            ),
            "{cards:?}"
        );
        assert!(
            has(
                "Which lamp marks the end of the pier?",
                "Ships steer by a red light."
            ),
            "{cards:?}"
        );
        assert!(
            cards
                .iter()
                .all(|(f, _)| !f.contains("following") && !f.contains("ferries")),
            "{cards:?}"
        );
        assert!(
            has("Which machine lifts the heaviest stones?", "Gantry crane."),
            "{cards:?}"
        );
    }
}
