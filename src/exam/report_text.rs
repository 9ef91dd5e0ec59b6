//! A report in words, for a terminal of any width, a pipe or a screen reader.

use super::chart::line_chart;
use super::overview::runs;
use super::report::{DomainLine, Report, Split, Verdict};
use super::score::{Estimate, PASS_LINE, PASS_LINE_SD, in_words};
use crate::domain::text::count;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Papers on the chart at most.
const CHARTED: usize = 12;
/// More than so many rushed questions are named without their times.
const RUSHED_NAMED: usize = 12;
/// Task statements and domains leave a bar away below this width.
const ROOM_FOR_BARS: usize = 64;

/// What a line is, for whoever gives it a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The paper's name.
    Title,
    /// The head of a part.
    Heading,
    /// Plain.
    Plain,
    /// Something good.
    Good,
    /// Something to work on.
    Weak,
    /// A caveat.
    Remark,
}

/// One line of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it is.
    pub kind: Kind,
    /// Its words.
    pub text: String,
}

/// The report in lines no wider than `width` columns (40 at least).
pub fn lines(report: &Report, width: usize) -> Vec<Said> {
    let mut page = Page {
        width: width.max(40),
        out: Vec::new(),
    };
    page.head(report);
    page.estimate(report);
    page.domains(report);
    page.tasks(report);
    page.splits(report);
    page.time(report);
    page.changes(report);
    page.earlier(report);
    page.out
}

/// The report as plain text.
pub fn text(report: &Report, width: usize) -> String {
    let mut out = String::new();
    for line in lines(report, width) {
        out.push_str(&line.text);
        out.push('\n');
    }
    out
}

struct Page {
    width: usize,
    out: Vec<Said>,
}

impl Page {
    fn row(&mut self, kind: Kind, text: impl Into<String>) {
        let text = text.into();
        self.out.push(Said { kind, text });
    }

    fn heading(&mut self, text: &str) {
        self.row(Kind::Plain, "");
        self.row(Kind::Heading, text);
    }

    /// Words that wrap, later lines as far in as the first.
    fn say(&mut self, kind: Kind, text: &str) {
        let indent = text.len() - text.trim_start().len();
        for line in wrap(text.trim_start(), self.width - indent) {
            self.row(kind, format!("{}{line}", " ".repeat(indent)));
        }
    }

    fn head(&mut self, r: &Report) {
        self.say(Kind::Title, &format!("{} · {}", name(r), r.began));
        let used = minutes(r.elapsed_ms);
        let end = if r.time_up {
            ", ended by the clock"
        } else {
            ""
        };
        let line = format!(
            "{} of {} right ({}) in {used} of {} minutes{end}",
            r.right,
            r.of,
            percent(r.right, r.of),
            r.minutes
        );
        self.say(Kind::Plain, &line);
        if r.unanswered > 0 {
            let line = format!("{} not answered, which counts as wrong", r.unanswered);
            self.say(Kind::Weak, &line);
        }
        if r.too_few > 0 {
            let line = format!("{} with too few chosen, which counts as wrong", r.too_few);
            self.say(Kind::Weak, &line);
        }
        if let Some(s) = r.undisputed {
            let line = format!(
                "Without the {} you dispute: {} of {} right ({})",
                count(r.of - s.of, "question"),
                s.right,
                s.of,
                percent(s.right, s.of)
            );
            self.say(Kind::Plain, &line);
        }
        if r.away_uncounted_ms > 0 {
            let line = format!(
                "Away for {}, which the clock did not count; the real exam's would have.",
                long(r.away_uncounted_ms)
            );
            self.say(Kind::Remark, &line);
        }
        if r.away_counted_ms > 0 {
            let line = format!(
                "Away for {}, counted as the real exam would.",
                long(r.away_counted_ms)
            );
            self.say(Kind::Remark, &line);
        }
        if r.derived > 0 {
            let line = format!(
                "The written questions ran short: {} derived from facts.",
                match r.derived {
                    1 => "1 was".into(),
                    n => format!("{n} were"),
                }
            );
            self.say(Kind::Remark, &line);
        }
    }

    fn estimate(&mut self, r: &Report) {
        self.heading("What it says about the real exam");
        let (Some(e), Some(scale)) = (&r.estimate, r.scale) else {
            self.say(
                Kind::Remark,
                "Nothing by itself: this paper doesn't follow the whole blueprint.",
            );
            return;
        };
        self.one_estimate("", e, scale);
        if let Some(e) = &r.undisputed_estimate {
            self.one_estimate("Without the disputed: ", e, scale);
        }
        let line = format!(
            "All of it is an estimate: the real pass line is not published in raw terms, and \
             {:.0} % ± {:.0} right is taken for it.",
            PASS_LINE * 100.0,
            PASS_LINE_SD * 100.0
        );
        self.say(Kind::Remark, &line);
        if r.seen_before.of > 0 {
            let line = format!(
                "{} had been seen before, which flatters.",
                count(r.seen_before.of, "question")
            );
            self.say(Kind::Remark, &line);
        }
    }

