//! Comparison cards: near neighbours that are easily mixed up, and pairs that
//! the notes themselves hold against each other.

use super::account::Shape;
use super::column;
use super::distractors;
use super::draft::{Desk, Draft};
use super::ids;
use super::language::Language;
use super::manner;
use super::phrase;
use super::questions::what_it_is;
use super::sentence;
use super::statement::Form;
use super::topic::Contrast;
use super::words;

/// Purposes less alike than this aren't mixed up.
const ALIKE: f64 = 0.25;

/// Pairs of topics that are each other's nearest sibling.
pub(super) fn neighbours(desk: &Desk<'_>) -> Vec<Draft> {
    let nearest: Vec<Option<usize>> = (0..desk.topics.len()).map(|i| nearest(desk, i)).collect();
    let mut out = Vec::new();
    for (a, b) in nearest.iter().enumerate() {
        let Some(b) = *b else {
            continue;
        };
        if a < b && nearest[b] == Some(a) {
            out.push(pair(desk, a, b));
        }
    }
    out
}

/// Whether the aspect is a bare question word.
fn vague(aspect: &str) -> bool {
    matches!(
        aspect.trim().to_lowercase().as_str(),
        "what" | "why" | "how" | "when" | "where" | "who" | ""
    )
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
        let same_kind = p.statement.kind() == purpose.statement.kind();
        let same_name = ids::slug(&other.name.short) == ids::slug(&t.name.short);
        if other.group != t.group
            || other.gathers
            || part
            || same_name
            || other.language != t.language
            || p.statement.form == Form::Clause
            || shown(p)
            || !same_kind
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
    let back = format!("{}\n\n{}", say(x), say(y));
    let id = format!("{}/versus-{}", desk.ids[a].slug, ids::slug(&y.name.short));
    let mut draft = desk.flashcard(a, Shape::Comparison, (&id, &id), &front, &back);
    draft.concept = id;
    draft.line = x.purpose.as_ref().map_or(x.line, |p| p.line);
    draft
}

/// A contrast that a table draws.
pub(super) fn contrast(desk: &Desk<'_>, c: &Contrast) -> Option<Draft> {
    let topic = desk.topics.iter().position(|t| t.name.full == c.a)?;
    if vague(&c.aspect) || words::count(&c.of_a) + words::count(&c.of_b) > 44 {
        return None;
    }
    let english = c.language == Language::English;
    let what = phrase::lower_title(c.aspect.trim_end_matches(['?', ':']));
    let front = if english {
        let noun =
            column::question("X", &c.aspect, "", desk.is_trusted())?.starts_with("What is the ");
        let joint = if noun { " in" } else { ":" };
        format!("How do {} and {} differ{joint} {what}?", c.a, c.b)
    } else {
        format!("{} ({})", c.language.difference(&c.a, &c.b), c.aspect)
    };
    let line = |name: &str, text: &str| format!("- **{name}:** {}", sentence::capitalised(text));
    let back = format!("{}\n{}", line(&c.a, &c.of_a), line(&c.b, &c.of_b));
    let tail = ids::slug(&format!("versus {} {}", c.b, c.aspect));
    let id = format!("{}/{tail}", desk.ids[topic].slug);
    let mut draft = desk.flashcard(topic, Shape::Comparison, (&id, &id), &front, &back);
    draft.concept = id;
    draft.line = c.line;
    Some(draft)
}
