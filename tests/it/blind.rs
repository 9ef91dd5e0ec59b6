//! Derived questions about a made-up world, answered by solvers who have not
//! read its notes: whoever knows only the wording must do little better than
//! chance.

use cramless::domain::{Choice, Origin};
use cramless::generator::{Source, generate};
use std::collections::{HashMap, HashSet};

const CHANCE: f64 = 0.25;
/// How much better than chance a solver may do.
const MARGIN: f64 = 0.10;

/// A derived question as a blind solver sees it.
struct Seen {
    stem: String,
    options: Vec<String>,
    key: usize,
}

fn questions() -> Vec<Seen> {
    let source = Source {
        path: "services.md".into(),
        text: include_str!("fixtures/blind/services.md").into(),
    };
    let made = generate(&[source], &[], None);
    let cards = made.decks.iter().flat_map(|d| &d.cards);
    let choices = cards.filter_map(|c| c.choice());
    choices
        .filter(|c| c.origin == Origin::Derived)
        .map(|c: &Choice| Seen {
            stem: c.stem.as_str().to_lowercase(),
            options: c
                .options
                .iter()
                .map(|o| o.text.as_str().to_owned())
                .collect(),
            key: c.options.iter().position(|o| o.correct).unwrap(),
        })
        .collect()
}

fn words(text: &str) -> HashSet<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.len() > 2)
        .map(str::to_lowercase)
        .collect()
}

fn letters(text: &str, n: usize) -> HashSet<String> {
    let chars: Vec<char> = text
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphabetic())
        .collect();
    chars.windows(n).map(|w| w.iter().collect()).collect()
}

/// What the last word of a name adds to what all names begin with.
fn own(option: &str) -> &str {
    option.split_whitespace().next_back().unwrap_or(option)
}

/// A clue gives each option a number; the highest is taken, ties are shared.
type Clue = fn(&Seen, usize, &Tally) -> f64;

/// What can be learned from the other questions' wording.
struct Tally {
    /// How often each option is offered.
    offered: HashMap<String, usize>,
}

fn has(option: &str, list: &[&str]) -> f64 {
    words(option)
        .iter()
        .filter(|w| list.contains(&w.as_str()))
        .count() as f64
}

/// Positions of an option in alphabetical order.
fn rank(q: &Seen, i: usize) -> usize {
    q.options.iter().filter(|o| **o < q.options[i]).count()
}

const CLUES: [(&str, Clue); 19] = [
    ("longest", |q, i, _| q.options[i].len() as f64),
    ("shortest", |q, i, _| -(q.options[i].len() as f64)),
    ("most words", |q, i, _| {
        q.options[i].split_whitespace().count() as f64
    }),
    ("shares words with the stem", |q, i, _| {
        words(&q.options[i]).intersection(&words(&q.stem)).count() as f64
    }),
    ("shares letters with the stem", |q, i, _| {
        let of = letters(own(&q.options[i]), 3);
        let shared = of.intersection(&letters(&q.stem, 3)).count();
        shared as f64 / of.len().max(1) as f64
    }),
    ("shares beginnings with the stem", |q, i, _| {
        let name = own(&q.options[i]).to_lowercase();
        words(&q.stem)
            .iter()
            .map(|w| {
                w.chars()
                    .zip(name.chars())
                    .take_while(|(a, b)| a == b)
                    .count()
            })
            .max()
            .unwrap_or(0) as f64
    }),
    ("most like the others", |q, i, _| likeness(q, i)),
    ("least like the others", |q, i, _| -likeness(q, i)),
    ("most specific", |q, i, _| {
        q.options[i]
            .chars()
            .filter(|c| c.is_uppercase() || c.is_numeric() || !c.is_alphanumeric() && *c != ' ')
            .count() as f64
    }),
    ("hedged", |q, i, _| {
        has(
            &q.options[i],
            &["may", "often", "usually", "some", "general", "managed"],
        )
    }),
    ("avoids absolutes", |q, i, _| {
        -has(
            &q.options[i],
            &["all", "only", "every", "never", "always", "full", "any"],
        )
    }),
    ("agrees with the verb", |q, i, _| {
        let singular = q
            .stem
            .split_whitespace()
            .any(|w| matches!(w, "is" | "keeps" | "does"));
        let plural = q.options[i].ends_with('s');
        f64::from(singular != plural)
    }),
    ("first", |_, i, _| -(i as f64)),
    ("last", |_, i, _| i as f64),
    ("second", |_, i, _| f64::from(i == 1)),
    ("third", |_, i, _| f64::from(i == 2)),
    ("middle of the alphabet", |q, i, _| {
        f64::from(rank(q, i) == 1 || rank(q, i) == 2)
    }),
    ("offered seldom", |q, i, t| {
        -(t.offered.get(&q.options[i]).copied().unwrap_or(0) as f64)
    }),
    ("offered often", |q, i, t| {
        t.offered.get(&q.options[i]).copied().unwrap_or(0) as f64
    }),
];

