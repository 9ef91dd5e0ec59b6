//! Questions that a person wrote, in the dialect of summaries.
//!
//! A heading `Question: title {#slug task=3.3 level=2 concept=x tests=a/b}`, a
//! stem, a task list of options with a rationale after ` — `, and a quotation
//! with `Explanation:`, `Reference:` and `Status:`. A heading `Card: front
//! {#slug}` with the back below it is a flashcard. Every error says where it
//! stands and how to mend it.

mod attributes;
mod options;

pub(super) use attributes::{check_topic, task};

use super::ids;
use super::markdown::Lines;
use super::outline::{Block, Place, Section};
use crate::domain::{Card, CardId, Choice, Face, Flashcard, Origin, Problem, Severity, Text};

/// A question, with where its references to facts stand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Authored {
    pub(super) card: Card,
    pub(super) line: u32,
    /// Line and column of the attributes.
    pub(super) at: (u32, u32),
}

/// Whether a heading `Question: …` was written for this program: a stranger's
/// has neither an id nor a task list, and is notes.
pub(super) fn is_dialect(section: &Section) -> bool {
    let boxes =
        |b: &Block| matches!(b, Block::List(items, _) if items.iter().any(|i| i.task.is_some()));
    section.attributes.id.is_some()
        || !section.attributes.pairs.is_empty()
        || section.blocks.iter().any(boxes)
}

/// Reads one question; problems go to the list, and an error drops it.
pub(super) fn read(
    section: &Section,
    file: &str,
    source: &str,
    lines: &Lines,
    problems: &mut Vec<Problem>,
) -> Option<Authored> {
    let mut reader = Reader::of(file, source, lines);
    let title = section.heading.plain().trim().to_lowercase();
    let read = match title.starts_with("card:") {
        true => reader.flashcard(section),
        false => reader.question(section),
    };
    problems.append(&mut reader.found);
    read.filter(|_| !reader.failed)
}

struct Reader<'a> {
    file: Text,
    source: &'a str,
    lines: &'a Lines,
    found: Vec<Problem>,
    failed: bool,
}

impl<'a> Reader<'a> {
    fn of(file: &str, source: &'a str, lines: &'a Lines) -> Self {
        Self {
            file: Text::new(file),
            source,
            lines,
            found: Vec::new(),
            failed: false,
        }
    }

    fn report(
        &mut self,
        severity: Severity,
        offset: usize,
        code: &'static str,
        what: &str,
        help: &str,
    ) {
        self.failed |= severity != Severity::Warning;
        let at = self.lines.column(self.source, offset);
        let problem = Problem::of_file(&self.file, severity, code, what)
            .at(at)
            .help(help);
        self.found.push(problem);
    }

    fn error(&mut self, offset: usize, code: &'static str, what: &str, help: &str) {
        self.report(Severity::Quarantine, offset, code, what, help);
    }

    fn warn(&mut self, offset: usize, code: &'static str, what: &str, help: &str) {
        self.report(Severity::Warning, offset, code, what, help);
    }

    fn slice(&self, place: &Place) -> &str {
        self.source.get(place.bytes.clone()).unwrap_or("")
    }

    /// Where an attribute stands in its heading's line.
    fn attribute_at(&self, section: &Section, text: &str) -> usize {
        let line = self.slice(&section.place);
        let open = line.rfind('{').unwrap_or(0);
        let within = line[open..].find(text).map_or(0, |at| open + at);
        section.place.bytes.start + within
    }

    /// Front and back as they were written.
    fn flashcard(&mut self, section: &Section) -> Option<Authored> {
        let start = section.place.bytes.start;
        let heading = self.slice(&section.place).to_owned();
        let heading = heading.lines().next().unwrap_or_default();
        let front = heading.split_once(':').map_or("", |(_, t)| t).trim();
        // Attributes that were understood are no part of it.
        let known = section.attributes.id.is_some() || !section.attributes.pairs.is_empty();
        let front = match front.rfind('{').filter(|_| known) {
            Some(at) => front[..at].trim(),
            None => front,
        };
        if front.is_empty() {
            self.error(
                start,
                "no-front",
                "the card asks nothing",
                "write its front after `Card:`",
            );
        }
        let slug = match &section.attributes.id {
            Some(id) => id.clone(),
            None => {
                self.warn(
                    start,
                    "card-without-id",
                    "the card has no id of its own, so another front would make it another card",
                    "write {#a-short-slug} after its front",
                );
                ids::slug(front)
            }
        };
        let Ok(id) = CardId::new(format!("card/{slug}")) else {
            let at = self.attribute_at(section, &slug);
            self.error(
                at,
                "bad-id",
                &format!("\"{slug}\" can't be an id"),
                "use lower-case letters, digits and '-'",
            );
            return None;
        };
        let mut card = Card::bare(id, Face::Flashcard(Flashcard::default()));
        self.attributes(section, &mut card);
        let quote = |b: &Block| matches!(b, Block::Quote(..));
        let back = match (
            section.blocks.first(),
            section.blocks.iter().rfind(|b| !quote(b)),
        ) {
            (Some(first), Some(last)) => {
                let (from, to) = (first.place().bytes.start, last.place().bytes.end);
                self.source.get(from..to).unwrap_or("").trim()
            }
            _ => "",
        };
        if back.is_empty() {
            self.error(
                start,
                "no-back",
                "the card has no back",
                "write it below the heading",
            );
        }
        let back = back.to_owned();
        let more = self.remarks(&section.blocks, &mut card);
        let back = match more {
            Some(more) if !back.contains(more.as_str()) => format!("{back}\n\n{more}"),
            _ => back,
        };
        card.face = Face::Flashcard(Flashcard {
            front: Text::new(front),
            back: Text::new(back),
        });
        Some(Authored {
            card,
            line: section.place.line,
            at: self.lines.column(self.source, start),
        })
    }

