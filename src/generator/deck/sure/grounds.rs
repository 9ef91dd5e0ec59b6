//! What is seen in a card and around it that tells good cards from bad ones.

use super::surroundings::Surroundings;
use crate::domain::Face;
use crate::generator::account::Shape;
use crate::generator::described;
use crate::generator::draft::Draft;
use crate::generator::language::Language;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::mask;
use crate::generator::statement::Form;
use crate::generator::topic::Topic;
use crate::generator::words;
use Ground::*;

/// One thing that can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// Its line is the first below a heading.
    Leading,
    /// Its line gave three cards or more.
    Crowded,
    /// Of the lines around it two or more gave cards.
    Near2,
    /// Few of a dozen lines on either side gave cards.
    Far12,
    /// Few of thirty lines did.
    Far30,
    /// Its heading is sixteen lines above or more.
    Deep,
    /// A heading above gathers what plays a part in something else.
    Scene,
    /// Its line ends in a full stop.
    Dot,
    /// Its line says the thing's name.
    HasName,
    /// Its line has code.
    Code,
    /// The name begins like those of others on the page.
    Row,
    /// No sibling of the thing has cards.
    Alone,
    /// The name is written in small letters.
    Small,
    /// The name joins two.
    Joins,
    /// The name has four words or more.
    Wordy,
    /// More than its description is known of the thing.
    Facts1,
    /// Three other facts or more are.
    Facts3,
    /// The name begins with a maker's.
    Branded,
    /// Other names have their place in the thing's section.
    House,
    /// The description stands far below the name.
    Below5,
    /// It says in a sentence of its own what the thing does.
    VerbTold,
    /// What is told names a class of things.
    Kind,
    /// It has two telling words or more that the question hasn't.
    New2,
    /// It has four.
    New4,
    /// It has six.
    New6,
    /// It has sixty letters or more.
    Long60,
    /// It has ninety.
    Long90,
    /// It has a word of capital letters.
    Acronym,
    /// It says what can be or should.
    Can,
    /// It speaks to the reader.
    You,
    /// It breaks off.
    Etc,
    /// It repeats all words of the name.
    EchoesAll,
    /// It leaves open what it speaks of.
    Loose,
    /// Its question says where its thing is at home.
    Placed,
    /// Its question asks what a thing is used for.
    Use,
    /// Its question asks what something does.
    Does,
    /// Two of its wrong options are written like the right one.
    Alike,
    /// It is in Japanese, Chinese or Korean.
    Eastern,
    /// It is in another language but English.
    Western,
}

/// All that is seen in a card and around it.
pub(super) fn seen(around: &Surroundings<'_>, draft: &Draft, topic: &Topic) -> Vec<Ground> {
    let all = [
        of_line(around, draft, topic),
        of_thing(around, topic),
        of_description(draft, topic),
        of_wording(draft, topic),
        of_options(around, draft),
    ];
    let held = all.into_iter().flatten().filter(|(_, is)| *is);
    held.map(|(ground, _)| ground).collect()
}

type Seen = Vec<(Ground, bool)>;

fn of_line(around: &Surroundings<'_>, draft: &Draft, topic: &Topic) -> Seen {
    let at = draft.line;
    let line = around.text(at);
    let end = line.trim_end_matches(['*', '_', ' ']);
    let name = topic.name.short.to_lowercase();
    vec![
        (Leading, around.leading.contains(&at)),
        (Crowded, around.of_line.get(&at).is_some_and(|n| *n > 2)),
        (Near2, around.taken.around(at, 3) > 1),
        (Far12, around.share(at, 12) < 17),
        (Far30, around.share(at, 30) < 24),
        (Deep, around.below_heading(at) >= 16),
        (Scene, around.in_scene(at)),
        (Dot, end.ends_with(['.', '。'])),
        (HasName, line.to_lowercase().contains(&name)),
        (Code, line.contains('`')),
    ]
}

fn of_thing(around: &Surroundings<'_>, topic: &Topic) -> Seen {
    let name = &topic.name;
    let siblings = around.groups.get(&topic.group).copied().unwrap_or(0);
    let latin = name.said.chars().any(|c| c.is_ascii_alphabetic());
    vec![
        (Row, around.in_a_row(topic)),
        (Alone, siblings == 1),
        (Small, latin && !name.said.contains(char::is_uppercase)),
        (
            Joins,
            [" and ", "&", "/"].iter().any(|j| name.full.contains(j)),
        ),
        (Wordy, words::count(&name.full) >= 4),
        (Facts1, !topic.facts.is_empty()),
        (Facts3, topic.facts.len() >= 3),
        (Branded, name.branded),
        (House, topic.houses),
    ]
}

/// How the description reads that a card asks for, or is asked by.
fn of_description(draft: &Draft, topic: &Topic) -> Seen {
    let asked = matches!(draft.shape, Shape::Term | Shape::Description);
    let Some(purpose) = topic.purpose.as_ref().filter(|_| asked) else {
        return Vec::new();
    };
    let below = purpose.line.saturating_sub(topic.line);
    let statement = &purpose.statement;
    let verb = statement.form == Form::Verb;
    vec![
        (Below5, below >= 5),
        (VerbTold, verb && statement.about_term),
    ]
}

