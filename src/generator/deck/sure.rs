//! How sure the generator may be of a card, by what is seen around it.
//!
//! A card that no rule refuses can still be wrong, and the card itself seldom
//! shows it; what stands around it does. Of 3,318 cards drawn from strangers'
//! pages and read by people who had not made them, 82 in 100 were worth keeping:
//! 92 in 100 of those whose names begin alike on their page, 72 where most lines
//! close by could not be read. Each ground here moves that share, and its points
//! are a logistic regression's weights, in quarters, rounded. Fitted on five
//! sixths of the lots and tried on the last, the surest six in ten were worth
//! keeping 90 times in 100. Twelve lots gathered and read afterwards: 87, where
//! fourteen before had 81.

use super::sparse::leave;
use crate::domain::Face;
use crate::generator::account::{Account, Shape};
use crate::generator::draft::Draft;
use crate::generator::language::Language;
use crate::generator::lexicon;
use crate::generator::statement::Form;
use crate::generator::topic::Topic;
use crate::generator::words;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Shorter pages, in bytes, show too little around a card.
const LONG: usize = 2_000;
/// Fewer points than these are too few: 79 in 100 were worth keeping at −1, 87
/// at 0.
const ENOUGH: i32 = 0;
/// So many names that begin alike are a row of things explained.
const ROW: usize = 3;
/// So many lines below its name, a description may be another's.
const FAR: u32 = 5;

/// What a page shows around its cards.
struct Surroundings {
    taken: Lines,
    lost: Lines,
    /// Lines that come first below a heading.
    leading: HashSet<u32>,
    /// Cards of each line.
    of_line: HashMap<u32, usize>,
    /// Topics with cards, by the first word of their names.
    openings: HashMap<String, usize>,
    /// Topics with cards, by the group of siblings they are of.
    groups: HashMap<u32, usize>,
}

impl Surroundings {
    fn of(text: &str, drafts: &[Draft], lost: &[u32], topics: &[Topic]) -> Self {
        let mut of_line = HashMap::new();
        let mut names = BTreeSet::new();
        let mut known = BTreeSet::new();
        for draft in drafts {
            *of_line.entry(draft.line).or_default() += 1;
            names.insert(topics[draft.topic].name.full.as_str());
            known.insert(draft.topic);
        }
        let mut groups = HashMap::new();
        for topic in known {
            *groups.entry(topics[topic].group).or_default() += 1;
        }
        let mut openings = HashMap::new();
        for first in names.iter().filter_map(|n| n.split_whitespace().next()) {
            *openings.entry(first.to_owned()).or_default() += 1;
        }
        Self {
            taken: Lines::of(drafts.iter().map(|d| d.line)),
            lost: Lines::of(lost.iter().copied()),
            leading: leading(text),
            of_line,
            openings,
            groups,
        }
    }

    /// Of the lines around one, how many in a hundred were taken.
    fn share(&self, line: u32, reach: u32) -> usize {
        let (taken, lost) = (
            self.taken.around(line, reach),
            self.lost.around(line, reach),
        );
        // Half a line is added to either side, so that one alone proves little.
        (200 * taken + 100) / (2 * (taken + lost) + 3)
    }

    /// The grounds for and against a card, summed.
    fn points(&self, draft: &Draft, topic: &Topic) -> i32 {
        self.of_place(draft.line) + self.of_thing(draft, topic) + of_wording(draft, topic.language)
    }

    /// What speaks for the line that a card is from.
    fn of_place(&self, line: u32) -> i32 {
        sum([
            (self.leading.contains(&line), 1),
            (self.of_line.get(&line).is_some_and(|n| *n > 2), 1),
            (self.taken.around(line, 3) <= 1, -1),
            (self.share(line, 12) < 17, -1),
            (self.share(line, 30) < 24, -2),
        ])
    }

    /// What speaks for the thing that a card is about, and for its description.
    fn of_thing(&self, draft: &Draft, topic: &Topic) -> i32 {
        let name = &topic.name.said;
        let small =
            name.chars().any(|c| c.is_ascii_alphabetic()) && !name.contains(char::is_uppercase);
        let described = matches!(draft.shape, Shape::Term | Shape::Description);
        let purpose = topic.purpose.as_ref().filter(|_| described);
        let form = purpose.map(|p| p.statement.form);
        let named = purpose.is_some_and(|p| p.statement.about_term)
            && matches!(form, Some(Form::Noun | Form::Fragment));
        let below = purpose.map_or(0, |p| p.line.saturating_sub(topic.line));
        let echoes = draft.shape == Shape::Term && self.echoes(topic, sides(draft).1);
        sum([
            (self.in_a_row(topic), 2),
            (self.groups.get(&topic.group) == Some(&1), -1),
            (small, -2),
            (named, 2),
            (form == Some(Form::Clause), -2),
            (below == 1, 2),
            (below >= FAR, -4),
            (echoes, -3),
        ])
    }

