//! What a paper asks before something that can't be taken back, and after a
//! time away.

use super::mock_paper::time_left;
use super::prose;
use crate::domain::EventId;
use crate::exam::clock::Reading;
use crate::exam::overview::StillOpen;
use crate::exam::report_text::long;
use crate::exam::timer::Timer;
use crate::tui::keymap::Place;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::{sheet, typing};
use ratatui::text::{Line, Span};

/// A sheet over a paper.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// End the paper?
    HandIn(StillOpen),
    /// Leave while the clock runs?
    Leave {
        /// For good, not for the first screen.
        quit: bool,
    },
    /// Give it up?
    GiveUp,
    /// Sit an earlier paper once more?
    Again {
        /// Which.
        mock: EventId,
        /// Its questions that are still there.
        questions: usize,
        /// Minutes for them.
        minutes: u32,
    },
    /// The candidate was away.
    Away {
        /// The name of the paper: it was just found open.
        found: Option<String>,
    },
    /// A practice paper rests; after how long away, if it was.
    Paused(Option<u64>),
    /// A question's number is typed.
    Number(String),
    /// A note is typed.
    Note(String),
}

impl Sheet {
    /// Which keys mean something.
    pub fn place(&self) -> Place {
        match self {
            Sheet::HandIn(_) | Sheet::Leave { .. } | Sheet::GiveUp | Sheet::Again { .. } => {
                Place::MockYes
            }
            Sheet::Away { .. } => Place::MockAway,
            Sheet::Paused(_) => Place::MockPaused,
            Sheet::Number(_) => Place::MockNumber,
            Sheet::Note(_) => Place::Noting,
        }
    }

    /// Whether the question may be read behind it.
    pub fn hides_question(&self) -> bool {
        matches!(self, Sheet::Away { .. } | Sheet::Paused(_) | Sheet::GiveUp)
    }

    /// Something was typed.
    pub fn type_in(&mut self, text: &str) {
        match self {
            Sheet::Number(typed) => {
                let digits: String = text.chars().filter(char::is_ascii_digit).collect();
                typing::type_in(typed, &digits, 3);
            }
            Sheet::Note(typed) => {
                typing::type_in(typed, text, 2_000);
            }
            _ => {}
        }
    }

    /// Backspace.
    pub fn erase(&mut self) {
        if let Sheet::Number(typed) | Sheet::Note(typed) = self {
            typing::erase(typed);
        }
    }

    /// The sheet. `timer`: that of the paper on the table.
    pub fn paint(
        &self,
        scene: &mut Scene,
        page: &Page,
        timer: Option<&Timer>,
        now: &Reading,
        theme: &Theme,
    ) {
        let width = usize::from(page.body.width);
        let mut lines = Vec::new();
        let mut say = |text: &str, style| lines.extend(prose(text, style, width));
        let title = match self {
            Sheet::HandIn(open) => {
                for line in open.in_words() {
                    say(&line, theme.text);
                }
                if !open.unanswered.is_empty() || !open.partial.is_empty() {
                    say(
                        "Without an answer counts as wrong; a guess costs nothing.",
                        theme.dim,
                    );
                }
                if open.in_words().is_empty() {
                    say("Everything is answered and nothing is flagged.", theme.text);
                }
                "End the paper?".to_owned()
            }
            Sheet::Leave { .. } => {
                say(
                    "The exam's clock can't be stopped. Everything answered is saved, and the \
                     paper stays open; when you come back you say whether the time away counts.",
                    theme.text,
                );
                "Leave in the middle of the exam?".to_owned()
            }
            Sheet::GiveUp => {
                say(
                    "It won't be marked, and its questions have been seen: they come back in \
                     study and in later papers.",
                    theme.text,
                );
                "Give this paper up?".to_owned()
            }
            Sheet::Again {
                questions, minutes, ..
            } => {
                say(
                    &format!(
                        "The same {questions} questions in the same order, as an exam of {minutes} \
                         minutes. Its clock starts at once."
                    ),
                    theme.text,
                );
                "Sit this paper once more?".to_owned()
            }
            Sheet::Away { found } => {
                if let Some(name) = found {
                    say(&format!("{name} is still open."), theme.text);
                    say("", theme.text);
                }
                say(
                    "1  Go on where you left; it doesn't count, and the report says so.",
                    theme.text,
                );
                let left = timer.map_or(0, |t| t.left_if_counted_ms(now));
                let count = match left {
                    0 => "2  Count it: that uses up all the time, and the paper ends.".into(),
                    ms => format!(
                        "2  Count it, as the real exam would: {} left then.",
                        time_left(ms)
                    ),
                };
                say(&count, theme.text);
                say("3  Give the paper up.", theme.text);
                let away = timer.map_or(0, |t| t.away_ms(now));
                format!("You were away for {}", long(away))
            }
            Sheet::Paused(away) => {
                if let Some(ms) = away {
                    let line = format!(
                        "You were away for {}; practice doesn't count it.",
                        long(*ms)
                    );
                    say(&line, theme.text);
                }
                say("The clock stands still.", theme.dim);
                "A break".to_owned()
            }
            Sheet::Number(typed) => {
                lines = vec![typing::line(typed, width, theme)];
                "Go to which question?".to_owned()
            }
            Sheet::Note(typed) => {
                lines = vec![typing::line(typed, width, theme), Line::default()];
                lines.extend(prose("Empty takes the note off.", theme.dim, width));
                "A note on this question".to_owned()
            }
        };
        let title = Span::styled(title, theme.strong);
        sheet::put(scene, page, title, lines, self.place(), theme);
    }
}
