//! A candidate whose every answer is known, and what the report makes of it.

use super::*;
use crate::domain::Text;
use crate::domain::event::PaperQuestion;
use crate::exam::report_text;

pub(super) fn opt(name: &str) -> OptionId {
    OptionId::new(name).expect("an id")
}

fn blueprint() -> Blueprint {
    let mut blueprint = Blueprint {
        questions: 20,
        unscored: 5,
        minutes: 40,
        multiple_response: 0.2,
        title: Text::new("A test"),
        code: Text::new("T-1"),
        ..Blueprint::of_weights(&[50.0, 50.0], 2)
    };
    for (domain, title) in blueprint.domains.iter_mut().zip(["Gathering", "Modelling"]) {
        domain.title = Text::new(title);
        for task in &mut domain.tasks {
            task.title = Text::new(format!("{title}, part {}", task.id.task));
        }
    }
    blueprint
}

/// A paper whose question `n` (from 1) has key `a`, of every fifth `a` and `b`.
struct Candidate {
    started: MockStarted,
    answers: Vec<Option<MockAnswered>>,
    trails: Vec<Vec<Vec<OptionId>>>,
    today: Vec<Today>,
    right: Vec<bool>,
}

impl Candidate {
    fn new(questions: usize) -> Self {
        let mock = EventId {
            device: 1,
            session: 2,
            seq: 3,
        };
        let question = |n: usize| PaperQuestion {
            card: CardRef::parse(format!("d#q{n}")).expect("an id"),
            shown: ["a", "b", "c", "d"].map(opt).into(),
            first_sight: !n.is_multiple_of(4),
            task: Some(TaskId {
                domain: if n <= questions / 2 { 1 } else { 2 },
                task: u8::try_from(n % 2 + 1).expect("small"),
            }),
            derived: false,
        };
        let key = |n: usize| match n % 5 {
            0 => vec![opt("a"), opt("b")],
            _ => vec![opt("a")],
        };
        Self {
            started: MockStarted {
                mock,
                exam: Some("T-1".into()),
                seed: 7,
                minutes: 40,
                practice: false,
                held_back: Some(1),
                narrowed: Narrowed::default(),
                questions: (1..=questions).map(question).collect(),
            },
            answers: vec![None; questions],
            trails: vec![Vec::new(); questions],
            today: (1..=questions)
                .map(|n| Today {
                    key: Some(key(n)),
                    disputed: false,
                })
                .collect(),
            right: vec![false; questions],
        }
    }

    /// Answers a question by a series of choices, the last of which stays.
    fn answer(&mut self, n: usize, seconds: f32, choices: &[&str]) -> &mut MockAnswered {
        let set = |c: &&str| -> Vec<OptionId> { c.chars().map(|o| opt(&o.to_string())).collect() };
        self.trails[n - 1] = choices.iter().map(set).collect();
        let chosen = choices.last().map(set).unwrap_or_default();
        let key = self.today[n - 1].key.clone().unwrap_or_default();
        self.right[n - 1] = chosen.len() == key.len() && key.iter().all(|k| chosen.contains(k));
        self.answers[n - 1].insert(MockAnswered {
            mock: self.started.mock,
            question: n as u16,
            chosen,
            struck: Vec::new(),
            flag: false,
            sure: Sureness::Unsaid,
            seconds,
            elapsed_ms: n as u64 * 90_000,
        })
    }

    fn report(self, earlier: Vec<Earlier>) -> Report {
        let blueprint = blueprint();
        let result = MockFinished {
            mock: self.started.mock,
            elapsed_ms: 35 * 60_000 + 1,
            time_up: false,
            right: self.right,
        };
        Report::of(Facts {
            started: &self.started,
            at: Moment::parse("2026-12-01T19:00:00+01:00").expect("a moment"),
            result: &result,
            answers: &self.answers,
            trails: &self.trails,
            away: vec![(600_000, false), (120_000, true)],
            blueprint: Some(&blueprint),
            today: self.today,
            earlier,
        })
    }
}

