//! A line of inline text: what it says and which parts of it were emphasised.
//!
//! Emphasis is evidence (a bold lead is a term), so it is kept until facts are
//! found; links keep their text only, images keep nothing.

use super::shortcodes::drawn;
use crate::domain::Text;
use std::borrow::Cow;

/// A run of text in one style.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Span {
    pub(super) text: String,
    pub(super) style: Style,
}

/// How a run of text was marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Style {
    pub(super) strong: bool,
    pub(super) emphasis: bool,
    pub(super) code: bool,
    pub(super) link: bool,
}

/// The text without the places that a chatting program cites between marks of
/// its own: mark, `cite`, mark, `turn0search0`, mark. What stood before keeps
/// its one full stop.
fn uncited(raw: &str) -> Cow<'_, str> {
    let mark = |c: char| ('\u{e000}'..='\u{f8ff}').contains(&c);
    if !raw.contains(mark) {
        return Cow::Borrowed(raw);
    }
    let cites = |piece: &str| {
        let turn = piece.strip_prefix("turn").is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_ascii_digit())
                && rest.chars().all(char::is_alphanumeric)
        });
        turn || matches!(piece, "cite" | "filecite" | "navlist" | "url")
    };
    let mut out = String::with_capacity(raw.len());
    for piece in raw.split(mark).filter(|p| !cites(p)) {
        let piece = match out.trim_end().ends_with('.') && piece.trim_start().starts_with('.') {
            true => piece.trim_start().get(1..).unwrap_or(""),
            false => piece,
        };
        out.push_str(piece);
    }
    Cow::Owned(out)
}

/// Inline text in reading order; `\n` stands for a hard break.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Rich {
    pub(super) spans: Vec<Span>,
    /// Whether an image stood in it.
    pub(super) image: bool,
}

impl Rich {
    /// Appends text, sanitised: entities have been decoded by now, so what
    /// could hide in them is visible here.
    pub(super) fn push(&mut self, raw: &str, style: Style) {
        let cited = uncited(raw);
        let joined = |s: &Span| s.text.ends_with(char::is_alphanumeric);
        let literal = style.code || self.spans.last().is_some_and(joined);
        let cited = match literal || !cited.contains(':') {
            true => cited,
            false => drawn(&cited).into(),
        };
        let tame: String = cited
            .chars()
            .filter_map(|c| match c {
                // What only one program's font can show.
                '\u{e000}'..='\u{f8ff}' => None,
                '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{fe0f}' => None,
                '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' | '\t' => Some(' '),
                '\u{2010}' | '\u{2011}' => Some('-'),
                c => Some(c),
            })
            .collect();
        let text = Text::new(&tame).as_str().to_owned();
        match self.spans.last_mut() {
            Some(last) if last.style == style => last.text.push_str(&text),
            _ => self.spans.push(Span { text, style }),
        }
    }

    /// The text on one line, code in backticks, other marks left out.
    pub(super) fn plain(&self) -> String {
        tidy(&marked(&self.spans))
    }

    /// As [`Rich::plain`], one string for each line that a hard break ends.
    pub(super) fn lines(&self) -> Vec<Rich> {
        let mut out = vec![Rich::default()];
        for span in &self.spans {
            for (i, piece) in span.text.split('\n').enumerate() {
                if i > 0 {
                    out.push(Rich::default());
                }
                if let Some(last) = out.last_mut() {
                    last.spans.push(Span {
                        text: piece.to_owned(),
                        style: span.style,
                    });
                }
            }
        }
        out.retain(|r| !r.is_blank());
        out
    }

    /// The leading emphasised run and the rest, if the text starts with one.
    pub(super) fn bold_lead(&self) -> Option<(String, Rich)> {
        let mut at = 0;
        while self
            .spans
            .get(at)
            .is_some_and(|s| !s.text.chars().any(char::is_alphanumeric))
        {
            at += 1;
        }
        let first = self.spans.get(at)?;
        let italic_only = first.style.emphasis && !first.style.strong;
        let marked_as = |s: &Span| s.style.strong || (italic_only && s.style.emphasis);
        if !marked_as(first) {
            return None;
        }
        let mut end = at;
        while self.spans.get(end).is_some_and(marked_as) {
            end += 1;
        }
        let lead = tidy(&marked(&self.spans[at..end]));
        let rest = Rich {
            spans: self.spans[end..].to_vec(),
            image: false,
        };
        (!lead.is_empty()).then_some((lead, rest))
    }

