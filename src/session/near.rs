//! A card's neighbours: what else is said of its fact, its concept and its
//! topic, and the questions that need it.

use crate::domain::{CardIx, Catalogue};

/// More than anyone reads at once.
const MOST: usize = 30;

/// The cards near one, without it, in the catalogue's order.
pub fn near(catalogue: &Catalogue, ix: CardIx) -> Vec<CardIx> {
    let me = catalogue.entry(ix);
    // A question stands where the cards stand that it needs.
    let topics: Vec<(u16, &str)> = std::iter::once(ix)
        .chain(me.tests.iter().copied())
        .filter_map(|ix| topic(catalogue, ix))
        .collect();
    let mut ranked: Vec<(u8, CardIx)> = Vec::new();
    for other in catalogue.indices().filter(|other| *other != ix) {
        let entry = catalogue.entry(other);
        let same = |a: Option<u32>, b: Option<u32>| a.is_some() && a == b;
        let rank = if same(me.note, entry.note) || same(me.concept, entry.concept) {
            0
        } else if me.tests.contains(&other) || entry.tests.contains(&ix) {
            1
        } else if topic(catalogue, other).is_some_and(|t| topics.contains(&t)) {
            2
        } else {
            continue;
        };
        ranked.push((rank, other));
    }
    ranked.sort();
    ranked.truncate(MOST);
    let mut out: Vec<CardIx> = ranked.into_iter().map(|(_, ix)| ix).collect();
    out.sort();
    out
}

/// The deck and the topic in a card's id. Authored cards have none: `q/…` and
/// `card/…` only say what they are.
fn topic(catalogue: &Catalogue, ix: CardIx) -> Option<(u16, &str)> {
    let entry = catalogue.entry(ix);
    let (first, _) = entry.card.card().split_once('/')?;
    (first != "q" && first != "card").then_some((entry.deck, first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::card::{Choice, Flashcard, Origin};
    use crate::domain::{Card, CardId, Deck, DeckId, Face, Text};

    fn card(id: &str, tests: Option<&str>) -> Card {
        let face = match tests {
            None => Face::Flashcard(Flashcard {
                front: Text::new("?"),
                back: Text::new("!"),
            }),
            Some(fact) => Face::Choice(Choice {
                stem: Text::new("?"),
                options: Vec::new(),
                explanation: None,
                level: None,
                tests: vec![Text::new(fact)],
                origin: Origin::Authored,
            }),
        };
        Card::bare(CardId::new(id).expect("an id"), face)
    }

    #[test]
    fn a_topic_and_its_questions_are_neighbours() {
        let deck = Deck {
            id: DeckId::new("d").expect("an id"),
            title: Text::new("d"),
            exam: None,
            source: Vec::new(),
            cards: vec![
                card("kinesis/purpose", None),
                card("kinesis/shards", None),
                card("polly/purpose", None),
                card("q/slow", Some("kinesis/purpose")),
                card("q/quick", Some("polly/purpose")),
            ],
        };
        let catalogue = Catalogue::of([&deck]);
        let near = |ix| {
            near(&catalogue, CardIx(ix))
                .iter()
                .map(|n| n.0)
                .collect::<Vec<_>>()
        };
        assert_eq!(near(0), [1, 3]);
        assert_eq!(near(3), [0, 1], "by what it needs; q/ is no topic");
        assert_eq!(near(2), [4]);
    }
}
