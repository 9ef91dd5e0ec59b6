//! Setting a paper up: how many questions, of what, how long, how earnest.

use super::labelled;
use crate::domain::text::count;
use crate::domain::{Blueprint, CardIx, DeckId, Kind};
use crate::session::mock::hidden::first_sight_left;
use crate::session::mock::setup::{CantDraw, Setup, choose, minutes_for, sizes};
use crate::tui::keymap::{Command, Place};
use crate::tui::known::Known;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Minutes are changed in steps of this.
const MINUTES_STEP: u32 = 5;

/// What a paper may be drawn from.
#[derive(Debug, Clone, PartialEq)]
enum Source {
    Whole,
    Domain(u8, String),
    Missed,
    Deck(DeckId, String),
}

/// What the paper's exam is to the person: only a goal holds papers back.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Aim {
    /// The goal's exam: its seed holds papers back.
    Goal,
    /// There is no goal yet, or it is another exam.
    NoGoal,
    /// Only what is known counts; the exam gives the paper its shape.
    Knowledge,
    /// These decks follow no exam.
    NoExam,
}

impl Aim {
    fn of(known: &Known) -> Self {
        let Some(exam) = known.exam_of_paper(None) else {
            return Aim::NoExam;
        };
        match known.goal().map(|g| g.exam.as_deref()) {
            Some(Some(code)) if code == exam.code.as_str() => Aim::Goal,
            Some(None) => Aim::Knowledge,
            _ => Aim::NoGoal,
        }
    }
}

/// The screen.
#[derive(Debug)]
pub struct MockSetup {
    /// The row under the cursor.
    pub at: usize,
    sizes: Vec<usize>,
    size: usize,
    /// As many as there are, if that is fewer than the whole exam has.
    most: Option<usize>,
    /// Minutes as the person wants them; none: the exam's pace.
    minutes: Option<u32>,
    sources: Vec<Source>,
    source: usize,
    practice: bool,
    /// What such a paper would be, or why there is none.
    about: Result<String, String>,
    left: usize,
    aim: Aim,
    seed: u64,
}

impl MockSetup {
    /// Looks at what there is.
    pub fn of(known: &Known, seed: u64) -> Self {
        let exam = known.exam_of_paper(None);
        let sizes = sizes(exam);
        let left = exam.map_or(0, |b| {
            first_sight_left(&known.catalogue, &known.progress, b)
        });
        let mut setup = Self {
            at: 0,
            size: sizes.len().saturating_sub(1),
            sizes,
            most: None,
            minutes: None,
            sources: sources(known),
            source: 0,
            practice: false,
            about: Ok(String::new()),
            left,
            aim: Aim::of(known),
            seed,
        };
        setup.look(known);
        setup
    }

    /// The paper that is asked for.
    pub fn setup(&self) -> Setup {
        let mut setup = Setup {
            questions: Some(self.questions()),
            minutes: self.minutes,
            practice: self.practice,
            seed: self.seed,
            ..Setup::default()
        };
        match &self.sources[self.source] {
            Source::Whole => {}
            Source::Domain(number, _) => setup.domain = Some(*number),
            Source::Missed => setup.missed = true,
            Source::Deck(id, _) => setup.deck = Some(id.clone()),
        }
        setup
    }

    /// Moves between the rows.
    pub fn step(&mut self, down: bool) {
        self.at = match down {
            true => (self.at + 1).min(3),
            false => self.at.saturating_sub(1),
        };
    }

    /// Changes the row's value.
    pub fn change(&mut self, forward: bool, known: &Known) {
        let turn = |at: usize, n: usize| match forward {
            true => (at + 1) % n,
            false => (at + n - 1) % n,
        };
        match self.at {
            0 => {
                let n = self.offered().len();
                self.size = turn(self.size.min(n - 1), n);
                self.minutes = None;
            }
            1 => {
                let now = self.minutes_now(known);
                let to = match forward {
                    true => now / MINUTES_STEP * MINUTES_STEP + MINUTES_STEP,
                    false => now.div_ceil(MINUTES_STEP).saturating_sub(1) * MINUTES_STEP,
                };
                let pace = minutes_for(self.questions(), self.exam(known));
                let to = to.clamp(MINUTES_STEP, 1440);
                self.minutes = (to != pace).then_some(to);
            }
            2 => self.source = turn(self.source, self.sources.len()),
            _ => self.practice = !self.practice,
        }
        self.look(known);
    }

    /// The sizes to choose from: those that can be, and as many as there are.
    fn offered(&self) -> Vec<usize> {
        let Some(most) = self.most else {
            return self.sizes.clone();
        };
        let smaller = self.sizes.iter().copied().filter(|n| *n < most);
        smaller.chain([most]).collect()
    }

    /// A size stays chosen while it can be.
    fn questions(&self) -> usize {
        let offered = self.offered();
        let size = self.size.min(offered.len().saturating_sub(1));
        offered.get(size).copied().unwrap_or(1)
    }

    /// Whether there is such a paper.
    pub fn can_be(&self) -> bool {
        self.about.is_ok()
    }

    fn minutes_now(&self, known: &Known) -> u32 {
        let pace = || minutes_for(self.questions(), self.exam(known));
        self.minutes.unwrap_or_else(pace)
    }

