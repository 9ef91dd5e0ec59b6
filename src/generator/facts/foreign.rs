//! Notes in other languages than English: what they define, line by line, and
//! the order that is made at the end, so that no card speaks two languages.

use super::Walk;
use super::lists::first_line;
use crate::generator::account::Reason;
use crate::generator::alone;
use crate::generator::enumerator;
use crate::generator::language::{self, Language, Says};
use crate::generator::lead::{self, Lead};
use crate::generator::name::{self, Name};
use crate::generator::outline::{Block, Item};
use crate::generator::rich::{Rich, Style};
use crate::generator::sentence;
use crate::generator::statement::{self, Form, Statement};
use crate::generator::topic::{Ask, Purpose};
use crate::generator::words;

impl Walk<'_> {
    /// The language of a line: the page's, unless it shows another.
    pub(super) fn tongue(&self, text: &str) -> Language {
        self.language.of_line(text).unwrap_or(self.language)
    }

    /// The purpose that a sentence in another language than English states.
    pub(super) fn foreign_purpose(
        &self,
        text: String,
        topic: usize,
        line: u32,
        tongue: Language,
        led: bool,
    ) -> Option<Purpose> {
        let t = &self.reading.topics[topic];
        // A gloss in a third language belongs to nobody.
        if t.joint || self.language != Language::English && tongue != self.language {
            return None;
        }
        let statement = foreign(&text, &t.name);
        let says = language::says(tongue, &statement.body);
        let known = t.name.is_product() || self.usage.is_brand(&t.name.short) || t.name.is_proper();
        // What gathers others is a thing itself where its name can only be one.
        if t.gathers && !(known && says == Says::What && !tongue.is_spaced()) {
            return None;
        }
        if idle(&t.name, &statement.body)
            || repeats(&t.name, &statement.body, tongue)
            || exemplifies(&statement.body)
            || alone::stands_alone(&statement.body).is_err()
        {
            return None;
        }
        // How a thing runs and what it costs is no thing.
        if !led && says != Says::What && language::is_matter(&t.name.short) {
            return None;
        }
        // Under another script's heading a bare noun is a member.
        let native = t.name.short.chars().all(|c| !c.is_ascii_alphanumeric());
        let kana = |c: char| ('\u{3041}'..='\u{309f}').contains(&c);
        if !led && native && tongue == Language::Japanese && !statement.body.contains(kana) {
            return None;
        }
        let count = words::count(&text);
        let subject = statement.body.len() < text.len() || foreign_subject(&text, &t.name);
        // Of these languages no grammar is known here.
        let closed = !matches!(
            tongue,
            Language::German
                | Language::French
                | Language::Spanish
                | Language::Portuguese
                | Language::Italian
        );
        let enough = match says {
            Says::Never => false,
            Says::What if closed => count >= 3 || known && count >= 2,
            Says::What => count >= 3 || led && known && count >= 2,
            Says::Does if closed => count >= 3 && (led || known || !tongue.is_spaced()),
            Says::Does => known && count >= 3,
            Says::Act => led && count >= 4,
            Says::Unknown if !tongue.is_spaced() => {
                let own = text.chars().filter(|c| words::is_unspaced(*c)).count();
                let letters = name::is_initials(&t.name.short, &text);
                count >= 3 && (led || known || subject) && (own > 2 || letters)
            }
            Says::Unknown if closed => {
                count >= 3 && (subject || led && known) && !language::breaks_off(&statement.body)
            }
            Says::Unknown => {
                let short = led && known && shouts(&t.name.short) && (2..=12).contains(&count);
                count >= 3 && subject || short && language::is_phrase(&statement.body)
            }
        };
        (enough && statement.form != Form::Clause && tongue.is_asked()).then_some(Purpose {
            text,
            statement,
            line,
        })
    }

    /// A label that names no attribute may be a term with its definition.
    pub(super) fn part(&mut self, l: &Lead, line: u32, scope: &super::Scope) -> bool {
        let Some(name) = Name::of(&l.lead).filter(|n| words::count(&n.short) <= 5) else {
            return false;
        };
        let first = sentence::split(&l.text).into_iter().next();
        let first = first.unwrap_or_default();
        // Of what is good or bad of a thing, nothing is a thing of its own.
        let topic = scope.topic.map(|t| &self.reading.topics[t].name.full);
        let over = [scope.aspect.as_ref(), topic];
        let head = l.lead.split_whitespace().next().unwrap_or("");
        let labelled = language::is_label(self.language, head)
            && !l.lead.contains(|c: char| c.is_ascii_digit());
        if labelled || over.into_iter().flatten().any(|h| language::gathers(h)) {
            return false;
        }
        let says = language::says(self.language, &sentence::trim(&first));
        let letters = self.language.is_spaced() && shouts(&name.short);
        let bare = letters && language::is_phrase(&sentence::trim(&first));
        let defined = (matches!(says, Says::What | Says::Act) || bare)
            && !super::headings::names_two(&name, super::headings::has_letters(&name))
            && !idle(&name, &first);
        if !defined {
            return false;
        }
        let inner = super::Scope {
            aspect: None,
            ..scope.clone()
        };
        let part = self.add(name, line, &inner);
        let found = self.purpose_of(&first, part, line, true, true);
        let made = found.is_some();
        self.reading.topics[part].purpose = found;
        made
    }

    /// What a heading in another language opens that is no term: an aspect of a
    /// thing, or the announcement of a list.
    pub(super) fn foreign_heading(
        &mut self,
        title: &str,
        line: u32,
        above: &super::Scope,
    ) -> Option<super::Scope> {
        if self.language == Language::English {
            return None;
        }
        // `概要` tells of the thing above, not of an aspect of it.
        if language::describes(title) && above.topic.is_some() {
            return Some(super::Scope {
                aspect: None,
                ..above.clone()
            });
        }
        let title = enumerator::unnumbered(title);
        if let Some(aspect) = language::lead_in(self.language, &title) {
            return Some(super::Scope {
                topic: above.topic.filter(|_| aspect.is_some()),
                shelf: aspect.is_none().then(String::new),
                aspect,
                ..above.clone()
            });
        }
        let (thing, aspect) = language::aspect_of(self.language, &title)?;
        let name = Name::of(&thing).filter(|n| !n.short.is_empty())?;
        let topic = self.find_or_add(name, line, above);
        Some(super::Scope {
            topic: Some(topic),
            shelf: None,
            aspect: Some(aspect),
            ..above.clone()
        })
    }

    /// Whether a text after a label can't tell what the label is.
    pub(super) fn cannot_tell(&self, name: &Name, text: &str) -> bool {
        idle(name, text)
            || language::says(self.language, text) == Says::Never
            || repeats(name, text, self.language)
            || exemplifies(text)
    }

    /// Which line of a list says what its topic is: the first that names a kind
    /// without naming another thing first.
    pub(super) fn defining(&self, items: &[Item], scope: &super::Scope) -> Option<usize> {
        let topic = scope.topic.map(|t| &self.reading.topics[t])?;
        if items.len() < 2 {
            return Some(0);
        }
        let what = |item: &Item| {
            let Some(rich) = first_line(item).filter(|r| !r.only_links()) else {
                return false;
            };
            let text = sentence::trim(&rich.plain());
            let statement = foreign(&text, &topic.name);
            language::says(self.language, &statement.body) == Says::What
                && statement.form != Form::Clause
        };
        if self.language.is_spaced() && self.language != Language::Korean {
            return items.first().filter(|i| what(i)).map(|_| 0);
        }
        let at = items
            .iter()
            .take(6)
            .position(|i| what(i) && first_line(i).and_then(lead::split).is_none())?;
        // Two of one kind are members: `the first gate`, `the second gate`.
        let end = |item: &Item| -> Vec<char> {
            let text = first_line(item).map(Rich::plain).unwrap_or_default();
            let bare = text.trim_end_matches(['。', '.', ' ']);
            bare.chars().rev().take(2).collect()
        };
        let own = end(&items[at]);
        let twins = items
            .iter()
            .filter(|i| end(i) == own && first_line(i).and_then(lead::split).is_none());
        (twins.count() == 1).then_some(at)
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
        let (head, others) = items.split_first()?;
        let gloss = sentence::trim(&first_line(head)?.plain());
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

    /// Whether most lines of a list ask without an answer.
    pub(super) fn only_asks(&self, items: &[Item]) -> bool {
        let lines = items.iter().filter_map(first_line);
        let asking = lines
            .map(Rich::plain)
            .filter(|t| language::asks_only(t) || t.trim().ends_with("か。"))
            .count();
        self.language != Language::English && asking > 1 && asking * 4 >= items.len()
    }

    /// The last look: a topic speaks the language of its description, and what
    /// is said in another is left out.
    pub(super) fn one_language(&mut self) {
        let page = self.language;
        let tongue = |text: &str| page.of_line(text).unwrap_or(page);
        let mut left = Vec::new();
        for topic in &mut self.reading.topics {
            if topic.vouched() {
                continue;
            }
            let label =
                words::count(&topic.name.short) == 1 && language::is_label(page, &topic.name.short);
            if label && page != Language::English {
                topic.purpose = None;
            }
            if let Some(purpose) = topic.purpose.take() {
                let said = tongue(&purpose.text);
                topic.purpose = in_one_language(purpose, &topic.name, page, said);
                match &topic.purpose {
                    Some(_) => topic.language = said,
                    None => left.push(topic.line),
                }
            }
            let language = topic.language;
            topic.facts.retain(|f| {
                let asks = match &f.ask {
                    Ask::Direct(q) if language != Language::English => !in_english(q),
                    _ => true,
                };
                let fits = asks && tongue(&f.text) == language && language.is_asked();
                if !fits {
                    left.push(f.line);
                }
                fits
            });
        }
        let of_page = |text: &str| tongue(text) == page;
        self.reading.contrasts.retain(|c| {
            // Two names of products over a column: the table was turned.
            let named = c.aspect.split(' ').count() > 1
                && c.aspect
                    .split(' ')
                    .all(|w| w.starts_with(char::is_uppercase));
            let turned = page != Language::English && named && page.is_spaced();
            of_page(&c.of_a) && of_page(&c.of_b) && page.is_asked() && !turned
        });
        for line in left {
            self.skip(line, Reason::Unasked);
        }
    }
}

