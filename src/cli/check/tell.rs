//! What `check` found, for people and for scripts.

use super::quality::{ExamQuality, Quality, percent};
use super::reading::Checked;
use super::{Args, Context};
use crate::domain::Severity;
use crate::generator::lint::{Bar, Coverage, Gate, Measures};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// A problem as scripts see it.
#[derive(Debug, Serialize)]
struct ProblemRow<'a> {
    file: String,
    line: u32,
    column: u32,
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
}

/// A deck as scripts see it.
#[derive(Debug, Serialize)]
struct DeckRow<'a> {
    id: &'a str,
    /// How many questions it has.
    items: usize,
    cards: usize,
    file: String,
    /// Of the questions that a person wrote: measures with a bar, by name.
    gates: Map<String, Value>,
    /// The same questions' other measures.
    measures: Value,
}

pub(super) fn text(
    args: &Args,
    checked: &Checked,
    quality: &Quality,
    context: &mut Context<'_>,
) -> io::Result<()> {
    for problem in &checked.problems {
        writeln!(context.out, "{problem}")?;
    }
    let measured = quality.decks.iter().zip(&checked.decks);
    let measured: Vec<_> = measured.filter(|(m, _)| m.items > 0).collect();
    let names = measured.iter().map(|(_, r)| r.deck.id.as_str().width());
    let width = names.max().unwrap_or(0);
    for (m, read) in &measured {
        let id = read.deck.id.as_str();
        let pad = " ".repeat(width - id.width());
        writeln!(context.out, "{id}{pad}  {}", line(m))?;
    }
    for e in quality
        .exams
        .iter()
        .filter(|e| e.decks > 1 && e.measures.items > 0)
    {
        let name = format!("{}, {} decks", e.exam, e.decks);
        let pad = " ".repeat(width.saturating_sub(name.width()));
        writeln!(context.out, "{name}{pad}  {}", line(&e.measures))?;
    }
    if args.coverage {
        for e in &quality.exams {
            table(e, context.out)?;
        }
    }
    let warnings = checked
        .problems
        .iter()
        .filter(|p| p.severity == Severity::Warning);
    let warnings = warnings.count();
    let errors = checked.problems.len() - warnings;
    let cards: usize = checked.decks.iter().map(|r| r.deck.cards.len()).sum();
    let count = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    writeln!(
        context.err,
        "{}, {}, {}: {}, {}",
        count(checked.files, "file"),
        count(checked.decks.len(), "deck"),
        count(cards, "card"),
        count(errors, "error"),
        count(warnings, "warning"),
    )
}

/// A bank's measures in a line; what breaks its bar carries a `!`.
fn line(m: &Measures) -> String {
    let gates = m.gates();
    let share = |name: &str| {
        let gate = gates.iter().find(|g| g.name == name);
        let told = |g: &Gate| format!("{:.0}{}", 100.0 * g.value, if g.ok() { "" } else { "!" });
        gate.map(told).unwrap_or_default()
    };
    let places: Vec<String> = m
        .positions
        .iter()
        .map(|p| format!("{:.0}", 100.0 * p))
        .collect();
    format!(
        "{:>3} question{}; in %: key longest {}, 1.5× {}, clang {}, negative {}, multiple {}, bots {} {} {}, places {}, absolutes {:.0}:{:.0}; stem {:.0} words",
        m.items,
        if m.items == 1 { "" } else { "s" },
        share("key_longest"),
        share("key_long"),
        share("clang"),
        share("negative"),
        share("multiple_response"),
        share("bot_longest"),
        share("bot_stem_words"),
        share("bot_absolutes"),
        places.join(" "),
        100.0 * m.absolute_keys,
        100.0 * m.absolute_distractors,
        m.stem_words,
    )
}

