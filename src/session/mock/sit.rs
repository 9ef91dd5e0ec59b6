//! Sitting a paper: from the fold to the desk and back.

use crate::domain::answer::is_right;
use crate::domain::event::{MockAnswered, MockStarted};
use crate::domain::{CardRef, Catalogue, Choice};
use crate::exam::clock::Reading;
use crate::exam::heartbeat::{Heartbeat, Journaled, last_known};
use crate::exam::sitting::{Sitting, Watch};
use crate::scheduling::paper::Paper;

/// How many options each question of a paper asks for.
pub fn choose_of(paper: &MockStarted, catalogue: &Catalogue) -> Vec<u8> {
    let keys = |card: &CardRef| {
        let ix = catalogue.find(card)?;
        Some(catalogue.entry(ix).keys.max(1))
    };
    let questions = paper.questions.iter();
    questions.map(|q| keys(&q.card).unwrap_or(1)).collect()
}

/// A paper that has just begun.
pub fn begin(paper: &Paper, catalogue: &Catalogue, watch: Watch, now: &Reading) -> Sitting {
    let choose = choose_of(&paper.started, catalogue);
    Sitting::begin(paper.started.clone(), &choose, watch, now)
}

/// An open paper as it was left, its clock standing until someone says how it
/// goes on.
pub fn take_up(
    paper: &Paper,
    catalogue: &Catalogue,
    watch: Watch,
    heartbeat: Option<Heartbeat>,
    now: &Reading,
) -> Sitting {
    let journal = Journaled {
        mock: paper.id(),
        elapsed_ms: paper.elapsed_ms,
        at: paper.touched,
        question: paper.latest,
    };
    let (mark, question) = last_known(journal, heartbeat);
    let choose = choose_of(&paper.started, catalogue);
    let started = paper.started.clone();
    let mut sitting = Sitting::halted(started, &choose, &paper.answers, watch, mark);
    sitting.go_to(usize::from(question).saturating_sub(1), now);
    sitting
}

/// The verdict on each question by today's keys: all or nothing, and wrong
/// without an answer. `choice`: a question's wording; a question that is gone
/// can't be right.
pub fn verdicts(
    paper: &MockStarted,
    answers: &[Option<MockAnswered>],
    mut choice: impl FnMut(&CardRef) -> Option<Choice>,
) -> Vec<bool> {
    let questions = paper.questions.iter().enumerate();
    questions
        .map(|(i, question)| {
            let answer = answers.get(i).and_then(Option::as_ref);
            let chosen = answer.map(|a| a.chosen.as_slice()).unwrap_or_default();
            !chosen.is_empty() && choice(&question.card).is_some_and(|c| is_right(&c, chosen))
        })
        .collect()
}
