//! Judgement: what counts as a description of a topic, and what does not.

use super::Walk;
use super::aside::aside;
use super::meaning::cannot_define;
use crate::generator::alone;
use crate::generator::clause;
use crate::generator::headed;
use crate::generator::language::{self, Language};
use crate::generator::lesson;
use crate::generator::lexicon;
use crate::generator::listed::Listed;
use crate::generator::mask;
use crate::generator::name::Name;
use crate::generator::noise;
use crate::generator::qualities;
use crate::generator::sentence;
use crate::generator::statement::{self, Form};
use crate::generator::topic::Purpose;
use crate::generator::words;

/// The longest description in words.
const MAX_PURPOSE: usize = 45;

impl Walk<'_> {
    /// The purpose that a sentence states, if it does.
    pub(in crate::generator) fn purpose_of(
        &self,
        text: &str,
        topic: usize,
        line: u32,
        opening: bool,
        led: bool,
    ) -> Option<Purpose> {
        let t = &self.reading.topics[topic];
        let text = sentence::trim(text);
        if noise::invites(&text) || words::count(&text) > MAX_PURPOSE {
            return None;
        }
        let statement = statement::read(&text, &t.name);
        let told = match statement.about_term {
            true => &statement.body,
            false => &text,
        };
        if !t.vouched() && (beside(&text) || aside(told) || misses(told)) {
            return None;
        }
        // `Usual Pier Layout` over a drawing: a caption, or a heading's shadow.
        let drawn = statement.kind().is_none() || draws(&text);
        if !led && !t.vouched() && titled(&text) && drawn {
            return None;
        }
        if cannot_define(&text) && cannot_define(&statement.body) {
            return None;
        }
        let own = self.reading.topics[topic].vouched();
        let tongue = if own {
            self.language
        } else {
            self.tongue(&text)
        };
        if tongue != Language::English {
            return opening
                .then(|| self.foreign_purpose(text, topic, line, tongue, led))
                .flatten();
        }
        if !statement.about_term && lacks_copula(&statement.body) {
            return None;
        }
        let alone = alone::stands_alone(&statement.body).is_ok()
            && !alone::code_only(&statement.body)
            && !alone::labelled(&text)
            && !of_a_lesson(&statement.body)
            && !narrates(&text);
        // `A gate that lets water pass` needs no other proof, nor does `gate for small
        // boats` right below its name.
        let noun = matches!(statement.form, Form::Noun | Form::Fragment);
        let plain = || (statement.about_term || led) && headed::is_plain(&statement.body);
        let apt = || {
            opening
                && ![" and ", " & "].iter().any(|j| t.name.short.contains(j))
                && !t.gathers
                && self.tells_apart(&t.name)
                && headed::is_apt(&statement.body)
        };
        if noun && alone && !praises(&statement.body) && (plain() || apt()) {
            return Some(Purpose {
                text,
                statement,
                line,
            });
        }
        let form = match statement.form {
            Form::Clause => false,
            Form::Modal => statement.about_term && opening,
            Form::Fragment => {
                let known = t.name.is_product()
                    || self.usage.is_brand(&t.name.short)
                    || statement.kind().is_some();
                let told = words::content(&statement.body).len() >= 3;
                words::count(&statement.body) <= 32
                    && (statement.about_term || led || opening && known && told)
                    && !statement.body.starts_with(|c: char| c.is_ascii_digit())
                    && !instructs(&statement.body)
                    && !statement
                        .body
                        .split_whitespace()
                        .take(3)
                        .any(|w| w == "-" || w == "–")
                    && !only_qualities(&statement.body)
            }
            Form::Base if instructs(&statement.body) => false,
            // `RopeNet` over `Route boats to a free pier`.
            Form::Base if opening && !led => {
                let known = t.name.is_product() || self.usage.is_brand(&t.name.short);
                statement.about_term || known && t.name.is_proper() && works(&statement.body)
            }
            Form::Base | Form::To => led || statement.about_term,
            Form::Verb
                if statement.body.starts_with("is ") || statement.body.starts_with("are ") =>
            {
                let said = statement.body.trim_start_matches("is ");
                (statement.about_term || led && statement.body.starts_with("are "))
                    && words::count(&statement.body) >= 5
                    && !only_qualities(said.trim_start_matches("are "))
            }
            Form::Verb if dull(&statement.body) => false,
            Form::Verb if !led && !statement.about_term => opening,
            _ => statement.about_term || opening,
        };
        let form = form
            && !praises(&statement.body)
            && (self.tells_apart(&t.name) || defines_well(statement.form));
        let about = (statement.about_term || !t.gathers && !t.joint)
            && !statement.body.starts_with("means that");
        let kind = statement.kind().is_some();
        let enough = words::content(&statement.body).len() >= 2
            && (kind || statement.body.contains(',') || words::count(&statement.body) > 2)
            && (statement.form != Form::Noun || mask::telling_words(&statement.body).len() >= 2);
        (alone && form && about && enough && (opening || statement.about_term)).then_some(Purpose {
            text,
            statement,
            line,
        })
    }
}

