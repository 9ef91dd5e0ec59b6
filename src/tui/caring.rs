//! What the program does when a person looks cards up and cares for them:
//! suspends, puts aside, starts anew, marks, notes, says why it was missed.

use super::app::{App, Effect, Over, Pending, Screen};
use super::keymap::Command;
use super::mocking::Stage as Mock;
use super::screens::browse::Browse;
use super::screens::card_view::{CardView, is_in_study};
use super::screens::care_sheets::{CareSheet, Leech};
use super::screens::study::Stage;
use crate::domain::event::{Buried, Explained, Marked, MissReason, Noted, OfCard};
use crate::domain::{Card, CardIx, CardRef, Catalogue, Day, Event, Happening, Moment, Text};
use crate::scheduling::CardState;
use crate::session::desk::Owed;
use crate::session::drill::Drill;
use crate::session::missed::Filter;
use crate::session::missed::became_leech;
use crate::session::mixups::confused;
use crate::session::search::{Haystack, Query};
use crate::tui::widgets::page::Page;
use ratatui::layout::Rect;
use std::sync::Arc;

impl App {
    /// A card as the person corrected it.
    pub(super) fn worded(&mut self, ix: CardIx, card: Card) -> Card {
        let name = &self.known.catalogue.entry(ix).card;
        let card = self.known.progress.worded(name, card);
        if let Some(choice) = card.choice() {
            self.known.count_keys(ix, choice.keys());
        }
        card
    }

    /// Looks for what was mixed up, if there is anything to look at.
    pub(super) fn compare(&self) -> Vec<Effect> {
        let found = confused(&self.known.catalogue, &self.known.progress);
        match found.is_empty() {
            true => Vec::new(),
            false => vec![Effect::Compare(found)],
        }
    }

    /// What was mixed up is here.
    pub(super) fn compared(
        &mut self,
        found: Option<(Arc<Catalogue>, Vec<Owed>)>,
        now: Moment,
    ) -> Vec<Effect> {
        if let Some((catalogue, owed)) = found {
            if catalogue.len() != self.known.catalogue.len() {
                self.known.catalogue = catalogue;
                // The new ones are to be found as well.
                self.hay = None;
            }
            self.desk.owe(owed);
        }
        match std::mem::take(&mut self.next_after_compare) {
            true => self.next_card(now),
            false => Vec::new(),
        }
    }

    /// Missed cards that a drill would show: all in scope.
    pub(super) fn count_missed(&mut self, day: Day) -> u32 {
        let filter = Filter {
            scope: self.known.scope.clone(),
            ..Filter::default()
        };
        u32::try_from(self.queue_of(&Drill::of(filter), day)).unwrap_or(u32::MAX)
    }

    /// Missed cards that are left of the drill at hand.
    pub(super) fn drilled(&mut self, day: Day) -> usize {
        let drill = self.study.as_ref().and_then(|s| s.drill.clone());
        drill.map_or(0, |drill| self.queue_of(&drill, day))
    }

    fn queue_of(&mut self, drill: &Drill, day: Day) -> usize {
        let known = &self.known;
        let hidden = self.desk.hidden(known.shelf(day));
        let queue = drill.queue(&known.catalogue, &known.exams, &known.progress, hidden, day);
        queue.len()
    }

    /// Opens browse; all wording is read the first time.
    pub(super) fn browse(&mut self, now: Moment) -> Vec<Effect> {
        self.screen = Screen::Browse(Box::new(Browse::on(now.study_day())));
        self.search();
        match self.hay {
            Some(_) => Vec::new(),
            None => vec![Effect::ReadAll],
        }
    }

    /// The wording of all cards is here.
    pub(super) fn read_all(&mut self, hay: Haystack) {
        self.hay = Some(hay);
        self.search();
    }

    /// Finds what was typed.
    pub(super) fn search(&mut self) {
        let (Screen::Browse(browse), Some(hay)) = (&mut self.screen, &self.hay) else {
            return;
        };
        let known = &self.known;
        let query = Query::parse(&browse.typed);
        let mut hits = hay.find(&query, &known.catalogue, &known.progress, browse.day);
        let hidden = self.desk.hidden(known.shelf(browse.day));
        hits.retain(|ix| !hidden.contains(ix));
        browse.found(hits, query.unknown);
    }

    /// Typing in browse.
    pub(super) fn type_query(&mut self, text: &str) {
        if let Screen::Browse(browse) = &mut self.screen
            && browse.open.is_none()
            && browse.type_in(text)
        {
            self.search();
        }
    }

