//! Events and lines for the journal's own tests.

use crate::domain::event::{
    Answered, Buried, Corrected, ExamTaken, Explained, Goal, Marked, MissReason, MockAnswered,
    MockClock, MockFinished, MockStarted, Narrowed, Noted, OfCard, PaperQuestion, Placed, Reviewed,
    Undone,
};
use crate::domain::{
    CardRef, Correction, Day, Event, EventId, Grade, Happening, Moment, OptionId, Sureness, TaskId,
    Text,
};
use crate::storage::event_line;
use proptest::prelude::*;

/// The `n`th review of a made-up history.
pub(crate) fn event(n: u32) -> Event {
    let at = Moment {
        utc_ms: 1_795_000_000_000 + i64::from(n) * 1000,
        offset_min: 60,
    };
    Event {
        id: EventId {
            device: 0xab,
            session: 7,
            seq: n,
        },
        at,
        day: at.study_day(),
        what: Happening::Reviewed(Reviewed {
            card: card(n % 10),
            grade: Grade::ALL[n as usize % 4],
            seconds: 1.5,
        }),
    }
}

/// A made-up card.
pub(crate) fn card(n: u32) -> CardRef {
    CardRef::parse(format!("deck/one#card/{n}")).expect("well formed")
}

/// Its line, without line end.
pub(crate) fn line(n: u32) -> String {
    rendered(&event(n))
}

/// A line with a personal note.
pub(crate) fn line_of(n: u32, note: &str) -> String {
    let what = Happening::Noted(Noted {
        card: card(1),
        text: Text::new(note),
    });
    rendered(&Event {
        day: Day(1),
        what,
        ..event(n)
    })
}

fn rendered(event: &Event) -> String {
    let mut out = Vec::new();
    event_line::render(event, &mut out).expect("writable");
    out.pop();
    String::from_utf8(out).expect("UTF-8")
}

/// Any event that can be written, of every kind.
pub(crate) fn any_happening() -> impl Strategy<Value = Happening> {
    let of_card = || any_card().prop_map(|card| OfCard { card });
    let marked = || (any_card(), any::<bool>()).prop_map(|(card, on)| Marked { card, on });
    let clock = || {
        (any_id(), any::<u64>(), any::<Option<u64>>()).prop_map(|(mock, elapsed_ms, away_ms)| {
            MockClock {
                mock,
                elapsed_ms,
                away_ms,
                counted: elapsed_ms % 2 == 0,
            }
        })
    };
    prop_oneof![
        any_review(),
        any_answer(),
        of_card().prop_map(Happening::KnownCold),
        any_id().prop_map(|event| Happening::Undone(Undone { event })),
        of_card().prop_map(Happening::Suspended),
        of_card().prop_map(Happening::Restored),
        (any_card(), any::<i32>()).prop_map(|(card, day)| Happening::Buried(Buried {
            card,
            until: Day(day)
        })),
        of_card().prop_map(Happening::Reset),
        marked().prop_map(Happening::Flagged),
        marked().prop_map(Happening::Disputed),
        (any_card(), any::<String>()).prop_map(|(card, text)| Happening::Noted(Noted {
            card,
            text: Text::new(text)
        })),
        (any_card(), any_id()).prop_map(|(card, event)| {
            Happening::Explained(Explained {
                card,
                event,
                reason: MissReason::MixedUp,
            })
        }),
        (any_card(), any::<Option<String>>()).prop_map(|(card, back)| {
            let to = back.map(|back| {
                Box::new(Correction {
                    back: Some(Text::new(back)),
                    ..Correction::default()
                })
            });
            Happening::Corrected(Corrected { card, to })
        }),
        any_paper(),
        any_paper_answer(),
        clock().prop_map(Happening::MockPaused),
        clock().prop_map(Happening::MockResumed),
        clock().prop_map(Happening::MockDiscarded),
        (any_id(), any::<u64>(), any::<bool>(), any::<Vec<bool>>()).prop_map(
            |(mock, elapsed_ms, time_up, right)| {
                Happening::MockFinished(MockFinished {
                    mock,
                    elapsed_ms,
                    time_up,
                    right,
                })
            }
        ),
        any_goal(),
        (any::<bool>(), any::<Option<u32>>(), any::<Option<i32>>()).prop_map(
            |(passed, score, date)| {
                Happening::ExamTaken(ExamTaken {
                    passed,
                    score,
                    date: date.map(Day),
                })
            }
        ),
        proptest::collection::vec(any_card(), 0..5)
            .prop_map(|questions| Happening::Placed(Placed { questions })),
    ]
}

