//! Where a card stands on its page: `What is a record?` is clear only with the
//! heading over it, `What is a record (Basalt Streams)?`.

use super::account::Shape;
use super::aspect;
use super::draft::{self, Draft};
use super::enumerator;
use super::facts::Walk;
use super::facts::{headings, homes, titled};
use super::language::{self, Language};
use super::lexicon;
use super::listed::Listed;
use super::mask;
use super::name::Name;
use super::outline::Section;
use super::sentence;
use super::topic::Topic;
use super::usage::Usage;
use super::words;
use crate::domain::{Face, Text};
use std::borrow::Cow;
use std::collections::HashSet;

/// The headings of a page, in order.
#[derive(Debug, Default)]
pub(super) struct Standing {
    shelves: Vec<Shelf>,
}

/// A heading.
#[derive(Debug)]
struct Shelf {
    line: u32,
    level: u8,
    /// The heading above it, by its place among the shelves.
    above: Option<usize>,
    /// The thing that it speaks of.
    thing: Option<String>,
    /// What it says of what stands below, be that a thing or not.
    told: Option<String>,
}

impl Standing {
    /// Reads the headings of a page.
    pub(super) fn of(root: &Section, walk: &Walk<'_>) -> Self {
        let mut shelves = Vec::new();
        let mut open: Vec<(&Section, Option<usize>)> =
            root.children.iter().rev().map(|s| (s, None)).collect();
        while let Some((section, above)) = open.pop() {
            let title = section.heading.plain();
            let title = walk.layout.uncounted(&title, section.level);
            shelves.push(Shelf {
                line: section.place.line,
                level: section.level,
                above: above.filter(|_| !headings::digresses(title)),
                thing: walk.thing_in(title).filter(|t| !draft::sorts_notes(t)),
                told: telling(title).filter(|t| !draft::sorts_notes(t)),
            });
            let at = Some(shelves.len() - 1);
            open.extend(section.children.iter().rev().map(|s| (s, at)));
        }
        Self { shelves }
    }

    /// The same, where these things are nobody's home.
    pub(super) fn without(mut self, crowded: &HashSet<String>) -> Self {
        let crowded: HashSet<&str> = crowded.iter().map(|c| draft::context(c)).collect();
        for shelf in &mut self.shelves {
            for place in [&mut shelf.thing, &mut shelf.told] {
                place.take_if(|p| crowded.contains(p.as_str()));
            }
        }
        self
    }

    /// The headings over a line, the nearest first.
    fn over(&self, line: u32) -> impl Iterator<Item = &Shelf> {
        let last = self.shelves.partition_point(|s| s.line <= line);
        let nearest = last.checked_sub(1).map(|i| &self.shelves[i]);
        std::iter::successors(nearest, |s| Some(&self.shelves[s.above?]))
    }

    /// Says of the cards that don't where they stand.
    pub(super) fn tell(&self, drafts: &mut [Draft], topics: &[Topic], usage: &Usage) {
        for draft in drafts {
            let topic = &topics[draft.topic];
            let written = topic.language == Language::English && !topic.vouched();
            let Face::Flashcard(card) = &mut draft.face else {
                continue;
            };
            if !written || draft.shape == Shape::Cloze {
                continue;
            }
            let front = card.front.as_str();
            // A description is long enough to do without a heading that names nothing.
            let described = draft.shape == Shape::Description;
            let told = self
                .in_its_table(front, draft.line)
                .or_else(|| self.in_its_place(front, draft.line, topic, usage, described));
            let back = card.back.as_str();
            let clear = |t: &String| !mask::answer_shows(t, back) && !mask::answer_echoes(t, back);
            if let Some(told) = told.filter(clear) {
                card.front = Text::new(told);
            }
        }
    }

