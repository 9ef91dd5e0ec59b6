//! A marked paper: its report, and the walk through its questions.

use super::mock_options::Asked;
use crate::domain::{Card, CardRef};
use crate::exam::report::{Line as Question, Report};
use crate::exam::report_text::{Kind, clock, lines, name};
use crate::scheduling::Progress;
use crate::session::mock::look_back::Walk;
use crate::tui::keymap::Place;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use ratatui::text::{Line, Span};
use std::collections::HashMap;

/// A marked paper on the table.
#[derive(Debug)]
pub struct Marked {
    /// What it says.
    pub report: Report,
    /// The questions' wording, as far as they are still there.
    pub wording: HashMap<CardRef, Card>,
    /// Rows that the report is scrolled down.
    pub scroll: u16,
    /// The walk, if there is one.
    pub walking: Option<Walking>,
}

/// Where a walk is.
#[derive(Debug, Clone, PartialEq)]
pub struct Walking {
    /// Which questions it stops at.
    pub walk: Walk,
    /// The question, from 0.
    pub at: usize,
    /// Rows scrolled down.
    pub scroll: Option<u16>,
}

impl Marked {
    /// Where the person is.
    pub fn place(&self) -> Place {
        match self.walking {
            Some(_) => Place::MockWalk,
            None => Place::MockReport,
        }
    }

    /// Begins to walk: through the wrong ones first, if there are any.
    pub fn set_out(&mut self) {
        let walk = match Walk::Wrong.through(&self.report).is_empty() {
            true => Walk::All,
            false => Walk::Wrong,
        };
        let at = walk.through(&self.report).first().copied().unwrap_or(0);
        self.walking = Some(Walking {
            walk,
            at,
            scroll: None,
        });
    }

    /// The question under the eyes.
    pub fn question(&self) -> Option<&Question> {
        self.report.questions.get(self.walking.as_ref()?.at)
    }

    /// Whether a walk through all or all wrong ones has come to its end.
    pub fn is_at_last_stop(&self) -> bool {
        let Some(w) = &self.walking else {
            return false;
        };
        let whole = matches!(w.walk, Walk::All | Walk::Wrong);
        whole && w.walk.through(&self.report).last() == Some(&w.at)
    }

    /// To the next stop of the walk, or the one before. Says whether there is one.
    pub fn step(&mut self, forward: bool) -> bool {
        let Some(w) = &mut self.walking else {
            return false;
        };
        let stops = w.walk.through(&self.report);
        let to = match forward {
            true => stops.iter().find(|q| **q > w.at),
            false => stops.iter().rev().find(|q| **q < w.at),
        };
        let Some(to) = to else {
            return false;
        };
        w.at = *to;
        w.scroll = None;
        true
    }

    /// The walk after this one that has any stops.
    pub fn turn(&mut self) {
        let Some(w) = &mut self.walking else {
            return;
        };
        let from = Walk::ALL.iter().position(|k| *k == w.walk).unwrap_or(0);
        for i in 1..=Walk::ALL.len() {
            let walk = Walk::ALL[(from + i) % Walk::ALL.len()];
            let stops = walk.through(&self.report);
            if let Some(first) = stops.first() {
                w.walk = walk;
                w.at = *stops.iter().find(|q| **q >= w.at).unwrap_or(first);
                w.scroll = None;
                return;
            }
        }
    }

    /// The scene.
    pub fn paint(
        &self,
        progress: &Progress,
        scene: &mut Scene,
        page: &Page,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        match &self.walking {
            Some(walking) => self.paint_walk(walking, progress, scene, page, remark, theme),
            None => self.paint_report(scene, page, remark, theme),
        }
    }