impl Walk<'_> {
    /// Whether a name is more than a lone common noun (`Service`, `Rules`),
    /// which only a definition makes worth asking for.
    pub(super) fn tells_apart(&self, name: &Name) -> bool {
        let lower = name.short.to_lowercase();
        let kind = lexicon::kind_at_end(&lower).is_some_and(|(k, _)| !k.contains(' '));
        words::count(&lower) > 1 || name.is_proper() || !(kind || lexicon::is_countable(&lower))
    }
}

/// Whether an order may say what a product does: no step, no advice to a reader.
fn works(body: &str) -> bool {
    static ASKED: Listed = Listed::new(
        "create set choose click go open install run launch add select configure enable disable \
        navigate use make ensure check avoid consider remember pay need see note read learn \
        understand know watch visit try start stop keep put get do be have think look ask take \
        let give sign log login enter type copy paste specify define write save attach assign \
        move turn-on begin follow prefer leave wait return",
    );
    let first = clause::first_word(body).to_lowercase();
    !ASKED.has(&first) && words::count(body) >= 4
}

/// What else a thing is, what it is not, or what it is next to others doesn't
/// say what it is: `It is also a store`, `isn't a pier`, `longer than a rope`.
fn beside(text: &str) -> bool {
    let opening: Vec<String> = text
        .split_whitespace()
        .take(7)
        .map(|w| {
            w.trim_matches(|c: char| !c.is_alphanumeric() && c != '\'')
                .to_lowercase()
        })
        .collect();
    let has = |word: &str, within: usize| opening.iter().take(within).any(|w| w == word);
    has("also", 5)
        || has("than", 7)
        || ["isn't", "aren't", "doesn't", "don't", "another"]
            .iter()
            .any(|w| has(w, 4))
        || opening
            .windows(2)
            .take(3)
            .any(|w| matches!(w[0].as_str(), "is" | "are" | "does" | "do") && w[1] == "not")
}

/// Whether a text runs on before it says what something is for: `a pier of stone,
/// we can moor there`, `a service that automatically scales`.
fn misses(told: &str) -> bool {
    let low = clause::unbracketed(told).to_lowercase();
    [
        ", we ",
        " that automatically scales",
        " that scales automatically",
    ]
    .iter()
    .any(|m| low.contains(m))
}

/// Whether a title names a drawing.
fn draws(text: &str) -> bool {
    static DRAWINGS: Listed = Listed::new(
        "architecture diagram overview flow workflow layout setup topology example design",
    );
    let last = text.trim_end_matches('.').split_whitespace().next_back();
    last.is_some_and(|w| DRAWINGS.has(&w.to_lowercase()))
}

/// Whether every word begins with a capital, as in a title.
fn titled(text: &str) -> bool {
    let bare = clause::unbracketed(text.trim_end_matches(['.', ':']));
    let words: Vec<&str> = bare.split_whitespace().collect();
    (3..=7).contains(&words.len())
        && words
            .iter()
            .all(|w| w.starts_with(char::is_uppercase) || w.len() < 4)
        && words
            .iter()
            .filter(|w| w.chars().skip(1).any(char::is_lowercase))
            .count()
            > 2
}

/// `Covers …`, `Demonstrates …`: what a page or a lesson does.
pub(super) fn of_a_lesson(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or("").to_lowercase();
    static WORDS: Listed = Listed::new(
        "covers covering demonstrates introduces introducing discusses explores exploring teaches \
        walks hands-on understand understanding learn learning overview here here's here’s",
    );
    let lower = text.to_lowercase();
    let vague = ["the rest", "everything else", "for example", "for instance"]
        .iter()
        .any(|p| lower.starts_with(p));
    WORDS.has(&first) || vague || lesson::advises(text)
}

