//! Sentences: where they end, and whether one can stand on a card alone.

use super::alone::stands_alone_after;
use super::words;
use std::borrow::Cow;

/// Abbreviations after which a full stop ends nothing.
const ABBREVIATIONS: [&str; 40] = [
    "e.g", "i.e", "etc", "vs", "approx", "ca", "cf", "no", "fig", "dr", "mr", "mrs", "inc", "ltd",
    "eg", "ie", "incl", "max", "min", "resp", "al", "st", "sog", "z.b", "d.h", "bzw", "u.a", "usw",
    "nr", "std", "ggf", "vgl", "evtl", "inkl", "p.ej", "ee.uu", "ej", "bsp", "aprox", "núm",
];

/// Words of introduction that add nothing when they open a sentence.
const OPENERS: [&str; 44] = [
    "note that",
    "please note that",
    "please note",
    "note",
    "remember that",
    "remember",
    "keep in mind that",
    "be aware that",
    "basically",
    "essentially",
    "generally",
    "in general",
    "in short",
    "in other words",
    "simply put",
    "additionally",
    "also",
    "furthermore",
    "moreover",
    "besides",
    "in addition",
    "currently",
    "overall",
    "typically",
    "usually",
    "importantly",
    "important",
    "exam tip",
    "tip",
    "fyi",
    "tldr",
    "tl;dr",
    "definition",
    "description",
    "purpose",
    "summary",
    "overview",
    "what it is",
    "what it does",
    "what",
    "meaning",
    "def",
    "again",
    "as the name suggests",
];

/// Splits text into sentences.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0i32;
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = (depth - 1).max(0),
            _ => {}
        }
        let end = i + c.len_utf8();
        let wide = matches!(c, '。' | '！' | '？' | '．');
        let stop = matches!(c, '.' | '!' | '?') && depth == 0;
        if !(wide || stop) {
            continue;
        }
        let next = chars.peek().map(|(_, n)| *n);
        let ends = wide
            || next.is_none()
            || (next.is_some_and(char::is_whitespace)
                && starts_sentence(&text[end..])
                && !(c == '.' && abbreviated(&text[start..i])));
        if ends {
            let sentence = text[start..end].trim();
            if !sentence.is_empty() {
                out.push(sentence.to_owned());
            }
            start = end;
        }
    }
    let rest = text[start..].trim();
    if !rest.is_empty() {
        out.push(rest.to_owned());
    }
    out
}

fn starts_sentence(after: &str) -> bool {
    let next = after
        .trim_start()
        .trim_start_matches(['"', '\'', '“', '‘', '(', '`', '*']);
    next.chars().next().is_some_and(|c| !c.is_lowercase())
}

fn abbreviated(before: &str) -> bool {
    let word = before.rsplit([' ', '(', '\u{a0}']).next().unwrap_or("");
    let lower = word.to_lowercase();
    ABBREVIATIONS.contains(&lower.as_str())
        || (word.chars().count() == 1 && word.chars().all(char::is_uppercase))
}

/// Takes off what surrounds a statement without belonging to it: bullets that
/// were typed by hand, emoji, citation marks, words of introduction.
pub(super) fn trim(text: &str) -> String {
    let uncited = drop_citations(text);
    let mut t = strip_symbols(&uncited);
    for _ in 0..3 {
        let Some(rest) = after_opener(t) else {
            break;
        };
        t = rest;
    }
    let t = drop_pointing_brackets(t);
    let t = t.trim();
    let t = t.strip_suffix("etc…").map_or(t, |_| t);
    // `TideLock = gates | TideBoard = charts`: two lines on one.
    let t = t
        .split_once(" | ")
        .filter(|(_, rest)| rest.contains([':', '=']))
        .map_or(t, |(first, _)| first);
    // An empty item below leaves its mark.
    let t = t.trim_end_matches(" *").trim_end_matches(" -");
    super::rich::tidy(t)
}

