//! A fact under a label: whether its text can be asked for by that label, and
//! how.

use super::headings;
use super::judgement::acts;
use super::labels::{is_doing, orders};
use super::meaning::{advises, arrows, cannot_define, is_template};
use super::refusals::{narrates, of_a_lesson};
use super::unled::says_kind;
use super::{MAX_ANSWER, Scope, Walk};
use crate::generator::account::{Reason, Shape};
use crate::generator::alone;
use crate::generator::aspect;
use crate::generator::clause;
use crate::generator::ids;
use crate::generator::jotting;
use crate::generator::language::{self, Language};
use crate::generator::lead::Lead;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::phrase;
use crate::generator::prose;
use crate::generator::sentence;
use crate::generator::statement::{self, Form};
use crate::generator::topic::{Ask, Fact};
use crate::generator::words;

impl Walk<'_> {
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
            // `Lock` and then `Tide Lock` below `Tide Lock`: its own name defines it.
            let lead = l.lead.to_lowercase();
            let own = [&topic.name.full, &topic.name.short];
            let own = own.iter().any(|n| n.to_lowercase() == lead);
            let below = topic.purpose.as_ref().is_some_and(|p| p.line + 1 == line);
            match found {
                Some(purpose) if topic.purpose.is_none() || own && below => {
                    topic.purpose = Some(purpose);
                }
                _ => self.skip(line, Reason::Repeated),
            }
            return;
        }
        if !vouched
            && self.language == Language::English
            && (!aspect::is_aspect(&l.lead) || orders(&l.lead))
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
        let jotted = jotting::is_label(&l.lead) || jotting::is_collection(&l.lead);
        let jotted = jotted && !aspect::has_question(&l.lead) || is_doing(&l.lead);
        if !vouched && jotted && self.language == Language::English {
            self.skip(line, Reason::Unasked);
            return;
        }
        // `Supports: …` asks what is supported.
        static FINITE: Listed =
            Listed::new("supports requires includes contains offers stores provides");
        let verb = l.lead.trim_end_matches(':').to_lowercase();
        if !vouched
            && self.language == Language::English
            && FINITE.has(&verb)
            && let Some(base) = lexicon::base_of(&verb)
        {
            let name = &self.reading.topics[topic].name;
            let does = if name.counts_many() { "do" } else { "does" };
            let found = prose::Found {
                question: format!("What {does} {} {base}?", name.said),
                answer: sentence::ended(&sentence::capitalised(&text)),
                key: ids::keywords(&l.lead),
            };
            match words::count(&text) <= MAX_ANSWER && alone::stands_alone(&text).is_ok() {
                true => self.direct(topic, found, line),
                false => self.skip(line, Reason::Leans),
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
        let attribute = self.is_attribute(&l.lead) && !aspect::has_question(&l.lead);
        // What is explained as a thing is one, however often it comes back; and
        // once is enough.
        let thing =
            attribute && self.language == Language::English && phrase::explains(&kept) && !asked;
        if thing && !vouched && !self.tells_first(&l.lead, &kept) {
            self.skip(line, Reason::Repeated);
            return;
        }
        let ask = if !vouched && attribute && !thing {
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

impl Walk<'_> {
    /// Whether nothing like this was said of the label before.
    fn tells_first(&mut self, lead: &str, text: &str) -> bool {
        let said = words::content(text);
        let before = self.defined.entry(lead.to_lowercase()).or_default();
        let again = before.iter().any(|b| {
            let shared = said.iter().filter(|w| b.contains(*w)).count();
            shared * 2 >= said.len().min(b.len())
        });
        before.push(said);
        !again
    }
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

#[cfg(test)]
mod tests {
    use crate::generator::tests::cards;

    #[test]
    fn a_thing_s_own_name_defines_it_rather_than_a_shorter_one() {
        let page = "# Ports\n\n## Grand Tide Lock (GTL)\n\n\
            - **Tide Lock:** boards that hold the water of a dock by their own weight\n\
            - **Grand Tide Lock (GTL):** managed service that opens all locks of a port\n\
            - Counts boats by day and by night\n\
            - Can be set up beside a quay or in a dock\n\
            - Keeps its gates shut while a storm lasts\n";
        let told = cards(page);
        let of = told.iter().find(|(f, _)| f.contains("Grand Tide Lock"));
        assert!(
            of.is_some_and(|(_, b)| b.starts_with("Managed")),
            "{told:?}"
        );
    }
}