    /// The exam that this paper follows.
    fn exam<'k>(&self, known: &'k Known) -> Option<&'k Blueprint> {
        known.exam_of_paper(match &self.sources[self.source] {
            Source::Deck(id, _) => Some(id),
            _ => None,
        })
    }

    /// Tries what would be drawn.
    fn look(&mut self, known: &Known) {
        let draw = |setup: &Setup| {
            let exam = known.exam_of_paper(setup.deck.as_ref());
            choose(setup, &known.catalogue, &known.progress, exam)
        };
        let whole = Setup {
            questions: self.sizes.last().copied(),
            ..self.setup()
        };
        self.most = match draw(&whole) {
            Err(CantDraw::Short(short)) if short.largest > 0 => Some(short.largest),
            _ => None,
        };
        self.about = match draw(&self.setup()) {
            Err(e) => Err(e.to_string()),
            Ok(chosen) => Ok(match chosen.held_back() {
                Some(n) => format!("first-sight paper {n}: none of its questions was ever shown"),
                None => from_the_pool(&chosen.cards, known),
            }),
        };
    }

    /// The scene.
    pub fn paint(
        &self,
        known: &Known,
        scene: &mut Scene,
        page: &Page,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        let left = count(self.left, "first-sight paper");
        let left = match self.aim {
            Aim::Goal => Span::styled(format!("{left} left"), theme.dim),
            _ => Span::default(),
        };
        page.put_head(
            scene,
            Line::from(Span::styled("A mock exam", theme.accent)),
            Line::from(left),
        );
        page.put_rule(scene, 0.0, theme);
        let lines = self.rows(known, scene, page, theme);
        let hint = scroll::put(scene, page.body, lines, 0, theme);
        page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
        footer::put(scene, page.foot, Place::MockSetup, theme, |row| {
            match row.command {
                Command::Confirm if self.about.is_err() => None,
                _ => footer::as_labelled(row),
            }
        });
    }

    fn rows(
        &self,
        known: &Known,
        scene: &mut Scene,
        page: &Page,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let minutes = self.minutes_now(known);
        let pace = match (self.minutes, self.exam(known)) {
            (None, Some(_)) => ", the exam's pace",
            (None, None) => ", two for each question",
            _ => "",
        };
        let source = match &self.sources[self.source] {
            Source::Whole if self.aim == Aim::NoExam => "all your questions".to_owned(),
            Source::Whole => "the whole exam".to_owned(),
            Source::Domain(n, title) => format!("domain {n}, {title}"),
            Source::Missed => "past misses".into(),
            Source::Deck(_, title) => title.clone(),
        };
        let mode = match self.practice {
            false => "exam: timed, marked at the end",
            true => "practice: explained as you go",
        };
        let values = [
            (
                "Questions",
                match self.questions() {
                    n if self.most == Some(n) => format!("{n}, as many as there are"),
                    n => n.to_string(),
                },
            ),
            ("Minutes", format!("{minutes}{pace}")),
            ("From", source),
            ("As", mode.to_owned()),
        ];
        let width = usize::from(page.body.width);
        let roomy = page.body.height >= 13;
        let mut lines = Vec::new();
        for (i, (label, value)) in values.into_iter().enumerate() {
            if roomy {
                lines.push(Line::default());
            }
            let on = i == self.at;
            let y = page.body.y + u16::try_from(lines.len()).unwrap_or(0);
            let area = Rect::new(page.body.x, y, page.body.width, 1).intersection(page.body);
            let toward = match i.cmp(&self.at) {
                std::cmp::Ordering::Less => Command::Up,
                std::cmp::Ordering::Equal => Command::Right,
                std::cmp::Ordering::Greater => Command::Down,
            };
            scene.zone(area, toward);
            let value = if on {
                format!("‹ {value} ›")
            } else {
                format!("  {value}")
            };
            lines.push(Line::from(vec![
                Span::styled(if on { "▸ " } else { "  " }, theme.accent),
                Span::styled(format!("{label:<10}"), theme.dim),
                Span::styled(value, if on { theme.accent } else { theme.text }),
            ]));
        }
        lines.push(Line::default());
        match &self.about {
            Ok(what) => lines.extend(labelled("A paper", what, width, theme)),
            Err(why) => lines.extend(labelled("No paper", why, width, theme)),
        }
        let aside = match self.aim {
            Aim::Goal | Aim::NoExam => None,
            Aim::NoGoal => Some((
                "No goal",
                "without a goal no paper is held back for a first sight: g on the first \
                 screen sets an exam date",
            )),
            Aim::Knowledge => Some((
                "No exam",
                "you study for knowledge only: no paper is held back for a first sight",
            )),
        };
        if let Some((label, words)) = aside {
            lines.extend(labelled(label, words, width, theme));
        }
        lines
    }
}

fn from_the_pool(cards: &[CardIx], known: &Known) -> String {
    let seen = |ix: &&CardIx| {
        let card = &known.catalogue.entry(**ix).card;
        known.progress.card(card).is_some_and(|s| s.is_seen())
    };
    let seen = cards.iter().filter(seen).count();
    let n = count(cards.len(), "question");
    match seen {
        0 => format!("{n} of the daily pool, none seen before"),
        _ => format!("{n} of the daily pool, {seen} seen before"),
    }
}

fn sources(known: &Known) -> Vec<Source> {
    let mut out = vec![Source::Whole];
    let exam = known.exam_of_paper(None);
    if let Some(exam) = exam {
        let domains = exam.domains.iter();
        out.extend(domains.map(|d| Source::Domain(d.number, d.title.one_line())));
    }
    if known.progress.cards.values().any(|c| c.misses.open) {
        out.push(Source::Missed);
    }
    for (i, deck) in known.catalogue.decks.iter().enumerate() {
        let mut entries = known.catalogue.entries.iter();
        let of_exam = exam.is_none_or(|b| deck.exam.as_ref() == Some(&b.code));
        if of_exam && entries.any(|e| usize::from(e.deck) == i && e.kind == Kind::Choice) {
            out.push(Source::Deck(deck.id.clone(), deck.title.one_line()));
        }
    }
    out
}