    /// A common term with the nearest thing by name, or a single word with the
    /// nearest heading that says anything.
    fn in_its_place(
        &self,
        front: &str,
        line: u32,
        topic: &Topic,
        usage: &Usage,
        described: bool,
    ) -> Option<String> {
        let name = &topic.name;
        // What was asked in its chapter is no name, whatever the prose has.
        let (bare, chapter) = unplaced(front)
            .filter(|(_, chapter)| chapter.is_some() && !name.branded || is_common(name, usage))?;
        let bare = bare.as_ref();
        let own = words::name_words(&name.short);
        let adds = |place: &&str| {
            let said = words::name_words(place);
            // No `Quay Winch` in `Basalt Quay`, but `Identity` in `Identity and Access Rules`.
            let apart = !said.iter().any(|w| own.contains(w));
            (apart || own.len() == 1 && said.len() > 2) && adds(bare, place)
        };
        let thing = || {
            self.over(line)
                .filter_map(|s| s.thing.as_deref())
                .find(adds)
        };
        // `Fixed-size + overlap`, but neither `RN-TDL` nor `Key distribution`.
        let first = name.short.split(" + ").next().unwrap_or("");
        let letters = first.chars().filter(|c| c.is_uppercase()).count();
        let lone = words::count(first) == 1 && letters < 2 && chapter.is_none();
        // A title says little of the headings below it.
        let says = |s: &&Shelf| s.level > 1 || topic.rank > 6;
        let told = || {
            let mut over = self.over(line).filter(says);
            over.find_map(|s| s.told.as_deref().filter(adds))
        };
        // `In TDN Rules` says `TDN`.
        let whole = |place: &&str| chapter.is_none_or(|c| !c.contains(*place));
        let place = thing().or_else(|| (lone && !described).then(told).flatten());
        let place = place.filter(whole)?;
        Some(format!("{bare} ({place})?"))
    }

    /// `What is the mechanism of X?`: what for, only the heading over the table says.
    fn in_its_table(&self, front: &str, line: u32) -> Option<String> {
        static LOOSE: Listed = Listed::phrases(
            "mechanism|approach|model|region|language|systems|instances|flexibility|fit|layer|\
            focus|location|provider|operation|backbone|instance|target|engine|behaviour|behavior",
        );
        let bare = front.strip_suffix('?').filter(|b| !b.contains('('))?;
        let asked = ["What is the ", "What are the "];
        let rest = asked.iter().find_map(|a| bare.strip_prefix(a))?;
        rest.split_once(" of ").filter(|(h, _)| LOOSE.has(h))?;
        let place = self.over(line).next()?.told.as_deref()?;
        adds(bare, place).then(|| format!("{bare} ({place})?"))
    }
}

/// Whether a place says more than the question did.
fn adds(asked: &str, place: &str) -> bool {
    let asked = words::content(asked);
    words::content(place).iter().any(|w| !asked.contains(w))
}

/// Whether a term is made of words that have their sense without the notes.
fn is_common(name: &Name, usage: &Usage) -> bool {
    let short = name.short.trim_matches('`');
    let first = short.split(' ').next().unwrap_or("");
    let made = name.branded && (!usage.has_seen(first) || usage.is_mostly_named(first));
    // `Rekvell`: a word that the prose has nowhere.
    let unseen = first == short && first.starts_with(char::is_uppercase) && !usage.has_seen(first);
    // `Hot`, `Premium`: how something is.
    static QUALITIES: Listed = Listed::new(
        "hot cool cold warm premium standard basic free single multiple continuous advanced \
        general public private internal external primary secondary dynamic static local global \
        default custom manual automatic",
    );
    let everyday =
        |w: &str| lexicon::is_everyday(w) || w == short && QUALITIES.has(&w.to_lowercase());
    let named = |w: &str| is_name(w) || usage.is_mostly_named(w) && !everyday(w);
    !made && (!unseen || everyday(first) || first.contains('-')) && !short.split(' ').any(named)
}

/// `TideHub`, `TDN`, `P2`: a word that can only be a name.
fn is_name(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let inner = capitals > 1 || word.contains(|c: char| c.is_ascii_digit());
    inner && !word.contains('-') && !homes::is_no_place(word)
}

/// A question that doesn't say where it belongs, without its mark, and the
/// chapter that it may name: `What is a record (Core concepts)?`
fn unplaced(front: &str) -> Option<(Cow<'_, str>, Option<&str>)> {
    let bare = front.strip_suffix('?')?;
    let free = |t: &str| {
        let (_, asked) = t.split_once(' ').unwrap_or(("", t));
        !asked.contains(['(', ':', '\n']) && !asked.split(' ').any(is_name)
    };
    let (chapter, asked) = match bare.strip_prefix("In ").map(|b| b.split_once(", ")) {
        Some(within) => within?,
        None => match bare.strip_suffix(')').map(|b| b.rsplit_once(" (")) {
            Some(after) => after.map(|(asked, place)| (place, asked))?,
            None => return free(bare).then_some((bare.into(), None)),
        },
    };
    // `Ropes & winches`: of two things neither is the place.
    let vague = draft::is_chapter(chapter) || [" & ", " and "].iter().any(|j| chapter.contains(j));
    (free(asked) && vague).then(|| (sentence::capitalised(asked).into(), Some(chapter)))
}

