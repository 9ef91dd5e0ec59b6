//! Terms in bold inside prose: explained in brackets, or merely listed.

use super::{Scope, Walk};
use crate::generator::account::Shape;
use crate::generator::alone;
use crate::generator::language::Language;
use crate::generator::lexicon;
use crate::generator::name::Name;
use crate::generator::prose;
use crate::generator::rich::Rich;
use crate::generator::sentence;
use crate::generator::statement::{self, Form};
use crate::generator::topic::{Ask, Fact, Purpose};
use crate::generator::words;

impl Walk<'_> {
    /// Takes the terms of a paragraph; whether there were any.
    pub(super) fn bold_inside(&mut self, rich: &Rich, line: u32, scope: &Scope) -> bool {
        let mut used = false;
        let group = self.new_group();
        let scope = Scope {
            group,
            shelf: None,
            ..scope.clone()
        };
        for (term, gloss) in prose::glosses(rich) {
            let Some(name) = Name::of(&term) else {
                continue;
            };
            let statement = statement::read(&gloss, &name);
            let first = name.short.split_whitespace().next().unwrap_or("");
            let verb = lexicon::is_base_verb(&first.to_lowercase());
            let says = matches!(
                statement.form,
                Form::Noun | Form::Verb | Form::Used | Form::For
            ) || statement.kind().is_some()
                || name.is_proper() && words::count(&gloss) > 3;
            if alone::stands_alone(&gloss).is_err()
                || statement.form == Form::Clause
                || verb
                || !says
                || self.language != Language::English
            {
                continue;
            }
            let topic = self.add(name, line, &scope);
            self.reading.topics[topic].purpose = Some(Purpose {
                text: gloss,
                statement,
                line,
            });
            used = true;
        }
        let members = prose::bold_members(rich);
        let itself = scope.topic.is_some_and(|t| {
            let own = self.reading.topics[t].name.short.to_lowercase();
            members.iter().any(|m| m.to_lowercase() == own)
        });
        if let Some(owner) = scope.topic
            && !itself
            && self.is_thing(Some(owner))
            && (3..=7).contains(&members.len())
            && self.language == Language::English
        {
            let name = self.reading.topics[owner].name.full.clone();
            let lower = rich.plain().to_lowercase();
            let what = [
                "options",
                "features",
                "components",
                "parts",
                "tools",
                "capabilities",
                "modes",
                "types",
                "services",
            ]
            .into_iter()
            .find(|w| sentence::contains_words(&lower, w))
            // `Moors with other services such as …` names others'.
            .filter(|_| !lower.contains("other ") && !lower.contains("integrat"))
            // `Features that a pier has over a buoy`: of one of two.
            .filter(|_| {
                ![" over ", " versus ", " vs", "compared "]
                    .iter()
                    .any(|w| lower.contains(w))
            })
            // `Some of the options are …`: which, only the page knows.
            .filter(|_| !sentence::contains_words(&lower, "some of"))
            // `AT THE SAME TIME` is only said loudly.
            .filter(|_| !members.iter().any(|m| is_loud(m)));
            if let Some(what) = what {
                let question = format!("Which {what} of {name} can you name?");
                self.reading.topics[owner].facts.push(Fact {
                    key: what.to_owned(),
                    ask: Ask::Direct(question),
                    text: prose::list_answer(&members),
                    line,
                    shape: Shape::List,
                });
                used = true;
            }
        }
        used
    }
}

/// Whether two words or more are all in capitals.
fn is_loud(words: &str) -> bool {
    let loud = |w: &str| w.len() > 1 && w.chars().all(|c| c.is_ascii_uppercase());
    words.contains(' ') && words.split(' ').all(loud)
}

#[cfg(test)]
mod tests {
    use crate::generator::tests::fronts;

    #[test]
    fn some_of_many_are_not_asked_for() {
        let asked = |some: &str| {
            let page = format!(
                "# Ports\n\n- **RopeNet:** is a service that moors boats. {some} options in RopeNet are: \
                **Rope Lamp** (a light), a **Rope Winch**, and **Rope Drum** (for fog).\n"
            );
            let all = fronts(&page);
            all.iter()
                .any(|f| f == "Which options of RopeNet can you name?")
        };
        assert!(asked("The") && !asked("Some of the best"));
    }
}
