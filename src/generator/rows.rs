//! Rows: a table's rows as terms, each asked for what stands under each head.

use super::account::Reason;
use super::alone;
use super::aspect;
use super::cell::{self, Kind, content};
use super::degree;
use super::draft;
use super::facts::{Scope, Walk, acts, advises, foreign};
use super::grid;
use super::heads;
use super::language::{self, Language};
use super::lexicon;
use super::listed::Listed;
use super::name::{self, Name};
use super::outline::{Place, Row};
use super::phrased;
use super::sentence;
use super::statement;
use super::tables::{finite, tell};
use super::topic::{Ask, Contrast, Fact, Purpose};
use super::whose;
use super::words;
use std::collections::HashSet;

/// Reads a table whose rows are terms.
pub(super) fn read(
    walk: &mut Walk<'_>,
    heads: &[String],
    body: &[Row],
    place: &Place,
    scope: &Scope,
) {
    let spaced = walk.language.is_spaced();
    let mut names: Vec<Option<Name>> = labels(body)
        .into_iter()
        .map(|n| {
            n.filter(|n| words::count(&n.short) <= 5 && !n.short.contains(',') && !acts(&n.short))
                .filter(|n| spaced || !language::is_clause(&n.short))
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
    if is_sample(walk, heads, body, scope) {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    if known * 3 < body.len() * 2 || known == 0 || heads::counts(&heads[0].to_lowercase()) {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    let vouched = scope
        .topic
        .is_some_and(|t| walk.reading.topics[t].vouched());
    if !vouched && heads::sorts_uses(heads) {
        walk.skip(place.line, Reason::Layout);
        return;
    }
    let kind = lexicon::kind_at_end(&heads[0]).map(|(k, _)| k);
    let first = &heads[0];
    let things = heads::names_things(first);
    let group = walk.new_group();
    let constant = grid::constant(heads, body);
    let shared = match vouched {
        true => HashSet::new(),
        false => grid::shared(body),
    };
    let heads: Vec<String> = match vouched {
        true => heads.to_vec(),
        false => heads
            .iter()
            .map(|h| heads::cleaned(h, walk.language))
            .collect(),
    };
    let sheet = !vouched && is_data_sheet(&names);
    let mut topics: Vec<Option<usize>> = Vec::new();
    let stage = match vouched {
        true => None,
        false => stage(walk, first, scope),
    };
    let noun = heads::noun(first).filter(|_| walk.language == Language::English && !vouched);
    // Where one row needs the noun, its neighbours are of the same sort.
    let needy = names.iter().flatten().any(needs_noun);
    // `Core` in a column of nodes is a core node.
    let kinds = noun.as_deref().is_some_and(|n| {
        static KINDS: Listed =
            Listed::new("node split tier layer phase stage plan queue variant volume replica");
        KINDS.has(n)
    });
    let needy = needy || kinds;
    for (row, name) in body.iter().zip(names) {
        let line = row.place.line;
        let Some(name) = name else {
            walk.skip(line, Reason::Layout);
            topics.push(None);
            continue;
        };
        // `Monitoring`: its section would stand in for it.
        let bare = !vouched && draft::says_nothing(&name.short);
        let graded = heads::is_grade(&name.short);
        let alike = needy && is_common(&name);
        let before = name.short.len();
        let noun = noun.as_deref().filter(|_| !bare);
        let name = whole(name, noun, alike);
        let completed = (graded || alike) && name.short.len() > before;
        let inner = Scope {
            group,
            ..scope.clone()
        };
        let topic = walk.find_or_add(name, line, &inner);
        let t = &mut walk.reading.topics[topic];
        if kind.is_some() {
            t.kind = kind;
        }
        if !vouched && !t.vouched() && completed {
            t.name.said = format!("the {}", t.name.full);
        }
        if !vouched && !t.vouched() && things {
            t.name.said = t.name.full.clone();
        }
        topics.push(Some(topic));
        for ((head, cell), constant) in heads.iter().zip(&row.cells).zip(&constant).skip(1) {
            let lower = head.to_lowercase();
            let served = !vouched
                && walk.language == Language::English
                && matches!(lower.as_str(), "purpose" | "use" | "use for")
                && degree::is_occasion(&cell.plain());
            let describes = heads::describes(&lower) && !served;
            let vague = ["what", "why", "how", "when", "where"]
                .iter()
                .any(|w| lower.starts_with(w))
                && !describes
                && !aspect::has_question(head)
                && (vouched || phrased::question("x", head, "").is_none());
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
            if sheet && is_figure(&text) {
                walk.skip(line, Reason::Cell);
                continue;
            }
            let asked =
                aspect::has_question(head) || describes || served || phrased::is_phrase(&lower);
            if !vouched && !asked && (advises(&text) || finite(head)) {
                walk.skip(line, Reason::Cell);
                continue;
            }
            if !vouched && !describes && !served && (bare || !cell::answers(head, &text)) {
                walk.skip(line, if bare { Reason::Vague } else { Reason::Cell });
                continue;
            }
            if shared.contains(&text.to_lowercase()) {
                walk.skip(line, Reason::Ambiguous);
                continue;
            }
            if served {
                tell(walk, topic, "Used for", &text, line);
            } else if describes && walk.reading.topics[topic].purpose.is_none() {
                describe(walk, topic, text, line);
            } else if describes && !vouched {
                walk.skip(line, Reason::Repeated);
            } else {
                tell(walk, topic, head, &text, line);
                if let Some(stage) = &stage
                    && let Some(fact) = walk.reading.topics[topic].facts.last_mut()
                {
                    let (place, part) = stage.clone();
                    let column = head.clone();
                    fact.ask = Ask::Placed {
                        column,
                        place,
                        part,
                    };
                }
            }
        }
    }
    let pair: Vec<usize> = topics.into_iter().flatten().collect();
    if let [a, b] = pair[..] {
        contrast_rows(walk, a, b, vouched);
    }
}

/// Whether the rows are records of an example: counted, or by their keys.
fn is_sample(walk: &Walk<'_>, heads: &[String], body: &[Row], scope: &Scope) -> bool {
    let vouched = scope
        .topic
        .is_some_and(|t| walk.reading.topics[t].vouched());
    let first = |r: &Row| r.cells.first().map(|c| c.plain().trim().to_lowercase());
    let is_record = |label: &str| {
        let digits = label.bytes().take_while(u8::is_ascii_digit).count();
        let ordinal = digits > 0 && matches!(&label[digits..], "st" | "nd" | "rd" | "th");
        let keyed = label.split_once('#').is_some_and(|(kind, key)| {
            !kind.is_empty() && key.starts_with(|c: char| c.is_ascii_digit())
        });
        ordinal || keyed
    };
    let records = body
        .iter()
        .filter_map(first)
        .filter(|l| is_record(l))
        .count();
    let pairs = heads.len() == 2
        && heads[0].eq_ignore_ascii_case("key")
        && heads[1].eq_ignore_ascii_case("value");
    !vouched && (records * 2 > body.len() || pairs)
}

/// Whether most rows are models of a series (`rx5.large`): nobody learns their
/// figures by heart.
fn is_data_sheet(names: &[Option<Name>]) -> bool {
    let model = |n: &&Name| {
        let short = n.short.trim_matches('`');
        short.contains(['.', '-'])
            && short.contains(|c: char| c.is_ascii_digit())
            && !short.contains(' ')
    };
    let known = names.iter().flatten().count();
    known > 3 && names.iter().flatten().filter(model).count() * 3 >= known * 2
}

/// `61 GB`, `8`: a number and its unit.
fn is_figure(text: &str) -> bool {
    let bare = text.trim_matches(['`', '~', ' ']);
    let mut parts = bare.split(' ');
    let number = parts
        .next()
        .is_some_and(|n| n.ends_with(|c: char| c.is_ascii_digit()));
    let unit = parts
        .next()
        .is_none_or(|u| u.len() < 5 && u.chars().all(char::is_alphabetic));
    bare.starts_with(|c: char| c.is_ascii_digit()) && number && unit && parts.next().is_none()
}

/// The thing for which the rows play a part: the heading above, or with the
/// part what it belongs to where it only names that (`Origins`).
fn stage(walk: &Walk<'_>, head: &str, scope: &Scope) -> Option<(String, Option<String>)> {
    let part = whose::part_played(head).filter(|_| walk.language == Language::English)?;
    let above = &walk.reading.topics[scope.topic?];
    let bare = above.name.short.to_lowercase();
    let last = bare.split(' ').next_back().unwrap_or("");
    let only = lexicon::singular(last).is_some_and(|w| w == part) && words::count(&bare) < 3;
    let place = match only {
        true => &walk.reading.topics[above.owner.or_else(|| walk.title())?],
        false => above,
    };
    let said = draft::context(&place.name.said);
    let told = place.name.is_proper() || words::count(said) > 1;
    (told && !draft::says_nothing(said)).then(|| (said.to_owned(), only.then_some(part)))
}

/// `Moored` under `Boat type` is a moored boat: a quality takes the noun of its
/// column.
fn whole(name: Name, noun: Option<&str>, alike: bool) -> Name {
    let Some(noun) = noun.filter(|_| needs_noun(&name) || alike) else {
        return name;
    };
    let has = sentence::contains_words(&name.short.to_lowercase(), &noun.to_lowercase());
    match has {
        true => name,
        false => Name::of(&format!("{} {noun}", name.short)).unwrap_or(name),
    }
}

/// `Failed`, `third`: a quality or a rank, which is asked about with its noun.
fn needs_noun(name: &Name) -> bool {
    (heads::is_quality(&name.short) || heads::is_grade(&name.short)) && name.full == name.short
}

/// `Failover`, `multi-gate`: a word of the language, no name or letters.
fn is_common(name: &Name) -> bool {
    let later = name.short.chars().skip(1);
    !name.is_product()
        && words::count(&name.short) == 1
        && name.full == name.short
        && later.clone().all(|c| c.is_lowercase() || c == '-')
        && later.count() > 3
}

/// The names of the rows; none where a row's own number would be lost.
fn labels(body: &[Row]) -> Vec<Option<Name>> {
    let text = |r: &Row| {
        let text = r
            .cells
            .first()
            .map(|c| c.plain().trim().to_owned())
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
        foreign(&first, &name)
    };
    let circular =
        walk.language != Language::English && language::is_circular(&name.full, &statement.body);
    if circular || words::content(&statement.body).len() < 2 || alone::code_only(&text) {
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
    let own = name::is_initials(&name.short, first.trim_end_matches('.'));
    let small = |w: &str| matches!(w, "of" | "and" | "for" | "the" | "in" | "to");
    let titled = first
        .split_whitespace()
        .all(|w| small(w) || w.starts_with(char::is_uppercase));
    !own && titled && (2..=9).contains(&words::count(first))
}

/// Two rows with the same columns are held against each other.
fn contrast_rows(walk: &mut Walk<'_>, a: usize, b: usize, vouched: bool) {
    let (first, second) = (
        walk.reading.topics[a].clone(),
        walk.reading.topics[b].clone(),
    );
    for fact in &first.facts {
        let Ask::Cell(column) = &fact.ask else {
            continue;
        };
        let other = second.facts.iter().find(|f| f.ask == fact.ask);
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
