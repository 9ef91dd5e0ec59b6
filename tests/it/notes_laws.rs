//! Whatever is thrown at the generator, it neither dies nor hangs, and what it
//! makes keeps the promises.

use super::notes::{check_promises, notes};
use cramless::generator::generate;
use proptest::prelude::*;

/// Pieces of Markdown that meet in odd ways.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z]{1,9}( [a-z]{1,9}){0,6}",
        "(Amazon|Finch|Zed) [A-Z][a-z]{2,7} is an? (service|tool|queue) (that|which) [a-z]{3,8}s [a-z]{3,9} (and|of) [a-z]{3,9}\\.",
        Just("\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("\n# ".to_owned()),
        Just("\n## Finch ".to_owned()),
        Just("\n- **".to_owned()),
        Just(":** ".to_owned()),
        Just("\n  - ".to_owned()),
        Just(" → ".to_owned()),
        Just(" &rarr; ".to_owned()),
        Just(" – ".to_owned()),
        Just("\n| a | B c | d |\n|---|---|---|\n".to_owned()),
        Just("| x | y |\n".to_owned()),
        Just("\n: ".to_owned()),
        Just("`".to_owned()),
        Just("```\n".to_owned()),
        Just("[x](y)".to_owned()),
        Just("![".to_owned()),
        Just("> ".to_owned()),
        Just("\t".to_owned()),
        Just("&#27;[2J".to_owned()),
        Just("\u{202e}".to_owned()),
        Just("日本語は".to_owned()),
        Just("İßﬁ…".to_owned()),
        Just("\n### Question: q {#q task=1.1}\n\nWhat?\n\n- [x] a — b\n- [ ] c — d\n".to_owned()),
        Just("<table><tr><td>".to_owned()),
        Just("</b>".to_owned()),
        Just("{#x task=1.1}".to_owned()),
        Just("It can be possible to ".to_owned()),
        Just("3 modes: a, b and c".to_owned()),
        Just(" such as ".to_owned()),
        "[0-9]{1,4} (hours|GB|%)",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn markdown_of_any_kind_keeps_the_promises(pieces in prop::collection::vec(piece(), 0..70)) {
        let text = pieces.concat();
        let made = generate(&[notes(&text)], &[], None);
        check_promises(&made);
        let again = generate(&[notes(&text)], &made.decks, None);
        prop_assert_eq!(&again.decks, &made.decks);
        prop_assert!(again.vanished.is_empty());
        for card in made.decks.iter().flat_map(|d| &d.cards) {
            let tame = !card.prompt().as_str().contains('\u{1b}');
            prop_assert!(tame);
        }
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,400}", html in any::<bool>()) {
        let mut source = notes(&text);
        if html {
            source.path = "x.html".into();
        }
        check_promises(&generate(&[source], &[], None));
    }

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..600), html in any::<bool>()) {
        // As the command reads a file in an encoding it doesn't know.
        let mut source = notes(&String::from_utf8_lossy(&bytes));
        if html {
            source.path = "x.html".into();
        }
        let made = generate(std::slice::from_ref(&source), &[], None);
        check_promises(&made);
        prop_assert_eq!(&generate(&[source], &[], None), &made);
    }

    #[test]
    fn any_edit_is_survived(cut in 0usize..900, take in 0usize..300, put in "\\PC{0,20}") {
        let text = include_str!("fixtures/notes/dialect.md");
        let before = generate(&[notes(text)], &[], None);
        let chars: Vec<char> = text.chars().collect();
        let cut = cut.min(chars.len());
        let end = (cut + take).min(chars.len());
        let edited: String = chars[..cut].iter().chain(put.chars().collect::<Vec<_>>().iter()).chain(&chars[end..]).collect();
        let after = generate(&[notes(&edited)], &before.decks, None);
        check_promises(&after);
    }
}

#[test]
fn hostile_markdown_is_survived() {
    let many = 100_000;
    let hostile = [
        ">".repeat(many),
        format!("{}x", "> ".repeat(many)),
        "- ".repeat(many),
        (0..2000)
            .map(|i| format!("{}- a\n", "  ".repeat(i % 900)))
            .collect(),
        "[".repeat(many),
        "![".repeat(many),
        "*".repeat(many),
        "`".repeat(many),
        "**a ".repeat(many),
        format!(
            "|{}\n|{}\n|{}\n",
            "a|".repeat(many),
            "-|".repeat(many),
            "b|".repeat(many)
        ),
        format!("```\n{}", "never closed\n".repeat(many / 10)),
        "# x\n".repeat(many / 5),
        "- **a:** b\n".repeat(many / 20),
        format!("<{}", "div><".repeat(many)),
        "<!--".repeat(many / 10),
        "&#27;".repeat(many),
        "\u{301}".repeat(many),
        "a".repeat(many),
        "(".repeat(many),
        ": ".repeat(many),
        "x\n: y\n\n".repeat(many / 40),
        "\0".repeat(many),
        "{#".repeat(many),
        "### Question: q {#q}\n".repeat(2000),
        "word. ".repeat(many),
        "\n---\nx\n".repeat(many),
        (0..many / 20)
            .map(|i| format!("- the keel {}: a part of the boat\n", i % 7))
            .collect(),
    ];
    for (i, text) in hostile.into_iter().enumerate() {
        let made = generate(&[notes(&text)], &[], None);
        check_promises(&made);
        let mut page = notes(&text);
        page.path = format!("{i}.html");
        check_promises(&generate(&[page], &[], None));
    }
}
