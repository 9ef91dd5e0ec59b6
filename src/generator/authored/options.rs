//! A question's options: a task list, each line with its box, its text and its
//! rationale.

use super::Reader;
use crate::domain::{ChoiceOption, OptionId, Text};
use crate::generator::ids;
use crate::generator::outline::Item;

/// Where the rationale begins.
const BEFORE_WHY: &str = " — ";

impl Reader<'_> {
    pub(super) fn options(&mut self, items: &[Item]) -> Vec<ChoiceOption> {
        let mut out: Vec<ChoiceOption> = Vec::new();
        let mut names = ids::Names::default();
        for (i, item) in items.iter().enumerate() {
            let at = item.place.bytes.start;
            let Some(correct) = item.task else {
                self.error(
                    at,
                    "option-without-box",
                    "an option has no box",
                    "begin it with `- [ ]` (wrong) or `- [x]` (right)",
                );
                continue;
            };
            let raw = self.slice(&item.place).to_owned();
            let body = raw.split_once(']').map_or("", |(_, b)| b);
            let body = body.lines().map(str::trim).collect::<Vec<_>>().join(" ");
            let body = body.trim();
            let (text, why) = match body.split_once(BEFORE_WHY) {
                Some((text, why)) => (text.trim(), Some(why.trim())),
                None => (body, None),
            };
            if text.is_empty() {
                self.error(
                    at,
                    "empty-option",
                    "an option says nothing",
                    "write its text after the box",
                );
            }
            if why.is_none_or(str::is_empty) {
                self.warn(
                    at,
                    "no-rationale",
                    "an option has no rationale",
                    "add ` — ` and why it is right or wrong",
                );
            }
            if out.iter().any(|o| o.text.as_str() == text) {
                self.error(
                    at,
                    "same-option",
                    "two options say the same",
                    "change or remove one of them",
                );
            }
            let letter = char::from(b'a' + u8::try_from(i % 26).unwrap_or(0)).to_string();
            if let Ok(id) = OptionId::new(names.unique(&letter)) {
                out.push(ChoiceOption {
                    id,
                    text: Text::new(text),
                    correct,
                    why: why.filter(|w| !w.is_empty()).map(Text::new),
                });
            }
        }
        out
    }

    /// Complains about how many options are right.
    pub(super) fn count(&mut self, options: &[ChoiceOption], at: usize) {
        let keys = options.iter().filter(|o| o.correct).count();
        let n = options.len();
        if keys == 0 {
            self.error(
                at,
                "no-key",
                "no option is marked right",
                "write `- [x]` before the right one",
            );
        } else if keys == n {
            self.error(
                at,
                "all-keys",
                "every option is marked right",
                "leave the box of the wrong ones empty: `- [ ]`",
            );
        } else if keys == 1 && n != 4 {
            self.warn(
                at,
                "option-count",
                &format!("one right answer among {n} options"),
                "multiple choice has exactly four options",
            );
        } else if keys > 1 && n < 5 {
            self.warn(
                at,
                "option-count",
                &format!("{keys} right answers among {n} options"),
                "multiple response has five or six options",
            );
        }
    }
}
