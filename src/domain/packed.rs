//! Many card references as one page of text and their ends in it: how caches
//! keep them, since ten thousand small strings take longer to read than a
//! whole start may.

use super::id::{CardRef, Page};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// References in an order that whoever packs them knows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Packed {
    text: Box<str>,
    /// Of each reference, in bytes.
    lengths: Vec<u16>,
}

impl Packed {
    /// Packs references, in their order.
    pub fn of<'a>(cards: impl IntoIterator<Item = &'a CardRef>) -> Self {
        let (mut text, mut lengths) = (String::new(), Vec::new());
        for card in cards {
            let before = text.len();
            text.push_str(card.as_str());
            // A reference has at most 257 bytes.
            lengths.push(u16::try_from(text.len() - before).unwrap_or(u16::MAX));
        }
        let text = text.into_boxed_str();
        Self { text, lengths }
    }

    /// The references; none if the lengths aren't those of the text's pieces.
    pub fn unpack(self) -> Option<Vec<CardRef>> {
        let page = Arc::new(Page(self.text));
        let mut at = 0_u32;
        let mut take = |len: u16| {
            let card = CardRef::of(&page, at, len)?;
            at = at.checked_add(u32::from(len))?;
            Some(card)
        };
        self.lengths.into_iter().map(&mut take).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_come_back_in_their_order() {
        let cards: Vec<CardRef> = ["d#z", "d/e#日本/語", "d#a"]
            .iter()
            .map(|s| CardRef::parse(*s).expect("an id"))
            .collect();
        assert_eq!(Packed::of(&cards).unpack(), Some(cards));
        assert_eq!(Packed::default().unpack(), Some(Vec::new()));
    }

    #[test]
    fn what_was_not_packed_is_not_unpacked() {
        let packed = |text: &str, lengths: &[u16]| Packed {
            text: text.into(),
            lengths: lengths.to_vec(),
        };
        for odd in [
            packed("d#a", &[4]),
            packed("d#語", &[3]),
            packed("d#a", &[3, 1]),
        ] {
            assert_eq!(odd.clone().unpack(), None, "{odd:?}");
        }
    }
}
