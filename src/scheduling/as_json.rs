//! Events inside a snapshot.
//!
//! The snapshot's format names no fields, so a value whose type leaves fields
//! out when they are empty, as events do, would read back wrong. Such a value
//! is kept as its JSON.

use serde::de::{DeserializeOwned, Error as _};
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(super) fn serialize<T: Serialize, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
    let json = serde_json::to_string(value).map_err(S::Error::custom)?;
    to.serialize_str(&json)
}

pub(super) fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    from: D,
) -> Result<T, D::Error> {
    let json = String::deserialize(from)?;
    serde_json::from_str(&json).map_err(D::Error::custom)
}
