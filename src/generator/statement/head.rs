//! The head noun of a statement: the word that says what kind of thing it is.

use super::{Form, Statement};
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::qualities;
use crate::generator::words;

impl Statement {
    /// What kind of thing the description says it is: `service`.
    pub(in crate::generator) fn kind(&self) -> Option<&'static str> {
        if !matches!(self.form, Form::Noun | Form::Fragment) {
            return None;
        }
        let (kind, _, plural) = self.head()?;
        (!plural).then_some(kind)
    }

    /// The kind noun, where it ends in the body, and whether it is plural.
    pub(in crate::generator) fn head(&self) -> Option<(&'static str, usize, bool)> {
        let bare = qualities::unqualified(&self.body);
        let before = self.body.len() - bare.len();
        let (kind, end, plural) = head(&bare)?;
        Some((kind, before + end, plural))
    }
}

fn head(body: &str) -> Option<(&'static str, usize, bool)> {
    let mut best = None;
    let mut end = 0;
    for (i, word) in body.split_inclusive(' ').enumerate() {
        end += word.len();
        let bare = word.trim_end_matches([' ', ',', '.', ';', ':', ')']);
        let so_far = body[..end].trim_end_matches([' ', ',', '.', ';', ':', ')']);
        let relative = {
            static WORDS: Listed = Listed::new(
                "that which used designed for to in of where with by on from and \
                    or",
            );
            WORDS.has(bare)
        } && i > 0;
        // `text to speech service`: a preposition inside the noun.
        if relative && best.is_some() {
            // `language to SQL conversion`: a noun of two ends.
            let next = body[end..].split_whitespace().next().unwrap_or("");
            let ends = bare == "to" && next.chars().skip(1).any(char::is_uppercase);
            return best.filter(|_| !ends);
        }
        if matches!(
            bare,
            "that" | "which" | "used" | "designed" | "where" | "of" | "against"
        ) && i > 0
        {
            break;
        }
        if i > 10 {
            break;
        }
        if let Some((kind, plural)) = lexicon::kind_at_end(so_far) {
            best = ends_phrase(&body[end..], word)
                .then_some((kind, so_far.len(), plural))
                .or(best);
        }
        if word.trim_end().ends_with([',', ';', ':', '.']) {
            break;
        }
    }
    best
}

/// Whether a noun ends its phrase there: what follows is no further noun of a
/// compound (`hyperparameter | combinations`).
fn ends_phrase(rest: &str, word: &str) -> bool {
    if word.trim_end().ends_with([',', ';', ':', '.', ')']) {
        return true;
    }
    let next = rest.split_whitespace().next().unwrap_or("");
    let bare = next.trim_matches([',', '.', ';', ':']).to_lowercase();
    bare.is_empty()
        || next.starts_with(['(', '–', '—', '-'])
        || words::is_stop(&bare)
        || bare.ends_with("ed")
        || bare.ends_with("ing") && !compounds(rest, next)
        || matches!(
            bare.as_str(),
            "built"
                | "made"
                | "behind"
                | "against"
                | "across"
                | "like"
                | "whose"
                | "where"
                | "meant"
                | "per"
                | "inside"
                | "outside"
                | "running"
                | "provided"
        )
}

/// `natural language | processing`: a gerund with nothing to act on belongs to
/// the noun.
fn compounds(rest: &str, gerund: &str) -> bool {
    let object = rest.split_whitespace().nth(1).unwrap_or("");
    gerund.ends_with([',', '.', ';', ':']) || object.is_empty() || object.starts_with('(')
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::generator::name::Name;
    use crate::generator::statement::read;

    #[test]
    fn the_kind_is_the_head_noun() {
        let kind = |t: &str| read(t, &Name::of("X Y").unwrap()).kind();
        assert_eq!(
            kind("is a Natural Language Processing (NLP) service designed to read"),
            Some("service")
        );
        assert_eq!(kind("a recommendations system designed to"), Some("system"));
        assert_eq!(kind("a design that serves"), None);
        assert_eq!(kind("Protection against storms on a network"), None);
        assert_eq!(kind("Harbour language processing"), None);
        assert_eq!(kind("Harbour language to SQL conversion of logs"), None);
        assert_eq!(kind("is a GUI based data preparation tool"), Some("tool"));
    }
}