    /// Whether an answer begins to tell what the name told already: `Planned
    /// tides` – `Tides that follow a plan`.
    fn echoes(&self, topic: &Topic, answer: &str) -> bool {
        let name = words::name_words(&topic.name.short);
        name.len() > 1
            && !self.in_a_row(topic)
            && words::content(answer).contains(&words::stem(&name[0]))
    }

    /// Whether a topic's name begins like those of others that are explained.
    fn in_a_row(&self, topic: &Topic) -> bool {
        let first = topic.name.full.split_whitespace().next().unwrap_or("");
        first.starts_with(char::is_uppercase) && self.openings.get(first).is_some_and(|n| *n >= ROW)
    }
}

/// Leaves out the cards that are not sure enough, but for those that a person
/// may know already, and questions with options: they stand and fall in circles.
/// `lost` are the lines that gave no card.
pub(super) fn sure(
    drafts: Vec<Draft>,
    (text, path): (&str, &str),
    lost: &[u32],
    topics: &[Topic],
    known: &HashSet<String>,
    account: &mut Account,
) -> Vec<Draft> {
    if text.len() < LONG {
        return drafts;
    }
    let around = Surroundings::of(text, &drafts, lost, topics);
    let enough = |d: &Draft| around.points(d, &topics[d.topic]) >= ENOUGH;
    // What is asked backwards is asked forwards as well.
    let backwards: HashSet<String> = drafts
        .iter()
        .filter(|d| d.shape == Shape::Description && enough(d))
        .map(|d| d.note.clone())
        .collect();
    let (kept, left): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|d| {
        d.shape == Shape::Choice
            || known.contains(&d.id)
            || d.shape == Shape::Term && backwards.contains(&d.note)
            || enough(d)
    });
    leave(left, path, account);
    kept
}

/// What speaks for how a card is worded.
fn of_wording(draft: &Draft, language: Language) -> i32 {
    let (question, answer) = sides(draft);
    let backwards = draft.shape == Shape::Description;
    let feature = draft.shape == Shape::Feature;
    let described = backwards || matches!(draft.shape, Shape::Term | Shape::Comparison);
    let told = if backwards { question } else { answer };
    let eastern = language.is_eastern();
    let foreign = language != Language::English && !eastern;
    // A character of theirs says as much as two letters.
    let long = told.chars().count() * if eastern { 2 } else { 1 };
    let useful = ["use case", "used for", "When should"];
    sum([
        (lexicon::names_a_kind(told), 2),
        (draft.shape == Shape::Comparison, 2),
        (useful.iter().any(|u| question.contains(u)), 2),
        (says_this(answer), -3),
        (question.contains(|c: char| c.is_ascii_digit()), -1),
        (!backwards && long < 35, -1),
        (!backwards && long < 20, -2),
        (backwards && long < 90, -2),
        (backwards && long < 60, -4),
        (backwards && acts(question), -2),
        (feature && question.starts_with("In "), -1),
        (feature && eastern, -3),
        (foreign, -1),
        (foreign && !described, -2),
    ])
}

fn sum<const N: usize>(grounds: [(bool, i32); N]) -> i32 {
    grounds.iter().filter(|g| g.0).map(|g| g.1).sum()
}

/// What is asked and what is answered; a question's options speak for
/// themselves.
fn sides(draft: &Draft) -> (&str, &str) {
    match &draft.face {
        Face::Flashcard(f) => (f.front.as_str(), f.back.as_str()),
        Face::Choice(c) => (c.stem.as_str(), ""),
    }
}

/// `What ties boats?`: it asks for no class.
fn acts(question: &str) -> bool {
    let second = question.split_whitespace().nth(1).unwrap_or("");
    question.starts_with("What ") && lexicon::base_of(second).is_some()
}

/// `Extends this ability`: it speaks of what stood before.
fn says_this(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|w| w.eq_ignore_ascii_case("this"))
}

