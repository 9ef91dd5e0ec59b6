//! What the program does with wording: a card is put right in an editor, a card
//! of one's own is written, a reference is opened, neighbours are looked at.

use super::app::{App, Effect, Over, Pending, Screen};
use super::keymap::Place;
use super::mocking::Stage as Mock;
use super::screens::adding::Adding;
use super::screens::care_sheets::{Again, CareSheet};
use super::screens::study::Stage;
use super::shell::Remade;
use crate::domain::event::Corrected;
use crate::domain::{Card, CardIx, Correction, Happening, Moment, Text};
use crate::scheduling::queue::Why;
use crate::scheduling::replay::Replay;
use crate::session::card_form::read;
use crate::session::desk::Desk;
use crate::session::own::DECK;
use crate::session::reference::address;
use std::sync::Arc;

impl App {
    /// The card whose answer can be read now.
    fn open_card_at_hand(&self) -> Option<(CardIx, &Card)> {
        match &self.screen {
            Screen::Study(table) => {
                let open = matches!(table.place(), Place::Back | Place::Explained);
                open.then_some((table.ix, &table.showing.content))
            }
            Screen::Browse(browse) => browse.open.as_ref().map(|v| (v.ix, v.card())),
            Screen::Mock(Mock::Marked(marked)) => {
                let name = &marked.question()?.card;
                let ix = self.known.catalogue.find(name)?;
                Some((ix, marked.wording.get(name)?))
            }
            _ => None,
        }
    }

    /// Opens the card's reference in a browser.
    pub(super) fn open_reference(&mut self) -> Vec<Effect> {
        let card = self.open_card_at_hand();
        let text = card.and_then(|(_, card)| card.reference.clone());
        let text = text.filter(|t| !t.is_blank());
        match text.as_ref().and_then(|t| address(t.as_str())) {
            Some(address) => vec![Effect::OpenLink(address.to_owned())],
            None => {
                self.remark = Some(match text {
                    Some(text) => format!("No address to open: {}", text.one_line()),
                    None => "This card names no reference.".into(),
                });
                Vec::new()
            }
        }
    }

    /// `E`: the card in an editor; of one's own cards their summary.
    pub(super) fn edit(&mut self) -> Vec<Effect> {
        if matches!(self.screen, Screen::Opening | Screen::Home(_)) {
            return vec![Effect::EditOwn];
        }
        let Some((ix, _)) = self.open_card_at_hand() else {
            return Vec::new();
        };
        if self.known.catalogue.deck_of(ix).id.as_str() == DECK {
            return vec![Effect::EditOwn];
        }
        vec![Effect::EditCard(ix, None)]
    }

    /// The editor is done with a card's form.
    pub(super) fn edited(
        &mut self,
        ix: CardIx,
        original: Card,
        form: Result<String, Text>,
        now: Moment,
    ) -> Vec<Effect> {
        self.restart_clock(now);
        let form = match form {
            Ok(form) => form,
            Err(why) => {
                self.remark = Some(why.one_line());
                return Vec::new();
            }
        };
        let before = self.worded(ix, original.clone());
        let after = match read(&form, &before) {
            // An emptied form is a change of mind.
            Ok(_) if form.trim().is_empty() => before.clone(),
            Ok(after) => after,
            Err(faults) => {
                let lines = faults
                    .iter()
                    .map(|f| format!("line {}: {}", f.line, f.what));
                let sheet = CareSheet::EditAgain {
                    again: Again::Card(ix, form),
                    lines: lines.collect(),
                    scroll: 0,
                };
                self.over = Some(Over::Care(sheet));
                return Vec::new();
            }
        };
        let Some(change) = Correction::between(&before, &after, &original) else {
            self.remark = Some("Nothing was changed.".into());
            return Vec::new();
        };
        let what = Happening::Corrected(Corrected {
            card: self.known.catalogue.entry(ix).card.clone(),
            to: Some(Box::new(change)),
        });
        self.record(Pending::Corrected(ix), what)
    }

    /// A correction is on disk: the card reads as it says.
    pub(super) fn corrected(&mut self, ix: CardIx) -> Vec<Effect> {
        let name = &self.known.catalogue.entry(ix).card;
        let state = self.known.progress.card(name);
        let words = if state.is_some_and(|s| s.rekeyed) {
            "Corrected; the verdict stands, and it is asked again."
        } else {
            "Corrected; its history stays. u takes it back."
        };
        self.say(words);
        self.reread(ix)
    }

    /// A card's wording has changed: whatever shows it reads it anew.
    pub(super) fn reread(&mut self, ix: CardIx) -> Vec<Effect> {
        self.hay = None;
        let mut effects = vec![Effect::Load(ix)];
        if matches!(self.screen, Screen::Browse(_)) {
            effects.push(self.ask_history(ix));
            effects.push(Effect::ReadAll);
        }
        effects
    }

    /// `a`: a card of one's own.
    pub(super) fn add_own(&mut self) {
        self.over = Some(Over::Adding(Adding::new(&self.topic)));
    }

    /// Enter in the form for a card of one's own.
    pub(super) fn own_written(&mut self, mut form: Adding) -> Vec<Effect> {
        let Some(card) = form.confirm() else {
            self.over = Some(Over::Adding(form));
            return Vec::new();
        };
        self.topic.clone_from(&card.topic);
        self.adding = Some(form);
        vec![Effect::AddOwn(card)]
    }

