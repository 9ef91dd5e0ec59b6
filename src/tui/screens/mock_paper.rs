//! A paper's question: long stems scroll, every option is a digit away, the
//! time stands quietly in a corner.

use super::mock_options::Asked;
use super::question::number_word;
use crate::domain::{Card, CardRef, Choice, OptionId, Sureness};
use crate::exam::clock::Reading;
use crate::exam::sitting::{Sitting, Standing};
use crate::tui::keymap::{Command, Place, Row};
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::collections::HashMap;

/// A warning stands for so long.
const WARNING_MS: u64 = 60_000;

/// A paper on the table.
#[derive(Debug)]
pub struct Paper {
    /// The candidate at it.
    pub sitting: Sitting,
    /// The questions' wording.
    pub wording: HashMap<CardRef, Card>,
    /// The option under the cursor, by place.
    pub cursor: Option<usize>,
    /// Rows scrolled down.
    pub scroll: Option<u16>,
    /// Minutes left at the last warning, and the paper's clock then.
    pub warned: Option<(u32, u64)>,
    /// The paper's clock at the last sign of life.
    pub beat_ms: u64,
}

impl Paper {
    /// Puts a paper on the table.
    pub fn new(sitting: Sitting, wording: HashMap<CardRef, Card>) -> Self {
        Self {
            sitting,
            wording,
            cursor: None,
            scroll: None,
            warned: None,
            beat_ms: 0,
        }
    }

    /// Where the person is.
    pub fn place(&self) -> Place {
        if self.sitting.is_explained() {
            Place::MockExplained
        } else {
            Place::MockPaper
        }
    }

    /// The wording of a question, from 0.
    pub fn card(&self, question: usize) -> Option<&Card> {
        let asked = self.sitting.paper().questions.get(question)?;
        self.wording.get(&asked.card)
    }

    /// The question inside the one in view.
    pub fn choice(&self) -> Option<&Choice> {
        self.card(self.sitting.at())?.choice()
    }

    /// The option at a place.
    pub fn option(&self, place: usize) -> Option<&OptionId> {
        self.sitting.question().shown.get(place)
    }

    /// The time that is left, in the words of the corner.
    pub fn time(&self, now: &Reading) -> String {
        let timer = self.sitting.timer();
        let left = timer.left_ms(now);
        let over = timer.elapsed_ms(now).saturating_sub(timer.limit_ms());
        match (self.warning(now), left) {
            (_, 0) if over > 0 => format!("{} over", minutes(over)),
            (_, 0) => "time is up".into(),
            (_, 1..60_000) => format!("{} s left", left.div_ceil(1000)),
            (Some(m), _) => format!("only {m} minutes left"),
            _ => format!("{} left", time_left(left)),
        }
    }

    fn warning(&self, now: &Reading) -> Option<u32> {
        let (minutes, at) = self.warned?;
        let since = self.sitting.timer().elapsed_ms(now).saturating_sub(at);
        (since < WARNING_MS).then_some(minutes)
    }

    /// Head and rule, the same for the question and the grid.
    pub(super) fn put_head(
        &self,
        scene: &mut Scene,
        page: &Page,
        left: Line<'static>,
        now: &Reading,
        theme: &Theme,
    ) {
        let style = match self.warning(now) {
            Some(_) => theme.strong,
            None => theme.dim,
        };
        let time = Span::styled(self.time(now), style);
        page.put_head(scene, left, Line::from(time));
        let of = self.sitting.states().len().max(1);
        page.put_rule(scene, self.sitting.answered() as f64 / of as f64, theme);
    }