/// Twenty questions: domain 1 all right but one half-answered, domain 2 four
/// of ten right, one of them not answered.
fn candidate() -> Candidate {
    let mut c = Candidate::new(20);
    for n in 1..=20 {
        let right = if n % 5 == 0 { "ab" } else { "a" };
        let choice = match n {
            5 => "a",
            ..=10 => right,
            17..=19 => "c",
            15 => "bc",
            16 => continue,
            20 => "abc",
            _ => right,
        };
        c.answer(n, 60.0 + n as f32, &[choice]);
    }
    c.answer(17, 12.0, &["c"]).flag = true;
    c.answer(3, 240.0, &["b", "a"]).sure = Sureness::Guessed;
    c.answer(18, 80.0, &["a", "c"]).flag = true;
    c.answer(19, 80.0, &["b", "d"]).sure = Sureness::Sure;
    c.answer(10, 80.0, &["a", "ab", "a", "ac", "a", "ab"]);
    c
}

#[test]
fn raw_and_domain_figures_are_exact() {
    let r = candidate().report(Vec::new());
    assert_eq!((r.right, r.of, r.unanswered), (13, 20, 1));
    let domains: Vec<_> = r
        .domains
        .iter()
        .map(|d| (d.right, d.of, d.verdict))
        .collect();
    assert_eq!(
        domains,
        [
            (9, 10, Verdict::Strength),
            (4, 10, Verdict::NeedsImprovement)
        ]
    );
    let tasks: Vec<_> = r.tasks.iter().map(|t| (t.right, t.of)).collect();
    assert_eq!(tasks, [(5, 5), (4, 5), (2, 5), (2, 5)]);
    assert_eq!(r.first_sight.of + r.seen_before.of, 20);
    assert_eq!(r.seen_before, Split { right: 3, of: 5 });
    assert_eq!((r.away_uncounted_ms, r.away_counted_ms), (600_000, 120_000));
}

#[test]
fn changes_are_read_from_the_trail() {
    let c = candidate().report(Vec::new()).changed;
    assert_eq!(
        c,
        Changed {
            wrong_to_right: vec![3],
            right_to_wrong: vec![18],
            wrong_to_wrong: vec![19],
            wrong_to_nothing: vec![],
            right_again: vec![10],
        }
    );
    let mut taken_back = Candidate::new(2);
    taken_back.answer(1, 9.0, &["a", ""]);
    taken_back.answer(2, 9.0, &["a", "", "a"]);
    let c = taken_back.report(Vec::new()).changed;
    assert_eq!(c.right_to_wrong, [1], "let go is an answer lost");
    assert!(c.right_again.is_empty(), "let go and chosen again is none");
    let mut away = Candidate::new(10);
    away.answer(1, 9.0, &["c", ""]);
    away.answer(5, 9.0, &["ac", "a"]);
    let r = away.report(Vec::new());
    assert_eq!(r.changed.wrong_to_nothing, [1, 5]);
    assert!(r.changed.wrong_to_wrong.is_empty());
    assert_eq!((r.unanswered, r.too_few), (9, 1));
}

#[test]
fn the_slowest_and_the_rushed_are_named() {
    let r = candidate().report(Vec::new());
    assert_eq!(r.slowest[0], 3);
    assert_eq!(r.rushed, [17]);
    let mut calm = Candidate::new(4);
    for n in 1..=4 {
        calm.answer(n, 60.0, &["d"]);
    }
    assert!(calm.report(Vec::new()).rushed.is_empty());
    // Two minutes a question are allowed; all of it in twenty seconds each.
    let mut all = Candidate::new(20);
    for n in 1..=20 {
        all.answer(n, 20.0, &["d"]);
    }
    let r = all.report(Vec::new());
    assert_eq!(r.rushed.len(), 20);
    let text = report_text::text(&r, 80);
    assert!(text.contains("20 rushed and wrong: 1–20\n"), "{text}");
}

