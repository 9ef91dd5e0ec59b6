//! How sure the generator may be of a card, by what is seen around it.
//!
//! A card that no rule refuses can still be wrong, and the card itself seldom
//! shows it; what stands around it does, and what does so differs from shape to
//! shape: a term is surest in a row of names that begin alike, a description
//! asked backwards where it says whose it is and names a class. Of 8,700 readings
//! of cards from strangers' pages, by people who had not made them, 87 in 100
//! found the card worth keeping. The [`grounds`] are weighed by a logistic
//! regression for each shape: fitted without the seventeen lots that it was tried on, it
//! kept cards of them of which 92 in 100 were worth it.

mod grounds;
mod surroundings;
mod weights;

use super::sparse::leave;
use crate::domain::Face;
use crate::generator::account::{Account, Shape};
use crate::generator::draft::Draft;
use crate::generator::topic::Topic;
use std::collections::HashSet;
use surroundings::Surroundings;

/// Shorter pages, in bytes, show too little around a card.
const LONG: usize = 2_000;
/// Fewer points than these, those of a card and the mean of its page's, are too
/// few.
const ENOUGH: i32 = 33;
/// So many of a page's surest cards stay nevertheless, …
const SUREST: usize = 4;
/// … if they have so many points, …
const LEAST: i32 = 26;
/// … or so many of their own, whatever the page's others are like.
const SOLID: i32 = 15;

/// Leaves out the cards that are not sure enough, but for those that a person
/// may know already. `lost` are the lines that gave no card.
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
    let points: Vec<i32> = drafts
        .iter()
        .map(|d| weights::points(d.shape, &grounds::seen(&around, d, &topics[d.topic])))
        .collect();
    // A page that is well understood is trusted further.
    let trust = mean(&points);
    let mut enough: Vec<bool> = points.iter().map(|p| p + trust >= ENOUGH).collect();
    let mut surest: Vec<usize> = (0..drafts.len())
        .filter(|i| drafts[*i].shape != Shape::Choice)
        .filter(|i| points[*i] + trust >= LEAST || points[*i] >= SOLID)
        .collect();
    surest.sort_by_key(|i| (-points[*i], *i));
    surest.iter().take(SUREST).for_each(|i| enough[*i] = true);
    for circle in circles(&drafts) {
        let of: Vec<i32> = circle.iter().map(|i| points[*i]).collect();
        circle
            .iter()
            .for_each(|i| enough[*i] = mean(&of) + trust >= ENOUGH);
    }
    // What is asked backwards is asked forwards as well.
    let backwards: HashSet<String> = drafts
        .iter()
        .zip(&enough)
        .filter(|(d, enough)| d.shape == Shape::Description && **enough)
        .map(|(d, _)| d.note.clone())
        .collect();
    let mut kept = Vec::new();
    let mut left = Vec::new();
    for (draft, enough) in drafts.into_iter().zip(enough) {
        let forward = draft.shape == Shape::Term && backwards.contains(&draft.note);
        match enough || forward || known.contains(&draft.id) {
            true => kept.push(draft),
            false => left.push(draft),
        }
    }
    leave(left, path, account);
    kept
}

fn mean(points: &[i32]) -> i32 {
    let many = i32::try_from(points.len()).unwrap_or(i32::MAX).max(1);
    points.iter().sum::<i32>().div_euclid(many)
}

