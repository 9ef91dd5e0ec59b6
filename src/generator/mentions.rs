//! How often a page speaks of something. What notes name once, as a label, is
//! less surely a thing than what they come back to.

use super::words;
use std::collections::HashMap;

/// The words of a page, counted.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Mentions {
    page: String,
    counts: HashMap<String, u32>,
}

impl Mentions {
    pub(super) fn of(text: &str) -> Self {
        let page = text.to_lowercase();
        let mut counts = HashMap::new();
        for word in page.split(|c: char| !c.is_alphanumeric()) {
            if let Some(n) = counts.get_mut(word) {
                *n += 1;
            } else if !word.is_empty() {
                counts.insert(word.to_owned(), 1);
            }
        }
        Self { page, counts }
    }

    /// Whether the page names it more than `times` times, its own line among
    /// them.
    pub(super) fn exceed(&self, name: &str, times: usize) -> bool {
        let name = name.to_lowercase();
        let rarest = name
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .map(|w| self.counts.get(w).copied().unwrap_or(0))
            .min()
            .unwrap_or(0);
        // The words alone mostly decide; only else is the page read.
        rarest as usize > times
            && (words::count(&name) == 1 || self.page.matches(&name).nth(times).is_some())
    }
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
    }
}
