//! Needs: tables whose first column says what somebody wants and whose second
//! names what serves it. Rows are questions, never terms.

use super::account::{Reason, Shape};
use super::cell;
use super::facts::{Scope, Walk, acts};
use super::ids;
use super::language::Language;
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::outline::Row;
use super::sentence;
use super::topic::{Ask, Fact};
use super::words;

/// Reads the table if its second column names things that the notes know from
/// elsewhere.
pub(super) fn read(walk: &mut Walk<'_>, heads: &[String], body: &[Row], scope: &Scope) -> bool {
    let Some(need) = need(&heads[0]).filter(|_| walk.language == Language::English) else {
        return false;
    };
    let Some(who) = who(&heads[1]) else {
        return false;
    };
    let names: Vec<Option<Name>> = body.iter().map(|r| served(walk, r)).collect();
    let known = names.iter().flatten().count();
    if known < 2 || known * 2 < body.len() {
        return false;
    }
    let inner = Scope {
        group: walk.new_group(),
        ..scope.clone()
    };
    for (row, name) in body.iter().zip(names) {
        let line = row.place.line;
        let Some(name) = name else {
            walk.skip(line, Reason::Vague);
            continue;
        };
        let Some(said) = wanted(walk, row) else {
            continue;
        };
        if betrayed(&name, &said) {
            walk.skip(line, Reason::GivesAway);
            continue;
        }
        let front = format!("{who} fits this {need}: “{said}”?");
        let back = name.full.clone();
        // What stands in brackets belongs to this row.
        let name = match walk.knows(&name.short) {
            true => name,
            false => Name::of(&name.short).unwrap_or(name),
        };
        let topic = walk.find_or_add(name, line, &inner);
        walk.reading.topics[topic].facts.push(Fact {
            key: ids::keywords(&said),
            ask: Ask::Direct(front),
            text: back,
            line,
            shape: Shape::Table,
        });
    }
    true
}

/// What the first column calls a row, if it calls it a need.
fn need(head: &str) -> Option<&'static str> {
    let low = head.to_lowercase();
    let words: Vec<&str> = low.split([' ', '/']).filter(|w| !w.is_empty()).collect();
    let has = |w: &str| words.contains(&w) || words.iter().any(|o| o.strip_suffix('s') == Some(w));
    match () {
        () if has("scenario") || has("situation") => Some("scenario"),
        () if has("requirement") => Some("requirement"),
        () if low.starts_with("use case") || low.starts_with("use-case") => Some("use case"),
        () if has("need") || has("question pattern") || low == "question pattern" => Some("need"),
        () if has("trigger") || has("want") || low.starts_with("if you") => Some("need"),
        () if has("goal") => Some("goal"),
        () if has("task") => Some("task"),
        () => None,
    }
}

/// Who is asked for: `Which service` of `Best service`, `What` of `Answer`.
fn who(head: &str) -> Option<String> {
    static WHAT: Listed = Listed::new(
        "answer answers solution solutions choice choose use pick recommendation fit option",
    );
    let low = head.to_lowercase();
    let last = low.split(' ').next_back().unwrap_or("");
    match lexicon::kind_at_end(last) {
        Some((kind, _)) if kind != "solution" && kind != "option" => {
            Some(format!("Which {}", kind.to_lowercase()))
        }
        _ => WHAT.has(last).then(|| "What".to_owned()),
    }
}

/// The thing that a row names: one that a heading or line has told of, or one
/// whose name can be nothing else.
fn served(walk: &Walk<'_>, row: &Row) -> Option<Name> {
    let text = sentence::trim(&row.cells.get(1)?.plain());
    let name = Name::of(&text)?;
    let titled = text
        .split_whitespace()
        .filter(|w| w.starts_with(char::is_uppercase))
        .count();
    let named = name.is_product()
        || name.branded
        || titled * 2 > words::count(&text) && name.is_proper() && !acts(&name.short);
    let whole = words::count(&name.short) <= 6 && !name.short.contains(['+', '/', ',', '→']);
    let several = [" or ", " and ", " with "]
        .iter()
        .any(|w| name.short.contains(w));
    (whole && !several && (named || walk.knows(&name.short))).then_some(name)
}

/// Whether half of a name's words show in the need.
fn betrayed(name: &Name, need: &str) -> bool {
    let own: Vec<String> = words::words(&name.short)
        .filter(|w| w.chars().count() > 3)
        .collect();
    let said: Vec<String> = words::words(need).collect();
    let shown = own
        .iter()
        .filter(|w| said.iter().any(|s| words::related(w, s)))
        .count();
    !own.is_empty() && shown * 2 >= own.len()
}

/// What a row wants, without quotation marks; nothing where its answer shows.
fn wanted(walk: &mut Walk<'_>, row: &Row) -> Option<String> {
    let line = row.place.line;
    let text = cell::content(walk, row.cells.first()?, line, false)?;
    let text = text.trim_matches(['"', '“', '”', '.', ' ']).to_owned();
    if !(2..=18).contains(&words::count(&text)) || text.contains(['“', '?']) {
        walk.skip(line, Reason::Short);
        return None;
    }
    Some(sentence::capitalised(&text))
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

    const BOATS: &str = "# Harbour\n\n## CronBoat\n\nCronBoat is a ferry that sails by a fixed timetable.\n\n\
        ## FlowBoat\n\nFlowBoat is a pilot launch that meets ships at sea.\n\n";

    #[test]
    fn a_need_is_asked_for_what_serves_it() {
        let page = format!(
            "{BOATS}## Which boat\n\n| Requirement | Best service |\n|---|---|\n\
            | Nightly trips to the island | CronBoat |\n| A pilot in heavy weather | **FlowBoat** |\n\
            | Both at once | CronBoat or FlowBoat |\n"
        );
        let cards = cards(&page);
        let asked = |front: &str, back: &str| cards.iter().any(|(f, b)| f == front && b == back);
        assert!(
            asked(
                "Which service fits this requirement: “Nightly trips to the island”?",
                "CronBoat"
            ),
            "{cards:?}"
        );
        assert!(
            !cards.iter().any(|(f, _)| f.contains("Both at once")),
            "{cards:?}"
        );
    }

    #[test]
    fn names_that_can_be_nothing_else_need_no_heading() {
        let page = "# Harbour\n\n| Question trigger | Right answer |\n|---|---|\n\
            | “Ropes by colour or length” | TideGate (Red Pier) |\n| Boats that carry gravel | Stone Barge |\n\
            | Fog in the channel | wait for the pilot |\n| Fresh water for a crew | PierTap |\n";
        let cards = cards(page);
        let asked = |front: &str, back: &str| cards.iter().any(|(f, b)| f == front && b == back);
        assert!(
            asked(
                "What fits this need: “Ropes by colour or length”?",
                "TideGate (Red Pier)"
            ),
            "{cards:?}"
        );
        assert_eq!(cards.len(), 3, "{cards:?}");
    }

    #[test]
    fn a_need_that_advice_answers_is_left() {
        let page = format!(
            "{BOATS}## What to do\n\n| Scenario | Solution |\n|---|---|\n\
            | Fog in the channel | Sound the horn and wait |\n| Ice on the pier | Spread sand |\n\
            | A ship in distress | FlowBoat |\n"
        );
        assert!(
            fronts(&page).iter().all(|f| !f.contains("scenario")),
            "{:?}",
            fronts(&page)
        );
    }
}
