//! What each ground tells, for cards of each shape: the weights of a logistic
//! regression, in tenths.

use super::grounds::Ground;
use crate::generator::account::Shape;

/// The points of a card that nothing is seen of, and those of each ground.
type Weights = (i32, &'static [(Ground, i32)]);

use Ground::*;

const TERM: Weights = (
    7,
    &[
        (Crowded, 5),
        (Leading, 5),
        (Use, 5),
        (Facts1, 4),
        (Kind, 4),
        (New4, 4),
        (Row, 4),
        (New2, 3),
        (Placed, 3),
        (Long60, 2),
        (Long90, 2),
        (Near2, 2),
        (Alone, -3),
        (Can, -3),
        (Code, -3),
        (Etc, -3),
        (Far12, -3),
        (Small, -3),
        (Joins, -4),
        (Scene, -4),
        (Below5, -5),
        (Far30, -5),
        (Western, -5),
        (EchoesAll, -6),
        (Loose, -8),
    ],
);

const DESCRIPTION: Weights = (
    5,
    &[
        (Crowded, 6),
        (Placed, 5),
        (Kind, 4),
        (New6, 4),
        (Acronym, 3),
        (Branded, 3),
        (Leading, 3),
        (House, 2),
        (Long90, 2),
        (Row, 2),
        (Use, 2),
        (Does, -2),
        (Etc, -2),
        (Joins, -2),
        (Code, -3),
        (Deep, -3),
        (Far30, -3),
        (Loose, -3),
        (Scene, -3),
        (Below5, -5),
        (VerbTold, -5),
        (Western, -5),
        (Wordy, -5),
    ],
);

const ASPECT: Weights = (
    7,
    &[
        (Use, 7),
        (New2, 5),
        (Eastern, 4),
        (New6, 4),
        (Crowded, 3),
        (House, 2),
        (Near2, 2),
        (Deep, -2),
        (Does, -2),
        (EchoesAll, -2),
        (Far12, -2),
        (Far30, -2),
        (HasName, -2),
        (VerbTold, -2),
        (You, -2),
        (Below5, -3),
        (Can, -3),
        (Loose, -3),
        (Code, -4),
        (Dot, -4),
        (Small, -4),
        (Wordy, -4),
        (Etc, -5),
        (Western, -6),
    ],
);

const COMPARISON: Weights = (
    9,
    &[
        (Crowded, 4),
        (Near2, 4),
        (Row, 4),
        (Kind, 3),
        (New2, 3),
        (New6, 3),
        (Use, 3),
        (Acronym, 2),
        (Branded, 2),
        (Eastern, 2),
        (House, 2),
        (Can, -2),
        (Deep, -2),
        (Etc, -2),
        (Scene, -2),
        (VerbTold, -2),
        (Below5, -3),
        (Dot, -3),
        (Facts3, -3),
        (HasName, -3),
        (Wordy, -3),
        (Code, -4),
        (Loose, -4),
        (Western, -4),
    ],
);

const CHOICE: Weights = (
    8,
    &[
        (Crowded, 4),
        (House, 4),
        (Row, 4),
        (Kind, 3),
        (Leading, 3),
        (Near2, 3),
        (Use, 3),
        (Acronym, 2),
        (Alike, 2),
        (Branded, 2),
        (Facts1, 2),
        (Dot, -2),
        (Etc, -2),
        (Scene, -2),
        (VerbTold, -2),
        (Below5, -3),
        (Deep, -3),
        (EchoesAll, -3),
        (Long90, -3),
        (Loose, -3),
        (Code, -4),
        (Wordy, -4),
        (Western, -5),
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
        assert_eq!(points(Shape::Term, &seen), 7 + 4 + 4 - 6);
        assert_eq!(points(Shape::Description, &seen), 5 + 2 + 4);
        assert_eq!(points(Shape::Table, &seen), 7 - 2);
        assert_eq!(points(Shape::Choice, &seen), 8 + 4 + 3 - 3);
        assert_eq!(points(Shape::List, &[Near2]), 7 + 2);
        assert_eq!(points(Shape::Comparison, &[Dot]), 9 - 3);
    }

    #[test]
    fn no_ground_is_weighed_twice() {
        for (_, weights) in [TERM, DESCRIPTION, ASPECT, COMPARISON, CHOICE] {
            let twice = |i: usize| weights[..i].iter().any(|w| w.0 == weights[i].0);
            assert!(!(0..weights.len()).any(twice));
        }
    }
}
