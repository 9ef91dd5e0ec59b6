//! What the exam asks, domain by domain and task by task: how much of it
//! would be right, and what an hour on it adds.

use super::super::prose;
use super::{Figures, excuse, legend};
use crate::session::ready::words::{percent, points, range};
use crate::session::ready::{Ready, Topic};
use crate::tui::theme::Theme;
use crate::tui::widgets::charts::share_bar;
use crate::tui::widgets::page::spread;
use crate::tui::work::Work;
use crate::tui::wrap::{elide, width_of};
use ratatui::text::{Line, Span};

/// Cells of a task's bar, where there is room.
const BAR: usize = 12;

pub(super) fn lines(f: &Figures<'_>) -> Vec<Line<'static>> {
    let theme = f.theme;
    let Some(r) = f.reckoned.ready else {
        return excuse(f, Work::Ready);
    };
    let mut lines = prose(r.topics_in_words(), theme.text, f.width);
    if let Some(caveat) = r.caveat() {
        lines.extend(prose(sentence(&caveat), theme.dim, f.width));
    }
    for domain in &r.domains {
        let own: Vec<&Topic> = (r.tasks.iter())
            .filter(|t| t.task.map_or(0, |t| t.domain) == domain.number)
            .collect();
        lines.push(Line::default());
        let estimate = if r.says_something() {
            range(&r.of_domain(domain))
        } else {
            String::new()
        };
        lines.push(spread(
            Line::from(Span::styled(domain.title.clone(), theme.strong)),
            Line::from(Span::styled(format!("{estimate}       "), theme.text)),
            f.width,
        ));
        if own.len() > 1 || own.iter().any(|t| t.task.is_some()) {
            lines.extend(own.iter().map(|t| row(t, r, f.width, theme)));
        }
    }
    lines.push(Line::default());
    let signs = [
        ("✓", "on target"),
        ("+1.0", "points that an hour on it adds to the whole"),
    ];
    lines.extend(legend(&signs, f.width, theme));
    lines
}

fn row(t: &Topic, r: &Ready, width: usize, theme: &Theme) -> Line<'static> {
    let sign = if t.on_target && r.says_something() {
        "✓"
    } else {
        " "
    };
    let id = t.task.map_or_else(String::new, |t| t.to_string());
    let tail = match r.says_something() {
        true => format!(" ≈ {:>2} %  {:>5}", percent(t.share), hour(t.hour.points)),
        false => format!("  {} of {} seen", t.seen, t.cards),
    };
    let bar = if width >= 60 { BAR } else { 0 };
    let lead = 2 + 4;
    let room = width.saturating_sub(lead + width_of(&tail) + if bar > 0 { bar + 1 } else { 0 });
    let title = elide(&t.title, room);
    let pad = " ".repeat(room - width_of(&title) + usize::from(bar > 0));
    let mut spans = vec![
        Span::styled(format!("{sign} "), theme.accent),
        Span::styled(format!("{id:<4}"), theme.dim),
        Span::styled(title, theme.text),
        Span::raw(pad),
    ];
    if bar > 0 {
        let share = if r.says_something() { t.share } else { 0.0 };
        let e = crate::scheduling::readiness::Estimate {
            expected: share,
            low: share,
            high: share,
        };
        spans.extend(share_bar(&e, bar, theme));
    }
    spans.push(Span::styled(tail, theme.dim));
    Line::from(spans)
}

fn hour(share: f64) -> String {
    match share {
        s if s < 0.0005 => "+0".into(),
        s => format!("+{}", points(s)),
    }
}

/// A sentence of its own.
fn sentence(words: &str) -> String {
    let mut out = words.to_owned();
    if let Some(first) = out.get(..1).map(str::to_uppercase) {
        out.replace_range(..1, &first);
    }
    out.push('.');
    out
}
