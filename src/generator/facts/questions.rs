//! Headings that are whole questions: what somebody wrote to be asked is asked
//! as it stands, and the text below is its answer.

use super::lists::first_line;
use super::meaning::{cannot_define, leans_by_subject};
use super::{MAX_ANSWER, Scope, Walk};
use crate::generator::account::{Reason, Shape};
use crate::generator::alone;
use crate::generator::enumerator;
use crate::generator::ids;
use crate::generator::language::Language;
use crate::generator::lesson;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::outline::{Block, Section};
use crate::generator::sentence;
use crate::generator::topic::{Ask, Fact};
use crate::generator::words;

impl Walk<'_> {
    /// A card for a heading that is a question of its own; whether it was one
    /// and has its answer.
    pub(super) fn own_question(&mut self, section: &Section, title: &str, above: &Scope) -> bool {
        let question = impersonal(enumerator::unnumbered(title));
        let marked = marked_answer(&section.blocks);
        // Of a quiz only what is marked as the answer is one; the rest tells
        // why the other options are wrong.
        if is_quiz(&question) || question.ends_with(['?', '？']) && marked.is_some() {
            let told = marked.filter(|a| !is_quiz(&question) && is_whole(&question, a));
            if told.is_none_or(|a| !self.tell_answer(section, &question, &a, above)) {
                self.skip(section.place.line, Reason::Question);
            }
            return true;
        }
        // `What is a quorum?` names its term, and is read as a name.
        let named = Name::of(&question).is_some();
        if named || !asks(&question) || lesson::advises(&question) {
            return false;
        }
        let blocks: Vec<&Block> = section
            .blocks
            .iter()
            .filter(|b| !matches!(b, Block::Markup(_)))
            .collect();
        let only = match &blocks[..] {
            [Block::Paragraph(rich, _)] => Some(rich),
            [Block::List(items, _)] => match &items[..] {
                [one] if one.blocks.len() == 1 && one.task.is_none() => first_line(one),
                _ => None,
            },
            _ => None,
        };
        let answer = only.and_then(|r| sentence::first_sentences(&r.plain(), MAX_ANSWER, 2));
        let Some(answer) = answer.filter(|a| answers(a, self.language) && names_both(&question, a))
        else {
            return false;
        };
        self.tell_answer(section, &question, &answer, above)
    }

    /// The card of a question and its answer.
    fn tell_answer(
        &mut self,
        section: &Section,
        question: &str,
        answer: &str,
        above: &Scope,
    ) -> bool {
        let Some(name) = subject(question).and_then(|s| Name::of(&s)) else {
            return false;
        };
        let line = section.place.line;
        let topic = match above.topic.filter(|t| !self.reading.topics[*t].gathers) {
            Some(topic) => topic,
            None => self.add(name, line, above),
        };
        self.tell_question(topic, question, answer, line, Shape::Feature);
        true
    }

    /// The fact of a question that stands as it is asked.
    pub(super) fn tell_question(
        &mut self,
        topic: usize,
        question: &str,
        answer: &str,
        line: u32,
        shape: Shape,
    ) {
        let text = match answer.starts_with("- ") {
            true => answer.to_owned(),
            false => sentence::ended(&sentence::capitalised(answer)),
        };
        self.reading.topics[topic].facts.push(Fact {
            key: ids::keywords(question),
            ask: Ask::Direct(sentence::capitalised(question)),
            text,
            line,
            shape,
        });
    }
}

/// A heading without the letter that only says that it is a question: `Q: …`,
/// `Q3. …`.
pub(super) fn unlettered(title: &str) -> &str {
    let rest = title
        .strip_prefix(['Q', 'q'])
        .filter(|_| title.ends_with(['?', '？']));
    let Some(rest) = rest else {
        return title;
    };
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix([':', '.', ')']) {
        Some(asked) => asked.trim_start(),
        None => title,
    }
}

/// Whether an answer speaks of both sides, where a question sets two against
/// each other.
fn names_both(question: &str, answer: &str) -> bool {
    let bare = question.trim_end_matches(['?', '？']);
    let Some((one, other)) = bare.split_once(" vs. ").or_else(|| bare.split_once(" vs ")) else {
        return true;
    };
    let low = answer.to_lowercase();
    let says = |side: &str| words::words(side).any(|w| low.contains(&w));
    let last = one.split_whitespace().next_back().unwrap_or("");
    let end = other.split_whitespace().next_back().unwrap_or("");
    says(last) && says(end)
}

/// `Which of these is NOT …?`: answered by options that the card hasn't got.
pub(super) fn is_quiz(question: &str) -> bool {
    question
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| matches!(w, "NOT" | "EXCEPT"))
        && question.ends_with(['?', '？', ':'])
}

/// What a team asks itself: `How will we measure it?`
pub(super) fn of_a_group(question: &str) -> bool {
    static OURS: Listed = Listed::new("we our us my");
    question
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .any(|w| OURS.has(w))
}

/// `Can I turn my boat?` → `Can you turn your boat?`
pub(super) fn impersonal(question: &str) -> String {
    let other = question.split(' ').map(|w| match w {
        "I" => "you",
        "my" => "your",
        "mine" => "yours",
        w => w,
    });
    other.collect::<Vec<_>>().join(" ")
}

/// What a quiz marks as the right answer: `Correct answer: …`, or the line
/// below these words.
fn marked_answer(blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|b| {
        let Block::Paragraph(rich, _) = b else {
            return None;
        };
        let lines = rich.lines();
        let mut lines = lines.iter().map(|l| sentence::trim(&l.plain()));
        let told = lines.find_map(|l| answer_after(&l).map(str::to_owned))?;
        match told.is_empty() {
            true => Some(lines.next().unwrap_or_default()),
            false => Some(told),
        }
    })
}

