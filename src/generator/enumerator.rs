//! Enumerators: the `1.2.3`, `Step 4:`, `III.`, `A.` and `(d)` before a
//! heading or a lead. They count what the notes say and are no part of a name.

use super::listed::Listed;

/// Labels that a number follows.
const COUNTED: [&str; 14] = [
    "chapter",
    "section",
    "part",
    "module",
    "lesson",
    "day",
    "week",
    "lecture",
    "unit",
    "domain",
    "task statement",
    "objective",
    "session",
    "topic",
];

/// What follows `Lesson 3: `, `Lesson-3`, `Session #3`; `None` where no part of
/// the notes is counted.
fn uncounted(t: &str) -> Option<&str> {
    let label = COUNTED.iter().find(|l| {
        t.get(..l.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(l))
    })?;
    let rest = &t[label.len()..];
    let number = rest.trim_start_matches([' ', '-', '#', '.']);
    let digits = number
        .bytes()
        .take_while(|b| b.is_ascii_digit() || *b == b'.')
        .count();
    let counted = number.len() < rest.len() && digits > 0;
    counted.then(|| number[digits..].trim_start_matches([' ', ':', '-', '–', '—', '.', ')', '|']))
}

/// Whether words in brackets only say which part of a course something is:
/// `Lesson 183`, `Lectures 3 & 4`.
pub(super) fn counts_only(inner: &str) -> bool {
    let lower = inner.to_lowercase();
    let plural = COUNTED
        .iter()
        .find_map(|l| lower.strip_prefix(l)?.strip_prefix("s "))
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let joined = |c: char| c.is_ascii_digit() || " &,-–.and".contains(c);
    plural || uncounted(&lower).is_some_and(|rest| rest.chars().all(joined))
}

/// `1.2.3 S3`, `Step 4: x`, `Chapter 2 - x`, `(3) x`, `IV. x`: the part that
/// names.
pub(super) fn unnumbered(t: &str) -> &str {
    let mut t = t.trim();
    // `III. 2) Moorings` counts twice.
    for _ in 0..3 {
        let rest = once(t);
        if rest == t {
            break;
        }
        t = rest;
    }
    t
}

fn once(t: &str) -> &str {
    let t = t.trim();
    if let Some(rest) = uncounted(t) {
        return rest;
    }
    // A digit in a key cap.
    let t = match t.split_once('\u{20e3}') {
        Some((digit, rest)) if digit.chars().count() == 1 => rest.trim_start(),
        _ => t,
    };
    if let Some(rest) = lettered(t) {
        return rest;
    }
    // `A.6.1 Piers`.
    if let Some((label, rest)) = t.split_once(' ')
        && let Some((letter, numbers)) = label.split_once('.')
        && letter.len() == 1
        && letter.bytes().all(|b| b.is_ascii_uppercase())
        && numbers.starts_with(|c: char| c.is_ascii_digit())
        && numbers.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    {
        return rest;
    }
    // `① Piers`
    let circled =
        |c: char| ('\u{2460}'..='\u{2473}').contains(&c) || ('\u{2776}'..='\u{277f}').contains(&c);
    let rest = t.trim_start_matches(circled).trim_start();
    if rest.len() < t.len() && !rest.is_empty() {
        return rest;
    }
    let head = t.trim_start_matches(['(', '[', '#']);
    let hyphened = head
        .bytes()
        .take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-'))
        .count();
    let digits = match head[..hyphened].contains('-') && head[..hyphened].ends_with('.') {
        true => hyphened,
        false => head
            .bytes()
            .take_while(|b| b.is_ascii_digit() || *b == b'.')
            .count(),
    };
    let rest = &head[digits..];
    let dotted = head[..digits].ends_with('.')
        || rest.starts_with([')', ':', ']'])
        || rest.starts_with("/ ")
        || rest.starts_with(" - ")
        || rest.starts_with(" – ");
    let sectioned = head[..digits].contains('.') && rest.starts_with(' ');
    let plain = rest.starts_with(' ')
        && digits > 0
        && digits <= 2
        && rest.trim_start().starts_with(char::is_uppercase)
        && !measures(rest);
    if digits > 0 && (dotted || sectioned && !measures(rest) || plain) {
        return rest.trim_start_matches([')', ']', ':', '.', ' ', '-', '–', '—', '/']);
    }
    t
}

/// ` Gig Ethernet`, ` GB volume`: after these the number belongs to the name.
fn measures(rest: &str) -> bool {
    static UNITS: Listed = Listed::new(
        "gig gbps mbps kbps tbps gbit mbit gb mb kb tb pb gib mib tib bit bits byte bytes ghz mhz hz \
        km cm mm kg mg ml volt volts watt watts amp amps inch inches nm fps rpm dpi d",
    );
    let first = rest.split_whitespace().next().unwrap_or("").to_lowercase();
    UNITS.has(first.trim_end_matches(','))
}

