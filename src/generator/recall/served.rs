//! Services that a list names and tells in a few words without a class:
//! `TDN: night mooring of boats`. What it is isn't said, but what it is for.

use crate::generator::account::Reason;
use crate::generator::clause;
use crate::generator::describe;
use crate::generator::draft::Desk;
use crate::generator::fit;
use crate::generator::headed::{self, Head};
use crate::generator::language::Language;
use crate::generator::lexicon;
use crate::generator::polish;
use crate::generator::statement::Form;
use crate::generator::topic::{Purpose, Topic};
use crate::generator::words;

/// Whether a topic is such a service, by its list and by its name.
pub(super) fn deals(desk: &Desk<'_>, topic: usize, purpose: &Purpose) -> bool {
    let t = &desk.topics[topic];
    let (name, statement) = (&t.name, &purpose.statement);
    let served = matches!(t.kind, Some("service" | "tool"));
    let known = name.is_known();
    let begins = ["\"", "“", "good ", "great ", "best "];
    let low = statement.body.to_lowercase();
    // What an exam asks of it: `ropes vs nets`, `piers, lamps, bells, tides`.
    let compared = low.contains(" vs ")
        || low.matches(',').count() > 2
        || begins.iter().any(|b| low.starts_with(b));
    served
        && known
        && t.language == Language::English
        && !t.vouched()
        && !compared
        && matches!(statement.form, Form::Noun | Form::Fragment | Form::Base)
        && (3..=9).contains(&words::count(&low))
}

/// Asks what such a service is for, unless the words end in a thing that it is
/// (`Serverless winch`).
///
/// # Errors
/// The reason why the words answer neither question.
pub(super) fn asked(t: &Topic, purpose: &Purpose) -> Result<(String, String), Reason> {
    let body = purpose.statement.body.as_str();
    let phrase = body.split([',', ';', '(', ':', '—']).next().unwrap_or(body);
    let ends = [" to ", " with ", " via ", " from ", " using "];
    let phrase = ends
        .iter()
        .fold(clause::before_preposition(phrase), |h, p| {
            h.split(p).next().unwrap_or(h)
        });
    let last = phrase.split_whitespace().next_back().unwrap_or("");
    let last = last.to_lowercase();
    let first = clause::first_word(body);
    let many = headed::head(body) == Head::Other && lexicon::looks_plural(&last);
    let deed = [
        "ion", "ment", "ing", "ance", "ence", "ery", "sis", "ity", "eval",
    ]
    .iter()
    .any(|e| last.ends_with(e));
    let acts = lexicon::is_base_verb(&first) || first.ends_with("ing");
    let said = &t.name.said;
    let front = match many || deed || acts {
        true => format!("What is {said} for?"),
        false => format!("What is {said}?"),
    };
    let back = describe::answer(&purpose.statement);
    polish::check(&front, &back)?;
    let (front, back) = polish::sides(&front, &back);
    fit::settle(front, back)
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn what_a_service_deals_with_is_asked_for() {
        let page = |heading: &str| {
            fronts(&format!(
                "# Harbour notes\n\n## {heading}\n\n- **TDN**: Night mooring management\n\
                - **RopeDuty**: Track and compare boats\n- **TideWatch**: Serverless bell at sea\n\
                - **PierLog**: Pages, stamps and seals\n\
                - **QuayNet TDL**: Tide Dock Lamp\n\
                - **KaiDB**: Tables, charts, maps, bells\n"
            ))
        };
        for heading in ["Services", "Key services", "Harbour tools"] {
            let found = page(heading);
            for asked in [
                "What is TDN for?",
                "What is RopeDuty for?",
                "What is TideWatch?",
                "What is PierLog for?",
                "What does QuayNet TDL stand for?",
            ] {
                assert!(
                    found.iter().any(|f| f == asked),
                    "{heading}, {asked}: {found:?}"
                );
            }
            assert!(!found.iter().any(|f| f.contains("KaiDB")), "{found:?}");
        }
        // What a chapter lists needn't be a service.
        let found = page("Night and day");
        assert!(!found.iter().any(|f| f.contains("TDN")), "{found:?}");
    }
}
