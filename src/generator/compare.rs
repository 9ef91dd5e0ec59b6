//! Comparison cards: near neighbours that are easily mixed up, and pairs that
//! the notes themselves hold against each other.

use super::account::Shape;
use super::column;
use super::degree;
use super::distractors;
use super::draft::{Desk, Draft};
use super::fit;
use super::ids;
use super::language::Language;
use super::lexicon;
use super::listed::Listed;
use super::manner;
use super::parts;
use super::phrase;
use super::phrased;
use super::questions::what_it_is;
use super::sentence;
use super::statement::Form;
use super::topic::{Contrast, Reading, Topic};
use super::words;

/// Purposes less alike than this aren't mixed up.
const ALIKE: f64 = 0.25;

/// Pairs of topics that are each other's nearest sibling.
pub(super) fn neighbours(desk: &Desk<'_>, reading: &Reading) -> Vec<Draft> {
    let nearest: Vec<Option<usize>> = (0..desk.topics.len()).map(|i| nearest(desk, i)).collect();
    let mut out = Vec::new();
    for (a, b) in nearest.iter().enumerate() {
        let Some(b) = *b else {
            continue;
        };
        let (x, y) = (&desk.topics[a], &desk.topics[b]);
        let asked = |x: &Topic, y: &Topic| {
            desk.trusted
                || of_one_maker(x, y)
                || of_one_build(x, y)
                || reading.sets_apart(&x.name.short, &y.name.short)
                || of_one_kind(&x.name.short, &y.name.short)
        };
        if a < b && nearest[b] == Some(a) && asked(x, y) {
            out.push(pair(desk, a, b));
        }
    }
    out
}

/// `The share of real positives …`, `The share of real negatives …`: two
/// descriptions of one build.
fn of_one_build(x: &Topic, y: &Topic) -> bool {
    let told = |t: &Topic| t.purpose.as_ref().map(|p| p.statement.body.to_lowercase());
    let (Some(x), Some(y)) = (told(x), told(y)) else {
        return false;
    };
    let pairs = x.split_whitespace().zip(y.split_whitespace());
    pairs.take_while(|(a, b)| a == b).count() > 3
}

/// Two things of one maker of which much the same is told.
fn of_one_maker(x: &Topic, y: &Topic) -> bool {
    let maker = |t: &Topic| t.name.short.split(' ').next().map(str::to_lowercase);
    let told = |t: &Topic| {
        let purpose = t.purpose.as_ref();
        purpose.map(|p| words::content(&p.text)).unwrap_or_default()
    };
    let both = words::count(&x.name.short) == 2 && words::count(&y.name.short) == 2;
    both && maker(x) == maker(y) && told(x).intersection(&told(y)).count() > 2
}

/// Whether two names set their things side by side: `fore mast` and `aft mast`
/// by their noun, `inlet` and `outlet` by their ending, `RAM` and `ROM` by
/// their letters.
fn of_one_kind(a: &str, b: &str) -> bool {
    let words = |n: &str| -> Vec<String> {
        n.split([' ', '-', '_', '–', '/'])
            .map(|w| words::stem(&w.trim_matches('`').to_lowercase()))
            .filter(|w| !w.is_empty())
            .collect()
    };
    let letters = |n: &str| n.len() <= 5 && n.chars().all(|c| c.is_ascii_uppercase());
    if letters(a) && letters(b) {
        return a.chars().next_back() == b.chars().next_back();
    }
    let (x, y) = (words(a), words(b));
    let (Some(last), Some(other)) = (x.last(), y.last()) else {
        return false;
    };
    // `Type I`, `Type II`.
    let (first, second) = (&x[..x.len() - 1], &y[..y.len() - 1]);
    let lettered = last.chars().count().max(other.chars().count()) < 4;
    if !first.is_empty() && first == second && lettered {
        return true;
    }
    // `account-id`, `boat-id`: a frame for anything.
    static FRAMES: Listed = Listed::new("id name number type key value time date code");
    if last == other {
        return !FRAMES.has(last) && last.chars().any(char::is_alphabetic);
    }
    let shared = last
        .chars()
        .rev()
        .zip(other.chars().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let shorter = last.chars().count().min(other.chars().count());
    x.len() == 1 && y.len() == 1 && shared >= 4 && shared * 2 >= shorter
}

/// Whether two answers say the same but for the names: `managed ropes` of ropes,
/// `managed nets` of nets.
fn no_difference(c: &Contrast) -> bool {
    let told = |name: &str, text: &str| -> Vec<String> {
        let own = words::name_words(name);
        let named = |w: &String| own.iter().any(|o| words::related(o, w));
        words::words(text).filter(|w| !named(w)).collect()
    };
    told(&c.a, &c.of_a) == told(&c.b, &c.of_b)
}

/// Whether the aspect is a bare question word.
fn vague(aspect: &str) -> bool {
    matches!(
        aspect.trim().to_lowercase().as_str(),
        "what" | "why" | "how" | "when" | "where" | "who" | ""
    )
}

/// `subnet` and `Subnets` are one thing.
fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (ids::slug(a), ids::slug(b));
    a == b || lexicon::plural(&a) == b || lexicon::plural(&b) == a
}

