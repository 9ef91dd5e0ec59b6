//! Tables: which way each reads, and those whose columns are the terms.

use super::account::{Reason, Shape};
use super::aspect;
use super::cell::{self, Kind, content};
use super::clause;
use super::course;
use super::facts::{Scope, Walk, advises};
use super::grid::{self, Grid};
use super::heads;
use super::ids;
use super::language::Language;
use super::lexicon;
use super::name::Name;
use super::needs;
use super::outline::{Place, Row};
use super::rows;
use super::sentence;
use super::sides;
use super::topic::{Ask, Contrast, Fact};
use super::whose;
use super::words;

/// Reads a table under a scope.
pub(super) fn read(walk: &mut Walk<'_>, lines: &[Row], place: &Place, scope: &Scope) {
    let Some((head, body)) = lines.split_first() else {
        return;
    };
    if scope.shown && walk.language != Language::English {
        walk.skip(place.line, Reason::Layout);
        return;
    }
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
    if !vouched && course::administers(&heads, body) {
        walk.skip(place.line, Reason::Apparatus);
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
        Grid::Rows => rows::read(walk, &heads, &whole, place, scope),
    }
}

/// Heads in words that can be asked with, and the table without a first column
/// that only counts and without remarks behind things that are compared.
fn put_right(heads: &[String], body: &[Row]) -> (Vec<String>, Vec<Row>) {
    let numbered = heads.len() > 2 && heads::counts(&heads[0].to_lowercase());
    // One group that all rows are of names none of them.
    let grouped = heads.len() > 2 && body.len() > 2 && {
        let first = |r: &Row| r.cells.first().map(|c| c.plain().trim().to_owned());
        first(&body[0]).is_some_and(|f| !f.is_empty())
            && body.iter().all(|r| first(r) == first(&body[0]))
    };
    let sorted = !numbered && whose::second_is_described(heads, body);
    let from = usize::from(numbered || grouped || sorted);
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
pub(super) fn tell(walk: &mut Walk<'_>, topic: usize, column: &str, text: &str, line: u32) {
    walk.reading.topics[topic].facts.push(Fact {
        key: ids::slug(column),
        ask: Ask::Cell(column.to_owned()),
        text: sentence::capitalised(text),
        line,
        shape: Shape::Table,
    });
}

/// `Stores`, `Detects`: a column that asks with a verb.
pub(super) fn finite(head: &str) -> bool {
    let lower = head.to_lowercase();
    lexicon::acts(&lower)
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
    let names = match !vouched && walk.language == Language::English {
        true => sides::nouned(&walk.reading, &names).unwrap_or(names),
        false => names,
    };
    // `Basic | Standard | Premium`: tiers, engines or plans, which the heading
    // names; without it they mean nothing.
    let qualities = names
        .iter()
        .filter(|n| heads::is_grade(&n.short) || heads::is_quality(&n.short))
        .count();
    let names: Vec<Name> = match !vouched && walk.language == Language::English && qualities > 0 {
        true => {
            let noun = scope
                .topic
                .and_then(|t| heads::kind_of_many(&walk.reading.topics[t].name.full));
            let Some(noun) = noun else {
                walk.skip(line, Reason::Vague);
                return;
            };
            let named = |n: &Name| Name::of(&format!("{} {noun}", n.short));
            names.iter().filter_map(named).collect()
        }
        false => names,
    };
    if names.len() + 1 != heads.len() {
        walk.skip(line, Reason::Layout);
        return;
    }
    // Proper names side by side need no heading to be clear.
    let proper = names.iter().all(Name::is_proper);
    let among = |t: usize| {
        let own = &walk.reading.topics[t].name.short;
        let own = own.to_lowercase();
        names
            .iter()
            .any(|n| sentence::contains_words(&own, &n.short.to_lowercase()))
    };
    let inner = Scope {
        topic: inner.topic.filter(|t| !proper && !among(*t)),
        ..inner
    };
    let topics: Vec<usize> = names
        .iter()
        .map(|n| walk.find_or_add(n.clone(), line, &inner))
        .collect();
    if qualities > 0 && !vouched {
        for topic in &topics {
            let name = &mut walk.reading.topics[*topic].name;
            name.said = format!("the {}", name.full);
        }
    }
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
            let again = words::count(text) > 3
                && !text.contains(|c: char| c.is_ascii_digit())
                && texts
                    .iter()
                    .flatten()
                    .filter(|t| t.eq_ignore_ascii_case(text))
                    .count()
                    > 1;
            let brief = topics.len() == 2
                && words::count(text) < 3
                && !text.contains(|c: char| c.is_ascii_digit());
            if !vouched
                && (head.is_empty() || brief || equal || again || !cell::answers(&head, text))
            {
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
    fn names_in_latin_letters_over_labels_in_another_script_are_the_things() {
        let korean = "# 항구 서비스\n\n## 비교\n\n| 특징 | Basalt Quay | Basalt Lamp |\n|---|---|---|\n\
            | 주요 목적 | 배를 부두에 묶는 일 | 부두를 밤에 밝히는 일 |\n\
            | 비용 | 하루에 두 크라운 | 한 달에 아홉 크라운 |\n";
        let found = fronts(korean);
        let asked = |f: &String| f.starts_with("Basalt Quay의") && f.contains("주요 목적");
        assert!(found.iter().any(asked), "{found:?}");
        let rows = "# 항구 서비스\n\n## 비교\n\n| 이름 | 주요 목적 | 비용 |\n|---|---|---|\n\
            | Basalt Quay | 배를 부두에 묶는 일 | 하루에 두 크라운 |\n\
            | Basalt Lamp | 부두를 밤에 밝히는 일 | 한 달에 아홉 크라운 |\n";
        let found = fronts(rows);
        assert!(found.iter().any(asked), "{found:?}");
    }

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
        assert!(
            fronts(page)
                .iter()
                .all(|f| f.starts_with("Which service fits this scenario")),
            "{:?}",
            fronts(page)
        );
    }

    #[test]
    fn two_lists_side_by_side_are_no_table() {
        let page = "# Lakes\n\n| Template | Stack |\n|---|---|\n\
            | Template files describe a design | Stack updates replace what is deployed |\n\
            | Template size is capped at 1 MB | Stack names are unique in a region |\n";
        assert_eq!(fronts(page), Vec::<String>::new());
    }
}