/// Whether a text tells steps or what happened once.
pub(super) fn narrates(text: &str) -> bool {
    let lower = text.to_lowercase();
    let past = [" were ", " was ", " had "]
        .iter()
        .any(|w| lower.contains(w));
    past || lower.contains("(2)") && lower.contains("(1)")
}

/// Forms that define rather than remark.
pub(super) fn defines_well(form: Form) -> bool {
    matches!(form, Form::Noun | Form::Verb | Form::Used | Form::Base)
}

/// `the best for …`, `a good way …`: a judgement, not a description.
pub(super) fn praises(body: &str) -> bool {
    let mut parts = body.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    static WORDS: Listed = Listed::new(
        "best most same default good great better challenge lot must bit big huge pain problem \
        question pleasure",
    );
    static EMPTY: Listed =
        Listed::new("feature part type kind form service example tool way subset version set");
    let hollow = EMPTY.has(second) && words::count(body) <= 5;
    let article = matches!(first, "the" | "a" | "an");
    let third = parts.next().unwrap_or("");
    let open = matches!(
        third,
        "to" | "way" | "option" | "one" | "choice" | "of" | "method"
    );
    if body.contains("gold standard") || body.contains("strong balance") {
        return true;
    }
    if first == "the" && second.len() > 5 && second.ends_with("est") && open {
        return true;
    }
    // `Low cost and …`, `Fault tolerant …`, `Best suited …`: praise without a noun.
    let quality = matches!(
        (first, second.trim_end_matches(',')),
        ("low" | "lower" | "high" | "higher" | "highly", _)
            | (
                "fault" | "best" | "well",
                "tolerant" | "suited" | "suitable" | "for"
            )
    ) && headed::head(body) != headed::Head::Class;
    if quality {
        return true;
    }
    article && (WORDS.has(second) || hollow) || body.starts_with("one of ")
}

/// Whether a lead is an action or a clause rather than a name.
pub(in crate::generator) fn acts(lead: &str) -> bool {
    let lower = lead.to_lowercase();
    let mut parts = lower.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next());
    let ambiguous = lexicon::is_either(first) || lexicon::is_either(&lexicon::plural(first));
    let orders = lexicon::is_base_verb(first)
        && matches!(second, Some("the" | "a" | "an" | "your" | "our" | "all"));
    let adverbial = first.ends_with("ly") && second.is_some_and(lexicon::is_base_verb);
    let done = first.len() > 4
        && first.ends_with("ed")
        && second.is_some_and(|s| matches!(s, "by" | "from" | "with" | "in" | "to" | "on" | "as"));
    // `Scales out`, `Points a domain`, `Supports rules`: what follows makes it a verb.
    let governs = lexicon::base_of(first).is_some()
        && second.is_some_and(|s| {
            static AFTER: Listed = Listed::new("out in up down off a an the");
            AFTER.has(s)
        })
        || matches!(
            first,
            "supports" | "provides" | "allows" | "enables" | "requires" | "lets" | "helps"
        ) && second.is_some();
    orders
        || adverbial
        || done
        || governs
        || second.is_some()
            && !ambiguous
            && (lexicon::base_of(first).is_some()
                || lexicon::is_base_verb(first) && !first.ends_with("ing"))
        || clause::has_own_verb(lead)
        || matches!(
            first,
            "can"
                | "could"
                | "would"
                | "might"
                | "will"
                | "must"
                | "should"
                | "may"
                | "is"
                | "are"
                | "not"
                | "no"
                | "doesn't"
                | "does"
        )
}

/// Leads that announce what their topic is.
pub(super) fn defines(lead: &str) -> bool {
    // `Definition (in short)`
    let bare = clause::unbracketed(lead);
    // `Amazon definition`
    let whose = bare.trim().to_lowercase();
    let whose = whose.ends_with(" definition") && words::count(&whose) < 4;
    whose
        || language::describes(lead)
        || matches!(
            bare.trim().to_lowercase().as_str(),
            "definition"
                | "description"
                | "purpose"
                | "what"
                | "concept"
                | "the concept"
                | "basic concept"
                | "core concept"
                | "direct definition"
                | "formal definition"
                | "what it is"
                | "what is it"
                | "what it does"
                | "meaning"
                | "summary"
                | "overview"
                | "def"
                | "idea"
                | "main idea"
                | "about"
                | "in short"
                | "tl;dr"
                | "goal"
                | "function"
        )
}

