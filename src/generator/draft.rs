//! Drafts: cards before they have their place in a deck.

use super::account::Shape;
use super::enumerator;
use super::facts::homes;
use super::identity::Identified;
use super::language::Language;
use super::listed::Listed;
use super::topic::Topic;
use crate::domain::{CardId, Face, Flashcard, Text};

/// A card and what the deck needs to know of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    pub(super) id: String,
    /// The fact behind it.
    pub(super) note: String,
    pub(super) concept: String,
    pub(super) shape: Shape,
    pub(super) face: Face,
    /// The topic it belongs to.
    pub(super) topic: usize,
    pub(super) line: u32,
    /// Lower comes first when the core of a topic is chosen.
    pub(super) rank: u32,
    pub(super) was: Vec<CardId>,
}

/// All that makes cards of one deck look at.
pub(super) struct Desk<'a> {
    pub(super) topics: &'a [Topic],
    pub(super) ids: &'a [Identified],
    pub(super) family: &'a super::mask::Family,
    pub(super) profiles: &'a [super::distractors::Profile],
    pub(super) weights: &'a super::distractors::Weights,
    /// What the topics are called, in small letters.
    pub(super) names: &'a std::collections::HashSet<String>,
    /// In small letters, the descriptions under more than one name.
    pub(super) shared: &'a std::collections::HashSet<String>,
    /// How often the page names what.
    pub(super) mentions: &'a super::mentions::Mentions,
    /// Whether the page is written in traditional Chinese.
    pub(super) traditional: bool,
    /// Who makes many of its things, in small letters.
    pub(super) makers: &'a std::collections::HashSet<String>,
    /// The one thing that the page is about.
    pub(super) subject: Option<&'a str>,
    /// The platform on which the page's things are at home.
    pub(super) realm: Option<&'a str>,
    /// Whether the page is in the dialect of summaries, and so its author
    /// writes for cards.
    pub(super) trusted: bool,
}