    /// One's own cards were made anew, or why not.
    pub(super) fn remade(&mut self, made: Result<Remade, Text>, now: Moment) -> Vec<Effect> {
        self.restart_clock(now);
        let form = self.adding.take();
        let made = match made {
            Ok(made) => made,
            Err(why) => {
                // What was typed is not lost.
                self.over = form.map(Over::Adding);
                self.remark = Some(why.one_line());
                return Vec::new();
            }
        };
        if !made.faults.is_empty() {
            let sheet = CareSheet::EditAgain {
                again: Again::Own,
                lines: made.faults.iter().map(Text::one_line).collect(),
                scroll: 0,
            };
            self.over = Some(Over::Care(sheet));
        }
        self.remark = Some(made.said.one_line());
        match made.catalogue {
            Some(catalogue) => self.renumber(catalogue, now),
            None => Vec::new(),
        }
    }

    /// Every card has another number now: what is open is found again by its
    /// id, and everything reckoned from the old ones is reckoned anew.
    fn renumber(&mut self, new: Arc<crate::domain::Catalogue>, now: Moment) -> Vec<Effect> {
        let old = std::mem::replace(&mut self.known.catalogue, new);
        let new = &self.known.catalogue;
        let to = |ix: CardIx| new.find(&old.entry(ix).card);
        self.known.replay = Replay::new(new.aliases()).with_keys(Arc::clone(new));
        self.hay = None;
        self.desk = Desk::default();
        if let Some(among) = &mut self.missed.among {
            *among = among.iter().filter_map(|ix| to(*ix)).collect();
        }
        if let Some(study) = &mut self.study {
            study.renumber(to);
        }
        let mut gone = false;
        for screen in [Some(&mut self.screen), self.behind.as_deref_mut()] {
            match screen {
                Some(Screen::Study(table)) => match to(table.ix) {
                    Some(ix) => table.ix = ix,
                    None => gone = true,
                },
                Some(Screen::Browse(browse)) => {
                    let open = browse.open.as_mut();
                    match open.map(|view| (to(view.ix), view)) {
                        Some((Some(ix), view)) => view.ix = ix,
                        Some((None, _)) => browse.open = None,
                        None => {}
                    }
                    browse.hits = browse.hits.iter().filter_map(|ix| to(*ix)).collect();
                }
                _ => {}
            }
        }
        if gone {
            self.behind = None;
            let said = self.remark.take();
            self.go_home(now);
            self.remark = said;
        }
        // Renamed cards bring their history along.
        let mut effects = vec![Effect::Refold];
        if self.bench.forget() {
            effects.push(Effect::Stop);
        }
        effects.extend(self.compare());
        if let Screen::Study(table) = &self.screen {
            effects.push(Effect::Load(table.ix));
        }
        if let Screen::Browse(browse) = &self.screen {
            effects.push(Effect::ReadAll);
            if let Some(ix) = browse.open.as_ref().map(|v| v.ix) {
                effects.extend([Effect::Load(ix), self.ask_history(ix)]);
            }
        }
        effects
    }

    /// Back to the editor, after its faults were read.
    pub(super) fn edit_again(&mut self, again: Again) -> Vec<Effect> {
        match again {
            Again::Card(ix, form) => vec![Effect::EditCard(ix, Some(form))],
            Again::Own => vec![Effect::EditOwn],
        }
    }

    /// The card's neighbours, as a list that leads back here.
    pub(super) fn neighbours(&mut self, now: Moment) -> Vec<Effect> {
        let ix = match &self.screen {
            Screen::Study(table) => table.ix,
            Screen::Browse(browse) => match &browse.open {
                Some(view) => view.ix,
                None => return Vec::new(),
            },
            _ => return Vec::new(),
        };
        let query = format!("near:{}", self.known.catalogue.entry(ix).card);
        self.list(&query, now)
    }

    /// A list in browse that leads back to what is open now.
    pub(super) fn list(&mut self, query: &str, now: Moment) -> Vec<Effect> {
        let was = std::mem::replace(&mut self.screen, Screen::Opening);
        // Neighbours of neighbours lead back to where it began.
        if !matches!(was, Screen::Browse(_)) || self.behind.is_none() {
            self.behind = Some(Box::new(was));
        }
        let effects = self.browse(now);
        if let Screen::Browse(browse) = &mut self.screen {
            browse.typed = query.to_owned();
        }
        self.search();
        effects
    }

    /// Back from a list to what it was opened from. Says whether there was
    /// anything.
    pub(super) fn go_back(&mut self, now: Moment) -> Option<Vec<Effect>> {
        self.screen = *self.behind.take()?;
        match &mut self.screen {
            Screen::Home(_) | Screen::Opening => self.go_home(now),
            Screen::Study(table) => {
                table.look_at_marks(&self.known);
                let taken_back =
                    matches!(table.stage, Stage::Explained { .. }) && table.answered.is_none();
                if taken_back {
                    self.loading = Some(Why::Due);
                    return Some(vec![Effect::Load(table.ix)]);
                }
                self.restart_clock(now);
                return Some(self.after_sheet(now));
            }
            _ => {}
        }
        Some(Vec::new())
    }
}
