//! Home: what is studied for, what today asks, where each domain stands.

use super::{labelled, prose, readiness};
use crate::domain::text::count;
use crate::domain::{Day, EventId, Moment};
use crate::scheduling::queue::{self, Pick};
use crate::session::goal::offer_by_key;
use crate::session::goal_text::long_date;
use crate::session::mock::look_back::{listed, to_walk};
use crate::session::mock::planned::planned;
use crate::session::placement::is_offered;
use crate::session::standing::standing;
use crate::session::today::{Today, is_first_start};
use crate::tui::keymap::{Command, Place};
use crate::tui::known::Known;
use crate::tui::reckoning::Reckoned;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use crate::tui::wrap::width_of;
use ratatui::text::{Line, Span};

/// Days before the exam from which on the sheet is offered.
const SHEET_DAYS: i32 = 5;

/// The home screen, reckoned once when it is entered.
#[derive(Debug, Default)]
pub struct Home {
    /// The study day it is about.
    pub day: Day,
    title: String,
    when: String,
    today: String,
    /// Cards that `x` drills.
    pub missed: u32,
    sheet: bool,
    /// A full paper that is planned for these days.
    paper: Option<String>,
    /// A placement is worth offering.
    placement: bool,
    date: String,
    bars: Vec<Bar>,
    used: f64,
    first_start: bool,
    can_undo: bool,
    /// What is to be done with a paper that is open or waits to be walked
    /// through.
    mock: String,
    /// A paper is open.
    open_paper: bool,
    /// There are papers to look back on.
    papers: bool,
    /// One of them waits to be walked through.
    to_walk: Option<EventId>,
    /// That was done in this run.
    walked: bool,
    /// Rows scrolled down.
    pub scroll: u16,
}

impl Home {
    /// Looks at everything in scope.
    pub fn of(known: &Known, now: Moment) -> Self {
        let day = now.study_day();
        let today = Today::survey(&known.catalogue, &known.progress, &known.scope, day);
        let first_start = is_first_start(&known.progress);
        let anything = anything_left(known, day);
        Self {
            day,
            title: title(known),
            when: when(known, day),
            today: plan(&today, first_start, anything),
            missed: today.missed,
            sheet: sheet_is_offered(known, day),
            paper: paper(known, day),
            placement: is_offered(&known.progress)
                && known.exam().is_some()
                && (known.goal().is_some() || !first_start),
            date: day.date().strftime("%a %-d %b").to_string(),
            bars: bars(known, day),
            used: today.done.ms as f64 / (f64::from(today.minutes.max(1)) * 60_000.0),
            first_start,
            can_undo: known.progress.last_undoable(day).is_some(),
            mock: mock(known, day),
            open_paper: known.progress.open_paper().is_some(),
            papers: !known.progress.papers.is_empty(),
            to_walk: to_walk(&known.progress, day),
            walked: false,
            scroll: 0,
        }
    }

    /// Notes which paper was walked through already.
    pub fn has_walked(&mut self, paper: Option<EventId>) {
        self.walked = self.to_walk.is_some() && self.to_walk == paper;
        if self.walked && !self.open_paper {
            self.mock.clear();
        }
    }

    /// Whether Enter walks through the latest paper rather than study.
    pub fn walks_next(&self) -> bool {
        self.to_walk.is_some() && !self.walked && !self.open_paper
    }

    /// The scene. Readiness and the past come when they are reckoned; the rows
    /// are there from the start.
    pub fn paint(
        &self,
        scene: &mut Scene,
        page: &Page,
        reckoned: Reckoned<'_>,
        remark: Option<&str>,
        theme: &Theme,
    ) {
        page.put_head(
            scene,
            Line::from(Span::styled("cramless", theme.accent)),
            Line::from(Span::styled(self.date.clone(), theme.dim)),
        );
        page.put_rule(scene, self.used, theme);
        let lines = self.lines(page, reckoned, theme);
        let hint = scroll::put(scene, page.body, lines, self.scroll, theme);
        page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
        footer::put(scene, page.foot, Place::Home, theme, |row| {
            let (key, label) = footer::as_labelled(row)?;
            match row.command {
                Command::Confirm if self.first_start => Some((key, "show me a card".into())),
                Command::Confirm if self.walks_next() => Some((key, "walk through".into())),
                Command::Begin if !self.walks_next() => None,
                Command::Undo if !self.can_undo => None,
                Command::Drill if self.missed == 0 => None,
                Command::Mock if self.open_paper => Some((key, "go on with the paper".into())),
                Command::Papers if !self.papers => None,
                Command::Placement if !self.placement => None,
                Command::WalkThrough if self.to_walk.is_none() || self.walks_next() => None,
                _ => Some((key, label)),
            }
        });
    }

