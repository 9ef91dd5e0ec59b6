//! Sides: two columns that are two things or two states with no column that
//! says in what they differ, and rows that are only an example worked out.

use super::aspect;
use super::facts::Walk;
use super::heads;
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::outline::Row;
use super::sentence;
use super::topic::Reading;
use super::words;

/// Whether the two heads are two things set side by side: what stands in a row
/// is said of each head, and no cell is a name for its neighbour.
pub(super) fn two_things(walk: &Walk<'_>, heads: &[String], body: &[Row]) -> bool {
    let [a, b] = heads else {
        return false;
    };
    if a.is_empty() || b.is_empty() {
        return false;
    }
    let kind = lexicon::kind_at_end(a).is_some_and(|(k, _)| k.eq_ignore_ascii_case(a));
    let both_known = walk.knows(a) && walk.knows(b) && !kind;
    let brief = |r: &Row| r.cells.iter().all(|c| words::count(&c.plain()) <= 2);
    let mapping = body.iter().all(brief);
    !mapping
        && (both_known
            || states(a, b)
            || varieties(a, b)
            || walk.sets_apart(a, b)
            || is_side(&walk.reading, a, b)
            || is_side(&walk.reading, b, a))
}

/// Whether a heading has one of the two as a side (`Cutters vs row boats`),
/// so that the other is the other side, however it is spelt there.
fn is_side(reading: &Reading, head: &str, other: &str) -> bool {
    let low = other.to_lowercase();
    let last = low.split(' ').next_back().unwrap_or("");
    if heads::is_idle(other) || aspect::is_attribute(last) {
        return false;
    }
    reading.sided.iter().any(|line| {
        line.starts_with('#')
            && line.contains(" vs")
            && line.trim_start_matches('#').split(" vs").any(|side| {
                side.trim_matches([' ', '.', '*', ':'])
                    .eq_ignore_ascii_case(head)
            })
    })
}

/// The heads with the noun that a heading gives each of them: `Row | Sail`
/// under `Row boats vs sail boats`.
pub(super) fn nouned(reading: &Reading, names: &[Name]) -> Option<Vec<Name>> {
    reading.sided.iter().find_map(|line| {
        let line = line.strip_prefix('#')?;
        let noun = line.split_whitespace().next_back()?;
        let noun = noun.trim_matches(|c: char| !c.is_alphanumeric());
        let whole = |n: &Name| format!("{} {noun}", n.short);
        let said = |n: &Name| sentence::contains_words(line, &whole(n).to_lowercase());
        if noun.len() < 3 || names.len() < 2 || !names.iter().all(said) {
            return None;
        }
        names.iter().map(|n| Name::of(&whole(n))).collect()
    })
}

/// `Without a cache`, `With a cache`.
fn states(a: &str, b: &str) -> bool {
    static STATES: Listed = Listed::phrases(
        "with without|sem com|sin con|senza con|sans avec|ohne mit|before after|old new|on off|\
        enabled disabled|antes depois|antes después|vorher nachher|prima dopo|avant après|なし あり",
    );
    let first = |t: &str| {
        let low = t.to_lowercase();
        low.split_whitespace().next().unwrap_or("").to_owned()
    };
    let (a, b) = (first(a), first(b));
    STATES.has(&format!("{a} {b}")) || STATES.has(&format!("{b} {a}"))
}

/// `Local index`, `Global index`: one noun, and what tells the two apart.
fn varieties(a: &str, b: &str) -> bool {
    static FRAMES: Listed = Listed::new(
        "service services tool tools command commands term terms word words product products \
        equivalent code key value unit symbol",
    );
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let (mut a, mut b) = (a.split_whitespace().rev(), b.split_whitespace().rev());
    let (Some(last), Some(other)) = (a.next(), b.next()) else {
        return false;
    };
    let attribute = aspect::is_attribute(last) || FRAMES.has(last);
    last == other && !attribute && a.next().is_some() && b.next().is_some()
}

