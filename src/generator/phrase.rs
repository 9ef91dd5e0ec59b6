//! English questions: what a teacher would say to ask for a lead, a purpose,
//! a description or a table cell.

use super::lexicon;
use super::name::{Name, with_article};
use super::sentence::{capitalised, ended};
use super::statement::{Form, Statement};
use super::words;

/// Leads with a question of their own; `{x}` is the term.
const ASPECTS: [(&str, &str); 97] = [
    ("best practice", "What is a best practice for {x}?"),
    ("best practices", "What are best practices for {x}?"),
    ("example", "What is an example of {x}?"),
    ("examples", "What are examples of {x}?"),
    ("when to choose it", "When should you choose {x}?"),
    ("when to choose", "When should you choose {x}?"),
    ("choose when", "When should you choose {x}?"),
    ("choose it when", "When should you choose {x}?"),
    ("when to use it", "When should you use {x}?"),
    ("when to use", "When should you use {x}?"),
    ("use when", "When should you use {x}?"),
    ("use it when", "When should you use {x}?"),
    ("best for", "What is {x} best for?"),
    ("ideal for", "What is {x} ideal for?"),
    ("good for", "What is {x} good for?"),
    ("suited for", "What is {x} suited for?"),
    ("used for", "What is {x} used for?"),
    ("where to use it", "Where do you use {x}?"),
    ("where it is used", "Where is {x} used?"),
    ("where used", "Where is {x} used?"),
    ("when not", "When is {x} the wrong choice?"),
    ("when not to use it", "When is {x} the wrong choice?"),
    ("when not to use", "When is {x} the wrong choice?"),
    ("when not to choose it", "When is {x} the wrong choice?"),
    ("not for", "What is {x} not meant for?"),
    ("limit", "What limit of {x} matters?"),
    ("limits", "What are the limits of {x}?"),
    ("limitation", "What is a limitation of {x}?"),
    ("limitations", "What are the limitations of {x}?"),
    ("quota", "What quota does {x} have?"),
    ("quotas", "What quotas does {x} have?"),
    ("cost", "What does {x} cost?"),
    ("costs", "What does {x} cost?"),
    ("pricing", "How is {x} priced?"),
    ("pricing model", "How is {x} priced?"),
    ("price", "How is {x} priced?"),
    ("billing", "How is {x} billed?"),
    ("security", "What matters for the security of {x}?"),
    ("typical trap", "What is a typical trap with {x}?"),
    ("trap", "What is a typical trap with {x}?"),
    ("common trap", "What is a common trap with {x}?"),
    ("exam trap", "What is a typical exam trap with {x}?"),
    ("pitfall", "What is a pitfall of {x}?"),
    ("pitfalls", "What are the pitfalls of {x}?"),
    ("common mistake", "What is a common mistake with {x}?"),
    (
        "not to be confused with",
        "What is {x} easily confused with?",
    ),
    ("input format", "Which input format does {x} take?"),
    ("input formats", "Which input formats does {x} take?"),
    ("input", "What input does {x} take?"),
    ("inputs", "What inputs does {x} take?"),
    ("output", "What does {x} output?"),
    ("outputs", "What does {x} output?"),
    ("output format", "Which output format does {x} have?"),
    (
        "key hyperparameters",
        "What are the key hyperparameters of {x}?",
    ),
    (
        "important hyperparameters",
        "What are the important hyperparameters of {x}?",
    ),
    ("hyperparameters", "What are the hyperparameters of {x}?"),
    (
        "key hyperparameter",
        "What is the key hyperparameter of {x}?",
    ),
    ("formula", "What is the formula for {x}?"),
    ("formulas", "What are the formulas for {x}?"),
    ("use", "What is the use of {x}?"),
    ("use case", "What is a use case for {x}?"),
    ("use cases", "What are use cases for {x}?"),
    ("typical use", "What is the typical use of {x}?"),
    ("typical uses", "What are typical uses of {x}?"),
    ("advantages", "What are the advantages of {x}?"),
    ("advantage", "What is an advantage of {x}?"),
    ("pros", "What are the advantages of {x}?"),
    ("benefits", "What are the benefits of {x}?"),
    ("benefit", "What is a benefit of {x}?"),
    ("strengths", "What are the strengths of {x}?"),
    ("strength", "What is a strength of {x}?"),
    ("disadvantages", "What are the disadvantages of {x}?"),
    ("disadvantage", "What is a disadvantage of {x}?"),
    ("cons", "What are the disadvantages of {x}?"),
    ("drawback", "What is a drawback of {x}?"),
    ("drawbacks", "What are the drawbacks of {x}?"),
    ("weakness", "What is a weakness of {x}?"),
    ("weaknesses", "What are the weaknesses of {x}?"),
    ("side effect", "What is a side effect of {x}?"),
    ("how it works", "How does {x} work?"),
    ("how does it work", "How does {x} work?"),
    ("features", "What are the features of {x}?"),
    ("key features", "What are the key features of {x}?"),
    ("main features", "What are the main features of {x}?"),
    ("capabilities", "What can {x} do?"),
    ("components", "What are the components of {x}?"),
    ("before use", "What must be done before {x} is used?"),
    ("other name", "By which other name does {x} go?"),
    ("other names", "By which other names does {x} go?"),
    ("also known as", "What else is {x} called?"),
    ("aka", "What else is {x} called?"),
    ("default", "What is the default of {x}?"),
    ("integration", "What does {x} integrate with?"),
    ("integrations", "What does {x} integrate with?"),
    ("integrates with", "What does {x} integrate with?"),
    ("goal", "What is the goal of {x}?"),
    ("remedy", "What is the remedy for {x}?"),
];

