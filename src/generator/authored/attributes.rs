//! `{#slug key=value}` after a heading: what may stand there of a question, a
//! card and a topic, and what is wrong with it.

use super::Reader;
use crate::domain::{Card, CardId, Problem, Severity, TaskId, Text};
use crate::generator::markdown::Lines;
use crate::generator::outline::Section;

/// Attributes that the heading of a question may carry.
const KNOWN: [&str; 6] = ["task", "level", "concept", "tests", "was", "tags"];

/// Attributes that the heading of a topic may carry.
const OF_TOPIC: [&str; 3] = ["task", "core", "was"];

/// Says what is wrong with the attributes of a topic's heading; the topic is
/// read without them.
pub(in crate::generator) fn check_topic(
    section: &Section,
    file: &str,
    source: &str,
    lines: &Lines,
    problems: &mut Vec<Problem>,
) {
    let mut reader = Reader::of(file, source, lines);
    for (key, value) in &section.attributes.pairs {
        let at = reader.attribute_at(section, &format!("{key}="));
        match key.as_str() {
            "task" if TaskId::parse(value).is_none() => {
                reader.bad_task(Severity::Warning, at, value)
            }
            "core" if value.parse::<usize>().is_err() => reader.warn(
                at,
                "bad-core",
                &format!("\"{value}\" is no number of cards"),
                "write how many of its cards are core at most, such as core=0",
            ),
            "was" => drop(reader.was(Severity::Warning, at, value)),
            "task" | "core" => {}
            _ => reader.unknown(section, key, &OF_TOPIC),
        }
    }
    problems.append(&mut reader.found);
}

/// The task statement that a heading names, with line and column.
pub(in crate::generator) fn task(
    section: &Section,
    source: &str,
    lines: &Lines,
) -> Option<(TaskId, (u32, u32))> {
    let task = section.attributes.value("task").and_then(TaskId::parse)?;
    let at = Reader::of("", source, lines).attribute_at(section, "task=");
    Some((task, lines.column(source, at)))
}

impl Reader<'_> {
    pub(super) fn attributes(
        &mut self,
        section: &Section,
        card: &mut Card,
    ) -> (Option<u8>, Vec<Text>) {
        let mut level = None;
        let mut tests = Vec::new();
        for (key, value) in &section.attributes.pairs {
            let at = self.attribute_at(section, &format!("{key}="));
            match key.as_str() {
                "task" => {
                    card.task = TaskId::parse(value);
                    if card.task.is_none() {
                        self.bad_task(Severity::Quarantine, at, value);
                    }
                }
                "level" => {
                    level = value.parse().ok().filter(|l| (1..=3).contains(l));
                    if level.is_none() {
                        self.error(
                            at,
                            "bad-level",
                            &format!("\"{value}\" is not a level"),
                            "write level=1 (easy), 2 or 3 (hard)",
                        );
                    }
                }
                "concept" => match CardId::new(value.clone()) {
                    Ok(concept) => card.concept = Some(concept),
                    Err(why) => self.error(
                        at,
                        "bad-concept",
                        &format!("concept \"{value}\": {why}"),
                        "write a slug such as concept=pipe-mode",
                    ),
                },
                "tests" => {
                    for fact in value.split(',').filter(|f| !f.is_empty()) {
                        match CardId::new(fact.to_owned()) {
                            Ok(fact) => tests.push(Text::new(fact.as_str())),
                            Err(why) => self.error(at, "bad-tests", &format!("tests \"{fact}\": {why}"), "write topic-slug/fact-slug, several joined by commas without spaces"),
                        }
                    }
                }
                "was" => card.was.extend(self.was(Severity::Quarantine, at, value)),
                "tags" => card
                    .tags
                    .extend(value.split(',').filter(|t| !t.is_empty()).map(Text::new)),
                _ => self.unknown(section, key, &KNOWN),
            }
        }
        if section.attributes.id.is_none() && self.slice(&section.place).contains("{#") {
            let at = self.attribute_at(section, "{#");
            self.error(at, "bad-attributes", "the attributes after the title can't be read", "write {#slug key=value key=value} at the end of the line, without spaces inside a value");
        }
        (level, tests)
    }

    fn bad_task(&mut self, severity: Severity, at: usize, value: &str) {
        let what = format!("\"{value}\" is not a task statement");
        self.report(
            severity,
            at,
            "bad-task",
            &what,
            "write DOMAIN.TASK, such as task=3.2",
        );
    }

    /// The ids whose histories are taken over.
    fn was(&mut self, severity: Severity, at: usize, value: &str) -> Vec<CardId> {
        let mut out = Vec::new();
        for old in value.split(',').filter(|f| !f.is_empty()) {
            match CardId::new(old.to_owned()) {
                Ok(old) => out.push(old),
                Err(why) => {
                    let what = format!("was \"{old}\": {why}");
                    let help = "write the card's old id, such as was=q/old-slug";
                    self.report(severity, at, "bad-was", &what, help);
                }
            }
        }
        out
    }

    fn unknown(&mut self, section: &Section, key: &str, known: &[&str]) {
        let at = self.attribute_at(section, key);
        let what = format!("\"{key}\" means nothing in such a heading");
        let help = format!("known are {}", known.join(", "));
        self.warn(at, "unknown-attribute", &what, &help);
    }
}