/// Rows that add up or spell out the numbers of one example.
pub(super) fn worked_out(body: &[Row]) -> bool {
    let sum = |text: &str| {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_hexdigit());
        text.trim_end().ends_with('+')
            || text.match_indices(['+', '=', '×']).any(|(at, sign)| {
                let after = text[at + sign.len()..].trim_start();
                digit(text[..at].trim_end().chars().next_back())
                    && after.starts_with(|c: char| c.is_ascii_digit())
            })
    };
    let hex = |text: &str| {
        text.split_whitespace().any(|w| {
            w.strip_prefix("0x")
                .is_some_and(|d| !d.is_empty() && d.chars().all(|c| c.is_ascii_hexdigit()))
        })
    };
    let cells = |r: &Row| -> Vec<String> {
        r.cells
            .iter()
            .skip(1)
            .map(|c| c.plain().replace('`', ""))
            .collect()
    };
    let sums = body
        .iter()
        .filter(|r| cells(r).iter().any(|c| sum(c)))
        .count();
    let worked = body
        .iter()
        .filter(|r| cells(r).iter().any(|c| sum(c) || hex(c)))
        .count();
    body.len() > 2 && sums > 1 && worked * 2 > body.len()
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

    fn read(table: &str) -> Vec<String> {
        fronts(&format!("# Harbour\n\n## Moorings\n\n{table}"))
    }

    #[test]
    fn two_states_or_two_varieties_are_no_terms_and_attributes() {
        for table in [
            "| Without TideGuard | With TideGuard |\n|---|---|\n| Gates are closed by hand | The gates close before a surge |\n| Each pier keeps a log | One log for all piers |\n",
            "| Sem cabo | Com cabo |\n|---|---|\n| Ancora manual | Ancora mecânica com motor |\n| Um barco por vez | Muitos barcos ao mesmo tempo |\n",
            "| Local berth | Global berth |\n|---|---|\n| Same Harbour Master | Another harbour master than its pier |\n| Fixed At Launch | May be moved whenever the tide allows |\n",
        ] {
            assert_eq!(read(table), Vec::<String>::new(), "{table}");
        }
    }

    #[test]
    fn what_a_heading_sets_apart_is_no_term_and_attribute() {
        let page = "# Boats\n\n## Row boat vs Sailing bote\n\n| Row boat | Sailing craft |\n|---|---|\n\
            | Muscles and oars of oak | Wind in a large canvas |\n| Short ways in the harbour | Long ways over the sea |\n";
        assert_eq!(fronts(page), Vec::<String>::new());
    }

    #[test]
    fn heads_take_the_noun_of_their_heading() {
        let page = "# Harbour\n\n## Row mooring vs Pile mooring vs Buoy mooring\n\n\
            | Criteria | Row | Pile | Buoy |\n|---|---|---|---|\n\
            | Use cases | Ferries with many passengers | Old barges of the river | Yachts of guests |\n";
        let fronts = fronts(page);
        let asked = |n: &str| fronts.iter().any(|f| f.to_lowercase().contains(n));
        assert!(asked("pile mooring") && asked("buoy mooring"), "{fronts:?}");
    }

    #[test]
    fn two_columns_of_names_stay_a_table() {
        let table = "| Old symbol | New symbol |\n|---|---|\n| QuayMark | WharfMark |\n| SkiffMark | DinghyMark |\n";
        assert!(!read(&format!("Words of sailors.\n\n{table}")).is_empty());
    }

    #[test]
    fn an_example_that_is_worked_out_is_no_table() {
        let table = "| Item | Value | Note |\n|---|---|---|\n| Hull Number | 0x0a0a + 0x0a02 + | 10.10 |\n\
            | Berth Length | 0x0014 + | 20 metres of pier |\n| Subtotal | 0x119c | |\n| Carry Over | 0x19cc + 0x0001 = 0x19cd | |\n";
        assert_eq!(read(table), Vec::<String>::new());
    }

    #[test]
    fn one_head_twice_names_nothing() {
        let table = "| | Steel | Steel | Wood |\n|---|---|---|---|\n| Grade | Fine Steel | Rough Steel | Oak Wood |\n\
            | Lifetime | 40 years | 20 years | 10 years |\n";
        assert_eq!(read(table), Vec::<String>::new(), "{:?}", cards(table));
    }
}
