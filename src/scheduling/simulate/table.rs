//! Policies side by side: the same learners, the same luck.

use super::baselines::{AnkiLike, Leitner, RoundRobin, Threshold};
use super::bound::bound;
use super::dice::Dice;
use super::ours::Ours;
use super::reference::Reference;
use super::{Cell, Fared, Policy, Scope, World, live};

/// Cards that Anki's defaults begin a day.
const ANKI_NEW: usize = 20;

/// z of a 95 % interval.
const Z95: f64 = 1.96;

/// z of an 80 % interval.
const Z80: f64 = 1.2816;

/// Who chooses what to study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anki with FSRS as it is installed: 20 new cards a day, two steps.
    Anki,
    /// Anki at its best setting found: any number of new cards, one step.
    AnkiOpen,
    /// Five boxes.
    Leitner,
    /// All cards in turn.
    RoundRobin,
    /// Published FSRS: below recall 0.8 first, then new ones.
    Threshold,
    /// Most gain per second by published FSRS, without any rule.
    Greedy,
    /// The plan of which the planner grew, written down plainly.
    Reference,
    /// The planner.
    Cramless,
}

impl Who {
    /// All of them, the planner last.
    pub const ALL: [Who; 8] = [
        Who::Anki,
        Who::AnkiOpen,
        Who::Leitner,
        Who::RoundRobin,
        Who::Threshold,
        Who::Greedy,
        Who::Reference,
        Who::Cramless,
    ];

    /// For tables and scripts.
    pub fn name(self) -> &'static str {
        match self {
            Who::Anki => "anki",
            Who::AnkiOpen => "anki-open",
            Who::Leitner => "leitner",
            Who::RoundRobin => "round-robin",
            Who::Threshold => "threshold",
            Who::Greedy => "greedy",
            Who::Reference => "reference",
            Who::Cramless => "cramless",
        }
    }

    fn policy<'a>(self, scope: &'a Scope, cell: Cell) -> Box<dyn Policy + 'a> {
        let cards = cell.cards;
        match self {
            Who::Anki => Box::new(AnkiLike::new(cards, ANKI_NEW, 2)),
            Who::AnkiOpen => Box::new(AnkiLike::new(cards, usize::MAX, 1)),
            Who::Leitner => Box::new(Leitner::new(cards)),
            Who::RoundRobin => Box::new(RoundRobin::new(cards)),
            Who::Threshold => Box::new(Threshold::new(cards)),
            Who::Greedy => Box::new(Reference::greedy(scope, cell)),
            Who::Reference => Box::new(Reference::new(scope, cell)),
            Who::Cramless => Box::new(Ours::new(scope, cell)),
        }
    }
}

/// A mean with half its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Mean {
    /// The mean.
    pub value: f64,
    /// Half the width of its 95 % interval.
    pub within: f64,
}

impl Mean {
    fn of(values: &[f64]) -> Self {
        let n = values.len().max(1) as f64;
        let value = values.iter().sum::<f64>() / n;
        let squares: f64 = values.iter().map(|v| (v - value) * (v - value)).sum();
        let within = Z95 * (squares / (n - 1.0).max(1.0) / n).sqrt();
        Self { value, within }
    }
}

/// One policy in one world, in points (hundredths of the score).
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The learners' law of memory.
    pub world: World,
    /// Who chose.
    pub who: Who,
    /// Weighted recall on the exam's morning.
    pub score: Mean,
    /// The planner's score less this one's, learner by learner.
    pub behind: Mean,
    /// Cards seen and answers given, in the mean.
    pub seen: f64,
    /// Answers given, in the mean.
    pub answers: f64,
    /// How well the policy foretold its score, if it does.
    pub foretold: Option<Foretold>,
}

/// Forecasts against what came, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Foretold {
    /// Forecast less truth.
    pub bias: f64,
    /// The mean of its size.
    pub error: f64,
    /// Share of learners whose score lay in the 80 % interval.
    pub covered: f64,
}

/// Lives through one world with every policy; rows in the order of `who`, of
/// which the planner must be one for `behind` to say anything.
pub fn world(cell: Cell, world: World, who: &[Who], learners: u64, seed: u64) -> Vec<Row> {
    let fared = |who: &Who| -> Vec<Fared> {
        let one = |person| {
            let scope = Scope::of(cell, Dice::new(person));
            let mut policy = who.policy(&scope, cell);
            live(world, cell, person, &scope, &mut *policy)
        };
        (seed..seed + learners).map(one).collect()
    };
    let all: Vec<(Who, Vec<Fared>)> = who.iter().map(|w| (*w, fared(w))).collect();
    let ours = all.iter().find(|(who, _)| *who == Who::Cramless);
    let ours = ours.map(|(_, fared)| fared.as_slice()).unwrap_or_default();
    all.iter()
        .map(|(who, fared)| row(world, *who, fared, ours))
        .collect()
}

fn row(world: World, who: Who, fared: &[Fared], ours: &[Fared]) -> Row {
    let of = |f: &dyn Fn(&Fared) -> f64| -> Vec<f64> { fared.iter().map(f).collect() };
    let behind = ours.iter().zip(fared).map(|(o, f)| o.score - f.score);
    let behind: Vec<f64> = behind.map(|points| 100.0 * points).collect();
    Row {
        world,
        who,
        score: Mean::of(&of(&|f| 100.0 * f.score)),
        behind: Mean::of(&behind),
        seen: Mean::of(&of(&|f| f64::from(f.seen))).value,
        answers: Mean::of(&of(&|f| f64::from(f.answers))).value,
        foretold: foretold(fared),
    }
}

fn foretold(fared: &[Fared]) -> Option<Foretold> {
    let told = fared.iter().map(|f| {
        let (mean, deviation) = f.predicted?;
        Some((f64::from(mean) - f.score, f64::from(deviation)))
    });
    let told: Vec<(f64, f64)> = told.collect::<Option<_>>()?;
    let mean = |f: &dyn Fn(&(f64, f64)) -> f64| told.iter().map(f).sum::<f64>() / told.len() as f64;
    Some(Foretold {
        bias: mean(&|t| 100.0 * t.0),
        error: mean(&|t| 100.0 * t.0.abs()),
        covered: mean(&|t| f64::from(u8::from(t.0.abs() <= Z80 * t.1))),
    })
}

/// What no policy can beat in the matched world, in points.
pub fn ceiling(cell: Cell, seed: u64) -> f64 {
    100.0 * bound(cell, &Scope::of(cell, Dice::new(seed))).0
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: Cell = Cell {
        days: 14,
        minutes: 10,
        cards: 120,
        missed: 0.1,
    };

    #[test]
    fn the_planner_beats_what_others_do() {
        let rows = world(CELL, World::People, &Who::ALL, 4, 20_000);
        let of = |who| rows.iter().find(|r| r.who == who).expect("a row");
        assert!(of(Who::Anki).behind.value > 3.0, "{rows:#?}");
        assert!(of(Who::Leitner).behind.value > 0.0, "{rows:#?}");
        assert!(of(Who::Reference).behind.value > -1.0, "{rows:#?}");
        assert_eq!(of(Who::Cramless).behind, Mean::default());
        assert!(of(Who::Cramless).foretold.is_some());
        assert!(of(Who::Anki).foretold.is_none());
    }

    #[test]
    fn the_same_seed_is_the_same_people_and_luck() {
        let once = || world(CELL, World::Exponential, &[Who::Leitner], 3, 5);
        assert_eq!(once(), once());
    }
}
