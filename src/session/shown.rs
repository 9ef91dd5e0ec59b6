//! The order in which a question's options are shown.
//!
//! Shuffled anew at every showing, but from the card and how often it was
//! answered, so that a restart or a second `next` shows the same order.

use crate::domain::{CardRef, Choice, OptionId};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

/// Option ids in the order to show them.
pub fn option_order(card: &CardRef, choice: &Choice, reviews: u32) -> Vec<OptionId> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed(card.as_str(), reviews));
    let mut ids: Vec<OptionId> = choice.options.iter().map(|o| o.id.clone()).collect();
    ids.shuffle(&mut rng);
    ids
}

/// FNV-1a: stable for ever, unlike the standard library's hasher.
fn seed(name: &str, reviews: u32) -> u64 {
    let bytes = name.bytes().chain(reviews.to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Text;
    use crate::domain::card::{ChoiceOption, Origin};

    fn question() -> Choice {
        let option = |id: &str| ChoiceOption {
            id: OptionId::new(id).expect("an id"),
            text: Text::new(id),
            correct: id == "a",
            why: None,
        };
        Choice {
            stem: Text::new("?"),
            options: ["a", "b", "c", "d"].map(option).into(),
            explanation: None,
            level: None,
            tests: Vec::new(),
            origin: Origin::Authored,
        }
    }

    #[test]
    fn the_order_is_the_same_until_the_card_was_answered() {
        let card = CardRef::parse("d#q").expect("an id");
        let q = question();
        assert_eq!(option_order(&card, &q, 3), option_order(&card, &q, 3));
        let orders: std::collections::HashSet<_> =
            (0..20).map(|n| option_order(&card, &q, n)).collect();
        assert!(orders.len() > 5, "{}", orders.len());
    }

    #[test]
    fn the_key_comes_at_every_place_about_equally_often() {
        let q = question();
        let mut places = [0u32; 4];
        for n in 0..4000 {
            let card = CardRef::parse(format!("d#q{n}")).expect("an id");
            let order = option_order(&card, &q, 0);
            let at = order
                .iter()
                .position(|id| id.as_str() == "a")
                .expect("there");
            places[at] += 1;
        }
        assert!(places.iter().all(|n| (850..1150).contains(n)), "{places:?}");
    }
}
