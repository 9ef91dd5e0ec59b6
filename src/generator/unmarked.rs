//! Marks that only an editor or their author reads, blanked before Markdown is
//! parsed: every byte stays where it was.

use std::borrow::Cow;

/// The text with blanks for lines `{% hint %}`, by which some editors of books
/// mark their blocks, for tabs in tables, and for a ruler right above a line,
/// which would be read as the beginning of metadata, for dots that indent a list,
/// and for the last `#` of headings without a space.
pub(super) fn unmarked(source: &str) -> Cow<'_, str> {
    let marker = |line: &str| {
        let line = line.trim();
        line.starts_with("{%") && line.ends_with("%}")
    };
    let rulers = rulers(source);
    // A tab between the cells of a table keeps it from being read as one.
    let tabbed = |line: &str| line.trim_start().starts_with('|') && line.contains('\t');
    let glues = source.lines().filter(|l| is_glued(l)).count() >= GLUED;
    let odd = |l: &str| marker(l) || tabbed(l) || dotted(l).is_some() || glues && is_glued(l);
    if rulers.is_empty() && !source.lines().any(odd) {
        return Cow::Borrowed(source);
    }
    let mut out = String::with_capacity(source.len());
    for (i, line) in source.split_inclusive('\n').enumerate() {
        match marker(line) || rulers.binary_search(&i).is_ok() {
            true => out.extend(line.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' })),
            false if tabbed(line) => out.push_str(&line.replace('\t', " ")),
            false if glues && is_glued(line) => {
                let name = line.trim_start_matches('#');
                let marks = line.len() - name.len();
                out.extend([&"######"[..marks - 1], " ", name]);
            }
            false => match dotted(line) {
                Some(dots) => out.push_str(&line.replacen(dots, &" ".repeat(dots.len()), 1)),
                None => out.push_str(line),
            },
        }
    }
    Cow::Owned(out)
}

/// So many headings without a space are meant as such.
const GLUED: usize = 3;

/// `###Ropes`: a heading whose author forgot the space.
fn is_glued(line: &str) -> bool {
    let name = line.trim_start_matches('#');
    (2..=6).contains(&(line.len() - name.len())) && name.starts_with(char::is_uppercase)
}

/// The dots that indent a line of a list: `..- ropes`.
fn dotted(line: &str) -> Option<&str> {
    let bare = line.trim_start();
    let rest = bare.trim_start_matches(['.', '⋅', '·']);
    let dots = &bare[..bare.len() - rest.len()];
    let marked = ["- ", "* ", "+ "].iter().any(|m| rest.starts_with(m));
    (dots.chars().count() > 1 && marked).then_some(dots)
}

/// The lines `---` that rule the page off, in their order, where a line stands right below:
/// metadata are at its head only, and are keys with values.
fn rulers(source: &str) -> Vec<usize> {
    let lines: Vec<&str> = source.lines().collect();
    let blank = |i: usize| lines.get(i).is_none_or(|l| l.trim().is_empty());
    let keyed = lines
        .get(1)
        .is_some_and(|l| !l.starts_with(['#', '-', '*', '>']) && l.contains(':'));
    let ruler = |i: &usize| {
        let i = *i;
        let below = !blank(i + 1);
        lines[i].trim_end() == "---" && below && (i > 0 && blank(i - 1) || i == 0 && !keyed)
    };
    (0..lines.len()).filter(ruler).collect()
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::shows;

    #[test]
    fn headings_without_a_space_are_headings() {
        let page = |mark: &str| {
            format!(
                "# Ports\n\n## RopeNet\n\nRopeNet is a net that moors boats.\n\n{mark}TideLock\n\
                * Winch: opens the gates of a dock\n{mark}PilotBook\n* Depths: are kept for years\n\
                {mark}BeaconBox\nBeaconBox is a lamp that shows ships the way.\n"
            )
        };
        for mark in ["##", "## "] {
            assert!(
                shows(&page(mark), "In TideLock, what does Winch do?"),
                "{mark}"
            );
        }
    }

    #[test]
    fn dots_before_a_mark_only_indent_it() {
        let page = "# Ports\n\n## TideLock\n\nTideLock is a service that opens the gates of a dock.\n\n\
            - Use cases:\n  ..- Boats that wait for the ebb\n  ..- Ferries that leave at night\n";
        assert!(shows(page, "- Ferries that leave at night") && !shows(page, ".."));
        assert_eq!(super::dotted("  ..- ropes"), Some(".."));
        assert_eq!(super::dotted("... - ropes"), None);
    }

    #[test]
    fn a_ruler_above_a_heading_takes_no_section_away() {
        let page = "# Ports\n\n---\n## TideLock\n\nTideLock is a service that opens the gates of a dock.\n\n\
            ---\n## BuoyNet\n\nBuoyNet is a service that tells ships where the buoys are.\n";
        assert!(shows(page, "gates of a dock") && shows(page, "where the buoys are"));
        let headed = "---\ntitle: TideLock is a song\n---\n\n# Ports\n\n## BuoyNet\n\n\
            BuoyNet is a service that tells ships where the buoys are.\n";
        assert!(!shows(headed, "song") && shows(headed, "where the buoys are"));
    }
}
