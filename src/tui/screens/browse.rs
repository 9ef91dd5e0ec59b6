//! Browse: search as you type over every card there is.

use super::card_view::CardView;
use crate::domain::text::count;
use crate::domain::{CardIx, Day};
use crate::scheduling::CardState;
use crate::session::missed::{is_leech, is_missed};
use crate::session::search::Haystack;
use crate::tui::keymap::{Command, Place};
use crate::tui::known::Known;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::{Page, spread};
use crate::tui::widgets::{footer, typing};
use crate::tui::wrap::{elide, width_of};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The longest query.
const LONGEST: usize = 200;
/// Rows of the page's body above the list: what was typed, air.
const ABOVE: u16 = 2;

/// The screen.
#[derive(Debug, Default)]
pub struct Browse {
    /// The study day it is about.
    pub day: Day,
    /// What has been typed.
    pub typed: String,
    /// The cards that were found.
    pub hits: Vec<CardIx>,
    /// Filters nobody knows.
    pub unknown: Vec<String>,
    /// The one under the cursor.
    pub at: usize,
    /// The first one in sight.
    top: usize,
    /// The card that is read, once its wording is here.
    pub open: Option<Box<CardView>>,
}

impl Browse {
    /// Browsing on a study day, before anything is found.
    pub fn on(day: Day) -> Self {
        Self {
            day,
            ..Self::default()
        }
    }

    /// Where the person is.
    pub fn place(&self) -> Place {
        match self.open {
            Some(_) => Place::CardView,
            None => Place::Searching,
        }
    }

    /// Something was typed or pasted. Says whether that changed the query.
    ///
    /// A `/` before anything else opens a search elsewhere; here one types at once.
    pub fn type_in(&mut self, text: &str) -> bool {
        if text == "/" && self.typed.is_empty() {
            return false;
        }
        typing::type_in(&mut self.typed, text, LONGEST)
    }

    /// Backspace. Says whether that changed the query.
    pub fn erase(&mut self) -> bool {
        typing::erase(&mut self.typed)
    }

    /// Other cards were found.
    pub fn found(&mut self, hits: Vec<CardIx>, unknown: Vec<String>) {
        self.unknown = unknown;
        if hits == self.hits {
            return;
        }
        self.hits = hits;
        (self.at, self.top) = (0, 0);
    }

    /// The cursor goes so many cards down or up, in a window with that body.
    pub fn go(&mut self, by: i32, body: u16) {
        let last = i64::try_from(self.hits.len()).unwrap_or(i64::MAX) - 1;
        let to = (self.at as i64 + i64::from(by)).clamp(0, last.max(0));
        self.at = usize::try_from(to).unwrap_or(0);
        let rows = usize::from(body.saturating_sub(ABOVE).max(1));
        self.top = self.top.clamp((self.at + 1).saturating_sub(rows), self.at);
    }

    /// The card that is read, or else the one under the cursor.
    pub fn card(&self) -> Option<CardIx> {
        self.hits.get(self.at).copied()
    }

    /// The scene.
    pub fn paint(
        &self,
        scene: &mut Scene,
        page: &Page,
        known: &Known,
        hay: &Haystack,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        let place = format!("{} of {}", self.at + 1, self.hits.len());
        if let Some(view) = &self.open {
            view.paint(scene, page, known, &place, remark, theme);
            return;
        }
        page.put_head(
            scene,
            Line::from(Span::styled("Browse", theme.accent)),
            Line::from(Span::styled(
                format!("{} of {}", self.hits.len(), count(hay.len(), "card")),
                theme.dim,
            )),
        );
        page.put_rule(scene, 0.0, theme);
        let body = page.body;
        let width = usize::from(body.width);
        let first = Rect { height: 1, ..body };
        scene.put(first, vec![typing::line(&self.typed, width, theme)]);
        let rows = body.height.saturating_sub(ABOVE);
        // A window that shrank keeps the cursor in sight.
        let top = self
            .top
            .max((self.at + 1).saturating_sub(usize::from(rows)));
        let shown = self.hits.iter().enumerate().skip(top);
        for ((i, ix), row) in shown.zip(0..rows) {
            let state = known.progress.card(&known.catalogue.entry(*ix).card);
            let area = Rect::new(body.x, body.y + ABOVE + row, body.width, 1);
            let line = hit_line(
                hay.prompt(*ix),
                &marks(state, self.day),
                i == self.at,
                width,
                theme,
            );
            scene.put(area, vec![line]);
            if let Ok(n) = u16::try_from(i) {
                scene.zone(area, Command::Item(n));
            }
        }
        scene.viewport = rows;
        let words = match (&self.unknown[..], self.hits.is_empty()) {
            ([unknown, ..], _) => format!("{unknown} is no filter; ? lists them."),
            (_, true) if hay.is_empty() => "There are no cards yet.".into(),
            (_, true) => "No card has all of these words.".into(),
            _ => String::new(),
        };
        let below = self.hits.len().saturating_sub(top + usize::from(rows));
        let hint = match below {
            0 => String::new(),
            n => format!("↓ {n} more"),
        };
        let hint = Line::from(Span::styled(hint, theme.line));
        page.put_remark(scene, remark.unwrap_or(&words), hint, theme);
        footer::put(
            scene,
            page.foot,
            Place::Searching,
            theme,
            footer::as_labelled,
        );
    }
}

fn hit_line(prompt: &str, marks: &str, chosen: bool, width: usize, theme: &Theme) -> Line<'static> {
    let (sign, style) = if chosen {
        ("▸ ", theme.accent)
    } else {
        ("  ", theme.text)
    };
    let room = width.saturating_sub(4 + width_of(marks));
    let left = Line::from(vec![
        Span::styled(sign, theme.accent),
        Span::styled(elide(prompt, room), style),
    ]);
    spread(
        left,
        Line::from(Span::styled(marks.to_owned(), theme.dim)),
        width,
    )
}

/// What stands out about a card, in a word or two.
pub(super) fn marks(state: Option<&CardState>, day: Day) -> String {
    let Some(s) = state else {
        return "new".into();
    };
    let mut words = Vec::new();
    if s.flagged {
        words.push("⚑");
    }
    if s.suspended {
        words.push("suspended");
    } else if s.buried_until.is_some_and(|until| day < until) {
        words.push("put aside");
    }
    if s.disputed {
        words.push("disputed");
    }
    if is_missed(s) {
        words.push("missed");
    }
    if is_leech(s) {
        words.push("leech");
    }
    if words.is_empty() && !s.is_seen() {
        words.push("new");
    }
    words.join(" ")
}

/// What `?` says of the filters, each with its sense.
pub(super) const FILTERS: &[(&str, &str)] = &[
    ("words", "cards that have all of them, in any order"),
    (
        "domain:3",
        "a domain of the exam; task:3.2 a task statement",
    ),
    (
        "deck:speech",
        "decks with that in their name; tag:word a tag",
    ),
    (
        "is:missed",
        "also is:new seen due known leech flagged disputed suspended noted",
    ),
    ("is:question", "questions only; is:card flashcards only"),
    ("since:2026-11-01", "missed on that day or later"),
    (
        "reason:mixed-up",
        "missed for that reason; also reason:misread",
    ),
    ("mock:last", "the questions of the latest paper"),
    ("near:CARD", "a card's neighbours, by its id"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_by_habit_is_not_searched_for() {
        let mut browse = Browse::on(Day::default());
        assert!(!browse.type_in("/"));
        assert!(browse.type_in("i") && browse.type_in("/") && browse.type_in("o"));
        assert_eq!(browse.typed, "i/o");
    }
}
