//! Single lines: a lead and its text, or a statement without a lead.

use super::headings;
use super::judgement::{
    acts, defines, dull, instructs, narrates, of_a_lesson, only_qualities, praises,
};
use super::meaning::{advises, arrows, cannot_define, is_template};
use super::unled::says_kind;
use super::{MAX_ANSWER, Scope, Walk};
use crate::generator::account::{Reason, Shape};
use crate::generator::alone;
use crate::generator::aspect;
use crate::generator::clause;
use crate::generator::ids;
use crate::generator::language::{self, Language};
use crate::generator::lead::{self, Lead};
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::outline::{Block, Place};
use crate::generator::phrase;
use crate::generator::prose;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::{self, Form, Statement};
use crate::generator::topic::{Ask, Fact, Purpose};
use crate::generator::words;

impl Walk<'_> {
    /// A line with a lead; whether it was one.
    pub(super) fn lead_line(
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
        if self.language != Language::English && clause_like(&l.lead) {
            return false;
        }
        if l.text.is_empty() && nested.is_empty() {
            return false;
        }
        let other = self.language != Language::English;
        let wonders = l.lead.ends_with(['?', '？']) && !self.language.is_question(&l.lead);
        let idle = other && (wonders || language::is_remark(&l.lead));
        if (idle || aspect::is_illustration(&l.lead))
            && !scope
                .topic
                .is_some_and(|t| self.reading.topics[t].vouched())
        {
            self.skip(place.line, Reason::Unasked);
            return true;
        }
        if l.lead.contains('"') || l.lead.starts_with('“') {
            self.skip(place.line, Reason::Unasked);
            return true;
        }
        // In the dialect of summaries a lead is a lead, however it reads.
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        if Name::of(&l.lead).is_none() && !aspect::is_aspect(&l.lead) && !vouched {
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
    pub(super) fn led(&mut self, l: &Lead, line: u32, nested: &[Block], scope: &Scope, own: bool) {
        let what_is = own && l.lead.ends_with('?');
        let owner = scope.topic;
        let vouched = owner.is_some_and(|t| self.reading.topics[t].vouched());
        let attribute = owner.is_some() && !vouched && self.is_attribute(&l.lead);
        let label = !vouched && language::is_label(self.language, &l.lead);
        let aspect = !what_is && (attribute || label || aspect::is_aspect(&l.lead));
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
        let lone = owner.is_none() && scope.aspect.is_some();
        if let (true, false, Some(name)) =
            (own || owner.is_none(), aspect || lone, Name::of(&l.lead))
            && !headings::names_two(&name, headings::has_letters(&name))
            && (what_is || !acts(&l.lead))
            && !is_verb(&l.lead)
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
                // `AI services` gathers services; a long heading may gather anything.
                let short = words::count(shelf) <= 3 && !shelf.contains([':', '/']);
                t.kind = lexicon::kind_at_end(head)
                    .filter(|(k, p)| *p && short && *k != "policy")
                    .map(|(k, _)| k);
            }
            self.own_topic(topic, l, line, nested, scope);
            return;
        }
        let Some(topic) = owner else {
            self.skip(line, Reason::Unasked);
            return;
        };
        let one_of = scope.aspect.as_deref().is_some_and(headings::collective);
        if l.text.is_empty() && one_of && !vouched {
            self.skip(line, Reason::Unasked);
            return;
        }
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
                aspect: Some(crate::generator::name::untagged(&l.lead)),
                shelf: None,
                depth: scope.depth + 1,
                ..scope.clone()
            };
            self.blocks(nested, &inner);
            return;
        }
        self.fact(topic, l, line, scope);
    }

    pub(super) fn own_topic(
        &mut self,
        topic: usize,
        l: &Lead,
        line: u32,
        nested: &[Block],
        scope: &Scope,
    ) {
        let mut sentences = sentence::split(&l.text).into_iter();
        // What has a heading of its own is explained there; here it is used.
        let short = self.reading.topics[topic].name.short.to_lowercase();
        let told = self.by_name.get(&short).copied().filter(|t| *t != topic);
        let told = told.is_some_and(|t| {
            let t = &self.reading.topics[t];
            t.rank < 7 && (t.purpose.is_some() || !t.facts.is_empty())
        });
        if told && self.language == Language::English {
            let name = self.reading.topics[topic].name.clone();
            let said = statement::read(&sentence::trim(&l.text), &name);
            if said.kind().is_none() && said.form != Form::Noun {
                self.skip(line, Reason::Repeated);
                return;
            }
        }
        if let Some(first) = sentences.next() {
            match self.purpose_of(&first, topic, line, true, true) {
                Some(p) => self.reading.topics[topic].purpose = Some(p),
                None => {
                    let text = sentence::trim(&first);
                    let other = self.language != Language::English;
                    let name = self.reading.topics[topic].name.clone();
                    let fits = !l.arrow
                        && alone::stands_alone(&text).is_ok()
                        && self.tells_apart(&name)
                        && !alone::code_only(&text)
                        && !alone::labelled(&text)
                        && !of_a_lesson(&text)
                        && !narrates(&text)
                        && !dull(&text.to_lowercase())
                        && !cannot_define(&text)
                        && !only_qualities(&text)
                        && !praises(&text.to_lowercase())
                        && self.tongue(&text) == self.language
                        && !language::lists_marks(&text)
                        && !(other && super::foreign::idle(&name, &text))
                        && (self.language == Language::English
                            || text.chars().any(words::is_unspaced)
                            || name.is_product()
                            || self.usage.is_brand(&name.short))
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
                        let why = alone::stands_alone(&text).err().unwrap_or(Reason::Short);
                        self.skip(line, why);
                    }
                }
            }
            self.sentences(sentences, topic, line, true);
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
    pub(super) fn fact(&mut self, topic: usize, l: &Lead, line: u32, scope: &Scope) {
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
            && !aspect::is_aspect(&l.lead)
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
        if let Err(reason) = alone::stands_alone(&kept)
            && !(vouched && matches!(reason, Reason::Leans | Reason::Symbols))
        {
            self.skip(line, reason);
            return;
        }
        if !vouched && (alone::labelled(&kept) || of_a_lesson(&kept) || narrates(&kept)) {
            self.skip(line, Reason::Leans);
            return;
        }
        let name = &self.reading.topics[topic].name;
        let flows = l.arrow && self.language == Language::English && {
            let said = statement::read(&kept, name);
            let defines = !matches!(said.form, Form::Fragment | Form::Clause | Form::Base);
            !(defines || said.form == Form::Fragment && says_kind(&said))
        };
        let paths = flows || arrows(&kept) > 1 || is_template(&kept);
        let predicate = ["is ", "are ", "was ", "were "]
            .iter()
            .any(|v| without_copula(&kept).to_lowercase().starts_with(v));
        let one_of = scope.aspect.as_deref().is_some_and(headings::collective);
        let asked = aspect::has_question(&l.lead)
            || l.lead
                .to_lowercase()
                .split(' ')
                .next_back()
                .is_some_and(aspect::is_attribute);
        let two =
            Name::of(&l.lead).is_some_and(|n| headings::names_two(&n, headings::has_letters(&n)));
        let unsaid = self.language == Language::English
            && !asked
            && (two || cannot_define(&kept) || advises(&kept));
        if !vouched
            && (unsaid || paths || predicate && self.language == Language::English || one_of)
        {
            self.skip(line, Reason::Unasked);
            return;
        }
        let exemplary = scope
            .aspect
            .as_ref()
            .is_some_and(|a| a.to_lowercase().contains("example"));
        let guide = !aspect::has_question(&l.lead)
            && !l.lead.to_lowercase().starts_with("when ")
            && !l.lead.to_lowercase().starts_with("how ")
            && guides(&kept);
        if !vouched && (exemplary || guide || grades(&kept)) {
            self.skip(line, Reason::Short);
            return;
        }
        let shouts = kept.contains("!!") || kept.to_lowercase().contains("hyperlink");
        if (words::count(&kept) < 2 || shouts) && !vouched {
            self.skip(line, Reason::Short);
            return;
        }
        if !vouched && self.language == Language::English {
            // `Method: …`, `Tool: …` name nothing that could be asked for.
            let lower = l.lead.to_lowercase();
            let name = self.reading.topics[topic].name.clone();
            let generic = words::count(&lower) == 1
                && lexicon::kind_at_end(&lower).is_some()
                && !aspect::has_question(&lower)
                && !aspect::is_attribute(&lower);
            let form = statement::read(&kept, &name).form;
            static BARE: Listed = Listed::phrases(
                "definition|description|purpose|summary|overview|why|how|what|when|where|who|\
                key concept|key concepts|concept|concepts|main idea|idea|other|others|example|\
                examples|common example|common examples|note|notes",
            );
            let generic = generic || BARE.has(&lower) && form != Form::Used;
            if BARE.has(&lower)
                || generic && matches!(form, Form::Clause | Form::Base | Form::Fragment)
            {
                self.skip(line, Reason::Unasked);
                return;
            }
        }
        if !vouched
            && self.language != Language::English
            && (!language::is_label(self.language, &l.lead)
                || scope.aspect.as_deref().is_some_and(language::gathers))
            && !self.is_attribute(&l.lead)
        {
            if !self.part(l, line, scope) {
                self.skip(line, Reason::Unasked);
            }
            return;
        }
        let lead = match &scope.aspect {
            Some(aspect)
                if !aspect.ends_with('?') && !vouched && !aspect::is_vague_aspect(aspect) =>
            {
                format!("{}{}{aspect}", l.lead, phrase::UNDER)
            }
            _ => l.lead.clone(),
        };
        let ask = if !vouched && self.is_attribute(&l.lead) && !aspect::has_question(&l.lead) {
            Ask::Cell(self.usage.calm(&l.lead))
        } else if vouched || scope.aspect.is_none() {
            Ask::Lead(self.usage.calm(&l.lead))
        } else {
            Ask::Lead(self.usage.calm(&lead))
        };
        self.reading.topics[topic].facts.push(Fact {
            key: ids::slug(&l.lead),
            ask,
            text: sentence::ended(&sentence::capitalised(without_copula(&kept))),
            line,
            shape: Shape::Feature,
        });
    }
}