/// Takes off leading symbols and emoji that no word starts with.
pub(super) fn strip_symbols(t: &str) -> &str {
    // `-pril`: the end of many names.
    // `-1`: a number below nothing.
    let rest = t.trim().strip_prefix('-').unwrap_or_default();
    let suffix = rest.len() > 2 && rest.chars().all(|c| c.is_ascii_lowercase());
    // `-l (in full)`: a flag.
    let flag = rest
        .get(1..)
        .is_some_and(|r| r.trim_start().starts_with('('));
    if suffix || flag || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return t.trim();
    }
    // A heading whose author forgot the space.
    let t = match t.starts_with("##") {
        true => t.trim_start_matches('#'),
        false => t,
    };
    t.trim_start_matches(|c: char| {
        !(c.is_alphanumeric()
            || matches!(
                c,
                '`' | '"'
                    | '\''
                    | '“'
                    | '‘'
                    | '('
                    | '['
                    | '{'
                    | '<'
                    | '≤'
                    | '≥'
                    | '~'
                    | '≈'
                    | '$'
                    | '€'
                    | '£'
                    | '-'
                    | '−'
                    | '+'
                    | '#'
                    | '.'
                    | '/'
                    | '_'
                    | '@'
                    | '%'
                    | '「'
                    | '『'
                    | '（'
                    | '∑'
                    | '√'
                    // What goes up, down or not at all is told by its sign.
                    | '↑'
                    | '↓'
                    | '⬆'
                    | '⬇'
                    | '±'
                    | '¬'
                    | '❌'
                    | '✗'
                    | '✘'
            ))
    })
    .trim_start_matches(['-', '–', '—', '•', '*'])
    .trim_start_matches("> ")
    .trim()
}

fn drop_citations(text: &str) -> Cow<'_, str> {
    if !text.contains('[') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('[') {
        let digits = rest[at + 1..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        let close = rest[at + 1 + digits..].starts_with(']');
        if close && (1..4).contains(&digits) {
            out.push_str(rest[..at].trim_end());
            rest = &rest[at + digits + 2..];
        } else {
            out.push_str(&rest[..=at]);
            rest = &rest[at + 1..];
        }
    }
    out.push_str(rest);
    out.into()
}

/// What follows a word of introduction.
fn after_opener(t: &str) -> Option<&str> {
    for opener in OPENERS {
        let head = t.get(..opener.len());
        if !head.is_some_and(|h| h.eq_ignore_ascii_case(opener)) {
            continue;
        }
        let rest = &t[opener.len()..];
        let label = rest.starts_with([':', '：']);
        let comma = rest.starts_with(',');
        let words = opener.contains(' ')
            && rest.starts_with(' ')
            && !rest
                .get(..4)
                .is_some_and(|r| r.eq_ignore_ascii_case(" to "));
        let adverb = rest.starts_with(' ')
            && matches!(
                opener,
                "basically" | "essentially" | "currently" | "also" | "additionally"
            );
        if label || comma || words || adverb {
            return Some(rest.trim_start_matches([':', ',', ' ', '：', '-', '–']));
        }
    }
    None
}

/// `(Figure 3)`, `(see below)`, `(link)` say nothing on a card.
fn drop_pointing_brackets(t: &str) -> Cow<'_, str> {
    if !t.contains('(') {
        return t.into();
    }
    let mut out = String::with_capacity(t.len());
    let mut rest = t;
    while let Some(open) = rest.find('(') {
        let Some(close) = rest[open..].find(')') else {
            break;
        };
        let inner = rest[open + 1..open + close].trim().to_lowercase();
        let points = [
            "figure",
            "fig.",
            "fig ",
            "see ",
            "image by",
            "image source",
            "source:",
            "link",
            "docs",
            "more here",
            "table ",
        ]
        .iter()
        .any(|p| inner.starts_with(p))
            || inner == "here"
            || inner == "doc";
        if points {
            out.push_str(rest[..open].trim_end());
        } else {
            out.push_str(&rest[..open + close + 1]);
        }
        rest = &rest[open + close + 1..];
    }
    out.push_str(rest);
    out.into()
}

/// Whether the phrase stands in the text at word boundaries.
pub(super) fn contains_words(text: &str, phrase: &str) -> bool {
    find_words(text, phrase).is_some()
}

/// Where the phrase stands in the text at word boundaries.
pub(super) fn find_words(text: &str, phrase: &str) -> Option<usize> {
    if phrase.is_empty() {
        return None;
    }
    let spaced = !phrase.chars().any(words::is_unspaced);
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find(phrase) {
        let start = from + at;
        let end = start + phrase.len();
        let left = text[..start].chars().next_back();
        let right = text[end..].chars().next();
        let inside =
            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !words::is_unspaced(c));
        if !spaced || (!inside(left) && !inside(right)) {
            return Some(start);
        }
        from = start + phrase.chars().next().map_or(1, char::len_utf8);
    }
    None
}

