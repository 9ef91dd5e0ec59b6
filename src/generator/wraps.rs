//! The ends of lines inside a paragraph: which were meant, and which only wrap.

use super::words;
use std::ops::Range;

/// Whether the end of a line was meant as one: the next line has a label of its
/// own, or this one is too short to have been wrapped and ends nothing.
pub(super) fn breaks(text: &str, at: &Range<usize>) -> bool {
    let before = text[..at.start].rsplit('\n').next().unwrap_or("");
    let after = text[at.end..].split('\n').next().unwrap_or("");
    let after = after.trim_start_matches([' ', '\t', '>']);
    // `**Mole**` over what it is.
    let bold = before.trim();
    let titled = bold.len() > 4
        && bold.starts_with("**")
        && bold.ends_with("**")
        && bold.matches("**").count() == 2
        && after.starts_with(words::is_unspaced);
    // `- Mole` over what it is, in another script.
    let label = bold.trim_start_matches(['-', '*', '+', ' ']);
    let titled = titled
        || (1..=4).contains(&words::count(label))
            && label.starts_with(|c: char| c.is_ascii_uppercase())
            && !label.chars().any(words::is_unspaced)
            && !label.ends_with([',', '-', '/', '('])
            && after.starts_with(words::is_unspaced)
            && words::count(after) > 3;
    // A line and its translation are two lines.
    if titled || translates(before, after) || ends_unspaced(text, at) {
        return true;
    }
    let led = |line: &str, mark: &str| {
        let label = line.split_once(mark);
        label.is_some_and(|(l, _)| {
            let l = l.trim_matches(['*', '_', ' ']);
            let (named, bracket) = l.split_once(" (").unwrap_or((l, ")"));
            named.starts_with(char::is_uppercase)
                && named.split_whitespace().count() <= 4
                && !named.contains(['.', ',', '(', '`'])
                && bracket.ends_with(')')
        })
    };
    let both =
        |mark: &str| led(after, mark) && led(before.trim_start_matches([' ', '-', '*']), mark);
    let paired = both(": ") || both(" - ") || both(" – ");
    let labelled = led(after, ": ") || paired;
    let short = before.trim().chars().count() < 40
        && !before
            .trim_end()
            .ends_with(['.', ',', ':', ';', '-', '(', '/'])
        && after.starts_with(char::is_uppercase)
        && !before.trim().is_empty();
    let ended = before
        .trim_end()
        .ends_with(['.', '!', '?', ')', ']', '`', '"'])
        || before.trim().chars().count() < 60;
    labelled && (ended || paired) || short
}

/// Whether a break that was set, by two blanks or a stroke at the line's end, cuts a
/// sentence in two: a long line without an end, and the next goes on in small
/// letters.
pub(super) fn cuts(text: &str, at: &Range<usize>) -> bool {
    let before = text[..at.start]
        .rsplit('\n')
        .next()
        .unwrap_or("")
        .trim_end();
    let after = text[at.end..].trim_start_matches([' ', '\t', '>']);
    before.chars().count() >= 60
        && before.ends_with(|c: char| c.is_ascii_lowercase() || c == ',')
        && after.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Whether a line without spaces between its words was wrapped: it breaks off
/// with a particle or a comma.
pub(super) fn goes_on(text: &str, at: &Range<usize>) -> bool {
    let before = text[..at.start].trim_end();
    let after = text[at.end..].trim_start_matches([' ', '\t', '>']);
    let last = before.chars().next_back().unwrap_or(' ');
    let kana = ('\u{3041}'..='\u{309f}').contains(&last);
    let open = matches!(last, '、' | '，' | '・' | '（')
        || kana && "はがをにでとのもへやてしりく".contains(last);
    words::is_unspaced(last) && open && after.starts_with(words::is_unspaced)
}

/// Whether a line in a script without spaces ends at the end of its line: most
/// people who write one wrap none.
fn ends_unspaced(text: &str, at: &Range<usize>) -> bool {
    let before = text[..at.start]
        .rsplit('\n')
        .next()
        .unwrap_or("")
        .trim_end();
    let letters = before.chars().filter(|c| c.is_alphabetic()).count();
    let unspaced = before.chars().filter(|c| words::is_unspaced(*c)).count();
    let last = before.chars().next_back().unwrap_or(' ');
    let whole = matches!(last, '。' | '！' | '？' | '」' | ')' | '）') || words::is_unspaced(last);
    unspaced * 3 > letters && unspaced > 3 && whole && !goes_on(text, at)
}

/// Whether one of two lines is in a script with spaces and the other isn't.
fn translates(before: &str, after: &str) -> bool {
    let share = |line: &str| {
        let letters = line.chars().filter(|c| c.is_alphabetic()).count();
        let unspaced = line.chars().filter(|c| words::is_unspaced(*c)).count();
        (
            unspaced * 4 > letters,
            unspaced == 0 && words::count(line) > 2,
        )
    };
    let ((east, west), (east_after, west_after)) = (share(before), share(after));
    east && west_after || west && east_after
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, shows};

    #[test]
    fn a_line_without_spaces_ends_where_its_author_ended_it() {
        let page = "# 港\n\n- **TideMap**: 潮の高さを地図に表示するサービス\n  船長に人気がある\n\
            - **QuayBook**: 船の予約を岸壁ごとに\n  受け付けるサービス\n";
        let cards = cards(page);
        assert!(!shows(page, "人気"), "{cards:?}");
        assert!(shows(page, "岸壁ごとに受け付ける"), "{cards:?}");
    }
    #[test]
    fn blanks_in_the_midst_of_a_sentence_end_nothing() {
        let page = |end: &str, next: &str| {
            format!(
                "# Harbour\n\n## TideLock\n\nTideLock is a service that opens the gates of every dock of a large{end}\n{next}\n"
            )
        };
        for end in ["  ", "\\"] {
            let whole = page(end, "harbour at high tide.");
            assert!(
                shows(&whole, "large harbour at high tide"),
                "{:?}",
                cards(&whole)
            );
        }
        let two = page("  ", "Harbour lights are red.");
        assert!(!shows(&two, "large Harbour"), "{:?}", cards(&two));
    }
}
