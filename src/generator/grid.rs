//! What a table is: rows that are terms, columns that are terms, or neither.

use super::aspect;
use super::facts::Walk;
use super::heads::is_idle;
use super::language::{self, Language};
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::outline::Row;
use super::sentence;
use super::sides;
use super::words;
use std::collections::{BTreeMap, HashSet};

/// Heads of a first column whose rows are attributes, not terms.
pub(super) const ATTRIBUTE_HEADS: [&str; 45] = [
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
    "観点",
    "比較項目",
    "比較観点",
    "要素",
    "指標",
    "機能",
    "항목",
    "구분",
    "특성",
    "비교",
    "对比项",
    "比较项",
    "方面",
    "eigenschaft",
    "recurso",
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

/// Which way a table reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grid {
    /// A row is a term, a column says one thing of each.
    Rows,
    /// A column is a term, a row says one thing of each.
    Columns,
    /// Cells stand beside one another for another reason.
    Neither,
}

impl Grid {
    /// Judges a table by its head and its rows.
    pub(super) fn of(walk: &Walk<'_>, heads: &[String], body: &[Row]) -> Self {
        let labels: Vec<String> = body
            .iter()
            .filter_map(|r| r.cells.first())
            .map(|c| sentence::trim(&c.plain()))
            .collect();
        if crossed(heads, &labels)
            || confuses(heads, &labels)
            || formats(heads, &labels)
            || data_above(heads)
            || side_by_side(heads, body)
            || of_few_values(heads, body)
            || uneven_lists(heads, body)
            || schema(heads, &labels)
            || doubled(heads)
            || sides::two_things(walk, heads, body)
            || sides::worked_out(body)
        {
            return Self::Neither;
        }
        let announced = announces(&heads[0]);
        let is_term = |h: &String| {
            let last = h.to_lowercase();
            let last = last.split(' ').next_back().unwrap_or("");
            let told = announced && says_what(h, walk.language);
            walk.knows(h) || !(is_idle(h) || told || announced && aspect::is_attribute(last))
        };
        let named = |h: &String| {
            Name::of(h).is_some_and(|n| {
                announced || n.is_proper() || n.short.starts_with(char::is_uppercase)
            })
        };
        let terms = heads.len() >= 3 && heads[1..].iter().all(is_term);
        let turned = attributes_below(walk, heads, &labels) && terms;
        if turned && announced && !heads[1..].iter().all(named) {
            return Self::Neither;
        }
        let turned = turned && heads[1..].iter().all(named);
        match turned {
            true => Self::Columns,
            false => Self::Rows,
        }
    }
}

/// `計算式`, `意味`: what is told of a thing, in other languages.
fn says_what(head: &str, language: Language) -> bool {
    language != Language::English
        && (language::describes(&head.to_lowercase()) || language::is_label(language, head))
}

/// Whether the cells of the first column are attributes rather than terms.
fn attributes_below(walk: &Walk<'_>, heads: &[String], labels: &[String]) -> bool {
    let first = heads[0].trim_matches(|c: char| !c.is_alphanumeric());
    let rows = labels.len();
    let common = labels
        .iter()
        .filter(|l| Name::of(l).is_none_or(|n| !n.is_proper()))
        .count();
    if first.is_empty() && common * 2 > rows || announces(first) {
        return true;
    }
    // Names in Latin letters over labels that aren't.
    let eastern = |t: &str| {
        t.chars()
            .any(|c| words::is_unspaced(c) || words::is_hangul(c))
    };
    let latin = |h: &&String| h.starts_with(|c: char| c.is_ascii_uppercase()) && !eastern(h);
    let things = heads[1..].iter().filter(latin).count();
    if heads.len() > 2 && things * 2 > heads.len() - 1 && labels.iter().all(|l| eastern(l)) {
        return true;
    }
    let topics = heads[1..].iter().filter(|h| walk.knows(h)).count();
    let named = labels
        .iter()
        .map(|l| l.to_lowercase())
        .filter(|l| {
            l.split(' ').next_back().is_some_and(aspect::is_attribute)
                || aspect::has_question(l)
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
        !is_idle(h) && !aspect::is_attribute(last) && !lexicon::looks_plural(last)
    });
    let products = heads[1..]
        .iter()
        .filter(|h| Name::of(h).is_some_and(|n| n.is_proper()))
        .count();
    named * 2 > rows && products == heads.len() - 1 && walk.knows_any(&heads[1..])
        || first.is_empty() && topics * 2 >= heads.len() - 1
        || named * 2 > rows && plain_heads && heads.len() > 2
}

