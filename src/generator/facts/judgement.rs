//! Judgement: what counts as a description of a topic, and what does not.

use super::Walk;
use super::aside::aside;
use super::meaning::cannot_define;
use super::refusals::{
    beside, draws, dull, instructs, lacks_copula, misses, narrates, of_a_lesson, only_qualities,
    praises, titled, works,
};
use crate::generator::alone;
use crate::generator::clause;
use crate::generator::headed;
use crate::generator::language::{self, Language};
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::mask;
use crate::generator::name::Name;
use crate::generator::noise;
use crate::generator::sentence;
use crate::generator::statement::{self, Form};
use crate::generator::topic::Purpose;
use crate::generator::words;

/// The longest description in words.
const MAX_PURPOSE: usize = 45;

impl Walk<'_> {
    /// The purpose that a sentence states, if it does.
    pub(in crate::generator) fn purpose_of(
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
        let statement = statement::read(&text, &t.name);
        let told = match statement.about_term {
            true => &statement.body,
            false => &text,
        };
        if !t.vouched() && (beside(&text) || aside(told) || misses(told)) {
            return None;
        }
        // `Usual Pier Layout` over a drawing: a caption, or a heading's shadow.
        let drawn = statement.kind().is_none() || draws(&text);
        if !led && !t.vouched() && titled(&text) && drawn {
            return None;
        }
        if cannot_define(&text) && cannot_define(&statement.body) {
            return None;
        }
        let own = self.reading.topics[topic].vouched();
        let tongue = if own {
            self.language
        } else {
            self.tongue(&text)
        };
        if tongue != Language::English {
            return opening
                .then(|| self.foreign_purpose(text, topic, line, tongue, led))
                .flatten();
        }
        if !statement.about_term && lacks_copula(&statement.body) {
            return None;
        }
        let alone = alone::stands_alone(&statement.body).is_ok()
            && !alone::code_only(&statement.body)
            && !alone::labelled(&text)
            && !of_a_lesson(&statement.body)
            && !narrates(&text);
        // `A gate that lets water pass` needs no other proof, nor does `gate for small
        // boats` right below its name.
        let noun = matches!(statement.form, Form::Noun | Form::Fragment);
        let plain = || (statement.about_term || led) && headed::is_plain(&statement.body);
        let apt = || {
            opening
                && ![" and ", " & "].iter().any(|j| t.name.short.contains(j))
                && !t.gathers
                && self.tells_apart(&t.name)
                && headed::is_apt(&statement.body)
        };
        if noun && alone && !praises(&statement.body) && (plain() || apt()) {
            return Some(Purpose {
                text,
                statement,
                line,
            });
        }
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
                    && !statement
                        .body
                        .split_whitespace()
                        .take(3)
                        .any(|w| w == "-" || w == "–")
                    && !only_qualities(&statement.body)
            }
            Form::Base if instructs(&statement.body) => false,
            // `RopeNet` over `Route boats to a free pier`.
            Form::Base if opening && !led => {
                let known = t.name.is_product() || self.usage.is_brand(&t.name.short);
                statement.about_term || known && t.name.is_proper() && works(&statement.body)
            }
            Form::Base | Form::To => led || statement.about_term,
            Form::Verb
                if statement.body.starts_with("is ") || statement.body.starts_with("are ") =>
            {
                let said = statement.body.trim_start_matches("is ");
                (statement.about_term || led && statement.body.starts_with("are "))
                    && words::count(&statement.body) >= 5
                    && !only_qualities(said.trim_start_matches("are "))
            }
            Form::Verb if dull(&statement.body) => false,
            Form::Verb if !led && !statement.about_term => opening,
            _ => statement.about_term || opening,
        };
        let form = form
            && !praises(&statement.body)
            && (self.tells_apart(&t.name) || defines_well(statement.form));
        let about = (statement.about_term || !t.gathers && !t.joint)
            && !statement.body.starts_with("means that");
        let kind = statement.kind().is_some();
        let enough = words::content(&statement.body).len() >= 2
            && (kind || statement.body.contains(',') || words::count(&statement.body) > 2)
            && (statement.form != Form::Noun || mask::telling_words(&statement.body).len() >= 2);
        (alone && form && about && enough && (opening || statement.about_term)).then_some(Purpose {
            text,
            statement,
            line,
        })
    }
}

