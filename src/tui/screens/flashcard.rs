//! A flashcard: the question on top, the answer under a rule. Where the
//! question stands is settled before the answer is shown, so nothing moves.

use super::study::{Stage, Table};
use crate::domain::Flashcard;
use crate::scheduling::queue::Why;
use crate::tui::keymap::{Command, Place};
use crate::tui::markdown::render;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

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
    let grade = match table.stage {
        Stage::Back(grade) => Some(grade),
        _ => None,
    };
    let question = render(&card.front, width, theme);
    let mut answer = render(&card.back, width, theme);
    answer.extend(table.further(width, theme));
    let layout = Layout::of(question.len(), answer.len(), usize::from(page.body.height));

    let mut top = vec![Line::default(); layout.above];
    top.extend(question);
    let mut below = Vec::new();
    top.resize(layout.rule, Line::default());
    if grade.is_some() {
        top.push(Line::from(Span::styled("─".repeat(width), theme.line)));
        below.resize(layout.air, Line::default());
        below.extend(answer);
    }
    let mut area = page.body;
    if layout.pinned {
        let head = u16::try_from(top.len())
            .unwrap_or(u16::MAX)
            .min(area.height);
        scene.put(
            Rect {
                height: head,
                ..area
            },
            top,
        );
        area.y += head;
        area.height -= head;
    } else {
        top.append(&mut below);
        below = top;
    }
    // The answer is never where the eye must hunt: if it would be cut off, its
    // rule goes to the top.
    let best = if grade.is_some() && !layout.pinned && below.len() > usize::from(area.height) {
        u16::try_from(layout.rule).unwrap_or(u16::MAX)
    } else {
        0
    };
    let hint = scroll::put(scene, area, below, table.scroll.unwrap_or(best), theme);
    page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
    match grade {
        Some(grade) => footer::put_grades(scene, page.foot, grade, &table.dates, theme),
        None => {
            scene.zone(page.body, Command::Confirm);
            let new = table.showing.why == Why::New;
            footer::put(scene, page.foot, Place::Front, theme, |row| {
                match row.command {
                    Command::KnownCold if !new => None,
                    _ => footer::as_labelled(row),
                }
            });
        }
    }
}

/// Where question, rule and answer go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Layout {
    /// Blank rows above the question.
    above: usize,
    /// The rule's row.
    rule: usize,
    /// Blank rows between rule and answer.
    air: usize,
    /// The question stays while the answer scrolls.
    pinned: bool,
}

impl Layout {
    fn of(question: usize, answer: usize, height: usize) -> Self {
        // With room to spare, the rule is in the same row on every card.
        let roomy = Self {
            above: 1,
            rule: (question + 2).max(height / 3 + 1),
            air: 1,
            pinned: true,
        };
        if roomy.rule + 2 + answer <= height {
            return roomy;
        }
        let tight = Self {
            above: 0,
            rule: question,
            air: 0,
            pinned: true,
        };
        let some_air = Self {
            rule: question + 1,
            air: 1,
            ..tight
        };
        if some_air.rule + 2 + answer <= height {
            return some_air;
        }
        Self {
            pinned: tight.rule + 1 + answer <= height || (question + 1) * 5 <= height * 2,
            ..tight
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn short_cards_have_their_rule_in_the_same_row() {
        let rows: Vec<_> = (1..=3).map(|q| Layout::of(q, 4, 14).rule).collect();
        assert_eq!(rows, [5, 5, 5]);
    }

    #[test]
    fn air_goes_before_the_question_does() {
        assert!(Layout::of(1, 7, 14).above == 1);
        let tight = Layout::of(2, 9, 14);
        assert_eq!((tight.above, tight.rule, tight.air), (0, 3, 1));
        assert!(Layout::of(3, 30, 14).pinned);
        assert!(!Layout::of(9, 30, 14).pinned);
    }

    #[test]
    fn a_question_that_fills_the_page_scrolls_with_its_answer() {
        for height in 1..20 {
            for question in 1..30 {
                let layout = Layout::of(question, 5, height);
                // What is pinned leaves room for something to scroll.
                assert!(
                    !layout.pinned || layout.rule < height,
                    "{question} in {height}"
                );
            }
        }
    }
}
