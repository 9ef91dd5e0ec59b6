//! What the planner costs with ten thousand cards: the next card after an
//! answer (asked for: under a millisecond), a new day's plan, readiness.

use cramless::domain::card::{Flashcard, Tier};
use cramless::domain::event::{Goal, Reviewed};
use cramless::domain::*;
use cramless::scheduling::queue::Pick;
use cramless::scheduling::replay::Replay;
use cramless::scheduling::{Progress, Scope};
use cramless::session::desk::{Desk, Shelf};
use divan::Bencher;

fn main() {
    divan::main();
}

const DAY_MS: i64 = 86_400_000;
const TODAY: i64 = 20_700;

fn deck(cards: usize) -> Deck {
    let card = |n: usize| Card {
        task: TaskId::parse(&format!("{}.{}", n % 4 + 1, n % 3 + 1)),
        concept: CardId::new(format!("concept-{}", n / 4)).ok(),
        tier: if n.is_multiple_of(5) {
            Tier::Detail
        } else {
            Tier::Core
        },
        ..Card::bare(
            CardId::new(format!("card-{n}")).expect("an id"),
            Face::Flashcard(Flashcard {
                front: Text::new("What?"),
                back: Text::new("That."),
            }),
        )
    };
    Deck {
        id: DeckId::new("d").expect("an id"),
        title: Text::new("d"),
        exam: None,
        source: Vec::new(),
        cards: (0..cards).map(card).collect(),
    }
}

/// A person with a goal who saw half of the cards in the last month.
struct Seat {
    catalogue: Catalogue,
    progress: Progress,
    replay: Replay,
    scope: Scope,
    seq: u32,
}

impl Seat {
    fn new(cards: usize) -> Self {
        let catalogue = Catalogue::of([&deck(cards)]);
        let mut seat = Self {
            replay: Replay::new(catalogue.aliases()),
            progress: Progress::default(),
            scope: Scope::default(),
            catalogue,
            seq: 0,
        };
        let goal = Goal {
            exam: None,
            date: Some(Day(TODAY as i32 + 30)),
            minutes: 40,
            days_off: Vec::new(),
            dates_off: Vec::new(),
            seed: 1,
        };
        seat.tell(Happening::GoalSet(goal), TODAY - 30);
        let all: Vec<CardIx> = seat.catalogue.indices().collect();
        for (n, ix) in all.iter().enumerate().take(cards / 2) {
            seat.answer(*ix, n, TODAY - 30 + (n * 60 / cards) as i64);
        }
        seat
    }

    fn answer(&mut self, ix: CardIx, n: usize, day: i64) {
        let card = self.catalogue.entry(ix).card.clone();
        let grade = Grade::ALL[n * 7 % 4];
        let seconds = 12.0;
        self.tell(
            Happening::Reviewed(Reviewed {
                card,
                grade,
                seconds,
            }),
            day,
        );
    }

    fn tell(&mut self, what: Happening, day: i64) {
        self.seq += 1;
        let at = Moment {
            utc_ms: day * DAY_MS + 43_200_000 + i64::from(self.seq),
            offset_min: 0,
        };
        let event = Event {
            id: EventId {
                device: 1,
                session: 1,
                seq: self.seq,
            },
            at,
            day: at.study_day(),
            what,
        };
        let applied = self.replay.apply(&mut self.progress, &event);
        applied.expect("events in order");
    }

    fn shelf(&self) -> Shelf<'_> {
        Shelf {
            catalogue: &self.catalogue,
            exams: &[],
            progress: &self.progress,
            scope: &self.scope,
            day: Day(TODAY as i32),
        }
    }
}

/// From an answer to the next card: the fold and the plan, not the disk.
#[divan::bench(args = [1_000, 10_000], sample_count = 100, sample_size = 4)]
fn answer_then_next(bencher: Bencher, cards: usize) {
    let mut seat = Seat::new(cards);
    let mut desk = Desk::default();
    let mut pick = desk.pick(seat.shelf(), Some(2400.0), false);
    let mut n = 0;
    bencher.bench_local(|| {
        if let Pick::Card(ix, _) = pick {
            seat.answer(ix, n, TODAY);
        }
        n += 1;
        pick = desk.pick(seat.shelf(), Some(2400.0), false);
    });
}

/// The first card of a day: every card is looked at once.
#[divan::bench(args = [1_000, 10_000])]
fn first_of_a_day(bencher: Bencher, cards: usize) {
    let seat = Seat::new(cards);
    bencher.bench_local(|| Desk::default().pick(seat.shelf(), None, false));
}

/// "Am I ready?"
#[divan::bench(args = [1_000, 10_000])]
fn readiness(bencher: Bencher, cards: usize) {
    let seat = Seat::new(cards);
    bencher.bench_local(|| Desk::default().prospects(seat.shelf()));
}
