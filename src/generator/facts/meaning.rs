//! Texts that say something, but not what a thing is: orders, paths, worked
//! numbers, somebody's words, sentences about somebody else.

use crate::generator::listed::Listed;
use crate::generator::words;

/// How many arrows a text holds.
pub(super) fn arrows(text: &str) -> usize {
    let signs = text.matches(['→', '⇒', '➡', '➜', '⟶', '↔']).count();
    signs + text.matches("->").count() + text.matches("=>").count()
}

/// Whether a text can't be what a thing is, however it is phrased.
pub(super) fn cannot_define(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    let first = lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | ':'))
        .next()
        .unwrap_or("");
    static FIRST: Listed = Listed::new(
        "you your we our users user customers customer they there people i if e.g. e.g eg i.e. i.e \
        such include includes including within pay no don't never always only also see called \
        named either both mandatory",
    );
    let begins = [
        "for example",
        "for instance",
        "do not ",
        "in this ",
        "\"",
        "“",
        "«",
        "'",
        "‘",
    ]
    .iter()
    .any(|b| lower.starts_with(b));
    // `A router that matches rules → and starts targets` is still a router.
    let kind = matches!(first, "a" | "an") && lower.contains(" that ");
    let flows = arrows(text) > usize::from(kind);
    FIRST.has(first) || begins || flows || is_template(text) || works_out(text)
}

/// `{{ price }}`, `${NAME}`, `[Topic A]`: a place where something was to be filled in.
pub(in crate::generator) fn is_template(text: &str) -> bool {
    let blank = text.split('[').skip(1).any(|part| {
        part.split_once(']').is_some_and(|(inside, after)| {
            let name = inside.starts_with(char::is_uppercase)
                && inside
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-'))
                && words::count(inside) <= 5;
            name && !after.starts_with('(') && !text.contains('`')
        })
    });
    blank || text.contains("{{") || text.contains("${") || text.contains("<your")
}

/// `= 1000 * 7 = 7000`: numbers of an example.
fn works_out(text: &str) -> bool {
    let results = text
        .split('=')
        .skip(1)
        .filter(|part| part.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    results.count() > 1
}

/// Whether a text tells what to do rather than what is.
pub(in crate::generator) fn advises(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    let first = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .next()
        .unwrap_or("");
    static FIRST: Listed = Listed::new(
        "use ensure consider avoid remember keep make don't do never always choose prefer be know \
        try check note think see look leave follow understand memorize memorise beware focus learn \
        plan start pick decide determine set specify assign associate manually",
    );
    FIRST.has(first)
}

/// Whether a text leans on the sentence before it by its subject.
pub(super) fn leans_by_subject(text: &str) -> bool {
    let lower = text.trim_start().to_lowercase();
    let first = lower
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .next()
        .unwrap_or("");
    matches!(
        first,
        "it" | "it's" | "it’s" | "its" | "this" | "that" | "they" | "these" | "those"
    )
}

/// Whether the sentence that follows may well go on from this one's object:
/// `RopeNet also supports filtering. It is …`.
pub(super) fn hands_over(sentence: &str) -> bool {
    static HAS: Listed = Listed::new("supports has have also includes");
    words::words(sentence).any(|w| HAS.has(&w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::shows;

    #[test]
    fn what_defines_nothing_is_told() {
        for text in [
            "You moor the boat with a rope",
            "boat -> pier -> shed",
            "length times 7 = 1000 * 7 = 7000",
            "“Show me the boats”",
            "E.g. move the boat to another pier",
            "{{ harbour.fee }}",
            "[XX] boats at the end",
            "[When to moor]",
        ] {
            assert!(cannot_define(text), "{text}");
        }
        assert!(!cannot_define("A rope that moors a boat (10 m = 3 t)"));
    }

    #[test]
    fn a_line_about_it_needs_the_line_before() {
        let page = "# Ports\n\n## TideLake\n\nTideLake is a service that keeps tide tables.\n\n\
            - Tables come from buoys and pilots\n- It is saved to the harbour archive\n\
            - Shares the tables with pilots of all ports\n- Encrypts each table with a key of the port\n";
        assert!(!shows(page, "saved to the harbour"));
    }
}
