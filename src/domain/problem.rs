//! What is wrong with a file, said so that its author can mend it.
//!
//! Decks, blueprints and summaries share this one type, so that `check` has one
//! form: `FILE:LINE:COL: what, where; how to mend`. Everything in it is
//! sanitised, since all of it may have come from the file itself.

use super::text::Text;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;
use std::path::Path;

/// How much is lost to a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Everything is used as it is, or nearly so.
    Warning,
    /// One card is left out; the rest is used.
    Quarantine,
    /// The whole file is refused.
    Error,
}

impl Severity {
    /// `error` or `warning`: what scripts branch on.
    pub fn label(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Quarantine | Severity::Error => "error",
        }
    }
}

/// One problem, at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The file, as shown.
    pub file: Text,
    /// From 1; problems of the file as a whole stand at 1:1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// A stable word for scripts: `missing-field`.
    pub code: Cow<'static, str>,
    /// How much is lost.
    pub severity: Severity,
    /// What, and where.
    pub message: Text,
    /// How to mend it, if that isn't plain.
    pub help: Option<Text>,
}

impl Problem {
    /// A problem of a file as a whole.
    pub fn of_file(
        file: &Text,
        severity: Severity,
        code: &'static str,
        message: impl AsRef<str>,
    ) -> Self {
        Self {
            file: file.clone(),
            line: 1,
            column: 1,
            code: Cow::Borrowed(code),
            severity,
            message: one_line(message.as_ref()),
            help: None,
        }
    }

    /// The same problem at a line and column, both from 1.
    #[must_use]
    pub fn at(self, (line, column): (u32, u32)) -> Self {
        Self {
            line,
            column,
            ..self
        }
    }

    /// The same problem with a word on how to mend it.
    #[must_use]
    pub fn help(self, help: impl AsRef<str>) -> Self {
        Self {
            help: Some(one_line(help.as_ref())),
            ..self
        }
    }
}

fn one_line(s: &str) -> Text {
    Text::new(Text::new(s).one_line())
}

/// `FILE:LINE:COL: severity: what, where; how to mend`, on one line.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = (self.line, self.column);
        write!(f, "{}:{line}:{column}: ", self.file.one_line())?;
        write!(f, "{}: {}", self.severity.label(), self.message.one_line())?;
        match &self.help {
            Some(help) => write!(f, "; {}", help.one_line()),
            None => Ok(()),
        }
    }
}

/// A path as people see it: on one line, without control characters, bytes
/// that aren't text as `\xNN`.
pub fn shown_path(path: &Path) -> Text {
    let mut out = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                c if c.is_control() => out.extend(c.escape_default()),
                c => out.push(c),
            }
        }
        for byte in chunk.invalid() {
            out.push_str(&format!("\\x{byte:02X}"));
        }
    }
    Text::new(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_one_safe_line() {
        let p = Problem::of_file(
            &shown_path(Path::new("a\nb\u{1b}]0;x.json")),
            Severity::Quarantine,
            "no-key",
            "card 3 \"q\u{202e}\nx\": no option is marked correct",
        )
        .at((12, 5))
        .help("mark one");
        assert_eq!(
            p.to_string(),
            "a\\nb\\u{1b}]0;x.json:12:5: error: card 3 \"q\u{fffd} x\": \
             no option is marked correct; mark one"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_not_text_is_shown_escaped() {
        use std::os::unix::ffi::OsStrExt;
        let name = std::ffi::OsStr::from_bytes(b"caf\xe9.json");
        assert_eq!(shown_path(Path::new(name)).as_str(), "caf\\xE9.json");
    }
}
