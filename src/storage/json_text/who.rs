//! What things are called in messages: an object, a value, the field that was
//! probably meant.

use crate::domain::Severity;
use std::fmt;

/// What an object is called in messages: `card 17 "x"`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Who<'a> {
    pub(crate) kind: &'static str,
    /// From 1; 0 where there is only one.
    pub(crate) ordinal: usize,
    pub(crate) name: Option<&'a str>,
    pub(crate) of: Option<&'a Who<'a>>,
}

impl<'a> Who<'a> {
    /// The file's one object.
    pub(crate) fn only(kind: &'static str) -> Self {
        Self {
            kind,
            ordinal: 0,
            name: None,
            of: None,
        }
    }
}

impl fmt::Display for Who<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(of) = self.of {
            write!(f, "{of}, ")?;
        }
        f.write_str(self.kind)?;
        if self.ordinal > 0 {
            write!(f, " {}", self.ordinal)?;
        }
        match self.name {
            Some(name) => {
                let short: String = name.chars().take(60).collect();
                write!(f, " \"{short}\"")
            }
            None => Ok(()),
        }
    }
}

/// What a kind of object may hold.
#[derive(Debug)]
pub(crate) struct Form {
    /// Fields that are read.
    pub(crate) known: &'static [&'static str],
    /// What a fault in it costs.
    pub(crate) cost: Severity,
}

/// What a value is, by its first byte.
pub(super) fn kind_of(json: &str) -> &'static str {
    match json.as_bytes().first() {
        Some(b'"') => "text",
        Some(b'{') => "an object",
        Some(b'[') => "a list",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    }
}

/// The name that was probably meant.
pub(crate) fn nearest(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let name: String = name.chars().take(40).collect::<String>().to_lowercase();
    let score = |k: &&'static str| strsim::normalized_damerau_levenshtein(&name, k);
    let best = known
        .iter()
        .copied()
        .max_by(|a, b| score(a).total_cmp(&score(b)))?;
    (score(&best) >= 0.6).then_some(best)
}
