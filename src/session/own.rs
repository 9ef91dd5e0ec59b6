//! A person's own cards: a summary in the data folder, in the Markdown that
//! the generator reads, to which a card can be added without an editor.

use crate::domain::Card;
use crate::generator::{Source, generate, slug};
use std::collections::HashSet;

/// The deck's id.
pub const DECK: &str = "my-cards";
/// The summary's file in the data folder.
pub const FILE: &str = "my-cards.md";

/// A card to be added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewCard {
    /// The question.
    pub front: String,
    /// The answer.
    pub back: String,
    /// What it is about; may be empty.
    pub topic: String,
}

impl NewCard {
    /// What is missing, in words for a person.
    pub fn lacks(&self) -> Option<&'static str> {
        match (self.front.trim().is_empty(), self.back.trim().is_empty()) {
            (true, _) => Some("The front is empty: what shall be asked?"),
            (_, true) => Some("The back is empty: what is the answer?"),
            _ => None,
        }
    }
}

/// Whether the summary `after` a card was added holds that card and, as they
/// were, all cards of the one `before`: Markdown can swallow what follows it.
pub fn holds_all(before: &str, after: &str, id: &str) -> bool {
    let cards = |text: &str| -> Vec<Card> {
        let source = Source {
            path: FILE.into(),
            text: text.into(),
        };
        let made = generate(&[source], &[], None).decks;
        made.into_iter().flat_map(|d| d.cards).collect()
    };
    let (old, new) = (cards(before), cards(after));
    new.iter().any(|c| c.id.as_str() == id) && old.iter().all(|c| new.contains(c))
}

/// The summary with a card more, and the card's id in its deck.
pub fn with_card(summary: &str, card: &NewCard) -> (String, String) {
    let mut out = match summary.trim().is_empty() {
        true => format!("---\nid: {DECK}\ntitle: My cards\n---\n\n# My cards\n"),
        false => summary.trim_end().to_owned() + "\n",
    };
    let front = one_line(&card.front);
    let id = free_slug(&out, &front);
    let topic = one_line(&card.topic);
    let tags = match topic.is_empty() {
        true => String::new(),
        false => format!(" tags={}", slug(&topic)),
    };
    let text = format!(
        "\n### Card: {front} {{#{id}{tags}}}\n\n{}\n",
        body(&card.back)
    );
    match end_of(&out, &topic) {
        Some(at) => out.insert_str(at, &text),
        None => {
            if !topic.is_empty() {
                out.push_str(&format!("\n## {topic}\n"));
            }
            out.push_str(&text);
        }
    }
    (out, format!("card/{id}"))
}

/// Where the part of a topic ends; none if there is no such part yet. A card
/// without a topic goes before all parts.
fn end_of(summary: &str, topic: &str) -> Option<usize> {
    let mut inside = topic.is_empty();
    let mut at = 0;
    let mut fence = Fence::default();
    for line in summary.split_inclusive('\n') {
        let code = fence.holds(line);
        let title = line.strip_prefix("## ");
        if let Some(title) = title.filter(|_| !code) {
            if inside {
                // Before the empty line that parts the two.
                return Some(summary[..at].trim_end().len() + 1);
            }
            let title = title.split("{#").next().unwrap_or_default().trim();
            inside = !topic.is_empty() && title.to_lowercase() == topic.to_lowercase();
        }
        at += line.len();
    }
    inside.then_some(summary.len())
}

