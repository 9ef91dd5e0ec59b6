//! Stats: what was done, how well it is remembered, and what it comes to; a
//! page each.

mod days;
mod forecast;
mod mocks;
mod past;
mod recall;
mod topics;

use super::prose;
use crate::domain::Day;
use crate::session::forecast::nothing_yet;
use crate::session::stats::Stats;
use crate::tui::keymap::{Command, Place};
use crate::tui::known::Known;
use crate::tui::reckoning::{Excuse, Reckoned};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use crate::tui::work::Work;
use crate::tui::wrap::width_of;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// A page of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaf {
    /// The calendar.
    Days,
    /// Minutes a day.
    Minutes,
    /// Predicted recall against what came.
    Recall,
    /// By domain and task statement.
    Topics,
    /// What will come of it.
    Forecast,
    /// Papers and misses.
    Mocks,
    /// How earlier forecasts did.
    Past,
}

impl Leaf {
    /// All, in order.
    pub const ALL: [Leaf; 7] = [
        Leaf::Days,
        Leaf::Minutes,
        Leaf::Recall,
        Leaf::Topics,
        Leaf::Forecast,
        Leaf::Mocks,
        Leaf::Past,
    ];

    /// The word on its tab.
    pub fn label(self) -> &'static str {
        match self {
            Leaf::Days => "days",
            Leaf::Minutes => "minutes",
            Leaf::Recall => "recall",
            Leaf::Topics => "topics",
            Leaf::Forecast => "forecast",
            Leaf::Mocks => "mocks",
            Leaf::Past => "past",
        }
    }

    /// What `?` says of it.
    pub(super) fn explained(self) -> &'static str {
        match self {
            Leaf::Days => {
                "Every day from the first to the exam. The darker, the more of the day's minutes \
                 were studied; a dot is a day on which nothing was."
            }
            Leaf::Minutes => {
                "Minutes of study, day by day, without papers; the dashed line is what you planned."
            }
            Leaf::Recall => {
                "Each time a card comes back, its recall is predicted before you answer. Here the \
                 predictions meet what you knew. If about 80 of 100 cards predicted at 80 % were \
                 recalled, the predictions hold, and with them the plan and your readiness."
            }
            Leaf::Topics => {
                "What the exam asks, one task statement a line. On target means: with what you \
                 know now, you would get there the share right that a pass probably takes. The \
                 last column says what an hour on it adds to the whole, in points of a hundred."
            }
            Leaf::Forecast => {
                "The days to the exam (without a date: the next 45), played through eight times \
                 from where you stand: the share of questions you would get right each morning, \
                 or of cards held where there is no exam, with the range that holds four times in \
                 five, and below it the minutes of each day."
            }
            Leaf::Mocks => {
                "Papers that followed the whole exam, one dot each, with the line where a pass \
                 probably lies; below, what you missed and why."
            }
            Leaf::Past => {
                "What was expected each morning, with its range, and what papers then showed. \
                 Four of five results should fall into the range that was given."
            }
        }
    }

    /// What it shows that takes a while, then what its neighbours do.
    pub(in crate::tui) fn needs(self) -> &'static [Work] {
        match self {
            Leaf::Forecast => &[Work::Forecast, Work::Ready, Work::Past],
            Leaf::Past => &[Work::Ready, Work::Past, Work::Forecast],
            _ => &[Work::Ready, Work::Forecast, Work::Past],
        }
    }

    fn at(self) -> usize {
        Self::ALL.iter().position(|l| *l == self).unwrap_or(0)
    }
}

/// What the pages are made of.
pub(super) struct Figures<'a> {
    stats: &'a Stats,
    /// Why nothing can be forecast, if so.
    nothing_yet: Option<&'static str>,
    reckoned: Reckoned<'a>,
    /// Cells across and rows.
    width: usize,
    height: usize,
    theme: &'a Theme,
}

/// The screen.
#[derive(Debug)]
pub struct StatsScreen {
    stats: Stats,
    nothing_yet: Option<&'static str>,
    /// The page that is open.
    pub leaf: Leaf,
    /// Rows scrolled down.
    pub scroll: u16,
}

impl StatsScreen {
    /// Reckons what can be reckoned at once.
    pub fn of(known: &Known, day: Day) -> Self {
        let shelf = known.shelf(day);
        Self {
            stats: Stats::of(shelf),
            nothing_yet: nothing_yet(&known.progress),
            leaf: Leaf::Days,
            scroll: 0,
        }
    }

    /// The page after or before, round and round.
    pub fn turn(&mut self, forward: bool) {
        let n = Leaf::ALL.len();
        let at = (self.leaf.at() + if forward { 1 } else { n - 1 }) % n;
        self.open(at);
    }

