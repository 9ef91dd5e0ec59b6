//! Search as you type over every card's wording.
//!
//! A query is words that must all occur, and filters: `domain:3`, `task:3.2`,
//! `deck:ai-services`, `tag:x`, and `is:` with one of new, seen, due, known,
//! missed, leech, flagged, disputed, suspended, question, card, noted;
//! `since:2026-11-01` (missed then or later), `reason:mixed-up`, `reason:misread`,
//! `mock:last` or `mock:ID` for the questions of a paper, and `near:DECK#CARD`
//! for a card's neighbours.

use super::missed::{is_leech, is_missed};
use super::near::near;
use crate::domain::event::MissReason;
use crate::domain::{Card, CardIx, CardRef, Catalogue, Day, EventId, Face, Kind, TaskId};
use crate::scheduling::progress::{CardState, Progress};
use crate::scheduling::queue::due_day;
use std::collections::HashSet;

/// Characters of a prompt that are kept for lists.
const PROMPT: usize = 120;

/// The wording of many cards, lower-cased once.
#[derive(Debug, Default)]
pub struct Haystack {
    text: String,
    /// Each card with where its text ends.
    ends: Vec<(CardIx, usize)>,
    /// What each asks, in one line, as it is written.
    prompts: Vec<Box<str>>,
}

/// A query, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
    filters: Vec<Filter>,
    /// Filters that nobody knows, to be told.
    pub unknown: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Filter {
    Domain(u8),
    Task(TaskId),
    Deck(String),
    Tag(String),
    Is(State),
    Since(Day),
    Reason(MissReason),
    Mock(String),
    Near(String),
}

/// What `is:` asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Seen,
    Due,
    Known,
    Missed,
    Leech,
    Flagged,
    Disputed,
    Suspended,
    Question,
    Card,
    Noted,
}

/// The words after `is:`.
const STATES: &[(&str, State)] = &[
    ("new", State::New),
    ("seen", State::Seen),
    ("due", State::Due),
    ("known", State::Known),
    ("missed", State::Missed),
    ("leech", State::Leech),
    ("flagged", State::Flagged),
    ("disputed", State::Disputed),
    ("suspended", State::Suspended),
    ("question", State::Question),
    ("card", State::Card),
    ("noted", State::Noted),
];

impl Haystack {
    /// Adds a card's wording; cards come in the catalogue's order.
    pub fn add(&mut self, ix: CardIx, id: &str, card: &Card) {
        let mut add = |s: &str| {
            self.text.extend(s.chars().flat_map(char::to_lowercase));
            self.text.push('\n');
        };
        add(id);
        match &card.face {
            Face::Flashcard(f) => {
                add(f.front.as_str());
                add(f.back.as_str());
            }
            Face::Choice(c) => {
                add(c.stem.as_str());
                c.options.iter().for_each(|o| add(o.text.as_str()));
                c.explanation.iter().for_each(|e| add(e.as_str()));
            }
        }
        // A tag is searched as `\u{1}tag`, which no wording can hold.
        card.tags.iter().for_each(|t| add(&format!("\u{1}{t}")));
        let prompt: String = card.prompt().one_line().replace(['*', '`'], "");
        self.prompts.push(prompt.chars().take(PROMPT).collect());
        self.ends.push((ix, self.text.len()));
    }

    /// What a card asks, in one line; empty if it wasn't added.
    pub fn prompt(&self, ix: CardIx) -> &str {
        let found = self.ends.binary_search_by_key(&ix, |(at, _)| *at).ok();
        found.and_then(|i| self.prompts.get(i)).map_or("", |p| p)
    }