/// Steps to follow rather than a description.
pub(super) fn instructs(body: &str) -> bool {
    let first = body.split_whitespace().next().unwrap_or("").to_lowercase();
    {
        static WORDS: Listed = Listed::new(
            "paste click choose select go head enter type open navigate press \
                    copy download install run log sign visit check set try pick \
                    name leave follow watch read see review practice practise study \
                    memorize understand learn know remember ensure make just wait \
                    keep don't do start stop use consider think ask avoid note look \
                    test load take put give get let be",
        );
        WORDS.has(first.as_str())
    }
}

/// Verbs that say something of a thing without saying what it is for.
pub(super) fn dull(body: &str) -> bool {
    let first = body.split_whitespace().next().unwrap_or("");
    {
        static WORDS: Listed = Listed::new(
            "considers expects supports accepts requires needs works has \
                    takes comes costs depends does gets goes starts ends integrates \
                    includes contains varies charges looks uses performs consists \
                    exists lives scales assumes means is differ consist depend include \
                    contain require cost vary apply applies relate relates supported recommended",
        );
        WORDS.has(first)
    }
}

/// `fully managed, cost effective, …`: qualities, but of what?
pub(super) fn only_qualities(body: &str) -> bool {
    if qualities::unqualified(body).len() < body.len() {
        return false;
    }
    let first = body.split([',', ';', '.', '(']).next().unwrap_or("");
    let words: Vec<&str> = first.split_whitespace().collect();
    let last = words.last().map(|w| w.to_lowercase()).unwrap_or_default();
    let opening = words.first().map(|w| w.to_lowercase()).unwrap_or_default();
    let adjective = |w: &str| {
        w.ends_with("able") || w.ends_with("ive") || {
            static WORDS: Listed = Listed::new(
                "serverless real-time durable secure cheap fast available simple \
                    easy free flexible regional global stateless stateful elastic \
                    automatic faster cheaper supervised unsupervised",
            );
            WORDS.has(w)
        }
    };
    let praise = {
        static WORDS: Listed = Listed::new(
            "great good best better expensive cheap cheaper fast faster \
                    ideal perfect useful suitable recommended available more less \
                    only very kept same similar not no always never up default free \
                    limited simple easy easier hard important optional mandatory \
                    required allowed possible worse lower higher too also must most \
                    slow slower just like than generally usually typically mostly \
                    often mainly basically really actually currently normally using \
                    commonly also sometimes usually difficult impossible necessary essential crucial critical",
        );
        WORDS.has(opening.as_str())
    };
    let participle = opening.ends_with("ed")
        && !matches!(
            opening.as_str(),
            "designed" | "used" | "intended" | "optimised" | "optimized" | "dedicated"
        )
        && words.get(1).is_some_and(|w| {
            static WORDS: Listed = Listed::new("on by in for with at from to as using when if per");
            WORDS.has(w)
        });
    praise || participle || words.len() <= 3 && (last.ends_with("ed") || adjective(&last))
}

/// `TLB a gate of steel`: the verb is missing after another's letters.
fn lacks_copula(body: &str) -> bool {
    let mut words = body.split_whitespace();
    let letters = words.next().unwrap_or("");
    let loud = letters.len() > 1 && letters.chars().all(|c| c.is_ascii_uppercase());
    loud && matches!(words.next(), Some("a" | "an" | "the"))
}

#[cfg(test)]
mod tests {
    use super::of_a_lesson;
    use crate::generator::tests::cards;

    #[test]
    fn what_presents_the_page_tells_of_a_lesson() {
        assert!(of_a_lesson("Here’s a complete guide to ropes for pilots"));
        assert!(!of_a_lesson("A guide that leads boats to piers"));
    }

    #[test]
    fn what_runs_on_with_another_sentence_defines_nothing() {
        let page = |goes_on: &str| {
            let text = format!("A basin of calm water that holds boats{goes_on}");
            cards(&format!("# Ports\n\n## RopePort\n\n- {text}\n- Old\n"))
        };
        assert!(
            page(" by night")
                .iter()
                .any(|(f, _)| f == "What is RopePort?")
        );
        assert!(page(", we can moor there").is_empty());
        let told = |does: &str| {
            let text = format!("A fully managed service that {does}");
            !cards(&format!("# Ports\n\n## RopePort\n\n- {text}\n- Old\n")).is_empty()
        };
        assert!(
            told("moors the boats of a port")
                && !told("automatically scales to the boats of a port")
        );
    }
}
