//! A line that is being typed: one rule for what goes in, how much, what
//! Backspace takes away, and how its end is kept in sight.

use crate::tui::theme::Theme;
use crate::tui::wrap::width_of;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

/// Takes in what was typed or pasted, up to so many characters in all; line
/// breaks become spaces. Says whether that changed anything.
pub fn type_in(typed: &mut String, text: &str, most: usize) -> bool {
    let before = typed.len();
    let room = most.saturating_sub(typed.chars().count());
    let spaced = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c });
    typed.extend(spaced.filter(|c| !c.is_control()).take(room));
    typed.len() != before
}

/// Takes the last character away, as people count them. Says whether there was
/// one.
pub fn erase(typed: &mut String) -> bool {
    let last = typed.grapheme_indices(true).next_back().map(|(i, _)| i);
    typed.truncate(last.unwrap_or(0));
    last.is_some()
}

/// As much of the end as has room.
pub fn end_of(typed: &str, room: usize) -> &str {
    let mut shown = typed;
    while width_of(shown) > room {
        let mut rest = shown.graphemes(true);
        rest.next();
        shown = rest.as_str();
    }
    shown
}

/// The line, with a sign where the next character comes.
pub fn line(typed: &str, width: usize, theme: &Theme) -> Line<'static> {
    let shown = end_of(typed, width.saturating_sub(4));
    Line::from(vec![
        Span::styled("› ", theme.accent),
        Span::styled(shown.to_owned(), theme.strong),
        Span::styled("▏", theme.accent),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted_whatever_their_bytes() {
        let mut typed = String::new();
        assert!(type_in(&mut typed, &"漢".repeat(9), 5));
        assert_eq!(typed, "漢漢漢漢漢");
        assert!(!type_in(&mut typed, "x", 5), "it is full");
        assert!(erase(&mut typed) && type_in(&mut typed, "a\r\nb", 7));
        assert_eq!(typed, "漢漢漢漢a  ");
    }

    #[test]
    fn backspace_takes_what_is_seen_as_one() {
        let mut typed = String::from("ae\u{301}");
        assert!(erase(&mut typed));
        assert_eq!(typed, "a");
        assert!(erase(&mut typed) && !erase(&mut typed));
    }

    #[test]
    fn the_end_stays_in_sight() {
        assert_eq!(end_of("abcdef", 3), "def");
        assert_eq!(end_of("ab漢漢", 3), "漢", "half a character is none");
    }
}
