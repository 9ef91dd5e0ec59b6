//! What a question asks for, read from its words.

use crate::generator::listed::Listed;

/// The form of a question about a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `What is X?`
    Is,
    /// `What does X do?`
    Does,
    /// `What can X do?`
    Can,
    /// `What is X for?`
    For,
    /// `What is X used for?`
    Used,
    /// `What characterises X?`
    Characterises,
    /// `What does “X” mean?`
    Means,
    /// `What are examples of X?`
    Examples,
    /// `Which Y does X have?`
    Has,
    Other,
}

/// A question, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked<'a> {
    pub(super) form: Form,
    /// What is asked about, without article.
    pub(super) term: &'a str,
    /// The question without the place before it.
    pub(super) whole: &'a str,
}

impl<'a> Asked<'a> {
    pub(super) fn read(front: &'a str) -> Self {
        let question = placed(front);
        let bare = question.trim_end_matches('?');
        // `(Ropes)` at the end is a place, unless it is all there is.
        let bare = match bare.rfind(" (") {
            Some(at) if bare.ends_with(')') => &bare[..at],
            _ => bare,
        };
        let (form, term) = form(bare);
        let term = ["a ", "an ", "the "]
            .iter()
            .find_map(|a| term.strip_prefix(a))
            .unwrap_or(term);
        Self {
            form,
            term,
            whole: question,
        }
    }

    /// Whether the term is written as a name.
    pub(super) fn is_named(&self) -> bool {
        crate::generator::name::Name::of(self.term).is_some_and(|n| n.is_proper() || n.is_product())
    }

    /// Whether the term is a product's name.
    pub(super) fn is_product(&self) -> bool {
        crate::generator::name::Name::of(self.term).is_some_and(|n| n.is_proper() && n.is_product())
    }
}

/// A question without the place before it: `In X, what is Y?`, `X: what …`.
fn placed(front: &str) -> &str {
    for word in ["what ", "how ", "which "] {
        for link in [", ", ": "] {
            let between = format!("{link}{word}");
            if let Some(at) = front.find(&between) {
                return &front[at + link.len()..];
            }
        }
    }
    front
}

fn form(q: &str) -> (Form, &str) {
    let rest = |prefixes: &[&str]| {
        prefixes.iter().find_map(|p| {
            let head = q.get(..p.len())?;
            (head.to_lowercase() == *p).then(|| &q[p.len()..])
        })
    };
    if let Some(term) = rest(&["what are examples of ", "what is an example of "]) {
        return (Form::Examples, term);
    }
    if let Some(term) = rest(&["what characterises "]) {
        return (Form::Characterises, term);
    }
    if let Some(term) = rest(&["what can "]).and_then(|t| t.strip_suffix(" do")) {
        return (Form::Can, term);
    }
    if let Some(tail) = rest(&["what does ", "what do "]) {
        if let Some(term) = tail.strip_suffix(" do") {
            return (Form::Does, term);
        }
        if let Some((term, after)) = tail.strip_prefix('“').and_then(|t| t.split_once('”'))
            && after.starts_with(" mean")
        {
            return (Form::Means, term);
        }
        return (Form::Other, "");
    }
    if let Some(tail) = rest(&["what is ", "what are "]) {
        if let Some(term) = tail.strip_suffix(" for") {
            if let Some(term) = term.strip_suffix(" used") {
                return (Form::Used, term);
            }
            static JUDGED: Listed = Listed::new(
                "best good ideal great designed recommended useful suitable suited perfect \
                optimized optimised meant",
            );
            let judged = term.rsplit(' ').next().is_some_and(|w| JUDGED.has(w));
            return match judged {
                true => (Form::Other, ""),
                false => (Form::For, term),
            };
        }
        let attribute = ["the ", "a ", "an "].iter().any(|a| tail.starts_with(a))
            && (tail.contains(" of ") || tail.contains("use case for "));
        // `use cases for X`: several things said of X, not a thing.
        let several = tail
            .split(" for ")
            .next()
            .filter(|head| head.len() < tail.len())
            .and_then(|head| head.split_whitespace().next_back())
            .is_some_and(|w| {
                matches!(
                    w,
                    "cases" | "practice" | "practices" | "uses" | "requirements" | "tips"
                )
            });
        if tail.ends_with(" used to")
            || tail.ends_with(" designed to do")
            || tail.contains(" used for")
            || attribute
            || several
        {
            return (Form::Other, "");
        }
        return (Form::Is, tail);
    }
    if let Some(tail) = rest(&["which "])
        && let Some(body) = tail.strip_suffix(" have")
        && let Some((_, term)) = body
            .split_once(" does ")
            .or_else(|| body.split_once(" do "))
    {
        return (Form::Has, term);
    }
    (Form::Other, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_taken_apart() {
        for (front, form, term) in [
            ("What is a pier?", Form::Is, "pier"),
            ("In Ports, what is the pier for?", Form::For, "pier"),
            ("What is RopeNet best for?", Form::Other, ""),
            ("What is RopeNet used for?", Form::Used, "RopeNet"),
            ("What does the winch do (Cranes)?", Form::Does, "winch"),
            ("Cranes: what can a winch do?", Form::Can, "winch"),
            (
                "What characterises RopeNet?",
                Form::Characterises,
                "RopeNet",
            ),
            ("What does “spring” mean in Ropes?", Form::Means, "spring"),
            ("What are examples of knots?", Form::Examples, "knots"),
            ("Which knots does RopeNet have?", Form::Has, "RopeNet"),
            ("What is the cost of RopeNet?", Form::Other, ""),
            ("What is a weakness of RopeNet?", Form::Other, ""),
            ("What is a use case for RopeNet?", Form::Other, ""),
            ("What are use cases for RopeNet?", Form::Other, ""),
            ("How long is a rope?", Form::Other, ""),
        ] {
            let asked = Asked::read(front);
            assert_eq!((asked.form, asked.term), (form, term), "{front}");
        }
    }
}