    /// The page of that number, from 0.
    pub fn open(&mut self, at: usize) {
        if let Some(leaf) = Leaf::ALL.get(at) {
            self.leaf = *leaf;
            self.scroll = 0;
        }
    }

    /// The scene.
    pub fn paint(
        &self,
        scene: &mut Scene,
        page: &Page,
        reckoned: Reckoned<'_>,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        self.put_tabs(scene, page, theme);
        let figures = Figures {
            stats: &self.stats,
            nothing_yet: self.nothing_yet,
            reckoned,
            width: usize::from(page.body.width),
            height: usize::from(page.body.height),
            theme,
        };
        let lines = match self.leaf {
            Leaf::Days => days::calendar(&figures),
            Leaf::Minutes => days::minutes(&figures),
            Leaf::Recall => recall::lines(&figures),
            Leaf::Topics => topics::lines(&figures),
            Leaf::Forecast => forecast::lines(&figures),
            Leaf::Mocks => mocks::lines(&figures),
            Leaf::Past => past::lines(&figures),
        };
        let hint = scroll::put(scene, page.body, lines, self.scroll, theme);
        page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
        footer::put(scene, page.foot, Place::Stats, theme, footer::as_labelled);
    }

    /// The names of the pages; the rule is heavy under the open one.
    fn put_tabs(&self, scene: &mut Scene, page: &Page, theme: &Theme) {
        let width = usize::from(page.head.width);
        let wide = |gap: usize, number: usize| {
            let each = Leaf::ALL.iter().map(|l| width_of(l.label()) + number);
            each.sum::<usize>() + gap * (Leaf::ALL.len() - 1)
        };
        let layouts = [(3, 2), (2, 2), (2, 0), (1, 0)];
        let Some((gap, number)) = layouts.into_iter().find(|(g, n)| wide(*g, *n) <= width) else {
            let words = format!(
                "{} · {} of {}",
                self.leaf.label(),
                self.leaf.at() + 1,
                Leaf::ALL.len()
            );
            page.put_head(
                scene,
                Line::from(Span::styled(words, theme.accent)),
                Line::default(),
            );
            page.put_rule(scene, 0.0, theme);
            return;
        };
        let mut spans = Vec::new();
        let mut rule = Vec::new();
        let mut x = 0;
        for (i, leaf) in Leaf::ALL.into_iter().enumerate() {
            if i > 0 {
                spans.push(Span::raw(" ".repeat(gap)));
                rule.push(Span::styled("─".repeat(gap), theme.dim));
                x += gap;
            }
            let text = match number {
                0 => leaf.label().to_owned(),
                _ => format!("{} {}", i + 1, leaf.label()),
            };
            let w = width_of(&text);
            let open = leaf == self.leaf;
            spans.push(Span::styled(
                text,
                if open { theme.accent } else { theme.dim },
            ));
            rule.push(match open {
                true => Span::styled("━".repeat(w), theme.line),
                false => Span::styled("─".repeat(w), theme.dim),
            });
            let cell = |n: usize| u16::try_from(n).unwrap_or(0);
            let zone = Rect::new(page.head.x + cell(x), page.head.y, cell(w), 2);
            scene.zone(zone, Command::Pick(u8::try_from(i + 1).unwrap_or(0)));
            x += w;
        }
        rule.push(Span::styled("─".repeat(width.saturating_sub(x)), theme.dim));
        scene.put(page.head, vec![Line::from(spans)]);
        scene.put(page.rule, vec![Line::from(rule)]);
    }
}

/// Said where a figure isn't there.
fn excuse(f: &Figures<'_>, work: Work) -> Vec<Line<'static>> {
    let text = match f.reckoned.excuse(work) {
        Excuse::Soon => "Working it out …",
        Excuse::Never => "This can't be worked out now; the next answer is another try.",
    };
    prose(text, f.theme.dim, f.width)
}

/// Signs with their meaning, as many to a line as fit.
fn legend(items: &[(&str, &str)], width: usize, theme: &Theme) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    let mut spans: Vec<Span<'static>> = Vec::new();
    let mut used = 0;
    for (sign, sense) in items {
        let w = width_of(sign) + 1 + width_of(sense);
        if used > 0 && used + 3 + w > width {
            lines.push(Line::from(std::mem::take(&mut spans)));
            used = 0;
        }
        if used > 0 {
            spans.push(Span::raw("   "));
            used += 3;
        }
        spans.push(Span::styled((*sign).to_owned(), theme.line));
        spans.push(Span::styled(format!(" {sense}"), theme.dim));
        used += w;
    }
    if !spans.is_empty() {
        lines.push(Line::from(spans));
    }
    lines
}