    /// The scene.
    pub fn paint(
        &self,
        scene: &mut Scene,
        page: &Page,
        now: &Reading,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        let state = self.sitting.state();
        let of = self.sitting.states().len();
        let flag = if state.flag { "  ⚑ flagged" } else { "" };
        let practice = if self.sitting.paper().practice {
            " · practice"
        } else {
            ""
        };
        let head = Line::from(vec![
            Span::styled(
                format!("Question {} of {of}", self.sitting.at() + 1),
                theme.text,
            ),
            Span::styled(practice, theme.dim),
            Span::styled(flag, theme.accent),
        ]);
        self.put_head(scene, page, head, now, theme);
        let Some((card, choice)) = self
            .card(self.sitting.at())
            .and_then(|c| Some((c, c.choice()?)))
        else {
            let gone = "This question is in no deck any more; it can't be answered.";
            let lines = super::prose(gone, theme.text, usize::from(page.body.width));
            scroll::put(scene, page.body, lines, 0, theme);
            footer::put(scene, page.foot, self.place(), theme, footer::as_labelled);
            return;
        };
        let asked = Asked {
            card,
            choice,
            shown: &self.sitting.question().shown,
            chosen: self.sitting.chosen(),
            struck: &state.struck,
        };
        let width = usize::from(page.body.width);
        if self.sitting.is_explained() {
            let right = crate::domain::answer::is_right(choice, &state.chosen);
            let (lines, verdict) = asked.explained(right, state.sure, width, theme);
            put_explained(scene, page, lines, verdict, self.scroll, remark, theme);
            footer::put(
                scene,
                page.foot,
                Place::MockExplained,
                theme,
                footer::as_labelled,
            );
            return;
        }
        let mut lines = asked.to_choose(self.cursor, true, width, scene, theme);
        let usual = page;
        let mut page = *page;
        if lines.len() > usize::from(page.body.height) {
            // Air between the options goes first, then the page's own.
            scene.options.clear();
            lines = asked.to_choose(self.cursor, false, width, scene, theme);
            if lines.len() > usize::from(page.body.height) {
                page = page.tight();
            }
        }
        let page = &page;
        let hint = scroll::put(scene, page.body, lines, self.scroll.unwrap_or(0), theme);
        put_zones(scene, page);
        let standing = self.standing();
        page.put_remark(scene, remark.unwrap_or(&standing), hint, theme);
        let n = choice.options.len();
        let keys = |row: &Row| {
            Some(match row.command {
                Command::Pick(_) => (format!("1–{n}"), row.label.into()),
                Command::Confirm if self.sitting.paper().practice => {
                    ("Enter".into(), "answer".into())
                }
                _ => (row.key.into(), row.label.into()),
            })
        };
        if page == usual {
            footer::put(scene, page.foot, Place::MockPaper, theme, keys);
        } else {
            footer::put_close(scene, page.foot, Place::MockPaper, theme, keys);
        }
    }

    /// What is asked for and how far it is: "Choose two · 1 chosen".
    fn standing(&self) -> String {
        let state = self.sitting.state();
        let chosen = self.sitting.chosen().len();
        let mut words = match (state.choose, chosen) {
            (1, 0) => "Choose one.".to_owned(),
            (1, _) => String::new(),
            (n, _) => format!("Choose {} · {chosen} chosen.", number_word(usize::from(n))),
        };
        if let (1, Some(option)) = (state.choose, self.sitting.chosen().first()) {
            let shown = &self.sitting.question().shown;
            let place = shown.iter().position(|o| o == option).map_or(0, |i| i + 1);
            words = format!("{place} is chosen.");
        }
        match state.sure {
            Sureness::Guessed => words.push_str(" You guess."),
            Sureness::Sure => words.push_str(" You are certain."),
            Sureness::Unsaid => {}
        }
        words
    }
}

/// Puts an answered question; the verdict is in sight at once.
fn put_explained(
    scene: &mut Scene,
    page: &Page,
    lines: Vec<Line<'static>>,
    verdict: usize,
    offset: Option<u16>,
    remark: Option<&str>,
    theme: &Theme,
) {
    let fits = lines.len() <= usize::from(page.body.height);
    let best = if fits {
        0
    } else {
        u16::try_from(verdict).unwrap_or(0)
    };
    let hint = scroll::put(scene, page.body, lines, offset.unwrap_or(best), theme);
    page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
}

fn put_zones(scene: &mut Scene, page: &Page) {
    let body = page.body;
    for i in 0..scene.options.len() {
        let (start, end) = scene.options[i];
        if end <= scene.offset {
            continue;
        }
        let above = start.max(scene.offset);
        let top = body.y.saturating_add(above - scene.offset);
        if let Ok(number) = u8::try_from(i + 1) {
            let area = Rect::new(body.x, top, body.width, end - above);
            scene.zone(area.intersection(body), Command::Pick(number));
        }
    }
}

/// Time that is left: a minute that has begun counts.
pub(super) fn time_left(ms: u64) -> String {
    minutes(ms.div_ceil(60_000) * 60_000)
}

/// A stretch of time in hours and minutes.
fn minutes(ms: u64) -> String {
    match ms / 60_000 {
        m if m >= 60 => format!("{} h {:02} min", m / 60, m % 60),
        m => format!("{m} min"),
    }
}

/// The sign of a question in the grid.
pub(super) fn sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Open => "○",
        Standing::Partial => "◐",
        Standing::Answered => "●",
    }
}