/// A heading that tells what stands below it.
fn telling(title: &str) -> Option<String> {
    let bare = sentence::strip_symbols(title.trim());
    let bare = draft::context(enumerator::unnumbered(bare));
    let short = Name::of(&titled::bare(titled::before_subtitle(bare)))?.short;
    let tells = words::count(&short) <= 5
        && !draft::is_chapter(&short)
        && !language::holds_terms(&short)
        && !aspect::is_aspect(&short)
        && !aspect::is_illustration(&short);
    tells.then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::fronts;

    #[test]
    fn a_word_under_a_chapter_is_asked_in_the_thing_of_the_title() {
        let page = |title: &str| {
            fronts(&format!(
                "# {title} – Real-Time Mooring\n\n\
                ## Core Components & Concepts\n\n| Term | Description |\n|---|---|\n\
                | **Rope** | Single piece of hemp with a number and a length |\n\
                | **Boats** | Hulls that float on what the streams bring |\n\
                | **Split Key** | A word that decides on which pier a boat is moored |\n"
            ))
        };
        let found = page("Basalt Winch Streams (BWS)");
        for asked in [
            "What is Rope (Basalt Winch Streams)?",
            "What are Boats (Basalt Winch Streams)?",
            "What is Split Key (Basalt Winch Streams)?",
        ] {
            assert!(found.iter().any(|f| f == asked), "{asked}: {found:?}");
        }
        let found = page("Notes of 12-C02");
        assert!(!found.iter().any(|f| f.contains("C02")), "{found:?}");
    }

    #[test]
    fn how_something_is_is_no_name() {
        let usage = Usage::of("Charts go to Hot, and to Hot Winch, or into Rekvell of a port.");
        let common = |name: &str| Name::of(name).is_some_and(|n| is_common(&n, &usage));
        assert!(common("Hot"));
        assert!(!common("Rekvell") && !common("Hot Rekvell"));
    }

    #[test]
    fn a_loose_column_is_asked_under_the_heading_of_its_table() {
        let found = fronts(
            "# Harbour notes\n\n## Care of Ropes\n\n\
            | Service | Mechanism | Best for |\n|---|---|---|\n\
            | RopeNet | Keeps an old rope until the new one holds | storms |\n\
            | TideHub | Lets the tide wash the ropes twice a day | calm weather |\n",
        );
        for asked in [
            "What is the mechanism of TideHub (Care of Ropes)?",
            "What is TideHub best for?",
        ] {
            assert!(found.iter().any(|f| f == asked), "{asked}: {found:?}");
        }
    }

    #[test]
    fn a_single_word_gets_the_heading_that_tells_and_a_name_none() {
        let page = |heading: &str| {
            fronts(&format!(
                "# Fishing boats\n\n## {heading}\n\n### Core techniques\n\n\
                | Technique | When to use |\n|---|---|\n\
                | **Free-hand** | calm tides with few boats |\n\
                | **RopeNet** | storms that last for days |\n"
            ))
        };
        let found = page("Harbour craft");
        let told = "When should you use Free-hand (Harbour craft)?";
        assert!(found.iter().any(|f| f == told), "{found:?}");
        assert!(
            found.iter().any(|f| f == "When should you use RopeNet?"),
            "{found:?}"
        );
        for order in ["July 25", "S"] {
            let found = page(order);
            let told = "When should you use Free-hand (Fishing boats)?";
            assert!(found.iter().any(|f| f == told), "{found:?}");
        }
    }

    #[test]
    fn what_stands_in_two_chapters_at_once_is_asked_in_the_thing() {
        let found = fronts(
            "# Redsail Quay (RQ)\n\nBoats are moored at it.\n\n## Snapshots & Drills\n\n\
            - Snapshots: pictures of a boat that are kept in a shed\n\
            - Basalt Lamp: a lamp that lights the piers at night\n\
            - Basalt Horn: a horn that calls boats in fog\n\
            - Basalt Bell: a bell that calls the crew of a boat\n",
        );
        let asked = |f: &str| found.iter().any(|g| g == f);
        assert!(asked("What are Snapshots (Redsail Quay)?"), "{found:?}");
        assert!(asked("What is Basalt Lamp?"), "{found:?}");
    }

    #[test]
    fn what_puts_notes_in_order_is_no_place() {
        use crate::generator::draft::sorts_notes;
        assert!(sorts_notes("TDN-C02-Notes") && sorts_notes("July 25") && sorts_notes("S"));
        assert!(
            !sorts_notes("K-Means")
                && !sorts_notes("Label and 1-hot-encoding")
                && !sorts_notes("EC2")
        );
    }
}
