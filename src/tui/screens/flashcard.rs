//! A flashcard: the question on top, the answer under a rule that does not
//! move when it is shown.

use super::study::{Stage, Table};
use crate::domain::Flashcard;
use crate::tui::keymap::{Command, Place};
use crate::tui::markdown::render;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::{Page, rule};
use crate::tui::widgets::{footer, scroll};
use ratatui::text::Line;

/// Body rows from which there is air around the question.
const ROOMY: u16 = 11;

/// Puts the card, its answer if it was revealed, and its keys.
pub(super) fn paint(
    table: &Table,
    card: &Flashcard,
    scene: &mut Scene,
    page: &Page,
    remark: Option<&str>,
    theme: &Theme,
) {
    let width = usize::from(page.body.width);
    let height = usize::from(page.body.height);
    let grade = match table.stage {
        Stage::Back(grade) => Some(grade),
        _ => None,
    };
    let roomy = page.body.height >= ROOMY;
    let mut lines = Vec::new();
    if roomy {
        lines.push(Line::default());
    }
    lines.extend(render(&card.front, width, theme));
    if roomy {
        // Short questions all have their rule in the same row.
        lines.resize(lines.len().max(height / 3) + 1, Line::default());
    }
    let rule_at = lines.len();
    if grade.is_some() {
        lines.push(rule(width, 1.0, theme));
        if roomy {
            lines.push(Line::default());
        }
        lines.extend(render(&card.back, width, theme));
        lines.extend(table.further(width, theme));
    }
    // The answer is never where the eye must hunt: if it would be cut off,
    // the rule goes to the top.
    let best = if grade.is_some() && lines.len() > height {
        rule_at
    } else {
        0
    };
    let start = table.scroll.unwrap_or(u16::try_from(best).unwrap_or(0));
    let hint = scroll::put(scene, page.body, lines, start, theme);
    page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
    match grade {
        Some(grade) => footer::put_grades(scene, page.foot, grade, &table.dates, theme),
        None => {
            scene.zone(page.body, Command::Confirm);
            footer::put(scene, page.foot, Place::Front, theme, footer::as_labelled);
        }
    }
}