    /// The text without a second entry on the same line: `… at night. **Lamp** = …`.
    pub(super) fn until_next_entry(mut self) -> Self {
        let set_off = |s: &Span| s.text.trim_start().starts_with(['=', ':', '–', '—', '→']);
        let next = (1..self.spans.len().saturating_sub(1)).find(|i| {
            let ended = self.spans[i - 1].text.trim_end().ends_with(['.', ';']);
            ended && self.spans[*i].style.strong && set_off(&self.spans[i + 1])
        });
        self.spans.truncate(next.unwrap_or(self.spans.len()));
        self
    }

    /// What stands in bold, piece by piece.
    pub(super) fn strong(&self) -> Vec<String> {
        let bold = self.spans.iter().filter(|s| s.style.strong);
        bold.map(|s| s.text.trim().to_owned()).collect()
    }

    /// The line without a link that only says where it is from: `… | [Source](…)`.
    pub(super) fn unsourced(mut self) -> Self {
        let cites = |s: &Span| {
            let low = s.text.trim().to_lowercase();
            let one = ["source", "sources", "ref", "reference", "docs", "link"];
            s.style.link && (one.contains(&low.as_str()) || low.starts_with("source - "))
        };
        for at in (1..self.spans.len()).rev() {
            if !cites(&self.spans[at]) {
                continue;
            }
            let before = &self.spans[at - 1].text;
            let Some(bare) = before.trim_end().strip_suffix(['|', '(']) else {
                continue;
            };
            let bracket = before.trim_end().ends_with('(');
            self.spans[at - 1].text = bare.trim_end().to_owned();
            self.spans.remove(at);
            if let Some(after) = self.spans.get_mut(at).filter(|_| bracket) {
                let rest = after.text.trim_start();
                after.text = rest.strip_prefix(')').unwrap_or(rest).to_owned();
            }
        }
        self
    }

    /// Whether nothing can be read in it.
    pub(super) fn is_blank(&self) -> bool {
        self.spans.iter().all(|s| s.text.trim().is_empty())
    }

    /// Whether a lead and what follows it are both parts of one link's text:
    /// `[Mooring - Harbour Guide](…)`.
    pub(super) fn titles_a_link(&self, lead: &str) -> bool {
        self.spans.iter().filter(|s| s.style.link).any(|s| {
            let after = s.text.trim_start().strip_prefix(lead);
            after.is_some_and(|a| a.chars().filter(|c| c.is_alphanumeric()).count() > 1)
        })
    }

    /// Whether a text is that of a link and names its site: `Mooring - Harbour
    /// Guide`.
    pub(super) fn links_to_a_page(&self, text: &str) -> bool {
        let sited = [" - ", " – ", " — ", " | ", "| ", "｜"]
            .iter()
            .any(|d| text.contains(d));
        sited
            && self
                .spans
                .iter()
                .any(|s| s.style.link && s.text.trim() == text.trim())
    }

    /// Whether all that can be read in it is links.
    pub(super) fn only_links(&self) -> bool {
        let words = |link: bool| {
            self.spans
                .iter()
                .filter(|s| s.style.link == link)
                .any(|s| s.text.chars().any(char::is_alphanumeric))
        };
        words(true) && !words(false)
    }
}

fn marked(spans: &[Span]) -> String {
    let mut out = String::new();
    for span in spans {
        if span.style.code && !span.text.contains('`') && !span.text.trim().is_empty() {
            out.push('`');
            out.push_str(&span.text);
            out.push('`');
        } else {
            out.push_str(&span.text);
        }
    }
    out
}

