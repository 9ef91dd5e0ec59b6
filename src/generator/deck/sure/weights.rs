//! What each ground tells, for cards of each shape: the weights of a logistic
//! regression, in tenths.

use super::grounds::Ground;
use crate::generator::account::Shape;

/// The points of a card that nothing is seen of, and those of each ground.
type Weights = (i32, &'static [(Ground, i32)]);

use Ground::*;

const TERM: Weights = (
    6,
    &[
        (Row, 8),
        (Leading, 5),
        (Use, 5),
        (Facts1, 4),
        (HasName, 4),
        (New4, 4),
        (Kind, 4),
        (Long60, 4),
        (Below1, 4),
        (Group3, 4),
        (Near2, 3),
        (Far12, -2),
        (VerbTold, -2),
        (Big, -3),
        (Alone, -3),
        (Can, -3),
        (EchoesAll, -5),
        (Far30, -5),
        (Below5, -5),
        (Joins, -6),
    ],
);

const DESCRIPTION: Weights = (
    -4,
    &[
        (Crowded, 6),
        (Below1, 5),
        (Kind, 5),
        (Long60, 5),
        (Long90, 5),
        (Acronym, 5),
        (Branded, 4),
        (HasName, 4),
        (Verb, 3),
        (Long50, 2),
        (Quoted, -3),
        (Allows, -3),
        (Deep, -4),
        (Wordy, -4),
        (Not, -4),
        (Below5, -5),
        (VerbTold, -6),
    ],
);

const ASPECT: Weights = (
    10,
    &[
        (New2, 7),
        (New6, 6),
        (Use, 6),
        (Branded, 5),
        (Article, 5),
        (Eastern, 3),
        (Does, -2),
        (Echoes, -3),
        (Far30, -3),
        (You, -3),
        (Deep, -3),
        (Dot, -4),
        (Code, -4),
        (Etc, -4),
        (This, -4),
        (Far12, -5),
        (Western, -6),
        (Small, -7),
    ],
);

const COMPARISON: Weights = (25, &[(Facts3, -3), (Long90, -4), (Group3, -6)]);

const CHOICE: Weights = (13, &[(House, 4), (Row, 4), (Wordy, -4), (Well30, -4)]);

/// The points of a card: the logarithm of its odds to be good, in tenths.
pub(super) fn points(shape: Shape, seen: &[Ground]) -> i32 {
    let (without, weights) = match shape {
        Shape::Term => TERM,
        Shape::Description => DESCRIPTION,
        Shape::Comparison => COMPARISON,
        Shape::Choice => CHOICE,
        Shape::Authored | Shape::Feature | Shape::Table | Shape::List | Shape::Cloze => ASPECT,
    };
    let of = |g: &Ground| weights.iter().find(|(w, _)| w == g).map_or(0, |(_, p)| *p);
    without + seen.iter().map(of).sum::<i32>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_shape_weighs_for_itself() {
        let seen = [Row, Kind, EchoesAll];
        assert_eq!(points(Shape::Term, &seen), 6 + 8 + 4 - 5);
        assert_eq!(points(Shape::Description, &seen), -4 + 5);
        assert_eq!(points(Shape::Table, &seen), 10);
        assert_eq!(points(Shape::Choice, &seen), 13 + 4);
        assert_eq!(points(Shape::Comparison, &[Group3]), 25 - 6);
    }

    #[test]
    fn no_ground_is_weighed_twice() {
        for (_, weights) in [TERM, DESCRIPTION, ASPECT, COMPARISON, CHOICE] {
            let twice = |i: usize| weights[..i].iter().any(|w| w.0 == weights[i].0);
            assert!(!(0..weights.len()).any(twice));
        }
    }
}