/// Nouns that a topic "has": `What is the retention of X?`
const ATTRIBUTES: &str = " range size retention latency throughput duration rate procedure role format \
type unit scope complexity owner language protocol port durability availability consistency capacity \
period minimum maximum interval timeout frequency purpose name symbol colour color order origin \
author year date location region price fee charge guarantee sla runtime time depth length width age spacing medium maker vendor family lifetime ttl speed accuracy target objective \
level status version definition meaning value values threshold granularity resolution storage memory \
dimension dimensions requirement requirements shape structure syntax category effect result results output \
assumption assumptions intuition idea principle capital population currency weight mass area height \
temperature density interpretation engine ";

/// Whether a lead or column has a question of its own.
pub(super) fn has_question(lead: &str) -> bool {
    let l = lead.trim().to_lowercase();
    ASPECTS.iter().any(|(a, _)| *a == l)
}

/// Whether a word is a noun for what many topics have.
pub(super) fn is_attribute(word: &str) -> bool {
    ATTRIBUTES.contains(&format!(" {word} "))
}

/// Whether a lead names an aspect that many topics share rather than a thing.
pub(super) fn is_aspect(lead: &str) -> bool {
    let l = lead.trim().to_lowercase();
    ASPECTS.iter().any(|(a, _)| *a == l)
        || matches!(
            l.as_str(),
            "example"
                | "examples"
                | "note"
                | "notes"
                | "tip"
                | "tips"
                | "exam tip"
                | "exam tips"
                | "overview"
                | "introduction"
                | "summary"
                | "description"
                | "purpose"
                | "definition"
                | "important"
                | "warning"
                | "conclusion"
                | "details"
                | "basics"
                | "architecture"
                | "terminology"
                | "concepts"
                | "key concepts"
                | "key points"
                | "key takeaways"
                | "takeaways"
                | "best practices"
                | "monitoring"
                | "general"
                | "other"
                | "others"
                | "misc"
                | "question"
                | "answer"
                | "q"
                | "a"
                | "e.g"
                | "eg"
                | "i.e"
                | "ex"
                | "options"
                | "types"
                | "modes"
                | "remember"
                | "facts"
                | "key facts"
                | "characteristics"
                | "properties"
                | "background"
                | "motivation"
                | "main idea"
                | "idea"
                | "what"
                | "why"
                | "how"
                | "when"
                | "where"
                | "who"
                | "what it is"
                | "what it does"
                | "algorithm"
                | "parameters"
                | "steps"
                | "process"
                | "workflow"
                | "usage"
                | "scenario"
                | "scenarios"
                | "solution"
                | "problem"
                | "key idea"
                | "exam focus"
                | "exam notes"
                | "faq"
                | "recap"
                | "terms"
                | "encryption"
                | "deployment"
                | "training"
                | "inference"
                | "requirements"
                | "performance"
                | "scaling"
                | "reliability"
                | "operations"
                | "terminologies"
                | "core concepts"
                | "main concepts"
                | "essentials"
                | "first"
                | "second"
                | "third"
                | "then"
                | "finally"
        )
        || structural(&l)
        || [
            "when ",
            "how ",
            "why ",
            "where ",
            "what ",
            "vs ",
            "versus ",
            "who ",
            "step ",
            "compared ",
        ]
        .iter()
        .any(|p| l.starts_with(p))
}