/// A line that is only a name, with a list of its own under it.
pub(super) fn bare_name(rich: &Rich, nested: &[Block]) -> Option<Lead> {
    let text = sentence::trim(&rich.plain());
    let listed = matches!(nested, [Block::List(items, _), ..] if items.len() > 1);
    let named = words::count(&text) <= 4
        && text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', '!', '?', ','])
        && !clause::has_own_verb(&text)
        && !acts(&text)
        && Name::of(&text).is_some();
    (listed && named).then(|| Lead {
        lead: text,
        text: String::new(),
        marked: true,
        arrow: false,
    })
}

/// `Select the size …`: a step of a walk through somebody's screens.
fn guides(text: &str) -> bool {
    static STEPS: Listed =
        Listed::new("select choose click enter specify navigate press go open type log paste fill");
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    STEPS.has(&first)
}

/// `Very high.`: a grade, and no more.
fn grades(text: &str) -> bool {
    static GRADES: Listed = Listed::new(
        "very high low medium moderate fast slow good poor bad cheap expensive yes no none easy \
        hard simple optional required default same",
    );
    let bare = clause::unbracketed(text);
    if bare.matches('.').count() > 1 && !bare.chars().any(char::is_alphabetic) {
        // An address from somebody's screen.
        return true;
    }
    text.trim_end_matches(['.', '!'])
        .to_lowercase()
        .split_whitespace()
        .all(|w| GRADES.has(w))
}