/// The lines, from 1, that come first below a heading.
fn leading(text: &str) -> HashSet<u32> {
    let mut out = HashSet::new();
    let mut below = false;
    for (at, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        if below {
            out.insert(at);
        }
        below = line.starts_with('#');
    }
    out
}

/// Lines of a page, each once.
struct Lines(Vec<u32>);

impl Lines {
    fn of(lines: impl Iterator<Item = u32>) -> Self {
        let distinct: BTreeSet<u32> = lines.collect();
        Self(distinct.into_iter().collect())
    }

    /// How many there are at most so far from a line.
    fn around(&self, line: u32, reach: u32) -> usize {
        let from = self.0.partition_point(|l| l + reach < line);
        let to = self.0.partition_point(|l| *l <= line + reach);
        to - from
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Deck, Flashcard, Text};
    use crate::generator::name::Name;
    use crate::generator::statement;
    use crate::generator::tests::fronts;
    use crate::generator::topic::Purpose;
    use crate::generator::{Source, generate};

    fn draft(shape: Shape, front: &str, back: &str) -> Draft {
        Draft {
            id: "a".into(),
            note: "a".into(),
            concept: "a".into(),
            shape,
            face: Face::Flashcard(Flashcard {
                front: Text::new(front),
                back: Text::new(back),
            }),
            topic: 0,
            line: 1,
            rank: 0,
            was: Vec::new(),
        }
    }

    #[test]
    fn a_short_answer_is_less_sure_than_one_that_names_a_class() {
        let points = |shape, front, back| of_wording(&draft(shape, front, back), Language::English);
        let term = |back| points(Shape::Term, "What is a cleat?", back);
        assert_eq!(term("Iron."), -3);
        assert_eq!(term("A piece of iron for ropes."), -1);
        assert_eq!(
            term("A device of iron that mooring ropes are wound around."),
            2
        );
        assert_eq!(
            term("A piece of iron that helps to reach this aim in time."),
            -3
        );
        let asked =
            "Which of all the devices on a pier holds the ropes of boats that lie there at night?";
        assert_eq!(points(Shape::Description, asked, "Cleat"), 0);
        assert_eq!(points(Shape::Description, "What holds ropes?", "Cleat"), -8);
        assert_eq!(
            points(
                Shape::Table,
                "What is a use case for cleats?",
                "Mooring of boats in calm weather"
            ),
            1
        );
    }

    /// A topic with a description, so many lines below its name.
    fn topic(name: &str, told: &str, below: u32) -> Topic {
        let name = Name::of(name).unwrap();
        let statement = statement::read(told, &name);
        Topic {
            name,
            slug: None,
            task: None,
            core: None,
            line: 1,
            owner: None,
            home: None,
            houses: false,
            category: None,
            group: 1,
            kind: None,
            purpose: Some(Purpose {
                text: told.into(),
                statement,
                line: 1 + below,
            }),
            facts: Vec::new(),
            reference: None,
            status: None,
            language: Language::English,
            gathers: false,
            joint: false,
            rank: 7,
        }
    }

    #[test]
    fn a_thing_is_judged_by_its_siblings_and_how_it_is_told() {
        let seen = |openings: &[(&str, usize)], group: usize| Surroundings {
            taken: Lines(Vec::new()),
            lost: Lines(Vec::new()),
            leading: HashSet::new(),
            of_line: HashMap::new(),
            openings: openings
                .iter()
                .map(|(n, c)| ((*n).to_owned(), *c))
                .collect(),
            groups: HashMap::from([(1, group)]),
        };
        let term = |back: &str| draft(Shape::Term, "What is it?", back);
        let plain = topic("Tide Bell", "rings at night", 0);
        let points = |s: &Surroundings, t: &Topic| s.of_thing(&term("Rings at night."), t);
        assert_eq!(points(&seen(&[], 3), &plain), 0);
        assert_eq!(points(&seen(&[], 1), &plain), -1);
        assert_eq!(points(&seen(&[("Tide", 3)], 3), &plain), 2);
        assert_eq!(points(&seen(&[("Tide", 2)], 3), &plain), 0);
        assert_eq!(
            points(&seen(&[], 3), &topic("Tide Bell", "rings at night", 1)),
            2
        );
        assert_eq!(
            points(&seen(&[], 3), &topic("Tide Bell", "rings at night", 5)),
            -4
        );
        let named = topic("Tide Bell", "Tide Bell is a bell that rings", 0);
        assert_eq!(points(&seen(&[], 3), &named), 2);
        let echo = term("A bell that tells the tide.");
        assert_eq!(seen(&[], 3).of_thing(&echo, &plain), -3);
        assert_eq!(seen(&[("Tide", 3)], 3).of_thing(&echo, &plain), 2);
    }