/// What follows `A.`, `(d)`, `a)`, `2a)`, `IV.`; `None` where no such letter
/// begins the text. `E. coli` and `C. difficile` are names.
fn lettered(t: &str) -> Option<&str> {
    let head = t.trim_start_matches(['(', '[']);
    let opened = head.len() < t.len();
    let end = head.find(['.', ')', ']'])?;
    let label = &head[..end];
    let mark = head[end..].chars().next()?;
    let rest = &head[end + 1..];
    let spaced = rest.starts_with(' ');
    let rest = rest.trim_start();
    let digits = label.bytes().take_while(u8::is_ascii_digit).count();
    let letters = &label[digits..];
    let one = letters.len() == 1 && letters.bytes().all(|b| b.is_ascii_alphabetic());
    let roman = digits == 0
        && letters.len() <= 4
        && !letters.is_empty()
        && (letters.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
            || letters.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')));
    // Past H a letter with a full stop begins a person's name.
    let early = letters.bytes().all(|b| b.to_ascii_uppercase() <= b'H');
    let named = mark != '.'
        || opened
        || digits > 0
        || rest.starts_with(char::is_uppercase) && (roman || early)
        || rest.starts_with(|c: char| c.is_ascii_digit()) && roman && letters.len() > 1;
    // `Vitamin C.`, `A.I. labs`: no space, or nothing after it.
    let whole = spaced && rest.chars().any(char::is_alphabetic) && !initialled(rest);
    (digits <= 2 && (one || roman) && named && whole).then_some(rest)
}

/// `J. Smith` after `A.`: a person's initials.
fn initialled(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next() == Some('.')
}

/// `5 types of mooring`, `the two kinds of rope`: what is counted; `None` where
/// the text counts nothing.
pub(super) fn counted(t: &str) -> Option<&str> {
    static NUMBERS: Listed =
        Listed::new("two three four five six seven eight nine ten several various different many");
    static KINDS: Listed = Listed::new(
        "type types kind kinds sort sorts form forms class classes category categories way ways",
    );
    let (first, mut rest) = t.trim_start_matches("the ").split_once(' ')?;
    let lower = first.to_lowercase();
    let number = first.bytes().all(|b| b.is_ascii_digit()) || NUMBERS.has(&lower);
    if !number {
        return KINDS
            .has(&lower)
            .then(|| rest.strip_prefix("of "))
            .flatten();
    }
    for word in ["different ", "main ", "basic ", "common ", "major ", "key "] {
        rest = rest.strip_prefix(word).unwrap_or(rest);
    }
    let (kind, tail) = rest.split_once(' ')?;
    match KINDS.has(&kind.to_lowercase()) {
        true => tail.strip_prefix("of "),
        false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::fronts;

    #[test]
    fn what_counts_is_no_part_of_a_name() {
        for (raw, bare) in [
            ("1.2 Moorings", "Moorings"),
            ("III. Access to the pier", "Access to the pier"),
            ("A. Key ownership", "Key ownership"),
            ("a) ropes", "ropes"),
            ("(d) ropes", "ropes"),
            ("① Ropes", "Ropes"),
            ("2a) Ropes", "Ropes"),
            ("A.6.1 Ropes", "Ropes"),
            ("Task Statement 2.1: Ropes", "Ropes"),
            ("IV. 2) Ropes", "Ropes"),
            ("11. Ropes", "Ropes"),
            ("Lesson-3: Ropes", "Ropes"),
            ("Session #2 - Ropes", "Ropes"),
            ("a. Reply flag", "Reply flag"),
        ] {
            assert_eq!(unnumbered(raw), bare, "{raw}");
        }
        for name in [
            "E. coli",
            "10 Gig Ethernet",
            "1 Gbps link",
            "C. S. Lewis",
            "A.I. labs",
            "I/O",
            "Xi rope",
            "Part-time crew",
            "Day trips",
        ] {
            assert_eq!(unnumbered(name), name, "{name}");
        }
    }

    #[test]
    fn what_is_counted_is_told() {
        assert_eq!(counted("5 types of mooring"), Some("mooring"));
        assert_eq!(counted("two different kinds of rope"), Some("rope"));
        assert_eq!(counted("Types of rope"), Some("rope"));
        assert_eq!(counted("5 ropes"), None);
    }

    #[test]
    fn a_letter_before_a_heading_is_not_asked_for() {
        let page = "# Harbour law\n\n## III. Mooring rights\n\n\
            - **Right of way**: a rule that lets a ferry pass first\n\
            - **Right of refuge**: a rule that opens a pier to ships in a storm\n";
        let fronts = fronts(page);
        assert!(!fronts.is_empty(), "nothing was read");
        assert!(fronts.iter().all(|f| !f.contains("III")), "{fronts:?}");
    }
}
