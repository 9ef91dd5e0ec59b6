//! The account of a run: what was made, and what was left out and why.

use std::collections::BTreeMap;
use std::fmt;

/// The shapes of cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// A question that a person wrote.
    Authored,
    /// A term, asked for what it is.
    Term,
    /// A description, asked for its term.
    Description,
    /// One aspect or part of a topic.
    Feature,
    /// A table cell.
    Table,
    /// A short list.
    List,
    /// A sentence with its deciding word left out.
    Cloze,
    /// Two near neighbours held against each other.
    Comparison,
    /// A derived question with options.
    Choice,
}

impl Shape {
    /// The word in the account and in `--json`.
    pub fn label(self) -> &'static str {
        match self {
            Shape::Authored => "authored",
            Shape::Term => "term",
            Shape::Description => "description",
            Shape::Feature => "feature",
            Shape::Table => "table",
            Shape::List => "list",
            Shape::Cloze => "cloze",
            Shape::Comparison => "comparison",
            Shape::Choice => "choice",
        }
    }
}

/// Why something did not become a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Nothing readable.
    Empty,
    /// Only a link or an address.
    Link,
    /// Stops before it says anything.
    Unfinished,
    /// A question without its answer.
    Question,
    /// Speaks of its page, its author or another place.
    Points,
    /// Needs the sentence before it.
    Leans,
    /// Mostly signs, not words.
    Symbols,
    /// A caption or credit.
    Caption,
    /// References, contents, navigation.
    Apparatus,
    /// Steps of a lab, a quiz, a scenario, advice for an exam.
    Lesson,
    /// Tells the reader to go on, follow or read elsewhere.
    Invitation,
    /// Code.
    Code,
    /// Raw markup.
    Markup,
    /// A quotation.
    Quotation,
    /// An image and nothing else.
    Image,
    /// Prose in which no fact could be told apart.
    Narrative,
    /// A statement without a term or an aspect to ask for.
    Unasked,
    /// A heading with nothing under it.
    Bare,
    /// Too long for one card.
    Long,
    /// Too short to say anything.
    Short,
    /// The answer shows in the question.
    GivesAway,
    /// No question is known that only this would answer.
    Vague,
    /// Not sure enough, by what stands around it.
    Sparse,
    /// Fits several of its neighbours.
    Ambiguous,
    /// Too few tempting wrong answers.
    NoDistractors,
    /// Says what another card says.
    Repeated,
    /// A table that isn't one of terms and attributes.
    Layout,
    /// A cell without content of its own.
    Cell,
    /// A question whose dialect has errors.
    BadQuestion,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::Empty => "nothing to read",
            Reason::Link => "only a link",
            Reason::Unfinished => "stops before it says anything",
            Reason::Question => "a question without its answer",
            Reason::Points => "speaks of its own page or of another place",
            Reason::Leans => "makes no sense without the sentence before it",
            Reason::Symbols => "more signs than words",
            Reason::Caption => "a caption",
            Reason::Apparatus => "references, contents or navigation",
            Reason::Lesson => "steps of an exercise, a quiz or advice for an exam",
            Reason::Invitation => "an invitation to read elsewhere",
            Reason::Code => "code",
            Reason::Markup => "raw markup",
            Reason::Quotation => "a quotation",
            Reason::Image => "an image",
            Reason::Narrative => "prose in which no single fact stands out",
            Reason::Unasked => "no term or aspect to ask for",
            Reason::Bare => "a heading with nothing to ask under it",
            Reason::Long => "too long for one card",
            Reason::Short => "too short to say anything",
            Reason::GivesAway => "the question would give the answer away",
            Reason::Vague => "no question known that only this would answer",
            Reason::Sparse => "not sure enough; `unsure: keep` in the front matter keeps it",
            Reason::Ambiguous => "the description fits a neighbour as well",
            Reason::NoDistractors => "too few tempting wrong answers",
            Reason::Repeated => "says what another card says",
            Reason::Layout => "a table without terms and attributes",
            Reason::Cell => "a cell with nothing to ask",
            Reason::BadQuestion => "a question with errors",
        })
    }
}

/// Something left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Skipped {
    /// The file, as given.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// Why.
    pub reason: Reason,
    /// The card that was dropped, if it wasn't a whole passage.
    pub shape: Option<Shape>,
}

/// What a run made of its sources.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// Cards by shape.
    pub made: BTreeMap<Shape, usize>,
    /// In file order, then by line.
    pub skipped: Vec<Skipped>,
}

impl Account {
    /// All cards made.
    pub fn cards(&self) -> usize {
        self.made.values().sum()
    }

    /// Cards that were made and then left out as not sure enough.
    pub fn doubtful(&self) -> usize {
        let doubtful = |s: &&Skipped| s.reason == Reason::Sparse;
        self.skipped.iter().filter(doubtful).count()
    }

    /// How often each reason occurred, the most frequent first.
    pub fn reasons(&self) -> Vec<(Reason, usize)> {
        let mut counts: BTreeMap<Reason, usize> = BTreeMap::new();
        for s in &self.skipped {
            *counts.entry(s.reason).or_default() += 1;
        }
        let mut out: Vec<_> = counts.into_iter().collect();
        out.sort_by_key(|(reason, n)| (std::cmp::Reverse(*n), *reason));
        out
    }
}
