//! The order in which a paper shows each question's options.

use crate::domain::OptionId;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

/// Keeps this stream apart from the one that drew the questions.
const STREAM: u64 = 0x6f70_7469_6f6e_7321;

/// Shuffles each question's options, one after the other, from the paper's seed.
pub fn shuffle(seed: u64, questions: &mut [Vec<OptionId>]) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ STREAM);
    for options in questions {
        options.shuffle(&mut rng);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options() -> Vec<OptionId> {
        let names = ["a", "b", "c", "d"];
        names.map(|n| OptionId::new(n).expect("an id")).into()
    }

    #[test]
    fn keys_stand_at_every_place_equally_often() {
        let mut places = [0.0f64; 4];
        for seed in 0..400 {
            let mut paper = vec![options(); 65];
            shuffle(seed, &mut paper);
            for question in &paper {
                let at = question.iter().position(|o| o.as_str() == "a");
                places[at.expect("still there")] += 1.0;
            }
        }
        let expected = 400.0 * 65.0 / 4.0;
        let chi2: f64 = places
            .iter()
            .map(|n| (n - expected).powi(2) / expected)
            .sum();
        // 99.9 % quantile with three degrees of freedom.
        assert!(chi2 < 16.27, "{chi2}: {places:?}");
    }

    #[test]
    fn places_of_one_paper_do_not_follow_each_other() {
        // The key's place and the next question's: sixteen pairs, equally often.
        let mut pairs = [[0.0f64; 4]; 4];
        for seed in 0..400 {
            let mut paper = vec![options(); 65];
            shuffle(seed, &mut paper);
            let place = |q: &Vec<OptionId>| q.iter().position(|o| o.as_str() == "a");
            for pair in paper.windows(2) {
                let at = |i: usize| place(&pair[i]).expect("still there");
                pairs[at(0)][at(1)] += 1.0;
            }
        }
        let expected = 400.0 * 64.0 / 16.0;
        let cells = pairs.iter().flatten();
        let chi2: f64 = cells.map(|n| (n - expected).powi(2) / expected).sum();
        // 99.9 % quantile with fifteen degrees of freedom.
        assert!(chi2 < 37.7, "{chi2}: {pairs:?}");
    }

    #[test]
    fn the_same_seed_gives_the_same_orders() {
        let paper = |seed| {
            let mut paper = vec![options(); 9];
            shuffle(seed, &mut paper);
            paper
        };
        assert_eq!(paper(3), paper(3));
        assert_ne!(paper(3), paper(4));
    }
}
