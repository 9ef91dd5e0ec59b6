//! One table: on which screen which key means what. It also feeds the line of
//! keys at the bottom and the help, so none of them can disagree.

mod care;
mod mock;
mod plan;
mod stats;

use super::app::Msg;
use crate::domain::Grade;
use crossterm::event::KeyCode::{self, Char};

/// What a person can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Leave the program.
    Quit,
    /// Leave this screen.
    Back,
    /// Open the first screen.
    Home,
    /// Show what every key does.
    Help,
    /// Show why this card comes now.
    Why,
    /// Open the settings.
    Settings,
    /// Begin the day's study.
    Begin,
    /// Look once more at what was failed today.
    SecondLook,
    /// Go on beyond the day's work.
    KeepGoing,
    /// Do the obvious next thing.
    Confirm,
    /// Grade a flashcard.
    Grade(Grade),
    /// Choose an option by its number, from 1.
    Pick(u8),
    /// Choose the option under the cursor, or let it go.
    Toggle,
    /// "I guessed."
    Guess,
    /// "I'm certain."
    Certain,
    /// Take the last thing back.
    Undo,
    /// Mark the card, or unmark it.
    Flag,
    /// Take the card out of study.
    Suspend,
    /// Towards the top.
    Up,
    /// Towards the bottom.
    Down,
    /// The one before.
    Left,
    /// The one after.
    Right,
    /// A page towards the top.
    PageUp,
    /// A page towards the bottom.
    PageDown,
    /// To the very top.
    Top,
    /// To the very bottom.
    Bottom,
    /// Drill what was missed.
    Drill,
    /// Search and browse all cards.
    Browse,
    /// Read the card at that place of a list, from 0.
    Item(u16),
    /// Put the card aside until tomorrow.
    Bury,
    /// Start the card's history anew.
    Reset,
    /// Begin a mock exam, or go on with one.
    Mock,
    /// List every paper so far.
    Papers,
    /// Sit a paper's questions once more.
    Again,
    /// Strike out the option under the cursor.
    Strike,
    /// Go to a question by its number.
    GoTo,
    /// Go to this question, from 1.
    Question(u16),
    /// Go to the next question without an answer.
    NextOpen,
    /// Show the grid of all questions.
    Review,
    /// Show another part of a list.
    Filter,
    /// End a paper.
    HandIn,
    /// Give a paper up.
    GiveUp,
    /// Stop a practice paper's clock.
    Pause,
    /// Walk through a marked paper.
    WalkThrough,
    /// Write a note.
    Note,
    /// Dispute a question's key.
    Dispute,
    /// Put a card's wording right, or that of one's own cards.
    Correct,
    /// Open the card's reference.
    Link,
    /// Write a card of one's own.
    AddOwn,
    /// List the card's neighbours.
    Neighbours,
    /// List what was missed.
    ListMissed,
    /// "I mixed two things up."
    MixedUp,
    /// "I misread the question."
    Misread,
    /// "I know this cold."
    KnownCold,
    /// Begin a placement.
    Placement,
    /// Yes.
    Yes,
    /// Show the figures.
    Stats,
}

/// Where the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The first screen.
    Home,
    /// A flashcard's question.
    Front,
    /// Its answer.
    Back,
    /// A question before it is answered.
    Choosing,
    /// A question after it was answered.
    Explained,
    /// The end of a sitting.
    Summary,
    /// The settings.
    Settings,
    /// What every key does.
    Help,
    /// The panel on why this card comes now.
    Why,
    /// A line of text is being typed.
    Typing,
    /// An answer could not be saved.
    Unsaved,
    /// Cards are searched as one types.
    Searching,
    /// A card that was looked up.
    CardView,
    /// Something is asked before it is done.
    Sure,
    /// A note is typed.
    Noting,
    /// A card costs more than it gives.
    Leech,
    /// What came back from the editor has faults.
    EditAgain,
    /// A card of one's own is written.
    Adding,
    /// What paper it shall be.
    MockSetup,
    /// Every paper so far.
    MockPapers,
    /// A question of a paper.
    MockPaper,
    /// A question of a practice paper, answered.
    MockExplained,
    /// The grid of all questions.
    MockReview,
    /// A question's number is typed.
    MockNumber,
    /// A yes is asked for.
    MockYes,
    /// What to do with time away.
    MockAway,
    /// A practice paper rests.
    MockPaused,
    /// A marked paper's report.
    MockReport,
    /// Walking through a marked paper.
    MockWalk,
    /// The figures.
    Stats,
}

