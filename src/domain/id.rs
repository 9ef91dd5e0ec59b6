//! Identifiers that survive rewording: what a person's history hangs on.
//!
//! An id is segments of letters, digits, `.`, `_` and `-`, joined by single
//! `/`, at most 128 bytes, no segment empty or starting with a dot. Outside its
//! deck a card is named `DECK#CARD`.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

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
///
/// A slice of a page of text that many of them may share ([`packed`]), so that
/// ten thousand cost one allocation and copying one costs a count.
///
/// [`packed`]: super::packed
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CardRef {
    page: Arc<Page>,
    at: u32,
    len: u16,
}

/// The text that references are slices of.
pub(super) struct Page(pub(super) Box<str>);

impl CardRef {
    /// Joins a deck and a card of it.
    pub fn new(deck: &DeckId, card: &CardId) -> Self {
        Self::alone(format!("{deck}#{card}"))
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
        Ok(Self::alone(s))
    }

    fn alone(s: String) -> Self {
        // Two ids of at most 128 bytes and a '#'.
        let len = u16::try_from(s.len()).unwrap_or(u16::MAX);
        Self {
            page: Arc::new(Page(s.into_boxed_str())),
            at: 0,
            len,
        }
    }

    /// The slice of a page, if it has one there.
    pub(super) fn of(page: &Arc<Page>, at: u32, len: u16) -> Option<Self> {
        let end = (at as usize).checked_add(usize::from(len))?;
        page.0.get(at as usize..end)?;
        Some(Self {
            page: Arc::clone(page),
            at,
            len,
        })
    }

    /// `DECK#CARD`.
    pub fn as_str(&self) -> &str {
        &self.page.0[self.at as usize..][..usize::from(self.len)]
    }

    /// The deck's half.
    pub fn deck(&self) -> &str {
        self.as_str().split_once('#').map_or("", |(deck, _)| deck)
    }

    /// The card's half.
    pub fn card(&self) -> &str {
        self.as_str().split_once('#').map_or("", |(_, card)| card)
    }
}

impl PartialEq for CardRef {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for CardRef {}

impl PartialOrd for CardRef {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for CardRef {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for CardRef {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for CardRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CardRef({:?})", self.as_str())
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
        r.as_str().to_owned()
    }
}

impl fmt::Display for CardRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
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