/// A purpose as its own language reads it, where that is not the page's.
fn in_one_language(
    purpose: Purpose,
    name: &Name,
    page: Language,
    said: Language,
) -> Option<Purpose> {
    if said == page {
        return page.is_asked().then_some(purpose);
    }
    let native = name
        .short
        .chars()
        .any(|c| !c.is_ascii() && c.is_alphabetic());
    // `Level of …; 是指…` says it twice.
    let latin = purpose.text.split_whitespace().filter(|w| w.is_ascii());
    let twice = !said.is_spaced() && latin.filter(|w| w.len() > 2).count() > 5;
    let statement = match said {
        _ if twice => return None,
        Language::English if !native => {
            let read = statement::read(&purpose.text, name);
            matches!(read.form, Form::Noun | Form::Verb | Form::Used).then_some(read)?
        }
        // Between two foreign languages nothing is safe.
        other if page == Language::English && other.is_asked() => {
            let read = foreign(&purpose.text, name);
            let told = language::says(other, &read.body) != Says::Unknown || !other.is_spaced();
            told.then_some(read)?
        }
        _ => return None,
    };
    Some(Purpose {
        statement,
        ..purpose
    })
}

/// Whether a description says its own term again.
fn repeats(name: &Name, gloss: &str, tongue: Language) -> bool {
    if language::is_circular(&name.full, gloss) {
        return true;
    }
    let closed = !tongue.is_spaced() || tongue == Language::Korean;
    if closed {
        return name.short.chars().count() > 3 && gloss.contains(name.short.as_str());
    }
    // `Mole Service (MS): … by means of MS`, unless it is the subject.
    let letters = name.aliases.iter().filter(|a| {
        let shown = name.full.contains(&format!("({})", a.to_uppercase()));
        (2..=5).contains(&a.len()) && shown
    });
    letters.into_iter().any(|a| {
        let upper = a.to_uppercase();
        let at = gloss.find(&upper);
        at.is_some_and(|at| at > 24 && sentence::contains_words(&gloss.to_lowercase(), a))
    })
}