/// Whether the first head says that attributes stand below it.
pub(super) fn announces(first: &str) -> bool {
    static WORDS: Listed = Listed::new(
        "factor factors aspect aspects characteristic characteristics criterion criteria \
        property properties attribute attributes parameters comparison dimensions differences",
    );
    let first = first.to_lowercase();
    first.split([' ', '/']).any(|w| WORDS.has(w))
        || first
            .split('/')
            .map(str::trim)
            .any(|part| !part.is_empty() && ATTRIBUTE_HEADS.contains(&part))
}

/// Two columns with one head: their names stand elsewhere.
fn doubled(heads: &[String]) -> bool {
    let lower: Vec<String> = heads.iter().map(|h| h.to_lowercase()).collect();
    (1..lower.len()).any(|i| !lower[i].is_empty() && lower[..i].contains(&lower[i]))
}

/// A matrix of one thing against itself has no terms.
fn crossed(heads: &[String], labels: &[String]) -> bool {
    labels.iter().any(|label| {
        let label = label.to_lowercase();
        heads[1..]
            .iter()
            .any(|h| h.len() > 2 && sentence::contains_words(&label, &h.to_lowercase()))
    })
}

/// Predicted against actual.
fn confuses(heads: &[String], labels: &[String]) -> bool {
    let sides = heads.iter().chain(labels).map(|h| h.to_lowercase());
    sides
        .filter(|h| h.starts_with("predicted") || h.starts_with("actual"))
        .count()
        > 1
}

/// Formats against codecs: each cell needs both names, and a verb.
fn formats(heads: &[String], labels: &[String]) -> bool {
    let named = labels
        .iter()
        .all(|l| Name::of(l).is_some_and(|n| n.is_proper()));
    heads.len() > 3
        && named
        && heads[1..].iter().all(|h| {
            !h.contains(' ')
                && h.chars().count() > 2
                && h.chars().all(char::is_uppercase)
                && !aspect::has_question(h)
        })
}

/// Whether the row above the rule is a row like the others: somebody needed a
/// grid and Markdown wanted a head.
fn data_above(heads: &[String]) -> bool {
    heads.iter().skip(1).any(|h| {
        words::count(h) > 7 || words::count(h) > 3 && h.ends_with('.') || h.contains("://")
    })
}

/// A matrix that only sorts: its cells know two or three short words.
fn of_few_values(heads: &[String], body: &[Row]) -> bool {
    let cells: Vec<String> = body
        .iter()
        .flat_map(|r| r.cells.iter().skip(1))
        .map(|c| c.plain().to_lowercase())
        .filter(|c| !c.is_empty())
        .collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in &cells {
        *counts.entry(cell).or_default() += 1;
    }
    let mut often: Vec<(&str, usize)> = counts.into_iter().collect();
    often.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    often.truncate(3);
    often.retain(|(_, n)| *n > 1);
    let covered: usize = often.iter().map(|(_, n)| n).sum();
    heads.len() > 2
        && body.len() > 2
        && cells.len() >= 6
        && covered * 5 >= cells.len() * 4
        && often
            .iter()
            .all(|(v, _)| words::count(v) <= 2 && !v.contains(|c: char| c.is_ascii_digit()))
}

/// Fields of somebody's own records and their types.
fn schema(heads: &[String], labels: &[String]) -> bool {
    let types = heads.iter().skip(1).any(|h| {
        static TYPES: Listed = Listed::phrases(
            "type|data type|datatype|type of data|värde|typ|tipo|tipo de dato|required|default|format",
        );
        TYPES.has(&h.to_lowercase())
    });
    types
        && labels.len() > 1
        && labels
            .iter()
            .all(|l| l.starts_with('`') && l.ends_with('`'))
}

