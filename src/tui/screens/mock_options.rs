//! A paper's question as lines: its options before and after the answer.

use crate::domain::{Card, Choice, ChoiceOption, OptionId, Sureness, Text};
use crate::tui::markdown::{render, render_in};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// Cells before an option's text: cursor, number, sign.
const LEAD: usize = 6;

/// A question and what was done to it.
pub(super) struct Asked<'a> {
    /// The wording.
    pub card: &'a Card,
    /// The question inside.
    pub choice: &'a Choice,
    /// Options in the order shown.
    pub shown: &'a [OptionId],
    /// What is chosen.
    pub chosen: &'a [OptionId],
    /// What is struck out.
    pub struck: &'a [OptionId],
}

impl<'a> Asked<'a> {
    /// The options in the order shown; one that is gone is left out.
    fn options(&self) -> impl Iterator<Item = &'a ChoiceOption> {
        let options = &self.choice.options;
        let shown = self.shown.iter();
        shown.filter_map(move |id| options.iter().find(|o| o.id == *id))
    }

    /// Stem and options to choose from; notes in the scene where each option is.
    pub(super) fn to_choose(
        &self,
        cursor: Option<usize>,
        airy: bool,
        width: usize,
        scene: &mut Scene,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let mut lines = render(&self.choice.stem, width, theme);
        lines.push(Line::default());
        let one = self.choice.keys() == 1;
        for (i, option) in self.options().enumerate() {
            if airy && i > 0 {
                lines.push(Line::default());
            }
            let on = self.chosen.contains(&option.id);
            let struck = self.struck.contains(&option.id);
            let look = Look {
                cursor: cursor == Some(i),
                sign: match (one, on, struck) {
                    (_, _, true) => "─",
                    (true, false, _) => "○",
                    (true, true, _) => "●",
                    (false, false, _) => "□",
                    (false, true, _) => "■",
                },
                number: if on { theme.accent } else { theme.dim },
                text: match (on, struck) {
                    (_, true) => theme.dim.add_modifier(Modifier::CROSSED_OUT),
                    (true, _) => theme.accent,
                    _ => theme.text,
                },
                words: None,
            };
            let start = lines.len();
            lines.extend(look.lines(option, i, width, theme));
            scene.options.push((row(start), row(lines.len())));
        }
        lines
    }

    /// Everything after the answer: the verdict, then every option with what
    /// it is, what was done to it and why. Also the row of the verdict.
    pub(super) fn explained(
        &self,
        right: bool,
        sure: Sureness,
        width: usize,
        theme: &Theme,
    ) -> (Vec<Line<'static>>, usize) {
        let mut lines = render(&self.choice.stem, width, theme);
        lines.push(Line::default());
        let at = lines.len();
        lines.push(self.verdict(right, sure, theme));
        for (i, option) in self.options().enumerate() {
            lines.push(Line::default());
            let chosen = self.chosen.contains(&option.id);
            let (sign, number, text) = match (option.correct, chosen) {
                (true, _) => ("✓", theme.accent, theme.accent),
                (false, true) => ("✗", theme.strong, theme.strong),
                (false, false) => (" ", theme.dim, theme.text),
            };
            let mut words = vec![if option.correct { "right" } else { "wrong" }];
            if chosen {
                words.push("you chose it");
            }
            if self.struck.contains(&option.id) {
                words.push("you struck it out");
            }
            let look = Look {
                cursor: false,
                sign,
                number,
                text,
                words: Some(words.join(", ")),
            };
            lines.extend(look.lines(option, i, width, theme));
        }
        if let Some(text) = self.choice.explanation.as_ref().filter(|t| !t.is_blank()) {
            lines.push(Line::default());
            lines.extend(render(text, width, theme));
        }
        for text in [&self.card.status, &self.card.reference]
            .into_iter()
            .flatten()
        {
            lines.push(Line::default());
            lines.extend(render_in(text, width, theme, theme.dim));
        }
        (lines, at)
    }

    fn verdict(&self, right: bool, sure: Sureness, theme: &Theme) -> Line<'static> {
        let words = match (right, self.chosen.is_empty(), sure) {
            (true, _, Sureness::Guessed) => "✓ Right, by a guess",
            (true, ..) => "✓ Right",
            (false, true, _) => "✗ Not answered",
            (false, _, Sureness::Sure) => "✗ Wrong, though you were certain",
            (false, _, Sureness::Guessed) => "✗ Wrong; you guessed",
            (false, ..) => "✗ Wrong",
        };
        let style = if right { theme.accent } else { theme.strong };
        Line::from(Span::styled(words, style))
    }
}

/// How one option looks.
struct Look {
    cursor: bool,
    sign: &'static str,
    number: Style,
    text: Style,
    /// What it is, after the answer.
    words: Option<String>,
}

impl Look {
    fn lines(
        &self,
        option: &ChoiceOption,
        i: usize,
        width: usize,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let room = width.saturating_sub(LEAD);
        let mut out = Vec::new();
        let mut rows = render_in(&option.text, room, theme, self.text);
        rows.resize(rows.len().max(1), Line::default());
        for (n, text) in rows.into_iter().enumerate() {
            let mut spans = if n == 0 {
                vec![
                    Span::styled(if self.cursor { "▸ " } else { "  " }, theme.accent),
                    Span::styled(format!("{} {} ", i + 1, self.sign), self.number),
                ]
            } else {
                vec![Span::raw(" ".repeat(LEAD))]
            };
            spans.extend(text.spans);
            out.push(Line::from(spans));
        }
        let Some(words) = &self.words else {
            return out;
        };
        let why = option.why.as_ref().filter(|t| !t.is_blank());
        // One Markdown text, so that the word and the reason wrap together.
        let text = match why {
            Some(why) => format!("**{words}** · {}", why.as_str()),
            None => format!("**{words}**"),
        };
        for line in render_in(&Text::new(text), room, theme, theme.dim) {
            let mut spans = vec![Span::raw(" ".repeat(LEAD))];
            spans.extend(line.spans);
            out.push(Line::from(spans));
        }
        out
    }
}

fn row(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}