impl Place {
    /// Whether letters are text there.
    pub fn types(self) -> bool {
        matches!(
            self,
            Place::Typing | Place::Searching | Place::Noting | Place::Adding | Place::MockNumber
        )
    }
}

/// Where a key is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Always at the bottom: the keys that matter.
    First,
    /// At the bottom where there is room.
    Second,
    /// In the help only.
    Help,
}

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    places: &'static [Place],
    keys: &'static [KeyCode],
    /// What the keys ask for.
    pub command: Command,
    /// Where they are shown.
    pub shown: Shown,
    /// The keys as a person reads them.
    pub key: &'static str,
    /// Two words for the bottom line.
    pub label: &'static str,
    /// A sentence for the help.
    pub help: &'static str,
}

const CARD: &[Place] = &[Place::Front, Place::Back, Place::Choosing, Place::Explained];
const READING: &[Place] = &[
    Place::Home,
    Place::Front,
    Place::Back,
    Place::Explained,
    Place::Help,
    Place::Why,
    Place::Stats,
];
const EVERYWHERE: &[Place] = &[
    Place::Home,
    Place::Front,
    Place::Back,
    Place::Choosing,
    Place::Explained,
    Place::Summary,
    Place::Settings,
    Place::Help,
    Place::Why,
    Place::Unsaved,
    Place::Stats,
];
const DIGITS: &[KeyCode] = &[
    Char('1'),
    Char('2'),
    Char('3'),
    Char('4'),
    Char('5'),
    Char('6'),
    Char('7'),
    Char('8'),
    Char('9'),
];
const ENTER: &[KeyCode] = &[KeyCode::Enter, Char(' ')];

