//! A question: stem and options; after the answer every option says whether
//! it is right, whether it was chosen, and why.

use super::study::{Stage, Table};
use crate::domain::{Choice, ChoiceOption, Sureness, Text};
use crate::tui::keymap::{Command, Place};
use crate::tui::markdown::{render, render_in};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use crate::tui::wrap::{Run, wrap};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Cells before an option's text: cursor, number, sign.
const LEAD: usize = 6;

/// Puts the question and its keys.
pub(super) fn paint(
    table: &Table,
    choice: &Choice,
    scene: &mut Scene,
    page: &Page,
    remark: Option<&str>,
    theme: &Theme,
) {
    let width = usize::from(page.body.width);
    let height = usize::from(page.body.height);
    let options = in_order(choice, table);
    let blocks: Vec<_> = options
        .iter()
        .enumerate()
        .map(|(i, option)| option_lines(table, choice, option, i, width, theme))
        .collect();
    let mut lines = render(&choice.stem, width, theme);
    // Options stand apart, unless that alone would push one out of sight.
    let rows = lines.len() + 1 + blocks.iter().map(Vec::len).sum::<usize>();
    let explained = matches!(table.stage, Stage::Explained { .. });
    let apart = explained || rows + blocks.len() <= height + 1;
    lines.push(Line::default());
    let verdict_at = lines.len();
    if let Stage::Explained {
        right, sure, again, ..
    } = &table.stage
    {
        lines.extend(verdict(*right, *sure, &keys(&options), again, width, theme));
        lines.push(Line::default());
    }
    let row = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    for (i, block) in blocks.into_iter().enumerate() {
        if i > 0 && apart {
            lines.push(Line::default());
        }
        let start = lines.len();
        lines.extend(block);
        scene.options.push((row(start), row(lines.len())));
    }
    let mut best = 0;
    if explained {
        if let Some(text) = choice.explanation.as_ref().filter(|t| !t.is_blank()) {
            lines.push(Line::default());
            lines.extend(render(text, width, theme));
        }
        lines.extend(table.further(width, theme));
        // The verdict is never out of sight.
        if lines.len() > height {
            best = verdict_at;
        }
    }
    let start = table.scroll.unwrap_or(u16::try_from(best).unwrap_or(0));
    let hint = scroll::put(scene, page.body, lines, start, theme);
    put_keys(table, choice, scene, page, remark, hint, theme);
}

fn put_keys(
    table: &Table,
    choice: &Choice,
    scene: &mut Scene,
    page: &Page,
    remark: Option<&str>,
    hint: Line<'static>,
    theme: &Theme,
) {
    if !matches!(table.stage, Stage::Choosing { .. }) {
        page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
        let wrong = matches!(table.stage, Stage::Explained { right: false, .. });
        let missed = wrong && table.reason.is_none();
        footer::put(
            scene,
            page.foot,
            Place::Explained,
            theme,
            |row| match row.command {
                Command::MixedUp | Command::Misread if !missed => None,
                _ => footer::as_labelled(row),
            },
        );
        return;
    }
    for i in 0..scene.options.len() {
        let (start, end) = scene.options[i];
        let top = page
            .body
            .y
            .saturating_add(start)
            .saturating_sub(scene.offset);
        if start >= scene.offset
            && let Ok(number) = u8::try_from(i + 1)
        {
            let area = Rect::new(page.body.x, top, page.body.width, end - start);
            scene.zone(area.intersection(page.body), Command::Pick(number));
        }
    }
    let standing = standing(table, choice);
    page.put_remark(scene, remark.unwrap_or(&standing), hint, theme);
    let n = choice.options.len();
    footer::put(scene, page.foot, Place::Choosing, theme, |row| {
        let (key, label) = footer::as_labelled(row)?;
        Some(match row.command {
            Command::Pick(_) => (format!("1–{n}"), label),
            _ => (key, label),
        })
    });
}

/// The options in the order shown.
pub(super) fn in_order<'a>(choice: &'a Choice, table: &Table) -> Vec<&'a ChoiceOption> {
    let order = table.showing.order.iter();
    order
        .filter_map(|id| choice.options.iter().find(|o| o.id == *id))
        .collect()
}

/// What is asked for and how far it is: "Choose two · 1 of 2 chosen".
fn standing(table: &Table, choice: &Choice) -> String {
    let Stage::Choosing { chosen, sure, .. } = &table.stage else {
        return String::new();
    };
    let keys = choice.keys();
    let mut words = if keys == 1 {
        match chosen.first() {
            None => "Choose one.".to_owned(),
            Some(at) => format!("{} is chosen; Enter answers.", at + 1),
        }
    } else {
        let enough = if chosen.len() == keys {
            "; Enter answers"
        } else {
            ""
        };
        format!(
            "Choose {}: {} of {keys} chosen{enough}.",
            number_word(keys),
            chosen.len()
        )
    };
    match sure {
        Sureness::Guessed => words.push_str(" You guess."),
        Sureness::Sure => words.push_str(" You are certain."),
        Sureness::Unsaid => {}
    }
    words
}