/// The same in other languages, by how they begin.
const FOREIGN: [&str; 74] = [
    "conclusion",
    "vantagg",
    "svantagg",
    "descrizion",
    "differenz",
    "confront",
    "caratteristic",
    "funzionalità",
    "casi d",
    "esemp",
    "introduzion",
    "riepilog",
    "come funziona",
    "cos'è",
    "cos’è",
    "quando ",
    "perché",
    "costi",
    "prezz",
    "sicurezza",
    "limit",
    "nota",
    "note",
    "ventaja",
    "desventaja",
    "característic",
    "casos de",
    "conclusión",
    "resumen",
    "introducción",
    "ejemplo",
    "cuándo",
    "precio",
    "seguridad",
    "ámbito",
    "vantage",
    "desvantage",
    "conclusão",
    "resumo",
    "introdução",
    "exemplo",
    "quando",
    "preço",
    "segurança",
    "avantage",
    "inconvénient",
    "caractéristique",
    "cas d",
    "résumé",
    "exemple",
    "quand",
    "tarif",
    "sécurité",
    "vorteil",
    "nachteil",
    "eigenschaft",
    "anwendung",
    "zusammenfassung",
    "einleitung",
    "beispiel",
    "wann ",
    "kosten",
    "sicherheit",
    "überblick",
    "概要",
    "特徴",
    "メリット",
    "デメリット",
    "料金",
    "用途",
    "ユースケース",
    "注意",
    "まとめ",
    "はじめに",
];

/// Headings that speak about notes rather than name a thing: `Things to know`,
/// `Other use cases`, `S3 limits`.
fn structural(lower: &str) -> bool {
    let last = lower.split_whitespace().next_back().unwrap_or("");
    let closing = matches!(
        last,
        "tips"
            | "notes"
            | "details"
            | "recommendations"
            | "documentation"
            | "caveats"
            | "gotchas"
            | "considerations"
            | "characteristics"
            | "usage"
            | "recap"
            | "review"
            | "exercise"
            | "exercises"
            | "demo"
            | "questions"
            | "summary"
            | "overview"
            | "faq"
            | "faqs"
            | "resources"
            | "walkthrough"
            | "hands-on"
            | "instructions"
            | "checklist"
            | "takeaways"
            | "reminders"
            | "stuff"
            | "limits"
            | "limitations"
            | "pricing"
            | "security"
            | "examples"
            | "cases"
            | "use-cases"
            | "usecases"
            | "benefits"
            | "advantages"
            | "disadvantages"
            | "features"
            | "requirements"
            | "prerequisites"
            | "comparison"
            | "conclusion"
            | "introduction"
            | "scenarios"
            | "use-cases"
            | "usecases"
            | "steps"
            | "practices"
            | "strengths"
            | "weaknesses"
            | "applications"
            | "setup"
            | "basics"
    );
    FOREIGN.iter().any(|f| lower.starts_with(f))
        || closing && lower.contains(' ')
        || [
            "things ",
            "other ",
            "some ",
            "beware",
            "example",
            "notes ",
            "important ",
            "know ",
            "remember ",
            "more ",
            "additional ",
            "general ",
            "common ",
            "exam ",
            "lab ",
            "exercise",
            "quiz",
            "activity",
            "homework",
            "challenge",
            "hands-on",
            "key ",
            "best ",
        ]
        .iter()
        .any(|p| lower.starts_with(p))
}

