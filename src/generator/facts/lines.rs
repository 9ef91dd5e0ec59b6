//! Single lines: a lead and its text, or a statement without a lead.

use super::headings;
use super::judgement::{acts, defines};
use super::kin::{self, is_member_word};
use super::labels::{as_used, bare_name, chooses, clause_like, is_verb, subject_of};
use super::{Scope, Walk};
use crate::generator::account::Reason;
use crate::generator::aspect;
use crate::generator::clause;
use crate::generator::headed;
use crate::generator::jotting;
use crate::generator::language::{self, Language};
use crate::generator::lead::{self, Lead};
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::name::Name;
use crate::generator::outline::{Block, Place};
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::usage::with_article;
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
        let suits = || {
            let topic = &self.reading.topics[scope.topic?];
            if self.language != Language::English || topic.vouched() {
                return None;
            }
            // `Used to moor boats` is what a thing is, where nothing else is told.
            let described = topic.purpose.is_some();
            lead::suits(&rich.plain(), !nested.is_empty())
                .filter(|l| described || !l.text.starts_with("To "))
        };
        let Some(l) = suits()
            .or_else(|| lead::split(rich))
            .or_else(|| bare_name(rich, nested))
        else {
            return false;
        };
        if self.language != Language::English && clause_like(&l.lead) {
            return false;
        }
        let trusted = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        // `**RopeNet** is a service that …` is a sentence, whatever is bold in it.
        let told = l.text.starts_with("is ") || l.text.starts_with("are ");
        if told && !trusted && self.language == Language::English {
            if self.own_subject(&rich.plain(), &rich.strong(), place.line, nested, scope) {
                return true;
            }
            let own = scope.topic.map(|t| &self.reading.topics[t].name);
            let body = l.text.split_once(' ').map_or("", |(_, body)| body);
            if headed::begins_plainly(body)
                && own.is_some_and(|n| n.short.eq_ignore_ascii_case(&l.lead))
            {
                return false;
            }
        }
        // The dash in a link's title is that page's.
        if !trusted && (rich.titles_a_link(&l.lead) || rich.links_to_a_page(&l.text)) {
            self.skip(place.line, Reason::Link);
            return true;
        }
        let plain = !trusted && self.language == Language::English && !self.is_attribute(&l.lead);
        let l = match as_used(&l.text).filter(|_| plain) {
            Some(text) => Lead { text, ..l },
            None => l,
        };
        let l = match (trusted, self.meant(l.clone(), scope)) {
            (true, _) => l,
            (false, Some(meant)) => meant,
            (false, None) => {
                self.skip(place.line, Reason::Vague);
                return true;
            }
        };
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
        if !trusted && self.language == Language::English && chooses(&l) {
            self.skip(place.line, Reason::Unasked);
            return true;
        }
        // In the dialect of summaries a lead is a lead, however it reads.
        let vouched = scope
            .topic
            .is_some_and(|t| self.reading.topics[t].vouched());
        if !vouched
            && self.language == Language::English
            && (defines(&l.lead) || jotting::is_label(&l.lead))
            && let Some(subject) = subject_of(&l, scope, self)
        {
            let scope = Scope {
                aspect: None,
                ..scope.clone()
            };
            self.led(&subject, place.line, nested, &scope, true);
            return true;
        }
        if Name::of(&l.lead).is_none() && !aspect::is_aspect(&l.lead) && !vouched {
            return false;
        }
        if !vouched && self.language == Language::English && counts_its_text(&l.lead) {
            self.skip(place.line, Reason::Unasked);
            return true;
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
        // `RopeNet: hold the boats` says all the same what RopeNet is for there.
        let serves = lexicon::is_base_verb(&clause::first_word(&l.text)) && !own;
        let told = serves || l.text.is_empty() || headed::begins_plainly(&l.text);
        if scope.partners && !vouched && !told && !aspect::is_aspect(&l.lead) {
            self.skip(line, Reason::Unasked);
            return;
        }
        let attribute = owner.is_some() && !vouched && self.is_attribute(&l.lead);
        let kin = std::mem::take(&mut self.kin);
        let member = kin.renamed || kin.members && !l.text.is_empty() && is_member_word(&l.lead);
        let own = own || member;
        let label = !vouched && language::is_label(self.language, &l.lead);
        let aspect = !what_is && !member && (attribute || label || aspect::is_aspect(&l.lead));
        if let Some(topic) = owner.filter(|_| defines(&l.lead) && scope.aspect.is_none())
            && self.reading.topics[topic].purpose.is_none()
        {
            // Whoever's definition it is stands in quotation marks.
            let told = l.text.trim_end_matches('.').trim_matches(['"', '“', '”']);
            let first = sentence::split(told).into_iter().next().unwrap_or_default();
            let gathers = std::mem::replace(&mut self.reading.topics[topic].gathers, false);
            let found = self.purpose_of(&first, topic, line, true, true);
            self.reading.topics[topic].gathers = gathers;
            if found.is_some() && !(gathers && self.reading.topics[topic].name.is_plural()) {
                self.reading.topics[topic].purpose = found;
                return;
            }
        }
        // Another product's line under a product's heading is that one's own.
        let stranger = owner.is_some_and(|t| !vouched && self.is_stranger(&l.lead, t))
            && !l.text.is_empty()
            && scope.aspect.is_none();
        let own = own || stranger;
        // Of what is good, bad or special of a thing, only names are things.
        let gathers = self.language != Language::English && !vouched && {
            let above = owner.map(|t| &self.reading.topics[t].name.full);
            let named = Name::of(&l.lead).is_some_and(|n| n.is_proper());
            // `Ventajas del muelle`, but not `Muelle de ventajas`.
            let head = |n: &String| match self.language.is_spaced() {
                true => n.split(' ').next().unwrap_or("").to_owned(),
                false => n.clone(),
            };
            !named && own && !label && above.is_some_and(|n| language::gathers(&head(n)))
        };
        if gathers {
            self.skip(line, Reason::Unasked);
            return;
        }
        let lone = owner.is_none() && scope.aspect.is_some();
        if let (true, false, Some(name)) =
            (own || owner.is_none(), aspect || lone, Name::of(&l.lead))
            && !headings::names_two(&name, headings::has_letters(&name))
            && (what_is || !acts(&l.lead))
            && !jotting::is_collection(&l.lead)
            && !is_verb(&l.lead)
        {
            if scope.shown && !vouched {
                self.in_use(name, l, line, scope);
                return;
            }
            let topic = self.add(name, line, scope);
            if kin.renamed {
                let t = &mut self.reading.topics[topic];
                t.name.said = with_article(&sentence::lowered(&t.name.full));
            }
            let shared = || {
                let noun = l.lead.split_whitespace().next_back().unwrap_or("");
                let above = owner.map(|t| self.reading.topics[t].name.short.to_lowercase());
                above.is_some_and(|n| n.contains(noun))
            };
            let placed = kin.renamed && (words::count(&l.lead) > 2 || shared());
            if stranger {
                self.reading.topics[topic].unplace();
            } else if placed {
                self.reading.topics[topic].owner = None;
            }
            let above_title = scope.topic.is_some_and(|t| self.reading.topics[t].rank > 1);
            if let Some(shelf) = scope.shelf.as_ref().filter(|s| !s.is_empty()) {
                let t = &mut self.reading.topics[topic];
                t.category = t
                    .category
                    .take()
                    .or_else(|| above_title.then(|| shelf.clone()));
                let head = clause::before_preposition(shelf.as_str());
                // `AI services` gathers services; a long heading may gather anything.
                let short = words::count(shelf) <= 3 && !shelf.contains([':', '/']);
                // Under `Ropes and harbours` not all are harbours.
                let joined = [" and ", " & ", ", "].iter().any(|j| shelf.contains(j));
                let of_all = |k: &str| !joined || matches!(k, "service" | "tool");
                t.kind = lexicon::kind_at_end(head)
                    .filter(|(k, p)| *p && short && *k != "policy" && of_all(k))
                    .map(|(k, _)| k);
            }
            self.own_topic(topic, l, line, nested, scope);
            return;
        }
        let Some(topic) = owner else {
            self.skip(line, Reason::Unasked);
            // `Part 1: ropes and knots` opens nothing, but much may stand below.
            if l.text.is_empty() && !vouched {
                let below = Scope {
                    shelf: Some(String::new()),
                    aspect: None,
                    depth: scope.depth + 1,
                    ..scope.clone()
                };
                self.blocks(nested, &below);
            }
            return;
        };
        let one_of = scope.aspect.as_deref().is_some_and(headings::collective);
        if l.text.is_empty() && one_of && !vouched {
            self.skip(line, Reason::Unasked);
            return;
        }
        if l.text.is_empty() && !vouched && kin::spells(&l.lead, nested) {
            self.blocks(nested, scope);
            return;
        }
        if l.text.is_empty() {
            let name = Name::of(&l.lead)
                .filter(|n| n.is_proper() && !aspect && !self.reading.topics[topic].vouched());
            if let Some(name) = name.filter(|_| !scope.shown || vouched) {
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
            let other_tongue = self.language != Language::English;
            let nests = scope.aspect.as_deref().is_some_and(|a| {
                !a.is_empty() && !aspect::is_aspect(a) && !headings::collective(a)
            });
            let inner = Scope {
                inner: nests && !vouched,
                aspect: Some(crate::generator::name::untagged(&l.lead).into_owned()),
                shelf: None,
                depth: scope.depth + 1,
                shown: scope.shown
                    || !vouched
                        && (headings::shows_use(&l.lead)
                            || other_tongue && language::illustrates(&l.lead)),
                ..scope.clone()
            };
            self.blocks(nested, &inner);
            return;
        }
        // `Use cases` under `PierDB / QuayDB`: of which?
        let both = &self.reading.topics[topic].name;
        let of_either = aspect::is_aspect(&l.lead)
            && both.short.contains(" / ")
            && headings::names_two(both, headings::has_letters(both));
        if of_either && !vouched {
            self.skip(line, Reason::Unasked);
            return;
        }
        self.fact(topic, l, line, scope);
        if !vouched {
            self.plain_below(nested, scope);
        }
    }
}

