//! Standing alone: whether a text makes sense on a card of its own.

use super::account::Reason;
use super::words;
use std::collections::HashMap;
use std::sync::OnceLock;

/// Words that point outside the sentence they stand in.
pub(super) const POINTERS: [&str; 109] = [
    "the above",
    "this goal",
    "this problem",
    "these problems",
    "this feedback",
    "this capability",
    "this challenge",
    "this issue",
    "these kinds",
    "stuff like",
    "not covered here",
    "covered later",
    "original statement",
    "lmao",
    "lol",
    "shit",
    "do this",
    "does this",
    "doing this",
    "this means",
    "like this",
    "in this case",
    "this way",
    "this is",
    "these are",
    "this can",
    "of these",
    "of this",
    "see above",
    "see below",
    "as above",
    "as below",
    "shown below",
    "shown above",
    "listed below",
    "listed above",
    "described below",
    "described above",
    "mentioned above",
    "mentioned below",
    "given below",
    "below are",
    "below is",
    "previous section",
    "previously mentioned",
    "next section",
    "this section",
    "this page",
    "this article",
    "this post",
    "this blog",
    "this chapter",
    "this video",
    "this course",
    "this lecture",
    "this image",
    "this figure",
    "this diagram",
    "this table",
    "this link",
    "this tutorial",
    "this guide",
    "this repo",
    "this repository",
    "this document",
    "this example",
    "these notes",
    "my notes",
    "the following",
    "as follows",
    "as shown",
    "as mentioned",
    "mentioned earlier",
    "as discussed",
    "as described",
    "as seen",
    "aforementioned",
    "the former",
    "the latter",
    "click here",
    "click on",
    "read more",
    "learn more",
    "more information",
    "additional information",
    "more details",
    "for details",
    "check out",
    "see also",
    "refer to",
    "see the",
    "see here",
    "let's",
    "we'll",
    "we will",
    "you will learn",
    "you'll learn",
    "i will",
    "i'll",
    "i've",
    "i'm",
    "i have",
    "i recently",
    "i think",
    "imho",
    "in my",
    "my previous",
    "todo",
    "tbd",
];

/// First words that lean on a sentence before.
pub(super) const LEANING: &str = " and but or so because which that then however therefore thus hence otherwise \
instead also too this these those they them he she his her such same here there another others both \
either neither again still yet whose where whereas while although though additionally furthermore \
similarly likewise finally next lastly first second third once else it its it's if-not for-example \
example examples e.g i.e eg ie etc ";

/// Last words that promise more.
pub(super) const DANGLING: &str = " and or to the a an of for with by in on at as is are was be such like \
including include includes e.g i.e eg ie via using from than that which between into vs when if ";

/// The same where a full stop follows.
pub(super) const CUT: &str = " and or the a an such including include includes e.g i.e eg ie via ";

/// Whether a text makes sense on a card of its own.
///
/// # Errors
/// The reason why it doesn't.
pub(super) fn stands_alone(text: &str) -> Result<(), Reason> {
    let t = text.trim();
    let lower = t.to_lowercase();
    if words::count(t) == 0 {
        return Err(Reason::Empty);
    }
    let mail = lower
        .split_whitespace()
        .any(|w| w.find('@').is_some_and(|at| w[at..].contains('.')));
    if lower.contains("://") || lower.contains("www.") || mail {
        return Err(Reason::Link);
    }
    // A full stop shows that a preposition at the end was meant to end it.
    let promising = if t.ends_with('.') { CUT } else { DANGLING };
    if t.ends_with([
        ':', ',', '：', '、', ';', '(', '-', '–', '—', '/', '&', '+', '=', '→', '>',
    ]) || last_word(&lower).is_some_and(|w| promising.contains(&format!(" {w} ")))
    {
        return Err(Reason::Unfinished);
    }
    if t.starts_with('(') && t.find(')').is_some_and(|at| at + 2 >= t.len()) {
        return Err(Reason::Short);
    }
    // Words that lean on the sentence before, where words aren't spaced.
    let leaning = [
        "則",
        "则",
        "首先",
        "然後",
        "然后",
        "接著",
        "接着",
        "最後",
        "最后",
        "當然",
        "当然",
        "因此",
        "所以",
        "但",
        "而且",
        "並",
        "并",
        "其中",
        "這",
        "这",
        "它",
        "該",
        "该",
        "此",
        "また",
        "そして",
        "しかし",
        "この",
        "その",
        "これ",
        "それ",
        "ただし",
        "なお",
    ];
    if leaning.iter().any(|w| t.starts_with(w)) {
        return Err(Reason::Leans);
    }
    if t.ends_with('，') {
        return Err(Reason::Unfinished);
    }
    if t.ends_with("か。") || t.ends_with("のか") {
        return Err(Reason::Question);
    }
    if t.ends_with(['?', '？']) || lower.contains("??") {
        return Err(Reason::Question);
    }
    let elsewhere = [
        "oben genannt",
        "oben beschrieb",
        "siehe oben",
        "siehe unten",
        "ci-dessus",
        "ci-dessous",
        "mencionado anteriormente",
        "mencionados anteriormente",
        "citado acima",
        "sopra indicat",
        "上記",
        "下記",
        "前述",
        "後述",
    ];
    if points(&lower) || elsewhere.iter().any(|e| lower.contains(e)) {
        return Err(Reason::Points);
    }
    let first = lower
        .split(|c: char| c.is_whitespace() || c == ',' || c == ':')
        .next()
        .unwrap_or("");
    // `Builds these ropes`: which, a sentence before has said.
    let second = lower.split_whitespace().nth(1).unwrap_or("");
    if super::lexicon::acts(first) && matches!(second, "these" | "those") {
        return Err(Reason::Points);
    }
    if !first.is_empty() && LEANING.contains(&format!(" {first} ")) {
        return Err(Reason::Leans);
    }
    if !balanced(t) {
        return Err(Reason::Unfinished);
    }
    let numbered = t
        .split_whitespace()
        .skip(1)
        .filter(|w| {
            w.strip_suffix('.')
                .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
        })
        .count();
    if numbered > 1 {
        return Err(Reason::Unfinished);
    }
    if has_formula_markup(t) {
        return Err(Reason::Symbols);
    }
    let (letters, others) = t
        .chars()
        .filter(|c| !c.is_whitespace())
        .fold((0, 0), |(l, o), c| {
            if c.is_alphanumeric() {
                (l + 1, o)
            } else {
                (l, o + 1)
            }
        });
    if others * 2 > letters {
        return Err(Reason::Symbols);
    }
    if lower.contains("...") && !lower.ends_with("...") || t.contains('\u{fffd}') || t.contains('␛')
    {
        return Err(Reason::Symbols);
    }
    Ok(())
}

