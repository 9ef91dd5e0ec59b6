//! Tables: a row a term and a column an attribute, or the other way round.

use super::account::{Reason, Shape};
use super::alone;
use super::aspect;
use super::facts::{MAX_ANSWER, Scope, Walk};
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

/// Heads of a first column whose rows are attributes, not terms.
const ATTRIBUTE_HEADS: [&str; 30] = [
    "caratteristica",
    "aspetto",
    "criterio",
    "característica",
    "aspecto",
    "merkmal",
    "kriterium",
    "caractéristique",
    "critère",
    "項目",
    "特徴",
    "比較",
    "feature",
    "features",
    "aspect",
    "criteria",
    "criterion",
    "property",
    "attribute",
    "characteristic",
    "characteristics",
    "parameter",
    "comparison",
    "dimension",
    "factor",
    "category",
    "point",
    "difference",
    "basis",
    "",
];

/// Heads of columns that say what the row's term is.
const DESCRIPTION_HEADS: [&str; 17] = [
    "description",
    "purpose",
    "definition",
    "what it is",
    "what it does",
    "meaning",
    "explanation",
    "function",
    "what is it",
    "details",
    "summary",
    "about",
    "use",
    "what",
    "説明",
    "概要",
    "用途",
];

/// Heads of columns with nothing to learn.
const IDLE_HEADS: [&str; 20] = [
    "link",
    "links",
    "url",
    "#",
    "no",
    "no.",
    "nr",
    "id",
    "reference",
    "references",
    "source",
    "docs",
    "documentation",
    "example",
    "examples",
    "notes",
    "note",
    "status",
    "done",
    "date",
];

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
    if heads.len() < 2 || body.is_empty() || heads.iter().skip(1).all(String::is_empty) {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    let first = heads[0].to_lowercase();
    let named_columns = heads[1..]
        .iter()
        .filter(|h| {
            Name::of(h).is_some_and(|n| n.is_proper() || n.short.starts_with(char::is_uppercase))
                && !is_idle(h)
        })
        .count();
    // Without a word over the first column, its cells must look like aspects.
    let labels = body
        .iter()
        .filter_map(|r| r.cells.first())
        .filter(|c| Name::of(&c.plain()).is_none_or(|n| !n.is_proper()))
        .count();
    let attributes = first.split_whitespace().any(|w| {
        static WORDS: Listed = Listed::new(
            "factor factors aspect aspects characteristic characteristics criterion criteria \
            property properties attribute attributes parameters comparison dimensions differences",
        );
        WORDS.has(w)
    });
    let known = first.is_empty() && labels * 2 > body.len()
        || attributes
        || !first.is_empty() && ATTRIBUTE_HEADS.contains(&first.as_str());
    let topics = heads[1..].iter().filter(|h| walk.knows(h)).count();
    let named = body
        .iter()
        .filter_map(|r| r.cells.first())
        .map(|c| c.plain().to_lowercase())
        .filter(|l| {
            l.split(' ')
                .next_back()
                .is_some_and(super::aspect::is_attribute)
                || super::aspect::has_question(l)
                || [
                    "number of ",
                    "nature of ",
                    "type of ",
                    "level of ",
                    "degree of ",
                    "max ",
                    "min ",
                    "maximum ",
                    "minimum ",
                    "barriers to ",
                ]
                .iter()
                .any(|p| l.starts_with(p))
        })
        .count();
    let plain_heads = heads[1..].iter().all(|h| {
        let last = h.to_lowercase();
        let last = last.split(' ').next_back().unwrap_or("");
        !is_idle(h) && !super::aspect::is_attribute(last) && !lexicon::looks_plural(last)
    });
    let products = heads[1..]
        .iter()
        .filter(|h| Name::of(h).is_some_and(|n| n.is_proper()))
        .count();
    let known = known
        || named * 2 > body.len() && products == heads.len() - 1 && walk.knows_any(&heads[1..]);
    let known = known || first.is_empty() && topics * 2 >= heads.len() - 1;
    let known = known || named * 2 > body.len() && plain_heads && heads.len() > 2;
    // A matrix of one thing against itself has no terms.
    let crossed = body.iter().filter_map(|r| r.cells.first()).any(|c| {
        let label = c.plain().to_lowercase();
        heads[1..]
            .iter()
            .any(|h| h.len() > 2 && sentence::contains_words(&label, &h.to_lowercase()))
    });
    let matrix = heads
        .iter()
        .cloned()
        .chain(
            body.iter()
                .filter_map(|r| r.cells.first())
                .map(|c| c.plain()),
        )
        .map(|h| h.to_lowercase())
        .filter(|h| h.starts_with("predicted") || h.starts_with("actual"))
        .count();
    // Formats against codecs: each cell needs both names, and a verb.
    let rows_named = body
        .iter()
        .filter_map(|r| r.cells.first())
        .filter(|c| Name::of(&c.plain()).is_some_and(|n| n.is_proper()))
        .count();
    let both = heads.len() > 3
        && rows_named == body.len()
        && heads[1..].iter().all(|h| {
            !h.contains(' ')
                && h.chars().count() > 2
                && h.chars().all(char::is_uppercase)
                && !aspect::has_question(h)
        });
    if crossed || both || matrix > 1 {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    let turned = known && heads.len() >= 3 && named_columns == heads.len() - 1;
    if turned {
        columns(walk, &heads, body, scope);
    } else {
        rows_as_terms(walk, &heads, body, place, scope);
    }
}

/// Whether a column says what its rows are: `Description`, `One-line meaning`.
fn describes(lower: &str) -> bool {
    let last = lower.split_whitespace().next_back().unwrap_or("");
    DESCRIPTION_HEADS.contains(&lower)
        || matches!(
            last,
            "description" | "definition" | "meaning" | "explanation"
        ) && words::count(lower) <= 3
}

/// Whether a column describes or refers, and so is no term.
fn is_idle(head: &str) -> bool {
    let h = head.to_lowercase();
    DESCRIPTION_HEADS.contains(&h.as_str())
        || IDLE_HEADS.contains(&h.as_str())
        || aspect::is_aspect(head)
}

/// A cell's text, if it says something.
fn content(walk: &mut Walk<'_>, raw: &super::rich::Rich, line: u32) -> Option<String> {
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
                    excellent many few large small higher lower faster slower better worse easy hard",
        );
        let bare = bare.strip_prefix("very ").unwrap_or(bare);
        bare.is_empty() || WORDS.has(bare)
    };
    if empty || raw.only_links() || alone::has_formula_markup(&text) {
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
    if known * 3 < body.len() * 2
        || known == 0
        || IDLE_HEADS[3..8].contains(&heads[0].to_lowercase().as_str())
    {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    let kind = lexicon::kind_at_end(&heads[0]).map(|(k, _)| k);
    let group = walk.new_group();
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
        for (head, cell) in heads.iter().zip(&row.cells).skip(1) {
            let lower = head.to_lowercase();
            let describes = describes(&lower);
            let vague = ["what", "why", "how", "when", "where"]
                .iter()
                .any(|w| lower.starts_with(w))
                && !describes
                && !aspect::has_question(head);
            let vouched = scope
                .topic
                .is_some_and(|t| walk.reading.topics[t].vouched());
            let decision = !vouched
                && (["option", "think", "answer", "your ", "my "]
                    .iter()
                    .any(|w| lower.starts_with(w))
                    || lower.starts_with(|c: char| c.is_ascii_digit()));
            let idle = IDLE_HEADS.contains(&lower.as_str())
                || matches!(
                    lower.as_str(),
                    "you" | "me" | "us" | "exam relevance" | "priority"
                )
                || lower.starts_with("exam ")
                || ["included", "covered", "learned", "skills"]
                    .iter()
                    .any(|w| lower.ends_with(w))
                || ["example", "examples", "link", "links"]
                    .iter()
                    .any(|w| lower.ends_with(&format!(" {w}")));
            if head.is_empty() || vague || decision || idle {
                continue;
            }
            let Some(text) = content(walk, cell, line) else {
                continue;
            };
            if describes && walk.reading.topics[topic].purpose.is_none() {
                describe(walk, topic, text, line);
            } else if describes && !vouched {
                walk.skip(line, Reason::Repeated);
            } else {
                walk.reading.topics[topic].facts.push(Fact {
                    key: ids::slug(head),
                    ask: Ask::Cell(head.clone()),
                    text: sentence::capitalised(&text),
                    line,
                    shape: Shape::Table,
                });
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
            || IDLE_HEADS.contains(&attribute.to_lowercase().as_str())
        {
            walk.skip(line, Reason::Layout);
            continue;
        }
        let mut texts = Vec::new();
        for (topic, cell) in topics.iter().zip(row.cells.iter().skip(1)) {
            let Some(text) = content(walk, cell, line) else {
                texts.push(None);
                continue;
            };
            walk.reading.topics[*topic].facts.push(Fact {
                key: ids::slug(&attribute),
                ask: Ask::Cell(attribute.clone()),
                text: sentence::capitalised(&text),
                line,
                shape: Shape::Table,
            });
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