    fn lines(&self, page: &Page, reckoned: Reckoned<'_>, theme: &Theme) -> Vec<Line<'static>> {
        let width = usize::from(page.body.width);
        let mut about = prose(&self.title, theme.strong, width);
        about.extend(prose(&self.when, theme.dim, width));
        let mut today = labelled("Today", &self.today, width, theme);
        // What is open or was just marked comes before what is planned.
        let mock = Some(&self.mock).filter(|text| !text.is_empty());
        if let Some(text) = mock.or(self.paper.as_ref()) {
            today.extend(labelled("Mock", text, width, theme));
        }
        if self.missed > 0 {
            let text = format!(
                "{} · x drills them, l lists them",
                count(self.missed, "card")
            );
            today.extend(labelled("Missed", &text, width, theme));
        }
        if self.sheet {
            let text = "cramless sheet prints two pages of your own";
            today.extend(labelled("Sheet", text, width, theme));
        }
        let mut block = Vec::new();
        let mut signs = Vec::new();
        if self.first_start {
            block.extend(self.bar_lines(width, theme));
        } else {
            block.extend(readiness::lines(reckoned, width, theme));
            match reckoned.ready {
                Some(r) if r.says_something() => {
                    block.extend(readiness::bars(r, width, theme));
                    block.extend(readiness::advice(r, width, theme));
                    signs.push(readiness::legend(theme));
                }
                Some(_) => {
                    block.extend(self.bar_lines(width, theme));
                    signs.push(legend(theme));
                }
                None => {
                    let labels = self.bars.iter().map(|b| b.label.as_str());
                    block.extend(readiness::empty_bars(labels, width, theme));
                }
            }
        }
        if self.first_start && !self.bars.is_empty() {
            signs.push(legend(theme));
        }
        let rows = about.len() + today.len() + block.len();
        // Air goes first when it is tight, then the legend.
        let height = usize::from(page.body.height);
        let air = if rows + 2 <= height { 1 } else { 0 };
        let mut lines = about;
        for part in [today, block] {
            lines.resize(lines.len() + air, Line::default());
            lines.extend(part);
        }
        if rows + 4 <= height && !signs.is_empty() {
            lines.push(Line::default());
            lines.extend(signs);
        }
        lines
    }

    fn bar_lines(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let longest = self.bars.iter().map(|b| width_of(&b.label)).max();
        let label = longest.unwrap_or(0).min(width / 2);
        let bars = self.bars.iter();
        bars.map(|b| b.line(label, width, theme)).collect()
    }
}

/// A paper that is open, or one that was marked and waits to be looked at.
fn mock(known: &Known, day: Day) -> String {
    let walk = || known.progress.paper(to_walk(&known.progress, day)?);
    let open = known.progress.open_paper();
    let Some(paper) = open.or_else(walk) else {
        return String::new();
    };
    let p = listed(paper, &known.catalogue);
    match p.right {
        Some(right) => format!("{right} of {} right · Enter walks through them", p.of),
        None => format!("open, {} of {} answered · m goes on", p.answered, p.of),
    }
}

/// In the last days before the exam, once there is something to put on it.
fn sheet_is_offered(known: &Known, day: Day) -> bool {
    let date = known.goal().and_then(|g| g.date);
    let near = date.is_some_and(|date| (0..=SHEET_DAYS).contains(&(date - day)));
    near && known.progress.cards.values().any(|c| c.misses.times > 0)
}

fn title(known: &Known) -> String {
    match known.exam() {
        Some(exam) => exam.title.one_line(),
        None => match known.catalogue.decks.as_slice() {
            [] => "No decks yet: cramless decks add FILE".into(),
            [one] => one.title.one_line(),
            many => count(many.len(), "deck"),
        },
    }
}

fn when(known: &Known, day: Day) -> String {
    match (known.goal(), known.exam()) {
        (None, _) => "No exam date yet: g sets a goal.".into(),
        (Some(goal), exam) => match (goal.date, exam) {
            (Some(date), _) => match date - day {
                ..0 => offer_by_key(&known.progress, day, "g").unwrap_or_default(),
                0 => "The exam is today. Good luck!".into(),
                1 => format!("1 day left · {}", long_date(date)),
                n => format!("{n} days left · {}", long_date(date)),
            },
            (None, Some(_)) => "No exam booked: g sets a date.".into(),
            (None, None) => "Knowledge only: no exam in sight.".into(),
        },
    }
}

/// The full paper that is to be sat today, or within two days.
fn paper(known: &Known, day: Day) -> Option<String> {
    let papers = planned(&known.progress, known.exam(), day);
    let next = papers.iter().find(|p| p.sat.is_none())?;
    let when = match next.day - day {
        0 => "today, outside the minutes of study: m".to_owned(),
        1 => "tomorrow".into(),
        2 => next.day.date().strftime("on %A").to_string(),
        _ => return None,
    };
    Some(format!("a full paper is planned {when}"))
}

/// Whether study would show a card. Siblings rest, so counting isn't knowing;
/// with a goal there is always something worth a review.
fn anything_left(known: &Known, day: Day) -> bool {
    let first = || {
        queue::pick(
            &known.catalogue,
            &known.progress,
            &known.scope,
            day,
            None,
            false,
        )
    };
    known.goal().is_some() || matches!(first(), Pick::Card(..))
}

fn plan(today: &Today, first_start: bool, anything: bool) -> String {
    if today.cards == 0 {
        return "nothing to study".into();
    }
    let left = if anything {
        today.cards_left().max(1)
    } else {
        0
    };
    let done_minutes = (today.done.ms + 30_000) / 60_000;
    if today.off && today.done.reviews == 0 {
        return "a day off · Enter studies all the same".into();
    }
    if today.last_evening && today.done.reviews == 0 {
        return format!(
            "the last evening: {} of what you know, nothing new",
            count(today.minutes, "minute")
        );
    }
    if first_start {
        return format!(
            "{}, from {}",
            count(today.minutes, "minute"),
            count(today.cards, "card")
        );
    }
    let away = match today.away {
        Some(days) if days >= 3 && today.done.reviews == 0 => {
            format!("{days} days away; planned anew: ")
        }
        _ => String::new(),
    };
    if left == 0 && today.done.reviews > 0 {
        let minutes = (today.done.spent_ms() + 30_000) / 60_000;
        return format!(
            "done · {}, {}",
            count(minutes, "minute"),
            count(today.done.reviews, "answer")
        );
    }
    if left == 0 {
        return format!("{away}nothing is due");
    }
    if today.done.reviews > 0 {
        return format!(
            "{done_minutes} of {} minutes done · about {} to go",
            today.minutes,
            count(left, "card")
        );
    }
    format!(
        "{away}{} · about {}",
        count(today.minutes, "minute"),
        count(left, "card")
    )
}

fn bars(known: &Known, day: Day) -> Vec<Bar> {
    let (_, by_domain) = standing(&known.catalogue, &known.progress, &known.scope, day);
    let exam = known.exam();
    let one = by_domain.len() == 1;
    let mut bars: Vec<Bar> = by_domain
        .iter()
        .map(|(number, s)| {
            let domain = exam.and_then(|e| e.domain(*number));
            Bar {
                label: match domain {
                    Some(d) => d.title.one_line(),
                    None if one => "All cards".into(),
                    None if *number == 0 => "Other cards".into(),
                    None => format!("Domain {number}"),
                },
                known: s.known,
                learning: s.cards - s.new - s.known,
                all: s.cards,
            }
        })
        .collect();
    // Cards outside a blueprint come first in the map, and last for the eye.
    if by_domain.contains_key(&0) {
        bars.rotate_left(1);
    }
    bars
}

fn legend(theme: &Theme) -> Line<'static> {
    Line::from(vec![
        Span::styled("━", theme.accent),
        Span::styled(" known   ", theme.dim),
        Span::styled("╌", theme.accent),
        Span::styled(" being learnt   ", theme.dim),
        Span::styled("─ new", theme.dim),
    ])
}