/// Leads whose text is an illustration, not a fact.
pub(super) fn is_illustration(lead: &str) -> bool {
    let l = lead.trim().to_lowercase();
    [
        "example",
        "examples",
        "ex",
        "eg",
        "e.g",
        "e.g.",
        "for example",
        "demo",
        "figure",
        "image",
        "source",
        "link",
        "links",
        "url",
        "docs",
        "documentation",
        "reference",
        "references",
        "read",
        "video",
        "lab",
        "hands-on",
        "todo",
        "author",
        "date",
        "note to self",
        "lab description",
        "lab objectives",
        "lab objective",
        "course link",
        "duration",
        "exam focus",
        "priority",
        "difficulty",
        "completed",
        "time",
        "estimated time",
        "key takeaway",
        "mnemonic",
        "analogy",
        "real-world analogy",
        "note",
        "notes",
        "nb",
        "tip",
        "tips",
        "warning",
        "important",
        "remember",
        "caution",
        "hint",
        "question",
        "answer",
        "q",
        "a",
        "ref",
        "see",
        "doc",
        "more",
        "tags",
        "category",
        "updated",
        "created",
        "site",
        "website",
        "github",
        "my opinion",
        "opinion",
        "step",
        "output",
        "result",
        "command",
        "code",
    ]
    .contains(&l.as_str())
        || l.starts_with("example ")
        || l.starts_with("step ")
        || l.starts_with("question ")
        || l.starts_with("exam ")
        || l.starts_with("estimated ")
        || l.ends_with(" study time")
}

/// Asks for a lead's text. `x` is the topic's name as it reads in a sentence;
/// the lead's first letter is small unless it is a name.
pub(super) fn lead_question(x: &str, lead: &str, statement: &Statement) -> String {
    let (lead, under) = lead.split_once(UNDER).unwrap_or((lead, ""));
    let question = capitalised(&agreeing(
        &uncapitalised_lead_question(x, lead, statement),
        x,
    ));
    match question.strip_suffix('?').filter(|_| !under.is_empty()) {
        Some(bare) => format!("{bare} ({})?", lower_title(under.trim_end_matches(':'))),
        None => question,
    }
}

/// `How is storage classes priced` → `How are …`.
fn agreeing(question: &str, x: &str) -> String {
    let last = x.split_whitespace().next_back().unwrap_or("");
    if !(last.starts_with(char::is_lowercase) && lexicon::looks_plural(last)) {
        return question.to_owned();
    }
    question
        .replace(&format!(" is {x}"), &format!(" are {x}"))
        .replace(&format!(" does {x}"), &format!(" do {x}"))
}

/// Between a lead and the aspect that it was found under.
pub(super) const UNDER: &str = "\u{1f}";

/// Whether an aspect adds nothing to a lead under it.
pub(super) fn is_vague_aspect(aspect: &str) -> bool {
    let l = aspect.trim().trim_end_matches(':').to_lowercase();
    [
        "feature",
        "overview",
        "introduction",
        "basic",
        "concept",
        "terminolog",
        "component",
        "type",
        "option",
        "note",
        "detail",
        "summary",
        "key",
        "general",
        "main",
        "fact",
        "term",
        "what",
        "core",
        "point",
        "characteristic",
        "propert",
        "about",
        "list",
        "important",
        "essential",
    ]
    .iter()
    .any(|v| l.split_whitespace().any(|w| w.starts_with(v)))
        || l.is_empty()
}

/// A lead that says where or when: `At inference`, `For categories`.
fn circumstance(lead: &str) -> Option<String> {
    let first = lead.split_whitespace().next()?;
    let word = first.to_lowercase();
    let words = " in on at for with without from to by after before during under near as across between within ";
    (words.contains(&format!(" {word} ")) && lead.len() > first.len())
        .then(|| format!("{word}{}", &lead[first.len()..]))
}