    fn paint_report(&self, scene: &mut Scene, page: &Page, remark: Option<&str>, theme: &Theme) {
        let r = &self.report;
        page.put_head(
            scene,
            Line::from(Span::styled(name(r), theme.accent)),
            Line::from(Span::styled(r.began.clone(), theme.dim)),
        );
        page.put_rule(scene, r.right as f64 / r.of.max(1) as f64, theme);
        let all = lines(r, usize::from(page.body.width));
        // The title stands in the head already.
        let said = all.into_iter().skip_while(|l| l.kind == Kind::Title);
        let body = said.map(|l| {
            let style = match l.kind {
                Kind::Title | Kind::Heading => theme.strong,
                Kind::Good => theme.accent,
                Kind::Plain | Kind::Weak => theme.text,
                Kind::Remark => theme.dim,
            };
            Line::from(Span::styled(l.text, style))
        });
        let hint = scroll::put(scene, page.body, body.collect(), self.scroll, theme);
        page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
        footer::put(
            scene,
            page.foot,
            Place::MockReport,
            theme,
            footer::as_labelled,
        );
    }

    /// The walks that have any stops, with how many: `all 65  ▸wrong 20`.
    fn tabs(&self, here: Walk) -> String {
        let mut words = Vec::new();
        for walk in Walk::ALL {
            let n = walk.through(&self.report).len();
            if n > 0 || walk == here {
                let mark = if walk == here { "▸" } else { "" };
                words.push(format!("{mark}{} {n}", walk.label()));
            }
        }
        words.join("  ")
    }

    fn paint_walk(
        &self,
        walking: &Walking,
        progress: &Progress,
        scene: &mut Scene,
        page: &Page,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        let Some(q) = self.report.questions.get(walking.at) else {
            return;
        };
        let stops = walking.walk.through(&self.report);
        let nth = stops
            .iter()
            .position(|s| *s == walking.at)
            .map_or(0, |i| i + 1);
        let flag = if q.flag { "  ⚑ flagged" } else { "" };
        let disputed = if q.disputed { "  disputed" } else { "" };
        let task = q.task.map_or(String::new(), |t| format!(" · {t}"));
        let (sign, style) = match q.right {
            true => ("✓ ", theme.accent),
            false => ("✗ ", theme.strong),
        };
        page.put_head(
            scene,
            Line::from(vec![
                Span::styled(sign, style),
                Span::styled(format!("Question {}{task}", q.question), theme.text),
                Span::styled(format!("{flag}{disputed}"), theme.accent),
            ]),
            Line::from(Span::styled(
                format!("{nth} of {} {}", stops.len(), walking.walk.label()),
                theme.dim,
            )),
        );
        page.put_rule(scene, nth as f64 / stops.len().max(1) as f64, theme);
        let width = usize::from(page.body.width);
        let card = self.wording.get(&q.card);
        let Some((card, choice)) = card.and_then(|c| Some((c, c.choice()?))) else {
            let gone = format!("{} is in no deck any more.", q.card);
            let hint = scroll::put(
                scene,
                page.body,
                super::prose(gone, theme.text, width),
                0,
                theme,
            );
            page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
            footer::put(
                scene,
                page.foot,
                Place::MockWalk,
                theme,
                footer::as_labelled,
            );
            return;
        };
        let asked = Asked {
            card,
            choice,
            shown: &q.shown,
            chosen: &q.chosen,
            struck: &q.struck,
        };
        let (mut lines, verdict) = asked.explained(q.right, q.sure, width, theme);
        lines[verdict].spans.push(Span::styled(about(q), theme.dim));
        let note = progress.card(&q.card).and_then(|s| s.note.clone());
        if let Some(note) = note {
            lines.push(Line::default());
            lines.extend(super::labelled("Your note", note.as_str(), width, theme));
        }
        // The head has the verdict: reading begins with the question.
        let hint = scroll::put(scene, page.body, lines, walking.scroll.unwrap_or(0), theme);
        let tabs = self.tabs(walking.walk);
        page.put_remark(scene, remark.unwrap_or(&tabs), hint, theme);
        footer::put(scene, page.foot, Place::MockWalk, theme, |row| {
            let (key, label) = footer::as_labelled(row)?;
            Some(match row.command {
                crate::tui::keymap::Command::Dispute if q.disputed => (key, "undispute".into()),
                _ => (key, label),
            })
        });
    }
}

/// ` · 1:12 · first sight`.
fn about(q: &Question) -> String {
    let mut out = format!(" · {}", clock(q.seconds));
    out.push_str(if q.first_sight {
        " · first sight"
    } else {
        " · seen before"
    });
    if q.derived {
        out.push_str(" · derived");
    }
    out
}
