//! A question and its options, and what makes it impossible to answer.

use super::card::{ignored, one_of};
use crate::domain::id::check_id;
use crate::domain::{CardRef, Choice, ChoiceOption, OptionId, Origin, Severity, Text};
use crate::storage::json_text::{Flaw, Form, Object, Report, Who, id_fault, offset_in};

/// More options than there are letters can't be shown.
const MAX_OPTIONS: usize = 26;

pub(super) const OPTION: Form = Form {
    known: &["id", "text", "correct", "why"],
    cost: Severity::Quarantine,
};

const ORIGINS: [(&str, Origin); 2] = [("authored", Origin::Authored), ("derived", Origin::Derived)];

/// Reads a question's own fields.
pub(super) fn read<'a>(
    object: &Object<'a>,
    report: &mut Report<'a>,
    who: Who<'_>,
) -> Option<Choice> {
    let stem = object.required_text(report, who, "stem");
    let options = options(object, report, who);
    let level = level(object, report, who);
    let explanation = object
        .text(report, who, "explanation")
        .filter(|t| !t.is_blank());
    let tests = tests(object, report, who);
    let origin = one_of(object, report, who, "origin", &ORIGINS).unwrap_or(Origin::Authored);
    Some(Choice {
        stem: stem?,
        options: options?,
        explanation,
        level,
        tests,
        origin,
    })
}

fn level<'a>(object: &Object<'a>, report: &mut Report<'a>, who: Who<'_>) -> Option<u8> {
    let level = object.whole(report, who, "level")?;
    let fits = u8::try_from(level).ok().filter(|n| (1..=3).contains(n));
    if fits.is_none() {
        let at = object.at_field(report, "level");
        ignored(
            report,
            at,
            format!("{who}: the level {level} is ignored"),
            "write 1, 2 or 3",
        );
    }
    fits
}

fn tests<'a>(object: &Object<'a>, report: &mut Report<'a>, who: Who<'_>) -> Vec<Text> {
    let mut out = Vec::new();
    for (at, name) in object.strings(report, who, "tests") {
        if check_id(&name).is_ok() || CardRef::parse(&*name).is_ok() {
            out.push(Text::new(name));
        } else {
            let what = format!("{who}: \"tests\" \"{name}\" is ignored: it is not a card's id");
            ignored(
                report,
                at,
                what,
                "write the id of a card or note, or DECK#CARD",
            );
        }
    }
    out
}

fn options<'a>(
    object: &Object<'a>,
    report: &mut Report<'a>,
    who: Who<'_>,
) -> Option<Vec<ChoiceOption>> {
    object.required(report, who, "options")?;
    let raws = object.list(report, who, "options");
    let at = object.at_field(report, "options");
    let is_list = object.raw("options").is_some_and(|v| v.starts_with('['));
    let mut refuse = |code, what: String, help: &'static str| {
        let flaw = Flaw::new(Severity::Quarantine, code, at, format!("{who}: {what}"));
        report.add(flaw.help(help));
    };
    match raws.len() {
        _ if !is_list => return None,
        0 | 1 => {
            let what = format!("a question needs at least 2 options, not {}", raws.len());
            refuse("too-few-options", what, "add the wrong options");
            return None;
        }
        n if n > MAX_OPTIONS => {
            let what = format!("{n} options are more than there are keys for ({MAX_OPTIONS})");
            refuse("too-many-options", what, "leave some out");
            return None;
        }
        _ => {}
    }
    let read: Vec<Option<ChoiceOption>> = raws
        .iter()
        .enumerate()
        .map(|(i, raw)| option(raw, i + 1, report, &who))
        .collect();
    let options: Vec<ChoiceOption> = read.into_iter().collect::<Option<_>>()?;
    lawful(&options, &raws, at, report, who).then_some(options)
}

fn option<'a>(
    raw: &'a str,
    ordinal: usize,
    report: &mut Report<'a>,
    card: &Who<'_>,
) -> Option<ChoiceOption> {
    let mut who = Who {
        kind: "option",
        ordinal,
        name: None,
        of: Some(card),
    };
    let object = Object::of_value(raw, report, &OPTION, who)?;
    object.required(report, who, "id");
    let id = object.string(report, who, "id");
    who.name = id.as_deref();
    object.warn_of_unknown(report, &OPTION, who);
    let id = id.as_deref().and_then(|id| {
        if let Some((what, help)) = id_fault(id) {
            let at = object.at_field(report, "id");
            let flaw = Flaw::new(Severity::Quarantine, "bad-id", at, format!("{who}: {what}"));
            report.add(flaw.help(help));
        }
        OptionId::new(id).ok()
    });
    let text = object.required_text(report, who, "text");
    let correct = object.required_bool(report, who, "correct");
    let why = object.text(report, who, "why").filter(|t| !t.is_blank());
    Some(ChoiceOption {
        id: id?,
        text: text?,
        correct: correct?,
        why,
    })
}

/// Whether the options make a question that can be answered.
fn lawful<'a>(
    options: &[ChoiceOption],
    raws: &[&'a str],
    at: usize,
    report: &mut Report<'a>,
    who: Who<'_>,
) -> bool {
    let places: Vec<usize> = raws
        .iter()
        .map(|raw| offset_in(report.text(), raw))
        .collect();
    let mut fine = true;
    let mut say = |severity, code, at, what: String, help: &'static str| {
        fine &= severity == Severity::Warning;
        report.add(Flaw::new(severity, code, at, format!("{who}: {what}")).help(help));
    };
    for (i, o) in options.iter().enumerate() {
        let place = places[i];
        for (j, earlier) in options[..i].iter().enumerate() {
            if earlier.id == o.id {
                let what = format!(
                    "options {} and {} have the same id \"{}\"",
                    j + 1,
                    i + 1,
                    o.id
                );
                say(
                    Severity::Quarantine,
                    "duplicate-option-id",
                    place,
                    what,
                    "give each an id of its own",
                );
            }
            if same_words(&earlier.text, &o.text) {
                // Twice the same distractor is a flaw, twice the key a trap.
                let key = earlier.correct || o.correct;
                let severity = if key {
                    Severity::Quarantine
                } else {
                    Severity::Warning
                };
                let what = format!("options \"{}\" and \"{}\" say the same", earlier.id, o.id);
                say(
                    severity,
                    "duplicate-option",
                    place,
                    what,
                    "reword or delete one of them",
                );
            }
        }
    }
    let keys = options.iter().filter(|o| o.correct).count();
    if keys == 0 {
        let help = "add \"correct\": true to the right one";
        say(
            Severity::Quarantine,
            "no-key",
            at,
            "no option is marked correct".into(),
            help,
        );
    } else if keys == options.len() {
        let what = format!("all {keys} options are marked correct, so there is nothing to choose");
        say(Severity::Warning, "all-keys", at, what, "add wrong options");
    } else if keys > 1 && options.len() < 5 {
        let what = format!("{keys} keys among {} options", options.len());
        let help = "multiple response has at least 5 options";
        say(Severity::Warning, "few-options", at, what, help);
    }
    fine
}

fn same_words(a: &Text, b: &Text) -> bool {
    a.as_str()
        .split_whitespace()
        .eq(b.as_str().split_whitespace())
}