/// Whether a lead is a lone verb (`Deploy`): a step, not a thing.
pub(super) fn is_verb(lead: &str) -> bool {
    let lower = lead.trim().trim_end_matches(':').to_lowercase();
    let finite = lexicon::base_of(&lower).is_some() && !lexicon::is_either(&lower);
    finite && lexicon::kind_at_end(&lower).is_none()
        || lexicon::is_base_verb(&lower)
            && !lexicon::is_either(&lexicon::plural(&lower))
            && !lexicon::is_countable(&lower)
            && lexicon::kind_at_end(&lower).is_none()
}

/// `is a store that …` → `a store that …`, after a lead.
pub(super) fn without_copula(text: &str) -> &str {
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

/// Whether a lead in another language reads like a clause: it begins with an
/// article and goes on.
fn clause_like(lead: &str) -> bool {
    if lead.chars().any(words::is_unspaced) {
        let long = lead.chars().filter(|c| words::is_unspaced(*c)).count() > 14;
        return long
            || lead.contains(['，', '、', '。'])
            || ["如下", "如上", "以下", "以上"]
                .iter()
                .any(|w| lead.contains(w));
    }
    static ARTICLES: Listed = Listed::new(
        "il lo la i gli le un una el los las les des der die das ein eine o os as um uma",
    );
    let first = lead.split_whitespace().next().unwrap_or("").to_lowercase();
    ARTICLES.has(&first) && words::count(lead) > 2
}
