//! An exam, a pack of questions and a candidate with a clock made by hand.

use crate::support::{Diary, deck, flashcard, question};
use cramless::domain::event::MockStarted;
use cramless::domain::*;
use cramless::exam::clock::Reading;
use cramless::exam::report::Report;
use cramless::exam::sitting::{Sitting, Watch};
use cramless::session::mock::look_back::report;
use cramless::session::mock::setup::{CantDraw, Setup, draw};
use cramless::session::mock::sit::{begin, verdicts};
use std::collections::HashMap;

/// Sixty-five questions over four domains, like the exam this is built for.
pub fn blueprint() -> Blueprint {
    let domain = |number: u8, weight: f64, tasks: u8| Domain {
        number,
        title: Text::new(format!("Domain {number}")),
        weight,
        tasks: (1..=tasks)
            .map(|task| TaskStatement {
                id: TaskId {
                    domain: number,
                    task,
                },
                title: Text::new(format!("Task {number}.{task}")),
            })
            .collect(),
    };
    Blueprint {
        code: Text::new("T-1"),
        title: Text::new("A test"),
        questions: 65,
        unscored: 15,
        minutes: 180,
        scaled: (100, 1000),
        pass: 750,
        multiple_response: 0.15,
        domains: vec![
            domain(1, 20.0, 3),
            domain(2, 24.0, 3),
            domain(3, 36.0, 5),
            domain(4, 20.0, 4),
        ],
        last_sitting: None,
        status: None,
    }
}

/// A question of a task; every seventh asks for two of five.
fn exam_question(n: usize, task: TaskId) -> Card {
    let id = format!("q{n}");
    let mut card = question(&id, &[&format!("fact{n}")]);
    card.task = Some(task);
    // Two in a row test the same thing.
    card.concept = CardId::new(format!("concept-{}-{}", task.domain, n / 2)).ok();
    if n.is_multiple_of(7)
        && let Face::Choice(choice) = &mut card.face
    {
        choice.options[1].correct = true;
        let mut fifth = choice.options[3].clone();
        fifth.id = OptionId::new("e").unwrap();
        choice.options.push(fifth);
    }
    card
}

/// A pack of about `size` questions in the blueprint's proportions, and a
/// flashcard behind each.
pub fn pack(size: usize) -> Deck {
    let mut cards = Vec::new();
    let mut facts = Vec::new();
    for d in &blueprint().domains {
        let share = (size as f64 * d.weight / 100.0).round() as usize;
        for i in 0..share {
            let n = cards.len();
            let task = d.tasks[i % d.tasks.len()].id;
            cards.push(exam_question(n, task));
            let mut fact = flashcard(&format!("fact{n}"), None);
            fact.task = Some(task);
            facts.push(fact);
        }
    }
    cards.extend(facts);
    deck("d", cards)
}

/// Where papers are sat.
pub struct Hall {
    pub blueprint: Blueprint,
    pub catalogue: Catalogue,
    pub diary: Diary,
    pub now: Reading,
    pub day: i32,
    wording: HashMap<CardRef, Choice>,
}

impl Hall {
    pub fn new(decks: Vec<Deck>) -> Self {
        let catalogue = Catalogue::of(&decks);
        let mut wording = HashMap::new();
        for deck in &decks {
            for card in &deck.cards {
                if let Some(choice) = card.choice() {
                    wording.insert(CardRef::new(&deck.id, &card.id), choice.clone());
                }
            }
        }
        Self {
            blueprint: blueprint(),
            catalogue,
            diary: Diary::new(),
            now: Reading {
                boot_id: "boot".into(),
                boot_ms: 5_000_000,
                wall_ms: 0,
            },
            day: 100,
            wording,
        }
    }

    /// A hall whose candidate has a goal, so that papers are held back.
    pub fn with_goal(size: usize) -> Self {
        let mut hall = Self::new(vec![pack(size)]);
        hall.set_goal(42);
        hall
    }

