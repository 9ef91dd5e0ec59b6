//! How a report is reckoned from the facts of a paper.

use super::{Changed, DomainLine, Facts, Line, Report, Split, TaskLine, Verdict};
use crate::domain::{Blueprint, OptionId, Sureness, TaskId};
use crate::exam::score::{PASS_LINE, Z80, estimate, wilson};
use std::collections::BTreeMap;

/// Fewer questions than this say nothing about a domain.
const FEWEST: usize = 4;
/// Wrong after less than this share of one's own median time is rushed.
const RUSHED: f32 = 0.5;
/// And so is wrong after less than this share of the time that the paper
/// allows, and these seconds at most: the stem can hardly have been read. Who
/// rushes through all of it has no median to be compared with.
const RUSHED_PACE: (f32, f32) = (0.2, 30.0);
/// How many of the slowest questions are named.
const SLOWEST: usize = 5;

impl Report {
    /// Reports.
    pub fn of(facts: Facts<'_>) -> Self {
        let Facts {
            started, result, ..
        } = &facts;
        let questions = lines(&facts);
        let all = Split::of(questions.iter());
        let kept = Split::of(questions.iter().filter(|l| !l.disputed));
        let whole = facts.blueprint.filter(|_| started.narrowed.is_whole());
        let estimated = |s: Split| {
            let b = whole?;
            let scored = b.questions.saturating_sub(b.unscored);
            estimate(s.right, s.of, b.scaled, b.pass, scored)
        };
        let away = |counted: bool| {
            let times = facts.away.iter().filter(|(_, c)| *c == counted);
            times.map(|(ms, _)| ms).sum()
        };
        let disputed = kept.of < all.of;
        let pace_seconds = started.minutes as f32 * 60.0 / all.of.max(1) as f32;
        Self {
            mock: started.mock,
            began: facts.at.local_minute(),
            exam: started.exam.clone(),
            practice: started.practice,
            held_back: started.held_back,
            narrowed: started.narrowed.clone(),
            seed: started.seed,
            minutes: started.minutes,
            elapsed_ms: result.elapsed_ms,
            time_up: result.time_up,
            away_uncounted_ms: away(false),
            away_counted_ms: away(true),
            right: all.right,
            of: all.of,
            unanswered: questions.iter().filter(|l| !l.answered).count(),
            too_few: questions.iter().filter(|l| l.too_few).count(),
            estimate: estimated(all),
            scale: whole.map(|b| (b.scaled.0, b.scaled.1, b.pass)),
            undisputed: disputed.then_some(kept),
            undisputed_estimate: disputed.then(|| estimated(kept)).flatten(),
            domains: by_domain(&questions, facts.blueprint),
            tasks: by_task(&questions, facts.blueprint),
            first_sight: Split::of(questions.iter().filter(|l| l.first_sight)),
            seen_before: Split::of(questions.iter().filter(|l| !l.first_sight)),
            derived: questions.iter().filter(|l| l.derived).count(),
            mean_seconds: mean(questions.iter().map(|l| l.seconds).filter(|s| *s > 0.0)),
            pace_seconds,
            slowest: slowest(&questions),
            rushed: rushed(&questions, pace_seconds),
            changed: changed(&questions, facts.trails),
            flagged: Split::of(questions.iter().filter(|l| l.flag)),
            guessed: Split::of(questions.iter().filter(|l| l.sure == Sureness::Guessed)),
            sure: Split::of(questions.iter().filter(|l| l.sure == Sureness::Sure)),
            earlier: facts.earlier,
            questions,
        }
    }
}

fn lines(facts: &Facts<'_>) -> Vec<Line> {
    let mut out = Vec::with_capacity(facts.started.questions.len());
    for (i, question) in facts.started.questions.iter().enumerate() {
        let answer = facts.answers.get(i).and_then(Option::as_ref);
        let today = facts.today.get(i).cloned().unwrap_or_default();
        let chosen = answer.map(|a| a.chosen.clone()).unwrap_or_default();
        out.push(Line {
            question: i + 1,
            card: question.card.clone(),
            task: question.task,
            right: facts.result.right.get(i).copied().unwrap_or(false),
            answered: !chosen.is_empty(),
            too_few: !chosen.is_empty()
                && (today.key.as_ref()).is_some_and(|k| chosen.len() < k.len()),
            shown: question.shown.clone(),
            chosen,
            struck: answer.map(|a| a.struck.clone()).unwrap_or_default(),
            key: today.key.unwrap_or_default(),
            seconds: answer.map_or(0.0, |a| a.seconds),
            flag: answer.is_some_and(|a| a.flag),
            sure: answer.map(|a| a.sure).unwrap_or_default(),
            first_sight: question.first_sight,
            derived: question.derived,
            disputed: today.disputed,
        });
    }
    out
}

