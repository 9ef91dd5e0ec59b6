//! Identifiers that survive rewording: what a person's history hangs on.
//!
//! An id is segments of letters, digits, `.`, `_` and `-`, joined by single
//! `/`, at most 128 bytes, no segment empty or starting with a dot. Outside its
//! deck a card is named `DECK#CARD`.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest id in bytes.
pub const MAX_ID_BYTES: usize = 128;

/// Why a string is not an id; the sentence is shown to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadId(pub &'static str);

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for BadId {}

/// Checks the law of ids.
///
/// # Errors
/// Says which part of the law is broken.
pub fn check_id(s: &str) -> Result<(), BadId> {
    if s.is_empty() {
        return Err(BadId("an id can't be empty"));
    }
    if s.len() > MAX_ID_BYTES {
        return Err(BadId("an id has at most 128 bytes"));
    }
    for segment in s.split('/') {
        if segment.is_empty() {
            return Err(BadId(
                "an id's segments are joined by single '/', with none at either end",
            ));
        }
        if segment.starts_with('.') {
            return Err(BadId("no segment of an id starts with a dot"));
        }
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
        if !segment.bytes().all(plain)
            && !segment
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'))
        {
            return Err(BadId(
                "an id holds letters, digits, '.', '_', '-' and '/' only",
            ));
        }
    }
    Ok(())
}

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Takes a string that keeps the law of ids.
            ///
            /// # Errors
            /// Says which part of the law is broken.
            pub fn new(s: impl Into<String>) -> Result<Self, BadId> {
                let s = s.into();
                check_id(&s)?;
                Ok(Self(s.into_boxed_str()))
            }

            /// The id as text; it holds no control characters.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;
            fn try_from(s: String) -> Result<Self, BadId> {
                Self::new(s)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

id_type!(
    /// A deck, unique in a library: `mls-c01/ai-services`.
    DeckId
);
id_type!(
    /// A card within its deck: `amazon-comprehend/purpose`. Also names notes
    /// (facts) and concepts, which live in the same space.
    CardId
);
id_type!(
    /// An option within its question.
    OptionId
);

/// A card anywhere: `DECK#CARD`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CardRef(Box<str>);

impl CardRef {
    /// Joins a deck and a card of it.
    pub fn new(deck: &DeckId, card: &CardId) -> Self {
        Self(format!("{deck}#{card}").into_boxed_str())
    }

    /// Takes `DECK#CARD`.
    ///
    /// # Errors
    /// Says what is wrong with either half.
    pub fn parse(s: impl Into<String>) -> Result<Self, BadId> {
        let s = s.into();
        let (deck, card) = s
            .split_once('#')
            .ok_or(BadId("a card outside its deck is written DECK#CARD"))?;
        check_id(deck)?;
        check_id(card)?;
        Ok(Self(s.into_boxed_str()))
    }

    /// `DECK#CARD`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The deck's half.
    pub fn deck(&self) -> &str {
        self.0.split_once('#').map_or("", |(deck, _)| deck)
    }

    /// The card's half.
    pub fn card(&self) -> &str {
        self.0.split_once('#').map_or("", |(_, card)| card)
    }
}

impl TryFrom<String> for CardRef {
    type Error = BadId;
    fn try_from(s: String) -> Result<Self, BadId> {
        Self::parse(s)
    }
}

impl From<CardRef> for String {
    fn from(r: CardRef) -> String {
        r.0.into()
    }
}

impl fmt::Display for CardRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_their_law() {
        for good in [
            "a",
            "amazon-comprehend/purpose",
            "q/x.1",
            "日本/語",
            "A_b-c.d",
        ] {
            assert!(check_id(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "/a",
            "a/",
            "a//b",
            ".a",
            "a/.b",
            "a b",
            "a#b",
            "a\u{1b}",
            "a\u{202e}b",
        ] {
            assert!(check_id(bad).is_err(), "{bad:?}");
        }
        assert!(check_id(&"x".repeat(128)).is_ok());
        assert!(check_id(&"x".repeat(129)).is_err());
    }

    #[test]
    fn a_reference_splits_into_deck_and_card() {
        let r = CardRef::parse("d/e#f/g").expect("well formed");
        assert_eq!((r.deck(), r.card()), ("d/e", "f/g"));
        assert!(CardRef::parse("nodeck").is_err());
        assert!(CardRef::parse("a#b#c").is_err());
    }
}
