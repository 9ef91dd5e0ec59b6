//! From outline to topics: which fact belongs to which term.
//!
//! A heading is a topic, an aspect of the topic above it, or a shelf that
//! gathers topics; a line is the purpose of its topic, a fact under a lead, or
//! a topic of its own. Everything else is left out, with line and reason.

use super::account::{Reason, Shape};
use super::ids;
use super::language::Language;
use super::lead::{self, Lead};
use super::lexicon;
use super::name::{Name, Usage};
use super::noise;
use super::outline::{Block, Item, Place, Section};
use super::phrase;
use super::prose;
use super::rich::Rich;
use super::sentence;
use super::statement::{self, Form, Statement};
use super::topic::{Ask, Fact, Purpose, Reading, Topic};
use super::words;
use crate::domain::TaskId;
use std::collections::HashMap;

/// The longest answer in words.
pub(super) const MAX_ANSWER: usize = 48;
/// The longest description in words.
const MAX_PURPOSE: usize = 45;

/// What a block is read under.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    /// The topic that facts belong to.
    pub(super) topic: Option<usize>,
    /// The heading over lines that are topics of their own.
    pub(super) shelf: Option<String>,
    /// The aspect of the topic that is being told.
    pub(super) aspect: Option<String>,
    /// The sibling group that new topics join.
    pub(super) group: u32,
    /// How deep the walk is.
    pub(super) depth: usize,
}