/// `Bsp: …`, `Ej.: …`: an example and no description.
fn exemplifies(gloss: &str) -> bool {
    let lower = gloss.to_lowercase();
    [
        "bsp",
        "z.b.",
        "z. b.",
        "ej:",
        "ej.:",
        "ex:",
        "ex.:",
        "p.ej",
        "por ejemplo",
        "por exemplo",
        "ad esempio",
        "par exemple",
        "es.:",
        "例：",
        "例:",
        "例えば",
        "たとえば",
        "예:",
        "예)",
        "例如",
        "比如",
    ]
    .iter()
    .any(|e| lower.starts_with(e))
}

/// Whether a word of a name has several capitals: `KaiDB`, `VPN`.
fn shouts(name: &str) -> bool {
    name.split_whitespace()
        .any(|w| w.chars().filter(|c| c.is_uppercase()).count() > 1)
}

/// Whether a question begins as an English one does.
fn in_english(question: &str) -> bool {
    let first = question.split_whitespace().next().unwrap_or("");
    ["how", "what", "why", "when", "which", "where"].contains(&first.to_lowercase().as_str())
}

/// Whether a name or its gloss is somebody's remark, step or question.
pub(super) fn idle(name: &Name, gloss: &str) -> bool {
    language::is_remark(&name.short)
        || language::names_step(&name.short)
        || language::chapter(&name.full).is_some()
        || name.short.ends_with(['?', '？'])
        || name.short.starts_with(|c: char| c.is_ascii_digit()) && name.short.contains([')', ' '])
        || clause(&name.short)
        || language::begins_with_verb(&name.short)
        || [
            "die ",
            "der ",
            "das ",
            "e come ",
            "y cómo ",
            "et comment ",
            "und wie ",
        ]
        .iter()
        .any(|p| name.short.to_lowercase().starts_with(p))
        || language::announces(gloss)
        || points_on(gloss)
        || language::asks_only(gloss)
        || language::lists_marks(gloss)
}

