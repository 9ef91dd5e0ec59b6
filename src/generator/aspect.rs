//! Aspects: leads and headings that many topics share (`Limit`, `When to choose
//! it`), those that only illustrate, and the questions that ask for them.

use super::listed::Listed;

/// Leads with a question of their own; `{x}` is the term.
pub(super) const ASPECTS: [(&str, &str); 119] = [
    ("use for", "What is {x} used for?"),
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
    ("recommended for", "What is {x} recommended for?"),
    ("useful for", "What is {x} useful for?"),
    ("suitable for", "What is {x} suitable for?"),
    ("great for", "What is {x} good for?"),
    ("perfect for", "What is {x} good for?"),
    ("best suited for", "What is {x} best suited for?"),
    ("best suited to", "What is {x} best suited to?"),
    ("optimized for", "What is {x} optimized for?"),
    ("optimised for", "What is {x} optimised for?"),
    ("not recommended for", "What is {x} not recommended for?"),
    ("not suitable for", "What is {x} not suitable for?"),
    ("do not use for", "What should {x} not be used for?"),
    ("consists of", "What does {x} consist of?"),
    ("composed of", "What is {x} composed of?"),
    ("made up of", "What is {x} made up of?"),
    ("built on", "What is {x} built on?"),
    ("compatible with", "What is {x} compatible with?"),
    ("alternative to", "What is {x} an alternative to?"),
    ("replacement for", "What is {x} a replacement for?"),
    ("used for", "What is {x} used for?"),
    ("designed for", "What is {x} designed for?"),
    ("designed to", "What is {x} designed to do?"),
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
pub(super) const ATTRIBUTES: &str = " range size retention latency throughput duration rate procedure role format \
type unit scope complexity owner language protocol port durability availability consistency capacity \
period minimum maximum interval timeout frequency purpose name symbol colour color order origin \
author year date location region price fee charge guarantee sla runtime time depth length width age spacing maker vendor family lifetime ttl speed accuracy target objective \
level status version definition meaning value values threshold granularity resolution storage memory \
dimension dimensions requirement requirements shape structure syntax category effect result results output \
assumption assumptions intuition idea principle capital population currency weight mass area height \
temperature density interpretation engine onset mechanism dose dosage indication indications \
contraindication contraindications interactions uses effects audience commitment antidote symptom \
symptoms incubation prognosis habitat diet lifespan ";

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
    let l = super::name::untagged(lead.trim())
        .trim_end_matches([':', ' '])
        .to_lowercase();
    ASPECTS.iter().any(|(a, _)| *a == l)
        || {
            static WORDS: Listed = Listed::phrases(
                "example|examples|note|notes|tip|tips|exam tip|exam tips|\
                    overview|introduction|summary|description|purpose|definition|\
                    important|warning|conclusion|details|basics|architecture|\
                    terminology|concepts|key concepts|key points|key takeaways|\
                    takeaways|best practices|monitoring|general|other|others|misc|\
                    question|answer|q|a|e.g|eg|i.e|ex|options|types|modes|remember|\
                    facts|key facts|basic concepts|basic terms|preface|foreword|\
                    characteristics|properties|background|\
                    motivation|main idea|idea|what|why|how|when|where|who|\
                    what it is|what it does|algorithm|parameters|steps|process|\
                    workflow|usage|scenario|scenarios|solution|problem|key idea|\
                    exam focus|exam notes|faq|recap|terms|encryption|deployment|\
                    training|inference|requirements|performance|scaling|reliability|\
                    operations|terminologies|core concepts|main concepts|essentials|\
                    first|second|third|then|finally|cheat sheet|cheatsheet|q&a|\
                    more info|questions|highlight|highlights|\
                    primary function|primary functions|main function|main functions|\
                    core function|core functions|core functionality|issue|issues",
            );
            WORDS.has(l.as_str())
        }
        || structural(&l)
        || super::jotting::is_label(&l)
        || composition(&l)
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
pub(super) const FOREIGN: [&str; 121] = [
    "学習内容",
    "学習目標",
    "学習項目",
    "capacidades",
    "relación",
    "implementación",
    "come inizi",
    "panoramica",
    "integrazion",
    "best practice",
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
    "consideraç",
    "consideracion",
    "considération",
    "considerazion",
    "schlussfolgerung",
    "fazit",
    "referência",
    "bibliografia",
    "contexto",
    "laboratorio",
    "pasos",
    "passos",
    "étapes",
    "schritte",
    "bonnes pratiques",
    "buenas prácticas",
    "boas práticas",
    "concepts cl",
    "conceptos cl",
    "termes cl",
    "trucos",
    "astuces",
    "ressources",
    "navegaci",
    "allgemein",
    "gegenmaßnahm",
    "merkmal",
    "riesgo",
    "tabla ",
    "tabela ",
    "tableau ",
    "componentes",
    "clasificaci",
    "classificaç",
    "outils associés",
    "herramientas principales",
    "folhas de",
];

/// `Components of the cell`, `Types of bond`: what the topic above consists of.
pub(super) fn composition(lower: &str) -> bool {
    let mut parts = lower.split_whitespace();
    let (first, second) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    static HEADS: Listed = Listed::new(
        "types components parts stages phases steps causes effects functions kinds classes \
        principles elements layers levels organs divisions division structure properties \
        characteristics examples features roles goals",
    );
    HEADS.has(first) && matches!(second, "of" | "in")
}

/// Headings that speak about notes rather than name a thing: `Things to know`,
/// `Other use cases`, `S3 limits`.
pub(super) fn structural(lower: &str) -> bool {
    let last = lower.split_whitespace().next_back().unwrap_or("");
    let closing = {
        static WORDS: Listed = Listed::new(
            "tips notes details recommendations documentation caveats \
                    gotchas considerations characteristics usage recap review \
                    exercise exercises demo questions summary overview faq faqs \
                    resources walkthrough hands-on instructions checklist takeaways \
                    reminders stuff limits limitations pricing security examples \
                    cases use-cases usecases benefits advantages disadvantages \
                    features requirements prerequisites comparison conclusion \
                    introduction scenarios use-cases usecases steps practices \
                    strengths weaknesses applications setup basics",
        );
        WORDS.has(last)
    };
    FOREIGN.iter().any(|f| lower.starts_with(f))
        || closing && lower.contains(' ')
        || [
            "things ",
            "summary ",
            "good to know",
            "nice to know",
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

/// `Real-world use case`: as many could be told as there are customers.
pub(super) fn tells_stories(lower: &str) -> bool {
    ["real-world ", "real world ", "real-life ", "real life "]
        .iter()
        .any(|r| lower.starts_with(r))
}

/// Leads whose text is an illustration, not a fact.
pub(super) fn is_illustration(lead: &str) -> bool {
    let l = lead.trim().to_lowercase();
    tells_stories(&l)
        || [
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
            "study tip",
            "fun fact",
            "trick wording",
            "key takeaways",
            "recommendation",
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
            "en",
            "jp",
            "cn",
            "英文",
            "日文",
            "中文",
        ]
        .contains(&l.as_str())
        || l.starts_with("example ")
        || l.starts_with("step ")
        || l.starts_with("question ")
        || l.split(' ').any(|w| w == "exam")
        || ["試験", "考点", "시험"].iter().any(|w| l.contains(w))
        || l.starts_with("estimated ")
        || l.ends_with(" study time")
}

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
