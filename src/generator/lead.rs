//! Leads: the part of a line that names what the rest explains, whether it is
//! set off by bold type, a colon, a dash or an arrow.

use super::alone;
use super::clause;
use super::listed::Listed;
use super::rich::Rich;
use super::sentence;
use super::words;

/// A line taken apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Lead {
    /// What is explained.
    pub(super) lead: String,
    /// The explanation; empty when it follows in a nested list.
    pub(super) text: String,
    /// Whether type or an arrow set the lead off, so that it was meant as one.
    pub(super) marked: bool,
    /// Whether an arrow stands between: `gives`, `goes to`, `so` or `is`.
    pub(super) arrow: bool,
}

/// The longest lead in words.
const MAX_WORDS: usize = 8;

/// Takes a line apart; `None` when it has no lead.
pub(super) fn split(rich: &Rich) -> Option<Lead> {
    if let Some((lead, rest)) = rich.bold_lead() {
        return bold(&lead, &rest.until_next_entry());
    }
    plain(&rich.plain())
}

/// `Recommended for short stays`, or `Useful for` over a list: what a thing
/// suits, told without a colon.
pub(super) fn suits(plain: &str, lists: bool) -> Option<Lead> {
    static SUITS: Listed = Listed::phrases(
        "recommended for|useful for|ideal for|good for|great for|perfect for|suitable for|\
        suited for|best for|best suited for|best suited to|optimized for|optimised for|used for|\
        use for|not recommended for|not suitable for|do not use for|consists of|composed of|\
        made up of|built on|compatible with|alternative to|replacement for|\
        use when|use it when|used to|designed for|designed to",
    );
    let plain = plain.trim().trim_end_matches(':');
    let ends = plain
        .match_indices(' ')
        .map(|(i, _)| i)
        .chain([plain.len()]);
    let end = ends
        .take(4)
        .find(|i| SUITS.has(&plain[..*i].to_lowercase()))?;
    let (lead, rest) = plain.split_at(end);
    let rest = rest.trim().trim_end_matches('.');
    // Over a list the rest stands below.
    let tells = match rest.is_empty() {
        true => lists,
        false => words::count(rest) > 1 || lead.ends_with("with"),
    };
    let (lead, text) = match (lead.to_lowercase().as_str(), rest) {
        ("best suited to", _) => ("best suited for", sentence::capitalised(rest)),
        ("used to", rest) if !rest.is_empty() => ("used for", format!("To {rest}")),
        ("use when" | "use it when", rest) if !rest.is_empty() => (lead, format!("When {rest}")),
        _ => (lead, sentence::capitalised(rest)),
    };
    tells.then(|| Lead {
        lead: lead.to_owned(),
        text,
        marked: true,
        arrow: false,
    })
}

fn bold(lead: &str, rest: &Rich) -> Option<Lead> {
    let mut lead = lead.to_owned();
    let mut text = rest.plain();
    let mut separated = lead
        .trim_end()
        .ends_with([':', '：', '?', '-', '–', '—', '→', '.']);
    // `**EC2** (Elastic Compute Cloud): …`
    if text.starts_with('(')
        && let Some((inner, after)) = text.split_once(')')
        && words::count(inner) <= 6
        && after
            .trim_start()
            .starts_with([':', '-', '–', '—', '→', '='])
    {
        lead = format!("{lead} {inner})");
        text = after.to_owned();
    }
    let bare = unseparated(&text);
    let arrow = is_arrow(&text[..text.len() - bare.len()]) || is_arrow(&lead);
    separated |= bare.len() < text.trim_start().len();
    let text = bare.trim();
    // `**係留** とは、…`: the particle goes with the name.
    let text = ["とは、", "とは", "は、"]
        .iter()
        .find_map(|p| text.strip_prefix(p))
        .unwrap_or(text)
        .to_owned();
    if words::count(&lead) > MAX_WORDS {
        return None;
    }
    // Without a separator, bold type at the head may only stress a word.
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    let predicate = matches!(
        first.as_str(),
        "is" | "are"
            | "can"
            | "was"
            | "é"
            | "è"
            | "es"
            | "est"
            | "ist"
            | "são"
            | "sono"
            | "son"
            | "sont"
            | "sind"
    ) || super::lexicon::base_of(&first).is_some()
        || bare.trim_start().starts_with('は')
        || bare.trim_start().starts_with("とは");
    if !separated && !text.is_empty() && !predicate && !text.starts_with(char::is_uppercase) {
        return None;
    }
    // `**Tide** Flow Logs`: a name of which only the head is stressed.
    let titled = |w: &str| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let half = !separated
        && !text.ends_with(['.', '!'])
        && words::count(&text) < 4
        && text.split_whitespace().all(titled);
    if half && text.is_ascii() && !predicate && !text.is_empty() {
        return None;
    }
    Some(Lead {
        lead: tidy_lead(&lead),
        text,
        marked: true,
        arrow,
    })
    .filter(|l| !l.lead.is_empty())
}

