//! Blueprints: an exam's `exam.json` → [`Blueprint`].

mod schema;

use super::deck_file::format_fits;
use super::json_text::{Flaw, Form, Object, Report, Source, Who};
use crate::domain::{Blueprint, Day, Domain, Problem, Severity, TaskId, TaskStatement, Text};

/// The largest blueprint file in bytes.
pub const MAX_FILE: u64 = 1024 * 1024;

const SKELETON: &str = r#"{ "format": 1, "code": "X-01", "title": "…", "questions": 65, "minutes": 130, "scaled": { "lowest": 100, "highest": 1000, "pass": 720 }, "domains": [ { "title": "…", "weight": 100, "tasks": [ { "id": "1.1", "title": "…" } ] } ] }"#;

const FORM: Form = Form {
    known: &[
        "$schema",
        "format",
        "code",
        "title",
        "questions",
        "unscored",
        "minutes",
        "scaled",
        "multiple_response",
        "domains",
        "last_sitting",
        "status",
        "sources",
    ],
    cost: Severity::Error,
};

const SCALED: Form = Form {
    known: &["lowest", "highest", "pass"],
    cost: Severity::Error,
};

const DOMAIN: Form = Form {
    known: &["title", "weight", "tasks"],
    cost: Severity::Error,
};

const TASK: Form = Form {
    known: &["id", "title"],
    cost: Severity::Error,
};

/// Reads a blueprint. `file` is its name as shown in problems. There is none if
/// a problem is an error.
pub fn read_blueprint(file: &Text, bytes: &[u8]) -> (Option<Blueprint>, Vec<Problem>) {
    let source = match Source::of(bytes) {
        Ok(source) => source,
        Err(flaw) => {
            let mut report = Report::new(file, "");
            report.add(flaw);
            return (None, report.finish());
        }
    };
    let mut report = Report::new(file, source.text);
    let read = blueprint(&mut report).filter(|_| !report.refused());
    (read, report.finish())
}

/// The JSON Schema of blueprints.
pub fn schema() -> serde_json::Value {
    super::schema::of::<schema::Blueprint>("Cramless exam blueprint, format 1")
}

fn blueprint(report: &mut Report<'_>) -> Option<Blueprint> {
    let who = Who::only("blueprint");
    let object = Object::of_file(report, &FORM, who, SKELETON)?;
    if !format_fits(&object, report, "blueprint") {
        return None;
    }
    object.warn_of_unknown(report, &FORM, who);
    let code = object.required_text(report, who, "code");
    let title = object.required_text(report, who, "title");
    let questions = positive(&object, report, who, "questions");
    let unscored = object.whole(report, who, "unscored").unwrap_or(0);
    let minutes = positive(&object, report, who, "minutes");
    if questions.is_some_and(|q| unscored >= q) {
        let at = object.at_field(report, "unscored");
        let what = format!("{who}: with {unscored} unscored questions none is left that counts");
        report.add(Flaw::error("bad-value", at, what));
    }
    let scaled = scaled(&object, report, who);
    let multiple_response = share(&object, report, who);
    let domains = domains(&object, report, who);
    let last_sitting = last_sitting(&object, report, who);
    object.texts(report, who, "sources");
    let (scaled, pass) = scaled?;
    Some(Blueprint {
        code: code?,
        title: title?,
        questions: questions?,
        unscored,
        minutes: minutes?,
        scaled,
        pass,
        multiple_response,
        domains: domains?,
        last_sitting,
        status: object.text(report, who, "status").filter(|s| !s.is_blank()),
    })
}

/// A whole number from 1 that must be there. Ten thousand is more than any
/// exam asks or lasts.
fn positive<'a>(
    object: &Object<'a>,
    report: &mut Report<'a>,
    who: Who<'_>,
    name: &str,
) -> Option<u32> {
    object.required(report, who, name)?;
    let n = object.whole(report, who, name)?;
    if !(1..=10_000).contains(&n) {
        let at = object.at_field(report, name);
        let what = format!("{who}: \"{name}\" must be between 1 and 10000, not {n}");
        report.add(Flaw::error("bad-value", at, what));
        return None;
    }
    Some(n)
}

type Scaled = ((u32, u32), u32);

fn scaled<'a>(object: &Object<'a>, report: &mut Report<'a>, who: Who<'_>) -> Option<Scaled> {
    let value = object.required(report, who, "scaled")?;
    let who = Who {
        of: Some(&who),
        ..Who::only("\"scaled\"")
    };
    let inner = Object::of_value(value, report, &SCALED, who)?;
    inner.warn_of_unknown(report, &SCALED, who);
    let mut number = |name| {
        inner.required(report, who, name)?;
        inner.whole(report, who, name)
    };
    let (lowest, highest, pass) = (number("lowest"), number("highest"), number("pass"));
    let (lowest, highest, pass) = (lowest?, highest?, pass?);
    if lowest >= highest || !(lowest..=highest).contains(&pass) {
        let what = format!("{who}: {pass} does not lie between {lowest} and {highest}");
        report.add(Flaw::error("bad-value", inner.at, what));
        return None;
    }
    Some(((lowest, highest), pass))
}

