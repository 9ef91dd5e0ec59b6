//! What an audit vouches for: the exact words of a question and its key.

use crate::domain::Choice;

/// A short name for a question's wording: CRC-32 in hexadecimal of the stem and
/// a line feed, then of each option in the author's order `[x] ` or `[ ] `, its
/// text and a line feed. Rationales may be mended without a new audit.
pub fn wording(choice: &Choice) -> String {
    let mut hash = crc32fast::Hasher::new();
    let mut line = |mark: &str, text: &str| {
        hash.update(mark.as_bytes());
        hash.update(text.as_bytes());
        hash.update(b"\n");
    };
    line("", choice.stem.as_str());
    for option in &choice.options {
        let mark = if option.correct { "[x] " } else { "[ ] " };
        line(mark, option.text.as_str());
    }
    format!("{:08x}", hash.finalize())
}