fn uncapitalised_lead_question(x: &str, lead: &str, statement: &Statement) -> String {
    let l = lead.trim().trim_end_matches('?').trim();
    let low = l.to_lowercase();
    if let Some((_, question)) = ASPECTS.iter().find(|(a, _)| *a == low) {
        return question.replace("{x}", x);
    }
    if lead.trim().ends_with('?') {
        return format!("{x}: {l}?");
    }
    if let Some(circumstance) = circumstance(l) {
        return format!("what is there to know about {x} {circumstance}?");
    }
    for versus in [
        "versus ",
        "vs. ",
        "vs ",
        "compared with ",
        "compared to ",
        "difference from ",
        "difference to ",
        "unlike ",
    ] {
        if low.starts_with(versus) {
            let other = l.get(versus.len()..).unwrap_or("").trim();
            return format!("How does {x} differ from {other}?");
        }
    }
    if let Some((a, b)) = [" vs. ", " vs ", " versus "]
        .iter()
        .find_map(|v| l.split_once(v))
    {
        return format!("How do {a} and {b} differ?");
    }
    if let Some(act) = strip_words(l, "when to ") {
        return format!("With {x}, when should you {act}?");
    }
    if let Some(act) = strip_words(l, "how to ") {
        return format!("With {x}, how do you {act}?");
    }
    if let Some(act) = strip_words(l, "what to ") {
        return format!("With {x}, what do you {act}?");
    }
    if let Some(question) = what_it(x, &low) {
        return question;
    }
    if ["why ", "what ", "how ", "which ", "where ", "who ", "when "]
        .iter()
        .any(|w| low.starts_with(w))
    {
        return format!("{x}: {l}?");
    }
    if let Some((noun, degree)) = low.split_once(" too ") {
        let noun = noun.trim();
        let be = if lexicon::looks_plural(noun) {
            "are"
        } else {
            "is"
        };
        return format!("{x}: what happens when the {noun} {be} too {degree}?");
    }
    let first = low.split_whitespace().next().unwrap_or("");
    let many = words::count(l) > 1;
    if many
        && matches!(
            first,
            "at" | "in"
                | "on"
                | "during"
                | "after"
                | "before"
                | "for"
                | "with"
                | "without"
                | "under"
                | "outside"
                | "across"
                | "inside"
                | "if"
                | "between"
        )
    {
        return format!("{x}: what holds {l}?");
    }
    let last = low.split_whitespace().next_back().unwrap_or("");
    let proper = Name::of(l).is_some_and(|n| n.is_proper());
    if !proper
        && matches!(statement.form, Form::Fragment | Form::Noun)
        && ATTRIBUTES.contains(&format!(" {last} "))
        && words::count(l) <= 4
        && !low.contains(" of ")
    {
        let be = if lexicon::looks_plural(last) {
            "are"
        } else {
            "is"
        };
        return format!("What {be} the {l} of {x}?");
    }
    let second = low.split_whitespace().nth(1).unwrap_or("");
    if let Some(verb) = l
        .strip_suffix(" it")
        .filter(|v| lexicon::is_base_verb(&v.to_lowercase()))
    {
        return format!("When would you {verb} {x}, and with what effect?");
    }
    let advice = matches!(
        last,
        "first" | "it" | "them" | "early" | "again" | "instead" | "often" | "twice"
    ) || matches!(
        second,
        "the" | "a" | "an" | "your" | "its" | "all" | "no" | "not"
    );
    if !proper && lexicon::is_base_verb(first) && advice && many {
        return format!("What does the advice “{l}” mean for {x}?");
    }
    if let Some(of) = strip_words(l, "example of ").or_else(|| strip_words(l, "example for ")) {
        return format!("In {x}, what is an example of {of}?");
    }
    part_question(x, l, statement)
}

/// `What it measures` → `What does X measure?`
fn what_it(x: &str, low: &str) -> Option<String> {
    let rest = low
        .strip_prefix("what it ")
        .or_else(|| low.strip_prefix("what they "))?;
    if let Some(act) = rest
        .strip_prefix("does not ")
        .or_else(|| rest.strip_prefix("doesn't "))
    {
        return Some(format!("What does {x} not {act}?"));
    }
    let first = rest.split_whitespace().next()?;
    let base = lexicon::base_of(first)?;
    Some(format!("What does {x} {base}{}?", &rest[first.len()..]))
}

fn strip_words<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    (head.to_lowercase() == prefix).then(|| &text[prefix.len()..])
}

/// Asks for a named part of a topic.
fn part_question(x: &str, part: &str, statement: &Statement) -> String {
    let head = part.split(" of ").next().unwrap_or(part);
    let last = head
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .to_lowercase();
    let plural = lexicon::looks_plural(&last);
    let proper = Name::of(part).is_some_and(|n| n.is_proper());
    let indefinite = if proper || plural {
        part.to_owned()
    } else {
        with_article(part)
    };
    let definite = match indefinite.strip_suffix(part) {
        Some(article) if !article.is_empty() => format!("the {part}"),
        _ if plural && head.len() < part.len() && !proper => format!("the {part}"),
        _ => part.to_owned(),
    };
    let body = statement.body.as_str();
    let be = if plural { "are" } else { "is" };
    // `It …` speaks of the topic, not of the part.
    let form = if statement.about_term {
        Form::Clause
    } else {
        statement.form
    };
    match form {
        Form::Verb if !body.starts_with("is ") && !body.starts_with("are ") => {
            format!(
                "In {x}, what {} {definite} do?",
                if plural && statement.plural {
                    "do"
                } else {
                    "does"
                }
            )
        }
        Form::Used => format!("In {x}, what {be} {definite} used for?"),
        Form::Noun if body.starts_with("the ") && !proper && !plural => {
            format!("In {x}, what is the {part}?")
        }
        Form::Noun => format!("In {x}, what {be} {indefinite}?"),
        Form::Fragment if !plural && (proper || statement.head().is_some()) => {
            format!("In {x}, what is {definite}?")
        }
        Form::Fragment if plural && !proper => format!("What are the {part} of {x}?"),
        _ => format!("What should you know about {definite} in {x}?"),
    }
}

