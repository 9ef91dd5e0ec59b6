//! A card looked up: its wording, where it stands, how it will be forgotten,
//! and everything that ever happened to it.

use super::browse::marks;
use super::{labelled, near_date, prose};
use crate::domain::text::count;
use crate::domain::{Card, CardIx, CardRef, Day, Event, Face, Text};
use crate::exam::chart::line_chart;
use crate::scheduling::CardState;
use crate::scheduling::memory::{DESIRED_RETENTION, retrievability};
use crate::scheduling::missed::RIGHT_DAYS;
use crate::scheduling::queue::due_day;
use crate::session::goal_text::long_date;
use crate::session::history::{Past, history};
use crate::session::missed::is_missed;
use crate::tui::keymap::{Command, Place};
use crate::tui::known::Known;
use crate::tui::markdown::{render, render_in};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use ratatui::text::{Line, Span};

/// Days that the curve looks ahead when no exam is in sight.
const AHEAD: u32 = 30;
/// Rows of the curve.
const CURVE_ROWS: usize = 5;

/// The card that is read.
#[derive(Debug)]
pub struct CardView {
    /// Which.
    pub ix: CardIx,
    /// `DECK#CARD`.
    pub name: CardRef,
    card: Card,
    past: Vec<Past>,
    day: Day,
    /// Rows scrolled down.
    pub scroll: u16,
}

impl CardView {
    /// A card with its wording; its past comes later.
    pub fn new(ix: CardIx, name: CardRef, card: Card, day: Day) -> Self {
        Self {
            ix,
            name,
            card,
            past: Vec::new(),
            day,
            scroll: 0,
        }
    }

    /// What happened to it is here. `names` are its ids, old and new.
    pub fn remember(&mut self, events: &[Event], names: &[CardRef]) {
        self.past = history(events, names, Some(&self.card));
    }

    /// Its wording.
    pub fn card(&self) -> &Card {
        &self.card
    }

    /// Whether its key can be disputed.
    pub fn is_question(&self) -> bool {
        self.card.choice().is_some()
    }

    /// The scene; `place` says which of the found ones it is.
    pub fn paint(
        &self,
        scene: &mut Scene,
        page: &Page,
        known: &Known,
        place: &str,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        let state = known.progress.card(&self.name);
        let entry = known.catalogue.entry(self.ix);
        let deck = known.catalogue.deck_of(self.ix).title.one_line();
        let head = match entry.task {
            Some(task) => format!("{deck} · {task}"),
            None => deck,
        };
        page.put_head(
            scene,
            Line::from(Span::styled(head, theme.dim)),
            Line::from(Span::styled(place.to_owned(), theme.dim)),
        );
        page.put_rule(scene, 0.0, theme);
        let width = usize::from(page.body.width);
        let mut lines = self.wording(width, theme);
        lines.push(Line::default());
        lines.push(Line::from(Span::styled("─".repeat(width), theme.line)));
        lines.extend(self.standing(state, width, theme));
        lines.extend(self.curve(state, known, width, theme));
        lines.extend(self.past_lines(width, theme));
        lines.push(Line::default());
        lines.extend(prose(self.name.as_str(), theme.dim, width));
        let hint = scroll::put(scene, page.body, lines, self.scroll, theme);
        page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
        let away = state.is_some_and(|s| !is_in_study(s, self.day));
        footer::put(scene, page.foot, Place::CardView, theme, |row| {
            let (key, label) = footer::as_labelled(row)?;
            match row.command {
                Command::Suspend if away => Some((key, "restore".into())),
                Command::Bury if away => None,
                Command::Dispute if !self.is_question() => None,
                Command::Link if self.card.reference.is_none() => None,
                Command::Reset if !state.is_some_and(CardState::is_seen) => None,
                _ => Some((key, label)),
            }
        });
    }

    fn wording(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let mut lines = Vec::new();
        for line in render(self.card.prompt(), width, theme) {
            lines.push(line.patch_style(theme.strong));
        }
        lines.push(Line::default());
        match &self.card.face {
            Face::Flashcard(f) => lines.extend(render(&f.back, width, theme)),
            Face::Choice(choice) => {
                for option in &choice.options {
                    let sign = if option.correct { "✓ " } else { "✗ " };
                    let style = if option.correct {
                        theme.accent
                    } else {
                        theme.text
                    };
                    let why = option.why.as_ref().filter(|t| !t.is_blank());
                    let rows = render_in(&option.text, width.saturating_sub(2), theme, style);
                    let whys = why.map_or_else(Vec::new, |w| {
                        render_in(w, width.saturating_sub(2), theme, theme.dim)
                    });
                    for (i, row) in rows.into_iter().chain(whys).enumerate() {
                        let lead = if i == 0 { sign } else { "  " };
                        let mut spans = vec![Span::styled(lead, style)];
                        spans.extend(row.spans);
                        lines.push(Line::from(spans));
                    }
                }
                if let Some(text) = choice.explanation.as_ref().filter(|t| !t.is_blank()) {
                    lines.push(Line::default());
                    lines.extend(render(text, width, theme));
                }
            }
        }
        let further: Vec<&Text> = [&self.card.status, &self.card.reference]
            .into_iter()
            .flatten()
            .filter(|t| !t.is_blank())
            .collect();
        if !further.is_empty() {
            lines.push(Line::default());
        }
        for text in further {
            lines.extend(render_in(text, width, theme, theme.dim));
        }
        lines
    }