    /// Number of cards.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cards that a query finds, in order.
    pub fn find(
        &self,
        query: &Query,
        catalogue: &Catalogue,
        progress: &Progress,
        day: Day,
    ) -> Vec<CardIx> {
        let mut start = 0;
        let mut out = Vec::new();
        let papers = query.papers(progress);
        let near = query.near(catalogue);
        for (ix, end) in &self.ends {
            let text = &self.text[start..*end];
            start = *end;
            let fits = query
                .filters
                .iter()
                .all(|f| f.fits(*ix, text, catalogue, progress, day))
                && papers
                    .iter()
                    .all(|cards| cards.contains(&catalogue.entry(*ix).card))
                && near.iter().all(|cards| cards.contains(ix))
                && query.words.iter().all(|w| text.contains(w.as_str()));
            if fits {
                out.push(*ix);
            }
        }
        out
    }
}

impl Query {
    /// Reads what was typed; it never fails, it only finds nothing.
    pub fn parse(typed: &str) -> Self {
        let mut out = Self::default();
        for word in typed.split_whitespace() {
            let word = word.to_lowercase();
            match word.split_once(':').filter(|(_, v)| !v.is_empty()) {
                Some((
                    key @ ("domain" | "task" | "deck" | "tag" | "is" | "since" | "reason" | "mock"
                    | "near"),
                    value,
                )) => match filter(key, value) {
                    Some(f) => out.filters.push(f),
                    None => out.unknown.push(word),
                },
                _ => out.words.push(word),
            }
        }
        out
    }

    /// For each `near:`, the neighbours of that card.
    fn near(&self, catalogue: &Catalogue) -> Vec<Vec<CardIx>> {
        let names = self.filters.iter().filter_map(|f| match f {
            Filter::Near(name) => Some(name.as_str()),
            _ => None,
        });
        names
            .map(|name| {
                let found = catalogue.indices().find(|ix| {
                    let card = &catalogue.entry(*ix).card;
                    // Queries are read in small letters.
                    [card.as_str(), card.card()]
                        .iter()
                        .any(|id| id.to_lowercase() == name)
                });
                found.map_or_else(Vec::new, |ix| near(catalogue, ix))
            })
            .collect()
    }

    /// For each `mock:`, the questions of that paper.
    fn papers<'a>(&self, progress: &'a Progress) -> Vec<HashSet<&'a CardRef>> {
        let names = self.filters.iter().filter_map(|f| match f {
            Filter::Mock(name) => Some(name.as_str()),
            _ => None,
        });
        names
            .map(|name| {
                let paper = match name {
                    "last" => progress.papers.iter().rev().find(|p| p.ended.is_some()),
                    id => EventId::parse(id).and_then(|id| progress.paper(id)),
                };
                let asked = paper.into_iter().flat_map(|p| &p.started.questions);
                asked.map(|q| &q.card).collect()
            })
            .collect()
    }
}

fn filter(key: &str, value: &str) -> Option<Filter> {
    Some(match key {
        "domain" => Filter::Domain(value.parse().ok()?),
        "task" => Filter::Task(TaskId::parse(value)?),
        "deck" => Filter::Deck(value.to_owned()),
        "tag" => Filter::Tag(format!("\u{1}{value}\n")),
        "since" => Filter::Since(Day::parse(value)?),
        "reason" => Filter::Reason(match value {
            "mixed-up" => MissReason::MixedUp,
            "misread" => MissReason::Misread,
            _ => return None,
        }),
        "mock" => Filter::Mock(value.to_owned()),
        "near" => Filter::Near(value.to_owned()),
        _ => Filter::Is(STATES.iter().find(|(name, _)| *name == value)?.1),
    })
}

