//! Lists in other languages than English: which of their lines define, which
//! only ask.

use super::Walk;
use super::lists::first_line;
use super::tongues::{foreign, foreign_subject, idle};
use crate::generator::language::{self, Language, Says};
use crate::generator::lead::{self, Lead};
use crate::generator::name::{self, Name};
use crate::generator::outline::{Block, Item};
use crate::generator::rich::{Rich, Style};
use crate::generator::sentence;
use crate::generator::statement::Form;
use crate::generator::words;

impl Walk<'_> {
    /// Which line of a list says what its topic is: the first that names a kind
    /// without naming another thing first.
    pub(super) fn defining(&self, items: &[Item], scope: &super::Scope) -> Option<usize> {
        let topic = scope.topic.map(|t| &self.reading.topics[t])?;
        // What stands between the heading and a list introduces the list.
        if !scope.opening && (!self.language.is_spaced() || self.language == Language::Korean)
            || items.is_empty()
        {
            return None;
        }
        if items.len() < 2 {
            return Some(0);
        }
        let what = |item: &Item| {
            let Some(rich) = first_line(item).filter(|r| !r.only_links()) else {
                return false;
            };
            let text = sentence::trim(&rich.plain());
            if language::refers(&text) {
                return false;
            }
            let statement = foreign(&text, &topic.name);
            let what = language::says(self.language, &statement.body) == Says::What;
            (what || self.language.is_spaced() && foreign_subject(&text, &topic.name))
                && statement.form != Form::Clause
        };
        if self.language.is_spaced() && self.language != Language::Korean {
            // Short ones side by side are members: the first defines nothing.
            let brief = |i: &Item| {
                first_line(i).is_some_and(|r| {
                    let text = sentence::trim(&r.plain());
                    words::count(&text) <= 4 && !foreign_subject(&text, &topic.name)
                })
            };
            if items.iter().take(2).all(brief) {
                return None;
            }
            return items.first().filter(|i| what(i)).map(|_| 0);
        }
        let at = items
            .iter()
            .take(6)
            .position(|i| what(i) && first_line(i).and_then(lead::split).is_none())?;
        // A name and below it what it is, again and again.
        let deep = |i: &&Item| first_lines(i) > 1;
        if items.iter().filter(deep).count() * 2 > items.len() {
            return None;
        }
        // Two of one kind are members: `the first gate`, `the second gate`.
        let end = |item: &Item| -> Vec<char> {
            let text = first_line(item).map(Rich::plain).unwrap_or_default();
            let bare = text.trim_end_matches(['。', '.', ' ']);
            bare.chars().rev().take(2).collect()
        };
        // A bare noun is a member: `Gate lamps` among others.
        let bare = |i: &Item| {
            first_line(i).is_some_and(|r| names_only(&sentence::trim(&r.plain()), self.language))
        };
        let members = at > 0 || items.iter().all(bare);
        if self.language == Language::Japanese && members && bare(&items[at]) {
            return None;
        }
        let own = end(&items[at]);
        let twins = items
            .iter()
            .filter(|i| end(i) == own && first_line(i).and_then(lead::split).is_none());
        let short = |i: &&Item| first_line(i).is_some_and(|r| words::count(&r.plain()) < 5);
        let thing = !matches!(
            own.iter().rev().collect::<String>().as_str(),
            "こと" | "もの"
        );
        let (all, brief) = (twins.clone().count(), twins.filter(short).count());
        let several = thing && (all > 2 || all == 2 && brief == 2);
        (!several).then_some(at)
    }

    /// Whether the paragraph before a list says that its items occur, or belong
    /// to what occurs: none of them is a thing by itself.
    pub(super) fn happens_before(&self, before: &[Block]) -> bool {
        let Some(Block::Paragraph(rich, _)) = before.last() else {
            return false;
        };
        self.language.is_eastern() && language::announces_events(&rich.plain())
    }

    /// `Name` with its definition in the first line below, or with its letters
    /// spelt out and the definition below.
    pub(super) fn child_gloss(&self, rich: &Rich, nested: &[Block]) -> Option<(Lead, Vec<Block>)> {
        if self.language.is_spaced() {
            return None;
        }
        let [Block::List(items, place), rest @ ..] = nested else {
            return None;
        };
        // Where to read on, or what a picture shows, says nothing yet.
        let refers = |i: &&Item| {
            first_line(i).is_some_and(|r| language::refers(&sentence::trim(&r.plain())))
        };
        let items = &items[items.iter().take_while(refers).count()..];
        let (head, others) = items.split_first()?;
        if first_line(head).is_some_and(Rich::only_links) {
            return None;
        }
        let gloss = sentence::trim(&first_line(head)?.plain());
        // `Red lamp`, `Green lamp`: members, none of which says what all are.
        if !others.is_empty() && names_only(&gloss, self.language) {
            return None;
        }
        let text = sentence::trim(&rich.plain());
        let what = language::says(self.language, &gloss) == Says::What;
        let lead = match lead::split(rich).filter(|l| !l.text.is_empty()) {
            Some(l) => {
                let letters = format!("({})", l.lead);
                let spelt = name::is_initials(&l.lead, l.text.replace(&letters, "").trim());
                let does = ["する", "する。", "できる", "できる。"];
                let told = what || does.iter().any(|d| gloss.ends_with(d));
                if !told || !(spelt || l.text.contains(&letters)) {
                    return None;
                }
                match l.text.contains(&letters) {
                    true => l.text,
                    false => format!("{} ({})", l.text, l.lead),
                }
            }
            None if what && !text.contains(['は', '、', '。', '，', '：']) => text,
            None => return None,
        };
        if Name::of(&lead).is_none_or(|n| words::count(&n.full) > 8 || idle(&n, &gloss)) {
            return None;
        }
        let below = Block::List(others.to_vec(), place.clone());
        let mut left: Vec<Block> = head.blocks[1..].to_vec();
        if !others.is_empty() {
            left.push(below);
        }
        left.extend_from_slice(rest);
        let lead = Lead {
            lead,
            text: gloss,
            marked: true,
            arrow: false,
        };
        Some((lead, left))
    }

    /// Of a paragraph that says each line twice, in two scripts, the lines of
    /// the page's language.
    pub(super) fn main_lines(&self, rich: &Rich) -> Option<Rich> {
        let lines = rich.lines();
        if lines.len() < 2 {
            return None;
        }
        let eastern = |r: &Rich| {
            let text = r.plain();
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            text.chars().filter(|c| words::is_unspaced(*c)).count() * 4 > letters
        };
        let here = !self.language.is_spaced();
        let (own, other): (Vec<&Rich>, Vec<&Rich>) = lines.iter().partition(|r| eastern(r) == here);
        let whole = |r: &&&Rich| words::count(&r.plain()) >= 2;
        if own.is_empty() || other.iter().filter(whole).count() == 0 {
            return None;
        }
        let mut out = Rich::default();
        for (i, line) in own.into_iter().enumerate() {
            if i > 0 {
                out.push("\n", Style::default());
            }
            out.spans.extend(line.spans.iter().cloned());
        }
        Some(out)
    }

    /// A name on a line of its own with what it is on the next.
    pub(super) fn named_above(&self, head: &Rich, below: &Rich) -> Option<Lead> {
        let (lead, text) = (
            sentence::trim(&head.plain()),
            sentence::trim(&below.plain()),
        );
        let name = Name::of(&lead).filter(|_| lead::split(head).is_none())?;
        let what = language::says(self.language, &text) == Says::What;
        (what && words::count(&lead) <= 4 && !idle(&name, &text)).then_some(Lead {
            lead,
            text,
            marked: true,
            arrow: false,
        })
    }

    /// Whether most lines of a list ask without an answer.
    pub(super) fn only_asks(&self, items: &[Item]) -> bool {
        let lines = items.iter().filter_map(first_line);
        let asking = lines
            .map(Rich::plain)
            .filter(|t| language::asks_only(t) || t.trim().ends_with("か。"))
            .count();
        self.language != Language::English && asking > 1 && asking * 4 >= items.len()
    }
}