fn separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ':' | '：' | '-' | '–' | '—' | '→' | '⇒' | '➡' | '=' | '>' | '|' | '~'
        )
}

/// The text behind a separator; the dash of `-l (in full)` is its own.
fn unseparated(text: &str) -> &str {
    let bare = text.trim_start_matches(separator);
    let cut = &text[..text.len() - bare.len()];
    let word = bare.split(|c: char| !c.is_alphanumeric()).next();
    let flag = cut.ends_with(" -") && word.is_some_and(|w| w.len() == 1);
    match flag {
        true => &text[cut.len() - 1..],
        false => bare,
    }
}

fn is_arrow(separator: &str) -> bool {
    separator.contains(['→', '⇒', '➡', '➜']) || separator.contains("->") || separator.contains("=>")
}

fn tidy_lead(lead: &str) -> String {
    let t = sentence::strip_symbols(lead);
    let t = t.trim_end_matches(|c: char| separator(c) || c == '.' || c == ',');
    super::enumerator::unnumbered(t).to_owned()
}

fn plain(text: &str) -> Option<Lead> {
    let text = sentence::strip_symbols(text);
    let (at, length, marked) = separation(text)?;
    let lead = tidy_lead(text.get(..at)?);
    let rest = unseparated(text.get(at..)?.get(length..)?).trim();
    let lower = lead.to_lowercase();
    if lead.is_empty()
        || rest.contains(['→', '⇒', '➡', '➜'])
        || rest.contains(" -> ")
        || words::count(&lead) > MAX_WORDS
        || lead.chars().count() > 70
        || lead.contains(['?', '!', '"', '“', ';', '。'])
        || lead.contains(". ")
        || [" composed of ", " consisting of "]
            .iter()
            .any(|p| lower.contains(p))
        || measure(&lead) && measure(rest)
        || !lead.chars().any(char::is_alphabetic)
        || clause::has_own_verb(&lead)
        || alone::points(&lower)
    {
        return None;
    }
    Some(Lead {
        lead,
        text: rest.to_owned(),
        marked,
        arrow: is_arrow(&text[at..at + length]),
    })
}

/// `16 TiB`, `500 ms`: one end of a range.
fn measure(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && words::count(text) <= 3
}

