//! Tables: a row a term and a column an attribute, or the other way round.

use super::account::{Reason, Shape};
use super::alone;
use super::aspect;
use super::clause;
use super::facts::{MAX_ANSWER, Scope, Walk, advises, is_template};
use super::grid::{self, Grid};
use super::ids;
use super::language::Language;
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::outline::{Place, Row};
use super::sentence;
use super::statement;
use super::topic::{Ask, Contrast, Fact, Purpose};
use super::words;

/// Reads a table under a scope.
pub(super) fn read(walk: &mut Walk<'_>, rows: &[Row], place: &Place, scope: &Scope) {
    let Some((head, body)) = rows.split_first() else {
        return;
    };
    let heads: Vec<String> = head
        .cells
        .iter()
        .map(|c| sentence::trim(&c.plain()))
        .collect();
    let wider = body.iter().any(|r| r.cells.len() > heads.len());
    if heads.len() < 2 || body.is_empty() || wider || heads.iter().skip(1).all(String::is_empty) {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    let vouched = scope
        .topic
        .is_some_and(|t| walk.reading.topics[t].vouched());
    if !vouched && grid::decides(&heads[0]) {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    let merged = grid::merged(&heads, body);
    let mut whole = Vec::new();
    for (row, merged) in body.iter().zip(merged) {
        if merged {
            walk.skip(row.place.line, Reason::Layout);
        } else {
            whole.push(row.clone());
        }
    }
    if whole.is_empty() {
        return;
    }
    if let Some(topic) = scope.topic.filter(|_| !vouched)
        && heads.len() == 2
        && walk.is_card(topic, &heads, &whole)
    {
        for row in &whole {
            one_attribute(walk, topic, row);
        }
        return;
    }
    match Grid::of(walk, &heads, &whole) {
        Grid::Neither => walk.skip(place.line, Reason::Layout),
        Grid::Columns => columns(walk, &heads, &whole, scope),
        Grid::Rows => rows_as_terms(walk, &heads, &whole, place, scope),
    }
}

/// A row of a table that is all about one topic: attribute and value.
fn one_attribute(walk: &mut Walk<'_>, topic: usize, row: &Row) {
    let line = row.place.line;
    let [label, cell] = &row.cells[..] else {
        return;
    };
    let label = sentence::trim(&label.plain());
    let label = label.trim_end_matches([':', ' ']);
    let plain = Name::of(label).is_some() && words::count(label) <= 4;
    if !plain || grid::idles(&label.to_lowercase()) {
        walk.skip(line, Reason::Layout);
        return;
    }
    if let Some(text) = content(walk, cell, line, false) {
        tell(walk, topic, label, &text, line);
    }
}

/// What a cell says of a topic.
fn tell(walk: &mut Walk<'_>, topic: usize, column: &str, text: &str, line: u32) {
    walk.reading.topics[topic].facts.push(Fact {
        key: ids::slug(column),
        ask: Ask::Cell(column.to_owned()),
        text: sentence::capitalised(text),
        line,
        shape: Shape::Table,
    });
}

/// A cell's text, if it says something.
fn content(
    walk: &mut Walk<'_>,
    raw: &super::rich::Rich,
    line: u32,
    vouched: bool,
) -> Option<String> {
    let lines: Vec<String> = raw
        .lines()
        .iter()
        .map(|l| sentence::trim(&l.plain()))
        .filter(|l| !l.is_empty())
        .collect();
    let text = lines.join("; ");
    let lower = text.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let empty = {
        static WORDS: Listed = Listed::new(
            "sì sí ja oui nein non não はい いいえ ✓ ✔ ✗ n/a na none yes no y n x tbd varies true false depends same \
                    partial limited yep nope supported unsupported high low medium moderate fast slow good poor \
                    excellent many few large small higher lower faster slower better worse easy hard full basic \
                    strong weak minimal native manual automatic built-in optional required all any both",
        );
        let bare = bare.strip_prefix("very ").unwrap_or(bare);
        bare.is_empty() || WORDS.has(bare)
    };
    if empty
        || is_template(&text)
        || !vouched && decided(raw)
        || raw.only_links()
        || alone::has_formula_markup(&text)
    {
        walk.skip(line, Reason::Cell);
        return None;
    }
    if let Err(reason) = alone::stands_alone(&text)
        && reason != Reason::Symbols
    {
        walk.skip(line, reason);
        return None;
    }
    if words::count(&text) > MAX_ANSWER {
        walk.skip(line, Reason::Long);
        return None;
    }
    Some(text)
}

/// `Stores`, `Detects`: a column that asks with a verb.
fn finite(head: &str) -> bool {
    let lower = head.to_lowercase();
    lexicon::base_of(&lower).is_some() && !lexicon::is_either(&lower)
}

/// `✅ …`, `Yes (with a licence)`, `No – …`: the mark is the answer, and the
/// column's name no question for it.
fn decided(raw: &super::rich::Rich) -> bool {
    let text = raw.plain();
    let text = text.trim_start();
    if text.starts_with([
        '✅', '❌', '✓', '✔', '✗', '✘', '☑', '☒', '✖', '🟢', '🔴', '🟡',
    ]) {
        return true;
    }
    let lower = text.to_lowercase();
    let mut parts = lower.splitn(2, |c: char| !c.is_alphanumeric());
    let (first, rest) = (parts.next().unwrap_or(""), parts.next());
    let judged = matches!(
        first,
        "yes" | "no" | "n/a" | "partial" | "partially" | "limited"
    );
    // `No limit` says something, `No (one region only)` needs its question.
    let after = lower.get(first.len()..).unwrap_or("");
    judged
        && rest.is_some()
        && !after.starts_with('-')
        && after
            .trim_start()
            .starts_with(['(', ',', '-', '–', '—', ':', ';', '.'])
        || matches!(first, "not" | "cannot" | "can't" | "can") && rest.is_some()
}

fn rows_as_terms(
    walk: &mut Walk<'_>,
    heads: &[String],
    body: &[Row],
    place: &Place,
    scope: &Scope,
) {
    let mut names: Vec<Option<Name>> = body
        .iter()
        .map(|r| r.cells.first().and_then(|c| Name::of(&c.plain())))
        .map(|n| {
            n.filter(|n| {
                words::count(&n.short) <= 5
                    && !n.short.contains(',')
                    && !super::facts::acts(&n.short)
            })
        })
        .collect();
    // A repeated name can't be asked for.
    let shorts: Vec<String> = names
        .iter()
        .flatten()
        .map(|n| n.short.to_lowercase())
        .collect();
    for name in &mut names {
        if name.as_ref().is_some_and(|n| {
            shorts
                .iter()
                .filter(|s| **s == n.short.to_lowercase())
                .count()
                > 1
        }) {
            *name = None;
        }
    }
    let known = names.iter().flatten().count();
    if known * 3 < body.len() * 2 || known == 0 || grid::counts(&heads[0].to_lowercase()) {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    let kind = lexicon::kind_at_end(&heads[0]).map(|(k, _)| k);
    let vouched = scope
        .topic
        .is_some_and(|t| walk.reading.topics[t].vouched());
    let group = walk.new_group();
    let constant = grid::constant(heads, body);
    let mut topics: Vec<Option<usize>> = Vec::new();
    for (row, name) in body.iter().zip(names) {
        let line = row.place.line;
        let Some(name) = name else {
            walk.skip(line, Reason::Layout);
            topics.push(None);
            continue;
        };
        let inner = Scope {
            group,
            ..scope.clone()
        };
        let topic = walk.find_or_add(name, line, &inner);
        if kind.is_some() {
            walk.reading.topics[topic].kind = kind;
        }
        topics.push(Some(topic));
        for ((head, cell), constant) in heads.iter().zip(&row.cells).zip(&constant).skip(1) {
            let lower = head.to_lowercase();
            let describes = grid::describes(&lower);
            let vague = ["what", "why", "how", "when", "where"]
                .iter()
                .any(|w| lower.starts_with(w))
                && !describes
                && !aspect::has_question(head);
            let decision = !vouched
                && (["option", "think", "answer", "your ", "my "]
                    .iter()
                    .any(|w| lower.starts_with(w))
                    || lower.starts_with(|c: char| c.is_ascii_digit()));
            if head.is_empty() || vague || decision || grid::idles(&lower) || *constant && !vouched
            {
                continue;
            }
            let Some(text) = content(walk, cell, line, vouched) else {
                continue;
            };
            let asked = aspect::has_question(head) || describes;
            if !vouched && !asked && (advises(&text) || finite(head)) {
                walk.skip(line, Reason::Cell);
                continue;
            }
            if describes && walk.reading.topics[topic].purpose.is_none() {
                describe(walk, topic, text, line);
            } else if describes && !vouched {
                walk.skip(line, Reason::Repeated);
            } else {
                tell(walk, topic, head, &text, line);
            }
        }
    }
    let pair: Vec<usize> = topics.into_iter().flatten().collect();
    if let [a, b] = pair[..] {
        contrast_rows(walk, a, b);
    }
}

fn describe(walk: &mut Walk<'_>, topic: usize, text: String, line: u32) {
    let name = walk.reading.topics[topic].name.clone();
    let first = sentence::split(&text)
        .into_iter()
        .next()
        .unwrap_or_default();
    let statement = if walk.language == Language::English {
        statement::read(&first, &name)
    } else {
        super::facts::foreign(&first, &name)
    };
    if words::content(&statement.body).len() < 2 || alone::code_only(&text) {
        walk.skip(line, Reason::Short);
        return;
    }
    walk.reading.topics[topic].purpose = Some(Purpose {
        text,
        statement,
        line,
    });
}

/// Two rows with the same columns are held against each other.
fn contrast_rows(walk: &mut Walk<'_>, a: usize, b: usize) {
    let (first, second) = (
        walk.reading.topics[a].clone(),
        walk.reading.topics[b].clone(),
    );
    for fact in &first.facts {
        let Ask::Cell(column) = &fact.ask else {
            continue;
        };
        let other = second.facts.iter().find(|f| f.ask == fact.ask);
        if let Some(other) = other.filter(|o| o.text.to_lowercase() != fact.text.to_lowercase()) {
            walk.reading.contrasts.push(Contrast {
                a: first.name.full.clone(),
                b: second.name.full.clone(),
                aspect: column.clone(),
                of_a: fact.text.clone(),
                of_b: other.text.clone(),
                line: fact.line,
                task: first.task,
                language: walk.language,
            });
        }
    }
}

/// Columns are the terms, rows the attributes.
fn columns(walk: &mut Walk<'_>, heads: &[String], body: &[Row], scope: &Scope) {
    let vouched = scope
        .topic
        .is_some_and(|t| walk.reading.topics[t].vouched());
    let group = walk.new_group();
    let inner = Scope {
        group,
        ..scope.clone()
    };
    let line = body.first().map_or(0, |r| r.place.line);
    let names: Vec<Name> = heads[1..].iter().filter_map(|h| Name::of(h)).collect();
    if names.len() + 1 != heads.len() {
        walk.skip(line, Reason::Layout);
        return;
    }
    // Proper names side by side need no heading to be clear.
    let proper = names.iter().all(Name::is_proper);
    let inner = Scope {
        topic: inner.topic.filter(|_| !proper),
        ..inner
    };
    let topics: Vec<usize> = names
        .iter()
        .map(|n| walk.find_or_add(n.clone(), line, &inner))
        .collect();
    for row in body {
        let line = row.place.line;
        let Some(attribute) = row
            .cells
            .first()
            .map(|c| sentence::trim(&c.plain()))
            .filter(|a| !a.is_empty())
        else {
            walk.skip(line, Reason::Layout);
            continue;
        };
        if attribute.to_lowercase().starts_with("exam ")
            || words::count(&attribute) > 6
            || !vouched && (clause::has_own_verb(&attribute) || finite(&attribute))
            || grid::idles(&attribute.to_lowercase())
        {
            walk.skip(line, Reason::Layout);
            continue;
        }
        let mut texts = Vec::new();
        for (topic, cell) in topics.iter().zip(row.cells.iter().skip(1)) {
            let Some(text) = content(walk, cell, line, vouched) else {
                texts.push(None);
                continue;
            };
            if !vouched && !aspect::has_question(&attribute) && advises(&text) {
                walk.skip(line, Reason::Cell);
                texts.push(None);
                continue;
            }
            tell(walk, *topic, &attribute, &text, line);
            texts.push(Some(text));
        }
        if let ([a, b], [Some(of_a), Some(of_b)]) = (&names[..], &texts[..])
            && of_a.to_lowercase() != of_b.to_lowercase()
        {
            walk.reading.contrasts.push(Contrast {
                a: a.full.clone(),
                b: b.full.clone(),
                aspect: attribute,
                of_a: of_a.clone(),
                of_b: of_b.clone(),
                line,
                task: None,
                language: walk.language,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn a_cell_over_several_rows_names_none_of_them() {
        let page = "# Harbour\n\n## Storage plans\n\n| Plan | Medium | Retention |\n| --- | --- | --- |\n\
            | Basalt | tape | 30 days |\n| Granite | disk | 10 days |\n| | flash | 2 days |\n| Marble | paper | 90 years |\n";
        assert!(
            shows(page, "tape") && shows(page, "paper"),
            "{:?}",
            cards(page)
        );
        assert!(!shows(page, "disk") && !shows(page, "flash"));
    }

    #[test]
    fn a_matrix_of_marks_asks_nothing() {
        let page = "# Gateways\n\n| Feature / Need | 🟦 NorthGate | 🟩 SouthGate |\n|---|---|---|\n\
            | Type | Message broker | Stream log |\n| Replay | ✅ Yes | ❌ No |\n\
            | Ordering | No (unless paid) | ✅ With FIFO lanes |\n| Longest message | 256 KB | 1 MB |\n";
        let fronts = fronts(page);
        assert!(!shows(page, "unless paid") && !shows(page, "FIFO lanes"));
        assert!(
            fronts
                .iter()
                .any(|f| f.contains("NorthGate") && !f.contains("of Type")),
            "{fronts:?}"
        );
        assert!(
            fronts.iter().all(|f| !f.contains("NorthGate of ")),
            "{fronts:?}"
        );
    }

    #[test]
    fn cases_and_what_to_take_are_no_terms() {
        let page = "# Choices\n\n| Scenario | Best service | Reason |\n|---|---|---|\n\
            | Nightly report | CronBoat | runs on a schedule |\n| Live map | FlowBoat | streams positions |\n";
        assert_eq!(fronts(page), Vec::<String>::new());
    }

    #[test]
    fn two_lists_side_by_side_are_no_table() {
        let page = "# Lakes\n\n| Template | Stack |\n|---|---|\n\
            | Template files describe a design | Stack updates replace what is deployed |\n\
            | Template size is capped at 1 MB | Stack names are unique in a region |\n";
        assert_eq!(fronts(page), Vec::<String>::new());
    }
}