    /// Backspace in browse.
    pub(super) fn erase_query(&mut self) {
        if let Screen::Browse(browse) = &mut self.screen
            && browse.open.is_none()
            && browse.erase()
        {
            self.search();
        }
    }

    /// Opens the card under the cursor.
    pub(super) fn open_card(&mut self) -> Vec<Effect> {
        let Screen::Browse(browse) = &self.screen else {
            return Vec::new();
        };
        let Some(ix) = browse.card() else {
            return Vec::new();
        };
        vec![Effect::Load(ix), self.ask_history(ix)]
    }

    /// Opens the card at a place of the list.
    pub(super) fn open_item(&mut self, at: usize) -> Vec<Effect> {
        let body = self.body_height();
        if let Screen::Browse(browse) = &mut self.screen {
            let by = at as i64 - browse.at as i64;
            browse.go(i32::try_from(by).unwrap_or(0), body);
        }
        self.open_card()
    }

    /// The card after or before in the list.
    pub(super) fn other_card(&mut self, forward: bool) -> Vec<Effect> {
        let body = self.body_height();
        let Screen::Browse(browse) = &mut self.screen else {
            return Vec::new();
        };
        let at = browse.at;
        browse.go(if forward { 1 } else { -1 }, body);
        if browse.at == at {
            self.remark = Some("There are no more cards in the list.".into());
            return Vec::new();
        }
        self.open_card()
    }

    /// The cursor of the list moves.
    pub(super) fn go_in_list(&mut self, by: i32) {
        let body = self.body_height();
        if let Screen::Browse(browse) = &mut self.screen {
            browse.go(by, body);
        }
    }

    /// Whether the list of browse has the keys.
    pub(super) fn in_list(&self) -> bool {
        let list = matches!(&self.screen, Screen::Browse(b) if b.open.is_none());
        list && self.over.is_none()
    }

    fn body_height(&self) -> u16 {
        let window = Rect::new(0, 0, self.size.0, self.size.1);
        Page::of(window).map_or(1, |page| page.body.height)
    }

    pub(super) fn ask_history(&self, ix: CardIx) -> Effect {
        let entry = self.known.catalogue.entry(ix);
        let mut names = vec![entry.card.clone()];
        names.extend(entry.was.iter().cloned());
        Effect::History(ix, names)
    }

    /// A wording that browse asked for is here.
    pub(super) fn opened(&mut self, ix: CardIx, card: Card) {
        if let Screen::Browse(browse) = &mut self.screen {
            let name = self.known.catalogue.entry(ix).card.clone();
            let view = CardView::new(ix, name, card, browse.day);
            browse.open = Some(Box::new(view));
            return;
        }
        match &mut self.screen {
            // It was put right while it is looked at.
            Screen::Study(table) if table.ix == ix => {
                table.showing.reword(card, &self.known.progress);
            }
            Screen::Mock(Mock::Marked(marked)) => {
                let name = self.known.catalogue.entry(ix).card.clone();
                marked.wording.insert(name, card);
            }
            _ => {}
        }
    }

    /// What happened to a card is here.
    pub(super) fn remembered(&mut self, ix: CardIx, names: &[CardRef], events: &[Event]) {
        if let Screen::Browse(browse) = &mut self.screen
            && let Some(view) = browse.open.as_mut().filter(|v| v.ix == ix)
        {
            view.remember(events, names);
        }
    }

    /// Esc in browse: from the card to the list, from a list to what it was opened
    /// from, from words to none, home.
    pub(super) fn leave_browse(&mut self, now: Moment) -> Vec<Effect> {
        let in_list = matches!(&self.screen, Screen::Browse(b) if b.open.is_none());
        if in_list && let Some(effects) = self.go_back(now) {
            return effects;
        }
        match &mut self.screen {
            Screen::Browse(browse) if browse.open.is_some() => browse.open = None,
            Screen::Browse(browse) if !browse.typed.is_empty() => {
                browse.typed.clear();
                self.search();
            }
            _ => self.go_home(now),
        }
        Vec::new()
    }

    /// The card at hand, on the table or looked up.
    fn at_hand(&self) -> Option<CardRef> {
        match &self.screen {
            Screen::Study(table) => Some(table.showing.card.clone()),
            Screen::Browse(browse) => browse.open.as_ref().map(|v| v.name.clone()),
            _ => None,
        }
    }