    fn standing(
        &self,
        state: Option<&CardState>,
        width: usize,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let seen = state.filter(|s| s.is_seen());
        let recall = seen.and_then(|s| s.recall_on(self.day));
        let text = match (seen, recall) {
            (Some(s), Some(recall)) => {
                let due = due_day(s).map_or_else(String::new, |due| near_date(due, self.day));
                let lapses = match s.lapses {
                    0 => String::new(),
                    n => format!(", {} forgotten", times(n)),
                };
                format!(
                    "recall today ≈ {:.0} %, due {due}; {}{lapses}",
                    recall * 100.0,
                    count(s.reviews, "answer")
                )
            }
            _ => "not seen yet".into(),
        };
        let mut lines = labelled("Standing", &text, width, theme);
        if let Some(s) = state {
            if is_missed(s) {
                let n = s.misses.right_days.len();
                let text = format!(
                    "{}; right on {n} of {RIGHT_DAYS} later days",
                    times(s.misses.times)
                );
                lines.extend(labelled("Missed", &text, width, theme));
            }
            let words = marks(Some(s), self.day);
            if !words.is_empty() && words != "missed" && words != "new" {
                lines.extend(labelled("Marks", &words, width, theme));
            }
            if let Some(note) = &s.note {
                lines.extend(labelled("Note", &note.one_line(), width, theme));
            }
        }
        lines
    }

    /// How recall falls from today to the exam, if nothing is done.
    fn curve(
        &self,
        state: Option<&CardState>,
        known: &Known,
        width: usize,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let Some((memory, last)) = state.and_then(|s| Some((s.memory?, s.last_day()?))) else {
            return Vec::new();
        };
        let date = known.goal().and_then(|g| g.date);
        let exam = date.filter(|d| *d > self.day);
        let days = exam.map_or(AHEAD, |date| date.since(self.day));
        let step = 4;
        let room = (width.saturating_sub(9) / step).max(2);
        let points = room.min(days as usize).clamp(1, 15);
        let at = |i: usize| (f64::from(days) * i as f64 / points as f64).round() as u32;
        let shares: Vec<f64> = (0..=points)
            .map(|i| f64::from(retrievability(memory, self.day.since(last) + at(i))))
            .collect();
        let end = *shares.last().unwrap_or(&0.0) * 100.0;
        let title = match exam {
            Some(date) => format!("≈ {end:.0} % on {}, left alone", long_date(date)),
            None => format!("≈ {end:.0} % in {days} days, left alone"),
        };
        let mut lines = vec![Line::default()];
        lines.extend(labelled("Recall", &title, width, theme));
        let chart = line_chart(&shares, f64::from(DESIRED_RETENTION), CURVE_ROWS, step);
        lines.extend(
            chart
                .into_iter()
                .map(|row| Line::from(Span::styled(row, theme.dim))),
        );
        // Under the first and the last point.
        let end = (self.day + i32::try_from(days).unwrap_or(i32::MAX)).short();
        let axis = format!(
            "today{end:>room$}",
            room = (points * step).saturating_sub(4)
        );
        let axis = format!("{}{axis}", " ".repeat(7));
        lines.push(Line::from(Span::styled(axis, theme.dim)));
        lines
    }

    fn past_lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        if self.past.is_empty() {
            return Vec::new();
        }
        let mut lines = vec![Line::default()];
        for past in self.past.iter().rev() {
            let date = past.day.date().strftime("%-d %b %y").to_string();
            let sign = if past.wrong { "✗ " } else { "" };
            let text = format!("{sign}{}", past.what);
            lines.extend(labelled(&date, &text, width, theme));
        }
        lines
    }
}

/// Whether study may show it.
pub(in crate::tui) fn is_in_study(state: &CardState, day: Day) -> bool {
    !state.suspended && state.buried_until.is_none_or(|until| day >= until)
}

fn times(n: u32) -> String {
    match n {
        1 => "once".into(),
        2 => "twice".into(),
        n => format!("{n} times"),
    }
}