impl Filter {
    fn fits(
        &self,
        ix: CardIx,
        text: &str,
        catalogue: &Catalogue,
        progress: &Progress,
        day: Day,
    ) -> bool {
        let entry = catalogue.entry(ix);
        match self {
            Filter::Domain(d) => entry.task.is_some_and(|t| t.domain == *d),
            Filter::Task(t) => entry.task == Some(*t),
            Filter::Deck(d) => entry.card.deck().to_lowercase().contains(d.as_str()),
            Filter::Tag(t) => text.contains(t.as_str()),
            Filter::Is(State::Question) => entry.kind == Kind::Choice,
            Filter::Is(State::Card) => entry.kind == Kind::Flashcard,
            Filter::Since(since) => {
                let state = progress.card(&entry.card);
                state
                    .and_then(|s| s.misses.last)
                    .is_some_and(|d| d >= *since)
            }
            Filter::Reason(reason) => {
                let state = progress.card(&entry.card);
                state.is_some_and(|s| s.reasons.contains(reason))
            }
            // Looked up once for all cards.
            Filter::Mock(_) | Filter::Near(_) => true,
            Filter::Is(state) => state.holds(progress.card(&entry.card), day),
        }
    }
}

impl State {
    fn holds(self, card: Option<&CardState>, day: Day) -> bool {
        let seen = card.is_some_and(CardState::is_seen);
        let Some(card) = card else {
            return self == State::New;
        };
        match self {
            State::New => !seen,
            State::Seen => seen,
            State::Due => due_day(card).is_some_and(|due| due <= day) && card.is_available(day),
            State::Known => card.recall_on(day).is_some_and(|r| r >= 0.8),
            State::Missed => is_missed(card),
            State::Leech => is_leech(card),
            State::Flagged => card.flagged,
            State::Disputed => card.disputed,
            State::Suspended => card.suspended,
            State::Noted => card.note.is_some(),
            State::Question | State::Card => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::card::Flashcard;
    use crate::domain::{CardId, Deck, DeckId, Text};

    fn library() -> (Catalogue, Haystack) {
        let card = |id: &str, front: &str, back: &str, task: &str, tag: &str| Card {
            task: TaskId::parse(task),
            tags: vec![Text::new(tag)],
            ..Card::bare(
                CardId::new(id).expect("an id"),
                Face::Flashcard(Flashcard {
                    front: Text::new(front),
                    back: Text::new(back),
                }),
            )
        };
        let deck = Deck {
            id: DeckId::new("mls/speech").expect("an id"),
            title: Text::new("Speech"),
            exam: None,
            source: Vec::new(),
            cards: vec![
                card(
                    "polly",
                    "What is Amazon Polly for?",
                    "Turns text into speech.",
                    "4.2",
                    "speech",
                ),
                card(
                    "transcribe",
                    "What turns SPEECH into text?",
                    "Amazon Transcribe",
                    "3.1",
                    "text",
                ),
            ],
        };
        let catalogue = Catalogue::of([&deck]);
        let mut hay = Haystack::default();
        for (ix, card) in catalogue.indices().zip(&deck.cards) {
            hay.add(ix, card.id.as_str(), card);
        }
        (catalogue, hay)
    }

    fn found(typed: &str) -> Vec<u32> {
        let (catalogue, hay) = library();
        let hits = hay.find(
            &Query::parse(typed),
            &catalogue,
            &Progress::default(),
            Day(0),
        );
        hits.into_iter().map(|ix| ix.0).collect()
    }

    #[test]
    fn all_words_must_occur_in_any_case_and_order() {
        assert_eq!(found(""), [0, 1]);
        assert_eq!(found("speech"), [0, 1]);
        assert_eq!(found("Speech POLLY"), [0]);
        assert_eq!(found("nothing"), [] as [u32; 0]);
    }

    #[test]
    fn filters_narrow_and_unknown_ones_are_told() {
        assert_eq!(found("domain:4"), [0]);
        assert_eq!(found("task:3.1 speech"), [1]);
        assert_eq!(found("tag:speech"), [0]);
        assert_eq!(found("deck:speech is:new is:card"), [0, 1]);
        assert_eq!(found("is:flagged"), [] as [u32; 0]);
        assert_eq!(
            Query::parse("is:nonsense task:x").unknown,
            ["is:nonsense", "task:x"]
        );
    }
}
