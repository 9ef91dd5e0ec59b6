//! The whole paper at a glance: a grid of all, unanswered or flagged
//! questions, each with its sign, and the way to the end.

use super::mock_paper::{Paper, sign};
use crate::exam::clock::Reading;
use crate::exam::overview::Filter;
use crate::exam::sitting::Standing;
use crate::tui::keymap::{Command, Place};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use crate::tui::wrap::{elide, width_of};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Questions in a row at most: more are hard to count.
const ROW: u16 = 10;
/// Cells of a question besides its number: cursor, air, sign, flag.
const AROUND: u16 = 4;
/// Rows above the grid: tabs and a blank one.
const TABS: u16 = 2;

/// The grid.
#[derive(Debug, Default)]
pub struct Review {
    /// Which questions.
    pub filter: Filter,
    /// The question under the cursor, from 0 among all.
    pub at: usize,
}

impl Review {
    /// Questions in a row of a grid that wide, and the cells of each; `of`: how
    /// many there are. Where a whole row fits with air between, it gets it.
    fn columns(width: u16, of: usize) -> (usize, u16) {
        let digits = of.max(10).ilog10() + 1;
        let cell = AROUND + u16::try_from(digits).unwrap_or(2);
        let cell = cell + u16::from((cell + 1) * ROW <= width);
        (usize::from((width / cell).clamp(1, ROW)), cell)
    }

    /// Moves the cursor by questions or rows of the grid.
    pub fn step(&mut self, command: Command, list: &[usize], width: u16, of: usize) {
        let Some(here) = list.iter().position(|q| *q == self.at) else {
            self.at = list.first().copied().unwrap_or(0);
            return;
        };
        let (columns, _) = Self::columns(width, of);
        let last = list.len() - 1;
        let to = match command {
            Command::Left => here.saturating_sub(1),
            Command::Right => (here + 1).min(last),
            Command::Up if here >= columns => here - columns,
            Command::Down if here + columns <= last => here + columns,
            Command::Top => 0,
            Command::Bottom => last,
            _ => here,
        };
        self.at = list[to];
    }

    /// Another list; the cursor stays where it is, if it can.
    pub fn show(&mut self, filter: Filter, list: &[usize]) {
        self.filter = filter;
        if !list.contains(&self.at) {
            self.at = list.first().copied().unwrap_or(0);
        }
    }

    /// The filter after this one.
    pub fn next_filter(&self) -> Filter {
        let at = Filter::ALL.iter().position(|f| *f == self.filter);
        Filter::ALL[(at.unwrap_or(0) + 1) % Filter::ALL.len()]
    }

    /// The scene.
    pub fn paint(
        &self,
        paper: &Paper,
        scene: &mut Scene,
        page: &Page,
        now: &Reading,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        let of = paper.sitting.states().len();
        let answered = format!("{} of {of} answered", paper.sitting.answered());
        let head = match page.head.width {
            ..56 => answered,
            _ => format!("The whole paper · {answered}"),
        };
        paper.put_head(
            scene,
            page,
            Line::from(Span::styled(head, theme.text)),
            now,
            theme,
        );
        let tabs = Rect::new(page.body.x, page.body.y, page.body.width, 1);
        self.put_tabs(paper, scene, tabs, theme);
        let body = Rect::new(
            page.body.x,
            page.body.y + TABS,
            page.body.width,
            page.body.height.saturating_sub(TABS),
        );
        let list = paper.sitting.list(self.filter);
        let hint = self.put_grid(&list, paper, scene, body, theme);
        let words = remark.map_or_else(|| self.stem(&list, paper, body.width), str::to_owned);
        page.put_remark(scene, &words, hint, theme);
        footer::put(
            scene,
            page.foot,
            Place::MockReview,
            theme,
            footer::as_labelled,
        );
    }

    fn put_tabs(&self, paper: &Paper, scene: &mut Scene, area: Rect, theme: &Theme) {
        let mut spans = Vec::new();
        for filter in Filter::ALL {
            let n = paper.sitting.list(filter).len();
            let style = if filter == self.filter {
                theme.accent
            } else {
                theme.dim
            };
            let mark = if filter == self.filter { "▸" } else { " " };
            spans.push(Span::styled(
                format!("{mark}{} {n}   ", filter.label()),
                style,
            ));
        }
        scene.put(area, vec![Line::from(spans)]);
        scene.zone(area, Command::Filter);
    }

    fn put_grid(
        &self,
        list: &[usize],
        paper: &Paper,
        scene: &mut Scene,
        body: Rect,
        theme: &Theme,
    ) -> Line<'static> {
        let of = paper.sitting.states().len();
        let (columns, cell) = Self::columns(body.width, of);
        let here = list.iter().position(|q| *q == self.at).unwrap_or(0) / columns;
        let mut lines = Vec::new();
        for row in list.chunks(columns) {
            let cells = row.iter().map(|q| self.cell(*q, cell, paper, theme));
            lines.push(Line::from(cells.flatten().collect::<Vec<_>>()));
        }
        if list.is_empty() {
            let words = match self.filter {
                Filter::Flagged => "nothing is flagged",
                _ => "everything is answered",
            };
            lines.push(Line::from(Span::styled(words, theme.dim)));
        } else {
            lines.push(Line::default());
            let whole = "● answered   ◐ too few chosen   ○ open   ⚑ flagged";
            let short = "● answered  ◐ too few  ○ open  ⚑ flagged";
            let fits = width_of(whole) <= usize::from(body.width);
            let legend = if fits { whole } else { short };
            lines.push(Line::from(Span::styled(legend, theme.dim)));
        }
        // The cursor's row stays in sight, with one below it where there is.
        let height = usize::from(body.height);
        let offset = (here + 2)
            .saturating_sub(height)
            .min(lines.len().saturating_sub(height));
        let offset = u16::try_from(offset).unwrap_or(0);
        let hint = scroll::put(scene, body, lines, offset, theme);
        for (i, question) in list.iter().enumerate() {
            let (x, y) = (i % columns, i / columns);
            let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else {
                continue;
            };
            if y >= scene.offset && y - scene.offset < body.height {
                let area = Rect::new(body.x + x * cell, body.y + y - scene.offset, cell, 1);
                let number = u16::try_from(question + 1).unwrap_or(u16::MAX);
                scene.zone(area, Command::Question(number));
            }
        }
        hint
    }

    fn cell(
        &self,
        question: usize,
        width: u16,
        paper: &Paper,
        theme: &Theme,
    ) -> Vec<Span<'static>> {
        let state = &paper.sitting.states()[question];
        let here = question == self.at;
        let style = match (here, state.standing()) {
            (true, _) => theme.accent,
            (_, Standing::Answered) => theme.text,
            _ => theme.dim,
        };
        let digits = paper.sitting.states().len().max(10).ilog10() as usize + 1;
        let flag = if state.flag { "⚑" } else { " " };
        let air = usize::from(width).saturating_sub(digits + 3);
        vec![
            Span::styled(if here { "▸" } else { " " }, theme.accent),
            Span::styled(
                format!("{:>digits$} {}", question + 1, sign(state.standing())),
                style,
            ),
            Span::styled(format!("{flag:<air$}"), theme.accent),
        ]
    }

    /// The beginning of the question under the cursor.
    fn stem(&self, list: &[usize], paper: &Paper, width: u16) -> String {
        let card = paper.card(self.at).filter(|_| !list.is_empty());
        let stem = card.map_or(String::new(), |c| c.prompt().one_line());
        elide(
            &stem.replace(['*', '`'], ""),
            usize::from(width).saturating_sub(14),
        )
    }
}
