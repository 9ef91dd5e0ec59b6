//! One card, and what it needs to work.

use super::choice;
use crate::domain::{Card, CardId, Face, Flashcard, Severity, TaskId, Tier};
use crate::storage::json_text::{Flaw, Form, Object, Report, Who, id_fault, nearest, offset_in};
use std::borrow::Cow;

/// Fields that any card may have.
macro_rules! common {
    ($($more:literal),*) => {
        &["id", "kind", "task", "tags", "note", "concept", "tier", "was", "reference", "status", $($more),*]
    };
}

pub(super) const FLASHCARD: Form = Form {
    known: common!("front", "back"),
    cost: Severity::Quarantine,
};

pub(super) const CHOICE: Form = Form {
    known: common!("level", "tests", "stem", "options", "explanation", "origin"),
    cost: Severity::Quarantine,
};

/// Reads a card; what keeps it from being used is reported.
pub(super) fn read<'a>(raw: &'a str, ordinal: usize, report: &mut Report<'a>) -> Option<Card> {
    let mut who = Who {
        ordinal,
        ..Who::only("card")
    };
    let object = Object::of_value(raw, report, &FLASHCARD, who)?;
    object.required(report, who, "id");
    let id = object.string(report, who, "id");
    who.name = id.as_deref();
    let at = object.at_field(report, "id");
    let id = id.as_deref().and_then(|id| {
        if let Some((what, help)) = id_fault(id) {
            report.add(Flaw::error("bad-id", at, format!("{who}: {what}")).help(help));
        }
        CardId::new(id).ok()
    });
    object.required(report, who, "kind");
    let kind = object.string(report, who, "kind");
    let face = match kind.as_deref() {
        Some("flashcard") => {
            object.warn_of_unknown(report, &FLASHCARD, who);
            let front = object.required_text(report, who, "front");
            let back = object.required_text(report, who, "back");
            front
                .zip(back)
                .map(|(front, back)| Face::Flashcard(Flashcard { front, back }))
        }
        Some("choice") => {
            object.warn_of_unknown(report, &CHOICE, who);
            choice::read(&object, report, who).map(Face::Choice)
        }
        Some(other) => {
            unknown_kind(&object, report, who, other);
            None
        }
        None => None,
    };
    Some(Card {
        task: task(&object, report, who),
        tags: object.texts(report, who, "tags"),
        note: soft_id(&object, report, who, "note"),
        concept: soft_id(&object, report, who, "concept"),
        tier: one_of(
            &object,
            report,
            who,
            "tier",
            &[("core", Tier::Core), ("detail", Tier::Detail)],
        )
        .unwrap_or_default(),
        was: soft_ids(&object, report, who, "was"),
        reference: object
            .text(report, who, "reference")
            .filter(|t| !t.is_blank()),
        status: object.text(report, who, "status").filter(|t| !t.is_blank()),
        face: face?,
        id: id?,
    })
}

fn unknown_kind<'a>(object: &Object<'a>, report: &mut Report<'a>, who: Who<'_>, kind: &str) {
    let at = object.at_field(report, "kind");
    let short: String = kind.chars().take(40).collect();
    let what = format!("{who}: the kind \"{short}\" isn't known");
    let flaw = Flaw::new(Severity::Quarantine, "unknown-kind", at, what);
    report.add(match nearest(kind, &["flashcard", "choice"]) {
        Some(meant) => flaw.help(format!("did you mean \"{meant}\"?")),
        None => flaw.help("this program knows \"flashcard\" and \"choice\""),
    });
}

/// Warns that a value of the right type says nothing, and is ignored.
pub(super) fn ignored(
    report: &mut Report<'_>,
    at: usize,
    what: String,
    help: impl Into<Cow<'static, str>>,
) {
    report.add(Flaw::new(Severity::Warning, "bad-value", at, what).help(help));
}

fn task<'a>(object: &Object<'a>, report: &mut Report<'a>, who: Who<'_>) -> Option<TaskId> {
    let raw = object.string(report, who, "task")?;
    let task = TaskId::parse(&raw);
    if task.is_none() {
        let at = object.at_field(report, "task");
        let what = format!("{who}: the task \"{raw}\" is ignored");
        ignored(report, at, what, "write DOMAIN.TASK, such as \"4.2\"");
    }
    task
}

/// An id that may be left out; a bad one is ignored with a word.
fn soft_id<'a>(
    object: &Object<'a>,
    report: &mut Report<'a>,
    who: Who<'_>,
    name: &'static str,
) -> Option<CardId> {
    let raw = object.string(report, who, name)?;
    let at = object.at_field(report, name);
    keep_id(report, who, name, at, &raw)
}

fn soft_ids<'a>(
    object: &Object<'a>,
    report: &mut Report<'a>,
    who: Who<'_>,
    name: &'static str,
) -> Vec<CardId> {
    let strings = object.strings(report, who, name);
    strings
        .iter()
        .filter_map(|(at, s)| keep_id(report, who, name, *at, s))
        .collect()
}

fn keep_id(
    report: &mut Report<'_>,
    who: Who<'_>,
    name: &str,
    at: usize,
    raw: &str,
) -> Option<CardId> {
    if let Some((what, help)) = id_fault(raw) {
        let what = format!("{who}: \"{name}\" \"{raw}\" is ignored: {what}");
        ignored(report, at, what, help);
    }
    CardId::new(raw).ok()
}

/// A word out of a few; another one is ignored with a word.
pub(super) fn one_of<'a, T: Copy>(
    object: &Object<'a>,
    report: &mut Report<'a>,
    who: Who<'_>,
    name: &'static str,
    words: &[(&'static str, T)],
) -> Option<T> {
    let raw = object.string(report, who, name)?;
    let found = words.iter().find(|(word, _)| *word == raw).map(|(_, v)| *v);
    if found.is_none() {
        let at = offset_in(report.text(), object.raw(name).unwrap_or_default());
        let known: Vec<String> = words.iter().map(|(w, _)| format!("\"{w}\"")).collect();
        let what = format!("{who}: the {name} \"{raw}\" is ignored");
        ignored(report, at, what, format!("write {}", known.join(" or ")));
    }
    found
}