    pub fn set_goal(&mut self, seed: u64) {
        let goal = Goal {
            exam: Some("T-1".into()),
            date: None,
            minutes: 30,
            dates_off: Vec::new(),
            days_off: Vec::new(),
            seed,
        };
        self.happen(Happening::GoalSet(goal));
    }

    pub fn happen(&mut self, what: Happening) {
        self.diary.happen(self.day, what);
    }

    pub fn draw(&self, setup: &Setup) -> Result<MockStarted, CantDraw> {
        let options = |ix: CardIx| {
            let choice = self.wording.get(&self.catalogue.entry(ix).card)?;
            Some(choice.options.iter().map(|o| o.id.clone()).collect())
        };
        let progress = &self.diary.progress;
        let blueprint = Some(&self.blueprint);
        match draw(setup, &self.catalogue, progress, blueprint, options)? {
            Happening::MockStarted(started) => Ok(started),
            other => panic!("{other:?}"),
        }
    }

    /// Begins a paper.
    pub fn sit(&mut self, setup: &Setup) -> Sitting {
        let started = self.draw(setup).expect("a paper");
        self.happen(Happening::MockStarted(started));
        let paper = self.diary.progress.open_paper().expect("it is open");
        begin(paper, &self.catalogue, Watch::Ticking, &self.now)
    }

    /// Records what the candidate does.
    pub fn record(&mut self, sitting: &mut Sitting, what: Happening) {
        sitting.take(&what, &self.now);
        self.happen(what);
    }

    /// Seconds pass on the paper.
    pub fn wait(&mut self, sitting: &mut Sitting, seconds: u64) {
        for _ in 0..seconds {
            self.now.boot_ms += 1_000;
            sitting.tick(&self.now);
        }
    }

    pub fn key(&self, card: &CardRef) -> Vec<OptionId> {
        let options = self.wording[card].options.iter();
        options
            .filter(|o| o.correct)
            .map(|o| o.id.clone())
            .collect()
    }

    /// Chooses exactly these options on the question in view.
    pub fn choose(&mut self, sitting: &mut Sitting, options: &[OptionId]) {
        for option in options {
            let now = self.now.clone();
            let what = sitting.pick(option, &now).expect("room").expect("an event");
            self.record(sitting, what);
        }
    }

    /// Answers the question in view right, or wrong.
    pub fn answer(&mut self, sitting: &mut Sitting, right: bool) {
        let key = self.key(&sitting.question().card);
        if right {
            return self.choose(sitting, &key);
        }
        let shown = &sitting.question().shown;
        let wrong: Vec<OptionId> = shown.iter().filter(|o| !key.contains(o)).cloned().collect();
        // Of two, one right and one wrong: it must count for nothing.
        let mut chosen = key[1..].to_vec();
        chosen.push(wrong[0].clone());
        self.choose(sitting, &chosen);
    }

    pub fn hand_in(&mut self, sitting: &mut Sitting) -> Report {
        let paper = self.diary.progress.paper(sitting.paper().mock).expect("it");
        let right = verdicts(&paper.started, &paper.answers, |c| {
            self.wording.get(c).cloned()
        });
        let what = sitting.hand_in(right, &self.now);
        self.record(sitting, what);
        self.report(sitting.paper().mock)
    }

    pub fn report(&self, mock: EventId) -> Report {
        let progress = &self.diary.progress;
        let paper = progress.paper(mock).expect("a paper");
        let key = |c: &CardRef| self.wording.contains_key(c).then(|| self.key(c));
        report(paper, progress, Some(&self.blueprint), key).expect("it was marked")
    }

    /// A card's domain and the domain's questions on a paper.
    pub fn counts(&self, paper: &MockStarted) -> [usize; 4] {
        let mut counts = [0; 4];
        for q in &paper.questions {
            counts[usize::from(q.task.expect("a task").domain) - 1] += 1;
        }
        counts
    }
}

/// A full paper with a seed.
pub fn full(seed: u64) -> Setup {
    Setup {
        seed,
        ..Setup::default()
    }
}

/// A paper of so many questions.
pub fn of(questions: usize, seed: u64) -> Setup {
    Setup {
        questions: Some(questions),
        seed,
        ..Setup::default()
    }
}