/// `$P_L$`, `$$…$$`, `\\frac{…}`: a formula that a terminal can't set.
pub(super) fn has_formula_markup(t: &str) -> bool {
    let command = || {
        t.match_indices('\\').any(|(i, _)| {
            t[i + 1..]
                .chars()
                .take_while(char::is_ascii_alphabetic)
                .count()
                > 2
        })
    };
    let between = || {
        t.split('$')
            .skip(1)
            .step_by(2)
            .any(|inner| inner.starts_with(|c: char| c.is_alphabetic()) && !inner.contains(' '))
            && t.matches('$').count() > 1
    };
    let code = t.contains('`');
    t.contains("$$") || !code && (command() || between())
}

/// `Federation: members of one …`: a label of its own before what is said.
pub(super) fn labelled(t: &str) -> bool {
    t.split_once(": ").is_some_and(|(label, rest)| {
        words::count(label) <= 2
            && label.starts_with(char::is_uppercase)
            && !label.contains(['(', '`', '"', '.'])
            && words::count(rest) > 2
    })
}

/// Whether a text is one piece of code.
pub(super) fn code_only(t: &str) -> bool {
    let t = t.trim().trim_end_matches('.');
    t.len() > 2 && t.starts_with('`') && t.ends_with('`') && !t[1..t.len() - 1].contains('`')
}

/// Whether the text speaks of its own page or of its author.
pub(super) fn points(lower: &str) -> bool {
    static BY_FIRST: OnceLock<HashMap<&str, Vec<&str>>> = OnceLock::new();
    let by_first = BY_FIRST.get_or_init(|| {
        let mut map: HashMap<&str, Vec<&str>> = HashMap::new();
        for pointer in POINTERS {
            let first = pointer.split(' ').next().unwrap_or(pointer);
            map.entry(first).or_default().push(pointer);
        }
        map
    });
    let end = lower.trim_end_matches(['.', ')', ' ']);
    if end.ends_with(" below") || end.ends_with(" above") {
        return true;
    }
    if ["i ", "my ", "me "].iter().any(|p| lower.starts_with(p)) || lower.contains(" i ") {
        return true;
    }
    let mut at = 0;
    for word in lower.split(' ') {
        let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = at + word.len() - bare.len();
        at += word.len() + 1;
        let key = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
        let phrase_here = |p: &str| {
            lower[start..]
                .strip_prefix(p)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        if by_first
            .get(key)
            .is_some_and(|all| all.iter().any(|p| phrase_here(p)))
        {
            return true;
        }
        let figure = matches!(key, "figure" | "fig")
            && lower
                .get(at..)
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if figure {
            return true;
        }
    }
    false
}

pub(super) fn last_word(lower: &str) -> Option<&str> {
    lower
        .trim_end_matches(['.', '…', ')', '!'])
        .split_whitespace()
        .next_back()
}

pub(super) fn balanced(t: &str) -> bool {
    let mut depth = 0i32;
    for c in t.chars() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
        && t.matches('`').count().is_multiple_of(2)
        && t.matches('“').count() == t.matches('”').count()
        && t.matches('"').count().is_multiple_of(2)
}

/// A sentence that follows another may lean on it, but not point elsewhere.
pub(super) fn stands_alone_after(sentence: &str) -> Result<(), Reason> {
    match stands_alone(sentence) {
        Err(Reason::Leans) => Ok(()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments_do_not_stand_alone() {
        for (bad, why) in [
            ("Supports the following:", Reason::Unfinished),
            ("As shown above it works", Reason::Points),
            ("They are faster", Reason::Leans),
            ("Runs on EC2 (and", Reason::Unfinished),
            ("see https://x.y", Reason::Link),
            ("I passed with this", Reason::Points),
            ("Builds these ropes from hemp", Reason::Points),
            ("What is that?", Reason::Question),
        ] {
            assert_eq!(stands_alone(bad), Err(why), "{bad}");
        }
        assert_eq!(stands_alone("Keeps objects in buckets"), Ok(()));
        assert_eq!(stands_alone("文章を音声に変換するサービス"), Ok(()));
    }
}
