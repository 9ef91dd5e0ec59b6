//! A month of two machines with known misses: whatever mix of study, papers,
//! care, undo and merges, the queue holds exactly the right cards every day.
//!
//! What is right is said once more here, from the events alone and in another
//! way than the fold does it.

use crate::support::{deck, flashcard, question};
use cramless::domain::event::*;
use cramless::domain::*;
use cramless::scheduling::Progress;
use cramless::scheduling::replay::Replay;
use cramless::session::missed::{Filter, missed};
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

const CARDS: [&str; 4] = ["a", "b", "c", "d"];
const QUESTIONS: [&str; 4] = ["q", "r", "s", "t"];
const DAY_MS: i64 = 86_400_000;

fn card(name: &str) -> CardRef {
    CardRef::parse(format!("d#{name}")).unwrap()
}

fn option(name: &str) -> OptionId {
    OptionId::new(name).unwrap()
}

/// A machine with what it has seen.
struct Machine {
    device: u64,
    seq: u32,
    clock: i64,
    events: Vec<Event>,
    progress: Progress,
    /// Its paper that is open.
    paper: Option<(EventId, Vec<CardRef>)>,
}

impl Machine {
    fn new(device: u64) -> Self {
        Self {
            device,
            seq: 0,
            clock: 0,
            events: Vec::new(),
            progress: Progress::default(),
            paper: None,
        }
    }

    fn happen(&mut self, day: i32, what: Happening, replay: &Replay) -> EventId {
        self.seq += 1;
        // Two machines' clocks may well say the same.
        let last = self.progress.last_at.map_or(0, |at| at.utc_ms);
        self.clock = (self.clock + 1000).max(i64::from(day) * DAY_MS).max(last);
        let event = Event {
            id: EventId {
                device: self.device,
                session: 1,
                seq: self.seq,
            },
            at: Moment {
                utc_ms: self.clock,
                offset_min: 0,
            },
            day: Day(day),
            what,
        };
        let id = event.id;
        self.events.push(event.clone());
        if replay.apply(&mut self.progress, &event).is_err() {
            self.progress = replay.fold(self.events.clone());
        }
        id
    }

    /// One thing that a person might do.
    fn act(&mut self, day: i32, dice: &mut ChaCha8Rng, replay: &Replay) {
        let one = |dice: &mut ChaCha8Rng, of: &[&str]| card(of[dice.random_range(0..of.len())]);
        let any = [CARDS, QUESTIONS].concat();
        let what = match dice.random_range(0..26) {
            0..8 => Happening::Reviewed(Reviewed {
                card: one(dice, &CARDS),
                grade: Grade::ALL[dice.random_range(0..4)],
                seconds: 5.0,
            }),
            8..16 => Happening::Answered(self.answer(one(dice, &QUESTIONS), dice)),
            16..20 => {
                let Some(event) = self.progress.last_undoable(Day(day)).map(|r| r.id) else {
                    return;
                };
                Happening::Undone(Undone { event })
            }
            20 => Happening::Suspended(OfCard {
                card: one(dice, &any),
            }),
            21 => Happening::Restored(OfCard {
                card: one(dice, &any),
            }),
            22 => Happening::Reset(OfCard {
                card: one(dice, &any),
            }),
            23 => Happening::Disputed(Marked {
                card: one(dice, &QUESTIONS),
                on: dice.random_bool(0.6),
            }),
            24 => Happening::Corrected(Corrected {
                card: one(dice, &any),
                to: dice.random_bool(0.7).then(|| {
                    Box::new(Correction {
                        back: Some(Text::new("otherwise")),
                        ..Correction::default()
                    })
                }),
            }),
            _ => return self.sit(day, dice, replay),
        };
        self.happen(day, what, replay);
    }

    fn answer(&self, card: CardRef, dice: &mut ChaCha8Rng) -> Answered {
        let chosen = ["a", "b", "c"][dice.random_range(0..3)];
        Answered {
            card,
            shown: ["a", "b", "c", "d"].map(option).into(),
            chosen: vec![option(chosen)],
            right: chosen == "a",
            sure: [Sureness::Guessed, Sureness::Unsaid, Sureness::Sure][dice.random_range(0..3)],
            seconds: 20.0,
        }
    }