    fn question(&mut self, section: &Section) -> Option<Authored> {
        let start = section.place.bytes.start;
        let title = section.heading.plain();
        let title = title
            .split_once(':')
            .map_or("", |(_, t)| t)
            .trim()
            .to_owned();
        let slug = match &section.attributes.id {
            Some(id) => id.clone(),
            None => {
                self.warn(
                    start,
                    "question-without-id",
                    "the question has no id of its own",
                    "write {#a-short-slug task=N.N} after its title",
                );
                ids::slug(&title)
            }
        };
        let Ok(id) = CardId::new(format!("q/{slug}")) else {
            let at = self.attribute_at(section, &slug);
            self.error(
                at,
                "bad-id",
                &format!("\"{slug}\" can't be an id"),
                "use lower-case letters, digits and '-'",
            );
            return None;
        };
        let face = Face::Choice(Choice {
            stem: Text::default(),
            options: Vec::new(),
            explanation: None,
            level: None,
            tests: Vec::new(),
            origin: Origin::Authored,
        });
        let mut card = Card::bare(id, face);
        let (level, tests) = self.attributes(section, &mut card);
        let mut choice = self.body(section, &mut card)?;
        choice.level = level;
        choice.tests = tests;
        card.face = Face::Choice(choice);
        Some(Authored {
            card,
            line: section.place.line,
            at: self
                .lines
                .column(self.source, self.attribute_at(section, "tests=")),
        })
    }

    fn body(&mut self, section: &Section, card: &mut Card) -> Option<Choice> {
        let start = section.place.bytes.start;
        let tasks = section.blocks.iter().position(
            |b| matches!(b, Block::List(items, _) if items.iter().any(|i| i.task.is_some())),
        );
        let Some(tasks) = tasks else {
            self.error(
                start,
                "no-options",
                "the question has no options",
                "list them as `- [ ] wrong — why` and `- [x] right — why`",
            );
            return None;
        };
        let Block::List(items, list_place) = &section.blocks[tasks] else {
            return None;
        };
        let list_start = list_place.bytes.start;
        let stem = match section.blocks[..tasks].first() {
            Some(first) => self
                .source
                .get(first.place().bytes.start..list_start)
                .unwrap_or("")
                .trim(),
            None => "",
        };
        let stem = Text::new(stem);
        if stem.is_blank() {
            self.error(
                start,
                "no-stem",
                "the question asks nothing before its options",
                "write the situation and the question under the heading",
            );
        }
        let lower = stem.as_str().to_lowercase();
        if let Some(said) = [
            "choose two",
            "choose three",
            "select two",
            "select three",
            "(select",
            "(choose",
        ]
        .iter()
        .find(|s| lower.contains(**s))
        {
            self.warn(
                list_start,
                "says-how-many",
                &format!("the stem says \"{}\"", said.trim_start_matches('(')),
                "leave it out: the program shows how many to choose",
            );
        }
        let options = self.options(items);
        let explanation = self.remarks(&section.blocks[tasks + 1..], card);
        self.count(&options, list_start);
        Some(Choice {
            stem,
            options,
            explanation,
            level: None,
            tests: Vec::new(),
            origin: Origin::Authored,
        })
    }

    /// Explanation, reference and status from the quotations that follow.
    fn remarks(&mut self, blocks: &[Block], card: &mut Card) -> Option<Text> {
        let mut explanation = String::new();
        for block in blocks {
            let Block::Quote(_, place) = block else {
                continue;
            };
            let raw = self.slice(place).to_owned();
            let mut into_explanation = true;
            for line in raw.lines() {
                let line = line.trim_start().trim_start_matches('>').trim();
                if let Some(v) = line.strip_prefix("Reference:") {
                    card.reference = Some(Text::new(v.trim()));
                    into_explanation = false;
                } else if let Some(v) = line.strip_prefix("Status:") {
                    card.status = Some(Text::new(v.trim()));
                    into_explanation = false;
                } else if let Some(v) = line.strip_prefix("Explanation:") {
                    explanation.push_str(v.trim());
                    into_explanation = true;
                } else if into_explanation && !line.is_empty() {
                    if !explanation.is_empty() {
                        explanation.push(' ');
                    }
                    explanation.push_str(line);
                }
            }
        }
        (!explanation.is_empty()).then(|| Text::new(explanation))
    }
}