fn nearest(desk: &Desk<'_>, key: usize) -> Option<usize> {
    let t = &desk.topics[key];
    let purpose = t.purpose.as_ref()?;
    let shown = |p: &super::topic::Purpose| !t.vouched() && manner::illustrates(&p.statement.body);
    if purpose.statement.form == Form::Clause || t.gathers || shown(purpose) {
        return None;
    }
    let mut best: Option<(f64, usize)> = None;
    for i in distractors::near(desk.topics, key) {
        let other = &desk.topics[i];
        let Some(p) = &other.purpose else {
            continue;
        };
        let part = other.owner == Some(key) || t.owner == Some(i);
        if other.group != t.group
            || other.gathers
            || part
            || other.language != t.language
            || p.statement.form == Form::Clause
            || shown(p)
            || p.statement.kind() != purpose.statement.kind()
            || same_name(&other.name.short, &t.name.short)
        {
            continue;
        }
        let alike = match t.vouched() {
            true => desk.profiles[key].shares(&desk.profiles[i]),
            false => desk.profiles[key].shares_telling(&desk.profiles[i]),
        };
        if !alike {
            continue;
        }
        let likeness = desk
            .weights
            .likeness(&desk.profiles[key], &desk.profiles[i]);
        let floor = if t.language == Language::English {
            ALIKE
        } else {
            0.45
        };
        if likeness >= floor && likeness < 0.9 && best.is_none_or(|(l, _)| likeness > l) {
            best = Some((likeness, i));
        }
    }
    best.map(|(_, i)| i)
}

fn pair(desk: &Desk<'_>, a: usize, b: usize) -> Draft {
    let (x, y) = (&desk.topics[a], &desk.topics[b]);
    let say = |t: &super::topic::Topic| {
        t.purpose
            .as_ref()
            .map(|p| what_it_is(t, p))
            .unwrap_or_default()
    };
    let front = x.language.difference(&x.name.short, &y.name.short);
    let front = placed(desk, (a, b), front);
    let back = format!("{}\n\n{}", say(x), say(y));
    let id = format!("{}/versus-{}", desk.ids[a].slug, ids::slug(&y.name.short));
    let mut draft = desk.flashcard(a, Shape::Comparison, (&id, &id), &front, &back);
    draft.concept = id;
    draft.line = x.purpose.as_ref().map_or(x.line, |p| p.line);
    draft
}

/// `When should you use X?` as it is asked of two things at once.
fn of_each(question: &str) -> Option<String> {
    let low = sentence::uncapitalised(question);
    let (before, after) = low.split_once('X')?;
    (!before.is_empty()).then(|| format!("{before}each{after}"))
}

/// Names that need a place on their own cards need it side by side as well.
fn placed(desk: &Desk<'_>, (a, b): (usize, usize), front: String) -> String {
    // `Tide Table` and `Tide Clock` place themselves.
    let full = |t: &Topic| {
        t.name.is_proper()
            && t.name.short.contains(' ')
            && t.name
                .short
                .split(' ')
                .all(|w| w.trim_start_matches('`').starts_with(char::is_uppercase))
    };
    let (x, y) = (&desk.topics[a], &desk.topics[b]);
    let strange = !x.vouched() && x.language == Language::English && !(full(x) && full(y));
    match (desk.within(a), desk.within(b)) {
        (Some(x), Some(y)) if strange && x == y && !front.contains(x) => {
            let question = front
                .trim_end_matches('?')
                .replacen("How do ", "how do ", 1);
            parts::about(x, &question)
        }
        _ => front,
    }
}

