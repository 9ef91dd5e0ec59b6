//! What a topic's lines without leads say that it does: one list to recall
//! where the author writes for cards, and the same list asked backwards.

use super::{TELLING, siblings, topic_in_context, touched};
use crate::generator::account::Shape;
use crate::generator::cloze;
use crate::generator::distractors;
use crate::generator::draft::{Desk, Draft};
use crate::generator::language::Language;
use crate::generator::mask;
use crate::generator::name::Name;
use crate::generator::sentence;
use crate::generator::statement::{Form, Statement};
use crate::generator::topic::{Ask, Fact, Topic};
use crate::generator::words;

/// Lines in one list, at most.
const MAX_LIST: usize = 5;
/// Lines of the page between two of them, at most.
const APART: u32 = 12;

/// One list to recall, and the same list asked backwards.
pub(in crate::generator) fn capabilities(desk: &Desk<'_>, topic: usize) -> Vec<Draft> {
    let t = &desk.topics[topic];
    if t.language != Language::English || t.gathers {
        return Vec::new();
    }
    let mut lines: Vec<(&Fact, &Statement)> = t
        .facts
        .iter()
        .filter_map(|f| match &f.ask {
            Ask::Statement(s, _) if fits_list(f, s, t) => Some((f, s)),
            _ => None,
        })
        .collect();
    if !t.vouched() {
        lines = together(&lines);
    }
    let near = |f: &&Fact| {
        let mut ends = lines.first().into_iter().chain(lines.last());
        t.vouched() || ends.any(|(l, _)| l.line.abs_diff(f.line) <= APART)
    };
    let statements = t
        .facts
        .iter()
        .filter(|f| matches!(f.ask, Ask::Statement(..)))
        .filter(near);
    // Two of twelve are a chance choice; an act has no capabilities.
    let few = lines.len() * 2 < statements.count();
    let act = words::count(&t.name.short) > 2
        && t.name
            .short
            .split(' ')
            .next()
            .is_some_and(|w| w.ends_with("ing"));
    if lines.len() < 2 || !t.vouched() && (few || act) {
        return Vec::new();
    }
    // A line that only repeats another adds no point.
    let mut told: Vec<&(&Fact, &Statement)> = Vec::new();
    for line in &lines {
        let said = words::content(&line.1.body);
        let again = told.iter().any(|(_, s)| {
            let before = words::content(&s.body);
            said.iter().filter(|w| before.contains(*w)).count() * 3 >= said.len() * 2
        });
        if told.len() < MAX_LIST && (!again || t.vouched()) {
            told.push(line);
        }
    }
    // Five of many are a guess at what somebody chose.
    let many = !t.vouched() && lines.len() > MAX_LIST + 2;
    if told.len() < 2 || many {
        return Vec::new();
    }
    let id = format!("{}/capabilities", desk.ids[topic].slug);
    let bullet =
        |s: &Statement| format!("- {}", sentence::capitalised(s.body.trim_end_matches('.')));
    let list = |items: &[&Statement]| {
        items
            .iter()
            .map(|s| bullet(s))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let all: Vec<&Statement> = told.iter().map(|(_, s)| *s).collect();
    let Some(owner) = topic_in_context(desk, topic) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    // What a stranger lists of a thing is a sample, which tells the thing but which
    // nobody can name in full.
    if t.vouched() {
        let front = capability_question(&t.name, &owner, &all);
        let Ok((front, back)) = touched(desk, topic, front, list(&all)) else {
            return Vec::new();
        };
        let mut forward = desk.flashcard(topic, Shape::List, (&id, &id), &front, &back);
        forward.line = told[0].0.line;
        out.push(forward);
    }
    let quiet: Vec<&Statement> = all
        .iter()
        .copied()
        .filter(|s| !mask::gives_away(&t.name, &s.body, desk.family))
        .collect();
    let content: std::collections::BTreeSet<String> =
        quiet.iter().flat_map(|s| words::content(&s.body)).collect();
    let repeated = distractors::near(desk.topics, topic)
        .any(|i| distractors::repeats(&content, &desk.profiles[i], false));
    // What two things can do, a third can as well.
    let able = !t.vouched() && quiet.iter().all(|s| s.form == Form::Modal);
    let enough = if able { 3 } else { 2 };
    if quiet.len() >= enough
        && content.len() >= TELLING
        && siblings(desk, topic) >= 3
        && t.owner.is_none()
        && !repeated
    {
        let kind = desk.kind(topic);
        let front = format!(
            "Which {} is described by all of this?\n\n{}",
            kind.unwrap_or("term"),
            list(&quiet)
        );
        let mut reverse = desk.flashcard(
            topic,
            Shape::Description,
            (&format!("{id}/reverse"), &id),
            &front,
            &t.name.full,
        );
        reverse.line = told[0].0.line;
        out.push(reverse);
    }
    out
}

/// The most lines that stand together: what is pages apart was never one list.
fn together<'a>(lines: &[(&'a Fact, &'a Statement)]) -> Vec<(&'a Fact, &'a Statement)> {
    let runs = lines.chunk_by(|a, b| b.0.line.abs_diff(a.0.line) <= APART);
    let mut longest: &[(&Fact, &Statement)] = &[];
    for run in runs {
        if run.len() > longest.len() {
            longest = run;
        }
    }
    longest.to_vec()
}

