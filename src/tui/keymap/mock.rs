//! The mock's part of the table of keys.

use super::{Command, DIGITS, ENTER, Place, Row, row};
use crossterm::event::KeyCode::{self, Char};

use super::Shown::{First, Help, Second};

const EVERYWHERE: &[Place] = &[
    Place::MockSetup,
    Place::MockPapers,
    Place::MockPaper,
    Place::MockExplained,
    Place::MockReview,
    Place::MockReport,
    Place::MockWalk,
];
const QUESTION: &[Place] = &[Place::MockPaper, Place::MockExplained];
const SHEETS: &[Place] = &[Place::MockYes, Place::MockAway, Place::MockPaused];
const BACK: &[Place] = &[
    Place::MockSetup,
    Place::MockPapers,
    Place::MockReport,
    Place::MockWalk,
];
const READING: &[Place] = &[Place::MockExplained, Place::MockReport, Place::MockWalk];
const LISTS: &[Place] = &[Place::MockSetup, Place::MockPapers];
const DOWNWARDS: &[Place] = &[Place::MockSetup, Place::MockPapers, Place::MockReview];
const SIDEWAYS: &[Place] = &[Place::MockSetup, Place::MockReview];

#[rustfmt::skip]
pub(super) static TABLE: &[Row] = &[
    row(&[Place::Home], &[Char('m')], Command::Mock, First, ["m", "mock", "a mock exam: begin one, go on with one"]),
    row(&[Place::Home], &[Char('w')], Command::WalkThrough, Second, ["w", "walk", "walk through the latest marked paper"]),
    row(&[Place::Home], &[Char('p')], Command::Papers, Second, ["p", "papers", "every paper so far, with its report"]),

    row(&[Place::MockSetup], ENTER, Command::Confirm, First, ["Enter", "begin", "begin this paper"]),
    row(&[Place::MockSetup], &[KeyCode::Left, Char('h')], Command::Left, First, ["← →", "change", "the value before or after (also h l)"]),
    row(LISTS, &[KeyCode::Up, Char('k')], Command::Up, First, ["↑ ↓", "move", "move (also j k)"]),
    row(SIDEWAYS, &[KeyCode::Right, Char('l')], Command::Right, Help, ["", "", ""]),
    row(DOWNWARDS, &[KeyCode::Down, Char('j')], Command::Down, Help, ["", "", ""]),
    row(&[Place::MockSetup], &[Char('p')], Command::Papers, Second, ["p", "papers", "every paper so far, with its report"]),
    row(&[Place::MockPapers], ENTER, Command::Confirm, First, ["Enter", "report", "open the paper's report"]),
    row(&[Place::MockPapers], &[Char('a')], Command::Again, First, ["a", "sit again", "sit the same questions in the same order once more"]),

    row(&[Place::MockPaper], DIGITS, Command::Pick(0), First, ["1–9", "choose", "choose an option, or let it go"]),
    row(&[Place::MockPaper], &[KeyCode::Enter], Command::Confirm, First, ["Enter", "next", "the next question; in practice: answer"]),
    row(&[Place::MockPaper], &[Char(' ')], Command::Toggle, Help, ["Space", "choose", "choose the option at the cursor, or let it go"]),
    row(&[Place::MockExplained], ENTER, Command::Confirm, First, ["Enter", "next", "the next question (also Space)"]),
    row(QUESTION, &[Char('f')], Command::Flag, First, ["f", "flag", "flag the question for review, or take the flag off"]),
    row(QUESTION, &[Char('r'), KeyCode::Esc], Command::Review, First, ["r", "review", "the grid of all questions, and the end (also Esc)"]),
    row(&[Place::MockPaper], &[Char('x')], Command::Strike, Second, ["x", "strike", "strike out the option at the cursor, or bring it back"]),
    row(QUESTION, &[Char('n'), KeyCode::Right, Char('l')], Command::Right, Second, ["n p", "next, back", "the question after or before (also ← →)"]),
    row(QUESTION, &[Char('p'), KeyCode::Left, Char('h')], Command::Left, Help, ["", "", ""]),
    row(QUESTION, &[Char('u')], Command::NextOpen, Second, ["u", "unanswered", "the next question without an answer"]),
    row(QUESTION, &[Char('/')], Command::GoTo, Second, ["/", "go to", "go to a question by its number"]),
    row(&[Place::MockPaper], &[Char('g')], Command::Guess, Second, ["g", "I guess", "say that you guess, or take that back"]),
    row(&[Place::MockPaper], &[Char('c')], Command::Certain, Help, ["c", "I'm certain", "say that you are certain, or take that back"]),
    row(QUESTION, &[Char('b')], Command::Pause, Help, ["b", "break", "practice only: stop the clock for a break"]),
    row(&[Place::MockPaper], &[KeyCode::Down, Char('j')], Command::Down, Help, ["↑ ↓", "option", "move the cursor; long text scrolls (also j k)"]),
    row(&[Place::MockPaper], &[KeyCode::Up, Char('k')], Command::Up, Help, ["", "", ""]),

    row(&[Place::MockReview], ENTER, Command::Confirm, First, ["Enter", "open", "open the question"]),
    row(&[Place::MockReview], &[Char('e')], Command::HandIn, First, ["e", "end", "end the paper and have it marked"]),
    row(&[Place::MockReview], &[Char('t'), KeyCode::Tab], Command::Filter, First, ["t", "other list", "show all, the unanswered or the flagged (also Tab)"]),
    row(&[Place::MockReview], &[KeyCode::Left, Char('h')], Command::Left, Help, ["← → ↑ ↓", "move", "move in the grid (also h l k j)"]),
    row(&[Place::MockReview], &[KeyCode::Up, Char('k')], Command::Up, Help, ["", "", ""]),
    row(&[Place::MockReview], &[Char('u')], Command::NextOpen, Second, ["u", "unanswered", "the next question without an answer"]),
    row(&[Place::MockReview], &[Char('/')], Command::GoTo, Second, ["/", "go to", "go to a question by its number"]),
    row(&[Place::MockReview], &[Char('d')], Command::GiveUp, Help, ["d", "give up", "give the paper up, without a mark"]),
    row(&[Place::MockReview], &[KeyCode::Esc, Char('r')], Command::Back, Second, ["Esc", "back", "back to the question"]),

    row(&[Place::MockReport], ENTER, Command::WalkThrough, First, ["Enter", "walk through", "walk through the questions (also w)"]),
    row(&[Place::MockReport], &[Char('w')], Command::WalkThrough, Help, ["", "", ""]),
    row(&[Place::MockReport], &[Char('a')], Command::Again, Second, ["a", "sit again", "sit the same questions in the same order once more"]),
    row(&[Place::MockWalk], &[Char('n'), KeyCode::Right, Char('l'), KeyCode::Enter, Char(' ')], Command::Right, First, ["n p", "next, back", "the question after or before (also ← →, Space)"]),
    row(&[Place::MockWalk], &[Char('p'), KeyCode::Left, Char('h')], Command::Left, Help, ["", "", ""]),
    row(&[Place::MockWalk], &[Char('t'), KeyCode::Tab], Command::Filter, First, ["t", "other list", "walk through all, the wrong, the flagged or the guessed"]),
    row(&[Place::MockWalk], &[Char('o')], Command::Note, First, ["o", "note", "write a note on the question"]),
    row(&[Place::MockWalk], &[Char('d')], Command::Dispute, First, ["d", "dispute", "dispute the key: it leaves study and scoring; or take that back"]),
    row(READING, &[KeyCode::Down, Char('j')], Command::Down, Help, ["↑ ↓", "scroll", "scroll long text (also j k, Page keys, the wheel)"]),
    row(READING, &[KeyCode::Up, Char('k')], Command::Up, Help, ["", "", ""]),

    row(&[Place::MockNumber], &[KeyCode::Enter], Command::Confirm, First, ["Enter", "go", "go to the question of this number"]),
    row(&[Place::MockNumber], &[KeyCode::Esc], Command::Back, First, ["Esc", "stay", "stay at this question"]),
    row(&[Place::MockYes], &[Char('y')], Command::Yes, First, ["y", "yes", "yes"]),
    row(&[Place::MockYes], &[KeyCode::Esc, Char('n')], Command::Back, First, ["Esc", "no, go back", "no, go back"]),
    row(&[Place::MockAway], &[Char('1')], Command::Pick(1), First, ["1", "go on", "go on where you left; the time away doesn't count"]),
    row(&[Place::MockAway], &[Char('2')], Command::Pick(2), First, ["2", "count it", "go on; the time away counts, as it would in the real exam"]),
    row(&[Place::MockAway], &[Char('3')], Command::Pick(3), First, ["3", "give up", "give the paper up, without a mark"]),
    row(&[Place::MockAway], &[KeyCode::Esc], Command::Back, Second, ["Esc", "later", "decide later; the paper stays open"]),
    row(&[Place::MockPaused], ENTER, Command::Confirm, First, ["Enter", "go on", "go on with the paper"]),
    row(&[Place::MockPaused], &[KeyCode::Esc], Command::Back, First, ["Esc", "home", "back to the first screen; the paper waits"]),

    row(EVERYWHERE, &[KeyCode::PageDown], Command::PageDown, Help, ["", "", ""]),
    row(EVERYWHERE, &[KeyCode::PageUp], Command::PageUp, Help, ["", "", ""]),
    row(EVERYWHERE, &[KeyCode::Home], Command::Top, Help, ["", "", ""]),
    row(EVERYWHERE, &[KeyCode::End], Command::Bottom, Help, ["", "", ""]),
    row(EVERYWHERE, &[Char('?')], Command::Help, Second, ["?", "help", "this help"]),
    row(BACK, &[KeyCode::Esc], Command::Back, Second, ["Esc", "back", "back"]),
    row(EVERYWHERE, &[Char('q')], Command::Quit, Second, ["q", "quit", "leave; everything answered is saved (also Ctrl-C)"]),
    row(SHEETS, &[Char('q')], Command::Quit, Help, ["q", "quit", "leave; everything answered is saved (also Ctrl-C)"]),
];