fn free_slug(summary: &str, front: &str) -> String {
    let taken: HashSet<&str> = summary
        .split("{#")
        .skip(1)
        .filter_map(|rest| rest.split([' ', '}']).next())
        .collect();
    let wanted = slug(front);
    let mut id = wanted.clone();
    let mut n = 2;
    while taken.contains(id.as_str()) {
        id = format!("{wanted}-{n}");
        n += 1;
    }
    id
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that stays what it is: no line of it begins a heading, a quotation, a
/// rule, HTML or a link's definition, and code ends where the card ends.
fn body(text: &str) -> String {
    let mut fence = Fence::default();
    let line = |line: &str| {
        let start = line.trim_start();
        let rule = !start.is_empty()
            && start
                .chars()
                .all(|c| matches!(c, '-' | '=' | '*' | '_' | ' '));
        let definition = start.starts_with('[') && start.contains("]:");
        let odd = rule || definition || start.starts_with(['#', '>', '<']);
        match !fence.holds(line) && odd {
            true => format!("\\{start}"),
            false => line.trim_end().to_owned(),
        }
    };
    let mut lines: Vec<String> = text.trim().lines().map(line).collect();
    lines.extend(fence.open.map(|(c, n)| c.to_string().repeat(n)));
    lines.join("\n")
}

/// Follows fenced code line by line.
#[derive(Default)]
struct Fence {
    /// What closes it: this character, at least so often.
    open: Option<(char, usize)>,
}

impl Fence {
    /// Whether the line belongs to code.
    fn holds(&mut self, line: &str) -> bool {
        let start = line.trim();
        let of = |c: char| start.chars().take_while(|x| *x == c).count();
        match self.open {
            Some((c, n)) => {
                let closes = of(c) >= n && start.chars().all(|x| x == c);
                self.open = self.open.filter(|_| !closes);
                true
            }
            None => {
                let runs = [('`', of('`')), ('~', of('~'))];
                let begun = runs.into_iter().find(|(_, n)| *n >= 3);
                // Code between backticks in one line is no fence.
                self.open = begun.filter(|(c, n)| *c == '~' || !start[*n..].contains('`'));
                self.open.is_some()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Face;
    use crate::generator::{Source, generate};

    fn new(front: &str, back: &str, topic: &str) -> NewCard {
        NewCard {
            front: front.into(),
            back: back.into(),
            topic: topic.into(),
        }
    }

    /// The cards of a summary: id, front, back.
    fn cards(summary: &str) -> Vec<(String, String, String)> {
        let source = Source {
            path: FILE.into(),
            text: summary.into(),
        };
        let made = generate(&[source], &[], None);
        assert_eq!(made.problems, [], "{summary}");
        let deck = made.decks.first().expect("a deck");
        assert_eq!(deck.id.as_str(), DECK);
        let cards = deck.cards.iter().map(|c| match &c.face {
            Face::Flashcard(f) => (c.id.to_string(), f.front.to_string(), f.back.to_string()),
            Face::Choice(_) => panic!("a question"),
        });
        cards.collect()
    }

    #[test]
    fn cards_are_added_to_their_topic_and_read_back_as_written() {
        let (mut summary, mut ids) = (String::new(), Vec::new());
        for card in [
            new("How many shards?", "200 {by default}", "Kinesis"),
            new("What is C#?", "A language: *not* music", ""),
            new("How many shards?", "Really 200", "kinesis"),
            new("Where?", "- here\n- there", "S3"),
        ] {
            let (next, id) = with_card(&summary, &card);
            (summary, ids) = (next, [ids, vec![id]].concat());
        }
        let cards = cards(&summary);
        let fronts: Vec<&str> = cards.iter().map(|(_, f, _)| f.as_str()).collect();
        let order = [
            "What is C#?",
            "How many shards?",
            "How many shards?",
            "Where?",
        ];
        assert_eq!(fronts, order, "{summary}");
        assert_eq!(cards[1].2, "200 {by default}");
        assert_eq!(cards[2].2, "Really 200");
        assert_eq!(cards[3].2, "- here\n- there");
        let mut made: Vec<&String> = cards.iter().map(|(id, _, _)| id).collect();
        made.sort();
        ids.sort();
        assert_eq!(made, ids.iter().collect::<Vec<_>>());
    }

    #[test]
    fn hostile_text_stays_text() {
        for back in [
            "# loud",
            "> said",
            "---",
            "a\n===",
            "- [ ] box",
            "`code",
            "```python",
            "~~~\n## x",
            "```\n# a\n```\n# b",
            "<pre>x",
            "<!-- note",
            "<script>",
            "***",
            "[x]: http://a",
            "___\nb",
            "```\n## Part\n### Card: no {#no}\n```",
        ] {
            let (one, id) = with_card("", &new("Front {odd}", back, ""));
            assert!(holds_all("", &one, &id), "{one}");
            let (summary, id) = with_card(&one, &new("Second", "Two", ""));
            assert!(holds_all(&one, &summary, &id), "{summary}");
            let cards = cards(&summary);
            assert_eq!(cards.len(), 2, "{summary}");
            assert_eq!(cards[0].1, "Front {odd}");
            assert_eq!(cards[1].2, "Two");
        }
    }

    #[test]
    fn a_card_that_would_swallow_another_is_seen() {
        let (one, _) = with_card("", &new("First", "One", ""));
        let open = one + "\n<!-- the person's own\n";
        let (two, id) = with_card(&open, &new("Second", "Two", ""));
        assert!(!holds_all(&open, &two, &id), "{two}");
    }

    #[test]
    fn an_empty_side_is_told() {
        assert!(new(" ", "b", "").lacks().is_some());
        assert!(new("a", "", "").lacks().is_some());
        assert_eq!(new("a", "b", "").lacks(), None);
    }
}
