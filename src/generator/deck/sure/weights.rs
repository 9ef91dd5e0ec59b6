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
        (Row, 6),
        (Facts1, 5),
        (Use, 5),
        (HasName, 4),
        (New2, 4),
        (Kind, 4),
        (Leading, 4),
        (Long60, 4),
        (Below1, 4),
        (Crowded, 3),
        (Near2, 3),
        (New4, 3),
        (Group3, 3),
        (Big, -3),
        (Alone, -3),
        (Far12, -3),
        (Scene, -3),
        (Can, -3),
        (Code, -3),
        (EchoesAll, -4),
        (Far30, -5),
        (Joins, -5),
        (Below5, -5),
        (Loose, -9),
    ],
);

const DESCRIPTION: Weights = (
    -1,
    &[
        (Below1, 6),
        (Kind, 5),
        (Crowded, 5),
        (HasName, 4),
        (Long60, 3),
        (Long90, 3),
        (Row, 3),
        (New6, 3),
        (Group3, 3),
        (Acronym, 3),
        (Allows, -2),
        (Use, -3),
        (Deep, -4),
        (Wordy, -4),
        (Scene, -4),
        (Not, -4),
        (Below5, -4),
        (VerbTold, -7),
    ],
);

const ASPECT: Weights = (
    9,
    &[
        (New2, 6),
        (Use, 5),
        (New6, 4),
        (Branded, 4),
        (Article, 4),
        (Facts3, 3),
        (Eastern, 3),
        (New4, 2),
        (Scene, -3),
        (Does, -3),
        (You, -3),
        (Loose, -3),
        (Deep, -3),
        (Code, -3),
        (Far30, -4),
        (Etc, -4),
        (Dot, -5),
        (Far12, -5),
        (Small, -6),
        (Western, -6),
    ],
);

const COMPARISON: Weights = (23, &[(Group3, -4), (Long90, -4)]);

const CHOICE: Weights = (
    10,
    &[
        (Row, 6),
        (House, 6),
        (Alike, 4),
        (Siblings, 3),
        (Deep, -4),
        (Wordy, -4),
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
        assert_eq!(points(Shape::Term, &seen), 4 + 6 + 4 - 4);
        assert_eq!(points(Shape::Description, &seen), -1 + 3 + 5);
        assert_eq!(points(Shape::Table, &seen), 9);
        assert_eq!(points(Shape::Choice, &seen), 10 + 6);
        assert_eq!(points(Shape::Comparison, &[Group3]), 23 - 4);
    }

    #[test]
    fn no_ground_is_weighed_twice() {
        for (_, weights) in [TERM, DESCRIPTION, ASPECT, COMPARISON, CHOICE] {
            let twice = |i: usize| weights[..i].iter().any(|w| w.0 == weights[i].0);
            assert!(!(0..weights.len()).any(twice));
        }
    }
}