/// The questions that offer each other's keys, by their places among the
/// drafts: one that went would leave its key to be crossed out in the others.
fn circles(drafts: &[Draft]) -> Vec<Vec<usize>> {
    let mut circles: Vec<(HashSet<&str>, Vec<usize>)> = Vec::new();
    for (i, draft) in drafts.iter().enumerate() {
        let Face::Choice(choice) = &draft.face else {
            continue;
        };
        let mut names: HashSet<&str> = choice.options.iter().map(|o| o.text.as_str()).collect();
        let mut all = vec![i];
        // What it has in common with earlier ones makes them one.
        circles.retain_mut(|(theirs, of)| {
            let apart = theirs.is_disjoint(&names);
            if !apart {
                names.extend(theirs.iter());
                all.append(of);
            }
            apart
        });
        circles.push((names, all));
    }
    circles.into_iter().map(|(_, all)| all).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::{Choice, ChoiceOption, Deck, Flashcard, OptionId, Origin, Text};
    use crate::generator::ids;
    use crate::generator::language::Language;
    use crate::generator::name::Name;
    use crate::generator::statement;
    use crate::generator::tests::fronts;
    use crate::generator::topic::Purpose;
    use crate::generator::{Source, generate};

    pub(super) fn draft(shape: Shape, front: &str, back: &str) -> Draft {
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

    /// A topic with a description, so many lines below its name.
    pub(super) fn topic(name: &str, told: &str, below: u32) -> Topic {
        let name = Name::of(name).unwrap();
        let statement = statement::read(told, &name);
        Topic {
            name,
            slug: None,
            task: None,
            core: None,
            was: Vec::new(),
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

    fn kept(page: &str, drafts: Vec<Draft>) -> Vec<Shape> {
        let none = HashSet::new();
        let topics = [topic("Cleat", "Iron.", 1)];
        let page = format!("{page}\n{}", "x".repeat(LONG));
        let kept = sure(
            drafts,
            (&page, "notes.md"),
            &[],
            &topics,
            &none,
            &mut Account::default(),
        );
        kept.iter().map(|d| d.shape).collect()
    }

    #[test]
    fn what_is_asked_backwards_is_asked_forwards() {
        let asked = "In Harbora, which piece of iron on a PIER holds the ropes of boats that lie there at \
            night and in storms?";
        let term = draft(Shape::Term, "What is a cleat?", "Iron.");
        let back = Draft {
            id: "b".into(),
            ..draft(Shape::Description, asked, "Cleat")
        };
        let alone = kept("Iron", vec![term.clone()]);
        assert!(alone.is_empty(), "{alone:?}");
        let both = kept("A cleat", vec![term, back]);
        assert_eq!(both, [Shape::Term, Shape::Description]);
    }

    #[test]
    fn a_page_of_which_little_is_sure_keeps_the_surest() {
        let hooks = |of: &str| -> Vec<Draft> {
            let hook = |i: usize| Draft {
                id: i.to_string(),
                note: i.to_string(),
                ..draft(Shape::Table, "What is the price of it?", of)
            };
            (0..9).map(hook).collect()
        };
        assert_eq!(kept("", hooks("Iron hooks of piers")).len(), SUREST);
        assert!(kept("", hooks("Iron")).is_empty());
        // One that is sure by itself stays beside many that aren't.
        let mut all = hooks("Iron");
        all.push(Draft {
            id: "s".into(),
            note: "s".into(),
            ..draft(
                Shape::Table,
                "What is the price of it?",
                "Iron hooks of piers",
            )
        });
        assert_eq!(kept("", all).len(), 1);
    }

    #[test]
    fn a_page_that_is_well_understood_is_trusted() {
        let told =
            "A ring of iron on a pier, painted red, where ropes of ferries are tied at night";
        let row = |i: usize, front: &str, of: &str| Draft {
            id: i.to_string(),
            note: i.to_string(),
            ..draft(Shape::Table, front, of)
        };
        let weak = (0..9).map(|i| row(i, "What is the price of it?", "Iron hooks"));
        let strong = (9..60).map(|i| row(i, "What is a use case for it?", told));
        assert_eq!(kept("", weak.clone().collect()).len(), SUREST);
        assert_eq!(kept("", weak.chain(strong).collect()).len(), 60);
    }

    /// A question with its key and three wrong options.
    pub(super) fn choice(key: &str, others: [&str; 3]) -> Draft {
        let option = |text: &str, correct: bool| ChoiceOption {
            id: OptionId::new(ids::slug(text)).unwrap(),
            text: Text::new(text),
            correct,
            why: None,
        };
        let mut options = vec![option(key, true)];
        options.extend(others.iter().map(|o| option(o, false)));
        let mut draft = draft(Shape::Choice, "", "");
        draft.face = Face::Choice(Choice {
            stem: Text::new("Which of these ties boats?"),
            options,
            explanation: None,
            level: None,
            tests: Vec::new(),
            origin: Origin::Derived,
        });
        draft
    }

    #[test]
    fn questions_that_offer_each_others_keys_stand_and_fall_together() {
        let drafts = [
            choice("Rope", ["Cleat", "Ring", "Bollard"]),
            choice("Lamp", ["Bell", "Horn", "Flag"]),
            choice("Cleat", ["Rope", "Ring", "Bollard"]),
            choice("Flag", ["Bell", "Horn", "Lamp"]),
        ];
        assert_eq!(circles(&drafts), [[2, 0], [3, 1]]);
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
}
