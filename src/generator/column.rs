//! Columns: the question that a table's cell answers, by the words of its
//! column.

use super::aspect::{self, ASPECTS};
use super::headed;
use super::lexicon;
use super::listed::Listed;
use super::parts::bare;
use super::phrase::lower_title;
use super::phrased;
use super::sentence::capitalised;
use super::words;

/// Asks for a table cell; `None` where the column's words make no question. An
/// author who knows the dialect is trusted with the column's words.
pub(super) fn question(x: &str, column: &str, cell: &str, trusted: bool) -> Option<String> {
    let c = column.trim().trim_end_matches([':', '?']).trim();
    let low = c.to_lowercase();
    if let "stands for" | "full form" | "full name" | "expansion" | "acronym for" = low.as_str() {
        return Some(format!("What does {x} stand for?"));
    }
    if low == "value" && !trusted && words::count(x) > 2 && !x.contains(" (") {
        return Some(format!("What is the {}?", bare(x)));
    }
    if low == "limit" && !trusted {
        return Some(format!("What is the limit of {x}?"));
    }
    if !trusted && matches!(low.as_str(), "quota" | "default quota" | "default limit") {
        let counted = ["maximum ", "max ", "minimum ", "number of "];
        let own = bare(x).to_lowercase();
        return Some(match counted.iter().any(|c| own.starts_with(c)) {
            true => format!("What is the {}?", lower_title(bare(x))),
            false => format!("Which {low} applies to {x}?"),
        });
    }
    if let "cost" | "costs" = low.as_str() {
        return Some(format!("What is the cost of {x}?"));
    }
    // `Type: managed rope store` says what it is.
    let classed = words::count(cell) > 2 && headed::head(cell) == headed::Head::Class;
    if !trusted && matches!(low.as_str(), "type" | "service type") && classed {
        return Some(format!("What is {x}?"));
    }
    if let Some((_, question)) = ASPECTS.iter().find(|(a, _)| *a == low) {
        return Some(question.replace("{x}", x));
    }
    if !trusted && phrased::is_phrase(&low) {
        return phrased::question(x, c, cell);
    }
    if !trusted && is_remark(cell) {
        return None;
    }
    if let Some(verdict) = Verdict::of(cell).filter(|_| !trusted) {
        return verdict.question(x, c);
    }
    // A unit in brackets belongs to the column: `Memory (GiB)`.
    let (named, unit) = match c.split_once(" (") {
        Some((named, unit)) if unit.ends_with(')') && words::count(unit) == 1 => {
            (named.trim(), format!(" ({unit}"))
        }
        Some((named, remark)) if remark.ends_with(')') && !trusted => (named.trim(), String::new()),
        _ => (c, String::new()),
    };
    let low = named.to_lowercase();
    if let Some(bare) = low
        .strip_prefix("key ")
        .or_else(|| low.strip_prefix("main "))
        && let Some((_, question)) = ASPECTS.iter().find(|(a, _)| *a == bare)
    {
        return Some(question.replace("{x}", x));
    }
    let written = written(named);
    if let Some(qualified) = low.strip_suffix("use case") {
        let article = match qualified.starts_with(['a', 'e', 'i', 'o']) || spelt_with_vowel(named) {
            true => "an",
            false => "a",
        };
        return Some(format!("What is {article} {written} for {x}?"));
    }
    if low.ends_with("use cases") || low.ends_with("examples") || low.ends_with("tips") {
        return Some(format!("What are {written} for {x}?"));
    }
    if let Some(question) = persons(x, &low, cell).filter(|_| !trusted) {
        return Some(question);
    }
    if let "users" | "audience" | "owner" | "owners" = low.as_str() {
        let be = if low.ends_with('s') { "are" } else { "is" };
        return Some(format!("Who {be} the {low} of {x}?"));
    }
    let last = low.split([' ', '/']).next_back().unwrap_or("");
    let first = low.split_whitespace().next().unwrap_or("");
    let verbal = lexicon::base_of(first).is_some_and(|_| !lexicon::is_either(first))
        || matches!(first, "is" | "are" | "has" | "can" | "often" | "for");
    let processors = matches!(last, "vcpu" | "vcpus" | "cpu" | "cpus" | "gpu" | "gpus");
    let plural = lexicon::looks_plural(last) || last.ends_with("pus") && processors;
    let many = plural && words::count(named) <= 3 && named.is_ascii();
    let quality = [
        "able", "ible", "ed", "less", "ive", "ly", "ful", "ing", "ous", "al",
    ];
    let simple = words::count(named) <= 2 && !quality.iter().any(|e| last.ends_with(e));
    let attribute = aspect::is_attribute(last) || lexicon::kind_at_end(last).is_some();
    // `Transformations: custom`: one word is no several things.
    let lone = words::count(cell) == 1
        && !cell.contains(|c: char| c.is_ascii_digit() || "`/,;&+".contains(c));
    if plural && lone && !trusted {
        return None;
    }
    // `Stores`, `Triggers`: as often a verb.
    if !trusted && !named.contains(' ') && lexicon::is_either(last) && !aspect::is_attribute(last) {
        return None;
    }
    let noun = is_noun(last) && (attribute || !trusted || words::count(named) <= 2)
        || processors
        || many
        || trusted && simple && !plural;
    if trusted && (!noun || verbal) {
        return labelled(x, c, true);
    }
    if verbal || words::count(named) > 4 || named.contains(['(', '&']) || !named.is_ascii() {
        return labelled(x, c, noun);
    }
    if !noun || named.contains('/') {
        return labelled(x, c, noun);
    }
    let number = cell
        .trim_start_matches('`')
        .starts_with(|c: char| c.is_ascii_digit())
        && cell
            .trim_matches('`')
            .chars()
            .all(|c| c.is_ascii_digit() || ", .-–".contains(c));
    if number && (plural || processors) && unit.is_empty() {
        let written = match processors && !last.ends_with('s') {
            true => format!("{written}s"),
            false => written,
        };
        return Some(format!("How many {written} does {x} have?"));
    }
    if let Some(server) = fitting(&low, &written).filter(|_| !trusted) {
        return Some(format!("Which {server} fits {x}?"));
    }
    let be = if plural { "are" } else { "is" };
    let of = if last.starts_with("alternative") {
        "to"
    } else {
        "of"
    };
    Some(format!("What {be} the {written}{unit} {of} {x}?"))
}

