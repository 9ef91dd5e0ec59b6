//! Lists that nobody marked as such: lines `Name - gloss` one below another,
//! and answers that belong to the question above them.

use super::judgement::acts;
use super::lists::first_line;
use super::questions;
use super::{Scope, Walk};
use crate::generator::aspect;
use crate::generator::clause;
use crate::generator::lead;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::outline::{Block, Item, Place, Section};
use crate::generator::rich::{Rich, Style};
use crate::generator::sentence;
use crate::generator::words;

/// Blocks in which two paragraphs and more of the form `Name - gloss`, each on
/// one line, are a list; `None` where there are none.
pub(super) fn gathered(blocks: &[Block]) -> Option<Vec<Block>> {
    let glossed = |b: &Block| matches!(b, Block::Paragraph(rich, _) if is_gloss(rich));
    if !blocks.windows(2).any(|w| w.iter().all(glossed)) {
        return None;
    }
    let mut out = Vec::with_capacity(blocks.len());
    let mut at = 0;
    while at < blocks.len() {
        let run = blocks[at..].iter().take_while(|b| glossed(b)).count();
        if run < 2 {
            out.push(blocks[at].clone());
            at += 1;
            continue;
        }
        let run = &blocks[at..at + run];
        let items = run.iter().map(|b| Item {
            blocks: vec![b.clone()],
            place: b.place().clone(),
            task: None,
        });
        out.push(Block::List(items.collect(), run[0].place().clone()));
        at += run.len();
    }
    Some(out)
}

/// Whether a line is a name, a dash and what the name means.
fn is_gloss(rich: &Rich) -> bool {
    let lines = rich.lines();
    let [line] = &lines[..] else {
        return false;
    };
    lead::split(line).is_some_and(|l| {
        let text = line.plain();
        let dashed = [" - ", " – ", " — "]
            .iter()
            .any(|d| text.trim_start_matches(&l.lead).starts_with(d));
        dashed
            && line.bold_lead().is_none()
            && !l.text.contains('=')
            && words::count(&l.lead) <= 4
            && words::count(&l.text) >= 3
            && l.lead.starts_with(|c: char| c.is_uppercase() || c == '`')
            && !acts(&l.lead)
            && !aspect::is_aspect(&l.lead)
            && !aspect::is_illustration(&l.lead)
            && Name::of(&l.lead).is_some()
    })
}

impl Walk<'_> {
    /// A question with its answer nested below; whether it was one.
    pub(super) fn nested_answer(
        &mut self,
        rich: &Rich,
        place: &Place,
        nested: &[Block],
        scope: &Scope,
    ) -> bool {
        let title = sentence::trim(&rich.plain());
        let title = questions::unlettered(&title).to_owned();
        if let Some((question, answer)) = answered_at_once(&title).filter(|_| nested.is_empty()) {
            let plain = |text: &str| {
                let mut rich = Rich::default();
                rich.push(text, Style::default());
                rich
            };
            let below = [Block::Paragraph(plain(answer), place.clone())];
            return self.nested_answer(&plain(question), place, &below, scope);
        }
        let answer = match nested {
            [Block::List(items, _)] if items.len() == 1 && items[0].blocks.len() == 1 => {
                first_line(&items[0]).cloned()
            }
            [Block::Paragraph(rich, _)] => Some(rich.clone()),
            _ => None,
        };
        let one = title.ends_with(['?', '？']) && title.matches(['?', '？']).count() == 1;
        let Some(answer) = answer.filter(|_| one && words::count(&title) <= 25) else {
            return false;
        };
        let section = Section {
            level: 7,
            heading: rich.clone(),
            place: place.clone(),
            blocks: vec![Block::Paragraph(answer, place.clone())],
            ..Section::default()
        };
        if self.own_question(&section, &title, scope) {
            return true;
        }
        // `What is a painter?` names its term, and is read as a heading.
        let named = scope.depth < 24 && Name::of(&title).is_some();
        if named {
            self.section(&section, scope);
        }
        named
    }
}

/// `What is a painter? A rope that …`: a question and its answer in one line.
fn answered_at_once(line: &str) -> Option<(&str, &str)> {
    static ASKING: Listed = Listed::new("what which how why when where who");
    let at = line.find("? ")? + 1;
    let (question, answer) = (&line[..at], line[at..].trim());
    let asks = ASKING.has(&clause::first_word(question)) && words::count(question) > 3;
    (asks && words::count(answer) > 3 && !answer.contains('?')).then_some((question, answer))
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, shows};

    #[test]
    fn lines_with_a_dash_are_a_list() {
        let page = "# Ports\n\n## Harbour words\n\n\
            Hawser - a thick rope that moors a large ship\n\n\
            Painter - a short rope that ties a small boat to the pier\n\n\
            Fender - a cushion that keeps a hull off the stone\n";
        assert!(shows(page, "moors a large ship"), "{:?}", cards(page));
        assert!(shows(page, "keeps a hull off"), "{:?}", cards(page));
    }

    #[test]
    fn a_question_takes_the_answer_behind_it() {
        let page = "# Nets\n\n\
            - What is a berth key? A berth key is a column that decides where a row is kept.\n\
            - Why does a net need tar? Tar keeps the worms away from the rope.\n\n\
            Is it true? Nobody knows that yet in this port.\n";
        let cards = cards(page);
        let told = |front: &str, back: &str| {
            cards
                .iter()
                .any(|(f, b)| f.contains(front) && b.contains(back))
        };
        assert!(told("what is a berth key?", "A column that"), "{cards:?}");
        assert!(told("Why does a net need tar?", "worms away"), "{cards:?}");
        assert!(!told("Is it true", ""), "{cards:?}");
    }

    #[test]
    fn a_question_takes_the_answer_nested_below() {
        let page = "# Ports\n\n## Pilots\n\n\
            - Why do pilots board large ships outside a port?\n  \
            - Pilots know the shoals and currents of the channel better than any captain\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f.contains("Why do pilots") && b.contains("shoals")),
            "{cards:?}"
        );
    }

    #[test]
    fn a_link_over_a_list_does_not_hide_the_list() {
        let page = "# Ports\n\n- [Harbour words](https://example.org)\n  \
            - **Hawser**: a thick rope that moors a large ship\n  \
            - **Painter**: a short rope that ties a small boat to the pier\n";
        assert!(shows(page, "moors a large ship"), "{:?}", cards(page));
    }

    #[test]
    fn markers_of_a_book_are_no_text() {
        let page = "# Ports\n\n## TideLock\n\n{% hint style=\"info\" %}\nTideLock is a service that opens the gates of a dock.\n{% endhint %}\n";
        assert!(shows(page, "opens the gates"), "{:?}", cards(page));
        assert!(!shows(page, "hint"), "{:?}", cards(page));
    }

    #[test]
    fn an_indented_list_below_a_heading_is_no_code() {
        let page = "# Ports\n\t- ## TideLock\n\t\t- TideLock is a service (of 1999) that opens the gates of a dock.\n\t\t- Locks\n";
        assert!(shows(page, "opens the gates"), "{:?}", cards(page));
    }
}