fn by_domain(lines: &[Line], blueprint: Option<&Blueprint>) -> Vec<DomainLine> {
    let mut splits: BTreeMap<u8, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        let domain = line.task.map_or(0, |t| t.domain);
        splits.entry(domain).or_default().push(line);
    }
    let line = |(domain, lines): (u8, Vec<&Line>)| {
        let s = Split::of(lines.into_iter());
        let (low, high) = wilson(s.right, s.of, Z80);
        let title = blueprint.and_then(|b| b.domain(domain));
        DomainLine {
            domain,
            title: title.map_or_else(|| "outside the blueprint".into(), |d| d.title.to_string()),
            right: s.right,
            of: s.of,
            low,
            high,
            verdict: verdict(s),
        }
    };
    splits.into_iter().map(line).collect()
}

fn verdict(s: Split) -> Verdict {
    match s.share() {
        _ if s.of < FEWEST => Verdict::TooFew,
        Some(share) if share >= PASS_LINE => Verdict::Strength,
        _ => Verdict::NeedsImprovement,
    }
}

fn by_task(lines: &[Line], blueprint: Option<&Blueprint>) -> Vec<TaskLine> {
    let mut splits: BTreeMap<TaskId, Split> = BTreeMap::new();
    for line in lines {
        if let Some(task) = line.task {
            let s = splits.entry(task).or_default();
            s.of += 1;
            s.right += usize::from(line.right);
        }
    }
    let title = |task: TaskId| {
        let domain = blueprint?.domain(task.domain)?;
        let found = domain.tasks.iter().find(|t| t.id == task)?;
        Some(found.title.to_string())
    };
    let line = |(task, s): (TaskId, Split)| TaskLine {
        task,
        title: title(task).unwrap_or_default(),
        right: s.right,
        of: s.of,
    };
    splits.into_iter().map(line).collect()
}

fn mean(seconds: impl Iterator<Item = f32>) -> Option<f32> {
    let (n, sum) = seconds.fold((0u32, 0.0f32), |(n, sum), s| (n + 1, sum + s));
    (n > 0).then(|| sum / n as f32)
}

fn slowest(lines: &[Line]) -> Vec<usize> {
    let mut looked_at: Vec<&Line> = lines.iter().filter(|l| l.seconds > 0.0).collect();
    looked_at.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    let slowest = looked_at.into_iter().take(SLOWEST.min(lines.len() / 2));
    slowest.map(|l| l.question).collect()
}

fn rushed(lines: &[Line], pace_seconds: f32) -> Vec<usize> {
    let mut seconds: Vec<f32> = lines
        .iter()
        .filter(|l| l.answered && l.seconds > 0.0)
        .map(|l| l.seconds)
        .collect();
    seconds.sort_by(f32::total_cmp);
    let Some(median) = seconds.get(seconds.len() / 2) else {
        return Vec::new();
    };
    let (share, most) = RUSHED_PACE;
    let limit = (median * RUSHED).max((pace_seconds * share).min(most));
    lines
        .iter()
        .filter(|l| l.answered && !l.right && l.seconds > 0.0 && l.seconds < limit)
        .map(|l| l.question)
        .collect()
}

fn changed(lines: &[Line], trails: &[Vec<Vec<OptionId>>]) -> Changed {
    let mut out = Changed::default();
    for (line, trail) in lines.iter().zip(trails) {
        if line.key.is_empty() {
            continue;
        }
        let is_key = |chosen: &Vec<OptionId>| {
            chosen.len() == line.key.len() && chosen.iter().all(|o| line.key.contains(o))
        };
        let mut answers: Vec<(Vec<&OptionId>, bool)> = Vec::new();
        for chosen in trail.iter().filter(|c| c.len() == line.key.len()) {
            let mut set: Vec<&OptionId> = chosen.iter().collect();
            set.sort();
            // Let go and chosen again is no change.
            if answers.last().is_none_or(|(last, _)| *last != set) {
                answers.push((set, is_key(chosen)));
            }
        }
        let was_right = match answers.as_slice() {
            [(_, first), _, ..] => *first,
            // One answer, taken back.
            [(_, only)] if !line.answered || line.too_few => *only,
            _ => continue,
        };
        let list = match (was_right, line.right) {
            (false, true) => &mut out.wrong_to_right,
            (true, false) => &mut out.right_to_wrong,
            (false, false) if !line.answered || line.too_few => &mut out.wrong_to_nothing,
            (false, false) => &mut out.wrong_to_wrong,
            (true, true) => &mut out.right_again,
        };
        list.push(line.question);
    }
    out
}
