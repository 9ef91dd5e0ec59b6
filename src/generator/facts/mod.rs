//! From outline to topics: which fact belongs to which term.
//!
//! A heading is a topic, an aspect of the topic above it, or a shelf that
//! gathers topics; a line is the purpose of its topic, a fact under a lead, or
//! a topic of its own. Everything else is left out, with line and reason.

pub(super) use classes::acts_within;
pub(super) use meaning::is_template;

use super::account::Reason;
use super::clause;
use super::language::{self, Language};
use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::noise;
use super::outline::{Row, Section};
use super::sentence;
use super::topic::{Reading, Topic};
use super::usage::Usage;
use super::words;
use std::collections::{HashMap, HashSet};

mod answers;
mod aside;
mod blocks;
mod bold;
mod classes;
mod definition;
mod dialogues;
#[cfg(test)]
mod eastern_tests;
mod enter;
mod fact;
mod foreign;
mod foreign_lists;
#[cfg(test)]
mod foreign_tests;
pub(super) mod headings;
pub(super) mod homes;
mod introduced;
mod judgement;
mod kin;
mod labels;
mod layout;
mod lines;
mod lists;
mod meaning;
mod own;
mod paragraphs;
mod plain_below;
mod questions;
mod quotes;
mod refusals;
mod repeated;
mod runs;
mod shelf;
mod subject;
pub(super) mod titled;
mod told_below;
mod tongues;
mod unled;

pub(super) use aside::aside;
pub(super) use judgement::acts;
pub(super) use meaning::advises;
pub(super) use tongues::foreign;

/// The longest answer in words.
pub(super) const MAX_ANSWER: usize = 48;

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
    /// Whether nothing of the section was read before this block.
    pub(super) opening: bool,
    /// Whether a list stands further down than what its heading announces.
    pub(super) later: bool,
    /// Whether lines only show a thing in use: uses, examples, scenarios.
    pub(super) shown: bool,
    /// Whether tables only hold samples (`Examples`).
    pub(super) sample: bool,
    /// Whether the aspect stands below a label that is no aspect: whose it is
    /// nobody can tell.
    pub(super) inner: bool,
    /// Whether lines say what part a thing plays for the one above.
    pub(super) partners: bool,
    /// Whether headings below are places where the thing above is found.
    pub(super) places: bool,
    /// The thing by name in whose section this stands, be its chapters topics
    /// or not.
    pub(super) home: Option<String>,
}

/// A walk over one document.
pub(super) struct Walk<'a> {
    pub(super) file: &'a str,
    pub(super) language: Language,
    pub(super) usage: Usage,
    by_name: HashMap<String, usize>,
    /// What was said of labels that come back, to tell it once.
    defined: HashMap<String, Vec<std::collections::BTreeSet<String>>>,
    /// Leads that come back in list after list.
    repeated: HashSet<String>,
    /// How the page numbers and repeats its headings.
    pub(super) layout: layout::Layout,
    pub(super) reading: Reading,
    groups: u32,
    /// The sentences that define their topics, where they aren't the first.
    awaited: HashMap<usize, String>,
    /// What the lines of the list share that is being read.
    kin: kin::Kin,
    /// Sections in the dialect of questions, for the author's own reader.
    pub(super) authored: Vec<Section>,
    /// Headings of topics that carry attributes, without what stands below.
    pub(super) vouched: Vec<Section>,
    /// Told the lines that are done: nearly all of the time goes here.
    watch: &'a mut dyn FnMut(usize),
}

impl<'a> Walk<'a> {
    pub(super) fn new(file: &'a str, text: &str, watch: &'a mut dyn FnMut(usize)) -> Self {
        Self {
            file,
            language: Language::of(text),
            usage: Usage::of(text),
            by_name: HashMap::new(),
            defined: HashMap::new(),
            repeated: HashSet::new(),
            layout: layout::Layout::default(),
            reading: Reading::of(text),
            groups: 0,
            awaited: HashMap::new(),
            kin: kin::Kin::default(),
            authored: Vec::new(),
            vouched: Vec::new(),
            watch,
        }
    }

