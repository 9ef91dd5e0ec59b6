//! The line that introduces a list: a heading by another name, a question whose
//! answer the list is, or a sentence that its lines finish.

use super::headings;
use super::{Scope, Walk};
use crate::generator::account::Reason;
use crate::generator::alone;
use crate::generator::aspect::ASPECTS;
use crate::generator::clause;
use crate::generator::ids;
use crate::generator::language::{self, Language};
use crate::generator::lead;
use crate::generator::lesson;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::noise;
use crate::generator::outline::{Block, Item, Place, Section};
use crate::generator::phrase;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::{self, Form};
use crate::generator::words;

impl Walk<'_> {
    /// A pseudo-heading or an unfinished sentence before a list.
    pub(super) fn introduced(
        &mut self,
        rich: &Rich,
        at: &Place,
        items: &[Item],
        scope: &Scope,
    ) -> Option<Scope> {
        let text = sentence::trim(&rich.plain());
        let bare = text.trim_end_matches([':', '：', ' ']).to_owned();
        if self.language != Language::English && language::announces_steps(&bare) {
            self.skip(at.line, Reason::Lesson);
            return None;
        }
        if let Some(topic) = scope.topic
            && let Some(question) = self.intro_question(&bare, topic)
        {
            if !self.list_fact(topic, &question, &ids::keywords(&bare), items, at.line) {
                self.skip(at.line, Reason::Long);
            }
            return None;
        }
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        // `It should be avoided when:`: what stands there is said of the cases.
        let low = bare.to_lowercase();
        let cases = (low.ends_with(" when") || low.ends_with(" if")) && low.contains("avoid");
        if !vouched && cases {
            self.skip(at.line, Reason::Unasked);
            return None;
        }
        if !vouched && lesson::sets_task(&bare) {
            self.skip(at.line, Reason::Lesson);
            return None;
        }
        let heading_like = !clause::has_own_verb(&bare)
            && words::count(&bare) <= 7
            && bare.starts_with(|c: char| !c.is_lowercase())
            && !vouched;
        if !heading_like {
            let shown = !vouched && words::count(&bare) <= 2 && headings::shows_use(&bare);
            return Some(Scope {
                aspect: match shown {
                    true => Some(bare),
                    false => scope.aspect.clone(),
                },
                shown: scope.shown || shown,
                ..scope.clone()
            });
        }
        if noise::heading(&bare).is_some() {
            self.skip(at.line, Reason::Apparatus);
            return None;
        }
        let section = Section {
            level: 7,
            heading: rich.clone(),
            place: at.clone(),
            blocks: vec![Block::List(items.to_vec(), at.clone())],
            ..Section::default()
        };
        self.section(&section, scope);
        None
    }

    /// `Supports two formats:` before a list asks for the list.
    pub(super) fn intro_question(&self, intro: &str, topic: usize) -> Option<String> {
        if self.language != Language::English {
            return None;
        }
        let name = &self.reading.topics[topic].name;
        let s = statement::read(intro, name);
        let x = &name.full;
        let body = s.body.as_str();
        if words::count(body) > 10 || alone::points(&intro.to_lowercase()) {
            return None;
        }
        match s.form {
            Form::Verb => {
                let first = body.split_whitespace().next()?;
                let rest = body.get(first.len()..)?.trim();
                let base = lexicon::base_of(&first.to_lowercase())?;
                match rest.split_whitespace().next_back() {
                    Some(last) if lexicon::looks_plural(last) && words::count(rest) <= 4 => Some(
                        format!("Which {} does {x} {base}?", phrase::lower_title(rest)),
                    ),
                    Some(last)
                        if matches!(last, "with" | "from" | "to" | "for" | "on" | "into")
                            && (words::count(rest) == 1
                                || words::count(rest) <= 3 && lends_its_noun(&base)) =>
                    {
                        Some(format!("What does {x} {base} {rest}?"))
                    }
                    // `Allows you to:` asks for what one may do.
                    Some("to") if matches!(base.as_str(), "allow" | "enable" | "let") => {
                        Some(format!("What does {x} {base} you to do?"))
                    }
                    None => Some(format!("What does {x} {base}?")),
                    _ => None,
                }
            }
            Form::Used | Form::Modal if s.about_term || s.form == Form::Modal => {
                let tail = body.strip_prefix("can be ").unwrap_or(body);
                [
                    "used for",
                    "used to",
                    "used in",
                    "integrated with",
                    "deployed to",
                    "deployed on",
                ]
                .contains(&tail)
                .then(|| format!("What can {x} be {tail}?"))
            }
            _ => None,
        }
    }
}

/// The question of a last sentence that announces uses: `… It's often used for:`.
pub(super) fn closing_use(text: &str) -> Option<&'static str> {
    static FILL: Listed = Listed::new(
        "it's it is they are commonly often mainly typically primarily generally usually especially \
        mostly also can be very most",
    );
    let text = text.trim_end().strip_suffix([':', '：'])?;
    let last = text.rsplit(['\n', '.']).find(|s| !s.trim().is_empty())?;
    let last = last.replace('’', "'").to_lowercase();
    let said: Vec<&str> = last
        .split_whitespace()
        .skip_while(|w| FILL.has(w))
        .collect();
    let lead = lead::suits(&said.join(" "), true).filter(|l| l.text.is_empty())?;
    // What it consists of are its parts.
    let (_, question) = ASPECTS.iter().find(|(a, _)| *a == lead.lead)?;
    lead.lead.ends_with(" for").then_some(*question)
}

/// `Pays attention to`: a verb that needs its noun.
fn lends_its_noun(base: &str) -> bool {
    static LIGHT: Listed = Listed::new("pay give take make have do play lead");
    LIGHT.has(base)
}