/// Where the first separator stands, its length, and whether it is a strong one.
fn separation(text: &str) -> Option<(usize, usize, bool)> {
    let mut depth = 0usize;
    let mut code = false;
    for (i, c) in text.char_indices().take(90) {
        let after = text.get(i + c.len_utf8()..)?;
        let spaced = i > 0 && text[..i].ends_with(' ') && after.starts_with(' ');
        match c {
            '`' => code = !code,
            _ if code => {}
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            '→' | '⇒' | '➡' | '➜' => return Some((i, c.len_utf8(), true)),
            // `HTTP->HTTPS` is one label.
            '-' | '=' if after.starts_with('>') && i > 0 => {
                let loose =
                    text[..i].ends_with(' ') || after.get(1..).is_some_and(|r| r.starts_with(' '));
                if loose {
                    return Some((i, 2, true));
                }
            }
            '：' => return Some((i, c.len_utf8(), true)),
            ':' if after.is_empty() || after.starts_with(' ') => return Some((i, 1, true)),
            '–' | '—' if spaced => return Some((i, c.len_utf8(), true)),
            '-' | '=' if spaced => return Some((i, 1, false)),
            '.' if after.starts_with(' ') => return None,
            ',' | ';' | '。' => return None,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generator::rich::Style;

    fn parts(text: &str) -> Option<(String, String)> {
        let mut r = Rich::default();
        r.push(text, Style::default());
        split(&r).map(|l| (l.lead, l.text))
    }

    #[test]
    fn a_line_of_two_entries_is_the_first_s() {
        let page = "# TideLock\n\nTideLock is a service that opens gates.\n\n## Terms\n\n\
            - **Ebb** = the time in which water leaves the port. **Flood** = the time of its return.\n\
            - **Quay** = a wall of stone at which boats are moored by day.\n";
        let shows = crate::generator::tests::shows;
        assert!(shows(page, "leaves the port") && !shows(page, "its return"));
    }

    #[test]
    fn what_a_thing_suits_needs_no_colon() {
        let found = crate::generator::tests::cards(
            "# Boats\n\n## Spare boats\n\n- Recommended for short trips without a stop\n\
            - Highest cost\n\n## Night boats\n\n- Useful for\n    - Fishing at night\n\
            \x20   - Tests of ferries\n- Do not use for critical trips\n\n\
            ## RopeNet\n\n- Use when you need ropes at once\n- Good\n\n\
            ## TideLock\n\n- Used to keep the water of a dock at one height\n\n\
            ## TideCam\n\n- A camera that films the boats of a port\n- Used to count the boats by night\n\n\
            ## Spot Zones\n\n- Useful for boats that come by day\n- Old\n",
        );
        for (front, back) in [
            (
                "What are Spare boats recommended for?",
                "Short trips without a stop.",
            ),
            (
                "What are night boats useful for?",
                "- Fishing at night\n- Tests of ferries",
            ),
            (
                "What should night boats not be used for?",
                "Critical trips.",
            ),
            (
                "When should you use RopeNet?",
                "When you need ropes at once.",
            ),
            ("What is TideCam used for?", "To count the boats by night."),
            ("What are Spot Zones useful for?", "Boats that come by day."),
        ] {
            let made = |(f, b): &(String, String)| f == front && b == back;
            assert!(found.iter().any(made), "{front}: {found:?}");
        }
        // Where nothing else is told, it is a definition, and asked backwards too.
        let back = |(f, b): &(String, String)| b == "TideLock" && f.contains("height");
        assert!(found.iter().any(back), "{found:?}");
    }

    #[test]
    fn a_flag_keeps_its_dash() {
        let told = |text: &str| parts(text).map(|(_, t)| t);
        assert_eq!(
            told("Useful flags: -l (in full); -a (all ropes)"),
            Some("-l (in full); -a (all ropes)".into())
        );
        assert_eq!(told("Hemp Rope: - moors boats"), Some("moors boats".into()));
    }

    #[test]
    fn an_arrow_inside_a_word_separates_nothing() {
        assert_eq!(
            parts("Hemp->Steel: which rope follows which"),
            Some(("Hemp->Steel".into(), "which rope follows which".into()))
        );
        assert_eq!(
            parts("Amazon Polly-> speech").map(|p| p.0),
            Some("Amazon Polly".into())
        );
    }

    #[test]
    fn leads_are_found_whatever_sets_them_off() {
        for text in [
            "Amazon Polly: turns text into speech",
            "Amazon Polly → turns text into speech",
            "Amazon Polly – turns text into speech",
            "Amazon Polly - turns text into speech",
            "Amazon Polly -> turns text into speech",
            "• Amazon Polly = turns text into speech",
        ] {
            assert_eq!(
                parts(text),
                Some(("Amazon Polly".into(), "turns text into speech".into())),
                "{text}"
            );
        }
        assert_eq!(parts("It supports two modes: a and b"), None);
        assert_eq!(parts("Runs at 10:30 every day"), None);
        assert_eq!(parts("Fast, cheap: pick two"), None);
    }

    #[test]
    fn bold_inside_a_sentence_is_no_lead() {
        let mut r = Rich::default();
        let bold = Style {
            strong: true,
            ..Style::default()
        };
        r.push("Encryption", bold);
        r.push(" keys of your own are possible", Style::default());
        assert_eq!(split(&r), None);
        let mut r = Rich::default();
        r.push("Amazon Polly", bold);
        r.push(" is a service", Style::default());
        assert_eq!(split(&r).map(|l| l.text).as_deref(), Some("is a service"));
        let mut r = Rich::default();
        r.push("Flags", bold);
        r.push(": -l (in full)", Style::default());
        let told = split(&r).map(|l| l.text);
        assert_eq!(told.as_deref(), Some("-l (in full)"));
    }
}