    /// Begins a paper, or goes on with one and hands it in or gives it up.
    fn sit(&mut self, day: i32, dice: &mut ChaCha8Rng, replay: &Replay) {
        let Some((mock, asked)) = self.paper.take() else {
            let asked: Vec<CardRef> = QUESTIONS.map(card).into();
            let questions = asked.iter().map(|card| PaperQuestion {
                card: card.clone(),
                shown: ["a", "b", "c", "d"].map(option).into(),
                first_sight: false,
                task: None,
                derived: false,
            });
            let nobody = EventId {
                device: 0,
                session: 0,
                seq: 0,
            };
            let started = MockStarted {
                mock: nobody,
                exam: None,
                seed: 1,
                minutes: 10,
                practice: false,
                held_back: None,
                narrowed: Narrowed::default(),
                questions: questions.collect(),
            };
            let id = self.happen(day, Happening::MockStarted(started), replay);
            self.paper = Some((id, asked));
            return;
        };
        let mut right = Vec::new();
        for (i, card) in asked.iter().enumerate() {
            // Some are left out, some are changed.
            let mut last = false;
            for _ in 0..dice.random_range(0..3) {
                let a = self.answer(card.clone(), dice);
                last = a.right;
                let answered = MockAnswered {
                    mock,
                    question: i as u16 + 1,
                    chosen: a.chosen,
                    struck: Vec::new(),
                    flag: false,
                    sure: a.sure,
                    seconds: 9.0,
                    elapsed_ms: 1000,
                };
                self.happen(day, Happening::MockAnswered(answered), replay);
            }
            right.push(last);
        }
        let what = match dice.random_bool(0.8) {
            true => Happening::MockFinished(MockFinished {
                mock,
                elapsed_ms: 9000,
                time_up: false,
                right,
            }),
            false => Happening::MockDiscarded(MockClock {
                mock,
                elapsed_ms: 9000,
                away_ms: None,
                counted: false,
            }),
        };
        self.happen(day, what, replay);
    }

    /// Everything the other machine has seen.
    fn take_in(&mut self, other: &[Event], replay: &Replay) {
        let known: HashSet<EventId> = self.events.iter().map(|e| e.id).collect();
        let new = other.iter().filter(|e| !known.contains(&e.id)).cloned();
        self.events.extend(new.collect::<Vec<_>>());
        self.progress = replay.fold(self.events.clone());
    }
}

/// One answer, as far as misses care.
#[derive(Clone, Copy)]
struct Answer {
    day: i32,
    right: bool,
    guessed: bool,
}

