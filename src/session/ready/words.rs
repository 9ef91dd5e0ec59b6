//! Readiness in sentences: never a number without its range, never a range
//! without its reason.

use super::{About, Ready, Scaled, Vague};
use crate::domain::text::count;
use crate::scheduling::readiness::Estimate;
use crate::session::past::Past;

/// Whole percent.
pub fn percent(share: f64) -> i32 {
    (share * 100.0).round() as i32
}

/// `58–76 %`.
pub fn range(e: &Estimate) -> String {
    match (percent(e.low), percent(e.high)) {
        (low, high) if low == high => format!("{low} %"),
        (low, high) => format!("{low}–{high} %"),
    }
}

impl Scaled {
    /// `760–850`.
    pub fn range(&self) -> String {
        // Single points would be a pretence.
        let tens = |n: u32| (n + 5) / 10 * 10;
        match (tens(self.low), tens(self.high)) {
            (low, high) if low == high => low.to_string(),
            (low, high) => format!("{low}–{high}"),
        }
    }
}

impl Ready {
    /// What is expected, with its range: the one sentence.
    pub fn headline(&self) -> String {
        if !self.says_something() {
            return "too early to say".into();
        }
        let e = self.main();
        let (mean, range) = (percent(e.expected), range(&e));
        match self.about {
            About::ExamDay if self.day == self.today => {
                format!("≈ {mean} % right today ({range})")
            }
            About::ExamDay => {
                format!("≈ {mean} % right on exam day ({range}) if you stopped now")
            }
            About::ExamToday => format!("≈ {mean} % right if the exam were today ({range})"),
            About::HeldThen => {
                let date = self.day.short();
                format!("≈ {mean} % of these cards held on {date} ({range}) if you stopped now")
            }
            About::HeldNow => format!("≈ {mean} % of these cards held now ({range})"),
        }
    }

    /// On the exam's scale.
    pub fn on_scale(&self) -> Option<String> {
        let s = self.scaled.filter(|_| self.says_something())?;
        Some(format!(
            "≈ {} of {}, where {} passes",
            s.range(),
            s.top,
            s.pass
        ))
    }

    /// What raises it most.
    pub fn advice(&self) -> Option<String> {
        let best = self.best_hour().filter(|_| self.says_something())?;
        let (title, gain) = (short(&best.title), points(best.hour.points));
        Some(match best.hour.seconds {
            s if s > 3300.0 => format!("Most per hour: “{title}”, ≈ +{gain} points"),
            s => {
                let minutes = (s / 60.0).ceil().max(1.0);
                format!("Most now: {minutes} min on “{title}”, ≈ +{gain} points")
            }
        })
    }

    /// "11 of 15 task statements on target", with what that means.
    pub fn topics_in_words(&self) -> String {
        let tasks = self.tasks.iter().filter(|t| t.task.is_some());
        let (all, on) = tasks.fold((0, 0), |(all, on), t| {
            (all + 1, on + u32::from(t.on_target))
        });
        let target = percent(self.target);
        match (all, self.about.is_exam()) {
            (0, _) => {
                let cards: u32 = self.tasks.iter().map(|t| t.cards).sum();
                let cards = count(cards, "card");
                format!("{cards}; on target are those recalled with {target} %.")
            }
            (_, true) => format!(
                "{on} of {all} task statements on target: ≈ {target} % right on the day, about \
                 what a pass takes."
            ),
            (_, false) => format!("{on} of {all} topics on target: {target} % recalled."),
        }
    }

    /// Why it is vague.
    pub fn caveat(&self) -> Option<String> {
        Some(match self.vague? {
            Vague::Start { seen: 0, .. } => "no card was answered yet".into(),
            Vague::Start { seen, all } => format!("{seen} of {} seen so far", count(all, "card")),
            Vague::Fresh { answers: 0 } => "vague: no card has come back on a later day yet".into(),
            Vague::Fresh { answers: 1 } => {
                "vague: only one card has come back on a later day".into()
            }
            Vague::Fresh { answers } => {
                format!("vague: only {answers} cards have come back on a later day")
            }
            Vague::FewSights { asked: 0 } => "vague: no question seen at first sight yet".into(),
            Vague::FewSights { asked } => {
                format!("vague: too few questions seen at first sight ({asked})")
            }
            Vague::NoQuestions => "vague: these decks have no exam questions".into(),
        })
    }

    /// How it changed within a week.
    pub fn change(&self, past: &Past) -> Option<String> {
        let before = past.week.as_ref().filter(|_| self.says_something())?;
        let then = if self.about.is_exam() {
            before.exam
        } else {
            before.cards
        };
        let since = match self.today - before.dawn {
            7 => "this week".to_owned(),
            _ => format!("since {}", before.dawn.short()),
        };
        Some(
            match percent(self.main().expected) - percent(then.expected) {
                0 => format!("unchanged {since}"),
                n @ 1.. => format!("up {n} {since}"),
                n => format!("down {} {since}", -n),
            },
        )
    }
}

/// A task statement's first words: what comes before its details.
fn short(title: &str) -> &str {
    let end = title.find([':', ',', ';']).unwrap_or(title.len());
    &title[..end]
}

/// Points of a hundred with one decimal: `1.9`.
pub fn points(share: f64) -> String {
    format!("{:.1}", share * 100.0)
}
