//! The ground floor: values and their laws. No I/O, clock or randomness.

pub mod answer;
pub mod card;
pub mod catalogue;
pub mod correction;
pub mod event;
pub mod exam;
pub mod id;
pub mod packed;
pub mod problem;
pub mod text;
pub mod time;

pub use answer::{Grade, Sureness};
pub use card::{Card, Choice, ChoiceOption, Deck, Face, Flashcard, Kind, Origin, Tier};
pub use catalogue::{CardIx, Catalogue, DeckInfo, Entry};
pub use correction::Correction;
pub use event::{Event, EventId, Goal, Happening};
pub use exam::{Blueprint, Domain, TaskId, TaskStatement};
pub use id::{CardId, CardRef, DeckId, OptionId};
pub use packed::Packed;
pub use problem::{Problem, Severity, shown_path};
pub use text::Text;
pub use time::{Day, Moment};