fn table(e: &ExamQuality, out: &mut dyn Write) -> io::Result<()> {
    writeln!(
        out,
        "\n{}: task statement, topics, cards, questions",
        e.exam
    )?;
    let mut sums = (0, 0, 0);
    for row in &e.coverage.tasks {
        let name = row.task.map_or("none".to_owned(), |t| t.to_string());
        writeln!(
            out,
            "{name:>6} {:>6} {:>6} {:>6}",
            row.topics, row.cards, row.questions
        )?;
        sums = (
            sums.0 + row.topics,
            sums.1 + row.cards,
            sums.2 + row.questions,
        );
    }
    writeln!(
        out,
        "{:>6} {:>6} {:>6} {:>6}",
        "all", sums.0, sums.1, sums.2
    )?;
    writeln!(out, "\n{}: topic, questions that test it", e.exam)?;
    let mut last = "";
    for ((deck, topic), questions) in &e.coverage.topics {
        if deck != last {
            writeln!(out, "{deck}")?;
            last = deck;
        }
        let hole = if *questions == 0 { "  -" } else { "" };
        writeln!(out, "{questions:>6} {topic}{hole}")?;
    }
    let (holes, all) = (
        e.coverage.topics.values().filter(|n| **n == 0).count(),
        e.coverage.topics.len(),
    );
    writeln!(
        out,
        "{holes} of {all} topics have no question ({}); {} questions name no fact of these decks",
        percent(holes as f64 / all.max(1) as f64),
        e.coverage.unlinked
    )
}

fn gates(m: &Measures) -> Map<String, Value> {
    let gate = |g: Gate| {
        let limit = match g.bar {
            Bar::AtMost(most) => json!(most),
            Bar::Between(least, most) => json!([least, most]),
        };
        let value = json!({ "value": round(g.value), "limit": limit, "ok": g.ok() });
        (g.name.to_owned(), value)
    };
    m.gates().into_iter().map(gate).collect()
}

fn measures(m: &Measures) -> Value {
    json!({
        "authored": m.items,
        "single_answer": m.single,
        "of_four_options": m.of_four,
        "key_positions": m.positions.map(round),
        "mean_stem_words": round(m.stem_words),
        "clang_of_distractors": round(m.clang_distractor),
        "absolute_keys": round(m.absolute_keys),
        "absolute_distractors": round(m.absolute_distractors),
    })
}

/// Four decimals: what a share of a few hundred questions can mean.
fn round(x: f64) -> f64 {
    (x * 10_000.0).round() / 10_000.0
}

fn coverage(c: &Coverage) -> Value {
    let tasks = c.tasks.iter().map(|r| {
        json!({ "task": r.task.map(|t| t.to_string()), "topics": r.topics, "cards": r.cards, "questions": r.questions })
    });
    let topics = c
        .topics
        .iter()
        .map(|((deck, topic), n)| json!({ "deck": deck, "topic": topic, "questions": n }));
    json!({
        "tasks": tasks.collect::<Value>(),
        "topics": topics.collect::<Value>(),
        "unlinked_questions": c.unlinked,
    })
}

pub(super) fn json(
    args: &Args,
    checked: &Checked,
    quality: &Quality,
    context: &mut Context<'_>,
) -> io::Result<()> {
    let mut problems = Vec::new();
    for p in &checked.problems {
        problems.push(serde_json::to_value(ProblemRow {
            file: p.file.one_line(),
            line: p.line,
            column: p.column,
            code: &p.code,
            severity: p.severity.label(),
            message: p.message.as_str(),
            help: p.help.as_ref().map(|h| h.as_str()),
        })?);
    }
    let mut decks = Vec::new();
    for (read, m) in checked.decks.iter().zip(&quality.decks) {
        let choices = read.deck.cards.iter().filter(|c| c.choice().is_some());
        decks.push(serde_json::to_value(DeckRow {
            id: read.deck.id.as_str(),
            items: choices.count(),
            cards: read.deck.cards.len(),
            file: read.file.one_line(),
            gates: gates(m),
            measures: measures(m),
        })?);
    }
    let exams = quality.exams.iter().map(|e| {
        let mut exam = json!({
            "exam": e.exam,
            "decks": e.decks,
            "items": e.measures.items,
            "gates": gates(&e.measures),
            "measures": measures(&e.measures),
        });
        if args.coverage {
            exam["coverage"] = coverage(&e.coverage);
        }
        exam
    });
    let out = json!({ "problems": problems, "decks": decks, "exams": exams.collect::<Value>() });
    writeln!(context.out, "{out:#}")
}