fn of_options(around: &Surroundings<'_>, draft: &Draft) -> Seen {
    let Face::Choice(choice) = &draft.face else {
        return Vec::new();
    };
    vec![(Alike, around.alike(choice) >= 2)]
}

fn of_wording(draft: &Draft, topic: &Topic) -> Seen {
    let (question, answer) = sides(draft);
    // Where a question says that its term belongs is no part of what it tells.
    let bare = question
        .split_once(", ")
        .filter(|_| question.starts_with("In "));
    let asked = bare.map_or(question, |(_, asked)| asked);
    let told = if is_backwards(draft) { asked } else { answer };
    let eastern = topic.language.is_eastern();
    // A character of theirs says as much as two letters.
    let long = told.chars().count() * if eastern { 2 } else { 1 };
    let low = told.to_lowercase();
    let used: Vec<String> = words::words(told).collect();
    let has = |list: &Listed| used.iter().any(|w| list.has(w));
    let letters = |w: &str| w.len() > 1 && w.chars().all(|c| c.is_ascii_uppercase());
    let mut parts = told.split(|c: char| !c.is_alphanumeric());
    let useful = ["use case", "used for", "When should"];
    let does = ["hat does ", "hat do "];
    let news = news(draft, question, answer);
    vec![
        (Kind, lexicon::names_a_kind(told)),
        (New2, news >= 2),
        (New4, news >= 4),
        (New6, news >= 6),
        (Long60, long >= 60),
        (Long90, long >= 90),
        (Acronym, parts.any(letters)),
        (Can, has(&POSSIBLE)),
        (You, has(&READER)),
        (Etc, ["etc", "...", "…"].iter().any(|e| low.contains(e))),
        (EchoesAll, echoes(topic, told)),
        (Loose, has(&LOOSE)),
        (Placed, described::says_where(question, &topic.name.full)),
        (Use, useful.iter().any(|u| question.contains(u))),
        (Does, does.iter().any(|d| question.contains(d))),
        (Eastern, eastern),
        (Western, topic.language != Language::English && !eastern),
    ]
}

static POSSIBLE: Listed = Listed::new("can could may might should must need");
static LOOSE: Listed = Listed::new("only same them returns various has");
static READER: Listed = Listed::new("you your we our us");

fn is_backwards(draft: &Draft) -> bool {
    matches!(draft.shape, Shape::Description | Shape::Choice)
}

/// What is asked and what is answered; a question's options speak for
/// themselves.
fn sides(draft: &Draft) -> (&str, &str) {
    match &draft.face {
        Face::Flashcard(f) => (f.front.as_str(), f.back.as_str()),
        Face::Choice(c) => (c.stem.as_str(), ""),
    }
}

/// How many telling words an answer adds to its question, or a description
/// asked backwards has.
fn news(draft: &Draft, question: &str, answer: &str) -> usize {
    if is_backwards(draft) {
        let told = question.split_once('“').map_or(question, |(_, t)| t);
        return mask::telling_words(told).len();
    }
    let known = words::name_words(question);
    let said = |w: &String| known.iter().any(|k| words::related(k, w));
    mask::telling_words(answer)
        .iter()
        .filter(|w| !said(w))
        .count()
}