/// The first sentences of a text, as many as fit.
pub(super) fn first_sentences(
    text: &str,
    max_words: usize,
    max_sentences: usize,
) -> Option<String> {
    let mut out = String::new();
    for sentence in split(text).into_iter().take(max_sentences) {
        if words::count(&out) + words::count(&sentence) > max_words {
            break;
        }
        if !out.is_empty() {
            if stands_alone_after(&sentence).is_err() {
                break;
            }
            out.push(' ');
        }
        out.push_str(&sentence);
    }
    (!out.is_empty()).then_some(out)
}

/// First letter in upper case.
pub(super) fn capitalised(s: &str) -> String {
    let mut chars = s.chars();
    match chars.next() {
        Some(c) if c.is_lowercase() && !camel(s) => c.to_uppercase().chain(chars).collect(),
        _ => s.to_owned(),
    }
}

/// First letter in lower case, whatever the word is: a question after a place.
pub(super) fn uncapitalised(s: &str) -> String {
    let mut chars = s.chars();
    let first = chars.next().map(char::to_lowercase).into_iter().flatten();
    first.chain(chars).collect()
}

/// First letter in lower case, unless the word is a name or an acronym.
pub(super) fn lowered(s: &str) -> String {
    let first = s.split_whitespace().next().unwrap_or("");
    let rest_upper = first
        .chars()
        .skip(1)
        .any(|c| c.is_uppercase() || c.is_numeric());
    let single_capital = first.chars().count() == 1 && first != "A";
    let second_capital = s
        .split_whitespace()
        .nth(1)
        .is_some_and(|w| w.starts_with(char::is_uppercase));
    // `Basalt's board`, but not `It's a board`.
    let owner = first.strip_suffix("'s").is_some_and(|w| {
        w.starts_with(char::is_uppercase)
            && !matches!(
                w,
                "It" | "Let" | "What" | "There" | "That" | "Here" | "He" | "She"
            )
    });
    if rest_upper
        || owner
        || single_capital
        || first.starts_with('`')
        || (second_capital && first != "A" && first != "An" && first != "The")
    {
        return s.to_owned();
    }
    let mut chars = s.chars();
    chars
        .next()
        .map(|c| c.to_lowercase().chain(chars).collect())
        .unwrap_or_default()
}

/// Whether the first word has a capital inside (`iPhone`, `kNN`).
fn camel(s: &str) -> bool {
    s.split_whitespace()
        .next()
        .is_some_and(|w| w.chars().skip(1).any(char::is_uppercase))
}

/// Ends a statement as a sentence.
pub(super) fn ended(s: &str) -> String {
    let t = s.trim_end_matches([' ', ',', ';', ':', '、']);
    if t.ends_with(['.', '!', '?', '…', '。', '！', '？', '`']) || t.is_empty() {
        return t.to_owned();
    }
    if t.ends_with("etc.)") || !t.chars().any(words::is_unspaced) {
        format!("{t}.")
    } else {
        t.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_means_something_stays() {
        assert_eq!(
            strip_symbols("↓ pressure in the ring"),
            "↓ pressure in the ring"
        );
        assert_eq!(strip_symbols("❌ for large rings"), "❌ for large rings");
        assert_eq!(strip_symbols("-pril"), "-pril");
        assert_eq!(strip_symbols("-l (in full)"), "-l (in full)");
        assert_eq!(strip_symbols("• ✅ rings"), "rings");
        assert_eq!(strip_symbols("- rings"), "rings");
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        let s = split("Finds things (e.g. dogs, etc.) in images. It also reads vs. sees. Done");
        assert_eq!(s.len(), 3, "{s:?}");
        assert_eq!(split("Costs 0.5 MB. No more.").len(), 2);
        assert_eq!(
            split("文章を読む。音声にする。"),
            ["文章を読む。", "音声にする。"]
        );
    }

    #[test]
    fn what_surrounds_a_statement_is_taken_off() {
        assert_eq!(trim("💡 Note: keeps state [1] (Figure 3)."), "keeps state.");
        assert_eq!(trim("• Basically, a queue"), "a queue");
        assert_eq!(trim("-1 means unlimited"), "-1 means unlimited");
    }

    #[test]
    fn case_is_changed_only_where_it_means_nothing() {
        assert_eq!(lowered("Managed clusters"), "managed clusters");
        assert_eq!(lowered("NoSQL store"), "NoSQL store");
        assert_eq!(lowered("Deep Learning tool"), "Deep Learning tool");
        assert_eq!(capitalised("kNN finds"), "kNN finds");
    }
}