/// A small number as a word.
pub(in crate::tui) fn number_word(n: usize) -> String {
    const WORDS: [&str; 7] = ["none", "one", "two", "three", "four", "five", "six"];
    WORDS.get(n).map_or_else(|| n.to_string(), |w| (*w).into())
}

/// The places of the right options in words: `3 is`, `2 and 4 are`.
fn keys(options: &[&ChoiceOption]) -> String {
    let right = options.iter().enumerate().filter(|(_, o)| o.correct);
    let places: Vec<String> = right.map(|(i, _)| (i + 1).to_string()).collect();
    match places.as_slice() {
        [one] => format!("{one} is"),
        many => format!("{} are", many.join(" and ")),
    }
}

/// What came of it, and what would have been right: the options themselves may
/// be out of sight.
fn verdict(
    right: bool,
    sure: Sureness,
    keys: &str,
    again: &str,
    width: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let words = match (right, sure) {
        (true, Sureness::Guessed) => "✓ Right, by a guess".to_owned(),
        (true, _) => "✓ Right".to_owned(),
        (false, Sureness::Sure) => format!("✗ Wrong, though you were certain: {keys} right"),
        (false, _) => format!("✗ Wrong: {keys} right"),
    };
    let style = if right { theme.accent } else { theme.strong };
    let mut runs = vec![Run::new(words, style)];
    if !again.is_empty() {
        runs.push(Run::new(format!(" · comes back {again}"), theme.dim));
    }
    wrap(&runs, width)
}

fn option_lines(
    table: &Table,
    choice: &Choice,
    option: &ChoiceOption,
    i: usize,
    width: usize,
    theme: &Theme,
) -> Vec<Line<'static>> {
    let look = Look::of(table, choice, option, i, theme);
    let text_width = width.saturating_sub(LEAD);
    let mut out = Vec::new();
    let mut rows = render_in(&option.text, text_width, theme, look.text);
    rows.resize(rows.len().max(1), Line::default());
    for (n, row) in rows.into_iter().enumerate() {
        let mut spans = if n == 0 {
            vec![
                Span::styled(if look.cursor { "▸ " } else { "  " }, theme.accent),
                Span::styled(format!("{} ", i + 1), look.number),
                Span::styled(format!("{} ", look.sign), look.number),
            ]
        } else {
            vec![Span::raw(" ".repeat(LEAD))]
        };
        spans.extend(row.spans);
        out.push(Line::from(spans));
    }
    if let Some(word) = look.word {
        let why = option.why.as_ref().filter(|t| !t.is_blank());
        // One Markdown text, so that the word and the reason wrap together.
        let text = match why {
            Some(why) => format!("**{word}** · {}", why.as_str()),
            None => format!("**{word}**"),
        };
        for row in render_in(&Text::new(text), text_width, theme, theme.dim) {
            let mut spans = vec![Span::raw(" ".repeat(LEAD))];
            spans.extend(row.spans);
            out.push(Line::from(spans));
        }
    }
    out
}

/// How one option looks.
struct Look {
    cursor: bool,
    sign: &'static str,
    number: Style,
    text: Style,
    /// The verdict on it, after the answer.
    word: Option<&'static str>,
}

impl Look {
    fn of(table: &Table, choice: &Choice, option: &ChoiceOption, i: usize, theme: &Theme) -> Self {
        match &table.stage {
            Stage::Explained { chosen, .. } => {
                let (sign, word, number, text) = match (option.correct, chosen.contains(&i)) {
                    (true, true) => ("✓", "right, you chose it", theme.accent, theme.accent),
                    (true, false) => ("✓", "right", theme.accent, theme.accent),
                    (false, true) => ("✗", "wrong, you chose it", theme.strong, theme.strong),
                    (false, false) => (" ", "wrong", theme.dim, theme.text),
                };
                Self {
                    cursor: false,
                    sign,
                    number,
                    text,
                    word: Some(word),
                }
            }
            Stage::Choosing { cursor, chosen, .. } => {
                let on = chosen.contains(&i);
                let sign = match (choice.keys() == 1, on) {
                    (true, false) => "○",
                    (true, true) => "●",
                    (false, false) => "□",
                    (false, true) => "■",
                };
                Self {
                    cursor: *cursor == Some(i),
                    sign,
                    number: if on { theme.accent } else { theme.dim },
                    text: if on { theme.accent } else { theme.text },
                    word: None,
                }
            }
            _ => Self {
                cursor: false,
                sign: " ",
                number: theme.dim,
                text: theme.text,
                word: None,
            },
        }
    }
}