    fn one_estimate(&mut self, lead: &str, e: &Estimate, (low, high, pass): (u32, u32, u32)) {
        let kind = match e.pass {
            p if p >= 0.7 => Kind::Good,
            p if p > 0.3 => Kind::Plain,
            _ => Kind::Weak,
        };
        let line = format!(
            "{lead}estimated {}–{} on the scale from {low} to {high}, where {pass} passes: {}.",
            e.scaled_low,
            e.scaled_high,
            in_words(e.pass)
        );
        self.say(kind, &capital(&line));
        let line = format!(
            "{:.0} % right here stands for {:.0}–{:.0} % on papers like it (80 % interval).",
            e.share * 100.0,
            e.share_low * 100.0,
            e.share_high * 100.0
        );
        self.say(Kind::Plain, &line);
    }

    fn domains(&mut self, r: &Report) {
        if r.domains.is_empty() || r.exam.is_none() {
            return;
        }
        self.heading("By domain");
        for d in &r.domains {
            let (kind, word) = match d.verdict {
                Verdict::Strength => (Kind::Good, "strength"),
                Verdict::NeedsImprovement => (Kind::Weak, "needs improvement"),
                Verdict::TooFew => (Kind::Plain, "too few to say"),
            };
            let figures = format!(
                "{:>2} of {:>2} {:>5}  {word:<17}",
                d.right,
                d.of,
                percent(d.right, d.of)
            );
            let name = format!("{} {}", d.domain, d.title);
            let bar = if self.width >= ROOM_FOR_BARS {
                format!(" {}", interval_bar(d))
            } else {
                String::new()
            };
            let line = self.columns(&name, &format!("{bar} {figures}"));
            self.row(kind, line);
        }
        if self.width >= ROOM_FOR_BARS {
            let line = format!(
                "● here · ━ 80 % interval · ┆ the pass line, about {:.0} %",
                PASS_LINE * 100.0
            );
            self.say(Kind::Remark, &line);
        }
    }

    fn tasks(&mut self, r: &Report) {
        if r.tasks.is_empty() || r.exam.is_none() {
            return;
        }
        self.heading("By task statement");
        for t in &r.tasks {
            let name = format!("{} {}", t.task, t.title);
            let line = self.columns(&name, &format!(" {:>2} of {:>2}", t.right, t.of));
            self.row(Kind::Plain, line);
        }
    }

    /// A name, cut to what the figures leave, and the figures at the right.
    fn columns(&self, name: &str, figures: &str) -> String {
        let room = self.width.saturating_sub(figures.width());
        let name = cut(name, room);
        let gap = room.saturating_sub(name.width());
        format!("{name}{}{figures}", " ".repeat(gap))
            .trim_end()
            .to_owned()
    }

    fn splits(&mut self, r: &Report) {
        self.heading("At first sight, and by certainty");
        for (what, s) in [
            ("never seen before", r.first_sight),
            ("seen before", r.seen_before),
            ("flagged", r.flagged),
            ("guessed", r.guessed),
            ("certain", r.sure),
        ] {
            if s.of > 0 {
                self.row(Kind::Plain, format!("{what:<18}{}", split(s)));
            }
        }
    }

    fn time(&mut self, r: &Report) {
        let Some(mean) = r.mean_seconds else { return };
        self.heading("Time");
        let line = format!(
            "{} a question on average; the paper allows {}",
            clock(mean),
            clock(r.pace_seconds)
        );
        self.say(Kind::Plain, &line);
        if !r.slowest.is_empty() {
            let line = format!("slowest: {}", self.timed(r, &r.slowest));
            self.say(Kind::Plain, &line);
        }
        if !r.rushed.is_empty() {
            let line = match r.rushed.len() {
                n if n > RUSHED_NAMED => format!("{n} rushed and wrong: {}", runs(&r.rushed)),
                _ => format!("rushed and wrong: {}", self.timed(r, &r.rushed)),
            };
            self.say(Kind::Weak, &line);
        }
    }

    fn timed(&self, r: &Report, numbers: &[usize]) -> String {
        let mut words = Vec::new();
        for n in numbers {
            if let Some(line) = r.questions.get(n - 1) {
                let wrong = if line.right { "" } else { " ✗" };
                words.push(format!("{n} ({}{wrong})", clock(line.seconds)));
            }
        }
        words.join(", ")
    }

