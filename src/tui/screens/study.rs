//! A card on the table: what its two kinds share.

use super::{flashcard, near_date, question};
use crate::domain::event::MissReason;
use crate::domain::{CardIx, Day, EventId, Face, Grade, Moment, Sureness, Text};
use crate::scheduling::progress::Deed;
use crate::scheduling::queue::due_day;
use crate::session::answering::outlooks;
use crate::session::why::{Worth, sentences};
use crate::session::{Showing, Study};
use crate::tui::keymap::{Command, Place};
use crate::tui::known::Known;
use crate::tui::markdown::render_in;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::widgets::page::Page;
use ratatui::text::{Line, Span};

/// The card on the table.
#[derive(Debug)]
pub struct Table {
    /// Which.
    pub ix: CardIx,
    /// Its wording, its options' order, why it comes now.
    pub showing: Showing,
    /// When it was put there.
    pub since: Moment,
    /// How far it has come.
    pub stage: Stage,
    /// Rows scrolled down; none: wherever it reads best.
    pub scroll: Option<u16>,
    /// Marked by the person.
    pub flagged: bool,
    /// The person's own note on it.
    pub note: Option<Text>,
    /// A flashcard's grade was recorded; it only waits for a word to be read.
    pub done: bool,
    /// The answer that was recorded.
    pub answered: Option<EventId>,
    /// Why it was missed, if the person said so.
    pub reason: Option<MissReason>,
    /// Why it came, in sentences, as things stood then.
    pub(in crate::tui) why: Vec<String>,
    /// The same in numbers, where a plan chose it.
    pub(in crate::tui) worth: Option<Worth>,
    /// What stands above it.
    head: String,
    left: String,
    used: f64,
    /// When it would come back after each grade.
    pub(super) dates: [String; 4],
}

/// How far a card has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// A flashcard's question.
    Front,
    /// Its answer, with the grade that stands out.
    Back(Grade),
    /// A question is being answered.
    Choosing {
        /// The option under the cursor, by place.
        cursor: Option<usize>,
        /// Places of the options chosen.
        chosen: Vec<usize>,
        /// What was said of certainty.
        sure: Sureness,
    },
    /// A question was answered and recorded.
    Explained {
        /// Places of the options chosen.
        chosen: Vec<usize>,
        /// Whether it was right.
        right: bool,
        /// What was said of certainty.
        sure: Sureness,
        /// When it comes back.
        again: String,
    },
}

impl Table {
    /// Puts a card on the table.
    pub fn new(ix: CardIx, showing: Showing, study: &Study, known: &Known, now: Moment) -> Self {
        let stage = match showing.content.face {
            Face::Flashcard(_) => Stage::Front,
            Face::Choice(_) => Stage::Choosing {
                cursor: None,
                chosen: Vec::new(),
                sure: Sureness::Unsaid,
            },
        };
        let state = known.progress.card(&showing.card);
        let dates =
            outlooks(known.replay.fsrs(), state, study.day).map(|o| near_date(o.due, study.day));
        Self {
            ix,
            since: now,
            stage,
            scroll: None,
            flagged: state.is_some_and(|s| s.flagged),
            note: state.and_then(|s| s.note.clone()),
            done: false,
            answered: None,
            reason: None,
            worth: None,
            why: sentences(
                showing.why,
                state,
                known.catalogue.entry(ix).tier,
                study.day,
            ),
            head: head(ix, known),
            left: String::new(),
            used: 0.0,
            dates,
            showing,
        }
    }

    /// Brings the minutes up to date; `drilled` cards are left of a drill.
    pub fn look_at_clock(&mut self, study: &Study, known: &Known, drilled: usize) {
        let minutes = study
            .minutes
            .unwrap_or_else(|| crate::session::today::minutes_on(&known.progress, study.day));
        let left = study.left_s(&known.progress);
        self.used = 1.0 - left / (f64::from(minutes.max(1)) * 60.0);
        self.left = if let Some(placement) = &study.placement {
            let (asked, all) = placement.count();
            format!("placement · {} of {all}", (asked + 1).min(all))
        } else if study.drill.is_some() {
            format!("drill · {drilled} missed")
        } else if study.keep_going || left <= 0.0 {
            "beyond today's plan".into()
        } else {
            format!("{} min left", (left / 60.0).ceil())
        };
    }

    /// Brings flag and note up to date, and finds the latest answer to it.
    pub fn look_at_marks(&mut self, known: &Known) {
        let state = known.progress.card(&self.showing.card);
        self.flagged = state.is_some_and(|s| s.flagged);
        self.note = state.and_then(|s| s.note.clone());
        let mut recent = known.progress.recent.iter().rev();
        let answer = recent.find(|r| r.card == self.showing.card && r.deed == Deed::Answer);
        self.answered = answer.map(|r| r.id);
    }

    /// Seconds that it has been on the table.
    pub fn seconds(&self, now: Moment) -> f32 {
        (now.utc_ms.saturating_sub(self.since.utc_ms).max(0) as f64 / 1000.0) as f32
    }

    /// The question's answer was recorded: show what is right and why.
    pub fn explain(&mut self, known: &Known, day: Day, right: bool) {
        if let Stage::Choosing { chosen, sure, .. } = &self.stage {
            let state = known.progress.card(&self.showing.card);
            let again = state
                .and_then(due_day)
                .map_or_else(String::new, |d| near_date(d, day));
            self.stage = Stage::Explained {
                chosen: chosen.clone(),
                right,
                sure: *sure,
                again,
            };
            self.scroll = None;
        }
    }