/// Whether a line of a list is a bare noun: outside of brackets nothing tells
/// what the noun does.
fn names_only(line: &str, language: Language) -> bool {
    let mut depth = 0usize;
    let mut outside = line.chars().filter(|c| {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    let kana = |c: char| ('\u{3041}'..='\u{309f}').contains(&c) && !"とや".contains(c);
    match language {
        Language::Japanese => !outside.any(kana),
        Language::Chinese => words::count(line) <= 3 && !outside.any(|c| c == '的'),
        _ => false,
    }
}

/// How many lines stand in an item before what hangs from it.
fn first_lines(item: &Item) -> usize {
    match item.blocks.first() {
        Some(Block::Paragraph(rich, _)) => rich.lines().len(),
        _ => 0,
    }
}

/// Lines in which a name in bold stands over what it is, each such pair as one.
pub(super) fn titled(lines: Vec<Rich>) -> Vec<Rich> {
    let mut out: Vec<Rich> = Vec::with_capacity(lines.len());
    let mut name: Option<Rich> = None;
    for mut line in lines {
        let led = line.bold_lead();
        if let Some(mut head) = name.take() {
            if led.is_none() {
                head.push(": ", Style::default());
                head.spans.append(&mut line.spans);
                out.push(head);
                continue;
            }
            out.push(head);
        }
        match led.is_some_and(|(_, rest)| rest.is_blank()) {
            true => name = Some(line),
            false => out.push(line),
        }
    }
    out.extend(name);
    out
}