/// Asks what a term is or does, by the form of what is said of it.
pub(super) fn purpose_question(name: &Name, statement: &Statement, within: Option<&str>) -> String {
    let term = match within {
        Some(owner) => format!("{} in {owner}", name.said),
        None => name.said.clone(),
    };
    let common = name
        .said
        .split_whitespace()
        .next_back()
        .is_some_and(|w| w.starts_with(char::is_lowercase));
    let plural = statement.plural
        || (name.is_plural()
            && (common || !name.is_proper())
            && !matches!(statement.form, Form::Verb));
    let (be, does) = if plural {
        ("are", "do")
    } else {
        ("is", "does")
    };
    match statement.form {
        Form::Verb if statement.body.starts_with("is ") || statement.body.starts_with("are ") => {
            format!("What {be} {term}?")
        }
        Form::Verb => verb_question(&term, does, &statement.body),
        Form::Base if name.is_plural() => format!("What do {term} do?"),
        Form::Modal => format!("What can {term} do?"),
        Form::Used => format!("What {be} {term} used for?"),
        Form::For | Form::To | Form::Base => format!("What {be} {term} for?"),
        Form::Noun | Form::Fragment => format!("What {be} {term}?"),
        Form::Clause => format!("What should you know about {term}?"),
    }
}

/// `What does X do?`, unless the verb asks for better.
fn verb_question(term: &str, does: &str, body: &str) -> String {
    let first = body.split_whitespace().next().unwrap_or("");
    let second = body.split_whitespace().nth(1).unwrap_or("");
    match (first, second) {
        (
            "represents" | "means" | "describes" | "denotes" | "measures" | "indicates"
            | "quantifies",
            _,
        ) => {
            let base =
                lexicon::base_of(first).unwrap_or_else(|| first.trim_end_matches('s').to_owned());
            format!("What {does} {term} {base}?")
        }
        ("refers", "to") | ("stands", "for") | ("consists", "of") | ("depends", "on") => {
            format!(
                "What {does} {term} {} {second}?",
                first.trim_end_matches('s')
            )
        }
        ("works", _) => format!("How {does} {term} work?"),
        (
            "varies" | "depends" | "comes" | "behaves" | "happens" | "occurs" | "exists"
            | "remains" | "stays" | "has" | "needs" | "requires" | "costs" | "includes",
            _,
        ) => {
            format!("What should you know about {term}?")
        }
        _ => format!("What {does} {term} do?"),
    }
}

/// The description as an answer: a sentence for the back of a card.
pub(super) fn answer(statement: &Statement) -> String {
    let body = statement.body.trim();
    let body = match statement.form {
        Form::Modal => ["can ", "may ", "could "]
            .iter()
            .find_map(|m| body.strip_prefix(m))
            .unwrap_or(body),
        Form::Used => body.strip_prefix("used ").unwrap_or(body),
        Form::Verb => body.strip_prefix("is ").unwrap_or(body),
        _ => body,
    };
    if body.starts_with("are ") {
        return ended(&format!("They {body}"));
    }
    ended(&capitalised(body))
}

/// Asks for the term: `who` is `service`, or nothing when the kind is unknown.
pub(super) fn description_question(
    who: Option<&str>,
    statement: &Statement,
    within: Option<&str>,
) -> String {
    let context = within.map(|w| format!("In {w}, ")).unwrap_or_default();
    let which = who.map_or_else(|| "what".to_owned(), |k| format!("which {k}"));
    let body = statement.body.trim_end_matches(['.', ' ']);
    let ask = match statement.form {
        Form::Noun => match merged_kind(statement, "which ") {
            Some(question) => question,
            None => match who {
                Some(k)
                    if statement.kind() != Some(k)
                        && (body.starts_with("a ")
                            || body.starts_with("an ")
                            || body.starts_with("the ")) =>
                {
                    format!("{which} is {body}?")
                }
                _ => format!("what is the name for {body}?"),
            },
        },
        Form::Verb if statement.plural => quoted(who, body),
        Form::Verb | Form::Modal => format!("{which} {body}?"),
        Form::Used | Form::For => format!("{which} is {body}?"),
        Form::To => format!("{which} do you use {body}?"),
        Form::Base => format!("{which} do you use to {body}?"),
        Form::Fragment | Form::Clause => quoted(who, body),
    };
    if context.is_empty() {
        capitalised(&ask)
    } else {
        format!("{context}{ask}")
    }
}