#[test]
fn a_disputed_question_leaves_a_second_score() {
    let mut c = candidate();
    c.today[16].disputed = true;
    let r = c.report(Vec::new());
    assert_eq!((r.right, r.of), (13, 20));
    assert_eq!(r.undisputed, Some(Split { right: 13, of: 19 }));
    let (with, without) = (
        r.estimate.expect("one"),
        r.undisputed_estimate.expect("one"),
    );
    assert!(without.pass > with.pass);
    assert_eq!(candidate().report(Vec::new()).undisputed, None);
}

#[test]
fn a_narrow_paper_gives_no_estimate() {
    let mut c = candidate();
    c.started.narrowed.domains = vec![2];
    let r = c.report(Vec::new());
    assert_eq!((r.estimate, r.scale), (None, None));
    assert!(report_text::text(&r, 80).contains("doesn't follow the whole blueprint"));
}

#[test]
fn a_question_that_is_gone_keeps_its_verdict() {
    let mut c = candidate();
    c.today = vec![Today::default(); 20];
    let r = c.report(Vec::new());
    assert_eq!(r.right, 13);
    assert_eq!(r.changed, Changed::default());
}

fn earlier(right: usize) -> Earlier {
    Earlier {
        mock: EventId {
            device: 1,
            session: 1,
            seq: right as u32,
        },
        began: "2026-11-01 10:00".into(),
        right,
        of: 20,
        comparable: true,
    }
}

#[test]
fn the_report_reads_well() {
    let mut c = candidate();
    c.today[16].disputed = true;
    let r = c.report(vec![earlier(8), earlier(11)]);
    insta::assert_snapshot!(report_text::text(&r, 80), @r"
Mock exam T-1, first-sight paper 1 · 2026-12-01 19:00
13 of 20 right (65 %) in 36 of 40 minutes
1 not answered, which counts as wrong
1 with too few chosen, which counts as wrong
Without the 1 question you dispute: 13 of 19 right (68 %)
Away for 10 minutes, which the clock did not count; the real exam's would have.
Away for 2 minutes, counted as the real exam would.

What it says about the real exam
Estimated 545–821 on the scale from 100 to 1000, where 750 passes: could go
either way.
65 % right here stands for 51–77 % on papers like it (80 % interval).
Without the disputed: estimated 572–845 on the scale from 100 to 1000, where 750
passes: could go either way.
68 % right here stands for 54–80 % on papers like it (80 % interval).
All of it is an estimate: the real pass line is not published in raw terms, and
71 % ± 3 right is taken for it.
5 questions had been seen before, which flatters.

By domain
1 Gathering                     ·········┆━━●━  9 of 10  90 %  strength
2 Modelling                     ···━━●━━━┆····  4 of 10  40 %  needs improvement
● here · ━ 80 % interval · ┆ the pass line, about 71 %

By task statement
1.1 Gathering, part 1                                                    5 of  5
1.2 Gathering, part 2                                                    4 of  5
2.1 Modelling, part 1                                                    2 of  5
2.2 Modelling, part 2                                                    2 of  5

At first sight, and by certainty
never seen before 10 of 15 right (67 %)
seen before        3 of  5 right (60 %)
flagged            0 of  2 right (0 %)
guessed            1 of  1 right (100 %)
certain            0 of  1 right (0 %)

Time
1:17 a question on average; the paper allows 2:00
slowest: 3 (4:00), 10 (1:20), 18 (1:20 ✗), 19 (1:20 ✗), 20 (1:20 ✗)
rushed and wrong: 17 (0:12 ✗)

Changed answers
1 from wrong to right: 3
1 from right to wrong: 18
1 from wrong to wrong: 19
1 away from right and back: 10

Compared with earlier papers
 80 % │
      │┄┄┄┄┄┄┄╭──●
 60 % │  ╭──●─╯
      │  │
 40 % │●─╯
       40   55   65
share right, oldest first, this paper last; ┄ the pass line, about 71 %
");
}

#[test]
fn the_report_fits_a_phone() {
    use unicode_width::UnicodeWidthStr;
    let r = candidate().report((0..15).map(earlier).collect());
    for width in [40, 50, 80, 120] {
        for line in report_text::lines(&r, width) {
            assert!(line.text.width() <= width, "{width}: {:?}", line.text);
        }
    }
}
