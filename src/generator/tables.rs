//! Tables: a row a term and a column an attribute, or the other way round.

use super::account::{Reason, Shape};
use super::alone;
use super::aspect;
use super::cell::{self, Kind, content};
use super::clause;
use super::draft;
use super::facts::{Scope, Walk, advises};
use super::grid::{self, Grid};
use super::heads;
use super::ids;
use super::language::Language;
use super::lexicon;
use super::name::Name;
use super::needs;
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
    let (heads, body) = match vouched {
        true => (heads, body.to_vec()),
        false => put_right(&heads, body),
    };
    let body = &body[..];
    if heads.len() < 2 || !vouched && heads::praises(&heads[0]) {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    if !vouched && heads::decides(&heads[0]) {
        if !needs::read(walk, &heads, body, scope) {
            walk.skip(place.line, Reason::Layout);
        }
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

/// Heads in words that can be asked with, and the table without a first column
/// that only counts and without remarks behind things that are compared.
fn put_right(heads: &[String], body: &[Row]) -> (Vec<String>, Vec<Row>) {
    let numbered = heads.len() > 2 && heads::counts(&heads[0].to_lowercase());
    let from = usize::from(numbered);
    let mut to = heads.len();
    while to > from + 3
        && heads::idles(&heads[to - 1].to_lowercase())
        && grid::announces(&heads[from])
    {
        to -= 1;
    }
    let mut kept = heads::chosen(&heads[from..to]);
    if kept.len() == 2 && heads::explains(&kept[0], &kept[1]) {
        "Meaning".clone_into(&mut kept[1]);
    }
    let rows = body.iter().map(|r| {
        let mut row = r.clone();
        row.cells.truncate(to);
        row.cells.drain(..from.min(row.cells.len()));
        row
    });
    // A list of contents names chapters as well as things.
    let told = |r: &Row| {
        let text = |i: usize| {
            r.cells
                .get(i)
                .map(|c| sentence::trim(&c.plain()))
                .unwrap_or_default()
        };
        !numbered || heads::is_plain_thing(&text(0)) && !advises(&text(1))
    };
    (kept, rows.filter(told).collect())
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
    if !plain || heads::idles(&label.to_lowercase()) {
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

/// `Stores`, `Detects`: a column that asks with a verb.
fn finite(head: &str) -> bool {
    let lower = head.to_lowercase();
    lexicon::base_of(&lower).is_some() && !lexicon::is_either(&lower)
}

fn rows_as_terms(
    walk: &mut Walk<'_>,
    heads: &[String],
    body: &[Row],
    place: &Place,
    scope: &Scope,
) {
    let mut names: Vec<Option<Name>> = labels(body)
        .into_iter()
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
    if known * 3 < body.len() * 2 || known == 0 || heads::counts(&heads[0].to_lowercase()) {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    let kind = lexicon::kind_at_end(&heads[0]).map(|(k, _)| k);
    let vouched = scope
        .topic
        .is_some_and(|t| walk.reading.topics[t].vouched());
    let first = &heads[0];
    let things = heads::names_things(first);
    let group = walk.new_group();
    let constant = grid::constant(heads, body);
    let heads: Vec<String> = match vouched {
        true => heads.to_vec(),
        false => heads
            .iter()
            .map(|h| heads::cleaned(h, walk.language))
            .collect(),
    };
    let mut topics: Vec<Option<usize>> = Vec::new();
    let noun = heads::noun(first).filter(|_| walk.language == Language::English && !vouched);
    for (row, name) in body.iter().zip(names) {
        let line = row.place.line;
        let Some(name) = name else {
            walk.skip(line, Reason::Layout);
            topics.push(None);
            continue;
        };
        // `Monitoring`: its section would stand in for it.
        let bare = !vouched && draft::says_nothing(&name.short);
        let name = whole(name, noun.as_deref().filter(|_| !bare));
        let inner = Scope {
            group,
            ..scope.clone()
        };
        let topic = walk.find_or_add(name, line, &inner);
        let t = &mut walk.reading.topics[topic];
        if kind.is_some() {
            t.kind = kind;
        }
        if !vouched && !t.vouched() && things {
            t.name.said = t.name.full.clone();
        }
        topics.push(Some(topic));
        for ((head, cell), constant) in heads.iter().zip(&row.cells).zip(&constant).skip(1) {
            let lower = head.to_lowercase();
            let describes = heads::describes(&lower);
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
            if head.is_empty() || vague || decision || heads::idles(&lower) || *constant && !vouched
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
            if !vouched && !describes && (bare || !cell::answers(head, &text)) {
                walk.skip(line, if bare { Reason::Vague } else { Reason::Cell });
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

/// `Moored` under `Boat type` is a moored boat: a quality takes the noun of its
/// column.
fn whole(name: Name, noun: Option<&str>) -> Name {
    let Some(noun) = noun.filter(|_| heads::is_quality(&name.short) && name.full == name.short)
    else {
        return name;
    };
    let has = sentence::contains_words(&name.short.to_lowercase(), &noun.to_lowercase());
    match has {
        true => name,
        false => Name::of(&format!("{} {noun}", name.short)).unwrap_or(name),
    }
}

/// The names of the rows; none where a row's own number would be lost.
fn labels(body: &[Row]) -> Vec<Option<Name>> {
    let text = |r: &Row| {
        let text = r
            .cells
            .first()
            .map(|c| sentence::trim(&c.plain()))
            .unwrap_or_default();
        // `A. Reply`: a letter that only counts.
        let lettered = text.get(1..3).is_some_and(|s| matches!(s, ". " | ") "))
            && text.starts_with(|c: char| c.is_ascii_alphabetic());
        match lettered {
            true => text[3..].to_owned(),
            false => text,
        }
    };
    let numbered = |t: &str| {
        let digits = t.bytes().take_while(u8::is_ascii_digit).count();
        digits > 0 && t[digits..].starts_with(' ')
    };
    let texts: Vec<String> = body.iter().map(text).collect();
    let all = texts.iter().all(|t| numbered(t));
    texts
        .iter()
        .map(|t| {
            Name::of(t).filter(|n| {
                all || !numbered(t) || n.short.starts_with(|c: char| c.is_ascii_digit())
            })
        })
        .collect()
}

fn describe(walk: &mut Walk<'_>, topic: usize, text: String, line: u32) {
    let name = walk.reading.topics[topic].name.clone();
    let mut sentences = sentence::split(&text).into_iter();
    let mut first = sentences.next().unwrap_or_default();
    let vouched = walk.reading.topics[topic].vouched();
    if !vouched && walk.language == Language::English && spells_out(&first, &name) {
        // What the letters stand for is not yet what it is.
        first = sentences
            .next()
            .filter(|s| words::count(s) > 3)
            .unwrap_or(first);
    }
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

/// `Harbour Pilot Service.` before a sentence that says more.
fn spells_out(first: &str, name: &Name) -> bool {
    let own = super::name::is_initials(&name.short, first.trim_end_matches('.'));
    let small = |w: &str| matches!(w, "of" | "and" | "for" | "the" | "in" | "to");
    let titled = first
        .split_whitespace()
        .all(|w| small(w) || w.starts_with(char::is_uppercase));
    !own && titled && (2..=9).contains(&words::count(first))
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
        let vouched = first.vouched() || second.vouched();
        let differs = |o: &&Fact| {
            o.text.to_lowercase() != fact.text.to_lowercase()
                && (vouched || Kind::suits(&fact.text, &o.text))
        };
        if let Some(other) = other.filter(differs) {
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
    let among = |t: usize| {
        let own = &walk.reading.topics[t].name.short;
        names.iter().any(|n| n.short.eq_ignore_ascii_case(own))
    };
    let inner = Scope {
        topic: inner.topic.filter(|t| !proper && !among(*t)),
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
            || heads::idles(&attribute.to_lowercase())
        {
            walk.skip(line, Reason::Layout);
            continue;
        }
        let mut texts = Vec::new();
        for cell in row.cells.iter().skip(1).take(topics.len()) {
            let Some(text) = content(walk, cell, line, vouched) else {
                texts.push(None);
                continue;
            };
            if !vouched && !aspect::has_question(&attribute) && advises(&text) {
                walk.skip(line, Reason::Cell);
                texts.push(None);
                continue;
            }
            texts.push(Some(text));
        }
        let both = |f: fn(&str, &str) -> bool| match &texts[..] {
            [Some(a), Some(b)] => f(a, b),
            _ => false,
        };
        let equal = both(|a, b| a.eq_ignore_ascii_case(b));
        let head = match vouched {
            true => attribute.clone(),
            // Two things in one label are asked of no one cell.
            false if attribute.contains('/') => String::new(),
            false => heads::cleaned(&attribute, walk.language),
        };
        for (topic, text) in topics.iter().zip(&texts) {
            let Some(text) = text else {
                continue;
            };
            // What two things differ in by a word or two, their comparison asks.
            let brief = topics.len() == 2
                && words::count(text) < 3
                && !text.contains(|c: char| c.is_ascii_digit());
            if !vouched && (head.is_empty() || brief || equal || !cell::answers(&head, text)) {
                walk.skip(line, Reason::Cell);
                continue;
            }
            tell(walk, *topic, &head, text, line);
        }
        let attribute = match vouched {
            true => attribute,
            false => attribute
                .split(" (")
                .next()
                .unwrap_or(&attribute)
                .to_owned(),
        };
        if let ([a, b], [Some(of_a), Some(of_b)]) = (&names[..], &texts[..])
            && !equal
            && (vouched || Kind::suits(of_a, of_b))
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