fn quoted(who: Option<&str>, body: &str) -> String {
    format!(
        "which {} fits this description: “{}”?",
        who.unwrap_or("term"),
        capitalised(body)
    )
}

/// `a text to speech service which can be used …` → `which text to speech
/// service can be used …`.
fn merged_kind(statement: &Statement, which: &str) -> Option<String> {
    let body = statement.body.trim_end_matches(['.', ' ']);
    let article = ["a ", "an ", "the "]
        .iter()
        .find(|a| body.starts_with(**a))?;
    let (_, end, plural) = statement.head()?;
    if plural {
        return None;
    }
    let head = body.get(article.len()..end)?;
    let tail = body.get(end..)?.trim_start();
    if words::count(head) > 9 || head.contains(',') {
        return None;
    }
    let first = tail.split_whitespace().next().unwrap_or("");
    let rest = tail.get(first.len()..).unwrap_or("").trim_start();
    let second = rest.split_whitespace().next().unwrap_or("").to_lowercase();
    let tail = match first {
        "that" | "which" if is_predicate(&second) => rest.to_owned(),
        "designed" | "used" | "built" | "intended" | "made" | "based" | "for" | "from"
        | "aimed" | "optimised" | "optimized" => {
            format!("is {tail}")
        }
        "" => {
            return Some(format!(
                "{}{head} called?",
                if which == "which " {
                    "what is the "
                } else {
                    return None;
                }
            ));
        }
        _ => return None,
    };
    Some(format!("{which}{head} {tail}?"))
}

fn is_predicate(word: &str) -> bool {
    matches!(word, "can" | "is" | "has" | "may" | "will" | "does")
        || lexicon::base_of(word).is_some()
}

/// The stem of a derived question: the same description, asked of options.
pub(super) fn choice_stem(kind: Option<&str>, statement: &Statement) -> String {
    let which = kind.map_or_else(|| "Which of these".to_owned(), |k| format!("Which {k}"));
    let body = statement.body.trim_end_matches(['.', ' ']);
    match statement.form {
        Form::Noun => match merged_kind(statement, "Which ") {
            Some(question) if kind.is_some() => question,
            _ => format!("{which} is {body}?"),
        },
        Form::Verb if statement.plural => {
            format!("{which} fits this description: “{}”?", capitalised(body))
        }
        Form::Verb | Form::Modal => format!("{which} {body}?"),
        Form::Used | Form::For => format!("{which} is {body}?"),
        Form::To => format!("{which} do you use {body}?"),
        Form::Base => format!("{which} do you use to {body}?"),
        Form::Fragment | Form::Clause => {
            format!("{which} fits this description: “{}”?", capitalised(body))
        }
    }
}

/// Asks for a short list under an aspect; `members` says that its lines are
/// names rather than statements.
pub(super) fn list_question(x: &str, aspect: &str, members: bool) -> String {
    let head = aspect.split(" of ").next().unwrap_or(aspect);
    let last = head.split_whitespace().next_back().unwrap_or("");
    let known = ASPECTS.iter().any(|(a, _)| *a == aspect.to_lowercase());
    if !known && members && lexicon::looks_plural(last) && words::count(aspect) <= 4 {
        return format!("Which {} does {x} have?", lower_title(aspect));
    }
    if !known && lexicon::looks_plural(last) && words::count(aspect) <= 3 {
        return format!("What are the {} of {x}?", lower_title(aspect));
    }
    let statement = Statement {
        form: Form::Clause,
        body: String::new(),
        about_term: false,
        plural: false,
    };
    lead_question(x, aspect, &statement)
}

