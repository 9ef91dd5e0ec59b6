//! Answers folded away, `<details>` under a question: the question is a heading
//! and the answer its text.

use std::borrow::Cow;

/// The text with headings for the questions of such folds; every line stays
/// where it was, and so does every byte.
pub(super) fn unfolded(source: Cow<'_, str>) -> Cow<'_, str> {
    if !source.contains("<summary>") {
        return source;
    }
    let mut out = String::with_capacity(source.len());
    let mut opened: Option<&str> = None;
    let mut inside = false;
    for line in source.split_inclusive('\n') {
        // Whether a fold asks, its next line tells.
        if let Some(before) = opened.take() {
            match question(line) {
                Some(_) => out.push_str(&blank(before)),
                None => out.push_str(before),
            }
        }
        let bare = line.trim();
        if bare == "<details>" {
            opened = Some(line);
        } else if let Some(asked) = question(line) {
            inside = true;
            // The marks before it are longer than a heading's.
            let from = line.find(asked).unwrap_or_default();
            out.push_str("###### ");
            out.extend(std::iter::repeat_n(
                ' ',
                from.saturating_sub("###### ".len()),
            ));
            out.push_str(asked);
            out.push_str(&blank(&line[from + asked.len()..]));
        } else if inside && bare.ends_with("</details>") {
            inside = false;
            let told = unclosed(line.trim_end());
            out.push_str(told);
            out.push_str(&blank(&line[told.len()..]));
        } else {
            out.push_str(line);
        }
    }
    out.push_str(opened.unwrap_or(""));
    out.into()
}

/// What a fold asks, where its head is a question.
fn question(line: &str) -> Option<&str> {
    let (before, rest) = line.split_once("<summary>")?;
    let (asked, _) = rest.split_once("</summary>")?;
    let marks = |c: char| c == '<' || c == '>' || c == '*' || c.is_whitespace();
    let asked = ["strong", "b", "i"].iter().fold(asked.trim(), |t, tag| {
        let open = t.strip_prefix(&format!("<{tag}>")).unwrap_or(t);
        open.strip_suffix(&format!("</{tag}>")).unwrap_or(open)
    });
    let asked = asked.trim_matches(marks);
    let asks = asked.ends_with(['?', '？']);
    (asks && matches!(before.trim(), "" | "<details>") && !asked.contains('<')).then_some(asked)
}

/// The last line of an answer without the marks that close it.
fn unclosed(line: &str) -> &str {
    let mut told = line;
    while let Some(rest) = ["</details>", "</b>", "<br>"]
        .iter()
        .find_map(|mark| told.strip_suffix(mark))
    {
        told = rest.trim_end();
    }
    told
}

/// As many blanks as a text has bytes; lines end where they ended.
fn blank(text: &str) -> String {
    let space = |b: u8| if b == b'\n' { '\n' } else { ' ' };
    text.bytes().map(space).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::tests::cards;

    const PAGE: &str = "# Ports\n\n## Nets\n\n<details>\n\
        <summary>What is RopeNet?</summary><br><b>\n\n\
        RopeNet is a service that ties boats to a pier at night.\n</b></details>\n\n\
        <details><summary><strong>What does TideBell do?</strong></summary>\n\n\
        Opens the gates of a dock at high water.\n\n</details>\n";

    #[test]
    fn a_folded_answer_answers_its_question() {
        let made = cards(PAGE);
        for (front, back) in [
            (
                "What is RopeNet?",
                "A service that ties boats to a pier at night.",
            ),
            (
                "What does TideBell do?",
                "Opens the gates of a dock at high water.",
            ),
        ] {
            assert!(made.contains(&(front.into(), back.into())), "{made:?}");
        }
    }

    #[test]
    fn only_what_closes_an_answer_goes() {
        assert_eq!(unclosed("Ropes.<br></b></details>"), "Ropes.");
        let last = "A <b>rope</b> of hemp.";
        assert_eq!(unclosed(&format!("{last}</details>")), last);
    }

    #[test]
    fn every_byte_stays_where_it_was() {
        let out = unfolded(PAGE.into());
        assert_eq!(out.len(), PAGE.len());
        assert_eq!(out.find("Opens"), PAGE.find("Opens"));
        let plain = "<details>\n<summary>Details</summary>\n\ntext\n</details>\n<details>\n";
        assert_eq!(unfolded(plain.into()), plain);
    }
}