/// Signs that were set as formulas, as signs: `$\to$`, `$T$`.
fn unset(s: &str) -> std::borrow::Cow<'_, str> {
    const SIGNS: [(&str, &str); 11] = [
        (r"\to", "→"),
        (r"\rightarrow", "→"),
        (r"\Rightarrow", "→"),
        (r"\leftarrow", "←"),
        (r"\geq", "≥"),
        (r"\ge", "≥"),
        (r"\leq", "≤"),
        (r"\le", "≤"),
        (r"\times", "×"),
        (r"\approx", "≈"),
        (r"\neq", "≠"),
    ];
    if s.matches('$').count() < 2 {
        return s.into();
    }
    let mut out = String::with_capacity(s.len());
    let mut rest = s;
    while let Some((before, after)) = rest.split_once('$') {
        out.push_str(before);
        let inner = after.split_once('$').filter(|(i, _)| i.len() < 13);
        let sign = inner.and_then(|(i, _)| SIGNS.iter().find(|(name, _)| *name == i.trim()));
        let plain = |i: &str| !i.is_empty() && i.chars().all(char::is_alphabetic);
        match (inner, sign) {
            (Some((_, tail)), Some((_, sign))) => {
                out.push_str(sign);
                rest = tail;
            }
            (Some((name, tail)), None) if plain(name) => {
                out.push_str(name);
                rest = tail;
            }
            _ => {
                out.push('$');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out.into()
}

/// White space collapsed to single spaces, none before closing punctuation.
pub(super) fn tidy(s: &str) -> String {
    let s = &*unset(s);
    let s = &*unremarked(s);
    if is_tidy(s) {
        return s.to_owned();
    }
    let mut out = String::with_capacity(s.len());
    for word in s.split_whitespace() {
        let glued = word.chars().next().is_some_and(|c| matches!(c, ',' | ';'))
            || (word.len() == 1 && matches!(word, "." | "!" | "?"));
        if !out.is_empty() && !glued {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Without `%% fold %%`, which programs for notes show to nobody.
fn unremarked(s: &str) -> std::borrow::Cow<'_, str> {
    let mut parts = s.splitn(3, "%%");
    match (parts.next(), parts.next(), parts.next()) {
        (Some(before), Some(hidden), Some(after)) if !hidden.contains(". ") => {
            format!("{} {}", before.trim_end(), after.trim_start()).into()
        }
        _ => s.into(),
    }
}

/// Whether nothing of a plain text is to be tidied.
fn is_tidy(s: &str) -> bool {
    let mut before = b' ';
    for b in s.bytes() {
        let loose = match b {
            b' ' => before == b' ',
            b',' | b';' | b'.' | b'!' | b'?' => before == b' ',
            _ => !b.is_ascii_graphic(),
        };
        if loose {
            return false;
        }
        before = b;
    }
    before != b' ' || s.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_entry_on_a_line_is_not_the_first_s() {
        let line = |before: &str, mark: &str| {
            let mut rich = Rich::default();
            let strong = Style {
                strong: true,
                ..Style::default()
            };
            rich.push("Winch", strong);
            rich.push(before, Style::default());
            rich.push("Lamp", strong);
            rich.push(mark, Style::default());
            let (_, rest) = rich.bold_lead().unwrap();
            rest.until_next_entry().plain()
        };
        let kept = line(" = pulls ferries at night. ", " = lights piers.");
        assert_eq!(kept.trim(), "= pulls ferries at night.");
        assert!(line(" = pulls the ", " at night.").contains("Lamp"));
        assert!(line(" = pulls the ", " = a light.").contains("Lamp"));
        assert!(line(" = pulls ferries. ", " is another.").contains("Lamp"));
    }

    #[test]
    fn signs_by_name_stand_where_words_begin() {
        let said = |first: &str, code: bool| {
            let mut rich = Rich::default();
            rich.push(first, Style::default());
            let style = Style {
                code,
                ..Style::default()
            };
            rich.push(":x: boats", style);
            rich.plain()
        };
        assert_eq!(said("No ", false), "No ❌ boats");
        assert_eq!(said("arn", false), "arn:x: boats");
        assert_eq!(said("No ", true), "No `:x: boats`");
    }

    #[test]
    fn places_cited_between_private_marks_are_left_out() {
        let mut rich = Rich::default();
        rich.push(
            "Moors boats. \u{e200}cite\u{e202}turn0search1\u{e202}turn2view0\u{e201}. And turns them.\u{e206}",
            Style::default(),
        );
        assert_eq!(rich.plain(), "Moors boats. And turns them.");
    }

    #[test]
    fn signs_of_formulas_are_signs() {
        assert_eq!(
            tidy(r"Night  $\to$ lamps, $T$ hours, $5 and $6"),
            "Night → lamps, T hours, $5 and $6"
        );
    }

    #[test]
    fn hidden_remarks_go() {
        assert_eq!(tidy("Tide log %% fold %%"), "Tide log");
    }
}
