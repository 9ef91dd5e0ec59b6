//! Decks, events and days made by hand for stories.

use cramless::domain::event::{Reviewed, Undone};
use cramless::domain::*;
use cramless::scheduling::Progress;
use cramless::scheduling::replay::Replay;

/// A flashcard of a note.
pub fn flashcard(id: &str, note: Option<&str>) -> Card {
    Card {
        task: TaskId::parse("1.1"),
        note: note.map(|n| CardId::new(n).unwrap()),
        ..Card::bare(
            CardId::new(id).unwrap(),
            Face::Flashcard(Flashcard {
                front: Text::new(format!("What is {id}?")),
                back: Text::new(format!("{id} is itself.")),
            }),
        )
    }
}

/// A question of four options, the first of which is the key.
pub fn question(id: &str, tests: &[&str]) -> Card {
    let option = |name: &str| ChoiceOption {
        id: OptionId::new(name).unwrap(),
        text: Text::new(format!("Option {name}")),
        correct: name == "a",
        why: Some(Text::new(format!("Because {name}."))),
    };
    Card {
        face: Face::Choice(Choice {
            stem: Text::new(format!("Which one is {id}?")),
            options: ["a", "b", "c", "d"].map(option).into(),
            explanation: None,
            level: Some(1),
            tests: tests.iter().map(Text::new).collect(),
            origin: Origin::Authored,
        }),
        ..flashcard(id, None)
    }
}

/// A deck of these cards.
pub fn deck(id: &str, cards: Vec<Card>) -> Deck {
    Deck {
        id: DeckId::new(id).unwrap(),
        title: Text::new(id),
        exam: Some(Text::new("T-1")),
        source: Vec::new(),
        cards,
    }
}

/// A person's history, written event by event.
pub struct Diary {
    pub replay: Replay,
    pub progress: Progress,
    pub events: Vec<Event>,
}

impl Diary {
    pub fn new() -> Self {
        Self {
            replay: Replay::default(),
            progress: Progress::default(),
            events: Vec::new(),
        }
    }

    /// Something happens on a study day.
    pub fn happen(&mut self, day: i32, what: Happening) -> EventId {
        let seq = self.events.len() as u32 + 1;
        let id = EventId {
            device: 7,
            session: 1,
            seq,
        };
        let at = Moment {
            utc_ms: i64::from(seq) * 60_000,
            offset_min: 0,
        };
        let event = Event {
            id,
            at,
            day: Day(day),
            what,
        };
        self.events.push(event.clone());
        if self.replay.apply(&mut self.progress, &event).is_err() {
            self.progress = self.replay.fold(self.events.clone());
        }
        id
    }

    /// A flashcard is graded.
    pub fn grade(&mut self, day: i32, card: &CardRef, grade: Grade) -> EventId {
        let card = card.clone();
        self.happen(
            day,
            Happening::Reviewed(Reviewed {
                card,
                grade,
                seconds: 6.0,
            }),
        )
    }

    /// The latest deed of a day is taken back.
    pub fn undo(&mut self, day: i32) -> bool {
        let Some(event) = self.progress.last_undoable(Day(day)).map(|r| r.id) else {
            return false;
        };
        self.happen(day, Happening::Undone(Undone { event }));
        true
    }
}