/// A walk over one document.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    pub(super) file: &'a str,
    pub(super) language: Language,
    usage: Usage,
    by_name: HashMap<String, usize>,
    pub(super) reading: Reading,
    groups: u32,
    /// Sections in the dialect of questions, for the author's own reader.
    pub(super) authored: Vec<Section>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(file: &'a str, text: &str) -> Self {
        Self {
            file,
            language: Language::of(text),
            usage: Usage::of(text),
            by_name: HashMap::new(),
            reading: Reading::default(),
            groups: 0,
            authored: Vec::new(),
        }
    }

    pub(super) fn skip(&mut self, line: u32, reason: Reason) {
        self.reading.skip(self.file, line, reason, None);
    }

    pub(super) fn new_group(&mut self) -> u32 {
        self.groups += 1;
        self.groups
    }

    /// Reads a document.
    pub(super) fn root(&mut self, root: &Section) {
        let scope = Scope {
            group: self.new_group(),
            ..Scope::default()
        };
        self.blocks(&root.blocks, &scope);
        for child in &root.children {
            self.section(child, &scope);
        }
    }

    fn section(&mut self, section: &Section, above: &Scope) {
        if above.depth > 24 {
            return;
        }
        let title = sentence::trim(&section.heading.plain());
        let line = section.place.line;
        if title.to_lowercase().starts_with("question:") || title.to_lowercase() == "question" {
            self.authored.push(section.clone());
            return;
        }
        // A title names the notes, whatever it says.
        let apparatus = noise::heading(&title).filter(|_| section.level > 1);
        if let Some(reason) = apparatus {
            self.skip(line, reason);
            return;
        }
        let before_questions = self.authored.len();
        let (before_topics, before_skips) = (self.reading.topics.len(), self.reading.skipped.len());
        let mut here = self.enter(section, &title, above);
        here.depth = above.depth + 1;
        self.blocks(&section.blocks, &here);
        let below = Scope {
            group: self.new_group(),
            ..here.clone()
        };
        for child in &section.children {
            self.section(child, &below);
        }
        let silent = self.reading.topics[before_topics..]
            .iter()
            .all(Topic::is_empty)
            && self.reading.skipped.len() == before_skips
            && self.authored.len() == before_questions
            && here.topic != above.topic;
        if silent {
            self.skip(line, Reason::Bare);
        }
    }

    /// What a heading opens.
    fn enter(&mut self, section: &Section, title: &str, above: &Scope) -> Scope {
        let line = section.place.line;
        let fixed = section.attributes.id.clone();
        let task = section.attributes.pairs.iter().find(|(k, _)| k == "task");
        let task = task.and_then(|(_, v)| TaskId::parse(v));
        let core = section.attributes.pairs.iter().find(|(k, _)| k == "core");
        let core = core.and_then(|(_, v)| v.parse().ok());
        let name = Name::of(title);
        if let (Some(slug), Some(name)) = (&fixed, &name) {
            let topic = self.add(name.clone(), line, above);
            let t = &mut self.reading.topics[topic];
            t.slug = Some(slug.clone());
            t.rank = section.level;
            t.task = task;
            t.core = core;
            t.owner = None;
            return Scope {
                topic: Some(topic),
                shelf: None,
                aspect: None,
                ..above.clone()
            };
        }
        let asked = super::name::unnumbered(title).to_lowercase();
        let is_question = title.ends_with(['?', '？'])
            && name
                .as_ref()
                .is_none_or(|n| !title.to_lowercase().starts_with("what") || n.short.is_empty());
        let doing = title
            .split_whitespace()
            .next()
            .map(str::to_lowercase)
            .is_some_and(|w| {
                matches!(
                    w.as_str(),
                    "moving"
                        | "maintaining"
                        | "choosing"
                        | "use-cases"
                        | "usecases"
                        | "handling"
                        | "dealing"
                        | "understanding"
                        | "working"
                        | "using"
                        | "creating"
                        | "building"
                        | "preparing"
                        | "setting"
                        | "getting"
                        | "managing"
                        | "improving"
                        | "avoiding"
                        | "selecting"
                        | "deploying"
                        | "connecting"
                        | "configuring"
                        | "optimizing"
                        | "optimising"
                        | "securing"
                        | "implementing"
                        | "writing"
                        | "running"
                        | "exploring"
                        | "comparing"
                        | "developing"
                        | "designing"
                        | "troubleshooting"
                        | "converting"
                        | "ensuring"
                        | "accessing"
                        | "integrating"
                        | "interpreting"
                        | "thinking"
                )
            });
        let aspect = is_question
            || doing
            || phrase::is_aspect(name.as_ref().map_or(title, |n| n.short.as_str()));
        if aspect {
            if above.topic.is_some() {
                return Scope {
                    aspect: Some(super::name::unnumbered(title)),
                    shelf: None,
                    ..above.clone()
                };
            }
            return Scope {
                topic: None,
                shelf: Some(String::new()),
                aspect: None,
                ..above.clone()
            };
        }
        let versus = [" vs ", " vs. ", " versus ", " or "]
            .iter()
            .any(|v| title.to_lowercase().contains(v));
        let Some(name) = name.filter(|_| !versus && !acts(title)) else {
            return Scope {
                topic: None,
                shelf: Some(String::new()),
                aspect: None,
                ..above.clone()
            };
        };
        let gathers = is_shelf(&name, section) || self.lists_names(&name, section);
        let topic = self.add(name.clone(), line, above);
        self.reading.topics[topic].gathers = gathers;
        self.reading.topics[topic].rank = section.level;
        self.reading.topics[topic].task = task;
        Scope {
            topic: Some(topic),
            shelf: gathers.then(|| name.short.clone()),
            aspect: None,
            ..above.clone()
        }
    }

    /// Whether a heading stands over a bare list of led names, and isn't the
    /// name of a product itself: `Compute` over `Lambda: …`, `EC2: …`.
    fn lists_names(&self, name: &Name, section: &Section) -> bool {
        let mut blocks = section
            .blocks
            .iter()
            .filter(|b| !matches!(b, Block::Markup(_) | Block::Code(_)));
        let Some(Block::List(items, _)) = blocks.next() else {
            return false;
        };
        let leads: Vec<Lead> = items
            .iter()
            .filter_map(|i| first_line(i).and_then(lead::split))
            .collect();
        let names = leads
            .iter()
            .filter(|l| {
                (!l.text.is_empty())
                    && !phrase::is_aspect(&l.lead)
                    && !phrase::is_illustration(&l.lead)
            })
            .filter_map(|l| Name::of(&l.lead))
            .filter(|n| {
                n.short
                    .starts_with(|c: char| c.is_uppercase() || c == '`' || words::is_unspaced(c))
            })
            .collect::<Vec<_>>();
        let most = names.len() >= 2 && names.len() * 10 >= items.len() * 7;
        let telling = names
            .iter()
            .filter(|n| n.is_product() || n.full.contains('(') || self.usage.is_brand(&n.short))
            .count();
        most && (!name.is_product() && !self.usage.is_brand(&name.short))
            && (!name.is_proper()
                || telling * 2 >= names.len()
                || name.short.contains(['&', '/'])
                || name.short.contains(" and "))
    }

    /// The topic of that name, if a heading or line opened it before.
    pub(super) fn find_or_add(&mut self, name: Name, line: u32, scope: &Scope) -> usize {
        let known = self.by_name.get(&name.short.to_lowercase()).copied();
        known.unwrap_or_else(|| self.add(name, line, scope))
    }

    /// Whether a heading or line has named a topic so.
    pub(super) fn knows(&self, name: &str) -> bool {
        Name::of(name).is_some_and(|n| self.by_name.contains_key(&n.short.to_lowercase()))
    }

    /// A new topic under a scope.
    pub(super) fn add(&mut self, mut name: Name, line: u32, scope: &Scope) -> usize {
        name.say(&self.usage);
        let owner = scope.topic.filter(|t| !self.reading.topics[*t].gathers);
        let shelf = scope
            .topic
            .filter(|t| self.reading.topics[*t].gathers && self.reading.topics[*t].rank > 1)
            .map(|t| self.reading.topics[t].name.short.clone())
            .filter(|s| words::count(s) <= 4);
        let task = scope.topic.and_then(|t| self.reading.topics[t].task);
        self.reading.topics.push(Topic {
            name,
            slug: None,
            task,
            core: None,
            line,
            owner,
            category: shelf,
            group: scope.group,
            kind: None,
            purpose: None,
            facts: Vec::new(),
            reference: None,
            status: None,
            language: self.language,
            gathers: false,
            rank: 7,
        });
        let index = self.reading.topics.len() - 1;
        let name = self.reading.topics[index].name.short.to_lowercase();
        self.by_name.entry(name).or_insert(index);
        index
    }

    pub(super) fn blocks(&mut self, blocks: &[Block], scope: &Scope) {
        let mut pending: Option<(Rich, Place)> = None;
        for (i, block) in blocks.iter().enumerate() {
            let next_is_list =
                matches!(blocks.get(i + 1), Some(Block::List(..) | Block::Table(..)));
            match block {
                Block::Paragraph(rich, place) => {
                    self.give_up(pending.take());
                    if let Some(reason) = noise::paragraph(rich) {
                        self.skip(place.line, reason);
                    } else if next_is_list && introduces(rich, scope, self) {
                        pending = Some((rich.clone(), place.clone()));
                    } else {
                        self.paragraph(rich, place, scope, i == 0);
                    }
                }
                Block::List(items, place) => self.list(items, place, scope, pending.take()),
                Block::Table(rows, place) => {
                    pending = None;
                    super::tables::read(self, rows, place, scope);
                }
                Block::Definitions(terms, _) => self.definitions(terms, scope),
                Block::Quote(inner, place) => self.quote(inner, place, scope),
                Block::Heading(_, rich, attributes, place) => {
                    // A heading inside an item or a quotation.
                    let section = Section {
                        level: 7,
                        heading: rich.clone(),
                        attributes: attributes.clone(),
                        place: place.clone(),
                        blocks: Vec::new(),
                        children: Vec::new(),
                    };
                    self.section(&section, scope);
                }
                Block::Code(place) => self.skip(place.line, Reason::Code),
                Block::Markup(place) => self.skip(place.line, Reason::Markup),
            }
        }
        self.give_up(pending);
    }

    fn give_up(&mut self, pending: Option<(Rich, Place)>) {
        if let Some((_, place)) = pending {
            self.skip(place.line, Reason::Unfinished);
        }
    }

    /// `> Reference: …` and `> Status: …` belong to their topic.
    fn quote(&mut self, inner: &[Block], place: &Place, scope: &Scope) {
        let mut used = false;
        for block in inner {
            let Block::Paragraph(rich, _) = block else {
                continue;
            };
            for text in remarks(rich) {
                let Some(topic) = scope.topic.map(|t| &mut self.reading.topics[t]) else {
                    continue;
                };
                match text {
                    (Remark::Reference, v) => topic.reference = Some(v),
                    (Remark::Status, v) => topic.status = Some(v),
                }
                used = true;
            }
        }
        if !used {
            self.skip(place.line, Reason::Quotation);
        }
    }

    fn paragraph(&mut self, rich: &Rich, place: &Place, scope: &Scope, first: bool) {
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        if vouched && scope.aspect.is_none() {
            let topic = scope.topic.unwrap_or_default();
            if self.reading.topics[topic].purpose.is_none() {
                self.vouched_purpose(rich, place, topic);
            } else if !self.lead_line(rich, place, &[], scope, false) {
                self.skip(place.line, Reason::Narrative);
            }
            return;
        }
        let lines = rich.lines();
        if lines.len() > 1 {
            for line in lines {
                if let Some(reason) = noise::paragraph(&line) {
                    self.skip(place.line, reason);
                } else if !self.lead_line(&line, place, &[], scope, false) {
                    self.prose(&line, place, scope, false);
                }
            }
            return;
        }
        let marked = lead::split(rich).is_some_and(|l| l.marked && !l.text.is_empty());
        let stands_apart = scope.topic.is_none_or(|t| {
            let owner = &self.reading.topics[t];
            !owner.name.is_proper() && owner.purpose.is_none()
        });
        let named = || {
            lead::split(rich)
                .and_then(|l| Name::of(&l.lead))
                .is_some_and(|n| n.is_proper())
        };
        let own = scope.shelf.is_some() || stands_apart && named();
        if marked && self.lead_line(rich, place, &[], scope, own) {
            return;
        }
        self.prose(rich, place, scope, first);
    }

    fn vouched_purpose(&mut self, rich: &Rich, place: &Place, topic: usize) {
        let text = sentence::trim(&rich.plain());
        let name = self.reading.topics[topic].name.clone();
        let kept = sentence::first_sentences(&text, 60, 2).unwrap_or(text);
        let first = sentence::split(&kept)
            .into_iter()
            .next()
            .unwrap_or_default();
        let mut statement = statement::read(&first, &name);
        let rest = kept.get(first.len()..).unwrap_or("").trim();
        if !rest.is_empty() {
            let body = sentence::ended(&statement.body);
            statement.body = format!("{body} {rest}");
        }
        self.reading.topics[topic].purpose = Some(Purpose {
            text: kept,
            statement,
            line: place.line,
        });
    }

    /// Prose: the topic's purpose if it says it, and what single sentences
    /// let one ask.
    fn prose(&mut self, rich: &Rich, place: &Place, scope: &Scope, first: bool) {
        let Some(topic) = scope.topic else {
            self.skip(place.line, Reason::Narrative);
            return;
        };
        let text = rich.plain();
        let mut used = false;
        let mut sentences = sentence::split(&text).into_iter();
        if self.reading.topics[topic].purpose.is_none() && (first || scope.aspect.is_none()) {
            let opening: Vec<String> = sentences.clone().take(3).collect();
            for (i, s) in opening.iter().enumerate() {
                if let Some(p) = self.purpose_of(s, topic, place.line, first && i == 0, false) {
                    self.reading.topics[topic].purpose = Some(p);
                    used = true;
                    if i == 0 {
                        sentences.next();
                    }
                    break;
                }
            }
        }
        used |= self.sentences(sentences, topic, place.line);
        used |= self.bold_inside(rich, place.line, scope);
        if !used {
            self.skip(place.line, Reason::Narrative);
        }
    }

    /// Facts in the sentences that follow a purpose.
    fn sentences(
        &mut self,
        sentences: impl Iterator<Item = String>,
        topic: usize,
        line: u32,
    ) -> bool {
        let mut used = false;
        if self.language != Language::English {
            return false;
        }
        for s in sentences {
            if noise::invites(&s) || sentence::points(&s.to_lowercase()) {
                self.skip(line, Reason::Invitation);
                continue;
            }
            let name = self.reading.topics[topic].name.clone();
            if let Some(found) = prose::ask(&s, &name) {
                self.direct(topic, found, line);
                used = true;
                continue;
            }
            let statement = statement::read(&s, &name);
            if statement.about_term && sentence::stands_alone(&statement.body).is_ok() {
                used |= self.statement(topic, &s, statement, line, true);
            } else if name.is_in(&s.to_lowercase()) && sentence::stands_alone(&s).is_ok() {
                used |= self.statement(topic, &s, statement, line, true);
            }
        }
        used
    }

    fn direct(&mut self, topic: usize, found: prose::Found, line: u32) {
        self.reading.topics[topic].facts.push(Fact {
            key: found.key,
            ask: Ask::Direct(found.question),
            text: found.answer,
            line,
            shape: Shape::List,
        });
    }

    fn statement(
        &mut self,
        topic: usize,
        text: &str,
        statement: Statement,
        line: u32,
        prose: bool,
    ) -> bool {
        let text = sentence::trim(text);
        if words::count(&text) < 4 || words::count(&text) > MAX_ANSWER {
            return false;
        }
        self.reading.topics[topic].facts.push(Fact {
            key: ids::keywords(&statement.body),
            ask: Ask::Statement(statement, prose),
            text: sentence::ended(&text),
            line,
            shape: Shape::Description,
        });
        true
    }

    /// Terms in bold inside prose: explained in brackets, or merely listed.
    fn bold_inside(&mut self, rich: &Rich, line: u32, scope: &Scope) -> bool {
        let mut used = false;
        let group = self.new_group();
        let scope = Scope {
            group,
            shelf: None,
            ..scope.clone()
        };
        for (term, gloss) in prose::glosses(rich) {
            let Some(name) = Name::of(&term) else {
                continue;
            };
            let statement = statement::read(&gloss, &name);
            if sentence::stands_alone(&gloss).is_err() || statement.form == Form::Clause {
                continue;
            }
            let topic = self.add(name, line, &scope);
            self.reading.topics[topic].purpose = Some(Purpose {
                text: gloss,
                statement,
                line,
            });
            used = true;
        }
        let members = prose::bold_members(rich);
        if let Some(owner) = scope.topic
            && (3..=7).contains(&members.len())
            && self.language == Language::English
        {
            let name = self.reading.topics[owner].name.full.clone();
            let lower = rich.plain().to_lowercase();
            let what = [
                "options",
                "features",
                "components",
                "parts",
                "tools",
                "capabilities",
                "modes",
                "types",
                "services",
            ]
            .into_iter()
            .find(|w| sentence::contains_words(&lower, w))
            .unwrap_or("parts");
            self.reading.topics[owner].facts.push(Fact {
                key: what.to_owned(),
                ask: Ask::Direct(format!("Which {what} of {name} can you name?")),
                text: prose::list_answer(&members),
                line,
                shape: Shape::List,
            });
            used = true;
        }
        used
    }

    fn definitions(&mut self, terms: &[(Rich, Item)], scope: &Scope) {
        let scope = Scope {
            group: self.new_group(),
            ..scope.clone()
        };
        for (term, item) in terms {
            let lead = sentence::trim(&term.plain());
            let first = item.blocks.iter().find_map(|b| match b {
                Block::Paragraph(rich, _) => Some(rich.plain()),
                _ => None,
            });
            match first {
                Some(text) => {
                    let l = Lead {
                        lead,
                        text,
                        marked: true,
                    };
                    let whole = scope.topic.is_none_or(|t| {
                        self.reading.topics[t].purpose.is_none() || self.reading.topics[t].gathers
                    });
                    self.led(&l, item.place.line, &[], &scope, whole);
                }
                None => self.skip(item.place.line, Reason::Empty),
            }
        }
    }

    /// A list, with the line that introduced it.
    fn list(&mut self, items: &[Item], place: &Place, scope: &Scope, intro: Option<(Rich, Place)>) {
        if noise::link_list(items) {
            self.skip(place.line, Reason::Link);
            return;
        }
        let scope = match intro {
            Some((rich, at)) => match self.introduced(&rich, &at, items, scope) {
                Some(scope) => scope,
                None => return,
            },
            None => scope.clone(),
        };
        if scope.aspect.is_some() && self.aspect_list(items, place.line, &scope) {
            return;
        }
        let scope = Scope {
            group: self.new_group(),
            depth: scope.depth + 1,
            ..scope
        };
        if scope.depth > 24 {
            return;
        }
        let leads: Vec<Option<Lead>> = items
            .iter()
            .map(|i| first_line(i).and_then(lead::split))
            .collect();
        let own = self.leads_are_topics(&leads, items, &scope);
        let led = leads.iter().flatten().count();
        let dashed = leads.iter().flatten().filter(|l| !l.marked).count();
        let weak = led * 2 <= items.len() || dashed < 2 && (led - dashed) * 2 < items.len();
        for (i, (item, lead)) in items.iter().zip(&leads).enumerate() {
            // A lone dash in a list of sentences sets nothing off.
            let product = |l: &Lead| {
                l.lead.starts_with('`') || Name::of(&l.lead).is_some_and(|n| n.is_product())
            };
            let lone = weak
                && lead.as_ref().is_some_and(|l| !l.marked && !product(l))
                && item.blocks.len() == 1;
            if lone
                && let Some(rich) = first_line(item)
                && noise::paragraph(rich).is_none()
            {
                self.unled(rich, &item.place, &[], &scope, i == 0);
            } else {
                self.item(item, &scope, own, i == 0);
            }
        }
    }

    /// A pseudo-heading or an unfinished sentence before a list.
    fn introduced(
        &mut self,
        rich: &Rich,
        at: &Place,
        items: &[Item],
        scope: &Scope,
    ) -> Option<Scope> {
        let text = sentence::trim(&rich.plain());
        let bare = text.trim_end_matches([':', '：', ' ']).to_owned();
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
        let heading_like = !statement::has_own_verb(&bare)
            && words::count(&bare) <= 7
            && bare.starts_with(|c: char| !c.is_lowercase())
            && !vouched;
        if !heading_like {
            return Some(scope.clone());
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
    fn intro_question(&self, intro: &str, topic: usize) -> Option<String> {
        if self.language != Language::English {
            return None;
        }
        let name = &self.reading.topics[topic].name;
        let s = statement::read(intro, name);
        let x = &name.full;
        let body = s.body.as_str();
        if words::count(body) > 10 || sentence::points(&intro.to_lowercase()) {
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
                            && words::count(rest) <= 3 =>
                    {
                        Some(format!("What does {x} {base} {rest}?"))
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
                .iter()
                .any(|t| tail == *t)
                .then(|| format!("What can {x} be {tail}?"))
            }
            _ => None,
        }
    }

    /// An aspect told in a few short lines is one card.
    fn aspect_list(&mut self, items: &[Item], line: u32, scope: &Scope) -> bool {
        let (Some(topic), Some(aspect)) = (scope.topic, scope.aspect.clone()) else {
            return false;
        };
        let led = items
            .iter()
            .filter(|i| {
                first_line(i)
                    .and_then(lead::split)
                    .is_some_and(|l| !l.text.is_empty())
            })
            .count();
        if led * 2 > items.len() {
            return false;
        }
        let name = self.reading.topics[topic].name.clone();
        let question = if aspect.ends_with('?') {
            let named = name.is_in(&aspect.to_lowercase());
            if named {
                aspect.clone()
            } else {
                format!("{}: {}", name.full, sentence::lowered(&aspect))
            }
        } else if self.language == Language::English {
            let named = items
                .iter()
                .filter_map(first_line)
                .filter(|r| statement::read(&r.plain(), &name).form == Form::Fragment)
                .count();
            phrase::list_question(
                &name.said,
                &self.usage.calm(aspect.trim_end_matches([':', ' '])),
                named * 2 > items.len(),
            )
        } else {
            self.language.aspect(&name.full, &aspect)
        };
        if question.contains("the advice “") {
            self.skip(line, Reason::Unasked);
            return true;
        }
        self.list_fact(topic, &question, &ids::slug(&aspect), items, line)
    }

    /// One card for a list of two to six short lines.
    fn list_fact(
        &mut self,
        topic: usize,
        question: &str,
        key: &str,
        items: &[Item],
        line: u32,
    ) -> bool {
        let mut lines = Vec::new();
        for item in items {
            let Some(rich) = first_line(item) else {
                continue;
            };
            let text = sentence::trim(&rich.plain());
            if text.to_lowercase().trim_end_matches(['.', '…']) == "etc" {
                continue;
            }
            let whole = item.blocks.len() == 1 && sentence::stands_alone(&text).is_ok();
            if !whole || words::count(&text) > 14 {
                return false;
            }
            lines.push(sentence::capitalised(
                text.trim_end_matches(['.', ';', ',']),
            ));
        }
        let total: usize = lines.iter().map(|l| words::count(l)).sum();
        if !(2..=6).contains(&lines.len()) || total > 42 {
            return false;
        }
        let text = lines
            .iter()
            .map(|l| format!("- {l}"))
            .collect::<Vec<_>>()
            .join("\n");
        self.reading.topics[topic].facts.push(Fact {
            key: key.to_owned(),
            ask: Ask::Direct(question.to_owned()),
            text,
            line,
            shape: Shape::List,
        });
        true
    }

    /// Whether the led lines of a list are topics of their own rather than
    /// parts of the topic above.
    fn leads_are_topics(&self, leads: &[Option<Lead>], items: &[Item], scope: &Scope) -> bool {
        let Some(topic) = scope.topic.map(|t| &self.reading.topics[t]) else {
            return true;
        };
        if topic.vouched() {
            return false;
        }
        let named: Vec<Name> = leads
            .iter()
            .zip(items)
            .filter_map(|(l, i)| {
                l.as_ref()
                    .filter(|l| !l.text.is_empty() || i.blocks.len() > 1)
            })
            .filter(|l| !phrase::is_aspect(&l.lead))
            .filter_map(|l| Name::of(&l.lead))
            .collect();
        if named.is_empty() || scope.aspect.is_some() {
            return false;
        }
        let proper = named.iter().filter(|n| n.is_proper()).count();
        let mostly_proper = proper * 2 > named.len();
        if scope.shelf.is_some() {
            let a_thing =
                topic.purpose.is_some() && topic.name.is_proper() && !topic.name.is_plural();
            return !a_thing;
        }
        topic.purpose.is_none()
            && topic.facts.is_empty()
            && mostly_proper
            && !topic.name.is_proper()
    }

    fn item(&mut self, item: &Item, scope: &Scope, own: bool, first: bool) {
        if let Some(Block::Heading(_, rich, attributes, place)) = item.blocks.first() {
            let section = Section {
                level: 7,
                heading: rich.clone(),
                attributes: attributes.clone(),
                place: place.clone(),
                blocks: item.blocks[1..].to_vec(),
                children: Vec::new(),
            };
            self.section(&section, scope);
            return;
        }
        let Some(rich) = first_line(item) else {
            self.blocks(&item.blocks, scope);
            return;
        };
        if let Some(reason) = noise::paragraph(rich) {
            self.skip(item.place.line, reason);
            return;
        }
        if item.task.is_some() {
            // A box to tick is something to do, not to know.
            self.skip(item.place.line, Reason::Unasked);
            return;
        }
        let nested = &item.blocks[1..];
        if self.lead_line(rich, &item.place, nested, scope, own) {
            return;
        }
        self.unled(rich, &item.place, nested, scope, first);
    }

    /// A line with a lead; whether it was one.
    fn lead_line(
        &mut self,
        rich: &Rich,
        place: &Place,
        nested: &[Block],
        scope: &Scope,
        own: bool,
    ) -> bool {
        let Some(l) = lead::split(rich).or_else(|| bare_name(rich, nested)) else {
            return false;
        };
        if l.text.is_empty() && nested.is_empty() {
            return false;
        }
        if phrase::is_illustration(&l.lead)
            && !scope
                .topic
                .is_some_and(|t| self.reading.topics[t].vouched())
        {
            self.skip(place.line, Reason::Unasked);
            return true;
        }
        let vouched = scope.topic.is_some_and(|t| self.reading.topics[t].vouched());
        if Name::of(&l.lead).is_none() && !phrase::is_aspect(&l.lead) && !vouched {
            return false;
        }
        // `**What is a quorum?** …` names its subject.
        let asks = l.lead.ends_with('?')
            && ["what is ", "what are "]
                .iter()
                .any(|w| l.lead.to_lowercase().starts_with(w));
        let own = own || asks;
        let before = self.reading.topics.len();
        self.led(&l, place.line, nested, scope, own);
        if let Some(topic) = (self.reading.topics.len() > before).then_some(before) {
            let inner = Scope {
                topic: Some(topic),
                ..scope.clone()
            };
            self.bold_inside(rich, place.line, &inner);
        }
        true
    }

    /// What a lead introduces: a topic of its own, or a fact.
    fn led(&mut self, l: &Lead, line: u32, nested: &[Block], scope: &Scope, own: bool) {
        let what_is = own && l.lead.ends_with('?');
        let aspect = !what_is && phrase::is_aspect(&l.lead);
        let owner = scope.topic;
        if let Some(topic) = owner.filter(|_| defines(&l.lead) && scope.aspect.is_none())
            && self.reading.topics[topic].purpose.is_none()
        {
            let first = sentence::split(&l.text)
                .into_iter()
                .next()
                .unwrap_or_default();
            let gathers = std::mem::replace(&mut self.reading.topics[topic].gathers, false);
            let found = self.purpose_of(&first, topic, line, true, true);
            self.reading.topics[topic].gathers = gathers;
            if found.is_some() && !(gathers && self.reading.topics[topic].name.is_plural()) {
                self.reading.topics[topic].purpose = found;
                return;
            }
        }
        if let (true, false, Some(name)) = (own || owner.is_none(), aspect, Name::of(&l.lead))
            && (what_is || !acts(&l.lead))
        {
            let topic = self.add(name, line, scope);
            let above_title = scope.topic.is_some_and(|t| self.reading.topics[t].rank > 1);
            if let Some(shelf) = scope.shelf.as_ref().filter(|s| !s.is_empty()) {
                let t = &mut self.reading.topics[topic];
                t.category = t
                    .category
                    .take()
                    .or_else(|| above_title.then(|| shelf.clone()));
                let head = [" of ", " for ", " in ", " on "]
                    .iter()
                    .fold(shelf.as_str(), |h, p| h.split(p).next().unwrap_or(h));
                t.kind = lexicon::kind_at_end(head)
                    .filter(|(_, p)| *p)
                    .map(|(k, _)| k);
            }
            self.own_topic(topic, l, line, nested, scope);
            return;
        }
        let Some(topic) = owner else {
            self.skip(line, Reason::Unasked);
            return;
        };
        if l.text.is_empty() {
            let name = Name::of(&l.lead)
                .filter(|n| n.is_proper() && !aspect && !self.reading.topics[topic].vouched());
            if let Some(name) = name {
                let part = self.add(name, line, scope);
                self.own_topic(part, l, line, nested, scope);
                return;
            }
            let lower = l.lead.to_lowercase();
            let first = lower.split_whitespace().next().unwrap_or("");
            let clause = matches!(
                first,
                "can" | "must" | "may" | "is" | "are" | "has" | "supports" | "allows" | "provides"
            ) || lower
                .split_whitespace()
                .any(|w| matches!(w, "this" | "these" | "we" | "it" | "you" | "following"))
                || acts(&l.lead);
            if !aspect && (clause || words::count(&l.lead) > 4) {
                self.skip(line, Reason::Unfinished);
                return;
            }
            let inner = Scope {
                aspect: Some(l.lead.clone()),
                shelf: None,
                depth: scope.depth + 1,
                ..scope.clone()
            };
            self.blocks(nested, &inner);
            return;
        }
        self.fact(topic, l, line, scope);
    }

    fn own_topic(&mut self, topic: usize, l: &Lead, line: u32, nested: &[Block], scope: &Scope) {
        let mut sentences = sentence::split(&l.text).into_iter();
        if let Some(first) = sentences.next() {
            match self.purpose_of(&first, topic, line, true, true) {
                Some(p) => self.reading.topics[topic].purpose = Some(p),
                None => {
                    let text = sentence::trim(&first);
                    let name = self.reading.topics[topic].name.clone();
                    let fits = sentence::stands_alone(&text).is_ok()
                        && words::count(&text) <= MAX_ANSWER
                        && words::content(&text).len() >= 3
                        && !instructs(&text);
                    if fits {
                        self.reading.topics[topic].purpose = Some(Purpose {
                            statement: Statement {
                                form: Form::Clause,
                                ..statement::read(&text, &name)
                            },
                            text,
                            line,
                        });
                    } else {
                        let why = sentence::stands_alone(&text).err().unwrap_or(Reason::Short);
                        self.skip(line, why);
                    }
                }
            }
            self.sentences(sentences, topic, line);
        }
        let inner = Scope {
            topic: Some(topic),
            shelf: None,
            aspect: None,
            depth: scope.depth + 1,
            ..scope.clone()
        };
        self.blocks(nested, &inner);
    }

    /// A fact under a lead.
    fn fact(&mut self, topic: usize, l: &Lead, line: u32, scope: &Scope) {
        let text = sentence::trim(&l.text);
        let vouched = self.reading.topics[topic].vouched();
        let own_name = self.reading.topics[topic]
            .name
            .aliases
            .contains(&l.lead.to_lowercase());
        if own_name && !vouched {
            let found = self.purpose_of(&text, topic, line, true, true);
            let topic = &mut self.reading.topics[topic];
            match found {
                Some(purpose) if topic.purpose.is_none() => topic.purpose = Some(purpose),
                _ => self.skip(line, Reason::Repeated),
            }
            return;
        }
        if !vouched
            && self.language == Language::English
            && !phrase::is_aspect(&l.lead)
            && acts(&l.lead)
        {
            // `Supports 3 channels: …` asks for the channels, if at all.
            match (self.intro_question(&l.lead, topic), prose::members(&text)) {
                (Some(question), Some(members)) => {
                    let found = prose::Found {
                        question,
                        answer: prose::list_answer(&members),
                        key: ids::keywords(&l.lead),
                    };
                    self.direct(topic, found, line);
                }
                _ => self.skip(line, Reason::Unasked),
            }
            return;
        }
        let kept = if vouched {
            Some(text.clone())
        } else {
            sentence::first_sentences(&text, MAX_ANSWER, 2)
        };
        let Some(kept) = kept else {
            self.skip(line, Reason::Long);
            return;
        };
        if let Err(reason) = sentence::stands_alone(&kept)
            && !(vouched && matches!(reason, Reason::Leans | Reason::Symbols))
        {
            self.skip(line, reason);
            return;
        }
        if words::count(&kept) < 2 && !vouched {
            self.skip(line, Reason::Short);
            return;
        }
        let lead = match &scope.aspect {
            Some(aspect)
                if !aspect.ends_with('?') && !vouched && !phrase::is_vague_aspect(aspect) =>
            {
                format!("{}{}{aspect}", l.lead, phrase::UNDER)
            }
            _ => l.lead.clone(),
        };
        self.reading.topics[topic].facts.push(Fact {
            key: ids::slug(&l.lead),
            ask: Ask::Lead(self.usage.calm(if vouched || scope.aspect.is_none() {
                &l.lead
            } else {
                &lead
            })),
            text: sentence::ended(&sentence::capitalised(without_copula(&kept))),
            line,
            shape: Shape::Feature,
        });
    }

    /// A line without a lead.
    fn unled(&mut self, rich: &Rich, place: &Place, nested: &[Block], scope: &Scope, first: bool) {
        let line = place.line;
        let Some(topic) = scope.topic else {
            self.skip(line, Reason::Unasked);
            self.blocks(nested, scope);
            return;
        };
        let text = rich.plain();
        let mut sentences = sentence::split(&text).into_iter();
        let mut used = false;
        if self.reading.topics[topic].purpose.is_none() && scope.aspect.is_none() {
            let opening = sentences.clone().next().unwrap_or_default();
            let allowed = first && self.reading.topics[topic].facts.is_empty();
            if let Some(p) = self.purpose_of(&opening, topic, line, allowed, false) {
                self.reading.topics[topic].purpose = Some(p);
                sentences.next();
                used = true;
            }
        }
        let name = self.reading.topics[topic].name.clone();
        if let [Block::List(items, _)] = nested
            && text.trim_end().ends_with([':', '：'])
            && let Some(question) =
                self.intro_question(text.trim_end().trim_end_matches([':', '：']), topic)
            && self.list_fact(topic, &question, &ids::keywords(&text), items, line)
        {
            return;
        }
        let rest: Vec<String> = sentences.collect();
        for s in rest {
            if let Some(found) = prose::ask(&s, &name) {
                if self.language == Language::English {
                    self.direct(topic, found, line);
                    used = true;
                    continue;
                }
            }
            let trimmed = sentence::trim(&s);
            let statement = statement::read(&trimmed, &name);
            let alone = if statement.about_term {
                sentence::stands_alone(&statement.body)
            } else {
                sentence::stands_alone(&trimmed)
            };
            match alone {
                Ok(()) => used |= self.statement(topic, &s, statement, line, false),
                Err(reason) if !used => {
                    self.skip(line, reason);
                    used = true;
                }
                Err(_) => {}
            }
        }
        used |= self.bold_inside(rich, line, scope);
        if !used {
            self.skip(line, Reason::Short);
        }
        if !nested.is_empty() {
            // What is nested under a sentence explains the sentence.
            let inner = Scope {
                aspect: Some(String::new()),
                depth: scope.depth + 1,
                ..scope.clone()
            };
            for block in nested {
                if let Block::List(items, _) = block {
                    self.nested_glossary(items, &inner);
                }
            }
        }
    }

    /// Of lines nested under a sentence only those are used that explain a
    /// term of their own.
    fn nested_glossary(&mut self, items: &[Item], scope: &Scope) {
        for item in items {
            let line = item.place.line;
            let led = first_line(item).and_then(lead::split);
            match led {
                Some(l)
                    if l.marked
                        && !l.text.is_empty()
                        && !phrase::is_aspect(&l.lead)
                        && !phrase::is_illustration(&l.lead)
                        && Name::of(&l.lead).is_some_and(|n| n.is_proper()) =>
                {
                    let plain = Scope {
                        aspect: None,
                        shelf: None,
                        ..scope.clone()
                    };
                    self.led(&l, line, &[], &plain, false);
                }
                _ => self.skip(line, Reason::Leans),
            }
        }
    }

    /// The purpose that a sentence states, if it does.
    pub(super) fn purpose_of(
        &self,
        text: &str,
        topic: usize,
        line: u32,
        opening: bool,
        led: bool,
    ) -> Option<Purpose> {
        let t = &self.reading.topics[topic];
        let text = sentence::trim(text);
        if noise::invites(&text) || words::count(&text) > MAX_PURPOSE {
            return None;
        }
        let mut statement = statement::read(&text, &t.name);
        if self.language != Language::English {
            statement = foreign(&text, &t.name);
            let enough = words::count(&text) >= 3
                && statement.form != Form::Clause
                && sentence::stands_alone(&statement.body).is_ok();
            return (opening && enough && !t.gathers).then_some(Purpose {
                text,
                statement,
                line,
            });
        }
        let alone = sentence::stands_alone(&statement.body).is_ok();
        let form = match statement.form {
            Form::Clause => false,
            Form::Modal => statement.about_term && opening,
            Form::Fragment => {
                let known = t.name.is_product()
                    || self.usage.is_brand(&t.name.short)
                    || statement.kind().is_some();
                let told = words::content(&statement.body).len() >= 3;
                words::count(&statement.body) <= 32
                    && (statement.about_term || led || opening && known && told)
                    && !statement.body.starts_with(|c: char| c.is_ascii_digit())
                    && !instructs(&statement.body)
                    && !only_qualities(&statement.body)
            }
            Form::Base if instructs(&statement.body) => false,
            Form::Base | Form::To => led || statement.about_term,
            Form::Verb if statement.body.starts_with("is ") => {
                statement.about_term
                    && words::count(&statement.body) >= 5
                    && !only_qualities(statement.body.trim_start_matches("is "))
            }
            Form::Verb if !led && !statement.about_term => opening && !dull(&statement.body),
            _ => statement.about_term || opening,
        };
        let about =
            (statement.about_term || !t.gathers) && !statement.body.starts_with("means that");
        let enough = words::content(&statement.body).len() >= 2;
        (alone && form && about && enough && (opening || statement.about_term)).then_some(Purpose {
            text,
            statement,
            line,
        })
    }
}

/// Whether a lead is an action or a clause rather than a name.
pub(super) fn acts(lead: &str) -> bool {
    let lower = lead.to_lowercase();
    let mut parts = lower.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next());
    let ambiguous = lexicon::is_either(first) || lexicon::is_either(&lexicon::plural(first));
    second.is_some()
        && !ambiguous
        && (lexicon::base_of(first).is_some()
            || lexicon::is_base_verb(first) && !first.ends_with("ing"))
        || statement::has_own_verb(lead)
        || matches!(
            first,
            "can" | "must" | "should" | "may" | "is" | "are" | "not" | "no" | "doesn't" | "does"
        )
}

