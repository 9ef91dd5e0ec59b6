//! What is asked before a card's history goes, the line in which a note is
//! typed, and the quiet word about a card that costs more than it gives.

use super::prose;
use crate::domain::{Card, CardIx, CardRef, ChoiceOption, Happening};
use crate::scheduling::CardState;
use crate::session::missed::mix_ups;
use crate::tui::keymap::Place;
use crate::tui::markdown::render_in;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{sheet, typing};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The longest note.
const LONGEST: usize = 2_000;
/// Two columns need this many cells.
const BESIDE: usize = 56;

/// A sheet over a card.
#[derive(Debug, Clone, PartialEq)]
pub enum CareSheet {
    /// Really?
    Sure {
        /// What would be done.
        what: Happening,
    },
    /// A note is typed.
    Note {
        /// On which card.
        card: CardRef,
        /// The note so far.
        typed: String,
    },
    /// A card costs more than it gives.
    Leech(Leech),
    /// What came back from the editor has faults.
    EditAgain {
        /// What would be edited again.
        again: Again,
        /// The faults, each with its line.
        lines: Vec<String>,
        /// Rows scrolled down.
        scroll: u16,
    },
}

/// What is edited once more.
#[derive(Debug, Clone, PartialEq)]
pub enum Again {
    /// A card's form, as it came back.
    Card(CardIx, String),
    /// The summary of one's own cards.
    Own,
}

/// A leech, with what the person took for the answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Leech {
    lapses: u32,
    /// The right options, and the wrong ones chosen with how often.
    right: Vec<ChoiceOption>,
    wrong: Vec<(ChoiceOption, u32)>,
    /// Called a mix-up by the person, so often.
    mixed: usize,
    /// Rows scrolled down.
    scroll: u16,
}

impl Leech {
    /// What is known of it.
    pub fn of(card: &Card, state: &CardState) -> Self {
        let options = card.choice().map_or(&[][..], |c| &c.options);
        let mut wrong: Vec<_> = state
            .confused
            .iter()
            .filter_map(|(id, n)| Some((options.iter().find(|o| o.id == *id)?.clone(), *n)))
            .filter(|(o, _)| !o.correct)
            .collect();
        wrong.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Self {
            lapses: state.lapses,
            right: options.iter().filter(|o| o.correct).cloned().collect(),
            wrong,
            mixed: mix_ups(state),
            scroll: 0,
        }
    }

    fn lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let said = match (self.wrong.first(), self.lapses) {
            (Some((_, n)), _) if *n < 2 && self.mixed >= 2 => {
                format!("You have mixed something up here {} times.", self.mixed)
            }
            (Some((_, n)), lapses) if *n >= 2 || lapses == 0 => {
                "You have taken the same thing for the answer more than once.".to_owned()
            }
            (_, n) => format!("You have known and forgotten this {n} times."),
        };
        let mut lines = prose(said, theme.text, width);
        lines.push(Line::default());
        let yours = |(o, n): &(ChoiceOption, u32), width| {
            option(&format!("✗ {n}× "), o, width, theme, theme.strong)
        };
        let keys = |o: &ChoiceOption, width| option("✓ ", o, width, theme, theme.accent);
        if width >= BESIDE && !self.wrong.is_empty() {
            let half = (width - 3) / 2;
            let left: Vec<_> = self.wrong.iter().flat_map(|w| yours(w, half)).collect();
            let right: Vec<_> = self.right.iter().flat_map(|o| keys(o, half)).collect();
            lines.extend(beside(left, right, half, theme));
        } else {
            lines.extend(self.wrong.iter().flat_map(|w| yours(w, width)));
            lines.extend(self.right.iter().flat_map(|o| keys(o, width)));
        }
        if self.right.is_empty() {
            let text = "A word of your own, something to hold on to, often helps more than \
                        one more review.";
            lines.extend(prose(text, theme.dim, width));
        }
        lines
    }
}

