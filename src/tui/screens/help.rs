//! Help: what every key does on the screen it was asked on.

use super::browse::FILTERS;
use super::labelled;
use super::stats::Leaf;
use crate::tui::keymap::{self, Place};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use crate::tui::wrap::{Run, width_of, wrap};
use ratatui::text::{Line, Span};

/// The help screen.
#[derive(Debug)]
pub struct Help {
    /// The place it is about.
    pub about: Place,
    /// Rows scrolled down.
    pub scroll: u16,
}

impl Help {
    /// The scene.
    pub fn paint(&self, scene: &mut Scene, page: &Page, theme: &Theme) {
        page.put_head(
            scene,
            Line::from(vec![
                Span::styled("Keys", theme.accent),
                Span::styled(format!(" · {}", name(self.about)), theme.dim),
            ]),
            Line::default(),
        );
        page.put_rule(scene, 0.0, theme);
        let width = usize::from(page.body.width);
        let rows = || keymap::rows(self.about).filter(|r| !r.key.is_empty());
        let column = rows().map(|r| width_of(r.key)).max().unwrap_or(0) + 3;
        let mut lines = Vec::new();
        for row in rows() {
            let text = [Run::new(row.help, theme.text)];
            for (i, line) in wrap(&text, width.saturating_sub(column))
                .into_iter()
                .enumerate()
            {
                let key = if i == 0 { row.key } else { "" };
                let pad = " ".repeat(column.saturating_sub(width_of(key)));
                let mut spans = vec![Span::styled(key, theme.accent), Span::raw(pad)];
                spans.extend(line.spans);
                lines.push(Line::from(spans));
            }
        }
        if self.about == Place::Searching {
            lines.push(Line::default());
            for (filter, sense) in FILTERS {
                let pad = " ".repeat(20usize.saturating_sub(width_of(filter)));
                let rows = wrap(&[Run::new(*sense, theme.text)], width.saturating_sub(20));
                for (i, line) in rows.into_iter().enumerate() {
                    let mut spans = if i == 0 {
                        vec![Span::styled(*filter, theme.accent), Span::raw(pad.clone())]
                    } else {
                        vec![Span::raw(" ".repeat(20))]
                    };
                    spans.extend(line.spans);
                    lines.push(Line::from(spans));
                }
            }
        }
        if self.about == Place::Stats {
            for leaf in Leaf::ALL {
                lines.push(Line::default());
                lines.extend(labelled(leaf.label(), leaf.explained(), width, theme));
            }
        }
        let hint = scroll::put(scene, page.body, lines, self.scroll, theme);
        page.put_remark(scene, "", hint, theme);
        footer::put(scene, page.foot, Place::Help, theme, footer::as_labelled);
    }
}

fn name(place: Place) -> &'static str {
    match place {
        Place::Home => "home",
        Place::Front => "a card's question",
        Place::Back => "a card's answer",
        Place::Choosing => "a question",
        Place::Explained => "a question's answer",
        Place::Summary => "the day's end",
        Place::Settings => "settings",
        Place::Stats => "stats",
        Place::Searching => "browse",
        Place::CardView => "a card",
        Place::Sure | Place::Noting | Place::Leech | Place::EditAgain | Place::Adding => "",
        Place::MockSetup => "a new paper",
        Place::MockPapers => "all papers",
        Place::MockPaper => "a paper's question",
        Place::MockExplained => "a question's answer",
        Place::MockReview => "the whole paper",
        Place::MockReport => "a paper's report",
        Place::MockWalk => "walking through a paper",
        Place::MockNumber | Place::MockYes | Place::MockAway | Place::MockPaused => "",
        Place::Help | Place::Why | Place::Typing | Place::Unsaved => "",
    }
}