/// Leads that announce what their topic is.
fn defines(lead: &str) -> bool {
    matches!(
        lead.trim().to_lowercase().as_str(),
        "definition"
            | "description"
            | "purpose"
            | "what"
            | "what it is"
            | "what is it"
            | "what it does"
            | "meaning"
            | "summary"
            | "overview"
            | "def"
            | "idea"
            | "main idea"
            | "about"
            | "in short"
            | "tl;dr"
            | "goal"
            | "function"
    )
}

/// A line that is only a name, with a list of its own under it.
fn bare_name(rich: &Rich, nested: &[Block]) -> Option<Lead> {
    let text = sentence::trim(&rich.plain());
    let listed = matches!(nested, [Block::List(items, _), ..] if items.len() > 1);
    let named = words::count(&text) <= 4
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', '!', '?', ','])
        && !statement::has_own_verb(&text)
        && !acts(&text)
        && Name::of(&text).is_some();
    (listed && named).then(|| Lead {
        lead: text,
        text: String::new(),
        marked: true,
    })
}

/// `is a store that …` → `a store that …`, after a lead.
fn without_copula(text: &str) -> &str {
    ["is ", "are "]
        .iter()
        .find_map(|v| text.strip_prefix(v))
        .filter(|rest| {
            ["a ", "an ", "the ", "one "]
                .iter()
                .any(|a| rest.starts_with(a))
        })
        .unwrap_or(text)
}