/// What a column names that serves its row: of `Likely Acme tool` the `Acme
/// tool`.
fn fitting<'a>(low: &str, written: &'a str) -> Option<&'a str> {
    static FITTING: Listed =
        Listed::new("service tool algorithm solution product library framework");
    static JUDGING: Listed = Listed::new(
        "likely best recommended suggested suitable right typical preferred primary main matching",
    );
    let last = low.split(' ').next_back().unwrap_or("");
    if !FITTING.has(last) || words::count(low) > 3 {
        return None;
    }
    let judged = low.split(' ').next().filter(|w| JUDGING.has(w));
    let rest = judged.map_or(written, |w| {
        written.get(w.len()..).unwrap_or(written).trim()
    });
    (low == last || rest.contains(char::is_uppercase) || judged.is_some()).then_some(rest)
}

/// A column that persons answer.
fn persons(x: &str, low: &str, cell: &str) -> Option<String> {
    let brief = words::count(cell) <= 3 && !cell.contains(',');
    let bare = x.strip_prefix("a ").or_else(|| x.strip_prefix("an "));
    let the = bare.map(|b| format!("the {b}"));
    let x = the.as_deref().unwrap_or(x);
    match low {
        "responsibility" | "responsible" | "responsible party" | "who is responsible" if brief => {
            Some(format!("Who is responsible for {x}?"))
        }
        "managed by" | "operated by" | "run by" | "owned by" | "provided by" | "maintained by"
        | "created by" | "issued by" | "set by" | "defined by" | "controlled by" => {
            Some(format!("Who or what is {x} {low}?"))
        }
        "who manages it" | "who manages" | "manager" if brief => Some(format!("Who manages {x}?")),
        _ => None,
    }
}

/// A cell that denies, allows or advises: its column's noun isn't what it tells.
fn is_remark(cell: &str) -> bool {
    let low = cell.trim().to_lowercase();
    let first = low
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .next()
        .unwrap_or("");
    static REMARKS: Listed = Listed::new("cannot can't can use manually must should don't you we");
    REMARKS.has(first) && words::count(&low) > 2
}

/// A column as it reads inside a sentence.
fn written(named: &str) -> String {
    match named.chars().filter(|c| c.is_uppercase()).count() > 1 && !named.contains(' ') {
        true => named.to_owned(),
        false => lower_title(named),
    }
}

/// `ML use case`: letters whose first is spoken with a vowel.
fn spelt_with_vowel(named: &str) -> bool {
    let first = named.split_whitespace().next().unwrap_or("");
    first.len() > 1
        && first.chars().all(char::is_uppercase)
        && first.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X'])
}

/// Several words for one thing, or words that no question takes in: the topic
/// and the column side by side, where the column names something at least.
fn labelled(x: &str, column: &str, noun: bool) -> Option<String> {
    let whole = noun || column.contains(['/', '&']) && words::count(column) > 1;
    whole.then(|| format!("{}: {}?", capitalised(bare(x)), lower_title(column)))
}