fn likeness(q: &Seen, i: usize) -> f64 {
    let mine = letters(&q.options[i], 2);
    let others = (0..q.options.len()).filter(|j| *j != i);
    others
        .map(|j| {
            let theirs = letters(&q.options[j], 2);
            mine.intersection(&theirs).count() as f64 / mine.union(&theirs).count().max(1) as f64
        })
        .sum()
}

/// A solver's expected share of right answers.
fn share(bank: &[Seen], score: impl Fn(&Seen, usize) -> f64) -> f64 {
    let right: f64 = bank
        .iter()
        .map(|q| {
            let scores: Vec<f64> = (0..q.options.len()).map(|i| score(q, i)).collect();
            let best = scores.iter().copied().fold(f64::MIN, f64::max);
            let top: Vec<usize> = (0..scores.len()).filter(|i| scores[*i] == best).collect();
            f64::from(u8::from(top.contains(&q.key))) / top.len() as f64
        })
        .sum();
    right / bank.len() as f64
}

fn tally(bank: &[Seen]) -> Tally {
    let mut offered = HashMap::new();
    for option in bank.iter().flat_map(|q| &q.options) {
        *offered.entry(option.clone()).or_default() += 1;
    }
    Tally { offered }
}

#[test]
fn who_reads_only_the_wording_does_little_better_than_chance() {
    let bank = questions();
    assert!(bank.len() >= 60, "{} questions", bank.len());
    assert!(bank.iter().all(|q| q.options.len() == 4));
    let tally = tally(&bank);
    for (name, clue) in CLUES {
        let share = share(&bank, |q, i| clue(q, i, &tally));
        println!("{share:.3} {name}");
        assert!(share <= CHANCE + MARGIN, "{name}: {share:.3}");
    }
}

#[test]
fn no_name_stands_out_among_the_questions() {
    let bank = questions();
    let offered = tally(&bank).offered;
    let odd: Vec<_> = offered.iter().filter(|(_, n)| **n != 4).collect();
    assert!(odd.is_empty(), "{odd:?}");
    let keys: HashSet<&str> = bank.iter().map(|q| q.options[q.key].as_str()).collect();
    assert_eq!(keys.len(), bank.len());
    assert_eq!(offered.len(), bank.len());
}

#[test]
fn in_a_circle_of_four_each_place_is_right_once() {
    let mut circles: HashMap<Vec<String>, Vec<usize>> = HashMap::new();
    for q in questions() {
        let mut names = q.options.clone();
        names.sort();
        circles.entry(names).or_default().push(q.key);
    }
    let mut fours: Vec<_> = circles.into_values().filter(|c| c.len() == 4).collect();
    assert!(fours.len() > 5, "{} circles", fours.len());
    for keys in &mut fours {
        keys.sort_unstable();
        assert_eq!(*keys, [0, 1, 2, 3]);
    }
}

/// Weighs the clues by how well they did on the other half of the bank, keys
/// known, then answers this half.
#[test]
fn a_solver_that_learns_which_clues_pay_gains_little() {
    let bank = questions();
    let tally = tally(&bank);
    let half = |rest: usize| -> Vec<usize> { (0..bank.len()).filter(|i| i % 2 == rest).collect() };
    let mut right = 0.0;
    for (train, test) in [(half(0), half(1)), (half(1), half(0))] {
        let of = |picks: &[usize]| -> Vec<Seen> {
            picks
                .iter()
                .map(|i| Seen {
                    stem: bank[*i].stem.clone(),
                    options: bank[*i].options.clone(),
                    key: bank[*i].key,
                })
                .collect()
        };
        let (known, asked) = (of(&train), of(&test));
        let weights: Vec<f64> = CLUES
            .iter()
            .map(|(_, clue)| share(&known, |q, i| clue(q, i, &tally)) - CHANCE)
            .collect();
        let combined = |q: &Seen, i: usize| -> f64 {
            CLUES
                .iter()
                .zip(&weights)
                .map(|((_, clue), w)| {
                    let all: Vec<f64> = (0..q.options.len()).map(|j| clue(q, j, &tally)).collect();
                    let best = all.iter().copied().fold(f64::MIN, f64::max);
                    w * f64::from(u8::from(all[i] == best))
                })
                .sum()
        };
        right += share(&asked, combined) * asked.len() as f64;
    }
    let share = right / bank.len() as f64;
    println!("{share:.3} combined");
    assert!(share <= CHANCE + MARGIN, "combined: {share:.3}");
}

#[test]
fn keys_stand_in_every_place_alike() {
    let bank = questions();
    for place in 0..4 {
        let here = bank.iter().filter(|q| q.key == place).count() as f64;
        let share = here / bank.len() as f64;
        assert!((0.13..=0.37).contains(&share), "place {place}: {share:.2}");
    }
}
