//! A title on a line of its own within a paragraph, over a text that names it
//! again: `Tide Lock`, a break, `Tide Lock is a gate that …`. Read on, the two
//! lines would name it twice in one sentence.

use super::rich::{Rich, Style};
use super::words;

/// The paragraph with such a title as its lead.
pub(super) fn led(rich: Rich) -> Rich {
    let rich = rich.unsourced();
    if !rich.spans.iter().any(|s| s.text.contains('\n')) {
        return rich;
    }
    let lines = rich.lines();
    let [title, text, ..] = lines.as_slice() else {
        return rich;
    };
    if !is_title(title) {
        return rich;
    }
    let Some(at) = named_again(&text.plain(), &title.plain()) else {
        return rich;
    };
    let strong = Style {
        strong: true,
        ..Style::default()
    };
    let mut out = Rich::default();
    out.push(title.plain().trim(), strong);
    for (i, line) in lines[1..].iter().enumerate() {
        out.push(if i == 0 { " " } else { "\n" }, Style::default());
        out.spans.extend(line.spans.iter().cloned());
    }
    // Its subject is the title; where that is set in types of its own it stays.
    let first = out.spans.get_mut(2).filter(|s| s.text.is_char_boundary(at));
    if let Some(first) = first.filter(|s| s.text.len() > at) {
        first.text.drain(..at);
    }
    out
}

fn is_title(line: &Rich) -> bool {
    let text = line.plain();
    (1..=6).contains(&words::count(&text))
        && text.starts_with(|c: char| c.is_uppercase())
        && !text.ends_with(['.', ',', ';', ':', '!', '?', '-'])
        && line.bold_lead().is_none()
}

/// Where a text goes on that begins with what the title names; of several
/// words, the last two will do.
fn named_again(text: &str, title: &str) -> Option<usize> {
    let bare = title.split(" (").next().unwrap_or(title).trim();
    let all: Vec<&str> = bare.split_whitespace().collect();
    let tail = all[all.len().saturating_sub(2)..].join(" ");
    let after = |name: &str| {
        let at = text.find(name).filter(|at| *at < 24)? + name.len();
        let rest = text[at..].strip_prefix(' ')?;
        rest.starts_with(char::is_lowercase).then_some(at + 1)
    };
    let again = after(bare).or_else(|| after(&tail).filter(|_| all.len() > 1));
    again.filter(|_| words::count(text) > 5 && !bare.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::cards;

    #[test]
    fn where_a_line_is_from_is_no_part_of_it() {
        let page = "# Harbour\n\n## Tide Lock\n\nA gate that keeps water in its dock | \
            [Source](https://a.example/x)\n\n## Pilot Book\n\nA register of the depth of each \
            channel ([source](https://a.example/y)).\n";
        let cards = cards(page);
        assert_eq!(cards.len(), 4, "{cards:?}");
        assert!(
            cards
                .iter()
                .all(|(_, b)| !b.to_lowercase().contains("source")),
            "{cards:?}"
        );
    }

    #[test]
    fn a_title_over_its_own_sentence_is_said_once() {
        let page = "# Harbour\n\n* Gates\n    * Grand Tide Lock  \n      \
            Tide Lock is a gate that keeps the water in a dock. It opens at noon.\n\
            * Books\n    * Pilot Book  \n      \
            Pilot Book is a register that keeps the depth of each channel.\n";
        let cards = cards(page);
        assert!(
            cards
                .iter()
                .any(|(f, b)| f.contains("Tide Lock?") && b.starts_with("A gate")),
            "{cards:?}"
        );
        assert!(
            cards.iter().all(|(f, _)| !f.contains("Lock Tide")),
            "{cards:?}"
        );
    }
}