/// `以下の通りです`: what follows is the answer; `…】`: a piece of a link.
fn points_on(gloss: &str) -> bool {
    let ahead = [
        "以下の順",
        "以下の通り",
        "以下のとおり",
        "次の通り",
        "次のとおり",
        "如下",
        "この制約があるため",
    ]
    .iter()
    .any(|p| gloss.contains(p));
    ahead || gloss.matches('】').count() != gloss.matches('【').count()
}

/// Whether a name in a script without spaces is a sentence, or says what to do.
fn clause(name: &str) -> bool {
    let unspaced = name.chars().any(words::is_unspaced);
    let parts = [
        "，", "、", "。", "；", "可以", "需要", "以下", "如下", "建议", "建議", "請", "请",
    ];
    unspaced && parts.iter().any(|p| name.contains(p)) || language::is_clause(name)
}

/// Whether a sentence in such a language has the term as its subject and says
/// what it is: `El muelle es …`.
fn foreign_subject(text: &str, name: &Name) -> bool {
    let lower = text.to_lowercase();
    let articles = [
        "el ", "la ", "il ", "lo ", "l'", "l’", "o ", "a ", "der ", "die ", "das ", "le ", "les ",
        "un ", "una ", "um ", "uma ", "une ", "ein ", "eine ",
    ];
    let bare = articles
        .iter()
        .find_map(|a| lower.strip_prefix(a))
        .unwrap_or(&lower);
    // `Un puerto es …` under `Puertos`.
    let singular = |a: &String| {
        let words: Vec<&str> = a
            .split(' ')
            .map(|w| w.strip_suffix('s').unwrap_or(w))
            .collect();
        words.join(" ")
    };
    let ones = name.aliases.iter().map(singular).filter(|a| a.len() > 3);
    let rest = name.aliases.iter().cloned().chain(ones).find_map(|a| {
        let rest = bare
            .strip_prefix(a.as_str())
            .or_else(|| lower.strip_prefix(a.as_str()))?;
        rest.starts_with([' ', ',', '(']).then_some(rest)
    });
    rest.is_some_and(|r| {
        let r = r.trim_start();
        let r = r
            .strip_prefix('(')
            .and_then(|r| r.split_once(')'))
            .map_or(r, |(_, after)| after.trim_start());
        [
            "es ", "è ", "é ", "ist ", "est ", "son ", "são ", "sono ", "sind ", "sont ",
        ]
        .iter()
        .any(|c| r.starts_with(c))
    })
}

/// A description in a language whose grammar isn't taken apart: only the
/// subject is taken off where that is safe.
pub(in crate::generator) fn foreign(text: &str, name: &Name) -> Statement {
    let stripped = [&name.full, &name.short].into_iter().find_map(|subject| {
        let rest = text.strip_prefix(subject.as_str())?.trim_start();
        [
            "とは、",
            "とは",
            "は、",
            "は",
            "是",
            "：",
            ":",
            "는 ",
            "은 ",
            "란 ",
            "이란 ",
        ]
        .iter()
        .find_map(|p| rest.strip_prefix(p))
        .map(|tail| tail.trim().to_owned())
    });
    // `**名前** は、…`: the particle went with the name.
    let stripped = stripped.or_else(|| {
        ["は、", "とは、", "が、", "：", "、"]
            .iter()
            .find_map(|p| text.strip_prefix(p))
            .map(|tail| tail.trim().to_owned())
    });
    // Another subject before `は` makes it a sentence about something else.
    let other = stripped.is_none()
        && text.chars().any(words::is_unspaced)
        && text
            .split(['、', '。'])
            .next()
            .is_some_and(|head| head.contains('は'));
    Statement {
        form: if other { Form::Clause } else { Form::Fragment },
        body: stripped.unwrap_or_else(|| text.to_owned()),
        about_term: true,
        plural: false,
    }
}