    #[test]
    fn what_is_asked_backwards_is_asked_forwards() {
        let asked =
            "Which of all the devices on a pier holds the ropes of boats that lie there at night?";
        let term = draft(Shape::Term, "What is a cleat?", "Iron.");
        let back = Draft {
            id: "b".into(),
            ..draft(Shape::Description, asked, "Cleat")
        };
        let topics = [topic("Cleat", "Iron.", 1)];
        let page = ("x".repeat(LONG), "notes.md");
        let kept = |drafts: Vec<Draft>| {
            let page = (page.0.as_str(), page.1);
            let none = HashSet::new();
            sure(drafts, page, &[], &topics, &none, &mut Account::default()).len()
        };
        assert_eq!(kept(vec![term.clone()]), 0);
        assert_eq!(kept(vec![term, back]), 2);
    }

    #[test]
    fn a_place_is_judged_by_what_was_read_around_it() {
        let place = |lost: &[u32]| Surroundings {
            taken: Lines::of([2, 4, 6].into_iter()),
            lost: Lines::of(lost.iter().copied()),
            leading: leading("# Ports\n\n- a\n"),
            of_line: HashMap::new(),
            openings: HashMap::new(),
            groups: HashMap::new(),
        };
        assert_eq!(place(&[]).of_place(4), 0);
        assert_eq!(place(&[]).of_place(3), 1);
        let far: Vec<u32> = (20..32).collect();
        assert_eq!(place(&far).of_place(4), -2);
        let near: Vec<u32> = (7..30).collect();
        assert_eq!(place(&near).of_place(9), -3);
        assert_eq!(place(&near).of_place(14), -4);
    }

    /// Lines of which nothing can be asked.
    fn idle(lines: usize) -> String {
        "And then it rained and we went home again.\n\n".repeat(lines)
    }

    fn page(before: &str, lone: &str) -> String {
        let row = "## Tide Bell\n\nTide Bell is a service that rings when the water turns.\n\n\
            ## Tide Lock\n\nTide Lock is a service that opens the gates of a dock.\n\n\
            ## Tide Cam\n\nTide Cam is a service that films who comes and goes.\n\n";
        format!(
            "{before}# Ports\n\n{row}## Diary\n\n{}{lone}{}",
            idle(30),
            idle(30)
        )
    }

    const LONE: &str = "- **Keeper**: a clerk of the pier.\n\n";

    #[test]
    fn a_short_card_among_lines_that_gave_none_is_not_asked() {
        let found = fronts(&page("", LONE));
        assert!(!found.iter().any(|f| f.contains("Keeper")), "{found:?}");
        let row = ["Tide Bell", "Tide Lock", "Tide Cam"];
        for name in row {
            assert!(found.iter().any(|f| f.contains(name)), "{name} {found:?}");
        }
    }

    #[test]
    fn a_short_page_shows_too_little_to_doubt_its_cards() {
        let found = fronts(&format!("# Ports\n\n## Diary\n\n{LONE}"));
        assert!(found.iter().any(|f| f.contains("Keeper")), "{found:?}");
    }

    #[test]
    fn who_knows_a_card_keeps_it() {
        let source = |text: String| Source {
            path: "notes.md".into(),
            text,
        };
        let short = source(format!("# Ports\n\n## Diary\n\n{LONE}"));
        let before = generate(&[short], &[], None).decks;
        let after = generate(&[source(page("", LONE))], &before, None).decks;
        let keeper = |d: &[Deck]| {
            d[0].cards
                .iter()
                .any(|c| c.id.to_string().contains("keeper"))
        };
        assert!(keeper(&before) && keeper(&after));
    }

    #[test]
    fn who_wants_them_keeps_the_unsure() {
        let found = fronts(&page("---\nunsure: keep\n---\n", LONE));
        assert!(found.iter().any(|f| f.contains("Keeper")), "{found:?}");
    }

    #[test]
    fn the_first_line_below_a_heading_leads() {
        let found = leading("# Ports\n\nFirst.\nSecond.\n## Docks\n- Third\n");
        assert_eq!(found, [3, 6].into());
    }
}
