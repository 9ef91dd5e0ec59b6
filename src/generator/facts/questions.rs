//! Headings that are whole questions: what somebody wrote to be asked is asked
//! as it stands, and the text below is its answer.

use super::meaning::{cannot_define, leans_by_subject};
use super::{MAX_ANSWER, Scope, Walk};
use crate::generator::account::Shape;
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
        let question = enumerator::unnumbered(title);
        // `What is a quorum?` names its term, and is read as a name.
        let named = Name::of(&question).is_some();
        // `Which of these is NOT …?` is answered by somebody's options.
        let quiz = question
            .split_whitespace()
            .any(|w| matches!(w, "NOT" | "EXCEPT" | "**NOT**"));
        if named || quiz || !asks(&question) || lesson::advises(&question) {
            return false;
        }
        let blocks: Vec<&Block> = section
            .blocks
            .iter()
            .filter(|b| !matches!(b, Block::Markup(_)))
            .collect();
        let answer = match &blocks[..] {
            [Block::Paragraph(rich, _)] => sentence::first_sentences(&rich.plain(), MAX_ANSWER, 2),
            _ => None,
        };
        let Some(answer) = answer.filter(|a| answers(a, self.language)) else {
            return false;
        };
        let Some(name) = Name::of(&subject(&question)) else {
            return false;
        };
        let line = section.place.line;
        let topic = match above.topic.filter(|t| !self.reading.topics[*t].gathers) {
            Some(topic) => topic,
            None => self.add(name, line, above),
        };
        self.reading.topics[topic].facts.push(Fact {
            key: ids::keywords(&question),
            ask: Ask::Direct(sentence::capitalised(&question)),
            text: sentence::ended(&sentence::capitalised(&answer)),
            line,
            shape: Shape::Feature,
        });
        true
    }
}

/// Whether a question makes sense on a card of its own.
fn asks(question: &str) -> bool {
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
fn subject(question: &str) -> String {
    let bare = question.trim_end_matches(['?', '？', ' ']);
    let words: Vec<&str> = bare.split_whitespace().collect();
    let from = words.len().saturating_sub(3);
    words[from..].join(" ")
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

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