fn share<'a>(object: &Object<'a>, report: &mut Report<'a>, who: Who<'_>) -> f64 {
    let n = object
        .number(report, who, "multiple_response")
        .unwrap_or(0.0);
    if !(0.0..=1.0).contains(&n) {
        let at = object.at_field(report, "multiple_response");
        let what = format!("{who}: \"multiple_response\" is a share between 0 and 1, not {n}");
        report.add(Flaw::error("bad-value", at, what));
    }
    n
}

fn last_sitting<'a>(object: &Object<'a>, report: &mut Report<'a>, who: Who<'_>) -> Option<Day> {
    let raw = object.string(report, who, "last_sitting")?;
    let day = Day::parse(&raw);
    if day.is_none() {
        let at = object.at_field(report, "last_sitting");
        let what = format!("{who}: the last sitting \"{raw}\" is not a date");
        report.add(Flaw::error("bad-value", at, what).help("write it like 2026-03-31"));
    }
    day
}

fn domains<'a>(object: &Object<'a>, report: &mut Report<'a>, who: Who<'_>) -> Option<Vec<Domain>> {
    object.required(report, who, "domains")?;
    let raws = object.list(report, who, "domains");
    let at = object.at_field(report, "domains");
    if raws.is_empty() || raws.len() > usize::from(u8::MAX) {
        let what = format!("{who}: an exam has 1 to 255 domains, not {}", raws.len());
        report.add(Flaw::error("bad-value", at, what));
        return None;
    }
    let mut out = Vec::new();
    for (number, raw) in (1..=u8::MAX).zip(raws) {
        out.push(domain(raw, number, report));
    }
    let out: Vec<Domain> = out.into_iter().collect::<Option<_>>()?;
    let sum: f64 = out.iter().map(|d| d.weight).sum();
    if (sum - 100.0).abs() > 0.5 {
        let what = format!("{who}: the weights of the domains add up to {sum}, not 100");
        let flaw = Flaw::new(Severity::Warning, "weights", at, what);
        report.add(flaw.help("they are used in proportion"));
    }
    Some(out)
}

fn domain<'a>(raw: &'a str, number: u8, report: &mut Report<'a>) -> Option<Domain> {
    let who = Who {
        ordinal: usize::from(number),
        ..Who::only("domain")
    };
    let object = Object::of_value(raw, report, &DOMAIN, who)?;
    object.warn_of_unknown(report, &DOMAIN, who);
    let title = object.required_text(report, who, "title");
    object.required(report, who, "weight");
    let weight = object.number(report, who, "weight");
    if let Some(w) = weight.filter(|w| !(*w > 0.0 && *w <= 100.0)) {
        let at = object.at_field(report, "weight");
        let what = format!("{who}: the weight is a percentage above 0, not {w}");
        report.add(Flaw::error("bad-value", at, what));
    }
    let mut tasks: Vec<TaskStatement> = Vec::new();
    for (i, raw) in object.list(report, who, "tasks").into_iter().enumerate() {
        if let Some(task) = task(raw, i + 1, number, report, &who) {
            if tasks.iter().any(|t| t.id == task.id) {
                let what = format!("{who}: the task {} stands twice", task.id);
                let at = super::json_text::offset_in(report.text(), raw);
                report.add(Flaw::error("duplicate-id", at, what));
            }
            tasks.push(task);
        }
    }
    Some(Domain {
        number,
        title: title?,
        weight: weight?,
        tasks,
    })
}