/// A contrast that a table draws.
pub(super) fn contrast(desk: &Desk<'_>, c: &Contrast) -> Option<Draft> {
    let topic = desk.topics.iter().position(|t| t.name.full == c.a)?;
    if vague(&c.aspect) || words::count(&c.of_a) + words::count(&c.of_b) > 44 {
        return None;
    }
    let english = c.language == Language::English;
    // Columns of one table are no two things.
    static COLUMNS: Listed = Listed::new(
        "entrada salida saída resultado resultados entrée sortie résultat eingabe ausgabe ergebnis \
        input output 入力 出力 結果 输入 输出",
    );
    if !english && [&c.a, &c.b].iter().all(|n| COLUMNS.has(&n.to_lowercase())) {
        return None;
    }
    // `100` and `45`: each is asked for by itself.
    let figure = |t: &str| t.len() < 7 && t.bytes().all(|b| b.is_ascii_digit() || b == b',');
    if !english && figure(&c.of_a) && figure(&c.of_b) {
        return None;
    }
    let hollow = || {
        let open = degree::is_open(&c.of_a) || degree::is_open(&c.of_b);
        open || degree::rates_both(&c.of_a, &c.of_b)
    };
    if english && !desk.trusted && hollow() {
        return None;
    }
    if !desk.trusted && no_difference(c) {
        return None;
    }
    let what = phrase::lower_title(c.aspect.trim_end_matches(['?', ':']));
    let front = if english {
        let question = column::question("X", &c.aspect, "", desk.trusted)?;
        let noun = question.starts_with("What is the ")
            && (desk.trusted || !phrased::is_phrase(&c.aspect.to_lowercase()));
        let (a, b) = (&c.a, &c.b);
        let front = match of_each(&question).filter(|_| !desk.trusted && !noun) {
            Some(each) => format!("{a} and {b}: {each}"),
            None if noun => format!("How do {a} and {b} differ in {what}?"),
            None => format!("How do {a} and {b} differ: {what}?"),
        };
        let other = desk.topics.iter().position(|t| t.name.full == c.b);
        other.map_or(front.clone(), |b| placed(desk, (topic, b), front))
    } else {
        format!("{} ({})", c.language.difference(&c.a, &c.b), c.aspect)
    };
    let line = |name: &str, text: &str| format!("- **{name}:** {}", sentence::capitalised(text));
    let back = format!("{}\n{}", line(&c.a, &c.of_a), line(&c.b, &c.of_b));
    if !desk.trusted && fit::sums_up(&front, &back) {
        return None;
    }
    let tail = ids::slug(&format!("versus {} {}", c.b, c.aspect));
    let id = format!("{}/{tail}", desk.ids[topic].slug);
    let mut draft = desk.flashcard(topic, Shape::Comparison, (&id, &id), &front, &back);
    draft.concept = id;
    draft.line = c.line;
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::{cards, fronts, shows};

    #[test]
    fn names_set_their_things_side_by_side_or_do_not() {
        for (a, b) in [
            ("Fore mast", "Aft mast"),
            ("`srcport`", "`dstport`"),
            ("inflow", "outflow"),
            ("RAM", "SRAM"),
            ("Knot A", "Knot B"),
        ] {
            assert!(of_one_kind(a, b), "{a} {b}");
        }
        assert!(same_name("gate", "Gates") && !same_name("gate", "gateway"));
        for (a, b) in [
            ("boat-id", "harbour-id"),
            ("Berth lottery", "Tide tables"),
            ("Glue crane", "Glue winch"),
        ] {
            assert!(!of_one_kind(a, b), "{a} {b}");
        }
    }

    #[test]
    fn two_things_that_are_told_alike_do_not_differ() {
        let page = |b: &str| {
            fronts(&format!(
                "# Stores\n\n## Rope and net stores\n\n\
                | Feature | Rope Store | Net Store |\n|---|---|---|\n\
                | Type | Managed rope store of the port | {b} |\n\
                | Price | two crowns each day | nine crowns each week |\n"
            ))
        };
        let differ = |found: &[String]| found.iter().any(|f| f.contains("differ in type"));
        assert!(
            differ(&page("Open air store of the guild")),
            "{:?}",
            page("Open air store of the guild")
        );
        assert!(!differ(&page("Managed net store of the port")));
    }

    #[test]
    fn many_things_do_what_they_do_in_the_plural() {
        let page = "# Harbour Gate Works\n\nA platform for docks.\n\n## Core Components\n\n\
            - **Core Gates**: Holds boats and stores ropes.\n\
            - **Task Gates**: gates that only hold boats.\n\
            - **Master Gate**: manages the dock and tracks its health.\n";
        assert!(
            shows(page, "Core Gates hold boats and store ropes"),
            "{:?}",
            cards(page)
        );
    }

    #[test]
    fn what_needs_a_place_alone_needs_it_in_a_pair() {
        let page = "# Harbour\n\n## Mooring Style\n\nControls how boats lie at a pier:\n\n\
            | Type | Description | When to Use |\n|---|---|---|\n\
            | ROW | Side by side at one pier | For ferries that leave at the same hour |\n\
            | EVEN | Equal gaps along the pier | When no order is known or to avoid crowds |\n\
            | ALL | One boat at each pier | For small boats of the rescue team |\n";
        let fronts = fronts(page);
        let both = |f: &&String| f.contains("ROW") && f.contains("EVEN");
        let differ = fronts.iter().find(both);
        assert!(
            differ.is_some_and(|f| f.to_lowercase().contains("mooring style")),
            "{fronts:?}"
        );
    }

    #[test]
    fn unlike_siblings_are_compared_where_the_notes_do() {
        let page = |title: &str| {
            format!(
                "# {title}\n\n- **Beacon**: A light that shows ships the way into the harbour at night\n\
                - **Buoyline**: A floating mark that shows ships the way through the channel at night\n\
                - **Capstan**: A winch with an upright drum that hauls anchors\n"
            )
        };
        let compared = |p: &str| fronts(p).iter().any(|f| f.starts_with("How do Beacon"));
        assert!(
            compared(&page("Beacon vs Buoyline")),
            "{:?}",
            fronts(&page("Beacon vs Buoyline"))
        );
        assert!(!compared(&page("Marks")), "{:?}", fronts(&page("Marks")));
    }
}
