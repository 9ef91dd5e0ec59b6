//! Which cards take over the histories of which: of the same fact under an id
//! that its author changed, and of vanished cards that an author names.

use crate::domain::CardId;
use crate::generator::draft::Draft;
use crate::generator::identity::{Identified, Past};
use crate::generator::topic::Topic;
use std::collections::HashSet;

/// Names every draft's predecessors.
pub(super) fn name(drafts: &mut [Draft], topics: &[Topic], ids: &[Identified], past: &Past) {
    for draft in drafts.iter_mut() {
        draft.was = recognised(draft, &ids[draft.topic], past);
    }
    let alive: HashSet<String> = drafts.iter().map(|d| d.id.clone()).collect();
    for (i, topic) in topics.iter().enumerate() {
        let slug = &ids[i].slug;
        let own = |d: &&mut Draft| d.topic == i;
        for old in &topic.was {
            let Some((_, key)) = old.split_once('/') else {
                // A whole topic: each card continues the one of its key.
                for draft in drafts.iter_mut().filter(own) {
                    let key = draft.id.strip_prefix(slug.as_str()).unwrap_or("");
                    take(draft, format!("{old}{key}"), &alive);
                }
                continue;
            };
            let same = format!("{slug}/{key}");
            let heir = drafts.iter().position(|d| d.topic == i && d.id == same);
            let heir = heir.or_else(|| drafts.iter().position(|d| d.topic == i));
            if let Some(heir) = heir {
                take(&mut drafts[heir], old.clone(), &alive);
            }
        }
    }
}

/// A card that is still there keeps its history.
fn take(draft: &mut Draft, old: String, alive: &HashSet<String>) {
    if !alive.contains(&old)
        && let Ok(old) = CardId::new(old)
        && !draft.was.contains(&old)
    {
        draft.was.push(old);
    }
}

/// What the card had taken over before, and its fact under an earlier id.
fn recognised(draft: &Draft, ids: &Identified, past: &Past) -> Vec<CardId> {
    let mut out = past.was.get(&draft.id).cloned().unwrap_or_default();
    if let Some((new, old)) = ids.before.iter().find(|(new, _)| *new == draft.note) {
        let suffix = draft.id.strip_prefix(new.as_str()).unwrap_or("");
        let id = format!("{old}{suffix}");
        if past.cards.contains(&id)
            && let Ok(id) = CardId::new(id)
            && !out.contains(&id)
        {
            out.push(id);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::domain::Deck;
    use crate::generator::{Source, generate};

    fn deck(second: &str) -> Deck {
        let text = format!(
            "# Harbour\n\n## TideBell\n\nTideBell is a service that rings when the water turns.\n\n\
            ## TideLock{second}\n\nTideLock is a service that opens the gates of a dock.\n"
        );
        let path = "notes.md".into();
        generate(&[Source { path, text }], &[], None)
            .decks
            .remove(0)
    }

    fn was(deck: &Deck, card: &str) -> Vec<String> {
        let card = deck.cards.iter().find(|c| c.id.as_str() == card);
        let card = card.unwrap_or_else(|| panic!("{card:?}"));
        card.was.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_named_card_goes_to_its_key_or_to_the_topics_first() {
        let deck = deck(" {#lock was=gate/purpose/reverse,gate/cost}");
        assert_eq!(was(&deck, "lock/purpose"), ["gate/cost"]);
        assert_eq!(was(&deck, "lock/purpose/reverse"), ["gate/purpose/reverse"]);
    }

    #[test]
    fn a_named_topic_hands_all_its_cards_over() {
        let deck = deck(" {#lock was=gate}");
        assert_eq!(was(&deck, "lock/purpose"), ["gate/purpose"]);
        assert_eq!(was(&deck, "lock/purpose/reverse"), ["gate/purpose/reverse"]);
    }

    #[test]
    fn a_card_that_is_still_there_keeps_its_history() {
        let deck = deck(" {#lock was=tidebell}");
        assert!(deck.cards.iter().all(|c| c.was.is_empty()));
    }
}