/// Asks for what a topic does: a product has capabilities, other things have
/// points to recall.
fn capability_question(name: &Name, owner: &str, all: &[&Statement]) -> String {
    let product = name.is_product() || name.branded;
    if product && !all.iter().any(|s| s.body.starts_with("is ")) {
        return format!("Which capabilities of {owner} can you name?");
    }
    let many = name.counts_many();
    let ask = if all.iter().all(|s| s.form == Form::Modal) {
        format!("What can {owner} do?")
    } else if all.iter().all(|s| s.form == Form::Used) {
        format!("What {} {owner} used for?", if many { "are" } else { "is" })
    } else {
        format!("What {} {owner} do?", if many { "do" } else { "does" })
    };
    format!("{ask} ({} points)", all.len())
}

/// Lines without a lead that say what the topic does.
fn fits_list(fact: &Fact, s: &Statement, t: &Topic) -> bool {
    matches!(s.form, Form::Verb | Form::Modal | Form::Used)
        && !s.plural
        && (3..=18).contains(&words::count(&s.body))
        && words::content(&s.body).len() >= 2
        && sentence::split(&fact.text).len() == 1
        && cloze::make(&fact.text, s, &t.name, None, t.vouched()).is_none()
        && (t.vouched() || !is_limit(&s.body))
        && !["is important", "is difficult", "is easy", "could "]
            .iter()
            .any(|v| s.body.starts_with(v))
        && !["is ", "has "]
            .iter()
            .any(|v| s.body.starts_with(v) && words::count(&s.body) < 5)
}

/// `can only use …`, `doesn't support …`: a limit is no capability.
fn is_limit(body: &str) -> bool {
    let padded = format!(" {} ", body.to_lowercase());
    [" only ", " not ", " no ", "n't ", "cannot "]
        .iter()
        .any(|w| padded.contains(w))
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::cards;

    #[test]
    fn lines_of_two_places_are_no_one_list() {
        let page = |between: &str| {
            format!(
                "# Harbour\n\n## RopeNet\n\n- Lifts heavy wet ropes over the quay wall\n- Counts the knots and splices of each hawser\n- Marks worn strands with a red tag\n\n\
                {between}- Sends a pilot to boats in the fog\n"
            )
        };
        let more = "## TideHub\n\n- Opens the gates of a dock\n- Warns of a low tide\n\n\
            ## PierCam\n\n- Films all boats at a pier\n- Finds free berths in a film\n\n\
            ## KnotBook\n\n- Shows a knot for any rope\n- Teaches a pilot to splice\n";
        let told = |page: &str| {
            cards(&format!("{page}{more}"))
                .into_iter()
                .find(|(_, b)| b == "RopeNet")
                .map(|(f, _)| f.lines().filter(|l| l.starts_with("- ")).count())
        };
        let near = page("");
        assert_eq!(
            told(&near),
            Some(3),
            "{:?}",
            cards(&format!("{near}{more}"))
        );
        let far = page(&"```\nrope\n```\n\n".repeat(5));
        assert_eq!(told(&far), Some(2), "{:?}", cards(&far));
    }
}
