//! The end of a sitting: what was done, what comes tomorrow, one key to go on.

use super::{labelled, prose};
use crate::domain::Day;
use crate::domain::text::count;
use crate::session::today::load;
use crate::tui::keymap::{Command, Place};
use crate::tui::known::Known;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{footer, scroll};
use ratatui::text::{Line, Span};

/// What a day came to.
#[derive(Debug, Default)]
pub struct Summary {
    reason: String,
    done: String,
    met: String,
    tomorrow: String,
    used: f64,
    /// Cards failed today that could be looked at again.
    pub failed: usize,
    /// Whether there is anything to go on with.
    pub more: bool,
    can_undo: bool,
}

impl Summary {
    /// Reckons a study day; `reason` says why the sitting ended.
    pub fn of(known: &Known, day: Day, reason: &str, failed: usize, more: bool) -> Self {
        let tally = known.progress.tally(day);
        let minutes = crate::session::today::minutes(&known.progress);
        let met = match (tally.new, tally.recalls) {
            (0, 0) => String::new(),
            (new, 0) => format!("{} met", count(new, "new card")),
            (0, recalls) => format!("{} of {recalls} recalled", tally.recalled),
            (new, recalls) => format!(
                "{} met, {} of {recalls} recalled",
                count(new, "new card"),
                tally.recalled
            ),
        };
        let mut reason = reason.to_owned();
        if let Some(first) = reason.get(..1).map(str::to_uppercase) {
            reason.replace_range(..1, &first);
        }
        Self {
            reason: format!("{reason}."),
            done: done(known, day),
            met,
            tomorrow: tomorrow(known, day),
            used: tally.ms as f64 / (f64::from(minutes.max(1)) * 60_000.0),
            failed,
            more,
            can_undo: known.progress.last_undoable(day).is_some(),
        }
    }

    /// The scene.
    pub fn paint(&self, scene: &mut Scene, page: &Page, remark: Option<&str>, theme: &Theme) {
        page.put_head(
            scene,
            Line::from(Span::styled("Today", theme.accent)),
            Line::default(),
        );
        page.put_rule(scene, self.used, theme);
        let width = usize::from(page.body.width);
        let mut lines = Vec::new();
        if page.body.height >= 11 {
            lines.push(Line::default());
        }
        lines.extend(prose(&self.reason, theme.strong, width));
        lines.push(Line::default());
        lines.extend(labelled("Done", &self.done, width, theme));
        if !self.met.is_empty() {
            lines.extend(labelled("Cards", &self.met, width, theme));
        }
        if self.failed > 0 {
            let n = u32::try_from(self.failed).unwrap_or(u32::MAX);
            let text = format!("{}: a shows them once more", count(n, "card"));
            lines.extend(labelled("Missed", &text, width, theme));
        }
        lines.push(Line::default());
        lines.extend(labelled("Tomorrow", &self.tomorrow, width, theme));
        let hint = scroll::put(scene, page.body, lines, 0, theme);
        page.put_remark(scene, remark.unwrap_or_default(), hint, theme);
        footer::put(scene, page.foot, Place::Summary, theme, |row| {
            let offered = match row.command {
                Command::SecondLook => self.failed > 0,
                Command::KeepGoing => self.more,
                Command::Undo => self.can_undo,
                _ => true,
            };
            if offered {
                footer::as_labelled(row)
            } else {
                None
            }
        });
    }
}

/// `18 minutes, 42 answers, 36 right`.
fn done(known: &Known, day: Day) -> String {
    let tally = known.progress.tally(day);
    if tally.reviews == 0 {
        return "nothing yet".into();
    }
    let minutes = u32::try_from((tally.spent_ms() + 30_000) / 60_000).unwrap_or(u32::MAX);
    format!(
        "{}, {}, {} right",
        if minutes == 0 {
            "under a minute".into()
        } else {
            count(minutes, "minute")
        },
        count(tally.reviews, "answer"),
        tally.right
    )
}

/// What comes due tomorrow.
fn tomorrow(known: &Known, day: Day) -> String {
    let due: u32 = load(&known.catalogue, &known.progress, &known.scope, day, 2)
        .iter()
        .sum();
    match due {
        0 => "nothing due yet".into(),
        n => format!("about {}", count(n, "review")),
    }
}

/// The one line that stays on the terminal after quitting.
pub(in crate::tui) fn farewell(known: &Known, day: Day) -> String {
    let tally = known.progress.tally(day);
    if tally.reviews == 0 {
        return "Nothing answered today.".into();
    }
    let new = match tally.new {
        0 => String::new(),
        n => format!(", {}", count(n, "new card")),
    };
    format!(
        "Today {}{new}. Tomorrow {}.",
        done(known, day).replacen(", ", ": ", 1),
        tomorrow(known, day)
    )
}