/// Whether a column's last word is a noun for something that a thing has.
fn is_noun(last: &str) -> bool {
    static MORE: Listed = Listed::new(
        "category task capability differentiator medium fit impact share tactic approach profile \
        application family tier bandwidth ram cpu disk iops syntax equation symptom diagnosis dose \
        dosage antidote sentence keyword stage phase timer bit bits pin pins pattern marking \
        orientation encoding alternative successor predecessor founder leader country continent \
        city habitat diet weakness responsibility performance coverage redundancy resilience \
        audience focus strategy equivalent counterpart analogy responsibility complexity maturity \
        topology encryption hardware software limit payload compression hash digest length \
        modulation range wavelength connector default prerequisite trait fidelity ordering \
        replication isolation licence license",
    );
    aspect::is_attribute(last)
        || lexicon::is_countable(last)
        || lexicon::kind_at_end(last).is_some()
        || MORE.has(last)
        || ["ity", "ency", "ancy", "ness", "dth", "ery", "ure"]
            .iter()
            .any(|e| last.ends_with(e) && last.len() > 6)
}

/// A cell that answers with yes or no.
#[derive(Clone, Copy, PartialEq)]
enum Verdict {
    /// `yes`, `partially`
    Bare,
    /// `supported`, `not supported`
    Support,
}

impl Verdict {
    fn of(cell: &str) -> Option<Self> {
        let low = cell.trim().trim_end_matches(['.', '!']).to_lowercase();
        let first = low
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or("");
        let brief = words::count(&low) <= 4;
        // `No order is promised` is a sentence.
        let alone = !low[first.len()..]
            .trim_start_matches(' ')
            .starts_with(char::is_alphabetic);
        let support = low.starts_with("supported")
            || low.starts_with("not supported")
            || low.starts_with("unsupported");
        static BARE: Listed = Listed::new(
            "yes no fully partially partly always never true false none both optional required",
        );
        if support && brief {
            return Some(Self::Support);
        }
        (BARE.has(first) && brief && alone || low.starts_with(['✓', '✔', '✗', '✘', '✅', '❌']))
            .then_some(Self::Bare)
    }

    fn question(self, x: &str, column: &str) -> Option<String> {
        let low = lower_title(column);
        let last = low.split_whitespace().next_back().unwrap_or("");
        match self {
            Self::Support if column.contains(['/', '(']) => None,
            Self::Support => Some(format!("Does {x} support {low}?")),
            Self::Bare => {
                let state = ["ed", "able", "ible", "less", "ful", "ent"]
                    .iter()
                    .any(|e| last.ends_with(e));
                if let Some(what) = low
                    .strip_suffix(" support")
                    .or_else(|| low.strip_suffix(" supported"))
                {
                    return Some(format!("Does {x} support {what}?"));
                }
                (state && words::count(column) == 1).then(|| format!("Is {x} {low}?"))
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_asked_for_by_column() {
        for (column, cell, asked) in [
            (
                "Minimum Storage Duration",
                "30 days",
                "What is the minimum storage duration of Basalt?",
            ),
            ("Use cases", "x", "What are use cases for Basalt?"),
            (
                "ML use case",
                "scoring",
                "What is an ML use case for Basalt?",
            ),
            ("CPU/GPU", "x", "Basalt: CPU/GPU?"),
            ("Medium", "tape", "What is the medium of Basalt?"),
            (
                "Port forwarding",
                "Not supported.",
                "Does Basalt support port forwarding?",
            ),
            (
                "Delivery",
                "No order is promised",
                "What is the delivery of Basalt?",
            ),
            ("Managed", "Fully", "Is Basalt managed?"),
            ("Users", "analysts", "Who are the users of Basalt?"),
            ("Slots", "8", "How many slots does Basalt have?"),
            (
                "Likely harbour tool",
                "RopeNet",
                "Which harbour tool fits Basalt?",
            ),
            ("Quota", "4 boats", "Which quota applies to Basalt?"),
            (
                "Responsibility",
                "the pilot",
                "Who is responsible for Basalt?",
            ),
            (
                "Responsibility",
                "moors the boat and keeps the log of the night",
                "What is the responsibility of Basalt?",
            ),
        ] {
            assert_eq!(
                question("Basalt", column, cell, false).as_deref(),
                Some(asked)
            );
        }
    }

    #[test]
    fn a_type_that_names_a_class_says_what_a_thing_is() {
        let asked = |cell: &str| question("Basalt", "Type", cell, false);
        assert_eq!(
            asked("Managed rope service"),
            Some("What is Basalt?".into())
        );
        assert_eq!(asked("Hemp"), Some("What is the type of Basalt?".into()));
    }

    #[test]
    fn of_a_long_label_the_value_is_asked_for_by_the_label() {
        let asked = |x: &str| question(x, "Value", "300 miles", false);
        assert_eq!(
            asked("the region pair distance").as_deref(),
            Some("What is the region pair distance?")
        );
        assert_ne!(asked("Basalt"), Some("What is the Basalt?".to_owned()));
    }

    #[test]
    fn columns_that_make_no_question_are_left() {
        for (column, cell) in [
            ("OCR", "through Quill"),
            ("Bias detection", "Yes (Sieve)"),
            ("For", "analysts"),
            ("Often-correct", "when pages are long"),
            ("Transformations", "Custom"),
        ] {
            assert_eq!(question("Basalt", column, cell, false), None, "{column}");
        }
    }
}
