//! Every paper so far.

use crate::domain::{Catalogue, EventId};
use crate::scheduling::Progress;
use crate::session::mock::look_back::{Listed, State, list};
use crate::tui::keymap::{Command, Place};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use crate::tui::wrap::width_of;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The list, latest first.
#[derive(Debug)]
pub struct Papers {
    papers: Vec<Listed>,
    at: usize,
}

impl Papers {
    /// All papers of a person.
    pub fn of(progress: &Progress, catalogue: &Catalogue) -> Self {
        let mut papers = list(progress, catalogue);
        papers.reverse();
        Self { papers, at: 0 }
    }

    /// The paper under the cursor, if it has a report.
    pub fn marked(&self) -> Option<EventId> {
        let paper = self.papers.get(self.at)?;
        (paper.state == State::Finished).then_some(paper.mock)
    }

    /// The paper under the cursor.
    pub fn paper(&self) -> Option<EventId> {
        self.papers.get(self.at).map(|p| p.mock)
    }

    /// Moves the cursor.
    pub fn step(&mut self, down: bool) {
        let last = self.papers.len().saturating_sub(1);
        self.at = match down {
            true => (self.at + 1).min(last),
            false => self.at.saturating_sub(1),
        };
    }

    /// The scene.
    pub fn paint(&self, scene: &mut Scene, page: &Page, remark: Option<&str>, theme: &Theme) {
        page.put_head(
            scene,
            Line::from(Span::styled("Papers so far", theme.accent)),
            Line::default(),
        );
        page.put_rule(scene, 0.0, theme);
        let mut lines: Vec<Line<'static>> = (self.papers.iter().enumerate())
            .map(|(i, p)| line(p, i == self.at, usize::from(page.body.width), theme))
            .collect();
        if lines.is_empty() {
            lines.push(Line::from(Span::styled("None yet.", theme.dim)));
        }
        let height = usize::from(page.body.height);
        let offset = (self.at + 2).saturating_sub(height);
        let offset = u16::try_from(offset).unwrap_or(0);
        let hint = scroll::put(scene, page.body, lines, offset, theme);
        for i in 0..self.papers.len() {
            let y = u16::try_from(i).unwrap_or(u16::MAX);
            if y >= scene.offset && y - scene.offset < page.body.height {
                let y = page.body.y + y - scene.offset;
                let area = Rect::new(page.body.x, y, page.body.width, 1);
                let number = u16::try_from(i + 1).unwrap_or(u16::MAX);
                scene.zone(area, Command::Question(number));
            }
        }
        page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
        footer::put(
            scene,
            page.foot,
            Place::MockPapers,
            theme,
            |row| match row.command {
                Command::Confirm if self.marked().is_none() => None,
                Command::Again if self.paper().is_none() => None,
                _ => footer::as_labelled(row),
            },
        );
    }

    /// Moves the cursor by so many rows.
    pub fn go_by(&mut self, rows: i32) {
        let to = i64::try_from(self.at).unwrap_or(0) + i64::from(rows);
        self.go_to(usize::try_from(to).unwrap_or(0));
    }

    /// Puts the cursor on a row.
    pub fn go_to(&mut self, row: usize) {
        self.at = row.min(self.papers.len().saturating_sub(1));
    }
}

fn line(paper: &Listed, here: bool, width: usize, theme: &Theme) -> Line<'static> {
    let result = paper.result_in_words();
    let what = format!("  {}", paper.kind_in_words());
    let style = if here { theme.accent } else { theme.text };
    let began = format!("{}  ", paper.began);
    let used = 2 + width_of(&began) + width_of(&result);
    let mut spans = vec![
        Span::styled(if here { "▸ " } else { "  " }, theme.accent),
        Span::styled(began, theme.dim),
        Span::styled(result, style),
    ];
    if used + width_of(&what) <= width {
        spans.push(Span::styled(what, theme.dim));
    }
    Line::from(spans)
}