const fn row(
    places: &'static [Place],
    keys: &'static [KeyCode],
    command: Command,
    shown: Shown,
    text: [&'static str; 3],
) -> Row {
    Row {
        places,
        keys,
        command,
        shown,
        key: text[0],
        label: text[1],
        help: text[2],
    }
}

const GRADES: &[Place] = &[Place::Back];
use Shown::{First, Help, Second};

#[rustfmt::skip]
static TABLE: &[Row] = &[
    row(&[Place::Home], ENTER, Command::Confirm, First, ["Enter", "study", "study: today's cards; after a paper, walk through it (also Space)"]),
    row(&[Place::Home], &[Char('s')], Command::Begin, First, ["s", "study", "study: today's cards"]),
    row(&[Place::Front], ENTER, Command::Confirm, First, ["Space", "show answer", "show the answer (also Enter)"]),
    row(GRADES, &[Char('1')], Command::Grade(Grade::Again), Help, ["1", "Again", "forgotten"]),
    row(GRADES, &[Char('2')], Command::Grade(Grade::Hard), Help, ["2", "Hard", "recalled with real effort"]),
    row(GRADES, &[Char('3')], Command::Grade(Grade::Good), Help, ["3", "Good", "recalled"]),
    row(GRADES, &[Char('4')], Command::Grade(Grade::Easy), Help, ["4", "Easy", "recalled at once"]),
    row(GRADES, ENTER, Command::Confirm, Help, ["Space", "grade", "the grade that stands out, first Good (also Enter)"]),
    row(GRADES, &[KeyCode::Left, Char('h')], Command::Left, Help, ["← →", "other grade", "another grade (also h l)"]),
    row(GRADES, &[KeyCode::Right, Char('l')], Command::Right, Help, ["", "", ""]),
    row(&[Place::Choosing], DIGITS, Command::Pick(0), First, ["1–9", "choose", "choose an option, or let it go"]),
    row(&[Place::Choosing], &[KeyCode::Enter], Command::Confirm, First, ["Enter", "answer", "answer with what is chosen"]),
    row(&[Place::Choosing], &[Char('g')], Command::Guess, First, ["g", "I guessed", "say that you guess: a lucky hit then counts less"]),
    row(&[Place::Choosing], &[Char('c')], Command::Certain, Help, ["c", "I'm certain", "say that you are certain"]),
    row(&[Place::Choosing], &[Char(' ')], Command::Toggle, Help, ["Space", "choose", "choose the option at the cursor, or let it go"]),
    row(&[Place::Choosing], &[KeyCode::Down, Char('j')], Command::Down, Help, ["↑ ↓", "option", "move the cursor; long text scrolls (also j k)"]),
    row(&[Place::Choosing], &[KeyCode::Up, Char('k')], Command::Up, Help, ["", "", ""]),
    row(&[Place::Explained], ENTER, Command::Confirm, First, ["Space", "continue", "go on to the next card (also Enter)"]),
    row(&[Place::Summary], &[Char('a')], Command::SecondLook, First, ["a", "look again", "look once more at what was failed today"]),
    row(&[Place::Summary], &[Char('k')], Command::KeepGoing, First, ["k", "keep going", "go on beyond the day's minutes"]),
    row(&[Place::Summary], ENTER, Command::Confirm, First, ["Enter", "done", "back to the first screen (also Esc)"]),
    row(&[Place::Settings], &[KeyCode::Down, Char('j')], Command::Down, First, ["↑ ↓", "move", "move between the settings (also j k)"]),
    row(&[Place::Settings], &[KeyCode::Up, Char('k')], Command::Up, Help, ["", "", ""]),
    row(&[Place::Settings], ENTER, Command::Confirm, First, ["Enter", "change", "change the setting"]),
    row(&[Place::Settings], &[KeyCode::Right, Char('l')], Command::Right, Help, ["← →", "change", "the choice before or after (also h l)"]),
    row(&[Place::Settings], &[KeyCode::Left, Char('h')], Command::Left, Help, ["", "", ""]),
    row(&[Place::Unsaved], &[KeyCode::Enter], Command::Confirm, First, ["Enter", "try again", "try to save it again"]),
    row(&[Place::Typing], &[KeyCode::Enter], Command::Confirm, First, ["Enter", "save", "take what was typed"]),
    row(&[Place::Home], &[Char('g'), Char(',')], Command::Settings, First, ["g", "settings", "exam date, minutes a day, days off, second look, theme"]),
    row(CARD, &[Char('u')], Command::Undo, First, ["u", "undo", "take the last answer back, as often as you like"]),
    row(&[Place::Home, Place::Summary], &[Char('u')], Command::Undo, Second, ["u", "undo", "take the last answer back, as often as you like"]),
    row(CARD, &[Char('e')], Command::Why, Second, ["e", "why this", "why this card comes now"]),
    row(CARD, &[Char('f')], Command::Flag, Second, ["f", "flag", "mark the card, or unmark it"]),
    row(CARD, &[Char('-')], Command::Suspend, Second, ["-", "suspend", "take the card out of study (u brings it back)"]),
    row(READING, &[KeyCode::Down, Char('j')], Command::Down, Help, ["↑ ↓", "scroll", "scroll long text (also j k, Page keys, the wheel)"]),
    row(READING, &[KeyCode::Up, Char('k')], Command::Up, Help, ["", "", ""]),
    row(EVERYWHERE, &[KeyCode::PageDown], Command::PageDown, Help, ["", "", ""]),
    row(EVERYWHERE, &[KeyCode::PageUp], Command::PageUp, Help, ["", "", ""]),
    row(EVERYWHERE, &[KeyCode::Home], Command::Top, Help, ["", "", ""]),
    row(EVERYWHERE, &[KeyCode::End], Command::Bottom, Help, ["", "", ""]),
    row(&[Place::Why], &[KeyCode::Esc, KeyCode::Enter, Char(' '), Char('e')], Command::Back, First, ["Esc", "close", "close the panel"]),
    row(&[Place::Help], &[KeyCode::Esc, KeyCode::Enter, Char(' '), Char('?')], Command::Back, First, ["Esc", "close", "close the help"]),
    row(&[Place::Typing], &[KeyCode::Esc], Command::Back, First, ["Esc", "skip", "leave it as it is"]),
    row(&[Place::Unsaved], &[KeyCode::Esc], Command::Back, First, ["Esc", "back to the card", "go back to the card; nothing is recorded"]),
    row(&[Place::Settings], &[KeyCode::Esc], Command::Back, First, ["Esc", "back", "back to the first screen"]),
    row(&[Place::Summary], &[KeyCode::Esc], Command::Back, Help, ["", "", ""]),
    row(EVERYWHERE, &[Char('?')], Command::Help, Second, ["?", "help", "this help"]),
    row(CARD, &[KeyCode::Esc], Command::Back, Second, ["Esc", "home", "back to the first screen; everything answered is saved"]),
    row(EVERYWHERE, &[], Command::Help, Help, ["mouse", "", "click options and keys, turn the wheel; Shift-drag selects text"]),
    row(EVERYWHERE, &[Char('q')], Command::Quit, Second, ["q", "quit", "leave; everything answered is saved (also Ctrl-C)"]),
];

/// What a key means at a place. A capital letter means the small one.
pub fn command(place: Place, key: KeyCode) -> Option<Command> {
    let find = |key: KeyCode| {
        let row = rows(place).find(|r| r.keys.contains(&key))?;
        Some(match (row.command, key) {
            (Command::Pick(_), Char(digit)) => {
                Command::Pick(u8::try_from(digit.to_digit(10)?).ok()?)
            }
            (command, _) => command,
        })
    };
    find(key).or_else(|| match key {
        Char(c) if c.is_uppercase() => find(Char(c.to_lowercase().next()?)),
        _ => None,
    })
}

/// The message that a key makes at a place: a command, or something typed.
pub fn message(place: Place, key: KeyCode) -> Option<Msg> {
    match (command(place, key), place, key) {
        (Some(command), _, _) => Some(Msg::Do(command)),
        (None, place, Char(c)) if place.types() => Some(Msg::Type(c)),
        (None, place, KeyCode::Backspace) if place.types() => Some(Msg::Erase),
        _ => None,
    }
}

/// The rows of a place, most important first.
pub fn rows(place: Place) -> impl Iterator<Item = &'static Row> {
    let all = TABLE.iter().chain(mock::TABLE).chain(care::TABLE);
    let all = all.chain(plan::TABLE).chain(stats::TABLE);
    all.filter(move |r| r.places.contains(&place))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const PLACES: [Place; 30] = [
        Place::Home,
        Place::Front,
        Place::Back,
        Place::Choosing,
        Place::Explained,
        Place::Summary,
        Place::Settings,
        Place::Help,
        Place::Why,
        Place::Typing,
        Place::Unsaved,
        Place::Searching,
        Place::CardView,
        Place::Sure,
        Place::Noting,
        Place::Leech,
        Place::EditAgain,
        Place::Adding,
        Place::MockSetup,
        Place::MockPapers,
        Place::MockPaper,
        Place::MockExplained,
        Place::MockReview,
        Place::MockNumber,
        Place::MockYes,
        Place::MockAway,
        Place::MockPaused,
        Place::MockReport,
        Place::MockWalk,
        Place::Stats,
    ];

    #[test]
    fn no_key_means_two_things_at_one_place() {
        for place in PLACES {
            let mut seen = Vec::new();
            for row in rows(place) {
                for key in row.keys {
                    // The help closes with the key that opened it.
                    let help = place == Place::Help && *key == Char('?');
                    assert!(help || !seen.contains(key), "{place:?} {key:?}");
                    seen.push(*key);
                }
            }
        }
    }

    #[test]
    fn every_place_says_how_to_go_on_and_how_to_leave() {
        for place in PLACES {
            let first = rows(place).filter(|r| r.shown == First).count();
            assert!(first >= 1 || place == Place::Back, "{place:?}");
            let leaves = rows(place).any(|r| matches!(r.command, Command::Back | Command::Quit));
            assert!(leaves, "{place:?}");
        }
    }

    #[test]
    fn digits_carry_their_number_and_capitals_are_small() {
        assert_eq!(command(Place::Choosing, Char('3')), Some(Command::Pick(3)));
        assert_eq!(
            command(Place::Back, Char('4')),
            Some(Command::Grade(Grade::Easy))
        );
        assert_eq!(command(Place::Home, Char('S')), Some(Command::Begin));
        assert_eq!(command(Place::Home, Char('z')), None);
        assert_eq!(command(Place::Typing, Char('q')), None);
    }
}
