//! Labels: what the words before a colon name, a thing, an action or only a
//! quality.

use super::lexicon;
use super::listed::Listed;
use super::name::Name;
use super::usage::with_article;

/// What the part is, by its words.
pub(super) struct Part<'a> {
    pub(super) text: &'a str,
    /// The noun, without what follows `of`, `for`, …
    pub(super) last: String,
    pub(super) plural: bool,
    pub(super) proper: bool,
    /// With an article where one is needed.
    pub(super) said: String,
}

impl<'a> Part<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let head = [" of ", " on ", " to ", " for ", " in ", " with "]
            .iter()
            .fold(text, |h, p| h.split(p).next().unwrap_or(h));
        let head = head.split(" (").next().unwrap_or(head);
        let last = head.split_whitespace().next_back().unwrap_or("");
        let proper = text.contains(['`', '_']) || Name::of(head).is_some_and(|n| n.is_proper());
        let acronyms = last
            .strip_suffix('s')
            .is_some_and(|l| l.len() > 1 && l.chars().all(char::is_uppercase));
        // `DeepLens` is one, as are names with capitals inside.
        let camel = last.chars().skip(1).any(char::is_uppercase);
        let plural = lexicon::looks_plural(last) && !camel || acronyms;
        Self {
            text,
            last: last.to_lowercase(),
            plural,
            proper,
            said: match proper || plural {
                true => text.to_owned(),
                false => with_article(text),
            },
        }
    }

    fn ends(&self, endings: &[&str]) -> bool {
        endings.iter().any(|e| self.last.ends_with(e))
    }

    /// A name for something that is done: `monitoring`, `replication`.
    pub(super) fn is_action(&self) -> bool {
        static THINGS: Listed = Listed::new(
            "distribution function section partition station condition question option position \
            region version dimension equation fraction relation population string ring thing signal \
            interval terminal element segment document environment hypothesis",
        );
        self.ends(&["ing", "tion", "sion", "ment", "ysis", "sis", "al"])
            && !THINGS.has(&self.last)
            && self.is_noun()
    }

    /// Whether the words can name a thing at all: not an adjective, a verb or
    /// a piece of a sentence.
    pub(super) fn is_noun(&self) -> bool {
        let joined = [" that ", " which ", " who ", " and ", "/", " or ", ","];
        let joined = joined.iter().any(|r| self.text.contains(r));
        !self.is_odd() && (self.proper || !joined)
    }

    /// Whether the words are an adjective, a verb or a piece of a sentence.
    pub(super) fn is_odd(&self) -> bool {
        let low = self.text.to_lowercase();
        let first = low.split_whitespace().next().unwrap_or("");
        let verb = lexicon::acts(first)
            || lexicon::is_base_verb(first)
                && !lexicon::is_either(&lexicon::plural(first))
                && !first.ends_with("ing");
        let choosing = first
            .strip_suffix("ing")
            .is_some_and(|b| lexicon::is_base_verb(b) || lexicon::is_base_verb(&format!("{b}e")))
            && low.split_whitespace().nth(1).is_some_and(|w| w.len() == 1);
        let gerund_with_object = choosing
            || first.ends_with("ing")
                && low.split_whitespace().nth(1).is_some_and(|w| {
                    matches!(w, "a" | "an" | "the" | "your" | "of" | "with" | "to")
                });
        let adjective = self.ends(&["able", "ible", "ful", "less", "ous", "ive", "ic"])
            && !lexicon::is_countable(&self.last)
            && !self.proper
            || matches!(
                self.last.as_str(),
                "only" | "when" | "if" | "first" | "needed"
            )
            || lexicon::acts(&self.last)
            || self.last.ends_with("ed") && self.last.len() > 4;
        let first_is_stray = {
            static STRAY: Listed = Listed::new(
                "no not only always never other others same some any more less many most when if \
                with without at by from as for to in on second third optional first min max none all",
            );
            STRAY.has(first)
        };
        let number = first.chars().all(|c| c.is_ascii_digit());
        number || !self.proper && verb || gerund_with_object || adjective || first_is_stray
    }

    /// A single word of everyday use, which says little without its sentence.
    pub(super) fn is_everyday(&self) -> bool {
        !self.proper && !self.text.contains([' ', '-']) && super::usage::is_common(&self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_a_thing_is_told_from_what_cannot() {
        for thing in [
            "Basalt ring",
            "key rotation",
            "`basalt_rate`",
            "read replicas",
        ] {
            assert!(Part::of(thing).is_noun(), "{thing}");
        }
        for other in [
            "highly available",
            "automates many rings",
            "choosing a ring",
            "not for rings",
            "hot and cold",
        ] {
            assert!(!Part::of(other).is_noun(), "{other}");
        }
        assert!(Part::of("idle rings").plural && Part::of("ARNs").plural);
        assert!(!Part::of("BasaltLens").plural);
        assert!(Part::of("key rotation").is_action());
        assert!(!Part::of("normal distribution").is_action());
    }
}