/// Asks for a table cell.
pub(super) fn cell_question(x: &str, column: &str) -> String {
    let c = column.trim().trim_end_matches([':', '?']).trim();
    let low = c.to_lowercase();
    if let Some((_, question)) = ASPECTS.iter().find(|(a, _)| *a == low) {
        return question.replace("{x}", x);
    }
    let last = low.split([' ', '/']).next_back().unwrap_or("");
    let first = low.split_whitespace().next().unwrap_or("");
    let verbal = lexicon::base_of(first).is_some_and(|_| !lexicon::is_either(first))
        || matches!(first, "is" | "are" | "has" | "can");
    let quality = [
        "able", "ible", "ed", "less", "ive", "ly", "ful", "ing", "ous", "al",
    ]
    .iter()
    .any(|e| last.ends_with(e));
    let many = lexicon::looks_plural(last) && words::count(c) <= 3 && c.is_ascii();
    let simple =
        many || words::count(c) <= 2 && !quality && !lexicon::looks_plural(last) && c.is_ascii();
    let noun =
        ATTRIBUTES.contains(&format!(" {last} ")) || lexicon::kind_at_end(last).is_some() || simple;
    if noun && !verbal && words::count(c) <= 4 && !c.contains(['/', '(', '&']) {
        let be = if lexicon::looks_plural(last) {
            "are"
        } else {
            "is"
        };
        let c = if c.chars().filter(|c| c.is_uppercase()).count() > 1 && !c.contains(' ') {
            c.to_owned()
        } else {
            lower_title(c)
        };
        format!("What {be} the {c} of {x}?")
    } else {
        format!("{x}: {}?", lower_title(c))
    }
}

/// A column title in lower case, word by word, acronyms untouched.
pub(super) fn lower_title(title: &str) -> String {
    title
        .split(' ')
        .map(|w| {
            let capitals = w.chars().filter(|c| c.is_uppercase()).count();
            if capitals == 1
                && w.starts_with(char::is_uppercase)
                && !w.chars().any(char::is_numeric)
            {
                w.to_lowercase()
            } else {
                w.to_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::generator::statement;

    fn st(text: &str) -> Statement {
        statement::read(text, &Name::of("Amazon Polly").unwrap())
    }

    #[test]
    fn leads_become_questions() {
        for (lead, text, question) in [
            ("When to choose it", "x", "When should you choose Dropout?"),
            ("Versus L2", "x", "How does Dropout differ from L2?"),
            (
                "When to raise the rate",
                "x",
                "With Dropout, when should you raise the rate?",
            ),
            (
                "Rate too high",
                "x",
                "Dropout: what happens when the rate is too high?",
            ),
            ("At inference", "x", "Dropout: what holds at inference?"),
            ("Usual range", "x", "What is the usual range of Dropout?"),
            (
                "Versioning",
                "keeps each old object",
                "In Dropout, what does versioning do?",
            ),
            (
                "Bucket Key",
                "a key that cuts the number of requests",
                "In Dropout, what is Bucket Key?",
            ),
        ] {
            assert_eq!(
                lead_question(
                    "Dropout",
                    &super::super::name::Usage::default().calm(lead),
                    &st(text)
                ),
                question
            );
        }
    }

    #[test]
    fn descriptions_ask_for_their_term() {
        for (text, question) in [
            (
                "is a text to speech service which can be used to create talk",
                "Which text to speech service can be used to create talk?",
            ),
            (
                "Finds meaning in text",
                "Which service finds meaning in text?",
            ),
            (
                "Build, train and deploy models",
                "Which service do you use to build, train and deploy models?",
            ),
            (
                "a design that serves queries",
                "Which service is a design that serves queries?",
            ),
            (
                "Managed Hadoop clusters",
                "Which service fits this description: “Managed Hadoop clusters”?",
            ),
        ] {
            assert_eq!(
                description_question(Some("service"), &st(text), None),
                question
            );
        }
        assert_eq!(
            description_question(None, &st("Adds the squares to the loss"), None),
            "What adds the squares to the loss?"
        );
    }

    #[test]
    fn cells_are_asked_for_by_column() {
        assert_eq!(
            cell_question("Standard-IA", "Minimum Storage Duration"),
            "What is the minimum storage duration of Standard-IA?"
        );
        assert_eq!(
            cell_question("Standard-IA", "Use cases"),
            "What are use cases for Standard-IA?"
        );
        assert_eq!(cell_question("X", "CPU/GPU"), "X: CPU/GPU?");
        assert_eq!(
            cell_question("Basalt", "Medium"),
            "What is the medium of Basalt?"
        );
    }
}