fn task<'a>(
    raw: &'a str,
    ordinal: usize,
    domain: u8,
    report: &mut Report<'a>,
    of: &Who<'_>,
) -> Option<TaskStatement> {
    let who = Who {
        kind: "task",
        ordinal,
        name: None,
        of: Some(of),
    };
    let object = Object::of_value(raw, report, &TASK, who)?;
    object.warn_of_unknown(report, &TASK, who);
    object.required(report, who, "id");
    let id = object.string(report, who, "id");
    let title = object.required_text(report, who, "title");
    let id = id.and_then(|id| {
        let parsed = TaskId::parse(&id).filter(|t| t.domain == domain);
        if parsed.is_none() {
            let at = object.at_field(report, "id");
            let what = format!("{who}: \"{id}\" is not a task of domain {domain}");
            let help = format!("write \"{domain}.{ordinal}\"");
            report.add(Flaw::error("bad-id", at, what).help(help));
        }
        parsed
    });
    Some(TaskStatement {
        id: id?,
        title: title?,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const MLS: &str = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/decks/mls-c01/exam.json"
    ));

    #[track_caller]
    fn says(from: &str, to: &str, line: &str) {
        assert!(MLS.contains(from), "{from}");
        let (read, problems) = read_blueprint(
            &Text::new("exam.json"),
            MLS.replacen(from, to, 1).as_bytes(),
        );
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(lines, [line]);
        assert_eq!(read.is_none(), problems[0].severity == Severity::Error);
    }

    #[test]
    fn the_built_in_exam_is_as_its_guide_says() {
        let (read, problems) = read_blueprint(&Text::new("exam.json"), MLS.as_bytes());
        assert_eq!(problems, []);
        let b = read.unwrap();
        assert_eq!(b.code.as_str(), "MLS-C01");
        assert_eq!((b.questions, b.unscored, b.minutes), (65, 15, 180));
        assert_eq!((b.scaled, b.pass), ((100, 1000), 750));
        let weights: Vec<f64> = b.domains.iter().map(|d| d.weight).collect();
        assert_eq!(weights, [20.0, 24.0, 36.0, 20.0]);
        let tasks: Vec<usize> = b.domains.iter().map(|d| d.tasks.len()).collect();
        assert_eq!(tasks, [3, 3, 5, 4]);
        assert_eq!(b.last_sitting, Day::parse("2026-03-31"));
        assert!(b.status.unwrap().as_str().contains("MLA-C02"));
    }

    #[test]
    fn faults_have_a_place_and_a_word() {
        says(
            "\"minutes\": 180,",
            "",
            "exam.json:1:1: error: blueprint: the field \"minutes\" is missing",
        );
        says(
            "\"pass\": 750",
            "\"pass\": 1750",
            "exam.json:8:13: error: blueprint, \"scaled\": 1750 does not lie between 100 and 1000",
        );
        says(
            "0.15",
            "15",
            "exam.json:9:24: error: blueprint: \"multiple_response\" is a share between 0 and 1, not 15",
        );
        says(
            "\"id\": \"1.1\"",
            "\"id\": \"2.1\"",
            "exam.json:15:17: error: domain 1, task 1: \"2.1\" is not a task of domain 1; write \"1.1\"",
        );
        says(
            "2026-03-31\",",
            "March\",",
            "exam.json:51:19: error: blueprint: the last sitting \"March\" is not a date; write it like 2026-03-31",
        );
        says(
            "\"weight\": 36",
            "\"weight\": 63",
            "exam.json:10:14: warning: blueprint: the weights of the domains add up to 127, not 100; they are used in proportion",
        );
        says(
            "\"weight\": 36",
            "\"wieght\": 1, \"weight\": 36",
            "exam.json:31:17: warning: domain 3: unknown field \"wieght\" is ignored; did you mean \"weight\"?",
        );
        says(
            "\"unscored\": 15",
            "\"unscored\": 65",
            "exam.json:6:15: error: blueprint: with 65 unscored questions none is left that counts",
        );
        says(
            "\"format\": 1",
            "\"format\": 2",
            "exam.json:2:13: error: made for format 2; this program knows format 1 at most; upgrade cramless; the file stays untouched",
        );
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn no_damage_makes_it_panic(at in 0..MLS.len(), len in 0..40_usize, put in "[\"{},:0-9e\\\\]{0,4}") {
            let mut bytes = MLS.as_bytes().to_vec();
            let end = (at + len).min(bytes.len());
            bytes.splice(at..end, put.bytes());
            let (read, problems) = read_blueprint(&Text::new("exam.json"), &bytes);
            let refused = problems.iter().any(|p| p.severity == Severity::Error);
            proptest::prop_assert_eq!(read.is_none(), refused);
        }
    }

    #[test]
    fn schema_and_reader_know_the_same_fields() {
        let schema = schema();
        let fields = |o: &serde_json::Value| -> Vec<String> {
            let mut names: Vec<_> = o["properties"]
                .as_object()
                .unwrap()
                .keys()
                .cloned()
                .collect();
            names.sort_unstable();
            names
        };
        let sorted = |form: &Form| {
            let mut known = form.known.to_vec();
            known.sort_unstable();
            known
        };
        assert_eq!(fields(&schema), sorted(&FORM));
        for (name, form) in [("Scaled", &SCALED), ("Domain", &DOMAIN), ("Task", &TASK)] {
            assert_eq!(fields(&schema["definitions"][name]), sorted(form), "{name}");
        }
    }
}
