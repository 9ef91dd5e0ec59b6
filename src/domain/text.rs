//! Text that is safe to put on a terminal, wherever it came from.
//!
//! A deck, a note, a file name or a Markdown entity can carry escape codes,
//! bidirectional overrides or thousands of combining marks. They are taken out
//! once, when text enters the program, and the type says that it happened.

use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_segmentation::UnicodeSegmentation;

/// Marks that may stand on one letter; what is over is dropped.
const MAX_MARKS: usize = 4;

/// Sanitised text: no control characters but `\n`, no bidi controls, no
/// invisible characters, at most four combining marks a letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Text(Box<str>);

/// What had to be taken out of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cleaned {
    /// Control characters, now shown as their pictures (`␛`).
    pub controls: usize,
    /// Bidirectional controls and invisible characters, now `�`.
    pub invisible: usize,
    /// The first of the invisible ones, for the message.
    pub first_invisible: Option<char>,
    /// Combining marks dropped.
    pub marks: usize,
}

impl Cleaned {
    /// Whether the text was fine as it came.
    pub fn is_clean(&self) -> bool {
        *self == Self::default()
    }
}

impl Text {
    /// Sanitises.
    pub fn new(raw: impl AsRef<str>) -> Self {
        Self::cleaned(raw.as_ref()).0
    }

    /// Sanitises and says what was taken out.
    pub fn cleaned(raw: &str) -> (Self, Cleaned) {
        // Finding clusters is slow, and only marks and joiners need them.
        if raw.chars().all(is_plain) {
            return (Self(raw.into()), Cleaned::default());
        }
        let mut seen = Cleaned::default();
        let mut out = String::with_capacity(raw.len());
        for cluster in raw.graphemes(true) {
            clean_cluster(cluster, &mut out, &mut seen);
        }
        (Self(out.into_boxed_str()), seen)
    }

    /// The sanitised text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text on one line: runs of white space become one space.
    pub fn one_line(&self) -> String {
        self.0.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether nothing visible is left.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

fn clean_cluster(cluster: &str, out: &mut String, seen: &mut Cleaned) {
    let emoji = cluster.contains('\u{200d}') && cluster.chars().any(is_pictographic);
    let mut marks = 0;
    for c in cluster.chars() {
        match c {
            '\n' => out.push('\n'),
            '\r' if cluster == "\r\n" => {}
            '\t' => out.push_str("    "),
            '\u{0}'..='\u{1f}' => {
                seen.controls += 1;
                out.push(char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'));
            }
            '\u{7f}' => {
                seen.controls += 1;
                out.push('␡');
            }
            '\u{80}'..='\u{9f}' => {
                seen.controls += 1;
                out.push('\u{fffd}');
            }
            '\u{200d}' if emoji => out.push(c),
            // Persian and Indic scripts need the (non-)joiners between letters.
            '\u{200c}' | '\u{200d}' if cluster.chars().count() > 1 => out.push(c),
            c if is_invisible(c) => {
                seen.invisible += 1;
                seen.first_invisible.get_or_insert(c);
                out.push('\u{fffd}');
            }
            c if is_mark(c) => {
                marks += 1;
                if marks <= MAX_MARKS {
                    out.push(c);
                } else {
                    seen.marks += 1;
                }
            }
            c => out.push(c),
        }
    }
}

/// Whether a character stands for itself whatever is around it.
fn is_plain(c: char) -> bool {
    match c {
        ' '..='~' | '\n' => true,
        '\u{0}'..='\u{9f}' | '\u{200c}' | '\u{200d}' => false,
        c => !is_mark(c) && !is_invisible(c),
    }
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn is_mark(c: char) -> bool {
    // Zero-width and part of a cluster is what the terminal would stack; the
    // variation selectors count as well, since nobody needs five of them.
    c != '\u{200d}' && unicode_width::UnicodeWidthChar::width(c) == Some(0)
}

fn is_pictographic(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2190}'..='\u{21ff}' | '\u{2b00}'..='\u{2bff}')
}

impl From<String> for Text {
    fn from(s: String) -> Self {
        Self::new(s)
    }
}

impl From<&str> for Text {
    fn from(s: &str) -> Self {
        Self::new(s)
    }
}

impl From<Text> for String {
    fn from(t: Text) -> String {
        t.0.into()
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A number with its noun: `1 card`, `2 cards`.
pub fn count<N: fmt::Display + PartialEq + From<u8>>(n: N, noun: &str) -> String {
    let s = if n == N::from(1) { "" } else { "s" };
    format!("{n} {noun}{s}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_card_is_a_card() {
        assert_eq!(count(1u32, "card"), "1 card");
        assert_eq!(count(0usize, "wrong answer"), "0 wrong answers");
    }

    #[test]
    fn escape_codes_become_pictures() {
        let (t, seen) = Text::cleaned("a\u{1b}]52;c;eA==\u{7}b\u{9b}31m\0");
        assert_eq!(t.as_str(), "a␛]52;c;eA==␇b\u{fffd}31m␀");
        assert_eq!(seen.controls, 4);
    }

    #[test]
    fn bidi_and_invisible_characters_are_replaced() {
        for c in [
            '\u{202e}',
            '\u{2066}',
            '\u{200b}',
            '\u{feff}',
            '\u{e0041}',
            '\u{2028}',
        ] {
            let (t, seen) = Text::cleaned(&format!("a{c}b"));
            assert_eq!(t.as_str(), "a\u{fffd}b", "{c:?}");
            assert_eq!(seen.first_invisible, Some(c));
        }
    }

    #[test]
    fn marks_are_capped_at_four() {
        let zalgo = format!("e{}x", "\u{301}".repeat(5000));
        let (t, seen) = Text::cleaned(&zalgo);
        assert_eq!(t.as_str(), "e\u{301}\u{301}\u{301}\u{301}x");
        assert_eq!(seen.marks, 4996);
    }

    #[test]
    fn honest_text_stays_as_it_is() {
        for s in [
            "naïve – “quotes” ≈ µ",
            "مرحبا שלום",
            "日本語",
            "👩‍🔬 ok",
            "a\nb",
            "می‌خواهم",
            "한국어",
        ] {
            let (t, seen) = Text::cleaned(s);
            assert_eq!(t.as_str(), s);
            assert!(seen.is_clean(), "{s}");
        }
        assert_eq!(Text::new("a\r\nb\tc").as_str(), "a\nb    c");
    }
}