/// The missed cards by the rule as it is written down: missed from the first
/// wrong answer until it was answered right, not by a guess, on two different
/// study days after that.
fn by_the_rule(events: &[Event]) -> BTreeSet<CardRef> {
    let mut events: Vec<&Event> = events.iter().collect();
    events.sort_by_key(|e| (e.at.utc_ms, e.id));
    let mut taken_back: HashSet<EventId> = HashSet::new();
    for e in events.iter().rev() {
        if let Happening::Undone(u) = &e.what
            && !taken_back.contains(&e.id)
        {
            taken_back.insert(u.event);
        }
    }
    events.retain(|e| !taken_back.contains(&e.id));
    let mut answers: BTreeMap<CardRef, Vec<Answer>> = BTreeMap::new();
    let mut away: BTreeSet<CardRef> = BTreeSet::new();
    let mut disputed: BTreeSet<CardRef> = BTreeSet::new();
    let mut ended: HashSet<EventId> = HashSet::new();
    for (i, e) in events.iter().enumerate() {
        let day = e.day.0;
        match &e.what {
            Happening::Reviewed(r) => answers.entry(r.card.clone()).or_default().push(Answer {
                day,
                right: r.grade != Grade::Again,
                guessed: false,
            }),
            Happening::Answered(a) => answers.entry(a.card.clone()).or_default().push(Answer {
                day,
                right: a.right,
                guessed: a.sure == Sureness::Guessed,
            }),
            Happening::Suspended(c) => drop(away.insert(c.card.clone())),
            Happening::Restored(c) => drop(away.remove(&c.card)),
            Happening::Reset(c) => drop(answers.remove(&c.card)),
            Happening::Disputed(m) if m.on => drop(disputed.insert(m.card.clone())),
            Happening::Disputed(m) => drop(disputed.remove(&m.card)),
            Happening::MockDiscarded(m) => drop(ended.insert(m.mock)),
            Happening::MockFinished(f) if ended.insert(f.mock) => {
                let begun = events[..i].iter().find_map(|e| match &e.what {
                    Happening::MockStarted(s) if e.id == f.mock => Some(s),
                    _ => None,
                });
                for (n, q) in begun
                    .into_iter()
                    .flat_map(|s| s.questions.iter().enumerate())
                {
                    let said = events[..i].iter().rev().find_map(|e| match &e.what {
                        Happening::MockAnswered(a)
                            if a.mock == f.mock && usize::from(a.question) == n + 1 =>
                        {
                            Some(a.sure)
                        }
                        _ => None,
                    });
                    if !disputed.contains(&q.card) {
                        answers.entry(q.card.clone()).or_default().push(Answer {
                            day,
                            right: f.right[n],
                            guessed: said == Some(Sureness::Guessed),
                        });
                    }
                }
            }
            _ => {}
        }
    }
    let is_missed = |all: &[Answer]| {
        let Some(last) = all.iter().rposition(|a| !a.right) else {
            return false;
        };
        let latest = all.iter().filter(|a| !a.right).map(|a| a.day).max();
        let later = all[last..].iter().filter(|a| a.right && !a.guessed);
        let days: BTreeSet<i32> = later.map(|a| a.day).filter(|d| Some(*d) > latest).collect();
        days.len() < 2
    };
    answers
        .into_iter()
        .filter(|(card, all)| is_missed(all) && !away.contains(card) && !disputed.contains(card))
        .map(|(card, _)| card)
        .collect()
}

/// The missed cards by the program.
fn by_the_program(catalogue: &Catalogue, progress: &Progress, day: i32) -> BTreeSet<CardRef> {
    let found = missed(catalogue, progress, &[], &Filter::default(), Day(day));
    let names = found.iter().map(|m| catalogue.entry(m.card).card.clone());
    names.collect()
}

fn catalogue() -> Catalogue {
    let cards = CARDS.iter().map(|id| flashcard(id, None));
    let questions = QUESTIONS.iter().map(|id| question(id, &["a"]));
    Catalogue::of([&deck("d", cards.chain(questions).collect())])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_happens_the_queue_holds_exactly_the_right_cards(seed: u64) {
        let catalogue = catalogue();
        let replay = Replay::new(catalogue.aliases()).with_keys(Arc::new(catalogue.clone()));
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        let mut machines = [Machine::new(1), Machine::new(2)];
        let mut ever = BTreeSet::new();
        for day in 1..=31 {
            for machine in &mut machines {
                for _ in 0..dice.random_range(0..7) {
                    machine.act(day, &mut dice, &replay);
                }
                let right = by_the_rule(&machine.events);
                let found = by_the_program(&catalogue, &machine.progress, day);
                prop_assert_eq!(&found, &right, "machine {} on day {}", machine.device, day);
                ever.extend(right);
            }
            if dice.random_bool(0.4) {
                let [one, two] = &mut machines;
                let theirs = two.events.clone();
                two.take_in(&one.events, &replay);
                one.take_in(&theirs, &replay);
                let right = by_the_rule(&one.events);
                for machine in [one, two] {
                    let found = by_the_program(&catalogue, &machine.progress, day);
                    prop_assert_eq!(&found, &right, "merged on day {}", day);
                }
            }
        }
        prop_assert!(ever.len() > 2, "the month had misses");
    }
}