/// Columns that say the same of most rows: nothing to tell the rows by.
pub(super) fn constant(heads: &[String], body: &[Row]) -> Vec<bool> {
    (0..heads.len())
        .map(|column| {
            let cells: Vec<String> = body
                .iter()
                .filter_map(|r| r.cells.get(column))
                .map(|c| c.plain().to_lowercase())
                .filter(|c| !c.is_empty())
                .collect();
            let most = cells
                .iter()
                .map(|c| cells.iter().filter(|o| *o == c).count())
                .max()
                .unwrap_or(0);
            cells.len() > 4 && most * 5 > cells.len() * 3
        })
        .collect()
}

/// What several rows say word for word, in small letters: asked of one it
/// would be asked of all. A word or two may be a class that rows share, and an
/// amount is worth knowing of each.
pub(super) fn shared(body: &[Row]) -> HashSet<String> {
    let mut out = HashSet::new();
    for column in 1..body.iter().map(|r| r.cells.len()).max().unwrap_or(0) {
        let mut seen = HashSet::new();
        for cell in body.iter().filter_map(|r| r.cells.get(column)) {
            let text = sentence::trim(&cell.plain()).to_lowercase();
            let told = words::count(&text) > 3 && !text.contains(|c: char| c.is_ascii_digit());
            if told && !seen.insert(text.clone()) {
                out.insert(text);
            }
        }
    }
    out
}

/// Lists of short names beside each other, of different lengths: what stands
/// in a row has nothing in common.
fn uneven_lists(heads: &[String], body: &[Row]) -> bool {
    let filled = |column: usize| {
        let cell = |r: &Row| r.cells.get(column).is_some_and(|c| !c.is_blank());
        let last = body.iter().rposition(&cell).map_or(0, |i| i + 1);
        // Nothing is left out before the list ends.
        (body.iter().take(last).all(cell)).then_some(last)
    };
    let lengths: Vec<Option<usize>> = (0..heads.len()).map(filled).collect();
    let ends_early = lengths
        .iter()
        .skip(1)
        .flatten()
        .any(|n| *n + 1 < body.len());
    let short = body
        .iter()
        .flat_map(|r| &r.cells)
        .all(|c| words::count(&c.plain()) <= 8);
    body.len() > 2 && short && ends_early && lengths.iter().all(Option::is_some)
}

/// Two lists beside each other: under each head the cells speak of the head,
/// or the heads are the two sides of a judgement.
fn side_by_side(heads: &[String], body: &[Row]) -> bool {
    static SIDES: Listed = Listed::phrases(
        "pros|cons|advantages|disadvantages|benefits|drawbacks|do|don't|dos|don'ts|strengths|\
        weaknesses|before|after|good|bad|opportunities|threats|true|false",
    );
    let judged = heads.iter().all(|h| SIDES.has(&h.to_lowercase()));
    let speaks = |column: usize, head: &str| {
        let head = head.to_lowercase();
        body.iter()
            .filter_map(|r| r.cells.get(column))
            .any(|c| words::count(&c.plain()) > 2 && c.plain().to_lowercase().starts_with(&head))
    };
    judged
        || heads
            .iter()
            .enumerate()
            .all(|(i, h)| h.chars().count() > 2 && speaks(i, h))
}

/// Which rows belong to a cell that spans several: the first of them names
/// its first line only, the others name nothing.
pub(super) fn merged(heads: &[String], body: &[Row]) -> Vec<bool> {
    let blank = |r: &Row, i: usize| r.cells.get(i).is_none_or(super::rich::Rich::is_blank);
    let continues: Vec<bool> = body
        .iter()
        .map(|r| {
            let empty = (0..heads.len()).all(|i| blank(r, i));
            !empty && (blank(r, 0) || r.cells.len() < heads.len())
        })
        .collect();
    (0..body.len())
        .map(|i| continues[i] || continues.get(i + 1).copied().unwrap_or(false))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn what_is_told_of_a_thing_is_no_thing_in_other_languages() {
        let page = "# 港\n\n### 主な評価指標\n\n| 指標 | 計算式 | 意味 |\n|---|---|---|\n\
            | **係留率（Mooring）** | M / (M + F) | 港に係留された船のうち正しく結ばれた割合 |\n\
            | **漂流率（Drift）** | D / (D + M) | 夜のあいだに港の外へ流された船の割合 |\n";
        let found = fronts(page);
        assert!(
            !found.iter().any(|f| f.contains("計算式 と 意味")),
            "{found:?}"
        );
        assert!(found.iter().any(|f| f.contains("計算式")), "{found:?}");
    }
}