/// `Sorted into three kinds`, `Offers two gates`: a sentence that counts what
/// follows its colon, and no name.
fn counts_its_text(lead: &str) -> bool {
    static NUMBERS: Listed = Listed::new("two three four five six seven eight nine ten");
    static LINKS: Listed = Listed::new("into in as has have are is of");
    let low = lead.to_lowercase();
    let parts: Vec<&str> = low.split_whitespace().collect();
    let Some(at) = parts.iter().position(|w| NUMBERS.has(w)) else {
        return false;
    };
    let before = at.checked_sub(1).map_or("", |i| parts[i]);
    let many = parts.last().is_some_and(|w| lexicon::looks_plural(w));
    let left = parts.len() - at - 1;
    many && (1..=3).contains(&left) && (LINKS.has(before) || lexicon::base_of(before).is_some())
}

#[cfg(test)]
mod tests {
    use super::counts_its_text;
    use crate::generator::tests::{cards, fronts};

    #[test]
    fn somebody_s_definition_is_of_what_it_names() {
        let page = |heading: &str| {
            format!(
                "# Harbours\n\n## {heading}\n\nHarbour definition: \"RopeNet is a managed \
                service that ties boats to a pier.\"\n"
            )
        };
        let made = cards(&page("RopeNet"));
        let told = "A managed service that ties boats to a pier.";
        assert!(
            made.contains(&("What is RopeNet?".into(), told.into())),
            "{made:?}"
        );
        assert_eq!(fronts(&page("Rope Containers")), [""; 0]);
    }

    #[test]
    fn a_sentence_that_counts_is_no_name() {
        for lead in ["Sorted into three kinds", "Offers two tide gates"] {
            assert!(counts_its_text(lead), "{lead}");
        }
        for lead in ["Three tide gates", "Pier of stones", "Gate two"] {
            assert!(!counts_its_text(lead), "{lead}");
        }
        let page = "# Harbour\n\n## Harbour sheds\n\n- Sheds keep ropes dry over the winter\n\
            - Sorted into three kinds: rope sheds, boat sheds and sail sheds\n";
        let fronts = fronts(page);
        assert!(
            fronts.iter().all(|f| !f.contains("into three")),
            "{fronts:?}"
        );
    }
}
