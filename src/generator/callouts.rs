//! Callouts, `> [!note] Tides`, that hold headings and lists, and pages that
//! are quotations from end to end: some people set their notes so, and quote
//! nobody. A callout of a few words stays the remark that it is.

use std::borrow::Cow;

/// The text with blanks for the marks of such callouts; every character else
/// stays where it was.
pub(super) fn unfolded(source: Cow<'_, str>) -> Cow<'_, str> {
    if is_all_quoted(&source) {
        return unquoted(&source).into();
    }
    if !source.contains("[!") {
        return source;
    }
    let lines: Vec<&str> = source.split_inclusive('\n').collect();
    let mut out = String::with_capacity(source.len());
    let mut at = 0;
    while at < lines.len() {
        let run = match lines[at].trim_start().starts_with("> [!") {
            true => lines[at..]
                .iter()
                .take_while(|l| quoted(l).is_some())
                .count(),
            false => 0,
        };
        if holds_notes(&lines[at..at + run]) {
            out.extend(
                lines[at]
                    .bytes()
                    .map(|b| if b == b'\n' { '\n' } else { ' ' }),
            );
            for line in &lines[at + 1..at + run] {
                let inner = quoted(line).unwrap_or(line);
                out.extend(std::iter::repeat_n(' ', line.len() - inner.len()));
                out.push_str(inner);
            }
            at += run;
        } else {
            let run = run.max(1);
            out.extend(lines[at..at + run].iter().copied());
            at += run;
        }
    }
    out.into()
}

/// Whether a page sets nearly all that it says as quotations: that is how it
/// looks, then, and quotes nobody.
fn is_all_quoted(source: &str) -> bool {
    let lines = || {
        source
            .lines()
            .filter(|l| !l.trim().is_empty() && !l.starts_with('#'))
    };
    let marked = lines().filter(|l| quoted(l).is_some()).count();
    marked > 9 && marked * 5 > lines().count() * 4
}

/// The text with its quotations as lists, a line an item.
fn unquoted(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        let item = |rest: &str| {
            rest.starts_with(' ') && rest.trim_start().starts_with(char::is_alphanumeric)
        };
        match quoted(line) {
            Some(inner) => {
                let mark = line.len() - inner.len() - 1;
                out.push_str(&line[..mark]);
                out.push(if item(inner) { '-' } else { ' ' });
                out.push_str(inner);
            }
            None => out.push_str(line),
        }
    }
    out
}

/// A line of a quotation, without its mark.
fn quoted(line: &str) -> Option<&str> {
    line.trim_start_matches(' ').strip_prefix('>')
}

fn holds_notes(callout: &[&str]) -> bool {
    let inner = || {
        callout
            .iter()
            .skip(1)
            .filter_map(|l| quoted(l))
            .map(str::trim)
    };
    let items = inner().filter(|l| l.starts_with("- ") || l.starts_with("* "));
    inner().any(|l| l.starts_with('#')) || items.count() > 2
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::{cards, fronts};

    #[test]
    fn a_page_folded_into_a_callout_is_read() {
        let page = "# Harbour\n\n> [!note]- All of it\n> #### TideLock\n\
            > TideLock is a gate that keeps the water in a dock.\n>\n\
            > - **Sluice:** a small gate in the lock that lets water through\n";
        let cards = cards(page);
        assert!(
            cards.iter().any(|(f, _)| f == "What is TideLock?"),
            "{cards:?}"
        );
        assert!(cards.iter().any(|(f, _)| f.contains("luice")), "{cards:?}");
    }

    #[test]
    fn a_page_all_in_quotations_quotes_nobody() {
        let mut page = "# Harbour\n".to_owned();
        for (name, told) in [
            ("TideLock", "A gate that keeps the water in a dock"),
            (
                "PilotBook",
                "A register that keeps the depth of each channel",
            ),
            ("BuoyNet", "A chain of buoys that measures the waves"),
            ("QuayCrane", "A crane that lifts boats on the quay"),
        ] {
            page += &format!("\n## {name}\n> {told}\n> Uses:\n> \t- harbours\n> \t- rivers\n");
        }
        let fronts = fronts(&page);
        assert!(fronts.iter().any(|f| f == "What is BuoyNet?"), "{fronts:?}");
    }

    #[test]
    fn a_remark_stays_a_remark() {
        let page = "# Harbour\n\n## TideLock\n\nTideLock is a gate that keeps the water in a dock.\n\n\
            > [!tip]\n> - **Sluice:** a small gate in the lock that lets water through\n";
        let fronts = fronts(page);
        assert!(
            fronts.iter().any(|f| f == "What is TideLock?"),
            "{fronts:?}"
        );
        assert!(!fronts.iter().any(|f| f.contains("luice")), "{fronts:?}");
    }
}
