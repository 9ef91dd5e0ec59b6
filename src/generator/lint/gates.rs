//! Measures of a bank of questions, and the bars they must clear.
//!
//! The bars come from item-writing research and from what exam-like banks
//! measure: a careful bank has its key longest in about a quarter of its items,
//! a careless one in half or more.

use super::bots::{self, ABSOLUTE, among};
use super::item::Item;
use crate::domain::Choice;

/// Fewer questions than this show no habit: chance alone breaks a bar.
pub(super) const ENOUGH: usize = 40;

/// What a measure has to keep.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bar {
    /// At most this share (0–1).
    AtMost(f64),
    /// From the first share to the second (0–1).
    Between(f64, f64),
}

/// A measure with its bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gate {
    /// A stable word for scripts.
    pub name: &'static str,
    /// For people.
    pub label: &'static str,
    /// A share, 0–1.
    pub value: f64,
    /// What it has to keep.
    pub bar: Bar,
}

impl Gate {
    /// Whether the bar is kept.
    pub fn ok(&self) -> bool {
        match self.bar {
            Bar::AtMost(most) => self.value <= most,
            Bar::Between(least, most) => (least..=most).contains(&self.value),
        }
    }
}

/// What is measured over a bank; shares are 0–1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Measures {
    /// Questions.
    pub items: usize,
    /// Of them those with one key; lengths and cues are measured on these.
    pub single: usize,
    /// Of those the ones with four options; the bots sit these.
    pub of_four: usize,
    /// Key strictly longest.
    pub key_longest: f64,
    /// Key at least 1.5 times as long as the distractors' mean.
    pub key_long: f64,
    /// A word of the stem stands in the key only.
    pub clang: f64,
    /// The same word count for an average distractor: what chance would give.
    pub clang_distractor: f64,
    /// Stems that ask for what doesn't hold.
    pub negative: f64,
    /// Questions with several keys.
    pub multiple: f64,
    /// Share of keys in each of the first four places, as written.
    pub positions: [f64; 4],
    /// Mean words of a stem.
    pub stem_words: f64,
    /// Keys with an absolute word.
    pub absolute_keys: f64,
    /// Distractors with an absolute word.
    pub absolute_distractors: f64,
    /// Expected score of taking the longest option.
    pub bot_longest: f64,
    /// Expected score of taking the option with most words of the stem.
    pub bot_stem_words: f64,
    /// Expected score of avoiding absolute words.
    pub bot_absolutes: f64,
}

/// Measures a bank.
pub fn measure<'a>(bank: impl IntoIterator<Item = &'a Choice>) -> Measures {
    let mut sums = Measures::default();
    let (mut keys, mut distractors, mut echoes) = (0, 0, 0.0);
    for choice in bank {
        let item = Item::of(choice);
        sums.items += 1;
        sums.stem_words += item.stem_words as f64;
        sums.negative += share(item.negative().is_some());
        sums.multiple += share(choice.keys() > 1);
        for option in &item.options {
            let absolute = share(among(option, &ABSOLUTE) > 0);
            if option.key {
                keys += 1;
                sums.absolute_keys += absolute;
            } else {
                distractors += 1;
                sums.absolute_distractors += absolute;
            }
        }
        if item.key().is_none() {
            continue;
        }
        sums.single += 1;
        sums.key_longest += share(item.key_longest());
        sums.key_long += share(item.key_by_mean().is_some_and(|r| r >= 1.5));
        sums.clang += share(item.clang().is_some());
        let others = item.distractors().count().max(1) as f64;
        let echoing = item.distractors().filter(|d| item.echo(d).is_some());
        echoes += echoing.count() as f64 / others;
        if item.options.len() != 4 {
            continue;
        }
        sums.of_four += 1;
        if let Some(at) = item.options.iter().position(|o| o.key) {
            sums.positions[at] += 1.0;
        }
        sums.bot_longest += bots::longest(&item);
        sums.bot_stem_words += bots::stem_words(&item);
        sums.bot_absolutes += bots::avoids_absolutes(&item);
    }
    let of = |sum: f64, n: usize| if n == 0 { 0.0 } else { sum / n as f64 };
    let (items, single, four) = (sums.items, sums.single, sums.of_four);
    Measures {
        key_longest: of(sums.key_longest, single),
        key_long: of(sums.key_long, single),
        clang: of(sums.clang, single),
        clang_distractor: of(echoes, single),
        negative: of(sums.negative, items),
        multiple: of(sums.multiple, items),
        positions: sums.positions.map(|p| of(p, four)),
        stem_words: of(sums.stem_words, items),
        absolute_keys: of(sums.absolute_keys, keys),
        absolute_distractors: of(sums.absolute_distractors, distractors),
        bot_longest: of(sums.bot_longest, four),
        bot_stem_words: of(sums.bot_stem_words, four),
        bot_absolutes: of(sums.bot_absolutes, four),
        ..sums
    }
}

fn share(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}

impl Measures {
    /// Whether there are enough questions to speak of habits.
    pub fn tells(&self) -> bool {
        self.items >= ENOUGH
    }

    /// The measures that have a bar.
    pub fn gates(&self) -> Vec<Gate> {
        let gate = |name, label, value, bar| Gate {
            name,
            label,
            value,
            bar,
        };
        if self.items == 0 {
            return Vec::new();
        }
        let most = Bar::AtMost;
        vec![
            gate(
                "key_longest",
                "key longest",
                self.key_longest,
                Bar::Between(0.15, 0.35),
            ),
            gate("key_long", "key ≥ 1.5 × mean", self.key_long, most(0.10)),
            gate(
                "clang",
                "stem's word in the key only",
                self.clang,
                most(0.10),
            ),
            gate("negative", "negative stems", self.negative, most(0.05)),
            gate(
                "multiple_response",
                "multiple response",
                self.multiple,
                Bar::Between(0.10, 0.18),
            ),
            gate("bot_longest", "bot: longest", self.bot_longest, most(0.35)),
            gate(
                "bot_stem_words",
                "bot: stem's words",
                self.bot_stem_words,
                most(0.35),
            ),
            gate(
                "bot_absolutes",
                "bot: no absolutes",
                self.bot_absolutes,
                most(0.35),
            ),
        ]
    }
}