/// An option and what it really is, with a hanging indent.
fn option(
    lead: &str,
    option: &ChoiceOption,
    width: usize,
    theme: &Theme,
    style: Style,
) -> Vec<Line<'static>> {
    let indent = lead.chars().count();
    let room = width.saturating_sub(indent);
    let mut rows = render_in(&option.text, room, theme, style);
    if let Some(why) = option.why.as_ref().filter(|w| !w.is_blank()) {
        rows.extend(render_in(why, room, theme, theme.dim));
    }
    let mut out = Vec::new();
    for (i, row) in rows.into_iter().enumerate() {
        let head = if i == 0 {
            lead.to_owned()
        } else {
            " ".repeat(indent)
        };
        let mut spans = vec![Span::styled(head, style)];
        spans.extend(row.spans);
        out.push(Line::from(spans));
    }
    out
}

/// Two columns with a rule between them.
fn beside(
    left: Vec<Line<'static>>,
    right: Vec<Line<'static>>,
    half: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let mut out = Vec::new();
    for _ in 0..rows {
        let mut line = left.next().unwrap_or_default();
        let pad = " ".repeat(half.saturating_sub(line.width()));
        line.spans.push(Span::raw(pad));
        line.spans.push(Span::styled(" │ ", theme.line));
        line.spans.extend(right.next().unwrap_or_default().spans);
        out.push(line);
    }
    out
}

impl CareSheet {
    /// Which keys mean something.
    pub fn place(&self) -> Place {
        match self {
            CareSheet::Sure { .. } => Place::Sure,
            CareSheet::Note { .. } => Place::Noting,
            CareSheet::Leech(_) => Place::Leech,
            CareSheet::EditAgain { .. } => Place::EditAgain,
        }
    }

    /// Scrolls to a row, if it scrolls.
    pub fn scroll_to(&mut self, to: u16) {
        match self {
            CareSheet::Leech(leech) => leech.scroll = to,
            CareSheet::EditAgain { scroll, .. } => *scroll = to,
            CareSheet::Sure { .. } | CareSheet::Note { .. } => {}
        }
    }

    /// Something was typed or pasted.
    pub fn type_in(&mut self, text: &str) {
        if let CareSheet::Note { typed, .. } = self {
            typing::type_in(typed, text, LONGEST);
        }
    }

    /// Backspace.
    pub fn erase(&mut self) {
        if let CareSheet::Note { typed, .. } = self {
            typing::erase(typed);
        }
    }

    /// The sheet.
    pub fn paint(&self, scene: &mut Scene, page: &Page, theme: &Theme) {
        let width = usize::from(page.body.width);
        let (title, lines) = match self {
            CareSheet::Sure { .. } => (
                "Start this card anew?",
                prose(
                    "Its schedule and its misses are forgotten, as if it were new; the journal \
                     keeps what happened, and u takes this back today.",
                    theme.text,
                    width,
                ),
            ),
            CareSheet::Note { typed, .. } => {
                let mut lines = vec![typing::line(typed, width, theme), Line::default()];
                let text = "Shown with the answer. Empty takes it off.";
                lines.extend(prose(text, theme.dim, width));
                ("A note on this card", lines)
            }
            CareSheet::Leech(leech) => ("This card is a leech", leech.lines(width, theme)),
            CareSheet::EditAgain { lines: faults, .. } => {
                let mut lines = Vec::new();
                for fault in faults {
                    lines.extend(prose(fault.as_str(), theme.text, width));
                }
                ("Not all of it can be used", lines)
            }
        };
        let scroll = match self {
            CareSheet::Leech(leech) => leech.scroll,
            CareSheet::EditAgain { scroll, .. } => *scroll,
            CareSheet::Sure { .. } | CareSheet::Note { .. } => 0,
        };
        let title = Span::styled(title, theme.strong);
        sheet::put_at(scene, page, title, lines, scroll, self.place(), theme);
    }
}