    /// Something is to be done about the card at hand.
    pub(super) fn care(&mut self, command: Command, now: Moment) -> Vec<Effect> {
        let Some(card) = self.at_hand() else {
            return Vec::new();
        };
        let day = now.study_day();
        let untouched = CardState::default();
        let state = self.known.progress.card(&card).unwrap_or(&untouched);
        let in_view = matches!(self.screen, Screen::Browse(_));
        match command {
            Command::Suspend if in_view && !is_in_study(state, day) => {
                self.tend(Happening::Restored(OfCard { card }), "Back in study.")
            }
            Command::Suspend if in_view => self.tend(
                Happening::Suspended(OfCard { card }),
                "Suspended: it won't come in study.",
            ),
            Command::Suspend => self.suspend(),
            Command::Bury => {
                let until = day + 1;
                let what = Happening::Buried(Buried { card, until });
                if in_view {
                    return self.tend(what, "Put aside until tomorrow.");
                }
                self.record(Pending::Bury, what)
            }
            Command::Flag => {
                let on = !state.flagged;
                let words = if on { "Flagged." } else { "No longer flagged." };
                self.tend(Happening::Flagged(Marked { card, on }), words)
            }
            Command::Dispute if !self.is_question() => Vec::new(),
            Command::Dispute => {
                let on = !state.disputed;
                let words = if on {
                    "Disputed: it leaves study and scoring."
                } else {
                    "No longer disputed."
                };
                self.tend(Happening::Disputed(Marked { card, on }), words)
            }
            Command::Reset => {
                if !state.is_seen() {
                    self.remark = Some("It has no history yet.".into());
                    return Vec::new();
                }
                let what = Happening::Reset(OfCard { card });
                self.over = Some(Over::Care(CareSheet::Sure { what }));
                Vec::new()
            }
            Command::Note => {
                let note = state.note.as_ref();
                let typed = note.map_or_else(String::new, Text::one_line);
                self.over = Some(Over::Care(CareSheet::Note { card, typed }));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn is_question(&self) -> bool {
        match &self.screen {
            Screen::Study(table) => table.showing.content.choice().is_some(),
            Screen::Browse(browse) => browse.open.as_ref().is_some_and(|v| v.is_question()),
            _ => false,
        }
    }

    /// Why the question on the table was missed.
    pub(super) fn explain_miss(&mut self, reason: MissReason) -> Vec<Effect> {
        let Screen::Study(table) = &self.screen else {
            return Vec::new();
        };
        if !matches!(table.stage, Stage::Explained { right: false, .. }) {
            return Vec::new();
        }
        if table.reason.is_some() {
            self.remark = Some("A reason is noted already; u takes it back.".into());
            return Vec::new();
        }
        let Some(event) = table.answered else {
            return Vec::new();
        };
        let card = table.showing.card.clone();
        self.record(
            Pending::Reason(reason),
            Happening::Explained(Explained {
                card,
                event,
                reason,
            }),
        )
    }

    fn tend(&mut self, what: Happening, words: &'static str) -> Vec<Effect> {
        self.record(Pending::Care(words), what)
    }

    /// Enter on a sheet, or yes.
    pub(super) fn agree(&mut self, sheet: CareSheet) -> Vec<Effect> {
        match sheet {
            CareSheet::Sure { what } => self.tend(what, "Its history begins anew."),
            CareSheet::Note { card, typed } => {
                let text = Text::new(typed.trim());
                let words = if text.is_blank() {
                    "No note any more."
                } else {
                    "Noted."
                };
                self.tend(Happening::Noted(Noted { card, text }), words)
            }
            CareSheet::Leech(_) => Vec::new(),
            CareSheet::EditAgain { again, .. } => self.edit_again(again),
        }
    }

    /// Something was done about the card at hand: show it as it is now.
    pub(super) fn tended(&mut self, words: &str, now: Moment) -> Vec<Effect> {
        self.say(words);
        match &mut self.screen {
            Screen::Study(table) => {
                table.look_at_marks(&self.known);
                self.after_sheet(now)
            }
            Screen::Browse(browse) => match browse.open.as_ref().map(|v| v.ix) {
                Some(ix) => vec![self.ask_history(ix)],
                None => Vec::new(),
            },
            Screen::Settings(settings) => {
                settings.look(&self.known, now.study_day());
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// After an answer: a word about a card that has just become a leech.
    pub(super) fn look_for_leech(&mut self) {
        let Screen::Study(table) = &self.screen else {
            return;
        };
        let progress = &self.known.progress;
        let Some(state) = progress.card(&table.showing.card) else {
            return;
        };
        let last = progress.recent.last();
        let before = last.filter(|r| r.card == table.showing.card);
        let before = before.and_then(|r| r.before.as_deref());
        if became_leech(before, state) {
            let leech = Leech::of(&table.showing.content, state);
            self.over = Some(Over::Care(CareSheet::Leech(leech)));
        }
    }
}