/// Steps to follow rather than a description.
fn instructs(body: &str) -> bool {
    let first = body.split_whitespace().next().unwrap_or("").to_lowercase();
    matches!(
        first.as_str(),
        "paste"
            | "click"
            | "choose"
            | "select"
            | "go"
            | "enter"
            | "type"
            | "open"
            | "navigate"
            | "press"
            | "copy"
            | "download"
            | "install"
            | "run"
            | "log"
            | "sign"
            | "visit"
            | "check"
            | "set"
            | "try"
            | "pick"
            | "name"
            | "leave"
            | "follow"
            | "watch"
            | "read"
            | "see"
            | "review"
            | "practice"
            | "practise"
            | "study"
            | "memorize"
            | "understand"
            | "learn"
            | "know"
            | "remember"
            | "ensure"
            | "make"
            | "just"
            | "wait"
            | "keep"
            | "don't"
            | "do"
            | "start"
            | "stop"
            | "use"
            | "consider"
            | "think"
            | "ask"
            | "avoid"
            | "note"
            | "look"
            | "test"
            | "load"
            | "take"
            | "put"
            | "give"
            | "get"
            | "let"
            | "be"
    )
}

/// Verbs that say something of a thing without saying what it is for.
fn dull(body: &str) -> bool {
    let first = body.split_whitespace().next().unwrap_or("");
    matches!(
        first,
        "considers"
            | "expects"
            | "supports"
            | "accepts"
            | "requires"
            | "needs"
            | "works"
            | "has"
            | "takes"
            | "comes"
            | "costs"
            | "depends"
            | "does"
            | "gets"
            | "goes"
            | "starts"
            | "ends"
            | "integrates"
            | "includes"
            | "contains"
            | "varies"
            | "charges"
            | "looks"
            | "uses"
            | "performs"
            | "consists"
            | "exists"
            | "lives"
            | "scales"
            | "assumes"
            | "means"
            | "is"
    )
}

