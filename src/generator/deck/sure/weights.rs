//! What each ground tells, for cards of each shape: the weights of a logistic
//! regression, in tenths.

use super::grounds::Ground;
use crate::generator::account::Shape;

/// The points of a card that nothing is seen of, and those of each ground.
type Weights = (i32, &'static [(Ground, i32)]);

use Ground::*;

const TERM: Weights = (
    4,
    &[
        (Row, 5),
        (Facts1, 4),
        (New2, 4),
        (New4, 4),
        (Kind, 4),
        (Leading, 4),
        (Below1, 4),
        (Crowded, 3),
        (Long60, 3),
        (Group3, 3),
        (Use, 3),
        (HasName, 2),
        (Near2, 2),
        (Acronym, 2),
        (Alone, -2),
        (Small, -2),
        (Code, -2),
        (Far12, -3),
        (Scene, -3),
        (Can, -3),
        (Western, -4),
        (EchoesAll, -5),
        (Far30, -5),
        (Joins, -5),
        (Below5, -5),
        (Loose, -9),
    ],
);

const DESCRIPTION: Weights = (
    -3,
    &[
        (Below1, 5),
        (Kind, 5),
        (Crowded, 5),
        (New6, 4),
        (HasName, 4),
        (Long60, 3),
        (Long90, 3),
        (Group3, 3),
        (Acronym, 3),
        (Branded, 2),
        (Row, 2),
        (Use, -3),
        (Scene, -3),
        (Does, -3),
        (Deep, -4),
        (Not, -4),
        (Below5, -4),
        (Wordy, -5),
        (VerbTold, -8),
    ],
);

const ASPECT: Weights = (
    7,
    &[
        (New2, 6),
        (Use, 5),
        (New6, 4),
        (Eastern, 4),
        (List, 3),
        (Group3, 3),
        (Facts3, 3),
        (Branded, 3),
        (Article, 3),
        (New4, 2),
        (EchoesAll, -2),
        (Wordy, -2),
        (Loose, -2),
        (Does, -3),
        (Far30, -3),
        (You, -3),
        (Deep, -3),
        (Code, -3),
        (Dot, -4),
        (Far12, -4),
        (Etc, -4),
        (Western, -5),
        (Small, -6),
    ],
);

const COMPARISON: Weights = (20, &[(Row, 4), (Crowded, 3), (Long90, -4), (Group3, -5)]);

const CHOICE: Weights = (
    12,
    &[
        (House, 4),
        (Row, 4),
        (Alike, 3),
        (Acronym, 3),
        (Leading, 2),
        (Branded, 2),
        (Deep, -3),
        (Wordy, -3),
    ],
);

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
        assert_eq!(points(Shape::Term, &seen), 4 + 5 + 4 - 5);
        assert_eq!(points(Shape::Description, &seen), -3 + 2 + 5);
        assert_eq!(points(Shape::Table, &seen), 7 - 2);
        assert_eq!(points(Shape::Choice, &seen), 12 + 4);
        assert_eq!(points(Shape::List, &[List]), 7 + 3);
        assert_eq!(points(Shape::Comparison, &[Group3]), 20 - 5);
    }

    #[test]
    fn no_ground_is_weighed_twice() {
        for (_, weights) in [TERM, DESCRIPTION, ASPECT, COMPARISON, CHOICE] {
            let twice = |i: usize| weights[..i].iter().any(|w| w.0 == weights[i].0);
            assert!(!(0..weights.len()).any(twice));
        }
    }
}