    fn changes(&mut self, r: &Report) {
        let c = &r.changed;
        let lists = [
            ("from wrong to right", &c.wrong_to_right),
            ("from right to wrong", &c.right_to_wrong),
            ("from wrong to wrong", &c.wrong_to_wrong),
            ("wrong and taken away", &c.wrong_to_nothing),
            ("away from right and back", &c.right_again),
        ];
        if lists.iter().all(|(_, list)| list.is_empty()) {
            return;
        }
        self.heading("Changed answers");
        for (what, list) in lists {
            if !list.is_empty() {
                let line = format!("{} {what}: {}", list.len(), runs(list));
                self.say(Kind::Plain, &line);
            }
        }
    }

    fn earlier(&mut self, r: &Report) {
        let like: Vec<_> = r.earlier.iter().filter(|e| e.comparable).collect();
        if like.is_empty() || !r.is_comparable() {
            return;
        }
        self.heading("Compared with earlier papers");
        let fit = ((self.width.saturating_sub(10)) / 5).clamp(2, CHARTED);
        let mut shares: Vec<f64> = like.iter().map(|e| e.share()).collect();
        shares.push(r.right as f64 / r.of.max(1) as f64);
        let shares = &shares[shares.len().saturating_sub(fit)..];
        for row in line_chart(shares, PASS_LINE, 5, 5) {
            self.row(Kind::Plain, row);
        }
        let percents: String = shares
            .iter()
            .map(|s| format!("{:<5.0}", s * 100.0))
            .collect();
        self.row(Kind::Plain, format!("       {}", percents.trim_end()));
        let line = format!(
            "share right, oldest first, this paper last; ┄ the pass line, about {:.0} %",
            PASS_LINE * 100.0
        );
        self.say(Kind::Remark, &line);
    }
}

/// What a paper is called.
pub fn name(r: &Report) -> String {
    let mut parts = vec![match (r.practice, &r.exam) {
        (true, _) => "Practice paper".to_owned(),
        (false, Some(exam)) => format!("Mock exam {exam}"),
        (false, None) => "Mock exam".to_owned(),
    }];
    if let Some(n) = r.held_back {
        parts.push(format!("first-sight paper {n}"));
    }
    let n = &r.narrowed;
    if !n.domains.is_empty() {
        let domains: Vec<usize> = n.domains.iter().map(|d| usize::from(*d)).collect();
        parts.push(format!("domain {}", runs(&domains)));
    }
    if let Some(deck) = &n.deck {
        parts.push(deck.to_string());
    }
    if n.missed {
        parts.push("past misses".into());
    }
    if n.again.is_some() {
        parts.push("sat once more".into());
    }
    parts.join(", ")
}

/// The interval of a domain's share, a tick where the pass line is.
fn interval_bar(d: &DomainLine) -> String {
    const CELLS: usize = 14;
    let at = |share: f64| ((share * CELLS as f64) as usize).min(CELLS - 1);
    let share = d.right as f64 / d.of.max(1) as f64;
    let cell = |i: usize| {
        if i == at(share) {
            '●'
        } else if i == at(PASS_LINE) {
            '┆'
        } else if (at(d.low)..=at(d.high)).contains(&i) {
            '━'
        } else {
            '·'
        }
    };
    (0..CELLS).map(cell).collect()
}

fn split(s: Split) -> String {
    format!(
        "{:>2} of {:>2} right ({})",
        s.right,
        s.of,
        percent(s.right, s.of)
    )
}

fn percent(right: usize, of: usize) -> String {
    format!("{:.0} %", right as f64 / of.max(1) as f64 * 100.0)
}

/// `2:46`.
pub fn clock(seconds: f32) -> String {
    let s = seconds.max(0.0).round() as u64;
    format!("{}:{:02}", s / 60, s % 60)
}

fn minutes(ms: u64) -> u64 {
    // A minute that has begun is used.
    ms.div_ceil(60_000)
}

/// A stretch of time in words.
pub fn long(ms: u64) -> String {
    match ms / 1000 {
        s @ 0..=89 => count(s, "second"),
        s @ 90..=5_399 => count((s + 30) / 60, "minute"),
        s if s < 48 * 3600 => format!("{} h {} min", s / 3600, s % 3600 / 60),
        s => count(s / 86_400, "day"),
    }
}

fn capital(s: &str) -> String {
    let mut chars = s.chars();
    match chars.next() {
        Some(c) => c.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

fn cut(s: &str, width: usize) -> String {
    if s.width() <= width {
        return s.to_owned();
    }
    let mut out = String::new();
    for g in s.graphemes(true) {
        if out.width() + g.width() + 1 > width {
            break;
        }
        out.push_str(g);
    }
    out.push('…');
    out
}

fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last().map_or(0, |l| l.width());
        let fits = line == 0 || line + 1 + word.width() <= width;
        match lines.last_mut().filter(|_| fits) {
            Some(last) => {
                if line > 0 {
                    last.push(' ');
                }
                last.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}