/// `fully managed, cost effective, …`: qualities, but of what?
fn only_qualities(body: &str) -> bool {
    let first = body.split([',', ';', '.', '(']).next().unwrap_or("");
    let words: Vec<&str> = first.split_whitespace().collect();
    let last = words.last().map(|w| w.to_lowercase()).unwrap_or_default();
    let opening = words.first().map(|w| w.to_lowercase()).unwrap_or_default();
    let adjective = |w: &str| {
        w.ends_with("able")
            || w.ends_with("ive")
            || matches!(
                w,
                "serverless"
                    | "real-time"
                    | "durable"
                    | "secure"
                    | "cheap"
                    | "fast"
                    | "available"
                    | "simple"
                    | "easy"
                    | "free"
                    | "flexible"
                    | "regional"
                    | "global"
                    | "stateless"
                    | "stateful"
                    | "elastic"
                    | "automatic"
                    | "faster"
                    | "cheaper"
                    | "supervised"
                    | "unsupervised"
            )
    };
    let praise = matches!(
        opening.as_str(),
        "great"
            | "good"
            | "best"
            | "better"
            | "expensive"
            | "cheap"
            | "cheaper"
            | "fast"
            | "faster"
            | "ideal"
            | "perfect"
            | "useful"
            | "suitable"
            | "recommended"
            | "available"
            | "more"
            | "less"
            | "only"
            | "very"
            | "kept"
            | "same"
            | "similar"
            | "not"
            | "no"
            | "always"
            | "never"
            | "up"
            | "default"
            | "free"
            | "limited"
            | "simple"
            | "easy"
            | "easier"
            | "hard"
            | "important"
            | "optional"
            | "mandatory"
            | "required"
            | "allowed"
            | "possible"
            | "worse"
            | "lower"
            | "higher"
            | "too"
            | "also"
            | "must"
            | "most"
            | "slow"
            | "slower"
            | "just"
            | "like"
            | "than"
            | "generally"
            | "usually"
            | "typically"
            | "mostly"
            | "often"
            | "mainly"
            | "basically"
            | "really"
            | "actually"
            | "currently"
            | "normally"
            | "using"
    );
    let participle = opening.ends_with("ed")
        && !matches!(
            opening.as_str(),
            "designed" | "used" | "intended" | "optimised" | "optimized" | "dedicated"
        )
        && words.get(1).is_some_and(|w| {
            matches!(
                *w,
                "on" | "by"
                    | "in"
                    | "for"
                    | "with"
                    | "at"
                    | "from"
                    | "to"
                    | "as"
                    | "using"
                    | "when"
                    | "if"
                    | "per"
            )
        });
    praise || participle || words.len() <= 3 && (last.ends_with("ed") || adjective(&last))
}