fn any_id() -> impl Strategy<Value = EventId> {
    (any::<u64>(), any::<u32>(), any::<u32>()).prop_map(|(device, session, seq)| EventId {
        device,
        session,
        seq,
    })
}

fn any_card() -> impl Strategy<Value = CardRef> {
    "[a-zé日][a-z0-9_.-]{0,8}(/[a-z0-9]{1,5})?#[A-Z][a-z]{0,9}"
        .prop_map(|s| CardRef::parse(s).expect("well formed"))
}

fn any_options() -> impl Strategy<Value = Vec<OptionId>> {
    proptest::collection::vec("[a-e]".prop_map(|s| OptionId::new(s).expect("an id")), 0..6)
}

fn any_sureness() -> impl Strategy<Value = Sureness> {
    prop_oneof![
        Just(Sureness::Guessed),
        Just(Sureness::Unsaid),
        Just(Sureness::Sure)
    ]
}

fn any_review() -> impl Strategy<Value = Happening> {
    (any_card(), 0usize..4, any::<f32>()).prop_map(|(card, grade, seconds)| {
        Happening::Reviewed(Reviewed {
            card,
            grade: Grade::ALL[grade],
            seconds,
        })
    })
}

fn any_answer() -> impl Strategy<Value = Happening> {
    let parts = (
        any_card(),
        any_options(),
        any_options(),
        any::<bool>(),
        any_sureness(),
        0f32..400.0,
    );
    parts.prop_map(|(card, shown, chosen, right, sure, seconds)| {
        Happening::Answered(Answered {
            card,
            shown,
            chosen,
            right,
            sure,
            seconds,
        })
    })
}

fn any_paper() -> impl Strategy<Value = Happening> {
    let question =
        (any_card(), any_options(), any::<bool>()).prop_map(|(card, shown, first_sight)| {
            PaperQuestion {
                card,
                shown,
                first_sight,
                task: first_sight.then_some(TaskId { domain: 3, task: 2 }),
                derived: !first_sight,
            }
        });
    let questions = proptest::collection::vec(question, 0..5);
    let parts = (
        any_id(),
        any::<Option<String>>(),
        any::<u64>(),
        any::<bool>(),
        any::<Option<u32>>(),
        questions,
    );
    parts.prop_map(|(mock, exam, seed, practice, held_back, questions)| {
        Happening::MockStarted(MockStarted {
            mock,
            exam,
            seed,
            minutes: 180,
            practice,
            held_back,
            narrowed: Narrowed {
                domains: vec![2; usize::from(practice)],
                deck: None,
                missed: practice,
                again: held_back.map(|_| mock),
            },
            questions,
        })
    })
}

fn any_paper_answer() -> impl Strategy<Value = Happening> {
    let parts = (
        any_id(),
        any::<u16>(),
        any_options(),
        any_options(),
        any::<bool>(),
        any_sureness(),
        any::<f32>(),
    );
    parts.prop_map(|(mock, question, chosen, struck, flag, sure, seconds)| {
        let elapsed_ms = u64::from(question);
        Happening::MockAnswered(MockAnswered {
            mock,
            question,
            chosen,
            struck,
            flag,
            sure,
            seconds,
            elapsed_ms,
        })
    })
}

fn any_goal() -> impl Strategy<Value = Happening> {
    let parts = (
        any::<Option<String>>(),
        any::<Option<i32>>(),
        any::<u16>(),
        any::<Vec<u8>>(),
        any::<Vec<i32>>(),
        any::<u64>(),
    );
    parts.prop_map(|(exam, date, minutes, days_off, dates_off, seed)| {
        Happening::GoalSet(Goal {
            exam,
            date: date.map(Day),
            minutes,
            days_off,
            dates_off: dates_off.into_iter().map(Day).collect(),
            seed,
        })
    })
}
