//! What is known after reading: topics and the facts each of them owns.

use super::account::{Reason, Shape, Skipped};
use super::language::Language;
use super::mentions::Mentions;
use super::name::Name;
use super::sentence;
use super::statement::Statement;
use super::words;
use crate::domain::TaskId;
use std::collections::HashSet;

/// What a topic is for, or what it is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Purpose {
    /// The sentence or two, as the notes have them, cleaned.
    pub(super) text: String,
    pub(super) statement: Statement,
    pub(super) line: u32,
}

/// How a fact is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Ask {
    /// By its lead and its topic's name.
    Lead(String),
    /// By a question that is already whole.
    Direct(String),
    /// By a table's column.
    Cell(String),
    /// By a table's column, in the place where the row plays its part.
    Placed {
        /// The column.
        column: String,
        /// What the rows play their part for.
        place: String,
        /// The part, where the place doesn't tell it: `origin`.
        part: Option<String>,
    },
    /// It has no handle of its own: a statement about the topic, and whether it
    /// stood in prose rather than in a list of its like.
    Statement(Statement, bool),
}

/// One thing to know about a topic.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fact {
    /// The last part of its id, before it is made unique.
    pub(super) key: String,
    pub(super) ask: Ask,
    pub(super) text: String,
    pub(super) line: u32,
    pub(super) shape: Shape,
}

/// A thing that the notes explain.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Topic {
    pub(super) name: Name,
    /// The slug its author fixed.
    pub(super) slug: Option<String>,
    pub(super) task: Option<TaskId>,
    /// Core cards at most, where its author says so (`core=0` in the heading).
    pub(super) core: Option<usize>,
    /// Ids of vanished cards that its own continue, or of a whole topic, as
    /// its author says (`was=old-slug` in the heading).
    pub(super) was: Vec<String>,
    pub(super) line: u32,
    /// The topic it is a part of, if its name needs that to be clear.
    pub(super) owner: Option<usize>,
    /// The nearest thing by name whose section it stands in: `RopeNet` above
    /// `Critical terms`.
    pub(super) home: Option<String>,
    /// Whether it is such a thing itself, and no chapter.
    pub(super) houses: bool,
    /// The heading that gathers it with its siblings.
    pub(super) category: Option<String>,
    /// Siblings share it.
    pub(super) group: u32,
    /// What its siblings are: `service`.
    pub(super) kind: Option<&'static str>,
    pub(super) purpose: Option<Purpose>,
    pub(super) facts: Vec<Fact>,
    pub(super) reference: Option<String>,
    pub(super) status: Option<String>,
    pub(super) language: Language,
    /// Whether it is a heading that gathers others rather than a thing.
    pub(super) gathers: bool,
    /// Whether its heading names two things, or describes: a sentence that
    /// doesn't name it may be about something else.
    pub(super) joint: bool,
    /// The level of its heading; 7 where a line names it.
    pub(super) rank: u8,
}

impl Topic {
    /// Whether anything is known of it.
    pub(super) fn is_empty(&self) -> bool {
        self.purpose.is_none() && self.facts.is_empty()
    }

    /// Takes its place away: its name is clear alone, or of several sections.
    pub(super) fn unplace(&mut self) {
        self.owner = None;
        self.home = None;
    }

    /// Whether its author wrote it in the dialect of summaries.
    pub(super) fn vouched(&self) -> bool {
        self.slug.is_some()
    }

    /// All that is said of it, for comparing.
    pub(super) fn everything(&self) -> String {
        let mut out = self
            .purpose
            .as_ref()
            .map(|p| p.text.clone())
            .unwrap_or_default();
        for fact in &self.facts {
            out.push(' ');
            if let Ask::Lead(lead) | Ask::Cell(lead) | Ask::Placed { column: lead, .. } = &fact.ask
            {
                out.push_str(lead);
                out.push(' ');
            }
            out.push_str(&fact.text);
        }
        out
    }
}

/// All that one source yields.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) topics: Vec<Topic>,
    pub(super) skipped: Vec<Skipped>,
    /// Pairs of topics that a table or heading holds against each other, with
    /// the aspect and both answers.
    pub(super) contrasts: Vec<Contrast>,
    /// Lines that set things against each other, in small letters.
    pub(super) sided: Vec<String>,
    /// How often the page names what.
    pub(super) mentions: Mentions,
    /// Whether it is written in traditional Chinese.
    pub(super) traditional: bool,
    /// Who makes many of its things, in small letters.
    pub(super) makers: HashSet<String>,
    /// The one thing that the page is about.
    pub(super) subject: Option<String>,
    /// The platform on which the page's things are at home.
    pub(super) realm: Option<String>,
}

/// Two things held against each other in one aspect.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Contrast {
    pub(super) a: String,
    pub(super) b: String,
    pub(super) aspect: String,
    pub(super) of_a: String,
    pub(super) of_b: String,
    pub(super) line: u32,
    pub(super) task: Option<TaskId>,
    pub(super) language: Language,
}

impl Reading {
    /// Before anything is read, only which things the text sets apart.
    pub(super) fn of(text: &str) -> Self {
        Self {
            sided: set_apart(text),
            mentions: Mentions::of(text),
            traditional: super::language::is_traditional(text),
            ..Self::default()
        }
    }

    /// Whether a line sets the two names against each other.
    pub(super) fn sets_apart(&self, a: &str, b: &str) -> bool {
        let (a, b) = (a.to_lowercase(), b.to_lowercase());
        let both = |l: &String| match a.is_ascii() {
            true => sentence::contains_words(l, &a) && sentence::contains_words(l, &b),
            false => l.contains(&a) && l.contains(&b),
        };
        self.sided.iter().any(both)
    }

    pub(super) fn skip(&mut self, file: &str, line: u32, reason: Reason, shape: Option<Shape>) {
        self.skipped.push(Skipped {
            file: file.to_owned(),
            line,
            reason,
            shape,
        });
    }
}

/// The lines that set things against each other (`A vs B`), in small letters.
fn set_apart(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::to_lowercase);
    let short = lines.filter(|l| words::count(l) <= 16);
    let signs = [
        " vs ",
        " vs. ",
        " versus ",
        "difference between ",
        "differences between ",
        "compared to ",
        "compared with ",
        "違い",
        "比較",
        "区别",
        "differenz",
        "diferencia",
        "diferença",
        "différence",
        "unterschied",
    ];
    short
        .filter(|l| signs.iter().any(|s| l.contains(s)))
        .collect()
}