/// Whether a text repeats all of a name's own words.
fn echoes(topic: &Topic, text: &str) -> bool {
    let parts = words::name_words(&topic.name.short).into_iter();
    let telling = |w: &String| !words::is_stop(w) && w.len() > 2 && !mask::is_general(w);
    let own: Vec<String> = parts.filter(telling).collect();
    let told: Vec<String> = words::words(text).collect();
    let again = |o: &String| told.iter().any(|t| words::related(o, t));
    !own.is_empty() && own.iter().all(again)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{choice, draft, topic};
    use super::*;

    /// What is seen in a card of a page; `below` lines lie between a name and
    /// its description.
    fn found(page: &str, of: Draft, name: &str, told: &str, below: u32) -> Vec<Ground> {
        let topics = [topic(name, told, below)];
        let drafts = [of];
        let around = Surroundings::of(page, &drafts, &[], &topics);
        seen(&around, &drafts[0], &topics[0])
    }

    fn term(page: &str, answer: &str) -> Vec<Ground> {
        let asked = draft(Shape::Term, "What is a Tide Bell?", answer);
        found(page, asked, "Tide Bell", answer, 0)
    }

    fn shows(found: &[Ground], these: &[Ground], none: &[Ground]) {
        assert!(
            these.iter().all(|g| found.contains(g)),
            "{found:?} lacks some of {these:?}"
        );
        assert!(
            !none.iter().any(|g| found.contains(g)),
            "{found:?} has one of {none:?}"
        );
    }

    #[test]
    fn an_answer_is_seen_by_its_words() {
        shows(&term("", "Iron."), &[], &[Kind, New2, Long60, EchoesAll]);
        let service =
            "A service of the TDN that rings before each ebb, warns boats and wakes pilots.";
        let all = [Kind, New2, New4, New6, Long60, Acronym];
        shows(
            &term("", service),
            &all,
            &[EchoesAll, You, Can, Etc, Long90],
        );
        shows(&term("", "A bell."), &[], &[EchoesAll]);
        shows(&term("", "A bell that tells tides."), &[EchoesAll], &[]);
        let plea = "You should ring this, ropes etc.";
        shows(&term("", plea), &[You, Can, Etc], &[Kind]);
    }

    #[test]
    fn options_are_seen_beside_the_key() {
        let at = |group: u32, name: &str| Topic {
            group,
            ..topic(name, "Iron.", 0)
        };
        let topics = [
            at(1, "Cleat"),
            at(1, "Ring"),
            at(1, "Post"),
            at(2, "TDN"),
            at(2, "Tide Bell"),
        ];
        let of = |i: usize, draft: Draft| Draft { topic: i, ..draft };
        let drafts = [
            of(0, choice("Cleat", ["Ring", "Post", "TDN"])),
            of(1, choice("Ring", ["Cleat", "TDN", "Tide Bell"])),
            of(2, draft(Shape::Term, "What is a post?", "Wood.")),
            of(3, draft(Shape::Term, "What is the TDN?", "Wood.")),
            of(4, draft(Shape::Term, "What is Tide Bell?", "Wood.")),
        ];
        let around = Surroundings::of("", &drafts, &[], &topics);
        shows(&seen(&around, &drafts[0], &topics[0]), &[Alike], &[]);
        shows(&seen(&around, &drafts[1], &topics[1]), &[], &[Alike]);
    }

    #[test]
    fn what_leaves_open_what_it_speaks_of_is_loose() {
        shows(&term("", "The same as them."), &[Loose], &[]);
        shows(&term("", "A lamp on a pier."), &[], &[Loose]);
    }

    #[test]
    fn what_plays_a_part_stands_in_a_scene() {
        let at = |heading: &str| {
            let page = format!("# Tide Quay\n\n## {heading}\n\n### Lamps\n\nTide Bell\n");
            let mut of = draft(Shape::Term, "What is a Tide Bell?", "Rings.");
            of.line = 7;
            found(&page, of, "Tide Bell", "Rings.", 0)
        };
        shows(&at("Integration Points"), &[Scene, Leading], &[]);
        shows(&at("Services"), &[Leading], &[Scene]);
    }

    #[test]
    fn a_question_says_where_its_thing_is_at_home() {
        let asked = |front: &str| {
            let of = draft(Shape::Description, front, "Tide Bell");
            found("", of, "Tide Bell", "Rings.", 0).contains(&Placed)
        };
        assert!(asked("In Harbora, what rings before each ebb?"));
        assert!(asked("Which Tide offering rings before each ebb?"));
        assert!(asked("What is Tide’s name for a bell before each ebb?"));
        assert!(asked(
            "Qual descrição é esta? (Harbora)\n\nToca antes da maré"
        ));
        assert!(!asked("Which offering rings before each ebb (at noon)?"));
    }

    #[test]
    fn a_question_is_seen_by_how_it_asks() {
        let aspect =
            |front: &str| found("", draft(Shape::Table, front, "Iron"), "Cleat", "Iron.", 0);
        shows(&aspect("What is a use case for cleats?"), &[Use], &[Does]);
        shows(&aspect("In Piers, what does a cleat do?"), &[Does], &[Use]);
        let asked = "Which term fits this description: “Holds the ropes of boats in storms”?";
        let back = found(
            "",
            draft(Shape::Description, asked, "Cleat"),
            "Cleat",
            "holds ropes",
            5,
        );
        shows(&back, &[Below5, New4], &[VerbTold]);
    }

    #[test]
    fn a_line_is_seen_in_its_place() {
        let top = term("# Bells\n\nTide Bell rings.\n", "Rings.");
        shows(&top, &[], &[Leading, HasName, Dot, Deep]);
        let mut deep = draft(Shape::Term, "What is a Tide Bell?", "Rings.");
        deep.line = 3;
        let page = "# Bells\n\nTide Bell rings at `noon`.\n";
        let first = found(page, deep.clone(), "Tide Bell", "Rings.", 1);
        shows(
            &first,
            &[Leading, HasName, Dot, Code],
            &[Deep, Near2, Crowded],
        );
        deep.line = 18;
        let page = format!("# Bells\n{}It rings\n", "\n".repeat(16));
        let far = found(&page, deep, "Tide Bell", "Rings.", 1);
        shows(&far, &[Deep], &[Dot, HasName]);
    }

    #[test]
    fn a_name_is_seen_as_it_is_written() {
        let named = |name: &str| {
            found(
                "",
                draft(Shape::Term, "What is it?", "Iron."),
                name,
                "Iron.",
                0,
            )
        };
        shows(
            &named("Tide Bell"),
            &[Alone],
            &[Small, Joins, Wordy, Row, Branded],
        );
        shows(&named("tide bells"), &[Small], &[Joins, Wordy]);
        shows(&named("Bells and Horns at Sea"), &[Joins, Wordy], &[Small]);
    }
}
