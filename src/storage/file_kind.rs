//! Whether a JSON file is a deck or a blueprint: both may stand in one folder.

use super::blueprint_file;
use serde::Deserialize;
use serde::de::IgnoredAny;

#[derive(Deserialize)]
struct Probe {
    cards: Option<IgnoredAny>,
    domains: Option<IgnoredAny>,
}

/// Whether a file has domains rather than cards. What can't be parsed counts as
/// a deck, and is explained as one.
pub fn is_blueprint(bytes: &[u8]) -> bool {
    if bytes.len() as u64 > blueprint_file::MAX_FILE {
        return false;
    }
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice::<Probe>(body).is_ok_and(|p| p.domains.is_some() && p.cards.is_none())
}