impl Walk<'_> {
    /// Whether a name is more than a lone common noun (`Service`, `Rules`),
    /// which only a definition makes worth asking for.
    pub(super) fn tells_apart(&self, name: &Name) -> bool {
        let lower = name.short.to_lowercase();
        let kind = lexicon::kind_at_end(&lower).is_some_and(|(k, _)| !k.contains(' '));
        words::count(&lower) > 1 || name.is_proper() || !(kind || lexicon::is_countable(&lower))
    }
}

/// Forms that define rather than remark.
pub(super) fn defines_well(form: Form) -> bool {
    matches!(form, Form::Noun | Form::Verb | Form::Used | Form::Base)
}

/// Whether a lead is an action or a clause rather than a name.
pub(in crate::generator) fn acts(lead: &str) -> bool {
    let lower = lead.to_lowercase();
    let mut parts = lower.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next());
    let ambiguous = lexicon::is_either(first) || lexicon::is_either(&lexicon::plural(first));
    let orders = lexicon::is_base_verb(first)
        && matches!(second, Some("the" | "a" | "an" | "your" | "our" | "all"));
    let adverbial = first.ends_with("ly") && second.is_some_and(lexicon::is_base_verb);
    let done = first.len() > 4
        && first.ends_with("ed")
        && second.is_some_and(|s| matches!(s, "by" | "from" | "with" | "in" | "to" | "on" | "as"));
    // `Scales out`, `Points a domain`, `Supports rules`: what follows makes it a verb.
    let governs = lexicon::base_of(first).is_some()
        && second.is_some_and(|s| {
            static AFTER: Listed = Listed::new("out in up down off a an the");
            AFTER.has(s)
        })
        || matches!(
            first,
            "supports" | "provides" | "allows" | "enables" | "requires" | "lets" | "helps"
        ) && second.is_some();
    orders
        || adverbial
        || done
        || governs
        || second.is_some()
            && !ambiguous
            && (lexicon::base_of(first).is_some()
                || lexicon::is_base_verb(first) && !first.ends_with("ing"))
        || clause::has_own_verb(lead)
        || matches!(
            first,
            "can"
                | "could"
                | "would"
                | "might"
                | "will"
                | "must"
                | "should"
                | "may"
                | "is"
                | "are"
                | "not"
                | "no"
                | "doesn't"
                | "does"
        )
}

/// Leads that announce what their topic is.
pub(super) fn defines(lead: &str) -> bool {
    // `Definition (in short)`
    let bare = clause::unbracketed(lead);
    // `Amazon definition`
    let whose = bare.trim().to_lowercase();
    let whose = whose.ends_with(" definition") && words::count(&whose) < 4;
    whose
        || language::describes(lead)
        || matches!(
            bare.trim().to_lowercase().as_str(),
            "definition"
                | "description"
                | "purpose"
                | "what"
                | "concept"
                | "the concept"
                | "basic concept"
                | "core concept"
                | "direct definition"
                | "formal definition"
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

#[cfg(test)]
mod tests {
    use crate::generator::tests::cards;

    #[test]
    fn what_runs_on_with_another_sentence_defines_nothing() {
        let page = |goes_on: &str| {
            let text = format!("A basin of calm water that holds boats{goes_on}");
            cards(&format!("# Ports\n\n## RopePort\n\n- {text}\n- Old\n"))
        };
        assert!(
            page(" by night")
                .iter()
                .any(|(f, _)| f == "What is RopePort?")
        );
        assert!(page(", we can moor there").is_empty());
        let told = |does: &str| {
            let text = format!("A fully managed service that {does}");
            !cards(&format!("# Ports\n\n## RopePort\n\n- {text}\n- Old\n")).is_empty()
        };
        assert!(
            told("moors the boats of a port")
                && !told("automatically scales to the boats of a port")
        );
    }
}