impl Desk<'_> {
    /// Whether a name's first word is its maker's. Two letters are a field's
    /// (`ML jobs`).
    pub(super) fn makes(&self, first: &str) -> bool {
        first.len() > 2 && self.makers.contains(&first.to_lowercase())
    }

    /// Whether a text is nothing but the name of another topic.
    pub(super) fn names_another(&self, topic: usize, text: &str) -> bool {
        let bare = super::clause::unbracketed(text.trim_end_matches(['.', ' ']));
        let bare = bare.trim().to_lowercase();
        bare != self.topics[topic].name.short.to_lowercase() && self.names.contains(&bare)
    }

    /// Whether a text is nothing but a maker's product, and the topic none of his:
    /// `Structured ropes: Basalt RopeBase`.
    pub(super) fn is_product_of(&self, topic: usize, text: &str) -> bool {
        let t = &self.topics[topic].name;
        let words: Vec<&str> = text.trim_end_matches('.').split_whitespace().collect();
        let titled = words.iter().all(|w| w.starts_with(char::is_uppercase));
        let made = words
            .first()
            .is_some_and(|w| self.family.has(&w.to_lowercase()));
        titled && made && (2..=5).contains(&words.len()) && !t.branded && !t.is_product()
    }

    /// Whether a topic's name is two things', each of which is known by itself.
    pub(super) fn joins_two(&self, topic: usize) -> bool {
        let name = &self.topics[topic].name.short;
        let halves = [" and ", " & ", " / ", " y ", " e ", " et ", " und "]
            .iter()
            .find_map(|j| name.split_once(j));
        halves.is_some_and(|(a, b)| {
            [a, b].iter().all(|half| {
                self.names.contains(&half.to_lowercase())
                    || super::name::Name::of(half).is_some_and(|n| n.is_product())
            })
        })
    }

    /// A flashcard of a topic.
    pub(super) fn flashcard(
        &self,
        topic: usize,
        shape: Shape,
        ids: (&str, &str),
        front: &str,
        back: &str,
    ) -> Draft {
        let (id, note) = ids;
        Draft {
            id: id.to_owned(),
            note: note.to_owned(),
            concept: note.to_owned(),
            shape,
            face: Face::Flashcard(Flashcard {
                front: Text::new(front),
                back: Text::new(back),
            }),
            topic,
            line: self.topics[topic].line,
            rank: 0,
            was: Vec::new(),
        }
    }

    /// What kind of thing the notes say a topic is: by its description, or by
    /// the heading over at least three siblings.
    pub(super) fn kind(&self, topic: usize) -> Option<&'static str> {
        let t = &self.topics[topic];
        let own = t.purpose.as_ref().and_then(|p| {
            let kind = p.statement.kind()?;
            // The class stands before what it is for, has or is made with.
            let body = p.statement.body.to_lowercase();
            let at = body.find(&kind.to_lowercase())?;
            let before = &body[..at];
            let mut opening = before.split_whitespace();
            let (first, second) = (opening.next(), opening.next());
            // `Guiding a model to …`: the noun is what is acted on.
            let acted_on = first.is_some_and(|w| w.ends_with("ing"))
                && matches!(second, Some("a" | "an" | "the"));
            // `Redirecting model`, `tricks the model`, `Model too simple`: so is it
            // where the kind is only part of what the name is a kind of.
            let after = body[at + kind.len()..].trim_start_matches(')');
            let next = super::clause::first_word(after);
            let bent =
                first.is_some_and(|w| w.ends_with("ing")) && second.is_none() && next == "to";
            let verb =
                super::lexicon::base_of(&next).is_some() && !super::lexicon::is_either(&next);
            let goes_on = after.starts_with(' ') && (next == "too" || verb);
            let name = t.name.short.to_lowercase();
            let modifies =
                name.starts_with(kind) && name.len() > kind.len() && !name.ends_with(kind);
            let own = !acted_on
                && !bent
                && !goes_on
                && !modifies
                && ![
                    " with ",
                    " for ",
                    " via ",
                    " by ",
                    " of ",
                    " using ",
                    " over ",
                    " against ",
                    " between ",
                    " from ",
                    " into ",
                    " relying ",
                    " the ",
                    " a ",
                ]
                .iter()
                .any(|w| before.contains(w));
            (own || t.vouched()).then_some(kind)
        });
        let siblings = || {
            super::distractors::near(self.topics, topic)
                .filter(|i| self.topics[*i].group == t.group)
                .take(2)
                .count()
        };
        // `EC2 instances` may gather anything, `Instances` gathers instances.
        let plain = || {
            t.category
                .as_deref()
                .and_then(super::name::Name::of)
                .is_none_or(|n| t.vouched() || !n.is_product() && words_of(&n.short) < 4)
        };
        own.or_else(|| t.kind.filter(|_| siblings() == 2 && plain()))
    }

    /// The name of the topic that gives a name its meaning, if one is needed: a
    /// thing rather than a chapter.
    pub(super) fn within(&self, topic: usize) -> Option<&str> {
        let t = &self.topics[topic];
        let near = self.near(topic);
        if t.vouched() || t.language != Language::English {
            return near;
        }
        let home = t.home.as_deref().map(context).filter(|h| {
            let own = t.name.full.to_lowercase();
            !says_nothing(h) && !own.contains(&h.to_lowercase())
        });
        let chapter = t.owner.is_some_and(|o| {
            let o = &self.topics[o];
            !o.houses && o.purpose.is_none()
        });
        let idle = near.is_some_and(is_chapter);
        // `Data Intake` beside `Data Storage` and `Data Retention` is no maker's.
        let branded = t.name.branded && (t.houses || words_of(&t.name.short) > 2);
        // `SHARED Mode` is no acronym's.
        let loud = t
            .name
            .short
            .split(' ')
            .any(|w| w.len() > 5 && w.chars().all(|c| c.is_ascii_uppercase()));
        let lettered = t.name.is_lettered() && !loud;
        // A feature is its thing's, whatever letters or first word it has.
        let part = t.kind == Some("feature") && t.rank > 6;
        let shares = |h: &&str| {
            let own = super::words::name_words(&t.name.short);
            let words = super::words::name_words(h);
            words.iter().any(|w| w.len() > 3 && own.contains(w))
        };
        let part = part && t.home.as_deref().is_some_and(|h| !shares(&h));
        let known = t.name.is_product() || !part && (branded || lettered);
        match near {
            Some(_) if chapter && t.houses && words_of(&t.name.full) > 1 => None,
            Some(_) if chapter && idle => home.or(near),
            None if !known && (!t.houses || t.name.is_plural()) => home,
            _ => near,
        }
    }

    /// The topic above, where a name needs one.
    fn near(&self, topic: usize) -> Option<&str> {
        let t = &self.topics[topic];
        let owner = &self.topics[t.owner?].name;
        // Among words without spaces a long heading over a name only says where
        // it stood.
        let foreign = !t.vouched() && !t.language.is_spaced();
        if foreign && (super::words::count(&owner.short) > 4 || owner.short.contains('、')) {
            return None;
        }
        let shares = super::words::name_words(&owner.short).iter().any(|w| {
            w.len() > 3
                && super::words::name_words(&t.name.short).contains(w)
                && !super::words::is_stop(w)
        });
        // A chapter written in capitals is no product.
        let shouted = owner.short.chars().filter(|c| c.is_alphabetic()).count() > 5
            && !owner.short.chars().any(char::is_lowercase);
        let owner_name = owner.is_proper() && !shouted;
        // A name of several words, or a product's, needs a product to belong to
        // only.
        let telling = t.name.is_product() || t.name.branded || words_of(&t.name.short) > 1;
        let loose =
            owner_name && !owner.is_product() && !owner.branded && words_of(&owner.short) > 1;
        let proper = t.name.is_proper();
        // A heading over two things at once tells little of either.
        let chapter = (self.topics[t.owner?].joint || shouted) && (proper || telling);
        let clear = t.vouched() || chapter || proper && (shares || !owner_name || telling && loose);
        // A full name places itself, on a page of its own or under another.
        let full = (t.name.branded || t.name.is_product())
            && words_of(&t.name.short) > 1
            && (owner.is_product() || owner.branded || self.topics[t.owner?].rank == 1);
        let same = owner.is_in(&t.name.short.to_lowercase());
        let clear = clear || (full || same) && !t.vouched();
        let context = context(&owner.said);
        let tells = !says_nothing(context) && !super::language::holds_terms(context);
        (!clear && tells).then_some(context)
    }
}