/// A description in a language whose grammar isn't taken apart: only the
/// subject is taken off where that is safe.
pub(super) fn foreign(text: &str, name: &Name) -> Statement {
    let stripped = [&name.full, &name.short].into_iter().find_map(|subject| {
        let rest = text.strip_prefix(subject.as_str())?.trim_start();
        ["とは、", "とは", "は、", "は", "是", "：", ":"]
            .iter()
            .find_map(|p| rest.strip_prefix(p))
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

/// The text of an item's first line.
fn first_line(item: &Item) -> Option<&Rich> {
    match item.blocks.first() {
        Some(Block::Paragraph(rich, _)) => Some(rich),
        _ => None,
    }
}

/// Whether a paragraph before a list announces the list.
fn introduces(rich: &Rich, scope: &Scope, walk: &Walk<'_>) -> bool {
    let text = rich.plain();
    if text.trim_end().ends_with([':', '：']) && sentence::split(&text).len() == 1 {
        return true;
    }
    let vouched = scope
        .topic
        .is_some_and(|t| walk.reading.topics[t].vouched());
    let short = words::count(&text) <= 6 && !text.ends_with(['.', '!', '?']);
    short
        && !vouched
        && rich.lines().len() == 1
        && !statement::has_own_verb(&text)
        && Name::of(&text).is_some()
}

/// A remark that the dialect knows.
pub(super) enum Remark {
    Reference,
    Status,
}

/// `Reference: …` and `Status: …` lines of a quotation.
pub(super) fn remarks(rich: &Rich) -> Vec<(Remark, String)> {
    let text = rich.plain();
    let mut out = Vec::new();
    for (label, kind) in [("Reference:", true), ("Status:", false)] {
        let Some(at) = text.find(label) else {
            continue;
        };
        let tail = text.get(at + label.len()..).unwrap_or("");
        let end = ["Reference:", "Status:", "Explanation:"]
            .iter()
            .filter_map(|l| tail.find(l))
            .min()
            .unwrap_or(tail.len());
        let value = tail[..end].trim().to_owned();
        if !value.is_empty() {
            out.push((
                if kind {
                    Remark::Reference
                } else {
                    Remark::Status
                },
                value,
            ));
        }
    }
    out
}

/// Whether a heading gathers topics: by its plural, or by what stands under it.
fn is_shelf(name: &Name, section: &Section) -> bool {
    let last = name
        .short
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .to_lowercase();
    let generic = matches!(
        last.as_str(),
        "concepts"
            | "terms"
            | "basics"
            | "fundamentals"
            | "topics"
            | "notes"
            | "others"
            | "services"
            | "glossary"
            | "terminology"
            | "keywords"
            | "definitions"
            | "acronyms"
            | "abbreviations"
            | "engineering"
            | "vocabulary"
            | "essentials"
            | "miscellaneous"
    );
    let plural_kind = lexicon::kind_at_end(&name.short).is_some_and(|(_, plural)| plural);
    let children = section
        .children
        .iter()
        .filter(|c| {
            let title = c.heading.plain();
            !phrase::is_aspect(&title)
                && noise::heading(&title).is_none()
                && Name::of(&title).is_some()
        })
        .count();
    let title_like = section.level == 1 && children > 0;
    generic || plural_kind || children >= 2 || title_like
}