    pub(super) fn done(&mut self, line: u32) {
        (self.watch)(line as usize);
    }

    pub(super) fn skip(&mut self, line: u32, reason: Reason) {
        self.reading.skip(self.file, line, reason, None);
    }

    pub(super) fn new_group(&mut self) -> u32 {
        self.groups += 1;
        self.groups
    }

    /// Reads a document.
    pub(super) fn root(&mut self, root: &Section, title: &str) {
        self.repeated = repeated::leads(root);
        self.layout = layout::Layout::of(root);
        let spoken =
            || title.starts_with(char::is_uppercase) && self.reading.mentions.exceed(title, 1);
        let titled = self.home_of(title).filter(|_| spoken());
        let scope = Scope {
            group: self.new_group(),
            home: titled
                .or_else(|| self.opening(root))
                .or_else(|| self.untranslated(root)),
            ..Scope::default()
        };
        self.reading.makers = self.usage.makers();
        self.reading.subject = scope.home.clone().or_else(|| self.titled(root));
        self.blocks(&root.blocks, &scope);
        for child in &root.children {
            self.section(child, &scope);
        }
        self.one_language();
    }

    fn section(&mut self, section: &Section, above: &Scope) {
        if above.depth > 24 {
            return;
        }
        let title = sentence::trim(&section.heading.plain());
        let title = match section.attributes.id {
            None => questions::unlettered(self.layout.uncounted(&title, section.level)).to_owned(),
            Some(_) => title,
        };
        let line = section.place.line;
        let lower = title.to_lowercase();
        // Notes on cards of another kind have parts of their own.
        let whole = section.attributes.id.is_some() || section.children.is_empty();
        let card = lower.starts_with("card:") && whole;
        let question = (lower.starts_with("question:") || lower == "question")
            && super::authored::is_dialect(section);
        if question || card {
            self.authored.push(section.clone());
            return;
        }
        if section.attributes.id.is_some() {
            self.vouched.push(Section {
                attributes: section.attributes.clone(),
                place: section.place.clone(),
                ..Section::default()
            });
        }
        let remark = self.language != Language::English && language::is_remark(&title);
        if remark && section.level > 1 && !crate::generator::aspect::is_aspect(&title) {
            self.skip(line, Reason::Apparatus);
            return;
        }
        // A title names the notes, whatever it says.
        let apparatus = noise::heading(&title).filter(|_| section.level > 1);
        if let Some(reason) = apparatus {
            self.skip(line, reason);
            // A list of contents ends where the next heading begins.
            if noise::lists_contents(&title) {
                for child in &section.children {
                    self.section(child, above);
                }
            }
            return;
        }
        if section.attributes.id.is_none() && self.own_question(section, &title, above) {
            for child in &section.children {
                self.section(child, above);
            }
            return;
        }
        if self.labelled_prose(section, &title, above) {
            return;
        }
        let before_questions = self.authored.len();
        let (before_topics, before_skips) = (self.reading.topics.len(), self.reading.skipped.len());
        let mut here = self.enter(section, &title, above);
        here.depth = above.depth + 1;
        here.home = self.home_of(&title).or_else(|| above.home.clone());
        let part = above.topic.is_some_and(|t| !self.reading.topics[t].gathers);
        if part && self.language == Language::English && headings::digresses(&title) {
            here.home = None;
            here.topic = None;
        }
        let shows = headings::shows_use(&title)
            || self.language != Language::English && language::illustrates(&title);
        here.shown |= shows && section.attributes.id.is_none();
        here.sample = section.attributes.id.is_none()
            && matches!(lower.trim_end_matches(':'), "example" | "examples");
        here.places = headings::places(&title) && section.attributes.id.is_none();
        here.partners = section.attributes.id.is_none()
            && match self.language {
                Language::English => headings::names_partners(&title),
                _ => language::names_partners(&title),
            };
        self.blocks(&section.blocks, &here);
        let below = Scope {
            group: self.new_group(),
            partners: false,
            inner: false,
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

    /// Whether a table of two columns tells attributes of the topic it stands
    /// under: its labels come back in other tables, or its head says so.
    pub(super) fn is_card(&self, topic: usize, heads: &[String], body: &[Row]) -> bool {
        static LABELS: Listed = Listed::new(
            "element attribute property aspect characteristic parameter detail spec specification \
            項目 属性 要素 観点 항목 项目 項目名",
        );
        static VALUES: Listed = Listed::new(
            "details detail value values information info specification limit limits 内容 値 詳細 \
            説明 内容・説明 내용 설명 说明 說明 内容说明",
        );
        let t = &self.reading.topics[topic];
        let come_back = body
            .iter()
            .filter_map(|r| r.cells.first())
            .filter(|c| self.is_attribute(&c.plain()))
            .count();
        let value = heads[1].to_lowercase();
        let value = value.split('/').map(str::trim).all(|w| VALUES.has(w));
        let said = LABELS.has(&heads[0].to_lowercase()) && value;
        let labels = body.iter().filter_map(|r| r.cells.first());
        let common = labels
            .filter(|c| Name::of(&c.plain()).is_none_or(|n| !n.is_product()))
            .count();
        !t.gathers && (come_back * 2 > body.len() || said && common == body.len())
    }

    /// The topic of the page's title.
    pub(super) fn title(&self) -> Option<usize> {
        self.reading.topics.iter().position(|t| t.rank == 1)
    }

    /// Whether a lead says one thing of each of many.
    pub(super) fn is_attribute(&self, lead: &str) -> bool {
        self.repeated.contains(&repeated::key(lead))
    }

    /// Whether a topic is a thing that facts can belong to, though it may
    /// gather others as a page's title does.
    pub(super) fn is_thing(&self, topic: Option<usize>) -> bool {
        topic.map(|t| &self.reading.topics[t]).is_some_and(|t| {
            !t.gathers
                || t.purpose.is_some()
                || t.name.is_product()
                || self.usage.is_brand(&t.name.short)
        })
    }

    /// The topic of that name, if a heading or line opened it before.
    ///
    /// A name that a line or row in one thing's section and another elsewhere
    /// call is a part of neither.
    pub(super) fn find_or_add(&mut self, name: Name, line: u32, scope: &Scope) -> usize {
        let known = self.by_name.get(&name.short.to_lowercase()).copied();
        let Some(known) = known else {
            return self.add(name, line, scope);
        };
        let topics = &self.reading.topics;
        let t = &topics[known];
        let here = scope.topic.filter(|o| !topics[*o].gathers);
        let strays = !t.vouched() && t.rank > 6 && t.owner.is_some() && t.owner != here;
        if strays && here != Some(known) && self.places_itself(&t.name) {
            let same = t.home.is_some() && t.home == self.home_in(scope);
            match same {
                true => self.reading.topics[known].owner = None,
                false => self.reading.topics[known].unplace(),
            }
        }
        known
    }

    /// Whether a name is one particular thing's, wherever it stands.
    fn places_itself(&self, name: &Name) -> bool {
        let short = name.short.as_str();
        let lone = || {
            !short.contains(' ')
                && short.starts_with(|c: char| c.is_ascii_uppercase())
                && self.usage.calm(short).starts_with(char::is_uppercase)
        };
        name.is_product()
            || name.branded
            || name.is_lettered()
            || name.is_proper() && short.contains(' ')
            || lone()
    }

    /// Whether any of the names was a heading or a line's before.
    pub(super) fn knows_any(&self, names: &[String]) -> bool {
        names.iter().any(|n| {
            self.knows(n)
                || Name::of(n).is_some_and(|n| n.is_product() || self.usage.is_brand(&n.short))
        })
    }

    /// Whether a line of the notes sets the two against each other.
    pub(super) fn sets_apart(&self, a: &str, b: &str) -> bool {
        self.reading.sets_apart(a, b)
    }

    /// Whether a heading or line has named a topic so.
    pub(super) fn knows(&self, name: &str) -> bool {
        Name::of(name).is_some_and(|n| self.by_name.contains_key(&n.short.to_lowercase()))
    }

    /// The thing in whose section a scope stands.
    fn home_in(&self, scope: &Scope) -> Option<String> {
        let above = scope.topic.map(|t| &self.reading.topics[t]);
        above
            .and_then(|t| homes::thing(&t.name, &self.usage).or_else(|| t.home.clone()))
            .or_else(|| scope.home.clone())
    }

    /// `Rolling Strategies`, one of several headings at the top: what stands below
    /// are strategies.
    fn is_kind_at_top(&self, heading: &str) -> bool {
        let head = clause::before_preposition(heading);
        let last = head.split_whitespace().next_back().unwrap_or("");
        self.language == Language::English
            && self.layout.has_chapters()
            && lexicon::looks_plural(&last.to_lowercase())
    }

    /// A new topic under a scope.
    pub(super) fn add(&mut self, mut name: Name, line: u32, scope: &Scope) -> usize {
        name.say(&self.usage);
        let owner = scope.topic.filter(|t| !self.reading.topics[*t].gathers);
        let shelf = scope
            .topic
            .filter(|t| {
                let t = &self.reading.topics[*t];
                t.gathers && (t.rank > 1 || self.is_kind_at_top(&t.name.short))
            })
            .map(|t| self.reading.topics[t].name.short.clone())
            .filter(|s| words::count(s) <= 4);
        let houses = homes::houses(&name, &self.usage);
        // `TDL Winch Types` is a chapter of the TDL.
        let own = homes::thing(&name, &self.usage).filter(|_| !houses);
        let home = own.or_else(|| self.home_in(scope));
        let task = scope.topic.and_then(|t| self.reading.topics[t].task);
        self.reading.topics.push(Topic {
            name,
            slug: None,
            task,
            core: None,
            was: Vec::new(),
            line,
            owner,
            home,
            houses,
            category: shelf,
            group: scope.group,
            kind: None,
            purpose: None,
            facts: Vec::new(),
            reference: None,
            status: None,
            language: self.language,
            gathers: false,
            joint: false,
            rank: 7,
        });
        let index = self.reading.topics.len() - 1;
        let name = self.reading.topics[index].name.short.to_lowercase();
        self.by_name.entry(name).or_insert(index);
        index
    }
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

    #[test]
    fn a_name_of_two_sections_is_a_part_of_neither() {
        let page = "# Ports\n\n## TideLamp\n\nTideLamp is a service that lights the channel at night.\n\n\
            | Tool | Cost |\n|---|---|\n| Hawser | 40 coins for each metre |\n| Capstan | 900 coins for each drum |\n\n\
            ## Hawser vs Painter\n\n| Feature | Hawser | Painter |\n|---|---|---|\n\
            | Material | Steel wire around hemp | Cotton around nylon |\n\
            | Retention | 30 years | 2 years |\n";
        let fronts = fronts(page);
        assert!(fronts.iter().any(|f| f.contains("Hawser")), "{fronts:?}");
        assert!(
            fronts.iter().all(|f| !f.contains("Hawser (TideLamp)")),
            "{fronts:?}"
        );
    }

    #[test]
    fn what_stands_under_basic_concepts_is_the_thing_s() {
        let page = "# Ports\n\n## RopeNet Store\n\n### 1. Basic Concepts\n\n\
            - **Definition**: Harbour-run store of ropes in many sheds\n\
            - **Use Case**: Ideal for large ports that keep many ropes\n\n### 2. Tuning\n\nTune the ropes.\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f.contains("RopeNet Store") && b.contains("large ports")),
            "{cards:?}"
        );
    }
}