    /// Brings the option under the cursor into sight.
    pub fn show_cursor(&mut self, scene: &Scene) {
        let Stage::Choosing {
            cursor: Some(at), ..
        } = self.stage
        else {
            return;
        };
        if let Some((start, end)) = scene.options.get(at).copied() {
            if end > scene.offset + scene.viewport {
                self.scroll = Some(end.saturating_sub(scene.viewport).min(start));
            } else if start < scene.offset {
                self.scroll = Some(start);
            }
        }
    }

    /// Another grade stands out.
    pub fn other_grade(&mut self, forward: bool) {
        if let Stage::Back(grade) = &mut self.stage {
            let at = grade.number() as usize - 1;
            let to = if forward {
                at + 1
            } else {
                at.saturating_sub(1)
            };
            *grade = Grade::ALL[to.min(Grade::ALL.len() - 1)];
        }
    }

    /// Chooses, lets go, or takes note of certainty. Returns a remark if that
    /// can't be.
    pub fn choose(&mut self, command: Command) -> Option<String> {
        let keys = self.showing.content.choice()?.keys();
        let options = self.showing.order.len();
        let Stage::Choosing {
            cursor,
            chosen,
            sure,
        } = &mut self.stage
        else {
            return None;
        };
        let at = match command {
            Command::Guess | Command::Certain => {
                let said = match command {
                    Command::Guess => Sureness::Guessed,
                    _ => Sureness::Sure,
                };
                *sure = if *sure == said {
                    Sureness::Unsaid
                } else {
                    said
                };
                return None;
            }
            Command::Pick(number) => usize::from(number).checked_sub(1)?,
            _ => match cursor {
                Some(at) => *at,
                None => return Some("Choose an option by its number, or with the arrows.".into()),
            },
        };
        if at >= options {
            return Some(format!("There are {options} options."));
        }
        *cursor = Some(at);
        if let Some(i) = chosen.iter().position(|c| *c == at) {
            chosen.remove(i);
        } else if keys == 1 {
            *chosen = vec![at];
        } else if chosen.len() < keys {
            chosen.push(at);
        } else {
            let n = question::number_word(keys);
            return Some(format!("You have chosen {n} already; let one go first."));
        }
        None
    }

    /// Moves the cursor among the options; text that is out of sight comes
    /// into sight first.
    pub fn move_cursor(&mut self, down: bool, scene: &Scene) {
        let Stage::Choosing { cursor, .. } = &mut self.stage else {
            return;
        };
        let (offset, height) = (scene.offset, scene.viewport.max(1));
        let last = scene.options.len().saturating_sub(1);
        let half = (height / 2).max(1);
        let to = match (*cursor, down) {
            (None, true) => 0,
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) if at > 0 => at - 1,
            (_, false) => {
                self.scroll = Some(offset.saturating_sub(half));
                return;
            }
        };
        let Some((start, end)) = scene.options.get(to).copied() else {
            return;
        };
        // An option higher than the window is in sight when its top is.
        let end = end.min(start.saturating_add(height));
        let far = if down {
            end.saturating_sub(offset.saturating_add(height))
        } else {
            offset.saturating_sub(start)
        };
        let step = far.min(half);
        if step > 0 {
            self.scroll = Some(if down { offset + step } else { offset - step });
        }
        if step == far {
            *cursor = Some(to);
        }
    }

    /// Where the person is.
    pub fn place(&self) -> Place {
        match self.stage {
            Stage::Front => Place::Front,
            Stage::Back(_) => Place::Back,
            Stage::Choosing { .. } => Place::Choosing,
            Stage::Explained { .. } => Place::Explained,
        }
    }

    /// The scene.
    pub fn paint(&self, scene: &mut Scene, page: &Page, remark: Option<&str>, theme: &Theme) {
        let flag = if self.flagged { "  ⚑ flagged" } else { "" };
        page.put_head(
            scene,
            Line::from(vec![
                Span::styled(self.head.clone(), theme.dim),
                Span::styled(flag, theme.accent),
            ]),
            Line::from(Span::styled(self.left.clone(), theme.dim)),
        );
        page.put_rule(scene, self.used, theme);
        match &self.showing.content.face {
            Face::Flashcard(card) => {
                flashcard::paint(self, card, scene, page, remark, theme);
            }
            Face::Choice(choice) => question::paint(self, choice, scene, page, remark, theme),
        }
    }

    /// Status and reference, for the end of an answer.
    pub(super) fn further(&self, width: usize, theme: &Theme) -> Vec<Line<'static>> {
        let card = &self.showing.content;
        let mut out = Vec::new();
        if let Some(note) = &self.note {
            out.extend(super::labelled("Your note", &note.one_line(), width, theme));
        }
        for text in [&card.status, &card.reference].into_iter().flatten() {
            if !text.is_blank() {
                out.extend(render_in(text, width, theme, theme.dim));
            }
        }
        if !out.is_empty() {
            out.insert(0, Line::default());
        }
        out
    }
}

fn head(ix: CardIx, known: &Known) -> String {
    let deck = known.catalogue.deck_of(ix).title.one_line();
    match known.catalogue.entry(ix).task {
        Some(task) => format!("{deck} · {task}"),
        None => deck,
    }
}