fn words_of(name: &str) -> usize {
    super::words::count(name)
}

/// A heading as the context of a question: without remarks in brackets, words
/// that speak of the notes, and the label before or after a colon.
pub(super) fn context(said: &str) -> &str {
    let mut t = said.split(" (").next().unwrap_or(said);
    t = t.split('（').next().filter(|h| !h.is_empty()).unwrap_or(t);
    if let Some((head, tail)) = t.split_once(": ") {
        t = match (product(head), product(tail)) {
            (true, false) => head,
            _ => tail,
        };
    }
    for tail in [
        " Table",
        " table",
        " Section",
        " section",
        " Examples",
        " Example",
        " Quick Reference",
        " Reference",
        " List",
        " Notes",
        " notes",
        " Cheat Sheet",
        " Intro",
        " Overview",
        " overview",
    ] {
        t = t.trim_end_matches(':').strip_suffix(tail).unwrap_or(t);
    }
    // `RopeNet - Moorings`: its subtitle is the chapter's.
    if let Some((head, tail)) = t.split_once(" - ").or_else(|| t.split_once(" — "))
        && (product(head) || is_of_notes(tail))
    {
        t = head;
    }
    let t = t.trim_end_matches(':').trim_end();
    enumerator::counted(t).unwrap_or(t)
}

/// Whether a heading gathers names rather than being the thing they belong to.
pub(super) fn is_chapter(heading: &str) -> bool {
    holds_notes(heading) || homes::gathers_many(heading) || is_part(heading)
}

/// `Two modes`: a part of a thing that is told above.
fn is_part(shelf: &str) -> bool {
    static PARTS: Listed = Listed::new("modes tasks types properties parameters steps settings");
    let low = shelf.to_lowercase();
    low.split(' ').next_back().is_some_and(|w| PARTS.has(w))
}

/// `In-Depth`, `A Deep Dive`: a subtitle that speaks of the notes.
fn is_of_notes(tail: &str) -> bool {
    let low = tail.to_lowercase();
    let low = low.replace('-', " ");
    [
        "in depth",
        "deep dive",
        "overview",
        "summary",
        "guide",
        "notes",
        "introduction",
        "basics",
        "explained",
    ]
    .iter()
    .any(|n| low.ends_with(n))
        && words_of(&low) < 4
}

fn product(name: &str) -> bool {
    super::name::Name::of(name).is_some_and(|n| n.is_product())
}

/// `Exam questions`, `Critical terms`: what the notes hold there.
pub(super) fn holds_notes(shelf: &str) -> bool {
    static HELD: Listed =
        Listed::new("questions tips terms terminology notes concepts related definitions glossary");
    let low = shelf.to_lowercase();
    says_nothing(shelf)
        || sorts_notes(shelf)
        || low.starts_with("related ")
        || low.split(' ').count() < 4 && low.split(' ').next_back().is_some_and(|w| HELD.has(w))
}

/// `July 25`, `S`, `TDN-C02-Notes`: by what notes are called or put in order.
pub(super) fn sorts_notes(place: &str) -> bool {
    static ORDER: Listed = Listed::new(
        "january february march april may june july august september october november december \
        monday tuesday wednesday thursday friday saturday sunday day week month episode lecture \
        tldr exam review links sources resources research miscellaneous comparison",
    );
    let capital = |w: &str| w.starts_with(|c: char| c.is_ascii_uppercase());
    let coded = |w: &str| capital(w) && w.contains('-') && w.contains(|c: char| c.is_ascii_digit());
    let ordered = |w: &str| ORDER.has(&w.trim_matches(',').to_lowercase());
    place.chars().count() < 2 || place.split(' ').any(|w| coded(w) || ordered(w))
}