/// The rest of a line that begins with `Answer:`.
fn answer_after(line: &str) -> Option<&str> {
    let bare = sentence::strip_symbols(line).trim_start();
    let low = bare.to_lowercase();
    ["correct answer", "right answer", "answer"]
        .iter()
        .find(|w| low.starts_with(**w) && low.len() == bare.len())
        .and_then(|w| bare[w.len()..].strip_prefix(':'))
        .map(str::trim)
}

/// Whether a quiz's question can do without its options.
fn is_whole(question: &str, answer: &str) -> bool {
    let low = question.to_lowercase();
    let options = ["of the following", "of these", "statement", " option"]
        .iter()
        .any(|w| low.contains(w));
    let letter = answer.split([' ', '.', ')', ',']).next().unwrap_or("");
    !options
        && letter.chars().count() > 1
        && asks(question)
        && words::count(question) <= 30
        && words::count(answer) <= MAX_ANSWER
        && alone::stands_alone(answer).is_ok()
}

/// Whether a question makes sense on a card of its own.
pub(super) fn asks(question: &str) -> bool {
    let lower = question.to_lowercase();
    static POINTS: Listed = Listed::new(
        "it its this that these those they them he she i we my our me us here above below es das dies",
    );
    let points = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(|w| POINTS.has(w));
    question.ends_with(['?', '？']) && words::count(question) >= 4 && !points
}

/// Whether a text answers without what stood around it.
fn answers(text: &str, language: Language) -> bool {
    let english = language == Language::English;
    words::count(text) >= 4
        && alone::stands_alone(text).is_ok()
        && !leans_by_subject(text)
        && !(english && cannot_define(text))
        && !lesson::advises(text)
}

/// What a question is about, for the id of its topic: its last words.
pub(super) fn subject(question: &str) -> Option<String> {
    let bare = question.trim_end_matches(['?', '？', ' ']);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let from = words.len().saturating_sub(3);
    let last = &words[from..];
    let stops = last
        .iter()
        .take_while(|w| words::is_stop(&w.to_lowercase()));
    let subject = last[stops.count()..].join(" ");
    (!subject.is_empty()).then_some(subject)
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

    #[test]
    fn of_a_quiz_only_the_marked_answer_counts() {
        let page = "# Harbour quiz\n\n### 1. Which lamp is NOT shown by a tug?\n\n\
            **✅ Correct answer:**  \n**The blue lamp**\n\nTugs show:\n\n\
            - Red lamps at port\n- Green lamps at starboard\n- White lamps astern\n\n\
            ### 2. Which crew pulls a liner to the berth?\n\n\
            **✅ Correct answer:** *The sailors of a tug*\n\n\
            Explanation:\n\n- Pilots only steer\n- Dockers only unload\n\n\
            ### 3. Which of these is a knot?\n\nAnswer: B\n\n- A pier\n- A bowline\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f.starts_with("Which crew pulls") && b == "The sailors of a tug."),
            "{cards:?}"
        );
        assert_eq!(cards.len(), 1, "{cards:?}");
    }

    #[test]
    fn a_list_further_down_answers_no_question_of_a_heading() {
        let page = "# The siege of Basalt Bay\n\n## Why did the siege of the pier fail?\n\n\
            In spring a second fleet came from the north and anchored outside.\n\n\
            The admiral now hatched a plan of his own. He proposed:\n\n\
            - Landing crews on the island\n- Burning the old lighthouse\n- Sailing through the fog\n";
        assert!(
            cards(page).iter().all(|(_, b)| !b.contains("lighthouse")),
            "{:?}",
            cards(page)
        );
    }

    #[test]
    fn of_two_that_are_set_against_each_other_both_are_told() {
        let asked = |answer: &str| {
            let page = format!(
                "# Harbour\n\n## RopeNet\n\nRopeNet is a service that moors boats at a free pier.\n\n\
                Use cases:\n\n* Q: When should I use Basalt RopeNet vs. Basalt TideHub?\n    * {answer}\n"
            );
            let front = "When should you use Basalt RopeNet vs. Basalt TideHub?";
            cards(&page).iter().any(|(f, _)| f == front)
        };
        assert!(asked(
            "RopeNet holds small boats, TideHub holds ferries that stay overnight."
        ));
        assert!(!asked(
            "RopeNet holds small boats that stay overnight in a dock."
        ));
    }

    #[test]
    fn a_letter_before_a_question_is_no_part_of_it() {
        let page = "# RopeNet\n\n##### Q: Is there a limit on the length of a rope?\n\n\
            * Ropes are limited to eighty metres.\n\n##### Q3. Can I give my berth to another boat?\n\n\
            * A berth can be given to any boat of the same harbour.\n";
        let fronts = fronts(page);
        assert!(
            fronts.contains(&"In RopeNet, is there a limit on the length of a rope?".to_owned()),
            "{fronts:?}"
        );
        assert!(
            fronts.contains(&"In RopeNet, can you give your berth to another boat?".to_owned()),
            "{fronts:?}"
        );
    }

    #[test]
    fn a_question_that_somebody_wrote_is_asked_as_it_stands() {
        let page = "# Harbour questions\n\n## Why do harbours dredge their fairways?\n\n\
            Silt settles in still water and would let large ships run aground.\n\n\
            ## Why is this important?\n\nBecause of that.\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f == "Why do harbours dredge their fairways?"
                    && b.starts_with("Silt settles")),
            "{cards:?}"
        );
        assert!(fronts(page).iter().all(|f| !f.contains("important")));
    }
}
