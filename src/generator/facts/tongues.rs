//! Terms and descriptions in other languages than English: what may be a term,
//! and whether a text says anything of it.

use crate::generator::language::{self, Language};
use crate::generator::name::Name;
use crate::generator::sentence;
use crate::generator::statement::{Form, Statement};
use crate::generator::words;

/// Whether a description says its own term again.
pub(super) fn repeats(name: &Name, gloss: &str, tongue: Language) -> bool {
    if language::is_circular(&name.full, gloss) {
        return true;
    }
    let closed = !tongue.is_spaced() || tongue == Language::Korean;
    let gloss = match closed {
        true => gloss.split(['。', '\n']).next().unwrap_or(gloss),
        false => gloss.split(['.', ';']).next().unwrap_or(gloss),
    };
    if closed {
        let bare = gloss.trim_end_matches(['.', ' ']);
        let short = name.short.as_str();
        return short.chars().count() > 3 && (bare.starts_with(short) || bare.ends_with(short));
    }
    // `Mole Service (MS): … by means of MS`, unless it is the subject.
    let letters = name.aliases.iter().filter(|a| {
        let shown = name.full.contains(&format!("({})", a.to_uppercase()));
        (2..=5).contains(&a.len()) && shown
    });
    letters.into_iter().any(|a| {
        let upper = a.to_uppercase();
        let at = gloss
            .find(&upper)
            .filter(|_| !gloss.contains(&format!("({upper})")));
        at.is_some_and(|at| at > 24 && sentence::contains_words(&gloss.to_lowercase(), a))
    })
}

/// How many characters of a script without spaces, or of Korean, stand outside
/// brackets.
pub(super) fn native(text: &str) -> usize {
    let mut depth = 0usize;
    let mut n = 0;
    for c in text.chars() {
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0
                && (words::is_unspaced(c) || ('\u{ac00}'..='\u{d7af}').contains(&c)) =>
            {
                n += 1;
            }
            _ => {}
        }
    }
    n
}

/// `Bsp: …`, `Ej.: …`: an example and no description.
pub(super) fn exemplifies(gloss: &str) -> bool {
    let lower = gloss.to_lowercase();
    [
        "bsp",
        "z.b.",
        "z. b.",
        "ej:",
        "ej.:",
        "ex:",
        "ex.:",
        "p.ej",
        "por ejemplo",
        "por exemplo",
        "ad esempio",
        "par exemple",
        "es.:",
        "例：",
        "例:",
        "例えば",
        "たとえば",
        "예:",
        "예)",
        "例如",
        "比如",
    ]
    .iter()
    .any(|e| lower.starts_with(e))
}

/// Whether a name or its gloss is somebody's remark, step or question.
pub(super) fn idle(name: &Name, gloss: &str) -> bool {
    language::is_remark(&name.short)
        || language::names_step(&name.short)
        || language::chapter(&name.full).is_some()
        || name.short.ends_with(['?', '？'])
        || name.short.starts_with(|c: char| c.is_ascii_digit()) && name.short.contains([')', ' '])
        || clause(&name.short)
        || language::begins_with_verb(&name.short)
        || name.short.split_whitespace().count() > 1
            && name.short.split(' ').next().is_some_and(language::gathers)
        || [
            "die ",
            "der ",
            "das ",
            "e come ",
            "y cómo ",
            "et comment ",
            "und wie ",
        ]
        .iter()
        .any(|p| name.short.to_lowercase().starts_with(p))
        || language::announces(gloss)
        || points_on(gloss)
        || language::asks_only(gloss)
        || language::lists_marks(gloss)
}

/// `以下の通りです`: what follows is the answer; `…】`: a piece of a link.
fn points_on(gloss: &str) -> bool {
    let ahead = [
        "以下の順",
        "以下の通り",
        "以下のとおり",
        "次の通り",
        "次のとおり",
        "如下",
        "この制約があるため",
    ]
    .iter()
    .any(|p| gloss.contains(p));
    ahead || gloss.matches('】').count() != gloss.matches('【').count()
}

/// Whether a name in a script without spaces is a sentence, or says what to do.
fn clause(name: &str) -> bool {
    let unspaced = name.chars().any(words::is_unspaced);
    let parts = [
        "，", "、", "。", "；", "可以", "需要", "以下", "如下", "建议", "建議", "請", "请",
    ];
    unspaced && parts.iter().any(|p| name.contains(p)) || language::is_clause(name)
}

/// Whether a sentence in such a language has the term as its subject and says
/// what it is: `El muelle es …`.
pub(super) fn foreign_subject(text: &str, name: &Name) -> bool {
    let lower = text.to_lowercase();
    let articles = [
        "el ", "la ", "il ", "lo ", "l'", "l’", "o ", "a ", "der ", "die ", "das ", "le ", "les ",
        "un ", "una ", "um ", "uma ", "une ", "ein ", "eine ",
    ];
    let bare = articles
        .iter()
        .find_map(|a| lower.strip_prefix(a))
        .unwrap_or(&lower);
    // `Un puerto es …` under `Puertos`.
    let singular = |a: &String| {
        let words: Vec<&str> = a
            .split(' ')
            .map(|w| w.strip_suffix('s').unwrap_or(w))
            .collect();
        words.join(" ")
    };
    let ones = name.aliases.iter().map(singular).filter(|a| a.len() > 3);
    let rest = name.aliases.iter().cloned().chain(ones).find_map(|a| {
        let rest = bare
            .strip_prefix(a.as_str())
            .or_else(|| lower.strip_prefix(a.as_str()))?;
        rest.starts_with([' ', ',', '(']).then_some(rest)
    });
    rest.is_some_and(|r| {
        let r = r.trim_start();
        let r = r
            .strip_prefix('(')
            .and_then(|r| r.split_once(')'))
            .map_or(r, |(_, after)| after.trim_start());
        [
            "es ", "è ", "é ", "ist ", "est ", "son ", "são ", "sono ", "sind ", "sont ",
        ]
        .iter()
        .any(|c| r.starts_with(c))
    })
}

/// Whether a clause names its subject: `船は`, but not `船では` or `ではなく`.
fn marks_subject(clause: &str) -> bool {
    let letters: Vec<char> = clause.chars().collect();
    letters
        .windows(2)
        .any(|p| p[1] == 'は' && !"でとにてのるいはへか".contains(p[0]))
}

/// A description in a language whose grammar isn't taken apart: only the
/// subject is taken off where that is safe.
pub(in crate::generator) fn foreign(text: &str, name: &Name) -> Statement {
    let stripped = [&name.full, &name.short].into_iter().find_map(|subject| {
        let rest = text.strip_prefix(subject.as_str())?.trim_start();
        [
            "とは、",
            "とは",
            "は、",
            "は",
            "是",
            "：",
            ":",
            "는 ",
            "은 ",
            "란 ",
            "이란 ",
        ]
        .iter()
        .find_map(|p| rest.strip_prefix(p))
        .map(|tail| tail.trim().to_owned())
    });
    // `**名前** は、…`: the particle went with the name.
    let stripped = stripped.or_else(|| {
        ["は、", "とは、", "が、", "：", "、"]
            .iter()
            .find_map(|p| text.strip_prefix(p))
            .map(|tail| tail.trim().to_owned())
    });
    // Another subject before `は` makes it a sentence about something else.
    let other = stripped.is_none()
        && text.chars().any(words::is_unspaced)
        && text.split(['、', '。']).next().is_some_and(marks_subject);
    Statement {
        form: if other { Form::Clause } else { Form::Fragment },
        body: stripped.unwrap_or_else(|| text.to_owned()),
        about_term: true,
        plural: false,
    }
}