/// Whether a heading says nothing of what stands under it (`Deeper dive`,
/// `Good to know`).
pub(super) fn says_nothing(context: &str) -> bool {
    // `IDEA` is a cipher, `FAQ` isn't asked for here.
    if context.len() > 1 && context.chars().all(|c| c.is_uppercase() || c.is_numeric()) {
        return false;
    }
    // Parts of a text, and the headings that any notes have.
    static PARTS: Listed = Listed::phrases(
        "prologue|epilogue|afterword|vocabulary|vocabulary table|word list|high-yield facts|\
        high yield facts|fun facts|advanced|advanced topics|high-level|high level|\
        advanced capabilities|advanced features|initial results|the basics|basic ideas|\
        preliminaries|miscellanea|categories|category|classification|services|core services|\
        key services|main services|intro|basics|wrap-up|wrap up|wrapping up|closing|\
        closing thoughts|outlook|warm-up",
    );
    // `Putting It Together` speaks of what stood before.
    static SELF: Listed = Listed::new("it this these those");
    let low = context.to_lowercase();
    // `Navigate the docks`: what the reader is to do.
    static ORDERS: Listed = Listed::new("navigate explore understand learn meet discover");
    let first = low.split(' ').next().unwrap_or("");
    low.starts_with('(')
        || ORDERS.has(first) && low.contains(' ')
        || PARTS.has(&low)
        || enumerator::unnumbered(context).is_empty()
        || low
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .any(|w| SELF.has(w))
        || super::jotting::of_notes(&low)
        || super::aspect::is_aspect(&low)
        || super::aspect::is_illustration(&low)
        || [
            "deep dive",
            "deeper dive",
            "more",
            "details",
            "primer",
            "recap",
            "cont",
        ]
        .iter()
        .any(|s| low == *s || low.starts_with("deeper"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_belongs_to_its_thing() {
        let page = "# Notes\n\n## TideLock\n\nTideLock is a service that opens the gates of a dock.\n\n\
            ### Key features\n\n| Feature | Description |\n|---|---|\n\
            | Custom Gate Models | Opens a gate that its owner has built himself |\n\
            | Custom Rope Lengths | Ties boats by ropes that were cut at sea |\n\
            | Custom Lamp Colours | Lights each pier in a colour of its own |\n";
        let fronts = crate::generator::tests::fronts(page);
        let custom = fronts.iter().filter(|f| f.contains("Custom"));
        assert!(custom.clone().count() > 1, "{fronts:?}");
        assert!(custom.clone().all(|f| f.contains("TideLock")), "{fronts:?}");
    }

    #[test]
    fn what_a_heading_gathers_is_no_place() {
        assert!(super::holds_notes("Related Services") && super::holds_notes("Definitions"));
        assert!(!super::holds_notes("Mooring Ways"));
    }

    #[test]
    fn a_context_is_the_thing_not_its_label() {
        assert_eq!(context("Basalt Section"), "Basalt");
        assert_eq!(context("Warm-up: foreign trade"), "foreign trade");
        assert_eq!(context("QuartzDB: the managed store"), "QuartzDB");
        assert_eq!(context("Managed stores: QuartzDB"), "QuartzDB");
        assert_eq!(context("5 types of mooring"), "mooring");
        assert_eq!(context("潮時計（Tide Clock）"), "潮時計");
        assert_eq!(context("Tide Clock - In-Depth Overview"), "Tide Clock");
        assert!(says_nothing("Final Tips and Exam Strategy"));
        assert!(says_nothing("Deeper Dive"));
        assert!(says_nothing("Preface"));
        assert!(says_nothing("Lesson-3"));
        assert!(says_nothing("Putting It Together"));
        assert!(!says_nothing("Basalt"));
        assert!(!says_nothing("IDEA"));
    }

    #[test]
    fn a_kind_is_what_a_thing_is_and_no_word_beside() {
        let page = "# Ports\n\n## Dangers of a port\n\n\
            - **Network drift**: Redirecting network to serve a strange harbour\n\
            - **Spray**: Salt water that soaks the network of the pilots at night\n\
            - **Berth grid**: Wired network that joins the lamps of all piers\n";
        let fronts = crate::generator::tests::fronts(page);
        let kinds = fronts.iter().filter(|f| f.contains("hich network"));
        assert_eq!(kinds.count(), 1, "{fronts:?}");
    }

    #[test]
    fn what_is_told_of_two_is_asked_of_neither() {
        let page = "# Ports\n\n## RopeNet\n\nRopeNet is a net that holds boats.\n\n## TideHub\n\n\
            TideHub is a gate that lets boats in.\n\n## RopeNet and TideHub\n\n\
            It is a service that counts boats at night.\n";
        let fronts = crate::generator::tests::fronts(page);
        assert!(fronts.iter().any(|f| f == "What is RopeNet?"), "{fronts:?}");
        assert!(
            !fronts.iter().any(|f| f.contains("RopeNet and")),
            "{fronts:?}"
        );
    }
}
