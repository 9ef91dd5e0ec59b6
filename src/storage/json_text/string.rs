//! Strings of a file: decoded, sanitised, and what is wrong with them said.

use super::report::{Flaw, Report};
use super::syntax;
use crate::domain::id::check_id;
use crate::domain::{Severity, Text};
use serde::Deserialize;
use serde::de::{Deserializer, Visitor};
use std::borrow::Cow;
use std::fmt;

/// The string that a JSON string stands for; nothing for half a surrogate pair.
pub(super) fn string_of(json: &str) -> Option<Cow<'_, str>> {
    serde_json::from_str::<Str<'_>>(json).ok().map(|s| s.0)
}

/// Sanitises, and warns of what had to be taken out.
pub(super) fn cleaned(
    report: &mut Report<'_>,
    raw: &str,
    at: usize,
    place: &dyn fmt::Display,
) -> Text {
    let (text, seen) = Text::cleaned(raw);
    if seen.is_clean() {
        return text;
    }
    let mut warn = |code, what: String| {
        report.add(Flaw::new(
            Severity::Warning,
            code,
            at,
            format!("{place}: {what}"),
        ));
    };
    let s = |n: usize| if n == 1 { "" } else { "s" };
    if seen.controls > 0 {
        let n = seen.controls;
        warn(
            "control",
            format!("{n} control character{} shown as ␛ or the like", s(n)),
        );
    }
    if let Some(c) = seen.first_invisible {
        let n = seen.invisible;
        let code = u32::from(c);
        let more = if n > 1 {
            format!(" and {} more", n - 1)
        } else {
            String::new()
        };
        warn(
            "invisible",
            format!("invisible or bidi control U+{code:04X}{more} replaced"),
        );
    }
    if seen.marks > 0 {
        let n = seen.marks;
        warn(
            "marks",
            format!("{n} combining mark{} dropped (at most 4 a letter)", s(n)),
        );
    }
    text
}

/// A string that can't be decoded: its escapes were checked when the file was
/// parsed, so it holds half of a surrogate pair.
pub(super) fn bad_string(value: &str, at: usize, place: &dyn fmt::Display) -> Flaw {
    let bytes = value.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let rest = &bytes[i..];
        if lone_half(rest) {
            break;
        }
        // An escaped pair or sign is passed over whole.
        i += match rest {
            [b'\\', b'u', ..] if surrogate(rest).is_some() => 12,
            [b'\\', ..] => 2,
            _ => 1,
        };
    }
    let half = value.get(i..i + 6).unwrap_or_default();
    syntax::half_pair(at + i.min(bytes.len()), half, &format!("{place}: "))
}

/// The code unit that a `\u` escape stands for, if it is half a pair.
fn surrogate(s: &[u8]) -> Option<u16> {
    let digits = s.strip_prefix(b"\\u")?.get(..4)?;
    let unit = u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    (0xd800..=0xdfff).contains(&unit).then_some(unit)
}

fn lone_half(s: &[u8]) -> bool {
    match surrogate(s) {
        Some(0xd800..=0xdbff) => {
            let next = s.get(6..).and_then(surrogate);
            !matches!(next, Some(0xdc00..=0xdfff))
        }
        Some(_) => true,
        None => false,
    }
}

/// Checks an id and says what is wrong with it, with the sign to look for.
pub(crate) fn id_fault(s: &str) -> Option<(String, Cow<'static, str>)> {
    let law = "ids are segments of letters, digits, '.', '_' and '-', joined by single '/', at most 128 bytes";
    let bad = check_id(s).err()?;
    let odd = s
        .chars()
        .find(|c| !c.is_alphanumeric() && !matches!(c, '.' | '_' | '-' | '/'));
    let help = match odd {
        Some(c) if unicode_width::UnicodeWidthChar::width(c) == Some(0) => format!(
            "it holds the combining or invisible character U+{:04X}; {law}",
            u32::from(c)
        )
        .into(),
        _ => Cow::Borrowed(law),
    };
    Some((bad.to_string(), help))
}

/// A string, borrowed where it holds no escapes.
pub(super) struct Str<'a>(pub(super) Cow<'a, str>);

impl<'de> Deserialize<'de> for Str<'de> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Str<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }
            fn visit_borrowed_str<E>(self, s: &'de str) -> Result<Self::Value, E> {
                Ok(Str(Cow::Borrowed(s)))
            }
            fn visit_str<E>(self, s: &str) -> Result<Self::Value, E> {
                Ok(Str(Cow::Owned(s.to_owned())))
            }
        }
        d.deserialize_str(Reader)
    }
}
