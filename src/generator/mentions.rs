//! How often a page speaks of something. What notes name once, as a label, is
//! less surely a thing than what they come back to.

use super::words;
use std::collections::HashMap;

/// The words of a page, counted.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Mentions {
    page: String,
    /// Where on the page each word stands.
    places: HashMap<String, Vec<usize>>,
}

impl Mentions {
    pub(super) fn of(text: &str) -> Self {
        let page = text.to_lowercase();
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, word) in words_of(&page) {
            match places.get_mut(word) {
                Some(all) => all.push(at),
                None => {
                    places.insert(word.to_owned(), vec![at]);
                }
            }
        }
        Self { page, places }
    }

    /// Whether the page names it more than `times` times, its own line among
    /// them.
    pub(super) fn exceed(&self, name: &str, times: usize) -> bool {
        let name = name.to_lowercase();
        let all: Vec<(usize, &[usize])> = words_of(&name)
            .map(|(at, word)| (at, self.places.get(word).map_or(&[][..], Vec::as_slice)))
            .collect();
        if all.is_empty() || all.iter().any(|(_, places)| places.len() <= times) {
            return false;
        }
        // `Lambda@Edge`: signs between may be set in many ways.
        if words::count(&name) == 1 {
            return true;
        }
        // Of all words but the last, which may stand in the plural, the rarest
        // leads to the few places worth a look.
        let heads = &all[..all.len() - 1];
        let Some((at, places)) = heads.iter().min_by_key(|(_, places)| places.len()) else {
            return true;
        };
        let named = |place: &&usize| {
            let start = place.checked_sub(*at);
            start
                .and_then(|i| self.page.get(i..))
                .is_some_and(|rest| rest.starts_with(&name))
        };
        places.iter().filter(named).nth(times).is_some()
    }
}

/// The words of a text and where they begin.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphanumeric())
        .filter_map(move |word| {
            let start = at;
            at = start + word.len();
            at += text[at..].chars().next().map_or(0, char::len_utf8);
            (!word.is_empty()).then_some((start, word))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_counted_as_a_whole() {
        let page = "# Tide lock\n\nThe tide lock opens. A lock shuts.\n- Tide table: hours\n";
        let mentions = Mentions::of(page);
        assert!(mentions.exceed("Tide lock", 1));
        assert!(!mentions.exceed("Tide lock", 2));
        assert!(!mentions.exceed("Tide table", 1));
        assert!(!mentions.exceed("pilot", 0));
        assert!(!mentions.exceed("–", 0));
        assert!(Mentions::of("É – tide locks, (tide) lock, tide lock").exceed("tide lock", 1));
    }
}
